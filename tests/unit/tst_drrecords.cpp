#include "net/records/activedomain.h"
#include "net/records/apiversion.h"
#include "net/records/drill.h"
#include "net/records/job.h"
#include "net/records/protectiongroup.h"
#include "net/records/quota.h"
#include "net/records/vpcnetwork.h"

#include <QTest>

using namespace Qt::StringLiterals;
using net::Job;

namespace {

// Samples of api/sdrs.md and api/vpc.md, as they stand there.
constexpr char groupPage[] =
    R"({"count": 1, "server_groups": [{"id": "3f6d1c58-0b7e-4a92-8e41-6c2d9f5b7a10", "name": "pg-web-01", "description": null,
  "status": "protected", "progress": 100, "source_availability_zone": "cn-north-4a", "target_availability_zone": "cn-north-4b",
  "priority_station": "source", "domain_id": "d18c5f0e-46b9-4a37-9c20-7f3e6ab12d84", "domain_name": "domain_a",
  "source_vpc_id": "81e4a6c7-39f2-4b5d-8d0a-c65f17b2e903", "target_vpc_id": "81e4a6c7-39f2-4b5d-8d0a-c65f17b2e903",
  "test_vpc_id": null, "dr_type": "migration", "server_type": "ECS", "protected_instance_num": 2, "replication_num": 3,
  "disaster_recovery_drill_num": 0, "protected_status": null, "replication_status": null, "health_status": null,
  "protection_type": "replication-pair", "replication_model": null,
  "created_at": "2024-03-01 06:20:31.118", "updated_at": "2024-03-08 02:00:00.74"}]})";

constexpr char drillPage[] =
    R"({"count": 1, "disaster_recovery_drills": [{"id": "5e29b8a3-f71c-4d60-a8e2-b94c07d3f615", "name": "drill-2024q1", "status": "available",
  "server_group_id": "3f6d1c58-0b7e-4a92-8e41-6c2d9f5b7a10", "drill_vpc_id": "46d0e7b9-8c1f-4253-9e6a-f15a730bd8c4",
  "created_at": "2024-03-05 01:02:03.004", "updated_at": "2024-03-05 01:11:09.870",
  "drill_servers": [{"protected_instance": "9a4e7d21-5c83-4f06-b1d9-e07a3c6f4b52", "drill_server_id": "03fe92c5-6d7b-4180-b4a9-72e8d50c1f6a"}]}]})";

constexpr char failedJob[] =
    R"({"job_id": "4028c1e97a05b3d2017a0e6f19c40031", "job_type": "failoverProtectionGroupNoCG", "status": "FAIL",
 "begin_time": "2024-03-08T02:10:11.120Z", "end_time": "2024-03-08T02:11:02.004Z",
 "error_code": "SDRS.1030", "fail_reason": "one subjob failed",
 "entities": {"sub_jobs": [{"job_id": "4028c1e97a05b3d2017a0e6f1a020032", "job_type": "failoverProtectionGroupRepNoCG",
   "status": "FAIL", "begin_time": "2024-03-08T02:10:12.000Z", "end_time": "2024-03-08T02:11:01.500Z",
   "error_code": "SDRS.1824", "fail_reason": "failover not supported now",
   "entities": {"server_group_id": "3f6d1c58-0b7e-4a92-8e41-6c2d9f5b7a10"}}]}})";

template <typename T> net::Result<T> readOne(const QByteArray &object) { return net::readRecord<T>(object, {}); }

/// A job with the given status and parts.
QByteArray jobText(const QByteArray &status, const QByteArray &parts = {}, const QByteArray &more = {})
{
    QByteArray text = R"({"job_id":"j","status":"WORD"MORE,"entities":{"sub_jobs":[PARTS]}})";
    return text.replace("WORD", status).replace("MORE", more).replace("PARTS", parts);
}

} // namespace

