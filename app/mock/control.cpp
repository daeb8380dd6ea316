// The control paths under /_mock/: what the endpoint received, its faults, its clock, its state. They need a header that no web
// page can send unasked, or a page in the user's browser could move the calendar.

#include "core.h"
#include "json.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace mock {

static Answer wrong(int status, const std::string &text)
{
    Answer answer;
    answer.status = status;
    answer.body = "{\"error\":" + quoted(text) + "}";
    return answer;
}

static std::string seenText(const Seen &seen)
{
    std::string out = "{\"number\":" + std::to_string(seen.number) + ",\"method\":" + quoted(seen.method) +
                      ",\"target\":" + quoted(seen.target) + ",\"status\":" + std::to_string(seen.status) +
                      ",\"note\":" + quoted(seen.note) + ",\"headers\":[";
    for (std::size_t i = 0; i < seen.headers.size(); ++i)
        out += (i ? ",[" : "[") + quoted(seen.headers[i].first) + "," + quoted(seen.headers[i].second) + "]";
    // Bytes that are no UTF-8 would make the whole list unreadable.
    return out + "],\"body\":" + (codePoints(seen.body) ? quoted(seen.body) : quoted("hex:" + hex(seen.body))) + "}";
}

std::string Core::stateText()
{
    m_world.settle(calendar.nowMs() * 1000);
    std::array<long, 5> byStatus{};
    for (std::size_t i = 0; i < m_world.recordCount(); ++i)
        ++byStatus.at(std::size_t(m_world.recordAt(i).status));
    std::vector<long> backupsOf(m_world.projects.size());
    for (std::size_t i = 0; i < m_world.backupCount(); ++i)
        if (m_world.hasBackup(i))
            ++backupsOf[std::size_t(m_world.projectOf(i))];
    std::string out = "{\"now\":" + quoted(paddedTime(calendar.nowMs() * 1000) + "Z") +
                      ",\"writes\":" + std::to_string(allWrites()) + ",\"writes_by_kind\":{";
    const char *separator = "";
    for (const auto &[kind, number] : m_writes) {
        out.append(separator).append(quoted(kind)).append(":").append(std::to_string(number));
        separator = ",";
    }
    out += "},\"requests\":" + std::to_string(m_number) + ",\"projects\":[";
    for (std::size_t i = 0; i < m_world.projects.size(); ++i) {
        const Project &project = m_world.projects[i];
        const auto isHere = [i](const auto &row) { return std::size_t(row.project) == i; };
        out += (i ? ",{\"id\":" : "{\"id\":") + quoted(project.id) + ",\"name\":" + quoted(project.name) +
               ",\"region\":" + quoted(project.region) +
               ",\"servers\":" + std::to_string(std::count_if(m_world.machines.begin(), m_world.machines.end(), isHere)) +
               ",\"policies\":" + std::to_string(std::count_if(m_world.policies.begin(), m_world.policies.end(), isHere)) +
               ",\"backups\":" + std::to_string(backupsOf[i]) + ",\"quota\":" + std::to_string(project.quota) +
               ",\"used\":" + std::to_string(project.used) + "}";
    }
    out += "],\"records\":{";
    for (std::size_t i = 0; i < byStatus.size(); ++i)
        out += (i ? "," : "") + quoted(word(RecordStatus(i))) + ":" + std::to_string(byStatus[i]);
    out += "},\"made\":" + madeText() + ",\"examples\":{";
    separator = "";
    for (const char *what : {"replicable", "failing", "replicated", "unavailable", "policy replicable", "policy failing in part",
                             "policy failing", "policy replicated", "job done", "job failed", "job failed in a part",
                             "job unknown type", "job running", "job of a drill"}) {
        out.append(separator).append(quoted(what)).append(":").append(quoted(exampleOf(what)));
        separator = ",";
    }
    return out + "}}";
}

