#pragma once

#include "net/credential.h"
#include "net/endpoints.h"
#include "net/result.h"

#include <QProcessEnvironment>
#include <QStringList>

#include <array>

namespace app {

/// What the command line and the environment ask for (design.md section 8).
struct Options
{
    bool demo = false;
    quint64 seed = 7;
    QString scenario = QStringLiteral("company");
    QString profile{}; ///< by name; whether it is stored shows at start
    bool readOnly = false;
    QString language{}; ///< zh_CN, en; empty: from the settings, else from the system
    QString theme{};    ///< light, dark, system; empty: from the settings
    QString tourFolder{};

    net::Endpoints endpoints{};
    bool endpointsGiven = false;
    QList<net::Scope> scopes{};
    QString caFile{};
    std::optional<net::Credential> credential{}; ///< of a session from options; none: a stored profile is opened

    bool showVersion = false, showHelp = false;
};

/// Reads both; an error is one line for stderr, after which the program ends with 2. The credential comes from the
/// environment only: arguments can be read by everyone on the machine.
tl::expected<Options, QString> readOptions(const QStringList &arguments, const QProcessEnvironment &environment);
QString helpText();

/// What makes up a credential in the environment. Who signs in and the id of a key are no secrets, but go with them.
inline constexpr std::array credentialVariables{"BALLAST_TOKEN", "BALLAST_AK",       "BALLAST_SK",    "BALLAST_SECURITY_TOKEN",
                                                "BALLAST_USER",  "BALLAST_PASSWORD", "BALLAST_DOMAIN"};

} // namespace app
