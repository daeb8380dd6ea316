#include "countingserver.h"
#include "net/transport.h"

#include <QTest>

using namespace Qt::StringLiterals;
using wire::CountingServer;
using wire::Delivery;
using wire::Step;

namespace {

constexpr char token[] = "MARK-ready-token-4711";
const net::Scope scope{u"cn-north-4"_s, u"p1"_s};

net::Request get(net::Service service, const QString &what)
{
    net::Request request;
    request.service = service;
    request.scope = scope;
    request.path = {u"v1"_s, u"p1"_s, what};
    return request;
}

net::Request post(net::Service service, const QString &what)
{
    net::Request request = get(service, what);
    request.verb = "POST";
    request.kind = net::Request::Kind::Write;
    request.body = "{}";
    return request;
}

/// The HTTP status it came to; 0: none.
int statusOf(net::Transport &transport, const net::Request &request)
{
    std::optional<int> status;
    const auto call = transport.call<int>(request, [](const net::Answer &answer) { return net::Result<int>(answer.status); });
    call->then(&transport, [&status](const net::Result<int> &answer) { status = answer ? *answer : answer.error().httpStatus; });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(status.has_value(), 20000); }();
    return status.value_or(-1);
}

net::Transport::Options pointingTo(const CountingServer &csbs, const CountingServer &sdrs)
{
    net::Transport::Options options;
    const auto base = [](const CountingServer &server) { return server.url(u""_s).toString(); };
    options.endpoints = {base(csbs), base(csbs), base(sdrs), base(sdrs)};
    options.retryBase = std::chrono::milliseconds(5);
    return options;
}

bool names(const Delivery &delivery, const char *header)
{
    const QByteArrayList lines = delivery.head.split('\n');
    return std::any_of(lines.begin(), lines.end(), [header](const QByteArray &line) {
        return line.toLower().startsWith(QByteArray(header).toLower() + ':');
    });
}

} // namespace

/// Who proves what to whom, seen by servers that keep what they read.
class TestCredentials final : public QObject
{
    Q_OBJECT

    const net::SystemClock m_clock{};

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void aCookieIsNeitherKeptNorSentBack()
    {
        Step cookie = wire::answer(200, "{}");
        cookie.headers = "Set-Cookie: session=MARK-cookie; Path=/; Max-Age=86400\r\nSet-Cookie: other=1\r\n";
        CountingServer server({cookie});
        net::Transport transport(pointingTo(server, server), m_clock);
        transport.setCredential(net::ReadyToken{token});
        QCOMPARE(statusOf(transport, get(net::Service::Csbs, u"a"_s)), 200);
        QCOMPARE(statusOf(transport, post(net::Service::Csbs, u"b"_s)), 200);
        QCOMPARE(statusOf(transport, get(net::Service::Csbs, u"c"_s)), 200);
        const QList<Delivery> all = server.deliveries();
        QCOMPARE(all.size(), 3);
        for (const Delivery &one : all)
            QVERIFY2(!names(one, "Cookie") && !one.head.contains("MARK-cookie"), one.head.constData());
    }

    void aChallengeGetsNoPasswordAndNothingIsUsedAgain_data()
    {
        QTest::addColumn<QByteArray>("challenge");
        QTest::newRow("basic") << QByteArray("Basic realm=\"r\"");
        QTest::newRow("digest") << QByteArray("Digest realm=\"r\", nonce=\"n\"");
        QTest::newRow("NTLM") << QByteArray("NTLM");
    }
    void aChallengeGetsNoPasswordAndNothingIsUsedAgain()
    {
        QFETCH(QByteArray, challenge);
        Step refusal = wire::answer(403, "{}");
        refusal.status = 401;
        refusal.headers = "WWW-Authenticate: " + challenge + "\r\n";
        CountingServer server({refusal, wire::answer(200, "{}")});
        net::Transport::Options options = pointingTo(server, server);
        net::Transport transport(options, m_clock);
        transport.setCredential(net::AccessKey{u"AK"_s, "MARK-sk", {}});
        QCOMPARE(statusOf(transport, post(net::Service::Csbs, u"a"_s)), 401);
        QCOMPARE(server.deliveries().size(), 1); // nobody answered the challenge
        net::Transport second(options, m_clock);
        second.setCredential(net::ReadyToken{token});
        QCOMPARE(statusOf(second, get(net::Service::Csbs, u"b"_s)), 200);
        const QList<Delivery> all = server.deliveries();
        const Delivery &last = all.last();
        QVERIFY(!names(last, "Authorization"));
        QVERIFY(names(last, "X-Auth-Token"));
    }

