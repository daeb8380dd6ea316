#include "ui/formats.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace ui::formats {

namespace {

struct Formats
{
    Q_DECLARE_TR_FUNCTIONS(Formats)
};

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

// The C locale, which tests and servers run in, leaves out the group separator.
QLocale locale()
{
    const QLocale current;
    return current.language() == QLocale::C ? QLocale(QLocale::English, QLocale::UnitedStates) : current;
}

bool isDirectional(QChar c)
{
    switch (c.direction()) {
    case QChar::DirR:
    case QChar::DirAL:
    case QChar::DirAN:
    case QChar::DirLRE:
    case QChar::DirLRO:
    case QChar::DirRLE:
    case QChar::DirRLO:
    case QChar::DirPDF:
    case QChar::DirLRI:
    case QChar::DirRLI:
    case QChar::DirFSI:
    case QChar::DirPDI:
        return true;
    default:
        return c == QChar(0x200e) || c == QChar(0x200f) || c == QChar(0x061c);
    }
}

// Right-to-left scripts beyond the first plane (Adlam, Old South Arabian …) start with these high surrogates.
bool isDirectionalSurrogate(QChar c)
{
    return c == QChar(0xd802) || c == QChar(0xd803) || c == QChar(0xd83a) || c == QChar(0xd83b);
}

QString safe(const QString &text, bool oneLine)
{
    const auto needsCare = [](QChar c) {
        return c.unicode() < 0x20 || (c.unicode() >= 0x7f && c.unicode() < 0xa0) || c == QChar::LineSeparator ||
               c == QChar::ParagraphSeparator || isDirectional(c) || isDirectionalSurrogate(c);
    };
    if (std::none_of(text.cbegin(), text.cend(), needsCare))
        return text;

    QString out;
    out.reserve(text.size() + 2);
    bool directional = false;
    int open = 0; // embeddings and isolates that the text opens and does not close would swallow our own PDI
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const char16_t u = c.unicode();
        const bool lineEnd = u == '\n' || u == '\r' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator || u == 0x85;
        if (lineEnd) {
            if (u == '\r' && i + 1 < text.size() && text.at(i + 1) == u'\n')
                ++i;
            out += oneLine ? QChar(0x2424) : QChar(u'\n');
        } else if (u == '\t' && !oneLine) {
            out += c;
        } else if (u < 0x20) {
            out += QChar(char16_t(0x2400 + u));
        } else if (u == 0x7f) {
            out += QChar(0x2421);
        } else if (u > 0x7f && u < 0xa0) {
            out += QChar::ReplacementCharacter;
        } else {
            directional = directional || isDirectional(c) || isDirectionalSurrogate(c);
            switch (c.direction()) {
            case QChar::DirLRI:
            case QChar::DirRLI:
            case QChar::DirFSI:
                ++open;
                break;
            case QChar::DirPDI:
                if (open == 0)
                    continue; // it would close our isolation
                --open;
                break;
            default:
                break;
            }
            out += c;
        }
    }
    if (!directional)
        return out;
    return QChar(0x2068) + out + QString(open + 1, QChar(0x2069)); // PDI closes embeddings within it as well
}

} // namespace

QString plain(const QString &serverText) { return safe(serverText, true); }

QString plainLines(const QString &serverText) { return safe(serverText, false); }

QString time(const QDateTime &utc, const QTimeZone &zone, bool seconds)
{
    if (!utc.isValid())
        return none();
    return utc.toTimeZone(zone).toString(seconds ? u"yyyy-MM-dd HH:mm:ss"_s : u"yyyy-MM-dd HH:mm"_s);
}

QString clock(const QDateTime &utc, const QTimeZone &zone, bool seconds)
{
    if (!utc.isValid())
        return none();
    return utc.toTimeZone(zone).toString(seconds ? u"HH:mm:ss"_s : u"HH:mm"_s);
}

QString timeInFull(const QDateTime &utc, const QTimeZone &zone, const QDateTime &nowUtc)
{
    if (!utc.isValid())
        return none();
    const QString when = time(utc, zone, true) + u' ' + zoneName(zone, utc);
    return utc > nowUtc ? when : when + u" · "_s + ago(utc.secsTo(nowUtc));
}

QString zoneName(const QTimeZone &zone, const QDateTime &at)
{
    const int offset = zone.isValid() ? zone.offsetFromUtc(at.isValid() ? at : QDateTime::currentDateTimeUtc()) : 0;
    if (offset == 0)
        return u"UTC"_s;
    const int minutes = std::abs(offset) / 60;
    QString name = u"UTC"_s + (offset < 0 ? u'-' : u'+') + QString::number(minutes / 60);
    if (minutes % 60)
        name += u":%1"_s.arg(minutes % 60, 2, 10, QChar(u'0'));
    return name;
}

QString age(qint64 seconds)
{
    seconds = std::max<qint64>(seconds, 0);
    if (seconds < minute) //: An age in a column, seconds. 中文：%1 秒
        return Formats::tr("%1 s").arg(seconds);
    if (seconds < hour) //: An age in a column, minutes. 中文：%1 分钟
        return Formats::tr("%1 min").arg(seconds / minute);
    if (seconds < 48 * hour) //: An age in a column, hours. 中文：%1 小时
        return Formats::tr("%1 h").arg(seconds / hour);
    //: An age in a column, days. 中文：%1 天
    return Formats::tr("%1 d").arg(number(seconds / day));
}

