#include "models/drilltable.h"
#include "models/grouptable.h"
#include "models/listmodel.h"
#include "models/operationtable.h"
#include "models/policytable.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace models;

namespace {

const net::Scope scope{u"cn-north-4"_s, u"p1"_s};

/// One page of a list as its session would read and join it.
TablePtr read(const ListOrigin &origin, const QByteArray &body, const TablePtr &before)
{
    const auto page = origin.read(body);
    if (!page)
        qFatal("%s", qPrintable(page.error().detail));
    QList<bool> keep;
    for (const QString &id : page->ids)
        keep.append(!id.isEmpty());
    return origin.join({*page}, {keep}, *before);
}

Cell cellOf(const TableSource &table, int row, QByteArrayView column)
{
    const QList<Column> &columns = table.columns();
    for (int i = 0; i < columns.size(); ++i) {
        if (columns.at(i).id == column)
            return table.cell(row, i);
    }
    qFatal("no column %s", column.data());
}

constexpr char groups[] = R"({"count": 2, "server_groups": [
 {"id": "g1", "name": "pg-web-01", "description": null, "status": "protected", "progress": 100,
  "source_availability_zone": "cn-north-4a", "target_availability_zone": "cn-north-4b", "priority_station": "target",
  "source_vpc_id": "v1", "protected_instance_num": 2, "replication_num": 3, "disaster_recovery_drill_num": 0,
  "created_at": "2024-03-01 06:20:31.118", "updated_at": "2024-03-08 02:00:00.74"},
 {"id": "g2", "name": "old", "status": "failed-over-back", "priority_station": null, "source_vpc_id": "gone"}]})";

constexpr char drills[] = R"({"count": 2, "disaster_recovery_drills": [
 {"id": "d1", "name": "drill-2024q1", "status": "creating", "server_group_id": "g1", "drill_vpc_id": "v2",
  "created_at": "2024-03-05 01:02:03.004", "drill_servers": [{"protected_instance": "i1", "drill_server_id": "s1"}]},
 {"id": "d2", "name": "", "status": "error-deleting", "server_group_id": "gx", "drill_vpc_id": "", "drill_servers": []}]})";

constexpr char policies[] = R"({"policies": [{"id": "p-1", "name": "prod-weekly", "status": "suspended",
  "created_at": "2024-02-20T07:31:32.718435", "resources": [{"id": "s1", "name": "erp-db-01", "type": "OS::Nova::Server"}],
  "scheduled_operations": [{"enabled": true, "operation_definition": {"max_backups": "20", "retention_duration_days": -1},
   "trigger": {"properties": {"pattern": "BEGIN:VCALENDAR\r\nRRULE:FREQ=WEEKLY;BYDAY=TH;BYHOUR=12;BYMINUTE=27\r\nEND:VCALENDAR"}}}]}]})";

} // namespace

