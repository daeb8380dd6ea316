#pragma once

#include "calendar.h"

#include <cstdint>
#include <cstring>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace mock {

struct Uuid
{
    std::uint64_t hi = 0, lo = 0;

    bool operator==(const Uuid &) const = default;
    auto operator<=>(const Uuid &) const = default;
    void writeTo(char *to) const; ///< 36 characters
    void appendTo(std::string &out) const;
    std::string text() const;
    static std::optional<Uuid> parse(std::string_view text);
};

inline void Uuid::writeTo(char *to) const
{
#ifdef __SSE2__
    // All 32 digits at once: a byte for each half byte, then what lies between the digits and the letters is added to these.
    const __m128i bytes = _mm_set_epi64x(std::int64_t(__builtin_bswap64(lo)), std::int64_t(__builtin_bswap64(hi)));
    const __m128i mask = _mm_set1_epi8(15);
    const __m128i upper = _mm_and_si128(_mm_srli_epi16(bytes, 4), mask), lower = _mm_and_si128(bytes, mask);
    const auto text = [](__m128i digits) {
        const __m128i letters = _mm_and_si128(_mm_cmpgt_epi8(digits, _mm_set1_epi8(9)), _mm_set1_epi8('a' - '0' - 10));
        return _mm_add_epi8(_mm_add_epi8(digits, _mm_set1_epi8('0')), letters);
    };
    const __m128i first = text(_mm_unpacklo_epi8(upper, lower)), second = text(_mm_unpackhi_epi8(upper, lower));
    const std::uint64_t b = std::uint64_t(_mm_cvtsi128_si64(_mm_unpackhi_epi64(first, first)));
    const std::uint64_t c = std::uint64_t(_mm_cvtsi128_si64(second));
    _mm_storel_epi64(reinterpret_cast<__m128i *>(to), first);
    std::memcpy(to + 9, &b, 8); // from here on each store is mended by the next
    const std::uint64_t b2 = b >> 32, c2 = c >> 32;
    std::memcpy(to + 14, &b2, 8);
    std::memcpy(to + 19, &c, 8);
    std::memcpy(to + 24, &c2, 8);
    _mm_storel_epi64(reinterpret_cast<__m128i *>(to + 28), _mm_unpackhi_epi64(second, second));
#else
    static constexpr char digits[] = "0123456789abcdef";
    int at = 0;
    for (int i = 0; i < 32; ++i) {
        if (i == 8 || i == 12 || i == 16 || i == 20)
            ++at;
        to[at++] = digits[((i < 16 ? hi : lo) >> (60 - 4 * (i % 16))) & 15];
    }
#endif
    to[8] = to[13] = to[18] = to[23] = '-';
}

struct UuidHash
{
    std::size_t operator()(const Uuid &id) const { return std::size_t(id.hi ^ (id.lo * 0x9E3779B97F4A7C15u)); }
};

/// The same numbers from the same seed on every machine; the standard distributions promise no such thing.
class Dice
{
public:
    explicit Dice(std::uint64_t seed) : m_state(seed) {}
    std::uint64_t next();
    std::int64_t below(std::int64_t end) { return end <= 0 ? 0 : std::int64_t(next() % std::uint64_t(end)); }
    std::int64_t between(std::int64_t from, std::int64_t to) { return from + below(to - from + 1); }
    bool chance(int percent) { return below(100) < percent; }
    Uuid uuid();
    std::string hexText(int digits);

private:
    std::uint64_t m_state;
};

struct Region
{
    std::string id, chinese, english;
    std::vector<std::string> targets; ///< the regions C1 names
    std::int64_t closesUs = never;    ///< from then on it takes no more copies, and C1 names it nowhere
};

struct Project
{
    std::string id, name, region, description;
    bool sub = false;        ///< a sub-project of its region: signed calls must name it in X-Project-Id
    bool mustUseCbr = false; ///< new to the service: CSBS refuses every call with BackupService.4008
    long room = -1;          ///< how much more it may hold than at the epoch, of backups and of groups; -1: no limit
    long quota = -1;         ///< replicas and backups it may hold; -1: no limit
    long used = 0;
};

struct Machine
{
    Uuid id;
    std::string name, az, ip;
    int project = 0, policy = -1;
    int vcpus = 2, ramMb = 4096, diskGb = 40;
};

