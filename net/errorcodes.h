#pragma once

#include "net/result.h"

#include <optional>

namespace net {

/// The kind of a failure whose HTTP status says less than the service's own code, or something else; nothing for all others.
/// Source: api/sdrs.md sections 1.3 and 6, api/vpc.md "Errors", api/auth.md section 7.
std::optional<ErrorKind> kindOfCode(int httpStatus, QStringView code);

/// True when the service told that it is not open for this project (CSBS for new projects, SDRS without an active-active
/// domain): a state of the project, to be said as such, and no fault of the request.
/// Not an ErrorKind of its own: what a caller does about it is what it does about Rejected, only the sentence differs.
bool isNotOffered(const ApiError &error);

} // namespace net
