#pragma once

#include "net/credential.h"
#include "net/request.h"

#include <QUrl>

namespace net {

/// How a session proves who it is, without the secret.
enum class CredentialKind { Token, AccessKey, TemporaryKey };
CredentialKind kindOf(const Credential &credential);

/// A header as a screen may show it: never a secret, and no guess at what is made at the moment of sending.
struct ShownHeader
{
    enum class Value {
        AsSent,
        Token,         ///< secret
        SecurityToken, ///< secret
        SendingTime,   ///< X-Sdk-Date, made when it leaves
        Signature      ///< Authorization, made when it leaves
    };
    QByteArray name;
    Value value = Value::AsSent;
    QByteArray text{}; ///< AsSent only

    friend bool operator==(const ShownHeader &, const ShownHeader &) = default;
};

/// The headers the transport gives a request of a session that is signed in this way; \a base is the address of the service.
/// What Qt adds to every request (Connection, User-Agent and the like) is not among them.
QList<ShownHeader> headersShown(const Request &request, CredentialKind kind, const QUrl &base);

} // namespace net
