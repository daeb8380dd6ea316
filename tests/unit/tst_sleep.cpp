#include "models/joblookup.h"
#include "models/listsession.h"
#include "models/operations.h"
#include "models/recordtable.h"
#include "net/csbs.h"
#include "net/sleepwatch.h"
#include "net/transport.h"
#include "net/write.h"
#include "support/fakenetwork.h"
#include "support/outcome.h"

#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using models::Freshness;
using models::Operation;
using test::FakeNetwork;
using test::outcome;

#define WAIT_FOR(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, 20000)

namespace {

const QString records = u"GET /v1/p1/replication_records"_s;
const QString tokens = u"POST /v3/auth/tokens"_s;
const QString replicate = u"POST /v1/p1/providers/fc4d5750-22e7-4798-8a46-f48f62c4c1da/checkpoint_items/i1/replicate"_s;
const QString job = u"GET /v1/p1/jobs/j1"_s;
constexpr char emptyPage[] = R"({"replication_records":[],"count":0})";
const QDateTime start({2026, 11, 22}, {6, 32, 8}, Qt::UTC); // clazy:exclude=non-pod-global-static

/// What a machine's clocks do.
enum class Event {
    Passes, ///< time passes
    Sleeps, ///< the same with nobody awake
    Stops,  ///< time passes, and the machine knows it only by its wall clock, which was set right afterwards
    IsSet   ///< no time passes, but the wall clock is moved
};

/// The clocks of a machine that sleeps, is stopped, or is set; they stand still otherwise.
class Machine final : public net::Clock
{
public:
    QDateTime nowUtc() const override
    {
        ++looks;
        return wall;
    }
    std::chrono::milliseconds steady() const override { return passed; }
    void live(Event event, std::chrono::seconds by)
    {
        wall = wall.addSecs(by.count());
        if (event == Event::Passes || event == Event::Sleeps)
            passed += by;
        if (event != Event::IsSet)
            server = server.addSecs(by.count());
    }
    /// What the server says in its answers.
    QList<QPair<QByteArray, QByteArray>> date(QList<QPair<QByteArray, QByteArray>> further = {}) const
    {
        const QString text = QLocale::c().toString(server, u"ddd, dd MMM yyyy HH:mm:ss"_s) + u" GMT"_s;
        further.append({"Date", text.toLatin1()});
        return further;
    }

    QDateTime wall = start, server = start;
    std::chrono::milliseconds passed = 5h;
    mutable int looks = 0;
};

QByteArray tokenUntil(const QDateTime &end)
{
    const QByteArray text = end.toString(u"yyyy-MM-ddTHH:mm:ss"_s).toLatin1() + ".000000Z";
    return "{\"token\":{\"expires_at\":\"" + text + "\",\"user\":{\"name\":\"li.wei\"}}}";
}

QByteArray record(const QByteArray &status)
{
    return "{\"replication_records\":[{\"id\":\"r1\",\"status\":\"" + status +
           "\",\"created_at\":\"2026-11-22T06:32:08\",\"source_checkpoint_item_id\":\"i1\","
           "\"destination_project_id\":\"p2\"}]}";
}

models::Order order()
{
    models::Order order;
    order.draft.verb = &net::verbs::replicateBackup;
    order.draft.scope = test::scope;
    order.draft.target.insert(u"checkpoint_item_id"_s, u"i1"_s);
    order.draft.values = {{u"destination_region"_s, u"cn-east-3"_s}, {u"destination_project_id"_s, u"p2"_s}};
    return order;
}

/// A transport, a list and the operations on a scripted network, whose timers never end by themselves within a test.
struct Works
{
    explicit Works(const net::Credential &credential = net::ReadyToken{"tok-1"})
    {
        transport.setCredential(credential);
        operations.setPace({1h, 1h});
        list.setPace({.moving = 1h, .idle = 1h, .background = 1h, .firstRetry = 1h, .lastRetry = 1h});
        QObject::connect(&transport, &net::Transport::woke, &list, &models::ListSession::wake);
    }
    net::CallPtr<net::RecordPage> ask() { return net::Csbs(transport).replicationRecords(test::scope, {}); }
    bool load()
    {
        list.refresh();
        [&] { WAIT_FOR(list.freshness().state != Freshness::State::Loading); }();
        return list.freshness().state == Freshness::State::Fresh;
    }
    Operation::State state() const { return operations.all().first().state; }
    int asked() const { return network.count(records); }

