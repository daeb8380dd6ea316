#include "ui/mainwindow.h"

#include "models/backuptable.h"
#include "models/grouptable.h"
#include "models/operationtable.h"
#include "models/overviewsession.h"
#include "net/transport.h"
#include "ui/aboutdialog.h"
#include "ui/creategroupdialog.h"
#include "ui/detailpane.h"
#include "ui/errortext.h"
#include "ui/filterrow.h"
#include "ui/formats.h"
#include "ui/icons.h"
#include "ui/jobwindow.h"
#include "ui/labels.h"
#include "ui/late.h"
#include "ui/ledgertext.h"
#include "ui/listpage.h"
#include "ui/messagebar.h"
#include "ui/navigation.h"
#include "ui/operationsdock.h"
#include "ui/operationview.h"
#include "ui/overviewpage.h"
#include "ui/pagebasis.h"
#include "ui/pagespecs.h"
#include "ui/placetext.h"
#include "ui/queueview.h"
#include "ui/replicatebackupdialog.h"
#include "ui/replicatebackupsdialog.h"
#include "ui/replicatepolicydialog.h"
#include "ui/scopepopup.h"
#include "ui/servicewindow.h"
#include "ui/statelook.h"

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTableView>
#include <QTimer>
#include <QToolButton>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui {

namespace {

constexpr int settingsVersion = 1;
constexpr int railBelow = 1180; // look.md section 1: sizes at which parts fold
constexpr int endpointFrom = 1100;
constexpr int openDockFrom = 760;
constexpr qint64 inStepMs = 2'000; // a clock nearer than this to the server's is in step

/// "UTC+08:00": the zone of all times on the screen.
QString zoneText(const QTimeZone &zone, const QDateTime &at)
{
    const int minutes = (zone.isValid() ? zone.offsetFromUtc(at) : 0) / 60;
    const int size = std::abs(minutes);
    return u"UTC%1%2:%3"_s.arg(QChar(minutes < 0 ? u'-' : u'+'))
        .arg(size / 60, 2, 10, QChar(u'0'))
        .arg(size % 60, 2, 10, QChar(u'0'));
}

} // namespace

struct MainWindow::Private
{
    Private(MainWindow *window, Context from) : q(window), context(std::move(from)) {}

    /// A list of the window; its page is made when somebody wants to see it.
    struct Place
    {
        PageBasis *basis; ///< a child of the window that goes after its pages
        Late<ListPage> page;
    };

    void build();
    void addList(const PageSpec &spec, models::ListSession &session);
    ListPage *makePage(const PageBasis &basis);
    QAction *verbOf(const PageSpec &spec) const; ///< null: the page has none
    void addOperationDetail(ListPage *page);
    void makeActions();
    void makeMenus();
    void makeTools();
    void retranslateTools();
    void restyleTools();
    MessageBar *notify(const QString &text);
    void restore();
    void save();
    void retranslate();
    void restyle();
    void renderStatus();
    void renderVerb();
    void renderTitle();
    void renderTrouble();
    void fold();
    void watch();
    void open(const QString &pageId, const net::ObjectKey &key);
    void follow(const QString &from, const QString &to, const net::ObjectKey &key);
    QWidget *openVerb(VerbDialog *dialog);
    QWidget *openBackups(std::unique_ptr<models::ReplicateBackupFlow> flow);
    void replicateAnew(quint64 operationId);
    void showQueue(quint64 id);
    void moveFocus(bool back);
    void about();
    void showService();
    void lookUpJob();
    bool askToClose();
    ListPage *current() const { return qobject_cast<ListPage *>(stack->currentWidget()); } ///< null: the Overview
    QList<ListPage *> pages() const;                                                       ///< those that are made
    ListPage *made(const PageSpec &spec) const;                                            ///< null: nobody has wanted to see it
    QString currentId() const { return current() ? current()->spec().idText() : OverviewPage::pageId(); }
    void focusPage();
    void renderScope();
    void renderOperations(); ///< the Operations page and the badges
    void renderOperation(quint64 id);
    void putOperations();
    void renderLedger();
    void renderMeanwhile();
    void renderBadges();
    void openFiltered(const QString &pageId, const QString &stateWord);
    /// Some backups of a project.
    struct Chosen
    {
        net::Scope scope{};
        QList<net::Backup> backups{};
        bool isOfSeveral = false; ///< of several projects: then these are not all
    };
    Chosen chosenBackups() const;                                         ///< the selected ones, or else the current one
    std::optional<net::ObjectKey> currentRow(const PageSpec &spec) const; ///< when that page is in front
    void setVerb(QAction *verb, const QString &why);
    QAction *action(const QString &name);

    MainWindow *q;
    Context context;

    QWidget *demo = nullptr;
    QLabel *demoIcon = nullptr, *demoText = nullptr;
    QVBoxLayout *noticeColumn = nullptr;
    QList<QPushButton *> noticeButtons;
    QMenu *tools = nullptr;
    QAction *profiles = nullptr, *preferences = nullptr, *requestLog = nullptr;
    QWidget *productionLine = nullptr;
    QLabel *productionIcon = nullptr, *productionMode = nullptr;
    Navigation *navigation = nullptr;
    MessageBar *trouble = nullptr;
    MessageBar *ledger = nullptr;    ///< why no order is taken, or not written down
    MessageBar *meanwhile = nullptr; ///< what became of what was open when the program was closed
    QPushButton *showMeanwhile = nullptr, *closeMeanwhile = nullptr;
    QList<MessageBar *> ledgerNotices;         ///< how the ledger was found
    QList<models::OperationRow> operationRows; ///< of all operations, newest first; kept, for there are many
    QTimer operationsSoon;
    QStackedWidget *stack = nullptr;
    OperationsDock *dock = nullptr;
    OverviewPage *overview = nullptr;
    std::vector<Place> places;                ///< all but the Overview, in the order of the navigation
    OperationView *operationDetail = nullptr; ///< on the page of operations, once that is there: of its current row

    QMenu *file = nullptr, *edit = nullptr, *view = nullptr, *language = nullptr, *theme = nullptr, *goTo = nullptr,
          *verbs = nullptr, *windowMenu = nullptr, *help = nullptr;
    QAction *quit = nullptr, *find = nullptr, *copyCell = nullptr, *copyRow = nullptr, *copyId = nullptr, *refresh = nullptr,
            *stop = nullptr, *columns = nullptr, *detail = nullptr, *showDetail = nullptr, *operations = nullptr,
            *english = nullptr, *chinese = nullptr, *system = nullptr, *light = nullptr, *dark = nullptr, *replicate = nullptr,
            *replicatePolicy = nullptr, *createGroup = nullptr, *fullScreen = nullptr, *nextPart = nullptr, *lastPart = nullptr,
            *aboutAction = nullptr;
    // work with lists
    QMenu *copyAs = nullptr;
    QAction *service = nullptr, *job = nullptr; ///< windows beside this one
    QAction *selectAll = nullptr, *copyText = nullptr, *copyCsv = nullptr, *copyJson = nullptr, *exportShown = nullptr,
            *exportSelected = nullptr, *savedViews = nullptr;
    QList<QAction *> pageActions;

    QLabel *profile = nullptr, *endpoint = nullptr, *user = nullptr, *demoMode = nullptr, *demoModeIcon = nullptr,
           *lockMode = nullptr, *lockIcon = nullptr, *openMode = nullptr, *openIcon = nullptr, *offset = nullptr, *zone = nullptr;
    QTimer tick;
    std::optional<net::ApiError> signInError;
    bool signedOut = false;
    std::optional<std::chrono::milliseconds> nextTry; ///< steady
    bool closeAnyway = false;
    bool foldedDock = false; ///< folded for want of height, not by the user
};

QAction *MainWindow::Private::action(const QString &name)
{
    auto *made = new QAction(q);
    made->setObjectName(name);
    q->addAction(made); // its shortcut works whatever menu is open or hidden
    return made;
}

