#include "ui/overviewpage.h"

#include "models/overviewsession.h"
#include "net/transport.h"
#include "ui/brieftable.h"
#include "ui/celldelegate.h"
#include "ui/errortext.h"
#include "ui/flowlayout.h"
#include "ui/formats.h"
#include "ui/freshnesslabel.h"
#include "ui/icons.h"
#include "ui/late.h"
#include "ui/operationview.h"
#include "ui/pagespecs.h"
#include "ui/placetext.h"
#include "ui/servicewindow.h"
#include "ui/statelook.h"

#include <QCoreApplication>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QPointer>
#include <QScrollArea>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <functional>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui {

namespace {

using models::CellKind;
using models::Overview;
using OperationState = models::Operation::State;

constexpr int twoColumnsFrom = 880; // width of the page's body
constexpr int roomForWhere = 470;   // width of a table
constexpr int shownOperations = 5;
constexpr int shownQuotas = 5;

/// A white sheet with a title and, at its right, a link to the whole of what it shows.
class Card final : public QFrame
{
public:
    Card(const QString &name, QWidget *parent) : QFrame(parent), title(new QLabel(this)), link(new QToolButton(this))
    {
        setObjectName(name);
        setAutoFillBackground(true);
        setBackgroundRole(QPalette::Base);
        setMinimumWidth(40); // the columns are equal, whatever stands in them
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        title->setTextFormat(Qt::PlainText);
        link->setObjectName(name + u"-link"_s);
        link->setAutoRaise(true);
        link->setFocusPolicy(Qt::StrongFocus);
        link->hide();
        auto *head = new QHBoxLayout;
        head->setSpacing(8);
        head->addWidget(title);
        head->addStretch(1);
        head->addWidget(link);
        column = new QVBoxLayout(this);
        column->setContentsMargins(14, 10, 14, 10);
        column->setSpacing(4);
        column->addLayout(head);
    }
    void restyle()
    {
        title->setFont(Theme::sectionFont());
        QPalette text;
        text.setColor(QPalette::ButtonText, palette().color(QPalette::Active, QPalette::Link));
        link->setPalette(text);
    }

    QLabel *title;
    QToolButton *link;
    QVBoxLayout *column;
};

/// The rows of a card, and what it says while there are none. Their table is made with the first of them.
class CardRows
{
public:
    using Chosen = std::function<void(const QString &id)>;
    CardRows(Card *card, Chosen chosen)
        : none(new QLabel(card)), m_card(card), m_chosen(std::move(chosen)), m_table([this] { return make(); })
    {
        none->setTextFormat(Qt::PlainText);
        none->setWordWrap(true);
        none->setMinimumWidth(40);
        card->column->addWidget(none);
        card->column->addStretch(1);
    }

    BriefTable *table() const { return m_table.made(); } ///< null: there have been no rows yet
    /// \a headers are set also where they are not shown: a screen reader says them with each cell.
    void put(const QList<BriefRow> &rows, const QStringList &headers, int stretched, const QList<int> &widths)
    {
        none->setVisible(rows.isEmpty());
        if (rows.isEmpty() && !table())
            return;
        BriefTable *shown = m_table.get();
        shown->rows()->setHeaders(headers);
        if (shown->accessibleName() != m_card->title->text())
            shown->setAccessibleName(m_card->title->text());
        if (furnish)
            furnish(*shown);
        shown->setRows(rows);
        shown->setVisible(!rows.isEmpty());
        shown->setWidths(stretched, widths);
    }

    QLabel *none;
    std::function<void(BriefTable &)> furnish{}; ///< once its columns are there, and again with other rows

private:
    BriefTable *make()
    {
        auto *table = new BriefTable(m_card);
        table->setObjectName(m_card->objectName() + u"-rows"_s);
        m_card->column->insertWidget(m_card->column->indexOf(none), table);
        QWidget::setTabOrder(m_card->link, table);
        QObject::connect(table, &BriefTable::chosen, table, m_chosen);
        return table;
    }

    Card *m_card;
    Chosen m_chosen;
    Late<BriefTable> m_table;
};

/// The shares of a list side by side. Only shape: the facts stand in the legend below it.
class ShareBar final : public QWidget
{
public:
    explicit ShareBar(QWidget *parent) : QWidget(parent)
    {
        setFixedHeight(10);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    void setShares(const QList<std::pair<int, Token>> &shares)
    {
        if (shares == m_shares)
            return;
        m_shares = shares;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        qint64 sum = 0;
        for (const auto &[count, token] : std::as_const(m_shares))
            sum += count;
        if (sum == 0) {
            painter.fillRect(rect(), Theme::hairline(palette()));
            return;
        }
        constexpr int gap = 2, least = 8;
        const int parts = int(m_shares.size());
        const int room = std::max(0, width() - gap * (parts - 1) - least * parts);
        int at = 0, given = 0;
        qint64 before = 0;
        for (const auto &[count, token] : std::as_const(m_shares)) {
            before += count;
            const int upTo = int(room * before / sum);
            const int wide = least + upTo - given;
            given = upTo;
            painter.fillRect(QRect(at, 0, wide, height()), Theme::color(token, palette()));
            at += wide + gap;
        }
    }

private:
    QList<std::pair<int, Token>> m_shares;
};

/// One list in numbers: its name, a bar, and a button per state.
class Shares final : public QWidget
{
public:
    Shares(const PageSpec &ofPage, QWidget *parent)
        : QWidget(parent), spec(ofPage), m_name(new QToolButton(this)), m_note(new QLabel(this)), m_bar(new ShareBar(this)),
          m_legend(new QWidget(this))
    {
        m_name->setObjectName(u"overview-"_s + spec.idText());
        m_name->setAutoRaise(true);
        m_name->setFocusPolicy(Qt::StrongFocus);
        m_note->setTextFormat(Qt::PlainText);
        auto *head = new QHBoxLayout;
        head->setSpacing(6);
        head->addWidget(m_name);
        head->addWidget(m_note);
        head->addStretch(1);
        m_row = new FlowLayout(m_legend);
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 4);
        column->setSpacing(3);
        column->addLayout(head);
        column->addWidget(m_bar);
        column->addWidget(m_legend);
    }

