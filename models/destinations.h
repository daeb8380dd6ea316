#pragma once

#include "net/csbs.h"
#include "net/iam.h"

#include <QObject>

namespace models {

/// Where backups of a region can be copied to: the regions of C1, the projects of IAM, the quotas of the place chosen (C12).
class Destinations final : public QObject
{
    Q_OBJECT

public:
    Destinations(net::Transport &transport, net::Scope scope, QObject *parent = nullptr);

    void reload();
    bool isLoading() const { return m_askRegions || m_askProjects; }
    const std::optional<net::ApiError> &error() const { return m_error; }

    const QStringList &regions() const { return m_regions; }   ///< empty while loading or when replication is not offered
    QList<net::Project> projects(const QString &region) const; ///< enabled ones
    QStringList projectIds(const QString &region) const;

    /// Asks for the quotas of a place; the same place is asked once.
    void askQuotas(const net::Scope &place);
    struct Quotas
    {
        net::Scope place{};
        bool loading = false;
        QList<net::Quota> resources{};
        std::optional<net::ApiError> error{}; ///< why they are not known
    };
    const Quotas &quotas() const { return m_quotas; }

signals:
    void loaded(); ///< regions and projects, or the error, are there
    void quotasChanged();

private:
    void settle();

    net::Csbs m_csbs;
    net::Iam m_iam;
    net::Scope m_scope;
    QStringList m_regions;
    QList<net::Project> m_projects;
    std::optional<net::ApiError> m_error;
    Quotas m_quotas;
    net::CallPtr<QList<net::RegionTargets>> m_askRegions;
    net::CallPtr<QList<net::Project>> m_askProjects;
    net::CallPtr<net::Page<net::Quota>> m_askQuotas;
};

} // namespace models
