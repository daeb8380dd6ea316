#include "app/guard.h"

#include "app/commandline.h"

#include <sys/prctl.h>
#include <sys/resource.h>

#include <cstdlib>

namespace app {

bool forbidCores()
{
    const rlimit none{0, 0};
    return ::prctl(PR_SET_DUMPABLE, 0) == 0 && ::setrlimit(RLIMIT_CORE, &none) == 0;
}

void clearCredentialVariables()
{
    for (const char *name : credentialVariables) {
        for (char *byte = std::getenv(name); byte && *byte; ++byte) // it lies where the kernel shows it from
            *byte = 0;
        ::unsetenv(name);
    }
}

} // namespace app
