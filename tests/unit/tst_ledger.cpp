#include "models/ledger.h"
#include "support/fakenetwork.h"
#include "support/tamper.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using models::Ledger;
using models::LedgerContents;
using models::LedgerEntry;
using models::LedgerFile;
using models::LedgerReport;
using models::LedgerSeal;
using models::Operation;
using models::OperationPart;
using Access = LedgerReport::Access;
using State = Operation::State;
using Trust = LedgerReport::Trust;

namespace {

const QDateTime began = QDateTime::fromString(u"2026-11-22T06:32:08.000Z"_s, Qt::ISODateWithMs);

/// An operation with everything in it that is kept.
Operation full()
{
    Operation operation;
    operation.id = 7;
    operation.draft.verb = &net::verbs::replicatePolicy;
    operation.draft.scope = test::scope;
    operation.draft.target = {{u"x"_s, u"y"_s}};
    operation.draft.values = {{u"policy_id"_s, u"pol"_s}, {u"destination_region"_s, u"cn-east-3"_s}};
    operation.targetName = u"每日 'daily'"_s;
    operation.targetDetail = u"erp"_s;
    operation.sizeMb = 40960;
    operation.queue = 3;
    operation.by = u"admin"_s;
    operation.state = State::PartlyFailed;
    operation.began = began;
    operation.ended = began.addSecs(60);
    operation.dated = false;
    OperationPart good, bad;
    good.id = u"r1"_s;
    good.backupId = u"i1"_s;
    good.name = u"b1"_s;
    good.server = u"s1"_s;
    good.sizeMb = 10;
    good.plan = OperationPart::Plan::Sure;
    good.final = true;
    good.word = u"success"_s;
    good.madeId = u"m1"_s;
    good.check = OperationPart::Check::Exists;
    good.began = began;
    good.ended = began.addSecs(30);
    bad = good;
    bad.id = u"r2"_s;
    bad.failed = true;
    bad.word = u"fail"_s;
    bad.progress = 62;
    bad.code = u"BMS.0001"_s;
    bad.reason = u"no room"_s;
    bad.check = OperationPart::Check::None;
    operation.parts = {good, bad};
    operation.jobId = u"j1"_s;
    net::Job part;
    part.id = u"j2"_s;
    part.type = u"t"_s;
    part.status = net::Job::Status::Fail;
    part.statusWord = u"FAIL"_s;
    part.errorCode = u"EVS.5400"_s;
    net::Job job;
    job.id = u"j1"_s;
    job.status = net::Job::Status::Success;
    job.statusWord = u"SUCCESS"_s;
    job.entities = {{u"server_group_id"_s, u"g1"_s}};
    job.subJobs = {part};
    operation.job = job;
    operation.madeId = u"g1"_s;
    operation.error = net::ApiError{.kind = net::ErrorKind::Busy,
                                    .effect = net::Effect::Refused,
                                    .httpStatus = 429,
                                    .code = u"APIG.0308"_s,
                                    .detail = u"limit"_s,
                                    .requestId = u"q1"_s,
                                    .endpoint = u"csbs"_s,
                                    .retryAfter = 3,
                                    .clockSkew = -2};
    operation.looks = 2;
    operation.candidates = 1;
    operation.requestId = u"q1"_s;
    operation.unread = true;
    operation.declared = u"seen in the console"_s;
    return operation;
}

LedgerEntry entry(quint64 operation, State state, const QJsonObject &body = {},
                  LedgerEntry::Kind kind = LedgerEntry::Kind::Entered)
{
    return {.operation = operation, .at = began, .kind = kind, .state = state, .detail = u"d"_s, .body = body};
}

/// What a write leaves in the ledger up to \a last: queued, prepared, sent, accepted.
QList<LedgerEntry> upTo(quint64 id, State last)
{
    QJsonObject order = models::toJson(full());
    QList<LedgerEntry> entries;
    for (const State state : {State::Queued, State::Prepared, State::Sent, State::Accepted}) {
        entries.append(entry(id, state, order));
        order = {};
        if (state == last)
            break;
    }
    return entries;
}

struct Folder
{
    QTemporaryDir dir;
    QString path = dir.filePath(u"ledger/own.sqlite"_s);

