#include "models/drilltable.h"

#include "models/cells.h"
#include "models/listorigin.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace models {

const std::vector<ColumnOf<DrillRow>> &DrillRow::columns()
{
    static const std::vector<ColumnOf<DrillRow>> columns{
        {.id = "status",
         .header = QT_TRANSLATE_NOOP("Columns", "Status"),
         .kind = CellKind::State,
         .states = StateKind::Drill,
         .cell = [](const DrillRow &row) { return cells::text(row.drill.statusWord); }},
        {.id = "name",
         .header = QT_TRANSLATE_NOOP("Columns", "Name"),
         .cell = [](const DrillRow &row) { return cells::text(row.drill.name); }},
        {.id = "group",
         .header = QT_TRANSLATE_NOOP("Columns", "Protection group"), //: Column. 中文：保护组
         .cell = [](const DrillRow &row) { return cells::joined(row.groupName, row.drill.groupId, row.groupsLoaded); }},
        {.id = "vpc",
         .header = QT_TRANSLATE_NOOP("Columns", "Drill VPC"), //: Column. 中文：演练 VPC
         .cell = [](const DrillRow &row) { return cells::joined(row.vpcName, row.drill.vpcId, row.vpcsLoaded); }},
        {.id = "servers",
         .header = QT_TRANSLATE_NOOP("Columns", "Drill servers"), //: Column: how many. 中文：演练云服务器数
         .kind = CellKind::Number,
         .cell = [](const DrillRow &row) { return cells::number(row.drill.servers.size()); }},
        {.id = "created",
         .header = QT_TRANSLATE_NOOP("Columns", "Created"),
         .kind = CellKind::Time,
         .cell = [](const DrillRow &row) { return cells::time(row.drill.createdAt); }},
        {.id = "updated",
         .header = QT_TRANSLATE_NOOP("Columns", "Updated"),
         .kind = CellKind::Time,
         .cell = [](const DrillRow &row) { return cells::time(row.drill.updatedAt); }},
        {.id = "id",
         .header = QT_TRANSLATE_NOOP("Columns", "Drill ID"), //: Column. 中文：容灾演练 ID
         .kind = CellKind::Id,
         .shown = false,
         .cell = [](const DrillRow &row) { return cells::text(row.drill.id); }},
        {.id = "group_id",
         .header = QT_TRANSLATE_NOOP("Columns", "Group ID"),
         .kind = CellKind::Id,
         .shown = false,
         .cell = [](const DrillRow &row) { return cells::text(row.drill.groupId); }},
        {.id = "vpc_id",
         .header = QT_TRANSLATE_NOOP("Columns", "VPC ID"),
         .kind = CellKind::Id,
         .shown = false,
         .cell = [](const DrillRow &row) { return cells::text(row.drill.vpcId); }},
        cells::regionColumn<DrillRow>(),
        cells::projectColumn<DrillRow>(),
    };
    return columns;
}

ListOrigin drillOrigin(PageFetch fetch, const net::Scope &scope, std::shared_ptr<const Shared<SiteNames>> names,
                       std::shared_ptr<const ProjectNames> projects)
{
    ListOrigin origin = originOf<DrillRow, net::DrDrill>(
        std::move(fetch), scope, "disaster_recovery_drills", [scope, names = std::move(names), projects = std::move(projects)] {
            return [scope, project = nameOf(projects, scope), joined = names->get()](const net::DrDrill &drill) {
                return DrillRow{.scope = scope,
                                .project = project,
                                .drill = drill,
                                .groupName = joined->groupName.value(drill.groupId),
                                .vpcName = joined->vpcName.value(drill.vpcId),
                                .groupsLoaded = joined->groupsLoaded,
                                .vpcsLoaded = joined->vpcsLoaded,
                                .groupVisible = joined->groupName.contains(drill.groupId),
                                .vpcVisible = joined->isVpcVisible(drill.vpcId)};
            };
        });
    origin.pageSize = 500; // the service takes fewer than 1000 (api/sdrs.md section 1.4)
    return origin;
}

TablePtr emptyDrillTable() { return std::make_shared<DrillTable>(QList<DrillRow>()); }

} // namespace models
