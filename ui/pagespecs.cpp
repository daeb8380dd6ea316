#include "ui/pagespecs.h"

#include "models/backuptable.h"
#include "models/recordtable.h"
#include "ui/errortext.h"
#include "ui/formats.h"
#include "ui/statelook.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct Details
{
    Q_DECLARE_TR_FUNCTIONS(Details)
};

using Kind = ServerFilter::Kind;
using Where = ServerFilter::Where;

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
    {.parameter = "sort",
     .label = QT_TRANSLATE_NOOP("Filters", "Order at the service"), //: 中文：服务端排序
     .kind = Kind::Choice,
     .choices = "created_at:desc created_at:asc status:asc status:desc id:asc id:desc",
     .initial = "created_at:desc"},
    {.parameter = "limit",
     .label = QT_TRANSLATE_NOOP("Filters", "Rows per page"), //: 中文：每页行数
     .kind = Kind::Number,
     .initial = "1000",
     .least = 1,
     .most = 1000},
    {.parameter = "offset",
     .label = QT_TRANSLATE_NOOP("Filters", "From row"), //: 中文：起始行
     .kind = Kind::Number,
     .initial = "0",
     .least = 0,
     .most = 100'000'000},
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
    {.parameter = "sort",
     .label = QT_TRANSLATE_NOOP("Filters", "Order at the service"),
     .kind = Kind::Choice,
     .choices = "created_at:desc created_at:asc updated_at:desc name:asc name:desc status:asc protected_at:desc id:asc",
     .initial = "created_at:desc"},
    {.parameter = "limit",
     .label = QT_TRANSLATE_NOOP("Filters", "Rows per page"),
     .kind = Kind::Number,
     .initial = "1000",
     .least = 1,
     .most = 1000},
    {.parameter = "offset",
     .label = QT_TRANSLATE_NOOP("Filters", "From row"),
     .kind = Kind::Number,
     .initial = "0",
     .least = 0,
     .most = 100'000'000},
};

using Fact = Detail::Fact;
using Section = Detail::Section;

void addText(Section &section, const QString &label, const QString &value)
{
    if (!value.isEmpty())
        section.facts.append({.label = label, .value = formats::plain(value)});
}

void addId(Section &section, const QString &label, const QString &value)
{
    if (!value.isEmpty())
        section.facts.append({.kind = Fact::Kind::Id, .label = label, .value = formats::plain(value)});
}

void addTime(Section &section, const QString &label, const net::TimeStamp &time, const QTimeZone &zone, const QDateTime &nowUtc)
{
    if (time.isEmpty())
        return;
    if (!time.utc.isValid()) {
        //: A time of the service that could not be read. 中文：无法识别
        section.facts.append(
            {.label = label, .value = Details::tr("cannot be read"), .asSent = formats::plain(time.asSent), .warned = true});
        return;
    }
    const QString sent = formats::plain(time.asSent);
    section.facts.append({.label = label,
                          .value = formats::timeInFull(time.utc, zone, nowUtc),
                          //: Below a time. %1: as the service sent it. 中文：%1（未带时区，按 UTC）
                          .asSent = time.zoneAssumed ? Details::tr("%1 (no zone, taken as UTC)").arg(sent) : sent});
}

QString triggerText(const std::optional<bool> &automatic)
{
    if (!automatic)
        return {};
    //: How a backup or a copy came about. 中文：自动触发 / 手动触发
    return *automatic ? Details::tr("Automatically triggered") : Details::tr("Manually triggered");
}

QString orUnknown(const QString &text) { return text.isEmpty() ? formats::none() : text; }

void addFailureRows(Detail::Message &message, const QString &server, const QString &code)
{
    if (!server.isEmpty()) {
        message.verbatimRow = int(message.rows.size());
        message.rows.append({Details::tr("Server said"), formats::plainLines(server)}); //: 中文：服务端答复
    }
    if (!code.isEmpty())
        message.rows.append({Details::tr("Code"), formats::plain(code)}); //: 中文：错误码
    if (const QString meaning = ErrorText::codeMeaning(code); !meaning.isEmpty())
        message.rows.append({Details::tr("Meaning"), meaning}); //: 中文：含义
}

