#pragma once

#include "models/operation.h"
#include "net/csbs.h"
#include "net/transport.h"

#include <QObject>
#include <QTimer>

namespace models {

/// The one owner of writes: sends them, watches their parts, settles what is in doubt, and tells the outcome. It outlives
/// every dialog; closing a window does not undo an order already sent.
class Operations final : public QObject
{
    Q_OBJECT

public:
    /// How often moving records are looked at, and how long a record may need to appear.
    struct Pace
    {
        std::chrono::milliseconds poll{3000}, lostPoll{10000};
    };
    Operations(net::Transport &transport, net::Csbs &csbs, QObject *parent = nullptr);
    ~Operations() override;
    void setPace(Pace pace);

    /// Takes a confirmed draft over and sends it once. The id names the operation from now on.
    quint64 submit(net::Draft draft, const QString &targetName, const QString &targetDetail);
    /// Reads what became of a write in doubt; never sends it again.
    void lookAgain(quint64 id);
    void markRead(quint64 id);

    const QList<Operation> &all() const { return m_operations; } ///< oldest first
    const Operation *find(quint64 id) const;
    struct Counts
    {
        int running = 0, inDoubt = 0, unread = 0;
    };
    Counts counts() const;

signals:
    void added(quint64 id);
    void changed(quint64 id);
    /// A record moved or ended: lists that show it want a refresh.
    void recordsMoved(const net::Scope &scope);

private:
    struct Work;
    Operation *edit(quint64 id);
    void enter(Operation &operation, Operation::State state, const QString &detail = {});
    void answered(quint64 id, const net::Result<net::ReplicationAnswer> &answer);
    void watch();
    void poll(const net::Scope &scope);
    void polled(const net::Scope &scope, const net::Result<net::RecordPage> &page);
    void looked(quint64 id, const net::Result<net::RecordPage> &page);
    void take(Operation &operation, const net::ReplicationRecord &record);
    void conclude(Operation &operation);

    net::Transport &m_transport;
    net::Csbs &m_csbs;
    Pace m_pace;
    QList<Operation> m_operations;
    std::vector<std::unique_ptr<Work>> m_work;
    QTimer m_timer;
    quint64 m_next = 0;
};

} // namespace models
