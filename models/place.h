#pragma once

#include "models/projectnames.h"
#include "net/iam.h"

#include <QObject>
#include <QSet>

namespace models {

/// Where a session is: its regions and projects, which of them are shown, and their names, asked of IAM. A project that IAM
/// does not tell keeps its id alone.
class Place final : public QObject
{
    Q_OBJECT

public:
    Place(net::Iam &iam, QList<net::Scope> scopes, QObject *parent = nullptr); ///< at least one; all are shown

    void ask(); ///< for the names of projects that are not known
    const QList<net::Scope> &scopes() const { return m_scopes; }
    const QList<net::Scope> &shown() const { return m_shown; } ///< at least one, in the order of scopes()
    void setShown(const QList<net::Scope> &shown);             ///< those that the session has; none of them: nothing happens
    /// Where something is made that belongs to no row: the first of those shown.
    const net::Scope &first() const { return m_shown.first(); }
    QString projectName(const net::Scope &scope) const; ///< empty: not known
    std::shared_ptr<const ProjectNames> names() const { return m_names; }

signals:
    void changed();      ///< names
    void shownChanged(); ///< shown()

private:
    net::Iam &m_iam;
    QList<net::Scope> m_scopes, m_shown;
    std::shared_ptr<ProjectNames> m_names = std::make_shared<ProjectNames>();
    QSet<QString> m_asked; ///< projects whose token has asked
    net::CallPtr<QList<net::Project>> m_ask;
};

} // namespace models
