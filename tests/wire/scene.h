#pragma once

#include "net/transport.h"
#include "wire/countingserver.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>

#include <array>

/// One request of net::Transport to a counting server, and what is told of it.
namespace wire {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// For what never comes: the second where the machine was so busy that nothing had been delivered by the first.
inline constexpr std::array patience{500ms, 8000ms};
inline const net::Scope scope{u"r1"_s, u"p1"_s};
inline constexpr char things[] = "/v1/p1/things";

inline const net::Clock &systemClock()
{
    static const net::SystemClock clock;
    return clock;
}

inline QByteArray usualBody() { return QByteArray(2000, 'x'); }
inline QByteArray largeBody() { return QByteArray(400000, 'x'); }

/// What the caller of the transport is told; how often the request was delivered only the server knows.
struct Outcome
{
    int told = 0;                         ///< how often the handler ran
    int tries = 0;                        ///< begun by the transport
    std::optional<net::ErrorKind> kind{}; ///< nothing: success
    net::ApiError error{};
    QString jobId{};
};

inline net::Result<QString> readJobId(const net::Answer &answer)
{
    const QString id = QJsonDocument::fromJson(answer.body).object().value("job_id"_L1).toString();
    if (id.isEmpty())
        return tl::unexpected(net::ApiError{});
    return id;
}

inline net::Request aRead()
{
    net::Request request;
    request.scope = scope;
    request.path = {u"v1"_s, u"p1"_s, u"things"_s};
    return request;
}

inline net::Request aWrite(const QByteArray &verb = "POST", const QByteArray &body = usualBody())
{
    net::Request request = aRead();
    request.verb = verb;
    request.body = body;
    request.kind = net::Request::Kind::Write;
    return request;
}

inline net::Transport::Options optionsFor(const QUrl &server, const QList<QSslCertificate> &ca = {})
{
    net::Transport::Options options;
    options.endpoints = net::Endpoints::shared(server.toString(QUrl::RemovePath));
    options.ownCas = ca;
    options.retryBase = 10ms;
    return options;
}

/// Asks once through \a transport and waits for the end.
inline Outcome ask(net::Transport &transport, net::Request request)
{
    Outcome outcome;
    QObject context;
    auto call = transport.call<QString>(std::move(request), readJobId);
    QObject::connect(call.get(), &net::CallBase::sending, &context, [&outcome] { ++outcome.tries; });
    QSignalSpy finished(call.get(), &net::CallBase::finished);
    call->then(&context, [&outcome](const net::Result<QString> &result) {
        ++outcome.told;
        if (result) {
            outcome.jobId = *result;
        } else {
            outcome.kind = result.error().kind;
            outcome.error = result.error();
        }
    });
    finished.wait(20000); // an event loop: qWaitFor() would sleep 10 ms for every piece of a large body
    return outcome;
}

/// Whether \a outcome only tells of a busy machine: nothing had been delivered when \a timeout was over, and a longer one is
/// left.
inline bool isToBePatient(const Outcome &outcome, std::chrono::milliseconds timeout, qsizetype delivered)
{
    return timeout != patience.back() && delivered == 0 && (outcome.told == 0 || outcome.kind == net::ErrorKind::Timeout);
}

/// The managers of writes end in the event loop; only then are their connections closed and the server can be quiet.
inline void endConnections() { QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); }

/// A transport of its own for one request, from nothing to its end.
inline Outcome send(const net::Request &request, const net::Transport::Options &options,
                    const net::Credential &credential = net::ReadyToken{"tok-1"})
{
    Outcome outcome;
    {
        net::Transport transport(options, systemClock());
        transport.setCredential(credential);
        outcome = ask(transport, request);
    }
    endConnections();
    return outcome;
}

/// The sign-in's answer.
inline Step signedIn(const QByteArray &token)
{
    Step step = answer(201, "{\"token\":{\"expires_at\":\"2099-01-01T00:00:00.000000Z\",\"user\":{\"name\":\"li.wei\"}}}");
    step.headers = "X-Subject-Token: " + token + "\r\n";
    return step;
}

enum class Way { New, KeptAlive, KeptAliveClosed, Proxy };

inline const QList<QPair<const char *, Way>> ways{
    {"new", Way::New}, {"kept-alive", Way::KeptAlive}, {"kept-alive and closed", Way::KeptAliveClosed}, {"proxy", Way::Proxy}};

/// A server, a proxy before it if that is the way, and one request to it; on kept-alive ways a read goes before.
struct Scene
{
    Scene(Way by, const QList<Step> &script, const wire::TestCertificate *certificate)
        : way(by), overTls(certificate), server(readsBefore() == 0 ? script : QList<Step>{firstAnswer()} + script, certificate),
          options(optionsFor(server.url()))
    {
        if (certificate)
            options.ownCas = {certificate->certificate()};
        if (way == Way::Proxy)
            options.proxy = proxy.proxy();
    }
    int readsBefore() const { return way == Way::KeptAlive || way == Way::KeptAliveClosed ? 1 : 0; }
    Step firstAnswer() const
    {
        Step step = wire::answer(200);
        step.then = way == Way::KeptAliveClosed ? Step::Then::Fin : Step::Then::KeepOpen;
        return step;
    }
    Outcome run(const net::Request &request)
    {
        Outcome outcome;
        {
            net::Transport transport(options, systemClock());
            transport.setCredential(net::ReadyToken{"tok-1"});
            if (readsBefore() == 0 || !ask(transport, aRead()).kind)
                outcome = ask(transport, request);
        }
        endConnections();
        return outcome;
    }
    /// Everything has ended, and it went through the proxy if it should. A write had a connection of its own.
    bool isQuietAndTookItsWay(bool isWrite = true)
    {
        if (!proxy.waitUntilQuiet() || !server.waitUntilQuiet())
            return false;
        const QList<wire::Delivery> all = server.deliveries();
        if (isWrite && readsBefore() != 0 && all.first().connection == all.last().connection)
            return false;
        const bool isProxied = way == Way::Proxy;
        return proxy.tunnels() == (isProxied && overTls ? 1 : 0) && proxy.forwarded() == (isProxied && !overTls ? 1 : 0);
    }

    Way way;
    bool overTls;
    CountingServer server;
    ForwardProxy proxy{};
    net::Transport::Options options;
};

} // namespace wire
