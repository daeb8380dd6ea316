#include "app/democlock.h"
#include "app/session.h"
#include "gui/desk.h"
#include "ui/detailpane.h"
#include "ui/freshnesslabel.h"
#include "ui/mainwindow.h"
#include "ui/operationsdock.h"
#include "ui/operationview.h"

#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QToolButton>

namespace {

const QStringList &allPages()
{
    static const QStringList pages{u"policies"_s, u"backups"_s, u"records"_s, u"groups"_s, u"drills"_s, u"operations"_s};
    return pages;
}

QStringList madePages(const ui::MainWindow &window)
{
    QStringList made;
    for (const ui::ListPage *page : window.findChildren<ui::ListPage *>())
        made.append(page->spec().idText());
    return made;
}

/// A window on an endpoint whose calendar stands still; its settings outlive it.
struct Room
{
    explicit Room(const QString &settingsPath, const QStringList &faults = {}) : settings(settingsPath, QSettings::IniFormat)
    {
        mock::Options setup;
        setup.epoch = "2026-11-22T06:32:08Z";
        setup.speed = 0;
        for (const QString &rule : faults)
            setup.faults.push_back(rule.toStdString());
        server = std::make_unique<mock::Server>(setup);
        std::string error;
        if (!server->start(&error))
            qFatal("%s", error.c_str());
        clock = std::make_unique<app::DemoClock>(*server);
        const mock::Door door = server->door();
        app::Session::Setup company;
        company.transport.endpoints = net::Endpoints::shared(QString::fromStdString(door.url));
        for (const auto &[region, project] : door.scopes)
            company.scopes.append({QString::fromStdString(region), QString::fromStdString(project)});
        company.shown = {company.scopes.constFirst()};
        company.credential = net::PasswordLogin{QString::fromStdString(door.domain), QString::fromStdString(door.user),
                                                QByteArray::fromStdString(door.password)};
        session = std::make_unique<app::Session>(std::move(company), *clock);
        session->setPace({.isOff = true});
        app::Session &all = *session;
        window = std::make_unique<ui::MainWindow>(ui::Context{all.transport, all.csbs, all.sdrs, all.iam, all.operations,
                                                              all.place, all.policies, all.backups, all.records, all.groups,
                                                              all.drills, all.operationList, all.overview, all.facts, settings});
        window->setZone(QTimeZone(8 * 3600));
        window->resize(1280, 800);
        window->show();
        QApplication::setActiveWindow(window.get());
        all.start();
    }
    ~Room() { window->close(); }

    bool isOver() const
    {
        const auto lists = session->lists();
        return std::ranges::all_of(lists, [](const models::ListSession *list) {
            const auto state = list->freshness().state;
            return state == models::Freshness::State::Fresh || state == models::Freshness::State::Failed;
        });
    }
    bool isColumnShown(const QString &page, const char *column) const
    {
        ui::ListPage *shown = window->page(page);
        return !shown->table()->isColumnHidden(shown->session().model()->columnOf(column));
    }

    QSettings settings;
    std::unique_ptr<mock::Server> server;
    std::unique_ptr<app::DemoClock> clock;
    std::unique_ptr<app::Session> session;
    std::unique_ptr<ui::MainWindow> window;
};

using Way = std::function<void(Desk &)>;

} // namespace

Q_DECLARE_METATYPE(Way)

class TestPages final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_file = 0;
    QString path() const { return m_folder.filePath(u"settings%1.ini"_s.arg(m_file)); }

