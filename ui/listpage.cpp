#include "ui/listpage.h"

#include "models/savedview.h"
#include "ui/appstyle.h"
#include "ui/celldelegate.h"
#include "ui/detailpane.h"
#include "ui/emptystate.h"
#include "ui/errortext.h"
#include "ui/filterrow.h"
#include "ui/formats.h"
#include "ui/freshnesslabel.h"
#include "ui/icons.h"
#include "ui/labels.h"
#include "ui/messagebar.h"
#include "ui/placetext.h"
#include "ui/statelook.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QTableView>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui {

namespace {

constexpr int settingsVersion = 1;
constexpr int wideWindow = 1240;          // from here on the detail is at the right
constexpr auto changedFor = 4s;           // look.md section 6
constexpr auto quietLoad = 300ms;         // a refresh shorter than this is not mentioned
constexpr auto quietWork = 300ms;         // nor is an export
constexpr auto handLook = 250ms;          // while rows are held: the pointer may leave, or a menu close, without a word
constexpr qsizetype copiedAtOnce = 1'000; // more rows are made into text on the worker

bool isUnanswered(const net::ApiError &error)
{
    return error.kind == net::ErrorKind::Offline || error.kind == net::ErrorKind::Timeout;
}

QString escapedTip(const QString &text) { return text.isEmpty() ? QString() : u"<qt>"_s + text.toHtmlEscaped() + u"</qt>"_s; }

/// All that the text of a cell needs, by value: it is made on the worker too, where neither tr() nor QLocale() may be asked.
struct Words
{
    QTimeZone zone;
    QLocale locale;
    QHash<models::StateKind, QHash<QString, QString>> states;
    QString notLoaded, automatic, manual, noPercent, noLimit, everyDay;
    QString waits, took, stopped;          // %1: an age, a percentage
    QString seconds, minutes, hours, days; // %1: the number
};

QString ageText(const Words &words, qint64 seconds)
{
    seconds = std::max<qint64>(0, seconds);
    if (seconds < 60)
        return words.seconds.arg(seconds);
    if (seconds < 3600)
        return words.minutes.arg(seconds / 60);
    if (seconds < 48 * 3600)
        return words.hours.arg(seconds / 3600);
    return words.days.arg(words.locale.toString(seconds / 86400));
}

QString sizeText(const Words &words, qint64 megabytes)
{
    if (megabytes < 0)
        return formats::none();
    if (megabytes == 0)
        return u"0 GB"_s;
    if (megabytes < 103) // as formats::sizeMb
        return QString::number(megabytes) + u" MB"_s;
    const double gigabytes = double(megabytes) / 1024.0;
    if (gigabytes < 99.95)
        return words.locale.toString(gigabytes, 'f', 1) + u" GB"_s;
    return words.locale.toString(qRound64(gigabytes)) + u" GB"_s;
}

QString cellText(const Words &words, const models::Column &column, const models::Cell &cell)
{
    using Phase = models::Cell::Phase;
    if (cell.notLoaded)
        return words.notLoaded;
    if (cell.missing)
        return formats::none();
    switch (column.kind) {
    case models::CellKind::State: {
        const QHash<QString, QString> known = words.states.value(column.states);
        const auto it = known.constFind(cell.text);
        return it == known.cend() ? formats::plain(cell.text) : *it;
    }
    case models::CellKind::Time:
        return formats::time(QDateTime::fromMSecsSinceEpoch(cell.number, Qt::UTC), words.zone);
    case models::CellKind::Size:
        return sizeText(words, cell.number);
    case models::CellKind::Number: // a limit of -1 is none
        return cell.number < 0 ? words.noLimit : words.locale.toString(cell.number);
    case models::CellKind::Progress:
        switch (cell.phase) {
        case Phase::Waiting:
            return words.waits.arg(ageText(words, cell.number));
        case Phase::Moving:
            return cell.number < 0 ? words.noPercent : formats::percent(int(cell.number));
        case Phase::Took:
            return words.took.arg(ageText(words, cell.number));
        case Phase::StoppedAt:
            return words.stopped.arg(formats::percent(int(cell.number)));
        case Phase::None:
            return formats::percent(int(cell.number));
        }
        return {};
    case models::CellKind::Text:
    case models::CellKind::Id:
        break;
    }
    if (column.id == "trigger")
        return cell.text == "auto"_L1 ? words.automatic : words.manual;
    if (column.id == "schedule")
        return formats::schedule(cell.text, words.locale, words.everyDay);
    return formats::plain(cell.text);
}

QString escaped(QString text) { return text.replace(u'&', u"&&"_s); }

/// A table that tells what its user does with the selection.
class RowsView final : public QTableView
{
public:
    using QTableView::QTableView;
    std::function<void()> allWanted;        ///< Ctrl+A
    std::function<void()> selectionTouched; ///< another selection by mouse or keyboard

    void selectAll() override { allWanted(); }

protected:
    QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex &index, const QEvent *event) const override
    {
        const QItemSelectionModel::SelectionFlags command = QTableView::selectionCommand(index, event);
        if (event && command != QItemSelectionModel::NoUpdate)
            selectionTouched();
        return command;
    }
};

/// Sees where the user's hand is, whichever widget it is on: of a menu that closes no widget below is told.
class HandWatch final : public QObject
{
public:
    HandWatch(std::function<void()> look, QObject *parent) : QObject(parent)
    {
        m_soon.setSingleShot(true);
        m_soon.callOnTimeout(this, std::move(look));
        QCoreApplication::instance()->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        switch (event->type()) {
        case QEvent::Enter:
        case QEvent::Leave:
        case QEvent::MouseButtonPress:
        case QEvent::MouseButtonRelease:
        case QEvent::Show:
        case QEvent::Hide:
            if (watched->isWidgetType())
                m_soon.start(0ms); // afterwards: the widget does not know yet
            break;
        default:
            break;
        }
        return false;
    }

private:
    QTimer m_soon;
};

} // namespace

struct ListPage::Private
{
    Private(ListPage *page, const PageBasis &on, const Context &from)
        : q(page), basis(on), spec(on.spec()), transport(from.transport), settings(from.settings), zone(from.zone),
          userName(from.userName), place(from.place), session(on.session()), model(*session.model()),
          views(from.settings, on.settingsKey(u"views"_s), model.table()->columns())
    {
    }

    void build();
    void setTexts(); ///< the model's words, in the current language
    void retranslate();
    void restyle();
    void render(); ///< all that follows from the session
    void renderFreshness();
    void renderEmpty();
    void renderNothing();
    QWidget *besideRows() const; ///< takes the focus where there are no rows
    void renderFooter();
    QString refreshDetails() const;
    void renderVerb();
    void showRefreshDetails();
    void clearFilters();

    void lookAtHand(); ///< holds the rows while it is on them
    void applyMoves();
    void selectShown();
    bool sameFilters() const;
    QList<int> chosenRows() const; ///< of the model's table, as shown
    QList<int> rowsToCopy() const; ///< the current one where none is selected
    models::Extract extract(const QList<int> &rows) const;
    void copy(const models::Extract &what, models::ExtractFormat format, bool withHead) const;
    void fillExportMenu(QMenu &menu);
    void askToReplace(const QString &path, std::function<void()> replace);
    void startExport(models::Extract what, const QString &path, models::ExtractFormat format);
    void renderExport();
    void tell(std::function<void()> message); ///< which calls say(); again after a change of language
    void say(Token token, const QString &icon, const QString &headline, const QList<QPair<QString, QString>> &rows = {},
             int verbatimRow = -1);

    void fillViewMenu(QMenu &menu);
    void askForName(const QString &heading, const QString &label, const QString &name, std::function<void(const QString &)> done);
    models::SavedView currentView(const QString &name) const;
    void showView(const QString &name);
    void popUp(QMenu *menu, const QString &buttonName);

    int columnOf(const QString &id) const { return model.columnOf(id.toLatin1()); }
    int naturalWidth(int column) const;
    int leastWidth(int column) const;
    int placeWidth(const QByteArray &id) const;
    QStringList defaultColumns() const;
    void resetColumns();
    bool restoreColumns();
    void placeColumns(const QList<models::ColumnPlace> &places, bool theirWidths);
    QList<models::ColumnPlace> columnPlaces() const;
    void fitColumns();
    void fillColumnMenu(QMenu &menu);
    void showMenu(const QPoint &globalPos);
    void layOut(); ///< detail at the right or below
    void saveSplitter();
    void keepAnchor();
    void restoreAnchor();
    void trySelect();
    void collectRegions();
    void showScopeColumns(); ///< those that tell projects apart: as many or as few are shown
    bool hasRows() const { return session.counts().loaded > 0; }
    QDateTime now() const { return transport.serverNow(); }
    bool isOfSeveral() const { return !spec.local && place.shown().size() > 1; }
    QString settingsKey(const QString &name) const { return basis.settingsKey(name); }

    ListPage *q;
    const PageBasis &basis;
    const PageSpec &spec;
    net::Transport &transport;
    QSettings &settings;
    QTimeZone zone;
    QString userName;
    const models::Place &place;
    models::ListSession &session;
    models::ListModel &model;

    QLabel *title = nullptr;
    FreshnessLabel *freshness = nullptr;
    QToolButton *refresh = nullptr;
    QPushButton *verbButton = nullptr;
    QAction *verb = nullptr;
    FilterRow *filters = nullptr;
    FacetRow *facets = nullptr;
    QStackedWidget *stack = nullptr;
    MessageBar *notice = nullptr;
    RowsView *table = nullptr;
    EmptyState *empty = nullptr;
    QLabel *count = nullptr, *badIcon = nullptr, *bad = nullptr, *selected = nullptr;
    QToolButton *pending = nullptr;
    QSplitter *splitter = nullptr;
    DetailPane *detail = nullptr;
    QList<QAction *> rowActions;