    /// `wanted` is called with the word of a state, or with none for all.
    void render(const QList<Overview::Share> &shares, const QString &note, const std::function<void(const QString &)> &wanted)
    {
        m_wanted = wanted;
        if (!m_connected) {
            m_connected = true;
            connect(m_name, &QToolButton::clicked, this, [this] { m_wanted({}); });
        }
        m_name->setText(spec.titleText());
        QPalette link;
        link.setColor(QPalette::ButtonText, palette().color(QPalette::Active, QPalette::Link));
        m_name->setPalette(link);
        QPalette quiet;
        quiet.setColor(QPalette::WindowText, Theme::secondary(palette()));
        m_note->setPalette(quiet);
        m_note->setText(note);

        QList<Overview::Share> sorted = shares;
        std::ranges::stable_sort(sorted, {},
                                 [this](const Overview::Share &share) { return stateLook(spec.states, share.word).rank; });
        QList<std::pair<int, Token>> bar;
        for (int i = 0; i < sorted.size(); ++i) {
            const StateLook look = stateLook(spec.states, sorted.at(i).word);
            bar.append({sorted.at(i).count, look.token});
            if (i >= m_buttons.size()) {
                auto *button = new QToolButton(m_legend);
                button->setAutoRaise(true);
                button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
                button->setFocusPolicy(Qt::StrongFocus);
                connect(button, &QToolButton::clicked, this, [this, i] { m_wanted(m_words.value(i)); });
                m_row->addWidget(button);
                m_buttons.append(button);
            }
            QToolButton *button = m_buttons.at(i);
            button->setIcon(ui::icon(look.icon, look.token));
            const bool twice = std::count_if(sorted.cbegin(), sorted.cend(), [this, &look](const Overview::Share &other) {
                                   return stateLook(spec.states, other.word).word == look.word;
                               }) > 1;
            QString word = look.word;
            if (twice) //: Two states with one word: the word and the service's own. 中文：%1（%2）
                word = QCoreApplication::translate("ui::OverviewPage", "%1 (%2)").arg(word, formats::plain(sorted.at(i).word));
            //: A count and its state, on a button. 中文：%1 %2
            button->setText(
                QCoreApplication::translate("ui::OverviewPage", "%1 %2").arg(formats::number(sorted.at(i).count), word));
            button->setAccessibleName(u"%1: %2"_s.arg(spec.titleText(), button->text()));
            button->setVisible(true);
        }
        for (qsizetype i = sorted.size(); i < m_buttons.size(); ++i)
            m_buttons.at(i)->hide();
        m_words.clear();
        for (const Overview::Share &share : std::as_const(sorted))
            m_words.append(share.word);
        m_bar->setShares(bar);
        m_legend->setVisible(!sorted.isEmpty());
    }
    QToolButton *name() const { return m_name; }

    const PageSpec &spec;

private:
    QToolButton *m_name;
    QLabel *m_note;
    ShareBar *m_bar;
    QWidget *m_legend;
    FlowLayout *m_row = nullptr;
    QList<QToolButton *> m_buttons;
    QStringList m_words;
    std::function<void(const QString &)> m_wanted;
    bool m_connected = false;
};

BriefCell stateCell(StateKind kind, const QString &word)
{
    return {.text = stateLook(kind, word).word, .kind = CellKind::State, .states = kind, .word = word};
}

BriefCell textCell(const QString &text, bool secondary = false)
{
    return {.text = text.isEmpty() ? formats::none() : formats::plain(text), .secondary = secondary || text.isEmpty()};
}

/// Names a line among its neighbours.
QString idOf(const Overview::Line &line)
{
    return u"%1/%2/%3/%4"_s.arg(line.page, line.key.scope.region, line.key.scope.projectId, line.key.id);
}

StateKind kindOf(const QString &page)
{
    for (const PageSpec *spec : {&recordsPage(), &backupsPage(), &policiesPage(), &groupsPage(), &drillsPage()}) {
        if (spec->idText() == page)
            return spec->states;
    }
    return StateKind::Record;
}

} // namespace

struct OverviewPage::Private
{
    Private(OverviewPage *page, const Context &from) : q(page), context(from) {}

