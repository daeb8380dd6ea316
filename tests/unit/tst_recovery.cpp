#include "models/operations.h"
#include "support/fakenetwork.h"
#include "support/tamper.h"

#include <QSignalSpy>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using models::Ledger;
using models::LedgerFile;
using models::LedgerReport;
using models::LedgerSeal;
using models::Operation;
using models::Operations;
using test::FakeNetwork;
using State = Operation::State;

namespace {

const QString records = u"GET /v1/p1/replication_records"_s;
const QString groups = u"GET /v1/p1/server-groups"_s;
const QString policyLine = u"POST /v1/p1/providers/fc4d5750-22e7-4798-8a46-f48f62c4c1da/checkpoints/replicate"_s;
const QString groupLine = u"POST /v1/p1/server-groups"_s;

QString backupLine(int n)
{
    return u"POST /v1/p1/providers/fc4d5750-22e7-4798-8a46-f48f62c4c1da/checkpoint_items/i%1/replicate"_s.arg(n);
}

QByteArray accepted(int n) { return "{\"replication\":{\"replication_record_id\":\"r" + QByteArray::number(n) + "\"}}"; }

QByteArray record(int n, const QByteArray &status, const QByteArray &createdAt = "2026-11-22T06:32:09.000000")
{
    const QByteArray number = QByteArray::number(n);
    return "{\"id\":\"r" + number + "\",\"status\":\"" + status + "\",\"source_checkpoint_item_id\":\"i" + number +
           "\",\"destination_region\":\"cn-east-3\",\"destination_project_id\":\"p2\",\"plan_id\":\"pol\",\"created_at\":\"" +
           createdAt + "\",\"extra_info\":{\"auto_trigger\":false}}";
}

QByteArray listed(const QByteArrayList &rows) { return "{\"replication_records\":[" + rows.join(',') + "],\"count\":1}"; }

models::Order backup(int n)
{
    models::Order order;
    order.draft.verb = &net::verbs::replicateBackup;
    order.draft.scope = test::scope;
    order.draft.target = {{u"checkpoint_item_id"_s, u"i%1"_s.arg(n)}};
    order.draft.values = {{u"destination_region"_s, u"cn-east-3"_s}, {u"destination_project_id"_s, u"p2"_s}};
    order.targetName = u"b%1"_s.arg(n);
    return order;
}

models::Order policy()
{
    models::Order order;
    order.draft.verb = &net::verbs::replicatePolicy;
    order.draft.scope = test::scope;
    order.draft.values = {
        {u"policy_id"_s, u"pol"_s}, {u"destination_region"_s, u"cn-east-3"_s}, {u"destination_project_id"_s, u"p2"_s}};
    order.targetName = u"daily"_s;
    return order;
}

models::Order group()
{
    models::Order order;
    order.draft.verb = &net::verbs::createGroup;
    order.draft.scope = test::scope;
    order.draft.values = {{u"name"_s, u"pg-1"_s},
                          {u"source_availability_zone"_s, u"az-a"_s},
                          {u"target_availability_zone"_s, u"az-b"_s},
                          {u"domain_id"_s, u"d1"_s},
                          {u"source_vpc_id"_s, u"v1"_s}};
    order.targetName = u"pg-1"_s;
    return order;
}

/// One life of the program, over a ledger that outlasts it.
struct Run
{
    explicit Run(const QString &path, const std::optional<LedgerSeal> &kept = {}) : ledger(path, u"me"_s)
    {
        transport.setCredential(net::ReadyToken{"tok-1"});
        operations.setPace({std::chrono::milliseconds(5), std::chrono::milliseconds(5)});
        ledger.setPace(std::chrono::milliseconds(20));
        operations.setLedger(ledger);
        QObject::connect(&ledger, &Ledger::sealed, &ledger, [this](const LedgerSeal &now) { seal = now; });
        ledger.setSeal(kept);
    }
    bool ready() const { return !operations.obstacle(); }
    const Operation &first() const { return operations.all().first(); }
    State state(quint64 id = 1) const { return operations.find(id) ? operations.find(id)->state : State::Queued; }

