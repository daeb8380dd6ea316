#pragma once

#include "models/operations.h"

#include <QTimeZone>
#include <QWidget>

namespace ui {

/// Progress and outcome of one operation: the same widget in the dialog, the dock's detail and, later, the Operations page.
class OperationView final : public QWidget
{
    Q_OBJECT

public:
    OperationView(models::Operations &operations, net::Transport &transport, const QTimeZone &zone, QWidget *parent = nullptr);
    void setZone(const QTimeZone &zone); ///< of all times shown
    void show(quint64 operationId);      ///< renders it and follows it
    quint64 operation() const { return m_id; }

signals:
    void objectWanted(const QString &page, const net::ObjectKey &key);
    void queueWanted(quint64 queueId);    ///< the writes confirmed together with it
    void anewWanted(quint64 operationId); ///< what failed of it is to be replicated once more

protected:
    void changeEvent(QEvent *event) override;

private:
    void render();

    models::Operations &m_operations;
    net::Transport &m_transport;
    QTimeZone m_zone;
    quint64 m_id = 0;
    struct Private;
    std::shared_ptr<Private> d;
};

/// One line for an operation: "Replicate backup · autobk_3e91_erp-db-02 → cn-east-3".
QString operationTitle(const models::Operation &operation);

} // namespace ui
