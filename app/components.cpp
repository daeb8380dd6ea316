#include "app/components.h"

#include <QSslSocket>

#include <zlib.h>

using namespace Qt::StringLiterals;

namespace app {

QList<ui::Component> components()
{
    const auto text = [](const char *version) { return QString::fromLatin1(version); };
    const QString qt = text(qVersion()) == text(QT_VERSION_STR)
                           ? text(qVersion())
                           : u"%1 (%2)"_s.arg(text(qVersion()), text(QT_VERSION_STR)); // running, built with
    return {{u"Ballast"_s, text(BALLAST_VERSION), u"Apache-2.0"_s},
            {u"Qt"_s, qt, u"LGPL-3.0"_s},
            {u"simdjson"_s, text(BALLAST_SIMDJSON_VERSION), u"Apache-2.0"_s},
            {u"tl::expected"_s, text(BALLAST_EXPECTED_VERSION), u"CC0-1.0"_s},
            {u"QtKeychain"_s, text(BALLAST_KEYCHAIN_VERSION), u"BSD-3-Clause"_s},
            {u"TLS: %1"_s.arg(QSslSocket::activeBackend()), QSslSocket::sslLibraryVersionString(), u"Apache-2.0"_s},
            {u"zlib"_s, text(zlibVersion()), u"Zlib"_s},
            {u"Boost (Asio, Beast)"_s, text(BALLAST_BOOST_VERSION), u"BSL-1.0"_s}};
}

} // namespace app
