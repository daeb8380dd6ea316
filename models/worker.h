#pragma once

#include <QObject>
#include <QPointer>
#include <QThread>

#include <atomic>
#include <functional>
#include <memory>
#include <type_traits>
#include <utility>

namespace models {

/// A thread for work that must not stand on the GUI's. There are two: one on which all lists are read, joined, filtered and
/// sorted, and one that owns the ledger. Jobs run one after the other in the order given. run() is called on the thread that
/// made the worker, and results come back there.
class Worker final
{
public:
    enum class Ending {
        Drop,  ///< the end waits for the job under way only
        Finish ///< the end waits for all jobs
    };
    explicit Worker(const QString &name = QStringLiteral("lists"), Ending ending = Ending::Drop);
    ~Worker(); ///< nobody is told any more
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    /// Runs \a pure on the worker, then \a done with its result here, unless \a context or the worker goes first.
    template <typename Pure, typename Done> void run(Pure pure, QObject *context, Done done)
    {
        using R = std::invoke_result_t<Pure>;
        auto result = std::make_shared<std::unique_ptr<R>>(); // written there, read here: the event queue orders the two
        post([pure = std::move(pure), result] { *result = std::make_unique<R>(pure()); }, context,
             [done = std::move(done), result] { done(std::move(**result)); });
    }

private:
    void post(std::function<void()> job, QObject *context, std::function<void()> done);

    QThread m_thread;
    std::unique_ptr<QObject> m_there; ///< lives on m_thread: the queue of jobs
    QObject m_here;                   ///< lives on the maker's thread: the queue of results
    Ending m_ending;
    std::atomic_bool m_drops = false;
};

} // namespace models
