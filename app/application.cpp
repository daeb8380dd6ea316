#include "app/application.h"

#include "app/components.h"
#include "app/keychain.h"
#include "models/privatefolder.h"
#include "net/later.h"
#include "ui/formats.h"
#include "ui/preferencesdialog.h"
#include "ui/requestlogwindow.h"
#include "ui/secrettext.h"

#include <QApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QLibraryInfo>
#include <QSslCertificate>
#include <QStandardPaths>
#include <QTimer>

#include <algorithm>
#include <array>
#include <iterator>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr auto demoEpoch = "2026-11-22T06:32:08Z"; // a fixed date: same seed, same screens

// The endpoint's port stands on the screen: the same one for a seed, where it is free.
constexpr quint64 demoPort = 41'000, demoPorts = 1'000;

// A window that is shown is painted long before; one that is not, such as on another desktop, keeps nothing waiting.
constexpr std::chrono::seconds paintPatience{1};

// A keychain that asks its user first does not keep the ledger shut for longer.
constexpr std::chrono::seconds sealPatience{3};

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

/// For its owner alone: a file that is there keeps its permissions when Qt writes it anew.
std::unique_ptr<QSettings> settingsAt(const QString &path)
{
    constexpr QFile::Permissions ownerAlone = QFile::ReadOwner | QFile::WriteOwner;
    if (QFile file(path); file.open(QIODevice::Append, ownerAlone)) // where it cannot be written the settings say so
        file.setPermissions(ownerAlone);
    return std::make_unique<QSettings>(path, QSettings::IniFormat);
}

ui::ThemeChoice themeOf(const QString &word)
{
    return word == "light"_L1 ? ui::ThemeChoice::Light : word == "dark"_L1 ? ui::ThemeChoice::Dark : ui::ThemeChoice::System;
}

QString configFolder() { return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation); }

QString profilesFile(const QString &folder) { return folder + u"/profiles.json"_s; }

/// Names a session without a stored profile: the same one for the same services, projects and regions.
QString nameOf(const net::Endpoints &endpoints, const QList<net::Scope> &scopes)
{
    QCryptographicHash sum(QCryptographicHash::Sha256);
    for (const QString &url : {endpoints.iam, endpoints.csbs, endpoints.sdrs, endpoints.vpc})
        sum.addData(url.toUtf8() + '\n');
    for (const net::Scope &scope : scopes)
        sum.addData((scope.region + u'/' + scope.projectId + u'\n').toUtf8());
    return u"session-"_s + QString::fromLatin1(sum.result().toHex().left(16));
}

QString sealKey(const QString &owner) { return u"ledger:"_s + owner; }

/// Runs \a then from the event loop once the window has been painted, unless \a context goes first.
class FirstPaint final : public QObject
{
public:
    FirstPaint(QWidget *window, QObject *context, std::function<void()> then)
        : QObject(window), m_context(context), m_then(std::move(then))
    {
        window->installEventFilter(this);
        connect(&m_patience, &QTimer::timeout, this, &FirstPaint::end);
        m_patience.setSingleShot(true);
        m_patience.start(paintPatience);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) // what is in the window is painted and sent off before the event loop goes on
            end();
        return QObject::eventFilter(watched, event);
    }

private:
    void end()
    {
        if (m_context && m_then)
            net::later(m_context, std::exchange(m_then, {}));
        deleteLater();
    }

    QPointer<QObject> m_context;
    std::function<void()> m_then;
    QTimer m_patience;
};

QString endpointTextOf(const net::Endpoints &endpoints, const net::Scope &scope)
{
    const QUrl csbs = endpoints.url(net::Service::Csbs, scope.region);
    return csbs.port() > 0 ? csbs.host() + u':' + QString::number(csbs.port()) : csbs.host();
}

bool isInTheOpen(const net::Transport::Options &options, const QList<net::Scope> &scopes)
{
    constexpr std::array all{net::Service::Iam, net::Service::Csbs, net::Service::Sdrs, net::Service::Vpc};
    return options.plainHttp && std::ranges::any_of(scopes, [&](const net::Scope &scope) {
               return std::ranges::any_of(
                   all, [&](net::Service service) { return net::isInTheOpen(options.endpoints.url(service, scope.region)); });
           });
}

} // namespace

Application::Application(QApplication &application, Options options) : m_application(application), m_options(std::move(options))
{
}

