#include "models/replicatepolicyflow.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

namespace {

constexpr QLatin1StringView policyField("policy_id");
constexpr int pageRows = 1000;

using Status = net::ReplicationRecord::Status;
using Fate = ReplicatePolicyFlow::Fate;

Fate fateOf(const net::Backup &backup, const QList<const net::ReplicationRecord *> &tries)
{
    if (backup.imageType == "replication"_L1)
        return Fate::Replica;
    if (std::ranges::any_of(tries, [](const auto *record) { return record->status == Status::Success; }))
        return Fate::There;
    if (std::ranges::any_of(tries, [](const auto *record) { return !record->isFinal(); }))
        return Fate::UnderWay;
    if (net::eligible(backup))
        return Fate::NotAvailable;
    return tries.isEmpty() ? Fate::Copied : Fate::MayBeCopied;
}

} // namespace

ReplicatePolicyFlow::ReplicatePolicyFlow(net::Transport &transport, Operations &operations, net::Scope scope,
                                         const QString &policyId, QObject *parent)
    : ReplicateFlow(net::verbs::replicatePolicy, transport, operations, std::move(scope), parent)
{
    put(policyField, policyId);
    reload();
}

void ReplicatePolicyFlow::reload()
{
    if (stage() == Stage::Submitted)
        return;
    m_askPolicies = m_csbs.policies(scope());
    m_askPolicies->then(this, [this](const net::Result<QList<net::Policy>> &answer) {
        const auto done = std::move(m_askPolicies);
        if (answer)
            m_policies = *answer;
        else
            fail(answer.error());
        if (value(policyField).isEmpty() && !m_policies.isEmpty())
            set(policyField, m_policies.first().id);
        loaded();
    });
    ReplicateFlow::reload();
    m_backupsOf.clear();
    if (!value(policyField).isEmpty())
        askBackups(0);
}

const net::Policy *ReplicatePolicyFlow::policy() const
{
    const auto it = std::ranges::find(m_policies, value(policyField), &net::Policy::id);
    return it == m_policies.end() ? nullptr : &*it;
}

QStringList ReplicatePolicyFlow::offered(const QString &field) const
{
    if (field != policyField)
        return ReplicateFlow::offered(field);
    QStringList ids;
    for (const net::Policy &one : m_policies)
        ids.append(one.id);
    return ids;
}

void ReplicatePolicyFlow::set(const QString &field, const QString &value)
{
    const bool another = field == policyField && this->value(field) != value;
    ReplicateFlow::set(field, value);
    if (another && stage() != Stage::Submitted)
        askBackups(0);
}

void ReplicatePolicyFlow::askBackups(int offset)
{
    if (offset == 0) {
        m_backups.clear();
        m_backupsAsOf = {};
        m_backupsError.reset();
        m_backupsOf = value(policyField);
    }
    net::BackupQuery query;
    query.policyId = m_backupsOf;
    query.limit = pageRows;
    query.offset = offset;
    m_askBackups = m_csbs.backups(scope(), query);
    m_askBackups->then(this, [this, offset](const net::Result<net::Page<net::Backup>> &page) {
        const auto done = std::move(m_askBackups);
        if (!page) {
            m_backupsError = page.error();
            emit changed();
            return;
        }
        QSet<QString> known;
        for (const net::Backup &backup : std::as_const(m_backups))
            known.insert(backup.id);
        qsizetype fresh = 0;
        for (const net::Backup &backup : page->rows) {
            if (!known.contains(backup.id)) {
                m_backups.append(backup);
                ++fresh;
            }
        }
        if (page->envelope.rows >= pageRows && fresh > 0) {
            askBackups(offset + page->envelope.rows - 1); // from the last row on: rows shift while they are paged
            return;
        }
        m_backupsAsOf = page->serverTime.isValid() ? page->serverTime : m_transport.serverNow();
        emit changed();
    });
    emit changed();
}

int ReplicatePolicyFlow::Preview::count(Fate fate) const { return static_cast<int>(std::ranges::count(rows, fate, &Row::fate)); }

qint64 ReplicatePolicyFlow::Preview::sizeMb(Fate fate) const
{
    qint64 sum = 0;
    for (const Row &row : rows)
        sum += row.fate == fate ? row.backup.sizeMb.value_or(0) : 0;
    return sum;
}

ReplicatePolicyFlow::Preview ReplicatePolicyFlow::preview() const
{
    Preview out;
    out.loading = stage() == Stage::Loading || m_askBackups || records().loading;
    out.error = m_backupsError ? m_backupsError : records().error;
    if (out.loading || out.error || !m_backupsAsOf.isValid() || !records().asOf.isValid())
        return out;
    out.asOf = std::min(m_backupsAsOf, records().asOf);
    QHash<QString, QList<const net::ReplicationRecord *>> tries;
    for (const net::ReplicationRecord &record : records().rows)
        tries[record.sourceItemId].append(&record);
    for (const net::Backup &backup : m_backups)
        out.rows.append({backup, fateOf(backup, tries.value(backup.id))});
    std::ranges::stable_sort(out.rows, [](const Row &a, const Row &b) {
        return a.fate != b.fate ? a.fate < b.fate : a.backup.sizeMb.value_or(0) > b.backup.sizeMb.value_or(0);
    });
    return out;
}

bool ReplicatePolicyFlow::waits() const { return m_askBackups || records().loading; }

QList<net::Reason> ReplicatePolicyFlow::warnings() const
{
    QList<net::Reason> out;
    // The service refuses a second replication by hand while one runs (CSBS.6031); of which policy, no document says.
    const bool running = std::ranges::any_of(
        records().rows, [](const net::ReplicationRecord &record) { return !record.isFinal() && record.autoTrigger == false; });
    if (running)
        out.append({net::Reason::Code::ManualRunning, {}});
    const Preview seen = preview();
    if (!seen.isKnown())
        return out;
    if (seen.count(Fate::Copied) + seen.count(Fate::MayBeCopied) == 0)
        out.append({net::Reason::Code::NothingToDo, {}});
    return out + quotaWarnings(seen.count(Fate::Copied), seen.sizeMb(Fate::Copied));
}

quint64 ReplicatePolicyFlow::submit()
{
    Order order{.draft = m_draft, .targetName = policy()->name};
    const Preview seen = preview();
    for (const Row &row : seen.rows) {
        if (row.fate != Fate::Copied && row.fate != Fate::MayBeCopied)
            continue;
        OperationPart part;
        part.backupId = row.backup.id;
        part.name = row.backup.name;
        part.server = row.backup.resourceName;
        part.sizeMb = row.backup.sizeMb;
        part.plan = row.fate == Fate::Copied ? OperationPart::Plan::Sure : OperationPart::Plan::Maybe;
        order.expected.append(part);
    }
    return m_operations.submit(std::move(order));
}

} // namespace models
