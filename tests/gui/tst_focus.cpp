#include "app/application.h"
#include "ui/detailpane.h"
#include "ui/listpage.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QFileDialog>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QWindow>

using namespace Qt::StringLiterals;

namespace {

const char *const heldLists = "GET */checkpoint_items delay=1000"; // of the calendar, which stands still

/// Keys go to whatever window the display gave the focus to, as a keyboard's do.
void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
{
    QTRY_VERIFY(QGuiApplication::focusWindow());
    QTest::keyClick(QGuiApplication::focusWindow(), key, modifiers);
}

QString whereFocusIs()
{
    const QWidget *at = QApplication::focusWidget();
    QStringList path;
    for (; at; at = at->parentWidget())
        path.prepend(at->objectName().isEmpty() ? QString::fromLatin1(at->metaObject()->className()) : at->objectName());
    return path.isEmpty() ? u"nowhere"_s : path.join(u'/');
}

/// The program on an endpoint whose calendar stands still; its settings live as long as the test.
struct Desk
{
    explicit Desk(const QStringList &rules = {}, const QString &scenario = u"company"_s)
    {
        mock::Options setup;
        setup.scenario = scenario.toStdString();
        setup.epoch = "2026-11-22T06:32:08Z";
        setup.speed = 0;
        for (const QString &rule : rules)
            setup.faults.push_back(rule.toStdString());
        server = std::make_unique<mock::Server>(setup);
        std::string error;
        if (!server->start(&error))
            qFatal("%s", error.c_str());
        const mock::Door door = server->door();
        app::Options options;
        options.language = u"en"_s;
        options.theme = u"light"_s;
        options.endpoints = net::Endpoints::shared(QString::fromStdString(door.url));
        options.scopes = {{QString::fromStdString(door.region), QString::fromStdString(door.projectId)}};
        options.credential = net::PasswordLogin{QString::fromStdString(door.domain), QString::fromStdString(door.user),
                                                QByteArray::fromStdString(door.password)};
        program = std::make_unique<app::Application>(*qApp, options);
        program->setZone(QTimeZone(8 * 3600));
        program->setSecrets(std::make_unique<models::SessionSecrets>());
        if (const auto started = program->start(); !started)
            qFatal("%s", qPrintable(started.error()));
    }
    ~Desk() { program->window().close(); }

    ui::MainWindow &window() const { return program->window(); }
    ui::ListPage *page(const QString &id) const { return window().page(id); }
    bool active() const { return QTest::qWaitForWindowActive(&window()); }
    bool loaded() const
    {
        const auto all = program->session().lists();
        return std::all_of(all.begin(), all.end(), [](const models::ListSession *list) {
            return list->freshness().state == models::Freshness::State::Fresh;
        });
    }
    /// The page \a id with its rows, the first one current and the table focused by the mouse.
    QTableView *stand(const QString &id, const QString &filter = {}) const
    {
        [&] { QTRY_VERIFY_WITH_TIMEOUT(loaded(), 30000); }();
        window().showPage(id);
        QTableView *table = page(id)->table();
        if (!filter.isEmpty()) {
            page(id)->textFilter()->setFocus();
            QTest::keyClicks(page(id)->textFilter(), filter);
            [&] { QTRY_COMPARE(table->model()->rowCount(), 1); }();
        }
        [&] { QTRY_VERIFY(table->isVisible() && table->model()->rowCount() > 0); }();
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(0, 1)).center());
        [&] { QTRY_COMPARE(QApplication::focusWidget(), static_cast<QWidget *>(table)); }();
        return table;
    }

    /// From the menu bar, with the mouse.
    void choose(const QString &name) const
    {
        auto *action = window().findChild<QAction *>(name);
        [&] { QTRY_VERIFY(action && action->isEnabled()); }();
        QMenuBar *bar = window().menuBar();
        const QList<QAction *> menus = bar->actions();
        const auto menu = std::find_if(menus.begin(), menus.end(),
                                       [action](const QAction *each) { return each->menu()->actions().contains(action); });
        [&] { QVERIFY(menu != menus.end()); }();
        QTest::mouseClick(bar, Qt::LeftButton, {}, bar->actionGeometry(*menu).center());
        QMenu *opened = (*menu)->menu();
        [&] { QTRY_COMPARE(QApplication::activePopupWidget(), static_cast<QWidget *>(opened)); }();
        QTest::mouseClick(opened, Qt::LeftButton, {}, opened->actionGeometry(action).center());
    }

    std::unique_ptr<mock::Server> server;
    std::unique_ptr<app::Application> program;
};

} // namespace

