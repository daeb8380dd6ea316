#pragma once

#include "net/call.h"

#include <QTest>

#include <optional>

namespace test {

/// Waits for the one answer of a call.
template <typename T> std::optional<net::Result<T>> outcome(net::CallPtr<T> &call)
{
    std::optional<net::Result<T>> result;
    QObject context;
    call->then(&context, [&result](const net::Result<T> &answer) { result = answer; });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(result.has_value(), 5000); }();
    return result;
}

} // namespace test
