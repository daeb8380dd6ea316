#pragma once

#include <QHash>
#include <QPalette>
#include <QProxyStyle>

class QPushButton;

namespace ui {

/// The small differences from Fusion: outlines that can be seen, header texts above their cells, wide enough buttons.
class AppStyle : public QProxyStyle
{
    Q_OBJECT

public:
    /// Wraps a new style of that name, or the application's own for an empty name.
    explicit AppStyle(const QString &baseName);

    /// The name of the style inside: QStyle::name() of a proxy is empty in Qt 6.4.
    QString baseName() const;

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const override;
    QIcon standardIcon(StandardPixmap icon, const QStyleOption *option, const QWidget *widget) const override;

private:
    QPalette outlined(const QPalette &palette) const;

    bool m_fusion;
    mutable QHash<qint64, QPalette> m_outlined; // by cacheKey(): a new palette each time would fill Fusion's pixmap cache
};

/// The one filled button of a page or dialog: Highlight with white text, kept through theme changes.
void makePrimary(QPushButton *button);
/// Back to an ordinary button.
void makeOrdinary(QPushButton *button);

} // namespace ui
