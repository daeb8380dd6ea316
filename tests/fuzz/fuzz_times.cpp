// Readers: net/times.cpp

#include "fuzz/fuzz.h"
#include "net/times.h"

#include <QLocale>

#include <cstdlib>

using fuzz::claim;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const QString text = QString::fromUtf8(bytes);

    bool zoneAssumed = false;
    if (const auto time = net::parseTime(text, &zoneAssumed)) {
        claim(time->isValid() && time->timeSpec() == Qt::UTC, "a time is a moment, in UTC");
        claim(net::parseTime(text) == time, "whoever does not ask for the zone gets the same");
        const QString digits = text.mid(10);
        claim(zoneAssumed != (digits.contains(u'Z') || digits.contains(u'+') || digits.contains(u'-')),
              "a zone is assumed where none is named");
        const QString filter = net::filterTime(*time);
        // A zone may carry it into the year 0 or 10000, which no filter can say.
        if (time->date().year() > 0 && time->date().year() < 10'000) {
            const auto again = net::parseTime(filter);
            claim(again && again->toSecsSinceEpoch() == time->addMSecs(-time->time().msec()).toSecsSinceEpoch(),
                  "a filter's time is the time, to the second");
        }
        // Qt knows the padded form too, and rounds what it cannot keep.
        if (const QDateTime qt = QDateTime::fromString(text, Qt::ISODateWithMs); qt.isValid() && text.endsWith(u'Z'))
            claim(std::llabs(qt.msecsTo(*time)) <= 1, "Qt reads the same moment");
    }
    if (const auto date = net::parseHttpDate(bytes)) {
        claim(date->isValid() && date->timeSpec() == Qt::UTC, "a Date is a moment, in UTC");
        claim(date->time().msec() == 0, "a Date has whole seconds");
        const QByteArray written = QLocale::c().toString(*date, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'")).toLatin1();
        claim(net::parseHttpDate(written) == date, "a Date written out is the same");
    }
    return 0;
}
