#pragma once

#include <chrono>
#include <functional>

/// Time for the soak: where the main thread would sleep until its next timer, time jumps there instead, so that a day of
/// waiting takes minutes while every timer of the program fires as it does in a day. Works by functions of the system's names
/// in this executable (clock_gettime and ppoll), which Qt calls; the program itself knows nothing of it. While the service
/// owes an answer, time passes as fast as the machine's own.
namespace soak {

/// Before anything else, and before a fork: both processes have the same time from then on.
void shareTime();
/// In the forked process of the endpoint, whose machine never sleeps: all its clocks go on while the other's does.
void beAwakeAlways();

enum class Wait {
    None,   ///< nothing is under way: jump
    Thread, ///< another thread may be at work, or a pause be made: a tenth of the patience
    Answer, ///< the service owes an answer
};
/// From here on, on this thread. \a now tells what the thread waits for; an answer that does not come within \a patience of the
/// machine's time never comes, and time goes on without it.
void startJumping(std::function<Wait()> now, std::chrono::milliseconds patience);
void stopJumping();

/// The machine sleeps: timers stand still, the wall clock goes on.
void sleep(std::chrono::milliseconds by);

std::chrono::milliseconds passed(); ///< since shareTime(), sleep included

} // namespace soak
