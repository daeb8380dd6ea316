#include "ui/replicatepolicydialog.h"

#include "ui/brieftable.h"
#include "ui/celldelegate.h"
#include "ui/destinationform.h"
#include "ui/errortext.h"
#include "ui/formats.h"
#include "ui/formrow.h"
#include "ui/messagebar.h"
#include "ui/statelook.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

using Fate = models::ReplicatePolicyFlow::Fate;

enum Column { ServerColumn, BackupColumn, TakenColumn, SizeColumn, FateColumn, WhyColumn };

QString wordOf(Fate fate)
{
    return fate == Fate::Copied ? u"copied"_s : fate == Fate::MayBeCopied ? u"may-be-copied"_s : u"left-out"_s;
}

QString whyOf(const models::ReplicatePolicyFlow::Row &row)
{
    switch (row.fate) {
    case Fate::Copied:
        return ReplicatePolicyDialog::tr("never tried there"); //: Why a backup is copied. 中文：该区域从未复制
    case Fate::MayBeCopied:
        //: 中文：上次失败或被跳过，由服务端决定
        return ReplicatePolicyDialog::tr("failed or skipped before; the service decides");
    case Fate::There:
        return ReplicatePolicyDialog::tr("a replica exists"); //: Why a backup is left out. 中文：已有副本
    case Fate::UnderWay:
        return ReplicatePolicyDialog::tr("a replica is being made"); //: 中文：正在生成副本
    case Fate::NotAvailable:
        return stateLook(StateKind::Backup, row.backup.statusWord).word;
    case Fate::Replica:
        return ReplicatePolicyDialog::tr("is itself a replica"); //: 中文：本身是副本
    }
    return {};
}

} // namespace

ReplicatePolicyDialog::ReplicatePolicyDialog(std::unique_ptr<models::ReplicatePolicyFlow> draft, models::Operations &operations,
                                             net::Transport &transport, const QTimeZone &zone, QWidget *parent)
    : VerbDialog(std::move(draft), operations, transport, zone, parent), m_policy(new QComboBox(form())),
      m_where(new DestinationForm(flow(), form())), m_table(new RowsTable(u"preview-rows"_s, form()))
{
    m_policy->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_policy->setMinimumContentsLength(20);
    auto *policyRow = new FormRow({}, m_policy, form());
    addField(u"policy_id"_s, policyRow, m_policy);
    addField(u"destination_region"_s, m_where->regionRow(), m_where->region());
    addField(u"destination_project_id"_s, m_where->projectRow(), m_where->project());
    addField(u"enable_acceleration"_s, m_where->accelerationRow(), m_where->acceleration());
    top()->addWidget(policyRow);
    top()->addLayout(m_where->place());
    top()->addWidget(m_where->accelerationRow());
    below()->addWidget(m_table, 1);
    connect(m_policy, &QComboBox::activated, this, [this](int index) {
        flow().set(u"policy_id"_s, m_policy->itemData(index).toString());
        judge(u"policy_id"_s);
    });
    connect(m_where, &DestinationForm::chosen, this, &ReplicatePolicyDialog::judge);
    m_policy->setFocus();
    start();
}

models::ReplicatePolicyFlow &ReplicatePolicyDialog::flow() const { return static_cast<models::ReplicatePolicyFlow &>(draft()); }

QString ReplicatePolicyDialog::policyName() const
{
    const net::Policy *policy = flow().policy();
    return formats::plain(!policy ? flow().value(u"policy_id"_s) : policy->name.isEmpty() ? policy->id : policy->name);
}

