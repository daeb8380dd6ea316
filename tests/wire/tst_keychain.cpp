#include "app/keychain.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;
using models::SecretStore;
using State = models::SecretStore::State;

namespace {

/// The program runs itself once more, inside a session bus of its own with a keyring daemon and an empty home: the user's
/// keychain is never touched.
constexpr auto insideVariable = "BALLAST_INSIDE_KEYRING";

SecretStore::Outcome wait(const std::function<void(SecretStore::Handler)> &ask)
{
    std::optional<SecretStore::Outcome> outcome;
    ask([&outcome](const SecretStore::Outcome &came) { outcome = came; });
    const bool atOnce = outcome.has_value();
    [&] { QTRY_VERIFY_WITH_TIMEOUT(outcome.has_value(), 20000); }();
    if (atOnce || !outcome) // every answer comes through the event loop
        qFatal("the keychain answered inside the call, or not at all");
    return *outcome;
}

} // namespace

class TestKeychain final : public QObject
{
    Q_OBJECT

    QObject m_context;

    SecretStore::Outcome read(SecretStore &store, const QString &key)
    {
        return wait([&](const SecretStore::Handler &then) { store.read(key, &m_context, then); });
    }
    SecretStore::Outcome write(SecretStore &store, const QString &key, const QByteArray &secret)
    {
        return wait([&](const SecretStore::Handler &then) { store.write(key, secret, &m_context, then); });
    }
    SecretStore::Outcome remove(SecretStore &store, const QString &key)
    {
        return wait([&](const SecretStore::Handler &then) { store.remove(key, &m_context, then); });
    }

private slots:
    void initTestCase()
    {
        if (!qEnvironmentVariableIsSet(insideVariable))
            QSKIP("dbus-run-session or gnome-keyring-daemon cannot be started here");
    }

    void aSecretLivesInTheKeychainAndNotInTheProgram()
    {
        const QByteArray secret("pass word \xE5\xAF\x86\xE7\xA0\x81 {\"x\":1}");
        {
            app::Keychain keychain(u"org.ballast.Test"_s);
            QCOMPARE(read(keychain, u"one"_s).state, State::Missing);
            QCOMPARE(write(keychain, u"one"_s, secret).state, State::Kept);
        }
        app::Keychain another(u"org.ballast.Test"_s); // it has nothing in memory
        const SecretStore::Outcome outcome = read(another, u"one"_s);
        QCOMPARE(outcome.state, State::Kept);
        QCOMPARE(outcome.secret, secret);
        QCOMPARE(read(another, u"two"_s).state, State::Missing);
    }

    void anotherProgramFindsItThere()
    {
        app::Keychain keychain(u"org.ballast.Test"_s);
        QCOMPARE(write(keychain, u"seen"_s, "planted-secret").state, State::Kept);
        QProcess tool; // of libsecret: no code of ours
        tool.start(u"secret-tool"_s, {u"search"_s, u"--all"_s, u"server"_s, u"org.ballast.Test"_s, u"user"_s, u"seen"_s});
        QVERIFY(tool.waitForFinished());
        const QByteArray said = tool.readAllStandardOutput();
        QVERIFY2(said.contains("planted-secret") || said.contains(QByteArray("planted-secret").toBase64()), said.constData());
    }

    void aSecretIsReplacedAndRemoved()
    {
        app::Keychain keychain(u"org.ballast.Test"_s);
        QCOMPARE(write(keychain, u"k"_s, "first").state, State::Kept);
        QCOMPARE(write(keychain, u"k"_s, "second").state, State::Kept);
        QCOMPARE(read(keychain, u"k"_s).secret, QByteArray("second"));
        QCOMPARE(remove(keychain, u"k"_s).state, State::Kept);
        QCOMPARE(read(keychain, u"k"_s).state, State::Missing);
        QCOMPARE(remove(keychain, u"k"_s).state, State::Kept); // not there, as asked
    }

    void nobodyIsToldAfterTheContextWent()
    {
        app::Keychain keychain(u"org.ballast.Test"_s);
        bool told = false;
        {
            QObject context;
            keychain.read(u"k"_s, &context, [&told](const SecretStore::Outcome &) { told = true; });
        }
        read(keychain, u"k"_s); // came after it
        QVERIFY(!told);
    }
};

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet(insideVariable)) {
        QTemporaryDir home; // kept by the run inside; it ends with this process's successor
        home.setAutoRemove(false);
        const bool able = !QStandardPaths::findExecutable(u"dbus-run-session"_s).isEmpty() &&
                          !QStandardPaths::findExecutable(u"gnome-keyring-daemon"_s).isEmpty();
        if (able) {
            const QByteArray path = home.path().toUtf8();
            for (const char *name : {"HOME", "XDG_RUNTIME_DIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
                qputenv(name, path);
            const char *script =
                "printf test | gnome-keyring-daemon --unlock --daemonize --components=secrets >/dev/null 2>&1 && "
                "export BALLAST_INSIDE_KEYRING=1; \"$0\" \"$@\"; code=$?; rm -rf \"$HOME\"; exit $code";
            std::vector<char *> arguments{const_cast<char *>("dbus-run-session"), const_cast<char *>("--"),
                                          const_cast<char *>("sh"), const_cast<char *>("-c"), const_cast<char *>(script)};
            arguments.insert(arguments.end(), argv, argv + argc);
            arguments.push_back(nullptr);
            if (qEnvironmentVariableIsSet("BALLAST_KEYRING_TRIED")) // it did not come up
                std::fputs("the keyring daemon does not start\n", stderr);
            else {
                qputenv("BALLAST_KEYRING_TRIED", "1");
                execvp(arguments.front(), arguments.data());
            }
        }
    }
    QCoreApplication application(argc, argv);
    TestKeychain test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_keychain.moc"
