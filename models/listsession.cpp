#include "models/listsession.h"

#include "net/errorcodes.h"

#include <QCryptographicHash>
#include <QSet>
#include <QTimer>

#include <algorithm>
#include <atomic>
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
net::Result<Verdict> take(Load &load, const ListOrigin &origin, const PageBytes &bytes, int offset)
{
    const int limit = origin.pageSize;
    LoadedPage page{.offset = offset, .digest = QCryptographicHash::hash(bytes.body, QCryptographicHash::Sha1)};
    const qsizetype at = load.pages.size();
    const bool equal = load.before && at < load.before->pages.size() && load.before->pages.at(at).offset == offset &&
                       load.before->pages.at(at).digest == page.digest;
    if (equal) {
        page.rows = load.before->pages.at(at).rows;
    } else {
        auto read = origin.read(bytes.body);
        if (!read) { // a message names the endpoint, also where the answer came but cannot be read
            read.error().httpStatus = 200;
            read.error().endpoint = bytes.endpoint;
            read.error().requestId = bytes.requestId;
        }
        if (!read)
            return tl::unexpected(read.error());
        page.rows = std::move(*read);
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

/// A snapshot on its way to the screen.
struct Build
{
    TablePtr table{}; ///< null: nothing has changed, only the time
    Arranged arranged{};
    int view = 0; ///< of which arrangement
    bool moves = false;
    bool gaps = false;
    int unreadable = 0;
    QString firstProblem{};
    std::optional<qint64> count{};
    QDateTime asOf{};
};

/// Makes a snapshot of a load; on the worker.
Build build(Load &load, const ListOrigin &origin, const TablePtr &latest, const Arrangement &arrangement, Why why)
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
    out.arranged = arrange(*out.table, arrangement);
    load.builtRows = out.table->rowCount();
    return out;
}

} // namespace

struct ListSession::Private
{
    Private(ListSession *session, ListOrigin from, TablePtr empty, Worker *onWorker, const net::Clock &time)
        : q(session), origin(std::move(from)), worker(onWorker), clock(time), latest(std::move(empty))
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
    void show(const Build &result, Why why);
    void place(const Arranged &arranged, bool atOnce);
    bool continues(const QList<int> &order) const;
    void arrangeAgain();
    Arrangement arrangement() const;
    void fail(const net::ApiError &error);
    void leave();  ///< a load that did not end: what came of a first load is shown
    void settle(); ///< fresh or stale, by age
    void plan();   ///< the timers

    ListSession *q;
    ListOrigin origin;
    Worker *worker;
    const net::Clock &clock;
    Pace pace;
    Watch watch = Watch::InFront;

    // what is asked
    net::Query query;
    QString filterText;
    Filter filter;
    QString facet;
    int sortColumn = -1;
    Qt::SortOrder sortOrder = Qt::AscendingOrder;

    // what came
    TablePtr latest;            ///< the snapshot of the model
    std::shared_ptr<Load> kept; ///< the pages of `latest`
    bool isComplete = false;    ///< all pages under the present query are in `latest`
    QList<Facet> facets;
    QHash<int, qint64> sums;
    int usualPageSize = 1000;
    int skipped = 0;
    ListCounts counts;
    Freshness freshness;
    std::chrono::milliseconds asOf{0};  ///< steady: when the oldest page on the screen came
    std::chrono::milliseconds ended{0}; ///< steady: when the last load ended
    bool moves = false;

    // what waits while the user's hand is on the rows
    bool held = false;
    bool arranging = false; ///< the user has sorted or filtered: what is shown next is shown at once
    bool filling = false;   ///< the user has asked the server for other rows: all that this load brings is shown at once
    int pending = 0;
    Arranged waiting; ///< of `latest`, when something is pending
    int loaded = 0;   ///< rows of the snapshot that is shown in its own order

