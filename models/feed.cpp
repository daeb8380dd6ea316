#include "models/feed.h"

#include "net/errorcodes.h"

#include <QCryptographicHash>
#include <QSet>
#include <QTimer>

#include <utility>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace models {

namespace {

constexpr int mostStepsBack = 16;  // in one load; a list that moves faster than that is shown with a note
constexpr int mostIdle = 3;        // pages in a row without anything new: the server does not look at the offset
constexpr int mostPages = 100'000; // a server without an end
constexpr int manyRows = 20'000;   // from here on a first load is not shown after each page, but each quarter more

/// A page that has come and is a part of the list.
struct LoadedPage
{
    int offset = 0;
    QByteArray digest{}; ///< of the bytes
    ListOrigin::PageRows rows{};
    QList<bool> keep{};
};

/// All pages of one load. Touched by jobs on the worker only, which run one after the other.
struct Load
{
    int skipped = 0;                      ///< an offset of the user's own: rows before the first page
    std::shared_ptr<const Load> before{}; ///< the load whose pages are at hand: equal bytes are not read again
    QList<LoadedPage> pages{};
    QSet<QString> seen{};
    int covered = 0; ///< rows up to here, in the server's present order, have come
    int stepsBack = 0;
    bool backing = false; ///< the page asked for is one step back
    int idle = 0;         ///< pages in a row that brought nothing new
    bool gaps = false;    ///< rows may be missing: the list changed faster than it came
    bool same = true;     ///< each page so far has the bytes of that page of `before`
    int unreadable = 0;
    QString firstProblem{};
    std::optional<qint64> count{};
    int builtRows = 0; ///< rows of the part shown last
};

/// What is to be done after a page.
struct Verdict
{
    bool end = false;
    int next = 0;  ///< offset of the next page
    int pages = 0; ///< that have come
    std::optional<int> pagesInAll{};
};

/// Rows that this load can bring, when the server told a count.
std::optional<qint64> wanted(const Load &load)
{
    return load.count ? std::optional(std::max<qint64>(0, *load.count - load.skipped)) : std::nullopt;
}

std::optional<int> pagesFor(std::optional<qint64> rows, int pageSize)
{
    if (!rows)
        return {};
    const qint64 step = std::max(1, pageSize - 1);
    return static_cast<int>(*rows <= pageSize ? 1 : 1 + (*rows - pageSize + step - 1) / step);
}

bool isKnown(const Load &load, const LoadedPage &page)
{
    const QStringList &ids = page.rows.ids;
    if (page.offset == 0 || load.pages.isEmpty() || load.seen.isEmpty())
        return true;
    if (ids.isEmpty()) // the list has become shorter than what came
        return false;
    if (ids.first().isEmpty() && load.pages.last().rows.ids.last().isEmpty())
        return true; // an unreadable row on either side of the seam: the same one, as far as can be told
    return std::ranges::any_of(ids, [&load](const QString &id) { return !id.isEmpty() && load.seen.contains(id); });
}

/// Reads a page and decides how to go on; on the worker.
/// Any row known from before ties a page to what came: rows keep their order, so all rows between the two have come.
/// A page without one has jumped over rows, because others went meanwhile: go back until the two meet.
net::Result<Verdict> read(Load &load, const ListOrigin &origin, const PageBytes &bytes, int offset)
{
    const int limit = origin.pageSize;
    LoadedPage page{.offset = offset, .digest = QCryptographicHash::hash(bytes.body, QCryptographicHash::Sha1)};
    const qsizetype at = load.pages.size();
    const bool equal = load.before && at < load.before->pages.size() && load.before->pages.at(at).offset == offset &&
                       load.before->pages.at(at).digest == page.digest;
    if (equal) {
        page.rows = load.before->pages.at(at).rows;
    } else {
        auto rows = origin.read(bytes.body);
        if (!rows) { // a message names the endpoint, also where the answer came but cannot be read
            rows.error().httpStatus = 200;
            rows.error().endpoint = bytes.endpoint;
            rows.error().requestId = bytes.requestId;
            return tl::unexpected(rows.error());
        }
        page.rows = std::move(*rows);
        while (page.rows.ids.size() < page.rows.envelope.rows) // rows that are not even objects
            page.rows.ids.append(QString());
        load.same = false;
    }
    page.rows.serverTime = bytes.serverTime;
    const QStringList ids = page.rows.ids;
    const auto rows = static_cast<int>(ids.size());
    if (page.rows.envelope.count)
        load.count = page.rows.envelope.count;

    Verdict verdict{.pages = static_cast<int>(at), .pagesInAll = pagesFor(wanted(load), limit)};
    if (!isKnown(load, page)) {
        if (load.stepsBack < mostStepsBack) {
            ++load.stepsBack;
            load.backing = true;
            load.same = false;
            verdict.next = std::max(0, offset - limit);
            return verdict;
        }
        load.gaps = true;
    }

    int added = 0, unreadable = 0;
    qsizetype lastId = -1;
    for (qsizetype i = 0; i < ids.size(); ++i) {
        const bool fresh = !ids.at(i).isEmpty() && !load.seen.contains(ids.at(i));
        page.keep.append(fresh);
        if (fresh) {
            load.seen.insert(ids.at(i));
            ++added;
        }
        if (!ids.at(i).isEmpty())
            lastId = i;
        else if (offset + i >= load.covered)
            ++unreadable;
    }
    if (load.firstProblem.isEmpty())
        load.firstProblem = page.rows.envelope.firstProblem;
    load.unreadable += unreadable;
    load.covered = offset + rows;
    const bool again = at > 0 && load.pages.last().digest == page.digest;
    load.pages.append(page);
    verdict.pages = static_cast<int>(load.pages.size());

    const std::optional<qint64> all = wanted(load);
    const bool isShort = rows < limit && !(all && load.covered < *all); // or the server gives less than asked
    if (added > 0 || (unreadable > 0 && !again))
        load.idle = 0;
    else if (!load.backing) // rows that came in front push known ones onto this page: give the rest a chance
        ++load.idle;
    load.backing = false;
    verdict.end = rows == 0 || isShort || load.idle >= mostIdle;
    // Known rows only, page after page: others come in front as fast as it is read, or the offset is not looked at. Either way
    // there may be more, unless it gives all there is whatever the limit.
    if (verdict.end && !isShort && rows > 0 && !(again && rows > limit))
        load.gaps = true;
    if (load.pages.size() >= mostPages) {
        load.gaps = true;
        verdict.end = true;
    }
    verdict.next = lastId > 0 ? offset + static_cast<int>(lastId) : std::max(offset + 1, load.covered - 1);
    return verdict;
}

/// Why a snapshot is made.
enum class Why {
    Part,  ///< of a first load, to be seen while the rest comes
    Whole, ///< a load has ended
    Left,  ///< a first load was stopped or failed: what has come
    Again  ///< the pages at hand, with other names joined
};

/// A snapshot on its way to whoever shows it.
struct Build
{
    TablePtr table{}; ///< null: nothing has changed, only the time
    bool moves = false;
    bool gaps = false;
    int unreadable = 0;
    QString firstProblem{};
    std::optional<qint64> count{};
    QDateTime asOf{};
};

/// Makes a snapshot of a load; on the worker.
Build build(Load &load, const ListOrigin &origin, const TablePtr &latest, Why why)
{
    Build out{.gaps = load.gaps, .unreadable = load.unreadable, .firstProblem = load.firstProblem, .count = load.count};
    const bool unchanged = why == Why::Whole && load.same && load.before && load.before->pages.size() == load.pages.size();
    if (why != Why::Part)
        load.before.reset(); // or loads would hang together for ever
    QList<ListOrigin::PageRows> pages;
    QList<QList<bool>> keep;
    for (const LoadedPage &page : std::as_const(load.pages)) {
        pages.append(page.rows);
        keep.append(page.keep);
        if (!out.asOf.isValid() || page.rows.serverTime < out.asOf)
            out.asOf = page.rows.serverTime;
    }
    const auto anyMoves = [](const TableSource &table) {
        for (int row = 0; row < table.rowCount(); ++row) {
            if (table.moves(row))
                return true;
        }
        return false;
    };
    if (unchanged && !anyMoves(*latest)) // what moves may show for how long: that is joined again
        return out;
    out.table = origin.join(pages, keep, *latest);
    out.moves = anyMoves(*out.table);
    load.builtRows = out.table->rowCount();
    return out;
}

} // namespace

