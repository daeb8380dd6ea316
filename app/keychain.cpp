#include "app/keychain.h"

#include <QTimer>

#include <qt6keychain/keychain.h>

namespace app {

namespace {

using Outcome = models::SecretStore::Outcome;
using State = models::SecretStore::State;
using Lack = models::SecretStore::Lack;

/// Stands in an entry that is being removed, and is no secret of anybody.
QByteArray removedMark() { return QByteArray("\0removed", 8); }

Outcome silent() { return {State::Unavailable, {}, {}, Lack::Silent}; }

Outcome outcomeOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::NoError:
        return {State::Kept};
    case QKeychain::EntryNotFound: // also the word of a locked one, of an entry it has
        return {State::Missing};
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return {State::Denied, {}, job.errorString(), Lack::Refused};
    default: // 0.13.2 says OtherError where no service answers, and cannot be asked before
        return {State::Unavailable, {}, job.errorString(), Lack::NoService};
    }
}

models::SecretStore::Handler whileThere(QObject *context, models::SecretStore::Handler then)
{
    return [there = QPointer<QObject>(context), then = std::move(then)](const Outcome &outcome) {
        if (there)
            then(outcome);
    };
}

} // namespace

Keychain::Keychain(QString service, std::chrono::milliseconds patience, QObject *parent)
    : SecretStore(parent), m_service(std::move(service)), m_patience(patience)
{
}

/// One question. The job owns what it works with and deletes itself whenever it has finished: it may outlive our patience,
/// and us.
void Keychain::ask(QKeychain::Job *job, const QString &key, const Handler &then)
{
    auto *timer = new QTimer(job);
    timer->setSingleShot(true);
    const auto late = std::make_shared<bool>(false);
    connect(timer, &QTimer::timeout, this, [this, late, then] {
        *late = true;
        ++m_late;
        then(silent());
    });
    connect(job, &QKeychain::Job::finished, this, [this, job, timer, late, then] {
        if (*late)
            return answeredLate();
        timer->stop();
        Outcome outcome = outcomeOf(*job);
        if (const auto *reading = qobject_cast<QKeychain::ReadPasswordJob *>(job))
            outcome.secret = reading->binaryData();
        then(outcome);
    });
    job->setAutoDelete(true);
    job->setInsecureFallback(false); // else it would write plain text into a settings file
    job->setKey(key);
    timer->start(m_patience);
    job->start();
}

/// Sets right what may have come out otherwise while nobody listened.
void Keychain::answeredLate()
{
    if (--m_late > 0)
        return;
    const QSet<QString> owed = std::exchange(m_owed, {});
    for (const QString &key : owed) {
        if (const auto held = m_session.constFind(key); held != m_session.cend())
            keep(key, held->secret, [](const Outcome &) {});
        else
            erase(key, [](const Outcome &) {});
    }
    emit answersAgain();
}

void Keychain::look(const QString &key, const Handler &then)
{
    ask(new QKeychain::ReadPasswordJob(m_service), key, [then](Outcome outcome) {
        if (outcome.state == State::Kept && (outcome.secret.isEmpty() || outcome.secret == removedMark()))
            outcome = {State::Missing};
        then(outcome);
    });
}

void Keychain::read(const QString &key, QObject *context, Handler then)
{
    if (const auto held = m_session.constFind(key); held != m_session.cend())
        return later(context, std::move(then), {State::Kept, held->secret});
    if (m_late > 0)
        return later(context, std::move(then), silent());
    look(key, whileThere(context, std::move(then)));
}

/// A locked keychain and none at all refuse a write in the same words; a read tells them apart.
void Keychain::store(const QString &key, const QByteArray &secret, const Handler &then)
{
    auto *job = new QKeychain::WritePasswordJob(m_service);
    job->setBinaryData(secret);
    ask(job, key, [this, key, then](const Outcome &outcome) {
        if (outcome.lack != Lack::NoService)
            return then(outcome);
        look(key, [then, outcome](const Outcome &found) {
            if (found.lack == Lack::None)
                then({State::Denied, {}, outcome.detail, Lack::Refused});
            else
                then(outcome);
        });
    });
}

void Keychain::keep(const QString &key, const QByteArray &secret, const Handler &then)
{
    store(key, secret, [this, key, turn = m_turns.value(key), then](Outcome outcome) {
        const bool newest = m_turns.value(key) == turn;
        if (outcome.state == State::Kept) {
            if (newest)
                m_session.remove(key);
        } else {
            outcome.state = State::SessionOnly;
            if (newest)
                m_session[key].lack = outcome.lack;
            if (outcome.lack == Lack::Silent)
                m_owed.insert(key);
        }
        then(outcome);
    });
}

void Keychain::write(const QString &key, const QByteArray &secret, QObject *context, Handler then)
{
    ++m_turns[key];
    m_session.insert(key, {secret}); // until the keychain has it: whoever reads meanwhile gets the new one
    if (m_late == 0)
        return keep(key, secret, whileThere(context, std::move(then)));
    m_session[key].lack = Lack::Silent;
    m_owed.insert(key);
    later(context, std::move(then), {State::SessionOnly, {}, {}, Lack::Silent});
}

/// A locked keychain says that it has deleted, and has not. Therefore the entry is written over and read first: what can be
/// written and read can be deleted, and what cannot be deleted holds no secret any more.
void Keychain::erase(const QString &key, const Handler &then)
{
    const auto goOn = [this, key, turn = m_turns.value(key), then](const Handler &next) -> Handler {
        return [this, key, turn, then, next](const Outcome &outcome) {
            if (m_turns.value(key) != turn) // somebody writes it anew: what was there is gone all the same
                return then({State::Kept});
            if (outcome.lack == Lack::Silent)
                m_owed.insert(key);
            if (outcome.lack != Lack::None)
                return then(outcome);
            next(outcome);
        };
    };
    const auto refused = [then] { then({State::Denied, {}, {}, Lack::Refused}); };
    const Handler gone = goOn([then, refused](const Outcome &found) {
        if (found.secret.isEmpty())
            then({State::Kept});
        else
            refused();
    });
    const Handler deleted = goOn([this, key, gone](const Outcome &) { //
        ask(new QKeychain::ReadPasswordJob(m_service), key, gone);
    });
    const Handler readable = goOn([this, key, deleted, refused](const Outcome &found) {
        if (found.secret != removedMark())
            return refused();
        ask(new QKeychain::DeletePasswordJob(m_service), key, deleted);
    });
    store(key, removedMark(), goOn([this, key, readable](const Outcome &) { //
              ask(new QKeychain::ReadPasswordJob(m_service), key, readable);
          }));
}

void Keychain::remove(const QString &key, QObject *context, Handler then)
{
    ++m_turns[key];
    m_session.remove(key);
    if (m_late == 0)
        return erase(key, whileThere(context, std::move(then)));
    m_owed.insert(key);
    later(context, std::move(then), silent());
}

} // namespace app
