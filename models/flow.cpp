#include "models/flow.h"

using namespace Qt::StringLiterals;

namespace models {

Flow::Flow(const net::Verb &verb, net::Transport &transport, Operations &operations, net::Scope scope, QObject *parent)
    : QObject(parent), m_transport(transport), m_operations(operations)
{
    m_draft.verb = &verb;
    m_draft.scope = std::move(scope);
    connect(&m_operations, &Operations::changed, this, [this](quint64 id) {
        if (id == m_operationId)
            emit changed();
    });
    connect(&m_operations, &Operations::ledgerChanged, this, &Flow::changed);
}

void Flow::begin()
{
    m_stage = Stage::Loading;
    m_loadError.reset();
}

void Flow::fail(const net::ApiError &error) { m_loadError = error; }

void Flow::settle(bool loading)
{
    if (!loading && m_stage == Stage::Loading)
        m_stage = Stage::Editing;
    emit changed();
}

void Flow::put(const QString &field, const QString &value)
{
    if (m_stage != Stage::Submitted)
        m_draft.values.insert(field, value);
}

void Flow::set(const QString &field, const QString &value)
{
    if (m_stage == Stage::Submitted || m_draft.values.value(field) == value)
        return;
    m_draft.values.insert(field, value);
    emit changed();
}

QString Flow::value(const QString &field) const { return m_draft.values.value(field); }

const net::Field *Flow::field(const QString &name) const
{
    for (const net::Field &field : m_draft.verb->fields) {
        if (name == QLatin1StringView(field.name))
            return &field;
    }
    return nullptr;
}

net::Reason Flow::problem(const QString &name) const
{
    const net::Field *described = field(name);
    if (!described)
        return {};
    if (net::Reason reason = net::check(*described, value(name)))
        return reason;
    if (described->rule == net::FieldRule::Offered && !value(name).isEmpty() && !offered(name).contains(value(name)))
        return {net::Reason::Code::NotOffered, {value(name)}};
    return {};
}

std::optional<net::Room> Flow::room(const QString &name) const
{
    const net::Field *described = field(name);
    return described ? net::room(*described, value(name)) : std::nullopt;
}

QString Flow::firstProblem() const
{
    for (const net::Field &field : m_draft.verb->fields) {
        QString name = QString::fromLatin1(field.name);
        if (problem(name))
            return name;
    }
    return {};
}

net::Reason Flow::obstacle() const
{
    return m_transport.options().readOnly ? net::Reason{net::Reason::Code::ReadOnly, {}} : m_operations.obstacle();
}

QList<net::Reason> Flow::warnings() const { return {}; }

bool Flow::canConfirm() const { return m_stage == Stage::Editing && !waits() && !obstacle() && firstProblem().isEmpty(); }

net::Request Flow::request() const { return net::request(m_draft); }

quint64 Flow::confirm()
{
    if (!canConfirm())
        return 0;
    m_stage = Stage::Submitted; // before anything else: a second click finds it done
    m_operationId = submit();
    emit changed();
    return m_operationId;
}

const Operation *Flow::operation() const { return m_operationId ? m_operations.find(m_operationId) : nullptr; }

} // namespace models
