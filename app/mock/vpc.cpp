#include "vpc.h"

#include "row.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace mock {

[[noreturn]] static void invalid(const std::string &what)
{
    throw Refusal{networkError(400, "VPC.0101", "Parameter check failed: " + what)};
}

bool Vpc::owns(const Request &request)
{
    const auto &s = request.segments;
    return (request.method == "GET" || request.method == "HEAD") && (s.size() == 3 || (s.size() == 4 && !s[3].empty())) &&
           s[0] == "v1" && !s[1].empty() && s[2] == "vpcs";
}

Answer Vpc::otherProject() { return networkError(400, "VPC.0007", "The project in the URL is not the project of the token."); }

Answer Vpc::serve(const Request &request) const
{
    const int project = m_world.project(request.segments[1]);
    if (request.segments.size() == 3)
        return list(request, project);
    if (!request.query.empty())
        invalid("unknown query parameter " + request.query.front().first);
    for (const Network &network : m_recovery.networks) {
        if (network.project != project || network.id.text() != request.segments[3] || !network.life.at(m_calendar.nowMs() * 1000))
            continue;
        Answer answer;
        answer.body = "{\"vpc\":";
        append(answer.body, network);
        answer.body += '}';
        return answer;
    }
    return networkError(404, "VPC.0003", "VPC " + request.segments[3] + " does not exist.");
}

Answer Vpc::list(const Request &request, int project) const
{
    const std::string *limitText = nullptr, *marker = nullptr, *enterprise = nullptr;
    for (const auto &[name, value] : request.query) {
        const std::string **parameter = name == "limit"                   ? &limitText
                                        : name == "marker"                ? &marker
                                        : name == "enterprise_project_id" ? &enterprise
                                                                          : nullptr;
        if (!parameter)
            invalid("unknown query parameter " + name);
        if (*parameter)
            invalid(name + " given twice");
        *parameter = &value;
    }
    std::size_t limit = std::numeric_limits<std::size_t>::max();
    if (limitText) {
        if (limitText->empty() || limitText->size() > 10 || limitText->find_first_not_of("0123456789") != std::string::npos ||
            std::stoll(*limitText) > std::numeric_limits<int>::max())
            invalid("limit must be an integer from 0 to " + std::to_string(std::numeric_limits<int>::max()));
        limit = std::size_t(std::stoll(*limitText));
    }
    if (enterprise && enterprise->size() > 36)
        invalid("enterprise_project_id must be at most 36 characters");
    if (enterprise && *enterprise != "0" && *enterprise != "all_granted_eps" && !Uuid::parse(*enterprise))
        throw Refusal{networkError(400, "VPC.0011", "The enterprise project is invalid.")};

    std::vector<const Network *> rows;
    for (const Network &network : m_recovery.networks)
        if (network.project == project && network.life.at(m_calendar.nowMs() * 1000) &&
            (!enterprise || *enterprise == "all_granted_eps" || network.enterprise == *enterprise))
            rows.push_back(&network);
    // Neither the order nor a marker that is gone is documented for this call; both as the newer calls of the service do.
    std::sort(rows.begin(), rows.end(), [](const Network *a, const Network *b) { return a->id < b->id; });
    if (marker) {
        const auto last = std::find_if(rows.begin(), rows.end(), [marker](const Network *n) { return n->id.text() == *marker; });
        if (last == rows.end())
            invalid("marker " + *marker + " does not exist");
        rows.erase(rows.begin(), last + 1);
    }
    rows.resize(std::min(rows.size(), limit));
    Answer answer;
    answer.body = "{\"vpcs\":[";
    for (const Network *network : rows) {
        if (network != rows.front())
            answer.body += ',';
        append(answer.body, *network);
    }
    answer.body += "]}";
    return answer;
}

void Vpc::append(std::string &out, const Network &network) const
{
    RowWriter row(out, network.odd);
    row.id("id", network.id);
    row.text("name", network.name);
    row.text("description", network.description);
    row.text("cidr", network.cidr);
    row.text("status", network.life.at(m_calendar.nowMs() * 1000)->status);
    row.text("enterprise_project_id", network.enterprise);
    row.json("routes", "[]");
}

} // namespace mock
