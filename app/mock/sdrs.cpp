#include "sdrs.h"

#include "envelope.h"
#include "json.h"
#include "row.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>

namespace mock {

namespace {
[[noreturn]] void refuse(std::string_view code, const std::string &why) { throw Refusal{recoveryError(400, code, why)}; }

constexpr std::array groupWords{std::string_view("creating"),
                                std::string_view("available"),
                                std::string_view("starting"),
                                std::string_view("error-starting"),
                                std::string_view("protected"),
                                std::string_view("stopping"),
                                std::string_view("error-stopping"),
                                std::string_view("reversing"),
                                std::string_view("error-reversing"),
                                std::string_view("failing-over"),
                                std::string_view("failed-over"),
                                std::string_view("error-failing-over"),
                                std::string_view("reprotecting"),
                                std::string_view("error-reprotecting"),
                                std::string_view("deleting"),
                                std::string_view("error-deleting"),
                                std::string_view("error")};
constexpr std::array drillWords{std::string_view("creating"), std::string_view("available"), std::string_view("error"),
                                std::string_view("deleting"), std::string_view("error-deleting")};

/// Chinese characters, ASCII letters and digits, `.`, `_` and `-`; 1 to 64 bytes. The pages print the letters full-width, and a
/// service that took those would have two spellings of every name. The English edition leaves the Chinese characters out.
bool isName(std::string_view text, bool chineseToo)
{
    const auto points = codePoints(text);
    return points && !text.empty() && text.size() <= 64 &&
           std::all_of(points->begin(), points->end(), [chineseToo](std::uint32_t c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
                      c == '-' || (chineseToo && isChinese(c));
           });
}
} // namespace

// --- query parameters ---------------------------------------------------------------------------------------------------------

/// The query of a request, read strictly; each parameter has an error code of its own.
class Sdrs::Query
{
public:
    Query(const Request &request, std::initializer_list<std::string_view> known) : m_pairs(request.query)
    {
        for (std::size_t i = 0; i < m_pairs.size(); ++i) {
            const std::string &name = m_pairs[i].first;
            if (std::find(known.begin(), known.end(), name) == known.end())
                refuse("SDRS.0201", "Unknown query parameter " + name + ".");
            for (std::size_t k = 0; k < i; ++k)
                if (m_pairs[k].first == name)
                    refuse("SDRS.0201", "Query parameter " + name + " is given twice.");
        }
    }

    const std::string *text(std::string_view name) const
    {
        for (const auto &[key, value] : m_pairs)
            if (key == name)
                return &value;
        return nullptr;
    }

    /// That parameter, refused with @p code when it is empty.
    const std::string *filled(std::string_view name, std::string_view code) const
    {
        const std::string *value = text(name);
        if (value && value->empty())
            refuse(code, std::string(name) + " is empty.");
        return value;
    }

    template <std::size_t N> const std::string *status(const std::array<std::string_view, N> &words) const
    {
        const std::string *value = text("status");
        if (value && std::find(words.begin(), words.end(), *value) == words.end())
            refuse("SDRS.0209", "Invalid status " + *value + ".");
        return value;
    }

    /// The rows of a page. The page of the call allows 0 to 1000, the code's text says greater than 0: both are kept.
    std::vector<std::size_t> page(const std::vector<std::size_t> &rows) const
    {
        const long limit = number("limit", 1, 1000, 1000, "SDRS.0221");
        const long offset = number("offset", 0, 999'999'999, 0, "SDRS.0222");
        const auto from = rows.begin() + std::min(offset, long(rows.size()));
        return {from, from + std::min(limit, long(rows.end() - from))};
    }

private:
    long number(std::string_view name, long least, long most, long usual, std::string_view code) const
    {
        const std::string *value = text(name);
        if (!value)
            return usual;
        if (value->empty() || value->size() > 9 || value->find_first_not_of("0123456789") != std::string::npos ||
            std::stol(*value) < least || std::stol(*value) > most)
            refuse(code,
                   std::string(name) + " must be an integer from " + std::to_string(least) + " to " + std::to_string(most) + ".");
        return std::stol(*value);
    }

