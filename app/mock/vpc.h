#pragma once

#include "calendar.h"
#include "http.h"
#include "recovery.h"

#include <string>

namespace mock {

/// Virtual private clouds: the list N1 and one of them N2, which a console needs to turn ids into names.
class Vpc
{
public:
    Vpc(const World &world, const Recovery &recovery, const Calendar &calendar)
        : m_world(world), m_recovery(recovery), m_calendar(calendar)
    {
    }

    /// True when method and path are those of an operation: the gateway asks before it looks who calls.
    static bool owns(const Request &request);
    /// What is said to a token of another project; other services leave that to the gateway.
    static Answer otherProject();
    /// The caller has been admitted to the project in the path.
    Answer serve(const Request &request) const;

private:
    Answer list(const Request &request, int project) const;
    void append(std::string &out, const Network &network) const;

    const World &m_world;
    const Recovery &m_recovery;
    const Calendar &m_calendar;
};

} // namespace mock
