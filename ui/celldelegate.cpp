#include "ui/celldelegate.h"

#include "ui/formats.h"
#include "ui/icons.h"
#include "ui/statelook.h"
#include "ui/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHeaderView>
#include <QHelpEvent>
#include <QPainter>
#include <QTableView>
#include <QTimerEvent>
#include <QToolTip>
#include <QTreeView>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace ui {

using models::CellKind;
using models::StateKind;

namespace {

constexpr int padding = 8;
constexpr int iconSize = 16;
constexpr int iconGap = 6;
constexpr int checkInset = 5; // with the style's 3 this is the padding
constexpr int barHeight = 4;
constexpr int smallestBar = 12;
constexpr int widestText = 480;
constexpr qsizetype measured = 300; // of a text of 10,000 characters only what may fit is looked at
constexpr qsizetype longestTip = 2000;

CellKind kindOf(const QModelIndex &index)
{
    const QVariant kind = index.data(models::CellKindRole);
    return kind.isValid() ? CellKind(kind.toInt()) : CellKind::Text;
}

QString shortened(const QString &text)
{
    if (text.size() <= measured)
        return formats::plain(text);
    return formats::plain(text.left(measured / 2) + QChar(0x2026) + text.right(measured / 2));
}

QString stateWord(const QModelIndex &index) { return index.data(models::StateWordRole).toString(); }

StateLook lookOf(const QModelIndex &index)
{
    return stateLook(StateKind(index.data(models::StateKindRole).toInt()), stateWord(index));
}

/// The state of the row a cell stands in, for the tint of a changed row.
Token rowToken(const QModelIndex &index)
{
    for (const QModelIndex &cell : {index, index.siblingAtColumn(0)}) {
        if (cell.data(models::StateWordRole).isValid())
            return lookOf(cell).token;
    }
    return Token::Run;
}

bool hasTabularFigures(const QFont &font)
{
    static QHash<QString, bool> known;
    const QString key = font.key();
    if (const auto it = known.constFind(key); it != known.cend())
        return *it;
    const QFontMetrics metrics(font);
    bool equal = true;
    for (char16_t digit = '1'; digit <= '9'; ++digit)
        equal = equal && metrics.horizontalAdvance(QChar(digit)) == metrics.horizontalAdvance(QChar(u'0'));
    known.insert(key, equal);
    return equal;
}

QFont fixedLike(const QFont &font)
{
    static QString askedFor;
    static QFont fixed;
    if (const QString key = QApplication::font().key(); key != askedFor) {
        askedFor = key;
        fixed = Theme::fixedFont();
    }
    QFont result = fixed;
    result.setWeight(font.weight());
    return result;
}

QFont fontFor(CellKind kind, const QFont &font)
{
    switch (kind) {
    case CellKind::Id:
        return fixedLike(font);
    case CellKind::Number:
    case CellKind::Size:
    case CellKind::Time:
    case CellKind::Progress:
        return hasTabularFigures(font) ? font : fixedLike(font);
    default:
        return font;
    }
}

bool isCut(CellKind kind) { return kind == CellKind::Text || kind == CellKind::Id || kind == CellKind::Progress; }

const QHeaderView *columnsOf(const QWidget *widget)
{
    if (const auto *table = qobject_cast<const QTableView *>(widget))
        return table->horizontalHeader();
    if (const auto *tree = qobject_cast<const QTreeView *>(widget))
        return tree->header();
    return nullptr;
}

bool isEdgeColumn(const QHeaderView *header, int column, bool first)
{
    if (!header)
        return true;
    const int step = first ? 1 : -1;
    int visual = first ? 0 : header->count() - 1;
    while (visual >= 0 && visual < header->count() && header->isSectionHidden(header->logicalIndex(visual)))
        visual += step;
    return header->visualIndex(column) == visual;
}

// On the base line of the cell's own font: centring would move a line up or down with each font that stands in for a glyph.
/// The room a text needs not to be cut: elidedText() counts the fractions of a pixel that horizontalAdvance() rounds away.
int roomOf(const QFont &font, const QString &text)
{
    return static_cast<int>(std::ceil(QFontMetricsF(font).horizontalAdvance(text)));
}

void drawLine(QPainter *painter, const QRect &rect, bool right, const QFont &font, const QColor &ink, const QString &text)
{
    const QFontMetrics metrics(font);
    const int left = right ? rect.right() + 1 - metrics.horizontalAdvance(text) : rect.left();
    painter->setFont(font);
    painter->setPen(ink);
    painter->drawText(left, rect.top() + (rect.height() - metrics.height()) / 2 + metrics.ascent(), text);
}

QString tip(const QString &text)
{
    // Escaped: a name that looks like rich text shall not become it.
    return u"<qt><p style='white-space:pre-wrap'>"_s + text.toHtmlEscaped() + u"</p></qt>"_s;
}

} // namespace

