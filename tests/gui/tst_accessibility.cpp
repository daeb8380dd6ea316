#include "app/application.h"
#include "app/democlock.h"
#include "models/profilestore.h"
#include "models/secretstore.h"
#include "ui/formrow.h"
#include "ui/jobwindow.h"
#include "ui/listpage.h"
#include "ui/navigation.h"
#include "ui/operationsdock.h"
#include "ui/profiledialog.h"
#include "ui/statelook.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTextEdit>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace {

QStringList allPages()
{
    return {u"overview"_s, u"policies"_s, u"backups"_s, u"records"_s, u"groups"_s, u"drills"_s, u"operations"_s};
}

QString nameOf(QWidget *widget)
{
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
    return interface ? interface->text(QAccessible::Name) : QString();
}

QString where(const QWidget *widget)
{
    QStringList path;
    for (const QWidget *at = widget; at; at = at->parentWidget())
        path.prepend(at->objectName().isEmpty() ? QString::fromLatin1(at->metaObject()->className()) : at->objectName());
    return path.join(u'/');
}

bool hasChinese(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.script() == QChar::Script_Han; });
}

/// What Qt makes inside its own widgets is Qt's: the arrows of a scroll bar, the line of a spin box.
bool isQtsOwn(const QWidget *widget)
{
    return widget->objectName().startsWith("qt_"_L1) || qobject_cast<const QScrollBar *>(widget) ||
           (widget->parentWidget() && (qobject_cast<const QAbstractSpinBox *>(widget->parentWidget()) ||
                                       qobject_cast<const QComboBox *>(widget->parentWidget())));
}

/// A tool button may have its text for a name only.
bool showsText(const QAbstractButton *button)
{
    const auto *tool = qobject_cast<const QToolButton *>(button);
    return !tool || tool->toolButtonStyle() != Qt::ToolButtonIconOnly || tool->icon().isNull();
}

