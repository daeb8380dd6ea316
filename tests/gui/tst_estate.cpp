#include "app/application.h"
#include "ui/brieftable.h"
#include "ui/freshnesslabel.h"
#include "ui/jobview.h"
#include "ui/jobwindow.h"
#include "ui/servicewindow.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;
using State = models::Freshness::State;
using Part = models::ServiceFacts::Part;

namespace {

struct Desk
{
    explicit Desk(const QStringList &rules = {}, const QString &language = u"en"_s)
    {
        app::Options options;
        options.demo = true;
        options.language = language;
        options.theme = u"light"_s;
        program = std::make_unique<app::Application>(*qApp, options);
        program->setCalendarSpeed(0);
        program->setZone(QTimeZone(8 * 3600));
        program->setFaults(rules);
        if (const auto started = program->start(); !started)
            qFatal("%s", qPrintable(started.error()));
        program->window().resize(1280, 800);
    }

    ui::MainWindow &window() const { return program->window(); }
    mock::Server &server() const { return *program->server(); }
    models::ServiceFacts &facts() const { return program->session().facts; }
    bool told() const
    {
        return std::ranges::all_of(models::ServiceFacts::parts, [this](Part part) {
            const State state = facts().freshness(part).state;
            return state == State::Fresh || state == State::Failed;
        });
    }
    /// Through the menu View, by the keyboard.
    void fromViewMenu(const QString &actionName) const
    {
        auto *action = window().findChild<QAction *>(actionName);
        const QList<QMenu *> menus = window().menuBar()->findChildren<QMenu *>();
        for (QMenu *menu : menus) {
            if (!menu->actions().contains(action))
                continue;
            menu->popup(window().pos());
            menu->setActiveAction(action);
            QTest::keyClick(menu, Qt::Key_Return);
            return;
        }
        QFAIL("the action is in no menu");
    }
    template <typename T> T *opened() const
    {
        T *dialog = nullptr;
        [&] { QTRY_VERIFY((dialog = window().findChild<T *>()) && dialog->isVisible()); }();
        return dialog;
    }
    /// The table of a card of the Overview, which is made with its first rows.
    ui::BriefTable *rows(const QString &name) const
    {
        ui::BriefTable *table = nullptr;
        [&] { QTRY_VERIFY_WITH_TIMEOUT((table = window().findChild<ui::BriefTable *>(name)) && table->isVisible(), 20000); }();
        return table;
    }

    std::unique_ptr<app::Application> program;
};

QString cell(const QAbstractItemModel *model, int row, int column, const QModelIndex &parent = {})
{
    return model->index(row, column, parent).data().toString();
}

net::TimeStamp at(int minute, int second)
{
    net::TimeStamp stamp;
    stamp.utc = QDateTime({2026, 11, 22}, {6, minute, second}, Qt::UTC);
    stamp.asSent = stamp.utc.toString(Qt::ISODate);
    return stamp;
}

net::Job part(const char *id, net::Job::Status status, const char *word)
{
    net::Job made;
    made.id = QString::fromLatin1(id);
    made.type = u"failoverProtectionGroupRepNoCG"_s;
    made.status = status;
    made.statusWord = QString::fromLatin1(word);
    made.beganAt = at(30, 0);
    return made;
}

using Status = net::Job::Status;

/// All lists, and the Overview counted from them.
bool loaded(const Desk &desk)
{
    const auto lists = desk.program->session().lists();
    return desk.program->session().overview.isSurveyed() &&
           std::ranges::all_of(lists, [](const models::ListSession *list) { return list->freshness().state == State::Fresh; });
}

} // namespace

