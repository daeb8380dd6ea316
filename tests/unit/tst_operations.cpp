#include "models/replicatebackupflow.h"
#include "support/fakenetwork.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using models::Operation;
using models::OperationPart;
using test::FakeNetwork;
using State = Operation::State;

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

const QString newest = records + u"?limit=200&offset=0&sort=created_at%3Adesc"_s;
const QString policyLine = u"POST /v1/p1/providers/fc4d5750-22e7-4798-8a46-f48f62c4c1da/checkpoints/replicate"_s;
const QString groupLine = u"POST /v1/p1/server-groups"_s;
const QString groupList = u"GET /v1/p1/server-groups"_s;
const QString groupOne = u"GET /v1/p1/server-groups/g1"_s;
const QString jobLine = u"GET /v1/p1/jobs/j1"_s;

/// The line that asks for the records of one backup.
QString straggler(int n)
{
    return records + u"?source_checkpoint_item_id=i%1&limit=200&offset=0&sort=created_at%3Adesc"_s.arg(n);
}

QString backupLine(int n)
{
    return u"POST /v1/p1/providers/fc4d5750-22e7-4798-8a46-f48f62c4c1da/checkpoint_items/i%1/replicate"_s.arg(n);
}

/// A record rN of backup iN, of policy pol, begun by hand a second after ours was sent.
struct Row
{
    int n = 1;
    QByteArray status = "replicating";
    QByteArray more{}; ///< of extra_info, with a comma in front
    QByteArray createdAt = "2026-11-22T06:32:09.000000";
    QByteArray policy = "pol", project = "p2", automatic = "false", replica{};

    QByteArray text() const
    {
        const QByteArray number = QByteArray::number(n);
        return "{\"id\":\"r" + number + "\",\"status\":\"" + status + "\",\"source_checkpoint_item_id\":\"i" + number +
               "\",\"destination_region\":\"cn-east-3\",\"destination_project_id\":\"" + project + "\",\"plan_id\":\"" + policy +
               "\",\"destination_checkpoint_item_id\":\"" + replica + "\",\"created_at\":\"" + createdAt +
               "\",\"extra_info\":{\"auto_trigger\":" + automatic + more + "}}";
    }
};

QByteArray listed(const QList<Row> &rows)
{
    QByteArrayList texts;
    for (const Row &row : rows)
        texts.append(row.text());
    return page(texts.join(','));
}

/// Rows nobody here waits for, r1000 and on.
QList<Row> strangers(int count, const QByteArray &createdAt = "2026-11-22T06:32:09.000000")
{
    QList<Row> rows;
    for (int i = 0; i < count; ++i)
        rows.append({.n = 1000 + i, .status = "success", .createdAt = createdAt, .policy = "other"});
    return rows;
}

QByteArray begun(const QList<int> &numbers)
{
    QByteArrayList items;
    for (const int n : numbers) {
        const QByteArray number = QByteArray::number(n);
        items.append("{\"checkpoint_item_id\":\"i" + number + "\",\"replication_record_id\":\"r" + number + "\"}");
    }
    return "{\"replication\":{\"checkpoint_items\":[" + items.join(',') + "]}}";
}

/// What differs is said by its member: group(R"("id":"g2","source_vpc_id":"v2")").
QByteArray group(const QByteArray &members, const QByteArray &status = "creating")
{
    QByteArray all = "{" + members;
    const auto add = [&all](const QByteArray &member, const QByteArray &value) {
        if (!all.contains("\"" + member + "\""))
            all += ",\"" + member + "\":\"" + value + "\"";
    };
    add("name", "pg-1");
    add("status", status);
    add("source_availability_zone", "az-a");
    add("target_availability_zone", "az-b");
    add("domain_id", "d1");
    add("source_vpc_id", "v1");
    add("created_at", "2026-11-22 06:32:09.0");
    return all + "}";
}

QByteArray groupsListed(const QByteArray &groups) { return "{\"server_groups\":[" + groups + "],\"count\":1}"; }

QByteArray job(const QByteArray &status, const QByteArray &entities = "\"server_group_id\":\"g1\"",
               const QByteArray &type = "createProtectionGroupNoCG", const QByteArray &more = {})
{
    return "{\"job_id\":\"j1\",\"job_type\":\"" + type + "\",\"status\":\"" + status + "\",\"entities\":{" + entities + "}" +
           more + "}";
}

