#pragma once

#include "models/extract.h"
#include "ui/context.h"
#include "ui/pagebasis.h"

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
    ListPage(const PageBasis &basis, const Context &context, QWidget *parent = nullptr); ///< the basis outlives it
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
    void clearFilters(); ///< all of them: text, server, facet
    void setRegions(const QStringList &regions);
    void setDetailVisible(bool visible);
    bool isDetailVisible() const;
    void chooseColumns();     ///< the menu of columns, at the button
    void chooseView();        ///< the menu of saved views, at the button
    void chooseExport();      ///< the menu of what to export, at the button
    void selectAllMatching(); ///< also those that will match after a refresh, until the filter is another one
    bool hasSelection() const;
    /// The selected rows in the order shown, as rows of the session's table; all that match where all matching are selected.
    QList<int> selectedRows() const;
    void copyCell() const; ///< or the text that is selected in a label
    void copyRow() const;  ///< the selected rows as on the screen, without headers
    void copyId() const;
    void copyAs(models::ExtractFormat format) const; ///< the selected rows, with headers
    /// Asks for a file and writes all rows that match, or the selected ones; says on the page what became of it.
    void exportRows(bool selectedOnly);
    void findText(); ///< to the text filter
    /// To the rows; where they have not come yet, to what can be used meanwhile, and to them when they come.
    void takeFocus();
    void saveView();                     ///< columns, sorting, splitter
    void setZone(const QTimeZone &zone); ///< of all times shown

signals:
    void currentChanged();
    void selectionChanged();
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