void MainWindow::Private::build()
{
    auto *central = new QWidget(q);
    auto *column = new QVBoxLayout(central);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);

    if (context.production) {
        productionLine = new QWidget(central);
        productionLine->setObjectName(u"production-line"_s);
        productionLine->setAutoFillBackground(true);
        productionLine->setFixedHeight(3);
        column->addWidget(productionLine);
    }
    if (context.demo) {
        demo = new QWidget(central);
        demo->setObjectName(u"demo-strip"_s);
        demo->setAutoFillBackground(true);
        demoIcon = new QLabel(demo);
        demoIcon->setFixedSize(16, 16);
        demoText = plainLabel(demo, u"demo-text"_s);
        demoText->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        auto *row = new QHBoxLayout(demo);
        row->setContentsMargins(16, 5, 16, 5);
        row->setSpacing(8);
        row->addWidget(demoIcon);
        row->addWidget(demoText, 1);
        demo->setMinimumHeight(28);
        column->addWidget(demo);
    }
    noticeColumn = new QVBoxLayout;
    noticeColumn->setSpacing(0);
    column->addLayout(noticeColumn);
    for (const QString &notice : std::as_const(context.notices))
        notify(notice);

    navigation = new Navigation(central);
    navigation->setObjectName(u"navigation"_s);
    trouble = new MessageBar(central);
    trouble->setObjectName(u"sign-in-trouble"_s);
    trouble->hide();
    ledger = new MessageBar(central);
    ledger->setObjectName(u"ledger-trouble"_s);
    ledger->hide();
    meanwhile = new MessageBar(central);
    meanwhile->setObjectName(u"meanwhile"_s);
    meanwhile->hide();
    stack = new QStackedWidget(central);
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(trouble);
    right->addWidget(ledger);
    right->addWidget(meanwhile);
    right->addWidget(stack, 1);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(navigation);
    middle->addLayout(right, 1);
    column->addLayout(middle, 1);
    dock = new OperationsDock(context.operations, context.transport, context.zone, central);
    column->addWidget(dock);
    q->setCentralWidget(central);

    overview = new OverviewPage(context, stack);
    stack->addWidget(overview);
    addList(policiesPage(), context.policies);
    addList(backupsPage(), context.backups);
    addList(recordsPage(), context.records);
    addList(groupsPage(), context.groups);
    addList(drillsPage(), context.drills);
    addList(operationsPageSpec(), context.operationList);

    QStatusBar *bar = q->statusBar();
    bar->setSizeGripEnabled(false);
    profile = plainLabel(bar, u"status-profile"_s);
    endpoint = plainLabel(bar, u"status-endpoint"_s);
    user = plainLabel(bar, u"status-user"_s);
    for (QLabel *label : {profile, endpoint, user}) {
        label->setContentsMargins(8, 0, 8, 0);
        bar->addWidget(label);
    }
    productionIcon = new QLabel(bar);
    productionMode = plainLabel(bar, u"status-production"_s);
    productionMode->setContentsMargins(0, 0, 8, 0);
    for (QLabel *label : {productionIcon, productionMode}) {
        bar->addPermanentWidget(label);
        label->setVisible(context.production);
    }
    demoModeIcon = new QLabel(bar);
    demoMode = plainLabel(bar, u"status-demo"_s);
    lockIcon = new QLabel(bar);
    lockMode = plainLabel(bar, u"status-read-only"_s);
    openIcon = new QLabel(bar);
    openMode = plainLabel(bar, u"status-in-the-open"_s);
    offset = plainLabel(bar, u"status-clock"_s);
    zone = plainLabel(bar, u"status-zone"_s);
    for (QLabel *label : {demoModeIcon, demoMode, openIcon, openMode, lockIcon, lockMode, offset, zone})
        bar->addPermanentWidget(label);
    for (QLabel *label : {demoMode, openMode, lockMode, offset, zone})
        label->setContentsMargins(0, 0, 8, 0);
    for (QLabel *label : {demoModeIcon, demoMode})
        label->setVisible(context.demo);
    for (QLabel *label : {openIcon, openMode})
        label->setVisible(context.inTheOpen);
    for (QLabel *label : {lockIcon, lockMode})
        label->setVisible(context.readOnly);
}

void MainWindow::Private::addList(const PageSpec &spec, models::ListSession &session)
{
    auto *basis = new PageBasis(spec, context, session, q);
    places.push_back({basis, Late<ListPage>([this, basis] { return makePage(*basis); })});
}

ListPage *MainWindow::Private::makePage(const PageBasis &basis)
{
    auto *page = new ListPage(basis, context, stack);
    stack->addWidget(page);
    page->setRowActions({copyCell, copyRow, copyId, copyAs->menuAction(), showDetail});
    if (QAction *verb = verbOf(basis.spec()))
        page->setVerb(verb);
    page->setDetailVisible(detail->isChecked());
    connect(page, &ListPage::objectWanted, q,
            [this, from = basis.spec().idText()](const QString &id, const net::ObjectKey &key) { follow(from, id, key); });
    connect(page, &ListPage::currentChanged, q, [this] { renderVerb(); });
    connect(page, &ListPage::selectionChanged, q, [this] { renderVerb(); });
    connect(page, &ListPage::detailVisibleChanged, q, [this](bool visible) {
        detail->setChecked(visible);
        for (ListPage *other : pages())
            other->setDetailVisible(visible);
    });
    connect(&page->session(), &models::ListSession::changed, page, [this, page] {
        if (page == current())
            stop->setEnabled(page->session().freshness().state == models::Freshness::State::Loading);
    });
    if (&basis.spec() == &operationsPageSpec())
        addOperationDetail(page);
    return page;
}

QAction *MainWindow::Private::verbOf(const PageSpec &spec) const
{
    return &spec == &backupsPage()    ? replicate
           : &spec == &policiesPage() ? replicatePolicy
           : &spec == &groupsPage()   ? createGroup
                                      : nullptr;
}

void MainWindow::Private::addOperationDetail(ListPage *page)
{
    operationDetail = new OperationView(context.operations, context.transport, context.zone);
    operationDetail->setObjectName(u"operation-detail"_s);
    page->detail()->setBody(operationDetail);
    connect(page->table(), &QTableView::activated, q, [this, page] {
        if (const std::optional<net::ObjectKey> key = page->currentKey())
            dock->showOperation(key->id.toULongLong());
    });
    connect(page, &ListPage::currentChanged, q, [this, page] {
        const std::optional<net::ObjectKey> key = page->currentKey();
        operationDetail->show(key ? key->id.toULongLong() : 0);
    });
    connect(operationDetail, &OperationView::queueWanted, q, [this](quint64 id) { showQueue(id); });
    connect(operationDetail, &OperationView::anewWanted, q, [this](quint64 id) { replicateAnew(id); });
    connect(operationDetail, &OperationView::objectWanted, q,
            [this](const QString &id, const net::ObjectKey &key) { open(id, key); });
}

QList<ListPage *> MainWindow::Private::pages() const
{
    QList<ListPage *> out;
    for (const Place &place : places) {
        if (ListPage *page = place.page.made())
            out.append(page);
    }
    return out;
}

ListPage *MainWindow::Private::made(const PageSpec &spec) const
{
    const auto place = std::ranges::find(places, &spec, [](const Place &one) { return &one.basis->spec(); });
    return place->page.made();
}

MessageBar *MainWindow::Private::notify(const QString &text)
{
    auto *bar = new MessageBar(q->centralWidget() ? q->centralWidget() : q);
    bar->setMessage(Token::Warn, u"warning"_s, text);
    QPushButton *close = bar->addButton(MainWindow::tr("Close")); //: A button on a message. 中文：关闭
    connect(close, &QPushButton::clicked, bar, [this, bar] {
        bar->hide();
        focusPage();
    });
    noticeButtons.append(close);
    noticeColumn->addWidget(bar);
    return bar;
}

/// Profiles, preferences and request log: app/ shows them.
void MainWindow::Private::makeTools()
{
    const auto tool = [this](const QString &name, const std::function<void()> &show) {
        QAction *made = action(name);
        made->setEnabled(bool(show));
        if (show)
            connect(made, &QAction::triggered, q, [show] { show(); });
        return made;
    };
    profiles = tool(u"profiles"_s, context.showProfiles);
    preferences = tool(u"preferences"_s, context.showPreferences);
    preferences->setMenuRole(QAction::PreferencesRole);
    preferences->setIcon(ui::icon(u"settings"));
    requestLog = tool(u"request-log"_s, context.showRequestLog);
    requestLog->setIcon(ui::icon(u"log"));

    QMenuBar *bar = q->menuBar();
    file->insertAction(quit, profiles);
    file->insertSeparator(quit);
    tools = new QMenu(bar);
    tools->addActions({preferences, requestLog});
    bar->insertMenu(windowMenu->menuAction(), tools);
}

void MainWindow::Private::retranslateTools()
{
    tools->setTitle(MainWindow::tr("&Tools"));             //: Menu. 中文：工具(&T)
    profiles->setText(MainWindow::tr("&Profiles…"));       //: Opens the dialog. 中文：配置…(&P)
    preferences->setText(MainWindow::tr("&Preferences…")); //: Opens the dialog. 中文：首选项…(&P)
    requestLog->setText(MainWindow::tr("&Request log"));   //: Opens the window. 中文：请求日志(&R)
    productionMode->setText(MainWindow::tr("PRODUCTION")); //: Mark of a profile, in the status bar. 中文：生产
    //: Why the action is off. 中文：演示不使用已保存的配置
    profiles->setStatusTip(profiles->isEnabled() ? QString() : MainWindow::tr("The demo uses no stored profile"));
    profiles->setToolTip(profiles->statusTip());
}