    QTimer tick, fade, slow, hand;
    models::SavedViews views;
    std::unique_ptr<models::ExtractJob> job;
    QTimer jobShown;
    std::function<void()> told; ///< the message on the page
    bool allMatching = false;   ///< a flag, not a selection of a million cells: what matches after a refresh is selected too
    QString allText, allFacet;
    net::Query allServer; ///< the filters it was set under
    models::Freshness::State before = models::Freshness::State::Never;
    bool mentionsLoad = false; ///< the load under way has lasted long enough to be told
    bool ownWidths = false;    ///< the user has set column widths
    bool fitting = false;
    bool wide = false, laidOut = false;
    bool focusFromTable = false; ///< the table went away with the focus
    QString textThen;            ///< in the text filter, when it did
    std::optional<net::ObjectKey> wanted, anchor;
    bool atTop = false; ///< instead of an anchor: the first row was seen
    QStringList regions;
};

void ListPage::Private::build()
{
    title = new QLabel(q);
    title->setTextFormat(Qt::PlainText);
    title->setObjectName(u"title"_s);
    freshness = new FreshnessLabel(q);
    refresh = new QToolButton(q);
    refresh->setObjectName(u"refresh"_s);
    refresh->setAutoRaise(true);
    refresh->setIcon(ui::icon(u"refresh"));
    refresh->setFocusPolicy(Qt::StrongFocus);
    verbButton = new QPushButton(q);
    verbButton->setObjectName(u"verb"_s);
    verbButton->setAutoDefault(false);
    makePrimary(verbButton);
    verbButton->hide();
    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 8, 12, 6);
    head->setSpacing(8);
    head->addWidget(title);
    head->addStretch(1);
    head->addWidget(freshness);
    head->addWidget(refresh);
    head->addWidget(verbButton);

    filters = new FilterRow(spec, session, q);
    facets = new FacetRow(spec, session, q);

    notice = new MessageBar(q);
    notice->setObjectName(u"notice"_s);
    notice->hide();
    table = new RowsView(q);
    table->allWanted = [this] { q->selectAllMatching(); };
    table->selectionTouched = [this] { allMatching = false; };
    table->setObjectName(u"table-"_s + spec.idText());
    setUpTable(table);
    // Before the view hears of it: when the current row goes, the view scrolls to its neighbour, wherever that is.
    QObject::connect(&model, &QAbstractItemModel::rowsAboutToBeInserted, q, [this] { keepAnchor(); });
    QObject::connect(&model, &QAbstractItemModel::rowsAboutToBeRemoved, q, [this] { keepAnchor(); });
    QObject::connect(&model, &QAbstractItemModel::layoutAboutToBeChanged, q, [this] { keepAnchor(); });
    table->setModel(&model);
    table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(CellDelegate::rowHeight(q->font()));
    table->setMinimumHeight(3 * CellDelegate::rowHeight(q->font()) + 26);
    QHeaderView *header = table->horizontalHeader();
    header->setSectionsMovable(true);
    header->setFirstSectionMovable(true);
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    header->setMinimumSectionSize(48);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    empty = new EmptyState(q);
    empty->setPageIcon(QString::fromLatin1(spec.icon));
    stack = new QStackedWidget(q);
    stack->addWidget(table);
    stack->addWidget(empty);

    count = new QLabel(q);
    badIcon = new QLabel(q);
    bad = new QLabel(q);
    selected = new QLabel(q);
    count->setObjectName(u"footer"_s);
    bad->setObjectName(u"unreadable"_s);
    selected->setObjectName(u"selected"_s);
    for (QLabel *label : {count, bad, selected}) {
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    bad->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    badIcon->setFixedSize(14, 14);
    pending = new QToolButton(q);
    pending->setObjectName(u"pending"_s);
    pending->setAutoRaise(true);
    pending->setFocusPolicy(Qt::StrongFocus);
    pending->hide();
    auto *footer = new QHBoxLayout;
    footer->setContentsMargins(16, 2, 12, 2);
    footer->setSpacing(6);
    const int line = QFontMetrics(Theme::smallFont()).height() + 4;
    pending->setFixedHeight(line);
    footer->addStrut(line); // nothing shifts when it comes
    footer->addWidget(count);
    footer->addWidget(pending);
    footer->addWidget(badIcon);
    footer->addWidget(bad, 1);
    footer->addStretch(0);
    footer->addWidget(selected);

    auto *body = new QWidget(q);
    auto *bodyLayout = new QVBoxLayout(body);
    bodyLayout->setContentsMargins(0, 0, 0, 0);
    bodyLayout->setSpacing(0);
    bodyLayout->addWidget(stack, 1);
    bodyLayout->addLayout(footer);
    detail = new DetailPane(
        [this]() -> std::optional<Detail> {
            const QModelIndex current = table->currentIndex();
            if (!current.isValid())
                return {};
            return describe(*model.table(), model.sourceRow(current.row()), zone, now());
        },
        q);
    splitter = new QSplitter(q);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(1);
    splitter->addWidget(body);
    splitter->addWidget(detail);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 0);

    auto *outer = new QVBoxLayout(q);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addLayout(head);
    outer->addWidget(filters);
    outer->addWidget(facets);
    outer->addWidget(notice);
    outer->addWidget(splitter, 1);
}

void ListPage::Private::setTexts()
{
    Words words;
    words.zone = zone;
    if (words.locale.language() == QLocale::C)
        words.locale = QLocale(QLocale::English, QLocale::UnitedStates); // as formats::number
    for (const models::Column &column : model.table()->columns()) {
        if (column.kind != models::CellKind::State)
            continue;
        for (const QString &word : knownStates(column.states))
            words.states[column.states].insert(word, stateLook(column.states, word).word);
    }
    words.notLoaded = ListPage::tr("not loaded");        //: A name that is looked up by its ID. 中文：未加载
    words.automatic = ListPage::tr("automatic");         //: How a backup or copy came about. 中文：自动触发
    words.manual = ListPage::tr("manual");               //: How a backup or copy came about. 中文：手动触发
    words.noPercent = ListPage::tr("no percentage yet"); //: 中文：尚无进度
    words.noLimit = ListPage::tr("no limit");            //: Of how much is kept. 中文：不限
    words.everyDay = ListPage::tr("every day");          //: Of a schedule. 中文：每天
    words.waits = ListPage::tr("waits %1");              //: In a column; %1: an age. 中文：已等 %1
    words.took = ListPage::tr("took %1");                //: In a column; %1: an age. 中文：用时 %1
    words.stopped = ListPage::tr("at %1");  //: In a column: where a copy stopped; %1: a percentage. 中文：停在 %1
    words.seconds = ListPage::tr("%1 s");   //: An age in a column. 中文：%1 秒
    words.minutes = ListPage::tr("%1 min"); //: An age in a column. 中文：%1 分
    words.hours = ListPage::tr("%1 h");     //: An age in a column. 中文：%1 小时
    words.days = ListPage::tr("%1 d");      //: An age in a column. 中文：%1 天
    model.setZoneName(formats::zoneName(zone));
    model.setTextMaker([words](const models::Column &column, const models::Cell &cell) { return cellText(words, column, cell); });
}

void ListPage::Private::retranslate()
{
    const QString name = spec.titleText();
    q->setAccessibleName(name);
    title->setText(name);
    table->setAccessibleName(name);
    refresh->setText(ListPage::tr("Refresh")); //: 中文：刷新
    refresh->setAccessibleName(refresh->text());
    refresh->setToolTip(ListPage::tr("Refresh (F5)"));                     //: 中文：刷新 (F5)
    table->horizontalHeader()->setAccessibleName(ListPage::tr("Columns")); //: 中文：列
    for (QLabel *label : {count, selected})
        label->setMinimumWidth(0); // measured anew
    if (!ownWidths)
        fitColumns();
    renderVerb();
    renderExport();
    if (told && notice->isVisibleTo(q))
        told();
    render();
}

void ListPage::Private::restyle()
{
    title->setFont(Theme::titleFont());
    QPalette quiet; // only what is set in it overrides: the rest goes on following the theme
    quiet.setColor(QPalette::WindowText, Theme::secondary(q->palette()));
    for (QLabel *label : {count, selected}) {
        label->setFont(Theme::smallFont());
        label->setPalette(quiet);
        label->setMinimumWidth(0); // measured anew
    }
    pending->setFont(Theme::smallFont());
    QPalette link; // it is to be pressed
    for (const auto group : {QPalette::Active, QPalette::Inactive})
        link.setColor(group, QPalette::ButtonText, q->palette().color(QPalette::Active, QPalette::Link));
    pending->setPalette(link);
    QPalette warned;
    warned.setColor(QPalette::WindowText, Theme::color(Token::Warn, q->palette()));
    bad->setFont(Theme::smallFont());
    bad->setPalette(warned);
    badIcon->setPixmap(pixmap(u"warning", Theme::color(Token::Warn, q->palette()),
                              q->palette().color(QPalette::Active, QPalette::Window), 14, q->devicePixelRatioF()));
    table->verticalHeader()->setDefaultSectionSize(CellDelegate::rowHeight(q->font()));
}

// ---- what follows from the session ----------------------------------------------------------------------------------

void ListPage::Private::render()
{
    const models::Freshness fresh = session.freshness();
    using State = models::Freshness::State;
    if (fresh.state != before) {
        if (fresh.state == State::Loading)
            slow.start(quietLoad);
        else
            slow.stop();
        mentionsLoad = false;
        before = fresh.state;
    }
    if (allMatching) {
        allMatching = sameFilters();
        if (allMatching)
            selectShown();
    }
    renderFreshness();
    renderEmpty();
    renderFooter();
    renderNothing();
    trySelect();
    detail->render();
}

