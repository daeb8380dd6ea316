#include "net/reads.h"
#include "net/records/vpcnetwork.h"
#include "net/transport.h"
#include "net/write.h"
#include "wire/countingserver.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <zlib.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using net::ApiError;
using net::Effect;
using net::ErrorKind;
using net::Transport;

// What was freed counts as held for a while under the address sanitizer: let it be a short one.
extern "C" const char *__asan_default_options() { return "quarantine_size_mb=8"; } // NOLINT(bugprone-reserved-identifier)

namespace {

constexpr qint64 mega = 1024 * 1024;
#if defined(__SANITIZE_ADDRESS__)
constexpr qint64 mostHeld = 400 * mega; // a buffer that grows is there twice, and each byte has a shadow
#else
constexpr qint64 mostHeld = 256 * mega; // an answer of 64 MB, and what it takes to read it
#endif

const net::Clock &systemClock()
{
    static const net::SystemClock clock;
    return clock;
}

/// An answer that is made while it is sent: nothing of it is held here.
struct Flood
{
    QByteArray fields{}; ///< header lines, each with its CR LF
    QByteArray before{}; ///< of the body
    QByteArray piece{};
    qint64 times = 0; ///< of the piece
    QByteArray after{};
    bool hasLength = true;
    bool isChunked = false;
    bool staysOpen = false; ///< the connection, after it

    qint64 size() const { return before.size() + piece.size() * times + after.size(); }
};

/// Answers whatever is asked below /flood with the flood, and all else as it should be.
class FloodServer
{
public:
    explicit FloodServer(Flood flood) : m_flood(std::move(flood))
    {
        m_listener.start([this](int socket, int) {
            serve(socket);
            m_listener.forget(socket);
            ::close(socket);
        });
    }

    quint16 port() const { return m_listener.port(); }
    int floods() const { return m_floods; } ///< requests whose head was read
    qint64 sent() const { return m_sent; }  ///< bytes of floods that the peer took
    bool waitUntilQuiet() { return m_listener.waitUntilQuiet(20s); }

private:
    static bool sendAll(int socket, QByteArrayView bytes, std::atomic<qint64> *count = nullptr)
    {
        while (!bytes.isEmpty()) {
            const ssize_t n = ::send(socket, bytes.data(), static_cast<size_t>(bytes.size()), MSG_NOSIGNAL);
            if (n <= 0)
                return false;
            bytes = bytes.sliced(n);
            if (count)
                *count += n;
        }
        return true;
    }

    /// One request of a connection: each ends it, so that none waits for another.
    void serve(int socket)
    {
        QByteArray text;
        std::array<char, 16384> buffer;
        qsizetype end = -1;
        while ((end = text.indexOf("\r\n\r\n")) < 0 || text.size() < end + 4 + bodySize(text.first(end))) {
            const ssize_t n = ::recv(socket, buffer.data(), buffer.size(), 0);
            if (n <= 0)
                return;
            text.append(buffer.data(), n);
        }
        if (!text.first(text.indexOf('\r')).contains("/flood")) {
            const QByteArray body = R"({"vpcs":[{"id":"a","name":"n","status":"OK"}],"job_id":"j1"})";
            sendAll(socket, "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + QByteArray::number(body.size()) +
                                "\r\n\r\n" + body);
        } else {
            ++m_floods;
            flood(socket);
        }
        if (!m_flood.staysOpen)
            ::shutdown(socket, SHUT_WR);
        while (::recv(socket, buffer.data(), buffer.size(), 0) > 0) {} // until the client has had enough
    }

    static qsizetype bodySize(const QByteArray &head)
    {
        static const QRegularExpression length(u"content-length: *(\\d+)"_s, QRegularExpression::CaseInsensitiveOption);
        return length.match(QString::fromLatin1(head)).captured(1).toLongLong();
    }

