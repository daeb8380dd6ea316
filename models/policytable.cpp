#include "models/policytable.h"

#include "models/cells.h"
#include "models/listorigin.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace models {

QString PolicyRow::rule() const
{
    const qsizetype at = policy.pattern.indexOf("RRULE:"_L1);
    if (at < 0)
        return {};
    const QString rest = policy.pattern.mid(at + 6);
    return rest.left(rest.indexOf(u'\n') < 0 ? rest.size() : rest.indexOf(u'\n')).trimmed();
}

const std::vector<ColumnOf<PolicyRow>> &PolicyRow::columns()
{
    static const std::vector<ColumnOf<PolicyRow>> columns{
        {.id = "status",
         .header = QT_TRANSLATE_NOOP("Columns", "Status"),
         .kind = CellKind::State,
         .states = StateKind::Policy,
         .cell = [](const PolicyRow &row) { return cells::text(row.policy.statusWord); }},
        {.id = "name",
         .header = QT_TRANSLATE_NOOP("Columns", "Name"),
         .cell = [](const PolicyRow &row) { return cells::text(row.policy.name); }},
        {.id = "servers",
         .header = QT_TRANSLATE_NOOP("Columns", "Servers"), //: Column: how many servers. 中文：云服务器数
         .kind = CellKind::Number,
         .cell = [](const PolicyRow &row) { return cells::number(row.policy.resources.size()); }},
        {.id = "schedule",
         .header = QT_TRANSLATE_NOOP("Columns", "Schedule"), //: Column: when a policy runs. 中文：备份时间
         .cell = [](const PolicyRow &row) { return cells::text(row.rule()); }},
        {.id = "retention",
         .header = QT_TRANSLATE_NOOP("Columns", "Kept (days)"), //: Column: for how long backups are kept. 中文：保留天数
         .kind = CellKind::Number,
         .cell = [](const PolicyRow &row) { return cells::number(row.policy.retentionDays); }},
        {.id = "max_backups",
         .header = QT_TRANSLATE_NOOP("Columns", "Kept (backups)"), //: Column: how many backups are kept. 中文：保留个数
         .kind = CellKind::Number,
         .cell = [](const PolicyRow &row) { return cells::number(row.policy.maxBackups); }},
        {.id = "created",
         .header = QT_TRANSLATE_NOOP("Columns", "Created"),
         .kind = CellKind::Time,
         .cell = [](const PolicyRow &row) { return cells::time(row.policy.createdAt); }},
        {.id = "description",
         .header = QT_TRANSLATE_NOOP("Columns", "Description"), //: Column. 中文：描述
         .shown = false,
         .cell = [](const PolicyRow &row) { return cells::text(row.policy.description); }},
        {.id = "id",
         .header = QT_TRANSLATE_NOOP("Columns", "Policy ID"),
         .kind = CellKind::Id,
         .shown = false,
         .cell = [](const PolicyRow &row) { return cells::text(row.policy.id); }},
        cells::regionColumn<PolicyRow>(),
        cells::projectColumn<PolicyRow>(),
    };
    return columns;
}

ListOrigin policyOrigin(PageFetch fetch, const net::Scope &scope, std::shared_ptr<const ProjectNames> projects)
{
    return originOf<PolicyRow, net::Policy>(std::move(fetch), scope, "policies", [scope, projects = std::move(projects)] {
        return [scope, project = nameOf(projects, scope)](const net::Policy &policy) {
            return PolicyRow{.scope = scope, .project = project, .policy = policy};
        };
    });
}

TablePtr emptyPolicyTable() { return std::make_shared<PolicyTable>(QList<PolicyRow>()); }

} // namespace models
