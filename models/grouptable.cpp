#include "models/grouptable.h"

#include "models/cells.h"
#include "models/listorigin.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace models {

namespace {

Cell progressCell(const GroupRow &row)
{
    if (row.moves())
        return cells::moving(row.group.progress);
    return row.group.progress ? Cell{.number = *row.group.progress} : Cell{.missing = true};
}

} // namespace

const std::vector<ColumnOf<GroupRow>> &GroupRow::columns()
{
    static const std::vector<ColumnOf<GroupRow>> columns{
        {.id = "status",
         .header = QT_TRANSLATE_NOOP("Columns", "Status"),
         .kind = CellKind::State,
         .states = StateKind::Group,
         .cell = [](const GroupRow &row) { return cells::text(row.group.statusWord); }},
        {.id = "name",
         .header = QT_TRANSLATE_NOOP("Columns", "Name"),
         .cell = [](const GroupRow &row) { return cells::text(row.group.name); }},
        {.id = "production",
         .header = QT_TRANSLATE_NOOP("Columns", "Production now"), //: Column: the zone. 中文：当前生产可用区
         .cell = [](const GroupRow &row) { return cells::text(row.group.productionZone()); }},
        {.id = "recovery",
         .header = QT_TRANSLATE_NOOP("Columns", "DR site now"), //: Column: the zone. 中文：当前容灾可用区
         .cell = [](const GroupRow &row) { return cells::text(row.group.recoveryZone()); }},
        {.id = "instances",
         .header = QT_TRANSLATE_NOOP("Columns", "Instances"), //: Column: how many protected instances. 中文：保护实例数
         .kind = CellKind::Number,
         .cell = [](const GroupRow &row) { return cells::number(row.group.instances); }},
        {.id = "pairs",
         .header = QT_TRANSLATE_NOOP("Columns", "Pairs"), //: Column: how many replication pairs. 中文：复制对数
         .kind = CellKind::Number,
         .cell = [](const GroupRow &row) { return cells::number(row.group.pairs); }},
        {.id = "drills",
         .header = QT_TRANSLATE_NOOP("Columns", "Drills"), //: Column: how many DR drills. 中文：容灾演练数
         .kind = CellKind::Number,
         .cell = [](const GroupRow &row) { return cells::number(row.group.drills); }},
        {.id = "progress",
         .header = QT_TRANSLATE_NOOP("Columns", "Synchronized"), //: Column: percent of the data. 中文：同步进度
         .kind = CellKind::Progress,
         .cell = progressCell},
        {.id = "updated",
         .header = QT_TRANSLATE_NOOP("Columns", "Updated"), //: Column. 中文：更新时间
         .kind = CellKind::Time,
         .cell = [](const GroupRow &row) { return cells::time(row.group.updatedAt); }},
        {.id = "vpc",
         .header = QT_TRANSLATE_NOOP("Columns", "VPC"), //: Column. 中文：VPC
         .shown = false,
         .cell = [](const GroupRow &row) { return cells::joined(row.vpcName, row.group.sourceVpcId, row.vpcsLoaded); }},
        {.id = "domain",
         .header = QT_TRANSLATE_NOOP("Columns", "Active-active domain"), //: Column. 中文：双活域
         .shown = false,
         .cell = [](const GroupRow &row) { return cells::joined(row.domainName(), row.group.domainId, row.domainsLoaded); }},
        {.id = "created",
         .header = QT_TRANSLATE_NOOP("Columns", "Created"),
         .kind = CellKind::Time,
         .shown = false,
         .cell = [](const GroupRow &row) { return cells::time(row.group.createdAt); }},
        {.id = "description",
         .header = QT_TRANSLATE_NOOP("Columns", "Description"),
         .shown = false,
         .cell = [](const GroupRow &row) { return cells::text(row.group.description); }},
        {.id = "source_zone",
         .header = QT_TRANSLATE_NOOP("Columns", "Production zone at creation"), //: Column. 中文：创建时的生产可用区
         .shown = false,
         .cell = [](const GroupRow &row) { return cells::text(row.group.sourceZone); }},
        {.id = "target_zone",
         .header = QT_TRANSLATE_NOOP("Columns", "DR zone at creation"), //: Column. 中文：创建时的容灾可用区
         .shown = false,
         .cell = [](const GroupRow &row) { return cells::text(row.group.targetZone); }},
        {.id = "id",
         .header = QT_TRANSLATE_NOOP("Columns", "Group ID"), //: Column. 中文：保护组 ID
         .kind = CellKind::Id,
         .shown = false,
         .cell = [](const GroupRow &row) { return cells::text(row.group.id); }},
        {.id = "vpc_id",
         .header = QT_TRANSLATE_NOOP("Columns", "VPC ID"), //: Column. 中文：VPC ID
         .kind = CellKind::Id,
         .shown = false,
         .cell = [](const GroupRow &row) { return cells::text(row.group.sourceVpcId); }},
        cells::regionColumn<GroupRow>(),
        cells::projectColumn<GroupRow>(),
    };
    return columns;
}

QString GroupRow::domainName() const { return group.domainName.isEmpty() && domain ? domain->name : group.domainName; }

bool GroupRow::isTrouble() const
{
    // Old groups show words that are in no list; those of a failure begin all alike (api/sdrs.md section 5.1).
    return net::phaseOf(group.status) == net::Phase::Failed ||
           (group.status == net::ProtectionGroup::Status::Other && group.statusWord.startsWith("error"_L1));
}

ListOrigin groupOrigin(PageFetch fetch, const net::Scope &scope, std::shared_ptr<const Shared<SiteNames>> names,
                       std::shared_ptr<const ProjectNames> projects)
{
    ListOrigin origin = originOf<GroupRow, net::ProtectionGroup>(
        std::move(fetch), scope, "server_groups", [scope, names = std::move(names), projects = std::move(projects)] {
            return [scope, project = nameOf(projects, scope), joined = names->get()](const net::ProtectionGroup &group) {
                const auto domain = joined->domain.constFind(group.domainId);
                return GroupRow{.scope = scope,
                                .project = project,
                                .group = group,
                                .vpcName = joined->vpcName.value(group.sourceVpcId),
                                .vpcsLoaded = joined->vpcsLoaded,
                                .vpcVisible = joined->isVpcVisible(group.sourceVpcId),
                                .domain = domain == joined->domain.cend() ? std::nullopt : std::optional(*domain),
                                .domainsLoaded = joined->domainsLoaded};
            };
        });
    origin.pageSize = 500; // the service takes fewer than 1000 (api/sdrs.md section 1.4)
    return origin;
}

TablePtr emptyGroupTable() { return std::make_shared<GroupTable>(QList<GroupRow>()); }

} // namespace models
