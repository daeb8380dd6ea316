#pragma once

#include "models/table.h"
#include "net/request.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

class QSettings;

namespace models {

/// How a column stands in a table.
struct ColumnPlace
{
    int column = 0; ///< of the table
    int width = 0;  ///< logical pixels
    bool shown = true;

    friend bool operator==(const ColumnPlace &, const ColumnPlace &) = default;
};

/// Columns as they are kept in settings, "status:120:1" each, in their order. Read back: nothing unless every entry is sound and
/// at least one column is shown.
QStringList columnPlacesText(const QList<ColumnPlace> &places, const QList<Column> &columns);
std::optional<QList<ColumnPlace>> readColumnPlaces(const QStringList &entries, const QList<Column> &columns);

/// What a user looks at on a list page, under a name.
struct SavedView
{
    QString name{};
    QString text{};      ///< the text filter
    QString facet{};     ///< state word; empty: all
    net::Query server{}; ///< filters of the service
    QString sort{};      ///< id of a column; empty: as the server sends them
    bool descending = false;
    QStringList columns{};  ///< as columnPlacesText()
    bool ownWidths = false; ///< the user set their widths; else they fit the window

    friend bool operator==(const SavedView &, const SavedView &) = default;
};

/// The saved views of one page, in its part of the settings. Every change is written at once.
class SavedViews final
{
public:
    /// \a group such as "pages/backups/views"; \a columns are those of the page's table.
    SavedViews(QSettings &settings, QString group, QList<Column> columns);

    const QList<SavedView> &all() const { return m_views; }
    const SavedView *find(const QString &name) const;        ///< null: none; valid until the next change
    const QStringList &damaged() const { return m_damaged; } ///< names of those left out when they were read; may be empty texts

    bool save(const SavedView &view); ///< takes the place of one of that name; false: it could not be read back
    void rename(const QString &from, const QString &to);
    void remove(const QString &name);
    /// Blanks around it gone; empty where it is no name.
    static QString tidyName(const QString &name);

private:
    void write();

    QSettings &m_settings;
    QString m_group;
    QList<Column> m_columns;
    QList<SavedView> m_views;
    QStringList m_damaged;
};

} // namespace models
