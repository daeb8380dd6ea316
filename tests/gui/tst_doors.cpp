#include "app/application.h"
#include "ui/errortext.h"
#include "ui/listpage.h"
#include "ui/mainwindow.h"
#include "ui/messagebar.h"
#include "ui/statelook.h"
#include "wire/rawclient.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QDialog>
#include <QFile>
#include <QJsonArray>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPointer>
#include <QProcess>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using models::Operation;
using State = models::Freshness::State;

#define WAIT_FOR(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, 20000) // an outcome is shown once the disk has it

namespace {

constexpr auto seed = 7;

/// The demo endpoint as a program of its own; all that is known of it comes through its first line and its control paths.
class Endpoint
{
public:
    explicit Endpoint(const QStringList &further = {})
    {
        m_process.setProgram(QCoreApplication::applicationDirPath() + u"/ballast-mock"_s);
        m_process.setArguments(QStringList{u"--port"_s, u"0"_s, u"--seed"_s, QString::number(seed), u"--speed"_s, u"0"_s} +
                               further);
        m_process.start(QIODevice::ReadOnly);
        while (!m_process.canReadLine() && m_process.waitForReadyRead(20000)) {}
        door = QJsonDocument::fromJson(m_process.readLine()).object();
    }
    ~Endpoint()
    {
        m_process.terminate();
        if (!m_process.waitForFinished(5000))
            m_process.kill();
        m_process.waitForFinished();
    }

    QString text(const char *member) const { return door.value(QLatin1String(member)).toString(); }
    Reply ask(const QByteArray &method, const QByteArray &target, const QJsonObject &body, const Headers &headers) const
    {
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, quint16(QUrl(text("url")).port()));
        if (!socket.waitForConnected(5000))
            return {};
        const QByteArray bytes = body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson(QJsonDocument::Compact);
        socket.write(Client::bytesOf(method, target, bytes, headers));
        return readReply(socket);
    }
    Reply control(const QByteArray &method, const QByteArray &what, const QJsonObject &body = {}) const
    {
        return ask(method, "/_mock/" + what, body, {{"X-Ballast-Mock", "1"}});
    }
    QJsonObject state() const { return control("GET", "state").json(); }
    QString example(const QString &what) const { return state().value(u"examples"_s).toObject().value(what).toString(); }
    bool advance(std::chrono::milliseconds by) const
    {
        return control("POST", "clock", {{u"advance_ms"_s, qint64(by.count())}}).status == 200;
    }
    bool fault(const QString &rule) const { return control("POST", "faults", {{u"rule"_s, rule}}).status == 200; }
    bool clearFaults() const { return control("DELETE", "faults").status == 200; }
    /// Of orders to copy that backup.
    int deliveries(const QString &backup) const
    {
        const QJsonArray all = control("GET", "requests").json().value(u"requests"_s).toArray();
        return int(std::count_if(all.begin(), all.end(), [&backup](const QJsonValue &one) {
            const QString target = one[u"target"].toString();
            return one[u"method"].toString() == "POST"_L1 && target.contains(backup) && target.endsWith("/replicate"_L1);
        }));
    }
    int writes() const { return state().value(u"writes"_s).toInt(); }
    QByteArray token() const
    {
        mock::Door as;
        as.domain = text("domain").toStdString();
        as.user = text("user").toStdString();
        as.password = text("password").toStdString();
        const QByteArray body = signInBody(as, projectScope(text("project_id").toStdString()));
        return ask("POST", "/v3/auth/tokens", QJsonDocument::fromJson(body).object(), {}).header("X-Subject-Token");
    }

    QJsonObject door;

private:
    QProcess m_process;
};

enum class Way { Token, Password, Keys, TemporaryKeys };

/// The program as a command line opens it, driven by input events alone.
struct Desk
{
    Desk(const Endpoint &endpoint, Way way, const QString &language, const QStringList &further = {})
    {
        QProcessEnvironment environment;
        switch (way) {
        case Way::Token:
            environment.insert(u"BALLAST_TOKEN"_s, QString::fromLatin1(endpoint.token()));
            break;
        case Way::Password:
            environment.insert(u"BALLAST_DOMAIN"_s, endpoint.text("domain"));
            environment.insert(u"BALLAST_USER"_s, endpoint.text("user"));
            environment.insert(u"BALLAST_PASSWORD"_s, endpoint.text("password"));
            break;
        case Way::Keys:
            environment.insert(u"BALLAST_AK"_s, endpoint.text("ak"));
            environment.insert(u"BALLAST_SK"_s, endpoint.text("sk"));
            break;
        case Way::TemporaryKeys: {
            mock::Options same; // it does not print them; the same seed makes the same ones
            same.seed = seed;
            mock::Server twin(same);
            std::string error;
            if (!twin.start(&error))
                qFatal("%s", error.c_str());
            const mock::TemporaryKey key = twin.temporaryKey();
            environment.insert(u"BALLAST_AK"_s, QString::fromStdString(key.ak));
            environment.insert(u"BALLAST_SK"_s, QString::fromStdString(key.sk));
            environment.insert(u"BALLAST_SECURITY_TOKEN"_s, QString::fromStdString(key.securityToken));
            break;
        }
        }
        const auto options = app::readOptions(QStringList{u"ballast"_s, u"--endpoint"_s, endpoint.text("url"), u"--project"_s,
                                                          endpoint.text("project_id"), u"--region"_s, endpoint.text("region"),
                                                          u"--lang"_s, language, u"--theme"_s, u"light"_s} +
                                                  further,
                                              environment);
        if (!options)
            qFatal("%s", qPrintable(options.error()));
        program = std::make_unique<app::Application>(*qApp, *options);
        program->setSecrets(std::make_unique<models::SessionSecrets>());
        if (const auto started = program->start(); !started)
            qFatal("%s", qPrintable(started.error()));
        program->session().operations.setPace({std::chrono::milliseconds(20), std::chrono::milliseconds(20)});
        program->window().resize(1280, 800);
    }

