#include "net/csbs.h"
#include "net/iam.h"
#include "net/later.h"
#include "net/transport.h"
#include "net/write.h"
#include "support/fakenetwork.h"
#include "support/outcome.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;
using test::FakeNetwork;
using test::outcome;

namespace {

/// As long as IAM's, of no repeated part.
QByteArray longToken()
{
    QByteArray token;
    for (int i = 0; token.size() < 1600; ++i)
        token += QByteArray::number(1000003LL * (i + 7), 36);
    return token;
}

constexpr char emptyPage[] = R"({"replication_records":[],"count":0})";

QByteArray tokenBody(const char *expires)
{
    return QByteArray(R"({"token":{"expires_at":")") + expires + R"(","user":{"name":"li.wei"}}})";
}

net::Draft draft()
{
    net::Draft draft;
    draft.verb = &net::verbs::replicateBackup;
    draft.scope = test::scope;
    draft.target.insert(u"checkpoint_item_id"_s, u"i1"_s);
    draft.values.insert(u"destination_region"_s, u"cn-east-3"_s);
    draft.values.insert(u"destination_project_id"_s, u"p2"_s);
    return draft;
}

const QString replicate = u"POST /v1/p1/providers/fc4d5750-22e7-4798-8a46-f48f62c4c1da/checkpoint_items/i1/replicate"_s;

} // namespace

class TestTransport final : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void whatTheServerEchoesIsMasked()
    {
        FakeNetwork network;
        const test::FakeClock clock;
        net::Transport::Options options = test::fakeOptions(network);
        QByteArrayList told;
        options.secretCame = [&told](const QByteArray &secret) { told.append(secret); };
        options.proxy = QNetworkProxy(QNetworkProxy::HttpProxy, u"proxy"_s, 3128, u"pu"_s, u"planted-proxy-word"_s);
        net::Transport transport(options, clock);
        transport.setCredential(net::PasswordLogin{u"d"_s, u"u"_s, "planted-pass-word"});
        network.script(u"POST /v3/auth/tokens?nocatalog=true"_s,
                       {201, tokenBody("2026-11-23T06:00:00.000000Z"), {{"X-Subject-Token", "planted-token-word"}}});
        const QByteArray row =
            "{\"id\":\"i1\",\"checkpoint_id\":\"c1\",\"status\":\"available\",\"name\":\"planted-token-word\"}";
        network.script(u"GET /v1/p1/a"_s, {200, "[" + row + "]", {{"X-Request-Id", "planted-token-word"}}});
        network.script(u"GET /v1/p1/b"_s, {400, "{\"error_code\":\"planted-token-word\",\"error_msg\":\"planted-pass-word "
                                                "planted-proxy-word\",\"request_id\":\"planted-token-word\"}"});
        QSignalSpy logged(&transport, &net::Transport::logged);
        const auto ask = [&transport](const QString &what) {
            net::Request request;
            request.scope = test::scope;
            request.path = {u"v1"_s, u"p1"_s, what};
            return transport.call<QByteArray>(request,
                                              [](const net::Answer &answer) { return net::Result<QByteArray>(answer.body); });
        };
        auto first = ask(u"a"_s);
        const auto good = outcome(first);
        QVERIFY(good && *good);
        QCOMPARE(**good, "[" + QByteArray(row).replace("planted-token-word", "‹masked›") + "]");
        auto second = ask(u"b"_s);
        const auto bad = outcome(second);
        QVERIFY(bad && !*bad);
        QCOMPARE(bad->error().code, u"‹masked›"_s);
        QCOMPARE(bad->error().detail, u"‹masked› ‹masked›"_s);
        QCOMPARE(bad->error().requestId, u"‹masked›"_s);
        for (const QVariantList &line : std::as_const(logged))
            QVERIFY(!line.first().value<net::LogLine>().requestId.contains(u"planted"_s));
        for (const char *secret : {"planted-proxy-word", "planted-pass-word", "planted-token-word"})
            QVERIFY2(told.contains(secret), secret);
    }

