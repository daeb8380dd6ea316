#include "models/operations.h"

using namespace Qt::StringLiterals;

namespace models {

/// The calls an operation or a scope has out. Letting go of one cancels it, and only a read is ever let go.
struct Operations::Work
{
    quint64 id = 0; ///< of a write or a look; 0: the poll of a scope
    net::Scope scope{};
    net::CallPtr<net::ReplicationAnswer> write{};
    net::CallPtr<net::RecordPage> look{};
};

Operations::Operations(net::Transport &transport, net::Csbs &csbs, QObject *parent)
    : QObject(parent), m_transport(transport), m_csbs(csbs)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Operations::watch);
}

Operations::~Operations() = default;

void Operations::setPace(Pace pace) { m_pace = pace; }

const Operation *Operations::find(quint64 id) const
{
    const auto it =
        std::find_if(m_operations.begin(), m_operations.end(), [id](const Operation &operation) { return operation.id == id; });
    return it == m_operations.end() ? nullptr : &*it;
}

Operation *Operations::edit(quint64 id)
{
    const auto it =
        std::find_if(m_operations.begin(), m_operations.end(), [id](const Operation &operation) { return operation.id == id; });
    return it == m_operations.end() ? nullptr : &*it;
}

Operations::Counts Operations::counts() const
{
    Counts counts;
    for (const Operation &operation : m_operations) {
        if (operation.state == Operation::State::InDoubt)
            ++counts.inDoubt;
        else if (!operation.isOver())
            ++counts.running;
        else if (operation.unread)
            ++counts.unread;
    }
    return counts;
}

void Operations::enter(Operation &operation, Operation::State state, const QString &detail)
{
    operation.state = state;
    operation.timeline.append({m_transport.serverNow(), state, detail, Operation::Step::Kind::Entered});
    if (operation.isTrouble())
        operation.unread = true;
    if (operation.isOver() && !operation.ended.isValid())
        operation.ended = m_transport.serverNow();
}

quint64 Operations::submit(net::Draft draft, const QString &targetName, const QString &targetDetail)
{
    Operation operation;
    operation.id = ++m_next;
    operation.draft = std::move(draft);
    operation.targetName = targetName;
    operation.targetDetail = targetDetail;
    operation.by = m_transport.userName();
    operation.began = m_transport.serverNow();
    enter(operation, Operation::State::Prepared);
    const quint64 id = operation.id;
    auto work = std::make_unique<Work>();
    work->id = id;
    work->scope = operation.draft.scope;
    work->write = m_csbs.replicateBackup(operation.draft);
    work->write->then(this, [this, id](const net::Result<net::ReplicationAnswer> &answer) { answered(id, answer); });
    connect(work->write.get(), &net::CallBase::sending, this, [this, id] {
        if (Operation *sent = edit(id)) {
            enter(*sent, Operation::State::Sent);
            emit changed(id);
        }
    });
    m_work.push_back(std::move(work));
    m_operations.append(std::move(operation));
    emit added(id);
    return id;
}

void Operations::answered(quint64 id, const net::Result<net::ReplicationAnswer> &answer)
{
    Operation *operation = edit(id);
    const auto it = std::find_if(m_work.begin(), m_work.end(), [id](const auto &work) { return work->id == id; });
    const auto done = std::move(*it); // let go when this handler ends
    m_work.erase(it);
    if (answer) {
        operation->requestId = answer->requestId;
        OperationPart part;
        part.id = answer->recordId;
        part.name = operation->targetName;
        operation->parts = {part};
        enter(*operation, Operation::State::Accepted, answer->recordId);
        emit changed(id);
        emit recordsMoved(operation->draft.scope);
        watch();
        return;
    }
    operation->error = answer.error();
    operation->requestId = answer.error().requestId;
    switch (answer.error().effect) {
    case net::Effect::Refused:
        enter(*operation, Operation::State::Refused, answer.error().code);
        break;
    case net::Effect::InDoubt:
        enter(*operation, Operation::State::InDoubt, answer.error().code);
        break;
    case net::Effect::None:
    case net::Effect::NotSent:
        enter(*operation, Operation::State::NotSent, answer.error().code);
        break;
    }
    emit changed(id);
    emit recordsMoved(operation->draft.scope);
}

void Operations::markRead(quint64 id)
{
    Operation *operation = edit(id);
    if (!operation || !operation->unread || operation->state == Operation::State::InDoubt)
        return; // a doubt stays until it is settled
    operation->unread = false;
    emit changed(id);
}

