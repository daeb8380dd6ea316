#pragma once

#include "models/cellroles.h"

#include <QBasicTimer>
#include <QPersistentModelIndex>
#include <QPointer>
#include <QStyledItemDelegate>

class QTableView;

namespace ui {

namespace cell {
using models::CellKind;
using models::CellRole;
} // namespace cell

/// Draws the cells of all our tables from the roles of models/cellroles.h: states with icon, word and colour, bars, names
/// cut in the middle. It fills the row itself, so that a selected row keeps the colours of its states. One per view.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit CellDelegate(QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

    /// What every table sets as the default section size of its vertical header.
    static int rowHeight(const QFont &font);
    /// Wide enough for every word of that kind in the current language.
    static int stateColumnWidth(models::StateKind kind, const QFont &font);
    /// Wide enough for this text in a cell of that kind, the padding included.
    static int columnWidth(models::CellKind kind, const QString &sample, const QFont &font);

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    void drawGround(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void drawProgress(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index, const QRect &inner) const;
    void drawText(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index, models::CellKind kind,
                  const QRect &inner) const;
    QRect textRect(const QStyleOptionViewItem &option, const QModelIndex &index) const;

    mutable QList<QPersistentModelIndex> m_striped; // cells whose stripes were drawn since the last step
    mutable QPointer<const QWidget> m_view;
    mutable QBasicTimer m_stripeTimer; // runs only while such a cell is on the screen
    int m_stripeStep = 0;
};

/// All that our tables have in common: this delegate, rows of rowHeight(), no grid, whole rows, headers above their cells.
void setUpTable(QTableView *table);

} // namespace ui
