#include "app/keychain.h"
#include "profileform.h"
#include "support/keyring.h"
#include "support/marks.h"
#include "ui/listpage.h"
#include "ui/mainwindow.h"
#include "wire/rawclient.h"

#include <QAccessible>
#include <QAction>
#include <QClipboard>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QTableView>

#include <sys/stat.h>

using models::Operation;

#define WAIT_FOR(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, 20000)

namespace {

constexpr auto homeVariable = "BALLAST_SECRETS_HOME"; ///< set: this is the program that is looked at from outside
constexpr auto listVariable = "BALLAST_SECRETS_LIST"; ///< where it leaves the names and values of what it planted
constexpr auto longestTable = 400;                    ///< cells that are read of one table

/// What a screen reader can learn: name, description, value, help, shortcut and text of everything there is.
void listen(QAccessibleInterface *at, int depth, const std::function<void(const QString &)> &hear)
{
    if (!at || !at->isValid() || depth > 60)
        return;
    for (const QAccessible::Text kind : {QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help,
                                         QAccessible::Accelerator, QAccessible::DebugDescription})
        hear(at->text(kind));
    if (QAccessibleTextInterface *text = at->textInterface())
        hear(text->text(0, text->characterCount()));
    if (QAccessibleValueInterface *value = at->valueInterface())
        hear(value->currentValue().toString());
    const int count = std::min(at->childCount(), longestTable);
    for (int i = 0; i < count; ++i)
        listen(at->child(i), depth + 1, hear);
}

/// What is heard first of what \a marks know, on all that is open, in the clipboard and in the titles; empty: nothing.
QString heard(const test::Marks &marks)
{
    QString found;
    QSet<QString> known; // the same words stand in many places
    const auto hear = [&](const QString &text) {
        if (!found.isEmpty() || text.isEmpty() || known.contains(text))
            return;
        known.insert(text);
        found = marks.in(text);
    };
    const QWidgetList tops = QApplication::topLevelWidgets();
    for (QWidget *top : tops)
        listen(QAccessible::queryAccessibleInterface(top), 0, hear);
    const QWidgetList all = QApplication::allWidgets();
    for (const QWidget *widget : all) {
        for (const QString &text :
             {widget->windowTitle(), widget->windowIconText(), widget->windowFilePath(), widget->toolTip(), widget->statusTip(),
              widget->whatsThis(), widget->accessibleName(), widget->accessibleDescription(), widget->objectName()})
            hear(text);
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            hear(label->text());
        if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
            hear(edit->displayText());
    }
    for (const auto mode : {QClipboard::Clipboard, QClipboard::Selection}) {
        const QMimeData *data = QApplication::clipboard()->mimeData(mode);
        if (!data)
            continue;
        const QStringList formats = data->formats();
        for (const QString &format : formats) {
            if (found.isEmpty())
                found = marks.in(data->data(format));
        }
    }
    return found;
}

QStringList pages() { return {u"policies"_s, u"backups"_s, u"records"_s, u"groups"_s, u"drills"_s, u"operations"_s}; }

} // namespace

/// The program that is looked at: signed in by each way, its service echoing what it is sent, through all of its doors.
class TestInside final : public QObject
{
    Q_OBJECT

    test::Keyring m_keyring;
    std::vector<std::unique_ptr<mock::Server>> m_servers;
    mock::Server *m_server = nullptr; ///< the newest of them
    std::unique_ptr<app::Application> m_program;
    const ProfileForm m_form{};
    test::Marks m_marks;
    QJsonObject m_list;
    mock::Door m_door;

