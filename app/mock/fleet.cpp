#include "fleet.h"

#include <algorithm>

namespace mock {

namespace {
constexpr std::uint64_t inverse(std::uint64_t odd)
{
    std::uint64_t x = odd; // right in its last three bits; each step doubles that
    for (int i = 0; i < 5; ++i)
        x *= 2 - odd * x;
    return x;
}
constexpr std::int64_t second = 1'000'000;
} // namespace

Fleet::Fleet(const Plan &plan, const std::vector<Machine> &machines)
    : m_machines(&machines), m_targets(plan.targets), m_spokes(plan.spokes), m_records(std::uint32_t(plan.records)),
      m_policies(std::uint32_t(std::max(plan.policies, 1))), m_key(mixed(plan.seed + 0x9E3779B97F4A7C15u))
{
    int projects = 1;
    for (const auto &list : {plan.targets, plan.spokes})
        for (const int project : list)
            projects = std::max(projects, project + 1);
    m_places.resize(std::size_t(projects));
    std::vector<Place> all;
    for (std::size_t i = 0; i < machines.size(); ++i) {
        all.push_back({std::int32_t(i), machines[i].policy});
        if (machines[i].project < projects)
            m_places[std::size_t(machines[i].project)].push_back(all.back());
    }
    for (std::vector<Place> &list : m_places)
        if (list.empty())
            list = all;

    m_beats = (m_records + perBeat - 1) / perBeat;
    m_sources = m_beats * sourcesPerBeat;
    m_alone = m_beats / 4;
    const long left = std::max(0L, plan.backups - long(m_sources) - long(m_alone));
    // Twelve copies leave eleven replicas.
    const auto kept = std::uint32_t(std::min(long(m_records), left * 12 / 11));
    m_keptFrom = m_records - kept;
    m_backups = m_sources + m_alone + kept;

    const std::int64_t span = std::int64_t(std::max(plan.days, 1)) * 86'400 * second;
    m_stepUs = std::max<std::int64_t>(1, span / std::max<std::int64_t>(1, m_records));
    m_startUs = plan.endUs - 1800 * second - m_stepUs * m_records;

    const std::uint32_t again = std::max(m_beats / 5, 1u);
    for (std::uint8_t i = 0; i < 12; ++i) {
        const auto which = std::uint8_t(i % 3), pass = std::uint8_t(i / 3);
        m_slots[i] = {pass, which, pass, false};
        m_slots[std::size_t(i) + 15] = {again + pass, which, pass, false};
    }
    m_slots[12] = {0, 3, 0, false};
    m_slots[13] = {24, 0, 0, true};
    m_slots[14] = {24, 3, 0, true};
    m_slots[27] = {again, 3, 0, false};
}

static std::int32_t waitMs(std::uint64_t luck) { return std::int32_t(3 + (((luck >> 40) & 0xFF) * 238 >> 8)) * 1000; }
static std::int32_t copyMs(std::uint64_t luck) { return std::int32_t(60 + (((luck >> 48) & 0xFFF) * 1440 >> 12)) * 1000; }

std::int64_t Fleet::endOf(std::uint32_t record, std::uint64_t luck) const
{
    return createdOf(record, luck) + std::int64_t(waitMs(luck) + copyMs(luck)) * 1000;
}

Record Fleet::record(std::uint32_t index) const
{
    const std::uint64_t luck = chance(index);
    const Glance seen = glance(index, luck);
    Record out;
    out.id = recordId(index);
    out.createdUs = createdOf(index, luck);
    out.waitMs = waitMs(luck);
    out.copyMs = seen.status == RecordStatus::Skip ? 0 : copyMs(luck);
    out.backup = std::int32_t(seen.backup);
    out.autoTrigger = isAutomatic(luck);
    out.policy = out.autoTrigger ? runOf(seen.backup).policy : -1;
    out.target = seen.to;
    out.status = out.outcome = seen.status;
    out.progress = seen.status == RecordStatus::Success ? 100 : seen.status == RecordStatus::Fail ? progressAtFailure(luck) : 0;
    if (seen.status == RecordStatus::Fail)
        out.failure = failureOf(luck);
    if (seen.status == RecordStatus::Success) {
        out.targetCheckpoint = targetCheckpoint(index);
        out.targetItem = targetItem(index);
    }
    return out;
}

bool Fleet::hasBackup(std::uint32_t index) const
{
    if (index >= m_backups || !isReplica(index))
        return index < m_backups;
    const std::uint32_t record = recordOfReplica(index);
    return outcomeOf(record, chance(record)) == RecordStatus::Success;
}

Backup Fleet::backup(std::uint32_t index) const
{
    if (isReplica(index)) {
        const std::uint32_t made = recordOfReplica(index);
        const std::uint64_t luck = chance(made);
        const Glance seen = glance(made, luck);
        Backup out = backup(seen.backup);
        out.id = targetItem(made);
        out.checkpoint = targetCheckpoint(made);
        out.project = seen.to;
        out.source = std::int32_t(seen.backup);
        out.createdUs = endOf(made, luck);
        out.policy = -1;
        out.autoTrigger = isAutomatic(luck);
        return out;
    }
    const std::uint64_t luck = chance(index + 0x100000000u);
    const Run run = runOf(index);
    // Before its first copy begins it is done, also where it belongs to the end of its beat.
    const std::int64_t beat = m_stepUs * perBeat, lead = beat + 3000 * second;
    Backup out;
    out.id = backupId(index);
    out.checkpoint = run.checkpoint;
    out.machine = run.machine;
    out.policy = run.policy;
    out.autoTrigger = run.policy >= 0;
    out.project = std::int16_t(projectOf(index));
    out.incremental = !run.isFirst;
    out.sizeMb = std::int32_t((*m_machines)[std::size_t(run.machine)].diskGb *
                              (out.incremental ? 4 + share(57, luck) : 300 + share(601, luck)));
    if (index < m_sources) {
        out.createdUs = m_startUs - lead + (beat / sourcesPerBeat) * index + share(beat / sourcesPerBeat, luck >> 20);
    } else {
        const std::int64_t number = index - m_sources;
        out.createdUs = m_startUs - lead + beat * 4 * number + share(beat * 4, luck >> 20);
        if (number % 10 == 9)
            out.status = BackupStatus::Error;
    }
    return out;
}

std::vector<std::uint32_t> Fleet::recordsOf(std::uint32_t backup) const
{
    if (isReplica(backup))
        return {recordOfReplica(backup)};
    std::vector<std::uint32_t> out;
    if (backup >= m_sources)
        return out;
    const std::uint32_t beat = backup / sourcesPerBeat;
    for (std::uint32_t i = 0; i < perBeat; ++i) {
        const Slot &slot = m_slots[i];
        if (slot.which != backup % sourcesPerBeat)
            continue;
        // Where there is nothing so far back, it was a backup of the beat itself.
        if (slot.lag > beat && slot.lag > 0 && beat * perBeat + i < m_records)
            out.push_back(beat * perBeat + i);
        if (beat + slot.lag < m_beats && (beat + slot.lag) * perBeat + i < m_records)
            out.push_back((beat + slot.lag) * perBeat + i);
    }
    std::sort(out.begin(), out.end());
    return out;
}

CopyStatus Fleet::copyOf(std::uint32_t backup) const
{
    CopyStatus out = CopyStatus::Never;
    if (isReplica(backup))
        return out;
    for (const std::uint32_t record : recordsOf(backup)) {
        const RecordStatus status = outcomeOf(record, chance(record));
        if (status == RecordStatus::Success)
            return CopyStatus::Success;
        if (status == RecordStatus::Fail)
            out = CopyStatus::Fail;
    }
    return out;
}

bool Fleet::isCopied(std::uint32_t backup, int project) const
{
    if (isReplica(backup))
        return false;
    const std::vector<std::uint32_t> records = recordsOf(backup);
    return std::any_of(records.begin(), records.end(), [this, project](std::uint32_t record) {
        const Glance seen = glance(record);
        return seen.to == project && seen.status == RecordStatus::Success;
    });
}

std::optional<std::uint32_t> Fleet::backupOf(const Uuid &id) const
{
    if (m_records == 0 || (id.lo >> 62) != 2 || id.hi != upperHalf(id.lo))
        return std::nullopt;
    static_assert(firstFactor * inverse(firstFactor) == 1 && secondFactor * inverse(secondFactor) == 1);
    std::uint64_t number = id.lo & mask62;
    number ^= number >> 31;
    number = (number * inverse(secondFactor)) & mask62;
    number ^= number >> 31;
    number = ((number * inverse(firstFactor)) & mask62) ^ (m_key & mask62);
    const auto index = std::uint32_t(number);
    switch (number >> 32) {
    case std::uint64_t(Kind::Source):
        return index < m_sources + m_alone ? std::optional(index) : std::nullopt;
    case std::uint64_t(Kind::Replica):
        if (index >= m_keptFrom && index < m_records && hasBackup(index - m_keptFrom + m_sources + m_alone))
            return index - m_keptFrom + m_sources + m_alone;
        return std::nullopt;
    default:
        return std::nullopt;
    }
}

} // namespace mock
