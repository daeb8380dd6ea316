#include "soak/slope.h"

#include <QTest>

using soak::Point;

/// What the soak goes by.
class TestSlope final : public QObject
{
    Q_OBJECT

private slots:
    void aLineRisesByItsSlopeInPercentOfTheMedian_data()
    {
        QTest::addColumn<std::vector<Point>>("points");
        QTest::addColumn<double>("percent");
        const auto line = [](double from, double perHour) {
            std::vector<Point> points;
            for (int quarter = 0; quarter <= 80; ++quarter)
                points.push_back({4 + quarter / 4.0, from + perHour * quarter / 4.0});
            return points;
        };
        QTest::newRow("flat") << line(200, 0) << 0.0;
        QTest::newRow("rising") << line(100, 2) << 2.0 / 120 * 100;
        QTest::newRow("falling") << line(100, -2) << -2.0 / 80 * 100;
        std::vector<Point> saw = line(200, 0);
        for (std::size_t i = 0; i < saw.size(); ++i)
            saw[i].value += i % 2 == 0 ? 5 : -5;
        saw.pop_back(); // as many above as below
        QTest::newRow("up and down") << saw << -0.0;
        QTest::newRow("nothing") << std::vector<Point>{} << 0.0;
        QTest::newRow("two") << std::vector<Point>{{0, 1}, {1, 2}} << 0.0;
        QTest::newRow("zero") << std::vector<Point>{{0, 0}, {1, 0}, {2, 0}} << 0.0;
    }
    void aLineRisesByItsSlopeInPercentOfTheMedian()
    {
        QFETCH(std::vector<Point>, points);
        QFETCH(double, percent);
        QVERIFY2(std::abs(soak::slopePercent(points) - percent) < 0.05, qPrintable(QString::number(soak::slopePercent(points))));
    }
};

QTEST_GUILESS_MAIN(TestSlope)
#include "tst_slope.moc"
