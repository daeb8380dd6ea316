#include "app/session.h"
#include "support/fakenetwork.h"
#include "ui/celldelegate.h"
#include "ui/detailpane.h"
#include "ui/emptystate.h"
#include "ui/filterrow.h"
#include "ui/freshnesslabel.h"
#include "ui/listpage.h"
#include "ui/mainwindow.h"
#include "ui/messagebar.h"
#include "ui/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QHeaderView>
#include <QInputDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <csignal>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using State = models::Freshness::State;
using Empty = ui::EmptyState::Kind;
using Fresh = ui::FreshnessLabel::Kind;

namespace {

/// A reply that never comes.
class NoReply final : public QNetworkReply
{
public:
    NoReply(const QNetworkRequest &request, QObject *parent) : QNetworkReply(parent)
    {
        setRequest(request);
        setUrl(request.url());
        open(ReadOnly);
    }
    void abort() override { close(); }

protected:
    qint64 readData(char *, qint64) override { return 0; }
};

/// What the service holds, and how it answers: any number of times, in contrast to a script.
struct Service
{
    QList<QJsonObject> backups, records;
    int status = 200; ///< of the lists; 0: no HTTP answer
    QByteArray error{};
    bool hangs = false;
    int asked = 0; ///< lists of backups

    std::function<std::unique_ptr<QNetworkAccessManager>()> factory()
    {
        return [this] { return std::make_unique<Manager>(*this); };
    }

private:
    class Manager final : public QNetworkAccessManager
    {
    public:
        explicit Manager(Service &service) : m_service(service) {}

    protected:
        QNetworkReply *createRequest(Operation, const QNetworkRequest &request, QIODevice *body) override
        {
            const QString path = request.url().path();
            const bool isBackups = path.endsWith(u"/checkpoint_items"), isRecords = path.endsWith(u"/replication_records");
            if (path.endsWith(u"/projects")) // the project's name
                return new test::ScriptedReply(request, {.body = "{\"projects\":[{\"id\":\"p1\",\"name\":\"erp-prod\"}]}"}, body,
                                               this);
            if (!isBackups && !isRecords) { // the other lists are empty
                static const QHash<QString, QByteArray> none{{u"policies"_s, "{\"policies\":[]}"},
                                                             {u"server-groups"_s, "{\"server_groups\":[]}"},
                                                             {u"disaster-recovery-drills"_s, "{\"disaster_recovery_drills\":[]}"},
                                                             {u"vpcs"_s, "{\"vpcs\":[]}"},
                                                             {u"active-domains"_s, "{\"domains\":[]}"},
                                                             {u"quotas"_s, "{\"quotas\":{\"resources\":[]}}"},
                                                             {QString(), "{\"versions\":[]}"}};
                return new test::ScriptedReply(request, {.body = none.value(path.section(u'/', -1), "{}")}, body, this);
            }
            m_service.asked += isBackups ? 1 : 0;
            if (m_service.hangs)
                return new NoReply(request, this);
            if (m_service.status != 200 || !m_service.error.isEmpty())
                return new test::ScriptedReply(request, {.status = m_service.status, .body = m_service.error}, body, this);
            QJsonArray rows;
            for (const QJsonObject &row : isBackups ? m_service.backups : m_service.records)
                rows.append(row);
            const QJsonObject answer{{isBackups ? u"checkpoint_items"_s : u"replication_records"_s, rows},
                                     {u"count"_s, rows.size()}};
            return new test::ScriptedReply(request, {.body = QJsonDocument(answer).toJson()}, body, this);
        }

    private:
        Service &m_service;
    };
};

QJsonObject backup(int number, const QString &status = u"available"_s)
{
    return {{u"id"_s, u"00000000-0000-4000-8000-%1"_s.arg(number, 12, 10, QChar(u'0'))},
            {u"checkpoint_id"_s, u"c%1"_s.arg(number)},
            {u"name"_s, u"backup-%1"_s.arg(number)},
            {u"status"_s, status},
            {u"created_at"_s, u"2026-11-22T05:%1:00"_s.arg(number % 60, 2, 10, QChar(u'0'))},
            {u"extend_info"_s, QJsonObject{{u"resource_name"_s, u"server-%1"_s.arg(number)}, {u"size"_s, u"1024"_s}}}};
}

/// The window on a scripted service, driven by input events.
struct Desk
{
    Desk(Service &service, const QString &settingsPath) : settings(settingsPath, QSettings::IniFormat)
    {
        net::Transport::Options options;
        options.endpoints = net::Endpoints::shared(u"https://cloud.example.com"_s);
        options.retryBase = std::chrono::milliseconds(1);
        options.manager = service.factory();
        session = std::make_unique<app::Session>(app::Session::Setup{options, net::ReadyToken{"t"}, {test::scope}}, clock);
        const models::ListSession::Pace still{.moving = std::chrono::hours(1),
                                              .idle = std::chrono::hours(1),
                                              .background = std::chrono::hours(1),
                                              .firstRetry = std::chrono::minutes(1),
                                              .lastRetry = std::chrono::minutes(1)};
        session->setPace(still);
        window = std::make_unique<ui::MainWindow>(ui::Context{.transport = session->transport,
                                                              .csbs = session->csbs,
                                                              .sdrs = session->sdrs,
                                                              .iam = session->iam,
                                                              .operations = session->operations,
                                                              .place = session->place,
                                                              .policies = session->policies,
                                                              .backups = session->backups,
                                                              .records = session->records,
                                                              .groups = session->groups,
                                                              .drills = session->drills,
                                                              .operationList = session->operationList,
                                                              .overview = session->overview,
                                                              .facts = session->facts,
                                                              .settings = settings,
                                                              .userName = u"li.wei"_s,
                                                              .zone = QTimeZone(8 * 3600)});
        window->resize(1280, 800);
        window->show();
        QApplication::setActiveWindow(window.get());
        page = window->page(u"backups"_s);
        window->showPage(u"backups"_s);
        session->start();
    }
    ~Desk() { window->close(); }

