#pragma once

#include <QDateTime>

#include <chrono>

namespace net {

/// The one source of time. Ages and renewals ask nowUtc() (corrected by the server's Date), time-outs and polls steady().
class Clock
{
public:
    virtual ~Clock() = default;
    virtual QDateTime nowUtc() const = 0;
    virtual std::chrono::milliseconds steady() const = 0; ///< since an arbitrary start; never jumps
};

class SystemClock final : public Clock
{
public:
    QDateTime nowUtc() const override { return QDateTime::currentDateTimeUtc(); }
    std::chrono::milliseconds steady() const override
    {
        return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
    }
};

} // namespace net
