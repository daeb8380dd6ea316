#include "models/grouptable.h"
#include "models/servicefacts.h"
#include "support/fakenetwork.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using models::ServiceFacts;
using Part = ServiceFacts::Part;
using State = models::Freshness::State;

namespace {

struct Wire
{
    test::FakeNetwork network{};
    test::FakeClock clock{};
    net::Transport transport{test::fakeOptions(network), clock};
    net::Csbs csbs{transport};
    net::Sdrs sdrs{transport};
    ServiceFacts facts{csbs, sdrs, transport, test::scope};

    Wire() { transport.setCredential(net::ReadyToken{"tok-1"}); }

    void scriptAll()
    {
        network.script(u"GET /v1/p1/quotas"_s,
                       {.body = R"({"quotas":{"resources":[{"type":"backup_capacity","unit":"GB","quota":-1,"used":1280},
                                {"type":"backups","quota":600,"used":42}]}})",
                        .headers = {{"Date", "Sun, 22 Nov 2026 06:32:00 GMT"}}});
        network.script(u"GET /v1/p1/sdrs/quotas"_s,
                       {.body = R"({"quotas":{"resources":[{"type":"server_groups","quota":3,"used":3,"min":0,"max":-1}]}})"});
        network.script(u"GET /v1/p1/active-domains"_s, {.body = R"({"domains":[{"id":"d1","name":"domain_a","sold_out":true,
                                "local_replication_cluster":{"availability_zone":"a"},
                                "remote_replication_cluster":{"availability_zone":"b"}},{"name":"no id"}]})"});
        network.script(u"GET /"_s, {.body = R"({"versions":[{"id":"v1","status":"CURRENT"},{"status":"SUPPORTED"}]})"});
    }
    bool ended() const
    {
        return std::ranges::all_of(ServiceFacts::parts, [this](Part part) {
            const State state = facts.freshness(part).state;
            return state == State::Fresh || state == State::Failed;
        });
    }
};

net::Quota quota(std::optional<qint64> limit, std::optional<qint64> used) { return {u"t"_s, limit, used, {}, {}, {}}; }

} // namespace

