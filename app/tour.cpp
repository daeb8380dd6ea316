#include "app/tour.h"

#include "app/application.h"
#include "app/democlock.h"
#include "models/backuptable.h"
#include "models/profilestore.h"
#include "models/recordtable.h"
#include "models/secretstore.h"
#include "ui/jobwindow.h"
#include "ui/listpage.h"
#include "ui/mainwindow.h"
#include "ui/navigation.h"
#include "ui/operationsdock.h"
#include "ui/profiledialog.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTimer>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>
#include <cstdio>
#include <deque>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr auto tick = std::chrono::milliseconds(25);
constexpr qint64 mostWaitMs = 30'000;

/// Walks through the program as a script of steps: each waits for its condition, acts, and gives way to the next.
class Tour final : public QObject
{
public:
    Tour(QApplication &application, Options options) : m_application(application), m_options(std::move(options))
    {
        m_options.demo = true;
        connect(&m_timer, &QTimer::timeout, this, &Tour::next);
    }

    int run()
    {
        if (!QDir().mkpath(m_options.tourFolder)) {
            std::fprintf(stderr, "ballast: cannot make the folder %s\n", qPrintable(m_options.tourFolder));
            return 1;
        }
        QApplication::setQuitOnLastWindowClosed(false); // between two acts there is no window
        QApplication::setCursorFlashTime(0);            // a blinking cursor makes two pictures of one
        script();
        m_waited.start();
        m_timer.start(tick);
        return QApplication::exec(); // ok: the program's own loop
    }

private:
    struct Step
    {
        QString name;
        std::function<bool()> ready;
        std::function<void()> act;
    };

    // ---- what is shown