QString ListPage::Private::refreshDetails() const
{
    const models::Freshness fresh = session.freshness();
    using State = models::Freshness::State;
    QStringList lines;
    if (fresh.asOf.isValid()) //: %1: a time. 中文：数据截至 %1
        lines.append(ListPage::tr("The rows are as of %1").arg(formats::timeInFull(fresh.asOf, zone, now())));
    if (fresh.stoppedEarly) //: 中文：列表可能不完整：加载被停止，或列表在加载期间变化
        lines.append(ListPage::tr("The list may be incomplete: loading was stopped, or the list changed while it was read"));
    const QList<models::ListPart> parts = session.parts();
    for (const models::ListPart &part : parts) {
        if (parts.size() == 1)
            break;
        const QString where = PlaceText::whole(place, part.scope);
        if (part.freshness.state == State::Failed) //: A project, and what its list fails at. 中文：%1：%2
            lines.append(ListPage::tr("%1: %2").arg(where, ErrorText::of(part.freshness.error).headline));
        else if (part.freshness.asOf.isValid())
            lines.append(ListPage::tr("%1: %2").arg(where, formats::timeInFull(part.freshness.asOf, zone, now())));
    }
    if (fresh.state == State::Failed) {
        const ErrorText::Said said = ErrorText::of(fresh.error);
        for (const QString &line : {said.headline, said.server, said.code, said.meaning, said.chain, said.remedy}) {
            if (!line.isEmpty())
                lines.append(formats::plainLines(line));
        }
        //: %1: a time. 中文：刷新失败，始于 %1
        lines.append(ListPage::tr("Refreshing has failed since %1").arg(formats::timeInFull(basis.failingSince(), zone, now())));
    }
    if (fresh.state == State::Loading) //: 中文：正在刷新
        lines.append(ListPage::tr("A refresh is under way"));
    else if (fresh.nextTryMs >= 0) //: %1: a duration in words. 中文：%1后自动刷新
        lines.append(ListPage::tr("Next refresh in %1").arg(formats::durationInWords((fresh.nextTryMs + 999) / 1000)));
    else //: 中文：不会自动刷新；按 F5 刷新
        lines.append(ListPage::tr("No refresh is planned: F5 refreshes"));
    return lines.join(u'\n');
}

void ListPage::Private::renderFreshness()
{
    const models::Freshness fresh = session.freshness();
    const models::ListCounts counts = session.counts();
    using State = models::Freshness::State;
    using Kind = FreshnessLabel::Kind;
    const QString clock = formats::clock(fresh.asOf, zone);
    const QString age = fresh.asOf.isValid() ? formats::ago([seconds = fresh.asOf.secsTo(now())] {
        return seconds < 60 ? seconds - seconds % 5 : seconds; // the text changes each 5 s
    }())
                                             : QString();
    const QString tip = refreshDetails();
    //: %1: a time of day, %2: an age with "ago". 中文：截至 %1 · %2
    const QString asOf = ListPage::tr("As of %1 · %2").arg(clock, age);
    State state = fresh.state;
    if (state == State::Loading && fresh.asOf.isValid() && !mentionsLoad)
        state = State::Fresh;
    switch (state) {
    case State::Never:
        freshness->setState(Kind::Never, {}, tip);
        break;
    case State::Loading:
        if (fresh.pages) //: %1: the page that is read, %2: how many there are. 中文：正在刷新… 第 %1 / %2 页
            freshness->setState(
                Kind::Refreshing,
                ListPage::tr("Refreshing… page %1 of %2").arg(std::min(fresh.page + 1, *fresh.pages)).arg(*fresh.pages), tip);
        else //: %1: the page that is read. 中文：正在刷新… 第 %1 页
            freshness->setState(Kind::Refreshing, ListPage::tr("Refreshing… page %1").arg(fresh.page + 1), tip);
        break;
    case State::Failed: {
        const QString since = formats::clock(basis.failingSince(), zone, false);
        QString what;
        switch (fresh.error.kind) {
        case net::ErrorKind::Offline:
        case net::ErrorKind::Timeout:
            what = ListPage::tr("No answer since %1").arg(since); //: %1: a time of day. 中文：%1 起无应答
            break;
        case net::ErrorKind::SignedOut:
            what = ListPage::tr("Signed out since %1").arg(since); //: %1: a time of day. 中文：%1 起登录失效
            break;
        case net::ErrorKind::Denied:
            what = ListPage::tr("Not permitted since %1").arg(since); //: %1: a time of day. 中文：%1 起无权限
            break;
        default:
            what = ListPage::tr("Refresh failing since %1").arg(since); //: %1: a time of day. 中文：%1 起刷新失败
            break;
        }
        if (fresh.asOf.isValid()) //: %1: what fails since when, %2: the time of day of the rows. 中文：%1 · 显示 %2 的数据
            what = ListPage::tr("%1 · showing %2").arg(what, formats::clock(fresh.asOf, zone, false));
        if (const QList<models::ListPart> parts = session.parts(); parts.size() > 1) {
            const auto failed =
                std::ranges::count_if(parts, [](const models::ListPart &part) { return part.freshness.state == State::Failed; });
            //: How many of the projects shown fail, and at what. 中文：%2 个项目中的 %1 个：%3
            what = ListPage::tr("%1 of %2 projects: %3").arg(formats::number(failed), formats::number(parts.size()), what);
        }
        freshness->setState(isUnanswered(fresh.error) ? Kind::Offline : Kind::Failed, what, tip);
        break;
    }
    case State::Fresh:
    case State::Stale:
        if (fresh.stoppedEarly && counts.onServer) //: %1, %2: numbers of rows. 中文：不完整：%2 行中的 %1 行
            freshness->setState(
                Kind::Partial,
                ListPage::tr("Partial: %1 of %2 rows").arg(formats::number(counts.loaded), formats::number(*counts.wanted())),
                tip);
        else if (fresh.stoppedEarly) //: %1: number of rows. 中文：不完整：%1 行
            freshness->setState(Kind::Partial, ListPage::tr("Partial: %1 rows").arg(formats::number(counts.loaded)), tip);
        else
            freshness->setState(state == State::Fresh ? Kind::Fresh : Kind::Stale, asOf, tip);
        break;
    }
}

/// What stands beside the table while no row is current.
void ListPage::Private::renderNothing()
{
    const int chosen = allMatching ? model.rowCount() : int(table->selectionModel()->selectedRows().size());
    detail->setNothing(
        chosen > 1
            //: 中文：已选 %n 行。点击其中一行，此处显示其全部信息
            ? ListPage::tr("%n row(s) selected. All that is known of one is shown here when it is clicked", nullptr, chosen)
            //: 中文：选择一行后，此处显示其全部信息
            : ListPage::tr("Choose a row: all that is known of it is shown here"));
}

void ListPage::Private::renderEmpty()
{
    const models::Freshness fresh = session.freshness();
    const models::ListCounts counts = session.counts();
    using State = models::Freshness::State;
    const QString server = filters->serverText();
    const bool emptyFocus = empty->isAncestorOf(q->window()->focusWidget());
    //: A button. 中文：清除筛选
    const QString clear = ListPage::tr("Clear filter");
    const QString again = ListPage::tr("Try now"); //: A button. 中文：立即重试
    const QString ask = ListPage::tr("Copy message"); //: A button: what happened, to be sent to whoever can help. 中文：复制说明
    if (counts.shown == 0) {
        if (counts.loaded > 0) {
            const QString asked =
                session.filter().isEmpty() ? stateLook(spec.states, session.facet()).word : session.filter().text();
            //: %1: number of rows, %2: the filter as typed. 中文：%1 项中无匹配“%2”
            const QString headline =
                ListPage::tr("None of %1 match “%2”").arg(formats::number(counts.loaded), formats::plain(asked));
            //: %1: the filters at the service. 中文：另有服务端筛选：%1
            empty->setState(EmptyState::Kind::NoMatch, headline,
                            server.isEmpty() ? QString() : ListPage::tr("The service filters too: %1").arg(server), clear);
        } else if (fresh.state == State::Failed) {
            const ErrorText::Said said = ErrorText::forbidden(
                spec.read, fresh.error, userName.isEmpty() ? transport.userName() : userName, PlaceText::answering(place));
            QStringList why;
            for (const QString &line : {said.why, said.server, said.code, said.meaning, said.chain, said.remedy}) {
                if (!line.isEmpty())
                    why.append(formats::plainLines(line));
            }
            if (!said.requestId.isEmpty()) //: 中文：请求 ID：%1
                why.append(ListPage::tr("Request ID: %1").arg(formats::plain(said.requestId)));
            //: %1: a time. 中文：刷新失败，始于 %1
            why.append(
                ListPage::tr("Refreshing has failed since %1").arg(formats::timeInFull(basis.failingSince(), zone, now())));
            if (fresh.nextTryMs >= 0) //: %1: a duration in words. 中文：%1后再试
                why.append(ListPage::tr("Next try in %1").arg(formats::durationInWords((fresh.nextTryMs + 999) / 1000)));
            if (fresh.error.kind == net::ErrorKind::Denied) {
                empty->setState(EmptyState::Kind::Forbidden, said.headline, why.join(u'\n'), again, ask);
            } else if (fresh.error.code == "BackupService.4008"_L1) {
                empty->setState(EmptyState::Kind::MustMove, said.headline, why.join(u'\n'), again, ask);
            } else {
                empty->setState(fresh.error.kind == net::ErrorKind::SignedOut ? EmptyState::Kind::SignedOut
                                : isUnanswered(fresh.error)                   ? EmptyState::Kind::Offline
                                                                              : EmptyState::Kind::Failed,
                                said.headline, why.join(u'\n'), again, ask);
            }
        } else if (fresh.state == State::Loading || fresh.state == State::Never) {
            if (counts.onServer) //: %1, %2: numbers of rows. 中文：已加载 %1 / %2
                empty->setState(
                    EmptyState::Kind::Loading,
                    ListPage::tr("%1 of %2 loaded").arg(formats::number(counts.loaded), formats::number(*counts.wanted())),
                    //: %1: page, %2: pages. 中文：第 %1 / %2 页
                    ListPage::tr("Page %1 of %2").arg(fresh.page + 1).arg(fresh.pages.value_or(fresh.page + 1)),
                    ListPage::tr("Stop loading")); //: A button. 中文：停止加载
            else
                empty->setState(EmptyState::Kind::Loading,
                                fresh.state == State::Never ? ListPage::tr("Not loaded yet")
                                                            : ListPage::tr("Loading"), //: 中文：尚未加载 / 正在加载
                                PlaceText::answering(place), fresh.state == State::Never ? again : ListPage::tr("Stop loading"));
            empty->setProgress(fresh.page, fresh.pages.value_or(0));
        } else {
            //: 中文：从这里发出的每个操作及其结果都保留在此列表中
            QString why = ListPage::tr("Each operation that is sent from here stays in this list, with its outcome");
            if (!spec.local) //: %1: a time of day, %2: region / project. 中文：服务端 %1 答复：%2 没有记录
                why = ListPage::tr("The service answered at %1 with none for %2")
                          .arg(formats::clock(fresh.asOf, zone), PlaceText::answering(place));
            if (!server.isEmpty()) //: %1: the filters at the service. 中文：服务端筛选：%1
                why += u'\n' + ListPage::tr("Filtered at the service by %1").arg(server);
            empty->setState(EmptyState::Kind::Empty, QCoreApplication::translate("Pages", spec.none), why,
                            server.isEmpty() ? QString() : clear);
        }
    }

    QWidget *shown = counts.shown == 0 ? static_cast<QWidget *>(empty) : table;
    if (stack->currentWidget() == shown) {
        if (shown == empty && emptyFocus && !empty->isAncestorOf(q->window()->focusWidget()))
            besideRows()->setFocus(); // its button has gone
        return;
    }
    const bool tableFocus = table->hasFocus();
    stack->setCurrentWidget(shown);
    if (shown == empty) {
        focusFromTable = tableFocus;
        textThen = filters->textFilter()->text();
        if (tableFocus)
            besideRows()->setFocus();
    } else if (focusFromTable || emptyFocus) { // back to where it was, unless it has gone elsewhere or is being typed with
        focusFromTable = false;
        if (emptyFocus || (filters->textFilter()->hasFocus() && filters->textFilter()->text() == textThen))
            table->setFocus();
    }
}

