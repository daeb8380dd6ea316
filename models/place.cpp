#include "models/place.h"

#include <algorithm>
#include <iterator>

namespace models {

Place::Place(net::Iam &iam, QList<net::Scope> scopes, QObject *parent)
    : QObject(parent), m_iam(iam), m_scopes(std::move(scopes)), m_shown(m_scopes)
{
    Q_ASSERT(!m_scopes.isEmpty());
}

void Place::ask()
{
    if (m_ask)
        return;
    // One answer names every project the user may enter; where it does not, that project's own token may tell.
    const auto next = std::ranges::find_if(
        m_scopes, [this](const net::Scope &scope) { return projectName(scope).isEmpty() && !m_asked.contains(scope.projectId); });
    if (next == m_scopes.end()) {
        m_asked.clear();
        return;
    }
    m_asked.insert(next->projectId);
    m_ask = m_iam.projects(*next);
    m_ask->then(this, [this](const net::Result<QList<net::Project>> &answer) {
        const auto done = std::move(m_ask);
        if (answer) { // else no right to list projects, or no IAM at all: the id says where we are
            auto names = std::make_shared<QHash<QString, QString>>(*m_names->get());
            for (const net::Project &project : *answer) {
                if (!project.name.isEmpty())
                    names->insert(project.id, project.name);
            }
            if (*names != *m_names->get()) {
                m_names->set(std::move(names));
                emit changed();
            }
        }
        ask();
    });
}

void Place::setShown(const QList<net::Scope> &shown)
{
    QList<net::Scope> kept;
    std::ranges::copy_if(m_scopes, std::back_inserter(kept), [&shown](const net::Scope &scope) { return shown.contains(scope); });
    if (kept.isEmpty() || kept == m_shown)
        return;
    m_shown = kept;
    emit shownChanged();
}

QString Place::projectName(const net::Scope &scope) const { return m_names->get()->value(scope.projectId); }

} // namespace models
