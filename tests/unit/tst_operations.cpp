#include "models/replicatebackupflow.h"
#include "support/fakenetwork.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using models::Operation;
using test::FakeNetwork;

namespace {

const QString capabilities = u"GET /v1/p1/replication_capabilities"_s;
const QString projects = u"GET /v3/auth/projects"_s;
const QString records = u"GET /v1/p1/replication_records"_s;
const QString foreseen = records + u"?destination_region=cn-east-3&source_checkpoint_item_id=i1&limit=1000&offset=0&"
                                   u"sort=created_at%3Adesc"_s;
const QString quotas = u"GET /v1/p2/quotas"_s;
const QString replicate = u"POST /v1/p1/providers/fc4d5750-22e7-4798-8a46-f48f62c4c1da/checkpoint_items/i1/replicate"_s;

QByteArray record(const char *status, const char *createdAt = "2026-11-22T06:32:09.000000", const char *more = "")
{
    return QByteArray("{\"id\":\"r1\",\"status\":\"") + status +
           "\",\"source_checkpoint_item_id\":\"i1\",\"destination_project_id\":\"p2\",\"created_at\":\"" + createdAt +
           "\",\"extra_info\":{\"progress\":40" + more + "}}";
}

QByteArray page(const QByteArray &rows) { return "{\"replication_records\":[" + rows + "],\"count\":1}"; }

/// A session over a scripted network, with a flow that is ready to be confirmed.
struct Bench
{
    Bench()
    {
        network.script(capabilities, {.body = R"({"regions":[{"name":"other","replication_destinations":["x"]},
            {"name":"cn-north-4","replication_destinations":["cn-east-3","cn-north-4"]}]})"});
        network.script(projects, {.body = R"({"projects":[{"id":"p1","name":"cn-north-4"},{"id":"p2","name":"cn-east-3_dr"},
            {"id":"p3","name":"cn-east-3","enabled":false}]})"});
        network.script(foreseen, {.body = page("")});
        network.script(quotas, {.body = R"({"quotas":{"resources":[{"type":"backups","quota":600,"used":42}]}})"});
        transport.setCredential(net::ReadyToken{"tok-1"});
        operations.setPace({std::chrono::milliseconds(1), std::chrono::milliseconds(1)});
        net::Backup backup;
        backup.id = u"i1"_s;
        backup.name = u"autobk_1"_s;
        backup.status = net::Backup::Status::Available;
        flow = std::make_unique<models::ReplicateBackupFlow>(transport, operations, test::scope, QList{backup});
    }
    bool ready() const
    {
        return flow->stage() == models::ReplicateBackupFlow::Stage::Editing && flow->records().complete &&
               !flow->quotas().loading;
    }
    Operation::State state() const { return operations.all().first().state; }
    QList<Operation::State> path() const
    {
        QList<Operation::State> states;
        for (const Operation::Step &step : operations.all().first().timeline) {
            if (step.kind == Operation::Step::Kind::Entered)
                states.append(step.state);
        }
        return states;
    }

    FakeNetwork network;
    test::FakeClock clock;
    net::Transport transport{test::fakeOptions(network), clock};
    models::Operations operations{transport};
    std::unique_ptr<models::ReplicateBackupFlow> flow;
};

} // namespace