    void script()
    {
        open(u"company"_s);
        await(u"all lists"_s, [this] { return allFresh() && factsEnded(); });
        await(u"overview"_s, [this] { return session().overview.isSurveyed() && session().overview.overview().servers > 0; });
        wait(300);
        shot(u"overview"_s);
        for (const QSize size : {QSize(1280, 800), QSize(1024, 700)}) // the card lies below the fold
            variants(
                u"overview-quotas-%1x%2"_s.arg(size.width()).arg(size.height()), [this] { return withQuotas(); }, size);
        act([this] { overviewScroll()->ensureVisible(0, 0); });
        job(u"running"_s, "job of a drill"); // before the calendar moves on
        for (const QString &page : {u"policies"_s, u"groups"_s, u"drills"_s}) {
            act([this, page] { m_program->window().showPage(page); });
            pause();
            act([this, page] { selectRow(u"table-"_s + page, 0); });
            shot(page);
        }
        act([this] { m_program->window().showPage(u"operations"_s); });
        shot(u"operations-empty"_s);
        act([this] { m_program->window().showPage(u"records"_s); });
        shot(u"records"_s);
        act([this] { session().records.setFacet(u"fail"_s); });
        pause();
        act([this] { selectRow(u"table-records"_s, 0); });
        shot(u"records-failed"_s);
        act([this] {
            session().records.setFacet({});
            session().records.setFilter(u"no-such-server"_s);
        });
        shot(u"records-no-match"_s);
        act([this] {
            session().records.setFilter({});
            m_program->window().showPage(u"backups"_s);
            session().backups.setFacet(u"available"_s);
        });
        await(u"available backups"_s, [this] { return session().backups.counts().shown < session().backups.counts().loaded; });
        act([this] { selectExample("replicable"); });
        shot(u"backups"_s);
        openDialog();
        shotDialog(u"replicate-form"_s);
        act([this] { type(u"name"_s, u"dr-copy-ＡＢ"_s); });
        wait(500);
        shotDialog(u"replicate-wrong-name"_s);
        act([this] { type(u"name"_s, u"dr-copy-周报"_s); });
        wait(500);
        act([this] { m_dialog->findChild<QTabWidget *>()->setCurrentIndex(1); });
        shotDialog(u"replicate-request"_s);
        confirm();
        await(u"accepted"_s, [this] { return lastState(models::Operation::State::Accepted); });
        shotDialog(u"replicate-accepted"_s);
        act([this] { m_program->server()->advance(std::chrono::seconds(20)); });
        await(u"running"_s, [this] { return lastState(models::Operation::State::Running); });
        shotDialog(u"replicate-running"_s);
        act([this] { m_program->server()->advance(std::chrono::minutes(5)); });
        await(u"over"_s, [this] { return !session().operations.all().isEmpty() && session().operations.all().last().isOver(); });
        shotDialog(u"replicate-succeeded"_s);
        closeDialog();
        openDialog(); // the same backup to the same region
        confirm();
        await(u"refused"_s, [this] { return lastState(models::Operation::State::Refused); });
        shotDialog(u"replicate-refused"_s);
        closeDialog();
        act([this] { selectExample("failing"); });
        openDialog();
        confirm();
        await(u"accepted"_s, [this] { return lastState(models::Operation::State::Accepted); });
        act([this] { m_program->server()->advance(std::chrono::minutes(5)); });
        await(u"failed"_s, [this] { return lastState(models::Operation::State::Failed); });
        shotDialog(u"replicate-failed"_s);
        closeDialog();
        act([this] {
            m_program->server()->fault("POST */replicate drop");
            selectExample("replicable");
        });
        openDialog();
        confirm();
        await(u"in doubt"_s, [this] { return lastState(models::Operation::State::InDoubt); });
        shotDialog(u"replicate-in-doubt"_s);
        act([this] {
            m_program->server()->clearFaults();
            m_dialog->findChild<QAbstractButton *>(u"look-again"_s)->click();
        });
        await(u"settled"_s, [this] { return !lastState(models::Operation::State::InDoubt); });
        shotDialog(u"replicate-settled"_s);
        closeDialog();
        shot(u"backups-with-operations"_s);
        act([this] { m_program->window().dock()->setOpen(true); });
        shot(u"dock-open"_s);
        act([this] { m_program->window().dock()->setOpen(false); });
        for (const QString &name : {u"preferences"_s, u"request-log"_s, u"about"_s, u"service-limits"_s}) {
            openWindow(name);
            if (name == "service-limits"_L1)
                await(name, [this] { return factsEnded(); });
            shotDialog(name);
            closeDialog();
        }
        variants(u"scope-popup"_s, [this] { return scopePopup(); }, {});
        act([this] { scopePopup()->close(); });
        job(u"failed"_s, "job failed in a part");
        job(u"unknown"_s, "");
        profiles();
        act([this] { m_program->window().showPage(u"operations"_s); });
        pause();
        act([this] { selectRow(u"table-operations"_s, 0); });
        shot(u"operations"_s);
        act([this] { m_program->window().showPage(u"overview"_s); });
        wait(300);
        shot(u"overview-with-operations"_s);
        close();

        verbs();
        pastLives();
        everywhere();

        open(u"empty"_s);
        await(u"empty"_s, [this] { return allFresh() && factsEnded(); });
        wait(300);
        shot(u"overview-empty"_s);
        for (const QString &page : {u"policies"_s, u"backups"_s, u"records"_s, u"groups"_s, u"drills"_s}) {
            act([this, page] { m_program->window().showPage(page); });
            shot(page + u"-empty"_s);
        }
        close();

        open(u"odd"_s);
        await(u"odd"_s, [this] { return allFresh(); });
        for (const QString &page : {u"policies"_s, u"backups"_s, u"records"_s, u"groups"_s, u"drills"_s}) {
            act([this, page] { m_program->window().showPage(page); });
            pause();
            act([this, page] { selectRow(u"table-"_s + page, 0); });
            shot(page + u"-odd"_s);
        }
        close();

        // Each page in each state it can be in, the endpoint told to answer so.
        struct Path
        {
            QString page;
            const char *path;
        };
        const Path paths[] = {{u"policies"_s, "*/policies"},
                              {u"backups"_s, "*/checkpoint_items"},
                              {u"records"_s, "*/replication_records"},
                              {u"groups"_s, "*/server-groups"},
                              {u"drills"_s, "*/disaster-recovery-drills"}};
        const std::pair<QString, const char *> failures[] = {{u"unavailable"_s, "status=503"},
                                                             {u"forbidden"_s, "status=403"},
                                                             {u"no-json"_s, "wrongtype"},
                                                             {u"offline"_s, "reset"},
                                                             {u"must-use-cbr"_s, "error=400/BackupService.4008"}};
        for (const auto &[state, action] : failures) {
            for (const Path &path : paths)
                m_faults.append(u"GET %1 %2"_s.arg(QLatin1StringView(path.path), QLatin1StringView(action)));
            open(u"company"_s, m_faults);
            m_faults.clear();
            await(state, [this] { return allEnded() && factsEnded(); });
            wait(300);
            shot(u"overview-"_s + state);
            for (const Path &path : paths) {
                act([this, page = path.page] { m_program->window().showPage(page); });
                shot(path.page + u'-' + state);
            }
            close();
        }
        // What was loaded stays when a refresh fails.
        open(u"company"_s);
        await(u"all lists"_s, [this] { return allFresh(); });
        act([this] {
            for (const char *rule : {"GET */replication_records status=503", "GET */server-groups status=503"})
                m_program->server()->fault(rule);
            m_program->window().showPage(u"records"_s);
            session().records.refresh();
            session().groups.refresh();
        });
        await(u"stale"_s, [this] { return isFailed(session().records) && isFailed(session().groups); });
        shot(u"records-stale"_s);
        act([this] { m_program->window().showPage(u"groups"_s); });
        shot(u"groups-stale"_s);
        close();
        open(u"company"_s, {u"GET */quotas status=503"_s, u"GET */active-domains status=403"_s, u"GET / wrongtype"_s});
        await(u"facts"_s, [this] { return allEnded() && factsEnded(); });
        shot(u"overview-no-quotas"_s);
        openWindow(u"service-limits"_s);
        await(u"facts"_s, [this] { return factsEnded(); });
        shotDialog(u"service-limits-failed"_s);
        closeDialog();
        close();
        open(u"company"_s, {u"POST */v3/auth/tokens status=401"_s});
        await(u"signed out"_s, [this] { return allEnded(); });
        act([this] { m_program->window().showPage(u"records"_s); });
        shot(u"records-signed-out"_s);
        close();
        open(u"company"_s, {u"GET */replication_records hang"_s, u"GET */server-groups hang"_s});
        wait(400);
        act([this] { m_program->window().showPage(u"records"_s); });
        shot(u"records-loading"_s);
        act([this] { m_program->window().showPage(u"groups"_s); });
        shot(u"groups-loading"_s);
        close();
        open(u"company"_s, {}, true);
        await(u"read-only"_s, [this] { return isFresh(session().backups); });
        act([this] { m_program->window().showPage(u"backups"_s); });
        pause();
        act([this] { selectRow(u"table-backups"_s, 0); });
        shot(u"backups-read-only"_s);
        close();
    }

