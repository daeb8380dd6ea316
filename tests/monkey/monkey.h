#pragma once

#include "world.h"

#include <QHash>
#include <QPoint>
#include <QTimer>

#include <functional>
#include <random>
#include <vector>

class QAction;
class QFileDialog;
class QMenu;
class QWindow;

namespace monkey {

/// Clicks, types and drags at random, as a window system would tell it, through everything that can be seen. Each fifth event
/// goes where the fewest went before.
class Monkey final : public QObject
{
public:
    Monkey(World &world, const Wishes &wishes);

    int run(); ///< to its end, in the application's loop; the program's exit code

private:
    /// Something that is to be seen or done again and again.
    struct Goal
    {
        QString name;
        bool needsWriting = false;
        bool orders = false;            ///< and in the end something is sent
        std::function<void()> approach; ///< one event that leads there
    };
    /// A window that the sources name.
    struct Known
    {
        QString name;
        bool isVerb = false;
    };

    void tick();
    void rescue();
    void act();
    void actAtRandom();
    void finish();

    // What there is.
    void readSources();
    void look();
    void makeGoals();
    void count(const QString &what) { ++m_seen[what]; }
    QStringList missing() const;
    bool lacksWrite() const; ///< where there should be some
    QStringList pagesOf() const;
    QList<QAction *> menuActions() const;

    // Where to go.
    bool steer();
    bool clear();
    void goToPage(const QString &id);
    void takeAction(const QString &name);
    void takeVerb(const QString &page);
    void confirmVerb(const QString &page);
    void fillIn(QWidget *dialog);

    // What is done.
    QWidget *stage();
    QWidget *somewhere(QWidget *window);
    QPoint pointOn(const QWidget *widget);
    void click(QWidget *widget, const QPoint &at, Qt::MouseButton button = Qt::LeftButton, Qt::KeyboardModifiers with = {});
    void click(QWidget *widget) { click(widget, widget->rect().center()); }
    bool press(QWidget *widget, const QPoint &at, Qt::MouseButton button, Qt::KeyboardModifiers with);
    void release(QWidget *window, const QPoint &at, Qt::MouseButton button, Qt::KeyboardModifiers with);
    void clickItem(QMenu *menu, QAction *action);
    void doubleClick();
    void drag();
    void wheel();
    void hover();
    void key(Qt::Key code, Qt::KeyboardModifiers with = {});
    void stroke(Qt::Key code, Qt::KeyboardModifiers with, const QString &text = {});
    QWindow *keyboard() const;
    void randomKey();
    void shortcut();
    void type(const QString &text);
    QString randomText();
    void resize();
    void closeWindow(QWidget *window);
    bool inFiles();

    void tell(const QString &what);
    int below(int end) { return end < 1 ? 0 : int(m_dice() % quint64(end)); }
    bool once(int in) { return below(in) == 0; }
    template <typename List> auto &anyOf(List &list) { return list[below(int(list.size()))]; }

    World &m_world;
    Wishes m_wishes;
    std::mt19937_64 m_dice;
    std::vector<Goal> m_goals;
    std::vector<Known> m_known; ///< dialogs that have a class
    QStringList m_boxes;        ///< those that only have a name
    QHash<QString, int> m_seen, m_tried;
    QSet<const QWidget *> m_shown; ///< windows that were there at the last look
    QPointer<QWidget> m_window;    ///< that the goals are of
    const Goal *m_goal = nullptr;
    int m_before = 0, m_tries = 0;
    QString m_confirming; ///< the page whose verb is on its way
    long m_done = 0, m_steered = 0, m_openedAt = 0;
    int m_level = 0; ///< of the event loop in which the last event began
    bool m_waits = false, m_over = false;
    bool m_late = false; ///< and something is still missing
    std::chrono::milliseconds m_pause{0};
    qint64 m_waitsSince = 0;
    int m_code = 1;
};

} // namespace monkey