    template <typename T> T *find(const QString &name) const { return program->window().findChild<T *>(name); }
    bool loaded() const
    {
        return program->session().backups.freshness().state == State::Fresh &&
               program->session().records.freshness().state == State::Fresh;
    }
    /// Finds the backup by its id, chooses its row and opens the dialog of the verb.
    QDialog *openDialog(const QString &id) const
    {
        auto *page = find<QWidget>(u"page-backups"_s);
        auto *filter = page->findChild<QLineEdit *>(u"filter"_s);
        if (filter->text() != u"id:"_s + id) {
            filter->setFocus();
            QTest::keyClick(filter, Qt::Key_A, Qt::ControlModifier);
            QTest::keyClicks(filter, u"id:"_s + id);
        }
        auto *table = find<QTableView>(u"table-backups"_s);
        const ui::ListPage *list = program->window().page(u"backups"_s);
        const models::ListModel *rows = list->session().model();
        const net::ObjectKey key{program->session().place.first(), id};
        [&] { WAIT_FOR(rows->rowCount() == 1 && rows->rowOf(key) == 0); }(); // the worker filters, the last word wins
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(rows->index(0, 1)).center());
        [&] { WAIT_FOR(list->currentKey() == key); }();
        auto *verb = page->findChild<QAbstractButton *>(u"verb"_s);
        [&] { WAIT_FOR(verb->isEnabled()); }();
        QTest::mouseClick(verb, Qt::LeftButton);
        QDialog *dialog = nullptr;
        [&] { WAIT_FOR((dialog = find<QDialog>(u"replicate-backup"_s))); }();
        if (!dialog)
            return nullptr;
        [&] { WAIT_FOR(dialog->findChild<QComboBox *>(u"destination_project_id"_s)->count() > 0); }();
        [&] { WAIT_FOR(dialog->findChild<QAbstractButton *>(u"confirm"_s)->isEnabled()); }();
        return dialog;
    }
    void close(QDialog *dialog) const
    {
        QTest::keyClick(dialog, Qt::Key_Escape);
        [&] { WAIT_FOR(!find<QDialog>(u"replicate-backup"_s)); }();
    }
    /// Opens a verb's dialog by the button of its page.
    QDialog *open(const QString &page, const QString &name) const
    {
        program->window().showPage(page);
        auto *verb = find<QWidget>(u"page-"_s + page)->findChild<QAbstractButton *>(u"verb"_s);
        [&] { QTRY_VERIFY_WITH_TIMEOUT(verb->isEnabled(), 20000); }(); // until the ledger is open and the rows are there
        QTest::mouseClick(verb, Qt::LeftButton);
        return find<QDialog>(name);
    }
    /// Confirms "Replicate policy…" as it opens.
    QDialog *orderPolicy() const
    {
        QDialog *dialog = open(u"policies"_s, u"replicate-policy"_s);
        if (!dialog)
            return nullptr;
        const auto *rows = dialog->findChild<QTableView *>(u"preview-rows"_s);
        auto *button = dialog->findChild<QAbstractButton *>(u"confirm"_s);
        [&] { WAIT_FOR(rows->model()->rowCount() > 0 && button->isEnabled()); }();
        QTest::mouseClick(button, Qt::LeftButton);
        return dialog;
    }
    /// Walks through "Create protection group…" to its end.
    QDialog *orderGroup(const QString &name) const
    {
        QDialog *dialog = open(u"groups"_s, u"create-protection-group"_s);
        if (!dialog)
            return nullptr;
        auto *vpcs = dialog->findChild<QTableView *>(u"vpcs"_s);
        auto *next = dialog->findChild<QAbstractButton *>(u"next"_s);
        [&] { WAIT_FOR(vpcs->model()->rowCount() > 0 && next->isEnabled()); }();
        QTest::mouseClick(next, Qt::LeftButton);
        QTest::mouseClick(next, Qt::LeftButton);
        for (int row = 0; row < vpcs->model()->rowCount(); ++row) {
            const QModelIndex cell = vpcs->model()->index(row, 0);
            if (cell.siblingAtColumn(2).data(models::StateWordRole) == u"OK"_s)
                QTest::mouseClick(vpcs->viewport(), Qt::LeftButton, {}, vpcs->visualRect(cell).center());
        }
        QTest::mouseClick(next, Qt::LeftButton);
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"name"_s), name);
        QTest::mouseClick(next, Qt::LeftButton);
        auto *button = dialog->findChild<QAbstractButton *>(u"confirm"_s);
        [&] { WAIT_FOR(button->isVisible() && button->isEnabled()); }();
        QTest::mouseClick(button, Qt::LeftButton);
        return dialog;
    }
    void leave(QDialog *dialog) const
    {
        const QPointer<QDialog> gone = dialog;
        QTest::keyClick(dialog, Qt::Key_Escape);
        [&] { WAIT_FOR(!gone); }();
    }
    /// Moves the calendar on until the newest of so many operations is over.
    bool endsInTime(const Endpoint &endpoint, int orders) const
    {
        return endpoint.advance(std::chrono::seconds(30)) && program->session().operations.all().size() == orders &&
               last()->isOver();
    }
    const Operation *last() const
    {
        const auto &all = program->session().operations.all();
        return all.isEmpty() ? nullptr : &all.last();
    }
    bool isIn(Operation::State state) const { return last() && last()->state == state; }
    /// What the dialog says of it.
    static bool says(const QDialog *dialog, Operation::State state)
    {
        const auto *word = dialog->findChild<QWidget *>(u"operation"_s)->findChild<QLabel *>(u"state"_s);
        return word->isVisible() && word->text() == ui::stateLook(models::StateKind::Operation, Operation::word(state)).word;
    }

    std::unique_ptr<app::Application> program;
};

