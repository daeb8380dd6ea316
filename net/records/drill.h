#pragma once

#include "net/jsonreader.h"
#include "net/records/phase.h"

namespace net {

/// A DR drill (disaster_recovery_drill). Source: "查询容灾演练列表", "查询单个容灾演练详情". It has no description.
struct DrDrill
{
    enum class Status { Creating, Available, Error, Deleting, ErrorDeleting, Other };

    QString id, name, groupId;
    Status status = Status::Other;
    QString statusWord; ///< as sent
    QString vpcId;      ///< the drill VPC
    /// A protected instance and the drill server made of it.
    struct Server
    {
        QString instanceId, serverId;
        friend bool operator==(const Server &, const Server &) = default;
    };
    QList<Server> servers; ///< may be empty even when available
    TimeStamp createdAt, updatedAt;

    static Result<DrDrill> read(JsonReader &in);
    friend bool operator==(const DrDrill &, const DrDrill &) = default;
};

Phase phaseOf(DrDrill::Status status);
inline bool isTransitional(DrDrill::Status status) { return phaseOf(status) == Phase::Transitional; }

} // namespace net