class TestServiceFacts final : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void nothingIsKnownBeforeItIsAskedFor()
    {
        Wire wire;
        for (const Part part : ServiceFacts::parts)
            QCOMPARE(wire.facts.freshness(part).state, State::Never);
        QVERIFY(!wire.facts.isLoading());
        QVERIFY(models::quotasByUse(wire.facts).isEmpty());
        QVERIFY(wire.network.asked().isEmpty());
    }

    void everyPartIsAskedOnceAndSaysWhenItWasTrue()
    {
        Wire wire;
        wire.scriptAll();
        QSignalSpy changes(&wire.facts, &ServiceFacts::changed);
        wire.facts.refresh();
        QVERIFY(wire.facts.isLoading());
        wire.facts.refresh(); // what is asked for already is left alone
        QTRY_VERIFY_WITH_TIMEOUT(wire.ended(), 20000);
        QCOMPARE(wire.network.asked().size(), 4);
        QCOMPARE(changes.size(), 8); // asked and answered
        QVERIFY(!wire.facts.isLoading());
        QCOMPARE(wire.facts.backupQuotas().rows.size(), 2);
        QCOMPARE(wire.facts.backupQuotas().freshness.asOf, QDateTime({2026, 11, 22}, {6, 32, 0}, Qt::UTC));
        QVERIFY(wire.facts.recoveryQuotas().freshness.asOf.isValid()); // without a Date of its own
        QCOMPARE(wire.facts.domains().rows.size(), 1);
        QCOMPARE(wire.facts.domains().unreadable, 1);
        QCOMPARE(wire.facts.domains().firstProblem, u"id"_s);
        QCOMPARE(wire.facts.versions().rows.first().id, u"v1"_s);
        QCOMPARE(wire.facts.versions().unreadable, 1);
    }

    void whatCameStaysWhenAskingAgainFails()
    {
        Wire wire;
        wire.scriptAll();
        wire.facts.refresh();
        QTRY_VERIFY_WITH_TIMEOUT(wire.ended(), 20000);
        wire.network.script(u"GET /v1/p1/quotas"_s, {.status = 403, .body = R"({"error_code":"CSBS.0403","error_msg":"no"})"});
        wire.network.script(u"GET /v1/p1/sdrs/quotas"_s, {.body = R"({"quotas":{"resources":[]}})"});
        wire.network.script(u"GET /v1/p1/active-domains"_s, {.status = 403});
        wire.network.script(u"GET /"_s, {.body = "<html>"});
        wire.facts.refresh();
        QTRY_VERIFY_WITH_TIMEOUT(wire.ended(), 20000);
        QCOMPARE(wire.facts.backupQuotas().freshness.state, State::Failed);
        QCOMPARE(wire.facts.backupQuotas().freshness.error.kind, net::ErrorKind::Denied);
        QCOMPARE(wire.facts.backupQuotas().rows.size(), 2);
        QVERIFY(wire.facts.backupQuotas().freshness.asOf.isValid());         // of these rows
        QCOMPARE(wire.facts.recoveryQuotas().freshness.state, State::Fresh); // each part by itself
        QVERIFY(wire.facts.recoveryQuotas().rows.isEmpty());
        QCOMPARE(wire.facts.versions().freshness.error.kind, net::ErrorKind::BadReply);
        QCOMPARE(wire.facts.versions().rows.size(), 1);
    }

    void aQuotaIsUsedUpAtItsLimitAndNotBefore_data()
    {
        QTest::addColumn<net::Quota>("of");
        QTest::addColumn<int>("percent"); // -1: none
        QTest::addColumn<QString>("word");
        QTest::newRow("free") << quota(600, 0) << 0 << u"within"_s;
        QTest::newRow("a part") << quota(600, 42) << 7 << u"within"_s;
        QTest::newRow("nearly all") << quota(1000, 999) << 99 << u"within"_s;
        QTest::newRow("all") << quota(50, 50) << 100 << u"used-up"_s;
        QTest::newRow("more than all") << quota(50, 75) << 150 << u"used-up"_s;
        QTest::newRow("none allowed") << quota(0, 0) << 100 << u"used-up"_s;
        QTest::newRow("unlimited") << quota(-1, 1280) << -1 << u"unlimited"_s;
        QTest::newRow("no limit sent") << quota({}, 5) << -1 << QString();
        QTest::newRow("no use sent") << quota(5, {}) << -1 << QString();
        QTest::newRow("negative") << quota(5, -3) << -1 << QString();
        constexpr qint64 most = std::numeric_limits<qint64>::max();
        QTest::newRow("huge, half") << quota(most, most / 2) << 50 << u"within"_s;
        QTest::newRow("huge, nearly all") << quota(most, most - 1) << 99 << u"within"_s;
        QTest::newRow("far beyond") << quota(1, most) << 100000 << u"used-up"_s;
    }
    void aQuotaIsUsedUpAtItsLimitAndNotBefore()
    {
        QFETCH(net::Quota, of);
        QFETCH(int, percent);
        QFETCH(QString, word);
        QCOMPARE(models::usedPercent(of).value_or(-1), percent);
        QCOMPARE(models::quotaWord(of), word);
    }

    void theMostUsedQuotaComesFirst()
    {
        Wire wire;
        wire.scriptAll();
        wire.facts.refresh();
        QTRY_VERIFY_WITH_TIMEOUT(wire.ended(), 20000);
        QStringList order;
        const QList<models::OwnedQuota> all = models::quotasByUse(wire.facts);
        for (const models::OwnedQuota &one : all)
            order.append(one.quota.type);
        QCOMPARE(order, (QStringList{u"server_groups"_s, u"backups"_s, u"backup_capacity"_s}));
        QVERIFY(all.first().isRecovery && !all.last().isRecovery);
    }

    void aGroupWithoutTheNameOfItsDomainTakesTheDomains()
    {
        models::GroupRow row;
        row.group.domainId = u"d1"_s;
        QVERIFY(row.domainName().isEmpty());
        row.domain = net::ActiveDomain{u"d1"_s, u"domain_a"_s, {}, false, u"a"_s, u"b"_s};
        QCOMPARE(row.domainName(), u"domain_a"_s);
        row.group.domainName = u"as the group says"_s;
        QCOMPARE(row.domainName(), u"as the group says"_s);
    }
};

QTEST_GUILESS_MAIN(TestServiceFacts)
#include "tst_servicefacts.moc"