void MainWindow::Private::restyleTools()
{
    const QPalette palette = q->palette();
    const QColor bad = Theme::color(Token::Bad, palette);
    QPalette mark;
    mark.setColor(QPalette::Window, bad);
    if (productionLine)
        productionLine->setPalette(mark);
    QPalette word;
    word.setColor(QPalette::WindowText, bad);
    QFont bold = q->font();
    bold.setWeight(QFont::DemiBold);
    productionMode->setPalette(word);
    productionMode->setFont(bold);
    productionIcon->setPixmap(
        pixmap(u"warning", bad, palette.color(QPalette::Active, QPalette::Window), 14, q->devicePixelRatioF()));
}

void MainWindow::Private::makeActions()
{
    quit = action(u"quit"_s);
    quit->setShortcut(QKeySequence(u"Ctrl+Q"_s));
    quit->setMenuRole(QAction::QuitRole);
    connect(quit, &QAction::triggered, q, &QWidget::close);

    find = action(u"find"_s);
    find->setShortcut(QKeySequence::Find);
    find->setIcon(ui::icon(u"search"));
    connect(find, &QAction::triggered, q, [this] { current()->findText(); }); // off on the Overview, as all that acts on a list
    copyCell = action(u"copy-cell"_s);
    copyCell->setShortcut(QKeySequence::Copy);
    copyCell->setIcon(ui::icon(u"copy"));
    connect(copyCell, &QAction::triggered, q, [this] { current()->copyCell(); });
    copyRow = action(u"copy-row"_s);
    connect(copyRow, &QAction::triggered, q, [this] { current()->copyRow(); });
    copyId = action(u"copy-id"_s);
    copyId->setShortcut(QKeySequence(u"Ctrl+Shift+C"_s));
    connect(copyId, &QAction::triggered, q, [this] { current()->copyId(); });

    refresh = action(u"refresh"_s);
    refresh->setShortcut(QKeySequence(u"F5"_s));
    refresh->setIcon(ui::icon(u"refresh"));
    connect(refresh, &QAction::triggered, q, [this] {
        if (ListPage *page = current())
            page->session().refresh();
        else
            overview->refresh();
    });
    service = action(u"service-limits"_s);
    service->setIcon(ui::icon(u"info"));
    connect(service, &QAction::triggered, q, [this] { showService(); });
    job = action(u"look-up-job"_s);
    job->setIcon(ui::icon(u"search"));
    connect(job, &QAction::triggered, q, [this] { lookUpJob(); });
    stop = action(u"stop"_s);
    stop->setIcon(ui::icon(u"stop"));
    connect(stop, &QAction::triggered, q, [this] { current()->session().stop(); });
    columns = action(u"columns"_s);
    columns->setIcon(ui::icon(u"columns"));
    connect(columns, &QAction::triggered, q, [this] { current()->chooseColumns(); });
    detail = action(u"detail"_s);
    detail->setCheckable(true);
    detail->setShortcut(QKeySequence(u"Ctrl+I"_s));
    connect(detail, &QAction::triggered, q, [this](bool on) {
        for (ListPage *page : pages())
            page->setDetailVisible(on);
    });
    showDetail = action(u"show-detail"_s);
    connect(showDetail, &QAction::triggered, q, [this] {
        for (ListPage *page : pages())
            page->setDetailVisible(true);
        current()->detail()->focusTarget()->setFocus();
    });
    operations = action(u"operations"_s);
    operations->setCheckable(true);
    operations->setShortcut(QKeySequence(u"Ctrl+J"_s));
    operations->setIcon(ui::icon(u"operations"));
    connect(operations, &QAction::triggered, q, [this](bool on) {
        foldedDock = false;
        dock->setOpen(on);
    });
    connect(dock, &OperationsDock::openChanged, operations, &QAction::setChecked);

    auto *languages = new QActionGroup(q);
    const auto languageAction = [this, languages](const QString &id, const QString &name) {
        QAction *made = action(u"language-"_s + id);
        made->setText(name); // each language by its own name
        made->setCheckable(true);
        made->setChecked(context.language == id);
        made->setActionGroup(languages);
        connect(made, &QAction::triggered, q, [this, id] {
            context.language = id;
            if (context.setLanguage)
                context.setLanguage(id);
        });
        return made;
    };
    english = languageAction(u"en"_s, u"&English"_s);
    chinese = languageAction(u"zh_CN"_s, u"中文(&Z)"_s);

    auto *themes = new QActionGroup(q);
    const QString chosen = context.settings.value(u"theme"_s, u"system"_s).toString();
    const auto themeAction = [this, themes, &chosen](const QString &id, ThemeChoice choice) {
        QAction *made = action(u"theme-"_s + id);
        made->setCheckable(true);
        made->setChecked(chosen == id);
        made->setActionGroup(themes);
        connect(made, &QAction::triggered, q, [this, choice] {
            if (context.setTheme)
                context.setTheme(choice);
        });
        return made;
    };
    system = themeAction(u"system"_s, ThemeChoice::System);
    light = themeAction(u"light"_s, ThemeChoice::Light);
    dark = themeAction(u"dark"_s, ThemeChoice::Dark);

    const auto pageAction = [this](const QString &id, const QString &iconName) {
        QAction *made = action(u"page-action-"_s + id);
        made->setShortcut(QKeySequence(u"Ctrl+%1"_s.arg(pageActions.size() + 1)));
        made->setIcon(ui::icon(iconName));
        made->setCheckable(true);
        connect(made, &QAction::triggered, q, [this, id] { q->showPage(id); });
        pageActions.append(made);
    };
    pageAction(OverviewPage::pageId(), u"overview"_s);
    for (const Place &place : places)
        pageAction(place.basis->spec().idText(), QString::fromLatin1(place.basis->spec().icon));

    replicate = action(u"replicate-backup"_s);
    connect(replicate, &QAction::triggered, q, [this] { q->replicateBackup(); });
    replicatePolicy = action(u"replicate-policy"_s);
    connect(replicatePolicy, &QAction::triggered, q, [this] { q->replicatePolicy(); });
    createGroup = action(u"create-protection-group"_s);
    connect(createGroup, &QAction::triggered, q, [this] { q->createGroup(); });

    fullScreen = action(u"full-screen"_s);
    fullScreen->setCheckable(true);
    fullScreen->setShortcut(QKeySequence(u"F11"_s));
    connect(fullScreen, &QAction::triggered, q, [this](bool on) {
        q->setWindowState(on ? q->windowState() | Qt::WindowFullScreen : q->windowState() & ~Qt::WindowFullScreen);
    });
    nextPart = action(u"next-part"_s);
    nextPart->setShortcut(QKeySequence(u"F6"_s));
    connect(nextPart, &QAction::triggered, q, [this] { moveFocus(false); });
    lastPart = action(u"last-part"_s);
    lastPart->setShortcut(QKeySequence(u"Shift+F6"_s));
    connect(lastPart, &QAction::triggered, q, [this] { moveFocus(true); });

    aboutAction = action(u"about"_s);
    aboutAction->setMenuRole(QAction::AboutRole);
    connect(aboutAction, &QAction::triggered, q, [this] { about(); });

    // work with lists
    const auto listAction = [this](const QString &name, std::function<void(ListPage &)> work) {
        QAction *made = action(name);
        connect(made, &QAction::triggered, q, [this, work = std::move(work)] { work(*current()); });
        return made;
    };
    using Format = models::ExtractFormat;
    selectAll = listAction(u"select-all"_s, [](ListPage &page) { page.selectAllMatching(); });
    selectAll->setShortcut(QKeySequence::SelectAll);
    copyText = listAction(u"copy-text"_s, [](const ListPage &page) { page.copyAs(Format::Text); });
    copyCsv = listAction(u"copy-csv"_s, [](const ListPage &page) { page.copyAs(Format::Csv); });
    copyJson = listAction(u"copy-json"_s, [](const ListPage &page) { page.copyAs(Format::Json); });
    exportShown = listAction(u"export-rows"_s, [](ListPage &page) { page.exportRows(false); });
    exportShown->setShortcut(QKeySequence(u"Ctrl+E"_s));
    exportShown->setIcon(ui::icon(u"export"));
    exportSelected = listAction(u"export-selection"_s, [](ListPage &page) { page.exportRows(true); });
    savedViews = listAction(u"saved-views"_s, [](ListPage &page) { page.chooseView(); });
    copyAs = new QMenu(q);
    copyAs->addActions({copyText, copyCsv, copyJson});
}

