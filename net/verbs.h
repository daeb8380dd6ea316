#pragma once

#include "net/records/activedomain.h"
#include "net/records/backup.h"
#include "net/request.h"

#include <QStringList>
#include <QVariantMap>

#include <optional>
#include <span>

namespace net {

/// Why a value or a target does not do, as a code with arguments; ui/ makes the sentence.
struct Reason
{
    enum class Code {
        None,
        Required,        ///< must be given
        TooLong,         ///< %1 most, %2 has; in the rule's unit
        BadCharacters,   ///< %1 the first character outside the allowed set
        FullWidth,       ///< %1 a full-width letter or digit where ASCII is meant
        AngleBrackets,   ///< < and > are refused
        NotOffered,      ///< %1 is not among what the service offers
        WrongState,      ///< the target's state is %1
        SameRegion,      ///< the target region is the source region
        IsReplica,       ///< a replica cannot be copied on
        AlreadyThere,    ///< a replica exists in region %1
        UnderWay,        ///< a replica is being made in region %1
        SoldOut,         ///< the active domain %1 takes no new group
        NameTaken,       ///< an object called %1 exists
        ChineseAbroad,   ///< the international edition documents letters and digits only
        ManualRunning,   ///< a replication started by hand has not ended: the service refuses another
        QuotaShort,      ///< %1 wanted, %2 left, %3 the quota's type as sent
        NothingToDo,     ///< nothing is left that may be written
        NotListed,       ///< %1 backups that failed are not in the list at hand
        LedgerOpening,   ///< what was done before is still being read
        LedgerElsewhere, ///< another window of the same profile writes the ledger
        LedgerNewer,     ///< a later version of the program wrote the ledger
        LedgerBroken,    ///< the ledger cannot be opened: %1, in the system's words
        ReadOnly,        ///< the session is read-only
        SignedOut
    } code = Code::None;
    QStringList arguments{};

    explicit operator bool() const { return code != Code::None; }
    friend bool operator==(const Reason &, const Reason &) = default;
};

/// The rule a text must keep.
enum class FieldRule {
    None,
    ReplicaName,      ///< at most 64 characters: Chinese, ASCII letters and digits, _ and -
    Description,      ///< at most 255 characters, no < and >
    GroupName,        ///< at most 64 bytes of UTF-8: Chinese, ASCII letters and digits, ., _ and -
    GroupDescription, ///< at most 64 bytes of UTF-8, no < and >
    Offered           ///< only what the service offers
};

/// One field of a write: its place in the body, type, rule, default, term and source stand here once.
struct Field
{
    enum class Type { Text, Flag };
    const char *name; ///< member of the request body
    const char *term; ///< glossary term, English; translated in context "Fields"
    Type type = Type::Text;
    bool required = false;
    FieldRule rule = FieldRule::None;
    bool omitDefault = true; ///< an empty text or a false flag is left out of the body
    const char *source = ""; ///< where the rule comes from
};

/// How a write whose answer was lost is settled by reading.
enum class Settle {
    RecordOfBackup,  ///< C4: one replica per backup and region
    RecordsOfPolicy, ///< C4: what the policy had copied since it was sent
    GroupOfName      ///< SDRS 6: a group of that name, sites and time
};

/// A write of the API, described once: the call, the field checks, the request tab, the eligibility reasons, the ledger
/// text and the tests of the rules derive from it.
struct Verb
{
    const char *id;    ///< stable: ledger, settings, tests
    const char *title; ///< English, translated in context "Verbs"
    QByteArray method;
    Service service;
    const char *path;     ///< decoded segments; {project_id} and members of the target in braces
    const char *envelope; ///< the member that holds the fields
    std::span<const Field> fields;
    const char *answerEnvelope; ///< empty: the answer itself
    const char *answerList;     ///< in the envelope, one entry per thing made; empty: there is one, beside the envelope's others
    const char *answerOf;       ///< in an entry: the backup it is for; empty: not said
    const char *answerId;       ///< the id every entry of a 2xx must hold, else it is in doubt
    Settle settle;
    const char *target; ///< glossary term of what it acts on
};

namespace verbs {
extern const Verb replicatePolicy; ///< C2
extern const Verb replicateBackup; ///< C3
extern const Verb createGroup;     ///< SDRS 5
extern const std::span<const Verb *const> all;
const Verb *find(const QString &id); ///< null: this build knows none of that id
} // namespace verbs

/// The provider of CSBS: the one value it takes.
QString csbsProvider();

/// Checks one field's value by its rule.
Reason check(const Field &field, const QString &value);
/// How much of the rule's room a value takes; nothing for rules without a bound. {used, most, bytes?}
struct Room
{
    int used = 0, most = 0;
    bool bytes = false;
};
std::optional<Room> room(const Field &field, const QString &value);

/// May this backup be replicated at all, as far as we can know before asking?
Reason eligible(const Backup &backup);
/// May a protection group be made in this domain?
Reason eligible(const ActiveDomain &domain);

/// Values of a write: fields by name, and the target's path members.
struct Draft
{
    const Verb *verb = nullptr;
    Scope scope{};
    QHash<QString, QString> target{}; ///< path members by name
    QHash<QString, QString> values{}; ///< fields by name; flags as "true" or "false"

    QString value(QLatin1StringView field) const { return values.value(field); }
};

/// The request exactly as it would be sent now.
Request request(const Draft &draft);

} // namespace net