Application::~Application()
{
    m_lead.reset();
    m_window.reset();
    m_session.reset();
}

QString Application::missingProfile(const Options &options)
{
    if (options.profile.isEmpty())
        return {};
    models::ProfileStore store(profilesFile(configFolder()));
    // A damaged file is left as it is: start() sets it aside and tells. Its profiles are not to be had either way.
    return store.read() && store.find(options.profile) ? QString() : options.profile;
}

void Application::openSettings()
{
    if (!m_options.demo) {
        m_folder = configFolder();
    } else if (m_folder.isEmpty()) { // no real profile, nothing left behind
        m_demoFolder = std::make_unique<QTemporaryDir>();
        m_folder = m_demoFolder->path();
    }
    m_logFile = std::make_unique<LogFile>(m_options.demo ? m_folder : stateFolder());
    models::makePrivateFolder(m_folder);
    const QString path = m_folder + u"/ballast.conf"_s;
    bool damaged = isDamaged(path);
    if (!damaged) {
        m_settings = settingsAt(path);
        damaged = m_settings->status() == QSettings::FormatError;
    }
    if (damaged) {
        m_settings.reset();
        const QString aside = path + u".damaged-"_s + QDateTime::currentDateTimeUtc().toString(u"yyyyMMddhhmmss"_s);
        if (QFile::rename(path, aside)) {
            m_notices.append(tr("The settings file was damaged. It was set aside as %1; defaults are used.").arg(aside));
            m_settings = settingsAt(path);
        } else {
            m_notices.append(
                tr("The settings file %1 is damaged and cannot be set aside; defaults are used for this run.").arg(path));
            m_demoFolder = std::make_unique<QTemporaryDir>();
            m_settings = settingsAt(m_demoFolder->path() + u"/ballast.conf"_s);
        }
    }
}

void Application::setLanguage(const QString &language)
{
    m_language = language;
    m_preferences.language = language;
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
    if (m_preferencesDialog)
        m_preferencesDialog->follow(m_language, m_preferences.theme);
}

void Application::setTheme(ui::ThemeChoice theme)
{
    ui::Theme::apply(m_application, theme);
    const char *word = theme == ui::ThemeChoice::Light ? "light" : theme == ui::ThemeChoice::Dark ? "dark" : "system";
    m_preferences.theme = QString::fromLatin1(word);
    m_settings->setValue(u"theme"_s, m_preferences.theme);
    if (m_preferencesDialog)
        m_preferencesDialog->follow(m_language, m_preferences.theme);
}

void Application::openProfiles()
{
    m_profiles = std::make_unique<models::ProfileStore>(profilesFile(m_folder));
    switch (m_profiles->load()) {
    case models::ProfileStore::Loaded::Fine:
        break;
    case models::ProfileStore::Loaded::SetAside:
        //: %1: path. 中文：配置文件已损坏，已另存为 %1；当前没有已保存的配置
        m_notices.append(tr("The file of the profiles was damaged. It was set aside as %1; no profile is stored now")
                             .arg(m_profiles->setAsideAs()));
        break;
    case models::ProfileStore::Loaded::Locked:
        //: %1: path. 中文：配置文件 %1 已损坏且无法移走；本次运行不保存配置
        m_notices.append(tr("The file of the profiles, %1, is damaged and cannot be set aside; no profile is stored in this run")
                             .arg(m_profiles->path()));
        break;
    }
    if (!m_secrets) {
        if (m_options.demo)
            m_secrets = std::make_unique<models::SessionSecrets>();
        else
            m_secrets = std::make_unique<Keychain>();
    }
    connect(m_secrets.get(), &models::SecretStore::answersAgain, this, [this] {
        m_sealing = false;
        if (m_seal)
            keepSeal(*std::exchange(m_seal, {}));
    });
}

