#include "models/operations.h"

#include <QLoggingCategory>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(operationsLog, "console.operations", QtWarningMsg)

namespace models {

namespace {

using State = Operation::State;
using Status = net::ReplicationRecord::Status;

constexpr int pageRows = 200;          ///< of a look at the newest records
constexpr int mostPages = 10;          ///< of one round; what is older is asked for by its backup
constexpr int mostStragglers = 5;      ///< of one round
constexpr int mostGroups = 999;        ///< of one page
constexpr qint64 clocksApartSecs = 60; ///< between us and the service, and for what was made to show in its lists
constexpr qint64 windowSecs = 15 * 60; ///< after sending: what was made later was not made by a request that was lost
constexpr int mostAlike = 3;           ///< equal errors in a row that stop a queue

bool isAlike(const net::ApiError &a, const net::ApiError &b)
{
    return a.kind == b.kind && a.httpStatus == b.httpStatus && a.code == b.code;
}

bool isWanted(const Operation &operation, const OperationPart &part)
{
    return operation.isWatched() && part.isTaken() && !part.final;
}

} // namespace

/// A call of an operation. Letting go of one cancels it, and only a read is ever let go.
struct Operations::Work
{
    quint64 id = 0; ///< 0: of a round
    std::unique_ptr<net::CallBase, net::CallDrop> call;
};

/// A look at all moving records of a scope: the newest pages until all own ones were seen, then stragglers by their backup.
struct Operations::Round
{
    net::Scope scope{};
    int offset = 0, pages = 0;
    QStringList stragglers{}; ///< backups to ask for
    QSet<QString> met{};      ///< own records that a page of this round held
    QList<quint64> touched{};
    bool moved = false;
};

Operations::Operations(net::Transport &transport, QObject *parent)
    : QObject(parent), m_transport(transport), m_csbs(transport), m_sdrs(transport)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        watch();
        lookForRestless();
    });
    connect(&m_transport, &net::Transport::woke, this, [this] {
        if (m_timer.isActive()) // else a look is under way, or nothing moves
            m_timer.start(std::chrono::milliseconds(0));
    });
}

Operations::~Operations() = default;

void Operations::setPace(Pace pace) { m_pace = pace; }

const Operation *Operations::find(quint64 id) const
{
    const auto it = std::ranges::lower_bound(m_operations, id, {}, &Operation::id); // they are numbered in their order
    return it == m_operations.end() || it->id != id ? nullptr : &*it;
}

Operation *Operations::edit(quint64 id)
{
    const auto it = std::ranges::lower_bound(m_operations, id, {}, &Operation::id);
    return it == m_operations.end() || it->id != id ? nullptr : &*it;
}

const OperationQueue *Operations::queue(quint64 id) const
{
    const auto it = std::ranges::find(m_queues, id, &OperationQueue::id);
    return it == m_queues.end() ? nullptr : &*it;
}

OperationQueue *Operations::editQueue(quint64 id)
{
    const auto it = std::ranges::find(m_queues, id, &OperationQueue::id);
    return it == m_queues.end() ? nullptr : &*it;
}

Operations::Counts Operations::counts() const
{
    Counts counts;
    for (const Operation &operation : m_operations) {
        if (operation.state == State::InDoubt)
            ++counts.inDoubt;
        else if (operation.state == State::Queued)
            ++counts.queued;
        else if (!operation.isOver())
            ++counts.running;
        else if (operation.unread)
            ++counts.unread;
    }
    return counts;
}

void Operations::enter(Operation &operation, State state, const QString &detail)
{
    const bool first = operation.timeline.isEmpty();
    if (first ? state != State::Queued && state != State::Prepared : !Operation::mayGo(operation.state, state)) {
        qCCritical(operationsLog) << "operation" << operation.id << "cannot go from" << Operation::word(operation.state) << "to"
                                  << Operation::word(state);
        return;
    }
    operation.state = state;
    operation.timeline.append({m_transport.serverNow(), state, detail, Operation::Step::Kind::Entered});
    if (operation.isTrouble())
        operation.unread = true;
    if (operation.isOver() && !operation.ended.isValid())
        operation.ended = m_transport.serverNow();
}

/// Holds a call until its answer, and for the time of its handler.
template <typename T> void Operations::ask(quint64 id, net::CallPtr<T> call, std::function<void(const net::Result<T> &)> handler)
{
    call->then(this, [this, raw = call.get(), handler = std::move(handler)](const net::Result<T> &answer) {
        const auto it = std::ranges::find_if(m_work, [raw](const Work &work) { return work.call.get() == raw; });
        const Work done = std::move(*it); // let go when this handler ends
        m_work.erase(it);
        handler(answer);
    });
    m_work.push_back({id, std::move(call)});
}

bool Operations::isAsking(quint64 id) const
{
    return std::ranges::any_of(m_work, [id](const Work &work) { return work.id == id; });
}

// ---- the ledger

void Operations::setLedger(Ledger &ledger)
{
    m_ledger = &ledger;
    connect(m_ledger, &Ledger::opened, this, &Operations::restore);
    connect(m_ledger, &Ledger::reportChanged, this, &Operations::ledgerChanged);
}