/// Focus and activation on a real display with a window manager; off screen every window is active and nothing can be proved.
class TestFocus final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (QGuiApplication::platformName() != "xcb"_L1)
            QSKIP("no display: BALLAST_XVFB_DISPLAY is not set (./dev test sets it)");
        QApplication::setApplicationName(u"ballast-test"_s);
    }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"."_s));
        QVERIFY(m_folder.isValid());
        QFile::remove(settingsPath());
    }

    void aWindowOpensActiveAndInItsPage()
    {
        const Desk desk;
        QVERIFY(desk.active());
        QCOMPARE(QApplication::activeWindow(), static_cast<QWidget *>(&desk.window()));
        auto *overview = desk.window().findChild<QWidget *>(u"page-overview"_s);
        QTRY_VERIFY2(overview->isAncestorOf(QApplication::focusWidget()), qPrintable(whereFocusIs()));
        QTRY_VERIFY_WITH_TIMEOUT(desk.loaded(), 30000);
        QVERIFY2(overview->isAncestorOf(QApplication::focusWidget()), qPrintable(whereFocusIs()));
    }

    void aWindowThatOpensOnAListWaitsForItsRows()
    {
        {
            const Desk desk;
            QVERIFY(desk.active());
            press(Qt::Key_3, Qt::ControlModifier);
            QTRY_VERIFY(desk.page(u"backups"_s)->isVisible());
        }
        const Desk desk({QString::fromLatin1(heldLists)}); // a restart, on the page that was left
        QVERIFY(desk.active());
        ui::ListPage *page = desk.page(u"backups"_s);
        QTRY_VERIFY(page->isVisible());
        QVERIFY(!page->table()->isVisible()); // nothing has come yet
        QTRY_VERIFY2(page->isAncestorOf(QApplication::focusWidget()), qPrintable(whereFocusIs()));
        desk.server->clearFaults();
        desk.server->advance(std::chrono::minutes(1));
        QTRY_VERIFY_WITH_TIMEOUT(page->table()->isVisible(), 30000);
        QTRY_VERIFY2(page->table()->hasFocus(), qPrintable(whereFocusIs()));
    }

    void rowsThatComeDoNotTakeTheFocusFromWhoHasIt()
    {
        const Desk desk({QString::fromLatin1(heldLists)});
        QVERIFY(desk.active());
        press(Qt::Key_3, Qt::ControlModifier);
        ui::ListPage *page = desk.page(u"backups"_s);
        QTRY_VERIFY2(page->isAncestorOf(QApplication::focusWidget()), qPrintable(whereFocusIs()));
        press(Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY2(page->textFilter()->hasFocus(), qPrintable(whereFocusIs()));
        press(Qt::Key_E);
        desk.server->clearFaults();
        desk.server->advance(std::chrono::minutes(1));
        QTRY_VERIFY_WITH_TIMEOUT(page->table()->isVisible(), 30000);
        QVERIFY2(page->textFilter()->hasFocus(), qPrintable(whereFocusIs())); // still being typed in
        QCOMPARE(page->textFilter()->text(), u"e"_s);
    }

    void aPageSwitchKeepsTheFocusInThePage_data()
    {
        QTest::addColumn<bool>("held");
        QTest::newRow("rows are there") << false;
        QTest::newRow("rows are on their way") << true;
    }
    void aPageSwitchKeepsTheFocusInThePage()
    {
        QFETCH(bool, held);
        const Desk desk(held ? QStringList{u"GET */checkpoint_items delay=1000"_s, u"GET */policies delay=1000"_s,
                                           u"GET */replication_records delay=1000"_s, u"GET */server-groups delay=1000"_s,
                                           u"GET */disaster-recovery-drills delay=1000"_s}
                             : QStringList());
        QVERIFY(desk.active());
        if (!held)
            QTRY_VERIFY_WITH_TIMEOUT(desk.loaded(), 30000);
        const QStringList ids{u"overview"_s, u"policies"_s, u"backups"_s,   u"records"_s,
                              u"groups"_s,   u"drills"_s,   u"operations"_s};
        const QList<int> order{3, 4, 2, 5, 6, 7, 1, 3, 2};
        for (const int number : order) {
            press(Qt::Key(Qt::Key_0 + number), Qt::ControlModifier);
            auto *page = desk.window().findChild<QWidget *>(u"page-"_s + ids.at(number - 1));
            QTRY_VERIFY(page->isVisible());
            QTRY_VERIFY2(page->isAncestorOf(QApplication::focusWidget()),
                         qPrintable(ids.at(number - 1) + u": "_s + whereFocusIs()));
            QVERIFY(QApplication::focusWidget()->isVisible());
        }
    }

    void aRefreshDoesNotMoveIt_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("the table") << u"table-backups"_s;
        QTest::newRow("the text filter") << u"filter"_s;
        QTest::newRow("the detail") << u"detail-copy"_s;
    }
    void aRefreshDoesNotMoveIt()
    {
        QFETCH(QString, name);
        const Desk desk;
        QVERIFY(desk.active());
        desk.stand(u"backups"_s);
        ui::ListPage *page = desk.page(u"backups"_s);
        auto *widget = page->findChild<QWidget *>(name);
        QVERIFY(widget);
        widget->setFocus(Qt::TabFocusReason);
        QTRY_VERIFY2(widget->hasFocus(), qPrintable(whereFocusIs()));
        const auto before = page->session().freshness().asOf;
        desk.server->advance(std::chrono::seconds(90));
        press(Qt::Key_F5);
        QTRY_VERIFY_WITH_TIMEOUT(page->session().freshness().asOf > before && desk.loaded(), 30000);
        QVERIFY2(widget->hasFocus(), qPrintable(whereFocusIs()));
    }

    void aDialogTakesItAndGivesItBack_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<QString>("dialog");
        QTest::newRow("replicate") << u"replicate-backup"_s << u"replicate-backup"_s;
        QTest::newRow("about") << u"about"_s << u"about-box"_s;
        QTest::newRow("preferences") << u"preferences"_s << u"preferences"_s;
    }
    void aDialogTakesItAndGivesItBack()
    {
        QFETCH(QString, action);
        QFETCH(QString, dialog);
        const Desk desk;
        QVERIFY(desk.active());
        const QString id = QString::fromStdString(desk.server->example("replicable"));
        const QTableView *table = desk.stand(u"backups"_s, u"id:"_s + id);
        desk.choose(action);
        const auto opened = [&dialog] {
            const QWidgetList all = QApplication::topLevelWidgets();
            const auto it = std::find_if(all.begin(), all.end(), [&dialog](const QWidget *top) {
                return top->objectName() == dialog && top->isVisible();
            });
            return it == all.end() ? nullptr : *it;
        };
        QTRY_VERIFY(opened());
        QVERIFY(QTest::qWaitForWindowActive(opened()));
        QTRY_VERIFY2(QApplication::focusWidget() && opened()->isAncestorOf(QApplication::focusWidget()),
                     qPrintable(whereFocusIs()));
        press(Qt::Key_Escape);
        QTRY_VERIFY(!opened());
        QVERIFY(desk.active());
        QTRY_VERIFY2(table->hasFocus(), qPrintable(whereFocusIs()));
    }

    void f6GoesRoundAndComesBack()
    {
        const Desk desk;
        QVERIFY(desk.active());
        desk.stand(u"backups"_s);
        const ui::ListPage *page = desk.page(u"backups"_s);
        const QList<QWidget *> ring{page->table(), page->detail(), desk.window().findChild<QWidget *>(u"dock"_s),
                                    desk.window().findChild<QWidget *>(u"navigation"_s), page->textFilter()};
        const auto isIn = [](QWidget *part) {
            QWidget *at = QApplication::focusWidget();
            return at && (at == part || part->isAncestorOf(at));
        };
        for (int step = 1; step <= ring.size(); ++step) {
            press(Qt::Key_F6);
            QTRY_VERIFY2(isIn(ring.at(step % ring.size())), qPrintable(u"step %1: %2"_s.arg(step).arg(whereFocusIs())));
        }
        for (qsizetype step = ring.size() - 1; step >= 0; --step) {
            press(Qt::Key_F6, Qt::ShiftModifier);
            QTRY_VERIFY2(isIn(ring.at(step)), qPrintable(u"back at %1: %2"_s.arg(step).arg(whereFocusIs())));
        }
    }

    void theMenuOpensByItsMnemonicAndGivesTheFocusBack()
    {
        const Desk desk;
        QVERIFY(desk.active());
        const QTableView *table = desk.stand(u"backups"_s);
        press(Qt::Key_F, Qt::AltModifier);
        QTRY_VERIFY(qobject_cast<QMenu *>(QApplication::activePopupWidget()));
        QCOMPARE(QApplication::activePopupWidget(), desk.window().menuBar()->actions().first()->menu());
        press(Qt::Key_Escape);
        QTRY_VERIFY(!QApplication::activePopupWidget());
        press(Qt::Key_Escape); // of the bar itself
        QTRY_VERIFY2(table->hasFocus(), qPrintable(whereFocusIs()));
    }

    void theScopeIsLookedAtAndLeftByEscape()
    {
        const Desk desk;
        QVERIFY(desk.active());
        desk.stand(u"backups"_s);
        auto *button = desk.window().findChild<QToolButton *>(u"scope"_s);
        button->setFocus(Qt::TabFocusReason);
        QTRY_VERIFY2(button->hasFocus(), qPrintable(whereFocusIs()));
        press(Qt::Key_Space);
        QTRY_VERIFY(QApplication::activePopupWidget());
        QCOMPARE(QApplication::activePopupWidget()->objectName(), u"scope-popup"_s);
        const auto *filter = QApplication::activePopupWidget()->findChild<QLineEdit *>(u"scope-filter"_s);
        QTRY_VERIFY2(filter->hasFocus(), qPrintable(whereFocusIs()));
        QTest::keyClick(QApplication::activePopupWidget()->windowHandle(), Qt::Key_Escape);
        QTRY_VERIFY(!QApplication::activePopupWidget());
        QVERIFY(desk.active());
        QTRY_VERIFY2(button->hasFocus(), qPrintable(whereFocusIs()));
    }

    void aFileIsNotReplacedByEscape()
    {
        const Desk desk;
        QVERIFY(desk.active());
        const QTableView *table = desk.stand(u"groups"_s);
        const QString path = m_folder.filePath(u"groups.csv"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write("mine") == 4);
        file.close();
        press(Qt::Key_E, Qt::ControlModifier);
        const QFileDialog *dialog = nullptr;
        QTRY_VERIFY((dialog = desk.window().findChild<QFileDialog *>(u"export-file"_s)));
        auto *line = dialog->findChild<QLineEdit *>();
        QVERIFY(line && QTest::qWaitForWindowActive(const_cast<QFileDialog *>(dialog)));
        QTRY_VERIFY2(line->hasFocus(), qPrintable(whereFocusIs()));
        QTest::keyClick(line, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(line, path);
        QTest::keyClick(line, Qt::Key_Return);
        const QMessageBox *question = nullptr;
        QTRY_VERIFY((question = desk.window().findChild<QMessageBox *>(u"export-replace"_s)));
        QVERIFY(QTest::qWaitForWindowActive(const_cast<QMessageBox *>(question)));
        QTRY_VERIFY2(question->isAncestorOf(QApplication::focusWidget()), qPrintable(whereFocusIs()));
        press(Qt::Key_Escape);
        QTRY_VERIFY(!desk.window().findChild<QMessageBox *>(u"export-replace"_s));
        QVERIFY(desk.active());
        QTRY_VERIFY2(table->hasFocus(), qPrintable(whereFocusIs()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("mine"));
    }

private:
    static QString settingsPath()
    {
        return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + u"/ballast.conf"_s;
    }

    QTemporaryDir m_folder;
};

int main(int argc, char **argv)
{
    // CMake runs all tests off screen; this one wants a display of its own where there is one.
    if (const QByteArray display = qgetenv("BALLAST_XVFB_DISPLAY"); !display.isEmpty()) {
        qputenv("QT_QPA_PLATFORM", "xcb");
        qputenv("DISPLAY", display);
    }
    const QTemporaryDir home; // of settings, state and log: never the user's
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(home.filePath(u"config"_s)));
    qputenv("XDG_STATE_HOME", QFile::encodeName(home.filePath(u"state"_s)));
    qputenv("XDG_DATA_HOME", QFile::encodeName(home.filePath(u"data"_s)));
    const QApplication application(argc, argv);
    TestFocus test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_focus.moc"
