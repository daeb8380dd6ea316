#pragma once

#include "models/cellroles.h"

#include <QAbstractTableModel>
#include <QList>
#include <QTableView>

#include <functional>

namespace ui {

/// One cell of a short table. What is drawn follows from `kind`; `text` is the whole of it in words.
struct BriefCell
{
    QString text{};
    models::CellKind kind = models::CellKind::Text;
    models::StateKind states = models::StateKind::Record; ///< of a State cell
    QString word{};                                       ///< of a State cell, as sent
    int progress = models::NoProgress;                    ///< of a Progress cell
    bool secondary = false;

    friend bool operator==(const BriefCell &, const BriefCell &) = default;
};

/// One row of a short table, known by its id.
struct BriefRow
{
    QString id{};
    QList<BriefCell> cells{};

    friend bool operator==(const BriefRow &, const BriefRow &) = default;
};

/// A few rows that are set as a whole and change in place: what comes, goes, moves and differs is announced as such.
class BriefModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setHeaders(const QStringList &headers); ///< one per column; their number is fixed by the first call
    /// True when rows have moved, come or gone.
    bool setRows(const QList<BriefRow> &rows);
    const BriefRow &at(int row) const { return m_rows.at(row); }
    int rowOf(const QString &id) const; ///< -1: none
    /// Rows that can be read but not chosen.
    void setDisabled(std::function<bool(const QString &id)> disabled) { m_disabled = std::move(disabled); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    QStringList m_headers;
    QList<BriefRow> m_rows;
    std::function<bool(const QString &id)> m_disabled;
};

/// A short table that is as high as its rows and never scrolls; its last column holds one button per row, unless it is a
/// column like the others.
class BriefTable final : public QTableView
{
    Q_OBJECT

public:
    enum class Last { Button, Cell };
    explicit BriefTable(QWidget *parent = nullptr, Last last = Last::Button);

    BriefModel *rows() const { return m_model; }
    /// The cells of the last column are the words on the buttons.
    void setRows(const QList<BriefRow> &rows);
    /// The column that takes the room the others leave, and how wide the others are (0: the button's column).
    void setWidths(int stretched, const QList<int> &widths);
    /// A column that is hidden while the table is narrower than that, so that the others are not cut.
    void setGivesWay(int column, int below);

signals:
    void chosen(const QString &id); ///< the button of a row, or Enter on it

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void placeButtons();
    void fitHeight();

    BriefModel *m_model;
    Last m_last;
    int m_givesWay = -1, m_below = 0;
    int m_stretched = 0;
    QList<int> m_widths;
};

/// Rows that are set as a whole and scroll: what a verb will do, and what became of it.
class RowsTable final : public QTableView
{
    Q_OBJECT

public:
    explicit RowsTable(const QString &objectName, QWidget *parent = nullptr);

    BriefModel *rows() const { return m_model; }
    /// The column that takes the room the others leave, and how wide the others are.
    void setWidths(int stretched, const QList<int> &widths);
    QString currentId() const; ///< of the current row; empty: none

signals:
    void chosen(const QString &id); ///< Enter or a double click

protected:
    void keyPressEvent(QKeyEvent *event) override; ///< Enter is the row's, not the dialog's: it must not send anything

private:
    BriefModel *m_model;
};

} // namespace ui