    FakeNetwork network;
    test::FakeClock clock;
    net::Transport transport{test::fakeOptions(network), clock};
    LedgerSeal seal{};
    Ledger ledger;
    Operations operations{transport};
};

struct Folder
{
    QTemporaryDir dir;
    QString path = dir.filePath(u"ledger/own.sqlite"_s);

    void tamper(const QString &statement) const { test::tamper(path, statement); }
    /// Lets no entry of this state be written, until allow().
    void forbid(const char *state) const
    {
        tamper(u"CREATE TRIGGER full BEFORE INSERT ON entries WHEN NEW.state = '%1' "
               "BEGIN SELECT RAISE(ABORT, 'no room'); END"_s.arg(QString::fromLatin1(state)));
    }
    void allow() const { tamper(u"DROP TRIGGER full"_s); }
    /// The states that the file holds, in the order written.
    QStringList written() const
    {
        QStringList states;
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"reading"_s);
            database.setDatabaseName(path);
            database.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s);
            database.open();
            QSqlQuery query(database);
            query.exec(u"SELECT state FROM entries WHERE kind = 'entered' ORDER BY number"_s);
            while (query.next())
                states.append(query.value(0).toString());
        }
        QSqlDatabase::removeDatabase(u"reading"_s);
        return states;
    }
    /// Takes everything after an entry of this state away, as an end of the program at that moment would have left it.
    void endAfter(const char *state) const
    {
        tamper(u"DELETE FROM entries WHERE number > (SELECT max(number) FROM entries WHERE state = '%1')"_s.arg(
            QString::fromLatin1(state)));
    }
};

} // namespace

class TestRecovery : public QObject
{
    Q_OBJECT

private slots:
    // ---- before it leaves, and before it is shown

