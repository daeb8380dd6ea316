#pragma once

#include "models/ledgerfile.h"
#include "models/worker.h"

#include <QTimer>

#include <deque>
#include <vector>

namespace models {

/// The ledger of a profile for the GUI thread: entries go to a thread of its own and are told durable from there.
class Ledger final : public QObject
{
    Q_OBJECT

public:
    Ledger(const QString &path, const QString &owner, QObject *parent = nullptr);
    ~Ledger() override; ///< waits until what was handed over is written or refused

    /// Opens it when the seal is known, or else after a while; again from time to time while it is somebody else's or broken.
    void open(std::chrono::milliseconds patience);
    /// The seal as it was kept elsewhere; nothing: none is. One that comes late is compared with what was opened without it.
    void setSeal(const std::optional<LedgerSeal> &kept);
    const LedgerReport &report() const { return m_report; }
    bool isWritable() const { return m_report.access == LedgerReport::Access::Writable; }
    /// Why the last entries could not be written, in the system's words; empty: they were.
    const QString &problem() const { return m_problem; }

    /// \a problem is empty when the entries are durable; else why they are not.
    using Told = std::function<void(const QString &problem)>;
    /// Tries once: after a problem the entries are forgotten.
    void append(const QList<LedgerEntry> &entries, QObject *context, Told told);
    /// Tries until they are durable, and tells of each failure.
    void keep(const QList<LedgerEntry> &entries, QObject *context, Told told);

    void setPace(std::chrono::milliseconds again) { m_again = again; } ///< between two tries

signals:
    void opened(const models::LedgerContents &contents); ///< for the first time, or again with more
    void reportChanged();
    void sealed(const models::LedgerSeal &seal); ///< to be kept elsewhere

private:
    struct Job
    {
        QList<LedgerEntry> entries{};
        QPointer<QObject> context{};
        Told told{};
        bool once = false;
    };
    void read();
    void write();
    void written(const tl::expected<LedgerSeal, QString> &outcome);

    std::shared_ptr<std::unique_ptr<LedgerFile>> m_file; ///< made, used and let go on the worker
    LedgerReport m_report;
    std::optional<LedgerSeal> m_kept;
    std::deque<Job> m_jobs;
    std::size_t m_handed = 0;       ///< of the jobs, from the first on: with the worker
    std::shared_ptr<bool> m_failed; ///< whether the worker could not write those; read on the worker
    bool m_reading = false, m_asked = false;
    QString m_problem;
    std::chrono::milliseconds m_again{3000};
    QTimer m_timer; ///< to try again
    std::unique_ptr<Worker> m_worker;
};

} // namespace models
