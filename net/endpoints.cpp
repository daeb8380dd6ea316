#include "net/endpoints.h"

#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace net {

QUrl Endpoints::url(Service service, const QString &region) const
{
    const QString &address = service == Service::Iam    ? iam
                             : service == Service::Csbs ? csbs
                             : service == Service::Sdrs ? sdrs
                                                        : vpc;
    QString text = address;
    text.replace("{region}"_L1, region);
    const QUrl url(text, QUrl::StrictMode);
    const bool usable = url.isValid() && !url.host().isEmpty() && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1);
    return usable ? url : QUrl();
}

bool isLoopback(const QUrl &url)
{
    const QString host = url.host();
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

bool isInTheOpen(const QUrl &url) { return url.scheme() == "http"_L1 && !isLoopback(url); }

bool isInternational(const QUrl &url, const QString &region)
{
    const QString host = url.host();
    if (host.endsWith(".myhuaweicloud.com"_L1))
        return !region.startsWith("cn-"_L1);
    return host.endsWith(".myhuaweicloud.eu"_L1) || host.endsWith(".t-systems.com"_L1);
}

} // namespace net
