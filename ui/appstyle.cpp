#include "ui/appstyle.h"

#include "ui/icons.h"
#include "ui/theme.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int headerInset = 6; // with Fusion's 2 this is the 8 of the cells

/// Keeps the colours of a filled button in step with the application's palette; a child of its button.
class PrimaryLook : public QObject
{
public:
    explicit PrimaryLook(QPushButton *button) : QObject(button), m_button(button)
    {
        setObjectName(u"primaryLook"_s);
        button->installEventFilter(this);
        fill();
    }

    ~PrimaryLook() override = default;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const bool answer = QObject::eventFilter(watched, event);
        if (event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::StyleChange ||
            event->type() == QEvent::PaletteChange)
            fill();
        return answer;
    }

private:
    void fill()
    {
        if (m_filling)
            return;
        m_filling = true;
        const QPalette app = QApplication::palette(m_button);
        const QColor highlight = app.color(QPalette::Active, QPalette::Highlight);
        // Fusion lightens Button in its gradient: its lightest pixel still has to carry white.
        const QColor filled = highlight.darker(Theme::isDark(app) ? 165 : 135);
        QPalette own; // only what is set in it overrides: the rest goes on following the theme
        for (const auto group : {QPalette::Active, QPalette::Inactive}) {
            own.setColor(group, QPalette::Button, filled);
            own.setColor(group, QPalette::ButtonText, app.color(QPalette::Active, QPalette::HighlightedText));
        }
        m_button->setPalette(own);
        m_filling = false;
    }

    QPushButton *m_button;
    bool m_filling = false;
};

template <typename Option> const Option *as(const QStyleOption *option) { return qstyleoption_cast<const Option *>(option); }

} // namespace

AppStyle::AppStyle(const QString &base)
    : QProxyStyle(QStyleFactory::create(base.isEmpty() ? QApplication::style()->name() : base))
{
    m_fusion = baseName().compare("fusion"_L1, Qt::CaseInsensitive) == 0;
}

QString AppStyle::baseName() const { return baseStyle()->name(); }

QPalette AppStyle::outlined(const QPalette &palette) const
{
    const auto it = m_outlined.constFind(palette.cacheKey());
    if (it != m_outlined.cend())
        return *it;
    if (m_outlined.size() > 64)
        m_outlined.clear();
    QPalette changed = palette;
    changed.setColor(QPalette::Window, Theme::outline(palette).lighter(140)); // Fusion darkens Window by 140 for outlines
    m_outlined.insert(palette.cacheKey(), changed);
    return changed;
}

void AppStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    if (m_fusion) {
        if (element == PE_FrameLineEdit || element == PE_PanelLineEdit) {
            if (const auto *frame = as<QStyleOptionFrame>(option)) {
                QStyleOptionFrame changed = *frame;
                changed.palette = outlined(frame->palette);
                QProxyStyle::drawPrimitive(element, &changed, painter, widget);
                return;
            }
        }
        if (element == PE_IndicatorCheckBox || element == PE_IndicatorRadioButton) {
            if (const auto *button = as<QStyleOptionButton>(option)) {
                QStyleOptionButton changed = *button;
                changed.palette = outlined(button->palette);
                QProxyStyle::drawPrimitive(element, &changed, painter, widget);
                return;
            }
        }
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void AppStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    if (m_fusion && element == CE_HeaderLabel) {
        // Raising PM_HeaderMargin instead would also make every row higher, through the hidden vertical header.
        if (const auto *header = as<QStyleOptionHeaderV2>(option); header && header->orientation == Qt::Horizontal) {
            QStyleOptionHeaderV2 changed = *header;
            changed.rect.adjust(headerInset, 0, -headerInset, 0);
            QProxyStyle::drawControl(element, &changed, painter, widget);
            return;
        }
        if (const auto *header = as<QStyleOptionHeader>(option); header && header->orientation == Qt::Horizontal) {
            QStyleOptionHeader changed = *header;
            changed.rect.adjust(headerInset, 0, -headerInset, 0);
            QProxyStyle::drawControl(element, &changed, painter, widget);
            return;
        }
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void AppStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                  const QWidget *widget) const
{
    if (m_fusion && control == CC_ComboBox) {
        if (const auto *combo = as<QStyleOptionComboBox>(option)) {
            QStyleOptionComboBox changed = *combo;
            changed.palette = outlined(combo->palette);
            QProxyStyle::drawComplexControl(control, &changed, painter, widget);
            return;
        }
    }
    if (m_fusion && control == CC_SpinBox) {
        if (const auto *spin = as<QStyleOptionSpinBox>(option)) {
            QStyleOptionSpinBox changed = *spin;
            changed.palette = outlined(spin->palette);
            QProxyStyle::drawComplexControl(control, &changed, painter, widget);
            return;
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QSize AppStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        if (const auto *button = as<QStyleOptionButton>(option); button && !button->text.isEmpty())
            result = {std::max(result.width() + 16, 88), std::max(result.height(), 28)};
        break;
    case CT_LineEdit:
    case CT_ComboBox:
    case CT_SpinBox:
        // A line edit without a frame is part of another widget, which has its own height.
        if (const auto *edit = qobject_cast<const QLineEdit *>(widget); !edit || edit->hasFrame())
            result.setHeight(std::max(result.height(), 28));
        break;
    case CT_ToolButton:
        if (widget && !qobject_cast<const QLineEdit *>(widget->parentWidget()) &&
            !qobject_cast<const QTabBar *>(widget->parentWidget()))
            result = result.expandedTo(QSize(28, 28));
        break;
    case CT_HeaderSection:
        if (const auto *header = as<QStyleOptionHeader>(option); m_fusion && header && header->orientation == Qt::Horizontal)
            result = {result.width() + 2 * headerInset, std::max(result.height(), 26)};
        break;
    default:
        break;
    }
    return result;
}

int AppStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_DialogButtonLayout:
        return QDialogButtonBox::GnomeLayout; // the verb rightmost, Cancel left of it
    case SH_FormLayoutLabelAlignment:
        return int(Qt::AlignRight | Qt::AlignVCenter);
    case SH_MessageBox_TextInteractionFlags:
        return int(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    case SH_EtchDisabledText:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

/// Fusion looks for the button that empties a field through the desktop's icon themes, and draws a picture of its own where they
/// have none: that read the index of a theme and loaded the plugins of four image formats, 7 % of a start.
QIcon AppStyle::standardIcon(StandardPixmap icon, const QStyleOption *option, const QWidget *widget) const
{
    return m_fusion && icon == SP_LineEditClearButton ? ui::icon(u"close") : QProxyStyle::standardIcon(icon, option, widget);
}

void makePrimary(QPushButton *button)
{
    if (button->findChild<QObject *>(u"primaryLook"_s, Qt::FindDirectChildrenOnly))
        return;
    new PrimaryLook(button); // owned by the button
    button->setProperty("primary", true);
}

void makeOrdinary(QPushButton *button)
{
    delete button->findChild<QObject *>(u"primaryLook"_s, Qt::FindDirectChildrenOnly);
    button->setPalette(QPalette());
    button->setProperty("primary", false);
}

} // namespace ui
