#pragma once

#include "text.h"

#include <string>
#include <string_view>
#include <vector>

namespace mock {

/// A request as it was read from the socket, with its target taken apart.
struct Request
{
    std::string method, target, body;
    Pairs headers;

    std::string path;                  ///< as on the wire, without the query
    std::vector<std::string> segments; ///< decoded
    Pairs query;                       ///< decoded, in the order of the wire
    bool readable = true;              ///< false: a broken percent escape
    std::string id;                    ///< what X-Request-Id will say

    /// Fills path, segments and query from the target; an absolute target (a client that takes us for a proxy) loses its host.
    void takeApart();
    /// The first header of that name in any case, trimmed; null when missing.
    const std::string *header(std::string_view name) const;
};

struct Answer
{
    int status = 200;
    std::string body;
    std::string type = "application/json";
    Pairs headers;
    std::string note;
};

/// Thrown by a service to refuse a request at any depth.
struct Refusal
{
    Answer answer;
};

/// What the gateway says before a service is asked.
Answer gatewayError(const Request &request, int status, std::string_view code, std::string_view text);
/// What CSBS itself says.
Answer serviceError(int status, std::string_view code, std::string_view text);
/// What SDRS says; "not found" comes with status 400 there.
Answer recoveryError(int status, std::string_view code, std::string_view text);
/// What VPC v1 says: flat, without a wrapper.
Answer networkError(int status, std::string_view code, std::string_view text);
/// What IAM v3 says: a number for a code.
Answer iamError(int status, std::string_view title, std::string_view text);

} // namespace mock
