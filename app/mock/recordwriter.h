#pragma once

#include "company.h"
#include "fleet.h"
#include "http.h"

#include <array>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace mock {

/// Writes pages of replication records where there is a fleet. Its rows look alike but for ids and times: all that look alike
/// share a text which has gaps, so that a page is copied rather than put together.
class RecordWriter
{
public:
    /// Writes a row, as the service does.
    using RowText = std::function<void(std::string &out, std::uint32_t row)>;

    RecordWriter(const World &world, RowText text) : m_world(world), m_text(std::move(text)) {}

    /// The rows between @p opening and @p ending.
    std::shared_ptr<Sheet> write(std::string_view opening, const std::uint32_t *begin, const std::uint32_t *end,
                                 std::string_view ending);

private:
    /// A row up to the time.
    struct Head
    {
        std::string text;
        /// Where the ids stand in it; 0: nowhere, for the first byte is a brace.
        std::size_t id = 0, checkpoint = 0, item = 0, targetCheckpoint = 0, targetItem = 0, plan = 0;
    };
    /// A row from the time on: as many bytes as most are copied at once, for that number is known beforehand.
    struct Tail
    {
        static constexpr std::size_t usual = 96;
        std::string text;
        std::size_t size = 0; ///< of what counts; the text may be filled up
    };
    /// What is known of a row before it is written.
    struct Look
    {
        Fleet::Glance seen;
        std::uint64_t chance = 0;
        Uuid id;
        std::int32_t policy = -1;
    };
    std::size_t headOf(const Look &look) const;
    static std::size_t tailOf(const Look &look);
    void make(std::uint32_t record, const Look &look, std::size_t head, std::size_t tail);
    char *put(char *to, std::uint32_t record);
    void findDay(std::int64_t day);

    const World &m_world;
    RowText m_text;
    std::vector<std::unique_ptr<Head>> m_heads;
    std::vector<std::unique_ptr<Tail>> m_tails;
    std::vector<std::array<char, 36>> m_plans;    ///< ids of the policies
    std::size_t m_longest = 0;                    ///< no row of the fleet is longer
    std::vector<std::shared_ptr<Sheet>> m_sheets; ///< written on again when they have been sent

    /// The date of the day that was asked for last.
    std::int64_t m_day = -1;
    std::array<char, 16> m_dayText{}; ///< more than there is, likewise
    std::size_t m_daySize = 0;
};

} // namespace mock