    /// All projects of the company in one window; then one of them does not answer.
    void everywhere()
    {
        open(u"company"_s);
        act([this] { session().place.setShown(session().place.scopes()); });
        await(u"all projects"_s, [this] { return allFresh() && factsEnded() && session().overview.isSurveyed(); });
        wait(300);
        shot(u"overview-everywhere"_s);
        for (const QString &page : {u"policies"_s, u"backups"_s, u"records"_s, u"groups"_s, u"drills"_s}) {
            act([this, page] { m_program->window().showPage(page); });
            pause();
            act([this, page] { selectRow(u"table-"_s + page, 0); });
            shot(page + u"-everywhere"_s);
        }
        act([this] {
            const std::string project = session().place.scopes().last().projectId.toStdString();
            m_program->server()->fault("GET /v1/" + project + "/* status=503");
            m_program->window().showPage(u"records"_s);
            session().records.refresh();
        });
        await(u"one fails"_s, [this] { return isFailed(session().records); });
        shot(u"records-partly"_s);
        variants(u"scope-popup-partly"_s, [this] { return scopePopup(); }, {});
        act([this] { scopePopup()->close(); });
        close();
    }

    /// The window of one job; the endpoint names an example, an empty name is an id that it does not know.
    void job(const QString &state, const std::string &example)
    {
        openWindow(u"look-up-job"_s);
        if (state == "running"_L1)
            shotDialog(u"job-empty"_s);
        act([this, example] {
            type(u"job-id"_s, example.empty() ? u"4028c1e97a05b3d2017a0e6f19c4dead"_s
                                              : QString::fromStdString(m_program->server()->example(example)));
            m_dialog->findChild<QAbstractButton *>(u"look"_s)->click();
        });
        await(u"job"_s, [this] {
            auto *window = qobject_cast<ui::JobWindow *>(m_dialog.data());
            return window && (window->lookup().job() || window->lookup().error());
        });
        if (state == "failed"_L1)
            act([this] {
                auto *tree = m_dialog->findChild<QTreeView *>(u"job-tree"_s);
                tree->setCurrentIndex(tree->model()->index(1, 0, tree->model()->index(0, 0)));
            });
        shotDialog(u"job-"_s + state);
        closeDialog();
    }

    /// The dialog of the profiles, which the demo itself has no use for: its profiles lead to the demo's endpoint.
    void profiles()
    {
        act([this] { openProfiles(false); });
        shotDialog(u"profiles-empty"_s);
        closeDialog();
        act([this] { openProfiles(true); });
        shotDialog(u"profiles-filled"_s);
        for (const auto &[state, password] : {std::pair(u"tested"_s, QString()), std::pair(u"refused"_s, u"Quiet-7-Harbour"_s)}) {
            act([this, password = password] {
                if (!password.isEmpty())
                    type(u"secret"_s, password);
                m_dialog->findChild<QAbstractButton *>(u"test"_s)->click();
            });
            await(u"connection"_s, [this] { // the words, for the dialog keeps its test to itself
                return testText(u"sign-in"_s) != u"trying…"_s && testText(u"sign-in"_s) != u"not tried yet"_s &&
                       testText(u"vpc"_s) != u"trying…"_s;
            });
            act([this] {
                auto *scroll = m_dialog->findChild<QScrollArea *>();
                scroll->ensureWidgetVisible(m_dialog->findChild<QLabel *>(u"test-vpc"_s));
            });
            shotDialog(u"profiles-"_s + state);
        }
        act([this] {
            delete m_dialog;
            m_store.reset();
        });
    }

