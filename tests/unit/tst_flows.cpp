#include "models/creategroupflow.h"
#include "models/replicatebackupflow.h"
#include "models/replicatepolicyflow.h"
#include "support/fakenetwork.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using models::Operation;
using models::OperationPart;
using net::Reason;
using test::FakeNetwork;
using Code = Reason::Code;
using Stage = models::Flow::Stage;
using Fate = models::ReplicatePolicyFlow::Fate;

namespace {

const QString capabilities = u"GET /v1/p1/replication_capabilities"_s;
const QString projects = u"GET /v3/auth/projects"_s;
const QString policies = u"GET /v1/p1/policies"_s;
const QString backupsLine = u"GET /v1/p1/checkpoint_items"_s;
const QString recordsLine = u"GET /v1/p1/replication_records"_s;
const QString eastQuotas = u"GET /v1/p2/quotas"_s;
const QString southQuotas = u"GET /v1/p3/quotas"_s;
const QString domainsLine = u"GET /v1/p1/active-domains"_s;
const QString vpcsLine = u"GET /v1/p1/vpcs"_s;
const QString groupsLine = u"GET /v1/p1/server-groups"_s;
const QString groupQuotas = u"GET /v1/p1/sdrs/quotas"_s;
const QString provider = u"POST /v1/p1/providers/fc4d5750-22e7-4798-8a46-f48f62c4c1da"_s;
const QString regionField = u"destination_region"_s;
const QString projectField = u"destination_project_id"_s;
const QString policyField = u"policy_id"_s;
const QString nameField = u"name"_s;

QString backupsOf(const QString &policy, int offset = 0)
{
    return backupsLine + u"?limit=1000&offset=%1&policy_id=%2"_s.arg(offset).arg(policy);
}

QString recordsTo(const QString &region, int offset = 0)
{
    return recordsLine + u"?destination_region=%1&limit=1000&offset=%2&sort=created_at%3Adesc"_s.arg(region).arg(offset);
}

QByteArray backup(int n, int sizeMb, const QByteArray &status = "available", const QByteArray &image = "backup")
{
    const QByteArray number = QByteArray::number(n);
    return "{\"id\":\"i" + number + "\",\"name\":\"b" + number + "\",\"status\":\"" + status +
           "\",\"extend_info\":{\"resource_name\":\"s" + number + "\",\"size\":" + QByteArray::number(sizeMb) +
           ",\"image_type\":\"" + image + "\"}}";
}

/// Record rN of backup i\a item.
QByteArray record(int n, int item, const QByteArray &status, const QByteArray &region = "cn-east-3",
                  const QByteArray &automatic = "true")
{
    return "{\"id\":\"r" + QByteArray::number(n) + "\",\"status\":\"" + status + "\",\"source_checkpoint_item_id\":\"i" +
           QByteArray::number(item) + "\",\"destination_region\":\"" + region +
           "\",\"extra_info\":{\"auto_trigger\":" + automatic + "}}";
}

QByteArray list(const QByteArray &member, const QByteArrayList &rows) { return "{\"" + member + "\":[" + rows.join(',') + "]}"; }
QByteArray backupList(const QByteArrayList &rows) { return list("checkpoint_items", rows); }
QByteArray recordList(const QByteArrayList &rows) { return list("replication_records", rows); }
QByteArray quotaList(const QByteArrayList &rows) { return "{\"quotas\":" + list("resources", rows) + "}"; }
QByteArray quota(const QByteArray &type, int limit, int used)
{
    return "{\"type\":\"" + type + "\",\"quota\":" + QByteArray::number(limit) + ",\"used\":" + QByteArray::number(used) + "}";
}

const test::Scripted denied{.status = 403, .body = R"({"error_code":"CSBS.9002","error_msg":"no right"})"};

/// A session over a scripted network in which everything a form asks for is there: two policies, two regions, no backups, no
/// records, a domain and a VPC.
struct Desk
{
    explicit Desk(bool readOnly = false, const QString &address = u"https://cloud.example.com"_s)
        : transport(options(network, readOnly, address), clock)
    {
        transport.setCredential(net::ReadyToken{"tok-1"});
        operations.setPace({std::chrono::milliseconds(1), std::chrono::milliseconds(1)});
        network.always(capabilities, {.body = R"({"regions":[{"name":"cn-east-3","replication_destinations":["cn-north-4"]},
            {"name":"cn-north-4","replication_destinations":["cn-east-3","cn-south-1"]}]})"});
        network.always(projects, {.body = R"({"projects":[{"id":"p2","name":"cn-east-3"},{"id":"p3","name":"cn-south-1_dr"}]})"});
        network.always(policies, {.body = R"({"policies":[{"id":"pol1","name":"erp-daily","status":"enabled"},
            {"id":"pol2","name":"crm-daily","status":"suspended"}]})"});
        network.always(backupsLine, {.body = backupList({})});
        network.always(recordsLine, {.body = recordList({})});
        network.always(eastQuotas, {.body = quotaList({})});
        network.always(southQuotas, {.body = quotaList({})});
        network.always(domainsLine, {.body = R"({"domains":[
            {"id":"d1","name":"domain_1","sold_out":true,"local_replication_cluster":{"availability_zone":"az-a"},
             "remote_replication_cluster":{"availability_zone":"az-b"}},
            {"id":"d2","name":"domain_2","sold_out":false,"local_replication_cluster":{"availability_zone":"az-b"},
             "remote_replication_cluster":{"availability_zone":"az-c"}},
            {"id":"d3","name":"domain_3","local_replication_cluster":{"availability_zone":"az-c"},
             "remote_replication_cluster":{"availability_zone":"az-d"}}]})"});
        network.always(vpcsLine, {.body = R"({"vpcs":[{"id":"v1","name":"prod","status":"OK"},
            {"id":"v2","name":"new","status":"CREATING"},{"id":"v3","name":"old"}]})"});
        network.always(groupsLine, {.body = R"({"server_groups":[{"id":"g1","name":"pg-erp","status":"protected"}]})"});
        network.always(groupQuotas, {.body = quotaList({quota("server_groups", 10, 1)})});
    }
    int writes() const { return network.count(u"POST "_s); }

    FakeNetwork network;
    test::FakeClock clock;
    net::Transport transport;
    models::Operations operations{transport};

