#include "monkey.h"

#include "ui/listpage.h"
#include "ui/navigation.h"
#include "ui/verbdialog.h"
#include "watch.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QHeaderView>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QThread>
#include <QToolButton>
#include <QWheelEvent>
#include <QWindow>

#include <algorithm>
#include <array>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace monkey {

namespace {

constexpr int patience = 14;          // events on the way to one goal
constexpr qint64 mostWaitMs = 60'000; // for the lists of a program just opened
constexpr auto rescueEvery = 50ms;    // an event loop inside ours is left by events too

QString nameOf(const QWidget *widget)
{
    QString name = QString::fromLatin1(widget->metaObject()->className());
    const QWidget *named = widget;
    while (named && named->objectName().isEmpty())
        named = named->parentWidget();
    if (named)
        name += (named == widget ? u" \""_s : u" in \""_s) + named->objectName() + u'"';
    return name;
}

bool isTip(const QWidget *widget) { return widget->windowType() == Qt::ToolTip || widget->inherits("QTipLabel"); }

bool isInteractive(const QWidget *widget)
{
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget) ||
           qobject_cast<const QComboBox *>(widget) || qobject_cast<const QHeaderView *>(widget) ||
           qobject_cast<const QAbstractItemView *>(widget->parentWidget()) || qobject_cast<const QScrollBar *>(widget) ||
           qobject_cast<const QTabBar *>(widget) || qobject_cast<const QSplitterHandle *>(widget) ||
           qobject_cast<const QMenuBar *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget);
}

QFileDialog *fileDialog()
{
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        if (auto *files = qobject_cast<QFileDialog *>(window); files && files->isVisible())
            return files;
    }
    return nullptr;
}

bool holds(const QMenu *menu, const QAction *action)
{
    const QList<QAction *> all = menu->actions();
    return std::ranges::any_of(
        all, [action](const QAction *one) { return one == action || (one->menu() && holds(one->menu(), action)); });
}

} // namespace

Monkey::Monkey(World &world, const Wishes &wishes) : m_world(world), m_wishes(wishes), m_dice(wishes.seed) { readSources(); }

int Monkey::run()
{
    m_world.open(false);
    m_waits = true;
    m_waitsSince = QDateTime::currentMSecsSinceEpoch();
    // NOLINTNEXTLINE(clang-analyzer-cplusplus.NewDeleteLeaks): Qt takes the slot over
    QTimer::singleShot(0, this, &Monkey::tick);
    // NOLINTNEXTLINE(clang-analyzer-cplusplus.NewDeleteLeaks): Qt takes the slot over
    QTimer::singleShot(rescueEvery, this, &Monkey::rescue);
    QApplication::exec(); // ok: the run's own loop
    return m_code;
}

void Monkey::tick()
{
    watch::alive();
    m_level = QThread::currentThread()->loopLevel();
    std::chrono::milliseconds pause = 0ms;
    if (m_waits) { // until there is something to play with
        m_world.follow();
        const bool tooLong = QDateTime::currentMSecsSinceEpoch() - m_waitsSince > mostWaitMs;
        m_waits = !m_world.loaded() && !tooLong;
        if (!m_waits)
            makeGoals();
        pause = 10ms;
    } else if (m_over) {
        const bool tooLong = QDateTime::currentMSecsSinceEpoch() - m_waitsSince > mostWaitMs / 2;
        if (m_world.isQuiet() || tooLong)
            return finish();
        pause = 20ms;
    } else if (m_world.hasEnded()) {
        m_world.open(once(2));
        m_goal = nullptr;
        m_waits = true;
        m_openedAt = m_done;
        m_waitsSince = QDateTime::currentMSecsSinceEpoch();
    } else if (m_done >= m_wishes.events) {
        m_over = true;
        m_waitsSince = QDateTime::currentMSecsSinceEpoch();
        pause = 300ms; // for what the last event has set off
    } else if (m_world.window()) {
        act();
        pause = std::exchange(m_pause, 0ms);
        if (once(40))
            pause = std::chrono::milliseconds(10 + below(60)); // answers come in between
    }
    // NOLINTNEXTLINE(clang-analyzer-cplusplus.NewDeleteLeaks): Qt takes the slot over
    QTimer::singleShot(pause, this, &Monkey::tick);
}

/// An event that opens a loop of its own does not come back: what goes on in there is done here.
void Monkey::rescue()
{
    // NOLINTNEXTLINE(clang-analyzer-cplusplus.NewDeleteLeaks): Qt takes the slot over
    QTimer::singleShot(rescueEvery, this, &Monkey::rescue);
    const int level = QThread::currentThread()->loopLevel();
    if (level <= m_level || m_over)
        return;
    const int outer = std::exchange(m_level, level);
    if (level > outer + 2 || once(2)) {
        tell(u"leave the loop inside"_s);
        QWidget *window = m_world.window();
        if (QGuiApplication::mouseButtons() != Qt::NoButton && window)
            QTest::mouseRelease(window->windowHandle(), Qt::LeftButton, {}, QPoint(5, 5));
        else
            key(Qt::Key_Escape);
    } else if (m_world.window()) {
        act();
    }
    m_level = outer;
}