struct Feed::Private
{
    Private(Feed *feed, ListOrigin from, TablePtr empty, Worker *onWorker, const net::Clock &time)
        : q(feed), origin(std::move(from)), worker(onWorker), clock(time), latest(std::move(empty))
    {
        next.setSingleShot(true);
        stale.setSingleShot(true);
        origin.pageSize = std::max(2, origin.pageSize);
        usualPageSize = origin.pageSize;
    }

    bool isLoading() const { return load != nullptr; }
    std::chrono::milliseconds interval() const;
    void start();
    void ask(int offset);
    void came(int offset, const net::Result<PageBytes> &result);
    void judged(const net::Result<Verdict> &verdict);
    void make(const std::shared_ptr<Load> &from, Why why);
    void made(const std::shared_ptr<Load> &from, const Build &result, int no, Why why);
    void take(const Build &result, Why why);
    void fail(const net::ApiError &error);
    void leave();  ///< a load that did not end: what came of a first load stays
    void settle(); ///< fresh or stale, by age
    void plan();   ///< the timers

    Feed *q;
    ListOrigin origin;
    Worker *worker;
    const net::Clock &clock;
    Pace pace;
    Watch watch = Watch::InFront;
    net::Query query;

    // what came
    TablePtr latest;
    std::shared_ptr<Load> kept; ///< the pages of `latest`
    bool isComplete = false;    ///< all pages under the present query are in `latest`
    int usualPageSize = 1000;
    int skipped = 0;
    ListCounts counts;
    Freshness freshness;
    std::chrono::milliseconds asOf{0};  ///< steady: when the oldest page of `latest` came
    std::chrono::milliseconds ended{0}; ///< steady: when the last load ended
    bool moves = false;

