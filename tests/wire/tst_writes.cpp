#include "net/signer.h"
#include "wire/scene.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace wire;
using net::Effect;
using net::ErrorKind;
using net::Transport;
using At = Step::At;
using Then = Step::Then;

namespace {

/// The control: the same write on a body that Qt can give again.
struct OrdinaryEnd
{
    int status = 0;
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
};

OrdinaryEnd sendOrdinary(const QByteArray &verb, const QUrl &url, const QByteArray &bytes, const QList<QSslCertificate> &ca)
{
    QNetworkAccessManager manager;
    manager.setProxy(QNetworkProxy::NoProxy);
    QNetworkRequest request(url);
    QSslConfiguration tls = request.sslConfiguration();
    tls.setCaCertificates(ca);
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    request.setSslConfiguration(tls);
    request.setTransferTimeout(5000);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    request.setHeader(QNetworkRequest::ContentLengthHeader, bytes.size());
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setRawHeader("Accept-Encoding", "identity");
    QNetworkReply *reply = manager.sendCustomRequest(request, verb, bytes);
    QSignalSpy finished(reply, &QNetworkReply::finished);
    finished.wait(20000);
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->error()};
}

QList<wire::Delivery> deliveredThings(const CountingServer &server)
{
    QList<wire::Delivery> all = server.deliveries();
    all.removeIf([](const wire::Delivery &one) { return one.target != things; });
    return all;
}

} // namespace

Q_DECLARE_METATYPE(Step)
Q_DECLARE_METATYPE(std::optional<net::ErrorKind>)

