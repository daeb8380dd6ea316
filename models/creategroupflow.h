#pragma once

#include "models/flow.h"
#include "net/sdrs.h"
#include "net/vpc.h"

namespace models {

/// The draft of "Create protection group…": a domain, the direction between its two sites, a VPC, a name.
class CreateGroupFlow final : public Flow
{
    Q_OBJECT

public:
    CreateGroupFlow(net::Transport &transport, Operations &operations, net::Scope scope, QObject *parent = nullptr);

    const QList<net::ActiveDomain> &domains() const { return m_domains; } ///< sold-out ones too
    const net::ActiveDomain *domain() const;                              ///< the chosen one; null: none
    void setReversed(bool on);                                            ///< production at the domain's other end
    bool isReversed() const { return m_reversed; }
    const QList<net::VpcNetwork> &vpcs() const { return m_vpcs; } ///< those not usable too
    const net::VpcNetwork *vpc() const;                           ///< the chosen one; null: none
    struct Left
    {
        std::optional<qint64> used{}, limit{}; ///< protection groups; limit -1: none; nothing: not known
    };
    Left quota() const;

    QStringList offered(const QString &field) const override;
    void set(const QString &field, const QString &value) override; ///< a domain sets both sites
    net::Reason problem(const QString &field) const override;
    QList<net::Reason> warnings() const override;
    void reload() override;

protected:
    quint64 submit() override;

private:
    void setSites();
    void come(); ///< one of the answers is there

    net::Sdrs m_sdrs;
    net::Vpc m_vpc;
    QList<net::ActiveDomain> m_domains;
    QList<net::VpcNetwork> m_vpcs;
    QList<net::Quota> m_quotas;
    QStringList m_names; ///< of groups that exist
    bool m_reversed = false;
    net::CallPtr<net::Page<net::ActiveDomain>> m_askDomains;
    net::CallPtr<net::Page<net::VpcNetwork>> m_askVpcs;
    net::CallPtr<net::GroupPage> m_askGroups;
    net::CallPtr<net::Page<net::Quota>> m_askQuotas;
};

} // namespace models