    // what is under way
    net::CallPtr<PageBytes> call;
    std::shared_ptr<Load> load;
    std::chrono::milliseconds firstCame{0}; ///< steady, of this load
    int loadNo = 0;                         ///< answers of an older load are dropped
    int epoch = 0;                          ///< snapshots of another query are dropped
    int seq = 0;                            ///< of the last snapshot ordered
    int seqTaken = 0;
    bool started = false;
    bool stopped = false; ///< by the user: nothing happens by itself
    bool ending = false;  ///< all pages have come, their snapshot is being made
    bool rejoinAfter = false;
    int failures = 0;
    QTimer next, stale;
};

std::chrono::milliseconds Feed::Private::interval() const
{
    if (watch != Watch::InFront)
        return pace.background;
    return moves ? pace.moving : pace.idle;
}

void Feed::Private::start()
{
    started = true;
    stopped = false;
    ++loadNo;
    load = std::make_shared<Load>();
    load->skipped = skipped;
    load->before = kept;
    freshness.state = Freshness::State::Loading;
    freshness.page = 0;
    freshness.pages.reset();
    plan();
    ask(0);
    emit q->changed();
}

void Feed::Private::ask(int offset)
{
    call = origin.fetch(query, offset, origin.pageSize);
    if (!call) // nothing to ask with
        return fail({.kind = net::ErrorKind::Offline});
    call->then(q, [this, offset](const net::Result<PageBytes> &result) { came(offset, result); });
}

