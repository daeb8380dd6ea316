#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QList>
#include <QNetworkProxy>
#include <QProcess>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QUrl>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <set>
#include <thread>
#include <utility>
#include <vector>

/// Small servers for tests that must see what really travels: they own their sockets, so that they can reset, cut and hang,
/// and they count. Each connection has a thread of its own and is served blocking; no event loop takes part.
namespace wire {

/// A key and a certificate, by default for 127.0.0.1 and localhost, made with the openssl program: self-signed, or by an \a
/// issuer.
class TestCertificate
{
public:
    /// \a days from now on; a negative number of one by an issuer has ended so long ago.
    explicit TestCertificate(const QString &names = QStringLiteral("IP:127.0.0.1,DNS:localhost"),
                             const TestCertificate *issuer = nullptr, int days = 2)
    {
        const QString subject = issuer ? QStringLiteral("/CN=a server with an issuer") : QStringLiteral("/CN=a counting server");
        const QStringList key{QStringLiteral("-newkey"),
                              QStringLiteral("ec"),
                              QStringLiteral("-pkeyopt"),
                              QStringLiteral("ec_paramgen_curve:prime256v1"),
                              QStringLiteral("-nodes"),
                              QStringLiteral("-subj"),
                              subject,
                              QStringLiteral("-keyout"),
                              path("key.pem")};
        const QString subjectNames = QStringLiteral("subjectAltName=") + names;
        const QString lasts = QString::number(days);
        if (!issuer) {
            openssl(QStringList{QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-days"), lasts,
                                QStringLiteral("-addext"), subjectNames, QStringLiteral("-out"), path("cert.pem")} +
                    key);
        } else {
            QFile extensions(path("names"));
            if (!extensions.open(QIODevice::WriteOnly) || extensions.write(subjectNames.toUtf8()) < 0)
                return;
            extensions.close();
            openssl(QStringList{QStringLiteral("req"), QStringLiteral("-new"), QStringLiteral("-out"), path("wish.pem")} + key);
            openssl({QStringLiteral("x509"), QStringLiteral("-req"), QStringLiteral("-in"), path("wish.pem"),
                     QStringLiteral("-CA"), issuer->certificatePath(), QStringLiteral("-CAkey"), issuer->keyPath(),
                     QStringLiteral("-set_serial"), QStringLiteral("2"), QStringLiteral("-days"), lasts,
                     QStringLiteral("-extfile"), path("names"), QStringLiteral("-out"), path("cert.pem")});
        }
        QFile made(path("key.pem"));
        if (made.open(QIODevice::ReadOnly))
            m_key = QSslKey(&made, QSsl::Ec);
        m_chain = QSslCertificate::fromPath(path("cert.pem"));
        if (issuer)
            m_chain += issuer->chain();
    }
    bool isValid() const { return !m_key.isNull() && !m_chain.isEmpty(); }
    const QSslKey &key() const { return m_key; }
    QSslCertificate certificate() const { return m_chain.value(0); }
    const QList<QSslCertificate> &chain() const { return m_chain; } ///< the server's own first
    QString certificatePath() const { return path("cert.pem"); }
    QString keyPath() const { return path("key.pem"); }

private:
    static void openssl(const QStringList &arguments)
    {
        QProcess openssl;
        openssl.start(QStringLiteral("openssl"), arguments);
        openssl.waitForFinished();
    }
    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    QTemporaryDir m_folder;
    QSslKey m_key;
    QList<QSslCertificate> m_chain;
};

/// Listens on a free port, of 127.0.0.1 unless told, and gives each connection a thread.
class Listener
{
public:
    using Serve = std::function<void(int socket, int number)>; ///< owns the socket; calls forget() before it closes it

    Listener() = default;
    Listener(const Listener &) = delete;
    Listener &operator=(const Listener &) = delete;
    ~Listener() { stop(); }