class TestTables final : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aGroupTellsWhereProductionRunsNow()
    {
        const auto names = std::make_shared<Shared<SiteNames>>();
        const TablePtr table = read(groupOrigin({}, scope, names), groups, emptyGroupTable());
        QCOMPARE(table->rowCount(), 2);
        QCOMPARE(cellOf(*table, 0, "production").text, u"cn-north-4b"_s); // the zones keep the roles of the creation
        QCOMPARE(cellOf(*table, 0, "recovery").text, u"cn-north-4a"_s);
        QVERIFY(cellOf(*table, 1, "production").missing); // the station is not told
        QCOMPARE(cellOf(*table, 0, "instances").number, 2);
        QCOMPARE(cellOf(*table, 0, "drills").number, 0);
        QVERIFY(!cellOf(*table, 0, "drills").missing);                     // none is a number
        QVERIFY(cellOf(*table, 1, "drills").missing);                      // not sent is not none
        QCOMPARE(cellOf(*table, 1, "status").text, u"failed-over-back"_s); // an old word stays as sent
        QVERIFY(!table->moves(0) && !table->moves(1));
    }

    void aNameIsNotLoadedUntilItsListHasCome()
    {
        const auto names = std::make_shared<Shared<SiteNames>>();
        const ListOrigin origin = groupOrigin({}, scope, names);
        TablePtr table = read(origin, groups, emptyGroupTable());
        QVERIFY(cellOf(*table, 0, "vpc").notLoaded);
        SiteNames known;
        known.vpcsLoaded = true;
        known.vpcName.insert(u"v1"_s, u"vpc-prod"_s);
        names->set(std::make_shared<const SiteNames>(known));
        table = read(origin, groups, table);
        QCOMPARE(cellOf(*table, 0, "vpc").text, u"vpc-prod"_s);
        QVERIFY(!cellOf(*table, 1, "vpc").notLoaded); // loaded, and not visible
        QVERIFY(cellOf(*table, 1, "vpc").missing);
        const auto &typed = dynamic_cast<const GroupTable &>(*table);
        QVERIFY(typed.at(0).vpcVisible);
        QVERIFY(!typed.at(1).vpcVisible);
    }

    void aDrillCarriesTheNamesOfItsGroupAndNetwork()
    {
        const auto names = std::make_shared<Shared<SiteNames>>();
        SiteNames known;
        known.groupsLoaded = known.vpcsLoaded = true;
        known.groupName.insert(u"g1"_s, u"pg-web-01"_s);
        known.vpcName.insert(u"v2"_s, u"演练-vpc"_s);
        names->set(std::make_shared<const SiteNames>(known));
        const TablePtr table = read(drillOrigin({}, scope, names), drills, emptyDrillTable());
        QCOMPARE(table->rowCount(), 2);
        QCOMPARE(cellOf(*table, 0, "group").text, u"pg-web-01"_s);
        QCOMPARE(cellOf(*table, 0, "vpc").text, u"演练-vpc"_s);
        QCOMPARE(cellOf(*table, 0, "servers").number, 1);
        QVERIFY(table->moves(0));
        QVERIFY(!table->moves(1));
        QVERIFY(dynamic_cast<const DrillTable &>(*table).at(1).isTrouble());
        QVERIFY(cellOf(*table, 1, "group").missing);
        QVERIFY(cellOf(*table, 1, "vpc").missing); // it has none
    }

    void aPolicyShowsItsRuleAndLimits()
    {
        const TablePtr table = read(policyOrigin({}, scope), policies, emptyPolicyTable());
        QCOMPARE(table->rowCount(), 1);
        QCOMPARE(cellOf(*table, 0, "schedule").text, u"FREQ=WEEKLY;BYDAY=TH;BYHOUR=12;BYMINUTE=27"_s);
        QCOMPARE(cellOf(*table, 0, "max_backups").number, 20);
        QCOMPARE(cellOf(*table, 0, "retention").number, -1); // no limit: ui/ says it in words
        QCOMPARE(cellOf(*table, 0, "servers").number, 1);
    }

    void anOperationIsARowUnderItsNumber()
    {
        Operation running;
        running.id = 1;
        running.state = Operation::State::Running;
        running.targetName = u"autobk_1"_s;
        running.draft.scope = scope;
        running.parts = {{.id = u"r1"_s, .word = u"replicating"_s, .progress = 40},
                         {.id = u"r2"_s, .failed = true, .code = u"CSBS.9006"_s}};
        running.parts[1].final = true;
        Operation refused;
        refused.id = 2;
        refused.state = Operation::State::Refused;
        refused.error = net::ApiError{.code = u"BackupService.6031"_s};
        const TablePtr table =
            operationTable({running, refused}, [](const Operation &operation) { return u"op %1"_s.arg(operation.id); });
        QCOMPARE(table->rowCount(), 2);
        QCOMPARE(table->key(0).id, u"2"_s); // newest first
        QCOMPARE(cellOf(*table, 0, "fail_code").text, u"BackupService.6031"_s);
        QCOMPARE(cellOf(*table, 0, "status").text, u"refused"_s);
        QVERIFY(!table->moves(0));
        QVERIFY(table->moves(1));
        QCOMPARE(cellOf(*table, 1, "operation").text, u"op 1"_s);
        QCOMPARE(cellOf(*table, 1, "progress").number, 70);
        QCOMPARE(cellOf(*table, 1, "failed_parts").number, 1);
    }

    void everyTableIsAModelThatKeepsItsRules_data()
    {
        QTest::addColumn<TablePtr>("empty");
        QTest::addColumn<TablePtr>("full");
        const auto names = std::make_shared<Shared<SiteNames>>();
        QTest::newRow("groups") << emptyGroupTable() << read(groupOrigin({}, scope, names), groups, emptyGroupTable());
        QTest::newRow("drills") << emptyDrillTable() << read(drillOrigin({}, scope, names), drills, emptyDrillTable());
        QTest::newRow("policies") << emptyPolicyTable() << read(policyOrigin({}, scope), policies, emptyPolicyTable());
        Operation operation;
        operation.id = 7;
        QTest::newRow("operations") << operationTable({}) << operationTable({operation});
    }
    void everyTableIsAModelThatKeepsItsRules()
    {
        QFETCH(TablePtr, empty);
        QFETCH(TablePtr, full);
        ListModel model(empty);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QList<int> order;
        for (int row = 0; row < full->rowCount(); ++row)
            order.append(row);
        model.swap(full, order);
        QCOMPARE(model.rowCount(), full->rowCount());
        for (int column = 0; column < model.columnCount(); ++column)
            QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
        model.swap(empty, {});
        QCOMPARE(model.rowCount(), 0);
    }

    void aPageOfDisasterRecoveryIsSmallEnoughForTheService()
    {
        const auto names = std::make_shared<Shared<SiteNames>>();
        QVERIFY(groupOrigin({}, scope, names).pageSize < 1000); // SDRS.0221
        QVERIFY(drillOrigin({}, scope, names).pageSize < 1000);
    }
};

QTEST_GUILESS_MAIN(TestTables)
#include "tst_tables.moc"