    void build();
    void layOut();
    void retranslate();
    void restyle();
    void render();
    void renderFreshness();
    void renderAttention();
    void renderShares();
    void renderPoints();
    void renderNone(); ///< what an empty card says: none, or not known
    void renderLines(CardRows &shown, const QList<Overview::Line> &lines);
    void renderOperations();
    void renderQuotas();
    void moveFocus();
    void choosePoint(const QString &serverId);
    void chooseLine(const QList<Overview::Line> &lines, const QString &id);
    QDateTime now() const { return context.transport.serverNow(); }
    QString age(const QDateTime &utc) const;

    struct Listed
    {
        const PageSpec *spec;
        models::ListSession *list;
    };
    QList<Listed> lists() const
    {
        return {{&policiesPage(), &context.policies},
                {&backupsPage(), &context.backups},
                {&recordsPage(), &context.records},
                {&groupsPage(), &context.groups},
                {&drillsPage(), &context.drills}};
    }

    OverviewPage *q;
    Context context;
    QLabel *title = nullptr, *subtitle = nullptr;
    FreshnessLabel *freshness = nullptr;
    QToolButton *refresh = nullptr;
    QScrollArea *scroll = nullptr;
    QWidget *body = nullptr;
    QGridLayout *grid = nullptr;
    QVBoxLayout *left = nullptr, *right = nullptr;
    Card *attention = nullptr, *state = nullptr, *points = nullptr, *failures = nullptr, *moving = nullptr, *operations = nullptr,
         *quotas = nullptr;
    std::unique_ptr<CardRows> attentionRows, pointRows, failureRows, movingRows, operationRows, quotaRows;
    QList<Shares *> shares;
    QHash<QString, std::function<void()>> attentionDoes; ///< by row
    int columns = 0;
    QPointer<QWidget> given;        ///< the focus, in place of a table that is not there yet
    QPersistentModelIndex givenRow; ///< its current row then
    QTimer soon, tick;
};

void OverviewPage::Private::build()
{
    title = new QLabel(q);
    title->setObjectName(u"title"_s);
    title->setTextFormat(Qt::PlainText);
    subtitle = new QLabel(q);
    subtitle->setObjectName(u"subtitle"_s);
    subtitle->setTextFormat(Qt::PlainText);
    subtitle->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    freshness = new FreshnessLabel(q);
    freshness->setObjectName(u"freshness"_s);
    refresh = new QToolButton(q);
    refresh->setObjectName(u"refresh"_s);
    refresh->setAutoRaise(true);
    refresh->setIcon(ui::icon(u"refresh"));
    refresh->setFocusPolicy(Qt::StrongFocus);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 8, 12, 6);
    head->setSpacing(8);
    head->addWidget(title);
    head->addWidget(subtitle, 1);
    head->addWidget(freshness);
    head->addWidget(refresh);

    body = new QWidget;
    grid = new QGridLayout(body);
    grid->setContentsMargins(12, 2, 12, 12);
    grid->setSpacing(10);
    left = new QVBoxLayout;
    right = new QVBoxLayout;
    left->setSpacing(10);
    right->setSpacing(10);
    const auto card = [this](const QString &name) { return new Card(name, body); };
    attention = card(u"card-attention"_s);
    state = card(u"card-state"_s);
    points = card(u"card-points"_s);
    failures = card(u"card-failures"_s);
    moving = card(u"card-moving"_s);
    operations = card(u"card-operations"_s);
    quotas = card(u"card-quotas"_s);
    attentionRows = std::make_unique<CardRows>(attention, [this](const QString &id) {
        if (const auto does = attentionDoes.value(id))
            does();
    });
    for (const Listed &listed : lists()) {
        shares.append(new Shares(*listed.spec, state));
        state->column->addWidget(shares.last());
    }
    state->column->addStretch(1);
    pointRows = std::make_unique<CardRows>(points, [this](const QString &id) { choosePoint(id); });
    pointRows->furnish = [](BriefTable &table) { table.horizontalHeader()->show(); };
    failureRows =
        std::make_unique<CardRows>(failures, [this](const QString &id) { chooseLine(context.overview.overview().failures, id); });
    movingRows =
        std::make_unique<CardRows>(moving, [this](const QString &id) { chooseLine(context.overview.overview().moving, id); });
    for (const auto &lines : {failureRows.get(), movingRows.get()}) // else the name would be cut to nothing
        lines->furnish = [](BriefTable &table) { table.setGivesWay(2, roomForWhere); };
    operationRows =
        std::make_unique<CardRows>(operations, [this](const QString &id) { emit q->operationWanted(id.toULongLong()); });
    quotaRows = std::make_unique<CardRows>(quotas, [this](const QString &) { emit q->serviceWanted(); });

    scroll = new QScrollArea(q);
    scroll->setObjectName(u"overview-scroll"_s);
    scroll->setWidget(body);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *outer = new QVBoxLayout(q);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addLayout(head);
    outer->addWidget(scroll, 1);
    grid->addWidget(attention, 0, 0, 1, 2);
    grid->addLayout(left, 1, 0);
    grid->addLayout(right, 1, 1);
    grid->setRowStretch(1, 1);
    layOut();
}

