#include "net/columns.h"

#include "net/times.h"

#include <algorithm>
#include <cstring>

namespace net {

namespace {

QString toString(std::string_view utf8) { return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())); }

std::size_t aligned(std::size_t at) { return (at + 15) & ~std::size_t(15); }

} // namespace

ColumnLayout::ColumnLayout(std::vector<Member> members) : m_members(std::move(members))
{
    m_slots.reserve(m_members.size());
    for (const Member &member : m_members) {
        switch (member.kind) {
        case MemberKind::Id:
            m_slots.push_back(m_ids++);
            break;
        case MemberKind::Word:
        case MemberKind::Code:
            m_slots.push_back(m_words++);
            break;
        case MemberKind::Text:
            m_slots.push_back(m_texts++);
            break;
        case MemberKind::Time:
        case MemberKind::Number:
            m_slots.push_back(m_wides++);
            break;
        case MemberKind::Percent:
        case MemberKind::Flag:
            m_slots.push_back(m_smalls++);
            break;
        }
    }
}

// --- times --------------------------------------------------------------------------------------------------------------------

namespace packedtime {

namespace {

// The low byte: digits of the fraction (0..6; bits 0..2), T or blank, Z or no zone, and that there is a time at all. A time kept
// aside, and a text that is none, have values of their own.
constexpr qint64 blankBit = 8, zuluBit = 16, timeBit = 128;
constexpr qint64 asideForm = 0x40, unreadableForm = 0x41;

int digit(char c) { return static_cast<unsigned char>(c - '0'); }

/// Two digits; far beyond 99 where they are none.
int two(const char *at)
{
    const int tens = digit(at[0]), ones = digit(at[1]);
    return tens > 9 || ones > 9 ? 1'000'000 : tens * 10 + ones;
}

/// Days since 1970 of a date of our calendar.
qint64 daysOf(int year, int month, int day)
{
    const int y = year - (month <= 2 ? 1 : 0);
    const int era = (y >= 0 ? y : y - 399) / 400;
    const int ofEra = y - era * 400;
    const int ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return qint64(era) * 146097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719468;
}

int daysOfMonth(int year, int month)
{
    constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 && isLeap ? 29 : days[month - 1];
}

void put(char *at, int value, int digits)
{
    for (int i = digits - 1; i >= 0; --i, value /= 10)
        at[i] = static_cast<char>('0' + value % 10);
}

} // namespace

std::optional<qint64> of(std::string_view text)
{
    if (text.empty())
        return none;
    if (text.size() < 19 || text.size() > 27)
        return std::nullopt;
    const char *at = text.data();
    const int year = two(at) * 100 + two(at + 2), month = two(at + 5), day = two(at + 8);
    const int hour = two(at + 11), minute = two(at + 14), second = two(at + 17);
    if (at[4] != '-' || at[7] != '-' || (at[10] != 'T' && at[10] != ' ') || at[13] != ':' || at[16] != ':')
        return std::nullopt;
    if (year < 1000 || year > 3000 || month < 1 || month > 12 || day < 1 || day > daysOfMonth(year, month) || hour > 23 ||
        minute > 59 || second > 59)
        return std::nullopt;
    qint64 form = timeBit | (at[10] == ' ' ? blankBit : 0);
    std::size_t end = 19;
    int fraction = 0, digits = 0;
    if (end < text.size() && at[end] == '.') {
        for (++end; end < text.size() && digits < 6 && digit(at[end]) <= 9; ++end, ++digits)
            fraction = fraction * 10 + digit(at[end]);
        if (digits == 0)
            return std::nullopt;
        form |= digits;
    }
    if (end < text.size() && at[end] == 'Z') {
        form |= zuluBit;
        ++end;
    }
    if (end != text.size())
        return std::nullopt;
    for (int i = digits; i < 6; ++i)
        fraction *= 10;
    const qint64 us = ((daysOf(year, month, day) * 24 + hour) * 60 + minute) * 60'000'000 + second * 1'000'000LL + fraction;
    return static_cast<qint64>(static_cast<quint64>(us) << 8) | form;
}

qint64 aside(std::string_view utf8)
{
    const auto read = parseTime(toString(utf8));
    if (!read)
        return unreadableForm;
    constexpr qint64 most = (qint64(1) << 55) / 1000 - 1; // ms: the µs have 56 bits; a time beyond them sorts as the last of all
    return std::clamp(read->toMSecsSinceEpoch(), -most, most) * 1000 * 256 | asideForm;
}

bool isAside(qint64 packed) { return (packed & 0xFF) == asideForm || (packed & 0xFF) == unreadableForm; }

bool isTime(qint64 packed) { return packed != none && (packed & 0xFF) != unreadableForm; }

qint64 msecs(qint64 packed)
{
    const qint64 us = packed >> 8;
    return us >= 0 ? us / 1000 : -((999 - us) / 1000);
}

bool zoneAssumed(qint64 packed) { return packed != none && (packed & zuluBit) == 0; }

QByteArray text(qint64 packed)
{
    if (packed == none)
        return {};
    const qint64 us = packed >> 8;
    const qint64 dayLength = 86'400'000'000;
    const qint64 days = us >= 0 ? us / dayLength : -((dayLength - 1 - us) / dayLength);
    const qint64 ofDay = us - days * dayLength;
    // The day back into a date: eras of 400 years from March on.
    const qint64 z = days + 719468;
    const qint64 era = (z >= 0 ? z : z - 146096) / 146097;
    const auto ofEra = static_cast<int>(z - era * 146097);
    const int yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36524 - ofEra / 146096) / 365;
    const int ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const int shifted = (5 * ofYear + 2) / 153;
    const int day = ofYear - (153 * shifted + 2) / 5 + 1;
    const int month = shifted + (shifted < 10 ? 3 : -9);
    const auto year = static_cast<int>(yearOfEra + era * 400 + (month <= 2 ? 1 : 0));
    QByteArray out(19, '-');
    char *at = out.data();
    const auto seconds = static_cast<int>(ofDay / 1'000'000);
    put(at, year, 4);
    put(at + 5, month, 2);
    put(at + 8, day, 2);
    at[10] = (packed & blankBit) != 0 ? ' ' : 'T';
    put(at + 11, seconds / 3600, 2);
    at[13] = ':';
    put(at + 14, seconds / 60 % 60, 2);
    at[16] = ':';
    put(at + 17, seconds % 60, 2);
    if (const int digits = std::min(static_cast<int>(packed & 7), 6); digits > 0) { // 7: bytes that were spoilt
        char fraction[6];
        put(fraction, static_cast<int>(ofDay % 1'000'000), 6);
        out.append('.').append(fraction, digits);
    }
    if ((packed & zuluBit) != 0)
        out.append('Z');
    return out;
}

} // namespace packedtime

