#pragma once

#include "net/peercertificate.h"

#include <QList>
#include <QString>

#include <tl/expected.hpp>

namespace net {

/// Why a call failed, in the terms a screen acts on. Sentences for people are made in ui/.
enum class ErrorKind {
    Offline,     ///< no connection: refused, unknown host, cut, proxy
    Timeout,     ///< no answer within the request's time limit
    Tls,         ///< the peer could not be trusted, or speaks no TLS we accept
    SignedOut,   ///< the credential was refused (401), and renewal does not help
    Denied,      ///< 403
    Missing,     ///< 404
    Conflict,    ///< 409
    Busy,        ///< 429, 503, or the gateway's throttling code
    Rejected,    ///< any other 3xx or 4xx
    ServerFault, ///< 5xx
    BadReply,    ///< an answer that cannot be read
    ReadOnly,    ///< never sent: the session is read-only
    NotSecure    ///< never sent: over http to another machine the sign-in could be read on the way
};

/// What a failed write did at the server; None for reads and for success (wire rules: see effect.h).
enum class Effect { None, NotSent, Refused, InDoubt };

struct ApiError
{
    ErrorKind kind = ErrorKind::BadReply;
    Effect effect = Effect::None;
    int httpStatus = 0;    ///< 0: no HTTP answer arrived
    QString code{};        ///< the service's own code; empty when it sent none
    QString detail{};      ///< service text or the bad member: shown under "Details", never branched on
    QString requestId{};   ///< to quote to the service's support
    QString endpoint{};    ///< host (and port) that was asked
    qint64 retryAfter = 0; ///< seconds the server asked to wait; 0: it did not say
    /// Seconds that the time in a request's signature was ahead of the server's, by the Date of this answer; 0: none was signed.
    qint64 clockSkew = 0;
    QList<PeerCertificate> chain{}; ///< of a Tls failure: what the server showed, its own first; empty when it showed none

    friend bool operator==(const ApiError &, const ApiError &) = default;
};

template <typename T> using Result = tl::expected<T, ApiError>; // std::expected once the compiler has it

/// True when the same read may well succeed a little later.
constexpr bool isPassing(const ApiError &error)
{
    switch (error.kind) {
    case ErrorKind::Offline:
    case ErrorKind::Timeout:
    case ErrorKind::Busy:
        return true;
    case ErrorKind::ServerFault: // a plain 500 is a state in CSBS, not a fault
        return error.httpStatus == 502 || error.httpStatus == 504;
    default:
        return false;
    }
}

} // namespace net
