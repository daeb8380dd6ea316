#include "company.h"

#include "calendar.h"
#include "fleet.h"
#include "scenario.h"
#include "text.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <stdexcept>

namespace mock {

// --- ids and dice -------------------------------------------------------------------------------------------------------------

void Uuid::appendTo(std::string &out) const
{
    char text[36];
    writeTo(text);
    out.append(text, sizeof text);
}

std::string Uuid::text() const
{
    std::string out;
    appendTo(out);
    return out;
}

std::optional<Uuid> Uuid::parse(std::string_view text)
{
    if (text.size() != 36)
        return std::nullopt;
    Uuid out;
    int n = 0;
    for (std::size_t i = 0; i < 36; ++i) {
        const char c = text[i];
        if (i == 8 || i == 13 || i == 18 || i == 23) {
            if (c != '-')
                return std::nullopt;
            continue;
        }
        const int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
        if (digit < 0)
            return std::nullopt;
        std::uint64_t &half = n++ < 16 ? out.hi : out.lo;
        half = (half << 4) | std::uint64_t(digit);
    }
    return out;
}

std::uint64_t Dice::next()
{
    // splitmix64
    std::uint64_t z = (m_state += 0x9E3779B97F4A7C15u);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

Uuid Dice::uuid()
{
    Uuid id{next(), next()};
    id.hi = (id.hi & 0xFFFFFFFFFFFF0FFFu) | 0x4000u;
    id.lo = (id.lo & 0x3FFFFFFFFFFFFFFFu) | 0x8000000000000000u;
    return id;
}

std::string Dice::hexText(int digits)
{
    std::string out;
    while (int(out.size()) < digits) {
        const std::uint64_t n = next();
        out += hex(std::string_view(reinterpret_cast<const char *>(&n), sizeof n));
    }
    out.resize(std::size_t(digits));
    return out;
}

// --- words --------------------------------------------------------------------------------------------------------------------

static constexpr std::array backupWords{"available", "waiting_protect", "protecting", "waiting_restore", "restoring",
                                        "error",     "waiting_delete",  "deleting",   "deleted"};
static constexpr std::array copyWords{"na", "waiting_copy", "copying", "success", "fail"};
static constexpr std::array recordWords{"waiting_replicate", "replicating", "success", "fail", "skip"};

const char *word(BackupStatus status) { return backupWords.at(std::size_t(status)); }
const char *word(CopyStatus status) { return copyWords.at(std::size_t(status)); }
const char *word(RecordStatus status) { return recordWords.at(std::size_t(status)); }

std::optional<BackupStatus> backupStatus(std::string_view text)
{
    const auto found = std::find(backupWords.begin(), backupWords.end(), text);
    return found == backupWords.end() ? std::nullopt : std::optional(BackupStatus(found - backupWords.begin()));
}

std::optional<RecordStatus> recordStatus(std::string_view text)
{
    const auto found = std::find(recordWords.begin(), recordWords.end(), text);
    return found == recordWords.end() ? std::nullopt : std::optional(RecordStatus(found - recordWords.begin()));
}

const std::vector<Failure> &failures()
{
    static const std::vector<Failure> list{
        {"CSBS.9006", "Quota exceeded: the destination project cannot hold more replicas."},
        {"CSBS.9999", "Internal error while the replica was being written."},
        {"BackupService.1012", "The number of replicas of this backup has reached the limit."},
        {"BackupService.1002", "The backup type does not support replication."},
        {"CSBS.9998", "The connection to the destination region timed out after 3600 s."},
        {"CSBS.2003", "The backup was being deleted when the replication started."},
    };
    return list;
}

// --- the world
// ------------------------------------------------------------------------------------------------------------------

World::World(const Scenario &scenario, std::uint64_t seed, long recordCount, std::int64_t epochMs)
    : recovery(scenario.recovery), international(scenario.international), m_seed(seed), m_epochUs(epochMs * 1000),
      m_failNames(scenario.failNames), m_fleet(std::make_unique<Fleet>())
{
    build(scenario.withRecords(recordCount), seed);
    builtRecords = this->recordCount();
}

World::~World() = default;

World::World(const std::string &scenario, std::uint64_t seed, long recordCount, std::int64_t epochMs)
    : World(Scenario::named(scenario), seed, recordCount, epochMs)
{
}

void World::build(const Scenario &plan, std::uint64_t seed)
{
    Dice fixed(seed * 0x2545F4914F6CDD1Du + 11);
    domainId = fixed.hexText(32);
    userId = fixed.hexText(32);
    // Made of the seed and never real: a test that finds one of these texts in a log has found a leak.
    password = "Demo-" + fixed.hexText(12) + "!";
    const auto upper = [](std::string text) {
        for (char &c : text)
            if (c >= 'a' && c <= 'z')
                c = char(c - 'a' + 'A');
        return text;
    };
    ak = "DEMOAK" + upper(fixed.hexText(14));
    sk = "DemoSecret" + fixed.hexText(30);
    temporaryAk = "DEMOTP" + upper(fixed.hexText(14));
    temporarySk = "DemoTempSecret" + fixed.hexText(26);
    securityToken = "gQpjbi1ub3J0aC00" + fixed.hexText(200) + "==";

    regions = plan.regions;
    for (Region &region : regions)
        if (region.closesUs != never)
            region.closesUs += m_epochUs;
    for (const auto &site : plan.projects) {
        Project project;
        project.id = site.id.empty() ? fixed.hexText(32) : site.id;
        project.name = site.name;
        project.region = site.region;
        project.description = site.description;
        project.sub = site.name != site.region;
        project.mustUseCbr = site.cbr;
        projects.push_back(project);
    }
    makeMachines(plan, fixed);
    if (!plan.isFleet || !makeFleet(plan, fixed)) {
        makeBackups(plan, fixed);
        makeRecords(plan, fixed);
    }
    if (plan.odd)
        makeOdd(fixed);
    for (std::size_t i = 0; i < backupCount(); ++i)
        if (hasBackup(i))
            ++projects[std::size_t(projectOf(i))].used;
    for (std::size_t i = 0; i < projects.size(); ++i) {
        projects[i].room = plan.projects[i].full ? 0 : plan.projects[i].room;
        if (projects[i].room >= 0)
            projects[i].quota = projects[i].used + incoming(int(i)) + projects[i].room;
    }
}

void World::makeMachines(const Scenario &plan, Dice &rng)
{
    const int projectCount = int(projects.size());
    // Of ten policies six belong to the door's project, of ten machines eight; the rest goes round.
    const auto homeOf = [projectCount](int i, int n, int ofTen) {
        return i * 10 < n * ofTen || projectCount == 1 ? 0 : 1 + i % (projectCount - 1);
    };

    for (std::size_t i = 0; i < plan.policyNames.size(); ++i) {
        Policy policy;
        policy.id = rng.uuid();
        policy.operation = rng.uuid();
        policy.trigger = rng.uuid();
        policy.name = plan.policyNames[i];
        policy.project = homeOf(int(i), int(plan.policyNames.size()), 6);
        policy.frequency = policy.name.find("week") != std::string::npos ? "WEEKLY"
                           : policy.name.find("4h") != std::string::npos ? "HOURLY"
                                                                         : "DAILY";
        policy.hour = int(rng.below(6));
        policy.minute = int(rng.below(60));
        policy.maxBackups = int(rng.between(7, 60));
        policy.status = i % 8 == 4   ? "disabled"
                        : i % 3 == 1 ? "enabled"
                                     : "suspended"; // the documents and the recorded answers differ
        policy.description = i % 2 == 0 ? "Copies leave for the second region after each run." : "";
        policy.createdUs = m_epochUs - std::int64_t(plan.days + 10 + int(i)) * 86'400'000'000 + rng.below(86'400'000'000);
        policies.push_back(policy);
    }
    for (int i = 0; i < plan.servers; ++i) {
        Machine machine;
        machine.id = rng.uuid();
        const int number = int(i / int(plan.serverNames.size())) + 1;
        machine.name =
            plan.serverNames[std::size_t(i) % plan.serverNames.size()] + (number < 10 ? "-0" : "-") + std::to_string(number);
        machine.project = homeOf(i, int(plan.servers), 8);
        machine.az = projects[std::size_t(machine.project)].region + char('a' + rng.below(3));
        machine.ip = "192.168." + std::to_string(machine.project) + "." + std::to_string(10 + i % 240);
        machine.vcpus = 1 << rng.between(1, 5);
        machine.ramMb = machine.vcpus * 2048;
        machine.diskGb = int(rng.between(1, 40)) * 20;
        std::vector<int> fitting;
        for (std::size_t p = 0; p < policies.size(); ++p)
            if (policies[p].project == machine.project)
                fitting.push_back(int(p));
        if (!fitting.empty() && i % 10 != 9) { // one in ten is in no policy
            machine.policy = fitting[std::size_t(i) % fitting.size()];
            policies[std::size_t(machine.policy)].machines.push_back(int(machines.size()));
        }
        machines.push_back(machine);
    }
}

int World::addBackup(Backup backup)
{
    m_backupOf.emplace(backup.id, std::uint32_t(backupCount()));
    m_backups.push_back(backup);
    return int(backupCount()) - 1;
}

void World::makeBackups(const Scenario &plan, Dice &rng)
{
    if (machines.empty() || plan.backups <= 0)
        return;
    m_backups.reserve(std::size_t(plan.backups + plan.records) + 16);
    constexpr std::int64_t hour = 3'600'000'000;
    const std::int64_t span = std::int64_t(std::max(plan.days, 1)) * 24 * hour;
    const auto every = [](const Policy &policy) {
        return policy.frequency == "WEEKLY" ? 168 * hour : policy.frequency == "HOURLY" ? 4 * hour : 24 * hour;
    };

    // Nine of ten backups come from runs of policies, each run one checkpoint with all its machines. Every policy keeps the same
    // number of runs, or as many as fit into the days: a weekly one reaches back furthest, as its retention would have it.
    const long wanted = plan.backups * 92 / 100;
    const auto total = [&](long runs, std::int64_t shrink) {
        long sum = 0;
        for (const Policy &policy : policies)
            sum += long(policy.machines.size()) *
                   std::min<long>(runs, long(span / std::max<std::int64_t>(every(policy) / shrink, 1)));
        return sum;
    };
    long runs = 1;
    std::int64_t shrink = 1; // for sizes no real schedule would reach
    while (total(1'000'000'000, shrink) < wanted && shrink < 1'000'000 && total(1, 1) > 0)
        shrink *= 2;
    for (long step = 1L << 20; step > 0; step /= 2)
        if (total(runs + step, shrink) <= wanted)
            runs += step;

    std::vector<Backup> drafts;
    drafts.reserve(std::size_t(plan.backups));
    const auto draft = [&](int machine, std::int64_t createdUs) -> Backup & {
        Backup backup;
        backup.machine = machine;
        backup.project = std::int16_t(machines[std::size_t(machine)].project);
        backup.createdUs = createdUs;
        drafts.push_back(backup);
        return drafts.back();
    };
    for (std::size_t p = 0; p < policies.size(); ++p) {
        const Policy &policy = policies[p];
        const std::int64_t interval = every(policy) / shrink;
        // The last time its clock struck before the epoch.
        const std::int64_t phase = (std::int64_t(policy.hour) * 60 + policy.minute) * 60'000'000;
        const std::int64_t last =
            m_epochUs - 2 * hour / shrink - ((m_epochUs - 2 * hour / shrink - phase) % interval + interval) % interval;
        for (long run = 0; run < runs && last - run * interval > m_epochUs - span; ++run) {
            const Uuid checkpoint = rng.uuid();
            std::int64_t at = last - run * interval;
            for (const int machine : policy.machines) {
                if (long(drafts.size()) >= plan.backups)
                    break;
                at += rng.between(2'000'000, 90'000'000) / shrink;
                Backup &backup = draft(machine, at);
                backup.policy = std::int32_t(p);
                backup.checkpoint = checkpoint;
                backup.autoTrigger = true;
            }
        }
    }
    // The rest was made by hand.
    while (long(drafts.size()) < plan.backups) {
        Backup &backup = draft(int(rng.below(std::int64_t(machines.size()))), m_epochUs - hour - rng.below(span - hour));
        backup.checkpoint = rng.uuid();
        backup.autoTrigger = false;
    }
    std::stable_sort(drafts.begin(), drafts.end(), [](const Backup &a, const Backup &b) { return a.createdUs < b.createdUs; });

    std::vector<char> hasFull(machines.size(), 0);
    const std::size_t n = drafts.size();
    for (std::size_t i = 0; i < n; ++i) {
        Backup &backup = drafts[i];
        backup.id = rng.uuid();
        char &full = hasFull[std::size_t(backup.machine)];
        backup.incremental = full != 0; // the first of a machine is always full
        full = 1;
        const int disk = machines[std::size_t(backup.machine)].diskGb;
        backup.sizeMb = std::int32_t(disk * (backup.incremental ? rng.between(4, 60) : rng.between(300, 900)));
        if (rng.below(160) == 0)
            backup.status = BackupStatus::Error;
        if (n > 100 && i < 2)
            backup.status = i == 0 ? BackupStatus::Deleting : BackupStatus::WaitingDelete;
        addBackup(backup);
    }
    // A few of the door's own are being made right now.
    for (std::size_t i = n, left = n > 100 ? 3 : 0; i > 0 && left > 0; --i) {
        Backup &backup = m_backups[i - 1];
        if (backup.project != 0)
            continue;
        backup.status = left == 3 ? BackupStatus::WaitingProtect : BackupStatus::Protecting;
        backup.createdUs = m_epochUs - std::int64_t(4 - left) * 95'000'000 - rng.below(1'000'000);
        --left;
    }
}

std::uint64_t World::copyKey(int backup, std::string_view target) const
{
    const auto found = std::find_if(regions.begin(), regions.end(), [target](const Region &r) { return r.id == target; });
    return (std::uint64_t(backup) << 8) | std::uint64_t(found - regions.begin());
}

static RecordStatus outcomeOf(Fate fate)
{
    return fate == Fate::Fails       ? RecordStatus::Fail
           : fate == Fate::Skips     ? RecordStatus::Skip
           : fate == Fate::NeverEnds ? RecordStatus::Replicating
                                     : RecordStatus::Success;
}

void World::makeRecords(const Scenario &plan, Dice &rng)
{
    if (plan.records <= 0 || m_backups.empty())
        return;
    const std::int64_t fullSince = m_epochUs - 6 * 86'400'000'000; // since then the full project refuses what comes
    const int sources = int(m_backups.size());

    struct Draft
    {
        int backup, target;
        RecordStatus outcome;
        int failure;
        std::int64_t createdUs;
    };
    std::vector<Draft> drafts;
    drafts.reserve(std::size_t(plan.records));
    const auto targetsOf = [&](int project) {
        std::vector<int> out;
        const Region *home = region(projects[std::size_t(project)].region);
        for (const std::string &name : home->targets)
            for (std::size_t i = 0; i < projects.size(); ++i)
                if (projects[i].region == name && !projects[i].sub) {
                    out.push_back(int(i));
                    break;
                }
        return out;
    };
    std::vector<std::vector<int>> targets;
    for (std::size_t i = 0; i < projects.size(); ++i)
        targets.push_back(targetsOf(int(i)));

    const long live = plan.replicating + plan.queued;
    const long done = std::max(0L, plan.records - live);
    const long skips = std::min(plan.skipped, done), fails = std::min(plan.failed, done - skips);
    const long quotaFails = fails / 3;

    // The newest available backups wait or are being copied at the epoch; they are kept out of everything else.
    std::vector<int> newest;
    for (int b = sources - 1; b >= 0 && long(newest.size()) < live; --b)
        if (m_backups[std::size_t(b)].status == BackupStatus::Available &&
            !targets[std::size_t(m_backups[std::size_t(b)].project)].empty())
            newest.push_back(b);
    const int firstLive = newest.empty() ? sources : newest.back();

    // Pass by pass over the older backups, so that any ratio of records to backups works out: first to the first target, then
    // to the second, then again and again (as happens when a replica expires and the backup is copied anew).
    const long successes = done - skips - fails;
    std::vector<char> hole(std::size_t(sources), 0);
    for (int b = 0; b < sources; ++b)
        hole[std::size_t(b)] = rng.below(16) == 0 ? 1 : 0; // never copied: the readiness pages live on these
    long made = 0, failedDrafts = 0, quotaDrafts = 0, skipDrafts = 0;
    for (int pass = 0; pass < 64 && made < successes && firstLive > 0; ++pass) {
        const long before = made;
        for (int b = firstLive - 1; b >= 0 && made < successes; --b) {
            const Backup &backup = m_backups[std::size_t(b)];
            const auto &to = targets[std::size_t(backup.project)];
            if (backup.status != BackupStatus::Available || to.empty() || (hole[std::size_t(b)] && pass < 32))
                continue;
            const int target = to[std::size_t(pass) % to.size()];
            const bool full = plan.projects[std::size_t(target)].full;
            const std::int64_t at =
                backup.createdUs + rng.between(6 * 60, 50 * 60) * 1'000'000 + std::int64_t(pass) * 7'200'000'000;
            if (full && at > fullSince) {
                if (quotaDrafts < quotaFails && rng.chance(30)) {
                    drafts.push_back({b, target, RecordStatus::Fail, 0, at});
                    ++quotaDrafts;
                }
                continue;
            }
            if (at >= m_epochUs - 1'800'000'000)
                continue;
            if (failedDrafts < fails - quotaFails && rng.below(std::max(2L, plan.records / 60)) == 0) {
                drafts.push_back({b, target, RecordStatus::Fail, 1 + int(failedDrafts % (long(failures().size()) - 1)), at});
                ++failedDrafts;
                if (rng.chance(60))
                    continue; // the rest was copied later all the same
                drafts.push_back({b, target, RecordStatus::Success, 0, std::min(at + 5'400'000'000, m_epochUs - 1'800'000'000)});
            } else {
                drafts.push_back({b, target, RecordStatus::Success, 0, at});
            }
            ++made;
        }
        if (made == before && pass >= 33)
            break;
    }
    // A second run over what is already there: the service skips it. Whatever failures did not find a place follow here too.
    const std::size_t base = drafts.size();
    for (std::size_t i = 0; base > 0 && skipDrafts < skips; ++i) {
        const Draft &first = drafts[std::size_t(rng.below(std::int64_t(base)))];
        if (first.outcome != RecordStatus::Success && i < base * 4)
            continue;
        drafts.push_back({first.backup, first.target, RecordStatus::Skip, 0,
                          std::min(first.createdUs + 7'300'000'000, m_epochUs - 1'800'000'000)});
        ++skipDrafts;
    }
    for (long n = quotaDrafts + failedDrafts; base > 0 && n < fails; ++n) {
        const Draft first = drafts[std::size_t(rng.below(std::int64_t(base)))];
        drafts.push_back({first.backup, first.target, RecordStatus::Fail, 1 + int(n % (long(failures().size()) - 1)),
                          first.createdUs - 240'000'000});
    }
    std::stable_sort(drafts.begin(), drafts.end(), [](const Draft &a, const Draft &b) { return a.createdUs < b.createdUs; });

    m_records.reserve(drafts.size() + std::size_t(live));
    for (const Draft &draft : drafts) {
        Record record;
        record.id = rng.uuid();
        record.backup = draft.backup;
        record.target = std::int16_t(draft.target);
        record.createdUs = draft.createdUs;
        record.outcome = record.status = draft.outcome;
        record.failure = std::uint8_t(draft.failure);
        record.waitMs = std::int32_t(rng.between(3, 240)) * 1000;
        record.copyMs = draft.outcome == RecordStatus::Skip ? 0 : std::int32_t(rng.between(60, 1500)) * 1000;
        record.progress = draft.outcome == RecordStatus::Success ? 100
                          : draft.outcome == RecordStatus::Fail  ? std::uint8_t(rng.below(100))
                                                                 : 0;
        record.autoTrigger = rng.chance(85);
        record.policy = record.autoTrigger ? m_backups[std::size_t(draft.backup)].policy : -1;
        if (draft.outcome == RecordStatus::Success)
            finish(record);
        else if (draft.outcome == RecordStatus::Fail && m_backups[std::size_t(draft.backup)].copy == CopyStatus::Never)
            m_backups[std::size_t(draft.backup)].copy = CopyStatus::Fail;
        m_records.push_back(record);
    }
    // What runs and what waits at the epoch. The queue empties one by one, or nobody would see it.
    std::reverse(newest.begin(), newest.end());
    for (std::size_t i = 0; i < newest.size(); ++i)
        addLive(plan, rng, i, newest[i], targets[std::size_t(m_backups[std::size_t(newest[i])].project)].front());
    settle(m_epochUs);
}

void World::addLive(const Scenario &plan, Dice &rng, std::size_t number, int of, int target)
{
    const bool running = long(number) < plan.replicating;
    Record record;
    record.id = rng.uuid();
    record.backup = of;
    Backup &backup = m_backups[std::size_t(of) - m_fleet->backups()];
    record.target = std::int16_t(target);
    const std::int64_t ageUs =
        (running ? 14 * 60 : 9 * 60) * std::int64_t(1'000'000) - std::int64_t(number) * 4'000'000 + rng.below(1'000'000);
    record.createdUs = std::max(backup.createdUs, m_epochUs - std::max<std::int64_t>(ageUs, 5'000'000));
    const auto ageMs = std::int32_t((m_epochUs - record.createdUs) / 1000);
    if (running) {
        record.waitMs = std::min(ageMs / 2, 20'000);
        record.copyMs = std::int32_t(double(ageMs - record.waitMs) * 100.0 / double(rng.between(8, 90)));
    } else {
        record.waitMs = ageMs + 20'000 + std::int32_t(number) * 15'000;
        record.copyMs = std::int32_t(rng.between(60, 400)) * 1000;
    }
    record.outcome = outcomeOf(fateOf(Order{of, record.target}));
    record.failure = record.outcome == RecordStatus::Fail ? 1 : 0;
    record.status = RecordStatus::Waiting;
    record.progress = 0;
    record.policy = backup.policy;
    record.autoTrigger = backup.policy >= 0;
    backup.copy = CopyStatus::Waiting;
    m_copies[copyKey(record.backup, projects[std::size_t(record.target)].region)] = true;
    m_live.push_back(std::uint32_t(recordCount()));
    m_records.push_back(record);
}

/// The past of the fleet, and what is going on at the epoch. False where there is nowhere to copy to.
bool World::makeFleet(const Scenario &plan, Dice &rng)
{
    Fleet::Plan past;
    const Region *home = projects.empty() ? nullptr : region(projects[0].region);
    for (std::size_t i = 1; home && i < projects.size(); ++i) {
        const Project &project = projects[i];
        const Region &there = *region(project.region);
        const auto copiesTo = [](const Region &from, const Region &to) {
            return std::find(from.targets.begin(), from.targets.end(), to.id) != from.targets.end();
        };
        if (project.sub || project.mustUseCbr || &there == home)
            continue;
        if (copiesTo(*home, there))
            past.targets.push_back(int(i));
        if (copiesTo(there, *home))
            past.spokes.push_back(int(i));
    }
    if (past.targets.empty() || machines.empty() || projects[0].mustUseCbr)
        return false;
    constexpr std::int64_t second = 1'000'000;
    const long live = std::min(plan.replicating + plan.queued, plan.records);
    past.seed = rng.next();
    past.records = plan.records - live;
    past.backups = plan.backups - live;
    past.endUs = m_epochUs;
    past.days = plan.days;
    past.policies = int(policies.size());
    *m_fleet = Fleet(past, machines);

    // What runs and what waits is of the last two hours; the newest three are being made.
    std::vector<int> mine;
    for (std::size_t i = 0; i < machines.size(); ++i)
        if (machines[i].project == 0)
            mine.push_back(int(i));
    const Uuid checkpoint = rng.uuid();
    for (long i = 0; i < live && !mine.empty(); ++i) {
        const int machine = mine[std::size_t(i) % mine.size()];
        Backup backup;
        backup.id = rng.uuid();
        backup.machine = machine;
        backup.policy = machines[std::size_t(machine)].policy;
        backup.checkpoint = backup.policy < 0 ? rng.uuid() : checkpoint;
        backup.autoTrigger = backup.policy >= 0;
        backup.createdUs = m_epochUs - 7000 * second + i * 15 * second + rng.below(second);
        backup.sizeMb = std::int32_t(machines[std::size_t(machine)].diskGb * rng.between(4, 60));
        const int index = addBackup(backup);
        addLive(plan, rng, std::size_t(i), index, past.targets[std::size_t(i) % past.targets.size()]);
    }
    settle(m_epochUs);
    return true;
}

/// A copy has arrived: its replica is an object of its own in the target project.
void World::finish(Record &record)
{
    const Backup source = backupAt(std::size_t(record.backup));
    setCopy(std::size_t(record.backup), CopyStatus::Success);
    record.progress = 100;
    // Derived, not drawn: the ids must not depend on which of two copies a request happened to settle first.
    Dice own(record.id.hi ^ record.id.lo);
    record.targetCheckpoint = own.uuid();
    record.targetItem = own.uuid();
    bool &there = m_copies[copyKey(record.backup, projects[std::size_t(record.target)].region)];
    if (there && record.status == RecordStatus::Success && record.endUs() < m_epochUs)
        return; // copied anew after the first replica had expired: the ids stand, the object is gone
    there = true;
    Backup replica = source;
    replica.id = record.targetItem;
    replica.checkpoint = record.targetCheckpoint;
    replica.project = record.target;
    replica.source = record.backup;
    replica.createdUs = record.endUs();
    replica.status = BackupStatus::Available;
    replica.copy = CopyStatus::Never;
    replica.policy = -1;
    replica.autoTrigger = record.autoTrigger;
    const int index = addBackup(replica);
    Texts name;
    if (const auto given = names.find(std::uint32_t(record.backup)); given != names.end())
        name = given->second;
    if (record.texts >= 0) {
        const Texts &wanted = texts[std::size_t(record.texts)];
        if (!wanted.name.empty())
            name.name = wanted.name;
        if (!wanted.description.empty())
            name.description = wanted.description;
    }
    if (!name.name.empty() || !name.description.empty())
        names[std::uint32_t(index)] = name;
}

// --- odd rows -----------------------------------------------------------------------------------------------------------------
// What a console must survive: texts that are markup, that turn the line round, that hold control characters or have no end;
// words nobody documented, nulls, four ways to write a time, and one row of wrong types among good ones. Rows that the
// structs cannot hold are written out as text and served as they stand.

static std::string replaced(std::string text, std::string_view from, std::string_view to)
{
    if (const auto at = text.find(from); at != std::string::npos)
        text.replace(at, from.size(), to);
    return text;
}

void World::makeOdd(Dice &rng)
{
    std::string endless;
    while (endless.size() < 30'000)
        endless += "长";
    const std::vector<std::string> odd{"<b>bold</b><img src=\"file:///etc/passwd\"><a href=\"x\">link</a>",
                                       "invoice-\xE2\x80\xAEgpj.exe-\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D",
                                       std::string("line\nbreak\ttab\x01\x1b[31mred\x7f bell\a"),
                                       endless,
                                       "=HYPERLINK(\"http://127.0.0.1/\")",
                                       "",
                                       "  blanks around  ",
                                       "e\xCC\x81\xF0\x9F\x94\xA5\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x92\xBB&amp;"};
    Policy policy;
    policy.id = rng.uuid();
    policy.operation = rng.uuid();
    policy.trigger = rng.uuid();
    policy.name = "<script>alert(1)</script>";
    policy.description = "\xE2\x80\x8F&lt;right to left&gt;";
    policy.frequency = "DAILY";
    policy.status = "paused_by_provider";
    policy.createdUs = m_epochUs - 86'400'000'000;
    for (std::size_t i = 0; i < odd.size(); ++i) {
        Machine machine;
        machine.id = rng.uuid();
        machine.name = odd[i];
        machine.az = "cn-north-4a";
        machine.ip = i % 2 ? "" : "fe80::1";
        machine.policy = 0;
        policy.machines.push_back(int(i));
        machines.push_back(machine);
    }
    policies.push_back(policy);
    Policy broken = policy;
    broken.id = rng.uuid();
    broken.raw = "{\"id\":\"" + broken.id.text() +
                 "\",\"name\":null,\"description\":null,\"status\":17,\"resources\":\"none\","
                 "\"scheduled_operations\":{},\"parameters\":null,\"created_at\":0}";
    policies.push_back(broken);

    const int east = int(projects.size()) - 2;
    for (int i = 0; i < 16; ++i) {
        Backup backup;
        backup.id = rng.uuid();
        backup.checkpoint = rng.uuid();
        backup.machine = i % int(machines.size());
        backup.policy = 0;
        backup.createdUs = m_epochUs - std::int64_t(20 - i) * 3'600'000'000;
        backup.sizeMb = 1000 * i;
        const int index = addBackup(backup);
        names[std::uint32_t(index)] = {odd[std::size_t(i) % odd.size()], "<i>" + std::to_string(i) + "</i>"};
    }
    for (int i = 0; i < 16; ++i) {
        Record record;
        record.id = rng.uuid();
        record.backup = i;
        record.target = std::int16_t(east);
        record.createdUs = m_epochUs - std::int64_t(18 - i) * 3'600'000'000 + 946'000;
        record.waitMs = 5000;
        record.copyMs = 25'000;
        record.policy = 0;
        record.status = record.outcome = i % 5 == 3 ? RecordStatus::Fail : RecordStatus::Success;
        record.failure = 1;
        if (record.status == RecordStatus::Success)
            finish(record);
        std::string plain = "{\"id\":\"" + record.id.text() + "\",\"source_region\":\"cn-north-4\",\"source_project_id\":\"" +
                            projects[0].id + "\",\"source_checkpoint_id\":\"" + m_backups[std::size_t(i)].checkpoint.text() +
                            "\",\"source_checkpoint_item_id\":\"" + m_backups[std::size_t(i)].id.text() +
                            "\",\"destination_region\":\"" + projects[std::size_t(east)].region +
                            "\",\"destination_project_id\":\"" + projects[std::size_t(east)].id +
                            "\",\"status\":\"success\",\"plan_id\":\"" + policy.id.text() + "\",\"created_at\":\"" +
                            unpaddedTime(record.createdUs) + "\",\"extra_info\":{\"progress\":100}}";
        const std::string stamp = unpaddedTime(record.createdUs);
        std::string raw;
        switch (i) {
        case 0:
            raw = replaced(plain, "\"success\"", "\"suspended_by_operator\"");
            break;
        case 1:
            raw = replaced(plain, "\"success\"", "\"<b>success</b>\"");
            break;
        case 2:
            raw = "{\"id\":\"" + record.id.text() +
                  "\",\"source_region\":null,\"source_project_id\":null,\"source_checkpoint_id\":null,\"source_checkpoint_item_"
                  "id\":null,"
                  "\"destination_region\":null,\"destination_project_id\":null,\"status\":\"success\",\"plan_id\":null,\"created_"
                  "at\":null,"
                  "\"extra_info\":null}";
            break;
        case 4:
            raw = replaced(plain, stamp, paddedTime(record.createdUs));
            break;
        case 5:
            raw = replaced(plain, stamp, spacedTime(record.createdUs));
            break;
        case 6:
            raw = replaced(plain, stamp, paddedTime(record.createdUs).substr(0, 19) + "Z");
            break;
        case 7: // the row of wrong types
            raw = "{\"id\":4711,\"source_region\":[\"cn-north-4\"],\"status\":{\"is\":\"success\"},\"created_at\":1528975000,"
                  "\"extra_info\":[1,2,3]}";
            break;
        case 9:
            raw = replaced(plain, "\"extra_info\":{\"progress\":100}",
                           "\"extra_info\":\"{\\\"progress\\\": 100}\",\"unknown_member\":1e400");
            break;
        case 10:
            raw = replaced(plain, stamp, "yesterday");
            break;
        case 11:
            raw = "{\"id\":\"" + record.id.text() + "\"}";
            break;
        case 12:
            raw = replaced(plain, record.id.text(), "411119f0e-f4b9-4b03-9f8b-" + std::string(13, 'a'));
            break;
        default:
            break;
        }
        if (!raw.empty())
            rawRecords[std::uint32_t(m_records.size())] = raw;
        m_records.push_back(record);
    }
    rawBackups[14] = "{\"id\":null,\"name\":12,\"status\":[],\"created_at\":{},\"extend_info\":\"{}\",\"backup_data\":null}";
    rawBackups[15] =
        "{\"id\":\"" + m_backups[15].id.text() +
        "\",\"checkpoint_id\":null,\"name\":null,\"description\":null,\"status\":\"half_available\",\"resource_id\":null,"
        "\"created_at\":null,\"extend_info\":null,\"backup_data\":null,\"tags\":null}";
}

// --- look-ups and moves -------------------------------------------------------------------------------------------------------

Dice World::diceFor(std::string_view what)
{
    const std::uint64_t hash = hashOf(what);
    Dice first(hash ^ (m_seed ^ 0xBA11A57000000001u));
    return Dice(first.next() + m_made[hash]++ * 0xD1B54A32D192ED03u);
}

int World::project(std::string_view id) const
{
    for (std::size_t i = 0; i < projects.size(); ++i)
        if (projects[i].id == id)
            return int(i);
    return -1;
}

const Region *World::region(std::string_view id) const
{
    const auto found = std::find_if(regions.begin(), regions.end(), [id](const Region &r) { return r.id == id; });
    return found == regions.end() ? nullptr : &*found;
}

int World::backup(std::string_view id) const
{
    const auto uuid = Uuid::parse(id);
    if (!uuid)
        return -1;
    if (const auto found = m_backupOf.find(*uuid); found != m_backupOf.end())
        return int(found->second);
    const auto index = m_fleet->backupOf(*uuid);
    return index ? int(*index) : -1;
}

std::size_t World::backupCount() const { return m_fleet->backups() + m_backups.size(); }
std::size_t World::recordCount() const { return m_fleet->records() + m_records.size(); }

bool World::hasBackup(std::size_t index) const { return index >= m_fleet->backups() || m_fleet->hasBackup(std::uint32_t(index)); }

Backup World::backupAt(std::size_t index) const
{
    return index < m_fleet->backups() ? m_fleet->backup(std::uint32_t(index)) : m_backups[index - m_fleet->backups()];
}

CopyStatus World::copyOf(std::size_t index) const
{
    if (index >= m_fleet->backups())
        return m_backups[index - m_fleet->backups()].copy;
    const auto since = m_fleetCopies.find(std::uint32_t(index));
    return since == m_fleetCopies.end() ? m_fleet->copyOf(std::uint32_t(index)) : since->second;
}

void World::setCopy(std::size_t index, CopyStatus status)
{
    if (index < m_fleet->backups())
        m_fleetCopies[std::uint32_t(index)] = status;
    else
        m_backups[index - m_fleet->backups()].copy = status;
}

int World::projectOf(std::size_t index) const
{
    return index < m_fleet->backups() ? m_fleet->projectOf(std::uint32_t(index)) : m_backups[index - m_fleet->backups()].project;
}

Record World::recordAt(std::size_t index) const
{
    return index < m_fleet->records() ? m_fleet->record(std::uint32_t(index)) : m_records[index - m_fleet->records()];
}

Record &World::keptRecord(std::uint32_t index) { return m_records[index - m_fleet->records()]; }

std::vector<std::uint32_t> World::recordsOf(std::size_t index) const
{
    std::vector<std::uint32_t> out;
    if (index < m_fleet->backups())
        out = m_fleet->recordsOf(std::uint32_t(index));
    const Uuid id = backupAt(index).id;
    for (std::size_t i = 0; i < m_records.size(); ++i)
        if (m_records[i].backup == int(index) || (m_records[i].status == RecordStatus::Success && m_records[i].targetItem == id))
            out.push_back(std::uint32_t(m_fleet->records() + i));
    return out;
}

int World::policy(std::string_view id) const
{
    const auto uuid = Uuid::parse(id);
    for (std::size_t i = 0; uuid && i < policies.size(); ++i)
        if (policies[i].id == *uuid)
            return int(i);
    return -1;
}

std::string World::nameOf(int index) const
{
    if (const auto given = names.find(std::uint32_t(index)); given != names.end())
        return given->second.name;
    const Backup backup = backupAt(std::size_t(index));
    if (backup.source >= 0)
        return nameOf(backup.source);
    return (backup.autoTrigger ? "autobk_" : "manualbk_") + backup.id.text().substr(0, 4);
}

std::string World::descriptionOf(int index) const
{
    if (const auto given = names.find(std::uint32_t(index)); given != names.end())
        return given->second.description;
    return backupAt(std::size_t(index)).autoTrigger ? std::string()
                                                    : "Before the release of week " + std::to_string(1 + index % 52);
}

void World::settle(std::int64_t nowUs)
{
    // In the order in which they end, so that the rows come out the same however often a client looked meanwhile.
    std::vector<std::uint32_t> ended;
    for (const std::uint32_t index : m_live) {
        Record &record = keptRecord(index);
        if (nowUs >= record.endUs()) {
            ended.push_back(index);
        } else if (nowUs >= record.startUs()) {
            if (record.status != RecordStatus::Replicating)
                ++version;
            record.status = RecordStatus::Replicating;
            setCopy(std::size_t(record.backup), CopyStatus::Copying);
            record.progress = std::uint8_t(
                std::min<std::int64_t>(99, (nowUs - record.startUs()) / (std::int64_t(std::max(record.copyMs, 1)) * 10)));
        }
    }
    if (ended.empty())
        return;
    std::erase_if(m_live, [&](std::uint32_t index) { return nowUs >= keptRecord(index).endUs(); });
    std::sort(ended.begin(), ended.end(), [this](std::uint32_t a, std::uint32_t b) {
        return std::pair(keptRecord(a).endUs(), a) < std::pair(keptRecord(b).endUs(), b);
    });
    for (const std::uint32_t index : ended) {
        ++version;
        Record &record = keptRecord(index);
        if (record.outcome == RecordStatus::Success) {
            finish(record);
            record.status = RecordStatus::Success;
            ++projects[std::size_t(record.target)].used;
        } else {
            const bool skips = record.outcome == RecordStatus::Skip;
            record.status = record.outcome;
            record.progress = skips ? 0 : std::uint8_t(record.id.lo % 97);
            m_copies.erase(copyKey(record.backup, projects[std::size_t(record.target)].region));
            setCopy(std::size_t(record.backup), skips ? CopyStatus::Never : CopyStatus::Fail); // skip has no counterpart
        }
    }
}

bool World::hasCopy(int index, std::string_view target) const
{
    if (m_copies.contains(copyKey(index, target)))
        return true;
    for (std::size_t i = 0; std::size_t(index) < m_fleet->backups() && i < projects.size(); ++i)
        if (projects[i].region == target && m_fleet->isCopied(std::uint32_t(index), int(i)))
            return true;
    return false;
}

std::vector<std::string> World::targetsOf(const Region &from, std::int64_t nowUs) const
{
    std::vector<std::string> out;
    for (const std::string &target : from.targets)
        if (const Region *to = region(target); !to || nowUs < to->closesUs)
            out.push_back(target);
    return out;
}

std::vector<int> World::uncopied(int policy, std::string_view target) const
{
    std::vector<std::pair<std::int64_t, int>> found;
    for (std::size_t i = 0; i < backupCount(); ++i) {
        if (!hasBackup(i))
            continue;
        const Backup backup = backupAt(i);
        if (backup.policy == policy && backup.status == BackupStatus::Available && !hasCopy(int(i), target))
            found.emplace_back(backup.createdUs, int(i));
    }
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    std::vector<int> out;
    out.reserve(found.size());
    for (const auto &[createdUs, index] : found)
        out.push_back(index);
    return out;
}

bool World::isCopiedByHand(int policy) const
{
    return std::any_of(m_live.begin(), m_live.end(), [this, policy](std::uint32_t index) {
        const Record record = recordAt(index);
        return record.policy == policy && !record.autoTrigger;
    });
}

Fate World::fateOf(std::string_view name) const
{
    static constexpr std::array words{std::pair{"fail-part", Fate::FailsInPart}, std::pair{"never", Fate::NeverEnds},
                                      std::pair{"skip", Fate::Skips}, std::pair{"lost", Fate::Lost},
                                      std::pair{"odd-type", Fate::OddType}};
    const auto holds = [name](std::string_view word) { return !word.empty() && name.find(word) != std::string_view::npos; };
    for (const auto &[word, fate] : words)
        if (holds(word))
            return fate;
    return std::any_of(m_failNames.begin(), m_failNames.end(), holds) ? Fate::Fails : Fate::Usual;
}

/// Names first, then chance: one backup in eleven fails.
Fate World::fateOf(const Order &order) const
{
    const Backup backup = backupAt(std::size_t(order.backup));
    const std::string of = order.policy < 0 ? std::string() : policies[std::size_t(order.policy)].name;
    for (const std::string &name : {order.name.name, of, nameOf(order.backup), machines[std::size_t(backup.machine)].name}) {
        switch (const Fate fate = fateOf(name)) {
        case Fate::FailsInPart: // of an execution every second copy; a single copy has no parts
            return order.policy < 0 || order.number % 2 == 1 ? Fate::Fails : Fate::Usual;
        case Fate::Fails:
        case Fate::NeverEnds:
        case Fate::Skips:
            return fate;
        default: // said of groups
            break;
        }
    }
    return backup.id.lo % 11 == 0 ? Fate::Fails : Fate::Usual;
}

std::size_t World::replicate(Order order, std::int64_t nowUs)
{
    const std::string &there = projects[std::size_t(order.target)].id;
    Record record;
    record.id = diceFor("copy " + backupAt(std::size_t(order.backup)).id.text() + " to " + there).uuid();
    record.backup = order.backup;
    record.policy = order.policy;
    record.target = std::int16_t(order.target);
    record.createdUs = nowUs;
    record.outcome = outcomeOf(fateOf(order));
    record.waitMs = 5'000 + order.number * 2'000;
    record.copyMs = record.outcome == RecordStatus::Skip ? 0 : order.accelerated ? 10'000 : 25'000;
    record.status = RecordStatus::Waiting;
    record.failure = std::uint8_t(1 + record.id.lo % (failures().size() - 1));
    record.progress = 0;
    record.autoTrigger = order.autoTrigger;
    if (!order.name.name.empty() || !order.name.description.empty()) {
        record.texts = std::int32_t(texts.size());
        texts.push_back(std::move(order.name));
    }
    setCopy(std::size_t(order.backup), CopyStatus::Waiting);
    m_copies[copyKey(order.backup, projects[std::size_t(order.target)].region)] = true;
    m_live.push_back(std::uint32_t(recordCount()));
    m_records.push_back(record);
    ++version;
    return recordCount() - 1;
}

long World::incoming(int project) const
{
    return std::count_if(m_live.begin(), m_live.end(), [&](std::uint32_t index) { return recordAt(index).target == project; });
}

std::string World::example(const std::string &what) const
{
    if (projects.empty() || !region(projects[0].region) || region(projects[0].region)->targets.empty())
        return {};
    const std::string target = region(projects[0].region)->targets.front();
    const bool ofPolicy = what.rfind("policy ", 0) == 0;
    for (std::size_t p = 0; ofPolicy && p < policies.size(); ++p) {
        if (policies[p].project != 0 || !policies[p].raw.empty() || isCopiedByHand(int(p)))
            continue;
        const std::vector<int> waiting = uncopied(int(p), target);
        Order order{-1, 0, int(p)};
        long good = 0, bad = 0;
        for (const int backup : waiting) {
            order.backup = backup;
            const Fate fate = fateOf(order);
            good += fate == Fate::Usual;
            bad += fate == Fate::Fails;
            ++order.number;
        }
        if ((what == "policy replicated" && waiting.empty()) || (what == "policy replicable" && good > 0 && bad == 0) ||
            (what == "policy failing in part" && good > 0 && bad > 0) || (what == "policy failing" && good == 0 && bad > 0))
            return policies[p].id.text();
    }
    for (std::size_t n = ofPolicy ? 0 : backupCount(); n > 0; --n) {
        const int i = int(n) - 1;
        if (!hasBackup(std::size_t(i)))
            continue;
        const Backup backup = backupAt(std::size_t(i));
        if (backup.project != 0 || backup.source >= 0 || rawBackups.contains(std::uint32_t(i)))
            continue;
        const bool available = backup.status == BackupStatus::Available, there = hasCopy(i, target);
        const Fate fate = fateOf(Order{i});
        if ((what == "replicable" && available && !there && fate == Fate::Usual) ||
            (what == "failing" && available && !there && fate == Fate::Fails) ||
            (what == "replicated" && available && there && copyOf(std::size_t(i)) == CopyStatus::Success) ||
            (what == "unavailable" && !available))
            return backup.id.text();
    }
    return {};
}

} // namespace mock
