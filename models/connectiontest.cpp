#include "models/connectiontest.h"

#include "net/probe.h"

#include <QSet>

#include <algorithm>

using namespace std::chrono_literals;

namespace models {

namespace {
constexpr auto patience = 10s; // a person waits in front of it
constexpr auto firstPause = 300ms;
} // namespace

ConnectionTest::ConnectionTest(const net::Clock &clock, QObject *parent) : QObject(parent), m_clock(clock) {}

ConnectionTest::~ConnectionTest() { stop(); }

void ConnectionTest::stop()
{
    m_token.reset();
    m_askProjects.reset();
    m_askRegions.reset();
    for (auto &probe : m_probes)
        probe.reset();
    if (m_transport)
        m_transport.release()->deleteLater(); // we may stand inside one of its signals
    for (Line &line : m_lines) {
        if (line.state == State::Running)
            line.state = State::Idle;
    }
}

void ConnectionTest::clear()
{
    stop();
    m_lines = {};
    m_projects.clear();
}

void ConnectionTest::start(net::Transport::Options options, const net::Credential &credential, const net::Scope &scope)
{
    stop();
    m_lines = {};
    m_credential = credential;
    m_scope = scope;
    options.readOnly = true;
    if (options.timeout.count() == 0)
        options.timeout = patience;
    options.retryBase = firstPause;
    m_transport = std::make_unique<net::Transport>(std::move(options), m_clock);
    connect(m_transport.get(), &net::Transport::logged, this, &ConnectionTest::logged);
    m_transport->setCredential(credential); // its masker knows the secrets; keys and tokens are used as they are
    set(Part::SignIn, State::Running);
    const auto *login = std::get_if<net::PasswordLogin>(&m_credential);
    if (!login)
        return askProjects();
    // Not through the transport's own sign-in: that would try again by itself for as long as it takes.
    m_token = net::Iam(*m_transport).accountToken(scope.region, *login);
    m_token->then(this, [this](const net::Result<net::Token> &token) {
        const auto done = std::move(m_token);
        if (!token) {
            set(Part::SignIn, State::Failed, token.error());
            return skipFrom(Part::Project);
        }
        m_transport->setCredential(net::ReadyToken{token->token});
        askProjects();
    });
}

void ConnectionTest::askProjects()
{
    m_askProjects = net::Iam(*m_transport).projects({m_scope.region, {}});
    m_askProjects->then(this, [this](const net::Result<QList<net::Project>> &answer) {
        const auto done = std::move(m_askProjects);
        gotProjects(answer);
    });
}

void ConnectionTest::gotProjects(const net::Result<QList<net::Project>> &answer)
{
    if (!answer) {
        set(Part::SignIn, State::Failed, answer.error());
        // Keys and tokens may serve in a project all the same: some private clouds give them no list.
        const bool mayGoOn = answer.error().kind == net::ErrorKind::Denied || answer.error().kind == net::ErrorKind::Missing;
        return mayGoOn ? enterProject() : skipFrom(Part::Project);
    }
    m_projects = *answer;
    m_projects.removeIf([](const net::Project &project) { return !project.enabled; });
    askRegions();
}

void ConnectionTest::askRegions()
{
    m_askRegions = net::Iam(*m_transport).regions({m_scope.region, {}});
    m_askRegions->then(this, [this](const net::Result<QList<net::Region>> &answer) {
        const auto done = std::move(m_askRegions);
        if (answer && !answer->isEmpty()) { // without it a project such as MOS is offered, too: the user can tell
            QSet<QString> known;
            for (const net::Region &region : *answer)
                known.insert(region.id);
            m_projects.removeIf([&known](const net::Project &project) { return !known.contains(project.region()); });
        }
        set(Part::SignIn, State::Works);
        emit projectsCame();
        enterProject();
    });
}

void ConnectionTest::enterProject()
{
    if (m_scope.region.isEmpty() || m_scope.projectId.isEmpty())
        return skipFrom(Part::Project);
    set(Part::Project, State::Running);
    const auto *login = std::get_if<net::PasswordLogin>(&m_credential);
    if (!login) {
        const bool isListed = std::any_of(m_projects.cbegin(), m_projects.cend(),
                                          [this](const net::Project &project) { return project.id == m_scope.projectId; });
        if (!isListed && line(Part::SignIn).state == State::Works) {
            net::ApiError error;
            error.kind = net::ErrorKind::Missing;
            error.detail = m_scope.projectId;
            set(Part::Project, State::Failed, error);
            return skipFrom(Part::Csbs);
        }
        set(Part::Project, isListed ? State::Works : State::Skipped);
        return askServices();
    }
    m_token = net::Iam(*m_transport).token(m_scope, *login);
    m_token->then(this, [this](const net::Result<net::Token> &token) {
        const auto done = std::move(m_token);
        if (!token) {
            set(Part::Project, State::Failed, token.error());
            return skipFrom(Part::Csbs);
        }
        set(Part::Project, State::Works);
        m_transport->setCredential(net::ReadyToken{token->token});
        askServices();
    });
}

void ConnectionTest::askServices()
{
    static constexpr std::array services{std::pair{Part::Csbs, net::Service::Csbs}, std::pair{Part::Sdrs, net::Service::Sdrs},
                                         std::pair{Part::Vpc, net::Service::Vpc}};
    for (std::size_t i = 0; i < services.size(); ++i) {
        const auto [part, service] = services.at(i);
        m_probes.at(i) = net::probe(*m_transport, service, m_scope);
        m_probes.at(i)->then(this, [this, i, asked = part](const net::Result<bool> &answer) {
            const auto done = std::move(m_probes.at(i));
            if (answer)
                set(asked, State::Works);
            else
                set(asked, State::Failed, answer.error());
        });
    }
    for (const auto &[part, service] : services)
        set(part, State::Running);
}

bool ConnectionTest::isRunning() const
{
    return m_token || m_askProjects || m_askRegions ||
           std::any_of(m_probes.begin(), m_probes.end(), [](const auto &probe) { return probe != nullptr; });
}

void ConnectionTest::set(Part part, State state, const net::ApiError &error)
{
    m_lines.at(static_cast<std::size_t>(part)) = {state, error};
    emit changed();
}

void ConnectionTest::skipFrom(Part part)
{
    for (auto i = static_cast<std::size_t>(part); i < m_lines.size(); ++i)
        m_lines.at(i) = {State::Skipped, {}};
    emit changed();
}

} // namespace models
