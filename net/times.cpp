#include "net/times.h"

#include <QByteArray>
#include <QByteArrayList>

#include <array>

using namespace Qt::StringLiterals;

namespace net {
namespace {

/// Walks over a text of fixed grammar; after the first thing that does not fit, every further step fails too.
class Scanner
{
public:
    explicit Scanner(QStringView text) : m_rest(text) {}

    /// A number of \a least to \a most ASCII digits.
    int number(int least, int most)
    {
        int value = 0;
        int count = 0;
        while (count < most && count < m_rest.size() && isDigit(m_rest[count]))
            value = value * 10 + (m_rest[count++].unicode() - u'0');
        m_good = m_good && count >= least;
        m_rest = m_rest.sliced(count);
        m_digits = count;
        return value;
    }
    bool skip(char16_t wanted)
    {
        if (m_rest.isEmpty() || m_rest.front() != QChar(wanted))
            return false;
        m_rest = m_rest.sliced(1);
        return true;
    }
    void need(bool claim) { m_good = m_good && claim; }
    int digits() const { return m_digits; } ///< of the last number
    bool isDone() const { return m_rest.isEmpty(); }
    bool isGood() const { return m_good; }

private:
    static bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

    QStringView m_rest;
    int m_digits = 0;
    bool m_good = true;
};

/// Milliseconds of a fraction of 1 to 9 digits.
int fraction(Scanner *in)
{
    int value = in->number(1, 9);
    for (int digits = in->digits(); digits < 9; ++digits)
        value *= 10;
    return value / 1'000'000;
}

/// Seconds east of UTC; nothing when the text ends without a zone.
std::optional<int> zone(Scanner *in)
{
    if (in->isDone())
        return std::nullopt;
    if (in->skip(u'Z'))
        return 0;
    const bool isWest = in->skip(u'-');
    in->need(isWest || in->skip(u'+'));
    const int hours = in->number(2, 2);
    in->skip(u':');
    const int minutes = in->number(2, 2);
    in->need(hours < 24 && minutes < 60);
    return (isWest ? -1 : 1) * (hours * 3600 + minutes * 60);
}

std::optional<QDateTime> utc(QDate date, QTime time)
{
    if (!date.isValid() || !time.isValid())
        return std::nullopt;
    return QDateTime(date, time, Qt::UTC);
}

std::optional<QTime> clockTime(QByteArrayView text)
{
    const QString wide = QString::fromLatin1(text);
    Scanner in(wide);
    const int hour = in.number(2, 2);
    in.need(in.skip(u':'));
    const int minute = in.number(2, 2);
    in.need(in.skip(u':'));
    const int second = in.number(2, 2);
    const QTime time(hour, minute, second);
    if (!in.isGood() || !in.isDone() || !time.isValid())
        return std::nullopt;
    return time;
}

/// 1 to 12; 0 for no month.
int monthOf(const QByteArray &name)
{
    static constexpr std::array<const char *, 12> names{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (name == names[i])
            return static_cast<int>(i) + 1;
    }
    return 0;
}

/// A number of \a least to \a most digits that is all of \a text.
std::optional<int> wholeNumber(const QByteArray &text, int least, int most)
{
    const QString wide = QString::fromLatin1(text);
    Scanner in(wide);
    const int value = in.number(least, most);
    if (!in.isGood() || !in.isDone())
        return std::nullopt;
    return value;
}

std::optional<QDateTime> httpDate(const QByteArray &year, const QByteArray &month, const QByteArray &day, const QByteArray &time)
{
    const std::optional<int> dayNumber = wholeNumber(day, 1, 2);
    const std::optional<QTime> clock = clockTime(time);
    std::optional<int> yearNumber = wholeNumber(year, 4, 4);
    if (!yearNumber && (yearNumber = wholeNumber(year, 2, 2)))
        *yearNumber += *yearNumber < 70 ? 2000 : 1900;
    if (!yearNumber || !dayNumber || !clock)
        return std::nullopt;
    return utc(QDate(*yearNumber, monthOf(month), *dayNumber), *clock);
}

} // namespace

std::optional<QDateTime> parseTime(QStringView text, bool *zoneAssumed)
{
    Scanner in(text);
    const int year = in.number(4, 4);
    in.need(in.skip(u'-'));
    const int month = in.number(1, 2);
    in.need(in.skip(u'-'));
    const int day = in.number(1, 2);
    in.need(in.skip(u'T') || in.skip(u' '));
    const int hour = in.number(1, 2);
    in.need(in.skip(u':'));
    const int minute = in.number(1, 2);
    int second = 0;
    int millisecond = 0;
    if (in.skip(u':')) {
        second = in.number(1, 2);
        if (in.skip(u'.'))
            millisecond = fraction(&in);
    }
    const std::optional<int> offset = zone(&in);
    if (!in.isGood() || !in.isDone())
        return std::nullopt;
    const std::optional<QDateTime> local = utc(QDate(year, month, day), QTime(hour, minute, second, millisecond));
    if (!local)
        return std::nullopt;
    if (zoneAssumed)
        *zoneAssumed = !offset;
    return local->addSecs(-offset.value_or(0));
}

std::optional<QDateTime> parseHttpDate(QByteArrayView text)
{
    // "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994": without their marks the
    // first two are one form. The day of the week says nothing new and is not looked at.
    QByteArray plain = text.toByteArray();
    plain.replace(',', ' ').replace('-', ' ');
    const QByteArrayList words = plain.simplified().split(' ');
    if (words.size() == 6 && words.at(5) == "GMT")
        return httpDate(words.at(3), words.at(2), words.at(1), words.at(4));
    if (words.size() == 5)
        return httpDate(words.at(4), words.at(1), words.at(2), words.at(3));
    return std::nullopt;
}

QString filterTime(const QDateTime &time) { return time.toUTC().toString(u"yyyy-MM-dd'T'HH:mm:ss"); }

} // namespace net
