#pragma once

#include "models/operations.h"
#include "models/table.h"

#include <functional>
#include <vector>

namespace models {

/// A write of this console as a row of the Operations list. Texts that depend on the language are made by whoever asks.
struct OperationRow
{
    net::Scope scope{};
    quint64 number = 0; ///< of the operation in Operations
    QString word{};     ///< Operation::word()
    QString title{};    ///< verb and target, in the language of the screen
    QString server{};
    QString target{}; ///< where it goes: region
    QString by{};
    QDateTime began{}, ended{}; ///< UTC, server time; ended is invalid while it goes on
    std::optional<int> progress{};
    int parts = 0, failedParts = 0;
    QString code{}, requestId{};
    bool over = false, going = false, unread = false; ///< going: it has left, and its end is awaited

    net::ObjectKey key() const { return {scope, QString::number(number)}; }
    bool moves() const { return !over; }
    static const std::vector<ColumnOf<OperationRow>> &columns();
    friend bool operator==(const OperationRow &, const OperationRow &) = default;
};
using OperationTable = RowTable<OperationRow>;

/// Makes the one line an operation is called by.
using OperationTitle = std::function<QString(const Operation &)>;
OperationRow operationRow(const Operation &operation, const OperationTitle &title = {});
/// Operations, given oldest first, as rows, newest first.
TablePtr operationTable(const QList<Operation> &operations, const OperationTitle &title = {});

/// Whether an operation is what is asked for by `verb` (its id), `destination_region`, `start_time` and `end_time` (UTC; when it
/// began). What is not said asks nothing.
bool matches(const Operation &operation, const net::Query &asked);

} // namespace models
