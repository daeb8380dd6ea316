#pragma once

#include "net/transport.h"
#include "net/verbs.h"

namespace net {

/// What a 2xx of a write says it has begun: replication records, or one job.
struct WriteAnswer
{
    struct Made
    {
        QString of{}; ///< the backup; empty where the service does not say
        QString id{}; ///< record or job
        friend bool operator==(const Made &, const Made &) = default;
    };
    QList<Made> made{};  ///< may be empty where the verb's answer is a list: there was nothing to do
    QString requestId{}; ///< header of the answer
};

/// Reads a 2xx by the verb's description; an entry without its id makes it unreadable, for nobody could watch that one.
Result<WriteAnswer> readAnswer(const Verb &verb, const Answer &answer);

/// Sends a draft, once. Its outcome is in doubt where the answer cannot be read.
CallPtr<WriteAnswer> write(Transport &transport, const Draft &draft);

} // namespace net