net::Reason Operations::obstacle() const
{
    using Access = LedgerReport::Access;
    using Code = net::Reason::Code;
    if (!m_ledger)
        return {};
    switch (m_ledger->report().access) {
    case Access::Opening:
        return {Code::LedgerOpening, {}};
    case Access::Elsewhere:
        return {Code::LedgerElsewhere, {}};
    case Access::Newer:
        return {Code::LedgerNewer, {}};
    case Access::Broken:
        return {Code::LedgerBroken, {m_ledger->report().problem}};
    case Access::Writable:
        break;
    }
    return {};
}

void Operations::restore(const LedgerContents &contents)
{
    m_operations = contents.operations;
    m_queues.clear();
    m_written.clear();
    m_found.clear();
    m_since = contents.lastEntry;
    QList<LedgerEntry> entries;
    for (Operation &operation : m_operations) {
        m_next = std::max(m_next, operation.id);
        m_nextQueue = std::max(m_nextQueue, operation.queue);
        m_written.insert(operation.id, {contents.written.value(operation.id), operation.timeline.size()});
        if (!m_ledger->isWritable()) // another window's to go on with
            continue;
        if (!operation.isOver())
            m_found.insert(operation.id);
        takeFound(operation, contents.report.isWhole());
        if (m_found.contains(operation.id))
            entries += newEntries(operation);
        if (operation.state == State::Queued && !editQueue(operation.queue)) // waits for a new confirmation
            m_queues.append({.id = operation.queue, .paused = true, .found = true});
    }
    for (const Operation &operation : std::as_const(m_operations)) {
        if (OperationQueue *queue = editQueue(operation.queue))
            queue->operations.append(operation.id);
    }
    if (!entries.isEmpty())
        m_ledger->keep(entries, nullptr, {});
    m_restored = true;
    emit restored();
    if (m_begun)
        begin();
}

/// What an earlier run left: *prepared* never left, *sent* may have. Of a ledger that lacks entries, anything may have.
void Operations::takeFound(Operation &operation, bool whole)
{
    if (!whole && operation.state == State::Queued)
        enter(operation, State::Prepared, u"presumed"_s);
    if (!whole && operation.state == State::Prepared)
        enter(operation, State::Sent, u"presumed"_s);
    if (operation.state == State::Prepared)
        enter(operation, State::NotSent, u"found"_s);
    else if (operation.state == State::Sent)
        enter(operation, State::InDoubt, u"found"_s);
}

void Operations::begin()
{
    m_begun = true;
    if (m_ledger && !(m_restored && m_ledger->isWritable()))
        return;
    for (Operation &operation : m_operations) {
        if (operation.state == State::InDoubt)
            m_restless.insert(operation.id);
        if (!operation.isWatched() || operation.draft.verb->settle == net::Settle::GroupOfName)
            continue;
        conclude(operation); // all of it may have been seen to end already
        tell(operation.id);
    }
    watch();
    lookForRestless();
}

Operations::Meanwhile Operations::meanwhile() const
{
    Meanwhile meanwhile{.since = m_since};
    for (const Operation &operation : m_operations) {
        if (!m_found.contains(operation.id))
            continue;
        switch (operation.state) {
        case State::Succeeded:
            ++meanwhile.succeeded;
            break;
        case State::Failed:
        case State::PartlyFailed:
        case State::Refused:
            ++meanwhile.failed;
            break;
        case State::NotSent:
            ++meanwhile.notSent;
            break;
        case State::SettledNotDone:
            ++meanwhile.notDone;
            break;
        case State::InDoubt:
            ++meanwhile.inDoubt;
            break;
        case State::Queued:
            ++meanwhile.queued;
            break;
        case State::Withdrawn:
            break;
        default:
            ++meanwhile.goingOn;
            break;
        }
    }
    return meanwhile;
}

/// What the ledger does not have yet: a line per step, the last one with all that became known.
QList<LedgerEntry> Operations::newEntries(const Operation &operation)
{
    Written &written = m_written[operation.id];
    const QJsonObject body = toJson(operation);
    const QJsonObject changes = changesOf(written.body, body);
    QList<LedgerEntry> entries;
    for (const Operation::Step &step : operation.timeline.sliced(written.steps)) {
        const bool looked = step.kind == Operation::Step::Kind::Looked;
        entries.append({.operation = operation.id,
                        .at = step.at,
                        .kind = looked ? LedgerEntry::Kind::Looked : LedgerEntry::Kind::Entered,
                        .state = step.state,
                        .detail = step.detail});
    }
    if (entries.isEmpty() && changes.keys() == QStringList{u"looks"_s})
        return {}; // another look that found the same
    if (entries.isEmpty() && !changes.isEmpty())
        entries.append({.operation = operation.id, .at = m_transport.serverNow(), .state = operation.state});
    if (!entries.isEmpty())
        entries.last().body = changes;
    written = {body, operation.timeline.size()};
    return entries;
}

/// Tries to write down what is new before anything comes of it; after a problem the ledger has nothing of it.
void Operations::writeFirst(const Operation &operation, const Ledger::Told &then)
{
    if (!m_ledger)
        return then({});
    const quint64 id = operation.id;
    const Written before = m_written.value(id);
    const QList<LedgerEntry> entries = newEntries(operation);
    m_ledger->append(entries, this, [this, id, before, then](const QString &problem) {
        if (!problem.isEmpty())
            m_written.insert(id, before);
        then(problem);
    });
}

/// Shows what is new, and has it written down.
void Operations::tell(quint64 id)
{
    if (m_ledger && m_ledger->isWritable()) {
        const QList<LedgerEntry> entries = newEntries(*find(id));
        if (!entries.isEmpty())
            m_ledger->keep(entries, nullptr, {});
    }
    emit changed(id);
}