private slots:
    void initTestCase()
    {
        QApplication::setApplicationName(u"ballast-test"_s);
        ui::Theme::apply(*qApp, ui::ThemeChoice::Light);
    }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
        ++m_file;
    }

    void aStartMakesNothingThatItDoesNotShow()
    {
        const Desk desk(u"en"_s);
        WAIT_FOR(desk.loaded()); // the lists are there, and asked for, without their pages
        QCOMPARE(madePages(desk.program->window()), {});
        QVERIFY(!desk.find<ui::OperationView>(u"operation-detail"_s));
        QVERIFY(!desk.find<QTableView>(u"operations"_s)); // of the dock, which is folded
    }

    void onlyWhatIsVisitedIsMade()
    {
        const Desk desk(u"en"_s);
        QStringList visited;
        for (const QString &page : allPages()) {
            desk.program->window().showPage(page);
            visited.append(page);
            QCOMPARE(madePages(desk.program->window()), visited);
            QVERIFY(desk.find<QWidget>(u"page-"_s + page)->isVisible());
        }
        desk.program->window().showPage(u"overview"_s);
        for (const QString &page : allPages())
            desk.program->window().showPage(page);
        QCOMPARE(madePages(desk.program->window()), visited); // once
        QVERIFY(desk.find<ui::OperationView>(u"operation-detail"_s));
    }

    void everyWayLeadsToAPage_data()
    {
        QTest::addColumn<Way>("go");
        QTest::addColumn<QString>("page");
        for (int number = 0; number < allPages().size(); ++number) {
            const QString &page = allPages().at(number);
            QTest::addRow("shortcut, %s", qPrintable(page)) << Way([number](Desk &desk) {
                QTest::keyClick(&desk.program->window(), static_cast<Qt::Key>(Qt::Key_2 + number), Qt::ControlModifier);
            }) << page;
            QTest::addRow("menu, %s", qPrintable(page)) << Way([page](Desk &desk) {
                auto *entry = desk.find<QAction>(u"page-action-"_s + page);
                QVERIFY(entry);
                QMenu *menu = nullptr;
                for (QObject *holder : entry->associatedObjects()) {
                    if (auto *one = qobject_cast<QMenu *>(holder))
                        menu = one;
                }
                if (!menu)
                    QFAIL("the page is in no menu");
                menu->popup({});
                QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(entry).center());
            }) << page;
            QTest::addRow("navigation, %s", qPrintable(page)) << Way([page](Desk &desk) {
                QListView *view = desk.find<ui::Navigation>(u"navigation"_s)->view();
                const QString title = desk.find<QAction>(u"page-action-"_s + page)->text().section(u' ', 1);
                const QModelIndexList found = view->model()->match(view->model()->index(0, 0), Qt::DisplayRole, title, 1);
                QVERIFY2(!found.isEmpty(), qPrintable(title));
                QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(found.first()).center());
            }) << page;
        }
        for (const auto &[card, page] : {std::pair(u"card-failures"_s, u"records"_s), std::pair(u"card-points"_s, u"backups"_s),
                                         std::pair(u"card-operations"_s, u"operations"_s)}) {
            QTest::addRow("overview, %s", qPrintable(card)) << Way([card = card](Desk &desk) {
                auto *link = desk.find<QToolButton>(card + u"-link"_s);
                desk.find<QScrollArea>(u"overview-scroll"_s)->ensureWidgetVisible(link);
                QTest::mouseClick(link, Qt::LeftButton);
            }) << page;
        }
        QTest::newRow("link to one, from a detail")
            << Way([](Desk &desk) { follow(desk, u"records"_s, u"backups"_s); }) << u"backups"_s;
        QTest::newRow("link to many, from a detail")
            << Way([](Desk &desk) { follow(desk, u"policies"_s, u"records"_s); }) << u"records"_s;
    }
    void everyWayLeadsToAPage()
    {
        QFETCH(Way, go);
        QFETCH(QString, page);
        Desk desk(u"en"_s);
        QApplication::setActiveWindow(&desk.program->window());
        WAIT_FOR(desk.loaded());
        QVERIFY(!madePages(desk.program->window()).contains(page));
        go(desk);
        QTRY_VERIFY(madePages(desk.program->window()).contains(page));
        QTRY_VERIFY(desk.find<QWidget>(u"page-"_s + page)->isVisible());
        QCOMPARE(desk.find<QAction>(u"page-action-"_s + page)->isChecked(), true);
    }

    void theDockMakesItsTableWhenItHasRowsToShow()
    {
        const Desk desk(u"en"_s);
        WAIT_FOR(desk.loaded());
        QTest::mouseClick(desk.find<QToolButton>(u"dock-toggle"_s), Qt::LeftButton);
        QVERIFY(!desk.find<QTableView>(u"operations"_s)); // nothing has been done yet
        desk.open(u"policies"_s, u"replicate-policy"_s);
        auto *dialog = desk.find<QDialog>(u"replicate-policy"_s);
        WAIT_FOR(Desk::button(dialog, u"confirm"_s)->isEnabled());
        Desk::press(dialog, u"confirm"_s);
        WAIT_FOR(desk.find<QTableView>(u"operations"_s) && desk.find<QTableView>(u"operations"_s)->isVisible());
        QCOMPARE(desk.find<QTableView>(u"operations"_s)->accessibleName(), u"Operations"_s);
        desk.close(dialog);
        auto *toggle = desk.find<QToolButton>(u"dock-toggle"_s);
        toggle->setFocus();
        QTest::keyClick(toggle, Qt::Key_Tab);
        QCOMPARE(desk.program->window().focusWidget(), desk.find<QTableView>(u"operations"_s)); // it comes after its button
    }

    void aFirstVisitAsksNothingAndMovesNothing()
    {
        const Room room(path());
        WAIT_FOR(room.isOver());
        const models::ListModel *rows = room.session->records.model();
        const QList<int> order = rows->order();
        const net::Query asked = room.session->records.serverFilter();
        QVERIFY(asked.contains(std::pair(u"with_count"_s, u"true"_s)));
        const auto before = room.server->requests().size();
        room.window->showPage(u"records"_s);
        bool isDone = false; // what the visit has ordered of the worker
        room.session->worker.run([] { return true; }, room.window.get(), [&isDone](bool) { isDone = true; });
        QTRY_VERIFY(isDone);
        QCOMPARE(rows->order(), order);
        QCOMPARE(room.session->records.serverFilter(), asked);
        QCOMPARE(room.server->requests().size(), before);
        const QHeaderView *header = room.window->page(u"records"_s)->table()->horizontalHeader();
        QCOMPARE(header->sortIndicatorSection(), room.session->records.sortColumn());
        QCOMPARE(header->sortIndicatorOrder(), room.session->records.sortOrder());
    }

    void aLatePageKnowsWhatHappenedBefore()
    {
        const Desk desk(u"en"_s);
        ui::MainWindow &window = desk.program->window();
        WAIT_FOR(desk.loaded());
        desk.find<QAction>(u"language-zh_CN"_s)->trigger();
        desk.find<QAction>(u"detail"_s)->trigger();
        window.setZone(QTimeZone::utc());
        window.showPage(u"backups"_s);
        const ui::ListPage *page = window.page(u"backups"_s);
        QVERIFY(Desk::hasChinese(page->table()->accessibleName()));
        QVERIFY(!page->isDetailVisible());
        const int created = page->session().model()->columnOf("created");
        const QString header = page->session().model()->headerData(created, Qt::Horizontal).toString();
        QVERIFY2(header.contains(u"UTC"_s) && !header.contains(u"+08"_s), qPrintable(header));
    }

    void aLatePageSaysSinceWhenItsListFails()
    {
        const Room room(path(), {u"GET */replication_records error=403/CSBS.0001"_s});
        WAIT_FOR(room.isOver());
        room.server->advance(std::chrono::minutes(10));
        room.session->groups.refresh(); // brings a later date
        WAIT_FOR(room.session->transport.serverNow() >= QDateTime::fromString(u"2026-11-22T06:42:00Z"_s, Qt::ISODate));
        room.window->showPage(u"records"_s);
        const auto *label = room.window->findChild<QWidget *>(u"page-records"_s)->findChild<ui::FreshnessLabel *>();
        QVERIFY2(label->accessibleName().contains(u"since 14:32"_s), qPrintable(label->accessibleName()));
    }

    void settingsOfAPageThatIsNotVisitedStay()
    {
        QStringList columns, sorted;
        {
            const Room room(path());
            WAIT_FOR(room.isOver());
            room.window->showPage(u"records"_s);
            QTableView *table = room.window->page(u"records"_s)->table();
            table->horizontalHeader()->moveSection(0, 3);
            table->sortByColumn(2, Qt::AscendingOrder);
        }
        {
            const QSettings settings(path(), QSettings::IniFormat);
            columns = settings.value(u"pages/records/columns"_s).toStringList();
            sorted = settings.value(u"pages/records/sort"_s).toStringList();
            QVERIFY(!columns.isEmpty() && !sorted.isEmpty());
            QVERIFY(!settings.contains(u"pages/drills/columns"_s)); // never seen
        }
        {
            const Room room(path());
            WAIT_FOR(room.isOver());
            room.window->showPage(u"overview"_s);
            room.window->showPage(u"policies"_s);
            QCOMPARE(room.session->records.sortColumn(), 2); // though nobody looks
        }
        const QSettings settings(path(), QSettings::IniFormat);
        QCOMPARE(settings.value(u"pages/records/columns"_s).toStringList(), columns);
        QCOMPARE(settings.value(u"pages/records/sort"_s).toStringList(), sorted);
    }

    void columnsOfProjectsFollowTheProjectsShownBeforeTheVisit()
    {
        {
            const Room room(path());
            room.window->showPage(u"backups"_s);
            QVERIFY(!room.isColumnShown(u"backups"_s, "project"));
            room.window->showPage(u"overview"_s);
        }
        const Room room(path());
        QCOMPARE(madePages(*room.window), {});
        room.session->place.setShown(room.session->place.scopes());
        QVERIFY(room.isColumnShown(u"backups"_s, "project"));
    }