    void aChangedProxyIsUsedFromThenOn()
    {
        FakeNetwork network;
        const test::FakeClock clock;
        net::Transport::Options options = test::fakeOptions(network);
        QNetworkAccessManager *reads = nullptr; // the first one made
        options.manager = [&reads, make = network.factory()] {
            auto manager = make();
            if (!reads)
                reads = manager.get();
            return manager;
        };
        net::Transport transport(options, clock);
        QCOMPARE(reads->proxy().type(), QNetworkProxy::NoProxy);
        const QNetworkProxy proxy(QNetworkProxy::HttpProxy, u"proxy.example"_s, 3128);
        transport.setProxy(proxy, false);
        QCOMPARE(reads->proxy(), proxy);
        transport.setProxy(QNetworkProxy(QNetworkProxy::NoProxy), true);
        QNetworkProxyFactory *system = reads->proxyFactory();
        QVERIFY(system);
        qputenv("http_proxy", "http://environment.example:3129");
        const auto asked = [system](const QString &url) { return system->queryProxy(QNetworkProxyQuery(QUrl(url))).value(0); };
        QCOMPARE(asked(u"http://far.example/"_s).hostName(), u"environment.example"_s);
        QCOMPARE(asked(u"http://127.0.0.1:9/"_s).type(), QNetworkProxy::NoProxy);
        qunsetenv("http_proxy");
        transport.setProxy(proxy, false);
        QVERIFY(!reads->proxyFactory());
    }

    void aReadyTokenIsSentWithEveryCall()
    {
        FakeNetwork network;
        test::FakeClock clock;
        network.script(u"GET /v1/p1/replication_records"_s, {.body = emptyPage});
        net::Transport transport(test::fakeOptions(network), clock);
        transport.setCredential(net::ReadyToken{"tok-1"});
        auto call = net::Csbs(transport).replicationRecords(test::scope, {});
        QVERIFY(outcome(call)->has_value());
        QCOMPARE(network.asked().first().request.rawHeader("X-Auth-Token"), QByteArray("tok-1"));
        QCOMPARE(network.asked().first().request.rawHeader("Host"), QByteArray("cloud.example.com"));
    }

    void everyRecordFilterIsSentUnderItsDocumentedName()
    {
        net::RecordQuery query{u"a"_s, u"b"_s, u"fail"_s, u"c"_s, u"d"_s, u"e"_s, 10, 20, u"created_at:desc"_s, true};
        const net::Query expected{{u"destination_region"_s, u"a"_s},
                                  {u"source_region"_s, u"b"_s},
                                  {u"status"_s, u"fail"_s},
                                  {u"source_checkpoint_item_id"_s, u"c"_s},
                                  {u"destination_checkpoint_item_id"_s, u"d"_s},
                                  {u"checkpoint_item_id"_s, u"e"_s},
                                  {u"limit"_s, u"10"_s},
                                  {u"offset"_s, u"20"_s},
                                  {u"sort"_s, u"created_at:desc"_s},
                                  {u"with_count"_s, u"true"_s}};
        QCOMPARE(query.query(), expected);
    }

    void aReadIsTriedThreeTimesAndThenFails()
    {
        FakeNetwork network;
        test::FakeClock clock;
        for (int i = 0; i < 3; ++i)
            network.script(u"GET /v1/p1/replication_records"_s, {.status = 0});
        net::Transport transport(test::fakeOptions(network), clock);
        transport.setCredential(net::ReadyToken{"tok-1"});
        auto call = net::Csbs(transport).replicationRecords(test::scope, {});
        const auto result = outcome(call);
        QVERIFY(!result->has_value());
        QCOMPARE(result->error().kind, net::ErrorKind::Offline);
        QCOMPARE(result->error().endpoint, u"cloud.example.com"_s);
        QCOMPARE(network.asked().size(), 3);
    }

    void aPlain500IsAStateAndNotTriedAgain()
    {
        FakeNetwork network;
        test::FakeClock clock;
        network.script(u"GET /v1/p1/policies"_s, {.status = 500, .body = R"({"error_code":"CSBS.1001","error_msg":"running"})"});
        net::Transport transport(test::fakeOptions(network), clock);
        transport.setCredential(net::ReadyToken{"tok-1"});
        auto call = net::Csbs(transport).policies(test::scope);
        const auto result = outcome(call);
        QCOMPARE(result->error().kind, net::ErrorKind::ServerFault);
        QCOMPARE(result->error().code, u"CSBS.1001"_s);
        QCOMPARE(network.asked().size(), 1);
    }

