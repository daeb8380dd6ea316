#pragma once

#include "company.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mock {

/// Members of a row that are served as other JSON than its struct gives; empty text leaves the member out.
using Overrides = std::map<std::string, std::string>;

/// The states of an object over the calendar. Nothing has to be moved on: who asks at a time gets what holds then.
class Life
{
public:
    struct Phase
    {
        std::int64_t fromUs = 0;
        std::string status; ///< empty: the object is gone
    };

    Life() = default;
    explicit Life(std::vector<Phase> phases) : m_phases(std::move(phases)) {}

    /// Null before the first phase and once the object is gone.
    const Phase *at(std::int64_t nowUs) const;
    /// How much of the present phase is over, 0 to 99; nothing for a phase without end.
    std::optional<int> percent(std::int64_t nowUs) const;

private:
    std::vector<Phase> m_phases; ///< by time
};

/// An active-active domain: two availability zones between which a group can replicate.
struct DomainPair
{
    Uuid id;
    std::string name, description, local, remote;
    bool soldOut = false;
    int project = 0;
    Overrides odd;
};

struct Network
{
    Uuid id;
    std::string name, description, cidr, enterprise = "0";
    Life life;
    int project = 0;
    Overrides odd;
};

/// A protection group. Its zones are those of its creation for life; the station says where production runs.
struct Group
{
    Uuid id, domain, vpc;
    std::string name, source, target, station = "source", domainName;
    std::optional<std::string> description;
    Life life;
    std::int64_t createdUs = 0;
    int project = 0, progress = 0; ///< progress: of states that do not move
    int instances = 0, pairs = 0;
    Overrides odd;
};

struct Drill
{
    Uuid id, vpc;
    std::string name;
    int group = 0; ///< index in Recovery::groups
    Life life;
    std::int64_t createdUs = 0;
    std::vector<std::pair<Uuid, Uuid>> servers; ///< protected instance, drill server; told once it is no longer being created
    Overrides odd;
};

/// What an asynchronous call started. INIT until it starts, RUNNING until it ends, then SUCCESS or FAIL.
struct Job
{
    std::string id, type;
    int project = 0;
    std::int64_t createdUs = 0, startUs = 0, endUs = 0;
    bool fails = false;
    std::string code, reason;                                  ///< told on FAIL; empty: null, the reason stands in a sub-job
    std::vector<std::pair<std::string, std::string>> entities; ///< told once it has ended
    std::vector<Job> parts;
    bool isLost = false;     ///< the server knows nothing of it: a job cannot be listed, so nobody else does
    bool saysNoParts = true; ///< an empty list of sub-jobs where there are none; both forms were seen

    const char *status(std::int64_t nowUs) const;
};

/// What disaster recovery adds to the world: zones, networks, groups, drills and jobs. Made with dice of its own, so that
/// backups and their records are the same with it and without.
class Recovery
{
public:
    /// In @p world the projects must stand already.
    Recovery(World &world, std::uint64_t seed, std::int64_t epochUs);

    std::vector<DomainPair> domains;
    std::vector<Network> networks;
    std::vector<Group> groups;
    std::vector<Drill> drills;
    std::vector<Job> jobs;
    std::size_t builtGroups = 0, builtJobs = 0; ///< how many of them the scenario made; the rest was ordered

    /// How many groups the project may have.
    long groupQuota(int project) const;
    long groupsOf(int project, std::int64_t nowUs) const;
    long drillsOf(std::size_t group, std::int64_t nowUs) const;

    struct Wish
    {
        std::string name, source, target;
        std::optional<std::string> description;
        Uuid domain, vpc;
        std::string domainName;
    };
    /// Creates a group in 15 s of the calendar; what becomes of it stands in its name, see Fate. @returns the job's id
    std::string create(int project, Wish wish, std::int64_t nowUs);

    /// The id of a job in the door's project that suits a test, see server.h; empty when there is none.
    std::string example(std::string_view what) const;

private:
    class Maker;
    void makeCompany(Maker &maker);
    void makeBranch(Maker &maker);
    void makeOdd(Maker &maker);

    void failInAPart(Job &job);

    World &m_world;
    std::vector<long> m_quotas; ///< by project
};

} // namespace mock
