#pragma once

#include "ui/context.h"
#include "ui/pagespecs.h"

#include <QWidget>

#include <memory>

class QAction;
class QLineEdit;
class QTableView;

namespace ui {

class DetailPane;
class FilterRow;

/// A list on the screen, with all that belongs to it: header, filters, facets, table, footer, detail.
/// It renders a models::ListSession and passes wishes on to it.
class ListPage final : public QWidget
{
    Q_OBJECT

public:
    ListPage(const PageSpec &spec, const Context &context, models::ListSession &session, QWidget *parent = nullptr);
    ~ListPage() override;

    const PageSpec &spec() const;
    models::ListSession &session() const;
    QTableView *table() const;
    QLineEdit *textFilter() const;
    FilterRow *filters() const;
    DetailPane *detail() const;

    /// The page's one write verb: the filled button and an entry of the context menu follow this action.
    void setVerb(QAction *verb);
    /// Further entries of the context menu, shared with the menu bar.
    void setRowActions(const QList<QAction *> &actions);

    std::optional<net::ObjectKey> currentKey() const;
    /// Makes the object's row the current one, now or when it has come; filters that hide it are taken away.
    void select(const net::ObjectKey &key);
    void setRegions(const QStringList &regions);
    void setDetailVisible(bool visible);
    bool isDetailVisible() const;
    void chooseColumns(); ///< the menu of columns, at the button
    void copyCell() const;
    void copyRow() const;
    void copyId() const;
    void findText(); ///< to the text filter
    /// How often the service is asked: whether this page is the one shown, and where its window is.
    void setWatch(models::ListSession::Watch watch);
    void saveView();                     ///< columns, sorting, splitter
    void setZone(const QTimeZone &zone); ///< of all times shown

signals:
    void currentChanged();
    void objectWanted(const QString &pageId, const net::ObjectKey &key);
    void detailVisibleChanged(bool visible);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace ui
