#pragma once

#include <string>

/// Where a process is to die, or where the disk is to fail under it. The system calls are taken over by functions of the same
/// name in points.cpp, which act on files of one folder only.
namespace crash {

enum class At {
    Disk,      ///< a call that changes the folder: writing, syncing, cutting, renaming, removing
    Data,      ///< one of those that write bytes
    Request,   ///< a request is handed to the network
    Requested, ///< the network has taken it
    Sent,      ///< its last byte has left
    Answer,    ///< the head of its answer is there
    Finished,  ///< it is over, and nobody has been told
    Count
};

enum class Fault {
    Kill,    ///< before it
    Middle,  ///< with half of the bytes written
    NoSpace, ///< it fails with ENOSPC
    IoError, ///< it fails with EIO
    Short    ///< it takes half of the bytes, and says so
};

struct Point
{
    At at = At::Disk;
    long number = 0; ///< from 1 on; 0: there is none
    Fault fault = Fault::Kill;
    bool lasting = false; ///< all later calls fail, too; for want of space, those that write bytes
};

/// Counts from now on, in the files of \a folder (absolute, without links in it), and does what \a point says.
void arm(const Point &point, const std::string &folder);
/// One of what is counted beside the disk comes by.
void pass(At at);
long count(At at); ///< how many came by
bool wasHit();

} // namespace crash
