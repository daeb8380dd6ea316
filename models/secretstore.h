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
        Unavailable, ///< no keychain service answers, or not in time
        SessionOnly  ///< written to memory only: it is gone when the program ends
    };
    /// Why the keychain did not do as asked.
    enum class Lack {
        None,
        NoService, ///< there is no session bus, or no keychain on it
        Refused,   ///< it is locked, or its user said no
        Silent     ///< it is there and did not answer in time
    };
    struct Outcome
    {
        State state = State::Kept;
        QByteArray secret{};    ///< of a read
        QString detail{};       ///< in the keychain's own words, never a secret
        Lack lack = Lack::None; ///< of Denied, Unavailable and SessionOnly
    };
    using Handler = std::function<void(const Outcome &)>;

    using QObject::QObject;
    /// \a then runs once, unless \a context goes first. A locked keychain says Missing of entries it has.
    virtual void read(const QString &key, QObject *context, Handler then) = 0;
    virtual void write(const QString &key, const QByteArray &secret, QObject *context, Handler then) = 0;
    /// Kept only where it is certain that the entry is gone.
    virtual void remove(const QString &key, QObject *context, Handler then) = 0;
    /// Why what was written last under \a key lives in this session only; None: it does not, or nothing was written.
    virtual Lack lackOf(const QString &key) const
    {
        Q_UNUSED(key)
        return Lack::None;
    }

signals:
    /// A keychain that was silent has answered what it was asked, and is asked again from now on.
    void answersAgain();

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
    Lack lackOf(const QString &key) const override { return m_secrets.contains(key) ? Lack::NoService : Lack::None; }

private:
    QHash<QString, QByteArray> m_secrets;
};

} // namespace models
