#include "models/overviewsession.h"

using namespace std::chrono_literals;

namespace models {

OverviewSession::OverviewSession(const Lists &lists, ListWorker *worker, QObject *parent)
    : QObject(parent), m_lists(lists), m_worker(worker)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(50ms);
    connect(&m_soon, &QTimer::timeout, this, &OverviewSession::survey);
    for (ListSession *list : {&lists.records, &lists.backups, &lists.policies, &lists.groups, &lists.drills}) {
        connect(list, &ListSession::tableChanged, this, [this] {
            if (!m_soon.isActive())
                m_soon.start();
        });
    }
}

void OverviewSession::survey()
{
    m_worker->run([records = m_lists.records.table(), backups = m_lists.backups.table(), policies = m_lists.policies.table(),
                   groups = m_lists.groups.table(),
                   drills = m_lists.drills.table()] { return models::survey(records, backups, policies, groups, drills); },
                  this,
                  [this, seq = ++m_seq](const Overview &overview) {
                      if (seq != m_seq)
                          return; // a newer one is on its way
                      const bool first = !std::exchange(m_surveyed, true);
                      if (!first && overview == m_overview)
                          return;
                      m_overview = overview;
                      emit changed();
                  });
}

} // namespace models
