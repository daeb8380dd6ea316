#include "models/place.h"

namespace models {

Place::Place(net::Iam &iam, net::Scope scope, QObject *parent) : QObject(parent), m_iam(iam), m_scope(std::move(scope)) {}

void Place::ask()
{
    if (!m_projectName.isEmpty() || m_ask)
        return;
    m_ask = m_iam.projects(m_scope);
    m_ask->then(this, [this](const net::Result<QList<net::Project>> &answer) {
        const auto done = std::move(m_ask);
        if (!answer) // no right to list projects, or no IAM at all: the id says where we are
            return;
        for (const net::Project &project : *answer) {
            if (project.id != m_scope.projectId || project.name == m_projectName)
                continue;
            m_projectName = project.name;
            emit changed();
        }
    });
}

} // namespace models
