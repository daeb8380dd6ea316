#include "models/destinations.h"

namespace models {

Destinations::Destinations(net::Transport &transport, net::Scope scope, QObject *parent)
    : QObject(parent), m_csbs(transport), m_iam(transport), m_scope(std::move(scope))
{
}

void Destinations::reload()
{
    m_error.reset();
    m_quotas = {}; // asked for anew with the rest
    m_askQuotas.reset();
    m_askRegions = m_csbs.replicationCapabilities(m_scope);
    m_askRegions->then(this, [this](const net::Result<QList<net::RegionTargets>> &answer) {
        const auto done = std::move(m_askRegions);
        m_regions.clear();
        if (answer) {
            for (const net::RegionTargets &targets : *answer) { // do not assume one entry: match the region in use
                if (targets.region == m_scope.region)
                    m_regions += targets.destinations;
            }
            m_regions.removeDuplicates();
            m_regions.removeAll(m_scope.region);
        } else {
            m_error = answer.error();
        }
        settle();
    });
    m_askProjects = m_iam.projects(m_scope);
    m_askProjects->then(this, [this](const net::Result<QList<net::Project>> &answer) {
        const auto done = std::move(m_askProjects);
        if (answer)
            m_projects = *answer;
        else
            m_error = answer.error();
        settle();
    });
}

void Destinations::settle()
{
    if (!isLoading())
        emit loaded();
}

QList<net::Project> Destinations::projects(const QString &region) const
{
    QList<net::Project> fitting;
    for (const net::Project &project : m_projects) {
        if (project.enabled && project.region() == region)
            fitting.append(project);
    }
    return fitting;
}

QStringList Destinations::projectIds(const QString &region) const
{
    QStringList ids;
    const QList<net::Project> fitting = projects(region);
    for (const net::Project &project : fitting)
        ids.append(project.id);
    return ids;
}

void Destinations::askQuotas(const net::Scope &place)
{
    if (place == m_quotas.place)
        return;
    m_quotas = {.place = place};
    m_askQuotas.reset();
    if (!place.region.isEmpty() && !place.projectId.isEmpty()) {
        m_quotas.loading = true;
        m_askQuotas = m_csbs.quotas(place);
        m_askQuotas->then(this, [this](const net::Result<net::Page<net::Quota>> &answer) {
            const auto done = std::move(m_askQuotas);
            m_quotas.loading = false;
            if (answer)
                m_quotas.resources = answer->rows;
            else
                m_quotas.error = answer.error();
            emit quotasChanged();
        });
    }
    emit quotasChanged();
}

} // namespace models
