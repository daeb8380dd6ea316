#pragma once

#include "models/requestlog.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace ui {

/// The request log as a window of its own: a filter, the lines, copying. It may stay open beside the main window.
class RequestLogWindow final : public QDialog
{
    Q_OBJECT

public:
    explicit RequestLogWindow(models::RequestLog &log, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void renderCount();
    void copy();

    models::RequestLog &m_log;
    QSortFilterProxyModel *m_shown;
    QLabel *m_filterLabel, *m_count;
    QLineEdit *m_filter;
    QTableView *m_table;
    QAction *m_copyAction;
    QPushButton *m_copy, *m_clear, *m_close;
};

} // namespace ui
