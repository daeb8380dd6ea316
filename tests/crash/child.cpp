// Plays a user of the program, without a window, until nothing moves any more or until the point where it is to die. What it is
// to do comes as one JSON object on its standard input; what it came to goes out as the last line.

#include "points.h"
#include "script.h"

#include "models/backuptable.h"
#include "models/extract.h"
#include "models/ledger.h"
#include "models/profilestore.h"
#include "net/clock.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using models::Operation;
using State = Operation::State;

namespace {

constexpr std::chrono::milliseconds pace{60};     ///< of looking and of the calendar
constexpr std::chrono::milliseconds glance{15};   ///< while a write is on its way
constexpr std::chrono::milliseconds timeout{700}; ///< of the request that the endpoint leaves without an answer
constexpr qint64 stepMs = 30'000;                 ///< of the calendar
constexpr qint64 patienceMs = 500;                ///< with a ledger that cannot be opened
constexpr qint64 mostMs = 80'000;                 ///< then something moves for ever
constexpr int mostLooks = 12;                     ///< the calendar has gone on by minutes: nothing more will be found
constexpr int quietSteps = 3;

QString text(const QJsonObject &in, QLatin1StringView name) { return in.value(name).toString(); }

crash::Point pointOf(const QJsonObject &in)
{
    return {.at = static_cast<crash::At>(in.value("at"_L1).toInt()),
            .number = static_cast<long>(in.value("number"_L1).toInteger()),
            .fault = static_cast<crash::Fault>(in.value("fault"_L1).toInt()),
            .lasting = in.value("lasting"_L1).toBool()};
}

/// The endpoint's calendar, as it was last said.
class Calendar final : public net::Clock
{
public:
    QDateTime nowUtc() const override { return QDateTime::fromMSecsSinceEpoch(nowMs, Qt::UTC); }
    std::chrono::milliseconds steady() const override { return net::SystemClock().steady(); }
    std::chrono::milliseconds calendar() const override { return std::chrono::milliseconds(nowMs); }

    qint64 nowMs = 0;
};

/// The network, with a point at each step of a request. It listens before the transport does. It does not wait long for what
/// is never answered; whatever else is asked has all the time it needs on a busy machine.
class Network final : public QNetworkAccessManager
{
public:
    explicit Network(QString unanswered) : m_unanswered(std::move(unanswered)) {}

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request, QIODevice *body) override
    {
        crash::pass(crash::At::Request);
        QNetworkRequest own(request);
        if (!m_unanswered.isEmpty() && request.url().path().contains(m_unanswered))
            own.setTransferTimeout(static_cast<int>(timeout.count()));
        QNetworkReply *reply = QNetworkAccessManager::createRequest(operation, own, body);
        connect(reply, &QNetworkReply::requestSent, this, [] { crash::pass(crash::At::Sent); });
        connect(reply, &QNetworkReply::metaDataChanged, this, [] { crash::pass(crash::At::Answer); });
        connect(reply, &QNetworkReply::finished, this, [] { crash::pass(crash::At::Finished); });
        crash::pass(crash::At::Requested);
        return reply;
    }

private:
    QString m_unanswered; ///< in the path of that request; empty: there is none
};

/// Somebody who confirms what is in the script, one order of a kind at a time, and looks again at what is in doubt. The calendar
/// of the endpoint stands still while a write is on its way.
class User final : public QObject
{
public:
    explicit User(const QJsonObject &job)
        : m_url(text(job, "url"_L1)), m_sealFile(text(job, "seal"_L1)), m_confirms(job.value("confirm"_L1).toBool()),
          m_script(crash::scriptFromJson(job.value("script"_L1).toArray())), m_transport(options(job), m_calendar),
          m_ledger(text(job, "ledger"_L1), text(job, "owner"_L1)), m_operations(m_transport)
    {
        m_operations.setPace({pace, pace});
        m_operations.setLedger(m_ledger);
        m_ledger.setPace(pace);
        m_login = {text(job, "domain"_L1), text(job, "user"_L1), text(job, "password"_L1).toUtf8()};
        connect(&m_ledger, &models::Ledger::sealed, this, &User::keepSeal);
        m_timer.setSingleShot(true);
        connect(&m_timer, &QTimer::timeout, this, &User::step);
        m_since.start();
        push(0);
    }
    const models::LedgerReport &report() const { return m_ledger.report(); }
    const QString &outcome() const { return m_outcome; }

private:
    static net::Transport::Options options(const QJsonObject &job)
    {
        net::Transport::Options options;
        options.endpoints = net::Endpoints::shared(text(job, "url"_L1));
        options.retryBase = std::chrono::milliseconds(5);
        options.manager = [unanswered = text(job, "unanswered"_L1)] { return std::make_unique<Network>(unanswered); };
        return options;
    }

