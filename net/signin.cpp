#include "net/signin.h"

#include "net/iam.h"
#include "net/transport.h"

#include <QRandomGenerator>

namespace net {

namespace {
constexpr qint64 renewAheadSecs = 300; ///< a token this near its end is renewed while it still serves
constexpr qint64 unusableSecs = 20;    ///< nearer than this it is not used any more: a request takes a moment to arrive
} // namespace

SignIn::SignIn(Transport *transport, Credential credential, std::chrono::milliseconds retryBase)
    : m_transport(transport), m_credential(std::move(credential)), m_retryBase(retryBase)
{
    if (const auto *login = std::get_if<PasswordLogin>(&m_credential)) {
        m_transport->hide(login->password);
    } else if (const auto *key = std::get_if<AccessKey>(&m_credential)) {
        m_transport->hide(key->sk);
        m_transport->hide(key->securityToken);
    } else {
        m_transport->hide(std::get<ReadyToken>(m_credential).token);
    }
}

SignIn::Grant &SignIn::grant(const Scope &scope)
{
    for (auto &[known, grant] : m_grants) {
        if (known == scope)
            return *grant;
    }
    m_grants.emplace_back(scope, std::make_unique<Grant>());
    return *m_grants.back().second;
}

SignIn::Gate SignIn::gate(const Request &request)
{
    Grant &own = grant(request.scope);
    if (own.refusal || (request.service == Service::Vpc && own.vpcRefusal))
        return Gate::Refused;
    if (!std::holds_alternative<PasswordLogin>(m_credential))
        return Gate::Open;
    if (own.token.isEmpty()) {
        renew(request.scope);
        return Gate::Closed;
    }
    const qint64 left = m_transport->serverNowAtMost().secsTo(own.expiresAt); // renewed too early costs one request
    if (left < renewAheadSecs)
        renew(request.scope);
    return left < unusableSecs ? Gate::Closed : Gate::Open;
}

ApiError SignIn::refusal(const Request &request) const
{
    for (const auto &[known, grant] : m_grants) {
        if (known == request.scope)
            return grant->refusal ? *grant->refusal : grant->vpcRefusal.value_or(ApiError{});
    }
    return {};
}

HeaderList SignIn::headers(const Request &request, const HeaderList &toSign, QByteArray &usedToken) const
{
    if (const auto *key = std::get_if<AccessKey>(&m_credential)) {
        HeaderList own;
        if (request.service != Service::Iam && !request.scope.projectId.isEmpty())
            own.append(qMakePair(QByteArray("X-Project-Id"), request.scope.projectId.toUtf8()));
        if (!key->securityToken.isEmpty())
            own.append(qMakePair(QByteArray("X-Security-Token"), key->securityToken));
        // The server's time where it is known: a clock that is set while the session is open must not lock the key. Before the
        // first answer it is our own, and a refusal of that is final (auth.md, 6: five wrong ones lock): it says by how much.
        own.append(qMakePair(QByteArray("X-Sdk-Date"), sdkDate(m_transport->serverNow())));
        own.append(qMakePair(QByteArray("Authorization"),
                             authorization(*key, request.verb, request.path, request.query, toSign + own, request.body)));
        return own;
    }
    if (const auto *ready = std::get_if<ReadyToken>(&m_credential))
        usedToken = ready->token;
    for (const auto &[known, grant] : m_grants) {
        if (known == request.scope && !grant->token.isEmpty())
            usedToken = grant->token;
    }
    return {{"X-Auth-Token", usedToken}};
}

bool SignIn::rejected(const Request &request, const QByteArray &usedToken, const ApiError &error)
{
    const Scope scope = request.scope;
    Grant &own = grant(scope);
    if (!std::holds_alternative<PasswordLogin>(m_credential)) {
        // Five wrong signatures lock the key, and a ready token cannot be renewed: no second try.
        if (request.service == Service::Vpc) {
            own.vpcRefusal = error;
            return false;
        }
        own.refusal = error;
        emit refused(scope, error);
        return false;
    }
    if (own.refusal)
        return false;
    if (own.token == usedToken) { // else it was renewed while this call was out
        own.token.clear();
        renew(scope);
    }
    return true;
}

void SignIn::renew(const Scope &scope)
{
    Grant &own = grant(scope);
    if (own.renewal || own.refusal || (own.again && own.again->isActive()))
        return;
    own.renewal = Iam(*m_transport).token(scope, std::get<PasswordLogin>(m_credential));
    own.renewal->then(this, [this, scope](const Result<Token> &token) {
        Grant &mine = grant(scope);
        const auto done = std::move(mine.renewal); // let go when this handler ends
        if (token) {
            mine.token = token->token;
            mine.expiresAt = token->expiresAt.utc;
            mine.failures = 0;
            m_transport->hide(mine.token);
            emit opened(scope);
            return;
        }
        const ApiError &error = token.error();
        // Repeated wrong passwords lock the user: a refusal is final, only a passing failure is tried again.
        if (!isPassing(error) && error.kind != ErrorKind::ServerFault && error.kind != ErrorKind::BadReply &&
            error.kind != ErrorKind::Tls) {
            mine.refusal = error;
            const bool saysItself =
                error.kind == ErrorKind::Missing || error.kind == ErrorKind::Denied || error.kind == ErrorKind::NotSecure;
            mine.refusal->kind = saysItself ? error.kind : ErrorKind::SignedOut;
            emit refused(scope, *mine.refusal);
            return;
        }
        const int doublings = std::min(mine.failures++, 5);
        const qint64 pause = std::max<qint64>(error.retryAfter * 1000, (m_retryBase.count() << doublings) *
                                                                           QRandomGenerator::global()->bounded(75, 126) / 100);
        if (!mine.again) {
            mine.again = std::make_unique<QTimer>();
            mine.again->setSingleShot(true);
            connect(mine.again.get(), &QTimer::timeout, this, [this, scope] { renew(scope); });
        }
        mine.again->start(static_cast<int>(pause));
        mine.againAt = m_transport->clock().steady() + std::chrono::milliseconds(pause);
        emit delayed(scope, error, pause);
    });
}

void SignIn::wake()
{
    QList<Scope> overdue;
    const auto now = m_transport->clock().steady();
    for (const auto &[scope, grant] : m_grants) {
        if (!grant->again || !grant->again->isActive())
            continue;
        if (grant->againAt <= now) {
            grant->again->stop();
            overdue.append(scope);
        } else {
            grant->again->start(grant->againAt - now);
        }
    }
    for (const Scope &scope : std::as_const(overdue))
        renew(scope);
}

QString SignIn::userName() const
{
    if (const auto *login = std::get_if<PasswordLogin>(&m_credential))
        return login->user;
    if (const auto *key = std::get_if<AccessKey>(&m_credential))
        return key->ak;
    return {};
}

} // namespace net
