#pragma once

#include <QByteArray>
#include <QString>

#include <functional>

namespace net {

/// What an error answer says, whatever shape it has (api/auth.md section 8).
struct ErrorBody
{
    QString code{};    ///< text also where the service sends a number
    QString message{}; ///< verbatim, at most 4000 characters; of a body that is no JSON its first 200
    QString requestId{};
};

/// \a mask takes out what nobody may see. It has its turn before anything is cut to length: half a secret is not found any more.
ErrorBody readErrorBody(const QByteArray &body, const std::function<QString(const QString &)> &mask = {});

} // namespace net