    /// By design each configured service gets the token; whoever else is named in an answer gets nothing.
    void aTokenGoesToTheConfiguredHostsOnly_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {301, 302, 303, 307, 308})
            QTest::addRow("%d", status) << status;
    }
    void aTokenGoesToTheConfiguredHostsOnly()
    {
        QFETCH(int, status);
        CountingServer stranger({wire::answer(200, "{}")});
        Step away = wire::answer(status, "{\"links\":{\"next\":\"" + stranger.url().toEncoded() + "\"}}");
        away.headers = "Location: " + stranger.url().toEncoded() + "\r\nRefresh: 0; url=" + stranger.url().toEncoded() +
                       "\r\nLink: <" + stranger.url().toEncoded() + ">; rel=\"preload\"\r\n";
        CountingServer csbs({away}), sdrs({away});
        net::Transport transport(pointingTo(csbs, sdrs), m_clock);
        transport.setCredential(net::ReadyToken{token});
        QCOMPARE(statusOf(transport, get(net::Service::Csbs, u"a"_s)), status);
        QCOMPARE(statusOf(transport, post(net::Service::Csbs, u"b"_s)), status);
        QCOMPARE(statusOf(transport, get(net::Service::Sdrs, u"c"_s)), status);
        QCOMPARE(statusOf(transport, post(net::Service::Sdrs, u"d"_s)), status);
        for (const CountingServer *own : {&csbs, &sdrs}) {
            const QList<Delivery> all = own->deliveries();
            QCOMPARE(all.size(), 2);
            for (const Delivery &one : all)
                QVERIFY2(one.head.contains(token), one.head.constData());
        }
        QCOMPARE(stranger.connections(), 0);
        // The stranger could have been reached: the count is able to tell.
        net::Transport there(pointingTo(stranger, stranger), m_clock);
        there.setCredential(net::ReadyToken{token});
        QCOMPARE(statusOf(there, get(net::Service::Csbs, u"a"_s)), 200);
        QCOMPARE(stranger.connections(), 1);
    }

    void anAddressInAnAnswerIsNeverFetched()
    {
        CountingServer stranger({wire::answer(200, "{}")});
        const QByteArray url = stranger.url().toEncoded();
        Step page = wire::answer(
            200, "{\"jobs_links\":[{\"href\":\"" + url + "\",\"rel\":\"next\"}],\"links\":{\"next\":\"" + url + "\",\"self\":\"" +
                     url + "\"},\"replication_records\":[],\"checkpoint_items\":[],\"count\":0,\"uri\":\"" + url + "\"}");
        page.headers = "Link: <" + url + ">; rel=\"next\"\r\nLocation: " + url + "\r\nContent-Location: " + url + "\r\n";
        CountingServer csbs({page});
        net::Transport transport(pointingTo(csbs, csbs), m_clock);
        transport.setCredential(net::ReadyToken{token});
        QCOMPARE(statusOf(transport, get(net::Service::Csbs, u"replication_records"_s)), 200);
        QCOMPARE(statusOf(transport, post(net::Service::Csbs, u"b"_s)), 200);
        QCOMPARE(csbs.deliveries().size(), 2);
        QCOMPARE(stranger.connections(), 0);
    }
};

QTEST_GUILESS_MAIN(TestCredentials)
#include "tst_credentials.moc"
