#include "models/profilestore.h"

#include "models/privatefolder.h"

#include <QDateTime>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QUuid>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace models {

namespace {

constexpr int fileVersion = 1;

template <typename T, std::size_t N> QString wordOf(const std::array<std::pair<QLatin1StringView, T>, N> &words, T value)
{
    for (const auto &[word, meaning] : words) {
        if (meaning == value)
            return word;
    }
    return {};
}

template <typename T, std::size_t N>
bool readWord(const std::array<std::pair<QLatin1StringView, T>, N> &words, const QJsonValue &value, T &into)
{
    const QString text = value.toString();
    for (const auto &[word, meaning] : words) {
        if (text == word) {
            into = meaning;
            return true;
        }
    }
    return false;
}

constexpr std::array places{std::pair{"china"_L1, Profile::Place::China},
                            std::pair{"international"_L1, Profile::Place::International},
                            std::pair{"shared"_L1, Profile::Place::Shared}, std::pair{"own"_L1, Profile::Place::Own}};
constexpr std::array ways{std::pair{"password"_L1, Profile::SignIn::Password}, std::pair{"keys"_L1, Profile::SignIn::Keys},
                          std::pair{"temporary-keys"_L1, Profile::SignIn::TemporaryKeys},
                          std::pair{"token"_L1, Profile::SignIn::Token}};
constexpr std::array proxies{std::pair{"inherited"_L1, ProxySetting::Kind::Inherited},
                             std::pair{"system"_L1, ProxySetting::Kind::System}, std::pair{"none"_L1, ProxySetting::Kind::None},
                             std::pair{"own"_L1, ProxySetting::Kind::Own}};

QJsonObject toJson(const Profile &profile)
{
    QJsonArray scopes;
    for (const net::Scope &scope : profile.scopes)
        scopes.append(QJsonObject{{u"region"_s, scope.region}, {u"project"_s, scope.projectId}});
    return {{u"id"_s, profile.id},
            {u"name"_s, profile.name},
            {u"place"_s, wordOf(places, profile.place)},
            {u"address"_s, profile.shared},
            {u"iam"_s, profile.own.iam},
            {u"csbs"_s, profile.own.csbs},
            {u"sdrs"_s, profile.own.sdrs},
            {u"vpc"_s, profile.own.vpc},
            {u"scopes"_s, scopes},
            {u"sign_in"_s, wordOf(ways, profile.signIn)},
            {u"domain"_s, profile.domain},
            {u"user"_s, profile.user},
            {u"access_key"_s, profile.ak},
            {u"ca_file"_s, profile.caFile},
            {u"proxy"_s, QJsonObject{{u"kind"_s, wordOf(proxies, profile.proxy.kind)},
                                     {u"host"_s, profile.proxy.host},
                                     {u"port"_s, profile.proxy.port},
                                     {u"user"_s, profile.proxy.user}}},
            {u"plain_http"_s, profile.plainHttp},
            {u"read_only"_s, profile.readOnly},
            {u"production"_s, profile.production}};
}

/// Nothing when a word is unknown or what must be there is not: opening half a profile could open the wrong door.
std::optional<Profile> fromJson(const QJsonObject &object)
{
    Profile profile;
    profile.id = object.value(u"id"_s).toString();
    profile.name = object.value(u"name"_s).toString();
    const QJsonObject proxy = object.value(u"proxy"_s).toObject();
    const QJsonValue readOnly = object.value(u"read_only"_s), production = object.value(u"production"_s);
    if (profile.id.isEmpty() || profile.name.isEmpty() || !readOnly.isBool() || !production.isBool() ||
        !readWord(places, object.value(u"place"_s), profile.place) ||
        !readWord(ways, object.value(u"sign_in"_s), profile.signIn) ||
        !readWord(proxies, proxy.value(u"kind"_s), profile.proxy.kind))
        return std::nullopt;
    profile.shared = object.value(u"address"_s).toString();
    profile.own = {object.value(u"iam"_s).toString(), object.value(u"csbs"_s).toString(), object.value(u"sdrs"_s).toString(),
                   object.value(u"vpc"_s).toString()};
    const QJsonArray scopes = object.value(u"scopes"_s).toArray();
    for (const auto &scope : scopes)
        profile.scopes.append({scope[u"region"_s].toString(), scope[u"project"_s].toString()});
    profile.domain = object.value(u"domain"_s).toString();
    profile.user = object.value(u"user"_s).toString();
    profile.ak = object.value(u"access_key"_s).toString();
    profile.caFile = object.value(u"ca_file"_s).toString();
    profile.proxy.host = proxy.value(u"host"_s).toString();
    profile.proxy.port = std::clamp(proxy.value(u"port"_s).toInt(8080), 1, 65'535);
    profile.proxy.user = proxy.value(u"user"_s).toString();
    profile.plainHttp = object.value(u"plain_http"_s).toBool();
    profile.readOnly = readOnly.toBool();
    profile.production = production.toBool();
    return profile;
}

} // namespace

bool ProfileStore::read()
{
    m_profiles.clear();
    m_last.clear();
    QFile file(m_path);
    if (!file.exists())
        return true;
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    bool fine = document.isObject() && document[u"version"_s].toInt() == fileVersion && document[u"profiles"_s].isArray();
    const QJsonArray entries = document[u"profiles"_s].toArray();
    for (const auto &entry : entries) {
        const std::optional<Profile> profile = fromJson(entry.toObject());
        if (!profile || find(profile->name) || byId(profile->id)) {
            fine = false;
            break;
        }
        m_profiles.append(*profile);
    }
    if (fine)
        m_last = document[u"last"_s].toString();
    else
        m_profiles.clear();
    return fine;
}

ProfileStore::Loaded ProfileStore::load()
{
    m_aside.clear();
    m_locked = false;
    if (read())
        return Loaded::Fine;
    const QString aside = m_path + u".damaged-"_s + QDateTime::currentDateTimeUtc().toString(u"yyyyMMddhhmmss"_s);
    if (QFile::rename(m_path, aside)) {
        m_aside = aside;
        return Loaded::SetAside;
    }
    m_locked = true; // what cannot be moved may still be mended by hand: it is not written over
    return Loaded::Locked;
}

const Profile *ProfileStore::find(const QString &name) const
{
    const auto it = std::find_if(m_profiles.begin(), m_profiles.end(), [&name](const Profile &p) { return p.name == name; });
    return it == m_profiles.end() ? nullptr : &*it;
}

const Profile *ProfileStore::byId(const QString &id) const
{
    const auto it = std::find_if(m_profiles.begin(), m_profiles.end(), [&id](const Profile &p) { return p.id == id; });
    return it == m_profiles.end() ? nullptr : &*it;
}

const Profile *ProfileStore::preferred() const
{
    if (const Profile *last = byId(m_last))
        return last;
    return m_profiles.size() == 1 ? &m_profiles.first() : nullptr;
}

QString ProfileStore::freeName(const QString &name) const
{
    QString candidate = name;
    for (int i = 2; find(candidate); ++i)
        candidate = u"%1 %2"_s.arg(name).arg(i);
    return candidate;
}

bool ProfileStore::put(Profile &profile)
{
    if (m_locked)
        return false;
    const QList<Profile> before = m_profiles;
    if (profile.id.isEmpty())
        profile.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const auto it =
        std::find_if(m_profiles.begin(), m_profiles.end(), [&profile](const Profile &p) { return p.id == profile.id; });
    if (it == m_profiles.end())
        m_profiles.append(profile);
    else
        *it = profile;
    if (save())
        return true;
    m_profiles = before;
    return false;
}

bool ProfileStore::remove(const QString &id)
{
    if (m_locked)
        return false;
    const QList<Profile> before = m_profiles;
    m_profiles.removeIf([&id](const Profile &p) { return p.id == id; });
    if (save())
        return true;
    m_profiles = before;
    return false;
}

bool ProfileStore::setLast(const QString &id)
{
    if (m_last == id)
        return true;
    m_last = id;
    return !m_locked && save();
}

bool ProfileStore::save()
{
    QJsonArray entries;
    for (const Profile &profile : std::as_const(m_profiles))
        entries.append(toJson(profile));
    const QJsonDocument document(QJsonObject{{u"version"_s, fileVersion}, {u"last"_s, m_last}, {u"profiles"_s, entries}});
    makePrivateFolder(QFileInfo(m_path).path()); // a folder that cannot be had shows below
    QSaveFile file(m_path);
    const QByteArray bytes = document.toJson();
    // What still lies in the buffer when it is committed is lost without a word where it cannot be written (Qt 6.4.2).
    return file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
           file.write(bytes) == bytes.size() && file.flush() && file.commit();
}

} // namespace models