    void flood(int socket)
    {
        QByteArray head = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: application/json\r\n" + m_flood.fields;
        if (m_flood.isChunked)
            head += "Transfer-Encoding: chunked\r\n";
        else if (m_flood.hasLength)
            head += "Content-Length: " + QByteArray::number(m_flood.size()) + "\r\n";
        bool goesOn = sendAll(socket, head + "\r\n") && part(socket, m_flood.before);
        for (qint64 i = 0; goesOn && i < m_flood.times; ++i)
            goesOn = part(socket, m_flood.piece);
        if (goesOn && part(socket, m_flood.after) && m_flood.isChunked)
            sendAll(socket, "0\r\n\r\n");
    }

    bool part(int socket, const QByteArray &bytes)
    {
        if (bytes.isEmpty())
            return true;
        if (m_flood.isChunked)
            return sendAll(socket, QByteArray::number(bytes.size(), 16) + "\r\n") && sendAll(socket, bytes, &m_sent) &&
                   sendAll(socket, "\r\n");
        return sendAll(socket, bytes, &m_sent);
    }

    Flood m_flood;
    std::atomic<int> m_floods = 0;
    std::atomic<qint64> m_sent = 0;
    wire::Listener m_listener; // last: its threads end before anything above goes
};

/// How much more memory than now this process holds at the most.
class Peak
{
public:
    Peak()
    {
        QFile reset(u"/proc/self/clear_refs"_s); // the peak begins anew; where that cannot be, an older one hides lower ones
        if (reset.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            reset.write("5");
        m_before = kiloBytes("VmRSS:");
    }
    qint64 grown() const { return (kiloBytes("VmHWM:") - m_before) * 1024; }

private:
    static qint64 kiloBytes(const char *name)
    {
        QFile status(u"/proc/self/status"_s);
        if (!status.open(QIODevice::ReadOnly))
            return 0;
        const QList<QByteArray> lines = status.readAll().split('\n');
        for (const QByteArray &line : lines) {
            if (line.startsWith(name))
                return line.mid(qsizetype(qstrlen(name))).trimmed().split(' ').first().toLongLong();
        }
        return 0;
    }
    qint64 m_before = 0;
};

/// So many zeros, zipped.
QByteArray zipped(qint64 size, const QByteArray &head = {})
{
    z_stream stream{};
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK) // + 16: gzip
        qFatal("no zlib");
    QByteArray out;
    QByteArray room(64 * 1024, Qt::Uninitialized);
    const auto put = [&](QByteArray bytes, int flush) {
        stream.next_in = reinterpret_cast<Bytef *>(bytes.data());
        stream.avail_in = static_cast<uInt>(bytes.size());
        do {
            stream.next_out = reinterpret_cast<Bytef *>(room.data());
            stream.avail_out = static_cast<uInt>(room.size());
            deflate(&stream, flush);
            out.append(room.constData(), room.size() - static_cast<qsizetype>(stream.avail_out));
        } while (stream.avail_out == 0);
    };
    put(head, Z_NO_FLUSH);
    for (qint64 done = 0; done < size; done += mega)
        put(QByteArray(std::min(mega, size - done), ' '), Z_NO_FLUSH);
    put({}, Z_FINISH);
    deflateEnd(&stream);
    return out;
}

struct Outcome
{
    int told = 0;
    int ticks = 0; ///< of the event loop while it was waited for
    std::optional<ErrorKind> kind{};
    ApiError error{};
    qsizetype rows = 0;
};

net::Request aRead(const QString &thing)
{
    net::Request request;
    request.scope = {u"r1"_s, u"p1"_s};
    request.path = {u"v1"_s, u"p1"_s, thing};
    return request;
}

net::Request aWrite(const QString &thing)
{
    net::Request request = aRead(thing);
    request.verb = "POST";
    request.body = R"({"server_group":{"name":"g"}})";
    request.kind = net::Request::Kind::Write;
    request.maxBytes = 8 * mega;
    return request;
}

template <typename Answer, typename Read> Outcome waitFor(net::CallPtr<Answer> call, Read read)
{
    Outcome outcome;
    QObject context;
    QTimer ticking;
    QObject::connect(&ticking, &QTimer::timeout, &context, [&outcome] { ++outcome.ticks; });
    ticking.start(0);
    QSignalSpy finished(call.get(), &net::CallBase::finished);
    call->then(&context, [&outcome, &read](const net::Result<Answer> &result) {
        ++outcome.told;
        if (!result) {
            outcome.kind = result.error().kind;
            outcome.error = result.error();
        } else {
            outcome.rows = read(*result);
        }
    });
    finished.wait(120000);
    return outcome;
}

Outcome readVpcs(Transport &transport, const QString &thing)
{
    return waitFor(net::reads::page<net::VpcNetwork>(transport, aRead(thing), "vpcs"),
                   [](const net::Page<net::VpcNetwork> &page) { return page.rows.size(); });
}

Outcome write(Transport &transport, const QString &thing)
{
    return waitFor(transport.call<net::WriteAnswer>(
                       aWrite(thing), [](const net::Answer &answer) { return readAnswer(net::verbs::createGroup, answer); }),
                   [](const net::WriteAnswer &answer) { return answer.made.size(); });
}

/// The managers of writes end in the event loop; only then are their connections closed and the server can be quiet.
void endConnections() { QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); }

