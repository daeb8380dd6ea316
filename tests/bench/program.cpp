#include "program.h"

#include <QDir>
#include <QFile>
#include <QThread>

#include <array>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace bench {

namespace {

constexpr std::array folders{std::pair{"XDG_CONFIG_HOME", ".config"}, std::pair{"XDG_CACHE_HOME", ".cache"},
                             std::pair{"XDG_DATA_HOME", ".local/share"}, std::pair{"XDG_STATE_HOME", ".local/state"},
                             std::pair{"XDG_RUNTIME_DIR", ".runtime"}};

std::vector<QByteArray> environmentOf(const Start &start)
{
    const QByteArray home = start.home.toUtf8();
    std::vector<QByteArray> variables{"PATH=" + qgetenv("PATH"), "HOME=" + home, "DISPLAY=" + start.display, "LC_ALL=C.UTF-8",
                                      "QT_QPA_PLATFORM=xcb",
                                      // No keychain, and no bus daemon started for want of one.
                                      "DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent/bus"};
    for (const auto &[name, folder] : folders)
        variables.push_back(QByteArray(name) + '=' + home + '/' + folder);
    variables.insert(variables.end(), start.variables.begin(), start.variables.end());
    return variables;
}

std::vector<char *> pointersTo(std::vector<QByteArray> &texts)
{
    std::vector<char *> pointers;
    pointers.reserve(texts.size() + 1);
    for (QByteArray &text : texts)
        pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

/// What stands behind a name and its colon.
std::optional<QByteArray> statusField(pid_t pid, const QByteArray &name)
{
    QFile file(u"/proc/%1/status"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith(name + ':'))
            return line.mid(name.size() + 1).trimmed();
    }
    return {};
}

/// Ticks of the processor that it has used, in itself and in the kernel.
std::optional<qint64> ticks(pid_t pid)
{
    QFile file(u"/proc/%1/stat"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray text = file.readAll();
    // The name of the program stands in brackets and may hold spaces; utime and stime are the 12th and 13th after it.
    const QList<QByteArray> fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    return fields.size() > 12 ? std::optional(fields[11].toLongLong() + fields[12].toLongLong()) : std::nullopt;
}

} // namespace

Result<std::unique_ptr<Program>> Program::start(const Start &start)
{
    for (const auto &[name, folder] : folders)
        QDir().mkpath(start.home + u'/' + QLatin1String(folder));
    QFile::setPermissions(start.home + u"/.runtime"_s, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    std::vector<QByteArray> words{start.program}, variables = environmentOf(start);
    words.insert(words.end(), start.arguments.begin(), start.arguments.end());

    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    const QByteArray said = start.home.toUtf8() + "/said";
    posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, said.constData(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    posix_spawn_file_actions_adddup2(&files, STDOUT_FILENO, STDERR_FILENO);
    pid_t pid = 0;
    // Not QProcess: it forks, and what that costs depends on how large this process is.
    const Steady::time_point startedAt = Steady::now();
    const int failed =
        ::posix_spawnp(&pid, start.program.constData(), &files, nullptr, pointersTo(words).data(), pointersTo(variables).data());
    posix_spawn_file_actions_destroy(&files);
    if (failed != 0)
        return tl::unexpected(u"%1: %2"_s.arg(QString::fromUtf8(start.program), QString::fromLocal8Bit(std::strerror(failed))));
    return std::unique_ptr<Program>(new Program(pid, startedAt));
}

Program::~Program()
{
    if (m_gone)
        return;
    ::kill(m_pid, SIGKILL); // how it ends is not measured
    ::waitpid(m_pid, nullptr, 0);
}

bool Program::runs()
{
    m_gone = m_gone || ::waitpid(m_pid, nullptr, WNOHANG) == m_pid;
    return !m_gone;
}

bool Program::becomesIdle(std::chrono::milliseconds patience)
{
    const Steady::time_point end = Steady::now() + patience;
    auto before = ticks(m_pid);
    for (auto since = Steady::now(); before && Steady::now() < end && runs();) {
        QThread::msleep(50);
        const auto now = ticks(m_pid);
        if (now != before)
            since = Steady::now();
        before = now;
        if (Steady::now() - since >= 1s)
            return true;
    }
    return false;
}

std::optional<qint64> Program::resident() const
{
    constexpr qint64 kibi = 1024;
    const auto field = statusField(m_pid, "VmRSS"); // "34512 kB"
    if (!field)
        return {};
    bool number = false;
    const qint64 kilobytes = field->left(field->indexOf(' ')).toLongLong(&number);
    return number ? std::optional(kilobytes * kibi) : std::nullopt;
}

} // namespace bench