// --- reading columns ----------------------------------------------------------------------------------------------------------

void Columns::place(const ColumnLayout &layout, std::size_t rows)
{
    m_layout = &layout;
    m_rows = rows;
    m_idsAt = aligned(sizeof(Head));
    m_widesAt = m_idsAt + rows * layout.ids() * sizeof(Id);
    m_wordsAt = m_widesAt + rows * layout.wides() * sizeof(qint64);
    m_offsetsAt = m_wordsAt + rows * layout.words() * sizeof(quint32);
    m_smallsAt = m_offsetsAt + (rows * layout.texts() + 1) * sizeof(quint32);
    m_asidesAt = (m_smallsAt + rows * layout.smalls() + 3) & ~std::size_t(3);
}

std::shared_ptr<const Columns> Columns::view(const ColumnLayout &layout, std::span<const char> bytes,
                                             std::shared_ptr<const void> keeps)
{
    Head head;
    if (bytes.size() < sizeof head || reinterpret_cast<std::uintptr_t>(bytes.data()) % alignof(Id) != 0)
        return nullptr;
    std::memcpy(&head, bytes.data(), sizeof head);
    if (head.members != layout.members().size() || head.rows > 0xFFFF)
        return nullptr;
    std::shared_ptr<Columns> out(new Columns);
    out->place(layout, head.rows);
    out->m_asideCount = head.asides;
    out->m_textBytes = head.texts;
    out->m_textsAt = out->m_asidesAt + std::size_t(head.asides) * sizeof(Aside);
    if (out->m_textsAt + head.texts > bytes.size())
        return nullptr;
    out->m_bytes = bytes.first(out->m_textsAt + head.texts);
    out->m_keeps = std::move(keeps);
    // What points elsewhere must point into the texts.
    const auto *offsets = reinterpret_cast<const quint32 *>(bytes.data() + out->m_offsetsAt);
    const std::size_t cells = out->m_rows * layout.texts();
    if (offsets[cells] > head.texts || !std::is_sorted(offsets, offsets + cells + 1))
        return nullptr;
    const auto *asides = reinterpret_cast<const Aside *>(bytes.data() + out->m_asidesAt);
    for (std::size_t i = 0; i < head.asides; ++i) {
        if (std::size_t(asides[i].at) + asides[i].size > head.texts || asides[i].row >= head.rows ||
            asides[i].member >= head.members)
            return nullptr;
    }
    return out;
}

