#include "app/keychain.h"
#include "support/keyring.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using models::SecretStore;
using State = SecretStore::State;
using Lack = SecretStore::Lack;

namespace {

constexpr auto service = "org.ballast.Test";
constexpr std::chrono::milliseconds shortPatience{300};
constexpr std::chrono::minutes longPatience{1}; ///< where nothing hangs, however busy the machine is

/// What comes of a question; with \a most milliseconds to answer in.
SecretStore::Outcome wait(const std::function<void(SecretStore::Handler)> &ask, int most = 20000)
{
    std::optional<SecretStore::Outcome> outcome;
    ask([&outcome](const SecretStore::Outcome &came) { outcome = came; });
    const bool atOnce = outcome.has_value();
    [&] { QTRY_VERIFY_WITH_TIMEOUT(outcome.has_value(), most); }();
    if (atOnce || !outcome) // every answer comes through the event loop
        qFatal("the keychain answered inside the call, or not at all");
    return *outcome;
}

SecretStore::Outcome read(SecretStore &store, const QString &key)
{
    return wait([&](const SecretStore::Handler &then) { store.read(key, &store, then); });
}

SecretStore::Outcome write(SecretStore &store, const QString &key, const QByteArray &secret)
{
    return wait([&](const SecretStore::Handler &then) { store.write(key, secret, &store, then); });
}

SecretStore::Outcome remove(SecretStore &store, const QString &key)
{
    return wait([&](const SecretStore::Handler &then) { store.remove(key, &store, then); });
}

/// What another program finds under \a key. It is of libsecret: no code of ours.
QByteArray found(const QString &key)
{
    QProcess tool;
    tool.start(u"secret-tool"_s, {u"search"_s, u"--all"_s, u"server"_s, QString::fromLatin1(service), u"user"_s, key});
    if (!tool.waitForFinished())
        qFatal("%s", qPrintable(tool.errorString()));
    return tool.readAllStandardOutput();
}

bool holds(const QByteArray &said, const QByteArray &secret) { return said.contains(secret) || said.contains(secret.toBase64()); }

} // namespace

class TestUnlocked final : public QObject
{
    Q_OBJECT

    test::Keyring m_keyring;
    const QString m_service = QString::fromLatin1(service);

private slots:
    void initTestCase() { QVERIFY(m_keyring.start("test")); }

    void aSecretLivesInTheKeychainAndNotInTheProgram()
    {
        const QByteArray secret("pass word \xE5\xAF\x86\xE7\xA0\x81 {\"x\":1}");
        {
            app::Keychain keychain(m_service, longPatience);
            QCOMPARE(read(keychain, u"one"_s).state, State::Missing);
            QCOMPARE(write(keychain, u"one"_s, secret).state, State::Kept);
            QCOMPARE(keychain.lackOf(u"one"_s), Lack::None);
        }
        app::Keychain another(m_service, longPatience); // it has nothing in memory
        const SecretStore::Outcome outcome = read(another, u"one"_s);
        QCOMPARE(outcome.state, State::Kept);
        QCOMPARE(outcome.secret, secret);
        QCOMPARE(read(another, u"two"_s).state, State::Missing);
    }

    void anotherProgramFindsItThere()
    {
        app::Keychain keychain(m_service, longPatience);
        QCOMPARE(write(keychain, u"seen"_s, "planted-secret").state, State::Kept);
        const QByteArray said = found(u"seen"_s);
        QVERIFY2(holds(said, "planted-secret"), said.constData());
    }

    void aSecretIsReplacedAndRemoved()
    {
        app::Keychain keychain(m_service, longPatience);
        QCOMPARE(write(keychain, u"k"_s, "first").state, State::Kept);
        QCOMPARE(write(keychain, u"k"_s, "second").state, State::Kept);
        QCOMPARE(read(keychain, u"k"_s).secret, QByteArray("second"));
        QVERIFY(holds(found(u"k"_s), "second"));
        QCOMPARE(remove(keychain, u"k"_s).state, State::Kept);
        QCOMPARE(read(keychain, u"k"_s).state, State::Missing);
        QCOMPARE(found(u"k"_s), QByteArray());                 // also nothing of what removing it takes
        QCOMPARE(remove(keychain, u"k"_s).state, State::Kept); // not there, as asked
        QCOMPARE(found(u"k"_s), QByteArray());
    }