tl::expected<void, QString> Application::start()
{
    openSettings();
    m_preferences = models::Preferences::load(*m_settings);
    const QString asked = m_options.theme.isEmpty() ? m_preferences.theme : m_options.theme;
    ui::Theme::apply(m_application, themeOf(asked));
    QString language = m_options.language.isEmpty() ? m_preferences.language : m_options.language;
    if (language != "zh_CN"_L1 && language != "en"_L1)
        language = QLocale::system().language() == QLocale::Chinese ? u"zh_CN"_s : u"en"_s;
    setLanguage(language);
    if (!m_zone)
        m_zone = m_preferences.timeZone();
    m_log.setZone(*m_zone);
    openProfiles();
    if (m_options.demo)
        return startDemo();
    if (!m_clock)
        m_clock = std::make_unique<net::SystemClock>();
    if (m_options.credential)
        return startFromOptions();
    const models::Profile *profile = m_options.profile.isEmpty() ? m_profiles->preferred() : m_profiles->find(m_options.profile);
    if (!profile && !m_options.profile.isEmpty())
        return tl::unexpected(u"no profile named '%1' is stored"_s.arg(m_options.profile));
    if (profile)
        open({*profile});
    else
        showProfiles();
    return {};
}

tl::expected<void, QString> Application::startDemo()
{
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
    Session::Setup setup;
    setup.transport.endpoints = net::Endpoints::shared(QString::fromStdString(door.url));
    setup.transport.readOnly = m_options.readOnly;
    setup.transport.secretCame = hider();
    for (const auto &[region, project] : door.scopes)
        setup.scopes.append({QString::fromStdString(region), QString::fromStdString(project)});
    setup.shown = {setup.scopes.value(0)};
    setup.credential = net::PasswordLogin{QString::fromStdString(door.domain), QString::fromStdString(door.user),
                                          QByteArray::fromStdString(door.password)};
    placeLedger(setup, u"demo"_s);
    m_session = std::make_unique<Session>(std::move(setup), *m_clock);
    ui::Context shown = context(*m_session);
    shown.demo = true;
    shown.demoText = QString::number(m_options.seed);
    show(std::move(shown), [this] { m_session->start(); });
    return {};
}

tl::expected<void, QString> Application::startFromOptions()
{
    Session::Setup setup;
    setup.transport.endpoints = m_options.endpoints;
    setup.transport.readOnly = m_options.readOnly;
    setup.transport.secretCame = hider();
    setup.scopes = m_options.scopes;
    setup.credential = m_options.credential;
    if (!m_options.caFile.isEmpty()) {
        setup.transport.ownCas = QSslCertificate::fromPath(m_options.caFile);
        if (setup.transport.ownCas.isEmpty()) // fromPath says nothing of a missing or foreign file
            return tl::unexpected(u"--ca: no certificate can be read from '%1'"_s.arg(m_options.caFile));
    }
    useProxy(setup.transport, {.kind = models::ProxySetting::Kind::Inherited}, {});
    placeLedger(setup, nameOf(m_options.endpoints, m_options.scopes));
    m_session = std::make_unique<Session>(std::move(setup), *m_clock);
    ui::Context shown = context(*m_session);
    shown.profileName = m_session->place.scopes().first().region;
    show(std::move(shown), [this] { readProxyPassword([this] { m_session->start(); }); });
    return {};
}

void Application::placeLedger(Session::Setup &setup, const QString &owner) const
{
    setup.ledgerOwner = owner;
    const QString name = QString::fromLatin1(QUrl::toPercentEncoding(owner)); // no part of it is a folder
    setup.ledger = u"%1/ledger/%2.sqlite"_s.arg(m_options.demo ? m_folder : stateFolder(), name);
}

/// The seal of the ledger lies in the keychain, so that who changes the one has not changed the other.
void Application::openLedger()
{
    models::Ledger &ledger = *m_session->ledger;
    m_seal.reset();
    m_sealing = false;
    connect(&ledger, &models::Ledger::sealed, this, &Application::keepSeal);
    ledger.open(sealPatience);
    m_secrets->read(sealKey(m_session->ledgerOwner), &ledger, [&ledger](const models::SecretStore::Outcome &outcome) {
        ledger.setSeal(models::LedgerSeal::fromText(outcome.secret));
    });
}

/// One at a time, the newest last.
void Application::keepSeal(const models::LedgerSeal &seal)
{
    m_seal = seal;
    if (std::exchange(m_sealing, true))
        return;
    const QByteArray text = std::exchange(m_seal, {})->toText();
    m_secrets->write(sealKey(m_session->ledgerOwner), text, m_session->ledger.get(),
                     [this](const models::SecretStore::Outcome &outcome) {
                         if (outcome.state != models::SecretStore::State::Kept)
                             return; // it is not asked again before the next start, or before it has found its voice
                         m_sealing = false;
                         if (m_seal)
                             keepSeal(*m_seal);
                     });
}

