#pragma once

#include "models/operations.h"
#include "net/iam.h"

#include <QObject>

namespace models {

/// The draft of "Replicate backup…" until it is confirmed: what is offered, what is filled in, what is wrong with it.
class ReplicateBackupFlow final : public QObject
{
    Q_OBJECT

public:
    ReplicateBackupFlow(net::Transport &transport, net::Csbs &csbs, net::Iam &iam, Operations &operations, net::Scope scope,
                        net::Backup backup, QObject *parent = nullptr);

    enum class Stage { Loading, Editing, Submitted };
    Stage stage() const { return m_stage; }
    const net::Scope &scope() const { return m_draft.scope; }
    const net::Backup &backup() const { return m_backup; }

    /// Regions C1 offers for this one; empty while loading or when replication is not offered.
    const QStringList &regions() const { return m_regions; }
    /// Projects of the chosen region, enabled ones only.
    QList<net::Project> projects() const;
    const std::optional<net::ApiError> &loadError() const { return m_loadError; } ///< why regions or projects are missing

    void setRegion(const QString &region); ///< picks the region's first project too
    void setProject(const QString &id);
    void setName(const QString &name);
    void setDescription(const QString &text);
    void setAcceleration(bool on);
    QString value(const QString &field) const; ///< as filled in: "destination_region", "name", …

    net::Reason problem(const QString &field) const; ///< of one field
    QString firstProblem() const;                    ///< name of the first wrong field; empty: all well
    net::Reason obstacle() const;                    ///< why it cannot be done at all: the backup's state, read-only
    bool canConfirm() const;

    net::Request request() const;       ///< what would be sent now
    void reload();                      ///< asks C1 and IAM again
    quint64 confirm();                  ///< once; 0 when it cannot be or was done already
    const Operation *operation() const; ///< null until confirmed
    quint64 operationId() const { return m_operationId; }

signals:
    void changed();

private:
    void set(const QString &field, const QString &value);
    void loaded();

    net::Transport &m_transport;
    net::Csbs &m_csbs;
    net::Iam &m_iam;
    Operations &m_operations;
    net::Backup m_backup;
    net::Draft m_draft;
    Stage m_stage = Stage::Loading;
    QStringList m_regions;
    QList<net::Project> m_projects;
    std::optional<net::ApiError> m_loadError;
    net::CallPtr<QList<net::RegionTargets>> m_askRegions;
    net::CallPtr<QList<net::Project>> m_askProjects;
    quint64 m_operationId = 0;
};

} // namespace models