void MainWindow::Private::makeMenus()
{
    QMenuBar *bar = q->menuBar();
    file = bar->addMenu(QString());
    file->addActions({exportShown, exportSelected});
    file->addSeparator();
    file->addAction(quit);
    edit = bar->addMenu(QString());
    edit->addAction(find);
    edit->addSeparator();
    edit->addAction(selectAll);
    edit->addSeparator();
    edit->addActions({copyCell, copyRow, copyId, copyAs->menuAction()});
    view = bar->addMenu(QString());
    view->addActions({refresh, stop});
    view->addSeparator();
    view->addActions({savedViews, columns, detail, showDetail, operations});
    view->addSeparator();
    view->addActions({service, job});
    view->addSeparator();
    goTo = view->addMenu(QString());
    goTo->addActions(pageActions);
    language = view->addMenu(QString());
    language->addActions({english, chinese});
    theme = view->addMenu(QString());
    theme->addActions({system, light, dark});
    verbs = bar->addMenu(QString());
    verbs->addActions({replicatePolicy, replicate, createGroup});
    windowMenu = bar->addMenu(QString());
    windowMenu->addAction(fullScreen);
    windowMenu->addSeparator();
    windowMenu->addActions({nextPart, lastPart});
    help = bar->addMenu(QString());
    help->addAction(aboutAction);
    makeTools();
}

void MainWindow::Private::retranslate()
{
    //: Menus, with a mnemonic each. 中文：文件(&F)
    file->setTitle(MainWindow::tr("&File"));
    edit->setTitle(MainWindow::tr("&Edit"));                           //: Menu. 中文：编辑(&E)
    view->setTitle(MainWindow::tr("&View"));                           //: Menu. 中文：查看(&V)
    verbs->setTitle(MainWindow::tr("&Actions"));                       //: Menu. 中文：操作(&A)
    windowMenu->setTitle(MainWindow::tr("&Window"));                   //: Menu. 中文：窗口(&W)
    help->setTitle(MainWindow::tr("&Help"));                           //: Menu. 中文：帮助(&H)
    quit->setText(MainWindow::tr("&Quit"));                            //: 中文：退出(&Q)
    find->setText(MainWindow::tr("&Find"));                            //: To the text filter. 中文：查找(&F)
    copyCell->setText(MainWindow::tr("&Copy cell"));                   //: 中文：复制单元格(&C)
    copyRow->setText(MainWindow::tr("Copy &rows"));                    //: The selected rows. 中文：复制所选行(&R)
    copyId->setText(MainWindow::tr("Copy &ID"));                       //: 中文：复制 ID(&I)
    refresh->setText(MainWindow::tr("&Refresh"));                      //: 中文：刷新(&R)
    stop->setText(MainWindow::tr("&Stop loading"));                    //: 中文：停止加载(&S)
    columns->setText(MainWindow::tr("&Columns…"));                     //: 中文：列…(&C)
    detail->setText(MainWindow::tr("&Detail"));                        //: Shows or hides the pane. 中文：详情(&D)
    showDetail->setText(MainWindow::tr("S&how detail"));               //: Of the current row. 中文：显示详情(&H)
    operations->setText(MainWindow::tr("&Operations"));                //: Shows or hides the dock. 中文：操作记录(&O)
    service->setText(MainWindow::tr("Service limits and s&ites…"));    //: Opens the window. 中文：服务配额与站点…(&I)
    job->setText(MainWindow::tr("Look up a &job…"));                   //: Opens the window. 中文：查询任务…(&J)
    goTo->setTitle(MainWindow::tr("&Page"));                           //: Menu. 中文：页面(&P)
    language->setTitle(MainWindow::tr("&Language"));                   //: Menu. 中文：语言(&L)
    theme->setTitle(MainWindow::tr("&Theme"));                         //: Menu. 中文：主题(&T)
    system->setText(MainWindow::tr("&System"));                        //: Theme. 中文：跟随系统(&S)
    light->setText(MainWindow::tr("&Light"));                          //: Theme. 中文：浅色(&L)
    dark->setText(MainWindow::tr("&Dark"));                            //: Theme. 中文：深色(&D)
    fullScreen->setText(MainWindow::tr("&Full screen"));               //: 中文：全屏(&F)
    nextPart->setText(MainWindow::tr("&Next part of the window"));     //: Moves the focus. 中文：窗口的下一部分(&N)
    lastPart->setText(MainWindow::tr("&Previous part of the window")); //: Moves the focus. 中文：窗口的上一部分(&P)
    aboutAction->setText(MainWindow::tr("&About Ballast"));            //: 中文：关于 Ballast(&A)
    replicatePolicy->setText(MainWindow::tr("Replicate policy…"));     //: Verb. 中文：执行复制策略…
    createGroup->setText(MainWindow::tr("Create protection group…"));  //: Verb. 中文：创建保护组…
    // work with lists
    selectAll->setText(MainWindow::tr("Select &all that match")); //: All rows the filter shows. 中文：全选匹配项(&A)
    copyAs->setTitle(MainWindow::tr("Copy a&s"));                 //: Menu. 中文：复制为(&S)
    copyText->setText(MainWindow::tr("&Text with headers")); //: As shown, separated by tabs. 中文：文本（含表头）(&T)
    copyCsv->setText(MainWindow::tr("&CSV rows"));           //: Form of a copy. 中文：CSV 格式(&C)
    copyJson->setText(MainWindow::tr("&JSON object"));       //: Form of a copy. 中文：JSON 格式(&J)
    exportShown->setText(MainWindow::tr("&Export rows shown…"));       //: To a file. 中文：导出显示的行…(&E)
    exportSelected->setText(MainWindow::tr("Export &selected rows…")); //: To a file. 中文：导出所选行…(&S)
    savedViews->setText(MainWindow::tr("Saved &views"));               //: Opens their menu. 中文：已保存的视图(&V)
    QList<NavEntry> entries{{.id = OverviewPage::pageId(), .text = OverviewPage::titleText(), .icon = u"overview"_s}};
    const auto group = [&entries](const QString &word) { entries.append({.id = {}, .text = word, .icon = {}, .group = true}); };
    for (const Place &place : places) {
        const PageSpec &spec = place.basis->spec();
        if (&spec == &policiesPage())
            group(MainWindow::tr("Backup replication")); //: Group in the navigation. 中文：备份复制
        else if (&spec == &groupsPage())
            group(MainWindow::tr("Disaster recovery")); //: Group in the navigation. 中文：容灾
        else if (&spec == &operationsPageSpec())
            group(MainWindow::tr("Work")); //: Group in the navigation: what has been done. 中文：操作
        entries.append({.id = spec.idText(), .text = spec.titleText(), .icon = QString::fromLatin1(spec.icon)});
    }
    navigation->setPages(entries);
    navigation->setCurrent(currentId());
    int number = 0;
    for (const NavEntry &entry : std::as_const(entries)) {
        if (!entry.group)
            pageActions.at(number)->setText(u"&%1 %2"_s.arg(number + 1).arg(entry.text));
        number += entry.group ? 0 : 1;
    }
    renderScope();
    retranslateTools();

    if (demo) {
        QString told = context.demoText;
        bool isNumber = false;
        told.toULongLong(&isNumber);
        if (isNumber) //: Of the demo; %1: a number. 中文：种子 %1
            told = MainWindow::tr("Seed %1").arg(told);
        //: The strip of the demo. %1: "Seed 7". 中文：演示 — 由内置服务端答复；此处内容均非真实，也不产生费用。%1
        demoText->setText(
            MainWindow::tr("DEMO — a built-in endpoint answers; nothing here is real and nothing is billed. %1").arg(told));
    }
    for (QPushButton *button : std::as_const(noticeButtons))
        button->setText(MainWindow::tr("Close")); //: A button on a message. 中文：关闭
    renderTitle();
    renderVerb();
    renderTrouble();
    renderStatus();
    renderOperations();
    renderLedger();
    renderMeanwhile();
    renderBadges();
}

void MainWindow::Private::renderScope()
{
    QString name = context.profileName;
    if (name.isEmpty()) //: Names of a session without a profile. 中文：演示公司 / 此会话
        name = context.demo ? MainWindow::tr("Demo company") : MainWindow::tr("This session");
    navigation->setScope(formats::plain(name), PlaceText::shown(context.place), context.production);
}

void MainWindow::Private::renderOperations()
{
    operationRows.clear();
    const QList<models::Operation> &all = context.operations.all();
    operationRows.reserve(all.size());
    for (auto it = all.crbegin(); it != all.crend(); ++it)
        operationRows.append(models::operationRow(*it, operationTitle));
    putOperations();
}

/// One that is new or has changed: the others are left as they are.
void MainWindow::Private::renderOperation(quint64 id)
{
    const models::Operation *operation = context.operations.find(id);
    if (!operation)
        return;
    const auto newer =
        std::ranges::lower_bound(std::as_const(operationRows), id, std::ranges::greater(), &models::OperationRow::number);
    const qsizetype at = newer - operationRows.cbegin();
    if (at < operationRows.size() && operationRows.at(at).number == id)
        operationRows[at] = models::operationRow(*operation, operationTitle);
    else
        operationRows.insert(at, models::operationRow(*operation, operationTitle));
    if (!operationsSoon.isActive())
        operationsSoon.start();
}

