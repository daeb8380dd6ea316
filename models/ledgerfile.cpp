#include "models/ledgerfile.h"

#include "models/privatefolder.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>
#include <QtEndian>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <sys/file.h>

using namespace Qt::StringLiterals;

namespace models {

namespace {

constexpr int applicationId = 0x42414C4C; // "BALL"
constexpr quint64 mostRescued = 1'000'000;
constexpr qint64 leastFile = 512, leastLog = 32, pageSize = 4096; ///< bytes

// What a damaged or foreign file answers; everything else is the disk's or the system's trouble, and mending would not help.
constexpr int sqliteCorrupt = 11, sqliteNotADatabase = 26;
constexpr int sqliteError = 1; // a statement that does not fit the file, such as for a table that is not there

/// One step per version of the schema, the first one from nothing.
const QList<QStringList> &migrations()
{
    static const QList<QStringList> steps{
        {u"CREATE TABLE facts(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID"_s,
         u"CREATE TABLE entries(number INTEGER PRIMARY KEY, operation INTEGER NOT NULL, at TEXT NOT NULL, "
         "kind TEXT NOT NULL, state TEXT NOT NULL, detail TEXT NOT NULL, body TEXT NOT NULL, hash BLOB NOT NULL)"_s}};
    return steps;
}

QString stamp() { return QDateTime::currentDateTimeUtc().toString(u"yyyyMMddhhmmsszzz"_s); }

QString systemError() { return QString::fromLocal8Bit(std::strerror(errno)); }

} // namespace

/// An entry as it stands in the file.
struct LedgerFile::Row
{
    quint64 number = 0, operation = 0;
    QString at{}, kind{}, state{}, detail{}, body{};
    QByteArray hash{};