void Feed::Private::came(int offset, const net::Result<PageBytes> &result)
{
    if (!result)
        return fail(result.error());
    if (freshness.page == 0)
        firstCame = clock.steady();
    PageBytes bytes = *result;
    if (!bytes.serverTime.isValid())
        bytes.serverTime = clock.nowUtc();
    worker->run([of = load, from = origin, bytes, offset] { return read(*of, from, bytes, offset); }, q,
                [this, no = loadNo](const net::Result<Verdict> &verdict) {
                    if (no == loadNo && isLoading())
                        judged(verdict);
                });
}

void Feed::Private::judged(const net::Result<Verdict> &verdict)
{
    if (!verdict)
        return fail(verdict.error());
    freshness.page = verdict->pages;
    freshness.pages = verdict->pagesInAll;
    if (freshness.pages)
        freshness.pages = std::max(*freshness.pages, freshness.page + (verdict->end ? 0 : 1));
    if (verdict->end)
        return make(load, Why::Whole);
    if (!isComplete)
        make(load, Why::Part);
    ask(verdict->next);
    emit q->changed();
}

void Feed::Private::make(const std::shared_ptr<Load> &from, Why why)
{
    ending = ending || why == Why::Whole;
    worker->run(
        [from, source = origin, latest = latest, why] {
            if (why == Why::Part && from->builtRows > manyRows && from->seen.size() < from->builtRows + from->builtRows / 4)
                return Build{};
            return build(*from, source, latest, why);
        },
        q,
        [this, from, no = ++seq, age = epoch, why](const Build &result) {
            if (age == epoch)
                made(from, result, no, why);
        });
}

void Feed::Private::made(const std::shared_ptr<Load> &from, const Build &result, int no, Why why)
{
    if (no < seqTaken || (why == Why::Again && from != kept)) { // newer rows were faster
        if (why == Why::Again)
            q->rejoin();
        return;
    }
    if (!result.asOf.isValid()) // nothing was made
        return;
    seqTaken = no;
    if (why == Why::Whole) {
        kept = std::exchange(load, nullptr);
        ending = false;
        call.reset();
        failures = 0;
        freshness.error = {};
        freshness.stoppedEarly = result.gaps;
        ended = clock.steady();
    }
    take(result, why);
    if (why == Why::Whole)
        isComplete = true;
    if (!isLoading() && freshness.state != Freshness::State::Failed)
        settle();
    if (why == Why::Whole) {
        settle();
        plan();
        if (std::exchange(rejoinAfter, false))
            q->rejoin();
    }
    emit q->changed();
}

void Feed::Private::take(const Build &result, Why why)
{
    if (why != Why::Again) {
        freshness.asOf = result.asOf;
        asOf = firstCame;
    }
    counts.onServer = result.count;
    counts.skipped = skipped;
    counts.unreadable = result.unreadable;
    counts.firstProblem = result.firstProblem;
    if (!result.table)
        return;
    latest = result.table;
    counts.shown = counts.loaded = latest->rowCount();
    moves = result.moves;
    emit q->tableChanged();
}

void Feed::Private::fail(const net::ApiError &error)
{
    leave();
    ++failures;
    freshness.state = Freshness::State::Failed;
    freshness.error = error;
    ended = clock.steady();
    plan();
    emit q->changed();
}

void Feed::Private::leave()
{
    ++loadNo;
    call.reset();
    const std::shared_ptr<Load> left = std::exchange(load, nullptr);
    if (isComplete || freshness.page == 0)
        return;
    kept = left;
    make(left, Why::Left);
}

void Feed::Private::settle()
{
    if (!freshness.asOf.isValid())
        freshness.state = Freshness::State::Never;
    else
        freshness.state = clock.steady() - asOf > 2 * interval() ? Freshness::State::Stale : Freshness::State::Fresh;
}

