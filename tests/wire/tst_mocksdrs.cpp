// The demo endpoint's disaster recovery and networks against the documents, asked over raw sockets.

#include "app/mock/server.h"
#include "rawclient.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class MockSdrsTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<mock::Server> m_server;
    mock::Door m_door;
    QByteArray m_project; ///< "/v1/{project id}"
    QByteArray m_token;

    /// The calendar stands still unless a test moves it.
    static mock::Options options(const std::string &scenario = "company")
    {
        mock::Options o;
        o.epoch = "2026-03-05T08:00:00Z";
        o.speed = 0;
        o.scenario = scenario;
        return o;
    }

    void open(mock::Options o, std::size_t scope = 0)
    {
        m_server = std::make_unique<mock::Server>(std::move(o));
        std::string error;
        QVERIFY2(m_server->start(&error), error.c_str());
        m_door = m_server->door();
        enter(scope);
    }
    /// Signs in to the project of that scope.
    void enter(std::size_t scope)
    {
        const std::string id = m_door.scopes.at(scope).second;
        m_project = "/v1/" + bytes(id);
        m_token = Client(*m_server)
                      .ask("POST", "/v3/auth/tokens?nocatalog=1", signInBody(m_door, projectScope(id)))
                      .header("X-Subject-Token");
        QVERIFY(!m_token.isEmpty());
    }
    Client client() const { return Client(*m_server, m_token); }
    Reply get(const QByteArray &path) const { return client().get(m_project + path); }
    /// Const, so that a loop over it does not copy it.
    const QJsonArray list(const QByteArray &path) const
    {
        const QJsonObject page = get(path).json();
        for (const QString &name : {u"server_groups"_s, u"disaster_recovery_drills"_s, u"domains"_s, u"vpcs"_s})
            if (page.contains(name))
                return page[name].toArray();
        return {};
    }
    QStringList names(const QByteArray &path) const
    {
        QStringList out;
        for (const auto &row : list(path))
            out.append(row[u"name"_s].toString());
        return out;
    }
    QJsonObject named(const QByteArray &path, const QString &name) const
    {
        for (const auto &row : list(path))
            if (row[u"name"_s].toString() == name)
                return row.toObject();
        return {};
    }
    QJsonObject group(const QString &name) const { return named("/server-groups", name); }
    QJsonObject drill(const QString &name) const { return named("/disaster-recovery-drills", name); }
    QJsonObject job(const QByteArray &id) const { return get("/jobs/" + id).json(); }
    QByteArray example(const std::string &what) const { return bytes(m_server->example(what)); }
    static QByteArray sdrsCode(const Reply &reply)
    {
        const QJsonObject error = reply.json()[u"error"_s].toObject();
        return error[u"message"_s].toString().isEmpty() ? QByteArray() : error[u"code"_s].toString().toUtf8();
    }
    static QByteArray vpcCode(const Reply &reply)
    {
        return reply.json()[u"message"_s].toString().isEmpty() ? QByteArray() : reply.json()[u"code"_s].toString().toUtf8();
    }
    /// What a protection group is asked for with; members of @p more replace its own.
    QJsonObject wish(const QJsonObject &more = {}) const
    {
        QJsonObject body{{u"name"_s, u"pg-new"_s},
                         {u"source_availability_zone"_s, u"cn-north-4a"_s},
                         {u"target_availability_zone"_s, u"cn-north-4b"_s},
                         {u"domain_id"_s, named("/active-domains", u"domain_1"_s)[u"id"_s]},
                         {u"source_vpc_id"_s, named("/vpcs", u"vpc-prod"_s)[u"id"_s]}};
        for (auto it = more.begin(); it != more.end(); ++it)
            body[it.key()] = it.value();
        return body;
    }
    Reply create(const QJsonObject &body) const
    {
        return client().ask("POST", m_project + "/server-groups",
                            QJsonDocument(QJsonObject{{u"server_group"_s, body}}).toJson(QJsonDocument::Compact));
    }

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
        open(options());
    }
    void cleanup() { m_server.reset(); }

    // --- versions

    void versionsNeedNoToken()
    {
        const Client nobody(*m_server);
        const Reply all = nobody.get("/");
        QCOMPARE(all.status, 200);
        const QJsonArray versions = all.json()[u"versions"_s].toArray();
        QCOMPARE(versions.size(), 1);
        const Reply one = nobody.get("/v1");
        QCOMPARE(one.json()[u"version"_s], versions[0]);
        QCOMPARE(versions[0][u"id"_s].toString(), u"v1"_s);
        QCOMPARE(versions[0][u"status"_s].toString(), u"CURRENT"_s);
        QCOMPARE(versions[0][u"links"_s][0][u"rel"_s].toString(), u"self"_s);
        QVERIFY(versions[0][u"links"_s][0][u"href"_s].toString().endsWith(u"/v1"_s));
        QCOMPARE(nobody.get("/v2").code(), "APIGW.0101");
        QCOMPARE(nobody.get("/v1/").code(), "APIGW.0101");
        QCOMPARE(sdrsCode(nobody.get("/v1?limit=1")), "SDRS.0201");
        QCOMPARE(nobody.ask("POST", "/", "{}").status, 404);
    }

    void everythingElseNeedsTheProjectsToken()
    {
        for (const char *path :
             {"/server-groups", "/disaster-recovery-drills", "/active-domains", "/jobs/x", "/sdrs/quotas", "/vpcs"})
            QCOMPARE(Client(*m_server).get(m_project + path).code(), "APIGW.0301");
        const QByteArray elsewhere = "/v1/" + bytes(m_door.scopes.at(2).second);
        QCOMPARE(client().get(elsewhere + "/server-groups").code(), "APIGW.0307");
        const Reply vpcs = client().get(elsewhere + "/vpcs");
        QCOMPARE(vpcs.status, 400);
        QCOMPARE(vpcCode(vpcs), "VPC.0007");
    }

    void unknownPathsAre404_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("jobs have no list") << QByteArray("GET") << QByteArray("/jobs");
        QTest::newRow("no drill can be made yet") << QByteArray("POST") << QByteArray("/disaster-recovery-drills");
        QTest::newRow("slash at the end") << QByteArray("GET") << QByteArray("/server-groups/");
        QTest::newRow("quotas of SDRS repeat the name") << QByteArray("GET") << QByteArray("/sdrs");
        QTest::newRow("domains have no details") << QByteArray("GET") << QByteArray("/active-domains/x");
        QTest::newRow("wrong verb") << QByteArray("PUT") << QByteArray("/vpcs");
    }
    void unknownPathsAre404()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        const Reply reply = client().ask(method, m_project + path);
        QCOMPARE(reply.status, 404);
        QCOMPARE(reply.code(), "APIGW.0101");
    }

    // --- groups

    void theCompanyHasSixGroups()
    {
        const Reply reply = get("/server-groups");
        QCOMPARE(reply.json()[u"count"_s].toInt(), 6);
        QStringList states;
        for (const auto &row : list("/server-groups"))
            states.append(row[u"status"_s].toString());
        states.sort();
        QCOMPARE(states, QStringList({u"available"_s, u"error-failing-back"_s, u"error-reversing"_s, u"failed-over"_s,
                                      u"protected"_s, u"starting"_s}));
        const QJsonObject erp = group(u"pg-erp-核心"_s);
        QCOMPARE(erp.size(), 25);
        QCOMPARE(erp[u"progress"_s].toInt(), 100);
        QCOMPARE(erp[u"priority_station"_s].toString(), u"source"_s);
        QCOMPARE(erp[u"source_vpc_id"_s], erp[u"target_vpc_id"_s]);
        QCOMPARE(erp[u"domain_id"_s], list("/active-domains")[0][u"id"_s]);
        QCOMPARE(erp[u"domain_name"_s], list("/active-domains")[0][u"name"_s]);
        QCOMPARE(erp[u"dr_type"_s].toString(), u"migration"_s);
        QCOMPARE(erp[u"server_type"_s].toString(), u"ECS"_s);
        QCOMPARE(erp[u"protection_type"_s].toString(), u"replication-pair"_s);
        for (const QString &name :
             {u"test_vpc_id"_s, u"protected_status"_s, u"replication_status"_s, u"health_status"_s, u"replication_model"_s})
            QVERIFY2(erp.contains(name) && erp[name].isNull(), qPrintable(name));
        QCOMPARE(erp[u"disaster_recovery_drill_num"_s].toInt(),
                 int(list("/disaster-recovery-drills?server_group_id=" + erp[u"id"_s].toString().toUtf8()).size()));
        QCOMPARE(group(u"pg-crm"_s)[u"priority_station"_s].toString(), u"target"_s);
        const QJsonObject old = group(u"legacy-hr"_s);
        for (const QString &name : {u"description"_s, u"protection_type"_s, u"domain_name"_s, u"target_vpc_id"_s})
            QVERIFY2(old.contains(name) && old[name].isNull(), qPrintable(name));
    }

    void timesAreWrittenWithABlankAndWithoutTheirLastZeros()
    {
        static const QRegularExpression form(u"^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.(\\d|\\d?\\d?[1-9])$"_s);
        QSet<qsizetype> lengths;
        for (const char *path : {"/server-groups", "/disaster-recovery-drills"}) {
            for (const auto &row : list(path)) {
                for (const QString &name : {u"created_at"_s, u"updated_at"_s}) {
                    const QString time = row[name].toString();
                    QVERIFY2(form.match(time).hasMatch(), qPrintable(time));
                    lengths.insert(time.size());
                }
            }
        }
        QCOMPARE(lengths, QSet<qsizetype>({21, 22, 23}));
        QVERIFY(group(u"pg-erp-核心"_s)[u"created_at"_s].toString().endsWith(u".74"_s));
        QVERIFY(group(u"财务保护组"_s)[u"created_at"_s].toString().endsWith(u".0"_s));
    }

    void groupsAreFiltered_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QStringList>("expected");
        const QStringList all{u"legacy-hr"_s, u"pg-crm"_s, u"pg-erp-核心"_s, u"pg-mes-edge"_s, u"仓储-保护组"_s, u"财务保护组"_s};
        QTest::newRow("all") << QByteArray() << all;
        QTest::newRow("part of the name") << QByteArray("name=pg-")
                                          << QStringList{u"pg-crm"_s, u"pg-erp-核心"_s, u"pg-mes-edge"_s};
        QTest::newRow("Chinese part") << QByteArray("name=%E4%BF%9D%E6%8A%A4%E7%BB%84")
                                      << QStringList{u"仓储-保护组"_s, u"财务保护组"_s};
        QTest::newRow("no such name") << QByteArray("name=nobody") << QStringList{};
        QTest::newRow("status") << QByteArray("status=failed-over") << QStringList{u"pg-crm"_s};
        QTest::newRow("status of none") << QByteArray("status=error-stopping") << QStringList{};
        QTest::newRow("abnormal") << QByteArray("query_type=status_abnormal") << QStringList{u"legacy-hr"_s, u"pg-mes-edge"_s};
        QTest::newRow("stopped") << QByteArray("query_type=stop_protected") << QStringList{u"财务保护组"_s};
        QTest::newRow("no drill") << QByteArray("query_type=period_no_dr_drill") << QStringList{u"legacy-hr"_s, u"仓储-保护组"_s};
        QTest::newRow("general") << QByteArray("query_type=general") << all;
        QTest::newRow("empty type") << QByteArray("query_type=") << all;
        QTest::newRow("zone of production") << QByteArray("availability_zone=cn-north-4b") << QStringList{u"pg-crm"_s};
        QTest::newRow("zone without") << QByteArray("availability_zone=cn-north-4c") << QStringList{};
        QTest::newRow("two filters") << QByteArray("name=pg&status=protected") << QStringList{u"pg-erp-核心"_s};
    }
    void groupsAreFiltered()
    {
        QFETCH(QByteArray, query);
        QFETCH(QStringList, expected);
        QStringList got = names("/server-groups?" + query);
        got.sort();
        expected.sort();
        QCOMPARE(got, expected);
        // The number of groups that satisfy the filter, whatever the page shows.
        QCOMPARE(get("/server-groups?limit=1&" + query).json()[u"count"_s].toInt(), int(expected.size()));
    }

    void pagesJoinWithoutGaps()
    {
        for (const QByteArray &path : {QByteArray("/server-groups"), QByteArray("/disaster-recovery-drills")}) {
            const QStringList all = names(path);
            QStringList joined;
            for (qsizetype offset = 0;; offset += 2) {
                const QStringList page = names(path + "?limit=2&offset=" + QByteArray::number(offset));
                if (page.isEmpty())
                    break;
                QVERIFY(page.size() <= 2);
                joined += page;
            }
            QCOMPARE(joined, all);
            QCOMPARE(names(path + "?limit=1000&offset=3"), all.mid(3));
            QCOMPARE(names(path + "?offset=999999"), QStringList());
        }
    }

    void whatIsNotDocumentedIs400_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("code");
        for (const QByteArray &path : {QByteArray("/server-groups"), QByteArray("/disaster-recovery-drills")}) {
            const auto row = [&path](const char *query, const char *code) {
                QTest::newRow((path + query).constData()) << path + query << QByteArray(code);
            };
            row("?limit=0", "SDRS.0221");
            row("?limit=1001", "SDRS.0221");
            row("?limit=-1", "SDRS.0221");
            row("?limit=ten", "SDRS.0221");
            row("?limit=", "SDRS.0221");
            row("?offset=-1", "SDRS.0222");
            row("?offset=1.5", "SDRS.0222");
            row("?offset=", "SDRS.0222");
            row("?status=protecting", "SDRS.0209");
            row("?status=", "SDRS.0209");
            row("?status=error-failing-back", "SDRS.0209"); // an old word is served and yet no filter
            row("?sort=name", "SDRS.0201");
            row("?marker=x", "SDRS.0201");
            row("?name=a&name=b", "SDRS.0201");
        }
        const auto row = [](const char *path, const char *code) { QTest::newRow(path) << QByteArray(path) << QByteArray(code); };
        row("/server-groups?query_type=all", "SDRS.0201");
        row("/server-groups?availability_zone=", "SDRS.0203");
        row("/disaster-recovery-drills?status=protected", "SDRS.0209");
        row("/disaster-recovery-drills?server_group_id=", "SDRS.0207");
        row("/disaster-recovery-drills?drill_vpc_id=", "SDRS.0204");
        row("/server-groups/x?limit=1", "SDRS.0201");
        row("/disaster-recovery-drills/x?limit=1", "SDRS.0201");
        row("/active-domains?limit=1", "SDRS.0201");
        row("/jobs/x?limit=1", "SDRS.0201");
        row("/sdrs/quotas?limit=1", "SDRS.0201");
        // What is gone is a 400 too.
        row("/server-groups/3f6d1c58-0b7e-4a92-8e41-6c2d9f5b7a10", "SDRS.1013");
        row("/server-groups/x%20y", "SDRS.1013");
        row("/disaster-recovery-drills/3f6d1c58-0b7e-4a92-8e41-6c2d9f5b7a10", "SDRS.1902");
    }
    void whatIsNotDocumentedIs400()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, code);
        const Reply reply = get(path);
        QCOMPARE(reply.status, 400);
        QCOMPARE(sdrsCode(reply), code);
        QCOMPARE(reply.json().size(), 1);
    }

    void detailsAreTheRowOfTheList()
    {
        for (const auto &row : list("/server-groups"))
            QCOMPARE(get("/server-groups/" + row[u"id"_s].toString().toUtf8()).json()[u"server_group"_s], row);
        for (const auto &row : list("/disaster-recovery-drills"))
            QCOMPARE(get("/disaster-recovery-drills/" + row[u"id"_s].toString().toUtf8()).json()[u"disaster_recovery_drill"_s],
                     row);
    }

    void aStartingGroupArrives()
    {
        const QJsonObject before = group(u"仓储-保护组"_s);
        QCOMPARE(before[u"status"_s].toString(), u"starting"_s);
        const int first = before[u"progress"_s].toInt();
        QVERIFY(first > 10 && first < 90);
        QCOMPARE(job(example("job running"))[u"status"_s].toString(), u"RUNNING"_s);
        m_server->advance(60s);
        QVERIFY(group(u"仓储-保护组"_s)[u"progress"_s].toInt() > first);
        QCOMPARE(group(u"仓储-保护组"_s)[u"status"_s].toString(), u"starting"_s);
        m_server->advance(60s);
        const QJsonObject after = group(u"仓储-保护组"_s);
        QCOMPARE(after[u"status"_s].toString(), u"protected"_s);
        QCOMPARE(after[u"progress"_s].toInt(), 100);
        QVERIFY(after[u"updated_at"_s].toString() > before[u"updated_at"_s].toString());
        const QJsonObject done = job(example("job running"));
        QCOMPARE(done[u"status"_s].toString(), u"SUCCESS"_s);
        QCOMPARE(done[u"entities"_s][u"server_group_id"_s], after[u"id"_s]);
    }

    // --- drills

    void theCompanyHasNineDrills()
    {
        QCOMPARE(get("/disaster-recovery-drills").json()[u"count"_s].toInt(), 9);
        QMap<QString, int> states;
        for (const auto &row : list("/disaster-recovery-drills"))
            ++states[row[u"status"_s].toString()];
        QCOMPARE(states,
                 (QMap<QString, int>{
                     {u"available"_s, 5}, {u"creating"_s, 1}, {u"deleting"_s, 1}, {u"error"_s, 1}, {u"error-deleting"_s, 1}}));
        const QJsonObject drilled = drill(u"drill-2026q1"_s);
        QCOMPARE(drilled.size(), 8);
        QCOMPARE(drilled[u"server_group_id"_s], group(u"pg-erp-核心"_s)[u"id"_s]);
        QCOMPARE(drilled[u"drill_servers"_s].toArray().size(), 4);
        QVERIFY(!drilled[u"drill_servers"_s][0][u"protected_instance"_s].toString().isEmpty());
        QVERIFY(!drilled[u"drill_servers"_s][0][u"drill_server_id"_s].toString().isEmpty());
        const QJsonObject empty = drill(u"drill-weekend"_s);
        QCOMPARE(empty[u"status"_s].toString(), u"available"_s);
        QCOMPARE(empty[u"drill_servers"_s].toArray(), QJsonArray());
        // Two drills of one group rehearse the same instances.
        QCOMPARE(drill(u"财务-演练"_s)[u"drill_servers"_s].toArray().size(), 2);
    }

    void drillsAreFiltered()
    {
        const QByteArray crm = group(u"pg-crm"_s)[u"id"_s].toString().toUtf8();
        QStringList got = names("/disaster-recovery-drills?server_group_id=" + crm);
        got.sort();
        QCOMPARE(got, QStringList({u"crm-drill.02"_s, u"crm-rehearsal"_s}));
        QCOMPARE(names("/disaster-recovery-drills?server_group_id=nobody"), QStringList());
        QCOMPARE(names("/disaster-recovery-drills?name=rehears"), QStringList(u"crm-rehearsal"_s));
        QCOMPARE(names("/disaster-recovery-drills?status=error"), QStringList(u"finance-drill"_s));
        const QByteArray vpc = named("/vpcs", u"演练-vpc"_s)[u"id"_s].toString().toUtf8();
        QCOMPARE(names("/disaster-recovery-drills?drill_vpc_id=" + vpc).size(), 3);
        QCOMPARE(names("/disaster-recovery-drills?status=available&drill_vpc_id=" + vpc), QStringList(u"财务-演练"_s));
        // "The number of drills the list contains": of the page.
        QCOMPARE(get("/disaster-recovery-drills?limit=2").json()[u"count"_s].toInt(), 2);
    }

    void drillsComeAndGo()
    {
        const QByteArray going = drill(u"crm-rehearsal"_s)[u"id"_s].toString().toUtf8();
        QCOMPARE(drill(u"演练-三月"_s)[u"drill_servers"_s].toArray(), QJsonArray());
        QCOMPARE(job(example("job of a drill"))[u"status"_s].toString(), u"RUNNING"_s);
        m_server->advance(3min);
        const QJsonObject come = drill(u"演练-三月"_s);
        QCOMPARE(come[u"status"_s].toString(), u"available"_s);
        QCOMPARE(come[u"drill_servers"_s].toArray().size(), 4);
        QCOMPARE(job(example("job of a drill"))[u"entities"_s][u"disaster_recovery_drill_id"_s], come[u"id"_s]);
        QVERIFY(drill(u"crm-rehearsal"_s).isEmpty());
        QCOMPARE(sdrsCode(get("/disaster-recovery-drills/" + going)), "SDRS.1902");
        QCOMPARE(get("/disaster-recovery-drills").json()[u"count"_s].toInt(), 8);
        QCOMPARE(group(u"pg-crm"_s)[u"disaster_recovery_drill_num"_s].toInt(), 1);
    }

    void oneGroupAndOneDrillNameADeletedVpc()
    {
        QSet<QString> known;
        for (const auto &vpc : list("/vpcs"))
            known.insert(vpc[u"id"_s].toString());
        QStringList lost;
        for (const auto &row : list("/server-groups"))
            if (!known.contains(row[u"source_vpc_id"_s].toString()))
                lost.append(row[u"name"_s].toString());
        for (const auto &row : list("/disaster-recovery-drills"))
            if (!known.contains(row[u"drill_vpc_id"_s].toString()))
                lost.append(row[u"name"_s].toString());
        QCOMPARE(lost, QStringList({u"legacy-hr"_s, u"mes-演练"_s}));
    }

    // --- domains, jobs, quotas

    void domainsAreServed()
    {
        const QJsonArray domains = list("/active-domains");
        QCOMPARE(domains.size(), 2);
        QCOMPARE(domains[0][u"sold_out"_s], QJsonValue(false));
        QCOMPARE(domains[1][u"sold_out"_s], QJsonValue(true));
        QCOMPARE(domains[0].toObject().size(), 6);
        QCOMPARE(domains[0][u"local_replication_cluster"_s].toObject(),
                 (QJsonObject{{u"availability_zone"_s, u"cn-north-4a"_s}}));
        QCOMPARE(domains[0][u"remote_replication_cluster"_s].toObject(),
                 (QJsonObject{{u"availability_zone"_s, u"cn-north-4b"_s}}));
    }

    void jobsAreServedById()
    {
        static const QRegularExpression form(u"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$"_s);
        const QJsonObject done = job(example("job done"));
        QCOMPARE(done[u"status"_s].toString(), u"SUCCESS"_s);
        QCOMPARE(done[u"job_type"_s].toString(), u"createProtectionGroupNoCG"_s);
        QCOMPARE(done[u"entities"_s][u"server_group_id"_s], group(u"pg-erp-核心"_s)[u"id"_s]);
        QVERIFY(done[u"error_code"_s].isNull() && done[u"fail_reason"_s].isNull());
        QVERIFY(form.match(done[u"begin_time"_s].toString()).hasMatch());
        QVERIFY(form.match(done[u"end_time"_s].toString()).hasMatch());

        const QJsonObject failed = job(example("job failed"));
        QCOMPARE(failed[u"status"_s].toString(), u"FAIL"_s);
        QCOMPARE(failed[u"error_code"_s].toString(), u"EVS.2024"_s);
        QVERIFY(!failed[u"fail_reason"_s].toString().isEmpty());

        const QJsonObject inPart = job(example("job failed in a part"));
        QCOMPARE(inPart[u"status"_s].toString(), u"FAIL"_s);
        QVERIFY(inPart[u"error_code"_s].isNull() && inPart[u"fail_reason"_s].isNull());
        const QJsonArray parts = inPart[u"entities"_s][u"sub_jobs"_s].toArray();
        QCOMPARE(parts.size(), 2);
        QCOMPARE(inPart[u"entities"_s].toObject().size(), 1); // the group's id stands in the parts
        QCOMPARE(parts[0][u"status"_s].toString(), u"SUCCESS"_s);
        QCOMPARE(parts[1][u"error_code"_s].toString(), u"SDRS.1824"_s);
        QCOMPARE(parts[1][u"entities"_s][u"server_group_id"_s], group(u"pg-crm"_s)[u"id"_s]);

        const QByteArray odd = example("job unknown type");
        QVERIFY(odd.endsWith("husg")); // ids are opaque
        QCOMPARE(job(odd)[u"job_type"_s].toString(), u"stopProtectionGroupRepNoCG"_s);
        QVERIFY(job(example("job running"))[u"end_time"_s].isNull());
        QCOMPARE(example("job nobody thought of"), QByteArray());
    }

    void anUnknownJobIsAnError()
    {
        const Reply reply = get("/jobs/4028c1e97a05b3d2017a0e6f19c40031");
        QCOMPARE(reply.status, 500);
        QCOMPARE(sdrsCode(reply), "SDRS.0408");
        const QByteArray known = example("job done");
        enter(2);
        QCOMPARE(sdrsCode(get("/jobs/" + known)), "SDRS.0408"); // another project's
    }

    void quotasAreServed()
    {
        const QJsonArray resources = get("/sdrs/quotas").json()[u"quotas"_s][u"resources"_s].toArray();
        QCOMPARE(resources.size(), 2);
        QCOMPARE(resources[0].toObject(),
                 (QJsonObject{{u"type"_s, u"server_groups"_s}, {u"used"_s, 6}, {u"quota"_s, 50}, {u"min"_s, 0}, {u"max"_s, -1}}));
        QCOMPARE(resources[1][u"type"_s].toString(), u"replications"_s);
    }

    void backupQuotasCountWhatTheProjectHolds()
    {
        const auto resource = [this](int index) { return get("/quotas").json()[u"quotas"_s][u"resources"_s][index].toObject(); };
        QCOMPARE(get("/quotas").json()[u"quotas"_s].toObject().size(), 1);
        QCOMPARE(resource(0)[u"type"_s].toString(), u"backup_capacity"_s);
        QCOMPARE(resource(0)[u"unit"_s].toString(), u"GB"_s);
        QCOMPARE(resource(0)[u"quota"_s].toInt(), -1);
        QVERIFY(resource(0)[u"used"_s].toInt() > 0);
        QCOMPARE(resource(1)[u"type"_s].toString(), u"backups"_s);
        QVERIFY(!resource(1).contains(u"unit"_s));
        QCOMPARE(resource(1)[u"used"_s].toInt(), get("/checkpoint_items/count").json()[u"count"_s].toInt());
        QCOMPARE(get("/quotas?type=backups").code(), "CSBS.9001");
        // The quotas of the target are its own: one more there once a copy has arrived, none more here.
        const int here = resource(1)[u"used"_s].toInt();
        const QByteArray backup = example("replicable"), home = m_project, token = m_token;
        enter(2);
        const int before = resource(1)[u"used"_s].toInt();
        const QByteArray target = m_project.mid(4);
        const Reply copy =
            Client(*m_server, token)
                .ask("POST", home + "/providers/fc4d5750-22e7-4798-8a46-f48f62c4c1da/checkpoint_items/" + backup + "/replicate",
                     "{\"replication\":{\"destination_region\":\"cn-east-3\",\"destination_project_id\":\"" + target + "\"}}");
        QCOMPARE(copy.status, 200);
        QCOMPARE(resource(1)[u"used"_s].toInt(), before);
        m_server->advance(30s);
        QCOMPARE(resource(1)[u"used"_s].toInt(), before + 1);
        enter(0);
        QCOMPARE(resource(1)[u"used"_s].toInt(), here);
        enter(3); // the full one
        QCOMPARE(resource(1)[u"used"_s], resource(1)[u"quota"_s]);
    }

    // --- networks

    void networksAreServed()
    {
        const QJsonArray vpcs = list("/vpcs");
        QCOMPARE(vpcs.size(), 5);
        QCOMPARE(get("/vpcs").json().size(), 1); // no count, no next link
        QStringList found;
        QByteArray last;
        for (const auto &vpc : vpcs) {
            found.append(vpc[u"name"_s].toString());
            const QByteArray id = vpc[u"id"_s].toString().toUtf8();
            QVERIFY(last < id);
            last = id;
            QCOMPARE(vpc.toObject().size(), 7);
            QCOMPARE(vpc[u"status"_s].toString(), u"OK"_s);
            QCOMPARE(vpc[u"routes"_s].toArray(), QJsonArray());
            QCOMPARE(get("/vpcs/" + id).json()[u"vpc"_s], vpc);
        }
        found.sort();
        QCOMPARE(found, QStringList({QString(), u"drill-vpc"_s, u"vpc-prod"_s, u"演练-vpc"_s, u"财务-vpc"_s}));
    }

    void networksArePagedByMarker()
    {
        const QStringList all = names("/vpcs");
        const QJsonArray rows = list("/vpcs");
        const auto id = [&rows](int i) { return rows[i][u"id"_s].toString().toUtf8(); };
        QCOMPARE(names("/vpcs?limit=2"), all.mid(0, 2));
        QCOMPARE(names("/vpcs?limit=2&marker=" + id(1)), all.mid(2, 2));
        QCOMPARE(names("/vpcs?limit=2&marker=" + id(3)), all.mid(4));
        QCOMPARE(names("/vpcs?marker=" + id(0)), all.mid(1));
        QCOMPARE(names("/vpcs?marker=" + id(4)), QStringList());
        QCOMPARE(names("/vpcs?limit=0"), QStringList());
        QCOMPARE(names("/vpcs?limit=2147483647"), all);
        QCOMPARE(names("/vpcs?enterprise_project_id=all_granted_eps"), all);
        QCOMPARE(names("/vpcs?enterprise_project_id=0").size(), 4);
        const QByteArray finance = named("/vpcs", u"财务-vpc"_s)[u"enterprise_project_id"_s].toString().toUtf8();
        QCOMPARE(names("/vpcs?enterprise_project_id=" + finance), QStringList(u"财务-vpc"_s));
    }

    void wrongQuestionsForNetworksAreRefused_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        const auto row = [](const char *path, int status, const char *code) {
            QTest::newRow(path) << QByteArray(path) << status << QByteArray(code);
        };
        row("/vpcs?limit=-1", 400, "VPC.0101");
        row("/vpcs?limit=", 400, "VPC.0101");
        row("/vpcs?limit=2147483648", 400, "VPC.0101");
        row("/vpcs?limit=1&limit=2", 400, "VPC.0101");
        row("/vpcs?offset=1", 400, "VPC.0101");
        row("/vpcs?name=vpc-prod", 400, "VPC.0101");
        row("/vpcs?marker=nobody", 400, "VPC.0101");
        row("/vpcs?enterprise_project_id=0123456789012345678901234567890123456", 400, "VPC.0101");
        row("/vpcs?enterprise_project_id=other", 400, "VPC.0011");
        row("/vpcs/7e0f1a2b-0d4c-4b7e-9a55-2f1c3d4e5f60", 404, "VPC.0003");
        row("/vpcs/x?limit=1", 400, "VPC.0101");
    }
    void wrongQuestionsForNetworksAreRefused()
    {
        QFETCH(QByteArray, path);
        QFETCH(int, status);
        QFETCH(QByteArray, code);
        const Reply reply = get(path);
        QCOMPARE(reply.status, status);
        QCOMPARE(vpcCode(reply), code);
        QCOMPARE(reply.json().size(), 2);
    }

    // --- creating a group

    void aCreatedGroupArrives()
    {
        const Reply reply =
            create(wish({{u"name"_s, u"新保护组-01"_s}, {u"description"_s, u"web tier"_s}, {u"dr_type"_s, u"migration"_s}}));
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.json().size(), 1);
        const QByteArray id = reply.json()[u"job_id"_s].toString().toUtf8();
        const QJsonObject begun = job(id);
        QCOMPARE(begun[u"status"_s].toString(), u"INIT"_s);
        QCOMPARE(begun[u"job_type"_s].toString(), u"createProtectionGroupNoCG"_s);
        QCOMPARE(begun[u"begin_time"_s].toString(), u"2026-03-05T08:00:00.000Z"_s);
        QVERIFY(begun[u"end_time"_s].isNull());
        QVERIFY(!begun[u"entities"_s].toObject().contains(u"server_group_id"_s));
        QCOMPARE(group(u"新保护组-01"_s)[u"status"_s].toString(), u"creating"_s);
        m_server->advance(2s);
        QCOMPARE(job(id)[u"status"_s].toString(), u"RUNNING"_s);
        m_server->advance(12s);
        QCOMPARE(job(id)[u"status"_s].toString(), u"RUNNING"_s);
        m_server->advance(1s);
        const QJsonObject done = job(id), made = group(u"新保护组-01"_s);
        QCOMPARE(done[u"status"_s].toString(), u"SUCCESS"_s);
        QCOMPARE(done[u"end_time"_s].toString(), u"2026-03-05T08:00:15.000Z"_s);
        QCOMPARE(done[u"entities"_s][u"server_group_id"_s], made[u"id"_s]);
        QCOMPARE(made[u"status"_s].toString(), u"available"_s);
        QCOMPARE(made[u"description"_s].toString(), u"web tier"_s);
        QCOMPARE(made[u"created_at"_s].toString(), u"2026-03-05 08:00:00.0"_s);
        QCOMPARE(made[u"updated_at"_s].toString(), u"2026-03-05 08:00:15.0"_s);
        QCOMPARE(made[u"source_availability_zone"_s].toString(), u"cn-north-4a"_s);
        QCOMPARE(made[u"source_vpc_id"_s], named("/vpcs", u"vpc-prod"_s)[u"id"_s]);
        QCOMPARE(made[u"protected_instance_num"_s].toInt(), 0);
        QCOMPARE(get("/server-groups").json()[u"count"_s].toInt(), 7);
        QCOMPARE(m_server->writes(), 1);
    }

    void theNameSaysHowACreationEnds_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("job"); // its state after a day; empty: unknown
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("parts");
        QTest::addColumn<QString>("group");
        const QString usual = u"createProtectionGroupNoCG"_s;
        QTest::newRow("usual") << u"pg-new"_s << u"SUCCESS"_s << usual << QString() << 0 << u"available"_s;
        QTest::newRow("fail") << u"will-fail"_s << u"FAIL"_s << usual << u"SDRS.1014"_s << 0 << u"error"_s;
        QTest::newRow("fail-part") << u"fail-part-1"_s << u"FAIL"_s << usual << QString() << 2 << u"error"_s;
        QTest::newRow("never") << u"never-1"_s << u"RUNNING"_s << usual << QString() << 0 << u"creating"_s;
        QTest::newRow("lost") << u"lost-1"_s << QString() << QString() << QString() << 0 << u"available"_s;
        QTest::newRow("odd-type") << u"组-odd-type"_s << u"SUCCESS"_s << u"createProtectionGroupV9"_s << QString() << 0
                                  << u"available"_s;
        QTest::newRow("skip is for copies") << u"skip-1"_s << u"SUCCESS"_s << usual << QString() << 0 << u"available"_s;
    }
    void theNameSaysHowACreationEnds()
    {
        QFETCH(QString, name);
        QFETCH(QString, job);
        QFETCH(QString, type);
        QFETCH(QString, code);
        QFETCH(int, parts);
        const Reply reply = create(wish({{u"name"_s, name}}));
        QCOMPARE(reply.status, 200);
        const QByteArray path = "/jobs/" + reply.json()[u"job_id"_s].toString().toUtf8();
        QCOMPARE(group(name)[u"status"_s].toString(), u"creating"_s);
        QCOMPARE(get(path).json()[u"status"_s].toString(), job.isEmpty() ? QString() : u"INIT"_s);
        m_server->advance(2s);
        QCOMPARE(get(path).json()[u"status"_s].toString(), job.isEmpty() ? QString() : u"RUNNING"_s);
        m_server->advance(23h);
        QTEST(group(name)[u"status"_s].toString(), "group");
        QVERIFY(group(name)[u"description"_s].isNull());
        QCOMPARE(get("/server-groups").json()[u"count"_s].toInt(), 7); // it stays, whatever became of it
        if (job.isEmpty()) {
            QCOMPARE(get(path).status, 500);
            QCOMPARE(sdrsCode(get(path)), "SDRS.0408");
            return;
        }
        const QJsonObject ended = get(path).json();
        QCOMPARE(ended[u"status"_s].toString(), job);
        QCOMPARE(ended[u"job_type"_s].toString(), type);
        QCOMPARE(ended[u"error_code"_s].toString(), code);
        QCOMPARE(ended[u"error_code"_s].isNull(), code.isEmpty());
        QCOMPARE(ended[u"fail_reason"_s].isNull(), code.isEmpty());
        QCOMPARE(ended[u"end_time"_s].isNull(), job == u"RUNNING"_s);
        const QJsonObject entities = ended[u"entities"_s].toObject();
        QCOMPARE(entities[u"sub_jobs"_s].toArray().size(), parts);
        QCOMPARE(entities[u"server_group_id"_s].toString(),
                 job == u"RUNNING"_s || parts > 0 ? QString() : group(name)[u"id"_s].toString());
    }

    void aJobCanFailInAPartOnly()
    {
        const QByteArray id = create(wish({{u"name"_s, u"fail-part"_s}})).json()[u"job_id"_s].toString().toUtf8();
        const auto states = [this, &id] {
            const QJsonObject now = job(id);
            QStringList out{now[u"status"_s].toString()};
            const QJsonArray parts = now[u"entities"_s][u"sub_jobs"_s].toArray();
            for (const auto &part : parts)
                out.append(part[u"status"_s].toString());
            return out;
        };
        QCOMPARE(states(), QStringList({u"INIT"_s, u"INIT"_s, u"INIT"_s}));
        m_server->advance(3s);
        QCOMPARE(states(), QStringList({u"RUNNING"_s, u"RUNNING"_s, u"RUNNING"_s}));
        m_server->advance(5s);
        QCOMPARE(states(), QStringList({u"RUNNING"_s, u"SUCCESS"_s, u"RUNNING"_s}));
        m_server->advance(6s);
        QCOMPARE(states(), QStringList({u"RUNNING"_s, u"SUCCESS"_s, u"FAIL"_s}));
        m_server->advance(1s);
        QCOMPARE(states(), QStringList({u"FAIL"_s, u"SUCCESS"_s, u"FAIL"_s}));
        const QJsonObject ended = job(id);
        QVERIFY(ended[u"error_code"_s].isNull() && ended[u"fail_reason"_s].isNull());
        const QJsonArray parts = ended[u"entities"_s][u"sub_jobs"_s].toArray();
        QSet<QString> ids{ended[u"job_id"_s].toString()};
        for (const auto &part : parts) {
            QCOMPARE(part[u"entities"_s][u"server_group_id"_s], group(u"fail-part"_s)[u"id"_s]);
            QVERIFY(!part[u"end_time"_s].isNull());
            ids.insert(part[u"job_id"_s].toString());
        }
        QCOMPARE(ids.size(), 3);
        QVERIFY(parts[0][u"error_code"_s].isNull());
        QCOMPARE(parts[1][u"error_code"_s].toString(), u"SDRS.1014"_s);
        QVERIFY(!parts[1][u"fail_reason"_s].toString().isEmpty());
    }

    void theEnglishEditionTakesNoChineseNames()
    {
        QTemporaryDir folder;
        open(options(scenarioFile(folder, R"({"records":10,"backups":10,"international":true})")));
        const Reply chinese = create(wish({{u"name"_s, u"保护组"_s}}));
        QCOMPARE(sdrsCode(chinese), "SDRS.0202");
        QVERIFY(!chinese.body.contains("Chinese"));
        QCOMPARE(create(wish({{u"description"_s, u"说明"_s}})).status, 200); // a rule for names only
        mock::Server wrong(options(scenarioFile(folder, R"({"international":"yes"})")));
        std::string error;
        QVERIFY(!wrong.start(&error));
        QVERIFY(error.find("international") != std::string::npos);
    }

    void aScenarioSaysHowManyGroupsFit()
    {
        QTemporaryDir folder;
        open(options(scenarioFile(
            folder, R"({"records":10,"backups":10,"projects":[{"name":"cn-north-4","region":"cn-north-4","room":1}]})")));
        QCOMPARE(create(wish()).status, 200);
        QCOMPARE(sdrsCode(create(wish())), "SDRS.0305");
        const QJsonValue groups = get("/sdrs/quotas").json()[u"quotas"_s][u"resources"_s][0];
        QCOMPARE(groups[u"used"_s], groups[u"quota"_s]);
    }

    void writesAreCountedByKindAndWhatTheyMadeIsTold()
    {
        const auto state = [this] { return client().ask("GET", "/_mock/state", {}, {{"X-Ballast-Mock", "1"}}).json(); };
        const QJsonObject made = state()[u"made"_s].toObject();
        QCOMPARE(made, (QJsonObject{{u"records"_s, QJsonArray()}, {u"groups"_s, QJsonArray()}, {u"jobs"_s, QJsonArray()}}));
        const QString id = create(wish({{u"name"_s, u"fail-1"_s}})).json()[u"job_id"_s].toString();
        create({});
        QVERIFY(m_server->fault("POST */server-groups status=403 x1"));
        QCOMPARE(create(wish()).code(), "APIGW.0302");
        client().ask("DELETE", m_project + "/server-groups");
        QCOMPARE(m_server->writes("create group"), 3);
        QCOMPARE(m_server->writes("other"), 1);
        QCOMPARE(m_server->writes("replicate policy"), 0);
        QCOMPARE(m_server->writes("something"), -1);
        QCOMPARE(m_server->writes(), 4);
        QCOMPARE(state()[u"writes_by_kind"_s].toObject(),
                 (QJsonObject{{u"create group"_s, 3}, {u"other"_s, 1}, {u"replicate backup"_s, 0}, {u"replicate policy"_s, 0}}));
        QCOMPARE(state()[u"made"_s][u"jobs"_s].toArray(), (QJsonArray{QJsonObject{{u"id"_s, id}, {u"status"_s, u"INIT"_s}}}));
        m_server->advance(15s);
        const QJsonArray groups = state()[u"made"_s][u"groups"_s].toArray();
        QCOMPARE(groups, (QJsonArray{QJsonObject{{u"id"_s, group(u"fail-1"_s)[u"id"_s]}, {u"status"_s, u"error"_s}}}));
        QCOMPARE(state()[u"made"_s][u"jobs"_s][0][u"status"_s].toString(), u"FAIL"_s);
    }

    void bothDirectionsOfADomainAreOpen()
    {
        QCOMPARE(
            create(wish({{u"source_availability_zone"_s, u"cn-north-4b"_s}, {u"target_availability_zone"_s, u"cn-north-4a"_s}}))
                .status,
            200);
    }

    void aCreationIsRefusedByTheRules_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value"); // undefined: left out
        QTest::addColumn<QByteArray>("code");
        const auto row = [](const char *what, const QString &name, const QJsonValue &value, const char *code) {
            QTest::newRow(what) << name << value << QByteArray(code);
        };
        row("name empty", u"name"_s, u""_s, "SDRS.0202");
        row("name missing", u"name"_s, QJsonValue::Undefined, "SDRS.0202");
        row("name of 65 bytes", u"name"_s, QString(65, u'a'), "SDRS.0202");
        row("22 Chinese characters are 66 bytes", u"name"_s, QString(22, u'组'), "SDRS.0202");
        row("21 Chinese characters", u"name"_s, QString(21, u'组'), "");
        row("64 bytes of every kind", u"name"_s, QString(u"aZ0._-"_s + QString(58, u'9')), "");
        row("blank", u"name"_s, u"a b"_s, "SDRS.0202");
        row("full-width letter", u"name"_s, u"ａ"_s, "SDRS.0202");
        row("full-width stop", u"name"_s, u"a．b"_s, "SDRS.0202");
        row("name is a number", u"name"_s, 7, "SDRS.0202");
        row("name is null", u"name"_s, QJsonValue::Null, "SDRS.0202");
        row("description of 65 bytes", u"description"_s, QString(65, u'd'), "SDRS.0212");
        row("description with <", u"description"_s, u"a<b"_s, "SDRS.0212");
        row("description with >", u"description"_s, u"a>b"_s, "SDRS.0212");
        row("description empty", u"description"_s, u""_s, "");
        row("description of 64 bytes", u"description"_s, QString(21, u'组') + u'd', "");
        row("22 Chinese characters of description", u"description"_s, QString(22, u'组'), "SDRS.0212");
        row("description is null", u"description"_s, QJsonValue::Null, "SDRS.0212");
        row("description is a list", u"description"_s, QJsonArray(), "SDRS.0212");
        row("zone missing", u"source_availability_zone"_s, QJsonValue::Undefined, "SDRS.0203");
        row("zone unknown", u"source_availability_zone"_s, u"mars-1a"_s, "SDRS.0203");
        row("zone without right", u"source_availability_zone"_s, u"cn-north-4d"_s, "SDRS.0231");
        row("target missing", u"target_availability_zone"_s, QJsonValue::Undefined, "SDRS.0203");
        row("target of another domain", u"target_availability_zone"_s, u"cn-north-4c"_s, "SDRS.0203");
        row("target without right", u"target_availability_zone"_s, u"cn-north-4d"_s, "SDRS.0232");
        row("the same zone twice", u"target_availability_zone"_s, u"cn-north-4a"_s, "SDRS.0203");
        row("domain missing", u"domain_id"_s, QJsonValue::Undefined, "SDRS.0205");
        row("domain unknown", u"domain_id"_s, u"d18c5f0e-46b9-4a37-9c20-7f3e6ab12d84"_s, "SDRS.0205");
        row("VPC missing", u"source_vpc_id"_s, QJsonValue::Undefined, "SDRS.0204");
        row("VPC unknown", u"source_vpc_id"_s, u"81e4a6c7-39f2-4b5d-8d0a-c65f17b2e903"_s, "SDRS.0204");
        row("other dr_type", u"dr_type"_s, u"active"_s, "SDRS.0217");
        row("dr_type empty", u"dr_type"_s, u""_s, "SDRS.0217");
        row("dr_type is a bool", u"dr_type"_s, true, "SDRS.0217");
        row("dr_type is null", u"dr_type"_s, QJsonValue::Null, "SDRS.0217");
        row("domain is a number", u"domain_id"_s, 7, "SDRS.0205");
        row("VPC is empty", u"source_vpc_id"_s, u""_s, "SDRS.0204");
        row("unknown member", u"server_type"_s, u"ECS"_s, "SDRS.0201");
        row("a name may be taken", u"name"_s, u"pg-crm"_s, "");
    }
    void aCreationIsRefusedByTheRules()
    {
        QFETCH(QString, member);
        QFETCH(QJsonValue, value);
        QFETCH(QByteArray, code);
        QJsonObject body = wish();
        if (value.isUndefined())
            body.remove(member);
        else
            body.insert(member, value);
        const Reply reply = create(body);
        QCOMPARE(sdrsCode(reply), code);
        QCOMPARE(reply.status, code.isEmpty() ? 200 : 400);
        QCOMPARE(get("/server-groups").json()[u"count"_s].toInt(), code.isEmpty() ? 7 : 6);
    }

    void otherCreationsAreRefusedToo()
    {
        const auto post = [this](const QByteArray &body) { return client().ask("POST", m_project + "/server-groups", body); };
        const QByteArray good = QJsonDocument(QJsonObject{{u"server_group"_s, wish()}}).toJson(QJsonDocument::Compact);
        QCOMPARE(sdrsCode(post("{")), "SDRS.0201");
        QCOMPARE(sdrsCode(post("[]")), "SDRS.0201");
        QCOMPARE(sdrsCode(post("{\"server_group\":[]}")), "SDRS.0201");
        QCOMPARE(sdrsCode(post(good.chopped(1) + ",\"more\":1}")), "SDRS.0201");
        QCOMPARE(sdrsCode(client().ask("POST", m_project + "/server-groups?x=1", good)), "SDRS.0201");
        QCOMPARE(sdrsCode(client().ask("POST", m_project + "/server-groups")), "SDRS.0201"); // no body, no type
        const QJsonValue soldOut = named("/active-domains", u"domain_2"_s)[u"id"_s];
        QCOMPARE(sdrsCode(create(wish({{u"domain_id"_s, soldOut}, {u"target_availability_zone"_s, u"cn-north-4c"_s}}))),
                 "SDRS.0233");
        const QJsonObject here = wish();
        enter(3); // where the service is not open
        QCOMPARE(sdrsCode(create(here)), "SDRS.0233");
        enter(2);
        QCOMPARE(sdrsCode(create(here)), "SDRS.0205"); // another region's domain
    }

    void aNetworkIsGoodForAGroupOnceItIsReady()
    {
        enter(2);
        const QJsonObject vpc = named("/vpcs", u"演练-cn-east-3"_s);
        QCOMPARE(vpc[u"status"_s].toString(), u"CREATING"_s);
        const QJsonObject body{{u"name"_s, u"pg"_s},
                               {u"source_availability_zone"_s, u"cn-east-3a"_s},
                               {u"target_availability_zone"_s, u"cn-east-3b"_s},
                               {u"domain_id"_s, list("/active-domains")[0][u"id"_s]},
                               {u"source_vpc_id"_s, vpc[u"id"_s]}};
        QCOMPARE(sdrsCode(create(body)), "SDRS.0204");
        m_server->advance(30s);
        QCOMPARE(get("/vpcs/" + vpc[u"id"_s].toString().toUtf8()).json()[u"vpc"_s][u"status"_s].toString(), u"OK"_s);
        QCOMPARE(create(body).status, 200);
    }

    void theQuotaOfGroupsEnds()
    {
        const QJsonObject body = wish();
        for (int i = 6; i < 50; ++i)
            QCOMPARE(create(body).status, 200);
        QCOMPARE(sdrsCode(create(body)), "SDRS.0305");
        QCOMPARE(get("/sdrs/quotas").json()[u"quotas"_s][u"resources"_s][0][u"used"_s].toInt(), 50);
        QSet<QString> ids;
        for (const auto &row : list("/server-groups"))
            ids.insert(row[u"id"_s].toString());
        QCOMPARE(ids.size(), 50); // the same name every time, and every time another id
    }

    // --- other projects and scenarios

    void otherProjectsHaveAFewOrNone()
    {
        for (const std::size_t scope : {1, 2}) {
            enter(scope);
            QCOMPARE(list("/server-groups").size(), 2);
            QCOMPARE(list("/disaster-recovery-drills").size(), 1);
            QCOMPARE(list("/active-domains").size(), 1);
            QCOMPARE(list("/vpcs").size(), 2);
        }
        const QByteArray foreign = list("/server-groups")[0][u"id"_s].toString().toUtf8();
        enter(3);
        QCOMPARE(get("/server-groups").body, R"({"server_groups":[],"count":0})");
        QCOMPARE(get("/disaster-recovery-drills").body, R"({"disaster_recovery_drills":[],"count":0})");
        QCOMPARE(get("/active-domains").body, R"({"domains":[]})");
        QCOMPARE(get("/vpcs").body, R"({"vpcs":[]})");
        QCOMPARE(sdrsCode(get("/server-groups/" + foreign)), "SDRS.1013");
    }

    void theSameSeedGivesTheSameBytes()
    {
        mock::Server twin(options());
        QVERIFY(twin.start(nullptr));
        Client(twin).ask("POST", "/v3/auth/tokens?nocatalog=1", signInBody(m_door, projectScope(m_door.projectId)));
        const Client other(twin, m_token);
        for (const QByteArray &path : {QByteArray("/server-groups"), QByteArray("/disaster-recovery-drills"),
                                       QByteArray("/active-domains"), QByteArray("/vpcs")}) {
            QVERIFY(get(path).body.size() > 100);
            QCOMPARE(other.get(m_project + path).body, get(path).body);
        }
        // And the same order makes the same group, whatever was read or refused before.
        other.get(m_project + "/jobs/nobody");
        other.ask("POST", m_project + "/server-groups", "{}");
        const QJsonObject body = wish();
        const Reply mine = create(body);
        const Reply theirs = other.ask("POST", m_project + "/server-groups",
                                       QJsonDocument(QJsonObject{{u"server_group"_s, body}}).toJson(QJsonDocument::Compact));
        QCOMPARE(theirs.body, mine.body);
        QCOMPARE(other.get(m_project + "/server-groups").body, get("/server-groups").body);
        mock::Options eighth = options();
        eighth.seed = 8;
        const QByteArray before = get("/active-domains").body;
        open(eighth);
        QVERIFY(get("/active-domains").body != before);
    }

    void theEmptyScenarioHasNone()
    {
        open(options("empty"));
        for (const std::size_t scope : {0, 1, 2, 3}) {
            enter(scope);
            QCOMPARE(get("/server-groups").body, R"({"server_groups":[],"count":0})");
            QCOMPARE(get("/disaster-recovery-drills").body, R"({"disaster_recovery_drills":[],"count":0})");
            QCOMPARE(get("/active-domains").body, R"({"domains":[]})");
            QCOMPARE(get("/vpcs").body, R"({"vpcs":[]})");
        }
        QCOMPARE(example("job done"), QByteArray());
    }

    void theOddScenarioIsOdd()
    {
        open(options("odd"));
        for (const char *path : {"/server-groups", "/disaster-recovery-drills", "/vpcs"}) {
            const QJsonArray rows = list(path);
            QCOMPARE(rows.size(), 12);
            const auto any = [&rows](auto &&fits) { return std::any_of(rows.begin(), rows.end(), fits); };
            QVERIFY(any([](const QJsonValue &row) { return row[u"name"_s].toString().size() == 10'000; }));
            QVERIFY(any([](const QJsonValue &row) { return row[u"name"_s].toString().contains(QChar(0x202E)); }));
            QVERIFY(any([](const QJsonValue &row) { return row[u"name"_s].toString().contains(QChar(0x1B)); }));
            QVERIFY(any([](const QJsonValue &row) { return row[u"name"_s].toString().startsWith(u"<b>"_s); }));
            QVERIFY(any([](const QJsonValue &row) { return row[u"name"_s].isNull() && row.toObject().contains(u"name"_s); }));
            QVERIFY(any([](const QJsonValue &row) { return !row[u"status"_s].isString(); }));
            QVERIFY(any([](const QJsonValue &row) { return !row[u"id"_s].isString(); }));
        }
        const QJsonArray domains = list("/active-domains");
        QCOMPARE(domains.size(), 3);
        QVERIFY(domains[2][u"id"_s].isDouble());
        // Every documented way to write a time, and a few that are none.
        QSet<QString> forms;
        for (const auto &row : list("/server-groups")) {
            QString form = row[u"created_at"_s].toString();
            forms.insert(form.replace(QRegularExpression(u"\\d"_s), u"9"_s));
        }
        for (const QString &form : {u"9999-99-99 99:99:99.99"_s, u"9999-99-99 99:99:99.999"_s, u"9999-99-99 99:99:99.9"_s,
                                    u"9999-99-99T99:99:99.999999"_s, u"9999-99-99T99:99:99.999Z"_s, u"9999-99-99 99:99"_s,
                                    u"9999-99-99T99:99:99Z"_s, u"yesterday"_s})
            QVERIFY2(forms.contains(form), qPrintable(form));
        // Its strange rows can be asked for by name like any other.
        QCOMPARE(list("/server-groups?name=%3Cb%3E").size(), 1);
    }

    void aScenarioFileSaysWhatThereIs()
    {
        QTemporaryDir folder;
        const auto scenario = [&folder](const QByteArray &text) { return options(scenarioFile(folder, text)); };
        open(scenario(R"({"records":10,"backups":10,"recovery":"empty"})"));
        QCOMPARE(list("/server-groups").size(), 0);
        open(scenario(R"({"records":10,"backups":10,"recovery":"odd"})"));
        QCOMPARE(list("/server-groups").size(), 12);
        // A project new to the service is sent to its successor, whatever it asks; another one is not.
        open(scenario(R"({"records":10,"backups":10,"projects":[{"name":"cn-north-4","region":"cn-north-4","cbr":true},)"
                      R"({"name":"cn-east-3","region":"cn-east-3"}]})"));
        for (const char *path : {"/policies", "/checkpoint_items", "/replication_records", "/quotas"}) {
            const Reply reply = get(path);
            QCOMPARE(reply.status, 400);
            QCOMPARE(reply.code(), "BackupService.4008");
        }
        QCOMPARE(list("/server-groups").size(), 6);
        enter(1);
        QCOMPARE(get("/policies").status, 200);
        for (const char *wrong : {R"({"recovery":"some"})", R"({"recovery":1})"}) {
            mock::Server server(scenario(wrong));
            std::string error;
            QVERIFY(!server.start(&error));
            QVERIFY(error.find("recovery") != std::string::npos);
        }
    }

    // --- faults

    void faultsAnswerInTheShapeOfTheService()
    {
        const auto with = [this](const char *rule, const QByteArray &path) {
            m_server->clearFaults();
            std::string error;
            if (!m_server->fault(rule, &error))
                qFatal("%s", error.c_str());
            return get(path);
        };
        const Reply cbr = with("GET */checkpoint_items error=400/BackupService.4008", "/checkpoint_items");
        QCOMPARE(cbr.status, 400);
        QCOMPARE(cbr.code(), "BackupService.4008");
        QVERIFY(cbr.json()[u"error_msg"_s].toString().contains(u"CBR"_s));
        QCOMPARE(with("GET */checkpoint_items error=400/BackupService.4008", "/policies").status, 200);
        const Reply forbidden = with("* */server-groups* status=403", "/server-groups");
        QCOMPARE(forbidden.status, 403);
        QCOMPARE(forbidden.code(), "APIGW.0302");
        QCOMPARE(with("* */server-groups* status=403", "/disaster-recovery-drills").status, 200);
        QCOMPARE(with("* */server-groups* status=403", "/server-groups/x").status, 403);
        QCOMPARE(sdrsCode(with("* */active-domains error=400/SDRS.0233", "/active-domains")), "SDRS.0233");
        const Reply denied = with("* */vpcs error=403/VPC.2201", "/vpcs");
        QCOMPARE(denied.status, 403);
        QCOMPARE(vpcCode(denied), "VPC.2201");
        const Reply gateway = with("* */vpcs error=503/APIGW.0613 x1", "/vpcs");
        QCOMPARE(gateway.code(), "APIGW.0613");
        QVERIFY(!gateway.json()[u"request_id"_s].toString().isEmpty());
        QCOMPARE(get("/vpcs").status, 200);
        QCOMPARE(sdrsCode(with("* * status=500", "/server-groups")), "SDRS.0013");
        QCOMPARE(vpcCode(with("* * status=500", "/vpcs")), "VPC.0106");
        QCOMPARE(with("* * status=500", "/policies").code(), "CSBS.9999");
        QCOMPARE(with("* * status=503", "/server-groups").code(), "APIGW.0201");
        // A refused write is not done; one whose answer is lost is.
        m_server->clearFaults();
        const QJsonObject body = wish();
        QVERIFY(m_server->fault("POST */server-groups error=400/SDRS.0305 x1"));
        QCOMPARE(sdrsCode(create(body)), "SDRS.0305");
        QCOMPARE(list("/server-groups").size(), 6);
        for (const char *code : {"SDRS.1011", "SDRS.1014"}) { // these two come with status 500
            m_server->clearFaults();
            QVERIFY(m_server->fault(std::string("POST */server-groups error=500/") + code));
            const Reply reply = create(body);
            QCOMPARE(reply.status, 500);
            QCOMPARE(sdrsCode(reply), code);
        }
        m_server->clearFaults();
        QVERIFY(m_server->fault("POST */server-groups drop x1"));
        QCOMPARE(create(body).status, 0);
        QCOMPARE(list("/server-groups").size(), 7);
        for (const char *wrong :
             {"* * error", "* * error=400", "* * error=400/", "* * error=200/X", "* * error=x/Y", "* * error=/Y"}) {
            std::string error;
            QVERIFY2(!m_server->fault(wrong, &error), wrong);
            QVERIFY(error.find("STATUS/CODE") != std::string::npos);
        }
    }
};

QTEST_GUILESS_MAIN(MockSdrsTest)
#include "tst_mocksdrs.moc"
