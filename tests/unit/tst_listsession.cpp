#include "models/backuptable.h"
#include "models/listsession.h"
#include "models/recordtable.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QPersistentModelIndex>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <array>
#include <atomic>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace models;

namespace {

// A call is concluded by the transport alone. The session does not care who that is, so this test answers calls without one:
// the name of a private member may stand in an explicit instantiation.
template <auto Member> struct Concluding
{
    friend void concludeCall(net::CallBase &call, const net::Result<net::Answer> &answer) { (call.*Member)(answer); }
};
template struct Concluding<&net::CallBase::conclude>;
void concludeCall(net::CallBase &call, const net::Result<net::Answer> &answer);

struct Record
{
    QString id;
    QString status = u"success"_s;
    int progress = -1;
    QString created = u"2026-11-22T10:00:00"_s;
    QString source{}; ///< project; empty: not said
};

/// A server with a list of records that is paged by offset, answering from the event loop.
class FakeServer final : public QObject
{
public:
    struct Asked
    {
        net::Query filter;
        int offset = 0, limit = 0;
    };
    QList<Record> rows;
    QList<Asked> asked;
    QDateTime now{QDate(2026, 11, 22), QTime(12, 0), Qt::UTC};
    std::function<void(int number)> before;                          ///< each answer, counted from 0
    std::function<std::optional<net::ApiError>(int number)> failing; ///< instead of an answer
    std::function<QByteArray(const Asked &question)> other;          ///< another body
    bool holding = false;                                            ///< answers wait for release()
    bool withCount = false;

    ListOrigin origin(int pageSize, std::shared_ptr<const JoinBox> joins = {}, const net::Scope &scope = {u"r"_s, u"p"_s},
                      std::shared_ptr<const ProjectNames> projects = {})
    {
        ListOrigin from =
            recordOrigin([this](const net::Query &filter, int offset, int limit) { return fetch(filter, offset, limit); }, scope,
                         std::move(joins), std::move(projects));
        from.pageSize = pageSize;
        from.read = [count = m_reads, read = from.read](const QByteArray &body) { // on the worker, which may outlive the server
            ++*count;
            return read(body);
        };
        return from;
    }
    net::CallPtr<PageBytes> fetch(const net::Query &filter, int offset, int limit)
    {
        net::CallPtr<PageBytes> call(
            new net::Call<PageBytes>(nullptr, {}, [](const net::Answer &answer) -> net::Result<PageBytes> {
                return PageBytes{answer.body, answer.serverTime};
            }));
        for (const auto &[name, value] : filter) { // where the list begins
            if (name == u"offset")
                offset += value.toInt();
        }
        asked.append({filter, offset, limit});
        const int number = static_cast<int>(asked.size()) - 1;
        m_last = call.get();
        if (!holding)
            QTimer::singleShot(0, call.get(), [this, number, raw = call.get()] { answer(raw, number); });
        return call;
    }
    void release() { answer(m_last, static_cast<int>(asked.size()) - 1); }
    QByteArray page(int offset, int limit) const
    {
        QByteArrayList objects;
        for (const Record &row : rows.mid(offset, limit)) {
            const QByteArray progress =
                row.progress < 0 ? QByteArray() : ",\"extra_info\":{\"progress\":" + QByteArray::number(row.progress) + "}";
            objects.append("{\"id\":\"" + row.id.toUtf8() + "\",\"status\":\"" + row.status.toUtf8() + "\",\"created_at\":\"" +
                           row.created.toUtf8() + "\",\"source_checkpoint_item_id\":\"b-" + row.id.toUtf8() +
                           "\",\"source_project_id\":\"" + row.source.toUtf8() + "\"" + progress + "}");
        }
        return "{\"replication_records\":[" + objects.join(',') + "]" +
               (withCount ? ",\"count\":" + QByteArray::number(rows.size()) : QByteArray()) + "}";
    }
    int reads() const { return *m_reads; } ///< pages parsed

private:
    void answer(net::CallBase *call, int number)
    {
        if (!call)
            return;
        if (before)
            before(number);
        if (const auto error = failing ? failing(number) : std::nullopt)
            return concludeCall(*call, tl::unexpected(*error));
        const Asked &question = asked.at(number);
        const QByteArray body = other ? other(question) : page(question.offset, question.limit);
        concludeCall(*call, net::Answer{.status = 200, .body = body, .serverTime = now});
    }
    std::shared_ptr<std::atomic_int> m_reads = std::make_shared<std::atomic_int>(0);
    QPointer<net::CallBase> m_last;
};

QList<Record> records(int count, const QString &prefix = u"n"_s)
{
    QList<Record> out;
    for (int i = 0; i < count; ++i)
        out.append({u"%1%2"_s.arg(prefix).arg(i, 4, 10, QChar(u'0'))});
    return out;
}

QStringList idsOf(const QList<Record> &rows)
{
    QStringList out;
    for (const Record &row : rows)
        out.append(row.id);
    return out;
}

QStringList shown(ListSession &session)
{
    QStringList out;
    for (int row = 0; row < session.model()->rowCount(); ++row)
        out.append(session.model()->key(row).id);
    return out;
}

using State = Freshness::State;

} // namespace

class TestListSession final : public QObject
{
    Q_OBJECT

    net::SystemClock m_clock;
    Worker m_worker;

    /// A session on a server, that does nothing by itself.
    struct Bench
    {
        FakeServer server;
        ListSession session;
        QAbstractItemModelTester tester;

        Bench(TestListSession &test, int pageSize, int rows, std::shared_ptr<const JoinBox> joins = {})
            : session({server.origin(pageSize, std::move(joins))}, emptyRecordTable(), &test.m_worker, test.m_clock),
              tester(session.model(), QAbstractItemModelTester::FailureReportingMode::QtTest)
        {
            server.rows = records(rows);
            session.setPace({.moving = 1h, .idle = 1h, .background = 1h, .firstRetry = 1h, .lastRetry = 1h});
        }
        /// Refreshes and waits for the end; whether it was a good one.
        bool load()
        {
            session.refresh();
            QEventLoop loop; // QTest::qWaitFor() sleeps between its looks, which takes seconds over so many pages
            // Not singleShot(): clang's analyzer takes its function object for a leak.
            QTimer limit;
            connect(&limit, &QTimer::timeout, &loop, &QEventLoop::quit);
            limit.start(20s);
            connect(&session, &ListSession::changed, &loop, [this, &loop] {
                if (session.freshness().state != State::Loading)
                    loop.quit();
            });
            if (session.freshness().state == State::Loading)
                loop.exec();
            return session.freshness().state == State::Fresh;
        }
        QList<int> offsets() const
        {
            QList<int> out;
            for (const FakeServer::Asked &one : server.asked)
                out.append(one.offset);
            return out;
        }
        net::ObjectKey key(const QString &id) const { return {{u"r"_s, u"p"_s}, id}; }
    };

