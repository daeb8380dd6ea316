#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace mock {

/// Later than any time of the calendar, in microseconds.
constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();

/// The server's own time. It starts at the epoch, runs `speed` times as fast as the machine and can be pushed on.
class Calendar
{
public:
    Calendar(std::int64_t epochMs, double speed) : m_epochMs(epochMs), m_speed(speed), m_start(std::chrono::steady_clock::now())
    {
    }

    std::int64_t epochMs() const { return m_epochMs; }
    std::int64_t nowMs() const { return m_epochMs + std::int64_t(double(machineMs()) * m_speed) + m_pushedMs.load(); }
    /// What delays are counted in: the machine's time and every push, but not the speed, or a delay of two seconds
    /// would pass unseen in a fast demo.
    std::int64_t patienceMs() const { return machineMs() + m_pushedMs.load(); }
    void push(std::chrono::milliseconds by)
    {
        if (by.count() > 0)
            m_pushedMs += by.count();
    }

private:
    std::int64_t machineMs() const
    {
        return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - m_start).count();
    }

    std::int64_t m_epochMs;
    double m_speed;
    std::chrono::steady_clock::time_point m_start;
    std::atomic<std::int64_t> m_pushedMs{0};
};

std::string paddedTime(std::int64_t us);   ///< 2017-04-18T01:21:52.701973
std::string unpaddedTime(std::int64_t us); ///< 2018-6-14T11:14:48.946000, as the seed's example has it
void appendPaddedTime(std::string &out, std::int64_t us);
void appendUnpaddedTime(std::string &out, std::int64_t us);
std::string spacedTime(std::int64_t us); ///< 2018-08-20 07:31:32
std::string cutTime(std::int64_t us);    ///< 2019-04-01 12:00:00.74: milliseconds, their trailing zeros cut but for one digit
std::string zonedTime(std::int64_t us);  ///< 2024-03-08T02:10:11.120Z
std::string httpDate(std::int64_t ms);   ///< Tue, 05 Mar 2024 08:09:10 GMT
/// Reads every zoneless form above, also with Z at the end; microseconds since 1970 UTC.
std::optional<std::int64_t> readTime(std::string_view text);
/// Reads 20191115T033655Z; milliseconds since 1970 UTC.
std::optional<std::int64_t> readSdkDate(std::string_view text);

} // namespace mock