void OverviewPage::Private::layOut()
{
    const int wanted = q->width() >= twoColumnsFrom ? 2 : 1;
    if (wanted == columns)
        return;
    columns = wanted;
    for (QVBoxLayout *side : {left, right}) {
        while (QLayoutItem *item = side->takeAt(0))
            delete item; // the cards stay: they belong to the body
    }
    QVBoxLayout *second = columns == 2 ? right : left; // each column packs its own cards
    for (Card *card : {state, quotas, operations})
        left->addWidget(card);
    for (Card *card : {points, failures, moving})
        second->addWidget(card);
    left->addStretch(1);
    right->addStretch(1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, columns == 2 ? 1 : 0);
    grid->setHorizontalSpacing(columns == 2 ? 10 : 0);
}

QString OverviewPage::Private::age(const QDateTime &utc) const
{
    return utc.isValid() ? formats::ago(std::max<qint64>(0, utc.secsTo(now()))) : formats::none();
}

void OverviewPage::Private::renderFreshness()
{
    using State = models::Freshness::State;
    QDateTime oldest;
    int loading = 0, failed = 0, known = 0;
    QStringList lines;
    for (const Listed &listed : lists()) {
        const models::Freshness fresh = listed.list->freshness();
        loading += fresh.state == State::Loading ? 1 : 0;
        failed += fresh.state == State::Failed ? 1 : 0;
        if (fresh.asOf.isValid()) {
            ++known;
            if (!oldest.isValid() || fresh.asOf < oldest)
                oldest = fresh.asOf;
        }
        const QString told = fresh.state == State::Failed ? ErrorText::of(fresh.error).headline
                             : fresh.asOf.isValid()       ? formats::timeInFull(fresh.asOf, context.zone, now())
                                                    : OverviewPage::tr("not loaded yet"); //: Of a list. 中文：尚未加载
        //: A list and since when it is true, or why it cannot be read. 中文：%1：%2
        lines.append(OverviewPage::tr("%1: %2").arg(listed.spec->titleText(), told));
    }
    const QString tip = lines.join(u'\n');
    if (failed > 0) //: %1 of %2 lists could be read. 中文：不完整：%2 个列表中已读取 %1 个
        freshness->setState(FreshnessLabel::Kind::Partial,
                            OverviewPage::tr("Partial: %1 of %2 lists").arg(lists().size() - failed).arg(lists().size()), tip);
    else if (!oldest.isValid() || known < lists().size()) //: 中文：正在加载…
        freshness->setState(loading > 0 ? FreshnessLabel::Kind::Refreshing : FreshnessLabel::Kind::Never,
                            loading > 0 ? OverviewPage::tr("Loading…") : OverviewPage::tr("not loaded yet"), tip);
    else //: %1: a time of day, %2: an age. The oldest of the lists. 中文：截至 %1 · %2
        freshness->setState(FreshnessLabel::Kind::Fresh,
                            OverviewPage::tr("As of %1 · %2").arg(formats::clock(oldest, context.zone), age(oldest)), tip);
}

