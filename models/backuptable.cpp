#include "models/backuptable.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace models {

namespace {

using net::Backup;
using Status = Backup::Status;

Cell textCell(const QString &text) { return {.text = text, .missing = text.isEmpty()}; }

Cell timeCell(const net::TimeStamp &time)
{
    return {.number = time.msecs(), .missing = !time.utc.isValid(), .asSent = time.asSent, .zoneAssumed = time.zoneAssumed};
}

Cell numberCell(const std::optional<qint64> &number) { return {.number = number.value_or(0), .missing = !number}; }

Cell progressCell(const BackupRow &row)
{
    if (row.backup.status != Status::Protecting)
        return {.missing = true};
    return {.number = row.backup.progress ? std::min(*row.backup.progress, 99) : static_cast<int>(UnknownProgress),
            .phase = Cell::Phase::Moving};
}

Cell triggerCell(const std::optional<bool> &automatic)
{
    if (!automatic)
        return {.missing = true};
    return {.text = *automatic ? u"auto"_s : u"manual"_s};
}

/// The readable backups of a page, and where they stand among its ids.
struct Backups
{
    QList<Backup> backups;
    QList<int> at;
};

net::Result<ListOrigin::PageRows> readPage(const QByteArray &body)
{
    auto rows = std::make_shared<Backups>();
    QStringList ids;
    auto envelope = net::readList(body, "checkpoint_items", [&rows, &ids](net::JsonReader &in, QString &problem) {
        net::Result<Backup> backup = Backup::read(in);
        ids.append(backup ? backup->id : QString());
        if (!backup) {
            problem = backup.error().detail;
            return false;
        }
        rows->at.append(static_cast<int>(ids.size()) - 1);
        rows->backups.append(std::move(*backup));
        return true;
    });
    if (!envelope)
        return tl::unexpected(envelope.error());
    return ListOrigin::PageRows{.rows = std::move(rows), .ids = std::move(ids), .envelope = std::move(*envelope)};
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
         .cell = [](const BackupRow &row) { return textCell(row.backup.statusWord); }},
        {.id = "name",
         .header = QT_TRANSLATE_NOOP("Columns", "Name"),
         .cell = [](const BackupRow &row) { return textCell(row.backup.name); }},
        {.id = "server",
         .header = QT_TRANSLATE_NOOP("Columns", "Server"),
         .cell = [](const BackupRow &row) { return textCell(row.backup.resourceName); }},
        {.id = "size",
         .header = QT_TRANSLATE_NOOP("Columns", "Size"),
         .kind = CellKind::Size,
         .cell = [](const BackupRow &row) { return numberCell(row.backup.sizeMb); }},
        {.id = "created",
         .header = QT_TRANSLATE_NOOP("Columns", "Created"),
         .kind = CellKind::Time,
         .cell = [](const BackupRow &row) { return timeCell(row.backup.createdAt); }},
        {.id = "copy_status",
         .header = QT_TRANSLATE_NOOP("Columns", "Copy"),
         .kind = CellKind::State,
         .states = StateKind::Copy,
         .cell = [](const BackupRow &row) { return textCell(row.backup.copyStatus); }},
        {.id = "zone",
         .header = QT_TRANSLATE_NOOP("Columns", "Zone"),
         .cell = [](const BackupRow &row) { return textCell(row.backup.resourceZone); }},
        {.id = "image_type",
         .header = QT_TRANSLATE_NOOP("Columns", "Kind"),
         .cell = [](const BackupRow &row) { return textCell(row.backup.imageType); }},
        {.id = "trigger",
         .header = QT_TRANSLATE_NOOP("Columns", "Trigger"),
         .shown = false,
         .cell = [](const BackupRow &row) { return triggerCell(row.backup.autoTrigger); }},
        {.id = "progress",
         .header = QT_TRANSLATE_NOOP("Columns", "Backup progress"),
         .kind = CellKind::Progress,
         .shown = false,
         .cell = progressCell},
        {.id = "protected",
         .header = QT_TRANSLATE_NOOP("Columns", "State of the data"),
         .kind = CellKind::Time,
         .shown = false,
         .cell = [](const BackupRow &row) { return timeCell(row.backup.protectedAt); }},
        {.id = "finished",
         .header = QT_TRANSLATE_NOOP("Columns", "Finished"),
         .kind = CellKind::Time,
         .shown = false,
         .cell = [](const BackupRow &row) { return timeCell(row.backup.finishedAt); }},
        {.id = "expired",
         .header = QT_TRANSLATE_NOOP("Columns", "Expires"),
         .kind = CellKind::Time,
         .shown = false,
         .cell = [](const BackupRow &row) { return timeCell(row.backup.expiredAt); }},
        {.id = "restore_mode",
         .header = QT_TRANSLATE_NOOP("Columns", "Restore mode"),
         .shown = false,
         .cell = [](const BackupRow &row) { return textCell(row.backup.restoreMode); }},
        {.id = "fail_code",
         .header = QT_TRANSLATE_NOOP("Columns", "Failure code"),
         .shown = false,
         .cell = [](const BackupRow &row) { return textCell(row.backup.failCode); }},
        {.id = "fail_reason",
         .header = QT_TRANSLATE_NOOP("Columns", "Failure"),
         .shown = false,
         .cell = [](const BackupRow &row) { return textCell(row.backup.failReason); }},
        {.id = "description",
         .header = QT_TRANSLATE_NOOP("Columns", "Description"),
         .shown = false,
         .cell = [](const BackupRow &row) { return textCell(row.backup.description); }},
        {.id = "id",
         .header = QT_TRANSLATE_NOOP("Columns", "Backup ID"),
         .kind = CellKind::Id,
         .cell = [](const BackupRow &row) { return textCell(row.backup.id); }},
        {.id = "server_id",
         .header = QT_TRANSLATE_NOOP("Columns", "Server ID"),
         .kind = CellKind::Id,
         .shown = false,
         .cell = [](const BackupRow &row) { return textCell(row.backup.resourceId); }},
        {.id = "checkpoint_id",
         .header = QT_TRANSLATE_NOOP("Columns", "Checkpoint ID"),
         .kind = CellKind::Id,
         .shown = false,
         .cell = [](const BackupRow &row) { return textCell(row.backup.checkpointId); }},
    };
    return columns;
}

ListOrigin backupOrigin(PageFetch fetch, const net::Scope &scope)
{
    ListOrigin origin;
    origin.fetch = std::move(fetch);
    origin.read = readPage;
    origin.join = [scope](const QList<ListOrigin::PageRows> &pages, const QList<QList<bool>> &keep,
                          const TableSource &) -> TablePtr {
        QList<BackupRow> rows;
        for (qsizetype page = 0; page < pages.size(); ++page) {
            const auto &read = *static_cast<const Backups *>(pages.at(page).rows.get());
            for (qsizetype i = 0; i < read.backups.size(); ++i) {
                if (keep.at(page).at(read.at.at(i)))
                    rows.append({.scope = scope, .backup = read.backups.at(i)});
            }
        }
        return std::make_shared<BackupTable>(std::move(rows));
    };
    return origin;
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
