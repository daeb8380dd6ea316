#include "net/transport.h"

#include "net/effect.h"
#include "net/errorbody.h"
#include "net/errorcodes.h"
#include "net/oneshotbody.h"
#include "net/signer.h"
#include "net/signin.h"
#include "net/times.h"

#include <QLoggingCategory>
#include <QRandomGenerator>
#include <QSslConfiguration>
#include <QTimer>

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(netLog, "console.net", QtWarningMsg) // on by QT_LOGGING_RULES="console.net.info=true"

namespace net {

namespace {

/// Of what may be sent when nothing may be written, the one thing that is no GET.
bool isSignIn(const Request &request)
{
    return request.kind == Request::Kind::SignIn && request.verb == "POST" && request.service == Service::Iam &&
           request.path == QStringList{u"v3"_s, u"auth"_s, u"tokens"_s};
}

constexpr int mostTries = 3;
constexpr qint64 mostWaitSecs = 120; ///< a Retry-After beyond this is for people, not for a timer
constexpr qint64 readPiece = 256 * 1024;

class SystemProxies final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        if (isLoopback(query.url())) // no proxy can reach this machine's own addresses
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        return systemProxyForQuery(query);
    }
};

void useProxy(QNetworkAccessManager &manager, const Transport::Options &options)
{
    if (options.systemProxy)
        manager.setProxyFactory(new SystemProxies); // it belongs to the manager
    else
        manager.setProxy(options.proxy); // takes the factory away, too
}
} // namespace

/// One request on its way: what was asked, and the try that is out, if any.
struct Transport::Try
{
    CallBase *call = nullptr; ///< null: let go
    QString host{};
    int tries = 0;        ///< begun so far
    bool renewed = false; ///< has been sent again after a renewal: not a second time
    bool waiting = false; ///< for its retry timer

    QNetworkReply *reply = nullptr;
    std::unique_ptr<QNetworkAccessManager> manager{}; ///< of a write; lives until its reply has finished
    OneShotBody *body = nullptr;
    QByteArray bytes{};
    QByteArray token{};
    bool tooLarge = false;
    bool identity = false; ///< no encoding was asked for
    std::chrono::milliseconds began{0};
    quint64 number = 0;

    const Request &request() const { return call->request(); }
    bool isWrite() const { return call->request().kind == Request::Kind::Write; }
};

struct Transport::Host
{
    int inFlight = 0;
    std::chrono::milliseconds pausedUntil{0}; ///< steady: the host asked for a pause
};

Transport::Transport(Options options, const Clock &clock, QObject *parent)
    : QObject(parent), m_options(std::move(options)), m_clock(clock), m_tls(QSslConfiguration::defaultConfiguration())
{
    m_tls.setProtocol(QSsl::TlsV1_2OrLater);
    if (!m_options.ownCas.isEmpty()) // addCaCertificates would switch the system's off (Qt 6.4.2)
    {
        static const QList<QSslCertificate> systemCas = QSslConfiguration::systemCaCertificates(); // 88 ms: once is enough
        m_tls.setCaCertificates(systemCas + m_options.ownCas);
    }
    m_reads = makeManager();
    connect(this, &Transport::due, this, &Transport::pump, Qt::QueuedConnection);
}

Transport::~Transport()
{
    m_signIn.reset();
    for (auto &attempt : m_tries) {
        if (attempt->call)
            attempt->call->m_transport = nullptr;
        if (attempt->reply)
            attempt->reply->disconnect(this);
    }
}

std::unique_ptr<QNetworkAccessManager> Transport::makeManager() const
{
    auto manager = m_options.manager ? m_options.manager() : std::make_unique<QNetworkAccessManager>();
    manager->setAutoDeleteReplies(false);
    useProxy(*manager, m_options);
    return manager;
}

void Transport::setProxy(const QNetworkProxy &proxy, bool systemProxy)
{
    if (proxy == m_options.proxy && systemProxy == m_options.systemProxy)
        return;
    m_options.proxy = proxy;
    m_options.systemProxy = systemProxy;
    useProxy(*m_reads, m_options);
    m_reads->clearConnectionCache(); // an open connection would go on past the new proxy
}

