#pragma once

#include "models/listsession.h"
#include "net/csbs.h"
#include "net/sdrs.h"

#include <QObject>

#include <array>
#include <optional>

namespace models {

/// What the services tell about themselves in one scope: how much of what may be used, between which sites can be
/// replicated, which versions of the API there are. Few rows that seldom change: asked when somebody wants them, never by
/// themselves. What came last stays when asking again fails.
class ServiceFacts final : public QObject
{
    Q_OBJECT

public:
    enum class Part { BackupQuotas, RecoveryQuotas, Domains, Versions };
    static constexpr std::array parts{Part::BackupQuotas, Part::RecoveryQuotas, Part::Domains, Part::Versions};

    /// Rows of one answer, and how true they are: Never, Loading, Fresh or Failed; of a Loading one `asOf` is that of the
    /// rows still shown.
    template <typename T> struct Fact
    {
        QList<T> rows{};
        Freshness freshness{};
        int unreadable = 0;
        QString firstProblem{}; ///< the member that made the first of them unreadable
    };

    ServiceFacts(net::Csbs &csbs, net::Sdrs &sdrs, net::Transport &transport, net::Scope scope, QObject *parent = nullptr);

    const net::Scope &scope() const { return m_scope; }
    /// Asks for all parts; one that is being asked for is left alone.
    void refresh();

    const Fact<net::Quota> &backupQuotas() const { return m_backupQuotas.fact; }
    const Fact<net::Quota> &recoveryQuotas() const { return m_recoveryQuotas.fact; }
    const Fact<net::ActiveDomain> &domains() const { return m_domains.fact; }
    const Fact<net::ApiVersion> &versions() const { return m_versions.fact; }
    const Freshness &freshness(Part part) const;
    bool isLoading() const; ///< any part

signals:
    void changed(models::ServiceFacts::Part part);

private:
    template <typename T> struct Asked
    {
        Fact<T> fact{};
        net::CallPtr<net::Page<T>> call{};
    };
    template <typename T> void ask(Part part, Asked<T> &of, net::CallPtr<net::Page<T>> call);

    net::Csbs &m_csbs;
    net::Sdrs &m_sdrs;
    net::Transport &m_transport;
    net::Scope m_scope;
    Asked<net::Quota> m_backupQuotas, m_recoveryQuotas;
    Asked<net::ActiveDomain> m_domains;
    Asked<net::ApiVersion> m_versions;
};

/// How much of a quota is used, percent, rounded down so that 100 is said only when nothing is left; more than 100 where
/// more is used than allowed. Nothing where there is no limit or a number is missing. A quota of 0 is used up.
std::optional<int> usedPercent(const net::Quota &quota);
/// The word of StateKind::Quota: used-up, within or unlimited; empty where nobody can say.
QString quotaWord(const net::Quota &quota);

/// A quota, and the service whose it is.
struct OwnedQuota
{
    net::Quota quota{};
    bool isRecovery = false; ///< of SDRS, not of CSBS
    friend bool operator==(const OwnedQuota &, const OwnedQuota &) = default;
};
/// All quotas known, most used first; those without a limit, or of which nothing can be said, last.
QList<OwnedQuota> quotasByUse(const ServiceFacts &facts);

} // namespace models
