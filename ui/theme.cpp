#include "ui/theme.h"

#include "ui/appstyle.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QHash>
#include <QStyle>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr double readable = 4.5; // WCAG 2 AA for text

// In the order of Token. The test computes their contrasts and differences anew.
constexpr std::array<QRgb, 7> lightTokens = {0xff1f6a49, 0xff1358b5, 0xff945700, 0xff9e1030, 0xff79176f, 0xff5b636e, 0xff0f5c63};
constexpr std::array<QRgb, 7> darkTokens = {0xff97ddb0, 0xff6bbeff, 0xfff8c444, 0xfff68065, 0xffcd8dc6, 0xffb8bcc1, 0xff17464c};

QColor base(const QPalette &palette) { return palette.color(QPalette::Active, QPalette::Base); }

QColor text(const QPalette &palette) { return palette.color(QPalette::Active, QPalette::Text); }

double luminance(const QColor &color)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

QColor towardsText(QColor color, const QPalette &palette, bool onOwnTint)
{
    const QColor start = color;
    const QColor window = palette.color(QPalette::Active, QPalette::Window);
    for (int step = 0; step <= 10; ++step) {
        color = Theme::mix(text(palette), start, step * 10);
        if (Theme::contrast(color, base(palette)) >= readable && Theme::contrast(color, window) >= readable &&
            Theme::contrast(color, Theme::selectedRow(palette)) >= readable &&
            (!onOwnTint || Theme::contrast(color, Theme::mix(color, base(palette), 11)) >= readable))
            break;
    }
    return color;
}

QFont sized(QFont font, double points)
{
    if (font.pointSizeF() > 0)
        font.setPointSizeF(std::max(font.pointSizeF() + points, std::min(8.0, font.pointSizeF())));
    else
        font.setPixelSize(std::max(font.pixelSize() + int(std::lround(points * 4 / 3)), std::min(11, font.pixelSize())));
    return font;
}

struct Colours
{
    QRgb window, base, alternate, button, text, secondary, link, highlight, disabled;
};

QPalette paletteOf(const Colours &c)
{
    const QColor window(c.window);
    const QColor button(c.button);
    const bool dark = window.lightness() < 128;
    QPalette p;
    p.setColor(QPalette::Window, window);
    p.setColor(QPalette::Base, QColor(c.base));
    p.setColor(QPalette::AlternateBase, QColor(c.alternate));
    p.setColor(QPalette::Button, button);
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText, QPalette::ToolTipText})
        p.setColor(role, QColor(c.text));
    p.setColor(QPalette::BrightText, QColor(dark ? darkTokens[3] : lightTokens[3]));
    p.setColor(QPalette::ToolTipBase, dark ? button : QColor(c.base));
    p.setColor(QPalette::PlaceholderText, QColor(c.secondary));
    p.setColor(QPalette::Link, QColor(c.link));
    p.setColor(QPalette::LinkVisited, QColor(c.link));
    p.setColor(QPalette::Highlight, QColor(c.highlight));
    p.setColor(QPalette::HighlightedText, Qt::white);
    p.setColor(QPalette::Light, dark ? Theme::mix(Qt::white, button, 12) : QColor(Qt::white));
    p.setColor(QPalette::Midlight, Theme::mix(dark ? Qt::white : Qt::black, button, dark ? 6 : 4));
    p.setColor(QPalette::Mid, Theme::mix(Qt::black, button, dark ? 20 : 18));
    p.setColor(QPalette::Dark, Theme::mix(Qt::black, button, dark ? 40 : 35));
    p.setColor(QPalette::Shadow, dark ? QColor(Qt::black) : QColor(0x60, 0x66, 0x6e));
    for (const auto role :
         {QPalette::Text, QPalette::WindowText, QPalette::ButtonText, QPalette::PlaceholderText, QPalette::Link})
        p.setColor(QPalette::Disabled, role, QColor(c.disabled));
    p.setColor(QPalette::Disabled, QPalette::Highlight, Theme::mix(QColor(c.text), window, 25));
    p.setColor(QPalette::Disabled, QPalette::HighlightedText, QColor(c.text));
    p.setColor(QPalette::Disabled, QPalette::Base, window);
    return p;
}

} // namespace

void Theme::apply(QApplication &app, ThemeChoice choice)
{
    static const QString desktopStyle = app.style()->name(); // before we ever replaced it
    static const QFont desktopFont = app.font();

    const QString wanted = choice == ThemeChoice::System ? desktopStyle : u"fusion"_s;
    app.setFont(withFamilies(desktopFont));
    const auto *running = qobject_cast<AppStyle *>(app.style());
    if (!running || running->baseName().compare(wanted, Qt::CaseInsensitive) != 0)
        app.setStyle(new AppStyle(wanted)); // the application owns it
    // NOLINTNEXTLINE(clang-analyzer-cplusplus.NewDeleteLeaks): setStyle() above took the style over
    switch (choice) {
    case ThemeChoice::System:
        app.setPalette(QPalette());
        break;
    case ThemeChoice::Light:
        app.setPalette(lightPalette());
        break;
    case ThemeChoice::Dark:
        app.setPalette(darkPalette());
        break;
    }
}

