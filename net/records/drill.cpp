#include "net/records/drill.h"

using namespace Qt::StringLiterals;

namespace net {

Phase phaseOf(DrDrill::Status status)
{
    using Status = DrDrill::Status;
    switch (status) {
    case Status::Available:
        return Phase::Stable;
    case Status::Creating:
    case Status::Deleting:
        return Phase::Transitional;
    case Status::Error:
    case Status::ErrorDeleting:
        return Phase::Failed;
    case Status::Other:
        break;
    }
    return Phase::Unknown;
}

Result<DrDrill> DrDrill::read(JsonReader &in)
{
    static constexpr std::array words{std::pair{"creating"_L1, Status::Creating}, std::pair{"available"_L1, Status::Available},
                                      std::pair{"error"_L1, Status::Error}, std::pair{"deleting"_L1, Status::Deleting},
                                      std::pair{"error-deleting"_L1, Status::ErrorDeleting}};
    DrDrill drill;
    drill.id = in.id("id");
    drill.name = in.label("name");
    drill.groupId = in.label("server_group_id");
    drill.status = in.word("status", words, Status::Other, drill.statusWord);
    drill.vpcId = in.label("drill_vpc_id");
    drill.createdAt = in.time("created_at");
    drill.updatedAt = in.time("updated_at");
    in.list("drill_servers", [&drill](JsonReader &server) {
        drill.servers.append({server.label("protected_instance"), server.label("drill_server_id")});
    });
    return in.finish(std::move(drill));
}

} // namespace net