void OverviewPage::Private::renderAttention()
{
    const Overview &overview = context.overview.overview();
    QList<BriefRow> rows;
    attentionDoes.clear();
    const auto add = [this, &rows](const QString &id, StateKind kind, const QString &word, const QString &headline,
                                   const QString &why, const QString &button, const std::function<void()> &does) {
        rows.append({id,
                     {{.text = headline, .kind = CellKind::State, .states = kind, .word = word},
                      {.text = why, .secondary = true},
                      {.text = button}}});
        attentionDoes.insert(id, does);
    };
    const auto page = [this](const QString &id, const QString &word) {
        return [this, id, word] { emit q->pageWanted(id, word); };
    };
    const QString show = OverviewPage::tr("Show"); //: Button. 中文：查看

    for (const models::Operation &operation : context.operations.all()) {
        if (operation.state == OperationState::InDoubt)
            add(u"operation-%1"_s.arg(operation.id), StateKind::Operation, u"in-doubt"_s,
                //: 中文：一个操作结果未明
                OverviewPage::tr("An operation is in doubt"), operationTitle(operation), show,
                [this, id = operation.id] { emit q->operationWanted(id); });
        else if (operation.unread && operation.isTrouble())
            add(u"operation-%1"_s.arg(operation.id), StateKind::Operation, models::Operation::word(operation.state),
                OverviewPage::tr("An operation did not succeed"), operationTitle(operation), show, //: 中文：一个操作未成功
                [this, id = operation.id] { emit q->operationWanted(id); });
    }
    const auto count = [](const QList<Overview::Share> &of, auto wanted) {
        int sum = 0;
        for (const Overview::Share &share : of)
            sum += wanted(share.word) ? share.count : 0;
        return sum;
    };
    for (const Listed &listed : lists()) {
        const models::Freshness fresh = listed.list->freshness();
        if (fresh.state == models::Freshness::State::Failed)
            add(u"unread-"_s + listed.spec->idText(), StateKind::Record, u"fail"_s,
                //: %1: a page. 中文：无法读取：%1
                OverviewPage::tr("Cannot be read: %1").arg(listed.spec->titleText()), ErrorText::of(fresh.error).headline, show,
                page(listed.spec->idText(), {}));
    }
    if (const int failed = count(overview.records, [](const QString &word) { return word == "fail"_L1; }); failed > 0) {
        QString why;
        if (overview.commonCodeCount > 0) {
            const QString meaning = ErrorText::codeMeaning(overview.commonCode);
            //: Why copies failed. %1: how many, %2: meaning of the code, %3: the code. 中文：其中 %1 个：%2（%3）
            why = OverviewPage::tr("%1 of them: %2 (%3)")
                      .arg(formats::number(overview.commonCodeCount), meaning.isEmpty() ? formats::none() : meaning,
                           formats::plain(overview.commonCode));
        }
        //: 中文：%n 个复制失败
        add(u"records-fail"_s, StateKind::Record, u"fail"_s, OverviewPage::tr("%n replication(s) failed", nullptr, failed), why,
            show, page(u"records"_s, u"fail"_s));
    }
    if (const int failed = count(overview.backups, [](const QString &word) { return word == "error"_L1; }); failed > 0)
        //: 中文：%n 个备份出错
        add(u"backups-error"_s, StateKind::Backup, u"error"_s, OverviewPage::tr("%n backup(s) failed", nullptr, failed), {}, show,
            page(u"backups"_s, u"error"_s));
    for (const Overview::Line &line : overview.trouble) {
        const StateKind kind = kindOf(line.page);
        const PageSpec &spec = line.page == "groups"_L1 ? groupsPage() : drillsPage();
        add(line.page + u'-' + line.key.id, kind, line.word,
            //: An object in trouble. %1: its state, %2: its name. 中文：%1：%2
            OverviewPage::tr("%1: %2").arg(stateLook(kind, line.word).word,
                                           formats::plain(line.name.isEmpty() ? formats::shortId(line.key.id) : line.name)),
            spec.titleText() + (line.where.isEmpty() ? QString() : u" · "_s + formats::plain(line.where)), show,
            [this, at = line] { emit q->objectWanted(at.page, at.key); });
    }
    if (overview.withoutBackup > 0)
        add(u"no-backup"_s, StateKind::Fault, u"2"_s,
            //: 中文：%n 台云服务器没有可用备份
            OverviewPage::tr("%n server(s) without a usable backup", nullptr, overview.withoutBackup), {}, show,
            page(u"backups"_s, {}));
    if (overview.withoutCopy > 0)
        add(u"no-copy"_s, StateKind::Fault, u"2"_s,
            //: 中文：%n 台云服务器没有已知的异地副本
            OverviewPage::tr("%n server(s) without a known copy elsewhere", nullptr, overview.withoutCopy),
            //: What "known" means here. 中文：已加载的复制记录中没有成功的复制
            OverviewPage::tr("No successful replication among the records loaded"), show, page(u"records"_s, u"success"_s));
    int widest = 200;
    for (const BriefRow &row : std::as_const(rows))
        widest = std::max(widest, CellDelegate::columnWidth(CellKind::State, row.cells.first().text, q->font()) + 22);
    const QStringList headers{OverviewPage::tr("Status"), OverviewPage::tr("Why"),
                              OverviewPage::tr("Link")}; //: Column. 中文：原因
    attentionRows->put(rows, headers, 1, {std::min(widest, std::max(240, q->width() / 2)), 0, 0});
}

void OverviewPage::Private::renderShares()
{
    const Overview &overview = context.overview.overview();
    const QList<QList<Overview::Share>> counted{overview.policies, overview.backups, overview.records, overview.groups,
                                                overview.drills};
    const QList<Listed> all = lists();
    for (qsizetype i = 0; i < all.size(); ++i) {
        const models::ListCounts counts = all.at(i).list->counts();
        const models::Freshness fresh = all.at(i).list->freshness();
        QString note;
        if (!fresh.asOf.isValid())
            note = fresh.state == models::Freshness::State::Failed ? ErrorText::of(fresh.error).headline
                                                                   : OverviewPage::tr("not loaded yet");
        else if (all.at(i).list->isNarrowed()) //: Of a list: its page shows a part of it, so it is not counted.
                                               //: 中文：其页面上有服务端筛选，未计数
            note = OverviewPage::tr("filtered on its page, not counted");
        else if (counts.onServer && *counts.onServer > counts.loaded)
            //: Of how many rows the counts are. 中文：已加载 %1 / %2
            note = OverviewPage::tr("%1 of %2 loaded").arg(formats::number(counts.loaded), formats::number(*counts.onServer));
        else
            note = formats::number(counts.loaded);
        shares.at(i)->render(counted.at(i), note,
                             [this, id = all.at(i).spec->idText()](const QString &word) { emit q->pageWanted(id, word); });
    }
}

void OverviewPage::Private::renderPoints()
{
    const Overview &overview = context.overview.overview();
    QList<BriefRow> rows;
    for (const Overview::RecoveryPoint &point : overview.points) {
        const BriefCell none{
            .text = OverviewPage::tr("none"), .kind = CellKind::State, .states = StateKind::Record, .word = u"fail"_s};
        BriefCell here = none, there = none; //: No backup or copy. 中文：无
        if (!overview.copiesKnown)
            there = {.text = OverviewPage::tr("unknown"), .secondary = true}; //: 中文：未知
        if (point.at.isValid())
            here = {.text = age(point.at)};
        if (point.copyAt.isValid()) //: Age of a copy and where it is. 中文：%1 · %2
            there = {.text = OverviewPage::tr("%1 · %2").arg(age(point.copyAt), formats::plain(point.copyRegion))};
        rows.append({point.serverId,
                     {textCell(point.server.isEmpty() ? formats::shortId(point.serverId) : point.server),
                      here,
                      there,
                      {.text = OverviewPage::tr("Show")}}});
    }
    const QStringList headers{OverviewPage::tr("Server"),                //: Column. 中文：云服务器
                              OverviewPage::tr("Newest backup"),         //: Column. 中文：最新备份
                              OverviewPage::tr("Newest copy elsewhere"), //: Column. 中文：最新异地副本
                              OverviewPage::tr("Link")};                 //: Column of buttons. 中文：链接
    const int third = std::max(90, points->width() / 4);
    pointRows->put(rows, headers, 0, {0, third, third + 30, 0});
}

