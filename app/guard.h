#pragma once

namespace app {

/// No core files of this process and no debugger of its user's on it, from now on: both would show what it holds. A core
/// handler behind a pipe gets nothing either. False, with errno: the system refused.
bool forbidCores();

/// Takes the credential out of our own environment: what we start does not inherit it, and /proc does not show it any more.
/// Only while there is one thread.
void clearCredentialVariables();

} // namespace app
