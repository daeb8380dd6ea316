#include "points.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <dlfcn.h>
#include <limits.h>
#include <sys/sendfile.h>
#include <unistd.h>

namespace crash {

namespace {

// Ready before any constructor runs: the functions below are called from the first moment of the process on.
constinit std::atomic<bool> armed = false, hit = false;
constinit Point wanted{};
constinit std::array<char, PATH_MAX> prefix{};
constinit std::array<std::atomic<long>, std::size_t(At::Count)> counts{};

[[noreturn]] void die()
{
    ::kill(::getpid(), SIGKILL);
    for (;;)
        ::pause();
}

bool isOurs(const char *path) { return armed && path && std::strncmp(path, prefix.data(), std::strlen(prefix.data())) == 0; }

bool isOurs(int fd)
{
    if (!armed)
        return false;
    const int before = errno;
    std::array<char, 64> link{};
    std::array<char, PATH_MAX> path{};
    std::snprintf(link.data(), link.size(), "/proc/self/fd/%d", fd);
    const ssize_t size = ::readlink(link.data(), path.data(), path.size() - 1);
    errno = before;
    return size > 0 && isOurs(path.data());
}

enum class Turn { Usual, Half, HalfAndDie, Fail };

/// What becomes of a call in the folder; errno says why it fails.
Turn turn(bool data)
{
    const long disk = ++counts[std::size_t(At::Disk)];
    const long bytes = data ? ++counts[std::size_t(At::Data)] : 0;
    const bool due =
        (wanted.at == At::Disk && disk == wanted.number) || (wanted.at == At::Data && data && bytes == wanted.number);
    const bool later = wanted.lasting && hit;
    if (due)
        hit = true;
    if (!due && !later)
        return Turn::Usual;
    if (later && !due && !data && wanted.fault != Fault::IoError)
        return Turn::Usual; // a full disk still renames and removes
    switch (wanted.fault) {
    case Fault::Kill:
        die();
    case Fault::Middle:
        return Turn::HalfAndDie;
    case Fault::IoError:
        errno = EIO;
        return Turn::Fail;
    case Fault::Short:
        if (due)
            return Turn::Half;
        break;
    case Fault::NoSpace:
        break;
    }
    errno = ENOSPC;
    return Turn::Fail;
}

/// A call that writes \a size bytes, done by \a write for as many of them as it is told.
template <typename Write> ssize_t writing(std::size_t size, Write write)
{
    switch (turn(true)) {
    case Turn::Usual:
        break;
    case Turn::Half:
        return write(size / 2);
    case Turn::HalfAndDie:
        write(size / 2);
        die();
    case Turn::Fail:
        return -1;
    }
    return write(size);
}

/// Any other call that changes the folder; "in its middle" is after it.
template <typename Call> int changing(Call call)
{
    switch (turn(false)) {
    case Turn::HalfAndDie:
        call();
        die();
    case Turn::Fail:
        return -1;
    case Turn::Usual:
    case Turn::Half:
        break;
    }
    return call();
}

} // namespace

void arm(const Point &point, const std::string &folder)
{
    wanted = point;
    std::snprintf(prefix.data(), prefix.size(), "%s/", folder.c_str());
    armed = true;
}

void pass(At at)
{
    const long number = ++counts[std::size_t(at)];
    if (wanted.at == at && number == wanted.number)
        die();
}

long count(At at) { return counts[std::size_t(at)]; }

bool wasHit() { return hit; }

} // namespace crash

// ---- the system calls

namespace {
/// The function of that name behind ours.
template <typename F> F *next(const char *name) { return reinterpret_cast<F *>(::dlsym(RTLD_NEXT, name)); }
} // namespace

extern "C" {

ssize_t write(int fd, const void *bytes, size_t size)
{
    static const auto real = next<ssize_t(int, const void *, size_t)>("write");
    if (!crash::isOurs(fd))
        return real(fd, bytes, size);
    return crash::writing(size, [&](size_t part) { return real(fd, bytes, part); });
}

ssize_t pwrite(int fd, const void *bytes, size_t size, off_t at)
{
    static const auto real = next<ssize_t(int, const void *, size_t, off_t)>("pwrite");
    if (!crash::isOurs(fd))
        return real(fd, bytes, size, at);
    return crash::writing(size, [&](size_t part) { return real(fd, bytes, part, at); });
}

ssize_t pwrite64(int fd, const void *bytes, size_t size, off64_t at)
{
    static const auto real = next<ssize_t(int, const void *, size_t, off64_t)>("pwrite64");
    if (!crash::isOurs(fd))
        return real(fd, bytes, size, at);
    return crash::writing(size, [&](size_t part) { return real(fd, bytes, part, at); });
}

ssize_t sendfile(int to, int from, off_t *at, size_t size) noexcept
{
    static const auto real = next<ssize_t(int, int, off_t *, size_t)>("sendfile");
    if (!crash::isOurs(to))
        return real(to, from, at, size);
    // It is asked for all there is, whatever that be; a page stands for half of it.
    return crash::writing(size, [&](size_t part) { return real(to, from, at, part == size ? size : 4096); });
}

int fsync(int fd)
{
    static const auto real = next<int(int)>("fsync");
    return crash::isOurs(fd) ? crash::changing([fd] { return real(fd); }) : real(fd);
}

int fdatasync(int fd)
{
    static const auto real = next<int(int)>("fdatasync");
    return crash::isOurs(fd) ? crash::changing([fd] { return real(fd); }) : real(fd);
}

int ftruncate(int fd, off_t size) noexcept
{
    static const auto real = next<int(int, off_t)>("ftruncate");
    return crash::isOurs(fd) ? crash::changing([&] { return real(fd, size); }) : real(fd, size);
}

int ftruncate64(int fd, off64_t size) noexcept
{
    static const auto real = next<int(int, off64_t)>("ftruncate64");
    return crash::isOurs(fd) ? crash::changing([&] { return real(fd, size); }) : real(fd, size);
}

int unlink(const char *path) noexcept
{
    static const auto real = next<int(const char *)>("unlink");
    return crash::isOurs(path) ? crash::changing([path] { return real(path); }) : real(path);
}

int rename(const char *from, const char *to) noexcept
{
    static const auto real = next<int(const char *, const char *)>("rename");
    return crash::isOurs(to) ? crash::changing([&] { return real(from, to); }) : real(from, to);
}

int renameat2(int fromFolder, const char *from, int toFolder, const char *to, unsigned int flags) noexcept
{
    static const auto real = next<int(int, const char *, int, const char *, unsigned int)>("renameat2");
    const auto call = [&] { return real(fromFolder, from, toFolder, to, flags); };
    return crash::isOurs(to) ? crash::changing(call) : call();
}

int link(const char *from, const char *to) noexcept
{
    static const auto real = next<int(const char *, const char *)>("link");
    return crash::isOurs(to) ? crash::changing([&] { return real(from, to); }) : real(from, to);
}

int linkat(int fromFolder, const char *from, int toFolder, const char *to, int flags) noexcept
{
    static const auto real = next<int(int, const char *, int, const char *, int)>("linkat");
    const auto call = [&] { return real(fromFolder, from, toFolder, to, flags); };
    return crash::isOurs(to) ? crash::changing(call) : call();
}

} // extern "C"
