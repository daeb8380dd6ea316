#pragma once

#include <QByteArray>
#include <QIODevice>

#include <algorithm>
#include <utility>

namespace net {

/// The body of a write: gives its bytes once and refuses to start again, so that QNetworkAccessManager cannot repeat the
/// request by itself (Qt 6.4.2 does, up to four times, and reports the last answer as plain success).
/// It works only together with a Content-Length header and DoNotBufferUploadDataAttribute; without either Qt copies the
/// body and repeats again. Make it a child of the reply: a body that dies before it was read kills the process.
class OneShotBody final : public QIODevice
{
public:
    explicit OneShotBody(QByteArray bytes) : m_bytes(std::move(bytes)) { open(ReadOnly | Unbuffered); }

    bool isSequential() const override { return true; }
    bool reset() override { return false; } // Qt asks before it repeats; the inherited one refuses too, with a warning
    bool atEnd() const override { return m_at == m_bytes.size(); }
    qint64 bytesAvailable() const override { return m_bytes.size() - m_at + QIODevice::bytesAvailable(); }

    /// How many bytes Qt has asked for. 0 although there is a body is the proof that not one byte has left:
    /// the head travels together with the first piece of the body. Read it in the own thread, after finished().
    qint64 given() const { return m_at; }

protected:
    qint64 readData(char *to, qint64 most) override
    {
        if (atEnd())
            return -1;
        const qint64 n = std::min<qint64>(most, m_bytes.size() - m_at);
        std::copy_n(m_bytes.constData() + m_at, n, to);
        m_at += n;
        return n;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_at = 0;
};

} // namespace net
