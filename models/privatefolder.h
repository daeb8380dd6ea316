#pragma once

#include <QString>

namespace models {

/// Makes the folder, and those above it that are missing, for their owner alone (0700, whatever the umask). One that is there
/// is closed to others where it is ours; those above it are left as they are. False, with errno: there is no such folder.
bool makePrivateFolder(const QString &path);

} // namespace models