    void nothingLeavesBeforeSentIsDurable()
    {
        Folder folder;
        Run run(folder.path);
        QTRY_VERIFY(run.ready());
        QStringList atDeparture;
        run.network.script(backupLine(1), {.status = 202, .body = accepted(1)});
        run.network.always(records, {.body = listed({record(1, "success")})});
        connect(&run.operations, &Operations::changed, this, [&](quint64 id) {
            if (run.state(id) == State::Sent && atDeparture.isEmpty()) {
                QCOMPARE(run.network.count(backupLine(1)), 0);
                atDeparture = folder.written();
            }
        });
        run.operations.submit(backup(1));
        QCOMPARE(run.network.count(backupLine(1)), 0);
        QTRY_COMPARE(run.state(), State::Succeeded);
        QCOMPARE(atDeparture, QStringList({u"prepared"_s, u"sent"_s}));
        QTRY_COMPARE(folder.written(), QStringList({u"prepared"_s, u"sent"_s, u"accepted"_s, u"succeeded"_s}));
    }
    void acceptedIsDurableBeforeItIsShown()
    {
        Folder folder;
        Run run(folder.path);
        QTRY_VERIFY(run.ready());
        run.network.script(backupLine(1), {.status = 202, .body = accepted(1)});
        run.network.always(records, {.body = listed({record(1, "replicating")})});
        QStringList whenShown;
        connect(&run.operations, &Operations::changed, this, [&](quint64 id) {
            if (run.state(id) == State::Accepted && whenShown.isEmpty())
                whenShown = folder.written();
        });
        run.operations.submit(backup(1));
        QTRY_COMPARE(run.state(), State::Running);
        QCOMPARE(whenShown, QStringList({u"prepared"_s, u"sent"_s, u"accepted"_s}));
    }
    void whatCannotBeWrittenDownIsNotSent_data()
    {
        QTest::addColumn<QByteArray>("state");
        QTest::newRow("prepared") << QByteArray("prepared");
        QTest::newRow("sent") << QByteArray("sent");
    }
    void whatCannotBeWrittenDownIsNotSent()
    {
        QFETCH(QByteArray, state);
        Folder folder;
        Run run(folder.path);
        QTRY_VERIFY(run.ready());
        folder.forbid(state.constData());
        run.operations.submit(backup(1));
        QTRY_COMPARE(run.state(), State::NotSent);
        QVERIFY(run.first().unwritten.contains(u"no room"_s));
        QCOMPARE(run.network.asked().size(), 0);
        QVERIFY(run.first().unread);
        // The next order goes when there is room again.
        folder.allow();
        run.network.script(backupLine(2), {.status = 202, .body = accepted(2)});
        run.network.always(records, {.body = listed({record(2, "success")})});
        run.operations.submit(backup(2));
        QTRY_COMPARE(run.state(2), State::Succeeded);
        QTRY_COMPARE(folder.written().filter(u"not-sent"_s).size(), 1);
    }
    void aQueueStopsWhereTheLedgerDoes()
    {
        Folder folder;
        Run run(folder.path);
        QTRY_VERIFY(run.ready());
        folder.forbid("sent");
        run.operations.submitQueue({backup(1), backup(2)});
        QTRY_COMPARE(run.state(1), State::NotSent);
        QCOMPARE(run.state(2), State::Queued);
        QVERIFY(run.operations.queue(1)->paused);
        QCOMPARE(run.network.asked().size(), 0);
    }
    void anAnswerThatCannotBeWrittenDownIsToldAndTriedAgain()
    {
        Folder folder;
        Run run(folder.path);
        QTRY_VERIFY(run.ready());
        run.network.script(backupLine(1), {.status = 202, .body = accepted(1)});
        run.network.always(records, {.body = listed({record(1, "success")})});
        folder.forbid("accepted");
        run.operations.submit(backup(1));
        QTRY_VERIFY(!run.first().unwritten.isEmpty());
        QCOMPARE(run.state(), State::Sent); // no word of what the ledger does not have
        QCOMPARE(run.network.count(backupLine(1)), 1);
        folder.allow();
        QTRY_COMPARE(run.state(), State::Succeeded);
        QVERIFY(run.first().unwritten.isEmpty());
        QCOMPARE(run.network.count(backupLine(1)), 1);
    }
    void noOrderIsTakenBeforeTheLedgerIsOpen()
    {
        Folder folder;
        Run run(folder.path);
        QCOMPARE(run.operations.obstacle().code, net::Reason::Code::LedgerOpening);
        QCOMPARE(run.operations.submit(backup(1)), 0u);
        QCOMPARE(run.operations.submitQueue({backup(1)}), 0u);
        QTRY_VERIFY(run.ready());
        QVERIFY(run.operations.all().isEmpty());
    }

    // ---- the next start

