#include "net/times.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QDateTime utc(int year, int month, int day, int hour, int minute, int second = 0, int millisecond = 0)
{
    return QDateTime(QDate(year, month, day), QTime(hour, minute, second, millisecond), Qt::UTC);
}

} // namespace

class TimesTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"."_s)); }

    void everyShapeOfTheServicesIsRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QDateTime>("time");
        QTest::addColumn<bool>("assumed");
        const auto row = [](const char *text, const QDateTime &time, bool assumed) {
            QTest::newRow(text) << QString::fromLatin1(text) << time << assumed;
        };
        row("2018-6-14T11:14:48.946000", utc(2018, 6, 14, 11, 14, 48, 946), true); // the seed, month unpadded
        row("2017-04-18T01:21:52.701973", utc(2017, 4, 18, 1, 21, 52, 701), true); // microseconds are cut, not rounded
        row("2017-04-15T04:25:38", utc(2017, 4, 15, 4, 25, 38), true);
        row("2018-08-20 07:31:32", utc(2018, 8, 20, 7, 31, 32), true);
        row("2018-8-2 7:1:2", utc(2018, 8, 2, 7, 1, 2), true);
        row("2018-08-20T07:31", utc(2018, 8, 20, 7, 31), true);
        row("2018-08-20T07:31Z", utc(2018, 8, 20, 7, 31), false);
        row("2018-08-20T07:31:32Z", utc(2018, 8, 20, 7, 31, 32), false);
        row("2018-08-20T07:31:32.5Z", utc(2018, 8, 20, 7, 31, 32, 500), false);
        row("2018-08-20T07:31:32.04Z", utc(2018, 8, 20, 7, 31, 32, 40), false);
        row("2018-08-20T07:31:32.999999999Z", utc(2018, 8, 20, 7, 31, 32, 999), false);
        row("2018-08-20T07:31:32.000000Z", utc(2018, 8, 20, 7, 31, 32), false);
        row("2018-08-20T07:31:32+08:00", utc(2018, 8, 19, 23, 31, 32), false);
        row("2018-08-20T07:31:32+0800", utc(2018, 8, 19, 23, 31, 32), false);
        row("2018-08-20T07:31:32.25-03:30", utc(2018, 8, 20, 11, 1, 32, 250), false);
        row("2018-12-31T23:30-0100", utc(2019, 1, 1, 0, 30), false);
        row("2020-02-29T00:00:00", utc(2020, 2, 29, 0, 0), true);
        row("2018-03-25T02:30:00", utc(2018, 3, 25, 2, 30), true); // an hour that European clocks skip
        row("0001-01-01T00:00:00", utc(1, 1, 1, 0, 0), true);
        row("9999-12-31T23:59:59", utc(9999, 12, 31, 23, 59, 59), true);
    }
    void everyShapeOfTheServicesIsRead()
    {
        QFETCH(QString, text);
        QFETCH(bool, assumed);
        bool zoneAssumed = !assumed;
        const std::optional<QDateTime> time = net::parseTime(text, &zoneAssumed);
        QVERIFY(time);
        QTEST(*time, "time");
        QCOMPARE(time->timeSpec(), Qt::UTC);
        QCOMPARE(zoneAssumed, assumed);
        QVERIFY(net::parseTime(text) == time);
    }

    void otherShapesAndTimesThatDoNotExistAreRefused_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"",
                                 " ",
                                 "null",
                                 "2018",
                                 "2018-06",
                                 "2018-06-14",
                                 "2018-06-14T",
                                 "2018-06-14T11",
                                 "2018-06-14T11:",
                                 "2018-06-14T11:14:",
                                 "2018-06-14T11:14:48.",
                                 "2018-06-14T11:14.5",
                                 "2018-06-14T11:14:48.1234567890",
                                 "18-06-14T11:14:48",
                                 "12018-06-14T11:14:48",
                                 "-2018-06-14T11:14:48",
                                 "+2018-06-14T11:14:48",
                                 "2018/06/14 11:14:48",
                                 "2018-06-14t11:14:48",
                                 "2018-06-14T11:14:48z",
                                 "2018-06-14  11:14:48",
                                 " 2018-06-14T11:14:48",
                                 "2018-06-14T11:14:48 ",
                                 "2018-06-14T11:14:48 Z",
                                 "2018-06-14T11:14:48ZZ",
                                 "2018-06-14T11:14:48,5",
                                 "2018-06-14T11:14:48+",
                                 "2018-06-14T11:14:48+08",
                                 "2018-06-14T11:14:48+8:00",
                                 "2018-06-14T11:14:48+08:0",
                                 "2018-06-14T11:14:48+08:000",
                                 "2018-06-14T11:14:48+24:00",
                                 "2018-06-14T11:14:48+08:60",
                                 "2018-06-14T11:14:48--08:00",
                                 "2018-00-14T11:14:48",
                                 "2018-13-14T11:14:48",
                                 "2018-06-00T11:14:48",
                                 "2018-06-31T11:14:48",
                                 "2019-02-29T11:14:48",
                                 "2018-06-14T24:00:00",
                                 "2018-06-14T11:60:00",
                                 "2018-06-14T11:14:60",
                                 "0000-01-01T00:00:00",
                                 "20180614T111448Z",
                                 "2018-006-14T11:14:48",
                                 "1528974888",
                                 "Thu, 14 Jun 2018 11:14:48 GMT"})
            QTest::newRow(*text ? text : "nothing") << QString::fromLatin1(text);
        QTest::newRow("Arabic digits") << u"٢٠١٨-06-14T11:14:48"_s;
        QTest::newRow("wide digits") << u"２０１８-06-14T11:14:48"_s;
        QTest::newRow("minus sign") << u"2018-06-14T11:14:48\u221208:00"_s;
        QTest::newRow("zero byte") << u"2018-06-14T11:14:48"_s + QChar(0);
    }
    void otherShapesAndTimesThatDoNotExistAreRefused()
    {
        QFETCH(QString, text);
        bool zoneAssumed = true;
        QVERIFY(!net::parseTime(text, &zoneAssumed));
        QVERIFY(zoneAssumed); // untouched
    }

    void everyPrefixOfATimeIsReadOrRefusedWithoutHarm()
    {
        const QString text = u"2018-6-14T11:14:48.946000+08:00"_s;
        for (qsizetype length = 0; length < text.size(); ++length)
            net::parseTime(QStringView(text).first(length));
        QVERIFY(net::parseTime(text));
    }

    void allThreeFormsOfADateHeaderAreRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QDateTime>("time");
        const auto row = [](const char *text, const QDateTime &time) { QTest::newRow(text) << QByteArray(text) << time; };
        row("Sun, 06 Nov 1994 08:49:37 GMT", utc(1994, 11, 6, 8, 49, 37));
        row("Sunday, 06-Nov-94 08:49:37 GMT", utc(1994, 11, 6, 8, 49, 37));
        row("Sun Nov  6 08:49:37 1994", utc(1994, 11, 6, 8, 49, 37));
        row("Tue, 05 Mar 2024 08:09:10 GMT", utc(2024, 3, 5, 8, 9, 10));
        row("Tuesday, 05-Mar-24 08:09:10 GMT", utc(2024, 3, 5, 8, 9, 10));
        row("Tue Mar 15 08:09:10 2024", utc(2024, 3, 15, 8, 9, 10));
        row(" Tue, 5 Mar 2024 08:09:10 GMT ", utc(2024, 3, 5, 8, 9, 10));
        row("Thu, 29 Feb 2024 23:59:59 GMT", utc(2024, 2, 29, 23, 59, 59));
    }
    void allThreeFormsOfADateHeaderAreRead()
    {
        QFETCH(QByteArray, text);
        const std::optional<QDateTime> time = net::parseHttpDate(text);
        QVERIFY(time);
        QTEST(*time, "time");
        QCOMPARE(time->timeSpec(), Qt::UTC);
    }

    void otherDateHeadersAreRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text :
             {"", "GMT", "0", "Tue, 05 Mar 2024 08:09:10", "Tue, 05 Mar 2024 08:09:10 CET", "Tue, 05 Mar 2024 08:09:10 +0100",
              "Tue, 05 Mar 2024 8:09:10 GMT", "Tue, 05 Mar 2024 08:09 GMT", "Tue, 05 Mar 2024 25:09:10 GMT",
              "Tue, 32 Mar 2024 08:09:10 GMT", "Fri, 29 Feb 2023 08:09:10 GMT", "Tue, 05 Mrz 2024 08:09:10 GMT",
              "Tue, 05 Mar 024 08:09:10 GMT", "05 Mar 2024 08:09:10 GMT", "2024-03-05T08:09:10Z",
              "Tue, 05 Mar 2024 08:09:10 GMT GMT", "Tue, 05 Mar 2024 08:09:10.5 GMT", "Tue, 05 M\xe4r 2024 08:09:10 GMT"})
            QTest::addRow("%s", *text ? text : "nothing") << QByteArray(text);
    }
    void otherDateHeadersAreRefused()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!net::parseHttpDate(text));
    }

    void aFilterTimeIsPaddedUtcWithoutAZone()
    {
        const QDateTime time = utc(2018, 6, 4, 1, 2, 3, 946);
        QCOMPARE(net::filterTime(time), u"2018-06-04T01:02:03"_s);
        QCOMPARE(net::filterTime(time.toOffsetFromUtc(8 * 3600)), u"2018-06-04T01:02:03"_s);
        QVERIFY(net::parseTime(net::filterTime(time)) == utc(2018, 6, 4, 1, 2, 3));
    }

    void theSystemsZoneAndLanguageChangeNothing()
    {
        const QByteArray zone = qgetenv("TZ");
        qputenv("TZ", "Asia/Kathmandu");
        QLocale::setDefault(QLocale(QLocale::Arabic, QLocale::Egypt));
        const std::optional<QDateTime> time = net::parseTime(u"2018-6-14T11:14:48.946000");
        const std::optional<QDateTime> date = net::parseHttpDate("Tue, 05 Mar 2024 08:09:10 GMT");
        const QString filter = net::filterTime(utc(2018, 6, 4, 1, 2, 3));
        QLocale::setDefault(QLocale::c());
        zone.isNull() ? qunsetenv("TZ") : qputenv("TZ", zone);
        QVERIFY(time == utc(2018, 6, 14, 11, 14, 48, 946));
        QVERIFY(date == utc(2024, 3, 5, 8, 9, 10));
        QCOMPARE(filter, u"2018-06-04T01:02:03"_s);
    }
};

QTEST_APPLESS_MAIN(TimesTest)
#include "tst_times.moc"
