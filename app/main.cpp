#include "app/application.h"
#include "app/guard.h"
#include "app/tour.h"

#include <QApplication>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>

using namespace Qt::StringLiterals;

namespace {

int refuse(const QString &why)
{
    std::fprintf(stderr, "ballast: %s\n", qPrintable(why));
    return 2;
}

} // namespace

int main(int argc, char **argv)
{
    if (!app::forbidCores()) // first of all: the environment may hold a credential
        std::fprintf(stderr, "ballast: core dumps cannot be switched off: %s\n", std::strerror(errno));
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    std::signal(SIGXFSZ, SIG_IGN); // a file too large is a write that fails, and is told
    // Before any window system is asked for: help, version and wrong options work everywhere.
    QCoreApplication::setApplicationName(u"ballast"_s); // names the folders, and so comes first
    auto options = app::readOptions(arguments, QProcessEnvironment::systemEnvironment());
    app::clearCredentialVariables();
    if (!options)
        return refuse(options.error());
    if (options->showVersion) {
        std::puts("ballast " BALLAST_VERSION);
        return 0;
    }
    if (options->showHelp) {
        std::fputs(qPrintable(app::helpText()), stdout);
        return 0;
    }
    if (const QString missing = app::Application::missingProfile(*options); !missing.isEmpty())
        return refuse(u"no profile named '%1' is stored"_s.arg(missing));
    // Qt would end with an abort where no display answers; whoever names a platform knows what it needs.
    const auto unset = [](const char *name) { return qEnvironmentVariableIsEmpty(name); };
    if (unset("QT_QPA_PLATFORM") && unset("DISPLAY") && unset("WAYLAND_DISPLAY"))
        return refuse(u"no display: neither DISPLAY nor WAYLAND_DISPLAY is set"_s);
    QApplication application(argc, argv);
    QApplication::setApplicationVersion(QStringLiteral(BALLAST_VERSION));
    QApplication::setDesktopFileName(u"org.ballast.Console"_s);
    const QString tourFolder = options->tourFolder;
    if (!tourFolder.isEmpty())
        return app::runTour(application, *options);
    app::Application program(application, std::move(*options));
    QApplication::setQuitOnLastWindowClosed(false); // between two profiles there is no window
    QObject::connect(&program, &app::Application::ended, &application, &QCoreApplication::quit, Qt::QueuedConnection);
    if (const auto started = program.start(); !started)
        return refuse(started.error());
    return QApplication::exec(); // ok: the program's own loop
}