    void everythingIsThereAgain()
    {
        Folder folder;
        {
            Run run(folder.path);
            QTRY_VERIFY(run.ready());
            run.network.script(backupLine(1), {.status = 202, .body = accepted(1), .headers = {{"X-Request-Id", "q-1"}}});
            run.network.always(records, {.body = listed({record(1, "success")})});
            run.network.script(backupLine(2), {.status = 400, .body = "{\"error\":{\"code\":\"CSBS.6032\",\"message\":\"no\"}}"});
            run.operations.submit(backup(1));
            QTRY_COMPARE(run.state(1), State::Succeeded);
            run.operations.submit(backup(2));
            QTRY_COMPARE(run.state(2), State::Refused);
            run.operations.markRead(2);
        }
        Run run(folder.path);
        QTRY_VERIFY(run.ready());
        run.operations.begin();
        QCOMPARE(run.operations.all().size(), 2);
        QCOMPARE(run.state(1), State::Succeeded);
        QCOMPARE(run.first().requestId, u"q-1"_s);
        QCOMPARE(run.first().parts.first().id, u"r1"_s);
        QCOMPARE(run.first().timeline.size(), 4);
        QCOMPARE(run.state(2), State::Refused);
        QCOMPARE(run.operations.find(2)->error->code, u"CSBS.6032"_s);
        QVERIFY(!run.operations.find(2)->unread);
        QVERIFY(run.operations.meanwhile().isEmpty());
        QCOMPARE(run.network.asked().size(), 0); // nothing is open
        run.network.script(backupLine(3), {.status = 202, .body = accepted(3)});
        run.network.always(records, {.body = listed({record(3, "success")})});
        QCOMPARE(run.operations.submit(backup(3)), 3u); // numbers go on
        QTRY_COMPARE(run.state(3), State::Succeeded);
    }
    void whatWasPreparedWasNotSent()
    {
        Folder folder;
        sendOne(folder, backup(1));
        folder.endAfter("prepared");
        Run run(folder.path);
        QTRY_VERIFY(run.ready());
        run.operations.begin();
        QCOMPARE(run.state(), State::NotSent);
        QCOMPARE(run.first().timeline.last().detail, u"found"_s);
        QCOMPARE(run.network.asked().size(), 0);
        QCOMPARE(run.operations.meanwhile().notSent, 1);
        QTRY_COMPARE(folder.written(), QStringList({u"prepared"_s, u"not-sent"_s}));
    }
    void whatWasSentIsLookedForAndNeverSentAgain_data()
    {
        QTest::addColumn<QByteArray>("found");
        QTest::addColumn<int>("seconds"); // since it was sent
        QTest::addColumn<State>("state");
        QTest::newRow("one of ours") << record(1, "success") << 1 << State::Succeeded;
        QTest::newRow("one of ours, days later") << record(1, "success") << 200000 << State::Succeeded;
        QTest::newRow("none, right after") << QByteArray() << 30 << State::InDoubt;
        QTest::newRow("none, after a while") << QByteArray() << 90 << State::SettledNotDone;
        QTest::newRow("somebody's, hours later") << record(1, "success", "2026-11-22T09:00:00") << 20000 << State::SettledNotDone;
        QTest::newRow("one of tomorrow") << record(1, "success", "2026-11-23T06:32:09") << 90 << State::InDoubt;
    }
    void whatWasSentIsLookedForAndNeverSentAgain()
    {
        QFETCH(QByteArray, found);
        QFETCH(int, seconds);
        QFETCH(State, state);
        Folder folder;
        sendOne(folder, backup(1));
        folder.endAfter("sent");
        Run run(folder.path);
        run.clock.advance(std::chrono::seconds(seconds));
        run.network.always(records, {.body = listed(found.isEmpty() ? QByteArrayList() : QByteArrayList{found})});
        QTRY_VERIFY(run.ready());
        QCOMPARE(run.state(), State::InDoubt);
        QVERIFY(run.first().unread);
        run.operations.begin();
        QTRY_VERIFY(run.first().looks > 0);
        QTRY_COMPARE(run.state(), state);
        QCOMPARE(run.network.count(u"POST"_s), 0);
    }
    void aDoubtTooFreshIsLookedForAgainByItself()
    {
        Folder folder;
        sendOne(folder, backup(1));
        folder.endAfter("sent");
        Run run(folder.path);
        run.network.always(records, {.body = listed({})});
        QTRY_VERIFY(run.ready());
        run.operations.begin();
        QTRY_VERIFY(run.first().looks >= 3);      // by the pace
        QCOMPARE(run.first().timeline.size(), 4); // the same finding is told once
        QCOMPARE(run.state(), State::InDoubt);
        run.clock.advance(std::chrono::seconds(90));
        QTRY_COMPARE(run.state(), State::SettledNotDone);
        QCOMPARE(run.operations.meanwhile().notDone, 1);
    }
    void aLookThatIsLostIsBegunAgain()
    {
        Folder folder;
        sendOne(folder, backup(1));
        folder.endAfter("sent");
        Run run(folder.path);
        for (int i = 0; i < 6; ++i) // two looks of three tries
            run.network.script(records, {.status = 0, .error = QNetworkReply::HostNotFoundError});
        run.network.always(records, {.body = listed({record(1, "success")})});
        QTRY_VERIFY(run.ready());
        run.operations.begin();
        QTRY_COMPARE(run.state(), State::Succeeded);
        QCOMPARE(run.network.count(u"POST"_s), 0);
    }
    void aPolicyIsSettledByItsRecords()
    {
        Folder folder;
        {
            Run run(folder.path);
            QTRY_VERIFY(run.ready());
            run.network.script(policyLine, {.status = 0});
            run.operations.submit(policy());
            QTRY_COMPARE(run.state(), State::InDoubt);
        }
        folder.endAfter("sent");
        Run run(folder.path);
        run.network.always(records, {.body = listed({record(1, "success"), record(2, "fail"),
                                                     record(3, "success", "2026-11-22T08:00:00")})}); // that one is another's
        run.clock.advance(std::chrono::hours(3));
        QTRY_VERIFY(run.ready());
        run.operations.begin();
        QTRY_COMPARE(run.state(), State::PartlyFailed);
        QCOMPARE(run.first().taken(), 2);
        QCOMPARE(run.operations.meanwhile().failed, 1);
    }
    void aGroupIsSettledByNameSitesAndTime_data()
    {
        QTest::addColumn<QByteArray>("rows");
        QTest::addColumn<State>("state");
        const auto made = [](const QByteArray &at) {
            return "{\"id\":\"g1\",\"name\":\"pg-1\",\"status\":\"available\",\"source_availability_zone\":\"az-a\","
                   "\"target_availability_zone\":\"az-b\",\"domain_id\":\"d1\",\"source_vpc_id\":\"v1\",\"created_at\":\"" +
                   at + "\"}";
        };
        const QByteArray now = made("2026-11-22T06:32:10"), later = made("2026-11-22T09:32:10");
        QByteArray other = now;
        other.replace("az-b", "az-c").replace("\"g1\"", "\"g2\"");
        QByteArray twin = now;
        twin.replace("\"g1\"", "\"g3\"");
        QTest::newRow("ours") << now << State::Succeeded;
        QTest::newRow("other sites") << other << State::SettledNotDone;
        QTest::newRow("made later") << later << State::SettledNotDone;
        QTest::newRow("two of them") << QByteArray(now + ',' + twin) << State::InDoubt;
        QTest::newRow("none") << QByteArray() << State::SettledNotDone;
    }
    void aGroupIsSettledByNameSitesAndTime()
    {
        QFETCH(QByteArray, rows);
        QFETCH(State, state);
        Folder folder;
        {
            Run run(folder.path);
            QTRY_VERIFY(run.ready());
            run.network.script(groupLine, {.status = 0});
            run.operations.submit(group());
            QTRY_COMPARE(run.state(), State::InDoubt);
        }
        folder.endAfter("sent");
        Run run(folder.path);
        run.clock.advance(std::chrono::hours(4));
        run.network.always(groups, {.body = "{\"server_groups\":[" + rows + "],\"count\":1}"});
        run.network.always(u"GET /v1/p1/server-groups/g1"_s,
                           {.body = "{\"server_group\":" + (rows.isEmpty() ? QByteArray("{}") : rows) + "}"});
        QTRY_VERIFY(run.ready());
        run.operations.begin();
        QTRY_VERIFY(run.first().looks > 0);
        QTRY_COMPARE(run.state(), state);
        if (state == State::InDoubt)
            QCOMPARE(run.first().candidates, 2);
        QCOMPARE(run.network.count(u"POST"_s), 0);
    }
    void clocksApartAreShownNotGuessedAway()
    {
        // Sent before any answer had told the service's time, by a clock three hours ahead of it.
        Folder folder;
        {
            Run run(folder.path);
            QTRY_VERIFY(run.ready());
            run.clock.advance(std::chrono::hours(3));
            run.network.script(backupLine(1), {.status = 0});
            run.operations.submit(backup(1));
            QTRY_COMPARE(run.state(), State::InDoubt);
            QVERIFY(!run.first().dated);
        }
        folder.endAfter("sent");
        Run run(folder.path);
        run.clock.advance(std::chrono::hours(3));
        run.network.always(records,
                           {.body = listed({record(1, "success")}), .headers = {{"Date", "Sun, 22 Nov 2026 06:33:00 GMT"}}});
        QTRY_VERIFY(run.ready());
        run.operations.begin();
        QTRY_VERIFY(run.first().apart);
        QCOMPARE(run.state(), State::InDoubt);
        QCOMPARE(run.first().candidates, 1);
        QVERIFY(run.first().parts.isEmpty() || !run.first().parts.first().isTaken());
    }
    void whatWasAcceptedIsWatchedOn()
    {
        Folder folder;
        sendOne(folder, backup(1));
        folder.endAfter("accepted");
        Run run(folder.path);
        run.network.script(records, {.body = listed({record(1, "replicating")})});
        run.network.always(records, {.body = listed({record(1, "success")})});
        QTRY_VERIFY(run.ready());
        QCOMPARE(run.state(), State::Accepted);
        run.operations.begin();
        QCOMPARE(run.operations.meanwhile().goingOn, 1);
        QTRY_COMPARE(run.state(), State::Succeeded);
        QCOMPARE(run.operations.meanwhile().succeeded, 1);
        QVERIFY(run.operations.meanwhile().since.isValid());
        QCOMPARE(run.network.count(u"POST"_s), 0);
    }
    void whatIsStillQueuedWaitsForANewConfirmation()
    {
        Folder folder;
        {
            Run run(folder.path);
            QTRY_VERIFY(run.ready());
            run.network.script(backupLine(1), {.status = 202, .body = accepted(1), .held = true});
            run.operations.submitQueue({backup(1), backup(2), backup(3)});
            QTRY_COMPARE(run.state(1), State::Sent);
        }
        Run run(folder.path);
        run.network.always(records, {.body = listed({record(1, "success")})});
        QTRY_VERIFY(run.ready());
        run.operations.begin();
        QTRY_COMPARE(run.state(1), State::Succeeded);
        QCOMPARE(run.network.count(u"POST"_s), 0);
        QCOMPARE(run.state(2), State::Queued);
        const models::OperationQueue *queue = run.operations.queue(1);
        QVERIFY(queue && queue->paused && queue->found);
        QCOMPARE(queue->operations, QList<quint64>({1, 2, 3})); // with what of it was sent
        QCOMPARE(run.operations.queued(1), 2);
        QCOMPARE(run.operations.meanwhile().queued, 2);
        run.operations.withdrawOne(3);
        run.network.script(backupLine(2), {.status = 202, .body = accepted(2)});
        run.network.always(records, {.body = listed({record(2, "success")})});
        run.operations.resume(1);
        QTRY_COMPARE(run.state(2), State::Succeeded);
        QCOMPARE(run.state(3), State::Withdrawn);
        QCOMPARE(run.network.count(u"POST"_s), 1);
    }
    void ofALedgerThatLacksEntriesAnythingMayHaveBeenSent()
    {
        Folder folder;
        const LedgerSeal seal = sendOne(folder, backup(1));
        folder.endAfter("prepared");
        Run run(folder.path, seal);
        QTRY_VERIFY(run.ready());
        QCOMPARE(run.operations.report()->trust, LedgerReport::Trust::Cut);
        QCOMPARE(run.state(), State::InDoubt);
        run.network.always(records, {.body = listed({record(1, "success")})});
        run.operations.begin();
        QTRY_COMPARE(run.state(), State::Succeeded);
        QCOMPARE(run.network.count(u"POST"_s), 0);
    }
    void aSecondWindowLooksOn()
    {
        Folder folder;
        auto first = std::make_unique<Run>(folder.path);
        QTRY_VERIFY(first->ready());
        first->network.script(backupLine(1), {.status = 0});
        first->operations.submit(backup(1));
        QTRY_COMPARE(first->state(), State::InDoubt);
        Run second(folder.path);
        second.network.always(records, {.body = listed({record(1, "success")})});
        second.operations.begin();
        QTRY_COMPARE(second.operations.obstacle().code, net::Reason::Code::LedgerElsewhere);
        QTRY_COMPARE(second.operations.all().size(), 1);
        QCOMPARE(second.state(), State::InDoubt);
        QVERIFY(second.operations.meanwhile().isEmpty()); // that one has not been away
        second.operations.lookAgain(1);                   // it is the first one's to settle
        second.operations.declareNotDone(1, u"no"_s);
        second.operations.markRead(1);
        QCOMPARE(second.operations.submit(backup(2)), 0u);
        QCOMPARE(second.state(), State::InDoubt);
        QCOMPARE(second.network.asked().size(), 0);
        first.reset();
        QTRY_COMPARE(second.state(), State::Succeeded); // and now it is this one's
    }