void addState(Detail &detail, Section &section, models::StateKind kind, const QString &word)
{
    const StateLook look = stateLook(kind, word);
    detail.icon = look.icon;
    detail.token = look.token;
    detail.stateWord = look.word;
    QString text = look.word;
    if (!look.description.isEmpty())
        text += u" · "_s + look.description;
    addText(section, Details::tr("Status"), text); //: 中文：状态
}

Detail describeRecord(const models::RecordRow &row, const QTimeZone &zone, const QDateTime &nowUtc)
{
    const net::ReplicationRecord &record = row.record;
    using Status = net::ReplicationRecord::Status;
    Detail detail{.key = row.key()};
    detail.name = formats::plain(row.backupName.isEmpty()
                                     ? formats::shortId(record.sourceItemId.isEmpty() ? record.id : record.sourceItemId)
                                     : row.backupName);

    Section own{.title = Details::tr("Record")};     //: Section of facts. 中文：记录
    addId(own, Details::tr("Record ID"), record.id); //: 中文：记录 ID
    addState(detail, own, models::StateKind::Record, record.statusWord);
    if (record.status == Status::Replicating)
        own.facts.append({.label = Details::tr("Progress"), //: 中文：进度
                                                            //: Instead of a percentage. 中文：服务端未给出
                          .value = row.progress >= 0 ? formats::percent(row.progress) : Details::tr("not told by the service")});
    else if (record.status == Status::Waiting && record.createdAt.utc.isValid())
        own.facts.append({.label = Details::tr("Waits"), .value = formats::durationInWords(row.waitedSecs)}); //: 中文：已等
    // Only what lies in the list's own region and project can be shown on its page.
    const bool here = (record.sourceRegion.isEmpty() || record.sourceRegion == row.scope.region) &&
                      (record.sourceProjectId.isEmpty() || record.sourceProjectId == row.scope.projectId);
    const QString sourceBackup = Details::tr("Source backup"); //: 中文：源备份
    if (!row.backupName.isEmpty() && here)
        own.facts.append({.kind = Fact::Kind::Link,
                          .label = sourceBackup,
                          .value = formats::plain(row.backupName),
                          .page = QString::fromLatin1(backupsPage().id),
                          .key = {row.scope, record.sourceItemId}});
    else if (!row.backupName.isEmpty())
        addText(own, sourceBackup, row.backupName);
    else if (!record.sourceItemId.isEmpty())
        //: A name that is looked up by its ID. 中文：未加载
        addText(own, sourceBackup, row.backupLoaded ? formats::none() : Details::tr("not loaded"));
    addText(own, Details::tr("Server"), row.serverName); //: 中文：云服务器
    if (!record.policyId.isEmpty())
        addText(own, Details::tr("Policy"),
                row.policyName.isEmpty() ? formats::shortId(record.policyId) : row.policyName); //: 中文：备份策略
    addText(own, Details::tr("Trigger"), triggerText(record.autoTrigger));                      //: 中文：触发方式

    Section route{.title = Details::tr("Route")}; //: Section of facts: from where to where. 中文：复制方向
    addText(route, Details::tr("Source region"), orUnknown(record.sourceRegion));           //: 中文：源区域
    addText(route, Details::tr("Destination region"), orUnknown(record.destinationRegion)); //: 中文：目标区域
    addId(route, Details::tr("Source project ID"), record.sourceProjectId);                 //: 中文：源项目 ID
    addId(route, Details::tr("Destination project ID"), record.destinationProjectId);       //: 中文：目标项目 ID

    Section times{.title = Details::tr("Times")};                           //: Section of facts. 中文：时间
    addTime(times, Details::tr("Started"), record.createdAt, zone, nowUtc); //: 中文：开始时间

    Section related{.title = Details::tr("Related")}; //: Section of facts: other objects. 中文：相关对象
    addId(related, Details::tr("Source backup ID"), record.sourceItemId);                        //: 中文：源备份 ID
    addId(related, Details::tr("Destination backup ID"), record.destinationItemId);              //: 中文：目的备份 ID
    addId(related, Details::tr("Source backup record ID"), record.sourceCheckpointId);           //: 中文：源备份记录 ID
    addId(related, Details::tr("Destination backup record ID"), record.destinationCheckpointId); //: 中文：目的备份记录 ID
    addId(related, Details::tr("Policy ID"), record.policyId);                                   //: 中文：备份策略 ID

    if (record.status == Status::Fail) {
        Detail::Message message{.token = Token::Bad, .icon = u"failed"_s};
        //: %1: a percentage. 中文：复制失败，停在 %1
        message.headline = record.progress ? Details::tr("Replication failed at %1").arg(formats::percent(*record.progress))
                                           : Details::tr("Replication failed"); //: 中文：复制失败
        addFailureRows(message, record.failReason, record.failCode);
        //: 中文：下一步
        message.rows.append({Details::tr("Next"),
                             //: 中文：先消除原因，再次复制此备份
                             Details::tr("Remove the cause, then replicate this backup again")});
        detail.message = message;
    } else if (record.status == Status::Skip) {
        Detail::Message message{.token = Token::Idle, .icon = u"skipped"_s};
        message.headline = Details::tr("The service chose not to copy this backup"); //: 中文：服务端跳过了此备份的复制
        addFailureRows(message, record.failReason, record.failCode);
        if (message.rows.isEmpty())
            //: 中文：服务端答复 / 未给出原因
            message.rows.append({Details::tr("Server said"), Details::tr("It gave no reason")});
        detail.message = message;
    }
    for (const Section &section : {own, route, times, related}) {
        if (!section.facts.isEmpty())
            detail.sections.append(section);
    }
    return detail;
}