void Monkey::act()
{
    m_world.follow();
    if (m_window != m_world.window()) // of another profile
        makeGoals();
    look();
    if (inFiles())
        return;
    const bool isLocked = m_wishes.writable && m_world.program().session().transport.options().readOnly;
    // By a proxy, most likely, or by a profile that is read-only: somebody tidies up.
    if ((m_done - m_openedAt > 400 && m_world.isCutOff()) || (m_done - m_openedAt > 150 && isLocked)) {
        tell(u"open the program anew"_s);
        m_world.open(true);
        m_goal = nullptr;
        m_waits = true;
        m_openedAt = m_done;
        m_waitsSince = QDateTime::currentMSecsSinceEpoch();
        return;
    }
    m_late = m_done * 3 > m_wishes.events && (!missing().isEmpty() || lacksWrite());
    if ((m_goal || m_late || m_steered * 5 <= m_done) && steer())
        return;
    actAtRandom();
}

void Monkey::actAtRandom()
{
    const int what = below(100);
    if (what < 42) {
        QWidget *widget = somewhere(stage());
        const auto with = once(8) ? Qt::ControlModifier : once(8) ? Qt::ShiftModifier : Qt::NoModifier;
        click(widget, pointOn(widget), Qt::LeftButton, with);
    } else if (what < 47) {
        QWidget *widget = somewhere(stage());
        click(widget, pointOn(widget), once(6) ? Qt::MiddleButton : Qt::RightButton);
    } else if (what < 52) {
        doubleClick();
    } else if (what < 66) {
        type(randomText());
    } else if (what < 82) {
        randomKey();
    } else if (what < 86) {
        shortcut();
    } else if (what < 90) {
        wheel();
    } else if (what < 95) {
        drag();
    } else if (what < 96) {
        resize();
    } else if (QWidget *window = stage(); what < 97 && (window != m_world.window() || once(3))) { // which takes long to come back
        closeWindow(window);
    } else {
        hover();
    }
}

void Monkey::tell(const QString &what)
{
    ++m_done;
    watch::event(what);
}

// ---- what there is --------------------------------------------------------------------------------------------------

/// The dialogs as the sources name them: one that is added is looked for from then on.
void Monkey::readSources()
{
    const QDir folder(QStringLiteral(BALLAST_UI_SOURCES));
    const auto textOf = [&folder](const QString &name) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s", qPrintable(file.errorString()));
        return QString::fromUtf8(file.readAll());
    };
    static const QRegularExpression dialog(
        uR"(\bclass (\w+) final : public (QDialog|VerbDialog)\b|\bclass (\w+Popup) final : public)"_s);
    const QStringList headers = folder.entryList({u"*.h"_s}, QDir::Files, QDir::Name);
    for (const QString &header : headers) {
        const QString text = textOf(header);
        for (auto found = dialog.globalMatch(text); found.hasNext();) {
            const QRegularExpressionMatch one = found.next();
            m_known.push_back(
                {u"ui::"_s + (one.hasCaptured(1) ? one.captured(1) : one.captured(3)), one.captured(2) == "VerbDialog"_L1});
        }
    }
    static const QRegularExpression box(
        uR"(new Q(?:MessageBox|InputDialog|FileDialog|Dialog)\([^;]*;\s*\w+->setObjectName\(u"([\w-]+)\")"_s);
    const QStringList sources = folder.entryList({u"*.cpp"_s}, QDir::Files, QDir::Name);
    for (const QString &source : sources) {
        const QString text = textOf(source);
        for (auto found = box.globalMatch(text); found.hasNext();)
            m_boxes.append(found.next().captured(1));
    }
    if (m_known.empty() || m_boxes.isEmpty())
        qFatal("no dialog is found in %s", BALLAST_UI_SOURCES);
}

/// By their actions: a page itself is made when somebody first goes there.
QStringList Monkey::pagesOf() const
{
    static const QString begin = u"page-action-"_s;
    QStringList ids;
    const auto actions = m_world.window()->findChildren<QAction *>(QRegularExpression(u'^' + begin));
    for (const QAction *action : actions)
        ids.append(action->objectName().mid(begin.size()));
    return ids;
}

QList<QAction *> Monkey::menuActions() const
{
    QList<QAction *> found;
    const auto collect = [&found](const auto &self, const QList<QAction *> &actions) -> void {
        for (QAction *action : actions) {
            if (action->menu())
                self(self, action->menu()->actions());
            else if (!action->isSeparator() && !action->objectName().isEmpty())
                found.append(action);
        }
    };
    collect(collect, m_world.window()->menuBar()->actions());
    return found;
}