// ---- sending

quint64 Operations::add(Order order, quint64 queueId)
{
    Operation operation;
    operation.id = ++m_next;
    operation.queue = queueId;
    operation.draft = std::move(order.draft);
    operation.targetName = order.targetName;
    operation.targetDetail = order.targetDetail;
    operation.sizeMb = order.sizeMb;
    operation.parts = std::move(order.expected);
    operation.by = m_transport.userName();
    operation.began = m_transport.serverNow();
    if (queueId != 0)
        enter(operation, State::Queued);
    m_operations.append(std::move(operation));
    return m_next;
}

quint64 Operations::submit(Order order)
{
    if (obstacle())
        return 0;
    const quint64 id = add(std::move(order), 0);
    send(id);
    emit added(id);
    return id;
}

quint64 Operations::submitQueue(const QList<Order> &orders)
{
    if (obstacle())
        return 0;
    OperationQueue queue{.id = ++m_nextQueue};
    QList<LedgerEntry> entries;
    for (const Order &order : orders) {
        queue.operations.append(add(order, queue.id));
        if (m_ledger)
            entries += newEntries(m_operations.last());
    }
    if (m_ledger)
        m_ledger->keep(entries, nullptr, {});
    const QList<quint64> ids = queue.operations;
    const quint64 id = queue.id;
    m_queues.append(std::move(queue));
    for (const quint64 one : ids)
        emit added(one);
    advance(id);
    return id;
}

/// Sends the next one of a queue, when none of it waits for its answer.
void Operations::advance(quint64 queueId)
{
    OperationQueue *queue = editQueue(queueId);
    if (!queue)
        return;
    const auto state = [this](quint64 id) { return find(id)->state; };
    const auto next = std::ranges::find(queue->operations, State::Queued, state);
    const bool waits = std::ranges::any_of(
        queue->operations, [](State now) { return now == State::Prepared || now == State::Sent; }, state);
    if (!queue->paused && next != queue->operations.end() && !waits) {
        const quint64 id = *next;
        send(id);
        emit changed(id);
    }
    emit queueChanged(queueId);
}

int Operations::queued(quint64 queueId) const
{
    return static_cast<int>(std::ranges::count_if(m_operations, [queueId](const Operation &operation) {
        return operation.queue == queueId && operation.state == State::Queued;
    }));
}

void Operations::pause(quint64 queueId)
{
    OperationQueue *queue = editQueue(queueId);
    if (!queue || queue->paused)
        return;
    queue->paused = true;
    emit queueChanged(queueId);
}

void Operations::resume(quint64 queueId)
{
    OperationQueue *queue = editQueue(queueId);
    if (!queue || !queue->paused || obstacle() || m_transport.options().readOnly) // the rest would be refused one by one
        return;
    queue->paused = queue->found = false;
    queue->stoppedBy.reset();
    queue->last.reset();
    queue->alike = 0;
    advance(queueId);
}

void Operations::withdraw(quint64 queueId)
{
    const OperationQueue *queue = this->queue(queueId);
    const QList<quint64> ids = queue ? queue->operations : QList<quint64>();
    for (const quint64 id : ids)
        withdrawOne(id);
}

void Operations::withdrawOne(quint64 id)
{
    Operation *operation = edit(id);
    if (!operation || operation->state != State::Queued || obstacle())
        return;
    const quint64 queueId = operation->queue;
    enter(*operation, State::Withdrawn);
    tell(id);
    emit queueChanged(queueId);
}

/// *Prepared* is durable before the transport has it, *sent* before its first byte leaves.
void Operations::send(quint64 id)
{
    Operation &operation = *edit(id);
    operation.began = m_transport.serverNow();
    operation.dated = m_transport.clockOffsetMs().has_value();
    enter(operation, State::Prepared);
    writeFirst(operation, [this, id](const QString &problem) {
        if (problem.isEmpty())
            dispatch(id);
        else
            giveUp(id, problem);
    });
}

void Operations::dispatch(quint64 id)
{
    net::CallPtr<net::WriteAnswer> call = net::write(m_transport, find(id)->draft);
    call->hold();
    connect(call.get(), &net::CallBase::ready, this, [this, id] { atDoor(id); });
    ask<net::WriteAnswer>(id, std::move(call), [this, id](const net::Result<net::WriteAnswer> &answer) { answered(id, answer); });
}

/// Everything lets it leave but the ledger.
void Operations::atDoor(quint64 id)
{
    Operation next = *find(id);
    enter(next, State::Sent);
    writeFirst(next, [this, next](const QString &problem) {
        const auto work = std::ranges::find(m_work, next.id, &Work::id);
        if (!problem.isEmpty()) {
            m_work.erase(work); // it has not left
            giveUp(next.id, problem);
            return;
        }
        *edit(next.id) = next;
        emit changed(next.id);
        work->call->release();
    });
}

/// Nothing is sent that the ledger does not have.
void Operations::giveUp(quint64 id, const QString &problem)
{
    Operation &operation = *edit(id);
    operation.unwritten = problem;
    enter(operation, State::NotSent, u"ledger"_s);
    const quint64 queueId = operation.queue;
    if (OperationQueue *queue = editQueue(queueId))
        queue->paused = true; // the next one would fare no better
    tell(id);
    if (queueId != 0)
        emit queueChanged(queueId);
}

