#include "models/overview.h"

#include "models/backuptable.h"
#include "models/drilltable.h"
#include "models/grouptable.h"
#include "models/policytable.h"
#include "models/recordtable.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

namespace {

template <typename Table, typename Word> QList<Overview::Share> shares(const Table *table, Word word)
{
    QList<Overview::Share> out;
    if (!table)
        return out;
    QHash<QString, int> counts;
    for (const auto &row : table->rows())
        ++counts[word(row)];
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        out.append({it.key(), it.value()});
    std::ranges::sort(out, [](const Overview::Share &a, const Overview::Share &b) {
        return a.count != b.count ? a.count > b.count : a.word < b.word;
    });
    return out;
}

/// Newest first; times that could not be read last.
void keepNewest(QList<Overview::Line> &lines)
{
    const auto newer = [](const Overview::Line &a, const Overview::Line &b) {
        if (a.at.isValid() != b.at.isValid())
            return a.at.isValid();
        return a.at != b.at ? a.at > b.at : a.key.id < b.key.id;
    };
    const qsizetype most = std::min<qsizetype>(lines.size(), Overview::mostLines);
    std::partial_sort(lines.begin(), lines.begin() + most, lines.end(), newer);
    lines.resize(most);
}

/// When a backup's data is from: its protection, else its creation.
QDateTime dataTime(const net::Backup &backup)
{
    return backup.protectedAt.utc.isValid() ? backup.protectedAt.utc : backup.createdAt.utc;
}

QList<Overview::RecoveryPoint> recoveryPoints(const BackupTable *backups, const RecordTable *records, Overview &out)
{
    QHash<QString, Overview::RecoveryPoint> byServer;
    if (!backups)
        return {};
    QHash<QString, const BackupRow *> byId;
    for (const BackupRow &row : backups->rows()) {
        const net::Backup &backup = row.backup;
        byId.insert(backup.id, &row);
        if (backup.resourceId.isEmpty())
            continue;
        Overview::RecoveryPoint &point = byServer[backup.resourceId];
        point.serverId = backup.resourceId;
        if (point.server.isEmpty())
            point.server = backup.resourceName;
        if (backup.status != net::Backup::Status::Available)
            continue;
        const QDateTime at = dataTime(backup);
        if (at.isValid() && (!point.at.isValid() || at > point.at)) {
            point.at = at;
            point.backup = row.key();
        }
    }
    if (records) {
        for (const RecordRow &row : records->rows()) {
            if (row.record.status != net::ReplicationRecord::Status::Success)
                continue;
            const BackupRow *source = byId.value(row.record.sourceItemId);
            if (!source || source->backup.resourceId.isEmpty())
                continue;
            Overview::RecoveryPoint &point = byServer[source->backup.resourceId];
            const QDateTime at = dataTime(source->backup);
            if (at.isValid() && (!point.copyAt.isValid() || at > point.copyAt)) {
                point.copyAt = at;
                point.copyRegion = row.record.destinationRegion;
                point.copyRecord = row.key();
            }
        }
    }
    out.copiesKnown = records != nullptr;
    out.servers = int(byServer.size());
    for (const Overview::RecoveryPoint &point : std::as_const(byServer)) {
        out.withoutBackup += point.at.isValid() ? 0 : 1;
        out.withoutCopy += !records || point.copyAt.isValid() ? 0 : 1;
    }
    QList<Overview::RecoveryPoint> points = byServer.values();
    std::ranges::sort(points, [](const Overview::RecoveryPoint &a, const Overview::RecoveryPoint &b) {
        if (a.at.isValid() != b.at.isValid())
            return !a.at.isValid();
        if (a.at != b.at)
            return a.at < b.at;
        return a.serverId < b.serverId;
    });
    points.resize(std::min<qsizetype>(points.size(), Overview::mostLines));
    return points;
}

} // namespace