void Monkey::look()
{
    const ui::MainWindow *main = m_world.window();
    QSet<const QWidget *> shown;
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (const QWidget *window : windows) {
        if (!window->isVisible() || window == main || isTip(window))
            continue;
        shown.insert(window);
        if (m_shown.contains(window))
            continue;
        const QString name = QString::fromLatin1(window->metaObject()->className());
        count(name.startsWith("ui::"_L1) ? name : window->objectName());
    }
    m_shown = shown;
    if (!main)
        return;
    const auto pages = main->findChildren<QWidget *>(QRegularExpression(u"^page-"_s));
    for (const QWidget *page : pages) {
        if (page->isVisible() && qobject_cast<QStackedWidget *>(page->parentWidget()))
            count(u"page "_s + page->objectName().mid(5));
    }
}

bool Monkey::lacksWrite() const { return m_wishes.writable && m_world.sent() == 0; }

QStringList Monkey::missing() const
{
    QStringList names;
    if (m_world.window()) {
        const QStringList pages = pagesOf();
        for (const QString &page : pages) {
            if (!m_seen.contains(u"page "_s + page))
                names.append(u"page "_s + page);
        }
    }
    for (const Known &window : m_known) {
        if ((m_wishes.writable || !window.isVerb) && !m_seen.contains(window.name))
            names.append(window.name);
    }
    return names;
}

/// In the order in which they are tried first.
void Monkey::makeGoals()
{
    m_goal = nullptr;
    m_goals.clear();
    ui::MainWindow *main = m_world.window();
    m_window = main;
    if (!main)
        return;
    const QStringList pages = pagesOf();
    for (const QString &page : pages)
        m_goals.push_back({u"page "_s + page, false, false, [this, page] { goToPage(page); }});
    for (const QString &page : pages) {
        ui::ListPage *list = main->page(page); // made now, for its button is listened to
        auto *verb = list ? list->findChild<QAbstractButton *>(u"verb"_s) : nullptr;
        if (!verb || !verb->isVisibleTo(list))
            continue;
        const QString name = u"verb of "_s + page;
        connect(verb, &QAbstractButton::clicked, this, [this, name] { count(name); });
        m_goals.push_back({name, true, false, [this, page] { takeVerb(page); }});
        m_goals.push_back({u"order from "_s + page, true, true, [this, page] { confirmVerb(page); }});
    }
    if (QToolButton *scope = main->findChild<ui::Navigation *>()->scopeButton()) {
        connect(scope, &QAbstractButton::clicked, this, [this] { count(u"scope"_s); });
        m_goals.push_back({u"scope"_s, false, false, [this] {
                               if (!clear())
                                   click(m_world.window()->findChild<ui::Navigation *>()->scopeButton());
                           }});
    }
    const QList<QAction *> actions = menuActions();
    const auto opens = [](const QAction *action) { return action->text().endsWith(u'…'); };
    for (const bool opener : {true, false}) {
        for (QAction *action : actions) {
            const QString name = u"action "_s + action->objectName();
            if (opens(action) != opener)
                continue;
            connect(action, &QAction::triggered, this, [this, name] { count(name); });
            m_goals.push_back({name, false, false, [this, id = action->objectName()] { takeAction(id); }});
        }
    }
}

// ---- where to go ----------------------------------------------------------------------------------------------------

