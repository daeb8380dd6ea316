#pragma once

// Asks the demo endpoint over raw sockets: nothing of net/ is used, so that no client of ours can share its misreadings.

#include "app/mock/server.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <utility>

using namespace Qt::StringLiterals;

using Headers = QList<std::pair<QByteArray, QByteArray>>;

struct Reply
{
    int status = 0; ///< 0: the connection ended without one
    QByteArray head, body;
    bool cut = false; ///< fewer bytes than promised
    bool reset = false;

    QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    QByteArray header(const QByteArray &name) const
    {
        for (const QByteArray &line : head.split('\n')) {
            const auto colon = line.indexOf(':');
            if (colon > 0 && line.left(colon).toLower() == name.toLower())
                return line.mid(colon + 1).trimmed();
        }
        return {};
    }
    /// error_code, wherever the service puts it.
    QByteArray code() const { return json()[u"error_code"_s].toString().toUtf8(); }
};

/// Reads one answer; more bytes than it needs stay in @p left.
inline Reply readReply(QTcpSocket &socket, bool hasBody = true, QByteArray *left = nullptr, int timeoutMs = 10'000)
{
    Reply reply;
    QByteArray bytes = left ? std::exchange(*left, {}) : QByteArray();
    qsizetype headEnd = -1, length = 0;
    QElapsedTimer timer;
    timer.start();
    for (;;) {
        if (headEnd < 0 && (headEnd = bytes.indexOf("\r\n\r\n")) >= 0) {
            reply.head = bytes.left(headEnd);
            reply.status = reply.head.mid(9, 3).toInt();
            length = hasBody ? reply.header("Content-Length").toLongLong() : 0;
        }
        if (headEnd >= 0 && bytes.size() >= headEnd + 4 + length)
            break;
        if (timer.elapsed() > timeoutMs || !socket.waitForReadyRead(int(timeoutMs - timer.elapsed()))) {
            reply.cut = true;
            reply.reset = socket.error() == QAbstractSocket::RemoteHostClosedError && socket.errorString().contains(u"reset"_s);
            break;
        }
        bytes += socket.readAll();
    }
    reply.body = headEnd < 0 ? QByteArray() : bytes.mid(headEnd + 4, length);
    if (left && !reply.cut)
        *left = bytes.mid(headEnd + 4 + length);
    return reply;
}

/// A client that knows nothing but bytes.
class Client
{
public:
    explicit Client(const mock::Server &server, const QByteArray &token = {}) : m_server(server), m_token(token) {}

    Reply ask(const QByteArray &method, const QByteArray &target, const QByteArray &body = {}, Headers headers = {}) const
    {
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, m_server.port());
        if (!socket.waitForConnected(5000))
            return {};
        if (!m_token.isEmpty())
            headers.append({"X-Auth-Token", m_token});
        socket.write(bytesOf(method, target, body, headers));
        return readReply(socket, method != "HEAD");
    }
    Reply get(const QByteArray &target) const { return ask("GET", target); }
    QJsonObject json(const QByteArray &target) const { return get(target).json(); }
    static QByteArray bytesOf(const QByteArray &method, const QByteArray &target, const QByteArray &body, const Headers &headers)
    {
        QByteArray out = method + " " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
        for (const auto &[name, value] : headers)
            out += name + ": " + value + "\r\n";
        if (!body.isEmpty())
            out += "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n";
        return out + "\r\n" + body;
    }

private:
    const mock::Server &m_server;
    QByteArray m_token;
};

inline QByteArray bytes(const std::string &text) { return QByteArray::fromStdString(text); }

// Plain strings here: moc 6.4 loses its way in raw ones that end in a quote, and then finds no class at all.
inline QByteArray signInBody(const mock::Door &door, const QByteArray &scope, const QByteArray &password = {})
{
    return "{\"auth\":{\"identity\":{\"methods\":[\"password\"],\"password\":{\"user\":{\"domain\":{\"name\":\"" +
           bytes(door.domain) + "\"},\"name\":\"" + bytes(door.user) + "\",\"password\":\"" +
           (password.isEmpty() ? bytes(door.password) : password) + "\"}}}" +
           (scope.isEmpty() ? QByteArray() : ",\"scope\":" + scope) + "}}";
}

inline QByteArray projectScope(const std::string &id) { return "{\"project\":{\"id\":\"" + bytes(id) + "\"}}"; }

/// The path of a scenario file with that text; one after the other in the same folder.
inline std::string scenarioFile(const QTemporaryDir &folder, const QByteArray &text)
{
    QFile file(folder.filePath(u"it.json"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("no scenario");
    return file.fileName().toStdString();
}
