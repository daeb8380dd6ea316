#pragma once

#include "models/replicatebackupflow.h"

#include <QDialog>
#include <QTimeZone>

namespace ui {

/// "Replicate backup…": renders the flow, completely, each time; after sending it shows the operation run and end.
class ReplicateBackupDialog final : public QDialog
{
    Q_OBJECT

public:
    ReplicateBackupDialog(std::unique_ptr<models::ReplicateBackupFlow> flow, models::Operations &operations,
                          net::Transport &transport, const QTimeZone &zone, QWidget *parent = nullptr);
    ~ReplicateBackupDialog() override;
    void setZone(const QTimeZone &zone); ///< of all times shown

signals:
    void recordWanted(const net::ObjectKey &record); ///< "Show record"

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace ui
