#include "models/listmodel.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace models {

namespace {

constexpr int mostRuns = 64;    // beyond, one change of layout is cheaper for a view than so many ranges
constexpr int mostChanged = 20; // look.md section 6

/// Runs of neighbours in ascending \a rows.
QList<std::pair<int, int>> runsOf(const QList<int> &rows)
{
    QList<std::pair<int, int>> runs;
    for (const int row : rows) {
        if (!runs.isEmpty() && runs.last().second == row - 1)
            runs.last().second = row;
        else
            runs.append({row, row});
    }
    return runs;
}

/// How many of \a values can stay where they are when they are put in order: the longest rising sequence among them.
qsizetype longestRise(const QList<int> &values)
{
    std::vector<int> ends; // the least end of a rising sequence of each length
    for (const int value : values) {
        const auto at = std::ranges::lower_bound(ends, value);
        if (at == ends.end())
            ends.push_back(value);
        else
            *at = value;
    }
    return static_cast<qsizetype>(ends.size());
}

int firstStateColumn(const QList<Column> &columns)
{
    for (int i = 0; i < columns.size(); ++i) {
        if (columns.at(i).kind == CellKind::State)
            return i;
    }
    return -1;
}

bool isNumeric(CellKind kind)
{
    return kind == CellKind::Number || kind == CellKind::Size || kind == CellKind::Time || kind == CellKind::Progress;
}

/// By code point, which QString::operator< is not beyond the first plane.
int byCodePoint(const QString &a, const QString &b)
{
    const auto unit = [](char16_t c) { return c >= 0xD800 && c <= 0xDFFF ? c + 0x10000 : int(c); }; // surrogates stand for more
    const qsizetype common = std::min(a.size(), b.size());
    for (qsizetype i = 0; i < common; ++i) {
        if (a.at(i) != b.at(i))
            return unit(a.at(i).unicode()) < unit(b.at(i).unicode()) ? -1 : 1;
    }
    return a.size() == b.size() ? 0 : a.size() < b.size() ? -1 : 1;
}

/// A value to sort by, made once per row.
struct SortValue
{
    int row = 0;
    bool missing = false;
    qint64 number = 0;
    QString folded{}, text{};
    net::ObjectKey key{};
};

int compare(const SortValue &a, const SortValue &b)
{
    if (a.number != b.number)
        return a.number < b.number ? -1 : 1;
    const int folded = byCodePoint(a.folded, b.folded);
    return folded != 0 ? folded : byCodePoint(a.text, b.text);
}

int compareKeys(const net::ObjectKey &a, const net::ObjectKey &b)
{
    if (const int regions = byCodePoint(a.scope.region, b.scope.region); regions != 0)
        return regions;
    if (const int projects = byCodePoint(a.scope.projectId, b.scope.projectId); projects != 0)
        return projects;
    return byCodePoint(a.id, b.id);
}

/// Progress sorts by what is shown: first what waits, by time, then what moves, what stopped and what took its time.
qint64 progressValue(const Cell &cell)
{
    constexpr qint64 step = qint64(1) << 48;
    switch (cell.phase) {
    case Cell::Phase::None:
        return cell.number;
    case Cell::Phase::Waiting:
        return step + cell.number;
    case Cell::Phase::Moving:
        return 2 * step + cell.number;
    case Cell::Phase::StoppedAt:
        return 3 * step + cell.number;
    case Cell::Phase::Took:
        return 4 * step + cell.number;
    }
    return cell.number;
}

bool isGone(const Cell &cell) { return cell.missing || cell.notLoaded; }

void sortRows(const TableSource &table, QList<int> &rows, const Arrangement &arrangement)
{
    const int column = arrangement.sortColumn;
    const Column &how = table.columns().at(column);
    const QHash<QString, int> ranks = how.kind == CellKind::State ? arrangement.ranks.value(how.states) : QHash<QString, int>();
    std::vector<SortValue> values;
    values.reserve(static_cast<std::size_t>(rows.size()));
    for (const int row : rows) {
        const Cell cell = table.cell(row, column);
        SortValue value{.row = row, .missing = isGone(cell), .key = table.key(row)};
        if (value.missing) {
        } else if (how.kind == CellKind::Progress) {
            value.number = progressValue(cell);
        } else if (isNumeric(how.kind)) {
            value.number = cell.number;
        } else {
            if (how.kind == CellKind::State)
                value.number = ranks.value(cell.text, ranks.isEmpty() ? 0 : std::numeric_limits<int>::max());
            value.text = cell.text;
            value.folded = cell.text.toCaseFolded();
        }
        values.push_back(std::move(value));
    }
    const bool down = arrangement.sortOrder == Qt::DescendingOrder;
    std::ranges::stable_sort(values, [down](const SortValue &a, const SortValue &b) {
        if (a.missing != b.missing)
            return b.missing; // last in both orders
        if (const int by = a.missing ? 0 : compare(a, b); by != 0)
            return down ? by > 0 : by < 0;
        return compareKeys(a.key, b.key) < 0;
    });
    std::ranges::transform(values, rows.begin(), &SortValue::row);
}

QString secondsText(qint64 seconds) { return seconds < 60 ? u"%1 s"_s.arg(seconds) : u"%1 min"_s.arg(seconds / 60); }

} // namespace

