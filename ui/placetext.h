#pragma once

#include "models/place.h"

#include <QCoreApplication>

namespace ui {

/// Regions and projects in words, as plain text.
class PlaceText final
{
    Q_DECLARE_TR_FUNCTIONS(ui::PlaceText)

public:
    static QString project(const models::Place &place, const net::Scope &scope); ///< its name, or the short form of its id
    static QString whole(const models::Place &place, const net::Scope &scope);   ///< "region / project"
    static QString shown(const models::Place &place); ///< of one project "region · project", else how many of how many regions
    static QString answering(const models::Place &place); ///< whom a list was asked of: as whole(), or as shown() of several
};

} // namespace ui
