#include "app/application.h"
#include "support/tamper.h"
#include "ui/listpage.h"
#include "ui/messagebar.h"
#include "ui/operationsdock.h"

#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;
using models::Operation;
using State = Operation::State;

namespace {

constexpr int patience = 20000;
#define WAIT_FOR(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, patience)

/// Secrets that outlast the program, as a keychain does.
class Shelf final : public models::SecretStore
{
public:
    explicit Shelf(QHash<QString, QByteArray> &kept) : m_kept(kept) {}
    void read(const QString &key, QObject *context, Handler then) override
    {
        if (asked)
            asked();
        const bool there = m_kept.contains(key);
        later(context, std::move(then),
              {there ? models::SecretStore::State::Kept : models::SecretStore::State::Missing, m_kept.value(key)});
    }
    void write(const QString &key, const QByteArray &secret, QObject *context, Handler then) override
    {
        m_kept.insert(key, secret);
        later(context, std::move(then), {});
    }
    void remove(const QString &key, QObject *context, Handler then) override
    {
        m_kept.remove(key);
        later(context, std::move(then), {});
    }

    std::function<void()> asked;

private:
    QHash<QString, QByteArray> &m_kept;
};

/// Notes whether a main window has been painted.
class Painted final : public QObject
{
public:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        yes = yes || (event->type() == QEvent::Paint && qobject_cast<ui::MainWindow *>(watched));
        return false;
    }
    bool yes = false;
};

/// A service, a home and a keychain that outlast the programs started on them.
struct World
{
    World()
    {
        qputenv("XDG_STATE_HOME", home.filePath(u"state"_s).toLocal8Bit());
        qputenv("XDG_CONFIG_HOME", home.filePath(u"config"_s).toLocal8Bit());
        mock::Options demo;
        demo.speed = 0;
        server = std::make_unique<mock::Server>(demo);
        std::string error;
        if (!server->start(&error))
            qFatal("%s", error.c_str());
    }
    std::unique_ptr<app::Application> start(const QString &language = u"en"_s, const std::function<void()> &keychainAsked = {})
    {
        const mock::Door door = server->door();
        app::Options options;
        options.language = language;
        options.theme = u"light"_s;
        options.endpoints = net::Endpoints::shared(QString::fromStdString(door.url));
        options.scopes = {{QString::fromStdString(door.region), QString::fromStdString(door.projectId)}};
        options.credential = net::PasswordLogin{QString::fromStdString(door.domain), QString::fromStdString(door.user),
                                                QByteArray::fromStdString(door.password)};
        auto program = std::make_unique<app::Application>(*qApp, options);
        auto shelf = std::make_unique<Shelf>(kept);
        shelf->asked = keychainAsked;
        program->setSecrets(std::move(shelf));
        program->setZone(QTimeZone(8 * 3600));
        if (const auto started = program->start(); !started)
            qFatal("%s", qPrintable(started.error()));
        program->session().operations.setPace({std::chrono::milliseconds(20), std::chrono::milliseconds(20)});
        program->window().resize(1280, 800);
        return program;
    }
    QString ledger() const
    {
        const QDir folder(home.filePath(u"state/ballast/ledger"_s));
        const QStringList files = folder.entryList({u"*.sqlite"_s}, QDir::Files);
        return files.isEmpty() ? QString() : folder.filePath(files.first());
    }
    models::Order backup(const char *example) const
    {
        const mock::Door door = server->door();
        models::Order order;
        order.draft.verb = &net::verbs::replicateBackup;
        order.draft.scope = {QString::fromStdString(door.region), QString::fromStdString(door.projectId)};
        order.draft.target = {{u"checkpoint_item_id"_s, QString::fromStdString(server->example(example))}};
        const auto there = std::ranges::find_if(door.scopes, [&door](const auto &scope) { return scope.first != door.region; });
        order.draft.values = {{u"destination_region"_s, QString::fromStdString(there->first)},
                              {u"destination_project_id"_s, QString::fromStdString(there->second)}};
        order.targetName = u"autobk_1"_s;
        return order;
    }