    QByteArray chained(const QByteArray &before) const
    {
        QCryptographicHash sum(QCryptographicHash::Sha256);
        const auto add = [&sum](const QByteArray &bytes) { // with its length, so that no text can flow into the next
            const quint64 size = qToBigEndian(static_cast<quint64>(bytes.size()));
            sum.addData(QByteArray(reinterpret_cast<const char *>(&size), sizeof size));
            sum.addData(bytes);
        };
        add(before);
        add(QByteArray::number(number));
        add(QByteArray::number(operation));
        for (const QString &text : {at, kind, state, detail, body})
            add(text.toUtf8());
        return sum.result();
    }
    static Row of(const QSqlQuery &query)
    {
        return {query.value(0).toULongLong(), query.value(1).toULongLong(), query.value(2).toString(),
                query.value(3).toString(),    query.value(4).toString(),    query.value(5).toString(),
                query.value(6).toString(),    query.value(7).toByteArray()};
    }
};

namespace {

QString columns() { return u"number, operation, at, kind, state, detail, body, hash"_s; }

/// Reads what the entries tell of. Operations whose entries make no sense are counted.
template <typename Rows> void fold(const Rows &rows, LedgerContents &into)
{
    struct Draft
    {
        QJsonObject whole{};
        QList<Operation::Step> timeline{};
        std::optional<Operation::State> state{};
        bool fine = true;
    };
    QMap<quint64, Draft> drafts;
    for (const auto &row : rows) {
        Draft &draft = drafts[row.operation];
        const auto kind = LedgerEntry::kindOf(row.kind);
        const auto state = Operation::stateOf(row.state);
        const QDateTime at = QDateTime::fromString(row.at, Qt::ISODateWithMs);
        const QJsonDocument body = QJsonDocument::fromJson(row.body.toUtf8());
        if (!kind || !state || !at.isValid() || !body.isObject()) {
            draft.fine = false;
            continue;
        }
        apply(draft.whole, body.object());
        draft.state = state;
        if (*kind != LedgerEntry::Kind::Noted)
            draft.timeline.append(
                {at, *state, row.detail,
                 *kind == LedgerEntry::Kind::Looked ? Operation::Step::Kind::Looked : Operation::Step::Kind::Entered});
    }
    for (const auto &[id, draft] : drafts.asKeyValueRange()) {
        std::optional<Operation> operation = operationFromJson(draft.whole);
        into.report.unreadable += operation && draft.fine ? 0 : 1;
        if (!operation || !draft.state)
            continue;
        operation->id = id;
        operation->state = *draft.state;
        operation->timeline = draft.timeline;
        into.operations.append(std::move(*operation));
        into.written.insert(id, draft.whole);
    }
}

} // namespace

QByteArray LedgerSeal::toText() const { return QByteArray::number(count) + ':' + head.toHex(); }

std::optional<LedgerSeal> LedgerSeal::fromText(const QByteArray &text)
{
    const qsizetype colon = text.indexOf(':');
    bool fine = false;
    LedgerSeal seal{.count = text.left(std::max<qsizetype>(colon, 0)).toULongLong(&fine),
                    .head = QByteArray::fromHex(text.mid(colon + 1))};
    return fine && seal.head.size() == 32 ? std::optional(seal) : std::nullopt;
}

LedgerFile::LedgerFile(QString path, QString owner)
    : m_path(std::move(path)), m_owner(std::move(owner)),
      m_connection(u"ledger-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces)), m_lock(m_path + u".lock"_s)
{
}

LedgerFile::~LedgerFile() { disconnect(); }

QByteArray LedgerFile::genesis() const
{
    return QCryptographicHash::hash("ballast ledger of " + m_owner.toUtf8(), QCryptographicHash::Sha256);
}

// ---- the connection

bool LedgerFile::connectTo(const QString &path, bool writable)
{
    disconnect();
    m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    m_database.setDatabaseName(path);
    m_database.setConnectOptions(writable ? u"QSQLITE_BUSY_TIMEOUT=2000"_s
                                          : u"QSQLITE_BUSY_TIMEOUT=2000;QSQLITE_OPEN_READONLY"_s);
    if (m_database.open()) {
        if (writable) // the files beside it are made as it is; before, its folder keeps others out
            QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
        return true;
    }
    m_problem = m_database.lastError().databaseText();
    m_code = m_database.lastError().nativeErrorCode().toInt() & 0xff;
    return false;
}

void LedgerFile::disconnect()
{
    if (!m_database.isValid())
        return;
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_connection);
}

bool LedgerFile::run(const QString &statement)
{
    QSqlQuery query(m_database);
    if (query.exec(statement))
        return true;
    m_problem = query.lastError().databaseText();
    m_code = query.lastError().nativeErrorCode().toInt() & 0xff;
    return false;
}

/// The first value of the first row; invalid after a failure.
QVariant LedgerFile::value(const QString &statement)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    m_code = 0;
    m_problem.clear();
    if (query.exec(statement) && query.next())
        return query.value(0);
    if (query.lastError().isValid()) {
        m_problem = query.lastError().databaseText();
        m_code = query.lastError().nativeErrorCode().toInt() & 0xff;
    }
    return {};
}

// ---- opening

bool LedgerFile::lock(LedgerReport &report)
{
    if (!m_lock.isOpen() && !m_lock.open(QIODevice::ReadWrite, QFile::ReadOwner | QFile::WriteOwner)) {
        report.access = LedgerReport::Access::Broken;
        report.problem = m_lock.errorString();
        return false;
    }
    // The kernel's lock ends with the process, however that ends; nothing stale is left to be judged.
    if (::flock(m_lock.handle(), LOCK_EX | LOCK_NB) == 0)
        return true;
    report.access = errno == EWOULDBLOCK ? LedgerReport::Access::Elsewhere : LedgerReport::Access::Broken;
    report.problem = errno == EWOULDBLOCK ? QString() : systemError();
    return false;
}

