#include "app/session.h"

#include "models/drilltable.h"
#include "models/grouptable.h"
#include "models/operationtable.h"
#include "models/policytable.h"

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr std::chrono::minutes vpcsAge{1}; // their names are asked again no sooner

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
    : transport(std::move(setup.transport), clock), sleepWatch(clock), scope(std::move(setup.scope)),
      policies(models::policyOrigin([this](const net::Query &filter, int offset,
                                           int limit) { return csbs.policiesRaw(scope, paged(filter, offset, limit)); },
                                    scope),
               models::emptyPolicyTable(), &worker, clock),
      backups(models::backupOrigin([this](const net::Query &filter, int offset,
                                          int limit) { return csbs.backupsRaw(scope, paged(filter, offset, limit)); },
                                   scope),
              models::emptyBackupTable(), &worker, clock),
      records(models::recordOrigin([this](const net::Query &filter, int offset,
                                          int limit) { return csbs.replicationRecordsRaw(scope, paged(filter, offset, limit)); },
                                   scope, joins),
              models::emptyRecordTable(), &worker, clock),
      groups(models::groupOrigin([this](const net::Query &filter, int offset,
                                        int limit) { return sdrs.groupsRaw(scope, paged(filter, offset, limit)); },
                                 scope, siteNames),
             models::emptyGroupTable(), &worker, clock),
      drills(models::drillOrigin([this](const net::Query &filter, int offset,
                                        int limit) { return sdrs.drillsRaw(scope, paged(filter, offset, limit)); },
                                 scope, siteNames),
             models::emptyDrillTable(), &worker, clock),
      operationList(models::ListOrigin{}, models::operationTable({}), &worker, clock), ledgerOwner(setup.ledgerOwner),
      ledger(setup.ledger.isEmpty() ? nullptr : std::make_unique<models::Ledger>(setup.ledger, ledgerOwner)), m_clock(clock)
{
    if (ledger)
        operations.setLedger(*ledger);
    if (setup.credential)
        transport.setCredential(std::move(*setup.credential));
    connect(&backups, &models::ListSession::tableChanged, this, &Session::join);
    connect(&policies, &models::ListSession::tableChanged, this, &Session::join);
    connect(&policies, &models::ListSession::changed, this, [this] { // whole a moment after its last rows are there
        if (policies.isWhole() && !joins->get()->policiesLoaded)
            join();
    });
    connect(&groups, &models::ListSession::changed, this, &Session::joinSites);
    connect(&facts, &models::ServiceFacts::changed, this, [this](models::ServiceFacts::Part part) {
        if (part == models::ServiceFacts::Part::Domains)
            joinSites();
    });
    for (const models::ListSession *list : {&groups, &drills}) { // what is new in them may lie in a new VPC
        connect(list, &models::ListSession::tableChanged, this, [this] {
            if (!m_askVpcs && m_clock.steady() - m_vpcsAsked > vpcsAge)
                askVpcs();
        });
    }
    connect(&sleepWatch, &net::SleepWatch::woke, &transport, &net::Transport::wake);
    for (models::ListSession *list : lists())
        connect(&transport, &net::Transport::woke, list, &models::ListSession::wake);
    connect(&operations, &models::Operations::recordsMoved, &records, &models::ListSession::refresh);
    connect(&operations, &models::Operations::groupsMoved, &groups, &models::ListSession::refresh);
}

void Session::start()
{
    place.ask();
    askVpcs();
    for (models::ListSession *list : lists())
        list->refresh();
    facts.refresh();
    operations.begin();
}

void Session::askVpcs()
{
    m_vpcsAsked = m_clock.steady();
    m_askVpcs = vpc.vpcs(scope);
    m_askVpcs->then(this, [this](const net::Result<net::Page<net::VpcNetwork>> &answer) {
        const auto done = std::move(m_askVpcs);
        if (!answer) // no right, no such service: ids stay ids, and SDRS goes on (api/vpc.md)
            return;
        m_vpcs = answer->rows;
        joinSites();
    });
}

void Session::setPace(models::ListSession::Pace pace)
{
    for (models::ListSession *list : lists())
        list->setPace(pace);
}

void Session::join()
{
    const auto before = joins->get();
    auto joined = std::make_shared<models::Joins>(*before);
    if (const auto table = std::dynamic_pointer_cast<const models::BackupTable>(backups.table()); table && table->rowCount() > 0)
        models::joinBackups(*joined, *table);
    if (const auto table = std::dynamic_pointer_cast<const models::PolicyTable>(policies.table());
        table && policies.freshness().asOf.isValid()) {
        for (const models::PolicyRow &row : table->rows())
            joined->policyName.insert(row.policy.id, row.policy.name);
        joined->policiesLoaded = joined->policiesLoaded || policies.isWhole();
    }
    joins->set(joined);
    records.rejoin();
}

void Session::joinSites()
{
    auto joined = std::make_shared<models::SiteNames>(*siteNames->get());
    if (const auto table = std::dynamic_pointer_cast<const models::GroupTable>(groups.table())) {
        if (groups.isWhole()) // a part, such as a filter leaves, takes no name away and says of none that it is not visible
            joined->groupName.clear();
        for (const models::GroupRow &row : table->rows())
            joined->groupName.insert(row.group.id, row.group.name);
        joined->groupsLoaded = joined->groupsLoaded || groups.isWhole();
    }
    if (m_vpcs) {
        joined->vpcName.clear();
        for (const net::VpcNetwork &known : std::as_const(*m_vpcs))
            joined->vpcName.insert(known.id, known.name);
        joined->vpcsLoaded = true;
    }
    if (const auto &domains = facts.domains(); domains.freshness.asOf.isValid()) {
        joined->domain.clear();
        for (const net::ActiveDomain &known : domains.rows)
            joined->domain.insert(known.id, known);
        joined->domainsLoaded = true;
    }
    if (*joined == *siteNames->get())
        return;
    siteNames->set(joined);
    groups.rejoin();
    drills.rejoin();
}

} // namespace app
