#pragma once

#include "models/listsession.h"
#include "ui/pagespecs.h"

#include <QWidget>

#include <vector>

class QGridLayout;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QMenu;
class QToolButton;

namespace ui {

/// The filters above a table: text, then the service's own, as far as they fit; the others unfold below, under "More (n)".
/// The service is asked when a value is chosen or confirmed with Enter, never while one is typed.
class FilterRow final : public QWidget
{
    Q_OBJECT

public:
    FilterRow(const PageSpec &spec, models::ListSession &session, QWidget *parent = nullptr);
    ~FilterRow() override;

    QLineEdit *textFilter() const { return m_text; }
    void setRegions(const QStringList &regions);                ///< known ones, to choose from
    void clear();                                               ///< all filters of this row
    net::Query chosen() const;                                  ///< fields whose value is not the one at the start
    void choose(const QString &text, const net::Query &values); ///< fields without a value get the one at the start
    bool isFiltering() const;                                   ///< by text or at the service
    QString serverText() const;                                 ///< "Destination region: cn-south-1 · Status: fail"; empty: none

signals:
    void viewsWanted();
    void columnsWanted();
    void exportWanted();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Field;

    void retranslate();
    void restyle();
    void fill(Field &field); ///< the choices, in the current language
    void place();            ///< which fields stand in the row
    void apply();
    QString value(const Field &field) const;
    QString problem(const Field &field) const;
    void unfold(bool open);

    const PageSpec &m_spec;
    models::ListSession &m_session;
    QLineEdit *m_text;
    QHBoxLayout *m_row;
    QToolButton *m_more;
    QToolButton *m_views;
    QToolButton *m_columns;
    QToolButton *m_export;
    QWidget *m_panel;
    QGridLayout *m_grid;
    QLabel *m_problem;
    std::vector<std::unique_ptr<Field>> m_fields;
    QStringList m_regions;
    int m_inRow = -1;
};

/// All, and one button per state with its icon, word and count. States that do not fit go into a menu.
class FacetRow final : public QWidget
{
    Q_OBJECT

public:
    FacetRow(const PageSpec &spec, models::ListSession &session, QWidget *parent = nullptr);
    void render();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void place();
    void label(QToolButton *button, const QString &name, qint64 count);
    QToolButton *makeButton(const QString &word);

    const PageSpec &m_spec;
    models::ListSession &m_session;
    QHBoxLayout *m_row;
    QToolButton *m_all;
    QToolButton *m_rest;
    QMenu *m_menu;
    QList<QPair<QString, QToolButton *>> m_buttons; ///< by state word, in their order
};

} // namespace ui