QString ago(qint64 seconds)
{
    seconds = std::max<qint64>(seconds, 0);
    if (seconds < minute) //: 中文：%1 秒前
        return Formats::tr("%1 s ago").arg(seconds);
    if (seconds < hour) //: 中文：%1 分钟前
        return Formats::tr("%1 min ago").arg(seconds / minute);
    if (seconds < 48 * hour) //: 中文：%1 小时前
        return Formats::tr("%1 h ago").arg(seconds / hour);
    //: 中文：%1 天前
    return Formats::tr("%1 d ago").arg(number(seconds / day));
}

QString duration(qint64 seconds)
{
    if (seconds < 0)
        return none();
    const auto two = [](qint64 value) { return u"%1"_s.arg(value, 2, 10, QChar(u'0')); };
    const QString rest = two(seconds % minute);
    if (seconds < hour)
        return QString::number(seconds / minute) + u':' + rest;
    return QString::number(seconds / hour) + u':' + two(seconds % hour / minute) + u':' + rest;
}

QString durationInWords(qint64 seconds)
{
    if (seconds < 0)
        return none();
    if (seconds < minute) //: A duration in a sentence. 中文：%1 秒
        return Formats::tr("%1 s").arg(seconds);
    if (seconds < hour) {
        if (seconds % minute == 0) //: A duration in a sentence. 中文：%1 分钟
            return Formats::tr("%1 min").arg(seconds / minute);
        //: A duration in a sentence. 中文：%1 分 %2 秒
        return Formats::tr("%1 min %2 s").arg(seconds / minute).arg(seconds % minute);
    }
    if (seconds < 48 * hour) {
        if (seconds % hour < minute) //: A duration in a sentence. 中文：%1 小时
            return Formats::tr("%1 h").arg(seconds / hour);
        //: A duration in a sentence. 中文：%1 小时 %2 分
        return Formats::tr("%1 h %2 min").arg(seconds / hour).arg(seconds % hour / minute);
    }
    if (seconds % day < hour) //: A duration in a sentence. 中文：%1 天
        return Formats::tr("%1 d").arg(seconds / day);
    //: A duration in a sentence. 中文：%1 天 %2 小时
    return Formats::tr("%1 d %2 h").arg(seconds / day).arg(seconds % day / hour);
}

QString schedule(const QString &rule, const QLocale &of, const QString &everyDay)
{
    static constexpr std::array days{"MO"_L1, "TU"_L1, "WE"_L1, "TH"_L1, "FR"_L1, "SA"_L1, "SU"_L1};
    QString frequency;
    QStringList named, hours, minutes;
    for (const QString &part : rule.split(u';', Qt::SkipEmptyParts)) {
        const QString value = part.section(u'=', 1);
        const QStringList values = value.split(u',', Qt::SkipEmptyParts);
        const QString key = part.section(u'=', 0, 0).trimmed().toUpper();
        if (key == "FREQ"_L1) {
            frequency = value.trimmed().toUpper();
        } else if (key == "BYHOUR"_L1) {
            hours = values;
        } else if (key == "BYMINUTE"_L1) {
            minutes = values;
        } else if (key == "BYDAY"_L1) {
            for (const QString &byDay : values) {
                const auto *at = std::ranges::find(days, QLatin1StringView(byDay.trimmed().toLatin1()));
                if (at == days.end())
                    return plain(rule);
                named.append(of.dayName(int(at - days.begin()) + 1, QLocale::ShortFormat));
            }
        }
    }
    if (minutes.isEmpty())
        minutes = {u"0"_s};
    QStringList times;
    for (const QString &byHour : std::as_const(hours)) {
        for (const QString &byMinute : std::as_const(minutes)) {
            bool isHour = false, isMinute = false;
            const QTime time(byHour.trimmed().toInt(&isHour), byMinute.trimmed().toInt(&isMinute));
            if (!isHour || !isMinute || !time.isValid())
                return plain(rule);
            times.append(time.toString(u"hh:mm"_s));
        }
    }
    const bool daily = frequency == "DAILY"_L1 || (frequency == "WEEKLY"_L1 && named.size() == int(days.size()));
    if (times.isEmpty() || (!daily && (frequency != "WEEKLY"_L1 || named.isEmpty())))
        return plain(rule);
    return (daily ? everyDay : named.join(u", "_s)) + u' ' + times.join(u", "_s);
}

QString schedule(const QString &rule)
{
    return schedule(rule, locale(), Formats::tr("every day")); //: Of a schedule. 中文：每天
}

QString sizeMb(qint64 megabytes)
{
    if (megabytes < 0)
        return none();
    if (megabytes == 0)
        return u"0 GB"_s;
    if (megabytes < 103) // "0.1 GB" begins at 102.4
        return number(megabytes) + u" MB"_s;
    const double gigabytes = double(megabytes) / 1024.0;
    if (gigabytes < 99.95)
        return locale().toString(gigabytes, 'f', 1) + u" GB"_s;
    return number(qRound64(gigabytes)) + u" GB"_s;
}

QString percent(int value) { return QString::number(value) + u" %"_s; }

QString number(qint64 value) { return locale().toString(value); }

QString bytes(int used, int allowed)
{
    //: Under a field: bytes used of bytes allowed. 中文：%1 / %2 字节
    return Formats::tr("%1 / %2 bytes").arg(used).arg(allowed);
}

QString shortId(const QString &id)
{
    if (id.size() != 36 && id.size() != 32)
        return id;
    const bool hyphens = id.size() == 36;
    for (qsizetype i = 0; i < id.size(); ++i) {
        const bool hyphen = hyphens && (i == 8 || i == 13 || i == 18 || i == 23);
        const char16_t c = id.at(i).unicode();
        const bool hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        if (hyphen ? c != '-' : !hex)
            return id;
    }
    return id.left(8) + QChar(0x2026) + id.right(4);
}

QString none() { return QString(QChar(0x2014)); }

} // namespace ui::formats