class TestOperations final : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void onlyOfferedRegionsAndEnabledProjectsCanBeChosen()
    {
        Bench bench;
        QTRY_VERIFY(bench.ready());
        QCOMPARE(bench.flow->regions(), QStringList{u"cn-east-3"_s});
        QCOMPARE(bench.flow->projects().size(), 1);
        QCOMPARE(bench.flow->value(u"destination_project_id"_s), u"p2"_s);
        QVERIFY(bench.flow->canConfirm());
        bench.flow->set(u"destination_region"_s, u"cn-south-1"_s);
        QCOMPARE(bench.flow->problem(u"destination_region"_s).code, net::Reason::Code::NotOffered);
        QVERIFY(!bench.flow->canConfirm());
        QCOMPARE(bench.flow->confirm(), 0ULL);
    }

    void aReplicationGoesFromPreparedToSucceeded()
    {
        Bench bench;
        QTRY_VERIFY(bench.ready());
        bench.network.script(replicate, {.body = R"({"replication":{"replication_record_id":"r1"}})"});
        for (const char *status : {"waiting_replicate", "replicating", "success"})
            bench.network.script(records, {.body = page(record(status))});
        bench.flow->confirm();
        QTRY_COMPARE(bench.state(), Operation::State::Succeeded);
        QCOMPARE(bench.path(), (QList{Operation::State::Prepared, Operation::State::Sent, Operation::State::Accepted,
                                      Operation::State::Running, Operation::State::Succeeded}));
        QCOMPARE(bench.operations.counts().unread, 0);
    }

    void aSecondConfirmationSendsNothing()
    {
        Bench bench;
        QTRY_VERIFY(bench.ready());
        bench.network.script(replicate, {.body = R"({"replication":{"replication_record_id":"r1"}})"});
        bench.network.script(records, {.body = page(record("success"))});
        QVERIFY(bench.flow->confirm() != 0);
        QCOMPARE(bench.flow->confirm(), 0ULL);
        QTRY_COMPARE(bench.state(), Operation::State::Succeeded);
        QCOMPARE(bench.network.count(replicate), 1);
    }

    void closingTheFormLeavesTheWorkRunning()
    {
        Bench bench;
        QTRY_VERIFY(bench.ready());
        bench.network.script(replicate, {.body = R"({"replication":{"replication_record_id":"r1"}})"});
        bench.network.script(records, {.body = page(record("success"))});
        bench.flow->confirm();
        bench.flow.reset();
        QTRY_COMPARE(bench.state(), Operation::State::Succeeded);
    }

    void aFailedRecordIsAFailureUntilItIsRead()
    {
        Bench bench;
        QTRY_VERIFY(bench.ready());
        bench.network.script(replicate, {.body = R"({"replication":{"replication_record_id":"r1"}})"});
        bench.network.script(records, {.body = page(record("fail", "2026-11-22T06:32:09",
                                                           ",\"fail_code\":\"BackupService.1012\",\"fail_reason\":\"full\""))});
        bench.flow->confirm();
        QTRY_COMPARE(bench.state(), Operation::State::Failed);
        const quint64 id = bench.operations.all().first().id;
        QCOMPARE(bench.operations.all().first().parts.first().code, u"BackupService.1012"_s);
        QCOMPARE(bench.operations.counts().unread, 1);
        bench.operations.markRead(id);
        QCOMPARE(bench.operations.counts().unread, 0);
    }

    void aSkippedRecordIsASuccessThatSaysSo()
    {
        Bench bench;
        QTRY_VERIFY(bench.ready());
        bench.network.script(replicate, {.body = R"({"replication":{"replication_record_id":"r1"}})"});
        bench.network.script(records, {.body = page(record("skip"))});
        bench.flow->confirm();
        QTRY_COMPARE(bench.state(), Operation::State::Succeeded);
        QVERIFY(bench.operations.all().first().parts.first().skipped);
    }

    void aLostPollIsNotALostJob()
    {
        Bench bench;
        QTRY_VERIFY(bench.ready());
        bench.network.script(replicate, {.body = R"({"replication":{"replication_record_id":"r1"}})"});
        for (int i = 0; i < 3; ++i)
            bench.network.script(records, {.status = 0});
        bench.network.script(records, {.body = page("")}); // not listed yet
        bench.network.script(records, {.body = page(record("success"))});
        bench.flow->confirm();
        QTRY_COMPARE(bench.state(), Operation::State::Succeeded);
        QVERIFY(!bench.operations.all().first().pollError);
    }

    void aRefusalIsToldAsOne()
    {
        Bench bench;
        QTRY_VERIFY(bench.ready());
        bench.network.script(replicate, {.status = 400, .body = R"({"error_code":"BackupService.1009","error_msg":"exists"})"});
        bench.flow->confirm();
        QTRY_COMPARE(bench.state(), Operation::State::Refused);
        QCOMPARE(bench.operations.all().first().error->code, u"BackupService.1009"_s);
        QCOMPARE(bench.operations.counts().unread, 1);
    }

    void aWriteThatNeverLeftIsNotSent()
    {
        Bench bench;
        QTRY_VERIFY(bench.ready());
        bench.network.script(replicate, {.status = 0, .error = QNetworkReply::ConnectionRefusedError, .takesBody = false});
        bench.flow->confirm();
        QTRY_COMPARE(bench.state(), Operation::State::NotSent);
    }

    void lookingAgainSettlesADoubt_data()
    {
        QTest::addColumn<QByteArray>("rows");
        QTest::addColumn<int>("laterSecs");
        QTest::addColumn<Operation::State>("state");
        QTest::newRow("ours is there and done") << record("success") << 1 << Operation::State::Succeeded;
        QTest::newRow("ours runs") << record("replicating") << 1 << Operation::State::Running;
        QTest::newRow("nothing yet, just sent") << QByteArray() << 1 << Operation::State::InDoubt;
        QTest::newRow("nothing, long after") << QByteArray() << 600 << Operation::State::SettledNotDone;
        QTest::newRow("an older replica holds the place")
            << record("success", "2026-11-01T00:00:00") << 1 << Operation::State::SettledNotDone;
        QTest::newRow("an older failure says nothing") << record("fail", "2026-11-01T00:00:00") << 1 << Operation::State::InDoubt;
        QTest::newRow("two candidates") << record("fail") + ',' + record("replicating").replace("r1", "r2") << 1
                                        << Operation::State::InDoubt;
    }
    void lookingAgainSettlesADoubt()
    {
        QFETCH(QByteArray, rows);
        QFETCH(int, laterSecs);
        Bench bench;
        QTRY_VERIFY(bench.ready());
        bench.network.script(replicate, {.status = 0});
        const quint64 id = bench.flow->confirm();
        QTRY_COMPARE(bench.state(), Operation::State::InDoubt);
        QCOMPARE(bench.operations.counts().inDoubt, 1);
        bench.operations.markRead(id);
        QVERIFY(bench.operations.find(id)->unread); // a doubt stays until it is settled
        bench.clock.advance(std::chrono::seconds(laterSecs));
        for (int i = 0; i < 200; ++i) // the look, and the polls of what goes on
            bench.network.script(records, {.body = page(rows)});
        bench.operations.lookAgain(id);
        QTRY_COMPARE(bench.operations.find(id)->looks, 1);
        QTEST(bench.operations.find(id)->state, "state");
        QCOMPARE(bench.network.count(replicate), 1);
    }
};

QTEST_GUILESS_MAIN(TestOperations)
#include "tst_operations.moc"
