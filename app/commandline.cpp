#include "app/commandline.h"

#include <QCommandLineParser>

using namespace Qt::StringLiterals;

namespace app {

namespace {

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(u"Ballast: backups replicated across regions, servers protected across sites."_s);
    parser.addOptions({{u"demo"_s, u"Run against the built-in demo endpoint."_s},
                       {u"seed"_s, u"Seed of the demo."_s, u"N"_s},
                       {u"scenario"_s, u"Scenario of the demo: company, empty, odd, or a file."_s, u"NAME"_s},
                       {u"profile"_s, u"Open a stored profile."_s, u"NAME"_s},
                       {u"read-only"_s, u"Send nothing but queries."_s},
                       {u"lang"_s, u"zh_CN or en."_s, u"LANG"_s},
                       {u"theme"_s, u"light, dark or system."_s, u"THEME"_s},
                       {u"tour"_s, u"Draw every screen into a folder and end."_s, u"DIR"_s},
                       {u"endpoint"_s, u"One address for all services."_s, u"URL"_s},
                       {u"iam"_s, u"Address of IAM."_s, u"URL"_s},
                       {u"csbs"_s, u"Address of CSBS."_s, u"URL"_s},
                       {u"sdrs"_s, u"Address of SDRS."_s, u"URL"_s},
                       {u"vpc"_s, u"Address of VPC."_s, u"URL"_s},
                       {u"project"_s, u"Project; once for each --region."_s, u"ID"_s},
                       {u"region"_s, u"Region; once for each --project."_s, u"NAME"_s},
                       {u"ca"_s, u"Trust the certificates of this file, beside the system's."_s, u"FILE"_s},
                       {{u"v"_s, u"version"_s}, u"Print the version."_s},
                       {{u"h"_s, u"help"_s}, u"Print this help."_s}});
}

tl::expected<std::optional<net::Credential>, QString> readCredential(const QProcessEnvironment &environment)
{
    const auto value = [&environment](const char *name) { return environment.value(QString::fromLatin1(name)); };
    const bool token = !value("BALLAST_TOKEN").isEmpty();
    const bool keys = !value("BALLAST_AK").isEmpty() || !value("BALLAST_SK").isEmpty();
    const bool login = !value("BALLAST_USER").isEmpty() || !value("BALLAST_PASSWORD").isEmpty();
    if (token + keys + login > 1)
        return tl::unexpected(u"more than one credential in the environment: BALLAST_TOKEN, BALLAST_AK or BALLAST_USER"_s);
    if (token)
        return net::ReadyToken{value("BALLAST_TOKEN").toUtf8()};
    if (keys) {
        if (value("BALLAST_AK").isEmpty() || value("BALLAST_SK").isEmpty())
            return tl::unexpected(u"BALLAST_AK and BALLAST_SK go together"_s);
        return net::AccessKey{value("BALLAST_AK"), value("BALLAST_SK").toUtf8(), value("BALLAST_SECURITY_TOKEN").toUtf8()};
    }
    if (login) {
        if (value("BALLAST_USER").isEmpty() || value("BALLAST_PASSWORD").isEmpty() || value("BALLAST_DOMAIN").isEmpty())
            return tl::unexpected(u"BALLAST_USER, BALLAST_PASSWORD and BALLAST_DOMAIN go together"_s);
        return net::PasswordLogin{value("BALLAST_DOMAIN"), value("BALLAST_USER"), value("BALLAST_PASSWORD").toUtf8()};
    }
    return std::nullopt;
}

} // namespace

QString helpText()
{
    QCommandLineParser parser;
    describe(parser);
    return parser.helpText();
}

