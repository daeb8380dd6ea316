#pragma once

#include "models/secretstore.h"

#include <QSet>

#include <chrono>

namespace QKeychain {
class Job;
}

namespace app {

/// The desktop's keychain (Secret Service). It never writes to a file of its own: where there is no keychain, or it says
/// no, or nothing in time, a secret stays in memory for this session and the outcome says so.
///
/// A keychain that has let a question wait too long is silent: it is asked nothing more until it has answered what it was
/// asked, and what comes meanwhile is answered from memory. Its late answers are told to nobody. Once the last of them is
/// there, each entry that was being written or removed is set to what was asked for last.
class Keychain final : public models::SecretStore
{
    Q_OBJECT

public:
    /// \a service: the name under which the keychain files our entries. \a patience: for one question.
    explicit Keychain(QString service = QStringLiteral("org.ballast.Console"),
                      std::chrono::milliseconds patience = std::chrono::seconds(10), QObject *parent = nullptr);

    void read(const QString &key, QObject *context, Handler then) override;
    void write(const QString &key, const QByteArray &secret, QObject *context, Handler then) override;
    void remove(const QString &key, QObject *context, Handler then) override;
    Lack lackOf(const QString &key) const override { return m_session.value(key).lack; }

private:
    struct Held
    {
        QByteArray secret{};
        Lack lack = Lack::None; ///< None: it is being written
    };
    void ask(QKeychain::Job *job, const QString &key, const Handler &then);
    void look(const QString &key, const Handler &then);
    void store(const QString &key, const QByteArray &secret, const Handler &then);
    void keep(const QString &key, const QByteArray &secret, const Handler &then);
    void erase(const QString &key, const Handler &then);
    void answeredLate();

    QString m_service;
    std::chrono::milliseconds m_patience;
    QHash<QString, Held> m_session;  ///< what the keychain does not have for certain
    QHash<QString, quint64> m_turns; ///< how often an entry was written or removed: an older order gives way
    QSet<QString> m_owed;            ///< entries a silent keychain may have left otherwise than was asked for last
    int m_late = 0;                  ///< questions that have waited too long and are not answered yet
};

} // namespace app
