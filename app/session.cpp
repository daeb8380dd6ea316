#include "app/session.h"

using namespace Qt::StringLiterals;

namespace app {

namespace {

/// Adds the page to what the user filters by; an offset among the filters is where the list begins.
net::Query paged(const net::Query &filter, int offset, int limit)
{
    net::Query query;
    for (const auto &[name, value] : filter) {
        if (name == "offset"_L1)
            offset += std::max(0, value.toInt());
        else if (name != "limit"_L1) // the list pages by it already
            query.append({name, value});
    }
    query.append({u"limit"_s, QString::number(limit)});
    query.append({u"offset"_s, QString::number(offset)});
    return query;
}

} // namespace

Session::Session(Setup setup, const net::Clock &clock)
    : transport(std::move(setup.transport), clock), scope(std::move(setup.scope)),
      records(models::recordOrigin([this](const net::Query &filter, int offset,
                                          int limit) { return csbs.replicationRecordsRaw(scope, paged(filter, offset, limit)); },
                                   scope, joins),
              models::emptyRecordTable(), &worker, clock),
      backups(models::backupOrigin([this](const net::Query &filter, int offset,
                                          int limit) { return csbs.backupsRaw(scope, paged(filter, offset, limit)); },
                                   scope),
              models::emptyBackupTable(), &worker, clock)
{
    if (setup.credential)
        transport.setCredential(std::move(*setup.credential));
    connect(&backups, &models::ListSession::tableChanged, this, &Session::join);
    connect(&operations, &models::Operations::recordsMoved, &records, &models::ListSession::refresh);
}

void Session::start()
{
    m_askPolicies = csbs.policies(scope);
    m_askPolicies->then(this, [this](const net::Result<QList<net::Policy>> &answer) {
        const auto done = std::move(m_askPolicies);
        if (answer) // else the names stay "not loaded", and the list says what it could not read
            m_policies = *answer;
        join();
    });
    records.refresh();
    backups.refresh();
}

void Session::setPace(models::ListSession::Pace pace)
{
    for (models::ListSession *list : {&records, &backups})
        list->setPace(pace);
}

void Session::join()
{
    auto joined = std::make_shared<models::Joins>(*joins->get());
    if (const auto table = std::dynamic_pointer_cast<const models::BackupTable>(backups.table()); table && table->rowCount() > 0)
        models::joinBackups(*joined, *table);
    if (m_policies) {
        for (const net::Policy &policy : std::as_const(*m_policies))
            joined->policyName.insert(policy.id, policy.name);
        joined->policiesLoaded = true;
    }
    joins->set(joined);
    records.rejoin();
}

} // namespace app
