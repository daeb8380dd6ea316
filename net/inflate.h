#pragma once

#include <QByteArray>

#include <tl/expected.hpp>

namespace net {

enum class InflateProblem {
    Damaged, ///< it is no gzip, or breaks off
    TooLarge ///< it would be longer than allowed
};

/// Unzips an answer (gzip, RFC 1952, also in several members). Never holds more than \a most bytes of it.
/// By hand, for Qt 6.4.2 inflates without an error of its own: with a read buffer a bomb stalls until the request's time limit.
tl::expected<QByteArray, InflateProblem> inflated(const QByteArray &zipped, qint64 most);

} // namespace net