void Transport::setCredential(Credential credential)
{
    m_signIn = std::make_unique<SignIn>(this, std::move(credential), m_options.retryBase);
    connect(m_signIn.get(), &SignIn::opened, this, [this](const Scope &scope) {
        emit signInWorks(scope);
        pump();
    });
    connect(m_signIn.get(), &SignIn::delayed, this, &Transport::signInDelayed);
    connect(m_signIn.get(), &SignIn::refused, this, [this](const Scope &scope, const ApiError &error) {
        emit signedOut(scope, error);
        pump();
    });
    pump();
}

QDateTime Transport::serverNow() const { return m_clock.nowUtc().addMSecs(-m_offsetMs.value_or(0)); }

QString Transport::masked(const QString &text) const { return m_signIn ? m_signIn->masked(text) : text; }

QString Transport::userName() const { return m_signIn ? m_signIn->userName() : QString(); }

CredentialKind Transport::credentialKind() const { return m_signIn ? m_signIn->kind() : CredentialKind::Token; }

void Transport::enqueue(CallBase *call)
{
    auto attempt = std::make_unique<Try>();
    attempt->call = call;
    const QUrl base = m_options.endpoints.url(call->request().service, call->request().scope.region);
    attempt->host = QString::fromUtf8(hostHeader(base));
    m_tries.push_back(std::move(attempt));
    emit due({}); // later, so that the caller can listen first
}

void Transport::forget(CallBase *call)
{
    for (auto it = m_tries.begin(); it != m_tries.end(); ++it) {
        Try &attempt = **it;
        if (attempt.call != call)
            continue;
        attempt.call = nullptr;
        if (attempt.reply) {
            attempt.reply->disconnect(this);
            if (attempt.reply->error() == QNetworkReply::NoError) // else it ends by itself, and Qt 6.4.2 warns of a second error
                attempt.reply->abort();
            attempt.reply->deleteLater();
            if (attempt.manager)
                attempt.manager.release()->deleteLater();
            --m_hosts[attempt.host].inFlight;
        }
        m_tries.erase(it);
        emit due({});
        return;
    }
}

void Transport::conclude(CallBase *call, const Result<Answer> &answer)
{
    std::erase_if(m_tries, [call](const auto &attempt) { return attempt->call == call; });
    call->conclude(answer);
}

/// Lets everything leave that may leave now: sign-ins first, then writes, then reads, each in the order asked.
void Transport::pump()
{
    if (m_pumping)
        return;
    m_pumping = true;
    QPointer<Transport> self(this);
    QList<QPointer<CallBase>> calls;
    for (const auto kind : {Request::Kind::SignIn, Request::Kind::Write, Request::Kind::Read}) {
        for (const auto &attempt : m_tries) {
            if (attempt->call && !attempt->reply && attempt->request().kind == kind)
                calls.append(attempt->call);
        }
    }
    for (const QPointer<CallBase> &call : calls) {
        if (!call)
            continue; // let go by a handler of an earlier one
        const auto it =
            std::find_if(m_tries.begin(), m_tries.end(), [&call](const auto &attempt) { return attempt->call == call; });
        if (it == m_tries.end() || (*it)->reply)
            continue;
        Try &attempt = **it;
        if (admit(attempt))
            start(attempt);
        if (!self)
            return;
    }
    m_pumping = false;
}

