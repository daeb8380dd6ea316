// The demo endpoint with the records of a fleet: rows that are computed, not kept, must be as good as any.

#include "rawclient.h"

#include <QHash>
#include <QJsonArray>
#include <QSet>
#include <QTest>
#include <algorithm>
#include <memory>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr int records = 20'000;
constexpr auto provider = "fc4d5750-22e7-4798-8a46-f48f62c4c1da";

mock::Options fleet(long count = records, std::uint64_t seed = 7)
{
    mock::Options options;
    options.seed = seed;
    options.records = count;
    options.epoch = "2026-03-05T08:00:00Z";
    options.speed = 0;
    return options;
}

/// Text that sorts as the times do; the service leaves months and days as short as they are.
QString padded(const QString &time)
{
    QStringList date = time.section(u'T', 0, 0).split(u'-');
    for (QString &part : date)
        part = part.rightJustified(2, u'0');
    return date.join(u'-') + u'T' + time.section(u'T', 1);
}
} // namespace

class MockFleetTest : public QObject
{
    Q_OBJECT

private:
    struct Place
    {
        std::string region;
        QByteArray path; ///< "/v1/{project id}"
        QByteArray id, token;
    };
    std::unique_ptr<mock::Server> m_server;
    std::vector<Place> m_places;
    QJsonArray m_all; ///< of the door, newest first

    void open(const mock::Options &options)
    {
        m_server = std::make_unique<mock::Server>(options);
        std::string error;
        QVERIFY2(m_server->start(&error), error.c_str());
        m_places.clear();
        const mock::Door door = m_server->door();
        for (const auto &[region, id] : door.scopes)
            m_places.push_back({region, "/v1/" + bytes(id), bytes(id),
                                Client(*m_server)
                                    .ask("POST", "/v3/auth/tokens?nocatalog=1", signInBody(door, projectScope(id)))
                                    .header("X-Subject-Token")});
        QCOMPARE(m_places.size(), 5u);
    }
    Reply get(const Place &place, const QByteArray &what) const { return Client(*m_server, place.token).get(place.path + what); }
    Reply get(const QByteArray &what) const { return get(m_places.front(), what); }
    QJsonArray page(const Place &place, const QByteArray &query) const
    {
        return get(place, "/replication_records?" + query).json()[u"replication_records"_s].toArray();
    }
    QJsonArray page(const QByteArray &query) const { return page(m_places.front(), query); }
    QJsonArray all(const Place &place, const QByteArray &query = {}) const
    {
        QJsonArray out;
        for (;;) {
            const QJsonArray rows = page(place, "limit=1000&offset=" + QByteArray::number(out.size()) + query);
            for (const auto &row : rows)
                out.append(row);
            if (rows.size() < 1000)
                return out;
        }
    }
    qint64 count(const Place &place, const QByteArray &query = {}) const
    {
        return get(place, "/replication_records?limit=1&with_count=true" + query).json()[u"count"_s].toInteger(-1);
    }
    qint64 backups(const Place &place, const QByteArray &query = {}) const
    {
        return get(place, "/checkpoint_items/count" + query).json()[u"count"_s].toInteger(-1);
    }
    QJsonArray allBackups(const Place &place, const QByteArray &query = {}) const
    {
        QJsonArray out;
        for (;;) {
            const QJsonArray rows = get(place, "/checkpoint_items?offset=" + QByteArray::number(out.size()) + query)
                                        .json()[u"checkpoint_items"_s]
                                        .toArray();
            for (const auto &row : rows)
                out.append(row);
            if (rows.size() < 1000)
                return out;
        }
    }
    const Place &placeOf(const QString &projectId) const
    {
        return *std::find_if(m_places.begin(), m_places.end(),
                             [&projectId](const Place &place) { return projectId.toUtf8() == place.id; });
    }
    template <typename Fits> qint64 counted(const QJsonArray &rows, Fits fits) const
    {
        return std::count_if(rows.begin(), rows.end(), [&fits](const QJsonValue &row) { return fits(row); });
    }

private slots:
    void initTestCase()
    {
        open(fleet());
        m_all = all(m_places.front());
    }

