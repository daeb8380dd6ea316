#pragma once

#include "models/cellroles.h"
#include "models/table.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace models {

/// What the Overview says, as values: counted and picked from the snapshots of the lists.
struct Overview
{
    /// One word of a state and how many rows of a list are in it.
    struct Share
    {
        QString word; ///< as sent
        int count = 0;
        friend bool operator==(const Share &, const Share &) = default;
    };
    /// An object worth a line, with where it stands.
    struct Line
    {
        QString page; ///< id of the page that shows it
        net::ObjectKey key{};
        QString word{};           ///< its state as sent
        QString name{}, where{};  ///< object; region or site
        QString code{}, reason{}; ///< verbatim
        QDateTime at{};           ///< UTC
        int progress = NoProgress;
        friend bool operator==(const Line &, const Line &) = default;
    };
    /// The newest state a server can be brought back to.
    struct RecoveryPoint
    {
        QString serverId{}, server{};
        net::ObjectKey backup{};     ///< the newest usable backup here; no id: there is none
        QDateTime at{};              ///< state of its data, UTC
        QString copyRegion{};        ///< of the newest backup that was copied elsewhere
        QDateTime copyAt{};          ///< state of its data, UTC; invalid: no copy is known
        net::ObjectKey copyRecord{}; ///< the record of that copy
        friend bool operator==(const RecoveryPoint &, const RecoveryPoint &) = default;
    };

    QList<Share> records{}, backups{}, policies{}, groups{}, drills{}; ///< most frequent first
    QList<Line> failures{};                                            ///< newest first, at most `mostLines`
    QList<Line> trouble{};         ///< groups and drills on which something failed, newest first, at most `mostLines`
    QList<Line> moving{};          ///< newest first, at most `mostLines`
    QList<RecoveryPoint> points{}; ///< servers without a usable backup first, then oldest first; at most `mostLines`
    int failureCount = 0, movingCount = 0, servers = 0;
    int withoutBackup = 0, withoutCopy = 0; ///< servers; the latter 0 while the records are not known
    bool copiesKnown = false;               ///< the records are
    QString commonCode{};                   ///< the failure code seen most often among replication records
    int commonCodeCount = 0;

    static constexpr int mostLines = 6;
    friend bool operator==(const Overview &, const Overview &) = default;
};

/// Counts and picks. Pure; runs on the list worker. A null table is not known: nothing is said of it, nor of what needs it.
Overview survey(const TablePtr &records, const TablePtr &backups, const TablePtr &policies, const TablePtr &groups,
                const TablePtr &drills);

} // namespace models