class TestDrRecords final : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void theDocumentsProtectionGroupIsRead()
    {
        const auto read = net::readRecords<net::ProtectionGroup>(groupPage, "server_groups");
        QVERIFY(read.has_value());
        QCOMPARE(read->second.count, std::optional<qint64>(1));
        QCOMPARE(read->second.unreadable, 0);
        const net::ProtectionGroup &group = read->first.first();
        QCOMPARE(group.id, u"3f6d1c58-0b7e-4a92-8e41-6c2d9f5b7a10"_s);
        QCOMPARE(group.name, u"pg-web-01"_s);
        QCOMPARE(group.description, QString());
        QCOMPARE(group.status, net::ProtectionGroup::Status::Protected);
        QCOMPARE(group.progress, std::optional<int>(100));
        QCOMPARE(group.station, net::ProtectionGroup::Station::Source);
        QCOMPARE(group.productionZone(), u"cn-north-4a"_s);
        QCOMPARE(group.recoveryZone(), u"cn-north-4b"_s);
        QCOMPARE(group.domainId, u"d18c5f0e-46b9-4a37-9c20-7f3e6ab12d84"_s);
        QCOMPARE(group.domainName, u"domain_a"_s);
        QCOMPARE(group.sourceVpcId, u"81e4a6c7-39f2-4b5d-8d0a-c65f17b2e903"_s);
        QCOMPARE(group.targetVpcId, group.sourceVpcId);
        QCOMPARE(group.deploymentModel, u"migration"_s);
        QCOMPARE(group.serverType, u"ECS"_s);
        QCOMPARE(group.instances, std::optional<qint64>(2));
        QCOMPARE(group.pairs, std::optional<qint64>(3));
        QCOMPARE(group.drills, std::optional<qint64>(0));
        QVERIFY(group.protectedStatus.isEmpty() && group.replicationStatus.isEmpty() && group.healthStatus.isEmpty());
        QCOMPARE(group.protectionType, u"replication-pair"_s);
        QCOMPARE(group.createdAt.utc, QDateTime({2024, 3, 1}, {6, 20, 31, 118}, Qt::UTC));
        QCOMPARE(group.updatedAt.utc, QDateTime({2024, 3, 8}, {2, 0, 0, 740}, Qt::UTC));
        QVERIFY(group.updatedAt.zoneAssumed);
    }

    void afterAFailoverProductionRunsInTheTargetZone()
    {
        const auto group = net::readRecord<net::ProtectionGroup>(
            R"({"server_group": {"id": "3f6d1c58-0b7e-4a92-8e41-6c2d9f5b7a10", "name": "pg-web-01", "status": "failed-over",
  "priority_station": "target", "source_availability_zone": "cn-north-4a", "target_availability_zone": "cn-north-4b"}})",
            "server_group");
        QVERIFY(group.has_value());
        QCOMPARE(group->status, net::ProtectionGroup::Status::FailedOver);
        QCOMPARE(group->productionZone(), u"cn-north-4b"_s);
        QCOMPARE(group->recoveryZone(), u"cn-north-4a"_s);
        QVERIFY(!group->progress && !group->instances && !group->pairs && !group->drills);
        QVERIFY(group->createdAt.isEmpty());
    }

    void anUnknownStationNamesNoZone()
    {
        const std::pair<QByteArray, QString> cases[] = {
            {R"("priority_station":"third",)", u"third"_s}, {R"("priority_station":null,)", {}}, {{}, {}}};
        for (const auto &[station, word] : cases) {
            const auto group = readOne<net::ProtectionGroup>(R"({"id":"g","status":"available",)" + station +
                                                             R"("source_availability_zone":"a","target_availability_zone":"b"})");
            QVERIFY(group.has_value());
            QCOMPARE(group->station, net::ProtectionGroup::Station::Other);
            QCOMPARE(group->stationWord, word);
            QVERIFY(group->productionZone().isEmpty() && group->recoveryZone().isEmpty());
        }
    }

    void everyStatusOfAGroupHasItsPhase_data()
    {
        QTest::addColumn<QByteArray>("word");
        QTest::addColumn<net::Phase>("phase");
        using enum net::Phase;
        for (const char *word : {"available", "protected", "failed-over"})
            QTest::newRow(word) << QByteArray(word) << Stable;
        for (const char *word : {"creating", "starting", "stopping", "reversing", "failing-over", "reprotecting", "deleting"})
            QTest::newRow(word) << QByteArray(word) << Transitional;
        for (const char *word : {"error-starting", "error-stopping", "error-reversing", "error-failing-over",
                                 "error-reprotecting", "error-deleting", "error"})
            QTest::newRow(word) << QByteArray(word) << Failed;
        for (const char *word : {"failed-over-back", "Protected", ""})
            QTest::newRow(*word ? word : "empty") << QByteArray(word) << Unknown;
    }
    void everyStatusOfAGroupHasItsPhase()
    {
        QFETCH(QByteArray, word);
        QFETCH(net::Phase, phase);
        const auto group = readOne<net::ProtectionGroup>(QByteArray(R"({"id":"g","status":"WORD"})").replace("WORD", word));
        QVERIFY(group.has_value());
        QCOMPARE(group->statusWord, QString::fromLatin1(word));
        QCOMPARE(group->status == net::ProtectionGroup::Status::Other, phase == net::Phase::Unknown);
        QCOMPARE(net::phaseOf(group->status), phase);
        QCOMPARE(net::isTransitional(group->status), phase == net::Phase::Transitional);
    }

    void theDocumentsDrillIsRead()
    {
        const auto read = net::readRecords<net::DrDrill>(drillPage, "disaster_recovery_drills");
        QVERIFY(read.has_value());
        QCOMPARE(read->first.size(), 1);
        const net::DrDrill &drill = read->first.first();
        QCOMPARE(drill.id, u"5e29b8a3-f71c-4d60-a8e2-b94c07d3f615"_s);
        QCOMPARE(drill.name, u"drill-2024q1"_s);
        QCOMPARE(drill.status, net::DrDrill::Status::Available);
        QCOMPARE(drill.groupId, u"3f6d1c58-0b7e-4a92-8e41-6c2d9f5b7a10"_s);
        QCOMPARE(drill.vpcId, u"46d0e7b9-8c1f-4253-9e6a-f15a730bd8c4"_s);
        QCOMPARE(drill.createdAt.utc, QDateTime({2024, 3, 5}, {1, 2, 3, 4}, Qt::UTC));
        QCOMPARE(drill.updatedAt.utc, QDateTime({2024, 3, 5}, {1, 11, 9, 870}, Qt::UTC));
        const QList<net::DrDrill::Server> servers{
            {u"9a4e7d21-5c83-4f06-b1d9-e07a3c6f4b52"_s, u"03fe92c5-6d7b-4180-b4a9-72e8d50c1f6a"_s}};
        QCOMPARE(drill.servers, servers);
    }

    void everyStatusOfADrillHasItsPhase_data()
    {
        QTest::addColumn<QByteArray>("word");
        QTest::addColumn<net::Phase>("phase");
        QTest::newRow("creating") << QByteArray("creating") << net::Phase::Transitional;
        QTest::newRow("available") << QByteArray("available") << net::Phase::Stable;
        QTest::newRow("error") << QByteArray("error") << net::Phase::Failed;
        QTest::newRow("deleting") << QByteArray("deleting") << net::Phase::Transitional;
        QTest::newRow("error-deleting") << QByteArray("error-deleting") << net::Phase::Failed;
        QTest::newRow("a new word") << QByteArray("paused") << net::Phase::Unknown;
    }
    void everyStatusOfADrillHasItsPhase()
    {
        QFETCH(QByteArray, word);
        QFETCH(net::Phase, phase);
        const auto drill = readOne<net::DrDrill>(
            QByteArray(R"({"id":"d","name":null,"drill_servers":null,"status":"WORD"})").replace("WORD", word));
        QVERIFY(drill.has_value());
        QCOMPARE(drill->statusWord, QString::fromLatin1(word));
        QCOMPARE(net::phaseOf(drill->status), phase);
        QCOMPARE(net::isTransitional(drill->status), phase == net::Phase::Transitional);
        QVERIFY(drill->servers.isEmpty());
    }

    void theDocumentsJobIsRead()
    {
        const auto job = readOne<Job>(failedJob);
        QVERIFY(job.has_value());
        QCOMPARE(job->id, u"4028c1e97a05b3d2017a0e6f19c40031"_s);
        QCOMPARE(job->type, u"failoverProtectionGroupNoCG"_s);
        QCOMPARE(job->status, Job::Status::Fail);
        QCOMPARE(job->beganAt.utc, QDateTime({2024, 3, 8}, {2, 10, 11, 120}, Qt::UTC));
        QVERIFY(!job->beganAt.zoneAssumed);
        QCOMPARE(job->endedAt.utc, QDateTime({2024, 3, 8}, {2, 11, 2, 4}, Qt::UTC));
        QCOMPARE(job->errorCode, u"SDRS.1030"_s);
        QCOMPARE(job->failReason, u"one subjob failed"_s);
        QVERIFY(job->entities.isEmpty());
        QCOMPARE(job->subJobs.size(), 1);
        QCOMPARE(job->subJobs.first().errorCode, u"SDRS.1824"_s);
        QCOMPARE(job->entityId(u"server_group_id"), u"3f6d1c58-0b7e-4a92-8e41-6c2d9f5b7a10"_s);
        QCOMPARE(job->entityId(u"replication_pair_id"), QString());
        QVERIFY(job->over());
        QVERIFY(!job->succeeded());
        QCOMPARE(job->firstFailure(), &*job);
    }

    void aRunningJobHasNoEndAndNoFailure()
    {
        const auto job = readOne<Job>(
            R"({"job_id":"ff8080","job_type":"createDisasterRecoveryDrill","status":"RUNNING","begin_time":"2024-03-08T02:10:11.120Z",
                "end_time":null,"error_code":null,"fail_reason":null,"entities":null})");
        QVERIFY(job.has_value());
        QCOMPARE(job->status, Job::Status::Running);
        QVERIFY(job->endedAt.isEmpty());
        QVERIFY(!job->over() && !job->succeeded());
        QCOMPARE(job->firstFailure(), nullptr);
    }

    void theIdOfTheCreatedObjectIsFoundAtEveryDepth()
    {
        const auto job = readOne<Job>(
            R"({"job_id":"j","status":"SUCCESS","entities":{"volume_ids":["v1","v2"],"protected_instance_id":"i1","odd":7,"deep":{"x":"y"},
                "sub_jobs":[{"job_id":"k","status":"SUCCESS","entities":{"native_server_id":"s1","sub_jobs":[
                    {"job_id":"l","status":"SUCCESS","entities":{"replication_pair_id":"p1","nic_id":""}}]}},
                  {"job_id":"m","status":"SUCCESS","entities":{"replication_pair_id":"p2"}}]}})");
        QVERIFY(job.has_value());
        QCOMPARE(job->entityId(u"protected_instance_id"), u"i1"_s);
        QCOMPARE(job->entityId(u"native_server_id"), u"s1"_s);
        QCOMPARE(job->entityId(u"replication_pair_id"), u"p1"_s);
        QCOMPARE(job->entityId(u"nic_id"), QString());
        const QList<Job::Entity> own{
            {u"volume_ids"_s, u"v1"_s}, {u"volume_ids"_s, u"v2"_s}, {u"protected_instance_id"_s, u"i1"_s}};
        QCOMPARE(job->entities, own);
        QVERIFY(job->succeeded());
    }

    void aJobIsJudgedWithItsParts_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("over");
        QTest::addColumn<bool>("succeeded");
        const QByteArray good = R"({"job_id":"a","status":"SUCCESS"})";
        const QByteArray bad = R"({"job_id":"b","status":"FAIL"})";
        const QByteArray on = R"({"job_id":"c","status":"RUNNING"})";
        const QByteArray idle = R"({"job_id":"d","status":"INIT"})";
        const QByteArray odd = R"({"job_id":"e","status":"PAUSED"})";
        QTest::newRow("waiting") << jobText("INIT") << false << false;
        QTest::newRow("running, a part failed") << jobText("RUNNING", bad) << false << false;
        QTest::newRow("success") << jobText("SUCCESS") << true << true;
        QTest::newRow("success with its parts") << jobText("SUCCESS", good + ',' + good) << true << true;
        QTest::newRow("success, a part failed") << jobText("SUCCESS", good + ',' + bad) << true << false;
        QTest::newRow("success, a part runs") << jobText("SUCCESS", good + ',' + on) << false << false;
        QTest::newRow("success, a part of a part runs") << jobText("SUCCESS", jobText("SUCCESS", on)) << false << false;
        QTest::newRow("success, a part of a part failed") << jobText("SUCCESS", jobText("SUCCESS", bad)) << true << false;
        QTest::newRow("success, a part has a new word") << jobText("SUCCESS", odd) << true << false;
        QTest::newRow("success, a part has no status") << jobText("SUCCESS", R"({"job_id":"f"})") << true << false;
        QTest::newRow("failed, a part never began") << jobText("FAIL", bad + ',' + idle) << true << false;
        QTest::newRow("a new word") << jobText("PAUSED") << false << false;
    }
    void aJobIsJudgedWithItsParts()
    {
        QFETCH(QByteArray, text);
        const auto job = readOne<Job>(text);
        QVERIFY(job.has_value());
        QTEST(job->over(), "over");
        QTEST(job->succeeded(), "succeeded");
        QCOMPARE(job->firstFailure() != nullptr, job->over() && !job->succeeded());
    }

    void theFirstFailedPartSpeaksForAJobWithoutAReason()
    {
        const auto job = readOne<Job>(jobText(
            "FAIL",
            R"({"job_id":"a","status":"SUCCESS"},{"job_id":"b","status":"FAIL"},{"job_id":"c","status":"FAIL","error_code":"EVS.2024","fail_reason":"no room"})",
            R"(,"error_code":null,"fail_reason":"")"));
        QVERIFY(job.has_value());
        QVERIFY(job->firstFailure());
        QCOMPARE(job->firstFailure()->id, u"c"_s);
        QCOMPARE(job->firstFailure()->errorCode, u"EVS.2024"_s);
        const auto mute = readOne<Job>(jobText("SUCCESS", R"({"job_id":"b","status":"FAIL"})"));
        QVERIFY(mute.has_value());
        QVERIFY(mute->firstFailure());
        QCOMPARE(mute->firstFailure()->id, u"b"_s);
    }

    void partsWithinPartsHaveABound()
    {
        QByteArray text = R"({"job_id":"j","status":"SUCCESS"})";
        for (int depth = 0; depth < 8; ++depth)
            text = jobText("SUCCESS", text);
        const auto deepest = readOne<Job>(text);
        QVERIFY(deepest.has_value());
        QVERIFY(deepest->succeeded());
        const auto tooDeep = readOne<Job>(jobText("SUCCESS", text));
        QVERIFY(!tooDeep.has_value());
        QCOMPARE(tooDeep.error().kind, net::ErrorKind::BadReply);
        QCOMPARE(tooDeep.error().detail, u"entities"_s);
        for (int depth = 0; depth < 5000; ++depth)
            text = jobText("SUCCESS", text);
        QVERIFY(!readOne<Job>(text).has_value());
    }

    void theDocumentsActiveDomainIsRead()
    {
        const auto read = net::readRecords<net::ActiveDomain>(
            R"({"domains": [{"id": "d18c5f0e-46b9-4a37-9c20-7f3e6ab12d84", "name": "domain_a", "description": "AZ1 and AZ2", "sold_out": false,
  "local_replication_cluster": {"availability_zone": "cn-north-4a"},
  "remote_replication_cluster": {"availability_zone": "cn-north-4b"}}]})",
            "domains");
        QVERIFY(read.has_value());
        const net::ActiveDomain expected{u"d18c5f0e-46b9-4a37-9c20-7f3e6ab12d84"_s,
                                         u"domain_a"_s,
                                         u"AZ1 and AZ2"_s,
                                         false,
                                         u"cn-north-4a"_s,
                                         u"cn-north-4b"_s};
        QCOMPARE(read->first, QList<net::ActiveDomain>{expected});
    }

    void aSoldOutDomainMayLackTheRest()
    {
        const auto domain = readOne<net::ActiveDomain>(
            R"({"id":"d","name":null,"description":null,"sold_out":true,"local_replication_cluster":null})");
        QVERIFY(domain.has_value());
        QVERIFY(domain->soldOut);
        QVERIFY(domain->localZone.isEmpty() && domain->remoteZone.isEmpty());
    }

    void theDocumentsApiVersionIsRead()
    {
        const auto version = net::readRecord<net::ApiVersion>(
            R"({"version": {"id": "v1", "status": "CURRENT", "updated": "2018-05-30T15:00:00Z",
  "version": "", "min_version": "", "links": [{"rel": "self", "href": "https://sdrs.example.test/v1"}]}})",
            "version");
        QVERIFY(version.has_value());
        QCOMPARE(version->id, u"v1"_s);
        QCOMPARE(version->status, net::ApiVersion::Status::Current);
        QCOMPARE(version->updatedAt.utc, QDateTime({2018, 5, 30}, {15, 0, 0}, Qt::UTC));
        QVERIFY(version->highest.isEmpty() && version->lowest.isEmpty());
        QCOMPARE(version->link, u"https://sdrs.example.test/v1"_s);
        const auto linked = readOne<net::ApiVersion>(
            R"({"id": "v1", "links": [{"rel": "help", "href": "a.test/v1"}, {"rel": "self", "href": "b.test/v1"}]})");
        QVERIFY(linked.has_value());
        QCOMPARE(linked->link, u"b.test/v1"_s);
        const auto odd = readOne<net::ApiVersion>(R"({"id":"v9","status":"EXPERIMENTAL","updated":null})");
        QVERIFY(odd.has_value());
        QCOMPARE(odd->status, net::ApiVersion::Status::Other);
        QCOMPARE(odd->statusWord, u"EXPERIMENTAL"_s);
    }

    void theDocumentsQuotasAreRead()
    {
        const auto csbs = net::readQuotas(R"({"quotas": {"resources": [
      { "type": "backup_capacity", "unit": "GB", "quota": -1, "used": 1280 },
      { "type": "backups", "quota": 600, "used": 42 }]}})");
        QVERIFY(csbs.has_value());
        QCOMPARE(csbs->size(), 2);
        QVERIFY(csbs->at(0).isUnlimited());
        QCOMPARE(csbs->at(0).unit, u"GB"_s);
        QCOMPARE(csbs->at(0).used, std::optional<qint64>(1280));
        QVERIFY(!csbs->at(1).isUnlimited());
        QCOMPARE(csbs->at(1).limit, std::optional<qint64>(600));
        QVERIFY(csbs->at(1).unit.isEmpty());
        const auto sdrs =
            net::readQuotas(R"({"quotas": {"resources": [{"type": "server_groups", "used": 3, "quota": 50, "min": 0, "max": -1},
                          {"type": "replications", "used": 12, "quota": 100, "min": 0, "max": -1}]}})");
        QVERIFY(sdrs.has_value());
        const net::Quota expected{u"replications"_s, 100, 12, {}, 0, -1};
        QCOMPARE(sdrs->at(1), expected);
    }

    void quotasWithoutTheirListAreUnreadable_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("member");
        QTest::newRow("a list") << QByteArray(R"({"quotas":[]})") << u"quotas"_s;
        QTest::newRow("no resources") << QByteArray(R"({"quotas":{}})") << u"resources"_s;
        QTest::newRow("null") << QByteArray(R"({"quotas":{"resources":null}})") << u"resources"_s;
        QTest::newRow("no type") << QByteArray(R"({"quotas":{"resources":[{"quota":3}]}})") << u"resources"_s;
        QTest::newRow("nothing") << QByteArray("{}") << u"quotas"_s;
    }
    void quotasWithoutTheirListAreUnreadable()
    {
        QFETCH(QByteArray, body);
        const auto read = net::readQuotas(body);
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().kind, net::ErrorKind::BadReply);
        QTEST(read.error().detail, "member");
    }

    void theDocumentsNetworksAreRead()
    {
        const auto read = net::readRecords<net::VpcNetwork>(R"({
  "vpcs": [
    { "id": "7e0f1a2b-0d4c-4b7e-9a55-2f1c3d4e5f60", "name": "vpc-prod", "description": "production", "cidr": "192.168.0.0/16",
      "status": "OK", "enterprise_project_id": "0", "routes": [] },
    { "id": "8f1a2b3c-1e5d-4c8f-8b66-3a2d4e5f6071", "name": "演练-vpc", "description": "", "cidr": "10.8.0.0/16",
      "status": "CREATING", "enterprise_project_id": "0", "routes": [] }
  ]
})",
                                                            "vpcs");
        QVERIFY(read.has_value());
        QCOMPARE(read->first.size(), 2);
        const net::VpcNetwork expected{u"7e0f1a2b-0d4c-4b7e-9a55-2f1c3d4e5f60"_s,
                                       u"vpc-prod"_s,
                                       u"production"_s,
                                       u"192.168.0.0/16"_s,
                                       net::VpcNetwork::Status::Ok,
                                       u"OK"_s,
                                       u"0"_s};
        QCOMPARE(read->first.at(0), expected);
        QCOMPARE(read->first.at(1).name, u"演练-vpc"_s);
        QCOMPARE(read->first.at(1).status, net::VpcNetwork::Status::Creating);
        const auto odd = readOne<net::VpcNetwork>(R"({"id":"v","name":"","status":"ACTIVE","cidr":null})");
        QVERIFY(odd.has_value());
        QCOMPARE(odd->status, net::VpcNetwork::Status::Other);
        QCOMPARE(odd->statusWord, u"ACTIVE"_s);
    }

    void everyRequiredMemberIsMissed_data()
    {
        QTest::addColumn<QString>("problem");
        QTest::addColumn<QString>("member");
        const auto problem = [](const auto &read) { return read ? u"none"_s : read.error().detail; };
        const auto row = [&](const char *name, const auto &read, const QString &member) {
            QTest::newRow(name) << problem(read) << member;
        };
        row("group, id", readOne<net::ProtectionGroup>(R"({"status":"available"})"), u"id"_s);
        row("group, empty id", readOne<net::ProtectionGroup>(R"({"id":"","status":"available"})"), u"id"_s);
        row("group, status", readOne<net::ProtectionGroup>(R"({"id":"g"})"), u"status"_s);
        row("group, status null", readOne<net::ProtectionGroup>(R"({"id":"g","status":null})"), u"status"_s);
        row("drill, id", readOne<net::DrDrill>(R"({"status":"available"})"), u"id"_s);
        row("drill, status", readOne<net::DrDrill>(R"({"id":"d"})"), u"status"_s);
        row("job, id", readOne<Job>(R"({"status":"INIT"})"), u"job_id"_s);
        row("job, status", readOne<Job>(R"({"job_id":"j"})"), u"status"_s);
        row("domain, id", readOne<net::ActiveDomain>(R"({"name":"d"})"), u"id"_s);
        row("version, id", readOne<net::ApiVersion>(R"({"status":"CURRENT"})"), u"id"_s);
        row("quota, type", readOne<net::Quota>(R"({"quota":1})"), u"type"_s);
        row("network, id", readOne<net::VpcNetwork>(R"({"name":"v"})"), u"id"_s);
        row("drill servers of a wrong type", readOne<net::DrDrill>(R"({"id":"d","status":"error","drill_servers":[7]})"),
            u"drill_servers"_s);
        row("entities of a wrong type", readOne<Job>(R"({"job_id":"j","status":"FAIL","entities":[]})"), u"entities"_s);
        row("parts of a wrong type", readOne<Job>(R"({"job_id":"j","status":"FAIL","entities":{"sub_jobs":{}}})"), u"entities"_s);
    }
    void everyRequiredMemberIsMissed()
    {
        QFETCH(QString, problem);
        QFETCH(QString, member);
        QCOMPARE(problem, member);
    }

    void numbersMayComeAsTextAndProgressIsHeldWithinBounds()
    {
        const auto group = readOne<net::ProtectionGroup>(
            R"({"id":"g","status":"starting","progress":"140","replication_num":"3","protected_instance_num":null})");
        QVERIFY(group.has_value());
        QCOMPARE(group->progress, std::optional<int>(100));
        QCOMPARE(group->pairs, std::optional<qint64>(3));
        QVERIFY(!group->instances);
        const auto job = readOne<Job>(R"({"job_id":"j","status":"FAIL","error_code":2024})");
        QVERIFY(job.has_value());
        QCOMPARE(job->errorCode, u"2024"_s);
    }
};

QTEST_GUILESS_MAIN(TestDrRecords)
#include "tst_drrecords.moc"