QWidget *ListPage::Private::besideRows() const
{
    // While rows are on their way the only button would stop them, which nobody wants who just came here.
    const bool hasAnswer = empty->kind() != EmptyState::Kind::Loading && empty->firstButton()->isVisibleTo(empty);
    return hasAnswer ? static_cast<QWidget *>(empty->firstButton()) : filters->textFilter();
}

void ListPage::Private::renderFooter()
{
    const models::ListCounts counts = session.counts();
    //: Under a table. %1: rows shown, %2: rows loaded. 中文：显示 %1 · 已加载 %2
    QString text = ListPage::tr("%1 shown of %2 loaded").arg(formats::number(counts.shown), formats::number(counts.loaded));
    qint64 largest = counts.loaded;
    if (counts.skipped > 0 && counts.onServer) //: Continues the line. %1, %2: rows. 中文：服务端共 %2，跳过前 %1
        text += u" · "_s + ListPage::tr("without the first %1 of %2 on the server")
                               .arg(formats::number(counts.skipped), formats::number(*counts.onServer));
    else if (counts.skipped > 0) //: Continues the line. %1: rows. 中文：跳过服务端前 %1
        text += u" · "_s + ListPage::tr("without the first %1 on the server").arg(formats::number(counts.skipped));
    else if (counts.onServer) //: Continues the line. %1: rows. 中文：服务端共 %1
        text += u" · "_s + ListPage::tr("%1 on the server").arg(formats::number(*counts.onServer));
    if (count->text() != text) {
        count->setText(text);
        largest = std::max(largest, counts.onServer.value_or(0));
        if (const int needs = count->sizeHint().width(); needs > count->minimumWidth()) // each number may get another digit
            count->setMinimumWidth(needs + 3 * roomForDigit(largest, count->fontMetrics()));
    }
    const int moves = session.pendingMoves();
    //: A button under a table: rows that would stand elsewhere, and do when it is pressed. 中文：%n 行有移动 · 应用
    const QString waits = moves > 0 ? ListPage::tr("%n row(s) moved · apply", nullptr, moves) : QString();
    if (pending->text() != waits) {
        pending->setText(waits);
        pending->setAccessibleName(waits);
    }
    if (pending->isVisibleTo(q) != (moves > 0)) {
        const bool focused = pending->hasFocus();
        pending->setVisible(moves > 0);
        if (focused)
            table->setFocus();
        if (pending->isVisible()) {
            QAccessibleEvent event(pending, QAccessible::Alert);
            QAccessible::updateAccessibility(&event);
        }
    }
    badIcon->setVisible(counts.unreadable > 0);
    bad->setVisible(counts.unreadable > 0);
    if (counts.unreadable > 0) {
        const QString member = formats::plain(counts.firstProblem);
        //: %1: why the first could not be read. 中文：%n 行无法读取：%1
        bad->setText(ListPage::tr("%n row(s) unreadable: %1", nullptr, counts.unreadable).arg(member));
        bad->setToolTip(escapedTip(bad->text()));
    }

    QString chosen;
    const int size = *spec.sizeColumn ? columnOf(QString::fromLatin1(spec.sizeColumn)) : -1;
    if (allMatching) {
        chosen = ListPage::tr("All %n matching selected", nullptr, counts.shown); //: 中文：已选全部匹配的 %n 项
        if (size >= 0)
            chosen += u" · "_s + formats::sizeMb(session.sum(size));
    } else if (const QModelIndexList rows = table->selectionModel()->selectedRows(); !rows.isEmpty()) {
        //: 中文：已选 %n 项
        chosen = ListPage::tr("%n selected", nullptr, int(rows.size()));
        if (size >= 0) {
            qint64 sum = 0;
            for (const QModelIndex &row : rows)
                sum += std::max<qint64>(0, model.cell(row.row(), size).number);
            chosen += u" · "_s + formats::sizeMb(sum);
        }
    }
    if (selected->text() != chosen)
        selected->setText(chosen);
}

void ListPage::Private::renderVerb()
{
    verbButton->setVisible(verb != nullptr);
    if (!verb)
        return;
    QString text = verb->text();
    verbButton->setText(text);
    if (verbButton->isEnabled() != verb->isEnabled()) {
        const bool focused = verbButton->hasFocus();
        verbButton->setEnabled(verb->isEnabled());
        if (focused && !verb->isEnabled())
            table->setFocus();
    }
    verbButton->setAccessibleDescription(verb->statusTip());
    verbButton->setToolTip(escapedTip(verb->statusTip()));
}

