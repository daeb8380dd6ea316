// Readers: net/columns.cpp net/id.cpp net/jsonform.cpp net/jsonreader.cpp net/readcolumns.cpp net/records/activedomain.cpp
// Readers: net/records/apiversion.cpp net/records/backup.cpp net/records/drill.cpp net/records/policy.cpp
// Readers: net/records/protectiongroup.cpp net/records/quota.cpp net/records/replicationrecord.cpp net/records/token.cpp
// Readers: net/records/vpcnetwork.cpp net/words.cpp

#include "fuzz/fuzz.h"
#include "net/errorbody.h"
#include "net/jsonform.h"
#include "net/readcolumns.h"
#include "net/records/activedomain.h"
#include "net/records/apiversion.h"
#include "net/records/backup.h"
#include "net/records/drill.h"
#include "net/records/job.h"
#include "net/records/policy.h"
#include "net/records/protectiongroup.h"
#include "net/records/quota.h"
#include "net/records/replicationrecord.h"
#include "net/records/token.h"
#include "net/records/vpcnetwork.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using fuzz::claim;

namespace {

bool isPercent(const std::optional<int> &value) { return !value || (*value >= 0 && *value <= 100); }

void check(const net::ReplicationRecord &record)
{
    claim(isPercent(record.progress), "the progress of a record is a percentage");
    claim(record.isFinal() ==
              (record.statusWord == "success"_L1 || record.statusWord == "fail"_L1 || record.statusWord == "skip"_L1),
          "a record is final by its word");
}

void check(const net::Backup &backup) { claim(isPercent(backup.progress), "the progress of a backup is a percentage"); }

void check(const net::ProtectionGroup &group)
{
    claim(isPercent(group.progress), "the progress of a group is a percentage");
    claim(group.productionZone().isEmpty() == group.recoveryZone().isEmpty() || group.sourceZone.isEmpty() ||
              group.targetZone.isEmpty(),
          "a group has two sites or none");
    claim((phaseOf(group.status) == net::Phase::Unknown) == (group.status == net::ProtectionGroup::Status::Other),
          "every word this build knows has a phase");
}

void check(const net::DrDrill &drill)
{
    claim((phaseOf(drill.status) == net::Phase::Unknown) == (drill.status == net::DrDrill::Status::Other),
          "every word this build knows has a phase");
}

void check(const net::Project &project) { claim(project.name.startsWith(project.region()), "a region is the name's begin"); }

template <typename T> void check(const T &) {}

template <typename T> QString idOf(const T &record) { return record.id; }
QString idOf(const net::RegionTargets &targets) { return targets.region; }

/// Reads a list, and compares what can be told without the reader under test.
template <typename T> void list(const QByteArray &body, const QJsonDocument &oracle, const char *member)
{
    const auto read = net::readRecords<T>(body, member);
    if (!read) {
        claim(read.error().kind == net::ErrorKind::BadReply, "a broken envelope is a bad reply");
        return;
    }
    const auto &[records, envelope] = *read;
    claim(records.size() + envelope.unreadable == envelope.rows, "every row is read or counted");
    claim(!envelope.count || *envelope.count >= 0, "a count is no negative number");
    if (oracle.isObject())
        claim(oracle[QLatin1StringView(member)].toArray().size() == envelope.rows, "no row is lost");
    for (const T &record : records) {
        claim(!idOf(record).isEmpty(), "a readable row has its id");
        check(record);
    }
}

/// The same list in columns: it holds what the reader of records finds, save that a member whose name is sent escaped is found
/// here.
template <typename T> void packed(const QByteArray &body, const char *member)
{
    net::Words words;
    const auto page = net::readPacked<T>(body, member, words);
    const auto read = net::readRecords<T>(body, member);
    if (body.contains('\\'))
        return;
    claim(page.has_value() == read.has_value(), "a page is read in both ways or in none");
    if (!page)
        return;
    claim(page->columns->rows() == read->first.size() && page->envelope.rows == read->second.rows,
          "both ways find the same rows");
    for (int row = 0; row < page->columns->rows(); ++row)
        claim(net::members::unpack<T>(*page->columns, words, row) == read->first.at(row), "a row in columns is the record");
}

template <typename T> void one(const QByteArray &body, const char *member)
{
    if (const auto read = net::readRecord<T>(body, member); !read)
        claim(read.error().kind == net::ErrorKind::BadReply, "what cannot be read is a bad reply");
    else
        check(*read);
}

/// What any record may ask, whatever the member holds.
void members(const QByteArray &body)
{
    net::readObject(body, {}, [](net::JsonReader &in, QString &) {
        for (const char *member : {"id", "count", "vpcs"}) {
            const auto real = in.real(member);
            const auto whole = in.number(member);
            claim(!real || !whole || std::abs(*real - double(*whole)) < 1 || std::abs(*real) > 9e15,
                  "a number is the same with its fraction");
            claim(in.number(member, 1, 9) >= 1 && in.number(member, 1, 9) <= 9, "a number keeps its bounds");
            in.flag(member);
            in.code(member);
            in.texts(member);
            claim(in.time(member).utc.isValid() <= !in.time(member).asSent.isEmpty(), "a time is of what was sent");
        }
        return true;
    });
}

/// One parser serves all answers of a thread: no answer may spoil the next.
void checkNext()
{
    const auto good = net::readRecords<net::VpcNetwork>(R"({"vpcs":[{"id":"a","name":"n","status":"OK"}]})", "vpcs");
    claim(good && good->first.size() == 1 && good->first.first().name == "n"_L1, "the answer after it is read as ever");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray body(reinterpret_cast<const char *>(data), qsizetype(size));
    const QJsonDocument oracle = QJsonDocument::fromJson(body);
    claim(oracle.isNull() || body.startsWith("\xef\xbb\xbf") || net::hasJsonForm({body.constData(), size}),
          "what is JSON has the form of it");
    list<net::ReplicationRecord>(body, oracle, "replication_records");
    list<net::Backup>(body, oracle, "checkpoint_items");
    list<net::Policy>(body, oracle, "policies");
    list<net::RegionTargets>(body, oracle, "regions");
    list<net::Region>(body, oracle, "regions");
    list<net::Project>(body, oracle, "projects");
    list<net::VpcNetwork>(body, oracle, "vpcs");
    list<net::ProtectionGroup>(body, oracle, "server_groups");
    list<net::DrDrill>(body, oracle, "disaster_recovery_drills");
    list<net::ActiveDomain>(body, oracle, "domains");
    list<net::ApiVersion>(body, oracle, "versions");
    packed<net::ReplicationRecord>(body, "replication_records");
    packed<net::Backup>(body, "checkpoint_items");
    one<net::Backup>(body, "checkpoint_item");
    one<net::Policy>(body, "policy");
    one<net::VpcNetwork>(body, "vpc");
    one<net::ProtectionGroup>(body, "server_group");
    one<net::DrDrill>(body, "disaster_recovery_drill");
    one<net::ApiVersion>(body, "version");
    one<net::Token>(body, "token");
    one<net::Job>(body, "");
    if (const auto quotas = net::readQuotas(body)) {
        claim(std::ranges::none_of(*quotas, [](const net::Quota &quota) { return quota.type.isEmpty(); }),
              "a quota that was read says of what");
    }
    members(body);
    net::readErrorBody(body); // the one reader that walks over all members of an object
    checkNext();
    return 0;
}
