#pragma once

#include "ui/context.h"

#include <QFrame>

#include <array>
#include <utility>

class QLineEdit;
class QStandardItem;
class QStandardItemModel;
class QTreeView;

namespace ui {

struct PageSpec;

/// What the session covers: profile, regions and projects as a tree, each project with what is known of its lists. What is
/// checked is shown, and only that is asked for. It opens below the scope button and goes when something else is clicked or Esc
/// is pressed.
class ScopePopup final : public QFrame
{
    Q_OBJECT

public:
    ScopePopup(const Context &context, QWidget *button);

    void open(); ///< below its button

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    std::array<std::pair<const PageSpec *, models::ListSession *>, 5> lists() const;
    void fill();
    void render(); ///< check marks and how true the lists are
    QString renderLists(QStandardItem *project);
    const net::Scope &scopeOf(const QStandardItem *project) const;
    void check(QStandardItem *item);
    void filter(const QString &text);

    Context m_context;
    QWidget *m_button;
    QLineEdit *m_filter;
    QTreeView *m_tree;
    QStandardItemModel *m_model;
    bool m_rendering = false;
};

} // namespace ui
