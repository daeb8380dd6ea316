#pragma once

#include "net/call.h"
#include "net/page.h"
#include "net/records/backup.h"
#include "net/records/policy.h"
#include "net/records/quota.h"
#include "net/records/replicationrecord.h"

namespace net {

using RecordPage = Page<ReplicationRecord>;

/// Filters of C4; every documented parameter. Empty: not sent.
struct RecordQuery
{
    QString destinationRegion{}, sourceRegion{}, status{}, sourceItemId{}, destinationItemId{}, itemId{};
    std::optional<int> limit{}, offset{};
    QString sort{}; ///< key[:asc|desc],…
    bool withCount = false;

    Query query() const;
};

/// Filters of C7 and C9; every documented parameter.
struct BackupQuery
{
    QString status{}, marker{}, sort{}, name{}, zone{}, resourceId{}, resourceName{}, startTime{}, endTime{}, imageType{},
        policyId{}, checkpointId{}, resourceType{}, ip{};
    std::optional<int> limit{}, offset{};

    Query query() const;
};

/// Reads of the Cloud Server Backup Service (api/csbs.md): each call is a described request and a parser. Writes: verbs.h.
class Csbs
{
public:
    explicit Csbs(Transport &transport) : m_transport(transport) {}

    CallPtr<QList<RegionTargets>> replicationCapabilities(const Scope &scope) const;            ///< C1
    CallPtr<RecordPage> replicationRecords(const Scope &scope, const RecordQuery &query) const; ///< C4
    CallPtr<RawPage> replicationRecordsRaw(const Scope &scope, const Query &query) const;       ///< C4
    CallPtr<QList<Policy>> policies(const Scope &scope, const Query &query = {}) const;         ///< C5
    CallPtr<RawPage> policiesRaw(const Scope &scope, const Query &query) const;                 ///< C5
    CallPtr<Policy> policy(const Scope &scope, const QString &id) const;                        ///< C6
    CallPtr<Page<Backup>> backups(const Scope &scope, const BackupQuery &query) const;          ///< C7
    CallPtr<RawPage> backupsRaw(const Scope &scope, const Query &query) const;                  ///< C7
    CallPtr<Backup> backup(const Scope &scope, const QString &id) const;                        ///< C8
    CallPtr<qint64> backupCount(const Scope &scope, const BackupQuery &query) const;            ///< C9
    CallPtr<Page<Quota>> quotas(const Scope &scope) const;                                      ///< C12

private:
    Transport &m_transport;
};

} // namespace net
