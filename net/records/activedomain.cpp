#include "net/records/activedomain.h"

namespace net {

Result<ActiveDomain> ActiveDomain::read(JsonReader &in)
{
    ActiveDomain domain;
    domain.id = in.id("id");
    domain.name = in.label("name");
    domain.description = in.label("description");
    domain.soldOut = in.flag("sold_out").value_or(false);
    in.object("local_replication_cluster",
              [&domain](JsonReader &cluster) { domain.localZone = cluster.label("availability_zone"); });
    in.object("remote_replication_cluster",
              [&domain](JsonReader &cluster) { domain.remoteZone = cluster.label("availability_zone"); });
    return in.finish(std::move(domain));
}

} // namespace net
