#pragma once

#include "net/jsonreader.h"
#include "net/members.h"
#include "net/records/timestamp.h"

#include <vector>

namespace net {

/// The backup of one server: a checkpoint item (C7, C8). Source: "querying all backups".
struct Backup
{
    enum class Status {
        WaitingProtect,
        Protecting,
        Available,
        WaitingRestore,
        Restoring,
        Error,
        WaitingDelete,
        Deleting,
        Deleted,
        Other
    };

    QString id;
    QString checkpointId; ///< the backup record it belongs to; deletion works on that
    QString name, description;
    Status status = Status::Other;
    QString statusWord;                 ///< as sent
    QString resourceId, resourceType;   ///< the server
    QString resourceName, resourceZone; ///< extend_info: name and AZ of the server
    TimeStamp createdAt, updatedAt, protectedAt, expiredAt, finishedAt;
    std::optional<qint64> sizeMb;
    std::optional<int> progress; ///< of the backup, not of a replication; percent
    std::optional<bool> autoTrigger, incremental;
    QString copyStatus; ///< na, waiting_copy, copying, success, fail: one word for all regions together
    QString copyFrom;   ///< shown only; the documents contradict each other
    QString imageType;  ///< backup, or replication for a replica
    QString restoreMode;
    QString failOp, failCode, failReason; ///< verbatim
    std::optional<qint64> vcpus, ramMb;
    QString privateIp, eip;

    static const std::vector<MemberOf<Backup>> &members();
    static Status statusOf(const QString &word);
    void settle() { status = statusOf(statusWord); }
    static Result<Backup> read(JsonReader &in);
    friend bool operator==(const Backup &, const Backup &) = default;
};

} // namespace net
