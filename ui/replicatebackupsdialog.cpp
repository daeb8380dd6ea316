#include "ui/replicatebackupsdialog.h"

#include "ui/brieftable.h"
#include "ui/celldelegate.h"
#include "ui/destinationform.h"
#include "ui/errortext.h"
#include "ui/formats.h"
#include "ui/formrow.h"
#include "ui/messagebar.h"
#include "ui/queueview.h"
#include "ui/statelook.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QTabWidget>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// A reason in the room of a cell.
QString shortly(const net::Reason &reason)
{
    const QString first = formats::plain(reason.arguments.value(0));
    switch (reason.code) {
    case net::Reason::Code::WrongState:
        return stateLook(StateKind::Backup, reason.arguments.value(0)).word;
    case net::Reason::Code::IsReplica:
        return ReplicateBackupsDialog::tr("is itself a replica");
    case net::Reason::Code::AlreadyThere:
        return ReplicateBackupsDialog::tr("already in %1").arg(first); //: %1 is a region. 中文：%1 已有副本
    case net::Reason::Code::UnderWay:
        return ReplicateBackupsDialog::tr("being copied to %1").arg(first); //: %1 is a region. 中文：正在复制到 %1
    default:
        return ErrorText::reason(reason);
    }
}

} // namespace

ReplicateBackupsDialog::ReplicateBackupsDialog(std::unique_ptr<models::ReplicateBackupFlow> draft, models::Operations &operations,
                                               net::Transport &transport, const QTimeZone &zone, QWidget *parent)
    : VerbDialog(std::move(draft), operations, transport, zone, parent), m_transport(transport),
      m_where(new DestinationForm(flow(), form())), m_name(new QLineEdit(form())), m_description(new QLineEdit(form())),
      m_table(new RowsTable(u"preview-rows"_s, form()))
{
    setObjectName(u"replicate-backups"_s);
    top()->setSpacing(2); // the rows bring a line of their own each; the table needs the room
    top()->addLayout(m_where->place());
    addField(u"destination_region"_s, m_where->regionRow(), m_where->region());
    addField(u"destination_project_id"_s, m_where->projectRow(), m_where->project());
    top()->addWidget(addText(u"name"_s, m_name));
    top()->addWidget(addText(u"description"_s, m_description));
    addField(u"enable_acceleration"_s, m_where->accelerationRow(), m_where->acceleration());
    top()->addWidget(m_where->accelerationRow());
    below()->addWidget(m_table, 1);
    m_table->setMinimumHeight(3 * m_table->verticalHeader()->defaultSectionSize());
    m_table->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored); // else the form scrolls beside its rows
    connect(m_where, &DestinationForm::chosen, this, &ReplicateBackupsDialog::judge);
    m_where->region()->setFocus();
    start();
}

models::ReplicateBackupFlow &ReplicateBackupsDialog::flow() const { return static_cast<models::ReplicateBackupFlow &>(draft()); }

VerbDialog::Words ReplicateBackupsDialog::words() const
{
    return {//: %1 is "region / project". 中文：复制备份 — %1
            .title = tr("Replicate backups — %1").arg(place(flow().scope())),
            .confirm = tr("Replicate %n backup(s)", nullptr, int(flow().going().size())),
            .asked = tr("Ask for the regions and projects backups can be copied to")};
}

QStringList ReplicateBackupsDialog::inputs() const
{
    QStringList said = {place(flow().destination(), flow().projects()), formats::sizeMb(flow().sizeMb())};
    if (const QString value = flow().value(u"name"_s); !value.isEmpty())
        said << tr("name “%1”").arg(formats::plain(value));
    if (const QString value = flow().value(u"description"_s); !value.isEmpty())
        said << tr("description “%1”").arg(formats::plain(value));
    said << (flow().value(u"enable_acceleration"_s) == "true"_L1 ? tr("accelerated, costs extra") : tr("not accelerated"));
    return said;
}

