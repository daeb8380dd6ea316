#include "models/overviewsession.h"

using namespace std::chrono_literals;

namespace models {

OverviewSession::OverviewSession(const Lists &lists, Worker *worker, QObject *parent)
    : QObject(parent), m_lists(lists), m_worker(worker)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(50ms);
    connect(&m_soon, &QTimer::timeout, this, &OverviewSession::survey);
    for (ListSession *list : {&lists.records, &lists.backups, &lists.policies, &lists.groups, &lists.drills}) {
        connect(list, &ListSession::changed, this, [this] {
            if (!m_soon.isActive())
                m_soon.start();
        });
    }
}

void OverviewSession::survey()
{
    QList<TablePtr> tables;
    for (const ListSession *list : {&m_lists.records, &m_lists.backups, &m_lists.policies, &m_lists.groups, &m_lists.drills})
        tables.append(list->isWhole() ? list->table() : TablePtr());
    if (m_surveyed && tables == m_tables)
        return;
    m_tables = tables;
    m_worker->run([tables] { return models::survey(tables.at(0), tables.at(1), tables.at(2), tables.at(3), tables.at(4)); }, this,
                  [this, seq = ++m_seq](const Overview &overview) {
                      if (seq != m_seq)
                          return; // a newer one is on its way
                      m_answered = seq;
                      const bool first = !std::exchange(m_surveyed, true);
                      if (!first && overview == m_overview)
                          return;
                      m_overview = overview;
                      emit changed();
                  });
}

} // namespace models
