#pragma once

#include <QByteArray>

#include <tl/expected.hpp>

namespace net {

enum class InflateProblem {
    Damaged, ///< it is no gzip, or breaks off
    TooLarge ///< it would be longer than allowed
};

/// Unzips an answer (gzip, RFC 1952, also in several members). Never holds more than \a most bytes of it.
/// By hand, for where Qt 6.4.2 inflates it also offers Brotli, tells a bomb as a broken connection (error 299, with status 200),
/// which would be asked for again, and hides the length by which a cut answer shows.
tl::expected<QByteArray, InflateProblem> inflated(const QByteArray &zipped, qint64 most);

} // namespace net
