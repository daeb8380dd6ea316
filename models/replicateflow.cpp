#include "models/replicateflow.h"

using namespace Qt::StringLiterals;

namespace models {

namespace {

constexpr QLatin1StringView regionField("destination_region");
constexpr QLatin1StringView projectField("destination_project_id");
constexpr int pageRows = 1000;
constexpr qint64 mbPerGb = 1024;

} // namespace

ReplicateFlow::ReplicateFlow(const net::Verb &verb, net::Transport &transport, Operations &operations, net::Scope scope,
                             QObject *parent)
    : Flow(verb, transport, operations, scope, parent), m_csbs(transport), m_places(transport, std::move(scope))
{
    connect(&m_places, &Destinations::loaded, this, [this] {
        if (m_places.error())
            fail(*m_places.error());
        if (value(regionField).isEmpty() && !regions().isEmpty())
            set(regionField, regions().first());
        else
            askPlace();
        loaded();
    });
    connect(&m_places, &Destinations::quotasChanged, this, &Flow::changed);
}

void ReplicateFlow::reload()
{
    if (stage() == Stage::Submitted)
        return;
    begin();
    m_records = {};
    m_askRecords.reset();
    m_places.reload();
    emit changed();
}

void ReplicateFlow::loaded() { settle(isAsking()); }

QList<net::Project> ReplicateFlow::projects() const { return m_places.projects(value(regionField)); }

net::Scope ReplicateFlow::destination() const { return {value(regionField), value(projectField)}; }

QStringList ReplicateFlow::offered(const QString &field) const
{
    if (field == regionField)
        return regions();
    if (field == projectField)
        return m_places.projectIds(value(regionField));
    return {};
}

void ReplicateFlow::set(const QString &field, const QString &value)
{
    if (stage() == Stage::Submitted || this->value(field) == value)
        return;
    if (field == regionField) {
        put(regionField, value);
        put(projectField, m_places.projectIds(value).value(0));
    }
    Flow::set(field, value);
    if (field == regionField || field == projectField) {
        askPlace();
        emit changed();
    }
}

/// Quotas and records of the place chosen now.
void ReplicateFlow::askPlace()
{
    m_places.askQuotas(destination());
    if (m_records.region == value(regionField))
        return;
    m_askRecords.reset();
    m_records = {.region = value(regionField)};
    if (!m_records.region.isEmpty() && recordsWanted())
        askRecords(0);
}

void ReplicateFlow::askRecords(int offset)
{
    net::RecordQuery query = recordsWanted().value_or(net::RecordQuery{});
    query.destinationRegion = m_records.region;
    query.sort = u"created_at:desc"_s;
    query.limit = pageRows;
    query.offset = offset;
    m_records.loading = true;
    m_askRecords = m_csbs.replicationRecords(scope(), query);
    m_askRecords->then(this, [this, offset](const net::Result<net::RecordPage> &page) {
        const auto done = std::move(m_askRecords);
        m_records.loading = false;
        if (!page) {
            m_records.error = page.error();
            emit changed();
            return;
        }
        QSet<QString> known;
        for (const net::ReplicationRecord &row : std::as_const(m_records.rows))
            known.insert(row.id);
        m_records.unreadable += page->envelope.unreadable;
        qsizetype fresh = 0;
        for (const net::ReplicationRecord &row : page->rows) {
            if (!known.contains(row.id)) {
                m_records.rows.append(row);
                ++fresh;
            }
        }
        if (!m_records.asOf.isValid())
            m_records.asOf = page->serverTime.isValid() ? page->serverTime : m_transport.serverNow();
        if (page->envelope.rows >= pageRows && fresh > 0) {
            askRecords(offset + page->envelope.rows - 1); // from the last row on: rows shift while they are paged
            return;
        }
        m_records.complete = m_records.unreadable == 0;
        emit changed();
    });
}

QList<net::Reason> ReplicateFlow::quotaWarnings(qint64 backups, qint64 sizeMb) const
{
    QList<net::Reason> out;
    for (const net::Quota &quota : quotas().resources) {
        if (!quota.limit || quota.isUnlimited() || !quota.used)
            continue;
        const qint64 left = std::max<qint64>(0, *quota.limit - *quota.used);
        const qint64 wanted = quota.type == "backups"_L1           ? backups
                              : quota.type == "backup_capacity"_L1 ? (sizeMb + mbPerGb - 1) / mbPerGb
                                                                   : 0;
        if (wanted > left)
            out.append({net::Reason::Code::QuotaShort, {QString::number(wanted), QString::number(left), quota.type}});
    }
    return out;
}

} // namespace models
