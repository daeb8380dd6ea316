#pragma once

#include "models/projectnames.h"
#include "models/recordtable.h"
#include "models/table.h"
#include "net/records/backup.h"

#include <vector>

namespace models {

/// A backup of one server as a row of the Backups list.
struct BackupRow
{
    net::Scope scope{};
    QString project{}; ///< what it is called; empty: not known
    net::Backup backup{};

    net::ObjectKey key() const { return {scope, backup.id}; }
    bool moves() const; ///< the backup, its restore, its deletion or its copy is under way
    static const std::vector<ColumnOf<BackupRow>> &columns();
    friend bool operator==(const BackupRow &, const BackupRow &) = default;
};
using BackupTable = RowTable<BackupRow>;

/// The Backups list of one scope.
ListOrigin backupOrigin(PageFetch fetch, const net::Scope &scope, std::shared_ptr<const ProjectNames> projects = {});
TablePtr emptyBackupTable();

/// The names of Joins that a list of backups gives: what replication records call source items.
void joinBackups(Joins &joins, const BackupTable &backups);

} // namespace models