/// One event towards what was seen least. False: there is nothing to go for now.
bool Monkey::steer()
{
    if (m_goal && m_seen.value(m_goal->name) > m_before)
        m_goal = nullptr;
    if (m_goal && ++m_tries > patience) {
        ++m_tried[m_goal->name];
        m_goal = nullptr;
    }
    if (!m_goal) {
        if (m_goals.empty() || m_steered * 3 > m_done * 2 + 20)
            return false;
        const bool writes = m_late && lacksWrite();
        const auto cost = [this, writes](const Goal &goal) {
            if (goal.needsWriting && !m_wishes.writable)
                return 1'000'000;
            return m_seen.value(goal.name) + 2 * m_tried.value(goal.name) + (writes && !goal.orders ? 1'000 : 0);
        };
        m_goal = &*std::ranges::min_element(m_goals, {}, cost);
        m_before = m_seen.value(m_goal->name);
        m_tries = 0;
    }
    ++m_steered;
    const long before = m_done;
    m_goal->approach();
    return m_done > before; // a way that was no event
}

/// Leaves what lies over the window. False: nothing does.
bool Monkey::clear()
{
    ui::MainWindow *main = m_world.window();
    if (QWidget *popup = QApplication::activePopupWidget()) {
        key(Qt::Key_Escape);
        Q_UNUSED(popup)
        return true;
    }
    if (QWidget *modal = QApplication::activeModalWidget()) {
        if (m_tries % 3 == 2)
            closeWindow(modal);
        else
            key(Qt::Key_Escape);
        return true;
    }
    if (main->isMinimized()) {
        tell(u"restore the window"_s);
        main->showNormal();
        return true;
    }
    return false;
}

void Monkey::goToPage(const QString &id)
{
    if (clear())
        return;
    const ui::MainWindow *main = m_world.window();
    QListView *view = main->findChild<ui::Navigation *>()->view();
    const auto *page = main->findChild<QWidget *>(u"page-"_s + id);
    for (int row = 0; page && !once(3) && row < view->model()->rowCount(); ++row) {
        const QModelIndex index = view->model()->index(row, 0);
        if (index.data().toString() == page->accessibleName() && view->viewport()->rect().intersects(view->visualRect(index)))
            return click(view->viewport(), view->visualRect(index).center());
    }
    takeAction(u"page-action-"_s + id);
}

void Monkey::takeAction(const QString &name)
{
    auto *action = m_world.window()->findChild<QAction *>(name);
    if (!action)
        return;
    if (auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget()); menu && holds(menu, action)) {
        const QList<QAction *> all = menu->actions();
        const auto next = std::ranges::find_if(
            all, [action](QAction *one) { return one == action || (one->menu() && holds(one->menu(), action)); });
        return clickItem(menu, *next);
    }
    if (clear())
        return;
    if (!action->isEnabled()) { // there may be a page that it is for
        const QStringList pages = pagesOf();
        return m_tries == 0 || !once(3) ? goToPage(pages.at(below(int(pages.size())))) : actAtRandom();
    }
    if (!action->shortcut().isEmpty() && once(3)) {
        const QKeyCombination keys = action->shortcut()[0];
        return key(keys.key(), keys.keyboardModifiers());
    }
    QMenuBar *bar = m_world.window()->menuBar();
    const QList<QAction *> titles = bar->actions();
    for (QAction *title : titles) {
        if (title->menu() && holds(title->menu(), action))
            return click(bar, bar->actionGeometry(title).center());
    }
}

void Monkey::takeVerb(const QString &page)
{
    if (clear())
        return;
    ui::ListPage *list = m_world.window()->page(page);
    if (!list->isVisible())
        return goToPage(page);
    auto *verb = list->findChild<QAbstractButton *>(u"verb"_s);
    QTableView *table = list->table();
    const int rows = table->isVisible() ? table->model()->rowCount() : 0;
    if (rows > 0 && (m_tries % 2 == 1 || !table->currentIndex().isValid() || !verb->isEnabled())) {
        const int first = std::max(0, table->rowAt(0));
        const int onScreen = std::max(1, table->viewport()->height() / std::max(1, table->rowHeight(first)) - 1);
        const QModelIndex index = table->model()->index(std::min(rows - 1, first + below(onScreen)), 1);
        const auto with = once(3) ? Qt::ControlModifier : once(3) ? Qt::ShiftModifier : Qt::NoModifier;
        return click(table->viewport(), {20, table->visualRect(index).center().y()}, Qt::LeftButton, with);
    }
    if (verb->isEnabled())
        return click(verb);
    if (rows == 0)
        list->clearFilters(); // not an event: a filter that hides everything may stand in the way for ever
    actAtRandom();
}

/// On to the end of the dialog of that page's verb.
void Monkey::confirmVerb(const QString &page)
{
    QWidget *modal = QApplication::activeModalWidget();
    auto *dialog = qobject_cast<ui::VerbDialog *>(modal);
    if (QApplication::activePopupWidget() || (modal && !dialog)) {
        clear();
        return;
    }
    if (!dialog) {
        m_confirming = page;
        return takeVerb(page);
    }
    auto *confirm = dialog->findChild<QAbstractButton *>(u"confirm"_s);
    if (m_confirming == page && confirm && confirm->isVisible() && confirm->isEnabled() && !once(4)) {
        m_confirming.clear();
        count(u"order from "_s + page);
        return click(confirm);
    }
    if (confirm && confirm->isVisible() && !confirm->isEnabled())
        m_pause = 50ms; // what can be chosen is still on its way
    if (m_confirming != page || (confirm && !confirm->isVisible() && !dialog->findChild<QAbstractButton *>(u"next"_s))) {
        clear(); // that of another verb, or one that has been sent
        return;
    }
    fillIn(dialog);
}

