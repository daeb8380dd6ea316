#pragma once

#include "models/operations.h"

#include <QTimeZone>
#include <QWidget>

class QLabel;
class QPushButton;

namespace ui {

class MessageBar;
class RowsTable;

/// Writes confirmed together, each on a row: what was sent, what waits, what became of it. Pauses and withdraws what is not
/// sent.
class QueueView final : public QWidget
{
    Q_OBJECT

public:
    QueueView(models::Operations &operations, const net::Transport &transport, quint64 queueId, QWidget *parent = nullptr);

signals:
    void operationWanted(quint64 id); ///< Enter or a double click on a row

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void render();

    models::Operations &m_operations;
    const net::Transport &m_transport;
    quint64 m_queueId;
    QLabel *m_said;
    QPushButton *m_pause, *m_withdraw;
    MessageBar *m_stopped;
    RowsTable *m_table;
};

} // namespace ui
