#include "net/jsonreader.h"

#include "net/jsonform.h"
#include "net/times.h"

#include <memory>
#include <simdjson.h>

namespace od = simdjson::ondemand;
using namespace Qt::StringLiterals;

namespace net {

struct JsonReader::Cursor
{
    od::object object;
    QString problem{};
    bool broken = false; ///< the text itself is no JSON: the whole answer is unreadable
};

namespace {

std::string_view viewOf(const QByteArray &bytes) { return {bytes.constData(), static_cast<std::size_t>(bytes.size())}; }

QString toString(std::string_view text) { return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())); }

/// \a member: the one at fault; empty: the text as a whole is not what was expected.
ApiError badReply(const QString &member)
{
    ApiError error;
    error.kind = ErrorKind::BadReply;
    error.detail = member;
    return error;
}

/// Errors of the text, not of a member's type: nothing after them can be read.
bool breaks(simdjson::error_code error)
{
    switch (error) {
    case simdjson::SUCCESS:
    case simdjson::NO_SUCH_FIELD:
    case simdjson::INCORRECT_TYPE:
    case simdjson::NUMBER_ERROR:
    case simdjson::STRING_ERROR:
    case simdjson::NUMBER_OUT_OF_RANGE:
    case simdjson::N_ATOM_ERROR:
    case simdjson::T_ATOM_ERROR:
    case simdjson::F_ATOM_ERROR:
        return false;
    default:
        return true;
    }
}

struct Found
{
    Presence presence = Presence::Missing;
    od::value value{};
    od::json_type type = od::json_type::null;
    bool bad = false;
};

Found find(JsonReader::Cursor &cursor, std::string_view member)
{
    Found found;
    if (cursor.broken)
        return found;
    if (const auto error = cursor.object.find_field_unordered(member).get(found.value)) {
        cursor.broken |= breaks(error);
        return found;
    }
    if (const auto error = found.value.type().get(found.type)) {
        cursor.broken |= breaks(error);
        found.bad = true;
    }
    if (!found.bad && found.type == od::json_type::null) {
        bool isNull = false;
        found.bad = found.value.is_null().get(isNull) != simdjson::SUCCESS || !isNull; // "nul" begins like null
        found.presence = found.bad ? Presence::Present : Presence::Null;
        return found;
    }
    found.presence = Presence::Present;
    return found;
}

bool asText(Found &found, std::string_view &into)
{
    return !found.bad && found.type == od::json_type::string && found.value.get_string().get(into) == simdjson::SUCCESS;
}

/// Entries of a list, at any depth, that are read. No service sends more than some thousand at a time; a list beyond this is an
/// answer to something else, and would fill the memory. It makes its member unreadable.
constexpr int mostEntries = 50'000;

constexpr std::size_t usualSize = 4 * 1024 * 1024; ///< bytes

/// One parser a thread: it keeps its buffers, some seven times the largest text it has read. A text beyond the usual has one of
/// its own, and so has a JSON text inside a string.
class ParserFor
{
public:
    explicit ParserFor(const simdjson::padded_string &text)
    {
        if (text.size() > usualSize)
            m_own = std::make_unique<od::parser>();
    }
    od::parser &operator*()
    {
        thread_local od::parser usual;
        return m_own ? *m_own : usual;
    }

private:
    std::unique_ptr<od::parser> m_own;
};

} // namespace

void JsonReader::fail(std::string_view member)
{
    if (m_cursor.problem.isEmpty())
        m_cursor.problem = toString(member);
}

const QString &JsonReader::problem() const { return m_cursor.problem; }

ApiError JsonReader::unreadable() const { return badReply(m_cursor.problem); }

QString JsonReader::text(std::string_view member)
{
    QString value;
    if (text(member, value) != Presence::Present)
        fail(member);
    return value;
}

QString JsonReader::id(std::string_view member)
{
    QString value = text(member);
    if (value.isEmpty())
        fail(member);
    return value;
}

Presence JsonReader::text(std::string_view member, QString &into)
{
    Found found = find(m_cursor, member);
    if (found.presence != Presence::Present)
        return found.presence;
    std::string_view value;
    if (asText(found, value))
        into = toString(value);
    else
        fail(member);
    return Presence::Present;
}

