#include "ui/pagespecs.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

using Kind = ServerFilter::Kind;
using Where = ServerFilter::Where;

// What every list takes.
constexpr ServerFilter order(const char *choices, const char *initial = "")
{
    return {.parameter = "sort",
            .label = QT_TRANSLATE_NOOP("Filters", "Order at the service"), //: 中文：服务端排序
            .kind = Kind::Choice,
            .choices = choices,
            .initial = initial};
}
constexpr ServerFilter pageSize(const char *initial, int most)
{
    return {.parameter = "limit",
            .label = QT_TRANSLATE_NOOP("Filters", "Rows per page"), //: 中文：每页行数
            .kind = Kind::Number,
            .initial = initial,
            .least = 1,
            .most = most};
}
constexpr ServerFilter firstRow()
{
    return {.parameter = "offset",
            .label = QT_TRANSLATE_NOOP("Filters", "From row"), //: 中文：起始行
            .kind = Kind::Number,
            .initial = "0",
            .least = 0,
            .most = 100'000'000};
}

// Labels are the glossary's terms. Sources of the parameters: api/csbs.md, C4 and C7.
constexpr ServerFilter recordFilters[] = {
    {.parameter = "destination_region",
     .label = QT_TRANSLATE_NOOP("Filters", "Destination region"), //: 中文：目标区域
     .kind = Kind::Region,
     .where = Where::Row},
    {.parameter = "status",
     .label = QT_TRANSLATE_NOOP("Filters", "Status"),
     .kind = Kind::State,
     .where = Where::Row}, //: 中文：状态
    {.parameter = "source_region", .label = QT_TRANSLATE_NOOP("Filters", "Source region"), .kind = Kind::Region}, //: 中文：源区域
    {.parameter = "source_checkpoint_item_id", .label = QT_TRANSLATE_NOOP("Filters", "Source backup ID")}, //: 中文：源备份 ID
    {.parameter = "destination_checkpoint_item_id",
     .label = QT_TRANSLATE_NOOP("Filters", "Destination backup ID")},                        //: 中文：目的备份 ID
    {.parameter = "checkpoint_item_id", .label = QT_TRANSLATE_NOOP("Filters", "Backup ID")}, //: 中文：备份 ID
    order("created_at:desc created_at:asc status:asc status:desc id:asc id:desc", "created_at:desc"),
    pageSize("1000", 1000),
    firstRow(),
    {.parameter = "with_count",
     .label = QT_TRANSLATE_NOOP("Filters", "Ask for the number of all rows"), //: 中文：查询总数
     .kind = Kind::Flag,
     .initial = "true"},
};

constexpr ServerFilter backupFilters[] = {
    {.parameter = "status", .label = QT_TRANSLATE_NOOP("Filters", "Status"), .kind = Kind::State, .where = Where::Row},
    {.parameter = "resource_name",
     .label = QT_TRANSLATE_NOOP("Filters", "Server name"),
     .where = Where::Row},                                                            //: 中文：云服务器名称
    {.parameter = "name", .label = QT_TRANSLATE_NOOP("Filters", "Backup name")},      //: 中文：备份名称
    {.parameter = "az", .label = QT_TRANSLATE_NOOP("Filters", "Availability zone")},  //: 中文：可用区
    {.parameter = "resource_id", .label = QT_TRANSLATE_NOOP("Filters", "Server ID")}, //: 中文：云服务器 ID
    {.parameter = "resource_type",
     .label = QT_TRANSLATE_NOOP("Filters", "Object type"), //: 中文：备份对象类型
     .kind = Kind::Choice,
     .choices = "OS::Nova::Server OS::Ironic::BareMetalServer"},
    {.parameter = "ip", .label = QT_TRANSLATE_NOOP("Filters", "IP address")}, //: 中文：IP 地址
    {.parameter = "start_time",
     .label = QT_TRANSLATE_NOOP("Filters", "From (UTC)"), //: 中文：开始时间 (UTC)
     .hint = QT_TRANSLATE_NOOP("Filters", "2026-11-22T14:32:08")},
    {.parameter = "end_time",
     .label = QT_TRANSLATE_NOOP("Filters", "Until (UTC)"), //: 中文：结束时间 (UTC)
     .hint = QT_TRANSLATE_NOOP("Filters", "2026-11-22T14:32:08")},
    {.parameter = "image_type",
     .label = QT_TRANSLATE_NOOP("Filters", "Kind of backup"), //: 中文：备份类型
     .kind = Kind::Choice,
     .choices = "backup replication"},
    {.parameter = "policy_id", .label = QT_TRANSLATE_NOOP("Filters", "Policy ID")},            //: 中文：备份策略 ID
    {.parameter = "checkpoint_id", .label = QT_TRANSLATE_NOOP("Filters", "Backup record ID")}, //: 中文：备份记录 ID
    order("created_at:desc created_at:asc updated_at:desc name:asc name:desc status:asc protected_at:desc id:asc",
          "created_at:desc"),
    pageSize("1000", 1000),
    firstRow(),
};

