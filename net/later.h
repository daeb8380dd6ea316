#pragma once

#include <QMetaObject>
#include <QObject>

#include <utility>

namespace net {

/// Runs \a work once in the thread of \a context, from its event loop; never, if \a context goes first.
/// The one door to Qt's queued calls: clang's analyzer does not see that Qt's function object counts its references and
/// deletes itself, takes each for a leak, and says so inside Qt's header, where it cannot be marked.
template <typename Work> void later([[maybe_unused]] QObject *context, [[maybe_unused]] Work &&work)
{
#ifndef __clang_analyzer__
    QMetaObject::invokeMethod(context, std::forward<Work>(work), Qt::QueuedConnection);
#endif
}

} // namespace net
