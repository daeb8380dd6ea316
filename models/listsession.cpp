#include "models/listsession.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <iterator>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace models {

namespace {

/// All rows of some tables as one, in that order.
TablePtr together(const QList<TablePtr> &tables, const TablePtr &empty)
{
    QList<TablePtr> filled;
    std::ranges::copy_if(tables, std::back_inserter(filled), [](const TablePtr &table) { return table->rowCount() > 0; });
    if (filled.isEmpty())
        return tables.value(0, empty);
    const TablePtr first = filled.takeFirst();
    return filled.isEmpty() ? first : first->followedBy(filled);
}

/// Rows on their way to the screen.
struct Shown
{
    TablePtr table{}; ///< null: nobody waits for it any more
    Arranged arranged{};
    int doubles = 0; ///< rows that are in the lists of several projects, and here once
};

} // namespace

struct ListSession::Private
{
    /// The list of one project, as far as it is shown.
    struct Part
    {
        std::unique_ptr<Feed> feed;
        ListPart shown{};
        bool isOn = true;     ///< among the projects shown
        bool filling = false; ///< the user has asked the server for other rows: all that this load brings is shown at once
        int made = 0;         ///< number of the showing that its last table came with
    };

    Private(ListSession *session, TablePtr none, Worker *onWorker, const net::Clock &time)
        : q(session), empty(std::move(none)), worker(onWorker), clock(time), latest(empty)
    {
    }

    void feedChanged(Part &part);
    void feedTableChanged(Part &part);
    void adopt(Part &part);
    bool isComplete() const;
    void show(bool atOnce, bool mark);
    void place(const Shown &result, bool atOnce, bool mark);
    bool continues(const QList<int> &order) const;
    void arrangeAgain();
    Arrangement arrangement() const;

    ListSession *q;
    TablePtr empty;
    Worker *worker;
    const net::Clock &clock;
    Watch watch = Watch::InFront;
    std::vector<Part> parts; ///< none: the list lives here
    TablePtr put;            ///< then these are its rows
    Freshness putFreshness;
    bool started = false;

    // what is asked
    net::Query query;
    QString filterText;
    Filter filter;
    QString facet;
    int sortColumn = -1;
    Qt::SortOrder sortOrder = Qt::AscendingOrder;

    // what is shown
    TablePtr latest; ///< the rows of all parts
    QList<Facet> facets;
    QHash<int, qint64> sums;
    int showing = 0; ///< number of the last showing ordered: worker and event queue keep their order
    int shown = 0;   ///< number of the last one placed
    std::shared_ptr<std::atomic_int> view = std::make_shared<std::atomic_int>(0); ///< arrangements but the last are dropped

    // what waits while the user's hand is on the rows
    bool held = false;
    int pending = 0;
    Arranged waiting; ///< of `latest`, when something is pending
    int waitingDoubles = 0;
    int loaded = 0;  ///< rows of the snapshot that is shown in its own order
    int doubles = 0; ///< rows that are in it once and in the parts oftener
};

void ListSession::Private::feedChanged(Part &part)
{
    if (part.feed->isComplete())
        part.filling = false;
    const Freshness::State now = part.feed->freshness().state;
    const bool isUrgent = now == Freshness::State::Loading || now == Freshness::State::Failed;
    if (part.made <= shown || isUrgent) // else its rows are on their way to the screen, and it is told with them
        adopt(part);
    if (part.isOn)
        emit q->changed();
}

void ListSession::Private::feedTableChanged(Part &part)
{
    const bool atOnce = part.filling;
    if (part.feed->freshness().state != Freshness::State::Loading)
        part.filling = false;
    if (!part.isOn)
        return adopt(part);
    part.made = ++showing;
    show(atOnce, isComplete());
}

void ListSession::Private::adopt(Part &part)
{
    part.shown = {part.feed->scope(), part.feed->freshness(), part.feed->counts(), part.feed->isComplete()};
}

bool ListSession::Private::isComplete() const
{
    return std::ranges::all_of(parts, [](const Part &part) { return !part.isOn || part.feed->isComplete(); });
}

