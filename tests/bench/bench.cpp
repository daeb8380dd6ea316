#include "bench.h"

#include <QDebug>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bench {

namespace {

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    const std::size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

QString number(double value) { return QString::number(value, 'f', value < 10 ? 2 : 1); }

} // namespace

Result<Measured> alternate(const Sides &sides, int rounds)
{
    std::vector<Peer> all{{u"ours"_s, sides.ours}};
    all.insert(all.end(), sides.theirs.begin(), sides.theirs.end());
    if (all.size() < 2 || rounds < Bench::leastRounds)
        return tl::unexpected(u"a bench needs another side, and %1 rounds at least"_s.arg(Bench::leastRounds));

    std::vector<std::vector<double>> values(all.size());
    std::optional<quint64> rows;
    for (int round = 0; round <= rounds; ++round) {
        for (std::size_t i = 0; i < all.size(); ++i) {
            const auto sample = all[i].side();
            if (!sample)
                return tl::unexpected(u"%1: %2"_s.arg(all[i].name, sample.error()));
            if (rows && sample->checksum && *rows != *sample->checksum)
                return tl::unexpected(u"%1: not the rows of the others"_s.arg(all[i].name));
            if (sample->checksum)
                rows = sample->checksum;
            qDebug().noquote() << "round" << round << all[i].name << sample->value;
            if (round > 0)
                values[i].push_back(sample->value);
        }
    }

    const auto [least, most] = std::minmax_element(values[0].begin(), values[0].end());
    Measured measured{.ours = median(values[0]), .least = *least, .most = *most, .rounds = rounds};
    for (std::size_t i = 1; i < all.size(); ++i) {
        if (const double theirs = median(values[i]); i == 1 || theirs < measured.theirs) {
            measured.theirs = theirs;
            measured.peer = all[i].name;
        }
    }
    if (measured.ours <= 0 || measured.theirs <= 0)
        return tl::unexpected(u"a side came to nothing; there is no ratio"_s);
    return measured;
}

QJsonObject judge(const Bench &bench, const Measured &measured)
{
    const bool atMost = bench.kind == Bench::Kind::AtMost;
    const double ratio = atMost ? measured.ours / measured.theirs : measured.theirs / measured.ours;
    QString against = u"%1: %2 %3"_s.arg(measured.peer, number(measured.theirs), bench.unit);
    if (!bench.circumstances.isEmpty())
        against += u"; %1"_s.arg(bench.circumstances);
    against += u"; median of %1, ours %2 to %3"_s.arg(measured.rounds).arg(number(measured.least), number(measured.most));
    return {{u"name"_s, bench.name},
            {u"value"_s, measured.ours},
            {u"unit"_s, bench.unit},
            {u"against"_s, against},
            {u"ratio"_s, ratio},
            {u"goal"_s, bench.goal},
            {u"holds"_s, atMost ? ratio <= bench.goal : ratio >= bench.goal}};
}

QString tableHead()
{
    return u"%1 %2 %3 %4  %5  %6"_s.arg(u"name"_s, -20)
        .arg(u"value"_s, 13)
        .arg(u"ratio"_s, 8)
        .arg(u"goal"_s, 6)
        .arg(u""_s, -6)
        .arg(u"against"_s);
}

QString tableLine(const QJsonObject &row)
{
    return u"%1 %2 %3 %4  %5  %6"_s.arg(row[u"name"_s].toString(), -20)
        .arg(number(row[u"value"_s].toDouble()) + u' ' + row[u"unit"_s].toString(), 13)
        .arg(number(row[u"ratio"_s].toDouble()), 8)
        .arg(number(row[u"goal"_s].toDouble()), 6)
        .arg(row[u"holds"_s].toBool() ? u"holds"_s : u"MISSED"_s, -6)
        .arg(row[u"against"_s].toString());
}

} // namespace bench
