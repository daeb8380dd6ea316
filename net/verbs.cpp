#include "net/verbs.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <string_view>

using namespace Qt::StringLiterals;

namespace net {

namespace {

// Source: "复制备份". Name and description carry no rule there; CBR's rules are taken, which the stricter of the two keep.
constexpr Field replicateBackupFields[] = {
    {"destination_region", QT_TRANSLATE_NOOP("Fields", "Destination region"), Field::Type::Text, true, FieldRule::Offered, false,
     "C1"},
    {"destination_project_id", QT_TRANSLATE_NOOP("Fields", "Destination project"), Field::Type::Text, true, FieldRule::Offered,
     false, "IAM A3"},
    {"name", QT_TRANSLATE_NOOP("Fields", "Name"), Field::Type::Text, false, FieldRule::ReplicaName, true, "CBR: 1-64"},
    {"description", QT_TRANSLATE_NOOP("Fields", "Description"), Field::Type::Text, false, FieldRule::Description, true,
     "CBR: 0-255"},
    {"enable_acceleration", QT_TRANSLATE_NOOP("Fields", "Enable acceleration (extra charge)"), Field::Type::Flag, false,
     FieldRule::None, true, "C2"},
};

// Source: "执行复制策略". Started by hand: auto_trigger keeps its default.
constexpr Field replicatePolicyFields[] = {
    {"policy_id", QT_TRANSLATE_NOOP("Fields", "Backup policy"), Field::Type::Text, true, FieldRule::Offered, false, "C5"},
    {"destination_region", QT_TRANSLATE_NOOP("Fields", "Destination region"), Field::Type::Text, true, FieldRule::Offered, false,
     "C1"},
    {"destination_project_id", QT_TRANSLATE_NOOP("Fields", "Destination project"), Field::Type::Text, true, FieldRule::Offered,
     false, "IAM A3"},
    {"enable_acceleration", QT_TRANSLATE_NOOP("Fields", "Enable acceleration (extra charge)"), Field::Type::Flag, false,
     FieldRule::None, true, "C2"},
};

// Source: "创建保护组".
constexpr Field createGroupFields[] = {
    {"name", QT_TRANSLATE_NOOP("Fields", "Name"), Field::Type::Text, true, FieldRule::GroupName, false, "SDRS 5: 64 bytes"},
    {"description", QT_TRANSLATE_NOOP("Fields", "Description"), Field::Type::Text, false, FieldRule::GroupDescription, true,
     "SDRS 5: 64 bytes"},
    {"source_availability_zone", QT_TRANSLATE_NOOP("Fields", "Production site"), Field::Type::Text, true, FieldRule::Offered,
     false, "SDRS 4"},
    {"target_availability_zone", QT_TRANSLATE_NOOP("Fields", "DR site"), Field::Type::Text, true, FieldRule::Offered, false,
     "SDRS 4"},
    {"domain_id", QT_TRANSLATE_NOOP("Fields", "Active-active domain"), Field::Type::Text, true, FieldRule::Offered, false,
     "SDRS 4"},
    {"source_vpc_id", QT_TRANSLATE_NOOP("Fields", "VPC"), Field::Type::Text, true, FieldRule::Offered, false, "VPC N1"},
    {"dr_type", QT_TRANSLATE_NOOP("Fields", "Deployment model"), Field::Type::Text, false, FieldRule::Offered, true, "SDRS 5"},
};

constexpr qint64 mostAnswer = 8 * 1024 * 1024; ///< bytes; it tells some hundred of each thing begun
constexpr int mostNameCharacters = 64;
constexpr int mostDescriptionCharacters = 255;
constexpr int mostGroupBytes = 64; ///< of a name, and of a description

qsizetype characters(const QString &text) { return text.toUcs4().size(); }

bool isAsciiAlnum(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9'); }

bool isFullWidth(char32_t c)
{
    return (c >= 0xFF10 && c <= 0xFF19) || (c >= 0xFF21 && c <= 0xFF3A) || (c >= 0xFF41 && c <= 0xFF5A);
}

Reason checkLength(const Field &field, const QString &value)
{
    const std::optional<Room> room = net::room(field, value);
    if (!room || room->used <= room->most)
        return {};
    return {Reason::Code::TooLong, {QString::number(room->most), QString::number(room->used)}};
}

/// Of Chinese characters, ASCII letters and digits, and these \a marks.
Reason checkLetters(const QString &value, std::u32string_view marks)
{
    const auto points = value.toUcs4();
    for (const char32_t c : points) {
        if (isFullWidth(c))
            return {Reason::Code::FullWidth, {QString::fromUcs4(&c, 1)}};
        if (!isAsciiAlnum(c) && marks.find(c) == marks.npos && QChar::script(c) != QChar::Script_Han)
            return {Reason::Code::BadCharacters, {QString::fromUcs4(&c, 1)}};
    }
    return {};
}

Reason checkBrackets(const QString &value)
{
    return value.contains(u'<') || value.contains(u'>') ? Reason{Reason::Code::AngleBrackets, {}} : Reason{};
}

} // namespace

const Verb verbs::replicatePolicy{.id = "replicate-policy",
                                  .title = QT_TRANSLATE_NOOP("Verbs", "Replicate policy"),
                                  .method = "POST",
                                  .service = Service::Csbs,
                                  .path = "v1/{project_id}/providers/{provider_id}/checkpoints/replicate",
                                  .envelope = "replication",
                                  .fields = replicatePolicyFields,
                                  .answerEnvelope = "replication",
                                  .answerList = "checkpoint_items",
                                  .answerOf = "checkpoint_item_id",
                                  .answerId = "replication_record_id",
                                  .settle = Settle::RecordsOfPolicy,
                                  .target = QT_TRANSLATE_NOOP("Fields", "Backup policy")};

const Verb verbs::replicateBackup{.id = "replicate-backup",
                                  .title = QT_TRANSLATE_NOOP("Verbs", "Replicate backup"),
                                  .method = "POST",
                                  .service = Service::Csbs,
                                  .path =
                                      "v1/{project_id}/providers/{provider_id}/checkpoint_items/{checkpoint_item_id}/replicate",
                                  .envelope = "replication",
                                  .fields = replicateBackupFields,
                                  .answerEnvelope = "replication",
                                  .answerList = "",
                                  .answerOf = "checkpoint_item_id",
                                  .answerId = "replication_record_id",
                                  .settle = Settle::RecordOfBackup,
                                  .target = QT_TRANSLATE_NOOP("Fields", "Backup")};

const Verb verbs::createGroup{.id = "create-protection-group",
                              .title = QT_TRANSLATE_NOOP("Verbs", "Create protection group"),
                              .method = "POST",
                              .service = Service::Sdrs,
                              .path = "v1/{project_id}/server-groups",
                              .envelope = "server_group",
                              .fields = createGroupFields,
                              .answerEnvelope = "",
                              .answerList = "",
                              .answerOf = "",
                              .answerId = "job_id",
                              .settle = Settle::GroupOfName,
                              .target = QT_TRANSLATE_NOOP("Fields", "Protection group")};

namespace {
constexpr const Verb *known[] = {&verbs::replicatePolicy, &verbs::replicateBackup, &verbs::createGroup};
}

const std::span<const Verb *const> verbs::all(known);

const Verb *verbs::find(const QString &id)
{
    for (const Verb *verb : known) {
        if (id == QLatin1StringView(verb->id))
            return verb;
    }
    return nullptr;
}

QString csbsProvider() { return u"fc4d5750-22e7-4798-8a46-f48f62c4c1da"_s; }

Reason check(const Field &field, const QString &value)
{
    if (value.isEmpty())
        return field.required ? Reason{Reason::Code::Required, {}} : Reason{};
    if (Reason tooLong = checkLength(field, value))
        return tooLong;
    switch (field.rule) {
    case FieldRule::ReplicaName:
        return checkLetters(value, U"_-");
    case FieldRule::GroupName:
        return checkLetters(value, U"._-");
    case FieldRule::Description:
    case FieldRule::GroupDescription:
        return checkBrackets(value);
    case FieldRule::None:
    case FieldRule::Offered:
        return {};
    }
    return {};
}

std::optional<Room> room(const Field &field, const QString &value)
{
    switch (field.rule) {
    case FieldRule::ReplicaName:
        return Room{static_cast<int>(characters(value)), mostNameCharacters, false};
    case FieldRule::Description:
        return Room{static_cast<int>(characters(value)), mostDescriptionCharacters, false};
    case FieldRule::GroupName:
    case FieldRule::GroupDescription:
        return Room{static_cast<int>(value.toUtf8().size()), mostGroupBytes, true};
    case FieldRule::None:
    case FieldRule::Offered:
        return {};
    }
    return {};
}

Reason eligible(const Backup &backup)
{
    if (backup.status != Backup::Status::Available)
        return {Reason::Code::WrongState, {backup.statusWord}};
    if (backup.imageType == "replication"_L1)
        return {Reason::Code::IsReplica, {}};
    return {};
}

Reason eligible(const ActiveDomain &domain)
{
    return domain.soldOut ? Reason{Reason::Code::SoldOut, {domain.name.isEmpty() ? domain.id : domain.name}} : Reason{};
}

Request request(const Draft &draft)
{
    const Verb &verb = *draft.verb;
    Request request;
    request.verb = verb.method;
    request.service = verb.service;
    request.scope = draft.scope;
    request.kind = Request::Kind::Write;
    request.maxBytes = mostAnswer;
    const QStringList segments = QString::fromLatin1(verb.path).split(u'/');
    for (const QString &segment : segments) {
        if (segment == "{project_id}"_L1)
            request.path.append(draft.scope.projectId);
        else if (segment == "{provider_id}"_L1)
            request.path.append(csbsProvider());
        else if (segment.startsWith(u'{'))
            request.path.append(draft.target.value(segment.sliced(1, segment.size() - 2)));
        else
            request.path.append(segment);
    }
    QJsonObject fields;
    for (const Field &field : verb.fields) {
        const QString name = QString::fromLatin1(field.name);
        const QString value = draft.values.value(name);
        if (field.type == Field::Type::Flag) {
            const bool on = value == "true"_L1;
            if (on || !field.omitDefault)
                fields.insert(name, on);
        } else if (!value.isEmpty() || !field.omitDefault) {
            fields.insert(name, value);
        }
    }
    request.body = QJsonDocument(QJsonObject{{QString::fromLatin1(verb.envelope), fields}}).toJson(QJsonDocument::Compact);
    return request;
}

} // namespace net
