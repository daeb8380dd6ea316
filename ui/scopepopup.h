#pragma once

#include "ui/context.h"

#include <QFrame>

class QLineEdit;
class QStandardItemModel;
class QTreeView;

namespace ui {

/// What the session covers: profile, region and project as a tree, each project with what is known of its lists. It opens
/// below the scope button and goes when something else is clicked or Esc is pressed.
class ScopePopup final : public QFrame
{
    Q_OBJECT

public:
    ScopePopup(const Context &context, QWidget *button);

    void open(); ///< below its button

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void fill();
    void filter(const QString &text);

    Context m_context;
    QWidget *m_button;
    QLineEdit *m_filter;
    QTreeView *m_tree;
    QStandardItemModel *m_model;
};

} // namespace ui
