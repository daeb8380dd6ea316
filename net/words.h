#pragma once

#include <QString>

#include <array>
#include <memory>
#include <string_view>
#include <vector>

namespace net {

/// The different words of columns that have few of them (regions, states, names of servers), each kept once and called by a
/// number. Words come and never go, and numbers stay: what holds a number may ask for its word at any time. One thread adds
/// words; any thread may ask for those whose numbers it was handed.
class Words final
{
public:
    Words();
    quint32 add(std::string_view utf8); ///< the number of a word; an empty one has number 0
    QString text(quint32 number) const;
    std::string_view utf8(quint32 number) const;
    quint32 count() const { return m_count; } ///< for the thread that adds

private:
    static constexpr quint32 firstBlock = 64; ///< words; each block after it holds twice as many, so that none ever moves
    void grow();

    std::array<std::unique_ptr<std::string_view[]>, 26> m_blocks;
    std::vector<quint32> m_slots; ///< open addressing: number + 1; 0: free
    std::vector<std::unique_ptr<char[]>> m_arena;
    char *m_next = nullptr; ///< where the next word goes
    std::size_t m_free = 0; ///< bytes, from there on
    quint32 m_count = 0;
};

} // namespace net
