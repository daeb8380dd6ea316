#include "app/application.h"
#include "tests/wire/countingserver.h"
#include "ui/formats.h"
#include "ui/formrow.h"
#include "ui/listpage.h"
#include "ui/messagebar.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDirIterator>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using FreshState = models::Freshness::State;

namespace {

/// A mock endpoint, a home folder of its own, and the program in it as its user starts it: without any option.
struct Desk
{
    explicit Desk(const mock::Options &with = {}) : server(with)
    {
        for (const auto &[name, sub] : {std::pair{"XDG_CONFIG_HOME", u"config"_s}, std::pair{"XDG_STATE_HOME", u"state"_s},
                                        std::pair{"XDG_CACHE_HOME", u"cache"_s}})
            qputenv(name, home.filePath(sub).toUtf8());
        std::string error;
        if (!server.start(&error))
            qFatal("%s", error.c_str());
        door = server.door();
    }

    void start(const QString &profile = {}, bool readOnly = false)
    {
        program.reset();
        app::Options options;
        options.language = u"en"_s;
        options.theme = u"light"_s;
        options.profile = profile;
        options.readOnly = readOnly;
        program = std::make_unique<app::Application>(*qApp, options);
        auto store = std::make_unique<models::SessionSecrets>();
        secrets = store.get();
        if (!keptKey.isEmpty())
            secrets->write(keptKey, kept, qApp, [](const auto &) {});
        program->setSecrets(std::move(store));
        program->setZone(QTimeZone(8 * 3600));
        if (const auto started = program->start(); !started)
            qFatal("%s", qPrintable(started.error()));
    }

    QWidget *dialog() const
    {
        const QWidgetList all = QApplication::allWidgets();
        for (QWidget *widget : all) {
            if (widget->objectName() == "profile-dialog"_L1 && widget->isVisible())
                return widget;
        }
        return nullptr;
    }
    template <typename T> T *find(const QString &name) const { return dialog()->findChild<T *>(name); }

    void type(const QString &name, const QString &text) const
    {
        auto *edit = find<QLineEdit>(name);
        if (!edit) {
            auto *box = find<QComboBox>(name);
            edit = box->lineEdit();
        }
        edit->setFocus();
        QTest::keyClick(edit, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(edit, Qt::Key_Delete);
        QTest::keyClicks(edit, text);
    }
    /// Chooses by the keyboard: Home, then down.
    void choose(const QString &name, int index) const
    {
        auto *box = find<QComboBox>(name);
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Home);
        for (int i = 0; i < index; ++i)
            QTest::keyClick(box, Qt::Key_Down);
        QTRY_COMPARE(box->currentIndex(), index);
    }
    void click(const QString &name) const { QTest::mouseClick(find<QAbstractButton>(name), Qt::LeftButton); }
    void tick(const QString &name) const
    {
        auto *box = find<QCheckBox>(name);
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Space);
    }
    QString said(const QString &part) const { return find<QLabel>(u"test-"_s + part)->text(); }
    QString problem(const QString &field) const
    {
        QWidget *widget = find<QWidget>(field);
        return qobject_cast<ui::FormRow *>(widget->parentWidget())->problem();
    }
    QString message() const { return find<ui::MessageBar>(u"message"_s)->plainText(); }

    void where(const QString &name) const
    {
        type(u"profile-name"_s, name);
        choose(u"place"_s, 2); // one address for all services
        type(u"address"_s, QString::fromStdString(door.url));
    }
    void byPassword(const QString &password) const
    {
        choose(u"sign-in"_s, 0);
        type(u"domain"_s, QString::fromStdString(door.domain));
        type(u"user"_s, QString::fromStdString(door.user));
        type(u"secret"_s, password);
    }
    void place() const
    {
        type(u"region"_s, QString::fromStdString(door.region));
        type(u"project"_s, QString::fromStdString(door.projectId));
    }
    bool loaded() const
    {
        return program->hasWindow() && program->session().records.freshness().state == FreshState::Fresh &&
               program->session().backups.freshness().state == FreshState::Fresh;
    }
    QString password() const { return QString::fromStdString(door.password); }

