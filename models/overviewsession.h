#pragma once

#include "models/listsession.h"
#include "models/overview.h"

#include <QObject>
#include <QTimer>

namespace models {

/// The Overview as it is now: surveyed anew, on the list worker, when one of its lists has changed. Only a list that is there
/// as a whole counts: of a part, such as a page's filter leaves, nobody can say what is missing.
class OverviewSession final : public QObject
{
    Q_OBJECT

public:
    struct Lists
    {
        ListSession &records, &backups, &policies, &groups, &drills;
    };
    OverviewSession(const Lists &lists, Worker *worker, QObject *parent = nullptr);

    const Overview &overview() const { return m_overview; }
    bool isSurveyed() const { return m_surveyed; } ///< at least once
    /// The lists have changed since the survey that overview() comes from.
    bool isPending() const { return m_soon.isActive() || m_answered != m_seq; }

signals:
    void changed();

private:
    void survey();

    Lists m_lists;
    Worker *m_worker;
    QTimer m_soon;              ///< gathers changes
    QList<TablePtr> m_tables{}; ///< of the survey ordered last; null: not whole
    Overview m_overview;
    int m_seq = 0, m_answered = 0;
    bool m_surveyed = false;
};

} // namespace models