/// All that is wrong with a window and what is visible in it, one line each.
QStringList faults(QWidget *window, bool chinese)
{
    QStringList out;
    const auto fault = [&out](const QWidget *widget, const QString &what) { out.append(where(widget) + u": "_s + what); };
    if (window->windowTitle().isEmpty())
        fault(window, u"a window without a title"_s);
    if (window->objectName().isEmpty())
        fault(window, u"a window without an object name"_s);
    QHash<QString, const QWidget *> views;
    QList<QWidget *> widgets = window->findChildren<QWidget *>();
    for (QWidget *widget : std::as_const(widgets)) {
        if (!widget->isVisibleTo(window) || widget->window() != window || isQtsOwn(widget))
            continue;
        const QString name = nameOf(widget);
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) {
            if (name.trimmed().isEmpty())
                fault(button, u"a button without a name"_s);
            if (name.contains(u'<') && name.contains(u'>') && name.contains("</"_L1))
                fault(button, u"markup in a name: "_s + name);
        }
        const bool isInput = qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QComboBox *>(widget) ||
                             qobject_cast<const QAbstractSpinBox *>(widget) || qobject_cast<const QTextEdit *>(widget) ||
                             qobject_cast<const QPlainTextEdit *>(widget);
        if (isInput && name.trimmed().isEmpty())
            fault(widget, u"an input without a name"_s);
        if (isInput && widget->objectName().isEmpty())
            fault(widget, u"an input without an object name"_s);
        if (const auto *edit = qobject_cast<const QPlainTextEdit *>(widget); edit && !edit->tabChangesFocus())
            fault(edit, u"Tab stays in a text area"_s);
        if (const auto *edit = qobject_cast<const QTextEdit *>(widget); edit && !edit->tabChangesFocus())
            fault(edit, u"Tab stays in a text area"_s);
        if (const auto *bar = qobject_cast<const QProgressBar *>(widget); bar && name.isEmpty())
            fault(bar, u"progress of what?"_s);
        if (const auto *box = qobject_cast<const QGroupBox *>(widget); box && box->title().isEmpty())
            fault(box, u"a group without a title"_s);
        if (const auto *view = qobject_cast<const QAbstractItemView *>(widget);
            view && !qobject_cast<const QHeaderView *>(widget) && !qobject_cast<const QComboBox *>(widget->parentWidget())) {
            if (name.isEmpty())
                fault(view, u"a list without a name"_s);
            else if (views.contains(name))
                fault(view, u"two lists are called "_s + name);
            views.insert(name, view);
            if (view->objectName().isEmpty())
                fault(view, u"a list without an object name"_s);
            const QAbstractItemModel *model = view->model();
            if (!qobject_cast<const QTableView *>(view) || !model)
                continue;
            for (int column = 0; column < model->columnCount(); ++column) {
                const QString header = model->headerData(column, Qt::Horizontal).toString();
                if (header.trimmed().isEmpty())
                    fault(view, u"column %1 has no header text"_s.arg(column));
                for (int row = 0; row < std::min(50, model->rowCount()); ++row) {
                    const QModelIndex cell = model->index(row, column);
                    if (cell.data(models::StateWordRole).isValid() && cell.data().toString().isEmpty() &&
                        cell.data(Qt::AccessibleTextRole).toString().isEmpty())
                        fault(view, u"a state without a word in row %1, column %2"_s.arg(row).arg(column));
                }
            }
        }
        // Nothing is clipped: a label that neither wraps nor gives way has the room it asks for.
        if (const auto *label = qobject_cast<const QLabel *>(widget);
            label && !label->wordWrap() && !label->text().isEmpty() &&
            label->sizePolicy().horizontalPolicy() != QSizePolicy::Ignored && label->width() + 1 < label->sizeHint().width())
            fault(label, u"cut: “%1” has %2 of %3"_s.arg(label->text()).arg(label->width()).arg(label->sizeHint().width()));
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget);
            button && !button->text().isEmpty() && showsText(button) &&
            qobject_cast<const QTabBar *>(widget->parentWidget()) == nullptr && button->objectName() != "scope"_L1 &&
            button->width() + 1 < button->minimumSizeHint().width())
            fault(button,
                  u"cut: “%1” has %2 of %3"_s.arg(button->text()).arg(button->width()).arg(button->minimumSizeHint().width()));
        if (const auto *label = qobject_cast<const QLabel *>(widget);
            label && label->textFormat() == Qt::AutoText && Qt::mightBeRichText(label->text()))
            fault(label, u"text that could be markup"_s);
        Q_UNUSED(chinese)
    }
    return out;
}

/// Mnemonics of a menu, down its tree: each only once on a level.
void menuFaults(const QList<QAction *> &actions, const QString &path, bool chinese, QStringList &out)
{
    QHash<QChar, QString> taken;
    for (const QAction *action : actions) {
        if (action->isSeparator() || !action->isVisible())
            continue;
        const QString text = action->text();
        const qsizetype at = text.indexOf(u'&');
        if (text.isEmpty()) {
            out.append(path + u": an entry without a text"_s);
            continue;
        }
        if (at < 0 || at + 1 >= text.size()) {
            if (!text.endsWith(u'…')) // verbs are called by the words of the service
                out.append(path + u'/' + text + u": no mnemonic"_s);
        } else {
            const QChar key = text.at(at + 1).toUpper();
            if (taken.contains(key))
                out.append(u"%1: %2 stands for %3 and for %4"_s.arg(path, QString(key), taken.value(key), text));
            taken.insert(key, text);
        }
        if (chinese && !hasChinese(text) && !text.contains("English"_L1))
            out.append(path + u'/' + text + u": not in Chinese"_s);
        if (action->menu())
            menuFaults(action->menu()->actions(), path + u'/' + text, chinese, out);
    }
}