/// One policy; its name chooses how its copies end.
QStringList onePolicy(const QTemporaryDir &folder, const QString &policy)
{
    QFile file(folder.filePath(policy));
    if (file.open(QIODevice::WriteOnly))
        file.write(R"({"servers":1,"backups":10,"records":0,"policy_names":[")" + policy.toUtf8() + R"("]})");
    return {u"--scenario"_s, file.fileName()};
}

/// The question before the window closes, asked by its shortcut.
QMessageBox *asked(const Desk &desk)
{
    ui::MainWindow &window = desk.program->window();
    window.activateWindow(); // off screen nobody does it when a dialog goes
    [&] { WAIT_FOR(QApplication::activeWindow() == &window); }();
    QTest::keyClick(&window, Qt::Key_Q, Qt::ControlModifier);
    [&] { WAIT_FOR(desk.find<QMessageBox>(u"close-question"_s)); }();
    return desk.find<QMessageBox>(u"close-question"_s);
}

/// Goes to a button with Tab and presses it with the space bar.
void pressByKeyboard(const QWidget *window, const QAbstractButton *button)
{
    for (int steps = 0; steps < 9 && window->focusWidget() != button; ++steps)
        QTest::keyClick(window->focusWidget(), Qt::Key_Tab);
    QCOMPARE(window->focusWidget(), button);
    QTest::keyClick(window->focusWidget(), Qt::Key_Space);
}

bool hasChinese(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.script() == QChar::Script_Han; });
}

/// The detail holds that id among its facts.
bool shows(const ui::ListPage *page, const QString &id)
{
    const QList<QLabel *> labels = page->findChild<QWidget *>(u"detail"_s)->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&id](const QLabel *label) {
        return label->isVisible() && QString(label->text()).remove(QChar(0x200b)).contains(id);
    });
}

void confirm(const QDialog *dialog) { QTest::mouseClick(dialog->findChild<QAbstractButton *>(u"confirm"_s), Qt::LeftButton); }

} // namespace

Q_DECLARE_METATYPE(Way)

