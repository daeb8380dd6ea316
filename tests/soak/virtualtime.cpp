#include "virtualtime.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <new>
#include <poll.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace soak {

namespace {

constexpr std::int64_t second = 1'000'000'000;
constexpr std::int64_t glance = 1'000'000; ///< between two looks for an answer

struct Shared
{
    std::atomic<std::int64_t> awakeNs{0}, asleepNs{0}; ///< that the clocks are ahead of the machine's
};

Shared *shared = nullptr;
bool alwaysAwake = false;
timespec began{};
thread_local bool jumps = false;
std::function<Wait()> waitingFor; // clazy:exclude=non-pod-global-static
std::int64_t patienceNs = 0;
std::int64_t quietNs = 0; ///< that nothing has come

std::int64_t toNs(const timespec &time) { return std::int64_t(time.tv_sec) * second + time.tv_nsec; }

timespec fromNs(std::int64_t ns) { return {.tv_sec = time_t(ns / second), .tv_nsec = long(ns % second)}; }

int realPoll(pollfd *entries, nfds_t count, std::int64_t ns, const sigset_t *mask)
{
    timespec most = fromNs(ns);
    return int(syscall(SYS_ppoll, entries, count, &most, mask, 8));
}

/// Whether the thread has waited in vain long enough to go on to its next timer.
bool mayJump(pollfd *entries, nfds_t count, const sigset_t *mask, int &found)
{
    const Wait wait = waitingFor();
    if (wait == Wait::None) {
        quietNs = 0;
        return true;
    }
    if (quietNs >= (wait == Wait::Answer ? patienceNs : patienceNs / 10))
        return true; // and on and on, until something comes
    found = realPoll(entries, count, glance, mask);
    quietNs += glance;
    return false;
}

} // namespace

void shareTime()
{
    void *there = mmap(nullptr, sizeof(Shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (there == MAP_FAILED)
        std::abort();
    shared = new (there) Shared;
    clock_gettime(CLOCK_BOOTTIME, &began);
}

void beAwakeAlways() { alwaysAwake = true; }

void startJumping(std::function<Wait()> now, std::chrono::milliseconds patience)
{
    waitingFor = std::move(now);
    patienceNs = std::chrono::nanoseconds(patience).count();
    jumps = true;
}

void stopJumping() { jumps = false; }

void sleep(std::chrono::milliseconds by) { shared->asleepNs += std::chrono::nanoseconds(by).count(); }

std::chrono::milliseconds passed()
{
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return std::chrono::milliseconds((toNs(now) - toNs(began)) / 1'000'000);
}

} // namespace soak

extern "C" int clock_gettime(clockid_t clock, timespec *now) noexcept
{
    const long outcome = syscall(SYS_clock_gettime, clock, now);
    if (outcome != 0 || !soak::shared)
        return int(outcome);
    std::int64_t ns = soak::toNs(*now);
    switch (clock) {
    case CLOCK_MONOTONIC:
    case CLOCK_MONOTONIC_RAW:
    case CLOCK_MONOTONIC_COARSE:
        ns += soak::shared->awakeNs + (soak::alwaysAwake ? soak::shared->asleepNs.load() : 0);
        break;
    case CLOCK_BOOTTIME:
    case CLOCK_REALTIME:
    case CLOCK_REALTIME_COARSE:
        ns += soak::shared->awakeNs + soak::shared->asleepNs;
        break;
    default: // time a process has used
        return 0;
    }
    *now = soak::fromNs(ns);
    return 0;
}

extern "C" int ppoll(pollfd *entries, nfds_t count, const timespec *most, const sigset_t *mask)
{
    if (!soak::jumps)                                                                          // the other threads
        return int(syscall(SYS_ppoll, entries, count, const_cast<timespec *>(most), mask, 8)); // it writes what is left into most
    int found = soak::realPoll(entries, count, 0, mask);
    if (found != 0) {
        soak::quietNs = 0;
        return found;
    }
    const std::int64_t left = most ? soak::toNs(*most) : -1;
    if (left == 0)
        return 0;
    if (left < 0) // no timer to jump to
        return soak::realPoll(entries, count, soak::glance, mask);
    if (!soak::mayJump(entries, count, mask, found)) {
        if (found > 0)
            soak::quietNs = 0;
        return found;
    }
    soak::shared->awakeNs += left;
    return 0;
}