QString plainText(const Column &column, const Cell &cell)
{
    if (cell.notLoaded)
        return u"not loaded"_s;
    if (cell.missing)
        return u"—"_s;
    switch (column.kind) {
    case CellKind::Text:
    case CellKind::State:
    case CellKind::Id:
        return cell.text;
    case CellKind::Number:
        return QString::number(cell.number);
    case CellKind::Size:
        return u"%1 MB"_s.arg(cell.number);
    case CellKind::Time:
        return QDateTime::fromMSecsSinceEpoch(cell.number, Qt::UTC).toString(u"yyyy-MM-dd HH:mm:ss");
    case CellKind::Progress:
        break;
    }
    switch (cell.phase) {
    case Cell::Phase::Waiting:
        return u"waits %1"_s.arg(secondsText(cell.number));
    case Cell::Phase::Took:
        return u"took %1"_s.arg(secondsText(cell.number));
    case Cell::Phase::StoppedAt:
        return u"stopped at %1 %"_s.arg(cell.number);
    case Cell::Phase::Moving:
    case Cell::Phase::None:
        break;
    }
    return cell.number < 0 ? u"unknown"_s : u"%1 %"_s.arg(cell.number);
}

Arranged arrange(const TableSource &table, const Arrangement &arrangement)
{
    const QList<Column> &columns = table.columns();
    const int states = firstStateColumn(columns);
    const TextMaker textOf = arrangement.textMaker ? arrangement.textMaker : TextMaker(plainText);
    QList<int> searched;
    for (int column = 0; column < columns.size(); ++column) {
        if (arrangement.filter.uses(column))
            searched.append(column);
    }
    QList<int> sizes;
    for (int column = 0; column < columns.size(); ++column) {
        if (columns.at(column).kind == CellKind::Size)
            sizes.append(column);
    }
    Arranged out;
    QHash<QString, int> words;
    QStringList texts(columns.size());
    for (int row = 0; row < table.rowCount(); ++row) {
        for (const int column : searched) {
            const Cell cell = table.cell(row, column);
            texts[column] = textOf(columns.at(column), cell);
            if (!isGone(cell) && !cell.text.isEmpty() && cell.text != texts.at(column))
                texts[column] += u'\n' + cell.text; // the service's own word is found, too
        }
        if (!arrangement.filter.isEmpty() && !arrangement.filter.matches(texts))
            continue;
        if (states >= 0) {
            const QString word = table.cell(row, states).text;
            ++words[word];
            if (!arrangement.facet.isEmpty() && word != arrangement.facet)
                continue;
        }
        out.order.append(row);
        for (const int column : std::as_const(sizes)) {
            if (const Cell size = table.cell(row, column); !isGone(size))
                out.sums[column] += std::max<qint64>(0, size.number);
        }
    }
    for (auto it = words.cbegin(); it != words.cend(); ++it)
        out.facets.append({it.key(), it.value()});
    if (states >= 0) {
        const QHash<QString, int> ranks = arrangement.ranks.value(columns.at(states).states);
        const auto rank = [&ranks](const QString &word) { return ranks.value(word, std::numeric_limits<int>::max()); };
        std::ranges::sort(out.facets, [&rank](const Facet &a, const Facet &b) {
            return std::pair(rank(a.word), a.word) < std::pair(rank(b.word), b.word);
        });
    }
    if (arrangement.sortColumn >= 0 && arrangement.sortColumn < columns.size())
        sortRows(table, out.order, arrangement);
    return out;
}

