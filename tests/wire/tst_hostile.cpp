#include "wire/scene.h"

#include <QRegularExpression>
#include <QTest>

#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace wire;
using net::Effect;
using net::ErrorKind;
using At = Step::At;
using Then = Step::Then;

namespace {

/// Everything as written; the connection stays open unless \a then says otherwise.
Step raw(const QByteArray &text, Then then = Then::KeepOpen, At at = At::Answer)
{
    Step step;
    step.at = at;
    step.then = then;
    step.garbage = text;
    return step;
}

QByteArray head(int status, const QByteArray &fields = {})
{
    return "HTTP/1.1 " + QByteArray::number(status) + " X\r\n" + fields;
}

QByteArray whole(int status, const QByteArray &fields = {}, const QByteArray &body = "{\"job_id\":\"j1\"}")
{
    return head(status, fields) + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

/// A server or proxy that says the same to everybody, or nothing: what reaches it is kept.
class StubbornServer
{
public:
    enum class Ending { Keep, Close, Reset };
    enum class After { Head, AnyByte };

    StubbornServer(QByteArray answer, Ending ending, After after = After::Head)
        : m_answer(std::move(answer)), m_ending(ending), m_after(after)
    {
        m_listener.start([this](int socket, int) {
            serve(socket);
            m_listener.forget(socket);
            ::close(socket);
        });
    }
    quint16 port() const { return m_listener.port(); }
    QNetworkProxy proxy() const { return QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, port()); }
    QByteArray received() const
    {
        const std::lock_guard lock(m_mutex);
        return m_received;
    }
    bool waitUntilQuiet() { return m_listener.waitUntilQuiet(); }

private:
    void serve(int socket)
    {
        std::array<char, 16384> buffer;
        QByteArray unread;
        for (;;) {
            const ssize_t n = ::recv(socket, buffer.data(), buffer.size(), 0);
            if (n <= 0)
                return;
            const std::lock_guard lock(m_mutex);
            m_received.append(buffer.data(), n);
            unread.append(buffer.data(), n);
            if (m_after == After::Head && !unread.contains("\r\n\r\n"))
                continue;
            unread.clear();
            if (!m_answer.isEmpty() && ::send(socket, m_answer.constData(), size_t(m_answer.size()), MSG_NOSIGNAL) < 0)
                return;
            if (m_ending == Ending::Reset) {
                const linger none{1, 0};
                ::setsockopt(socket, SOL_SOCKET, SO_LINGER, &none, sizeof none);
            }
            if (m_ending != Ending::Keep)
                return;
        }
    }

    QByteArray m_answer;
    Ending m_ending;
    After m_after;
    mutable std::mutex m_mutex; // guards m_received
    QByteArray m_received;
    Listener m_listener; // last: its threads end before anything above goes
};

} // namespace

Q_DECLARE_METATYPE(Step)
Q_DECLARE_METATYPE(std::optional<net::ErrorKind>)

