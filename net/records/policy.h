#pragma once

#include "net/jsonreader.h"

namespace net {

/// A backup policy (C5, C6). Source: "querying the backup policy list".
struct Policy
{
    enum class Status { Enabled, Disabled, Other };

    QString id, name, description;
    Status status = Status::Other;
    QString statusWord; ///< as sent: enabled, disabled, in recorded answers also suspended
    TimeStamp createdAt{};
    struct Resource
    {
        QString id, name, type;
        friend bool operator==(const Resource &, const Resource &) = default;
    };
    QList<Resource> resources{};                         ///< the servers bound to it
    std::optional<bool> scheduled{};                     ///< its schedule is on
    QString pattern{};                                   ///< iCalendar text of the schedule
    std::optional<qint64> maxBackups{}, retentionDays{}; ///< -1: no limit

    static Result<Policy> read(JsonReader &in);
    friend bool operator==(const Policy &, const Policy &) = default;
};

/// A region and where it can copy backups to (C1).
struct RegionTargets
{
    QString region;
    QStringList destinations;

    static Result<RegionTargets> read(JsonReader &in);
    friend bool operator==(const RegionTargets &, const RegionTargets &) = default;
};

} // namespace net