ListModel::ListModel(TablePtr table, QObject *parent) : QAbstractTableModel(parent), m_table(std::move(table))
{
    m_order.resize(m_table->rowCount());
    std::iota(m_order.begin(), m_order.end(), 0);
}

void ListModel::setTextMaker(TextMaker maker)
{
    m_textMaker = maker ? std::move(maker) : TextMaker(plainText);
    retranslate();
}

void ListModel::setTipMaker(TextMaker maker) { m_tipMaker = std::move(maker); }

void ListModel::setStateRanks(const StateRanks &ranks)
{
    if (ranks == m_ranks)
        return;
    m_ranks = ranks;
    emit textsChanged();
}

void ListModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {Qt::DisplayRole, Qt::ToolTipRole});
    emit textsChanged();
}

void ListModel::swap(const TablePtr &table, const QList<int> &order, bool mark)
{
    Q_ASSERT(table->columns().size() == m_table->columns().size());
    // Not QList's ==: Qt 6.4.2 hands memcmp null pointers where both are empty.
    if (table == m_table && std::equal(order.begin(), order.end(), m_order.begin(), m_order.end()))
        return;
    const TablePtr before = m_table;
    const auto oldCount = static_cast<int>(m_order.size());
    const auto newCount = static_cast<int>(order.size());

    // Who stays, who goes, who comes: by key.
    QHash<net::ObjectKey, int> newRowOf;
    newRowOf.reserve(newCount);
    for (int row = 0; row < newCount; ++row)
        newRowOf.insert(table->key(order.at(row)), row);
    Q_ASSERT(newRowOf.size() == newCount); // keys are unique
    QList<int> stays, gone;                // old rows
    QList<bool> isOld(newCount, false);
    QList<int> toNew(oldCount, -1);
    for (int row = 0; row < oldCount; ++row) {
        const int to = newRowOf.value(before->key(m_order.at(row)), -1);
        toNew[row] = to;
        (to < 0 ? gone : stays).append(row);
        if (to >= 0)
            isOld[to] = true;
    }
    QList<int> fresh; // new rows
    for (int row = 0; row < newCount; ++row) {
        if (!isOld.at(row))
            fresh.append(row);
    }

    QList<int> differ; // new rows
    QSet<net::ObjectKey> changed;
    if (table != before) {
        QList<int> states;
        for (int column = 0; column < table->columns().size(); ++column) {
            if (table->columns().at(column).kind == CellKind::State)
                states.append(column);
        }
        QList<int> noted;
        for (const int row : std::as_const(stays)) {
            const int was = m_order.at(row), now = order.at(toNew.at(row));
            if (table->sameRow(now, *before, was))
                continue;
            differ.append(toNew.at(row));
            if (std::ranges::any_of(states,
                                    [&](int column) { return table->cell(now, column).text != before->cell(was, column).text; }))
                noted.append(toNew.at(row));
        }
        std::ranges::sort(differ);
        if (mark && before->rowCount() > 0 && !fresh.isEmpty()) {
            QSet<net::ObjectKey> known; // a row may be new on the screen only because the filter is another one
            known.reserve(before->rowCount());
            for (int row = 0; row < before->rowCount(); ++row)
                known.insert(before->key(row));
            for (const int row : std::as_const(fresh)) {
                if (!known.contains(table->key(order.at(row))))
                    noted.append(row);
            }
        }
        std::ranges::sort(noted);
        if (mark && before->rowCount() > 0) {
            for (const int row : std::as_const(noted).first(std::min<qsizetype>(noted.size(), mostChanged)))
                changed.insert(table->key(order.at(row)));
        }
    } else {
        changed = m_changed; // another order or filter of the same rows
    }

    // A: those that stay into their new relative order, those that go behind them.
    const bool sameSequence = std::ranges::is_sorted(stays, [&toNew](int a, int b) { return toNew.at(a) < toNew.at(b); });
    if (!sameSequence || runsOf(gone).size() > mostRuns) {
        std::ranges::sort(stays, [&toNew](int a, int b) { return toNew.at(a) < toNew.at(b); });
        relayout(stays + gone);
        std::iota(gone.begin(), gone.end(), static_cast<int>(stays.size()));
    }
    // B: take out those that go, from the end: rows still to visit keep their numbers.
    const QList<std::pair<int, int>> goneRuns = runsOf(gone);
    for (auto run = goneRuns.crbegin(); run != goneRuns.crend(); ++run) {
        beginRemoveRows({}, run->first, run->second);
        m_order.remove(run->first, run->second - run->first + 1);
        m_rows.clear();
        endRemoveRows();
    }
    // The same rows, in the new table.
    m_table = table;
    m_order.clear();
    for (int row = 0; row < newCount; ++row) {
        if (isOld.at(row))
            m_order.append(order.at(row));
    }
    m_rows.clear();
    const QSet<net::ObjectKey> wasChanged = std::exchange(m_changed, changed);
    // C: put in those that come, where they belong; too many pieces go to the end first.
    const QList<std::pair<int, int>> freshRuns = runsOf(fresh);
    if (freshRuns.size() <= mostRuns) {
        for (const auto &[first, last] : freshRuns) {
            beginInsertRows({}, first, last);
            m_order.insert(first, last - first + 1, 0);
            std::copy(order.cbegin() + first, order.cbegin() + last + 1, m_order.begin() + first);
            m_rows.clear();
            endInsertRows();
        }
    } else {
        const auto kept = static_cast<int>(m_order.size());
        beginInsertRows({}, kept, newCount - 1);
        for (const int row : std::as_const(fresh))
            m_order.append(order.at(row));
        m_rows.clear();
        endInsertRows();
        // D: into the final order.
        QList<int> from(newCount); // final row → row now
        int old = 0, come = kept;
        for (int row = 0; row < newCount; ++row)
            from[row] = isOld.at(row) ? old++ : come++;
        relayout(from);
    }
    Q_ASSERT(m_order == order);

    emitRows(differ, {});
    if (wasChanged != m_changed) { // rows that lose the tint; those that gain it differ anyway
        QList<int> lost;
        for (const net::ObjectKey &was : wasChanged) {
            const int row = m_changed.contains(was) ? -1 : newRowOf.value(was, -1);
            if (row >= 0 && !std::ranges::binary_search(differ, row))
                lost.append(row);
        }
        emitRows(lost, {ChangedRole});
    }
}