/// The faults of a hostile network: by every way a write is delivered at most once, and its effect is the documented one.
/// The table of docs/reliability.md tells them in words.
class TestHostile final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY2(m_certificate.isValid(), "the openssl program made no certificate"); }
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void anOddAnswerHasItsEffectByEveryWay_data()
    {
        QTest::addColumn<bool>("overTls");
        QTest::addColumn<Way>("way");
        QTest::addColumn<Step>("step");
        QTest::addColumn<std::optional<ErrorKind>>("kind");
        QTest::addColumn<Effect>("effect");
        const auto rows = [](const QByteArray &name, const Step &step, std::optional<ErrorKind> kind, Effect effect) {
            for (const auto &[wayName, way] : ways) {
                for (bool overTls : {false, true}) {
                    if (kind == ErrorKind::Timeout && way != Way::New && way != Way::Proxy)
                        continue; // half a second each
                    QTest::addRow("%s, %s, %s", name.constData(), wayName, overTls ? "TLS" : "plain")
                        << overTls << way << step << kind << effect;
                }
            }
        };
        using Kind = ErrorKind;
        const QByteArray hints = "Link: </x>; rel=preload\r\n\r\n";
        rows("100 Continue unasked", raw(head(100, "\r\n") + whole(202)), std::nullopt, Effect::None);
        rows("102 Processing first", raw(head(102, "\r\n") + whole(202)), Kind::BadReply, Effect::InDoubt);
        rows("103 Early Hints first", raw(head(103, hints) + whole(202)), Kind::BadReply, Effect::InDoubt);
        for (const char *scheme : {"Basic realm=\"x\"", "Digest realm=\"x\", nonce=\"n\", qop=\"auth\"", "Bearer realm=\"x\"",
                                   "Negotiate", "NTLM", "NTLM TlRMTVNTUAACAAAAAAAAADgAAAABAAAAAAAAAAAAAAAAAAAA"})
            rows("401 " + QByteArray(scheme).split(' ').first() + (qstrlen(scheme) > 40 && *scheme == 'N' ? " with a token" : ""),
                 raw(whole(401, "WWW-Authenticate: " + QByteArray(scheme) + "\r\n")), Kind::SignedOut, Effect::Refused);
        const QByteArray html = "<html><body>Bad gateway</body></html>";
        rows("502 of a gateway", raw(whole(502, "Content-Type: text/html\r\n", html)), Kind::ServerFault, Effect::InDoubt);
        rows("503 of a gateway", raw(whole(503, "Content-Type: text/html\r\n", html)), Kind::Busy, Effect::InDoubt);
        rows("504 of a gateway", raw(whole(504, "Content-Type: text/html\r\n", html)), Kind::ServerFault, Effect::InDoubt);
        rows("200 with HTML", raw(whole(200, {}, html)), Kind::BadReply, Effect::InDoubt);
        rows("200 with nothing", raw(whole(200, {}, {})), Kind::BadReply, Effect::InDoubt);
        rows("200 with half of the JSON", raw(whole(200, {}, "{\"job_id\":\"j")), Kind::BadReply, Effect::InDoubt);
        rows("200 without an id", raw(whole(200, {}, "{\"ok\":true}")), Kind::BadReply, Effect::InDoubt);
        rows("200 zipped unasked", raw(whole(200, "Content-Encoding: gzip\r\n", QByteArray(20, '\x1f'))), Kind::BadReply,
             Effect::InDoubt);
        rows("413 before the body, and away", raw(whole(413), Then::Fin, At::Head), Kind::Rejected, Effect::Refused);
        rows("413 before the body, and kept open", raw(whole(413), Then::Hang, At::Head), Kind::Rejected, Effect::Refused);
        QByteArray many;
        for (int i = 0; i < 150; ++i)
            many += "X-Field-" + QByteArray::number(i) + ": value\r\n";
        rows("150 header fields", raw(whole(202, many)), Kind::Timeout, Effect::InDoubt);
        rows("a header field of 200 KB", raw(whole(202, "X-Long: " + QByteArray(200000, 'v') + "\r\n")), Kind::Timeout,
             Effect::InDoubt);
    }
    void anOddAnswerHasItsEffectByEveryWay()
    {
        QFETCH(bool, overTls);
        QFETCH(Way, way);
        QFETCH(Step, step);
        QFETCH(std::optional<ErrorKind>, kind);
        for (const auto timeout : patience) {
            Scene scene(way, {step, answer()}, overTls ? &m_certificate : nullptr);
            scene.options.timeout = kind == ErrorKind::Timeout ? timeout : 0ms;
            const Outcome outcome = scene.run(aWrite());
            if (isToBePatient(outcome, timeout, scene.server.count("POST")))
                continue;
            QCOMPARE(outcome.told, 1);
            QCOMPARE(outcome.tries, 1);
            QCOMPARE(outcome.kind, kind);
            QTEST(outcome.error.effect, "effect");
            QVERIFY(kind ? !outcome.error.endpoint.isEmpty() : outcome.jobId == "j1"_L1);
            QVERIFY(scene.isQuietAndTookItsWay());
            QCOMPARE(scene.server.count("POST"), 1);
            break;
        }
    }

    void aLargeBodyRefusedAheadIsNeverCalledUnsent_data()
    {
        QTest::addColumn<bool>("overTls");
        QTest::addColumn<Then>("then");
        for (bool overTls : {false, true}) {
            for (const auto &[name, then] :
                 {std::pair{"away", Then::Fin}, std::pair{"reset", Then::Reset}, std::pair{"kept", Then::Hang}})
                QTest::addRow("%s, %s", name, overTls ? "TLS" : "plain") << overTls << then;
        }
    }
    void aLargeBodyRefusedAheadIsNeverCalledUnsent() // of 5 MB: the 413 is read or it is not
    {
        QFETCH(bool, overTls);
        QFETCH(Then, then);
        CountingServer server({raw(whole(413), then, At::Head), answer()}, overTls ? &m_certificate : nullptr);
        auto options = optionsFor(server.url(), overTls ? m_certificate.chain() : QList<QSslCertificate>{});
        options.timeout = 2s;
        const Outcome outcome = send(aWrite("POST", QByteArray(5000000, 'x')), options);
        QCOMPARE(outcome.told, 1);
        QVERIFY(outcome.kind.has_value());
        QCOMPARE(outcome.error.effect, outcome.error.httpStatus == 413 ? Effect::Refused : Effect::InDoubt);
        QVERIFY(server.waitUntilQuiet());
        QCOMPARE(server.deliveries().size(), 1);
    }

    void aRedirectLeadsNowhere_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("overTls");
        QTest::addColumn<QByteArray>("verb");
        for (int status : {300, 301, 302, 303, 304, 305, 307, 308}) {
            for (bool overTls : {false, true}) {
                for (const char *verb : {"GET", "POST", "PUT", "DELETE"})
                    QTest::addRow("%d, %s, %s", status, verb, overTls ? "TLS" : "plain") << status << overTls << QByteArray(verb);
            }
        }
    }
    void aRedirectLeadsNowhere() // neither to another server nor anew to the same one
    {
        QFETCH(int, status);
        QFETCH(bool, overTls);
        QFETCH(QByteArray, verb);
        const wire::TestCertificate *certificate = overTls ? &m_certificate : nullptr;
        const bool isRead = verb == "GET";
        CountingServer elsewhere({answer()}, certificate);
        Step step = answer(status);
        step.headers = "Location: " + elsewhere.url().toEncoded() + "\r\n";
        if (status == 304)
            step.body.clear();
        CountingServer server({step, answer()}, certificate);
        const Outcome outcome = send(isRead ? aRead() : aWrite(verb),
                                     optionsFor(server.url(), overTls ? m_certificate.chain() : QList<QSslCertificate>{}));
        QCOMPARE(outcome.told, 1);
        QCOMPARE(outcome.kind, ErrorKind::Rejected);
        QCOMPARE(outcome.error.httpStatus, status);
        QCOMPARE(outcome.error.effect, isRead ? Effect::None : status == 303 ? Effect::InDoubt : Effect::Refused);
        QVERIFY(server.waitUntilQuiet());
        QCOMPARE(server.deliveries().size(), 1);
        QCOMPARE(elsewhere.connections(), 0);
    }

    void aProxyThatRefusesHasItsEffect_data()
    {
        QTest::addColumn<bool>("overTls");
        QTest::addColumn<QByteArray>("said");
        QTest::addColumn<StubbornServer::Ending>("ending");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<Effect>("withBody");
        QTest::addColumn<Effect>("withoutBody");
        using Ending = StubbornServer::Ending;
        using Kind = ErrorKind;
        const auto row = [](const char *name, bool overTls, const QByteArray &said, Ending ending, Kind kind, Effect withBody,
                            Effect withoutBody) {
            QTest::newRow(name) << overTls << said << ending << kind << withBody << withoutBody;
        };
        const QByteArray challenge = "Proxy-Authenticate: Basic realm=\"p\"\r\n";
        // http: the request itself went to the proxy, and only its answer says what became of it.
        row("407, plain", false, whole(407, challenge), Ending::Keep, Kind::Rejected, Effect::Refused, Effect::Refused);
        row("403, plain", false, whole(403), Ending::Keep, Kind::Denied, Effect::Refused, Effect::Refused);
        row("502, plain", false, whole(502), Ending::Keep, Kind::ServerFault, Effect::InDoubt, Effect::InDoubt);
        row("closed, plain", false, {}, Ending::Close, Kind::Offline, Effect::InDoubt, Effect::InDoubt);
        row("reset, plain", false, {}, Ending::Reset, Kind::Offline, Effect::InDoubt, Effect::InDoubt);
        row("silent, plain", false, {}, Ending::Keep, Kind::Timeout, Effect::InDoubt, Effect::InDoubt);
        // https: without a tunnel not a byte of the request leaves. Without a body there is no proof of that.
        row("407, CONNECT", true, whole(407, challenge), Ending::Keep, Kind::Offline, Effect::NotSent, Effect::InDoubt);
        row("403, CONNECT", true, whole(403), Ending::Keep, Kind::Offline, Effect::NotSent, Effect::InDoubt);
        row("502, CONNECT", true, whole(502), Ending::Keep, Kind::Offline, Effect::NotSent, Effect::InDoubt);
        row("closed, CONNECT", true, {}, Ending::Close, Kind::Timeout, Effect::NotSent, Effect::InDoubt);
        row("reset, CONNECT", true, {}, Ending::Reset, Kind::Timeout, Effect::NotSent, Effect::InDoubt);
        row("silent, CONNECT", true, {}, Ending::Keep, Kind::Timeout, Effect::NotSent, Effect::InDoubt);
    }
    void aProxyThatRefusesHasItsEffect()
    {
        QFETCH(bool, overTls);
        QFETCH(QByteArray, said);
        QFETCH(StubbornServer::Ending, ending);
        QFETCH(ErrorKind, kind);
        QFETCH(Effect, withBody);
        QFETCH(Effect, withoutBody);
        for (const QByteArray &body : {usualBody(), QByteArray()}) {
            for (const auto timeout : patience) {
                StubbornServer proxy(said, ending);
                CountingServer server({answer()}, overTls ? &m_certificate : nullptr);
                auto options = optionsFor(server.url(), overTls ? m_certificate.chain() : QList<QSslCertificate>{});
                options.proxy = proxy.proxy();
                options.timeout = kind == ErrorKind::Timeout ? timeout : 0ms;
                const Outcome outcome = send(aWrite("DELETE", body), options);
                if (isToBePatient(outcome, timeout, proxy.received().size()))
                    continue;
                QCOMPARE(outcome.told, 1);
                QCOMPARE(outcome.kind, kind);
                QCOMPARE(outcome.error.effect, body.isEmpty() ? withoutBody : withBody);
                QVERIFY(proxy.waitUntilQuiet() && server.waitUntilQuiet());
                QCOMPARE(server.deliveries().size(), 0);
                QCOMPARE(proxy.received().count("DELETE "), overTls ? 0 : 1); // once, and never more
                QVERIFY(!overTls || !proxy.received().contains("tok-1"));     // a tunnel is asked for without the token
                break;
            }
        }
    }

    void aProxyThatWantsASignInGetsIt_data()
    {
        QTest::addColumn<bool>("overTls");
        QTest::newRow("plain") << false;
        QTest::newRow("CONNECT") << true;
    }
    void aProxyThatWantsASignInGetsIt() // over http Qt asks without it first, and gives up
    {
        QFETCH(bool, overTls);
        CountingServer server({answer()}, overTls ? &m_certificate : nullptr);
        ForwardProxy proxy("Basic " + QByteArray("li.wei:proxy-word").toBase64());
        auto options = optionsFor(server.url(), overTls ? m_certificate.chain() : QList<QSslCertificate>{});
        options.proxy = proxy.proxy();
        options.proxy.setUser(u"li.wei"_s);
        options.proxy.setPassword(u"proxy-word"_s);
        for (const net::Request &request : {aWrite(), aRead()}) {
            const Outcome outcome = send(request, options);
            QCOMPARE(outcome.kind, std::nullopt);
            QCOMPARE(outcome.tries, 1);
        }
        QVERIFY(proxy.waitUntilQuiet() && server.waitUntilQuiet());
        QCOMPARE(server.count("POST"), 1);
        QCOMPARE(server.count("GET"), 1);
        for (const Delivery &delivered : server.deliveries())
            QVERIFY2(!overTls || !delivered.head.toLower().contains("proxy-authorization"), delivered.head.constData());

        options.proxy.setPassword(u"wrong"_s);
        const Outcome refused = send(aWrite(), options);
        QVERIFY(refused.kind == ErrorKind::Rejected || refused.kind == ErrorKind::Offline);
        QCOMPARE(refused.error.effect, overTls ? Effect::NotSent : Effect::Refused);
        QCOMPARE(server.count("POST"), 1);
    }

    void aHandshakeThatFailsSendsNothing_data()
    {
        QTest::addColumn<QByteArray>("said");
        QTest::addColumn<StubbornServer::Ending>("ending");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<Effect>("withoutBody"); // where nothing but the error proves it
        using Ending = StubbornServer::Ending;
        QTest::newRow("a plain server") << whole(400) << Ending::Keep << ErrorKind::Tls << Effect::NotSent;
        QTest::newRow("cut") << QByteArray() << Ending::Close << ErrorKind::Offline << Effect::InDoubt;
        QTest::newRow("reset") << QByteArray() << Ending::Reset << ErrorKind::Offline << Effect::InDoubt;
        QTest::newRow("silent") << QByteArray() << Ending::Keep << ErrorKind::Timeout << Effect::InDoubt;
    }
    void aHandshakeThatFailsSendsNothing()
    {
        QFETCH(QByteArray, said);
        QFETCH(StubbornServer::Ending, ending);
        QFETCH(ErrorKind, kind);
        QFETCH(Effect, withoutBody);
        for (const QByteArray &body : {usualBody(), QByteArray()}) {
            StubbornServer server(said, ending, StubbornServer::After::AnyByte);
            QUrl url(u"https://127.0.0.1"_s);
            url.setPort(server.port());
            auto options = optionsFor(url);
            options.timeout = kind == ErrorKind::Timeout ? patience.front() : 0ms;
            const Outcome outcome = send(aWrite("DELETE", body), options);
            QCOMPARE(outcome.told, 1);
            QCOMPARE(outcome.kind, kind);
            QCOMPARE(outcome.error.effect, body.isEmpty() ? withoutBody : Effect::NotSent);
            QVERIFY(server.waitUntilQuiet());
            QVERIFY(!server.received().contains("DELETE") && !server.received().contains("tok-1"));
        }
    }

    void aNameThatIsUnknownSendsNothing_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("with body") << usualBody();
        QTest::newRow("without body") << QByteArray();
    }
    void aNameThatIsUnknownSendsNothing()
    {
        QFETCH(QByteArray, body);
        auto options = optionsFor(QUrl(u"https://no-such-host.invalid"_s));
        options.timeout = 5s;
        const Outcome outcome = send(aWrite("DELETE", body), options);
        QCOMPARE(outcome.told, 1);
        // A machine without any name service may not be told in time.
        QVERIFY(outcome.kind == ErrorKind::Offline || outcome.kind == ErrorKind::Timeout);
        const bool proved = !body.isEmpty() || outcome.kind == ErrorKind::Offline;
        QCOMPARE(outcome.error.effect, proved ? Effect::NotSent : Effect::InDoubt);
        QCOMPARE(outcome.error.endpoint, u"no-such-host.invalid"_s);
    }

private:
    wire::TestCertificate m_certificate;
};

QTEST_GUILESS_MAIN(TestHostile)
#include "tst_hostile.moc"
