#include "ui/appstyle.h"
#include "ui/celldelegate.h"
#include "ui/emptystate.h"
#include "ui/formats.h"
#include "ui/formrow.h"
#include "ui/freshnesslabel.h"
#include "ui/icons.h"
#include "ui/messagebar.h"
#include "ui/navigation.h"
#include "ui/statelook.h"
#include "ui/theme.h"

#include <QAccessible>
#include <QDir>
#include <QFile>
#include <QHash>
#include <QHelpEvent>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>
#include <QToolTip>
#include <QTranslator>
#include <QVBoxLayout>

#include <array>
#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;
using ui::StateKind;
using ui::Theme;
using ui::ThemeChoice;
using ui::Token;

namespace {

constexpr std::array stateTokens = {Token::Ok, Token::Run, Token::Warn, Token::Bad, Token::Doubt, Token::Idle};
constexpr std::array stateKinds = {
    StateKind::Record,     StateKind::Backup,  StateKind::Policy,   StateKind::Job,     StateKind::Operation,  StateKind::Group,
    StateKind::Drill,      StateKind::Copy,    StateKind::PairSync, StateKind::Fault,   StateKind::Instance,   StateKind::Pair,
    StateKind::Checkpoint, StateKind::Restore, StateKind::Schedule, StateKind::Failure, StateKind::Protection, StateKind::Health,
    StateKind::Vpc,        StateKind::Quota,   StateKind::Fate};

using Triple = std::array<double, 3>;

// How a colour is seen: Machado, Oliveira and Fernandes 2009, severity 1, on linear sRGB.
enum Sight { Normal, Protan, Deutan, Tritan };
constexpr std::array<std::array<double, 9>, 4> sights = {
    {{1, 0, 0, 0, 1, 0, 0, 0, 1},
     {0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998},
     {0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881},
     {1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900}}};

Triple seen(const QColor &color, Sight sight)
{
    const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    const Triple in = {linear(color.redF()), linear(color.greenF()), linear(color.blueF())};
    Triple out{};
    for (size_t row = 0; row < 3; ++row) {
        for (size_t column = 0; column < 3; ++column)
            out[row] += sights[sight][3 * row + column] * in[column];
        out[row] = std::clamp(out[row], 0.0, 1.0);
    }
    return out;
}

Triple lab(const Triple &rgb)
{
    const auto [r, g, b] = rgb;
    const auto f = [](double t) { return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116; };
    const double x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
    const double y = f(0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
    const double z = f((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double ciede2000(const Triple &one, const Triple &two)
{
    using std::numbers::pi;
    const auto rad = [](double degrees) { return degrees * pi / 180; };
    const double meanC = (std::hypot(one[1], one[2]) + std::hypot(two[1], two[2])) / 2;
    const double g = 0.5 * (1 - std::sqrt(std::pow(meanC, 7) / (std::pow(meanC, 7) + std::pow(25.0, 7))));
    const double a1 = (1 + g) * one[1];
    const double a2 = (1 + g) * two[1];
    const double c1 = std::hypot(a1, one[2]);
    const double c2 = std::hypot(a2, two[2]);
    const auto hue = [](double b, double a) {
        const double degrees = std::atan2(b, a) * 180 / pi;
        return a == 0 && b == 0 ? 0 : degrees < 0 ? degrees + 360 : degrees;
    };
    const double h1 = hue(one[2], a1);
    const double h2 = hue(two[2], a2);
    double dh = h2 - h1;
    if (c1 * c2 == 0)
        dh = 0;
    else if (dh > 180)
        dh -= 360;
    else if (dh < -180)
        dh += 360;
    const double dL = two[0] - one[0];
    const double dC = c2 - c1;
    const double dH = 2 * std::sqrt(c1 * c2) * std::sin(rad(dh / 2));
    const double L = (one[0] + two[0]) / 2;
    const double C = (c1 + c2) / 2;
    double h = h1 + h2;
    if (c1 * c2 != 0)
        h = std::abs(h1 - h2) <= 180 ? h / 2 : h < 360 ? (h + 360) / 2 : (h - 360) / 2;
    const double t = 1 - 0.17 * std::cos(rad(h - 30)) + 0.24 * std::cos(rad(2 * h)) + 0.32 * std::cos(rad(3 * h + 6)) -
                     0.20 * std::cos(rad(4 * h - 63));
    const double sl = 1 + 0.015 * std::pow(L - 50, 2) / std::sqrt(20 + std::pow(L - 50, 2));
    const double sc = 1 + 0.045 * C;
    const double sh = 1 + 0.015 * C * t;
    const double rt = -2 * std::sqrt(std::pow(C, 7) / (std::pow(C, 7) + std::pow(25.0, 7))) *
                      std::sin(rad(60 * std::exp(-std::pow((h - 275) / 25, 2))));
    return std::sqrt(std::pow(dL / sl, 2) + std::pow(dC / sc, 2) + std::pow(dH / sh, 2) + rt * (dC / sc) * (dH / sh));
}

QImage iconBits(const QString &name)
{
    QImage image(16, 16, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.drawPixmap(0, 0, ui::pixmap(name, Qt::black, Qt::white, 16, 1));
    return image;
}

int differing(const QImage &a, const QImage &b)
{
    int count = 0;
    for (int y = 0; y < 16; ++y) {
        for (int x = 0; x < 16; ++x)
            count += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y))) > 64;
    }
    return count;
}

/// Chinese without the catalogue of the program: this test is about numbers and widths, not about its words.
class Chinese : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *source, const char *, int) const override
    {
        static const QHash<QString, QString> words = {
            {u"%1 s"_s, u"%1 秒"_s},         {u"%1 min"_s, u"%1 分钟"_s},         {u"%1 h"_s, u"%1 小时"_s},
            {u"%1 d"_s, u"%1 天"_s},         {u"%1 s ago"_s, u"%1 秒前"_s},       {u"%1 min ago"_s, u"%1 分钟前"_s},
            {u"%1 h ago"_s, u"%1 小时前"_s}, {u"%1 d ago"_s, u"%1 天前"_s},       {u"%1 min %2 s"_s, u"%1 分 %2 秒"_s},
            {u"Pages"_s, u"页面"_s},         {u"Not loaded yet"_s, u"尚未加载"_s}};
        Q_UNUSED(context)
        return words.value(QString::fromLatin1(source));
    }
};

QJsonObject stateWords()
{
    ui::ensureResources();
    QFile file(u":/ballast/words/states.json"_s);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

} // namespace

class TestLook : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        m_desktopBase = QApplication::palette().color(QPalette::Base);
        Theme::apply(*qApp, ThemeChoice::Light);
    }

    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support|.*XDG_RUNTIME_DIR)"_s)); }

    void cleanup()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        Theme::apply(*qApp, ThemeChoice::Light);
    }

    // Colours

    void theDifferenceFormulaIsThePublishedOne()
    {
        // Pairs 1, 7 and 25 of Sharma, Wu and Dalal 2005.
        QVERIFY(std::abs(ciede2000({50, 2.6772, -79.7751}, {50, 0, -82.7485}) - 2.0425) < 1e-4);
        QVERIFY(std::abs(ciede2000({50, 0, 0}, {50, -1, 2}) - 2.3669) < 1e-4);
        QVERIFY(std::abs(ciede2000({60.2574, -34.0099, 36.2677}, {60.4626, -34.1751, 39.4387}) - 1.2644) < 1e-4);
    }

    void theTokensReadOnEveryGround_data()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::newRow("light") << Theme::lightPalette();
        QTest::newRow("dark") << Theme::darkPalette();
        QPalette cream(QColor(0xee, 0xe8, 0xd5));
        cream.setColor(QPalette::Base, QColor(0xfd, 0xf6, 0xe3));
        cream.setColor(QPalette::Text, QColor(0x30, 0x3a, 0x40));
        cream.setColor(QPalette::Highlight, QColor(0x26, 0x8b, 0xd2));
        QTest::newRow("cream") << cream;
        QPalette slate(QColor(0x3b, 0x42, 0x52));
        slate.setColor(QPalette::Base, QColor(0x3b, 0x42, 0x52));
        slate.setColor(QPalette::Text, QColor(0xff, 0xff, 0xff));
        slate.setColor(QPalette::Highlight, QColor(0x30, 0x50, 0x70));
        QTest::newRow("slate") << slate;
        QPalette contrast(Qt::black);
        contrast.setColor(QPalette::Base, Qt::black);
        contrast.setColor(QPalette::Text, Qt::white);
        contrast.setColor(QPalette::Highlight, Qt::blue);
        QTest::newRow("high contrast") << contrast;
    }

    void theTokensReadOnEveryGround()
    {
        QFETCH(QPalette, palette);
        for (const Token token : stateTokens) {
            const QColor ink = Theme::color(token, palette);
            for (const QColor &ground : {palette.color(QPalette::Base), palette.color(QPalette::Window),
                                         Theme::selectedRow(palette), Theme::tint(token, palette)})
                QVERIFY2(Theme::contrast(ink, ground) >= 4.5,
                         qPrintable(u"%1 on %2: %3"_s.arg(ink.name(), ground.name()).arg(Theme::contrast(ink, ground))));
            QVERIFY(Theme::contrast(Theme::onColor(token, palette), ink) >= 4.5);
            QVERIFY(Theme::contrast(Theme::readableOn(Theme::tint(token, palette), Theme::secondary(palette), palette),
                                    Theme::tint(token, palette)) >= 4.5);
        }
        for (const QColor &ground : {palette.color(QPalette::Base), palette.color(QPalette::Window), Theme::selectedRow(palette)})
            QVERIFY(Theme::contrast(Theme::secondary(palette), ground) >= 4.5);
        QVERIFY(Theme::contrast(Theme::onColor(Token::Demo, palette), Theme::color(Token::Demo, palette)) >= 4.5);
    }

    void theTextOfOurPalettesReads()
    {
        for (const QPalette &palette : {Theme::lightPalette(), Theme::darkPalette()}) {
            for (const QColor &ground :
                 {palette.color(QPalette::Base), palette.color(QPalette::Window), Theme::selectedRow(palette)})
                QVERIFY(Theme::contrast(palette.color(QPalette::Text), ground) >= 9);
            QVERIFY(Theme::contrast(palette.color(QPalette::Link), palette.color(QPalette::Base)) >= 4.5);
            QVERIFY(Theme::contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= 4.5);
            QVERIFY(Theme::contrast(Theme::outline(palette), palette.color(QPalette::Base)) >= 3);
        }
    }

    void anyTwoTokensAreToldApartByEverySight()
    {
        for (const QPalette &palette : {Theme::lightPalette(), Theme::darkPalette()}) {
            for (const Sight sight : {Normal, Protan, Deutan, Tritan}) {
                for (size_t a = 0; a < stateTokens.size(); ++a) {
                    for (size_t b = a + 1; b < stateTokens.size(); ++b) {
                        const double difference = ciede2000(lab(seen(Theme::color(stateTokens[a], palette), sight)),
                                                            lab(seen(Theme::color(stateTokens[b], palette), sight)));
                        QVERIFY2(difference >= 9.5,
                                 qPrintable(u"tokens %1 and %2, sight %3: %4"_s.arg(a).arg(b).arg(sight).arg(difference)));
                    }
                }
            }
        }
    }

    void chineseFamiliesStandBehindTheFirst()
    {
        const QStringList families = QApplication::font().families();
        QCOMPARE(families.at(1), u"Noto Sans CJK SC"_s);
        QVERIFY(Theme::fixedFont().families().contains(u"Noto Sans CJK SC"_s));
        QVERIFY(Theme::titleFont().pointSizeF() > QApplication::font().pointSizeF());
        QVERIFY(Theme::smallFont().pointSizeF() >= 8 || QApplication::font().pointSizeF() < 8);
    }

    void theThemeChangesWhileIconsLive()
    {
        const QIcon icon = ui::icon(u"refresh");
        const QImage light = icon.pixmap(16).toImage();
        Theme::apply(*qApp, ThemeChoice::Dark);
        QVERIFY(light != icon.pixmap(16).toImage());
        QCOMPARE(QApplication::palette().color(QPalette::Base), QColor(0x15, 0x18, 0x1c));
        Theme::apply(*qApp, ThemeChoice::Light);
        QCOMPARE(icon.pixmap(16).toImage(), light);
    }

    void theSystemThemeLeavesThePaletteOfTheDesktop()
    {
        Theme::apply(*qApp, ThemeChoice::Dark);
        Theme::apply(*qApp, ThemeChoice::System);
        QCOMPARE(QApplication::palette().color(QPalette::Base), m_desktopBase);
    }

    void aFilledButtonFollowsTheTheme()
    {
        QPushButton button(u"Replicate 38 backups"_s);
        ui::makePrimary(&button);
        const QColor light = button.palette().color(QPalette::Active, QPalette::Button);
        Theme::apply(*qApp, ThemeChoice::Dark);
        QTRY_VERIFY(button.palette().color(QPalette::Active, QPalette::Button) != light);
        // Fusion's gradient lightens what it is given; the text has to stand on its lightest pixel.
        button.resize(button.sizeHint());
        const QImage drawn = button.grab().toImage();
        const QColor lightest = drawn.pixelColor(4, 4);
        QVERIFY(Theme::contrast(Qt::white, lightest) >= 4.5);
        ui::makeOrdinary(&button);
        QCOMPARE(button.palette().color(QPalette::Active, QPalette::Button),
                 QApplication::palette().color(QPalette::Active, QPalette::Button));
    }

    // Icons

    void everyIconIsSmallAndSpeaksTwoColourWords()
    {
        ui::ensureResources();
        const QDir icons(u":/ballast/icons"_s);
        const QStringList names = icons.entryList({u"*.svg"_s});
        QVERIFY(names.size() >= 60);
        for (const QString &name : names) {
            QFile file(icons.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            QVERIFY2(bytes.size() < 500, qPrintable(name));
            QVERIFY2(bytes.count("/>") <= 6, qPrintable(name));
            if (name.startsWith(u"org.ballast"_s))
                continue;
            for (qsizetype at = bytes.indexOf('#'); at >= 0; at = bytes.indexOf('#', at + 1))
                QVERIFY2(bytes.mid(at, 7) == "#fefefe", qPrintable(name));
            QVERIFY2(bytes.contains("currentColor"), qPrintable(name));
            QVERIFY2(differing(iconBits(name.chopped(4)), iconBits(u"dash"_s)) > 0 || name == u"dash.svg"_s, qPrintable(name));
        }
    }

    void theStatesOfOneObjectHaveDifferentShapes()
    {
        int closestSame = 256;
        int closestOther = 256;
        for (const StateKind kind : stateKinds) {
            const QList<QString> words = ui::knownStates(kind);
            for (qsizetype a = 0; a < words.size(); ++a) {
                for (qsizetype b = a + 1; b < words.size(); ++b) {
                    const ui::StateLook one = ui::stateLook(kind, words.at(a));
                    const ui::StateLook two = ui::stateLook(kind, words.at(b));
                    if (one.icon == two.icon)
                        continue; // meant to be one shape: all that moves is one open arc
                    const int pixels = differing(iconBits(one.icon), iconBits(two.icon));
                    const bool same = one.token == two.token;
                    int &closest = same ? closestSame : closestOther;
                    closest = std::min(closest, pixels);
                    QVERIFY2(pixels >= (same ? 20 : 15),
                             qPrintable(u"%1 and %2: %3 pixels"_s.arg(one.icon, two.icon).arg(pixels)));
                }
            }
        }
        qInfo("closest pair: %d pixels with one token, %d otherwise", closestSame, closestOther);
    }

    void aShapeNeedsItsTokenOnlyBetweenMovingAndFailedWords()
    {
        // One shape and one token for two states of an object is allowed where the words are of one class only.
        static const QHash<QString, Token> classes = {
            {u"moving"_s, Token::Run}, {u"failed"_s, Token::Bad}, {u"queued"_s, Token::Idle}};
        for (const StateKind kind : stateKinds) {
            const QList<QString> words = ui::knownStates(kind);
            QVERIFY(!words.isEmpty());
            for (qsizetype a = 0; a < words.size(); ++a) {
                for (qsizetype b = a + 1; b < words.size(); ++b) {
                    const ui::StateLook one = ui::stateLook(kind, words.at(a));
                    const ui::StateLook two = ui::stateLook(kind, words.at(b));
                    if (one.icon != two.icon || one.token != two.token)
                        continue;
                    QVERIFY2(one.word == two.word || (classes.contains(one.icon) && classes.value(one.icon) == one.token),
                             qPrintable(one.word + u" / "_s + two.word));
                }
            }
        }
    }

    void onlyStatesThatMeanTheSameAreCalledTheSame()
    {
        static const QSet<QSet<QString>> synonyms = {
            {u"disabled"_s, u"suspended"_s}, {u"CREATING"_s, u"PENDING"_s}, {u"OK"_s, u"ACTIVE"_s}};
        for (const QLocale::Language language : {QLocale::English, QLocale::Chinese}) {
            QLocale::setDefault(QLocale(language));
            for (const StateKind kind : stateKinds) {
                const QList<QString> words = ui::knownStates(kind);
                for (qsizetype a = 0; a < words.size(); ++a) {
                    for (qsizetype b = a + 1; b < words.size(); ++b) {
                        const ui::StateLook one = ui::stateLook(kind, words.at(a));
                        const ui::StateLook two = ui::stateLook(kind, words.at(b));
                        const bool same = synonyms.contains(QSet<QString>{words.at(a), words.at(b)});
                        QVERIFY2((one.word == two.word) == same, qPrintable(words.at(a) + u" / "_s + words.at(b)));
                        QVERIFY2(!same || (one.icon == two.icon && one.token == two.token), qPrintable(one.word));
                    }
                }
            }
        }
    }

    // States

    void everyStateHasAnIconAndBothLanguages()
    {
        const QJsonObject kinds = stateWords();
        QCOMPARE(kinds.size(), qsizetype(stateKinds.size()));
        static const QRegularExpression han(u"\\p{Han}"_s);
        static const QStringList tokens = {u"ok"_s, u"run"_s, u"warn"_s, u"bad"_s, u"doubt"_s, u"idle"_s};
        int count = 0;
        for (auto kind = kinds.begin(); kind != kinds.end(); ++kind) {
            const QJsonObject words = kind->toObject();
            for (auto word = words.begin(); word != words.end(); ++word, ++count) {
                const QJsonObject look = word->toObject();
                const QString where = kind.key() + u'/' + word.key();
                QVERIFY2(!look.value("en"_L1).toString().isEmpty(), qPrintable(where));
                QVERIFY2(!look.value("en"_L1).toString().contains(han), qPrintable(where));
                QVERIFY2(look.value("zh"_L1).toString().contains(han), qPrintable(where));
                QVERIFY2(ui::hasIcon(look.value("icon"_L1).toString()), qPrintable(where));
                QVERIFY2(tokens.contains(look.value("token"_L1).toString()), qPrintable(where));
                QVERIFY2(look.value("rank"_L1).toInt() > 0, qPrintable(where));
            }
        }
        QVERIFY(count > 140);
    }

    void theFacetsGoFromWorstToIdle()
    {
        QCOMPARE(ui::knownStates(StateKind::Record),
                 QList<QString>({u"fail"_s, u"replicating"_s, u"waiting_replicate"_s, u"success"_s, u"skip"_s}));
        QCOMPARE(ui::knownStates(StateKind::Operation).constFirst(), u"in-doubt"_s);
        QCOMPARE(ui::knownStates(StateKind::Operation).size(), 14);
    }

    void aStateSpeaksTheLanguageOfTheMoment()
    {
        QCOMPARE(ui::stateLook(StateKind::Record, u"waiting_replicate"_s).word, u"Queued"_s);
        QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
        QCOMPARE(ui::stateLook(StateKind::Record, u"waiting_replicate"_s).word, u"排队中"_s);
        QCOMPARE(ui::stateLook(StateKind::Group, u"failed-over"_s).word, u"故障切换（已完成）"_s);
        for (const StateKind kind : {StateKind::Group, StateKind::Instance, StateKind::Pair})
            QCOMPARE(ui::stateLook(kind, u"available"_s).description, u"未保护"_s);
        QVERIFY(ui::stateLook(StateKind::Drill, u"available"_s).description.isEmpty());
    }

    void anUnknownWordIsShownAsSent()
    {
        const ui::StateLook look = ui::stateLook(StateKind::Backup, u"freezing\nhard"_s);
        QCOMPARE(look.word, u"freezing␤hard"_s);
        QCOMPARE(look.icon, u"question"_s);
        QCOMPARE(look.token, Token::Idle);
        QVERIFY(!look.known);
    }

    // Cells

    void noStateWordIsCutAtTheDefaultWidth_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QString>("family");
        QTest::addColumn<int>("size");
        for (const char *family : {"Noto Sans", "DejaVu Sans"}) {
            for (const int size : {9, 10, 11, 13}) { // each rounds its widths in its own way
                QTest::addRow("English, %s, %d", family, size)
                    << QLocale(QLocale::English) << QString::fromLatin1(family) << size;
                QTest::addRow("Chinese, %s, %d", family, size)
                    << QLocale(QLocale::Chinese) << QString::fromLatin1(family) << size;
            }
        }
    }

    void noStateWordIsCutAtTheDefaultWidth()
    {
        QFETCH(QLocale, locale);
        QFETCH(QString, family);
        QFETCH(int, size);
        QLocale::setDefault(locale);
        const QFont font = Theme::withFamilies(QFont(family, size));
        const ui::CellDelegate delegate;
        for (const StateKind kind : stateKinds) {
            const int width = ui::CellDelegate::stateColumnWidth(kind, font);
            for (const QString &word : ui::knownStates(kind)) {
                QStandardItemModel model(1, 1);
                const QModelIndex index = model.index(0, 0);
                model.setData(index, int(models::CellKind::State), models::CellKindRole);
                model.setData(index, int(kind), models::StateKindRole);
                model.setData(index, word, models::StateWordRole);
                QStyleOptionViewItem option;
                option.font = font;
                option.fontMetrics = QFontMetrics(font);
                option.palette = Theme::lightPalette();
                option.state = QStyle::State_Enabled;
                const auto paint = [&](int room) {
                    option.rect = QRect(0, 0, room, ui::CellDelegate::rowHeight(font));
                    QImage image(option.rect.size(), QImage::Format_RGB32);
                    QPainter painter(&image);
                    delegate.paint(&painter, option, index);
                    painter.end();
                    return image;
                };
                const QImage image = paint(width);
                for (int y = 0; y < image.height() - 1; ++y) {
                    for (int x = width - 5; x < width; ++x) // the padding at the right stays empty: nothing ran into it
                        QVERIFY2(image.pixelColor(x, y) == QColor(Qt::white), qPrintable(word));
                }
                QVERIFY2(paint(width + 99).copy(image.rect()) == image, qPrintable(word)); // more room shows no more of it
                QVERIFY(delegate.sizeHint(option, index).width() <= width);
            }
        }
    }

    void rowsHaveRoomForChinese()
    {
        const QFont font = Theme::withFamilies(QFont(u"DejaVu Sans"_s, 10));
        QVERIFY(ui::CellDelegate::rowHeight(font) >= 26);
        QVERIFY(ui::CellDelegate::rowHeight(font) >= QFontMetrics(QFont(u"Noto Sans CJK SC"_s, 10)).height() + 7);
    }

    void aLongNameIsCutInTheMiddleAndWholeInTheTip()
    {
        QStandardItemModel model(1, 2);
        const QString name = u"autobk_<b>3e91</b>_"_s + QString(400, u'x') + u"_erp-db-02"_s;
        model.setData(model.index(0, 0), name);
        model.setData(model.index(0, 1), u"short"_s);
        QTableView table;
        ui::setUpTable(&table);
        table.setModel(&model);
        table.setColumnWidth(0, 160);
        table.resize(400, 120);
        table.show();
        QVERIFY(table.itemDelegate()->sizeHint({}, model.index(0, 0)).width() <= 480);

        const auto ask = [&table](const QModelIndex &index) {
            const QPoint at = table.visualRect(index).center();
            QHelpEvent help(QEvent::ToolTip, at, table.viewport()->mapToGlobal(at));
            QApplication::sendEvent(table.viewport(), &help);
            return QToolTip::text();
        };
        QVERIFY(ask(model.index(0, 0)).contains(u"&lt;b&gt;3e91"_s));
        QVERIFY(ask(model.index(0, 0)).contains(u"_erp-db-02"_s));
        QToolTip::hideText();
        QTRY_VERIFY(!QToolTip::isVisible());
        QVERIFY(!ask(model.index(0, 1)).contains(u"short"_s));
    }

    void aSelectedRowKeepsTheColourOfItsState()
    {
        QStandardItemModel model(1, 1);
        const QModelIndex index = model.index(0, 0);
        model.setData(index, int(models::CellKind::State), models::CellKindRole);
        model.setData(index, int(StateKind::Record), models::StateKindRole);
        model.setData(index, u"fail"_s, models::StateWordRole);
        QStyleOptionViewItem option;
        option.rect = QRect(0, 0, 120, 26);
        option.palette = Theme::lightPalette();
        option.state = QStyle::State_Enabled | QStyle::State_Selected;
        QImage image(option.rect.size(), QImage::Format_RGB32);
        QPainter painter(&image);
        const ui::CellDelegate delegate;
        delegate.paint(&painter, option, index);
        painter.end();
        QCOMPARE(image.pixelColor(1, 13), option.palette.color(QPalette::Link));
        QCOMPARE(image.pixelColor(118, 3), Theme::selectedRow(option.palette));
        QCOMPARE(image.pixelColor(16, 7), Theme::color(Token::Bad, option.palette)); // within the octagon
    }

    void stripesMoveOnlyWhileTheyAreSeen()
    {
        QStandardItemModel model(1, 1);
        model.setData(model.index(0, 0), int(models::CellKind::Progress), models::CellKindRole);
        model.setData(model.index(0, 0), int(models::UnknownProgress), models::ProgressRole);
        model.setData(model.index(0, 0), u"no number"_s);
        QTableView table;
        ui::setUpTable(&table);
        table.setModel(&model);
        table.setColumnWidth(0, 200);
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        const QRect cell = table.visualRect(model.index(0, 0));
        const QImage before = table.viewport()->grab(cell).toImage();
        QTRY_VERIFY(table.viewport()->grab(cell).toImage() != before);
    }

    // Formats

    void ages_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("chinese");
        QTest::newRow("a clock that runs behind") << qint64(-5) << u"0 s"_s << u"0 s ago"_s << u"0 秒前"_s;
        QTest::newRow("seconds") << qint64(12) << u"12 s"_s << u"12 s ago"_s << u"12 秒前"_s;
        QTest::newRow("last second") << qint64(59) << u"59 s"_s << u"59 s ago"_s << u"59 秒前"_s;
        QTest::newRow("minutes") << qint64(4 * 60 + 59) << u"4 min"_s << u"4 min ago"_s << u"4 分钟前"_s;
        QTest::newRow("hours") << qint64(31 * 3600) << u"31 h"_s << u"31 h ago"_s << u"31 小时前"_s;
        QTest::newRow("last hour") << qint64(48 * 3600 - 1) << u"47 h"_s << u"47 h ago"_s << u"47 小时前"_s;
        QTest::newRow("days") << qint64(5 * 86400) << u"5 d"_s << u"5 d ago"_s << u"5 天前"_s;
    }

    void ages()
    {
        QFETCH(qint64, seconds);
        QFETCH(QString, column);
        QFETCH(QString, english);
        QFETCH(QString, chinese);
        QCOMPARE(ui::formats::age(seconds), column);
        QCOMPARE(ui::formats::ago(seconds), english);
        Chinese translator;
        QVERIFY(QCoreApplication::installTranslator(&translator));
        QCOMPARE(ui::formats::ago(seconds), chinese);
        QCoreApplication::removeTranslator(&translator);
    }

    void durations()
    {
        QCOMPARE(ui::formats::duration(52), u"0:52"_s);
        QCOMPARE(ui::formats::duration(41 * 60 + 55), u"41:55"_s);
        QCOMPARE(ui::formats::duration(3 * 3600 + 7 * 60 + 10), u"3:07:10"_s);
        QCOMPARE(ui::formats::duration(-1), u"—"_s);
        QCOMPARE(ui::formats::durationInWords(126), u"2 min 6 s"_s);
        QCOMPARE(ui::formats::durationInWords(120), u"2 min"_s);
        QCOMPARE(ui::formats::durationInWords(3 * 3600 + 420), u"3 h 7 min"_s);
    }

    void sizes()
    {
        QCOMPARE(ui::formats::sizeMb(39117), u"38.2 GB"_s);
        QCOMPARE(ui::formats::sizeMb(613LL * 1024), u"613 GB"_s);
        QCOMPARE(ui::formats::sizeMb(4212LL * 1024), u"4,212 GB"_s);
        QCOMPARE(ui::formats::sizeMb(40), u"40 MB"_s);
        QCOMPARE(ui::formats::sizeMb(0), u"0 GB"_s);
        QCOMPARE(ui::formats::sizeMb(-1), u"—"_s);
        QCOMPARE(ui::formats::sizeMb(102399), u"100 GB"_s); // 99.999, never "100.0"
        QCOMPARE(ui::formats::percent(62), u"62 %"_s);
        QCOMPARE(ui::formats::number(3000), u"3,000"_s);
        QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
        QCOMPARE(ui::formats::sizeMb(4212LL * 1024), u"4,212 GB"_s);
    }

    void times()
    {
        const QDateTime utc(QDate(2026, 11, 22), QTime(6, 32, 8), Qt::UTC);
        const QTimeZone east(8 * 3600);
        QCOMPARE(ui::formats::time(utc, east), u"2026-11-22 14:32"_s);
        QCOMPARE(ui::formats::time(utc, east, true), u"2026-11-22 14:32:08"_s);
        QCOMPARE(ui::formats::clock(utc, east), u"14:32:08"_s);
        QCOMPARE(ui::formats::timeInFull(utc, east, utc.addSecs(12)), u"2026-11-22 14:32:08 UTC+8 · 12 s ago"_s);
        QCOMPARE(ui::formats::time({}, east), u"—"_s);
        QCOMPARE(ui::formats::zoneName(east), u"UTC+8"_s);
        QCOMPARE(ui::formats::zoneName(QTimeZone(19800)), u"UTC+5:30"_s);
        QCOMPARE(ui::formats::zoneName(QTimeZone(-12600)), u"UTC-3:30"_s);
        QCOMPARE(ui::formats::zoneName(QTimeZone(0)), u"UTC"_s);
    }

    void ids()
    {
        QCOMPARE(ui::formats::shortId(u"8f2a01c4-58aa-4f0e-9b1c-2f61c2a861c0"_s), u"8f2a01c4…61c0"_s);
        QCOMPARE(ui::formats::shortId(u"8f2a01c458aa4f0e9b1c2f61c2a861c0"_s), u"8f2a01c4…61c0"_s);
        QCOMPARE(ui::formats::shortId(u"not a uuid at all, yet 36 characters"_s), u"not a uuid at all, yet 36 characters"_s);
    }

    void textFromOutsideStaysOneSafeLine_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("line");
        QTest::newRow("ordinary") << u"财务-db & <b>"_s << u"财务-db & <b>"_s;
        QTest::newRow("line ends") << u"a\r\nb\nc\rd\u2028e"_s << u"a␤b␤c␤d␤e"_s;
        QTest::newRow("control characters") << u"a\u0000b\tc\u001b[31m\u007f"_s << u"a␀b␉c␛[31m␡"_s;
        QTest::newRow("a control character of the second set") << u"a\u009bb"_s << u"a\ufffdb"_s;
        QTest::newRow("right to left") << u"مرحبا"_s << u"\u2068مرحبا\u2069"_s;
        QTest::newRow("an override left open") << u"exe\u202egpj"_s << u"\u2068exe\u202egpj\u2069"_s;
        QTest::newRow("an isolate left open") << u"a\u2067b"_s << u"\u2068a\u2067b\u2069\u2069"_s;
        QTest::newRow("a PDI that would close ours") << u"a\u2069\u202eb"_s << u"\u2068a\u202eb\u2069"_s;
    }

    void textFromOutsideStaysOneSafeLine()
    {
        QFETCH(QString, text);
        QFETCH(QString, line);
        QCOMPARE(ui::formats::plain(text), line);
    }

    // Widgets

    void aMessageShowsServerTextAsSent()
    {
        ui::MessageBar bar;
        bar.setMessage(Token::Bad, u"failed"_s, u"Replication failed"_s,
                       {{u"Server said"_s, u"<img src='http://x/'> & <b>no</b>\nsecond"_s}, {u"Next"_s, u"Look again"_s}}, 0);
        bar.show();
        const auto *said = bar.findChild<QLabel *>(u"serverSaid"_s);
        QVERIFY(said);
        QCOMPARE(said->text(), u"<img src='http://x/'> & <b>no</b>\nsecond"_s);
        for (const QLabel *label : bar.findChildren<QLabel *>()) {
            if (!label->text().isEmpty())
                QCOMPARE(label->textFormat(), Qt::PlainText);
        }
        QCOMPARE(said->focusPolicy(), Qt::StrongFocus);
        QCOMPARE(said->font().families().constFirst(), Theme::fixedFont().families().constFirst());
        QVERIFY(bar.plainText().startsWith(u"Replication failed\nServer said: "_s));
        QPushButton *button = bar.addButton(u"Look again"_s);
        QTRY_VERIFY(button->isVisible()); // a layout shows a late child with the next events
        bar.setMessage(Token::Idle, u"cloud-slash"_s, u"Offline since 14:02"_s);
        QVERIFY(!bar.findChild<QLabel *>(u"serverSaid"_s));
        QVERIFY(bar.sizeHint().height() <= 40); // a strip, its button beside the words
    }

    void nothingInAMessageIsCutWhenItIsNarrow()
    {
        ui::MessageBar bar;
        bar.setMessage(Token::Bad, u"failed"_s, u"Replication failed at 62 %"_s,
                       {{u"Server said"_s, u"The number of replicas exceeds the limit in the destination region."_s},
                        {u"下一步"_s, u"删除旧副本或提高配额，再次复制此备份，然后等待"_s}},
                       0);
        bar.resize(300, bar.heightForWidth(300));
        bar.show();
        QVERIFY(QTest::qWaitForWindowExposed(&bar));
        for (const QLabel *label : bar.findChildren<QLabel *>()) {
            if (label->wordWrap() && label->isVisible())
                QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
        }
    }

    void theFreshnessIsAButtonNamedByItsText()
    {
        ui::FreshnessLabel label;
        QCOMPARE(label.accessibleName(), u"Not loaded yet"_s);
        label.setState(ui::FreshnessLabel::Kind::Partial, u"Partial: 2 of 3 regions & more"_s, u"cn-east-3 <does> not answer"_s);
        QCOMPARE(label.accessibleName(), u"Partial: 2 of 3 regions & more"_s);
        QVERIFY(label.toolTip().contains(u"&lt;does&gt;"_s));
        QVERIFY(!label.icon().isNull());
        label.show();
        QSignalSpy clicked(&label, &QAbstractButton::clicked);
        QTest::mouseClick(&label, Qt::LeftButton);
        QCOMPARE(clicked.size(), 1);
    }

    void theFreshnessBeforeTheFirstAnswerIsTranslated()
    {
        ui::FreshnessLabel label;
        Chinese translator;
        QVERIFY(QCoreApplication::installTranslator(&translator));
        QTRY_COMPARE(label.accessibleName(), u"尚未加载"_s);
        QCoreApplication::removeTranslator(&translator);
        QTRY_COMPARE(label.accessibleName(), u"Not loaded yet"_s);
    }

    void anEmptyPageOffersItsNextStep()
    {
        ui::EmptyState empty;
        empty.resize(500, 300);
        empty.setState(ui::EmptyState::Kind::Forbidden, u"Not permitted: list replication records"_s,
                       u"This is not an empty list"_s, u"Copy the request"_s);
        empty.show();
        QVERIFY(empty.firstButton()->isVisible());
        QVERIFY(!empty.secondButton()->isVisible());
        QSignalSpy chosen(&empty, &ui::EmptyState::firstChosen);
        QTest::mouseClick(empty.firstButton(), Qt::LeftButton);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(empty.accessibleName(), u"Not permitted: list replication records"_s);
    }

    void theNavigationIsWalkedByKeyboardPastItsGroupWords()
    {
        ui::Navigation navigation;
        navigation.setPages({{u"overview"_s, u"Overview"_s, u"overview"_s},
                             {{}, u"WORK"_s, {}, true},
                             {u"operations"_s, u"Operations"_s, u"operations"_s},
                             {u"failed"_s, u"Failed tasks"_s, u"failed-tasks"_s}});
        navigation.resize(196, 400);
        navigation.show();
        navigation.setCurrent(u"overview"_s);
        QSignalSpy chosen(&navigation, &ui::Navigation::pageChosen);
        QTest::keyClick(navigation.view(), Qt::Key_Down);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.takeFirst().constFirst().toString(), u"operations"_s);
        QTest::keyClick(navigation.view(), Qt::Key_Up);
        QCOMPARE(navigation.current(), u"overview"_s);
    }

    void aBadgeIsInTheDescriptionNotInTheName()
    {
        ui::Navigation navigation;
        navigation.setPages({{u"records"_s, u"Replication records"_s, u"records"_s}});
        navigation.setBadge(u"records"_s, 43, Token::Bad, u"43 failed, unread"_s);
        navigation.show();
        const QAbstractItemModel *model = navigation.view()->model();
        QCOMPARE(model->index(0, 0).data(Qt::AccessibleTextRole).toString(), u"Replication records"_s);
        QCOMPARE(model->index(0, 0).data(Qt::AccessibleDescriptionRole).toString(), u"43 failed, unread"_s);
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(navigation.view());
        QVERIFY(list && list->childCount() == 1);
        QCOMPARE(list->child(0)->text(QAccessible::Name), u"Replication records"_s);
        navigation.setRail(true);
        QCOMPARE(navigation.width(), 44);
        QCOMPARE(model->index(0, 0).data(Qt::ToolTipRole).toString(), u"Replication records · 43 failed, unread"_s);
        // A change of language brings new words; badge and page stay.
        navigation.setCurrent(u"records"_s);
        navigation.setPages({{u"records"_s, u"复制记录"_s, u"records"_s}});
        QCOMPARE(navigation.current(), u"records"_s);
        QCOMPARE(model->index(0, 0).data(Qt::AccessibleDescriptionRole).toString(), u"43 failed, unread"_s);
    }

    void theNavigationHasRoomForItsWords()
    {
        ui::Navigation navigation;
        navigation.setPages(
            {{u"records"_s, u"Replication records"_s, u"records"_s}, {u"i"_s, u"Protected instances"_s, u"instances"_s}});
        QFont bold = QApplication::font();
        bold.setWeight(QFont::DemiBold);
        QVERIFY(navigation.width() >= 196);
        QVERIFY(navigation.width() >= 38 + QFontMetrics(bold).horizontalAdvance(u"Replication records"_s) + 30);
    }

    void aFormRowTiesLabelRuleAndProblemToItsField()
    {
        auto *edit = new QLineEdit;
        QWidget form;
        auto *column = new QVBoxLayout(&form);
        auto *rowPointer = new ui::FormRow(u"&Name"_s, edit, &form);
        ui::FormRow &row = *rowPointer;
        column->addWidget(rowPointer);
        column->addStretch(1);
        row.setRule(u"Up to 64 bytes"_s);
        row.setCounter(u"9 / 64 bytes"_s, false);
        form.resize(500, 200);
        form.show();
        QVERIFY(QTest::qWaitForWindowExposed(&form));
        const int height = row.height();
        bool tied = false;
        for (const QLabel *label : row.findChildren<QLabel *>())
            tied = tied || label->buddy() == edit;
        QVERIFY(tied);
        QCOMPARE(edit->accessibleDescription(), u"Up to 64 bytes"_s);
        row.setProblem(u"The name has 66 bytes, the service allows 64"_s);
        QVERIFY(row.hasProblem());
        QCOMPARE(edit->accessibleDescription(), u"The name has 66 bytes, the service allows 64"_s);
        QCoreApplication::processEvents();
        QCOMPARE(row.height(), height); // nothing jumps
        row.setProblem({});
        QCOMPARE(edit->accessibleDescription(), u"Up to 64 bytes"_s);
    }

private:
    QColor m_desktopBase;
};

QTEST_MAIN(TestLook)
#include "tst_look.moc"
