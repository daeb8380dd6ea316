#include "census.h"

#include <QDir>
#include <QFile>
#include <QMutex>
#include <QTimer>

#include <filesystem>
#include <malloc.h>
#include <string>
#include <system_error>
#include <unistd.h>
#include <unordered_set>

using namespace Qt::StringLiterals;

// Qt's own door for tools that watch objects; its header is private, the array is not.
extern Q_CORE_EXPORT quintptr qtHookData[]; // NOLINT(modernize-avoid-c-arrays)

namespace soak {

namespace {

constexpr int addObject = 3, removeObject = 4; // of QHooks::HookIndex

struct Objects
{
    QMutex mutex;
    std::unordered_set<QObject *> made;
};

Objects &objects()
{
    static Objects all;
    return all;
}

thread_local bool isMain = false;

void added(QObject *object)
{
    if (!isMain)
        return;
    const QMutexLocker lock(&objects().mutex);
    objects().made.insert(object);
}

void removed(QObject *object) // on any thread: some are moved to another one and end there
{
    const QMutexLocker lock(&objects().mutex);
    objects().made.erase(object);
}

} // namespace

void countObjects()
{
    isMain = true;
    objects();
    qtHookData[addObject] = reinterpret_cast<quintptr>(&added);
    qtHookData[removeObject] = reinterpret_cast<quintptr>(&removed);
}

Census takeCensus(const QObject *own)
{
    Census now;
    const struct mallinfo2 heap = mallinfo2();
    now.heapBytes = qint64(heap.uordblks) + qint64(heap.hblkhd);
    QFile sizes(u"/proc/self/statm"_s);
    if (sizes.open(QIODevice::ReadOnly))
        now.residentBytes = sizes.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE);
    for (const auto &handle : std::filesystem::directory_iterator("/proc/self/fd")) {
        std::error_code gone; // the one that lists them
        const std::string target = std::filesystem::read_symlink(handle.path(), gone).string();
        ++now.handles;
        now.sockets += target.starts_with("socket:") ? 1 : 0;
    }
    now.threads = int(QDir(u"/proc/self/task"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size());
    const QMutexLocker lock(&objects().mutex);
    for (const QObject *object : objects().made) {
        if (object->parent() == own)
            continue;
        ++now.objects;
        ++now.byClass[object->metaObject()->className()];
        now.timers += qobject_cast<const QTimer *>(object) ? 1 : 0;
    }
    return now;
}

} // namespace soak
