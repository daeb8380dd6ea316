#pragma once

#include "models/filter.h"
#include "models/listmodel.h"
#include "models/table.h"
#include "models/worker.h"
#include "net/call.h"
#include "net/clock.h"
#include "net/csbs.h"
#include "net/jsonreader.h"

#include <QObject>

#include <algorithm>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace models {

/// One page of a list as it came: bytes to be read on the worker.
using PageBytes = net::RawPage;

/// Where a list comes from: how to ask for a page and how to read all pages into a table.
struct ListOrigin
{
    int pageSize = 1000; ///< at least 2: pages overlap by a row
    /// Asks for rows from \a offset on, under \a filter. An "offset" in the filter is where the list begins: \a offset counts
    /// from there.
    std::function<net::CallPtr<PageBytes>(const net::Query &filter, int offset, int limit)> fetch;
    /// Reads one page on the worker: pure. Adds rows in page order to \a into, ids in order to \a ids (unreadable rows as
    /// empty ids).
    struct PageRows
    {
        std::shared_ptr<void> rows; ///< QList<Row>, known to `join` only
        QStringList ids;
        net::ListEnvelope envelope;
        QDateTime serverTime{}; ///< UTC; of the answer the rows came in: set by the session
    };
    std::function<net::Result<PageRows>(const QByteArray &body)> read;
    /// Makes the snapshot of all pages: pure, on the worker. \a keep has a flag for each of a page's ids: false for
    /// duplicates and for rows without an id. \a before is the snapshot made last, empty at first.
    std::function<TablePtr(const QList<PageRows> &pages, const QList<QList<bool>> &keep, const TableSource &before)> join;
};

/// How true a list is.
struct Freshness
{
    enum class State { Never, Loading, Fresh, Stale, Failed } state = State::Never;
    QDateTime asOf{};           ///< server time, UTC, of the oldest page shown; invalid: nothing shown yet
    net::ApiError error{};      ///< of the last failed refresh
    int page = 0;               ///< Loading: pages read so far
    std::optional<int> pages{}; ///< Loading: pages in all, when the server told a count
    bool stoppedEarly = false;  ///< what is shown may be a part: the user stopped it, or the list changed faster than it came
    qint64 nextTryMs = -1;      ///< ms from now until the next automatic try; -1: none planned
};

struct ListCounts
{
    int shown = 0;                    ///< after all filters
    int loaded = 0;                   ///< rows of the snapshot
    std::optional<qint64> onServer{}; ///< all of them, also those before `skipped`
    int skipped = 0;                  ///< rows at the server before the first one asked for: an offset of the user's own
    int unreadable = 0;
    QString firstProblem{};

    /// Rows to be had from the server under the filter, when it told a count.
    std::optional<qint64> wanted() const
    {
        return onServer ? std::optional(std::max<qint64>(0, *onServer - skipped)) : std::nullopt;
    }
};

/// A list on the screen: fetches all pages in place, keeps the last good rows, refreshes by itself, filters and sorts.
/// Each page is asked from the last row of the page before it on, so that rows which came or went meanwhile show: a page
/// without any row that is known already steps back until the two meet. Nothing is asked before the first refresh().
class ListSession final : public QObject
{
    Q_OBJECT

public:
    /// Steady intervals between automatic refreshes: something moves, idle, window not in front.
    struct Pace
    {
        std::chrono::milliseconds moving{3'000}, idle{60'000}, background{120'000};
        std::chrono::milliseconds firstRetry{5'000}, lastRetry{60'000}; ///< after a failure; doubled each time
        bool isOff = false; ///< nothing is asked by itself, neither again after a failure; the ages go on being judged
    };
    ListSession(ListOrigin origin, TablePtr empty, Worker *worker, const net::Clock &clock, QObject *parent = nullptr);
    ~ListSession() override;

    ListModel *model() { return &m_model; }
    void setPace(Pace pace);

    void refresh(); ///< now; a refresh under way is left alone unless the server filter changed
    /// The machine was asleep, or its clock was set: what refreshes by itself does so now, unless the server asked to wait.
    void wake();
    void stop();   ///< ends a load; what has come is shown and marked as a part, unless all rows of an older one are there
    void rejoin(); ///< the names joined to the rows have changed: makes the snapshot again from the pages at hand
    /// For a list that lives here, whose origin fetches nothing: shows these rows from now on. refresh() does nothing there.
    void put(const TablePtr &table);
    enum class Watch { InFront, Background, Hidden };
    void setWatch(Watch watch);

    void setServerFilter(const net::Query &filter); ///< starts anew, keeps rows until the first page is there
    const net::Query &serverFilter() const;
    bool isNarrowed() const; ///< the server filter asks for a part of the list, not only for an order or a page size
    /// The table holds every row the server has: what is not in it is not there. False while a first load is under way.
    bool isWhole() const;
    void setFilter(const QString &text); ///< the text filter as typed
    const Filter &filter() const;
    void setFacet(const QString &stateWord); ///< only rows in this state; empty: all
    const QString &facet() const;
    void sort(int column, Qt::SortOrder order); ///< column -1: as the server sends them
    int sortColumn() const;
    Qt::SortOrder sortOrder() const;

    /// While held, what comes by itself changes values in place, but neither order nor count of the rows: the user's hand is on
    /// them. What the user sorts or filters is shown at once. Letting go applies what waits.
    void hold(bool on);
    int pendingMoves() const; ///< rows that came, went or would stand elsewhere; 0: nothing waits
    void applyMoves();        ///< now, held or not

    const Freshness &freshness() const;
    ListCounts counts() const;
    QList<Facet> facets() const;      ///< of the first State column, over all loaded rows that pass the text filter
    TablePtr table() const;           ///< the last snapshot; the model's may lag behind it while held
    qint64 sum(int sizeColumn) const; ///< MB, over all rows shown
    Worker *worker() const;

signals:
    void changed();             ///< freshness, counts or facets
    void tableChanged();        ///< a new snapshot is in place
    void serverFilterChanged(); ///< of a list whose rows are put: others are wanted

private:
    struct Private;
    ListModel m_model;
    std::unique_ptr<Private> d; ///< goes first
};

} // namespace models
