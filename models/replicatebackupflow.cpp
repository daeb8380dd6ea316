#include "models/replicatebackupflow.h"

using namespace Qt::StringLiterals;

namespace models {

namespace {

constexpr QLatin1StringView nameField("name");
constexpr QLatin1StringView placeholder("{backup}");

} // namespace

ReplicateBackupFlow::ReplicateBackupFlow(net::Transport &transport, Operations &operations, net::Scope scope,
                                         QList<net::Backup> backups, QObject *parent)
    : ReplicateFlow(net::verbs::replicateBackup, transport, operations, std::move(scope), parent), m_backups(std::move(backups))
{
    reload();
}

std::optional<net::RecordQuery> ReplicateBackupFlow::recordsWanted() const
{
    net::RecordQuery query;
    if (!isMany())
        query.sourceItemId = m_backups.value(0).id;
    return query;
}

/// A replica that exists or is being made in the region chosen, as far as its records are known.
net::Reason ReplicateBackupFlow::taken(const net::Backup &backup) const
{
    using Code = net::Reason::Code;
    net::Reason out;
    for (const net::ReplicationRecord &record : records().rows) {
        if (record.sourceItemId != backup.id || record.destinationRegion != records().region)
            continue;
        if (record.status == net::ReplicationRecord::Status::Success)
            return {Code::AlreadyThere, {records().region}};
        if (!record.isFinal())
            out = {Code::UnderWay, {records().region}};
    }
    return out;
}

net::Reason ReplicateBackupFlow::left(const net::Backup &backup) const
{
    if (net::Reason reason = net::eligible(backup))
        return reason;
    return isMany() ? taken(backup) : net::Reason{};
}

QList<net::Backup> ReplicateBackupFlow::going() const
{
    QList<net::Backup> out;
    for (const net::Backup &backup : m_backups) {
        if (!left(backup))
            out.append(backup);
    }
    return out;
}

qint64 ReplicateBackupFlow::sizeMb() const
{
    qint64 sum = 0;
    const QList<net::Backup> all = going();
    for (const net::Backup &backup : all)
        sum += backup.sizeMb.value_or(0);
    return sum;
}

QString ReplicateBackupFlow::nameOf(const net::Backup &backup) const
{
    QString name = value(nameField);
    return isMany() ? name.replace(placeholder, backup.name) : name;
}

net::Reason ReplicateBackupFlow::problem(const QString &name) const
{
    if (name != nameField || !isMany())
        return Flow::problem(name);
    const net::Field *described = field(name);
    const QList<net::Backup> all = going();
    for (const net::Backup &backup : all) {
        if (net::Reason reason = net::check(*described, nameOf(backup)))
            return reason;
    }
    return {};
}

std::optional<net::Room> ReplicateBackupFlow::room(const QString &name) const
{
    if (name != nameField || !isMany())
        return Flow::room(name);
    std::optional<net::Room> longest;
    const QList<net::Backup> all = going();
    for (const net::Backup &backup : all) {
        const std::optional<net::Room> taken = net::room(*field(nameField), nameOf(backup));
        if (taken && (!longest || taken->used > longest->used))
            longest = taken;
    }
    return longest;
}

net::Reason ReplicateBackupFlow::obstacle() const
{
    if (net::Reason reason = Flow::obstacle())
        return reason;
    if (!isMany())
        return m_backups.isEmpty() ? net::Reason{net::Reason::Code::NothingToDo, {}} : net::eligible(m_backups.first());
    return going().isEmpty() ? net::Reason{net::Reason::Code::NothingToDo, {}} : net::Reason{};
}

QList<net::Reason> ReplicateBackupFlow::warnings() const
{
    QList<net::Reason> out;
    if (!isMany() && !m_backups.isEmpty()) {
        if (net::Reason reason = taken(m_backups.first()))
            out.append(reason);
    }
    if (m_notListed > 0)
        out.append({net::Reason::Code::NotListed, {QString::number(m_notListed)}});
    return out + quotaWarnings(going().size(), sizeMb());
}

net::Draft ReplicateBackupFlow::draftOf(const net::Backup &backup) const
{
    net::Draft draft = m_draft;
    draft.target.insert(u"checkpoint_item_id"_s, backup.id);
    draft.values.insert(nameField, nameOf(backup));
    return draft;
}

net::Request ReplicateBackupFlow::request() const
{
    const QList<net::Backup> all = going();
    return net::request(draftOf(all.isEmpty() ? m_backups.value(0) : all.first()));
}

quint64 ReplicateBackupFlow::submit()
{
    QList<Order> orders;
    const QList<net::Backup> all = going();
    for (const net::Backup &backup : all)
        orders.append(
            {.draft = draftOf(backup), .targetName = backup.name, .targetDetail = backup.resourceName, .sizeMb = backup.sizeMb});
    if (!isMany())
        return m_operations.submit(orders.takeFirst());
    m_queueId = m_operations.submitQueue(orders);
    return m_operations.queue(m_queueId)->operations.first();
}

} // namespace models
