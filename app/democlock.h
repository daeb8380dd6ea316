#pragma once

#include "app/mock/server.h"
#include "net/clock.h"

namespace app {

/// The demo's time is the calendar of its endpoint; waiting stays real.
class DemoClock final : public net::Clock
{
public:
    explicit DemoClock(const mock::Server &server) : m_server(server) {}
    QDateTime nowUtc() const override { return QDateTime::fromMSecsSinceEpoch(m_server.nowMs(), Qt::UTC); }
    std::chrono::milliseconds steady() const override { return net::SystemClock().steady(); }
    std::chrono::milliseconds calendar() const override { return std::chrono::milliseconds(m_server.nowMs()); }

private:
    const mock::Server &m_server;
};

} // namespace app
