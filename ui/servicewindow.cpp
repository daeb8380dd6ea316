#include "ui/servicewindow.h"

#include "net/transport.h"
#include "ui/brieftable.h"
#include "ui/celldelegate.h"
#include "ui/errortext.h"
#include "ui/formats.h"
#include "ui/freshnesslabel.h"
#include "ui/labels.h"
#include "ui/messagebar.h"
#include "ui/placetext.h"
#include "ui/statelook.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui {

using models::CellKind;
using models::ServiceFacts;
using Part = ServiceFacts::Part;

namespace {

constexpr int slack = 4; // the parts of a pixel that a width in whole ones leaves out would cut a word

BriefCell textCell(const QString &text, CellKind kind = CellKind::Text)
{
    return {.text = text.isEmpty() ? formats::none() : formats::plain(text), .kind = kind, .secondary = text.isEmpty()};
}

BriefCell numberCell(const std::optional<qint64> &number)
{
    return {.text = number ? formats::number(*number) : formats::none(), .kind = CellKind::Number, .secondary = !number};
}

QString versionWord(const net::ApiVersion &version)
{
    switch (version.status) {
    case net::ApiVersion::Status::Current:
        return ServiceWindow::tr("Current"); //: Of an API version. 中文：主推版本
    case net::ApiVersion::Status::Supported:
        return ServiceWindow::tr("Supported"); //: Of an API version: old, goes on being supported. 中文：老版本（继续支持）
    case net::ApiVersion::Status::Deprecated:
        return ServiceWindow::tr("Deprecated"); //: Of an API version. 中文：废弃版本
    case net::ApiVersion::Status::Other:
        break;
    }
    return version.statusWord;
}

/// Names a row among its neighbours: an id, or its place where it stands twice.
QString unique(const QList<BriefRow> &rows, const QString &id)
{
    const bool taken = id.isEmpty() || std::any_of(rows.begin(), rows.end(), [&id](const BriefRow &row) { return row.id == id; });
    return taken ? u"%1#%2"_s.arg(id).arg(rows.size()) : id;
}

/// A title with when it was true, a table, and in its place or below it what went wrong.
struct Section
{
    Section(const QString &name, QWidget *parent, QVBoxLayout *into, const QList<Part> &of);

    QList<Part> parts;
    QLabel *title;
    FreshnessLabel *freshness;
    QLabel *said; ///< none, loading, rows left out
    BriefTable *table;
    QList<MessageBar *> troubles; ///< one per part
};

Section::Section(const QString &name, QWidget *parent, QVBoxLayout *into, const QList<Part> &of)
    : parts(of), title(plainLabel(parent, name + u"-title"_s)), freshness(new FreshnessLabel(parent)),
      said(wrappedLabel(parent, name + u"-said"_s)), table(new BriefTable(parent, BriefTable::Last::Cell))
{
    freshness->setObjectName(name + u"-freshness"_s);
    table->setObjectName(name + u"-rows"_s);
    table->horizontalHeader()->show();
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(title);
    head->addStretch(1);
    head->addWidget(freshness);
    into->addLayout(head);
    for (qsizetype i = 0; i < parts.size(); ++i) {
        auto *bar = new MessageBar(parent);
        bar->setObjectName(u"%1-trouble-%2"_s.arg(name).arg(i));
        bar->hide();
        troubles.append(bar);
        into->addWidget(bar);
    }
    into->addWidget(table);
    into->addWidget(said);
}

} // namespace

QString quotaName(const models::OwnedQuota &owned)
{
    const QString &type = owned.quota.type;
    if (!owned.isRecovery && type == "backups"_L1)
        return ServiceWindow::tr("Backups"); //: A quota: how many. 中文：备份
    if (!owned.isRecovery && type == "backup_capacity"_L1)
        return ServiceWindow::tr("Backup capacity"); //: A quota: how much room. 中文：备份容量
    if (owned.isRecovery && type == "server_groups"_L1)
        return ServiceWindow::tr("Protection groups"); //: A quota: how many. 中文：保护组
    if (owned.isRecovery && type == "replications"_L1)
        return ServiceWindow::tr("Replication pairs"); //: A quota: how many. 中文：复制对
    return formats::plain(type);
}

struct ServiceWindow::Private
{
    Private(ServiceWindow *window, const Context &from) : q(window), context(from) {}

