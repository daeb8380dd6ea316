// Readers: models/ledgerentry.cpp

#include "fuzz/fuzz.h"
#include "models/ledgerfile.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using fuzz::claim;
using models::LedgerReport;

namespace {

/// What is known after each line: every entry brings what has become known since the one before.
void checkEntries(const QByteArray &bytes)
{
    QJsonObject whole, before;
    const QList<QByteArray> lines = bytes.split('\n');
    for (const QByteArray &line : lines) {
        const QJsonDocument entry = QJsonDocument::fromJson(line);
        if (!entry.isObject())
            continue;
        models::apply(whole, entry.object());
        const std::optional<models::Operation> read = models::operationFromJson(whole);
        if (!read)
            continue;
        claim(read->draft.verb && !read->draft.scope.isEmpty() && read->began.isValid(), "what must be there is");
        for (const models::OperationPart &part : read->parts)
            claim(!part.progress || (*part.progress >= 0 && *part.progress <= 100), "progress is a percentage");
        const QJsonObject written = models::toJson(*read);
        const std::optional<models::Operation> again = models::operationFromJson(written);
        claim(again && models::toJson(*again) == written, "what was written is read the same");
        QJsonObject replayed = before;
        models::apply(replayed, models::changesOf(before, written));
        claim(replayed == written, "the changes lead from the one to the other");
        // As it stands on disk.
        const QByteArray text = QJsonDocument(models::changesOf(before, written)).toJson(QJsonDocument::Compact);
        claim(QJsonDocument::fromJson(text).isObject(), "an entry is an object");
        before = written;
    }
}

/// A whole ledger, whatever happened to its file.
void checkFile(const QByteArray &bytes)
{
    static const QTemporaryDir folder(QDir(u"/dev/shm"_s).exists() ? u"/dev/shm/ballast-fuzz-XXXXXX"_s
                                                                   : QDir::tempPath() + u"/ballast-fuzz-XXXXXX"_s);
    static quint64 number = 0;
    const QString own = folder.filePath(QString::number(++number));
    const QString path = own + u"/ledger.sqlite"_s;
    QFile file(path);
    claim(folder.isValid() && QDir().mkpath(own) && file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size(),
          "there is room to write");
    file.close();
    {
        models::LedgerFile ledger(path, u"fuzz"_s);
        const models::LedgerContents found = ledger.open();
        const LedgerReport &report = found.report;
        claim(report.access != LedgerReport::Access::Opening && report.access != LedgerReport::Access::Elsewhere,
              "a ledger is open or cannot be opened");
        claim(report.access != LedgerReport::Access::Broken || !report.problem.isEmpty(), "what cannot be opened says why");
        if (report.access == LedgerReport::Access::Writable) {
            claim(report.trust != LedgerReport::Trust::Mended || bytes.isEmpty() || QFile::exists(report.aside),
                  "what was found is kept");
            const models::LedgerEntry entry{.operation = 1, .at = QDateTime::fromSecsSinceEpoch(1'700'000'000, Qt::UTC)};
            claim(ledger.append({entry}).has_value(), "an open ledger takes an entry");
            const models::LedgerContents again = ledger.open();
            claim(again.report.access == LedgerReport::Access::Writable && again.report.entries == report.entries + 1,
                  "it is opened again with that entry");
            claim(again.report.trust != LedgerReport::Trust::Mended, "what was mended is sound");
        }
    }
    QDir(own).removeRecursively();
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    if (const auto seal = models::LedgerSeal::fromText(bytes))
        claim(models::LedgerSeal::fromText(seal->toText()) == seal, "a seal is read as it was written");
    if (bytes.startsWith("SQLite format 3"))
        checkFile(bytes);
    else
        checkEntries(bytes);
    return 0;
}
