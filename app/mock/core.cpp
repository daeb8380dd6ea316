#include "core.h"

#include "json.h"
#include "signing.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <numeric>
#include <stdexcept>

namespace mock {

static std::int64_t epochOf(const std::string &text)
{
    using namespace std::chrono;
    if (text.empty())
        return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
    const auto us = readTime(text);
    if (!us)
        throw std::runtime_error("epoch " + text + " is no ISO time such as 2026-03-05T08:00:00Z");
    return *us / 1000;
}

namespace {
struct WriteKind
{
    const char *glob, *name;
};
constexpr std::array writeKinds{WriteKind{"*/checkpoints/replicate", "replicate policy"},
                                WriteKind{"*/checkpoint_items/*/replicate", "replicate backup"},
                                WriteKind{"*/server-groups", "create group"}, WriteKind{"*", "other"}}; // the last for the rest
} // namespace

Core::Core(const Options &options)
    : calendar(epochOf(options.epoch), options.speed),
      m_world(options.scenario, options.seed, options.records, calendar.epochMs()),
      m_recovery(m_world, options.seed, calendar.epochMs() * 1000), m_iam(m_world, calendar, options.tokenLife),
      m_csbs(m_world, calendar), m_sdrs(m_world, m_recovery, calendar, !options.tlsCert.empty()),
      m_vpc(m_world, m_recovery, calendar), m_faults(options.seed)
{
    for (const WriteKind &kind : writeKinds)
        m_writes[kind.name] = 0;
    for (const std::string &rule : options.faults) {
        std::string error;
        if (!m_faults.add(rule, &error))
            throw std::runtime_error(error);
    }
}

// --- the log ------------------------------------------------------------------------------------------------------------------

static constexpr const char *mask = "\xE2\x80\xB9masked\xE2\x80\xBA";

static void maskSecrets(Json &value)
{
    for (auto &[name, inner] : value.members) {
        if (inner.isString() && (name == "password" || name == "passcode" || name == "secret"))
            inner.text = mask;
        maskSecrets(inner);
    }
    for (Json &item : value.items)
        maskSecrets(item);
}

long Core::remember(const Request &request)
{
    Seen seen;
    seen.number = ++m_number;
    seen.method = request.method;
    seen.target = request.target;
    seen.body = request.body;
    if (Iam::owns(request) && !request.body.empty()) {
        seen.body.clear();
        if (auto json = Json::parse(request.body)) {
            maskSecrets(*json);
            append(seen.body, *json);
        } else {
            seen.body = mask;
        }
    }
    for (const auto &[name, value] : request.headers) {
        std::string shown = value;
        if (equalNoCase(name, "X-Auth-Token") || equalNoCase(name, "X-Subject-Token") || equalNoCase(name, "X-Security-Token") ||
            equalNoCase(name, "Proxy-Authorization") || equalNoCase(name, "Cookie")) {
            shown = mask;
        } else if (equalNoCase(name, "Authorization")) {
            const auto at = shown.find("Signature=");
            shown = at == std::string::npos ? mask : shown.substr(0, at + 10) + mask;
        }
        seen.headers.emplace_back(name, shown);
    }
    m_seen.push_back(std::move(seen));
    if (m_seen.size() > kept)
        m_seen.pop_front();
    return m_number;
}

void Core::count(const Request &request)
{
    if (request.method == "GET" || request.method == "HEAD" || request.method == "OPTIONS" || request.path == "/v3/auth/tokens")
        return;
    const auto kind = std::find_if(writeKinds.begin(), std::prev(writeKinds.end()), [&request](const WriteKind &known) {
        return request.method == "POST" && matches(known.glob, request.path);
    });
    ++m_writes[kind->name];
}

long Core::refuseUnread(const Request &request, int status, const std::string &note)
{
    const std::lock_guard lock(m_mutex);
    if (request.path.rfind("/_mock/", 0) == 0)
        return 0;
    if (!request.method.empty())
        count(request);
    const long number = remember(request);
    m_seen.back().status = status;
    m_seen.back().note = note;
    return number;
}

void Core::answered(long number, int status)
{
    const std::lock_guard lock(m_mutex);
    if (number > 0 && !m_seen.empty() && number >= m_seen.front().number && number <= m_seen.back().number)
        m_seen[std::size_t(number - m_seen.front().number)].status = status;
}

std::vector<Seen> Core::requests() const
{
    const std::lock_guard lock(m_mutex);
    return {m_seen.begin(), m_seen.end()};
}

void Core::clearRequests()
{
    const std::lock_guard lock(m_mutex);
    m_seen.clear();
}

long Core::writes() const
{
    const std::lock_guard lock(m_mutex);
    return allWrites();
}

long Core::writes(const std::string &kind) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_writes.find(kind);
    return found == m_writes.end() ? -1 : found->second;
}