    void build();
    void retranslate();
    void restyle();
    void render();
    void renderSection(Section &section, int unreadable, const QString &problem, const QString &none);
    void renderQuotas();
    void renderDomains();
    void renderVersions();
    void layOut();
    void copy(bool ids) const;
    QString partName(Part part) const;
    ErrorText::Read readOf(Part part) const;
    QString place() const;
    BriefTable *focused() const;

    ServiceWindow *q;
    Context context;
    std::unique_ptr<Section> quotas, domains, versions;
    QPushButton *refresh = nullptr, *copyButton = nullptr, *close = nullptr;
    QAction *copyRows = nullptr, *copyId = nullptr, *refreshAction = nullptr;
    BriefTable *lastTable = nullptr; ///< that had the focus: what the button copies
    QTimer tick, soon;
};

void ServiceWindow::Private::build()
{
    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    quotas = std::make_unique<Section>(u"quotas"_s, body, column, QList<Part>{Part::BackupQuotas, Part::RecoveryQuotas});
    column->addSpacing(10);
    domains = std::make_unique<Section>(u"domains"_s, body, column, QList<Part>{Part::Domains});
    column->addSpacing(10);
    versions = std::make_unique<Section>(u"versions"_s, body, column, QList<Part>{Part::Versions});
    column->addStretch(1);
    quotas->table->rows()->setHeaders(QStringList(7, QString()));
    domains->table->rows()->setHeaders(QStringList(5, QString()));
    versions->table->rows()->setHeaders(QStringList(5, QString()));
    auto *scroll = new QScrollArea(q);
    scroll->setObjectName(u"service-scroll"_s);
    scroll->setWidget(body);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    copyButton = new QPushButton(q);
    copyButton->setObjectName(u"copy-rows"_s);
    refresh = new QPushButton(q);
    refresh->setObjectName(u"refresh"_s);
    close = new QPushButton(q);
    close->setObjectName(u"close"_s);
    for (QPushButton *button : {copyButton, refresh, close})
        button->setAutoDefault(false);
    auto *footer = new QHBoxLayout;
    footer->setSpacing(8);
    footer->addWidget(copyButton);
    footer->addWidget(refresh);
    footer->addStretch(1);
    footer->addWidget(close);
    auto *all = new QVBoxLayout(q);
    all->setContentsMargins(16, 16, 16, 16);
    all->setSpacing(12);
    all->addWidget(scroll, 1);
    all->addLayout(footer);

    copyRows = new QAction(q);
    copyRows->setObjectName(u"copy"_s);
    copyRows->setShortcut(QKeySequence::Copy);
    copyRows->setShortcutContext(Qt::WidgetShortcut);
    copyId = new QAction(q);
    copyId->setObjectName(u"copy-id"_s);
    copyId->setShortcut(QKeySequence(u"Ctrl+Shift+C"_s));
    copyId->setShortcutContext(Qt::WidgetShortcut);
    refreshAction = new QAction(q);
    refreshAction->setObjectName(u"refresh-facts"_s);
    refreshAction->setShortcut(QKeySequence(u"F5"_s));
    q->addAction(refreshAction);
    for (Section *section : {quotas.get(), domains.get(), versions.get()}) {
        section->table->setSelectionMode(QAbstractItemView::ExtendedSelection);
        section->table->addActions({copyRows, copyId});
        section->table->setContextMenuPolicy(Qt::ActionsContextMenu);
        QObject::connect(section->table->selectionModel(), &QItemSelectionModel::currentChanged, q,
                         [this, table = section->table] { lastTable = table; });
        QObject::connect(section->freshness, &QToolButton::clicked, q, [this] { context.facts.refresh(); });
    }
    lastTable = quotas->table;
}

QString ServiceWindow::Private::place() const { return PlaceText::whole(context.place, context.facts.scope()); }

QString ServiceWindow::Private::partName(Part part) const
{
    switch (part) {
    case Part::BackupQuotas:
        return ServiceWindow::tr("Backup (CSBS)"); //: Whose quotas. 中文：云服务器备份（CSBS）
    case Part::RecoveryQuotas:
        return ServiceWindow::tr("Disaster recovery (SDRS)"); //: Whose quotas. 中文：存储容灾（SDRS）
    case Part::Domains:
        return ServiceWindow::tr("Active-active domains"); //: Title of a table. 中文：双活域
    case Part::Versions:
        return ServiceWindow::tr("API versions of SDRS"); //: Title of a table. 中文：SDRS 的 API 版本
    }
    return {};
}

