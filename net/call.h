#pragma once

#include "net/request.h"
#include "net/result.h"

#include <QDateTime>
#include <QNetworkReply>
#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <optional>

namespace net {

class Transport;

/// What came back from the wire with a 2xx.
struct Answer
{
    int status = 0;
    QByteArray body{};
    QList<QNetworkReply::RawHeaderPair> headers{};
    QString requestId{};
    QString endpoint{};
    QDateTime serverTime{}; ///< the Date header, UTC; invalid when it was missing

    QByteArray header(QByteArrayView name) const; ///< empty when missing; names match without regard to case
};

/// One request under way. The transport queues, gates and signs each try anew; the call tells once that it is over.
class CallBase : public QObject
{
    Q_OBJECT

public:
    ~CallBase() override;
    const Request &request() const { return m_request; }
    void drop(); ///< ends the call without telling anybody; safe inside its own handler

    /// Makes the call wait at the door, before its first byte, until release(). ready() tells once that nothing else hinders it.
    void hold() { m_held = true; }
    void release();

    /// For a list read in several requests: \a next gets each answer and gives the request of the page after it, or nothing
    /// when that answer is the last; only the last one is told. Reads only: each request leaves by itself.
    using Next = std::function<std::optional<Request>(const Result<Answer> &)>;
    void setNext(Next next) { m_next = std::move(next); }

signals:
    void finished();
    void ready();   ///< of a held call: it could leave now
    void sending(); ///< a try is about to leave

protected:
    CallBase(Transport *transport, Request request);
    virtual void settle(const Result<Answer> &answer) = 0;
    void refine(ApiError &error, const Answer &answer) const; ///< of a 2xx that cannot be read

private:
    friend class Transport;
    void conclude(const Result<Answer> &answer);

    Request m_request;
    Next m_next{};
    QPointer<Transport> m_transport;
    bool m_held = false, m_readyTold = false;
    bool m_telling = false;
    bool m_dropped = false;
};

/// One request, one typed outcome. Whoever holds the CallPtr wants the answer: letting go cancels.
template <typename T> class Call final : public CallBase
{
public:
    using Parser = std::function<Result<T>(const Answer &)>; // the token is a header, an id a member, 204 an outcome

    Call(Transport *transport, Request request, Parser parser)
        : CallBase(transport, std::move(request)), m_parser(std::move(parser))
    {
    }

    /// Runs \a handler once, unless \a context or the call goes first.
    void then(QObject *context, std::function<void(const Result<T> &)> handler)
    {
        connect(this, &CallBase::finished, context, [this, handler = std::move(handler)] { handler(*m_result); });
    }

private:
    void settle(const Result<Answer> &answer) override
    {
        if (!answer) {
            m_result = tl::unexpected(answer.error());
            return;
        }
        m_result = m_parser(*answer);
        if (!*m_result)
            refine(m_result->error(), *answer);
    }

    Parser m_parser;
    std::optional<Result<T>> m_result;
};

struct CallDrop
{
    void operator()(CallBase *call) const { call->drop(); }
};
template <typename T> using CallPtr = std::unique_ptr<Call<T>, CallDrop>;

} // namespace net
