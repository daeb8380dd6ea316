#include "watch.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <atomic>
#include <condition_variable>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <mutex>
#include <thread>
#include <unistd.h>

using namespace Qt::StringLiterals;

// Of the sanitizers, where the program is built with them: called before they end it.
extern "C" void __sanitizer_set_death_callback(void (*callback)()) __attribute__((weak)); // NOLINT(bugprone-reserved-identifier)

namespace monkey::watch {

namespace {

// Fixed in size and without a lock: they are read where the process is about to die.
constexpr std::size_t kept = 30;
std::array<std::array<char, 240>, kept> lastEvents{};
std::atomic<std::size_t> eventCount = 0;
std::atomic<qint64> heardAt = 0; // ms, steady

// clazy:excludeall=non-pod-global-static (needed to the last, and by nobody before main)
std::mutex mutex;
std::condition_variable over;
bool stopped = false;
std::thread thread;
QHash<QString, long> howOften;
QStringList order;
long count = 0;

qint64 now()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

void write(const char *text) { std::fputs(text, stderr); }

void tellEvents()
{
    const std::size_t all = eventCount;
    write("monkey: the last events:\n");
    for (std::size_t i = all > kept ? all - kept : 0; i < all; ++i) {
        write("  ");
        write(lastEvents[i % kept].data());
        write("\n");
    }
    std::fflush(stderr);
}

void onSignal(int signal)
{
    std::signal(signal, SIG_DFL);
    tellEvents();
    std::raise(signal);
}

void onMessage(QtMsgType type, const QMessageLogContext &, const QString &text)
{
    // What the offscreen platform says of itself, and what Qt 6.4.2 says when text of a field is dropped behind its own end.
    static constexpr std::array known{"This plugin does not support"_L1, "QWidgetLineControl::setSelection: Invalid start"_L1};
    const bool isKnown =
        std::any_of(known.begin(), known.end(), [&text](QLatin1StringView begin) { return text.startsWith(begin); });
    if ((type == QtWarningMsg || type == QtCriticalMsg) && !isKnown) {
        const std::lock_guard lock(mutex);
        ++count;
        if (howOften[text]++ == 0) {
            order.append(text);
            const std::size_t at = eventCount;
            std::fprintf(stderr, "monkey: Qt warns: %s\n  after %s\n", qPrintable(text),
                         at == 0 ? "nothing" : lastEvents[(at - 1) % kept].data());
            if (qEnvironmentVariableIsSet("BALLAST_MONKEY_ABORT")) // to see who says it
                std::abort();
        }
    } else if (type == QtFatalMsg) {
        std::fprintf(stderr, "monkey: %s\n", qPrintable(text));
    }
}

} // namespace

void start(std::chrono::seconds patience)
{
    qInstallMessageHandler(onMessage);
    if (__sanitizer_set_death_callback) {
        __sanitizer_set_death_callback(tellEvents);
        std::signal(SIGABRT, onSignal);
    } else {
        for (const int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT})
            std::signal(signal, onSignal);
    }
    alive();
    thread = std::thread([patience] {
        std::unique_lock lock(mutex);
        while (!over.wait_for(lock, std::chrono::milliseconds(500), [] { return stopped; })) {
            if (now() - heardAt < std::chrono::milliseconds(patience).count())
                continue;
            std::fprintf(stderr, "monkey: the window has not answered for %lld s\n", static_cast<long long>(patience.count()));
            tellEvents();
            ::_exit(1);
        }
    });
}

void stop()
{
    {
        const std::lock_guard lock(mutex);
        stopped = true;
    }
    over.notify_all();
    thread.join();
    qInstallMessageHandler(nullptr);
}

void event(const QString &text)
{
    alive();
    const qulonglong at = eventCount;
    const QByteArray line = QByteArray::number(at + 1) + ": " + text.toUtf8();
    std::snprintf(lastEvents[at % kept].data(), lastEvents[at % kept].size(), "%s", line.constData());
    if (qEnvironmentVariableIsSet("BALLAST_MONKEY_TRACE"))
        std::fprintf(stderr, "%s\n", line.constData());
    eventCount = at + 1;
}

void alive() { heardAt = now(); }

QStringList warnings()
{
    const std::lock_guard lock(mutex);
    QStringList lines;
    for (const QString &text : std::as_const(order))
        lines.append(u"%1 ×: %2"_s.arg(howOften.value(text)).arg(text));
    return lines;
}

long warningCount()
{
    const std::lock_guard lock(mutex);
    return count;
}

} // namespace monkey::watch