ErrorText::Read ServiceWindow::Private::readOf(Part part) const
{
    return part == Part::Domains    ? ErrorText::Read::Domains
           : part == Part::Versions ? ErrorText::Read::Versions
                                    : ErrorText::Read::Quotas;
}

void ServiceWindow::Private::renderSection(Section &section, int unreadable, const QString &problem, const QString &none)
{
    using State = models::Freshness::State;
    using Kind = FreshnessLabel::Kind;
    QDateTime oldest;
    int loading = 0, failed = 0, known = 0;
    QStringList tips;
    for (qsizetype i = 0; i < section.parts.size(); ++i) {
        const Part part = section.parts.at(i);
        const models::Freshness &fresh = context.facts.freshness(part);
        loading += fresh.state == State::Loading ? 1 : 0;
        failed += fresh.state == State::Failed ? 1 : 0;
        if (fresh.asOf.isValid()) {
            ++known;
            if (!oldest.isValid() || fresh.asOf < oldest)
                oldest = fresh.asOf;
        }
        const QString told = fresh.asOf.isValid() ? formats::timeInFull(fresh.asOf, context.zone, context.transport.serverNow())
                                                  : ServiceWindow::tr("not loaded yet"); //: Of a table. 中文：尚未加载
        tips.append(ServiceWindow::tr("%1: %2").arg(partName(part), told)); //: What, and since when it is true. 中文：%1：%2
        MessageBar *bar = section.troubles.at(i);
        bar->setVisible(fresh.state == State::Failed);
        if (fresh.state != State::Failed)
            continue;
        const ErrorText::Said said = ErrorText::forbidden(readOf(part), fresh.error, context.transport.userName(), place());
        QList<QPair<QString, QString>> rows;
        int verbatim = -1;
        if (section.parts.size() > 1)
            rows.append(
                {ServiceWindow::tr("Missing here"), partName(part)}); //: Row of a message: what cannot be shown. 中文：缺少
        if (!said.why.isEmpty())
            rows.append({ServiceWindow::tr("Why"), said.why}); //: Row of a message. 中文：原因
        if (!said.server.isEmpty()) {
            verbatim = int(rows.size());
            rows.append({ServiceWindow::tr("Server said"), formats::plainLines(said.server)}); //: Row. 中文：服务端答复
        }
        if (!said.code.isEmpty())
            rows.append({ServiceWindow::tr("Code"), said.code}); //: Row of a message. 中文：错误码
        if (!said.meaning.isEmpty())
            rows.append({ServiceWindow::tr("Meaning"), said.meaning}); //: Row of a message. 中文：含义
        if (!said.chain.isEmpty())
            rows.append({ServiceWindow::tr("Certificates"), said.chain}); //: Row of a message: those a server showed. 中文：证书
        if (!said.remedy.isEmpty())
            rows.append({ServiceWindow::tr("Next"), said.remedy}); //: Row of a message. 中文：下一步
        if (!said.requestId.isEmpty())
            rows.append({ServiceWindow::tr("Request ID"), formats::plain(said.requestId)}); //: Row. 中文：请求 ID
        const bool denied = fresh.error.kind == net::ErrorKind::Denied;
        bar->setMessage(denied ? Token::Warn : Token::Bad, denied ? u"lock"_s : u"failed"_s, said.headline, rows, verbatim);
    }
    const QString tip = tips.join(u'\n');
    const qint64 seconds = oldest.isValid() ? std::max<qint64>(0, oldest.secsTo(context.transport.serverNow())) : 0;
    const QString clock = formats::clock(oldest, context.zone);
    if (loading > 0)
        section.freshness->setState(Kind::Refreshing, ServiceWindow::tr("Loading…"), tip); //: 中文：正在加载…
    else if (failed > 0 && oldest.isValid() && known < section.parts.size())
        //: One of two services answered. 中文：不完整：%2 项中的 %1 项
        section.freshness->setState(Kind::Partial,
                                    ServiceWindow::tr("Partial: %1 of %2 services").arg(known).arg(section.parts.size()), tip);
    else if (failed > 0 && oldest.isValid()) //: %1: a time of day. 中文：刷新失败 · 显示 %1 的数据
        section.freshness->setState(Kind::Failed, ServiceWindow::tr("Refresh failed · showing %1").arg(clock), tip);
    else if (failed > 0)
        section.freshness->setState(Kind::Failed, ServiceWindow::tr("Cannot be read"), tip); //: 中文：无法读取
    else if (!oldest.isValid())
        section.freshness->setState(Kind::Never, {}, tip);
    else //: %1: a time of day, %2: an age with "ago". 中文：截至 %1 · %2
        section.freshness->setState(
            Kind::Fresh,
            ServiceWindow::tr("As of %1 · %2").arg(clock, formats::ago(seconds < 60 ? seconds - seconds % 5 : seconds)), tip);

    const bool empty = section.table->rows()->rowCount() == 0;
    QStringList said;
    if (empty && known == section.parts.size()) // the service has said so; else it is loading, or the message tells
        said.append(none);
    if (unreadable > 0) //: %1: the member of the answer that is wrong. 中文：%n 行无法读取：%1
        said.append(ServiceWindow::tr("%n row(s) unreadable: %1", nullptr, unreadable).arg(formats::plain(problem)));
    section.said->setText(said.join(u'\n'));
    section.said->setVisible(!said.isEmpty());
    if (empty && section.table->hasFocus())
        refresh->setFocus();
    section.table->setVisible(!empty);
}

