#pragma once

#include "net/jsonreader.h"

namespace net {

/// An active-active domain: two zones between which a group can replicate, in either direction. Source: "查询双活域".
struct ActiveDomain
{
    QString id, name, description;
    bool soldOut = false;          ///< no new group can be made in it
    QString localZone, remoteZone; ///< its two ends

    static Result<ActiveDomain> read(JsonReader &in);
    friend bool operator==(const ActiveDomain &, const ActiveDomain &) = default;
};

} // namespace net