VerbDialog::Words ReplicatePolicyDialog::words() const
{
    const models::ReplicatePolicyFlow::Preview seen = flow().preview();
    const int sure = seen.count(Fate::Copied), maybe = seen.count(Fate::MayBeCopied);
    return {//: %1 is "region / project". 中文：执行复制策略 — %1
            .title = tr("Replicate policy — %1").arg(place(flow().scope())),
            .confirm = seen.isKnown() && sure > 0 ? tr("Replicate %n backup(s)", nullptr, sure)
                       : seen.isKnown() && maybe > 0
                           ? tr("Replicate %n backup(s) at most", nullptr, maybe) //: Button. 中文：最多复制 %n 个备份
                           : tr("Replicate policy"),                              //: Button. 中文：执行复制策略
                                                     //: 中文：查询备份策略、可复制到的区域和项目
            .asked = tr("Ask for the policies, and the regions and projects backups can be copied to")};
}

QStringList ReplicatePolicyDialog::inputs() const
{
    //: What was sent. %1 is the name of a policy. 中文：策略“%1”
    return {tr("policy “%1”").arg(policyName()), place(flow().destination(), flow().projects()),
            flow().value(u"enable_acceleration"_s) == "true"_L1 ? tr("accelerated, costs extra") : tr("not accelerated")};
}

void ReplicatePolicyDialog::retranslateForm()
{
    row(u"policy_id"_s)->setLabel(tr("Po&licy")); //: Field. 中文：策略(&L)
    m_where->retranslate();
    m_table->rows()->setHeaders(
        {tr("Server"), tr("Backup"),
         tr("Taken (%1)").arg(formats::zoneName(zone())),    //: Column: when a backup was taken. 中文：备份时间（%1）
         tr("Size"), tr("Will be"),                          //: Column: what becomes of a backup. 中文：处理
         tr("Why")});                                        //: Column. 中文：原因
    m_table->setAccessibleName(tr("Backups of the policy")); //: 中文：该策略的备份
    const QFont font = m_table->font();
    using models::CellKind;
    m_table->setWidths(BackupColumn, {130, 0, CellDelegate::columnWidth(CellKind::Time, u"2026-11-22 05:03"_s, font),
                                      CellDelegate::columnWidth(CellKind::Size, u"1,234 GB"_s, font),
                                      CellDelegate::stateColumnWidth(StateKind::Fate, font), 150});
    FormRow::align({row(u"policy_id"_s), m_where->regionRow(), m_where->accelerationRow()});
}

void ReplicatePolicyDialog::restyleForm() { m_where->restyle(); }

VerbDialog::Nothing ReplicatePolicyDialog::nothing() const
{
    if (flow().policies().isEmpty())
        return {tr("This project has no backup policy"), //: 中文：此项目没有备份策略
                                                         //: 中文：先在服务端创建备份策略，或选择另一个项目
                tr("Make a backup policy at the service first, or choose another project")};
    return {m_where->noRegion(), DestinationForm::askLater()};
}

void ReplicatePolicyDialog::renderForm()
{
    QStringList ids, texts;
    for (const net::Policy &policy : flow().policies()) {
        ids << policy.id;
        const QString name = formats::plain(policy.name.isEmpty() ? policy.id : policy.name);
        texts << (policy.status == net::Policy::Status::Enabled
                      ? name
                      : u"%1 · %2"_s.arg(name, stateLook(StateKind::Policy, policy.statusWord).word));
    }
    fillChoices(m_policy, ids, texts, flow().value(u"policy_id"_s));
    m_policy->setPlaceholderText(flow().stage() == models::Flow::Stage::Loading ? tr("Asking the service…")
                                                                                : tr("Choose a policy")); //: 中文：选择策略
    const models::ReplicatePolicyFlow::Preview seen = flow().preview();
    m_where->render(seen.isKnown() ? formats::sizeMb(seen.sizeMb(Fate::Copied)) : tr("An unknown amount"));
    renderPreview(seen);
    renderRows(seen);
}

