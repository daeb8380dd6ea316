#include "models/backuptable.h"
#include "models/drilltable.h"
#include "models/grouptable.h"
#include "models/overview.h"
#include "models/policytable.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace models;

namespace {

const net::Scope scope{u"cn-north-4"_s, u"p1"_s};

net::TimeStamp at(const char *text)
{
    const QString iso = QString::fromLatin1(text);
    net::TimeStamp stamp;
    stamp.utc = QDateTime::fromString(iso + u"Z"_s, Qt::ISODate).toUTC();
    stamp.asSent = iso;
    return stamp;
}

BackupRow backup(const char *id, const char *server, net::Backup::Status status, const char *word, const char *created)
{
    BackupRow row{.scope = scope};
    row.backup.id = QString::fromLatin1(id);
    row.backup.name = u"name-"_s + row.backup.id;
    row.backup.resourceId = QString::fromLatin1(server);
    row.backup.resourceName = u"srv-"_s + row.backup.resourceId;
    row.backup.status = status;
    row.backup.statusWord = QString::fromLatin1(word);
    row.backup.createdAt = at(created);
    return row;
}

RecordRow record(const char *id, const char *item, net::ReplicationRecord::Status status, const char *word, const char *created,
                 const char *code = "")
{
    RecordRow row{.scope = scope};
    row.record.id = QString::fromLatin1(id);
    row.record.sourceItemId = QString::fromLatin1(item);
    row.record.status = status;
    row.record.statusWord = QString::fromLatin1(word);
    row.record.destinationRegion = u"cn-south-1"_s;
    row.record.createdAt = at(created);
    row.record.failCode = QString::fromLatin1(code);
    return row;
}

using Backup = net::Backup::Status;
using Record = net::ReplicationRecord::Status;

} // namespace

