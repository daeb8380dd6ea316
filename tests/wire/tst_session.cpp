#include "app/democlock.h"
#include "app/session.h"
#include "models/drilltable.h"
#include "models/grouptable.h"
#include "models/joblookup.h"
#include "models/replicatebackupflow.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;
using models::Operation;
using State = models::Freshness::State;

namespace {

/// A session against a mock endpoint of its own, its calendar standing still until it is advanced.
struct House
{
    enum class SignIn { Password, Keys, TemporaryKeys, Token };

    explicit House(SignIn way = SignIn::Password, const std::string &scenario = "company",
                   const std::vector<std::string> &faults = {}, net::Transport::Options options = {})
        : server(setup(scenario, faults))
    {
        std::string error;
        if (!server.start(&error))
            qFatal("%s", error.c_str());
        door = server.door();
        options.endpoints = net::Endpoints::shared(QString::fromStdString(door.url));
        options.retryBase = std::chrono::milliseconds(5);
        net::Credential credential = net::PasswordLogin{QString::fromStdString(door.domain), QString::fromStdString(door.user),
                                                        QByteArray::fromStdString(door.password)};
        if (way == SignIn::Keys)
            credential = net::AccessKey{QString::fromStdString(door.ak), QByteArray::fromStdString(door.sk), {}};
        if (way == SignIn::TemporaryKeys) {
            const mock::TemporaryKey key = server.temporaryKey();
            credential = net::AccessKey{QString::fromStdString(key.ak), QByteArray::fromStdString(key.sk),
                                        QByteArray::fromStdString(key.securityToken)};
        }
        if (way == SignIn::Token)
            credential = net::ReadyToken{fetchToken(options, std::get<net::PasswordLogin>(credential))};
        session = std::make_unique<app::Session>(app::Session::Setup{options, credential, {scope()}}, clock);
        session->operations.setPace({std::chrono::milliseconds(20), std::chrono::milliseconds(20)});
    }

    net::Scope scope() const { return {QString::fromStdString(door.region), QString::fromStdString(door.projectId)}; }

    /// A backup that may be replicated and has not been to that region, found as a user would: among the loaded ones.
    net::Backup candidate(int skip = 0) const
    {
        const auto backups = std::dynamic_pointer_cast<const models::BackupTable>(session->backups.table());
        const auto records = std::dynamic_pointer_cast<const models::RecordTable>(session->records.table());
        QSet<QString> tried;
        for (const models::RecordRow &row : records->rows())
            tried.insert(row.record.sourceItemId);
        for (const models::BackupRow &row : backups->rows()) {
            if (!net::eligible(row.backup) && !tried.contains(row.backup.id) && skip-- == 0)
                return row.backup;
        }
        return {};
    }

    bool loaded() const
    {
        return session->records.freshness().state == State::Fresh && session->backups.freshness().state == State::Fresh;
    }

    mock::Server server;
    mock::Door door;
    app::DemoClock clock{server};
    std::unique_ptr<app::Session> session;

private:
    static mock::Options setup(const std::string &scenario, const std::vector<std::string> &faults)
    {
        mock::Options options;
        options.scenario = scenario;
        options.epoch = "2026-11-22T06:32:08Z";
        options.speed = 0;
        options.faults = faults;
        return options;
    }

    QByteArray fetchToken(const net::Transport::Options &options, const net::PasswordLogin &login)
    {
        net::Transport transport(options, clock);
        auto call = net::Iam(transport).token(scope(), login);
        QByteArray token;
        call->then(&transport,
                   [&token](const net::Result<net::Token> &answer) { token = answer ? answer->token : QByteArray("none"); });
        [&] { QTRY_VERIFY(!token.isEmpty()); }();
        return token;
    }
};

} // namespace

Q_DECLARE_METATYPE(House::SignIn)

