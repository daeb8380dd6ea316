#include "net/verbs.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace net {

namespace {

// Source: "复制备份". Name and description carry no rule there; CBR's rules are taken, which the stricter of the two keep.
constexpr Field replicateBackupFields[] = {
    {"destination_region", QT_TRANSLATE_NOOP("Fields", "Destination region"), Field::Type::Text, true, FieldRule::Region, false,
     "C1"},
    {"destination_project_id", QT_TRANSLATE_NOOP("Fields", "Destination project"), Field::Type::Text, true, FieldRule::ProjectId,
     false, "IAM A3"},
    {"name", QT_TRANSLATE_NOOP("Fields", "Name"), Field::Type::Text, false, FieldRule::ReplicaName, true, "CBR: 1-64"},
    {"description", QT_TRANSLATE_NOOP("Fields", "Description"), Field::Type::Text, false, FieldRule::Description, true,
     "CBR: 0-255"},
    {"enable_acceleration", QT_TRANSLATE_NOOP("Fields", "Enable acceleration (extra charge)"), Field::Type::Flag, false,
     FieldRule::None, true, "C2"},
};

constexpr int mostNameCharacters = 64;
constexpr int mostDescriptionCharacters = 255;

qsizetype characters(const QString &text) { return text.toUcs4().size(); }

bool isAsciiAlnum(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9'); }

bool isFullWidth(char32_t c)
{
    return (c >= 0xFF10 && c <= 0xFF19) || (c >= 0xFF21 && c <= 0xFF3A) || (c >= 0xFF41 && c <= 0xFF5A);
}

Reason checkName(const QString &value)
{
    if (const auto length = characters(value); length > mostNameCharacters)
        return {Reason::Code::TooLong, {QString::number(mostNameCharacters), QString::number(length)}};
    const auto points = value.toUcs4();
    for (const char32_t c : points) {
        if (isFullWidth(c))
            return {Reason::Code::FullWidth, {QString::fromUcs4(&c, 1)}};
        if (!isAsciiAlnum(c) && c != U'_' && c != U'-' && QChar::script(c) != QChar::Script_Han)
            return {Reason::Code::BadCharacters, {QString::fromUcs4(&c, 1)}};
    }
    return {};
}

Reason checkDescription(const QString &value)
{
    if (const auto length = characters(value); length > mostDescriptionCharacters)
        return {Reason::Code::TooLong, {QString::number(mostDescriptionCharacters), QString::number(length)}};
    if (value.contains(u'<') || value.contains(u'>'))
        return {Reason::Code::AngleBrackets, {}};
    return {};
}

} // namespace

const Verb verbs::replicateBackup{"replicate-backup",
                                  QT_TRANSLATE_NOOP("Verbs", "Replicate backup"),
                                  "POST",
                                  Service::Csbs,
                                  "v1/{project_id}/providers/{provider_id}/checkpoint_items/{checkpoint_item_id}/replicate",
                                  "replication",
                                  replicateBackupFields,
                                  "replication",
                                  "replication_record_id",
                                  Settle::ReplicationRecords,
                                  QT_TRANSLATE_NOOP("Fields", "Backup")};

QString csbsProvider() { return u"fc4d5750-22e7-4798-8a46-f48f62c4c1da"_s; }

Reason check(const Field &field, const QString &value)
{
    if (value.isEmpty())
        return field.required ? Reason{Reason::Code::Required, {}} : Reason{};
    switch (field.rule) {
    case FieldRule::ReplicaName:
        return checkName(value);
    case FieldRule::Description:
        return checkDescription(value);
    case FieldRule::None:
    case FieldRule::Region:
    case FieldRule::ProjectId:
        return {};
    }
    return {};
}

std::optional<Room> room(const Field &field, const QString &value)
{
    const int used = static_cast<int>(characters(value));
    switch (field.rule) {
    case FieldRule::ReplicaName:
        return Room{used, mostNameCharacters, false};
    case FieldRule::Description:
        return Room{used, mostDescriptionCharacters, false};
    default:
        return {};
    }
}

Reason eligible(const Backup &backup)
{
    if (backup.status != Backup::Status::Available)
        return {Reason::Code::WrongState, {backup.statusWord}};
    if (backup.imageType == "replication"_L1)
        return {Reason::Code::IsReplica, {}};
    return {};
}

Request request(const Draft &draft)
{
    const Verb &verb = *draft.verb;
    Request request;
    request.verb = verb.method;
    request.service = verb.service;
    request.scope = draft.scope;
    request.kind = Request::Kind::Write;
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
