#include "app/session.h"

#include "models/drilltable.h"
#include "models/grouptable.h"
#include "models/operationtable.h"
#include "models/policytable.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr std::chrono::minutes sitesAge{1}; // their names are asked again no sooner

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

/// The origins of a list: one for each project.
template <typename Make> QList<models::ListOrigin> origins(const models::Place &place, Make make)
{
    QList<models::ListOrigin> out;
    for (const net::Scope &scope : place.scopes())
        out.append(make(scope));
    return out;
}

} // namespace

Session::Session(Setup setup, const net::Clock &clock)
    : transport(std::move(setup.transport), clock), sleepWatch(clock),
      place(iam, setup.scopes.isEmpty() ? QList{net::Scope()} : setup.scopes),
      policies(origins(place,
                       [this](const net::Scope &scope) {
                           return models::policyOrigin(
                               [this, scope](const net::Query &filter, int offset, int limit) {
                                   return csbs.policiesRaw(scope, paged(filter, offset, limit));
                               },
                               scope, place.names());
                       }),
               models::emptyPolicyTable(), &worker, clock),
      backups(origins(place,
                      [this](const net::Scope &scope) {
                          return models::backupOrigin(
                              [this, scope](const net::Query &filter, int offset, int limit) {
                                  return csbs.backupsRaw(scope, paged(filter, offset, limit));
                              },
                              scope, place.names());
                      }),
              models::emptyBackupTable(), &worker, clock),
      records(origins(place,
                      [this](const net::Scope &scope) {
                          return models::recordOrigin(
                              [this, scope](const net::Query &filter, int offset, int limit) {
                                  return csbs.replicationRecordsRaw(scope, paged(filter, offset, limit));
                              },
                              scope, joins, place.names());
                      }),
              models::emptyRecordTable(), &worker, clock),
      groups(origins(place,
                     [this](const net::Scope &scope) {
                         return models::groupOrigin(
                             [this, scope](const net::Query &filter, int offset, int limit) {
                                 return sdrs.groupsRaw(scope, paged(filter, offset, limit));
                             },
                             scope, siteNames, place.names());
                     }),
             models::emptyGroupTable(), &worker, clock),
      drills(origins(place,
                     [this](const net::Scope &scope) {
                         return models::drillOrigin(
                             [this, scope](const net::Query &filter, int offset, int limit) {
                                 return sdrs.drillsRaw(scope, paged(filter, offset, limit));
                             },
                             scope, siteNames, place.names());
                     }),
             models::emptyDrillTable(), &worker, clock),
      operationList({}, models::operationTable({}), &worker, clock), ledgerOwner(setup.ledgerOwner),
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
            if (m_clock.steady() - m_sitesAsked > sitesAge)
                askSites();
        });
    }
    connect(&sleepWatch, &net::SleepWatch::woke, &transport, &net::Transport::wake);
    for (models::ListSession *list : lists())
        connect(&transport, &net::Transport::woke, list, &models::ListSession::wake);
    connect(&operations, &models::Operations::recordsMoved, &records, &models::ListSession::refreshPart);
    connect(&operations, &models::Operations::groupsMoved, &groups, &models::ListSession::refreshPart);
    connect(&place, &models::Place::changed, this, [this] {
        for (models::ListSession *list : lists())
            list->rejoin();
    });
    connect(&place, &models::Place::shownChanged, this, &Session::showScopes);
    place.setShown(setup.shown);
}

void Session::start()
{
    place.ask();
    askSites();
    for (models::ListSession *list : lists())
        list->refresh();
    facts.refresh();
    operations.begin();
}

void Session::showScopes()
{
    for (models::ListSession *list : lists())
        list->setScopes(place.shown());
    if (m_sitesAsked.count() != 0)
        askSites();
}

void Session::askSites()
{
    m_sitesAsked = m_clock.steady();
    m_vpcs.calls.clear();
    m_domains.calls.clear();
    for (const net::Scope &scope : place.shown()) {
        ask(m_vpcs, scope, vpc.vpcs(scope));
        if (scope != place.scopes().first())
            ask(m_domains, scope, sdrs.activeDomains(scope));
    }
}

template <typename T> void Session::ask(Answers<T> &answers, const net::Scope &scope, net::CallPtr<net::Page<T>> call)
{
    answers.calls.push_back(std::move(call));
    answers.calls.back()->then(this, [this, &answers, scope](const net::Result<net::Page<T>> &answer) {
        if (!answer) // no right, no such service: ids stay ids, and SDRS goes on (api/vpc.md)
            return;
        answers.rows.insert(scope, answer->rows);
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
    if (!m_vpcs.rows.isEmpty()) {
        joined->vpcName.clear();
        for (const QList<net::VpcNetwork> &rows : std::as_const(m_vpcs.rows)) {
            for (const net::VpcNetwork &known : rows)
                joined->vpcName.insert(known.id, known.name);
        }
        joined->vpcsLoaded =
            std::ranges::all_of(place.shown(), [this](const net::Scope &scope) { return m_vpcs.rows.contains(scope); });
    }
    if (const auto &domains = facts.domains(); domains.freshness.asOf.isValid())
        m_domains.rows.insert(place.scopes().first(), domains.rows);
    if (!m_domains.rows.isEmpty()) {
        joined->domain.clear();
        for (const QList<net::ActiveDomain> &rows : std::as_const(m_domains.rows)) {
            for (const net::ActiveDomain &known : rows)
                joined->domain.insert(known.id, known);
        }
        joined->domainsLoaded =
            std::ranges::all_of(place.shown(), [this](const net::Scope &scope) { return m_domains.rows.contains(scope); });
    }
    if (*joined == *siteNames->get())
        return;
    siteNames->set(joined);
    groups.rejoin();
    drills.rejoin();
}

} // namespace app
