#include "app/keychain.h"
#include "profileform.h"
#include "support/keyring.h"
#include "ui/errortext.h"
#include "ui/mainwindow.h"

#include <QLabel>
#include <QPushButton>

using models::SecretStore;

#define WAIT_FOR(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, 20000)

/// The program with each kind of keychain a desktop may have; one kind is one process.
class TestKeychainScreen final : public QObject
{
    Q_OBJECT

    const QString m_kind = test::scenario();
    test::Keyring m_keyring;
    std::unique_ptr<mock::Server> m_server;
    std::unique_ptr<app::Application> m_program;
    const ProfileForm m_form{};

    bool keeps() const { return m_kind == "unlocked"_L1; }
    /// Part of every sentence that tells why it is not kept.
    QString reason() const
    {
        return m_kind == "locked"_L1    ? u"locked or refuses access"_s
               : m_kind == "hanging"_L1 ? u"did not answer in time"_s
                                        : u"answers on this desktop"_s;
    }
    void start()
    {
        m_program.reset();
        app::Options options;
        options.language = u"en"_s;
        options.theme = u"light"_s;
        m_program = std::make_unique<app::Application>(*qApp, options);
        const std::chrono::milliseconds patience(m_kind == "hanging"_L1 ? 300 : 60000);
        m_program->setSecrets(std::make_unique<app::Keychain>(u"org.ballast.Test"_s, patience));
        const auto started = m_program->start();
        QVERIFY2(started, qPrintable(started ? QString() : started.error()));
    }
    bool isLoaded() const
    {
        return m_program->hasWindow() && m_program->session().backups.freshness().state == models::Freshness::State::Fresh;
    }
    bool isNoticed(const QString &part) const
    {
        const auto bars = m_program->window().findChildren<ui::MessageBar *>();
        return std::any_of(bars.begin(), bars.end(),
                           [&part](const ui::MessageBar *bar) { return bar->plainText().contains(part); });
    }
    QString storedId() const
    {
        models::ProfileStore store(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + u"/profiles.json"_s);
        return store.load() == models::ProfileStore::Loaded::Fine && !store.all().isEmpty() ? store.all().first().id : QString();
    }

private slots:
    void initTestCase()
    {
        if (test::isUnable())
            QSKIP("dbus-run-session, dbus-send or gnome-keyring-daemon is not installed");
        QApplication::setApplicationName(u"ballast-"_s + QString(m_kind).replace(u' ', u'-')); // a folder of its own
        if (m_kind == "unlocked"_L1 || m_kind == "hanging"_L1)
            QVERIFY(m_keyring.start("test"));
        if (m_kind == "locked"_L1)
            QVERIFY(m_keyring.start("another word"));
        if (m_kind == "hanging"_L1)
            m_keyring.freeze();
        m_server = std::make_unique<mock::Server>(mock::Options{});
        std::string error;
        QVERIFY2(m_server->start(&error), error.c_str());
    }
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }
    void cleanupTestCase() { m_program.reset(); }

    void savedSecretsAreKeptOrSaidNotToBe()
    {
        start();
        WAIT_FOR(m_form.dialog());
        m_form.fill(u"first"_s, m_server->door(), ProfileForm::Password, QByteArray::fromStdString(m_server->door().password));
        m_form.click(u"save"_s);
        WAIT_FOR(m_form.message().contains(u"is saved"_s));
        QVERIFY2(m_form.message().contains(u"for this session only"_s) != keeps(), qPrintable(m_form.message()));
        QVERIFY2(m_form.message().contains(reason()) != keeps(), qPrintable(m_form.message()));
        m_form.click(u"save-and-open"_s);
        WAIT_FOR(isLoaded()); // signed in all the same
        QCOMPARE(isNoticed(u"kept for this session only"_s), !keeps());
        QCOMPARE(isNoticed(reason()), !keeps());
    }

    void theLedgerIsKeptInEachCase()
    {
        WAIT_FOR(!m_program->session().operations.obstacle());
        QVERIFY(m_program->session().ledger->isWritable());
        if (!keeps())
            return;
        app::Keychain keychain(u"org.ballast.Test"_s, std::chrono::minutes(1));
        const auto seal = [&] {
            std::optional<SecretStore::Outcome> outcome;
            keychain.read(u"ledger:"_s + storedId(), this, [&outcome](const SecretStore::Outcome &came) { outcome = came; });
            [&] { WAIT_FOR(outcome.has_value()); }();
            return outcome->secret;
        };
        WAIT_FOR(models::LedgerSeal::fromText(seal()).has_value());
    }

    void theNextStartSignsInOrSaysWhyNot()
    {
        start();
        WAIT_FOR(m_program->hasWindow());
        if (keeps()) {
            WAIT_FOR(isLoaded());
            QVERIFY(!m_form.dialog());
            return;
        }
        WAIT_FOR(m_form.dialog());
        if (m_kind == "locked"_L1) { // it says that there is none, and cannot be believed
            QVERIFY2(m_form.message().contains(u"not in the keychain, or it is locked"_s), qPrintable(m_form.message()));
        } else {
            QVERIFY2(m_form.message().contains(reason()), qPrintable(m_form.message()));
            QVERIFY2(m_form.message().contains(u"for this session only"_s), qPrintable(m_form.message()));
        }
        WAIT_FOR(!m_program->session().operations.obstacle()); // the ledger does not wait for the keychain
    }

    void forgettingIsSaidToBeDoneOnlyWhereItIs()
    {
        const QString id = storedId();
        if (!m_form.dialog())
            m_program->window().findChild<QAction *>(u"profiles"_s)->trigger();
        WAIT_FOR(m_form.dialog());
        m_form.click(u"delete"_s);
        WAIT_FOR(m_form.find<QAbstractButton>(u"confirm"_s));
        m_form.click(u"confirm"_s);
        WAIT_FOR(m_form.message().contains(u"“first”"_s) && !m_form.message().contains(u'?'));
        QCOMPARE(m_form.message().contains(u"did not confirm"_s), !keeps());
        QCOMPARE(m_form.message().contains(u"its secrets in the keychain are deleted"_s), keeps());
        QVERIFY2(m_form.message().contains(reason()) != keeps(), qPrintable(m_form.message()));
        QCOMPARE(storedId(), QString());
        if (!keeps())
            return;
        app::Keychain keychain(u"org.ballast.Test"_s, std::chrono::minutes(1));
        std::optional<SecretStore::Outcome> outcome;
        keychain.read(id, this, [&outcome](const SecretStore::Outcome &came) { outcome = came; });
        WAIT_FOR(outcome.has_value());
        QCOMPARE(outcome->state, SecretStore::State::Missing);
    }
};

int main(int argc, char **argv)
{
    if (test::scenario().isEmpty())
        return test::runScenarios(argc, argv, {u"unlocked"_s, u"locked"_s, u"hanging"_s, u"no service"_s, u"no bus"_s});
    const QApplication application(argc, argv);
    TestKeychainScreen test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_keychainscreen.moc"