tl::expected<Options, QString> readOptions(const QStringList &arguments, const QProcessEnvironment &environment)
{
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(arguments))
        return tl::unexpected(parser.errorText());
    if (!parser.positionalArguments().isEmpty())
        return tl::unexpected(u"unexpected argument '%1'"_s.arg(parser.positionalArguments().constFirst()));
    Options options;
    options.showVersion = parser.isSet(u"version"_s);
    options.showHelp = parser.isSet(u"help"_s);
    if (options.showVersion || options.showHelp)
        return options;
    const auto oneOf = [&parser](const QString &name, const QStringList &allowed) -> std::optional<QString> {
        if (!parser.isSet(name) || allowed.contains(parser.value(name)))
            return std::nullopt;
        return u"--%1 takes %2, not '%3'"_s.arg(name, allowed.join(u", "_s), parser.value(name));
    };
    if (const auto wrong = oneOf(u"lang"_s, {u"zh_CN"_s, u"en"_s}))
        return tl::unexpected(*wrong);
    if (const auto wrong = oneOf(u"theme"_s, {u"light"_s, u"dark"_s, u"system"_s}))
        return tl::unexpected(*wrong);
    options.demo = parser.isSet(u"demo"_s) || parser.isSet(u"tour"_s); // the tour walks through the demo
    options.readOnly = parser.isSet(u"read-only"_s);
    options.language = parser.value(u"lang"_s);
    options.theme = parser.value(u"theme"_s);
    options.profile = parser.value(u"profile"_s);
    options.tourFolder = parser.value(u"tour"_s);
    if (parser.isSet(u"tour"_s) && options.tourFolder.isEmpty())
        return tl::unexpected(u"--tour takes a folder"_s);
    if (parser.isSet(u"seed"_s)) {
        bool ok = false;
        options.seed = parser.value(u"seed"_s).toULongLong(&ok);
        if (!ok)
            return tl::unexpected(u"--seed takes a whole number, not '%1'"_s.arg(parser.value(u"seed"_s)));
    }
    if (parser.isSet(u"scenario"_s))
        options.scenario = parser.value(u"scenario"_s);
    if (!options.demo && (parser.isSet(u"seed"_s) || parser.isSet(u"scenario"_s)))
        return tl::unexpected(u"--seed and --scenario go with --demo"_s);
    const QStringList services{u"iam"_s, u"csbs"_s, u"sdrs"_s, u"vpc"_s};
    const bool anyService =
        std::any_of(services.begin(), services.end(), [&parser](const QString &name) { return parser.isSet(name); });
    if (parser.isSet(u"endpoint"_s) && anyService)
        return tl::unexpected(u"--endpoint and --iam, --csbs, --sdrs, --vpc exclude each other"_s);
    options.endpointsGiven = parser.isSet(u"endpoint"_s) || anyService;
    const bool anySession =
        options.endpointsGiven || parser.isSet(u"project"_s) || parser.isSet(u"region"_s) || parser.isSet(u"ca"_s);
    if (options.demo && (anySession || !options.profile.isEmpty()))
        return tl::unexpected(u"--demo signs in by itself: no --profile, address, project, region or CA file beside it"_s);
    if (options.demo || options.showHelp || options.showVersion)
        return options;
    if (parser.isSet(u"profile"_s) && options.profile.isEmpty())
        return tl::unexpected(u"--profile takes a name"_s);
    if (!options.profile.isEmpty() && anySession)
        return tl::unexpected(u"--profile and a session from options exclude each other"_s);
    if (!anySession) // a stored profile: the named one, else the last; without any the program leads to one
        return options;
    if (parser.isSet(u"endpoint"_s)) {
        options.endpoints = net::Endpoints::shared(parser.value(u"endpoint"_s));
    } else {
        for (const auto &[name, into] :
             {std::pair{u"iam"_s, &options.endpoints.iam}, std::pair{u"csbs"_s, &options.endpoints.csbs},
              std::pair{u"sdrs"_s, &options.endpoints.sdrs}, std::pair{u"vpc"_s, &options.endpoints.vpc}}) {
            if (parser.isSet(name))
                *into = parser.value(name);
        }
    }
    const QStringList projects = parser.values(u"project"_s);
    const QStringList regions = parser.values(u"region"_s);
    if (projects.size() != regions.size())
        return tl::unexpected(u"--project and --region go in pairs"_s);
    for (qsizetype i = 0; i < projects.size(); ++i) {
        if (projects.at(i).isEmpty() || regions.at(i).isEmpty())
            return tl::unexpected(u"--project and --region must not be empty"_s);
        options.scopes.append({regions.at(i), projects.at(i)});
    }
    options.caFile = parser.value(u"ca"_s);
    if (options.scopes.isEmpty())
        return tl::unexpected(
            u"no session: give --demo or --profile NAME, or --endpoint URL --project ID --region NAME with a credential in the environment"_s);
    for (const net::Service service : {net::Service::Iam, net::Service::Csbs, net::Service::Sdrs, net::Service::Vpc}) {
        const QUrl url = options.endpoints.url(service, options.scopes.first().region);
        if (!url.isValid())
            return tl::unexpected(u"an address is no http or https URL"_s);
        if (net::isInTheOpen(url))
            return tl::unexpected(
                u"http to %1 would send the sign-in in the open: use https, or a stored profile that says so"_s.arg(url.host()));
    }
    auto credential = readCredential(environment);
    if (!credential)
        return tl::unexpected(credential.error());
    if (!*credential)
        return tl::unexpected(u"no credential in the environment: BALLAST_TOKEN, or BALLAST_AK and BALLAST_SK, or BALLAST_USER, "
                              "BALLAST_PASSWORD and BALLAST_DOMAIN"_s);
    options.credential = **credential;
    return options;
}

} // namespace app