struct Policy
{
    Uuid id, operation, trigger;
    std::string name, description, status = "suspended";
    std::string frequency; ///< WEEKLY, DAILY, or HOURLY for every four hours
    int project = 0, hour = 1, minute = 0, maxBackups = 30;
    std::int64_t createdUs = 0;
    std::vector<int> machines;
    std::string raw; ///< served instead of the row, see Odd rows in company.cpp
};

enum class BackupStatus : std::uint8_t {
    Available,
    WaitingProtect,
    Protecting,
    WaitingRestore,
    Restoring,
    Error,
    WaitingDelete,
    Deleting,
    Deleted
};
constexpr int backupStatuses = 9;
const char *word(BackupStatus status);
std::optional<BackupStatus> backupStatus(std::string_view word);

enum class CopyStatus : std::uint8_t { Never, Waiting, Copying, Success, Fail };
const char *word(CopyStatus status);

/// A backup of one machine; with a source, the replica of another one.
struct Backup
{
    Uuid id, checkpoint;
    std::int64_t createdUs = 0;
    std::int32_t machine = 0, policy = -1, source = -1, sizeMb = 0;
    std::int16_t project = 0;
    BackupStatus status = BackupStatus::Available;
    CopyStatus copy = CopyStatus::Never;
    bool autoTrigger = true, incremental = true;
};

enum class RecordStatus : std::uint8_t { Waiting, Replicating, Success, Fail, Skip };
constexpr int recordStatuses = 5;
const char *word(RecordStatus status);
std::optional<RecordStatus> recordStatus(std::string_view word);

/// One copy of one backup to one project of another region. Its state is a function of the calendar.
struct Record
{
    Uuid id, targetCheckpoint, targetItem; ///< the latter two are told once it has succeeded
    std::int64_t createdUs = 0;
    std::int32_t waitMs = 0, copyMs = 0;
    std::int32_t backup = 0, policy = -1, texts = -1; ///< texts: name and description of the copy, index in World::texts
    std::int16_t target = 0;
    RecordStatus status = RecordStatus::Success, outcome = RecordStatus::Success;
    std::uint8_t progress = 100, failure = 0;
    bool autoTrigger = true;

    std::int64_t startUs() const { return createdUs + std::int64_t(waitMs) * 1000; }
    /// An outcome that is none: the copy never ends.
    std::int64_t endUs() const { return outcome == RecordStatus::Replicating ? never : startUs() + std::int64_t(copyMs) * 1000; }
    bool isLive() const { return status == RecordStatus::Waiting || status == RecordStatus::Replicating; }
};

struct Failure
{
    const char *code, *reason;
};
const std::vector<Failure> &failures();

/// What becomes of something that is ordered. A person or a test chooses it by a word in a name: of the copy or the group, and
/// for copies also of the policy, the backup or its server. The words stand at World::fateOf.
enum class Fate : std::uint8_t {
    Usual,
    Fails,
    FailsInPart, ///< a policy: every second of its copies; a group: its job, and the reason stands in a sub-job only
    NeverEnds,
    Skips,  ///< copies only
    Lost,   ///< groups only: the server does not know the job, though the group arrives
    OddType ///< groups only: the type of the job is one that nobody documented
};

struct Scenario;
class Fleet;

/// Everything the endpoint knows, made from the scenario and the seed, moved on by the calendar.
/// Rows are never removed, so an index names a row for life. Backups and records have first the numbers of the fleet, if there
/// is one: rows that are computed when they are asked for. Those that are kept follow.
class World
{
public:
    World(const Scenario &scenario, std::uint64_t seed, long records, std::int64_t epochMs);
    /// @throws std::runtime_error with one line for a scenario that cannot be read
    World(const std::string &scenario, std::uint64_t seed, long records, std::int64_t epochMs);
    ~World();
    World(const World &) = delete;
    World &operator=(const World &) = delete;

    std::string domainName = "BallastDemo", domainId, userId, userName = "dr-admin", password, ak, sk;
    std::string temporaryAk, temporarySk, securityToken;

    std::string recovery = "company"; ///< which networks, groups and drills there are: company, empty or odd
    bool international = false;       ///< an endpoint of the English edition: SDRS takes no Chinese in names
    std::vector<Region> regions;
    std::vector<Project> projects; ///< the first is the door's
    std::vector<Machine> machines;
    std::vector<Policy> policies;
    std::size_t builtRecords = 0; ///< how many records the scenario made; the rest was ordered

