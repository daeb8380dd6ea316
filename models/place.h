#pragma once

#include "net/iam.h"

#include <QObject>

namespace models {

/// Where a session is, by its names: the region and the project, whose name is asked of IAM. A project that IAM does not
/// tell keeps its id alone.
class Place final : public QObject
{
    Q_OBJECT

public:
    Place(net::Iam &iam, net::Scope scope, QObject *parent = nullptr);

    void ask(); ///< for the project's name, in case it is not known
    const net::Scope &scope() const { return m_scope; }
    QString projectName() const { return m_projectName; } ///< empty: not known

signals:
    void changed();

private:
    net::Iam &m_iam;
    net::Scope m_scope;
    QString m_projectName;
    net::CallPtr<QList<net::Project>> m_ask;
};

} // namespace models
