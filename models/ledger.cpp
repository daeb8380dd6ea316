#include "models/ledger.h"

#include <QLoggingCategory>

#include <algorithm>
#include <utility>

Q_LOGGING_CATEGORY(ledgerLog, "console.ledger", QtWarningMsg)

namespace models {

using Access = LedgerReport::Access;

Ledger::Ledger(const QString &path, const QString &owner, QObject *parent)
    : QObject(parent), m_file(std::make_shared<std::unique_ptr<LedgerFile>>()), m_failed(std::make_shared<bool>(false)),
      m_worker(std::make_unique<Worker>(QStringLiteral("ledger"), Worker::Ending::Finish))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (!isWritable())
            read();
        else
            write();
    });
    m_worker->run(
        [file = m_file, path, owner] {
            *file = std::make_unique<LedgerFile>(path, owner);
            return true;
        },
        this, [](bool) {});
}

Ledger::~Ledger()
{
    // What is to be kept is tried once more; what was to be written before it happened does not happen any more.
    QList<LedgerEntry> handed, rest;
    for (std::size_t i = 0; i < m_jobs.size(); ++i) {
        if (!m_jobs[i].once)
            (i < m_handed ? handed : rest) += m_jobs[i].entries;
    }
    m_worker->run(
        [file = m_file, failed = m_failed, handed, rest] {
            const QList<LedgerEntry> left = *failed ? handed + rest : rest;
            if (!left.isEmpty())
                (*file)->append(left).map_error(
                    [](const QString &problem) { qCWarning(ledgerLog) << "the last entries could not be written:" << problem; });
            file->reset();
            return true;
        },
        this, [](bool) {});
    m_worker.reset();
}

void Ledger::open(std::chrono::milliseconds patience) { m_timer.start(patience); }

void Ledger::setSeal(const std::optional<LedgerSeal> &kept)
{
    m_kept = kept;
    if (!m_asked)
        return read();
    if (!kept || !isWritable())
        return; // what is opened from now on is compared with it
    m_worker->run([file = m_file, report = m_report, kept] { return LedgerFile::check(report, (*file)->hashes(), *kept); }, this,
                  [this](const LedgerReport &report) {
                      m_report = report;
                      emit reportChanged();
                  });
}

void Ledger::read()
{
    if (std::exchange(m_reading, true))
        return;
    m_asked = true;
    m_timer.stop();
    const bool elsewhere = m_report.access == Access::Elsewhere;
    m_worker->run(
        [file = m_file, kept = m_kept, elsewhere]() -> std::optional<LedgerContents> {
            if (elsewhere && (*file)->isElsewhere() && !(*file)->hasGrown())
                return {}; // nothing new
            LedgerContents contents = (*file)->open();
            // A foreign or empty view has nothing to compare, and a reader may be behind the writer.
            if (kept && contents.report.access == Access::Writable)
                contents.report = LedgerFile::check(contents.report, (*file)->hashes(), *kept);
            return contents;
        },
        this,
        [this](const std::optional<LedgerContents> &contents) {
            m_reading = false;
            if (contents) {
                const bool same = contents->report == m_report && contents->operations.isEmpty();
                m_report = contents->report;
                if (!same) {
                    emit opened(*contents);
                    emit reportChanged();
                }
                if (isWritable())
                    emit sealed(contents->seal);
            }
            if (!isWritable() && m_report.access != Access::Newer)
                m_timer.start(m_again);
        });
}

void Ledger::append(const QList<LedgerEntry> &entries, QObject *context, Told told)
{
    m_jobs.push_back({entries, context, std::move(told), true});
    write();
}

void Ledger::keep(const QList<LedgerEntry> &entries, QObject *context, Told told)
{
    m_jobs.push_back({entries, context, std::move(told), false});
    if (!m_timer.isActive()) // else it waits behind those that could not be written
        write();
}

/// Hands over what waits, up to the first that is tried once only: one transaction, and never out of order.
void Ledger::write()
{
    if (m_handed > 0 || m_jobs.empty())
        return;
    m_timer.stop();
    QList<LedgerEntry> entries;
    for (const Job &job : m_jobs) {
        entries += job.entries;
        ++m_handed;
        if (job.once)
            break;
    }
    m_worker->run(
        [file = m_file, failed = m_failed, entries] {
            auto outcome = (*file)->append(entries);
            *failed = !outcome;
            return outcome;
        },
        this, [this](const tl::expected<LedgerSeal, QString> &outcome) { written(outcome); });
}

void Ledger::written(const tl::expected<LedgerSeal, QString> &outcome)
{
    const std::size_t jobs = std::exchange(m_handed, 0);
    const QString problem = outcome ? QString() : outcome.error();
    std::vector<Job> told;
    for (std::size_t i = 0; i < jobs; ++i) {
        if (outcome || m_jobs[i].once)
            told.push_back(std::move(m_jobs[i]));
        else
            told.push_back(m_jobs[i]);
    }
    if (outcome)
        m_jobs.erase(m_jobs.begin(), m_jobs.begin() + static_cast<std::ptrdiff_t>(jobs));
    else if (told.back().once)
        m_jobs.erase(m_jobs.begin() + static_cast<std::ptrdiff_t>(jobs) - 1);
    if (problem != m_problem) {
        m_problem = problem;
        emit reportChanged();
    }
    if (outcome) {
        m_kept = *outcome;
        emit sealed(*outcome);
    }
    const bool again = !outcome && !m_jobs.empty();
    QPointer<Ledger> self(this);
    for (const Job &job : told) {
        if (job.context && job.told)
            job.told(problem);
        if (!self)
            return;
    }
    const bool urgent = !m_jobs.empty() && std::ranges::any_of(m_jobs, &Job::once);
    if (again && !urgent)
        m_timer.start(m_again);
    else
        write();
}

} // namespace models
