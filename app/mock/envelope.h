#pragma once

#include "http.h"
#include "json.h"

#include <optional>
#include <string>
#include <string_view>

namespace mock {

/// The object under the one member @p name of a JSON body, as both services wrap what a write asks for. Nothing, and half a
/// sentence in @p why, for a body of another type, form or number of members.
std::optional<Json> readEnvelope(const Request &request, std::string_view name, std::string *why);

} // namespace mock