constexpr ServerFilter policyFilters[] = {
    {.parameter = "name",
     .label = QT_TRANSLATE_NOOP("Filters", "Policy name"), //: 中文：备份策略名称
     .where = Where::Row,
     .hint = QT_TRANSLATE_NOOP("Filters", "the whole name")}, //: Form of a value. 中文：完整名称
    order("created_at:desc created_at:asc id:asc id:desc"),
    pageSize("1000", 1000),
    firstRow(),
    {.parameter = "all_tenants",
     .label = QT_TRANSLATE_NOOP("Filters", "Of all tenants (administrators only)"), //: 中文：所有租户（仅管理员）
     .kind = Kind::Flag},
};

// Sources of the parameters: api/sdrs.md, operations 6 and 33. Its pages take 999 rows at most.
constexpr ServerFilter groupFilters[] = {
    {.parameter = "status", .label = QT_TRANSLATE_NOOP("Filters", "Status"), .kind = Kind::State, .where = Where::Row},
    {.parameter = "name",
     .label = QT_TRANSLATE_NOOP("Filters", "Group name"), //: 中文：保护组名称
     .where = Where::Row,
     .hint = QT_TRANSLATE_NOOP("Filters", "a part of the name")}, //: Form of a value. 中文：名称的一部分
    {.parameter = "query_type",
     .label = QT_TRANSLATE_NOOP("Filters", "Groups that need a look"), //: 中文：需关注的保护组
     .kind = Kind::Choice,
     .choices = "status_abnormal stop_protected period_no_dr_drill general"},
    {.parameter = "availability_zone", .label = QT_TRANSLATE_NOOP("Filters", "Production now in")}, //: 中文：当前生产可用区
    pageSize("500", 999),
    firstRow(),
};

constexpr ServerFilter drillFilters[] = {
    {.parameter = "status", .label = QT_TRANSLATE_NOOP("Filters", "Status"), .kind = Kind::State, .where = Where::Row},
    {.parameter = "name",
     .label = QT_TRANSLATE_NOOP("Filters", "Drill name"), //: 中文：容灾演练名称
     .where = Where::Row,
     .hint = QT_TRANSLATE_NOOP("Filters", "a part of the name")},
    {.parameter = "server_group_id", .label = QT_TRANSLATE_NOOP("Filters", "Protection group ID")}, //: 中文：保护组 ID
    {.parameter = "drill_vpc_id", .label = QT_TRANSLATE_NOOP("Filters", "Drill VPC ID")},           //: 中文：演练 VPC ID
    pageSize("500", 999),
    firstRow(),
};

// Of the ledger: nothing is asked of a service.
constexpr ServerFilter operationFilters[] = {
    {.parameter = "verb",
     .label = QT_TRANSLATE_NOOP("Filters", "Verb"), //: What an operation does. 中文：操作类型
     .kind = Kind::Verb,
     .where = Where::Row},
    {.parameter = "destination_region",
     .label = QT_TRANSLATE_NOOP("Filters", "Destination region"),
     .kind = Kind::Region,
     .where = Where::Row},
    {.parameter = "start_time",
     .label = QT_TRANSLATE_NOOP("Filters", "From (UTC)"),
     .where = Where::More,
     .hint = QT_TRANSLATE_NOOP("Filters", "2026-11-22T14:32:08")},
    {.parameter = "end_time",
     .label = QT_TRANSLATE_NOOP("Filters", "Until (UTC)"),
     .where = Where::More,
     .hint = QT_TRANSLATE_NOOP("Filters", "2026-11-22T14:32:08")},
};

} // namespace

bool ServerFilter::isSent(const QString &value) const
{
    // The page size and the first row have values of their own at the service.
    return !value.isEmpty() && (kind != Kind::Number || value != QLatin1StringView(initial));
}