void ServiceWindow::Private::renderQuotas()
{
    QList<BriefRow> rows;
    const QList<models::OwnedQuota> all = models::quotasByUse(context.facts);
    for (const models::OwnedQuota &owned : all) {
        const net::Quota &quota = owned.quota;
        const QString word = models::quotaWord(quota);
        const std::optional<int> percent = models::usedPercent(quota);
        const StateLook look = stateLook(StateKind::Quota, word);
        BriefCell share{.text = formats::none(), .secondary = true};
        if (percent)
            share = {.text = formats::percent(*percent), .kind = CellKind::Progress, .progress = std::min(*percent, 100)};
        rows.append({unique(rows, (owned.isRecovery ? u"sdrs/"_s : u"csbs/"_s) + quota.type),
                     {{.text = word.isEmpty() ? ServiceWindow::tr("Unknown") : look.word, //: State of a quota. 中文：未知
                       .kind = CellKind::State,
                       .states = StateKind::Quota,
                       .word = word},
                      textCell(quotaName(owned)),
                      textCell(owned.isRecovery ? u"SDRS"_s : u"CSBS"_s),
                      numberCell(quota.used),
                      quota.isUnlimited() ? BriefCell{.text = look.word, .kind = CellKind::Number, .secondary = true}
                                          : numberCell(quota.limit),
                      textCell(quota.unit),
                      share}});
    }
    quotas->table->setRows(rows);
    const auto &own = context.facts.backupQuotas();
    const auto &other = context.facts.recoveryQuotas();
    renderSection(*quotas, own.unreadable + other.unreadable, own.firstProblem.isEmpty() ? other.firstProblem : own.firstProblem,
                  //: In place of an empty table; %1: region / project. 中文：服务端答复：%1 没有配额
                  ServiceWindow::tr("The services answered with no quotas for %1").arg(place()));
}

void ServiceWindow::Private::renderDomains()
{
    QList<BriefRow> rows;
    for (const net::ActiveDomain &domain : context.facts.domains().rows) {
        const auto zone = [](const QString &name) { return name.isEmpty() ? formats::none() : formats::plain(name); };
        rows.append({unique(rows, domain.id),
                     {textCell(domain.name),
                      {.text = u"%1 ↔ %2"_s.arg(zone(domain.localZone), zone(domain.remoteZone))},
                      {.text = domain.soldOut ? ServiceWindow::tr("Sold out")      //: No new group can be made. 中文：售罄
                                              : ServiceWindow::tr("Not sold out"), //: 中文：未售罄
                       .secondary = !domain.soldOut},
                      textCell(domain.description),
                      textCell(domain.id, CellKind::Id)}});
    }
    domains->table->setRows(rows);
    renderSection(*domains, context.facts.domains().unreadable, context.facts.domains().firstProblem,
                  //: In place of an empty table; %1: region / project. 中文：服务端答复：%1 没有双活域，无法创建保护组
                  ServiceWindow::tr("The service answered with no active-active domain for %1: no protection group can be "
                                    "created there")
                      .arg(place()));
}

