#pragma once

#include "net/clock.h"
#include "net/later.h"
#include "net/transport.h"

#include <QHash>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>
#include <QTest>

#include <memory>
#include <utility>

namespace test {

/// A clock that stands still until told otherwise.
class FakeClock final : public net::Clock
{
public:
    QDateTime nowUtc() const override { return m_now; }
    std::chrono::milliseconds steady() const override { return net::SystemClock().steady(); }
    std::chrono::milliseconds calendar() const override { return m_passed; }
    void set(const QDateTime &now) { m_now = now; } ///< as its user does: no time passes
    void advance(std::chrono::seconds by)           ///< time passes
    {
        m_now = m_now.addSecs(by.count());
        m_passed += by;
    }

private:
    QDateTime m_now = QDateTime({2026, 11, 22}, {6, 32, 8}, Qt::UTC);
    std::chrono::milliseconds m_passed{0};
};

/// What the network is to say to one request.
struct Scripted
{
    int status = 200; ///< 0: no HTTP answer arrives; `error` says why
    QByteArray body{};
    QList<QPair<QByteArray, QByteArray>> headers{};
    QNetworkReply::NetworkError error = QNetworkReply::RemoteHostClosedError; ///< for status 0
    bool takesBody = true;                                                    ///< whether the body was asked for
    bool held = false;                                                        ///< until FakeNetwork::release()
};

class ScriptedReply final : public QNetworkReply
{
public:
    ScriptedReply(const QNetworkRequest &request, const Scripted &script, QIODevice *body, QObject *parent)
        : QNetworkReply(parent), m_bytes(script.body)
    {
        setRequest(request);
        setUrl(request.url());
        open(ReadOnly | Unbuffered);
        net::later(this, [this, script, body = QPointer<QIODevice>(body)] {
            if (body && script.takesBody)
                sent = body->readAll();
            if (!script.held)
                answer(script);
        });
    }
    void answer(const Scripted &script)
    {
        if (isFinished())
            return;
        if (script.status > 0) {
            setAttribute(QNetworkRequest::HttpStatusCodeAttribute, script.status);
            for (const auto &[name, value] : script.headers)
                setRawHeader(name, value);
            if (script.status >= 400)
                setError(QNetworkReply::ProtocolInvalidOperationError, QStringLiteral("refused"));
            emit metaDataChanged();
            if (!m_bytes.isEmpty())
                emit readyRead();
        } else {
            setError(script.error, QStringLiteral("scripted"));
        }
        setFinished(true);
        emit finished();
    }
    void abort() override
    {
        if (isFinished())
            return;
        close();
        setError(QNetworkReply::OperationCanceledError, QStringLiteral("aborted"));
        setFinished(true);
        emit finished();
    }
    qint64 bytesAvailable() const override { return m_bytes.size() - m_at + QNetworkReply::bytesAvailable(); }
    QByteArray sent{};

protected:
    qint64 readData(char *to, qint64 most) override
    {
        const qint64 n = std::min<qint64>(most, m_bytes.size() - m_at);
        std::copy_n(m_bytes.constData() + m_at, n, to);
        m_at += n;
        return n;
    }

private:
    QByteArray m_bytes;
    qint64 m_at = 0;
};

/// Answers from a script, and nothing else: a request that nobody scripted fails the test.
class FakeNetwork
{
public:
    struct Asked
    {
        QString line; ///< "GET /v1/p1/replication_records?limit=2"
        QNetworkRequest request;
    };
    /// \a line without the query matches any query; entries are used up in order.
    void script(const QString &line, const Scripted &answer) { m_scripts.append({line, answer}); }
    /// What is said to \a line from now on whenever no script is left for it: for what is polled. The latest word counts; a
    /// line with its query goes before one without.
    void always(const QString &line, const Scripted &answer) { m_always.insert(line, answer); }
    /// Gives the answers that were held, in the order asked.
    void release()
    {
        const auto held = std::exchange(m_held, {});
        for (const auto &[reply, answer] : held) {
            if (reply)
                reply->answer(answer);
        }
    }
    const QList<Asked> &asked() const { return m_asked; }
    int count(const QString &line) const
    {
        return static_cast<int>(
            std::count_if(m_asked.begin(), m_asked.end(), [&line](const Asked &one) { return one.line.startsWith(line); }));
    }

    std::function<std::unique_ptr<QNetworkAccessManager>()> factory()
    {
        return [this] { return std::make_unique<Manager>(*this); };
    }

private:
    class Manager final : public QNetworkAccessManager
    {
    public:
        explicit Manager(FakeNetwork &network) : m_network(network) {}

    protected:
        QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request, QIODevice *body) override
        {
            const QByteArray verb = operation == GetOperation
                                        ? QByteArray("GET")
                                        : request.attribute(QNetworkRequest::CustomVerbAttribute).toByteArray();
            QString line = QString::fromUtf8(verb) + u' ' + QString::fromUtf8(request.url().path(QUrl::FullyEncoded).toUtf8());
            if (request.url().hasQuery())
                line += u'?' + request.url().query(QUrl::FullyEncoded);
            m_network.m_asked.append({line, request});
            const QString path = line.section(u'?', 0, 0);
            for (qsizetype i = 0; i < m_network.m_scripts.size(); ++i) {
                const QString &wanted = m_network.m_scripts.at(i).first;
                if (line == wanted || path == wanted)
                    return reply(request, m_network.m_scripts.takeAt(i).second, body);
            }
            for (const QString &wanted : {line, path}) {
                if (m_network.m_always.contains(wanted))
                    return reply(request, m_network.m_always.value(wanted), body);
            }
            QTest::qFail(qPrintable(QStringLiteral("nobody scripted: ") + line), __FILE__, __LINE__);
            return new ScriptedReply(request, {.status = 500}, body, this);
        }

    private:
        ScriptedReply *reply(const QNetworkRequest &request, const Scripted &answer, QIODevice *body)
        {
            auto *reply = new ScriptedReply(request, answer, body, this);
            if (answer.held)
                m_network.m_held.append({reply, answer});
            return reply;
        }
        FakeNetwork &m_network;
    };

    QList<QPair<QString, Scripted>> m_scripts;
    QHash<QString, Scripted> m_always;
    QList<QPair<QPointer<ScriptedReply>, Scripted>> m_held;
    QList<Asked> m_asked;
};

inline net::Transport::Options fakeOptions(FakeNetwork &network)
{
    net::Transport::Options options;
    options.endpoints = net::Endpoints::shared(QStringLiteral("https://cloud.example.com"));
    options.retryBase = std::chrono::milliseconds(1);
    options.manager = network.factory();
    return options;
}

inline const net::Scope scope{QStringLiteral("cn-north-4"), QStringLiteral("p1")};

} // namespace test
