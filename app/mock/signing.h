#pragma once

#include "http.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace mock {

/// The parts of `Authorization: SDK-HMAC-SHA256 Access=…, SignedHeaders=…, Signature=…`.
struct Signature
{
    bool readable = false;
    std::string access, signedHeaders, signature;

    static Signature read(std::string_view header);
};

std::string sha256Hex(std::string_view bytes);
std::string hmacSha256Hex(std::string_view key, std::string_view bytes);
/// What the client should have signed, made from the request as it arrived.
std::string canonicalRequest(const Request &request, std::string_view signedHeaders);
/// Empty when the signature is right, else the gateway's sentence. The date may be good by the machine or by the calendar:
/// a demo that runs years ahead must still take signatures of honest clocks.
std::string signatureFault(const Request &request, const Signature &signature, std::string_view sk, std::int64_t machineMs,
                           std::int64_t calendarMs);

} // namespace mock
