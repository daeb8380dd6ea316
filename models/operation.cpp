#include "models/operation.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace models {

namespace {

using State = Operation::State;

constexpr std::array words{std::pair{"queued"_L1, State::Queued},
                           std::pair{"withdrawn"_L1, State::Withdrawn},
                           std::pair{"prepared"_L1, State::Prepared},
                           std::pair{"sent"_L1, State::Sent},
                           std::pair{"accepted"_L1, State::Accepted},
                           std::pair{"running"_L1, State::Running},
                           std::pair{"succeeded"_L1, State::Succeeded},
                           std::pair{"partly-failed"_L1, State::PartlyFailed},
                           std::pair{"failed"_L1, State::Failed},
                           std::pair{"not-sent"_L1, State::NotSent},
                           std::pair{"refused"_L1, State::Refused},
                           std::pair{"in-doubt"_L1, State::InDoubt},
                           std::pair{"settled-accepted"_L1, State::SettledAccepted},
                           std::pair{"settled-not-done"_L1, State::SettledNotDone}};

// All there are: whatever is not here is refused.
constexpr std::array steps{std::pair{State::Queued, State::Prepared}, std::pair{State::Queued, State::Withdrawn},
                           std::pair{State::Prepared, State::Sent}, std::pair{State::Prepared, State::NotSent},
                           // The answer, or that there is none.
                           std::pair{State::Sent, State::Accepted}, std::pair{State::Sent, State::Refused},
                           std::pair{State::Sent, State::NotSent}, std::pair{State::Sent, State::InDoubt},
                           // What was accepted runs at the service; a job it does not know any more leaves the outcome open.
                           std::pair{State::Accepted, State::Running}, std::pair{State::Accepted, State::Succeeded},
                           std::pair{State::Accepted, State::PartlyFailed}, std::pair{State::Accepted, State::Failed},
                           std::pair{State::Accepted, State::InDoubt}, std::pair{State::Running, State::Succeeded},
                           std::pair{State::Running, State::PartlyFailed}, std::pair{State::Running, State::Failed},
                           std::pair{State::Running, State::InDoubt},
                           // Only reading, or a person, settles a doubt.
                           std::pair{State::InDoubt, State::SettledAccepted}, std::pair{State::InDoubt, State::SettledNotDone},
                           std::pair{State::SettledAccepted, State::Running}, std::pair{State::SettledAccepted, State::Succeeded},
                           std::pair{State::SettledAccepted, State::PartlyFailed},
                           std::pair{State::SettledAccepted, State::Failed}};

} // namespace

bool Operation::isOver() const
{
    switch (state) {
    case State::Queued:
    case State::Prepared:
    case State::Sent:
    case State::Accepted:
    case State::Running:
    case State::InDoubt: // waits for a person
    case State::SettledAccepted:
        return false;
    default:
        return true;
    }
}

bool Operation::isTrouble() const
{
    switch (state) {
    case State::PartlyFailed:
    case State::Failed:
    case State::NotSent:
    case State::Refused:
    case State::InDoubt:
        return true;
    default:
        return false;
    }
}

bool Operation::isWatched() const
{
    return state == State::Accepted || state == State::Running || state == State::SettledAccepted;
}

int Operation::taken() const { return static_cast<int>(std::ranges::count_if(parts, &OperationPart::isTaken)); }

int Operation::done() const
{
    return static_cast<int>(
        std::ranges::count_if(parts, [](const OperationPart &part) { return part.isTaken() && part.final && !part.failed; }));
}

QStringList Operation::failedBackups() const
{
    QStringList ids;
    for (const OperationPart &part : parts) {
        if (part.failed && !part.backupId.isEmpty())
            ids.append(part.backupId);
    }
    ids.removeDuplicates();
    return ids;
}

bool Operation::isLate(const QDateTime &now) const
{
    // Clients of the service wait ten minutes for a job; a copy takes as long as its size asks for.
    constexpr qint64 usualSecs = 600;
    return !jobId.isEmpty() && isWatched() && began.secsTo(now) > usualSecs;
}

std::optional<int> Operation::progress() const
{
    int sum = 0, count = 0;
    for (const OperationPart &part : parts) {
        if (!part.isTaken())
            continue;
        ++count;
        if (part.final)
            sum += 100;
        else if (part.progress)
            sum += std::min(*part.progress, 99);
        else if (part.word != "waiting_replicate"_L1)
            return {}; // it moves, but the service gives no number
    }
    return count > 0 ? std::optional(sum / count) : std::nullopt;
}

QString Operation::word(State state)
{
    const auto it = std::ranges::find(words, state, &std::pair<QLatin1StringView, State>::second);
    return it == words.end() ? QString() : QString(it->first);
}

std::optional<Operation::State> Operation::stateOf(const QString &word)
{
    const auto it = std::ranges::find(words, word, &std::pair<QLatin1StringView, State>::first);
    return it == words.end() ? std::nullopt : std::optional(it->second);
}

bool Operation::mayGo(State from, State to) { return std::ranges::find(steps, std::pair(from, to)) != steps.end(); }

} // namespace models