    static net::Scope scopeNo(int number) { return {u"region-%1"_s.arg(number), u"project-%1"_s.arg(number)}; }
    /// One list of three projects, each with a server of its own.
    struct Fleet
    {
        std::array<FakeServer, 3> servers;
        std::shared_ptr<ProjectNames> names = std::make_shared<ProjectNames>();
        ListSession session;
        QAbstractItemModelTester tester;

        explicit Fleet(TestListSession &test)
            : session({servers[0].origin(4, {}, scopeNo(0), names), servers[1].origin(4, {}, scopeNo(1), names),
                       servers[2].origin(4, {}, scopeNo(2), names)},
                      emptyRecordTable(), &test.m_worker, test.m_clock),
              tester(session.model(), QAbstractItemModelTester::FailureReportingMode::QtTest)
        {
            session.setPace({.moving = 1h, .idle = 1h, .background = 1h, .firstRetry = 1h, .lastRetry = 1h});
        }
    };

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void nothingIsAskedBeforeTheFirstRefresh()
    {
        Bench bench(*this, 4, 3);
        bench.session.setWatch(ListSession::Watch::Background);
        bench.session.setServerFilter({{u"status"_s, u"fail"_s}});
        bench.session.setFilter(u"x"_s);
        QTest::qWait(20);
        QCOMPARE(bench.server.asked.size(), 0);
        QCOMPARE(bench.session.freshness().state, State::Never);
        QCOMPARE(bench.session.freshness().nextTryMs, -1);
    }

    void eachPageStartsWithTheLastRowOfThePageBefore()
    {
        Bench bench(*this, 4, 9);
        QVERIFY(bench.load());
        QCOMPARE(bench.offsets(), (QList<int>{0, 3, 6}));
        QCOMPARE(shown(bench.session), idsOf(bench.server.rows));
        QCOMPARE(bench.session.counts().loaded, 9);
        QCOMPARE(bench.session.freshness().asOf, bench.server.now);
        QVERIFY(!bench.session.freshness().stoppedEarly);
    }

    void onlyAListReadToItsEndWithoutAFilterIsWhole()
    {
        Bench bench(*this, 4, 9);
        QVERIFY(!bench.session.isWhole());
        bool wasWholeEarly = false;
        bench.server.before = [&](int) { wasWholeEarly = wasWholeEarly || bench.session.isWhole(); };
        QVERIFY(bench.load());
        QVERIFY(bench.session.isWhole() && !wasWholeEarly);
        bench.session.setServerFilter({{u"sort"_s, u"created_at:desc"_s}, {u"limit"_s, u"3"_s}});
        QVERIFY(!bench.session.isNarrowed());
        QVERIFY(bench.load());
        QVERIFY(bench.session.isWhole());
        bench.session.setServerFilter({{u"status"_s, u"fail"_s}});
        QVERIFY(bench.session.isNarrowed() && !bench.session.isWhole());
        QVERIFY(bench.load());
        QVERIFY(!bench.session.isWhole());
    }

    void anEmptyListIsAFreshOne()
    {
        Bench bench(*this, 4, 0);
        QVERIFY(bench.load());
        QCOMPARE(bench.offsets(), QList<int>{0});
        QCOMPARE(bench.session.counts().loaded, 0);
        QCOMPARE(bench.session.freshness().asOf, bench.server.now);
    }

    void aPageThatIsFullIsNotTakenForTheLast()
    {
        Bench bench(*this, 4, 4);
        bench.server.withCount = true;
        QVERIFY(bench.load());
        QCOMPARE(bench.offsets(), (QList<int>{0, 3}));
        QCOMPARE(bench.session.counts().onServer, 4);
    }

    void aServerThatGivesLessThanAskedIsNotCutSilently()
    {
        Bench bench(*this, 10, 20);
        bench.server.withCount = true;
        bench.server.other = [&bench](const FakeServer::Asked &asked) { return bench.server.page(asked.offset, 5); };
        QVERIFY(bench.load());
        QCOMPARE(shown(bench.session), idsOf(bench.server.rows));
    }

    void aServerThatIgnoresTheOffsetComesToAnEnd()
    {
        Bench bench(*this, 4, 9);
        bench.server.other = [&bench](const FakeServer::Asked &) { return bench.server.page(0, 4); };
        QVERIFY(bench.load());
        QCOMPARE(bench.session.counts().loaded, 4);
        QVERIFY(bench.server.asked.size() < 8);
    }

    void aServerThatAnswersAtRandomComesToAnEndWithANote()
    {
        Bench bench(*this, 4, 0);
        int n = 0;
        bench.server.other = [&n](const FakeServer::Asked &) {
            FakeServer junk;
            junk.rows = records(n < 60 ? 4 : 1, u"x%1-"_s.arg(n));
            ++n;
            return junk.page(0, 4);
        };
        QVERIFY(bench.load());
        QVERIFY(bench.session.freshness().stoppedEarly);
    }

    void rowsInsertedMeanwhileLoseNothing()
    {
        Bench bench(*this, 4, 12);
        bench.server.before = [&bench](int number) {
            if (number == 1)
                bench.server.rows = records(3, u"new"_s) + bench.server.rows;
        };
        QVERIFY(bench.load());
        QCOMPARE(shown(bench.session), idsOf(records(12)));
        QVERIFY(!bench.session.freshness().stoppedEarly);
    }

    void rowsRemovedMeanwhileMakeItStepBack()
    {
        Bench bench(*this, 4, 12);
        bench.server.before = [&bench](int number) {
            if (number == 1)
                bench.server.rows.remove(0, 2);
        };
        QVERIFY(bench.load());
        QCOMPARE(bench.offsets().mid(0, 3), (QList<int>{0, 3, 0}));
        QCOMPARE(shown(bench.session), idsOf(records(12)));
    }

    void aListThatBecameShorterThanWhatCameIsReadToItsEnd()
    {
        Bench bench(*this, 4, 6);
        bench.server.before = [&bench](int number) {
            if (number == 1)
                bench.server.rows.remove(0, 4);
        };
        QVERIFY(bench.load());
        QCOMPARE(shown(bench.session), idsOf(records(6)));
    }

