#include "ui/messagebar.h"

#include "ui/formats.h"
#include "ui/icons.h"
#include "ui/labels.h"

#include <QAccessible>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int iconSize = 16;
constexpr int edge = 3;

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent), m_icon(new QLabel(this)), m_headline(wrappedLabel(this)), m_grid(new QGridLayout),
      m_buttonRow(new QHBoxLayout), m_side(new QHBoxLayout), m_iconColumn(new QVBoxLayout)
{
    m_icon->setFixedSize(iconSize, iconSize);
    m_headline->setObjectName(u"headline"_s);

    auto *words = new QVBoxLayout;
    words->setSpacing(4);
    auto *first = new QHBoxLayout;
    first->setSpacing(12);
    first->addWidget(m_headline, 1);
    m_side->setSpacing(8);
    first->addLayout(m_side);
    words->addLayout(first);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(1, 1);
    words->addLayout(m_grid);
    m_buttonRow->setSpacing(8);
    m_buttonRow->addStretch(1);
    m_buttonRow->setContentsMargins(0, 4, 0, 0);
    words->addLayout(m_buttonRow);

    m_iconColumn->addWidget(m_icon);
    m_iconColumn->addStretch(1);

    auto *outer = new QHBoxLayout(this);
    outer->setSpacing(10);
    outer->addLayout(m_iconColumn);
    outer->addLayout(words, 1);
    // Grows with its words, never with spare room.
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    placeButtons();
    restyle();
}

void MessageBar::setMessage(Token token, const QString &iconName, const QString &headline,
                            const QList<QPair<QString, QString>> &rows, int verbatimRow)
{
    const bool changed = token != m_token || headline != this->headline();
    m_token = token;
    m_iconName = iconName;
    m_verbatimRow = verbatimRow;
    m_headline->setText(formats::plain(headline));
    m_headline->setVisible(!headline.isEmpty());
    setAccessibleName(m_headline->text());

    while (m_rows.size() > rows.size()) {
        const auto [label, text] = m_rows.takeLast();
        delete label;
        delete text;
    }
    while (m_rows.size() < rows.size()) {
        QLabel *label = plainLabel(this);
        QLabel *text = wrappedLabel(this);
        const int row = int(m_rows.size());
        m_grid->addWidget(label, row, 0, Qt::AlignLeft | Qt::AlignTop);
        m_grid->addWidget(text, row, 1);
        m_rows.append(qMakePair(label, text));
    }
    for (int row = 0; row < m_rows.size(); ++row) {
        const auto &[label, text] = rows.at(row);
        const bool verbatim = row == verbatimRow;
        m_rows.at(row).first->setText(label);
        m_rows.at(row).second->setText(formats::plainLines(text));
        m_rows.at(row).second->setAccessibleName(label.isEmpty() ? text : u"%1: %2"_s.arg(label, text));
        m_rows.at(row).second->setObjectName(verbatim ? u"serverSaid"_s : QString());
        // What the service said is worth copying by keyboard; a stop at each row would only be in the way.
        m_rows.at(row).second->setFocusPolicy(verbatim ? Qt::StrongFocus : Qt::ClickFocus);
    }
    placeButtons();
    restyle();
    updateGeometry();
    if (changed && isVisible()) {
        QAccessibleEvent event(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

QPushButton *MessageBar::addButton(const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setAutoDefault(false);
    m_buttons.append(button);
    placeButtons();
    return button;
}

void MessageBar::placeButtons()
{
    const bool strip = m_rows.isEmpty();
    for (int at = 0; at < m_buttons.size(); ++at) {
        QPushButton *button = m_buttons.at(at);
        QHBoxLayout *to = strip ? m_side : m_buttonRow;
        if (to->indexOf(button) >= 0)
            continue;
        m_side->removeWidget(button);
        m_buttonRow->removeWidget(button);
        to->insertWidget(at, button);
    }
    m_buttonRow->setContentsMargins(0, strip || m_buttons.isEmpty() ? 0 : 4, 0, 0);
    m_headline->setAlignment(Qt::AlignLeft | (strip ? Qt::AlignVCenter : Qt::AlignTop));
    const int above = strip && !m_buttons.isEmpty() ? 3 : 8;
    layout()->setContentsMargins(edge + 10, above, 12, above);
    m_iconColumn->setContentsMargins(
        0, strip && !m_buttons.isEmpty() ? (m_buttons.first()->sizeHint().height() - iconSize) / 2 : 1, 0, 0);
}

void MessageBar::clearButtons()
{
    for (QPushButton *button : std::as_const(m_buttons)) {
        m_side->removeWidget(button);
        m_buttonRow->removeWidget(button);
        button->hide();
        button->deleteLater(); // it may be the one that is being clicked
    }
    m_buttons.clear();
    placeButtons();
}

QString MessageBar::headline() const { return m_headline->text(); }

QString MessageBar::plainText() const
{
    QStringList lines = {m_headline->text()};
    for (const auto &[label, text] : m_rows)
        lines.append(label->text().isEmpty() ? text->text() : u"%1: %2"_s.arg(label->text(), text->text()));
    return lines.join(u'\n');
}

void MessageBar::restyle()
{
    if (m_restyling)
        return;
    m_restyling = true;
    const QColor ground = Theme::tint(m_token, palette());
    if (!m_iconName.isEmpty())
        m_icon->setPixmap(pixmap(m_iconName, Theme::color(m_token, palette()), ground, iconSize, devicePixelRatioF()));
    m_icon->setVisible(!m_iconName.isEmpty());

    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_headline->setFont(bold);
    QPalette quiet; // only what is set in it overrides: the rest goes on following the theme
    quiet.setColor(QPalette::WindowText, Theme::readableOn(ground, Theme::secondary(palette()), palette()));
    QPalette loud;
    loud.setColor(QPalette::WindowText, palette().color(QPalette::Active, QPalette::Text));
    m_headline->setPalette(loud);
    for (int row = 0; row < m_rows.size(); ++row) {
        m_rows.at(row).first->setPalette(quiet);
        m_rows.at(row).second->setPalette(loud);
        m_rows.at(row).second->setFont(row == m_verbatimRow ? Theme::fixedFont() : font());
    }
    update();
    m_restyling = false;
}

void MessageBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        restyle();
}

void MessageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor ink = Theme::color(m_token, palette());
    const QColor ground = Theme::tint(m_token, palette());
    painter.fillRect(rect(), ground);
    painter.setPen(Theme::mix(ink, ground, 45));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    painter.fillRect(QRect(0, 0, edge, height()), ink);
}

} // namespace ui