    /// All bytes of all files under the home folder.
    QByteArray disk() const
    {
        QByteArray bytes;
        QDirIterator it(home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            if (file.open(QIODevice::ReadOnly))
                bytes += file.readAll();
        }
        return bytes;
    }

    QTemporaryDir home;
    mock::Server server;
    mock::Door door;
    models::SessionSecrets *secrets = nullptr;
    QString keptKey; ///< what the next start's keychain holds
    QByteArray kept;
    std::unique_ptr<app::Application> program;
};

} // namespace

class TestProfileDialog final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QApplication::setApplicationName(u"ballast-test"_s); }
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void aNewcomerIsLedToASession_data()
    {
        QTest::addColumn<int>("way");
        QTest::newRow("password") << 0;
        QTest::newRow("keys") << 1;
        QTest::newRow("temporary keys") << 2;
        QTest::newRow("token") << 3;
    }
    void aNewcomerIsLedToASession()
    {
        QFETCH(int, way);
        QList<QByteArray> planted;
        {
            Desk desk;
            desk.start();
            QTRY_VERIFY(desk.dialog());
            QVERIFY(!desk.program->hasWindow());
            desk.where(u"first"_s);
            const mock::TemporaryKey temporary = desk.server.temporaryKey();
            if (way == 0) {
                desk.byPassword(desk.password());
                planted = {desk.password().toUtf8()};
            } else if (way == 1 || way == 2) {
                desk.choose(u"sign-in"_s, way);
                desk.type(u"access-key"_s, QString::fromStdString(way == 1 ? desk.door.ak : temporary.ak));
                planted = {QByteArray::fromStdString(way == 1 ? desk.door.sk : temporary.sk)};
                desk.type(u"secret"_s, QString::fromUtf8(planted.first()));
                if (way == 2) {
                    planted.append(QByteArray::fromStdString(temporary.securityToken));
                    desk.type(u"security-token"_s, QString::fromUtf8(planted.last()));
                }
            } else {
                planted = {fetchToken(desk)};
                desk.choose(u"sign-in"_s, 3);
                QApplication::clipboard()->setText(QString::fromUtf8(planted.first())); // 1,600 key strokes take long
                desk.find<QLineEdit>(u"secret"_s)->setFocus();
                QTest::keyClick(desk.find<QLineEdit>(u"secret"_s), Qt::Key_V, Qt::ControlModifier);
            }
            desk.choose(u"proxy"_s, 3);
            desk.type(u"proxy-host"_s, u"proxy.example"_s);
            desk.type(u"proxy-password"_s, u"planted-proxy-password"_s);
            planted.append("planted-proxy-password");
            desk.choose(u"proxy"_s, 2); // typed, but not used
            // No region is known yet: the account's own list tells.
            desk.click(u"test"_s);
            QTRY_VERIFY_WITH_TIMEOUT(desk.said(u"sign-in"_s).startsWith(u"signs in"_s), 20000);
            QVERIFY(desk.find<QComboBox>(u"region"_s)->findText(QString::fromStdString(desk.door.region)) >= 0);
            desk.place();
            desk.click(u"test"_s);
            QTRY_COMPARE_WITH_TIMEOUT(desk.said(u"csbs"_s), u"works"_s, 20000);
            QCOMPARE(desk.said(u"project"_s), u"works"_s);
            QVERIFY(!QFile::exists(desk.home.filePath(u"config/ballast-test/profiles.json"_s))); // a test stores nothing
            desk.click(u"save-and-open"_s);
            QTRY_VERIFY_WITH_TIMEOUT(desk.loaded(), 20000);
            QTRY_VERIFY(!desk.dialog());
            QVERIFY(QFile::exists(desk.home.filePath(u"config/ballast-test/profiles.json"_s)));
            for (const QWidget *widget : QApplication::allWidgets()) {
                for (const QByteArray &secret : planted) {
                    const QString text = QString::fromUtf8(secret);
                    QVERIFY(!widget->accessibleName().contains(text) && !widget->accessibleDescription().contains(text));
                    QVERIFY(!widget->toolTip().contains(text) && !widget->windowTitle().contains(text));
                }
            }
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"planted warning .*"_s));
            qWarning("planted warning %s", planted.first().constData());
            desk.program.reset(); // all is written now
            const QByteArray disk = desk.disk();
            QVERIFY(disk.contains("\"first\"")); // the search can find what is there
            QVERIFY(disk.contains("/checkpoint_items"));
            QVERIFY(disk.contains("planted warning"));
            for (const QByteArray &secret : std::as_const(planted)) {
                QVERIFY(secret.size() >= 4);
                QVERIFY2(!disk.contains(secret), "a secret lies on the disk");
                QVERIFY(!disk.contains(secret.toBase64()) && !disk.contains(secret.toPercentEncoding()) &&
                        !disk.contains(secret.toHex()));
            }
        }
    }

    void aWrongPasswordIsSaidAndNothingTypedIsLost()
    {
        Desk desk;
        desk.start();
        QTRY_VERIFY(desk.dialog());
        desk.where(u"first"_s);
        desk.byPassword(u"not the password"_s);
        desk.place();
        desk.click(u"test"_s);
        QTRY_VERIFY_WITH_TIMEOUT(desk.said(u"sign-in"_s).contains(u"does not accept the sign-in"_s), 20000);
        QVERIFY(desk.said(u"sign-in"_s).contains(u"The username or password is wrong"_s));
        QCOMPARE(desk.said(u"csbs"_s), u"not tried"_s);
        QCOMPARE(desk.find<QLineEdit>(u"secret"_s)->text(), u"not the password"_s);
        QCOMPARE(desk.find<QLineEdit>(u"user"_s)->text(), QString::fromStdString(desk.door.user));
        QCOMPARE(int(desk.server.requests().size()), 1); // not tried again: that would lock the user
    }

    void aProjectThatIsNotTheirsIsSaid_data()
    {
        QTest::addColumn<int>("way");
        QTest::newRow("password") << 0;
        QTest::newRow("keys") << 1;
    }
    void aProjectThatIsNotTheirsIsSaid()
    {
        QFETCH(int, way);
        Desk desk;
        desk.start();
        QTRY_VERIFY(desk.dialog());
        desk.where(u"first"_s);
        if (way == 0) {
            desk.byPassword(desk.password());
        } else {
            desk.choose(u"sign-in"_s, 1);
            desk.type(u"access-key"_s, QString::fromStdString(desk.door.ak));
            desk.type(u"secret"_s, QString::fromStdString(desk.door.sk));
        }
        desk.type(u"region"_s, QString::fromStdString(desk.door.region));
        desk.type(u"project"_s, u"0123456789abcdef"_s);
        desk.click(u"test"_s);
        QTRY_VERIFY_WITH_TIMEOUT(desk.said(u"sign-in"_s).startsWith(u"signs in"_s), 20000);
        QTRY_VERIFY(desk.said(u"project"_s).contains(way == 0 ? u"project is not found"_s : u"is not among the projects"_s));
        QCOMPARE(desk.said(u"csbs"_s), u"not tried"_s);
    }

    void aCertificateThatIsNotTrustedIsSaid_data()
    {
        QTest::addColumn<bool>("given");
        QTest::addColumn<QString>("names");
        QTest::addColumn<bool>("works");
        QTest::newRow("unknown CA") << false << u"IP:127.0.0.1"_s << false;
        QTest::newRow("another name") << true << u"DNS:other.example"_s << false;
        QTest::newRow("trusted") << true << u"IP:127.0.0.1"_s << true;
    }
    void aCertificateThatIsNotTrustedIsSaid()
    {
        QFETCH(bool, given);
        QFETCH(QString, names);
        QFETCH(bool, works);
        const wire::TestCertificate certificate(names);
        QVERIFY(certificate.isValid());
        mock::Options options;
        options.tlsCert = certificate.certificatePath().toStdString();
        options.tlsKey = certificate.keyPath().toStdString();
        Desk desk(options);
        desk.start();
        QTRY_VERIFY(desk.dialog());
        desk.where(u"first"_s);
        desk.byPassword(desk.password());
        if (given)
            desk.type(u"ca-file"_s, certificate.certificatePath());
        desk.click(u"test"_s);
        if (works) {
            QTRY_VERIFY_WITH_TIMEOUT(desk.said(u"sign-in"_s).startsWith(u"signs in"_s), 20000);
            return;
        }
        QTRY_VERIFY_WITH_TIMEOUT(desk.said(u"sign-in"_s).contains(u"cannot be trusted"_s), 20000);
        QVERIFY(desk.said(u"sign-in"_s).contains(given ? u"did not match"_s : u"self-signed"_s, Qt::CaseInsensitive));
        const QByteArray print = certificate.certificate().digest(QCryptographicHash::Sha256).toHex(':').toUpper();
        QVERIFY(desk.said(u"sign-in"_s).remove(u'\n').contains(QString::fromLatin1(print))); // to be compared with the real one
        QCOMPARE(int(desk.server.requests().size()), 0);
    }

    void theWindowShowsWhatAnUntrustedServerShowed()
    {
        const wire::TestCertificate certificate;
        QVERIFY(certificate.isValid());
        mock::Options options;
        options.tlsCert = certificate.certificatePath().toStdString();
        options.tlsKey = certificate.keyPath().toStdString();
        Desk desk(options);
        desk.start();
        QTRY_VERIFY(desk.dialog());
        desk.where(u"first"_s);
        desk.byPassword(desk.password());
        desk.place();
        desk.click(u"save-and-open"_s);
        QTRY_VERIFY_WITH_TIMEOUT(desk.program->hasWindow(), 20000);
        const auto *bar = desk.program->window().findChild<ui::MessageBar *>(u"sign-in-trouble"_s);
        QTRY_VERIFY_WITH_TIMEOUT(bar->isVisible(), 20000);
        const QByteArray print = certificate.certificate().digest(QCryptographicHash::Sha256).toHex(':').toUpper();
        QVERIFY(bar->plainText().remove(u'\n').contains(QString::fromLatin1(print)));
        QVERIFY(bar->plainText().contains(u"Next try in"_s));
        QCOMPARE(int(desk.server.requests().size()), 0);
    }

    void noAnswerIsSaid()
    {
        Desk desk;
        desk.server.stop();
        desk.start();
        QTRY_VERIFY(desk.dialog());
        desk.where(u"first"_s);
        desk.byPassword(desk.password());
        desk.click(u"test"_s);
        QTRY_VERIFY_WITH_TIMEOUT(desk.said(u"sign-in"_s).contains(u"does not answer"_s), 20000);
        QVERIFY(desk.said(u"sign-in"_s).contains(u"refused"_s));
        desk.type(u"address"_s, u"https://no-such-host.invalid"_s);
        desk.click(u"test"_s);
        QTRY_VERIFY_WITH_TIMEOUT(desk.said(u"sign-in"_s).contains(u"no-such-host.invalid does not answer"_s), 20000);
    }

    void whatIsWrongStandsUnderTheFieldAndTakesTheFocus()
    {
        Desk desk;
        desk.start();
        QTRY_VERIFY(desk.dialog());
        desk.click(u"save-and-open"_s);
        QCOMPARE(desk.problem(u"profile-name"_s), u"This is needed"_s);
        QVERIFY(desk.dialog()->focusWidget() == desk.find<QLineEdit>(u"profile-name"_s));
        desk.type(u"profile-name"_s, u"x"_s);
        QTRY_COMPARE(desk.problem(u"profile-name"_s), QString());
        desk.choose(u"place"_s, 2);
        desk.type(u"address"_s, u"http://somewhere"_s);
        QTRY_VERIFY(desk.problem(u"address"_s).contains(u"https"_s));
        QVERIFY(!QFile::exists(desk.home.filePath(u"config/ballast-test/profiles.json"_s)));
        QVERIFY(desk.dialog()->width() <= 1024 && desk.dialog()->height() <= 700);
        for (const QString &name : {u"secret"_s, u"security-token"_s, u"proxy-password"_s})
            QCOMPARE(desk.find<QLineEdit>(name)->echoMode(), QLineEdit::Password);
    }

    void httpToAnotherMachineIsMeantWhereTheProfileSaysSo()
    {
        Desk desk;
        desk.start();
        QTRY_VERIFY(desk.dialog());
        QVERIFY(!desk.find<QCheckBox>(u"plain-http"_s)->isVisible()); // the sites of the preset speak https
        desk.where(u"lab"_s);
        desk.byPassword(desk.password());
        desk.place();
        desk.type(u"address"_s, u"http://cloud.invalid"_s);
        QTRY_VERIFY(desk.problem(u"address"_s).contains(u"in the open"_s));
        desk.click(u"test"_s);
        desk.click(u"save-and-open"_s);
        QVERIFY(!desk.program->hasWindow());
        desk.tick(u"plain-http"_s);
        QTRY_COMPARE(desk.problem(u"address"_s), QString());
        desk.click(u"save-and-open"_s);
        QTRY_VERIFY(desk.program->hasWindow());
        auto &window = desk.program->window();
        QVERIFY(window.findChild<QLabel *>(u"status-in-the-open"_s)->isVisible());
        QVERIFY(desk.program->session().transport.options().plainHttp);
        models::ProfileStore store(desk.home.filePath(u"config/ballast-test/profiles.json"_s));
        QCOMPARE(store.load(), models::ProfileStore::Loaded::Fine);
        QVERIFY(store.all().first().plainHttp);
    }

    void aReadOnlyProfileSendsNothingButQueriesAndAProductionOneSaysSo()
    {
        Desk desk;
        desk.start();
        QTRY_VERIFY(desk.dialog());
        desk.where(u"prod"_s);
        desk.byPassword(desk.password());
        desk.place();
        desk.tick(u"read-only"_s);
        desk.tick(u"production"_s);
        desk.click(u"save-and-open"_s);
        QTRY_VERIFY_WITH_TIMEOUT(desk.loaded(), 20000);
        QVERIFY(desk.program->session().transport.options().readOnly);
        auto &window = desk.program->window();
        QVERIFY(!window.findChild<QLabel *>(u"status-in-the-open"_s)->isVisible());
        QVERIFY(window.findChild<QLabel *>(u"status-production"_s)->isVisible());
        QVERIFY(window.findChild<QWidget *>(u"production-line"_s)->isVisible());
        QVERIFY(window.findChild<QLabel *>(u"status-read-only"_s)->isVisible());
        for (const mock::Seen &seen : desk.server.requests())
            QVERIFY(seen.method == "GET" || seen.target.rfind("/v3/auth/tokens", 0) == 0);
        // The next start opens it by itself, with the secret the keychain has.
        models::ProfileStore store(desk.home.filePath(u"config/ballast-test/profiles.json"_s));
        QCOMPARE(store.load(), models::ProfileStore::Loaded::Fine);
        desk.keptKey = store.all().first().id;
        desk.kept = models::ProfileSecrets{.main = desk.password().toUtf8()}.toJson();
        desk.start();
        QTRY_VERIFY_WITH_TIMEOUT(desk.loaded(), 20000);
        QVERIFY(!desk.dialog());
    }

    void aMissingSecretIsAskedForOverAWindowThatIsSignedOut()
    {
        Desk desk;
        {
            models::ProfileStore store(desk.home.filePath(u"config/ballast-test/profiles.json"_s));
            models::Profile profile;
            profile.name = u"old"_s;
            profile.place = models::Profile::Place::Shared;
            profile.shared = QString::fromStdString(desk.door.url);
            profile.domain = QString::fromStdString(desk.door.domain);
            profile.user = QString::fromStdString(desk.door.user);
            profile.scopes = {{QString::fromStdString(desk.door.region), QString::fromStdString(desk.door.projectId)}};
            QVERIFY(store.put(profile));
        }
        desk.start(u"old"_s);
        QVERIFY(desk.program->hasWindow());
        QTRY_VERIFY(desk.dialog());
        QVERIFY(desk.message().contains(u"not in the keychain"_s));
        QVERIFY(desk.dialog()->focusWidget() == desk.find<QLineEdit>(u"secret"_s));
        QTRY_COMPARE(desk.program->session().backups.freshness().error.kind, net::ErrorKind::SignedOut);
        desk.type(u"secret"_s, desk.password());
        desk.click(u"save-and-open"_s);
        QTRY_VERIFY_WITH_TIMEOUT(desk.loaded(), 20000);
        QTRY_VERIFY(!desk.dialog());
    }

    void aProfileHoldsSeveralProjects()
    {
        Desk desk;
        desk.start();
        QTRY_VERIFY(desk.dialog());
        desk.where(u"many"_s);
        desk.byPassword(desk.password());
        desk.place();
        const auto shown = [&desk] {
            QStringList texts;
            const auto *list = desk.find<QListWidget>(u"scopes"_s);
            for (int at = 0; at < list->count(); ++at)
                texts.append(list->item(at)->text());
            return texts;
        };
        const QString region = QString::fromStdString(desk.door.region), project = QString::fromStdString(desk.door.projectId);
        const QString first = u"%1 · %2"_s.arg(region, ui::formats::shortId(project));
        const auto other = desk.door.scopes.at(1);
        const QString second =
            QString::fromStdString(other.first) + u" · "_s + ui::formats::shortId(QString::fromStdString(other.second));
        QVERIFY(!desk.find<QListWidget>(u"scopes"_s)->isVisible()); // a form for one project, until there are more

        desk.click(u"add-scope"_s);
        QVERIFY(desk.find<QListWidget>(u"scopes"_s)->isVisible());
        QCOMPARE(shown(), (QStringList{first + u" (used at start)"_s, u"not filled in"_s}));
        desk.type(u"region"_s, region);
        desk.type(u"project"_s, project);
        desk.click(u"save"_s);
        QTRY_COMPARE(desk.problem(u"project"_s), u"This region and project are in the profile already"_s);
        desk.type(u"region"_s, QString::fromStdString(other.first));
        desk.type(u"project"_s, QString::fromStdString(other.second));
        QTRY_COMPARE(shown(), (QStringList{first + u" (used at start)"_s, second}));
        desk.click(u"add-scope"_s); // stays empty: nothing to store
        QCOMPARE(shown().size(), 3);
        desk.click(u"save"_s);
        QTRY_VERIFY(desk.message().contains(u"is saved"_s));
        QCOMPARE(shown().size(), 2);

        models::ProfileStore store(desk.home.filePath(u"config/ballast-test/profiles.json"_s));
        QVERIFY(store.read());
        const net::Scope a{region, project}, b{QString::fromStdString(other.first), QString::fromStdString(other.second)};
        QCOMPARE(store.find(u"many"_s)->scopes, (QList<net::Scope>{a, b}));

        desk.start(); // read back; the list is walked with the keyboard
        QTRY_VERIFY(desk.dialog() &&
                    desk.message().contains(u"not in the keychain"_s)); // its keychain is empty: it asks by itself
        QCOMPARE(shown(), (QStringList{first + u" (used at start)"_s, second}));
        auto *list = desk.find<QListWidget>(u"scopes"_s);
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Down);
        QCOMPARE(desk.find<QComboBox>(u"region"_s)->currentText(), b.region);
        desk.click(u"first-scope"_s);
        QTRY_COMPARE(shown().value(0), second + u" (used at start)"_s);
        QTest::keyClick(list, Qt::Key_Down);
        QCOMPARE(desk.find<QComboBox>(u"region"_s)->currentText(), a.region);
        desk.click(u"remove-scope"_s);
        QTRY_COMPARE(shown().size(), 1);
        desk.click(u"save"_s);
        const auto kept = [&store] { return store.read() ? store.find(u"many"_s)->scopes : QList<net::Scope>(); };
        QTRY_COMPARE(kept(), QList<net::Scope>{b});
    }

    void profilesAreDuplicatedAndDeletedAndChangesAreNotLostByMistake()
    {
        Desk desk;
        desk.start();
        QTRY_VERIFY(desk.dialog());
        const QSignalSpy ended(desk.program.get(), &app::Application::ended);
        desk.where(u"first"_s);
        desk.byPassword(desk.password());
        desk.place();
        desk.click(u"save"_s);
        QTRY_VERIFY(desk.message().contains(u"is saved"_s));
        desk.click(u"duplicate"_s);
        auto *list = desk.find<QListWidget>(u"profiles"_s);
        QCOMPARE(list->count(), 2);
        QCOMPARE(desk.find<QLineEdit>(u"profile-name"_s)->text(), u"Copy of first"_s);
        desk.type(u"profile-name"_s, u"first"_s);
        QTRY_VERIFY(desk.problem(u"profile-name"_s).contains(u"Another profile"_s));
        desk.type(u"profile-name"_s, u"second"_s);
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Up); // what was typed waits there
        QCOMPARE(desk.find<QLineEdit>(u"profile-name"_s)->text(), u"first"_s);
        QTest::keyClick(list, Qt::Key_Down);
        QCOMPARE(desk.find<QLineEdit>(u"profile-name"_s)->text(), u"second"_s);
        QTest::keyClick(desk.dialog(), Qt::Key_Escape); // not yet: it is not saved
        QVERIFY(desk.dialog());
        QVERIFY(desk.message().contains(u"second"_s));
        desk.click(u"save"_s);
        QTRY_VERIFY(desk.message().contains(u"is saved"_s));
        desk.click(u"delete"_s);
        QVERIFY(desk.message().contains(u"Delete the profile"_s));
        QCOMPARE(list->count(), 2); // asked first
        desk.click(u"confirm"_s);
        QTRY_COMPARE(list->count(), 1);
        models::ProfileStore store(desk.home.filePath(u"config/ballast-test/profiles.json"_s));
        QVERIFY(store.read());
        QCOMPARE(store.all().size(), 1);
        QTest::keyClick(desk.dialog(), Qt::Key_Escape);
        QTRY_COMPARE(ended.size(), 1); // no window was ever opened
    }

    void anotherProfileReplacesTheSession()
    {
        Desk desk;
        desk.start();
        QTRY_VERIFY(desk.dialog());
        desk.where(u"one"_s);
        desk.byPassword(desk.password());
        desk.place();
        desk.click(u"save-and-open"_s);
        QTRY_VERIFY_WITH_TIMEOUT(desk.loaded(), 20000);
        const QSignalSpy ended(desk.program.get(), &app::Application::ended);
        QAction *profiles = desk.program->window().findChild<QAction *>(u"profiles"_s);
        QVERIFY(profiles && profiles->isEnabled());
        openFromMenu(desk.program->window(), profiles);
        QTRY_VERIFY(desk.dialog());
        desk.click(u"duplicate"_s);
        desk.type(u"profile-name"_s, u"two"_s);
        desk.click(u"save-and-open"_s);
        QTRY_VERIFY(desk.program->hasWindow() &&
                    desk.program->window().findChild<QLabel *>(u"status-profile"_s)->text() == u"Profile: two"_s);
        QTRY_VERIFY_WITH_TIMEOUT(desk.loaded(), 20000);
        QCOMPARE(ended.size(), 0);
        desk.program->window().close();
        QTRY_COMPARE(ended.size(), 1);
    }

    void anOutcomeThatIsNotKnownIsAskedAboutBeforeTheSessionGoes()
    {
        Desk desk;
        desk.start();
        QTRY_VERIFY(desk.dialog());
        desk.where(u"one"_s);
        desk.byPassword(desk.password());
        desk.place();
        desk.click(u"save-and-open"_s);
        QTRY_VERIFY_WITH_TIMEOUT(desk.loaded(), 20000);
        auto &window = desk.program->window();
        QVERIFY(desk.server.fault("POST */replicate drop"));
        window.showPage(u"backups"_s);
        window.page(u"backups"_s)
            ->select({desk.program->session().place.first(), QString::fromStdString(desk.server.example("replicable"))});
        QTRY_VERIFY(window.page(u"backups"_s)->currentKey());
        QTRY_VERIFY(window.findChild<QAction *>(u"replicate-backup"_s)->isEnabled());
        QWidget *replicate = window.replicateBackup();
        auto *confirm = replicate->findChild<QAbstractButton *>(u"confirm"_s);
        QTRY_VERIFY_WITH_TIMEOUT(confirm->isEnabled(), 20000); // the places are known, and the ledger is open
        QTest::mouseClick(confirm, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!desk.program->session().operations.all().isEmpty() &&
                                     desk.program->session().operations.all().last().state == models::Operation::State::InDoubt,
                                 20000);
        QTest::keyClick(replicate, Qt::Key_Escape);
        openFromMenu(window, window.findChild<QAction *>(u"profiles"_s));
        QTRY_VERIFY(desk.dialog());
        desk.click(u"save-and-open"_s);
        QWidget *question = nullptr;
        QTRY_VERIFY((question = window.findChild<QWidget *>(u"close-question"_s)) && question->isVisible());
        QTest::keyClick(question, Qt::Key_Escape); // keep open
        QTRY_VERIFY(!window.findChild<QWidget *>(u"close-question"_s));
        QCOMPARE(desk.program->session().operations.all().size(), 1); // it is still the same session
        QVERIFY(window.isVisible());
        const QSignalSpy ended(desk.program.get(), &app::Application::ended);
        window.close();
        QTRY_VERIFY((question = window.findChild<QWidget *>(u"close-question"_s)) && question->isVisible());
        for (auto *button : question->findChildren<QAbstractButton *>()) {
            if (button->text() == u"Close window"_s)
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QTRY_COMPARE(ended.size(), 1); // closed for good: the profile declined before does not open now
        QVERIFY(!window.isVisible());
    }

    void aDamagedFileOfProfilesIsSetAsideAndTold()
    {
        Desk desk;
        const QString folder = desk.home.filePath(u"config/ballast-test"_s);
        QVERIFY(QDir().mkpath(folder));
        QFile file(folder + u"/profiles.json"_s);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{rubbish") > 0);
        file.close();
        desk.start();
        QTRY_VERIFY(desk.dialog());
        QVERIFY(desk.message().contains(u"damaged"_s));
        QCOMPARE(QDir(folder).entryList({u"profiles.json.damaged-*"_s}).size(), 1);
    }

    void aDamagedSettingsFileIsSetAsideAndTold()
    {
        Desk desk;
        const QString folder = desk.home.filePath(u"config/ballast-test"_s);
        QVERIFY(QDir().mkpath(folder));
        QFile file(folder + u"/ballast.conf"_s);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray("theme=dark\n\0garbage", 19)) > 0);
        file.close();
        desk.start();
        QTRY_VERIFY(desk.dialog());
        QVERIFY(desk.message().contains(u"settings file was damaged"_s));
        QCOMPARE(QDir(folder).entryList({u"ballast.conf.damaged-*"_s}).size(), 1);
        const QSettings fresh(folder + u"/ballast.conf"_s, QSettings::IniFormat);
        QVERIFY(fresh.value(u"theme"_s) != u"dark"_s); // the defaults are used
    }

private:
    static void openFromMenu(QMainWindow &window, QAction *action)
    {
        for (QMenu *menu : window.findChildren<QMenu *>()) {
            if (!menu->actions().contains(action))
                continue;
            menu->popup(window.pos());
            menu->setActiveAction(action);
            QTest::keyClick(menu, Qt::Key_Return);
            return;
        }
        QFAIL("the action is in no menu");
    }

    static QByteArray fetchToken(const Desk &desk)
    {
        net::Transport::Options options;
        options.endpoints = net::Endpoints::shared(QString::fromStdString(desk.door.url));
        const net::SystemClock clock;
        net::Transport transport(options, clock);
        auto call =
            net::Iam(transport).token({QString::fromStdString(desk.door.region), QString::fromStdString(desk.door.projectId)},
                                      {QString::fromStdString(desk.door.domain), QString::fromStdString(desk.door.user),
                                       QByteArray::fromStdString(desk.door.password)});
        QByteArray token;
        call->then(&transport, [&token](const net::Result<net::Token> &answer) { token = answer ? answer->token : "none"; });
        [&] { QTRY_VERIFY(!token.isEmpty()); }();
        return token;
    }
};

QTEST_MAIN(TestProfileDialog)
#include "tst_profiledialog.moc"
