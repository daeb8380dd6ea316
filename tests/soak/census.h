#pragma once

#include <QtGlobal>

namespace soak {

/// What a process holds at a moment.
struct Census
{
    qint64 heapBytes = 0;     ///< handed out by malloc and not given back
    qint64 residentBytes = 0; ///< of it and all else, in memory
    int handles = 0;          ///< open files, sockets and the like
    int sockets = 0;          ///< of them
    int threads = 0;
    int timers = 0;  ///< QTimer objects of the main thread
    int objects = 0; ///< QObjects that the main thread made
};

/// Counts QObjects from here on; before the first of them is made, on the main thread.
void countObjects();
Census takeCensus();

} // namespace soak
