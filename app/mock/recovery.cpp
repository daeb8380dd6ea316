#include "recovery.h"

#include "calendar.h"
#include "json.h"

#include <algorithm>

namespace mock {

static constexpr std::int64_t second = 1'000'000, minute = 60 * second, hour = 60 * minute, day = 24 * hour;

// --- states over time ---------------------------------------------------------------------------------------------------------

const Life::Phase *Life::at(std::int64_t nowUs) const
{
    const auto next =
        std::find_if(m_phases.begin(), m_phases.end(), [nowUs](const Phase &phase) { return phase.fromUs > nowUs; });
    if (next == m_phases.begin() || std::prev(next)->status.empty())
        return nullptr;
    return &*std::prev(next);
}

std::optional<int> Life::percent(std::int64_t nowUs) const
{
    const auto next =
        std::find_if(m_phases.begin(), m_phases.end(), [nowUs](const Phase &phase) { return phase.fromUs > nowUs; });
    if (next == m_phases.begin() || next == m_phases.end())
        return std::nullopt;
    const std::int64_t from = std::prev(next)->fromUs;
    return int((nowUs - from) * 100 / (next->fromUs - from)); // phases have a length, and nowUs lies inside
}

const char *Job::status(std::int64_t nowUs) const
{
    return nowUs < startUs ? "INIT" : nowUs < endUs ? "RUNNING" : fails ? "FAIL" : "SUCCESS";
}

// --- what there is ------------------------------------------------------------------------------------------------------------

/// Makes rows for one project; the times are counted back from the epoch.
class Recovery::Maker
{
public:
    Maker(Recovery &owner, std::uint64_t seed, std::int64_t epoch)
        : epochUs(epoch), dice(seed * 0x9E6C63D0876A9A47u + 0x5D25), m_owner(owner)
    {
    }

    std::int64_t ago(std::int64_t us, int milliseconds = -1)
    {
        const std::int64_t at = epochUs - us;
        return at - at % second + (milliseconds < 0 ? dice.below(1000) : milliseconds) * 1000;
    }

    std::size_t domain(const std::string &local, const std::string &remote, bool soldOut)
    {
        DomainPair domain;
        domain.id = dice.uuid();
        domain.name = "domain_" + std::to_string(1 + m_owner.domains.size());
        domain.description = local + " and " + remote;
        domain.local = local;
        domain.remote = remote;
        domain.soldOut = soldOut;
        domain.project = project;
        m_owner.domains.push_back(domain);
        return m_owner.domains.size() - 1;
    }

    std::size_t network(const std::string &name, const std::string &description, const std::string &cidr)
    {
        Network network;
        network.id = dice.uuid();
        network.name = name;
        network.description = description;
        network.cidr = cidr;
        network.life = Life({{0, "OK"}});
        network.project = project;
        m_owner.networks.push_back(network);
        return m_owner.networks.size() - 1;
    }

    Group &group(const std::string &name, std::size_t domain, const Uuid &vpc, std::int64_t createdUs,
                 std::vector<Life::Phase> later)
    {
        const DomainPair &pair = m_owner.domains[domain];
        Group group;
        group.id = dice.uuid();
        group.name = name;
        group.domain = pair.id;
        group.domainName = pair.name;
        group.source = pair.local;
        group.target = pair.remote;
        group.vpc = vpc;
        group.createdUs = createdUs;
        group.project = project;
        std::vector<Life::Phase> phases{{createdUs, "creating"}, {createdUs + 15 * second, "available"}};
        phases.insert(phases.end(), later.begin(), later.end());
        group.life = Life(std::move(phases));
        m_owner.groups.push_back(group);
        return m_owner.groups.back();
    }

    Drill &drill(const std::string &name, std::size_t group, const Uuid &vpc, int servers, std::int64_t createdUs,
                 std::vector<Life::Phase> later)
    {
        Drill drill;
        drill.id = dice.uuid();
        drill.name = name;
        drill.group = int(group);
        drill.vpc = vpc;
        drill.createdUs = createdUs;
        std::vector<Life::Phase> phases{{createdUs, "creating"}};
        phases.insert(phases.end(), later.begin(), later.end());
        drill.life = Life(std::move(phases));
        for (int i = 0; i < servers; ++i) {
            // The instances keep their ids through all drills of their group.
            Dice instance(m_owner.groups[group].id.lo + std::uint64_t(i));
            drill.servers.emplace_back(instance.uuid(), dice.uuid());
        }
        m_owner.drills.push_back(drill);
        return m_owner.drills.back();
    }

