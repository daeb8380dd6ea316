#pragma once

#include "models/projectnames.h"
#include "models/recordtable.h"
#include "models/shared.h"
#include "models/sitenames.h"
#include "models/table.h"
#include "net/records/protectiongroup.h"

#include <vector>

namespace models {

/// A protection group as a row of the Protection groups list.
struct GroupRow
{
    net::Scope scope{};
    QString project{}; ///< what it is called; empty: not known
    net::ProtectionGroup group{};
    QString vpcName{};                           ///< of the production site
    bool vpcsLoaded = false, vpcVisible = false; ///< loaded, but not visible: deleted, or no right to see it
    std::optional<net::ActiveDomain> domain{};   ///< the one it replicates in; none: not listed
    bool domainsLoaded = false;

    net::ObjectKey key() const { return {scope, group.id}; }
    bool moves() const { return net::isTransitional(group.status); }
    QString domainName() const; ///< as the group says, or else as the domain is called; may be empty
    bool isTrouble() const;     ///< an action on it failed
    static const std::vector<ColumnOf<GroupRow>> &columns();
    friend bool operator==(const GroupRow &, const GroupRow &) = default;
};
using GroupTable = RowTable<GroupRow>;

/// The Protection groups list of one scope.
ListOrigin groupOrigin(PageFetch fetch, const net::Scope &scope, std::shared_ptr<const Shared<SiteNames>> names,
                       std::shared_ptr<const ProjectNames> projects = {});
TablePtr emptyGroupTable();

} // namespace models
