#pragma once

#include "net/masker.h"
#include "net/transport.h"

#include <QMutex>
#include <QThread>

#include <memory>

namespace app {

/// The log on disk: requests as in the request log, and the warnings of the program and its libraries. Written by a thread
/// of its own; when the file is full it becomes ballast.1.log, that one ballast.2.log, and the oldest goes. One line each,
/// UTC, secrets masked. While it lives it is where Qt's messages go, and they go on to where they went before, too, without
/// the secrets: Qt's own categories, once switched on, may print what is sent.
class LogFile final
{
public:
    /// \a folder is made when missing. \a most: bytes of one file; \a files: how many there are at most.
    explicit LogFile(const QString &folder, qint64 most = 1024 * 1024, int files = 3);
    ~LogFile(); ///< all that was written is on disk afterwards
    Q_DISABLE_COPY_MOVE(LogFile)

    QString path() const;                ///< of the newest file
    void hide(const QByteArray &secret); ///< from now on; may be called by any thread, as all of these
    QString masked(const QString &text);
    void add(const net::LogLine &line);
    void warn(const QString &category, const QString &text);

private:
    class Writer;
    void write(const QString &line);

    QMutex m_mutex; ///< of the masker
    net::Masker m_masker;
    QThread m_thread;
    std::unique_ptr<Writer> m_writer; ///< lives on the thread
    QString m_path;
};

/// $XDG_STATE_HOME/ballast; QStandardPaths knows no state folder before Qt 6.7.
QString stateFolder();

} // namespace app
