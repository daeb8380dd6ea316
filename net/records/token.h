#pragma once

#include "net/jsonreader.h"

namespace net {

/// A token as IAM gave it (A1). The token itself comes in a header.
struct Token
{
    QByteArray token{}; ///< secret
    TimeStamp expiresAt{};
    QString projectId{}, projectName{}, userName{}, domainName{};

    static Result<Token> read(JsonReader &in);
};

/// A project the user can use (A3).
struct Project
{
    QString id, name, description;
    QString parentId; ///< the account for a region's own project, that project's id for a sub-project
    bool enabled = true;

    /// The region a project belongs to: its name up to the first underscore.
    QString region() const { return name.section(QLatin1Char('_'), 0, 0); }
    static Result<Project> read(JsonReader &in);
    friend bool operator==(const Project &, const Project &) = default;
};

/// A region as IAM lists it.
struct Region
{
    QString id, nameEn, nameZh;

    static Result<Region> read(JsonReader &in);
    friend bool operator==(const Region &, const Region &) = default;
};

} // namespace net
