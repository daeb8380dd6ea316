#include "scenario.h"

#include "fleet.h"
#include "json.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace mock {

// A scenario file is one JSON object; every member is optional and replaces what "company" has:
//   regions   [{"id","zh","en","targets":[region id],"closes":seconds}]
//   projects  [{"name","region","description","id","full":bool,"room":number,"cbr":bool}]
//   servers, backups, records, failed, replicating, queued, skipped, days      numbers
//   server_names, policy_names, fail_names                                     lists of text
//   recovery  which protection groups, drills and networks there are           company, empty or odd
//   international  the names of groups are those of the English edition        true or false
// The first project is the door's and gets most of the rows. A project that is full refuses copies with CSBS.9006 and groups with
// SDRS.0305, one with room does so after that many; one with cbr refuses every call of CSBS with BackupService.4008. A region
// that closes takes no copies from so many seconds after the epoch on: C1 names it no more, copies are BackupService.1005.
void Scenario::read(std::string_view bytes, const std::string &file)
{
    std::string error;
    const auto json = Json::parse(bytes, &error);
    if (!json || !json->isObject())
        throw std::runtime_error("scenario " + file + " is not a JSON object: " + error);
    const auto wrong = [&file](const std::string &what) {
        std::string line = "scenario " + file + ": ";
        appendEscaped(line, what); // it may hold what stands in the file
        return std::runtime_error(line);
    };
    const auto text = [&wrong](const Json &row, const char *name) {
        const Json *value = row.member(name);
        if (!value)
            return std::string();
        if (!value->isString())
            throw wrong(std::string(name) + " must be text");
        return value->text;
    };
    const auto list = [&wrong](const Json &value, const std::string &name) {
        std::vector<std::string> out;
        for (const Json &item : value.items) {
            if (!item.isString())
                throw wrong(name + " must be a list of text");
            out.push_back(item.text);
        }
        return out;
    };
    for (const Json::Member &member : json->members) {
        const std::string &name = member.name;
        const Json &value = member.value;
        const auto number = [&wrong](const Json &item, const std::string &what, long most) {
            char *end = nullptr;
            const long found = item.type == Json::Type::Number ? std::strtol(item.text.c_str(), &end, 10) : -1;
            if (found < 0 || found > most || (end && *end))
                throw wrong(what + " must be a number from 0 to " + std::to_string(most));
            return found;
        };
        const auto count = [&number, &name, &value](long most) { return number(value, name, most); };
        const auto rows = [&wrong, &name, &value] {
            if (value.type != Json::Type::Array || value.items.empty())
                throw wrong(name + " must be a list with rows");
        };
        if (name == "regions") {
            rows();
            hasPlaces = true;
            regions.clear();
            for (const Json &row : value.items) {
                regions.push_back({text(row, "id"), text(row, "zh"), text(row, "en"),
                                   row.member("targets") ? list(*row.member("targets"), "targets") : std::vector<std::string>()});
                if (const Json *closes = row.member("closes")) // from the epoch on, which build() knows
                    regions.back().closesUs = number(*closes, "closes", 1'000'000'000) * std::int64_t(1'000'000);
            }
        } else if (name == "projects") {
            rows();
            hasPlaces = true;
            projects.clear();
            for (const Json &row : value.items)
                projects.push_back({text(row, "name"), text(row, "region"), text(row, "description"), text(row, "id"),
                                    row.member("full") && row.member("full")->truth,
                                    row.member("cbr") && row.member("cbr")->truth,
                                    row.member("room") ? number(*row.member("room"), "room", 1'000'000) : -1});
        } else if (name == "recovery") {
            recovery = value.text;
            if (!value.isString() || (recovery != "company" && recovery != "empty" && recovery != "odd"))
                throw wrong("recovery must be company, empty or odd");
        } else if (name == "international") {
            international = value.truth;
            if (value.type != Json::Type::Bool)
                throw wrong("international must be true or false");
        } else if (name == "server_names") {
            rows();
            serverNames = list(value, name);
        } else if (name == "policy_names") {
            rows();
            policyNames = list(value, name);
        } else if (name == "fail_names") {
            failNames = list(value, name);
        } else if (name == "servers") {
            servers = count(100'000);
        } else if (name == "backups") {
            backups = count(1'000'000);
        } else if (name == "records") {
            records = count(1'000'000);
        } else if (name == "failed") {
            failed = count(1'000'000);
        } else if (name == "replicating") {
            replicating = count(10'000);
        } else if (name == "queued") {
            queued = count(10'000);
        } else if (name == "skipped") {
            skipped = count(1'000'000);
        } else if (name == "days") {
            days = int(count(3650));
        } else {
            throw wrong("unknown member " + name);
        }
    }
    for (const Site &site : projects)
        if (std::none_of(regions.begin(), regions.end(), [&site](const Region &r) { return r.id == site.region; }))
            throw wrong("project " + site.name + " lies in an unknown region");
}

Scenario Scenario::named(const std::string &name)
{
    Scenario scenario;
    if (name == "company")
        return scenario;
    if (name == "empty" || name == "odd") {
        scenario.isFixed = true;
        scenario.odd = name == "odd";
        scenario.recovery = name;
        scenario.servers = scenario.backups = scenario.records = scenario.failed = scenario.replicating = scenario.queued =
            scenario.skipped = 0;
        scenario.policyNames.clear();
        return scenario;
    }
    if (name.find('/') == std::string::npos && name.find('.') == std::string::npos)
        throw std::runtime_error("unknown scenario " + name + ": company, empty, odd or the path of a JSON file");
    std::ifstream stream(name, std::ios::binary);
    if (!stream)
        throw std::runtime_error("scenario " + name + " cannot be read");
    std::ostringstream bytes;
    bytes << stream.rdbuf();
    scenario.read(bytes.str(), name);
    return scenario;
}

/// From a company to a fleet: a project in each of five regions, twenty policies, a server for each 333 records.
void Scenario::grow()
{
    isFleet = true;
    backups = records * 3 / 10;
    servers = std::max(servers, records / 333);
    if (hasPlaces)
        return;
    const std::string hub = "cn-north-4";
    regions = {{hub, "华北-北京四", "CN North-Beijing4", {"cn-east-3", "cn-south-1", "cn-north-1", "cn-southwest-2"}},
               {"cn-east-3", "华东-上海一", "CN East-Shanghai1", {hub, "cn-south-1"}},
               {"cn-south-1", "华南-广州", "CN South-Guangzhou", {hub, "cn-east-3"}},
               {"cn-north-1", "华北-北京一", "CN North-Beijing1", {hub}},
               {"cn-southwest-2", "西南-贵阳一", "CN Southwest-Guiyang1", {hub}}};
    projects = {{hub, hub, "ERP production", {}, false},
                {"cn-east-3", "cn-east-3", "Shanghai", {}, false},
                {"cn-south-1", "cn-south-1", "Guangzhou", {}, false},
                {"cn-north-1", "cn-north-1", "Beijing, the old halls", {}, false},
                {"cn-southwest-2", "cn-southwest-2", "Guiyang", {}, false}};
    // Twelve are the hub's, two of each other region.
    policyNames = {"erp-daily",     "finance-4h",      "mes-edge-nightly", "archive-weekly",  "web-weekly",
                   "crm-daily",     "bi-daily",        "oa-nightly",       "plm-weekly",      "mail-4h",
                   "hr-weekly",     "warehouse-daily", "shanghai-daily",   "guangzhou-daily", "beijing1-daily",
                   "guiyang-daily", "shanghai-weekly", "guangzhou-weekly", "beijing1-weekly", "guiyang-weekly"};
}

Scenario Scenario::withRecords(long count) const
{
    if (count < 0 || isFixed)
        return *this;
    const auto scaled = [&](long own) { return records > 0 ? long(double(own) * double(count) / double(records)) : 0; };
    Scenario out = *this;
    out.failed = scaled(failed);
    out.skipped = scaled(skipped);
    out.replicating = std::min(scaled(replicating), 40L); // a service copies a few at a time, however long the queue
    out.queued = std::min(scaled(queued), 310L);
    out.records = count;
    out.backups = count / 3;
    if (count >= Fleet::least)
        out.grow();
    return out;
}

} // namespace mock