/// May this one leave now? Settles it when it never may.
bool Transport::admit(Try &attempt)
{
    if (attempt.call->m_held && attempt.call->m_readyTold)
        return false; // whoever holds it has the word
    const Request &request = attempt.request();
    const auto refuse = [&](ErrorKind kind, const ApiError *cause = nullptr) {
        ApiError error = cause ? *cause : ApiError{};
        error.kind = kind;
        error.endpoint = attempt.host;
        if (request.kind != Request::Kind::Write)
            error.effect = Effect::None;
        else // one that went out before was answered 401, or it would not be here again
            error.effect = attempt.tries > 0 ? Effect::Refused : Effect::NotSent;
        conclude(attempt.call, tl::unexpected(error));
        return false;
    };
    if (m_options.readOnly && request.verb != "GET" && !isSignIn(request))
        return refuse(ErrorKind::ReadOnly);
    if (attempt.host.isEmpty())
        return refuse(ErrorKind::Offline);
    if (!std::all_of(request.path.begin(), request.path.end(), [](const QString &segment) { return isPathSegment(segment); })) {
        ApiError cause;
        cause.detail = u"id"_s;
        return refuse(ErrorKind::Rejected, &cause);
    }
    if (attempt.waiting)
        return false;
    if (request.kind != Request::Kind::SignIn) {
        if (!m_signIn)
            return refuse(ErrorKind::SignedOut);
        switch (m_signIn->gate(request)) {
        case SignIn::Gate::Open:
            break;
        case SignIn::Gate::Closed:
            return false;
        case SignIn::Gate::Refused: {
            const ApiError cause = m_signIn->refusal(request);
            return refuse(cause.kind, &cause);
        }
        }
    }
    Host &host = m_hosts[attempt.host];
    if (host.inFlight >= m_options.perHost && request.kind != Request::Kind::SignIn)
        return false;
    const auto now = m_clock.steady();
    if (host.pausedUntil > now && request.kind == Request::Kind::Read) {
        rest(attempt, host.pausedUntil - now);
        return false;
    }
    const QPointer<CallBase> call = attempt.call;
    if (call->m_held && !std::exchange(call->m_readyTold, true))
        emit call->ready();
    return call && !call->m_held;
}

void Transport::start(Try &attempt)
{
    const Request &request = attempt.request();
    QUrl base = m_options.endpoints.url(request.service, request.scope.region);
    // One encoder for the wire and the signature: the finished URL is never encoded again.
    const QByteArray path = encodedPath(request.path);
    const QByteArray query = encodedQuery(request.query);
    QByteArray wire = base.scheme().toUtf8() + "://" + hostHeader(base) + path;
    if (!query.isEmpty())
        wire += '?' + query;
    QNetworkRequest out(QUrl::fromEncoded(wire, QUrl::StrictMode));
    out.setRawHeader("Host", hostHeader(base)); // Qt would add a default port that stands in the URL, and break the signature
    HeaderList toSign{{"Host", hostHeader(base)}};
    if (!request.body.isEmpty()) {
        out.setRawHeader("Content-Type", "application/json");
        toSign.append(qMakePair(QByteArray("Content-Type"), QByteArray("application/json")));
    }
    if (request.kind != Request::Kind::SignIn) {
        const HeaderList proof = m_signIn->headers(request, toSign, attempt.token);
        for (const auto &[name, value] : proof)
            out.setRawHeader(name, value);
    }
    out.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    out.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    out.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    out.setSslConfiguration(m_tls);
    const auto limit = m_options.timeout.count() > 0 ? m_options.timeout : request.timeout;
    out.setTransferTimeout(static_cast<int>(limit.count()));
    const bool once = request.verb != "GET"; // the sign-in too: a wrong password must not count twice
    attempt.identity = once || isLoopback(base);
    if (attempt.identity)
        out.setRawHeader("Accept-Encoding", "identity"); // set by hand, it also turns inflating off
    ++attempt.tries;
    ++m_hosts[attempt.host].inFlight;
    attempt.bytes.clear();
    attempt.tooLarge = false;
    attempt.began = m_clock.steady();
    attempt.number = ++m_number;
    CallBase *call = attempt.call;
    emit call->sending();
    if (once) {
        attempt.manager = makeManager();
        out.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
        out.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        if (request.body.isEmpty())
            out.setRawHeader("Content-Type", "application/json"); // else Qt warns and invents a form type
        attempt.body = new OneShotBody(request.body);
        attempt.reply = attempt.manager->sendCustomRequest(out, request.verb, attempt.body);
        attempt.body->setParent(attempt.reply); // a body that dies before it was read kills the process
    } else {
        attempt.reply = m_reads->get(out);
    }
    QNetworkReply *reply = attempt.reply;
    reply->setReadBufferSize(readPiece);
    Try *own = &attempt; // lives as long as the reply is ours
    connect(reply, &QNetworkReply::metaDataChanged, this, [own, reply] {
        if (reply->header(QNetworkRequest::ContentLengthHeader).toLongLong() > own->request().maxBytes) {
            own->tooLarge = true;
            reply->abort();
        }
    });
    connect(reply, &QNetworkReply::readyRead, this, [own, reply] {
        own->bytes += reply->readAll(); // all of it each time: a part only, and no further readyRead comes
        if (own->bytes.size() > own->request().maxBytes) {
            own->tooLarge = true;
            own->bytes.clear();
            reply->abort();
        }
    });
    connect(reply, &QNetworkReply::finished, this, [this, own] { finish(*own); });
}

