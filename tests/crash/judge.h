#pragma once

#include "script.h"

#include "app/mock/server.h"
#include "models/ledgerfile.h"

namespace crash {

/// What a point came to.
struct Verdict
{
    int doubled = 0;        ///< targets to which more was delivered than was confirmed
    int lost = 0;           ///< writes of which the ledger says something else than the endpoint, or nothing
    QStringList problems{}; ///< each of them, and whatever else is not as it must be

    bool isClean() const { return doubled == 0 && lost == 0 && problems.isEmpty(); }
    void add(const Verdict &other);
    void lose(const QString &problem)
    {
        ++lost;
        problems.append(problem);
    }
};

/// How often each target of a script was delivered, and how often the endpoint took it, by the endpoint's own record.
struct Deliveries
{
    int delivered = 0, taken = 0;
};
QHash<QString, Deliveries> deliveries(const QList<Entry> &script, const std::vector<mock::Seen> &requests);

/// Compares what the endpoint received with what the ledger tells of it after the last restart.
Verdict judge(const QList<Entry> &script, const std::vector<mock::Seen> &requests, const models::LedgerContents &ledger);

/// The state of each target's operation, as a word.
QMap<QString, QString> statesOf(const models::LedgerContents &ledger);

} // namespace crash