private:
    static QList<QPointer<QPushButton>> linksOf(const ui::ListPage &page)
    {
        QList<QPointer<QPushButton>> links;
        for (QPushButton *button : page.detail()->findChildren<QPushButton *>()) {
            if (button->isVisible())
                links.append(button);
        }
        return links;
    }
    /// The first link on the detail of a row of \a from that leads to \a to.
    static void follow(Desk &desk, const QString &from, const QString &to)
    {
        ui::MainWindow &window = desk.program->window();
        window.showPage(from);
        ui::ListPage *page = window.page(from);
        WAIT_FOR(page->table()->model()->rowCount() > 0);
        for (int row = 0; row < std::min(20, page->table()->model()->rowCount()); ++row) {
            page->table()->setCurrentIndex(page->table()->model()->index(row, 1));
            if (!QTest::qWaitFor([page] { return !linksOf(*page).isEmpty(); }, 1000))
                continue;
            const QList<QPointer<QPushButton>> links = linksOf(*page);
            for (const QPointer<QPushButton> &link : links) {
                if (link)
                    QTest::mouseClick(link, Qt::LeftButton);
                if (madePages(window).contains(to))
                    return;
                window.showPage(from);
            }
        }
        QFAIL("no link leads there");
    }
};

QTEST_MAIN(TestPages)
#include "tst_pages.moc"