    // what is under way
    net::CallPtr<PageBytes> call;
    std::shared_ptr<Load> load;
    std::chrono::milliseconds firstCame{0}; ///< steady, of this load
    int loadNo = 0;                         ///< answers of an older load are dropped
    int epoch = 0;                          ///< snapshots of another server filter are dropped
    int seq = 0;                            ///< of the last snapshot ordered
    int seqShown = 0;
    std::shared_ptr<std::atomic_int> view = std::make_shared<std::atomic_int>(0); ///< arrangements but the last are dropped
    bool started = false;
    bool stopped = false; ///< by the user: nothing happens by itself
    bool ending = false;  ///< all pages have come, their snapshot is being made
    bool rejoinAfter = false;
    int failures = 0;
    QTimer next, stale;
};

std::chrono::milliseconds ListSession::Private::interval() const
{
    if (watch != Watch::InFront)
        return pace.background;
    return moves ? pace.moving : pace.idle;
}

void ListSession::Private::start()
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

void ListSession::Private::ask(int offset)
{
    call = origin.fetch(query, offset, origin.pageSize);
    if (!call) // nothing to ask with
        return fail({.kind = net::ErrorKind::Offline});
    call->then(q, [this, offset](const net::Result<PageBytes> &result) { came(offset, result); });
}

void ListSession::Private::came(int offset, const net::Result<PageBytes> &result)
{
    if (!result)
        return fail(result.error());
    if (freshness.page == 0)
        firstCame = clock.steady();
    PageBytes bytes = *result;
    if (!bytes.serverTime.isValid())
        bytes.serverTime = clock.nowUtc();
    worker->run([of = load, from = origin, bytes, offset] { return take(*of, from, bytes, offset); }, q,
                [this, no = loadNo](const net::Result<Verdict> &verdict) {
                    if (no == loadNo && isLoading())
                        judged(verdict);
                });
}

void ListSession::Private::judged(const net::Result<Verdict> &verdict)
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

void ListSession::Private::make(const std::shared_ptr<Load> &from, Why why)
{
    ending = ending || why == Why::Whole;
    worker->run(
        [from, source = origin, latest = latest, what = arrangement(), why, gen = view->load()] {
            if (why == Why::Part && from->builtRows > manyRows && from->seen.size() < from->builtRows + from->builtRows / 4)
                return Build{};
            Build out = build(*from, source, latest, what, why);
            out.view = gen;
            return out;
        },
        q,
        [this, from, no = ++seq, age = epoch, why](const Build &result) {
            if (age == epoch)
                made(from, result, no, why);
        });
}