void Feed::Private::plan()
{
    next.stop();
    stale.stop();
    if (isLoading())
        return;
    const std::chrono::milliseconds now = clock.steady();
    const bool failed = freshness.state == Freshness::State::Failed;
    // Neither changes by asking again: somebody has to sign in, or the project has to be set up elsewhere.
    const bool isLasting = freshness.error.kind == net::ErrorKind::SignedOut || net::isNotOffered(freshness.error);
    const bool waitsForUser = stopped || (failed && isLasting);
    if (started && !waitsForUser && !pace.isOff && watch != Watch::Hidden) {
        std::chrono::milliseconds wait = interval();
        if (failed) {
            wait = std::min(pace.firstRetry * (1 << std::clamp(failures - 1, 0, 16)), pace.lastRetry);
            wait = std::max<std::chrono::milliseconds>(wait, std::chrono::seconds(freshness.error.retryAfter));
        }
        next.start(std::max(0ms, ended + wait - now));
    }
    if (freshness.state == Freshness::State::Fresh)
        stale.start(std::max(0ms, asOf + 2 * interval() - now) + 1ms);
}

Feed::Feed(ListOrigin origin, TablePtr empty, Worker *worker, const net::Clock &clock, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(this, std::move(origin), std::move(empty), worker, clock))
{
    connect(&d->next, &QTimer::timeout, this, &Feed::refresh);
    connect(&d->stale, &QTimer::timeout, this, [this] {
        d->settle();
        if (d->freshness.state == Freshness::State::Fresh)
            return d->plan(); // a coarse timer may come early
        emit changed();
    });
}

Feed::~Feed() = default;

void Feed::setPace(Pace pace)
{
    d->pace = pace;
    d->plan();
}

void Feed::refresh()
{
    if (!d->isLoading())
        d->start();
}

void Feed::wake()
{
    if (!d->started || d->isLoading()) // a load that is under way is asked on by the transport
        return;
    const bool planned = d->next.isActive();
    const bool isAskedToWait = d->freshness.state == Freshness::State::Failed && d->freshness.error.retryAfter > 0;
    if (!isAskedToWait) // also where nobody looks at present: due as soon as somebody does
        d->ended = std::min(d->ended, d->clock.steady() - std::max({d->pace.moving, d->pace.idle, d->pace.background}));
    if (planned && !isAskedToWait)
        return refresh();
    if (d->freshness.state != Freshness::State::Failed)
        d->settle();
    d->plan();
    emit changed();
}

void Feed::stop()
{
    if (!d->isLoading() || d->ending)
        return;
    if (!d->isComplete && d->freshness.page > 0)
        d->freshness.stoppedEarly = true;
    d->stopped = true;
    d->leave();
    d->ended = d->clock.steady();
    d->settle();
    d->plan();
    emit changed();
}

void Feed::rejoin()
{
    if (d->ending)
        d->rejoinAfter = true;
    else if (d->kept)
        d->make(d->kept, Why::Again);
}

void Feed::setWatch(Watch watch)
{
    if (watch == d->watch)
        return;
    d->watch = watch;
    if (!d->isLoading() && d->freshness.state != Freshness::State::Failed)
        d->settle();
    d->plan();
    emit changed();
}

void Feed::setQuery(const net::Query &query)
{
    if (query == d->query)
        return;
    d->query = query;
    d->origin.pageSize = d->usualPageSize; // a filter may ask for pages of its own size
    d->skipped = 0;
    for (const auto &[name, value] : query) {
        if (name == "limit"_L1)
            d->origin.pageSize = std::clamp(value.toInt(), 2, 1000);
        else if (name == "offset"_L1)
            d->skipped = std::max(0, value.toInt());
    }
    ++d->epoch;
    ++d->loadNo;
    d->call.reset();
    d->load.reset();
    d->kept.reset();
    d->ending = false;
    d->isComplete = false;
    if (d->started)
        d->start();
}

const net::Scope &Feed::scope() const { return d->origin.scope; }

TablePtr Feed::table() const { return d->latest; }

Freshness Feed::freshness() const
{
    Freshness now = d->freshness;
    now.nextTryMs = d->next.isActive() ? d->next.remainingTime() : -1;
    return now;
}

ListCounts Feed::counts() const { return d->counts; }

bool Feed::isComplete() const { return d->isComplete; }

} // namespace models