class TestOverview final : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void nothingLoadedIsNothingClaimed()
    {
        QCOMPARE(survey({}, {}, {}, {}, {}), Overview{});
        Overview none;
        none.copiesKnown = true;
        QCOMPARE(survey(emptyRecordTable(), emptyBackupTable(), emptyPolicyTable(), emptyGroupTable(), emptyDrillTable()), none);
    }

    void withoutTheRecordsNoServerIsSaidToLackACopy()
    {
        const auto backups =
            std::make_shared<BackupTable>(QList{backup("b1", "s1", Backup::Available, "available", "2026-11-01T00:00:00")});
        QCOMPARE(survey({}, backups, {}, {}, {}).withoutCopy, 0);
        QVERIFY(!survey({}, backups, {}, {}, {}).copiesKnown);
        QCOMPARE(survey(emptyRecordTable(), backups, {}, {}, {}).withoutCopy, 1);
    }

    void statesAreCountedMostFrequentFirst()
    {
        const auto backups =
            std::make_shared<BackupTable>(QList{backup("b1", "s1", Backup::Available, "available", "2026-11-01T00:00:00"),
                                                backup("b2", "s1", Backup::Error, "error", "2026-11-02T00:00:00"),
                                                backup("b3", "s2", Backup::Available, "available", "2026-11-03T00:00:00")});
        const Overview overview = survey({}, backups, {}, {}, {});
        QCOMPARE(overview.backups, (QList<Overview::Share>{{u"available"_s, 2}, {u"error"_s, 1}}));
        QCOMPARE(overview.failureCount, 1);
        QCOMPARE(overview.failures.first().key.id, u"b2"_s);
        QCOMPARE(overview.failures.first().page, u"backups"_s);
    }

    void aServerWithoutAUsableBackupComesFirstThenTheOldest()
    {
        const auto backups =
            std::make_shared<BackupTable>(QList{backup("b1", "s1", Backup::Available, "available", "2026-11-01T00:00:00"),
                                                backup("b2", "s1", Backup::Available, "available", "2026-11-10T00:00:00"),
                                                backup("b3", "s2", Backup::Available, "available", "2026-11-05T00:00:00"),
                                                backup("b4", "s3", Backup::Error, "error", "2026-11-09T00:00:00")});
        const auto records =
            std::make_shared<RecordTable>(QList{record("r1", "b1", Record::Success, "success", "2026-11-02T00:00:00"),
                                                record("r2", "b2", Record::Fail, "fail", "2026-11-11T00:00:00", "CSBS.9006")});
        const Overview overview = survey(records, backups, {}, {}, {});
        QCOMPARE(overview.servers, 3);
        QCOMPARE(overview.withoutBackup, 1);
        QCOMPARE(overview.withoutCopy, 2);
        QCOMPARE(overview.points.size(), 3);
        QCOMPARE(overview.points.at(0).serverId, u"s3"_s);
        QVERIFY(overview.points.at(0).backup.id.isEmpty());
        QCOMPARE(overview.points.at(1).serverId, u"s2"_s);
        QCOMPARE(overview.points.at(2).backup.id, u"b2"_s);                    // the newest one counts
        QCOMPARE(overview.points.at(2).copyAt, at("2026-11-01T00:00:00").utc); // the age of the data, not of the copy
        QCOMPARE(overview.points.at(2).copyRecord.id, u"r1"_s);
    }

    void theStateOfTheDataCountsWhereItIsTold()
    {
        BackupRow late = backup("b1", "s1", Backup::Available, "available", "2026-11-10T00:00:00");
        late.backup.protectedAt = at("2026-10-01T00:00:00");
        const auto backups = std::make_shared<BackupTable>(QList{late});
        QCOMPARE(survey({}, backups, {}, {}, {}).points.first().at, at("2026-10-01T00:00:00").utc);
    }

    void failuresAreNewestFirstAndNoMoreThanALook()
    {
        QList<RecordRow> rows;
        for (int i = 0; i < 20; ++i)
            rows.append(record(qPrintable(u"r%1"_s.arg(i, 2, 10, QChar(u'0'))), "b", Record::Fail, "fail",
                               qPrintable(u"2026-11-%1T00:00:00"_s.arg(i + 1, 2, 10, QChar(u'0'))), i < 3 ? "A" : "CSBS.9006"));
        RecordRow undated = record("r99", "b", Record::Fail, "fail", "");
        undated.record.createdAt = {};
        rows.append(undated);
        const Overview overview = survey(std::make_shared<RecordTable>(rows), {}, {}, {}, {});
        QCOMPARE(overview.failureCount, 21);
        QCOMPARE(overview.failures.size(), Overview::mostLines);
        QCOMPARE(overview.failures.first().key.id, u"r19"_s);
        QCOMPARE(overview.commonCode, u"CSBS.9006"_s);
        QCOMPARE(overview.commonCodeCount, 17);
    }

    void groupsAndDrillsInTroubleAndUnderWayAreSeen()
    {
        GroupRow failed{.scope = scope};
        failed.group.id = u"g1"_s;
        failed.group.status = net::ProtectionGroup::Status::ErrorReversing;
        failed.group.statusWord = u"error-reversing"_s;
        GroupRow starting{.scope = scope};
        starting.group.id = u"g2"_s;
        starting.group.status = net::ProtectionGroup::Status::Starting;
        starting.group.statusWord = u"starting"_s;
        starting.group.progress = 100;
        DrillRow unknown{.scope = scope};
        unknown.drill.id = u"d1"_s;
        unknown.drill.statusWord = u"hibernating"_s;
        const Overview overview = survey({}, {}, {}, std::make_shared<GroupTable>(QList{failed, starting}),
                                         std::make_shared<DrillTable>(QList{unknown}));
        QCOMPARE(overview.failureCount, 1);
        QCOMPARE(overview.failures.first().key.id, u"g1"_s);
        QCOMPARE(overview.movingCount, 1);
        QCOMPARE(overview.moving.first().progress, 99); // done only at its end
        QCOMPARE(overview.drills, (QList<Overview::Share>{{u"hibernating"_s, 1}}));
    }
};

QTEST_GUILESS_MAIN(TestOverview)
#include "tst_overview.moc"
