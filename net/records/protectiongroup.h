#pragma once

#include "net/jsonreader.h"
#include "net/records/phase.h"

namespace net {

/// A protection group (server_group). Source: "查询保护组列表", "查询保护组详情". Single answers may leave out most members.
struct ProtectionGroup
{
    enum class Status {
        Creating,
        Available, ///< protection is off
        Starting,
        ErrorStarting,
        Protected,
        Stopping,
        ErrorStopping,
        Reversing,
        ErrorReversing,
        FailingOver,
        FailedOver, ///< done, and unprotected until re-protected
        ErrorFailingOver,
        Reprotecting,
        ErrorReprotecting,
        Deleting,
        ErrorDeleting,
        Error, ///< creation failed
        Other
    };
    /// The site that is production now: the zones below keep the roles of the creation for ever.
    enum class Station { Source, Target, Other };

    QString id;
    QString name, description;
    Status status = Status::Other;
    QString statusWord;          ///< as sent: old groups show words that are in no list
    std::optional<int> progress; ///< of the synchronisation; percent, 0..100
    QString sourceZone;          ///< production site as given at creation; never changes
    QString targetZone;          ///< DR site as given at creation; never changes
    Station station = Station::Other;
    QString stationWord;             ///< priority_station as sent
    QString domainId, domainName;    ///< active-active domain
    QString sourceVpcId;             ///< production site
    QString targetVpcId;             ///< DR site; the same one with `migration`
    QString deploymentModel;         ///< dr_type: `migration` is the one documented
    QString serverType;              ///< `ECS`
    std::optional<qint64> instances; ///< how many protected instances it has; nothing when not sent
    std::optional<qint64> pairs;     ///< replication pairs
    std::optional<qint64> drills;    ///< DR drills
    QString protectedStatus, replicationStatus,
        healthStatus;       ///< empty since an upgrade of the service: the pairs tell instead
    QString protectionType; ///< `replication-pair`: each pair synchronises by itself; empty: the old group-wide mode
    TimeStamp createdAt, updatedAt;

    /// The zone production runs in now; empty when the station is unknown.
    QString productionZone() const;
    /// The zone it would move to; empty when the station is unknown.
    QString recoveryZone() const;
    static Result<ProtectionGroup> read(JsonReader &in);
    friend bool operator==(const ProtectionGroup &, const ProtectionGroup &) = default;
};

Phase phaseOf(ProtectionGroup::Status status);
inline bool isTransitional(ProtectionGroup::Status status) { return phaseOf(status) == Phase::Transitional; }

} // namespace net
