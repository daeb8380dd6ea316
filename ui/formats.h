#pragma once

#include <QDateTime>
#include <QLocale>
#include <QString>
#include <QTimeZone>

/// Values as text, in the language of QLocale() and of the installed translator (context "Formats").
namespace ui::formats {

/// Text from outside made safe for one line: control characters as their pictures, line ends as ␤, and text that holds
/// right-to-left or direction characters isolated (FSI … PDI).
QString plain(const QString &serverText);
/// The same, but line ends stay line ends and tabs stay tabs: for the server's words in a message.
QString plainLines(const QString &serverText);

/// "2026-11-22 14:32", with seconds "2026-11-22 14:32:08"; an invalid time is "—".
QString time(const QDateTime &utc, const QTimeZone &zone, bool seconds = false);
/// "14:32:08" or "14:32".
QString clock(const QDateTime &utc, const QTimeZone &zone, bool seconds = true);
/// "2026-11-22 14:32:08 UTC+8 · 12 s ago".
QString timeInFull(const QDateTime &utc, const QTimeZone &zone, const QDateTime &nowUtc);
/// "UTC+8", "UTC+5:30", "UTC" for the zone at that moment (now, when none is given).
QString zoneName(const QTimeZone &zone, const QDateTime &at = {});

/// "12 s", "4 min", "31 h" (to 48 h), "5 d": for columns.
QString age(qint64 seconds);
/// The same with "ago".
QString ago(qint64 seconds);
/// "0:52", "41:55", "3:07:10": for columns.
QString duration(qint64 seconds);
/// "2 min 6 s": for sentences.
QString durationInWords(qint64 seconds);

/// The rule of a schedule (FREQ, BYDAY, BYHOUR, BYMINUTE of iCalendar) as "Mon, Thu 02:00, 14:00" or "every day 02:00", in
/// the days of \a of; \a everyDay is the word for FREQ=DAILY. A rule of another form comes back as it is. Pure. The
/// service does not say of which zone its times are.
QString schedule(const QString &rule, const QLocale &of, const QString &everyDay);
QString schedule(const QString &rule); ///< in the current language

/// Megabytes of the API as "38.2 GB" below 100 GB, "613 GB" above, "40 MB" below a tenth of a GB; negative is "—".
QString sizeMb(qint64 megabytes);
/// "62 %".
QString percent(int value);
/// "3,000".
QString number(qint64 value);
/// "60 / 64 bytes".
QString bytes(int used, int allowed);

/// A UUID (with or without hyphens) as its first 8 and last 4 characters; anything else as it is.
QString shortId(const QString &id);
/// "—": the value does not apply.
QString none();

} // namespace ui::formats
