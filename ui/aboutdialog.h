#pragma once

#include "ui/context.h"

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QTableWidget;

namespace ui {

/// What the program is, what it is made of, and under which licences.
class AboutDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit AboutDialog(const QList<Component> &components, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QList<Component> m_components;
    QLabel *m_what;
    QTableWidget *m_table;
    QPushButton *m_copy, *m_close;
};

} // namespace ui
