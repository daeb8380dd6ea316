#pragma once

#include "net/clock.h"

#include <QObject>
#include <QTimer>

namespace net {

/// Notices that the machine was asleep, or that its clock was set: timers are late then, open connections dead, and what is
/// shown older than it was meant to become. Needs no message of the desktop's, which virtual machines and containers lack.
class SleepWatch final : public QObject
{
    Q_OBJECT

public:
    explicit SleepWatch(const Clock &clock, QObject *parent = nullptr);
    void setInterval(std::chrono::milliseconds interval); ///< between two looks at the clocks

signals:
    void woke(); ///< at the first look after it

private:
    void look();
    void remember();

    const Clock &m_clock;
    QTimer m_timer;
    std::chrono::milliseconds m_steady{0}, m_calendar{0}, m_wall{0}; ///< at the last look
};

} // namespace net
