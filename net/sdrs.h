#pragma once

#include "net/call.h"
#include "net/page.h"
#include "net/records/activedomain.h"
#include "net/records/apiversion.h"
#include "net/records/drill.h"
#include "net/records/job.h"
#include "net/records/protectiongroup.h"
#include "net/records/quota.h"

namespace net {

using GroupPage = Page<ProtectionGroup>;
using DrillPage = Page<DrDrill>;

/// Filters of the protection group list; every documented parameter. Empty: not sent.
struct GroupQuery
{
    std::optional<int> limit{}, offset{}; ///< 1..999 and 0.., counted in items
    QString status{};                     ///< exactly a word of the status
    QString name{};                       ///< a part of the name
    QString queryType{};                  ///< status_abnormal, stop_protected, period_no_dr_drill
    QString zone{};                       ///< where production runs now

    Query query() const;
};

/// Filters of the drill list; every documented parameter.
struct DrillQuery
{
    QString groupId{};
    QString name{}; ///< a part of the name
    QString status{}, vpcId{};
    std::optional<int> limit{}, offset{}; ///< as in GroupQuery

    Query query() const;
};

/// Storage Disaster Recovery Service (api/sdrs.md): each call is a described request and a parser. Numbers are those of its
/// section 2. What is not there is told as ErrorKind::Missing, although the service says 400.
class Sdrs
{
public:
    explicit Sdrs(Transport &transport) : m_transport(transport) {}

    CallPtr<Page<ApiVersion>> versions(const Scope &scope) const;                 ///< 1
    CallPtr<ApiVersion> version(const Scope &scope, const QString &id) const;     ///< 2
    CallPtr<Job> job(const Scope &scope, const QString &id) const;                ///< 3
    CallPtr<Page<ActiveDomain>> activeDomains(const Scope &scope) const;          ///< 4
    CallPtr<GroupPage> groups(const Scope &scope, const GroupQuery &query) const; ///< 6
    CallPtr<RawPage> groupsRaw(const Scope &scope, const Query &query) const;     ///< 6
    CallPtr<ProtectionGroup> group(const Scope &scope, const QString &id) const;  ///< 7
    CallPtr<DrillPage> drills(const Scope &scope, const DrillQuery &query) const; ///< 33
    CallPtr<RawPage> drillsRaw(const Scope &scope, const Query &query) const;     ///< 33
    CallPtr<DrDrill> drill(const Scope &scope, const QString &id) const;          ///< 34
    CallPtr<Page<Quota>> quotas(const Scope &scope) const;                        ///< 48

private:
    Transport &m_transport;
};

} // namespace net
