#pragma once

#include "models/projectnames.h"
#include "models/recordtable.h"
#include "models/table.h"
#include "net/records/policy.h"

#include <vector>

namespace models {

/// A backup policy as a row of the Policies list.
struct PolicyRow
{
    net::Scope scope{};
    QString project{}; ///< what it is called; empty: not known
    net::Policy policy{};

    net::ObjectKey key() const { return {scope, policy.id}; }
    bool moves() const { return false; } ///< a policy has no state that ends by itself
    QString rule() const;                ///< of its schedule, such as FREQ=WEEKLY;BYDAY=TH;BYHOUR=12;BYMINUTE=27; empty: none
    static const std::vector<ColumnOf<PolicyRow>> &columns();
    friend bool operator==(const PolicyRow &, const PolicyRow &) = default;
};
using PolicyTable = RowTable<PolicyRow>;

/// The Policies list of one scope.
ListOrigin policyOrigin(PageFetch fetch, const net::Scope &scope, std::shared_ptr<const ProjectNames> projects = {});
TablePtr emptyPolicyTable();

} // namespace models
