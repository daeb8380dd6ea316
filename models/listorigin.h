#pragma once

#include "models/feed.h"
#include "models/projectnames.h"
#include "net/jsonreader.h"

#include <memory>
#include <utility>

namespace models {

/// The readable records of a page, and where they stand among its ids.
template <typename Record> struct PageRecords
{
    QList<Record> records{};
    QList<int> at{};
};

/// Reads the rows of a page: pure. A row that cannot be read is left out and counted; only a broken envelope fails the page.
template <typename Record> net::Result<ListOrigin::PageRows> readPage(const QByteArray &body, const char *member)
{
    auto rows = std::make_shared<PageRecords<Record>>();
    QStringList ids;
    auto envelope = net::readList(body, member, [&rows, &ids](net::JsonReader &in, QString &problem) {
        net::Result<Record> record = Record::read(in);
        ids.append(record ? record->id : QString());
        if (!record) {
            problem = record.error().detail;
            return false;
        }
        rows->at.append(static_cast<int>(ids.size()) - 1);
        rows->records.append(std::move(*record));
        return true;
    });
    if (!envelope)
        return tl::unexpected(envelope.error());
    return ListOrigin::PageRows{.rows = std::move(rows), .ids = std::move(ids), .envelope = std::move(*envelope)};
}

/// What a project is called by now; empty: not known.
inline QString nameOf(const std::shared_ptr<const ProjectNames> &projects, const net::Scope &scope)
{
    return projects ? projects->get()->value(scope.projectId) : QString();
}

/// A list whose rows stand each for itself. \a names is asked once per snapshot, on the worker, and gives what makes a row
/// of a record.
template <typename Row, typename Record, typename Fetch, typename Names>
ListOrigin originOf(Fetch fetch, const net::Scope &scope, const char *member, Names names)
{
    ListOrigin origin;
    origin.scope = scope;
    origin.fetch = std::move(fetch);
    origin.read = [member](const QByteArray &body) { return readPage<Record>(body, member); };
    origin.join = [names = std::move(names)](const QList<ListOrigin::PageRows> &pages, const QList<QList<bool>> &keep,
                                             const TableSource &) -> TablePtr {
        const auto rowOf = names();
        QList<Row> rows;
        for (qsizetype page = 0; page < pages.size(); ++page) {
            const auto &read = *static_cast<const PageRecords<Record> *>(pages.at(page).rows.get());
            for (qsizetype i = 0; i < read.records.size(); ++i) {
                if (keep.at(page).at(read.at.at(i)))
                    rows.append(rowOf(read.records.at(i)));
            }
        }
        return std::make_shared<RowTable<Row>>(std::move(rows));
    };
    return origin;
}

} // namespace models
