#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mock {

using Pairs = std::vector<std::pair<std::string, std::string>>;

/// ASCII only: header names, schemes and words of the protocol.
std::string lower(std::string_view text);
bool equalNoCase(std::string_view a, std::string_view b);
std::string_view trimmed(std::string_view text);
std::string hex(std::string_view bytes);

/// Percent-decoding; nothing for a broken escape. @p plusIsSpace as in queries.
std::optional<std::string> decoded(std::string_view text, bool plusIsSpace);
/// Everything but the unreserved characters as %XY.
std::string encoded(std::string_view text);
/// The code points of UTF-8 text; nothing when it is not UTF-8.
std::optional<std::vector<std::uint32_t>> codePoints(std::string_view text);
bool isChinese(std::uint32_t point);
/// FNV-1a: the same number for the same text on every machine.
std::uint64_t hashOf(std::string_view text);
/// `*` stands for any text, also an empty one and one with slashes.
bool matches(std::string_view glob, std::string_view text);

} // namespace mock
