#include "net/csbs.h"

#include "net/reads.h"

using namespace Qt::StringLiterals;

namespace net {

using reads::add;

namespace {

Request read(const Scope &scope, const QStringList &path, const Query &query = {})
{
    return reads::ofProject(Service::Csbs, scope, path, query);
}

} // namespace

Query RecordQuery::query() const
{
    Query query;
    add(query, "destination_region"_L1, destinationRegion);
    add(query, "source_region"_L1, sourceRegion);
    add(query, "status"_L1, status);
    add(query, "source_checkpoint_item_id"_L1, sourceItemId);
    add(query, "destination_checkpoint_item_id"_L1, destinationItemId);
    add(query, "checkpoint_item_id"_L1, itemId);
    add(query, "limit"_L1, limit);
    add(query, "offset"_L1, offset);
    add(query, "sort"_L1, sort);
    if (withCount)
        query.append({u"with_count"_s, u"true"_s});
    return query;
}

Query BackupQuery::query() const
{
    Query query;
    add(query, "status"_L1, status);
    add(query, "limit"_L1, limit);
    add(query, "marker"_L1, marker);
    add(query, "offset"_L1, offset);
    add(query, "sort"_L1, sort);
    add(query, "name"_L1, name);
    add(query, "az"_L1, zone);
    add(query, "resource_id"_L1, resourceId);
    add(query, "resource_name"_L1, resourceName);
    add(query, "start_time"_L1, startTime);
    add(query, "end_time"_L1, endTime);
    add(query, "image_type"_L1, imageType);
    add(query, "policy_id"_L1, policyId);
    add(query, "checkpoint_id"_L1, checkpointId);
    add(query, "resource_type"_L1, resourceType);
    add(query, "ip"_L1, ip);
    return query;
}

CallPtr<QList<RegionTargets>> Csbs::replicationCapabilities(const Scope &scope) const
{
    return reads::list<RegionTargets>(m_transport, read(scope, {u"replication_capabilities"_s}), "regions");
}

CallPtr<RecordPage> Csbs::replicationRecords(const Scope &scope, const RecordQuery &query) const
{
    return reads::page<ReplicationRecord>(m_transport, read(scope, {u"replication_records"_s}, query.query()),
                                          "replication_records");
}

CallPtr<RawPage> Csbs::replicationRecordsRaw(const Scope &scope, const Query &query) const
{
    return reads::raw(m_transport, read(scope, {u"replication_records"_s}, query));
}

CallPtr<QList<Policy>> Csbs::policies(const Scope &scope, const Query &query) const
{
    return reads::list<Policy>(m_transport, read(scope, {u"policies"_s}, query), "policies");
}

CallPtr<RawPage> Csbs::policiesRaw(const Scope &scope, const Query &query) const
{
    return reads::raw(m_transport, read(scope, {u"policies"_s}, query));
}

CallPtr<Policy> Csbs::policy(const Scope &scope, const QString &id) const
{
    return reads::one<Policy>(m_transport, read(scope, {u"policies"_s, id}), "policy");
}

CallPtr<Page<Backup>> Csbs::backups(const Scope &scope, const BackupQuery &query) const
{
    return reads::page<Backup>(m_transport, read(scope, {u"checkpoint_items"_s}, query.query()), "checkpoint_items");
}

CallPtr<RawPage> Csbs::backupsRaw(const Scope &scope, const Query &query) const
{
    return reads::raw(m_transport, read(scope, {u"checkpoint_items"_s}, query));
}

CallPtr<Backup> Csbs::backup(const Scope &scope, const QString &id) const
{
    return reads::one<Backup>(m_transport, read(scope, {u"checkpoint_items"_s, id}), "checkpoint_item");
}

CallPtr<qint64> Csbs::backupCount(const Scope &scope, const BackupQuery &query) const
{
    return m_transport.call<qint64>(read(scope, {u"checkpoint_items"_s, u"count"_s}, query.query()),
                                    [](const Answer &answer) -> Result<qint64> {
                                        qint64 count = 0;
                                        const auto read = readObject(answer.body, {}, [&count](JsonReader &in, QString &problem) {
                                            count = in.number("count", 0, std::numeric_limits<qint64>::max());
                                            problem = in.problem();
                                            return problem.isEmpty();
                                        });
                                        if (!read)
                                            return tl::unexpected(read.error());
                                        return count;
                                    });
}

CallPtr<Page<Quota>> Csbs::quotas(const Scope &scope) const { return reads::quotas(m_transport, read(scope, {u"quotas"_s})); }

} // namespace net
