#pragma once

#include "calendar.h"
#include "company.h"
#include "http.h"

#include <map>
#include <string>
#include <unordered_map>

namespace mock {

struct Caller
{
    int project = -1; ///< the scope of a token; -1: the account, or a signed call
    bool isSigned = false;
};

/// Sign-in, tokens, projects and regions; and the gateway's check in front of every service.
class Iam
{
public:
    Iam(World &world, const Calendar &calendar, long tokenLife)
        : m_world(world), m_calendar(calendar), m_tokenLifeMs(std::int64_t(tokenLife) * 1000)
    {
    }

    /// True when the path belongs to it.
    static bool owns(const Request &request);
    Answer serve(const Request &request);
    /// For a service of that project. @throws Refusal 401 or 403, or @p otherProject for a token of another project
    void admit(const Request &request, std::string_view projectId, const Answer &otherProject);

private:
    struct Token
    {
        int project = -1;
        bool domainScope = false;
        std::int64_t issuedMs = 0, expiresMs = 0;
    };
    struct Lock
    {
        int wrong = 0;
        std::int64_t untilMs = 0;
    };

    Caller caller(const Request &request);
    Answer signIn(const Request &request);
    Answer checkToken(const Request &request);
    Answer projects(const Request &request, bool filtered);
    Answer regions() const;
    std::string describe(const Token &token) const;
    std::string projectRow(const Project &project) const;

    World &m_world;
    const Calendar &m_calendar;
    std::int64_t m_tokenLifeMs;
    std::unordered_map<std::string, Token> m_tokens;
    std::map<std::string, Lock> m_keys; ///< wrong signatures in a row, by access key
    Lock m_user;
};

} // namespace mock
