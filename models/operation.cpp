#include "models/operation.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

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
    switch (state) {
    case State::Queued:
        return u"queued"_s;
    case State::Withdrawn:
        return u"withdrawn"_s;
    case State::Prepared:
        return u"prepared"_s;
    case State::Sent:
        return u"sent"_s;
    case State::Accepted:
        return u"accepted"_s;
    case State::Running:
        return u"running"_s;
    case State::Succeeded:
        return u"succeeded"_s;
    case State::PartlyFailed:
        return u"partly-failed"_s;
    case State::Failed:
        return u"failed"_s;
    case State::NotSent:
        return u"not-sent"_s;
    case State::Refused:
        return u"refused"_s;
    case State::InDoubt:
        return u"in-doubt"_s;
    case State::SettledAccepted:
        return u"settled-accepted"_s;
    case State::SettledNotDone:
        return u"settled-not-done"_s;
    }
    return {};
}

} // namespace models