QString JsonReader::label(std::string_view member)
{
    QString value;
    text(member, value);
    return value;
}

QString JsonReader::code(std::string_view member)
{
    Found found = find(m_cursor, member);
    if (found.presence != Presence::Present)
        return {};
    if (std::string_view value; asText(found, value))
        return toString(value);
    if (!found.bad && found.type == od::json_type::number)
        return toString(found.value.raw_json_token()).trimmed();
    fail(member);
    return {};
}

std::optional<qint64> JsonReader::number(std::string_view member)
{
    Found found = find(m_cursor, member);
    if (found.presence != Presence::Present)
        return {};
    if (std::string_view value; asText(found, value)) {
        if (value.empty())
            return {};
        bool ok = false;
        const qint64 number = QByteArray::fromRawData(value.data(), static_cast<qsizetype>(value.size())).toLongLong(&ok);
        if (ok)
            return number;
    } else if (!found.bad && found.type == od::json_type::number) {
        std::int64_t whole = 0;
        if (found.value.get_int64().get(whole) == simdjson::SUCCESS)
            return whole;
        double real = 0;
        constexpr double exact = 9007199254740992.0; // 2^53: a double holds every whole number up to here
        if (found.value.get_double().get(real) == simdjson::SUCCESS && real >= -exact && real <= exact)
            return static_cast<qint64>(real);
    }
    fail(member);
    return {};
}

qint64 JsonReader::number(std::string_view member, qint64 least, qint64 most)
{
    const std::optional<qint64> value = number(member);
    if (!value || *value < least || *value > most) {
        fail(member);
        return least;
    }
    return *value;
}

std::optional<double> JsonReader::real(std::string_view member)
{
    Found found = find(m_cursor, member);
    if (found.presence != Presence::Present)
        return {};
    if (std::string_view value; asText(found, value)) {
        bool ok = false;
        const double number = QByteArray::fromRawData(value.data(), static_cast<qsizetype>(value.size())).toDouble(&ok);
        if (ok)
            return number;
        if (value.empty())
            return {};
    } else if (double number = 0;
               !found.bad && found.type == od::json_type::number && found.value.get_double().get(number) == simdjson::SUCCESS) {
        return number;
    }
    fail(member);
    return {};
}

std::optional<bool> JsonReader::flag(std::string_view member)
{
    Found found = find(m_cursor, member);
    if (found.presence != Presence::Present)
        return {};
    if (std::string_view value; asText(found, value)) {
        const QString word = toString(value).toLower();
        if (word == "true"_L1 || word == "false"_L1)
            return word == "true"_L1;
        if (word.isEmpty())
            return {};
    } else if (bool set = false;
               !found.bad && found.type == od::json_type::boolean && found.value.get_bool().get(set) == simdjson::SUCCESS) {
        return set;
    }
    fail(member);
    return {};
}

TimeStamp JsonReader::time(std::string_view member)
{
    TimeStamp stamp;
    text(member, stamp.asSent);
    if (!stamp.asSent.isEmpty()) {
        if (const auto utc = parseTime(stamp.asSent, &stamp.zoneAssumed))
            stamp.utc = *utc;
    }
    return stamp;
}

Presence JsonReader::object(std::string_view member, const std::function<void(JsonReader &)> &read)
{
    Found found = find(m_cursor, member);
    if (found.presence != Presence::Present)
        return found.presence;
    if (std::string_view text; asText(found, text)) { // "{}": a JSON text in a string; an empty text says nothing
        if (text.empty())
            return Presence::Null;
        const QByteArray inner(text.data(), static_cast<qsizetype>(text.size()));
        simdjson::padded_string padded(inner.constData(), static_cast<std::size_t>(inner.size()));
        od::parser parser;
        od::document document;
        Cursor cursor;
        if (!hasJsonForm(text) || parser.iterate(padded).get(document) || document.get_object().get(cursor.object)) {
            fail(member);
            return Presence::Present;
        }
        JsonReader nested(cursor);
        read(nested);
        if (cursor.broken || !cursor.problem.isEmpty())
            fail(member);
        return Presence::Present;
    }
    Cursor cursor;
    if (found.bad || found.type != od::json_type::object || found.value.get_object().get(cursor.object)) {
        fail(member);
        return Presence::Present;
    }
    JsonReader nested(cursor);
    read(nested);
    m_cursor.broken |= cursor.broken;
    if (cursor.broken || !cursor.problem.isEmpty())
        fail(member);
    return Presence::Present;
}

