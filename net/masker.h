#pragma once

#include <QByteArray>
#include <QSet>
#include <QString>

namespace net {

/// Takes secrets out of server text before anyone sees it: the gateway may echo the signed request in an error.
class Masker
{
public:
    void add(const QByteArray &secret); ///< ignored when shorter than 4 characters
    QString masked(QString text) const;

private:
    QSet<QString> m_secrets;
};

} // namespace net
