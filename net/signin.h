#pragma once

#include "net/call.h"
#include "net/credential.h"
#include "net/records/token.h"
#include "net/shownheaders.h"

#include <QHash>
#include <QTimer>

namespace net {

/// The credential at work: tokens per scope, renewed before they end, one renewal at a time per scope.
class SignIn final : public QObject
{
    Q_OBJECT

public:
    SignIn(Transport *transport, Credential credential, std::chrono::milliseconds retryBase);

    enum class Gate { Open, Closed, Refused };
    /// Whether a call may leave now; starts a renewal where it may not.
    Gate gate(const Request &request);
    ApiError refusal(const Request &request) const;
    /// The headers that prove who asks, for one try. \a usedToken gets the token, to be named in rejected().
    HeaderList headers(const Request &request, const HeaderList &toSign, QByteArray &usedToken) const;
    /// A 401 came back on \a usedToken. True: a renewal is under way or done, the call may wait and go once more.
    bool rejected(const Request &request, const QByteArray &usedToken, const ApiError &error);
    void wake(); ///< the machine was asleep: tries that are due are made now
    QString userName() const;
    CredentialKind kind() const { return kindOf(m_credential); }

signals:
    void opened(const net::Scope &scope);
    void refused(const net::Scope &scope, const net::ApiError &error);
    void delayed(const net::Scope &scope, const net::ApiError &error, qint64 nextTryMs);

private:
    struct Grant
    {
        QByteArray token{};
        QDateTime expiresAt{}; ///< UTC, server time
        CallPtr<Token> renewal{};
        int failures = 0;
        std::optional<ApiError> refusal{};
        std::optional<ApiError> vpcRefusal{}; ///< VPC only puts names to ids: its word ends nothing but itself
        std::unique_ptr<QTimer> again{};
        std::chrono::milliseconds againAt{0}; ///< steady
    };
    void renew(const Scope &scope);
    Grant &grant(const Scope &scope);

    Transport *m_transport;
    Credential m_credential;
    std::chrono::milliseconds m_retryBase;
    std::vector<std::pair<Scope, std::unique_ptr<Grant>>> m_grants;
};

} // namespace net
