// The crash test: a script of writes is run again and again, each time with another point at which the program dies or its disk
// fails, and is started again. The endpoint lives in here, and its own record of what it received is the judge.
//
//     crash_driver [--sample N] [--jobs N] [--json FILE] [--only KIND [--number I]]

#include "judge.h"
#include "points.h"

#include "models/profilestore.h"
#include "net/csbs.h"
#include "net/sdrs.h"
#include "net/vpc.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonDocument>
#include <QMutex>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <functional>
#include <linux/close_range.h>
#include <optional>
#include <sys/prctl.h>
#include <unistd.h>
#include <utility>

using namespace Qt::StringLiterals;
using crash::At;
using crash::Fault;
using crash::Point;
using crash::Verdict;

namespace {

constexpr int mostMs = 120'000; ///< of one run of the child; it ends by itself long before
const QString owner = u"crash"_s;

// ---- the endpoint and the script

constexpr const char *scenario = R"({"regions":[{"id":"cn-north-4","targets":["cn-south-1"]},{"id":"cn-south-1"}],
    "projects":[{"name":"cn-north-4","region":"cn-north-4"},{"name":"cn-south-1","region":"cn-south-1"}],
    "servers":3,"backups":24,"records":0,"failed":0,"replicating":0,"queued":0,"skipped":0,
    "policy_names":["a-skip-daily","b-fail-part-daily","c-daily","d-daily","e-daily"]})";

struct Plan
{
    QList<crash::Entry> script{};
    std::vector<std::string> faults{};
    QMap<QString, QString> expected{}; ///< the states that a run without any point ends with
    QString unanswered{};              ///< the backup whose order is never answered
};

std::unique_ptr<mock::Server> startServer(const QString &scenarioFile, const std::vector<std::string> &faults)
{
    mock::Options options;
    options.scenario = scenarioFile.toStdString();
    options.seed = 1; // with this one no copy fails by chance
    options.epoch = "2026-11-22T06:32:08Z";
    options.speed = 0; // the child moves it on
    options.faults = faults;
    auto server = std::make_unique<mock::Server>(options);
    std::string error;
    if (!server->start(&error))
        qFatal("%s", error.c_str());
    return server;
}

/// Waits for the one answer of a call.
template <typename T> T answerOf(net::CallPtr<T> call)
{
    std::optional<net::Result<T>> result;
    QEventLoop loop;
    call->then(&loop, [&](const net::Result<T> &answer) {
        result = answer;
        loop.quit();
    });
    loop.exec();
    if (!*result)
        qFatal("the endpoint does not say what there is: %s", qPrintable(result->error().detail));
    return **result;
}