    /// Runs a statement in the ledger, as somebody with a database tool would.
    void tamper(const QString &statement) const { test::tamper(ledger(), statement); }

    QTemporaryDir home;
    QHash<QString, QByteArray> kept;
    std::unique_ptr<mock::Server> server;
};

bool isReady(app::Application &program)
{
    return !program.session().operations.obstacle() &&
           program.session().backups.freshness().state == models::Freshness::State::Fresh;
}

template <typename T> T *find(app::Application &program, const QString &name) { return program.window().findChild<T *>(name); }

const Operation *last(app::Application &program)
{
    const auto &all = program.session().operations.all();
    return all.isEmpty() ? nullptr : &all.last();
}

bool isIn(app::Application &program, State state) { return last(program) && last(program)->state == state; }

QString headline(app::Application &program, const QString &bar)
{
    const auto *found = find<ui::MessageBar>(program, bar);
    return found && found->isVisible() ? found->headline() : QString();
}

/// Types into a field that also offers values.
void choose(QComboBox *combo, const QString &text)
{
    combo->lineEdit()->setFocus();
    combo->lineEdit()->selectAll();
    QTest::keyClicks(combo->lineEdit(), text);
    QTest::keyClick(combo->lineEdit(), Qt::Key_Return);
}

/// The view in the detail pane of the Operations page, on its first row.
QWidget *openFirst(app::Application &program)
{
    program.window().showPage(u"operations"_s);
    auto *table = find<QTableView>(program, u"table-operations"_s);
    [&] { WAIT_FOR(table->model()->rowCount() > 0); }();
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(0, 1)).center());
    return find<QWidget>(program, u"operation-detail"_s);
}

} // namespace

