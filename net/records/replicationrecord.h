#pragma once

#include "net/jsonreader.h"
#include "net/members.h"
#include "net/records/timestamp.h"

#include <vector>

namespace net {

/// One try to copy one backup to one region (C4). Source: "查询复制记录". It carries no server, backup or policy name.
struct ReplicationRecord
{
    enum class Status { Waiting, Replicating, Success, Fail, Skip, Other };

    QString id;
    Status status = Status::Other;
    QString statusWord; ///< as sent: the service may add words this build does not know
    QString sourceRegion, sourceProjectId, sourceCheckpointId, sourceItemId;
    QString destinationRegion, destinationProjectId, destinationCheckpointId,
        destinationItemId;           ///< the last two: from success on
    QString policyId;                ///< plan_id; empty for single copies
    TimeStamp createdAt;             ///< start of the replication
    std::optional<int> progress;     ///< percent, 0..100; nothing when not sent
    std::optional<bool> autoTrigger; ///< by schedule; nothing when not sent
    QString failCode, failReason;    ///< verbatim

    bool isFinal() const { return status == Status::Success || status == Status::Fail || status == Status::Skip; }
    static const std::vector<MemberOf<ReplicationRecord>> &members();
    static Status statusOf(const QString &word);
    void settle() { status = statusOf(statusWord); }
    static Result<ReplicationRecord> read(JsonReader &in);
    friend bool operator==(const ReplicationRecord &, const ReplicationRecord &) = default;
};

} // namespace net