/// Orders of each kind, among them some that the endpoint refuses, loses, drops or never answers.
Plan makePlan(const QString &scenarioFile)
{
    const auto server = startServer(scenarioFile, {});
    const mock::Door door = server->door();
    const net::Scope scope{QString::fromStdString(door.region), QString::fromStdString(door.projectId)};
    const net::SystemClock clock;
    net::Transport::Options options;
    options.endpoints = net::Endpoints::shared(QString::fromStdString(door.url));
    net::Transport transport(options, clock);
    transport.setCredential(net::PasswordLogin{QString::fromStdString(door.domain), QString::fromStdString(door.user),
                                               QByteArray::fromStdString(door.password)});
    QList<net::Policy> policies = answerOf(net::Csbs(transport).policies(scope));
    std::ranges::sort(policies, {}, &net::Policy::name);
    const net::Page<net::Backup> backups = answerOf(net::Csbs(transport).backups(scope, {.policyId = policies.last().id}));
    const net::Page<net::ActiveDomain> domains = answerOf(net::Sdrs(transport).activeDomains(scope));
    const net::Page<net::VpcNetwork> networks = answerOf(net::Vpc(transport).vpcs(scope));
    const auto domain = std::ranges::find(domains.rows, false, &net::ActiveDomain::soldOut);
    const auto network = std::ranges::find(networks.rows, net::VpcNetwork::Status::Ok, &net::VpcNetwork::status);
    QList<QString> free; // backups that are not of the policies to be executed, and whose copy will arrive
    for (const net::Backup &backup : backups.rows) {
        if (!net::eligible(backup))
            free.append(backup.id);
    }
    if (policies.size() != 3 || domain == domains.rows.end() || network == networks.rows.end() || free.size() < 7)
        qFatal("the scenario does not hold what the script wants: %d policies, %d backups", int(policies.size()),
               int(free.size()));

    Plan plan;
    const QHash<QString, QString> there{{u"destination_region"_s, QString::fromStdString(door.scopes.at(1).first)},
                                        {u"destination_project_id"_s, QString::fromStdString(door.scopes.at(1).second)}};
    const auto backup = [&](const QString &id, const QString &expected, const QString &name = {}, const QString &fault = {}) {
        models::Order order{.draft = {.verb = &net::verbs::replicateBackup,
                                      .scope = scope,
                                      .target = {{u"checkpoint_item_id"_s, id}},
                                      .values = there},
                            .targetName = expected == "refused"_L1 ? expected : u"backup"_s};
        order.draft.values.insert(u"name"_s, name);
        plan.expected.insert(id, expected);
        if (!fault.isEmpty())
            plan.faults.push_back(u"POST */checkpoint_items/%1/replicate %2"_s.arg(id, fault).toStdString());
        return order;
    };
    const auto policy = [&](const net::Policy &of, const QString &expected) {
        models::Order order{.draft = {.verb = &net::verbs::replicatePolicy, .scope = scope, .values = there},
                            .targetName = u"policy"_s};
        order.draft.values.insert(u"policy_id"_s, of.id);
        plan.expected.insert(of.id, expected);
        return order;
    };
    const auto group = [&](const QString &name, const QString &expected) {
        models::Order order{.draft = {.verb = &net::verbs::createGroup,
                                      .scope = scope,
                                      .values = {{u"name"_s, name},
                                                 {u"source_availability_zone"_s, domain->localZone},
                                                 {u"target_availability_zone"_s, domain->remoteZone},
                                                 {u"domain_id"_s, domain->id},
                                                 {u"source_vpc_id"_s, network->id}}},
                            .targetName = expected == "refused"_L1 ? expected : u"group"_s};
        if (expected == "refused"_L1)
            order.draft.values.insert(u"target_availability_zone"_s, domain->localZone);
        plan.expected.insert(name, expected);
        return order;
    };
    const QString succeeded = u"succeeded"_s, failed = u"failed"_s, refused = u"refused"_s, notDone = u"settled-not-done"_s;
    const QString nobody = u"00000000-0000-4000-8000-000000000000"_s;
    plan.script = {
        {{backup(free.at(0), succeeded)}},
        {{policy(policies.at(0), succeeded)}},
        {{group(u"pg-核心"_s, succeeded)}},
        {{backup(free.at(1), succeeded), backup(free.at(2), failed, u"fail-1"_s), backup(free.at(3), succeeded, {}, u"drop"_s)}},
        {{policy(policies.at(1), u"partly-failed"_s)}},
        {{group(u"pg-2"_s, notDone)}},
        {{backup(nobody, refused)}},
        {{group(u"pg-lost-3"_s, succeeded)}},
        {{backup(free.at(4), succeeded, {}, u"wrongtype"_s)}},
        {{group(u"pg-4"_s, refused)}},
        {{backup(free.at(5), notDone, {}, u"dropbefore"_s)}},
        {{backup(free.at(6), succeeded, {}, u"hang"_s)}}};
    plan.unanswered = free.at(6);
    plan.faults.push_back("POST */checkpoints/replicate drop @2");
    plan.faults.push_back("POST */server-groups status=500 @2");
    return plan;
}

// ---- one run of the child

struct Ran
{
    bool killed = false;
    QJsonObject said{};     ///< its last line
    QStringList problems{}; ///< it neither died where it was to nor came to its end