private:
    static net::Transport::Options options(FakeNetwork &network, bool readOnly, const QString &address)
    {
        net::Transport::Options out = test::fakeOptions(network);
        out.readOnly = readOnly;
        out.endpoints = net::Endpoints::shared(address);
        return out;
    }
};

struct PolicyDesk : Desk
{
    /// Opens the form; \a policy is chosen in it.
    void open(const QString &policy = u"pol1"_s)
    {
        flow = std::make_unique<models::ReplicatePolicyFlow>(transport, operations, test::scope, policy);
    }
    bool known() const { return flow->stage() == Stage::Editing && flow->preview().isKnown() && !flow->quotas().loading; }
    QStringList names() const
    {
        QStringList out;
        const auto seen = flow->preview();
        for (const auto &row : seen.rows)
            out.append(row.backup.name);
        return out;
    }
    std::unique_ptr<models::ReplicatePolicyFlow> flow;
};

net::Backup available(const QString &id, const QString &name, qint64 sizeMb = 100)
{
    net::Backup out;
    out.id = id;
    out.name = name;
    out.status = net::Backup::Status::Available;
    out.statusWord = u"available"_s;
    out.sizeMb = sizeMb;
    return out;
}

struct BackupDesk : Desk
{
    void open(const QList<net::Backup> &backups)
    {
        flow = std::make_unique<models::ReplicateBackupFlow>(transport, operations, test::scope, backups);
    }
    bool ready() const { return flow->stage() == Stage::Editing && flow->records().complete && !flow->quotas().loading; }
    std::unique_ptr<models::ReplicateBackupFlow> flow;
};

struct GroupDesk : Desk
{
    using Desk::Desk;
    void open() { flow = std::make_unique<models::CreateGroupFlow>(transport, operations, test::scope); }
    /// What only warns has come as well.
    bool ready() const { return flow->stage() == Stage::Editing && flow->quota().used.has_value(); }
    std::unique_ptr<models::CreateGroupFlow> flow;
};

} // namespace

