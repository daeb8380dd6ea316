#pragma once

#include "ui/context.h"
#include "ui/pagespecs.h"

#include <QDateTime>
#include <QObject>

namespace ui {

/// What a list page stands on: there from the start, whether somebody has come to see the page or not. It says what the service
/// is asked for and in which order the rows stand, so that a first visit changes neither, and remembers since when asking fails.
class PageBasis final : public QObject
{
    Q_OBJECT

public:
    PageBasis(const PageSpec &spec, const Context &context, models::ListSession &session, QObject *parent);

    const PageSpec &spec() const { return m_spec; }
    models::ListSession &session() const { return m_session; }
    QString settingsKey(const QString &name) const;
    QDateTime failingSince() const { return m_failingSince; } ///< UTC, by the server's clock; invalid: it does not fail

private:
    void rankStates();
    void sortAsLast(const QSettings &settings);
    void note();

    const PageSpec &m_spec;
    models::ListSession &m_session;
    const net::Transport &m_transport;
    QDateTime m_failingSince;
};

} // namespace ui
