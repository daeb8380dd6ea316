#pragma once

#include "app/application.h"
#include "ui/listpage.h"
#include "ui/navigation.h"
#include "ui/statelook.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QFile>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

constexpr int patience = 20000; ///< ms: for what takes many requests
#define WAIT_FOR(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, patience)

/// The program as its user has it: the demo in a window, its calendar standing still, driven by input events alone.
struct Desk
{
    using State = models::Operation::State;

    /// \a scenario is the text of one; empty: the company.
    explicit Desk(const QString &language, const QByteArray &scenario = {})
    {
        app::Options options;
        options.demo = true;
        options.language = language;
        options.theme = u"light"_s;
        if (!scenario.isEmpty()) {
            options.scenario = folder.filePath(u"scenario.json"_s);
            QFile file(options.scenario);
            if (!file.open(QIODevice::WriteOnly) || file.write(scenario) != scenario.size())
                qFatal("%s", qPrintable(file.errorString()));
        }
        program = std::make_unique<app::Application>(*qApp, options);
        program->setCalendarSpeed(0);
        program->setZone(QTimeZone(8 * 3600));
        if (const auto started = program->start(); !started)
            qFatal("%s", qPrintable(started.error()));
        program->session().operations.setPace({std::chrono::milliseconds(20), std::chrono::milliseconds(20)});
        program->window().resize(1280, 800);
    }

    template <typename T> T *find(const QString &name) const { return program->window().findChild<T *>(name); }
    mock::Server &server() const { return *program->server(); }
    long writes(const char *kind) const { return server().writes(kind); }
    bool loaded() const
    {
        const auto lists = program->session().lists();
        return std::ranges::all_of(
            lists, [](const models::ListSession *list) { return list->freshness().state == models::Freshness::State::Fresh; });
    }

    /// Clicks the row of an object, which is brought into sight first.
    void click(const QString &page, const QString &id, Qt::KeyboardModifiers with = {}) const
    {
        const models::ListModel *rows = program->window().page(page)->session().model();
        const net::ObjectKey key{program->session().place.first(), id};
        [&] { WAIT_FOR(rows->rowOf(key) >= 0); }();
        auto *table = find<QTableView>(u"table-"_s + page);
        const QModelIndex cell = rows->index(rows->rowOf(key), 1);
        table->scrollTo(cell);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, with, table->visualRect(cell).center());
    }
    QAbstractButton *verb(const QString &page) const
    {
        return find<QWidget>(u"page-"_s + page)->findChild<QAbstractButton *>(u"verb"_s);
    }
    /// The dialog of that name, once what can be chosen in it is known.
    QDialog *opened(const QString &name) const
    {
        [&] { WAIT_FOR(find<QDialog>(name)); }();
        auto *dialog = find<QDialog>(name);
        if (dialog)
            [&] { WAIT_FOR(button(dialog, u"confirm"_s)->isEnabled() || !button(dialog, u"confirm"_s)->isVisible()); }();
        return dialog;
    }
    QDialog *open(const QString &page, const QString &name) const
    {
        program->window().showPage(page);
        [&] { WAIT_FOR(verb(page)->isEnabled()); }();
        QTest::mouseClick(verb(page), Qt::LeftButton);
        return opened(name);
    }
    /// The page by its shortcut, then its verb by Tab and the space bar.
    QDialog *openByKeyboard(Qt::Key number, const QString &page, const QString &name) const
    {
        ui::MainWindow &window = program->window();
        window.activateWindow(); // off screen nobody does it when a dialog goes
        [&] { WAIT_FOR(QApplication::activeWindow() == &window); }();
        QTest::keyClick(&window, number, Qt::ControlModifier);
        [&] { WAIT_FOR(verb(page)->isVisible() && verb(page)->isEnabled()); }();
        if (!tabTo(&window, verb(page)))
            return nullptr;
        QTest::keyClick(window.focusWidget(), Qt::Key_Space);
        return opened(name);
    }
    void close(QDialog *dialog) const
    {
        const QPointer<QDialog> gone = dialog;
        QTest::keyClick(dialog, Qt::Key_Escape);
        [&] { WAIT_FOR(!gone); }();
    }

    const models::Operation *last() const
    {
        const auto &all = program->session().operations.all();
        return all.isEmpty() ? nullptr : &all.last();
    }
    bool isIn(State state) const { return last() && last()->state == state; }
    /// Lets half a minute of the calendar pass, and says whether all is over now.
    bool endInTime() const
    {
        server().advance(std::chrono::seconds(30));
        return std::ranges::all_of(program->session().operations.all(), &models::Operation::isOver);
    }
    /// What the navigation says of the Operations page beside its name.
    QString badge() const
    {
        const QAbstractItemModel *model = find<ui::Navigation>(u"navigation"_s)->view()->model();
        return model->index(model->rowCount() - 1, 0).data(Qt::AccessibleDescriptionRole).toString();
    }

    static QAbstractButton *button(const QWidget *in, const QString &name) { return in->findChild<QAbstractButton *>(name); }
    static void press(const QWidget *in, const QString &name) { QTest::mouseClick(button(in, name), Qt::LeftButton); }
    /// Both clicks of a double click where \a button is; the second hits what is there by then.
    static void doubleClick(const QWidget *in, QAbstractButton *button)
    {
        const QPoint at = button->mapTo(in, button->rect().center());
        QTest::mouseClick(button, Qt::LeftButton);
        QCoreApplication::processEvents();
        if (QWidget *there = in->childAt(at)) {
            QTest::mouseDClick(there, Qt::LeftButton, {}, there->mapFrom(in, at));
            QTest::mouseRelease(there, Qt::LeftButton, {}, there->mapFrom(in, at));
        }
    }
    /// What an operation shown in \a view is said to be in.
    static bool says(const QWidget *view, State state)
    {
        const auto *word = view->findChild<QLabel *>(u"state"_s);
        return word->isVisible() &&
               word->text() == ui::stateLook(models::StateKind::Operation, models::Operation::word(state)).word;
    }
    /// Goes there with Tab.
    static bool tabTo(const QWidget *window, const QWidget *widget)
    {
        for (int steps = 0; steps < 60 && window->focusWidget() != widget; ++steps)
            QTest::keyClick(window->focusWidget(), Qt::Key_Tab);
        return window->focusWidget() == widget;
    }
    /// Replaces what a field holds by \a text.
    static void type(QLineEdit *field, const QString &text)
    {
        QTest::mouseClick(field, Qt::LeftButton);
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(field, Qt::Key_Delete);
        enter(field, text);
    }
    /// As an input method does.
    static void enter(QWidget *field, const QString &text)
    {
        QInputMethodEvent entered;
        entered.setCommitString(text);
        QCoreApplication::sendEvent(field, &entered);
    }
    /// A key that is held on whatever has the focus.
    static void holdEnter(const QDialog *dialog)
    {
        QTest::keyPress(dialog->focusWidget(), Qt::Key_Return);
        for (int i = 0; i < 40; ++i) { // what a keyboard makes of it
            QKeyEvent again(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, u"\r"_s, true);
            QCoreApplication::sendEvent(dialog->focusWidget(), &again);
            QCoreApplication::processEvents();
        }
        QTest::keyRelease(dialog->focusWidget(), Qt::Key_Return);
    }
    static bool hasChinese(const QString &text)
    {
        return std::any_of(text.begin(), text.end(), [](QChar c) { return c.script() == QChar::Script_Han; });
    }

    QTemporaryDir folder;
    std::unique_ptr<app::Application> program;
};
