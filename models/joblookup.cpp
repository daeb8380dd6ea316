#include "models/joblookup.h"

#include "net/transport.h"

#include <algorithm>

namespace models {

JobLookup::JobLookup(net::Sdrs &sdrs, net::Transport &transport, net::Scope scope, QObject *parent)
    : QObject(parent), m_sdrs(sdrs), m_transport(transport), m_scope(std::move(scope))
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &JobLookup::ask);
    connect(&m_transport, &net::Transport::woke, this, [this] {
        if (m_next.isActive() && !(m_error && m_error->retryAfter > 0))
            ask();
    });
}

void JobLookup::look(const QString &id)
{
    const QString wanted = id.trimmed();
    if (wanted.isEmpty())
        return;
    if (wanted != m_id) {
        m_id = wanted;
        m_job.reset();
        m_error.reset();
        m_asOf = {};
    }
    ask();
}

void JobLookup::stop()
{
    m_next.stop();
    if (!m_call)
        return;
    m_call.reset();
    emit changed();
}

void JobLookup::ask()
{
    m_next.stop();
    m_call = m_sdrs.job(m_scope, m_id); // replaces, and so cancels, an older look
    m_call->then(this, [this](const net::Result<net::Job> &answer) {
        const auto done = std::move(m_call);
        if (answer) {
            m_job = *answer;
            m_error.reset();
            m_asOf = m_transport.serverNow();
            if (!m_job->over())
                m_next.start(m_pace.moving);
        } else {
            m_error = answer.error(); // the job lives on the server: a lost look is not a lost job
            if (net::isPassing(*m_error))
                m_next.start(std::max<std::chrono::milliseconds>(m_pace.lost, std::chrono::seconds(m_error->retryAfter)));
        }
        emit changed();
    });
    emit changed();
}

} // namespace models