void ServiceWindow::Private::renderVersions()
{
    QList<BriefRow> rows;
    for (const net::ApiVersion &version : context.facts.versions().rows) {
        rows.append({unique(rows, version.id),
                     {textCell(version.id), textCell(versionWord(version)), textCell(version.link), textCell(version.lowest),
                      textCell(version.highest)}});
    }
    versions->table->setRows(rows);
    renderSection(*versions, context.facts.versions().unreadable, context.facts.versions().firstProblem,
                  //: In place of an empty table. 中文：服务端答复：没有 API 版本
                  ServiceWindow::tr("The service answered with no versions"));
}

void ServiceWindow::Private::render()
{
    renderQuotas();
    renderDomains();
    renderVersions();
    layOut();
}

void ServiceWindow::Private::layOut()
{
    const QFontMetrics metrics(q->font());
    const auto wide = [this, &metrics](BriefTable *table, int column, const QString &sample, CellKind kind = CellKind::Text) {
        const QString header = table->rows()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        return std::max(metrics.horizontalAdvance(header) + 24, CellDelegate::columnWidth(kind, sample, q->font()) + slack);
    };
    BriefTable *of = quotas->table;
    of->setWidths(1, {CellDelegate::stateColumnWidth(StateKind::Quota, q->font()) + slack, 0, wide(of, 2, u"CSBS"_s),
                      wide(of, 3, u"10,000,000"_s, CellKind::Number),
                      std::max(wide(of, 4, u"10,000,000"_s, CellKind::Number),
                               wide(of, 4, stateLook(StateKind::Quota, u"unlimited"_s).word)),
                      wide(of, 5, u"GB"_s), std::max(120, wide(of, 6, u"100 %"_s))});
    of = domains->table;
    const QString sold = ServiceWindow::tr("Not sold out");
    of->setWidths(3, {wide(of, 0, u"active-domain-000"_s), wide(of, 1, u"cn-north-4a ↔ cn-north-4b"_s), wide(of, 2, sold), 0,
                      wide(of, 4, u"d18c5f0e-46b9-4a37"_s, CellKind::Id)});
    of = versions->table;
    int status = wide(of, 1, QString());
    for (const QString &word : {ServiceWindow::tr("Current"), ServiceWindow::tr("Supported"), ServiceWindow::tr("Deprecated")})
        status = std::max(status, wide(of, 1, word));
    of->setWidths(2, {wide(of, 0, u"v1.0.0"_s), status, 0, wide(of, 3, u"1.00"_s), wide(of, 4, u"1.00"_s)});
}

void ServiceWindow::Private::retranslate()
{
    //: Title of the window; %1: region / project. 中文：服务配额与站点 – %1
    q->setWindowTitle(ServiceWindow::tr("Service limits and sites – %1").arg(place()));
    quotas->title->setText(ServiceWindow::tr("Quotas")); //: Title of a table. 中文：配额
    domains->title->setText(partName(Part::Domains));
    versions->title->setText(partName(Part::Versions));
    for (const Section *section : {quotas.get(), domains.get(), versions.get()})
        section->table->setAccessibleName(section->title->text());
    const QString status = ServiceWindow::tr("Status"); //: Column. 中文：状态
    quotas->table->rows()->setHeaders({status,
                                       ServiceWindow::tr("Resource"),       //: Column: of what. 中文：资源
                                       ServiceWindow::tr("Service"),        //: Column: CSBS or SDRS. 中文：服务
                                       ServiceWindow::tr("Used"),           //: Column. 中文：已使用
                                       ServiceWindow::tr("Quota"),          //: Column: how much may be used. 中文：配额
                                       ServiceWindow::tr("Unit"),           //: Column. 中文：单位
                                       ServiceWindow::tr("% used")});       //: Column: share of the quota. 中文：使用率
    domains->table->rows()->setHeaders({ServiceWindow::tr("Name"),          //: Column. 中文：名称
                                        ServiceWindow::tr("Sites"),         //: Column: its two ends. 中文：站点
                                        ServiceWindow::tr("Resources"),     //: Column: sold out or not. 中文：资源情况
                                        ServiceWindow::tr("Description"),   //: Column. 中文：描述
                                        ServiceWindow::tr("Domain ID")});   //: Column. 中文：双活域 ID
    versions->table->rows()->setHeaders({ServiceWindow::tr("Version"),      //: Column. 中文：版本
                                         status, ServiceWindow::tr("Link"), //: Column: an address. 中文：链接
                                         ServiceWindow::tr("Lowest"),       //: Column: micro-version. 中文：最低版本
                                         ServiceWindow::tr("Highest")});    //: Column: micro-version. 中文：最高版本
    copyRows->setText(ServiceWindow::tr("Copy rows"));                      //: The selected ones. 中文：复制所选行
    copyId->setText(ServiceWindow::tr("Copy ID"));                          //: Of the selected rows. 中文：复制 ID
    refreshAction->setText(ServiceWindow::tr("Refresh (F5)"));              //: 中文：刷新 (F5)
    copyButton->setText(ServiceWindow::tr("&Copy rows")); //: A button: the selected ones, or all. 中文：复制所选行(&C)
    copyButton->setAccessibleDescription(
        //: Of the button Copy rows. 中文：复制最近使用的表格；未选择行时复制全部行
        ServiceWindow::tr("Of the table used last; all its rows where none is selected"));
    refresh->setText(ServiceWindow::tr("&Refresh")); //: A button. 中文：刷新(&R)
    refresh->setToolTip(refreshAction->text());
    close->setText(ServiceWindow::tr("Close")); //: A button. 中文：关闭
    restyle();
    render();
}