/// Looks at all records that move: one poll per scope, not one per record.
void Operations::watch()
{
    QList<net::Scope> scopes;
    for (const Operation &operation : std::as_const(m_operations)) {
        const bool moves = operation.state == Operation::State::Accepted || operation.state == Operation::State::Running ||
                           operation.state == Operation::State::SettledAccepted;
        if (moves && !operation.parts.isEmpty() && !scopes.contains(operation.draft.scope))
            scopes.append(operation.draft.scope);
    }
    for (const net::Scope &scope : std::as_const(scopes))
        poll(scope);
}

void Operations::poll(const net::Scope &scope)
{
    const bool busy =
        std::any_of(m_work.begin(), m_work.end(), [&scope](const auto &work) { return work->id == 0 && work->scope == scope; });
    if (busy)
        return;
    // One own record: ask for it alone. Several: the newest page holds them as a rule; stragglers are asked for one by one.
    QList<const Operation *> moving;
    for (const Operation &operation : std::as_const(m_operations)) {
        if (operation.draft.scope == scope && !operation.isOver() && !operation.parts.isEmpty())
            moving.append(&operation);
    }
    if (moving.isEmpty())
        return;
    const auto straggler =
        std::find_if(moving.begin(), moving.end(), [](const Operation *operation) { return operation->straggler; });
    const Operation *alone = moving.size() == 1 ? moving.first() : straggler == moving.end() ? nullptr : *straggler;
    net::RecordQuery query;
    query.limit = 200;
    query.offset = 0;
    query.sort = u"created_at:desc"_s;
    if (alone)
        query.sourceItemId = alone->draft.target.value(u"checkpoint_item_id"_s);
    auto work = std::make_unique<Work>();
    work->scope = scope;
    work->look = m_csbs.replicationRecords(scope, query);
    work->look->then(this, [this, scope](const net::Result<net::RecordPage> &page) { polled(scope, page); });
    m_work.push_back(std::move(work));
}

void Operations::polled(const net::Scope &scope, const net::Result<net::RecordPage> &page)
{
    const auto it =
        std::find_if(m_work.begin(), m_work.end(), [&scope](const auto &work) { return work->id == 0 && work->scope == scope; });
    const auto done = std::move(*it);
    m_work.erase(it);
    bool moved = false;
    QList<quint64> touched;
    for (Operation &operation : m_operations) {
        if (operation.draft.scope != scope || operation.isOver() || operation.parts.isEmpty())
            continue;
        if (!page) { // the record lives on the server: a lost poll is not a lost job
            operation.pollError = page.error();
            touched.append(operation.id);
            continue;
        }
        const auto record = std::find_if(page->rows.begin(), page->rows.end(), [&operation](const net::ReplicationRecord &row) {
            return row.id == operation.parts.first().id;
        });
        if (record == page->rows.end()) {
            operation.straggler = true; // asked for by its backup, one such at a time
            continue;
        }
        operation.straggler = false;
        operation.pollError.reset();
        operation.lastLook = page->serverTime.isValid() ? page->serverTime : m_transport.serverNow();
        const QString before = operation.parts.first().word;
        take(operation, *record);
        moved |= before != operation.parts.first().word;
        touched.append(operation.id);
    }
    for (const quint64 id : std::as_const(touched))
        emit changed(id);
    if (moved)
        emit recordsMoved(scope);
    const bool more = std::any_of(m_operations.begin(), m_operations.end(), [](const Operation &operation) {
        return !operation.isOver() && !operation.parts.isEmpty() && operation.state != Operation::State::InDoubt;
    });
    if (more)
        m_timer.start(page ? m_pace.poll : m_pace.lostPoll);
}

void Operations::take(Operation &operation, const net::ReplicationRecord &record)
{
    OperationPart &part = operation.parts.first();
    part.word = record.statusWord;
    if (record.progress)
        part.progress = std::max(part.progress.value_or(0), *record.progress); // never backwards
    part.code = record.failCode;
    part.reason = m_transport.masked(record.failReason);
    part.final = record.isFinal();
    part.failed = record.status == net::ReplicationRecord::Status::Fail;
    part.skipped = record.status == net::ReplicationRecord::Status::Skip;
    part.madeId = record.destinationItemId;
    if (part.final)
        conclude(operation);
    else if (operation.state != Operation::State::Running && record.status != net::ReplicationRecord::Status::Waiting)
        enter(operation, Operation::State::Running, record.statusWord);
}

