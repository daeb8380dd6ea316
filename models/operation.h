#pragma once

#include "net/result.h"
#include "net/scope.h"
#include "net/verbs.h"

#include <QDateTime>
#include <QList>

namespace models {

/// One row of an operation: a record, later a sub-job.
struct OperationPart
{
    QString id{};   ///< replication record
    QString name{}; ///< of the backup
    QString word{}; ///< state as the service says it; empty before the first look
    bool final = false;
    bool failed = false;
    bool skipped = false;
    std::optional<int> progress{}; ///< percent, as sent; never shown going backwards
    QString code{}, reason{};      ///< failure, verbatim
    QString madeId{};              ///< the replica, once there is one
};

/// A write of this console, from confirmation to its end. Owned by models::Operations; everything else renders it.
struct Operation
{
    enum class State {
        Queued,
        Withdrawn,
        Prepared,
        Sent,
        Accepted,
        Running,
        Succeeded,
        PartlyFailed,
        Failed,
        NotSent,
        Refused,
        InDoubt,
        SettledAccepted,
        SettledNotDone
    };

    struct Step
    {
        QDateTime at; ///< server time, UTC
        State state;
        QString detail{}; ///< data, not a sentence: a count, a code
        enum class Kind { Entered, Looked } kind = Kind::Entered;
    };

    quint64 id = 0;
    net::Draft draft{};
    QString targetName{};   ///< the backup's name
    QString targetDetail{}; ///< the server's name
    QString by{};           ///< user
    State state = State::Queued;
    QDateTime began{}, ended{}; ///< server time, UTC; ended is invalid while it goes on
    QList<OperationPart> parts{};
    std::optional<net::ApiError> error{}; ///< of the write; of the last lost poll in `pollError`
    std::optional<net::ApiError> pollError{};
    QDateTime lastLook{};
    int looks = 0;          ///< how often a write in doubt was looked for
    int candidates = 0;     ///< found by the last look
    bool straggler = false; ///< its record was not on the newest page
    QString requestId{};
    QList<Step> timeline{};
    bool unread = false; ///< a failure or doubt nobody has opened yet

    bool isOver() const;                 ///< nothing more will happen by itself
    bool isTrouble() const;              ///< failed, partly failed, refused, not sent, in doubt
    std::optional<int> progress() const; ///< percent over all parts; nothing when the service gives no number
    static QString word(State state);    ///< key into the state words: "in-doubt", "partly-failed", …
};

} // namespace models
