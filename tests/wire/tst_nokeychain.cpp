#include "app/keychain.h"

#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using models::SecretStore;
using State = models::SecretStore::State;

class TestNoKeychain final : public QObject
{
    Q_OBJECT

private slots:
    void withoutAServiceASecretLivesForTheSessionOnly()
    {
        QObject context;
        std::optional<SecretStore::Outcome> outcome;
        const auto keep = [&outcome](const SecretStore::Outcome &came) { outcome = came; };
        app::Keychain keychain(u"org.ballast.Test"_s, std::chrono::minutes(1));
        keychain.read(u"k"_s, &context, keep);
        QVERIFY(!outcome); // never inside the call
        QTRY_VERIFY_WITH_TIMEOUT(outcome.has_value(), 20000);
        QVERIFY(outcome->state == State::Unavailable || outcome->state == State::Denied);
        QVERIFY(!outcome->detail.isEmpty());
        outcome.reset();
        keychain.write(u"k"_s, "planted-secret", &context, keep);
        QTRY_VERIFY_WITH_TIMEOUT(outcome.has_value(), 20000);
        QCOMPARE(outcome->state, State::SessionOnly);
        QCOMPARE(outcome->lack, SecretStore::Lack::NoService);
        QCOMPARE(keychain.lackOf(u"k"_s), SecretStore::Lack::NoService);
        QVERIFY(!outcome->detail.contains(u"planted"_s));
        outcome.reset();
        keychain.read(u"k"_s, &context, keep);
        QTRY_VERIFY_WITH_TIMEOUT(outcome.has_value(), 20000);
        QCOMPARE(outcome->secret, QByteArray("planted-secret"));
        outcome.reset();
        keychain.remove(u"k"_s, &context, keep);
        QTRY_VERIFY_WITH_TIMEOUT(outcome.has_value(), 20000);
        QCOMPARE(outcome->state, State::Unavailable); // nobody confirmed it
        QCOMPARE(outcome->lack, SecretStore::Lack::NoService);
        // QtKeychain would write it into a settings file if it were let
        int files = 0;
        QDirIterator it(qEnvironmentVariable("HOME"), QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("planted-secret"), qPrintable(file.fileName()));
            ++files;
        }
        QCOMPARE(files, 0);
    }
};

int main(int argc, char **argv)
{
    const QTemporaryDir home;
    for (const char *name : {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR"})
        qputenv(name, home.path().toUtf8());
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus"); // nor is one started
    qunsetenv("DISPLAY");
    QCoreApplication application(argc, argv);
    TestNoKeychain test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_nokeychain.moc"
