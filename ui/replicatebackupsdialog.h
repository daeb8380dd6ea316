#pragma once

#include "models/replicatebackupflow.h"
#include "ui/verbdialog.h"

class QLineEdit;

namespace ui {

class DestinationForm;
class RowsTable;

/// "Replicate backups…": many at once, as a queue with an outcome for each.
class ReplicateBackupsDialog final : public VerbDialog
{
    Q_OBJECT

public:
    ReplicateBackupsDialog(std::unique_ptr<models::ReplicateBackupFlow> flow, models::Operations &operations,
                           net::Transport &transport, const QTimeZone &zone, QWidget *parent = nullptr);

signals:
    void operationWanted(quint64 id);

protected:
    Words words() const override;
    QStringList inputs() const override;
    void retranslateForm() override;
    void restyleForm() override;
    void renderForm() override;
    Nothing nothing() const override;
    QWidget *makeOutcome() override;

private:
    models::ReplicateBackupFlow &flow() const;

    const net::Transport &m_transport;
    DestinationForm *m_where;
    QLineEdit *m_name, *m_description;
    RowsTable *m_table;
};

} // namespace ui