    bool hit() const { return killed || said.value("hit"_L1).toBool(); }
    long count(At at) const { return long(said.value("counts"_L1).toArray().at(int(at)).toInteger()); }
};

QJsonObject toJson(const Point &point)
{
    return {{u"at"_s, int(point.at)},
            {u"number"_s, qint64(point.number)},
            {u"fault"_s, int(point.fault)},
            {u"lasting"_s, point.lasting}};
}

Ran run(const QString &child, QJsonObject job, const Point &point)
{
    Ran ran;
    job.insert(u"point"_s, toJson(point));
    QProcess process;
    process.setChildProcessModifier([] {
        ::close_range(3, ~0U, CLOSE_RANGE_CLOEXEC); // an endpoint's socket held elsewhere would never seem closed
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    });
    process.start(child, QStringList());
    process.write(QJsonDocument(job).toJson(QJsonDocument::Compact));
    process.closeWriteChannel();
    if (!process.waitForFinished(mostMs)) {
        ran.problems.append(u"it did not end: %1"_s.arg(process.errorString()));
        process.kill();
        process.waitForFinished();
        return ran;
    }
    const QString error = QString::fromLocal8Bit(process.readAllStandardError());
    const bool deadly = point.number > 0 && (point.fault == Fault::Kill || point.fault == Fault::Middle);
    ran.killed = process.exitStatus() == QProcess::CrashExit && process.exitCode() == SIGKILL && deadly;
    if (!ran.killed) {
        ran.said = QJsonDocument::fromJson(process.readAllStandardOutput().trimmed().split('\n').last()).object();
        const QString end = ran.said.value("end"_L1).toString();
        if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0 || end != "quiet"_L1)
            ran.problems.append(u"it ended with %1, \"%2\": %3"_s.arg(process.exitCode()).arg(end, error));
    }
    if (error.contains("cannot go from"_L1))
        ran.problems.append(error);
    return ran;
}

// ---- kinds of points

/// Points of one kind, numbered from 1 on until a number is not hit.
struct Kind
{
    QString name{};
    Point point{};
    /// Tries one: what it came to, and whether it was hit.
    std::function<std::pair<Verdict, bool>(const Point &)> tries{};
    long about = 0;          ///< how many there are, as a run without any counted
    long next = 1, open = 0; ///< open: being tried
    bool over = false;
};

struct Folder
{
    Folder() { Q_ASSERT(dir.isValid()); }
    QString path(const QString &name) const { return QDir(dir.path()).canonicalPath() + u'/' + name; }

    QTemporaryDir dir;
};

void copyFolder(const QString &from, const QString &to)
{
    QDir().mkpath(to);
    const QStringList files = QDir(from).entryList(QDir::Files | QDir::Hidden);
    for (const QString &file : files) {
        if (!file.endsWith("-shm"_L1) && !QFile::copy(from + u'/' + file, to + u'/' + file))
            qFatal("%s cannot be copied", qPrintable(file));
    }
}

