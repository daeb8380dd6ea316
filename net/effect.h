#pragma once

#include "net/result.h"

#include <QNetworkReply>

namespace net {

/// What a write that went out with a OneShotBody did at the server (design.md section 4, wire.md section 1).
/// An HTTP status counts before Qt's error: Qt reports 307 as a broken connection although the answer is there.
/// \a httpStatus 0: no HTTP answer arrived.
/// \a given the bytes Qt asked of the body, read after finished(); proves anything only if \a hasBody.
/// \a readableAnswer the 2xx held what it must hold (an identifier, for most writes).
Effect effectOf(int httpStatus, QNetworkReply::NetworkError error, qint64 given, bool hasBody, bool readableAnswer);

} // namespace net
