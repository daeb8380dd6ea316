#pragma once

#include <Qt>

namespace models {

/// How a table cell is to be drawn. Models say it, `ui::CellDelegate` reads it; a cell without it is text.
enum class CellKind {
    Text,     ///< a name or sentence: left, cut in the middle
    State,    ///< icon, word and colour from StateKindRole and StateWordRole: never cut
    Progress, ///< bar and percent from ProgressRole, else DisplayRole at the right in the secondary colour
    Number,   ///< right, never cut
    Time,     ///< left, never cut
    Size,     ///< right, never cut
    Id        ///< left, fixed font, cut in the middle
};

/// Which vocabulary a state word belongs to (the sections of resources/words/states.json).
enum class StateKind {
    Record,     ///< replication record `status`
    Backup,     ///< checkpoint item `status`
    Policy,     ///< "enabled", "disabled", "suspended"
    Job,        ///< SDRS job and sub-job `status`
    Operation,  ///< an entry of our own ledger
    Group,      ///< protection group `status`, the words of old groups too
    Drill,      ///< DR drill `status`
    Copy,       ///< `extend_info.copy_status` of a backup
    PairSync,   ///< `replication_status` of a pair, and of old groups
    Fault,      ///< `fault_level` of a pair: "0", "2", "5"
    Instance,   ///< protected instance `status`
    Pair,       ///< replication pair `status`
    Checkpoint, ///< backup record `status`
    Restore,    ///< restoration task `status`
    Schedule,   ///< `enabled` of a policy's scheduled operation: "true", "false"
    Failure,    ///< `failure_status` of a failed task
    Protection, ///< `protected_status` of old groups: "started", "stopped"
    Health,     ///< `health_status` of old groups: "normal", "abnormal"
    Vpc,        ///< VPC `status`, the words of v1 and of v3
    Quota,      ///< our own words: "unlimited", "within", "used-up"
    Fate        ///< our own words: what a replication does with a backup
};

/// Values of ProgressRole that are not a percentage.
enum : int {
    NoProgress = -1,     ///< nothing moves: DisplayRole says why or how long
    UnknownProgress = -2 ///< it moves, but the service gives no number
};

/// Item roles between the models and the table delegate. DisplayRole is always the whole text of the cell as a screen
/// reader shall hear it; ToolTipRole, where given, replaces the tip for cut text.
enum CellRole {
    CellKindRole = Qt::UserRole + 100, ///< int(CellKind)
    StateKindRole,                     ///< int(StateKind)
    StateWordRole,                     ///< QString, the word as the service sent it
    ProgressRole,                      ///< int 0..100, NoProgress or UnknownProgress
    SecondaryRole,                     ///< bool: draw in the secondary colour
    ChangedRole,                       ///< bool: the row has just changed, tint it with its state's colour
    MissingRole                        ///< bool: the value is not there ("—", "not loaded"): secondary colour, no tip
};

} // namespace models
