#pragma once

#include "models/projectnames.h"
#include "models/recordtable.h"
#include "models/shared.h"
#include "models/sitenames.h"
#include "models/table.h"
#include "net/records/drill.h"

#include <vector>

namespace models {

/// A DR drill as a row of the DR drills list.
struct DrillRow
{
    net::Scope scope{};
    QString project{}; ///< what it is called; empty: not known
    net::DrDrill drill{};
    QString groupName{}, vpcName{};
    bool groupsLoaded = false, vpcsLoaded = false, groupVisible = false, vpcVisible = false;

    net::ObjectKey key() const { return {scope, drill.id}; }
    bool moves() const { return net::isTransitional(drill.status); }
    bool isTrouble() const { return net::phaseOf(drill.status) == net::Phase::Failed; }
    static const std::vector<ColumnOf<DrillRow>> &columns();
    friend bool operator==(const DrillRow &, const DrillRow &) = default;
};
using DrillTable = RowTable<DrillRow>;

/// The DR drills list of one scope.
ListOrigin drillOrigin(PageFetch fetch, const net::Scope &scope, std::shared_ptr<const Shared<SiteNames>> names,
                       std::shared_ptr<const ProjectNames> projects = {});
TablePtr emptyDrillTable();

} // namespace models