    /// What the file says after these have been written.
    LedgerSeal write(const QList<LedgerEntry> &entries, const QString &owner = u"me"_s) const
    {
        LedgerFile file(path, owner);
        if (file.open().report.access != Access::Writable)
            return {};
        return file.append(entries).value_or(LedgerSeal{});
    }
    LedgerContents read(const QString &owner = u"me"_s) const { return LedgerFile(path, owner).open(); }
    LedgerContents read(const LedgerSeal &kept) const
    {
        LedgerFile file(path, u"me"_s);
        LedgerContents contents = file.open();
        contents.report = LedgerFile::check(contents.report, file.hashes(), kept);
        return contents;
    }
    QByteArray bytes(const QString &suffix = {}) const
    {
        QFile file(path + suffix);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void put(const QByteArray &bytes, const QString &suffix = {}) const
    {
        QFile file(path + suffix);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    /// Runs a statement as somebody with a database tool would.
    void tamper(const QString &statement) const { test::tamper(path, statement); }
    QStringList copies(const QString &pattern) const { return QDir(dir.filePath(u"ledger"_s)).entryList({pattern}, QDir::Files); }
};

QList<State> states(const LedgerContents &contents)
{
    QList<State> all;
    for (const Operation &operation : contents.operations)
        all.append(operation.state);
    return all;
}

} // namespace

class TestLedger : public QObject
{
    Q_OBJECT

private slots:
    // ---- what an entry holds

    void everythingOfAnOperationComesBack()
    {
        const Operation before = full();
        const std::optional<Operation> after = models::operationFromJson(models::toJson(before));
        QVERIFY(after);
        QCOMPARE(models::toJson(*after), models::toJson(before));
        QCOMPARE(after->draft.verb, before.draft.verb);
        QCOMPARE(after->draft.scope, before.draft.scope);
        QCOMPARE(after->draft.values, before.draft.values);
        QCOMPARE(after->draft.target, before.draft.target);
        QCOMPARE(after->parts.size(), 2);
        QCOMPARE(after->parts.at(1).reason, u"no room"_s);
        QCOMPARE(after->parts.at(1).progress, std::optional(62));
        QVERIFY(after->parts.at(0).check == OperationPart::Check::Exists);
        QVERIFY(after->parts.at(0).plan == OperationPart::Plan::Sure);
        QCOMPARE(after->job, before.job);
        QCOMPARE(after->error, before.error);
        QCOMPARE(after->began, before.began);
        QCOMPARE(after->ended, before.ended);
        QCOMPARE(after->dated, false);
        QCOMPARE(after->unread, true);
        QCOMPARE(after->queue, 3u);
        QCOMPARE(after->declared, before.declared);
    }
    void theRequestStandsInItAsItWasSent()
    {
        const QJsonObject request = models::toJson(full())[u"request"_s].toObject();
        QCOMPARE(request[u"method"_s].toString(), u"POST"_s);
        QVERIFY(request[u"path"_s].toString().startsWith(u"/v1/p1/providers/"_s));
        QVERIFY(request[u"body"_s].toString().contains(u"\"policy_id\":\"pol\""_s));
    }
    void onlyWhatChangedIsWrittenAgain()
    {
        Operation operation = full();
        const QJsonObject before = models::toJson(operation);
        operation.parts[1].reason = u"other"_s;
        operation.unread = false;
        const QJsonObject changes = models::changesOf(before, models::toJson(operation));
        QCOMPARE(changes.keys(), QStringList({u"parts"_s, u"unread"_s}));
        QCOMPARE(changes[u"parts"_s].toObject().keys(), QStringList{u"1"_s});
        QJsonObject whole = before;
        models::apply(whole, changes);
        QCOMPARE(whole, models::toJson(operation));
    }
    void partsThatWentAreGone()
    {
        Operation operation = full();
        QJsonObject whole = models::toJson(operation);
        operation.parts.removeLast();
        models::apply(whole, models::changesOf(whole, models::toJson(operation)));
        QCOMPARE(whole, models::toJson(operation));
        QCOMPARE(models::operationFromJson(whole)->parts.size(), 1);
    }
    void anUnknownVerbIsNoOperation()
    {
        QJsonObject object = models::toJson(full());
        object.insert(u"verb"_s, u"fly"_s);
        QVERIFY(!models::operationFromJson(object));
        QVERIFY(!models::operationFromJson({}));
    }
    void onlyStepsOfTheTableMayBeTaken()
    {
        using enum Operation::State;
        QVERIFY(Operation::mayGo(Prepared, Sent));
        QVERIFY(Operation::mayGo(Sent, InDoubt));
        QVERIFY(Operation::mayGo(InDoubt, SettledNotDone));
        QVERIFY(!Operation::mayGo(InDoubt, Sent)); // nothing in doubt is ever sent again
        QVERIFY(!Operation::mayGo(Prepared, Accepted));
        QVERIFY(!Operation::mayGo(Refused, Queued));
        QVERIFY(!Operation::mayGo(SettledNotDone, Accepted));
        QVERIFY(!Operation::mayGo(Succeeded, Failed));
        int count = 0;
        for (int from = 0; from <= int(SettledNotDone); ++from) {
            for (int to = 0; to <= int(SettledNotDone); ++to)
                count += Operation::mayGo(State(from), State(to)) ? 1 : 0;
            QCOMPARE(Operation::stateOf(Operation::word(State(from))), std::optional(State(from)));
        }
        QCOMPARE(count, 23);
    }