void MainWindow::Private::putOperations()
{
    const net::Query &asked = context.operationList.serverFilter();
    if (asked.isEmpty()) {
        context.operationList.put(std::make_shared<models::OperationTable>(operationRows));
    } else {
        QList<models::OperationRow> rows;
        for (const models::OperationRow &row : std::as_const(operationRows)) {
            if (models::matches(*context.operations.find(row.number), asked))
                rows.append(row);
        }
        context.operationList.put(std::make_shared<models::OperationTable>(std::move(rows)));
    }
    renderBadges();
}

/// Why nothing can be sent, or what is known cannot be written down; and once, how the ledger was found.
void MainWindow::Private::renderLedger()
{
    const models::LedgerReport *report = context.operations.report();
    if (!report)
        return;
    using Access = models::LedgerReport::Access;
    const net::Reason obstacle = context.operations.obstacle();
    const QString problem = formats::plain(context.operations.ledgerProblem());
    if (obstacle && report->access != Access::Opening) {
        const bool bad = report->access == Access::Broken;
        ledger->setMessage(bad ? Token::Bad : Token::Warn, bad ? u"failed"_s : u"lock"_s, ErrorText::reason(obstacle));
    } else if (!problem.isEmpty()) {
        //: %1: in the system's words. 中文：无法写入操作记录：%1。在能写入之前不会发送任何操作；程序会自动再试
        ledger->setMessage(
            Token::Bad, u"failed"_s,
            MainWindow::tr("The ledger of operations cannot be written: %1. Nothing is sent that cannot be written "
                           "down; it is tried again by itself")
                .arg(problem));
    }
    ledger->setVisible(report->access != Access::Opening && (obstacle || !problem.isEmpty()));
    const QStringList notices = LedgerText::notices(*report);
    for (qsizetype i = 0; i < notices.size(); ++i) { // those there are said anew, for the language may be another
        if (i < ledgerNotices.size())
            ledgerNotices.at(i)->setMessage(Token::Warn, u"warning"_s, notices.at(i));
        else
            ledgerNotices.append(notify(notices.at(i)));
    }
    renderVerb();
}

void MainWindow::Private::renderMeanwhile()
{
    const models::Operations::Meanwhile now = context.operations.meanwhile();
    const bool closed = !closeMeanwhile && now.isEmpty();
    if (closed)
        return;
    if (!closeMeanwhile) {
        showMeanwhile = meanwhile->addButton({});
        closeMeanwhile = meanwhile->addButton({});
        showMeanwhile->setObjectName(u"show-meanwhile"_s);
        closeMeanwhile->setObjectName(u"close-meanwhile"_s);
        connect(showMeanwhile, &QPushButton::clicked, q, [this] { openFiltered(operationsPageSpec().idText(), {}); });
        connect(closeMeanwhile, &QPushButton::clicked, q, [this] {
            meanwhile->hide();
            focusPage();
        });
        meanwhile->show();
    }
    showMeanwhile->setText(MainWindow::tr("Show operations")); //: Button. 中文：查看操作记录
    closeMeanwhile->setText(MainWindow::tr("Close"));
    const Token token = now.inDoubt > 0 ? Token::Doubt : now.failed + now.notSent > 0 ? Token::Bad : Token::Idle;
    const QString text = LedgerText::meanwhile(now, context.zone);
    if (meanwhile->headline() != text)
        meanwhile->setMessage(token, u"operations"_s, text);
}

void MainWindow::Private::renderBadges()
{
    const models::Operations::Counts counts = context.operations.counts();
    QStringList said;
    if (counts.inDoubt > 0) //: Of operations; said of a badge. 中文：%n 个结果未明
        said.append(MainWindow::tr("%n in doubt", nullptr, counts.inDoubt));
    if (counts.unread > 0) //: Of operations; said of a badge. 中文：%n 个有问题未读
        said.append(MainWindow::tr("%n in trouble, unread", nullptr, counts.unread));
    navigation->setBadge(operationsPageSpec().idText(), std::max(counts.inDoubt, counts.unread),
                         counts.inDoubt > 0 ? Token::Doubt : Token::Bad, said.join(u" · "_s));
    int groups = 0;
    if (const auto *table = dynamic_cast<const models::GroupTable *>(context.groups.table().get())) {
        for (const models::GroupRow &row : table->rows())
            groups += row.isTrouble() ? 1 : 0;
    }
    navigation->setBadge(groupsPage().idText(), groups, Token::Warn, //: Said of a badge. 中文：%n 个需要处理
                         MainWindow::tr("%n need attention", nullptr, groups));
}

void MainWindow::Private::openFiltered(const QString &pageId, const QString &stateWord)
{
    ListPage *target = q->page(pageId);
    if (!target)
        return;
    target->clearFilters();
    target->session().setFacet(stateWord);
    q->showPage(pageId);
    target->table()->setFocus();
}

void MainWindow::Private::renderTitle()
{
    const ListPage *page = current();
    const QString title = page ? page->spec().titleText() : OverviewPage::titleText();
    QStringList parts{title, u"Ballast"_s};
    parts.removeAll(QString());
    QString text = parts.join(u" — "_s);
    if (context.demo) //: Before the window's title. 中文：演示
        text = MainWindow::tr("DEMO") + u" · "_s + text;
    if (context.readOnly) //: Mode of the session. 中文：只读
        text += u" · "_s + MainWindow::tr("read-only");
    q->setWindowTitle(text);
}

void MainWindow::Private::restyle()
{
    const QPalette palette = q->palette();
    const QColor ground = palette.color(QPalette::Active, QPalette::Window);
    if (demo) {
        const QColor petrol = Theme::color(Token::Demo, palette), ink = Theme::onColor(Token::Demo, palette);
        QPalette own;
        own.setColor(QPalette::Window, petrol);
        own.setColor(QPalette::WindowText, ink);
        demo->setPalette(own);
        demoText->setPalette(own);
        demoIcon->setPixmap(pixmap(u"demo", ink, petrol, 16, q->devicePixelRatioF()));
    }
    QFont bold = q->font();
    bold.setWeight(QFont::DemiBold);
    const QColor demoColor = Theme::readableOn(ground, Theme::color(Token::Demo, palette), palette);
    QPalette demoPalette, lockPalette;
    demoPalette.setColor(QPalette::WindowText, demoColor);
    lockPalette.setColor(QPalette::WindowText, Theme::color(Token::Warn, palette));
    demoModeIcon->setPixmap(pixmap(u"demo", demoColor, ground, 14, q->devicePixelRatioF()));
    demoMode->setPalette(demoPalette);
    demoMode->setFont(bold);
    lockIcon->setPixmap(pixmap(u"lock", Theme::color(Token::Warn, palette), ground, 14, q->devicePixelRatioF()));
    openIcon->setPixmap(pixmap(u"unlock", Theme::color(Token::Warn, palette), ground, 14, q->devicePixelRatioF()));
    for (QLabel *mode : {openMode, lockMode}) {
        mode->setPalette(lockPalette);
        mode->setFont(bold);
    }
    restyleTools();
}

void MainWindow::Private::renderStatus()
{
    const auto set = [](QLabel *label, const QString &text) {
        if (label->text() != text)
            label->setText(text);
    };
    QString name = context.profileName;
    if (name.isEmpty())
        name = context.demo ? MainWindow::tr("Demo company") : MainWindow::tr("This session");
    const QString who = context.userName.isEmpty() ? context.transport.userName() : context.userName;
    set(profile, MainWindow::tr("Profile: %1").arg(formats::plain(name))); //: 中文：配置：%1
    //: %1: host and port. 中文：终端节点：%1
    set(endpoint, MainWindow::tr("Endpoint: %1").arg(formats::plain(context.endpointText)));
    set(user, who.isEmpty() ? QString() : MainWindow::tr("User: %1").arg(formats::plain(who))); //: 中文：用户：%1
    user->setVisible(!who.isEmpty());
    set(demoMode, MainWindow::tr("DEMO"));
    set(lockMode, MainWindow::tr("read-only"));
    //: What read-only means. 中文：此会话为只读：本机只发送查询
    const QString why = MainWindow::tr("This session is read-only: nothing but queries leaves this computer");
    lockMode->setToolTip(why);
    lockMode->setAccessibleDescription(why);
    set(openMode, MainWindow::tr("http, not encrypted")); //: Mode of the session. 中文：http，未加密
    //: What that means. 中文：登录信息和数据以明文传输：途中任何人都能读取
    const QString open = MainWindow::tr("Sign-in and data travel in the open: all on the way can read them");
    openMode->setToolTip(open);
    openMode->setAccessibleDescription(open);
    set(zone, zoneText(context.zone, context.transport.serverNow()));
    //: 中文：所有时间所用的时区
    zone->setToolTip(MainWindow::tr("Zone of all times"));
    zone->setAccessibleDescription(zone->toolTip());

    const std::optional<qint64> ms = context.transport.clockOffsetMs();
    offset->setVisible(ms.has_value());
    if (!ms)
        return;
    const QLocale locale;
    const QString seconds = locale.toString(double(std::abs(*ms)) / 1000.0, 'f', 1);
    if (std::abs(*ms) < inStepMs) //: Our clock and the server's; %1: sign, %2: seconds. 中文：时钟同步 (%1%2 秒)
        set(offset, MainWindow::tr("Clock in step (%1%2 s)").arg(*ms < 0 ? u"-"_s : u"+"_s, seconds));
    else if (*ms > 0) //: %1: seconds. 中文：本机时钟快 %1 秒
        set(offset, MainWindow::tr("Clock %1 s ahead").arg(seconds));
    else //: %1: seconds. 中文：本机时钟慢 %1 秒
        set(offset, MainWindow::tr("Clock %1 s behind").arg(seconds));
}