class Test final
{
public:
    explicit Test(QString child) : m_child(std::move(child))
    {
        QFile file(m_own.path(u"scenario.json"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(scenario) <= 0 || !file.flush())
            qFatal("the scenario cannot be written");
        file.close();
        m_plan = makePlan(file.fileName());
    }

    /// A run to the end without any point: it must come to what is expected.
    bool rehearse()
    {
        const Folder folder;
        const auto server = startServer(m_own.path(u"scenario.json"_s), m_plan.faults);
        const Ran ran = run(m_child, orders(*server, folder), {});
        const models::LedgerContents ledger = read(folder);
        Verdict verdict = crash::judge(m_plan.script, server->requests(), ledger);
        verdict.problems += ran.problems;
        const QMap<QString, QString> states = crash::statesOf(ledger);
        for (const auto &[key, state] : m_plan.expected.asKeyValueRange()) {
            if (states.value(key) != state)
                verdict.problems.append(u"%1 is %2 and not %3"_s.arg(key, states.value(key), state));
        }
        for (int at = 0; at < int(At::Count); ++at)
            m_counts[std::size_t(at)] = ran.count(At(at));
        for (const QString &problem : std::as_const(verdict.problems))
            std::printf("crash: without any point: %s\n", qPrintable(problem));
        std::printf("crash: a run changes the ledger's folder %ld times, %ld of them with bytes, and sends %ld requests\n",
                    ran.count(At::Disk), ran.count(At::Data), ran.count(At::Request));
        return verdict.isClean();
    }
    /// The ledger goes between death and restart: all is confirmed again. The judge must see that.
    Verdict control()
    {
        const Folder folder;
        const auto server = startServer(m_own.path(u"scenario.json"_s), m_plan.faults);
        run(m_child, orders(*server, folder), {.at = At::Disk, .number = m_counts[std::size_t(At::Disk)] * 2 / 3});
        QDir(folder.path(u"ledger"_s)).removeRecursively();
        QFile::remove(folder.path(u"seal"_s));
        run(m_child, orders(*server, folder), {});
        return crash::judge(m_plan.script, server->requests(), read(folder));
    }

    std::vector<Kind> kinds()
    {
        const auto about = [this](At at) { return m_counts[std::size_t(at)]; };
        std::vector<Kind> all;
        const auto add = [&](const QString &name, const Point &point) {
            all.push_back({.name = name,
                           .point = point,
                           .tries = [this](const Point &one) { return tryOrders(one); },
                           .about = about(point.at)});
        };
        add(u"killed before a ledger write"_s, {.at = At::Disk, .fault = Fault::Kill});
        add(u"killed inside a ledger write"_s, {.at = At::Data, .fault = Fault::Middle});
        add(u"killed before a request"_s, {.at = At::Request, .fault = Fault::Kill});
        add(u"killed after handing a request over"_s, {.at = At::Requested, .fault = Fault::Kill});
        add(u"killed when a request was sent"_s, {.at = At::Sent, .fault = Fault::Kill});
        add(u"killed at the head of an answer"_s, {.at = At::Answer, .fault = Fault::Kill});
        add(u"killed at the end of an answer"_s, {.at = At::Finished, .fault = Fault::Kill});
        add(u"no space, once"_s, {.at = At::Disk, .fault = Fault::NoSpace});
        add(u"no space, from then on"_s, {.at = At::Disk, .fault = Fault::NoSpace, .lasting = true});
        add(u"I/O error, once"_s, {.at = At::Disk, .fault = Fault::IoError});
        add(u"I/O error, from then on"_s, {.at = At::Disk, .fault = Fault::IoError, .lasting = true});
        add(u"short write, once"_s, {.at = At::Data, .fault = Fault::Short});
        add(u"short write, then no space"_s, {.at = At::Data, .fault = Fault::Short, .lasting = true});
        addDamaged(all);
        addFiles(all);
        return all;
    }

private:
    QJsonObject orders(const mock::Server &server, const Folder &folder) const
    {
        const mock::Door door = server.door();
        return {{u"what"_s, u"orders"_s},
                {u"url"_s, QString::fromStdString(door.url)},
                {u"domain"_s, QString::fromStdString(door.domain)},
                {u"user"_s, QString::fromStdString(door.user)},
                {u"password"_s, QString::fromStdString(door.password)},
                {u"script"_s, crash::toJson(m_plan.script)},
                {u"unanswered"_s, u"/%1/replicate"_s.arg(m_plan.unanswered)},
                {u"confirm"_s, true},
                {u"folder"_s, folder.path(u"ledger"_s)},
                {u"ledger"_s, folder.path(u"ledger/own.sqlite"_s)},
                {u"owner"_s, owner},
                {u"seal"_s, folder.path(u"seal"_s)}};
    }
    static models::LedgerContents read(const Folder &folder)
    {
        models::LedgerFile file(folder.path(u"ledger/own.sqlite"_s), owner);
        models::LedgerContents contents = file.open();
        QFile seal(folder.path(u"seal"_s));
        const auto kept = seal.open(QIODevice::ReadOnly) ? models::LedgerSeal::fromText(seal.readAll()) : std::nullopt;
        if (kept)
            contents.report = models::LedgerFile::check(contents.report, file.hashes(), *kept);
        return contents;
    }

    std::pair<Verdict, bool> tryOrders(const Point &point)
    {
        const Folder folder;
        const auto server = startServer(m_own.path(u"scenario.json"_s), m_plan.faults);
        const QJsonObject job = orders(*server, folder);
        const Ran first = run(m_child, job, point);
        const Ran second = run(m_child, job, {});
        Verdict verdict = crash::judge(m_plan.script, server->requests(), read(folder));
        verdict.problems += first.problems + second.problems;
        return {verdict, first.hit()};
    }

    // ---- damaged ledgers

    /// A ledger as a run left it, and the endpoint of that run.
    struct Left
    {
        Folder folder{};
        std::unique_ptr<mock::Server> server{};
        long writes = 0;
    };
    std::shared_ptr<Left> leave(const Point &point)
    {
        auto left = std::make_shared<Left>();
        left->server = startServer(m_own.path(u"scenario.json"_s), m_plan.faults);
        run(m_child, orders(*left->server, left->folder), point);
        left->writes = left->server->writes();
        return left;
    }
    using Damage = std::function<void(const QString &file)>;
    static QList<QByteArray> copies(const Folder &folder)
    {
        QList<QByteArray> all;
        const QDir ledger(folder.path(u"ledger"_s));
        const QStringList files = ledger.entryList({u"*.damaged-*"_s}, QDir::Files);
        for (const QString &name : files) {
            QFile file(ledger.filePath(name));
            if (file.open(QIODevice::ReadOnly) && file.size() > 0)
                all.append(file.readAll());
        }
        return all;
    }

    /// A start with a damaged file, and nobody who confirms anything: what one that nobody disturbs can still tell is there
    /// after any death in it and another start.
    void addDamaged(std::vector<Kind> &all)
    {
        const auto ended = leave({});
        const auto died = leave({.at = At::Disk, .number = m_counts[std::size_t(At::Disk)] / 2});
        const auto overwrite = [](const QString &path, double where, qint64 count) {
            QFile file(path);
            if (!file.open(QIODevice::ReadWrite) || !file.seek(qint64(double(file.size()) * where) / 4096 * 4096 + 100) ||
                file.write(QByteArray(count, '\x55')) != count)
                qFatal("%s cannot be damaged", qPrintable(path));
        };
        const auto cut = [](const QString &path, double where) {
            if (!QFile::resize(path, qint64(double(QFileInfo(path).size()) * where)))
                qFatal("%s cannot be cut", qPrintable(path));
        };
        const auto add = [&](const QString &name, const std::shared_ptr<Left> &left, const Damage &damage) {
            const auto start = [this, left, damage](const Folder &folder, const Point &point) {
                if (!QFile::exists(folder.path(u"ledger"_s))) {
                    copyFolder(left->folder.path(u"ledger"_s), folder.path(u"ledger"_s));
                    damage(folder.path(u"ledger/own.sqlite"_s));
                }
                QJsonObject job = orders(*left->server, folder);
                job.insert(u"confirm"_s, false);
                return run(m_child, job, point);
            };
            const Folder whole;
            const Ran undisturbed = start(whole, {});
            if (!undisturbed.problems.isEmpty())
                qFatal("a ledger cannot be opened, \"%s\": %s", qPrintable(name), qPrintable(undisturbed.problems.join(u", "_s)));
            const QMap<QString, QString> expected = crash::statesOf(read(whole));
            const QList<QByteArray> kept = copies(whole); // of the file as it was found
            const auto tries = [start, left, expected, kept](const Point &point) {
                const Folder folder;
                const Ran first = start(folder, point);
                const Ran second = start(folder, {});
                Verdict verdict;
                verdict.problems = first.problems + second.problems;
                const QMap<QString, QString> states = crash::statesOf(read(folder));
                for (const auto &[key, state] : expected.asKeyValueRange()) {
                    if (states.value(key) != state)
                        verdict.lose(u"%1 is \"%2\" and not %3"_s.arg(key, states.value(key), state));
                }
                const QList<QByteArray> now = copies(folder);
                if (!std::ranges::all_of(kept, [&now](const QByteArray &copy) { return now.contains(copy); }))
                    verdict.lose(u"what was found is not kept"_s);
                if (left->server->writes() != left->writes) {
                    ++verdict.doubled;
                    verdict.problems.append(u"something was sent"_s);
                }
                return std::pair(verdict, first.hit());
            };
            all.push_back({.name = u"%1, killed before a write"_s.arg(name),
                           .point = {.at = At::Disk, .fault = Fault::Kill},
                           .tries = tries,
                           .about = undisturbed.count(At::Disk)});
            all.push_back({.name = u"%1, killed inside a write"_s.arg(name),
                           .point = {.at = At::Data, .fault = Fault::Middle},
                           .tries = tries,
                           .about = undisturbed.count(At::Data)});
            all.push_back({.name = u"%1, short write, then no space"_s.arg(name),
                           .point = {.at = At::Data, .fault = Fault::Short, .lasting = true},
                           .tries = tries,
                           .about = undisturbed.count(At::Data)});
        };
        add(u"a page overwritten"_s, ended, [overwrite](const QString &file) { overwrite(file, 0.7, 2000); });
        add(u"cut to three quarters"_s, ended, [cut](const QString &file) { cut(file, 0.75); });
        add(u"its head overwritten"_s, ended, [overwrite](const QString &file) { overwrite(file, 0, 3000); });
        add(u"cut to nothing beside its log"_s, died, [cut](const QString &file) { cut(file, 0); });
        add(u"its log overwritten"_s, died, [overwrite](const QString &file) { overwrite(file + u"-wal"_s, 0.8, 64); });
    }

    // ---- other files

    /// After any failure or death the file is the old one or the new one, whole, and a failure is told.
    void addFiles(std::vector<Kind> &all)
    {
        const auto bytesOf = [](const QString &path) {
            QFile file(path);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        const auto add = [&](const QString &name, const QString &what, int count) {
            const auto work = [this, what](const Folder &folder, int many, const Point &point) {
                QDir().mkpath(folder.path(u"files"_s));
                return run(m_child,
                           {{u"what"_s, what},
                            {u"folder"_s, folder.path(u"files"_s)},
                            {u"file"_s, folder.path(u"files/file"_s)},
                            {u"count"_s, many}},
                           point);
            };
            const bool random = what == "profiles"_L1; // each has an id of its own
            const auto shape = [bytesOf, random](const Folder &folder) -> QByteArray {
                const QString path = folder.path(u"files/file"_s);
                if (!random)
                    return bytesOf(path);
                models::ProfileStore store(path);
                return store.read() ? QByteArray::number(store.all().size()) : "torn";
            };
            const auto old = std::make_shared<Folder>();
            work(*old, count, {});
            const Folder fresh;
            copyFolder(old->path(u"files"_s), fresh.path(u"files"_s));
            const Ran undisturbed = work(fresh, count + 1, {});
            const QByteArray before = shape(*old), after = shape(fresh);
            if (before == after || !undisturbed.said.value("done"_L1).toBool())
                qFatal("%s cannot be written", qPrintable(name));
            const auto tries = [work, shape, old, before, after, count](const Point &point) {
                const Folder folder;
                copyFolder(old->path(u"files"_s), folder.path(u"files"_s));
                const Ran first = work(folder, count + 1, point);
                Verdict verdict;
                verdict.problems = first.problems;
                const QByteArray now = shape(folder);
                const bool done = first.said.value("done"_L1).toBool();
                if (now != before && now != after)
                    verdict.lose(u"the file is torn"_s);
                else if (done && now != after)
                    verdict.lose(u"it is said to be written, and is not"_s);
                if (!work(folder, count + 1, {}).said.value("done"_L1).toBool() || shape(folder) != after)
                    verdict.lose(u"it cannot be written any more"_s);
                return std::pair(verdict, first.hit());
            };
            const auto push = [&](const QString &how, const Point &point) {
                all.push_back(
                    {.name = name + u", "_s + how, .point = point, .tries = tries, .about = undisturbed.count(point.at)});
            };
            push(u"killed before a write"_s, {.at = At::Disk, .fault = Fault::Kill});
            push(u"killed inside a write"_s, {.at = At::Data, .fault = Fault::Middle});
            push(u"no space, once"_s, {.at = At::Disk, .fault = Fault::NoSpace});
            push(u"no space, from then on"_s, {.at = At::Disk, .fault = Fault::NoSpace, .lasting = true});
            push(u"I/O error, once"_s, {.at = At::Disk, .fault = Fault::IoError});
            push(u"short write, once"_s, {.at = At::Data, .fault = Fault::Short});
            push(u"short write, then no space"_s, {.at = At::Data, .fault = Fault::Short, .lasting = true});
        };
        add(u"a few profiles"_s, u"profiles"_s, 1);
        add(u"many profiles"_s, u"profiles"_s, 60);
        add(u"a short export"_s, u"export"_s, 3);
        add(u"a long export"_s, u"export"_s, 2000);
    }

    QString m_child;
    Folder m_own;
    Plan m_plan;
    std::array<long, std::size_t(At::Count)> m_counts{};
};

// ---- all of them

struct Tried
{
    QString kind{};
    long number = 0;
    bool hit = false;
    Verdict verdict{};
    qint64 ms = 0;
};

/// Hands out what is to be tried, to several threads.
class Queue final
{
public:
    Queue(std::vector<Kind> kinds, int sample) : m_kinds(std::move(kinds))
    {
        if (sample <= 0)
            return;
        // Always the same ones: spread over all kinds, and in each kind at another place.
        const int kindCount = static_cast<int>(m_kinds.size());
        for (int i = 0; i < sample; ++i) {
            const auto kind = static_cast<std::size_t>(sample < kindCount ? i * kindCount / sample : i % kindCount);
            m_chosen.emplace_back(kind, 1 + m_kinds[kind].about * ((i * 5 + i / kindCount) % 8) / 8);
        }
        m_sampled = true;
    }
    void only(const QString &kind, long number)
    {
        std::erase_if(m_kinds, [&kind](const Kind &one) { return !one.name.contains(kind); });
        if (number <= 0)
            return;
        for (std::size_t i = 0; i < m_kinds.size(); ++i)
            m_chosen.emplace_back(i, number);
        m_sampled = true;
    }

    void work()
    {
        for (;;) {
            std::optional<std::pair<std::size_t, long>> next = take();
            if (!next)
                return;
            Kind &kind = m_kinds[next->first];
            Point point = kind.point;
            point.number = next->second;
            QElapsedTimer clock;
            clock.start();
            auto [verdict, hit] = kind.tries(point);
            put(kind, {.kind = kind.name, .number = point.number, .hit = hit, .verdict = verdict, .ms = clock.elapsed()});
        }
    }
    const std::vector<Tried> &tried() const { return m_tried; }

private:
    std::optional<std::pair<std::size_t, long>> take()
    {
        const QMutexLocker lock(&m_mutex);
        if (m_sampled)
            return m_at < m_chosen.size() ? std::optional(m_chosen[m_at++]) : std::nullopt;
        for (std::size_t i = 0; i < m_kinds.size(); ++i) {
            if (m_kinds[i].over)
                continue;
            ++m_kinds[i].open;
            return std::pair(i, m_kinds[i].next++);
        }
        return {};
    }
    void put(Kind &kind, Tried one)
    {
        const QMutexLocker lock(&m_mutex);
        kind.over = kind.over || !one.hit;
        for (const QString &problem : std::as_const(one.verdict.problems))
            std::printf("crash: %s, %ld: %s\n", qPrintable(one.kind), one.number, qPrintable(problem));
        m_tried.push_back(std::move(one));
        if (--kind.open == 0 && kind.over && !m_sampled) {
            const auto count = std::ranges::count_if(m_tried, [&kind](const Tried &t) { return t.hit && t.kind == kind.name; });
            std::printf("crash: %s: %ld\n", qPrintable(kind.name), static_cast<long>(count));
        }
        std::fflush(stdout);
    }

    QMutex m_mutex;
    std::vector<Kind> m_kinds;
    std::vector<std::pair<std::size_t, long>> m_chosen;
    std::size_t m_at = 0;
    bool m_sampled = false;
    std::vector<Tried> m_tried;
};

bool writeReport(const QString &path, const std::vector<Tried> &tried, const Verdict &control)
{
    QJsonArray points;
    for (const Tried &one : tried) {
        points.append(QJsonObject{{u"kind"_s, one.kind},
                                  {u"number"_s, qint64(one.number)},
                                  {u"hit"_s, one.hit},
                                  {u"doubled"_s, one.verdict.doubled},
                                  {u"lost"_s, one.verdict.lost},
                                  {u"problems"_s, QJsonArray::fromStringList(one.verdict.problems)},
                                  {u"ms"_s, one.ms}});
    }
    const QJsonObject report{{u"points"_s, points},
                             {u"control"_s, QJsonObject{{u"doubled"_s, control.doubled}, {u"lost"_s, control.lost}}}};
    QFile file(path);
    const QByteArray bytes = QJsonDocument(report).toJson();
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush();
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser options;
    options.addOptions(
        {{u"child"_s, u"The program that is killed."_s, u"file"_s, QCoreApplication::applicationDirPath() + u"/crash_child"_s},
         {u"sample"_s, u"So many points, spread over all kinds, instead of all."_s, u"number"_s, u"0"_s},
         {u"jobs"_s, u"So many at the same time."_s, u"number"_s, u"4"_s},
         {u"json"_s, u"Where to write what each point came to."_s, u"file"_s},
         {u"only"_s, u"Kinds whose name holds this."_s, u"text"_s},
         {u"number"_s, u"One point of each of them."_s, u"number"_s, u"0"_s}});
    options.addHelpOption();
    options.process(application);

    Test test(options.value(u"child"_s));
    if (!test.rehearse()) {
        std::puts("crash: a run without any point does not come to its end");
        return 1;
    }
    const Verdict control = test.control();
    std::printf("crash: the ledger thrown away, as a control: %d doubled, %d lost\n", control.doubled, control.lost);
    if (control.doubled + control.lost == 0) {
        std::puts("crash: and that was not seen");
        return 1;
    }

    Queue queue(test.kinds(), options.value(u"sample"_s).toInt());
    if (options.isSet(u"only"_s))
        queue.only(options.value(u"only"_s), options.value(u"number"_s).toLong());
    std::vector<std::unique_ptr<QThread>> threads;
    for (int i = 0; i < std::max(1, options.value(u"jobs"_s).toInt()); ++i) {
        threads.emplace_back(QThread::create([&queue] { queue.work(); }));
        threads.back()->start();
    }
    for (const auto &thread : threads)
        thread->wait();

    Verdict all;
    long points = 0;
    for (const Tried &one : queue.tried()) {
        all.add(one.verdict);
        points += one.hit ? 1 : 0;
    }
    bool fine = all.isClean() && points > 0;
    if (options.isSet(u"json"_s) && !writeReport(options.value(u"json"_s), queue.tried(), control)) {
        std::puts("crash: the report cannot be written");
        fine = false;
    }
    std::printf("crash: %ld points tried, %d doubled, %d lost\n", points, all.doubled, all.lost);
    return fine ? 0 : 1;
}
