#include "recordwriter.h"

#include "calendar.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace mock {

namespace {
constexpr std::int64_t dayUs = 86'400'000'000;
constexpr std::size_t clockSize = 15, dateSize = 11; // 11:14:48.946000, and 2018-12-14T at most

/// The two digits of each number below 100.
constexpr auto pairs = [] {
    std::array<char, 200> out{};
    for (std::size_t i = 0; i < 100; ++i) {
        out[2 * i] = char('0' + i / 10);
        out[2 * i + 1] = char('0' + i % 10);
    }
    return out;
}();

char *putText(char *to, std::string_view text)
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

std::size_t oddnessOf(const Uuid &id) { return std::size_t(id.hi >> 56); }
} // namespace

std::size_t RecordWriter::headOf(const Look &look) const
{
    const std::size_t projects = m_world.projects.size(), odd = oddnessOf(look.id);
    const std::size_t target = look.seen.status == RecordStatus::Success ? 0
                               : look.seen.status == RecordStatus::Fail  ? 1 + look.id.lo % 3
                                                                         : 4 + look.id.lo % 3;
    const std::size_t plan = look.policy >= 0 ? 0 : odd >= 170 ? 1 : odd >= 85 ? 2 : 3;
    return ((std::size_t(look.seen.from) * projects + std::size_t(look.seen.to)) * 7 + target) * 4 + plan;
}

/// A failure has its percent and its reason; of the rest a few differ.
std::size_t RecordWriter::tailOf(const Look &look)
{
    const std::size_t odd = oddnessOf(look.id);
    const std::size_t kind = look.seen.status == RecordStatus::Fail
                                 ? 10 + Fleet::failureOf(look.chance) * 100u + Fleet::progressAtFailure(look.chance)
                                 : (look.seen.status == RecordStatus::Success ? 0 : 5) + (odd < 5 ? odd : 0);
    return kind * 2 + (Fleet::isAutomatic(look.chance) ? 1 : 0);
}

/// From a row of that look.
void RecordWriter::make(std::uint32_t record, const Look &look, std::size_t headIndex, std::size_t tailIndex)
{
    std::string text;
    m_text(text, record);
    const auto behind = [&text](std::string_view name) { return text.find(name) + name.size(); };
    const std::size_t time = behind("\"created_at\":\"");
    auto tail = std::make_unique<Tail>();
    tail->text = text.substr(text.find('"', time));
    tail->size = tail->text.size();
    tail->text.resize(std::max(tail->size, Tail::usual));
    auto head = std::make_unique<Head>();
    head->text = text.substr(0, time);
    head->id = behind("\"id\":\"");
    head->checkpoint = behind("\"source_checkpoint_id\":\"");
    head->item = behind("\"source_checkpoint_item_id\":\"");
    if (look.seen.status == RecordStatus::Success) {
        head->targetCheckpoint = behind("\"destination_checkpoint_id\":\"");
        head->targetItem = behind("\"destination_checkpoint_item_id\":\"");
    }
    if (look.policy >= 0)
        head->plan = behind("\"plan_id\":\"");
    m_heads[headIndex] = std::move(head);
    m_tails[tailIndex] = std::move(tail);
}

void RecordWriter::findDay(std::int64_t day)
{
    m_day = day;
    const std::string text = unpaddedTime(day * dayUs);
    m_daySize = text.size() - clockSize;
    text.copy(m_dayText.data(), m_daySize);
}

char *RecordWriter::put(char *to, std::uint32_t record)
{
    const Fleet &fleet = m_world.fleet();
    Look look;
    look.chance = fleet.chance(record);
    look.seen = fleet.glance(record, look.chance);
    look.id = fleet.recordId(record);
    const Fleet::Run run = fleet.runOf(look.seen.backup);
    look.policy = Fleet::isAutomatic(look.chance) ? run.policy : -1;
    const std::size_t headIndex = headOf(look), tailIndex = tailOf(look);
    if (!m_heads[headIndex] || !m_tails[tailIndex])
        make(record, look, headIndex, tailIndex);

    const Head &head = *m_heads[headIndex];
    putText(to, head.text);
    look.id.writeTo(to + head.id);
    run.checkpoint.writeTo(to + head.checkpoint);
    fleet.backupId(look.seen.backup).writeTo(to + head.item);
    if (head.targetItem != 0) {
        fleet.targetCheckpoint(record).writeTo(to + head.targetCheckpoint);
        fleet.targetItem(record).writeTo(to + head.targetItem);
    }
    if (head.plan != 0)
        std::memcpy(to + head.plan, m_plans[std::size_t(look.policy)].data(), 36);
    to += head.text.size();
    const std::int64_t createdUs = fleet.createdOf(record, look.chance), day = createdUs / dayUs;
    if (day != m_day)
        findDay(day);
    std::memcpy(to, m_dayText.data(), m_dayText.size());
    to += m_daySize;
    putClock(to, createdUs - day * dayUs);
    to += clockSize;
    const Tail &tail = *m_tails[tailIndex];
    std::memcpy(to, tail.text.data(), Tail::usual);
    if (tail.size > Tail::usual)
        std::memcpy(to, tail.text.data(), tail.size);
    return to + tail.size;
}

std::shared_ptr<Sheet> RecordWriter::write(std::string_view opening, const std::uint32_t *begin, const std::uint32_t *end,
                                           std::string_view ending)
{
    if (m_heads.empty()) {
        m_heads.resize(m_world.projects.size() * m_world.projects.size() * 28);
        m_tails.resize(std::size_t(2) * (10 + 600));
        for (const Policy &policy : m_world.policies)
            policy.id.writeTo(m_plans.emplace_back().data());
        std::size_t place = 0;
        for (const Project &project : m_world.projects)
            place = std::max(place, project.region.size() + project.id.size());
        // Names and seven ids come to less than 700, as does the longest reason.
        m_longest = 1400 + 2 * place + dateSize + clockSize;
    }
    auto sheet = std::find_if(m_sheets.begin(), m_sheets.end(), [](const auto &each) { return each.use_count() == 1; });
    if (sheet == m_sheets.end())
        sheet = m_sheets.insert(sheet, std::make_shared<Sheet>());
    std::vector<char> &bytes = (*sheet)->bytes;
    std::size_t at = Sheet::headRoom;
    const auto makeRoom = [&bytes, &at](std::size_t size) {
        if (bytes.size() < at + size)
            bytes.resize(at + size);
    };
    makeRoom(opening.size() + std::size_t(end - begin) * 720 + m_longest + ending.size());
    at = std::size_t(putText(bytes.data() + at, opening) - bytes.data());
    std::string kept;
    for (const std::uint32_t *row = begin; row != end; ++row) {
        if (row != begin)
            bytes[at++] = ',';
        if (*row < m_world.fleet().records()) {
            at = std::size_t(put(bytes.data() + at, *row) - bytes.data());
        } else {
            kept.clear();
            m_text(kept, *row);
            makeRoom(kept.size());
            at = std::size_t(putText(bytes.data() + at, kept) - bytes.data());
        }
        makeRoom(m_longest + ending.size() + 1);
    }
    at = std::size_t(putText(bytes.data() + at, ending) - bytes.data());
    (*sheet)->size = at - Sheet::headRoom;
    return *sheet;
}

} // namespace mock