    void plant(const QString &name, const QByteArray &secret)
    {
        m_marks.add(name, secret);
        m_list.insert(name, QString::fromLatin1(secret.toBase64()));
        QFile file(qEnvironmentVariable(listVariable));
        const QByteArray bytes = QJsonDocument(m_list).toJson();
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush())
            qFatal("%s", qPrintable(file.errorString()));
    }
    /// An endpoint whose things have secrets in their names. The ones before it stay: stored profiles lead there.
    void serve(const QByteArrayList &secrets)
    {
        QJsonArray names;
        for (const QByteArray &secret : secrets)
            names.append(u"daily "_s + QString::fromUtf8(secret));
        QJsonObject scenario{{u"servers"_s, 4},     {u"backups"_s, 24}, {u"records"_s, 20}, {u"failed"_s, 4},
                             {u"replicating"_s, 0}, {u"queued"_s, 0},   {u"skipped"_s, 0}};
        if (!names.isEmpty()) {
            scenario.insert(u"policy_names"_s, names);
            scenario.insert(u"server_names"_s, names);
        }
        QFile file(qEnvironmentVariable(listVariable) + u".scenario"_s);
        const QByteArray text = QJsonDocument(scenario).toJson();
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("%s", qPrintable(file.errorString()));
        file.close();
        mock::Options options;
        options.scenario = file.fileName().toStdString();
        options.speed = 0;
        m_servers.push_back(std::make_unique<mock::Server>(options));
        m_server = m_servers.back().get();
        std::string error;
        if (!m_server->start(&error))
            qFatal("%s", error.c_str());
        m_door = m_server->door();
    }
    template <typename T> T *find(const QString &name) const { return m_program->window().findChild<T *>(name); }
    void trigger(const QString &action) const { find<QAction>(action)->trigger(); }
    bool allAre(models::Freshness::State state) const
    {
        if (!m_program->hasWindow())
            return false;
        const auto lists = m_program->session().lists();
        return std::ranges::all_of(lists, [state](const models::ListSession *list) { return list->freshness().state == state; });
    }
    /// Asks again for what is not fresh, once what is under way has ended.
    bool becomeFresh() const
    {
        for (models::ListSession *list : m_program->session().lists()) {
            const models::Freshness::State state = list->freshness().state;
            if (state != models::Freshness::State::Fresh && state != models::Freshness::State::Loading)
                list->refresh();
        }
        return allAre(models::Freshness::State::Fresh);
    }
    /// Asks again where an answer from before the fault was still under way.
    bool becomeRefused() const
    {
        const auto isRefused = [](const models::ListSession *list) { return list->freshness().error.httpStatus >= 400; };
        const auto lists = m_program->session().lists();
        for (models::ListSession *list : lists) {
            if (!isRefused(list))
                list->refresh();
        }
        return std::ranges::all_of(lists, isRefused);
    }
    void refreshAll() const
    {
        for (models::ListSession *list : m_program->session().lists())
            list->refresh();
        m_program->session().facts.refresh();
    }
    /// Each page in turn; the name of what can be heard there.
    QString seen() const
    {
        for (const QString &page : QStringList{u"overview"_s} + pages()) {
            m_program->window().showPage(page);
            QCoreApplication::processEvents();
            if (const QString found = heard(m_marks); !found.isEmpty())
                return found + u" on "_s + page;
        }
        return {};
    }
    void start()
    {
        m_program.reset();
        app::Options options;
        options.language = u"en"_s;
        options.theme = u"light"_s;
        m_program = std::make_unique<app::Application>(*qApp, options);
        if (test::isUnable())
            m_program->setSecrets(std::make_unique<models::SessionSecrets>());
        const auto started = m_program->start();
        QVERIFY2(started, qPrintable(started ? QString() : started.error()));
    }
    QDialog *replicate()
    {
        m_program->window().showPage(u"backups"_s);
        auto *page = find<QWidget>(u"page-backups"_s);
        auto *table = find<QTableView>(u"table-backups"_s);
        const net::ObjectKey key{m_program->session().place.first(), QString::fromStdString(m_server->example("replicable"))};
        const models::ListModel *rows = m_program->window().page(u"backups"_s)->session().model();
        [&] { WAIT_FOR(rows->rowOf(key) >= 0); }();
        const QModelIndex cell = rows->index(rows->rowOf(key), 1);
        table->scrollTo(cell);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(cell).center());
        auto *verb = page->findChild<QAbstractButton *>(u"verb"_s);
        [&] { WAIT_FOR(verb->isEnabled()); }();
        QTest::mouseClick(verb, Qt::LeftButton);
        [&] { WAIT_FOR(find<QDialog>(u"replicate-backup"_s)); }();
        auto *dialog = find<QDialog>(u"replicate-backup"_s);
        [&] { WAIT_FOR(dialog->findChild<QAbstractButton *>(u"confirm"_s)->isEnabled()); }();
        return dialog;
    }
    bool isLast(Operation::State state) const
    {
        const auto &all = m_program->session().operations.all();
        return !all.isEmpty() && all.last().state == state;
    }
    void close(QWidget *dialog) const
    {
        const QPointer<QWidget> gone = dialog;
        dialog->close();
        [&] { WAIT_FOR(!gone); }();
    }
    void exportPage(const QString &page, const QString &path)
    {
        m_program->window().showPage(page);
        const auto asked = [this] { // one export at a time: the one before may be ending yet
            if (!find<QFileDialog>(u"export-file"_s))
                trigger(u"export-rows"_s);
            return find<QFileDialog>(u"export-file"_s) != nullptr;
        };
        WAIT_FOR(asked());
        auto *dialog = find<QFileDialog>(u"export-file"_s);
        dialog->findChild<QLineEdit *>(u"fileNameEdit"_s)->setText(path);
        QTest::mouseClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save), Qt::LeftButton);
        WAIT_FOR(QFileInfo(path).size() > 0 && !find<QFileDialog>(u"export-file"_s));
    }