/// The outcome is shown when it is durable. Till then it stays *sent*, and a ledger that cannot be written is tried again.
void Operations::answered(quint64 id, const net::Result<net::WriteAnswer> &answer)
{
    Operation next = *find(id);
    next.unwritten.clear();
    if (answer) {
        next.requestId = answer->requestId;
        accept(next, answer->made);
    } else {
        next.error = answer.error();
        next.requestId = answer.error().requestId;
        switch (answer.error().effect) {
        case net::Effect::Refused:
            enter(next, State::Refused, answer.error().code);
            break;
        case net::Effect::InDoubt:
            enter(next, next.state == State::Sent ? State::InDoubt : State::NotSent, answer.error().code);
            break;
        case net::Effect::None:
        case net::Effect::NotSent:
            enter(next, State::NotSent, answer.error().code);
            break;
        }
    }
    const auto show = [this, next, answer] {
        *edit(next.id) = next;
        concludeAnswer(next.id, answer);
    };
    if (!m_ledger)
        return show();
    m_ledger->keep(newEntries(next), this, [this, id, show](const QString &problem) {
        if (problem.isEmpty())
            return show();
        edit(id)->unwritten = problem;
        emit changed(id);
    });
}

void Operations::concludeAnswer(quint64 id, const net::Result<net::WriteAnswer> &answer)
{
    const Operation *operation = find(id);
    const net::Scope scope = operation->draft.scope;
    const quint64 queueId = operation->queue;
    if (OperationQueue *queue = editQueue(queueId)) {
        if (answer) {
            queue->alike = 0;
            queue->last.reset();
        } else {
            queue->alike = queue->last && isAlike(*queue->last, answer.error()) ? queue->alike + 1 : 1;
            queue->last = answer.error();
            if (queue->alike >= mostAlike && queued(queueId) > 0) {
                queue->paused = true;
                queue->stoppedBy = answer.error();
            }
        }
    }
    const bool jobs = operation->draft.verb->settle == net::Settle::GroupOfName;
    emit changed(id);
    if (jobs)
        emit groupsMoved(scope);
    else
        emit recordsMoved(scope);
    if (queueId != 0)
        advance(queueId);
    watch();
}

/// Takes over what the service says it has begun. Backups it was expected to take and did not are over: nothing runs for them.
void Operations::accept(Operation &operation, const QList<net::WriteAnswer::Made> &made)
{
    if (operation.draft.verb->settle == net::Settle::GroupOfName) {
        operation.jobId = made.first().id;
        enter(operation, State::Accepted, operation.jobId);
        return;
    }
    for (const net::WriteAnswer::Made &one : made) {
        auto part = std::ranges::find_if(operation.parts, [&one](const OperationPart &known) {
            return !one.of.isEmpty() && known.backupId == one.of && !known.isTaken();
        });
        if (part == operation.parts.end()) {
            OperationPart fresh;
            fresh.backupId = one.of;
            if (*operation.draft.verb->answerList == '\0') { // of one backup, and that is the target
                fresh.backupId = operation.draft.target.value(u"checkpoint_item_id"_s);
                fresh.name = operation.targetName;
                fresh.server = operation.targetDetail;
                fresh.sizeMb = operation.sizeMb;
            }
            operation.parts.append(fresh);
            part = operation.parts.end() - 1;
        }
        part->id = one.id;
        part->began = m_transport.serverNow();
    }
    for (OperationPart &part : operation.parts)
        part.final = part.final || !part.isTaken();
    enter(operation, State::Accepted, made.size() == 1 ? made.first().id : QString::number(made.size()));
    if (made.isEmpty())
        conclude(operation);
}

void Operations::markRead(quint64 id)
{
    Operation *operation = edit(id);
    if (!operation || !operation->unread || operation->state == State::InDoubt || obstacle())
        return; // a doubt stays until it is settled
    operation->unread = false;
    tell(id);
}

// ---- watching

void Operations::schedule(bool lost)
{
    const bool more = !m_restless.isEmpty() || std::ranges::any_of(m_operations, &Operation::isWatched);
    if (more && !m_timer.isActive())
        m_timer.start(lost ? m_pace.lostPoll : m_pace.poll);
}

/// Looks at all that moves: records by one round per scope, not one per record, and each job by its id.
void Operations::watch()
{
    QList<net::Scope> scopes;
    QList<quint64> jobs;
    for (const Operation &operation : std::as_const(m_operations)) {
        if (!operation.isWatched())
            continue;
        if (operation.draft.verb->settle == net::Settle::GroupOfName)
            jobs.append(operation.id);
        else if (!scopes.contains(operation.draft.scope))
            scopes.append(operation.draft.scope);
    }
    for (const net::Scope &scope : std::as_const(scopes))
        beginRound(scope);
    for (const quint64 id : std::as_const(jobs)) {
        if (isAsking(id))
            continue;
        Operation &operation = *edit(id);
        if (operation.jobId.isEmpty())
            watchGroup(operation);
        else
            watchJob(operation);
    }
}

void Operations::beginRound(const net::Scope &scope)
{
    const bool busy = std::ranges::any_of(m_rounds, [&scope](const Round &round) { return round.scope == scope; });
    if (busy)
        return;
    QStringList wanted;
    for (const Operation &operation : std::as_const(m_operations)) {
        for (const OperationPart &part : operation.parts) {
            if (operation.draft.scope == scope && isWanted(operation, part))
                wanted.append(part.backupId);
        }
    }
    if (wanted.isEmpty())
        return;
    m_rounds.push_back({.scope = scope});
    if (wanted.size() == 1) { // one own record: ask for it alone
        m_rounds.back().stragglers = wanted;
        askStraggler(scope);
    } else {
        askPage(scope, 0);
    }
}

