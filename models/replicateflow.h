#pragma once

#include "models/destinations.h"
#include "models/flow.h"

namespace models {

/// What the drafts of both replications share: a region and a project to copy to, and what is known of that place.
class ReplicateFlow : public Flow
{
    Q_OBJECT

public:
    /// Regions C1 offers for this one; empty while loading or when replication is not offered.
    const QStringList &regions() const { return m_places.regions(); }
    /// Projects of the chosen region, enabled ones only.
    QList<net::Project> projects() const;
    const Destinations::Quotas &quotas() const { return m_places.quotas(); } ///< of the place chosen
    net::Scope destination() const;

    void set(const QString &field, const QString &value) override; ///< a region picks its first project too
    QStringList offered(const QString &field) const override;
    void reload() override;

    /// A read of C4, all pages, for the region chosen.
    struct Records
    {
        QString region{};
        bool loading = false;
        QList<net::ReplicationRecord> rows{};
        int unreadable = 0; ///< rows left out, on all pages
        QDateTime asOf{};   ///< UTC, server time
        bool complete = false;
        std::optional<net::ApiError> error{}; ///< why they are not known
    };
    const Records &records() const { return m_records; }

protected:
    ReplicateFlow(const net::Verb &verb, net::Transport &transport, Operations &operations, net::Scope scope, QObject *parent);
    virtual bool isAsking() const { return m_places.isLoading(); }
    /// Which records to read before sending; nothing: none are needed.
    virtual std::optional<net::RecordQuery> recordsWanted() const = 0;
    void loaded(); ///< something awaited has come
    /// What is wanted of a quota and does not fit in what is left at the destination.
    QList<net::Reason> quotaWarnings(qint64 backups, qint64 sizeMb) const;

    net::Csbs m_csbs;

private:
    void askPlace();
    void askRecords(int offset);

    Destinations m_places;
    Records m_records;
    net::CallPtr<net::RecordPage> m_askRecords;
};

} // namespace models
