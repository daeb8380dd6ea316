#pragma once

#include "models/filter.h"
#include "models/table.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>
#include <QVariant>

#include <functional>

namespace models {

/// Roles of ListModel beside CellRole.
enum ListRole {
    RecordKeyRole = Qt::UserRole + 200, ///< net::ObjectKey of the row
    SortRole,                           ///< the typed value: a number or a text; invalid when missing
    ColumnIdRole                        ///< also of headerData: QString, the column's stable name
};

/// Makes the text of a cell. It runs on the worker too, for the filter must find what is seen: a pure function of its
/// arguments and of the values it captured (language, zone, locale), never of tr(), QLocale() or any other state.
using TextMaker = std::function<QString(const Column &column, const Cell &cell)>;

/// English text without any words of the service decoded: for tests, and until ui/ brings its own.
QString plainText(const Column &column, const Cell &cell);

/// The order of state words when sorted, lowest first; words without a rank come after those with one, by word.
using StateRanks = QHash<StateKind, QHash<QString, int>>;

struct Facet
{
    QString word; ///< state as sent
    int count = 0;
};

/// What is to be shown of a table, and in which order.
struct Arrangement
{
    Filter filter{};
    QString facet{};     ///< only rows whose first State cell has this word; empty: all
    int sortColumn = -1; ///< -1: as the server sent them
    Qt::SortOrder sortOrder = Qt::AscendingOrder;
    TextMaker textMaker = plainText;
    StateRanks ranks{};
};
struct Arranged
{
    QList<int> order;          ///< rows of the table, as they are shown
    QList<Facet> facets;       ///< over the rows that pass the text filter, by rank and word
    QHash<int, qint64> sums{}; ///< MB over `order`, by Size column; missing values count nothing
};

/// Filters and sorts; pure, runs on the worker. Sorts typed values, missing ones last in both orders, ties by key.
Arranged arrange(const TableSource &table, const Arrangement &arrangement);

/// The rows on the screen: a snapshot, and which of its rows in which order. Every change is announced as what it is (rows
/// removed, moved, inserted, changed), never as a reset, so that selection, current row and scroll follow (scope, id).
class ListModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit ListModel(TablePtr table, QObject *parent = nullptr);

    void setTextMaker(TextMaker maker); ///< null: plainText
    const TextMaker &textMaker() const { return m_textMaker; }
    void setTipMaker(TextMaker maker); ///< ToolTipRole; an empty text gives none. Default: the service's own text of a time
    void setStateRanks(const StateRanks &ranks);
    void setZoneName(const QString &name)
    {
        m_zoneName = name;
    } ///< of the times shown: stands in their headers; before retranslate()
    const StateRanks &stateRanks() const { return m_ranks; }
    /// After a change of language: headers and texts are asked anew.
    void retranslate();

    /// Shows the rows \a order of \a table, which has the same columns. Says nothing when nothing differs. With \a mark the
    /// rows that are new in the table, or whose state is another one, get ChangedRole: at most 20, none on an empty table.
    void swap(const TablePtr &table, const QList<int> &order, bool mark = true);
    /// As swap(), but leaves order and count as they are and takes over values only; rows that \a table lacks keep the last
    /// ones. Returns how many rows are in \a order and not shown, the other way round, or elsewhere; 0: swap() would do no more.
    int hold(const TablePtr &table, const QList<int> &order, bool mark = true);
    void clearChanged(); ///< takes ChangedRole off all rows

    const TablePtr &table() const { return m_table; }
    const QList<int> &order() const { return m_order; }
    const Column &column(int column) const { return m_table->columns().at(column); }
    int columnOf(QByteArrayView id) const;      ///< -1: none
    int rowOf(const net::ObjectKey &key) const; ///< -1: not shown
    net::ObjectKey key(int row) const;
    int sourceRow(int row) const; ///< its row in table()
    Cell cell(int row, int column) const { return m_table->cell(sourceRow(row), column); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override; ///< asks its owner: sortRequested()

signals:
    void sortRequested(int column, Qt::SortOrder order);
    void textsChanged(); ///< text maker, ranks or language: filter and order may be others now

private:
    void relayout(const QList<int> &order); ///< to another order of the same rows; tells views
    void emitRows(QList<int> rows, const QList<int> &roles);

    TablePtr m_table;
    QString m_zoneName;
    QList<int> m_order;
    mutable QHash<net::ObjectKey, int> m_rows; ///< built when asked for, emptied by each change
    QSet<net::ObjectKey> m_changed;
    TextMaker m_textMaker = plainText;
    TextMaker m_tipMaker;
    StateRanks m_ranks;
};

} // namespace models