class TestEstate final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QApplication::setApplicationName(u"ballast-test"_s); }
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    // ---- the Overview's focus

    void theFirstFocusIsTheFirstTable()
    {
        const Desk desk;
        QTRY_VERIFY_WITH_TIMEOUT(loaded(desk), 30000);
        const ui::BriefTable *first = desk.rows(u"card-attention-rows"_s);
        QVERIFY(first);
        QTRY_VERIFY_WITH_TIMEOUT(desk.window().focusWidget() == first, 20000);
    }
    void whoHasChosenAPlaceKeepsIt()
    {
        const Desk desk;
        auto *find = desk.window().findChild<QWidget *>(u"scope"_s); // before anything has come
        QVERIFY(find);
        find->setFocus();
        QTRY_VERIFY_WITH_TIMEOUT(loaded(desk), 30000);
        QVERIFY(desk.rows(u"card-attention-rows"_s));
        QCOMPARE(desk.window().focusWidget(), find);
    }

    // ---- limits and sites

    void theOverviewSaysTheQuotasAndLeadsToAllOfThem()
    {
        const Desk desk;
        QTRY_VERIFY_WITH_TIMEOUT(desk.told(), 30000);
        ui::BriefTable *rows = desk.rows(u"card-quotas-rows"_s);
        QVERIFY(rows);
        QTRY_VERIFY_WITH_TIMEOUT(rows->rows()->rowCount() == 4, 20000);
        QCOMPARE(rows->accessibleName(), u"Quotas"_s);
        QStringList names;
        int last = 1000000;
        const QList<models::OwnedQuota> all = models::quotasByUse(desk.facts());
        for (int row = 0; row < rows->rows()->rowCount(); ++row) {
            names.append(cell(rows->rows(), row, 0));
            const int share = models::usedPercent(all.at(row).quota).value_or(-1);
            QVERIFY(share <= last); // most used first
            last = share;
        }
        names.sort();
        QCOMPARE(names, (QStringList{u"Backup capacity"_s, u"Backups"_s, u"Protection groups"_s, u"Replication pairs"_s}));
        rows->setFocus();
        rows->setCurrentIndex(rows->rows()->index(0, 0));
        QTest::keyClick(rows, Qt::Key_Return);
        QVERIFY(desk.opened<ui::ServiceWindow>());
    }

    void theWindowShowsQuotasDomainsAndVersions()
    {
        const Desk desk;
        QTRY_VERIFY_WITH_TIMEOUT(desk.told(), 30000);
        desk.fromViewMenu(u"service-limits"_s);
        auto *window = desk.opened<ui::ServiceWindow>();
        QVERIFY(window);
        const auto table = [window](const QString &name) { return window->findChild<ui::BriefTable *>(name); };
        QTRY_VERIFY_WITH_TIMEOUT(desk.told() && table(u"quotas-rows"_s)->rows()->rowCount() == 4 &&
                                     table(u"domains-rows"_s)->rows()->rowCount() > 0 &&
                                     table(u"versions-rows"_s)->rows()->rowCount() == 1,
                                 20000);
        const ui::BriefModel *domains = table(u"domains-rows"_s)->rows();
        const net::ActiveDomain &first = desk.facts().domains().rows.first();
        QCOMPARE(cell(domains, 0, 0), first.name);
        QCOMPARE(cell(domains, 0, 1), u"%1 ↔ %2"_s.arg(first.localZone, first.remoteZone));
        QCOMPARE(cell(domains, 0, 2), first.soldOut ? u"Sold out"_s : u"Not sold out"_s);
        QCOMPARE(cell(domains, 0, 4), first.id);
        QCOMPARE(cell(table(u"versions-rows"_s)->rows(), 0, 0), u"v1"_s);
        QCOMPARE(cell(table(u"versions-rows"_s)->rows(), 0, 1), u"Current"_s);
        QVERIFY(cell(table(u"versions-rows"_s)->rows(), 0, 2).endsWith("/v1"_L1));
        for (const QString &name : {u"quotas-freshness"_s, u"domains-freshness"_s, u"versions-freshness"_s})
            QTRY_COMPARE(window->findChild<ui::FreshnessLabel *>(name)->kind(), ui::FreshnessLabel::Kind::Fresh);

        // an id into the clipboard
        ui::BriefTable *view = table(u"domains-rows"_s);
        view->setFocus();
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(domains->index(0, 0)).center());
        QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(QGuiApplication::clipboard()->text(), first.id);
        QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
        QTRY_COMPARE(QGuiApplication::clipboard()->text().section(u'\t', 0, 0), first.name);

        // F5 asks again, in this window
        const auto before = desk.server().requests().size();
        QTest::keyClick(window, Qt::Key_F5);
        QTRY_VERIFY_WITH_TIMEOUT(desk.server().requests().size() >= before + 4, 20000);
        const QPointer<ui::ServiceWindow> gone = window;
        QTest::keyClick(window, Qt::Key_Escape);
        QTRY_VERIFY(!gone);
    }

    void aQuotaThatIsUsedUpSaysSoInWords()
    {
        const Desk desk;
        QTRY_VERIFY_WITH_TIMEOUT(desk.told(), 30000);
        desk.fromViewMenu(u"service-limits"_s);
        auto *window = desk.opened<ui::ServiceWindow>();
        QVERIFY(window);
        const ui::BriefModel *rows = window->findChild<ui::BriefTable *>(u"quotas-rows"_s)->rows();
        QTRY_COMPARE_WITH_TIMEOUT(rows->rowCount(), 4, 20000);
        const QList<models::OwnedQuota> all = models::quotasByUse(desk.facts());
        for (int row = 0; row < rows->rowCount(); ++row) {
            const QString word = models::quotaWord(all.at(row).quota);
            QCOMPARE(rows->index(row, 0).data(models::StateWordRole).toString(), word);
            QCOMPARE(cell(rows, row, 0), word == "used-up"_L1  ? u"Used up"_s
                                         : word == "within"_L1 ? u"Within the quota"_s
                                                               : u"Unlimited"_s);
        }
    }

    /// A view copies from its current index also where it has none.
    void copyingFromATableWithoutRowsTakesNothing()
    {
        QGuiApplication::clipboard()->setText(u"before"_s);
        ui::RowsTable table(u"rows"_s);
        table.rows()->setHeaders({u"Name"_s, u"Status"_s});
        const QAbstractItemModelTester tester(table.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        QTest::keySequence(&table, QKeySequence::Copy);
        QVERIFY(QGuiApplication::clipboard()->text().isEmpty() || QGuiApplication::clipboard()->text() == "before"_L1);

        ui::BriefRow row;
        row.id = u"a"_s;
        row.cells = {{.text = u"first"_s}, {.text = u"second"_s}};
        table.rows()->setRows({row});
        table.setCurrentIndex(table.model()->index(0, 1));
        QTest::keySequence(&table, QKeySequence::Copy);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"second"_s);
    }

    void whatCannotBeReadIsSaidInItsPlace()
    {
        const Desk desk({u"GET */active-domains status=403"_s, u"GET */sdrs/quotas status=503"_s});
        QTRY_VERIFY_WITH_TIMEOUT(desk.told(), 30000);
        desk.fromViewMenu(u"service-limits"_s);
        auto *window = desk.opened<ui::ServiceWindow>();
        QVERIFY(window);
        auto *denied = window->findChild<QWidget *>(u"domains-trouble-0"_s);
        auto *busy = window->findChild<QWidget *>(u"quotas-trouble-1"_s);
        QTRY_VERIFY_WITH_TIMEOUT(denied->isVisible() && busy->isVisible(), 30000);
        QVERIFY(!window->findChild<QWidget *>(u"quotas-trouble-0"_s)->isVisible());
        QVERIFY(window->findChild<QWidget *>(u"quotas-rows"_s)->isVisible()); // the other service answered
        QVERIFY(!window->findChild<QWidget *>(u"domains-rows"_s)->isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(window->findChild<ui::FreshnessLabel *>(u"quotas-freshness"_s)->kind(),
                                  ui::FreshnessLabel::Kind::Partial, 30000);
        QStringList said;
        for (const QLabel *label : denied->findChildren<QLabel *>())
            said.append(label->text());
        QVERIFY2(said.join(u'\n').contains("Not permitted: list active-active domains"_L1), qPrintable(said.join(u'\n')));
        // the remedy has worked: asking again shows the rows
        desk.server().clearFaults();
        QTest::mouseClick(window->findChild<QPushButton *>(u"refresh"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(window->findChild<QWidget *>(u"domains-rows"_s)->isVisible(), 30000);
        QTRY_VERIFY_WITH_TIMEOUT(!denied->isVisible() && !busy->isVisible(), 30000);
    }

    // ---- jobs

    void aJobThatFailedInAPartIsShownAsATree()
    {
        const Desk desk;
        desk.fromViewMenu(u"look-up-job"_s);
        auto *window = desk.opened<ui::JobWindow>();
        QVERIFY(window);
        auto *field = window->findChild<QLineEdit *>(u"job-id"_s);
        QTest::keyClick(field, Qt::Key_Return); // without an id nothing is asked
        QTRY_COMPARE(window->findChild<QLabel *>(u"problem"_s)->text(), u"Type the ID of a job"_s);
        QVERIFY(window->lookup().id().isEmpty());
        QTest::keyClicks(field, QString::fromStdString(desk.server().example("job failed in a part")));
        QTest::keyClick(field, Qt::Key_Return);
        auto *tree = window->findChild<QTreeView *>(u"job-tree"_s);
        QTRY_VERIFY_WITH_TIMEOUT(tree->isVisible() && tree->model()->rowCount() == 1, 30000);
        const QAbstractItemModel *model = tree->model();
        const QModelIndex top = model->index(0, 0);
        QCOMPARE(cell(model, 0, ui::JobModel::State), u"Failed"_s);
        QCOMPARE(cell(model, 0, ui::JobModel::Type), u"Failover (failoverProtectionGroupNoCG)"_s);
        QCOMPARE(cell(model, 0, ui::JobModel::Took), u"0:51"_s);
        QCOMPARE(model->rowCount(top), 2);
        QVERIFY(tree->isExpanded(top)); // what failed is open
        QCOMPARE(cell(model, 1, ui::JobModel::State, top), u"Failed"_s);
        QCOMPARE(cell(model, 1, ui::JobModel::Type, top), u"failoverProtectionGroupRepNoCG"_s); // undocumented: as sent
        const QString cause = cell(model, 1, ui::JobModel::Failure, top);
        QVERIFY2(cause.contains("SDRS.1824"_L1) && cause.contains("failover not supported now"_L1), qPrintable(cause));
        tree->setFocus();
        QTest::keyClick(tree, Qt::Key_Down);
        QTest::keyClick(tree, Qt::Key_Down);
        QCOMPARE(tree->currentIndex().row(), 1);
        QTRY_COMPARE(window->findChild<QLabel *>(u"serverSaid"_s)->text(), u"failover not supported now"_s);
        QVERIFY(!window->lookup().isFollowing()); // it is over
    }

    void aRunningJobIsFollowedToItsEnd()
    {
        const Desk desk;
        desk.fromViewMenu(u"look-up-job"_s);
        auto *window = desk.opened<ui::JobWindow>();
        QVERIFY(window);
        window->lookup().setPace({std::chrono::milliseconds(30), std::chrono::milliseconds(30)});
        QTest::keyClicks(window->findChild<QLineEdit *>(u"job-id"_s),
                         QString::fromStdString(desk.server().example("job running")));
        QTest::mouseClick(window->findChild<QPushButton *>(u"look"_s), Qt::LeftButton);
        auto *tree = window->findChild<QTreeView *>(u"job-tree"_s);
        QTRY_VERIFY_WITH_TIMEOUT(tree->model()->rowCount() == 1, 30000);
        QCOMPARE(cell(tree->model(), 0, ui::JobModel::State), u"Running"_s);
        QCOMPARE(window->findChild<ui::FreshnessLabel *>(u"freshness"_s)->kind(), ui::FreshnessLabel::Kind::Refreshing);
        desk.server().advance(std::chrono::hours(1));
        QTRY_COMPARE_WITH_TIMEOUT(cell(tree->model(), 0, ui::JobModel::State), u"Succeeded"_s, 30000);
        QTRY_COMPARE(window->findChild<ui::FreshnessLabel *>(u"freshness"_s)->kind(), ui::FreshnessLabel::Kind::Fresh);
    }

    void anUnknownIdSaysWhatTheAnswerMeans()
    {
        const Desk desk;
        desk.fromViewMenu(u"look-up-job"_s);
        auto *window = desk.opened<ui::JobWindow>();
        QVERIFY(window);
        QTest::keyClicks(window->findChild<QLineEdit *>(u"job-id"_s), u"4028c1e97a05b3d2017a0e6f19c4dead"_s);
        QTest::keyClick(window->findChild<QLineEdit *>(u"job-id"_s), Qt::Key_Return);
        auto *empty = window->findChild<QWidget *>(u"empty"_s);
        auto *headline = empty->findChild<QLabel *>(u"headline"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(headline->text().startsWith("No job with this ID in "_L1), qPrintable(headline->text()), 30000);
        const QString why = empty->findChild<QLabel *>(u"why"_s)->text();
        QVERIFY2(why.contains("SDRS.0408"_L1) && why.contains("its own region and project"_L1), qPrintable(why));
        QVERIFY(!window->findChild<QTreeView *>(u"job-tree"_s)->isVisible());
    }

    void theTreeChangesInPlace()
    {
        ui::JobView view;
        QTreeView *tree = view.tree();
        QAbstractItemModelTester tester(tree->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QTimeZone zone(8 * 3600);
        net::Job job = part("j1", Status::Running, "RUNNING");
        job.subJobs = {part("a", Status::Success, "SUCCESS"), part("b", Status::Running, "RUNNING"),
                       part("", Status::Init, "INIT")};
        view.setJob(job, zone, at(31, 30).utc);
        const QModelIndex top = tree->model()->index(0, 0);
        QVERIFY(tree->isExpanded(top));
        QCOMPARE(cell(tree->model(), 0, ui::JobModel::Began), u"2026-11-22 14:30:00"_s);
        QCOMPARE(cell(tree->model(), 0, ui::JobModel::Took), u"1:30"_s);
        const QPersistentModelIndex chosen = tree->model()->index(1, 0, top);
        tree->setCurrentIndex(chosen);

        QSignalSpy inserted(tree->model(), &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(tree->model(), &QAbstractItemModel::rowsRemoved);
        QSignalSpy reset(tree->model(), &QAbstractItemModel::modelReset);
        job.subJobs.removeFirst(); // parts come, go and change their places
        job.subJobs.append(part("c", Status::Init, "INIT"));
        job.subJobs.first() = part("b", Status::Fail, "FAIL");
        job.subJobs.first().subJobs = {part("b1", Status::Fail, "FAIL")};
        view.setJob(job, zone, at(32, 0).utc);
        QVERIFY(reset.isEmpty());
        QCOMPARE(tree->currentIndex(), QModelIndex(chosen)); // the same part
        QCOMPARE(cell(tree->model(), 0, ui::JobModel::State, top), u"Failed"_s);
        QVERIFY(tree->isExpanded(chosen)); // it has failed meanwhile
        QCOMPARE(tree->model()->rowCount(chosen), 1);
        QCOMPARE(tree->model()->rowCount(top), 3);

        tree->collapse(chosen); // the user's hand decides from now on
        inserted.clear();
        removed.clear();
        view.setJob(job, zone, at(32, 5).utc);
        QVERIFY(!tree->isExpanded(chosen));
        QVERIFY(inserted.isEmpty() && removed.isEmpty());
        std::swap(job.subJobs[0], job.subJobs[2]);
        view.setJob(job, zone, at(32, 10).utc);
        QCOMPARE(chosen.row(), 2);
        QCOMPARE(tree->currentIndex(), QModelIndex(chosen));
        view.clear();
        QCOMPARE(tree->model()->rowCount(), 0);
    }

    void oddJobsAreShownAsTheyCame()
    {
        ui::JobView view;
        QAbstractItemModelTester tester(view.tree()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        net::Job job;
        job.statusWord = u"PAUSED"_s;
        job.type = u"<b>x</b>\n"_s;
        job.errorCode = u"EVS.2024"_s;
        job.failReason = u"line\nbreak"_s;
        for (int i = 0; i < 3; ++i)
            job.subJobs.append(part("same", Status::Other, ""));
        view.setJob(job, QTimeZone(0));
        const QAbstractItemModel *model = view.tree()->model();
        QCOMPARE(cell(model, 0, ui::JobModel::State), u"PAUSED"_s);
        QCOMPARE(cell(model, 0, ui::JobModel::Type), u"<b>x</b>␤"_s);
        QCOMPARE(cell(model, 0, ui::JobModel::Took), u"—"_s);
        QVERIFY(cell(model, 0, ui::JobModel::Failure).contains(u"line␤break"_s));
        QCOMPARE(model->rowCount(model->index(0, 0)), 3);
    }
};

QTEST_MAIN(TestEstate)
#include "tst_estate.moc"
