#pragma once

#include "net/later.h"

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QPointer>

#include <functional>

namespace models {

/// Where secrets are kept. Every answer comes later, through the event loop: a keychain may ask its user first.
class SecretStore : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Kept,        ///< read, written or removed as asked
        Missing,     ///< there is no such entry
        Denied,      ///< the keychain is locked, or its user said no
        Unavailable, ///< no keychain service answers
        SessionOnly  ///< written to memory only: it is gone when the program ends
    };
    struct Outcome
    {
        State state = State::Kept;
        QByteArray secret{}; ///< of a read
        QString detail{};    ///< in the keychain's own words, never a secret
    };
    using Handler = std::function<void(const Outcome &)>;

    using QObject::QObject;
    /// \a then runs once, unless \a context goes first.
    virtual void read(const QString &key, QObject *context, Handler then) = 0;
    virtual void write(const QString &key, const QByteArray &secret, QObject *context, Handler then) = 0;
    virtual void remove(const QString &key, QObject *context, Handler then) = 0;

protected:
    /// Runs the handler from the event loop.
    static void later(QObject *context, Handler then, Outcome outcome)
    {
        net::later(context, [then = std::move(then), outcome = std::move(outcome)] { then(outcome); });
    }
};

/// Secrets in memory: of the demo, of tests, and where there is no keychain.
class SessionSecrets final : public SecretStore
{
    Q_OBJECT

public:
    using SecretStore::SecretStore;
    void read(const QString &key, QObject *context, Handler then) override;
    void write(const QString &key, const QByteArray &secret, QObject *context, Handler then) override;
    void remove(const QString &key, QObject *context, Handler then) override;

private:
    QHash<QString, QByteArray> m_secrets;
};

} // namespace models
