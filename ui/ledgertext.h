#pragma once

#include "models/operations.h"

#include <QCoreApplication>
#include <QTimeZone>

namespace ui {

/// What there is to say of the ledger of operations.
class LedgerText final
{
    Q_DECLARE_TR_FUNCTIONS(ui::LedgerText)

public:
    /// How it was found, where that is worth a message; a sentence each.
    static QStringList notices(const models::LedgerReport &report);
    /// "Since you were last here (…): 2 succeeded · 1 in doubt"; empty: nothing was open then.
    static QString meanwhile(const models::Operations::Meanwhile &what, const QTimeZone &zone);
};

} // namespace ui