bool LedgerFile::isElsewhere() const
{
    QFile lock(m_path + u".lock"_s);
    if (!lock.open(QIODevice::ReadWrite))
        return false;
    return ::flock(lock.handle(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
}

bool LedgerFile::hasGrown()
{
    const QVariant version = value(u"PRAGMA data_version"_s);
    return version.isValid() && version != m_version;
}

bool LedgerFile::migrate()
{
    if (!run(u"BEGIN IMMEDIATE"_s))
        return false;
    const int version = value(u"PRAGMA user_version"_s).toInt();
    bool fine = true;
    for (qsizetype step = version; fine && step < migrations().size(); ++step) {
        for (const QString &statement : migrations().at(step))
            fine = fine && run(statement);
    }
    if (version == 0)
        fine = fine && run(u"INSERT INTO facts VALUES('owner', '%1')"_s.arg(QString(m_owner).replace(u'\'', u"''"_s))) &&
               run(u"PRAGMA application_id = %1"_s.arg(applicationId));
    fine = fine && run(u"PRAGMA user_version = %1"_s.arg(migrations().size())) && run(u"COMMIT"_s);
    if (!fine) {
        const QString problem = m_problem;
        const int code = m_code;
        run(u"ROLLBACK"_s); // fails where SQLite has already done it
        m_problem = problem;
        m_code = code;
    }
    return fine;
}

/// Opens the file for writing, mended where it had to be.
bool LedgerFile::prepare(LedgerReport &report)
{
    const auto broken = [&] {
        report.access = LedgerReport::Access::Broken;
        report.problem = m_problem;
        disconnect();
        return false;
    };
    const auto isDamage = [this] { return m_code == sqliteCorrupt || m_code == sqliteNotADatabase; };
    if (!finishMending())
        return broken();
    if (isCut()) {
        report.trust = LedgerReport::Trust::Mended;
        if (!copyAside(report, u"damaged"_s)) {
            m_problem = u"%1 cannot be copied"_s.arg(m_path);
            return broken();
        }
        if (isLogged() ? !mendFromLog(report) : !QFile::resize(m_path, 0))
            return broken();
    }
    for (int tries = 0; tries < 2; ++tries) { // the second time it is mended
        if (!connectTo(m_path, true))
            return broken();
        const QVariant sound = value(u"PRAGMA quick_check(1)"_s);
        if (!sound.isValid() && !isDamage())
            return broken();
        if (const QString said = sound.toString(); said.contains("error code="_L1) && !said.contains("error code=11"_L1)) {
            m_problem = said; // the disk's trouble, not the file's
            return broken();
        }
        const int version = value(u"PRAGMA user_version"_s).toInt();
        const int application = value(u"PRAGMA application_id"_s).toInt();
        const bool empty = sound == "ok"_L1 && value(u"SELECT count(*) FROM sqlite_schema"_s).toInt() == 0;
        if (sound == "ok"_L1 && application == applicationId && version > migrations().size()) {
            report.access = LedgerReport::Access::Newer;
            return false;
        }
        const bool own =
            sound == "ok"_L1 &&
            (empty || (application == applicationId && value(u"SELECT value FROM facts WHERE name = 'owner'"_s) == m_owner));
        if (own) {
            // Synced at each commit; what cannot be had is no ledger.
            if (value(u"PRAGMA journal_mode = WAL"_s) != "wal"_L1 || !run(u"PRAGMA synchronous = FULL"_s) || !migrate())
                return broken();
            report.access = LedgerReport::Access::Writable;
            return true;
        }
        if (m_code != 0 && !isDamage())
            return broken();
        if (!mend(report))
            return broken();
    }
    return broken();
}

LedgerContents LedgerFile::open()
{
    LedgerContents contents;
    LedgerReport &report = contents.report;
    disconnect();
    m_seal = {};
    m_hashes.clear();
    const QString folder = QFileInfo(m_path).path();
    if (!makePrivateFolder(folder)) {
        report.access = LedgerReport::Access::Broken;
        report.problem = systemError();
        return contents;
    }
    if (lock(report))
        prepare(report);
    if (report.access != LedgerReport::Access::Writable) { // shown as far as it can be
        if (!QFile::exists(m_path) || isCut() || !connectTo(m_path, false))
            return contents;
        m_version = value(u"PRAGMA data_version"_s);
    }
    m_code = 0;
    const QList<Row> all = rows();
    if (m_code != 0 && report.access == LedgerReport::Access::Writable) {
        report.access = LedgerReport::Access::Broken;
        report.problem = m_problem;
    }
    QByteArray before = genesis();
    for (const Row &row : all) {
        const bool follows = row.number == static_cast<quint64>(m_hashes.size()) + 1 && row.hash == row.chained(before);
        if (!follows && report.firstBad == 0) {
            report.firstBad = row.number;
            if (report.trust == LedgerReport::Trust::Unknown)
                report.trust = LedgerReport::Trust::Edited;
        }
        before = row.hash;
        m_hashes.append(row.hash);
    }
    // Whatever it was, it is kept as it was found, once.
    const bool known =
        report.firstBad == 0 || value(u"SELECT value FROM facts WHERE name = 'bad'"_s).toULongLong() == report.firstBad;
    if (!known && report.access == LedgerReport::Access::Writable && copyAside(report, u"edited"_s))
        run(u"INSERT OR REPLACE INTO facts VALUES('bad', '%1')"_s.arg(report.firstBad));
    report.entries = static_cast<quint64>(all.size());
    fold(all, contents);
    m_seal = {all.isEmpty() ? 0 : all.last().number, before};
    contents.seal = m_seal;
    if (!all.isEmpty())
        contents.lastEntry = QDateTime::fromString(all.last().at, Qt::ISODateWithMs);
    return contents;
}

LedgerReport LedgerFile::check(LedgerReport report, const QList<QByteArray> &hashes, const LedgerSeal &kept)
{
    using Trust = LedgerReport::Trust;
    const auto there = static_cast<quint64>(hashes.size());
    if (kept.count > there) {
        report.missing = kept.count - there;
        if (report.trust != Trust::Mended && report.trust != Trust::Edited)
            report.trust = Trust::Cut;
    } else if (kept.count > 0 && hashes.at(static_cast<qsizetype>(kept.count) - 1) != kept.head) {
        if (report.trust != Trust::Mended) { // written anew as a whole: every entry fits the one before it
            report.trust = Trust::Edited;
            report.firstBad = report.firstBad == 0 ? kept.count : report.firstBad;
        }
    } else if (report.trust == Trust::Unknown) {
        report.trust = Trust::Sound;
    }
    return report;
}

QList<LedgerFile::Row> LedgerFile::rows()
{
    QList<Row> all;
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.exec(u"SELECT %1 FROM entries ORDER BY number"_s.arg(columns()))) {
        m_problem = query.lastError().databaseText();
        m_code = query.lastError().nativeErrorCode().toInt() & 0xff;
        return all;
    }
    while (query.next())
        all.append(Row::of(query));
    if (query.lastError().isValid()) {
        m_problem = query.lastError().databaseText();
        m_code = query.lastError().nativeErrorCode().toInt() & 0xff;
    }
    return all;
}

// ---- writing

/// The new row's hash; empty when it could not be inserted.
QByteArray LedgerFile::insert(quint64 number, const Row &row, const QByteArray &before)
{
    Row next = row;
    next.number = number;
    next.hash = next.chained(before);
    QSqlQuery query(m_database);
    query.prepare(u"INSERT INTO entries(%1) VALUES(?, ?, ?, ?, ?, ?, ?, ?)"_s.arg(columns()));
    query.addBindValue(static_cast<qint64>(next.number));
    query.addBindValue(static_cast<qint64>(next.operation));
    for (const QString &text : {next.at, next.kind, next.state, next.detail, next.body})
        query.addBindValue(text.isNull() ? u""_s : text); // a null text would be NULL
    query.addBindValue(next.hash);
    if (query.exec()) // ok: a statement, no loop
        return next.hash;
    m_problem = query.lastError().databaseText();
    m_code = query.lastError().nativeErrorCode().toInt() & 0xff;
    return {};
}

tl::expected<LedgerSeal, QString> LedgerFile::append(const QList<LedgerEntry> &entries)
{
    m_code = 0;
    m_problem.clear();
    LedgerSeal seal = m_seal;
    QList<QByteArray> hashes;
    bool fine = m_database.isOpen() && run(u"BEGIN IMMEDIATE"_s);
    const bool begun = fine;
    for (const LedgerEntry &entry : entries) {
        if (!fine)
            break;
        const Row row{.operation = entry.operation,
                      .at = entry.at.toUTC().toString(Qt::ISODateWithMs),
                      .kind = LedgerEntry::word(entry.kind),
                      .state = Operation::word(entry.state),
                      .detail = entry.detail,
                      .body = QString::fromUtf8(QJsonDocument(entry.body).toJson(QJsonDocument::Compact))};
        seal = {seal.count + 1, insert(seal.count + 1, row, seal.head)};
        hashes.append(seal.head);
        fine = !seal.head.isEmpty();
    }
    fine = fine && run(u"COMMIT"_s);
    if (fine) {
        m_seal = seal;
        m_hashes.append(hashes);
        return seal;
    }
    const QString problem = m_problem.isEmpty() ? u"the ledger is not open"_s : m_problem;
    if (begun)
        run(u"ROLLBACK"_s); // fails where SQLite has already done it
    return tl::unexpected(problem);
}

// ---- mending

/// Copies file and write-ahead log, so that nothing that was found is lost whatever comes.
bool LedgerFile::copyAside(LedgerReport &report, const QString &why) const
{
    if (!report.aside.isEmpty())
        return true;
    const QString name = u"%1.%2-%3"_s.arg(m_path, why, stamp());
    QString aside = name;
    for (int n = 2; QFile::exists(aside); ++n) // of the same millisecond
        aside = u"%1-%2"_s.arg(name).arg(n);
    if (QFile::exists(m_path) && !QFile::copy(m_path, aside))
        return false;
    const QString log = u"-wal"_s;
    if (QFile::exists(m_path + log) && !QFile::copy(m_path + log, aside + log))
        return false;
    report.aside = aside;
    return true;
}

/// All rows that can be reached from either end, and then one by one.
std::optional<QList<LedgerFile::Row>> LedgerFile::rescuedRows()
{
    bool troubled = !run(u"PRAGMA writable_schema = ON"_s) && isTrouble(); // else nothing is read of a file shorter than it says
    const QString reading = u"SELECT %1 FROM entries"_s.arg(columns());
    const auto readAll = [this, &troubled](const QString &statement) {
        QList<Row> found;
        QSqlQuery query(m_database);
        query.setForwardOnly(true);
        if (query.exec(statement)) { // ok: a statement, no loop
            while (query.next())
                found.append(Row::of(query));
        }
        if (query.lastError().isValid()) {
            m_problem = query.lastError().databaseText();
            m_code = query.lastError().nativeErrorCode().toInt() & 0xff;
            troubled = troubled || isTrouble();
        }
        return found;
    };
    QList<Row> first = readAll(reading + u" ORDER BY number"_s);
    QList<Row> last = readAll(reading + u" ORDER BY number DESC"_s);
    std::ranges::reverse(last);
    const quint64 from = first.isEmpty() ? 1 : first.last().number + 1;
    const quint64 to = std::min(last.isEmpty() ? from : last.first().number, from + mostRescued);
    for (quint64 number = from; number < to; ++number)
        first.append(readAll(reading + u" WHERE number = %1"_s.arg(number)));
    for (const Row &row : std::as_const(last)) {
        if (first.isEmpty() || row.number > first.last().number)
            first.append(row);
    }
    if (troubled)
        return {};
    return first;
}

/// The last failure says nothing of the file itself: no room, no right, a disk that does not answer.
bool LedgerFile::isTrouble() const
{
    return m_code != 0 && m_code != sqliteError && m_code != sqliteCorrupt && m_code != sqliteNotADatabase;
}

bool LedgerFile::isLogged() const { return QFileInfo(m_path + u"-wal"_s).size() > leastLog; }

/// SQLite takes a file cut to almost nothing for a new one, and deletes the log beside it with all that it holds, also when it
/// only reads: such a file is not opened.
bool LedgerFile::isCut() const
{
    const qint64 size = QFileInfo(m_path).size();
    return size < leastFile && (size > 0 || isLogged());
}

/// Takes over what the log beside a cut file holds: in a copy, so that until then all stays as it was found.
bool LedgerFile::mendFromLog(LedgerReport &report)
{
    const QString copy = m_path + u".rescue"_s, log = u"-wal"_s;
    const auto remove = [&copy, this] {
        for (const QString &left : {copy, copy + u"-wal"_s, copy + u"-shm"_s}) {
            if (QFile::exists(left) && !QFile::remove(left)) {
                m_problem = u"%1 cannot be removed"_s.arg(left);
                return false;
            }
        }
        return true;
    };
    if (!remove())
        return false;
    QFile page(copy); // the log brings what is to be in it
    if (!page.open(QIODevice::WriteOnly) || !page.resize(pageSize) || !QFile::copy(m_path + log, copy + log)) {
        m_problem = u"%1 cannot be copied"_s.arg(m_path + log);
        return false;
    }
    page.close();
    return connectTo(copy, true) && mend(report) && remove();
}

/// A file that is no ledger of this profile, or is damaged, gives way to a new one with all that could be read of it. At no
/// point is there less on disk than before: copy, then a whole new file, then its name.
bool LedgerFile::mend(LedgerReport &report)
{
    bool troubled = false;
    const auto ask = [this, &troubled](const QString &statement) {
        QVariant answer = value(statement);
        troubled = troubled || isTrouble();
        return answer;
    };
    const QVariant owner = ask(u"SELECT value FROM facts WHERE name = 'owner'"_s);
    const bool foreign = ask(u"PRAGMA application_id"_s).toInt() != applicationId || owner != m_owner;
    const bool damaged = ask(u"PRAGMA quick_check(1)"_s) != "ok"_L1;
    // The entries of another profile are not ours to show; those of a file whose owner cannot be read most likely are.
    const bool others = foreign && !damaged && owner.isValid();
    const std::optional<QList<Row>> found = others ? QList<Row>() : rescuedRows();
    if (troubled || !found)
        return false; // the disk's trouble, not the file's: what cannot be read now may be read later
    const QList<Row> &rescued = *found;
    disconnect();
    if (!copyAside(report, damaged ? u"damaged"_s : u"foreign"_s)) {
        m_problem = u"%1 cannot be copied"_s.arg(m_path);
        return false;
    }
    const QString making = m_path + u".mending"_s;
    for (const QString &leftover : {making, making + u"-journal"_s}) {
        if (QFile::exists(leftover) && !QFile::remove(leftover)) {
            m_problem = u"%1 cannot be removed"_s.arg(leftover);
            return false;
        }
    }
    bool fine = connectTo(making, true) && run(u"PRAGMA synchronous = FULL"_s) && migrate() && run(u"BEGIN IMMEDIATE"_s);
    LedgerSeal seal{.count = 0, .head = genesis()};
    const auto add = [&](const Row &row) {
        if (!fine)
            return;
        seal = {seal.count + 1, insert(seal.count + 1, row, seal.head)};
        fine = !seal.head.isEmpty();
    };
    QMap<quint64, const Row *> last; // of each operation
    for (const Row &row : rescued) {
        add(row);
        last.insert(row.operation, &row);
    }
    // What was not sent by these entries may have been sent by those that are gone.
    for (const Row *row : std::as_const(last)) {
        Row presumed{.operation = row->operation,
                     .at = row->at,
                     .kind = LedgerEntry::word(LedgerEntry::Kind::Entered),
                     .detail = u"presumed"_s,
                     .body = u"{}"_s};
        for (const auto state : {Operation::State::Prepared, Operation::State::Sent}) {
            const auto now = Operation::stateOf(row->state);
            if (now != Operation::State::Queued && (now != Operation::State::Prepared || state == now))
                continue;
            presumed.state = Operation::word(state);
            add(presumed);
        }
    }
    fine = fine && run(u"COMMIT"_s);
    const QString problem = m_problem;
    disconnect();
    if (!fine) {
        m_problem = problem;
        return false;
    }
    if (damaged)
        report.trust = LedgerReport::Trust::Mended;
    if (!QFile::rename(making, m_path + u".mended"_s)) {
        m_problem = u"%1 cannot be renamed"_s.arg(making);
        return false;
    }
    return finishMending();
}

/// Puts a mended ledger in the place of the damaged one; also when the program had ended in between.
bool LedgerFile::finishMending()
{
    const QString mended = m_path + u".mended"_s;
    if (!QFile::exists(mended))
        return true;
    // The old log first: it would be played into the new file.
    for (const QString &old : {m_path + u"-wal"_s, m_path + u"-shm"_s, m_path}) {
        if (QFile::exists(old) && !QFile::remove(old)) {
            m_problem = u"%1 cannot be removed"_s.arg(old);
            return false;
        }
    }
    if (QFile::rename(mended, m_path))
        return true;
    m_problem = u"%1 cannot be renamed"_s.arg(mended);
    return false;
}

} // namespace models