    FakeNetwork network;
    Machine clock;
    net::Transport transport{test::fakeOptions(network), clock};
    net::Csbs csbs{transport};
    models::Worker worker;
    models::ListSession list{{models::recordOrigin([this](const net::Query &filter, int,
                                                          int) { return csbs.replicationRecordsRaw(test::scope, filter); },
                                                   test::scope, {})},
                             models::emptyRecordTable(),
                             &worker,
                             clock};
    models::Operations operations{transport};
};

void eventColumns()
{
    QTest::addColumn<Event>("event");
    QTest::addColumn<int>("hours");
    QTest::newRow("eight hours asleep") << Event::Sleeps << 8;
    QTest::newRow("eight hours stopped") << Event::Stops << 8;
    QTest::newRow("set forward") << Event::IsSet << 3;
    QTest::newRow("set back") << Event::IsSet << -3;
}

} // namespace

Q_DECLARE_METATYPE(Event)

/// Sleep, clocks that are set, and a network that is away for a while: on scripted clocks and answers.
class TestSleep final : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    // ---- noticing

    void aSleepAndASetClockAreNoticed_data() { eventColumns(); }
    void aSleepAndASetClockAreNoticed()
    {
        QFETCH(Event, event);
        QFETCH(int, hours);
        Machine clock;
        net::SleepWatch watch(clock);
        watch.setInterval(1ms);
        QSignalSpy woke(&watch, &net::SleepWatch::woke);
        const auto looks = [&clock] {
            const int before = clock.looks;
            [&] { WAIT_FOR(clock.looks > before + 3); }();
        };
        looks();
        clock.live(Event::Passes, 30s); // a busy machine
        looks();
        clock.live(Event::IsSet, -20s);
        looks();
        QCOMPARE(woke.size(), 0);
        clock.live(event, std::chrono::hours(hours));
        looks();
        QCOMPARE(woke.size(), 1); // once, however often it looks
    }

    // ---- the server's time

    void theServersTimeGoesOnWhateverIsDoneToOurs()
    {
        Works works;
        works.network.script(records, {.body = emptyPage, .headers = works.clock.date()});
        auto call = works.ask();
        QVERIFY(outcome(call)->has_value());
        QCOMPARE(works.transport.clockOffsetMs(), 0);
        for (const int hours : {3, -6, 27}) {
            works.clock.live(Event::IsSet, std::chrono::hours(hours));
            QCOMPARE(works.transport.serverNow(), works.clock.server);
            QCOMPARE(works.transport.clockOffsetMs(), works.clock.server.msecsTo(works.clock.wall));
            works.clock.live(Event::Passes, 10min);
            QCOMPARE(works.transport.serverNow(), works.clock.server);
            works.clock.live(Event::Sleeps, 8h);
            QCOMPARE(works.transport.serverNow(), works.clock.server);
        }
    }

    void aMachineThatWasStoppedLearnsTheTimeFromTheNextAnswer()
    {
        Works works;
        works.network.script(records, {.body = emptyPage, .headers = works.clock.date()});
        auto before = works.ask();
        QVERIFY(outcome(before)->has_value());
        works.clock.live(Event::Stops, 8h);
        QCOMPARE(works.transport.serverNowAtMost(), works.clock.server);
        works.network.script(records, {.body = emptyPage, .headers = works.clock.date()});
        auto after = works.ask();
        QVERIFY(outcome(after)->has_value());
        QCOMPARE(works.transport.serverNow(), works.clock.server);
        QCOMPARE(works.transport.clockOffsetMs(), 0);
    }

    void aTokenIsRenewedBeforeItIsUsed_data() { eventColumns(); }
    void aTokenIsRenewedBeforeItIsUsed()
    {
        QFETCH(Event, event);
        QFETCH(int, hours);
        Works works(net::PasswordLogin{u"corp"_s, u"li.wei"_s, "secret-word"});
        const auto grant = [&works](const char *token) {
            works.network.script(tokens, {.status = 201,
                                          .body = tokenUntil(works.clock.server.addDays(1)),
                                          .headers = works.clock.date({{"X-Subject-Token", token}})});
        };
        const auto ask = [&works] {
            works.network.script(records, {.body = emptyPage, .headers = works.clock.date()});
            auto call = works.ask();
            return outcome(call)->has_value();
        };
        grant("tok-1");
        QVERIFY(ask());
        works.clock.live(Event::Passes, 23h - 5s);
        works.clock.live(event, std::chrono::hours(hours));
        if (event == Event::IsSet)
            works.clock.live(Event::Passes, 1h); // it ends in spite of what the clock says
        grant("tok-2");
        QVERIFY(ask()); // a token that has ended would be asked with first, and nobody scripted an answer to that
        QCOMPARE(works.network.asked().last().request.rawHeader("X-Auth-Token"), QByteArray("tok-2"));
        QVERIFY(ask() && ask());
        QCOMPARE(works.network.count(tokens), 2);
    }

    // ---- signatures

    void asSignedByAKeyTheClockMayBeSet()
    {
        Works works(net::AccessKey{u"AK"_s, "secret-key", {}});
        for (const int hours : {0, 3, -6}) {
            works.clock.live(Event::IsSet, std::chrono::hours(hours));
            works.network.script(records, {.body = emptyPage, .headers = works.clock.date()});
            auto call = works.ask();
            QVERIFY(outcome(call)->has_value());
            QCOMPARE(works.network.asked().last().request.rawHeader("X-Sdk-Date"), QByteArray("20261122T063208Z"));
        }
    }

    void aSkewIsThatOfTheTimeInTheSignature()
    {
        const auto skew = [](const net::Credential &credential, int hours) {
            Works works(credential);
            works.clock.live(Event::IsSet, std::chrono::hours(hours));
            const bool isKey = std::holds_alternative<net::AccessKey>(credential);
            works.network.script(isKey ? records : tokens, {.status = 401, .headers = works.clock.date()});
            auto call = works.ask();
            const net::ApiError error = outcome(call)->error();
            [&] { QCOMPARE(error.kind, net::ErrorKind::SignedOut); }();
            return error.clockSkew;
        };
        QCOMPARE(skew(net::AccessKey{u"AK"_s, "secret-key", {}}, 3), 3 * 3600);
        QCOMPARE(skew(net::AccessKey{u"AK"_s, "secret-key", {}}, -3), -3 * 3600);
        QCOMPARE(skew(net::PasswordLogin{u"corp"_s, u"li.wei"_s, "wrong-word"}, 3), 0); // whatever the clock says
    }

    void eachOfSeveralThatAreOutIsRefusedForTheSkew()
    {
        Works works(net::AccessKey{u"AK"_s, "secret-key", {}});
        works.clock.live(Event::IsSet, 3h);
        for (int i = 0; i < 3; ++i)
            works.network.script(records, {.status = 401, .headers = works.clock.date(), .held = true});
        std::vector<net::CallPtr<net::RecordPage>> calls;
        QList<qint64> skews;
        for (int i = 0; i < 3; ++i) {
            calls.push_back(works.ask());
            calls.back()->then(
                this, [&skews](const net::Result<net::RecordPage> &page) { skews.append(page ? 0 : page.error().clockSkew); });
        }
        WAIT_FOR(works.asked() == 3);
        works.network.release();
        WAIT_FOR(skews.size() == 3);
        QCOMPARE(skews, QList<qint64>(3, 3 * 3600)); // the first answer tells the time, and the others were signed before it
    }

    void aSignatureThatWasSleptOverSaysNothingOfTheKey_data()
    {
        QTest::addColumn<Event>("event");
        QTest::newRow("asleep") << Event::Sleeps;
        QTest::newRow("stopped") << Event::Stops;
    }
    void aSignatureThatWasSleptOverSaysNothingOfTheKey()
    {
        QFETCH(Event, event);
        Works works(net::AccessKey{u"AK"_s, "secret-key", {}});
        works.network.script(records, {.body = emptyPage, .headers = works.clock.date()});
        auto first = works.ask();
        QVERIFY(outcome(first)->has_value());
        QSignalSpy signedOut(&works.transport, &net::Transport::signedOut);
        Machine later = works.clock;
        later.live(event, 8h);
        works.network.script(records, {.status = 401, .headers = later.date(), .held = true}); // it arrived at last
        works.network.script(records, {.body = emptyPage, .headers = later.date()});
        auto second = works.ask();
        std::optional<bool> isGood;
        second->then(this, [&isGood](const net::Result<net::RecordPage> &page) { isGood = page.has_value(); });
        WAIT_FOR(works.asked() == 2);
        works.clock.live(event, 8h);
        works.network.release();
        WAIT_FOR(isGood.has_value());
        QVERIFY(*isGood);
        QCOMPARE(signedOut.size(), 0);
    }

    void aKeyThatIsRefusedLaterIsNotPutDownToTheClock()
    {
        Works works(net::AccessKey{u"AK"_s, "secret-key", {}});
        works.network.script(records, {.body = emptyPage, .headers = works.clock.date()});
        auto first = works.ask();
        QVERIFY(outcome(first)->has_value());
        works.clock.live(Event::IsSet, 3h);
        works.network.script(records, {.status = 401, .headers = works.clock.date()});
        auto second = works.ask();
        QCOMPARE(outcome(second)->error().clockSkew, 0);
    }

    // ---- what is out when the machine falls asleep

    void aReadThatIsOutIsAskedAnew()
    {
        Works works;
        works.network.script(records, {.status = 0}); // tries before the sleep are no reason to give up after it
        works.network.script(records, {.status = 0});
        works.network.script(records, {.held = true});
        works.network.script(records, {.status = 0});
        works.network.script(records, {.body = emptyPage, .headers = works.clock.date()});
        auto call = works.ask();
        std::optional<net::Result<net::RecordPage>> told;
        call->then(this, [&told](const net::Result<net::RecordPage> &page) { told = page; });
        WAIT_FOR(works.asked() == 3);
        works.clock.live(Event::Sleeps, 8h);
        works.transport.wake();
        WAIT_FOR(told.has_value());
        QVERIFY(told->has_value());
        QCOMPARE(works.asked(), 5);
    }

    void aWriteThatIsOutWaitsForItsAnswer()
    {
        Works works;
        works.network.script(replicate, {.body = R"({"replication":{"replication_record_id":"r1"}})", .held = true});
        works.network.always(records, {.body = record("replicating")});
        works.operations.submit(order());
        WAIT_FOR(works.network.count(replicate) == 1);
        works.clock.live(Event::Sleeps, 8h);
        works.transport.wake();
        QCOMPARE(works.state(), Operation::State::Sent);
        works.network.release();
        WAIT_FOR(works.state() == Operation::State::Running);
        QCOMPARE(works.network.count(replicate), 1);
    }

    void anAnswerFromBeforeTheSleepTellsNoTime()
    {
        Works works(net::AccessKey{u"AK"_s, "secret-key", {}});
        works.network.script(records, {.body = emptyPage, .headers = works.clock.date()});
        auto first = works.ask();
        QVERIFY(outcome(first)->has_value());
        works.network.script(records, {.body = emptyPage, .headers = works.clock.date(), .held = true});
        auto second = works.ask();
        bool isTold = false;
        second->then(this, [&isTold](const net::Result<net::RecordPage> &) { isTold = true; });
        WAIT_FOR(works.asked() == 2);
        works.clock.live(Event::Sleeps, 8h);
        works.network.release(); // it had come, and nobody was awake to read it
        WAIT_FOR(isTold);
        QCOMPARE(works.transport.serverNow(), works.clock.server); // or the next signature would be eight hours old
    }

    void aPauseIsOverWhenTheMachineSleptThroughIt()
    {
        Works works;
        works.network.script(records, {.status = 429, .headers = {{"Retry-After", "100"}}});
        works.network.script(records, {.body = emptyPage});
        auto call = works.ask();
        std::optional<net::Result<net::RecordPage>> told;
        call->then(this, [&told](const net::Result<net::RecordPage> &page) { told = page; });
        QSignalSpy logged(&works.transport, &net::Transport::logged);
        WAIT_FOR(logged.size() == 1);
        works.clock.live(Event::Sleeps, 90s);
        works.transport.wake();
        QCoreApplication::processEvents(); // what was due would leave now
        QCOMPARE(works.asked(), 1);
        works.clock.live(Event::Sleeps, 10s);
        works.transport.wake();
        WAIT_FOR(told.has_value());
        QVERIFY(told->has_value());
    }

    void aRenewalThatWaitsIsTriedAtOnce()
    {
        FakeNetwork network;
        Machine clock;
        net::Transport::Options options = test::fakeOptions(network);
        options.retryBase = 1h;
        net::Transport transport(options, clock);
        transport.setCredential(net::PasswordLogin{u"corp"_s, u"li.wei"_s, "secret-word"});
        network.script(tokens, {.status = 0});
        QSignalSpy delayed(&transport, &net::Transport::signInDelayed);
        auto call = net::Csbs(transport).replicationRecords(test::scope, {});
        WAIT_FOR(delayed.size() == 1);
        clock.live(Event::Sleeps, 8h);
        network.script(
            tokens,
            {.status = 201, .body = tokenUntil(clock.server.addDays(1)), .headers = clock.date({{"X-Subject-Token", "tok-1"}})});
        network.script(records, {.body = emptyPage});
        transport.wake();
        QVERIFY(outcome(call)->has_value());
    }

    // ---- lists

    void aListIsRefreshedAfterASleepIfItIsByItself_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<bool>("refreshed");
        QTest::newRow("seen") << u"seen"_s << true;
        QTest::newRow("failed before") << u"failed"_s << true;
        QTest::newRow("nobody looks") << u"hidden"_s << false;
        QTest::newRow("switched off") << u"off"_s << false;
        QTest::newRow("stopped by its user") << u"stopped"_s << false;
        QTest::newRow("signed out") << u"signed out"_s << false;
        QTest::newRow("the server asked to wait") << u"busy"_s << false;
        QTest::newRow("never asked for") << u"never"_s << false;
    }
    void aListIsRefreshedAfterASleepIfItIsByItself()
    {
        QFETCH(QString, what);
        QFETCH(bool, refreshed);
        Works works;
        works.network.always(records, {.body = record("success"), .headers = works.clock.date()});
        if (what != "never"_L1)
            QVERIFY(works.load());
        if (what == "failed"_L1)
            works.network.always(records, {.status = 500});
        else if (what == "signed out"_L1)
            works.network.always(records, {.status = 401});
        else if (what == "busy"_L1)
            works.network.always(records, {.status = 503, .headers = {{"Retry-After", "86400"}}});
        else if (what == "hidden"_L1)
            works.list.setWatch(models::ListSession::Watch::Hidden);
        else if (what == "off"_L1)
            works.list.setPace({.isOff = true});
        if (what == "failed"_L1 || what == "signed out"_L1 || what == "busy"_L1)
            QVERIFY(!works.load());
        if (what == "stopped"_L1) {
            works.network.always(records, {.held = true});
            works.list.refresh();
            WAIT_FOR(works.asked() == 2);
            works.list.stop();
        }
        const int before = works.asked();
        works.clock.live(Event::Sleeps, 8h);
        works.network.always(records, {.body = record("success"), .headers = works.clock.date()});
        works.transport.wake();
        QCOMPARE(works.list.freshness().state == Freshness::State::Loading, refreshed);
        if (refreshed) {
            WAIT_FOR(works.list.freshness().state == Freshness::State::Fresh);
            QCOMPARE(works.list.freshness().asOf, works.clock.server);
        }
        QCOMPARE(works.asked(), before + (refreshed ? 1 : 0));
        if (what == "hidden"_L1) {
            QCOMPARE(works.list.freshness().state, Freshness::State::Stale);
            works.list.setWatch(models::ListSession::Watch::InFront);
            WAIT_FOR(works.asked() == before + 1); // at once, not after the hour
        }
    }

    void anAgeIsThatOfTheServersTime_data() { eventColumns(); }
    void anAgeIsThatOfTheServersTime()
    {
        QFETCH(Event, event);
        QFETCH(int, hours);
        Works works;
        works.network.always(records, {.body = record("success"), .headers = works.clock.date()});
        QVERIFY(works.load());
        works.clock.live(Event::Passes, 5min);
        works.clock.live(event, std::chrono::hours(hours));
        const qint64 age = works.list.freshness().asOf.secsTo(works.transport.serverNow());
        if (event == Event::Stops) // till the next answer nothing on the machine knows but the wall clock, which may lie
            QCOMPARE(age, 5 * 60);
        else
            QCOMPARE(age, works.list.freshness().asOf.secsTo(works.clock.server));
    }

    // ---- operations

    void anOperationIsLookedAtAfterASleep_data() { eventColumns(); }
    void anOperationIsLookedAtAfterASleep()
    {
        QFETCH(Event, event);
        QFETCH(int, hours);
        Works works;
        works.network.script(replicate,
                             {.body = R"({"replication":{"replication_record_id":"r1"}})", .headers = works.clock.date()});
        works.network.always(records, {.body = record("replicating"), .headers = works.clock.date()});
        works.operations.submit(order());
        WAIT_FOR(works.state() == Operation::State::Running);
        works.clock.live(event, std::chrono::hours(hours));
        QCOMPARE(works.state(), Operation::State::Running); // time is no reason
        works.network.always(records, {.status = 0});       // the network is not there yet
        works.transport.wake();
        WAIT_FOR(works.operations.all().first().pollError.has_value());
        QCOMPARE(works.state(), Operation::State::Running);
        QVERIFY(!works.operations.all().first().unread);
        works.network.always(records, {.body = record("success"), .headers = works.clock.date()});
        works.transport.wake();
        WAIT_FOR(works.state() == Operation::State::Succeeded);
        QCOMPARE(works.operations.all().first().ended, works.clock.server);
    }

    void aJobThatIsFollowedIsLookedAtAfterASleep()
    {
        Works works;
        net::Sdrs sdrs(works.transport);
        models::JobLookup lookup(sdrs, works.transport, test::scope);
        lookup.setPace({1h, 1h});
        works.network.script(job, {.body = R"({"job_id":"j1","status":"RUNNING"})"});
        lookup.look(u"j1"_s);
        WAIT_FOR(lookup.isFollowing() && lookup.job());
        works.clock.live(Event::Sleeps, 8h);
        works.network.script(job, {.body = R"({"job_id":"j1","status":"SUCCESS"})"});
        works.transport.wake();
        WAIT_FOR(lookup.job()->over());
    }

    /// What was made within the window after sending may be ours, by the service's time alone.
    void aDoubtIsSettledByTheServicesTime_data() { eventColumns(); }
    void aDoubtIsSettledByTheServicesTime()
    {
        QFETCH(Event, event);
        QFETCH(int, hours);
        Works works;
        works.network.script(records, {.body = emptyPage, .headers = works.clock.date()});
        auto first = works.ask(); // the server's time is known
        QVERIFY(outcome(first)->has_value());
        works.network.script(replicate, {.status = 0});
        const quint64 id = works.operations.submit(order());
        WAIT_FOR(works.state() == Operation::State::InDoubt);
        works.clock.live(event, std::chrono::hours(hours));
        works.network.always(records, {.status = 0});
        works.operations.lookAgain(id);
        WAIT_FOR(works.operations.all().first().pollError.has_value());
        QCOMPARE(works.state(), Operation::State::InDoubt); // a look that is lost settles nothing
        if (event == Event::IsSet) {                        // no time has passed: ours may be on its way yet
            works.network.always(records, {.body = emptyPage, .headers = works.clock.date()});
            works.operations.lookAgain(id);
            WAIT_FOR(works.operations.all().first().looks == 1);
            QCOMPARE(works.state(), Operation::State::InDoubt);
        }
        works.network.always(records, {.body = record("success"), .headers = works.clock.date()});
        works.operations.lookAgain(id);
        WAIT_FOR(works.state() == Operation::State::Succeeded);
        QCOMPARE(works.network.count(replicate), 1);
    }

    // ---- a network that is away

    void aListComesBackWithTheNetwork()
    {
        Works works;
        works.network.always(records, {.body = record("success"), .headers = works.clock.date()});
        QVERIFY(works.load());
        works.list.setPace({.moving = 1h, .idle = 1h, .background = 1h, .firstRetry = 1ms, .lastRetry = 1ms});
        works.network.always(records, {.status = 0});
        QVERIFY(!works.load());
        QCOMPARE(works.list.counts().loaded, 1); // what was there stays
        QCOMPARE(works.list.freshness().asOf, start);
        works.clock.live(Event::Passes, 1min);
        works.network.always(records, {.body = record("success"), .headers = works.clock.date()});
        WAIT_FOR(works.list.freshness().state == Freshness::State::Fresh);
        QCOMPARE(works.list.freshness().asOf, works.clock.server);
    }
};

QTEST_GUILESS_MAIN(TestSleep)
#include "tst_sleep.moc"