void ListPage::Private::showRefreshDetails()
{
    auto *box = new QMessageBox(q->window());
    box->setObjectName(u"refresh-details"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setIcon(QMessageBox::NoIcon);
    //: Title. %1: page. 中文：%1：刷新详情
    box->setWindowTitle(ListPage::tr("%1: last refresh").arg(spec.titleText()));
    box->setText(freshness->accessibleName());
    box->setInformativeText(refreshDetails());
    for (auto *label : box->findChildren<QLabel *>()) {
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    }
    QPushButton *again = box->addButton(ListPage::tr("Refresh now"), QMessageBox::ActionRole); //: A button. 中文：立即刷新
    box->setDefaultButton(box->addButton(QMessageBox::Close));
    QObject::connect(again, &QPushButton::clicked, q, [this] { session.refresh(); });
    box->open();
}

void ListPage::Private::clearFilters()
{
    q->clearFilters();
    filters->textFilter()->setFocus();
}

// ---- columns --------------------------------------------------------------------------------------------------------

int ListPage::Private::leastWidth(int column) const
{
    const models::Column &how = model.column(column);
    const int header = table->horizontalHeader()->sectionSizeHint(column);
    switch (how.kind) {
    case models::CellKind::State:
        return std::max(header, CellDelegate::stateColumnWidth(how.states, q->font()));
    case models::CellKind::Time:
        return std::max(header, CellDelegate::columnWidth(how.kind, u"2026-11-22 14:32"_s, q->font()));
    case models::CellKind::Size:
        return std::max(header, CellDelegate::columnWidth(how.kind, u"1,234 GB"_s, q->font()));
    case models::CellKind::Number:
        return std::max(header, CellDelegate::columnWidth(how.kind, u"12,345"_s, q->font()));
    case models::CellKind::Progress:
        return std::max({header,
                         CellDelegate::columnWidth(how.kind, ListPage::tr("waits %1").arg(formats::age(59 * 60)), q->font()),
                         CellDelegate::columnWidth(how.kind, formats::percent(100), q->font()) + 56});
    default: // the name is what the others are told apart by
        if (how.id == "schedule")
            return std::max(header, CellDelegate::columnWidth(how.kind, ListPage::tr("every day") + u" 02:24"_s, q->font()));
        if (const int least = placeWidth(how.id); least > 0)
            return std::max(header, least);
        return std::max(header, how.id == spec.nameColumn ? 120 : 64);
    }
}

/// Of a column of regions or projects; 0: it is none. Their names are short, and alike at both ends.
int ListPage::Private::placeWidth(const QByteArray &id) const
{
    const bool ofProjects = id == "project";
    if (!ofProjects && id != "region" && id != "source" && id != "destination")
        return 0;
    int width = 0;
    for (const net::Scope &scope : place.scopes()) {
        const QString text = ofProjects ? PlaceText::project(place, scope) : scope.region;
        width = std::max(width, CellDelegate::columnWidth(models::CellKind::Text, text, q->font()));
    }
    return std::min(width, 150);
}

int ListPage::Private::naturalWidth(int column) const
{
    const models::Column &how = model.column(column);
    const int least = leastWidth(column);
    if (how.kind == models::CellKind::Id)
        return std::max(least, 150);
    if (how.kind != models::CellKind::Text)
        return least;
    if (how.id == spec.nameColumn)
        return std::max(least, 190);
    if (how.id == "server" || how.id == "policy")
        return std::max(least, 118);
    if (how.id == "schedule")
        return std::max(least, 160);
    return std::max(least, how.id == "fail_reason" || how.id == "description" ? 220 : 100);
}

QStringList ListPage::Private::defaultColumns() const
{
    QStringList ids = QString::fromLatin1(spec.columns).split(u' ', Qt::SkipEmptyParts);
    if (!isOfSeveral()) { // of one project they would say the same in each row
        for (const QString &id : QString::fromLatin1(spec.scopeColumns).split(u' ', Qt::SkipEmptyParts))
            ids.removeAll(id);
    }
    return ids;
}

void ListPage::Private::resetColumns()
{
    fitting = true;
    QHeaderView *header = table->horizontalHeader();
    const QStringList shown = defaultColumns();
    // The full order, so that a column which comes back stands where it belongs.
    QStringList order = QString::fromLatin1(spec.columns).split(u' ', Qt::SkipEmptyParts);
    for (int column = 0; column < model.columnCount(); ++column) {
        const QString id = QString::fromUtf8(model.column(column).id);
        if (!order.contains(id))
            order.append(id);
    }
    int visual = 0;
    for (const QString &id : std::as_const(order)) {
        if (const int column = columnOf(id); column >= 0)
            header->moveSection(header->visualIndex(column), visual++);
    }
    for (int column = 0; column < model.columnCount(); ++column)
        header->setSectionHidden(column, !shown.contains(QString::fromUtf8(model.column(column).id)));
    ownWidths = false;
    fitting = false;
    fitColumns();
}

void ListPage::Private::showScopeColumns()
{
    fitting = true;
    for (const QString &id : QString::fromLatin1(spec.scopeColumns).split(u' ', Qt::SkipEmptyParts)) {
        if (const int column = columnOf(id); column >= 0)
            table->horizontalHeader()->setSectionHidden(column, !isOfSeveral());
    }
    fitting = false;
    fitColumns();
}

bool ListPage::Private::restoreColumns()
{
    if (settings.value(settingsKey(u"version"_s)).toInt() != settingsVersion)
        return false;
    const auto places =
        models::readColumnPlaces(settings.value(settingsKey(u"columns"_s)).toStringList(), model.table()->columns());
    if (!places)
        return false;
    placeColumns(*places, settings.value(settingsKey(u"ownWidths"_s)).toBool());
    // Chosen while one project was shown, or several, and that may have changed while the page was not there.
    if (settings.value(settingsKey(u"ofSeveral"_s), isOfSeveral()).toBool() != isOfSeveral())
        showScopeColumns();
    return true;
}

void ListPage::Private::placeColumns(const QList<models::ColumnPlace> &places, bool theirWidths)
{
    fitting = true;
    ownWidths = theirWidths;
    QHeaderView *header = table->horizontalHeader();
    for (int column = 0; column < model.columnCount(); ++column)
        header->setSectionHidden(column, true); // those that are not named
    int visual = 0;
    for (const models::ColumnPlace &at : places) {
        header->moveSection(header->visualIndex(at.column), visual++);
        header->setSectionHidden(at.column, !at.shown);
        header->resizeSection(at.column, std::max(at.width, ownWidths ? leastWidth(at.column) : 20));
    }
    fitting = false;
}

QList<models::ColumnPlace> ListPage::Private::columnPlaces() const
{
    const QHeaderView *header = table->horizontalHeader();
    QList<models::ColumnPlace> places;
    for (int visual = 0; visual < header->count(); ++visual) {
        const int column = header->logicalIndex(visual);
        const bool hidden = header->isSectionHidden(column);
        const int width = hidden ? naturalWidth(column) : std::clamp(header->sectionSize(column), 20, 4'000);
        places.append({.column = column, .width = width, .shown = !hidden});
    }
    return places;
}

void ListPage::Private::fitColumns()
{
    if (ownWidths || fitting)
        return;
    fitting = true;
    QHeaderView *header = table->horizontalHeader();
    QList<int> shown;
    int sum = 0;
    for (int visual = 0; visual < header->count(); ++visual) {
        const int column = header->logicalIndex(visual);
        if (header->isSectionHidden(column))
            continue;
        shown.append(column);
        sum += naturalWidth(column);
    }
    // Texts take what is left, the name most of it, up to 480; the last column takes the rest by itself.
    int spare = table->viewport()->width() - sum;
    QHash<int, int> more;
    QList<int> texts;
    int shares = 0, slack = 0;
    for (const int column : std::as_const(shown)) {
        const models::CellKind kind = model.column(column).kind;
        if (kind != models::CellKind::Text && kind != models::CellKind::Id)
            continue;
        texts.append(column);
        shares += model.column(column).id == spec.nameColumn ? 3 : 1;
        slack += naturalWidth(column) - leastWidth(column);
    }
    for (const int column : std::as_const(texts)) {
        const int natural = naturalWidth(column);
        if (spare > 0 && model.column(column).kind == models::CellKind::Text) {
            const int share = spare * (model.column(column).id == spec.nameColumn ? 3 : 1) / shares;
            more.insert(column, std::clamp(share, 0, 480 - std::min(480, natural)));
        } else if (spare < 0 && slack > 0) { // give way before there is a scroll bar
            const int least = leastWidth(column);
            more.insert(column, -std::min(natural - least, ((natural - least) * -spare + slack - 1) / slack));
        }
    }
    for (const int column : std::as_const(shown))
        header->resizeSection(column, naturalWidth(column) + more.value(column));
    fitting = false;
}

void ListPage::Private::fillColumnMenu(QMenu &menu)
{
    QHeaderView *header = table->horizontalHeader();
    for (int visual = 0; visual < header->count(); ++visual) {
        const int column = header->logicalIndex(visual);
        QString text = model.headerData(column, Qt::Horizontal).toString();
        QAction *action = menu.addAction(text.replace(u'&', u"&&"_s));
        action->setCheckable(true);
        action->setChecked(!header->isSectionHidden(column));
        action->setEnabled(header->isSectionHidden(column) || header->count() - header->hiddenSectionCount() > 1); // one stays
        QObject::connect(action, &QAction::toggled, q, [this, column](bool on) {
            QHeaderView *columns = table->horizontalHeader();
            columns->setSectionHidden(column, !on);
            if (on && columns->sectionSize(column) < leastWidth(column))
                columns->resizeSection(column, naturalWidth(column));
            fitColumns();
        });
    }
    menu.addSeparator();
    QAction *reset = menu.addAction(ListPage::tr("Reset columns")); //: 中文：恢复默认列
    QObject::connect(reset, &QAction::triggered, q, [this] { resetColumns(); });
}

void ListPage::saveView()
{
    d->settings.setValue(d->settingsKey(u"version"_s), settingsVersion);
    d->settings.setValue(d->settingsKey(u"columns"_s), models::columnPlacesText(d->columnPlaces(), d->model.table()->columns()));
    d->settings.setValue(d->settingsKey(u"ownWidths"_s), d->ownWidths);
    d->settings.setValue(d->settingsKey(u"ofSeveral"_s), d->isOfSeveral());
    const int sorted = d->session.sortColumn();
    d->settings.setValue(d->settingsKey(u"sort"_s), sorted < 0 ? QString() : QString::fromUtf8(d->model.column(sorted).id));
    d->settings.setValue(d->settingsKey(u"descending"_s), d->session.sortOrder() == Qt::DescendingOrder);
    d->saveSplitter();
}

void ListPage::Private::saveSplitter()
{
    if (laidOut && detail->isVisibleTo(splitter))
        settings.setValue(settingsKey(wide ? u"detailWidth"_s : u"detailHeight"_s), splitter->sizes().value(1));
}

void ListPage::Private::layOut()
{
    const bool now = q->window()->width() >= wideWindow;
    if (laidOut && now == wide)
        return;
    saveSplitter();
    wide = now;
    laidOut = true;
    splitter->setOrientation(wide ? Qt::Horizontal : Qt::Vertical);
    detail->setWide(!wide);
    detail->setMinimumSize(wide ? QSize(300, 0) : QSize(0, 72)); // its name and a line; an empty page may want the room
    detail->setMaximumSize(wide ? QSize(520, QWIDGETSIZE_MAX) : QSize(QWIDGETSIZE_MAX, 420));
    const int whole = wide ? q->width() : q->height();
    int size = settings.value(settingsKey(wide ? u"detailWidth"_s : u"detailHeight"_s)).toInt();
    if (size < 120 || size > whole)
        size = wide ? std::clamp(whole * 30 / 100, 300, 520) : std::clamp(whole * 36 / 100, 160, 260);
    splitter->setSizes({std::max(100, whole - size), size});
}

// ---- selection and scroll -------------------------------------------------------------------------------------------

void ListPage::Private::keepAnchor()
{
    if (anchor || atTop)
        return;
    atTop = table->verticalScrollBar()->value() == 0; // at the upper end new rows may be seen
    const int top = atTop ? -1 : table->rowAt(0);
    if (top >= 0)
        anchor = model.key(top);
}

void ListPage::Private::restoreAnchor()
{
    const std::optional<net::ObjectKey> key = std::exchange(anchor, {});
    if (std::exchange(atTop, false))
        table->verticalScrollBar()->setValue(0);
    if (!key)
        return;
    const int row = model.rowOf(*key);
    if (row >= 0 && table->rowAt(0) != row)
        table->scrollTo(model.index(row, table->columnAt(0) < 0 ? 0 : table->columnAt(0)), QAbstractItemView::PositionAtTop);
}

void ListPage::Private::trySelect()
{
    if (!wanted)
        return;
    const int row = model.rowOf(*wanted);
    if (row < 0)
        return;
    wanted.reset();
    allMatching = false;
    const int column = std::max(0, columnOf(QString::fromLatin1(spec.nameColumn)));
    table->selectionModel()->setCurrentIndex(model.index(row, column),
                                             QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    table->scrollTo(model.index(row, column), QAbstractItemView::EnsureVisible);
    detail->render();
}

void ListPage::Private::collectRegions()
{
    QStringList found = regions;
    if (found.isEmpty())
        found.append(place.first().region);
    const models::TablePtr rows = session.table();
    for (const QString &id : {u"source"_s, u"destination"_s}) {
        const int column = columnOf(id);
        for (int row = 0; column >= 0 && row < std::min(rows->rowCount(), 5'000); ++row) {
            const QString region = rows->cell(row, column).text;
            if (!region.isEmpty() && !found.contains(region) && found.size() < 100)
                found.append(region);
        }
    }
    found.sort();
    if (found == regions)
        return;
    regions = found;
    filters->setRegions(regions);
}

void ListPage::Private::showMenu(const QPoint &globalPos)
{
    auto *menu = new QMenu(q);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(rowActions);
    if (verb) {
        menu->addSeparator();
        menu->addAction(verb);
    }
    menu->popup(globalPos);
}

// ---- the user's hand, and what it has selected ------------------------------------------------------------------------

void ListPage::Private::lookAtHand()
{
    const auto isOverPage = [this](const QWidget *menu) {
        return menu && menu->frameGeometry().intersects(QRect(q->mapToGlobal(QPoint()), q->size()));
    };
    const bool overRows = table->isVisible() && table->viewport()->underMouse();
    const auto *label = qobject_cast<const QLabel *>(q->window()->focusWidget());
    const bool selecting = QApplication::mouseButtons().testFlag(Qt::LeftButton) && label && q->isAncestorOf(label);
    const bool on = q->isVisible() && (overRows || selecting || isOverPage(QApplication::activePopupWidget()));
    if (on && !hand.isActive())
        hand.start(handLook);
    else if (!on)
        hand.stop();
    if (!on && session.pendingMoves() > 0)
        fade.start(changedFor);
    session.hold(on);
}

void ListPage::Private::applyMoves()
{
    fade.start(changedFor);
    session.applyMoves();
}

bool ListPage::Private::sameFilters() const
{
    return allText == session.filter().text() && allFacet == session.facet() && allServer == session.serverFilter();
}

void ListPage::Private::selectShown()
{
    if (model.rowCount() == 0)
        return;
    const QItemSelectionRange all(model.index(0, 0), model.index(model.rowCount() - 1, model.columnCount() - 1));
    QItemSelectionModel *selection = table->selectionModel();
    if (const QItemSelection now = selection->selection(); now.size() != 1 || now.first() != all)
        selection->select(QItemSelection(all.topLeft(), all.bottomRight()), QItemSelectionModel::ClearAndSelect);
}

void ListPage::selectAllMatching()
{
    if (d->model.rowCount() == 0)
        return;
    d->allMatching = true;
    d->allText = d->session.filter().text();
    d->allFacet = d->session.facet();
    d->allServer = d->session.serverFilter();
    d->selectShown();
    d->renderFooter();
    emit currentChanged();
    emit selectionChanged();
}

QList<int> ListPage::selectedRows() const { return d->chosenRows(); }

bool ListPage::hasSelection() const { return d->allMatching || d->table->selectionModel()->hasSelection(); }

QList<int> ListPage::Private::chosenRows() const
{
    if (allMatching)
        return model.order();
    QModelIndexList chosen = table->selectionModel()->selectedRows();
    std::ranges::sort(chosen, {}, &QModelIndex::row);
    QList<int> rows;
    for (const QModelIndex &row : std::as_const(chosen))
        rows.append(model.sourceRow(row.row()));
    return rows;
}

QList<int> ListPage::Private::rowsToCopy() const
{
    QList<int> rows = chosenRows();
    if (rows.isEmpty() && table->currentIndex().isValid())
        rows.append(model.sourceRow(table->currentIndex().row()));
    return rows;
}

// ---- copies and exports -----------------------------------------------------------------------------------------------

models::Extract ListPage::Private::extract(const QList<int> &rows) const
{
    models::Extract what{.table = model.table(), .rows = rows, .textMaker = model.textMaker()};
    const QHeaderView *header = table->horizontalHeader();
    for (int visual = 0; visual < header->count(); ++visual) {
        const int column = header->logicalIndex(visual);
        if (header->isSectionHidden(column))
            continue;
        what.columns.append(column);
        what.headers.append(model.headerData(column, Qt::Horizontal).toString());
    }
    const models::Freshness fresh = session.freshness();
    what.page = spec.idText();
    for (const net::Scope &scope : place.shown())
        what.projects.append({scope, place.projectName(scope)});
    for (const char *id : {"region", "project"}) { // of several projects no row is told from another's without
        const int column = model.columnOf(id);
        if (!isOfSeveral() || column < 0 || what.columns.contains(column))
            continue;
        what.columns.append(column);
        what.headers.append(model.headerData(column, Qt::Horizontal).toString());
    }
    what.asOf = fresh.asOf;
    what.isPartOfList = fresh.stoppedEarly || session.counts().skipped > 0;
    what.filter = session.filter().text();
    what.state = session.facet();
    what.serverFilter = session.serverFilter();
    return what;
}

void ListPage::Private::copy(const models::Extract &what, models::ExtractFormat format, bool withHead) const
{
    if (what.rows.isEmpty())
        return;
    const auto make = [what, format, withHead] {
        QByteArray bytes = withHead ? models::extractHead(what, format) : QByteArray();
        bytes += models::extractRows(what, format, 0, what.rows.size()) + models::extractTail(what, format);
        QString text = QString::fromUtf8(bytes);
        if (text.startsWith(QChar::ByteOrderMark)) // for files
            text.remove(0, 1);
        while (text.endsWith(u'\n') || text.endsWith(u'\r'))
            text.chop(1);
        return text;
    };
    if (what.rows.size() <= copiedAtOnce)
        QApplication::clipboard()->setText(make());
    else
        session.worker()->run(make, q, [](const QString &text) { QApplication::clipboard()->setText(text); });
}

void ListPage::copyCell() const
{
    const auto *label = qobject_cast<const QLabel *>(window()->focusWidget());
    if (label && label->hasSelectedText())
        QApplication::clipboard()->setText(label->selectedText().remove(QChar(TextLabel::breakHere)));
    else if (const QModelIndex current = d->table->currentIndex(); current.isValid())
        QApplication::clipboard()->setText(current.data().toString());
}

void ListPage::copyRow() const { d->copy(d->extract(d->rowsToCopy()), models::ExtractFormat::Text, false); }

void ListPage::copyAs(models::ExtractFormat format) const
{
    models::Extract what = d->extract(d->rowsToCopy());
    what.isSelection = !d->allMatching;
    d->copy(what, format, true);
}

void ListPage::copyId() const
{
    QStringList ids;
    const QList<int> rows = d->rowsToCopy();
    for (const int row : rows)
        ids.append(d->model.table()->key(row).id);
    if (!ids.isEmpty())
        QApplication::clipboard()->setText(ids.join(u'\n'));
}

void ListPage::Private::fillExportMenu(QMenu &menu)
{
    //: In a menu; %n: how many match the filter. 中文：导出显示的 %n 行…
    QAction *all = menu.addAction(ListPage::tr("Export the %n row(s) shown…", nullptr, model.rowCount()));
    all->setObjectName(u"export-shown"_s);
    all->setEnabled(model.rowCount() > 0);
    QObject::connect(all, &QAction::triggered, q, [this] { q->exportRows(false); });
    const auto chosen = allMatching ? model.rowCount() : int(table->selectionModel()->selectedRows().size());
    //: In a menu. 中文：导出所选的 %n 行…
    QAction *some = menu.addAction(ListPage::tr("Export the %n selected row(s)…", nullptr, chosen));
    some->setObjectName(u"export-selected"_s);
    some->setEnabled(chosen > 0);
    QObject::connect(some, &QAction::triggered, q, [this] { q->exportRows(true); });
}

void ListPage::exportRows(bool selectedOnly)
{
    using Format = models::ExtractFormat;
    models::Extract what = d->extract(selectedOnly ? d->chosenRows() : d->model.order());
    what.isSelection = selectedOnly && !d->allMatching;
    if (d->job)
        return d->renderExport(); // one at a time: the page says how far it is
    if (what.rows.isEmpty())
        return d->tell([this, selectedOnly] {
            d->say(Token::Idle, u"info"_s,
                   selectedOnly ? tr("Nothing to export: no row is selected") //: 中文：没有可导出的内容：未选择任何行
                                : tr("Nothing to export: no row is shown")); //: 中文：没有可导出的内容：未显示任何行
        });
    // Rows are chosen now: the name says of what, and nothing that comes while the user thinks makes it untrue.
    auto *dialog = new QFileDialog(window());
    dialog->setObjectName(u"export-file"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // it would ask in an event loop of its own: we ask below
    //: Title. %1: page. 中文：导出：%1
    dialog->setWindowTitle(tr("Export: %1").arg(d->spec.titleText()));
    const QStringList names{tr("CSV for spreadsheets (*.csv)"), //: Kind of file. 中文：CSV 电子表格 (*.csv)
                            tr("JSON (*.json)"),                //: Kind of file. 中文：JSON 数据 (*.json)
                            tr("Text as shown (*.txt)")};       //: Kind of file. 中文：文本，内容与显示一致 (*.txt)
    dialog->setNameFilters(names);
    dialog->setDefaultSuffix(u"csv"_s);
    const QString folder = d->settings.value(u"export/folder"_s).toString();
    dialog->setDirectory(!folder.isEmpty() && QFileInfo(folder).isDir()
                             ? folder
                             : QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(models::extractFileName(what, Format::Csv));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, names, what](const QString &name) {
        const Format format = name == names.at(1) ? Format::Json : name == names.at(2) ? Format::Text : Format::Csv;
        dialog->setDefaultSuffix(format == Format::Json ? u"json"_s : format == Format::Text ? u"txt"_s : u"csv"_s);
        const QStringList typed = dialog->selectedFiles();
        if (typed.isEmpty())
            return;
        const QFileInfo file(typed.first()); // the user's name keeps its stem
        dialog->selectFile(file.completeBaseName() + u'.' + dialog->defaultSuffix());
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this, what](const QString &path) {
        const QString suffix = QFileInfo(path).suffix().toLower();
        const Format format = suffix == "json"_L1                                               ? Format::Json
                              : suffix == "txt"_L1 || suffix == "tsv"_L1 || suffix == "text"_L1 ? Format::Text
                                                                                                : Format::Csv;
        d->settings.setValue(u"export/folder"_s, QFileInfo(path).absolutePath());
        if (!QFileInfo::exists(path))
            return d->startExport(what, path, format);
        d->askToReplace(path, [this, what, path, format] { d->startExport(what, path, format); });
    });
    dialog->open();
}

void ListPage::Private::askToReplace(const QString &path, std::function<void()> replace)
{
    auto *box = new QMessageBox(q->window());
    box->setObjectName(u"export-replace"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setIcon(QMessageBox::Warning);
    box->setWindowTitle(ListPage::tr("Replace file")); //: 中文：替换文件
    //: %1: name of a file. 中文：文件“%1”已存在
    box->setText(ListPage::tr("The file “%1” is there already").arg(formats::plain(QFileInfo(path).fileName())));
    //: 中文：导出会替换其全部内容
    box->setInformativeText(ListPage::tr("The export takes the place of all that is in it"));
    QPushButton *yes = box->addButton(ListPage::tr("Replace file"), QMessageBox::DestructiveRole);
    QPushButton *no = box->addButton(ListPage::tr("Keep file"), QMessageBox::RejectRole); //: A button. 中文：保留文件
    box->setDefaultButton(no);
    box->setEscapeButton(no);
    QObject::connect(yes, &QPushButton::clicked, q, std::move(replace));
    box->open();
}

void ListPage::Private::startExport(models::Extract what, const QString &path, models::ExtractFormat format)
{
    job = std::make_unique<models::ExtractJob>(std::move(what), format, path, session.worker());
    QObject::connect(job.get(), &models::ExtractJob::changed, q, [this] {
        if (job->state() != models::ExtractJob::State::Running)
            jobShown.stop();
        if (!jobShown.isActive())
            renderExport();
    });
    notice->hide();
    told = {};
    jobShown.start(quietWork);
}

void ListPage::Private::renderExport()
{
    using State = models::ExtractJob::State;
    if (!job)
        return;
    const QString name = formats::plain(QFileInfo(job->path()).fileName());
    switch (job->state()) {
    case State::Running: {
        //: Row of a message: how far it is. %1, %2: rows, %3: a percentage. 中文：%1 / %2 行（%3）
        const QString done = ListPage::tr("%1 of %2 (%3)")
                                 .arg(formats::number(job->written()), formats::number(job->total()),
                                      formats::percent(int(100 * job->written() / std::max<qsizetype>(1, job->total()))));
        //: %1: name of a file. 中文：正在导出到 %1
        notice->setMessage(Token::Run, u"moving"_s, ListPage::tr("Exporting to %1").arg(name),
                           {{ListPage::tr("Rows"), done}}); //: Row of a message. 中文：行数
        if (!notice->findChild<QPushButton *>(u"export-stop"_s)) {
            notice->clearButtons();
            QPushButton *stop = notice->addButton(ListPage::tr("Stop export")); //: A button. 中文：停止导出
            stop->setObjectName(u"export-stop"_s);
            QObject::connect(stop, &QPushButton::clicked, q, [this] {
                if (job)
                    job->stop();
            });
        }
        notice->show();
        return;
    }
    case State::Done:
        tell([this, file = job->path(), rows = int(job->written())] { //: 中文：已导出 %n 行
            say(Token::Ok, u"succeeded"_s, ListPage::tr("%n row(s) exported", nullptr, rows),
                {{ListPage::tr("File"), formats::plain(file)}}); //: Row of a message: path of a file. 中文：文件
        });
        break;
    case State::Stopped:
        tell([this, file = job->path()] { //: 中文：导出已停止，未写入文件
            say(Token::Idle, u"stop"_s, ListPage::tr("Export stopped: no file was written"),
                {{ListPage::tr("File"), formats::plain(file)}});
        });
        break;
    case State::Failed:
        tell([this, file = job->path(), problem = job->problem()] {
            const QString base = formats::plain(QFileInfo(file).fileName());
            //: %1: name of a file. 中文：未导出：无法写入 %1
            say(Token::Bad, u"failed"_s, ListPage::tr("Not exported: %1 could not be written").arg(base),
                {{ListPage::tr("File"), formats::plain(file)},
                 {ListPage::tr("System said"), formats::plain(problem)}, //: Row of a message. 中文：系统信息
                 {ListPage::tr("Effect"),                                //: Row of a message. 中文：影响
                                          //: 中文：没有写入任何内容；原有文件不变
                  ListPage::tr("Nothing was written; a file that was there is unchanged")},
                 {ListPage::tr("Next"), //: Row of a message. 中文：下一步
                                        //: 中文：检查文件夹的权限和可用空间，或选择其他文件夹
                  ListPage::tr("Check the folder's rights and free space, or choose another folder")}},
                1);
        });
        break;
    }
    job.release()->deleteLater(); // it is the one that tells
}

void ListPage::Private::tell(std::function<void()> message)
{
    told = std::move(message);
    told();
}

void ListPage::Private::say(Token token, const QString &icon, const QString &headline, const QList<QPair<QString, QString>> &rows,
                            int verbatimRow)
{
    const bool focused = notice->isAncestorOf(q->window()->focusWidget());
    notice->setMessage(token, icon, headline, rows, verbatimRow);
    notice->clearButtons();
    QPushButton *close = notice->addButton(ListPage::tr("Close message")); //: A button. 中文：关闭消息
    close->setObjectName(u"notice-close"_s);
    QObject::connect(close, &QPushButton::clicked, q, [this] {
        notice->hide();
        told = {};
        (table->isVisible() ? static_cast<QWidget *>(table) : filters->textFilter())->setFocus();
    });
    notice->show();
    if (focused)
        close->setFocus();
}

// ---- saved views ------------------------------------------------------------------------------------------------------

models::SavedView ListPage::Private::currentView(const QString &name) const
{
    const int sorted = session.sortColumn();
    return {.name = name,
            .text = filters->textFilter()->text(),
            .facet = session.facet(),
            .server = filters->chosen(),
            .sort = sorted < 0 ? QString() : QString::fromUtf8(model.column(sorted).id),
            .descending = session.sortOrder() == Qt::DescendingOrder,
            .columns = models::columnPlacesText(columnPlaces(), model.table()->columns()),
            .ownWidths = ownWidths};
}

void ListPage::Private::showView(const QString &name)
{
    const models::SavedView *view = views.find(name);
    const auto places = view ? models::readColumnPlaces(view->columns, model.table()->columns()) : std::nullopt;
    if (!places)
        return;
    placeColumns(*places, view->ownWidths);
    fitColumns();
    table->horizontalHeader()->setSortIndicator(columnOf(view->sort),
                                                view->descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    session.setFacet(view->facet);
    filters->choose(view->text, view->server);
    facets->render();
}

void ListPage::Private::fillViewMenu(QMenu &menu)
{
    for (const models::SavedView &view : views.all()) {
        QAction *show = menu.addAction(escaped(formats::plain(view.name)));
        QObject::connect(show, &QAction::triggered, q, [this, name = view.name] { showView(name); });
    }
    if (!views.all().isEmpty())
        menu.addSeparator();
    QAction *save = menu.addAction(ListPage::tr("&Save view as…")); //: 中文：将视图另存为…(&S)
    save->setObjectName(u"view-save"_s);
    QObject::connect(save, &QAction::triggered, q, [this] {
        //: Title and label of a dialog. 中文：保存视图 / 视图名称
        askForName(ListPage::tr("Save view"), ListPage::tr("&Name of the view:"), {}, [this](const QString &name) {
            const bool replaced = views.find(name) != nullptr;
            if (!views.save(currentView(name)))
                tell([this] { //: 中文：未保存视图：筛选文字过长
                    say(Token::Bad, u"failed"_s, ListPage::tr("The view was not saved: its text filter is too long"));
                });
            else if (replaced)
                tell([this, name] { //: %1: name of a view. 中文：视图“%1”已替换
                    say(Token::Idle, u"info"_s, ListPage::tr("View “%1” was replaced").arg(formats::plain(name)));
                });
        });
    });
    if (views.all().isEmpty())
        return;
    QMenu *rename = menu.addMenu(ListPage::tr("&Rename view")); //: A menu of views. 中文：重命名视图(&R)
    QMenu *remove = menu.addMenu(ListPage::tr("&Delete view")); //: A menu of views. 中文：删除视图(&D)
    rename->setObjectName(u"view-rename"_s);
    remove->setObjectName(u"view-delete"_s);
    for (const models::SavedView &view : views.all()) {
        const QString shown = escaped(formats::plain(view.name));
        QObject::connect(rename->addAction(shown), &QAction::triggered, q, [this, name = view.name] {
            //: Title of a dialog. 中文：重命名视图
            askForName(ListPage::tr("Rename view"), ListPage::tr("&Name of the view:"), name,
                       [this, name](const QString &to) { views.rename(name, to); });
        });
        QObject::connect(remove->addAction(shown), &QAction::triggered, q, [this, name = view.name] {
            views.remove(name);
            tell([this, name] { //: %1: name of a view. 中文：视图“%1”已删除
                say(Token::Idle, u"info"_s, ListPage::tr("View “%1” was deleted").arg(formats::plain(name)));
            });
        });
    }
}

void ListPage::Private::askForName(const QString &heading, const QString &label, const QString &name,
                                   std::function<void(const QString &)> done)
{
    auto *dialog = new QInputDialog(q->window());
    dialog->setObjectName(u"view-name"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(heading);
    dialog->setLabelText(label);
    dialog->setTextValue(name);
    QObject::connect(dialog, &QInputDialog::textValueSelected, q, [done = std::move(done)](const QString &typed) {
        if (const QString tidy = models::SavedViews::tidyName(typed); !tidy.isEmpty())
            done(tidy);
    });
    dialog->open();
}

// ---------------------------------------------------------------------------------------------------------------------

ListPage::ListPage(const PageBasis &basis, const Context &context, QWidget *parent)
    : QWidget(parent), d(std::make_unique<Private>(this, basis, context))
{
    setObjectName(u"page-"_s + basis.spec().idText());
    d->build();
    d->setTexts();
    if (!d->restoreColumns())
        d->resetColumns();

    QHeaderView *header = d->table->horizontalHeader();
    header->setSortIndicator(d->session.sortColumn(), d->session.sortOrder());
    d->table->setSortingEnabled(true);
    d->collectRegions();
    d->model.clearChanged(); // to who sees the page for the first time, nothing in it is news

    connect(&d->session, &models::ListSession::changed, this, [this] {
        d->restoreAnchor();
        d->render();
    });
    connect(&d->session, &models::ListSession::tableChanged, this, [this] {
        d->collectRegions();
        d->fade.start(changedFor);
    });
    models::ListModel *model = &d->model;
    connect(d->table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        d->renderFooter();
        d->renderNothing();
        emit selectionChanged();
    });
    connect(d->table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        d->detail->render();
        emit currentChanged();
    });
    connect(model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &first, const QModelIndex &last) {
        const int row = d->table->currentIndex().row();
        if (row >= first.row() && row <= last.row())
            emit currentChanged(); // what may be done with it may be another thing now
    });
    connect(d->table, &QTableView::activated, this, [this] { setDetailVisible(true); });
    connect(header, &QHeaderView::customContextMenuRequested, this, [this, header](const QPoint &at) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        d->fillColumnMenu(*menu);
        menu->popup(header->mapToGlobal(at));
    });
    connect(header, &QHeaderView::sectionResized, this, [this, header](int column, int, int now) {
        if (d->fitting || now == 0)
            return;
        if (QApplication::mouseButtons() & Qt::LeftButton) // by hand, not by the window
            d->ownWidths = true;
        if (const int least = d->leastWidth(column); d->model.column(column).kind == models::CellKind::State && now < least)
            header->resizeSection(column, least);
    });
    connect(d->filters, &FilterRow::viewsWanted, this, &ListPage::chooseView);
    connect(d->filters, &FilterRow::columnsWanted, this, &ListPage::chooseColumns);
    connect(d->filters, &FilterRow::exportWanted, this, &ListPage::chooseExport);
    connect(d->pending, &QToolButton::clicked, this, [this] { d->applyMoves(); });
    d->hand.callOnTimeout(this, [this] { d->lookAtHand(); });
    new HandWatch([this] { d->lookAtHand(); }, this);
    d->jobShown.setSingleShot(true);
    d->jobShown.callOnTimeout(this, [this] { d->renderExport(); });
    connect(d->freshness, &QToolButton::clicked, this, [this] { d->showRefreshDetails(); });
    connect(d->refresh, &QToolButton::clicked, this, [this] { d->session.refresh(); });
    connect(d->empty, &EmptyState::firstChosen, this, [this] {
        switch (d->empty->kind()) {
        case EmptyState::Kind::Loading:
            if (d->session.freshness().state == models::Freshness::State::Loading)
                d->session.stop();
            else
                d->session.refresh();
            break;
        case EmptyState::Kind::NoMatch:
        case EmptyState::Kind::Empty:
            d->clearFilters();
            break;
        case EmptyState::Kind::Forbidden:
        case EmptyState::Kind::SignedOut:
        case EmptyState::Kind::Offline:
        case EmptyState::Kind::MustMove:
        case EmptyState::Kind::Failed:
            d->session.refresh();
            break;
        }
    });
    connect(d->empty, &EmptyState::secondChosen, this, [this] {
        QApplication::clipboard()->setText(d->empty->accessibleName() + u'\n' + d->empty->accessibleDescription());
    });
    connect(d->detail, &DetailPane::objectWanted, this, &ListPage::objectWanted);
    connect(d->detail, &DetailPane::closeWanted, this, [this] { setDetailVisible(false); });
    connect(d->verbButton, &QPushButton::clicked, this, [this] {
        if (d->verb)
            d->verb->trigger();
    });
    connect(&d->place, &models::Place::changed, this, [this] { d->render(); });
    connect(&d->place, &models::Place::shownChanged, this, [this] { d->showScopeColumns(); });
    d->table->installEventFilter(this);
    d->table->viewport()->installEventFilter(this);

    d->fade.setSingleShot(true);
    connect(&d->fade, &QTimer::timeout, this, [this] { d->model.clearChanged(); });
    d->slow.setSingleShot(true);
    connect(&d->slow, &QTimer::timeout, this, [this] {
        d->mentionsLoad = true;
        d->renderFreshness();
    });
    connect(&d->tick, &QTimer::timeout, this, [this] {
        if (!isVisible())
            return;
        d->renderFreshness();
        if (d->stack->currentWidget() == d->empty)
            d->renderEmpty(); // the next try comes nearer
        d->detail->render();
    });
    d->tick.start(5s);
    d->restyle();
    d->retranslate();
    if (const QStringList damaged = d->views.damaged(); !damaged.isEmpty()) {
        d->tell([this, damaged] {
            QStringList names = damaged;
            names.removeAll(QString());
            QList<QPair<QString, QString>> rows;
            if (!names.isEmpty()) //: Row of a message: names of saved views. 中文：视图
                rows.append({tr("Views"), formats::plain(names.join(u" · "_s))});
            d->say(Token::Warn, u"warning"_s, //: 中文：%n 个已保存的视图已损坏，未载入
                   tr("%n saved view(s) are damaged and were left out", nullptr, int(damaged.size())), rows);
        });
    }
}

ListPage::~ListPage() = default;

const PageSpec &ListPage::spec() const { return d->spec; }
models::ListSession &ListPage::session() const { return d->session; }
QTableView *ListPage::table() const { return d->table; }
QLineEdit *ListPage::textFilter() const { return d->filters->textFilter(); }
FilterRow *ListPage::filters() const { return d->filters; }
DetailPane *ListPage::detail() const { return d->detail; }

void ListPage::setVerb(QAction *verb)
{
    d->verb = verb;
    connect(verb, &QAction::changed, this, [this] { d->renderVerb(); });
    d->renderVerb();
}

void ListPage::setRowActions(const QList<QAction *> &actions) { d->rowActions = actions; }

std::optional<net::ObjectKey> ListPage::currentKey() const
{
    const QModelIndex current = d->table->currentIndex();
    if (!current.isValid())
        return {};
    return d->model.key(current.row());
}

void ListPage::select(const net::ObjectKey &key)
{
    d->wanted = key;
    d->trySelect();
    if (!d->wanted)
        return;
    session().setFacet({});
    d->filters->clear();
    session().refresh();
    d->trySelect();
}

void ListPage::clearFilters()
{
    d->session.setFacet({});
    d->filters->clear();
}

void ListPage::setRegions(const QStringList &regions)
{
    d->regions = regions;
    d->filters->setRegions(regions);
}

void ListPage::setDetailVisible(bool visible)
{
    if (d->detail->isVisibleTo(d->splitter) == visible)
        return;
    const bool hadFocus = d->detail->isAncestorOf(window()->focusWidget());
    d->saveSplitter();
    d->detail->setVisible(visible);
    if (visible) {
        d->laidOut = false;
        d->layOut();
        d->detail->render();
    } else if (hadFocus) {
        d->table->setFocus();
    }
    emit detailVisibleChanged(visible);
}

bool ListPage::isDetailVisible() const { return d->detail->isVisibleTo(d->splitter); }

void ListPage::Private::popUp(QMenu *menu, const QString &buttonName)
{
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto *button = filters->findChild<QToolButton *>(buttonName);
    menu->popup(button->mapToGlobal(QPoint(button->width() - menu->sizeHint().width(), button->height())));
}

void ListPage::chooseColumns()
{
    auto *menu = new QMenu(this);
    d->fillColumnMenu(*menu);
    d->popUp(menu, u"columns"_s);
}

void ListPage::chooseView()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"views-menu"_s);
    d->fillViewMenu(*menu);
    d->popUp(menu, u"views"_s);
}

void ListPage::chooseExport()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"export-menu"_s);
    d->fillExportMenu(*menu);
    d->popUp(menu, u"export"_s);
}

