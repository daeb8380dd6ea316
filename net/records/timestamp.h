#pragma once

#include <QDateTime>
#include <QString>

namespace net {

/// A time as the service sent it and as we read it.
struct TimeStamp
{
    QString asSent{};         ///< verbatim; empty: none was sent
    QDateTime utc{};          ///< invalid when it could not be read
    bool zoneAssumed = false; ///< it carried no zone and was taken as UTC

    bool isEmpty() const { return asSent.isEmpty(); }
    qint64 msecs() const { return utc.isValid() ? utc.toMSecsSinceEpoch() : 0; }
    friend bool operator==(const TimeStamp &a, const TimeStamp &b) { return a.asSent == b.asSent; }
};

} // namespace net
