#include "net/records/protectiongroup.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace net {

Phase phaseOf(ProtectionGroup::Status status)
{
    using Status = ProtectionGroup::Status;
    switch (status) {
    case Status::Available:
    case Status::Protected:
    case Status::FailedOver:
        return Phase::Stable;
    case Status::Creating:
    case Status::Starting:
    case Status::Stopping:
    case Status::Reversing:
    case Status::FailingOver:
    case Status::Reprotecting:
    case Status::Deleting:
        return Phase::Transitional;
    case Status::ErrorStarting:
    case Status::ErrorStopping:
    case Status::ErrorReversing:
    case Status::ErrorFailingOver:
    case Status::ErrorReprotecting:
    case Status::ErrorDeleting:
    case Status::Error:
        return Phase::Failed;
    case Status::Other:
        break;
    }
    return Phase::Unknown;
}

QString ProtectionGroup::productionZone() const
{
    if (station == Station::Other)
        return {};
    return station == Station::Source ? sourceZone : targetZone;
}

QString ProtectionGroup::recoveryZone() const
{
    if (station == Station::Other)
        return {};
    return station == Station::Source ? targetZone : sourceZone;
}

Result<ProtectionGroup> ProtectionGroup::read(JsonReader &in)
{
    static constexpr std::array words{std::pair{"creating"_L1, Status::Creating},
                                      std::pair{"available"_L1, Status::Available},
                                      std::pair{"starting"_L1, Status::Starting},
                                      std::pair{"error-starting"_L1, Status::ErrorStarting},
                                      std::pair{"protected"_L1, Status::Protected},
                                      std::pair{"stopping"_L1, Status::Stopping},
                                      std::pair{"error-stopping"_L1, Status::ErrorStopping},
                                      std::pair{"reversing"_L1, Status::Reversing},
                                      std::pair{"error-reversing"_L1, Status::ErrorReversing},
                                      std::pair{"failing-over"_L1, Status::FailingOver},
                                      std::pair{"failed-over"_L1, Status::FailedOver},
                                      std::pair{"error-failing-over"_L1, Status::ErrorFailingOver},
                                      std::pair{"reprotecting"_L1, Status::Reprotecting},
                                      std::pair{"error-reprotecting"_L1, Status::ErrorReprotecting},
                                      std::pair{"deleting"_L1, Status::Deleting},
                                      std::pair{"error-deleting"_L1, Status::ErrorDeleting},
                                      std::pair{"error"_L1, Status::Error}};
    static constexpr std::array stations{std::pair{"source"_L1, Station::Source}, std::pair{"target"_L1, Station::Target}};
    ProtectionGroup group;
    group.id = in.id("id");
    group.name = in.label("name");
    group.description = in.label("description");
    group.status = in.word("status", words, Status::Other, group.statusWord);
    if (const auto percent = in.number("progress"))
        group.progress = static_cast<int>(std::clamp<qint64>(*percent, 0, 100));
    group.sourceZone = in.label("source_availability_zone");
    group.targetZone = in.label("target_availability_zone");
    group.station = in.labelWord("priority_station", stations, Station::Other, group.stationWord);
    group.domainId = in.label("domain_id");
    group.domainName = in.label("domain_name");
    group.sourceVpcId = in.label("source_vpc_id");
    group.targetVpcId = in.label("target_vpc_id");
    group.deploymentModel = in.label("dr_type");
    group.serverType = in.label("server_type");
    group.instances = in.number("protected_instance_num");
    group.pairs = in.number("replication_num");
    group.drills = in.number("disaster_recovery_drill_num");
    group.protectedStatus = in.label("protected_status");
    group.replicationStatus = in.label("replication_status");
    group.healthStatus = in.label("health_status");
    group.protectionType = in.label("protection_type");
    group.createdAt = in.time("created_at");
    group.updatedAt = in.time("updated_at");
    return in.finish(std::move(group));
}

} // namespace net
