#pragma once

#include <tl/expected.hpp>

#include <QElapsedTimer>
#include <QJsonObject>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

/// Ours against others. A bench is one described thing: what is measured, against whom, and what is good enough. Later ones
/// are an entry in a list (benches.h) and two sides; rounds, medians, checks and reports are here, once.
namespace bench {

template <typename T> using Result = tl::expected<T, QString>; // the error is one line for people

/// What one side came to in one round.
struct Sample
{
    double value = 0;                  ///< in the unit of the bench
    std::optional<quint64> checksum{}; ///< over the rows it worked on; none where no rows are compared
};

using Side = std::function<Result<Sample>()>; ///< does its work once

struct Peer
{
    QString name;
    Side side;
};

/// Both sides, with what they work on already made: none of that is measured.
struct Sides
{
    Side ours;
    std::vector<Peer> theirs; ///< of several the best counts
};

struct Bench
{
    enum class Kind {
        AtMost,     ///< ours / theirs is at most the goal
        TimesBetter ///< theirs / ours is at least the goal
    };

    QString name;
    QString unit;
    Kind kind = Kind::AtMost;
    double goal = 1;
    QString circumstances{}; ///< of both sides, in a few words; told with the result
    std::function<Result<Sides>()> prepare{};
    int rounds = leastRounds; ///< more where a round is short and the machine is not quiet

    static constexpr int leastRounds = 7;
};

/// The medians of all sides, and the spread of ours.
struct Measured
{
    double ours = 0, least = 0, most = 0;
    double theirs = 0;
    QString peer{}; ///< the one that counts
    int rounds = 0;
};

/// Lets the sides take turns, after one round that does not count: it fills the caches, of the kernel too. An error where a side
/// fails, or where two did not work on the same rows.
Result<Measured> alternate(const Sides &sides, int rounds);

/// What is told of it: an object of the seven members that the table of docs/performance.md has.
QJsonObject judge(const Bench &bench, const Measured &measured);

/// The line of the table for people; \a row is what judge() made.
QString tableLine(const QJsonObject &row);
QString tableHead();

/// A side of this process: milliseconds that \a work takes. What it gives back is summed and released outside of that time.
template <typename Work, typename Sum> Side timed(Work work, Sum sum)
{
    return [work = std::move(work), sum = std::move(sum)]() -> Result<Sample> {
        QElapsedTimer timer;
        timer.start();
        const auto made = work();
        const double milliseconds = double(timer.nsecsElapsed()) / 1e6;
        return Sample{milliseconds, sum(made)};
    };
}

/// What is no program: a limit, such as the time between two frames.
inline Peer limit(const QString &name, double value)
{
    return {name, [value]() -> Result<Sample> { return Sample{value}; }};
}

} // namespace bench
