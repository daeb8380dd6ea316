#include "app/application.h"
#include "ui/formrow.h"
#include "ui/listpage.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTableView>
#include <QTableWidget>
#include <QTest>

using namespace Qt::StringLiterals;
using State = models::Freshness::State;

namespace {

struct Desk
{
    explicit Desk(const QString &language = u"en"_s)
    {
        app::Options options;
        options.demo = true;
        options.language = language;
        options.theme = u"light"_s;
        program = std::make_unique<app::Application>(*qApp, options);
        program->setCalendarSpeed(0);
        program->setZone(QTimeZone(8 * 3600));
        if (const auto started = program->start(); !started)
            qFatal("%s", qPrintable(started.error()));
    }

    bool loaded() const
    {
        return program->session().backups.freshness().state == State::Fresh &&
               program->session().records.freshness().state == State::Fresh;
    }
    template <typename T> T *find(const QString &name) const { return program->window().findChild<T *>(name); }
    /// Through the menu, by the keyboard.
    void run(const QString &actionName) const
    {
        auto *action = find<QAction>(actionName);
        const QList<QMenu *> menus = program->window().findChildren<QMenu *>();
        for (QMenu *menu : menus) {
            if (!menu->actions().contains(action))
                continue;
            menu->popup(program->window().pos());
            menu->setActiveAction(action);
            QTest::keyClick(menu, Qt::Key_Return);
            return;
        }
        QFAIL("the action is in no menu");
    }
    QDialog *open(const QString &actionName, const QString &dialogName) const
    {
        run(actionName);
        QDialog *dialog = nullptr;
        [&] { QTRY_VERIFY((dialog = find<QDialog>(dialogName)) && dialog->isVisible()); }();
        [&] { QTRY_VERIFY(dialog->isActiveWindow()); }();
        return dialog;
    }
    static void choose(QComboBox *box, int index)
    {
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Home);
        for (int i = 0; i < index; ++i)
            QTest::keyClick(box, Qt::Key_Down);
        QTRY_COMPARE(box->currentIndex(), index);
    }
    QString created() const // the time in the first row
    {
        const QAbstractItemModel *model = find<QTableView>(u"table-records"_s)->model();
        for (int column = 0; column < model->columnCount(); ++column) {
            if (model->headerData(column, Qt::Horizontal).toString().contains(u"UTC"_s))
                return model->headerData(column, Qt::Horizontal).toString() + u' ' + model->index(0, column).data().toString();
        }
        return {};
    }

    std::unique_ptr<app::Application> program;
};

} // namespace

