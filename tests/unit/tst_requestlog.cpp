#include "models/requestlog.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using models::RequestLog;

class TestRequestLog final : public QObject
{
    Q_OBJECT

    static net::LogLine line(quint64 number)
    {
        const QDateTime at(QDate(2026, 11, 22), QTime(6, 32, 8, 5), Qt::UTC);
        return {at,    "GET", u"host:1"_s, u"/v1/p/%1"_s.arg(number), number % 2 == 0 ? 200 : 0, 12, u"req-%1"_s.arg(number),
                number};
    }
    static QString text(const RequestLog &log, int row, int column)
    {
        return log.data(log.index(row, column), Qt::DisplayRole).toString();
    }

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void theNewestStandsFirstAndTheOldestGo()
    {
        RequestLog log(3);
        const QAbstractItemModelTester tester(&log, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QSignalSpy resets(&log, &QAbstractItemModel::modelReset);
        for (quint64 i = 1; i <= 5; ++i)
            log.add(line(i));
        QCOMPARE(log.rowCount(), 3);
        QCOMPARE(text(log, 0, RequestLog::Path), u"/v1/p/5"_s);
        QCOMPARE(text(log, 2, RequestLog::Path), u"/v1/p/3"_s);
        QCOMPARE(text(log, 0, RequestLog::Status), u"no answer"_s);
        QCOMPARE(text(log, 1, RequestLog::Status), u"200"_s);
        log.clear();
        QCOMPARE(log.rowCount(), 0);
        log.clear();
        QVERIFY(resets.isEmpty());
    }

    void timesFollowTheZone()
    {
        RequestLog log;
        const QAbstractItemModelTester tester(&log, QAbstractItemModelTester::FailureReportingMode::QtTest);
        log.setZone(QTimeZone(8 * 3600));
        log.add(line(2));
        QCOMPARE(text(log, 0, RequestLog::Time), u"2026-11-22 14:32:08.005"_s);
        QSignalSpy changes(&log, &QAbstractItemModel::dataChanged);
        log.setZone(QTimeZone::utc());
        QCOMPARE(changes.size(), 1);
        QCOMPARE(text(log, 0, RequestLog::Time), u"2026-11-22 06:32:08.005"_s);
    }

    void everyColumnHasAHeader()
    {
        const RequestLog log;
        for (int column = 0; column < log.columnCount(); ++column)
            QVERIFY(!log.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
    }

    void textOfTheServerStaysPlainInToolTips()
    {
        RequestLog log;
        net::LogLine odd = line(2);
        odd.requestId = u"<b>x</b>"_s;
        log.add(odd);
        QVERIFY(!log.data(log.index(0, RequestLog::RequestId), Qt::ToolTipRole).toString().contains(u"<b>"_s));
    }
};

QTEST_GUILESS_MAIN(TestRequestLog)
#include "tst_requestlog.moc"
