#pragma once

#include "net/call.h"
#include "net/clock.h"
#include "net/credential.h"
#include "net/endpoints.h"
#include "net/masker.h"
#include "net/shownheaders.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QSslCertificate>

namespace net {

class SignIn;

/// One line of the request log. Headers, queries and bodies are never in it.
struct LogLine
{
    QDateTime at; ///< UTC
    QByteArray verb;
    QString host, path;
    int status = 0;
    qint64 milliseconds = 0;
    QString requestId;
    quint64 number = 0;
};

/// The one way to the network. Reads are queued per host, signed anew at each try and retried when the failure passes.
/// Writes go out once, each through a manager of its own (oneshotbody.h). A gate holds calls while a sign-in is renewed.
class Transport final : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        Endpoints endpoints{};
        bool readOnly = false; ///< nothing but GET and the sign-in leaves, whatever a caller asks
        QNetworkProxy proxy{QNetworkProxy::NoProxy};
        bool systemProxy = false;                   ///< instead of `proxy`: as desktop and environment say, for each address
        QList<QSslCertificate> ownCas{};            ///< beside the system's, not in their place
        int perHost = 4;                            ///< requests in flight to one host
        std::chrono::milliseconds retryBase{1'000}; ///< first pause between tries of a read; doubles, with jitter
        std::chrono::milliseconds timeout{0};       ///< instead of each request's own; 0: as described
        /// Told each secret the transport holds or gets, for whoever else must not show it.
        std::function<void(const QByteArray &)> secretCame{};
        /// Makes a network manager; tests put a scripted one here.
        std::function<std::unique_ptr<QNetworkAccessManager>()> manager{};
    };

    Transport(Options options, const Clock &clock, QObject *parent = nullptr);
    ~Transport() override;

    void setCredential(Credential credential);
    /// Of requests from now on; those under way end as they began.
    void setProxy(const QNetworkProxy &proxy, bool systemProxy);
    const Options &options() const { return m_options; }
    const Clock &clock() const { return m_clock; }

    /// Describes and queues a request; it leaves after control has returned to the event loop.
    template <typename T> CallPtr<T> call(Request request, typename Call<T>::Parser parser)
    {
        CallPtr<T> call(new Call<T>(this, std::move(request), std::move(parser)));
        enqueue(call.get());
        return call;
    }

    /// The server's time now, from its last Date header; our own clock before the first answer.
    QDateTime serverNow() const;
    /// Our clock minus the server's, in ms; nothing before the first answer with a Date.
    std::optional<qint64> clockOffsetMs() const { return m_offsetMs; }
    /// Without the secrets this transport has ever held.
    QString masked(const QString &text) const { return m_masker.masked(text); }
    /// Who is signed in, as far as known: the user's name or the access key's id.
    QString userName() const;
    /// The form of the sign-in in use; a token before there is any.
    CredentialKind credentialKind() const;

signals:
    void logged(const net::LogLine &line);
    /// A renewal could not be made yet; calls wait for the next try.
    void signInDelayed(const net::Scope &scope, const net::ApiError &error, qint64 nextTryMs);
    void signInWorks(const net::Scope &scope);
    void signedOut(const net::Scope &scope, const net::ApiError &error);
    void due(QPrivateSignal); ///< something may leave once control is back in the event loop

private:
    friend class CallBase;
    friend class SignIn;
    struct Try;
    struct Host;

    void enqueue(CallBase *call);
    void forget(CallBase *call);
    void pump();
    bool admit(Try &attempt);
    void start(Try &attempt);
    void finish(Try &attempt);
    void rest(Try &attempt, std::chrono::milliseconds pause);
    void conclude(CallBase *call, const Result<Answer> &answer);
    ApiError errorOf(const Try &attempt, int status, QNetworkReply::NetworkError error) const;
    std::unique_ptr<QNetworkAccessManager> makeManager() const;
    void hide(const QByteArray &secret);
    void hideProxy();

    Options m_options;
    Masker m_masker;
    const Clock &m_clock;
    std::unique_ptr<QNetworkAccessManager> m_reads;
    std::unique_ptr<SignIn> m_signIn;
    std::vector<std::unique_ptr<Try>> m_tries; ///< in the order asked
    QHash<QString, Host> m_hosts;
    QSslConfiguration m_tls;
    std::optional<qint64> m_offsetMs;
    quint64 m_number = 0;
    bool m_pumping = false;
};

} // namespace net
