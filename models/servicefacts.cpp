#include "models/servicefacts.h"

#include "net/transport.h"

#include <algorithm>
#include <functional>
#include <limits>

using namespace Qt::StringLiterals;

namespace models {

ServiceFacts::ServiceFacts(net::Csbs &csbs, net::Sdrs &sdrs, net::Transport &transport, net::Scope scope, QObject *parent)
    : QObject(parent), m_csbs(csbs), m_sdrs(sdrs), m_transport(transport), m_scope(std::move(scope))
{
}

template <typename T> void ServiceFacts::ask(Part part, Asked<T> &of, net::CallPtr<net::Page<T>> call)
{
    of.call = std::move(call);
    of.fact.freshness.state = Freshness::State::Loading;
    of.call->then(this, [this, part, &of](const net::Result<net::Page<T>> &answer) {
        const auto done = std::move(of.call);
        Fact<T> &fact = of.fact;
        if (!answer) {
            fact.freshness.state = Freshness::State::Failed;
            fact.freshness.error = answer.error();
        } else {
            fact.rows = answer->rows;
            fact.unreadable = answer->envelope.unreadable;
            fact.firstProblem = answer->envelope.firstProblem;
            const QDateTime told = answer->serverTime;
            fact.freshness = {.state = Freshness::State::Fresh, .asOf = told.isValid() ? told : m_transport.serverNow()};
        }
        emit changed(part);
    });
    emit changed(part);
}

void ServiceFacts::refresh()
{
    if (!m_backupQuotas.call)
        ask(Part::BackupQuotas, m_backupQuotas, m_csbs.quotas(m_scope));
    if (!m_recoveryQuotas.call)
        ask(Part::RecoveryQuotas, m_recoveryQuotas, m_sdrs.quotas(m_scope));
    if (!m_domains.call)
        ask(Part::Domains, m_domains, m_sdrs.activeDomains(m_scope));
    if (!m_versions.call)
        ask(Part::Versions, m_versions, m_sdrs.versions(m_scope));
}

const Freshness &ServiceFacts::freshness(Part part) const
{
    switch (part) {
    case Part::BackupQuotas:
        break;
    case Part::RecoveryQuotas:
        return m_recoveryQuotas.fact.freshness;
    case Part::Domains:
        return m_domains.fact.freshness;
    case Part::Versions:
        return m_versions.fact.freshness;
    }
    return m_backupQuotas.fact.freshness;
}

bool ServiceFacts::isLoading() const
{
    return std::ranges::any_of(parts, [this](Part part) { return freshness(part).state == Freshness::State::Loading; });
}

std::optional<int> usedPercent(const net::Quota &quota)
{
    if (!quota.limit || !quota.used || *quota.limit < 0 || *quota.used < 0)
        return {};
    if (*quota.limit == 0)
        return 100;
    constexpr qint64 most = 1000; // times the limit: beyond it the number says nothing more
    const qint64 whole = *quota.used / *quota.limit;
    if (whole >= most)
        return int(most * 100);
    const qint64 rest = *quota.used % *quota.limit;
    const bool fits = rest < std::numeric_limits<qint64>::max() / 100;
    return int(whole * 100 + (fits ? rest * 100 / *quota.limit : std::min<qint64>(99, rest / (*quota.limit / 100))));
}

QString quotaWord(const net::Quota &quota)
{
    if (quota.isUnlimited())
        return u"unlimited"_s;
    const std::optional<int> percent = usedPercent(quota);
    if (!percent)
        return {};
    return *percent >= 100 ? u"used-up"_s : u"within"_s;
}

QList<OwnedQuota> quotasByUse(const ServiceFacts &facts)
{
    QList<OwnedQuota> all;
    for (const net::Quota &quota : facts.backupQuotas().rows)
        all.append({quota, false});
    for (const net::Quota &quota : facts.recoveryQuotas().rows)
        all.append({quota, true});
    std::ranges::stable_sort(all, std::greater(), [](const OwnedQuota &one) { return usedPercent(one.quota).value_or(-1); });
    return all;
}

} // namespace models
