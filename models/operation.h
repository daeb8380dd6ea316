#pragma once

#include "net/records/job.h"
#include "net/result.h"
#include "net/scope.h"
#include "net/verbs.h"

#include <QDateTime>
#include <QList>
#include <QStringList>

namespace models {

/// One row of an operation that copies backups: what became of one of them. The parts of a job are in Operation::job.
struct OperationPart
{
    QString id{};       ///< replication record; empty: none was made, see isTaken()
    QString backupId{}; ///< the backup copied
    QString name{}, server{};
    std::optional<qint64> sizeMb{};
    /// What was foreseen before sending.
    enum class Plan { None, Sure, Maybe } plan = Plan::None;
    QString word{}; ///< state as the service says it; empty before the first look
    bool final = false;
    bool failed = false;
    bool skipped = false;
    std::optional<int> progress{}; ///< percent, as sent; never shown going backwards
    QString code{}, reason{};      ///< failure, verbatim
    QString madeId{};              ///< the replica, once there is one
    /// Whether the replica was seen in its region after the service had said success.
    enum class Check { None, Asking, Exists, Absent, Unknown } check = Check::None;
    QDateTime began{}, ended{}; ///< UTC, server time; ended: the look that saw it first
    bool straggler = false;     ///< its record was not on the newest pages

    bool isTaken() const { return !id.isEmpty(); } ///< the service made a record for it
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
    net::Draft draft{};     ///< its verb is never null
    QString targetName{};   ///< name of the backup, the policy, the group
    QString targetDetail{}; ///< the server's name; the two sites of a group
    std::optional<qint64> sizeMb{};
    quint64 queue = 0; ///< of the writes confirmed together with it; 0: alone
    QString by{};      ///< user
    State state = State::Queued;
    QDateTime began{}, ended{}; ///< server time, UTC; ended is invalid while it goes on
    QList<OperationPart> parts{};
    QString jobId{};                      ///< of a verb that makes a job
    std::optional<net::Job> job{};        ///< as last seen
    QString madeId{};                     ///< what a job made: the protection group
    std::optional<net::ApiError> error{}; ///< of the write; of the last lost poll in `pollError`
    std::optional<net::ApiError> pollError{};
    QDateTime lastLook{};
    int looks = 0;      ///< how often a write in doubt was looked for
    int candidates = 0; ///< found by the last look
    QString requestId{};
    QList<Step> timeline{};
    bool unread = false; ///< a failure or doubt nobody has opened yet
    bool dated = true;   ///< `began` is the service's time; else our own clock's, for no answer had come before
    bool apart = false;  ///< the last look found clocks so far apart that times tell nothing
    QString declared{};  ///< why a person said that it was not done; empty: nobody did
    /// Why the ledger would not take what happened last, in the system's words; empty: it took everything.
    QString unwritten{};

    bool isOver() const;                     ///< nothing more will happen by itself
    bool isTrouble() const;                  ///< failed, partly failed, refused, not sent, in doubt
    bool isWatched() const;                  ///< accepted, and looked at until it ends
    std::optional<int> progress() const;     ///< percent over all parts; nothing when the service gives no number
    int taken() const;                       ///< parts the service made a record for
    int done() const;                        ///< parts that have ended well
    QStringList failedBackups() const;       ///< ids of the backups whose copies failed, each once
    bool isLate(const QDateTime &now) const; ///< runs longer than such work is known to take
    static QString word(State state);        ///< key into the state words: "in-doubt", "partly-failed", …
    static std::optional<State> stateOf(const QString &word);
    /// Whether a write in one state may come to another (docs/reliability.md has the table).
    static bool mayGo(State from, State to);
};

/// Writes that were confirmed together: sent one after the other, each when the one before it was answered.
struct OperationQueue
{
    quint64 id = 0;
    QList<quint64> operations{};
    bool paused = false;
    bool found = false;                       ///< left by an earlier run: it waits for a new confirmation, which is resume()
    std::optional<net::ApiError> stoppedBy{}; ///< the error that came three times in a row
    int alike = 0;                            ///< how often the last error came in a row
    std::optional<net::ApiError> last{};      ///< of the write answered last
};

} // namespace models