    void openProfiles(bool filled)
    {
        m_program->setLanguage(u"en"_s);
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<models::ProfileStore>(m_folder->filePath(u"profiles.json"_s));
        m_clock = std::make_unique<DemoClock>(*m_program->server());
        if (filled) {
            const mock::Door door = m_program->server()->door();
            models::Profile profile;
            profile.name = u"erp-prod"_s;
            profile.place = models::Profile::Place::Shared;
            profile.shared = QString::fromStdString(door.url);
            profile.domain = QString::fromStdString(door.domain);
            profile.user = QString::fromStdString(door.user);
            for (const auto &[region, project] : door.scopes)
                profile.scopes.append({QString::fromStdString(region), QString::fromStdString(project)});
            models::Profile second = profile;
            second.name = u"erp-dr"_s;
            second.readOnly = true;
            if (!m_store->put(profile) || !m_store->put(second) || !m_store->setLast(profile.id))
                return fail(u"a profile cannot be stored"_s);
            const models::ProfileSecrets secrets{.main = QByteArray::fromStdString(door.password)};
            m_profileSecrets.write(profile.id, secrets.toJson(), this, [](const models::SecretStore::Outcome &) {});
        }
        ui::ProfileDialog::Doors doors{*m_store, m_profileSecrets, *m_clock,
                                       [](const models::Profile &profile, const models::ProfileSecrets &) {
                                           net::Transport::Options options;
                                           options.endpoints = profile.endpoints();
                                           return options;
                                       }};
        m_dialog = new ui::ProfileDialog(std::move(doors), &m_program->window());
        m_dialog->show();
    }

    QString testText(const QString &part) const
    {
        const auto *label = m_dialog->findChild<QLabel *>(u"test-"_s + part);
        return label ? label->text() : QString();
    }

    QWidget *scopePopup()
    {
        QApplication::setActiveWindow(&m_program->window());
        auto *old = m_program->window().findChild<QWidget *>(u"scope-popup"_s);
        delete old; // in the language it was opened in
        m_program->window().findChild<ui::Navigation *>()->scopeButton()->click();
        return m_program->window().findChild<QWidget *>(u"scope-popup"_s);
    }

    bool factsEnded() const
    {
        const models::ServiceFacts &facts = session().facts;
        return std::ranges::none_of(models::ServiceFacts::parts, [&facts](models::ServiceFacts::Part part) {
            const auto state = facts.freshness(part).state;
            return state == models::Freshness::State::Loading || state == models::Freshness::State::Never;
        });
    }

    QScrollArea *overviewScroll() const { return m_program->window().findChild<QScrollArea *>(u"overview-scroll"_s); }
    QWidget *withQuotas() const
    {
        overviewScroll()->ensureWidgetVisible(overviewScroll()->findChild<QWidget *>(u"card-quotas"_s), 0, 40);
        return &m_program->window();
    }

    /// A window or dialog by the action that opens it.
    void openWindow(const QString &action)
    {
        act([this, action] {
            m_program->window().findChild<QAction *>(action)->trigger();
            for (QWidget *top : QApplication::topLevelWidgets()) {
                if (top->isVisible() && top != &m_program->window() && top->isWindow())
                    m_dialog = top;
            }
        });
    }

