#pragma once

#include "models/replicateflow.h"

namespace models {

/// The draft of "Replicate backup…" for one backup or many. Many go as a queue, one write at a time.
class ReplicateBackupFlow final : public ReplicateFlow
{
    Q_OBJECT

public:
    ReplicateBackupFlow(net::Transport &transport, Operations &operations, net::Scope scope, QList<net::Backup> backups,
                        QObject *parent = nullptr);

    const QList<net::Backup> &backups() const { return m_backups; }
    bool isMany() const { return m_backups.size() > 1; }
    /// Why one of them is left out; nothing: it goes. Of many, one whose replica exists in the region is left out; a single
    /// one is only warned of, for the service decides.
    net::Reason left(const net::Backup &backup) const;
    QList<net::Backup> going() const;                     ///< those that are not left out, in the order given
    qint64 sizeMb() const;                                ///< of those that go, as far as known
    void setNotListed(int count) { m_notListed = count; } ///< how many more are wanted, of which nothing is known here

    /// "name" may hold {backup}, which stands for each backup's own name.
    QString nameOf(const net::Backup &backup) const;
    net::Reason problem(const QString &field) const override;           ///< of "name": of the first name it makes that is wrong
    std::optional<net::Room> room(const QString &field) const override; ///< of "name": of the longest one it makes
    net::Reason obstacle() const override;
    QList<net::Reason> warnings() const override;
    bool waits() const override { return isMany() && records().loading; } ///< for what leaves some of them out
    net::Request request() const override;
    quint64 queueId() const { return m_queueId; } ///< 0: one backup, or not confirmed

protected:
    quint64 submit() override;
    std::optional<net::RecordQuery> recordsWanted() const override;

private:
    net::Draft draftOf(const net::Backup &backup) const;
    net::Reason taken(const net::Backup &backup) const;

    QList<net::Backup> m_backups;
    quint64 m_queueId = 0;
    int m_notListed = 0;
};

} // namespace models