class TestLedgerScreen : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsAskedBeforeTheWindowIsPainted()
    {
        World world;
        Painted painted;
        qApp->installEventFilter(&painted);
        QList<bool> askedAfterPaint;
        const auto program = world.start(u"en"_s, [&] { askedAfterPaint.append(painted.yes); });
        QVERIFY(!painted.yes);
        QVERIFY(askedAfterPaint.isEmpty());
        QVERIFY(world.ledger().isEmpty());
        QVERIFY(world.server->requests().empty());
        WAIT_FOR(isReady(*program));
        QVERIFY(!askedAfterPaint.isEmpty() && !askedAfterPaint.contains(false));
        QVERIFY(!world.ledger().isEmpty());
    }

    void whatWasOpenIsToldAndSettled_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << u"en"_s;
        QTest::newRow("Chinese") << u"zh_CN"_s;
    }
    void whatWasOpenIsToldAndSettled()
    {
        QFETCH(QString, language);
        World world;
        {
            const auto program = world.start();
            WAIT_FOR(isReady(*program));
            QVERIFY(headline(*program, u"meanwhile"_s).isEmpty());
            QVERIFY(world.server->fault("POST */replicate hang"));
            program->session().operations.submit(world.backup("replicable"));
            WAIT_FOR(world.server->writes("replicate backup") == 1);
            WAIT_FOR(isIn(*program, State::Sent));
        } // it ends before there is an answer
        world.server->clearFaults();
        QVERIFY(world.server->fault("GET */replication_records status=500"));
        const auto program = world.start(language);
        WAIT_FOR(isReady(*program));
        WAIT_FOR(isIn(*program, State::InDoubt));
        WAIT_FOR(!headline(*program, u"meanwhile"_s).isEmpty());
        const bool english = language == "en"_L1;
        const auto *bar = find<ui::MessageBar>(*program, u"meanwhile"_s);
        QVERIFY2(bar->headline().contains(english ? u"1 in doubt"_s : u"1 个结果未明"_s), qPrintable(bar->headline()));
        QWidget *view = openFirst(*program);
        WAIT_FOR(view->findChild<QPushButton *>(u"look-again"_s)->isVisible());
        const QString why = english ? u"The program ended before an answer was there"_s : u"程序在收到答复之前结束"_s;
        WAIT_FOR(view->findChild<ui::MessageBar *>(u"outcome"_s)->plainText().contains(why));
        // The service can be asked again: it had done it, once.
        world.server->clearFaults();
        WAIT_FOR(last(*program)->isWatched());
        WAIT_FOR(bar->headline().contains(english ? u"1 going on"_s : u"1 个进行中"_s));
        world.server->advance(std::chrono::hours(1));
        WAIT_FOR(isIn(*program, State::Succeeded));
        WAIT_FOR(bar->headline().contains(english ? u"1 succeeded"_s : u"1 个成功"_s));
        QCOMPARE(world.server->writes("replicate backup"), 1L);
        QTest::mouseClick(find<QPushButton>(*program, u"close-meanwhile"_s), Qt::LeftButton);
        QVERIFY(!bar->isVisible());
    }
    void whatWentOnIsWatchedToItsEnd()
    {
        World world;
        {
            const auto program = world.start();
            WAIT_FOR(isReady(*program));
            program->session().operations.submit(world.backup("replicable"));
            WAIT_FOR(isIn(*program, State::Accepted) || isIn(*program, State::Running));
        }
        const auto program = world.start();
        WAIT_FOR(headline(*program, u"meanwhile"_s).contains(u"1 going on"_s));
        world.server->advance(std::chrono::hours(1));
        WAIT_FOR(isIn(*program, State::Succeeded));
        WAIT_FOR(headline(*program, u"meanwhile"_s).contains(u"1 succeeded"_s));
        // By its button one comes to the page that has them all.
        QTest::mouseClick(find<QPushButton>(*program, u"show-meanwhile"_s), Qt::LeftButton);
        WAIT_FOR(find<QTableView>(*program, u"table-operations"_s)->isVisible());
        QCOMPARE(world.server->writes("replicate backup"), 1L);
    }
    void aDoubtIsDeclaredNotDoneWithAReason()
    {
        World world;
        const auto program = world.start();
        WAIT_FOR(isReady(*program));
        QVERIFY(world.server->fault("POST */replicate dropbefore"));
        program->session().operations.submit(world.backup("replicable"));
        WAIT_FOR(isIn(*program, State::InDoubt));
        QWidget *view = openFirst(*program);
        auto *open = view->findChild<QPushButton *>(u"declare-not-done"_s);
        WAIT_FOR(open->isVisible());
        QTest::mouseClick(open, Qt::LeftButton);
        auto *reason = view->findChild<QLineEdit *>(u"declare-reason"_s);
        auto *now = view->findChild<QPushButton *>(u"declare-now"_s);
        WAIT_FOR(reason->isVisible());
        QVERIFY(!now->isEnabled());
        QTest::keyClicks(reason, u"   "_s);
        QVERIFY(!now->isEnabled());
        // Given up, it leaves nothing.
        QTest::mouseClick(view->findChild<QPushButton *>(u"declare-cancel"_s), Qt::LeftButton);
        WAIT_FOR(!reason->isVisible());
        QVERIFY(reason->text().isEmpty());
        QTest::mouseClick(open, Qt::LeftButton);
        QTest::keyClicks(reason, u"seen in the web console"_s);
        QVERIFY(now->isEnabled());
        QTest::mouseClick(now, Qt::LeftButton);
        WAIT_FOR(isIn(*program, State::SettledNotDone));
        auto *outcome = view->findChild<ui::MessageBar *>(u"outcome"_s);
        WAIT_FOR(outcome->plainText().contains(u"seen in the web console"_s));
        QVERIFY(!reason->isVisible());
        QVERIFY(!open->isVisible());
        QCOMPARE(world.server->writes("replicate backup"), 1L);
    }
    void whatCannotBeWrittenDownIsNotSentAndSaysWhy()
    {
        World world;
        const auto program = world.start();
        WAIT_FOR(isReady(*program));
        world.tamper(u"CREATE TRIGGER full BEFORE INSERT ON entries BEGIN SELECT RAISE(ABORT, 'no room left'); END"_s);
        program->session().operations.submit(world.backup("replicable"));
        WAIT_FOR(isIn(*program, State::NotSent));
        WAIT_FOR(headline(*program, u"ledger-trouble"_s).contains(u"no room left"_s));
        QWidget *view = openFirst(*program);
        auto *outcome = view->findChild<ui::MessageBar *>(u"outcome"_s);
        WAIT_FOR(outcome->plainText().contains(u"The ledger of operations cannot be written: no room left"_s));
        QVERIFY(outcome->plainText().contains(u"Nothing was sent"_s));
        QCOMPARE(world.server->writes("replicate backup"), 0L);
        // With room again it goes on by itself, and the message goes.
        world.tamper(u"DROP TRIGGER full"_s);
        WAIT_FOR(headline(*program, u"ledger-trouble"_s).isEmpty());
        program->session().operations.submit(world.backup("replicable"));
        WAIT_FOR(last(*program)->isWatched());
        QCOMPARE(world.server->writes("replicate backup"), 1L);
    }
    void anAnswerThatCannotBeWrittenDownIsSaid()
    {
        World world;
        const auto program = world.start();
        WAIT_FOR(isReady(*program));
        world.tamper(u"CREATE TRIGGER full BEFORE INSERT ON entries WHEN NEW.state = 'accepted' "
                     "BEGIN SELECT RAISE(ABORT, 'no room left'); END"_s);
        program->session().operations.submit(world.backup("replicable"));
        WAIT_FOR(last(*program) && !last(*program)->unwritten.isEmpty());
        QCOMPARE(last(*program)->state, State::Sent);
        QWidget *view = openFirst(*program);
        auto *outcome = view->findChild<ui::MessageBar *>(u"outcome"_s);
        WAIT_FOR(outcome->plainText().contains(u"The answer is there, but the ledger of operations cannot be written"_s));
        world.tamper(u"DROP TRIGGER full"_s);
        WAIT_FOR(last(*program)->isWatched());
        QCOMPARE(world.server->writes("replicate backup"), 1L);
    }
    void aQueueLeftBehindIsConfirmedAgainOrWithdrawn()
    {
        World world;
        const models::Order order = world.backup("replicable");
        models::Order other = order, third = order;
        other.draft.target.insert(u"checkpoint_item_id"_s, QString::fromStdString(world.server->example("failing")));
        third.draft.target.insert(u"checkpoint_item_id"_s, QString::fromStdString(world.server->example("replicated")));
        {
            const auto program = world.start();
            WAIT_FOR(isReady(*program));
            QVERIFY(world.server->fault("POST */replicate hang"));
            program->session().operations.submitQueue({order, other, third});
            WAIT_FOR(world.server->writes("replicate backup") == 1);
            WAIT_FOR(program->session().operations.find(1)->state == State::Sent);
        }
        world.server->clearFaults();
        const auto program = world.start();
        WAIT_FOR(isReady(*program));
        WAIT_FOR(headline(*program, u"meanwhile"_s).contains(u"2 queued, to be confirmed again"_s));
        QCOMPARE(world.server->writes("replicate backup"), 1L);
        QWidget *view = openFirst(*program); // the newest: the third of the queue
        auto *show = view->findChild<QPushButton *>(u"show-queue"_s);
        WAIT_FOR(show->isVisible());
        QTest::mouseClick(show, Qt::LeftButton);
        WAIT_FOR(find<QDialog>(*program, u"queue-window"_s));
        auto *window = find<QDialog>(*program, u"queue-window"_s);
        WAIT_FOR(window->findChild<QLabel *>(u"queue-said"_s)->text().contains(u"1 of 3 sent"_s));
        program->session().operations.withdrawOne(3);
        auto *send = window->findChild<QPushButton *>(u"queue-pause"_s);
        QVERIFY(send->text().contains(u"Send the rest"_s));
        QTest::mouseClick(send, Qt::LeftButton);
        WAIT_FOR(program->session().operations.find(2)->isWatched());
        QCOMPARE(program->session().operations.find(3)->state, State::Withdrawn);
        QCOMPARE(world.server->writes("replicate backup"), 2L);
    }
    void operationsAreExported_data()
    {
        QTest::addColumn<QString>("suffix");
        QTest::newRow("CSV") << u"csv"_s;
        QTest::newRow("JSON") << u"json"_s;
    }
    void operationsAreExported()
    {
        QFETCH(QString, suffix);
        World world;
        const auto program = world.start();
        WAIT_FOR(isReady(*program));
        QVERIFY(world.server->fault("POST */replicate dropbefore"));
        program->session().operations.submit(world.backup("replicable"));
        WAIT_FOR(isIn(*program, State::InDoubt));
        openFirst(*program);
        const QAbstractItemModel *rows = find<QTableView>(*program, u"table-operations"_s)->model();
        WAIT_FOR(rows->index(0, 0).data().toString() == "In doubt"_L1);
        find<QAction>(*program, u"export-rows"_s)->trigger();
        WAIT_FOR(find<QFileDialog>(*program, u"export-file"_s));
        auto *dialog = find<QFileDialog>(*program, u"export-file"_s);
        const QString path = world.home.filePath(u"operations."_s + suffix);
        dialog->findChild<QLineEdit *>(u"fileNameEdit"_s)->setText(path);
        QTest::mouseClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save), Qt::LeftButton);
        WAIT_FOR(QFile::exists(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray bytes;
        WAIT_FOR(!(bytes += file.readAll()).isEmpty());
        QVERIFY2(bytes.contains("in-doubt") && bytes.contains("autobk_1"), bytes.constData());
        if (suffix == "json"_L1)
            QVERIFY(QJsonDocument::fromJson(bytes).isObject());
    }
    void aSecondWindowOfTheProfileOnlyLooksOn()
    {
        World world;
        auto first = world.start();
        WAIT_FOR(isReady(*first));
        const auto second = world.start();
        WAIT_FOR(!headline(*second, u"ledger-trouble"_s).isEmpty());
        QVERIFY(headline(*second, u"ledger-trouble"_s).contains(u"Another window"_s));
        for (const QString &verb : {u"replicate-backup"_s, u"replicate-policy"_s, u"create-protection-group"_s}) {
            auto *action = find<QAction>(*second, verb);
            QVERIFY2(action && !action->isEnabled(), qPrintable(verb));
        }
        QVERIFY(find<QAction>(*second, u"replicate-policy"_s)->statusTip().contains(u"Another window"_s));
        first->session().operations.submit(world.backup("replicable"));
        WAIT_FOR(last(*second)); // and shows what the other one does
        first.reset();
        WAIT_FOR(isReady(*second));
        WAIT_FOR(headline(*second, u"ledger-trouble"_s).isEmpty());
        WAIT_FOR(find<QAction>(*second, u"replicate-policy"_s)->isEnabled());
    }
    void aLedgerThatCannotBeOpenedIsSaidAndNothingIsSent()
    {
        World world;
        QVERIFY(QDir().mkpath(world.home.filePath(u"state/ballast"_s)));
        QFile blocker(world.home.filePath(u"state/ballast/ledger"_s)); // a file where the folder should be
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        const auto program = world.start();
        WAIT_FOR(headline(*program, u"ledger-trouble"_s).contains(u"cannot be opened"_s));
        QVERIFY(!find<QAction>(*program, u"replicate-policy"_s)->isEnabled());
        QCOMPARE(program->session().operations.submit(world.backup("replicable")), 0u);
        // The lists are there all the same, and so is the ledger once it can be.
        WAIT_FOR(program->session().backups.freshness().state == models::Freshness::State::Fresh);
        QVERIFY(blocker.remove());
        WAIT_FOR(isReady(*program));
        QCOMPARE(world.server->writes("replicate backup"), 0L);
    }
    void aCutLedgerIsShownAsSuch()
    {
        World world;
        {
            const auto program = world.start();
            WAIT_FOR(isReady(*program));
            program->session().operations.submit(world.backup("replicable"));
            WAIT_FOR(isIn(*program, State::Accepted) || isIn(*program, State::Running));
            WAIT_FOR(std::ranges::any_of(world.kept,
                                         [](const QByteArray &seal) { return seal.startsWith("3:") || seal.startsWith("4:"); }));
        }
        QVERIFY(QFile::remove(world.ledger()));
        const auto program = world.start();
        WAIT_FOR(isReady(*program));
        const auto bars = [&] {
            QStringList said;
            const auto all = program->window().findChildren<ui::MessageBar *>();
            for (const ui::MessageBar *bar : all)
                said << bar->headline();
            return said.join(u'\n');
        };
        WAIT_FOR(bars().contains(u"The end of the ledger of operations is missing"_s));
        program->setLanguage(u"zh_CN"_s);
        WAIT_FOR(bars().contains(u"操作记录末尾缺少"_s));
    }
    void tenThousandOperationsOpenAtOnceAndAreFiltered()
    {
        World world;
        {
            const auto program = world.start(); // makes the file
            WAIT_FOR(isReady(*program));
        }
        {
            const QString owner = QUrl::fromPercentEncoding(QFileInfo(world.ledger()).completeBaseName().toLatin1());
            models::LedgerFile file(world.ledger(), owner);
            QCOMPARE(file.open().report.access, models::LedgerReport::Access::Writable);
            QList<models::LedgerEntry> entries;
            const models::Order order = world.backup("replicable");
            for (quint64 id = 1; id <= 10000; ++id) {
                Operation operation;
                operation.id = id;
                operation.draft = order.draft;
                if (id % 10 == 0) {
                    operation.draft.verb = &net::verbs::replicatePolicy;
                    operation.draft.values.insert(u"destination_region"_s, u"elsewhere-1"_s);
                }
                operation.targetName = u"backup-%1"_s.arg(id);
                operation.began = QDateTime({2026, 1, 1}, {0, 0}, Qt::UTC).addSecs(qint64(id) * 60);
                for (const State state : {State::Prepared, State::Sent, State::Refused})
                    entries.append(
                        {.operation = id, .at = operation.began, .kind = models::LedgerEntry::Kind::Entered, .state = state});
                entries[entries.size() - 3].body = models::toJson(operation);
            }
            QVERIFY(file.append(entries));
        }
        const auto program = world.start();
        QTRY_VERIFY_WITH_TIMEOUT(program->session().operations.all().size() == 10000, 90000);
        program->window().showPage(u"operations"_s);
        auto *table = find<QTableView>(*program, u"table-operations"_s);
        WAIT_FOR(table->model()->rowCount() == 10000);
        // By verb
        auto *verb = program->window().page(u"operations"_s)->findChild<QComboBox *>(u"server-verb"_s);
        QVERIFY(verb);
        choose(verb, u"Replicate policy"_s);
        WAIT_FOR(table->model()->rowCount() == 1000);
        // and time, from the first day's end on
        auto *from = program->window().page(u"operations"_s)->findChild<QLineEdit *>(u"server-start_time"_s);
        QVERIFY(from);
        from->setText(u"2026-01-07T00:00:00"_s);
        emit from->editingFinished();
        WAIT_FOR(table->model()->rowCount() == 137);
        choose(verb, u"Any"_s);
        WAIT_FOR(table->model()->rowCount() == 1361);
        // and region
        from->clear();
        emit from->editingFinished();
        auto *region = program->window().page(u"operations"_s)->findChild<QComboBox *>(u"server-destination_region"_s);
        QVERIFY(region);
        choose(region, u"elsewhere-1"_s);
        WAIT_FOR(table->model()->rowCount() == 1000);
    }
};

QTEST_MAIN(TestLedgerScreen)
#include "tst_ledgerscreen.moc"