    /// Each verb in each of its moments.
    /// What an earlier run has left, and a ledger that is not to be had.
    void pastLives()
    {
        using State = models::Operation::State;
        act([this] { m_life = std::make_unique<QTemporaryDir>(); });
        open(u"company"_s);
        await(u"all lists"_s, [this] { return allFresh(); });
        act([this] {
            m_program->server()->fault("POST */replicate hang");
            m_program->window().showPage(u"policies"_s);
            m_program->window()
                .page(u"policies"_s)
                ->select({session().place.first(), QString::fromStdString(m_program->server()->example("policy replicable"))});
        });
        openVerb(&ui::MainWindow::replicatePolicy, u"preview-rows"_s);
        confirm();
        await(u"sent"_s, [this] { return lastState(State::Sent); });
        closeDialog();
        act([this] {
            m_program->window().showPage(u"backups"_s);
            selectSome();
        });
        openVerb(&ui::MainWindow::replicateBackup, u"preview-rows"_s);
        confirm();
        await(u"queue"_s,
              [this] { return std::ranges::count(session().operations.all(), State::Sent, &models::Operation::state) == 2; });
        closeDialog();
        close(); // no answer was there yet
        open(u"company"_s, {u"GET */replication_records status=503"_s});
        await(u"what was left"_s, [this] { return allEnded() && session().operations.meanwhile().inDoubt == 2; });
        wait(400);
        shot(u"overview-since-last-here"_s);
        act([this] { m_program->window().showPage(u"operations"_s); });
        pause();
        act([this] { selectRow(u"table-operations"_s, 0); });
        wait(300);
        shot(u"operations-found"_s);
        act([this] {
            m_dialog = &m_program->window();
            press(u"declare-not-done"_s);
            m_program->window().findChild<QLineEdit *>(u"declare-reason"_s)->setText(u"控制台中没有复制记录"_s);
        });
        shot(u"operations-declaring"_s);
        act([this] {
            press(u"declare-now"_s);
            selectRow(u"table-operations"_s, session().operationList.model()->rowCount() - 1);
        });
        wait(300);
        shot(u"operations-queued-before"_s);
        act([this] {
            press(u"show-queue"_s);
            m_dialog = m_program->window().findChild<QDialog *>(u"queue-window"_s);
        });
        wait(300);
        shotDialog(u"queue-found"_s);
        closeDialog();
        close();
        act([this] {
            m_life = std::make_unique<QTemporaryDir>();
            QFile blocker(m_life->filePath(u"ledger"_s)); // where the folder should be
            if (!blocker.open(QIODevice::WriteOnly))
                fail(blocker.errorString());
        });
        open(u"company"_s);
        await(u"all lists"_s, [this] { return allFresh(); });
        await(u"no ledger"_s, [this] { return session().operations.obstacle().code == net::Reason::Code::LedgerBroken; });
        act([this] { m_program->window().showPage(u"backups"_s); });
        pause();
        shot(u"backups-no-ledger"_s);
        close();
        act([this] { m_life.reset(); });
    }