    void whatIsWrittenWhileItIsRemovedStays()
    {
        app::Keychain keychain(m_service, longPatience);
        QCOMPARE(write(keychain, u"again"_s, "first").state, State::Kept);
        bool removed = false, written = false;
        keychain.remove(u"again"_s, this, [&removed](const SecretStore::Outcome &) { removed = true; });
        keychain.write(u"again"_s, "second", this, [&written](const SecretStore::Outcome &) { written = true; });
        QTRY_VERIFY_WITH_TIMEOUT(removed && written, 20000);
        app::Keychain another(m_service, longPatience);
        QCOMPARE(read(another, u"again"_s).secret, QByteArray("second"));
    }

    void nobodyIsToldAfterTheContextWent()
    {
        app::Keychain keychain(m_service, longPatience);
        bool told = false;
        {
            QObject context;
            keychain.read(u"k"_s, &context, [&told](const SecretStore::Outcome &) { told = true; });
        }
        read(keychain, u"k"_s); // came after it
        QVERIFY(!told);
    }

    void oneThatHangsIsNotWaitedForWithoutEnd()
    {
        app::Keychain before(m_service, longPatience);
        QCOMPARE(write(before, u"hangs"_s, "old").state, State::Kept);
        QCOMPARE(write(before, u"goes"_s, "old").state, State::Kept);

        app::Keychain keychain(m_service, shortPatience);
        QSignalSpy again(&keychain, &SecretStore::answersAgain);
        m_keyring.freeze();
        const SecretStore::Outcome asked = read(keychain, u"hangs"_s);
        QCOMPARE(asked.state, State::Unavailable);
        QCOMPARE(asked.lack, Lack::Silent);
        const SecretStore::Outcome kept = write(keychain, u"hangs"_s, "new");
        QCOMPARE(kept.state, State::SessionOnly);
        QCOMPARE(kept.lack, Lack::Silent);
        QCOMPARE(keychain.lackOf(u"hangs"_s), Lack::Silent);
        QCOMPARE(read(keychain, u"hangs"_s).secret, QByteArray("new")); // for this session
        const SecretStore::Outcome gone = remove(keychain, u"goes"_s);
        QCOMPARE(gone.state, State::Unavailable); // not confirmed
        QCOMPARE(gone.lack, Lack::Silent);
        QCOMPARE(read(keychain, u"goes"_s).state, State::Unavailable);
        QCOMPARE(again.count(), 0);

        // It comes back: each entry becomes what was asked for last, and it is asked again.
        m_keyring.thaw();
        QTRY_VERIFY_WITH_TIMEOUT(again.count() > 0, 20000);
        QTRY_COMPARE_WITH_TIMEOUT(keychain.lackOf(u"hangs"_s), Lack::None, 20000);
        QTRY_VERIFY_WITH_TIMEOUT(holds(found(u"hangs"_s), "new"), 20000);
        QTRY_VERIFY_WITH_TIMEOUT(found(u"goes"_s).isEmpty(), 20000);
    }

    void aWriteThatComesThroughLateIsSetRight()
    {
        app::Keychain keychain(m_service, shortPatience);
        m_keyring.freeze();
        QCOMPARE(write(keychain, u"late"_s, "first").lack, Lack::Silent); // under way, and will be carried out
        QCOMPARE(write(keychain, u"late"_s, "second").lack, Lack::Silent);
        m_keyring.thaw();
        QTRY_COMPARE_WITH_TIMEOUT(keychain.lackOf(u"late"_s), Lack::None, 20000);
        app::Keychain another(m_service, longPatience);
        QCOMPARE(read(another, u"late"_s).secret, QByteArray("second"));

        app::Keychain third(m_service, shortPatience);
        m_keyring.freeze();
        QCOMPARE(write(third, u"taken-back"_s, "first").lack, Lack::Silent);
        QCOMPARE(remove(third, u"taken-back"_s).lack, Lack::Silent);
        QSignalSpy again(&third, &SecretStore::answersAgain);
        m_keyring.thaw();
        QTRY_VERIFY_WITH_TIMEOUT(again.count() > 0, 20000); // the late write is through
        QTRY_VERIFY_WITH_TIMEOUT(found(u"taken-back"_s).isEmpty(), 20000);
    }

