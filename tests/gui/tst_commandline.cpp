#include "app/commandline.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestCommandLine final : public QObject
{
    Q_OBJECT

    static QProcessEnvironment with(const QList<QPair<QString, QString>> &values)
    {
        QProcessEnvironment environment;
        for (const auto &[name, value] : values)
            environment.insert(name, value);
        return environment;
    }

private slots:
    void wrongOptionsAreRefused_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const auto row = [](const QStringList &arguments) { QTest::newRow(qPrintable(arguments.join(u' '))) << arguments; };
        row({u"--nonsense"_s});
        row({u"--lang"_s, u"fr"_s, u"--demo"_s});
        row({u"--theme"_s, u"pink"_s, u"--demo"_s});
        row({u"--demo"_s, u"--seed"_s, u"x"_s});
        row({u"--seed"_s, u"3"_s});
        row({u"--demo"_s, u"file"_s});
        row({u"--demo"_s, u"--endpoint"_s, u"http://127.0.0.1:1"_s});
        row({u"--endpoint"_s, u"ftp://host"_s, u"--project"_s, u"p"_s, u"--region"_s, u"r"_s});
        row({u"--endpoint"_s, u"https://host"_s, u"--project"_s, u"p"_s});
        row({u"--endpoint"_s, u"https://host"_s, u"--csbs"_s, u"https://host"_s, u"--project"_s, u"p"_s, u"--region"_s, u"r"_s});
        row({u"--profile"_s, u""_s});
        row({u"--profile"_s, u"a"_s, u"--endpoint"_s, u"https://host"_s});
        row({u"--profile"_s, u"a"_s, u"--demo"_s});
        row({u"--region"_s, u"r"_s, u"--project"_s, u"p"_s}); // no credential, the addresses are those of Huawei Cloud
        row({u"--endpoint"_s, u"https://host"_s, u"--project"_s, u"p"_s, u"--region"_s, u"r"_s}); // no credential
    }
    void wrongOptionsAreRefused()
    {
        QFETCH(QStringList, arguments);
        const auto read = app::readOptions(QStringList{u"ballast"_s} + arguments, {});
        QVERIFY(!read.has_value());
        QVERIFY(!read.error().isEmpty() && !read.error().contains(u'\n'));
    }

    void withoutASessionAStoredProfileIsMeant()
    {
        for (const QStringList &arguments : {QStringList{}, QStringList{u"--read-only"_s}, QStringList{u"--lang"_s, u"zh_CN"_s},
                                             QStringList{u"--profile"_s, u"a b"_s}}) {
            const auto read = app::readOptions(QStringList{u"ballast"_s} + arguments, with({{u"BALLAST_TOKEN"_s, u"t"_s}}));
            QVERIFY(read.has_value());
            QVERIFY(!read->demo && !read->credential);
        }
    }

    void aCredentialComesFromTheEnvironmentOnly()
    {
        const QStringList session{u"ballast"_s,  u"--endpoint"_s, u"https://host"_s, u"--project"_s, u"p"_s,
                                  u"--region"_s, u"r"_s};
        auto read = app::readOptions(session, with({{u"BALLAST_TOKEN"_s, u"t"_s}}));
        QVERIFY(read && std::holds_alternative<net::ReadyToken>(*read->credential));
        read = app::readOptions(
            session, with({{u"BALLAST_AK"_s, u"a"_s}, {u"BALLAST_SK"_s, u"s"_s}, {u"BALLAST_SECURITY_TOKEN"_s, u"x"_s}}));
        QVERIFY(read && std::get<net::AccessKey>(*read->credential).securityToken == "x");
        read = app::readOptions(
            session, with({{u"BALLAST_USER"_s, u"u"_s}, {u"BALLAST_PASSWORD"_s, u"p"_s}, {u"BALLAST_DOMAIN"_s, u"d"_s}}));
        QVERIFY(read && std::get<net::PasswordLogin>(*read->credential).domain == u"d"_s);
        QCOMPARE(read->scopes, (QList<net::Scope>{{u"r"_s, u"p"_s}}));
        QVERIFY(!app::readOptions(session, with({{u"BALLAST_AK"_s, u"a"_s}})));
        QVERIFY(!app::readOptions(session, with({{u"BALLAST_TOKEN"_s, u"t"_s}, {u"BALLAST_USER"_s, u"u"_s}})));
    }

    void httpIsForThisMachineOnly()
    {
        const auto read = [](const QString &address) {
            return app::readOptions({u"ballast"_s, u"--endpoint"_s, address, u"--project"_s, u"p"_s, u"--region"_s, u"r"_s},
                                    with({{u"BALLAST_TOKEN"_s, u"t"_s}}));
        };
        for (const QString &address : {u"http://127.0.0.1:1"_s, u"http://localhost:1"_s, u"http://[::1]:1"_s, u"https://host"_s})
            QVERIFY(read(address).has_value());
        for (const QString &address : {u"http://host"_s, u"http://10.0.0.1"_s, u"http://127.0.0.1.example"_s}) {
            QVERIFY(!read(address).has_value());
            QVERIFY(read(address).error().contains(u"https"_s));
        }
    }

    void theProgramEndsWithTwoAndOneLine()
    {
        const QString program = QCoreApplication::applicationDirPath() + u"/ballast"_s;
        QProcess process;
        process.start(program, {u"--nonsense"_s});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 2);
        QCOMPARE(process.readAllStandardError().count('\n'), 1);
        // An unknown profile, and no display: both told before any window system is asked for.
        const QTemporaryDir home;
        QProcessEnvironment environment = with({{u"HOME"_s, home.path()}, {u"LC_ALL"_s, u"C.UTF-8"_s}});
        process.setProcessEnvironment(environment);
        for (const QStringList &arguments : {QStringList{u"--profile"_s, u"nobody"_s}, QStringList{}}) {
            process.start(program, arguments);
            QVERIFY(process.waitForFinished());
            QCOMPARE(process.exitStatus(), QProcess::NormalExit);
            QCOMPARE(process.exitCode(), 2);
            const QByteArray said = process.readAllStandardError();
            QCOMPARE(said.count('\n'), 1);
            QVERIFY(said.contains(arguments.isEmpty() ? "display" : "'nobody'"));
        }
        process.start(program, {u"--version"_s});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 0);
        QVERIFY(process.readAllStandardOutput().startsWith("ballast "));
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
