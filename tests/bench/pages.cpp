// Pages of replication records: how fast they are read, and how fast the demo endpoint gives them.

#include "benches.h"
#include "mockpages.h"

#include "net/readcolumns.h"
#include "net/records/replicationrecord.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QUuid>

#include <simdjson.h>

using namespace Qt::StringLiterals;

namespace bench {

namespace {

constexpr int rowsOfPage = 1000;
constexpr int readRounds = 101; ///< each takes less than a millisecond
constexpr auto listName = "replication_records";

/// A page as the service sends it: one record of eight has failed and says why.
QByteArray makePage()
{
    QRandomGenerator random(7);
    const auto uuid = [&random] { return net::Id{random.generate64() | 1, random.generate64()}.text(); };
    const QStringList regions{u"cn-north-1"_s, u"cn-east-2"_s, u"cn-south-1"_s}, projects{uuid(), uuid(), uuid()},
        policies{uuid(), uuid(), uuid(), uuid()};
    const auto one = [&random](const QStringList &of) { return of.at(int(random.bounded(quint32(of.size())))); };
    const QDateTime first({2026, 11, 1}, {0, 0}, Qt::UTC);
    QStringList rows;
    for (int row = 0; row < rowsOfPage; ++row) {
        const bool hasFailed = row % 8 == 0;
        rows.append(uR"({"id":"%1","status":"%2","source_region":"%3","source_project_id":"%4","source_checkpoint_id":"%5",)"
                    uR"("source_checkpoint_item_id":"%6","destination_region":"%7","destination_project_id":"%8",)"
                    uR"("destination_checkpoint_id":"%9",)"_s.arg(uuid(), hasFailed ? u"fail"_s : u"success"_s, one(regions),
                                                                  one(projects), uuid(), uuid(), one(regions), one(projects),
                                                                  uuid()) +
                    uR"("destination_checkpoint_item_id":"%1","plan_id":"%2","created_at":"%3","extra_info":{"progress":100,)"
                    uR"("fail_code":"%4","fail_reason":"%5","auto_trigger":true}})"_s.arg(
                        uuid(), one(policies), first.addSecs(row * 97).toString(u"yyyy-MM-ddTHH:mm:ss.zzz000"_s),
                        hasFailed ? u"BackupService.3031"_s : QString(),
                        hasFailed ? u"The destination region has no free quota for this copy."_s : QString()));
    }
    return uR"({"count":1000000,"replication_records":[%1]})"_s.arg(rows.join(u',')).toUtf8();
}

/// The row of a program that keeps what Qt's reader gives it.
struct PlainRecord
{
    QUuid id, sourceCheckpoint, sourceItem, destinationCheckpoint, destinationItem, policy;
    QString status, sourceRegion, sourceProject, destinationRegion, destinationProject, failCode, failReason;
    QDateTime created;
    int progress = 0;
    bool isAutomatic = false;
};

std::vector<PlainRecord> readPlainly(const QByteArray &body)
{
    const QJsonArray rows = QJsonDocument::fromJson(body)[QLatin1StringView(listName)].toArray();
    std::vector<PlainRecord> records;
    records.reserve(std::size_t(rows.size()));
    for (const auto &value : rows) {
        const QJsonObject row = value.toObject(), extra = row["extra_info"_L1].toObject();
        const auto text = [&row](QLatin1StringView name) { return row[name].toString(); };
        PlainRecord record;
        record.id = QUuid::fromString(text("id"_L1));
        record.status = text("status"_L1);
        record.sourceRegion = text("source_region"_L1);
        record.sourceProject = text("source_project_id"_L1);
        record.sourceCheckpoint = QUuid::fromString(text("source_checkpoint_id"_L1));
        record.sourceItem = QUuid::fromString(text("source_checkpoint_item_id"_L1));
        record.destinationRegion = text("destination_region"_L1);
        record.destinationProject = text("destination_project_id"_L1);
        record.destinationCheckpoint = QUuid::fromString(text("destination_checkpoint_id"_L1));
        record.destinationItem = QUuid::fromString(text("destination_checkpoint_item_id"_L1));
        record.policy = QUuid::fromString(text("plan_id"_L1));
        record.created = QDateTime::fromString(text("created_at"_L1), Qt::ISODateWithMs);
        record.progress = extra["progress"_L1].toInt();
        record.isAutomatic = extra["auto_trigger"_L1].toBool();
        record.failCode = extra["fail_code"_L1].toString();
        record.failReason = extra["fail_reason"_L1].toString();
        records.push_back(std::move(record));
    }
    return records;
}

/// Over every value of a row, in one order.
class RowSum
{
public:
    RowSum &operator<<(const QString &text)
    {
        m_sum = qHash(text, m_sum * 31 + 7);
        return *this;
    }
    RowSum &operator<<(const QUuid &id) { return *this << id.toString(QUuid::WithoutBraces); }
    RowSum &operator<<(qint64 number) { return *this << QString::number(number); }
    operator quint64() const { return m_sum; }

private:
    std::size_t m_sum = 0;
};

quint64 sumOf(const std::vector<PlainRecord> &records)
{
    RowSum sum;
    for (const PlainRecord &r : records) {
        QDateTime created = r.created; // sent without a zone: UTC
        created.setTimeSpec(Qt::UTC);
        sum << r.id << r.status << r.sourceRegion << r.sourceProject << r.sourceCheckpoint << r.sourceItem << r.destinationRegion
            << r.destinationProject << r.destinationCheckpoint << r.destinationItem << r.policy << created.toMSecsSinceEpoch()
            << qint64(r.progress) << qint64(r.isAutomatic) << r.failCode << r.failReason;
    }
    return sum;
}

quint64 sumOf(const net::Result<net::PackedPage> &page, const net::Words &words)
{
    RowSum sum;
    for (int row = 0; page && row < page->columns->rows(); ++row) {
        const auto r = net::members::unpack<net::ReplicationRecord>(*page->columns, words, row);
        sum << r.id << r.statusWord << r.sourceRegion << r.sourceProjectId << r.sourceCheckpointId << r.sourceItemId
            << r.destinationRegion << r.destinationProjectId << r.destinationCheckpointId << r.destinationItemId << r.policyId
            << r.createdAt.msecs() << qint64(r.progress.value_or(-1)) << qint64(r.autoTrigger.value_or(false)) << r.failCode
            << r.failReason;
    }
    return sum;
}

Side packed(const QByteArray &body)
{
    const auto words = std::make_shared<net::Words>(); // a list has one for all its pages
    return timed([body, words] { return net::readPacked<net::ReplicationRecord>(body, listName, *words); },
                 [words](const auto &page) { return sumOf(page, *words); });
}

Result<Sides> againstQJson()
{
    const QByteArray body = makePage();
    return Sides{packed(body),
                 {{u"QJsonDocument into QString, QDateTime, QUuid"_s,
                   timed([body] { return readPlainly(body); }, [](const auto &records) { return sumOf(records); })}}};
} // NOLINT(clang-analyzer-cplusplus.NewDeleteLeaks): functions, which go with their scope

Result<Sides> againstSimdjson()
{
    const QByteArray body = makePage();
    const auto padded = std::make_shared<simdjson::padded_string>(body.constData(), std::size_t(body.size()));
    const auto parser = std::make_shared<simdjson::dom::parser>();
    const auto parse = [padded, parser] { return parser->parse(*padded).error(); };
    const auto none = [](simdjson::error_code) { return std::optional<quint64>(); }; // it makes no rows
    if (parse() != simdjson::SUCCESS)
        return tl::unexpected(u"the page is no JSON"_s);
    return Sides{packed(body), {{u"simdjson's DOM parse alone"_s, timed(parse, none)}}};
} // NOLINT(clang-analyzer-cplusplus.NewDeleteLeaks): as above

Result<Sides> againstBareLoop()
{
    mockpages::Options options;
    options.program = QCoreApplication::applicationDirPath().toStdString() + "/ballast-mock";
    auto opened = mockpages::Pages::open(options);
    if (!opened)
        return tl::unexpected(QString::fromStdString(opened.error()));
    const std::shared_ptr<mockpages::Pages> pages = std::move(*opened);
    using Pass = mockpages::Result<mockpages::Pass>;
    const auto theMock = pages->fromMock(true), theLoop = pages->fromBare(true);
    if (!theMock || !theLoop || theMock->checksum != theLoop->checksum)
        return tl::unexpected(u"the endpoint and the loop do not give the same bytes"_s);
    const auto side = [pages](Pass (mockpages::Pages::*pass)(bool) const) -> Side {
        return [pages, pass]() -> Result<Sample> {
            const Pass once = (*pages.*pass)(false);
            if (!once)
                return tl::unexpected(QString::fromStdString(once.error()));
            return Sample{once->milliseconds};
        };
    };
    return Sides{side(&mockpages::Pages::fromMock),
                 {{u"a bare loop that writes the same bytes"_s, side(&mockpages::Pages::fromBare)}}};
} // NOLINT(clang-analyzer-cplusplus.NewDeleteLeaks): as above

} // namespace

std::vector<Bench> pageBenches()
{
    using Kind = Bench::Kind;
    const QString page = u"1,000 replication records into lossless columns, one thread"_s;
    return {
        {u"parse_vs_qjson"_s, u"ms"_s, Kind::TimesBetter, 15, page, againstQJson, readRounds},
        {u"parse_vs_simdjson"_s, u"ms"_s, Kind::AtMost, 2.5, page, againstSimdjson, readRounds},
        {u"mock_vs_limit"_s, u"ms"_s, Kind::AtMost, 1.5, u"100 pages of 1,000 records out of 1,000,000, one kept-alive socket"_s,
         againstBareLoop},
    };
}

} // namespace bench
