#include "models/joblookup.h"
#include "support/fakenetwork.h"

#include <QTest>

using namespace Qt::StringLiterals;
using models::JobLookup;

namespace {

struct Wire
{
    test::FakeNetwork network{};
    test::FakeClock clock{};
    net::Transport transport{test::fakeOptions(network), clock};
    net::Sdrs sdrs{transport};
    JobLookup lookup{sdrs, transport, test::scope};

    Wire()
    {
        transport.setCredential(net::ReadyToken{"tok-1"});
        lookup.setPace({std::chrono::milliseconds(5), std::chrono::milliseconds(5)});
    }
};

QByteArray job(const char *status) { return R"({"job_id":"j1","job_type":"t","status":")" + QByteArray(status) + R"("})"; }

} // namespace

class TestJobLookup final : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void aJobIsFollowedUntilItIsOver()
    {
        Wire wire;
        for (const char *status : {"INIT", "RUNNING", "RUNNING", "SUCCESS"})
            wire.network.script(u"GET /v1/p1/jobs/j1"_s, {.body = job(status)});
        wire.lookup.look(u"  j1\t"_s);
        QCOMPARE(wire.lookup.id(), u"j1"_s);
        QVERIFY(wire.lookup.isLooking());
        QTRY_VERIFY_WITH_TIMEOUT(wire.lookup.job() && wire.lookup.job()->over(), 20000);
        QCOMPARE(wire.network.asked().size(), 4);
        QVERIFY(!wire.lookup.isFollowing());
        QVERIFY(wire.lookup.job()->succeeded());
        QCOMPARE(wire.lookup.asOf(), wire.transport.serverNow());
    }

    void nothingIsAskedWithoutAnId()
    {
        Wire wire;
        wire.lookup.look(u"   "_s);
        QVERIFY(!wire.lookup.isLooking());
        QVERIFY(wire.network.asked().isEmpty());
    }

    void anIdIsOnePieceOfThePath()
    {
        Wire wire;
        wire.network.script(u"GET /v1/p1/jobs/..%2Fserver-groups%3Fa"_s, {.body = job("SUCCESS")});
        wire.lookup.look(u"../server-groups?a"_s);
        QTRY_VERIFY_WITH_TIMEOUT(wire.lookup.job().has_value(), 20000);
    }

    void anUnknownIdIsSaidAndNotAskedAgain_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("as SDRS says it") << 500 << QByteArray(R"({"error":{"code":"SDRS.0408","message":"The job is null."}})");
        QTest::newRow("as the gateway says it") << 404 << QByteArray(R"({"error_code":"APIGW.0101","error_msg":"no"})");
    }
    void anUnknownIdIsSaidAndNotAskedAgain()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        Wire wire;
        wire.network.script(u"GET /v1/p1/jobs/j1"_s, {.status = status, .body = body});
        wire.lookup.look(u"j1"_s);
        QTRY_VERIFY_WITH_TIMEOUT(wire.lookup.error().has_value(), 20000);
        QVERIFY(wire.lookup.isUnknown());
        QVERIFY(!wire.lookup.isFollowing());
        QVERIFY(!wire.lookup.job());
        QCOMPARE(wire.network.asked().size(), 1);
    }

    void aLostLookKeepsTheJobAndLooksAgain()
    {
        Wire wire;
        wire.network.script(u"GET /v1/p1/jobs/j1"_s, {.body = job("RUNNING")});
        for (int i = 0; i < 3; ++i) // each try of one read
            wire.network.script(u"GET /v1/p1/jobs/j1"_s, {.status = 503});
        wire.network.script(u"GET /v1/p1/jobs/j1"_s, {.body = job("SUCCESS")});
        bool kept = false;
        connect(&wire.lookup, &JobLookup::changed, this,
                [&] { kept = kept || (wire.lookup.error() && wire.lookup.job() && wire.lookup.isFollowing()); });
        wire.lookup.look(u"j1"_s);
        QTRY_VERIFY_WITH_TIMEOUT(wire.lookup.job() && wire.lookup.job()->over(), 20000);
        QVERIFY(kept);
        QVERIFY(!wire.lookup.error());
    }

    void aRefusalEndsTheFollowing()
    {
        Wire wire;
        wire.network.script(u"GET /v1/p1/jobs/j1"_s, {.body = job("RUNNING")});
        wire.network.script(u"GET /v1/p1/jobs/j1"_s, {.status = 403});
        wire.lookup.look(u"j1"_s);
        QTRY_VERIFY_WITH_TIMEOUT(wire.lookup.error().has_value(), 20000);
        QVERIFY(!wire.lookup.isFollowing() && !wire.lookup.isUnknown());
        QCOMPARE(wire.lookup.job()->status, net::Job::Status::Running); // as it was
    }

    void anotherIdForgetsTheFirst()
    {
        Wire wire;
        wire.network.script(u"GET /v1/p1/jobs/j1"_s, {.body = job("SUCCESS")});
        wire.network.script(u"GET /v1/p1/jobs/j2"_s, {.status = 404});
        wire.lookup.look(u"j1"_s);
        QTRY_VERIFY_WITH_TIMEOUT(wire.lookup.job().has_value(), 20000);
        wire.lookup.look(u"j2"_s);
        QVERIFY(!wire.lookup.job());
        QTRY_VERIFY_WITH_TIMEOUT(wire.lookup.isUnknown(), 20000);
        QVERIFY(!wire.lookup.job());
    }

    void whatIsStoppedIsAskedNoMore()
    {
        Wire wire;
        wire.network.script(u"GET /v1/p1/jobs/j1"_s, {.body = job("RUNNING")});
        wire.lookup.look(u"j1"_s);
        connect(&wire.lookup, &JobLookup::changed, &wire.lookup, [&wire] {
            if (wire.lookup.job())
                wire.lookup.stop(); // a further look would be a request that nobody scripted
        });
        QTRY_VERIFY_WITH_TIMEOUT(wire.lookup.job().has_value(), 20000);
        QVERIFY(!wire.lookup.isFollowing());
        QTest::qWait(50); // ten intervals
        QCOMPARE(wire.network.asked().size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestJobLookup)
#include "tst_joblookup.moc"
