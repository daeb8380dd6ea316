#include "net/records/policy.h"

using namespace Qt::StringLiterals;

namespace net {

Result<Policy> Policy::read(JsonReader &in)
{
    static constexpr std::array words{std::pair{"enabled"_L1, Status::Enabled}, std::pair{"disabled"_L1, Status::Disabled},
                                      std::pair{"suspended"_L1, Status::Disabled}};
    Policy policy;
    policy.id = in.id("id");
    policy.name = in.label("name");
    policy.description = in.label("description");
    policy.status = in.word("status", words, Status::Other, policy.statusWord);
    policy.createdAt = in.time("created_at");
    in.list("resources", [&policy](JsonReader &resource) {
        policy.resources.append({resource.label("id"), resource.label("name"), resource.label("type")});
    });
    in.list("scheduled_operations", [&policy](JsonReader &operation) { // a policy has one
        policy.scheduled = operation.flag("enabled");
        operation.object("operation_definition", [&policy](JsonReader &definition) {
            policy.maxBackups = definition.number("max_backups");
            policy.retentionDays = definition.number("retention_duration_days");
        });
        operation.object("trigger", [&policy](JsonReader &trigger) {
            trigger.object("properties", [&policy](JsonReader &properties) { policy.pattern = properties.label("pattern"); });
        });
    });
    return in.finish(std::move(policy));
}

Result<RegionTargets> RegionTargets::read(JsonReader &in)
{
    RegionTargets targets;
    targets.region = in.id("name");
    targets.destinations = in.texts("replication_destinations");
    return in.finish(std::move(targets));
}

} // namespace net
