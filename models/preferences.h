#pragma once

#include "models/listsession.h"
#include "models/profile.h"

#include <QTimeZone>

class QSettings;

namespace models {

/// What the user of the program prefers, wherever it is signed in. Stored in the settings; never a secret.
struct Preferences
{
    enum class Refresh { Normal, Slow, Off };

    QString language{};                       ///< zh_CN, en; empty: as the system
    QString theme = QStringLiteral("system"); ///< light, dark, system
    QString zone = QStringLiteral("system");  ///< system, UTC, or an IANA name such as Asia/Shanghai
    Refresh refresh = Refresh::Normal;
    ProxySetting proxy{.kind = ProxySetting::Kind::System};

    /// Values that are not understood count as not set.
    static Preferences load(const QSettings &settings);
    void store(QSettings &settings) const;
    QTimeZone timeZone() const;
    ListSession::Pace pace() const;
    friend bool operator==(const Preferences &, const Preferences &) = default;
};

/// The entry of the keychain that holds the password of the preferences' proxy.
QString preferencesProxyKey();

} // namespace models