void Operations::askPage(const net::Scope &scope, int offset)
{
    const auto round = std::ranges::find(m_rounds, scope, &Round::scope);
    round->offset = offset;
    ++round->pages;
    net::RecordQuery query;
    query.limit = pageRows;
    query.offset = offset;
    query.sort = u"created_at:desc"_s;
    ask<net::RecordPage>(0, m_csbs.replicationRecords(scope, query), [this, scope](const net::Result<net::RecordPage> &page) {
        seen(scope, page);
        if (!page)
            return endRound(scope, page.error());
        const auto now = std::ranges::find(m_rounds, scope, &Round::scope);
        QStringList left;
        QDateTime oldest; // of the operations that still miss a record
        for (const Operation &operation : std::as_const(m_operations)) {
            for (const OperationPart &part : operation.parts) {
                if (operation.draft.scope != scope || !isWanted(operation, part) || !part.straggler)
                    continue;
                left.append(part.backupId);
                if (!oldest.isValid() || operation.began < oldest)
                    oldest = operation.began;
            }
        }
        const bool older = !page->rows.isEmpty() && page->rows.last().createdAt.utc.isValid() && oldest.isValid() &&
                           page->rows.last().createdAt.utc.addSecs(clocksApartSecs) < oldest;
        if (!left.isEmpty() && !older && page->envelope.rows >= pageRows && now->pages < mostPages)
            return askPage(scope, now->offset + page->envelope.rows - 1); // from the last row on: rows shift meanwhile
        now->stragglers = left.mid(0, mostStragglers);
        askStraggler(scope);
    });
}

void Operations::askStraggler(const net::Scope &scope)
{
    const auto round = std::ranges::find(m_rounds, scope, &Round::scope);
    if (round->stragglers.isEmpty())
        return endRound(scope, {});
    net::RecordQuery query;
    query.limit = pageRows;
    query.offset = 0;
    query.sort = u"created_at:desc"_s;
    query.sourceItemId = round->stragglers.takeFirst();
    ask<net::RecordPage>(0, m_csbs.replicationRecords(scope, query), [this, scope](const net::Result<net::RecordPage> &page) {
        seen(scope, page);
        if (!page)
            return endRound(scope, page.error());
        askStraggler(scope);
    });
}

/// Takes the own records of a page. Those not seen are stragglers until a later page holds them.
void Operations::seen(const net::Scope &scope, const net::Result<net::RecordPage> &page)
{
    const auto round = std::ranges::find(m_rounds, scope, &Round::scope);
    QHash<QString, const net::ReplicationRecord *> rows;
    if (page) {
        for (const net::ReplicationRecord &row : page->rows)
            rows.insert(row.id, &row);
    }
    for (Operation &operation : m_operations) {
        if (operation.draft.scope != scope || !operation.isWatched())
            continue;
        if (!page) { // the record lives on the server: a lost look is not a lost job
            if (std::ranges::any_of(operation.parts, [&](const OperationPart &part) { return isWanted(operation, part); })) {
                operation.pollError = page.error();
                round->touched.append(operation.id);
            }
            continue;
        }
        bool touched = false;
        for (OperationPart &part : operation.parts) {
            if (!isWanted(operation, part))
                continue;
            const net::ReplicationRecord *record = rows.value(part.id);
            if (record)
                round->met.insert(part.id);
            part.straggler = !round->met.contains(part.id);
            if (!record)
                continue;
            const QString before = part.word;
            take(operation, part, *record);
            round->moved |= before != part.word;
            touched = true;
        }
        if (!touched)
            continue;
        operation.pollError.reset();
        operation.lastLook = page->serverTime.isValid() ? page->serverTime : m_transport.serverNow();
        conclude(operation);
        round->touched.append(operation.id);
    }
}

void Operations::endRound(const net::Scope &scope, const std::optional<net::ApiError> &error)
{
    const auto it = std::ranges::find(m_rounds, scope, &Round::scope);
    const Round round = std::move(*it);
    m_rounds.erase(it);
    QList<quint64> told;
    for (const quint64 id : round.touched) {
        if (told.contains(id))
            continue;
        told.append(id);
        tell(id);
        checkReplicas(id);
    }
    if (round.moved)
        emit recordsMoved(scope);
    schedule(error.has_value());
}

void Operations::take(Operation &operation, OperationPart &part, const net::ReplicationRecord &record)
{
    part.word = record.statusWord;
    if (record.progress)
        part.progress = std::max(part.progress.value_or(0), *record.progress); // never backwards
    part.code = record.failCode;
    part.reason = m_transport.masked(record.failReason);
    part.final = record.isFinal();
    part.failed = record.status == Status::Fail;
    part.skipped = record.status == Status::Skip;
    part.madeId = record.destinationItemId;
    if (record.createdAt.utc.isValid())
        part.began = record.createdAt.utc;
    if (part.final && !part.ended.isValid())
        part.ended = m_transport.serverNow();
    const bool goesOn = std::ranges::any_of(operation.parts, [](const OperationPart &one) { return !one.final; });
    const bool settled = operation.isWatched(); // a doubt first becomes accepted, once its whole look is done
    if (settled && operation.state != State::Running && record.status != Status::Waiting && goesOn)
        enter(operation, State::Running, record.statusWord);
}