/// net::Transport against servers that count what arrives: a write is delivered at most once, and what is told of it is true.
class TestWrites final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY2(m_certificate.isValid() && m_foreign.isValid(), "the openssl program made no certificate"); }
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
                                << QByteArray(verb) << (hasBody ? usualBody() : QByteArray()) << overTls << way << script;
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
        for (const auto timeout : patience) {
            Scene scene(way, script, overTls ? &m_certificate : nullptr);
            scene.options.timeout = isHung ? timeout : 0ms;
            const Outcome outcome = scene.run(aWrite(verb, body));
            if (isToBePatient(outcome, timeout, scene.server.count(verb)))
                continue;
            QCOMPARE(outcome.told, 1);
            QCOMPARE(outcome.tries, 1);
            QCOMPARE(outcome.kind, isHung ? ErrorKind::Timeout : ErrorKind::Offline);
            QCOMPARE(outcome.error.httpStatus, 0);
            QCOMPARE(outcome.error.effect, Effect::InDoubt);
            QVERIFY(scene.isQuietAndTookItsWay());
            QCOMPARE(scene.server.count(verb), 1);
            break;
        }
    }

    void anAnsweredRequestIsDeliveredOnce_data()
    {
        QTest::addColumn<QByteArray>("verb");
        QTest::addColumn<bool>("overTls");
        QTest::addColumn<Way>("way");
        for (const char *verb : {"GET", "POST", "PUT", "DELETE"}) {
            for (bool overTls : {false, true}) {
                for (const auto &[name, way] : ways)
                    QTest::addRow("%s, %s, %s", verb, overTls ? "TLS" : "plain", name) << QByteArray(verb) << overTls << way;
            }
        }
    }
    void anAnsweredRequestIsDeliveredOnce()
    {
        QFETCH(QByteArray, verb);
        QFETCH(bool, overTls);
        QFETCH(Way, way);
        const bool isRead = verb == "GET";
        Scene scene(way, {wire::answer()}, overTls ? &m_certificate : nullptr);
        const Outcome outcome = scene.run(isRead ? aRead() : aWrite(verb));
        QCOMPARE(outcome.told, 1);
        QCOMPARE(outcome.kind, std::nullopt);
        QCOMPARE(outcome.jobId, u"j1"_s);
        QVERIFY(scene.isQuietAndTookItsWay(!isRead));
        QCOMPARE(scene.server.deliveries().size(), 1 + scene.readsBefore());
        QCOMPARE(scene.server.deliveries().constLast().verb, verb);
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
                QTest::addRow("%s, %s", name, overTls ? "TLS" : "plain") << usualBody() << overTls << step;
                if (step.then != Then::Hang)
                    QTest::addRow("%s, %s, large", name, overTls ? "TLS" : "plain") << largeBody() << overTls << step;
            }
        }
    }
    void aWriteIsDeliveredOnceWhereverItIsCut()
    {
        QFETCH(QByteArray, body);
        QFETCH(bool, overTls);
        QFETCH(Step, step);
        const bool isHung = step.then == Then::Hang;
        for (const auto timeout : patience) {
            CountingServer server({step, wire::answer()}, overTls ? &m_certificate : nullptr);
            auto options = optionsFor(server.url(), overTls ? ca() : QList<QSslCertificate>{});
            options.timeout = isHung ? timeout : 0ms;
            const Outcome outcome = send(aWrite("POST", body), options);
            if (isToBePatient(outcome, timeout, server.deliveries().size()))
                continue;
            QCOMPARE(outcome.told, 1);
            QCOMPARE(outcome.kind, isHung ? ErrorKind::Timeout : ErrorKind::Offline);
            QCOMPARE(outcome.error.effect, Effect::InDoubt);
            QVERIFY(server.waitUntilQuiet());
            QCOMPARE(server.deliveries().size(), 1);
            break;
        }
    }

    void anAnswerWithoutALengthThatIsCutIsNotTakenForWhole_data()
    {
        QTest::addColumn<Then>("then");
        QTest::newRow("FIN") << Then::Fin;
        QTest::newRow("RST") << Then::Reset;
    }
    void anAnswerWithoutALengthThatIsCutIsNotTakenForWhole() // Qt reports no error: only the parser can tell
    {
        QFETCH(Then, then);
        // When text and end arrive as one, Qt says (205) instead: on a busy machine the end has to come later.
        bool hasPassedQt = false;
        for (auto pause = 0ms; pause < 10s && !hasPassedQt; pause = 2 * pause + 1ms) {
            Step step = wire::unframed(then);
            step.pause = pause;
            CountingServer server({step});
            const Outcome outcome = send(aWrite(), optionsFor(server.url()));
            QVERIFY(outcome.kind == ErrorKind::BadReply || outcome.kind == ErrorKind::Offline);
            QCOMPARE(outcome.error.httpStatus, 202);
            QCOMPARE(outcome.error.effect, Effect::InDoubt);
            QVERIFY(server.waitUntilQuiet());
            QCOMPARE(server.deliveries().size(), 1);
            hasPassedQt = outcome.kind == ErrorKind::BadReply;
        }
        QVERIFY(hasPassedQt);
    }

    void anAnsweredWriteIsDoneOrRefusedAsItsStatusSays_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<std::optional<ErrorKind>>("kind");
        QTest::addColumn<Effect>("effect");
        const auto row = [](int status, std::optional<ErrorKind> kind, Effect effect) {
            QTest::addRow("%d", status) << status << kind << effect;
        };
        row(202, std::nullopt, Effect::None);
        for (int status : {301, 302, 307, 308, 400, 407, 413})
            row(status, ErrorKind::Rejected, Effect::Refused);
        row(401, ErrorKind::SignedOut, Effect::Refused);
        row(403, ErrorKind::Denied, Effect::Refused);
        row(404, ErrorKind::Missing, Effect::Refused);
        row(409, ErrorKind::Conflict, Effect::Refused);
        row(429, ErrorKind::Busy, Effect::Refused);
        row(303, ErrorKind::Rejected, Effect::InDoubt);
        for (int status : {500, 502, 504})
            row(status, ErrorKind::ServerFault, Effect::InDoubt);
        row(503, ErrorKind::Busy, Effect::InDoubt);
    }
    void anAnsweredWriteIsDoneOrRefusedAsItsStatusSays()
    {
        QFETCH(int, status);
        Step step = wire::answer(status);
        step.headers = "Location: /v1/p1/elsewhere\r\nWWW-Authenticate: NTLM\r\nRetry-After: 1\r\n";
        CountingServer server({step});
        const Outcome outcome = send(aWrite(), optionsFor(server.url()));
        QCOMPARE(outcome.told, 1);
        QTEST(outcome.kind, "kind");
        QTEST(outcome.error.effect, "effect");
        QCOMPARE(outcome.error.httpStatus, outcome.kind ? status : 0);
        QVERIFY(server.waitUntilQuiet());
        QCOMPARE(server.deliveries().size(), 1);
    }

    // The one exception: an answered 401 did nothing, so a write may go once more under a new token.

    void aWriteAnswered401GoesOnceMoreAfterARenewal_data()
    {
        QTest::addColumn<QList<Step>>("script");
        QTest::addColumn<int>("deliveries");
        QTest::addColumn<std::optional<ErrorKind>>("kind");
        QTest::addColumn<Effect>("effect");
        const auto row = [](const char *name, const QList<Step> &rest, int deliveries, std::optional<ErrorKind> kind,
                            Effect effect) {
            QTest::newRow(name) << (QList<Step>{signedIn("tok-1"), wire::answer(401)} + rest) << deliveries << kind << effect;
        };
        row("then answered", {signedIn("tok-2"), wire::answer(200)}, 2, std::nullopt, Effect::None);
        row("401 again", {signedIn("tok-2"), wire::answer(401), signedIn("tok-3"), wire::answer(200)}, 2, ErrorKind::SignedOut,
            Effect::Refused);
        row("then dropped", {signedIn("tok-2"), wire::fin(At::Body), wire::answer(200)}, 2, ErrorKind::Offline, Effect::InDoubt);
        row("renewal refused", {wire::answer(401), wire::answer(200)}, 1, ErrorKind::SignedOut, Effect::Refused);
    }
    void aWriteAnswered401GoesOnceMoreAfterARenewal()
    {
        QFETCH(QList<Step>, script);
        CountingServer server(script);
        const Outcome outcome =
            send(aWrite(), optionsFor(server.url()), net::PasswordLogin{u"corp"_s, u"li.wei"_s, QByteArray("secret-word")});
        QCOMPARE(outcome.told, 1);
        QTEST(outcome.kind, "kind");
        QTEST(outcome.error.effect, "effect");
        QVERIFY(server.waitUntilQuiet());
        const QList<wire::Delivery> delivered = deliveredThings(server);
        QTEST(int(delivered.size()), "deliveries");
        QCOMPARE(server.deliveries().size() - delivered.size(), 2); // sign-ins
        for (int i = 0; i < delivered.size(); ++i)
            QVERIFY(delivered.at(i).head.contains("X-Auth-Token: tok-" + QByteArray::number(i + 1)));
    }

    void aWriteAnswered401OnACredentialThatCannotBeRenewedIsToldOnce_data()
    {
        QTest::addColumn<bool>("isSigned");
        QTest::newRow("ready token") << false;
        QTest::newRow("access key") << true;
    }
    void aWriteAnswered401OnACredentialThatCannotBeRenewedIsToldOnce()
    {
        QFETCH(bool, isSigned);
        CountingServer server({wire::answer(401), wire::answer()});
        Outcome first, second;
        {
            Transport transport(optionsFor(server.url()), systemClock());
            transport.setCredential(isSigned ? net::Credential(net::AccessKey{u"AKID"_s, QByteArray("secret"), {}})
                                             : net::Credential(net::ReadyToken{"tok-1"}));
            first = ask(transport, aWrite());
            second = ask(transport, aWrite());
        }
        QCOMPARE(first.told, 1);
        QCOMPARE(first.kind, ErrorKind::SignedOut);
        QCOMPARE(first.error.effect, Effect::Refused);
        QCOMPARE(second.told, 1);
        QCOMPARE(second.kind, ErrorKind::SignedOut);
        QCOMPARE(second.error.effect, Effect::NotSent);
        endConnections();
        QVERIFY(server.waitUntilQuiet());
        QCOMPARE(server.deliveries().size(), 1);
    }

    void whatNeverLeftIsNotSent_data()
    {
        QTest::addColumn<QByteArray>("verb");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Obstacle>("obstacle");
        QTest::addColumn<std::optional<ErrorKind>>("kind");
        QTest::addColumn<Effect>("effect");
        const auto row = [](const char *name, Obstacle obstacle, ErrorKind kind, Effect withoutBody) {
            for (const char *verb : {"POST", "PUT", "DELETE"}) {
                for (bool hasBody : {true, false})
                    QTest::addRow("%s, %s %s body", name, verb, hasBody ? "with" : "without")
                        << QByteArray(verb) << (hasBody ? usualBody() : QByteArray()) << obstacle << std::optional(kind)
                        << (hasBody ? Effect::NotSent : withoutBody);
            }
        };
        row("nobody listens", Obstacle::NobodyListens, ErrorKind::Offline, Effect::NotSent);
        row("unknown CA", Obstacle::UnknownCa, ErrorKind::Tls, Effect::NotSent);
        row("other host", Obstacle::OtherHost, ErrorKind::Tls, Effect::NotSent);
        row("proxy is away, plain", Obstacle::NoProxyPlain, ErrorKind::Offline, Effect::NotSent);
        row("proxy is away, CONNECT", Obstacle::NoProxyTls, ErrorKind::Offline, Effect::InDoubt); // Qt's (99) proves nothing
        row("CONNECT is answered 502", Obstacle::ConnectRefused, ErrorKind::Offline, Effect::InDoubt);
        row("read-only", Obstacle::ReadOnly, ErrorKind::ReadOnly, Effect::NotSent);
        row("no credential", Obstacle::NoCredential, ErrorKind::SignedOut, Effect::NotSent);
    }
    void whatNeverLeftIsNotSent()
    {
        QFETCH(QByteArray, verb);
        QFETCH(QByteArray, body);
        QFETCH(Obstacle, obstacle);
        const bool overTls =
            obstacle == Obstacle::UnknownCa || obstacle == Obstacle::OtherHost || obstacle == Obstacle::NoProxyTls;
        const wire::TestCertificate &certificate = obstacle == Obstacle::OtherHost ? m_foreign : m_certificate;
        CountingServer server({wire::answer()}, overTls ? &certificate : nullptr);
        ForwardProxy proxy;
        QUrl url = server.url();
        if (obstacle == Obstacle::NobodyListens)
            url.setPort(closedPort());
        if (obstacle == Obstacle::ConnectRefused) {
            url.setScheme(u"https"_s);
            url.setPort(closedPort());
        }
        auto options = optionsFor(url);
        options.readOnly = obstacle == Obstacle::ReadOnly;
        if (overTls && obstacle != Obstacle::UnknownCa)
            options.ownCas = {certificate.certificate()};
        if (obstacle == Obstacle::NoProxyPlain || obstacle == Obstacle::NoProxyTls)
            options.proxy = QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, closedPort());
        if (obstacle == Obstacle::ConnectRefused)
            options.proxy = proxy.proxy();

        Outcome outcome;
        {
            Transport transport(options, systemClock());
            if (obstacle != Obstacle::NoCredential)
                transport.setCredential(net::ReadyToken{"tok-1"});
            outcome = ask(transport, aWrite(verb, body));
        }
        endConnections();
        QCOMPARE(outcome.told, 1);
        QTEST(outcome.kind, "kind");
        QTEST(outcome.error.effect, "effect");
        QCOMPARE(outcome.error.httpStatus, 0);
        QVERIFY(server.waitUntilQuiet());
        QCOMPARE(server.deliveries().size(), 0);
    }

    void readOnlyLooksAtTheVerbAndNotAtItsName()
    {
        CountingServer server({wire::answer()});
        auto options = optionsFor(server.url());
        options.readOnly = true;
        net::Request disguised = aWrite();
        disguised.kind = net::Request::Kind::Read;
        QCOMPARE(send(disguised, options).kind, ErrorKind::ReadOnly);
        disguised.kind = net::Request::Kind::SignIn; // and not every request of that kind is one
        QCOMPARE(send(disguised, options).kind, ErrorKind::ReadOnly);
        disguised.service = net::Service::Iam;
        disguised.path = {u"v3"_s, u"users"_s};
        QCOMPARE(send(disguised, options).kind, ErrorKind::ReadOnly);
        QCOMPARE(send(aRead(), options).kind, std::nullopt);
        QVERIFY(server.waitUntilQuiet());
        QCOMPARE(server.count("POST"), 0);
        QCOMPARE(server.count("GET"), 1);
    }

    /// Between the error of an answer and its end there is a moment.
    void aCallLetGoAtTheErrorEndsWithoutAWord()
    {
        class Manager final : public QNetworkAccessManager
        {
        public:
            std::function<void(QNetworkReply *)> made;
            QNetworkReply *createRequest(Operation op, const QNetworkRequest &request, QIODevice *body) override
            {
                QNetworkReply *reply = QNetworkAccessManager::createRequest(op, request, body);
                made(reply);
                return reply;
            }
        };
        CountingServer server({wire::answer(404, "{}")});
        net::CallPtr<QString> call;
        QObject context;
        bool letGo = false;
        auto options = optionsFor(server.url());
        options.manager = [&] {
            auto manager = std::make_unique<Manager>();
            manager->made = [&](QNetworkReply *reply) {
                connect(reply, &QNetworkReply::errorOccurred, &context, [&] {
                    letGo = true; // clazy:exclude=lambda-in-connect
                    call.reset(); // clazy:exclude=lambda-in-connect
                });
            };
            return manager;
        };
        Transport transport(options, systemClock());
        transport.setCredential(net::ReadyToken{"tok-1"});
        call = transport.call<QString>(aRead(), readJobId);
        QTRY_VERIFY_WITH_TIMEOUT(letGo, 20000);
        QVERIFY(!call);
        QCOMPARE(server.count("GET"), 1);
    }

    void aWriteLetGoInMidFlightIsDeliveredOnceAndNotTold_data()
    {
        QTest::addColumn<bool>("dropsTransport");
        QTest::newRow("the call goes") << false;
        QTest::newRow("the transport goes") << true;
    }
    void aWriteLetGoInMidFlightIsDeliveredOnceAndNotTold()
    {
        QFETCH(bool, dropsTransport);
        CountingServer server({wire::hang(At::Body), wire::answer()});
        int told = 0;
        auto transport = std::make_unique<Transport>(optionsFor(server.url()), systemClock());
        transport->setCredential(net::ReadyToken{"tok-1"});
        auto call = transport->call<QString>(aWrite(), readJobId);
        call->then(this, [&told](const net::Result<QString> &) { ++told; });
        QTRY_COMPARE(server.count("POST"), 1);
        if (dropsTransport) {
            transport.reset();
        } else {
            call.reset();
            QCOMPARE(ask(*transport, aRead()).kind, std::nullopt); // the others go on
        }
        call.reset();
        transport.reset();
        endConnections();
        QVERIFY(server.waitUntilQuiet());
        QCOMPARE(server.count("POST"), 1);
        QCOMPARE(told, 0);
    }

    void anAnswerBeyondItsBoundIsRefusedAndNotAskedForAgain_data()
    {
        QTest::addColumn<bool>("isWrite");
        QTest::addColumn<bool>("isFramed");
        QTest::newRow("GET, announced") << false << true;
        QTest::newRow("GET, found out") << false << false;
        QTest::newRow("POST, announced") << true << true;
        QTest::newRow("POST, found out") << true << false;
    }
    void anAnswerBeyondItsBoundIsRefusedAndNotAskedForAgain()
    {
        QFETCH(bool, isWrite);
        QFETCH(bool, isFramed);
        Step step = wire::answer(200, QByteArray(2000000, ' '));
        step.isFramed = isFramed;
        step.then = Then::Fin;
        CountingServer server({step});
        net::Request request = isWrite ? aWrite() : aRead();
        request.maxBytes = 1000000;
        const Outcome outcome = send(request, optionsFor(server.url()));
        QCOMPARE(outcome.told, 1);
        QCOMPARE(outcome.kind, ErrorKind::BadReply);
        QCOMPARE(outcome.error.effect, isWrite ? Effect::InDoubt : Effect::None);
        QVERIFY(server.waitUntilQuiet());
        QCOMPARE(server.deliveries().size(), 1);
    }

    // Reads: what a write must not do.

    void aReadThatIsDroppedIsAskedAgain_data()
    {
        QTest::addColumn<Step>("step");
        QTest::addColumn<bool>("overTls");
        QTest::addColumn<int>("tries"); ///< of the transport; Qt repeats an unanswered one by itself
        for (bool overTls : {false, true}) {
            const char *over = overTls ? "TLS" : "plain";
            QTest::addRow("unanswered, %s", over) << wire::fin(At::Body) << overTls << 1;
            QTest::addRow("half the answer, %s", over) << wire::fin(At::HalfAnswer) << overTls << 2;
        }
    }
    void aReadThatIsDroppedIsAskedAgain()
    {
        QFETCH(Step, step);
        QFETCH(bool, overTls);
        CountingServer server({step, wire::answer(200)}, overTls ? &m_certificate : nullptr);
        const Outcome outcome = send(aRead(), optionsFor(server.url(), overTls ? ca() : QList<QSslCertificate>{}));
        QCOMPARE(outcome.told, 1);
        QCOMPARE(outcome.kind, std::nullopt);
        QTEST(outcome.tries, "tries");
        QVERIFY(server.waitUntilQuiet());
        // Of a read Qt may deliver every try twice: the next one may start on a connection that is found closed too late.
        QVERIFY2(server.count("GET") >= 2 && server.count("GET") <= 2 * outcome.tries,
                 QByteArray::number(server.count("GET")).constData());
    }

    void aReadWaitsAsLongAsTheServerAsks()
    {
        Step busy = wire::answer(429);
        busy.headers = "Retry-After: 1\r\n";
        CountingServer server({busy, wire::answer(200)});
        const Outcome outcome = send(aRead(), optionsFor(server.url()));
        QCOMPARE(outcome.kind, std::nullopt);
        QVERIFY(server.waitUntilQuiet());
        const QList<wire::Delivery> all = server.deliveries();
        QCOMPARE(all.size(), 2);
        QVERIFY(all.at(1).at - all.at(0).at >= 900ms);
    }

    void aReadFromAnUntrustedServerIsNotAskedAgain()
    {
        CountingServer server({wire::answer()}, &m_certificate);
        const Outcome outcome = send(aRead(), optionsFor(server.url()));
        QCOMPARE(outcome.kind, ErrorKind::Tls);
        QCOMPARE(outcome.error.effect, Effect::None);
        QCOMPARE(outcome.tries, 1);
        QVERIFY(server.waitUntilQuiet());
        QCOMPARE(server.deliveries().size(), 0);
    }

    void theRequestOnTheWireIsTheOneThatIsSigned()
    {
        CountingServer server({wire::answer()});
        net::Request request = aWrite();
        request.path = {u"v1"_s, u"区域:a@A(1)+b=c*~ {d}/e"_s, u"..x"_s};
        request.query = {{u"name"_s, u"a+b&c=d 生"_s}, {u"name"_s, u"100%*/~'!"_s}, {u"marker"_s, {}}};
        const Outcome outcome = send(request, optionsFor(server.url()));
        QCOMPARE(outcome.kind, std::nullopt);
        const wire::Delivery delivery = server.deliveries().value(0);
        QCOMPARE(delivery.target, net::encodedPath(request.path) + '?' + net::encodedQuery(request.query));
        for (const QByteArray &line :
             {"Host: " + net::hostHeader(server.url()), QByteArray("Content-Type: application/json"),
              QByteArray("Content-Length: 2000"), QByteArray("Accept-Encoding: identity"), QByteArray("X-Auth-Token: tok-1")})
            QCOMPARE(delivery.head.count("\r\n" + line + "\r\n"), 1);
    }

    // Controls. They show that the server can see a second delivery, and what the ordinary way would have done.

    void controlAnOrdinaryBodyIsDeliveredTwice_data() { plainAndTls(); }
    void controlAnOrdinaryBodyIsDeliveredTwice()
    {
        QFETCH(bool, overTls);
        CountingServer server({wire::fin(At::Body)}, overTls ? &m_certificate : nullptr);
        const OrdinaryEnd outcome = sendOrdinary("POST", server.url(), usualBody(), ca());
        QCOMPARE(outcome.error, QNetworkReply::RemoteHostClosedError);
        QVERIFY(server.waitUntilQuiet());
        QVERIFY2(server.count("POST") >= 2, QByteArray::number(server.count("POST")).constData());
    }

    void controlAnOrdinaryBodysSecondDeliveryPassesForTheFirst_data() { plainAndTls(); }
    void controlAnOrdinaryBodysSecondDeliveryPassesForTheFirst()
    {
        QFETCH(bool, overTls);
        CountingServer server({wire::fin(At::Body), wire::answer()}, overTls ? &m_certificate : nullptr);
        const OrdinaryEnd outcome = sendOrdinary("POST", server.url(), usualBody(), ca());
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
            const OrdinaryEnd outcome = sendOrdinary("POST", server.url(), usualBody(), ca());
            QVERIFY(server.waitUntilQuiet());
            QCOMPARE(server.count("POST"), 1);
            hasLied = outcome.error == QNetworkReply::ConnectionRefusedError;
        }
        QVERIFY(hasLied);
    }

private:
    enum class Obstacle { NobodyListens, UnknownCa, OtherHost, NoProxyPlain, NoProxyTls, ConnectRefused, ReadOnly, NoCredential };

    static void plainAndTls()
    {
        QTest::addColumn<bool>("overTls");
        QTest::newRow("plain") << false;
        QTest::newRow("TLS") << true;
    }
    static quint16 closedPort() { return CountingServer({wire::answer()}).port(); }
    QList<QSslCertificate> ca() const { return {m_certificate.certificate()}; }

    wire::TestCertificate m_certificate;
    wire::TestCertificate m_foreign{u"DNS:elsewhere.example"_s};
};

QTEST_GUILESS_MAIN(TestWrites)
#include "tst_writes.moc"
