#include "models/secretstore.h"

namespace models {

void SessionSecrets::read(const QString &key, QObject *context, Handler then)
{
    const auto it = m_secrets.constFind(key);
    later(context, std::move(then), it == m_secrets.cend() ? Outcome{State::Missing} : Outcome{State::Kept, *it});
}

void SessionSecrets::write(const QString &key, const QByteArray &secret, QObject *context, Handler then)
{
    m_secrets.insert(key, secret);
    later(context, std::move(then), {State::SessionOnly, {}, {}, Lack::NoService});
}

void SessionSecrets::remove(const QString &key, QObject *context, Handler then)
{
    m_secrets.remove(key);
    later(context, std::move(then), {State::Kept});
}

} // namespace models