    bool ended() const
    {
        const State state = page->session().freshness().state;
        return state == State::Fresh || state == State::Failed;
    }
    template <typename T> T *find(const QString &name) const { return page->findChild<T *>(name); }
    QTableView *table() const { return page->table(); }
    QString footer() const { return find<QLabel>(u"footer"_s)->text(); }
    QString selected() const { return find<QLabel>(u"selected"_s)->text(); }
    ui::EmptyState *empty() const { return page->findChild<ui::EmptyState *>(); }
    ui::FreshnessLabel *freshness() const { return page->findChild<ui::FreshnessLabel *>(); }
    ui::MessageBar *notice() const { return find<ui::MessageBar>(u"notice"_s); }
    QStringList names() const
    {
        QStringList out;
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            out.append(table()->model()->index(row, 1).data().toString());
        return out;
    }
    void moveMouse(const QWidget *over, QPoint at) const
    {
        QTest::mouseMove(window->windowHandle(), over->mapTo(window.get(), at));
    }
    void refresh() const
    {
        QTest::keyClick(window.get(), Qt::Key_F5);
        [this] { QTRY_VERIFY(ended()); }();
    }
    /// Presses the entry of an open menu, found by its name.
    static void choose(const QString &menuName, const QString &entry)
    {
        QMenu *menu = nullptr;
        [&] {
            QTRY_VERIFY((menu = qobject_cast<QMenu *>(QApplication::activePopupWidget())) && menu->objectName() == menuName);
        }();
        for (QAction *action : menu->actions()) {
            if (action->objectName() == entry || action->text() == entry ||
                (action->menu() && action->menu()->objectName() == entry))
                return QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
        }
        QFAIL(qPrintable(u"no entry "_s + entry));
    }

    test::FakeClock clock;
    QSettings settings;
    std::unique_ptr<app::Session> session;
    std::unique_ptr<ui::MainWindow> window;
    ui::ListPage *page = nullptr;
};

} // namespace

Q_DECLARE_METATYPE(Empty)
Q_DECLARE_METATYPE(Fresh)