    void start(Serve serve, in_addr_t host = INADDR_LOOPBACK)
    {
        m_serve = std::move(serve);
        m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address = loopback(0);
        address.sin_addr.s_addr = htonl(host);
        socklen_t size = sizeof address;
        if (m_socket < 0 || ::bind(m_socket, reinterpret_cast<sockaddr *>(&address), size) != 0 || ::listen(m_socket, 64) != 0 ||
            ::getsockname(m_socket, reinterpret_cast<sockaddr *>(&address), &size) != 0)
            qFatal("no port to listen on");
        m_port = ntohs(address.sin_port);
        m_acceptor = std::thread([this] { acceptAll(); });
    }

    quint16 port() const { return m_port; }
    int connections() const { return m_accepted; }

    /// Further connections are refused from here on; those accepted live on.
    void refuse() { ::shutdown(m_socket, SHUT_RDWR); }

    void forget(int socket)
    {
        const std::lock_guard lock(m_mutex);
        std::erase(m_sockets, socket);
    }

    void stop()
    {
        if (!m_acceptor.joinable())
            return;
        {
            const std::lock_guard lock(m_mutex);
            m_isStopping = true;
            for (const int socket : m_sockets)
                ::shutdown(socket, SHUT_RDWR); // wakes its thread
        }
        refuse();
        m_acceptor.join();
        for (std::thread &thread : m_threads)
            thread.join();
        ::close(m_socket);
    }

    /// Waits until every connection made so far has been accepted, served and ended. Only then is a count final: a request
    /// may have been sent and not yet read. The clients must have closed theirs.
    bool waitUntilQuiet(std::chrono::milliseconds limit = std::chrono::seconds(5))
    {
        const quint16 own = knock(); // connections are accepted in order, so ours marks the end of those before
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, limit, [&] { return m_open == 0 && (own == 0 || m_peers.count(own) != 0); });
    }

    static sockaddr_in loopback(quint16 port)
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        return address;
    }

    /// A connected socket, or -1.
    static int connectTo(quint16 port)
    {
        const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const sockaddr_in address = loopback(port);
        if (::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0)
            return socket;
        ::close(socket);
        return -1;
    }

private:
    void acceptAll()
    {
        for (;;) {
            sockaddr_in peer{};
            socklen_t size = sizeof peer;
            const int socket = ::accept4(m_socket, reinterpret_cast<sockaddr *>(&peer), &size, SOCK_CLOEXEC);
            if (socket < 0 && (errno == EINTR || errno == ECONNABORTED))
                continue;
            if (socket < 0)
                return; // refuse() was called
            const std::lock_guard lock(m_mutex);
            if (m_isStopping) {
                ::close(socket);
                return;
            }
            m_sockets.push_back(socket);
            m_peers.insert(ntohs(peer.sin_port));
            ++m_open;
            m_threads.emplace_back([this, socket, number = ++m_accepted] {
                m_serve(socket, number);
                const std::lock_guard ending(m_mutex);
                --m_open;
                m_changed.notify_all();
            });
        }
    }

    /// Connects and leaves at once; tells the port it came from, 0 when nobody listens.
    quint16 knock() const
    {
        const int socket = connectTo(m_port);
        if (socket < 0)
            return 0;
        sockaddr_in address{};
        socklen_t size = sizeof address;
        ::getsockname(socket, reinterpret_cast<sockaddr *>(&address), &size);
        ::close(socket);
        return ntohs(address.sin_port);
    }

    Serve m_serve;
    int m_socket = -1;
    quint16 m_port = 0;
    std::thread m_acceptor;
    std::atomic<int> m_accepted = 0;
    std::mutex m_mutex; // guards what follows
    std::condition_variable m_changed;
    std::vector<std::thread> m_threads;
    std::vector<int> m_sockets;
    std::set<quint16> m_peers;
    int m_open = 0;
    bool m_isStopping = false;
};

