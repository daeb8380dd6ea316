#include "ui/pagebasis.h"

#include "net/transport.h"
#include "ui/statelook.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace ui {

PageBasis::PageBasis(const PageSpec &spec, const Context &context, models::ListSession &session, QObject *parent)
    : QObject(parent), m_spec(spec), m_session(session), m_transport(context.transport)
{
    m_session.setServerFilter(initialQuery(spec));
    rankStates();
    sortAsLast(context.settings);
    connect(&session, &models::ListSession::changed, this, &PageBasis::note);
    note();
}

QString PageBasis::settingsKey(const QString &name) const { return u"pages/%1/%2"_s.arg(m_spec.idText(), name); }

void PageBasis::rankStates()
{
    models::StateRanks ranks;
    for (const models::Column &column : m_session.model()->table()->columns()) {
        if (column.kind != models::CellKind::State)
            continue;
        for (const QString &word : knownStates(column.states))
            ranks[column.states].insert(word, stateLook(column.states, word).rank);
    }
    m_session.model()->setStateRanks(ranks);
}

/// As when the program was used last, or else as the page is meant to be.
void PageBasis::sortAsLast(const QSettings &settings)
{
    const models::ListModel &model = *m_session.model();
    const bool descending = settings.value(settingsKey(u"descending"_s)).toBool();
    if (const int last = model.columnOf(settings.value(settingsKey(u"sort"_s)).toString().toLatin1()); last >= 0)
        m_session.sort(last, descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    else
        m_session.sort(model.columnOf(m_spec.sortColumn), m_spec.sortOrder);
}

void PageBasis::note()
{
    using State = models::Freshness::State;
    const State state = m_session.freshness().state;
    if (state == State::Fresh)
        m_failingSince = {};
    else if (state == State::Failed && !m_failingSince.isValid()) // the first of a row of failures
        m_failingSince = m_transport.serverNow();
}

} // namespace ui
