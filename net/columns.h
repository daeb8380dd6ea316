#pragma once

#include "net/id.h"
#include "net/records/timestamp.h"
#include "net/words.h"

#include <QByteArray>

#include <compare>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace net {

/// What a member of a record holds, and with that how a column keeps it.
enum class MemberKind {
    Id,      ///< an opaque id: 16 bytes
    Word,    ///< a text of which there are few: the number of a word
    Code,    ///< as Word; sent as a text or a number
    Text,    ///< any text: its bytes
    Time,    ///< µs and the form of its text
    Number,  ///< a whole number
    Percent, ///< 0..100
    Flag     ///< yes or no
};

/// A member of a record as it is sent.
struct Member
{
    std::string_view path; ///< the objects around it, outermost first, separated by dots; empty: the record itself
    std::string_view name;
    MemberKind kind = MemberKind::Word;
    enum class Need {
        None,    ///< may be missing or null: empty then
        Present, ///< a row without it is unreadable
        Filled   ///< so is one where it is empty
    } need = Need::None;
};

/// Where the columns of some members stand: the same for every page of one kind of record.
class ColumnLayout
{
public:
    explicit ColumnLayout(std::vector<Member> members);
    const std::vector<Member> &members() const { return m_members; }
    std::size_t slot(std::size_t member) const { return m_slots[member]; } ///< its number among those kept alike
    std::size_t ids() const { return m_ids; }
    std::size_t wides() const { return m_wides; }
    std::size_t words() const { return m_words; }
    std::size_t texts() const { return m_texts; }
    std::size_t smalls() const { return m_smalls; }

private:
    std::vector<Member> m_members;
    std::vector<std::size_t> m_slots;
    std::size_t m_ids = 0, m_wides = 0, m_words = 0, m_texts = 0, m_smalls = 0;
};

/// A time of the API in 8 bytes: µs since 1970 UTC and the form of its text, which can be made again from both. A text of
/// another form is kept aside.
namespace packedtime {
constexpr qint64 none = 0; ///< no time was sent
/// Nothing where the text cannot be made again: see aside().
std::optional<qint64> of(std::string_view utf8);
/// The value of a text that is kept aside; \a utf8 may be no time at all.
qint64 aside(std::string_view utf8);
bool isAside(qint64 packed);
bool isTime(qint64 packed);     ///< false: none was sent, or it could not be read
qint64 msecs(qint64 packed);    ///< since 1970 UTC, finer digits cut off
QByteArray text(qint64 packed); ///< as sent, unless it is kept aside
bool zoneAssumed(qint64 packed);
} // namespace packedtime

/// Up to 65,535 records in columns: immutable, one piece of memory, which may be a mapped file. Words are numbers of a Words that
/// whoever holds the columns knows.
class Columns final
{
public:
    static constexpr qint64 noNumber = std::numeric_limits<qint64>::min();
    static constexpr qint8 noSmall = -1;

    /// \a bytes are what bytes() gave; \a keeps holds them. Null where they are no columns of this layout.
    static std::shared_ptr<const Columns> view(const ColumnLayout &layout, std::span<const char> bytes,
                                               std::shared_ptr<const void> keeps);

    const ColumnLayout &layout() const { return *m_layout; }
    int rows() const { return static_cast<int>(m_rows); }
    std::span<const char> bytes() const { return m_bytes; }

    /// The columns of a member, by its number in the layout.
    const Id *ids(std::size_t member) const { return column<Id>(m_idsAt, member); }
    const qint64 *times(std::size_t member) const { return column<qint64>(m_widesAt, member); }
    const qint64 *numbers(std::size_t member) const { return times(member); }
    const quint32 *words(std::size_t member) const { return column<quint32>(m_wordsAt, member); }
    const qint8 *smalls(std::size_t member) const { return column<qint8>(m_smallsAt, member); }
    std::string_view text(std::size_t member, int row) const; ///< Text only
    /// The text of an id that is no UUID, or of a time or number that does not say itself; nothing as a rule.
    std::optional<std::string_view> aside(std::size_t member, int row) const;
    bool hasAside() const { return m_asideCount > 0; }

    QString idText(std::size_t member, int row) const;
    TimeStamp time(std::size_t member, int row) const;
    std::optional<qint64> number(std::size_t member, int row) const;

    bool sameRow(int row, const Columns &other, int otherRow) const; ///< of the same layout and words: equal in every value

private:
    friend class ColumnsWriter;
    struct Aside
    {
        quint32 member = 0, row = 0, at = 0, size = 0; ///< bytes among the texts
        friend auto operator<=>(const Aside &, const Aside &) = default;
    };
    struct Head
    {
        quint32 rows = 0, asides = 0, texts = 0, members = 0; ///< the third in bytes
    };

    Columns() = default;
    void place(const ColumnLayout &layout, std::size_t rows); ///< where the columns stand
    template <typename T> const T *column(std::size_t at, std::size_t member) const
    {
        return reinterpret_cast<const T *>(m_bytes.data() + at) + m_layout->slot(member) * m_rows;
    }
    std::string_view textAt(quint32 at, quint32 size) const { return {m_bytes.data() + m_textsAt + at, size}; }

    const ColumnLayout *m_layout = nullptr;
    std::shared_ptr<const void> m_keeps;
    std::span<const char> m_bytes;
    std::size_t m_rows = 0, m_asideCount = 0, m_textBytes = 0;
    std::size_t m_idsAt = 0, m_widesAt = 0, m_wordsAt = 0, m_offsetsAt = 0, m_smallsAt = 0, m_asidesAt = 0, m_textsAt = 0;
};

/// Makes columns, row after row. Members that are not set are empty.
class ColumnsWriter final
{
public:
    ColumnsWriter(const ColumnLayout &layout, Words &words, std::size_t rows);

    void id(std::size_t member, std::string_view utf8);
    void word(std::size_t member, std::string_view utf8);
    void text(std::size_t member, std::string_view utf8); ///< the bytes must live until next()
    void time(std::size_t member, std::string_view utf8);
    void number(std::size_t member, std::optional<qint64> value);
    void small(std::size_t member, int value); ///< a percentage, or 0 and 1 for a flag
    /// A row of other columns as it is.
    void copy(const Columns &from, int row);
    void next(); ///< the row is done; there must be no more than were announced

    std::shared_ptr<const Columns> take(); ///< of the rows that were done, which must be all

private:
    template <typename T> T *column(std::size_t at, std::size_t member)
    {
        return reinterpret_cast<T *>(m_bytes.data() + at) + m_layout.slot(member) * m_rows;
    }
    void aside(std::size_t member, std::string_view utf8);

    const ColumnLayout &m_layout;
    Words &m_words;
    std::size_t m_rows = 0, m_row = 0;
    Columns m_places;
    std::vector<char> m_bytes;
    std::vector<Columns::Aside> m_asides;
    std::vector<std::string_view> m_rowTexts;
    std::vector<std::pair<std::string_view, quint32>> m_lastWords; ///< of each word column: neighbours are alike as a rule
    std::string m_texts, m_asideTexts;
};

} // namespace net
