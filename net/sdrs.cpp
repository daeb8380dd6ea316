#include "net/sdrs.h"

#include "net/reads.h"

using namespace Qt::StringLiterals;

namespace net {

using reads::add;

namespace {

Request read(const Scope &scope, const QStringList &path, const Query &query = {})
{
    return reads::ofProject(Service::Sdrs, scope, path, query);
}

} // namespace

Query GroupQuery::query() const
{
    Query query;
    add(query, "limit"_L1, limit);
    add(query, "offset"_L1, offset);
    add(query, "status"_L1, status);
    add(query, "name"_L1, name);
    add(query, "query_type"_L1, queryType);
    add(query, "availability_zone"_L1, zone);
    return query;
}

Query DrillQuery::query() const
{
    Query query;
    add(query, "server_group_id"_L1, groupId);
    add(query, "name"_L1, name);
    add(query, "status"_L1, status);
    add(query, "drill_vpc_id"_L1, vpcId);
    add(query, "limit"_L1, limit);
    add(query, "offset"_L1, offset);
    return query;
}

CallPtr<Page<ApiVersion>> Sdrs::versions(const Scope &scope) const
{
    return reads::page<ApiVersion>(m_transport, reads::get(Service::Sdrs, scope, {}), "versions");
}

CallPtr<ApiVersion> Sdrs::version(const Scope &scope, const QString &id) const
{
    return reads::one<ApiVersion>(m_transport, reads::get(Service::Sdrs, scope, {id}), "version");
}

CallPtr<Job> Sdrs::job(const Scope &scope, const QString &id) const
{
    return reads::one<Job>(m_transport, read(scope, {u"jobs"_s, id}), {});
}

CallPtr<Page<ActiveDomain>> Sdrs::activeDomains(const Scope &scope) const
{
    return reads::page<ActiveDomain>(m_transport, read(scope, {u"active-domains"_s}), "domains");
}

CallPtr<GroupPage> Sdrs::groups(const Scope &scope, const GroupQuery &query) const
{
    return reads::page<ProtectionGroup>(m_transport, read(scope, {u"server-groups"_s}, query.query()), "server_groups");
}

CallPtr<RawPage> Sdrs::groupsRaw(const Scope &scope, const Query &query) const
{
    return reads::raw(m_transport, read(scope, {u"server-groups"_s}, query));
}

CallPtr<ProtectionGroup> Sdrs::group(const Scope &scope, const QString &id) const
{
    return reads::one<ProtectionGroup>(m_transport, read(scope, {u"server-groups"_s, id}), "server_group");
}

CallPtr<DrillPage> Sdrs::drills(const Scope &scope, const DrillQuery &query) const
{
    return reads::page<DrDrill>(m_transport, read(scope, {u"disaster-recovery-drills"_s}, query.query()),
                                "disaster_recovery_drills");
}

CallPtr<RawPage> Sdrs::drillsRaw(const Scope &scope, const Query &query) const
{
    return reads::raw(m_transport, read(scope, {u"disaster-recovery-drills"_s}, query));
}

CallPtr<DrDrill> Sdrs::drill(const Scope &scope, const QString &id) const
{
    return reads::one<DrDrill>(m_transport, read(scope, {u"disaster-recovery-drills"_s, id}), "disaster_recovery_drill");
}

CallPtr<Page<Quota>> Sdrs::quotas(const Scope &scope) const
{
    return reads::quotas(m_transport, read(scope, {u"sdrs"_s, u"quotas"_s}));
}

} // namespace net
