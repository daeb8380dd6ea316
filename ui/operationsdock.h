#pragma once

#include "models/operations.h"
#include "ui/late.h"

#include <QHash>
#include <QPointer>
#include <QTimeZone>
#include <QWidget>

#include <memory>

class QTableView;
class QToolButton;
class QLabel;

namespace ui {

/// The writes of this console at the lower edge: a line of counts, unfolded a list, newest trouble first. It never opens by
/// itself.
class OperationsDock final : public QWidget
{
    Q_OBJECT

public:
    OperationsDock(models::Operations &operations, net::Transport &transport, const QTimeZone &zone, QWidget *parent = nullptr);
    void setZone(const QTimeZone &zone); ///< of all times shown, in the dock's windows, too
    ~OperationsDock() override;

    void setOpen(bool open);
    bool isOpen() const;
    QTableView *table() { return m_table.get(); } ///< made when the dock first shows it, or when it is asked for here
    QToolButton *toggle() const { return m_toggle; }
    QWidget *focusTarget() const; ///< what in it takes the focus now
    /// Opens the operation in a dialog that blocks nothing, and marks it as read.
    QWidget *showOperation(quint64 id);

signals:
    void openChanged(bool open);
    void objectWanted(const QString &page, const net::ObjectKey &key);
    void queueWanted(quint64 queueId);
    void anewWanted(quint64 operationId);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    class Model;
    struct Count
    {
        QLabel *icon = nullptr;
        QLabel *text = nullptr;
    };

    void retranslate();
    void restyle();
    void render();
    QTableView *makeTable();
    void renderTable(QTableView *table);
    void placeButtons(QTableView *table);
    void placeColumns(QTableView *table);
    void activate(int row);

    models::Operations &m_operations;
    net::Transport &m_transport;
    QTimeZone m_zone;
    Model *m_model;
    Late<QTableView> m_table;
    QToolButton *m_toggle;
    QLabel *m_empty;
    Count m_running, m_doubt, m_unread;
    QHash<quint64, QPointer<QWidget>> m_windows;
};

} // namespace ui
