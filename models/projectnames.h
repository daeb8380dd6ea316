#pragma once

#include "models/shared.h"

#include <QHash>
#include <QString>

namespace models {

/// What projects are called, by project id.
using ProjectNames = Shared<QHash<QString, QString>>;

} // namespace models
