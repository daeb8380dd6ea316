#include "ui/navigation.h"

#include "ui/formats.h"
#include "ui/icons.h"
#include "ui/labels.h"

#include <QApplication>
#include <QEvent>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int paneWidth = 196;
constexpr int widestPane = 280;
constexpr int railWidth = 44;
constexpr int scopeHeight = 52;
constexpr int rowHeight = 28;
constexpr int groupHeight = 26;
constexpr int railGroupHeight = 9;
constexpr int iconSide = 16;
constexpr int barWidth = 3;

enum NavRole { IdRole = Qt::UserRole + 1, IconRole, GroupRole, BadgeRole, BadgeTokenRole };

QColor selectedGround(const QPalette &palette)
{
    return Theme::mix(palette.color(QPalette::Active, QPalette::Highlight), palette.color(QPalette::Active, QPalette::Window),
                      Theme::isDark(palette) ? 30 : 16);
}

QColor textOf(const QPalette &palette) { return palette.color(QPalette::Active, QPalette::WindowText); }

class NavDelegate : public QStyledItemDelegate
{
public:
    explicit NavDelegate(const Navigation *navigation)
        : QStyledItemDelegate(const_cast<Navigation *>(navigation)), m_navigation(navigation)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int line = option.fontMetrics.height();
        if (index.data(GroupRole).toBool())
            return {railWidth, m_navigation->isRail() ? railGroupHeight : std::max(groupHeight, line + 7)};
        return {railWidth, std::max(rowHeight, line + 9)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        if (index.data(GroupRole).toBool())
            paintGroup(painter, option, index);
        else
            paintPage(painter, option, index);
        painter->restore();
    }

private:
    void paintGroup(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
    {
        const QRect &r = option.rect;
        if (m_navigation->isRail()) {
            painter->fillRect(QRect(r.left() + 12, r.center().y(), r.width() - 24, 1),
                              Theme::mix(textOf(option.palette), option.palette.color(QPalette::Window), 20));
            return;
        }
        painter->setFont(Theme::badgeFont());
        painter->setPen(Theme::secondary(option.palette));
        const QString text = QFontMetrics(painter->font()).elidedText(index.data().toString(), Qt::ElideRight, r.width() - 20);
        painter->drawText(r.adjusted(12, 4, -8, 0), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
    }

    void paintPage(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
    {
        const QPalette &palette = option.palette;
        const QRect &r = option.rect;
        const bool selected = option.state & QStyle::State_Selected;
        const QColor window = palette.color(QPalette::Active, QPalette::Window);
        const QColor link = palette.color(QPalette::Active, QPalette::Link);
        QColor ground = window;
        if (selected)
            ground = selectedGround(palette);
        else if (option.state & QStyle::State_MouseOver)
            ground = Theme::mix(textOf(palette), window, 6);
        painter->fillRect(r, ground);
        if (selected)
            painter->fillRect(QRect(r.left(), r.top(), barWidth, r.height()), link);
        if (option.widget && option.widget->hasFocus() && option.state & QStyle::State_HasFocus) {
            painter->setPen(link);
            painter->drawRect(r.adjusted(0, 0, -1, -1));
        }

        const qreal ratio = painter->device()->devicePixelRatioF();
        const bool rail = m_navigation->isRail();
        const QPoint iconAt(r.left() + (rail ? (railWidth - iconSide) / 2 : 14), r.top() + (r.height() - iconSide) / 2);
        painter->drawPixmap(iconAt, pixmap(index.data(IconRole).toString(), textOf(palette), ground, iconSide, ratio));

        const int count = index.data(BadgeRole).toInt();
        const auto token = Token(index.data(BadgeTokenRole).toInt());
        painter->setRenderHint(QPainter::Antialiasing);
        if (rail) {
            if (count > 0) {
                painter->setPen(QPen(ground, 1.5)); // a rim, so that the dot stands off the icon
                painter->setBrush(Theme::color(token, palette));
                painter->drawEllipse(QPointF(iconAt.x() + iconSide, iconAt.y() + 1), 4.5, 4.5);
            }
            return;
        }

        int right = r.right() - 8;
        if (count > 0) {
            const QFont font = Theme::badgeFont();
            const QFontMetrics metrics(font);
            const QString text = count > 999 ? u"999+"_s : QString::number(count);
            const int high = std::max(16, metrics.height() + 2);
            const int wide = std::max(high, metrics.horizontalAdvance(text) + 10);
            const QRectF pill(right - wide + 1, r.top() + (r.height() - high) / 2.0, wide, high);
            painter->setPen(Qt::NoPen);
            painter->setBrush(Theme::color(token, palette));
            painter->drawRoundedRect(pill, high / 2.0, high / 2.0);
            painter->setFont(font);
            painter->setPen(Theme::onColor(token, palette));
            painter->drawText(pill, Qt::AlignCenter, text);
            right -= wide + 2;
        }
        QFont font = option.font;
        if (selected)
            font.setWeight(QFont::DemiBold);
        const QRect words(iconAt.x() + iconSide + 8, r.top(), right - iconAt.x() - iconSide - 8, r.height());
        painter->setFont(font);
        painter->setPen(textOf(palette));
        painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, words.width()));
    }

    const Navigation *m_navigation;
};

/// A list that may shrink to three rows, so that it never keeps a window from being small.
class NavList : public QListView
{
public:
    using QListView::QListView;

