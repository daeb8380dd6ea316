#pragma once

#include "net/jsonreader.h"

namespace net {

/// A version of the SDRS API. Source: "查询API版本信息".
struct ApiVersion
{
    enum class Status { Current, Supported, Deprecated, Other };

    QString id; ///< v1
    Status status = Status::Other;
    QString statusWord; ///< as sent
    TimeStamp updatedAt;
    QString highest, lowest; ///< micro-versions (version, min_version); empty when there are none
    QString link;            ///< its own address (rel "self"), or the first one given; empty when there is none

    static Result<ApiVersion> read(JsonReader &in);
    friend bool operator==(const ApiVersion &, const ApiVersion &) = default;
};

} // namespace net
