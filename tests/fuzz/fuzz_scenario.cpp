// Readers: app/mock/scenario.cpp

#include "app/mock/company.h"
#include "app/mock/scenario.h"
#include "fuzz/fuzz.h"

#include <set>
#include <stdexcept>

using fuzz::claim;

namespace {

/// Those that are no file.
bool namesAreKnown()
{
    for (const char *name : {"company", "empty", "odd"}) {
        const mock::Scenario scenario = mock::Scenario::named(name);
        claim(scenario.withRecords(9).records == (scenario.isFixed ? 0 : 9), "a company takes any number of records");
    }
    for (const char *name : {"nobody", "/no/such/file.json"}) {
        try {
            mock::Scenario::named(name);
            return false;
        } catch (const std::runtime_error &) {
        }
    }
    return true;
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const bool known = namesAreKnown();
    claim(known, "a name nobody gave is refused");
    mock::Scenario scenario;
    try {
        scenario.read(fuzz::textOf(data, size), "given");
    } catch (const std::runtime_error &wrong) {
        const std::string_view said = wrong.what();
        claim(said.find("scenario given") == 0 && said.find('\n') == said.npos, "what is wrong is said in one line");
        return 0;
    }
    claim(!scenario.regions.empty() && !scenario.projects.empty() && !scenario.serverNames.empty(), "a company is somewhere");
    // A large company takes seconds to make, and is made by the same steps.
    if (scenario.servers + scenario.failed + scenario.skipped + scenario.backups + scenario.records + scenario.queued +
            scenario.replicating >
        3000)
        return 0;
    if (size % 3 == 0)
        scenario = scenario.withRecords(60);
    const mock::World world(scenario, 7, -1, 1'700'000'000'000);
    claim(world.projects.size() == scenario.projects.size() && long(world.machines.size()) == scenario.servers,
          "there is what was ordered");
    claim(long(world.recordCount()) <= scenario.records + scenario.queued + scenario.replicating, "and no more than that");
    std::set<mock::Uuid> ids;
    for (std::size_t index = 0; index < world.backupCount(); ++index) {
        if (!world.hasBackup(index))
            continue;
        const mock::Backup backup = world.backupAt(index);
        claim(ids.insert(backup.id).second, "no backup is there twice");
        claim(backup.createdUs <= 1'700'000'000'000'000, "no backup is of the future");
        claim(backup.project >= 0 && std::size_t(backup.project) < world.projects.size(), "a backup is in a project");
    }
    for (std::size_t index = 0; index < world.recordCount(); ++index) {
        const mock::Record record = world.recordAt(index);
        claim(record.backup >= 0 && std::size_t(record.backup) < world.backupCount(), "a record is of a backup");
    }
    return 0;
}
