#pragma once

#include "models/feed.h"
#include "models/projectnames.h"
#include "models/shared.h"
#include "models/table.h"
#include "net/records/replicationrecord.h"

#include <QHash>

#include <memory>
#include <vector>

namespace models {

/// Names that replication records do not carry: joined from backups and policies by id.
struct Joins
{
    QHash<QString, QString> backupName{};               ///< by id of the source item; empty: it is loaded and has no name
    QHash<QString, QString> serverName{};               ///< by id of the source item
    QHash<QString, QString> policyName{};               ///< by plan_id
    bool backupsLoaded = false, policiesLoaded = false; ///< all of them: false: an id that is not above shows as "not loaded"
};

/// The joins as they are now.
using JoinBox = Shared<Joins>;

/// A replication record as a row of the Replication list.
struct RecordRow
{
    net::Scope scope{};
    QString project{}; ///< what it is called; empty: not known
    net::ReplicationRecord record{};
    QString backupName{}, serverName{}, policyName{};
    bool backupLoaded = false, policyLoaded = false; ///< of this row: false and an empty name: "not loaded"
    int progress = NoProgress;                       ///< percent as shown: never less than before, 100 only at the end
    qint64 waitedSecs = 0; ///< waiting records: since their creation, in steps of 5 s, from a minute on in minutes

    net::ObjectKey key() const { return {scope, record.id}; }
    bool moves() const { return !record.isFinal(); }
    /// The project whose record it is: both ends of a copy list it.
    const QString &home() const { return record.sourceProjectId.isEmpty() ? scope.projectId : record.sourceProjectId; }
    static const std::vector<ColumnOf<RecordRow>> &columns();
    friend bool operator==(const RecordRow &, const RecordRow &) = default;
};
using RecordTable = RowTable<RecordRow>;

using PageFetch = std::function<net::CallPtr<PageBytes>(const net::Query &filter, int offset, int limit)>;

/// The Replication list of one scope. \a fetch asks for the raw page; \a joins may be filled later.
ListOrigin recordOrigin(PageFetch fetch, const net::Scope &scope, std::shared_ptr<const JoinBox> joins,
                        std::shared_ptr<const ProjectNames> projects = {});
TablePtr emptyRecordTable();

} // namespace models