    void rowsThatStayAreNeverLostOrDoubled_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 60; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void rowsThatStayAreNeverLostOrDoubled()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        Bench bench(*this, random.bounded(4, 9), random.bounded(0, 70));
        bench.server.withCount = random.bounded(2);
        QSet<QString> everThere;
        for (const Record &row : std::as_const(bench.server.rows))
            everThere.insert(row.id);
        QSet<QString> stayed = everThere;
        int born = 0, backs = 0;
        bench.server.before = [&](int) {
            for (int change = random.bounded(4); change-- > 0;) {
                if (random.bounded(2)) {
                    const Record fresh{u"f%1"_s.arg(++born)};
                    everThere.insert(fresh.id);
                    bench.server.rows.insert(random.bounded(2) ? 0 : random.bounded(bench.server.rows.size() + 1), fresh);
                } else if (!bench.server.rows.isEmpty() && ++backs < 14) {
                    stayed.remove(bench.server.rows.takeAt(random.bounded(bench.server.rows.size())).id);
                }
            }
        };
        QVERIFY(bench.load());
        QVERIFY(bench.server.asked.size() < 300);
        const QStringList rows = shown(bench.session);
        const QSet<QString> seen(rows.cbegin(), rows.cend());
        QCOMPARE(seen.size(), rows.size());
        QVERIFY(everThere.contains(seen));
        QVERIFY(seen.contains(stayed));
    }

    void doubledIdsAreDropped()
    {
        Bench bench(*this, 10, 0);
        bench.server.rows = {{u"a"_s}, {u"b"_s}, {u"a"_s}, {u"c"_s}};
        QVERIFY(bench.load());
        QCOMPARE(shown(bench.session), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
    }

    void unreadableRowsAreCountedOnceAndTheRestIsShown()
    {
        Bench bench(*this, 4, 10);
        for (const int bad : {3, 4, 7}) // on both sides of the seam
            bench.server.rows[bad].id.clear();
        QVERIFY(bench.load());
        QCOMPARE(bench.session.counts().loaded, 7);
        QCOMPARE(bench.session.counts().unreadable, 3);
        QCOMPARE(bench.session.counts().firstProblem, u"id"_s);
        QVERIFY(!bench.session.freshness().stoppedEarly);
    }

    void pagesFullOfUnreadableRowsDoNotHideTheRest()
    {
        Bench bench(*this, 4, 20);
        for (int bad = 2; bad < 15; ++bad)
            bench.server.rows[bad].id.clear();
        QVERIFY(bench.load());
        QCOMPARE(bench.session.counts().loaded, 7);
        QCOMPARE(bench.session.counts().unreadable, 13);
    }

    void theFirstLoadIsShownPageByPage()
    {
        Bench bench(*this, 4, 9);
        bench.server.withCount = true;
        bench.server.holding = true;
        bench.session.refresh();
        QCOMPARE(bench.session.freshness().state, State::Loading);
        bench.server.release();
        QTRY_COMPARE(bench.session.counts().loaded, 4);
        QCOMPARE(bench.session.freshness().state, State::Loading);
        QCOMPARE(bench.session.freshness().page, 1);
        QCOMPARE(bench.session.freshness().pages, 3);
        QTRY_COMPARE(bench.server.asked.size(), 2);
        bench.server.release();
        QTRY_COMPARE(bench.session.counts().loaded, 7);
        QTRY_COMPARE(bench.server.asked.size(), 3);
        bench.server.release();
        QTRY_COMPARE(bench.session.freshness().state, State::Fresh);
        QCOMPARE(bench.session.counts().loaded, 9);
        QVERIFY(!bench.session.model()->index(8, 0).data(ChangedRole).toBool());
    }

    void aStoppedFirstLoadKeepsWhatCameAndStaysQuiet()
    {
        Bench bench(*this, 4, 10);
        bench.server.holding = true;
        bench.session.refresh();
        bench.server.release();
        QTRY_COMPARE(bench.server.asked.size(), 2);
        bench.session.stop();
        QTRY_COMPARE(bench.session.freshness().state, State::Fresh);
        QVERIFY(bench.session.freshness().stoppedEarly);
        QCOMPARE(bench.session.counts().loaded, 4);
        QCOMPARE(bench.session.freshness().nextTryMs, -1);
        bench.server.holding = false;
        QVERIFY(bench.load());
        QCOMPARE(bench.session.counts().loaded, 10);
        QVERIFY(!bench.session.freshness().stoppedEarly);
    }

    void stoppingBeforeAnythingCameLeavesNothing()
    {
        Bench bench(*this, 4, 10);
        bench.server.holding = true;
        bench.session.refresh();
        bench.session.stop();
        QCOMPARE(bench.session.freshness().state, State::Never);
        QVERIFY(!bench.session.freshness().stoppedEarly);
    }

    void stoppingARefreshInPlaceKeepsAllRows()
    {
        Bench bench(*this, 4, 10);
        QVERIFY(bench.load());
        bench.server.holding = true;
        bench.server.rows.remove(0, 5);
        bench.session.refresh();
        bench.server.release();
        QTRY_COMPARE(bench.server.asked.size(), 5);
        bench.session.stop();
        QCOMPARE(bench.session.freshness().state, State::Fresh);
        QVERIFY(!bench.session.freshness().stoppedEarly);
        QTest::qWait(20);
        QCOMPARE(bench.session.counts().loaded, 10);
    }

    void aFailureInTheMiddleKeepsTheLastGoodRows()
    {
        Bench bench(*this, 4, 10);
        QVERIFY(bench.load());
        const QDateTime asOf = bench.session.freshness().asOf;
        bench.server.rows = records(10, u"other"_s);
        bench.server.now = bench.server.now.addSecs(60);
        bench.server.failing = [](int number) {
            return number == 4 ? std::optional(net::ApiError{.kind = net::ErrorKind::Offline}) : std::nullopt;
        };
        QVERIFY(!bench.load());
        QCOMPARE(bench.session.freshness().state, State::Failed);
        QCOMPARE(bench.session.freshness().error.kind, net::ErrorKind::Offline);
        QCOMPARE(bench.session.freshness().asOf, asOf);
        QVERIFY(bench.session.freshness().nextTryMs > 0);
        QCOMPARE(shown(bench.session), idsOf(records(10)));
        QVERIFY(bench.load());
        QCOMPARE(shown(bench.session), idsOf(records(10, u"other"_s)));
        QCOMPARE(bench.session.freshness().asOf, asOf.addSecs(60));
    }

    void aBodyThatCannotBeReadIsAFailure()
    {
        Bench bench(*this, 4, 3);
        QVERIFY(bench.load());
        bench.server.other = [](const FakeServer::Asked &) { return QByteArray("{\"replication_records\":[{"); };
        QVERIFY(!bench.load());
        QCOMPARE(bench.session.freshness().error.kind, net::ErrorKind::BadReply);
        QCOMPARE(bench.session.counts().loaded, 3);
    }

    void failuresAreTriedAgainLaterAndLater()
    {
        Bench bench(*this, 4, 3);
        bench.session.setPace({.moving = 1h, .idle = 1h, .background = 1h, .firstRetry = 10ms, .lastRetry = 40ms});
        bench.server.failing = [](int number) {
            return number < 5 ? std::optional(net::ApiError{.kind = net::ErrorKind::Offline}) : std::nullopt;
        };
        QElapsedTimer timer;
        timer.start();
        bench.session.refresh();
        QTRY_COMPARE(bench.session.freshness().state, State::Fresh);
        QCOMPARE(bench.server.asked.size(), 6);
        QVERIFY(timer.elapsed() >= 10 + 20 + 40 + 40 + 40 - 10); // coarse timers may be early
        QCOMPARE(bench.session.freshness().error, net::ApiError());
    }

    void theServersOwnPauseIsKept()
    {
        Bench bench(*this, 4, 3);
        bench.session.setPace({.firstRetry = 1ms, .lastRetry = 1ms});
        bench.server.failing = [](int) { return std::optional(net::ApiError{.kind = net::ErrorKind::Busy, .retryAfter = 30}); };
        QVERIFY(!bench.load());
        QVERIFY(bench.session.freshness().nextTryMs > 20'000);
    }

    void whoIsSignedOutIsNotAskedAgainByItself()
    {
        Bench bench(*this, 4, 3);
        bench.server.failing = [](int) { return std::optional(net::ApiError{.kind = net::ErrorKind::SignedOut}); };
        QVERIFY(!bench.load());
        QCOMPARE(bench.session.freshness().nextTryMs, -1);
    }

    void aServiceThatIsNotOfferedIsNotAskedAgainByItself()
    {
        Bench bench(*this, 4, 3);
        bench.session.setPace({.firstRetry = 1ms, .lastRetry = 1ms});
        bench.server.failing = [](int) {
            return std::optional(net::ApiError{.kind = net::ErrorKind::Rejected, .code = u"BackupService.4008"_s});
        };
        QVERIFY(!bench.load());
        QCOMPARE(bench.session.freshness().nextTryMs, -1);
        bench.session.setWatch(ListSession::Watch::Background); // nor because the window goes and comes
        bench.session.setWatch(ListSession::Watch::InFront);
        QCOMPARE(bench.session.freshness().nextTryMs, -1);
        bench.server.failing = [](int) { return std::optional<net::ApiError>(); };
        QVERIFY(bench.load()); // the user refreshes
        QVERIFY(bench.session.freshness().nextTryMs >= 0);
    }

    void aRefreshInPlaceKeepsWhatIsHeldOnTo()
    {
        Bench bench(*this, 4, 10);
        QVERIFY(bench.load());
        const QPersistentModelIndex held = bench.session.model()->index(6, 2);
        const QString id = bench.session.model()->key(6).id;
        QSignalSpy reset(bench.session.model(), &QAbstractItemModel::modelReset);
        bench.server.rows.remove(2);
        bench.server.rows.prepend({u"new"_s, u"fail"_s});
        bench.server.rows.prepend({u"new2"_s, u"fail"_s});
        bench.server.rows[6].status = u"fail"_s;
        const QString changed = bench.server.rows.at(6).id;
        QVERIFY(bench.load());
        QCOMPARE(reset.size(), 0);
        QCOMPARE(shown(bench.session), idsOf(bench.server.rows));
        QVERIFY(held.isValid());
        QCOMPARE(bench.session.model()->key(held.row()).id, id);
        QCOMPARE(held.column(), 2);
        const auto tinted = [&bench](const QString &what) {
            return bench.session.model()->index(bench.session.model()->rowOf(bench.key(what)), 0).data(ChangedRole).toBool();
        };
        QVERIFY(tinted(u"new"_s));
        QVERIFY(tinted(changed));
        QVERIFY(!tinted(u"n0000"_s));
    }

    void equalBytesAreNotReadAgainAndSayNothing()
    {
        Bench bench(*this, 4, 9);
        QVERIFY(bench.load());
        const int reads = bench.server.reads();
        const TablePtr table = bench.session.table();
        ListModel &model = *bench.session.model();
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted), removed(&model, &QAbstractItemModel::rowsRemoved),
            changed(&model, &QAbstractItemModel::dataChanged), layout(&model, &QAbstractItemModel::layoutChanged),
            swapped(&bench.session, &ListSession::tableChanged);
        bench.server.now = bench.server.now.addSecs(60);
        QVERIFY(bench.load());
        QCOMPARE(bench.server.reads(), reads);
        QCOMPARE(inserted.size() + removed.size() + changed.size() + layout.size() + swapped.size(), 0);
        QCOMPARE(bench.session.freshness().asOf, bench.server.now);
        QCOMPARE(bench.session.table(), table);
        bench.server.rows.last().status = u"fail"_s; // only the last page is another one
        QVERIFY(bench.load());
        QCOMPARE(bench.server.reads(), reads + 1);
        QCOMPARE(swapped.size(), 1);
    }

    void aRefreshUnderWayIsLeftAlone()
    {
        Bench bench(*this, 4, 3);
        bench.server.holding = true;
        bench.session.refresh();
        bench.session.refresh();
        QCOMPARE(bench.server.asked.size(), 1);
    }

    void anotherServerFilterStartsAnewAndOldAnswersNeverLand()
    {
        Bench bench(*this, 4, 3);
        QVERIFY(bench.load());
        bench.server.holding = true;
        bench.server.rows = records(3, u"old"_s);
        bench.session.refresh();
        bench.server.release(); // its rows are on their way through the worker
        bench.server.holding = false;
        bench.server.rows = records(2, u"new"_s);
        QStringList everShown;
        connect(&bench.session, &ListSession::tableChanged, this, [&] { everShown += shown(bench.session); });
        bench.session.setServerFilter({{u"status"_s, u"fail"_s}});
        QCOMPARE(bench.session.counts().loaded, 3); // the rows stay until the first page is there
        QTRY_COMPARE(bench.session.freshness().state, State::Fresh);
        QCOMPARE(bench.server.asked.last().filter, (net::Query{{u"status"_s, u"fail"_s}}));
        QCOMPARE(shown(bench.session), idsOf(records(2, u"new"_s)));
        QVERIFY(everShown.filter(u"old"_s).isEmpty());
    }

    void theLastFilterWins()
    {
        Bench bench(*this, 20, 50);
        QVERIFY(bench.load());
        for (int i = 0; i < 50; ++i)
            bench.session.setFilter(u"id:n%1"_s.arg(i, 4, 10, QChar(u'0')));
        QTRY_COMPARE(shown(bench.session), QStringList{u"n0049"_s});
        QTest::qWait(10);
        QCOMPARE(shown(bench.session), QStringList{u"n0049"_s});
        QCOMPARE(bench.session.counts().loaded, 50);
        QCOMPARE(bench.session.counts().shown, 1);
    }

    void aFilterSetWhileRowsComeHoldsForThem()
    {
        Bench bench(*this, 4, 20);
        QList<QStringList> wrong;
        connect(&bench.session, &ListSession::tableChanged, this, [&] {
            if (!bench.session.filter().isEmpty() && shown(bench.session).contains(u"n0000"_s))
                wrong.append(shown(bench.session));
        });
        connect(&bench.session, &ListSession::changed, this, [&] {
            if (bench.session.freshness().page > 2)
                bench.session.setFilter(u"n001"_s);
        });
        QVERIFY(bench.load());
        QTRY_COMPARE(bench.session.counts().shown, 10);
        QCOMPARE(wrong, QList<QStringList>{});
        QCOMPARE(bench.session.counts().loaded, 20);
    }

    void filterFacetAndSortWorkWithoutAsking()
    {
        Bench bench(*this, 20, 6);
        for (const int bad : {1, 4})
            bench.server.rows[bad].status = u"fail"_s;
        QVERIFY(bench.load());
        QCOMPARE(bench.session.facets().size(), 2);
        const auto count = [&bench](const QString &word) {
            const QList<Facet> facets = bench.session.facets();
            const auto found = std::ranges::find(facets, word, &Facet::word);
            return found == facets.end() ? 0 : found->count;
        };
        bench.session.setFacet(u"fail"_s);
        QTRY_COMPARE(shown(bench.session), (QStringList{u"n0001"_s, u"n0004"_s}));
        QCOMPARE(count(u"success"_s), 4);
        bench.session.model()->sort(bench.session.model()->columnOf("id"), Qt::DescendingOrder);
        QTRY_COMPARE(shown(bench.session), (QStringList{u"n0004"_s, u"n0001"_s}));
        bench.session.setFilter(u"n0001"_s);
        QTRY_COMPARE(shown(bench.session), QStringList{u"n0001"_s});
        QCOMPARE(count(u"fail"_s), 1);
        QCOMPARE(count(u"success"_s), 0);
        QCOMPARE(bench.server.asked.size(), 1);
    }

    void anOffsetOfTheUsersOwnIsNoGapAndEndsTheListWhereItEnds()
    {
        Bench bench(*this, 10, 100);
        bench.server.withCount = true; // of the whole list, whatever the offset
        bench.session.setServerFilter({{u"offset"_s, u"85"_s}});
        QVERIFY(bench.load());
        QCOMPARE(bench.offsets(), (QList<int>{85, 94}));
        QCOMPARE(shown(bench.session), idsOf(bench.server.rows.mid(85)));
        const ListCounts counts = bench.session.counts();
        QCOMPARE(counts.loaded, 15);
        QCOMPARE(counts.skipped, 85);
        QCOMPARE(counts.onServer, 100);
        QCOMPARE(counts.wanted(), 15);
        QCOMPARE(bench.session.freshness().pages, 2);
        QVERIFY(!bench.session.freshness().stoppedEarly);

        bench.server.asked.clear(); // behind the end
        bench.session.setServerFilter({{u"offset"_s, u"200"_s}});
        QTRY_COMPARE(bench.session.freshness().state, State::Fresh);
        QCOMPARE(bench.offsets(), QList<int>{200});
        QCOMPARE(bench.session.counts().wanted(), 0);
        QVERIFY(!bench.session.freshness().stoppedEarly);

        bench.session.setServerFilter({});
        QTRY_COMPARE(bench.session.counts().loaded, 100);
        QCOMPARE(bench.session.counts().skipped, 0);
    }

    void nothingMovesUnderTheHand()
    {
        Bench bench(*this, 20, 6);
        QVERIFY(bench.load());
        ListModel &model = *bench.session.model();
        bench.session.hold(true);
        const QStringList before = shown(bench.session);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted), removed(&model, &QAbstractItemModel::rowsRemoved),
            layout(&model, &QAbstractItemModel::layoutChanged);
        bench.server.rows.remove(1);                                        // n0001 goes
        bench.server.rows.prepend({u"new"_s});                              // one comes
        bench.server.rows.append(bench.server.rows.takeAt(2));              // n0002 goes to the end
        bench.server.rows[bench.server.rows.size() - 2].status = u"fail"_s; // n0005 changes
        QVERIFY(bench.load());
        QCOMPARE(shown(bench.session), before);
        QCOMPARE(inserted.size() + removed.size() + layout.size(), 0);
        QCOMPARE(model.cell(5, 0).text, u"fail"_s); // values do change in place
        QCOMPARE(bench.session.pendingMoves(), 3);
        QCOMPARE(bench.session.counts().shown, 6);
        QCOMPARE(bench.session.counts().loaded, 6);
        QVERIFY(dynamic_cast<const RecordTable *>(model.table().get())); // what has gone is still a record

        bench.server.rows.prepend({u"newer"_s}); // the next refresh adds to it
        QVERIFY(bench.load());
        QCOMPARE(shown(bench.session), before);
        QCOMPARE(bench.session.pendingMoves(), 4);
        bench.session.applyMoves();
        QCOMPARE(shown(bench.session), idsOf(bench.server.rows));
        QCOMPARE(bench.session.pendingMoves(), 0);

        bench.server.rows.removeFirst();
        QVERIFY(bench.load());
        QCOMPARE(bench.session.pendingMoves(), 1);
        QSignalSpy changed(&bench.session, &ListSession::changed);
        bench.session.hold(false); // applied by itself
        QCOMPARE(changed.size(), 1);
        QCOMPARE(shown(bench.session), idsOf(bench.server.rows));
    }

    void whatGoesAndComesBackUnderTheHandHasNotMoved()
    {
        Bench bench(*this, 20, 4);
        QVERIFY(bench.load());
        bench.session.hold(true);
        const QList<Record> all = bench.server.rows;
        bench.server.rows.remove(1);
        QVERIFY(bench.load());
        QCOMPARE(bench.session.pendingMoves(), 1);
        bench.server.rows = all;
        QVERIFY(bench.load());
        QCOMPARE(bench.session.pendingMoves(), 0);
        QCOMPARE(shown(bench.session), idsOf(all));
        QCOMPARE(bench.session.model()->table(), bench.session.table());
    }

    void aRowThatNoLongerMatchesStaysUnderTheHand()
    {
        Bench bench(*this, 20, 4);
        for (Record &row : bench.server.rows)
            row.status = u"replicating"_s;
        QVERIFY(bench.load());
        bench.session.setFacet(u"replicating"_s);
        QTRY_COMPARE(bench.session.counts().shown, 4);
        bench.session.hold(true);
        bench.server.rows[2].status = u"success"_s;
        QVERIFY(bench.load());
        QCOMPARE(bench.session.counts().shown, 4);
        QCOMPARE(bench.session.model()->cell(2, 0).text, u"success"_s);
        QCOMPARE(bench.session.pendingMoves(), 1);
        bench.session.hold(false);
        QCOMPARE(bench.session.counts().shown, 3);
    }

    void whatTheUserSortsOrFiltersIsShownAtOnce()
    {
        Bench bench(*this, 20, 6);
        QVERIFY(bench.load());
        bench.session.hold(true);
        bench.server.rows.prepend({u"new"_s});
        QVERIFY(bench.load());
        QCOMPARE(bench.session.pendingMoves(), 1);
        bench.session.model()->sort(bench.session.model()->columnOf("id"), Qt::DescendingOrder);
        QTRY_COMPARE(shown(bench.session).constFirst(), u"new"_s);
        QCOMPARE(bench.session.pendingMoves(), 0);
        QCOMPARE(bench.session.counts().shown, 7);
        bench.session.setFilter(u"n000"_s);
        QTRY_COMPARE(bench.session.counts().shown, 6);
        bench.server.rows = records(30, u"other"_s);
        bench.session.setFilter({});
        bench.session.setServerFilter({{u"status"_s, u"fail"_s}}); // two pages, both at once
        QTRY_COMPARE(bench.session.counts().shown, 30);
        QCOMPARE(bench.session.pendingMoves(), 0);
        bench.server.rows.removeFirst(); // and then it is held again
        QVERIFY(bench.load());
        QCOMPARE(bench.session.pendingMoves(), 1);
    }

    void aFirstLoadMayAddRowsAtTheEndUnderTheHand()
    {
        Bench bench(*this, 4, 9);
        bench.session.hold(true);
        QVERIFY(bench.load());
        QCOMPARE(shown(bench.session), idsOf(bench.server.rows));
        QCOMPARE(bench.session.pendingMoves(), 0);
    }

    void movingRowsAreAskedForMoreOften()
    {
        Bench bench(*this, 4, 2);
        bench.session.setPace({.moving = 5ms, .idle = 1h, .background = 1h});
        bench.server.rows[0].status = u"replicating"_s;
        bench.session.refresh();
        QTRY_VERIFY(bench.server.asked.size() > 3);
        bench.server.rows[0].status = u"success"_s;
        QTRY_VERIFY(bench.session.freshness().nextTryMs > 1'000'000);
        const auto asked = bench.server.asked.size();
        QTest::qWait(30);
        QCOMPARE(bench.server.asked.size(), asked);
    }

    void aHiddenListIsNotAskedForAndCatchesUp()
    {
        Bench bench(*this, 4, 2);
        bench.session.setPace({.moving = 5ms, .idle = 5ms, .background = 1h});
        bench.session.setWatch(ListSession::Watch::Hidden);
        QVERIFY(bench.load());
        QTest::qWait(30);
        QCOMPARE(bench.server.asked.size(), 1);
        QCOMPARE(bench.session.freshness().nextTryMs, -1);
        bench.session.setWatch(ListSession::Watch::Background);
        QVERIFY(bench.session.freshness().nextTryMs > 1'000'000);
        bench.session.setWatch(ListSession::Watch::InFront);
        QTRY_VERIFY(bench.server.asked.size() > 2);
    }

    void afterTwoIntervalsAListIsStale()
    {
        Bench bench(*this, 4, 2);
        bench.session.setWatch(ListSession::Watch::Hidden);
        bench.session.setPace({.moving = 5ms, .idle = 5ms, .background = 100ms});
        QList<State> states;
        connect(&bench.session, &ListSession::changed, this, [&] {
            if (states.isEmpty() || states.last() != bench.session.freshness().state)
                states.append(bench.session.freshness().state);
        });
        bench.session.refresh();
        QTRY_COMPARE(states.size(), 3);
        bench.session.refresh();
        QTRY_COMPARE(states.size(), 6);
        QCOMPARE(states, (QList<State>{State::Loading, State::Fresh, State::Stale, State::Loading, State::Fresh, State::Stale}));
    }

    void namesThatArriveLaterAreJoinedWithoutAsking()
    {
        const auto joins = std::make_shared<JoinBox>();
        Bench bench(*this, 4, 6, joins);
        QVERIFY(bench.load());
        ListModel &model = *bench.session.model();
        const int backup = model.columnOf("backup");
        QVERIFY(model.cell(5, backup).notLoaded);
        Joins names{.backupsLoaded = true};
        names.backupName.insert(u"b-n0005"_s, u"daily"_s);
        joins->set(std::make_shared<const Joins>(names));
        const int reads = bench.server.reads();
        bench.session.rejoin();
        QTRY_COMPARE(model.index(5, backup).data().toString(), u"daily"_s);
        QVERIFY(model.cell(4, backup).missing && !model.cell(4, backup).notLoaded);
        QCOMPARE(bench.server.reads(), reads);
        QCOMPARE(bench.server.asked.size(), 2);
    }

    void aBackupThatIsLoadedAndHasNoNameIsNotCalledNotLoaded()
    {
        const auto joins = std::make_shared<JoinBox>();
        Bench bench(*this, 4, 2, joins);
        Joins names; // some backups have come, not all
        names.backupName.insert(u"b-n0000"_s, QString());
        names.serverName.insert(u"b-n0000"_s, QString());
        joins->set(std::make_shared<const Joins>(names));
        QVERIFY(bench.load());
        ListModel &model = *bench.session.model();
        for (const char *id : {"backup", "server"}) {
            const int column = model.columnOf(id);
            QCOMPARE(model.index(0, column).data().toString(), u"—"_s);
            QCOMPARE(model.index(1, column).data().toString(), u"not loaded"_s);
        }
    }

    void namesThatArriveDuringALoadAreNotLost()
    {
        const auto joins = std::make_shared<JoinBox>();
        Bench bench(*this, 4, 20, joins);
        QVERIFY(bench.load());
        int calls = 0;
        connect(&bench.session, &ListSession::changed, this, [&] {
            Joins names{.backupsLoaded = true};
            names.backupName.insert(u"b-n0019"_s, u"name %1"_s.arg(++calls));
            joins->set(std::make_shared<const Joins>(names));
            if (calls < 12)
                bench.session.rejoin();
        });
        QVERIFY(bench.load()); // equal bytes: nothing but the names is new
        QTRY_COMPARE(bench.session.model()->index(19, bench.session.model()->columnOf("backup")).data().toString().left(4),
                     u"name"_s);
    }

    void progressNeverGoesBackAndIsFullOnlyAtTheEnd()
    {
        Bench bench(*this, 4, 0);
        ListModel &model = *bench.session.model();
        const auto progress = [&model] { return model.index(0, model.columnOf("progress")).data(ProgressRole).toInt(); };
        bench.server.rows = {{u"a"_s, u"replicating"_s, 60}};
        QVERIFY(bench.load());
        QCOMPARE(progress(), 60);
        bench.server.rows[0].progress = 40;
        QVERIFY(bench.load());
        QCOMPARE(progress(), 60);
        bench.server.rows[0].progress = 100;
        QVERIFY(bench.load());
        QCOMPARE(progress(), 99);
        bench.server.rows[0].status = u"fail"_s;
        bench.server.rows[0].progress = 62;
        QVERIFY(bench.load());
        const Cell cell = model.cell(0, model.columnOf("progress"));
        QCOMPARE(cell.phase, Cell::Phase::StoppedAt);
        QCOMPARE(cell.number, 62);
    }

    void waitingIsCountedByTheServersClock()
    {
        Bench bench(*this, 4, 0);
        ListModel &model = *bench.session.model();
        bench.server.rows = {{.id = u"a"_s, .status = u"waiting_replicate"_s, .created = u"2026-11-22T11:54:30"_s}};
        QVERIFY(bench.load());
        const auto cell = [&model] { return model.cell(0, model.columnOf("progress")); };
        QCOMPARE(cell().phase, Cell::Phase::Waiting);
        QCOMPARE(cell().number, 300);
        bench.server.now = bench.server.now.addSecs(120); // the same bytes, but it waits on
        const int reads = bench.server.reads();
        QVERIFY(bench.load());
        QCOMPARE(cell().number, 420);
        QCOMPARE(bench.server.reads(), reads);
    }

    void backupsAreReadIntoTheirColumns()
    {
        FakeServer server;
        server.other = [](const FakeServer::Asked &) {
            return QByteArray(R"({"checkpoint_items":[{"id":"i1","checkpoint_id":"c1","name":"daily","status":"available",
                "resource_id":"s1","created_at":"2026-11-22T10:00:00","extend_info":{"resource_name":"db","size":"40960",
                "copy_status":"copying","auto_trigger":true}},{"id":"i2","status":"error"}]})");
        };
        ListSession session({backupOrigin([&server](const net::Query &filter, int offset,
                                                    int limit) { return server.fetch(filter, offset, limit); },
                                          {u"r"_s, u"p"_s})},
                            emptyBackupTable(), &m_worker, m_clock);
        session.refresh();
        QTRY_COMPARE(session.counts().loaded, 2);
        ListModel &model = *session.model();
        QCOMPARE(model.cell(0, model.columnOf("name")).text, u"daily"_s);
        QCOMPARE(model.cell(0, model.columnOf("size")).number, 40960);
        QCOMPARE(model.cell(0, model.columnOf("copy_status")).text, u"copying"_s);
        QVERIFY(session.table()->moves(0));
        QVERIFY(!session.table()->moves(1));
        QVERIFY(model.cell(1, model.columnOf("size")).missing);
        Joins joins;
        joinBackups(joins, dynamic_cast<const BackupTable &>(*session.table()));
        QCOMPARE(joins.serverName.value(u"i1"_s), u"db"_s);
        QCOMPARE(session.sum(model.columnOf("size")), 40960);
        session.setFilter(u"i2"_s);
        QTRY_COMPARE(session.counts().shown, 1);
        QCOMPARE(session.sum(model.columnOf("size")), 0);
    }

    void aSessionMayGoWhileItsWorkIsUnderWay()
    {
        for (int round = 0; round < 20; ++round) {
            Bench bench(*this, 4, 30);
            bench.session.refresh();
            for (int i = 0; i < round; ++i)
                QCoreApplication::processEvents();
            bench.session.setFilter(u"n"_s);
        }
        QCoreApplication::processEvents();
    }

    void aWorkerMayGoWithJobsWaiting()
    {
        int done = 0;
        {
            Worker worker;
            for (int i = 0; i < 100; ++i)
                worker.run([i] { return i; }, this, [&done](int) { ++done; });
        }
        QCoreApplication::processEvents();
        QCOMPARE(done, 0);
    }

    void jobsOfAWorkerRunInTheirOrder()
    {
        Worker worker;
        QList<int> results;
        for (int i = 0; i < 100; ++i)
            worker.run([i] { return i; }, this, [&results](int i_) { results.append(i_); });
        QTRY_COMPARE(results.size(), 100);
        QVERIFY(std::ranges::is_sorted(results));
    }

    // ---- several projects ------------------------------------------------------------------------------------------------

    void severalProjectsAreOneList()
    {
        Fleet fleet(*this);
        fleet.servers[0].rows = records(3, u"a"_s);
        fleet.servers[1].rows = records(2, u"b"_s);
        fleet.servers[2].rows = records(1, u"a"_s); // the same id in another project is another row
        fleet.session.refresh();
        QTRY_COMPARE(fleet.session.freshness().state, State::Fresh);
        QCOMPARE(shown(fleet.session), (QStringList{u"a0000"_s, u"a0001"_s, u"a0002"_s, u"b0000"_s, u"b0001"_s, u"a0000"_s}));
        QVERIFY(fleet.session.isWhole());
        QCOMPARE(fleet.session.counts().loaded, 6);
        const ListModel &model = *fleet.session.model();
        QCOMPARE(model.rowOf({scopeNo(2), u"a0000"_s}), 5);
        QCOMPARE(model.cell(3, model.columnOf("region")).text, u"region-1"_s);
        QCOMPARE(model.cell(3, model.columnOf("project")).text, u"project-1"_s);

        auto names = std::make_shared<QHash<QString, QString>>();
        names->insert(u"project-1"_s, u"erp"_s);
        fleet.names->set(names);
        fleet.session.rejoin();
        QTRY_COMPARE(model.cell(3, model.columnOf("project")).text, u"erp"_s);
        fleet.session.setFilter(u"project:erp"_s);
        QTRY_COMPARE(shown(fleet.session), (QStringList{u"b0000"_s, u"b0001"_s}));
    }

    void bothEndsOfACopyListItAndItIsShownOnce()
    {
        Fleet fleet(*this);
        fleet.servers[0].rows = records(2, u"a"_s);
        fleet.servers[2].rows = records(3, u"c"_s);
        for (Record &row : fleet.servers[2].rows)
            row.source = scopeNo(2).projectId;
        fleet.servers[1].rows = fleet.servers[2].rows.first(2); // copies that came from there
        for (FakeServer &server : fleet.servers)
            server.withCount = true;
        fleet.session.refresh();
        QTRY_COMPARE(fleet.session.freshness().state, State::Fresh);
        const ListModel &model = *fleet.session.model();
        QCOMPARE(shown(fleet.session), (QStringList{u"a0000"_s, u"a0001"_s, u"c0000"_s, u"c0001"_s, u"c0002"_s}));
        QVERIFY(model.rowOf({scopeNo(2), u"c0000"_s}) >= 0);
        QCOMPARE(model.rowOf({scopeNo(1), u"c0000"_s}), -1);
        QCOMPARE(fleet.session.counts().loaded, 5);
        QCOMPARE(fleet.session.counts().onServer, 5);
        fleet.session.setScopes({scopeNo(0), scopeNo(1)}); // without the project they are of
        QTRY_VERIFY(model.rowOf({scopeNo(1), u"c0000"_s}) >= 0);
        QCOMPARE(fleet.session.counts().onServer, 4);
    }

    void aBrokenProjectNeitherHidesNorDelaysTheOthers()
    {
        Fleet fleet(*this);
        fleet.servers[0].rows = records(3, u"a"_s);
        fleet.servers[1].rows = records(2, u"b"_s);
        fleet.servers[1].failing = [](int) {
            return std::optional(net::ApiError{.kind = net::ErrorKind::Denied, .endpoint = u"region-1.example.com"_s});
        };
        fleet.servers[2].rows = records(1, u"c"_s);
        fleet.servers[2].holding = true; // says nothing at all
        fleet.session.refresh();
        QTRY_COMPARE(shown(fleet.session), (QStringList{u"a0000"_s, u"a0001"_s, u"a0002"_s}));
        QList<ListPart> parts = fleet.session.parts();
        QCOMPARE(parts.at(0).freshness.state, State::Fresh);
        QCOMPARE(parts.at(0).counts.loaded, 3);
        QCOMPARE(parts.at(1).scope, scopeNo(1));
        QCOMPARE(parts.at(1).freshness.error.endpoint, u"region-1.example.com"_s);
        QCOMPARE(parts.at(2).freshness.state, State::Loading);
        QCOMPARE(fleet.session.freshness().state, State::Failed); // told above all
        QCOMPARE(fleet.session.freshness().error.kind, net::ErrorKind::Denied);
        QVERIFY(!fleet.session.isWhole());

        fleet.servers[1].failing = {};
        fleet.session.refreshPart(scopeNo(1));
        QTRY_COMPARE(fleet.session.model()->rowCount(), 5);
        QCOMPARE(fleet.session.freshness().state, State::Loading);
        QCOMPARE(fleet.servers[0].asked.size(), 1); // nobody else was asked again
        fleet.servers[2].release();
        QTRY_COMPARE(fleet.session.freshness().state, State::Fresh);
        QVERIFY(fleet.session.isWhole());
    }

    void onlyTheProjectsShownAreAskedFor()
    {
        Fleet fleet(*this);
        for (int i = 0; i < 3; ++i)
            fleet.servers[i].rows = records(2, QString(QChar(u'a' + i)));
        fleet.session.setScopes({scopeNo(1)});
        fleet.session.refresh();
        QTRY_COMPARE(shown(fleet.session), (QStringList{u"b0000"_s, u"b0001"_s}));
        QVERIFY(fleet.session.isWhole());
        QCOMPARE(fleet.servers[0].asked.size() + fleet.servers[2].asked.size(), 0);
        fleet.session.setScopes({scopeNo(0), scopeNo(1)}); // that is asked for the first time now
        QTRY_COMPARE(shown(fleet.session), (QStringList{u"a0000"_s, u"a0001"_s, u"b0000"_s, u"b0001"_s}));
        QCOMPARE(fleet.servers[1].asked.size(), 1);
        fleet.session.setScopes({scopeNo(0)});
        QTRY_COMPARE(fleet.session.model()->rowCount(), 2);
        fleet.servers[1].rows = records(3, u"b"_s);
        fleet.session.setPace({.moving = 1ms, .idle = 1ms, .background = 1ms});
        QTRY_VERIFY(fleet.servers[0].asked.size() > 5);
        QCOMPARE(fleet.servers[1].asked.size(), 1); // out of sight nothing happens by itself
        fleet.session.setScopes({scopeNo(0), scopeNo(1)});
        QTRY_COMPARE(fleet.session.model()->rowCount(), 5);
    }

    void aServerFilterGoesToEachProject()
    {
        Fleet fleet(*this);
        for (int i = 0; i < 3; ++i)
            fleet.servers[i].rows = records(2 + i, QString(QChar(u'a' + i)));
        for (FakeServer &server : fleet.servers)
            server.withCount = true;
        fleet.session.refresh();
        QTRY_COMPARE(fleet.session.counts().onServer, std::optional<qint64>(9));
        fleet.session.setServerFilter({{u"offset"_s, u"1"_s}});
        QTRY_COMPARE(fleet.session.model()->rowCount(), 6);
        QTRY_COMPARE(fleet.session.freshness().state, State::Fresh);
        QCOMPARE(fleet.session.counts().skipped, 3);
        for (const FakeServer &server : fleet.servers)
            QCOMPARE(server.asked.last().offset, 1);
    }
};

QTEST_GUILESS_MAIN(TestListSession)
#include "tst_listsession.moc"
