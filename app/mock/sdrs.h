#pragma once

#include "calendar.h"
#include "http.h"
#include "recovery.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace mock {

/// Storage disaster recovery: versions, jobs, active-active domains, protection groups and drills; groups can be created.
class Sdrs
{
public:
    Sdrs(const World &world, Recovery &recovery, const Calendar &calendar, bool tls)
        : m_world(world), m_recovery(recovery), m_calendar(calendar), m_scheme(tls ? "https" : "http")
    {
    }

    /// True when method and path are those of an operation: the gateway asks before it looks who calls.
    static bool owns(const Request &request);
    /// True for the versions. They belong to no project, so no project's token could be checked, and a client asks for them
    /// before it knows how to sign in.
    static bool isOpen(const Request &request);
    /// The caller has been admitted to the project in the path, unless that is open.
    Answer serve(const Request &request);

private:
    class Query;

    Answer versions(const Request &request) const;
    Answer oneJob(const Request &request) const;
    Answer domainList(const Request &request) const;
    Answer groupList(const Request &request) const;
    Answer oneGroup(const Request &request) const;
    Answer createGroup(const Request &request);
    Answer drillList(const Request &request) const;
    Answer oneDrill(const Request &request) const;
    Answer quotas(const Request &request) const;

    void appendJob(std::string &out, const Job &job) const;
    void appendGroup(std::string &out, std::size_t index) const;
    void appendDrill(std::string &out, std::size_t index) const;
    bool fitsQueryType(std::size_t group, const std::string &type) const;
    std::int64_t nowUs() const { return m_calendar.nowMs() * 1000; }

    const World &m_world;
    Recovery &m_recovery;
    const Calendar &m_calendar;
    const std::string m_scheme;
    int m_project = 0; ///< of the request being served
};

} // namespace mock