Overview survey(const TablePtr &records, const TablePtr &backups, const TablePtr &policies, const TablePtr &groups,
                const TablePtr &drills)
{
    const auto *recordTable = dynamic_cast<const RecordTable *>(records.get());
    const auto *backupTable = dynamic_cast<const BackupTable *>(backups.get());
    const auto *groupTable = dynamic_cast<const GroupTable *>(groups.get());
    const auto *drillTable = dynamic_cast<const DrillTable *>(drills.get());
    Overview out;
    out.records = shares(recordTable, [](const RecordRow &row) { return row.record.statusWord; });
    out.backups = shares(backupTable, [](const BackupRow &row) { return row.backup.statusWord; });
    out.policies =
        shares(dynamic_cast<const PolicyTable *>(policies.get()), [](const PolicyRow &row) { return row.policy.statusWord; });
    out.groups = shares(groupTable, [](const GroupRow &row) { return row.group.statusWord; });
    out.drills = shares(drillTable, [](const DrillRow &row) { return row.drill.statusWord; });

    QHash<QString, int> codes;
    if (recordTable) {
        for (const RecordRow &row : recordTable->rows()) {
            const net::ReplicationRecord &record = row.record;
            const bool failed = record.status == net::ReplicationRecord::Status::Fail;
            if (!failed && !row.moves())
                continue;
            Overview::Line line{.page = u"records"_s, .key = row.key(), .word = record.statusWord};
            line.name = row.backupName;
            line.where = record.destinationRegion;
            line.code = record.failCode;
            line.reason = record.failReason;
            line.at = record.createdAt.utc;
            line.progress = failed ? int(NoProgress) : row.progress;
            (failed ? out.failures : out.moving).append(line);
            if (failed && !record.failCode.isEmpty())
                ++codes[record.failCode];
        }
    }
    if (backupTable) {
        for (const BackupRow &row : backupTable->rows()) {
            const net::Backup &backup = row.backup;
            const bool failed = backup.status == net::Backup::Status::Error;
            // The copy of a backup has a record of its own.
            if (!failed && (backup.status == net::Backup::Status::Available || !row.moves()))
                continue;
            Overview::Line line{.page = u"backups"_s, .key = row.key(), .word = backup.statusWord};
            line.name = backup.name;
            line.where = backup.resourceName;
            line.code = backup.failCode;
            line.reason = backup.failReason;
            line.at = backup.createdAt.utc;
            if (!failed && backup.progress)
                line.progress = std::min(*backup.progress, 99);
            (failed ? out.failures : out.moving).append(line);
        }
    }
    if (groupTable) {
        for (const GroupRow &row : groupTable->rows()) {
            const bool failed = row.isTrouble();
            if (!failed && !row.moves())
                continue;
            Overview::Line line{.page = u"groups"_s, .key = row.key(), .word = row.group.statusWord};
            line.name = row.group.name;
            line.where = row.group.productionZone();
            line.at = row.group.updatedAt.utc;
            if (!failed && row.group.progress)
                line.progress = std::min(*row.group.progress, 99);
            if (failed)
                out.trouble.append(line);
            (failed ? out.failures : out.moving).append(line);
        }
    }
    if (drillTable) {
        for (const DrillRow &row : drillTable->rows()) {
            const bool failed = row.isTrouble();
            if (!failed && !row.moves())
                continue;
            Overview::Line line{.page = u"drills"_s, .key = row.key(), .word = row.drill.statusWord};
            line.name = row.drill.name;
            line.where = row.groupName;
            line.at = row.drill.updatedAt.utc;
            if (failed)
                out.trouble.append(line);
            (failed ? out.failures : out.moving).append(line);
        }
    }
    out.failureCount = int(out.failures.size());
    out.movingCount = int(out.moving.size());
    keepNewest(out.failures);
    keepNewest(out.moving);
    keepNewest(out.trouble);
    for (auto it = codes.cbegin(); it != codes.cend(); ++it) {
        if (it.value() > out.commonCodeCount || (it.value() == out.commonCodeCount && it.key() < out.commonCode)) {
            out.commonCode = it.key();
            out.commonCodeCount = it.value();
        }
    }
    out.points = recoveryPoints(backupTable, recordTable, out);
    return out;
}

} // namespace models
