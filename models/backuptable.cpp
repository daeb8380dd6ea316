#include "models/backuptable.h"

#include "models/cells.h"
#include "models/listorigin.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace models {

namespace {

using net::Backup;
using Status = Backup::Status;

Cell progressCell(const BackupRow &row)
{
    if (row.backup.status != Status::Protecting)
        return {.missing = true};
    return cells::moving(row.backup.progress);
}

} // namespace

bool BackupRow::moves() const
{
    switch (backup.status) {
    case Status::Available:
    case Status::Error:
    case Status::Deleted:
        return backup.copyStatus == "copying"_L1 || backup.copyStatus == "waiting_copy"_L1;
    case Status::WaitingProtect:
    case Status::Protecting:
    case Status::WaitingRestore:
    case Status::Restoring:
    case Status::WaitingDelete:
    case Status::Deleting:
    case Status::Other: // a word this build does not know is not final (csbs.md section 4)
        break;
    }
    return true;
}

const std::vector<ColumnOf<BackupRow>> &BackupRow::columns()
{
    static const std::vector<ColumnOf<BackupRow>> columns{
        {.id = "status",
         .header = QT_TRANSLATE_NOOP("Columns", "Status"),
         .kind = CellKind::State,
         .states = StateKind::Backup,
         .cell = [](const BackupRow &row) { return cells::text(row.backup.statusWord); }},
        {.id = "name",
         .header = QT_TRANSLATE_NOOP("Columns", "Name"),
         .cell = [](const BackupRow &row) { return cells::text(row.backup.name); }},
        {.id = "server",
         .header = QT_TRANSLATE_NOOP("Columns", "Server"),
         .cell = [](const BackupRow &row) { return cells::text(row.backup.resourceName); }},
        {.id = "size",
         .header = QT_TRANSLATE_NOOP("Columns", "Size"),
         .kind = CellKind::Size,
         .cell = [](const BackupRow &row) { return cells::number(row.backup.sizeMb); }},
        {.id = "created",
         .header = QT_TRANSLATE_NOOP("Columns", "Created"),
         .kind = CellKind::Time,
         .cell = [](const BackupRow &row) { return cells::time(row.backup.createdAt); }},
        {.id = "copy_status",
         .header = QT_TRANSLATE_NOOP("Columns", "Copy"),
         .kind = CellKind::State,
         .states = StateKind::Copy,
         .cell = [](const BackupRow &row) { return cells::text(row.backup.copyStatus); }},
        {.id = "zone",
         .header = QT_TRANSLATE_NOOP("Columns", "Zone"),
         .cell = [](const BackupRow &row) { return cells::text(row.backup.resourceZone); }},
        {.id = "image_type",
         .header = QT_TRANSLATE_NOOP("Columns", "Kind"),
         .cell = [](const BackupRow &row) { return cells::text(row.backup.imageType); }},
        {.id = "trigger",
         .header = QT_TRANSLATE_NOOP("Columns", "Trigger"),
         .shown = false,
         .cell = [](const BackupRow &row) { return cells::trigger(row.backup.autoTrigger); }},
        {.id = "progress",
         .header = QT_TRANSLATE_NOOP("Columns", "Backup progress"),
         .kind = CellKind::Progress,
         .shown = false,
         .cell = progressCell},
        {.id = "protected",
         .header = QT_TRANSLATE_NOOP("Columns", "State of the data"),
         .kind = CellKind::Time,
         .shown = false,
         .cell = [](const BackupRow &row) { return cells::time(row.backup.protectedAt); }},
        {.id = "finished",
         .header = QT_TRANSLATE_NOOP("Columns", "Finished"),
         .kind = CellKind::Time,
         .shown = false,
         .cell = [](const BackupRow &row) { return cells::time(row.backup.finishedAt); }},
        {.id = "expired",
         .header = QT_TRANSLATE_NOOP("Columns", "Expires"),
         .kind = CellKind::Time,
         .shown = false,
         .cell = [](const BackupRow &row) { return cells::time(row.backup.expiredAt); }},
        {.id = "restore_mode",
         .header = QT_TRANSLATE_NOOP("Columns", "Restore mode"),
         .shown = false,
         .cell = [](const BackupRow &row) { return cells::text(row.backup.restoreMode); }},
        {.id = "fail_code",
         .header = QT_TRANSLATE_NOOP("Columns", "Failure code"),
         .shown = false,
         .cell = [](const BackupRow &row) { return cells::text(row.backup.failCode); }},
        {.id = "fail_reason",
         .header = QT_TRANSLATE_NOOP("Columns", "Failure"),
         .shown = false,
         .cell = [](const BackupRow &row) { return cells::text(row.backup.failReason); }},
        {.id = "description",
         .header = QT_TRANSLATE_NOOP("Columns", "Description"),
         .shown = false,
         .cell = [](const BackupRow &row) { return cells::text(row.backup.description); }},
        {.id = "id",
         .header = QT_TRANSLATE_NOOP("Columns", "Backup ID"),
         .kind = CellKind::Id,
         .cell = [](const BackupRow &row) { return cells::text(row.backup.id); }},
        {.id = "server_id",
         .header = QT_TRANSLATE_NOOP("Columns", "Server ID"),
         .kind = CellKind::Id,
         .shown = false,
         .cell = [](const BackupRow &row) { return cells::text(row.backup.resourceId); }},
        {.id = "checkpoint_id",
         .header = QT_TRANSLATE_NOOP("Columns", "Checkpoint ID"),
         .kind = CellKind::Id,
         .shown = false,
         .cell = [](const BackupRow &row) { return cells::text(row.backup.checkpointId); }},
        cells::regionColumn<BackupRow>(),
        cells::projectColumn<BackupRow>(),
    };
    return columns;
}

ListOrigin backupOrigin(PageFetch fetch, const net::Scope &scope, std::shared_ptr<const ProjectNames> projects)
{
    return originOf<BackupRow, Backup>(std::move(fetch), scope, "checkpoint_items", [scope, projects = std::move(projects)] {
        return [scope, project = nameOf(projects, scope)](const Backup &backup) {
            return BackupRow{.scope = scope, .project = project, .backup = backup};
        };
    });
}

TablePtr emptyBackupTable() { return std::make_shared<BackupTable>(QList<BackupRow>()); }

void joinBackups(Joins &joins, const BackupTable &backups)
{
    for (const BackupRow &row : backups.rows()) {
        joins.backupName.insert(row.backup.id, row.backup.name);
        joins.serverName.insert(row.backup.id, row.backup.resourceName);
    }
}

} // namespace models
