#include "models/operationtable.h"

#include "models/cells.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace models {

namespace {

Cell progressCell(const OperationRow &row)
{
    if (row.going)
        return cells::moving(row.progress);
    if (row.ended.isValid() && row.began.isValid())
        return {.number = row.began.secsTo(row.ended), .phase = Cell::Phase::Took};
    return {.missing = true};
}

} // namespace

const std::vector<ColumnOf<OperationRow>> &OperationRow::columns()
{
    static const std::vector<ColumnOf<OperationRow>> columns{
        {.id = "status",
         .header = QT_TRANSLATE_NOOP("Columns", "Status"),
         .kind = CellKind::State,
         .states = StateKind::Operation,
         .cell = [](const OperationRow &row) { return cells::text(row.word); }},
        {.id = "operation",
         .header = QT_TRANSLATE_NOOP("Columns", "Operation"), //: Column. 中文：操作
         .cell = [](const OperationRow &row) { return cells::text(row.title); }},
        {.id = "server",
         .header = QT_TRANSLATE_NOOP("Columns", "Server"),
         .cell = [](const OperationRow &row) { return cells::text(row.server); }},
        {.id = "by",
         .header = QT_TRANSLATE_NOOP("Columns", "By"), //: Column: who did it. 中文：操作人
         .cell = [](const OperationRow &row) { return cells::text(row.by); }},
        {.id = "began",
         .header = QT_TRANSLATE_NOOP("Columns", "Began"), //: Column. 中文：开始时间
         .kind = CellKind::Time,
         .cell = [](const OperationRow &row) { return cells::time(row.began); }},
        {.id = "progress", .header = QT_TRANSLATE_NOOP("Columns", "Progress"), .kind = CellKind::Progress, .cell = progressCell},
        {.id = "ended",
         .header = QT_TRANSLATE_NOOP("Columns", "Ended"), //: Column. 中文：结束时间
         .kind = CellKind::Time,
         .shown = false,
         .cell = [](const OperationRow &row) { return cells::time(row.ended); }},
        {.id = "target",
         .header = QT_TRANSLATE_NOOP("Columns", "To"),
         .shown = false,
         .cell = [](const OperationRow &row) { return cells::text(row.target); }},
        {.id = "parts",
         .header = QT_TRANSLATE_NOOP("Columns", "Parts"), //: Column: of how many parts an operation consists. 中文：子项
         .kind = CellKind::Number,
         .shown = false,
         .cell = [](const OperationRow &row) -> Cell { return {.number = row.parts, .missing = row.parts == 0}; }},
        {.id = "failed_parts",
         .header = QT_TRANSLATE_NOOP("Columns", "Parts failed"), //: Column. 中文：失败子项
         .kind = CellKind::Number,
         .shown = false,
         .cell = [](const OperationRow &row) -> Cell { return {.number = row.failedParts, .missing = row.parts == 0}; }},
        {.id = "fail_code",
         .header = QT_TRANSLATE_NOOP("Columns", "Failure code"),
         .shown = false,
         .cell = [](const OperationRow &row) { return cells::text(row.code); }},
        {.id = "request_id",
         .header = QT_TRANSLATE_NOOP("Columns", "Request ID"), //: Column. 中文：请求 ID
         .kind = CellKind::Id,
         .shown = false,
         .cell = [](const OperationRow &row) { return cells::text(row.requestId); }},
        {.id = "id",
         .header = QT_TRANSLATE_NOOP("Columns", "Number"), //: Column: the number of an operation in this run. 中文：编号
         .kind = CellKind::Number,
         .shown = false,
         .cell = [](const OperationRow &row) -> Cell { return {.number = qint64(row.number)}; }},
    };
    return columns;
}

OperationRow operationRow(const Operation &operation, const OperationTitle &title)
{
    OperationRow row{.scope = operation.draft.scope,
                     .number = operation.id,
                     .word = Operation::word(operation.state),
                     .title = title ? title(operation) : operation.targetName,
                     .server = operation.targetDetail,
                     .target = operation.draft.values.value(u"destination_region"_s),
                     .by = operation.by,
                     .began = operation.began,
                     .ended = operation.ended,
                     .progress = operation.progress(),
                     .parts = int(operation.parts.size())};
    for (const OperationPart &part : operation.parts) {
        row.failedParts += part.failed ? 1 : 0;
        if (row.code.isEmpty())
            row.code = part.code;
    }
    if (operation.error && !operation.error->code.isEmpty())
        row.code = operation.error->code;
    row.requestId = operation.requestId;
    row.over = operation.isOver();
    row.going = operation.state == Operation::State::Sent || operation.isWatched();
    row.unread = operation.unread;
    return row;
}

TablePtr operationTable(const QList<Operation> &operations, const OperationTitle &title)
{
    QList<OperationRow> rows;
    rows.reserve(operations.size());
    for (auto it = operations.crbegin(); it != operations.crend(); ++it)
        rows.append(operationRow(*it, title));
    return std::make_shared<OperationTable>(std::move(rows));
}

bool matches(const Operation &operation, const net::Query &asked)
{
    const auto timeOf = [](const QString &text) {
        QDateTime time = QDateTime::fromString(text, Qt::ISODate);
        time.setTimeSpec(Qt::UTC);
        return time;
    };
    for (const auto &[name, value] : asked) {
        if (name == "verb"_L1 && value != QLatin1StringView(operation.draft.verb->id))
            return false;
        if (name == "destination_region"_L1 && value != operation.draft.value("destination_region"_L1))
            return false;
        if (name == "start_time"_L1 && operation.began < timeOf(value))
            return false;
        if (name == "end_time"_L1 && operation.began > timeOf(value))
            return false;
    }
    return true;
}

} // namespace models
