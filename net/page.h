#pragma once

#include "net/jsonreader.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

namespace net {

/// A page of a list, read into records.
template <typename T> struct Page
{
    QList<T> rows{};
    ListEnvelope envelope{};
    QDateTime serverTime{}; ///< UTC
};

/// A page of a list as bytes, for lists that are read on the worker.
struct RawPage
{
    QByteArray body{};
    QDateTime serverTime{}; ///< UTC
    QString endpoint{}, requestId{};
};

} // namespace net
