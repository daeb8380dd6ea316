// The soak: the whole program, off screen, through a day of refreshes, orders, token renewals, faults and sleep, against the
// demo endpoint in a process of its own; what it holds must not grow. Time jumps (virtualtime.h), so a day takes minutes.
//
//     soak [--hours H] [--json FILE] [--sample] [--patience MS] [--leak]

#include "census.h"
#include "slope.h"
#include "virtualtime.h"

#include "app/application.h"
#include "ui/listpage.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCommandLineParser>
#include <QDialog>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>
#include <QPointer>
#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>
#include <deque>
#include <fcntl.h>
#include <string_view>
#include <sys/prctl.h>
#include <unistd.h>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using models::Operation;
using FreshState = models::Freshness::State;

namespace {

constexpr std::chrono::hours warmUp{4};          ///< caches fill, every page and dialog was there once
constexpr std::chrono::minutes sampleWarmUp{30}; ///< of the short run
constexpr std::chrono::minutes between{15};      ///< two samples
constexpr std::chrono::hours tokenLife{1};       ///< instead of the service's day, for more than one renewal
constexpr std::chrono::minutes nap{20};          ///< the machine sleeps every few hours
constexpr std::chrono::minutes shortNap{5};
constexpr double mostPercent = 1; ///< an hour
constexpr int mostSockets = 12;   ///< at a quiet moment: connections that are kept alive

/// How much there is in the project; less of it in the short run.
constexpr const char *smallScenario = R"({"servers":10,"backups":300,"records":100,"failed":5,"replicating":2,"queued":3,
    "skipped":5})";
constexpr const char *scenario = R"({"servers":40,"backups":1200,"records":600,"failed":20,"replicating":3,"queued":6,
    "skipped":20})";

/// One in twenty requests is disturbed, each in one of a dozen ways. A rule by number fires once: what costs a time-out.
const std::array faults{"* /v1/* status=503 %1",
                        "* /v1/* 429=1 %1",
                        "GET /v1/* drop %1",
                        "GET /v1/* reset %1",
                        "GET /v1/* cut %1",
                        "GET /v1/* delay=30 %2",
                        "GET */policies* malformed %2",
                        "GET */checkpoint_items* wrongtype %2",
                        "GET */server-groups* badlength %3",
                        "GET */disaster-recovery-drills* empty %3",
                        "POST */replicate drop %6",
                        "POST */replicate status=500 %4",
                        "POST */replicate reset %4",
                        "POST /v3/auth/tokens status=503 %20",
                        "GET */replication_records* hang @40",
                        "GET */replication_records* hang @700",
                        "GET */checkpoint_items* hang @90",
                        "GET */policies* hang @150",
                        "GET */replication_records* error=401/APIGW.0307 @150",
                        "GET */replication_records* error=401/APIGW.0307 @1100",
                        "GET */checkpoint_items* error=401/APIGW.0307 @250"};

/// Starts the endpoint in a process of its own, so that what it keeps is not counted; its door as JSON.
QJsonObject forkEndpoint(const QString &scenarioFile)
{
    std::array<int, 2> pipes{};
    if (pipe(pipes.data()) != 0)
        qFatal("no pipe");
    const pid_t parent = getpid();
    const pid_t child = fork();
    if (child < 0)
        qFatal("no process for the endpoint");
    if (child == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (getppid() != parent)
            _exit(1);
        soak::beAwakeAlways();
        std::signal(SIGPIPE, SIG_IGN);
        mock::Options options;
        options.scenario = scenarioFile.toStdString();
        options.tokenLife = std::chrono::seconds(tokenLife).count();
        options.faults.assign(faults.begin(), faults.end());
        mock::Server server(options);
        std::string error;
        if (!server.start(&error)) {
            std::fprintf(stderr, "%s\n", error.c_str());
            _exit(1);
        }
        const std::string door = mock::toJson(server.door()) + '\n';
        if (write(pipes[1], door.data(), door.size()) != ssize_t(door.size()))
            _exit(1);
        for (;;)
            pause();
    }
    close(pipes[1]);
    QFile from;
    if (!from.open(pipes[0], QIODevice::ReadOnly, QFileDevice::AutoCloseHandle))
        qFatal("no pipe");
    return QJsonDocument::fromJson(from.readLine()).object();
}