MainWindow::Private::Chosen MainWindow::Private::chosenBackups() const
{
    const models::ListModel *model = context.backups.model();
    const auto *table = dynamic_cast<const models::BackupTable *>(model->table().get());
    if (!table)
        return {};
    const ListPage *page = made(backupsPage());
    if (!page)
        return {};
    QList<int> rows = page->selectedRows();
    if (const std::optional<net::ObjectKey> key = page->currentKey(); key && rows.size() < 2) {
        if (const int row = model->rowOf(*key); row >= 0)
            rows = {model->sourceRow(row)};
    }
    Chosen out;
    for (const int row : std::as_const(rows)) {
        const models::BackupRow &chosen = table->at(row);
        if (out.backups.isEmpty())
            out.scope = chosen.scope;
        if (chosen.scope == out.scope)
            out.backups.append(chosen.backup);
        else
            out.isOfSeveral = true;
    }
    return out;
}

std::optional<net::ObjectKey> MainWindow::Private::currentRow(const PageSpec &spec) const
{
    const ListPage *page = current();
    return page && &page->spec() == &spec ? page->currentKey() : std::nullopt;
}

void MainWindow::Private::setVerb(QAction *verb, const QString &why)
{
    if (verb->isEnabled() == why.isEmpty() && verb->statusTip() == why)
        return;
    verb->setEnabled(why.isEmpty());
    verb->setStatusTip(why);
    verb->setToolTip(why.isEmpty() ? QString() : u"<qt>"_s + why.toHtmlEscaped() + u"</qt>"_s);
    verb->setWhatsThis(why);
}

void MainWindow::Private::renderVerb()
{
    const net::Reason reason = context.readOnly ? net::Reason{net::Reason::Code::ReadOnly, {}} : context.operations.obstacle();
    const QString locked = ErrorText::reason(reason);
    setVerb(replicatePolicy, locked);
    setVerb(createGroup, locked);
    QString why = locked;
    const Chosen chosen = chosenBackups();
    const int many = int(chosen.backups.size());
    replicate->setText(many > 1 ? MainWindow::tr("Replicate %n backup(s)…", nullptr, many) //: Verb. 中文：复制 %n 个备份…
                                : MainWindow::tr("Replicate backup…"));                    //: Verb. 中文：复制备份…
    if (!why.isEmpty()) {
        // nothing leaves: said first
    } else if (!current() || &current()->spec() != &backupsPage()) {
        why =
            MainWindow::tr("Go to Backups and choose a backup first"); //: Why the verb is off. 中文：先转到“备份”页并选择一个备份
    } else if (chosen.backups.isEmpty()) {
        why = MainWindow::tr("Choose a backup first"); //: Why the verb is off. 中文：先选择一个备份
    } else if (chosen.isOfSeveral) {                   //: Why the verb is off. 中文：一次只能复制一个项目的备份
        why = MainWindow::tr("Choose backups of one project: only those are replicated in one go");
    } else if (const net::Reason unfit = net::eligible(chosen.backups.first()); many == 1 && unfit) {
        why = ErrorText::reason(unfit);
    }
    setVerb(replicate, why);
}

void MainWindow::Private::renderTrouble()
{
    trouble->setVisible(signInError.has_value());
    if (!signInError)
        return;
    const ErrorText::Said said = ErrorText::of(*signInError);
    QList<QPair<QString, QString>> rows;
    if (!signInError->endpoint.isEmpty())
        rows.append(
            {MainWindow::tr("Tried"), formats::plain(signInError->endpoint)}); //: Row of a message: the endpoint. 中文：已尝试
    int verbatim = -1;
    if (!said.server.isEmpty()) {
        verbatim = int(rows.size());
        rows.append({MainWindow::tr("Server said"), formats::plainLines(said.server)}); //: Row of a message. 中文：服务端答复
    }
    if (!said.code.isEmpty())
        rows.append({MainWindow::tr("Code"), formats::plain(said.code)}); //: Row of a message. 中文：错误码
    if (!said.meaning.isEmpty())
        rows.append({MainWindow::tr("Meaning"), said.meaning}); //: Row of a message. 中文：含义
    if (!said.chain.isEmpty())
        rows.append({MainWindow::tr("Certificates"), said.chain}); //: Row of a message: those a server showed. 中文：证书
    QString next = said.remedy;
    if (!signedOut && nextTry) {
        const auto left = std::chrono::round<std::chrono::seconds>(*nextTry - context.transport.clock().steady());
        const qint64 seconds = std::max<qint64>(0, left.count());
        //: %1: a duration in words. 中文：%1后再试
        const QString again = MainWindow::tr("Next try in %1").arg(formats::durationInWords(seconds));
        next = next.isEmpty() ? again : next + u'\n' + again;
    }
    if (!next.isEmpty())
        rows.append({MainWindow::tr("Next"), next}); //: Row of a message. 中文：下一步
    trouble->setMessage(signedOut ? Token::Doubt : Token::Warn, u"key"_s, said.headline, rows, verbatim);
}

void MainWindow::Private::fold()
{
    navigation->setRail(q->width() < railBelow);
    endpoint->setVisible(q->width() >= endpointFrom && !context.endpointText.isEmpty());
}

void MainWindow::Private::watch()
{
    using Watch = models::ListSession::Watch;
    const bool hidden = !q->isVisible() || q->isMinimized();
    const bool front = QGuiApplication::applicationState() == Qt::ApplicationActive;
    for (const Place &place : places) { // the Overview lives on all lists, but has no hurry
        const bool shown = !current() || current() == place.page.made();
        place.basis->session().setWatch(hidden || !shown     ? Watch::Hidden
                                        : front && current() ? Watch::InFront
                                                             : Watch::Background);
    }
}

void MainWindow::Private::showQueue(quint64 id)
{
    auto *dialog = new QDialog(q);
    dialog->setObjectName(u"queue-window"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(MainWindow::tr("Queue of backups")); //: Title of a window. 中文：备份队列
    auto *rows = new QueueView(context.operations, context.transport, id, dialog);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    auto *layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(rows, 1);
    layout->addWidget(buttons);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    QObject::connect(rows, &QueueView::operationWanted, dock, &OperationsDock::showOperation);
    dialog->resize(760, 480);
    dialog->show();
}

QWidget *MainWindow::Private::openVerb(VerbDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &VerbDialog::objectWanted, q,
                     [this](const QString &id, const net::ObjectKey &key) { open(id, key); });
    QObject::connect(dialog, &VerbDialog::anewWanted, q, [this](quint64 id) { replicateAnew(id); });
    dialog->open();
    return dialog;
}

/// The dialog of one backup or of many.
QWidget *MainWindow::Private::openBackups(std::unique_ptr<models::ReplicateBackupFlow> flow)
{
    if (!flow->isMany())
        return openVerb(new ReplicateBackupDialog(std::move(flow), context.operations, context.transport, context.zone, q));
    auto *dialog = new ReplicateBackupsDialog(std::move(flow), context.operations, context.transport, context.zone, q);
    QObject::connect(dialog, &ReplicateBackupsDialog::operationWanted, dock, &OperationsDock::showOperation);
    return openVerb(dialog);
}