void ReplicatePolicyDialog::renderPreview(const models::ReplicatePolicyFlow::Preview &seen)
{
    const QString to = place(flow().destination(), flow().projects());
    QList<QPair<QString, QString>> rows;
    if (!seen.isKnown()) {
        //: 中文：正在查询哪些备份会被复制
        QString headline = tr("Asking which backups will be copied");
        Token token = Token::Idle;
        if (seen.error) {
            headline = tr("Which backups will be copied is not known");      //: 中文：无法得知哪些备份会被复制
            rows.append({tr("Cause"), ErrorText::of(*seen.error).headline}); //: Row. 中文：原因
            token = Token::Warn;
        }
        preview()->setMessage(token, seen.error ? u"warning"_s : u"info"_s, headline, rows);
        return;
    }
    const int sure = seen.count(Fate::Copied), maybe = seen.count(Fate::MayBeCopied);
    const QString count = tr("%n backup(s)", nullptr, sure);
    const QString headline = sure > 0
                                 ? tr("%1, %2, will be copied to %3").arg(count, formats::sizeMb(seen.sizeMb(Fate::Copied)), to)
                             //: %1 is "region / project". 中文：预计没有备份会复制到 %1
                             : maybe > 0 ? tr("No backup is sure to be copied to %1").arg(to)
                                         : tr("No backup will be copied to %1").arg(to);
    const QStringList warned = m_where->warningTexts();
    for (const QString &text : warned)
        rows.append({tr("Foreseen"), text});
    if (maybe > 0)
        //: Row and text: tried before. 中文：%n 个备份上次失败或被跳过，服务端可能再次复制
        rows.append(
            {tr("Perhaps"), tr("%n backup(s) failed or were skipped before: the service may take them again", nullptr, maybe)});
    QStringList left;
    const auto add = [&left](const QString &text, int number) {
        if (number > 0)
            left << text;
    };
    const int there = seen.count(Fate::There), underWay = seen.count(Fate::UnderWay);
    const int away = seen.count(Fate::NotAvailable), replicas = seen.count(Fate::Replica);
    add(tr("%n already there", nullptr, there), there);               //: Backups left out. 中文：%n 个已有副本
    add(tr("%n being copied", nullptr, underWay), underWay);          //: 中文：%n 个正在复制
    add(tr("%n not available", nullptr, away), away);                 //: 中文：%n 个不可用
    add(tr("%n replica(s) themselves", nullptr, replicas), replicas); //: 中文：%n 个本身是副本
    if (!left.isEmpty())
        rows.append({tr("Left out"), left.join(u" · "_s)}); //: Row. 中文：不参与
    rows.append({tr("Quota there"), m_where->quotaText()}); //: Row: quota of the destination. 中文：目标配额
    //: %1 is a time of day. 中文：根据 %1 的复制记录计算；以服务端执行时为准
    rows.append(
        {tr("Computed"),
         tr("from records as of %1; the service decides at the moment of sending").arg(formats::clock(seen.asOf, zone()))});
    const bool warns = !warned.isEmpty() || sure == 0;
    preview()->setMessage(warns ? Token::Warn : Token::Run, warns ? u"warning"_s : u"info"_s, headline, rows);
}

void ReplicatePolicyDialog::renderRows(const models::ReplicatePolicyFlow::Preview &seen)
{
    using models::CellKind;
    QList<BriefRow> rows;
    for (const models::ReplicatePolicyFlow::Row &one : seen.rows) {
        const net::Backup &backup = one.backup;
        const QDateTime at = backup.protectedAt.utc.isValid() ? backup.protectedAt.utc : backup.createdAt.utc;
        const QString word = wordOf(one.fate);
        const bool goes = one.fate == Fate::Copied;
        rows.append(
            {backup.id,
             {{.text = formats::plain(backup.resourceName), .secondary = !goes},
              {.text = formats::plain(backup.name.isEmpty() ? backup.id : backup.name), .secondary = !goes},
              {.text = formats::time(at, zone()), .kind = CellKind::Time, .secondary = !goes},
              {.text = backup.sizeMb ? formats::sizeMb(*backup.sizeMb) : formats::none(),
               .kind = CellKind::Size,
               .secondary = !goes},
              {.text = stateLook(StateKind::Fate, word).word, .kind = CellKind::State, .states = StateKind::Fate, .word = word},
              {.text = whyOf(one), .secondary = true}}});
    }
    m_table->rows()->setRows(rows);
}

} // namespace ui
