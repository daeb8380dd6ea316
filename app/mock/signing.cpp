#include "signing.h"

#include "calendar.h"

#include <algorithm>
#include <cstdlib>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

namespace mock {

Signature Signature::read(std::string_view header)
{
    static constexpr std::string_view scheme = "SDK-HMAC-SHA256 ";
    Signature out;
    if (header.substr(0, scheme.size()) != scheme)
        return out;
    std::string_view rest = header.substr(scheme.size());
    while (!rest.empty()) {
        const auto comma = rest.find(',');
        const std::string_view part = trimmed(rest.substr(0, comma));
        const auto equals = part.find('=');
        if (equals == std::string_view::npos)
            return out;
        const std::string_view name = part.substr(0, equals), value = part.substr(equals + 1);
        (name == "Access" ? out.access : name == "SignedHeaders" ? out.signedHeaders : out.signature) = std::string(value);
        if (name != "Access" && name != "SignedHeaders" && name != "Signature")
            return out;
        if (comma == std::string_view::npos)
            break;
        rest.remove_prefix(comma + 1);
    }
    out.readable = !out.access.empty() && !out.signedHeaders.empty() && !out.signature.empty();
    return out;
}

std::string sha256Hex(std::string_view bytes)
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int size = 0;
    EVP_Digest(bytes.data(), bytes.size(), digest, &size, EVP_sha256(), nullptr);
    return hex(std::string_view(reinterpret_cast<const char *>(digest), size));
}

std::string hmacSha256Hex(std::string_view key, std::string_view bytes)
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int size = 0;
    HMAC(EVP_sha256(), key.data(), int(key.size()), reinterpret_cast<const unsigned char *>(bytes.data()), bytes.size(), digest,
         &size);
    return hex(std::string_view(reinterpret_cast<const char *>(digest), size));
}

std::string canonicalRequest(const Request &request, std::string_view signedHeaders)
{
    std::vector<std::string> steps;
    for (const std::string &segment : request.segments) {
        if (segment == "..") {
            if (!steps.empty())
                steps.pop_back();
        } else if (segment != "." && !segment.empty()) {
            steps.push_back(segment);
        }
    }
    std::string out = request.method + "\n/";
    for (const std::string &step : steps)
        out += encoded(step) + "/";
    out += "\n";

    // By name, then by value, before encoding: as the SDKs sort.
    Pairs query = request.query;
    std::sort(query.begin(), query.end());
    for (std::size_t i = 0; i < query.size(); ++i)
        out += (i ? "&" : "") + encoded(query[i].first) + "=" + encoded(query[i].second);
    out += "\n";

    std::string_view rest = signedHeaders;
    std::vector<std::string> names;
    while (!rest.empty()) {
        const auto semicolon = rest.find(';');
        names.push_back(lower(rest.substr(0, semicolon)));
        if (semicolon == std::string_view::npos)
            break;
        rest.remove_prefix(semicolon + 1);
    }
    std::sort(names.begin(), names.end());
    for (const std::string &name : names) {
        const std::string *value = request.header(name);
        out += name + ":" + std::string(value ? trimmed(*value) : std::string_view()) + "\n";
    }
    return out + "\n" + std::string(signedHeaders) + "\n" + sha256Hex(request.body);
}

std::string signatureFault(const Request &request, const Signature &signature, std::string_view sk, std::int64_t machineMs,
                           std::int64_t calendarMs)
{
    static constexpr std::int64_t tolerance = 15 * 60 * 1000;
    const std::string *date = request.header("X-Sdk-Date");
    const auto when = date ? readSdkDate(trimmed(*date)) : std::nullopt;
    if (!when)
        return "calc ak sk signature fail: X-Sdk-Date missing or malformed";
    if (std::llabs(*when - machineMs) > tolerance && std::llabs(*when - calendarMs) > tolerance)
        return "calc ak sk signature fail: signature expired";
    const std::string names = ";" + lower(signature.signedHeaders) + ";";
    if (names.find(";x-sdk-date;") == std::string::npos)
        return "verify aksk signature fail, x-sdk-date must be signed";

    const std::string canonical = canonicalRequest(request, signature.signedHeaders);
    const std::string toSign = "SDK-HMAC-SHA256\n" + *date + "\n" + sha256Hex(canonical);
    const std::string right = hmacSha256Hex(sk, toSign);
    if (right.size() == signature.signature.size() && CRYPTO_memcmp(right.data(), signature.signature.data(), right.size()) == 0)
        return {};
    // The real gateway tells its own canonical request, line ends as bars: the first thing one wants to see.
    std::string shown = canonical;
    std::replace(shown.begin(), shown.end(), '\n', '|');
    return "verify aksk signature fail, canonicalRequest:" + shown;
}

} // namespace mock
