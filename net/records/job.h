#pragma once

#include "net/jsonreader.h"

namespace net {

/// An asynchronous job and its parts, which are jobs of the same shape. Source: "查询job状态".
struct Job
{
    enum class Status { Init, Running, Success, Fail, Other };
    /// An object the job worked on or made; a list of ids comes as one entry each.
    struct Entity
    {
        QString key; ///< as sent, such as server_group_id or replication_pair_id
        QString id;
        friend bool operator==(const Entity &, const Entity &) = default;
    };

    QString id;
    QString type; ///< as sent: undocumented types exist
    Status status = Status::Other;
    QString statusWord;            ///< as sent
    TimeStamp beganAt, endedAt;    ///< endedAt is empty while it runs
    QString errorCode, failReason; ///< of a failed job; verbatim, codes of other services occur
    QList<Entity> entities;
    QList<Job> subJobs;

    /// Nothing more will come: it failed, or it succeeded and no part of it is still under way.
    bool over() const;
    /// Success of the job and of all its parts, at every depth. Over without it is a failure, in part at least.
    bool succeeded() const;
    /// Whose code and reason say why: this job, or else the first failed part that gives any; where none does, the first
    /// that failed. A part with an unknown status counts as failed once the job is over. Null when there is none.
    const Job *firstFailure() const;
    /// The id under a key such as disaster_recovery_drill_id, here or in the parts, first found first; empty when absent.
    QString entityId(QStringView key) const;

    /// Parts nested deeper than eight levels make the answer unreadable, for nobody could say how the job ended.
    static Result<Job> read(JsonReader &in);
    friend bool operator==(const Job &, const Job &) = default;
};

} // namespace net
