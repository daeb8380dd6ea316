#include "models/creategroupflow.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

namespace {

using Code = net::Reason::Code;

constexpr QLatin1StringView nameField("name");
constexpr QLatin1StringView domainField("domain_id");
constexpr QLatin1StringView sourceField("source_availability_zone");
constexpr QLatin1StringView targetField("target_availability_zone");
constexpr QLatin1StringView vpcField("source_vpc_id");
constexpr QLatin1StringView modelField("dr_type");
constexpr int mostGroups = 999; // of one page

bool holdsChinese(const QString &text)
{
    const auto points = text.toUcs4();
    return std::ranges::any_of(points, [](char32_t c) { return QChar::script(c) == QChar::Script_Han; });
}

} // namespace

CreateGroupFlow::CreateGroupFlow(net::Transport &transport, Operations &operations, net::Scope scope, QObject *parent)
    : Flow(net::verbs::createGroup, transport, operations, std::move(scope), parent), m_sdrs(transport), m_vpc(transport)
{
    put(modelField, u"migration"_s);
    reload();
}

void CreateGroupFlow::reload()
{
    if (stage() == Stage::Submitted)
        return;
    begin();
    m_askDomains = m_sdrs.activeDomains(scope());
    m_askDomains->then(this, [this](const net::Result<net::Page<net::ActiveDomain>> &answer) {
        const auto done = std::move(m_askDomains);
        if (answer)
            m_domains = answer->rows;
        else
            fail(answer.error());
        const auto open = std::ranges::find(m_domains, false, &net::ActiveDomain::soldOut);
        if (value(domainField).isEmpty() && open != m_domains.end())
            set(domainField, open->id);
        come();
    });
    m_askVpcs = m_vpc.vpcs(scope());
    m_askVpcs->then(this, [this](const net::Result<net::Page<net::VpcNetwork>> &answer) {
        const auto done = std::move(m_askVpcs);
        if (answer)
            m_vpcs = answer->rows;
        else
            fail(answer.error());
        come();
    });
    // What only warns must not keep anybody from going on: its failure says nothing.
    m_askGroups = m_sdrs.groups(scope(), {.limit = mostGroups, .offset = 0});
    m_askGroups->then(this, [this](const net::Result<net::GroupPage> &answer) {
        const auto done = std::move(m_askGroups);
        m_names.clear();
        if (answer) {
            for (const net::ProtectionGroup &group : answer->rows)
                m_names.append(group.name);
        }
        come();
    });
    m_askQuotas = m_sdrs.quotas(scope());
    m_askQuotas->then(this, [this](const net::Result<net::Page<net::Quota>> &answer) {
        const auto done = std::move(m_askQuotas);
        m_quotas = answer ? answer->rows : QList<net::Quota>();
        come();
    });
    emit changed();
}

void CreateGroupFlow::come() { settle(m_askDomains || m_askVpcs); }

const net::ActiveDomain *CreateGroupFlow::domain() const
{
    const auto it = std::ranges::find(m_domains, value(domainField), &net::ActiveDomain::id);
    return it == m_domains.end() ? nullptr : &*it;
}

const net::VpcNetwork *CreateGroupFlow::vpc() const
{
    const auto it = std::ranges::find(m_vpcs, value(vpcField), &net::VpcNetwork::id);
    return it == m_vpcs.end() ? nullptr : &*it;
}

CreateGroupFlow::Left CreateGroupFlow::quota() const
{
    const auto it = std::ranges::find(m_quotas, u"server_groups"_s, &net::Quota::type);
    return it == m_quotas.end() ? Left{} : Left{it->used, it->limit};
}

void CreateGroupFlow::setReversed(bool on)
{
    if (on == m_reversed || stage() == Stage::Submitted)
        return;
    m_reversed = on;
    setSites();
    emit changed();
}

void CreateGroupFlow::setSites()
{
    const net::ActiveDomain *chosen = domain();
    const QString local = chosen ? chosen->localZone : QString(), remote = chosen ? chosen->remoteZone : QString();
    put(sourceField, m_reversed ? remote : local);
    put(targetField, m_reversed ? local : remote);
}

void CreateGroupFlow::set(const QString &field, const QString &value)
{
    if (field == domainField && this->value(field) != value && stage() != Stage::Submitted) {
        put(field, value);
        setSites();
        emit changed();
        return;
    }
    Flow::set(field, value);
}

QStringList CreateGroupFlow::offered(const QString &field) const
{
    QStringList out;
    if (field == domainField) {
        for (const net::ActiveDomain &one : m_domains)
            out.append(one.id);
    } else if (field == vpcField) {
        for (const net::VpcNetwork &one : m_vpcs)
            out.append(one.id);
    } else if (field == modelField) {
        out.append(u"migration"_s);
    } else if (const net::ActiveDomain *chosen = domain(); chosen && (field == sourceField || field == targetField)) {
        out = {chosen->localZone, chosen->remoteZone};
    }
    return out;
}

net::Reason CreateGroupFlow::problem(const QString &name) const
{
    if (net::Reason reason = Flow::problem(name))
        return reason;
    if (const net::ActiveDomain *chosen = domain(); chosen && name == domainField)
        return net::eligible(*chosen);
    if (const net::VpcNetwork *chosen = vpc();
        chosen && name == vpcField && chosen->status != net::VpcNetwork::Status::Ok && !chosen->statusWord.isEmpty())
        return {Code::WrongState, {chosen->statusWord}};
    return {};
}

QList<net::Reason> CreateGroupFlow::warnings() const
{
    QList<net::Reason> out;
    if (m_names.contains(value(nameField)))
        out.append({Code::NameTaken, {value(nameField)}});
    if (holdsChinese(value(nameField)) &&
        net::isInternational(m_transport.options().endpoints.url(net::Service::Sdrs, scope().region), scope().region))
        out.append({Code::ChineseAbroad, {}});
    if (const Left left = quota(); left.used && left.limit && *left.limit >= 0 && *left.used >= *left.limit)
        out.append({Code::QuotaShort, {u"1"_s, u"0"_s, u"server_groups"_s}});
    return out;
}

quint64 CreateGroupFlow::submit()
{
    return m_operations.submit({.draft = m_draft,
                                .targetName = value(nameField),
                                .targetDetail = u"%1 → %2"_s.arg(value(sourceField), value(targetField))});
}

} // namespace models
