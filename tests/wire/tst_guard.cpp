#include "app/guard.h"
#include "rawclient.h"
#include "support/marks.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTest>

#include <csignal>
#include <functional>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

/// What \a check gives in a process of its own; -1: it did not end by itself.
int inAChild(const std::function<int()> &check)
{
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(check());
    int status = 0;
    if (child < 0 || ::waitpid(child, &status, 0) != child || !WIFEXITED(status))
        return -1;
    return WEXITSTATUS(status);
}

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Lets the process write as large a core as it may, and files that others may read.
void letCoresBe(QProcess &process)
{
    process.setChildProcessModifier([] {
        rlimit most{};
        ::getrlimit(RLIMIT_CORE, &most);
        most.rlim_cur = most.rlim_max;
        ::setrlimit(RLIMIT_CORE, &most);
        ::umask(022);
    });
}

/// Ends it as a crash would.
void crash(QProcess &process)
{
    ::kill(static_cast<pid_t>(process.processId()), SIGABRT);
    if (!process.waitForFinished(60000))
        process.kill();
}

} // namespace

/// The real program, as far as the system can look into it.
class TestGuard final : public QObject
{
    Q_OBJECT

    static QStringList cores(const QString &folder) { return QDir(folder).entryList({u"core*"_s}, QDir::Files | QDir::Hidden); }

private slots:
    void noCoreAndNoDebugger()
    {
        QCOMPARE(inAChild([] { return ::prctl(PR_GET_DUMPABLE); }), 1); // tests stay as they are
        QCOMPARE(inAChild([] { return app::forbidCores() ? ::prctl(PR_GET_DUMPABLE) : 99; }), 0);
        QCOMPARE(inAChild([] {
                     app::forbidCores();
                     rlimit limit{1, 1};
                     return ::getrlimit(RLIMIT_CORE, &limit) == 0 && limit.rlim_cur == 0 && limit.rlim_max == 0 ? 0 : 1;
                 }),
                 0);
    }

    void whatWeStartInheritsNoCredential()
    {
        for (const char *name : {"BALLAST_TOKEN", "BALLAST_AK", "BALLAST_SK", "BALLAST_SECURITY_TOKEN", "BALLAST_USER",
                                 "BALLAST_PASSWORD", "BALLAST_DOMAIN"})
            qputenv(name, "MARK-env-4711");
        qputenv("BALLAST_OTHER", "stays");
        app::clearCredentialVariables();
        QProcess child;
        child.start(u"env"_s, QStringList());
        QVERIFY(child.waitForFinished());
        const QByteArray seen = child.readAllStandardOutput();
        QVERIFY(seen.contains("BALLAST_OTHER=stays"));
        QVERIFY2(!seen.contains("MARK-env-4711"), seen.constData());
        QVERIFY(!qEnvironmentVariableIsSet("BALLAST_TOKEN"));
    }

