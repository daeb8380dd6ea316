#pragma once

#include "ui/context.h"

namespace app {

/// What the program is made of, with versions and licences, for About.
QList<ui::Component> components();

} // namespace app