    void verbs()
    {
        using State = models::Operation::State;
        open(u"company"_s);
        await(u"all lists"_s, [this] { return allFresh(); });
        for (const auto &[fate, name] :
             {std::pair("policy replicable", u"policy"_s), std::pair("policy failing in part", u"policy-part"_s)}) {
            act([this, fate = fate] {
                m_program->window().showPage(u"policies"_s);
                m_program->window()
                    .page(u"policies"_s)
                    ->select({session().place.first(), QString::fromStdString(m_program->server()->example(fate))});
            });
            openVerb(&ui::MainWindow::replicatePolicy, u"preview-rows"_s);
            shotDialog(name + u"-preview"_s);
            act([this] { m_dialog->findChild<QTabWidget *>()->setCurrentIndex(1); });
            shotDialog(name + u"-request"_s);
            confirm();
            await(u"accepted"_s, [this] { return session().operations.all().last().isWatched(); });
            act([this] { m_program->server()->advance(std::chrono::seconds(26)); });
            await(u"running"_s, [this] { return lastState(State::Running); });
            shotDialog(name + u"-running"_s);
            act([this] { m_program->server()->advance(std::chrono::hours(1)); });
            await(u"over"_s, [this] { return session().operations.all().last().isOver(); });
            wait(600);
            shotDialog(name + u"-ended"_s);
            closeDialog();
        }
        act([this] {
            m_program->server()->fault("POST */checkpoints/replicate error=400/CSBS.6031");
            m_program->window()
                .page(u"policies"_s)
                ->select({session().place.first(), QString::fromStdString(m_program->server()->example("policy replicated"))});
        });
        openVerb(&ui::MainWindow::replicatePolicy, u"preview-rows"_s);
        shotDialog(u"policy-nothing"_s);
        confirm();
        await(u"refused"_s, [this] { return lastState(State::Refused); });
        shotDialog(u"policy-refused"_s);
        closeDialog();
        act([this] {
            m_program->server()->clearFaults();
            m_program->server()->fault("POST */checkpoints/replicate drop");
        });
        openVerb(&ui::MainWindow::replicatePolicy, u"preview-rows"_s);
        confirm();
        await(u"in doubt"_s, [this] { return lastState(State::InDoubt); });
        shotDialog(u"policy-in-doubt"_s);
        act([this] {
            m_program->server()->clearFaults();
            m_program->server()->advance(std::chrono::minutes(2));
            m_dialog->findChild<QAbstractButton *>(u"look-again"_s)->click();
        });
        await(u"settled"_s, [this] { return !lastState(State::InDoubt); });
        shotDialog(u"policy-settled"_s);
        closeDialog();

        act([this] {
            m_program->window().showPage(u"backups"_s);
            selectSome();
        });
        shot(u"backups-many-selected"_s);
        openVerb(&ui::MainWindow::replicateBackup, u"preview-rows"_s);
        act([this] { type(u"name"_s, u"{backup}_gz"_s); });
        wait(500);
        shotDialog(u"bulk-form"_s);
        confirm();
        await(u"two sent"_s, [this] {
            const auto &all = session().operations.all();
            return std::ranges::count_if(all, [](const auto &one) { return one.queue != 0 && one.isWatched(); }) >= 2;
        });
        act([this] {
            press(u"queue-pause"_s);
            m_program->server()->advance(std::chrono::seconds(20));
        });
        wait(400);
        shotDialog(u"bulk-paused"_s);
        act([this] { press(u"queue-pause"_s); });
        await(u"all answered"_s, [this] {
            return std::ranges::none_of(session().operations.all(), [](const auto &one) {
                return one.state == State::Queued || one.state == State::Prepared || one.state == State::Sent;
            });
        });
        act([this] { m_program->server()->advance(std::chrono::minutes(2)); });
        await(u"all over"_s, [this] {
            return std::ranges::none_of(session().operations.all(), [](const auto &one) { return one.isWatched(); });
        });
        shotDialog(u"bulk-ended"_s);
        closeDialog();
        await(u"records"_s, [this] { return isFresh(session().records); });
        act([this] {
            selectSome();
            m_program->server()->fault("POST */replicate error=400/CSBS.9006");
        });
        openVerb(&ui::MainWindow::replicateBackup, u"preview-rows"_s);
        confirm();
        await(u"stopped"_s, [this] { return session().operations.queue(2) && session().operations.queue(2)->stoppedBy; });
        wait(300);
        shotDialog(u"bulk-stopped"_s);
        act([this] { press(u"queue-withdraw"_s); });
        closeDialog();
        act([this] { m_program->server()->clearFaults(); });

        for (const auto &[group, moment] :
             {std::pair(u"erp-dr-new"_s, u"succeeded"_s), std::pair(u"erp-fail-part"_s, u"failed"_s)}) {
            act([this] { m_program->window().showPage(u"groups"_s); });
            openVerb(&ui::MainWindow::createGroup, u"domains"_s);
            const bool first = moment == "succeeded"_L1;
            if (first)
                shotDialog(u"group-domain"_s);
            act([this] { press(u"next"_s); });
            if (first)
                shotDialog(u"group-sites"_s);
            act([this] {
                press(u"next"_s);
                auto *vpcs = m_dialog->findChild<QTableView *>(u"vpcs"_s);
                vpcs->setCurrentIndex(vpcs->model()->index(0, 0));
            });
            if (first)
                shotDialog(u"group-vpc"_s);
            act([this] { press(u"next"_s); });
            if (first) {
                act([this] {
                    type(u"name"_s, u"财务核心系统-生产-上海双活容灾保护组-一号组"_s);
                    type(u"description"_s, u"季末核心系统<请勿改动>"_s);
                });
                wait(500);
                shotDialog(u"group-wrong-name"_s);
            }
            act([this, group = group] {
                type(u"name"_s, group);
                type(u"description"_s, QString());
            });
            wait(500);
            if (first)
                shotDialog(u"group-name"_s);
            act([this] { press(u"next"_s); });
            if (first)
                shotDialog(u"group-review"_s);
            confirm();
            await(u"accepted"_s, [this] { return session().operations.all().last().isWatched(); });
            act([this] { m_program->server()->advance(std::chrono::seconds(4)); });
            await(u"running"_s, [this] { return lastState(State::Running); });
            if (first)
                shotDialog(u"group-running"_s);
            act([this] { m_program->server()->advance(std::chrono::minutes(2)); });
            await(u"over"_s, [this] { return session().operations.all().last().isOver(); });
            shotDialog(u"group-"_s + moment);
            closeDialog();
        }
        act([this] { m_program->window().showPage(u"operations"_s); });
        pause();
        act([this] { selectRow(u"table-operations"_s, 0); });
        shot(u"operations-of-all-verbs"_s);
        act([this] {
            const auto &all = session().operations.all();
            const auto queued = std::ranges::find_if(all, [](const auto &one) { return one.queue != 0; });
            m_program->window().page(u"operations"_s)->select({session().place.first(), QString::number(queued->id)});
        });
        pause();
        act([this] { operationDetail()->findChild<QAbstractButton *>(u"show-request"_s)->click(); });
        shot(u"operation-request"_s);
        act([this] {
            operationDetail()->findChild<QAbstractButton *>(u"show-request"_s)->click();
            operationDetail()->findChild<QAbstractButton *>(u"show-queue"_s)->click();
            m_dialog = m_program->window().findChild<QDialog *>(u"queue-window"_s);
        });
        shotDialog(u"queue-of-an-operation"_s);
        closeDialog();
        act([this] { m_program->window().dock()->setOpen(true); });
        shot(u"operations-and-dock"_s);
        act([this] { m_program->window().dock()->setOpen(false); });
        act([this] {
            m_program->server()->fault("GET */replication_capabilities status=503");
            m_program->server()->fault("GET */active-domains status=503");
        });
        for (const auto &[verb, name] : {std::pair(&ui::MainWindow::replicatePolicy, u"policy-unavailable"_s),
                                         std::pair(&ui::MainWindow::createGroup, u"group-unavailable"_s)}) {
            act([this, verb = verb] { m_dialog = (m_program->window().*verb)(); });
            await(u"the failure"_s, [this] { return m_dialog->findChild<QWidget *>(u"try-again"_s) != nullptr; });
            shotDialog(name);
            closeDialog();
        }
        close();
    }