std::string_view Columns::text(std::size_t member, int row) const
{
    const auto *offsets = reinterpret_cast<const quint32 *>(m_bytes.data() + m_offsetsAt);
    const std::size_t cell = static_cast<std::size_t>(row) * m_layout->texts() + m_layout->slot(member);
    return textAt(offsets[cell], offsets[cell + 1] - offsets[cell]);
}

std::optional<std::string_view> Columns::aside(std::size_t member, int row) const
{
    if (m_asideCount == 0)
        return std::nullopt;
    const std::span all(reinterpret_cast<const Aside *>(m_bytes.data() + m_asidesAt), m_asideCount);
    const Aside wanted{static_cast<quint32>(member), static_cast<quint32>(row), 0, 0};
    const auto found = std::ranges::lower_bound(all, wanted);
    if (found == all.end() || found->member != wanted.member || found->row != wanted.row)
        return std::nullopt;
    return textAt(found->at, found->size);
}

QString Columns::idText(std::size_t member, int row) const
{
    const auto other = aside(member, row);
    return other ? toString(*other) : ids(member)[row].text();
}

TimeStamp Columns::time(std::size_t member, int row) const
{
    const qint64 packed = times(member)[row];
    if (packed == packedtime::none)
        return {};
    TimeStamp stamp;
    if (packedtime::isAside(packed)) {
        stamp.asSent = toString(aside(member, row).value_or(std::string_view()));
        if (const auto utc = parseTime(stamp.asSent, &stamp.zoneAssumed))
            stamp.utc = *utc;
        return stamp;
    }
    stamp.asSent = QString::fromLatin1(packedtime::text(packed));
    stamp.utc = QDateTime::fromMSecsSinceEpoch(packedtime::msecs(packed), Qt::UTC);
    stamp.zoneAssumed = packedtime::zoneAssumed(packed);
    return stamp;
}

std::optional<qint64> Columns::number(std::size_t member, int row) const
{
    const qint64 value = numbers(member)[row];
    return value == noNumber && !aside(member, row) ? std::nullopt : std::optional(value);
}

bool Columns::sameRow(int row, const Columns &other, int otherRow) const
{
    const auto equal = [row, otherRow](const auto *ours, const auto *theirs) { return ours[row] == theirs[otherRow]; };
    for (std::size_t member = 0; member < m_layout->members().size(); ++member) {
        bool same = true;
        switch (m_layout->members()[member].kind) {
        case MemberKind::Id:
            same = equal(ids(member), other.ids(member));
            break;
        case MemberKind::Word:
        case MemberKind::Code:
            same = equal(words(member), other.words(member));
            break;
        case MemberKind::Text:
            same = text(member, row) == other.text(member, otherRow);
            break;
        case MemberKind::Time:
            same = equal(times(member), other.times(member)) && aside(member, row) == other.aside(member, otherRow);
            break;
        case MemberKind::Number:
            same = equal(numbers(member), other.numbers(member)) && aside(member, row) == other.aside(member, otherRow);
            break;
        case MemberKind::Percent:
        case MemberKind::Flag:
            same = equal(smalls(member), other.smalls(member));
            break;
        }
        if (!same)
            return false;
    }
    return true;
}

// --- writing columns ----------------------------------------------------------------------------------------------------------

ColumnsWriter::ColumnsWriter(const ColumnLayout &layout, Words &words, std::size_t rows)
    : m_layout(layout), m_words(words), m_rows(rows), m_rowTexts(layout.texts()), m_lastWords(layout.words())
{
    Q_ASSERT(rows <= 0xFFFF);
    m_places.place(layout, rows);
    m_bytes.resize(m_places.m_asidesAt);
    for (std::size_t member = 0; member < layout.members().size(); ++member) {
        if (layout.members()[member].kind == MemberKind::Number)
            std::fill_n(column<qint64>(m_places.m_widesAt, member), rows, Columns::noNumber);
    }
    std::memset(m_bytes.data() + m_places.m_smallsAt, Columns::noSmall, rows * layout.smalls());
}

void ColumnsWriter::aside(std::size_t member, std::string_view utf8)
{
    m_asides.push_back({static_cast<quint32>(member), static_cast<quint32>(m_row), static_cast<quint32>(m_asideTexts.size()),
                        static_cast<quint32>(utf8.size())});
    m_asideTexts += utf8;
}