void OverviewPage::Private::renderLines(CardRows &shown, const QList<Overview::Line> &lines)
{
    QList<BriefRow> rows;
    int states = 90;
    for (const Overview::Line &line : lines) {
        const StateKind kind = kindOf(line.page);
        const QString name = line.name.isEmpty() ? formats::shortId(line.key.id) : line.name;
        QString said = line.where;
        if (!line.code.isEmpty())
            said = line.code;
        BriefCell last = textCell(age(line.at), true);
        if (line.progress != models::NoProgress)
            last = {.text = line.progress >= 0 ? formats::percent(line.progress)
                                               : OverviewPage::tr("no percentage yet"), //: 中文：尚无进度
                    .kind = CellKind::Progress,
                    .progress = line.progress};
        rows.append(
            {idOf(line),
             {stateCell(kind, line.word), textCell(name), textCell(said, true), last, {.text = OverviewPage::tr("Show")}}});
        states = std::max(states, CellDelegate::columnWidth(CellKind::State, rows.last().cells.first().text, q->font()) + 22);
    }
    const QStringList headers{OverviewPage::tr("Status"),       //: Column. 中文：状态
                              OverviewPage::tr("Object"),       //: Column. 中文：对象
                              OverviewPage::tr("Where or why"), //: Column. 中文：位置或原因
                              OverviewPage::tr("When"),         //: Column. 中文：时间
                              OverviewPage::tr("Link")};
    shown.put(rows, headers, 1, {std::min(states, 160), 0, 96, 84, 0}); // the name takes what is left
}

void OverviewPage::Private::renderOperations()
{
    QList<BriefRow> rows;
    const QList<models::Operation> &all = context.operations.all();
    for (qsizetype i = all.size() - 1; i >= 0 && rows.size() < shownOperations; --i) {
        const models::Operation &operation = all.at(i);
        BriefCell progress{.text = {}, .secondary = true};
        if (!operation.isOver() && operation.state != OperationState::InDoubt) {
            const int percent = operation.progress().value_or(int(models::UnknownProgress));
            progress = {.text = percent >= 0 ? formats::percent(percent) : OverviewPage::tr("no percentage yet"),
                        .kind = CellKind::Progress,
                        .progress = percent};
        }
        rows.append({QString::number(operation.id),
                     {stateCell(StateKind::Operation, models::Operation::word(operation.state)),
                      textCell(operationTitle(operation)),
                      progress,
                      textCell(formats::clock(operation.began, context.zone, false), true),
                      {.text = OverviewPage::tr("Show")}}});
    }
    const QStringList headers{OverviewPage::tr("Status"),
                              OverviewPage::tr("Operation"), //: Column. 中文：操作
                              OverviewPage::tr("Progress"),  //: Column. 中文：进度
                              OverviewPage::tr("Began"),     //: Column. 中文：开始时间
                              OverviewPage::tr("Link")};
    const int states = rows.isEmpty() ? 0 : CellDelegate::stateColumnWidth(StateKind::Operation, q->font());
    operationRows->put(rows, headers, 1, {states, 0, 130, 64, 0});
}

void OverviewPage::Private::renderQuotas()
{
    using Part = models::ServiceFacts::Part;
    using State = models::Freshness::State;
    QList<BriefRow> rows;
    const QList<models::OwnedQuota> all = models::quotasByUse(context.facts);
    int widest = 90;
    for (const models::OwnedQuota &owned : all) {
        const std::optional<int> percent = models::usedPercent(owned.quota);
        const QString word = models::quotaWord(owned.quota);
        if (rows.size() == shownQuotas || !owned.quota.used)
            continue;
        const QString used = formats::number(*owned.quota.used);
        const QString unit = owned.quota.unit.isEmpty() ? QString() : u' ' + formats::plain(owned.quota.unit);
        QString share; //: Of a quota; %1: used, %2: allowed. 中文：%1 / %2
        if (percent)
            share = OverviewPage::tr("%1 of %2").arg(used, formats::number(*owned.quota.limit) + unit);
        else
            share = used + unit;
        BriefCell bar{.text = word.isEmpty() ? formats::none() : stateLook(StateKind::Quota, word).word, .secondary = true};
        if (percent)
            bar = {.text = formats::percent(*percent), .kind = CellKind::Progress, .progress = std::min(*percent, 100)};
        if (word == "used-up"_L1)
            bar = stateCell(StateKind::Quota, word);
        rows.append({(owned.isRecovery ? u"sdrs/"_s : u"csbs/"_s) + owned.quota.type,
                     {textCell(quotaName(owned)), textCell(share, true), bar, {.text = OverviewPage::tr("Show")}}});
        widest = std::max(widest, CellDelegate::columnWidth(CellKind::Text, share, q->font()));
    }
    const QStringList headers{OverviewPage::tr("Resource"),   //: Column. 中文：资源
                              OverviewPage::tr("Used"),       //: Column. 中文：已使用
                              OverviewPage::tr("Share used"), //: Column. 中文：使用率
                              OverviewPage::tr("Link")};
    quotaRows->put(rows, headers, 0, {0, std::min(widest, 170), 110, 0});

    int loading = 0;
    QStringList failed;
    for (const Part part : {Part::BackupQuotas, Part::RecoveryQuotas}) {
        const models::Freshness &fresh = context.facts.freshness(part);
        loading += fresh.state == State::Loading || fresh.state == State::Never ? 1 : 0;
        if (fresh.state != State::Failed)
            continue;
        const QString why = ErrorText::of(fresh.error).headline;
        if (!failed.contains(why))
            failed.append(why);
    }
    QString said = failed.join(u'\n');
    if (rows.isEmpty() && failed.isEmpty())
        said = loading > 0 ? OverviewPage::tr("not loaded yet")
                           : OverviewPage::tr("The services answered with no quotas"); //: 中文：服务端答复：没有配额
    quotaRows->none->setText(said);
    quotaRows->none->setVisible(!said.isEmpty());
}

