#include "net/probe.h"

#include "net/jsonreader.h"
#include "net/transport.h"

using namespace Qt::StringLiterals;

namespace net {

CallPtr<bool> probe(Transport &transport, Service service, const Scope &scope)
{
    Request request;
    request.service = service;
    request.scope = scope;
    request.query = {{u"limit"_s, u"1"_s}};
    std::string_view list;
    switch (service) {
    case Service::Iam:
        request.path = {u"v3"_s, u"auth"_s, u"projects"_s};
        request.query.clear(); // it knows no parameters
        list = "projects";
        break;
    case Service::Csbs:
        request.path = {u"v1"_s, scope.projectId, u"checkpoint_items"_s};
        list = "checkpoint_items";
        break;
    case Service::Sdrs:
        request.path = {u"v1"_s, scope.projectId, u"server-groups"_s};
        list = "server_groups";
        break;
    case Service::Vpc:
        request.path = {u"v1"_s, scope.projectId, u"vpcs"_s};
        list = "vpcs";
        break;
    }
    return transport.call<bool>(std::move(request), [list](const Answer &answer) -> Result<bool> {
        const auto read = readList(answer.body, list, [](JsonReader &, QString &) { return true; });
        if (!read)
            return tl::unexpected(read.error());
        return true;
    });
}

} // namespace net
