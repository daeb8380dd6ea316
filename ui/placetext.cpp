#include "ui/placetext.h"

#include "ui/formats.h"

#include <QSet>

namespace ui {

QString PlaceText::project(const models::Place &place, const net::Scope &scope)
{
    const QString name = place.projectName(scope);
    return formats::plain(name.isEmpty() ? formats::shortId(scope.projectId) : name);
}

QString PlaceText::whole(const models::Place &place, const net::Scope &scope)
{
    return tr("%1 / %2").arg(formats::plain(scope.region), project(place, scope)); //: A region and a project. 中文：%1 / %2
}

QString PlaceText::shown(const models::Place &place)
{
    const QList<net::Scope> &shown = place.shown();
    if (shown.size() == 1) //: Where the window is: region and project. 中文：%1 · %2
        return tr("%1 · %2").arg(formats::plain(shown.first().region), project(place, shown.first()));
    QSet<QString> regions;
    for (const net::Scope &scope : shown)
        regions.insert(scope.region);
    //: What the window shows; %1: how many regions, in words. 中文：%1，%n 个项目
    return tr("%1, %n project(s)", nullptr, int(shown.size()))
        .arg(tr("%n region(s)", nullptr, int(regions.size()))); //: 中文：%n 个区域
}

QString PlaceText::answering(const models::Place &place)
{
    return place.shown().size() == 1 ? whole(place, place.first()) : shown(place);
}

} // namespace ui