void OverviewPage::Private::render()
{
    const Overview &overview = context.overview.overview();
    QString place = PlaceText::shown(context.place);
    if (context.backups.isWhole()) // of servers nothing is known before
        //: Under the title: where that is, and how many servers have backups. 中文：%1 · %n 台云服务器
        place = OverviewPage::tr("%1 · %n server(s)", nullptr, overview.servers).arg(place);
    subtitle->setText(place);
    renderNone();
    renderFreshness();
    renderAttention();
    renderShares();
    renderPoints();
    renderLines(*failureRows, overview.failures);
    renderLines(*movingRows, overview.moving);
    renderOperations();
    renderQuotas();
    const auto more = [](Card *card, int all, int shown, const QString &text) {
        card->link->setVisible(all > shown);
        card->link->setText(text);
        card->link->setAccessibleName(text);
    };
    //: Link to all rows. 中文：全部 %n 项
    more(failures, overview.failureCount, int(overview.failures.size()),
         OverviewPage::tr("All failed records")); //: Link. 中文：全部失败的记录
    more(moving, overview.movingCount, int(overview.moving.size()),
         OverviewPage::tr("All records under way")); //: Link. 中文：全部进行中的记录
    more(points, overview.servers, int(overview.points.size()), OverviewPage::tr("All backups")); //: Link. 中文：全部备份
    more(operations, int(context.operations.all().size()), 0, OverviewPage::tr("All operations")); //: Link. 中文：全部操作记录
    moveFocus();
    more(quotas, 1, 0, OverviewPage::tr("Service limits and sites")); //: Link: opens the window. 中文：服务配额与站点
}

/// Cards fill one after the other: as long as the user has touched nothing, the focus goes to the first row of what is first
/// by now.
void OverviewPage::Private::moveFocus()
{
    if (!given)
        return;
    const auto rowOf = [](QWidget *widget) {
        const auto *table = qobject_cast<QAbstractItemView *>(widget);
        return table ? table->currentIndex() : QModelIndex();
    };
    if (q->window()->focusWidget() != given || rowOf(given) != givenRow) {
        given.clear();
        return;
    }
    QWidget *first = q->focusTarget();
    if (first != given)
        first->setFocus();
    given = first;
    if (auto *table = qobject_cast<QAbstractItemView *>(first))
        table->selectionModel()->setCurrentIndex(table->model()->index(0, 0), QItemSelectionModel::NoUpdate);
    givenRow = rowOf(first);
    using State = models::Freshness::State;
    const QList<Listed> all = lists();
    const bool settled = std::ranges::none_of(all, [](const Listed &listed) {
        const State shown = listed.list->freshness().state;
        return shown == State::Loading || shown == State::Never;
    });
    if (settled && given != refresh && context.overview.isSurveyed() && !context.overview.isPending())
        given.clear();
}

void OverviewPage::Private::renderNone()
{
    int unknown = 0;
    for (const Listed &listed : lists())
        unknown += listed.list->isWhole() ? 0 : 1;
    //: In an empty card. 中文：未知：%n 个列表未完整读取
    const QString notKnown = OverviewPage::tr("Not known: %n list(s) not read, or not as a whole", nullptr, unknown);
    const auto say = [unknown, &notKnown](const CardRows &card, const QString &text) {
        card.none->setText(unknown > 0 ? notKnown : text);
    };
    say(*attentionRows, OverviewPage::tr("Nothing needs attention")); //: 中文：没有需要处理的事项
    say(*pointRows, OverviewPage::tr("No backups"));                  //: 中文：没有备份
    say(*failureRows, OverviewPage::tr("No failures"));               //: 中文：没有失败
    say(*movingRows, OverviewPage::tr("Nothing is under way"));       //: 中文：没有进行中的任务
    operationRows->none->setText(OverviewPage::tr("Nothing has been done from here yet")); //: 中文：本程序尚未执行任何操作
}

