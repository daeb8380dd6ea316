#pragma once

#include "net/records/activedomain.h"
#include "net/scope.h"

#include <QHash>

namespace models {

/// Names that the objects of disaster recovery carry as ids only: joined from the groups, from the
/// active-active domains and from the VPC service.
struct SiteNames
{
    QHash<QString, QString> groupName{};        ///< by server_group_id
    QHash<QString, QString> vpcName{};          ///< by VPC id; an empty name: the VPC has none
    QHash<QString, net::ActiveDomain> domain{}; ///< by domain_id
    bool groupsLoaded = false, vpcsLoaded = false, domainsLoaded = false;

    /// What a VPC is called: its name, or nothing where it has none or is not visible.
    bool isVpcVisible(const QString &id) const { return vpcName.contains(id); }
    friend bool operator==(const SiteNames &, const SiteNames &) = default;
};

} // namespace models
