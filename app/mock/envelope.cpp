#include "envelope.h"

namespace mock {

std::optional<Json> readEnvelope(const Request &request, std::string_view name, std::string *why)
{
    const std::string *type = request.header("Content-Type");
    if (!type || lower(*type).substr(0, 16) != "application/json") {
        *why = "Content-Type must be application/json";
        return std::nullopt;
    }
    std::string error;
    const auto body = Json::parse(request.body, &error);
    if (!body) {
        *why = "the body is not JSON: " + error;
        return std::nullopt;
    }
    const Json *inner = body->member(name);
    if (!body->isObject() || body->members.size() != 1 || !inner || !inner->isObject()) {
        *why = "the body must have the one member " + std::string(name);
        return std::nullopt;
    }
    return *inner;
}

} // namespace mock