Detail describeBackup(const models::BackupRow &row, const QTimeZone &zone, const QDateTime &nowUtc)
{
    const net::Backup &backup = row.backup;
    Detail detail{.key = row.key(), .name = formats::plain(backup.name.isEmpty() ? formats::shortId(backup.id) : backup.name)};

    Section own{.title = Details::tr("Backup")};     //: Section of facts. 中文：备份
    addId(own, Details::tr("Backup ID"), backup.id); //: 中文：备份 ID
    addState(detail, own, models::StateKind::Backup, backup.statusWord);
    if (backup.status == net::Backup::Status::Protecting && backup.progress)
        addText(own, Details::tr("Progress"), formats::percent(*backup.progress));
    if (backup.sizeMb)
        addText(own, Details::tr("Size"), formats::sizeMb(*backup.sizeMb)); //: 中文：大小
    addText(own, Details::tr("Kind"), backup.imageType);                    //: 中文：类型
    addText(own, Details::tr("Trigger"), triggerText(backup.autoTrigger));
    if (backup.incremental) //: 中文：增量备份 / 全量备份
        addText(own, Details::tr("Extent"), *backup.incremental ? Details::tr("Incremental backup") : Details::tr("Full backup"));
    addText(own, Details::tr("Restore mode"), backup.restoreMode); //: 中文：恢复方式
    addText(own, Details::tr("Description"), backup.description);  //: 中文：描述

    Section server{.title = Details::tr("Server")};
    addText(server, Details::tr("Name"), backup.resourceName);              //: 中文：名称
    addText(server, Details::tr("Availability zone"), backup.resourceZone); //: 中文：可用区
    addId(server, Details::tr("Server ID"), backup.resourceId);             //: 中文：云服务器 ID
    if (backup.vcpus)                                                       //: 中文：vCPU
        addText(server, Details::tr("vCPUs"), formats::number(*backup.vcpus));
    if (backup.ramMb)
        addText(server, Details::tr("Memory"), formats::sizeMb(*backup.ramMb)); //: 中文：内存
    addText(server, Details::tr("Private IP address"), backup.privateIp);       //: 中文：私有 IP 地址
    addText(server, Details::tr("Elastic IP address"), backup.eip);             //: 中文：弹性公网 IP

    Section times{.title = Details::tr("Times")};
    addTime(times, Details::tr("Created"), backup.createdAt, zone, nowUtc);             //: 中文：创建时间
    addTime(times, Details::tr("State of the data"), backup.protectedAt, zone, nowUtc); //: 中文：数据时间点
    addTime(times, Details::tr("Finished"), backup.finishedAt, zone, nowUtc);           //: 中文：完成时间
    addTime(times, Details::tr("Updated"), backup.updatedAt, zone, nowUtc);             //: 中文：更新时间
    addTime(times, Details::tr("Expires"), backup.expiredAt, zone, nowUtc);             //: 中文：到期时间

    Section related{.title = Details::tr("Related")};
    if (!backup.copyStatus.isEmpty())
        addText(related, Details::tr("Copies, all regions together"),
                stateLook(models::StateKind::Copy, backup.copyStatus).word); //: 中文：副本（各区域合计）
    related.facts.append({.kind = Fact::Kind::Link,
                          .label = Details::tr("Replication records"),    //: 中文：复制记录
                          .value = Details::tr("Records of this backup"), //: A link. 中文：此备份的记录
                          .page = QString::fromLatin1(recordsPage().id),
                          .key = row.key()});
    addId(related, Details::tr("Backup record ID"), backup.checkpointId); //: 中文：备份记录 ID

    if (backup.status == net::Backup::Status::Error || !backup.failReason.isEmpty() || !backup.failCode.isEmpty()) {
        Detail::Message message{.token = Token::Bad, .icon = u"failed"_s};
        //: Of a backup. 中文：备份出错
        message.headline = backup.failOp == "restore"_L1  ? Details::tr("The restoration failed") //: 中文：恢复失败
                           : backup.failOp == "delete"_L1 ? Details::tr("The deletion failed")    //: 中文：删除失败
                                                          : Details::tr("The backup failed");     //: 中文：备份失败
        addFailureRows(message, backup.failReason, backup.failCode);
        detail.message = message;
    }
    for (const Section &section : {own, server, times, related}) {
        if (!section.facts.isEmpty())
            detail.sections.append(section);
    }
    return detail;
}

} // namespace

