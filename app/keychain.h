#pragma once

#include "models/secretstore.h"

namespace app {

/// The desktop's keychain (Secret Service). It never writes to a file of its own: where there is no keychain, or it says
/// no, a secret stays in memory for this session and the outcome says so.
class Keychain final : public models::SecretStore
{
    Q_OBJECT

public:
    /// \a service: the name under which the keychain files our entries.
    explicit Keychain(QString service = QStringLiteral("org.ballast.Console"), QObject *parent = nullptr);

    void read(const QString &key, QObject *context, Handler then) override;
    void write(const QString &key, const QByteArray &secret, QObject *context, Handler then) override;
    void remove(const QString &key, QObject *context, Handler then) override;

private:
    QString m_service;
    QHash<QString, QByteArray> m_session; ///< what the keychain would not take
};

} // namespace app
