#include "models/ledgerentry.h"

#include "net/times.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace models {

namespace {

template <typename T, std::size_t N> using Words = std::array<std::pair<QLatin1StringView, T>, N>;

template <typename T, std::size_t N> QString wordOf(const Words<T, N> &words, T value)
{
    const auto it = std::ranges::find(words, value, &std::pair<QLatin1StringView, T>::second);
    return it == words.end() ? QString() : QString(it->first);
}

template <typename T, std::size_t N> std::optional<T> valueOf(const Words<T, N> &words, const QString &word)
{
    const auto it = std::ranges::find(words, word, &std::pair<QLatin1StringView, T>::first);
    return it == words.end() ? std::nullopt : std::optional(it->second);
}

using Plan = OperationPart::Plan;
using Check = OperationPart::Check;
using Kind = LedgerEntry::Kind;

constexpr std::array kinds{std::pair{"entered"_L1, Kind::Entered}, std::pair{"looked"_L1, Kind::Looked},
                           std::pair{"noted"_L1, Kind::Noted}};
constexpr std::array plans{std::pair{"none"_L1, Plan::None}, std::pair{"sure"_L1, Plan::Sure},
                           std::pair{"maybe"_L1, Plan::Maybe}};
// A look that was under way is begun again.
constexpr std::array checks{std::pair{"none"_L1, Check::None}, std::pair{"exists"_L1, Check::Exists},
                            std::pair{"absent"_L1, Check::Absent}, std::pair{"unknown"_L1, Check::Unknown}};
constexpr std::array errors{std::pair{"offline"_L1, net::ErrorKind::Offline},
                            std::pair{"timeout"_L1, net::ErrorKind::Timeout},
                            std::pair{"tls"_L1, net::ErrorKind::Tls},
                            std::pair{"signed-out"_L1, net::ErrorKind::SignedOut},
                            std::pair{"denied"_L1, net::ErrorKind::Denied},
                            std::pair{"missing"_L1, net::ErrorKind::Missing},
                            std::pair{"conflict"_L1, net::ErrorKind::Conflict},
                            std::pair{"busy"_L1, net::ErrorKind::Busy},
                            std::pair{"rejected"_L1, net::ErrorKind::Rejected},
                            std::pair{"server-fault"_L1, net::ErrorKind::ServerFault},
                            std::pair{"bad-reply"_L1, net::ErrorKind::BadReply},
                            std::pair{"read-only"_L1, net::ErrorKind::ReadOnly},
                            std::pair{"not-secure"_L1, net::ErrorKind::NotSecure}};
constexpr std::array effects{std::pair{"none"_L1, net::Effect::None}, std::pair{"not-sent"_L1, net::Effect::NotSent},
                             std::pair{"refused"_L1, net::Effect::Refused}, std::pair{"in-doubt"_L1, net::Effect::InDoubt}};
constexpr std::array statuses{std::pair{"init"_L1, net::Job::Status::Init}, std::pair{"running"_L1, net::Job::Status::Running},
                              std::pair{"success"_L1, net::Job::Status::Success}, std::pair{"fail"_L1, net::Job::Status::Fail},
                              std::pair{"other"_L1, net::Job::Status::Other}};

/// Writes members; what says nothing is left out.
class Out
{
public:
    void text(const QString &name, const QString &value)
    {
        if (!value.isEmpty())
            object.insert(name, value);
    }
    void number(const QString &name, qint64 value)
    {
        if (value != 0)
            object.insert(name, value);
    }
    void number(const QString &name, const std::optional<qint64> &value)
    {
        if (value)
            object.insert(name, *value);
    }
    void flag(const QString &name, bool value)
    {
        if (value)
            object.insert(name, true);
    }
    void time(const QString &name, const QDateTime &value)
    {
        if (value.isValid())
            object.insert(name, value.toUTC().toString(Qt::ISODateWithMs));
    }
    void map(const QString &name, const QHash<QString, QString> &values)
    {
        QJsonObject members;
        for (const auto &[key, value] : values.asKeyValueRange())
            members.insert(key, value);
        if (!members.isEmpty())
            object.insert(name, members);
    }