class TestSession final : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void theWholeCompanyIsLoaded()
    {
        House house;
        house.session->records.setServerFilter({{u"with_count"_s, u"true"_s}});
        house.session->start();
        QTRY_VERIFY_WITH_TIMEOUT(house.loaded(), 20000);
        QCOMPARE(house.session->records.counts().loaded, house.session->records.counts().onServer.value_or(-1));
        QVERIFY(house.session->records.counts().loaded > 1000); // more than one page
        QVERIFY(house.session->backups.counts().loaded > 1000);
        QCOMPARE(house.session->records.counts().unreadable, 0);
        QCOMPARE(house.server.writes(), 0);
    }

    void theServicesTellTheirLimitsAndSites()
    {
        House house;
        house.session->start();
        models::ServiceFacts &facts = house.session->facts;
        QTRY_VERIFY_WITH_TIMEOUT(std::ranges::all_of(models::ServiceFacts::parts,
                                                     [&facts](models::ServiceFacts::Part part) {
                                                         return facts.freshness(part).state == State::Fresh;
                                                     }),
                                 20000);
        QCOMPARE(facts.backupQuotas().rows.size(), 2);
        QCOMPARE(facts.recoveryQuotas().rows.size(), 2);
        QVERIFY(!facts.domains().rows.isEmpty());
        QCOMPARE(facts.versions().rows.first().link,
                 house.door.url.empty() ? QString() : QString::fromStdString(house.door.url) + u"/v1"_s);
        QCOMPARE(facts.domains().freshness.asOf, house.clock.nowUtc());
        // the groups get the sites of their domain, once both have come and were joined on the worker
        const auto joined = [&house] {
            const auto table = std::dynamic_pointer_cast<const models::GroupTable>(house.session->groups.table());
            return table && table->rowCount() > 0 &&
                   std::ranges::any_of(table->rows(), [](const models::GroupRow &row) { return row.domain.has_value(); });
        };
        QTRY_VERIFY_WITH_TIMEOUT(joined(), 20000);
        const auto table = std::dynamic_pointer_cast<const models::GroupTable>(house.session->groups.table());
        for (const models::GroupRow &row : table->rows()) {
            QVERIFY(row.domainsLoaded);
            if (row.domain)
                QCOMPARE(row.domain->id, row.group.domainId);
        }
    }

    void aJobIsLookedUpAndFollowed()
    {
        House house;
        models::JobLookup lookup(house.session->sdrs, house.session->transport, house.scope());
        lookup.setPace({std::chrono::milliseconds(20), std::chrono::milliseconds(20)});
        lookup.look(QString::fromStdString(house.server.example("job running")));
        QTRY_VERIFY_WITH_TIMEOUT(lookup.job().has_value(), 20000);
        QCOMPARE(lookup.job()->status, net::Job::Status::Running);
        QVERIFY(lookup.isFollowing());
        house.server.advance(std::chrono::hours(1));
        QTRY_VERIFY_WITH_TIMEOUT(lookup.job()->over(), 20000);
        QVERIFY(lookup.job()->succeeded());
        lookup.look(u"no-such-job"_s);
        QTRY_VERIFY_WITH_TIMEOUT(lookup.isUnknown(), 20000);
        QVERIFY(!lookup.isFollowing());
    }

    void aBackupIsReplicatedToItsEnd_data()
    {
        QTest::addColumn<House::SignIn>("way");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<Operation::State>("end");
        QTest::addColumn<int>("deliveries");
        const std::pair<const char *, House::SignIn> ways[] = {
            {"token", House::SignIn::Token}, {"password", House::SignIn::Password}, {"AK/SK", House::SignIn::Keys}};
        for (const auto &[label, way] : ways) {
            QTest::addRow("%s, success", label) << way << u"dr-周报"_s << QByteArray() << Operation::State::Succeeded << 1;
            QTest::addRow("%s, failure", label) << way << u"fail-1"_s << QByteArray() << Operation::State::Failed << 1;
            QTest::addRow("%s, refusal", label)
                << way << QString() << QByteArray("POST */replicate status=409") << Operation::State::Refused << 1;
            QTest::addRow("%s, in doubt", label)
                << way << QString() << QByteArray("POST */replicate drop") << Operation::State::InDoubt << 1;
            QTest::addRow("%s, cut answer", label)
                << way << QString() << QByteArray("POST */replicate cut") << Operation::State::InDoubt << 1;
            QTest::addRow("%s, HTML for an answer", label)
                << way << QString() << QByteArray("POST */replicate wrongtype") << Operation::State::InDoubt << 1;
        }
    }
    void aBackupIsReplicatedToItsEnd()
    {
        QFETCH(House::SignIn, way);
        QFETCH(QString, name);
        QFETCH(QByteArray, fault);
        QFETCH(Operation::State, end);
        QFETCH(int, deliveries);
        House house(way);
        house.session->start();
        QTRY_VERIFY_WITH_TIMEOUT(house.loaded(), 20000);
        if (!fault.isEmpty())
            QVERIFY(house.server.fault(fault.toStdString()));
        models::ReplicateBackupFlow flow(house.session->transport, house.session->operations, house.scope(),
                                         QList{house.candidate()});
        QTRY_COMPARE(flow.stage(), models::ReplicateBackupFlow::Stage::Editing);
        flow.set(u"name"_s, name);
        QVERIFY(flow.canConfirm());
        const quint64 id = flow.confirm();
        const auto state = [&] { return house.session->operations.find(id)->state; };
        QTRY_VERIFY(state() > Operation::State::Sent);
        for (int i = 0; i < 20 && !house.session->operations.find(id)->isOver() && state() != Operation::State::InDoubt; ++i) {
            house.server.advance(std::chrono::seconds(30));
            QTest::qWait(60); // lets some polls pass; the loop ends on the state
        }
        QTRY_COMPARE(state(), end);
        QCOMPARE(house.server.writes(), deliveries);
        if (end != Operation::State::InDoubt)
            return;
        house.server.clearFaults();
        house.session->operations.lookAgain(id); // it was executed: the answer alone was lost
        QTRY_VERIFY(state() != Operation::State::InDoubt);
        QCOMPARE(house.session->operations.find(id)->candidates, 1);
        QCOMPARE(house.server.writes(), deliveries);
    }

    void aReplicaThatExistsIsRefusedWithItsCode()
    {
        House house(House::SignIn::TemporaryKeys);
        house.session->start();
        QTRY_VERIFY_WITH_TIMEOUT(house.loaded(), 20000);
        const net::Backup backup = house.candidate();
        quint64 last = 0;
        for (int i = 0; i < 2; ++i) {
            models::ReplicateBackupFlow flow(house.session->transport, house.session->operations, house.scope(), QList{backup});
            QTRY_COMPARE(flow.stage(), models::ReplicateBackupFlow::Stage::Editing);
            last = flow.confirm();
            QTRY_VERIFY(house.session->operations.find(last)->state > Operation::State::Sent);
        }
        QCOMPARE(house.session->operations.find(last)->state, Operation::State::Refused);
        QCOMPARE(house.session->operations.find(last)->error->code, u"BackupService.1009"_s);
    }

    void aTokenThatEndsInTheMiddleIsRenewedOnce()
    {
        House house;
        house.session->start();
        QTRY_VERIFY_WITH_TIMEOUT(house.loaded(), 20000);
        house.server.clearRequests();
        house.server.advance(std::chrono::hours(25));
        house.session->records.refresh();
        house.session->backups.refresh();
        QTRY_VERIFY_WITH_TIMEOUT(house.session->records.freshness().asOf > QDateTime({2026, 11, 23}, {0, 0}, Qt::UTC), 20000);
        QTRY_VERIFY_WITH_TIMEOUT(house.session->backups.freshness().asOf > QDateTime({2026, 11, 23}, {0, 0}, Qt::UTC), 20000);
        int signIns = 0;
        for (const mock::Seen &seen : house.server.requests())
            signIns += seen.method == "POST" && seen.target.starts_with("/v3/auth/tokens");
        QCOMPARE(signIns, 1);
    }

    void aTokenThatEndsBetweenTwoPagesCostsNoPage_data()
    {
        QTest::addColumn<bool>("isForeseen");
        QTest::newRow("its time is over") << true;
        QTest::newRow("it is ended at the service") << false;
    }
    void aTokenThatEndsBetweenTwoPagesCostsNoPage()
    {
        QFETCH(bool, isForeseen);
        House house;
        house.session->records.setServerFilter({{u"with_count"_s, u"true"_s}, {u"limit"_s, u"100"_s}});
        if (!isForeseen)
            QVERIFY(house.server.fault("GET */replication_records error=401/APIGW.0307 @12"));
        int pages = 0;
        connect(&house.session->transport, &net::Transport::logged, this, [&](const net::LogLine &line) {
            if (line.path.endsWith(u"/replication_records"_s) && ++pages == 11 && isForeseen)
                house.server.advance(std::chrono::hours(25)); // no other page is out: each begins where the one before it ended
        });
        models::ListSession &records = house.session->records;
        records.refresh();
        QTRY_COMPARE_WITH_TIMEOUT(records.freshness().state, State::Fresh, 20000);
        QVERIFY(!records.freshness().stoppedEarly);
        QCOMPARE(records.counts().loaded, records.counts().onServer.value_or(-1));
        QSet<QString> ids;
        for (int row = 0; row < records.table()->rowCount(); ++row)
            ids.insert(records.table()->key(row).id);
        QCOMPARE(ids.size(), records.counts().loaded);
        int signIns = 0, refused = 0;
        QMap<std::string, int> answered;
        for (const mock::Seen &seen : house.server.requests()) {
            signIns += seen.method == "POST" && seen.target.starts_with("/v3/auth/tokens");
            refused += seen.status == 401;
            if (seen.status == 200 && seen.target.find("/replication_records") != std::string::npos)
                ++answered[seen.target];
        }
        QCOMPARE(signIns, 2); // to come in, and once more
        QCOMPARE(refused, isForeseen ? 0 : 1);
        QVERIFY(answered.size() > 20);
        QCOMPARE(*std::ranges::max_element(std::as_const(answered)), 1); // no page is read twice
    }

    void aBadAnswerKeepsTheLastGoodRows_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<net::ErrorKind>("kind");
        QTest::newRow("HTML") << QByteArray("GET */replication_records wrongtype") << net::ErrorKind::BadReply;
        QTest::newRow("cut JSON") << QByteArray("GET */replication_records malformed") << net::ErrorKind::BadReply;
        QTest::newRow("empty body") << QByteArray("GET */replication_records empty") << net::ErrorKind::BadReply;
        QTest::newRow("503") << QByteArray("GET */replication_records status=503") << net::ErrorKind::Busy;
        QTest::newRow("403") << QByteArray("GET */replication_records status=403") << net::ErrorKind::Denied;
        QTest::newRow("500") << QByteArray("GET */replication_records status=500") << net::ErrorKind::ServerFault;
        QTest::newRow("dropped") << QByteArray("GET */replication_records drop") << net::ErrorKind::Offline;
        QTest::newRow("reset") << QByteArray("GET */replication_records reset") << net::ErrorKind::Offline;
    }
    void aBadAnswerKeepsTheLastGoodRows()
    {
        QFETCH(QByteArray, fault);
        House house;
        house.session->start();
        QTRY_VERIFY_WITH_TIMEOUT(house.loaded(), 20000);
        const int rows = house.session->records.counts().loaded;
        QVERIFY(house.server.fault(fault.toStdString()));
        house.session->records.refresh();
        QTRY_COMPARE_WITH_TIMEOUT(house.session->records.freshness().state, State::Failed, 20000);
        QTEST(house.session->records.freshness().error.kind, "kind");
        QVERIFY(house.session->records.freshness().error.endpoint.startsWith(u"127.0.0.1"_s));
        QCOMPARE(house.session->records.counts().loaded, rows);
    }

    void oneBadRowAmongGoodOnesIsCounted()
    {
        House house(House::SignIn::Password, "odd");
        house.session->start();
        QTRY_VERIFY_WITH_TIMEOUT(house.loaded(), 20000);
        QVERIFY(house.session->records.counts().unreadable + house.session->backups.counts().unreadable > 0);
        QVERIFY(house.session->records.counts().loaded > 0);
    }

    void anEmptyTableMeansTheServerSaidNone()
    {
        House house(House::SignIn::TemporaryKeys, "empty");
        house.session->start();
        QTRY_VERIFY_WITH_TIMEOUT(house.loaded(), 20000);
        QCOMPARE(house.session->records.counts().loaded, 0);
        QVERIFY(house.session->records.freshness().asOf.isValid());
    }

    void aFilterOnOnePageTakesNoNamesFromAnother()
    {
        House house;
        house.session->start();
        models::ListSession &groups = house.session->groups, &drills = house.session->drills;
        const auto groupNames = [&drills] {
            QStringList names;
            const auto table = std::dynamic_pointer_cast<const models::DrillTable>(drills.table());
            for (const models::DrillRow &row : table->rows())
                names.append(row.groupName);
            return names;
        };
        QTRY_VERIFY_WITH_TIMEOUT(groups.isWhole() && drills.isWhole(), 20000);
        QTRY_VERIFY(groupNames().size() == 9 && !groupNames().contains(QString()));
        const QStringList before = groupNames();
        groups.setServerFilter({{u"name"_s, u"no such name"_s}});
        groups.refresh();
        QTRY_VERIFY(groups.freshness().state == State::Fresh && groups.counts().loaded == 0);
        QVERIFY(!groups.isWhole());
        drills.refresh();
        QSignalSpy read(&drills, &models::ListSession::changed);
        QTRY_VERIFY(drills.freshness().state == State::Fresh && !read.isEmpty());
        QCOMPARE(groupNames(), before);
    }

    void aReadOnlySessionDeliversNoWrite()
    {
        net::Transport::Options options;
        options.readOnly = true;
        House house(House::SignIn::Password, "company", {}, options);
        house.session->start();
        QTRY_VERIFY_WITH_TIMEOUT(house.loaded(), 20000);
        models::ReplicateBackupFlow flow(house.session->transport, house.session->operations, house.scope(),
                                         QList{house.candidate()});
        QTRY_COMPARE(flow.stage(), models::ReplicateBackupFlow::Stage::Editing);
        QCOMPARE(flow.obstacle().code, net::Reason::Code::ReadOnly);
        QCOMPARE(flow.confirm(), 0ULL);
        QCOMPARE(house.server.writes(), 0);
    }
};

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
