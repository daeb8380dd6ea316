#pragma once

namespace net {

/// What the status of a disaster recovery object says about change (api/sdrs.md section 5).
enum class Phase {
    Stable,       ///< stays until somebody acts
    Transitional, ///< an action is going on: ask again, offer nothing
    Failed,       ///< stays so after an action that failed
    Unknown       ///< a word this build does not know: show it, offer nothing
};

} // namespace net
