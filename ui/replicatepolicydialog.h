#pragma once

#include "models/replicatepolicyflow.h"
#include "ui/verbdialog.h"

class QComboBox;

namespace ui {

class DestinationForm;
class RowsTable;

/// "Replicate policy…": the backups that will go, before they do.
class ReplicatePolicyDialog final : public VerbDialog
{
    Q_OBJECT

public:
    ReplicatePolicyDialog(std::unique_ptr<models::ReplicatePolicyFlow> flow, models::Operations &operations,
                          net::Transport &transport, const QTimeZone &zone, QWidget *parent = nullptr);

protected:
    Words words() const override;
    QStringList inputs() const override;
    void retranslateForm() override;
    void restyleForm() override;
    void renderForm() override;
    Nothing nothing() const override;

private:
    models::ReplicatePolicyFlow &flow() const;
    void renderPreview(const models::ReplicatePolicyFlow::Preview &seen);
    void renderRows(const models::ReplicatePolicyFlow::Preview &seen);
    QString policyName() const;

    QComboBox *m_policy;
    DestinationForm *m_where;
    RowsTable *m_table;
};

} // namespace ui