/// What failed of an operation, to the same place: those of its backups that the list of backups holds.
void MainWindow::Private::replicateAnew(quint64 operationId)
{
    const models::Operation *operation = context.operations.find(operationId);
    if (!operation)
        return;
    const net::Draft &sent = operation->draft;
    const QStringList failed = operation->failedBackups();
    const QSet<QString> wanted(failed.begin(), failed.end());
    QList<net::Backup> found;
    if (const auto table = std::dynamic_pointer_cast<const models::BackupTable>(context.backups.table())) {
        for (const models::BackupRow &row : table->rows()) {
            if (row.scope == sent.scope && wanted.contains(row.backup.id))
                found.append(row.backup);
        }
    }
    const int missing = int(wanted.size() - found.size());
    if (found.isEmpty()) {
        auto *box = new QMessageBox(QMessageBox::Information, MainWindow::tr("Replicate backup…"), {}, QMessageBox::Close, q);
        box->setObjectName(u"not-listed"_s);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->setTextFormat(Qt::PlainText);
        box->setText(ErrorText::reason({net::Reason::Code::NotListed, {QString::number(missing)}}));
        //: What to do where the list of backups is not there as a whole. 中文：先刷新备份列表，并取消服务端筛选
        box->setInformativeText(MainWindow::tr("Refresh the list of backups first, without a filter at the service"));
        box->open();
        return;
    }
    auto flow = std::make_unique<models::ReplicateBackupFlow>(context.transport, context.operations, sent.scope, found);
    flow->setNotListed(missing);
    for (const QString &field : {u"destination_region"_s, u"destination_project_id"_s})
        flow->set(field, sent.values.value(field));
    openBackups(std::move(flow));
}

void MainWindow::Private::open(const QString &pageId, const net::ObjectKey &key)
{
    ListPage *target = q->page(pageId);
    if (!target)
        return;
    q->showPage(pageId);
    target->select(key);
    target->takeFocus();
}

/// A link on a page. One that leads to many objects shows the rows that name the one it starts from.
void MainWindow::Private::follow(const QString &from, const QString &to, const net::ObjectKey &key)
{
    QString column;
    if (from == "backups"_L1 && to == "records"_L1)
        column = u"source_item"_s;
    else if (from == "policies"_L1 && to == "records"_L1)
        column = u"policy_id"_s;
    else if (from == "groups"_L1 && to == "drills"_L1)
        column = u"group_id"_s;
    if (column.isEmpty())
        return open(to, key);
    ListPage *target = q->page(to);
    target->clearFilters();
    q->showPage(to);
    target->textFilter()->setText(column + u':' + key.id);
    target->takeFocus();
}

/// A widget that is hidden when its window opens would leave the focus to the first one of the window.
void MainWindow::Private::focusPage()
{
    if (ListPage *page = current())
        page->takeFocus();
    else
        overview->takeFocus();
}

void MainWindow::Private::moveFocus(bool back)
{
    const ListPage *page = current();
    QList<std::pair<QWidget *, QWidget *>> parts; // the part, and what in it takes the focus
    parts.emplaceBack(navigation, navigation->view());
    if (page) {
        parts.emplaceBack(page->filters(), page->textFilter());
        if (page->table()->isVisible())
            parts.emplaceBack(page->table(), page->table());
        if (page->isDetailVisible())
            parts.emplaceBack(page->detail(), page->detail()->focusTarget());
    } else {
        parts.emplaceBack(overview, overview->focusTarget());
    }
    parts.emplaceBack(dock, dock->focusTarget());
    const QWidget *focused = q->focusWidget();
    qsizetype at = back ? 0 : -1;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (focused && (parts.at(i).first == focused || parts.at(i).first->isAncestorOf(focused)))
            at = i;
    }
    const qsizetype to = (at + (back ? -1 : 1) + parts.size()) % parts.size();
    parts.at(to).second->setFocus(back ? Qt::BacktabFocusReason : Qt::TabFocusReason);
}

