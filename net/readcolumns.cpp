#include "net/readcolumns.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <vector>

#include <simdjson.h>

namespace dom = simdjson::dom;

namespace net {

namespace {

constexpr std::size_t mostRows = 50'000;
constexpr std::size_t usualSize =
    4 * 1024 * 1024; ///< bytes; a larger text has a parser of its own, for parsers keep their buffers

/// The members of an object, as they are looked for.
struct Node
{
    struct Entry
    {
        std::string_view name;
        int member = -1; ///< in the layout; -1: an object
        int node = -1;   ///< that object
        bool isNeeded = false;
    };
    std::vector<Entry> entries;
    /// What stood where in the object before: objects of a list are alike as a rule. The names lie in the parsed text.
    struct Guess
    {
        std::string_view name;
        int entry = -1; ///< -1: no member of ours
    };
    std::vector<Guess> guesses;
};

/// The objects of a record, the record itself first.
std::vector<Node> nodesOf(const ColumnLayout &layout)
{
    std::vector<Node> nodes(1);
    std::vector<std::string_view> paths{""};
    for (std::size_t member = 0; member < layout.members().size(); ++member) {
        const Member &sent = layout.members()[member];
        int node = 0;
        for (std::size_t end = 0; end < sent.path.size();) {
            const std::size_t begin = end == 0 ? 0 : end + 1;
            end = std::min(sent.path.find('.', begin), sent.path.size());
            const auto known = std::ranges::find(paths, sent.path.substr(0, end));
            if (known == paths.end()) {
                nodes[static_cast<std::size_t>(node)].entries.push_back(
                    {.name = sent.path.substr(begin, end - begin), .node = static_cast<int>(nodes.size())});
                node = static_cast<int>(nodes.size());
                nodes.emplace_back();
                paths.push_back(sent.path.substr(0, end));
            } else {
                node = static_cast<int>(known - paths.begin());
            }
        }
        nodes[static_cast<std::size_t>(node)].entries.push_back(
            {.name = sent.name, .member = static_cast<int>(member), .isNeeded = sent.need != Member::Need::None});
    }
    return nodes;
}

/// Puts objects into columns; false where a closer look is needed.
class RowReader
{
public:
    RowReader(const ColumnLayout &layout, ColumnsWriter &into) : m_layout(layout), m_into(into), m_nodes(nodesOf(layout)) {}

    bool row(const dom::element &element)
    {
        dom::object object;
        if (element.get_object().get(object) != simdjson::SUCCESS || !read(object, m_nodes.front()))
            return false;
        m_into.next();
        return true;
    }

private:
    bool read(const dom::object &object, Node &node);
    bool put(const dom::element &element, const Node::Entry &entry);

    const ColumnLayout &m_layout;
    ColumnsWriter &m_into;
    std::vector<Node> m_nodes;
};

bool RowReader::read(const dom::object &object, Node &node)
{
    quint64 seen = 0;
    std::size_t place = 0;
    for (const auto [key, value] : object) {
        if (place == node.guesses.size())
            node.guesses.emplace_back();
        Node::Guess &guess = node.guesses[place++];
        if (guess.name != key) {
            const auto found = std::ranges::find(node.entries, key, &Node::Entry::name);
            guess = {key, found == node.entries.end() ? -1 : static_cast<int>(found - node.entries.begin())};
        }
        if (guess.entry < 0)
            continue;
        const quint64 bit = quint64(1) << guess.entry;
        if ((seen & bit) != 0) // twice: which one would be true?
            return false;
        seen |= bit;
        if (!put(value, node.entries[static_cast<std::size_t>(guess.entry)]))
            return false;
    }
    for (std::size_t entry = 0; entry < node.entries.size(); ++entry) {
        if (node.entries[entry].isNeeded && (seen >> entry & 1) == 0)
            return false;
    }
    return true;
}

bool RowReader::put(const dom::element &element, const Node::Entry &entry)
{
    using Type = dom::element_type;
    const Type type = element.type();
    if (type == Type::NULL_VALUE)
        return !entry.isNeeded;
    if (entry.node >= 0)
        return type == Type::OBJECT && read(element.get_object().value_unsafe(), m_nodes[static_cast<std::size_t>(entry.node)]);
    const auto member = static_cast<std::size_t>(entry.member);
    const Member &sent = m_layout.members()[member];
    std::string_view text;
    if (type == Type::STRING)
        text = element.get_string().value_unsafe();
    switch (sent.kind) {
    case MemberKind::Id:
        if (type != Type::STRING || (text.empty() && sent.need == Member::Need::Filled))
            return false;
        m_into.id(member, text);
        return true;
    case MemberKind::Code:
        if (type == Type::INT64 && element.get_int64().value_unsafe() != 0) { // 0 may have been sent as -0
            std::array<char, 24> digits{};
            const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), element.get_int64().value_unsafe()).ptr;
            m_into.word(member, {digits.data(), static_cast<std::size_t>(end - digits.data())});
            return true;
        }
        [[fallthrough]];
    case MemberKind::Word:
        if (type != Type::STRING)
            return false;
        m_into.word(member, text);
        return true;
    case MemberKind::Text:
        if (type != Type::STRING)
            return false;
        m_into.text(member, text);
        return true;
    case MemberKind::Time:
        if (type != Type::STRING)
            return false;
        m_into.time(member, text);
        return true;
    case MemberKind::Number:
        if (type != Type::INT64)
            return false;
        m_into.number(member, element.get_int64().value_unsafe());
        return true;
    case MemberKind::Percent:
        if (type != Type::INT64)
            return false;
        m_into.small(member, static_cast<int>(std::clamp<std::int64_t>(element.get_int64().value_unsafe(), 0, 100)));
        return true;
    case MemberKind::Flag:
        if (type != Type::BOOL)
            return false;
        m_into.small(member, element.get_bool().value_unsafe() ? 1 : 0);
        return true;
    }
    return false;
}

/// The text where the parser may read beyond its end, kept from page to page.
const char *padded(const QByteArray &body)
{
    thread_local std::vector<char> room;
    const auto size = static_cast<std::size_t>(body.size());
    if (room.size() < size + simdjson::SIMDJSON_PADDING)
        room.resize(size + simdjson::SIMDJSON_PADDING);
    std::memcpy(room.data(), body.constData(), size);
    std::memset(room.data() + size, 0, simdjson::SIMDJSON_PADDING);
    return room.data();
}

} // namespace

std::optional<PackedPage> readColumns(const QByteArray &body, std::string_view list, const ColumnLayout &layout, Words &words)
{
    const auto size = static_cast<std::size_t>(body.size());
    if (size == 0 || size > usualSize)
        return std::nullopt;
    thread_local dom::parser parser;
    dom::object top;
    if (parser.parse(padded(body), size, false).get_object().get(top) != simdjson::SUCCESS)
        return std::nullopt;
    PackedPage page;
    std::optional<dom::array> rows;
    for (const auto [key, value] : top) {
        if (key == "count") {
            std::int64_t count = 0;
            if (value.get_int64().get(count) == simdjson::SUCCESS && count >= 0)
                page.envelope.count = count;
        } else if (key == list) {
            if (rows || !value.is_array())
                return std::nullopt;
            rows = value.get_array().value_unsafe();
        }
    }
    if (!rows || rows->size() > mostRows)
        return std::nullopt;
    ColumnsWriter writer(layout, words, rows->size());
    RowReader reader(layout, writer);
    for (const dom::element row : *rows) {
        if (!reader.row(row))
            return std::nullopt;
    }
    page.columns = writer.take();
    page.envelope.rows = page.columns->rows();
    return page;
}

} // namespace net
