#include "recordpage.h"

#include "calendar.h"

#include <array>
#include <cstring>
#include <string_view>

namespace mock {

namespace {
constexpr std::string_view opening = "{\"replication_records\":[";
constexpr std::int64_t dayUs = 86'400'000'000;
constexpr std::size_t clockSize = 15; // 11:14:48.946000

/// The two digits of each number below 100.
constexpr auto pairs = [] {
    std::array<char, 200> out{};
    for (std::size_t i = 0; i < 100; ++i) {
        out[2 * i] = char('0' + i / 10);
        out[2 * i + 1] = char('0' + i % 10);
    }
    return out;
}();

char *put(char *to, std::string_view text)
{
    std::memcpy(to, text.data(), text.size());
    return to + text.size();
}

void putPair(char *to, std::uint32_t number) { std::memcpy(to, &pairs[2 * std::size_t(number)], 2); }

void putClock(char *to, std::int64_t us)
{
    const auto seconds = std::uint32_t(us / 1'000'000), rest = std::uint32_t(us % 1'000'000);
    putPair(to, seconds / 3600);
    to[2] = ':';
    putPair(to + 3, seconds / 60 % 60);
    to[5] = ':';
    putPair(to + 6, seconds % 60);
    to[8] = '.';
    putPair(to + 9, rest / 10'000);
    putPair(to + 11, rest / 100 % 100);
    putPair(to + 13, rest % 100);
}
} // namespace

RecordShapes::RecordShapes(const World &world, RowText text) : m_world(world), m_text(std::move(text)) {}

const RecordShape *RecordShapes::of(std::uint32_t record, const Fleet::Glance &seen, const Uuid &id, bool isAutomatic,
                                    bool hasPlan)
{
    const auto odd = std::uint32_t(id.hi >> 56);
    if (seen.status == RecordStatus::Fail || (odd >= 1 && odd <= 4))
        return nullptr;
    const std::size_t projects = m_world.projects.size();
    const std::size_t there = seen.status == RecordStatus::Success ? 0 : 1 + id.lo % 3;
    const std::size_t plan = hasPlan ? 0 : odd >= 170 ? 1 : odd >= 85 ? 2 : 3;
    const std::size_t index =
        (((std::size_t(seen.from) * projects + std::size_t(seen.to)) * 4 + there) * 4 + plan) * 2 + (isAutomatic ? 1 : 0);
    if (m_shapes.empty())
        m_shapes.resize(projects * projects * 32);
    std::unique_ptr<RecordShape> &shape = m_shapes[index];
    if (shape)
        return shape.get();
    std::string text;
    m_text(text, record);
    const auto behind = [&text](std::string_view name) {
        const auto at = text.find(name);
        return at == std::string::npos ? 0 : at + name.size();
    };
    shape = std::make_unique<RecordShape>();
    const std::size_t time = behind("\"created_at\":\"");
    shape->head = text.substr(0, time);
    shape->tail = text.substr(text.find('"', time));
    shape->id = behind("\"id\":\"");
    shape->checkpoint = behind("\"source_checkpoint_id\":\"");
    shape->item = behind("\"source_checkpoint_item_id\":\"");
    if (there == 0) {
        shape->targetCheckpoint = behind("\"destination_checkpoint_id\":\"");
        shape->targetItem = behind("\"destination_checkpoint_item_id\":\"");
    }
    if (hasPlan)
        shape->plan = behind("\"plan_id\":\"");
    return shape.get();
}

RecordPage::RecordPage(const World &world, RecordShapes &shapes, const RowText &text, const std::uint32_t *begin,
                       const std::uint32_t *end, const std::string &tail)
    : m_fleet(world.fleet()), m_tail("]" + tail + "}")
{
    for (const Policy &policy : world.policies)
        m_plans.push_back(policy.id.text());
    m_rows.resize(std::size_t(end - begin));
    m_size = opening.size() + m_tail.size() + (m_rows.empty() ? 0 : m_rows.size() - 1);
    Row *row = m_rows.data();
    for (const std::uint32_t *at = begin; at != end; ++at, ++row) {
        row->record = *at;
        if (*at < m_fleet.records()) {
            const Fleet::Glance seen = m_fleet.glance(*at);
            const Fleet::Run run = m_fleet.runOf(seen.backup);
            const bool isAutomatic = m_fleet.isAutomatic(*at);
            row->id = m_fleet.recordId(*at);
            row->plan = isAutomatic ? run.policy : -1;
            row->shape = shapes.of(*at, seen, row->id, isAutomatic, row->plan >= 0);
            if (row->shape) {
                row->source = seen.backup;
                row->checkpoint = run.checkpoint;
                row->createdUs = m_fleet.createdOf(*at);
                find(row->createdUs / dayUs);
                row->length =
                    std::uint32_t(row->shape->head.size() + m_day.size + clockSize + row->shape->tail.size());
                m_size += row->length;
                continue;
            }
        }
        row->from = std::uint32_t(m_texts.size());
        text(m_texts, *at);
        row->length = std::uint32_t(m_texts.size()) - row->from;
        m_size += row->length;
    }
}

void RecordPage::find(std::int64_t day)
{
    if (day == m_day.number)
        return;
    const std::string text = unpaddedTime(day * dayUs);
    m_day.number = day;
    m_day.size = text.size() - clockSize;
    std::memcpy(m_day.text, text.data(), m_day.size);
}

char *RecordPage::write(char *to, const Row &row)
{
    if (!row.shape)
        return put(to, std::string_view(m_texts).substr(row.from, row.length));
    const RecordShape &shape = *row.shape;
    put(to, shape.head);
    row.id.writeTo(to + shape.id);
    row.checkpoint.writeTo(to + shape.checkpoint);
    m_fleet.backupId(row.source).writeTo(to + shape.item);
    if (shape.targetItem != 0) {
        m_fleet.targetCheckpoint(row.record).writeTo(to + shape.targetCheckpoint);
        m_fleet.targetItem(row.record).writeTo(to + shape.targetItem);
    }
    if (shape.plan != 0)
        std::memcpy(to + shape.plan, m_plans[std::size_t(row.plan)].data(), 36);
    to += shape.head.size();
    const std::int64_t day = row.createdUs / dayUs;
    find(day);
    to = put(to, std::string_view(m_day.text, m_day.size));
    putClock(to, row.createdUs - day * dayUs);
    return put(to + clockSize, shape.tail);
}

std::size_t RecordPage::write(char *to, std::size_t room)
{
    char *const start = to, *const end = to + room;
    if (!m_isOpen) {
        if (room < opening.size())
            return 0;
        to = put(to, opening);
        m_isOpen = true;
    }
    for (; m_next < m_rows.size(); ++m_next) {
        const Row &row = m_rows[m_next];
        if (std::size_t(end - to) <= row.length)
            return std::size_t(to - start);
        if (m_next > 0)
            *to++ = ',';
        to = write(to, row);
    }
    if (!m_isOver && std::size_t(end - to) >= m_tail.size()) {
        to = put(to, m_tail);
        m_isOver = true;
    }
    return std::size_t(to - start);
}

} // namespace mock