    QJsonObject object{};
};

/// Invalid too where a zone carries it out of the years that can be written.
QDateTime timeOf(const QJsonValue &value)
{
    const QDateTime time = QDateTime::fromString(value.toString(), Qt::ISODateWithMs).toUTC();
    return time.date().year() >= 1 && time.date().year() <= 9999 ? time : QDateTime();
}

std::optional<qint64> numberOf(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}

QHash<QString, QString> mapOf(const QJsonValue &value)
{
    QHash<QString, QString> values;
    const QJsonObject members = value.toObject();
    for (auto it = members.begin(); it != members.end(); ++it)
        values.insert(it.key(), it.value().toString());
    return values;
}

QJsonObject toJson(const OperationPart &part)
{
    Out out;
    out.text(u"id"_s, part.id);
    out.text(u"backup"_s, part.backupId);
    out.text(u"name"_s, part.name);
    out.text(u"server"_s, part.server);
    out.number(u"size_mb"_s, part.sizeMb);
    if (part.plan != Plan::None)
        out.text(u"plan"_s, wordOf(plans, part.plan));
    // How far it has come is asked anew; only how it ended is kept.
    if (part.final) {
        out.flag(u"final"_s, true);
        out.text(u"word"_s, part.word);
        out.flag(u"failed"_s, part.failed);
        out.flag(u"skipped"_s, part.skipped);
        out.number(u"progress"_s, part.progress);
        out.text(u"code"_s, part.code);
        out.text(u"reason"_s, part.reason);
        out.time(u"ended"_s, part.ended);
    }
    out.text(u"made"_s, part.madeId);
    if (part.check != Check::None && part.check != Check::Asking)
        out.text(u"check"_s, wordOf(checks, part.check));
    out.time(u"began"_s, part.began);
    return out.object;
}

OperationPart partFromJson(const QJsonObject &in)
{
    OperationPart part;
    part.id = in[u"id"_s].toString();
    part.backupId = in[u"backup"_s].toString();
    part.name = in[u"name"_s].toString();
    part.server = in[u"server"_s].toString();
    part.sizeMb = numberOf(in[u"size_mb"_s]);
    part.plan = valueOf(plans, in[u"plan"_s].toString()).value_or(Plan::None);
    part.final = in[u"final"_s].toBool();
    part.word = in[u"word"_s].toString();
    part.failed = in[u"failed"_s].toBool();
    part.skipped = in[u"skipped"_s].toBool();
    if (const auto percent = numberOf(in[u"progress"_s]))
        part.progress = static_cast<int>(std::clamp<qint64>(*percent, 0, 100));
    part.code = in[u"code"_s].toString();
    part.reason = in[u"reason"_s].toString();
    part.ended = timeOf(in[u"ended"_s]);
    part.madeId = in[u"made"_s].toString();
    part.check = valueOf(checks, in[u"check"_s].toString()).value_or(Check::None);
    part.began = timeOf(in[u"began"_s]);
    return part;
}

// Numbered members, so that one changed part is one changed member.
QJsonObject toJson(const QList<OperationPart> &parts)
{
    QJsonObject all{{u"count"_s, parts.size()}};
    for (qsizetype i = 0; i < parts.size(); ++i)
        all.insert(QString::number(i), toJson(parts.at(i)));
    return all;
}

QJsonObject toJson(const net::ApiError &error)
{
    Out out;
    out.text(u"kind"_s, wordOf(errors, error.kind));
    out.text(u"effect"_s, wordOf(effects, error.effect));
    out.number(u"http_status"_s, error.httpStatus);
    out.text(u"code"_s, error.code);
    out.text(u"detail"_s, error.detail);
    out.text(u"request_id"_s, error.requestId);
    out.text(u"endpoint"_s, error.endpoint);
    out.number(u"retry_after"_s, error.retryAfter);
    out.number(u"clock_skew"_s, error.clockSkew);
    return out.object;
}

net::ApiError errorFromJson(const QJsonObject &in)
{
    net::ApiError error;
    error.kind = valueOf(errors, in[u"kind"_s].toString()).value_or(net::ErrorKind::BadReply);
    error.effect = valueOf(effects, in[u"effect"_s].toString()).value_or(net::Effect::InDoubt);
    error.httpStatus = in[u"http_status"_s].toInt();
    error.code = in[u"code"_s].toString();
    error.detail = in[u"detail"_s].toString();
    error.requestId = in[u"request_id"_s].toString();
    error.endpoint = in[u"endpoint"_s].toString();
    error.retryAfter = in[u"retry_after"_s].toInteger();
    error.clockSkew = in[u"clock_skew"_s].toInteger();
    return error;
}

net::TimeStamp stampOf(const QString &asSent)
{
    net::TimeStamp stamp{.asSent = asSent};
    if (const auto utc = net::parseTime(asSent, &stamp.zoneAssumed))
        stamp.utc = *utc;
    return stamp;
}

QJsonObject toJson(const net::Job &job)
{
    Out out;
    out.text(u"id"_s, job.id);
    out.text(u"type"_s, job.type);
    out.text(u"status"_s, wordOf(statuses, job.status));
    out.text(u"status_word"_s, job.statusWord);
    out.text(u"began"_s, job.beganAt.asSent);
    out.text(u"ended"_s, job.endedAt.asSent);
    out.text(u"error_code"_s, job.errorCode);
    out.text(u"fail_reason"_s, job.failReason);
    QJsonArray entities, parts;
    for (const net::Job::Entity &entity : job.entities)
        entities.append(QJsonArray{entity.key, entity.id});
    for (const net::Job &part : job.subJobs)
        parts.append(toJson(part));
    if (!entities.isEmpty())
        out.object.insert(u"entities"_s, entities);
    if (!parts.isEmpty())
        out.object.insert(u"parts"_s, parts);
    return out.object;
}

net::Job jobFromJson(const QJsonObject &in)
{
    net::Job job;
    job.id = in[u"id"_s].toString();
    job.type = in[u"type"_s].toString();
    job.status = valueOf(statuses, in[u"status"_s].toString()).value_or(net::Job::Status::Other);
    job.statusWord = in[u"status_word"_s].toString();
    job.beganAt = stampOf(in[u"began"_s].toString());
    job.endedAt = stampOf(in[u"ended"_s].toString());
    job.errorCode = in[u"error_code"_s].toString();
    job.failReason = in[u"fail_reason"_s].toString();
    const QJsonArray entities = in[u"entities"_s].toArray(), parts = in[u"parts"_s].toArray();
    for (const auto &entity : entities)
        job.entities.append({entity[0].toString(), entity[1].toString()});
    for (const auto &part : parts)
        job.subJobs.append(jobFromJson(part.toObject()));
    return job;
}

} // namespace

