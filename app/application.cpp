#include "app/application.h"

#include "ui/formats.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLibraryInfo>
#include <QSslCertificate>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr auto demoEpoch = "2026-11-22T06:32:08Z"; // a fixed date: same seed, same screens

// The endpoint's port stands on the screen: the same one for a seed, where it is free.
constexpr quint64 demoPort = 41'000, demoPorts = 1'000;

/// Text that is no settings file: zero bytes, or a line that is neither section, comment nor key.
bool isDamaged(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return false;
    if (!file.open(QIODevice::ReadOnly))
        return true;
    const QByteArray bytes = file.readAll();
    if (bytes.contains('\0'))
        return true;
    const QList<QByteArray> lines = bytes.split('\n');
    return std::any_of(lines.begin(), lines.end(), [](const QByteArray &raw) {
        const QByteArray line = raw.trimmed();
        return !line.isEmpty() && !line.startsWith(';') && !line.contains('=') && !(line.startsWith('[') && line.endsWith(']'));
    });
}

} // namespace

Application::Application(QApplication &application, Options options) : m_application(application), m_options(std::move(options))
{
}

Application::~Application()
{
    m_window.reset();
    m_session.reset();
}

void Application::openSettings()
{
    QString folder = QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation);
    if (m_options.demo) { // no real profile, nothing left behind
        m_demoFolder = std::make_unique<QTemporaryDir>();
        folder = m_demoFolder->path();
    }
    QDir().mkpath(folder);
    const QString path = folder + u"/ballast.conf"_s;
    bool damaged = isDamaged(path);
    if (!damaged) {
        m_settings = std::make_unique<QSettings>(path, QSettings::IniFormat);
        damaged = m_settings->status() == QSettings::FormatError;
    }
    if (damaged) {
        m_settings.reset();
        const QString aside = path + u".damaged-"_s + QDateTime::currentDateTimeUtc().toString(u"yyyyMMddhhmmss"_s);
        if (QFile::rename(path, aside)) {
            m_notices.append(tr("The settings file was damaged. It was set aside as %1; defaults are used.").arg(aside));
            m_settings = std::make_unique<QSettings>(path, QSettings::IniFormat);
        } else {
            m_notices.append(
                tr("The settings file %1 is damaged and cannot be set aside; defaults are used for this run.").arg(path));
            m_demoFolder = std::make_unique<QTemporaryDir>();
            m_settings = std::make_unique<QSettings>(m_demoFolder->path() + u"/ballast.conf"_s, QSettings::IniFormat);
        }
    }
}

void Application::setLanguage(const QString &language)
{
    m_language = language;
    QLocale::setDefault(QLocale(language == "zh_CN"_L1 ? u"zh_CN"_s : u"en_US"_s));
    m_application.removeTranslator(&m_qt);
    m_application.removeTranslator(&m_own);
    // Qt's own texts first, so that ours win where both know a text.
    if (language == "zh_CN"_L1 && m_qt.load(u"qtbase_zh_CN"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        m_application.installTranslator(&m_qt);
    if (m_own.load(u":/i18n/ballast_%1.qm"_s.arg(language)))
        m_application.installTranslator(&m_own);
    if (m_settings)
        m_settings->setValue(u"language"_s, language);
}

void Application::setTheme(ui::ThemeChoice theme)
{
    ui::Theme::apply(m_application, theme);
    const char *word = theme == ui::ThemeChoice::Light ? "light" : theme == ui::ThemeChoice::Dark ? "dark" : "system";
    m_settings->setValue(u"theme"_s, QString::fromLatin1(word));
}

tl::expected<void, QString> Application::start()
{
    openSettings();
    const QString asked = m_options.theme.isEmpty() ? m_settings->value(u"theme"_s, u"system"_s).toString() : m_options.theme;
    ui::Theme::apply(m_application, asked == "light"_L1  ? ui::ThemeChoice::Light
                                    : asked == "dark"_L1 ? ui::ThemeChoice::Dark
                                                         : ui::ThemeChoice::System);
    QString language = m_options.language.isEmpty() ? m_settings->value(u"language"_s).toString() : m_options.language;
    if (language != "zh_CN"_L1 && language != "en"_L1)
        language = QLocale::system().language() == QLocale::Chinese ? u"zh_CN"_s : u"en"_s;
    setLanguage(language);

    Session::Setup setup;
    QString profileName, demoText, endpointText;
    if (m_options.demo) {
        mock::Options demo;
        demo.seed = m_options.seed;
        demo.scenario = m_options.scenario.toStdString();
        demo.epoch = demoEpoch;
        demo.speed = m_speed;
        for (const QString &rule : std::as_const(m_faults))
            demo.faults.push_back(rule.toStdString());
        demo.port = static_cast<std::uint16_t>(demoPort + m_options.seed % demoPorts);
        m_server = std::make_unique<mock::Server>(demo);
        std::string error;
        bool started = m_server->start(&error);
        if (!started) { // somebody has that port: any other does
            demo.port = 0;
            m_server = std::make_unique<mock::Server>(demo);
            started = m_server->start(&error);
        }
        if (!started)
            return tl::unexpected(u"the demo endpoint does not start: %1"_s.arg(QString::fromStdString(error)));
        m_clock = std::make_unique<DemoClock>(*m_server);
        const mock::Door door = m_server->door();
        setup.transport.endpoints = net::Endpoints::shared(QString::fromStdString(door.url));
        setup.scope = {QString::fromStdString(door.region), QString::fromStdString(door.projectId)};
        setup.credential = net::PasswordLogin{QString::fromStdString(door.domain), QString::fromStdString(door.user),
                                              QByteArray::fromStdString(door.password)};
        demoText = QString::number(m_options.seed);
    } else {
        m_clock = std::make_unique<net::SystemClock>();
        setup.transport.endpoints = m_options.endpoints;
        setup.scope = m_options.scopes.first();
        setup.credential = *m_options.credential;
        if (!m_options.caFile.isEmpty()) {
            setup.transport.ownCas = QSslCertificate::fromPath(m_options.caFile);
            if (setup.transport.ownCas.isEmpty()) // fromPath says nothing of a missing or foreign file
                return tl::unexpected(u"--ca: no certificate can be read from '%1'"_s.arg(m_options.caFile));
        }
        profileName = setup.scope.region;
    }
    setup.transport.readOnly = m_options.readOnly;
    const QUrl csbs = setup.transport.endpoints.url(net::Service::Csbs, setup.scope.region);
    endpointText = csbs.port() > 0 ? csbs.host() + u':' + QString::number(csbs.port()) : csbs.host();
    const net::Scope scope = setup.scope;
    m_session = std::make_unique<Session>(std::move(setup), *m_clock);

    Session &now = *m_session;
    ui::Context context{now.transport, now.csbs,   now.iam,    now.operations,    now.place,    now.policies, now.backups,
                        now.records,   now.groups, now.drills, now.operationList, now.overview, *m_settings};
    context.profileName = profileName;
    context.userName = m_session->transport.userName();
    context.endpointText = endpointText;
    context.scope = scope;
    context.readOnly = m_options.readOnly;
    context.demo = m_options.demo;
    context.demoText = demoText;
    context.notices = m_notices;
    context.zone = m_zone;
    context.setLanguage = [this](const QString &chosen) { setLanguage(chosen); };
    context.setTheme = [this](ui::ThemeChoice chosen) { setTheme(chosen); };
    context.language = language;
    m_window = std::make_unique<ui::MainWindow>(std::move(context));
    m_window->show();
    m_session->start();
    return {};
}

} // namespace app
