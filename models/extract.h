#pragma once

#include "models/listmodel.h"
#include "models/table.h"
#include "models/worker.h"
#include "net/request.h"
#include "net/scope.h"

#include <QByteArray>
#include <QDateTime>
#include <QObject>
#include <QStringList>

#include <memory>

namespace models {

/// Forms in which rows leave the program.
enum class ExtractFormat {
    Csv,  ///< RFC 4180, typed values under the columns' stable names
    Json, ///< an object: what it is an extract of, then the rows as objects with typed values
    Text  ///< separated by tabs, as on the screen
};

/// Rows of a table to be written: chosen on the GUI thread, read on the worker.
struct Extract
{
    TablePtr table{};
    QList<int> rows{};     ///< of the table, in the order shown
    QList<int> columns{};  ///< of the table, in the order shown
    QStringList headers{}; ///< of `columns`, as shown
    TextMaker textMaker = plainText;

    QString page{}; ///< stable name of the list
    struct Project
    {
        net::Scope scope{};
        QString name{}; ///< empty: unknown
    };
    QList<Project> projects{}; ///< whose list it is
    QDateTime asOf{};          ///< server time, UTC
    bool isPartOfList = false; ///< the list itself was not loaded to its end
    bool isSelection = false;  ///< rows the user chose, not all that match
    QString filter{};          ///< the text filter
    QString state{};           ///< state word of the facet
    net::Query serverFilter{};
};

/// Text of a cell that a spreadsheet would take for a formula gets an apostrophe in front.
QString neutralised(const QString &text);

/// The parts of an extract, UTF-8. Equal extracts give equal bytes. A file is head, rows and tail; CSV begins with a byte order
/// mark. Times are written as ISO 8601 in UTC and as sent, states as the service's word and as shown, sizes in MB.
QByteArray extractHead(const Extract &what, ExtractFormat format);
QByteArray extractRows(const Extract &what, ExtractFormat format, qsizetype first, qsizetype count);
QByteArray extractTail(const Extract &what, ExtractFormat format);

/// "backups_cn-north-4_erp-prod_20261122T063208Z.csv": page, scope and time, without anything a file system may refuse.
QString extractFileName(const Extract &what, ExtractFormat format);

/// Writes an extract to a file on the list worker, piece by piece, so that lists go on being refreshed. The file appears whole or
/// not at all. Going away stops it.
class ExtractJob final : public QObject
{
    Q_OBJECT

public:
    enum class State { Running, Done, Stopped, Failed };

    ExtractJob(Extract what, ExtractFormat format, QString path, Worker *worker, QObject *parent = nullptr);
    ~ExtractJob() override;

    void stop(); ///< nothing is left behind
    State state() const { return m_state; }
    const QString &path() const { return m_path; }
    qsizetype written() const { return m_written; } ///< rows
    qsizetype total() const { return m_total; }
    const QString &problem() const { return m_problem; } ///< Failed: in the words of the system

signals:
    void changed();

private:
    struct Work;
    void next();

    std::shared_ptr<Work> m_work;
    Worker *m_worker;
    QString m_path, m_problem;
    qsizetype m_written = 0, m_total = 0;
    State m_state = State::Running;
};

} // namespace models
