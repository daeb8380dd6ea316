#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

/// The demo and test endpoint: CSBS, SDRS, VPC and IAM as the documents describe them, on a real socket of 127.0.0.1.
/// It knows nothing of Qt and shares no code with net/, so that a misreading of the documents cannot agree with itself.
namespace mock {

struct Options
{
    std::uint16_t port = 0; ///< 0: any free one
    std::uint64_t seed = 7;
    std::string scenario = "company"; ///< company, empty, odd, or the path of a JSON file (see resources/demo)
    long records = -1;                ///< -1: the scenario's own; else so many, see Scenario::withRecords()
    std::string epoch;                ///< where the calendar starts, ISO UTC; empty: now
    double speed = 1;                 ///< calendar seconds per second; 0: only advance() moves it
    long tokenLife = 24 * 3600;       ///< calendar seconds for which a token holds; the service's are good for a day
    std::string tlsCert, tlsKey;      ///< PEM files; both empty: plain HTTP
    std::vector<std::string> faults;  ///< rules in the grammar of faults.h
};

/// One request as it arrived. Secrets are masked before they are kept.
struct Seen
{
    long number = 0; ///< counts from 1 over the life of the server
    std::string method, target, body;
    std::vector<std::pair<std::string, std::string>> headers;
    int status = 0;   ///< 0: never answered
    std::string note; ///< "unknown path", "fault drop", "torn" ...; empty when nothing was odd
};

/// What a client needs to come in.
struct Door
{
    std::string url, projectId, region, ak, sk, user, password, domain;
    std::vector<std::pair<std::string, std::string>> scopes; ///< region, project id; the first is the door's own
};

/// A temporary key pair, valid for 24 hours of the calendar from the epoch on.
struct TemporaryKey
{
    std::string ak, sk, securityToken;
};

class Server
{
public:
    explicit Server(Options options);
    ~Server(); // NOLINT(bugprone-exception-escape): a thread that cannot be joined is the end of the program
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;

    /// Listens and serves in a thread of its own. After stop() it may be called again: same port, same data.
    bool start(std::string *error);
    void stop();

    Door door() const;
    TemporaryKey temporaryKey() const;
    std::uint16_t port() const;
    /// The calendar: milliseconds since 1970 UTC.
    std::int64_t nowMs() const;
    /// Moves the calendar on, and with it delays, expiry and copies. Never backwards.
    void advance(std::chrono::milliseconds by);

    std::vector<Seen> requests() const; ///< the newest 10,000, oldest first
    void clearRequests();
    bool fault(const std::string &rule, std::string *error = nullptr);
    void clearFaults();
    /// Deliveries of POST, PUT and DELETE other than sign-in and /_mock/, answered or not, torn ones included.
    long writes() const;
    /// Those of one kind: "replicate policy", "replicate backup", "create group" or "other"; -1 for any other word.
    long writes(const std::string &kind) const;
    /// The id of a backup in the door's project that suits a test, empty when there is none. @p what is one of
    /// "replicable" (a copy to the door's first target region will succeed), "failing" (accepted there, will fail),
    /// "replicated" (already there), "unavailable" (its state forbids a copy). Or the id of a policy of that project: "policy
    /// replicable" (it has backups to copy there, and all will arrive), "policy failing in part" (some will), "policy failing"
    /// (none will), "policy replicated" (nothing is left to copy). Or the id of a job of SDRS: "job done", "job
    /// failed", "job failed in a part" (only a sub-job says why), "job unknown type", "job running", "job of a drill" (running,
    /// too).
    std::string example(const std::string &what) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// The door as the one JSON object that ballast-mock prints first.
std::string toJson(const Door &door);

} // namespace mock
