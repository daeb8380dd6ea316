#pragma once

#include "calendar.h"
#include "company.h"
#include "http.h"
#include "json.h"
#include "recordwriter.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mock {

/// Cloud server backup: the replication operations C1 to C4, policies, backups and quotas.
class Csbs
{
public:
    static constexpr std::string_view provider = "fc4d5750-22e7-4798-8a46-f48f62c4c1da";

    Csbs(World &world, const Calendar &calendar)
        : m_world(world), m_calendar(calendar),
          m_writer(world, [this](std::string &out, std::uint32_t row) { appendRecord(out, row); })
    {
    }
    Csbs(const Csbs &) = delete;
    Csbs &operator=(const Csbs &) = delete;

    /// True when method and path are those of an operation: the gateway asks before it looks who calls.
    static bool owns(const Request &request);
    /// The caller has been admitted to the project in the path.
    Answer serve(const Request &request);

private:
    class Query;
    struct SortKey
    {
        std::string name;
        bool descending = true;
    };
    /// The rows of one filter and order. Kept, since a client that pages asks for the same list again and again.
    struct List
    {
        std::string key;
        std::uint64_t state = 0, used = 0;
        std::vector<std::uint32_t> rows;
    };

    Answer capabilities(const Request &request);
    Answer replicatePolicy(const Request &request);
    Answer replicateBackup(const Request &request);
    int targetOf(const Json &replication) const;
    void checkRoom(int target, std::size_t copies) const;
    std::string accepted(const Request &request, std::string_view what, const std::string &id, int target) const;
    Answer replicationRecords(const Request &request);
    Answer policyList(const Request &request);
    Answer onePolicy(const Request &request);
    Answer backupList(const Request &request, bool onlyCount);
    Answer oneBackup(const Request &request);
    Answer quotas(const Request &request);

    List &listFor(const std::string &key, std::uint64_t state, bool &fresh);
    void findRecords(const Query &query, std::optional<RecordStatus> wanted, std::vector<std::uint32_t> &rows) const;
    void appendRecord(std::string &out, std::uint32_t index) const;
    void appendBackup(std::string &out, std::uint32_t index, bool inList) const;
    void appendPolicy(std::string &out, const Policy &policy, bool inList) const;

    std::int64_t nowUs() const { return m_calendar.nowMs() * 1000; }

    World &m_world;
    const Calendar &m_calendar;
    int m_project = 0;            ///< of the request being served
    std::array<List, 16> m_lists; ///< backups and records of five projects, and some that were filtered
    std::uint64_t m_listsUsed = 0;
    RecordWriter m_writer;
};

} // namespace mock