    QSize minimumSizeHint() const override { return {railWidth, 3 * rowHeight}; }
};

} // namespace

/// Two lines that a tool button cannot draw by itself. Everything else of it, the accessible side included, is a tool button.
class ScopeButton : public QToolButton
{
public:
    explicit ScopeButton(QWidget *parent) : QToolButton(parent)
    {
        setObjectName(u"scope"_s);
        setFocusPolicy(Qt::StrongFocus);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setAttribute(Qt::WA_Hover);
    }

    QSize sizeHint() const override { return {paneWidth, std::max(scopeHeight, 2 * fontMetrics().height() + 14)}; }
    QSize minimumSizeHint() const override { return {railWidth, sizeHint().height()}; }

    QString profile;
    QString place;
    bool production = false;
    bool rail = false;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const QColor window = palette().color(QPalette::Active, QPalette::Window);
        const QColor ink = textOf(palette());
        if (isDown() || underMouse())
            painter.fillRect(rect(), Theme::mix(ink, window, isDown() ? 10 : 6));
        painter.fillRect(QRect(0, height() - 1, width(), 1), Theme::mix(ink, window, 15));
        if (hasFocus()) {
            painter.setPen(palette().color(QPalette::Active, QPalette::Link));
            painter.drawRect(rect().adjusted(0, 0, -1, -1));
        }
        const qreal ratio = devicePixelRatioF();
        const int left = rail ? (width() - iconSide) / 2 : 14;
        const QColor mark = production ? Theme::color(Token::Bad, palette()) : ink;
        painter.drawPixmap(left, (height() - iconSide) / 2,
                           pixmap(production ? u"warning"_s : u"globe"_s, mark, window, iconSide, ratio));
        if (rail)
            return;
        const int words = left + iconSide + 8;
        const int room = width() - words - 14 - 12;
        painter.drawPixmap(width() - 12 - 14, (height() - 14) / 2, pixmap(u"chevron-down"_s, ink, window, 14, ratio));
        const QFont bold = Theme::sectionFont();
        const QFont small = Theme::smallFont();
        const QFontMetrics boldMetrics(bold);
        const QFontMetrics smallMetrics(small);
        const int top = (height() - boldMetrics.height() - smallMetrics.height() - 1) / 2;
        painter.setFont(bold);
        painter.setPen(ink);
        painter.drawText(words, top + boldMetrics.ascent(),
                         boldMetrics.elidedText(formats::plain(profile), Qt::ElideMiddle, room));
        painter.setFont(small);
        painter.setPen(Theme::secondary(palette()));
        painter.drawText(words, top + boldMetrics.height() + 1 + smallMetrics.ascent(),
                         smallMetrics.elidedText(formats::plain(place), Qt::ElideMiddle, room));
    }
};

Navigation::Navigation(QWidget *parent)
    : QWidget(parent), m_scope(new ScopeButton(this)), m_view(new NavList(this)), m_model(new QStandardItemModel(this))
{
    setObjectName(u"navigation"_s);
    m_view->setObjectName(u"navigationList"_s);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new NavDelegate(this));
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setMouseTracking(true);
    m_view->viewport()->setAutoFillBackground(false);
    m_view->setTabKeyNavigation(false);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 1, 0);
    column->setSpacing(4);
    column->addWidget(m_scope);
    column->addWidget(m_view, 1);

    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &now) {
        if (!m_silent && now.isValid())
            emit pageChosen(now.data(IdRole).toString());
    });
    applyWidth();
    retranslate();
}

