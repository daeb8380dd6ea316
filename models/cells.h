#pragma once

#include "models/table.h"
#include "net/records/timestamp.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

/// The cells that tables have in common.
namespace models::cells {

inline Cell text(const QString &text) { return {.text = text, .missing = text.isEmpty()}; }

inline Cell time(const net::TimeStamp &time)
{
    return {.number = time.msecs(), .missing = !time.utc.isValid(), .asSent = time.asSent, .zoneAssumed = time.zoneAssumed};
}

inline Cell time(const QDateTime &utc)
{
    return {.number = utc.isValid() ? utc.toMSecsSinceEpoch() : 0, .missing = !utc.isValid()};
}

inline Cell number(const std::optional<qint64> &number) { return {.number = number.value_or(0), .missing = !number}; }

/// A name that is looked up by an id: a dash where there is nothing to look up or nothing was found, "not loaded" before
/// its list has come.
inline Cell joined(const QString &name, const QString &id, bool loaded)
{
    return {.text = name,
            .missing = name.isEmpty() && (id.isEmpty() || loaded),
            .notLoaded = name.isEmpty() && !id.isEmpty() && !loaded};
}

/// The columns that say whose a row is: of interest where several projects are shown. A project is called by its id as long as
/// its name is not known.
template <typename Row> ColumnOf<Row> regionColumn()
{
    return {.id = "region",
            .header = QT_TRANSLATE_NOOP("Columns", "Region"), //: Column: of the project whose row it is. 中文：区域
            .shown = false,
            .cell = [](const Row &row) { return text(row.scope.region); }};
}
template <typename Row> ColumnOf<Row> projectColumn()
{
    return {.id = "project",
            .header = QT_TRANSLATE_NOOP("Columns", "Project"), //: Column: whose row it is. 中文：项目
            .shown = false,
            .cell = [](const Row &row) { return text(row.project.isEmpty() ? row.scope.projectId : row.project); }};
}

/// How a backup or a copy came about: "auto" or "manual".
inline Cell trigger(const std::optional<bool> &automatic)
{
    if (!automatic)
        return {.missing = true};
    return {.text = *automatic ? QStringLiteral("auto") : QStringLiteral("manual")};
}

/// Percent of what moves: 99 at most, for it is done only at its end.
inline Cell moving(const std::optional<int> &percent)
{
    return {.number = percent ? std::min(*percent, 99) : int(UnknownProgress), .phase = Cell::Phase::Moving};
}

} // namespace models::cells
