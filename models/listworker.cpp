#include "models/listworker.h"

#include "net/later.h"

namespace models {

ListWorker::ListWorker() : m_there(std::make_unique<QObject>())
{
    m_thread.setObjectName(QStringLiteral("lists"));
    m_there->moveToThread(&m_thread);
    m_thread.start();
}

ListWorker::~ListWorker()
{
    m_ending = true;
    m_thread.quit();
    m_thread.wait();
    m_there.reset(); // with the jobs still queued for it; its thread is over, so this one may
}

void ListWorker::post(std::function<void()> job, QObject *context, std::function<void()> done)
{
    Q_ASSERT(QThread::currentThread() == m_here.thread());
    net::later(m_there.get(), [this, job = std::move(job), context = QPointer(context), done = std::move(done)] {
        if (m_ending)
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