int ListModel::hold(const TablePtr &table, const QList<int> &order, bool mark)
{
    QList<int> now(m_order.size(), -1); // the rows that are shown, in the new table
    for (int row = 0; row < table->rowCount(); ++row) {
        if (const int at = rowOf(table->key(row)); at >= 0)
            now[at] = row;
    }
    QList<int> placeOf(table->rowCount(), -1);
    for (int place = 0; place < order.size(); ++place)
        placeOf[order.at(place)] = place;
    QList<int> gone, places; // the latter: of the rows that stay, as they stand now
    for (int at = 0; at < now.size(); ++at) {
        if (now.at(at) < 0) {
            now[at] = table->rowCount() + static_cast<int>(gone.size());
            gone.append(m_order.at(at));
        } else if (const int place = placeOf.at(now.at(at)); place >= 0) {
            places.append(place);
        }
    }
    const qsizetype fresh = order.size() - places.size();
    const auto moves = static_cast<int>(fresh + now.size() - longestRise(places));
    swap(gone.isEmpty() ? table : table->with(*m_table, gone), now, mark);
    return moves;
}

void ListModel::clearChanged()
{
    QList<int> rows;
    for (const net::ObjectKey &key : std::as_const(m_changed)) {
        if (const int row = rowOf(key); row >= 0)
            rows.append(row);
    }
    m_changed.clear();
    emitRows(rows, {ChangedRole});
}

void ListModel::relayout(const QList<int> &from)
{
    const auto count = static_cast<int>(from.size());
    bool moved = false;
    for (int row = 0; row < count && !moved; ++row)
        moved = from.at(row) != row;
    if (!moved)
        return;
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    QList<int> to(count), order(count);
    for (int row = 0; row < count; ++row) {
        to[from.at(row)] = row;
        order[row] = m_order.at(from.at(row));
    }
    m_order = order;
    m_rows.clear();
    const QModelIndexList old = persistentIndexList();
    QModelIndexList moves;
    moves.reserve(old.size());
    for (const QModelIndex &index : old)
        moves.append(createIndex(to.at(index.row()), index.column()));
    changePersistentIndexList(old, moves);
    emit layoutChanged({}, VerticalSortHint);
}

