#include "models/backuptable.h"
#include "models/drilltable.h"
#include "models/grouptable.h"
#include "models/operationtable.h"
#include "models/policytable.h"
#include "models/recordtable.h"
#include "ui/errortext.h"
#include "ui/formats.h"
#include "ui/labels.h"
#include "ui/pagespecs.h"
#include "ui/statelook.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct Details
{
    Q_DECLARE_TR_FUNCTIONS(Details)
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
    // A long time without a blank may be broken at its T and its point.
    QString sent = formats::plain(time.asSent);
    for (const char16_t at : {u'T', u'.'})
        sent.replace(QChar(at), QString(QChar(at)) + QChar(TextLabel::breakHere));
    section.facts.append({.label = label,
                          .value = formats::timeInFull(time.utc, zone, nowUtc),
                          //: Below a time. %1: as the service sent it. 中文：%1（未带时区，按 UTC 计）
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

/// "cn-north-4a ↔ cn-north-4b".
QString sitesOf(const net::ActiveDomain &domain)
{
    return u"%1 ↔ %2"_s.arg(orUnknown(domain.localZone), orUnknown(domain.remoteZone));
}

void addFailureRows(Detail::Message &message, const QString &server, const QString &code)
{
    if (!server.isEmpty()) {
        message.verbatimRow = int(message.rows.size());
        message.rows.append({Details::tr("Server said"), formats::plainLines(server)}); //: 中文：服务端答复
    }
    if (!code.isEmpty())
        message.rows.append({Details::tr("Code"), formats::plain(code)}); //: 中文：错误码
    if (const QString meaning = ErrorText::codeExplained(code); !meaning.isEmpty())
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

void addLink(Section &section, const QString &label, const QString &value, const PageSpec &page, const net::ObjectKey &key)
{
    section.facts.append(
        {.kind = Fact::Kind::Link, .label = label, .value = formats::plain(value), .page = page.idText(), .key = key});
}

/// The parts of a detail that hold anything, in their order.
void addSections(Detail &detail, const QList<Section> &sections)
{
    for (const Section &section : sections) {
        if (!section.facts.isEmpty())
            detail.sections.append(section);
    }
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
    if (!record.policyId.isEmpty() && !row.policyName.isEmpty() && here)
        addLink(own, Details::tr("Policy"), row.policyName, policiesPage(), {row.scope, record.policyId}); //: 中文：备份策略
    else if (!record.policyId.isEmpty())
        addText(own, Details::tr("Policy"), row.policyName.isEmpty() ? formats::shortId(record.policyId) : row.policyName);
    addText(own, Details::tr("Trigger"), triggerText(record.autoTrigger)); //: 中文：触发方式

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
    addSections(detail, {own, route, times, related});
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
    addSections(detail, {own, server, times, related});
    return detail;
}

void addNumber(Section &section, const QString &label, const std::optional<qint64> &number)
{
    if (number)
        addText(section, label, formats::number(*number));
}

/// -1 means that nothing limits it.
void addLimit(Section &section, const QString &label, const std::optional<qint64> &number)
{
    if (number)
        addText(section, label,
                *number < 0 ? Details::tr("no limit") //: Of how much is kept. 中文：不限
                            : formats::number(*number));
}

/// A VPC: its name where it is visible, and always its id.
void addVpc(Section &section, const QString &label, const QString &idLabel, const QString &id, const QString &name, bool loaded,
            bool visible)
{
    if (id.isEmpty())
        return;
    if (!name.isEmpty())
        addText(section, label, name);
    else if (loaded && !visible)
        //: Of a VPC: deleted, of another enterprise project, or no right to see it. 中文：不可见
        addText(section, label, Details::tr("not visible"));
    else if (!loaded)
        addText(section, label, Details::tr("not loaded"));
    addId(section, idLabel, id);
}

Detail describePolicy(const models::PolicyRow &row, const QTimeZone &zone, const QDateTime &nowUtc)
{
    const net::Policy &policy = row.policy;
    Detail detail{.key = row.key(), .name = formats::plain(policy.name.isEmpty() ? formats::shortId(policy.id) : policy.name)};
    Section own{.title = Details::tr("Policy")}; //: Section of facts. 中文：备份策略
    addId(own, Details::tr("Policy ID"), policy.id);
    addState(detail, own, models::StateKind::Policy, policy.statusWord);
    addText(own, Details::tr("Description"), policy.description);

    Section schedule{.title = Details::tr("Schedule")}; //: Section of facts: when a policy runs. 中文：备份时间
    if (policy.scheduled)
        addText(schedule, Details::tr("Schedule"),
                *policy.scheduled
                    ? Details::tr("on")                                 //: Of a schedule. 中文：已启用
                    : Details::tr("off; it still can be run by hand")); //: Of a schedule. 中文：已停用，仍可手动执行
    if (const QString rule = row.rule(); !rule.isEmpty())
        schedule.facts.append(
            {.label = Details::tr("Runs"),
             .value = formats::schedule(rule),
             .asSent = formats::plain(rule).replace(u';', u';' + QString(QChar(TextLabel::breakHere)))}); //: 中文：执行时间
    addLimit(schedule, Details::tr("Backups kept"), policy.maxBackups); //: 中文：保留个数
    addLimit(schedule, Details::tr("Days kept"), policy.retentionDays); //: 中文：保留天数

    Section times{.title = Details::tr("Times")};
    addTime(times, Details::tr("Created"), policy.createdAt, zone, nowUtc);

    //: Section of facts: the servers a policy backs up. 中文：云服务器（%n 台）
    Section servers{.title = Details::tr("%n server(s)", nullptr, int(policy.resources.size()))};
    for (const net::Policy::Resource &server : policy.resources) {
        if (server.name.isEmpty())
            addId(servers, Details::tr("Server ID"), server.id);
        else
            addText(servers, Details::tr("Server"), server.name);
    }
    Section related{.title = Details::tr("Related")};
    addLink(related, Details::tr("Replication records"), Details::tr("Records of this policy"), recordsPage(),
            row.key()); //: A link. 中文：此策略的记录
    addSections(detail, {own, schedule, times, related, servers});
    return detail;
}

Detail describeGroup(const models::GroupRow &row, const QTimeZone &zone, const QDateTime &nowUtc)
{
    const net::ProtectionGroup &group = row.group;
    using Station = net::ProtectionGroup::Station;
    Detail detail{.key = row.key(), .name = formats::plain(group.name.isEmpty() ? formats::shortId(group.id) : group.name)};
    Section own{.title = Details::tr("Protection group")}; //: Section of facts. 中文：保护组
    addId(own, Details::tr("Group ID"), group.id);         //: 中文：保护组 ID
    addState(detail, own, models::StateKind::Group, group.statusWord);
    if (group.progress)
        addText(own, Details::tr("Synchronized"), formats::percent(*group.progress)); //: 中文：同步进度
    addNumber(own, Details::tr("Protected instances"), group.instances);              //: 中文：保护实例
    addNumber(own, Details::tr("Replication pairs"), group.pairs);                    //: 中文：复制对
    addText(own, Details::tr("Description"), group.description);
    addText(own, Details::tr("Deployment model"), group.deploymentModel); //: 中文：部署模式
    addText(own, Details::tr("Server type"), group.serverType);           //: 中文：云服务器类型

    Section sites{.title = Details::tr("Sites")};                //: Section of facts: production and DR site. 中文：站点
    const QString production = Details::tr("Production now in"); //: 中文：当前生产可用区
    if (group.station == Station::Other)
        //: Where production runs is not known to us. 中文：未知（服务端：%1）
        addText(sites, production, Details::tr("unknown (the service says: %1)").arg(orUnknown(group.stationWord)));
    else
        addText(sites, production, orUnknown(group.productionZone()));
    if (group.station != Station::Other)
        addText(sites, Details::tr("DR site now in"), orUnknown(group.recoveryZone())); //: 中文：当前容灾可用区
    addText(sites, Details::tr("Production zone at creation"), group.sourceZone);       //: 中文：创建时的生产可用区
    addText(sites, Details::tr("DR zone at creation"), group.targetZone);               //: 中文：创建时的容灾可用区
    const QString domain = row.domainName();
    if (!domain.isEmpty() || !group.domainId.isEmpty())
        addText(sites, Details::tr("Active-active domain"), //: 中文：双活域
                !domain.isEmpty()   ? domain
                : row.domainsLoaded ? Details::tr("not visible")
                                    : Details::tr("not loaded"));
    if (row.domain)
        //: Of an active-active domain: its two ends, either of which may be production. 中文：双活域站点
        addText(sites, Details::tr("Sites of the domain"), sitesOf(*row.domain));
    addId(sites, Details::tr("Domain ID"), group.domainId); //: 中文：双活域 ID

    Section times{.title = Details::tr("Times")};
    addTime(times, Details::tr("Created"), group.createdAt, zone, nowUtc);
    addTime(times, Details::tr("Updated"), group.updatedAt, zone, nowUtc);

    Section related{.title = Details::tr("Related")};
    const QString drills = Details::tr("DR drills"); //: 中文：容灾演练
    addLink(related, drills,
            group.drills
                ? Details::tr("%n drill(s) of this group", nullptr, int(*group.drills)) //: A link. 中文：此保护组的 %n 次演练
                : Details::tr("Drills of this group"),                                  //: A link. 中文：此保护组的演练
            drillsPage(), row.key());
    addVpc(related, Details::tr("Production VPC"), Details::tr("Production VPC ID"), group.sourceVpcId,
           row.vpcName, //: 中文：生产站点 VPC；生产站点 VPC ID
           row.vpcsLoaded, row.vpcVisible);
    if (group.targetVpcId != group.sourceVpcId)
        addId(related, Details::tr("DR site VPC ID"), group.targetVpcId); //: 中文：容灾站点 VPC ID

    if (row.isTrouble()) {
        Detail::Message message{.token = Token::Bad, .icon = u"failed"_s};
        message.headline = stateLook(models::StateKind::Group, group.statusWord).word;
        message.rows.append({Details::tr("Meaning"),
                             //: 中文：此保护组上的上一个任务未完成。失败原因见任务，保护组列表中不含原因
                             Details::tr("The last task on this group did not end well. The list does not tell why")});
        detail.message = message;
    } else if (group.status == net::ProtectionGroup::Status::FailedOver) {
        Detail::Message message{.token = Token::Warn, .icon = u"warning"_s};
        //: 中文：故障切换已完成，数据未受保护
        message.headline = Details::tr("Failed over: its data is not protected until re-protection has succeeded");
        detail.message = message;
    }
    addSections(detail, {own, sites, times, related});
    return detail;
}

Detail describeDrill(const models::DrillRow &row, const QTimeZone &zone, const QDateTime &nowUtc)
{
    const net::DrDrill &drill = row.drill;
    Detail detail{.key = row.key(), .name = formats::plain(drill.name.isEmpty() ? formats::shortId(drill.id) : drill.name)};
    Section own{.title = Details::tr("DR drill")}; //: Section of facts. 中文：容灾演练
    addId(own, Details::tr("Drill ID"), drill.id); //: 中文：容灾演练 ID
    addState(detail, own, models::StateKind::Drill, drill.statusWord);

    Section times{.title = Details::tr("Times")};
    addTime(times, Details::tr("Created"), drill.createdAt, zone, nowUtc);
    addTime(times, Details::tr("Updated"), drill.updatedAt, zone, nowUtc);

    Section related{.title = Details::tr("Related")};
    const QString group = Details::tr("Protection group"); //: 中文：保护组
    if (row.groupVisible)
        addLink(related, group, row.groupName.isEmpty() ? formats::shortId(drill.groupId) : row.groupName, groupsPage(),
                {row.scope, drill.groupId});
    else if (!drill.groupId.isEmpty())
        addText(related, group, row.groupsLoaded ? Details::tr("not visible") : Details::tr("not loaded"));
    addId(related, Details::tr("Protection group ID"), drill.groupId); //: 中文：保护组 ID
    addVpc(related, Details::tr("Drill VPC"), Details::tr("Drill VPC ID"), drill.vpcId, row.vpcName,
           row.vpcsLoaded, //: 中文：演练 VPC；演练 VPC ID
           row.vpcVisible);

    //: Section of facts. 中文：演练云服务器（%n 台）
    Section servers{.title = Details::tr("%n drill server(s)", nullptr, int(drill.servers.size()))};
    for (const net::DrDrill::Server &server : drill.servers) {
        addId(servers, Details::tr("Drill server ID"), server.serverId);         //: 中文：演练云服务器 ID
        addId(servers, Details::tr("Protected instance ID"), server.instanceId); //: 中文：保护实例 ID
    }
    if (row.isTrouble()) {
        Detail::Message message{.token = Token::Bad, .icon = u"failed"_s};
        message.headline = stateLook(models::StateKind::Drill, drill.statusWord).word;
        message.rows.append({Details::tr("Meaning"),
                             //: 中文：列表中不含失败原因
                             Details::tr("The list does not tell why it failed")});
        detail.message = message;
    }
    addSections(detail, {own, times, related, servers});
    return detail;
}

Detail describeOperation(const models::OperationRow &row, const QTimeZone &zone, const QDateTime &nowUtc)
{
    Detail detail{.key = row.key(), .name = row.title};
    Section own{.title = Details::tr("Operation")}; //: Section of facts: a write of this console. 中文：操作
    addState(detail, own, models::StateKind::Operation, row.word);
    addText(own, Details::tr("Server"), row.server);
    addText(own, Details::tr("To"), row.target); //: Where a copy goes. 中文：目标区域
    addText(own, Details::tr("By"), row.by);     //: Who did it. 中文：操作人
    if (row.parts > 0)
        addText(own, Details::tr("Parts"), formats::number(row.parts)); //: Of an operation. 中文：子项
    if (row.failedParts > 0)
        addText(own, Details::tr("Parts failed"), formats::number(row.failedParts)); //: 中文：失败子项

    Section times{.title = Details::tr("Times")};
    if (row.began.isValid())
        addText(times, Details::tr("Began"), formats::timeInFull(row.began, zone, nowUtc)); //: 中文：开始时间
    if (row.ended.isValid()) {
        addText(times, Details::tr("Ended"), formats::timeInFull(row.ended, zone, nowUtc)); //: 中文：结束时间
        if (row.began.isValid())
            addText(times, Details::tr("Took"), formats::durationInWords(row.began.secsTo(row.ended))); //: 中文：用时
    }
    Section related{.title = Details::tr("Related")};
    addId(related, Details::tr("Request ID"), row.requestId); //: 中文：请求 ID
    if (!row.code.isEmpty()) {
        Detail::Message message{.token = Token::Bad, .icon = u"failed"_s};
        message.headline = stateLook(models::StateKind::Operation, row.word).word;
        addFailureRows(message, {}, row.code);
        detail.message = message;
    }
    addSections(detail, {own, times, related});
    return detail;
}

} // namespace

std::optional<Detail> describe(const models::TableSource &table, int row, const QTimeZone &zone, const QDateTime &nowUtc)
{
    if (row < 0 || row >= table.rowCount())
        return {};
    if (const auto *records = dynamic_cast<const models::RecordTable *>(&table))
        return describeRecord(records->at(row), zone, nowUtc);
    if (const auto *backups = dynamic_cast<const models::BackupTable *>(&table))
        return describeBackup(backups->at(row), zone, nowUtc);
    if (const auto *policies = dynamic_cast<const models::PolicyTable *>(&table))
        return describePolicy(policies->at(row), zone, nowUtc);
    if (const auto *groups = dynamic_cast<const models::GroupTable *>(&table))
        return describeGroup(groups->at(row), zone, nowUtc);
    if (const auto *drills = dynamic_cast<const models::DrillTable *>(&table))
        return describeDrill(drills->at(row), zone, nowUtc);
    if (const auto *operations = dynamic_cast<const models::OperationTable *>(&table))
        return describeOperation(operations->at(row), zone, nowUtc);
    return {};
}

} // namespace ui