/// All parts have ended: success or skip everywhere is success, failure everywhere is failure.
void Operations::conclude(Operation &operation)
{
    int failed = 0;
    for (const OperationPart &part : std::as_const(operation.parts)) {
        if (!part.final)
            return;
        failed += part.failed ? 1 : 0;
    }
    const int taken = operation.taken();
    const auto only = std::ranges::find_if(operation.parts, &OperationPart::isTaken);
    if (failed == 0)
        enter(operation, State::Succeeded, taken == 1 ? only->word : QString::number(taken));
    else if (failed == taken)
        enter(operation, State::Failed, taken == 1 ? only->code : QString::number(failed));
    else
        enter(operation, State::PartlyFailed, QString::number(failed));
}

/// Success is the source's word; whether the replica is there its own region says. One at a time, once each.
void Operations::checkReplicas(quint64 id)
{
    Operation *operation = edit(id);
    if (!operation || operation->draft.verb->settle == net::Settle::GroupOfName)
        return;
    const bool asking = std::ranges::any_of(operation->parts,
                                            [](const OperationPart &part) { return part.check == OperationPart::Check::Asking; });
    const auto part = std::ranges::find_if(operation->parts, [](const OperationPart &one) {
        return one.final && !one.failed && !one.madeId.isEmpty() && one.check == OperationPart::Check::None;
    });
    if (asking || part == operation->parts.end())
        return;
    part->check = OperationPart::Check::Asking;
    const net::Scope there{operation->draft.value("destination_region"_L1), operation->draft.value("destination_project_id"_L1)};
    ask<net::Backup>(0, m_csbs.backup(there, part->madeId),
                     [this, id, record = part->id](const net::Result<net::Backup> &answer) {
                         Operation *checked = edit(id);
                         const auto it = std::ranges::find(checked->parts, record, &OperationPart::id);
                         if (it != checked->parts.end())
                             it->check = answer                                           ? OperationPart::Check::Exists
                                         : answer.error().kind == net::ErrorKind::Missing ? OperationPart::Check::Absent
                                                                                          : OperationPart::Check::Unknown;
                         tell(id);
                         checkReplicas(id);
                     });
}

// ---- jobs

void Operations::watchJob(Operation &operation)
{
    const quint64 id = operation.id;
    ask<net::Job>(id, m_sdrs.job(operation.draft.scope, operation.jobId),
                  [this, id](const net::Result<net::Job> &answer) { jobSeen(id, answer); });
}

void Operations::jobSeen(quint64 id, const net::Result<net::Job> &answer)
{
    Operation &operation = *edit(id);
    const net::Scope scope = operation.draft.scope;
    if (!answer) {
        operation.pollError = answer.error();
        if (answer.error().kind == net::ErrorKind::Missing) { // accepted under an id that the service does not know any more
            enter(operation, State::InDoubt, answer.error().code);
            tell(id);
            lookAgain(id);
            return;
        }
        tell(id); // the job lives on the server: a lost look is not a lost job
        schedule(true);
        return;
    }
    operation.pollError.reset();
    operation.lastLook = m_transport.serverNow();
    operation.job = *answer;
    operation.madeId = answer->entityId(u"server_group_id");
    if (operation.state == State::Accepted && answer->status != net::Job::Status::Init)
        enter(operation, State::Running, answer->statusWord);
    if (answer->over()) {
        const net::Job *failure = answer->firstFailure();
        const bool someDone = std::ranges::any_of(answer->subJobs, &net::Job::succeeded);
        if (answer->succeeded())
            enter(operation, State::Succeeded, operation.madeId);
        else if (answer->status == net::Job::Status::Success && someDone)
            enter(operation, State::PartlyFailed, failure ? failure->errorCode : QString());
        else
            enter(operation, State::Failed, failure ? failure->errorCode : QString());
        emit groupsMoved(scope);
    }
    tell(id);
    schedule(false);
}

/// A group that was found for a write in doubt: its job is unknown for good, its state is not.
void Operations::watchGroup(Operation &operation)
{
    const quint64 id = operation.id;
    ask<net::ProtectionGroup>(id, m_sdrs.group(operation.draft.scope, operation.madeId),
                              [this, id](const net::Result<net::ProtectionGroup> &answer) { groupSeen(id, answer); });
}

void Operations::groupSeen(quint64 id, const net::Result<net::ProtectionGroup> &answer)
{
    Operation &operation = *edit(id);
    const net::Scope scope = operation.draft.scope;
    if (answer) {
        operation.pollError.reset();
        operation.lastLook = m_transport.serverNow();
        if (answer->status == net::ProtectionGroup::Status::Error)
            enter(operation, State::Failed, answer->statusWord);
        else if (answer->status != net::ProtectionGroup::Status::Creating)
            enter(operation, State::Succeeded, answer->statusWord);
    } else {
        operation.pollError = answer.error();
        if (answer.error().kind == net::ErrorKind::Missing)
            enter(operation, State::Failed, answer.error().code); // it was there, and is gone
    }
    const bool over = operation.isOver();
    tell(id);
    if (over)
        emit groupsMoved(scope);
    schedule(!answer);
}

// ---- in doubt

