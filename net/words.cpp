#include "net/words.h"

#include <QHashFunctions>

#include <algorithm>
#include <bit>
#include <cstring>

namespace net {

namespace {

constexpr std::size_t pieceSize = 64 * 1024; // bytes

std::size_t hashOf(std::string_view text) { return qHashBits(text.data(), text.size()); }

/// Which block a number is in, and where it begins.
std::pair<std::size_t, quint32> blockOf(quint32 number, quint32 first)
{
    const quint32 begin = std::bit_floor(number / first + 1); // in sizes of the first
    return {static_cast<std::size_t>(std::countr_zero(begin)), first * (begin - 1)};
}

} // namespace

Words::Words() : m_slots(256)
{
    m_blocks[0] = std::make_unique<std::string_view[]>(firstBlock);
    m_count = 1; // the empty word
}

std::string_view Words::utf8(quint32 number) const
{
    const auto [block, begin] = blockOf(number, firstBlock);
    return m_blocks[block][number - begin];
}

QString Words::text(quint32 number) const
{
    const std::string_view utf8 = this->utf8(number);
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

quint32 Words::add(std::string_view utf8)
{
    if (utf8.empty())
        return 0;
    std::size_t slot = hashOf(utf8) & (m_slots.size() - 1);
    while (m_slots[slot] != 0) {
        if (this->utf8(m_slots[slot] - 1) == utf8)
            return m_slots[slot] - 1;
        slot = (slot + 1) & (m_slots.size() - 1);
    }
    if (m_free < utf8.size()) {
        m_free = std::max(pieceSize, utf8.size());
        m_arena.push_back(std::make_unique<char[]>(m_free));
        m_next = m_arena.back().get();
    }
    char *copy = m_next;
    std::memcpy(copy, utf8.data(), utf8.size());
    m_next += utf8.size();
    m_free -= utf8.size();

    const quint32 number = m_count;
    const auto [block, begin] = blockOf(number, firstBlock);
    if (!m_blocks[block])
        m_blocks[block] = std::make_unique<std::string_view[]>(std::size_t(firstBlock) << block);
    m_blocks[block][number - begin] = {copy, utf8.size()};
    m_slots[slot] = number + 1;
    if (++m_count > m_slots.size() / 2)
        grow();
    return number;
}

void Words::grow()
{
    m_slots.assign(m_slots.size() * 2, 0);
    for (quint32 number = 1; number < m_count; ++number) {
        std::size_t slot = hashOf(utf8(number)) & (m_slots.size() - 1);
        while (m_slots[slot] != 0)
            slot = (slot + 1) & (m_slots.size() - 1);
        m_slots[slot] = number + 1;
    }
}

} // namespace net
