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
#include <QSslConfiguration>

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
        bool readOnly = false;  ///< nothing but GET and the sign-in leaves, whatever a caller asks
        bool plainHttp = false; ///< http may go to other machines, too: said by a person, knowing that it can be read on the way
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

    /// The server's time now: its last Date, counted on by a clock that nobody sets, so that no age jumps when ours does. Our
    /// own clock before the first answer.
    QDateTime serverNow() const;
    /// As late as the server's time can be. Later than serverNow() when our clock has gone ahead of it since the last Date: it
    /// was set, or the machine stood still with all that counts on. Who must not be late, goes by this.
    QDateTime serverNowAtMost() const;
    /// Our clock minus the server's, in ms; nothing before the first answer with a Date.
    std::optional<qint64> clockOffsetMs() const;
    /// The machine was asleep or its clock was set: what is out is asked anew but for writes, which wait for their answer as
    /// long as they ever do; pauses that are over by now end; no connection from before is used again.
    void wake();
    int inFlight() const; ///< requests out now
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
    void woke();              ///< wake() was told: who polls through this transport looks again now
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
    void noteDate(const QDateTime &date, std::chrono::milliseconds asked);
    void rest(Try &attempt, std::chrono::milliseconds pause);
    void conclude(CallBase *call, const Result<Answer> &answer);
    ApiError errorOf(const Try &attempt, int status, QNetworkReply::NetworkError error) const;
    std::unique_ptr<QNetworkAccessManager> makeManager() const;
    const QSslConfiguration &tls();
    void hide(const QByteArray &secret);
    void hideProxy();

    Options m_options;
    Masker m_masker;
    const Clock &m_clock;
    std::unique_ptr<QNetworkAccessManager> m_reads;
    std::unique_ptr<SignIn> m_signIn;
    std::vector<std::unique_ptr<Try>> m_tries; ///< in the order asked
    QHash<QString, Host> m_hosts;
    std::optional<QSslConfiguration> m_tls;
    std::optional<qint64> m_serverZeroMs; ///< the server's time, ms since 1970 UTC, when our calendar() stood at zero
    qint64 m_offsetMs = 0;                ///< our clock minus the server's at its last Date
    quint64 m_number = 0, m_rests = 0;
    bool m_pumping = false;
};

} // namespace net
