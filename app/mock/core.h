#pragma once

#include "calendar.h"
#include "company.h"
#include "csbs.h"
#include "faults.h"
#include "http.h"
#include "iam.h"
#include "recovery.h"
#include "sdrs.h"
#include "server.h"
#include "vpc.h"

#include <cstdint>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace mock {

/// What the socket shall do with an answer.
struct Delivery
{
    Answer answer;
    std::optional<FaultRule::Action> fault; ///< one that concerns the connection, not the text
    long argument = 0;
    long delayMs = 0;
    long number = 0; ///< of the entry in the log
    int interim = 0; ///< a 1xx to send first
    bool isControl = false;
};

/// Everything but the socket: the gateway in front of the services, the log, the faults, the control paths. Thread safe.
class Core
{
public:
    explicit Core(const Options &options);

    Delivery take(Request request);
    /// A request that never came to its end, or that the socket refused by itself.
    long refuseUnread(const Request &request, int status, const std::string &note);
    void answered(long number, int status);
    Answer errorOfTheWire(int status);
    std::string head(const Delivery &delivery, bool keepAlive) const;

    Calendar calendar;

    Door door() const;
    TemporaryKey temporaryKey() const;
    std::vector<Seen> requests() const;
    void clearRequests();
    bool fault(const std::string &rule, std::string *error);
    void clearFaults();
    long writes() const;
    long writes(const std::string &kind) const;
    std::string example(const std::string &what) const;

private:
    Answer gateway(const Request &request);
    Answer control(const Request &request);
    std::string stateText();
    std::string madeText() const;
    std::string exampleOf(const std::string &what) const;
    long allWrites() const;
    long remember(const Request &request);
    void count(const Request &request);

    static constexpr std::size_t kept = 10'000;

    mutable std::mutex m_mutex;
    World m_world;
    Recovery m_recovery;
    Iam m_iam;
    Csbs m_csbs;
    Sdrs m_sdrs;
    Vpc m_vpc;
    Faults m_faults;
    std::deque<Seen> m_seen;
    long m_number = 0;
    std::map<std::string, long> m_writes; ///< deliveries by kind; each known kind has its row from the start
};

} // namespace mock
