#include "ui/replicatebackupdialog.h"

#include "ui/destinationform.h"
#include "ui/errortext.h"
#include "ui/formats.h"
#include "ui/formrow.h"
#include "ui/labels.h"
#include "ui/messagebar.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace ui {

ReplicateBackupDialog::ReplicateBackupDialog(std::unique_ptr<models::ReplicateBackupFlow> draft, models::Operations &operations,
                                             net::Transport &transport, const QTimeZone &zone, QWidget *parent)
    : VerbDialog(std::move(draft), operations, transport, zone, parent), m_where(new DestinationForm(flow(), form())),
      m_taken(wrappedLabel(form())), m_name(new QLineEdit(form())), m_description(new QLineEdit(form()))
{
    const net::Backup &backup = flow().backups().first();
    const auto named = [this](const QString &name, const QString &id) {
        return new FormRow({}, new ElidedLabel(formats::plain(name.isEmpty() ? id : name), form()), form());
    };
    m_backupRow = named(backup.name, backup.id);
    m_serverRow = named(backup.resourceName, backup.resourceId);
    m_takenRow = new FormRow({}, m_taken, form());
    for (FormRow *fact : {m_backupRow, m_serverRow, m_takenRow})
        top()->addWidget(fact);
    top()->addLayout(m_where->place());
    addField(u"destination_region"_s, m_where->regionRow(), m_where->region());
    addField(u"destination_project_id"_s, m_where->projectRow(), m_where->project());
    top()->addWidget(addText(u"name"_s, m_name));
    top()->addWidget(addText(u"description"_s, m_description));
    addField(u"enable_acceleration"_s, m_where->accelerationRow(), m_where->acceleration());
    top()->addWidget(m_where->accelerationRow());
    below()->addStretch(1);
    connect(m_where, &DestinationForm::chosen, this, &ReplicateBackupDialog::judge);
    m_where->region()->setFocus();
    start();
}

models::ReplicateBackupFlow &ReplicateBackupDialog::flow() const { return static_cast<models::ReplicateBackupFlow &>(draft()); }

QString ReplicateBackupDialog::size() const
{
    const std::optional<qint64> mb = flow().backups().first().sizeMb;
    return mb ? formats::sizeMb(*mb) : tr("size unknown");
}

VerbDialog::Words ReplicateBackupDialog::words() const
{
    return {//: %1 is "region / project"
            .title = tr("Replicate backup — %1").arg(place(flow().scope())),
            .confirm = tr("Replicate %n backup(s)", nullptr, 1),
            .asked = tr("Ask for the regions and projects backups can be copied to")};
}

QStringList ReplicateBackupDialog::inputs() const
{
    QStringList said = {place(flow().destination(), flow().projects()), size()};
    if (const QString value = flow().value(u"name"_s); !value.isEmpty())
        said << tr("name “%1”").arg(formats::plain(value));
    if (const QString value = flow().value(u"description"_s); !value.isEmpty())
        said << tr("description “%1”").arg(formats::plain(value));
    said << (flow().value(u"enable_acceleration"_s) == "true"_L1 ? tr("accelerated, costs extra") : tr("not accelerated"));
    return said;
}

void ReplicateBackupDialog::retranslateForm()
{
    m_backupRow->setLabel(tr("Backup"));
    m_serverRow->setLabel(tr("Server"));
    m_takenRow->setLabel(tr("Taken"));
    const net::Backup &backup = flow().backups().first();
    const QDateTime at = backup.protectedAt.utc.isValid() ? backup.protectedAt.utc : backup.createdAt.utc;
    const QString time =
        at.isValid() ? u"%1 %2"_s.arg(formats::time(at, zone(), true), formats::zoneName(zone(), at)) : tr("time unknown");
    m_taken->setText(u"%1 · %2"_s.arg(time, size()));
    row(u"name"_s)->setLabel(tr("&Name"));
    row(u"name"_s)->setRule(tr("Chinese characters, letters, digits, _ and -. May be empty"));
    row(u"description"_s)->setLabel(tr("&Description"));
    row(u"description"_s)->setRule(tr("Any text without < and >. May be empty"));
    m_where->retranslate();
    FormRow::align({m_backupRow, m_serverRow, m_takenRow, m_where->regionRow(), row(u"name"_s), row(u"description"_s),
                    m_where->accelerationRow()});
}

void ReplicateBackupDialog::restyleForm() { m_where->restyle(); }

VerbDialog::Nothing ReplicateBackupDialog::nothing() const { return {m_where->noRegion(), DestinationForm::askLater()}; }

void ReplicateBackupDialog::renderForm()
{
    m_where->render(size());
    for (QLineEdit *line : {m_name, m_description}) {
        if (const QString value = flow().value(line->objectName()); line->text() != value)
            line->setText(value); // else the cursor would jump
    }
    const QString count = tr("%n backup(s)", nullptr, 1);
    const QString headline =
        flow().destination().region.isEmpty()
            //: %1 is "1 backup", %2 a size
            ? tr("%1, %2. No destination is chosen yet").arg(count, size())
            //: %1 is "1 backup", %2 a size, %3 "region / project"
            : tr("%1, %2, will be copied to %3").arg(count, size(), place(flow().destination(), flow().projects()));
    QList<QPair<QString, QString>> rows{{tr("From"), place(flow().scope())},
                                        {tr("Quota there"), m_where->quotaText()},
                                        {tr("Refusal"), tr("The service refuses when a replica exists or is being made there")},
                                        {tr("Decided"), tr("The service decides at the moment of sending")}};
    const QStringList warned = m_where->warningTexts();
    for (const QString &text : warned)
        rows.prepend({tr("Foreseen"), text}); //: Row: a refusal that is to be expected. 中文：预计
    preview()->setMessage(warned.isEmpty() ? Token::Run : Token::Warn, warned.isEmpty() ? u"info"_s : u"warning"_s, headline,
                          rows);
}

} // namespace ui
