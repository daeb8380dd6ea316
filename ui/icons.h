#pragma once

#include "ui/theme.h"

#include <QAnyStringView>
#include <QIcon>
#include <QPixmap>

namespace ui {

/// Our icon of that name (resources/icons/NAME.svg) in the colour of button text, read anew at each drawing.
QIcon icon(QAnyStringView name);
/// The same in a token's colour.
QIcon icon(QAnyStringView name, Token token);
/// The program's own icon in all its sizes.
QIcon programIcon();

/// For delegates: drawn once per (name, colours, size, ratio), then from a cache. `knock` is what shows through a filled
/// shape (the check in a circle): the colour of the ground. `size` is in logical pixels.
QPixmap pixmap(QAnyStringView name, const QColor &color, const QColor &knock, int size, qreal devicePixelRatio);

bool hasIcon(QAnyStringView name);

/// The resources are linked into a static library: whoever opens ":/ballast/…" calls this first.
void ensureResources();

} // namespace ui