    void aWriteIsNeverTriedAgain_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("takesBody");
        QTest::addColumn<net::Effect>("effect");
        QTest::newRow("cut") << 0 << true << net::Effect::InDoubt;
        QTest::newRow("nothing left") << 0 << false << net::Effect::NotSent;
        QTest::newRow("503") << 503 << true << net::Effect::InDoubt;
        QTest::newRow("500") << 500 << true << net::Effect::InDoubt;
        QTest::newRow("429") << 429 << true << net::Effect::Refused;
        QTest::newRow("409") << 409 << true << net::Effect::Refused;
        QTest::newRow("400") << 400 << true << net::Effect::Refused;
        QTest::newRow("303") << 303 << true << net::Effect::InDoubt;
        QTest::newRow("307") << 307 << true << net::Effect::Refused;
        QTest::newRow("200 without an id") << 200 << true << net::Effect::InDoubt;
    }
    void aWriteIsNeverTriedAgain()
    {
        QFETCH(int, status);
        QFETCH(bool, takesBody);
        QFETCH(net::Effect, effect);
        FakeNetwork network;
        test::FakeClock clock;
        network.script(replicate, {.status = status, .body = "{}", .takesBody = takesBody});
        net::Transport transport(test::fakeOptions(network), clock);
        transport.setCredential(net::ReadyToken{"tok-1"});
        auto call = net::write(transport, draft());
        const auto result = outcome(call);
        QVERIFY(!result->has_value());
        QCOMPARE(result->error().effect, effect);
        QCOMPARE(network.asked().size(), 1);
    }

    void aReadOnlySessionSendsNoWrite()
    {
        FakeNetwork network;
        test::FakeClock clock;
        auto options = test::fakeOptions(network);
        options.readOnly = true;
        net::Transport transport(options, clock);
        transport.setCredential(net::ReadyToken{"tok-1"});
        auto call = net::write(transport, draft());
        const auto result = outcome(call);
        QCOMPARE(result->error().kind, net::ErrorKind::ReadOnly);
        QCOMPARE(result->error().effect, net::Effect::NotSent);
        QVERIFY(network.asked().isEmpty());
    }

    void atMostFourReadsAreInFlightToOneHost()
    {
        FakeNetwork network;
        test::FakeClock clock;
        for (int i = 0; i < 9; ++i)
            network.script(u"GET /v1/p1/replication_records"_s, {.body = emptyPage});
        net::Transport transport(test::fakeOptions(network), clock);
        transport.setCredential(net::ReadyToken{"tok-1"});
        std::vector<net::CallPtr<net::RecordPage>> calls;
        int out = 0, most = 0, ended = 0;
        QObject context;
        for (int i = 0; i < 9; ++i) {
            calls.push_back(net::Csbs(transport).replicationRecords(test::scope, {}));
            connect(calls.back().get(), &net::CallBase::sending, &context, [&] { most = std::max(most, ++out); });
            calls.back()->then(&context, [&](const net::Result<net::RecordPage> &) {
                --out;
                ++ended;
            });
        }
        QTRY_COMPARE(ended, 9);
        QCOMPARE(most, 4);
    }

    void oneRenewalServesAllCallsThatCameBack401()
    {
        FakeNetwork network;
        test::FakeClock clock;
        network.script(
            u"POST /v3/auth/tokens"_s,
            {.status = 201, .body = tokenBody("2026-11-23T06:32:08.000000Z"), .headers = {{"X-Subject-Token", "tok-1"}}});
        for (int i = 0; i < 3; ++i)
            network.script(u"GET /v1/p1/replication_records"_s,
                           {.status = 401, .body = R"({"error_code":"APIGW.0307","error_msg":"expired"})"});
        network.script(
            u"POST /v3/auth/tokens"_s,
            {.status = 201, .body = tokenBody("2026-11-23T06:32:08.000000Z"), .headers = {{"X-Subject-Token", "tok-2"}}});
        for (int i = 0; i < 3; ++i)
            network.script(u"GET /v1/p1/replication_records"_s, {.body = emptyPage});
        net::Transport transport(test::fakeOptions(network), clock);
        transport.setCredential(net::PasswordLogin{u"corp"_s, u"li.wei"_s, "secret-word"});
        std::vector<net::CallPtr<net::RecordPage>> calls;
        int good = 0;
        for (int i = 0; i < 3; ++i) {
            calls.push_back(net::Csbs(transport).replicationRecords(test::scope, {}));
            calls.back()->then(this, [&](const net::Result<net::RecordPage> &page) { good += page.has_value(); });
        }
        QTRY_COMPARE(good, 3);
        QCOMPARE(network.count(u"POST /v3/auth/tokens"_s), 2);
        QCOMPARE(network.asked().last().request.rawHeader("X-Auth-Token"), QByteArray("tok-2"));
    }

    void aSecond401EndsTheCallSignedOut()
    {
        FakeNetwork network;
        test::FakeClock clock;
        for (int i = 0; i < 2; ++i) {
            network.script(
                u"POST /v3/auth/tokens"_s,
                {.status = 201, .body = tokenBody("2026-11-23T06:32:08.000000Z"), .headers = {{"X-Subject-Token", "tok"}}});
            network.script(u"GET /v1/p1/replication_records"_s, {.status = 401});
        }
        net::Transport transport(test::fakeOptions(network), clock);
        transport.setCredential(net::PasswordLogin{u"corp"_s, u"li.wei"_s, "secret-word"});
        auto call = net::Csbs(transport).replicationRecords(test::scope, {});
        QCOMPARE(outcome(call)->error().kind, net::ErrorKind::SignedOut);
    }

    void aRefusedPasswordIsNotTriedAgain()
    {
        FakeNetwork network;
        test::FakeClock clock;
        network.script(
            u"POST /v3/auth/tokens"_s,
            {.status = 401,
             .body = R"({"error":{"code":401,"message":"The username or password is wrong.","title":"Unauthorized"}})"});
        net::Transport transport(test::fakeOptions(network), clock);
        transport.setCredential(net::PasswordLogin{u"corp"_s, u"li.wei"_s, "secret-word"});
        auto first = net::Csbs(transport).replicationRecords(test::scope, {});
        QCOMPARE(outcome(first)->error().kind, net::ErrorKind::SignedOut);
        auto second = net::Csbs(transport).policies(test::scope);
        const auto result = outcome(second);
        QCOMPARE(result->error().kind, net::ErrorKind::SignedOut);
        QCOMPARE(result->error().code, u"401"_s);
        QCOMPARE(network.asked().size(), 1);
    }

    void aPassingFailureOfTheSignInLeavesCallsWaiting()
    {
        FakeNetwork network;
        test::FakeClock clock;
        network.script(u"POST /v3/auth/tokens"_s, {.status = 503});
        network.script(
            u"POST /v3/auth/tokens"_s,
            {.status = 201, .body = tokenBody("2026-11-23T06:32:08.000000Z"), .headers = {{"X-Subject-Token", "tok"}}});
        network.script(u"GET /v1/p1/replication_records"_s, {.body = emptyPage});
        net::Transport transport(test::fakeOptions(network), clock);
        transport.setCredential(net::PasswordLogin{u"corp"_s, u"li.wei"_s, "secret-word"});
        QSignalSpy delayed(&transport, &net::Transport::signInDelayed);
        auto call = net::Csbs(transport).replicationRecords(test::scope, {});
        QVERIFY(outcome(call)->has_value());
        QCOMPARE(delayed.size(), 1);
    }

    void aTokenNearItsEndIsRenewedBeforehand()
    {
        FakeNetwork network;
        test::FakeClock clock;
        network.script(
            u"POST /v3/auth/tokens"_s,
            {.status = 201, .body = tokenBody("2026-11-23T06:32:08.000000Z"), .headers = {{"X-Subject-Token", "tok-1"}}});
        network.script(u"GET /v1/p1/replication_records"_s, {.body = emptyPage});
        net::Transport transport(test::fakeOptions(network), clock);
        transport.setCredential(net::PasswordLogin{u"corp"_s, u"li.wei"_s, "secret-word"});
        auto first = net::Csbs(transport).replicationRecords(test::scope, {});
        QVERIFY(outcome(first)->has_value());
        clock.advance(std::chrono::hours(24) - std::chrono::seconds(5));
        network.script(
            u"POST /v3/auth/tokens"_s,
            {.status = 201, .body = tokenBody("2026-11-24T06:32:08.000000Z"), .headers = {{"X-Subject-Token", "tok-2"}}});
        network.script(u"GET /v1/p1/replication_records"_s, {.body = emptyPage});
        auto second = net::Csbs(transport).replicationRecords(test::scope, {});
        QVERIFY(outcome(second)->has_value());
        QCOMPARE(network.asked().last().request.rawHeader("X-Auth-Token"), QByteArray("tok-2"));
    }

    void lettingGoOfACallEndsItSilently()
    {
        FakeNetwork network;
        test::FakeClock clock;
        network.script(u"GET /v1/p1/policies"_s, {.body = R"({"policies":[]})"});
        net::Transport transport(test::fakeOptions(network), clock);
        transport.setCredential(net::ReadyToken{"tok-1"});
        auto dropped = net::Csbs(transport).replicationRecords(test::scope, {});
        dropped->then(this, [](const auto &) { QFAIL("told although it was let go"); });
        dropped.reset();
        auto kept = net::Csbs(transport).policies(test::scope);
        QVERIFY(outcome(kept)->has_value());
        QCOMPARE(network.asked().size(), 1);
    }

    void aTransportThatGoesFirstLeavesNoTimerBehind()
    {
        FakeNetwork network;
        test::FakeClock clock;
        network.script(u"GET /v1/p1/policies"_s, {.status = 0});
        auto options = test::fakeOptions(network);
        options.retryBase = std::chrono::milliseconds(5);
        auto transport = std::make_unique<net::Transport>(options, clock);
        transport->setCredential(net::ReadyToken{"tok-1"});
        auto call = net::Csbs(*transport).policies(test::scope);
        call->then(this, [](const auto &) { QFAIL("told although nobody can ask any more"); });
        connect(transport.get(), &net::Transport::logged, this, [this, &transport] { // it rests before its second try then
            net::later(this, [&transport] { transport.reset(); });
        });
        QTRY_VERIFY(!transport);
        bool later = false; // past the pause of the retry
        QTimer::singleShot(std::chrono::milliseconds(20), this, [&later] { later = true; });
        QTRY_VERIFY(later);
        QCOMPARE(network.asked().size(), 1);
    }

    void anAnswerLargerThanAllowedIsRefused()
    {
        FakeNetwork network;
        test::FakeClock clock;
        network.script(u"GET /v1/p1/policies"_s, {.body = QByteArray(65 * 1024 * 1024, ' ')});
        net::Transport transport(test::fakeOptions(network), clock);
        transport.setCredential(net::ReadyToken{"tok-1"});
        auto call = net::Csbs(transport).policies(test::scope);
        QCOMPARE(outcome(call)->error().kind, net::ErrorKind::BadReply);
    }

    void secretsAreTakenOutOfServerText()
    {
        FakeNetwork network;
        test::FakeClock clock;
        network.script(
            u"GET /v1/p1/policies"_s,
            {.status = 400,
             .body =
                 R"({"error_code":"APIGW.0301","error_msg":"canonical: GET|/v1/|x-auth-token:tok-secret|host:x and tok-secret"})"});
        net::Transport transport(test::fakeOptions(network), clock);
        transport.setCredential(net::ReadyToken{"tok-secret"});
        auto call = net::Csbs(transport).policies(test::scope);
        const auto result = outcome(call);
        QVERIFY(!result->error().detail.contains(u"tok-secret"_s));
        QVERIFY(result->error().detail.contains(u"host:x"_s));
    }

    void aLongSecretIsTakenOutBeforeATextIsCut_data()
    {
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *name, const QByteArray &shape) {
            QTest::newRow(name) << QByteArray(shape).replace('%', longToken()).replace('\'', '"');
        };
        row("message", "{'error_code':'X.1','error_msg':'" + QByteArray(3900, 'm') + "%'}");
        row("code", "{'error_code':'X.%','error_msg':'m'}");
        row("request id", "{'error_code':'X.1','error_msg':'m','request_id':'echo-%'}");
        row("no JSON", "<html>" + QByteArray(100, ' ') + '%');
    }
    void aLongSecretIsTakenOutBeforeATextIsCut() // half of it would not be found any more
    {
        QFETCH(QByteArray, body);
        FakeNetwork network;
        test::FakeClock clock;
        network.script(u"GET /v1/p1/policies"_s, {.status = 400, .body = body});
        net::Transport transport(test::fakeOptions(network), clock);
        transport.setCredential(net::ReadyToken{longToken()});
        auto call = net::Csbs(transport).policies(test::scope);
        const auto result = outcome(call);
        const net::ApiError &error = result->error();
        const QString shown = error.detail + error.code + error.requestId;
        QVERIFY(shown.contains(u"‹masked›"_s));
        QVERIFY(!shown.contains(QString::fromLatin1(longToken().first(20))));
        QVERIFY(error.detail.size() <= 4000 && error.code.size() <= 200 && error.requestId.size() <= 200);
    }

    void theHeadersShownAreThoseSent_data()
    {
        QTest::addColumn<net::Credential>("credential");
        QTest::addColumn<bool>("writes");
        for (const bool writes : {false, true}) {
            const char *verb = writes ? "write" : "read";
            QTest::addRow("token, %s", verb) << net::Credential(net::ReadyToken{"tok-1"}) << writes;
            QTest::addRow("access key, %s", verb) << net::Credential(net::AccessKey{u"AK"_s, "secret-key", {}}) << writes;
            QTest::addRow("temporary key, %s", verb)
                << net::Credential(net::AccessKey{u"AK"_s, "secret-key", "secret-token"}) << writes;
        }
    }
    void theHeadersShownAreThoseSent()
    {
        QFETCH(net::Credential, credential);
        QFETCH(bool, writes);
        FakeNetwork network;
        test::FakeClock clock;
        net::Transport transport(test::fakeOptions(network), clock);
        transport.setCredential(credential);
        const QUrl base(u"https://cloud.example.com"_s);
        QList<net::ShownHeader> shown;
        if (writes) {
            network.script(replicate, {.body = R"({"replication":{"replication_record_id":"r1"}})"});
            shown = net::headersShown(net::request(draft()), transport.credentialKind(), base);
            auto call = net::write(transport, draft());
            QVERIFY(outcome(call)->has_value());
        } else {
            network.script(u"GET /v1/p1/policies"_s, {.body = R"({"policies":[]})"});
            auto call = net::Csbs(transport).policies(test::scope);
            shown = net::headersShown(call->request(), transport.credentialKind(), base);
            QVERIFY(outcome(call)->has_value());
        }
        const QNetworkRequest sent = network.asked().first().request;
        QByteArrayList shownNames;
        for (const net::ShownHeader &header : std::as_const(shown)) {
            shownNames.append(header.name.toLower());
            if (header.value == net::ShownHeader::Value::AsSent)
                QCOMPARE(header.text, sent.rawHeader(header.name));
            else
                QVERIFY(header.text.isEmpty());
        }
        QByteArrayList sentNames;
        const QByteArrayList raw = sent.rawHeaderList();
        for (const QByteArray &name : raw)
            sentNames.append(name.toLower());
        std::sort(shownNames.begin(), shownNames.end());
        std::sort(sentNames.begin(), sentNames.end());
        QCOMPARE(shownNames, sentNames);
    }

    void theSignInItselfShowsNoProof()
    {
        net::Request request;
        request.verb = "POST";
        request.service = net::Service::Iam;
        request.kind = net::Request::Kind::SignIn;
        request.body = "{}";
        const QList<net::ShownHeader> expected{{"Host", net::ShownHeader::Value::AsSent, "127.0.0.1:8080"},
                                               {"Accept-Encoding", net::ShownHeader::Value::AsSent, "identity"},
                                               {"Content-Type", net::ShownHeader::Value::AsSent, "application/json"},
                                               {"Content-Length", net::ShownHeader::Value::AsSent, "2"}};
        QCOMPARE(net::headersShown(request, net::CredentialKind::AccessKey, QUrl(u"http://127.0.0.1:8080"_s)), expected);
    }

    void aSkewedClockIsMeasuredFromTheDateOfARefusal()
    {
        FakeNetwork network;
        test::FakeClock clock;
        network.script(u"GET /v1/p1/policies"_s, {.status = 401, .headers = {{"Date", "Sun, 22 Nov 2026 04:32:08 GMT"}}});
        net::Transport transport(test::fakeOptions(network), clock);
        transport.setCredential(net::AccessKey{u"AK"_s, "secret-key", {}});
        auto call = net::Csbs(transport).policies(test::scope);
        QCOMPARE(outcome(call)->error().clockSkew, 7200);
    }
};

QTEST_GUILESS_MAIN(TestTransport)
#include "tst_transport.moc"
