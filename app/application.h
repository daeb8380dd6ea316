#pragma once

#include "app/commandline.h"
#include "app/democlock.h"
#include "app/session.h"
#include "ui/mainwindow.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTranslator>

class QApplication;

namespace app {

/// The composition root: builds, owns and wires the objects of the program.
class Application final : public QObject
{
    Q_OBJECT

public:
    Application(QApplication &application, Options options);
    ~Application() override;

    /// Builds session and window. An error is one line for people; nothing is shown then.
    tl::expected<void, QString> start();

    ui::MainWindow &window() { return *m_window; }
    Session &session() { return *m_session; }
    mock::Server *server() { return m_server.get(); } ///< of the demo
    void setLanguage(const QString &language);
    void setTheme(ui::ThemeChoice theme);
    void setCalendarSpeed(double speed) { m_speed = speed; }       ///< of the demo, before start()
    void setFaults(const QStringList &rules) { m_faults = rules; } ///< of the demo, before start()
    void setZone(const QTimeZone &zone) { m_zone = zone; }         ///< before start()

private:
    void openSettings();

    QApplication &m_application;
    Options m_options;
    double m_speed = 1;
    QStringList m_faults;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    QStringList m_notices;
    QString m_language;
    std::unique_ptr<QTemporaryDir> m_demoFolder;
    std::unique_ptr<QSettings> m_settings;
    QTranslator m_own, m_qt;
    std::unique_ptr<mock::Server> m_server;
    std::unique_ptr<net::Clock> m_clock;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace app
