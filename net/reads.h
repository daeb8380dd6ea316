#pragma once

#include "net/page.h"
#include "net/records/quota.h"
#include "net/transport.h"

#include <optional>

/// What the reads of every service are made of; for the service classes alone.
namespace net::reads {

inline void add(Query &query, QLatin1StringView name, const QString &value)
{
    if (!value.isEmpty())
        query.append({name, value});
}

inline void add(Query &query, QLatin1StringView name, std::optional<int> value)
{
    if (value)
        query.append({name, QString::number(*value)});
}

inline Request get(Service service, const Scope &scope, const QStringList &path, const Query &query = {})
{
    Request request;
    request.service = service;
    request.scope = scope;
    request.path = path;
    request.query = query;
    return request;
}

/// Below /v1/{project_id}, where all of CSBS, SDRS and VPC lives.
inline Request ofProject(Service service, const Scope &scope, const QStringList &path, const Query &query = {})
{
    return get(service, scope, QStringList{QStringLiteral("v1"), scope.projectId} + path, query);
}

/// All readable rows of {"<member>": […]}. \a member is a literal: it is kept.
template <typename T> CallPtr<QList<T>> list(Transport &transport, Request request, std::string_view member)
{
    return transport.call<QList<T>>(std::move(request), [member](const Answer &answer) -> Result<QList<T>> {
        auto rows = readRecords<T>(answer.body, member);
        if (!rows)
            return tl::unexpected(rows.error());
        return std::move(rows->first);
    });
}

/// As list(), with what the answer says beside its rows.
template <typename T> CallPtr<Page<T>> page(Transport &transport, Request request, std::string_view member)
{
    return transport.call<Page<T>>(std::move(request), [member](const Answer &answer) -> Result<Page<T>> {
        auto rows = readRecords<T>(answer.body, member);
        if (!rows)
            return tl::unexpected(rows.error());
        return Page<T>{std::move(rows->first), rows->second, answer.serverTime};
    });
}

/// The record of {"<member>": {…}}; with an empty \a member the answer itself is the record.
template <typename T> CallPtr<T> one(Transport &transport, Request request, std::string_view member)
{
    return transport.call<T>(std::move(request), [member](const Answer &answer) { return readRecord<T>(answer.body, member); });
}

inline CallPtr<Page<Quota>> quotas(Transport &transport, Request request)
{
    return transport.call<Page<Quota>>(std::move(request), [](const Answer &answer) -> Result<Page<Quota>> {
        auto rows = readQuotas(answer.body);
        if (!rows)
            return tl::unexpected(rows.error());
        const auto count = static_cast<int>(rows->size());
        return Page<Quota>{std::move(*rows), {.rows = count}, answer.serverTime};
    });
}

inline CallPtr<RawPage> raw(Transport &transport, Request request)
{
    return transport.call<RawPage>(std::move(request), [](const Answer &answer) -> Result<RawPage> {
        return RawPage{answer.body, answer.serverTime, answer.endpoint, answer.requestId};
    });
}

} // namespace net::reads
