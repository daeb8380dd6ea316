#pragma once

#include "windowwatch.h"

#include <QTemporaryDir>

#include <memory>

namespace bench {

/// What a program is started with: nothing of this machine's user, so that all start alike.
struct Start
{
    QByteArray program;
    std::vector<QByteArray> arguments{}, variables{};
    QByteArray display{};
    QString home{}; ///< with all XDG folders in it
};

/// A program that runs until this goes.
class Program
{
public:
    static Result<std::unique_ptr<Program>> start(const Start &start);
    ~Program();

    Steady::time_point startedAt() const { return m_startedAt; } ///< right before it was made
    bool runs();

    /// Waits until it has taken no measurable time of a processor for a second.
    bool becomesIdle(std::chrono::milliseconds patience);
    /// Resident memory, bytes. From `status`, which can be read of a program that forbids core dumps (ours), unlike `smaps`.
    std::optional<qint64> resident() const;

private:
    Program(pid_t pid, Steady::time_point startedAt) : m_pid(pid), m_startedAt(startedAt) {}

    pid_t m_pid;
    Steady::time_point m_startedAt;
    bool m_gone = false;
};

} // namespace bench