QString LedgerEntry::word(Kind kind) { return wordOf(kinds, kind); }

std::optional<LedgerEntry::Kind> LedgerEntry::kindOf(const QString &word) { return valueOf(kinds, word); }

QJsonObject toJson(const Operation &operation)
{
    Out out;
    out.text(u"verb"_s, QString::fromLatin1(operation.draft.verb->id));
    out.text(u"region"_s, operation.draft.scope.region);
    out.text(u"project"_s, operation.draft.scope.projectId);
    out.map(u"target"_s, operation.draft.target);
    out.map(u"values"_s, operation.draft.values);
    const net::Request request = net::request(operation.draft);
    out.object.insert(u"request"_s, QJsonObject{{u"method"_s, QString::fromLatin1(request.verb)},
                                                {u"path"_s, u'/' + request.path.join(u'/')},
                                                {u"body"_s, QString::fromUtf8(request.body)}});
    out.text(u"name"_s, operation.targetName);
    out.text(u"of"_s, operation.targetDetail);
    out.number(u"size_mb"_s, operation.sizeMb);
    out.number(u"queue"_s, static_cast<qint64>(operation.queue));
    out.text(u"by"_s, operation.by);
    out.time(u"began"_s, operation.began);
    out.flag(u"undated"_s, !operation.dated);
    out.time(u"ended"_s, operation.ended);
    if (!operation.parts.isEmpty())
        out.object.insert(u"parts"_s, toJson(operation.parts));
    out.text(u"job_id"_s, operation.jobId);
    if (operation.job && operation.job->over())
        out.object.insert(u"job"_s, toJson(*operation.job));
    out.text(u"made"_s, operation.madeId);
    if (operation.error)
        out.object.insert(u"error"_s, toJson(*operation.error));
    out.number(u"looks"_s, operation.looks);
    out.number(u"candidates"_s, operation.candidates);
    out.text(u"request_id"_s, operation.requestId);
    out.flag(u"unread"_s, operation.unread);
    out.text(u"declared"_s, operation.declared);
    return out.object;
}

