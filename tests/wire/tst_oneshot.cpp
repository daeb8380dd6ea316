#include "net/effect.h"
#include "net/oneshotbody.h"
#include "net/signer.h"
#include "wire/countingserver.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using net::Effect;
using wire::CountingServer;
using wire::ForwardProxy;
using wire::Step;
using At = Step::At;
using Then = Step::Then;

namespace {

/// What the client knows of a write; how often it was delivered only the server knows.
struct Outcome
{
    int status = 0;
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    qint64 given = 0;          ///< bytes Qt has asked of the body
    bool isFinished = false;   ///< false: not even the transfer time-out came
    bool hasConnected = false; ///< a connection of its own was begun

    Effect effect(bool hasBody) const { return net::effectOf(status, error, given, hasBody, true); }
};

constexpr auto transferTimeout = 500ms;

QNetworkRequest writeRequest(const QUrl &url, const QByteArray &body, const QList<QSslCertificate> &ca)
{
    QNetworkRequest request(url);
    QSslConfiguration tls = request.sslConfiguration();
    tls.setCaCertificates(ca);
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    request.setSslConfiguration(tls);
    request.setTransferTimeout(transferTimeout.count());
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    request.setHeader(QNetworkRequest::ContentLengthHeader, body.size());
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setRawHeader("Accept-Encoding", "identity");
    return request;
}

Outcome await(QNetworkReply *reply)
{
    Outcome outcome;
    QObject::connect(reply, &QNetworkReply::socketStartedConnecting, reply, [&outcome] { outcome.hasConnected = true; });
    QSignalSpy finished(reply, &QNetworkReply::finished);
    outcome.isFinished = finished.wait(20'000); // an event loop: qWaitFor() would sleep 10 ms for every piece of a large body
    outcome.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    outcome.error = reply->error();
    return outcome;
}

/// The sender under test, all of it: one write as wire.md section 1 prescribes, from nothing to its end.
Outcome sendWrite(const QByteArray &verb, const QUrl &url, const QByteArray &bytes, const QNetworkProxy &proxy,
                  const QList<QSslCertificate> &ca)
{
    QNetworkAccessManager manager; // one per write: never an idle connection
    manager.setProxy(proxy);
    QNetworkRequest request = writeRequest(url, bytes, ca);
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    auto *body = new net::OneShotBody(bytes);
    QNetworkReply *reply = manager.sendCustomRequest(request, verb, body);
    body->setParent(reply);
    Outcome outcome = await(reply);
    outcome.given = body->given();
    return outcome;
}

/// The control: the same request with a body that Qt can give again.
Outcome sendOrdinary(const QByteArray &verb, const QUrl &url, const QByteArray &bytes, const QList<QSslCertificate> &ca)
{
    QNetworkAccessManager manager;
    manager.setProxy(QNetworkProxy::NoProxy);
    return await(manager.sendCustomRequest(writeRequest(url, bytes, ca), verb, bytes));
}

const QByteArray usualBody(2000, 'x');
const QByteArray largeBody(400'000, 'x');

} // namespace

Q_DECLARE_METATYPE(Step)

class OneShotTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY2(m_certificate.isValid(), "the openssl program made no certificate"); }
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void aWriteIsDeliveredOnceHoweverItEnds_data()
    {
        QTest::addColumn<QByteArray>("verb");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("overTls");
        QTest::addColumn<Way>("way");
        QTest::addColumn<QList<Step>>("script");
        const QList<QPair<const char *, QList<Step>>> ends{
            {"FIN", {wire::fin(At::Body)}},
            {"RST", {wire::reset(At::Body)}},
            {"time-out", {wire::hang(At::Body)}},
            {"first dropped, second answered", {wire::fin(At::Body), wire::answer()}}};
        const QList<QPair<const char *, Way>> ways{{"new", Way::New}, {"kept-alive", Way::KeptAlive}, {"proxy", Way::Proxy}};
        for (const char *verb : {"POST", "PUT", "DELETE"}) {
            for (bool hasBody : {true, false}) {
                for (bool overTls : {false, true}) {
                    for (const auto &[wayName, way] : ways) {
                        for (const auto &[endName, script] : ends) {
                            // half a second each: every verb once, then every way with POST
                            if (script.first().then == Then::Hang && way != Way::New && (!hasBody || qstrcmp(verb, "POST") != 0))
                                continue;
                            QTest::addRow("%s %s body, %s, %s, %s", verb, hasBody ? "with" : "without", overTls ? "TLS" : "plain",
                                          wayName, endName)
                                << QByteArray(verb) << (hasBody ? usualBody : QByteArray()) << overTls << way << script;
                        }
                    }
                }
            }
        }
    }
    void aWriteIsDeliveredOnceHoweverItEnds()
    {
        QFETCH(QByteArray, verb);
        QFETCH(QByteArray, body);
        QFETCH(bool, overTls);
        QFETCH(Way, way);
        QFETCH(QList<Step>, script);
        const bool isHung = script.first().then == Then::Hang;
        if (way == Way::KeptAlive)
            script.prepend(wire::answer(200)); // to the read
        CountingServer server(script, overTls ? &m_certificate : nullptr);
        ForwardProxy proxy;
        auto reader = std::make_unique<QNetworkAccessManager>();
        reader->setProxy(QNetworkProxy::NoProxy);
        if (way == Way::KeptAlive) {
            const Outcome read = await(reader->get(writeRequest(server.url(), {}, ca())));
            QCOMPARE(read.status, 200);
        }

        const Outcome outcome =
            sendWrite(verb, server.url(), body, way == Way::Proxy ? proxy.proxy() : QNetworkProxy::NoProxy, ca());
        QVERIFY(outcome.isFinished);
        QVERIFY(outcome.hasConnected);
        QCOMPARE(outcome.status, 0);
        QCOMPARE(outcome.error, isHung ? QNetworkReply::OperationCanceledError : QNetworkReply::ContentReSendError);
        QCOMPARE(outcome.given, body.size());
        QCOMPARE(outcome.effect(!body.isEmpty()), Effect::InDoubt);

        reader.reset();
        QVERIFY(proxy.waitUntilQuiet());
        QVERIFY(server.waitUntilQuiet());
        QCOMPARE(server.count(verb), 1);
        QCOMPARE(proxy.tunnels(), way == Way::Proxy && overTls ? 1 : 0);
        QCOMPARE(proxy.forwarded(), way == Way::Proxy && !overTls ? 1 : 0);
    }