    std::size_t backupCount() const; ///< where their numbers end
    std::size_t recordCount() const;
    bool hasBackup(std::size_t index) const; ///< what left no replica in the fleet has a number, too
    Backup backupAt(std::size_t index) const;
    CopyStatus copyOf(std::size_t backup) const; ///< of those of the fleet backupAt() does not say it
    Record recordAt(std::size_t index) const;
    const Fleet &fleet() const { return *m_fleet; }
    int projectOf(std::size_t backup) const;
    /// The records that have this backup at one of their ends.
    std::vector<std::uint32_t> recordsOf(std::size_t backup) const;

    struct Texts
    {
        std::string name, description;
    };
    std::unordered_map<std::uint32_t, Texts> names; ///< of backups whose name does not follow from their id
    std::vector<Texts> texts;
    std::unordered_map<std::uint32_t, std::string> rawBackups, rawRecords; ///< rows served as they stand here

    /// Grows with every change that a list could show, progress aside.
    std::uint64_t version = 0;

    int project(std::string_view id) const;
    const Region *region(std::string_view id) const;
    int backup(std::string_view id) const;
    int policy(std::string_view id) const;
    std::string nameOf(int backup) const;
    std::string descriptionOf(int backup) const;

    /// Brings all copies to where they are at that moment.
    void settle(std::int64_t nowUs);
    /// True when a replica exists or is being made in that region.
    bool hasCopy(int backup, std::string_view region) const;
    /// The regions that copies can go to from @p region.
    std::vector<std::string> targetsOf(const Region &region, std::int64_t nowUs) const;
    /// What of a policy's backups could be copied to that region and is not: available, and neither there nor on its way. A copy
    /// that failed or was skipped left nothing there. Oldest first.
    std::vector<int> uncopied(int policy, std::string_view region) const;
    /// Whether a copy of that policy's backups that was ordered by hand is waiting or running.
    bool isCopiedByHand(int policy) const;

    struct Order
    {
        int backup = -1, target = 0, policy = -1; ///< policy: the one that was executed, -1 for a single backup
        Texts name{};                             ///< of the copy
        bool autoTrigger = false, accelerated = false;
        int number = 0; ///< which of the copies of one execution
    };
    /// Starts a copy: 5 s in the queue, and 2 s more for each before it in one execution; then 25 s of copying, 10 accelerated.
    /// @returns the record's index
    std::size_t replicate(Order order, std::int64_t nowUs);
    Fate fateOf(const Order &order) const;
    long incoming(int project) const; ///< copies on their way to it

    /// By the first of these words that it holds: fail-part, never, skip, lost, odd-type, and those of the scenario's fail_names.
    Fate fateOf(std::string_view name) const;

    std::string example(const std::string &what) const;

    /// Dice for what is made while it runs: ids of new rows, tokens and requests. They follow from the seed, from @p what and
    /// from how often there was such a one before, never from what others asked meanwhile: the same orders make the same ids.
    Dice diceFor(std::string_view what);

private:
    void build(const Scenario &plan, std::uint64_t seed);
    void makeMachines(const Scenario &plan, Dice &dice);
    void makeBackups(const Scenario &plan, Dice &dice);
    void makeRecords(const Scenario &plan, Dice &dice);
    void makeOdd(Dice &dice);
    bool makeFleet(const Scenario &plan, Dice &dice);
    void addLive(const Scenario &plan, Dice &dice, std::size_t number, int of, int target);
    void setCopy(std::size_t backup, CopyStatus status);
    Record &keptRecord(std::uint32_t index);
    int addBackup(Backup backup);
    void finish(Record &record);

    std::uint64_t m_seed;
    std::int64_t m_epochUs;
    std::unordered_map<std::uint64_t, std::uint64_t> m_made; ///< how often, by the hash of what
    std::vector<std::string> m_failNames;
    std::unique_ptr<Fleet> m_fleet;
    std::vector<Backup> m_backups; ///< those that are kept
    std::vector<Record> m_records;
    std::unordered_map<std::uint32_t, CopyStatus> m_fleetCopies; ///< of backups of the fleet that were copied since
    std::unordered_map<Uuid, std::uint32_t, UuidHash> m_backupOf;
    std::unordered_map<std::uint64_t, bool> m_copies; ///< (backup, target's region) of every replica that is or comes
    std::vector<std::uint32_t> m_live;

    std::uint64_t copyKey(int backup, std::string_view region) const;
};

} // namespace mock
