#pragma once

#include "net/jsonreader.h"

namespace net {

/// How much of one kind a project has and may have (CSBS C12, SDRS "查询租户配额").
struct Quota
{
    QString type;                ///< as sent: backup_capacity, backups; server_groups, replications
    std::optional<qint64> limit; ///< -1: none; nothing when not sent
    std::optional<qint64> used;
    QString unit;                      ///< GB for a capacity; empty for things that are counted
    std::optional<qint64> least, most; ///< what an administrator may set the limit to; SDRS only, -1: unbounded

    bool isUnlimited() const { return limit == -1; }
    static Result<Quota> read(JsonReader &in);
    friend bool operator==(const Quota &, const Quota &) = default;
};

/// Reads {"quotas": {"resources": […]}}, the form of both services.
Result<QList<Quota>> readQuotas(const QByteArray &body);

} // namespace net
