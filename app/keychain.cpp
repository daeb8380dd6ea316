#include "app/keychain.h"

#include <qt6keychain/keychain.h>

namespace app {

namespace {

using Outcome = models::SecretStore::Outcome;
using State = models::SecretStore::State;

Outcome outcomeOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::NoError:
        return {State::Kept};
    case QKeychain::EntryNotFound:
        return {State::Missing};
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return {State::Denied, {}, job.errorString()};
    default: // 0.13.2 says OtherError where no service answers, and cannot be asked before
        return {State::Unavailable, {}, job.errorString()};
    }
}

void begin(QKeychain::Job *job, const QString &key)
{
    job->setAutoDelete(true);
    job->setInsecureFallback(false); // else it would write plain text into a settings file
    job->setKey(key);
    job->start();
}

} // namespace

Keychain::Keychain(QString service, QObject *parent) : SecretStore(parent), m_service(std::move(service)) {}

void Keychain::read(const QString &key, QObject *context, Handler then)
{
    if (const auto it = m_session.constFind(key); it != m_session.cend())
        return later(context, std::move(then), {State::Kept, *it});
    auto *job = new QKeychain::ReadPasswordJob(m_service); // deletes itself
    connect(job, &QKeychain::Job::finished, context, [job, then = std::move(then)] {
        Outcome outcome = outcomeOf(*job);
        outcome.secret = job->binaryData();
        if (outcome.state == State::Kept && outcome.secret.isEmpty())
            outcome.state = State::Missing;
        then(outcome);
    });
    begin(job, key);
}

void Keychain::write(const QString &key, const QByteArray &secret, QObject *context, Handler then)
{
    m_session.insert(key, secret); // until the keychain has it: whoever reads meanwhile gets the new one
    auto *job = new QKeychain::WritePasswordJob(m_service);
    job->setBinaryData(secret);
    connect(job, &QKeychain::Job::finished, this, [this, job, key, secret] {
        if (job->error() == QKeychain::NoError && m_session.value(key) == secret)
            m_session.remove(key);
    });
    connect(job, &QKeychain::Job::finished, context, [job, then = std::move(then)] {
        Outcome outcome = outcomeOf(*job);
        if (outcome.state != State::Kept)
            outcome.state = State::SessionOnly;
        then(outcome);
    });
    begin(job, key);
}

void Keychain::remove(const QString &key, QObject *context, Handler then)
{
    m_session.remove(key);
    auto *job = new QKeychain::DeletePasswordJob(m_service);
    connect(job, &QKeychain::Job::finished, context, [job, then = std::move(then)] {
        Outcome outcome = outcomeOf(*job);
        if (outcome.state == State::Missing)
            outcome.state = State::Kept; // it is not there, as asked
        then(outcome);
    });
    begin(job, key);
}

} // namespace app