long Core::allWrites() const
{
    return std::accumulate(m_writes.begin(), m_writes.end(), 0L,
                           [](long sum, const auto &writesOf) { return sum + writesOf.second; });
}

bool Core::fault(const std::string &rule, std::string *error)
{
    const std::lock_guard lock(m_mutex);
    return m_faults.add(rule, error);
}

void Core::clearFaults()
{
    const std::lock_guard lock(m_mutex);
    m_faults.clear();
}

std::string Core::example(const std::string &what) const
{
    const std::lock_guard lock(m_mutex);
    return exampleOf(what);
}

std::string Core::exampleOf(const std::string &what) const
{
    return what.rfind("job ", 0) == 0 ? m_recovery.example(what) : m_world.example(what);
}

Door Core::door() const
{
    const std::lock_guard lock(m_mutex);
    Door door;
    door.ak = m_world.ak;
    door.sk = m_world.sk;
    door.user = m_world.userName;
    door.password = m_world.password;
    door.domain = m_world.domainName;
    for (const Project &project : m_world.projects)
        door.scopes.emplace_back(project.region, project.id);
    if (!door.scopes.empty()) {
        door.region = door.scopes.front().first;
        door.projectId = door.scopes.front().second;
    }
    return door;
}

TemporaryKey Core::temporaryKey() const
{
    const std::lock_guard lock(m_mutex);
    return {m_world.temporaryAk, m_world.temporarySk, m_world.securityToken};
}

// --- one request --------------------------------------------------------------------------------------------------------------

Delivery Core::take(Request request)
{
    const std::lock_guard lock(m_mutex);
    request.takeApart();
    // Numbered by what is asked: one request more or less of another kind, or in another order, changes no other's id.
    request.id = m_world.diceFor("request " + request.method + " " + request.target + "\n" + request.body).hexText(32);
    Delivery out;
    if (request.path.rfind("/_mock/", 0) == 0) {
        out.isControl = true;
        out.answer = control(request);
        out.answer.headers.emplace_back("X-Request-Id", request.id);
        return out;
    }
    count(request);
    out.number = remember(request);
    Disturbance disturbance = m_faults.next(request);
    out.delayMs = disturbance.delayMs;
    if (disturbance.rule && disturbance.rule->refuses()) {
        if (disturbance.rule->action == FaultRule::Action::DropBefore)
            out.fault = FaultRule::Action::DropBefore;
        else
            out.answer = refusal(request, *disturbance.rule);
    } else {
        m_world.settle(calendar.nowMs() * 1000);
        out.answer = gateway(request);
        if (disturbance.rule) {
            out.answer.unfold();
            spoil(out.answer, *disturbance.rule);
            out.fault = disturbance.rule->action;
            out.argument = disturbance.rule->argument;
            if (disturbance.rule->action == FaultRule::Action::Status) {
                out.interim = int(disturbance.rule->argument);
                out.fault.reset();
            }
        }
    }
    out.answer.headers.emplace_back("X-Request-Id", request.id);
    std::string note = out.answer.note;
    if (disturbance.rule)
        note += (note.empty() ? "fault " : "; fault ") + disturbance.rule->actionWord();
    else if (out.delayMs > 0)
        note += note.empty() ? "fault delay" : "; fault delay";
    else if (note.empty() && out.answer.status == 400)
        note = "refused as invalid";
    m_seen.back().note = note;
    return out;
}