    void aWriteIsDeliveredOnceWhereverItIsCut_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("overTls");
        QTest::addColumn<Step>("step");
        const QList<QPair<const char *, Step>> steps{{"FIN after the head", wire::fin(At::Head)},
                                                     {"RST after the head", wire::reset(At::Head)},
                                                     {"FIN after half the body", wire::fin(At::HalfBody)},
                                                     {"RST after half the body", wire::reset(At::HalfBody)},
                                                     {"FIN after the status line", wire::fin(At::StatusLine)},
                                                     {"RST after the status line", wire::reset(At::StatusLine)},
                                                     {"FIN after half the answer", wire::fin(At::HalfAnswer)},
                                                     {"RST after half the answer", wire::reset(At::HalfAnswer)},
                                                     {"time-out after the head", wire::hang(At::Head)},
                                                     {"time-out after half the answer", wire::hang(At::HalfAnswer)},
                                                     {"garbage", wire::garbage()},
                                                     {"dies", wire::die()}};
        for (const auto &[name, step] : steps) {
            for (bool overTls : {false, true}) {
                QTest::addRow("%s, %s", name, overTls ? "TLS" : "plain") << usualBody << overTls << step;
                if (step.then != Then::Hang)
                    QTest::addRow("%s, %s, large", name, overTls ? "TLS" : "plain") << largeBody << overTls << step;
            }
        }
    }
    void aWriteIsDeliveredOnceWhereverItIsCut()
    {
        QFETCH(QByteArray, body);
        QFETCH(bool, overTls);
        QFETCH(Step, step);
        CountingServer server({step, wire::answer()}, overTls ? &m_certificate : nullptr);
        const Outcome outcome = sendWrite("POST", server.url(), body, QNetworkProxy::NoProxy, ca());
        QVERIFY(outcome.isFinished);
        QVERIFY(outcome.error != QNetworkReply::NoError);
        QVERIFY(outcome.error != QNetworkReply::ConnectionRefusedError);
        QVERIFY(outcome.given > 0);
        QCOMPARE(outcome.effect(true), Effect::InDoubt);
        QVERIFY(server.waitUntilQuiet());
        QCOMPARE(server.count("POST"), 1);
    }

    void anAnswerWithoutALengthThatIsCutPassesForWhole_data()
    {
        QTest::addColumn<Then>("then");
        QTest::newRow("FIN") << Then::Fin;
        QTest::newRow("RST") << Then::Reset;
    }
    void anAnswerWithoutALengthThatIsCutPassesForWhole() // only its content can tell: hence "readable" in effectOf()
    {
        QFETCH(Then, then);
        bool hasPassed = false; // on a busy machine, when text and end arrive as one, Qt says (205) instead
        for (int attempt = 0; attempt < 20 && !hasPassed; ++attempt) {
            CountingServer server({wire::unframed(then)});
            const Outcome outcome = sendWrite("POST", server.url(), usualBody, QNetworkProxy::NoProxy, ca());
            QCOMPARE(outcome.status, 202);
            QCOMPARE(net::effectOf(outcome.status, outcome.error, outcome.given, true, false), Effect::InDoubt);
            QVERIFY(server.waitUntilQuiet());
            QCOMPARE(server.count("POST"), 1);
            hasPassed = outcome.error == QNetworkReply::NoError;
        }
        QVERIFY(hasPassed);
    }

    void anAnsweredWriteIsDoneOrRefusedAsItsStatusSays_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<Effect>("effect");
        QTest::newRow("202") << 202 << Effect::None;
        for (int status : {301, 302, 307, 308, 400, 401, 403, 404, 407, 409, 413, 429})
            QTest::addRow("%d", status) << status << Effect::Refused;
        for (int status : {303, 500, 502, 503, 504})
            QTest::addRow("%d", status) << status << Effect::InDoubt;
    }
    void anAnsweredWriteIsDoneOrRefusedAsItsStatusSays()
    {
        QFETCH(int, status);
        Step step = wire::answer(status);
        step.headers = "Location: /v1/p1/elsewhere\r\nWWW-Authenticate: NTLM\r\n";
        CountingServer server({step});
        const Outcome outcome = sendWrite("POST", server.url(), usualBody, QNetworkProxy::NoProxy, ca());
        QCOMPARE(outcome.status, status);
        QTEST(outcome.effect(true), "effect");
        QVERIFY(server.waitUntilQuiet());
        QCOMPARE(server.deliveries().size(), 1);
    }

    void whatNeverLeftIsNotSent_data()
    {
        QTest::addColumn<QByteArray>("verb");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("POST") << QByteArray("POST") << usualBody;
        QTest::newRow("DELETE without body") << QByteArray("DELETE") << QByteArray();
    }
    void whatNeverLeftIsNotSent()
    {
        QFETCH(QByteArray, verb);
        QFETCH(QByteArray, body);
        QUrl nobody;
        {
            CountingServer server({wire::answer()});
            nobody = server.url();
        }
        const Outcome refused = sendWrite(verb, nobody, body, QNetworkProxy::NoProxy, ca());
        QCOMPARE(refused.error, QNetworkReply::ConnectionRefusedError);
        QCOMPARE(refused.given, 0);
        QCOMPARE(refused.effect(!body.isEmpty()), Effect::NotSent);

        CountingServer server({wire::answer()}, &m_certificate);
        const Outcome distrusted = sendWrite(verb, server.url(), body, QNetworkProxy::NoProxy, {});
        QCOMPARE(distrusted.error, QNetworkReply::SslHandshakeFailedError);
        QCOMPARE(distrusted.given, 0);
        QCOMPARE(distrusted.effect(!body.isEmpty()), Effect::NotSent);
        QVERIFY(server.waitUntilQuiet());
        QCOMPARE(server.deliveries().size(), 0);
    }

    void theRequestOnTheWireIsTheOneThatIsSigned()
    {
        const QStringList path{u"v1"_s, u"区域:a@A(1)+b=c*~ {d}/e"_s, u"..x"_s};
        const net::Query query{{u"name"_s, u"a+b&c=d 生"_s}, {u"name"_s, u"100%*/~'!"_s}, {u"marker"_s, {}}};
        const QByteArray target = net::encodedPath(path) + '?' + net::encodedQuery(query);
        CountingServer server({wire::answer()});
        const QUrl url = QUrl::fromEncoded(server.url(QString()).toEncoded() + target, QUrl::StrictMode);
        const Outcome outcome = sendWrite("POST", url, usualBody, QNetworkProxy::NoProxy, ca());
        QCOMPARE(outcome.status, 202);
        const wire::Delivery delivery = server.deliveries().value(0);
        QCOMPARE(delivery.target, target);
        QVERIFY(delivery.head.contains("\r\nHost: " + net::hostHeader(url) + "\r\n"));
        QVERIFY(delivery.head.contains("\r\nContent-Type: application/json\r\n"));
        QVERIFY(delivery.head.contains("\r\nContent-Length: 2000\r\n"));
    }

    // Controls. They show that the server can see a second delivery, and what the ordinary way would have done.

    void controlAnOrdinaryBodyIsDeliveredTwice_data() { plainAndTls(); }
    void controlAnOrdinaryBodyIsDeliveredTwice()
    {
        QFETCH(bool, overTls);
        CountingServer server({wire::fin(At::Body)}, overTls ? &m_certificate : nullptr);
        const Outcome outcome = sendOrdinary("POST", server.url(), usualBody, ca());
        QCOMPARE(outcome.error, QNetworkReply::RemoteHostClosedError);
        QVERIFY(server.waitUntilQuiet());
        QVERIFY2(server.count("POST") >= 2, QByteArray::number(server.count("POST")).constData());
    }

    void controlAnOrdinaryBodysSecondDeliveryPassesForTheFirst_data() { plainAndTls(); }
    void controlAnOrdinaryBodysSecondDeliveryPassesForTheFirst()
    {
        QFETCH(bool, overTls);
        CountingServer server({wire::fin(At::Body), wire::answer()}, overTls ? &m_certificate : nullptr);
        const Outcome outcome = sendOrdinary("POST", server.url(), usualBody, ca());
        QCOMPARE(outcome.status, 202);
        QCOMPARE(outcome.error, QNetworkReply::NoError);
        QVERIFY(server.waitUntilQuiet());
        QCOMPARE(server.count("POST"), 2);
    }

    void controlAnOrdinaryBodyThatWasDeliveredIsReportedAsConnectionRefused_data() { plainAndTls(); }
    void controlAnOrdinaryBodyThatWasDeliveredIsReportedAsConnectionRefused()
    {
        QFETCH(bool, overTls);
        bool hasLied = false;
        for (int attempt = 0; attempt < 20 && !hasLied; ++attempt) {
            CountingServer server({wire::die()}, overTls ? &m_certificate : nullptr);
            const Outcome outcome = sendOrdinary("POST", server.url(), usualBody, ca());
            QVERIFY(server.waitUntilQuiet());
            QCOMPARE(server.count("POST"), 1);
            hasLied = outcome.error == QNetworkReply::ConnectionRefusedError;
        }
        QVERIFY(hasLied);
    }

private:
    enum class Way { New, KeptAlive, Proxy };

    static void plainAndTls()
    {
        QTest::addColumn<bool>("overTls");
        QTest::newRow("plain") << false;
        QTest::newRow("TLS") << true;
    }
    QList<QSslCertificate> ca() const { return {m_certificate.certificate()}; }

    wire::TestCertificate m_certificate;
};

QTEST_GUILESS_MAIN(OneShotTest)
#include "tst_oneshot.moc"