CellDelegate::CellDelegate(QObject *parent) : QStyledItemDelegate(parent) {}

int CellDelegate::rowHeight(const QFont &font)
{
    static QHash<QString, int> known;
    const QString key = font.key() + font.families().join(u',');
    if (const auto it = known.constFind(key); it != known.cend())
        return *it;
    int tallest = QFontMetrics(font).height();
    for (const QString &family : font.families()) { // Chinese glyphs stand taller than the first family says
        QFont single = font;
        single.setFamilies({family});
        tallest = std::max(tallest, QFontMetrics(single).height());
    }
    return *known.insert(key, std::max(26, tallest + 7));
}

int CellDelegate::stateColumnWidth(StateKind kind, const QFont &font)
{
    int widest = 0;
    for (const QString &word : knownStates(kind))
        widest = std::max(widest, roomOf(font, stateLook(kind, word).word));
    return widest + iconSize + iconGap + 2 * padding;
}

int CellDelegate::columnWidth(CellKind kind, const QString &sample, const QFont &font)
{
    const int icon = kind == CellKind::State ? iconSize + iconGap : 0;
    return roomOf(fontFor(kind, font), sample) + icon + 2 * padding;
}

void CellDelegate::drawGround(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QPalette &palette = option.palette;
    const bool selected = option.state & QStyle::State_Selected;
    const QHeaderView *columns = columnsOf(option.widget);

    QColor ground = palette.color(QPalette::Active, QPalette::Base);
    if (selected)
        ground = Theme::selectedRow(palette);
    else if (index.data(models::ChangedRole).toBool())
        ground = Theme::tint(rowToken(index), palette, 16);
    painter->fillRect(option.rect, ground);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), Theme::hairline(palette));

    const QColor link = palette.color(QPalette::Active, QPalette::Link);
    const bool first = isEdgeColumn(columns, index.column(), true);
    if (selected && first)
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), link);

    // The frame of the keyboard's row, drawn in pieces by its cells.
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    if (!view || !view->hasFocus() || view->currentIndex().row() != index.row() ||
        view->currentIndex().parent() != index.parent())
        return;
    const QRect &r = option.rect;
    painter->fillRect(QRect(r.left(), r.top(), r.width(), 1), link);
    painter->fillRect(QRect(r.left(), r.bottom(), r.width(), 1), link);
    if (first)
        painter->fillRect(QRect(r.left(), r.top(), 1, r.height()), link);
    if (isEdgeColumn(columns, index.column(), false))
        painter->fillRect(QRect(r.right(), r.top(), 1, r.height()), link);
}