/// Operations over a scripted network, handed their orders without a form.
struct Works
{
    Works()
    {
        transport.setCredential(net::ReadyToken{"tok-1"});
        operations.setPace({std::chrono::milliseconds(1), std::chrono::milliseconds(1)});
    }
    static models::Order order(const net::Verb &verb, const QHash<QString, QString> &values)
    {
        return {.draft = {.verb = &verb, .scope = test::scope, .values = values}};
    }
    /// Of policy pol; these backups are foreseen: sure ones, and below zero those that may be taken.
    quint64 policy(const QList<int> &wanted = {})
    {
        models::Order order = Works::order(
            net::verbs::replicatePolicy,
            {{u"policy_id"_s, u"pol"_s}, {u"destination_region"_s, u"cn-east-3"_s}, {u"destination_project_id"_s, u"p2"_s}});
        order.targetName = u"erp-daily"_s;
        for (const int n : wanted) {
            OperationPart part;
            part.backupId = u"i%1"_s.arg(std::abs(n));
            part.name = u"autobk_%1"_s.arg(std::abs(n));
            part.plan = n > 0 ? OperationPart::Plan::Sure : OperationPart::Plan::Maybe;
            order.expected.append(part);
        }
        return operations.submit(std::move(order));
    }
    quint64 group()
    {
        return operations.submit(order(net::verbs::createGroup, {{u"name"_s, u"pg-1"_s},
                                                                 {u"source_availability_zone"_s, u"az-a"_s},
                                                                 {u"target_availability_zone"_s, u"az-b"_s},
                                                                 {u"domain_id"_s, u"d1"_s},
                                                                 {u"source_vpc_id"_s, u"v1"_s}}));
    }
    /// Of backups i1 to iN.
    quint64 queue(int count)
    {
        QList<models::Order> orders;
        for (int n = 1; n <= count; ++n) {
            models::Order one = order(net::verbs::replicateBackup,
                                      {{u"destination_region"_s, u"cn-east-3"_s}, {u"destination_project_id"_s, u"p2"_s}});
            one.draft.target.insert(u"checkpoint_item_id"_s, u"i%1"_s.arg(n));
            orders.append(one);
        }
        return operations.submitQueue(orders);
    }
    void accepts(int n, bool held = false)
    {
        const QByteArray number = QByteArray::number(n);
        network.script(backupLine(n),
                       {.body = "{\"replication\":{\"replication_record_id\":\"r" + number + "\"}}", .held = held});
    }
    void refuses(int n, const char *code = "BackupService.1009")
    {
        network.script(backupLine(n),
                       {.status = 400, .body = QByteArray("{\"error_code\":\"") + code + "\",\"error_msg\":\"no\"}"});
    }
    /// All that is ever asked of records is answered so.
    void show(const QList<Row> &rows) { network.always(records, {.body = listed(rows)}); }

    const Operation &at(qsizetype row = 0) const { return operations.all().at(row); }
    State state(qsizetype row = 0) const { return at(row).state; }
    QList<State> states() const
    {
        QList<State> out;
        for (const Operation &operation : operations.all())
            out.append(operation.state);
        return out;
    }
    QList<State> path(qsizetype row = 0) const
    {
        QList<State> out;
        for (const Operation::Step &step : at(row).timeline) {
            if (step.kind == Operation::Step::Kind::Entered)
                out.append(step.state);
        }
        return out;
    }
    const OperationPart &part(int n, qsizetype row = 0) const
    {
        static const OperationPart none;
        for (const OperationPart &one : at(row).parts) {
            if (one.backupId == u"i%1"_s.arg(n))
                return one;
        }
        return none;
    }
    int writes() const { return network.count(u"POST "_s); }

    FakeNetwork network;
    test::FakeClock clock;
    net::Transport transport{test::fakeOptions(network), clock};
    models::Operations operations{transport};
};

} // namespace

