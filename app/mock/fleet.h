#pragma once

#include "company.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace mock {

/// The past of a large company: up to a million records and the backups they concern, none of which is kept. Row n is computed
/// from the seed and from n, its ids too, and from an id follows what it is the id of. Records stand in the order of their time.
///
/// Time is cut into beats. In each there are four backups, three of the hub (the first project) and one of a spoke, and 28
/// records: the backups of this beat and of the three before go to all targets, two copies are skipped because they are there
/// already, and what was copied a fifth of the days ago, and has expired since, is copied anew. So each record has the hub at
/// one of its ends. Between them are backups that nobody copied, one in ten of them failed. Replicas are kept for as many days
/// as the number of backups allows.
class Fleet
{
public:
    static constexpr long least = 10'000; ///< fewer records are rows of the company, as any other

    struct Plan
    {
        std::uint64_t seed = 0;
        long records = 0, backups = 0; ///< backups: at most
        std::int64_t endUs = 0;        ///< before this all of it is over
        int days = 90;
        std::vector<int> targets; ///< projects that the hub copies to
        std::vector<int> spokes;  ///< projects that copy to the hub
        int policies = 0;
    };

    Fleet() = default;
    /// Keeps a reference to the machines; there must be one, and one target.
    Fleet(const Plan &plan, const std::vector<Machine> &machines);

    std::uint32_t records() const { return m_records; }
    /// Where the numbers of backups end. Not each of them is one: what did not succeed left no replica.
    std::uint32_t backups() const { return m_backups; }
    bool hasBackup(std::uint32_t index) const;

    Record record(std::uint32_t index) const;
    Backup backup(std::uint32_t index) const; ///< without the state of its copies
    CopyStatus copyOf(std::uint32_t backup) const;
    bool isCopied(std::uint32_t backup, int project) const;
    /// Of a backup the copies it was the source of, of a replica the one that made it; oldest first.
    std::vector<std::uint32_t> recordsOf(std::uint32_t backup) const;
    std::optional<std::uint32_t> backupOf(const Uuid &id) const;

    /// What a record is about, as far as filters ask for it.
    struct Glance
    {
        std::uint32_t backup = 0;
        std::int16_t from = 0, to = 0;
        RecordStatus status = RecordStatus::Success;
    };
    Glance glance(std::uint32_t record) const { return glance(record, chance(record)); }
    Glance glance(std::uint32_t record, std::uint64_t chance) const
    {
        const Slot &slot = m_slots[record % perBeat];
        Glance out;
        out.backup = sourceOf(record);
        out.from = std::int16_t(projectOfSource(out.backup));
        const std::uint32_t turn = std::uint32_t(slot.pass) + slot.which + out.backup / sourcesPerBeat;
        out.to = std::int16_t(out.from != 0 ? 0 : m_targets[turn % std::uint32_t(m_targets.size())]);
        out.status = outcomeOf(record, chance);
        return out;
    }
    int projectOf(std::uint32_t backup) const
    {
        return isReplica(backup) ? glance(recordOfReplica(backup)).to : projectOfSource(backup);
    }
    std::int64_t createdOf(std::uint32_t record) const { return createdOf(record, chance(record)); }

    /// What a row of record() is made of, for those who write many of them.
    std::uint64_t chance(std::uint64_t number) const { return mixed(m_key + number * 0x9E3779B97F4A7C15u); }
    std::int64_t createdOf(std::uint32_t record, std::uint64_t chance) const
    {
        return m_startUs + m_stepUs * record + share(m_stepUs, chance >> 20);
    }
    static bool isAutomatic(std::uint64_t chance) { return ((chance >> 10) & 127) < 109; }
    static std::uint8_t progressAtFailure(std::uint64_t chance) { return std::uint8_t((chance >> 57) % 100); }
    static std::uint8_t failureOf(std::uint64_t chance) { return std::uint8_t(1 + (chance >> 50) % 5); }
    Uuid recordId(std::uint32_t record) const { return idOf(Kind::Record, record); }
    Uuid backupId(std::uint32_t source) const { return idOf(Kind::Source, source); }
    Uuid targetCheckpoint(std::uint32_t record) const { return idOf(Kind::TargetCheckpoint, record); }
    Uuid targetItem(std::uint32_t record) const { return idOf(Kind::Replica, record); }

