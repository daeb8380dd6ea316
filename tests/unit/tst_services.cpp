#include "net/csbs.h"
#include "net/errorcodes.h"
#include "net/later.h"
#include "net/sdrs.h"
#include "net/transport.h"
#include "net/vpc.h"
#include "support/fakenetwork.h"
#include "support/outcome.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using test::FakeNetwork;
using test::outcome;

namespace {

/// A transport that is signed in and answers from a script.
struct Wire
{
    FakeNetwork network{};
    test::FakeClock clock{};
    net::Transport transport{test::fakeOptions(network), clock};
    net::Sdrs sdrs{transport};
    net::Csbs csbs{transport};
    net::Vpc vpc{transport};

    Wire() { transport.setCredential(net::ReadyToken{"tok-1"}); }
};

QByteArray networkRows(int first, int last)
{
    QByteArray rows;
    for (int i = first; i <= last; ++i)
        rows += QByteArray(i > first ? "," : "") + R"({"id":"v)" + QByteArray::number(i) + R"(","name":"n","status":"OK"})";
    return R"({"vpcs":[)" + rows + "]}";
}

} // namespace

class TestServices final : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void everyGroupFilterIsSentUnderItsDocumentedName()
    {
        const net::GroupQuery query{10, 20, u"error"_s, u"web"_s, u"stop_protected"_s, u"cn-north-4a"_s};
        const net::Query expected{{u"limit"_s, u"10"_s},
                                  {u"offset"_s, u"20"_s},
                                  {u"status"_s, u"error"_s},
                                  {u"name"_s, u"web"_s},
                                  {u"query_type"_s, u"stop_protected"_s},
                                  {u"availability_zone"_s, u"cn-north-4a"_s}};
        QCOMPARE(query.query(), expected);
        QVERIFY(net::GroupQuery{}.query().isEmpty());
    }

    void everyDrillFilterIsSentUnderItsDocumentedName()
    {
        const net::DrillQuery query{u"g1"_s, u"d"_s, u"available"_s, u"v1"_s, 5, 0};
        const net::Query expected{{u"server_group_id"_s, u"g1"_s}, {u"name"_s, u"d"_s},  {u"status"_s, u"available"_s},
                                  {u"drill_vpc_id"_s, u"v1"_s},    {u"limit"_s, u"5"_s}, {u"offset"_s, u"0"_s}};
        QCOMPARE(query.query(), expected);
        QVERIFY(net::DrillQuery{}.query().isEmpty());
    }

    void groupsAreAskedForAndRead()
    {
        Wire wire;
        wire.network.script(u"GET /v1/p1/server-groups?limit=2&name=a%26b"_s,
                            {.body = R"({"count":7,"server_groups":[{"id":"g1","status":"protected"},{"id":"g2"}]})",
                             .headers = {{"Date", "Sun, 22 Nov 2026 06:32:08 GMT"}}});
        auto call = wire.sdrs.groups(test::scope, {.limit = 2, .name = u"a&b"_s});
        const auto page = outcome(call);
        QVERIFY(page->has_value());
        QCOMPARE((*page)->rows.size(), 1);
        QCOMPARE((*page)->rows.first().id, u"g1"_s);
        QCOMPARE((*page)->envelope.rows, 2);
        QCOMPARE((*page)->envelope.unreadable, 1);
        QCOMPARE((*page)->envelope.firstProblem, u"status"_s);
        QCOMPARE((*page)->envelope.count, std::optional<qint64>(7));
        QCOMPARE((*page)->serverTime, QDateTime({2026, 11, 22}, {6, 32, 8}, Qt::UTC));
    }

    void oneGroupIsAskedForByItsIdInWhateverForm()
    {
        Wire wire;
        wire.network.script(u"GET /v1/p1/server-groups/g%2F1%20h"_s,
                            {.body = R"({"server_group":{"id":"g/1 h","status":"deleting"}})"});
        auto call = wire.sdrs.group(test::scope, u"g/1 h"_s);
        const auto group = outcome(call);
        QVERIFY(group->has_value());
        QCOMPARE((*group)->status, net::ProtectionGroup::Status::Deleting);
    }

    void drillsAreAskedForAndRead()
    {
        Wire wire;
        wire.network.script(u"GET /v1/p1/disaster-recovery-drills?server_group_id=g1&limit=999"_s,
                            {.body = R"({"count":1,"disaster_recovery_drills":[{"id":"d1","status":"creating"}]})"});
        auto list = wire.sdrs.drills(test::scope, {.groupId = u"g1"_s, .limit = 999});
        const auto page = outcome(list);
        QVERIFY(page->has_value());
        QCOMPARE((*page)->rows.first().status, net::DrDrill::Status::Creating);
        wire.network.script(u"GET /v1/p1/disaster-recovery-drills/d1"_s,
                            {.body = R"({"disaster_recovery_drill":{"id":"d1","status":"available","drill_servers":[]}})"});
        auto one = wire.sdrs.drill(test::scope, u"d1"_s);
        const auto drill = outcome(one);
        QVERIFY(drill->has_value());
        QCOMPARE((*drill)->status, net::DrDrill::Status::Available);
    }

    void aJobIsTheAnswerItself()
    {
        Wire wire;
        wire.network.script(u"GET /v1/p1/jobs/j1"_s, {.body = R"({"job_id":"j1","status":"SUCCESS","entities":{}})"});
        auto call = wire.sdrs.job(test::scope, u"j1"_s);
        const auto job = outcome(call);
        QVERIFY(job->has_value());
        QVERIFY((*job)->succeeded());
    }

    void domainsVersionsAndQuotasAreAskedFor()
    {
        Wire wire;
        wire.network.script(u"GET /v1/p1/active-domains"_s, {.body = R"({"domains":[{"id":"d1"},{"name":"no id"}]})"});
        auto domains = wire.sdrs.activeDomains(test::scope);
        const auto page = outcome(domains);
        QVERIFY(page->has_value());
        QCOMPARE((*page)->rows.size(), 1);
        QCOMPARE((*page)->envelope.unreadable, 1);

        wire.network.script(u"GET /"_s, {.body = R"({"versions":[{"id":"v1","status":"CURRENT"}]})"});
        auto versions = wire.sdrs.versions(test::scope);
        const auto all = outcome(versions);
        QVERIFY(all->has_value());
        QCOMPARE((*all)->rows.first().id, u"v1"_s);

        wire.network.script(u"GET /v1"_s, {.body = R"({"version":{"id":"v1","status":"SUPPORTED"}})"});
        auto version = wire.sdrs.version(test::scope, u"v1"_s);
        const auto one = outcome(version);
        QVERIFY(one->has_value());
        QCOMPARE((*one)->status, net::ApiVersion::Status::Supported);

        wire.network.script(u"GET /v1/p1/sdrs/quotas"_s,
                            {.body = R"({"quotas":{"resources":[{"type":"server_groups","used":3,"quota":50}]}})"});
        auto groups = wire.sdrs.quotas(test::scope);
        const auto quotas = outcome(groups);
        QVERIFY(quotas->has_value());
        QCOMPARE((*quotas)->rows.first().limit, std::optional<qint64>(50));

        wire.network.script(u"GET /v1/p1/quotas"_s,
                            {.body = R"({"quotas":{"resources":[{"type":"backups","quota":-1,"used":42}]}})"});
        auto backups = wire.csbs.quotas(test::scope);
        const auto own = outcome(backups);
        QVERIFY(own->has_value());
        QVERIFY((*own)->rows.first().isUnlimited());
    }

    void rawPagesAreTheBytesAsSent()
    {
        Wire wire;
        const net::Query query{{u"limit"_s, u"2"_s}, {u"offset"_s, u"1"_s}};
        const auto bytesOf = [&](const QString &line, net::CallPtr<net::RawPage> call) {
            wire.network.script(line, {.body = "{ as sent }", .headers = {{"X-Request-Id", "r-1"}}});
            const auto page = outcome(call);
            if (!*page)
                return QByteArray();
            return QByteArray((*page)->body + ' ' + (*page)->requestId.toUtf8());
        };
        const QByteArray expected = "{ as sent } r-1";
        QCOMPARE(bytesOf(u"GET /v1/p1/server-groups?limit=2&offset=1"_s, wire.sdrs.groupsRaw(test::scope, query)), expected);
        QCOMPARE(bytesOf(u"GET /v1/p1/disaster-recovery-drills?limit=2&offset=1"_s, wire.sdrs.drillsRaw(test::scope, query)),
                 expected);
        QCOMPARE(bytesOf(u"GET /v1/p1/policies?limit=2&offset=1"_s, wire.csbs.policiesRaw(test::scope, query)), expected);
        QCOMPARE(bytesOf(u"GET /v1/p1/vpcs?limit=2&offset=1"_s, wire.vpc.vpcsRaw(test::scope, query)), expected);
    }

    void aCodeMaySayMoreThanTheStatus_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::addColumn<net::ErrorKind>("kind");
        QTest::newRow("a job that is not there") << 500 << u"SDRS.0408"_s << net::ErrorKind::Missing;
        for (const char *code : {"SDRS.1013", "SDRS.1320", "SDRS.1608", "SDRS.1902"})
            QTest::newRow(code) << 400 << QString::fromLatin1(code) << net::ErrorKind::Missing;
        QTest::newRow("not permitted") << 400 << u"SDRS.0004"_s << net::ErrorKind::Denied;
        QTest::newRow("another 400") << 400 << u"SDRS.1014"_s << net::ErrorKind::Rejected;
        QTest::newRow("the same code, another status") << 500 << u"SDRS.1013"_s << net::ErrorKind::ServerFault;
        QTest::newRow("404") << 404 << u"VPC.0003"_s << net::ErrorKind::Missing;
        QTest::newRow("403") << 403 << u"APIGW.0302"_s << net::ErrorKind::Denied;
        QTest::newRow("restricted") << 401 << u"VPC.0005"_s << net::ErrorKind::Denied;
        QTest::newRow("CBR only") << 400 << u"BackupService.4008"_s << net::ErrorKind::Rejected;
    }
    void aCodeMaySayMoreThanTheStatus()
    {
        QFETCH(int, status);
        QFETCH(QString, code);
        QFETCH(net::ErrorKind, kind);
        Wire wire;
        wire.network.script(
            u"GET /v1/p1/server-groups/g1"_s,
            {.status = status, .body = R"({"itemNotFound":{"message":"said so","code":")" + code.toLatin1() + R"("}})"});
        auto call = wire.sdrs.group(test::scope, u"g1"_s);
        const auto result = outcome(call);
        QVERIFY(!result->has_value());
        QCOMPARE(result->error().kind, kind);
        QCOMPARE(result->error().httpStatus, status);
        QCOMPARE(result->error().code, code);
        QCOMPARE(result->error().detail, u"said so"_s);
        QCOMPARE(result->error().endpoint, u"cloud.example.com"_s);
        QCOMPARE(wire.network.asked().size(), 1);
    }

    void theGatewaysThrottleIsKnownUnderBothPrefixes()
    {
        QCOMPARE(net::kindOfCode(429, u"APIGW.0308"), std::optional(net::ErrorKind::Busy));
        QCOMPARE(net::kindOfCode(400, u"APIG.0308"), std::optional(net::ErrorKind::Busy));
        QCOMPARE(net::kindOfCode(429, u"APIG.0301"), std::optional<net::ErrorKind>());
    }

    void aServiceThatIsNotOpenForTheProjectIsTold()
    {
        const auto error = [](const QString &code) {
            return net::ApiError{.kind = net::ErrorKind::Rejected, .httpStatus = 400, .code = code};
        };
        QVERIFY(net::isNotOffered(error(u"BackupService.4008"_s)));
        QVERIFY(net::isNotOffered(error(u"SDRS.0233"_s)));
        QVERIFY(!net::isNotOffered(error(u"SDRS.0232"_s)));
        QVERIFY(!net::isNotOffered(error({})));
    }

    void networksAreReadPageAfterPage()
    {
        Wire wire;
        wire.network.script(u"GET /v1/p1/vpcs?limit=200"_s, {.body = networkRows(1, 200)});
        wire.network.script(u"GET /v1/p1/vpcs?limit=200&marker=v200"_s, {.body = networkRows(201, 400)});
        wire.network.script(u"GET /v1/p1/vpcs?limit=200&marker=v400"_s, {.body = networkRows(400, 403)});
        auto call = wire.vpc.vpcs(test::scope);
        const auto page = outcome(call);
        QVERIFY(page->has_value());
        QCOMPARE((*page)->rows.size(), 403);
        QCOMPARE((*page)->rows.first().id, u"v1"_s);
        QCOMPARE((*page)->rows.last().id, u"v403"_s);
        QCOMPARE(wire.network.asked().size(), 3);
    }

    void aShortFirstPageIsAll()
    {
        Wire wire;
        wire.network.script(u"GET /v1/p1/vpcs?limit=200"_s,
                            {.body = R"({"vpcs":[{"id":"v1","status":"OK"},{"name":"no id"},{"id":"v3"}]})"});
        auto call = wire.vpc.vpcs(test::scope);
        const auto page = outcome(call);
        QVERIFY(page->has_value());
        QCOMPARE((*page)->rows.size(), 2);
        QCOMPARE((*page)->envelope.rows, 3);
        QCOMPARE((*page)->envelope.unreadable, 1);
        QCOMPARE((*page)->envelope.firstProblem, u"id"_s);
        QCOMPARE(wire.network.asked().size(), 1);
    }

    void aRefusedMarkerStartsAgainWithoutOne()
    {
        Wire wire;
        wire.network.script(u"GET /v1/p1/vpcs?limit=200"_s, {.body = networkRows(1, 200)});
        wire.network.script(u"GET /v1/p1/vpcs?limit=200&marker=v200"_s,
                            {.status = 400, .body = R"({"code":"VPC.0101","message":"marker"})"});
        wire.network.script(u"GET /v1/p1/vpcs"_s, {.body = networkRows(2, 333)});
        auto call = wire.vpc.vpcs(test::scope);
        const auto page = outcome(call);
        QVERIFY(page->has_value());
        QCOMPARE((*page)->rows.size(), 332);
        QCOMPARE((*page)->rows.first().id, u"v2"_s);
        QCOMPARE((*page)->envelope.rows, 332);
        QCOMPARE(wire.network.asked().last().line, u"GET /v1/p1/vpcs"_s);
        QCOMPARE(wire.network.asked().size(), 3);
    }

    void a400OnTheWholeListIsAnError_data()
    {
        QTest::addColumn<bool>("afterAMarker");
        QTest::newRow("first") << false;
        QTest::newRow("after a refused marker") << true;
    }
    void a400OnTheWholeListIsAnError()
    {
        QFETCH(bool, afterAMarker);
        Wire wire;
        const test::Scripted bad{.status = 400, .body = R"({"code":"VPC.0007","message":"another project"})"};
        if (afterAMarker) {
            wire.network.script(u"GET /v1/p1/vpcs?limit=200"_s, {.body = networkRows(1, 200)});
            wire.network.script(u"GET /v1/p1/vpcs?limit=200&marker=v200"_s, bad);
        }
        wire.network.script(u"GET /v1/p1/vpcs"_s, bad);
        auto call = wire.vpc.vpcs(test::scope);
        const auto result = outcome(call);
        QVERIFY(!result->has_value());
        QCOMPARE(result->error().code, u"VPC.0007"_s);
        QCOMPARE(wire.network.asked().size(), afterAMarker ? 3 : 1);
    }

    void aFailedPageIsNoShorterList()
    {
        Wire wire;
        wire.network.script(u"GET /v1/p1/vpcs?limit=200"_s, {.body = networkRows(1, 200)});
        wire.network.script(u"GET /v1/p1/vpcs?limit=200&marker=v200"_s, {.status = 403});
        auto denied = wire.vpc.vpcs(test::scope);
        QCOMPARE(outcome(denied)->error().kind, net::ErrorKind::Denied);
        wire.network.script(u"GET /v1/p1/vpcs?limit=200"_s, {.body = networkRows(1, 200)});
        wire.network.script(u"GET /v1/p1/vpcs?limit=200&marker=v200"_s, {.body = "{}"});
        auto unreadable = wire.vpc.vpcs(test::scope);
        const auto result = outcome(unreadable);
        QCOMPARE(result->error().kind, net::ErrorKind::BadReply);
        QCOMPARE(result->error().detail, u"vpcs"_s);
        QCOMPARE(result->error().httpStatus, 200);
    }

    void aServerThatTakesNoMarkerIsNotAskedForEver()
    {
        Wire wire;
        for (int i = 0; i < 2; ++i)
            wire.network.script(u"GET /v1/p1/vpcs"_s, {.body = networkRows(1, 200)});
        auto call = wire.vpc.vpcs(test::scope);
        const auto page = outcome(call);
        QVERIFY(page->has_value());
        QCOMPARE((*page)->rows.size(), 200);
        QCOMPARE(wire.network.asked().size(), 2);
    }

    void aListWithoutAnEndIsAnError()
    {
        Wire wire;
        for (int i = 0; i < 100; ++i)
            wire.network.script(u"GET /v1/p1/vpcs"_s, {.body = networkRows(i * 200 + 1, i * 200 + 200)});
        auto call = wire.vpc.vpcs(test::scope);
        const auto result = outcome(call);
        QVERIFY(!result->has_value());
        QCOMPARE(result->error().kind, net::ErrorKind::BadReply);
        QCOMPARE(wire.network.asked().size(), 100);
    }

    void lettingGoBetweenPagesAsksNoFurther()
    {
        Wire wire;
        wire.network.script(u"GET /v1/p1/vpcs?limit=200"_s, {.body = networkRows(1, 200)});
        auto call = wire.vpc.vpcs(test::scope);
        call->then(this, [](const auto &) { QFAIL("told although it was let go"); });
        connect(&wire.transport, &net::Transport::logged, this, [this, &call] { net::later(this, [&call] { call.reset(); }); });
        QTRY_VERIFY(!call);
        wire.network.script(u"GET /v1/p1/policies"_s, {.body = R"({"policies":[]})"});
        auto other = wire.csbs.policies(test::scope);
        QVERIFY(outcome(other)->has_value());
        QCOMPARE(wire.network.count(u"GET /v1/p1/vpcs"_s), 1);
    }

    void oneNetworkIsAskedFor()
    {
        Wire wire;
        wire.network.script(u"GET /v1/p1/vpcs/v1"_s, {.body = R"({"vpc":{"id":"v1","name":"vpc-prod","status":"OK"}})"});
        auto call = wire.vpc.vpc(test::scope, u"v1"_s);
        const auto network = outcome(call);
        QVERIFY(network->has_value());
        QCOMPARE((*network)->name, u"vpc-prod"_s);
    }

    void aSignInThatVpcRefusesServesTheOthersOn_data()
    {
        QTest::addColumn<net::Credential>("credential");
        QTest::newRow("access key") << net::Credential(net::AccessKey{u"AK"_s, "secret-key", {}});
        QTest::newRow("ready token") << net::Credential(net::ReadyToken{"tok-1"});
    }
    void aSignInThatVpcRefusesServesTheOthersOn()
    {
        QFETCH(net::Credential, credential);
        Wire wire;
        wire.transport.setCredential(credential);
        QSignalSpy ended(&wire.transport, &net::Transport::signedOut);
        wire.network.script(u"GET /v1/p1/vpcs"_s, {.status = 401, .body = R"({"code":"VPC.0008","message":"token"})"});
        for (int i = 0; i < 2; ++i) { // asked once only: five wrong signatures lock a key
            auto networks = wire.vpc.vpcs(test::scope);
            const auto refused = outcome(networks);
            QCOMPARE(refused->error().kind, net::ErrorKind::SignedOut);
            QCOMPARE(refused->error().code, u"VPC.0008"_s);
        }
        QCOMPARE(wire.network.asked().size(), 1);
        QCOMPARE(ended.size(), 0);
        wire.network.script(u"GET /v1/p1/server-groups"_s, {.body = R"({"server_groups":[],"count":0})"});
        auto groups = wire.sdrs.groups(test::scope, {});
        QVERIFY(outcome(groups)->has_value());
    }

    void aRestrictedUserIsNotSignedInAnew()
    {
        FakeNetwork network;
        test::FakeClock clock;
        net::Transport transport(test::fakeOptions(network), clock);
        transport.setCredential(net::PasswordLogin{u"corp"_s, u"li.wei"_s, "secret-word"});
        network.script(u"POST /v3/auth/tokens"_s, {.status = 201,
                                                   .body = R"({"token":{"expires_at":"2026-11-23T06:32:08.000000Z"}})",
                                                   .headers = {{"X-Subject-Token", "tok-1"}}});
        network.script(u"GET /v1/p1/vpcs"_s, {.status = 401, .body = R"({"code":"VPC.0005","message":"arrears"})"});
        auto call = net::Vpc(transport).vpcs(test::scope);
        QCOMPARE(outcome(call)->error().kind, net::ErrorKind::Denied);
        QCOMPARE(network.count(u"POST /v3/auth/tokens"_s), 1);
    }
};

QTEST_GUILESS_MAIN(TestServices)
#include "tst_services.moc"