    void oneThatHangsMayOutliveUs()
    {
        m_keyring.freeze();
        {
            app::Keychain keychain(m_service, shortPatience);
            QCOMPARE(write(keychain, u"orphan"_s, "planted").lack, Lack::Silent);
        }
        m_keyring.thaw();
        app::Keychain another(m_service, longPatience);
        QCOMPARE(write(another, u"orphan"_s, "own").state, State::Kept); // behind the one that was under way
        QCOMPARE(read(another, u"orphan"_s).secret, QByteArray("own"));
    }
};

/// The same keyring, but nobody knows its password. What it says of its entries is untrue.
class TestLocked final : public QObject
{
    Q_OBJECT

    test::Keyring m_keyring;

private slots:
    void initTestCase() { QVERIFY(m_keyring.start("another word")); }

    void nothingIsTakenForGoneOrKept()
    {
        app::Keychain keychain(QString::fromLatin1(service), longPatience);
        QCOMPARE(read(keychain, u"seen"_s).state, State::Missing); // it is there
        const SecretStore::Outcome kept = write(keychain, u"seen"_s, "typed-secret");
        QCOMPARE(kept.state, State::SessionOnly);
        QCOMPARE(kept.lack, Lack::Refused);
        QVERIFY(!kept.detail.contains(u"typed"_s));
        QCOMPARE(keychain.lackOf(u"seen"_s), Lack::Refused);
        QCOMPARE(read(keychain, u"seen"_s).secret, QByteArray("typed-secret"));
        const SecretStore::Outcome gone = remove(keychain, u"seen"_s);
        QCOMPARE(gone.state, State::Denied);
        QCOMPARE(gone.lack, Lack::Refused);
        QCOMPARE(read(keychain, u"seen"_s).state, State::Missing); // no more in memory
    }
};

class TestUnlockedAgain final : public QObject
{
    Q_OBJECT

    test::Keyring m_keyring;

private slots:
    void initTestCase() { QVERIFY(m_keyring.start("test")); }

    void whatALockedOneCalledMissingWasThere()
    {
        app::Keychain keychain(QString::fromLatin1(service), longPatience);
        QCOMPARE(read(keychain, u"seen"_s).secret, QByteArray("planted-secret"));
    }
};

/// A session bus with nobody behind the name of the keychain. Without any bus: tst_nokeychain.
class TestNoService final : public QObject
{
    Q_OBJECT

private slots:
    void aSecretLivesForTheSessionOnly()
    {
        app::Keychain keychain(QString::fromLatin1(service), longPatience);
        const SecretStore::Outcome asked = read(keychain, u"seen"_s);
        QCOMPARE(asked.state, State::Unavailable);
        QCOMPARE(asked.lack, Lack::NoService);
        const SecretStore::Outcome kept = write(keychain, u"seen"_s, "typed-secret");
        QCOMPARE(kept.state, State::SessionOnly);
        QCOMPARE(kept.lack, Lack::NoService);
        QCOMPARE(read(keychain, u"seen"_s).secret, QByteArray("typed-secret"));
        const SecretStore::Outcome gone = remove(keychain, u"seen"_s);
        QCOMPARE(gone.state, State::Unavailable);
        QCOMPARE(gone.lack, Lack::NoService);
    }
};

class TestUnable final : public QObject
{
    Q_OBJECT

private slots:
    void skipped() { QSKIP("dbus-run-session, dbus-send or gnome-keyring-daemon is not installed"); }
};

template <typename Test> int run(int argc, char **argv)
{
    Test test;
    return QTest::qExec(&test, argc, argv);
}

int main(int argc, char **argv)
{
    const QString scenario = test::scenario();
    if (scenario.isEmpty())
        return test::runScenarios(argc, argv, {u"unlocked"_s, u"locked"_s, u"unlocked again"_s, u"no service"_s});
    const QCoreApplication application(argc, argv);
    return scenario == "unlocked"_L1         ? run<TestUnlocked>(argc, argv)
           : scenario == "locked"_L1         ? run<TestLocked>(argc, argv)
           : scenario == "unlocked again"_L1 ? run<TestUnlockedAgain>(argc, argv)
           : scenario == "no service"_L1     ? run<TestNoService>(argc, argv)
                                             : run<TestUnable>(argc, argv);
}
#include "tst_keychain.moc"
