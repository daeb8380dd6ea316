#pragma once

#include <QMap>
#include <QObject>

namespace soak {

/// What a process holds at a moment.
struct Census
{
    qint64 heapBytes = 0;     ///< handed out by malloc and not given back
    qint64 residentBytes = 0; ///< of it and all else, in memory
    int handles = 0;          ///< open files, sockets and the like
    int sockets = 0;          ///< of them
    int threads = 0;
    int timers = 0;  ///< QTimers that the main thread made
    int objects = 0; ///< QObjects that the main thread made
    QMap<QByteArray, int> byClass{};
};

/// Counts QObjects from here on; before the first of them is made, on the main thread.
void countObjects();
/// Without the children of \a own, which watch.
Census takeCensus(const QObject *own);

} // namespace soak
