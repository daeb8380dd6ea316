#include "ui/freshnesslabel.h"

#include "ui/icons.h"

#include <QAccessible>
#include <QEvent>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct Look
{
    const char16_t *icon;
    Token token;
};

Look lookOf(FreshnessLabel::Kind kind)
{
    switch (kind) {
    case FreshnessLabel::Kind::Never:
        return {u"dash", Token::Idle};
    case FreshnessLabel::Kind::Fresh:
        return {u"available", Token::Ok};
    case FreshnessLabel::Kind::Refreshing:
        return {u"moving", Token::Run};
    case FreshnessLabel::Kind::Stale:
        return {u"warning", Token::Warn};
    case FreshnessLabel::Kind::Failed:
        return {u"failed", Token::Bad};
    case FreshnessLabel::Kind::Partial:
        return {u"partly", Token::Warn};
    case FreshnessLabel::Kind::Offline:
        return {u"cloud-slash", Token::Idle};
    }
    return {u"question", Token::Idle};
}

} // namespace

FreshnessLabel::FreshnessLabel(QWidget *parent) : QToolButton(parent)
{
    setObjectName(u"freshness"_s);
    setAutoRaise(true);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setIconSize({16, 16});
    setFocusPolicy(Qt::StrongFocus);
    retranslate();
}

void FreshnessLabel::setState(Kind kind, const QString &text, const QString &toolTip)
{
    const bool changed = kind != m_kind;
    m_kind = kind;
    m_text = text;
    m_toolTip = toolTip;
    retranslate();
    if (changed && isVisible() &&
        (kind == Kind::Stale || kind == Kind::Failed || kind == Kind::Offline || kind == Kind::Partial)) {
        QAccessibleEvent event(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

void FreshnessLabel::retranslate()
{
    //: The freshness label before the first answer. 中文：尚未加载
    const QString shown = m_text.isEmpty() && m_kind == Kind::Never ? tr("Not loaded yet") : m_text;
    QString escaped = shown;
    escaped.replace(u'&', u"&&"_s); // a tool button would make a mnemonic of it
    if (text() != escaped)
        setText(escaped);
    if (accessibleName() != shown)
        setAccessibleName(shown);
    //: Accessible description of the button. 中文：打开刷新详情
    const QString description = m_toolTip.isEmpty() ? tr("Opens the details of the last refresh") : m_toolTip;
    if (accessibleDescription() != description)
        setAccessibleDescription(description);
    setToolTip(m_toolTip.isEmpty() ? QString()
                                   : u"<qt><p style='white-space:pre-wrap'>"_s + m_toolTip.toHtmlEscaped() + u"</p></qt>"_s);
    restyle();
}

void FreshnessLabel::restyle()
{
    if (m_restyling)
        return;
    m_restyling = true;
    const Look look = lookOf(m_kind);
    setIcon(ui::icon(QStringView(look.icon), look.token));
    // Fresh and moving are the ordinary case: quiet. Only what needs a look is coloured.
    const bool quiet = look.token == Token::Ok || look.token == Token::Run || look.token == Token::Idle;
    QPalette own; // only what is set in it overrides: the rest goes on following the theme
    for (const auto group : {QPalette::Active, QPalette::Inactive})
        own.setColor(group, QPalette::ButtonText, quiet ? Theme::secondary(palette()) : Theme::color(look.token, palette()));
    setPalette(own);
    m_restyling = false;
}

void FreshnessLabel::changeEvent(QEvent *event)
{
    QToolButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        restyle();
}

} // namespace ui