class TestPreferences final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QApplication::setApplicationName(u"ballast-test"_s); }
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void theTimeZoneReachesTheRunningLists()
    {
        Desk desk;
        QTRY_VERIFY_WITH_TIMEOUT(desk.loaded(), 20000);
        desk.program->window().showPage(u"records"_s);
        QTRY_VERIFY(!desk.created().isEmpty());
        const QString before = desk.created();
        QVERIFY2(before.contains(u"UTC+8"_s), qPrintable(before));
        QDialog *dialog = desk.open(u"preferences"_s, u"preferences"_s);
        auto *zone = dialog->findChild<QComboBox *>(u"zone"_s);
        zone->setFocus();
        QTest::keyClick(zone->lineEdit(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(zone->lineEdit(), u"Nowhere/None"_s);
        QTest::keyClick(zone->lineEdit(), Qt::Key_Tab);
        QVERIFY(qobject_cast<ui::FormRow *>(zone->parentWidget())->hasProblem());
        QCOMPARE(desk.created(), before);
        zone->setFocus();
        QTest::keyClick(zone->lineEdit(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(zone->lineEdit(), u"asia/kolkata"_s);
        if (QWidget *offers = QApplication::activePopupWidget()) // it has the keyboard while it is there
            QTest::keyClick(offers, Qt::Key_Escape);
        QTest::keyClick(zone->lineEdit(), Qt::Key_Tab);
        QVERIFY(!qobject_cast<ui::FormRow *>(zone->parentWidget())->hasProblem());
        QTRY_VERIFY(desk.created().contains(u"UTC+5:30"_s));
        QCOMPARE(desk.find<QLabel>(u"status-zone"_s)->text(), u"UTC+05:30"_s);
        QTest::keyClick(dialog, Qt::Key_Escape);
    }

    void languageAndThemeAreInForceAtOnceAndTheMenusFollow()
    {
        Desk desk;
        QTRY_VERIFY_WITH_TIMEOUT(desk.loaded(), 20000);
        QDialog *dialog = desk.open(u"preferences"_s, u"preferences"_s);
        Desk::choose(dialog->findChild<QComboBox *>(u"theme"_s), 2);
        QTRY_VERIFY(ui::Theme::isDark(QApplication::palette()));
        QVERIFY(desk.find<QAction>(u"theme-dark"_s)->isChecked());
        Desk::choose(dialog->findChild<QComboBox *>(u"language"_s), 1);
        QTRY_COMPARE(QLocale().language(), QLocale::Chinese);
        QVERIFY(desk.find<QAction>(u"language-zh_CN"_s)->isChecked());
        QVERIFY(dialog->findChild<QComboBox *>(u"theme"_s)->currentIndex() == 2); // kept through the change of language
        Desk::choose(dialog->findChild<QComboBox *>(u"language"_s), 0);
        Desk::choose(dialog->findChild<QComboBox *>(u"theme"_s), 1);
        QTRY_VERIFY(!ui::Theme::isDark(QApplication::palette()));
    }

    void whatIsChosenInTheMenusShowsInTheOpenDialog()
    {
        Desk desk;
        QTRY_VERIFY_WITH_TIMEOUT(desk.loaded(), 20000);
        const QDialog *dialog = desk.open(u"preferences"_s, u"preferences"_s);
        const auto *theme = dialog->findChild<QComboBox *>(u"theme"_s);
        const auto *language = dialog->findChild<QComboBox *>(u"language"_s);
        desk.run(u"theme-dark"_s);
        QTRY_COMPARE(theme->currentIndex(), 2);
        desk.run(u"language-zh_CN"_s);
        QTRY_COMPARE(language->currentIndex(), 1);
        QTRY_COMPARE(dialog->windowTitle(), u"首选项"_s);
        QCOMPARE(theme->currentIndex(), 2);
        desk.run(u"language-en"_s);
        desk.run(u"theme-light"_s);
        QTRY_COMPARE(theme->currentIndex(), 1);
        QCOMPARE(language->currentIndex(), 0);
    }

    void theDialogIsAsHighAsItsRows()
    {
        Desk desk;
        QDialog *dialog = desk.open(u"preferences"_s, u"preferences"_s);
        const int low = dialog->height();
        QVERIFY2(low <= 450, qPrintable(QString::number(low)));
        Desk::choose(dialog->findChild<QComboBox *>(u"proxy"_s), 2); // a proxy of one's own has four fields more
        QTRY_VERIFY(dialog->height() > low);
        QVERIFY2(dialog->height() <= 560, qPrintable(QString::number(dialog->height())));
        Desk::choose(dialog->findChild<QComboBox *>(u"proxy"_s), 0);
        QTRY_COMPARE(dialog->height(), low);
    }

    void noRefreshMeansThatNothingIsAskedByItself()
    {
        Desk desk;
        QTRY_VERIFY_WITH_TIMEOUT(desk.loaded(), 20000);
        QDialog *dialog = desk.open(u"preferences"_s, u"preferences"_s);
        Desk::choose(dialog->findChild<QComboBox *>(u"refresh"_s), 2);
        QTest::keyClick(dialog, Qt::Key_Escape);
        desk.program->window().showPage(u"records"_s); // something moves there: else it is asked each 3 s
        QTRY_VERIFY(desk.loaded());
        desk.program->server()->clearRequests();
        const auto began = net::SystemClock().steady();
        QTRY_VERIFY_WITH_TIMEOUT(net::SystemClock().steady() - began > std::chrono::milliseconds(3500), 6000);
        QCOMPARE(int(desk.program->server()->requests().size()), 0);
        desk.run(u"refresh"_s);
        QTRY_VERIFY(!desk.program->server()->requests().empty());
    }

    void theRequestLogShowsWhatWasAskedAndIsCopied()
    {
        Desk desk;
        QTRY_VERIFY_WITH_TIMEOUT(desk.loaded(), 20000);
        QDialog *dialog = desk.open(u"request-log"_s, u"request-log"_s);
        auto *table = dialog->findChild<QTableView *>(u"requests"_s);
        const QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        const int all = table->model()->rowCount();
        QVERIFY(all > 3);
        QCOMPARE(table->accessibleName(), u"Request log"_s);
        auto *filter = dialog->findChild<QLineEdit *>(u"filter"_s);
        filter->setFocus();
        QTest::keyClicks(filter, u"AUTH/tokens"_s);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QVERIFY(dialog->findChild<QLabel *>(u"count"_s)->text().startsWith(u"1 of"_s));
        table->setFocus();
        QTest::keyClick(table, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        const QString copied = QApplication::clipboard()->text();
        QVERIFY2(copied.contains(u"\tPOST\t"_s) && copied.contains(u"/v3/auth/tokens\t201"_s), qPrintable(copied));
        QVERIFY(!copied.contains(u"nocatalog"_s)); // no query, no header, no body
        QVERIFY(!copied.contains(QString::fromStdString(desk.program->server()->door().password)));
        QTest::mouseClick(dialog->findChild<QAbstractButton *>(u"clear"_s), Qt::LeftButton);
        QTRY_COMPARE(table->model()->rowCount(), 0);
    }

    void aboutSaysWhatTheProgramIsMadeOf()
    {
        Desk desk;
        QDialog *dialog = desk.open(u"about"_s, u"about-box"_s);
        const auto *table = dialog->findChild<QTableWidget *>(u"components"_s);
        QStringList names;
        for (int row = 0; row < table->rowCount(); ++row) {
            names.append(table->item(row, 0)->text());
            QVERIFY2(table->item(row, 1)->text().contains(QRegularExpression(u"\\d+\\.\\d+"_s)), qPrintable(names.last()));
            QVERIFY(!table->item(row, 2)->text().isEmpty());
        }
        for (const QString &name : {u"Ballast"_s, u"Qt"_s, u"simdjson"_s, u"QtKeychain"_s, u"tl::expected"_s})
            QVERIFY2(names.contains(name), qPrintable(name));
        QVERIFY(names.filter(u"TLS"_s).size() == 1);
        QTest::keyClick(dialog, Qt::Key_Escape);
    }

    void theDemoKeepsToItself()
    {
        const QTemporaryDir home;
        for (const char *name : {"XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"})
            qputenv(name, home.path().toUtf8());
        {
            Desk desk;
            QTRY_VERIFY_WITH_TIMEOUT(desk.loaded(), 20000);
            QVERIFY(!desk.find<QAction>(u"profiles"_s)->isEnabled());
        }
        QVERIFY(QDir(home.path()).isEmpty());
    }
};

QTEST_MAIN(TestPreferences)
#include "tst_preferences.moc"