struct Sample
{
    double hours = 0;
    soak::Census held{};
};

struct Kind
{
    const char *name;
    double (*of)(const soak::Census &);
    bool isBytes = false;
};
constexpr std::array kinds{Kind{"heap", [](const soak::Census &held) { return double(held.heapBytes); }, true},
                           Kind{"resident", [](const soak::Census &held) { return double(held.residentBytes); }, true},
                           Kind{"handles", [](const soak::Census &held) { return double(held.handles); }},
                           Kind{"threads", [](const soak::Census &held) { return double(held.threads); }},
                           Kind{"timers", [](const soak::Census &held) { return double(held.timers); }},
                           Kind{"objects", [](const soak::Census &held) { return double(held.objects); }}};

struct Options
{
    int hours = 24;
    bool sample = false; ///< short, and only what does not depend on how memory is given out
    bool leak = false;   ///< to see that it is found
    std::chrono::milliseconds patience{500};
    QString json{};
};

/// Plays the user, and writes down what the program holds.
class Day final : public QObject
{
public:
    Day(app::Application &program, const Options &options, const QJsonObject &door)
        : m_program(program), m_options(options), m_url(door.value("url"_L1).toString())
    {
        app::Session &session = program.session();
        for (models::ListSession *list : session.lists()) {
            connect(list, &models::ListSession::changed, this, [this, list, before = list->freshness().state]() mutable {
                const FreshState now = list->freshness().state;
                if (before == FreshState::Loading && now == FreshState::Fresh)
                    ++m_refreshes;
                before = now;
            });
        }
        connect(&session.transport, &net::Transport::signInWorks, this, [this](const net::Scope &scope) {
            if (m_signedIn.contains(scope.projectId))
                ++m_renewals;
            m_signedIn.insert(scope.projectId);
        });
        connect(&session.transport, &net::Transport::signedOut, this, [this] { m_signedOut = true; });
        connect(&session.transport, &net::Transport::woke, this, [this] { ++m_wakes; });
        connect(&session.transport, &net::Transport::logged, this, [this] { ++m_requests; });
        const int haste = options.sample ? 3 : 1; // all of it was seen once before the first sample that counts
        every(300s / haste, [this] { turnPage(); });
        every(590s / haste, [this] { orderBackup(); });
        every(3600s / (haste * haste), [this] { openPolicyDialog(); });
        every(7200s / (haste * haste), [this] { m_program.setLanguage(++m_languages % 2 == 0 ? u"en"_s : u"zh_CN"_s); });
        every(900s / haste, [this] { settleDoubts(); });
        every(14400s / (haste * haste), [this] {
            ++m_naps;
            soak::sleep(m_options.sample ? shortNap : nap);
        });
        every(between, [this] {
            if (!m_ending)
                sample([] {});
        });
        if (options.leak)
            every(60s, [this] { leak(); });
        every(60s, [this] {
            if (soak::passed() - m_began >= std::chrono::hours(m_options.hours) && !std::exchange(m_ending, true))
                sample([this] { askFaults(); });
        });
    }

    /// What the thread waits for.
    soak::Wait waits() const
    {
        const app::Session &session = m_program.session();
        if (session.transport.inFlight() > 0 || m_asked)
            return soak::Wait::Answer;
        const auto loads = [](const models::ListSession *list) { return list->freshness().state == FreshState::Loading; };
        const bool orders = std::ranges::any_of(session.operations.all(),
                                                [](const Operation &one) { return one.state == Operation::State::Sent; });
        return orders || std::ranges::any_of(m_program.session().lists(), loads) ? soak::Wait::Thread : soak::Wait::None;
    }

private:
    void every(std::chrono::seconds interval, const std::function<void()> &work)
    {
        auto *timer = new QTimer(this);
        connect(timer, &QTimer::timeout, this, work);
        timer->start(interval);
    }

