#include "models/replicatebackupflow.h"

using namespace Qt::StringLiterals;

namespace models {

ReplicateBackupFlow::ReplicateBackupFlow(net::Transport &transport, net::Csbs &csbs, net::Iam &iam, Operations &operations,
                                         net::Scope scope, net::Backup backup, QObject *parent)
    : QObject(parent), m_transport(transport), m_csbs(csbs), m_iam(iam), m_operations(operations), m_backup(std::move(backup))
{
    m_draft.verb = &net::verbs::replicateBackup;
    m_draft.scope = std::move(scope);
    m_draft.target.insert(u"checkpoint_item_id"_s, m_backup.id);
    connect(&m_operations, &Operations::changed, this, [this](quint64 id) {
        if (id == m_operationId)
            emit changed();
    });
    reload();
}

void ReplicateBackupFlow::reload()
{
    if (m_stage == Stage::Submitted)
        return;
    m_stage = Stage::Loading;
    m_loadError.reset();
    m_askRegions = m_csbs.replicationCapabilities(m_draft.scope);
    m_askRegions->then(this, [this](const net::Result<QList<net::RegionTargets>> &answer) {
        const auto done = std::move(m_askRegions);
        m_regions.clear();
        if (answer) {
            for (const net::RegionTargets &targets : *answer) { // do not assume one entry: match the region in use
                if (targets.region == m_draft.scope.region)
                    m_regions += targets.destinations;
            }
            m_regions.removeDuplicates();
            m_regions.removeAll(m_draft.scope.region);
        } else {
            m_loadError = answer.error();
        }
        loaded();
    });
    m_askProjects = m_iam.projects(m_draft.scope);
    m_askProjects->then(this, [this](const net::Result<QList<net::Project>> &answer) {
        const auto done = std::move(m_askProjects);
        if (answer)
            m_projects = *answer;
        else
            m_loadError = answer.error();
        loaded();
    });
    emit changed();
}

void ReplicateBackupFlow::loaded()
{
    if (!m_askRegions && !m_askProjects && m_stage == Stage::Loading) {
        m_stage = Stage::Editing;
        if (value(u"destination_region"_s).isEmpty() && !m_regions.isEmpty())
            setRegion(m_regions.first());
    }
    emit changed();
}

QList<net::Project> ReplicateBackupFlow::projects() const
{
    QList<net::Project> fitting;
    for (const net::Project &project : m_projects) {
        if (project.enabled && project.region() == value(u"destination_region"_s))
            fitting.append(project);
    }
    return fitting;
}

void ReplicateBackupFlow::set(const QString &field, const QString &value)
{
    if (m_stage == Stage::Submitted || m_draft.values.value(field) == value)
        return;
    m_draft.values.insert(field, value);
    emit changed();
}

void ReplicateBackupFlow::setRegion(const QString &region)
{
    if (m_stage == Stage::Submitted || value(u"destination_region"_s) == region)
        return;
    m_draft.values.insert(u"destination_region"_s, region);
    const QList<net::Project> fitting = projects();
    m_draft.values.insert(u"destination_project_id"_s, fitting.isEmpty() ? QString() : fitting.first().id);
    emit changed();
}

void ReplicateBackupFlow::setProject(const QString &id) { set(u"destination_project_id"_s, id); }

void ReplicateBackupFlow::setName(const QString &name) { set(u"name"_s, name); }

void ReplicateBackupFlow::setDescription(const QString &text) { set(u"description"_s, text); }

void ReplicateBackupFlow::setAcceleration(bool on) { set(u"enable_acceleration"_s, on ? u"true"_s : u"false"_s); }

QString ReplicateBackupFlow::value(const QString &field) const { return m_draft.values.value(field); }

net::Reason ReplicateBackupFlow::problem(const QString &name) const
{
    for (const net::Field &field : m_draft.verb->fields) {
        if (name != QLatin1StringView(field.name))
            continue;
        if (net::Reason reason = net::check(field, value(name)))
            return reason;
        if (field.rule == net::FieldRule::Region && !m_regions.contains(value(name)))
            return {net::Reason::Code::NotOffered, {value(name)}};
        if (field.rule == net::FieldRule::ProjectId) {
            const QList<net::Project> fitting = projects();
            const bool known = std::any_of(fitting.begin(), fitting.end(),
                                           [&](const net::Project &project) { return project.id == value(name); });
            if (!known)
                return {net::Reason::Code::NotOffered, {value(name)}};
        }
    }
    return {};
}

QString ReplicateBackupFlow::firstProblem() const
{
    for (const net::Field &field : m_draft.verb->fields) {
        QString name = QString::fromLatin1(field.name);
        if (problem(name))
            return name;
    }
    return {};
}

net::Reason ReplicateBackupFlow::obstacle() const
{
    if (m_transport.options().readOnly)
        return {net::Reason::Code::ReadOnly, {}};
    return net::eligible(m_backup);
}

bool ReplicateBackupFlow::canConfirm() const { return m_stage == Stage::Editing && !obstacle() && firstProblem().isEmpty(); }

net::Request ReplicateBackupFlow::request() const { return net::request(m_draft); }

quint64 ReplicateBackupFlow::confirm()
{
    if (!canConfirm())
        return 0;
    m_stage = Stage::Submitted; // before anything else: a second click finds it done
    m_operationId = m_operations.submit(m_draft, m_backup.name, m_backup.resourceName);
    emit changed();
    return m_operationId;
}

const Operation *ReplicateBackupFlow::operation() const { return m_operationId ? m_operations.find(m_operationId) : nullptr; }

} // namespace models