void ReplicateBackupsDialog::retranslateForm()
{
    row(u"name"_s)->setLabel(tr("Replica &name")); //: Field. 中文：副本名称(&N)
    row(u"name"_s)->setRule(
        //: {backup} stays as it is. 中文：{backup} 代表备份名称。中文、字母、数字、_ 和 -，可不填
        tr("{backup} stands for each backup's name. Chinese characters, letters, digits, _ and -. May be empty"));
    row(u"description"_s)->setLabel(tr("&Description"));
    row(u"description"_s)->setRule(tr("Any text without < and >. May be empty"));
    m_where->retranslate();
    m_table->rows()->setHeaders({tr("State"), tr("Backup"), tr("Server"), tr("Size"), tr("What is known")});
    m_table->setAccessibleName(tr("Chosen backups")); //: 中文：所选备份
    const QFont font = m_table->font();
    m_table->setWidths(1, {CellDelegate::stateColumnWidth(StateKind::Fate, font), 0, 130,
                           CellDelegate::columnWidth(models::CellKind::Size, u"1,234 GB"_s, font), 240});
    FormRow::align({m_where->regionRow(), row(u"name"_s), row(u"description"_s), m_where->accelerationRow()});
}

void ReplicateBackupsDialog::restyleForm() { m_where->restyle(); }

VerbDialog::Nothing ReplicateBackupsDialog::nothing() const { return {m_where->noRegion(), DestinationForm::askLater()}; }

QWidget *ReplicateBackupsDialog::makeOutcome()
{
    auto *view = new QueueView(operations(), m_transport, flow().queueId(), this);
    connect(view, &QueueView::operationWanted, this, &ReplicateBackupsDialog::operationWanted);
    return view;
}

void ReplicateBackupsDialog::renderForm()
{
    for (QLineEdit *line : {m_name, m_description}) {
        if (const QString value = flow().value(line->objectName()); line->text() != value)
            line->setText(value); // else the cursor would jump
    }
    //: Tab: what is sent for the first of several. 中文：请求（%n 个中的第 1 个）(&R)
    tabs()->setTabText(1, tr("&Request, first of %n", nullptr, std::max(1, int(flow().going().size()))));
    const int all = int(flow().backups().size()), going = int(flow().going().size());
    const QString size = formats::sizeMb(flow().sizeMb());
    m_where->render(size);
    const QString count = tr("%n backup(s)", nullptr, going);
    const QString to = place(flow().destination(), flow().projects());
    const QString headline = flow().destination().region.isEmpty() ? tr("%1, %2. No destination is chosen yet").arg(count, size)
                             : going > 0                           ? tr("%1, %2, will be copied to %3").arg(count, size, to)
                                                                   : tr("No backup will be copied to %1").arg(to);
    QList<QPair<QString, QString>> rows;
    const QStringList warned = m_where->warningTexts();
    for (const QString &text : warned)
        rows.append({tr("Foreseen"), text});
    if (going < all)
        rows.append({tr("Left out"), tr("%n, each with its reason below", nullptr, all - going)}); //: 中文：%n 个，原因见下表
    rows.append({tr("Quota there"), m_where->quotaText()});
    if (!flow().records().complete)
        rows.append({tr("Not known"), flow().records().error
                                          ? ErrorText::of(*flow().records().error).headline
                                          : tr("Which replicas exist there is being asked")}); //: 中文：正在查询已有副本
    const bool warns = !warned.isEmpty() || going == 0;
    preview()->setMessage(warns ? Token::Warn : Token::Run, warns ? u"warning"_s : u"info"_s, headline, rows);

    QList<BriefRow> table;
    for (const net::Backup &backup : flow().backups()) {
        const net::Reason reason = flow().left(backup);
        const QString word = reason ? u"left-out"_s : u"copied"_s;
        table.append(
            {backup.id,
             {{.text = stateLook(StateKind::Fate, word).word,
               .kind = models::CellKind::State,
               .states = StateKind::Fate,
               .word = word},
              {.text = formats::plain(backup.name.isEmpty() ? backup.id : backup.name), .secondary = bool(reason)},
              {.text = formats::plain(backup.resourceName), .secondary = true},
              {.text = backup.sizeMb ? formats::sizeMb(*backup.sizeMb) : formats::none(),
               .kind = models::CellKind::Size,
               .secondary = bool(reason)},
              {.text = reason                            ? shortly(reason)
                       : flow().nameOf(backup).isEmpty() ? QString()
                                                         //: %1 is a name. 中文：名称为 %1
                                                         : tr("will be called %1").arg(formats::plain(flow().nameOf(backup))),
               .secondary = true}}});
    }
    m_table->rows()->setRows(table);
}

} // namespace ui