    /// Runs \a then as soon as \a condition holds; gives up after a while, and counts that.
    void when(std::function<bool()> condition, std::function<void()> then, std::chrono::minutes patience = 2min)
    {
        auto *timer = new QTimer(this);
        connect(timer, &QTimer::timeout, this,
                [this, timer, condition = std::move(condition), then = std::move(then), left = patience / 500ms]() mutable {
                    const bool holds = condition();
                    if (!holds && --left > 0)
                        return;
                    timer->deleteLater();
                    timer->stop();
                    if (holds)
                        then();
                    else
                        ++m_missed;
                });
        timer->start(500ms);
    }

    void turnPage()
    {
        static const QStringList pages{u"overview"_s, u"records"_s, u"backups"_s, u"policies"_s,
                                       u"groups"_s,   u"drills"_s,  u"records"_s, u"operations"_s};
        if (!m_dialog && !m_sampling)
            m_program.window().showPage(pages.at(m_page++ % pages.size()));
    }

    QAbstractButton *confirmButton() const { return m_dialog ? m_dialog->findChild<QAbstractButton *>(u"confirm"_s) : nullptr; }

    /// A backup that was never copied, through the dialog, as its user does it.
    void orderBackup()
    {
        app::Session &session = m_program.session();
        const auto backups = std::dynamic_pointer_cast<const models::BackupTable>(session.backups.table());
        const auto records = std::dynamic_pointer_cast<const models::RecordTable>(session.records.table());
        if (m_dialog || m_sampling || m_ending || !backups || !records)
            return;
        QSet<QString> tried = m_ordered;
        for (const models::RecordRow &row : records->rows())
            tried.insert(row.record.sourceItemId);
        const auto row = std::ranges::find_if(backups->rows(), [&tried](const models::BackupRow &one) {
            return !net::eligible(one.backup) && !tried.contains(one.backup.id);
        });
        if (row == backups->rows().end()) {
            ++m_missed;
            return;
        }
        const net::ObjectKey key{session.place.first(), row->backup.id};
        m_ordered.insert(key.id);
        ui::MainWindow &window = m_program.window();
        window.showPage(u"backups"_s);
        ui::ListPage *page = window.page(u"backups"_s);
        page->select(key);
        when([page, key] { return page->currentKey() == key; },
             [this, &window] {
                 opened(window.replicateBackup());
                 when([this] { return confirmButton() && confirmButton()->isEnabled(); },
                      [this] {
                          const qsizetype before = m_program.session().operations.all().size();
                          confirmButton()->click();
                          when([this, before] { return m_program.session().operations.all().size() > before; },
                               [this] { closeDialog(); });
                      });
             });
    }

    void openPolicyDialog()
    {
        if (m_dialog || m_sampling)
            return;
        opened(m_program.window().replicatePolicy());
        when([this] { return confirmButton() && confirmButton()->isEnabled(); }, [this] { closeDialog(); });
    }

    void opened(QWidget *dialog)
    {
        m_dialog = dialog;
        if (!dialog)
            return;
        QTimer::singleShot(6min, dialog, [this, dialog] { // whatever became of it
            if (m_dialog == dialog)
                closeDialog();
        });
    }

    void closeDialog()
    {
        if (auto *dialog = qobject_cast<QDialog *>(m_dialog.data()))
            dialog->reject();
    }

    void settleDoubts()
    {
        models::Operations &operations = m_program.session().operations;
        QList<quint64> doubts, unread;
        for (const Operation &one : operations.all()) {
            if (one.state == Operation::State::InDoubt)
                doubts.append(one.id);
            else if (one.unread)
                unread.append(one.id);
        }
        for (const quint64 id : std::as_const(doubts))
            operations.lookAgain(id);
        for (const quint64 id : std::as_const(unread))
            operations.markRead(id);
    }