void ListModel::emitRows(QList<int> rows, const QList<int> &roles)
{
    if (rows.isEmpty())
        return;
    std::ranges::sort(rows);
    QList<std::pair<int, int>> runs = runsOf(rows);
    if (runs.size() > mostRuns)
        runs = {{rows.first(), rows.last()}};
    for (const auto &[first, last] : std::as_const(runs))
        emit dataChanged(index(first, 0), index(last, columnCount() - 1), roles);
}

int ListModel::columnOf(QByteArrayView id) const
{
    const QList<Column> &columns = m_table->columns();
    const auto found = std::ranges::find_if(columns, [id](const Column &column) { return column.id == id; });
    return found == columns.end() ? -1 : static_cast<int>(found - columns.begin());
}

int ListModel::rowOf(const net::ObjectKey &key) const
{
    if (m_rows.isEmpty()) {
        m_rows.reserve(m_order.size());
        for (int row = 0; row < m_order.size(); ++row)
            m_rows.insert(m_table->key(m_order.at(row)), row);
    }
    return m_rows.value(key, -1);
}

net::ObjectKey ListModel::key(int row) const { return m_table->key(sourceRow(row)); }

int ListModel::sourceRow(int row) const { return m_order.at(row); }

int ListModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : static_cast<int>(m_order.size()); }

int ListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table->columns().size());
}

QVariant ListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) // a view that copies asks for its current index even where it has none
        return {};
    Q_ASSERT(checkIndex(index));
    const Column &how = column(index.column());
    switch (role) { // what needs no cell
    case CellKindRole:
        return static_cast<int>(how.kind);
    case StateKindRole:
        return how.kind == CellKind::State ? QVariant(static_cast<int>(how.states)) : QVariant();
    case Qt::TextAlignmentRole:
        return headerData(index.column(), Qt::Horizontal, role);
    case ColumnIdRole:
        return QString::fromUtf8(how.id);
    case RecordKeyRole:
        return QVariant::fromValue(key(index.row()));
    case ChangedRole:
        return !m_changed.isEmpty() && m_changed.contains(key(index.row()));
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
    case StateWordRole:
    case ProgressRole:
    case SecondaryRole:
    case MissingRole:
    case SortRole:
        break;
    default:
        return {};
    }
    const Cell value = cell(index.row(), index.column());
    switch (role) {
    case Qt::DisplayRole:
        return m_textMaker(how, value);
    case Qt::ToolTipRole: {
        const QString tip = m_tipMaker ? m_tipMaker(how, value) : value.asSent;
        return tip.isEmpty() ? QVariant() : QVariant(tip);
    }
    case StateWordRole:
        return how.kind == CellKind::State ? QVariant(value.text) : QVariant();
    case ProgressRole:
        if (how.kind != CellKind::Progress)
            return {};
        if (isGone(value) || value.phase != Cell::Phase::Moving)
            return static_cast<int>(NoProgress);
        return value.number < 0 ? static_cast<int>(UnknownProgress) : static_cast<int>(std::min<qint64>(value.number, 100));
    case SecondaryRole:
        return isGone(value) || (how.kind == CellKind::Progress && value.phase != Cell::Phase::Moving);
    case MissingRole:
        return isGone(value);
    default: // SortRole
        if (isGone(value))
            return {};
        return isNumeric(how.kind) ? QVariant(value.number) : QVariant(value.text);
    }
}

QVariant ListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return QAbstractTableModel::headerData(section, orientation, role);
    const Column &how = column(section);
    switch (role) {
    case Qt::DisplayRole: {
        const QString text = QCoreApplication::translate("Columns", how.header.constData());
        if (how.kind == CellKind::Time && !m_zoneName.isEmpty())
            return QString(text + QLatin1StringView(" (") + m_zoneName + u')');
        return text;
    }
    case ColumnIdRole:
        return QString::fromUtf8(how.id);
    case Qt::TextAlignmentRole: {
        const bool right = how.kind == CellKind::Number || how.kind == CellKind::Size || how.kind == CellKind::Progress;
        return static_cast<int>((right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    default:
        return {};
    }
}

void ListModel::sort(int column, Qt::SortOrder order) { emit sortRequested(column, order); }

} // namespace models
