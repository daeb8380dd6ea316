#pragma once

#include "net/sdrs.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>

namespace models {

/// One SDRS job, looked up by its id and followed until it is over. What came last stays when a look fails; a passing
/// failure is followed by another look, any other one ends it.
class JobLookup final : public QObject
{
    Q_OBJECT

public:
    /// Between two looks at a job that is not over, and after a look that failed.
    struct Pace
    {
        std::chrono::milliseconds moving{3000}, lost{10000};
    };
    JobLookup(net::Sdrs &sdrs, net::Transport &transport, net::Scope scope, QObject *parent = nullptr);
    void setPace(Pace pace) { m_pace = pace; }

    /// Asks for that job now; blanks around the id are none of it. The same id keeps what is known of it. An empty one is
    /// not asked for.
    void look(const QString &id);
    void stop(); ///< nothing is asked any more; what is known stays

    const QString &id() const { return m_id; }                            ///< asked for last; empty before the first look
    const std::optional<net::Job> &job() const { return m_job; }          ///< as it was at asOf()
    const std::optional<net::ApiError> &error() const { return m_error; } ///< of the last look
    const QDateTime &asOf() const { return m_asOf; }                      ///< server time, UTC
    bool isLooking() const { return m_call != nullptr; }
    bool isFollowing() const { return m_next.isActive() || isLooking(); } ///< another look comes by itself
    /// The service does not know the id.
    bool isUnknown() const { return m_error && m_error->kind == net::ErrorKind::Missing; }

signals:
    void changed();

private:
    void ask();

    net::Sdrs &m_sdrs;
    net::Transport &m_transport;
    net::Scope m_scope;
    Pace m_pace;
    QString m_id;
    std::optional<net::Job> m_job;
    std::optional<net::ApiError> m_error;
    QDateTime m_asOf;
    QTimer m_next;
    net::CallPtr<net::Job> m_call;
};

} // namespace models