struct Desk
{
    /// \a scenario is the text of one; empty: the company.
    explicit Desk(const QString &language, const QStringList &rules = {}, const QByteArray &scenario = {})
    {
        app::Options options;
        options.demo = true;
        if (!scenario.isEmpty()) {
            options.scenario = folder.filePath(u"scenario.json"_s);
            QFile file(options.scenario);
            if (!file.open(QIODevice::WriteOnly) || file.write(scenario) != scenario.size())
                qFatal("%s", qPrintable(file.errorString()));
        }
        options.language = language;
        options.theme = u"light"_s;
        program = std::make_unique<app::Application>(*qApp, options);
        program->setCalendarSpeed(0);
        program->setZone(QTimeZone(8 * 3600));
        program->setFaults(rules);
        if (const auto started = program->start(); !started)
            qFatal("%s", qPrintable(started.error()));
    }
    bool ended() const
    {
        app::Session &session = program->session();
        for (const models::ListSession *list : session.lists()) {
            const auto state = list->freshness().state;
            if (state != models::Freshness::State::Fresh && state != models::Freshness::State::Failed)
                return false;
        }
        return true;
    }
    /// The dialog of that name, which that action opens.
    QDialog *open(const QString &action, const QString &name) const
    {
        ui::MainWindow &window = program->window();
        [&] { QTRY_VERIFY(window.findChild<QAction *>(action)->isEnabled()); }();
        window.findChild<QAction *>(action)->trigger();
        return window.findChild<QDialog *>(name);
    }
    QTemporaryDir folder;
    std::unique_ptr<app::Application> program;
};

/// What is asked for meanwhile may come between: it is laid out anew then.
void canBeRead(QDialog *dialog, bool chinese, const QString &moment)
{
    QStringList found;
    const auto readable = [&] { return (found = faults(dialog, chinese)).isEmpty(); };
    QTRY_VERIFY2_WITH_TIMEOUT(readable(), qPrintable(moment + u'\n' + found.join(u'\n')), 20000);
    QVERIFY2(dialog->width() <= 1024 && dialog->height() <= 700,
             qPrintable(u"%1: %2 × %3"_s.arg(moment).arg(dialog->width()).arg(dialog->height())));
}

/// Tab comes back to where it began, and stands on nothing hidden.
void canBeWalked(const QDialog *dialog, const QString &moment)
{
    const QWidget *first = dialog->focusWidget();
    QVERIFY2(first && first->isVisible(), qPrintable(moment));
    bool back = false;
    for (int steps = 0; steps < 60 && !back; ++steps) {
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Tab);
        QVERIFY2(dialog->focusWidget() && dialog->focusWidget()->isVisible(), qPrintable(moment));
        back = dialog->focusWidget() == first;
    }
    QVERIFY2(back, qPrintable(moment + u": Tab does not come back"_s));
}

} // namespace