QPalette Theme::lightPalette()
{
    return paletteOf(
        {0xffeef0f3, 0xffffffff, 0xfff6f7f9, 0xfff4f5f7, 0xff1b2026, 0xff5c6570, 0xff12569b, 0xff1b5e9e, 0xff7a828c});
}

QPalette Theme::darkPalette()
{
    return paletteOf(
        {0xff20252b, 0xff15181c, 0xff1a1e23, 0xff2b3139, 0xffd6dbe1, 0xff98a1ac, 0xff8dbbf2, 0xff2f6fb3, 0xff7b8591});
}

bool Theme::isDark(const QPalette &palette)
{
    return luminance(base(palette)) < 0.18; // the grey at which black and white text read equally well
}

QColor Theme::color(Token token, const QPalette &palette)
{
    // Asked once a cell: keep the answers. Few palettes live at a time, so forgetting all of them now and then is cheap.
    static QHash<QPair<qint64, int>, QColor> known;
    const QPair<qint64, int> key(palette.cacheKey(), int(token));
    if (const auto it = known.constFind(key); it != known.cend())
        return *it;
    if (known.size() > 500)
        known.clear();
    const QColor own((isDark(palette) ? darkTokens : lightTokens).at(size_t(token)));
    const QColor result = token == Token::Demo ? own : towardsText(own, palette, true);
    known.insert(key, result);
    return result;
}

QColor Theme::onColor(Token token, const QPalette &palette)
{
    if (token == Token::Demo)
        return isDark(palette) ? QColor(0xe4, 0xf3, 0xf4) : QColor(Qt::white);
    const QColor fill = color(token, palette);
    const QColor dark = isDark(palette) ? base(palette) : text(palette);
    return contrast(fill, Qt::white) >= contrast(fill, dark) ? QColor(Qt::white) : dark;
}

QColor Theme::wordColor(Token token, const QPalette &palette)
{
    switch (token) {
    case Token::Ok:
        return text(palette);
    case Token::Idle:
        return secondary(palette);
    default:
        return color(token, palette);
    }
}

QColor Theme::tint(Token token, const QPalette &palette, int percent)
{
    return mix(color(token, palette), base(palette), percent);
}

QColor Theme::secondary(const QPalette &palette)
{
    static QHash<qint64, QColor> known;
    if (const auto it = known.constFind(palette.cacheKey()); it != known.cend())
        return *it;
    if (known.size() > 100)
        known.clear();
    QColor placeholder = palette.color(QPalette::Active, QPalette::PlaceholderText);
    placeholder =
        mix(QColor(placeholder.rgb()), base(palette), placeholder.alphaF() * 100); // foreign palettes make it half transparent
    const QColor result = towardsText(placeholder, palette, false);
    known.insert(palette.cacheKey(), result);
    return result;
}

QColor Theme::readableOn(const QColor &ground, QColor ink, const QPalette &palette)
{
    const QColor start = ink;
    for (int step = 0; step <= 10 && contrast(ink, ground) < readable; ++step)
        ink = mix(text(palette), start, step * 10);
    return ink;
}

QColor Theme::disabledText(const QPalette &palette) { return palette.color(QPalette::Disabled, QPalette::WindowText); }

QColor Theme::selectedRow(const QPalette &palette)
{
    return mix(palette.color(QPalette::Active, QPalette::Highlight), base(palette), isDark(palette) ? 30 : 16);
}

QColor Theme::hairline(const QPalette &palette) { return mix(text(palette), base(palette), 7.5); }

QColor Theme::outline(const QPalette &palette) { return mix(text(palette), base(palette), 50); }

QFont Theme::withFamilies(QFont font)
{
    const QStringList chinese = {u"Noto Sans CJK SC"_s, u"Source Han Sans SC"_s, u"WenQuanYi Micro Hei"_s};
    // "Sans Serif" and "monospace" are aliases: in a list they would match nothing and the Chinese family would draw Latin.
    QStringList families = {QFontInfo(QFont(font.family())).family()};
    for (const QString &family : font.families().mid(1) + chinese) {
        if (!families.contains(family))
            families.append(family);
    }
    font.setFamilies(families);
    return font;
}

QFont Theme::fixedFont()
{
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (const QFont font = QApplication::font(); font.pointSizeF() > 0)
        fixed.setPointSizeF(font.pointSizeF());
    return withFamilies(fixed);
}

QFont Theme::titleFont()
{
    QFont font = sized(QApplication::font(), 4);
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont Theme::sectionFont()
{
    QFont font = QApplication::font();
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont Theme::smallFont() { return sized(QApplication::font(), -0.5); }

QFont Theme::badgeFont()
{
    QFont font = sized(QApplication::font(), -1);
    font.setWeight(QFont::DemiBold);
    return font;
}

double Theme::contrast(const QColor &a, const QColor &b)
{
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

QColor Theme::mix(const QColor &over, const QColor &under, double percent)
{
    const double share = std::clamp(percent / 100, 0.0, 1.0);
    const auto channel = [share](int a, int b) { return int(std::lround(a * share + b * (1 - share))); };
    return QColor(channel(over.red(), under.red()), channel(over.green(), under.green()), channel(over.blue(), under.blue()));
}

} // namespace ui
