#include "support/fakenetwork.h"
#include "wire/scene.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace wire;
using net::Effect;
using net::ErrorKind;

namespace {

constexpr char secretWord[] = "secret-word-7";

} // namespace

/// Who a connection is made to is proved before anything is sent, and there is no way round it.
class TestTls final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        for (const TestCertificate *certificate : {&m_root, &m_good, &m_expired, &m_elsewhere, &m_otherRoot, &m_unknown, &m_lone})
            QVERIFY2(certificate->isValid(), "the openssl program made no certificate");
    }
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void aServerThatCannotBeTrustedGetsNothing_data()
    {
        QTest::addColumn<const TestCertificate *>("certificate");
        QTest::addColumn<QByteArray>("verb");
        QTest::addColumn<net::Credential>("credential");
        const QList<QPair<const char *, const TestCertificate *>> certificates{{"expired", &m_expired},
                                                                               {"of another host", &m_elsewhere},
                                                                               {"of an unknown CA", &m_unknown},
                                                                               {"self-signed", &m_lone}};
        const QList<QPair<const char *, net::Credential>> credentials{
            {"token", net::ReadyToken{secretWord}},
            {"password", net::PasswordLogin{u"corp"_s, u"li.wei"_s, secretWord}},
            {"access key", net::AccessKey{u"AKID"_s, secretWord, secretWord}}};
        for (const auto &[name, certificate] : certificates) {
            for (const char *verb : {"GET", "POST", "DELETE"}) {
                for (const auto &[way, credential] : credentials)
                    QTest::addRow("%s, %s, %s", name, verb, way) << certificate << QByteArray(verb) << credential;
            }
        }
    }
    void aServerThatCannotBeTrustedGetsNothing()
    {
        QFETCH(const TestCertificate *, certificate);
        QFETCH(QByteArray, verb);
        QFETCH(net::Credential, credential);
        CountingServer server({answer()}, certificate);
        const bool isRead = verb == "GET";
        net::ApiError error;
        {
            net::Transport transport(optionsFor(server.url(), {m_root.certificate()}), systemClock());
            QSignalSpy delayed(&transport, &net::Transport::signInDelayed);
            transport.setCredential(credential);
            std::optional<net::ApiError> told;
            auto call = transport.call<QString>(isRead ? aRead() : aWrite(verb, verb == "DELETE" ? QByteArray() : usualBody()),
                                                readJobId);
            call->then(this, [&told](const net::Result<QString> &result) { told = result ? net::ApiError{} : result.error(); });
            if (std::holds_alternative<net::PasswordLogin>(credential)) { // the call waits for a sign-in that works
                QTRY_VERIFY_WITH_TIMEOUT(!delayed.isEmpty(), 20000);
                QVERIFY(!told);
                error = delayed.constFirst().at(1).value<net::ApiError>();
            } else {
                QTRY_VERIFY_WITH_TIMEOUT(told.has_value(), 20000);
                error = *told;
                QCOMPARE(error.effect, isRead ? Effect::None : Effect::NotSent);
            }
        }
        endConnections();
        QCOMPARE(error.kind, ErrorKind::Tls);
        QCOMPARE(error.endpoint, u"127.0.0.1:%1"_s.arg(server.port()));
        QVERIFY(!error.detail.isEmpty());
        QVERIFY(server.waitUntilQuiet());
        QCOMPARE(server.deliveries().size(), 0);
        // What it showed is there to be compared by a person.
        QVERIFY(!error.chain.isEmpty());
        const net::PeerCertificate &shown = error.chain.constFirst();
        QCOMPARE(shown, net::PeerCertificate::of(certificate->certificate()));
        QCOMPARE(QByteArray::fromHex(QByteArray(shown.sha256.toLatin1()).replace(':', "")),
                 certificate->certificate().digest(QCryptographicHash::Sha256));
        QCOMPARE(shown.issuer, certificate == &m_lone ? shown.subject : u"a counting server"_s);
        QCOMPARE(shown.validTo < QDateTime::currentDateTimeUtc(), certificate == &m_expired);
    }

    void anOwnCaIsTrusted()
    {
        CountingServer server({answer()}, &m_good);
        const Outcome outcome = send(aWrite(), optionsFor(server.url(), {m_root.certificate()}));
        QCOMPARE(outcome.kind, std::nullopt);
        QVERIFY(outcome.error.chain.isEmpty());
    }

    void anOwnCaStandsBesideTheSystems()
    {
        const QList<QSslCertificate> system = QSslConfiguration::systemCaCertificates();
        QVERIFY2(!system.isEmpty(), "this machine has no certificates of CAs");
        auto options = optionsFor(QUrl(u"https://cloud.example"_s), {m_root.certificate()});
        test::FakeNetwork network;
        network.script(u"GET /v1/p1/things"_s, {.body = "{\"job_id\":\"j1\"}"});
        options.manager = network.factory();
        QCOMPARE(send(aRead(), options).kind, std::nullopt);
        const QSslConfiguration tls = network.asked().constFirst().request.sslConfiguration();
        for (const QSslCertificate &one : system)
            QVERIFY(tls.caCertificates().contains(one));
        QVERIFY(tls.caCertificates().contains(m_root.certificate()));
        QCOMPARE(tls.protocol(), QSsl::TlsV1_2OrLater);
        QVERIFY(tls.peerVerifyMode() == QSslSocket::AutoVerifyPeer || tls.peerVerifyMode() == QSslSocket::VerifyPeer);
    }

    void anOldProtocolIsRefused_data()
    {
        QTest::addColumn<QStringList>("protocol");
        QTest::addColumn<bool>("works");
        QTest::newRow("TLS 1.0") << QStringList{u"-tls1"_s} << false;
        QTest::newRow("TLS 1.1") << QStringList{u"-tls1_1"_s} << false;
        QTest::newRow("TLS 1.2") << QStringList{u"-tls1_2"_s} << true; // the control
        QTest::newRow("TLS 1.3") << QStringList{u"-tls1_3"_s} << true;
    }
    void anOldProtocolIsRefused()
    {
        QFETCH(QStringList, protocol);
        QFETCH(bool, works);
        QProcess server;
        server.setProcessChannelMode(QProcess::MergedChannels);
        server.start(u"openssl"_s,
                     QStringList{u"s_server"_s, u"-accept"_s, u"127.0.0.1:0"_s, u"-cert"_s, m_good.certificatePath(), u"-key"_s,
                                 m_good.keyPath(), u"-cipher"_s, u"ALL:@SECLEVEL=0"_s} +
                         protocol);
        QByteArray said;
        const QRegularExpression accepts(u"ACCEPT 127\\.0\\.0\\.1:(\\d+)"_s);
        QTRY_VERIFY_WITH_TIMEOUT(accepts.match(QString::fromLatin1(said += server.readAll())).hasMatch(), 20000);
        QUrl url(u"https://127.0.0.1"_s);
        url.setPort(accepts.match(QString::fromLatin1(said)).captured(1).toInt());
        auto options = optionsFor(url, {m_root.certificate()});
        options.timeout = works ? 3s : 20s; // it answers nothing by itself
        const Outcome outcome = send(aWrite(), options, net::ReadyToken{secretWord});
        QCOMPARE(outcome.kind, works ? ErrorKind::Timeout : ErrorKind::Tls);
        QCOMPARE(outcome.error.effect, works ? Effect::InDoubt : Effect::NotSent);
        server.kill();
        server.waitForFinished();
        said += server.readAll();
        QCOMPARE(said.contains(secretWord), works); // it prints all that it gets
    }

    void httpToAnotherMachineIsNotUsedUnasked_data()
    {
        QTest::addColumn<QByteArray>("verb");
        QTest::addColumn<net::Credential>("credential");
        for (const char *verb : {"GET", "POST"}) {
            QTest::addRow("token, %s", verb) << QByteArray(verb) << net::Credential(net::ReadyToken{secretWord});
            QTest::addRow("password, %s", verb)
                << QByteArray(verb) << net::Credential(net::PasswordLogin{u"corp"_s, u"li.wei"_s, secretWord});
            QTest::addRow("access key, %s", verb)
                << QByteArray(verb) << net::Credential(net::AccessKey{u"AKID"_s, secretWord, {}});
        }
    }
    void httpToAnotherMachineIsNotUsedUnasked()
    {
        QFETCH(QByteArray, verb);
        QFETCH(net::Credential, credential);
        const bool signsIn = std::holds_alternative<net::PasswordLogin>(credential);
        CountingServer server(signsIn ? QList<Step>{signedIn("tok-1"), answer()} : QList<Step>{answer()});
        ForwardProxy proxy; // takes every name for 127.0.0.1
        QUrl url = server.url();
        url.setHost(u"cloud.example"_s);
        auto options = optionsFor(url);
        options.proxy = proxy.proxy();
        const bool isRead = verb == "GET";
        const net::Request request = isRead ? aRead() : aWrite(verb);
        const Outcome refused = send(request, options, credential);
        QCOMPARE(refused.told, 1);
        QCOMPARE(refused.kind, ErrorKind::NotSecure);
        QCOMPARE(refused.error.effect, isRead ? Effect::None : Effect::NotSent);
        QVERIFY(proxy.waitUntilQuiet() && server.waitUntilQuiet());
        QCOMPARE(proxy.forwarded() + proxy.tunnels(), 0);

        // An open way for the sign-in alone is refused just as well.
        if (signsIn) {
            auto mixed = options;
            mixed.endpoints.csbs = u"https://cloud.example"_s;
            QCOMPARE(send(request, mixed, credential).kind, ErrorKind::NotSecure);
            QVERIFY(proxy.waitUntilQuiet());
            QCOMPARE(proxy.forwarded() + proxy.tunnels(), 0);
        }

        options.plainHttp = true;
        const Outcome sent = send(request, options, credential);
        QCOMPARE(sent.kind, std::nullopt);
        QVERIFY(proxy.waitUntilQuiet() && server.waitUntilQuiet());
        QCOMPARE(int(server.deliveries().size()), signsIn ? 2 : 1);
    }

private:
    TestCertificate m_root;
    TestCertificate m_good{u"IP:127.0.0.1"_s, &m_root};
    TestCertificate m_expired{u"IP:127.0.0.1"_s, &m_root, -1};
    TestCertificate m_elsewhere{u"DNS:elsewhere.example"_s, &m_root};
    TestCertificate m_otherRoot;
    TestCertificate m_unknown{u"IP:127.0.0.1"_s, &m_otherRoot};
    TestCertificate m_lone;
};

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
