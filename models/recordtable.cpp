#include "models/recordtable.h"

#include "models/cells.h"
#include "models/listorigin.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

namespace {

using net::ReplicationRecord;
using Status = ReplicationRecord::Status;

Cell progressCell(const RecordRow &row)
{
    switch (row.record.status) {
    case Status::Replicating:
        return {.number = row.progress, .phase = Cell::Phase::Moving};
    case Status::Waiting:
        if (!row.record.createdAt.utc.isValid())
            return {.missing = true};
        return {.number = row.waitedSecs, .phase = Cell::Phase::Waiting};
    case Status::Fail:
        if (!row.record.progress)
            return {.missing = true};
        return {.number = row.progress, .phase = Cell::Phase::StoppedAt};
    case Status::Success: // when it ended nobody says
    case Status::Skip:
    case Status::Other:
        break;
    }
    return {.missing = true};
}

/// Steps in which a growing wait is shown, so that a row differs only when it reads differently.
qint64 stepped(qint64 seconds)
{
    seconds = std::max<qint64>(0, seconds);
    return seconds - seconds % (seconds < 60 ? 5 : 60);
}

RecordRow joined(const net::Scope &scope, const QString &project, const ReplicationRecord &record, const Joins &joins,
                 const QDateTime &serverTime)
{
    RecordRow row{.scope = scope, .project = project, .record = record};
    row.backupName = joins.backupName.value(record.sourceItemId);
    row.serverName = joins.serverName.value(record.sourceItemId);
    row.policyName = joins.policyName.value(record.policyId);
    row.backupLoaded = joins.backupsLoaded || joins.backupName.contains(record.sourceItemId);
    row.policyLoaded = joins.policiesLoaded || joins.policyName.contains(record.policyId);
    if (record.status == Status::Waiting && record.createdAt.utc.isValid() && serverTime.isValid())
        row.waitedSecs = stepped(record.createdAt.utc.secsTo(serverTime));
    if (record.status == Status::Replicating)
        row.progress = record.progress ? std::min(*record.progress, 99) : static_cast<int>(UnknownProgress);
    else if (record.progress)
        row.progress = *record.progress;
    return row;
}

} // namespace

