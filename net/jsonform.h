#pragma once

#include <string_view>

namespace net {

/// Whether \a text has the form of one JSON value: every bracket, quote, colon and comma stands where the grammar has it. What
/// the scalars and the escapes between them say is not looked at. The reader asks first, for simdjson takes the form for granted
/// where it goes back in an object, and what it then does with another is undefined.
bool hasJsonForm(std::string_view text);

} // namespace net