std::optional<Operation> operationFromJson(const QJsonObject &in)
{
    Operation operation;
    operation.draft.verb = net::verbs::find(in[u"verb"_s].toString());
    operation.draft.scope = {in[u"region"_s].toString(), in[u"project"_s].toString()};
    operation.began = timeOf(in[u"began"_s]);
    if (!operation.draft.verb || operation.draft.scope.isEmpty() || !operation.began.isValid())
        return {};
    operation.draft.target = mapOf(in[u"target"_s]);
    operation.draft.values = mapOf(in[u"values"_s]);
    operation.targetName = in[u"name"_s].toString();
    operation.targetDetail = in[u"of"_s].toString();
    operation.sizeMb = numberOf(in[u"size_mb"_s]);
    operation.queue = static_cast<quint64>(in[u"queue"_s].toInteger());
    operation.by = in[u"by"_s].toString();
    operation.dated = !in[u"undated"_s].toBool();
    operation.ended = timeOf(in[u"ended"_s]);
    const QJsonObject parts = in[u"parts"_s].toObject();
    const qint64 count = parts[u"count"_s].toInteger();
    for (qint64 i = 0; i < count && i < parts.size(); ++i)
        operation.parts.append(partFromJson(parts[QString::number(i)].toObject()));
    operation.jobId = in[u"job_id"_s].toString();
    if (in.contains(u"job"_s))
        operation.job = jobFromJson(in[u"job"_s].toObject());
    operation.madeId = in[u"made"_s].toString();
    if (in.contains(u"error"_s))
        operation.error = errorFromJson(in[u"error"_s].toObject());
    operation.looks = in[u"looks"_s].toInt();
    operation.candidates = in[u"candidates"_s].toInt();
    operation.requestId = in[u"request_id"_s].toString();
    operation.unread = in[u"unread"_s].toBool();
    operation.declared = in[u"declared"_s].toString();
    return operation;
}

QJsonObject changesOf(const QJsonObject &before, const QJsonObject &after)
{
    QJsonObject changes;
    for (auto it = after.begin(); it != after.end(); ++it) {
        const QJsonValue was = before.value(it.key());
        if (was == it.value())
            continue;
        if (it.key() == "parts"_L1 && was.isObject())
            changes.insert(it.key(), changesOf(was.toObject(), it.value().toObject()));
        else
            changes.insert(it.key(), it.value());
    }
    for (auto it = before.begin(); it != before.end(); ++it) {
        if (!after.contains(it.key()))
            changes.insert(it.key(), QJsonValue::Null);
    }
    return changes;
}

void apply(QJsonObject &whole, const QJsonObject &changes)
{
    for (auto it = changes.begin(); it != changes.end(); ++it) {
        if (it.value().isNull()) {
            whole.remove(it.key());
        } else if (it.key() == "parts"_L1 && it.value().isObject()) {
            QJsonObject parts = whole.value(it.key()).toObject();
            apply(parts, it.value().toObject());
            whole.insert(it.key(), parts);
        } else {
            whole.insert(it.key(), it.value());
        }
    }
}

} // namespace models