void MainWindow::Private::about()
{
    auto *dialog = new AboutDialog(context.components ? context.components() : QList<Component>(), q);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

/// One window of each: what is open comes to the front.
void MainWindow::Private::showService()
{
    auto *window = q->findChild<ServiceWindow *>(QString(), Qt::FindDirectChildrenOnly);
    if (!window) {
        window = new ServiceWindow(context, q);
        window->setAttribute(Qt::WA_DeleteOnClose);
    }
    window->show();
    window->raise();
    window->activateWindow();
}

void MainWindow::Private::lookUpJob()
{
    auto *window = q->findChild<JobWindow *>(QString(), Qt::FindDirectChildrenOnly);
    if (!window) {
        const net::Scope &scope = context.place.first();
        window = new JobWindow(std::make_unique<models::JobLookup>(context.sdrs, context.transport, scope), context.transport,
                               PlaceText::whole(context.place, scope), context.zone, q);
        window->setAttribute(Qt::WA_DeleteOnClose);
    }
    window->show();
    window->raise();
    window->activateWindow();
}

bool MainWindow::Private::askToClose()
{
    using State = models::Operation::State;
    int queued = 0, waiting = 0, unknown = 0, running = 0;
    for (const models::Operation &operation : context.operations.all()) {
        queued += operation.state == State::Queued ? 1 : 0;
        waiting += operation.state == State::Prepared || operation.state == State::Sent ? 1 : 0;
        unknown += operation.state == State::InDoubt ? 1 : 0;
        running += operation.isWatched() ? 1 : 0;
    }
    const bool asks = queued + waiting + unknown > 0;
    if (!asks && running == 0)
        return false;
    auto *box = new QMessageBox(q);
    box->setObjectName(u"close-question"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setIcon(asks ? QMessageBox::Warning : QMessageBox::Information);
    box->setWindowTitle(MainWindow::tr("Close Ballast")); //: 中文：关闭 Ballast
    box->setText(
        waiting + unknown > 0 ? MainWindow::tr("The outcome of some operations is not known yet") //: 中文：部分操作的结果尚不清楚
        : queued > 0 ? MainWindow::tr("Some backups are still queued") //: 中文：仍有备份在排队
                     : MainWindow::tr("%n operation(s) go on at the service", nullptr, running)); //: 中文：%n 个操作在服务端继续
    QStringList lines;
    const bool isKept = !context.demo; // the demo's ledger goes with it
    if (queued > 0 && isKept)          //: 中文：%n 个备份仍在排队：关闭后不会发送，下次启动时重新询问
        lines.append(
            MainWindow::tr("%n backup(s) are queued: they will not be sent, and the next start asks again", nullptr, queued));
    else if (queued > 0) //: 中文：%n 个备份仍在排队：关闭后将被撤回，不会发送
        lines.append(MainWindow::tr("%n backup(s) are queued: closing withdraws them, they will not be sent", nullptr, queued));
    if (asks && running > 0)
        lines.append(MainWindow::tr("%n operation(s) go on at the service", nullptr, running));
    if (waiting > 0) //: 中文：%n 个操作尚未得到答复
        lines.append(MainWindow::tr("%n operation(s) have no answer yet", nullptr, waiting));
    if (unknown > 0) //: 中文：%n 个操作结果未明
        lines.append(MainWindow::tr("%n operation(s) are in doubt: they may have been done", nullptr, unknown));
    if (isKept) //: 中文：已受理的任务会在服务端继续。以后可在“操作记录”页查看结果
        lines.append(
            MainWindow::tr("What the service has accepted goes on there. Later, the Operations page tells what became of it"));
    else //: 中文：已受理的任务会在服务端继续。下次启动后，请在复制记录中查看结果
        lines.append(
            MainWindow::tr("What the service has accepted goes on there. Later, the replication records tell what became of it"));
    box->setInformativeText(lines.join(u'\n'));
    QPushButton *close =
        box->addButton(MainWindow::tr("Close window"), QMessageBox::DestructiveRole);         //: A button. 中文：关闭窗口
    QPushButton *stay = box->addButton(MainWindow::tr("Keep open"), QMessageBox::RejectRole); //: A button. 中文：保持打开
    box->setDefaultButton(asks ? stay : close);
    box->setEscapeButton(stay);
    connect(close, &QPushButton::clicked, q, [this] {
        closeAnyway = true;
        q->close();
    });
    connect(stay, &QPushButton::clicked, q, &MainWindow::stayedOpen);
    box->open();
    return true;
}

void MainWindow::Private::restore()
{
    QSettings &settings = context.settings;
    q->resize(1280, 800);
    const bool known = settings.value(u"window/version"_s).toInt() == settingsVersion;
    if (known)
        q->restoreGeometry(settings.value(u"window/geometry"_s).toByteArray());
    const bool detailShown = !known || settings.value(u"window/detail"_s, true).toBool();
    detail->setChecked(detailShown);
    if (known && settings.value(u"window/dock"_s).toBool()) {
        foldedDock = q->height() < openDockFrom;
        dock->setOpen(!foldedDock);
    }
    const QString last = known ? settings.value(u"window/page"_s).toString() : QString();
    q->showPage(last.isEmpty() ? OverviewPage::pageId() : last);
    focusPage();
}

void MainWindow::Private::save()
{
    QSettings &settings = context.settings;
    settings.setValue(u"window/version"_s, settingsVersion);
    settings.setValue(u"window/geometry"_s, q->saveGeometry());
    settings.setValue(u"window/detail"_s, detail->isChecked());
    settings.setValue(u"window/dock"_s, dock->isOpen() || foldedDock);
    settings.setValue(u"window/page"_s, currentId());
    for (ListPage *page : pages())
        page->saveView();
}

MainWindow::MainWindow(Context context) : d(std::make_unique<Private>(this, std::move(context)))
{
    setObjectName(u"main-window"_s);
    setWindowIcon(programIcon());
    setContextMenuPolicy(Qt::NoContextMenu);
    d->build();
    d->makeActions();
    d->makeMenus();
    setMinimumSize(760, 480);

    connect(d->navigation, &Navigation::pageChosen, this, &MainWindow::showPage);
    connect(d->dock, &OperationsDock::objectWanted, this,
            [this](const QString &id, const net::ObjectKey &key) { d->open(id, key); });
    connect(d->dock, &OperationsDock::queueWanted, this, [this](quint64 id) { d->showQueue(id); });
    connect(d->dock, &OperationsDock::anewWanted, this, [this](quint64 id) { d->replicateAnew(id); });
    connect(d->overview, &OverviewPage::pageWanted, this,
            [this](const QString &id, const QString &word) { d->openFiltered(id, word); });
    connect(d->overview, &OverviewPage::objectWanted, this,
            [this](const QString &id, const net::ObjectKey &key) { d->open(id, key); });
    connect(d->overview, &OverviewPage::serviceWanted, this, [this] { d->showService(); });
    connect(d->overview, &OverviewPage::operationWanted, this, [this](quint64 id) { d->dock->showOperation(id); });
    d->operationsSoon.setSingleShot(true);
    d->operationsSoon.setInterval(50); // many change at once
    connect(&d->operationsSoon, &QTimer::timeout, this, [this] {
        d->putOperations();
        d->renderMeanwhile();
    });
    const models::Operations *operations = &d->context.operations;
    connect(operations, &models::Operations::added, this, [this](quint64 id) { d->renderOperation(id); });
    connect(operations, &models::Operations::changed, this, [this](quint64 id) { d->renderOperation(id); });
    connect(operations, &models::Operations::restored, this, [this] {
        d->renderOperations();
        d->renderMeanwhile();
    });
    connect(operations, &models::Operations::ledgerChanged, this, [this] { d->renderLedger(); });
    connect(&d->context.operationList, &models::ListSession::serverFilterChanged, this, [this] { d->putOperations(); });
    connect(&d->context.groups, &models::ListSession::tableChanged, this, [this] { d->renderBadges(); });
    connect(&d->context.place, &models::Place::changed, this, [this] { d->renderScope(); });
    connect(&d->context.place, &models::Place::shownChanged, this, [this] { d->renderScope(); });
    connect(d->navigation->scopeButton(), &QToolButton::clicked, this, [this] {
        auto *popup = new ScopePopup(d->context, d->navigation->scopeButton());
        popup->open();
    });

    net::Transport *transport = &d->context.transport;
    connect(transport, &net::Transport::signInDelayed, this,
            [this](const net::Scope &, const net::ApiError &error, qint64 nextTryMs) {
                d->signInError = error;
                d->signedOut = false;
                d->nextTry = d->context.transport.clock().steady() + std::chrono::milliseconds(nextTryMs);
                d->renderTrouble();
            });
    connect(transport, &net::Transport::signedOut, this, [this](const net::Scope &, const net::ApiError &error) {
        d->signInError = error;
        d->signedOut = true;
        d->renderTrouble();
    });
    connect(transport, &net::Transport::signInWorks, this, [this] {
        d->signInError.reset();
        d->renderTrouble();
        d->renderStatus(); // who it is is known now
    });
    connect(qApp, &QGuiApplication::applicationStateChanged, this, [this] { d->watch(); });
    connect(&d->tick, &QTimer::timeout, this, [this] {
        d->renderStatus();
        d->renderTrouble();
    });
    d->tick.start(5s);

    d->restore();
    d->retranslate();
    d->restyle();
    d->fold();
}

MainWindow::~MainWindow()
{
    disconnect(qApp, nullptr, this, nullptr);
    hide(); // a field that still has the focus gives it up, and applies what was typed, while everything is there
}

void MainWindow::showPage(const QString &id)
{
    ListPage *target = page(id);
    QWidget *shown = target ? static_cast<QWidget *>(target) : d->overview; // a page of another version: the first one
    const bool hadFocus = d->stack->currentWidget() && d->stack->currentWidget()->isAncestorOf(focusWidget());
    d->stack->setCurrentWidget(shown);
    const QString now = d->currentId();
    d->navigation->setCurrent(now);
    for (QAction *action : std::as_const(d->pageActions))
        action->setChecked(action->objectName() == "page-action-"_L1 + now);
    if (hadFocus)
        d->focusPage();
    for (QAction *action : {d->find, d->copyCell, d->copyRow, d->copyId, d->columns, d->showDetail, d->selectAll, d->copyText,
                            d->copyCsv, d->copyJson, d->exportShown, d->exportSelected, d->savedViews})
        action->setEnabled(target);
    d->stop->setEnabled(target && target->session().freshness().state == models::Freshness::State::Loading);
    d->renderTitle();
    d->renderVerb();
    d->watch();
}

ListPage *MainWindow::page(const QString &id)
{
    const auto place = std::ranges::find(d->places, id, [](const Private::Place &one) { return one.basis->spec().idText(); });
    return place == d->places.end() ? nullptr : place->page.get();
}

OperationsDock *MainWindow::dock() const { return d->dock; }

QWidget *MainWindow::replicateBackup()
{
    const Private::Chosen chosen = d->chosenBackups();
    if (chosen.backups.isEmpty() || chosen.isOfSeveral)
        return nullptr;
    Context &with = d->context;
    return d->openBackups(
        std::make_unique<models::ReplicateBackupFlow>(with.transport, with.operations, chosen.scope, chosen.backups));
}

QWidget *MainWindow::replicatePolicy()
{
    Context &with = d->context;
    const net::ObjectKey policy = d->currentRow(policiesPage()).value_or(net::ObjectKey{with.place.first(), {}});
    auto flow = std::make_unique<models::ReplicatePolicyFlow>(with.transport, with.operations, policy.scope, policy.id);
    return d->openVerb(new ReplicatePolicyDialog(std::move(flow), with.operations, with.transport, with.zone, this));
}

QWidget *MainWindow::createGroup()
{
    Context &with = d->context;
    const net::ObjectKey beside = d->currentRow(groupsPage()).value_or(net::ObjectKey{with.place.first(), {}});
    auto flow = std::make_unique<models::CreateGroupFlow>(with.transport, with.operations, beside.scope);
    return d->openVerb(new CreateGroupDialog(std::move(flow), with.operations, with.transport, with.zone, this));
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    switch (event->type()) {
    case QEvent::LanguageChange:
        d->retranslate();
        break;
    case QEvent::PaletteChange:
    case QEvent::StyleChange:
    case QEvent::FontChange:
        if (d->zone)
            d->restyle();
        break;
    case QEvent::WindowStateChange:
        d->fullScreen->setChecked(isFullScreen());
        d->watch();
        break;
    case QEvent::ActivationChange:
        d->watch();
        break;
    default:
        break;
    }
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    d->fold();
    d->watch();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!d->closeAnyway && d->askToClose()) {
        event->ignore();
        return;
    }
    d->save();
    event->accept();
    emit closed();
}

void MainWindow::setZone(const QTimeZone &zone)
{
    d->context.zone = zone;
    d->overview->setZone(zone);
    for (ListPage *page : d->pages())
        page->setZone(zone);
    d->dock->setZone(zone);
    if (d->operationDetail)
        d->operationDetail->setZone(zone);
    const QList<VerbDialog *> dialogs = findChildren<VerbDialog *>();
    for (VerbDialog *dialog : dialogs)
        dialog->setZone(zone);
    if (auto *window = findChild<ServiceWindow *>())
        window->setZone(zone);
    if (auto *window = findChild<JobWindow *>())
        window->setZone(zone);
    d->renderStatus();
}

void MainWindow::showChoices(const QString &language, ThemeChoice theme)
{
    d->context.language = language;
    d->english->setChecked(language == "en"_L1);
    d->chinese->setChecked(language == "zh_CN"_L1);
    QAction *chosen = theme == ThemeChoice::Light ? d->light : theme == ThemeChoice::Dark ? d->dark : d->system;
    chosen->setChecked(true);
}

void MainWindow::addNotice(const QString &text) { d->notify(text); }

} // namespace ui
