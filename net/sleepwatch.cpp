#include "net/sleepwatch.h"

using namespace std::chrono_literals;

namespace net {

namespace {
constexpr std::chrono::milliseconds usual = 5s; ///< between two looks
constexpr std::chrono::milliseconds most = 60s; ///< that clocks may differ by, or a timer be late, without a reason
} // namespace

SleepWatch::SleepWatch(const Clock &clock, QObject *parent) : QObject(parent), m_clock(clock)
{
    connect(&m_timer, &QTimer::timeout, this, &SleepWatch::look);
    m_timer.start(usual);
    remember();
}

void SleepWatch::setInterval(std::chrono::milliseconds interval) { m_timer.start(interval); }

void SleepWatch::remember()
{
    m_steady = m_clock.steady();
    m_calendar = m_clock.calendar();
    m_wall = std::chrono::milliseconds(m_clock.nowUtc().toMSecsSinceEpoch());
}

/// A sleep shows in a look that comes late. A machine that was stopped together with all its clocks, as a virtual one can be,
/// shows when its own is set right, and then looks like one whose clock was set: either way asking anew is right.
void SleepWatch::look()
{
    const std::chrono::milliseconds steady = m_steady, calendar = m_calendar, wall = m_wall;
    remember();
    const bool isLate = m_steady - steady > m_timer.intervalAsDuration() + most;
    const bool wasSet = std::chrono::abs((m_wall - wall) - (m_calendar - calendar)) > most;
    if (isLate || wasSet)
        emit woke();
}

} // namespace net