Presence JsonReader::list(std::string_view member, const std::function<void(JsonReader &)> &read)
{
    Found found = find(m_cursor, member);
    if (found.presence != Presence::Present)
        return found.presence;
    od::array array;
    if (found.bad || found.type != od::json_type::array || found.value.get_array().get(array)) {
        fail(member);
        return Presence::Present;
    }
    int entries = 0;
    for (auto element : array) {
        if (++entries > mostEntries) {
            fail(member);
            break;
        }
        Cursor cursor;
        if (const auto error = element.get_object().get(cursor.object)) {
            fail(member);
            if (breaks(error)) {
                m_cursor.broken = true;
                break;
            }
            continue;
        }
        JsonReader nested(cursor);
        read(nested);
        if (cursor.broken || !cursor.problem.isEmpty())
            fail(member);
        m_cursor.broken |= cursor.broken;
        if (cursor.broken)
            break;
    }
    return Presence::Present;
}

void JsonReader::objects(const std::function<void(const QString &, JsonReader &)> &read)
{
    if (m_cursor.broken || m_cursor.object.reset().error()) {
        m_cursor.broken = true;
        return;
    }
    for (auto field : m_cursor.object) {
        std::string_view key;
        od::value value;
        if (field.unescaped_key().get(key) || field.value().get(value)) {
            m_cursor.broken = true;
            return;
        }
        const QString name = toString(key);
        Cursor cursor;
        if (value.get_object().get(cursor.object))
            continue;
        JsonReader nested(cursor);
        read(name, nested);
        m_cursor.broken |= cursor.broken;
        if (m_cursor.broken)
            return;
    }
}

void JsonReader::allTexts(const std::function<void(const QString &, const QString &)> &read)
{
    if (m_cursor.broken || m_cursor.object.reset().error()) {
        m_cursor.broken = true;
        return;
    }
    int entries = 0;
    for (auto field : m_cursor.object) {
        std::string_view key;
        od::value value;
        od::json_type type = od::json_type::null;
        if (field.unescaped_key().get(key) || field.value().get(value)) {
            m_cursor.broken = true;
            return;
        }
        if (const auto error = value.type().get(type)) {
            if (breaks(error)) {
                m_cursor.broken = true;
                return;
            }
            continue;
        }
        const QString name = toString(key);
        std::string_view text;
        if (type == od::json_type::string) {
            if (value.get_string().get(text) == simdjson::SUCCESS && ++entries <= mostEntries)
                read(name, toString(text));
            continue;
        }
        od::array array;
        if (type != od::json_type::array || value.get_array().get(array))
            continue;
        for (auto element : array) {
            const auto error = element.get_string().get(text);
            if (error && breaks(error)) {
                m_cursor.broken = true;
                return;
            }
            if (!error && ++entries <= mostEntries)
                read(name, toString(text));
        }
    }
    if (entries > mostEntries && m_cursor.problem.isEmpty())
        m_cursor.problem = u"> %1"_s.arg(mostEntries);
}

QStringList JsonReader::texts(std::string_view member)
{
    QStringList out;
    Found found = find(m_cursor, member);
    if (found.presence != Presence::Present)
        return out;
    od::array array;
    if (found.bad || found.type != od::json_type::array || found.value.get_array().get(array)) {
        fail(member);
        return out;
    }
    for (auto element : array) {
        if (out.size() == mostEntries) {
            fail(member);
            break;
        }
        std::string_view text;
        const auto error = element.get_string().get(text);
        if (!error) {
            out.append(toString(text));
            continue;
        }
        fail(member);
        if (breaks(error)) {
            m_cursor.broken = true;
            break;
        }
    }
    return out;
}

