#pragma once

#include "net/records/timestamp.h"
#include "net/result.h"

#include <QByteArray>
#include <QStringList>

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

namespace net {

enum class Presence { Missing, Null, Present };

/// A cursor on one JSON object: the one reader of the program, over simdjson On-Demand. Members may be asked in any order,
/// unknown ones are passed over. It remembers the first member that is missing, mistyped or out of range; finish() makes
/// that the outcome. Nested objects and lists are read inside the given function, and only there.
class JsonReader
{
public:
    struct Cursor;
    explicit JsonReader(Cursor &cursor) : m_cursor(cursor) {}
    JsonReader(const JsonReader &) = delete;
    JsonReader &operator=(const JsonReader &) = delete;

    /// A string that must be there.
    QString text(std::string_view member);
    /// A string that must be there and not be empty: an id.
    QString id(std::string_view member);
    /// A string that may be missing or null, told apart by the return value; \a into stays as it is then.
    Presence text(std::string_view member, QString &into);
    /// A string, or empty where it is missing or null.
    QString label(std::string_view member);
    /// A string or a number, as text; empty where it is missing or null: for codes, which come as both.
    QString code(std::string_view member);
    /// A whole number, also when it is sent as text ("20"); nothing when missing, null or an empty text.
    std::optional<qint64> number(std::string_view member);
    /// As number(), required and within \a least … \a most.
    qint64 number(std::string_view member, qint64 least, qint64 most);
    /// A number with a fraction, also when it is sent as text.
    std::optional<double> real(std::string_view member);
    /// true or false, also when sent as text ("False").
    std::optional<bool> flag(std::string_view member);
    /// A time in any of the service's forms; an unreadable one keeps its text and has no UTC value. Missing: empty.
    TimeStamp time(std::string_view member);
    /// The enum value of a word; \a other for words this build does not know. Missing counts as a problem.
    template <typename Enum, std::size_t N>
    Enum word(std::string_view member, const std::array<std::pair<QLatin1StringView, Enum>, N> &words, Enum other,
              QString &asSent)
    {
        asSent = text(member);
        return meaning(asSent, words, other);
    }
    /// As word(), but it may be missing or null: \a other and an empty text then.
    template <typename Enum, std::size_t N>
    Enum labelWord(std::string_view member, const std::array<std::pair<QLatin1StringView, Enum>, N> &words, Enum other,
                   QString &asSent)
    {
        asSent = label(member);
        return meaning(asSent, words, other);
    }
    /// The enum value of a word that was read before; \a other for words this build does not know.
    template <typename Enum, std::size_t N>
    static Enum meaning(const QString &asSent, const std::array<std::pair<QLatin1StringView, Enum>, N> &words, Enum other)
    {
        for (const auto &[known, value] : words) {
            if (asSent == known)
                return value;
        }
        return other;
    }
    /// A nested object, also when it is sent as a JSON text in a string.
    Presence object(std::string_view member, const std::function<void(JsonReader &)> &read);
    /// The objects of a nested list.
    Presence list(std::string_view member, const std::function<void(JsonReader &)> &read);
    /// Every member that is an object, in the order sent. Asked last: afterwards only finish() makes sense.
    void objects(const std::function<void(const QString &member, JsonReader &)> &read);
    /// The strings of a nested list.
    QStringList texts(std::string_view member);
    /// Every member that is a text, and every text of a member that is a list, in the order sent. Asked last, as objects().
    void allTexts(const std::function<void(const QString &member, const QString &value)> &read);

    void fail(std::string_view member); ///< the first call wins
    const QString &problem() const;     ///< the member at fault; empty while all is well

    template <typename T> Result<T> finish(T value) const
    {
        if (problem().isEmpty())
            return value;
        return tl::unexpected(unreadable());
    }

private:
    ApiError unreadable() const;
    Cursor &m_cursor;
};

/// What a list answer says beside its rows.
struct ListEnvelope
{
    int rows = 0;                  ///< rows of the page, the unreadable ones included
    int unreadable = 0;            ///< rows left out
    QString firstProblem{};        ///< the member that made the first of them unreadable
    std::optional<qint64> count{}; ///< rows on the server under this filter, when it says so
};

/// Reads {"<list>": [ {…}, … ], "count": n}. \a row gets each object and says whether it could use it; a bad row is counted,
/// not fatal. Only a broken envelope fails, and a list of more than 50,000 rows. It feeds plain structs and packed columns.
Result<ListEnvelope> readList(const QByteArray &body, std::string_view list,
                              const std::function<bool(JsonReader &, QString &problem)> &row);

/// Reads {"<member>": {…}}; with an empty \a member the top object itself.
Result<bool> readObject(const QByteArray &body, std::string_view member,
                        const std::function<bool(JsonReader &, QString &problem)> &read);

/// readList() into a list of records with `static Result<T> T::read(JsonReader &)`.
template <typename T> Result<std::pair<QList<T>, ListEnvelope>> readRecords(const QByteArray &body, std::string_view list)
{
    QList<T> records;
    auto envelope = readList(body, list, [&records](JsonReader &in, QString &problem) {
        Result<T> record = T::read(in);
        if (!record) {
            problem = record.error().detail;
            return false;
        }
        records.append(std::move(*record));
        return true;
    });
    if (!envelope)
        return tl::unexpected(envelope.error());
    return std::pair(std::move(records), *envelope);
}

/// readObject() into one record.
template <typename T> Result<T> readRecord(const QByteArray &body, std::string_view member)
{
    Result<T> out = tl::unexpected(ApiError{});
    const auto done = readObject(body, member, [&out](JsonReader &in, QString &problem) {
        out = T::read(in);
        if (!out)
            problem = out.error().detail;
        return out.has_value();
    });
    if (!done)
        return tl::unexpected(done.error());
    return out;
}

} // namespace net