    /// Moves the calendar on, and then goes on.
    void push(qint64 byMs)
    {
        QNetworkRequest request(QUrl(m_url + u"/_mock/clock"_s));
        request.setRawHeader("X-Ballast-Mock", "1");
        request.setRawHeader("Content-Type", "application/json");
        request.setTransferTimeout(static_cast<int>(mostMs));
        QNetworkReply *reply = m_control.post(request, "{\"advance_ms\":" + QByteArray::number(byMs) + "}");
        connect(reply, &QNetworkReply::finished, this, [this, reply] {
            const QJsonObject said = QJsonDocument::fromJson(reply->readAll()).object();
            reply->deleteLater();
            if (!said.contains("now_ms"_L1))
                return end(u"no calendar"_s);
            m_calendar.nowMs = said["now_ms"_L1].toInteger();
            if (!std::exchange(m_begun, true))
                begin();
            m_timer.start(pace);
        });
    }
    void begin()
    {
        m_transport.setCredential(m_login);
        QFile file(m_sealFile);
        m_ledger.setSeal(file.open(QIODevice::ReadOnly) ? models::LedgerSeal::fromText(file.readAll()) : std::nullopt);
        m_operations.begin();
    }
    void keepSeal(const models::LedgerSeal &seal)
    {
        QFile file(m_sealFile);
        const QByteArray bytes = seal.toText();
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            end(u"the seal could not be kept"_s);
    }

    static bool isOnItsWay(const Operation &operation)
    {
        return (operation.state == State::Prepared || operation.state == State::Sent) && operation.unwritten.isEmpty();
    }
    bool moves(const Operation &operation) const
    {
        if (m_operations.obstacle())
            return false;
        if (operation.state == State::Queued) // behind one whose outcome cannot be written it waits for good
            return m_confirms && std::ranges::none_of(m_operations.all(), [&operation](const Operation &other) {
                       return other.queue == operation.queue && other.state == State::Sent && !other.unwritten.isEmpty();
                   });
        return isOnItsWay(operation) || operation.isWatched() ||
               (operation.state == State::InDoubt && operation.looks < mostLooks);
    }
    QStringList moving() const
    {
        QStringList all;
        for (const Operation &operation : m_operations.all()) {
            if (moves(operation))
                all.append(
                    u"%1 %2 %3"_s.arg(crash::keyOf(operation.draft), Operation::word(operation.state), operation.unwritten));
        }
        return all;
    }
    bool knows(const models::Order &order) const
    {
        const QString key = crash::keyOf(order.draft);
        return std::ranges::any_of(m_operations.all(), [&](const Operation &operation) {
            return operation.draft.verb == order.draft.verb && crash::keyOf(operation.draft) == key;
        });
    }

    /// Confirms the next order of each kind, and again what waits for it.
    void confirm()
    {
        if (!m_confirms || m_operations.obstacle())
            return;
        QList<quint64> queues;
        for (const Operation &operation : m_operations.all()) {
            if (operation.state == State::Queued && !queues.contains(operation.queue))
                queues.append(operation.queue);
        }
        for (const quint64 queue : std::as_const(queues))
            m_operations.resume(queue);
        QList<const net::Verb *> busy;
        for (const Operation &operation : m_operations.all()) {
            if (isOnItsWay(operation) || (operation.state == State::Queued && moves(operation)))
                busy.append(operation.draft.verb);
        }
        for (const crash::Entry &entry : std::as_const(m_script)) {
            const net::Verb *verb = entry.orders.first().draft.verb;
            if (busy.contains(verb))
                continue;
            QList<models::Order> fresh;
            for (const models::Order &order : entry.orders) {
                if (!knows(order))
                    fresh.append(order);
            }
            if (fresh.isEmpty())
                continue;
            busy.append(verb);
            if (entry.orders.size() > 1)
                m_operations.submitQueue(fresh);
            else
                m_operations.submit(fresh.first());
        }
    }
    bool isConfirmed() const
    {
        return !m_confirms || m_operations.obstacle() || std::ranges::all_of(m_script, [this](const crash::Entry &entry) {
            return std::ranges::all_of(entry.orders, [this](const models::Order &order) { return knows(order); });
        });
    }

