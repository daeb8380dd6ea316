#pragma once

#include <QDateTime>
#include <QString>

class QSslCertificate;

namespace net {

/// A certificate as a server showed it: what a person compares with what the keeper of that server has.
struct PeerCertificate
{
    QString subject{}, issuer{};      ///< common name, or the organisation where there is none; the server's text
    QDateTime validFrom{}, validTo{}; ///< UTC
    QString sha256{};                 ///< of the whole certificate, "3F:0A:…"

    static PeerCertificate of(const QSslCertificate &certificate);
    friend bool operator==(const PeerCertificate &, const PeerCertificate &) = default;
};

} // namespace net
