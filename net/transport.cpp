#include "net/transport.h"

#include "net/effect.h"
#include "net/errorbody.h"
#include "net/errorcodes.h"
#include "net/inflate.h"
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
constexpr qsizetype mostCertificates = 8; ///< of a chain that is not trusted
constexpr qint64 signatureHoldsSecs = 15 * 60;
constexpr qint64 dateSlackMs = 1500; ///< that a Date may be off by
constexpr qint64 tickMs = 5;         ///< two clocks that are read one after the other differ by so much for nothing

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

/// What an http proxy wants to see; empty where there is none or it asks for nothing.
QByteArray proxyProof(const Transport::Options &options, const QUrl &url)
{
    const QNetworkProxy proxy =
        options.systemProxy ? SystemProxies().queryProxy(QNetworkProxyQuery(url)).value(0) : options.proxy;
    if (!proxy.isCachingProxy() || proxy.user().isEmpty())
        return {};
    return "Basic " + (proxy.user() + u':' + proxy.password()).toUtf8().toBase64();
}
} // namespace

/// One request on its way: what was asked, and the try that is out, if any.
struct Transport::Try
{
    CallBase *call = nullptr; ///< null: let go
    QString host{};
    int tries = 0;                           ///< begun so far
    bool renewed = false;                    ///< has been sent again after a renewal: not a second time
    bool waiting = false;                    ///< for its retry timer
    std::chrono::milliseconds waitsUntil{0}; ///< steady
    quint64 rest = 0;                        ///< which timer it is that counts

    QNetworkReply *reply = nullptr;
    std::unique_ptr<QNetworkAccessManager> manager{}; ///< of a write; lives until its reply has finished
    OneShotBody *body = nullptr;
    QByteArray bytes{};
    QByteArray token{};
    bool tooLarge = false;
    bool identity = false;              ///< no encoding was asked for; else gzip
    std::chrono::milliseconds began{0}; ///< steady
    std::chrono::milliseconds asked{0}; ///< by the calendar
    QDateTime dated{}, datedAtMost{};   ///< the server's time then, as it was believed: a signature has it
    quint64 number = 0;

    const Request &request() const { return call->request(); }
    bool isWrite() const { return call->request().kind == Request::Kind::Write; }
    bool decode();
};

struct Transport::Host
{
    int inFlight = 0;
    std::chrono::milliseconds pausedUntil{0}; ///< steady: the host asked for a pause
};

