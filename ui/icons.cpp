#include "ui/icons.h"

#include <QApplication>
#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

// The macro declares a function of the global namespace.
static void initialiseResources() { Q_INIT_RESOURCE(resources); }

namespace ui {

namespace {

constexpr QByteArrayView inkWord = "currentColor";
constexpr QByteArrayView knockWord = "#fefefe";

QString pathOf(const QString &name) { return u":/ballast/icons/%1.svg"_s.arg(name); }

// Some seventy files of under 500 bytes: read once, kept.
const QByteArray &source(const QString &name)
{
    static QHash<QString, QByteArray> read;
    auto it = read.find(name);
    if (it == read.end()) {
        ensureResources();
        QFile file(pathOf(name));
        if (!file.open(QIODevice::ReadOnly))
            qWarning("no icon of the name %s", qPrintable(name));
        it = read.insert(name, file.readAll());
    }
    return *it;
}

void draw(QPainter *painter, const QRectF &rect, const QString &name, const QColor &ink, const QColor &knock)
{
    QByteArray bytes = source(name);
    if (bytes.isEmpty())
        return;
    bytes.replace(inkWord, ink.name(QColor::HexRgb).toLatin1());
    bytes.replace(knockWord, knock.name(QColor::HexRgb).toLatin1());
    QSvgRenderer renderer(bytes);
    const qreal side = std::min(rect.width(), rect.height());
    painter->setRenderHint(QPainter::Antialiasing);
    renderer.render(painter, QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side));
}

class Engine : public QIconEngine
{
public:
    Engine(QString name, std::optional<Token> token) : m_name(std::move(name)), m_token(token) {}

    QIconEngine *clone() const override { return new Engine(*this); }
    QString key() const override { return u"ballast"_s; }
    QString iconName() override { return m_name; }
    bool isNull() override { return false; }
    QSize actualSize(const QSize &size, QIcon::Mode, QIcon::State) override { return size; }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const QPalette palette = QApplication::palette(); // read now: themes change while icons live
        draw(painter, rect, m_name, ink(palette, mode),
             palette.color(QPalette::Active, mode == QIcon::Selected ? QPalette::Highlight : QPalette::Base));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal) override
    {
        // Called with device pixels; QIcon sets the ratio on what it gets.
        const QPalette palette = QApplication::palette();
        const QColor knock = palette.color(QPalette::Active, mode == QIcon::Selected ? QPalette::Highlight : QPalette::Base);
        return ui::pixmap(m_name, ink(palette, mode), knock, std::min(size.width(), size.height()), 1.0);
    }

private:
    QColor ink(const QPalette &palette, QIcon::Mode mode) const
    {
        if (mode == QIcon::Disabled)
            return Theme::disabledText(palette);
        if (mode == QIcon::Selected)
            return palette.color(QPalette::Active, QPalette::HighlightedText);
        return m_token ? Theme::color(*m_token, palette) : palette.color(QPalette::Active, QPalette::ButtonText);
    }

    QString m_name;
    std::optional<Token> m_token;
};

} // namespace

void ensureResources() { initialiseResources(); }

QIcon icon(QAnyStringView name) { return QIcon(new Engine(name.toString(), std::nullopt)); }

QIcon icon(QAnyStringView name, Token token) { return QIcon(new Engine(name.toString(), token)); }

QIcon programIcon()
{
    QIcon icon;
    for (const int size : {16, 24, 32, 48, 64, 128}) { // a larger one would be drawn, and kept, in the program and the X server
        QPixmap drawn(size, size);
        drawn.fill(Qt::transparent);
        QPainter painter(&drawn);
        draw(&painter, drawn.rect(), size <= 24 ? u"org.ballast.Console-small"_s : u"org.ballast.Console"_s, Qt::black,
             Qt::white);
        painter.end();
        icon.addPixmap(drawn);
    }
    return icon;
}

QPixmap pixmap(QAnyStringView name, const QColor &color, const QColor &knock, int size, qreal devicePixelRatio)
{
    const QString plainName = name.toString();
    const int pixels = std::max(1, qRound(size * devicePixelRatio));
    const QString key =
        u"ballast/%1/%2/%3/%4/%5"_s.arg(plainName, QString::number(color.rgb(), 16), QString::number(knock.rgb(), 16),
                                        QString::number(pixels), QString::number(devicePixelRatio));
    QPixmap drawn;
    if (QPixmapCache::find(key, &drawn))
        return drawn;
    drawn = QPixmap(pixels, pixels);
    drawn.fill(Qt::transparent);
    QPainter painter(&drawn);
    draw(&painter, QRectF(0, 0, pixels, pixels), plainName, color, knock);
    painter.end();
    drawn.setDevicePixelRatio(devicePixelRatio);
    QPixmapCache::insert(key, drawn);
    return drawn;
}

bool hasIcon(QAnyStringView name)
{
    ensureResources();
    return QFile::exists(pathOf(name.toString()));
}

} // namespace ui
