#include "app/mock/server.h"
#include "app/session.h"
#include "models/replicatebackupflow.h"

#include <QSignalSpy>
#include <QTest>

#include <array>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using models::Operation;
using State = models::Freshness::State;

#define WAIT_FOR(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, 20000)

namespace {

/// What becomes of the machine's clocks while the service's go on.
enum class Clocks {
    GoOn,  ///< all of them, as in an ordinary sleep
    Stand, ///< all but the wall clock, which is set right at the end: a virtual machine that was stopped
};

/// A machine that follows the calendar of its endpoint but for what is done to it.
class Machine final : public net::Clock
{
public:
    explicit Machine(const mock::Server &server) : m_server(server) {}
    QDateTime nowUtc() const override { return QDateTime::fromMSecsSinceEpoch(m_server.nowMs() + wallMs, Qt::UTC); }
    std::chrono::milliseconds steady() const override { return net::SystemClock().steady() + slept; }
    std::chrono::milliseconds calendar() const override { return std::chrono::milliseconds(m_server.nowMs() - stoodMs); }

    qint64 wallMs = 0;                  ///< how far its clock was set from the service's
    qint64 stoodMs = 0;                 ///< how long what counts on stood still
    std::chrono::milliseconds slept{0}; ///< beside the time of the test

private:
    const mock::Server &m_server;
};

/// A session against a mock endpoint of its own. Nothing refreshes by itself but by what the test is about: the usual
/// intervals are far longer than a test.
struct House
{
    explicit House(bool byKey = false, int offHours = 0) : server(setup())
    {
        std::string error;
        if (!server.start(&error))
            qFatal("%s", error.c_str());
        const mock::Door door = server.door();
        clock.wallMs = qint64(offHours) * 3'600 * 1'000;
        net::Transport::Options options;
        options.endpoints = net::Endpoints::shared(QString::fromStdString(door.url));
        options.retryBase = 5ms;
        net::Credential credential = net::PasswordLogin{QString::fromStdString(door.domain), QString::fromStdString(door.user),
                                                        QByteArray::fromStdString(door.password)};
        if (byKey)
            credential = net::AccessKey{QString::fromStdString(door.ak), QByteArray::fromStdString(door.sk), {}};
        const net::Scope scope{QString::fromStdString(door.region), QString::fromStdString(door.projectId)};
        session = std::make_unique<app::Session>(app::Session::Setup{options, credential, {scope}}, clock);
        session->sleepWatch.setInterval(5ms);
        session->setPace({.moving = 1h, .idle = 1h, .background = 1h, .firstRetry = 20ms, .lastRetry = 20ms});
        session->operations.setPace({1h, 20ms});
    }

    bool isLoaded() const
    {
        return std::ranges::all_of(session->lists(),
                                   [](const models::ListSession *list) { return list->freshness().state == State::Fresh; });
    }
    /// All lists as of the present time of the service.
    bool isOfNow() const
    {
        return isLoaded() && std::ranges::all_of(session->lists(), [this](const models::ListSession *list) {
                   return list->freshness().asOf.secsTo(now()) <= 1;
               });
    }
    QDateTime now() const { return QDateTime::fromMSecsSinceEpoch(server.nowMs(), Qt::UTC); }
    /// Half of the service's day passes, and the machine lives through it in that way.
    void sleep(Clocks clocks, std::chrono::hours by)
    {
        if (clocks == Clocks::Stand)
            clock.stoodMs += std::chrono::milliseconds(by).count();
        else
            clock.slept += by;
        server.advance(by);
    }
    quint64 replicate()
    {
        net::Backup backup;
        backup.id = QString::fromStdString(server.example("replicable"));
        const auto table = std::dynamic_pointer_cast<const models::BackupTable>(session->backups.table());
        for (const models::BackupRow &row : table->rows()) {
            if (row.backup.id == backup.id)
                backup = row.backup;
        }
        models::ReplicateBackupFlow flow(session->transport, session->operations, session->place.first(), QList{backup});
        [&] { WAIT_FOR(flow.stage() == models::ReplicateBackupFlow::Stage::Editing && flow.canConfirm()); }();
        return flow.confirm();
    }
    const Operation &operation(quint64 id) const { return *session->operations.find(id); }
    int seen(const std::function<bool(const mock::Seen &)> &what) const
    {
        const std::vector<mock::Seen> all = server.requests();
        return int(std::ranges::count_if(all, what));
    }
    int signIns() const ///< of the session's own project
    {
        return seen([this](const mock::Seen &one) {
            return one.target.starts_with("/v3/auth/tokens") &&
                   one.body.find(session->place.first().projectId.toStdString()) != std::string::npos;
        });
    }
    /// Nothing is out, which the calendar would overtake.
    bool isQuiet() const { return isLoaded() && session->transport.inFlight() == 0; }
    /// What the session takes for the service's time, which comes in whole seconds.
    bool knowsTheTime() const { return std::abs(session->transport.serverNow().secsTo(now())) <= 1; }
    int unauthorized() const
    {
        return seen([](const mock::Seen &one) { return one.status == 401; });
    }

