#pragma once

#include "net/jsonreader.h"

namespace net {

/// A virtual private cloud. Source: VPC API "查询VPC列表".
struct VpcNetwork
{
    enum class Status { Creating, Ok, Other };

    QString id;
    QString name; ///< may be empty: show the id then
    QString description;
    QString cidr; ///< such as 192.168.0.0/16; may be empty
    Status status = Status::Other;
    QString statusWord;          ///< as sent; only OK can be used
    QString enterpriseProjectId; ///< 0: the default one

    static Result<VpcNetwork> read(JsonReader &in);
    friend bool operator==(const VpcNetwork &, const VpcNetwork &) = default;
};

} // namespace net
