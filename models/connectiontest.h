#pragma once

#include "net/iam.h"
#include "net/transport.h"

#include <QObject>

#include <array>

namespace models {

/// Tries a way in without storing anything: signs in, asks for the account's projects, then one read of each service.
/// It uses a transport of its own and sends nothing but GET and the sign-in. A refused sign-in is not tried again:
/// repeated wrong passwords lock the user.
class ConnectionTest final : public QObject
{
    Q_OBJECT

public:
    enum class Part { SignIn, Project, Csbs, Sdrs, Vpc };
    enum class State {
        Idle,
        Running,
        Works,
        Failed,
        Skipped ///< not tried: a part before it failed, or no project is chosen
    };
    struct Line
    {
        State state = State::Idle;
        net::ApiError error{}; ///< of Failed
    };
    static constexpr std::array parts{Part::SignIn, Part::Project, Part::Csbs, Part::Sdrs, Part::Vpc};

    explicit ConnectionTest(const net::Clock &clock, QObject *parent = nullptr);
    ~ConnectionTest() override;

    /// Lets an earlier test go. \a scope may lack its project: then the services are not asked.
    void start(net::Transport::Options options, const net::Credential &credential, const net::Scope &scope);
    void stop(); ///< lets go; parts under way become Idle

    void clear(); ///< lets go and forgets what came

    bool isRunning() const;
    const Line &line(Part part) const { return m_lines.at(static_cast<std::size_t>(part)); }
    /// All the account may use, disabled ones and those that belong to no region left out; from the last test that got them.
    const QList<net::Project> &projects() const { return m_projects; }
    const net::Scope &scope() const { return m_scope; } ///< of the last test

signals:
    void changed();
    void projectsCame();
    /// Of the requests of a test: for the request log.
    void logged(const net::LogLine &line);

private:
    void askProjects();
    void gotProjects(const net::Result<QList<net::Project>> &answer);
    void askRegions();
    void enterProject();
    void askServices();
    void set(Part part, State state, const net::ApiError &error = {});
    void skipFrom(Part part);

    const net::Clock &m_clock;
    std::unique_ptr<net::Transport> m_transport;
    net::Credential m_credential;
    net::Scope m_scope;
    std::array<Line, parts.size()> m_lines{};
    QList<net::Project> m_projects;
    net::CallPtr<net::Token> m_token;
    net::CallPtr<QList<net::Project>> m_askProjects;
    net::CallPtr<QList<net::Region>> m_askRegions;
    std::array<net::CallPtr<bool>, 3> m_probes;
};

} // namespace models