    // ---- steps

    /// Five backups that were never copied, and two that were.
    void selectSome()
    {
        auto *view = m_program->window().findChild<QTableView *>(u"table-backups"_s);
        const auto *records = dynamic_cast<const models::RecordTable *>(session().records.table().get());
        const auto *backups = dynamic_cast<const models::BackupTable *>(session().backups.model()->table().get());
        QSet<QString> tried;
        for (const models::RecordRow &row : records->rows())
            tried.insert(row.record.sourceItemId);
        int fresh = 5, old = 2;
        view->selectionModel()->clearSelection();
        for (int row = 0; row < view->model()->rowCount() && fresh + old > 0; ++row) {
            const net::Backup &backup = backups->at(session().backups.model()->sourceRow(row)).backup;
            int &left = tried.contains(backup.id) ? old : fresh;
            if (left == 0 || net::eligible(backup))
                continue;
            --left;
            view->selectionModel()->select(view->model()->index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
    }

    QWidget *operationDetail() { return m_program->window().findChild<QWidget *>(u"operation-detail"_s); }
    void press(const QString &button) { m_dialog->findChild<QAbstractButton *>(button)->click(); }

    /// Opens a verb's dialog and waits until it has what \a table shows.
    void openVerb(QWidget *(ui::MainWindow::*verb)(), const QString &table)
    {
        act([this, verb] { m_dialog = (m_program->window().*verb)(); });
        await(u"dialog"_s, [this, table] {
            const auto *rows = m_dialog ? m_dialog->findChild<QTableView *>(table) : nullptr;
            return rows && rows->model()->rowCount() > 0;
        });
        wait(300);
    }

    void await(const QString &name, std::function<bool()> ready)
    {
        m_steps.push_back({name, std::move(ready), [] {}});
    }
    void act(std::function<void()> act)
    {
        m_steps.push_back({u"act"_s, [] { return true; }, std::move(act)});
    }
    void pause() { quiet(); }
    /// Until the list worker has done what was ordered, and what follows from that, and the window has been laid out.
    void quiet()
    {
        for (int round = 0; round < 2; ++round) {
            act([this] {
                m_quiet = false;
                session().worker.run([] { return true; }, this, [this](bool) { m_quiet = true; });
            });
            await(u"the worker"_s, [this] { return m_quiet; });
        }
        wait(80);
    }
    void wait(qint64 milliseconds)
    {
        m_steps.push_back({u"wait"_s, [this, milliseconds] { return m_waited.elapsed() >= milliseconds; }, [] {}});
    }

    void open(const QString &scenario, const QStringList &faults = {}, bool readOnly = false)
    {
        act([this, scenario, faults, readOnly] {
            Options options = m_options;
            options.scenario = scenario;
            options.readOnly = readOnly;
            m_program = std::make_unique<Application>(m_application, options);
            m_program->setCalendarSpeed(0); // only advance() moves it: the same pictures every time
            m_program->setZone(QTimeZone(8 * 3600));
            m_program->setFaults(faults);
            if (m_life)
                m_program->setFolder(m_life->path());
            if (const auto started = m_program->start(); !started)
                return fail(started.error());
            session().operations.setPace({std::chrono::milliseconds(60), std::chrono::milliseconds(60)});
            models::ListSession::Pace still;
            still.moving = still.idle = still.background = std::chrono::hours(9);
            still.isOff = true; // nothing is asked by itself while a picture is drawn
            session().setPace(still);
        });
    }

    void close()
    {
        act([this] { m_program.reset(); });
    }

    void openDialog()
    {
        act([this] { m_dialog = m_program->window().replicateBackup(); });
        await(u"dialog"_s, [this] {
            const auto *button = m_dialog ? m_dialog->findChild<QAbstractButton *>(u"confirm"_s) : nullptr;
            return button && button->isEnabled();
        });
        pause();
    }

    void confirm()
    {
        act([this] { m_dialog->findChild<QAbstractButton *>(u"confirm"_s)->click(); });
    }

    void closeDialog()
    {
        act([this] { m_dialog->close(); });
        pause();
    }

    /// The whole window in every language, theme and size.
    void shot(const QString &name)
    {
        pause();
        for (const auto &[width, height] : {std::pair(1280, 800), std::pair(1024, 700)}) {
            variants(
                name + u"-%1x%2"_s.arg(width).arg(height), [this] { return static_cast<QWidget *>(&m_program->window()); },
                QSize(width, height));
        }
    }

    void shotDialog(const QString &name)
    {
        pause();
        variants(name, [this] { return m_dialog.data(); }, {});
    }

    void variants(const QString &name, const std::function<QWidget *()> &widget, QSize size)
    {
        for (const QString &language : {u"en"_s, u"zh_CN"_s}) {
            for (const auto theme : {ui::ThemeChoice::Light, ui::ThemeChoice::Dark}) {
                act([this, language, theme, size] {
                    m_program->setTheme(theme);
                    m_program->setLanguage(language);
                    if (size.isValid())
                        m_program->window().resize(size);
                });
                quiet();
                act([this, name, language, theme, widget] {
                    const QString file = u"%1/%2-%3-%4.png"_s.arg(m_options.tourFolder, name,
                                                                  theme == ui::ThemeChoice::Light ? u"light"_s : u"dark"_s,
                                                                  language == "en"_L1 ? u"en"_s : u"zh"_s);
                    QWidget *drawn = widget();
                    if (!drawn || !drawn->grab().save(file))
                        return fail(u"cannot draw "_s + file);
                    ++m_pictures;
                });
            }
        }
    }

    bool isFresh(const models::ListSession &list) const { return list.freshness().state == models::Freshness::State::Fresh; }
    bool isFailed(const models::ListSession &list) const { return list.freshness().state == models::Freshness::State::Failed; }
    bool allFresh() const
    {
        return std::ranges::all_of(session().lists(), [this](const models::ListSession *list) { return isFresh(*list); });
    }
    bool allEnded() const
    {
        return std::ranges::all_of(session().lists(),
                                   [this](const models::ListSession *list) { return isFresh(*list) || isFailed(*list); });
    }
    bool lastState(models::Operation::State state) const
    {
        const auto &all = m_program->session().operations.all();
        return !all.isEmpty() && all.last().state == state;
    }
    Session &session() const { return m_program->session(); }

    void selectRow(const QString &table, int row)
    {
        auto *view = m_program->window().findChild<QTableView *>(table);
        if (!view || row >= view->model()->rowCount())
            return fail(u"no row %1 in %2"_s.arg(row).arg(table));
        view->setCurrentIndex(view->model()->index(row, 0));
    }

    /// The row of a backup with a certain fate, which the demo endpoint names.
    void selectExample(const std::string &fate)
    {
        const QString id = QString::fromStdString(m_program->server()->example(fate));
        auto *view = m_program->window().findChild<QTableView *>(u"table-backups"_s);
        const int row = session().backups.model()->rowOf({session().place.first(), id});
        if (!view || row < 0)
            return fail(u"no backup that is %1"_s.arg(QString::fromStdString(fate)));
        view->setCurrentIndex(view->model()->index(row, 0));
    }

    void type(const QString &field, const QString &text)
    {
        auto *edit = m_dialog->findChild<QLineEdit *>(field);
        edit->setText(text);
        emit edit->textEdited(text);
    }

    void fail(const QString &why)
    {
        std::fprintf(stderr, "ballast: tour: %s\n", qPrintable(why));
        m_steps.clear();
        QApplication::exit(1);
    }

    void next()
    {
        if (m_steps.empty()) {
            m_timer.stop();
            m_program.reset();
            std::printf("tour: %d pictures in %s\n", m_pictures, qPrintable(m_options.tourFolder));
            QApplication::exit(0);
            return;
        }
        if (!m_steps.front().ready()) {
            if (m_waited.elapsed() > mostWaitMs)
                fail(u"waited too long for: "_s + m_steps.front().name);
            return;
        }
        const Step step = std::move(m_steps.front());
        m_steps.pop_front();
        step.act();
        m_waited.restart();
    }

    QApplication &m_application;
    Options m_options;
    std::unique_ptr<Application> m_program;
    QPointer<QWidget> m_dialog;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<models::ProfileStore> m_store;
    std::unique_ptr<DemoClock> m_clock;
    models::SessionSecrets m_profileSecrets;
    std::deque<Step> m_steps;
    std::unique_ptr<QTemporaryDir> m_life; ///< where what is shown has a past
    QStringList m_faults;                  ///< while the script is written
    QTimer m_timer;
    QElapsedTimer m_waited;
    int m_pictures = 0;
    bool m_quiet = false;
};

} // namespace

int runTour(QApplication &application, const Options &options) { return Tour(application, options).run(); }

} // namespace app