namespace {

/// Opens the top object and hands every member to \a member; a broken text or trailing rubbish is a bad reply.
Result<bool> walkTop(const QByteArray &body, const std::function<QString(std::string_view, od::value &, bool &broken)> &member)
{
    if (!hasJsonForm(viewOf(body)))
        return tl::unexpected(badReply({}));
    const simdjson::padded_string padded(viewOf(body));
    ParserFor parser(padded);
    od::document document;
    od::object top;
    if (const auto error = (*parser).iterate(padded).get(document))
        return tl::unexpected(badReply({}));
    if (const auto error = document.get_object().get(top))
        return tl::unexpected(badReply({}));
    for (auto field : top) {
        std::string_view key;
        od::value value;
        if (const auto error = field.unescaped_key().get(key))
            return tl::unexpected(badReply({}));
        if (const auto error = field.value().get(value))
            return tl::unexpected(badReply({}));
        bool broken = false;
        const QString problem = member(key, value, broken);
        if (broken || !problem.isEmpty())
            return tl::unexpected(badReply(problem));
    }
    const char *rest = nullptr;
    if (!document.current_location().get(rest)) // there is an error at the end, and only there
        return tl::unexpected(badReply({}));
    return true;
}

} // namespace

Result<ListEnvelope> readList(const QByteArray &body, std::string_view list,
                              const std::function<bool(JsonReader &, QString &)> &row)
{
    ListEnvelope envelope;
    bool seen = false;
    const auto walked = walkTop(body, [&](std::string_view key, od::value &value, bool &broken) -> QString {
        if (key == "count") {
            std::int64_t count = 0;
            if (value.get_int64().get(count) == simdjson::SUCCESS && count >= 0)
                envelope.count = count;
            return {};
        }
        if (key != list)
            return {};
        od::array array;
        if (seen || value.get_array().get(array)) // twice: which one would be true?
            return toString(list);
        seen = true;
        for (auto element : array) {
            if (++envelope.rows > mostEntries) // it ends here: what follows is not looked at
                return u"%1: > %2"_s.arg(toString(list)).arg(mostEntries);
            JsonReader::Cursor cursor;
            QString problem;
            bool usable = false;
            if (const auto error = element.get_object().get(cursor.object)) {
                if (breaks(error)) {
                    broken = true;
                    return {};
                }
                problem = toString(list);
            } else {
                JsonReader reader(cursor);
                usable = row(reader, problem);
                if (cursor.broken) {
                    broken = true;
                    return {};
                }
            }
            if (usable)
                continue;
            ++envelope.unreadable;
            if (envelope.firstProblem.isEmpty())
                envelope.firstProblem = problem;
        }
        return {};
    });
    if (!walked)
        return tl::unexpected(walked.error());
    if (!seen)
        return tl::unexpected(badReply(toString(list)));
    return envelope;
}

Result<bool> readObject(const QByteArray &body, std::string_view member, const std::function<bool(JsonReader &, QString &)> &read)
{
    if (member.empty()) {
        if (!hasJsonForm(viewOf(body)))
            return tl::unexpected(badReply({}));
        const simdjson::padded_string padded(viewOf(body));
        ParserFor parser(padded);
        od::document document;
        JsonReader::Cursor cursor;
        if (const auto error = (*parser).iterate(padded).get(document))
            return tl::unexpected(badReply({}));
        if (const auto error = document.get_object().get(cursor.object))
            return tl::unexpected(badReply({}));
        JsonReader reader(cursor);
        QString problem;
        if (!read(reader, problem) || cursor.broken)
            return tl::unexpected(badReply(problem));
        return true;
    }
    bool seen = false;
    const auto walked = walkTop(body, [&](std::string_view key, od::value &value, bool &broken) -> QString {
        if (key != member)
            return {};
        JsonReader::Cursor cursor;
        if (seen || value.get_object().get(cursor.object))
            return toString(member);
        seen = true;
        JsonReader reader(cursor);
        QString problem;
        const bool usable = read(reader, problem);
        broken = cursor.broken;
        if (usable)
            return {};
        return problem.isEmpty() ? toString(member) : problem;
    });
    if (!walked)
        return tl::unexpected(walked.error());
    if (!seen)
        return tl::unexpected(badReply(toString(member)));
    return true;
}

} // namespace net
