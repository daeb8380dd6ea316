#include "models/worker.h"

#include "net/later.h"

namespace models {

Worker::Worker(const QString &name, Ending ending) : m_there(std::make_unique<QObject>()), m_ending(ending)
{
    m_thread.setObjectName(name);
    m_there->moveToThread(&m_thread);
    m_thread.start();
}

Worker::~Worker()
{
    if (m_ending == Ending::Drop) {
        m_drops = true;
        m_thread.quit();
    } else {
        net::later(m_there.get(), [this] { m_thread.quit(); }); // behind all jobs
    }
    m_thread.wait();
    m_there.reset(); // with the jobs still queued for it; its thread is over, so this one may
}

void Worker::post(std::function<void()> job, QObject *context, std::function<void()> done)
{
    Q_ASSERT(QThread::currentThread() == m_here.thread());
    net::later(m_there.get(), [this, job = std::move(job), context = QPointer(context), done = std::move(done)] {
        if (m_drops)
            return;
        job();
        // Only m_here's thread looks at the context: it is the one that deletes it.
        net::later(&m_here, [context, done] {
            if (context)
                done();
        });
    });
}

} // namespace models