QString PageSpec::titleText() const { return QCoreApplication::translate("Pages", title); }

const PageSpec &backupsPage()
{
    static const PageSpec spec{
        .id = "backups",
        .title = QT_TRANSLATE_NOOP("Pages", "Backups"), //: 中文：备份
        .icon = "backups",
        .none = QT_TRANSLATE_NOOP("Pages", "No backups"),   //: Headline of an empty list. 中文：没有备份
        .read = QT_TRANSLATE_NOOP("Pages", "list backups"), //: After "Not permitted: ". 中文：查询备份
        .states = models::StateKind::Backup,
        .filters = backupFilters,
        .nameColumn = "name",
        .sizeColumn = "size",
        .columns = "status name server size created copy_status zone",
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
        .none = QT_TRANSLATE_NOOP("Pages", "No replication records"),   //: Headline of an empty list. 中文：没有复制记录
        .read = QT_TRANSLATE_NOOP("Pages", "list replication records"), //: After "Not permitted: ". 中文：查询复制记录
        .states = models::StateKind::Record,
        .filters = recordFilters,
        .nameColumn = "backup",
        .scopeColumn = "source",
        .columns = "status backup server source destination created progress",
        .sortColumn = "created",
    };
    return spec;
}

std::optional<Detail> describe(const models::TableSource &table, int row, const QTimeZone &zone, const QDateTime &nowUtc)
{
    if (row < 0 || row >= table.rowCount())
        return {};
    if (const auto *records = dynamic_cast<const models::RecordTable *>(&table))
        return describeRecord(records->at(row), zone, nowUtc);
    if (const auto *backups = dynamic_cast<const models::BackupTable *>(&table))
        return describeBackup(backups->at(row), zone, nowUtc);
    return {};
}

} // namespace ui