net::Query initialQuery(const PageSpec &spec)
{
    net::Query query;
    for (const ServerFilter &filter : spec.filters) {
        if (const QString value = QString::fromLatin1(filter.initial); filter.isSent(value))
            query.append({QString::fromLatin1(filter.parameter), value});
    }
    return query;
}

QString PageSpec::titleText() const { return QCoreApplication::translate("Pages", title); }

const PageSpec &backupsPage()
{
    static const PageSpec spec{
        .id = "backups",
        .title = QT_TRANSLATE_NOOP("Pages", "Backups"), //: 中文：备份
        .icon = "backups",
        .none = QT_TRANSLATE_NOOP("Pages", "No backups"), //: Headline of an empty list. 中文：没有备份
        .read = ErrorText::Read::Backups,
        .states = models::StateKind::Backup,
        .filters = backupFilters,
        .nameColumn = "name",
        .sizeColumn = "size",
        .scopeColumns = "region project",
        .columns = "status name server region project size created copy_status",
        .sortColumn = "created",
    };
    return spec;
}

const PageSpec &recordsPage()
{
    static const PageSpec spec{
        .id = "records",
        .title = QT_TRANSLATE_NOOP("Pages", "Replication records"), //: 中文：复制记录
        .icon = "records",
        .none = QT_TRANSLATE_NOOP("Pages", "No replication records"), //: Headline of an empty list. 中文：没有复制记录
        .read = ErrorText::Read::Records,
        .states = models::StateKind::Record,
        .filters = recordFilters,
        .nameColumn = "backup",
        .scopeColumns = "source project",
        .columns = "status backup server source project destination created progress",
        .sortColumn = "created",
    };
    return spec;
}

const PageSpec &policiesPage()
{
    static const PageSpec spec{
        .id = "policies",
        .title = QT_TRANSLATE_NOOP("Pages", "Policies"), //: 中文：备份策略
        .icon = "policies",
        .none = QT_TRANSLATE_NOOP("Pages", "No policies"), //: Headline of an empty list. 中文：没有备份策略
        .read = ErrorText::Read::Policies,
        .states = models::StateKind::Policy,
        .filters = policyFilters,
        .nameColumn = "name",
        .scopeColumns = "region project",
        .columns = "status name region project servers schedule retention max_backups created",
        .sortColumn = "name",
        .sortOrder = Qt::AscendingOrder,
    };
    return spec;
}

const PageSpec &groupsPage()
{
    static const PageSpec spec{
        .id = "groups",
        .title = QT_TRANSLATE_NOOP("Pages", "Protection groups"), //: 中文：保护组
        .icon = "groups",
        .none = QT_TRANSLATE_NOOP("Pages", "No protection groups"), //: Headline of an empty list. 中文：没有保护组
        .read = ErrorText::Read::Groups,
        .states = models::StateKind::Group,
        .filters = groupFilters,
        .nameColumn = "name",
        .scopeColumns = "region project",
        .columns = "status name region project production recovery progress",
        .sortColumn = "name",
        .sortOrder = Qt::AscendingOrder,
    };
    return spec;
}

const PageSpec &drillsPage()
{
    static const PageSpec spec{
        .id = "drills",
        .title = QT_TRANSLATE_NOOP("Pages", "DR drills"), //: 中文：容灾演练
        .icon = "drills",
        .none = QT_TRANSLATE_NOOP("Pages", "No DR drills"), //: Headline of an empty list. 中文：没有容灾演练
        .read = ErrorText::Read::Drills,
        .states = models::StateKind::Drill,
        .filters = drillFilters,
        .nameColumn = "name",
        .scopeColumns = "region project",
        .columns = "status name region project group vpc servers created",
        .sortColumn = "created",
    };
    return spec;
}

const PageSpec &operationsPageSpec()
{
    static const PageSpec spec{
        .id = "operations",
        .title = QT_TRANSLATE_NOOP("Pages", "Operations"), //: 中文：操作记录
        .icon = "operations",
        .none = QT_TRANSLATE_NOOP("Pages", "No operations"), //: Headline of an empty list. 中文：没有操作记录
        .read = ErrorText::Read::Records,                    // never asked
        .states = models::StateKind::Operation,
        .filters = operationFilters,
        .nameColumn = "operation",
        .columns = "status operation by began progress",
        .sortColumn = "began",
        .local = true,
    };
    return spec;
}

} // namespace ui