/// The whole program against an endpoint in another process, from the command line to the last answer.
class TestDoors final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QApplication::setApplicationName(u"ballast-test"_s); }
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void backupsAreReplicatedThroughEveryDoor_data()
    {
        QTest::addColumn<Way>("way");
        QTest::addColumn<QString>("language");
        QTest::newRow("token, English") << Way::Token << u"en"_s;
        QTest::newRow("password, Chinese") << Way::Password << u"zh_CN"_s;
        QTest::newRow("AK/SK, English") << Way::Keys << u"en"_s;
        QTest::newRow("temporary AK/SK, Chinese") << Way::TemporaryKeys << u"zh_CN"_s;
    }
    void backupsAreReplicatedThroughEveryDoor()
    {
        QFETCH(Way, way);
        QFETCH(QString, language);
        const Endpoint endpoint;
        QVERIFY2(!endpoint.text("url").isEmpty(), "ballast-mock did not start");
        const Desk desk(endpoint, way, language);
        WAIT_FOR(desk.loaded());
        const QJsonObject project = endpoint.state().value(u"projects"_s)[0].toObject();
        desk.program->window().showPage(u"records"_s);
        QVERIFY(desk.find<QTableView>(u"table-records"_s)->model()->rowCount() > 1000);
        desk.program->window().showPage(u"backups"_s);
        QCOMPARE(desk.find<QTableView>(u"table-backups"_s)->model()->rowCount(), project.value(u"backups"_s).toInt());
        QCOMPARE(hasChinese(desk.find<QTableView>(u"table-backups"_s)->accessibleName()), language == "zh_CN"_L1);

        // to its end
        const QString good = endpoint.example(u"replicable"_s);
        QDialog *dialog = desk.openDialog(good);
        QVERIFY(dialog);
        confirm(dialog);
        WAIT_FOR(desk.isIn(Operation::State::Accepted));
        QVERIFY(endpoint.advance(std::chrono::minutes(2)));
        WAIT_FOR(desk.isIn(Operation::State::Succeeded));
        WAIT_FOR(Desk::says(dialog, Operation::State::Succeeded));
        desk.close(dialog);
        QCOMPARE(endpoint.deliveries(good), 1);

        // once more to the same region
        dialog = desk.openDialog(good);
        QVERIFY(dialog);
        confirm(dialog);
        WAIT_FOR(desk.isIn(Operation::State::Refused));
        WAIT_FOR(Desk::says(dialog, Operation::State::Refused));
        desk.close(dialog);
        QCOMPARE(endpoint.deliveries(good), 2);

        // accepted, and then it fails
        const QString bad = endpoint.example(u"failing"_s);
        dialog = desk.openDialog(bad);
        QVERIFY(dialog);
        confirm(dialog);
        WAIT_FOR(desk.isIn(Operation::State::Accepted));
        QVERIFY(endpoint.advance(std::chrono::minutes(2)));
        WAIT_FOR(desk.isIn(Operation::State::Failed));
        WAIT_FOR(Desk::says(dialog, Operation::State::Failed));
        desk.close(dialog);
        QCOMPARE(endpoint.deliveries(bad), 1);

        // delivered, and the answer is lost
        const QString lost = endpoint.example(u"replicable"_s);
        QVERIFY(!lost.isEmpty() && lost != good);
        QVERIFY(endpoint.fault(u"POST */replicate drop"_s));
        dialog = desk.openDialog(lost);
        QVERIFY(dialog);
        confirm(dialog);
        WAIT_FOR(desk.isIn(Operation::State::InDoubt));
        WAIT_FOR(Desk::says(dialog, Operation::State::InDoubt));
        QVERIFY(endpoint.clearFaults());
        auto *look = dialog->findChild<QAbstractButton *>(u"look-again"_s);
        WAIT_FOR(look->isVisible());
        QTest::mouseClick(look, Qt::LeftButton);
        WAIT_FOR(!desk.isIn(Operation::State::InDoubt));
        QVERIFY(endpoint.advance(std::chrono::minutes(2)));
        WAIT_FOR(desk.isIn(Operation::State::Succeeded));
        WAIT_FOR(Desk::says(dialog, Operation::State::Succeeded));
        QCOMPARE(hasChinese(dialog->findChild<QWidget *>(u"operation"_s)->findChild<QLabel *>(u"state"_s)->text()),
                 language == "zh_CN"_L1);
        desk.close(dialog);
        QCOMPARE(endpoint.deliveries(lost), 1);

        QCOMPARE(desk.program->session().operations.all().size(), 4); // one for each confirmation,
        QCOMPARE(endpoint.writes(), 4);                               // and one delivery for each
    }

    void everyPageIsReadByKeyboardAlone_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << u"en"_s;
        QTest::newRow("Chinese") << u"zh_CN"_s;
    }
    /// From page to page by its shortcut, to the rows by F6 and Tab, along them by the arrows, the facts of each in the detail.
    void everyPageIsReadByKeyboardAlone()
    {
        QFETCH(QString, language);
        const Endpoint endpoint;
        const Desk desk(endpoint, Way::Password, language);
        const auto lists = desk.program->session().lists();
        const auto isFresh = [](const models::ListSession *list) { return list->freshness().state == State::Fresh; };
        WAIT_FOR(std::all_of(lists.begin(), lists.end(), isFresh));
        ui::MainWindow &window = desk.program->window();
        window.activateWindow();
        WAIT_FOR(QApplication::activeWindow() == &window);
        const QStringList pages{u"policies"_s, u"backups"_s, u"records"_s, u"groups"_s, u"drills"_s};
        for (int at = 0; at < pages.size(); ++at) {
            QTest::keyClick(&window, Qt::Key(Qt::Key_2 + at), Qt::ControlModifier);
            const ui::ListPage *page = window.page(pages.at(at));
            WAIT_FOR(page->isVisible());
            QTableView *table = page->table();
            WAIT_FOR(table->model()->rowCount() > 0);
            for (int step = 0; step < 12 && QApplication::focusWidget() != table; ++step)
                QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &window, Qt::Key_Tab);
            QCOMPARE(QApplication::focusWidget(), table);
            QTest::keyClick(table, Qt::Key_Home, Qt::ControlModifier);
            for (int row = 0; row < std::min(3, table->model()->rowCount()); ++row) {
                QTRY_COMPARE(table->currentIndex().row(), row);
                const QString id = page->currentKey()->id;
                QTRY_VERIFY2(shows(page, id), qPrintable(pages.at(at) + u": "_s + id));
                QTest::keyClick(table, Qt::Key_Down);
            }
        }
        QCOMPARE(endpoint.writes(), 0);
    }

    void aPolicyAndAGroupGoThroughEveryDoor_data()
    {
        QTest::addColumn<Way>("way");
        QTest::addColumn<QString>("language");
        QTest::newRow("token, Chinese") << Way::Token << u"zh_CN"_s;
        QTest::newRow("password, English") << Way::Password << u"en"_s;
        QTest::newRow("AK/SK, Chinese") << Way::Keys << u"zh_CN"_s;
    }
    void aPolicyAndAGroupGoThroughEveryDoor()
    {
        QFETCH(Way, way);
        QFETCH(QString, language);
        const QTemporaryDir folder;
        using Outcome = Operation::State;
        const std::pair<QString, Outcome> troubled[] = {{u"fail-part-daily"_s, Outcome::PartlyFailed},
                                                        {u"fail-daily"_s, Outcome::Failed}};
        for (const auto &[name, outcome] : troubled) {
            const Endpoint endpoint(onePolicy(folder, name));
            const Desk desk(endpoint, way, language);
            WAIT_FOR(desk.loaded());
            QDialog *ordered = desk.orderPolicy();
            QVERIFY(ordered);
            WAIT_FOR(desk.endsInTime(endpoint, 1));
            QCOMPARE(desk.last()->state, outcome);
            WAIT_FOR(Desk::says(ordered, outcome));
            QCOMPARE(endpoint.writes(), 1);
        }

        const Endpoint endpoint(onePolicy(folder, u"a-daily"_s));
        QVERIFY2(!endpoint.text("url").isEmpty(), "ballast-mock did not start");
        const Desk desk(endpoint, way, language);
        WAIT_FOR(desk.loaded());
        int orders = 0;
        QVERIFY(endpoint.fault(u"POST */checkpoints/replicate error=400/CSBS.6031"_s));
        QDialog *dialog = desk.orderPolicy();
        QVERIFY(dialog);
        ++orders;
        WAIT_FOR(desk.isIn(Outcome::Refused));
        WAIT_FOR(Desk::says(dialog, Outcome::Refused));
        desk.leave(dialog);
        QVERIFY(endpoint.clearFaults() && endpoint.fault(u"POST */checkpoints/replicate drop"_s));
        QVERIFY((dialog = desk.orderPolicy()));
        ++orders;
        WAIT_FOR(desk.isIn(Outcome::InDoubt));
        WAIT_FOR(Desk::says(dialog, Outcome::InDoubt));
        QVERIFY(endpoint.clearFaults());
        QTest::mouseClick(dialog->findChild<QAbstractButton *>(u"look-again"_s), Qt::LeftButton);
        WAIT_FOR(desk.endsInTime(endpoint, orders));
        QCOMPARE(desk.last()->state, Outcome::Succeeded);
        QVERIFY(std::ranges::any_of(desk.last()->timeline,
                                    [](const Operation::Step &step) { return step.state == Outcome::SettledAccepted; }));
        WAIT_FOR(Desk::says(dialog, Outcome::Succeeded));
        desk.leave(dialog);

        const std::pair<QString, Outcome> groups[] = {
            {u"erp-dr-new"_s, Outcome::Succeeded}, {u"erp-fail"_s, Outcome::Failed}, {u"erp-fail-part"_s, Outcome::Failed}};
        for (const auto &[name, outcome] : groups) {
            QVERIFY((dialog = desk.orderGroup(name)));
            ++orders;
            WAIT_FOR(desk.endsInTime(endpoint, orders));
            QCOMPARE(desk.last()->state, outcome);
            WAIT_FOR(Desk::says(dialog, outcome));
            desk.leave(dialog);
        }
        QVERIFY(endpoint.fault(u"POST */server-groups error=400/SDRS.0305"_s));
        QVERIFY((dialog = desk.orderGroup(u"erp-refused"_s)));
        ++orders;
        WAIT_FOR(desk.isIn(Outcome::Refused));
        WAIT_FOR(Desk::says(dialog, Outcome::Refused));
        desk.leave(dialog);
        QVERIFY(endpoint.clearFaults() && endpoint.fault(u"POST */server-groups drop"_s));
        QVERIFY((dialog = desk.orderGroup(u"erp-unknown"_s)));
        ++orders;
        WAIT_FOR(desk.isIn(Outcome::InDoubt));
        WAIT_FOR(Desk::says(dialog, Outcome::InDoubt));
        QVERIFY(endpoint.clearFaults());
        QTest::mouseClick(dialog->findChild<QAbstractButton *>(u"look-again"_s), Qt::LeftButton);
        WAIT_FOR(desk.endsInTime(endpoint, orders));
        QCOMPARE(desk.last()->state, Outcome::Succeeded);
        WAIT_FOR(Desk::says(dialog, Outcome::Succeeded));
        QCOMPARE(hasChinese(dialog->findChild<QWidget *>(u"operation"_s)->findChild<QLabel *>(u"state"_s)->text()),
                 language == "zh_CN"_L1);
        QCOMPARE(endpoint.writes(), orders); // one delivery for each confirmation
    }

    void theWindowIsKeptOpenOrClosedByKeyboard_data() { everyPageIsReadByKeyboardAlone_data(); }
    /// What is queued stays in the ledger: it is not sent when the window goes, nor by itself when the next one comes.
    void theWindowIsKeptOpenOrClosedByKeyboard()
    {
        QFETCH(QString, language);
        using Outcome = Operation::State;
        const QTemporaryDir folder;
        const Endpoint endpoint(onePolicy(folder, u"a-daily"_s));
        auto desk = std::make_unique<Desk>(endpoint, Way::Token, language);
        WAIT_FOR(desk->loaded());
        ui::MainWindow &window = desk->program->window();
        window.showPage(u"backups"_s);
        auto *table = desk->find<QTableView>(u"table-backups"_s);
        WAIT_FOR(table->model()->rowCount() == 10);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(0, 1)).center());
        for (int i = 0; i < 9; ++i)
            QTest::keyClick(table, Qt::Key_Down, Qt::ShiftModifier);
        QVERIFY(endpoint.fault(u"POST */replicate delay=1000"_s)); // of the calendar, which stands still
        QDialog *dialog = desk->open(u"backups"_s, u"replicate-backups"_s);
        QVERIFY(dialog);
        auto *button = dialog->findChild<QAbstractButton *>(u"confirm"_s);
        WAIT_FOR(button->isEnabled());
        QTest::mouseClick(button, Qt::LeftButton);
        WAIT_FOR(endpoint.writes() == 1);
        QTest::mouseClick(dialog->findChild<QAbstractButton *>(u"queue-pause"_s), Qt::LeftButton);
        QVERIFY(endpoint.clearFaults() && endpoint.advance(std::chrono::seconds(2))); // the first is answered
        const models::Operations &operations = desk->program->session().operations;
        WAIT_FOR(operations.all().first().isWatched());
        const qsizetype all = operations.all().size();
        const int queued = operations.counts().queued;
        QVERIFY(queued > 1 && queued == all - 1);
        desk->leave(dialog);

        QMessageBox *question = asked(*desk);
        QVERIFY(question);
        QVERIFY2(question->informativeText().contains(QString::number(queued)), qPrintable(question->informativeText()));
        QCOMPARE(hasChinese(question->text()), language == "zh_CN"_L1);
        if (language == "en"_L1) {
            QVERIFY2(question->informativeText().contains("the next start asks again"_L1),
                     qPrintable(question->informativeText()));
            QVERIFY(question->informativeText().endsWith("the Operations page tells what became of it"_L1));
        }
        pressByKeyboard(question, question->escapeButton());
        WAIT_FOR(!desk->find<QMessageBox>(u"close-question"_s));
        QVERIFY(window.isVisible());
        QCOMPARE(operations.counts().queued, queued);

        const QSignalSpy ended(desk->program.get(), &app::Application::ended);
        question = asked(*desk);
        QVERIFY(question);
        const QList<QAbstractButton *> buttons = question->buttons();
        const auto leave =
            std::ranges::find_if(buttons, [question](const QAbstractButton *one) { return one != question->escapeButton(); });
        QVERIFY(buttons.size() == 2 && leave != buttons.end());
        pressByKeyboard(question, *leave);
        WAIT_FOR(ended.size() == 1);
        QVERIFY(!window.isVisible());
        desk.reset(); // as the program does then
        QCOMPARE(endpoint.writes(), 1);

        const Desk next(endpoint, Way::Token, language);
        WAIT_FOR(next.loaded());
        const models::Operations &found = next.program->session().operations;
        WAIT_FOR(found.all().size() == all);
        QVERIFY(endpoint.advance(std::chrono::minutes(2)));
        WAIT_FOR(found.all().first().isOver()); // watched on to its end
        QCOMPARE(found.counts().queued, queued);
        const quint64 queue = found.all().last().queue;
        QVERIFY(found.queue(queue) && found.queue(queue)->paused);
        QVERIFY(std::ranges::all_of(found.all().sliced(1), [](const Operation &one) { return one.state == Outcome::Queued; }));
        QCOMPARE(endpoint.writes(), 1);
    }

    void whatFailedStaysWhereNothingMayBeSent_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<bool>("readOnly");
        QTest::newRow("read-only, English") << u"en"_s << true;
        QTest::newRow("read-only, Chinese") << u"zh_CN"_s << true;
        QTest::newRow("another window writes the ledger, English") << u"en"_s << false;
        QTest::newRow("another window writes the ledger, Chinese") << u"zh_CN"_s << false;
    }
    void whatFailedStaysWhereNothingMayBeSent()
    {
        QFETCH(QString, language);
        QFETCH(bool, readOnly);
        using Outcome = Operation::State;
        const QTemporaryDir folder;
        const Endpoint endpoint(onePolicy(folder, u"fail-part-daily"_s));
        auto first = std::make_unique<Desk>(endpoint, Way::Token, language);
        WAIT_FOR(first->loaded());
        QVERIFY(first->orderPolicy());
        WAIT_FOR(first->endsInTime(endpoint, 1));
        QVERIFY(first->isIn(Outcome::PartlyFailed));
        if (readOnly)
            first.reset();
        const Desk desk(endpoint, Way::Token, language, readOnly ? QStringList{u"--read-only"_s} : QStringList());
        desk.program->session().ledger->setPace(std::chrono::milliseconds(50));
        WAIT_FOR(desk.isIn(Outcome::PartlyFailed)); // as the ledger has it
        desk.program->window().showPage(u"operations"_s);
        auto *table = desk.find<QTableView>(u"table-operations"_s);
        WAIT_FOR(table->model()->rowCount() == 1);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(0, 1)).center());
        const auto *detail = desk.find<QWidget>(u"operation-detail"_s);
        auto *anew = detail->findChild<QAbstractButton *>(u"replicate-anew"_s);
        const auto *why = detail->findChild<QLabel *>(u"anew-off"_s);
        WAIT_FOR(anew->isVisible() && why->isVisible());
        QVERIFY(!anew->isEnabled());
        const net::Reason reason =
            readOnly ? net::Reason{net::Reason::Code::ReadOnly, {}} : desk.program->session().operations.obstacle();
        QVERIFY(reason);
        QVERIFY2(why->text().contains(ui::ErrorText::reason(reason)), qPrintable(why->text()));
        QCOMPARE(anew->accessibleDescription(), ui::ErrorText::reason(reason));
        QTest::mouseClick(anew, Qt::LeftButton);
        QTest::keyClick(anew, Qt::Key_Space);
        QVERIFY(!desk.find<QDialog>(u"replicate-backups"_s));
        if (!readOnly) {
            first.reset(); // the ledger is this one's from now on
            WAIT_FOR(anew->isEnabled());
            QVERIFY(!why->isVisible());
        }
        QCOMPARE(endpoint.writes(), 1);
    }

    void aQueueThatWasLeftStaysWhereNothingMayBeSent_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << u"en"_s;
        QTest::newRow("Chinese") << u"zh_CN"_s;
    }
    void aQueueThatWasLeftStaysWhereNothingMayBeSent()
    {
        QFETCH(QString, language);
        using Outcome = Operation::State;
        const QTemporaryDir folder;
        const Endpoint endpoint(onePolicy(folder, u"a-daily"_s));
        auto first = std::make_unique<Desk>(endpoint, Way::Token, language);
        WAIT_FOR(first->loaded());
        first->program->window().showPage(u"backups"_s);
        auto *backups = first->find<QTableView>(u"table-backups"_s);
        WAIT_FOR(backups->model()->rowCount() == 10);
        QTest::mouseClick(backups->viewport(), Qt::LeftButton, {}, backups->visualRect(backups->model()->index(0, 1)).center());
        for (int i = 0; i < 9; ++i)
            QTest::keyClick(backups, Qt::Key_Down, Qt::ShiftModifier);
        QVERIFY(endpoint.fault(u"POST */replicate delay=1000"_s)); // of the calendar, which stands still
        WAIT_FOR(first->find<QWidget>(u"page-backups"_s)->findChild<QAbstractButton *>(u"verb"_s)->isEnabled());
        const QDialog *dialog = first->open(u"backups"_s, u"replicate-backups"_s);
        QVERIFY(dialog);
        auto *button = dialog->findChild<QAbstractButton *>(u"confirm"_s);
        WAIT_FOR(button->isEnabled());
        QTest::mouseClick(button, Qt::LeftButton);
        WAIT_FOR(endpoint.writes() == 1);
        QTest::mouseClick(dialog->findChild<QAbstractButton *>(u"queue-pause"_s), Qt::LeftButton);
        QVERIFY(endpoint.clearFaults() && endpoint.advance(std::chrono::seconds(2)));
        WAIT_FOR(first->program->session().operations.all().first().isWatched());
        const int queued = first->program->session().operations.counts().queued;
        QVERIFY(queued > 1);
        { // a second window, while the first one has the queue
            const Desk other(endpoint, Way::Token, language);
            WAIT_FOR(other.program->session().operations.counts().queued == queued);
            other.program->window().showPage(u"operations"_s);
            auto *rows = other.find<QTableView>(u"table-operations"_s);
            WAIT_FOR(rows->model()->rowCount() == other.program->session().operations.all().size());
            QTest::mouseClick(rows->viewport(), Qt::LeftButton, {}, rows->visualRect(rows->model()->index(0, 1)).center());
            const auto *detail = other.find<QWidget>(u"operation-detail"_s);
            WAIT_FOR(detail->isVisible());
            QVERIFY(!detail->findChild<QAbstractButton *>(u"show-queue"_s)->isVisible());
        }
        first.reset();

        const Desk desk(endpoint, Way::Token, language, {u"--read-only"_s});
        const models::Operations &found = desk.program->session().operations;
        WAIT_FOR(found.counts().queued == queued);
        desk.program->window().showPage(u"operations"_s);
        auto *table = desk.find<QTableView>(u"table-operations"_s);
        WAIT_FOR(table->model()->rowCount() == found.all().size());
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(0, 1)).center());
        auto *open = desk.find<QWidget>(u"operation-detail"_s)->findChild<QAbstractButton *>(u"show-queue"_s);
        WAIT_FOR(open->isVisible());
        QTest::mouseClick(open, Qt::LeftButton);
        WAIT_FOR(desk.find<QDialog>(u"queue-window"_s));
        const auto *window = desk.find<QDialog>(u"queue-window"_s);
        auto *send = window->findChild<QAbstractButton *>(u"queue-pause"_s);
        WAIT_FOR(!send->isEnabled());
        const QString why = ui::ErrorText::reason({net::Reason::Code::ReadOnly, {}});
        QCOMPARE(send->accessibleDescription(), why);
        const auto *said = window->findChild<ui::MessageBar *>(u"queue-stopped"_s);
        QVERIFY(said->isVisible());
        QCOMPARE(said->headline(), why);
        QVERIFY(window->findChild<QAbstractButton *>(u"queue-withdraw"_s)->isEnabled()); // that is not for the service
        QTest::mouseClick(send, Qt::LeftButton);
        QTest::keyClick(send, Qt::Key_Space);
        QTest::qWait(300); // nothing is to come of it
        QCOMPARE(found.counts().queued, queued);
        QVERIFY(std::ranges::none_of(found.all(), [](const Operation &one) { return one.state == Outcome::NotSent; }));
        QCOMPARE(endpoint.writes(), 1);
    }

    void whatIsReadOnlySaysSoAtEveryDoor_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << u"en"_s;
        QTest::newRow("Chinese") << u"zh_CN"_s;
    }
    void whatIsReadOnlySaysSoAtEveryDoor()
    {
        QFETCH(QString, language);
        const Endpoint endpoint;
        const Desk desk(endpoint, Way::Token, language, {u"--read-only"_s});
        WAIT_FOR(desk.loaded());
        const ui::MainWindow &window = desk.program->window();
        const QString why = ui::ErrorText::reason({net::Reason::Code::ReadOnly, {}});
        QVERIFY(!why.isEmpty() && hasChinese(why) == (language == "zh_CN"_L1));
        const auto *status = desk.find<QLabel>(u"status-read-only"_s);
        QVERIFY(status->isVisible() && window.windowTitle().endsWith(status->text()));
        QVERIFY(!status->accessibleDescription().isEmpty());

        int doors = 0;
        const auto shut = [&](const QAction *action) {
            ++doors;
            return !action->isEnabled() && action->statusTip() == why && action->whatsThis() == why &&
                   action->toolTip().contains(why);
        };
        for (const QString &page : {u"policies"_s, u"backups"_s, u"groups"_s}) {
            desk.program->window().showPage(page);
            auto *table = desk.find<QTableView>(u"table-"_s + page);
            WAIT_FOR(table->model()->rowCount() > 0);
            const QPoint at = table->visualRect(table->model()->index(0, 1)).center();
            QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, at);
            const auto *verb = desk.find<QWidget>(u"page-"_s + page)->findChild<QAbstractButton *>(u"verb"_s);
            QVERIFY(verb->isVisible() && !verb->isEnabled());
            QCOMPARE(verb->accessibleDescription(), why);
            QVERIFY(verb->toolTip().contains(why));
            ++doors;
            QContextMenuEvent asks(QContextMenuEvent::Mouse, at, table->viewport()->mapToGlobal(at));
            QCoreApplication::sendEvent(table->viewport(), &asks);
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            QVERIFY(menu);
            QVERIFY(shut(menu->actions().constLast()));
            menu->close();
        }
        for (const QString &name : {u"replicate-backup"_s, u"replicate-policy"_s, u"create-protection-group"_s}) {
            auto *action = desk.find<QAction>(name);
            QVERIFY(shut(action));
            action->trigger();
        }
        QCOMPARE(doors, 9);
        // Nor does what comes in some other way get further than the form.
        for (QWidget *opened : {desk.program->window().replicatePolicy(), desk.program->window().createGroup()}) {
            auto *confirming = opened->findChild<QAbstractButton *>(u"confirm"_s);
            WAIT_FOR(opened->findChild<ui::MessageBar *>(u"trouble"_s)->headline() == why);
            QVERIFY(!confirming->isEnabled());
            QCOMPARE(confirming->accessibleDescription(), why);
            QTest::mouseClick(confirming, Qt::LeftButton);
            QTest::keyClick(opened, Qt::Key_Return);
            opened->close();
        }
        QVERIFY(desk.program->session().operations.all().isEmpty());
        QCOMPARE(endpoint.writes(), 0);
    }

    void aClockThatIsOffIsSaidInTheStatusBar()
    {
        const Endpoint endpoint({u"--epoch"_s, u"2020-03-05T08:00:00Z"_s});
        const Desk desk(endpoint, Way::Password, u"en"_s);
        WAIT_FOR(desk.loaded()); // it is signed in all the same
        const auto *label = desk.find<QLabel>(u"status-clock"_s);
        WAIT_FOR(label->isVisible());
        QVERIFY2(label->text().startsWith("Clock "_L1) && label->text().endsWith(" s ahead"_L1), qPrintable(label->text()));
    }

    void aDialogClosedWhileSendingLeavesOneDelivery()
    {
        const Endpoint endpoint;
        const Desk desk(endpoint, Way::Password, u"en"_s);
        WAIT_FOR(desk.loaded());
        desk.program->window().showPage(u"backups"_s);
        const QString id = endpoint.example(u"replicable"_s);
        QVERIFY(endpoint.fault(u"POST */replicate delay=1000"_s)); // of the calendar, which stands still
        QDialog *dialog = desk.openDialog(id);
        QVERIFY(dialog);
        confirm(dialog);
        QTRY_COMPARE(endpoint.deliveries(id), 1);
        QVERIFY(desk.isIn(Operation::State::Sent));
        desk.close(dialog);
        QVERIFY(desk.isIn(Operation::State::Sent)); // it goes on
        QVERIFY(endpoint.advance(std::chrono::seconds(2)));
        WAIT_FOR(desk.last()->state >= Operation::State::Accepted);
        QVERIFY(endpoint.advance(std::chrono::minutes(2)));
        WAIT_FOR(desk.isIn(Operation::State::Succeeded));
        QCOMPARE(endpoint.deliveries(id), 1);
        QCOMPARE(endpoint.writes(), 1);
    }

    void enterHeldDownIsOneDelivery()
    {
        const Endpoint endpoint;
        const Desk desk(endpoint, Way::Password, u"en"_s);
        WAIT_FOR(desk.loaded());
        desk.program->window().showPage(u"backups"_s);
        const QString id = endpoint.example(u"replicable"_s);
        const auto before = desk.program->session().operations.all().size(); // an endpoint of an earlier test had this port
        const QDialog *dialog = desk.openDialog(id);
        QVERIFY(dialog);
        auto *button = dialog->findChild<QAbstractButton *>(u"confirm"_s);
        button->setFocus(Qt::TabFocusReason);
        QTest::keyPress(button, Qt::Key_Return);
        for (int i = 0; i < 40; ++i) { // what a keyboard makes of a key that is held
            QKeyEvent again(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, u"\r"_s, true);
            QWidget *to = dialog->focusWidget();
            QVERIFY(to);
            QCoreApplication::sendEvent(to, &again);
            QCoreApplication::processEvents();
        }
        QTest::keyRelease(dialog->focusWidget(), Qt::Key_Return);
        WAIT_FOR(desk.isIn(Operation::State::Accepted));
        QVERIFY(dialog->isVisible()); // the button that came where the verb was has not been struck
        QVERIFY(endpoint.advance(std::chrono::minutes(2)));
        WAIT_FOR(desk.isIn(Operation::State::Succeeded));
        QCOMPARE(endpoint.deliveries(id), 1);
        QCOMPARE(endpoint.writes(), 1);
        QCOMPARE(desk.program->session().operations.all().size(), before + 1);
    }
};

int main(int argc, char **argv)
{
    const QTemporaryDir home; // of settings, state and log: never the user's
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(home.filePath(u"config"_s)));
    qputenv("XDG_STATE_HOME", QFile::encodeName(home.filePath(u"state"_s)));
    qputenv("XDG_DATA_HOME", QFile::encodeName(home.filePath(u"data"_s)));
    const QApplication application(argc, argv);
    TestDoors test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_doors.moc"