void ColumnsWriter::id(std::size_t member, std::string_view utf8)
{
    Id &into = column<Id>(m_places.m_idsAt, member)[m_row];
    if (utf8.empty() || Id::fromUuid(utf8, into))
        return;
    into = Id::of(utf8);
    aside(member, utf8);
}

void ColumnsWriter::word(std::size_t member, std::string_view utf8)
{
    auto &[last, number] = m_lastWords[m_layout.slot(member)];
    if (last != utf8) {
        number = m_words.add(utf8);
        last = m_words.utf8(number);
    }
    column<quint32>(m_places.m_wordsAt, member)[m_row] = number;
}

void ColumnsWriter::text(std::size_t member, std::string_view utf8) { m_rowTexts[m_layout.slot(member)] = utf8; }

void ColumnsWriter::time(std::size_t member, std::string_view utf8)
{
    qint64 &into = column<qint64>(m_places.m_widesAt, member)[m_row];
    if (const auto packed = packedtime::of(utf8)) {
        into = *packed;
        return;
    }
    into = packedtime::aside(utf8);
    aside(member, utf8);
}

void ColumnsWriter::number(std::size_t member, std::optional<qint64> value)
{
    column<qint64>(m_places.m_widesAt, member)[m_row] = value.value_or(Columns::noNumber);
    if (value == Columns::noNumber)
        aside(member, "least");
}

void ColumnsWriter::small(std::size_t member, int value)
{
    column<qint8>(m_places.m_smallsAt, member)[m_row] = static_cast<qint8>(value);
}

void ColumnsWriter::copy(const Columns &from, int row)
{
    for (std::size_t member = 0; member < m_layout.members().size(); ++member) {
        switch (m_layout.members()[member].kind) {
        case MemberKind::Id:
            column<Id>(m_places.m_idsAt, member)[m_row] = from.ids(member)[row];
            break;
        case MemberKind::Word:
        case MemberKind::Code:
            column<quint32>(m_places.m_wordsAt, member)[m_row] = from.words(member)[row];
            break;
        case MemberKind::Text:
            text(member, from.text(member, row));
            break;
        case MemberKind::Time:
        case MemberKind::Number:
            column<qint64>(m_places.m_widesAt, member)[m_row] = from.times(member)[row];
            break;
        case MemberKind::Percent:
        case MemberKind::Flag:
            column<qint8>(m_places.m_smallsAt, member)[m_row] = from.smalls(member)[row];
            break;
        }
        if (const auto other = from.aside(member, row))
            aside(member, *other);
    }
}

void ColumnsWriter::next()
{
    auto *offsets = reinterpret_cast<quint32 *>(m_bytes.data() + m_places.m_offsetsAt) + m_row * m_layout.texts();
    for (std::size_t i = 0; i < m_rowTexts.size(); ++i) {
        offsets[i] = static_cast<quint32>(m_texts.size());
        m_texts += m_rowTexts[i];
        m_rowTexts[i] = {};
    }
    ++m_row;
}

std::shared_ptr<const Columns> ColumnsWriter::take()
{
    Q_ASSERT(m_row == m_rows);
    reinterpret_cast<quint32 *>(m_bytes.data() + m_places.m_offsetsAt)[m_rows * m_layout.texts()] =
        static_cast<quint32>(m_texts.size());
    std::ranges::sort(m_asides);
    for (Columns::Aside &aside : m_asides) // they stand behind the others
        aside.at += static_cast<quint32>(m_texts.size());
    m_texts += m_asideTexts;
    const Columns::Head head{static_cast<quint32>(m_rows), static_cast<quint32>(m_asides.size()),
                             static_cast<quint32>(m_texts.size()), static_cast<quint32>(m_layout.members().size())};
    const std::size_t asideBytes = m_asides.size() * sizeof(Columns::Aside);
    auto whole = std::make_shared<std::vector<char>>();
    whole->reserve(m_bytes.size() + asideBytes + m_texts.size());
    whole->assign(m_bytes.begin(), m_bytes.end());
    std::memcpy(whole->data(), &head, sizeof head);
    const auto *asides = reinterpret_cast<const char *>(m_asides.data());
    whole->insert(whole->end(), asides, asides + asideBytes);
    whole->insert(whole->end(), m_texts.begin(), m_texts.end());
    auto columns = Columns::view(m_layout, *whole, whole);
    Q_ASSERT(columns);
    return columns;
}

} // namespace net