    void step()
    {
        confirm();
        using Access = models::LedgerReport::Access;
        const Access access = m_ledger.report().access;
        const bool open = access == Access::Writable || (access != Access::Opening && m_since.hasExpired(patienceMs));
        m_quiet = open && isConfirmed() && moving().isEmpty() ? m_quiet + 1 : 0;
        if (m_quiet >= quietSteps)
            return end(u"quiet"_s);
        if (m_since.hasExpired(mostMs))
            return end(u"moves for ever: "_s + moving().join(u", "_s));
        if (std::ranges::any_of(m_operations.all(), &User::isOnItsWay))
            return m_timer.start(glance);
        QList<quint64> doubts;
        for (const Operation &operation : m_operations.all()) {
            if (operation.state == State::InDoubt)
                doubts.append(operation.id);
        }
        for (const quint64 id : std::as_const(doubts))
            m_operations.lookAgain(id);
        push(stepMs);
    }
    void end(const QString &outcome)
    {
        m_outcome = outcome;
        QCoreApplication::quit();
    }

    QString m_url, m_sealFile;
    bool m_confirms;
    QList<crash::Entry> m_script;
    Calendar m_calendar;
    net::PasswordLogin m_login;
    QNetworkAccessManager m_control;
    net::Transport m_transport;
    models::Ledger m_ledger;
    models::Operations m_operations;
    QTimer m_timer;
    QElapsedTimer m_since;
    QString m_outcome;
    int m_quiet = 0;
    bool m_begun = false;
};

QJsonObject playUser(const QJsonObject &job)
{
    QJsonObject out;
    {
        User user(job);
        QCoreApplication::exec();
        out.insert("end"_L1, user.outcome());
        out.insert("access"_L1, static_cast<int>(user.report().access));
        out.insert("trust"_L1, static_cast<int>(user.report().trust));
        out.insert("problem"_L1, user.report().problem);
    } // its last entries are written
    return out;
}

models::Profile profile(int number)
{
    models::Profile profile;
    profile.name = u"profile %1"_s.arg(number);
    profile.place = models::Profile::Place::Shared;
    profile.shared = u"https://cloud.example.com"_s;
    return profile;
}

/// Stores profiles until there are as many as asked for; the last one is told of.
QJsonObject storeProfiles(const QJsonObject &job)
{
    models::ProfileStore store(text(job, "file"_L1));
    const auto loaded = store.load();
    const int count = job.value("count"_L1).toInt();
    bool fine = loaded == models::ProfileStore::Loaded::Fine;
    while (fine && store.all().size() < count) {
        models::Profile next = profile(static_cast<int>(store.all().size()) + 1);
        fine = store.put(next);
    }
    return {{u"end"_s, u"quiet"_s}, {u"done"_s, fine}};
}

/// Exports as many backups as asked for.
QJsonObject exportRows(const QJsonObject &job)
{
    QList<models::BackupRow> rows;
    for (int i = 0; i < job.value("count"_L1).toInt(); ++i) {
        models::BackupRow row{.scope = {u"cn-north-4"_s, u"p1"_s}};
        row.backup.id = u"id-%1"_s.arg(i);
        row.backup.name = u"name-%1"_s.arg(i);
        row.backup.statusWord = u"available"_s;
        rows.append(row);
    }
    models::Extract what{.table = std::make_shared<models::BackupTable>(rows)};
    for (int row = 0; row < rows.size(); ++row)
        what.rows.append(row);
    for (int column = 0; column < static_cast<int>(what.table->columns().size()); ++column)
        what.columns.append(column);
    what.page = u"backups"_s;
    models::Worker worker;
    models::ExtractJob extract(what, models::ExtractFormat::Json, text(job, "file"_L1), &worker);
    QObject::connect(&extract, &models::ExtractJob::changed, qApp, [&extract] {
        if (extract.state() != models::ExtractJob::State::Running)
            QCoreApplication::quit();
    });
    QCoreApplication::exec();
    return {{u"end"_s, u"quiet"_s},
            {u"done"_s, extract.state() == models::ExtractJob::State::Done},
            {u"problem"_s, extract.problem()}};
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QFile in;
    if (!in.open(stdin, QIODevice::ReadOnly))
        return 2;
    const QJsonObject job = QJsonDocument::fromJson(in.readAll()).object();
    crash::arm(pointOf(job.value("point"_L1).toObject()), text(job, "folder"_L1).toStdString());
    QJsonObject out;
    if (const QString what = text(job, "what"_L1); what == "orders"_L1)
        out = playUser(job);
    else if (what == "profiles"_L1)
        out = storeProfiles(job);
    else if (what == "export"_L1)
        out = exportRows(job);
    else
        return 2;
    QJsonArray counts;
    for (int at = 0; at < static_cast<int>(crash::At::Count); ++at)
        counts.append(static_cast<qint64>(crash::count(static_cast<crash::At>(at))));
    out.insert("counts"_L1, counts);
    out.insert("hit"_L1, crash::wasHit());
    std::puts(QJsonDocument(out).toJson(QJsonDocument::Compact).constData());
    return 0;
}
