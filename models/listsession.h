#pragma once

#include "models/filter.h"
#include "models/listmodel.h"
#include "models/listworker.h"
#include "models/table.h"
#include "net/call.h"
#include "net/clock.h"
#include "net/jsonreader.h"

#include <QObject>
#include <QTimer>

namespace models {

/// One page of a list as it came: bytes to be read on the worker.
struct PageBytes
{
    QByteArray body;
    QDateTime serverTime; ///< UTC; of the answer
};

/// Where a list comes from: how to ask for a page and how to read all pages into a table.
struct ListOrigin
{
    int pageSize = 1000;
    /// Asks for rows from \a offset on, under \a filter.
    std::function<net::CallPtr<PageBytes>(const net::Query &filter, int offset, int limit)> fetch;
    /// Reads one page on the worker: pure. Adds rows in page order to \a into, ids in order to \a ids (unreadable rows as
    /// empty ids).
    struct PageRows
    {
        std::shared_ptr<void> rows; ///< QList<Row>, known to `join` only
        QStringList ids;
        net::ListEnvelope envelope;
    };
    std::function<net::Result<PageRows>(const QByteArray &body)> read;
    /// Makes the snapshot of all pages (duplicates by id are already marked with false in \a keep): pure, on the worker.
    std::function<TablePtr(const QList<PageRows> &pages, const QList<QList<bool>> &keep)> join;
};

/// How true a list is.
struct Freshness
{
    enum class State { Never, Loading, Fresh, Stale, Failed } state = State::Never;
    QDateTime asOf{};              ///< server time, UTC, of the oldest page shown; invalid: nothing shown yet
    net::ApiError error{};         ///< of the last failed refresh
    int page = 0;                  ///< Loading: pages read so far
    std::optional<int> pages{};    ///< Loading: pages in all, when the server told a count
    bool stoppedEarly = false;     ///< the user stopped it: what is shown is a part
    qint64 nextTryMs = -1;         ///< steady ms until the next automatic try; -1: none planned
};

struct ListCounts
{
    int shown = 0;  ///< after all filters
    int loaded = 0; ///< rows of the snapshot
    std::optional<qint64> onServer{};
    int unreadable = 0;
    QString firstProblem{};
};

struct Facet
{
    QString word; ///< state as sent
    int count = 0;
};

/// A list on the screen: fetches all pages in place, keeps the last good rows, refreshes by itself, filters and sorts.
class ListSession final : public QObject
{
    Q_OBJECT

public:
    /// Steady intervals between automatic refreshes: something moves, idle, window not in front.
    struct Pace
    {
        std::chrono::milliseconds moving{3'000}, idle{60'000}, background{120'000};
    };
    ListSession(ListOrigin origin, TablePtr empty, ListWorker *worker, const net::Clock &clock, QObject *parent = nullptr);

    ListModel *model() { return &m_model; }
    void setPace(Pace pace);

    void refresh(); ///< now; a refresh under way is left alone unless the server filter changed
    void stop();    ///< ends a load; what has come is shown and marked as a part
    enum class Watch { InFront, Background, Hidden };
    void setWatch(Watch watch);

    void setServerFilter(const net::Query &filter); ///< starts anew, keeps rows until the first page is there
    const net::Query &serverFilter() const;
    void setFilter(const QString &text);            ///< the text filter as typed
    const Filter &filter() const;
    void setFacet(const QString &stateWord);        ///< only rows in this state; empty: all
    const QString &facet() const;
    void sort(int column, Qt::SortOrder order);

    const Freshness &freshness() const;
    ListCounts counts() const;
    QList<Facet> facets() const; ///< of the first State column, over all loaded rows that pass the text filter
    TablePtr table() const;

signals:
    void changed();   ///< freshness, counts or facets
    void tableChanged(); ///< a new snapshot is in place

private:
    struct Private;
    std::unique_ptr<Private> d;
    ListModel m_model;
};

} // namespace models