void Monkey::fillIn(QWidget *dialog)
{
    const auto views = dialog->findChildren<QAbstractItemView *>();
    for (QAbstractItemView *view : views) {
        if (view->isVisible() && view->isEnabled() && view->selectionMode() == QAbstractItemView::SingleSelection &&
            view->model() && view->model()->rowCount() > 0 && !view->currentIndex().isValid())
            return click(view->viewport(), view->visualRect(view->model()->index(below(view->model()->rowCount()), 0)).center());
    }
    const auto lines = dialog->findChildren<QLineEdit *>();
    for (QLineEdit *line : lines) {
        if (!line->isVisible() || !line->isEnabled() || line->isReadOnly() || !line->text().isEmpty())
            continue;
        if (!line->hasFocus())
            return click(line);
        return type(u"dr-"_s + QString::number(below(100'000)));
    }
    auto *next = dialog->findChild<QAbstractButton *>(u"next"_s);
    if (next && next->isVisible() && next->isEnabled())
        return click(next);
    QWidget *widget = somewhere(dialog);
    click(widget, pointOn(widget));
}

// ---- what is done ---------------------------------------------------------------------------------------------------

/// The window that the next event is for.
QWidget *Monkey::stage()
{
    if (QWidget *popup = QApplication::activePopupWidget(); popup && !once(12))
        return popup;
    if (QWidget *modal = QApplication::activeModalWidget(); modal && !once(20))
        return modal;
    QWidgetList windows;
    const QWidgetList all = QApplication::topLevelWidgets();
    for (QWidget *window : all) {
        if (window->isVisible() && window->windowHandle() && !isTip(window) && !window->isMinimized())
            windows.append(window);
    }
    QWidget *main = m_world.window();
    // In the order of their names: that of the list is the one of addresses.
    std::ranges::sort(windows, {}, [](const QWidget *window) { return nameOf(window); });
    if (main->isMinimized()) {
        main->showNormal();
        return main;
    }
    return windows.isEmpty() || !once(3) ? main : anyOf(windows);
}

QWidget *Monkey::somewhere(QWidget *window)
{
    QWidgetList all{window}, likely;
    const QWidgetList children = window->findChildren<QWidget *>();
    for (QWidget *child : children) {
        if (child->window() != window || !child->isVisible())
            continue;
        all.append(child);
        if (isInteractive(child))
            likely.append(child);
    }
    for (int tries = 0; tries < 12; ++tries) {
        QWidget *one = likely.isEmpty() || once(5) ? anyOf(all) : anyOf(likely);
        if ((one->isEnabled() || once(5)) && !one->visibleRegion().isEmpty())
            return one;
    }
    return window;
}

QPoint Monkey::pointOn(const QWidget *widget)
{
    const QRect seen = widget->visibleRegion().boundingRect();
    if (seen.isEmpty())
        return widget->rect().center();
    if (qobject_cast<const QAbstractButton *>(widget) && !once(5))
        return seen.center();
    return {seen.left() + below(seen.width()), seen.top() + below(seen.height())};
}

bool Monkey::press(QWidget *widget, const QPoint &at, Qt::MouseButton button, Qt::KeyboardModifiers with)
{
    QWidget *window = widget->window();
    if (!window->windowHandle() || !window->isVisible())
        return false;
    if (!window->isActiveWindow() && window->windowType() != Qt::Popup && !QApplication::activePopupWidget())
        window->activateWindow(); // as a window manager does
    const QPoint in = widget->mapTo(window, at);
    if (!QRect({}, window->windowHandle()->size()).contains(in))
        return false;
    QTest::mousePress(window->windowHandle(), button, with, in);
    return true;
}

/// Where it was pressed, or on whatever is there now.
void Monkey::release(QWidget *window, const QPoint &at, Qt::MouseButton button, Qt::KeyboardModifiers with)
{
    QWidget *to = window && window->windowHandle() ? window : m_world.window();
    if (to && to->windowHandle()) {
        const QSize size = to->windowHandle()->size();
        QTest::mouseRelease(
            to->windowHandle(), button, with,
            {std::clamp(at.x(), 1, std::max(1, size.width() - 1)), std::clamp(at.y(), 1, std::max(1, size.height() - 1))});
    }
}

void Monkey::click(QWidget *widget, const QPoint &at, Qt::MouseButton button, Qt::KeyboardModifiers with)
{
    tell(u"click %1 on %2 at %3, %4"_s.arg(int(button)).arg(nameOf(widget)).arg(at.x()).arg(at.y()));
    const QPointer<QWidget> window = widget->window();
    const QPoint in = widget->mapTo(widget->window(), at);
    if (press(widget, at, button, with))
        release(window, in, button, with);
}

void Monkey::clickItem(QMenu *menu, QAction *action) { click(menu, menu->actionGeometry(action).center()); }

void Monkey::doubleClick()
{
    QWidget *widget = somewhere(stage());
    const QPoint at = pointOn(widget);
    tell(u"double click on %1 at %2, %3"_s.arg(nameOf(widget)).arg(at.x()).arg(at.y()));
    QWidget *window = widget->window();
    const QPoint in = widget->mapTo(window, at);
    if (window->windowHandle() && QRect({}, window->windowHandle()->size()).contains(in))
        QTest::mouseDClick(window->windowHandle(), Qt::LeftButton, {}, in);
}

void Monkey::drag()
{
    QWidget *widget = somewhere(stage());
    for (int tries = 0;
         tries < 10 && !qobject_cast<QScrollBar *>(widget) && !qobject_cast<QHeaderView *>(widget->parentWidget()) &&
         !qobject_cast<QSplitterHandle *>(widget) && !qobject_cast<QLineEdit *>(widget);
         ++tries)
        widget = somewhere(widget->window());
    const QPointer<QWidget> window = widget->window();
    const QPoint from = pointOn(widget);
    QPoint at = widget->mapTo(window, from);
    const QPoint step{below(41) - 20, below(41) - 20};
    tell(u"drag on %1 from %2, %3 by %4, %5"_s.arg(nameOf(widget))
             .arg(from.x())
             .arg(from.y())
             .arg(step.x() * 4)
             .arg(step.y() * 4));
    if (!press(widget, from, Qt::LeftButton, {}))
        return;
    for (int i = 0; i < 4 && window && window->windowHandle() && window->isVisible(); ++i) {
        at += step;
        if (QRect({1, 1}, window->windowHandle()->size() - QSize(2, 2)).contains(at))
            QTest::mouseMove(window->windowHandle(), at);
    }
    release(window, at, Qt::LeftButton, {});
}

void Monkey::hover()
{
    QWidget *widget = somewhere(stage());
    const QPoint at = pointOn(widget);
    tell(u"move over %1 at %2, %3"_s.arg(nameOf(widget)).arg(at.x()).arg(at.y()));
    QWidget *window = widget->window();
    const QPoint in = widget->mapTo(window, at);
    if (!window->windowHandle() || !QRect({}, window->windowHandle()->size()).contains(in))
        return;
    const QPointer<QWidget> still = widget;
    QTest::mouseMove(window->windowHandle(), in);
    if (!still || !once(2))
        return;
    QHelpEvent help(QEvent::ToolTip, at, still->mapToGlobal(at)); // what the pointer brings when it rests
    QCoreApplication::sendEvent(still, &help);
}

void Monkey::wheel()
{
    QWidget *widget = somewhere(stage());
    const QPoint at = pointOn(widget);
    tell(u"wheel over %1"_s.arg(nameOf(widget)));
    QWidget *window = widget->window();
    if (!window->windowHandle())
        return;
    const QPoint in = widget->mapTo(window, at);
    const QPoint turn = once(5) ? QPoint(once(2) ? 120 : -120, 0) : QPoint(0, (once(2) ? 120 : -120) * (1 + below(4)));
    QWheelEvent event(in, window->mapToGlobal(in), {}, turn, Qt::NoButton, once(8) ? Qt::ControlModifier : Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(window->windowHandle(), &event);
}

void Monkey::key(Qt::Key code, Qt::KeyboardModifiers with)
{
    tell(u"key %1"_s.arg(QKeySequence(QKeyCombination(with, code)).toString(QKeySequence::PortableText)));
    stroke(code, with);
}

/// Each half of it goes to the window that has the keyboard by then: QTest would go on with one that is gone (Qt 6.4.2).
void Monkey::stroke(Qt::Key code, Qt::KeyboardModifiers with, const QString &text)
{
    static constexpr std::array<std::pair<Qt::KeyboardModifier, Qt::Key>, 3> held{
        {{Qt::ShiftModifier, Qt::Key_Shift}, {Qt::ControlModifier, Qt::Key_Control}, {Qt::AltModifier, Qt::Key_Alt}}};
    const auto send = [this](bool down, Qt::Key key, Qt::KeyboardModifiers modifiers, const QString &written) {
        if (QWindow *to = keyboard())
            QTest::simulateEvent(to, down, key, modifiers, written, false);
    };
    Qt::KeyboardModifiers now;
    for (const auto &[modifier, key] : held) {
        if (!with.testFlag(modifier))
            continue;
        now |= modifier;
        send(true, key, now, {});
    }
    const QString written = !text.isEmpty() || with.testFlag(Qt::AltModifier) || with.testFlag(Qt::ControlModifier)
                                ? text
                                : QString(QChar::fromLatin1(QTest::keyToAscii(code))).remove(QChar(0));
    send(true, code, with, written);
    send(false, code, with, written);
    for (const auto &[modifier, key] : held) {
        if (!with.testFlag(modifier))
            continue;
        now &= ~Qt::KeyboardModifiers(modifier);
        send(false, key, now, {});
    }
}

/// The window that keys go to; off screen nobody gives it to the next one.
QWindow *Monkey::keyboard() const
{
    if (QWindow *focused = QGuiApplication::focusWindow())
        return focused;
    QWidget *window = QApplication::activeModalWidget() ? QApplication::activeModalWidget() : m_world.window();
    if (!window || !window->windowHandle())
        return nullptr;
    window->activateWindow();
    return window->windowHandle();
}

void Monkey::randomKey()
{
    static constexpr std::array codes{
        Qt::Key_Tab,  Qt::Key_Tab,   Qt::Key_Backtab, Qt::Key_Return, Qt::Key_Enter,     Qt::Key_Escape,   Qt::Key_Up,
        Qt::Key_Down, Qt::Key_Down,  Qt::Key_Left,    Qt::Key_Right,  Qt::Key_PageUp,    Qt::Key_PageDown, Qt::Key_Home,
        Qt::Key_End,  Qt::Key_Space, Qt::Key_Space,   Qt::Key_Delete, Qt::Key_Backspace, Qt::Key_F2,       Qt::Key_F5,
        Qt::Key_F6,   Qt::Key_F10,   Qt::Key_F4,      Qt::Key_Menu,   Qt::Key_Alt,       Qt::Key_A,        Qt::Key_C,
        Qt::Key_V,    Qt::Key_X,     Qt::Key_Z};
    const Qt::Key code = anyOf(codes);
    Qt::KeyboardModifiers with = once(6)    ? Qt::ShiftModifier
                                 : once(8)  ? Qt::ControlModifier
                                 : once(12) ? Qt::AltModifier
                                            : Qt::NoModifier;
    if (code >= Qt::Key_A && code <= Qt::Key_Z)
        with = Qt::ControlModifier;
    key(code, with);
}

void Monkey::shortcut()
{
    QList<QKeyCombination> keys;
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (const QWidget *window : windows) {
        if (!window->isVisible())
            continue;
        const auto actions = window->findChildren<QAction *>();
        for (const QAction *action : actions) {
            if (!action->shortcut().isEmpty() && (action->objectName() != "quit"_L1 || once(3)))
                keys.append(action->shortcut()[0]);
        }
    }
    std::ranges::sort(keys, {}, &QKeyCombination::toCombined);
    if (keys.isEmpty())
        return randomKey();
    const QKeyCombination one = anyOf(keys);
    key(one.key(), one.keyboardModifiers());
}

QString Monkey::randomText()
{
    static const QStringList texts{u"backup"_s,
                                   u"erp"_s,
                                   u"cn-north-4"_s,
                                   u"容灾备份"_s,
                                   u"数据库-01"_s,
                                   u"<b>x</b>"_s,
                                   u"=1+1"_s,
                                   u"%1 %n %L2"_s,
                                   u"&amp;&"_s,
                                   u"status:error"_s,
                                   u"name:~("_s,
                                   u"\"open"_s,
                                   u"size:>100"_s,
                                   u"0"_s,
                                   u"-1"_s,
                                   u"8080"_s,
                                   u"99999999999999999999"_s,
                                   u"https://127.0.0.1:1/{region}"_s,
                                   u"http://nowhere.invalid"_s,
                                   u"  "_s,
                                   u"\u05e9\u05dc\u05d5\u05dd \u202eabc"_s,
                                   u"e\u0301\U0001F525\U0001F469\u200D\U0001F4BB"_s,
                                   u"🔥"_s,
                                   u"a\u0000b"_s};
    if (once(25))
        return QString(300 + below(5000), once(2) ? u'长' : u'x');
    return texts.at(below(int(texts.size())));
}

/// Latin letters as keys; the rest as an input method or the clipboard brings it.
void Monkey::type(const QString &text)
{
    tell(u"type "_s + text.left(40));
    QObject *focus = QGuiApplication::focusObject();
    if (!focus)
        return;
    const bool isLatin = text.size() < 60 &&
                         std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7f; });
    if (isLatin) {
        for (const QChar c : text)
            stroke(QTest::asciiToKey(c.toLatin1()), {}, c);
        return;
    }
    if (text.size() > 200) {
        QApplication::clipboard()->setText(text);
        stroke(Qt::Key_V, Qt::ControlModifier);
        return;
    }
    if (QInputMethodQueryEvent query(Qt::ImEnabled);
        QCoreApplication::sendEvent(focus, &query) && query.value(Qt::ImEnabled).toBool()) {
        const QPointer<QObject> still = focus;
        QInputMethodEvent composing(text.left(2), {});
        if (once(2))
            QCoreApplication::sendEvent(focus, &composing);
        if (once(4) || !still)
            return; // left in the middle
        QInputMethodEvent entered;
        entered.setCommitString(text);
        QCoreApplication::sendEvent(still, &entered);
    }
}

void Monkey::resize()
{
    ui::MainWindow *main = m_world.window();
    switch (below(8)) {
    case 0:
        tell(u"maximise"_s);
        return main->showMaximized();
    case 1:
        tell(u"minimise"_s);
        return main->showMinimized();
    case 2:
        tell(u"restore"_s);
        return main->showNormal();
    default:
        break;
    }
    QWidget *window = once(2) ? main : stage();
    const QSize size(300 + below(1500), 200 + below(900));
    tell(u"resize %1 to %2 x %3"_s.arg(nameOf(window)).arg(size.width()).arg(size.height()));
    window->resize(size);
}

/// As the button in its frame does.
void Monkey::closeWindow(QWidget *window)
{
    tell(u"close "_s + nameOf(window));
    if (window->windowHandle())
        window->windowHandle()->close();
}

/// Qt's own dialog of files can rename and delete: in it only names are typed, and its buttons pressed.
bool Monkey::inFiles()
{
    QFileDialog *files = fileDialog();
    if (!files)
        return false;
    if (QWidget *popup = QApplication::activePopupWidget()) {
        static constexpr std::array codes{Qt::Key_Escape, Qt::Key_Return, Qt::Key_Up, Qt::Key_Down};
        if (once(2)) {
            QWidget *widget = somewhere(popup);
            click(widget, pointOn(widget));
        } else {
            key(anyOf(codes));
        }
        return true;
    }
    if (QApplication::activeModalWidget() != files) { // a message of its own
        key(once(2) ? Qt::Key_Escape : Qt::Key_Return);
        return true;
    }
    auto *name = files->findChild<QLineEdit *>(u"fileNameEdit"_s);
    auto *kind = files->findChild<QComboBox *>(u"fileTypeCombo"_s);
    const auto buttons = files->findChild<QDialogButtonBox *>()->buttons();
    switch (below(8)) {
    case 0:
        click(name);
        break;
    case 1:
        click(kind);
        break;
    case 2:
    case 3:
        if (name->hasFocus()) {
            QString text = randomText().left(300);
            text.remove(u'/').remove(u'~').remove(u'.').remove(QChar(0));
            type(text);
        } else {
            click(name);
        }
        break;
    case 4:
        key(Qt::Key_Escape);
        break;
    case 5:
        if (name->hasFocus())
            key(Qt::Key_Return);
        else
            click(name);
        break;
    default:
        click(anyOf(buttons));
        break;
    }
    return true;
}

// ---- the end --------------------------------------------------------------------------------------------------------

void Monkey::finish()
{
    const QStringList never = missing();
    m_world.close();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    watch::stop();

    QStringList pages, windows, boxes, notMet;
    for (auto it = m_seen.cbegin(); it != m_seen.cend(); ++it) {
        if (it.key().startsWith("page "_L1))
            pages.append(it.key().mid(5));
        else if (it.key().startsWith("ui::"_L1))
            windows.append(u"%1 (%2)"_s.arg(it.key().mid(4)).arg(it.value()));
    }
    for (const QString &box : std::as_const(m_boxes))
        (m_seen.contains(box) ? boxes : notMet).append(box);
    for (QStringList *list : {&pages, &windows, &boxes, &notMet})
        list->sort();
    const auto line = [](const char *what, const QStringList &names) {
        if (!names.isEmpty())
            std::printf("monkey: %s: %s\n", what, qPrintable(names.join(u", "_s)));
    };
    line("pages seen", pages);
    line("windows seen", windows);
    line("boxes seen", boxes);
    line("boxes not met", notMet);
    line("never seen", never);
    std::printf("monkey: seed %llu, %ld events towards what was seen least, the program opened %ld times\n",
                static_cast<unsigned long long>(m_wishes.seed), m_steered, m_world.openings());
    const long writes = m_world.writes(), sent = long(m_world.sent());
    bool fine = never.isEmpty() && watch::warningCount() == 0;
    if (m_wishes.writable) {
        std::printf("monkey: %ld operations sent, %ld writes delivered\n", sent, writes);
        if (writes > sent) {
            std::puts("monkey: more was delivered than was sent");
            fine = false;
        }
        if (writes == 0) {
            std::puts("monkey: no write came about");
            fine = false;
        }
    } else if (writes > 0 || sent > 0) {
        std::printf("monkey: read-only, and yet %ld operations sent, %ld writes delivered\n", sent, writes);
        fine = false;
    }
    const QStringList warnings = watch::warnings();
    for (const QString &warning : warnings)
        std::printf("monkey: Qt warned, %s\n", qPrintable(warning));
    std::printf("monkey: %ld events, %ld writes, %ld Qt warnings\n", m_done, writes, watch::warningCount());
    m_code = fine ? 0 : 1;
    QApplication::exit(m_code);
}

} // namespace monkey
