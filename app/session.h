#pragma once

#include "app/commandline.h"
#include "models/backuptable.h"
#include "models/operations.h"
#include "models/overviewsession.h"
#include "models/place.h"
#include "models/recordtable.h"
#include "models/servicefacts.h"
#include "models/shared.h"
#include "models/sitenames.h"
#include "net/iam.h"
#include "net/sdrs.h"
#include "net/sleepwatch.h"
#include "net/transport.h"
#include "net/vpc.h"

#include <array>

namespace app {

/// Everything of one signed-in session that has no pixels, wired: transport, services, lists, operations.
class Session final : public QObject
{
    Q_OBJECT

public:
    struct Setup
    {
        net::Transport::Options transport{};
        std::optional<net::Credential> credential{}; ///< none yet: everything is refused as signed out until one is set
        QList<net::Scope> scopes{};                  ///< none: a profile that is not finished
        QList<net::Scope> shown{};                   ///< at the start; none: all
        QString ledger{};                            ///< path of the file; empty: nothing is written down
        QString ledgerOwner{};                       ///< the profile, by an id that stays
    };
    Session(Setup setup, const net::Clock &clock);

    /// Begins to load the lists.
    void start();
    /// How often the lists are refreshed.
    void setPace(models::ListSession::Pace pace);

    net::Transport transport;
    net::Csbs csbs{transport};
    net::Sdrs sdrs{transport};
    net::Vpc vpc{transport};
    net::Iam iam{transport};
    net::SleepWatch sleepWatch;
    models::Worker worker;
    std::shared_ptr<models::JoinBox> joins = std::make_shared<models::JoinBox>();
    std::shared_ptr<models::Shared<models::SiteNames>> siteNames = std::make_shared<models::Shared<models::SiteNames>>();
    models::Place place;
    models::ServiceFacts facts{csbs, sdrs, transport, place.first()};
    models::ListSession policies, backups, records, groups, drills;
    models::ListSession operationList;
    /// Those that a server answers.
    std::array<models::ListSession *, 5> lists() { return {&policies, &backups, &records, &groups, &drills}; }
    QString ledgerOwner;
    std::unique_ptr<models::Ledger> ledger; ///< null: nothing is written down
    models::Operations operations{transport};
    models::OverviewSession overview{{records, backups, policies, groups, drills}, &worker};

private:
    void join();       ///< the names that records lack, from backups and policies
    void joinSites();  ///< the names that groups and drills lack, from groups, VPCs and active domains
    void showScopes(); ///< those of the place, in all lists
    void askSites();   ///< for VPCs, and for the domains that `facts` does not ask for

    /// What each project answered last.
    template <typename T> struct Answers
    {
        QHash<net::Scope, QList<T>> rows{};
        std::vector<net::CallPtr<net::Page<T>>> calls{};
    };
    template <typename T> void ask(Answers<T> &answers, const net::Scope &scope, net::CallPtr<net::Page<T>> call);

    const net::Clock &m_clock;
    std::chrono::milliseconds m_sitesAsked{0}; ///< steady
    Answers<net::VpcNetwork> m_vpcs;
    Answers<net::ActiveDomain> m_domains;
};

} // namespace app