void ListPage::takeFocus()
{
    const bool hasRows = d->stack->currentWidget() == d->table;
    d->focusFromTable = !hasRows;
    d->textThen = d->filters->textFilter()->text();
    (hasRows ? d->table : d->besideRows())->setFocus();
}

void ListPage::findText()
{
    d->focusFromTable = false; // who asked for it keeps it
    d->filters->textFilter()->setFocus(Qt::ShortcutFocusReason);
    d->filters->textFilter()->selectAll();
}

void ListPage::setZone(const QTimeZone &zone)
{
    d->zone = zone;
    d->setTexts();
    d->model.retranslate();
    d->retranslate();
    d->detail->render();
}

bool ListPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == d->table->viewport() && event->type() == QEvent::Resize)
        d->fitColumns();
    if (watched == d->table->viewport() && event->type() == QEvent::ContextMenu) {
        const auto *menu = static_cast<QContextMenuEvent *>(event);
        if (menu->reason() == QContextMenuEvent::Mouse && d->table->indexAt(menu->pos()).isValid()) {
            d->showMenu(menu->globalPos());
            return true;
        }
    }
    const bool menuKey = watched == d->table && event->type() == QEvent::KeyPress &&
                         static_cast<QKeyEvent *>(event)->key() == Qt::Key_F10 &&
                         static_cast<QKeyEvent *>(event)->modifiers() == Qt::ShiftModifier;
    const bool byKey = (watched == d->table || watched == d->table->viewport()) && event->type() == QEvent::ContextMenu &&
                       static_cast<QContextMenuEvent *>(event)->reason() == QContextMenuEvent::Keyboard;
    if (menuKey || byKey) {
        const QModelIndex current = d->table->currentIndex();
        if (current.isValid()) {
            d->table->scrollTo(current);
            d->showMenu(d->table->viewport()->mapToGlobal(d->table->visualRect(current).bottomLeft()));
        }
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ListPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        d->setTexts();
        d->model.retranslate();
        d->retranslate();
    } else if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange ||
               event->type() == QEvent::StyleChange) {
        d->restyle();
    }
}

void ListPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    d->layOut();
}

} // namespace ui