void Operations::lookAgain(quint64 id)
{
    Operation *operation = edit(id);
    if (!operation || operation->state != State::InDoubt || isAsking(id) || obstacle())
        return;
    if (operation->draft.verb->settle == net::Settle::GroupOfName) {
        const net::GroupQuery query{.limit = mostGroups, .offset = 0, .name = operation->draft.value("name"_L1)};
        ask<net::GroupPage>(id, m_sdrs.groups(operation->draft.scope, query),
                            [this, id](const net::Result<net::GroupPage> &page) { groupsLooked(id, page); });
    } else {
        operation->candidates = 0;
        for (OperationPart &part : operation->parts)
            part.id.clear();
        lookForRecords(id, 0, true);
    }
    emit changed(id);
}

void Operations::declareNotDone(quint64 id, const QString &reason)
{
    Operation *operation = edit(id);
    if (!operation || operation->state != State::InDoubt || reason.trimmed().isEmpty() || obstacle())
        return;
    std::erase_if(m_work, [id](const Work &work) { return work.id == id; }); // a look under way
    operation->declared = reason.trimmed();
    for (OperationPart &part : operation->parts)
        part.id.clear();
    enter(*operation, State::SettledNotDone, u"declared"_s);
    operation->unread = false;
    m_restless.remove(id);
    tell(id);
}

/// What an earlier run left in doubt is looked for by itself; once reading has had its say it is a person's.
void Operations::lookForRestless()
{
    const QSet<quint64> restless = m_restless; // a look may end at once
    for (const quint64 id : restless)
        lookAgain(id);
}

void Operations::lookEnded(quint64 id)
{
    const Operation &operation = *find(id);
    const bool early = operation.began.secsTo(operation.lastLook) <= clocksApartSecs;
    const bool undecided = operation.state == State::InDoubt && operation.candidates == 0 && early;
    if (!operation.pollError && !undecided)
        m_restless.remove(id);
    schedule(operation.pollError.has_value());
}

bool Operations::isLooking(quint64 id) const
{
    const Operation *operation = find(id);
    return operation && operation->state == State::InDoubt && isAsking(id);
}

/// Looks that are begun by themselves, night and day, are told when they find something else than the one before.
void Operations::addLook(Operation &operation, const QString &detail)
{
    using Kind = Operation::Step::Kind;
    const bool same = !operation.timeline.isEmpty() && operation.timeline.last().kind == Kind::Looked &&
                      operation.timeline.last().detail == detail;
    if (!same || !m_restless.contains(operation.id))
        operation.timeline.append({m_transport.serverNow(), operation.state, detail, Kind::Looked});
}

void Operations::lookFailed(Operation &operation, const net::ApiError &error)
{
    operation.pollError = error;
    operation.candidates = 0;
    for (OperationPart &part : operation.parts)
        part.id.clear(); // half a look claims nothing
    addLook(operation, error.code);
}

void Operations::looked(Operation &operation, int candidates, const QDateTime &at)
{
    operation.pollError.reset();
    operation.lastLook = at.isValid() ? at : m_transport.serverNow();
    ++operation.looks;
    operation.candidates = candidates;
    addLook(operation, QString::number(candidates));
}

/// Nothing of ours is there. Right after sending it may still be on its way, so nothing is guessed in the first minute, unless
/// an \a older one shows that ours must have been refused.
void Operations::settleNotDone(Operation &operation, bool older)
{
    if (!older && operation.began.secsTo(operation.lastLook) <= clocksApartSecs)
        return;
    enter(operation, State::SettledNotDone, older ? u"older"_s : QString());
    operation.unread = false;
}

/// Sent by our own clock's time, and that one is not the service's.
bool Operations::isApart(const Operation &operation) const
{
    return !operation.dated && std::abs(m_transport.clockOffsetMs().value_or(0)) > clocksApartSecs * 1'000;
}

/// When something was made that may be ours, give or take the clocks.
Operations::When Operations::whenMade(const Operation &operation, const net::TimeStamp &made, const QDateTime &serverTime) const
{
    if (!made.utc.isValid() || isApart(operation))
        return When::Unknown;
    if (made.utc.addSecs(clocksApartSecs) < operation.began)
        return When::Before;
    if (made.utc > (serverTime.isValid() ? serverTime : m_transport.serverNow()).addSecs(clocksApartSecs))
        return When::Future;
    return made.utc > operation.began.addSecs(windowSecs) ? When::Later : When::Within;
}

/// \a whole: every row of the pages before could be read.
void Operations::lookForRecords(quint64 id, int offset, bool whole)
{
    const Operation *operation = find(id);
    net::RecordQuery query;
    if (operation->draft.verb->settle == net::Settle::RecordOfBackup)
        query.sourceItemId = operation->draft.target.value(u"checkpoint_item_id"_s);
    query.destinationRegion = operation->draft.value("destination_region"_L1);
    query.sort = u"created_at:desc"_s;
    query.limit = pageRows;
    query.offset = offset;
    ask<net::RecordPage>(
        id, m_csbs.replicationRecords(operation->draft.scope, query),
        [this, id, offset, whole](const net::Result<net::RecordPage> &page) { recordsLooked(id, offset, whole, page); });
}

