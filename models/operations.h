#pragma once

#include "models/operation.h"
#include "net/csbs.h"
#include "net/sdrs.h"
#include "net/write.h"

#include <QObject>
#include <QTimer>

namespace models {

/// A confirmed draft on its way to Operations.
struct Order
{
    net::Draft draft{};
    QString targetName{}, targetDetail{}; ///< as in Operation
    std::optional<qint64> sizeMb{};
    QList<OperationPart> expected{}; ///< backups the service should take, or may
};

/// The one owner of writes: sends them, watches their parts and jobs, settles what is in doubt, and tells the outcome. It
/// outlives every dialog; closing a window does not undo an order already sent.
class Operations final : public QObject
{
    Q_OBJECT

public:
    /// How often moving records and jobs are looked at, and how long to wait after a look that was lost.
    struct Pace
    {
        std::chrono::milliseconds poll{3000}, lostPoll{10000};
    };
    explicit Operations(net::Transport &transport, QObject *parent = nullptr);
    ~Operations() override;
    void setPace(Pace pace);

    /// Takes a confirmed draft over and sends it once. The id names the operation from now on.
    quint64 submit(Order order);
    /// Takes several over, to be sent one at a time in this order; the queue's id. It stops by itself when the same error has
    /// come three times in a row.
    quint64 submitQueue(const QList<Order> &orders);
    const OperationQueue *queue(quint64 id) const;
    void pause(quint64 queueId);
    void resume(quint64 queueId);      ///< goes on, also after it stopped by itself
    void withdraw(quint64 queueId);    ///< what is still queued will not be sent
    void withdrawOne(quint64 id);      ///< this one, if it is still queued
    int queued(quint64 queueId) const; ///< how many are not sent yet

    /// Reads what became of a write in doubt; never sends it again.
    void lookAgain(quint64 id);
    void markRead(quint64 id);

    const QList<Operation> &all() const { return m_operations; } ///< oldest first
    const Operation *find(quint64 id) const;
    struct Counts
    {
        int queued = 0, running = 0, inDoubt = 0, unread = 0;
    };
    Counts counts() const;

signals:
    void added(quint64 id);
    void changed(quint64 id);
    void queueChanged(quint64 queueId);
    /// A record moved or ended: lists that show it want a refresh.
    void recordsMoved(const net::Scope &scope);
    /// A protection group was made, or failed to be.
    void groupsMoved(const net::Scope &scope);

private:
    struct Work;
    struct Round;
    Operation *edit(quint64 id);
    OperationQueue *editQueue(quint64 id);
    void enter(Operation &operation, Operation::State state, const QString &detail = {});
    quint64 add(Order order, quint64 queueId);
    void send(Operation &operation);
    void answered(quint64 id, const net::Result<net::WriteAnswer> &answer);
    void accept(Operation &operation, const QList<net::WriteAnswer::Made> &made);
    void advance(quint64 queueId);

    template <typename T> void ask(quint64 id, net::CallPtr<T> call, std::function<void(const net::Result<T> &)> handler);
    bool isAsking(quint64 id) const;

    void schedule(bool lost);
    void watch();
    void beginRound(const net::Scope &scope);
    void askPage(const net::Scope &scope, int offset);
    void askStraggler(const net::Scope &scope);
    void seen(const net::Scope &scope, const net::Result<net::RecordPage> &page);
    void endRound(const net::Scope &scope, const std::optional<net::ApiError> &error);
    void take(Operation &operation, OperationPart &part, const net::ReplicationRecord &record);
    void conclude(Operation &operation);
    void checkReplicas(quint64 id);

    void watchJob(Operation &operation);
    void jobSeen(quint64 id, const net::Result<net::Job> &answer);
    void watchGroup(Operation &operation);
    void groupSeen(quint64 id, const net::Result<net::ProtectionGroup> &answer);

    void lookForRecords(quint64 id, int offset, bool whole);
    void recordsLooked(quint64 id, int offset, bool wholeBefore, const net::Result<net::RecordPage> &page);
    void groupsLooked(quint64 id, const net::Result<net::GroupPage> &page);
    void lookFailed(Operation &operation, const net::ApiError &error);
    void looked(Operation &operation, int candidates, const QDateTime &at);
    void settleNotDone(Operation &operation, bool older);

    net::Transport &m_transport;
    net::Csbs m_csbs;
    net::Sdrs m_sdrs;
    Pace m_pace;
    QList<Operation> m_operations;
    QList<OperationQueue> m_queues;
    std::vector<Work> m_work;
    std::vector<Round> m_rounds;
    QTimer m_timer;
    quint64 m_next = 0, m_nextQueue = 0;
};

} // namespace models
