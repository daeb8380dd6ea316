#pragma once

#include "models/operations.h"

#include <QJsonArray>
#include <QJsonObject>

namespace crash {

/// What one order acts on: the backup, the policy, the name of the group. Each is ordered once in a script.
inline QString keyOf(const net::Draft &draft)
{
    switch (draft.verb->settle) {
    case net::Settle::RecordOfBackup:
        return draft.target.value(QStringLiteral("checkpoint_item_id"));
    case net::Settle::RecordsOfPolicy:
        return draft.values.value(QStringLiteral("policy_id"));
    case net::Settle::GroupOfName:
        break;
    }
    return draft.values.value(QStringLiteral("name"));
}

/// Writes confirmed together: one, or a queue.
struct Entry
{
    QList<models::Order> orders{};
};

inline QJsonArray toJson(const QList<Entry> &script)
{
    QJsonArray entries;
    for (const Entry &entry : script) {
        QJsonArray orders;
        for (const models::Order &order : entry.orders) {
            models::Operation operation; // in the words of the ledger
            operation.draft = order.draft;
            operation.targetName = order.targetName;
            operation.began = QDateTime::fromMSecsSinceEpoch(0, Qt::UTC);
            orders.append(models::toJson(operation));
        }
        entries.append(orders);
    }
    return entries;
}

inline QList<Entry> scriptFromJson(const QJsonArray &in)
{
    QList<Entry> script;
    for (const auto &entry : in) {
        Entry out;
        const QJsonArray orders = entry.toArray();
        for (const auto &order : orders) {
            if (const auto operation = models::operationFromJson(order.toObject()))
                out.orders.append({.draft = operation->draft, .targetName = operation->targetName});
        }
        script.append(out);
    }
    return script;
}

} // namespace crash