    // ---- a person's word

    void onlyADoubtCanBeDeclaredNotDoneAndOnlyWithAReason()
    {
        Folder folder;
        {
            Run run(folder.path);
            QTRY_VERIFY(run.ready());
            run.network.script(backupLine(1), {.status = 0});
            run.operations.submit(backup(1));
            QTRY_COMPARE(run.state(), State::InDoubt);
            run.operations.declareNotDone(1, u"  "_s);
            QCOMPARE(run.state(), State::InDoubt);
            run.operations.declareNotDone(1, u" seen in the web console "_s);
            QCOMPARE(run.state(), State::SettledNotDone);
            run.operations.declareNotDone(1, u"again"_s);
            QCOMPARE(run.first().declared, u"seen in the web console"_s);
            QCOMPARE(run.first().timeline.last().detail, u"declared"_s);
        }
        Run run(folder.path);
        QTRY_VERIFY(run.ready());
        QCOMPARE(run.state(), State::SettledNotDone);
        QCOMPARE(run.first().declared, u"seen in the web console"_s);
    }
    void aLookUnderWayDoesNotOverruleAPerson()
    {
        Folder folder;
        Run run(folder.path);
        QTRY_VERIFY(run.ready());
        run.network.script(backupLine(1), {.status = 0});
        run.operations.submit(backup(1));
        QTRY_COMPARE(run.state(), State::InDoubt);
        run.network.script(records, {.body = listed({record(1, "success")}), .held = true});
        run.operations.lookAgain(1);
        QTRY_COMPARE(run.network.count(records), 1);
        run.operations.declareNotDone(1, u"by hand"_s);
        run.network.release();
        QTest::qWait(20);
        QCOMPARE(run.state(), State::SettledNotDone);
    }

private:
    /// A life in which one write was sent, accepted and done; the seal at its end.
    static LedgerSeal sendOne(const Folder &folder, const models::Order &order)
    {
        Run run(folder.path);
        if (!QTest::qWaitFor([&run] { return run.ready(); }))
            return {};
        run.network.script(backupLine(1), {.status = 202, .body = accepted(1)});
        run.network.always(records, {.body = listed({record(1, "success")})});
        run.operations.submit(order);
        if (!QTest::qWaitFor([&] { return run.state() == State::Succeeded && folder.written().contains(u"succeeded"_s); }))
            QTest::qFail("it was not done", __FILE__, __LINE__);
        QTest::qWait(1);
        return run.seal;
    }
};

QTEST_GUILESS_MAIN(TestRecovery)
#include "tst_recovery.moc"
