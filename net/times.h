#pragma once

#include <QByteArrayView>
#include <QDateTime>
#include <QString>
#include <QStringView>

#include <optional>

namespace net {

/// Reads a time of the API as UTC with milliseconds; finer digits are cut off. Lenient about what the services really send
/// (csbs.md section 3): unpadded fields, blank or T, seconds optional, 0 to 9 digits of fraction, no zone, Z, +hh:mm or
/// +hhmm. Nothing for other shapes and for dates and times that do not exist.
/// \a zoneAssumed, if given, tells whether the text named no zone and UTC was taken.
std::optional<QDateTime> parseTime(QStringView text, bool *zoneAssumed = nullptr);

/// Reads a Date header in any of the three forms of RFC 9110; two-digit years are 1970 to 2069.
/// By hand, because Qt 6.4.2's RFC2822Date gives nothing for "GMT".
std::optional<QDateTime> parseHttpDate(QByteArrayView text);

/// A time as the list filters want it: UTC, zero-padded, to the second, no zone. 2017-04-15T04:25:38
QString filterTime(const QDateTime &time);

} // namespace net
