#include "net/jsonform.h"

#include <vector>

namespace net {

namespace {

enum class Wanted { Value, ValueOrEnd, Key, KeyOrEnd, Colon, CommaOrEnd, Nothing };

constexpr bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

constexpr bool endsScalar(char c)
{
    return isBlank(c) || c == ',' || c == ':' || c == '[' || c == ']' || c == '{' || c == '}' || c == '"';
}

/// The place behind the string whose opening quote is at \a at; npos: it has no end.
std::size_t behindString(std::string_view text, std::size_t at)
{
    for (++at; at < text.size(); ++at) {
        if (text[at] == '"')
            return at + 1;
        if (text[at] == '\\')
            ++at;
    }
    return std::string_view::npos;
}

} // namespace

bool hasJsonForm(std::string_view text)
{
    std::vector<bool> objects; // what is open, from the outside in: an object, else a list
    Wanted wanted = Wanted::Value;
    const auto behindValue = [&objects] { return objects.empty() ? Wanted::Nothing : Wanted::CommaOrEnd; };
    const auto isValueWanted = [&wanted] { return wanted == Wanted::Value || wanted == Wanted::ValueOrEnd; };
    for (std::size_t at = 0; at < text.size();) {
        switch (text[at]) {
        case ' ':
        case '\t':
        case '\n':
        case '\r':
            ++at;
            break;
        case '{':
        case '[':
            if (!isValueWanted())
                return false;
            objects.push_back(text[at] == '{');
            wanted = objects.back() ? Wanted::KeyOrEnd : Wanted::ValueOrEnd;
            ++at;
            break;
        case '}':
        case ']': {
            const bool ofObject = text[at] == '}';
            if (objects.empty() || objects.back() != ofObject ||
                (wanted != Wanted::CommaOrEnd && wanted != (ofObject ? Wanted::KeyOrEnd : Wanted::ValueOrEnd)))
                return false;
            objects.pop_back();
            wanted = behindValue();
            ++at;
            break;
        }
        case ',':
            if (wanted != Wanted::CommaOrEnd)
                return false;
            wanted = objects.back() ? Wanted::Key : Wanted::Value;
            ++at;
            break;
        case ':':
            if (wanted != Wanted::Colon)
                return false;
            wanted = Wanted::Value;
            ++at;
            break;
        case '"':
            if (wanted == Wanted::Key || wanted == Wanted::KeyOrEnd)
                wanted = Wanted::Colon;
            else if (isValueWanted())
                wanted = behindValue();
            else
                return false;
            at = behindString(text, at);
            if (at == std::string_view::npos)
                return false;
            break;
        default:
            if (!isValueWanted())
                return false;
            wanted = behindValue();
            while (at < text.size() && !endsScalar(text[at]))
                ++at;
            break;
        }
    }
    return wanted == Wanted::Nothing;
}

} // namespace net
