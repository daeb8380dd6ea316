// How long a program takes to its first painted window, and what it holds then. Programs of their own, under the Xvfb with
// openbox that `./dev bench` starts.

#include "benches.h"
#include "program.h"

#include "models/profilestore.h"

#include <QCoreApplication>
#include <QDebug>
#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace bench {

namespace {

constexpr auto paintPatience = 30s, idlePatience = 30s;
constexpr int startRounds = 21; ///< each takes a part of a second, and what else the machine does shows in each
constexpr int peerRounds = 11;

/// How a program is started.
struct Scene
{
    QString name;
    QByteArray program; ///< with a slash in front: one of ours, beside this one
    std::vector<QByteArray> arguments{}, variables{};
    std::function<bool(const QString &home)> furnish{}; ///< what lies in its home before; none: nothing
    bool keepsHome = true;                              ///< from round to round; else an empty one each time
};

/// Nobody listens on port 1: each request is refused at once, as on a machine that is offline.
constexpr auto nobody = "https://127.0.0.1:1", region = "cn-north-1", project = "0123456789abcdef0123456789abcdef";

bool storeProfile(const QString &home)
{
    models::Profile profile;
    profile.name = u"bench"_s;
    profile.place = models::Profile::Place::Shared;
    profile.shared = QString::fromLatin1(nobody);
    profile.scopes = {{QString::fromLatin1(region), QString::fromLatin1(project)}};
    profile.signIn = models::Profile::SignIn::Token;
    models::ProfileStore store(home + u"/.config/ballast/profiles.json"_s);
    return store.load() == models::ProfileStore::Loaded::Fine && store.put(profile) && store.setLast(profile.id);
}

/// In an empty home its first window is a legal notice of 500 x 150 pixels. Here that is agreed to, so that a first window is
/// compared with one; and it looks for nobody on the network, which makes it faster if anything.
bool agreeToNotice(const QString &home)
{
    constexpr auto settings = R"([LegalNotice]
Accepted=true
[BitTorrent]
Session\DHTEnabled=false
Session\LSDEnabled=false
Session\PeXEnabled=false
Session\Interface=lo
Session\InterfaceName=lo
)";
    const QString folder = home + u"/.config/qBittorrent"_s;
    QFile file(folder + u"/qBittorrent.conf"_s);
    return QDir().mkpath(folder) && file.open(QIODevice::WriteOnly) && file.write(settings) > 0;
}

/// What the benches start. The window of `ballast` is that of its stored profile, for which no keychain has a secret.
Scene storedProfile() { return {u"ours"_s, "/ballast", {}, {}, storeProfile}; }

/// The same window without the dialog that asks for the secret, which would count as ours.
Scene emptyFleet()
{
    return {u"ours"_s,
            "/ballast",
            {"--endpoint", nobody, "--region", region, "--project", project},
            {QByteArray("BALLAST_TOKEN=none")}};
}

Scene minimal() { return {u"minimal Qt 6 window with a table"_s, "/bench_minimal"}; }

Scene qbittorrent() { return {u"qbittorrent"_s, "qbittorrent", {}, {}, agreeToNotice, false}; }

Scene keepassxc() { return {u"keepassxc"_s, "keepassxc", {}, {}, {}, false}; }

class Subject
{
public:
    Subject(Scene scene, QByteArray display) : m_scene(std::move(scene))
    {
        m_start.program =
            m_scene.program.startsWith('/') ? QCoreApplication::applicationDirPath().toUtf8() + m_scene.program : m_scene.program;
        m_start.arguments = m_scene.arguments;
        m_start.variables = m_scene.variables;
        m_start.display = std::move(display);
    }

    /// Started and painted.
    Result<std::unique_ptr<Program>> open(double *milliseconds)
    {
        if ((!m_folder || !m_scene.keepsHome) && !moveIn())
            return tl::unexpected(u"its home cannot be made"_s);
        const auto watch = WindowWatch::on(m_start.display); // a new one: no window of another is taken for its own
        if (!watch)
            return tl::unexpected(watch.error());
        auto program = Program::start(m_start);
        if (!program)
            return program;
        const auto painted = (*watch)->firstPainted(paintPatience);
        if (!painted)
            return tl::unexpected(painted.error() + u"; it said: "_s + said());
        *milliseconds = std::chrono::duration<double, std::milli>(painted->at - (*program)->startedAt()).count();
        qDebug().noquote() << m_start.program << "painted" << painted->title << painted->width << painted->height;
        return program;
    }

private:
    bool moveIn()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_start.home = m_folder->path();
        return m_folder->isValid() && (!m_scene.furnish || m_scene.furnish(m_start.home));
    }

    QString said() const
    {
        QFile file(m_start.home + u"/said"_s);
        return file.open(QIODevice::ReadOnly) ? QString::fromLocal8Bit(file.readAll().left(1000)).simplified() : QString();
    }

    Scene m_scene;
    Start m_start;
    std::unique_ptr<QTemporaryDir> m_folder;
};

Result<Sample> startTime(Subject &subject)
{
    double milliseconds = 0;
    return subject.open(&milliseconds).map([&](const std::unique_ptr<Program> &) { return Sample{milliseconds}; });
}

Result<Sample> residentMemory(Subject &subject)
{
    constexpr double mebi = 1024 * 1024;
    double milliseconds = 0;
    const auto program = subject.open(&milliseconds);
    if (!program)
        return tl::unexpected(program.error());
    if (!(*program)->becomesIdle(idlePatience))
        return tl::unexpected(u"it does not come to rest"_s);
    const auto bytes = (*program)->resident();
    if (!bytes)
        return tl::unexpected(u"its memory cannot be read"_s);
    return Sample{double(*bytes) / mebi};
}

using Measure = Result<Sample> (*)(Subject &);

std::function<Result<Sides>()> programs(Measure measure, const Scene &ours, const std::vector<Scene> &theirs)
{
    return [=]() -> Result<Sides> {
        const QByteArray display = qgetenv("BALLAST_XVFB_DISPLAY");
        if (display.isEmpty())
            return tl::unexpected(u"BALLAST_XVFB_DISPLAY names no display; ./dev bench starts one"_s);
        const auto side = [&](const Scene &scene) -> Side {
            return [measure, subject = std::make_shared<Subject>(scene, display)] { return measure(*subject); };
        };
        Sides sides{side(ours), {}};
        for (const Scene &peer : theirs)
            sides.theirs.push_back({peer.name, side(peer)});
        return sides;
    };
}

} // namespace

std::vector<Bench> startBenches()
{
    using Kind = Bench::Kind;
    const QString painted = u"exec to first painted window, xcb, stored profile, offline, no keychain, no snapshot on disk yet"_s;
    return {
        {u"start_vs_minimal"_s, u"ms"_s, Kind::AtMost, 1.5, painted, programs(startTime, storedProfile(), {minimal()}),
         startRounds},
        {u"start_vs_peer"_s, u"ms"_s, Kind::TimesBetter, 2, painted + u"; peers in new homes, the faster counts"_s,
         programs(startTime, storedProfile(), {qbittorrent(), keepassxc()}), peerRounds},
        {u"rss_vs_minimal"_s, u"MiB"_s, Kind::AtMost, 1.5, u"resident once painted and idle, xcb, empty fleet, offline"_s,
         programs(residentMemory, emptyFleet(), {minimal()})},
    };
}

} // namespace bench