Transport::Options optionsFor(quint16 port)
{
    Transport::Options options;
    options.endpoints = net::Endpoints::shared(u"http://127.0.0.1:%1"_s.arg(port));
    options.retryBase = 10ms;
    return options;
}

} // namespace

Q_DECLARE_METATYPE(Flood)

/// Answers of a size nobody asked for: bounded memory, an error that names the endpoint, and the next request as ever.
class TestBytes final : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void anAnswerNobodyAskedForIsAClearError_data()
    {
        QTest::addColumn<Flood>("flood");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("detail");
        QTest::addColumn<bool>("endsEarly"); ///< the server could not send it all
        const QByteArray million(mega, 'x');
        QTest::newRow("200 MB with a length")
            << Flood{.piece = million, .times = 200} << ErrorKind::BadReply << u"> 64 MB"_s << true;
        QTest::newRow("600 MB without a length")
            << Flood{.piece = million, .times = 600, .hasLength = false} << ErrorKind::BadReply << u"> 64 MB"_s << true;
        QTest::newRow("600 MB in chunks") << Flood{.piece = million, .times = 600, .isChunked = true} << ErrorKind::BadReply
                                          << u"> 64 MB"_s << true;
        QTest::newRow("lists nested 100,000 deep")
            << Flood{.before = QByteArray(100000, '[') + QByteArray(100000, ']')} << ErrorKind::BadReply << QString() << false;
        QTest::newRow("objects nested 100,000 deep")
            << Flood{.before = QByteArray(R"({"x":)").repeated(100001) + '1' + QByteArray(100001, '}')} << ErrorKind::BadReply
            << u"vpcs"_s << false;
        QTest::newRow("zipped though it was not to be")
            << Flood{.fields = "Content-Encoding: gzip\r\n", .before = zipped(200 * mega)} << ErrorKind::BadReply
            << u"Content-Encoding"_s << false;
    }
    void anAnswerNobodyAskedForIsAClearError()
    {
        QFETCH(Flood, flood);
        QFETCH(ErrorKind, kind);
        QFETCH(QString, detail);
        QFETCH(bool, endsEarly);
        FloodServer server(flood);
        const Peak peak;
        {
            Transport transport(optionsFor(server.port()), systemClock());
            transport.setCredential(net::ReadyToken{"tok-1"});
            for (const bool isWrite : {false, true}) {
                const Outcome outcome = isWrite ? write(transport, u"flood"_s) : readVpcs(transport, u"flood"_s);
                QCOMPARE(outcome.told, 1);
                QCOMPARE(outcome.kind, kind);
                if (!isWrite)
                    QCOMPARE(outcome.error.detail, detail);
                QCOMPARE(outcome.error.endpoint, u"127.0.0.1:%1"_s.arg(server.port()));
                QCOMPARE(outcome.error.httpStatus, 200);
                QCOMPARE(outcome.error.effect, isWrite ? Effect::InDoubt : Effect::None);
                QVERIFY(outcome.ticks > 0);
                const Outcome next = isWrite ? write(transport, u"things"_s) : readVpcs(transport, u"things"_s);
                QCOMPARE(next.kind, std::nullopt);
                QCOMPARE(next.rows, 1);
            }
        }
        endConnections();
        QVERIFY(server.waitUntilQuiet());
        QCOMPARE(server.floods(), 2); // neither is asked for again
        QVERIFY2(!endsEarly || server.sent() < 160 * mega, qPrintable(u"%1 MB"_s.arg(server.sent() / mega)));
        QVERIFY2(peak.grown() < mostHeld, qPrintable(u"%1 MB"_s.arg(peak.grown() / mega)));
    }

    void aPageOfAMillionRowsIsAClearError()
    {
        FloodServer server({.before = R"({"vpcs":[{"id":"first"})",
                            .piece = QByteArray(R"(,{"id":"r"})").repeated(1000),
                            .times = 1000,
                            .after = "]}"});
        const Peak peak;
        Transport transport(optionsFor(server.port()), systemClock());
        transport.setCredential(net::ReadyToken{"tok-1"});
        const Outcome outcome = readVpcs(transport, u"flood"_s);
        QCOMPARE(outcome.kind, ErrorKind::BadReply);
        QCOMPARE(outcome.error.detail, u"vpcs: > 50000"_s);
        QCOMPARE(outcome.error.endpoint, u"127.0.0.1:%1"_s.arg(server.port()));
        QCOMPARE(server.floods(), 1);
        QCOMPARE(readVpcs(transport, u"things"_s).rows, 1);
        QVERIFY2(peak.grown() < mostHeld, qPrintable(u"%1 MB"_s.arg(peak.grown() / mega)));
    }

    void aMillionThingsBegunAreInDoubt()
    {
        FloodServer server({.before = R"({"replication":{"checkpoint_items":[{"replication_record_id":"first"})",
                            .piece = QByteArray(R"(,{"replication_record_id":"r"})").repeated(1000),
                            .times = 1000,
                            .after = "]}}"});
        const Peak peak;
        {
            Transport transport(optionsFor(server.port()), systemClock());
            transport.setCredential(net::ReadyToken{"tok-1"});
            net::Request request = aWrite(u"flood"_s);
            request.maxBytes = 64 * mega;
            const Outcome outcome =
                waitFor(transport.call<net::WriteAnswer>(
                            request, [](const net::Answer &answer) { return readAnswer(net::verbs::replicatePolicy, answer); }),
                        [](const net::WriteAnswer &answer) { return answer.made.size(); });
            QCOMPARE(outcome.kind, ErrorKind::BadReply);
            QCOMPARE(outcome.error.detail, u"checkpoint_items"_s);
            QCOMPARE(outcome.error.effect, Effect::InDoubt);
        }
        endConnections();
        QVERIFY(server.waitUntilQuiet());
        QCOMPARE(server.floods(), 1);
        QVERIFY2(peak.grown() < mostHeld, qPrintable(u"%1 MB"_s.arg(peak.grown() / mega)));
    }

    void aHeadNobodyCanReadEndsInTime_data() // Qt 6.4.2 waits for ever after such a head
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::newRow("a field of 1 MB") << "X-Padding: " + QByteArray(mega, 'x') + "\r\n";
        QByteArray many;
        for (int i = 0; i < 150; ++i)
            many += "X-Padding-" + QByteArray::number(i) + ": value\r\n";
        QTest::newRow("150 fields") << many;
    }
    void aHeadNobodyCanReadEndsInTime()
    {
        QFETCH(QByteArray, fields);
        FloodServer server({.fields = fields, .before = R"({"vpcs":[],"job_id":"j1"})", .staysOpen = true});
        const Peak peak;
        for (const bool isWrite : {false, true}) {
            auto options = optionsFor(server.port());
            options.timeout = isWrite ? 5000ms : 1000ms; // for a write long enough to have left by then
            const int before = server.floods();
            {
                Transport transport(options, systemClock());
                transport.setCredential(net::ReadyToken{"tok-1"});
                const Outcome outcome = isWrite ? write(transport, u"flood"_s) : readVpcs(transport, u"flood"_s);
                QCOMPARE(outcome.kind, ErrorKind::Timeout);
                QCOMPARE(outcome.error.endpoint, u"127.0.0.1:%1"_s.arg(server.port()));
                QCOMPARE(outcome.error.effect, isWrite ? Effect::InDoubt : Effect::None);
            }
            endConnections();
            QVERIFY(server.waitUntilQuiet());
            QVERIFY(server.floods() - before <= (isWrite ? 1 : 3)); // a read is tried again, a write never
            Transport next(optionsFor(server.port()), systemClock());
            next.setCredential(net::ReadyToken{"tok-1"});
            QCOMPARE((isWrite ? write(next, u"things"_s) : readVpcs(next, u"things"_s)).kind, std::nullopt);
        }
        endConnections();
        QVERIFY(server.waitUntilQuiet());
        QVERIFY2(peak.grown() < mostHeld, qPrintable(u"%1 MB"_s.arg(peak.grown() / mega)));
    }

    // Beyond this machine answers may be zipped. A proxy takes us there: the name is not resolved here.
    void aZippedAnswerIsReadOrRefused_data()
    {
        QTest::addColumn<QByteArray>("encoding");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<std::optional<ErrorKind>>("kind");
        QTest::addColumn<QString>("detail");
        const QByteArray page = zipped(0, R"({"vpcs":[{"id":"a"},{"id":"b"}]})");
        QTest::newRow("zipped") << QByteArray("gzip") << page << std::optional<ErrorKind>() << QString();
        QTest::newRow("in two pieces") << QByteArray("GZIP")
                                       << zipped(0, R"({"vpcs":[{"id":"a"},)") + zipped(0, R"({"id":"b"}]})")
                                       << std::optional<ErrorKind>() << QString();
        QTest::newRow("a bomb of 200 MB") << QByteArray("gzip") << zipped(200 * mega) << std::optional(ErrorKind::BadReply)
                                          << u"> 64 MB"_s;
        QTest::newRow("a bomb behind a page")
            << QByteArray("gzip") << page + zipped(200 * mega) << std::optional(ErrorKind::BadReply) << u"> 64 MB"_s;
        QTest::newRow("cut") << QByteArray("gzip") << page.chopped(9) << std::optional(ErrorKind::BadReply)
                             << u"Content-Encoding"_s;
        QTest::newRow("not zipped at all") << QByteArray("gzip") << QByteArray("{\"vpcs\":[]}")
                                           << std::optional(ErrorKind::BadReply) << u"Content-Encoding"_s;
        QTest::newRow("in a way nobody asked for")
            << QByteArray("br") << page << std::optional(ErrorKind::BadReply) << u"Content-Encoding"_s;
    }
    void aZippedAnswerIsReadOrRefused()
    {
        QFETCH(QByteArray, encoding);
        QFETCH(QByteArray, body);
        QFETCH(std::optional<ErrorKind>, kind);
        QFETCH(QString, detail);
        FloodServer server({.fields = "Content-Encoding: " + encoding + "\r\n", .before = body});
        wire::ForwardProxy proxy;
        const Peak peak;
        Transport::Options options = optionsFor(server.port());
        options.endpoints = net::Endpoints::shared(u"http://cloud.example:%1"_s.arg(server.port()));
        options.plainHttp = true;
        options.proxy = proxy.proxy();
        options.timeout = 20000ms;
        Transport transport(options, systemClock());
        transport.setCredential(net::ReadyToken{"tok-1"});
        const Outcome outcome = readVpcs(transport, u"flood"_s);
        QCOMPARE(outcome.kind, kind);
        QCOMPARE(outcome.rows, kind ? 0 : 2);
        QCOMPARE(outcome.error.detail, detail);
        if (kind)
            QCOMPARE(outcome.error.endpoint, u"cloud.example:%1"_s.arg(server.port()));
        QCOMPARE(server.floods(), 1);
        QCOMPARE(readVpcs(transport, u"things"_s).rows, 1);
        QVERIFY2(peak.grown() < mostHeld, qPrintable(u"%1 MB"_s.arg(peak.grown() / mega)));
    }
};

QTEST_MAIN(TestBytes)
#include "tst_bytes.moc"
