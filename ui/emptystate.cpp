#include "ui/emptystate.h"

#include "ui/appstyle.h"
#include "ui/formats.h"
#include "ui/icons.h"
#include "ui/labels.h"
#include "ui/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int iconSize = 32;
constexpr int widest = 520;
constexpr int mostRoom = 300; ///< wanted; beyond it the window would have to grow

struct Look
{
    QString icon;
    Token token;
};

Look lookOf(EmptyState::Kind kind, const QString &pageIcon)
{
    switch (kind) {
    case EmptyState::Kind::Loading:
        return {u"moving"_s, Token::Run};
    case EmptyState::Kind::Empty:
        return {pageIcon.isEmpty() ? u"records"_s : pageIcon, Token::Idle};
    case EmptyState::Kind::NoMatch:
        return {u"filter"_s, Token::Idle};
    case EmptyState::Kind::Forbidden:
        return {u"lock"_s, Token::Warn};
    case EmptyState::Kind::SignedOut:
        return {u"key"_s, Token::Doubt};
    case EmptyState::Kind::Offline:
        return {u"cloud-slash"_s, Token::Bad};
    case EmptyState::Kind::MustMove:
        return {u"external"_s, Token::Warn};
    case EmptyState::Kind::Failed:
        return {u"failed"_s, Token::Bad};
    }
    return {u"question"_s, Token::Idle};
}

/// A flat bar of 6; without a known end it stands striped.
class FlatBar : public QProgressBar
{
public:
    using QProgressBar::QProgressBar;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(
            Theme::mix(palette().color(QPalette::Active, QPalette::Text), palette().color(QPalette::Active, QPalette::Base), 15));
        const QRectF all = rect();
        const double round = all.height() / 2;
        painter.drawRoundedRect(all, round, round);
        painter.setBrush(Theme::color(Token::Run, palette()));
        if (maximum() <= minimum()) {
            for (int x = 4; x + 10 < width(); x += 12)
                painter.drawPolygon(QPolygon({{x, height()}, {x + 6, height()}, {x + 10, 0}, {x + 4, 0}}));
        } else if (value() > minimum()) {
            const double share = double(value() - minimum()) / (maximum() - minimum());
            painter.drawRoundedRect(QRectF(0, 0, std::max(all.height(), all.width() * share), all.height()), round, round);
        }
    }
};

QLabel *centredLabel(QWidget *parent, const QString &name)
{
    QLabel *label = wrappedLabel(parent, name);
    label->setAlignment(Qt::AlignCenter);
    return label;
}

} // namespace

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent), m_icon(new QLabel(this)), m_headline(centredLabel(this, u"headline"_s)),
      m_why(centredLabel(this, u"why"_s)), m_progress(new FlatBar(this)), m_first(new QPushButton(this)),
      m_second(new QPushButton(this))
{
    m_icon->setAlignment(Qt::AlignCenter);
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(220, 6);
    m_first->setObjectName(u"firstButton"_s);
    m_second->setObjectName(u"secondButton"_s);
    m_first->setAutoDefault(false);
    m_second->setAutoDefault(false);
    makePrimary(m_first);

    auto *column = new QVBoxLayout;
    column->setSpacing(8);
    column->addStretch(2);
    column->addWidget(m_icon);
    column->addWidget(m_headline);
    column->addWidget(m_why);
    column->addWidget(m_progress, 0, Qt::AlignHCenter);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, 4, 0, 0);
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(m_first);
    buttons->addWidget(m_second);
    buttons->addStretch(1);
    column->addLayout(buttons);
    column->addStretch(3);

    auto *middle = new QWidget(this);
    middle->setMaximumWidth(widest);
    middle->setLayout(column);
    auto *outer = new QHBoxLayout(this);
    outer->setContentsMargins(16, 16, 16, 16);
    outer->addStretch(1);
    outer->addWidget(middle, 1000); // all it may have, the rest of a wide page to both sides
    outer->addStretch(1);

    connect(m_first, &QPushButton::clicked, this, &EmptyState::firstChosen);
    connect(m_second, &QPushButton::clicked, this, &EmptyState::secondChosen);
    setState(Kind::Loading, {}, {});
}

void EmptyState::setState(Kind kind, const QString &headline, const QString &why, const QString &firstButton,
                          const QString &secondButton)
{
    const bool changed = kind != m_kind || m_headline->text() != headline;
    m_kind = kind;
    m_headline->setText(formats::plain(headline));
    m_headline->setVisible(!headline.isEmpty());
    m_why->setText(formats::plainLines(why));
    m_why->setVisible(!why.isEmpty());
    m_first->setText(firstButton);
    m_first->setVisible(!firstButton.isEmpty());
    m_second->setText(secondButton);
    m_second->setVisible(!secondButton.isEmpty());
    m_progress->setVisible(kind == Kind::Loading);
    setAccessibleName(m_headline->text());
    setAccessibleDescription(m_why->text());
    retranslate();
    restyle();
    keepRoom();
    if (changed && isVisible() && kind != Kind::Loading) {
        QAccessibleEvent event(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

void EmptyState::setPageIcon(const QString &iconName)
{
    m_pageIcon = iconName;
    restyle();
}

void EmptyState::setProgress(int value, int maximum)
{
    m_progress->setRange(0, std::max(0, maximum));
    m_progress->setValue(value);
}

void EmptyState::retranslate()
{
    //: Accessible name of the progress bar of an empty page. 中文：加载进度
    m_progress->setAccessibleName(tr("Loading progress"));
}

void EmptyState::restyle()
{
    if (m_restyling)
        return;
    m_restyling = true;
    const Look look = lookOf(m_kind, m_pageIcon);
    m_icon->setPixmap(pixmap(look.icon, Theme::color(look.token, palette()), palette().color(QPalette::Active, QPalette::Base),
                             iconSize, devicePixelRatioF()));
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_headline->setFont(bold);
    QPalette quiet; // only what is set in it overrides: the rest goes on following the theme
    quiet.setColor(QPalette::WindowText, Theme::secondary(palette()));
    m_why->setPalette(quiet);
    m_restyling = false;
}

void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange ||
             event->type() == QEvent::StyleChange)
        restyle();
}

void EmptyState::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        keepRoom();
}

void EmptyState::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    keepRoom();
}

void EmptyState::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    setMinimumHeight(0); // a stack is as high as its highest page wants
}

void EmptyState::keepRoom() { setMinimumHeight(isVisible() ? std::min(mostRoom, layout()->totalHeightForWidth(width())) : 0); }

void EmptyState::paintEvent(QPaintEvent *) { QPainter(this).fillRect(rect(), palette().color(QPalette::Active, QPalette::Base)); }

} // namespace ui