Transport::Transport(Options options, const Clock &clock, QObject *parent)
    : QObject(parent), m_options(std::move(options)), m_clock(clock)
{
    hideProxy();
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

/// Made for the first request that wants it: the library behind it takes 4 MB, and a start could wait for it.
const QSslConfiguration &Transport::tls()
{
    if (m_tls)
        return *m_tls;
    m_tls = QSslConfiguration::defaultConfiguration();
    m_tls->setProtocol(QSsl::TlsV1_2OrLater);
    if (!m_options.ownCas.isEmpty()) // addCaCertificates would switch the system's off (Qt 6.4.2)
    {
        static const QList<QSslCertificate> systemCas = QSslConfiguration::systemCaCertificates(); // 88 ms: once is enough
        m_tls->setCaCertificates(systemCas + m_options.ownCas);
    }
    return *m_tls;
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
    hideProxy();
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

QDateTime Transport::serverNow() const
{
    if (!m_serverZeroMs)
        return m_clock.nowUtc();
    return QDateTime::fromMSecsSinceEpoch(*m_serverZeroMs + m_clock.calendar().count(), Qt::UTC);
}

QDateTime Transport::serverNowAtMost() const { return std::max(serverNow(), m_clock.nowUtc().addMSecs(-m_offsetMs)); }

std::optional<qint64> Transport::clockOffsetMs() const
{
    if (!m_serverZeroMs)
        return {};
    const qint64 offset = serverNow().msecsTo(m_clock.nowUtc());
    return std::abs(offset) <= tickMs ? 0 : offset;
}

/// A Date has whole seconds, and is of any time between a request and its answer, which the machine may have slept through:
/// as long as our own idea of the server's time agrees with that, it stays.
void Transport::noteDate(const QDateTime &date, std::chrono::milliseconds asked)
{
    const QDateTime now = m_clock.nowUtc();
    const qint64 calendar = m_clock.calendar().count();
    const qint64 middle = date.toMSecsSinceEpoch() + 500;
    const bool agrees = m_serverZeroMs && middle > *m_serverZeroMs + asked.count() - dateSlackMs &&
                        middle < *m_serverZeroMs + calendar + dateSlackMs;
    if (!agrees) {
        const qint64 measured = now.toMSecsSinceEpoch() - middle;
        const qint64 offset = std::abs(measured) < dateSlackMs ? 0 : measured;
        m_serverZeroMs = now.toMSecsSinceEpoch() - offset - calendar;
    }
    m_offsetMs = *clockOffsetMs();
}

int Transport::inFlight() const
{
    return static_cast<int>(std::ranges::count_if(m_tries, [](const auto &attempt) { return attempt->reply != nullptr; }));
}

void Transport::wake()
{
    QList<QPointer<QNetworkReply>> out;
    for (const auto &attempt : m_tries) {
        if (!attempt->reply || !attempt->call || attempt->isWrite())
            continue;
        attempt->tries = 1; // those before it are no reason to give up
        out.append(attempt->reply);
    }
    for (const QPointer<QNetworkReply> &reply : std::as_const(out)) {
        if (reply)
            reply->abort(); // as a time-out: it is asked again
    }
    m_reads->clearConnectionCache(); // the other end has long let go of what was open
    if (m_signIn)
        m_signIn->wake();
    const auto now = m_clock.steady();
    for (const auto &attempt : m_tries) {
        if (attempt->waiting && attempt->rest > 0 && attempt->waitsUntil <= now) {
            attempt->waiting = false;
            attempt->rest = 0;
        }
    }
    emit due({});
    emit woke();
}

void Transport::hide(const QByteArray &secret)
{
    m_masker.add(secret);
    if (m_options.secretCame)
        m_options.secretCame(secret);
}

/// A proxy may echo what it was sent, as a service may.
void Transport::hideProxy()
{
    const QByteArray password = m_options.proxy.password().toUtf8();
    if (password.isEmpty())
        return;
    hide(password);
    hide((m_options.proxy.user().toUtf8() + ':' + password).toBase64());
}

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
            delete attempt.reply; // abort() would meet what Qt's thread has said meanwhile: 6.4.2 warns of a second error
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
    if (!m_options.plainHttp && isInTheOpen(m_options.endpoints.url(request.service, request.scope.region)))
        return refuse(ErrorKind::NotSecure);
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
    if (base.scheme() == "https"_L1)
        out.setSslConfiguration(tls());
    const auto limit = m_options.timeout.count() > 0 ? m_options.timeout : request.timeout;
    out.setTransferTimeout(static_cast<int>(limit.count()));
    const bool once = request.verb != "GET"; // the sign-in too: a wrong password must not count twice
    attempt.identity = once || isLoopback(base);
    out.setRawHeader("Accept-Encoding", attempt.identity ? "identity" : "gzip"); // set by hand, it also turns Qt's inflating off
    if (base.scheme() == "http"_L1) { // Qt would ask without it first, and a write cannot be asked twice (6.4.2)
        if (const QByteArray proof = proxyProof(m_options, base); !proof.isEmpty())
            out.setRawHeader("Proxy-Authorization", proof);
    }
    ++attempt.tries;
    ++m_hosts[attempt.host].inFlight;
    attempt.bytes.clear();
    attempt.tooLarge = false;
    attempt.began = m_clock.steady();
    attempt.asked = m_clock.calendar();
    attempt.dated = serverNow();
    attempt.datedAtMost = serverNowAtMost();
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
    if (once) {
        // Once more, for of a request with a body Qt 6.4.2 forgets it, and would hold whatever comes. The body is fetched after
        // this signal, so no answer can be earlier; a write never finds an open connection, where it would not be given.
        // Over TLS, and said before the handshake is over, it would kill the process if a proxy refuses just then.
        const auto again = [reply] { reply->setReadBufferSize(readPiece); };
        if (base.scheme() == "https"_L1)
            connect(reply, &QNetworkReply::encrypted, this, again);
        else
            connect(reply, &QNetworkReply::socketStartedConnecting, this, again);
    }
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
    ErrorBody body;
    if (!attempt.bytes.isEmpty())
        body = readErrorBody(attempt.bytes, [this](const QString &text) { return masked(text); });
    if (status >= 300) {
        out.code = body.code;
        out.detail = body.message;
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
    if (out.kind == ErrorKind::Tls) {
        const QList<QSslCertificate> shown = attempt.reply->sslConfiguration().peerCertificateChain().mid(0, mostCertificates);
        for (const QSslCertificate &certificate : shown)
            out.chain.append(PeerCertificate::of(certificate));
    }
    out.requestId = body.requestId;
    if (out.requestId.isEmpty())
        out.requestId = QString::fromUtf8(attempt.reply->rawHeader("X-Request-Id"));
    out.requestId = masked(out.requestId);
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

/// Unzips what came; false when it is encoded in a way that was not asked for, or not as it says.
bool Transport::Try::decode()
{
    const QByteArray encoding = reply->rawHeader("Content-Encoding").toLower();
    if (encoding.isEmpty() || encoding == "identity")
        return true;
    if (identity || (encoding != "gzip" && encoding != "x-gzip"))
        return false;
    if (bytes.isEmpty()) // refused for its size, or an answer without a body
        return true;
    const auto plain = inflated(bytes, request().maxBytes);
    bytes = plain.value_or(QByteArray());
    tooLarge = tooLarge || (!plain && plain.error() == InflateProblem::TooLarge);
    return plain || tooLarge;
}

void Transport::finish(Try &attempt)
{
    QNetworkReply *reply = attempt.reply;
    if (reply->isOpen())
        attempt.bytes += reply->readAll();
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    auto error = reply->error();
    const auto out = m_clock.calendar() - attempt.asked;
    const qint64 mostOutSecs = attempt.datedAtMost.secsTo(serverNowAtMost()); // before this answer says otherwise
    Answer answer;
    answer.status = status;
    answer.headers = reply->rawHeaderPairs();
    answer.endpoint = attempt.host;
    answer.requestId = masked(QString::fromUtf8(reply->rawHeader("X-Request-Id")));
    if (const auto date = parseHttpDate(reply->rawHeader("Date"))) {
        answer.serverTime = *date;
        noteDate(*date, attempt.asked);
    }
    // Qt 6.4.2 may report an answer that was cut as complete; with Content-Length it shows.
    const QByteArray length = reply->rawHeader("Content-Length");
    const bool cut = !attempt.tooLarge && !length.isEmpty() && length.toLongLong() != attempt.bytes.size();
    const bool isDecoded = attempt.decode();
    const bool foreignEncoding = !isDecoded && !cut && (error == QNetworkReply::NoError || status >= 300);
    const bool good = !cut && status >= 200 && status < 300 && error == QNetworkReply::NoError && !attempt.tooLarge && isDecoded;

    const bool isSigned = credentialKind() == CredentialKind::AccessKey && attempt.request().kind != Request::Kind::SignIn;
    const qint64 took = (m_clock.steady() - attempt.began).count();
    ApiError failure;
    if (!good) {
        failure = errorOf(attempt, status, error);
        if (foreignEncoding) {
            failure.kind = ErrorKind::BadReply;
            failure.detail = u"Content-Encoding"_s;
        }
        if (answer.serverTime.isValid() && isSigned) // others that are out may have learnt the time meanwhile, this one had not
            failure.clockSkew = answer.serverTime.secsTo(attempt.dated.addMSecs(out.count()));
        if (failure.kind == ErrorKind::SignedOut && isSigned && mostOutSecs > signatureHoldsSecs) {
            failure.kind = ErrorKind::Timeout; // it came so late because the machine slept: that says nothing of the key
            failure.clockSkew = 0;
        }
    }
    LogLine line{m_clock.nowUtc(),
                 attempt.request().verb,
                 attempt.host,
                 masked(u'/' + attempt.request().path.join(u'/')),
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
        answer.body = m_masker.maskedData(std::exchange(attempt.bytes, {}));
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
    attempt.waitsUntil = m_clock.steady() + pause;
    attempt.rest = ++m_rests;
    // NOLINTNEXTLINE(clang-analyzer-cplusplus.NewDeleteLeaks): Qt takes the slot over
    QTimer::singleShot(pause, this, [this, rest = attempt.rest] {
        for (const auto &other : m_tries) {
            if (other->rest != rest)
                continue;
            other->waiting = false;
            other->rest = 0;
        }
        pump();
    });
}

} // namespace net
