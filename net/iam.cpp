#include "net/iam.h"

#include "net/reads.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace net {

namespace {

/// A1. An empty \a project signs in to the account alone.
CallPtr<Token> askToken(Transport &transport, const Scope &scope, const PasswordLogin &login, const QJsonObject &project)
{
    const QJsonObject user{{u"domain"_s, QJsonObject{{u"name"_s, login.domain}}},
                           {u"name"_s, login.user},
                           {u"password"_s, QString::fromUtf8(login.password)}};
    const QJsonObject identity{{u"methods"_s, QJsonArray{u"password"_s}}, {u"password"_s, QJsonObject{{u"user"_s, user}}}};
    QJsonObject auth{{u"identity"_s, identity}};
    if (!project.isEmpty())
        auth.insert(u"scope"_s, QJsonObject{{u"project"_s, project}});
    Request request;
    request.verb = "POST";
    request.service = Service::Iam;
    request.scope = scope;
    request.kind = Request::Kind::SignIn;
    request.path = {u"v3"_s, u"auth"_s, u"tokens"_s};
    request.query = {{u"nocatalog"_s, u"true"_s}};
    request.body = QJsonDocument(QJsonObject{{u"auth"_s, auth}}).toJson(QJsonDocument::Compact);
    return transport.call<Token>(std::move(request), [](const Answer &answer) -> Result<Token> {
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

} // namespace

CallPtr<Token> Iam::token(const Scope &scope, const PasswordLogin &login) const
{
    const QJsonObject project =
        scope.projectId.isEmpty() ? QJsonObject{{u"name"_s, scope.region}} : QJsonObject{{u"id"_s, scope.projectId}};
    return askToken(m_transport, scope, login, project);
}

CallPtr<Token> Iam::accountToken(const QString &region, const PasswordLogin &login) const
{
    return askToken(m_transport, {region, {}}, login, {});
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