    void leak()
    {
        auto *lost = new QTimer(qApp);
        lost->setProperty("ballast", QByteArray(20'000, 'x'));
        m_leaked.push_back(open("/dev/null", O_RDONLY | O_CLOEXEC));
    }

    /// At a quiet moment: on the first page, without a dialog, with nothing under way. One that does not come in ten minutes is
    /// not waited for.
    void sample(const std::function<void()> &then)
    {
        if (std::exchange(m_sampling, true)) { // the one before it has not come to rest yet
            m_then = then;
            return;
        }
        m_then = then;
        m_program.window().showPage(u"overview"_s);
        when([this,
              until = soak::passed() + 10min] { return soak::passed() > until || (!m_dialog && waits() == soak::Wait::None); },
             [this] {
                 m_sampling = false;
                 note();
                 std::exchange(m_then, {})();
             },
             15min);
    }

    void note()
    {
        m_samples.push_back({hours(), soak::takeCensus(this)});
        const soak::Census &held = m_samples.back().held;
        const models::Operations::Counts counts = m_program.session().operations.counts();
        if (m_samples.size() % 20 == 1)
            std::puts("   hour  heap MB  RSS MB  handles  sockets  threads  timers  objects | requests  refreshes  "
                      "renewals  operations (open)");
        std::printf("%7.2f %8.2f %7.1f %8d %8d %8d %7d %8d | %8d %10d %9d %11d (%d)\n", m_samples.back().hours,
                    double(held.heapBytes) / 1e6, double(held.residentBytes) / 1e6, held.handles, held.sockets, held.threads,
                    held.timers, held.objects, m_requests, m_refreshes, m_renewals,
                    int(m_program.session().operations.all().size()), counts.running + counts.inDoubt);
        std::fflush(stdout);
    }

    double hours() const { return double((soak::passed() - m_began).count()) / 3'600'000.0; }

    /// The endpoint says how often each fault was made.
    void askFaults()
    {
        QNetworkRequest request(QUrl(m_url + u"/_mock/faults"_s));
        request.setRawHeader("X-Ballast-Mock", "1");
        m_asked = m_network.get(request);
        connect(m_asked, &QNetworkReply::finished, this, [this] {
            const QJsonArray rules = QJsonDocument::fromJson(m_asked->readAll()).object().value("faults"_L1).toArray();
            m_asked->deleteLater();
            m_asked = nullptr;
            for (const auto &rule : rules) {
                const int fired = rule.toObject().value("fired"_L1).toInt();
                m_faults += fired;
                m_faultKinds += fired > 0 ? 1 : 0;
            }
            soak::stopJumping();
            end();
        });
    }

    /// What is to be had from a day, and is not: a soak in which nothing happens proves nothing.
    QStringList missing() const
    {
        QStringList out;
        const auto atLeast = [&out](const char *what, double is, double wanted) {
            if (is < wanted)
                out.append(u"%1: %2, at least %3 are due"_s.arg(QLatin1String(what)).arg(is).arg(wanted));
        };
        const auto is = [this](Operation::State state) {
            return double(std::ranges::count(m_program.session().operations.all(), state, &Operation::state));
        };
        const double all = double(m_program.session().operations.all().size());
        atLeast("refreshes", m_refreshes, 50.0 * m_options.hours);
        atLeast("renewals", m_renewals, std::max(1, m_options.hours - 1));
        atLeast("operations", all, 4.0 * m_options.hours);
        atLeast("operations that succeeded", is(Operation::State::Succeeded), m_options.sample ? 1 : 0.6 * all);
        atLeast("faults", m_faults, 0.035 * m_requests);
        atLeast("kinds of faults", m_faultKinds, m_options.sample ? 3 : 12);
        atLeast("sleeps noticed", m_wakes, m_naps);
        atLeast("samples", double(m_samples.size()), 3.0 * m_options.hours);
        if (m_signedOut)
            out.append(u"signed out"_s);
        return out;
    }

    void end()
    {
        QStringList problems = missing();
        const std::chrono::minutes warm = m_options.sample ? sampleWarmUp : std::chrono::minutes(warmUp);
        const char *worst = "none";
        double worstPercent = 0;
        QJsonObject slopes;
        for (const Kind &kind : kinds) {
            std::vector<soak::Point> points;
            for (const Sample &one : m_samples) {
                if (one.hours * 60 >= double(warm.count()))
                    points.push_back({one.hours, kind.of(one.held)});
            }
            const double percent = soak::slopePercent(points);
            const double middle = soak::median(points) / (kind.isBytes ? 1e6 : 1);
            slopes.insert(QLatin1String(kind.name), QJsonObject{{u"median"_s, middle}, {u"percent_per_hour"_s, percent}});
            std::printf("%-9s median %9.2f  slope %+.3f %%/h\n", kind.name, middle, percent);
            if (m_options.sample)
                continue;
            if (percent > worstPercent) {
                worst = kind.name;
                worstPercent = percent;
            }
            if (percent > mostPercent)
                problems.append(u"%1 rises by %2 % an hour"_s.arg(QLatin1String(kind.name)).arg(percent, 0, 'f', 2));
        }
        const auto first =
            std::ranges::find_if(m_samples, [&warm](const Sample &one) { return one.hours * 60 >= double(warm.count()); });
        if (first == m_samples.end() || &*first == &m_samples.back())
            problems.append(u"too few samples"_s);
        else
            compareEnds(first->held, m_samples.back().held, problems);
        for (const QString &problem : std::as_const(problems))
            std::printf("problem: %s\n", qPrintable(problem));
        writeJson(slopes, problems);
        std::printf("soak: %d h, %d refreshes, %d renewals, %d operations, %d faults; worst slope %s %.3f %%/h\n",
                    m_options.hours, m_refreshes, m_renewals, int(m_program.session().operations.all().size()), m_faults, worst,
                    worstPercent);
        std::fflush(stdout);
        QCoreApplication::exit(problems.isEmpty() ? 0 : 1);
    }

    /// Tells of what there is more at the end. In a short run counts must be the same again.
    void compareEnds(const soak::Census &before, const soak::Census &after, QStringList &problems) const
    {
        for (auto it = after.byClass.cbegin(); it != after.byClass.cend(); ++it) {
            if (const int more = *it - before.byClass.value(it.key()); more > 0)
                std::printf("%+d %s\n", more, it.key().constData());
        }
        if (!m_options.sample)
            return;
        const auto same = [&problems](const char *what, int then, int now) {
            if (now > then)
                problems.append(u"%1: %2, then %3"_s.arg(QLatin1String(what)).arg(then).arg(now));
        };
        same("handles that are no sockets", before.handles - before.sockets, after.handles - after.sockets);
        same("sockets", mostSockets, after.sockets);
        same("threads", before.threads, after.threads);
        same("timers", before.timers, after.timers);
    }

    void writeJson(const QJsonObject &slopes, const QStringList &problems) const
    {
        if (m_options.json.isEmpty())
            return;
        QJsonArray samples;
        for (const Sample &one : m_samples)
            samples.append(QJsonObject{{u"hours"_s, one.hours},
                                       {u"heap"_s, one.held.heapBytes},
                                       {u"resident"_s, one.held.residentBytes},
                                       {u"handles"_s, one.held.handles},
                                       {u"sockets"_s, one.held.sockets},
                                       {u"threads"_s, one.held.threads},
                                       {u"timers"_s, one.held.timers},
                                       {u"objects"_s, one.held.objects}});
        const QJsonObject whole{{u"hours"_s, m_options.hours},
                                {u"requests"_s, m_requests},
                                {u"refreshes"_s, m_refreshes},
                                {u"renewals"_s, m_renewals},
                                {u"operations"_s, m_program.session().operations.all().size()},
                                {u"faults"_s, m_faults},
                                {u"kinds_of_faults"_s, m_faultKinds},
                                {u"sleeps"_s, m_naps},
                                {u"given_up"_s, m_missed},
                                {u"slopes"_s, slopes},
                                {u"problems"_s, QJsonArray::fromStringList(problems)},
                                {u"samples"_s, samples}};
        QFile file(m_options.json);
        const QByteArray bytes = QJsonDocument(whole).toJson();
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush())
            qFatal("%s: %s", qPrintable(m_options.json), qPrintable(file.errorString()));
    }

    app::Application &m_program;
    Options m_options;
    QString m_url;
    std::chrono::milliseconds m_began = soak::passed();
    QPointer<QWidget> m_dialog;
    QSet<QString> m_ordered;  ///< ids of backups
    QSet<QString> m_signedIn; ///< ids of projects
    std::deque<Sample> m_samples;
    std::vector<int> m_leaked;
    std::function<void()> m_then;    ///< after the sample that is on its way
    QNetworkAccessManager m_network; ///< the soak's own, to the endpoint's control paths
    QNetworkReply *m_asked = nullptr;
    int m_page = 0, m_languages = 0;
    int m_refreshes = 0, m_renewals = 0, m_wakes = 0, m_naps = 0, m_requests = 0, m_faults = 0, m_faultKinds = 0, m_missed = 0;
    bool m_sampling = false, m_ending = false, m_signedOut = false;
};

Options optionsOf(const QCoreApplication &application)
{
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{u"hours"_s, u"So long a day (default 24)."_s, u"H"_s, u"24"_s},
                       {u"json"_s, u"Write all samples to FILE."_s, u"FILE"_s},
                       {u"sample"_s, u"A short run: counts must be the same again at its end."_s},
                       {u"patience"_s, u"An answer that takes longer never comes (default 500)."_s, u"MS"_s, u"500"_s},
                       {u"leak"_s, u"Loses something each minute: the run must fail."_s}});
    parser.process(application);
    Options options;
    options.hours = parser.value(u"hours"_s).toInt();
    options.json = parser.value(u"json"_s);
    options.sample = parser.isSet(u"sample"_s);
    options.leak = parser.isSet(u"leak"_s);
    options.patience = std::chrono::milliseconds(parser.value(u"patience"_s).toInt());
    if (options.hours < 1 || options.patience <= 0ms)
        parser.showHelp(2);
    if (!options.sample && options.hours < 6) {
        std::fprintf(stderr, "soak: slopes want two hours after four of warming up; a shorter run is a --sample\n");
        std::exit(2);
    }
    return options;
}