class TestFlows final : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    // ---- a policy

    void aPreviewSaysWhatWillHappenToEachBackup()
    {
        PolicyDesk desk;
        desk.network.always(backupsOf(u"pol1"_s),
                            {.body = backupList({backup(1, 100), backup(2, 300), backup(3, 50), backup(4, 70), backup(5, 10),
                                                 backup(6, 20), backup(7, 30, "error"), backup(8, 40, "available", "replication"),
                                                 backup(9, 60), backup(10, 80), backup(11, 90, "deleting"), backup(12, 5)}),
                             .headers = {{"Date", "Sun, 22 Nov 2026 06:40:00 GMT"}}});
        desk.network.always(recordsTo(u"cn-east-3"_s),
                            {.body = recordList({record(1, 3, "fail"), record(2, 4, "skip"), record(3, 5, "success"),
                                                 record(4, 6, "replicating"), record(5, 9, "fail"), record(6, 9, "success"),
                                                 record(7, 10, "waiting_replicate"), record(8, 10, "fail"),
                                                 record(9, 11, "success"), record(10, 12, "pausing"), record(11, 77, "success")}),
                             .headers = {{"Date", "Sun, 22 Nov 2026 06:41:00 GMT"}}});
        desk.open();
        QVERIFY(desk.flow->preview().loading);
        QTRY_VERIFY(desk.known());
        const auto seen = desk.flow->preview();
        QStringList told;
        for (const auto &row : seen.rows)
            told.append(row.backup.name + u':' + QString::number(static_cast<int>(row.fate)));
        const auto is = [](const char *name, Fate fate) {
            return QString::fromLatin1(name) + u':' + QString::number(static_cast<int>(fate));
        };
        QCOMPARE(told,
                 (QStringList{is("b2", Fate::Copied), is("b1", Fate::Copied), // largest first
                              is("b4", Fate::MayBeCopied), is("b3", Fate::MayBeCopied), is("b11", Fate::There),
                              is("b9", Fate::There), is("b5", Fate::There), is("b10", Fate::UnderWay), is("b6", Fate::UnderWay),
                              is("b12", Fate::UnderWay), is("b7", Fate::NotAvailable), is("b8", Fate::Replica)}));
        QCOMPARE(seen.count(Fate::Copied), 2);
        QCOMPARE(seen.sizeMb(Fate::Copied), 400);
        QCOMPARE(seen.count(Fate::MayBeCopied), 2);
        QCOMPARE(seen.sizeMb(Fate::MayBeCopied), 120);
        QCOMPARE(seen.count(Fate::There), 3);
        QCOMPARE(seen.count(Fate::Replica), 1);
        QCOMPARE(seen.asOf, QDateTime({2026, 11, 22}, {6, 40, 0}, Qt::UTC)); // of the older read
        QVERIFY(desk.flow->warnings().isEmpty());

        desk.network.script(provider + u"/checkpoints/replicate"_s, {.held = true});
        desk.flow->set(u"enable_acceleration"_s, u"true"_s);
        QVERIFY(desk.flow->canConfirm());
        const QByteArray body = desk.flow->request().body;
        QCOMPARE(body, QByteArray("{\"replication\":{\"destination_project_id\":\"p2\",\"destination_region\":\"cn-east-3\","
                                  "\"enable_acceleration\":true,\"policy_id\":\"pol1\"}}"));
        QVERIFY(desk.flow->confirm() != 0);
        const Operation *operation = desk.flow->operation();
        QCOMPARE(operation->targetName, u"erp-daily"_s);
        QCOMPARE(net::request(operation->draft).body, body);
        QCOMPARE(operation->parts.size(), 4); // those that go, then those that may
        QCOMPARE(operation->parts.at(0).backupId, u"i2"_s);
        QCOMPARE(operation->parts.at(0).server, u"s2"_s);
        QCOMPARE(operation->parts.at(0).sizeMb, std::optional<qint64>(300));
        QCOMPARE(operation->parts.at(1).plan, OperationPart::Plan::Sure);
        QCOMPARE(operation->parts.at(2).plan, OperationPart::Plan::Maybe);
        desk.flow->set(policyField, u"pol2"_s); // it is out of hand now
        QCOMPARE(desk.flow->value(policyField), u"pol1"_s);
        QCOMPARE(desk.flow->confirm(), 0ULL);
        QTRY_COMPARE(desk.writes(), 1);
    }

    void aPreviewReadsAllPages()
    {
        PolicyDesk desk;
        QByteArrayList firstBackups, firstRecords;
        for (int n = 1; n <= 1000; ++n) {
            firstBackups.append(backup(n, 1));
            firstRecords.append(record(n, n, "success"));
        }
        desk.network.always(backupsOf(u"pol1"_s), {.body = backupList(firstBackups)});
        desk.network.always(backupsOf(u"pol1"_s, 999), {.body = backupList({backup(1000, 1), backup(1001, 1), backup(1002, 1)})});
        desk.network.always(recordsTo(u"cn-east-3"_s), {.body = recordList(firstRecords)});
        desk.network.always(recordsTo(u"cn-east-3"_s, 999),
                            {.body = recordList({record(1000, 1000, "success"), record(1001, 1001, "success")})});
        desk.open();
        QTRY_VERIFY_WITH_TIMEOUT(desk.known(), 20000);
        QCOMPARE(desk.flow->preview().rows.size(), 1002);
        QCOMPARE(desk.flow->preview().count(Fate::There), 1001);
        QCOMPARE(desk.names().value(0), u"b1002"_s);
        QCOMPARE(desk.network.count(backupsLine), 2);
        QCOMPARE(desk.network.count(recordsLine), 2);
    }

    void aPageThatRepeatsItselfIsTheLast()
    {
        PolicyDesk desk;
        QByteArrayList rows;
        for (int n = 1; n <= 1000; ++n)
            rows.append(backup(n, 1));
        desk.network.always(backupsLine, {.body = backupList(rows)}); // a server that takes no offset
        desk.open();
        QTRY_VERIFY_WITH_TIMEOUT(desk.known(), 20000);
        QCOMPARE(desk.flow->preview().rows.size(), 1000);
        QCOMPARE(desk.network.count(backupsLine), 2);
    }

    void aReadThatFailsIsToldAndCanBeRepeated_data()
    {
        QTest::addColumn<QString>("line");
        QTest::newRow("the backups") << backupsLine;
        QTest::newRow("the records") << recordsLine;
    }
    void aReadThatFailsIsToldAndCanBeRepeated()
    {
        QFETCH(QString, line);
        PolicyDesk desk;
        desk.network.always(backupsOf(u"pol1"_s), {.body = backupList({backup(1, 100)})});
        desk.network.script(line, denied);
        desk.open();
        QTRY_VERIFY(desk.flow->preview().error.has_value());
        QTRY_VERIFY(!desk.flow->preview().loading);
        QCOMPARE(desk.flow->preview().error->kind, net::ErrorKind::Denied);
        QVERIFY(!desk.flow->preview().isKnown());
        QVERIFY(desk.flow->preview().rows.isEmpty()); // half of it would be a wrong promise
        QVERIFY(desk.flow->warnings().isEmpty());
        QVERIFY(desk.flow->canConfirm()); // the service knows
        QVERIFY(!desk.flow->loadError());
        desk.flow->reload();
        QTRY_VERIFY(desk.known());
        QCOMPARE(desk.names(), QStringList{u"b1"_s});
    }

    void quotasAreAskedForAgainWithTheRest()
    {
        PolicyDesk desk;
        desk.network.always(backupsOf(u"pol1"_s), {.body = backupList({backup(1, 100)})});
        desk.network.script(eastQuotas, denied);
        desk.network.always(eastQuotas, {.body = quotaList({quota("backups", 10, 10)})});
        desk.open();
        QTRY_VERIFY(desk.known() && desk.flow->quotas().error);
        QVERIFY(desk.flow->warnings().isEmpty());
        desk.flow->reload();
        QTRY_VERIFY(desk.known() && !desk.flow->quotas().resources.isEmpty());
        QVERIFY(!desk.flow->quotas().error);
        QCOMPARE(desk.flow->warnings(), (QList{Reason{Code::QuotaShort, {u"1"_s, u"0"_s, u"backups"_s}}}));
        QCOMPARE(desk.network.count(eastQuotas), 2);
    }

    void aRecordThatCannotBeReadIsMissedOnEveryPage()
    {
        BackupDesk desk;
        QByteArrayList rows{"{\"status\":\"success\"}"};
        for (int n = 2; n <= 1000; ++n)
            rows.append(record(n, n, "success"));
        desk.network.always(recordsTo(u"cn-east-3"_s), {.body = recordList(rows)});
        desk.network.always(recordsTo(u"cn-east-3"_s, 999),
                            {.body = recordList({record(1000, 1000, "success"), record(1001, 1001, "success")})});
        desk.open({available(u"i1"_s, u"b1"_s), available(u"i1001"_s, u"b1001"_s)});
        QTRY_COMPARE_WITH_TIMEOUT(desk.flow->records().rows.size(), 1000, 20000);
        QVERIFY(!desk.flow->records().loading);
        QVERIFY(!desk.flow->records().complete); // it may have been that of the first one
        QCOMPARE(desk.flow->going().size(), 1);
    }

    void anotherPolicyTakesNoAnswersOfTheFirst()
    {
        PolicyDesk desk;
        desk.network.always(backupsOf(u"pol1"_s), {.body = backupList({backup(1, 100)}), .held = true});
        desk.network.always(backupsOf(u"pol2"_s), {.body = backupList({backup(2, 100)})});
        desk.open();
        QTRY_COMPARE(desk.flow->stage(), Stage::Editing);
        QTRY_VERIFY(desk.network.count(backupsOf(u"pol1"_s)) > 0);
        QVERIFY(desk.flow->preview().loading);
        QCOMPARE(desk.flow->policy()->name, u"erp-daily"_s);
        desk.flow->set(policyField, u"pol2"_s);
        desk.network.release();
        QTRY_VERIFY(desk.known());
        QCOMPARE(desk.flow->policy()->name, u"crm-daily"_s);
        QCOMPARE(desk.names(), QStringList{u"b2"_s});
    }

    void anotherRegionTakesNoAnswersOfTheFirst()
    {
        PolicyDesk desk;
        desk.network.always(backupsOf(u"pol1"_s), {.body = backupList({backup(1, 100), backup(2, 100)})});
        desk.network.always(recordsTo(u"cn-east-3"_s), {.body = recordList({record(1, 1, "success")}), .held = true});
        desk.network.always(recordsTo(u"cn-south-1"_s), {.body = recordList({record(2, 2, "success", "cn-south-1")})});
        desk.network.always(southQuotas, {.body = quotaList({quota("backups", 5, 5)})});
        desk.open();
        QTRY_COMPARE(desk.flow->stage(), Stage::Editing);
        QCOMPARE(desk.flow->value(regionField), u"cn-east-3"_s);
        QCOMPARE(desk.flow->value(projectField), u"p2"_s);
        QTRY_VERIFY(desk.network.count(recordsTo(u"cn-east-3"_s)) > 0);
        QVERIFY(desk.flow->preview().loading);
        desk.flow->set(regionField, u"cn-south-1"_s);
        QCOMPARE(desk.flow->value(projectField), u"p3"_s); // a project of that region
        desk.network.release();
        QTRY_VERIFY(desk.known());
        QCOMPARE(desk.flow->records().region, u"cn-south-1"_s);
        const auto seen = desk.flow->preview();
        QCOMPARE(seen.rows.size(), 2);
        QCOMPARE(seen.rows.at(0).backup.name, u"b1"_s);
        QCOMPARE(seen.rows.at(0).fate, Fate::Copied);
        QCOMPARE(seen.rows.at(1).fate, Fate::There);
        QCOMPARE(desk.flow->warnings(), (QList{Reason{Code::QuotaShort, {u"1"_s, u"0"_s, u"backups"_s}}}));
        // There and back: it is asked again, not remembered.
        const int asked = desk.network.count(recordsTo(u"cn-east-3"_s));
        desk.network.always(recordsTo(u"cn-east-3"_s), {.body = recordList({})});
        desk.flow->set(regionField, u"cn-east-3"_s);
        QTRY_VERIFY(desk.known());
        QCOMPARE(desk.flow->preview().count(Fate::Copied), 2);
        QCOMPARE(desk.network.count(recordsTo(u"cn-east-3"_s)), asked + 1);
    }

    void aPolicyWarnsOfWhatTheServiceWillRefuse_data()
    {
        QTest::addColumn<QByteArray>("records");
        QTest::addColumn<QByteArray>("quotas");
        QTest::addColumn<QList<Reason>>("warnings");
        const QByteArray none = recordList({}), roomy = quotaList({quota("backups", 100, 1), quota("backup_capacity", -1, 7)});
        const Reason running{Code::ManualRunning, {}}, nothing{Code::NothingToDo, {}};
        const auto shortOf = [](const QString &wanted, const QString &left, const QString &type) {
            return Reason{Code::QuotaShort, {wanted, left, type}};
        };
        const auto row = [](const char *name, const QByteArray &records, const QByteArray &quotas,
                            const QList<Reason> &warnings) { QTest::newRow(name) << records << quotas << warnings; };
        row("all is well", none, roomy, {});
        row("one started by hand runs", recordList({record(1, 9, "replicating", "cn-east-3", "false")}), roomy, {running});
        row("one started by hand has ended", recordList({record(1, 9, "success", "cn-east-3", "false")}), roomy, {});
        row("the schedule's runs", recordList({record(1, 9, "replicating")}), roomy, {});
        row("both are there", recordList({record(1, 1, "success"), record(2, 2, "success")}), roomy, {nothing});
        row("one may be taken again", recordList({record(1, 1, "success"), record(2, 2, "fail")}), roomy, {});
        row("no place for both", none, quotaList({quota("backups", 10, 9)}), {shortOf(u"2"_s, u"1"_s, u"backups"_s)});
        row("a place for each", none, quotaList({quota("backups", 10, 8)}), {});
        row("used beyond the limit", none, quotaList({quota("backups", 10, 12)}), {shortOf(u"2"_s, u"0"_s, u"backups"_s)});
        row("no capacity", none, quotaList({quota("backup_capacity", 3, 1)}),
            {shortOf(u"3"_s, u"2"_s, u"backup_capacity"_s)}); // 2,049 MB want a third GB
        row("just enough capacity", none, quotaList({quota("backup_capacity", 4, 1)}), {});
        row("no limit", none, quotaList({quota("backups", -1, 9)}), {});
        row("a quota of something else", none, quotaList({quota("volumes", 1, 1)}), {});
    }
    void aPolicyWarnsOfWhatTheServiceWillRefuse()
    {
        QFETCH(QByteArray, records);
        QFETCH(QByteArray, quotas);
        PolicyDesk desk;
        desk.network.always(backupsOf(u"pol1"_s), {.body = backupList({backup(1, 1024), backup(2, 1025)})});
        desk.network.always(recordsLine, {.body = records});
        desk.network.always(eastQuotas, {.body = quotas});
        desk.open();
        QTRY_VERIFY(desk.known());
        QTEST(desk.flow->warnings(), "warnings");
        QVERIFY(desk.flow->canConfirm()); // the service decides
    }

    void onlyAPolicyThatIsThereCanBeChosen()
    {
        PolicyDesk desk;
        desk.open({});
        QTRY_VERIFY(desk.known());
        QCOMPARE(desk.flow->value(policyField), u"pol1"_s); // the first one
        QCOMPARE(desk.flow->offered(policyField), QStringList({u"pol1"_s, u"pol2"_s}));
        desk.flow->set(policyField, u"gone"_s);
        QCOMPARE(desk.flow->problem(policyField), (Reason{Code::NotOffered, {u"gone"_s}}));
        QVERIFY(!desk.flow->policy());
        QVERIFY(!desk.flow->canConfirm());
        QCOMPARE(desk.flow->confirm(), 0ULL);
        QCOMPARE(desk.writes(), 0);
    }

    void policiesThatCannotBeReadAreAskedForAgain()
    {
        PolicyDesk desk;
        desk.network.script(policies, denied);
        desk.open({});
        QTRY_VERIFY(desk.flow->loadError().has_value());
        QTRY_COMPARE(desk.flow->stage(), Stage::Editing);
        QVERIFY(!desk.flow->canConfirm());
        desk.flow->reload();
        QCOMPARE(desk.flow->stage(), Stage::Loading);
        QVERIFY(!desk.flow->loadError());
        QTRY_VERIFY(desk.known());
        QVERIFY(desk.flow->canConfirm());
    }

    // ---- backups

    void ofManyBackupsThoseThatCannotGoAreLeftOut()
    {
        BackupDesk desk;
        QList<net::Backup> all{available(u"i1"_s, u"b1"_s), available(u"i2"_s, u"b2"_s), available(u"i3"_s, u"b3"_s),
                               available(u"i4"_s, u"b4"_s), available(u"i5"_s, u"b5"_s), available(u"i6"_s, u"b6"_s, 30)};
        all[1].status = net::Backup::Status::Deleting;
        all[1].statusWord = u"deleting"_s;
        all[2].imageType = u"replication"_s;
        desk.network.always(recordsTo(u"cn-east-3"_s), {.body = recordList({record(1, 4, "success"), record(2, 5, "replicating"),
                                                                            record(3, 6, "fail"), record(4, 4, "fail")})});
        desk.network.always(recordsTo(u"cn-south-1"_s), {.body = recordList({record(5, 1, "success", "cn-south-1")})});
        desk.network.always(eastQuotas, {.body = quotaList({quota("backups", 10, 9)})});
        desk.open(all);
        QVERIFY(desk.flow->isMany());
        QTRY_VERIFY(desk.ready());
        QVERIFY(!desk.flow->left(all.at(0)));
        QCOMPARE(desk.flow->left(all.at(1)), (Reason{Code::WrongState, {u"deleting"_s}}));
        QCOMPARE(desk.flow->left(all.at(2)), (Reason{Code::IsReplica, {}}));
        QCOMPARE(desk.flow->left(all.at(3)), (Reason{Code::AlreadyThere, {u"cn-east-3"_s}}));
        QCOMPARE(desk.flow->left(all.at(4)), (Reason{Code::UnderWay, {u"cn-east-3"_s}}));
        QVERIFY(!desk.flow->left(all.at(5))); // failed before: it may go again
        QCOMPARE(desk.flow->going(), (QList{all.at(0), all.at(5)}));
        QCOMPARE(desk.flow->sizeMb(), 130);
        QCOMPARE(desk.flow->warnings(), (QList{Reason{Code::QuotaShort, {u"2"_s, u"1"_s, u"backups"_s}}}));
        QVERIFY(desk.flow->canConfirm());
        desk.flow->set(regionField, u"cn-south-1"_s); // another place, other reasons
        QTRY_VERIFY(desk.ready());
        QCOMPARE(desk.flow->left(all.at(0)), (Reason{Code::AlreadyThere, {u"cn-south-1"_s}}));
        QCOMPARE(desk.flow->going(), (QList{all.at(3), all.at(4), all.at(5)}));
        QVERIFY(desk.flow->warnings().isEmpty());
    }

    void eachOfManyBackupsGetsItsOwnName()
    {
        BackupDesk desk;
        QList<net::Backup> all{available(u"i1"_s, u"erp"_s), available(u"i2"_s, u"a b"_s), available(u"i3"_s, u"mes-核心"_s)};
        all[1].status = net::Backup::Status::Error; // its name would be refused, but it does not go
        all[1].statusWord = u"error"_s;
        desk.open(all);
        QTRY_VERIFY(desk.ready());
        desk.flow->set(nameField, u"{backup}-dr_{backup}"_s);
        QCOMPARE(desk.flow->nameOf(all.at(0)), u"erp-dr_erp"_s);
        QCOMPARE(desk.flow->nameOf(all.at(2)), u"mes-核心-dr_mes-核心"_s);
        QVERIFY(!desk.flow->problem(nameField));
        QCOMPARE(desk.flow->room(nameField)->used, 16); // of the longest
        QCOMPARE(desk.flow->room(nameField)->most, 64);
        desk.flow->set(nameField, u"{backup} dr"_s);
        QCOMPARE(desk.flow->problem(nameField), (Reason{Code::BadCharacters, {u" "_s}}));
        QVERIFY(!desk.flow->canConfirm());
        desk.flow->set(nameField, u"{backup}"_s + QString(59, u'x')); // 62 for erp, 65 for the other
        QCOMPARE(desk.flow->problem(nameField), (Reason{Code::TooLong, {u"64"_s, u"65"_s}}));
        QCOMPARE(desk.flow->room(nameField)->used, 65);
        desk.flow->set(nameField, u"{other}"_s);
        QCOMPARE(desk.flow->problem(nameField), (Reason{Code::BadCharacters, {u"{"_s}}));
        desk.flow->set(nameField, {});
        QVERIFY(!desk.flow->problem(nameField));
        desk.flow->set(nameField, u"dr-{backup}"_s);
        const QString first = provider + u"/checkpoint_items/i1/replicate"_s;
        desk.network.script(first, {.held = true});
        QVERIFY(desk.flow->request().body.contains("\"name\":\"dr-erp\""));
        const quint64 id = desk.flow->confirm();
        const models::OperationQueue *queue = desk.operations.queue(desk.flow->queueId());
        QVERIFY(queue);
        QCOMPARE(queue->operations.size(), 2); // what was left out is no operation
        QCOMPARE(queue->operations.first(), id);
        QStringList names;
        for (const Operation &operation : desk.operations.all())
            names.append(operation.targetName + u'=' + operation.draft.values.value(nameField));
        QCOMPARE(names, QStringList({u"erp=dr-erp"_s, u"mes-核心=dr-mes-核心"_s}));
        QTRY_COMPARE(desk.network.count(first), 1);
    }

    void withNothingLeftNothingIsSent()
    {
        BackupDesk desk;
        desk.network.always(recordsLine, {.body = recordList({record(1, 1, "success"), record(2, 2, "success")})});
        desk.open({available(u"i1"_s, u"b1"_s), available(u"i2"_s, u"b2"_s)});
        QTRY_VERIFY(desk.ready());
        QCOMPARE(desk.flow->obstacle().code, Code::NothingToDo);
        QCOMPARE(desk.flow->confirm(), 0ULL);
        QVERIFY(desk.operations.all().isEmpty());
    }

    void aKnownReplicaOnlyWarnsOfOneBackup_data()
    {
        QTest::addColumn<QByteArray>("records");
        QTest::addColumn<QList<Reason>>("warnings");
        const Reason there{Code::AlreadyThere, {u"cn-east-3"_s}}, coming{Code::UnderWay, {u"cn-east-3"_s}};
        QTest::newRow("never tried") << recordList({}) << QList<Reason>{};
        QTest::newRow("there") << recordList({record(1, 1, "success")}) << QList{there};
        QTest::newRow("being made") << recordList({record(1, 1, "waiting_replicate")}) << QList{coming};
        QTest::newRow("there, and being made again")
            << recordList({record(1, 1, "replicating"), record(2, 1, "success")}) << QList{there};
        QTest::newRow("failed before") << recordList({record(1, 1, "fail")}) << QList<Reason>{};
        QTest::newRow("in another region") << recordList({record(1, 1, "success", "cn-south-1")}) << QList<Reason>{};
        QTest::newRow("of another backup") << recordList({record(1, 2, "success")}) << QList<Reason>{};
    }
    void aKnownReplicaOnlyWarnsOfOneBackup()
    {
        QFETCH(QByteArray, records);
        BackupDesk desk;
        desk.network.always(recordsLine, {.body = records});
        desk.open({available(u"i1"_s, u"b1"_s)});
        QTRY_VERIFY(desk.ready());
        QVERIFY(!desk.flow->isMany());
        QVERIFY(!desk.flow->left(desk.flow->backups().first()));
        QTEST(desk.flow->warnings(), "warnings");
        QVERIFY(desk.flow->canConfirm()); // the service decides
        QCOMPARE(desk.network.count(recordsLine + u"?destination_region=cn-east-3&source_checkpoint_item_id=i1&"_s), 1);
        desk.flow->set(nameField, u"{backup}"_s); // stands for nothing here
        QCOMPARE(desk.flow->problem(nameField).code, Code::BadCharacters);
    }

    void oneBackupThatCannotGoIsAnObstacle()
    {
        net::Backup backup = available(u"i1"_s, u"b1"_s);
        backup.imageType = u"replication"_s;
        BackupDesk replica;
        replica.open({backup});
        QTRY_VERIFY(replica.ready());
        QCOMPARE(replica.flow->obstacle().code, Code::IsReplica);
        QVERIFY(!replica.flow->canConfirm());
        BackupDesk none;
        none.open({});
        QTRY_COMPARE(none.flow->stage(), Stage::Editing);
        QCOMPARE(none.flow->obstacle().code, Code::NothingToDo);
        QCOMPARE(none.flow->confirm(), 0ULL);
    }

    // ---- a protection group

    void theFirstDomainWithRoomIsChosen()
    {
        GroupDesk desk;
        desk.open();
        QCOMPARE(desk.flow->stage(), Stage::Loading);
        QVERIFY(!desk.flow->canConfirm());
        QTRY_VERIFY(desk.ready());
        QCOMPARE(desk.flow->domains().size(), 3); // the one sold out is shown
        QCOMPARE(desk.flow->value(u"domain_id"_s), u"d2"_s);
        QCOMPARE(desk.flow->value(u"source_availability_zone"_s), u"az-b"_s);
        QCOMPARE(desk.flow->value(u"target_availability_zone"_s), u"az-c"_s);
        QCOMPARE(desk.flow->value(u"dr_type"_s), u"migration"_s);
        QCOMPARE(desk.flow->firstProblem(), nameField);
        desk.flow->set(nameField, u"pg-new"_s);
        QCOMPARE(desk.flow->firstProblem(), u"source_vpc_id"_s); // nobody chooses a network for somebody else
        desk.flow->set(u"source_vpc_id"_s, u"v1"_s);
        QVERIFY(desk.flow->canConfirm());
        QVERIFY(desk.flow->warnings().isEmpty());
        QCOMPARE(
            desk.flow->request().body,
            QByteArray("{\"server_group\":{\"domain_id\":\"d2\",\"dr_type\":\"migration\",\"name\":\"pg-new\","
                       "\"source_availability_zone\":\"az-b\",\"source_vpc_id\":\"v1\",\"target_availability_zone\":\"az-c\"}}"));
        desk.network.script(u"POST /v1/p1/server-groups"_s, {.held = true});
        QVERIFY(desk.flow->confirm() != 0);
        QCOMPARE(desk.flow->confirm(), 0ULL);
        QCOMPARE(desk.flow->stage(), Stage::Submitted);
        QCOMPARE(desk.flow->operation()->targetName, u"pg-new"_s);
        QCOMPARE(desk.flow->operation()->targetDetail, u"az-b → az-c"_s);
        desk.flow->reload(); // nothing to reload any more
        desk.flow->setReversed(true);
        QVERIFY(!desk.flow->isReversed());
        QTRY_COMPARE(desk.writes(), 1);
    }

    void aDomainThatIsSoldOutIsRefused()
    {
        GroupDesk desk;
        desk.open();
        QTRY_VERIFY(desk.ready());
        desk.flow->set(nameField, u"pg-new"_s);
        desk.flow->set(u"source_vpc_id"_s, u"v1"_s);
        desk.flow->set(u"domain_id"_s, u"d1"_s);
        QCOMPARE(desk.flow->problem(u"domain_id"_s), (Reason{Code::SoldOut, {u"domain_1"_s}}));
        QCOMPARE(desk.flow->value(u"source_availability_zone"_s), u"az-a"_s);
        QVERIFY(!desk.flow->canConfirm());
        desk.flow->set(u"domain_id"_s, u"d9"_s);
        QCOMPARE(desk.flow->problem(u"domain_id"_s).code, Code::NotOffered);
        QCOMPARE(desk.flow->problem(u"source_availability_zone"_s).code, Code::Required);
        desk.flow->set(u"domain_id"_s, u"d3"_s);
        QVERIFY(desk.flow->canConfirm());
    }

    void withEveryDomainSoldOutNoneIsChosen()
    {
        GroupDesk desk;
        desk.network.always(domainsLine, {.body = R"({"domains":[{"id":"d1","sold_out":true}]})"});
        desk.open();
        QTRY_VERIFY(desk.ready());
        QVERIFY(!desk.flow->domain());
        QCOMPARE(desk.flow->problem(u"domain_id"_s).code, Code::Required);
    }

    void productionCanBeAtEitherEnd()
    {
        GroupDesk desk;
        desk.open();
        QTRY_VERIFY(desk.ready());
        const auto sites = [&desk] {
            return desk.flow->value(u"source_availability_zone"_s) + u'>' + desk.flow->value(u"target_availability_zone"_s);
        };
        QSignalSpy changed(desk.flow.get(), &models::Flow::changed);
        desk.flow->setReversed(true);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(sites(), u"az-c>az-b"_s);
        QVERIFY(!desk.flow->problem(u"source_availability_zone"_s));
        desk.flow->set(u"domain_id"_s, u"d3"_s); // the direction stays
        QCOMPARE(sites(), u"az-d>az-c"_s);
        desk.flow->setReversed(false);
        QCOMPARE(sites(), u"az-c>az-d"_s);
        desk.flow->set(u"source_availability_zone"_s, u"az-a"_s);
        QCOMPARE(desk.flow->problem(u"source_availability_zone"_s).code, Code::NotOffered);
    }

    void onlyANetworkThatIsReadyWillDo_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<Reason>("reason");
        QTest::newRow("ready") << u"v1"_s << Reason{};
        QTest::newRow("being made") << u"v2"_s << Reason{Code::WrongState, {u"CREATING"_s}};
        QTest::newRow("it does not say") << u"v3"_s << Reason{};
        QTest::newRow("not there") << u"v9"_s << Reason{Code::NotOffered, {u"v9"_s}};
        QTest::newRow("none") << QString() << Reason{Code::Required, {}};
    }
    void onlyANetworkThatIsReadyWillDo()
    {
        QFETCH(QString, id);
        QFETCH(Reason, reason);
        GroupDesk desk;
        desk.open();
        QTRY_VERIFY(desk.ready());
        desk.flow->set(nameField, u"pg-new"_s);
        desk.flow->set(u"source_vpc_id"_s, id);
        QCOMPARE(desk.flow->problem(u"source_vpc_id"_s), reason);
        QCOMPARE(desk.flow->canConfirm(), !reason);
    }

    void aNameThatIsTakenWarns()
    {
        GroupDesk desk;
        desk.open();
        QTRY_VERIFY(desk.ready());
        desk.flow->set(u"source_vpc_id"_s, u"v1"_s);
        desk.flow->set(nameField, u"pg-erp"_s);
        QTRY_COMPARE(desk.flow->warnings(), (QList{Reason{Code::NameTaken, {u"pg-erp"_s}}}));
        QVERIFY(desk.flow->canConfirm()); // the service allows it
        desk.flow->set(nameField, u"pg-er"_s);
        QVERIFY(desk.flow->warnings().isEmpty());
    }

    void chineseWarnsAtTheInternationalEdition_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("warned");
        QTest::newRow("abroad") << u"https://sdrs.eu-west-101.myhuaweicloud.eu"_s << u"组-1"_s << true;
        QTest::newRow("abroad, letters") << u"https://sdrs.eu-west-101.myhuaweicloud.eu"_s << u"pg-1"_s << false;
        QTest::newRow("in China") << u"https://sdrs.cn-north-4.myhuaweicloud.com"_s << u"组-1"_s << false;
        QTest::newRow("a private cloud") << u"https://cloud.example.com"_s << u"组-1"_s << false;
    }
    void chineseWarnsAtTheInternationalEdition()
    {
        QFETCH(QString, address);
        QFETCH(QString, name);
        QFETCH(bool, warned);
        GroupDesk desk(false, address);
        desk.open();
        QTRY_VERIFY(desk.ready());
        desk.flow->set(u"source_vpc_id"_s, u"v1"_s);
        desk.flow->set(nameField, name);
        QCOMPARE(desk.flow->warnings(), (warned ? QList{Reason{Code::ChineseAbroad, {}}} : QList<Reason>{}));
        QVERIFY(desk.flow->canConfirm());
    }

    void theQuotaOfGroupsWarns_data()
    {
        QTest::addColumn<int>("limit");
        QTest::addColumn<int>("used");
        QTest::addColumn<bool>("warned");
        QTest::newRow("room for one") << 5 << 4 << false;
        QTest::newRow("used up") << 5 << 5 << true;
        QTest::newRow("beyond") << 5 << 6 << true;
        QTest::newRow("none at all") << 0 << 0 << true;
        QTest::newRow("no limit") << -1 << 99 << false;
    }
    void theQuotaOfGroupsWarns()
    {
        QFETCH(int, limit);
        QFETCH(int, used);
        QFETCH(bool, warned);
        GroupDesk desk;
        desk.network.always(groupQuotas, {.body = quotaList({quota("replications", 1, 1), quota("server_groups", limit, used)})});
        desk.open();
        QTRY_VERIFY(desk.ready());
        QCOMPARE(desk.flow->quota().limit, std::optional<qint64>(limit));
        QCOMPARE(desk.flow->warnings(),
                 (warned ? QList{Reason{Code::QuotaShort, {u"1"_s, u"0"_s, u"server_groups"_s}}} : QList<Reason>{}));
    }

    void aReadOnlySessionWritesNothing()
    {
        GroupDesk desk(true);
        desk.open();
        QTRY_VERIFY(desk.ready());
        desk.flow->set(nameField, u"pg-new"_s);
        desk.flow->set(u"source_vpc_id"_s, u"v1"_s);
        QCOMPARE(desk.flow->firstProblem(), QString());
        QCOMPARE(desk.flow->obstacle().code, Code::ReadOnly);
        QVERIFY(!desk.flow->canConfirm());
        QCOMPARE(desk.flow->confirm(), 0ULL);
        QVERIFY(desk.operations.all().isEmpty());
        QCOMPARE(desk.writes(), 0);
    }

    void whatIsOfferedIsAskedForAgainAfterAFailure_data()
    {
        QTest::addColumn<QString>("line");
        QTest::newRow("domains") << domainsLine;
        QTest::newRow("networks") << vpcsLine;
    }
    void whatIsOfferedIsAskedForAgainAfterAFailure()
    {
        QFETCH(QString, line);
        GroupDesk desk;
        desk.network.script(line, denied);
        desk.open();
        desk.flow->set(nameField, u"pg-new"_s);
        desk.flow->set(u"source_vpc_id"_s, u"v1"_s);
        QTRY_VERIFY(desk.flow->loadError().has_value());
        QTRY_COMPARE(desk.flow->stage(), Stage::Editing);
        QCOMPARE(desk.flow->loadError()->kind, net::ErrorKind::Denied);
        QVERIFY(!desk.flow->canConfirm());
        desk.flow->reload();
        QCOMPARE(desk.flow->stage(), Stage::Loading);
        QVERIFY(!desk.flow->loadError());
        QTRY_COMPARE(desk.flow->stage(), Stage::Editing);
        QVERIFY(desk.flow->canConfirm()); // what was typed is still there
        QCOMPARE(desk.flow->value(nameField), u"pg-new"_s);
    }

    void whatOnlyWarnsMayBeMissing()
    {
        GroupDesk desk;
        desk.network.always(groupsLine, denied);
        desk.network.always(groupQuotas, denied);
        desk.open();
        QTRY_COMPARE(desk.flow->stage(), Stage::Editing);
        QTRY_VERIFY(desk.network.count(groupsLine) > 0 && desk.network.count(groupQuotas) > 0);
        desk.flow->set(nameField, u"pg-erp"_s);
        desk.flow->set(u"source_vpc_id"_s, u"v1"_s);
        QVERIFY(!desk.flow->loadError());
        QVERIFY(desk.flow->canConfirm());
        QVERIFY(desk.flow->warnings().isEmpty());
        QVERIFY(!desk.flow->quota().used);
    }
};

QTEST_GUILESS_MAIN(TestFlows)
#include "tst_flows.moc"
