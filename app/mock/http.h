#pragma once

#include "text.h"

#include <cstddef>
#include <memory>
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

/// A long body, with room before it: the head is put there, and both leave as one. Who made it writes on it again later.
struct Sheet
{
    static constexpr std::size_t headRoom = 2048;
    std::vector<char> bytes;
    std::size_t size = 0; ///< of the body

    std::string_view body() const { return {bytes.data() + headRoom, size}; }
};

struct Answer
{
    int status = 200;
    std::string body;
    std::shared_ptr<Sheet> sheet; ///< the body, if there is one
    std::string type = "application/json";
    Pairs headers;
    std::string note;

    std::size_t size() const { return sheet ? sheet->size : body.size(); }
    void unfold(); ///< the sheet becomes the body
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