void say(QtMsgType, const QMessageLogContext &, const QString &text)
{
    if (!text.startsWith("This plugin does not support"_L1)) // of the platform without a screen, at each window
        std::fprintf(stderr, "%s\n", qPrintable(text));
}

} // namespace

int main(int argc, char **argv)
{
    qInstallMessageHandler(say);
    soak::shareTime();
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_NO_GLIB", "1"); // GLib's loop does not wait by ppoll
    QTemporaryDir home;
    for (const char *name : {"XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"})
        qputenv(name, home.path().toUtf8());
    const QString scenarioFile = home.filePath(u"scenario.json"_s);
    QFile file(scenarioFile);
    const bool isSample = std::any_of(argv, argv + argc, [](const char *one) { return one == std::string_view("--sample"); });
    if (!file.open(QIODevice::WriteOnly) || file.write(isSample ? smallScenario : scenario) < 0 || !file.flush())
        qFatal("%s", qPrintable(file.errorString()));
    file.close();
    const QJsonObject door = forkEndpoint(scenarioFile); // before there are threads
    soak::countObjects();

    QApplication application(argc, argv);
    const Options options = optionsOf(application);
    const auto text = [&door](QLatin1StringView name) { return door.value(name).toString(); };
    app::Options asked;
    asked.language = u"en"_s;
    asked.theme = u"light"_s;
    asked.endpoints = net::Endpoints::shared(text("url"_L1));
    asked.scopes = {{text("region"_L1), text("project_id"_L1)}};
    asked.credential = net::PasswordLogin{text("domain"_L1), text("user"_L1), text("password"_L1).toUtf8()};
    app::Application program(application, asked);
    program.setSecrets(std::make_unique<models::SessionSecrets>());
    if (const auto started = program.start(); !started)
        qFatal("%s", qPrintable(started.error()));
    program.window().resize(1280, 800);
    program.window().activateWindow();
    Day day(program, options, door);
    soak::startJumping([&day] { return day.waits(); }, options.patience);
    return QApplication::exec();
}