void ServiceWindow::Private::restyle()
{
    QPalette quiet; // only what is set in it overrides: the rest goes on following the theme
    quiet.setColor(QPalette::WindowText, Theme::secondary(q->palette()));
    for (const Section *section : {quotas.get(), domains.get(), versions.get()}) {
        section->title->setFont(Theme::sectionFont());
        section->said->setPalette(quiet);
    }
}

BriefTable *ServiceWindow::Private::focused() const
{
    for (const Section *section : {quotas.get(), domains.get(), versions.get()}) {
        if (section->table->hasFocus())
            return section->table;
    }
    return lastTable;
}

void ServiceWindow::Private::copy(bool ids) const
{
    const BriefTable *table = focused();
    const BriefModel *model = table->rows();
    QList<int> chosen;
    const QModelIndexList selected = table->selectionModel()->selectedRows();
    for (const QModelIndex &index : selected)
        chosen.append(index.row());
    if (chosen.isEmpty()) {
        for (int row = 0; row < model->rowCount(); ++row)
            chosen.append(row);
    }
    std::sort(chosen.begin(), chosen.end());
    QStringList lines;
    for (const int row : std::as_const(chosen)) {
        QStringList cells;
        for (const BriefCell &cell : model->at(row).cells)
            cells.append(cell.text);
        const bool isDomain = table == domains->table;
        lines.append(!ids ? cells.join(u'\t') : cells.value(isDomain ? int(cells.size()) - 1 : table == quotas->table ? 1 : 0));
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

ServiceWindow::ServiceWindow(const Context &context, QWidget *parent)
    : QDialog(parent), d(std::make_unique<Private>(this, context))
{
    setObjectName(u"service-window"_s);
    d->build();
    connect(d->refresh, &QPushButton::clicked, this, [this] { d->context.facts.refresh(); });
    connect(d->refreshAction, &QAction::triggered, this, [this] { d->context.facts.refresh(); });
    connect(d->close, &QPushButton::clicked, this, &QDialog::reject);
    connect(d->copyButton, &QPushButton::clicked, this, [this] { d->copy(false); });
    connect(d->copyRows, &QAction::triggered, this, [this] { d->copy(false); });
    connect(d->copyId, &QAction::triggered, this, [this] { d->copy(true); });
    d->soon.setSingleShot(true);
    d->soon.setInterval(50ms);
    connect(&d->soon, &QTimer::timeout, this, [this] { d->render(); });
    connect(&d->context.facts, &ServiceFacts::changed, this, [this] {
        if (!d->soon.isActive())
            d->soon.start();
    });
    connect(&d->context.place, &models::Place::changed, this, [this] { d->retranslate(); });
    connect(&d->tick, &QTimer::timeout, this, [this] {
        if (isVisible())
            d->render(); // ages
    });
    d->tick.start(5s);
    resize(760, 560);
    d->retranslate();
    d->context.facts.refresh();
}

ServiceWindow::~ServiceWindow() = default;

void ServiceWindow::setZone(const QTimeZone &zone)
{
    d->context.zone = zone;
    d->render();
}

void ServiceWindow::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (!d || !d->close)
        return;
    if (event->type() == QEvent::LanguageChange) {
        d->retranslate();
    } else if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        d->restyle();
        d->render();
    }
}

} // namespace ui