Q_DECLARE_METATYPE(Operation::State)

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
        bench.network.always(records, {.body = page(rows)}); // the look, and the polls of what goes on
        bench.operations.lookAgain(id);
        QTRY_COMPARE(bench.operations.find(id)->looks, 1);
        QTEST(bench.operations.find(id)->state, "state");
        QCOMPARE(bench.network.count(replicate), 1);
    }

    // ---- a policy

    void partsOfAPolicyMatchByBackup()
    {
        Works works;
        works.network.script(policyLine, {.body = begun({3, 1, 9})}); // of i1, i2 and i3 two, and one that nobody foresaw
        works.show(
            {{.n = 1, .more = ",\"progress\":40"}, {.n = 3, .status = "waiting_replicate"}, {.n = 9, .status = "success"}});
        const quint64 id = works.policy({1, 2, -3});
        QTRY_COMPARE(works.part(9).word, u"success"_s);
        const Operation &operation = works.at();
        QCOMPARE(operation.id, id);
        QCOMPARE(operation.state, State::Running);
        QCOMPARE(operation.parts.size(), 4);
        QCOMPARE(operation.taken(), 3);
        QCOMPARE(operation.done(), 1);
        QCOMPARE(works.part(1).id, u"r1"_s);
        QCOMPARE(works.part(1).name, u"autobk_1"_s); // what was known before stays known
        QCOMPARE(works.part(1).plan, OperationPart::Plan::Sure);
        QCOMPARE(works.part(3).id, u"r3"_s);
        QCOMPARE(works.part(3).plan, OperationPart::Plan::Maybe);
        QCOMPARE(works.part(9).id, u"r9"_s);
        QCOMPARE(works.part(9).plan, OperationPart::Plan::None);
        QVERIFY(!works.part(2).isTaken() && works.part(2).final && !works.part(2).failed);
        QCOMPARE(operation.progress(), std::optional((40 + 0 + 100) / 3));

        works.show({{.n = 1, .more = ",\"progress\":30"}, {.n = 3}, {.n = 9, .status = "success"}});
        QTRY_COMPARE(works.part(3).word, u"replicating"_s);
        QCOMPARE(works.part(1).progress, std::optional(40)); // never backwards
        QVERIFY(!works.at().progress());                     // one moves without a number

        works.show({{.n = 1, .status = "success"}, {.n = 3, .status = "skip"}});
        QTRY_COMPARE(works.state(), State::Succeeded);
        QCOMPARE(works.at().done(), 3);
        QCOMPARE(works.at().taken(), 3);
        QCOMPARE(works.at().progress(), std::optional(100));
        QVERIFY(works.part(3).skipped);
        QCOMPARE(works.path(), (QList{State::Prepared, State::Sent, State::Accepted, State::Running, State::Succeeded}));
        QCOMPARE(works.operations.counts().unread, 0);
        QCOMPARE(works.writes(), 1);
    }

    void aPolicyWithNothingToCopyHasSucceededAtOnce()
    {
        Works works;
        works.network.script(policyLine, {.body = begun({})});
        works.policy({1, 2});
        QTRY_COMPARE(works.state(), State::Succeeded);
        QCOMPARE(works.path(), (QList{State::Prepared, State::Sent, State::Accepted, State::Succeeded}));
        QCOMPARE(works.at().timeline.last().detail, u"0"_s);
        QCOMPARE(works.at().taken(), 0);
        QCOMPARE(works.at().done(), 0);
        QVERIFY(!works.at().progress());
        QVERIFY(works.part(1).final && works.part(2).final && !works.part(1).failed);
        QCOMPARE(works.network.asked().size(), 1); // there is nothing to watch
    }

    void thePartsDecideHowAPolicyEnds_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("second");
        QTest::addColumn<State>("state");
        QTest::addColumn<QString>("detail");
        QTest::newRow("all") << QByteArray("success") << QByteArray("success") << State::Succeeded << u"2"_s;
        QTest::newRow("one is skipped") << QByteArray("success") << QByteArray("skip") << State::Succeeded << u"2"_s;
        QTest::newRow("one fails") << QByteArray("success") << QByteArray("fail") << State::PartlyFailed << u"1"_s;
        QTest::newRow("one fails, one is skipped") << QByteArray("skip") << QByteArray("fail") << State::PartlyFailed << u"1"_s;
        QTest::newRow("both fail") << QByteArray("fail") << QByteArray("fail") << State::Failed << u"2"_s;
    }
    void thePartsDecideHowAPolicyEnds()
    {
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, second);
        QFETCH(State, state);
        Works works;
        const QByteArray why = ",\"fail_code\":\"BackupService.1012\",\"fail_reason\":\"full\"";
        works.network.script(policyLine, {.body = begun({1, 2})});
        works.show({{.n = 1, .status = first, .more = first == "fail" ? why : ""},
                    {.n = 2, .status = second, .more = second == "fail" ? why : ""}});
        works.policy({1, 2, 3}); // the third is not taken, and no failure
        QTRY_VERIFY(works.at().isOver());
        QCOMPARE(works.state(), state);
        QTEST(works.at().timeline.last().detail, "detail");
        QCOMPARE(works.part(2).code, second == "fail" ? u"BackupService.1012"_s : QString());
        QCOMPARE(works.part(2).reason, second == "fail" ? u"full"_s : QString());
        QCOMPARE(works.part(2).failed, second == "fail");
        QCOMPARE(works.operations.counts().unread, state == State::Succeeded ? 0 : 1);
        QVERIFY(works.at().ended.isValid());
    }

    void recordsAreFoundOnTheSecondPage()
    {
        Works works;
        const QString second = records + u"?limit=200&offset=199&sort=created_at%3Adesc"_s; // overlaps by one row
        works.network.script(policyLine, {.body = begun({1, 2})});
        works.network.always(newest, {.body = listed(QList<Row>{{.n = 1}} + strangers(199))});
        works.network.always(second, {.body = listed(strangers(1) + QList<Row>{{.n = 2}})});
        works.policy({1, 2});
        QTRY_COMPARE(works.part(2).word, u"replicating"_s);
        QCOMPARE(works.part(1).word, u"replicating"_s);
        QTRY_VERIFY(works.network.count(second) > 2);
        QCOMPARE(works.network.count(records + u"?source_checkpoint_item_id"_s), 0); // both were seen
        QVERIFY(!works.part(1).straggler);
        for (const int n : {1, 2}) // one left alone is asked for by its backup
            works.network.always(straggler(n), {.body = listed({{.n = n, .status = "success"}})});
        works.network.always(newest, {.body = listed(QList<Row>{{.n = 1, .status = "success"}} + strangers(199))});
        QTRY_COMPARE(works.state(), State::Succeeded);
    }

    void aRecordTheNewestPagesDoNotHoldIsAskedForByItsBackup_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::newRow("the only page is short") << listed({{.n = 1}});
        QTest::newRow("the page reaches back to before ours")
            << listed(QList<Row>{{.n = 1}} + strangers(199, "2026-11-01T00:00:00"));
    }
    void aRecordTheNewestPagesDoNotHoldIsAskedForByItsBackup()
    {
        QFETCH(QByteArray, first);
        Works works;
        works.network.script(policyLine, {.body = begun({1, 2})});
        works.network.always(newest, {.body = first});
        works.network.always(straggler(2), {.body = listed({{.n = 2, .more = ",\"progress\":10"}})});
        works.policy({1, 2});
        QTRY_COMPARE(works.part(2).progress, std::optional(10));
        QCOMPARE(works.part(1).word, u"replicating"_s);
        QTRY_VERIFY(works.network.count(straggler(2)) > 2);
        QCOMPARE(works.network.count(straggler(1)), 0);
        works.network.always(straggler(1), {.body = listed({{.n = 1, .status = "success"}})});
        works.network.always(straggler(2), {.body = listed({{.n = 2, .status = "success"}})});
        QTRY_COMPARE(works.state(), State::Succeeded);
    }

    void aLostLookOfAPolicyLosesNothing()
    {
        Works works;
        works.network.script(policyLine, {.body = begun({1, 2})});
        works.network.always(records, {.status = 0});
        works.policy({1, 2});
        QTRY_VERIFY(works.at().pollError.has_value());
        QCOMPARE(works.state(), State::Accepted);
        QVERIFY(!works.at().isTrouble());
        works.show({{.n = 1, .status = "success"}, {.n = 2, .status = "success"}});
        QTRY_COMPARE(works.state(), State::Succeeded);
        QVERIFY(!works.at().pollError);
        QCOMPARE(works.writes(), 1);
    }

    void eachReplicaIsLookedForOnceWhereItShouldBe()
    {
        Works works;
        const QString there = u"GET /v1/p2/checkpoint_items/"_s;
        works.network.script(policyLine, {.body = begun({1, 2, 3, 4})});
        works.show({{.n = 1, .status = "success", .replica = "m1"},
                    {.n = 2, .status = "success", .replica = "m2"},
                    {.n = 3, .status = "success", .replica = "m3"},
                    {.n = 4, .status = "skip"}});
        works.network.script(there + u"m1"_s, {.body = R"({"checkpoint_item":{"id":"m1","status":"available"}})"});
        works.network.script(there + u"m2"_s, {.status = 404, .body = R"({"error_code":"CSBS.3000","error_msg":"gone"})"});
        works.network.script(there + u"m3"_s, {.status = 403, .body = R"({"error_code":"CSBS.9002","error_msg":"no right"})"});
        works.policy({1, 2, 3, 4});
        QTRY_COMPARE(works.part(3).check, OperationPart::Check::Unknown);
        QCOMPARE(works.part(1).check, OperationPart::Check::Exists);
        QCOMPARE(works.part(2).check, OperationPart::Check::Absent);
        QCOMPARE(works.part(4).check, OperationPart::Check::None); // none was made
        QCOMPARE(works.state(), State::Succeeded);
        QCOMPARE(works.network.count(there), 3);
    }

    // ---- jobs

    void aJobGoesItsWay()
    {
        Works works;
        works.network.script(groupLine, {.body = R"({"job_id":"j1"})"});
        for (const char *status : {"INIT", "INIT", "RUNNING", "RUNNING"})
            works.network.script(jobLine, {.body = job(status, "")});
        works.network.script(jobLine, {.body = job("SUCCESS")});
        QSignalSpy moved(&works.operations, &models::Operations::groupsMoved);
        works.group();
        QTRY_COMPARE(works.state(), State::Succeeded);
        QCOMPARE(works.path(), (QList{State::Prepared, State::Sent, State::Accepted, State::Running, State::Succeeded}));
        QCOMPARE(works.at().jobId, u"j1"_s);
        QCOMPARE(works.at().madeId, u"g1"_s);
        QCOMPARE(works.at().timeline.last().detail, u"g1"_s);
        QVERIFY(works.at().parts.isEmpty());
        QVERIFY(!moved.isEmpty());
        QCOMPARE(works.network.asked().size(), 6);
    }

    void aJobEndsAsItAndItsPartsSay_data()
    {
        QTest::addColumn<QByteArray>("last");
        QTest::addColumn<State>("state");
        QTest::addColumn<QString>("detail");
        const QByteArray good = R"({"job_id":"s1","status":"SUCCESS"})",
                         bad = R"({"job_id":"s2","status":"FAIL","error_code":"SDRS.1014","fail_reason":"no room"})";
        const auto parts = [](const QByteArray &all) { return "\"server_group_id\":\"g1\",\"sub_jobs\":[" + all + "]"; };
        QTest::newRow("FAIL with its own reason")
            << job("FAIL", "", "createProtectionGroupNoCG", ",\"error_code\":\"SDRS.0305\"") << State::Failed << u"SDRS.0305"_s;
        QTest::newRow("FAIL, and only a part says why")
            << job("FAIL", parts(good + ',' + bad)) << State::Failed << u"SDRS.1014"_s;
        QTest::newRow("FAIL, and nobody says why") << job("FAIL", "") << State::Failed << QString();
        QTest::newRow("SUCCESS with a part that failed")
            << job("SUCCESS", parts(good + ',' + bad)) << State::PartlyFailed << u"SDRS.1014"_s;
        QTest::newRow("SUCCESS with all parts") << job("SUCCESS", parts(good)) << State::Succeeded << u"g1"_s;
        QTest::newRow("SUCCESS of a type nobody documented")
            << job("SUCCESS", parts(good), "createProtectionGroupV9") << State::Succeeded << u"g1"_s;
    }
    void aJobEndsAsItAndItsPartsSay()
    {
        QFETCH(QByteArray, last);
        QFETCH(State, state);
        Works works;
        works.network.script(groupLine, {.body = R"({"job_id":"j1"})"});
        works.network.script(jobLine, {.body = job("RUNNING", "")});
        works.network.script(jobLine, {.body = job("PAUSED", "")}); // a word of tomorrow is no end
        works.network.script(jobLine, {.body = job("SUCCESS", R"("sub_jobs":[{"job_id":"s1","status":"RUNNING"}])")});
        works.network.script(jobLine, {.body = last});
        works.group();
        QTRY_VERIFY(works.at().isOver());
        QCOMPARE(works.state(), state);
        QTEST(works.at().timeline.last().detail, "detail");
        QCOMPARE(works.operations.counts().unread, state == State::Succeeded ? 0 : 1);
        QCOMPARE(works.network.count(jobLine), 4);
    }

    void aJobTheServerDoesNotKnowIsLookedForByTheGroup_data()
    {
        QTest::addColumn<QByteArray>("last");
        QTest::addColumn<int>("status");
        QTest::addColumn<State>("state");
        QTest::newRow("it becomes available") << group("\"id\":\"g1\"", "available") << 200 << State::Succeeded;
        QTest::newRow("it ends in error") << group("\"id\":\"g1\"", "error") << 200 << State::Failed;
        QTest::newRow("it goes") << QByteArray() << 404 << State::Failed;
    }
    void aJobTheServerDoesNotKnowIsLookedForByTheGroup()
    {
        QFETCH(QByteArray, last);
        QFETCH(int, status);
        QFETCH(State, state);
        Works works;
        works.network.script(groupLine, {.body = R"({"job_id":"j1"})"});
        works.network.script(jobLine, {.body = job("INIT", "")});
        works.network.script(jobLine, {.status = 500, .body = R"({"error":{"code":"SDRS.0408","message":"job is null"}})"});
        works.network.script(groupList, {.body = groupsListed(group("\"id\":\"g1\""))});
        works.network.script(groupOne, {.body = "{\"server_group\":" + group("\"id\":\"g1\"") + "}"});
        works.network.script(groupOne, {.status = 0}); // three tries
        works.network.script(groupOne, {.status = 0});
        works.network.script(groupOne, {.status = 0});
        works.network.script(groupOne, {.status = status, .body = "{\"server_group\":" + last + "}"});
        works.group();
        QTRY_VERIFY(works.at().isOver());
        QCOMPARE(works.state(), state);
        QCOMPARE(works.path(),
                 (QList{State::Prepared, State::Sent, State::Accepted, State::InDoubt, State::SettledAccepted, state}));
        QCOMPARE(works.at().madeId, u"g1"_s);
        QVERIFY(works.at().jobId.isEmpty());
        QCOMPARE(works.at().looks, 1);
        QCOMPARE(works.at().candidates, 1);
        QCOMPARE(works.operations.counts().unread, state == State::Succeeded ? 0 : 1);
        QCOMPARE(works.writes(), 1);
    }

    void aLostLookAtAJobIsNotALostJob()
    {
        Works works;
        works.network.script(groupLine, {.body = R"({"job_id":"j1"})"});
        works.network.always(jobLine, {.status = 0});
        works.group();
        QTRY_VERIFY(works.at().pollError.has_value());
        QCOMPARE(works.state(), State::Accepted);
        works.network.always(jobLine, {.status = 500, .body = R"({"error":{"code":"SDRS.0101","message":"ill"}})"});
        QTRY_COMPARE(works.at().pollError->code, u"SDRS.0101"_s);
        QCOMPARE(works.state(), State::Accepted);
        works.network.always(jobLine, {.body = job("SUCCESS")});
        QTRY_COMPARE(works.state(), State::Succeeded);
        QVERIFY(!works.at().pollError);
    }

    void aJobIsLateAfterTenMinutes()
    {
        Works works;
        works.network.script(groupLine, {.body = R"({"job_id":"j1"})"});
        works.network.always(jobLine, {.body = job("RUNNING", "")});
        works.network.script(policyLine, {.body = begun({1})});
        works.show({{.n = 1}});
        works.group();
        works.policy({1});
        QTRY_COMPARE(works.state(0), State::Running);
        QTRY_COMPARE(works.state(1), State::Running);
        works.clock.advance(std::chrono::minutes(10));
        QVERIFY(!works.at(0).isLate(works.transport.serverNow()));
        works.clock.advance(std::chrono::seconds(1));
        QVERIFY(works.at(0).isLate(works.transport.serverNow()));
        QVERIFY(!works.at(1).isLate(works.transport.serverNow())); // a copy takes as long as its size asks for
        works.network.always(jobLine, {.body = job("SUCCESS")});
        QTRY_COMPARE(works.state(0), State::Succeeded);
        QVERIFY(!works.at(0).isLate(works.transport.serverNow()));
    }

    // ---- in doubt

    void aLostPolicyAnswerIsSettledByItsRecords()
    {
        Works works;
        works.network.script(policyLine, {.status = 0});
        const quint64 id = works.policy({1, 2});
        QTRY_COMPARE(works.state(), State::InDoubt);
        works.show({{.n = 9}, {.n = 1, .status = "waiting_replicate"}});
        works.operations.lookAgain(id);
        QTRY_COMPARE(works.at().looks, 1);
        QCOMPARE(works.at().candidates, 2);
        QCOMPARE(works.at().taken(), 2);
        QCOMPARE(works.part(1).id, u"r1"_s);
        QCOMPARE(works.part(1).name, u"autobk_1"_s);
        QCOMPARE(works.part(9).id, u"r9"_s);
        QVERIFY(!works.part(2).isTaken() && works.part(2).final);
        QVERIFY(!works.at().unread);
        QTRY_COMPARE(works.state(), State::Running);
        works.show({{.n = 1, .status = "success"}, {.n = 9, .status = "fail"}});
        QTRY_COMPARE(works.state(), State::PartlyFailed);
        QCOMPARE(works.path(), (QList{State::Prepared, State::Sent, State::InDoubt, State::SettledAccepted, State::Running,
                                      State::PartlyFailed}));
        QCOMPARE(works.writes(), 1);
    }

    void recordsThatAreNotOursSettleNothing_data()
    {
        QTest::addColumn<QByteArray>("rows");
        QTest::addColumn<int>("laterSecs");
        QTest::addColumn<State>("state");
        const auto row = [](const char *name, const QList<Row> &rows) {
            QTest::addRow("%s, just sent", name) << listed(rows) << 60 << State::InDoubt;
            QTest::addRow("%s, after a minute", name) << listed(rows) << 61 << State::SettledNotDone;
        };
        row("none at all", {});
        row("the schedule's", {{.n = 1, .automatic = "true"}});
        row("of another policy", {{.n = 1, .policy = "other"}});
        row("to another project", {{.n = 1, .project = "p3"}});
        row("from before", {{.n = 1, .status = "success", .createdAt = "2026-11-22T06:31:07"}});
        row("running from before", {{.n = 1, .createdAt = "2026-11-22T06:31:07"}});
    }
    void recordsThatAreNotOursSettleNothing()
    {
        QFETCH(QByteArray, rows);
        QFETCH(int, laterSecs);
        Works works;
        works.network.script(policyLine, {.status = 0});
        works.network.always(records, {.body = rows});
        const quint64 id = works.policy({1, 2});
        QTRY_COMPARE(works.state(), State::InDoubt);
        works.clock.advance(std::chrono::seconds(laterSecs));
        works.operations.lookAgain(id);
        QTRY_COMPARE(works.at().looks, 1);
        QTEST(works.state(), "state");
        QCOMPARE(works.at().candidates, 0);
        QCOMPARE(works.at().taken(), 0);
        QCOMPARE(works.operations.counts().inDoubt, works.state() == State::InDoubt ? 1 : 0);
        QCOMPARE(works.writes(), 1);
    }

    void aLookThatBreaksOffSettlesNothing()
    {
        Works works;
        const QString first = records + u"?destination_region=cn-east-3&limit=200&offset=0&sort=created_at%3Adesc"_s;
        const QString second = records + u"?destination_region=cn-east-3&limit=200&offset=199&sort=created_at%3Adesc"_s;
        works.network.script(policyLine, {.status = 0});
        works.network.always(first, {.body = listed(QList<Row>{{.n = 1}} + strangers(199))});
        works.network.script(second, {.status = 403, .body = R"({"error_code":"CSBS.9002","error_msg":"no right"})"});
        const quint64 id = works.policy({1, 2});
        QTRY_COMPARE(works.state(), State::InDoubt);
        works.operations.lookAgain(id);
        QTRY_VERIFY(works.at().pollError.has_value());
        QCOMPARE(works.state(), State::InDoubt); // half a look says nothing
        QCOMPARE(works.at().taken(), 0);
        QCOMPARE(works.at().looks, 0);
        works.network.script(second, {.body = listed(strangers(1) + QList<Row>{{.n = 2}})});
        works.network.always(records, {.body = listed({{.n = 1}, {.n = 2}})});
        works.operations.lookAgain(id);
        QTRY_COMPARE(works.at().candidates, 2);
        QVERIFY(!works.at().pollError);
        QVERIFY(works.at().isWatched());
    }

    void aRowThatCannotBeReadMayBeOurs()
    {
        Works works;
        const QString first = records + u"?destination_region=cn-east-3&limit=200&offset=0&sort=created_at%3Adesc"_s;
        const QString second = records + u"?destination_region=cn-east-3&limit=200&offset=199&sort=created_at%3Adesc"_s;
        works.network.script(policyLine, {.status = 0});
        QByteArray odd = listed(strangers(200));
        odd.replace("\"id\":\"r1000\"", "\"id\":null");
        works.network.always(first, {.body = odd});
        works.network.always(second, {.body = listed(strangers(2))});
        const quint64 id = works.policy({1});
        QTRY_COMPARE(works.state(), State::InDoubt);
        works.clock.advance(std::chrono::hours(1));
        works.operations.lookAgain(id);
        QTRY_COMPARE(works.at().looks, 1);
        QCOMPARE(works.network.count(second), 1);
        QCOMPARE(works.state(), State::InDoubt);
    }

    void aLostCreationIsSettledByTheGroup_data()
    {
        QTest::addColumn<QByteArray>("groups");
        QTest::addColumn<int>("candidates");
        QTest::addColumn<State>("soon");
        QTest::addColumn<State>("later"); // after a minute
        const auto row = [](const char *name, const QByteArray &groups, int candidates, State soon, State later) {
            QTest::newRow(name) << groups << candidates << soon << later;
        };
        const QByteArray ours = group("\"id\":\"g1\"");
        row("one is there", ours, 1, State::SettledAccepted, State::SettledAccepted);
        row("one in other company", ours + ',' + group(R"("id":"g2","name":"pg-1-old")"), 1, State::SettledAccepted,
            State::SettledAccepted);
        row("a detail that leaves out most", R"({"id":"g1","name":"pg-1","status":"creating"})", 1, State::SettledAccepted,
            State::SettledAccepted);
        row("two are there", ours + ',' + group("\"id\":\"g2\""), 2, State::InDoubt, State::InDoubt);
        row("none", {}, 0, State::InDoubt, State::SettledNotDone);
        row("an older one of the name", group(R"("id":"g2","created_at":"2026-11-22 06:31:07.0")"), 0, State::InDoubt,
            State::SettledNotDone);
        row("another name", group(R"("id":"g2","name":"pg-11")"), 0, State::InDoubt, State::SettledNotDone);
        row("another VPC", group(R"("id":"g2","source_vpc_id":"v2")"), 0, State::InDoubt, State::SettledNotDone);
        row("another domain", group(R"("id":"g2","domain_id":"d2")"), 0, State::InDoubt, State::SettledNotDone);
        row("the other direction", group(R"("id":"g2","source_availability_zone":"az-b","target_availability_zone":"az-a")"), 0,
            State::InDoubt, State::SettledNotDone);
        row("one that cannot be read", "{\"name\":\"pg-1\"}", 0, State::InDoubt, State::InDoubt);
    }
    void aLostCreationIsSettledByTheGroup()
    {
        QFETCH(QByteArray, groups);
        QFETCH(int, candidates);
        for (const bool late : {false, true}) {
            Works works;
            works.network.script(groupLine, {.status = 0});
            works.network.script(groupList + u"?limit=999&offset=0&name=pg-1"_s, {.body = groupsListed(groups)});
            works.network.always(groupOne, {.body = "{\"server_group\":" + group("\"id\":\"g1\"") + "}"}); // creating, for ever
            const quint64 id = works.group();
            QTRY_COMPARE(works.state(), State::InDoubt);
            works.clock.advance(std::chrono::seconds(late ? 61 : 1));
            works.operations.lookAgain(id);
            QTRY_COMPARE(works.at().looks, 1);
            QTEST(works.state(), late ? "later" : "soon");
            QCOMPARE(works.at().candidates, candidates);
            QCOMPARE(works.at().madeId, works.state() == State::SettledAccepted ? u"g1"_s : QString());
            QCOMPARE(works.at().unread, works.state() == State::InDoubt);
            QCOMPARE(works.writes(), 1);
            if (works.state() != State::SettledAccepted)
                continue;
            works.network.always(groupOne, {.body = "{\"server_group\":" + group("\"id\":\"g1\"", "available") + "}"});
            QTRY_COMPARE(works.state(), State::Succeeded);
        }
    }

    void aLookForAGroupThatFailsSettlesNothing()
    {
        Works works;
        works.network.script(groupLine, {.status = 0});
        works.network.script(groupList, {.status = 403, .body = R"({"error":{"code":"SDRS.0110","message":"no right"}})"});
        const quint64 id = works.group();
        QTRY_COMPARE(works.state(), State::InDoubt);
        works.clock.advance(std::chrono::hours(1));
        works.operations.lookAgain(id);
        QTRY_VERIFY(works.at().pollError.has_value());
        QCOMPARE(works.state(), State::InDoubt);
        QCOMPARE(works.at().looks, 0);
        QCOMPARE(works.at().timeline.last().kind, Operation::Step::Kind::Looked);
        works.network.script(groupList, {.body = groupsListed({})});
        works.operations.lookAgain(id);
        QTRY_COMPARE(works.state(), State::SettledNotDone);
        QVERIFY(!works.at().pollError);
    }

    // ---- queues

    void aQueueSendsOneAtATimeInItsOrder()
    {
        Works works;
        works.show({});
        for (const int n : {1, 2, 3})
            works.accepts(n, true);
        const quint64 queue = works.queue(3);
        QCOMPARE(works.operations.queue(queue)->operations.size(), 3);
        for (int n = 1; n <= 3; ++n) {
            QTRY_COMPARE(works.state(n - 1), State::Sent);
            works.operations.pause(queue);
            works.operations.resume(queue); // going on is no reason to overtake
            QCoreApplication::processEvents();
            QCOMPARE(works.writes(), n); // the next one waits for this one's answer
            QCOMPARE(works.network.count(backupLine(n)), 1);
            QCOMPARE(works.operations.queued(queue), 3 - n);
            QCOMPARE(works.operations.counts().queued, 3 - n);
            works.network.release();
            QTRY_COMPARE(works.state(n - 1), State::Accepted);
        }
        works.show({{.n = 1, .status = "success"}, {.n = 2, .status = "success"}, {.n = 3, .status = "success"}});
        QTRY_COMPARE(works.states(), QList<State>(3, State::Succeeded));
        QCOMPARE(works.writes(), 3);
        QCOMPARE(works.path(2), (QList{State::Queued, State::Prepared, State::Sent, State::Accepted, State::Succeeded}));
    }

    void aQueuePausesAndGoesOn()
    {
        Works works;
        works.show({});
        works.accepts(1, true);
        works.accepts(2);
        const quint64 queue = works.queue(2);
        QTRY_COMPARE(works.state(0), State::Sent);
        works.operations.pause(queue);
        QVERIFY(works.operations.queue(queue)->paused);
        works.network.release(); // what is on its way is not called back
        QTRY_COMPARE(works.state(0), State::Accepted);
        QTRY_VERIFY(works.network.count(records) > 2);
        QCOMPARE(works.state(1), State::Queued);
        QCOMPARE(works.writes(), 1);
        works.operations.resume(queue);
        QTRY_COMPARE(works.state(1), State::Accepted);
        QVERIFY(!works.operations.queue(queue)->paused);
        QCOMPARE(works.writes(), 2);
    }

    void whatIsStillQueuedCanBeWithdrawn()
    {
        Works works;
        works.show({});
        works.accepts(1, true);
        const quint64 queue = works.queue(3);
        QTRY_COMPARE(works.state(0), State::Sent);
        works.operations.withdraw(queue);
        QCOMPARE(works.states(), (QList{State::Sent, State::Withdrawn, State::Withdrawn}));
        QVERIFY(works.at(2).isOver() && !works.at(2).isTrouble() && works.at(2).ended.isValid());
        works.network.release();
        QTRY_COMPARE(works.state(0), State::Accepted);
        works.operations.resume(queue);
        works.show({{.n = 1, .status = "success"}});
        QTRY_COMPARE(works.state(0), State::Succeeded);
        QCOMPARE(works.states(), (QList{State::Succeeded, State::Withdrawn, State::Withdrawn}));
        QCOMPARE(works.operations.counts().unread, 0);
        QCOMPARE(works.writes(), 1);
    }

    void oneOfAQueueCanBeWithdrawn()
    {
        Works works;
        works.show({});
        works.accepts(1, true);
        works.accepts(3);
        const quint64 queue = works.queue(3);
        QTRY_COMPARE(works.state(0), State::Sent);
        works.operations.withdrawOne(works.at(1).id);
        works.operations.withdrawOne(works.at(0).id); // too late for that one
        QCOMPARE(works.states(), (QList{State::Sent, State::Withdrawn, State::Queued}));
        QCOMPARE(works.operations.queued(queue), 1);
        works.network.release();
        QTRY_COMPARE(works.states(), (QList{State::Accepted, State::Withdrawn, State::Accepted}));
        QCOMPARE(works.writes(), 2);
    }

    void aQueueStopsAfterThreeEqualErrors()
    {
        Works works;
        works.show({});
        for (const int n : {1, 2, 3, 4, 5})
            works.refuses(n, "CSBS.9006");
        works.accepts(6);
        const quint64 queue = works.queue(6);
        QTRY_VERIFY(works.operations.queue(queue)->stoppedBy.has_value());
        QCOMPARE(works.operations.queue(queue)->stoppedBy->code, u"CSBS.9006"_s);
        QVERIFY(works.operations.queue(queue)->paused);
        const State refused = State::Refused, queued = State::Queued;
        QCOMPARE(works.states(), (QList{refused, refused, refused, queued, queued, queued}));
        QCOMPARE(works.writes(), 3);
        works.operations.resume(queue); // it counts anew: two more do not stop it
        QVERIFY(!works.operations.queue(queue)->stoppedBy);
        QTRY_COMPARE(works.states(), (QList{refused, refused, refused, refused, refused, State::Accepted}));
        QVERIFY(!works.operations.queue(queue)->stoppedBy);
        QCOMPARE(works.operations.counts().unread, 5);
        QCOMPARE(works.writes(), 6);
    }

    void aQueueGoesOnOverOtherErrors_data()
    {
        QTest::addColumn<QByteArray>("answers"); // a and b: two refusals; +: accepted; ?: lost
        QTest::newRow("two alike") << QByteArray("aa+aa");
        QTest::newRow("different ones") << QByteArray("aabaab");
        QTest::newRow("a doubt in the middle") << QByteArray("+?+");
        QTest::newRow("a doubt between equal ones") << QByteArray("aa?aa");
        QTest::newRow("three alike at the very end") << QByteArray("+aaa"); // nothing is left to stop
    }
    void aQueueGoesOnOverOtherErrors()
    {
        QFETCH(QByteArray, answers);
        Works works;
        works.show({});
        QList<State> expected;
        for (int n = 1; n <= answers.size(); ++n) {
            const char answer = answers.at(n - 1);
            if (answer == '+')
                works.accepts(n);
            else if (answer == '?')
                works.network.script(backupLine(n), {.status = 0});
            else
                works.refuses(n, answer == 'a' ? "BackupService.1009" : "BackupService.1005");
            expected.append(answer == '+' ? State::Accepted : answer == '?' ? State::InDoubt : State::Refused);
        }
        const quint64 queue = works.queue(static_cast<int>(answers.size()));
        QTRY_COMPARE(works.states(), expected);
        QVERIFY(!works.operations.queue(queue)->paused);
        QVERIFY(!works.operations.queue(queue)->stoppedBy);
        QCOMPARE(works.writes(), answers.size());
        QCOMPARE(works.operations.counts().inDoubt, answers.count('?'));
    }

    void closingTheFormDoesNotEndTheQueue()
    {
        Works works;
        works.network.always(capabilities,
                             {.body = R"({"regions":[{"name":"cn-north-4","replication_destinations":["cn-east-3"]}]})"});
        works.network.always(projects, {.body = R"({"projects":[{"id":"p2","name":"cn-east-3"}]})"});
        works.network.always(quotas, {.body = R"({"quotas":{"resources":[]}})"});
        works.show({});
        QList<net::Backup> backups(3);
        for (int n = 1; n <= 3; ++n) {
            net::Backup &backup = backups[n - 1];
            backup.id = u"i%1"_s.arg(n);
            backup.name = u"b%1"_s.arg(n);
            backup.status = net::Backup::Status::Available;
            works.accepts(n, n == 1);
        }
        auto flow = std::make_unique<models::ReplicateBackupFlow>(works.transport, works.operations, test::scope, backups);
        QTRY_VERIFY(flow->canConfirm());
        const quint64 id = flow->confirm();
        QCOMPARE(id, works.at(0).id);
        QCOMPARE(flow->operation(), &works.at(0));
        QVERIFY(flow->queueId() != 0);
        QTRY_COMPARE(works.state(0), State::Sent);
        flow.reset();
        works.show({{.n = 1, .status = "success"}, {.n = 2, .status = "success"}, {.n = 3, .status = "success"}});
        works.network.release();
        QTRY_COMPARE(works.states(), QList<State>(3, State::Succeeded));
        QCOMPARE(works.at(1).targetName, u"b2"_s);
        QCOMPARE(works.writes(), 3);
    }
};

QTEST_GUILESS_MAIN(TestOperations)
#include "tst_operations.moc"