void ListSession::Private::made(const std::shared_ptr<Load> &from, const Build &result, int no, Why why)
{
    if (no < seqShown || (why == Why::Again && from != kept)) { // newer rows were faster
        if (why == Why::Again)
            q->rejoin();
        return;
    }
    if (!result.asOf.isValid()) // nothing was made
        return;
    if (result.table && result.view != view->load()) { // filtered or sorted otherwise meanwhile
        worker->run(
            [result, what = arrangement(), gen = view->load()] {
                Build out = result;
                out.arranged = arrange(*out.table, what);
                out.view = gen;
                return out;
            },
            q,
            [this, from, no, age = epoch, why](const Build &again) {
                if (age == epoch)
                    made(from, again, no, why);
            });
        return;
    }
    seqShown = no;
    if (why == Why::Whole) {
        kept = std::exchange(load, nullptr);
        ending = false;
        call.reset();
        failures = 0;
        freshness.error = {};
        freshness.stoppedEarly = result.gaps;
        ended = clock.steady();
    }
    show(result, why);
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

void ListSession::Private::show(const Build &result, Why why)
{
    if (why != Why::Again) {
        freshness.asOf = result.asOf;
        asOf = firstCame;
    }
    counts.onServer = result.count;
    counts.skipped = skipped;
    counts.unreadable = result.unreadable;
    counts.firstProblem = result.firstProblem;
    const bool asked = arranging || filling;
    if (why == Why::Whole || why == Why::Left)
        filling = false;
    if (!result.table)
        return;
    latest = result.table;
    moves = result.moves;
    place(result.arranged, asked);
    emit q->tableChanged();
}

/// Brings the rows of `latest` to the screen; only their values while they are held and nobody asked for them.
void ListSession::Private::place(const Arranged &arranged, bool atOnce)
{
    facets = arranged.facets;
    const bool waits = held && !atOnce && q->m_model.rowCount() > 0 &&
                       (isComplete || !continues(arranged.order)); // a first load may add rows at the end
    if (waits) {
        pending = q->m_model.hold(latest, arranged.order, isComplete);
        waiting = pending > 0 ? arranged : Arranged{};
        if (pending > 0)
            return;
    } else {
        q->m_model.swap(latest, arranged.order, isComplete);
        arranging = false;
        pending = 0;
        waiting = {};
    }
    sums = arranged.sums;
    loaded = latest->rowCount();
}

/// Whether the rows that are shown stand first in \a order, as they stand now.
bool ListSession::Private::continues(const QList<int> &order) const
{
    const ListModel &model = q->m_model;
    if (order.size() < model.rowCount())
        return false;
    for (int row = 0; row < model.rowCount(); ++row) {
        if (latest->key(order.at(row)) != model.key(row))
            return false;
    }
    return true;
}

void ListSession::Private::arrangeAgain()
{
    const int gen = ++*view;
    arranging = true;
    worker->run(
        [table = latest, what = arrangement(), gen, last = view] {
            return *last == gen ? arrange(*table, what) : Arranged{}; // nobody waits for it any more
        },
        q,
        [this, table = latest, gen](const Arranged &result) {
            if (gen != *view || table != latest)
                return; // newer rows come with an arrangement of their own
            place(result, true);
            emit q->changed();
        });
}

Arrangement ListSession::Private::arrangement() const
{
    return {.filter = filter,
            .facet = facet,
            .sortColumn = sortColumn,
            .sortOrder = sortOrder,
            .textMaker = q->m_model.textMaker(),
            .ranks = q->m_model.stateRanks()};
}

void ListSession::Private::fail(const net::ApiError &error)
{
    leave();
    ++failures;
    freshness.state = Freshness::State::Failed;
    freshness.error = error;
    ended = clock.steady();
    plan();
    emit q->changed();
}

void ListSession::Private::leave()
{
    ++loadNo;
    call.reset();
    const std::shared_ptr<Load> left = std::exchange(load, nullptr);
    if (isComplete || freshness.page == 0)
        return;
    kept = left;
    make(left, Why::Left);
}

void ListSession::Private::settle()
{
    if (!freshness.asOf.isValid())
        freshness.state = Freshness::State::Never;
    else if (!origin.fetch) // lives here: what is shown is what is
        freshness.state = Freshness::State::Fresh;
    else
        freshness.state = clock.steady() - asOf > 2 * interval() ? Freshness::State::Stale : Freshness::State::Fresh;
}

void ListSession::Private::plan()
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

ListSession::ListSession(ListOrigin origin, TablePtr empty, Worker *worker, const net::Clock &clock, QObject *parent)
    : QObject(parent), m_model(empty), d(std::make_unique<Private>(this, std::move(origin), std::move(empty), worker, clock))
{
    connect(&m_model, &ListModel::sortRequested, this, &ListSession::sort);
    connect(&m_model, &ListModel::textsChanged, this, [this] {
        d->filter = Filter::parse(d->filterText, d->latest->columns()); // headers are words of the filter
        d->arrangeAgain();
    });
    connect(&d->next, &QTimer::timeout, this, [this] { refresh(); });
    connect(&d->stale, &QTimer::timeout, this, [this] {
        d->settle();
        if (d->freshness.state == Freshness::State::Fresh)
            return d->plan(); // a coarse timer may come early
        emit changed();
    });
}

ListSession::~ListSession() = default;

void ListSession::setPace(Pace pace)
{
    d->pace = pace;
    d->plan();
}

void ListSession::put(const TablePtr &table)
{
    d->isComplete = true;
    d->freshness.asOf = d->clock.nowUtc();
    d->asOf = d->clock.steady();
    d->worker->run(
        [table, what = d->arrangement(), gen = d->view->load()] {
            Build out{.table = table, .arranged = arrange(*table, what), .view = gen};
            for (int row = 0; row < table->rowCount() && !out.moves; ++row)
                out.moves = table->moves(row);
            return out;
        },
        this,
        [this, no = ++d->seq, asOf = d->freshness.asOf](Build result) {
            result.asOf = asOf;
            d->made(nullptr, result, no, Why::Again);
        });
}

void ListSession::refresh()
{
    if (!d->origin.fetch)
        return;
    if (!d->isLoading())
        d->start();
}

void ListSession::wake()
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

void ListSession::stop()
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

void ListSession::rejoin()
{
    if (d->ending)
        d->rejoinAfter = true;
    else if (d->kept)
        d->make(d->kept, Why::Again);
}

void ListSession::setWatch(Watch watch)
{
    if (watch == d->watch)
        return;
    d->watch = watch;
    if (!d->isLoading() && d->freshness.state != Freshness::State::Failed)
        d->settle();
    d->plan();
    emit changed();
}

void ListSession::setServerFilter(const net::Query &filter)
{
    if (filter == d->query)
        return;
    d->query = filter;
    if (!d->origin.fetch) { // whoever puts the rows chooses them
        emit serverFilterChanged();
        return;
    }
    d->origin.pageSize = d->usualPageSize; // a filter may ask for pages of its own size
    d->skipped = 0;
    for (const auto &[name, value] : filter) {
        if (name == "limit"_L1)
            d->origin.pageSize = std::clamp(value.toInt(), 2, 1000);
        else if (name == "offset"_L1)
            d->skipped = std::max(0, value.toInt());
    }
    d->filling = true;
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

const net::Query &ListSession::serverFilter() const { return d->query; }

bool ListSession::isNarrowed() const
{
    static const QStringList harmless{u"sort"_s, u"limit"_s, u"with_count"_s, u"all_tenants"_s};
    return std::ranges::any_of(d->query, [](const auto &part) { return !harmless.contains(part.first); });
}

bool ListSession::isWhole() const
{
    return d->isComplete && d->freshness.asOf.isValid() && !d->freshness.stoppedEarly && !isNarrowed();
}

void ListSession::setFilter(const QString &text)
{
    if (text == d->filterText)
        return;
    d->filterText = text;
    d->filter = Filter::parse(text, d->latest->columns());
    d->arrangeAgain();
}

const Filter &ListSession::filter() const { return d->filter; }

void ListSession::setFacet(const QString &stateWord)
{
    if (stateWord == d->facet)
        return;
    d->facet = stateWord;
    d->arrangeAgain();
}

const QString &ListSession::facet() const { return d->facet; }

void ListSession::sort(int column, Qt::SortOrder order)
{
    if (column == d->sortColumn && order == d->sortOrder)
        return;
    d->sortColumn = column;
    d->sortOrder = order;
    d->arrangeAgain();
}

int ListSession::sortColumn() const { return d->sortColumn; }

Qt::SortOrder ListSession::sortOrder() const { return d->sortOrder; }

void ListSession::hold(bool on)
{
    if (on == d->held)
        return;
    d->held = on;
    if (!on)
        applyMoves();
}

int ListSession::pendingMoves() const { return d->pending; }

void ListSession::applyMoves()
{
    if (d->pending == 0)
        return;
    d->place(std::exchange(d->waiting, {}), true);
    emit changed();
}

const Freshness &ListSession::freshness() const
{
    d->freshness.nextTryMs = d->next.isActive() ? d->next.remainingTime() : -1;
    return d->freshness;
}

ListCounts ListSession::counts() const
{
    ListCounts counts = d->counts;
    counts.shown = m_model.rowCount();
    counts.loaded = d->loaded;
    return counts;
}

QList<Facet> ListSession::facets() const { return d->facets; }

TablePtr ListSession::table() const { return d->latest; }

qint64 ListSession::sum(int sizeColumn) const { return d->sums.value(sizeColumn); }

Worker *ListSession::worker() const { return d->worker; }

} // namespace models
