#pragma once

#include "app/commandline.h"
#include "models/backuptable.h"
#include "models/operations.h"
#include "models/recordtable.h"
#include "net/iam.h"
#include "net/transport.h"

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
        net::Scope scope{};
    };
    Session(Setup setup, const net::Clock &clock);

    /// Begins to load the lists.
    void start();
    /// How often the lists are refreshed.
    void setPace(models::ListSession::Pace pace);

    net::Transport transport;
    net::Csbs csbs{transport};
    net::Iam iam{transport};
    models::ListWorker worker;
    std::shared_ptr<models::JoinBox> joins = std::make_shared<models::JoinBox>();
    net::Scope scope;
    models::ListSession records;
    models::ListSession backups;
    models::Operations operations{transport, csbs};

private:
    void join();

    net::CallPtr<QList<net::Policy>> m_askPolicies;
    std::optional<QList<net::Policy>> m_policies;
};

} // namespace app
