#pragma once

#include "models/replicateflow.h"

namespace models {

/// The draft of "Replicate policy…": which backups of a policy the service will copy, as far as that can be told before.
class ReplicatePolicyFlow final : public ReplicateFlow
{
    Q_OBJECT

public:
    /// \a policyId is chosen at the start; empty: the first one the service lists.
    ReplicatePolicyFlow(net::Transport &transport, Operations &operations, net::Scope scope, const QString &policyId,
                        QObject *parent = nullptr);

    const QList<net::Policy> &policies() const { return m_policies; }
    const net::Policy *policy() const; ///< the chosen one; null while loading or when it is gone

    /// What will happen to one backup of the policy.
    enum class Fate {
        Copied,       ///< never tried in that region
        MayBeCopied,  ///< tried before, and failed or skipped: the documents do not say whether it is taken again
        There,        ///< a replica exists
        UnderWay,     ///< a replica is being made
        NotAvailable, ///< its state does not allow it
        Replica       ///< is itself a replica
    };
    struct Row
    {
        net::Backup backup{};
        Fate fate = Fate::Copied;
    };
    struct Preview
    {
        bool loading = false;
        std::optional<net::ApiError> error{}; ///< why it is not known
        QList<Row> rows{};                    ///< those that go first, largest first; then those that may; then the others
        QDateTime asOf{};                     ///< UTC, server time, of the older of the two reads
        int count(Fate fate) const;
        qint64 sizeMb(Fate fate) const;
        bool isKnown() const { return !loading && !error && asOf.isValid(); }
    };
    Preview preview() const;

    QStringList offered(const QString &field) const override;
    void set(const QString &field, const QString &value) override; ///< another policy reads its backups
    QList<net::Reason> warnings() const override;
    bool waits() const override; ///< for the preview of what is chosen now
    void reload() override;

protected:
    quint64 submit() override;
    bool isAsking() const override { return ReplicateFlow::isAsking() || m_askPolicies; }
    std::optional<net::RecordQuery> recordsWanted() const override { return net::RecordQuery{}; }

private:
    void askBackups(int offset);

    QList<net::Policy> m_policies;
    QList<net::Backup> m_backups; ///< of the chosen policy
    QString m_backupsOf;
    QDateTime m_backupsAsOf;
    std::optional<net::ApiError> m_backupsError;
    net::CallPtr<QList<net::Policy>> m_askPolicies;
    net::CallPtr<net::Page<net::Backup>> m_askBackups;
};

} // namespace models