private slots:
    void initTestCase()
    {
        QApplication::setApplicationName(u"ballast"_s);
        if (!test::isUnable())
            QVERIFY(m_keyring.start("test"));
        serve({});
        const mock::TemporaryKey temporary = m_server->temporaryKey();
        const QByteArray token = Client(*m_server)
                                     .ask("POST", "/v3/auth/tokens", signInBody(m_door, projectScope(m_door.projectId)))
                                     .header("X-Subject-Token");
        plant(u"the ready token"_s, token);
        plant(u"the password"_s, bytes(m_door.password));
        plant(u"the key"_s, bytes(m_door.sk));
        plant(u"the temporary key"_s, bytes(temporary.sk));
        plant(u"the security token"_s, bytes(temporary.securityToken));
        plant(u"the wrong password"_s, "MARK-wrong-\"pass\"/word+\xE5\xAF\x86=4711");
        plant(u"the profile's proxy password"_s, "MARK-profile-proxy-4711/x");
        plant(u"the preferences' proxy password"_s, "MARK-preferences-proxy-4711+x");
    }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support|planted)"_s));
        QApplication::clipboard()->clear();
    }
    void cleanupTestCase() { m_program.reset(); }

    /// The listening can hear: what is planted where it may not be is found.
    void aControl()
    {
        QWidget window;
        QLineEdit label(u"x MARK-control-4711 y"_s, &window);
        test::Marks marks;
        marks.add(u"control"_s, "MARK-control-4711");
        window.show();
        QCOMPARE(heard(marks), u"control"_s);
        label.setEchoMode(QLineEdit::Password);
        QCOMPARE(heard(marks), QString());
        label.setAccessibleDescription(u"MARK-control-4711"_s);
        QCOMPARE(heard(marks), u"control"_s);
        label.setAccessibleDescription({});
        QApplication::clipboard()->setText(QString::fromLatin1(QByteArray("a:MARK-control-4711").toBase64()));
        QCOMPARE(heard(marks), u"control"_s);
        QApplication::clipboard()->clear();
        QCOMPARE(heard(marks), QString());
    }

    void aDay_data()
    {
        QTest::addColumn<int>("way");
        QTest::newRow("password") << int(ProfileForm::Password);
        QTest::newRow("keys") << int(ProfileForm::Keys);
        QTest::newRow("temporary keys") << int(ProfileForm::TemporaryKeys);
        QTest::newRow("token") << int(ProfileForm::Token);
    }
    void aDay()
    {
        QFETCH(const int, way);
        const mock::TemporaryKey temporary = m_server->temporaryKey();
        QByteArrayList own{"MARK-profile-proxy-4711/x"}; // of this session, the one it signs in with last
        if (way == ProfileForm::TemporaryKeys)
            own.append(bytes(temporary.securityToken));
        if (way != ProfileForm::Token) // whose value is the next endpoint's to make
            own.append(way == ProfileForm::Password ? bytes(m_door.password)
                       : way == ProfileForm::Keys   ? bytes(m_door.sk)
                                                    : bytes(temporary.sk));
        serve(own);
        if (way == ProfileForm::Token) {
            own.append(Client(*m_server)
                           .ask("POST", "/v3/auth/tokens", signInBody(m_door, projectScope(m_door.projectId)))
                           .header("X-Subject-Token"));
            plant(u"the token of the day"_s, own.last());
        }
        const QByteArray main = own.last();
        // A start opens the profile of the last one, its secrets from the keychain; the first start leads to a profile.
        start();
        if (m_program->hasWindow()) {
            if (!test::isUnable())
                WAIT_FOR(allAre(models::Freshness::State::Fresh));
            if (!m_form.dialog())
                trigger(u"profiles"_s);
            WAIT_FOR(m_form.dialog());
            m_form.click(u"add"_s);
        }
        WAIT_FOR(m_form.dialog());
        const QString name = u"way %1"_s.arg(way);
        if (way == ProfileForm::Password) { // refused first, by a service that repeats what it was sent
            m_form.fill(name, m_door, ProfileForm::Password, "MARK-wrong-\"pass\"/word+\xE5\xAF\x86=4711");
            QVERIFY(m_server->fault("POST /v3/auth/tokens echo=401"));
            m_form.click(u"test"_s);
            WAIT_FOR(m_form.find<QLabel>(u"test-sign-in"_s)->text().contains(u"refused: POST"_s));
            QCOMPARE(heard(m_marks), QString());
            m_server->clearFaults();
        }
        m_form.fill(name, m_door, ProfileForm::Way(way), main);
        if (way == ProfileForm::Keys || way == ProfileForm::TemporaryKeys)
            m_form.type(u"access-key"_s, QString::fromStdString(way == ProfileForm::Keys ? m_door.ak : temporary.ak));
        if (way == ProfileForm::TemporaryKeys)
            m_form.type(u"security-token"_s, QString::fromStdString(temporary.securityToken));
        m_form.choose(u"proxy"_s, 3); // the endpoint is its own proxy
        m_form.type(u"proxy-host"_s, u"127.0.0.1"_s);
        m_form.type(u"proxy-user"_s, u"somebody"_s);
        m_form.type(u"proxy-password"_s, u"MARK-profile-proxy-4711/x"_s);
        auto *port = m_form.find<QWidget>(u"proxy-port"_s);
        port->setFocus();
        QTest::keyClick(port, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(port, QString::number(m_server->port()));
        QCOMPARE(heard(m_marks), QString()); // typed, and not to be heard
        m_form.click(u"save-and-open"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(!m_form.dialog(), qPrintable(m_form.message()), 20000);
        WAIT_FOR(allAre(models::Freshness::State::Fresh));
        WAIT_FOR(!m_form.dialog());
        QCOMPARE(m_program->session().transport.credentialKind(), way == ProfileForm::Keys ? net::CredentialKind::AccessKey
                                                                  : way == ProfileForm::TemporaryKeys
                                                                      ? net::CredentialKind::TemporaryKey
                                                                      : net::CredentialKind::Token);
        QCOMPARE(seen(), QString());
        QVERIFY(m_program->session().policies.model()->rowCount() > 0); // their names hold secrets

        // Refused with an echo, on every page; then well again.
        QVERIFY(m_server->fault("GET * echo=403"));
        refreshAll();
        WAIT_FOR(becomeRefused());
        QCOMPARE(seen(), QString());
        m_server->clearFaults();
        QVERIFY(m_server->fault("GET * status=407 x3")); // the proxy asks who we are
        refreshAll();
        const auto challenged = [this] {
            const std::vector<mock::Seen> all = m_server->requests();
            return std::any_of(all.begin(), all.end(), [](const mock::Seen &request) { return request.status == 407; });
        };
        WAIT_FOR(challenged());
        m_server->clearFaults();
        WAIT_FOR(becomeFresh());

        m_program->session().operations.setPace({std::chrono::milliseconds(20), std::chrono::milliseconds(20)});

        // A write: as it is shown, copied, refused with an echo, and accepted.
        QVERIFY(m_server->fault("POST */replicate echo=400"));
        QDialog *dialog = replicate();
        QTest::mouseClick(dialog->findChild<QAbstractButton *>(u"copy-json"_s), Qt::LeftButton);
        QCOMPARE(heard(m_marks), QString());
        QTest::mouseClick(dialog->findChild<QAbstractButton *>(u"copy-curl"_s), Qt::LeftButton);
        QVERIFY(QApplication::clipboard()->text().contains(u"curl -X POST"_s));
        QCOMPARE(heard(m_marks), QString());
        QTest::mouseClick(dialog->findChild<QAbstractButton *>(u"confirm"_s), Qt::LeftButton);
        WAIT_FOR(isLast(Operation::State::Refused));
        QVERIFY(m_program->session().operations.all().last().error->detail.contains(u"refused: POST"_s));
        QCOMPARE(heard(m_marks), QString());
        close(dialog);
        m_server->clearFaults();
        dialog = replicate();
        QTest::mouseClick(dialog->findChild<QAbstractButton *>(u"confirm"_s), Qt::LeftButton);
        WAIT_FOR(isLast(Operation::State::Accepted));
        m_server->advance(std::chrono::minutes(10));
        WAIT_FOR(isLast(Operation::State::Succeeded)); // else leaving this window is asked about
        close(dialog);
        QCOMPARE(seen(), QString());

        // What leaves the program, and what it tells of its requests.
        for (const QString &page : way == ProfileForm::Password ? pages() : QStringList{u"policies"_s, u"operations"_s}) {
            for (const QString &suffix : {u"csv"_s, u"json"_s}) {
                exportPage(page, QDir::homePath() + u"/exports/%1-%2.%3"_s.arg(QString::number(way), page, suffix));
                if (QTest::currentTestFailed())
                    QFAIL(qPrintable(page));
            }
        }
        trigger(u"request-log"_s);
        WAIT_FOR(find<QWidget>(u"request-log"_s));
        auto *requests = find<QWidget>(u"request-log"_s);
        QVERIFY(requests->findChild<QTableView *>(u"requests"_s)->model()->rowCount() > 0);
        QTest::keyClick(requests->findChild<QTableView *>(u"requests"_s), Qt::Key_A, Qt::ControlModifier);
        QTest::mouseClick(requests->findChild<QAbstractButton *>(u"copy-rows"_s), Qt::LeftButton);
        QVERIFY(!QApplication::clipboard()->text().isEmpty());
        QCOMPARE(heard(m_marks), QString());
        close(requests);
        trigger(u"preferences"_s);
        WAIT_FOR(find<QDialog>(u"preferences"_s));
        auto *preferences = find<QDialog>(u"preferences"_s);
        auto *proxy = preferences->findChild<QComboBox *>(u"proxy"_s);
        proxy->setFocus();
        QTest::keyClick(proxy, Qt::Key_End);
        auto *password = preferences->findChild<QLineEdit *>(u"proxy-password"_s);
        WAIT_FOR(password->isVisible());
        password->setFocus();
        QTest::keyClicks(password, u"MARK-preferences-proxy-4711+x"_s);
        QTest::keyClick(password, Qt::Key_Tab);
        QCOMPARE(heard(m_marks), QString());
        close(preferences);
        trigger(u"profiles"_s); // reopened: what is stored is not shown
        WAIT_FOR(m_form.dialog());
        QCOMPARE(heard(m_marks), QString());
        close(m_form.dialog());

        // What others say of us goes through our log.
        qWarning("planted: %s, %s", main.constData(), "MARK-profile-proxy-4711/x");
        QVERIFY(m_server->fault("GET * echo=401"));
        refreshAll();
        WAIT_FOR(becomeRefused());
        QCOMPARE(seen(), QString());
        m_server->clearFaults();
        QCOMPARE(m_marks.under(QDir::homePath()), QStringList()); // the ledger's log beside it included
        const QByteArray cmdline = [] {
            QFile file(u"/proc/self/cmdline"_s);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        }();
        QVERIFY(!cmdline.isEmpty());
        QCOMPARE(m_marks.in(cmdline), QString());
        m_program.reset();
    }
};

/// Looks at that program from outside, when it has ended.
class TestSecrets final : public QObject
{
    Q_OBJECT

private slots:
    void theSearchFindsASecretInEveryForm()
    {
        const QByteArray secret = "MARK-\"pw\"/\xE5\xAF\x86+=\\4711";
        test::Marks marks;
        marks.add(u"it"_s, secret);
        const QString text = QString::fromUtf8(secret);
        QCOMPARE(marks.in("a" + secret + "b"), u"it"_s);
        QCOMPARE(marks.in(QJsonDocument(QJsonObject{{u"a"_s, text}}).toJson()), u"it"_s);
        QCOMPARE(marks.in(secret.toPercentEncoding()), u"it"_s);
        QCOMPARE(marks.in(secret.toHex()), u"it"_s);
        for (const char *before : {"", "u", "us", "use", "user"}) // as in Basic
            QCOMPARE(marks.in((before + secret + "more").toBase64()), u"it"_s);
        QCOMPARE(marks.in(QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2)), u"it"_s);
        QCOMPARE(marks.in(QByteArray("MARK-")), QString());
        const QTemporaryDir folder;
        QFile file(folder.filePath(u".hidden"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(marks.under(folder.path()), QStringList());
        QVERIFY(file.write("x" + secret.toBase64()) > 0 && file.flush());
        QCOMPARE(marks.under(folder.path()), QStringList{u"it in "_s + file.fileName()});
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::ReadOther));
        QCOMPARE(test::openToOthers(folder.path()), QStringList{file.fileName()});
    }

    void nothingOfASecretIsLeftAnywhere()
    {
        const QTemporaryDir outside, home;
        for (const QString &folder : {u"tmp"_s, u"exports"_s})
            QVERIFY(QDir(home.path()).mkdir(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QString::fromLatin1(homeVariable), home.path());
        environment.insert(QString::fromLatin1(listVariable), outside.filePath(u"list"_s));
        environment.insert(u"TMPDIR"_s, home.filePath(u"tmp"_s));
        environment.insert(u"QT_LOGGING_RULES"_s, u"*=true"_s);
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        QProcess program;
        program.setProcessEnvironment(environment);
        program.setChildProcessModifier([] { ::umask(022); });
        program.setStandardOutputFile(outside.filePath(u"stdout"_s));
        program.setStandardErrorFile(outside.filePath(u"stderr"_s));
        program.start(QCoreApplication::applicationFilePath(), {u"-maxwarnings"_s, u"0"_s});
        QVERIFY2(program.waitForFinished(840000), qPrintable(program.errorString()));
        const auto read = [&outside](const QString &name) {
            QFile file(outside.filePath(name));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        const QByteArray out = read(u"stdout"_s), err = read(u"stderr"_s);
        test::Marks marks;
        const QJsonObject list = QJsonDocument::fromJson(read(u"list"_s)).object();
        for (auto it = list.begin(); it != list.end(); ++it)
            marks.add(it.key(), QByteArray::fromBase64(it.value().toString().toLatin1()));
        QCOMPARE(marks.in(out), QString()); // before anything of it is shown
        QCOMPARE(marks.in(err), QString());
        if (program.exitStatus() != QProcess::NormalExit || program.exitCode() != 0) {
            QByteArrayList said; // what else it said is long
            const QByteArrayList lines = (out + err).split('\n');
            std::copy_if(lines.begin(), lines.end(), std::back_inserter(said), [](const QByteArray &line) {
                return line.startsWith("FAIL!") || line.startsWith("QFATAL") || line.startsWith("   Loc:") ||
                       line.startsWith("   Actual") || line.startsWith("   Expected");
            });
            QFAIL(said.join('\n').right(6000).constData());
        }
        QCOMPARE(list.size(), 9);
        QVERIFY2((out + err).contains("qt.core."), "Qt's own categories have spoken");
        QVERIFY((out + err).contains("planted: ‹masked›, ‹masked›"));

        QCOMPARE(marks.under(home.path()), QStringList());
        const QDir own(home.filePath(u"ballast"_s));
        for (const QString &name : {u"ballast.conf"_s, u"ballast.log"_s, u"profiles.json"_s, u"ledger"_s})
            QVERIFY2(own.exists(name), qPrintable(name));
        QCOMPARE(QDir(home.filePath(u"exports"_s)).entryList(QDir::Files).size(), (6 + 3 * 2) * 2);
        QFile log(own.filePath(u"ballast.log"_s));
        QVERIFY(log.open(QIODevice::ReadOnly));
        QVERIFY(log.readAll().contains("planted: ‹masked›"));
        for (const QString &folder : {u"ballast"_s, u"tmp"_s, u"exports"_s})
            QCOMPARE(test::openToOthers(home.filePath(folder)), QStringList());
    }
};

int main(int argc, char **argv)
{
    const QString home = qEnvironmentVariable(homeVariable);
    if (home.isEmpty()) {
        const QCoreApplication application(argc, argv);
        TestSecrets test;
        return QTest::qExec(&test, argc, argv);
    }
    if (test::scenario().isEmpty())
        return test::runScenarios(argc, argv, {u"unlocked"_s}, home);
    const QApplication application(argc, argv);
    TestInside test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_secrets.moc"
