#pragma once

#include "net/members.h"

#include <QByteArray>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace net {

/// A page of records in columns.
struct PackedPage
{
    std::shared_ptr<const Columns> columns{}; ///< the readable rows
    std::vector<int> at{};                    ///< where they stand among all rows; empty: all are readable
    ListEnvelope envelope{};
};

/// Reads {"<list>": [ {…}, … ], "count": n} at once, without a look at what no member asks for. Nothing where a row or the text
/// is not plainly as expected: then readPacked() looks closer.
std::optional<PackedPage> readColumns(const QByteArray &body, std::string_view list, const ColumnLayout &layout, Words &words);

/// Reads a page as readRecords() does, into columns.
template <typename Record> Result<PackedPage> readPacked(const QByteArray &body, std::string_view list, Words &words)
{
    if (auto page = readColumns(body, list, layoutOf<Record>(), words))
        return std::move(*page);
    PackedPage page;
    QList<Record> records;
    int rows = 0;
    auto envelope = readList(body, list, [&](JsonReader &in, QString &problem) {
        // Rows that are no objects are counted, but do not come here: where one stands is not known, so they are told at the end.
        const int row = rows++;
        Result<Record> record = Record::read(in);
        if (!record) {
            problem = record.error().detail;
            return false;
        }
        page.at.push_back(row);
        records.append(std::move(*record));
        return true;
    });
    if (!envelope)
        return tl::unexpected(envelope.error());
    page.envelope = std::move(*envelope);
    if (static_cast<int>(page.at.size()) == page.envelope.rows)
        page.at.clear();
    ColumnsWriter writer(layoutOf<Record>(), words, static_cast<std::size_t>(records.size()));
    for (const Record &record : std::as_const(records))
        members::pack(record, writer);
    page.columns = writer.take();
    return page;
}

} // namespace net
