#pragma once

#include <QDateTime>

#include <chrono>
#include <ctime>

namespace net {

/// The one source of time. nowUtc() may be set at any moment, by hours and both ways; the other two only go on.
class Clock
{
public:
    virtual ~Clock() = default;
    /// The machine's own idea of the time. What is shown and judged goes by the server's: Transport::serverNow().
    virtual QDateTime nowUtc() const = 0;
    /// Since an arbitrary start; never set, and goes on while the machine sleeps where the system tells. For time-outs, polls
    /// and back-off. A QTimer stands still in sleep: who set one before it looks here again after it (SleepWatch).
    virtual std::chrono::milliseconds steady() const = 0;
    /// Counts the server's time on between two of its Date headers: steady(), but where a demo's calendar has a speed of its own.
    virtual std::chrono::milliseconds calendar() const { return steady(); }
};

class SystemClock final : public Clock
{
public:
    QDateTime nowUtc() const override { return QDateTime::currentDateTimeUtc(); }
    std::chrono::milliseconds steady() const override
    {
#ifdef CLOCK_BOOTTIME // std::chrono::steady_clock stands still in sleep
        if (timespec now{}; clock_gettime(CLOCK_BOOTTIME, &now) == 0)
            return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::seconds(now.tv_sec) +
                                                                         std::chrono::nanoseconds(now.tv_nsec));
#endif
        return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
    }
};

} // namespace net
