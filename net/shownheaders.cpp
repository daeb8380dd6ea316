#include "net/shownheaders.h"

#include "net/endpoints.h"

namespace net {

CredentialKind kindOf(const Credential &credential)
{
    const auto *key = std::get_if<AccessKey>(&credential);
    if (!key)
        return CredentialKind::Token;
    return key->securityToken.isEmpty() ? CredentialKind::AccessKey : CredentialKind::TemporaryKey;
}

QList<ShownHeader> headersShown(const Request &request, CredentialKind kind, const QUrl &base)
{
    using Value = ShownHeader::Value;
    QList<ShownHeader> headers{{"Host", Value::AsSent, hostHeader(base)}};
    if (request.kind != Request::Kind::SignIn) {
        if (kind == CredentialKind::Token) {
            headers.append({"X-Auth-Token", Value::Token});
        } else {
            if (request.service != Service::Iam && !request.scope.projectId.isEmpty())
                headers.append({"X-Project-Id", Value::AsSent, request.scope.projectId.toUtf8()});
            if (kind == CredentialKind::TemporaryKey)
                headers.append({"X-Security-Token", Value::SecurityToken});
            headers.append({"X-Sdk-Date", Value::SendingTime});
            headers.append({"Authorization", Value::Signature});
        }
    }
    const bool once = request.verb != "GET";
    headers.append({"Accept-Encoding", Value::AsSent, once || isLoopback(base) ? "identity" : "gzip"});
    if (once || !request.body.isEmpty())
        headers.append({"Content-Type", Value::AsSent, "application/json"});
    if (once)
        headers.append({"Content-Length", Value::AsSent, QByteArray::number(request.body.size())});
    return headers;
}

} // namespace net
