#pragma once

#include "models/operation.h"

#include <QJsonObject>

namespace models {

/// One line of the ledger: a step of an operation, and what has become known of it since the line before.
struct LedgerEntry
{
    enum class Kind {
        Entered, ///< it came into `state`
        Looked,  ///< it was looked for, and stayed in `state`
        Noted    ///< something became known; no step of the timeline
    };

    quint64 operation = 0;
    QDateTime at{}; ///< server time, UTC
    Kind kind = Kind::Noted;
    Operation::State state = Operation::State::Queued;
    QString detail{};   ///< of the step: data, not a sentence
    QJsonObject body{}; ///< changesOf() what was written before

    static QString word(Kind kind); ///< "entered", "looked", "noted"
    static std::optional<Kind> kindOf(const QString &word);
};

/// All that is kept of an operation but its timeline. Secrets are not among it: a draft holds none, and what the service says
/// was masked when it came.
QJsonObject toJson(const Operation &operation);
/// Nothing when what must be there is not, or names a verb that this build does not know.
std::optional<Operation> operationFromJson(const QJsonObject &object);

/// The members of \a after that differ from \a before; null for one that is gone. Parts are compared one by one.
QJsonObject changesOf(const QJsonObject &before, const QJsonObject &after);
/// Puts changes into \a whole.
void apply(QJsonObject &whole, const QJsonObject &changes);

} // namespace models
