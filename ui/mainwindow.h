#pragma once

#include "ui/context.h"

#include <QMainWindow>

namespace ui {

class ListPage;
class OperationsDock;

/// The console's window: navigation, pages, dock, status bar. It renders; flows and operations decide.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(Context context);
    ~MainWindow() override;

    void showPage(const QString &id);  ///< "backups", "records"
    ListPage *page(const QString &id); ///< made when it is first asked for; null: it is no list
    OperationsDock *dock() const;
    /// Open the dialogs of the verbs.
    QWidget *replicateBackup(); ///< the selected ones; null: none
    QWidget *replicatePolicy();
    QWidget *createGroup();
    /// What the preferences say now; the menus follow.
    void setZone(const QTimeZone &zone);
    void showChoices(const QString &language, ThemeChoice theme);
    void addNotice(const QString &text); ///< a message bar above the page

signals:
    void closed();     ///< and not to be shown again
    void stayedOpen(); ///< its user was asked and keeps it

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace ui