/// What every window is told, whatever it was opened from.
ui::Context Application::context(Session &session)
{
    connect(&session.transport, &net::Transport::logged, this, &Application::log);
    session.setPace(m_preferences.pace());
    keepShown(session);
    ui::Context shown{session.transport, session.csbs,          session.sdrs,     session.iam,     session.operations,
                      session.place,     session.policies,      session.backups,  session.records, session.groups,
                      session.drills,    session.operationList, session.overview, session.facts,   *m_settings};
    shown.userName = session.transport.userName();
    shown.endpointText = endpointTextOf(session.transport.options().endpoints, session.place.first());
    shown.readOnly = session.transport.options().readOnly;
    shown.inTheOpen = isInTheOpen(session.transport.options(), session.place.scopes());
    shown.notices = std::exchange(m_notices, {});
    shown.zone = *m_zone;
    shown.setLanguage = [this](const QString &chosen) { setLanguage(chosen); };
    shown.setTheme = [this](ui::ThemeChoice chosen) { setTheme(chosen); };
    shown.language = m_language;
    if (!m_options.demo)
        shown.showProfiles = [this] { showProfiles(); };
    shown.showPreferences = [this] { showPreferences(); };
    shown.showRequestLog = [this] { showRequestLog(); };
    shown.components = components;
    return shown;
}

/// What was shown of it last is shown again.
void Application::keepShown(Session &session)
{
    const QString key = u"shown/"_s + QString::fromLatin1(QUrl::toPercentEncoding(session.ledgerOwner));
    const QStringList kept = m_settings->value(key).toStringList();
    const auto named = [](const net::Scope &scope) { return scope.region + u'/' + scope.projectId; };
    QList<net::Scope> shown;
    std::ranges::copy_if(session.place.scopes(), std::back_inserter(shown),
                         [&](const net::Scope &scope) { return kept.contains(named(scope)); });
    session.place.setShown(shown);
    connect(&session.place, &models::Place::shownChanged, this, [this, key, named, &place = session.place] {
        QStringList now;
        if (place.shown() != place.scopes()) // one that is added later is shown too
            std::ranges::transform(place.shown(), std::back_inserter(now), named);
        m_settings->setValue(key, now);
    });
}

/// Nothing before the first paint but the window: the ledger, the keychain and the network come after it, and then \a then.
void Application::show(ui::Context &&shown, std::function<void()> then)
{
    m_window = std::make_unique<ui::MainWindow>(std::move(shown));
    connect(m_window.get(), &ui::MainWindow::closed, this, &Application::windowClosed);
    connect(m_window.get(), &ui::MainWindow::stayedOpen, this, [this] { m_next.reset(); });
    new FirstPaint(m_window.get(), m_session.get(), [this, then = std::move(then)] {
        openLedger();
        then();
    });
    m_window->show();
}

// ---- profiles -------------------------------------------------------------------------------------------------------

void Application::useProxy(net::Transport::Options &options, const models::ProxySetting &proxy, const QByteArray &password) const
{
    using Kind = models::ProxySetting::Kind;
    const bool inherited = proxy.kind == Kind::Inherited;
    const models::ProxySetting &used = inherited ? m_preferences.proxy : proxy;
    options.systemProxy = used.kind == Kind::System;
    options.proxy = QNetworkProxy(QNetworkProxy::NoProxy);
    if (used.kind == Kind::Own && !used.host.isEmpty())
        options.proxy = QNetworkProxy(QNetworkProxy::HttpProxy, used.host, quint16(used.port), used.user,
                                      QString::fromUtf8(inherited ? m_proxyPassword : password));
}

net::Transport::Options Application::transportOptions(const models::Profile &profile, const models::ProfileSecrets &secrets) const
{
    net::Transport::Options options;
    options.endpoints = profile.endpoints();
    options.plainHttp = profile.plainHttp;
    options.readOnly = profile.readOnly || m_options.readOnly;
    options.secretCame = hider();
    if (!profile.caFile.isEmpty())
        options.ownCas = QSslCertificate::fromPath(profile.caFile, QSsl::Pem, QSslCertificate::PatternSyntax::FixedString);
    useProxy(options, profile.proxy, secrets.proxyPassword);
    return options;
}