class TestAccessibility final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QApplication::setApplicationName(u"ballast-test"_s); }
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void everyPageCanBeReadAndReached_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("failing");
        QTest::newRow("English, 1280") << u"en"_s << QSize(1280, 800) << false;
        QTest::newRow("Chinese, 1280") << u"zh_CN"_s << QSize(1280, 800) << false;
        QTest::newRow("English, 1024") << u"en"_s << QSize(1024, 700) << false;
        QTest::newRow("Chinese, 1024") << u"zh_CN"_s << QSize(1024, 700) << false;
        QTest::newRow("English, nothing answers") << u"en"_s << QSize(1024, 700) << true;
    }
    void everyPageCanBeReadAndReached()
    {
        QFETCH(QString, language);
        QFETCH(QSize, size);
        QFETCH(bool, failing);
        Desk desk(language, failing ? QStringList{u"GET * status=503"_s} : QStringList());
        QTRY_VERIFY_WITH_TIMEOUT(desk.ended(), 30000);
        ui::MainWindow &window = desk.program->window();
        window.resize(size);
        const QStringList pages = allPages();
        for (const QString &page : pages) {
            window.showPage(page);
            if (auto *table = window.findChild<QTableView *>(u"table-"_s + page); table && table->model()->rowCount() > 0)
                table->setCurrentIndex(table->model()->index(0, 0));
            QTest::qWait(250); // the layout settles: what is asked below is about no single event
            QStringList found;
            const auto readable = [&] { return (found = faults(&window, language == "zh_CN"_L1)).isEmpty(); };
            QTRY_VERIFY2_WITH_TIMEOUT(readable(), qPrintable(page + u'\n' + found.join(u'\n')), 5000);
        }
        QVERIFY(window.minimumSizeHint().width() <= size.width()); // with all pages
        QVERIFY(window.minimumSizeHint().height() <= 700);
    }

    void menusHaveMnemonicsInBothLanguages_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << u"en"_s;
        QTest::newRow("Chinese") << u"zh_CN"_s;
    }
    void menusHaveMnemonicsInBothLanguages()
    {
        QFETCH(QString, language);
        Desk desk(u"en"_s);
        QTRY_VERIFY_WITH_TIMEOUT(desk.ended(), 30000);
        desk.program->setLanguage(language); // also when switched while running
        QCoreApplication::sendPostedEvents();
        QStringList found;
        menuFaults(desk.program->window().menuBar()->actions(), u"menu"_s, language == "zh_CN"_L1, found);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    void theWindowIsWalkedWithF6AndTab()
    {
        Desk desk(u"en"_s);
        QTRY_VERIFY_WITH_TIMEOUT(desk.ended(), 30000);
        ui::MainWindow &window = desk.program->window();
        const QStringList pages = allPages();
        for (const QString &page : pages) {
            window.showPage(page);
            QSet<QWidget *> seen;
            for (int i = 0; i < 8; ++i) {
                QTest::keyClick(&window, Qt::Key_F6);
                QWidget *focused = window.focusWidget();
                QVERIFY2(focused, qPrintable(page)); // always somewhere
                QVERIFY2(focused->isVisibleTo(&window), qPrintable(where(focused)));
                seen.insert(focused);
            }
            QVERIFY2(seen.size() >= 3, qPrintable(u"%1: %2 parts"_s.arg(page).arg(seen.size())));
            // Tab comes back to where it began, and stands on nothing hidden.
            QWidget *first = window.focusWidget();
            int steps = 0;
            bool back = false;
            for (; steps < 400 && !back; ++steps) {
                QTest::keyClick(window.focusWidget(), Qt::Key_Tab);
                QVERIFY(window.focusWidget() && window.focusWidget()->isVisibleTo(&window));
                back = window.focusWidget() == first;
            }
            QVERIFY2(back, qPrintable(page + u": Tab does not come back"_s));
        }
    }

    void everyDialogCanBeReadAndFits_data() { menusHaveMnemonicsInBothLanguages_data(); }
    void everyDialogCanBeReadAndFits()
    {
        QFETCH(QString, language);
        Desk desk(language);
        QTRY_VERIFY_WITH_TIMEOUT(desk.ended(), 30000);
        ui::MainWindow &window = desk.program->window();
        window.resize(1024, 700);
        window.showPage(u"backups"_s);
        const QString id = QString::fromStdString(desk.program->server()->example("replicable"));
        window.page(u"backups"_s)->select({desk.program->session().place.first(), id});
        QTRY_VERIFY(window.page(u"backups"_s)->currentKey().has_value());
        QTRY_COMPARE(window.page(u"backups"_s)->currentKey()->id, id);
        const QStringList dialogActions{
            u"replicate-backup"_s, u"replicate-policy"_s, u"create-protection-group"_s, u"about"_s,
            u"preferences"_s,      u"request-log"_s,      u"service-limits"_s,          u"look-up-job"_s};
        for (const QString &name : dialogActions) {
            auto *action = window.findChild<QAction *>(name);
            QVERIFY2(action && action->isEnabled(), qPrintable(name));
            action->trigger();
            QWidget *dialog = nullptr;
            const auto opened = [&window, &dialog] {
                for (QWidget *top : QApplication::topLevelWidgets()) {
                    if (top != &window && top->isVisible() && top->isWindow() && !qobject_cast<QMenu *>(top))
                        dialog = top;
                }
                return dialog != nullptr;
            };
            QTRY_VERIFY2(opened(), qPrintable(name));
            QTest::qWait(250);
            QStringList found; // what is asked for meanwhile may come between: it is laid out anew then
            const auto readable = [&] { return (found = faults(dialog, language == "zh_CN"_L1)).isEmpty(); };
            QTRY_VERIFY2_WITH_TIMEOUT(readable(), qPrintable(name + u'\n' + found.join(u'\n')), 5000);
            QVERIFY2(dialog->width() <= 1024 && dialog->height() <= 700,
                     qPrintable(u"%1: %2 × %3"_s.arg(name).arg(dialog->width()).arg(dialog->height())));
            const QPointer<QWidget> gone = dialog;
            QTest::keyClick(dialog, Qt::Key_Escape); // every one of them goes by Esc
            QTRY_VERIFY2(!gone || !gone->isVisible(), qPrintable(name));
            dialog = nullptr;
        }
    }

    void everyMomentOfAVerbCanBeRead_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("action");
        QTest::addColumn<QString>("dialogName");
        for (const char *language : {"en", "zh_CN"}) {
            QTest::addRow("a policy, %s", language)
                << QString::fromLatin1(language) << u"replicate-policy"_s << u"replicate-policy"_s;
            QTest::addRow("many backups, %s", language)
                << QString::fromLatin1(language) << u"replicate-backup"_s << u"replicate-backups"_s;
            QTest::addRow("a group, %s", language)
                << QString::fromLatin1(language) << u"create-protection-group"_s << u"create-protection-group"_s;
        }
    }
    void everyMomentOfAVerbCanBeRead()
    {
        QFETCH(QString, language);
        QFETCH(QString, action);
        QFETCH(QString, dialogName);
        using Operation = models::Operation;
        const bool chinese = language == "zh_CN"_L1;
        const Desk desk(language, {}, R"({"servers":2,"backups":40,"records":0,"policy_names":["核心-fail-part-daily"]})");
        QTRY_VERIFY_WITH_TIMEOUT(desk.ended(), 30000);
        models::Operations &operations = desk.program->session().operations;
        operations.setPace({std::chrono::milliseconds(20), std::chrono::milliseconds(20)});
        mock::Server &server = *desk.program->server();
        ui::MainWindow &window = desk.program->window();
        window.resize(1024, 700);
        window.showPage(action == "create-protection-group"_L1 ? u"groups"_s : u"backups"_s);
        QTRY_VERIFY_WITH_TIMEOUT(desk.program->session().backups.model()->rowCount() > 12, 20000);
        if (action == "replicate-backup"_L1) { // so many that some can be copied
            auto *table = window.findChild<QTableView *>(u"table-backups"_s);
            QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(0, 1)).center());
            for (int i = 0; i < 12; ++i)
                QTest::keyClick(table, Qt::Key_Down, Qt::ShiftModifier);
        }
        QDialog *dialog = desk.open(action, dialogName);
        QVERIFY(dialog);
        auto *confirm = dialog->findChild<QAbstractButton *>(u"confirm"_s);
        if (action == "create-protection-group"_L1) {
            auto *next = dialog->findChild<QAbstractButton *>(u"next"_s);
            auto *vpcs = dialog->findChild<QTableView *>(u"vpcs"_s);
            auto *name = dialog->findChild<QLineEdit *>(u"name"_s);
            QTRY_VERIFY_WITH_TIMEOUT(next->isEnabled() && vpcs->model()->rowCount() > 0, 20000);
            int steps = 1;
            for (; next->isVisible() && steps < 9; ++steps) {
                canBeRead(dialog, chinese, u"step %1"_s.arg(steps));
                canBeWalked(dialog, u"step %1"_s.arg(steps));
                for (int row = 0; vpcs->isVisible() && row < vpcs->model()->rowCount(); ++row) {
                    const QModelIndex cell = vpcs->model()->index(row, 0);
                    if (cell.siblingAtColumn(2).data(models::StateWordRole) == u"OK"_s)
                        QTest::mouseClick(vpcs->viewport(), Qt::LeftButton, {}, vpcs->visualRect(cell).center());
                }
                if (name->isVisible()) {
                    QTest::keyClicks(name, u"a name with blanks"_s); // and what is wrong with it
                    QTRY_VERIFY(dynamic_cast<const ui::FormRow *>(name->parentWidget())->hasProblem());
                    canBeRead(dialog, chinese, u"a wrong name"_s);
                    QTest::keyClick(name, Qt::Key_A, Qt::ControlModifier);
                    QTest::keyClicks(name, u"erp-fail-part"_s);
                }
                QTest::mouseClick(next, Qt::LeftButton);
            }
            QCOMPARE(steps, 5); // and the review
        } else {
            const auto *rows = dialog->findChild<QTableView *>(u"preview-rows"_s);
            QTRY_VERIFY_WITH_TIMEOUT(confirm->isEnabled() && rows->model()->rowCount() > 0, 20000);
        }
        QTRY_VERIFY_WITH_TIMEOUT(confirm->isVisible() && confirm->isEnabled(), 20000);
        auto *tabs = dialog->findChild<QTabWidget *>();
        const auto *form = dialog->findChild<QScrollArea *>(QString(), Qt::FindDirectChildrenOnly);
        for (int tab = tabs->count() - 1; tab >= 0; --tab) { // the request, and then what will happen
            QTest::mouseClick(tabs->tabBar(), Qt::LeftButton, {}, tabs->tabBar()->tabRect(tab).center());
            QTRY_COMPARE(tabs->currentIndex(), tab);
            canBeRead(dialog, chinese, u"tab %1"_s.arg(tab));
            canBeWalked(dialog, u"tab %1"_s.arg(tab));
            QTRY_COMPARE(form->verticalScrollBar()->maximum(), 0); // it fits: only rows scroll
        }
        QVERIFY(server.fault("POST * delay=1000")); // of the calendar, which stands still
        QTest::mouseClick(confirm, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!operations.all().isEmpty() && server.writes() == 1, 20000);
        canBeRead(dialog, chinese, u"sent"_s);
        canBeWalked(dialog, u"sent"_s);
        server.clearFaults();
        server.advance(std::chrono::seconds(1));
        const auto runs = [&] { // all are sent, and one at least is seen to move
            server.advance(std::chrono::seconds(1));
            return operations.counts().queued == 0 && std::ranges::any_of(operations.all(), [](const Operation &one) {
                       return one.state == Operation::State::Running;
                   });
        };
        QTRY_VERIFY_WITH_TIMEOUT(runs(), 20000);
        canBeRead(dialog, chinese, u"running"_s);
        canBeWalked(dialog, u"running"_s);
        const auto ended = [&] {
            server.advance(std::chrono::seconds(30));
            return std::ranges::all_of(operations.all(), &Operation::isOver);
        };
        QTRY_VERIFY_WITH_TIMEOUT(ended(), 20000);
        if (const auto *view = dialog->findChild<QWidget *>(u"operation"_s); view && view->isVisible()) {
            const auto *outcome = view->findChild<QLabel *>(u"state"_s);
            const QString word = Operation::word(operations.all().last().state);
            QTRY_COMPARE_WITH_TIMEOUT(outcome->text(), ui::stateLook(models::StateKind::Operation, word).word, 20000);
        }
        canBeRead(dialog, chinese, u"ended"_s);
        canBeWalked(dialog, u"ended"_s);
        const QPointer<QDialog> gone = dialog;
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!gone);
    }

    void aJobCanBeReadAndReached_data() { menusHaveMnemonicsInBothLanguages_data(); }
    void aJobCanBeReadAndReached()
    {
        QFETCH(QString, language);
        Desk desk(language);
        QTRY_VERIFY_WITH_TIMEOUT(desk.ended(), 30000);
        desk.program->window().findChild<QAction *>(u"look-up-job"_s)->trigger();
        auto *window = desk.program->window().findChild<ui::JobWindow *>();
        QVERIFY(window && window->isVisible());
        for (const char *example : {"job failed in a part", "job running", "none"}) {
            const std::string id = desk.program->server()->example(example);
            window->lookup().look(id.empty() ? u"no-such-job"_s : QString::fromStdString(id));
            QTRY_VERIFY_WITH_TIMEOUT(!window->lookup().isLooking(), 20000);
            QTest::qWait(250);
            const QStringList found = faults(window, language == "zh_CN"_L1);
            QVERIFY2(found.isEmpty(), qPrintable(QString::fromLatin1(example) + u'\n' + found.join(u'\n')));
        }
    }

    void theProfileDialogCanBeReadAndFits_data() { menusHaveMnemonicsInBothLanguages_data(); }
    void theProfileDialogCanBeReadAndFits()
    {
        QFETCH(QString, language);
        Desk desk(language);
        const QTemporaryDir folder;
        models::ProfileStore store(folder.filePath(u"profiles.json"_s));
        models::Profile stored{.name = u"erp"_s,
                               .scopes = {{u"cn-north-4"_s, u"p1"_s}, {u"cn-east-3"_s, u"p2"_s}},
                               .domain = u"acme"_s,
                               .user = u"li.wei"_s};
        QVERIFY(store.put(stored));
        models::SessionSecrets secrets;
        const app::DemoClock clock(*desk.program->server());
        ui::ProfileDialog dialog({store, secrets, clock, [](const models::Profile &profile, const models::ProfileSecrets &) {
                                      net::Transport::Options options;
                                      options.endpoints = profile.endpoints();
                                      return options;
                                  }});
        dialog.show();
        QVERIFY(dialog.width() <= 1024 && dialog.height() <= 700);
        auto *way = dialog.findChild<QComboBox *>(u"sign-in"_s);
        auto *place = dialog.findChild<QComboBox *>(u"place"_s);
        auto *proxy = dialog.findChild<QComboBox *>(u"proxy"_s);
        for (int i = 0; i < 4; ++i) { // every form it can take
            for (QComboBox *box : {way, place, proxy}) {
                box->setFocus();
                QTest::keyClick(box, i == 0 ? Qt::Key_Home : Qt::Key_Down);
                QTRY_COMPARE(box->currentIndex(), i);
            }
            QTest::qWait(400); // values are judged after a while
            const QStringList found = faults(&dialog, language == "zh_CN"_L1);
            QVERIFY2(found.isEmpty(), qPrintable(QString::number(i) + u'\n' + found.join(u'\n')));
        }
        QWidget *first = dialog.focusWidget();
        QStringList path;
        bool back = false;
        for (int steps = 0; steps < 200 && !back; ++steps) {
            QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
            QVERIFY(dialog.focusWidget() && dialog.focusWidget()->isVisibleTo(&dialog));
            path.append(dialog.focusWidget()->objectName());
            back = dialog.focusWidget() == first;
        }
        QVERIFY2(back, qPrintable(u"Tab does not come back: "_s + path.mid(0, 60).join(u' ')));
    }

    void theScopePopupCanBeRead_data() { menusHaveMnemonicsInBothLanguages_data(); }
    void theScopePopupCanBeRead()
    {
        QFETCH(QString, language);
        Desk desk(language);
        QTRY_VERIFY_WITH_TIMEOUT(desk.ended(), 30000);
        QToolButton *button = desk.program->window().findChild<ui::Navigation *>()->scopeButton();
        QTest::mouseClick(button, Qt::LeftButton);
        auto *popup = desk.program->window().findChild<QWidget *>(u"scope-popup"_s);
        QVERIFY(popup && popup->isVisible());
        QTest::qWait(250);
        const QStringList found = faults(popup, language == "zh_CN"_L1);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
        const QPointer<QWidget> gone = popup;
        QTest::keyClick(popup, Qt::Key_Escape);
        QTRY_VERIFY(!gone || !gone->isVisible());
    }
};

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
