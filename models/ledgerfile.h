#pragma once

#include "models/ledgerentry.h"

#include <QFile>
#include <QSqlDatabase>

#include <tl/expected.hpp>

namespace models {

/// How many entries a ledger has and what the last one's hash is. Kept apart from it (in the keychain), it shows an edited or
/// cut ledger.
struct LedgerSeal
{
    quint64 count = 0;
    QByteArray head{}; ///< SHA-256, 32 bytes

    QByteArray toText() const; ///< "42:9f86d081…"
    static std::optional<LedgerSeal> fromText(const QByteArray &text);
    friend bool operator==(const LedgerSeal &, const LedgerSeal &) = default;
};

/// How a ledger was found.
struct LedgerReport
{
    enum class Access {
        Opening,
        Writable,
        Elsewhere, ///< another window of the same profile writes it: it can be read here
        Newer,     ///< written by a later version of the program: it can be read here, as far as it is understood
        Broken     ///< it cannot be opened, see `problem`; what was there stays as it is
    } access = Access::Opening;
    enum class Trust {
        Sound,   ///< every entry is as it was written, and none is missing
        Unknown, ///< no seal to compare it with; every entry fits the one before it
        Edited,  ///< entry `firstBad` is not as it was written
        Cut,     ///< `missing` entries at the end are gone
        Mended   ///< the file was damaged: what could be read was taken over
    } trust = Trust::Unknown;
    quint64 entries = 0;
    quint64 firstBad = 0, missing = 0;
    quint64 unreadable = 0; ///< operations left out, for their entries make no sense
    QString aside{};        ///< copy of a damaged file, or of one that was not this profile's; empty: none was made
    QString problem{};      ///< in the system's words

    bool isWhole() const { return trust == Trust::Sound || trust == Trust::Unknown; }
    friend bool operator==(const LedgerReport &, const LedgerReport &) = default;
};

/// All that a ledger holds.
struct LedgerContents
{
    LedgerReport report{};
    LedgerSeal seal{};
    QList<Operation> operations{};         ///< oldest first
    QHash<quint64, QJsonObject> written{}; ///< toJson() of each, as it stands in the entries
    QDateTime lastEntry{};                 ///< UTC
};

/// The ledger of one profile on disk: SQLite, write-ahead log, every commit synced, each entry chained to the one before by its
/// hash. One process writes it at a time, held by a lock that ends with the process. Blocks: for the ledger's thread only.
class LedgerFile final
{
public:
    /// \a owner names the profile: a file of another one is not taken.
    LedgerFile(QString path, QString owner);
    ~LedgerFile();
    LedgerFile(const LedgerFile &) = delete;
    LedgerFile &operator=(const LedgerFile &) = delete;

    /// Opens or makes the file and reads it. May be called again, to try anew or to see what another window has written.
    LedgerContents open();
    /// Compares what was read with what was kept elsewhere.
    static LedgerReport check(LedgerReport report, const QList<QByteArray> &hashes, const LedgerSeal &kept);
    const QList<QByteArray> &hashes() const { return m_hashes; } ///< of all entries, in order

    /// Durable when it returns; else nothing of it was written, and the error is in the system's words.
    tl::expected<LedgerSeal, QString> append(const QList<LedgerEntry> &entries);

    bool isElsewhere() const; ///< another process holds the lock now
    bool hasGrown();          ///< another process has written since open()

private:
    struct Row;
    bool prepare(LedgerReport &report);
    bool lock(LedgerReport &report);
    bool connectTo(const QString &path, bool writable);
    void disconnect();
    bool run(const QString &statement);
    QVariant value(const QString &statement);
    bool migrate();
    QList<Row> rows();
    std::optional<QList<Row>> rescuedRows();
    bool isTrouble() const;
    bool isLogged() const;
    bool isCut() const;
    bool mendFromLog(LedgerReport &report);
    bool mend(LedgerReport &report);
    bool finishMending();
    bool copyAside(LedgerReport &report, const QString &why) const;
    QByteArray insert(quint64 number, const Row &row, const QByteArray &before);
    QByteArray genesis() const;

    QString m_path, m_owner, m_connection;
    QSqlDatabase m_database;
    QFile m_lock;
    int m_code = 0;    ///< SQLite's, of the last failure
    QString m_problem; ///< its text
    QVariant m_version;
    LedgerSeal m_seal;
    QList<QByteArray> m_hashes;
};

} // namespace models