/// A window on that profile, at once; signed in as soon as its secrets are there.
void Application::open(const Opening &opening)
{
    const models::Profile profile = opening.profile;
    const models::ProfileSecrets known = opening.secrets.value_or(models::ProfileSecrets{});
    hide(known);
    if (!m_profiles->setLast(profile.id)) //: %1: path. 中文：无法写入 %1：下次启动时不会自动打开此配置
        m_notices.append(tr("%1 cannot be written: the next start will not know which profile was open").arg(m_profiles->path()));
    Session::Setup setup;
    setup.transport = transportOptions(profile, known);
    if (!profile.caFile.isEmpty() && setup.transport.ownCas.isEmpty()) //: %1: path. 中文：无法从 %1 读取证书
        m_notices.append(tr("No certificate can be read from %1").arg(profile.caFile));
    if (const auto lack = m_secrets->lackOf(profile.id); lack != models::SecretStore::Lack::None)
        m_notices.append(ui::SecretText::sessionOnly(lack));
    setup.scopes = profile.scopes;
    if (m_logWindow)
        m_logWindow->close();
    m_window.reset();
    m_session.reset();
    m_profile = profile;
    placeLedger(setup, profile.id);
    m_session = std::make_unique<Session>(std::move(setup), *m_clock);
    ui::Context shown = context(*m_session);
    shown.profileName = profile.name;
    shown.userName = profile.who();
    shown.production = profile.production;
    show(std::move(shown), [this, profile, secrets = opening.secrets] {
        readProxyPassword([this, profile, secrets] {
            if (secrets)
                signIn(profile, *secrets);
            else
                readSecrets(profile);
        });
    });
    if (m_lead) {
        m_lead->disconnect(this);
        m_lead.release()->deleteLater(); // we may stand inside one of its signals
    }
}

void Application::readSecrets(const models::Profile &profile)
{
    m_secrets->read(profile.id, m_session.get(), [this, profile](const models::SecretStore::Outcome &outcome) {
        using State = models::SecretStore::State;
        const auto secrets = outcome.state == State::Kept ? models::ProfileSecrets::fromJson(outcome.secret) : std::nullopt;
        if (secrets && models::credentialOf(profile, *secrets))
            return signIn(profile, *secrets);
        m_session->start(); // signed out, and the lists say so
        showProfiles()->askSecret(profile.id, outcome);
    });
}

void Application::signIn(const models::Profile &profile, const models::ProfileSecrets &secrets)
{
    hide(secrets);
    if (const auto credential = models::credentialOf(profile, secrets))
        m_session->transport.setCredential(*credential);
    const net::Transport::Options options = transportOptions(profile, secrets);
    m_session->transport.setProxy(options.proxy, options.systemProxy);
    m_session->start();
}

/// The password of the preferences' proxy has to be there before the first request leaves.
void Application::readProxyPassword(const std::function<void()> &then)
{
    if (m_preferences.proxy.kind != models::ProxySetting::Kind::Own || m_preferences.proxy.user.isEmpty() ||
        !m_proxyPassword.isEmpty())
        return then();
    m_secrets->read(models::preferencesProxyKey(), m_session.get(), [this, then](const models::SecretStore::Outcome &outcome) {
        m_proxyPassword = outcome.secret;
        m_logFile->hide(m_proxyPassword);
        if (m_proxyPassword.isEmpty())
            m_window->addNotice(ui::SecretText::typeProxyPassword(outcome));
        prefer(m_preferences);
        then();
    });
}

/// Closes the window, which asks where an outcome is not known yet, and opens that profile in a new one.
void Application::replaceBy(Opening opening)
{
    m_next = std::move(opening);
    if (m_window)
        m_window->close();
    else
        open(*std::exchange(m_next, {}));
}

void Application::windowClosed()
{
    if (!m_next) {
        if (m_logWindow)
            m_logWindow->close();
        emit ended();
        return;
    }
    // The window still stands inside its own closeEvent().
    net::later(this, [this] {
        if (m_next)
            open(*std::exchange(m_next, {}));
    });
}