const std::vector<ColumnOf<RecordRow>> &RecordRow::columns()
{
    static const std::vector<ColumnOf<RecordRow>> columns{
        {.id = "status",
         .header = QT_TRANSLATE_NOOP("Columns", "Status"),
         .kind = CellKind::State,
         .states = StateKind::Record,
         .cell = [](const RecordRow &row) { return cells::text(row.record.statusWord); }},
        {.id = "backup",
         .header = QT_TRANSLATE_NOOP("Columns", "Backup"),
         .cell = [](const RecordRow &row) { return cells::joined(row.backupName, row.record.sourceItemId, row.backupLoaded); }},
        {.id = "server",
         .header = QT_TRANSLATE_NOOP("Columns", "Server"),
         .cell = [](const RecordRow &row) { return cells::joined(row.serverName, row.record.sourceItemId, row.backupLoaded); }},
        {.id = "source",
         .header = QT_TRANSLATE_NOOP("Columns", "From"),
         .cell = [](const RecordRow &row) { return cells::text(row.record.sourceRegion); }},
        {.id = "destination",
         .header = QT_TRANSLATE_NOOP("Columns", "To"),
         .cell = [](const RecordRow &row) { return cells::text(row.record.destinationRegion); }},
        {.id = "created",
         .header = QT_TRANSLATE_NOOP("Columns", "Started"),
         .kind = CellKind::Time,
         .cell = [](const RecordRow &row) { return cells::time(row.record.createdAt); }},
        {.id = "progress", .header = QT_TRANSLATE_NOOP("Columns", "Progress"), .kind = CellKind::Progress, .cell = progressCell},
        {.id = "policy",
         .header = QT_TRANSLATE_NOOP("Columns", "Policy"),
         .cell = [](const RecordRow &row) { return cells::joined(row.policyName, row.record.policyId, row.policyLoaded); }},
        {.id = "trigger",
         .header = QT_TRANSLATE_NOOP("Columns", "Trigger"),
         .shown = false,
         .cell = [](const RecordRow &row) { return cells::trigger(row.record.autoTrigger); }},
        {.id = "fail_code",
         .header = QT_TRANSLATE_NOOP("Columns", "Failure code"),
         .cell = [](const RecordRow &row) { return cells::text(row.record.failCode); }},
        {.id = "fail_reason",
         .header = QT_TRANSLATE_NOOP("Columns", "Failure"),
         .shown = false,
         .cell = [](const RecordRow &row) { return cells::text(row.record.failReason); }},
        {.id = "id",
         .header = QT_TRANSLATE_NOOP("Columns", "Record ID"),
         .kind = CellKind::Id,
         .cell = [](const RecordRow &row) { return cells::text(row.record.id); }},
        {.id = "source_item",
         .header = QT_TRANSLATE_NOOP("Columns", "Source backup ID"),
         .kind = CellKind::Id,
         .shown = false,
         .cell = [](const RecordRow &row) { return cells::text(row.record.sourceItemId); }},
        {.id = "destination_item",
         .header = QT_TRANSLATE_NOOP("Columns", "Replica ID"),
         .kind = CellKind::Id,
         .shown = false,
         .cell = [](const RecordRow &row) { return cells::text(row.record.destinationItemId); }},
        {.id = "source_project",
         .header = QT_TRANSLATE_NOOP("Columns", "Source project ID"),
         .kind = CellKind::Id,
         .shown = false,
         .cell = [](const RecordRow &row) { return cells::text(row.record.sourceProjectId); }},
        {.id = "destination_project",
         .header = QT_TRANSLATE_NOOP("Columns", "Destination project ID"),
         .kind = CellKind::Id,
         .shown = false,
         .cell = [](const RecordRow &row) { return cells::text(row.record.destinationProjectId); }},
        {.id = "source_checkpoint",
         .header = QT_TRANSLATE_NOOP("Columns", "Source checkpoint ID"),
         .kind = CellKind::Id,
         .shown = false,
         .cell = [](const RecordRow &row) { return cells::text(row.record.sourceCheckpointId); }},
        {.id = "destination_checkpoint",
         .header = QT_TRANSLATE_NOOP("Columns", "Destination checkpoint ID"),
         .kind = CellKind::Id,
         .shown = false,
         .cell = [](const RecordRow &row) { return cells::text(row.record.destinationCheckpointId); }},
        {.id = "policy_id",
         .header = QT_TRANSLATE_NOOP("Columns", "Policy ID"),
         .kind = CellKind::Id,
         .shown = false,
         .cell = [](const RecordRow &row) { return cells::text(row.record.policyId); }},
        cells::regionColumn<RecordRow>(),
        cells::projectColumn<RecordRow>(),
    };
    return columns;
}

ListOrigin recordOrigin(PageFetch fetch, const net::Scope &scope, std::shared_ptr<const JoinBox> joins,
                        std::shared_ptr<const ProjectNames> projects)
{
    ListOrigin origin;
    origin.scope = scope;
    origin.fetch = std::move(fetch);
    origin.read = [](const QByteArray &body) { return readPage<ReplicationRecord>(body, "replication_records"); };
    origin.join = [scope, joins = std::move(joins), projects = std::move(projects)](const QList<ListOrigin::PageRows> &pages,
                                                                                    const QList<QList<bool>> &keep,
                                                                                    const TableSource &before) -> TablePtr {
        const std::shared_ptr<const Joins> names = joins ? joins->get() : std::make_shared<const Joins>();
        const QString project = nameOf(projects, scope);
        QHash<QString, int> shown; // percent of what moved, for a bar never goes back
        if (const auto *table = dynamic_cast<const RecordTable *>(&before)) {
            for (const RecordRow &row : table->rows()) {
                if (row.record.status == Status::Replicating && row.progress > 0)
                    shown.insert(row.record.id, row.progress);
            }
        }
        QList<RecordRow> rows;
        for (qsizetype page = 0; page < pages.size(); ++page) {
            const auto &read = *static_cast<const PageRecords<ReplicationRecord> *>(pages.at(page).rows.get());
            for (qsizetype i = 0; i < read.records.size(); ++i) {
                if (!keep.at(page).at(read.at.at(i)))
                    continue;
                RecordRow row = joined(scope, project, read.records.at(i), *names, pages.at(page).serverTime);
                if (row.record.status == Status::Replicating)
                    row.progress = std::max(row.progress, shown.value(row.record.id, row.progress));
                rows.append(std::move(row));
            }
        }
        return std::make_shared<RecordTable>(std::move(rows));
    };
    return origin;
}

TablePtr emptyRecordTable() { return std::make_shared<RecordTable>(QList<RecordRow>()); }

} // namespace models