class TestLists final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_file = 0;
    QString path() const { return m_folder.filePath(u"settings%1.ini"_s.arg(m_file)); }

    static Service service(int backups)
    {
        Service made;
        for (int i = backups; i-- > 0;) // newest first
            made.backups.append(backup(i));
        return made;
    }

    /// Through the button, its menu and the dialog, which opens on the folder used last and suggests a name.
    static void exportRows(const Desk &desk, bool asJson, QString *path)
    {
        QTest::mouseClick(desk.find<QToolButton>(u"export"_s), Qt::LeftButton);
        Desk::choose(u"export-menu"_s, u"export-shown"_s);
        QFileDialog *dialog = nullptr;
        QTRY_VERIFY((dialog = desk.window->findChild<QFileDialog *>(u"export-file"_s)));
        if (asJson)
            QTest::keyClick(dialog->findChild<QComboBox *>(u"fileTypeCombo"_s), Qt::Key_Down);
        const QString name = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s)->text();
        static const QRegularExpression suggested(u"^backups_cn-north-4_erp-prod_2026\\d{4}T\\d{6}Z\\.(csv|json)$"_s);
        QVERIFY2(suggested.match(name).hasMatch(), qPrintable(name));
        *path = dialog->directory().filePath(name);
        QTest::mouseClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save), Qt::LeftButton);
    }
    void keepFolder() const ///< an empty one
    {
        const QString folder = m_folder.filePath(u"out%1"_s.arg(m_file));
        QVERIFY(QDir().mkpath(folder));
        QSettings settings(path(), QSettings::IniFormat);
        settings.setValue(u"export/folder"_s, folder);
    }

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
        QApplication::clipboard()->clear();
    }

    void nothingMovesUnderTheMouse()
    {
        Service service = TestLists::service(5);
        const Desk desk(service, path());
        QTRY_COMPARE(desk.names().size(), 5);
        const QStringList before = desk.names();
        auto *pending = desk.find<QToolButton>(u"pending"_s);
        const QRect footer = desk.find<QLabel>(u"footer"_s)->geometry();
        desk.moveMouse(desk.table()->viewport(), {60, 40});
        QTRY_VERIFY(desk.table()->viewport()->underMouse());
        QTest::qWait(20); // the page looks when the event is over

        service.backups.prepend(backup(7));
        service.backups.removeLast();
        service.backups[1].insert(u"status"_s, u"error"_s); // backup-4
        desk.refresh();
        QTRY_VERIFY(pending->isVisible());
        QVERIFY2(pending->text().startsWith(u"2 ") && pending->accessibleName() == pending->text(), qPrintable(pending->text()));
        QCOMPARE(desk.names(), before);
        QCOMPARE(desk.table()->model()->index(0, 0).data().toString(), u"Error"_s); // a value in place
        QCOMPARE(desk.find<QLabel>(u"footer"_s)->geometry().topLeft(), footer.topLeft());
        QCOMPARE(desk.find<QLabel>(u"footer"_s)->height(), footer.height());

        pending->setFocus(Qt::TabFocusReason);
        QTest::keyClick(pending, Qt::Key_Space);
        QCOMPARE(desk.names().constFirst(), u"backup-7"_s);
        QVERIFY(!desk.names().contains(u"backup-0"_s));
        QVERIFY(!pending->isVisible());
        QCOMPARE(desk.window->focusWidget(), desk.table()); // not lost with the button

        service.backups.prepend(backup(8));
        desk.refresh();
        QTRY_VERIFY(pending->isVisible());
        QCOMPARE(desk.names().constFirst(), u"backup-7"_s);
        desk.moveMouse(desk.page->textFilter(), {5, 5});
        QTRY_COMPARE(desk.names().constFirst(), u"backup-8"_s); // by itself
        QVERIFY(!pending->isVisible());
    }

    void nothingMovesUnderAMenuAndTheUsersOwnSortingDoes()
    {
        Service service = TestLists::service(5);
        const Desk desk(service, path());
        QTRY_COMPARE(desk.names().size(), 5);
        desk.table()->setFocus();
        desk.table()->setCurrentIndex(desk.table()->model()->index(2, 1));
        QTest::keyClick(desk.table(), Qt::Key_F10, Qt::ShiftModifier);
        QTRY_VERIFY(QApplication::activePopupWidget());
        QTest::qWait(20);
        service.backups.prepend(backup(7));
        desk.page->session().refresh();
        QTRY_COMPARE(desk.page->session().pendingMoves(), 1);
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
        QTRY_COMPARE(desk.names().size(), 6);

        desk.moveMouse(desk.table()->viewport(), {60, 40});
        QTest::qWait(20);
        service.backups.prepend(backup(8));
        desk.refresh();
        QTRY_COMPARE(desk.page->session().pendingMoves(), 1);
        QHeaderView *header = desk.table()->horizontalHeader();
        const QPoint created(header->sectionViewportPosition(4) + 20, header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, created);
        QTRY_COMPARE(desk.names().size(), 7);
        QCOMPARE(desk.page->session().pendingMoves(), 0);
    }

    void countersKeepRoomForAnotherDigit()
    {
        Service service = TestLists::service(99);
        for (int i = 0; i < 3; ++i)
            service.backups.append(backup(200 + i, u"deleted"_s));
        const Desk desk(service, path());
        QTRY_COMPARE(desk.names().size(), 102);
        auto *available = desk.find<QToolButton>(u"facet-available"_s), *after = desk.find<QToolButton>(u"facet-deleted"_s);
        auto *footer = desk.find<QLabel>(u"footer"_s);
        QTRY_VERIFY(after && after->x() > available->x());
        const QRect was = after->geometry();
        const int footerWidth = footer->width();
        QVERIFY(available->text().contains(u"99"));
        service.backups.prepend(backup(100));
        desk.refresh();
        QTRY_VERIFY(available->text().contains(u"100"));
        QCoreApplication::processEvents();
        QCOMPARE(after->geometry(), was);
        QCOMPARE(footer->width(), footerWidth);
        QVERIFY(footer->width() >= footer->sizeHint().width());
    }

    void eachStateHasItsPictureAndItsNextStep_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("error");
        QTest::addColumn<Empty>("kind");
        QTest::addColumn<Fresh>("fresh");
        QTest::addColumn<QString>("says");
        QTest::newRow("empty") << 200 << QByteArray() << Empty::Empty << Fresh::Fresh << u"erp-prod"_s;
        QTest::newRow("forbidden") << 403 << QByteArray("{\"error\":{\"code\":\"BackupService.0403\",\"message\":\"no right\"}}")
                                   << Empty::Forbidden << Fresh::Failed << u"not an empty list"_s;
        QTest::newRow("signed out") << 401 << QByteArray("{\"error\":{\"code\":\"APIGW.0301\",\"message\":\"bad token\"}}")
                                    << Empty::SignedOut << Fresh::Failed << u"bad token"_s;
        QTest::newRow("offline") << 0 << QByteArray() << Empty::Offline << Fresh::Offline << u"Next try in"_s;
        QTest::newRow("another service") << 400
                                         << QByteArray("{\"error\":{\"code\":\"BackupService.4008\",\"message\":\"use CBR\"}}")
                                         << Empty::MustMove << Fresh::Failed << u"CBR"_s;
        QTest::newRow("failed") << 500
                                << QByteArray("{\"error\":{\"code\":\"BackupService.9999\",\"message\":\"broken inside\"}}")
                                << Empty::Failed << Fresh::Failed << u"broken inside"_s;
        QTest::newRow("unreadable") << 200 << QByteArray("html") << Empty::Failed << Fresh::Failed << u"Next try in"_s;
    }
    void eachStateHasItsPictureAndItsNextStep()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, error);
        QFETCH(Empty, kind);
        QFETCH(Fresh, fresh);
        QFETCH(QString, says);
        Service service;
        service.status = status;
        service.error = error;
        {
            const Desk desk(service, path());
            QTRY_VERIFY(desk.ended());
            QTRY_COMPARE(desk.empty()->kind(), kind);
            QVERIFY(desk.empty()->isVisible());
            QVERIFY(!desk.empty()->accessibleName().isEmpty());
            QVERIFY2(desk.empty()->accessibleDescription().contains(says), qPrintable(desk.empty()->accessibleDescription()));
            QCOMPARE(desk.freshness()->kind(), fresh);
            if (kind != Empty::Empty) {
                QVERIFY(desk.empty()->firstButton()->isVisible());
                QVERIFY(desk.freshness()->accessibleName().contains(u"since"));
                const int asked = service.asked;
                if (kind != Empty::SignedOut) { // it waits for another sign-in
                    QTest::mouseClick(desk.empty()->firstButton(), Qt::LeftButton);
                    QTRY_VERIFY(service.asked > asked);
                    QTRY_VERIFY(desk.ended());
                }
            }
        }
        if (kind == Empty::Empty)
            return;
        // The same after rows have come: they stay.
        ++m_file;
        Service full = TestLists::service(3);
        const Desk desk(full, path());
        QTRY_COMPARE(desk.names().size(), 3);
        full.status = service.status;
        full.error = service.error;
        desk.refresh();
        QCOMPARE(desk.page->session().freshness().state, State::Failed);
        QCOMPARE(desk.names().size(), 3);
        QVERIFY(desk.table()->isVisible());
        QCOMPARE(desk.freshness()->kind(), fresh);
        QVERIFY2(desk.freshness()->accessibleName().contains(u"showing"), qPrintable(desk.freshness()->accessibleName()));
        const QString since = desk.freshness()->accessibleName();
        desk.refresh(); // failing again does not begin anew
        QCOMPARE(desk.freshness()->accessibleName(), since);
    }

    void theStatesLookDifferent()
    {
        QList<QImage> seen;
        for (const Empty kind : {Empty::Loading, Empty::Empty, Empty::NoMatch, Empty::Forbidden, Empty::SignedOut, Empty::Offline,
                                 Empty::MustMove, Empty::Failed}) {
            ui::EmptyState state;
            state.resize(400, 300);
            state.setState(kind, u"headline"_s, u"why"_s);
            const QImage icon = state.findChildren<QLabel *>().constFirst()->pixmap().toImage();
            QVERIFY(!icon.isNull() && !seen.contains(icon));
            seen.append(icon);
        }
    }

    void aFacetIsShownFromItsFirstRow()
    {
        Service service;
        for (int i = 0; i < 960; ++i) // the rows of the facet are few, and far apart
            service.backups.append(backup(i, i % 20 == 19 ? u"error"_s : u"available"_s));
        const Desk desk(service, path());
        QTRY_COMPARE(desk.names().size(), 960);
        QTest::mouseClick(desk.table()->viewport(), Qt::LeftButton, {},
                          desk.table()->visualRect(desk.table()->model()->index(0, 1)).center());
        QTest::mouseClick(desk.find<QToolButton>(u"facet-error"_s), Qt::LeftButton);
        QTRY_COMPARE(desk.names().size(), 48);
        QTRY_COMPARE(desk.table()->rowAt(0), 0);
        QCOMPARE(desk.table()->verticalScrollBar()->value(), 0);
    }

    void aFilterTheServiceRefusesIsToldAndTheRowsStay()
    {
        Service service = TestLists::service(3);
        const Desk desk(service, path());
        QTRY_COMPARE(desk.names().size(), 3);
        service.status = 400;
        service.error = R"({"error":{"code":"BackupService.1009","message":"bad filter"}})";
        auto *field = desk.find<QLineEdit>(u"server-resource_name"_s);
        QVERIFY(field);
        field->setFocus();
        QTest::keyClicks(field, u"**"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(desk.page->session().freshness().state, State::Failed);
        QCOMPARE(desk.names().size(), 3); // the last good rows
        QTRY_COMPARE(desk.freshness()->kind(), Fresh::Failed);
        QCOMPARE(desk.page->session().freshness().error.code, u"BackupService.1009"_s);
        QTest::mouseClick(desk.freshness(), Qt::LeftButton); // why, in words, and what the service said
        QWidget *told = nullptr;
        QTRY_VERIFY((told = QApplication::activeModalWidget()));
        const auto labels = told->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(),
                            [](const QLabel *label) { return label->text().contains("bad filter"_L1); }));
        QTest::keyClick(told, Qt::Key_Escape);
        service.status = 200;
        service.error.clear();
        field->clear();
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(desk.page->session().freshness().state, State::Fresh);
    }

    void aPageThatVanishesWhileItLoadsIsNotLost()
    {
        Service service = TestLists::service(3);
        service.hangs = true;
        const Desk desk(service, path());
        QTRY_COMPARE(desk.empty()->kind(), Empty::Loading);
        desk.window->showPage(u"records"_s); // away, while its list is under way
        service.hangs = false;
        desk.window->showPage(u"backups"_s);
        desk.page->session().stop();
        QTest::keyClick(desk.window.get(), Qt::Key_F5);
        QTRY_COMPARE(desk.names().size(), 3);
    }

    void loadingSaysSoAndCanBeStopped()
    {
        Service service;
        service.hangs = true;
        const Desk desk(service, path());
        QTRY_COMPARE(desk.empty()->kind(), Empty::Loading);
        QTRY_VERIFY(desk.empty()->firstButton()->isVisible());
        QTest::mouseClick(desk.empty()->firstButton(), Qt::LeftButton);
        QTRY_COMPARE(desk.page->session().freshness().state, State::Never);
        service.hangs = false;
        service.backups.append(backup(1));
        QTest::mouseClick(desk.empty()->firstButton(), Qt::LeftButton);
        QTRY_COMPARE(desk.names().size(), 1);
    }

    void columnsSurviveARestart()
    {
        Service service = TestLists::service(3);
        QStringList order;
        int width = 0;
        {
            const Desk desk(service, path());
            QTRY_COMPARE(desk.names().size(), 3);
            QHeaderView *header = desk.table()->horizontalHeader();
            // Dragging the edge of Name, then Server before it; hiding Copy in the menu.
            const int edge = header->sectionViewportPosition(1) + header->sectionSize(1);
            const QPoint grip = header->viewport()->mapTo(desk.window.get(), QPoint(edge - 1, 10));
            QTest::mousePress(desk.window->windowHandle(), Qt::LeftButton, {}, grip);
            QTest::mouseMove(desk.window->windowHandle(), grip + QPoint(20, 0));
            QTest::mouseMove(desk.window->windowHandle(), grip + QPoint(60, 0));
            QTest::mouseRelease(desk.window->windowHandle(), Qt::LeftButton, {}, grip + QPoint(60, 0));
            width = header->sectionSize(1);
            header->moveSection(header->visualIndex(2), header->visualIndex(1));
            QTest::mouseClick(desk.find<QToolButton>(u"columns"_s), Qt::LeftButton);
            Desk::choose({}, u"Copy"_s);
            QTRY_VERIFY(header->isSectionHidden(5));
            for (int visual = 0; visual < header->count(); ++visual)
                order.append(QString::number(header->logicalIndex(visual)));
        }
        const Desk desk(service, path());
        QHeaderView *header = desk.table()->horizontalHeader();
        QStringList now;
        for (int visual = 0; visual < header->count(); ++visual)
            now.append(QString::number(header->logicalIndex(visual)));
        QCOMPARE(now, order);
        QCOMPARE(header->sectionSize(1), width);
        QVERIFY(header->isSectionHidden(5));
        QVERIFY(header->visualIndex(2) < header->visualIndex(1));
    }

    void damagedColumnsAreNotUsed_data()
    {
        QTest::addColumn<QStringList>("columns");
        QTest::newRow("unknown") << QStringList{u"colour:100:1"_s};
        QTest::newRow("none shown") << QStringList{u"name:100:0"_s};
        QTest::newRow("no width") << QStringList{u"name::1"_s};
        QTest::newRow("endless") << QStringList{u"name:2000000000:1"_s};
        QTest::newRow("junk") << QStringList{QString(1000, u':')};
    }
    void damagedColumnsAreNotUsed()
    {
        QFETCH(QStringList, columns);
        Service service = TestLists::service(1);
        {
            QSettings settings(path(), QSettings::IniFormat);
            settings.setValue(u"pages/backups/version"_s, 1);
            settings.setValue(u"pages/backups/columns"_s, columns);
        }
        const Desk desk(service, path());
        const QHeaderView *header = desk.table()->horizontalHeader();
        QCOMPARE(header->count() - header->hiddenSectionCount(), 6);
        QCOMPARE(header->logicalIndex(0), 0);
    }

    void theDefaultColumnsNeedNoScrollBar_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("1280 wide") << QSize(1280, 800);
        QTest::newRow("1440 wide") << QSize(1440, 900);
        QTest::newRow("4K") << QSize(3840, 2160);
        QTest::newRow("the detail below") << QSize(1239, 800);
    }
    void theDefaultColumnsNeedNoScrollBar()
    {
        QFETCH(QSize, size);
        Service service = TestLists::service(80); // as many as need the other bar
        const Desk desk(service, path());
        QTRY_COMPARE(desk.names().size(), 80);
        desk.window->resize(size);
        QCoreApplication::processEvents();
        const QScrollBar *bar = desk.table()->horizontalScrollBar();
        QTRY_VERIFY2(bar->maximum() == 0, qPrintable(u"%1 too wide"_s.arg(bar->maximum())));
        desk.window->resize(size - QSize(200, 0));
        desk.window->resize(size); // and back again
        QTRY_COMPARE(bar->maximum(), 0);
    }

    void oddNamesBreakNothing_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("control characters") << QString(u"a\u0000b\u0007\r\nc\td"_s);
        QTest::newRow("right to left") << u"\u202Egpj.exe \u05D0\u05D1\u05D2"_s;
        QTest::newRow("long") << QString(10000, u'x');
        QTest::newRow("rich text") << u"<b>bold</b><img src='http://x/'>&amp;"_s;
    }
    void oddNamesBreakNothing()
    {
        QFETCH(QString, name);
        Service service = TestLists::service(3);
        service.backups[1].insert(u"name"_s, name);
        const Desk desk(service, path());
        QTRY_COMPARE(desk.names().size(), 3);
        QTableView *table = desk.table();
        const int height = ui::CellDelegate::rowHeight(desk.page->font());
        for (int row = 0; row < 3; ++row)
            QCOMPARE(table->rowHeight(row), height);
        QVERIFY(!desk.names().at(1).contains(u'\n') && !desk.names().at(1).contains(QChar(0)));
        const QSize before = desk.window->size();
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(1, 1)).center());
        QCoreApplication::processEvents();
        QCOMPARE(desk.window->size(), before);
        QVERIFY(desk.page->detail()->width() <= 520);
        for (const QLabel *label : desk.page->findChildren<QLabel *>())
            QVERIFY2(label->textFormat() == Qt::PlainText || label->text().isEmpty() || !label->text().contains(u'<'),
                     qPrintable(label->objectName()));
        for (const QWidget *widget : desk.page->findChildren<QWidget *>())
            QVERIFY2(!widget->toolTip().contains(u"<b>bold") && !widget->toolTip().contains(u"<img"),
                     qPrintable(widget->objectName()));
        const QPixmap drawn = table->grab(); // and it can be drawn
        QVERIFY(!drawn.isNull());
    }

    void theKeyboardReachesWhatTheMouseDoes()
    {
        Service service = TestLists::service(4);
        const Desk desk(service, path());
        QTRY_COMPARE(desk.names().size(), 4);
        QTableView *table = desk.table();
        table->setFocus();
        table->setCurrentIndex(table->model()->index(1, 1));
        const int asked = service.asked;
        QTest::keyClick(desk.window.get(), Qt::Key_F5);
        QTRY_VERIFY(service.asked > asked);
        QTRY_VERIFY(desk.ended());
        QTest::keyClick(desk.window.get(), Qt::Key_F, Qt::ControlModifier);
        QCOMPARE(desk.window->focusWidget(), desk.page->textFilter());
        table->setFocus();
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), u"backup-2"_s);
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QApplication::clipboard()->text(), u"00000000-0000-4000-8000-000000000002"_s);
        for (const bool menuKey : {true, false}) {
            if (menuKey) { // which the platform makes a context menu event of
                QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(5, 5), table->mapToGlobal(QPoint(5, 5)));
                QCoreApplication::sendEvent(table, &event);
            } else {
                QTest::keyClick(table, Qt::Key_F10, Qt::ShiftModifier);
            }
            QTRY_VERIFY(qobject_cast<QMenu *>(QApplication::activePopupWidget()));
            QVERIFY(!QApplication::activePopupWidget()->actions().isEmpty());
            QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
            QTRY_VERIFY(!QApplication::activePopupWidget());
        }
    }

    void allThatMatchesIsSelectedAlsoWhatComesLater()
    {
        Service service = TestLists::service(5);
        service.backups[1].insert(u"status"_s, u"error"_s);
        const Desk desk(service, path());
        QTRY_COMPARE(desk.names().size(), 5);
        desk.table()->setFocus();
        QTest::keyClick(desk.table(), Qt::Key_A, Qt::ControlModifier);
        QVERIFY2(desk.selected().contains(u"5 matching") && desk.selected().contains(u"5.0 GB"), qPrintable(desk.selected()));
        QCOMPARE(desk.table()->selectionModel()->selection().size(), 1); // a range, not cells
        service.backups.prepend(backup(7));
        desk.refresh();
        QTRY_VERIFY2(desk.selected().contains(u"6 matching"), qPrintable(desk.selected()));
        QCOMPARE(desk.table()->selectionModel()->selectedRows().size(), 6);
        QTest::keyClick(desk.table(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QApplication::clipboard()->text().count(u'\n'), 5);

        QTest::mouseClick(desk.find<QToolButton>(u"facet-error"_s), Qt::LeftButton); // another question: no "all" any more
        QTRY_COMPARE(desk.names().size(), 1);
        QVERIFY2(desk.selected().startsWith(u"1 selected"), qPrintable(desk.selected()));
        QTest::mouseClick(desk.find<QToolButton>(u"facet-all"_s), Qt::LeftButton);
        QTRY_COMPARE(desk.names().size(), 6);
        QVERIFY(!desk.selected().contains(u"matching"));

        QTest::keyClick(desk.table(), Qt::Key_A, Qt::ControlModifier);
        QVERIFY(desk.selected().contains(u"6 matching"));
        QTest::keyClick(desk.table(), Qt::Key_Down);
        QVERIFY2(desk.selected().startsWith(u"1 selected"), qPrintable(desk.selected()));
    }

    void rowsAreCopiedInThreeForms()
    {
        Service service = TestLists::service(2);
        service.backups[0].insert(u"name"_s, u"=cmd"_s);
        const Desk desk(service, path());
        QTRY_COMPARE(desk.names().size(), 2);
        desk.table()->setFocus();
        QTest::keyClick(desk.table(), Qt::Key_A, Qt::ControlModifier);
        const auto copied = [&desk](const QString &action) {
            desk.window->findChild<QAction *>(action)->trigger();
            return QApplication::clipboard()->text();
        };
        QVERIFY(copied(u"copy-csv"_s).startsWith(u"status,status_shown,name,server,size_mb,created_utc,created_as_sent"));
        QVERIFY(copied(u"copy-csv"_s).contains(u",'=cmd,"));
        QCOMPARE(copied(u"copy-text"_s).count(u'\n'), 2);
        QVERIFY(copied(u"copy-text"_s).contains(u"backup-0\tserver-0\t1.0 GB\t2026-11-22 13:00"));
        QCOMPARE(copied(u"copy-row"_s).count(u'\n'), 1);
        const QJsonObject json = QJsonDocument::fromJson(copied(u"copy-json"_s).toUtf8()).object();
        QCOMPARE(json.value(u"rows"_s).toArray().size(), 2);
        QCOMPARE(json.value(u"page"_s).toString(), u"backups"_s);
    }

    void whatIsShownIsExported()
    {
        keepFolder();
        Service service = TestLists::service(3);
        const Desk desk(service, path());
        QTRY_COMPARE(desk.names().size(), 3);
        desk.page->textFilter()->setFocus();
        QTest::keyClicks(desk.page->textFilter(), u"!backup-1"_s);
        QTRY_COMPARE(desk.names().size(), 2);
        QString path;
        exportRows(desk, false, &path);
        QTRY_VERIFY(desk.notice()->isVisible());
        QVERIFY2(desk.notice()->headline().startsWith(u"2 "), qPrintable(desk.notice()->plainText()));
        QVERIFY(desk.notice()->plainText().contains(path));
        QFile file(path);
        QVERIFY(path.endsWith(u".csv") && file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.startsWith("\xEF\xBB\xBF"
                                 "status,status_shown,name,"));
        QVERIFY(bytes.contains("backup-2") && bytes.contains("backup-0") && !bytes.contains("backup-1"));
        QTest::mouseClick(desk.find<QAbstractButton>(u"notice-close"_s), Qt::LeftButton);
        QVERIFY(!desk.notice()->isVisible());

        exportRows(desk, true, &path); // the name says the form
        QTRY_VERIFY(desk.notice()->isVisible());
        QFile json(path);
        QVERIFY(path.endsWith(u".json") && json.open(QIODevice::ReadOnly));
        QCOMPARE(QJsonDocument::fromJson(json.readAll()).object().value(u"text_filter"_s).toString(), u"!backup-1"_s);

        json.close(); // once more: the file that is there is not replaced unasked
        QVERIFY(json.open(QIODevice::WriteOnly | QIODevice::Truncate) && json.write("mine") == 4);
        json.close();
        QTest::mouseClick(desk.find<QAbstractButton>(u"notice-close"_s), Qt::LeftButton);
        exportRows(desk, true, &path);
        QMessageBox *question = nullptr;
        QTRY_VERIFY((question = desk.window->findChild<QMessageBox *>(u"export-replace"_s)));
        QTest::keyClick(question, Qt::Key_Return); // the safe answer
        QTRY_VERIFY(!desk.window->findChild<QMessageBox *>(u"export-replace"_s));
        QVERIFY(json.open(QIODevice::ReadOnly));
        QCOMPARE(json.readAll(), QByteArray("mine"));
    }

    void anExportThatFailsSaysWhy()
    {
        keepFolder();
        Service service = TestLists::service(1);
        const Desk desk(service, path());
        QTRY_COMPARE(desk.names().size(), 1);
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit before{};
        getrlimit(RLIMIT_FSIZE, &before);
        rlimit full = before;
        full.rlim_cur = 16; // what a full disk does
        setrlimit(RLIMIT_FSIZE, &full);
        QString path;
        exportRows(desk, false, &path);
        const bool told = QTest::qWaitFor([&desk] { return desk.notice()->isVisible(); });
        setrlimit(RLIMIT_FSIZE, &before);
        QVERIFY(told);
        QCOMPARE(desk.notice()->token(), ui::Token::Bad);
        QVERIFY2(desk.notice()->plainText().contains(u"too large"), qPrintable(desk.notice()->plainText()));
        QVERIFY(!QFile::exists(path));
    }

    void nothingToExportIsSaid()
    {
        Service service = TestLists::service(1);
        const Desk desk(service, path());
        QTRY_COMPARE(desk.names().size(), 1);
        desk.window->findChild<QAction *>(u"export-selection"_s)->trigger();
        QVERIFY(desk.notice()->isVisible());
        QVERIFY2(desk.notice()->headline().contains(u"no row is selected"), qPrintable(desk.notice()->headline()));
        QVERIFY(!desk.window->findChild<QFileDialog *>(u"export-file"_s));
    }

    void aViewIsSavedChosenRenamedAndDeleted()
    {
        Service service = TestLists::service(4);
        service.backups[1].insert(u"status"_s, u"error"_s);
        const auto nameIt = [](const Desk &desk, const QString &name) {
            QInputDialog *dialog = nullptr;
            [&] { QTRY_VERIFY((dialog = desk.window->findChild<QInputDialog *>(u"view-name"_s))); }();
            auto *line = dialog->findChild<QLineEdit *>();
            QTest::keyClick(line, Qt::Key_A, Qt::ControlModifier);
            QTest::keyClicks(line, name);
            QTest::keyClick(line, Qt::Key_Return);
            [&] { QTRY_VERIFY(!desk.window->findChild<QInputDialog *>(u"view-name"_s)); }();
        };
        {
            const Desk desk(service, path());
            QTRY_COMPARE(desk.names().size(), 4);
            auto *views = desk.find<QToolButton>(u"views"_s);
            desk.page->textFilter()->setFocus();
            QTest::keyClicks(desk.page->textFilter(), u"backup"_s);
            QTest::mouseClick(desk.find<QToolButton>(u"facet-error"_s), Qt::LeftButton);
            QTRY_COMPARE(desk.names().size(), 1);
            views->setFocus(Qt::TabFocusReason);
            QTest::keyClick(views, Qt::Key_Space);
            Desk::choose(u"views-menu"_s, u"view-save"_s);
            nameIt(desk, u"my <errors> & more"_s);
        }
        const Desk desk(service, path()); // a restart
        QTRY_COMPARE(desk.names().size(), 4);
        auto *views = desk.find<QToolButton>(u"views"_s);
        QTest::mouseClick(views, Qt::LeftButton);
        Desk::choose(u"views-menu"_s, u"my <errors> && more"_s);
        QTRY_COMPARE(desk.names(), QStringList{u"backup-2"_s});
        QCOMPARE(desk.page->textFilter()->text(), u"backup"_s);
        QCOMPARE(desk.page->session().facet(), u"error"_s);
        QVERIFY(desk.find<QToolButton>(u"facet-error"_s)->isChecked());

        QTest::mouseClick(views, Qt::LeftButton);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        menu->findChild<QMenu *>(u"view-rename"_s)->actions().constFirst()->trigger();
        menu->close();
        nameIt(desk, u"errors"_s);
        QCOMPARE(desk.settings.value(u"pages/backups/views/1/name"_s).toString(), u"errors"_s);
        QTest::mouseClick(views, Qt::LeftButton);
        menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        menu->findChild<QMenu *>(u"view-delete"_s)->actions().constFirst()->trigger();
        menu->close();
        QVERIFY(desk.notice()->headline().contains(u"errors"));
        QCOMPARE(desk.settings.value(u"pages/backups/views/size"_s).toInt(), 0);
    }

    void aDamagedViewIsSaid()
    {
        {
            QSettings settings(path(), QSettings::IniFormat);
            settings.setValue(u"pages/backups/views/size"_s, 1);
            settings.setValue(u"pages/backups/views/1/name"_s, u"old one"_s);
            settings.setValue(u"pages/backups/views/1/columns"_s, u"junk"_s);
        }
        Service service = TestLists::service(1);
        const Desk desk(service, path());
        QTRY_COMPARE(desk.names().size(), 1);
        QVERIFY(desk.notice()->isVisible());
        QVERIFY2(desk.notice()->plainText().contains(u"old one"), qPrintable(desk.notice()->plainText()));
    }

    void factsAreCopiedAsTheyAre()
    {
        Service service = TestLists::service(2);
        const Desk desk(service, path());
        QTRY_COMPARE(desk.names().size(), 2);
        QTest::mouseClick(desk.table()->viewport(), Qt::LeftButton, {},
                          desk.table()->visualRect(desk.table()->model()->index(0, 1)).center());
        const QString id = u"00000000-0000-4000-8000-000000000001"_s;
        QLabel *shown = nullptr;
        for (QLabel *label : desk.page->detail()->findChildren<QLabel *>()) {
            if (label->accessibleName() == id)
                shown = label;
        }
        QVERIFY(shown);
        QVERIFY(shown->focusPolicy() & Qt::TabFocus);
        shown->setFocus(Qt::TabFocusReason);
        QTest::keyClick(shown, Qt::Key_A, Qt::ControlModifier);
        QVERIFY(shown->hasSelectedText());
        QTest::keyClick(shown, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), id); // without the marks where it may be broken
        QTest::mouseClick(desk.page->detail()->findChild<QToolButton *>(u"detail-copy"_s), Qt::LeftButton);
        const QString facts = QApplication::clipboard()->text();
        QVERIFY2(facts.contains(id) && facts.contains(u"2026-11-22T05:01:00"), qPrintable(facts)); // and the time as sent
    }

    void anOffsetIsSaidUnderTheTable()
    {
        Service service = TestLists::service(5);
        const Desk desk(service, path());
        QTRY_COMPARE(desk.names().size(), 5);
        desk.page->filters()->choose({}, {{u"offset"_s, u"3"_s}});
        QTRY_VERIFY2(desk.footer().contains(u"without the first 3"), qPrintable(desk.footer()));
    }
};

QTEST_MAIN(TestLists)
#include "tst_lists.moc"