    void isAllThereOnce()
    {
        QCOMPARE(m_all.size(), records);
        QCOMPARE(count(m_places.front()), records);
        QSet<QString> ids;
        for (const auto &row : std::as_const(m_all))
            ids.insert(row[u"id"_s].toString());
        QCOMPARE(ids.size(), records);
        // The door is at one end of each of them, another project at the other; both list it, and say the same.
        QHash<QString, QJsonValue> byId;
        for (const auto &row : std::as_const(m_all))
            byId.insert(row[u"id"_s].toString(), row);
        qint64 sum = 0;
        for (std::size_t i = 1; i < m_places.size(); ++i) {
            const QJsonArray rows = all(m_places[i]);
            QVERIFY(rows.size() > records / 10);
            QCOMPARE(rows.size(), count(m_places[i]));
            sum += rows.size();
            for (const auto &row : rows)
                QCOMPARE(row, byId.value(row[u"id"_s].toString()));
        }
        QCOMPARE(sum, records);
    }

    void isMixed()
    {
        QHash<QString, int> states;
        for (const auto &row : std::as_const(m_all))
            ++states[row[u"status"_s].toString()];
        QVERIFY2(states[u"success"_s] > records * 8 / 10, qPrintable(QString::number(states[u"success"_s])));
        QVERIFY(states[u"skip"_s] > records / 50);
        QVERIFY(states[u"fail"_s] > records / 200);
        QVERIFY(states[u"replicating"_s] > 0 && states[u"replicating"_s] <= 40);
        QVERIFY(states[u"waiting_replicate"_s] > 0);
    }

    void pagesFitTogether()
    {
        for (const int offset : {0, 1, 999, 7'000, 14'321, 19'500, records}) {
            const QJsonArray rows = page("limit=1000&offset=" + QByteArray::number(offset));
            QCOMPARE(rows.size(), std::min(1000, records - offset));
            for (int i = 0; i < rows.size(); ++i)
                QCOMPARE(rows[i], m_all[offset + i]);
        }
    }

    void filtersAgreeWithACount_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("member");
        QTest::addColumn<QString>("value");
        for (const auto &status : {u"success"_s, u"fail"_s, u"skip"_s, u"replicating"_s, u"waiting_replicate"_s})
            QTest::newRow(qPrintable(status)) << u"status"_s << u"status"_s << status;
        for (const auto &region : {u"cn-north-4"_s, u"cn-east-3"_s, u"cn-south-1"_s, u"cn-north-1"_s, u"cn-southwest-2"_s}) {
            QTest::newRow(qPrintable(u"from "_s + region)) << u"source_region"_s << u"source_region"_s << region;
            QTest::newRow(qPrintable(u"to "_s + region)) << u"destination_region"_s << u"destination_region"_s << region;
        }
    }
    void filtersAgreeWithACount()
    {
        QFETCH(QString, name);
        QFETCH(QString, member);
        QFETCH(QString, value);
        const auto fits = [&](const QJsonValue &row) { return row[member].toString() == value; };
        const QByteArray query = "&" + name.toUtf8() + "=" + value.toUtf8();
        QCOMPARE(count(m_places.front(), query), counted(m_all, fits));
        const QJsonArray rows = all(m_places.front(), query);
        QCOMPARE(counted(rows, fits), counted(m_all, fits));
        QCOMPARE(rows.size(), counted(m_all, fits));
        QVERIFY(!rows.isEmpty());
    }

