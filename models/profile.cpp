#include "models/profile.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSslCertificate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

namespace {

constexpr qsizetype longestName = 64;

bool hasOddBlanks(const QString &text)
{
    return text != text.trimmed() ||
           std::any_of(text.begin(), text.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
}

ProfileProblem checkAddress(const QString &address, bool plainHttp)
{
    using Code = ProfileProblem::Code;
    if (address.isEmpty())
        return {Code::Required};
    if (hasOddBlanks(address))
        return {Code::Blank};
    const QUrl url = net::Endpoints::shared(address).url(net::Service::Iam, u"region"_s);
    if (!url.isValid())
        return {Code::BadUrl};
    if ((!url.path().isEmpty() && url.path() != "/"_L1) || url.hasQuery() || url.hasFragment() || !url.userInfo().isEmpty())
        return {Code::HasPath};
    if (net::isInTheOpen(url) && !plainHttp)
        return {Code::NotSecure};
    return {};
}

} // namespace

net::Endpoints presetEndpoints(Profile::Place place)
{
    Q_UNUSED(place) // both sites answer under the same names; they differ in their regions
    net::Endpoints endpoints;
    endpoints.iam = u"https://iam.myhuaweicloud.com"_s; // the global one: a sign-in needs no region
    return endpoints;
}

QStringList presetRegions(Profile::Place place)
{
    if (place == Profile::Place::China)
        return {u"cn-north-1"_s, u"cn-north-2"_s, u"cn-north-4"_s,     u"cn-east-2"_s,
                u"cn-east-3"_s,  u"cn-south-1"_s, u"cn-southwest-2"_s, u"cn-south-2"_s};
    if (place == Profile::Place::International)
        return {u"ap-southeast-1"_s, u"ap-southeast-2"_s, u"ap-southeast-3"_s, u"af-south-1"_s, u"la-south-2"_s};
    return {};
}

net::Endpoints Profile::endpoints() const
{
    switch (place) {
    case Place::China:
    case Place::International:
        break;
    case Place::Shared:
        return net::Endpoints::shared(shared);
    case Place::Own:
        return own;
    }
    return presetEndpoints(place);
}

QString Profile::who() const
{
    switch (signIn) {
    case SignIn::Password:
        return user;
    case SignIn::Keys:
    case SignIn::TemporaryKeys:
        return ak;
    case SignIn::Token:
        break;
    }
    return {};
}

QByteArray ProfileSecrets::toJson() const
{
    const QJsonObject object{{u"main"_s, QString::fromUtf8(main)},
                             {u"security_token"_s, QString::fromUtf8(securityToken)},
                             {u"proxy_password"_s, QString::fromUtf8(proxyPassword)}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<ProfileSecrets> ProfileSecrets::fromJson(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return std::nullopt;
    const auto value = [object = document.object()](const QString &name) { return object.value(name).toString().toUtf8(); };
    return ProfileSecrets{value(u"main"_s), value(u"security_token"_s), value(u"proxy_password"_s)};
}

std::optional<net::Credential> credentialOf(const Profile &profile, const ProfileSecrets &secrets)
{
    if (secrets.main.isEmpty())
        return std::nullopt;
    switch (profile.signIn) {
    case Profile::SignIn::Password:
        return net::PasswordLogin{profile.domain, profile.user, secrets.main};
    case Profile::SignIn::Keys:
        return net::AccessKey{profile.ak, secrets.main, {}};
    case Profile::SignIn::TemporaryKeys:
        if (secrets.securityToken.isEmpty())
            return std::nullopt;
        return net::AccessKey{profile.ak, secrets.main, secrets.securityToken};
    case Profile::SignIn::Token:
        return net::ReadyToken{secrets.main};
    }
    return std::nullopt;
}

QList<ProfileField> fieldsOf(const Profile &profile)
{
    using Field = ProfileField;
    QList<Field> fields{Field::Name};
    if (profile.place == Profile::Place::Shared)
        fields << Field::Shared;
    if (profile.place == Profile::Place::Own)
        fields << Field::Iam << Field::Csbs << Field::Sdrs << Field::Vpc;
    switch (profile.signIn) {
    case Profile::SignIn::Password:
        fields << Field::Domain << Field::User;
        break;
    case Profile::SignIn::Keys:
    case Profile::SignIn::TemporaryKeys:
        fields << Field::Ak;
        break;
    case Profile::SignIn::Token:
        break;
    }
    fields << Field::Secret;
    if (profile.signIn == Profile::SignIn::TemporaryKeys)
        fields << Field::SecurityToken;
    fields << Field::Region << Field::Project << Field::CaFile;
    if (profile.proxy.kind == ProxySetting::Kind::Own)
        fields << Field::ProxyHost << Field::ProxyUser;
    return fields;
}

ProfileProblem check(ProfileField field, const Profile &profile, const ProfileSecrets &secrets, const QStringList &taken,
                     qsizetype at)
{
    using Code = ProfileProblem::Code;
    const auto needed = [](const QString &text) -> ProfileProblem {
        return {text.isEmpty() ? Code::Required : hasOddBlanks(text) ? Code::Blank : Code::None};
    };
    const auto secret = [](const QByteArray &text) -> ProfileProblem {
        // A header cannot hold a line end, and one that was copied along is never meant.
        return {text.isEmpty() ? Code::Required : text.contains('\n') || text.contains('\r') ? Code::Blank : Code::None};
    };
    const net::Scope scope = profile.scopes.value(at);
    switch (field) {
    case ProfileField::Name:
        if (profile.name.size() > longestName)
            return {Code::NameTooLong};
        if (taken.contains(profile.name))
            return {Code::NameTaken};
        return needed(profile.name);
    case ProfileField::Shared:
        return checkAddress(profile.shared, profile.plainHttp);
    case ProfileField::Iam:
        return checkAddress(profile.own.iam, profile.plainHttp);
    case ProfileField::Csbs:
        return checkAddress(profile.own.csbs, profile.plainHttp);
    case ProfileField::Sdrs:
        return checkAddress(profile.own.sdrs, profile.plainHttp);
    case ProfileField::Vpc:
        return checkAddress(profile.own.vpc, profile.plainHttp);
    case ProfileField::Domain:
        return needed(profile.domain);
    case ProfileField::User:
        return needed(profile.user);
    case ProfileField::Ak:
        return needed(profile.ak);
    case ProfileField::Secret:
        return secret(secrets.main);
    case ProfileField::SecurityToken:
        return secret(secrets.securityToken);
    case ProfileField::Region: {
        static const QRegularExpression word(u"^[A-Za-z0-9-]+$"_s);
        if (scope.region.isEmpty())
            return {Code::Required};
        return {word.match(scope.region).hasMatch() ? Code::None : Code::BadRegion};
    }
    case ProfileField::Project: {
        static const QRegularExpression word(u"^[A-Za-z0-9_-]+$"_s);
        if (scope.projectId.isEmpty())
            return {Code::Required};
        if (profile.scopes.indexOf(scope) < at) // said of the later one
            return {Code::ScopeTwice};
        return {word.match(scope.projectId).hasMatch() ? Code::None : Code::BadProject};
    }
    case ProfileField::CaFile:
        if (profile.caFile.isEmpty())
            return {};
        if (profile.caFile.contains(QChar(0))) // no file has such a name, and Qt warns of the question
            return {Code::NoCaFile};
        if (const QFileInfo file(profile.caFile); !file.isFile() || !file.isReadable())
            return {Code::NoCaFile};
        return {QSslCertificate::fromPath(profile.caFile, QSsl::Pem, QSslCertificate::PatternSyntax::FixedString).isEmpty()
                    ? Code::BadCaFile
                    : Code::None};
    case ProfileField::ProxyHost: {
        static const QRegularExpression word(u"^[^\\s/:@]+$"_s);
        if (profile.proxy.host.isEmpty())
            return {Code::Required};
        return {word.match(profile.proxy.host).hasMatch() ? Code::None : Code::BadHost};
    }
    case ProfileField::ProxyUser:
        return {hasOddBlanks(profile.proxy.user) ? Code::Blank : Code::None};
    }
    return {};
}

} // namespace models
