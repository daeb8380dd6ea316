#pragma once

#include "models/secretstore.h"

#include <QCoreApplication>

namespace ui {

/// What a keychain did not do, and why.
class SecretText final
{
    Q_DECLARE_TR_FUNCTIONS(ui::SecretText)

public:
    /// Above the empty field: why the secrets of a profile have to be typed, and how long they are kept.
    static QString typeThem(const models::SecretStore::Outcome &outcome);
    /// A profile was saved, its secrets were not.
    static QString savedWithout(const QString &name, models::SecretStore::Lack lack);
    /// In the window of a profile: its secrets end with the session.
    static QString sessionOnly(models::SecretStore::Lack lack);
    /// The profile is gone; what became of its secrets.
    static QString deleted(const QString &name, const models::SecretStore::Outcome &outcome);
    /// Under the field of the preferences' proxy: what became of its password, which was \a removed or written.
    static QString proxyPassword(const models::SecretStore::Outcome &outcome, bool removed);
    /// In the window: the password of the preferences' proxy could not be read.
    static QString typeProxyPassword(const models::SecretStore::Outcome &outcome);
};

} // namespace ui
