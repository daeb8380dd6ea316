#pragma once

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <csignal>
#include <cstdio>
#include <sys/prctl.h>
#include <unistd.h>

/// Real keychains for tests, in a session bus and an empty home of their own: the user's is never touched.
namespace test {

/// How the desktop of this process is; empty: it is the one that starts the others.
inline QString scenario() { return qEnvironmentVariable("BALLAST_KEYRING_SCENARIO"); }

/// There is no dbus-run-session or no gnome-keyring-daemon on this machine.
inline bool isUnable() { return scenario() == QLatin1String("unable"); }

/// Runs the program again in each scenario, one after the other, all with the same home: libsecret remembers what it once
/// found, so each needs a process of its own. The bus of a scenario has nobody on it and starts nobody; "no bus" has none.
/// \a homeFolder: of them, which stays; empty: one that goes.
inline int runScenarios(int argc, char **argv, QStringList scenarios, const QString &homeFolder = {})
{
    const QCoreApplication application(argc, argv);
    const QTemporaryDir own;
    const QDir home(homeFolder.isEmpty() ? own.path() : homeFolder);
    for (const char *tool : {"dbus-run-session", "dbus-send", "gnome-keyring-daemon"}) {
        if (QStandardPaths::findExecutable(QString::fromLatin1(tool)).isEmpty())
            scenarios = {QStringLiteral("unable")};
    }
    QFile bus(own.filePath(QStringLiteral("bus.conf")));
    const QByteArray rules = "<!DOCTYPE busconfig PUBLIC '-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN' "
                             "'http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd'><busconfig><type>session</type>"
                             "<listen>unix:tmpdir=/tmp</listen><policy context='default'><allow send_destination='*' "
                             "eavesdrop='true'/><allow eavesdrop='true'/>"
                             "<allow own='*'/></policy></busconfig>";
    if (!bus.open(QIODevice::WriteOnly) || bus.write(rules) != rules.size() || !bus.flush())
        qFatal("%s", qPrintable(bus.errorString()));
    int worst = 0;
    for (const QString &each : std::as_const(scenarios)) {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("BALLAST_KEYRING_SCENARIO"), each);
        for (const char *name :
             {"HOME", "XDG_RUNTIME_DIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"})
            environment.insert(QString::fromLatin1(name), home.path());
        environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=/nonexistent/bus"));
        environment.remove(QStringLiteral("DISPLAY"));
        QStringList command = application.arguments();
        if (each != QLatin1String("no bus") && each != QLatin1String("unable"))
            command = QStringList{QStringLiteral("dbus-run-session"), QStringLiteral("--config-file=") + bus.fileName(),
                                  QStringLiteral("--")} +
                      command;
        QProcess child;
        child.setProcessEnvironment(environment);
        child.setProcessChannelMode(QProcess::ForwardedChannels);
        child.setChildProcessModifier([] { ::setsid(); }); // so that nobody is left of it
        child.start(command.takeFirst(), command);
        std::printf("---- keychain: %s\n", qPrintable(each));
        std::fflush(stdout);
        if (!child.waitForFinished(830000) || child.exitStatus() != QProcess::NormalExit) {
            std::printf("---- keychain: %s: %s\n", qPrintable(each), qPrintable(child.errorString()));
            ::kill(-static_cast<pid_t>(child.processId()), SIGKILL);
            child.waitForFinished();
            worst = 1;
        } else if (child.exitCode() != 0) {
            worst = child.exitCode();
        }
    }
    return worst;
}

/// A keyring daemon on the bus of this process.
class Keyring
{
public:
    ~Keyring() { stop(); }
    /// The first password makes the keyring; with any other it stays locked, and nobody is there to be asked. False: it does
    /// not come up.
    bool start(const QByteArray &password)
    {
        m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
        m_process.setStandardOutputFile(QProcess::nullDevice());
        m_process.setStandardErrorFile(QProcess::nullDevice());
        m_process.start(QStringLiteral("gnome-keyring-daemon"),
                        {QStringLiteral("--foreground"), QStringLiteral("--unlock"), QStringLiteral("--components=secrets")});
        if (!m_process.waitForStarted())
            return false;
        m_process.write(password);
        m_process.closeWriteChannel();
        while (m_process.bytesToWrite() > 0 && m_process.waitForBytesWritten()) {}
        QElapsedTimer clock;
        clock.start();
        while (clock.elapsed() < 20000) {
            QProcess ask;
            ask.start(QStringLiteral("dbus-send"),
                      {QStringLiteral("--session"), QStringLiteral("--print-reply"),
                       QStringLiteral("--dest=org.freedesktop.DBus"), QStringLiteral("/"),
                       QStringLiteral("org.freedesktop.DBus.NameHasOwner"), QStringLiteral("string:org.freedesktop.secrets")});
            ask.waitForFinished();
            if (ask.readAllStandardOutput().contains("boolean true"))
                return true;
        }
        return false;
    }
    void freeze() { ::kill(static_cast<pid_t>(m_process.processId()), SIGSTOP); }
    void thaw() { ::kill(static_cast<pid_t>(m_process.processId()), SIGCONT); }
    void stop()
    {
        if (m_process.state() == QProcess::NotRunning)
            return;
        thaw();
        m_process.terminate();
        if (!m_process.waitForFinished(5000))
            m_process.kill();
        m_process.waitForFinished();
    }

private:
    QProcess m_process;
};

} // namespace test