ApiError Transport::errorOf(const Try &attempt, int status, QNetworkReply::NetworkError error) const
{
    ApiError out;
    out.httpStatus = status;
    out.endpoint = attempt.host;
    const auto kindOf = [&]() -> ErrorKind {
        if (attempt.tooLarge)
            return ErrorKind::BadReply;
        if (status >= 200 && status < 300)
            return error == QNetworkReply::OperationCanceledError ? ErrorKind::Timeout : ErrorKind::Offline; // cut
        switch (status) {
        case 0:
            break;
        case 401:
            return ErrorKind::SignedOut;
        case 403:
            return ErrorKind::Denied;
        case 404:
            return ErrorKind::Missing;
        case 409:
            return ErrorKind::Conflict;
        case 429:
        case 503:
            return ErrorKind::Busy;
        default:
            if (status >= 500)
                return ErrorKind::ServerFault;
            if (status >= 300)
                return ErrorKind::Rejected;
            break;
        }
        switch (error) {
        case QNetworkReply::OperationCanceledError:
        case QNetworkReply::TimeoutError:
        case QNetworkReply::ProxyTimeoutError:
            return ErrorKind::Timeout;
        case QNetworkReply::SslHandshakeFailedError:
            return ErrorKind::Tls;
        case QNetworkReply::ProtocolFailure:
        case QNetworkReply::UnknownContentError:
        case QNetworkReply::NoError:
            return ErrorKind::BadReply;
        default:
            return ErrorKind::Offline;
        }
    };
    out.kind = kindOf();
    const ErrorBody body = attempt.bytes.isEmpty() ? ErrorBody{} : readErrorBody(attempt.bytes);
    if (status >= 300) {
        out.code = body.code;
        out.detail = masked(body.message);
    } else if (attempt.tooLarge) {
        out.detail = u"> %1 MB"_s.arg(attempt.request().maxBytes / (1024 * 1024));
    } else if (status == 0 || error != QNetworkReply::NoError) {
        switch (error) {
        case QNetworkReply::HostNotFoundError:
            out.detail = u"DNS"_s;
            break;
        case QNetworkReply::ContentReSendError: // Qt says "Unknown error"
        case QNetworkReply::UnknownNetworkError:
        case QNetworkReply::OperationCanceledError:
            break;
        default:
            out.detail = masked(attempt.reply->errorString()).remove(attempt.reply->url().toString());
        }
    }
    out.requestId = body.requestId;
    if (out.requestId.isEmpty())
        out.requestId = QString::fromUtf8(attempt.reply->rawHeader("X-Request-Id"));
    if (status == 429 || status == 413 || status == 503)
        out.retryAfter = std::clamp<qint64>(attempt.reply->rawHeader("Retry-After").toLongLong(), 0, 24 * 3600);
    if (const auto kind = kindOfCode(status, out.code)) {
        out.kind = *kind;
        if (*kind == ErrorKind::Busy)
            out.retryAfter = std::max<qint64>(out.retryAfter, 1); // "limit:XX,time:1 second"
    }
    if (attempt.isWrite())
        out.effect = effectOf(status, error, attempt.body ? attempt.body->given() : 0, !attempt.request().body.isEmpty(), false);
    return out;
}

