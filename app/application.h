#pragma once

#include "app/commandline.h"
#include "app/democlock.h"
#include "app/logfile.h"
#include "app/session.h"
#include "models/preferences.h"
#include "models/profilestore.h"
#include "models/requestlog.h"
#include "models/secretstore.h"
#include "ui/mainwindow.h"
#include "ui/profiledialog.h"

#include <QPointer>
#include <QSettings>
#include <QTemporaryDir>
#include <QTranslator>

class QApplication;

namespace ui {
class PreferencesDialog;
}

namespace app {

/// The composition root: builds, owns and wires the objects of the program.
class Application final : public QObject
{
    Q_OBJECT

public:
    Application(QApplication &application, Options options);
    ~Application() override;

    /// The profile these options name that is not stored; empty when all is well. Needs no window system.
    static QString missingProfile(const Options &options);

    /// Builds session and window, or shows the dialog that leads to a profile. An error is one line for people; nothing is
    /// shown then.
    tl::expected<void, QString> start();

    ui::MainWindow &window() { return *m_window; }
    bool hasWindow() const { return m_window != nullptr; }
    Session &session() { return *m_session; }
    mock::Server *server() { return m_server.get(); } ///< of the demo
    void setLanguage(const QString &language);
    void setTheme(ui::ThemeChoice theme);
    void setCalendarSpeed(double speed) { m_speed = speed; }       ///< of the demo, before start()
    void setFaults(const QStringList &rules) { m_faults = rules; } ///< of the demo, before start()
    void setFolder(const QString &folder) { m_folder = folder; }   ///< of the demo, before start(): outlasts it
    void setZone(const QTimeZone &zone) { m_zone = zone; }         ///< instead of the preferred one; before start()
    void setClock(std::unique_ptr<net::Clock> clock) { m_clock = std::move(clock); } ///< instead of the machine's; before start()
    /// Instead of the desktop's keychain; before start().
    void setSecrets(std::unique_ptr<models::SecretStore> secrets) { m_secrets = std::move(secrets); }

signals:
    void ended(); ///< the last window was closed by its user

private:
    /// A profile on its way to a window.
    struct Opening
    {
        models::Profile profile{};
        std::optional<models::ProfileSecrets> secrets{}; ///< none: they are read from the keychain
    };

    void openSettings();
    void openProfiles();
    void placeLedger(Session::Setup &setup, const QString &owner) const;
    void openLedger();
    void keepSeal(const models::LedgerSeal &seal);
    ui::Context context(Session &session);
    void keepShown(Session &session);
    void show(ui::Context &&shown, std::function<void()> then);
    net::Transport::Options transportOptions(const models::Profile &profile, const models::ProfileSecrets &secrets) const;
    void useProxy(net::Transport::Options &options, const models::ProxySetting &proxy, const QByteArray &password) const;
    tl::expected<void, QString> startDemo();
    tl::expected<void, QString> startFromOptions();
    void open(const Opening &opening);
    void replaceBy(Opening opening);
    void readSecrets(const models::Profile &profile);
    void signIn(const models::Profile &profile, const models::ProfileSecrets &secrets);
    void readProxyPassword(const std::function<void()> &then);
    std::function<void(const QByteArray &)> hider() const;
    void hide(const models::ProfileSecrets &secrets);
    void log(const net::LogLine &line);
    void windowClosed();
    ui::ProfileDialog *showProfiles();
    void showPreferences();
    void showRequestLog();
    void prefer(const models::Preferences &preferences);
    void keepProxyPassword(const QByteArray &password);

    QApplication &m_application;
    Options m_options;
    double m_speed = 1;
    QStringList m_faults;
    std::optional<QTimeZone> m_zone;
    QStringList m_notices;
    QString m_language;
    QString m_folder; ///< of the settings
    std::unique_ptr<QTemporaryDir> m_demoFolder;
    std::unique_ptr<LogFile> m_logFile;
    std::unique_ptr<QSettings> m_settings;
    models::Preferences m_preferences;
    QByteArray m_proxyPassword; ///< of the preferences
    QTranslator m_own, m_qt;
    std::unique_ptr<models::ProfileStore> m_profiles;
    std::unique_ptr<models::SecretStore> m_secrets;
    models::RequestLog m_log;
    std::unique_ptr<mock::Server> m_server;
    std::unique_ptr<net::Clock> m_clock;
    std::unique_ptr<Session> m_session;
    std::optional<models::LedgerSeal> m_seal; ///< to be kept, once the one before it is
    bool m_sealing = false;
    std::optional<models::Profile> m_profile; ///< the open one
    std::optional<Opening> m_next;            ///< waits for the window to close
    std::unique_ptr<ui::MainWindow> m_window;
    std::unique_ptr<ui::ProfileDialog> m_lead; ///< where there is no window yet
    QPointer<ui::ProfileDialog> m_dialog;      ///< on the window
    QPointer<ui::PreferencesDialog> m_preferencesDialog;
    QPointer<QWidget> m_logWindow;
};

} // namespace app
