#include "models/savedview.h"

#include <QSet>
#include <QSettings>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace models {

namespace {

constexpr int mostViews = 1000; ///< of a page
constexpr int leastWidth = 20, mostWidth = 4000;
constexpr qsizetype longestName = 80, longestText = 10'000;

int columnNamed(const QString &id, const QList<Column> &columns)
{
    const auto found = std::ranges::find(columns, id.toUtf8(), &Column::id);
    return found == columns.end() ? -1 : static_cast<int>(found - columns.begin());
}

bool isSound(const SavedView &view, const QList<Column> &columns)
{
    return SavedViews::tidyName(view.name) == view.name && !view.name.isEmpty() && view.text.size() <= longestText &&
           (view.sort.isEmpty() || columnNamed(view.sort, columns) >= 0) && readColumnPlaces(view.columns, columns).has_value();
}

} // namespace

QStringList columnPlacesText(const QList<ColumnPlace> &places, const QList<Column> &columns)
{
    QStringList entries;
    for (const ColumnPlace &place : places)
        entries.append(
            u"%1:%2:%3"_s.arg(QString::fromUtf8(columns.at(place.column).id)).arg(place.width).arg(place.shown ? 1 : 0));
    return entries;
}

std::optional<QList<ColumnPlace>> readColumnPlaces(const QStringList &entries, const QList<Column> &columns)
{
    QList<ColumnPlace> places;
    QSet<int> seen;
    bool any = false;
    for (const QString &entry : entries) {
        const QStringList parts = entry.split(u':');
        bool ok = false;
        const int width = parts.value(1).toInt(&ok);
        const int column = columnNamed(parts.value(0), columns);
        const bool isFlag = parts.size() == 3 && (parts.at(2) == "0"_L1 || parts.at(2) == "1"_L1);
        if (!ok || !isFlag || width < leastWidth || width > mostWidth || column < 0 || seen.contains(column))
            return {}; // broken: none is better than half of it
        seen.insert(column);
        any = any || parts.at(2) == "1"_L1;
        places.append({.column = column, .width = width, .shown = parts.at(2) == "1"_L1});
    }
    if (!any)
        return {};
    return places;
}

SavedViews::SavedViews(QSettings &settings, QString group, QList<Column> columns)
    : m_settings(settings), m_group(std::move(group)), m_columns(std::move(columns))
{
    const int size = m_settings.beginReadArray(m_group);
    const QStringList there = m_settings.childGroups(); // the size in the file may be any number
    for (int i = 0; i < std::min(size, mostViews); ++i) {
        if (!there.contains(QString::number(i + 1)))
            continue;
        m_settings.setArrayIndex(i);
        SavedView view{.name = m_settings.value(u"name"_s).toString(),
                       .text = m_settings.value(u"text"_s).toString(),
                       .facet = m_settings.value(u"facet"_s).toString(),
                       .sort = m_settings.value(u"sort"_s).toString(),
                       .descending = m_settings.value(u"descending"_s).toBool(),
                       .columns = m_settings.value(u"columns"_s).toStringList(),
                       .ownWidths = m_settings.value(u"ownWidths"_s).toBool()};
        bool sound = true;
        const QStringList server = m_settings.value(u"server"_s).toStringList();
        for (const QString &entry : server) {
            const qsizetype at = entry.indexOf(u'=');
            sound = sound && at > 0;
            view.server.append({entry.left(at), entry.mid(at + 1)});
        }
        if (sound && isSound(view, m_columns) && !find(view.name))
            m_views.append(view);
        else
            m_damaged.append(view.name.left(longestName));
    }
    m_settings.endArray();
}

const SavedView *SavedViews::find(const QString &name) const
{
    const auto found = std::ranges::find(m_views, name, &SavedView::name);
    return found == m_views.cend() ? nullptr : &*found;
}

bool SavedViews::save(const SavedView &view)
{
    if (!isSound(view, m_columns))
        return false;
    if (const auto found = std::ranges::find(m_views, view.name, &SavedView::name); found != m_views.end())
        *found = view;
    else
        m_views.append(view);
    write();
    return true;
}

void SavedViews::rename(const QString &from, const QString &to)
{
    const QString name = tidyName(to);
    const SavedView *old = find(from);
    if (!old || name.isEmpty() || name == from)
        return;
    SavedView view = *old;
    view.name = name;
    m_views.removeIf([&name](const SavedView &other) { return other.name == name; });
    std::ranges::replace_if(
        m_views, [&from](const SavedView &other) { return other.name == from; }, view);
    write();
}

void SavedViews::remove(const QString &name)
{
    if (m_views.removeIf([&name](const SavedView &view) { return view.name == name; }) > 0)
        write();
}

QString SavedViews::tidyName(const QString &name) { return name.simplified().left(longestName).trimmed(); }

void SavedViews::write()
{
    m_settings.remove(m_group);
    m_settings.beginWriteArray(m_group, static_cast<int>(m_views.size()));
    for (int i = 0; i < m_views.size(); ++i) {
        const SavedView &view = m_views.at(i);
        m_settings.setArrayIndex(i);
        m_settings.setValue(u"name"_s, view.name);
        m_settings.setValue(u"text"_s, view.text);
        m_settings.setValue(u"facet"_s, view.facet);
        QStringList server;
        for (const auto &[name, value] : view.server)
            server.append(name + u'=' + value);
        m_settings.setValue(u"server"_s, server);
        m_settings.setValue(u"sort"_s, view.sort);
        m_settings.setValue(u"descending"_s, view.descending);
        m_settings.setValue(u"columns"_s, view.columns);
        m_settings.setValue(u"ownWidths"_s, view.ownWidths);
    }
    m_settings.endArray();
}

} // namespace models