    // ---- the file

    void whatWasWrittenIsThereAgain()
    {
        Folder folder;
        const LedgerSeal seal = folder.write(upTo(7, State::Accepted));
        QCOMPARE(seal.count, 4u);
        const LedgerContents contents = folder.read(seal);
        QCOMPARE(contents.report.access, Access::Writable);
        QCOMPARE(contents.report.trust, Trust::Sound);
        QCOMPARE(contents.operations.size(), 1);
        const Operation &operation = contents.operations.first();
        QCOMPARE(operation.id, 7u);
        QCOMPARE(operation.state, State::Accepted);
        QCOMPARE(operation.timeline.size(), 4);
        QCOMPARE(operation.timeline.at(2).state, State::Sent);
        QCOMPARE(operation.timeline.at(2).at, began);
        QCOMPARE(operation.timeline.at(2).detail, u"d"_s);
        QCOMPARE(models::toJson(operation), models::toJson(full()));
        QCOMPARE(contents.lastEntry, began);
        QCOMPARE(contents.seal, seal);
    }
    void notesAndLooksAreNoSteps()
    {
        Folder folder;
        QList<LedgerEntry> entries = upTo(7, State::Sent);
        entries.append(entry(7, State::InDoubt));
        entries.append(entry(7, State::InDoubt, {}, LedgerEntry::Kind::Looked));
        entries.append(entry(7, State::InDoubt, {{u"unread"_s, QJsonValue::Null}}, LedgerEntry::Kind::Noted));
        folder.write(entries);
        const Operation operation = folder.read().operations.first();
        QCOMPARE(operation.timeline.size(), 5);
        QVERIFY(operation.timeline.last().kind == Operation::Step::Kind::Looked);
        QVERIFY(!operation.unread);
    }
    void itIsSyncedAndKeptFromOthers()
    {
        Folder folder;
        folder.write(upTo(1, State::Prepared));
        QCOMPARE(QFile::permissions(folder.dir.filePath(u"ledger"_s)) & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
        QCOMPARE(folder.bytes().mid(18, 2), QByteArray("\2\2")); // read and write version: write-ahead log
    }
    void oneProcessWritesIt()
    {
        Folder folder;
        LedgerFile first(folder.path, u"me"_s);
        QCOMPARE(first.open().report.access, Access::Writable);
        QVERIFY(first.append(upTo(1, State::Sent)));
        LedgerFile second(folder.path, u"me"_s);
        const LedgerContents seen = second.open();
        QCOMPARE(seen.report.access, Access::Elsewhere);
        QCOMPARE(states(seen), {State::Sent});
        QVERIFY(!second.append(upTo(2, State::Sent)));
        QVERIFY(second.isElsewhere());
        QVERIFY(!second.hasGrown());
        QVERIFY(first.append({entry(1, State::Accepted)}));
        QVERIFY(second.hasGrown());
        QCOMPARE(states(second.open()), {State::Accepted});
    }
    void theLockEndsWithItsHolder()
    {
        Folder folder;
        LedgerFile second(folder.path, u"me"_s);
        {
            LedgerFile first(folder.path, u"me"_s);
            QCOMPARE(first.open().report.access, Access::Writable);
            QCOMPARE(second.open().report.access, Access::Elsewhere);
        }
        QVERIFY(!second.isElsewhere());
        QCOMPARE(second.open().report.access, Access::Writable);
    }

    // ---- trust

    void anEditedEntryShows_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::addColumn<quint64>("firstBad");
        const auto row = [](const char *name, const char *statement, quint64 firstBad) {
            QTest::newRow(name) << QString::fromLatin1(statement) << firstBad;
        };
        row("state", "UPDATE entries SET state = 'refused' WHERE number = 4", 4);
        row("body", "UPDATE entries SET body = '{\"name\":\"x\"}' WHERE number = 2", 2);
        row("time", "UPDATE entries SET at = '2026-11-22T06:32:09.000Z' WHERE number = 1", 1);
        row("operation", "UPDATE entries SET operation = 8 WHERE number = 3", 3);
        row("one taken out", "DELETE FROM entries WHERE number = 2", 3);
        row("texts flow over", "UPDATE entries SET kind = 'entere', state = 'dsent' WHERE number = 3", 3);
    }
    void anEditedEntryShows()
    {
        QFETCH(QString, statement);
        QFETCH(quint64, firstBad);
        Folder folder;
        const LedgerSeal seal = folder.write(upTo(7, State::Accepted));
        folder.tamper(statement);
        const LedgerReport report = folder.read(seal).report;
        QCOMPARE(report.trust, Trust::Edited);
        QCOMPARE(report.firstBad, firstBad);
        QVERIFY(report.aside.contains(u".edited-"_s));
        QVERIFY(folder.read(seal).report.aside.isEmpty()); // one copy is enough
        QCOMPARE(folder.copies(u"*.edited-*"_s).filter(QRegularExpression(u"[0-9]$"_s)).size(), 1);
    }
    void aCutEndShowsByTheSealOnly()
    {
        Folder folder;
        const LedgerSeal seal = folder.write(upTo(7, State::Accepted));
        folder.tamper(u"DELETE FROM entries WHERE number > 2"_s);
        QCOMPARE(folder.read().report.trust, Trust::Unknown);
        const LedgerReport report = folder.read(seal).report;
        QCOMPARE(report.trust, Trust::Cut);
        QCOMPARE(report.missing, 2u);
    }
    void aLedgerWrittenAnewShowsByTheSealOnly()
    {
        Folder folder;
        const LedgerSeal seal = folder.write(upTo(7, State::Accepted));
        QVERIFY(QFile::remove(folder.path));
        folder.write(upTo(8, State::Accepted));
        QCOMPARE(folder.read().report.trust, Trust::Unknown);
        QCOMPARE(folder.read(seal).report.trust, Trust::Edited);
    }
    void aSealThatIsBehindIsFine()
    {
        Folder folder;
        const LedgerSeal early = folder.write(upTo(7, State::Sent));
        folder.write({entry(7, State::Accepted)});
        QCOMPARE(folder.read(early).report.trust, Trust::Sound);
        QCOMPARE(folder.read(LedgerSeal{}).report.trust, Trust::Sound);
    }
    void theSealIsAText()
    {
        const LedgerSeal seal{.count = 42, .head = QByteArray(32, '\x9f')};
        QCOMPARE(LedgerSeal::fromText(seal.toText()), std::optional(seal));
        for (const char *wrong : {"", "42", "42:", "x:9f", ":9f9f", "42:zz"})
            QVERIFY2(!LedgerSeal::fromText(wrong), wrong);
    }

