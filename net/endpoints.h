#pragma once

#include "net/request.h"

#include <QUrl>

namespace net {

/// Where each service answers. Addresses may hold {region}; anything can be overridden, for private clouds and the demo.
struct Endpoints
{
    QString iam = QStringLiteral("https://iam.{region}.myhuaweicloud.com");
    QString csbs = QStringLiteral("https://csbs.{region}.myhuaweicloud.com");
    QString sdrs = QStringLiteral("https://sdrs.{region}.myhuaweicloud.com");
    QString vpc = QStringLiteral("https://vpc.{region}.myhuaweicloud.com");

    /// One address for all services.
    static Endpoints shared(const QString &address) { return {address, address, address, address}; }
    /// The base address of a service in a region; invalid when the template makes no http(s) URL.
    QUrl url(Service service, const QString &region) const;
    friend bool operator==(const Endpoints &, const Endpoints &) = default;
};

/// True for addresses of this machine: no compression there, and plain http is allowed for the sign-in.
bool isLoopback(const QUrl &url);

/// True where everybody on the way can read what is sent: http to another machine.
bool isInTheOpen(const QUrl &url);

/// True where the service is of the international edition, whose documents allow less than the Chinese ones do.
bool isInternational(const QUrl &url, const QString &region);

} // namespace net