ui::ProfileDialog *Application::showProfiles()
{
    if (m_dialog || m_lead) {
        ui::ProfileDialog *there = m_dialog ? m_dialog.data() : m_lead.get();
        there->raise();
        there->activateWindow();
        return there;
    }
    ui::ProfileDialog::Doors doors{*m_profiles, *m_secrets, *m_clock,
                                   [this](const models::Profile &profile, const models::ProfileSecrets &secrets) {
                                       hide(secrets);
                                       return transportOptions(profile, secrets);
                                   },
                                   [this](const net::LogLine &line) { log(line); }};
    auto *dialog = new ui::ProfileDialog(std::move(doors), m_window.get());
    if (m_window) {
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        m_dialog = dialog;
        if (m_profile)
            dialog->choose(m_profile->id);
    } else {
        m_lead.reset(dialog);
        if (!m_notices.isEmpty())
            dialog->addNotice(m_notices.join(u'\n'));
        connect(dialog, &QDialog::finished, this, [this] {
            if (!m_window)
                emit ended();
        });
    }
    connect(dialog, &ui::ProfileDialog::openWanted, this,
            [this](const models::Profile &profile, const models::ProfileSecrets &secrets) {
                // Queued: the dialog may belong to the window that goes.
                net::later(this, [this, profile, secrets] { replaceBy({profile, secrets}); });
            });
    dialog->open();
    return dialog;
}

// ---- tools ----------------------------------------------------------------------------------------------------------

/// For the transports: no message shows what they hold.
std::function<void(const QByteArray &)> Application::hider() const
{
    return [log = m_logFile.get()](const QByteArray &secret) { log->hide(secret); }; // it outlives them all
}

void Application::hide(const models::ProfileSecrets &secrets)
{
    for (const QByteArray &secret : {secrets.main, secrets.securityToken, secrets.proxyPassword})
        m_logFile->hide(secret);
}

void Application::log(const net::LogLine &line)
{
    m_log.add(line);
    m_logFile->add(line);
}

void Application::showPreferences()
{
    if (m_preferencesDialog) {
        m_preferencesDialog->raise();
        m_preferencesDialog->activateWindow();
        return;
    }
    models::Preferences now = m_preferences;
    now.language = m_language;
    auto *dialog = new ui::PreferencesDialog(now, m_window.get());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_preferencesDialog = dialog;
    connect(dialog, &ui::PreferencesDialog::changed, this, &Application::prefer);
    connect(dialog, &ui::PreferencesDialog::proxyPasswordTyped, this, &Application::keepProxyPassword);
    dialog->open();
}

/// In force at once, and stored.
void Application::prefer(const models::Preferences &preferences)
{
    const models::Preferences before = std::exchange(m_preferences, preferences);
    m_preferences.store(*m_settings);
    if (!preferences.language.isEmpty() && preferences.language != m_language)
        setLanguage(preferences.language);
    if (preferences.theme != before.theme)
        setTheme(themeOf(preferences.theme));
    if (preferences.zone != before.zone) {
        m_zone = preferences.timeZone();
        m_log.setZone(*m_zone);
        m_window->setZone(*m_zone);
    }
    m_window->showChoices(m_language, themeOf(preferences.theme));
    m_session->setPace(preferences.pace());
    const models::ProxySetting inherited{.kind = models::ProxySetting::Kind::Inherited};
    if (!m_options.demo && (m_profile ? m_profile->proxy.kind : inherited.kind) == models::ProxySetting::Kind::Inherited) {
        net::Transport::Options options;
        useProxy(options, inherited, {});
        m_session->transport.setProxy(options.proxy, options.systemProxy);
    }
}

void Application::keepProxyPassword(const QByteArray &password)
{
    m_proxyPassword = password;
    m_logFile->hide(password);
    prefer(m_preferences);
    const auto told = [this, removed = password.isEmpty()](const models::SecretStore::Outcome &outcome) {
        if (m_preferencesDialog)
            m_preferencesDialog->setPasswordState(ui::SecretText::proxyPassword(outcome, removed));
    };
    if (password.isEmpty())
        m_secrets->remove(models::preferencesProxyKey(), this, told);
    else
        m_secrets->write(models::preferencesProxyKey(), password, this, told);
}

void Application::showRequestLog()
{
    if (!m_logWindow) {
        auto *dialog = new ui::RequestLogWindow(m_log, m_window.get());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        m_logWindow = dialog;
    }
    m_logWindow->show();
    m_logWindow->raise();
    m_logWindow->activateWindow();
}

} // namespace app