    /// What the row of a source says of its run.
    struct Run
    {
        std::int32_t machine = 0, policy = -1;
        Uuid checkpoint;
        bool isFirst = false; ///< of its machine
    };
    Run runOf(std::uint32_t source) const
    {
        const std::uint32_t beat = source / sourcesPerBeat, which = source % sourcesPerBeat;
        const bool isAlone = source >= m_sources;
        const int project = projectOfSource(source);
        const std::uint32_t turn = isAlone                           ? std::uint32_t(chance(source + 0x200000000u) >> 40)
                                   : which == 3 && !m_spokes.empty() ? beat / std::uint32_t(m_spokes.size())
                                                                     : beat * 3 + which;
        const std::vector<Place> &places = m_places[std::size_t(project)];
        const auto count = std::uint32_t(places.size());
        const std::uint32_t round = turn / count;
        const Place &place = places[turn - round * count];
        Run out;
        out.machine = place.machine;
        out.policy = place.policy;
        out.isFirst = !isAlone && round == 0;
        // A run is one checkpoint with all machines of its policy. What is in no policy, or stands alone, has its own.
        out.checkpoint = place.policy < 0 || isAlone
                             ? idOf(Kind::Own, source)
                             : idOf(Kind::Run, std::uint64_t(round) * m_policies + std::uint32_t(place.policy));
        return out;
    }

private:
    enum class Kind : std::uint8_t { Record, Source, Run, Own, TargetCheckpoint, Replica };
    static constexpr std::uint32_t perBeat = 28, sourcesPerBeat = 4;

    /// A machine, with what is asked of it for each row.
    struct Place
    {
        std::int32_t machine = 0, policy = -1;
    };

    /// What a record of a beat is for.
    struct Slot
    {
        std::uint32_t lag = 0; ///< so many beats after its backup
        std::uint8_t which = 0, pass = 0;
        bool skips = false;
    };

    static std::uint64_t mixed(std::uint64_t z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        return z ^ (z >> 31);
    }
    /// A part of @p whole, by the lowest 20 bits.
    static std::int64_t share(std::int64_t whole, std::uint64_t bits) { return (whole * std::int64_t(bits & 0xFFFFF)) >> 20; }

    static constexpr std::uint64_t mask62 = (std::uint64_t(1) << 62) - 1;
    static constexpr std::uint64_t firstFactor = 0x2545F4914F6CDD1Du, secondFactor = 0x1B873593CC9E2D51u; ///< odd: to be undone

    /// The lower half is a permutation of kind and number: no two ids are the same, and each can be read.
    Uuid idOf(Kind kind, std::uint64_t number) const
    {
        std::uint64_t x = ((std::uint64_t(kind) << 32) | number) ^ (m_key & mask62);
        x = (x * firstFactor) & mask62;
        x ^= x >> 31;
        x = (x * secondFactor) & mask62;
        x ^= x >> 31;
        x |= 0x8000000000000000u;
        return {upperHalf(x), x};
    }
    std::uint64_t upperHalf(std::uint64_t lower) const
    {
        const std::uint64_t x = (lower ^ (m_key << 1)) * 0xBF58476D1CE4E5B9u;
        return ((x ^ (x >> 32)) & 0xFFFFFFFFFFFF0FFFu) | 0x4000u;
    }
    std::uint32_t sourceOf(std::uint32_t record) const
    {
        const std::uint32_t beat = record / perBeat;
        const Slot &slot = m_slots[record % perBeat];
        return (beat >= slot.lag ? beat - slot.lag : beat) * sourcesPerBeat + slot.which;
    }
    int projectOfSource(std::uint32_t source) const
    {
        if (source >= m_sources || source % sourcesPerBeat != 3 || m_spokes.empty())
            return 0;
        return m_spokes[source / sourcesPerBeat % std::uint32_t(m_spokes.size())];
    }
    RecordStatus outcomeOf(std::uint32_t record, std::uint64_t chance) const
    {
        const auto isBad = [](std::uint64_t bits) { return (bits & 1023) < 15; };
        const Slot &slot = m_slots[record % perBeat];
        if (!slot.skips)
            return isBad(chance) ? RecordStatus::Fail : RecordStatus::Success;
        // Skipped, for it is there already; unless the first copy failed.
        const std::uint32_t first = sourceOf(record) / sourcesPerBeat * perBeat + (slot.which == 3 ? 12 : 0);
        return isBad(this->chance(first)) ? RecordStatus::Success : RecordStatus::Skip;
    }
    std::int64_t endOf(std::uint32_t record, std::uint64_t chance) const;
    bool isReplica(std::uint32_t backup) const { return backup >= m_sources + m_alone; }
    std::uint32_t recordOfReplica(std::uint32_t backup) const { return m_keptFrom + (backup - m_sources - m_alone); }

    const std::vector<Machine> *m_machines = nullptr;
    std::vector<std::vector<Place>> m_places; ///< by project; of one without machines those of all
    std::vector<int> m_targets, m_spokes;
    std::array<Slot, perBeat> m_slots{};
    std::uint32_t m_records = 0, m_beats = 0, m_sources = 0, m_alone = 0, m_backups = 0, m_keptFrom = 0;
    std::uint32_t m_policies = 1;
    std::int64_t m_startUs = 0, m_stepUs = 1;
    std::uint64_t m_key = 0;
};

} // namespace mock