Answer Core::gateway(const Request &request)
{
    const auto unknown = [&request](const char *note) {
        Answer answer =
            gatewayError(request, 404, "APIGW.0101", "The API does not exist or has not been published in the environment");
        answer.note = note;
        return answer;
    };
    try {
        if (!request.readable)
            return gatewayError(request, 400, "APIGW.0201", "Bad request: broken percent-encoding in the address");
        if (Iam::owns(request))
            return m_iam.serve(request);
        if (request.segments.size() == 3 && request.segments[0] == "v1" && request.segments[2] == "replications")
            return unknown(
                "unknown path: /replications is SDRS, which this version does not serve; CSBS says /replication_records");
        // One address serves all services: what is asked at its root is SDRS, the only one here that tells its versions.
        if (Sdrs::isOpen(request))
            return m_sdrs.serve(request);
        if (Vpc::owns(request)) {
            m_iam.admit(request, request.segments[1], Vpc::otherProject());
            return m_vpc.serve(request);
        }
        if (!Csbs::owns(request) && !Sdrs::owns(request))
            return unknown("unknown path");
        m_iam.admit(
            request, request.segments[1],
            gatewayError(request, 401, "APIGW.0307", "The token must be updated: it belongs to another project or region"));
        return Sdrs::owns(request) ? m_sdrs.serve(request) : m_csbs.serve(request);
    } catch (const Refusal &refused) {
        return refused.answer;
    }
}

Answer Core::errorOfTheWire(int status)
{
    const std::lock_guard lock(m_mutex);
    Request nobody;
    nobody.id = m_world.diceFor("unreadable request").hexText(32);
    const char *text = status == 413   ? "Request entity too large"
                       : status == 431 ? "Request header fields too large"
                                       : "Bad request";
    Answer answer = gatewayError(nobody, status, "APIGW.0201", text);
    answer.headers.emplace_back("X-Request-Id", nobody.id);
    return answer;
}

static const char *reason(int status)
{
    switch (status) {
    case 100:
        return "Continue";
    case 102:
        return "Processing";
    case 103:
        return "Early Hints";
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 202:
        return "Accepted";
    case 204:
        return "No Content";
    case 301:
        return "Moved Permanently";
    case 302:
        return "Found";
    case 303:
        return "See Other";
    case 304:
        return "Not Modified";
    case 307:
        return "Temporary Redirect";
    case 308:
        return "Permanent Redirect";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 407:
        return "Proxy Authentication Required";
    case 409:
        return "Conflict";
    case 413:
        return "Payload Too Large";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 502:
        return "Bad Gateway";
    case 503:
        return "Service Unavailable";
    case 504:
        return "Gateway Timeout";
    default:
        return "Status";
    }
}

std::string Core::head(const Delivery &delivery, bool keepAlive) const
{
    const Answer &answer = delivery.answer;
    std::string out;
    if (delivery.interim != 0)
        out = "HTTP/1.1 " + std::to_string(delivery.interim) + " " + reason(delivery.interim) + "\r\n\r\n";
    out += "HTTP/1.1 " + std::to_string(answer.status) + " " + reason(answer.status) + "\r\nDate: " + httpDate(calendar.nowMs()) +
           "\r\nServer: ballast-mock\r\n";
    if (answer.status != 204 && answer.status != 304) {
        std::size_t length = answer.size();
        if (delivery.fault == FaultRule::Action::BadLength)
            length += 10;
        out += "Content-Type: " + answer.type + "\r\nContent-Length: " + std::to_string(length) + "\r\n";
    }
    for (const auto &[name, value] : answer.headers)
        out.append(name).append(": ").append(value).append("\r\n");
    out += keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
    return out;
}

} // namespace mock