/// What the server does with one request: how far it goes, and what becomes of the connection then.
struct Step
{
    enum class At { Head, HalfBody, Body, StatusLine, HalfAnswer, Answer };
    enum class Then { KeepOpen, Fin, Reset, Hang, Die }; ///< Die: the port is closed as well

    At at = At::Answer;
    Then then = Then::KeepOpen;
    int status = 202;
    QByteArray body = "{\"job_id\":\"j1\"}";
    bool isFramed = true;               ///< false: no Content-Length, the end of the connection ends the answer
    QByteArray garbage{};               ///< sent instead of an answer
    QByteArray headers{};               ///< further header lines, each with its CR LF
    std::chrono::milliseconds pause{0}; ///< after what is sent, before the connection ends
};

inline Step answer(int status = 202, QByteArray body = "{\"job_id\":\"j1\"}")
{
    return {.status = status, .body = std::move(body)};
}
inline Step fin(Step::At at) { return {.at = at, .then = Step::Then::Fin}; }
inline Step reset(Step::At at) { return {.at = at, .then = Step::Then::Reset}; }
inline Step hang(Step::At at) { return {.at = at, .then = Step::Then::Hang}; }
inline Step die() { return {.at = Step::At::Body, .then = Step::Then::Die}; }
inline Step garbage() { return {.then = Step::Then::Fin, .garbage = "no status line, no fields\r\n\r\n"}; }
inline Step unframed(Step::Then then) { return {.at = Step::At::HalfAnswer, .then = then, .isFramed = false}; }

/// A request whose head the server has read to its end.
struct Delivery
{
    QByteArray verb, target, head; ///< the head as it arrived
    int connection = 0;            ///< counted from 1
    std::chrono::steady_clock::time_point at{};
};

/// Answers the n-th request with the n-th step; the last step serves all that follow.
class CountingServer
{
public:
    /// With a \a certificate, which must outlive the server, it speaks TLS.
    explicit CountingServer(QList<Step> script, const TestCertificate *certificate = nullptr, in_addr_t host = INADDR_LOOPBACK)
        : m_script(std::move(script)), m_certificate(certificate)
    {
        m_listener.start([this](int socket, int number) { serve(socket, number); }, host);
    }

    quint16 port() const { return m_listener.port(); }
    QUrl url(const QString &path = QStringLiteral("/v1/p1/things")) const
    {
        QUrl url;
        url.setScheme(m_certificate ? QStringLiteral("https") : QStringLiteral("http"));
        url.setHost(QStringLiteral("127.0.0.1"));
        url.setPort(port());
        url.setPath(path);
        return url;
    }

    QList<Delivery> deliveries() const
    {
        const std::lock_guard lock(m_mutex);
        return m_deliveries;
    }
    int count(QByteArrayView verb) const
    {
        const QList<Delivery> all = deliveries();
        return static_cast<int>(std::count_if(all.begin(), all.end(), [verb](const Delivery &one) { return one.verb == verb; }));
    }
    bool waitUntilQuiet() { return m_listener.waitUntilQuiet(); }
    int connections() const { return m_listener.connections(); }

private:
    void serve(int descriptor, int number)
    {
        QSslSocket socket;
        socket.setSocketDescriptor(descriptor);
        if (!m_certificate || encrypt(&socket)) {
            QByteArray unread;
            while (serveOne(&socket, &unread, number)) {}
        }
        m_listener.forget(descriptor);
        socket.abort();
    }