QRect CellDelegate::textRect(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QRect inner = option.rect.adjusted(padding, 0, -padding, -1);
    if (index.data(Qt::CheckStateRole).isValid()) {
        QStyleOptionViewItem full = option;
        initStyleOption(&full, index);
        const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
        full.rect.setLeft(full.rect.left() + checkInset);
        inner.setLeft(style->subElementRect(QStyle::SE_ItemViewItemCheckIndicator, &full, option.widget).right() + iconGap);
    }
    if (kindOf(index) == CellKind::State || index.data(Qt::DecorationRole).isValid())
        inner.setLeft(inner.left() + iconSize + iconGap);
    return inner;
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setClipRect(option.rect);
    drawGround(painter, option, index);

    if (index.data(Qt::CheckStateRole).isValid()) {
        QStyleOptionViewItem full = option;
        initStyleOption(&full, index);
        const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
        full.rect.setLeft(full.rect.left() + checkInset);
        QStyleOptionButton box;
        box.rect = style->subElementRect(QStyle::SE_ItemViewItemCheckIndicator, &full, option.widget);
        box.palette = option.palette;
        box.state = (option.state & QStyle::State_Enabled) | (full.checkState == Qt::Checked     ? QStyle::State_On
                                                              : full.checkState == Qt::Unchecked ? QStyle::State_Off
                                                                                                 : QStyle::State_NoChange);
        style->drawPrimitive(QStyle::PE_IndicatorCheckBox, &box, painter, option.widget);
    }

    const CellKind kind = kindOf(index);
    const QRect inner = textRect(option, index);
    const QPoint iconAt(inner.left() - iconSize - iconGap, option.rect.top() + (option.rect.height() - iconSize) / 2);
    const bool selected = option.state & QStyle::State_Selected;
    const QColor ground = selected ? Theme::selectedRow(option.palette) : option.palette.color(QPalette::Active, QPalette::Base);

    if (kind == CellKind::State) {
        const StateLook look = lookOf(index);
        const QColor ink = Theme::color(look.token, option.palette);
        painter->drawPixmap(iconAt, pixmap(look.icon, ink, ground, iconSize, painter->device()->devicePixelRatioF()));
        QString text = index.data(Qt::DisplayRole).toString(); // the word, or a sentence on that state
        if (text.isEmpty())
            text = look.word;
        drawLine(painter, inner, false, option.font, Theme::wordColor(look.token, option.palette),
                 QFontMetrics(option.font).elidedText(shortened(text), Qt::ElideRight, inner.width()));
    } else {
        if (const QVariant decoration = index.data(Qt::DecorationRole); decoration.isValid())
            qvariant_cast<QIcon>(decoration).paint(painter, QRect(iconAt, QSize(iconSize, iconSize)));
        if (kind == CellKind::Progress)
            drawProgress(painter, option, index, inner);
        else
            drawText(painter, option, index, kind, inner);
    }
    painter->restore();
}

void CellDelegate::drawText(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index, CellKind kind,
                            const QRect &inner) const
{
    const QFont font = fontFor(kind, option.font);
    QString text = shortened(index.data(Qt::DisplayRole).toString());
    if (isCut(kind))
        text = QFontMetrics(font).elidedText(text, Qt::ElideMiddle, inner.width());

    bool right = kind == CellKind::Number || kind == CellKind::Size;
    if (const QVariant own = index.data(Qt::TextAlignmentRole); own.isValid())
        right = Qt::Alignment(own.toInt()).testFlag(Qt::AlignRight);

    QColor ink = option.palette.color(QPalette::Active, QPalette::Text);
    if (!(option.state & QStyle::State_Enabled))
        ink = Theme::disabledText(option.palette);
    else if (index.data(models::SecondaryRole).toBool() || index.data(models::MissingRole).toBool())
        ink = Theme::secondary(option.palette);
    drawLine(painter, inner, right, font, ink, text);
}

