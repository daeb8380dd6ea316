#pragma once

#include "models/replicatebackupflow.h"
#include "ui/verbdialog.h"

class QLabel;
class QLineEdit;

namespace ui {

class DestinationForm;

/// "Replicate backup…", for one backup.
class ReplicateBackupDialog final : public VerbDialog
{
    Q_OBJECT

public:
    ReplicateBackupDialog(std::unique_ptr<models::ReplicateBackupFlow> flow, models::Operations &operations,
                          net::Transport &transport, const QTimeZone &zone, QWidget *parent = nullptr);

protected:
    Words words() const override;
    QStringList inputs() const override;
    void retranslateForm() override;
    void restyleForm() override;
    void renderForm() override;
    Nothing nothing() const override;

private:
    models::ReplicateBackupFlow &flow() const;
    QString size() const;

    DestinationForm *m_where;
    FormRow *m_backupRow, *m_serverRow, *m_takenRow;
    QLabel *m_taken;
    QLineEdit *m_name, *m_description;
};

} // namespace ui
