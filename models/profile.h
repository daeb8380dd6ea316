#pragma once

#include "net/credential.h"
#include "net/endpoints.h"
#include "net/scope.h"

#include <QList>
#include <QString>

#include <optional>

namespace models {

/// How a session gets through to the outside. The password lies in the keychain.
struct ProxySetting
{
    enum class Kind {
        Inherited, ///< of a profile: as the preferences say
        System,    ///< as the desktop and its environment say, for each address
        None,
        Own
    } kind = Kind::None;
    QString host{};
    int port = 8080; ///< 1..65535
    QString user{};  ///< empty: the proxy asks for no sign-in

    friend bool operator==(const ProxySetting &, const ProxySetting &) = default;
};

/// What opens a session, but for its secrets.
struct Profile
{
    enum class Place { China, International, Shared, Own }; ///< which addresses
    enum class SignIn { Password, Keys, TemporaryKeys, Token };

    QString id{};   ///< made once; names the entry in the keychain
    QString name{}; ///< by which people and --profile call it; unique
    Place place = Place::China;
    QString shared{};     ///< Place::Shared: the one address of all services
    net::Endpoints own{}; ///< Place::Own
    QList<net::Scope> scopes{};
    SignIn signIn = SignIn::Password;
    QString domain{}, user{}; ///< SignIn::Password
    QString ak{};             ///< the key's id is no secret; its SK is
    QString caFile{};
    ProxySetting proxy{.kind = ProxySetting::Kind::Inherited};
    bool plainHttp = false; ///< http to another machine is meant: everybody on the way can read the sign-in
    bool readOnly = false;
    bool production = false;

    net::Endpoints endpoints() const;
    /// Who signs in, as far as that is known before; empty for a ready token.
    QString who() const;
    friend bool operator==(const Profile &, const Profile &) = default;
};

/// The secrets of one profile: one entry of the keychain.
struct ProfileSecrets
{
    QByteArray main{}; ///< password, SK or token, by the way of signing in
    QByteArray securityToken{};
    QByteArray proxyPassword{};

    bool isEmpty() const { return main.isEmpty() && securityToken.isEmpty() && proxyPassword.isEmpty(); }
    QByteArray toJson() const;
    /// Nothing when the entry is none of ours.
    static std::optional<ProfileSecrets> fromJson(const QByteArray &json);
    friend bool operator==(const ProfileSecrets &, const ProfileSecrets &) = default;
};

/// Nothing while a part that this way of signing in needs is missing.
std::optional<net::Credential> credentialOf(const Profile &profile, const ProfileSecrets &secrets);

/// The addresses of a preset.
net::Endpoints presetEndpoints(Profile::Place place);
/// Regions known to be at that preset, for a start without an account's own list. Source: api/auth.md section 1.
QStringList presetRegions(Profile::Place place);

/// What is wrong with a profile; ui/ makes the sentence.
struct ProfileProblem
{
    enum class Code {
        None,
        Required,    ///< must be given
        NameTaken,   ///< another profile has this name
        NameTooLong, ///< more than 64 characters
        BadUrl,      ///< no http or https address with a host
        NotSecure,   ///< http to another machine, and the profile does not say that it is meant
        HasPath,     ///< an address is scheme, host and port; a path, query or user in it is refused
        BadRegion,   ///< not letters, digits and hyphens
        ScopeTwice,  ///< the profile has this region and project already
        BadProject,  ///< not letters, digits, hyphens and underscores
        NoCaFile,    ///< cannot be read
        BadCaFile,   ///< holds no certificate in PEM form
        BadHost,     ///< no host name
        Blank        ///< begins or ends with a blank, holds a control character
    } code = Code::None;
    explicit operator bool() const { return code != Code::None; }
    friend bool operator==(const ProfileProblem &, const ProfileProblem &) = default;
};

/// The fields a profile is made of, by the names under which the form shows them.
enum class ProfileField {
    Name,
    Shared,
    Iam,
    Csbs,
    Sdrs,
    Vpc,
    Domain,
    User,
    Ak,
    Secret,
    SecurityToken,
    Region,
    Project,
    CaFile,
    ProxyHost,
    ProxyUser
};

/// What is wrong with one field. \a taken: names of the other profiles. \a at: which of the profile's scopes, for Region and
/// Project. Reads the CA file.
ProfileProblem check(ProfileField field, const Profile &profile, const ProfileSecrets &secrets, const QStringList &taken = {},
                     qsizetype at = 0);
/// The fields that matter under the profile's choices, in the order of the form.
QList<ProfileField> fieldsOf(const Profile &profile);

} // namespace models
