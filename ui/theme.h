#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

class QApplication;

namespace ui {

/// The colours that are ours; all others come from the palette.
enum class Token { Ok, Run, Warn, Bad, Doubt, Idle, Demo };

enum class ThemeChoice { System, Light, Dark };

/// Colours and fonts as pure functions of a palette and of the application's font, so that a theme can change while running.
class Theme
{
public:
    Theme() = delete;

    /// Light and dark: Fusion with our palettes. System: the style and palette of the desktop. All wrapped in AppStyle,
    /// and with the font families of fonts().
    static void apply(QApplication &app, ThemeChoice choice);

    static QPalette lightPalette();
    static QPalette darkPalette();
    static bool isDark(const QPalette &palette);

    /// The token for this palette: as written on our own palettes, mixed towards Text until it reads (4.5 : 1) on a foreign one.
    static QColor color(Token token, const QPalette &palette);
    /// What is written on a strip or badge filled with the token.
    static QColor onColor(Token token, const QPalette &palette);
    /// The word of a state: `run warn bad doubt` in their colour, `ok` in Text, `idle` in the secondary colour.
    static QColor wordColor(Token token, const QPalette &palette);
    /// The token at so many percent over Base (11: message bar, 16: changed row).
    static QColor tint(Token token, const QPalette &palette, int percent = 11);
    static QColor secondary(const QPalette &palette);
    /// The ink, mixed towards Text until it reads (4.5 : 1) on that ground.
    static QColor readableOn(const QColor &ground, QColor ink, const QPalette &palette);
    static QColor disabledText(const QPalette &palette);
    static QColor selectedRow(const QPalette &palette);
    static QColor hairline(const QPalette &palette);
    /// The outline of fields: Text at half over Base.
    static QColor outline(const QPalette &palette);

    /// The given font with the Chinese families behind it, simplified forms first, in every language.
    static QFont withFamilies(QFont font);
    static QFont fixedFont();
    static QFont titleFont();
    static QFont sectionFont();
    static QFont smallFont();
    static QFont badgeFont();

    /// WCAG 2 contrast ratio, 1..21.
    static double contrast(const QColor &a, const QColor &b);
    /// `percent` of `over`, the rest of `under`, per channel in sRGB.
    static QColor mix(const QColor &over, const QColor &under, double percent);
};

} // namespace ui
