#pragma once

#include <QString>
#include <QStringList>

#include <chrono>

/// What is told of a run that does not come to its end, and the warnings of one that does.
namespace monkey::watch {

/// Takes Qt's messages over, and ends the process with 1 when nothing is heard of the GUI thread for \a patience. Whatever ends
/// it before its time, the last events are told.
void start(std::chrono::seconds patience);
void stop();

void event(const QString &text); ///< the next one, before it is done
void alive();                    ///< the event loop turns

/// Each warning once, in the order they came, with how often it came.
QStringList warnings();
long warningCount();

} // namespace monkey::watch
