#pragma once

#include "models/cellroles.h"
#include "net/scope.h"

#include <QHash>
#include <QList>
#include <QString>

#include <functional>
#include <memory>
#include <utility>

namespace models {

/// The typed value of one table cell: sorting, filtering, text and export all come from it.
struct Cell
{
    QString text{};         ///< Text, Id: the value; State: the service's word; else empty
    qint64 number = 0;      ///< Time: ms since 1970 UTC; Size: MB; Progress: percent; Number: the number
    bool missing = false;   ///< does not apply here: shown as a dash, sorted last
    bool notLoaded = false; ///< a joined name that is not there yet
    QString asSent{};       ///< the service's own text where we changed it (times)
    bool zoneAssumed = false;
    /// Progress only: what stands in place of a bar. Waiting and Took carry seconds in `number`, StoppedAt percent.
    enum class Phase { None, Waiting, Moving, Took, StoppedAt } phase = Phase::None;
};

/// A column of a table over rows of type Row: stands once, everything else derives from it.
template <typename Row> struct ColumnOf
{
    const char *id;     ///< stable name: settings, filter fields, exports
    const char *header; ///< English source text, translated in context "Columns"
    CellKind kind = CellKind::Text;
    StateKind states = StateKind::Record; ///< State columns: whose words
    bool shown = true;                    ///< by default
    Cell (*cell)(const Row &row) = nullptr;
};

/// What the list engine knows of a column.
struct Column
{
    QByteArray id;
    QByteArray header;
    CellKind kind = CellKind::Text;
    StateKind states = StateKind::Record;
    bool shown = true;
};

/// A numbered, immutable snapshot of a list. Made on the worker, read on any thread.
class TableSource
{
public:
    virtual ~TableSource() = default;
    virtual int rowCount() const = 0;
    virtual const QList<Column> &columns() const = 0;
    virtual Cell cell(int row, int column) const = 0;
    virtual net::ObjectKey key(int row) const = 0;
    virtual bool sameRow(int row, const TableSource &other, int otherRow) const = 0; ///< equal in every value
    virtual bool moves(int row) const = 0;                                           ///< not in a final state: wants fast polling
    /// All rows of this snapshot and then of \a others, which have the same columns.
    virtual std::shared_ptr<const TableSource> followedBy(const QList<std::shared_ptr<const TableSource>> &others) const = 0;
    /// This snapshot with \a rows of \a other, which has the same columns, behind its own.
    virtual std::shared_ptr<const TableSource> with(const TableSource &other, const QList<int> &rows) const = 0;
};
using TablePtr = std::shared_ptr<const TableSource>;

/// A snapshot over a plain vector of rows. Row has key(), moves(), operator== and a static table of columns.
template <typename Row> class RowTable final : public TableSource
{
public:
    explicit RowTable(QList<Row> rows) : m_rows(std::move(rows)) {}
    int rowCount() const override { return static_cast<int>(m_rows.size()); }
    const QList<Column> &columns() const override
    {
        static const QList<Column> columns = [] {
            QList<Column> out;
            for (const ColumnOf<Row> &column : Row::columns())
                out.append({column.id, column.header, column.kind, column.states, column.shown});
            return out;
        }();
        return columns;
    }
    Cell cell(int row, int column) const override
    {
        return Row::columns()[static_cast<std::size_t>(column)].cell(m_rows.at(row));
    }
    net::ObjectKey key(int row) const override { return m_rows.at(row).key(); }
    bool sameRow(int row, const TableSource &other, int otherRow) const override
    {
        const auto *same = dynamic_cast<const RowTable *>(&other);
        return same && m_rows.at(row) == same->m_rows.at(otherRow);
    }
    bool moves(int row) const override { return m_rows.at(row).moves(); }
    TablePtr followedBy(const QList<TablePtr> &others) const override
    {
        QList<Row> all = m_rows;
        for (const TablePtr &other : others) {
            if (const auto *same = dynamic_cast<const RowTable *>(other.get()))
                all.append(same->m_rows);
        }
        if constexpr (requires(const Row &row) { row.home(); })
            all = eachOnce(all);
        return std::make_shared<RowTable>(std::move(all));
    }
    TablePtr with(const TableSource &other, const QList<int> &rows) const override
    {
        QList<Row> all = m_rows;
        if (const auto *same = dynamic_cast<const RowTable *>(&other)) {
            for (const int row : rows)
                all.append(same->m_rows.at(row));
        }
        return std::make_shared<RowTable>(std::move(all));
    }
    const Row &at(int row) const { return m_rows.at(row); }
    const QList<Row> &rows() const { return m_rows; }

private:
    /// Of what is in the lists of several projects the row of its home stays, else the first.
    static QList<Row> eachOnce(const QList<Row> &rows)
    {
        QList<Row> out;
        out.reserve(rows.size());
        QHash<std::pair<QString, QString>, qsizetype> places;
        places.reserve(rows.size());
        for (const Row &row : rows) {
            const net::ObjectKey key = row.key();
            const auto found = places.constFind({row.home(), key.id});
            if (found == places.cend()) {
                places.insert({row.home(), key.id}, out.size());
                out.append(row);
            } else if (row.home() == key.scope.projectId) {
                out[*found] = row;
            }
        }
        return out;
    }

    QList<Row> m_rows;
};

} // namespace models
