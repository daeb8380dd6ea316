#pragma once

#include "ui/theme.h"

#include <QList>
#include <QString>
#include <QWidget>

class QFrame;
class QListView;
class QStandardItem;
class QStandardItemModel;
class QToolButton;

namespace ui {

/// One line of the navigation: a page, or a word over a group of pages (then `id` and `icon` are empty).
struct NavEntry
{
    QString id;
    QString text;
    QString icon;
    bool group = false;
};

class ScopeButton;

/// The pane at the left: the scope, below it the pages. Folds to a rail of icons.
class Navigation : public QWidget
{
    Q_OBJECT

public:
    explicit Navigation(QWidget *parent = nullptr);

    /// Also how a change of language arrives: badges and the current page stay by id.
    void setPages(const QList<NavEntry> &pages);
    /// The entry is chosen without a signal; an unknown id chooses none.
    void setCurrent(const QString &id);
    QString current() const;

    /// `count` 0 takes the badge away. The description ("43 failed, unread") goes to the accessible description and the tool tip.
    void setBadge(const QString &id, int count, Token token, const QString &description);

    /// First line bold, second line secondary; production adds the warning icon and its word to the accessible description.
    void setScope(const QString &profile, const QString &place, bool production = false);
    /// Opens the scope: the main window puts its popup there.
    QToolButton *scopeButton() const;

    void setRail(bool rail);
    bool isRail() const { return m_rail; }

    /// The list itself, for the focus ring.
    QListView *view() const { return m_view; }

signals:
    void pageChosen(const QString &pageId);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslate();
    QStandardItem *itemOf(const QString &id) const;
    void applyWidth();

    ScopeButton *m_scope;
    QListView *m_view;
    QStandardItemModel *m_model;
    bool m_rail = false;
    bool m_silent = false;
};

} // namespace ui