/// What was ordered since the start, oldest first, and how far it is.
std::string Core::madeText() const
{
    const std::int64_t nowUs = calendar.nowMs() * 1000;
    std::string out;
    const auto list = [&out](const char *name, const auto &rows, std::size_t from, const auto &idOf, const auto &statusOf) {
        out += (out.empty() ? "{" : ",") + quoted(name) + ":[";
        for (std::size_t i = from; i < rows.size(); ++i)
            out +=
                (i > from ? ",{\"id\":" : "{\"id\":") + quoted(idOf(rows[i])) + ",\"status\":" + quoted(statusOf(rows[i])) + "}";
        out += "]";
    };
    const auto uuid = [](const auto &row) { return row.id.text(); };
    std::vector<Record> ordered;
    for (std::size_t i = m_world.builtRecords; i < m_world.recordCount(); ++i)
        ordered.push_back(m_world.recordAt(i));
    list("records", ordered, 0, uuid, [](const Record &record) { return word(record.status); });
    list("groups", m_recovery.groups, m_recovery.builtGroups, uuid, [nowUs](const Group &group) {
        const Life::Phase *phase = group.life.at(nowUs);
        return phase ? phase->status : std::string();
    });
    list(
        "jobs", m_recovery.jobs, m_recovery.builtJobs, [](const Job &job) { return job.id; },
        [nowUs](const Job &job) { return job.status(nowUs); });
    return out + "}";
}

Answer Core::control(const Request &request)
{
    const std::string *key = request.header("X-Ballast-Mock");
    if (!key || *key != "1")
        return wrong(403, "the header X-Ballast-Mock: 1 is missing");
    const std::string what = request.segments.size() == 2 ? request.segments[1] : std::string();
    const std::string &m = request.method;
    Answer answer;
    answer.body = "{}";
    if (what == "requests" && m == "GET") {
        answer.body = "{\"requests\":[";
        for (const Seen &seen : m_seen)
            answer.body += (&seen == &m_seen.front() ? "" : ",") + seenText(seen);
        answer.body += "]}";
        return answer;
    }
    if (what == "requests" && m == "DELETE") {
        m_seen.clear();
        return answer;
    }
    if (what == "faults" && m == "DELETE") {
        m_faults.clear();
        return answer;
    }
    if (what == "faults" && (m == "GET" || m == "POST")) {
        if (m == "POST") {
            const auto body = Json::parse(request.body);
            const Json *rule = body ? body->member("rule") : nullptr;
            std::string error = "{\"rule\": text} expected";
            if (!rule || !rule->isString() || body->members.size() != 1 || !m_faults.add(rule->text, &error))
                return wrong(400, error);
        }
        answer.body = "{\"faults\":[";
        for (const FaultRule &rule : m_faults.rules())
            answer.body += (&rule == &m_faults.rules().front() ? "" : ",") + ("{\"rule\":" + quoted(rule.text)) +
                           ",\"seen\":" + std::to_string(rule.seen) + ",\"fired\":" + std::to_string(rule.fired) + "}";
        answer.body += "]}";
        return answer;
    }
    if (what == "clock" && (m == "GET" || m == "POST")) {
        if (m == "POST") {
            const auto body = Json::parse(request.body);
            const Json *by = body ? body->member("advance_ms") : nullptr;
            if (!by || by->type != Json::Type::Number || by->text.find_first_not_of("0123456789") != std::string::npos ||
                by->text.size() > 15)
                return wrong(400, "{\"advance_ms\": number} expected");
            calendar.push(std::chrono::milliseconds(std::atoll(by->text.c_str())));
        }
        answer.body = "{\"now\":" + quoted(paddedTime(calendar.nowMs() * 1000) + "Z") +
                      ",\"now_ms\":" + std::to_string(calendar.nowMs()) + "}";
        return answer;
    }
    if (what == "state" && m == "GET") {
        answer.body = stateText();
        return answer;
    }
    return wrong(404, "known are requests, faults, clock and state");
}

} // namespace mock
