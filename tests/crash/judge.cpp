#include "judge.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using models::Operation;
using State = Operation::State;

namespace crash {

namespace {

bool isFor(const models::Order &order, const mock::Seen &seen)
{
    if (seen.method != "POST")
        return false;
    const QString target = QString::fromStdString(seen.target), key = keyOf(order.draft);
    switch (order.draft.verb->settle) {
    case net::Settle::RecordOfBackup:
        return target.endsWith(u"/checkpoint_items/%1/replicate"_s.arg(key));
    case net::Settle::RecordsOfPolicy:
        return target.endsWith("/checkpoints/replicate"_L1) && QByteArray::fromStdString(seen.body).contains(key.toUtf8());
    case net::Settle::GroupOfName:
        break;
    }
    return target.endsWith("/server-groups"_L1) && QByteArray::fromStdString(seen.body).contains(":\"" + key.toUtf8() + '"');
}

/// Whether the endpoint has carried it out. An answer that could not be delivered any more has no status; which orders the
/// endpoint refuses is known, and said in their names.
bool isTaken(const models::Order &order, const mock::Seen &seen)
{
    for (const char *refused : {"torn", "fault status", "fault dropbefore"}) {
        if (seen.note.find(refused) != std::string::npos)
            return false;
    }
    return seen.status < 300 && order.targetName != "refused"_L1;
}

/// What the ledger may say of a write that was carried out: that it was accepted and what came of it, or that it is in doubt.
bool ownsUp(State state)
{
    switch (state) {
    case State::Accepted:
    case State::Running:
    case State::Succeeded:
    case State::PartlyFailed:
    case State::Failed:
    case State::InDoubt:
    case State::SettledAccepted:
        return true;
    default:
        return false;
    }
}

} // namespace

void Verdict::add(const Verdict &other)
{
    doubled += other.doubled;
    lost += other.lost;
    problems += other.problems;
}

QHash<QString, Deliveries> deliveries(const QList<Entry> &script, const std::vector<mock::Seen> &requests)
{
    QHash<QString, Deliveries> all;
    for (const Entry &entry : script) {
        for (const models::Order &order : entry.orders) {
            Deliveries &own = all[keyOf(order.draft)];
            for (const mock::Seen &seen : requests) {
                own.delivered += isFor(order, seen) ? 1 : 0;
                own.taken += isFor(order, seen) && isTaken(order, seen) ? 1 : 0;
            }
        }
    }
    return all;
}

Verdict judge(const QList<Entry> &script, const std::vector<mock::Seen> &requests, const models::LedgerContents &ledger)
{
    Verdict verdict;
    const QHash<QString, Deliveries> all = deliveries(script, requests);
    for (const auto &[key, own] : all.asKeyValueRange()) {
        // Nobody confirms what the ledger knows, and what it does not know was never sent: once is all there may be.
        if (own.delivered > 1) {
            ++verdict.doubled;
            verdict.problems.append(u"%1 was delivered %2 times"_s.arg(key).arg(own.delivered));
        }
        QStringList states;
        int ownUp = 0;
        for (const Operation &operation : ledger.operations) {
            if (keyOf(operation.draft) != key)
                continue;
            states.append(Operation::word(operation.state));
            ownUp += ownsUp(operation.state) ? 1 : 0;
            if (operation.state == State::Prepared || operation.state == State::Sent || operation.state == State::Queued)
                verdict.lose(u"%1 was left %2"_s.arg(key, states.last()));
            else if (operation.state != State::InDoubt && ownsUp(operation.state) && own.taken == 0)
                verdict.lose(u"%1 is said to be %2, and was not taken"_s.arg(key, states.last()));
        }
        if (ownUp < own.taken)
            verdict.lose(
                u"%1 was taken, and the ledger says %2"_s.arg(key, states.isEmpty() ? u"nothing"_s : states.join(u", "_s)));
        else if (states.size() != 1)
            verdict.lose(u"%1 stands %2 times in the ledger"_s.arg(key).arg(states.size()));
    }
    const models::LedgerReport &report = ledger.report;
    if (report.access != models::LedgerReport::Access::Writable || !report.isWhole() || report.unreadable > 0)
        verdict.lose(u"the ledger is not sound: access %1, trust %2, %3 unreadable, %4"_s.arg(int(report.access))
                         .arg(int(report.trust))
                         .arg(report.unreadable)
                         .arg(report.problem));
    return verdict;
}

QMap<QString, QString> statesOf(const models::LedgerContents &ledger)
{
    QMap<QString, QString> states;
    for (const Operation &operation : ledger.operations)
        states.insert(keyOf(operation.draft), Operation::word(operation.state));
    return states;
}

} // namespace crash
