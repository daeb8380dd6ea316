#pragma once

#include <QByteArray>
#include <QString>

namespace net {

/// What an error answer says, whatever shape it has (api/auth.md section 8).
struct ErrorBody
{
    QString code{};    ///< text also where the service sends a number
    QString message{}; ///< verbatim, at most 4000 characters; of a body that is no JSON its first 200
    QString requestId{};
};

ErrorBody readErrorBody(const QByteArray &body);

} // namespace net