void CellDelegate::drawProgress(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                                const QRect &inner) const
{
    const QVariant data = index.data(models::ProgressRole);
    const int value = data.isValid() ? data.toInt() : int(models::NoProgress);
    const QFont font = fontFor(CellKind::Progress, option.font);
    const QFontMetrics metrics(font);
    const bool moves = value >= 0 || value == models::UnknownProgress;

    QString text = value >= 0 ? formats::percent(std::min(value, 100)) : shortened(index.data(Qt::DisplayRole).toString());
    const int room = value >= 0 ? metrics.horizontalAdvance(formats::percent(100)) : metrics.horizontalAdvance(text);
    const QRect bar(inner.left(), inner.center().y() - barHeight / 2 + 1, inner.width() - room - padding, barHeight);
    const QColor ink = Theme::color(Token::Run, option.palette);

    painter->setRenderHint(QPainter::Antialiasing);
    if (moves && bar.width() >= smallestBar) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(Theme::mix(option.palette.color(QPalette::Active, QPalette::Text),
                                     option.palette.color(QPalette::Active, QPalette::Base), 15));
        painter->drawRoundedRect(bar, barHeight / 2.0, barHeight / 2.0);
        painter->setBrush(ink);
        if (value > 0) {
            painter->drawRoundedRect(
                QRectF(bar.left(), bar.top(), std::max(double(barHeight), bar.width() * std::min(value, 100) / 100.0), barHeight),
                barHeight / 2.0, barHeight / 2.0);
        } else if (value == models::UnknownProgress) {
            painter->save();
            painter->setClipRect(bar, Qt::IntersectClip);
            for (int x = bar.left() - 16 + m_stripeStep * 4 % 12; x < bar.right(); x += 12)
                painter->drawPolygon(
                    QPolygon({{x, bar.bottom() + 1}, {x + 6, bar.bottom() + 1}, {x + 10, bar.top()}, {x + 4, bar.top()}}));
            painter->restore();
            m_view = option.widget;
            if (!m_striped.contains(index))
                m_striped.append(index);
            const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
            if (!m_stripeTimer.isActive() && style->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, option.widget) > 0)
                m_stripeTimer.start(250, const_cast<CellDelegate *>(this));
        }
    }

    const QColor words = value >= 0 ? option.palette.color(QPalette::Active, QPalette::Text) : Theme::secondary(option.palette);
    drawLine(painter, inner, true, font, words, metrics.elidedText(text, Qt::ElideRight, inner.width()));
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const CellKind kind = kindOf(index);
    QString text = shortened(index.data(Qt::DisplayRole).toString());
    int width = 0;
    if (kind == CellKind::State) {
        if (text.isEmpty())
            text = lookOf(index).word;
        width = iconSize + iconGap;
    } else if (index.data(Qt::DecorationRole).isValid()) {
        width = iconSize + iconGap;
    }
    if (kind == CellKind::Progress)
        width = 36 + padding; // a bar that can be read
    if (index.data(Qt::CheckStateRole).isValid())
        width += iconSize + iconGap;
    width += roomOf(fontFor(kind, option.font), text) + 2 * padding;
    return {isCut(kind) ? std::min(width, widestText) : width, rowHeight(option.font)};
}

bool CellDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                             const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);

    QString text = index.data(Qt::ToolTipRole).toString();
    const CellKind kind = kindOf(index);
    if (text.isEmpty() && kind == CellKind::State)
        text = lookOf(index).known ? lookOf(index).description
                                   : stateWord(index); // a word not known here may be longer than the column
    if (text.isEmpty() && isCut(kind) && !index.data(models::MissingRole).toBool()) {
        const QString whole = index.data(Qt::DisplayRole).toString();
        const QString shown = shortened(whole);
        if (whole.size() > measured ||
            QFontMetrics(fontFor(kind, option.font)).horizontalAdvance(shown) > textRect(option, index).width())
            text = whole;
    }
    if (text.isEmpty()) {
        QToolTip::hideText();
        event->ignore();
        return true;
    }
    QToolTip::showText(event->globalPos(), tip(formats::plainLines(text.left(longestTip))), view->viewport(), option.rect);
    return true;
}

bool CellDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                               const QModelIndex &index)
{
    QStyleOptionViewItem inset = option; // the check box is where paint() put it
    inset.rect.setLeft(inset.rect.left() + checkInset);
    return QStyledItemDelegate::editorEvent(event, model, inset, index);
}

void CellDelegate::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_stripeTimer.timerId()) {
        QStyledItemDelegate::timerEvent(event);
        return;
    }
    // Cells that are still on the screen will draw and enter themselves again; when none does, the timer ends.
    const QList<QPersistentModelIndex> drawn = std::exchange(m_striped, {});
    auto *view = qobject_cast<QAbstractItemView *>(const_cast<QWidget *>(m_view.data()));
    if (drawn.isEmpty() || !view) {
        m_stripeTimer.stop();
        return;
    }
    ++m_stripeStep;
    for (const QPersistentModelIndex &index : drawn) {
        if (index.isValid())
            view->update(index);
    }
}

void setUpTable(QTableView *table)
{
    table->setItemDelegate(new CellDelegate(table)); // owned by the table
    table->setShowGrid(false);
    table->setFrameShape(QFrame::NoFrame);
    table->setAlternatingRowColors(false);
    table->setWordWrap(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false); // Tab leaves the table, arrows move in it
    table->setMouseTracking(true);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(CellDelegate::rowHeight(table->font()));
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setSectionsMovable(true);
}

} // namespace ui