/// Arranges the rows of all parts on the worker, and places them. \a atOnce: also while rows are held. \a mark: rows that
/// differ are news, for all that was there is shown already.
void ListSession::Private::show(bool atOnce, bool mark)
{
    QList<TablePtr> tables;
    for (const Part &part : parts) {
        if (part.isOn)
            tables.append(part.feed->table());
    }
    if (put)
        tables = {put};
    worker->run(
        [tables, none = empty, what = arrangement(), gen = view->load(), last = view] {
            if (*last != gen) // filtered or sorted otherwise meanwhile: that comes with these rows
                return Shown{};
            const TablePtr all = together(tables, none);
            int listed = 0;
            for (const TablePtr &table : tables)
                listed += table->rowCount();
            return Shown{all, arrange(*all, what), listed - all->rowCount()};
        },
        q,
        [this, no = showing, gen = view->load(), atOnce, mark](const Shown &result) {
            if (!result.table || gen != *view)
                return;
            shown = no;
            place(result, atOnce, mark);
        });
}

/// Brings rows to the screen; only their values while they are held and nobody asked for them.
void ListSession::Private::place(const Shown &result, bool atOnce, bool mark)
{
    const bool isOther = result.table != latest;
    latest = result.table;
    facets = result.arranged.facets;
    const QList<int> &order = result.arranged.order;
    // A first load may add rows at the end.
    const bool waits = held && !atOnce && q->m_model.rowCount() > 0 && (mark || !continues(order));
    pending = waits ? q->m_model.hold(latest, order, mark) : 0;
    waiting = pending > 0 ? result.arranged : Arranged{};
    waitingDoubles = result.doubles;
    if (!waits)
        q->m_model.swap(latest, order, mark);
    if (pending == 0) {
        sums = result.arranged.sums;
        loaded = latest->rowCount();
        doubles = result.doubles;
    }
    for (Part &part : parts) {
        if (part.made <= shown)
            adopt(part);
    }
    if (isOther)
        emit q->tableChanged();
    emit q->changed();
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
    ++*view;
    ++showing;
    show(true, isComplete());
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

ListSession::ListSession(QList<ListOrigin> origins, TablePtr empty, Worker *worker, const net::Clock &clock, QObject *parent)
    : QObject(parent), m_model(empty), d(std::make_unique<Private>(this, std::move(empty), worker, clock))
{
    d->parts.reserve(static_cast<std::size_t>(origins.size())); // their places are kept below
    for (ListOrigin &origin : origins) {
        Private::Part &part = d->parts.emplace_back();
        part.feed = std::make_unique<Feed>(std::move(origin), d->empty, worker, clock);
        d->adopt(part);
        connect(part.feed.get(), &Feed::changed, this, [this, &part] { d->feedChanged(part); });
        connect(part.feed.get(), &Feed::tableChanged, this, [this, &part] { d->feedTableChanged(part); });
    }
    connect(&m_model, &ListModel::sortRequested, this, &ListSession::sort);
    connect(&m_model, &ListModel::textsChanged, this, [this] {
        d->filter = Filter::parse(d->filterText, d->latest->columns()); // headers are words of the filter
        d->arrangeAgain();
    });
}

ListSession::~ListSession() = default;

void ListSession::setPace(Pace pace)
{
    for (const Private::Part &part : d->parts)
        part.feed->setPace(pace);
}

void ListSession::setScopes(const QList<net::Scope> &scopes)
{
    if (scopes == this->scopes())
        return;
    for (Private::Part &part : d->parts) {
        const bool isOn = scopes.contains(part.feed->scope());
        if (isOn == std::exchange(part.isOn, isOn))
            continue;
        part.feed->setWatch(isOn ? d->watch : Watch::Hidden);
        if (isOn && d->started && part.feed->freshness().state == Freshness::State::Never)
            part.feed->refresh();
    }
    d->arrangeAgain();
}

QList<net::Scope> ListSession::scopes() const
{
    QList<net::Scope> out;
    for (const Private::Part &part : d->parts) {
        if (part.isOn)
            out.append(part.feed->scope());
    }
    return out;
}

QList<ListPart> ListSession::parts() const
{
    QList<ListPart> out;
    for (const Private::Part &part : d->parts) {
        if (!part.isOn)
            continue;
        out.append(part.shown);
        out.last().freshness.nextTryMs = part.feed->freshness().nextTryMs;
    }
    return out;
}

void ListSession::put(const TablePtr &table)
{
    d->put = table;
    d->putFreshness = {.state = Freshness::State::Fresh, .asOf = d->clock.nowUtc()};
    ++d->showing;
    d->show(false, true);
}

void ListSession::refresh()
{
    d->started = true;
    for (const Private::Part &part : d->parts) {
        if (part.isOn)
            part.feed->refresh();
    }
}

void ListSession::refreshPart(const net::Scope &scope)
{
    for (const Private::Part &part : d->parts) {
        if (part.isOn && part.feed->scope() == scope)
            part.feed->refresh();
    }
}

void ListSession::wake()
{
    for (const Private::Part &part : d->parts)
        part.feed->wake();
}

void ListSession::stop()
{
    for (const Private::Part &part : d->parts)
        part.feed->stop();
}

void ListSession::rejoin()
{
    for (const Private::Part &part : d->parts)
        part.feed->rejoin();
}

void ListSession::setWatch(Watch watch)
{
    if (watch == d->watch)
        return;
    d->watch = watch;
    for (const Private::Part &part : d->parts) {
        if (part.isOn)
            part.feed->setWatch(watch);
    }
    if (d->parts.empty())
        emit changed();
}

void ListSession::setServerFilter(const net::Query &filter)
{
    if (filter == d->query)
        return;
    d->query = filter;
    if (d->parts.empty()) { // whoever puts the rows chooses them
        emit serverFilterChanged();
        return;
    }
    for (Private::Part &part : d->parts) {
        part.filling = true;
        part.feed->setQuery(filter);
    }
}

const net::Query &ListSession::serverFilter() const { return d->query; }

bool ListSession::isNarrowed() const
{
    static const QStringList harmless{u"sort"_s, u"limit"_s, u"with_count"_s, u"all_tenants"_s};
    return std::ranges::any_of(d->query, [](const auto &part) { return !harmless.contains(part.first); });
}

bool ListSession::isWhole() const
{
    if (isNarrowed())
        return false;
    if (d->parts.empty())
        return d->latest == d->put;
    return std::ranges::all_of(parts(), [](const ListPart &part) {
        return part.isComplete && part.freshness.asOf.isValid() && !part.freshness.stoppedEarly;
    });
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
    d->place({d->latest, std::exchange(d->waiting, {}), d->waitingDoubles}, true, true);
}

Freshness ListSession::freshness() const
{
    using State = Freshness::State;
    const QList<ListPart> parts = this->parts();
    if (parts.isEmpty())
        return d->putFreshness;
    Freshness all = parts.first().freshness;
    for (qsizetype i = 1; i < parts.size(); ++i) {
        static constexpr std::array worstFirst{State::Failed, State::Loading, State::Stale, State::Fresh, State::Never};
        const Freshness &other = parts.at(i).freshness;
        const bool isFailed = other.state == State::Failed && all.state != State::Failed;
        if (isFailed)
            all.error = other.error;
        all.state =
            std::ranges::min(all.state, other.state, {}, [](State state) { return std::ranges::find(worstFirst, state); });
        if (other.asOf.isValid() && (!all.asOf.isValid() || other.asOf < all.asOf))
            all.asOf = other.asOf;
        all.stoppedEarly = all.stoppedEarly || other.stoppedEarly;
        all.page += other.page;
        if (all.pages)
            all.pages = other.pages ? std::optional(*all.pages + *other.pages) : std::nullopt;
        if (other.nextTryMs >= 0 && (all.nextTryMs < 0 || other.nextTryMs < all.nextTryMs))
            all.nextTryMs = other.nextTryMs;
    }
    return all;
}

ListCounts ListSession::counts() const
{
    ListCounts all{.shown = m_model.rowCount(), .loaded = d->loaded};
    const QList<ListPart> parts = this->parts();
    if (!parts.isEmpty())
        all.onServer = 0;
    for (const ListPart &part : parts) {
        const ListCounts &own = part.counts;
        all.onServer = all.onServer && own.onServer ? std::optional(*all.onServer + *own.onServer) : std::nullopt;
        all.skipped += own.skipped;
        all.unreadable += own.unreadable;
        if (all.firstProblem.isEmpty())
            all.firstProblem = own.firstProblem;
    }
    if (all.onServer)
        *all.onServer -= d->doubles;
    return all;
}

QList<Facet> ListSession::facets() const { return d->facets; }

TablePtr ListSession::table() const { return d->latest; }

qint64 ListSession::sum(int sizeColumn) const { return d->sums.value(sizeColumn); }

Worker *ListSession::worker() const { return d->worker; }

} // namespace models
