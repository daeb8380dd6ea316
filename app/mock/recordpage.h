#pragma once

#include "company.h"
#include "fleet.h"
#include "http.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace mock {

/// Writes a row of a list, as the service does.
using RowText = std::function<void(std::string &out, std::uint32_t row)>;

/// Rows of the fleet look alike but for ids and times: all that look alike share one text, which has gaps.
struct RecordShape
{
    std::string head, tail; ///< before and behind the time
    /// Where the ids stand in the head; 0: nowhere, for the first byte is a brace.
    std::size_t id = 0, checkpoint = 0, item = 0, targetCheckpoint = 0, targetItem = 0, plan = 0;
};

/// Those met so far. Never let go, so that a page may point to them.
class RecordShapes
{
public:
    RecordShapes(const World &world, RowText text);

    /// Null for a row that looks like few others.
    const RecordShape *of(std::uint32_t record, const Fleet::Glance &seen, const Uuid &id, bool isAutomatic, bool hasPlan);

private:
    const World &m_world;
    RowText m_text;
    std::vector<std::unique_ptr<RecordShape>> m_shapes;
};

/// A page of replication records, of the fleet most of them, that is written while it is sent. What can change is written at
/// once; of a row of the fleet only what is dear to compute is kept.
class RecordPage final : public Body
{
public:
    RecordPage(const World &world, RecordShapes &shapes, const RowText &text, const std::uint32_t *begin,
               const std::uint32_t *end, const std::string &tail);

    std::size_t size() const override { return m_size; }
    std::size_t write(char *to, std::size_t room) override;

private:
    struct Row
    {
        const RecordShape *shape = nullptr; ///< null: its text is there already
        std::uint32_t record = 0, source = 0;
        std::uint32_t from = 0, length = 0; ///< of that text; the length of all of it otherwise
        std::int32_t plan = -1;
        std::int64_t createdUs = 0;
        Uuid id, checkpoint;
    };

    /// The date of the day that was asked for last.
    struct Day
    {
        std::int64_t number = -1;
        std::size_t size = 0;
        char text[12]{};
    };
    void find(std::int64_t day);
    char *write(char *to, const Row &row);

    const Fleet &m_fleet;
    std::vector<std::string> m_plans; ///< ids of the policies
    std::vector<Row> m_rows;
    std::string m_texts, m_tail;
    Day m_day;
    std::size_t m_size = 0, m_next = 0;
    bool m_isOpen = false, m_isOver = false;
};

} // namespace mock
