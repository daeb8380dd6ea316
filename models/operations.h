#pragma once

#include "models/ledger.h"
#include "net/csbs.h"
#include "net/sdrs.h"
#include "net/write.h"

#include <QObject>
#include <QSet>
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
/// outlives every dialog; closing a window does not undo an order already sent. With a ledger nothing leaves before the ledger
/// has it, and no answer is shown before the ledger has that; without one all of it is forgotten at the end.
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
    /// Once, before the first order: what it holds is taken over when it has opened. It outlives this object.
    void setLedger(Ledger &ledger);
    const LedgerReport *report() const { return m_ledger ? &m_ledger->report() : nullptr; } ///< null: there is no ledger
    /// Why what is known cannot be written down, in the system's words; empty: it can.
    QString ledgerProblem() const { return m_ledger ? m_ledger->problem() : QString(); }
    /// Why no order is taken: the ledger is not to be written.
    net::Reason obstacle() const;
    /// The session can ask: what earlier runs left is watched on, and what they left in doubt is looked for.
    void begin();

    /// Takes a confirmed draft over and sends it once. The id names the operation from now on, in the ledger too; 0: obstacle().
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
    bool isLooking(quint64 id) const; ///< and it is not known yet what was found
    /// A person knows that a write in doubt was not done, and says why: a text that is not blank.
    void declareNotDone(quint64 id, const QString &reason);
    void markRead(quint64 id);

    const QList<Operation> &all() const { return m_operations; } ///< oldest first
    const Operation *find(quint64 id) const;
    struct Counts
    {
        int queued = 0, running = 0, inDoubt = 0, unread = 0;
    };
    Counts counts() const;

    /// What earlier runs left open, and what has become of it since.
    struct Meanwhile
    {
        QDateTime since{}; ///< the last entry of the run before, UTC; invalid: there was none
        int succeeded = 0, failed = 0, notSent = 0, notDone = 0, inDoubt = 0, goingOn = 0, queued = 0;

        bool isEmpty() const { return succeeded + failed + notSent + notDone + inDoubt + goingOn + queued == 0; }
        friend bool operator==(const Meanwhile &, const Meanwhile &) = default;
    };
    Meanwhile meanwhile() const;

signals:
    void restored(); ///< all() holds what the ledger holds
    void ledgerChanged();
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
    /// What the ledger has of an operation, or is being given.
    struct Written
    {
        QJsonObject body{};
        qsizetype steps = 0;
    };
    Operation *edit(quint64 id);
    OperationQueue *editQueue(quint64 id);
    void enter(Operation &operation, Operation::State state, const QString &detail = {});
    quint64 add(Order order, quint64 queueId);
    void restore(const LedgerContents &contents);
    void takeFound(Operation &operation, bool whole);
    QList<LedgerEntry> newEntries(const Operation &operation);
    void writeFirst(const Operation &operation, const Ledger::Told &then);
    void tell(quint64 id);
    void send(quint64 id);
    void dispatch(quint64 id);
    void atDoor(quint64 id);
    void giveUp(quint64 id, const QString &problem);
    void answered(quint64 id, const net::Result<net::WriteAnswer> &answer);
    void concludeAnswer(quint64 id, const net::Result<net::WriteAnswer> &answer);
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

    enum class When {
        Before, ///< it was sent
        Within, ///< the time in which a request could still do it
        Later,  ///< than that
        Future, ///< of the service's own clock
        Unknown
    };
    bool isApart(const Operation &operation) const;
    When whenMade(const Operation &operation, const net::TimeStamp &made, const QDateTime &serverTime) const;
    void lookForRecords(quint64 id, int offset, bool whole);
    void recordsLooked(quint64 id, int offset, bool wholeBefore, const net::Result<net::RecordPage> &page);
    void groupsLooked(quint64 id, const net::Result<net::GroupPage> &page);
    void lookFailed(Operation &operation, const net::ApiError &error);
    void addLook(Operation &operation, const QString &detail);
    void looked(Operation &operation, int candidates, const QDateTime &at);
    void settleNotDone(Operation &operation, bool older);
    void lookForRestless();
    void lookEnded(quint64 id);

    net::Transport &m_transport;
    Ledger *m_ledger = nullptr;
    net::Csbs m_csbs;
    net::Sdrs m_sdrs;
    Pace m_pace;
    QList<Operation> m_operations;
    QList<OperationQueue> m_queues;
    std::vector<Work> m_work;
    std::vector<Round> m_rounds;
    QTimer m_timer;
    quint64 m_next = 0, m_nextQueue = 0;
    QHash<quint64, Written> m_written;
    QSet<quint64> m_restless; ///< in doubt since an earlier run: looked for until reading has had its say
    QSet<quint64> m_found;    ///< open when the program began
    QDateTime m_since;
    bool m_begun = false, m_restored = false;
};

} // namespace models