    bool encrypt(QSslSocket *socket) const
    {
        QSslConfiguration configuration;
        configuration.setLocalCertificateChain(m_certificate->chain());
        configuration.setPrivateKey(m_certificate->key());
        configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
        socket->setSslConfiguration(configuration);
        socket->startServerEncryption();
        return socket->waitForEncrypted(10'000);
    }

    static bool readMore(QSslSocket *socket, QByteArray *unread)
    {
        if (socket->bytesAvailable() == 0 && !socket->waitForReadyRead(-1))
            return false;
        *unread += socket->readAll();
        return true;
    }

    static bool readBody(QSslSocket *socket, QByteArray *unread, qsizetype size)
    {
        while (unread->size() < size) {
            if (!readMore(socket, unread))
                return false;
        }
        unread->remove(0, size);
        return true;
    }

    static qsizetype contentLength(const QByteArray &head)
    {
        const QByteArrayList lines = head.toLower().split('\n');
        for (const QByteArray &line : lines) {
            if (line.startsWith("content-length:"))
                return line.mid(15).trimmed().toLongLong();
        }
        return 0;
    }

    Step nextStep(const QByteArray &head, int connection)
    {
        const QByteArrayList words = head.left(head.indexOf('\r')).split(' ');
        const std::lock_guard lock(m_mutex);
        m_deliveries.append({words.value(0), words.value(1), head, connection, std::chrono::steady_clock::now()});
        return m_script.at(std::min(m_deliveries.size(), m_script.size()) - 1);
    }

    /// Whether the connection lives on.
    bool serveOne(QSslSocket *socket, QByteArray *unread, int connection)
    {
        qsizetype end = -1;
        while ((end = unread->indexOf("\r\n\r\n")) < 0) {
            if (!readMore(socket, unread))
                return false;
        }
        const QByteArray head = unread->first(end + 4);
        unread->remove(0, end + 4);
        const Step step = nextStep(head, connection);
        if (step.then == Step::Then::Die)
            m_listener.refuse(); // before anybody can know that this connection ends
        const qsizetype size = contentLength(head);
        const qsizetype wanted = step.at == Step::At::Head ? 0 : step.at == Step::At::HalfBody ? size / 2 : size;
        if (!readBody(socket, unread, wanted))
            return false;
        send(socket, step);
        std::this_thread::sleep_for(step.pause);
        return leave(socket, step);
    }

    static void send(QSslSocket *socket, const Step &step)
    {
        QByteArray text = step.garbage;
        if (text.isEmpty() && step.at >= Step::At::StatusLine)
            text = "HTTP/1.1 " + QByteArray::number(step.status) + " Status\r\n";
        if (step.garbage.isEmpty() && step.at >= Step::At::HalfAnswer) {
            if (step.isFramed)
                text += "Content-Length: " + QByteArray::number(step.body.size()) + "\r\n";
            text += "Content-Type: application/json\r\n" + step.headers + "\r\n";
            text += step.at == Step::At::HalfAnswer ? step.body.first(step.body.size() / 2) : step.body;
        }
        socket->write(text);
        while ((socket->bytesToWrite() > 0 || socket->encryptedBytesToWrite() > 0) && socket->waitForBytesWritten(5000)) {}
    }

    bool leave(QSslSocket *socket, const Step &step)
    {
        const int descriptor = static_cast<int>(socket->socketDescriptor());
        switch (step.then) {
        case Step::Then::KeepOpen:
            return true;
        case Step::Then::Fin:
        case Step::Then::Die:
            ::shutdown(descriptor, SHUT_WR); // and read on: closing with unread bytes would be a reset
            break;
        case Step::Then::Reset: {
            const linger none{1, 0};
            ::setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &none, sizeof none);
            return false;
        }
        case Step::Then::Hang:
            break;
        }
        while (socket->waitForReadyRead(-1)) // until the client has had enough
            socket->readAll();
        return false;
    }

    QList<Step> m_script;
    const TestCertificate *m_certificate;
    mutable std::mutex m_mutex; // guards m_deliveries
    QList<Delivery> m_deliveries;
    Listener m_listener; // last: its threads end before anything above goes
};