void Transport::finish(Try &attempt)
{
    QNetworkReply *reply = attempt.reply;
    if (reply->isOpen())
        attempt.bytes += reply->readAll();
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    auto error = reply->error();
    Answer answer;
    answer.status = status;
    answer.headers = reply->rawHeaderPairs();
    answer.endpoint = attempt.host;
    answer.requestId = QString::fromUtf8(reply->rawHeader("X-Request-Id"));
    if (const auto date = parseHttpDate(reply->rawHeader("Date"))) {
        answer.serverTime = *date;
        // A Date has whole seconds: within one of them our own idea of the offset stays.
        const qint64 offset = date->msecsTo(m_clock.nowUtc());
        if (!m_offsetMs || std::abs(offset - 500 - *m_offsetMs) > 1500)
            m_offsetMs = std::abs(offset - 500) < 1500 ? 0 : offset - 500;
    }
    const QByteArray encoding = reply->rawHeader("Content-Encoding");
    const bool foreignEncoding =
        attempt.identity && !encoding.isEmpty() && encoding.compare("identity", Qt::CaseInsensitive) != 0;
    // Qt 6.4.2 may report an answer that was cut as complete; with Content-Length it shows. (Inflated answers lose theirs.)
    const QByteArray length = reply->rawHeader("Content-Length");
    const bool cut = !attempt.tooLarge && !length.isEmpty() && encoding.isEmpty() && length.toLongLong() != attempt.bytes.size();
    const bool good =
        !cut && status >= 200 && status < 300 && error == QNetworkReply::NoError && !attempt.tooLarge && !foreignEncoding;

    const qint64 took = (m_clock.steady() - attempt.began).count();
    ApiError failure;
    if (!good) {
        failure = errorOf(attempt, status, error);
        if (foreignEncoding) {
            failure.kind = ErrorKind::BadReply;
            failure.detail = u"Content-Encoding"_s;
        }
        if (answer.serverTime.isValid())
            failure.clockSkew = answer.serverTime.secsTo(m_clock.nowUtc());
    }
    LogLine line{m_clock.nowUtc(),
                 attempt.request().verb,
                 attempt.host,
                 u'/' + attempt.request().path.join(u'/'),
                 status,
                 took,
                 good ? answer.requestId : failure.requestId,
                 attempt.number};
    qCInfo(netLog).noquote() << line.number << line.verb << line.host << line.path << line.status << line.milliseconds << "ms"
                             << line.requestId;
    emit logged(line);

    reply->disconnect(this);
    reply->deleteLater();
    attempt.reply = nullptr;
    attempt.body = nullptr;
    if (attempt.manager)
        attempt.manager.release()->deleteLater();
    --m_hosts[attempt.host].inFlight;
    emit due({});

    if (good) {
        answer.body = std::exchange(attempt.bytes, {});
        conclude(attempt.call, answer);
        return;
    }
    if (failure.kind == ErrorKind::Busy && failure.retryAfter > 0 && failure.retryAfter <= mostWaitSecs)
        m_hosts[attempt.host].pausedUntil = m_clock.steady() + std::chrono::seconds(failure.retryAfter);
    if (status == 401 && failure.kind == ErrorKind::SignedOut && attempt.request().kind != Request::Kind::SignIn && m_signIn) {
        const bool again = !attempt.renewed;
        attempt.renewed = true;
        QPointer<CallBase> call = attempt.call;
        attempt.waiting = true; // a refusal pumps, and must not end this call a second time
        const bool renewing = again && m_signIn->rejected(attempt.request(), attempt.token, failure);
        if (!call)
            return;
        attempt.waiting = false;
        if (!renewing) // else it waits at the gate; an answered 401 did nothing, so a write may go once more
            conclude(call, tl::unexpected(failure));
        return;
    }
    const bool mayRepeat = attempt.request().kind == Request::Kind::Read && attempt.request().verb == "GET" &&
                           isPassing(failure) && !attempt.tooLarge && attempt.tries < mostTries &&
                           failure.retryAfter <= mostWaitSecs;
    if (!mayRepeat) {
        conclude(attempt.call, tl::unexpected(failure));
        return;
    }
    const qint64 pause = failure.retryAfter > 0 ? failure.retryAfter * 1000
                                                : (m_options.retryBase.count() << (attempt.tries - 1)) *
                                                      QRandomGenerator::global()->bounded(75, 126) / 100;
    rest(attempt, std::chrono::milliseconds(pause));
}

/// Keeps a try back for a while. The timer belongs to the transport: the call may outlive it.
void Transport::rest(Try &attempt, std::chrono::milliseconds pause)
{
    attempt.waiting = true;
    QTimer::singleShot(pause, this, [this, call = QPointer<CallBase>(attempt.call)] {
        for (const auto &other : m_tries) {
            if (call && other->call == call)
                other->waiting = false;
        }
        pump();
    });
}

} // namespace net