    void sorts()
    {
        const auto times = [](const QJsonArray &rows) {
            QStringList out;
            for (const auto &row : rows)
                out.append(padded(row[u"created_at"_s].toString()));
            return out;
        };
        const QStringList newest = times(m_all);
        QVERIFY(std::is_sorted(newest.rbegin(), newest.rend()));
        const QStringList oldest = times(all(m_places.front(), "&sort=created_at%3Aasc"));
        QCOMPARE(oldest.size(), records);
        QVERIFY(std::is_sorted(oldest.begin(), oldest.end()));
        QStringList ids, states;
        for (const QJsonArray rows = all(m_places.front(), "&sort=id%3Aasc"); const auto &row : rows)
            ids.append(row[u"id"_s].toString());
        QCOMPARE(ids.size(), records);
        QVERIFY(std::is_sorted(ids.begin(), ids.end()));
        for (const QJsonArray rows = all(m_places.front(), "&sort=status%3Aasc%2Ccreated_at%3Aasc"); const auto &row : rows)
            states.append(row[u"status"_s].toString() + padded(row[u"created_at"_s].toString()));
        QCOMPARE(states.size(), records);
        QVERIFY(std::is_sorted(states.begin(), states.end()));
    }

    void sameSeedSameBytes()
    {
        mock::Server same(fleet()), other(fleet(records, 8));
        std::string error;
        QVERIFY(same.start(&error) && other.start(&error));
        const auto pageOf = [](mock::Server &server) {
            const mock::Door door = server.door();
            const QByteArray token =
                Client(server)
                    .ask("POST", "/v3/auth/tokens?nocatalog=1", signInBody(door, projectScope(door.projectId)))
                    .header("X-Subject-Token");
            return Client(server, token).get("/v1/" + bytes(door.projectId) + "/replication_records?limit=1000&offset=9000").body;
        };
        const QByteArray own = get("/replication_records?limit=1000&offset=9000").body;
        QVERIFY(own.size() > 500'000);
        QCOMPARE(pageOf(same), own);
        QVERIFY(pageOf(other) != own);
    }

    void aHeadHasTheLength()
    {
        const QByteArray target = m_places.front().path + "/replication_records?limit=1000&offset=3000";
        const Reply head = Client(*m_server, m_places.front().token).ask("HEAD", target);
        QCOMPARE(head.status, 200);
        QCOMPARE(head.header("Content-Length").toLongLong(), get("/replication_records?limit=1000&offset=3000").body.size());
    }

    void faultsSpoilAPage()
    {
        const QByteArray whole = get("/replication_records?limit=400&offset=3000").body;
        QVERIFY(m_server->fault("GET *records?*limit=400* cut @1"));
        const Reply cut = get("/replication_records?limit=400&offset=3000");
        QVERIFY(cut.cut);
        m_server->clearFaults();
        QVERIFY(m_server->fault("GET *records?*limit=400* drip=0 @1"));
        QCOMPARE(get("/replication_records?limit=400&offset=3000").body, whole);
        m_server->clearFaults();
    }

    void backupsFitTheirRecords()
    {
        QHash<QString, QJsonValue> found;
        qint64 sum = 0;
        for (const Place &place : m_places) {
            const QJsonArray rows = allBackups(place);
            QCOMPARE(rows.size(), backups(place));
            sum += rows.size();
            QString newer = u"9"_s;
            for (const auto &row : rows) {
                const QString id = row[u"id"_s].toString(), time = row[u"created_at"_s].toString();
                QVERIFY(!found.contains(id));
                found.insert(id, row);
                QVERIFY(time <= newer);
                newer = time;
            }
        }
        QVERIFY2(sum <= records * 3 / 10 && sum > records / 4, qPrintable(QString::number(sum)));
        qint64 kept = 0, gone = 0;
        QSet<QString> made;
        for (const auto &row : std::as_const(m_all)) {
            const QJsonValue source = found.value(row[u"source_checkpoint_item_id"_s].toString());
            QVERIFY2(source.isObject(), qPrintable(row[u"source_checkpoint_item_id"_s].toString()));
            QCOMPARE(row[u"source_checkpoint_id"_s], source[u"checkpoint_id"_s]);
            QVERIFY(source[u"created_at"_s].toString() < padded(row[u"created_at"_s].toString()));
            QCOMPARE(source[u"status"_s].toString(), u"available"_s);
            if (row[u"status"_s].toString() != u"success"_s)
                continue;
            const QString item = row[u"destination_checkpoint_item_id"_s].toString();
            const QJsonValue replica = found.value(item);
            ++(replica.isObject() ? kept : gone);
            if (!replica.isObject())
                continue;
            made.insert(item);
            QCOMPARE(replica[u"extend_info"_s][u"image_type"_s].toString(), u"replication"_s);
            QCOMPARE(replica[u"checkpoint_id"_s], row[u"destination_checkpoint_id"_s]);
            QCOMPARE(replica[u"resource_id"_s], source[u"resource_id"_s]);
            QCOMPARE(replica[u"name"_s], source[u"name"_s]);
            QVERIFY(replica[u"created_at"_s].toString() > padded(row[u"created_at"_s].toString()));
        }
        QVERIFY(kept > records / 20 && gone > 0); // the older ones have expired
        qint64 replicas = 0;
        for (const auto &row : found)
            replicas += row[u"extend_info"_s][u"image_type"_s].toString() == u"replication"_s ? 1 : 0;
        QCOMPARE(replicas, made.size());
    }

    void backupFiltersAgreeWithACount()
    {
        const Place &east = m_places[1];
        const QJsonArray rows = allBackups(east);
        const QString since = u"2026-02-25T00:00:00.000000"_s;
        QCOMPARE(backups(east, "?start_time=2026-02-25T00:00:00"),
                 counted(rows, [&](const QJsonValue &row) { return row[u"created_at"_s].toString() >= since; }));
        QCOMPARE(backups(east, "?end_time=2026-02-25T00:00:00"),
                 counted(rows, [&](const QJsonValue &row) { return row[u"created_at"_s].toString() <= since; }));
        QCOMPARE(backups(east, "?image_type=replication"), counted(rows, [](const QJsonValue &row) {
                     return row[u"extend_info"_s][u"image_type"_s].toString() == u"replication"_s;
                 }));
        QCOMPARE(backups(m_places.front(), "?status=error"), counted(allBackups(m_places.front()), [](const QJsonValue &row) {
                     return row[u"status"_s].toString() == u"error"_s;
                 }));
        QVERIFY(backups(m_places.front(), "?status=error") > 0);
        QStringList ids;
        for (const QJsonArray sorted = allBackups(east, "&sort=id%3Aasc"); const auto &row : sorted)
            ids.append(row[u"id"_s].toString());
        QCOMPARE(ids.size(), rows.size());
        QVERIFY(std::is_sorted(ids.begin(), ids.end()));
    }

    void oneOfThem()
    {
        for (int i = 500; i < records; i += 1777) {
            const QJsonValue row = m_all[i];
            const QString source = row[u"source_checkpoint_item_id"_s].toString();
            const Place &home = placeOf(row[u"source_project_id"_s].toString());
            // All records of the backup: by the filter, by plain looking, and in its detail.
            QJsonArray wanted;
            for (const auto &other : std::as_const(m_all))
                if (other[u"source_checkpoint_item_id"_s].toString() == source)
                    wanted.append(other);
            QVERIFY(!wanted.isEmpty());
            QCOMPARE(page(home, "source_checkpoint_item_id=" + source.toUtf8()), wanted);
            QCOMPARE(page(home, "checkpoint_item_id=" + source.toUtf8()), wanted);
            const QJsonValue item = get(home, "/checkpoint_items/" + source.toUtf8()).json()[u"checkpoint_item"_s];
            QCOMPARE(item[u"id"_s].toString(), source);
            QCOMPARE(item[u"replication_records"_s].toArray().size(), wanted.size());
            const bool isCopied =
                counted(wanted, [](const QJsonValue &record) { return record[u"status"_s].toString() == u"success"_s; }) > 0;
            QCOMPARE(item[u"extend_info"_s][u"copy_status"_s].toString() == u"success"_s, isCopied);
        }
        int replicas = 0;
        for (int i = 500; i < 2000; i += 101) {
            const QJsonValue row = m_all[i];
            if (row[u"status"_s].toString() != u"success"_s)
                continue;
            ++replicas;
            const QByteArray replica = row[u"destination_checkpoint_item_id"_s].toString().toUtf8();
            const Place &there = placeOf(row[u"destination_project_id"_s].toString());
            QCOMPARE(get(there, "/checkpoint_items/" + replica).json()[u"checkpoint_item"_s][u"replication_records"_s][0], row);
            QCOMPARE(page(there, "destination_checkpoint_item_id=" + replica), QJsonArray{row});
        }
        QVERIFY(replicas > 5);
        QCOMPARE(get("/checkpoint_items/00000000-0000-4000-8000-000000000000").status, 404);
        QCOMPARE(page("source_checkpoint_item_id=00000000-0000-4000-8000-000000000000").size(), 0);
    }

    void copiesOnTopOfIt()
    {
        open(fleet());
        const Place &door = m_places.front(), &east = m_places[1];
        const QByteArray backup = bytes(m_server->example("replicable")), done = bytes(m_server->example("replicated"));
        QVERIFY(!backup.isEmpty() && !done.isEmpty());
        const QByteArray body = "{\"replication\":{\"destination_region\":\"" + bytes(east.region) +
                                "\",\"destination_project_id\":\"" + east.id + "\"}}";
        const auto copy = [&](const QByteArray &item) {
            return Client(*m_server, door.token)
                .ask("POST", door.path + "/providers/" + provider + "/checkpoint_items/" + item + "/replicate", body);
        };
        QCOMPARE(copy(done).code(), "BackupService.1009");
        const qint64 before = backups(east);
        const Reply ordered = copy(backup);
        QCOMPARE(ordered.status, 200);
        QCOMPARE(count(door), records + 1);
        QCOMPARE(copy(backup).code(), "BackupService.1009");
        m_server->advance(60s);
        const QJsonValue newest = page("source_checkpoint_item_id=" + backup)[0];
        QCOMPARE(newest[u"status"_s].toString(), u"success"_s);
        QCOMPARE(newest[u"id"_s], ordered.json()[u"replication"_s][u"replication_record_id"_s]);
        QVERIFY(backups(east) > before);
        QCOMPARE(get(east, "/checkpoint_items/" + newest[u"destination_checkpoint_item_id"_s].toString().toUtf8()).status, 200);
        // By then some of what was running has ended, and the states of the list say so.
        qint64 sum = 0;
        for (const char *status : {"success", "fail", "skip", "replicating", "waiting_replicate"})
            sum += count(door, QByteArray("&status=") + status);
        QCOMPARE(sum, records + 1);
    }

    void aMillion()
    {
        open(fleet(1'000'000));
        QCOMPARE(count(m_places.front()), 1'000'000);
        qint64 sum = 0, ends = 0;
        for (const Place &place : m_places) {
            sum += backups(place);
            ends += count(place);
        }
        QCOMPARE(ends, 2'000'000);
        QVERIFY2(sum <= 300'000 && sum > 290'000, qPrintable(QString::number(sum)));
        const QJsonArray rows = page("limit=1000&offset=700000"), next = page("limit=1000&offset=700999");
        QCOMPARE(rows.size(), 1000);
        QCOMPARE(rows.last(), next.first());
        QCOMPARE(page("limit=1000&offset=999999").size(), 1);
    }
};

QTEST_GUILESS_MAIN(MockFleetTest)
#include "tst_mockfleet.moc"
