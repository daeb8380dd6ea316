#include "ui/formats.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
namespace formats = ui::formats;

class TestFormats final : public QObject
{
    Q_OBJECT

private slots:
    void aScheduleIsSaidInDaysAndTimes_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("chinese");
        QTest::newRow("weekly") << u"FREQ=WEEKLY;BYDAY=MO,TH;BYHOUR=2,14;BYMINUTE=5"_s << u"Mon, Thu 02:05, 14:05"_s
                                << u"周一, 周四 02:05, 14:05"_s;
        QTest::newRow("daily") << u"FREQ=DAILY;BYHOUR=12;BYMINUTE=27"_s << u"every day 12:27"_s << u"每天 12:27"_s;
        QTest::newRow("all days") << u"FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR=0;BYMINUTE=0"_s << u"every day 00:00"_s
                                  << u"每天 00:00"_s;
        QTest::newRow("no minute") << u"FREQ=DAILY;BYHOUR=3"_s << u"every day 03:00"_s << u"每天 03:00"_s;
        // What is not understood is shown as it is, not guessed.
        QTest::newRow("monthly") << u"FREQ=MONTHLY;BYMONTHDAY=1;BYHOUR=3"_s << u"FREQ=MONTHLY;BYMONTHDAY=1;BYHOUR=3"_s
                                 << u"FREQ=MONTHLY;BYMONTHDAY=1;BYHOUR=3"_s;
        QTest::newRow("bad day") << u"FREQ=WEEKLY;BYDAY=XX;BYHOUR=3"_s << u"FREQ=WEEKLY;BYDAY=XX;BYHOUR=3"_s
                                 << u"FREQ=WEEKLY;BYDAY=XX;BYHOUR=3"_s;
        QTest::newRow("bad hour") << u"FREQ=DAILY;BYHOUR=25"_s << u"FREQ=DAILY;BYHOUR=25"_s << u"FREQ=DAILY;BYHOUR=25"_s;
        QTest::newRow("nonsense") << u"every blue moon"_s << u"every blue moon"_s << u"every blue moon"_s;
    }
    void aScheduleIsSaidInDaysAndTimes()
    {
        QFETCH(QString, rule);
        QFETCH(QString, english);
        QFETCH(QString, chinese);
        QCOMPARE(formats::schedule(rule, QLocale(u"en_US"_s), u"every day"_s), english);
        QCOMPARE(formats::schedule(rule, QLocale(u"zh_CN"_s), u"每天"_s), chinese);
    }
};

QTEST_GUILESS_MAIN(TestFormats)
#include "tst_formats.moc"