    Job job(const std::string &type, std::int64_t createdUs, std::int64_t took)
    {
        Job job;
        job.id = "4028c1e9" + dice.hexText(24);
        job.type = type;
        job.project = project;
        job.createdUs = createdUs;
        job.startUs = createdUs + 2 * second;
        job.endUs = createdUs + took;
        job.saysNoParts = dice.chance(50);
        return job;
    }

    int project = 0;
    const std::int64_t epochUs;
    Dice dice;

private:
    Recovery &m_owner;
};

Recovery::Recovery(World &world, std::uint64_t seed, std::int64_t epochUs) : m_world(world)
{
    Maker maker(*this, seed, epochUs);
    const int count = int(world.projects.size());
    for (int project = 0; project < count && world.recovery != "empty"; ++project) {
        maker.project = project;
        if (project == 0 && world.recovery == "odd")
            makeOdd(maker);
        else if (project == 0)
            makeCompany(maker);
        else if (project + 1 < count) // the last project has none of all this: the service is not open there
            makeBranch(maker);
    }
    for (int project = 0; project < count; ++project) {
        const long used = std::count_if(groups.begin(), groups.end(), [project](const Group &g) { return g.project == project; });
        const long room = world.projects[std::size_t(project)].room; // the same for backups and for groups
        m_quotas.push_back(room >= 0 ? used + room : 50);
    }
    builtGroups = groups.size();
    builtJobs = jobs.size();
}

/// The door's project: every state that needs its own words on a screen, and what moves while one looks.
void Recovery::makeCompany(Maker &maker)
{
    const std::string zone = m_world.projects[std::size_t(maker.project)].region;
    const std::size_t near = maker.domain(zone + "a", zone + "b", false);
    maker.domain(zone + "a", zone + "c", true);

    const std::size_t prod = maker.network("vpc-prod", "production", "192.168.0.0/16");
    const std::size_t finance = maker.network("财务-vpc", "", "172.16.0.0/12");
    const std::size_t drillNet = maker.network("drill-vpc", "for drills", "192.168.0.0/16");
    const std::size_t nameless = maker.network("", "", "10.9.0.0/16");
    const std::size_t drillNet2 = maker.network("演练-vpc", "季度演练", "172.16.0.0/12");
    networks[finance].enterprise = maker.dice.uuid().text();
    const Uuid gone = maker.dice.uuid(), goneToo = maker.dice.uuid(); // networks that were deleted

    const auto protectedSince = [](std::int64_t createdUs) {
        return std::vector<Life::Phase>{{createdUs + hour, "starting"}, {createdUs + hour + 9 * minute, "protected"}};
    };
    const auto addGroup = [&](const std::string &name, const Uuid &vpc, std::int64_t createdUs, std::vector<Life::Phase> later,
                              int instances, int pairs) {
        Group &group = maker.group(name, near, vpc, createdUs, std::move(later));
        group.instances = instances;
        group.pairs = pairs;
        return groups.size() - 1;
    };

    std::int64_t created = maker.ago(83 * day, 740);
    const std::size_t erp = addGroup("pg-erp-核心", networks[prod].id, created, protectedSince(created), 4, 9);
    groups[erp].description = "ERP and its database";
    groups[erp].progress = 100;

    created = maker.ago(41 * day, 0);
    const std::size_t money = addGroup("财务保护组", networks[finance].id, created, {}, 2, 3);
    groups[money].description = "";

    created = maker.ago(120 * day);
    std::vector<Life::Phase> later = protectedSince(created);
    later.push_back({maker.ago(2 * day + 40 * minute), "failing-over"});
    later.push_back({maker.ago(2 * day), "failed-over"});
    const std::size_t crm = addGroup("pg-crm", networks[prod].id, created, later, 3, 5);
    groups[crm].station = "target";
    groups[crm].progress = 100;

    created = maker.ago(66 * day);
    later = protectedSince(created);
    later.push_back({maker.ago(5 * hour + 3 * minute), "reversing"});
    later.push_back({maker.ago(5 * hour), "error-reversing"});
    const std::size_t mes = addGroup("pg-mes-edge", networks[nameless].id, created, later, 2, 2);
    groups[mes].progress = 100;

    created = maker.ago(3 * hour);
    const std::int64_t starts = maker.ago(70 * second), started = maker.epochUs + 110 * second;
    const std::size_t store =
        addGroup("仓储-保护组", networks[prod].id, created, {{starts, "starting"}, {started, "protected"}}, 1, 2);

    // From before the service's upgrade: synchronised as a whole, in a state no list of states names any more.
    created = maker.ago(1900 * day);
    const std::size_t old = addGroup("legacy-hr", gone, created,
                                     {{maker.ago(401 * day), "protected"}, {maker.ago(400 * day), "error-failing-back"}}, 1, 1);
    for (const char *member : {"protection_type", "domain_name", "target_vpc_id", "dr_type", "server_type"})
        groups[old].odd[member] = "null";

    const auto ready = [&](std::int64_t createdUs) {
        return std::vector<Life::Phase>{{createdUs + 7 * minute + maker.dice.below(60 * second), "available"}};
    };
    created = maker.ago(20 * day, 0);
    maker.drill("drill-2026q1", erp, networks[drillNet].id, 4, created, ready(created));
    const std::int64_t drilled = maker.ago(35 * second);
    const std::int64_t drillEnds = maker.epochUs + 140 * second;
    maker.drill("演练-三月", erp, networks[drillNet2].id, 4, drilled, {{drillEnds, "available"}});
    created = maker.ago(48 * day);
    maker.drill("drill-weekend", erp, networks[drillNet].id, 0, created, ready(created));
    created = maker.ago(11 * day);
    maker.drill("finance-drill", money, networks[drillNet2].id, 0, created, {{created + 4 * minute, "error"}});
    created = maker.ago(30 * day, 100);
    later = ready(created);
    later.push_back({maker.ago(20 * second), "deleting"});
    later.push_back({maker.epochUs + 90 * second, ""});
    maker.drill("crm-rehearsal", crm, networks[drillNet].id, 3, created, later);
    created = maker.ago(52 * day);
    later = ready(created);
    later.push_back({maker.ago(9 * day), "deleting"});
    later.push_back({maker.ago(9 * day - 3 * minute), "error-deleting"});
    maker.drill("crm-drill.02", crm, networks[drillNet].id, 3, created, later);
    created = maker.ago(25 * day);
    maker.drill("mes-演练", mes, goneToo, 2, created, ready(created));
    created = maker.ago(700 * day);
    maker.drill("hr-drill", old, networks[nameless].id, 1, created, ready(created));
    created = maker.ago(6 * day);
    maker.drill("财务-演练", money, networks[drillNet2].id, 2, created, ready(created));

    Job done = maker.job("createProtectionGroupNoCG", groups[erp].createdUs, 15 * second);
    done.entities = {{"server_group_id", groups[erp].id.text()}};
    Job parts = maker.job("failoverProtectionGroupNoCG", maker.ago(3 * day), 51 * second);
    parts.fails = true; // and says neither why nor of which group: both stand in its parts
    Job good = maker.job("failoverProtectionGroupRepNoCG", parts.createdUs + second, 30 * second);
    good.entities = {{"server_group_id", groups[crm].id.text()}};
    Job bad = maker.job("failoverProtectionGroupRepNoCG", parts.createdUs + second, 49 * second);
    bad.fails = true;
    bad.code = "SDRS.1824";
    bad.reason = "failover not supported now";
    bad.entities = good.entities;
    parts.parts = {good, bad};
    Job failed = maker.job("createReplicationPairNoCG", maker.ago(4 * day), 33 * second);
    failed.fails = true;
    failed.code = "EVS.2024"; // of another service: the disks are its
    failed.reason = "The volume is not in a state that allows the operation.";
    failed.entities = {{"replication_pair_id", maker.dice.uuid().text()}};
    Job unknown = maker.job("stopProtectionGroupRepNoCG", maker.ago(60 * day), 8 * second);
    unknown.id.replace(unknown.id.size() - 4, 4, "husg"); // ids with letters beyond f were seen
    unknown.entities = {{"server_group_id", groups[crm].id.text()}};
    Job running = maker.job("startProtectionGroupNoCG", starts, started - starts);
    running.entities = {{"server_group_id", groups[store].id.text()}};
    Job drilling = maker.job("createDisasterRecoveryDrill", drilled, drillEnds - drilled);
    drilling.entities = {{"disaster_recovery_drill_id", drills[1].id.text()}};
    jobs = {done, parts, failed, unknown, running, drilling};
}

/// Another project: a few of each.
void Recovery::makeBranch(Maker &maker)
{
    const std::string zone = m_world.projects[std::size_t(maker.project)].region;
    const std::size_t domain = maker.domain(zone + "a", zone + "b", false);
    const std::size_t prod = maker.network("vpc-" + zone, "", "192.168.0.0/16");
    const std::size_t coming = maker.network("演练-" + zone, "", "192.168.0.0/16");
    networks[coming].life = Life({{maker.ago(10 * second), "CREATING"}, {maker.epochUs + 30 * second, "OK"}});
    std::int64_t created = maker.ago(50 * day);
    Group &group = maker.group("pg-" + zone, domain, networks[prod].id, created,
                               {{created + hour, "starting"}, {created + hour + 9 * minute, "protected"}});
    group.instances = 2;
    group.pairs = 3;
    group.progress = 100;
    const std::size_t first = groups.size() - 1;
    maker.group("pg-" + zone + "-备用", domain, networks[prod].id, maker.ago(10 * day), {});
    created = maker.ago(15 * day);
    maker.drill("drill-" + zone, first, networks[coming].id, 2, created, {{created + 8 * minute, "available"}});
}

/// What a console must survive: as the odd backups in company.cpp, in the shapes of these services.
void Recovery::makeOdd(Maker &maker)
{
    const std::string zone = m_world.projects[std::size_t(maker.project)].region;
    std::string endless;
    while (endless.size() < 30'000)
        endless += "长";
    const std::vector<std::string> names{"<b>bold</b><img src=\"file:///etc/passwd\">",
                                         "group-\xE2\x80\xAEgpj.exe-\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D",
                                         std::string("line\nbreak\ttab\x01\x1b[31mred\x7f bell\a"),
                                         endless,
                                         "=HYPERLINK(\"http://127.0.0.1/\")",
                                         "",
                                         "  blanks around  ",
                                         "e\xCC\x81\xF0\x9F\x94\xA5\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x92\xBB&amp;",
                                         "a",
                                         "b",
                                         "c",
                                         "d"};
    // Every way to write a time that one of the documents shows, and three that none does.
    const std::int64_t at = maker.ago(day, 740);
    const std::vector<std::string> times{quoted(cutTime(at)),
                                         quoted(spacedTime(at) + ".740"),
                                         quoted(spacedTime(at) + ".0"),
                                         quoted(paddedTime(at)),
                                         quoted(zonedTime(at)),
                                         quoted(spacedTime(at).substr(0, 16)),
                                         quoted(paddedTime(at).substr(0, 19) + "Z"),
                                         quoted(unpaddedTime(at)),
                                         "null",
                                         "",
                                         "\"yesterday\"",
                                         "1528975000"};

    const std::size_t domain = maker.domain(zone + "a", zone + "b", false);
    domains[domain].odd = {{"description", "null"}, {"name", quoted(names[1])}};
    domains[maker.domain(zone + "b", zone + "c", false)].odd = {{"sold_out", "null"}, {"name", quoted(names[0])}};
    domains[maker.domain("", "", false)].odd = {{"id", "17"}, {"local_replication_cluster", "null"}, {"sold_out", "\"false\""}};

    for (const std::string &name : names)
        maker.network(name, name.size() > 300 ? std::string() : name, "10.8.0.0/16");
    networks[8].odd = {
        {"name", "null"}, {"description", "null"}, {"cidr", "\"\""}, {"enterprise_project_id", "null"}, {"routes", "null"}};
    networks[9].odd = {{"status", "\"PENDING\""}, {"routes", "\"[]\""}};
    networks[10].odd = {{"id", "4711"}, {"name", "[]"}, {"status", "{}"}, {"cidr", "8"}, {"routes", "7"}};
    networks[11].odd = {{"name", ""}, {"description", ""}, {"cidr", ""}, {"enterprise_project_id", ""}, {"routes", ""}};

    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::int64_t created = maker.ago(std::int64_t(30 - i) * day);
        Group &group = maker.group(names[i], domain, networks[i].id, created, {});
        group.description = names[(i + 2) % 3];
        group.odd = {{"created_at", times[i]}, {"updated_at", times[(i + 1) % times.size()]}};
        Drill &drill = maker.drill(names[i], i, networks[i].id, 1, created + hour, {{created + 2 * hour, "available"}});
        drill.odd = group.odd;
    }
    Overrides &nulls = groups[8].odd;
    for (const char *member :
         {"name", "description", "status", "progress", "source_availability_zone", "target_availability_zone", "priority_station",
          "domain_id", "domain_name", "source_vpc_id", "target_vpc_id", "dr_type", "server_type", "protected_instance_num",
          "replication_num", "disaster_recovery_drill_num"})
        nulls[member] = "null";
    groups[9].odd.insert({{"status", "\"frozen_by_operator\""}, {"priority_station", "\"both\""}, {"progress", "250"}});
    groups[10].odd.insert({{"status", "\"<b>protected</b>\""}, {"progress", "-1"}, {"dr_type", "\"active-active\""}});
    groups[11].odd = {{"id", "4711"}, {"name", "{}"}, {"status", "17"}, {"progress", "\"half\""}, {"created_at", "[]"}};
    for (const char *member : {"name", "status", "server_group_id", "drill_vpc_id", "drill_servers"})
        drills[8].odd[member] = "null";
    drills[9].odd.insert(
        {{"status", "\"rehearsing\""}, {"drill_servers", R"([{"protected_instance":null,"drill_server_id":""},{},7])"}});
    drills[10].odd.insert({{"status", "\"<b>available</b>\""}, {"drill_servers", ""}, {"drill_vpc_id", ""}});
    drills[11].odd = {{"id", "[]"}, {"name", "4711"}, {"status", "{}"}, {"drill_servers", "\"none\""}};
}

// --- look-ups and moves -------------------------------------------------------------------------------------------------------

long Recovery::groupQuota(int project) const { return m_quotas.at(std::size_t(project)); }

long Recovery::groupsOf(int project, std::int64_t nowUs) const
{
    return std::count_if(groups.begin(), groups.end(),
                         [project, nowUs](const Group &group) { return group.project == project && group.life.at(nowUs); });
}

long Recovery::drillsOf(std::size_t group, std::int64_t nowUs) const
{
    return std::count_if(drills.begin(), drills.end(), [group, nowUs](const Drill &drill) {
        return std::size_t(drill.group) == group && drill.life.at(nowUs);
    });
}

std::string Recovery::create(int project, Wish wish, std::int64_t nowUs)
{
    Dice dice = m_world.diceFor("group " + m_world.projects[std::size_t(project)].id + " " + wish.name);
    const Fate fate = m_world.fateOf(wish.name);
    const bool fails = fate == Fate::Fails || fate == Fate::FailsInPart, ends = fate != Fate::NeverEnds;
    const std::int64_t endUs = ends ? nowUs + 15 * second : never;
    Group group;
    group.id = dice.uuid();
    group.domain = wish.domain;
    group.domainName = std::move(wish.domainName);
    group.vpc = wish.vpc;
    group.name = std::move(wish.name);
    group.description = std::move(wish.description);
    group.source = std::move(wish.source);
    group.target = std::move(wish.target);
    group.createdUs = nowUs;
    group.project = project;
    group.life = ends ? Life({{nowUs, "creating"}, {endUs, fails ? "error" : "available"}}) : Life({{nowUs, "creating"}});

    Job job;
    job.id = "4028c1e9" + dice.hexText(24);
    job.type = fate == Fate::OddType ? "createProtectionGroupV9" : "createProtectionGroupNoCG";
    job.project = project;
    job.createdUs = nowUs;
    job.startUs = nowUs + 2 * second;
    job.endUs = endUs;
    job.fails = fails;
    job.isLost = fate == Fate::Lost;
    job.entities = {{"server_group_id", group.id.text()}};
    job.saysNoParts = dice.chance(50);
    if (fails) {
        job.code = "SDRS.1014";
        job.reason = "The protection group could not be created.";
    }
    if (fate == Fate::FailsInPart)
        failInAPart(job);
    groups.push_back(std::move(group));
    jobs.push_back(job);
    return job.id;
}

/// The job itself says only that it failed; of which group and why stands in its two parts, as with a failover.
void Recovery::failInAPart(Job &job)
{
    Job good = job;
    good.type = "createProtectionGroupRepNoCG"; // no list of types has it; neither has it the parts the documents show
    good.fails = false;
    good.code.clear();
    good.reason.clear();
    Dice dice = m_world.diceFor("parts of " + job.id);
    Job bad = job;
    bad.type = good.type;
    good.id = "4028c1e9" + dice.hexText(24);
    bad.id = "4028c1e9" + dice.hexText(24);
    good.createdUs = bad.createdUs = job.startUs;
    good.startUs = bad.startUs = job.startUs + second;
    good.endUs = job.startUs + 6 * second;
    bad.endUs = job.endUs - second;
    job.code.clear();
    job.reason.clear();
    job.entities.clear();
    job.parts = {good, bad};
}

std::string Recovery::example(std::string_view what) const
{
    // In the order in which makeCompany() lists them.
    static constexpr std::string_view known[] = {"job done",         "job failed in a part", "job failed",
                                                 "job unknown type", "job running",          "job of a drill"};
    for (std::size_t i = 0; i < std::size(known) && m_world.recovery == "company"; ++i)
        if (what == known[i])
            return jobs[i].id;
    return {};
}

} // namespace mock
