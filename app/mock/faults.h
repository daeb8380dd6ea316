#pragma once

#include "company.h"
#include "http.h"

#include <optional>
#include <string>
#include <vector>

namespace mock {

/// One disturbance, as a person writes it:
///
///     METHOD PATHGLOB ACTION[=ARG] [@N | @every | xN | %P]
///     POST */replicate drop            GET */replication_records delay=2000
///     * * status=503 @3                GET */checkpoint_items 429=3 x2
///
/// METHOD is a verb or `*`. PATHGLOB is matched against the path, or against path?query when it holds a `?`; `*` stands for any
/// text. `@N`: only the Nth matching call, `xN`: the first N, `%P`: P of a hundred, by the seed; without: every one.
///
/// | action       | what happens                                                                  |
/// |--------------|-------------------------------------------------------------------------------|
/// | delay=MS     | the answer comes later; adds up with other rules. advance() counts as waiting |
/// | hang         | no answer for an hour, then the connection closes                             |
/// | status=N     | refused with that status, not executed. 1xx: said first, the real answer after |
/// | 429[=S]      | refused with 429 and Retry-After S (1), not executed                          |
/// | error=N/CODE | refused with that status and code in the shape of the code's service, e.g.    |
/// |              | error=400/BackupService.4008: the project must use CBR. Not executed          |
/// | echo[=N]     | refused with that status (403), not executed; code, text, request id and      |
/// |              | headers repeat what was sent, its proof and its body included                 |
/// | drop         | executed, then closed (FIN) without an answer                                 |
/// | dropbefore   | not executed, then closed (FIN)                                               |
/// | reset        | executed, then RST                                                            |
/// | cut          | half of the answer, then FIN                                                  |
/// | drip[=MS]    | the answer in up to 200 pieces, MS (20) apart                                 |
/// | wrongtype    | 200 with a page of HTML                                                       |
/// | malformed    | the JSON stops in the middle, with the right length                           |
/// | empty        | 200 without a body                                                            |
/// | types        | a number wherever the answer has a string                                     |
/// | huge[=BYTES] | so many bytes (64 MiB) in an unknown member before the rest                   |
/// | duplicate    | every member twice, the second time null                                      |
/// | manyheaders  | 150 header fields more                                                        |
/// | badlength    | Content-Length says ten more than comes, then FIN                             |
struct FaultRule
{
    enum class Action {
        Delay,
        Hang,
        Status,
        TooMany,
        Error,
        Echo,
        Drop,
        DropBefore,
        Reset,
        Cut,
        Drip,
        WrongType,
        Malformed,
        Empty,
        Types,
        Huge,
        Duplicate,
        ManyHeaders,
        BadLength
    };
    enum class When { Every, Nth, First, Percent };

    std::string text, method, glob;
    Action action = Action::Drop;
    long argument = 0;
    std::string code{}; ///< of Error
    When when = When::Every;
    long number = 0;
    long seen = 0;  ///< matching calls so far
    long fired = 0; ///< of them disturbed

    /// Nothing, and one sentence in @p error, for a rule that cannot be read.
    static std::optional<FaultRule> parse(const std::string &text, std::string *error);
    bool refuses() const;
    std::string actionWord() const;
};

/// What the rules together want for one request.
struct Disturbance
{
    std::optional<FaultRule> rule; ///< the first that fired and is no delay
    long delayMs = 0;
};

class Faults
{
public:
    explicit Faults(std::uint64_t seed) : m_seed(seed ^ 0xFA017u) {}
    bool add(const std::string &rule, std::string *error);
    void clear() { m_rules.clear(); }
    Disturbance next(const Request &request);
    const std::vector<FaultRule> &rules() const { return m_rules; }

private:
    bool isDue(const FaultRule &rule) const;

    std::vector<FaultRule> m_rules;
    std::uint64_t m_seed;
};

/// Spoils the text of an answer, for the actions that leave the connection alone.
void spoil(Answer &answer, const FaultRule &rule);
/// The answer of a rule that refuses.
Answer refusal(const Request &request, const FaultRule &rule);

} // namespace mock