    // ---- damage

    void cutAtEveryLength()
    {
        Folder whole;
        QList<LedgerEntry> entries;
        for (quint64 id = 1; id <= 20; ++id)
            entries += upTo(id, State::Accepted);
        const LedgerSeal seal = whole.write(entries);
        const QByteArray bytes = whole.bytes();
        QVERIFY(bytes.size() > 20'000);
        for (qsizetype size = 0; size < bytes.size(); size += size < 200 ? 20 : 1'571) {
            Folder folder;
            QVERIFY(QDir().mkpath(folder.dir.filePath(u"ledger"_s)));
            folder.put(bytes.left(size));
            LedgerContents contents = folder.read(seal);
            QCOMPARE(contents.report.access, Access::Writable);
            QVERIFY2(!contents.report.isWhole(), qPrintable(QString::number(size)));
            QVERIFY2(size == 0 || !contents.report.aside.isEmpty(), qPrintable(QString::number(size)));
            if (size > 0) {
                QFile copy(contents.report.aside);
                QVERIFY(copy.open(QIODevice::ReadOnly));
                QCOMPARE(copy.readAll(), bytes.left(size));
            }
            if (size > 5 * 4096) // header, facts, the root of the entries and a leaf
                QVERIFY2(!contents.operations.isEmpty(), qPrintable(QString::number(size)));
            for (const Operation &operation : contents.operations) // what is there is as it was, or sent for all we know
                QVERIFY(operation.state == State::Accepted || operation.state == State::Sent);
            // It takes entries again, and the next start finds it sound.
            const LedgerSeal next = folder.write(upTo(99, State::Sent));
            QVERIFY(next.count > 0);
            if (contents.report.trust != Trust::Edited) // that one goes on saying so
                QCOMPARE(folder.read(next).report.trust, Trust::Sound);
        }
    }
    void aCutLogLosesOnlyWhatIsGone()
    {
        // Copied while it is open: nothing is in the file itself yet.
        Folder live;
        LedgerFile file(live.path, u"me"_s);
        QCOMPARE(file.open().report.access, Access::Writable);
        LedgerSeal seal;
        for (quint64 id = 1; id <= 5; ++id)
            seal = file.append(upTo(id, State::Sent)).value_or(LedgerSeal{});
        const QByteArray main = live.bytes(), log = live.bytes(u"-wal"_s);
        QVERIFY(log.size() > 5 * 4096);
        for (qsizetype size = 0; size <= log.size(); size += 2'053) {
            Folder folder;
            QVERIFY(QDir().mkpath(folder.dir.filePath(u"ledger"_s)));
            folder.put(main);
            folder.put(log.left(size), u"-wal"_s);
            const LedgerContents contents = folder.read(seal);
            QCOMPARE(contents.report.access, Access::Writable);
            QCOMPARE(contents.report.trust, Trust::Cut);
            QCOMPARE(contents.report.missing + contents.report.entries, seal.count);
        }
        // All of the log beside a file cut to nothing: nothing is lost.
        Folder folder;
        QVERIFY(QDir().mkpath(folder.dir.filePath(u"ledger"_s)));
        folder.put({});
        folder.put(log, u"-wal"_s);
        const LedgerContents contents = folder.read(seal);
        QCOMPARE(contents.operations.size(), 5);
        QVERIFY(!contents.report.aside.isEmpty());
    }
    void whatIsPresumedBesideACutFileStays()
    {
        Folder live;
        LedgerFile file(live.path, u"me"_s);
        QCOMPARE(file.open().report.access, Access::Writable);
        QVERIFY(file.append(upTo(1, State::Queued) + upTo(2, State::Prepared)));
        Folder folder;
        QVERIFY(QDir().mkpath(folder.dir.filePath(u"ledger"_s)));
        folder.put({});
        folder.put(live.bytes(u"-wal"_s), u"-wal"_s);
        for (int start = 0; start < 2; ++start) // the second finds nothing wrong any more
            QCOMPARE(states(folder.read()), QList<State>({State::Sent, State::Sent}));
        QCOMPARE(folder.copies(u"*.rescue*"_s), QStringList());
    }
    void aLogBesideACutFileOutlivesAFullDisk()
    {
        Folder live;
        LedgerFile file(live.path, u"me"_s);
        QCOMPARE(file.open().report.access, Access::Writable);
        for (quint64 id = 1; id <= 5; ++id)
            QVERIFY(file.append(upTo(id, State::Accepted)));
        const QByteArray log = live.bytes(u"-wal"_s);
        Folder folder;
        QVERIFY(QDir().mkpath(folder.dir.filePath(u"ledger"_s)));
        folder.put({});
        folder.put(log, u"-wal"_s);
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit before{};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
        for (const rlim_t room : {rlim_t(0), rlim_t(5000), static_cast<rlim_t>(log.size())}) {
            rlimit small = before;
            small.rlim_cur = room;
            QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
            const LedgerContents contents = folder.read();
            QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
            if (room < static_cast<rlim_t>(log.size()))
                QCOMPARE(contents.report.access, Access::Broken);
        }
        QCOMPARE(folder.read().operations.size(), 5);
    }
    void zeroesAndOtherFiles_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("zeroes") << QByteArray(40'000, '\0');
        QTest::newRow("text") << QByteArray(5'000, 'x');
        QTest::newRow("short") << QByteArray("SQLite format 3");
    }
    void zeroesAndOtherFiles()
    {
        QFETCH(QByteArray, bytes);
        Folder folder;
        QVERIFY(QDir().mkpath(folder.dir.filePath(u"ledger"_s)));
        folder.put(bytes);
        const LedgerContents contents = folder.read();
        QCOMPARE(contents.report.access, Access::Writable);
        QCOMPARE(contents.report.trust, Trust::Mended);
        QVERIFY(contents.operations.isEmpty());
        QFile copy(contents.report.aside);
        QVERIFY(copy.open(QIODevice::ReadOnly));
        QCOMPARE(copy.readAll(), bytes);
    }
    void flippedBits()
    {
        Folder whole;
        QList<LedgerEntry> entries;
        for (quint64 id = 1; id <= 12; ++id)
            entries += upTo(id, State::Accepted);
        const LedgerSeal seal = whole.write(entries);
        const QByteArray bytes = whole.bytes();
        int harmless = 0, seen = 0;
        for (qsizetype at = 16; at < bytes.size(); at += 331) {
            Folder folder;
            QVERIFY(QDir().mkpath(folder.dir.filePath(u"ledger"_s)));
            QByteArray flipped = bytes;
            flipped[at] = char(flipped[at] ^ 0x10);
            folder.put(flipped);
            const LedgerContents contents = folder.read(seal);
            QVERIFY2(contents.report.access == Access::Writable || contents.report.access == Access::Newer,
                     qPrintable(QString::number(at)));
            if (contents.report.trust == Trust::Sound && contents.report.access == Access::Writable) {
                ++harmless; // in room that nothing uses
                QCOMPARE(contents.operations.size(), 12);
                for (const Operation &operation : contents.operations)
                    QCOMPARE(models::toJson(operation), models::toJson(full()));
            } else {
                ++seen;
            }
        }
        QVERIFY(seen > 0);
        QVERIFY(harmless < seen);
    }
    void whatMayHaveBeenSentIsNotTakenForUnsent()
    {
        // The entries that said more are gone with the damage.
        Folder folder;
        folder.write(upTo(1, State::Queued) + upTo(2, State::Prepared) + upTo(3, State::Sent));
        QByteArray bytes = folder.bytes();
        bytes[28 + 3] = char(bytes[28 + 3] + 7); // the header says that the file was longer
        folder.put(bytes);
        const LedgerContents contents = folder.read();
        QCOMPARE(contents.report.trust, Trust::Mended);
        QCOMPARE(states(contents), QList<State>({State::Sent, State::Sent, State::Sent}));
        QCOMPARE(contents.operations.at(0).timeline.last().detail, u"presumed"_s);
        QCOMPARE(contents.operations.at(2).timeline.last().detail, u"d"_s);
    }
    void anotherProfilesFileIsSetAsideUnread()
    {
        Folder folder;
        folder.write(upTo(1, State::Sent), u"other"_s);
        const LedgerContents contents = folder.read(u"me"_s);
        QCOMPARE(contents.report.access, Access::Writable);
        QVERIFY(contents.operations.isEmpty());
        QVERIFY(contents.report.aside.contains(u".foreign-"_s));
        QCOMPARE(states(LedgerFile(contents.report.aside, u"other"_s).open()), {State::Sent}); // whole
    }
    void aLaterVersionIsShownAndLeftAlone()
    {
        Folder folder;
        folder.write(upTo(1, State::Sent));
        folder.tamper(u"PRAGMA user_version = 99"_s);
        const QByteArray before = folder.bytes();
        LedgerFile file(folder.path, u"me"_s);
        const LedgerContents contents = file.open();
        QCOMPARE(contents.report.access, Access::Newer);
        QCOMPARE(states(contents), {State::Sent});
        QVERIFY(!file.append(upTo(2, State::Sent)));
        QCOMPARE(folder.bytes(), before);
        QVERIFY(folder.copies(u"*.damaged*"_s).isEmpty());
    }
    void mendingIsFinishedWhenItWasInterrupted()
    {
        Folder folder;
        folder.write(upTo(1, State::Sent));
        QVERIFY(QFile::rename(folder.path, folder.path + u".mended"_s)); // it was about to get its name
        folder.put("not a database, and about to be removed", u"-wal"_s);
        const LedgerContents contents = folder.read();
        QCOMPARE(contents.report.access, Access::Writable);
        QCOMPARE(states(contents), {State::Sent});
        // One that was still being made counts for nothing.
        folder.put("half a file", u".mending"_s);
        QCOMPARE(states(folder.read()), {State::Sent});
    }
    void nonsenseInAnEntryLeavesTheOthers()
    {
        Folder folder;
        folder.write(upTo(1, State::Sent) + upTo(2, State::Sent));
        folder.tamper(u"UPDATE entries SET body = 'not json' WHERE number = 1"_s);
        const LedgerContents contents = folder.read();
        QCOMPARE(contents.operations.size(), 1);
        QCOMPARE(contents.report.unreadable, 1u);
        QCOMPARE(contents.report.trust, Trust::Edited);
    }

    // ---- the system says no

    void aFolderThatCannotBeWrittenIsTold()
    {
        Folder folder;
        QFile::remove(folder.dir.filePath(u"ledger"_s));
        QFile blocker(folder.dir.filePath(u"ledger"_s)); // a file where the folder should be
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        const LedgerContents contents = folder.read();
        QCOMPARE(contents.report.access, Access::Broken);
        QVERIFY(!contents.report.problem.isEmpty());
    }
    void aFullDiskRefusesAndLosesNothing()
    {
        Folder folder;
        LedgerFile file(folder.path, u"me"_s);
        QCOMPARE(file.open().report.access, Access::Writable);
        QVERIFY(file.append(upTo(1, State::Sent)));
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit before{};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
        rlimit small = before;
        small.rlim_cur = 16'000;
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
        QString problem;
        for (quint64 id = 2; id < 50 && problem.isEmpty(); ++id) {
            const auto outcome = file.append(upTo(id, State::Accepted));
            problem = outcome ? QString() : outcome.error();
        }
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
        QVERIFY(!problem.isEmpty());
        const auto seal = file.append(upTo(60, State::Sent)); // there is room again
        QVERIFY(seal);
        const LedgerContents contents = folder.read(*seal);
        QCOMPARE(contents.report.access, Access::Elsewhere);
        QCOMPARE(contents.operations.first().state, State::Sent);
        QCOMPARE(contents.operations.last().id, 60u);
    }

    // ---- on its own thread

    void itTellsWhenAnEntryIsDurable()
    {
        Folder folder;
        Ledger ledger(folder.path, u"me"_s);
        QSignalSpy opened(&ledger, &Ledger::opened);
        QSignalSpy sealed(&ledger, &Ledger::sealed);
        ledger.setSeal({});
        QTRY_COMPARE(opened.size(), 1);
        QVERIFY(ledger.isWritable());
        QStringList told;
        ledger.append(upTo(1, State::Sent), this, [&](const QString &problem) { told.append(u"1"_s + problem); });
        ledger.keep(upTo(2, State::Sent), this, [&](const QString &problem) { told.append(u"2"_s + problem); });
        QVERIFY(told.isEmpty()); // never at once
        QTRY_COMPARE(told, QStringList({u"1"_s, u"2"_s}));
        QCOMPARE(sealed.last().first().value<LedgerSeal>().count, 6u);
    }
    void itOpensWithoutASealAfterAWhileAndComparesALateOne()
    {
        Folder folder;
        folder.write(upTo(1, State::Accepted));
        Ledger ledger(folder.path, u"me"_s);
        ledger.open(std::chrono::milliseconds(1));
        QTRY_VERIFY(ledger.isWritable());
        QCOMPARE(ledger.report().trust, Trust::Unknown);
        ledger.setSeal(LedgerSeal{.count = 9, .head = QByteArray(32, 'x')});
        QTRY_COMPARE(ledger.report().trust, Trust::Cut);
        QCOMPARE(ledger.report().missing, 5u);
    }
    void whatCannotBeWrittenIsToldAndTriedAgain()
    {
        Folder folder;
        Ledger ledger(folder.path, u"me"_s);
        ledger.setPace(std::chrono::milliseconds(20));
        ledger.setSeal({});
        QTRY_VERIFY(ledger.isWritable());
        folder.tamper(u"CREATE TRIGGER full BEFORE INSERT ON entries BEGIN SELECT RAISE(ABORT, 'no room'); END"_s);
        QStringList once, kept;
        ledger.keep(upTo(1, State::Prepared), this, [&](const QString &problem) { kept.append(problem); });
        ledger.append(upTo(2, State::Prepared), this, [&](const QString &problem) { once.append(problem); });
        QTRY_VERIFY(kept.size() >= 2 && once.size() == 1);
        QVERIFY(once.first().contains(u"no room"_s));
        QVERIFY(ledger.problem().contains(u"no room"_s));
        folder.tamper(u"DROP TRIGGER full"_s);
        QTRY_VERIFY(kept.last().isEmpty());
        QVERIFY(ledger.problem().isEmpty());
        QCOMPARE(once.size(), 1);
        QTRY_COMPARE(LedgerFile(folder.path, u"me"_s).open().operations.size(), 1); // the other one was given up
    }
    void aSecondWindowTakesOverWhenTheFirstCloses()
    {
        Folder folder;
        auto first = std::make_unique<Ledger>(folder.path, u"me"_s);
        first->setSeal({});
        QTRY_VERIFY(first->isWritable());
        Ledger second(folder.path, u"me"_s);
        second.setPace(std::chrono::milliseconds(20));
        QSignalSpy opened(&second, &Ledger::opened);
        second.setSeal({});
        QTRY_COMPARE(second.report().access, Access::Elsewhere);
        first->append(upTo(1, State::Sent), this, {});
        QTRY_VERIFY(opened.size() >= 2); // it shows what the first one writes
        QCOMPARE(states(opened.last().first().value<LedgerContents>()), {State::Sent});
        first.reset();
        QTRY_VERIFY(second.isWritable());
    }
    void theEndWaitsForWhatWasHandedOver()
    {
        Folder folder;
        {
            Ledger ledger(folder.path, u"me"_s);
            ledger.setSeal({});
            QTRY_VERIFY(ledger.isWritable());
            for (quint64 id = 1; id <= 30; ++id)
                ledger.keep(upTo(id, State::Sent), this, {});
        }
        QCOMPARE(folder.read().operations.size(), 30);
    }
};

QTEST_GUILESS_MAIN(TestLedger)
#include "tst_ledger.moc"