    const Pairs &m_pairs;
};

// --- routes -------------------------------------------------------------------------------------------------------------------

bool Sdrs::isOpen(const Request &request)
{
    const auto &s = request.segments;
    return (request.method == "GET" || request.method == "HEAD") && (request.path == "/" || (s.size() == 1 && s[0] == "v1"));
}

bool Sdrs::owns(const Request &request)
{
    if (isOpen(request))
        return true;
    const auto &s = request.segments;
    if (s.size() < 3 || s[0] != "v1" || s[1].empty())
        return false;
    const bool reads = request.method == "GET" || request.method == "HEAD";
    if (s.size() == 3)
        return (reads && (s[2] == "active-domains" || s[2] == "server-groups" || s[2] == "disaster-recovery-drills")) ||
               (request.method == "POST" && s[2] == "server-groups");
    return s.size() == 4 && reads && !s[3].empty() &&
           (s[2] == "jobs" || s[2] == "server-groups" || s[2] == "disaster-recovery-drills" ||
            (s[2] == "sdrs" && s[3] == "quotas"));
}

Answer Sdrs::serve(const Request &request)
{
    if (isOpen(request))
        return versions(request);
    const auto &s = request.segments;
    m_project = m_world.project(s[1]);
    if (s[2] == "active-domains")
        return domainList(request);
    if (s[2] == "jobs")
        return oneJob(request);
    if (s[2] == "sdrs")
        return quotas(request);
    if (s[2] == "server-groups")
        return request.method == "POST" ? createGroup(request) : s.size() == 3 ? groupList(request) : oneGroup(request);
    return s.size() == 3 ? drillList(request) : oneDrill(request);
}

// --- versions -----------------------------------------------------------------------------------------------------------------

Answer Sdrs::versions(const Request &request) const
{
    const Query query(request, {});
    const std::string *host = request.header("Host");
    const std::string version =
        R"({"id":"v1","status":"CURRENT","updated":"2018-05-30T15:00:00Z","version":"","min_version":"","links":[{"href":)" +
        quoted(m_scheme + "://" + (host ? *host : std::string("127.0.0.1")) + "/v1") + R"(,"rel":"self"}]})";
    Answer answer;
    answer.body = request.segments.empty() ? "{\"versions\":[" + version + "]}" : "{\"version\":" + version + "}";
    return answer;
}

// --- jobs ---------------------------------------------------------------------------------------------------------------------

Answer Sdrs::oneJob(const Request &request) const
{
    const Query query(request, {});
    for (const Job &job : m_recovery.jobs) {
        if (job.project != m_project || job.isLost || job.id != request.segments[3])
            continue;
        Answer answer;
        appendJob(answer.body, job);
        return answer;
    }
    // The one code the documents have for it comes with status 500.
    return recoveryError(500, "SDRS.0408", "The job is null.");
}

void Sdrs::appendJob(std::string &out, const Job &job) const
{
    const std::int64_t now = nowUs();
    const bool over = now >= job.endUs, failed = over && job.fails;
    static const Overrides plain;
    RowWriter row(out, plain);
    row.text("status", job.status(now));
    row.text("job_id", job.id);
    row.text("job_type", job.type);
    row.text("begin_time", zonedTime(job.createdUs));
    row.json("end_time", over ? quoted(zonedTime(job.endUs)) : "null");
    row.json("error_code", failed && !job.code.empty() ? quoted(job.code) : "null");
    row.json("fail_reason", failed && !job.reason.empty() ? quoted(job.reason) : "null");
    std::string entities;
    {
        RowWriter inner(entities, plain);
        for (const auto &[name, id] : job.entities)
            if (over)
                inner.text(name, id);
        if (!job.parts.empty() || job.saysNoParts) {
            std::string parts;
            for (const Job &part : job.parts) {
                parts += parts.empty() ? "" : ",";
                appendJob(parts, part);
            }
            inner.json("sub_jobs", "[" + parts + "]");
        }
    }
    row.json("entities", entities);
}

// --- active-active domains ----------------------------------------------------------------------------------------------------

Answer Sdrs::domainList(const Request &request) const
{
    const Query query(request, {});
    Answer answer;
    answer.body = "{\"domains\":[";
    const char *separator = "";
    for (const DomainPair &domain : m_recovery.domains) {
        if (domain.project != m_project)
            continue;
        answer.body += separator;
        separator = ",";
        RowWriter row(answer.body, domain.odd);
        row.id("id", domain.id);
        row.text("name", domain.name);
        row.text("description", domain.description);
        row.json("sold_out", domain.soldOut ? "true" : "false");
        row.json("local_replication_cluster", "{\"availability_zone\":" + quoted(domain.local) + "}");
        row.json("remote_replication_cluster", "{\"availability_zone\":" + quoted(domain.remote) + "}");
    }
    answer.body += "]}";
    return answer;
}

// --- protection groups --------------------------------------------------------------------------------------------------------

bool Sdrs::fitsQueryType(std::size_t index, const std::string &type) const
{
    if (type.empty() || type == "general")
        return true;
    const std::string &status = m_recovery.groups[index].life.at(nowUs())->status;
    if (type == "status_abnormal")
        return status.rfind("error", 0) == 0;
    if (type == "stop_protected")
        return status == "available";
    if (type != "period_no_dr_drill")
        refuse("SDRS.0201", "Invalid query_type " + type + ".");
    constexpr std::int64_t period = std::int64_t(90) * 86'400'000'000; // three months, the documents' default
    return std::none_of(m_recovery.drills.begin(), m_recovery.drills.end(), [this, index](const Drill &drill) {
        return std::size_t(drill.group) == index && drill.life.at(nowUs()) && drill.createdUs > nowUs() - period;
    });
}

Answer Sdrs::groupList(const Request &request) const
{
    const Query query(request, {"limit", "offset", "status", "name", "query_type", "availability_zone"});
    const std::string *status = query.status(groupWords), *name = query.text("name"), *type = query.text("query_type"),
                      *zone = query.filled("availability_zone", "SDRS.0203");
    if (type && !type->empty() && *type != "general" && *type != "status_abnormal" && *type != "stop_protected" &&
        *type != "period_no_dr_drill")
        refuse("SDRS.0201", "Invalid query_type " + *type + ".");
    std::vector<std::size_t> rows;
    for (std::size_t i = m_recovery.groups.size(); i-- > 0;) { // the newest first; the documents name no order
        const Group &group = m_recovery.groups[i];
        const Life::Phase *phase = group.project == m_project ? group.life.at(nowUs()) : nullptr;
        if (!phase || (status && phase->status != *status) || (name && group.name.find(*name) == std::string::npos) ||
            (zone && (group.station == "source" ? group.source : group.target) != *zone) || (type && !fitsQueryType(i, *type)))
            continue;
        rows.push_back(i);
    }
    const auto page = query.page(rows);
    Answer answer;
    answer.body = "{\"server_groups\":[";
    for (const std::size_t index : page) {
        if (index != page.front())
            answer.body += ',';
        appendGroup(answer.body, index);
    }
    answer.body += "],\"count\":" + std::to_string(rows.size()) + "}"; // of all that the filter lets through
    return answer;
}

Answer Sdrs::oneGroup(const Request &request) const
{
    const Query query(request, {});
    for (std::size_t i = 0; i < m_recovery.groups.size(); ++i) {
        const Group &group = m_recovery.groups[i];
        if (group.project != m_project || group.id.text() != request.segments[3] || !group.life.at(nowUs()))
            continue;
        Answer answer;
        answer.body = "{\"server_group\":";
        appendGroup(answer.body, i);
        answer.body += '}';
        return answer;
    }
    return recoveryError(400, "SDRS.1013", "The protection group " + request.segments[3] + " cannot be found.");
}

void Sdrs::appendGroup(std::string &out, std::size_t index) const
{
    const Group &group = m_recovery.groups[index];
    const Life::Phase &phase = *group.life.at(nowUs());
    int progress = group.progress;
    if (phase.status == "starting" || phase.status == "reprotecting")
        progress = group.life.percent(nowUs()).value_or(0);
    else if (phase.status == "protected")
        progress = 100;
    RowWriter row(out, group.odd);
    row.id("id", group.id);
    row.text("name", group.name);
    row.json("description", group.description ? quoted(*group.description) : "null");
    row.text("status", phase.status);
    row.number("progress", progress);
    row.text("source_availability_zone", group.source);
    row.text("target_availability_zone", group.target);
    row.text("priority_station", group.station);
    row.id("domain_id", group.domain);
    row.text("domain_name", group.domainName);
    row.id("source_vpc_id", group.vpc);
    row.id("target_vpc_id", group.vpc); // within one VPC, the only model
    row.null("test_vpc_id");
    row.text("dr_type", "migration");
    row.text("server_type", "ECS");
    row.number("protected_instance_num", group.instances);
    row.number("replication_num", group.pairs);
    row.number("disaster_recovery_drill_num", m_recovery.drillsOf(index, nowUs()));
    row.null("protected_status");
    row.null("replication_status");
    row.null("health_status");
    row.text("protection_type", "replication-pair");
    row.null("replication_model");
    row.text("created_at", cutTime(group.createdUs));
    row.text("updated_at", cutTime(phase.fromUs));
}

/// Every field has an error code of its own; what has none is a bad request.
Answer Sdrs::createGroup(const Request &request)
{
    const Query query(request, {});
    std::string why;
    const auto wanted = readEnvelope(request, "server_group", &why);
    if (!wanted)
        refuse("SDRS.0201", why + ".");

    struct Field
    {
        std::string_view name, code;
        bool required;
    };
    static constexpr std::array fields{Field{"name", "SDRS.0202", true},
                                       Field{"description", "SDRS.0212", false},
                                       Field{"source_availability_zone", "SDRS.0203", true},
                                       Field{"target_availability_zone", "SDRS.0203", true},
                                       Field{"domain_id", "SDRS.0205", true},
                                       Field{"source_vpc_id", "SDRS.0204", true},
                                       Field{"dr_type", "SDRS.0217", false}};
    for (const Json::Member &member : wanted->members) {
        const auto *field =
            std::find_if(fields.begin(), fields.end(), [&member](const Field &f) { return f.name == member.name; });
        if (field == fields.end())
            refuse("SDRS.0201", "Unknown member server_group." + member.name + ".");
        if (!member.value.isString())
            refuse(field->code, member.name + " must be text.");
    }
    for (const Field &field : fields)
        if (field.required && (!wanted->member(field.name) || wanted->member(field.name)->text.empty()))
            refuse(field.code, std::string(field.name) + " is missing.");
    const auto text = [&wanted](std::string_view name) { return wanted->member(name)->text; };

    Recovery::Wish wish;
    wish.name = text("name");
    wish.source = text("source_availability_zone");
    wish.target = text("target_availability_zone");
    if (!isName(wish.name, !m_world.international))
        refuse("SDRS.0202", std::string("name must be 1 to 64 bytes of ") +
                                (m_world.international ? "" : "Chinese characters, ") + "letters, digits, '.', '_' and '-'.");
    if (wanted->member("description")) {
        wish.description = text("description");
        if (wish.description->size() > 64 || wish.description->find_first_of("<>") != std::string::npos)
            refuse("SDRS.0212", "description must be at most 64 bytes without < and >.");
    }
    if (wanted->member("dr_type") && text("dr_type") != "migration")
        refuse("SDRS.0217", "dr_type must be migration.");

    const auto &domains = m_recovery.domains;
    if (std::none_of(domains.begin(), domains.end(),
                     [this](const DomainPair &d) { return d.project == m_project && !d.soldOut; }))
        refuse("SDRS.0233", "There is no active-active domain that the project can use.");
    const auto domain = std::find_if(domains.begin(), domains.end(), [&](const DomainPair &d) {
        return d.project == m_project && d.id.text() == text("domain_id");
    });
    if (domain == domains.end())
        refuse("SDRS.0205", "The active-active domain " + text("domain_id") + " does not exist.");
    // A zone of the region that no domain of the project touches is one it has no right to; any other word is no zone.
    const std::string &region = m_world.projects[std::size_t(m_project)].region;
    const auto check = [&](const std::string &zone, std::string_view noRight) {
        const bool inRegion =
            zone.size() == region.size() + 1 && zone.rfind(region, 0) == 0 && zone.back() >= 'a' && zone.back() <= 'd';
        const bool inDomains = std::any_of(domains.begin(), domains.end(), [&](const DomainPair &d) {
            return d.project == m_project && (d.local == zone || d.remote == zone);
        });
        if (inRegion && !inDomains)
            refuse(noRight, "The project has no access to availability zone " + zone + ".");
        if (zone != domain->local && zone != domain->remote)
            refuse("SDRS.0203", "The availability zone " + zone + " does not belong to the active-active domain.");
    };
    check(wish.source, "SDRS.0231");
    check(wish.target, "SDRS.0232");
    if (wish.source == wish.target)
        refuse("SDRS.0203", "The two availability zones must differ.");
    if (domain->soldOut)
        refuse("SDRS.0233", "The resources of the active-active domain are sold out.");
    const auto vpc = std::find_if(m_recovery.networks.begin(), m_recovery.networks.end(), [&](const Network &network) {
        const Life::Phase *phase = network.life.at(nowUs());
        return network.project == m_project && network.id.text() == text("source_vpc_id") && phase && phase->status == "OK";
    });
    if (vpc == m_recovery.networks.end())
        refuse("SDRS.0204", "The VPC " + text("source_vpc_id") + " does not exist or cannot be used.");
    if (const long quota = m_recovery.groupQuota(m_project); m_recovery.groupsOf(m_project, nowUs()) >= quota)
        refuse("SDRS.0305", "The quota of " + std::to_string(quota) + " protection groups is used up.");

    wish.domain = domain->id;
    wish.domainName = domain->name;
    wish.vpc = vpc->id;
    Answer answer;
    answer.body = "{\"job_id\":" + quoted(m_recovery.create(m_project, std::move(wish), nowUs())) + "}";
    return answer;
}

// --- drills -------------------------------------------------------------------------------------------------------------------

Answer Sdrs::drillList(const Request &request) const
{
    const Query query(request, {"server_group_id", "name", "status", "drill_vpc_id", "limit", "offset"});
    const std::string *status = query.status(drillWords), *name = query.text("name"),
                      *group = query.filled("server_group_id", "SDRS.0207"), *vpc = query.filled("drill_vpc_id", "SDRS.0204");
    std::vector<std::size_t> rows;
    for (std::size_t i = m_recovery.drills.size(); i-- > 0;) {
        const Drill &drill = m_recovery.drills[i];
        const Group &owner = m_recovery.groups[std::size_t(drill.group)];
        const Life::Phase *phase = owner.project == m_project ? drill.life.at(nowUs()) : nullptr;
        if (!phase || (status && phase->status != *status) || (name && drill.name.find(*name) == std::string::npos) ||
            (group && owner.id.text() != *group) || (vpc && drill.vpc.text() != *vpc))
            continue;
        rows.push_back(i);
    }
    const auto page = query.page(rows);
    Answer answer;
    answer.body = "{\"disaster_recovery_drills\":[";
    for (const std::size_t index : page) {
        if (index != page.front())
            answer.body += ',';
        appendDrill(answer.body, index);
    }
    // "The number of drills the list contains": of this page, other than with the groups.
    answer.body += "],\"count\":" + std::to_string(page.size()) + "}";
    return answer;
}

Answer Sdrs::oneDrill(const Request &request) const
{
    const Query query(request, {});
    for (std::size_t i = 0; i < m_recovery.drills.size(); ++i) {
        const Drill &drill = m_recovery.drills[i];
        if (m_recovery.groups[std::size_t(drill.group)].project != m_project || drill.id.text() != request.segments[3] ||
            !drill.life.at(nowUs()))
            continue;
        Answer answer;
        answer.body = "{\"disaster_recovery_drill\":";
        appendDrill(answer.body, i);
        answer.body += '}';
        return answer;
    }
    return recoveryError(400, "SDRS.1902", "The disaster recovery drill " + request.segments[3] + " cannot be found.");
}

void Sdrs::appendDrill(std::string &out, std::size_t index) const
{
    const Drill &drill = m_recovery.drills[index];
    const Life::Phase &phase = *drill.life.at(nowUs());
    std::string servers;
    for (const auto &[instance, server] : drill.servers)
        if (phase.status != "creating") {
            servers += servers.empty() ? "" : ",";
            servers.append(R"({"protected_instance":")").append(instance.text()).append(R"(","drill_server_id":")");
            servers.append(server.text()).append("\"}");
        }
    RowWriter row(out, drill.odd);
    row.id("id", drill.id);
    row.text("name", drill.name);
    row.text("status", phase.status);
    row.id("server_group_id", m_recovery.groups[std::size_t(drill.group)].id);
    row.id("drill_vpc_id", drill.vpc);
    row.text("created_at", cutTime(drill.createdUs));
    row.text("updated_at", cutTime(phase.fromUs));
    row.json("drill_servers", "[" + servers + "]");
}

// --- quotas -------------------------------------------------------------------------------------------------------------------

Answer Sdrs::quotas(const Request &request) const
{
    const Query query(request, {});
    long pairs = 0;
    for (const Group &group : m_recovery.groups)
        if (group.project == m_project && group.life.at(nowUs()))
            pairs += group.pairs;
    Answer answer;
    answer.body = "{\"quotas\":{\"resources\":[{\"type\":\"server_groups\",\"used\":" +
                  std::to_string(m_recovery.groupsOf(m_project, nowUs())) +
                  ",\"quota\":" + std::to_string(m_recovery.groupQuota(m_project)) +
                  ",\"min\":0,\"max\":-1},{\"type\":\"replications\",\"used\":" + std::to_string(pairs) +
                  ",\"quota\":100,\"min\":0,\"max\":-1}]}}";
    return answer;
}

} // namespace mock
