// Readers: app/mock/http.cpp app/mock/json.cpp app/mock/signing.cpp app/mock/text.cpp app/mock/faults.cpp

#include "app/mock/core.h"
#include "app/mock/json.h"
#include "app/mock/signing.h"
#include "fuzz/fuzz.h"

#include <set>

using fuzz::claim;

namespace {

/// Takes the first line off.
std::string lineOf(std::string_view &text)
{
    const auto end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
    return std::string(line);
}

/// "METHOD TARGET", header lines, an empty line, the body: what the socket's parser leaves of a request.
mock::Request requestOf(std::string_view text)
{
    mock::Request request;
    const auto line = [&text] { return lineOf(text); };
    const std::string first = line();
    const auto blank = first.find(' ');
    request.method = first.substr(0, blank);
    request.target = blank == first.npos ? "/" : first.substr(blank + 1);
    for (std::string field = line(); !field.empty(); field = line()) {
        const auto colon = field.find(':');
        if (colon != field.npos)
            request.headers.emplace_back(field.substr(0, colon), mock::trimmed(std::string_view(field).substr(colon + 1)));
    }
    request.body = text;
    return request;
}

mock::Options options()
{
    mock::Options options;
    options.scenario = "empty";
    options.epoch = "2026-03-05T08:00:00Z";
    options.speed = 0;
    return options;
}

void checkJson(std::string_view text)
{
    std::string error;
    const auto json = mock::Json::parse(text, &error);
    claim(json.has_value() == error.empty(), "what is no JSON says why");
    if (!json)
        return;
    std::string written;
    append(written, *json);
    const auto again = mock::Json::parse(written);
    claim(again.has_value(), "what was written is read");
    std::string twice;
    append(twice, *again);
    claim(written == twice, "and is the same");
}

void checkText(std::string_view text)
{
    claim(mock::decoded(mock::encoded(text), false) == std::string(text), "what is encoded is decoded the same");
    claim(mock::matches("*", text) && mock::matches(std::string(text), text) == true, "a text matches itself and a star");
    claim(mock::equalNoCase(mock::lower(text), text), "case is no difference");
    if (const auto points = mock::codePoints(text))
        claim(points->size() <= text.size(), "a character has a byte at least");
    if (const auto rule = mock::FaultRule::parse(std::string(text), nullptr)) {
        mock::Faults faults(7);
        std::string error;
        claim(faults.add(rule->text, &error) && faults.rules().size() == 1, "a rule that is read is taken");
    }
    const mock::Signature signature = mock::Signature::read(text);
    claim(!signature.readable || (!signature.access.empty() && !signature.signedHeaders.empty() && !signature.signature.empty()),
          "a readable signature has its three parts");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    std::string_view text = fuzz::textOf(data, size);
    checkJson(text);
    checkText(text.substr(0, text.find('\n')));

    // Everything behind the socket: fault rules, "! RULE" in lines of their own, then a request.
    mock::Core core(options());
    while (!text.empty() && text.front() == '!') {
        std::string error;
        claim(core.fault(lineOf(text).substr(1), &error) || !error.empty(), "a rule that is refused says why");
    }
    mock::Request request = requestOf(text);
    mock::Request apart = request;
    apart.takeApart();
    claim(apart.path.find('?') == std::string::npos, "a path ends before its query");
    const std::string *proof = apart.header("Authorization");
    const mock::Signature signature = mock::Signature::read(proof ? *proof : std::string());
    claim(!mock::signatureFault(apart, signature, "a key nobody has", core.calendar.nowMs(), 0).empty(), "nobody guesses a key");

    // Who brings no proof of his own is let in: else nobody would come further.
    if (!apart.header("X-Auth-Token") && !apart.header("Authorization") && apart.path != "/v3/auth/tokens") {
        const mock::Door door = core.door();
        mock::Request signIn = requestOf("POST /v3/auth/tokens\n\n"
                                         R"({"auth":{"identity":{"methods":["password"],"password":{"user":{"name":")" +
                                         door.user + R"(","password":")" + door.password + R"(","domain":{"name":")" +
                                         door.domain + R"("}}}},"scope":{"project":{"id":")" + door.projectId + R"("}}}})");
        const mock::Delivery let = core.take(signIn);
        for (const auto &[name, value] : let.answer.headers) {
            if (name == "X-Subject-Token")
                request.headers.emplace_back("X-Auth-Token", value);
        }
        // Ids are made of the seed, so that an input may name the project; {p} stands for it all the same.
        if (const auto at = request.target.find("{p}"); at != std::string::npos)
            request.target.replace(at, 3, door.projectId);
    }
    for (int times = 0; times < 2; ++times) { // the second time a fault that the first one ordered is there
        const mock::Delivery delivery = core.take(request);
        const mock::Answer &answer = delivery.answer;
        claim(delivery.fault == mock::FaultRule::Action::DropBefore || (answer.status >= 100 && answer.status <= 599),
              "an answer has a status");
        if (answer.type == "application/json" && !answer.body.empty() && !delivery.fault)
            claim(mock::Json::parse(answer.body).has_value() || core.example("policy replicable").empty(), "an answer is JSON");
        const std::string head = core.head(delivery, true);
        claim(head.find("\r\n\r\n") == head.size() - 4 || delivery.interim != 0, "a head ends once");
    }
    for (const mock::Seen &seen : core.requests()) {
        for (const auto &[name, value] : seen.headers)
            claim(!mock::equalNoCase(name, "X-Auth-Token") || value.find("MIITESTb") == value.npos, "the log keeps no token");
    }
    return 0;
}
