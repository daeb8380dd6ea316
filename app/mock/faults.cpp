#include "faults.h"

#include "json.h"
#include "sdrs.h"
#include "text.h"
#include "vpc.h"

#include <array>
#include <sstream>

namespace mock {

namespace {
struct Word
{
    const char *name;
    FaultRule::Action action;
    int argument; ///< 0: takes none, 1: may have one, 2: must have one, 3: must have STATUS/CODE
    long usual;
};

using A = FaultRule::Action;
constexpr std::array words{Word{"delay", A::Delay, 2, 0},         Word{"hang", A::Hang, 0, 0},
                           Word{"status", A::Status, 2, 0},       Word{"429", A::TooMany, 1, 1},
                           Word{"drop", A::Drop, 0, 0},           Word{"dropbefore", A::DropBefore, 0, 0},
                           Word{"reset", A::Reset, 0, 0},         Word{"cut", A::Cut, 0, 0},
                           Word{"drip", A::Drip, 1, 20},          Word{"wrongtype", A::WrongType, 0, 0},
                           Word{"malformed", A::Malformed, 0, 0}, Word{"empty", A::Empty, 0, 0},
                           Word{"types", A::Types, 0, 0},         Word{"huge", A::Huge, 1, 64L * 1024 * 1024},
                           Word{"duplicate", A::Duplicate, 0, 0}, Word{"manyheaders", A::ManyHeaders, 0, 0},
                           Word{"badlength", A::BadLength, 0, 0}, Word{"error", A::Error, 3, 0},
                           Word{"echo", A::Echo, 1, 403}};

bool readNumber(const std::string &text, long &out)
{
    if (text.empty() || text.size() > 9 || text.find_first_not_of("0123456789") != std::string::npos)
        return false;
    out = std::stol(text);
    return true;
}

Json disturbed(const Json &value, FaultRule::Action action)
{
    Json out = value;
    if (action == A::Types && out.isString()) {
        out.type = Json::Type::Number;
        out.text = "7";
    }
    for (Json &item : out.items)
        item = disturbed(item, action);
    std::vector<Json::Member> members;
    for (const auto &[name, inner] : out.members) {
        members.push_back({name, disturbed(inner, action)});
        if (action == A::Duplicate)
            members.push_back({name, Json{}});
    }
    out.members = std::move(members);
    return out;
}
} // namespace

std::optional<FaultRule> FaultRule::parse(const std::string &text, std::string *error)
{
    const auto fail = [&](const std::string &why) -> std::optional<FaultRule> {
        if (error)
            *error = "fault rule \"" + text + "\": " + why;
        return std::nullopt;
    };
    std::istringstream stream(text);
    std::string what, when, rest;
    FaultRule rule;
    stream >> rule.method >> rule.glob >> what >> when >> rest;
    if (what.empty() || !rest.empty())
        return fail("METHOD PATHGLOB ACTION[=ARG] [@N|@every|xN|%P] expected");
    rule.text = text;
    const auto equals = what.find('=');
    const std::string name = what.substr(0, equals);
    const Word *found = nullptr;
    for (const Word &word : words)
        if (name == word.name)
            found = &word;
    if (!found)
        return fail("unknown action " + name);
    rule.action = found->action;
    rule.argument = found->usual;
    std::string argument = equals == std::string::npos ? std::string() : what.substr(equals + 1);
    if (found->argument == 3) {
        const auto slash = argument.find('/');
        rule.code = slash == std::string::npos ? std::string() : argument.substr(slash + 1);
        argument = argument.substr(0, slash);
        if (rule.code.empty() || !readNumber(argument, rule.argument) || rule.argument < 400 || rule.argument > 599)
            return fail(name + " wants STATUS/CODE after =, such as 400/SDRS.0201");
    } else if (equals == std::string::npos ? found->argument == 2 : found->argument == 0 || !readNumber(argument, rule.argument))
        return fail(found->argument == 0 ? name + " takes no argument" : name + " wants a number after =");
    if (rule.action == Action::Status && (rule.argument < 100 || rule.argument > 599 || rule.argument == 101))
        return fail("status wants a number from 100 to 599");
    if (rule.action == Action::Echo && (rule.argument < 400 || rule.argument > 599))
        return fail("echo wants a number from 400 to 599");
    if (rule.action == Action::Huge && rule.argument > 512L * 1024 * 1024)
        return fail("huge wants at most 512 MiB");
    if (!when.empty() && when != "@every") {
        rule.when = when[0] == '@' ? When::Nth : when[0] == 'x' ? When::First : When::Percent;
        if ((when[0] != '@' && when[0] != 'x' && when[0] != '%') || !readNumber(when.substr(1), rule.number) ||
            (rule.number < 1 && rule.when != When::Percent) || (rule.when == When::Percent && rule.number > 100))
            return fail("@N, @every, xN or %P expected at the end");
    }
    return rule;
}

bool FaultRule::refuses() const
{
    return (action == Action::Status && argument >= 200) || action == Action::TooMany || action == Action::Error ||
           action == Action::Echo || action == Action::DropBefore;
}

std::string FaultRule::actionWord() const
{
    for (const Word &word : words)
        if (word.action == action)
            return word.name;
    return {};
}

bool Faults::add(const std::string &rule, std::string *error)
{
    const auto parsed = FaultRule::parse(rule, error);
    if (parsed)
        m_rules.push_back(*parsed);
    return parsed.has_value();
}

/// By the seed, the rule and the number of its call: what other rules see meanwhile changes nothing.
bool Faults::isDue(const FaultRule &rule) const
{
    Dice first(m_seed ^ hashOf(rule.text));
    return Dice(first.next() + std::uint64_t(rule.seen) * 0xD1B54A32D192ED03u).chance(int(rule.number));
}

Disturbance Faults::next(const Request &request)
{
    Disturbance out;
    for (FaultRule &rule : m_rules) {
        if (rule.method != "*" && rule.method != request.method)
            continue;
        if (!matches(rule.glob, rule.glob.find('?') == std::string::npos ? request.path : request.target))
            continue;
        ++rule.seen;
        const bool due = rule.when == FaultRule::When::Every || (rule.when == FaultRule::When::Nth && rule.seen == rule.number) ||
                         (rule.when == FaultRule::When::First && rule.seen <= rule.number) ||
                         (rule.when == FaultRule::When::Percent && isDue(rule));
        if (!due || (out.rule && rule.action != A::Delay))
            continue;
        ++rule.fired;
        if (rule.action == A::Delay)
            out.delayMs += rule.argument;
        else
            out.rule = rule;
    }
    return out;
}

void spoil(Answer &answer, const FaultRule &rule)
{
    switch (rule.action) {
    case A::WrongType:
        answer.status = 200;
        answer.type = "text/html; charset=utf-8";
        answer.body =
            "<!DOCTYPE html><html><head><title>Sign in</title></head><body><h1>Welcome to the guest network</h1></body></html>";
        break;
    case A::Malformed:
        answer.body.resize(answer.body.size() / 2);
        break;
    case A::Empty:
        answer.status = 200;
        answer.body.clear();
        break;
    case A::Types:
    case A::Duplicate:
        if (const auto json = Json::parse(answer.body)) {
            answer.body.clear();
            append(answer.body, disturbed(*json, rule.action));
        }
        break;
    case A::Huge: {
        std::string padded = "{\"padding\":\"" + std::string(std::size_t(rule.argument), 'x') + "\"";
        if (answer.body.size() > 2 && answer.body.front() == '{')
            padded += "," + answer.body.substr(1);
        else
            padded += "}";
        answer.body = std::move(padded);
        break;
    }
    case A::ManyHeaders:
        for (int i = 0; i < 150; ++i)
            answer.headers.emplace_back("X-Padding-" + std::to_string(i), "value " + std::to_string(i));
        break;
    default:
        break;
    }
}

/// What a careless service says: all it was sent, wherever an answer has room for it.
static Answer echo(const Request &request, int status)
{
    std::string all = request.method + " " + request.target;
    for (const auto &[name, value] : request.headers)
        all.append("|").append(name).append(": ").append(value);
    all += "||" + request.body;
    std::string proof;
    for (const char *name : {"X-Auth-Token", "X-Security-Token", "Authorization"}) {
        if (const std::string *value = request.header(name); value && proof.empty())
            proof = *value;
    }
    Answer answer;
    answer.status = status;
    answer.body = "{\"error_msg\":" + quoted("refused: " + all) + ",\"error_code\":" + quoted("Echo." + proof) +
                  ",\"request_id\":" + quoted("echo-" + proof) + ",\"request\":" + quoted(all) + "}";
    for (const char *name : {"X-Subject-Token", "X-Auth-Token", "Set-Cookie"})
        answer.headers.emplace_back(name, proof);
    return answer;
}

Answer refusal(const Request &request, const FaultRule &rule)
{
    if (rule.action == A::Echo)
        return echo(request, int(rule.argument));
    if (rule.action == A::TooMany) {
        Answer answer = gatewayError(request, 429, "APIGW.0308", "The throttling threshold has been reached");
        answer.headers.emplace_back("Retry-After", std::to_string(rule.argument));
        return answer;
    }
    const int status = int(rule.argument);
    const auto begins = [](std::string_view text, std::string_view with) { return text.substr(0, with.size()) == with; };
    if (rule.action == A::Error) {
        const std::string_view text =
            rule.code == "BackupService.4008" ? "CSBS is closed to new projects. Use CBR instead." : "Refused by a fault rule";
        return begins(rule.code, "SDRS.")  ? recoveryError(status, rule.code, text)
               : begins(rule.code, "VPC.") ? networkError(status, rule.code, text)
               : begins(rule.code, "APIG") ? gatewayError(request, status, rule.code, text)
                                           : serviceError(status, rule.code, text);
    }
    const bool ofSdrs = Sdrs::owns(request), ofVpc = Vpc::owns(request);
    Answer answer;
    switch (status) {
    case 401:
        answer = gatewayError(request, status, "APIGW.0301", "Incorrect IAM authentication information: decrypt token fail");
        break;
    case 403:
        answer = gatewayError(request, status, "APIGW.0302", "The user is not allowed to call this API");
        break;
    case 404:
        answer =
            gatewayError(request, status, "APIGW.0101", "The API does not exist or has not been published in the environment");
        break;
    case 429:
        answer = gatewayError(request, status, "APIGW.0308", "The throttling threshold has been reached");
        break;
    case 500:
        answer = ofSdrs  ? recoveryError(status, "SDRS.0013", "Internal error.")
                 : ofVpc ? networkError(status, "VPC.0106", "The backend answered nothing.")
                         : serviceError(status, "CSBS.9999", "Internal error.");
        break;
    case 503:
        // For the other two no code is documented with this status: the gateway in front speaks for them.
        answer = ofSdrs || ofVpc ? gatewayError(request, status, "APIGW.0201", "The backend is not available.")
                                 : serviceError(status, "CSBS.9998", "Service not available.");
        break;
    case 502:
    case 504: // what a proxy in front says, not the service
        answer.type = "text/html";
        answer.body = "<html><head><title>" + std::to_string(status) +
                      "</title></head><body><center>the gateway got no answer</center></body></html>";
        break;
    default:
        answer = gatewayError(request, status, "APIGW.0201", "Refused by a fault rule");
        break;
    }
    answer.status = status;
    if (status >= 300 && status < 400)
        answer.headers.emplace_back("Location", "/moved" + request.path);
    if (status == 407)
        answer.headers.emplace_back("Proxy-Authenticate", "Basic realm=\"mock\"");
    if (status == 204 || status == 304)
        answer.body.clear();
    return answer;
}

} // namespace mock
