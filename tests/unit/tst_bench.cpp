#include "bench/bench.h"

#include <QTest>

using namespace Qt::StringLiterals;
using bench::Bench;
using bench::Measured;
using bench::Sample;
using bench::Side;

namespace {

/// Gives these values in turn, the last one for ever, and notes each call.
Side script(std::vector<double> values, QString *calls = nullptr, QChar mark = u'.')
{
    return [values, calls, mark, at = std::size_t(0)]() mutable -> bench::Result<Sample> {
        if (calls)
            calls->append(mark);
        const double value = values[std::min(at, values.size() - 1)];
        ++at;
        return Sample{value};
    };
}

Side overRows(quint64 checksum)
{
    return [checksum]() -> bench::Result<Sample> { return Sample{1, checksum}; };
}

} // namespace

class TestBench final : public QObject
{
    Q_OBJECT

private slots:
    void theSidesTakeTurnsAndTheFirstRoundDoesNotCount()
    {
        QString calls;
        const auto measured =
            bench::alternate({script({900, 3, 1, 2, 4, 5, 6, 7}, &calls, u'o'), {{u"them"_s, script({8}, &calls, u't')}}}, 7);
        QVERIFY(measured);
        QCOMPARE(calls, u"ot"_s.repeated(8));
        QCOMPARE(measured->ours, 4.0);
        QCOMPARE(measured->least, 1.0);
        QCOMPARE(measured->most, 7.0);
        QCOMPARE(measured->theirs, 8.0);
        QCOMPARE(measured->rounds, 7);
    } // NOLINT(clang-analyzer-cplusplus.NewDeleteLeaks): lists of functions, which go with their scope

    void ofSeveralPeersTheBestCounts()
    {
        const auto measured =
            bench::alternate({script({1}), {{u"slow"_s, script({9})}, {u"fast"_s, script({3})}, {u"slower"_s, script({12})}}}, 7);
        QVERIFY(measured);
        QCOMPARE(measured->peer, u"fast"_s);
        QCOMPARE(measured->theirs, 3.0);
    } // NOLINT(clang-analyzer-cplusplus.NewDeleteLeaks): as above

    void otherRowsAreAnError()
    {
        QVERIFY(bench::alternate({overRows(5), {{u"them"_s, overRows(5)}}}, 7));
        const auto measured = bench::alternate({overRows(5), {{u"them"_s, overRows(6)}}}, 7);
        QVERIFY(!measured);
        QVERIFY(measured.error().contains(u"them"_s));
    }

    void aSideThatFailsAndTooFewRoundsAreErrors()
    {
        const Side fails = []() -> bench::Result<Sample> { return tl::unexpected(u"no display"_s); };
        const auto measured = bench::alternate({script({1}), {{u"them"_s, fails}}}, 7);
        QVERIFY(!measured);
        QCOMPARE(measured.error(), u"them: no display"_s);
        QVERIFY(!bench::alternate({script({1}), {{u"them"_s, script({1})}}}, 6));
        QVERIFY(!bench::alternate({script({1}), {}}, 7));
        QVERIFY(!bench::alternate({script({1}), {{u"them"_s, script({0})}}}, 7));
    } // NOLINT(clang-analyzer-cplusplus.NewDeleteLeaks): as above

    void aRatioIsOursOverTheirsOrHowManyTimesBetter_data()
    {
        QTest::addColumn<Bench::Kind>("kind");
        QTest::addColumn<double>("goal");
        QTest::addColumn<double>("ours");
        QTest::addColumn<double>("ratio");
        QTest::addColumn<bool>("holds");
        QTest::newRow("at most, held exactly") << Bench::Kind::AtMost << 1.5 << 15.0 << 1.5 << true;
        QTest::newRow("at most, missed") << Bench::Kind::AtMost << 1.5 << 16.0 << 1.6 << false;
        QTest::newRow("times, held exactly") << Bench::Kind::TimesBetter << 2.0 << 5.0 << 2.0 << true;
        QTest::newRow("times, missed") << Bench::Kind::TimesBetter << 2.0 << 8.0 << 1.25 << false;
    }

    void aRatioIsOursOverTheirsOrHowManyTimesBetter()
    {
        QFETCH(const Bench::Kind, kind);
        QFETCH(const double, goal);
        QFETCH(const double, ours);
        const Bench described{u"start"_s, u"ms"_s, kind, goal, u"offline"_s};
        Measured measured;
        measured.ours = ours;
        measured.theirs = 10;
        measured.peer = u"them"_s;
        const QJsonObject row = bench::judge(described, measured);
        QCOMPARE(row.keys(), (QStringList{u"against"_s, u"goal"_s, u"holds"_s, u"name"_s, u"ratio"_s, u"unit"_s, u"value"_s}));
        QTEST(row[u"ratio"_s].toDouble(), "ratio");
        QTEST(row[u"holds"_s].toBool(), "holds");
        QCOMPARE(row[u"value"_s].toDouble(), ours);
        QCOMPARE(row[u"goal"_s].toDouble(), goal);
        QVERIFY(row[u"against"_s].toString().startsWith(u"them: 10.0 ms; offline"_s));
        QCOMPARE(bench::tableLine(row).contains(u"MISSED"_s), !row[u"holds"_s].toBool());
    }

    void aTimedSideSumsItsRowsOutsideOfTheTime()
    {
        const auto sample = bench::timed(
            [] {
                return std::vector<int>{1, 2, 3};
            },
            [](const std::vector<int> &rows) {
                QTest::qSleep(200);
                return quint64(rows.size());
            })();
        QVERIFY(sample);
        QCOMPARE(sample->checksum, std::optional<quint64>(3));
        QVERIFY2(sample->value < 200, qPrintable(QString::number(sample->value)));
    }
};

QTEST_GUILESS_MAIN(TestBench)
#include "tst_bench.moc"