void OverviewPage::Private::retranslate()
{
    q->setAccessibleName(titleText());
    title->setText(titleText());
    refresh->setText(OverviewPage::tr("Refresh")); //: 中文：刷新
    refresh->setAccessibleName(refresh->text());
    refresh->setToolTip(OverviewPage::tr("Refresh (F5)"));                      //: 中文：刷新 (F5)
    attention->title->setText(OverviewPage::tr("Needs attention"));             //: Card. 中文：需要处理
    state->title->setText(OverviewPage::tr("Current state"));                   //: Card. 中文：当前状态
    points->title->setText(OverviewPage::tr("Recovery points, oldest first"));  //: Card. 中文：恢复点（最旧在前）
    failures->title->setText(OverviewPage::tr("Newest failures"));              //: Card. 中文：最近的失败
    moving->title->setText(OverviewPage::tr("Under way"));                      //: Card. 中文：进行中
    operations->title->setText(OverviewPage::tr("Operations of this console")); //: Card. 中文：本控制台的操作
    quotas->title->setText(OverviewPage::tr("Quotas"));                         //: Card. 中文：配额
    renderNone();
    restyle();
    render();
}

void OverviewPage::Private::restyle()
{
    title->setFont(Theme::titleFont());
    QPalette quiet;
    quiet.setColor(QPalette::WindowText, Theme::secondary(q->palette()));
    subtitle->setPalette(quiet);
    for (const auto *rows : {&attentionRows, &pointRows, &failureRows, &movingRows, &operationRows, &quotaRows})
        (*rows)->none->setPalette(quiet);
    for (Card *card : {attention, state, points, failures, moving, operations, quotas})
        card->restyle();
}

void OverviewPage::Private::chooseLine(const QList<Overview::Line> &lines, const QString &id)
{
    for (const Overview::Line &line : lines) {
        if (idOf(line) == id)
            return emit q->objectWanted(line.page, line.key);
    }
}

void OverviewPage::Private::choosePoint(const QString &serverId)
{
    for (const Overview::RecoveryPoint &point : context.overview.overview().points) {
        if (point.serverId != serverId)
            continue;
        if (!point.backup.id.isEmpty())
            return emit q->objectWanted(u"backups"_s, point.backup);
        return emit q->pageWanted(u"backups"_s, {});
    }
}

OverviewPage::OverviewPage(const Context &context, QWidget *parent) : QWidget(parent), d(std::make_unique<Private>(this, context))
{
    setObjectName(u"page-overview"_s);
    d->build();
    connect(d->refresh, &QToolButton::clicked, this, &OverviewPage::refresh);
    connect(d->freshness, &QToolButton::clicked, this, &OverviewPage::refresh);
    connect(d->failures->link, &QToolButton::clicked, this, [this] { emit pageWanted(u"records"_s, u"fail"_s); });
    connect(d->moving->link, &QToolButton::clicked, this, [this] { emit pageWanted(u"records"_s, u"replicating"_s); });
    connect(d->points->link, &QToolButton::clicked, this, [this] { emit pageWanted(u"backups"_s, {}); });
    connect(d->operations->link, &QToolButton::clicked, this, [this] { emit pageWanted(u"operations"_s, {}); });

    connect(d->quotas->link, &QToolButton::clicked, this, &OverviewPage::serviceWanted);

    d->soon.setSingleShot(true);
    d->soon.setInterval(50ms);
    connect(&d->soon, &QTimer::timeout, this, [this] { d->render(); });
    const auto later = [this] {
        if (!d->soon.isActive())
            d->soon.start();
    };
    connect(&d->context.overview, &models::OverviewSession::changed, this, later);
    connect(&d->context.place, &models::Place::changed, this, later);
    connect(&d->context.place, &models::Place::shownChanged, this, later);
    connect(&d->context.facts, &models::ServiceFacts::changed, this, later);
    connect(&d->context.operations, &models::Operations::added, this, later);
    connect(&d->context.operations, &models::Operations::changed, this, later);
    for (const Private::Listed &listed : d->lists())
        connect(listed.list, &models::ListSession::changed, this, later);
    connect(&d->tick, &QTimer::timeout, this, [this] {
        if (isVisible())
            d->render(); // ages
    });
    d->tick.start(30s);
    d->retranslate();
}

OverviewPage::~OverviewPage() = default;

QString OverviewPage::pageId() { return u"overview"_s; }

QString OverviewPage::titleText() { return tr("Overview"); } //: Page. 中文：总览

QWidget *OverviewPage::focusTarget() const
{
    for (const auto *rows : {&d->attentionRows, &d->pointRows, &d->failureRows, &d->movingRows}) {
        if (BriefTable *table = (*rows)->table(); table && table->isVisibleTo(this))
            return table;
    }
    return d->refresh;
}

void OverviewPage::takeFocus()
{
    d->given = focusTarget();
    d->given->setFocus();
    const auto *table = qobject_cast<QAbstractItemView *>(d->given.data());
    d->givenRow = table ? table->currentIndex() : QModelIndex();
    d->moveFocus();
}

void OverviewPage::refresh()
{
    for (const Private::Listed &listed : d->lists())
        listed.list->refresh();
    d->context.facts.refresh();
}

void OverviewPage::setZone(const QTimeZone &zone)
{
    d->context.zone = zone;
    d->render();
}

void OverviewPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        d->retranslate();
    } else if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        d->restyle();
        d->render();
    }
}

void OverviewPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    d->layOut();
    if (!d->soon.isActive())
        d->soon.start(); // widths follow the page
}

} // namespace ui
