#include "world.h"

#include "models/profilestore.h"

#include <QApplication>
#include <QDir>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace monkey {

namespace {

/// The one keychain of all runs of the program.
class Keychain final : public models::SecretStore
{
public:
    explicit Keychain(models::SecretStore &store) : m_store(store) {}
    void read(const QString &key, QObject *context, Handler then) override { m_store.read(key, context, std::move(then)); }
    void write(const QString &key, const QByteArray &secret, QObject *context, Handler then) override
    {
        m_store.write(key, secret, context, std::move(then));
    }
    void remove(const QString &key, QObject *context, Handler then) override { m_store.remove(key, context, std::move(then)); }

private:
    models::SecretStore &m_store;
};

QString configFolder() { return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation); }

} // namespace

World::World(const Wishes &wishes) : m_wishes(wishes), m_server(endpoint(wishes))
{
    for (const auto &[name, sub] :
         {std::pair{"HOME", u"."_s}, std::pair{"XDG_CONFIG_HOME", u"config"_s}, std::pair{"XDG_STATE_HOME", u"state"_s},
          std::pair{"XDG_CACHE_HOME", u"cache"_s}, std::pair{"XDG_DATA_HOME", u"data"_s}})
        qputenv(name, QFile::encodeName(QDir::cleanPath(m_home.filePath(sub))));
    QDir::setCurrent(m_home.path());
    QDir().mkpath(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)); // where exports go
}

World::~World()
{
    close();
    QDir::setCurrent(QDir::rootPath());
}

/// A calendar that runs, so that work ends; and an endpoint that has its moods.
mock::Options World::endpoint(const Wishes &wishes) const
{
    mock::Options options;
    options.seed = wishes.seed;
    options.scenario = wishes.scenario.toStdString();
    options.epoch = "2026-11-22T06:32:08Z";
    options.speed = 30;
    options.records = 900; // each page has more rows than the screen
    options.faults = {"GET * delay=9000 %6", "GET * status=503 %2", "GET */replication_records wrongtype %3"};
    if (wishes.writable)
        options.faults.insert(options.faults.end(), {"POST */replicate drop %10", "POST */server-groups reset %10",
                                                     "POST */replicate status=500 %5", "POST */replicate delay=60000 %10"});
    return options;
}

bool World::start(QString *error)
{
    std::string why;
    if (!m_home.isValid() || !m_server.start(&why)) {
        *error = m_home.isValid() ? QString::fromStdString(why) : m_home.errorString();
        return false;
    }
    storeProfiles();
    return true;
}

void World::storeProfiles()
{
    models::ProfileStore store(configFolder() + u"/profiles.json"_s);
    const mock::Door door = m_server.door();
    models::Profile profile;
    profile.name = u"erp-prod"_s;
    profile.place = models::Profile::Place::Shared;
    profile.shared = QString::fromStdString(door.url);
    profile.domain = QString::fromStdString(door.domain);
    profile.user = QString::fromStdString(door.user);
    for (const auto &[region, project] : door.scopes)
        profile.scopes.append({QString::fromStdString(region), QString::fromStdString(project)});
    models::Profile second = profile;
    second.name = u"生产-只读"_s;
    second.readOnly = true;
    second.production = true;
    for (models::Profile *one : {&profile, &second}) {
        if (!store.put(*one))
            qFatal("a profile cannot be stored");
        const models::ProfileSecrets secrets{.main = QByteArray::fromStdString(door.password)};
        m_secrets.write(one->id, secrets.toJson(), this, [](const models::SecretStore::Outcome &) {});
    }
}

void World::open(bool tidy)
{
    close();
    if (tidy)
        QFile::remove(configFolder() + u"/ballast.conf"_s);
    const mock::Door door = m_server.door();
    app::Options options;
    options.readOnly = !m_wishes.writable;
    options.endpoints = net::Endpoints::shared(QString::fromStdString(door.url));
    options.endpointsGiven = true;
    options.scopes = {{QString::fromStdString(door.region), QString::fromStdString(door.projectId)}};
    options.credential = net::PasswordLogin{QString::fromStdString(door.domain), QString::fromStdString(door.user),
                                            QByteArray::fromStdString(door.password)};
    options.language = m_openings % 2 == 0 ? u"en"_s : u"zh_CN"_s;
    m_program = std::make_unique<app::Application>(*qApp, options);
    m_program->setSecrets(std::make_unique<Keychain>(m_secrets));
    m_program->setZone(QTimeZone(8 * 3600));
    m_ended = false;
    connect(m_program.get(), &app::Application::ended, this, [this] { m_ended = true; });
    if (const auto started = m_program->start(); !started)
        qFatal("%s", qPrintable(started.error()));
    ++m_openings;
    follow();
}

void World::close()
{
    m_session = nullptr;
    m_program.reset();
}

ui::MainWindow *World::window() const { return m_program && m_program->hasWindow() ? &m_program->window() : nullptr; }

void World::follow()
{
    if (!window() || m_session == &m_program->session())
        return;
    m_session = &m_program->session();
    const models::Operations *operations = &m_session->operations;
    connect(operations, &models::Operations::added, this, &World::note);
    connect(operations, &models::Operations::changed, this, &World::note);
}

/// Once it is sent it stays so, whatever becomes of it.
void World::note(quint64 operation)
{
    const models::Operation *known = m_session ? m_session->operations.find(operation) : nullptr;
    if (!known)
        return;
    const bool wasSent = std::ranges::any_of(
        known->timeline, [](const models::Operation::Step &step) { return step.state == models::Operation::State::Sent; });
    if (wasSent)
        m_sent.insert(u"%1#%2"_s.arg(m_session->ledgerOwner).arg(operation));
}

bool World::loaded() const
{
    return window() && std::ranges::none_of(m_program->session().lists(), [](const models::ListSession *list) {
               using State = models::Freshness::State;
               const State state = list->freshness().state;
               return state == State::Never || (state == State::Loading && !list->freshness().asOf.isValid());
           });
}

bool World::isCutOff() const
{
    return window() && std::ranges::all_of(m_program->session().lists(), [](const models::ListSession *list) {
               return list->freshness().state == models::Freshness::State::Failed;
           });
}

bool World::isQuiet() const
{
    return !window() || std::ranges::none_of(m_program->session().operations.all(), [](const models::Operation &one) {
        using State = models::Operation::State;
        return one.state == State::Prepared || one.state == State::Sent;
    });
}

} // namespace monkey
