#pragma once

#include "net/scope.h"

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QStringList>

#include <chrono>

namespace net {

enum class Service { Iam, Csbs, Sdrs, Vpc };

using Query = QList<QPair<QString, QString>>; ///< decoded names and values, in the order sent

/// A described request: what is asked of whom, not yet signed, not yet sent. Path and query are decoded; one encoder
/// (signer.h) makes the wire form and the signed form from them.
struct Request
{
    /// SignIn alone passes the gate and the read-only lock.
    enum class Kind { Read, Write, SignIn };

    QByteArray verb = "GET";
    Service service = Service::Csbs;
    Scope scope{};      ///< empty project: an account-level call
    QStringList path{}; ///< decoded segments
    Query query{};
    QByteArray body{}; ///< the exact bytes, hashed and sent as they are
    Kind kind = Kind::Read;
    std::chrono::milliseconds timeout{30'000}; ///< without any progress; restarts at each piece
    qint64 maxBytes = 64 * 1024 * 1024;        ///< an answer beyond this is refused, not kept
};

} // namespace net
