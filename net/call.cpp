#include "net/call.h"

#include "net/errorbody.h"
#include "net/transport.h"

namespace net {

QByteArray Answer::header(QByteArrayView name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

CallBase::CallBase(Transport *transport, Request request) : m_request(std::move(request)), m_transport(transport) {}

CallBase::~CallBase()
{
    if (m_transport)
        m_transport->forget(this);
}

void CallBase::drop()
{
    m_dropped = true;
    disconnect();
    if (m_transport)
        m_transport->forget(this);
    if (m_telling)
        deleteLater();
    else
        delete this;
}

void CallBase::release()
{
    m_held = false;
    if (m_transport)
        emit m_transport->due({});
}

void CallBase::conclude(const Result<Answer> &answer)
{
    if (m_next && m_transport) {
        if (std::optional<Request> next = m_next(answer)) {
            Q_ASSERT(next->kind == Request::Kind::Read);
            m_request = std::move(*next);
            m_transport->enqueue(this);
            return;
        }
    }
    m_telling = true;
    settle(answer);
    QPointer<CallBase> self(this);
    emit finished();
    if (self)
        m_telling = false;
}

void CallBase::refine(ApiError &error, const Answer &answer) const
{
    error.httpStatus = answer.status;
    error.endpoint = answer.endpoint;
    error.requestId = answer.requestId;
    if (request().kind == Request::Kind::Write)
        error.effect = Effect::InDoubt;
    // Some services wrap a refusal in a 200. What it did is not known then, but what it said is.
    const auto mask = [this](const QString &text) { return m_transport ? m_transport->masked(text) : text; };
    if (const ErrorBody body = readErrorBody(answer.body, mask); !body.code.isEmpty()) {
        error.code = body.code;
        error.detail = body.message;
        if (error.effect == Effect::None)
            error.kind = ErrorKind::Rejected;
    }
}

} // namespace net
