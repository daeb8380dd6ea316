#include "net/iam.h"

#include "net/reads.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace net {

CallPtr<Token> Iam::token(const Scope &scope, const PasswordLogin &login) const
{
    const QJsonObject user{{u"domain"_s, QJsonObject{{u"name"_s, login.domain}}},
                           {u"name"_s, login.user},
                           {u"password"_s, QString::fromUtf8(login.password)}};
    const QJsonObject identity{{u"methods"_s, QJsonArray{u"password"_s}}, {u"password"_s, QJsonObject{{u"user"_s, user}}}};
    const QJsonObject project =
        scope.projectId.isEmpty() ? QJsonObject{{u"name"_s, scope.region}} : QJsonObject{{u"id"_s, scope.projectId}};
    const QJsonObject auth{{u"identity"_s, identity}, {u"scope"_s, QJsonObject{{u"project"_s, project}}}};
    Request request;
    request.verb = "POST";
    request.service = Service::Iam;
    request.scope = scope;
    request.kind = Request::Kind::SignIn;
    request.path = {u"v3"_s, u"auth"_s, u"tokens"_s};
    request.query = {{u"nocatalog"_s, u"true"_s}};
    request.body = QJsonDocument(QJsonObject{{u"auth"_s, auth}}).toJson(QJsonDocument::Compact);
    return m_transport.call<Token>(std::move(request), [](const Answer &answer) -> Result<Token> {
        Result<Token> token = readRecord<Token>(answer.body, "token");
        if (!token)
            return token;
        token->token = answer.header("X-Subject-Token");
        if (token->token.isEmpty()) {
            ApiError error;
            error.detail = u"X-Subject-Token"_s;
            return tl::unexpected(error);
        }
        return token;
    });
}

CallPtr<QList<Project>> Iam::projects(const Scope &scope) const
{
    return reads::list<Project>(m_transport, reads::get(Service::Iam, scope, {u"v3"_s, u"auth"_s, u"projects"_s}), "projects");
}

CallPtr<QList<Region>> Iam::regions(const Scope &scope) const
{
    return reads::list<Region>(m_transport, reads::get(Service::Iam, scope, {u"v3"_s, u"regions"_s}), "regions");
}

} // namespace net