void Navigation::setPages(const QList<NavEntry> &pages)
{
    const QString chosen = current();
    struct Badge
    {
        int count;
        int token;
        QString description;
    };
    QHash<QString, Badge> badges;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QStandardItem *item = m_model->item(row);
        if (item->data(BadgeRole).toInt() > 0)
            badges.insert(item->data(IdRole).toString(), {item->data(BadgeRole).toInt(), item->data(BadgeTokenRole).toInt(),
                                                          item->data(Qt::AccessibleDescriptionRole).toString()});
    }

    m_silent = true;
    m_model->clear();
    for (const NavEntry &page : pages) {
        auto *item = new QStandardItem(page.text); // the model owns it
        item->setData(page.id, IdRole);
        item->setData(page.icon, IconRole);
        item->setData(page.group, GroupRole);
        item->setData(page.text, Qt::AccessibleTextRole);
        item->setFlags(page.group ? Qt::NoItemFlags : Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        m_model->appendRow(item);
    }
    m_silent = false;
    for (auto it = badges.cbegin(); it != badges.cend(); ++it)
        setBadge(it.key(), it->count, Token(it->token), it->description);
    applyWidth();
    setCurrent(chosen);
}

QStandardItem *Navigation::itemOf(const QString &id) const
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (QStandardItem *item = m_model->item(row); !item->data(GroupRole).toBool() && item->data(IdRole).toString() == id)
            return item;
    }
    return nullptr;
}

void Navigation::setCurrent(const QString &id)
{
    m_silent = true;
    const QStandardItem *item = itemOf(id);
    if (item)
        m_view->setCurrentIndex(item->index());
    else
        m_view->selectionModel()->clear();
    m_silent = false;
}

QString Navigation::current() const { return m_view->currentIndex().data(IdRole).toString(); }

void Navigation::setBadge(const QString &id, int count, Token token, const QString &description)
{
    QStandardItem *item = itemOf(id);
    if (!item)
        return;
    item->setData(std::max(0, count), BadgeRole);
    item->setData(int(token), BadgeTokenRole);
    item->setData(count > 0 ? description : QString(), Qt::AccessibleDescriptionRole);
    applyWidth();
}

void Navigation::setScope(const QString &profile, const QString &place, bool production)
{
    m_scope->profile = profile;
    m_scope->place = place;
    m_scope->production = production;
    retranslate();
    m_scope->update();
}

QToolButton *Navigation::scopeButton() const { return m_scope; }

void Navigation::setRail(bool rail)
{
    if (rail == m_rail)
        return;
    m_rail = rail;
    m_scope->rail = rail;
    applyWidth();
    m_view->doItemsLayout();
    m_scope->update();
    retranslate();
}

void Navigation::applyWidth()
{
    int wide = railWidth;
    if (!m_rail) {
        // Room for every word and a badge of three figures, whatever is counted now: the pane does not move with the counts.
        QFont bold = font();
        bold.setWeight(QFont::DemiBold);
        const QFontMetrics words(bold);
        const int badge = QFontMetrics(Theme::badgeFont()).horizontalAdvance(u"999"_s) + 10 + 2;
        wide = paneWidth;
        for (int row = 0; row < m_model->rowCount(); ++row) {
            const QStandardItem *item = m_model->item(row);
            if (!item->data(GroupRole).toBool())
                wide = std::max(wide, 14 + iconSide + 8 + words.horizontalAdvance(item->text()) + badge + 8 + 1);
        }
        wide = std::min(wide, widestPane);
    }
    setFixedWidth(wide);
    // In the rail the word moves into the tip; beside the word only the badge needs one.
    for (int row = 0; row < m_model->rowCount(); ++row) {
        QStandardItem *item = m_model->item(row);
        const QString description = item->data(Qt::AccessibleDescriptionRole).toString();
        QString tip = description;
        if (m_rail && !item->data(GroupRole).toBool())
            tip = description.isEmpty() ? item->text() : u"%1 · %2"_s.arg(item->text(), description);
        item->setToolTip(tip);
    }
}

void Navigation::retranslate()
{
    //: Accessible name of the list of pages. 中文：页面
    m_view->setAccessibleName(tr("Pages"));
    //: Accessible name of the button that opens the tree of profiles, regions and projects; %1 profile, %2 "3 regions · 4
    //: projects". 中文：范围：%1，%2
    m_scope->setAccessibleName(m_scope->profile.isEmpty()
                                   ? tr("Scope")
                                   : tr("Scope: %1, %2").arg(formats::plain(m_scope->profile), formats::plain(m_scope->place)));
    //: What is marked as production. 中文：生产环境
    m_scope->setAccessibleDescription(m_scope->production ? tr("Production") : QString());
    m_scope->setToolTip(m_rail ? plainTip(m_scope->accessibleName()) : QString());
}

void Navigation::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        applyWidth();
}

void Navigation::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor window = palette().color(QPalette::Active, QPalette::Window);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), Theme::mix(textOf(palette()), window, 15));
}

} // namespace ui