    mock::Server server;
    Machine clock{server};
    std::unique_ptr<app::Session> session;

private:
    static mock::Options setup()
    {
        mock::Options options;
        options.epoch = "2024-03-05T08:09:10Z"; // far from the machine's own time, which would do for a signature, too
        options.speed = 0;
        options.records = 400;
        return options;
    }
};

} // namespace

Q_DECLARE_METATYPE(Clocks)

/// Whole sessions through sleep, clocks that are set, and a service that is away for a while.
class TestWakeup final : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void anOperationAndTheListsOutliveASleep_data()
    {
        QTest::addColumn<Clocks>("clocks");
        QTest::addColumn<int>("hours");
        QTest::addColumn<int>("renewals");
        QTest::newRow("a night") << Clocks::GoOn << 8 << 0;
        QTest::newRow("longer than the token") << Clocks::GoOn << 25 << 1;
        QTest::newRow("a night, stopped") << Clocks::Stand << 8 << 0;
        QTest::newRow("longer than the token, stopped") << Clocks::Stand << 25 << 1;
    }
    void anOperationAndTheListsOutliveASleep()
    {
        QFETCH(Clocks, clocks);
        QFETCH(int, hours);
        QFETCH(int, renewals);
        House house;
        house.session->start();
        WAIT_FOR(house.isLoaded());
        const quint64 id = house.replicate();
        WAIT_FOR(house.operation(id).state == Operation::State::Accepted ||
                 house.operation(id).state == Operation::State::Running);
        WAIT_FOR(house.isQuiet());
        house.server.clearRequests();
        house.sleep(clocks, std::chrono::hours(hours));
        WAIT_FOR(house.operation(id).state == Operation::State::Succeeded);
        WAIT_FOR(house.isOfNow());
        QCOMPARE(house.signIns(), renewals);
        QCOMPARE(house.unauthorized(), 0); // renewed before it was used
        QVERIFY(house.knowsTheTime());
        QCOMPARE(house.server.writes(), 1);
    }

    void aServiceThatIsAwayForAMinuteComesBack()
    {
        House house;
        house.session->start();
        WAIT_FOR(house.isLoaded());
        QVERIFY(house.server.fault("POST */replicate drop @2"));
        const quint64 running = house.replicate();
        WAIT_FOR(house.operation(running).isWatched());
        const quint64 doubtful = house.replicate(); // the same backup: executed or refused, the answer is lost
        WAIT_FOR(house.operation(doubtful).state == Operation::State::InDoubt);
        WAIT_FOR(house.isQuiet());
        const int rows = house.session->records.counts().loaded;
        const QDateTime asOf = house.session->backups.freshness().asOf;

        house.server.stop();
        house.server.advance(24h); // the token ends meanwhile
        QSignalSpy delayed(&house.session->transport, &net::Transport::signInDelayed);
        QSignalSpy signedOut(&house.session->transport, &net::Transport::signedOut);
        for (models::ListSession *list : house.session->lists())
            list->refresh();
        house.session->operations.lookAgain(doubtful);
        WAIT_FOR(delayed.size() > 2); // the renewal is tried again and again
        QCOMPARE(signedOut.size(), 0);
        QCOMPARE(house.session->backups.freshness().asOf, asOf);
        QCOMPARE(house.session->records.counts().loaded, rows);
        QVERIFY(house.operation(running).isWatched());
        QCOMPARE(house.operation(doubtful).state, Operation::State::InDoubt);

        std::string error;
        QVERIFY2(house.server.start(&error), error.c_str());
        WAIT_FOR(house.isOfNow());
        WAIT_FOR(house.operation(running).state == Operation::State::Succeeded);
        WAIT_FOR(house.operation(doubtful).looks == 1);
        QCOMPARE(house.unauthorized(), 0);
        QCOMPARE(house.server.writes(), 2);
    }

    void listsAndPollsComeBackWithTheService()
    {
        House house;
        house.session->operations.setPace({20ms, 20ms});
        house.session->start();
        WAIT_FOR(house.isLoaded());
        const quint64 id = house.replicate();
        WAIT_FOR(house.operation(id).isWatched());
        house.server.stop();
        for (models::ListSession *list : house.session->lists()) // asked again: one may just have had its last good answer
            WAIT_FOR((list->refresh(), list->freshness().error.kind == net::ErrorKind::Offline));
        WAIT_FOR(house.operation(id).pollError.has_value());
        QVERIFY(house.operation(id).isWatched());
        house.server.advance(1h);
        std::string error;
        QVERIFY2(house.server.start(&error), error.c_str());
        WAIT_FOR(house.isOfNow());
        WAIT_FOR(house.operation(id).state == Operation::State::Succeeded);
        QVERIFY(!house.operation(id).unread);
    }

    void aClockThatIsSetChangesNothing_data()
    {
        QTest::addColumn<bool>("byKey");
        QTest::addColumn<int>("hours");
        for (const bool byKey : {false, true}) {
            for (const int hours : {3, -3})
                QTest::addRow("%s, %d hours", byKey ? "AK/SK" : "password", hours) << byKey << hours;
        }
    }
    void aClockThatIsSetChangesNothing()
    {
        QFETCH(bool, byKey);
        QFETCH(int, hours);
        House house(byKey);
        house.session->start();
        WAIT_FOR(house.isLoaded());
        WAIT_FOR(house.isQuiet());
        house.server.clearRequests();
        house.clock.wallMs = qint64(hours) * 3'600 * 1'000;
        QVERIFY(house.knowsTheTime());
        WAIT_FOR(house.seen([](const mock::Seen &one) { return one.target.find("/replication_records") != std::string::npos; }) >
                 0); // it was noticed
        WAIT_FOR(house.isQuiet());
        house.server.advance(5min);
        for (const models::ListSession *list : house.session->lists())
            QVERIFY(list->freshness().asOf.secsTo(house.session->transport.serverNow()) >= 5 * 60);
        QVERIFY(house.server.fault("POST */replicate drop @1"));
        const quint64 doubtful = house.replicate();
        WAIT_FOR(house.operation(doubtful).state == Operation::State::InDoubt);
        house.session->operations.lookAgain(doubtful);
        WAIT_FOR(house.operation(doubtful).isWatched()); // found, by the service's time
        QVERIFY(!house.operation(doubtful).apart);
        WAIT_FOR(house.isQuiet());
        house.server.advance(1h);
        house.session->transport.wake();
        WAIT_FOR(house.operation(doubtful).state == Operation::State::Succeeded);
        QCOMPARE(house.unauthorized(), 0);
        QVERIFY(house.knowsTheTime());
        QVERIFY(std::abs(house.session->transport.clockOffsetMs().value_or(0) - house.clock.wallMs) <= 1500);
    }

    void aSkewedClockIsToldFromTheFirstRefusal_data()
    {
        QTest::addColumn<int>("hours");
        QTest::newRow("ahead") << 3;
        QTest::newRow("behind") << -3;
    }
    void aSkewedClockIsToldFromTheFirstRefusal()
    {
        QFETCH(int, hours);
        House house(true, hours);
        QSignalSpy signedOut(&house.session->transport, &net::Transport::signedOut);
        house.session->start();
        const auto failed = [&house] {
            return std::ranges::all_of(house.session->lists(),
                                       [](const models::ListSession *list) { return list->freshness().state == State::Failed; });
        };
        WAIT_FOR(failed());
        for (const models::ListSession *list : house.session->lists())
            QCOMPARE(list->freshness().error.kind, net::ErrorKind::SignedOut);
        QVERIFY(!signedOut.isEmpty());
        const qint64 skew = signedOut.first().at(1).value<net::ApiError>().clockSkew;
        QVERIFY2(std::abs(skew - hours * 3600) <= 1, qPrintable(QString::number(skew)));
        QVERIFY(house.unauthorized() < 5); // as many lock the key
    }
};

QTEST_GUILESS_MAIN(TestWakeup)
#include "tst_wakeup.moc"