/// All parts have ended: success or skip everywhere is success, failure everywhere is failure.
void Operations::conclude(Operation &operation)
{
    const auto failed =
        std::count_if(operation.parts.begin(), operation.parts.end(), [](const OperationPart &part) { return part.failed; });
    const auto open =
        std::any_of(operation.parts.begin(), operation.parts.end(), [](const OperationPart &part) { return !part.final; });
    if (open)
        return;
    if (failed == 0)
        enter(operation, Operation::State::Succeeded, operation.parts.first().word);
    else if (failed == operation.parts.size())
        enter(operation, Operation::State::Failed, operation.parts.first().code);
    else
        enter(operation, Operation::State::PartlyFailed, QString::number(failed));
}

void Operations::lookAgain(quint64 id)
{
    Operation *operation = edit(id);
    const bool busy = std::any_of(m_work.begin(), m_work.end(), [id](const auto &work) { return work->id == id; });
    if (!operation || busy || operation->state != Operation::State::InDoubt)
        return;
    net::RecordQuery query;
    query.sourceItemId = operation->draft.target.value(u"checkpoint_item_id"_s);
    query.destinationRegion = operation->draft.values.value(u"destination_region"_s);
    query.sort = u"created_at:desc"_s;
    query.limit = 200;
    query.offset = 0;
    auto work = std::make_unique<Work>();
    work->id = id;
    work->scope = operation->draft.scope;
    work->look = m_csbs.replicationRecords(work->scope, query);
    work->look->then(this, [this, id](const net::Result<net::RecordPage> &page) { looked(id, page); });
    m_work.push_back(std::move(work));
    emit changed(id);
}

/// Settles a write in doubt: one replica per backup and region makes it decidable. A record of ours began after we sent,
/// give or take the clocks; a live or finished older one means that ours was refused.
void Operations::looked(quint64 id, const net::Result<net::RecordPage> &page)
{
    const auto it = std::find_if(m_work.begin(), m_work.end(), [id](const auto &work) { return work->id == id; });
    const auto done = std::move(*it);
    m_work.erase(it);
    Operation *operation = edit(id);
    const auto tell = [&](int candidates, const QString &detail) {
        operation->candidates = candidates;
        operation->timeline.append({m_transport.serverNow(), operation->state, detail, Operation::Step::Kind::Looked});
    };
    if (!page) {
        operation->pollError = page.error();
        tell(0, page.error().code);
        emit changed(id);
        return;
    }
    operation->pollError.reset();
    operation->lastLook = page->serverTime.isValid() ? page->serverTime : m_transport.serverNow();
    ++operation->looks;
    constexpr qint64 clocksApartSecs = 60;
    const QString project = operation->draft.values.value(u"destination_project_id"_s);
    QList<const net::ReplicationRecord *> own;
    bool olderHolds = false; // an older replica that is there or being made would have made the service refuse ours
    for (const net::ReplicationRecord &record : page->rows) {
        const bool dated = record.createdAt.utc.isValid();
        if (!dated || record.createdAt.utc.addSecs(clocksApartSecs) >= operation->began) {
            if (record.destinationProjectId.isEmpty() || record.destinationProjectId == project)
                own.append(&record);
        } else if (record.status == net::ReplicationRecord::Status::Success || !record.isFinal()) {
            olderHolds = true;
        }
    }
    tell(static_cast<int>(own.size()), QString::number(own.size()));
    if (own.size() == 1 && own.first()->createdAt.utc.isValid()) {
        OperationPart part;
        part.id = own.first()->id;
        part.name = operation->targetName;
        operation->parts = {part};
        enter(*operation, Operation::State::SettledAccepted, part.id);
        operation->unread = false;
        take(*operation, *own.first());
    } else if (own.isEmpty() && page->envelope.unreadable == 0 && page->rows.size() < 200) {
        // Nothing of ours. Right after sending it may still be on its way, so nothing is guessed in the first minute.
        const bool settled = operation->began.secsTo(operation->lastLook) > clocksApartSecs;
        if (olderHolds || settled) {
            enter(*operation, Operation::State::SettledNotDone, olderHolds ? u"older"_s : QString());
            operation->unread = false;
        }
    }
    emit changed(id);
    emit recordsMoved(operation->draft.scope);
    watch();
}

} // namespace models
