#pragma once

#include "models/table.h"
#include "models/worker.h"
#include "net/call.h"
#include "net/clock.h"
#include "net/jsonreader.h"
#include "net/page.h"
#include "net/request.h"

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
    net::Scope scope{};  ///< whose list it is
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
    int shown = 0;                    ///< after all filters; of a feed: all that are loaded
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

/// One list of one scope as the server has it: asks for all pages, keeps the last good rows, refreshes by itself.
/// Each page is asked from the last row of the page before it on, so that rows which came or went meanwhile show: a page
/// without any row that is known already steps back until the two meet. Nothing is asked before the first refresh().
class Feed final : public QObject
{
    Q_OBJECT

public:
    /// Steady intervals between automatic refreshes: something moves, idle, window not in front.
    struct Pace
    {
        std::chrono::milliseconds moving{3000}, idle{60000}, background{120000};
        std::chrono::milliseconds firstRetry{5000}, lastRetry{60000}; ///< after a failure; doubled each time
        bool isOff = false; ///< nothing is asked by itself, neither again after a failure; the ages go on being judged
    };
    enum class Watch { InFront, Background, Hidden };

    Feed(ListOrigin origin, TablePtr empty, Worker *worker, const net::Clock &clock, QObject *parent = nullptr);
    ~Feed() override;

    void setPace(Pace pace);
    void setWatch(Watch watch);
    void setQuery(const net::Query &query); ///< starts anew, keeps rows until the first page is there
    void refresh();                         ///< now; a refresh under way is left alone
    /// The machine was asleep, or its clock was set: what refreshes by itself does so now, unless the server asked to wait.
    void wake();
    void stop();   ///< ends a load; what has come stays and is marked as a part, unless all rows of an older one are there
    void rejoin(); ///< the names joined to the rows have changed: makes the snapshot again from the pages at hand

    const net::Scope &scope() const;
    TablePtr table() const; ///< the last snapshot
    Freshness freshness() const;
    ListCounts counts() const;
    bool isComplete() const; ///< all pages under the present query are in table(); false while a first load is under way

signals:
    void changed();      ///< freshness or counts
    void tableChanged(); ///< table() is another; isComplete() still tells of the one before

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace models