/// A minimal HTTP proxy: passes requests with an absolute URI on as they are (a server must understand them) and opens
/// tunnels for CONNECT. Whatever the name, it connects to that port of 127.0.0.1. Ends and resets are passed on.
class ForwardProxy
{
public:
    /// With a \a credential it wants that as Proxy-Authorization, and answers 407 to all else.
    explicit ForwardProxy(QByteArray credential = {}) : m_credential(std::move(credential))
    {
        m_listener.start([this](int socket, int) {
            serve(socket);
            m_listener.forget(socket);
            ::close(socket);
        });
    }

    QNetworkProxy proxy() const
    {
        return QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), m_listener.port());
    }
    int forwarded() const { return m_forwarded; } ///< connections with an absolute URI first
    int tunnels() const { return m_tunnels; }     ///< answered CONNECTs
    bool waitUntilQuiet() { return m_listener.waitUntilQuiet(); }

private:
    static bool sendAll(int socket, QByteArrayView bytes)
    {
        while (!bytes.isEmpty()) {
            const ssize_t n = ::send(socket, bytes.data(), static_cast<size_t>(bytes.size()), MSG_NOSIGNAL);
            if (n <= 0)
                return false;
            bytes = bytes.sliced(n);
        }
        return true;
    }

    void serve(int client)
    {
        QByteArray head;
        std::array<char, 16384> buffer;
        for (;;) {
            while (!head.contains("\r\n\r\n")) {
                const ssize_t n = ::recv(client, buffer.data(), buffer.size(), 0);
                if (n <= 0)
                    return;
                head.append(buffer.data(), n);
            }
            const QByteArray proof = "Proxy-Authorization: " + m_credential + "\r\n";
            const auto at = m_credential.isEmpty() ? -1 : head.indexOf(proof);
            if (at >= 0)
                head.remove(at, proof.size()); // no business of the server
            if (m_credential.isEmpty() || at >= 0)
                break;
            if (!sendAll(client, "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"p\"\r\n"
                                 "Content-Length: 0\r\n\r\n"))
                return;
            head.clear();
        }
        const QByteArrayList words = head.left(head.indexOf('\r')).split(' ');
        const bool isTunnel = words.value(0) == "CONNECT";
        const QUrl url = QUrl::fromEncoded(isTunnel ? "tunnel://" + words.value(1) : words.value(1));
        const int server = Listener::connectTo(static_cast<quint16>(url.port(80)));
        if (server < 0) {
            sendAll(client, "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n");
            return;
        }
        ++(isTunnel ? m_tunnels : m_forwarded);
        if (isTunnel ? sendAll(client, "HTTP/1.1 200 Connection established\r\n\r\n") : sendAll(server, head))
            relay(client, server);
        ::close(server);
    }

    static void relay(int client, int server)
    {
        std::array<pollfd, 2> ends{pollfd{client, POLLIN, 0}, pollfd{server, POLLIN, 0}};
        std::array<char, 16384> buffer;
        for (;;) {
            if (::poll(ends.data(), ends.size(), -1) < 0)
                return;
            for (std::size_t from = 0; from < ends.size(); ++from) {
                if (ends[from].fd < 0 || ends[from].revents == 0)
                    continue;
                const int to = from == 0 ? server : client;
                const ssize_t n = ::recv(ends[from].fd, buffer.data(), buffer.size(), 0);
                if (n > 0 && sendAll(to, {buffer.data(), n}))
                    continue;
                if (n < 0) {
                    const linger none{1, 0};
                    ::setsockopt(to, SOL_SOCKET, SO_LINGER, &none, sizeof none);
                }
                if (from == 0 || n != 0)
                    return; // the client has gone, or the server was reset: nothing more will matter
                ::shutdown(client, SHUT_WR);
                ends[from].fd = -1; // poll passes over it
            }
        }
    }

    QByteArray m_credential;
    std::atomic<int> m_forwarded = 0;
    std::atomic<int> m_tunnels = 0;
    Listener m_listener; // last: its threads end before anything above goes
};

} // namespace wire
