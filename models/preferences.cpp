#include "models/preferences.h"

#include <QSettings>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace models {

namespace {

constexpr std::array paces{std::pair{"normal"_L1, Preferences::Refresh::Normal}, std::pair{"slow"_L1, Preferences::Refresh::Slow},
                           std::pair{"off"_L1, Preferences::Refresh::Off}};
constexpr std::array proxies{std::pair{"system"_L1, ProxySetting::Kind::System}, std::pair{"none"_L1, ProxySetting::Kind::None},
                             std::pair{"own"_L1, ProxySetting::Kind::Own}};

template <typename T, std::size_t N>
void take(const std::array<std::pair<QLatin1StringView, T>, N> &words, const QString &text, T &into)
{
    for (const auto &[word, meaning] : words) {
        if (text == word)
            into = meaning;
    }
}

template <typename T, std::size_t N> QString wordOf(const std::array<std::pair<QLatin1StringView, T>, N> &words, T value)
{
    for (const auto &[word, meaning] : words) {
        if (meaning == value)
            return word;
    }
    return words.front().first;
}

} // namespace

Preferences Preferences::load(const QSettings &settings)
{
    Preferences read;
    if (const QString language = settings.value(u"language"_s).toString(); language == "zh_CN"_L1 || language == "en"_L1)
        read.language = language;
    if (const QString theme = settings.value(u"theme"_s).toString(); theme == "light"_L1 || theme == "dark"_L1)
        read.theme = theme;
    if (const QString zone = settings.value(u"zone"_s).toString();
        zone == "UTC"_L1 || (!zone.isEmpty() && QTimeZone::isTimeZoneIdAvailable(zone.toLatin1())))
        read.zone = zone;
    take(paces, settings.value(u"refresh"_s).toString(), read.refresh);
    take(proxies, settings.value(u"proxy/kind"_s).toString(), read.proxy.kind);
    read.proxy.host = settings.value(u"proxy/host"_s).toString();
    read.proxy.port = std::clamp(settings.value(u"proxy/port"_s, 8080).toInt(), 1, 65'535);
    read.proxy.user = settings.value(u"proxy/user"_s).toString();
    return read;
}

void Preferences::store(QSettings &settings) const
{
    if (!language.isEmpty())
        settings.setValue(u"language"_s, language);
    settings.setValue(u"theme"_s, theme);
    settings.setValue(u"zone"_s, zone);
    settings.setValue(u"refresh"_s, wordOf(paces, refresh));
    settings.setValue(u"proxy/kind"_s, wordOf(proxies, proxy.kind));
    settings.setValue(u"proxy/host"_s, proxy.host);
    settings.setValue(u"proxy/port"_s, proxy.port);
    settings.setValue(u"proxy/user"_s, proxy.user);
}

QTimeZone Preferences::timeZone() const
{
    if (zone == "system"_L1)
        return QTimeZone::systemTimeZone();
    if (zone == "UTC"_L1)
        return QTimeZone::utc();
    return QTimeZone(zone.toLatin1());
}

ListSession::Pace Preferences::pace() const
{
    ListSession::Pace pace;
    switch (refresh) {
    case Refresh::Normal:
        break;
    case Refresh::Slow:
        pace.moving = 15s;
        pace.idle = 300s;
        pace.background = 600s;
        break;
    case Refresh::Off:
        pace.isOff = true;
        break;
    }
    return pace;
}

QString preferencesProxyKey() { return u"preferences-proxy"_s; }

} // namespace models