/// Of one backup: one replica per backup and region makes it decidable. A record of ours began after we sent, give or take the
/// clocks; a live or finished older one means that ours was refused. Of a policy: all records of it since then that no
/// schedule began.
void Operations::recordsLooked(quint64 id, int offset, bool wholeBefore, const net::Result<net::RecordPage> &page)
{
    Operation &operation = *edit(id);
    const net::Scope scope = operation.draft.scope;
    const bool ofPolicy = operation.draft.verb->settle == net::Settle::RecordsOfPolicy;
    if (!page) {
        lookFailed(operation, page.error());
        tell(id);
        lookEnded(id);
        return;
    }
    const QString project = operation.draft.value("destination_project_id"_L1);
    const QString policy = operation.draft.value("policy_id"_L1);
    QList<const net::ReplicationRecord *> own;
    bool older = false;    // one that is there or being made would have made the service refuse ours
    bool pastOurs = false; // the page reaches back to before ours was sent
    operation.apart = isApart(operation);
    for (const net::ReplicationRecord &record : page->rows) {
        const When when = whenMade(operation, record.createdAt, page->serverTime);
        if (when == When::Before) {
            pastOurs = true;
            older |= record.status == Status::Success || !record.isFinal();
            continue;
        }
        if (when == When::Later)
            continue;
        operation.apart |= when == When::Future;
        if (!record.destinationProjectId.isEmpty() && record.destinationProjectId != project)
            continue;
        if (ofPolicy && (record.policyId != policy || record.autoTrigger == true))
            continue;
        own.append(&record);
    }
    const auto claim = [this, &operation](const net::ReplicationRecord &record) {
        auto part = std::ranges::find(operation.parts, record.sourceItemId, &OperationPart::backupId);
        if (part == operation.parts.end()) {
            OperationPart fresh;
            fresh.backupId = record.sourceItemId;
            operation.parts.append(fresh);
            part = operation.parts.end() - 1;
        }
        if (!part->isTaken() || part->began < record.createdAt.utc) {
            part->id = record.id;
            take(operation, *part, record);
        }
    };
    const bool whole = wholeBefore && page->envelope.unreadable == 0;
    const bool last = pastOurs || page->envelope.rows < pageRows;
    if (ofPolicy) {
        for (const net::ReplicationRecord *record : std::as_const(own))
            claim(*record);
        if (!last && offset / pageRows < mostPages) {
            lookForRecords(id, offset + page->envelope.rows - 1, whole); // from the last row on: rows shift meanwhile
            return;
        }
        const int taken = operation.taken();
        looked(operation, taken, page->serverTime);
        if (operation.apart) {
            for (OperationPart &part : operation.parts)
                part.id.clear(); // times tell nothing: it is a person's to say
        } else if (taken > 0) {
            enter(operation, State::SettledAccepted, QString::number(taken));
            operation.unread = false;
            for (OperationPart &part : operation.parts)
                part.final = part.final || !part.isTaken();
            conclude(operation);
        } else if (whole && last) {
            settleNotDone(operation, false);
        }
    } else {
        looked(operation, static_cast<int>(own.size()), page->serverTime);
        if (operation.apart) {
            // Times tell nothing: it is a person's to say.
        } else if (own.size() == 1 && own.first()->createdAt.utc.isValid()) {
            OperationPart part;
            part.id = own.first()->id;
            part.backupId = own.first()->sourceItemId;
            part.name = operation.targetName;
            part.server = operation.targetDetail;
            part.sizeMb = operation.sizeMb;
            operation.parts = {part};
            enter(operation, State::SettledAccepted, part.id);
            operation.unread = false;
            take(operation, operation.parts.first(), *own.first());
            conclude(operation);
        } else if (own.isEmpty() && whole && last) {
            settleNotDone(operation, older);
        }
    }
    tell(id);
    checkReplicas(id);
    emit recordsMoved(scope);
    watch();
    lookEnded(id);
}

/// Groups are told apart by name, sites, VPC and the time they were made; an older one of the name does not hinder a second.
void Operations::groupsLooked(quint64 id, const net::Result<net::GroupPage> &page)
{
    Operation &operation = *edit(id);
    const net::Scope scope = operation.draft.scope;
    if (!page) {
        lookFailed(operation, page.error());
        tell(id);
        lookEnded(id);
        return;
    }
    const auto differs = [&operation](const QString &sent, QLatin1StringView field) {
        return !sent.isEmpty() && sent != operation.draft.value(field);
    };
    QList<const net::ProtectionGroup *> own;
    operation.apart = isApart(operation);
    for (const net::ProtectionGroup &group : page->rows) {
        const When when = whenMade(operation, group.createdAt, page->serverTime);
        if (when == When::Before || when == When::Later || group.name != operation.draft.value("name"_L1) ||
            differs(group.sourceZone, "source_availability_zone"_L1) ||
            differs(group.targetZone, "target_availability_zone"_L1) || differs(group.domainId, "domain_id"_L1) ||
            differs(group.sourceVpcId, "source_vpc_id"_L1))
            continue;
        operation.apart |= when == When::Future;
        own.append(&group);
    }
    looked(operation, static_cast<int>(own.size()), page->serverTime);
    if (operation.apart) {
        // Times tell nothing: it is a person's to say.
    } else if (own.size() == 1) {
        operation.jobId.clear(); // the way in is the group now
        operation.madeId = own.first()->id;
        enter(operation, State::SettledAccepted, operation.madeId);
        operation.unread = false;
    } else if (own.isEmpty() && page->envelope.unreadable == 0 && page->envelope.rows < mostGroups) {
        settleNotDone(operation, false);
    }
    tell(id);
    emit groupsMoved(scope);
    watch();
    lookEnded(id);
}

} // namespace models
