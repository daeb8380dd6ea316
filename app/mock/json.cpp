#include "json.h"

#include "text.h"

#include <algorithm>
#include <utility>

namespace mock {

namespace {
class Parser
{
public:
    explicit Parser(std::string_view text) : m_text(text) {}

    bool whole(Json &out)
    {
        if (!codePoints(m_text))
            return fail("not UTF-8");
        space();
        if (!value(out, 0))
            return false;
        space();
        return m_at == m_text.size() || fail("text after the end");
    }
    const std::string &error() const { return m_error; }

private:
    bool fail(const char *what)
    {
        if (m_error.empty())
            m_error = std::string(what) + " at byte " + std::to_string(m_at);
        return false;
    }
    char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    bool take(char c)
    {
        if (m_at >= m_text.size() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }
    void space()
    {
        while (m_at < m_text.size() &&
               (m_text[m_at] == ' ' || m_text[m_at] == '\t' || m_text[m_at] == '\n' || m_text[m_at] == '\r'))
            ++m_at;
    }
    bool word(std::string_view text)
    {
        if (m_text.substr(m_at, text.size()) != text)
            return fail("unknown word");
        m_at += text.size();
        return true;
    }

    bool value(Json &out, int depth)
    {
        if (depth > 64)
            return fail("too deep");
        switch (peek()) {
        case '{':
            return object(out, depth);
        case '[':
            return array(out, depth);
        case '"':
            out.type = Json::Type::String;
            return string(out.text);
        case 't':
            out.type = Json::Type::Bool;
            out.truth = true;
            return word("true");
        case 'f':
            out.type = Json::Type::Bool;
            return word("false");
        case 'n':
            return word("null");
        default:
            return number(out);
        }
    }

    bool object(Json &out, int depth)
    {
        out.type = Json::Type::Object;
        take('{');
        space();
        if (take('}'))
            return true;
        for (;;) {
            space();
            std::string name;
            if (peek() != '"' || !string(name))
                return fail("member name missing");
            if (out.member(name))
                return fail("member twice");
            space();
            if (!take(':'))
                return fail("colon missing");
            space();
            Json inner;
            if (!value(inner, depth + 1))
                return false;
            out.members.push_back({std::move(name), std::move(inner)});
            space();
            if (take('}'))
                return true;
            if (!take(','))
                return fail("comma missing");
        }
    }

    bool array(Json &out, int depth)
    {
        out.type = Json::Type::Array;
        take('[');
        space();
        if (take(']'))
            return true;
        for (;;) {
            space();
            Json inner;
            if (!value(inner, depth + 1))
                return false;
            out.items.push_back(std::move(inner));
            space();
            if (take(']'))
                return true;
            if (!take(','))
                return fail("comma missing");
        }
    }

    bool number(Json &out)
    {
        const auto digits = [this] {
            const auto before = m_at;
            while (peek() >= '0' && peek() <= '9')
                ++m_at;
            return m_at - before;
        };
        const auto start = m_at;
        take('-');
        if (take('0')) {
            if (peek() >= '0' && peek() <= '9')
                return fail("leading zero");
        } else if (digits() == 0) {
            return fail("value missing");
        }
        if (take('.') && digits() == 0)
            return fail("digits missing");
        if (take('e') || take('E')) {
            if (!take('+'))
                take('-');
            if (digits() == 0)
                return fail("digits missing");
        }
        out.type = Json::Type::Number;
        out.text = m_text.substr(start, m_at - start);
        return true;
    }

    bool unit(std::uint32_t &out)
    {
        out = 0;
        for (int i = 0; i < 4; ++i) {
            const char c = peek();
            const int digit = c >= '0' && c <= '9'   ? c - '0'
                              : c >= 'a' && c <= 'f' ? c - 'a' + 10
                              : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                     : -1;
            if (digit < 0)
                return fail("bad escape");
            out = out * 16 + std::uint32_t(digit);
            ++m_at;
        }
        return true;
    }

    bool string(std::string &out)
    {
        take('"');
        for (;;) {
            if (m_at >= m_text.size())
                return fail("string without end");
            const char c = m_text[m_at++];
            if (c == '"')
                return true;
            if (static_cast<unsigned char>(c) < 0x20)
                return fail("control character");
            if (c != '\\') {
                out += c;
                continue;
            }
            const char e = peek();
            ++m_at;
            switch (e) {
            case '"':
            case '\\':
            case '/':
                out += e;
                break;
            case 'b':
                out += '\b';
                break;
            case 'f':
                out += '\f';
                break;
            case 'n':
                out += '\n';
                break;
            case 'r':
                out += '\r';
                break;
            case 't':
                out += '\t';
                break;
            case 'u': {
                std::uint32_t point = 0, second = 0;
                if (!unit(point))
                    return false;
                if (point >= 0xD800 && point < 0xDC00) {
                    if (!take('\\') || !take('u') || !unit(second) || second < 0xDC00 || second > 0xDFFF)
                        return fail("half a surrogate pair");
                    point = 0x10000 + ((point - 0xD800) << 10) + (second - 0xDC00);
                } else if (point >= 0xDC00 && point < 0xE000) {
                    return fail("half a surrogate pair");
                }
                appendUtf8(out, point);
                break;
            }
            default:
                return fail("bad escape");
            }
        }
    }

    static void appendUtf8(std::string &out, std::uint32_t point)
    {
        if (point < 0x80) {
            out += char(point);
        } else if (point < 0x800) {
            out += char(0xC0 | (point >> 6));
            out += char(0x80 | (point & 0x3F));
        } else if (point < 0x10000) {
            out += char(0xE0 | (point >> 12));
            out += char(0x80 | ((point >> 6) & 0x3F));
            out += char(0x80 | (point & 0x3F));
        } else {
            out += char(0xF0 | (point >> 18));
            out += char(0x80 | ((point >> 12) & 0x3F));
            out += char(0x80 | ((point >> 6) & 0x3F));
            out += char(0x80 | (point & 0x3F));
        }
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::string m_error;
};
} // namespace

const Json *Json::member(std::string_view name) const
{
    const auto found = std::find_if(members.begin(), members.end(), [name](const Member &m) { return m.name == name; });
    return found == members.end() ? nullptr : &found->value;
}

std::optional<Json> Json::parse(std::string_view text, std::string *error)
{
    Parser parser(text);
    Json out;
    if (parser.whole(out))
        return out;
    if (error)
        *error = parser.error();
    return std::nullopt;
}

void appendEscaped(std::string &out, std::string_view text)
{
    static constexpr char digits[] = "0123456789abcdef";
    for (const char c : text) {
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20) {
                out += "\\u00";
                out += digits[(c >> 4) & 15];
                out += digits[c & 15];
            } else {
                out += c;
            }
        }
    }
}

void appendQuoted(std::string &out, std::string_view text)
{
    out += '"';
    appendEscaped(out, text);
    out += '"';
}

std::string quoted(std::string_view text)
{
    std::string out;
    appendQuoted(out, text);
    return out;
}

void append(std::string &out, const Json &value)
{
    switch (value.type) {
    case Json::Type::Null:
        out += "null";
        break;
    case Json::Type::Bool:
        out += value.truth ? "true" : "false";
        break;
    case Json::Type::Number:
        out += value.text;
        break;
    case Json::Type::String:
        appendQuoted(out, value.text);
        break;
    case Json::Type::Array:
        out += '[';
        for (const Json &item : value.items) {
            if (&item != &value.items.front())
                out += ',';
            append(out, item);
        }
        out += ']';
        break;
    case Json::Type::Object:
        out += '{';
        for (const Json::Member &member : value.members) {
            if (&member != &value.members.front())
                out += ',';
            appendQuoted(out, member.name);
            out += ':';
            append(out, member.value);
        }
        out += '}';
        break;
    }
}

} // namespace mock
