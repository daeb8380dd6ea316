#include "net/records/vpcnetwork.h"

using namespace Qt::StringLiterals;

namespace net {

Result<VpcNetwork> VpcNetwork::read(JsonReader &in)
{
    static constexpr std::array words{std::pair{"CREATING"_L1, Status::Creating}, std::pair{"OK"_L1, Status::Ok}};
    VpcNetwork network;
    network.id = in.id("id");
    network.name = in.label("name");
    network.description = in.label("description");
    network.cidr = in.label("cidr");
    network.status = in.labelWord("status", words, Status::Other, network.statusWord);
    network.enterpriseProjectId = in.label("enterprise_project_id");
    return in.finish(std::move(network));
}

} // namespace net
