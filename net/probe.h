#pragma once

#include "net/call.h"

namespace net {

/// The cheapest read of a service that shows that it answers, knows the project and lets us in: one row of a list. True
/// comes only for an answer that is what the service would say, so that a sign-in page in the way does not pass for it.
CallPtr<bool> probe(Transport &transport, Service service, const Scope &scope);

} // namespace net
