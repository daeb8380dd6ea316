#include "app/logfile.h"

#include "models/privatefolder.h"
#include "net/later.h"

#include <QDir>
#include <QFile>
#include <QLoggingCategory>
#include <QTextStream>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace app {

namespace {

QMutex &handlerMutex()
{
    static QMutex mutex;
    return mutex;
}

LogFile *current = nullptr; ///< takes Qt's messages; a message handler is a plain function
QtMessageHandler before = nullptr;

QString oneLine(QString text)
{
    text.replace(u'\r', u' ');
    text.replace(u'\n', u' ');
    return text;
}

void handle(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    QtMessageHandler next = nullptr;
    QString shown = text;
    {
        const QMutexLocker lock(&handlerMutex());
        next = before;
        if (current) {
            shown = current->masked(text);
            if (type == QtWarningMsg || type == QtCriticalMsg || type == QtFatalMsg)
                current->warn(QString::fromLatin1(context.category ? context.category : "default"), shown);
        }
    }
    if (next)
        next(type, context, shown);
    else
        std::fprintf(stderr, "%s\n", qPrintable(qFormatLogMessage(type, context, shown)));
}

} // namespace

/// On the log's thread. What goes wrong here cannot be logged: it is said once on stderr.
class LogFile::Writer final : public QObject
{
public:
    Writer(QString path, qint64 most, int files) : m_file(path), m_most(most), m_files(files), m_path(std::move(path)) {}

    void write(const QByteArray &line)
    {
        if (!m_file.isOpen() && !open())
            return;
        if (m_file.size() + line.size() > m_most && m_file.size() > 0)
            rotate();
        if (!m_file.isOpen() || m_file.write(line) != line.size() || !m_file.flush())
            complain();
    }

private:
    bool open()
    {
        if (m_complained)
            return false;
        constexpr QFile::Permissions ownerAlone = QFile::ReadOwner | QFile::WriteOwner;
        if (!m_file.open(QIODevice::Append, ownerAlone) || !m_file.setPermissions(ownerAlone)) {
            complain();
            return false;
        }
        return true;
    }

    void rotate()
    {
        m_file.close();
        const auto name = [this](int no) {
            QString path = m_path;
            return no == 0 ? path : path.replace(path.size() - 4, 4, u".%1.log"_s.arg(no));
        };
        if (const QString oldest = name(m_files - 1); QFile::exists(oldest) && !QFile::remove(oldest))
            complain();
        for (int no = m_files - 2; no >= 0; --no) {
            if (QFile::exists(name(no)) && !QFile::rename(name(no), name(no + 1)))
                complain();
        }
        open();
    }

    void complain()
    {
        if (!m_complained)
            std::fprintf(stderr, "ballast: the log %s cannot be written: %s\n", qPrintable(m_path),
                         qPrintable(m_file.errorString()));
        m_complained = true;
        m_file.close();
    }

    QFile m_file;
    qint64 m_most;
    int m_files;
    QString m_path;
    bool m_complained = false;
};

LogFile::LogFile(const QString &folder, qint64 most, int files) : m_path(folder + u"/ballast.log"_s)
{
    models::makePrivateFolder(folder); // a folder that cannot be had is told when the file is opened
    m_writer = std::make_unique<Writer>(m_path, most, std::max(1, files));
    m_writer->moveToThread(&m_thread);
    m_thread.setObjectName(u"log"_s);
    m_thread.start(QThread::LowPriority);
    const QMutexLocker lock(&handlerMutex());
    if (!current) { // one at a time
        current = this;
        before = qInstallMessageHandler(handle);
    }
}

LogFile::~LogFile()
{
    {
        const QMutexLocker lock(&handlerMutex());
        if (current == this) {
            qInstallMessageHandler(before);
            current = nullptr;
            before = nullptr;
        }
    }
    net::later(m_writer.get(), [this] { m_thread.quit(); }); // after all lines
    m_thread.wait();
}

QString LogFile::path() const { return m_path; }

void LogFile::hide(const QByteArray &secret)
{
    const QMutexLocker lock(&m_mutex);
    m_masker.add(secret);
}

void LogFile::add(const net::LogLine &line)
{
    write(u"%1 request %2 %3 %4%5 %6 %7 ms %8"_s.arg(line.at.toUTC().toString(Qt::ISODateWithMs))
              .arg(line.number)
              .arg(QString::fromLatin1(line.verb), line.host, line.path)
              .arg(line.status)
              .arg(line.milliseconds)
              .arg(line.requestId));
}

void LogFile::warn(const QString &category, const QString &text)
{
    write(u"%1 warning %2: %3"_s.arg(QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs), category, text));
}

QString LogFile::masked(const QString &text)
{
    const QMutexLocker lock(&m_mutex);
    return m_masker.masked(text);
}

void LogFile::write(const QString &line)
{
    const QByteArray bytes = oneLine(masked(line)).trimmed().toUtf8() + '\n';
    net::later(m_writer.get(), [writer = m_writer.get(), bytes] { writer->write(bytes); });
}

QString stateFolder()
{
    QString base = qEnvironmentVariable("XDG_STATE_HOME");
    if (!QDir::isAbsolutePath(base)) // the specification: anything else counts as not set
        base = QDir::homePath() + u"/.local/state"_s;
    return base + u"/ballast"_s;
}

} // namespace app