    void theProgramShowsNothingOfItsCredential_data()
    {
        QTest::addColumn<QString>("way");
        for (const QString &way : {u"token"_s, u"password"_s, u"keys"_s, u"temporary keys"_s})
            QTest::newRow(qPrintable(way)) << way;
    }
    void theProgramShowsNothingOfItsCredential()
    {
        QFETCH(QString, way);
        mock::Server server{mock::Options{}};
        std::string error;
        QVERIFY2(server.start(&error), error.c_str());
        const mock::Door door = server.door();
        const mock::TemporaryKey temporary = server.temporaryKey();
        const QByteArray token = Client(server)
                                     .ask("POST", "/v3/auth/tokens", signInBody(door, projectScope(door.projectId)))
                                     .header("X-Subject-Token");
        QVERIFY(token.size() > 8);
        test::Marks marks;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        const auto plant = [&](const char *name, const QByteArray &secret) {
            environment.insert(QString::fromLatin1(name), QString::fromUtf8(secret));
            marks.add(QString::fromLatin1(name), secret);
        };
        if (way == "token"_L1) {
            plant("BALLAST_TOKEN", token);
        } else if (way == "password"_L1) {
            plant("BALLAST_PASSWORD", bytes(door.password));
            environment.insert(u"BALLAST_USER"_s, QString::fromStdString(door.user));
            environment.insert(u"BALLAST_DOMAIN"_s, QString::fromStdString(door.domain));
        } else if (way == "keys"_L1) {
            plant("BALLAST_SK", bytes(door.sk));
            environment.insert(u"BALLAST_AK"_s, QString::fromStdString(door.ak));
        } else {
            plant("BALLAST_SK", bytes(temporary.sk));
            plant("BALLAST_SECURITY_TOKEN", bytes(temporary.securityToken));
            environment.insert(u"BALLAST_AK"_s, QString::fromStdString(temporary.ak));
        }
        const QTemporaryDir home;
        for (const char *name :
             {"HOME", "XDG_RUNTIME_DIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "TMPDIR"})
            environment.insert(QString::fromLatin1(name), home.path());
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent/bus"_s);
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        environment.insert(u"QT_LOGGING_RULES"_s, u"*=true"_s);
        environment.remove(u"DISPLAY"_s);

        QProcess program;
        program.setProcessEnvironment(environment);
        program.setWorkingDirectory(home.path());
        letCoresBe(program);
        program.start(QCoreApplication::applicationDirPath() + u"/ballast"_s,
                      {u"--endpoint"_s, QString::fromStdString(door.url), u"--project"_s, QString::fromStdString(door.projectId),
                       u"--region"_s, QString::fromStdString(door.region), u"--lang"_s, u"en"_s});
        QVERIFY2(program.waitForStarted(), qPrintable(program.errorString()));
        const auto answered = [&server] {
            const std::vector<mock::Seen> all = server.requests();
            return std::any_of(all.begin(), all.end(), [](const mock::Seen &seen) {
                return seen.status == 200 && seen.target.find("/checkpoint_items") != std::string::npos;
            });
        };
        QTRY_VERIFY2_WITH_TIMEOUT(answered() || program.state() != QProcess::Running, "it signs in", 60000);
        QVERIFY2(program.state() == QProcess::Running, program.readAllStandardError().constData());
        const QString process = u"/proc/%1/"_s.arg(program.processId());
        QVERIFY(readAll(process + u"cmdline"_s).contains("--endpoint"));
        QCOMPARE(marks.in(readAll(process + u"cmdline"_s)), QString());
        if (const QByteArray shown = readAll(process + u"environ"_s); !shown.isEmpty()) { // empty: we may not even look
            QVERIFY(shown.contains("QT_QPA_PLATFORM=offscreen"));
            QCOMPARE(marks.in(shown), QString());
        }
        const QByteArray limits = readAll(process + u"limits"_s);
        const qsizetype at = limits.indexOf("Max core file size");
        QVERIFY2(at >= 0 && limits.mid(at + 18, 40).simplified().startsWith("0 0"), limits.constData());
        crash(program);
        QCOMPARE(program.exitStatus(), QProcess::CrashExit);
        QCOMPARE(cores(home.path()), QStringList());
        QCOMPARE(marks.in(program.readAllStandardOutput()), QString());
        QCOMPARE(marks.in(program.readAllStandardError()), QString());
        QCOMPARE(marks.under(home.path()), QStringList());
        QVERIFY(QFile::exists(home.filePath(u"ballast/ballast.conf"_s)));
        QCOMPARE(test::openToOthers(home.filePath(u"ballast"_s)), QStringList());
    }

    /// That the test before could have found a core.
    void aProgramThatHidesNothingLeavesACore()
    {
        const QByteArray pattern = readAll(u"/proc/sys/kernel/core_pattern"_s).trimmed();
        if (pattern.startsWith('|') || pattern.contains('/'))
            QSKIP("this system hands cores to a program or to another folder: none is looked for here");
        const QTemporaryDir folder;
        QProcess control;
        control.setWorkingDirectory(folder.path());
        letCoresBe(control);
        control.start(u"sleep"_s, {u"600"_s});
        QVERIFY(control.waitForStarted());
        rlimit most{};
        QCOMPARE(::getrlimit(RLIMIT_CORE, &most), 0);
        if (most.rlim_max == 0) {
            control.kill();
            control.waitForFinished();
            QSKIP("no core may be written here by anybody");
        }
        crash(control);
        QCOMPARE(cores(folder.path()).size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestGuard)
#include "tst_guard.moc"
