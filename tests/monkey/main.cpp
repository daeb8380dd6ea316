#include "monkey.h"
#include "watch.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDesktopServices>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

/// Where links lead that would open another program.
class NoBrowser final : public QObject
{
    Q_OBJECT

public slots:
    void open(const QUrl &url) { std::printf("monkey: %s was to be opened\n", qPrintable(url.toString())); }
};

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QCoreApplication::setApplicationName(u"ballast-monkey"_s);
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    QApplication::setCursorFlashTime(0);

    QCommandLineParser options;
    options.addOptions({{u"seed"_s, u"What the events are made from."_s, u"number"_s, u"7"_s},
                        {u"events"_s, u"How many."_s, u"number"_s, u"10000"_s},
                        {u"read-only"_s, u"The program is started read-only: the default."_s},
                        {u"writable"_s, u"It is not."_s},
                        {u"scenario"_s, u"What the endpoint plays."_s, u"name"_s, u"company"_s}});
    options.addHelpOption();
    options.process(application);
    bool isSeed = false, isCount = false;
    monkey::Wishes wishes;
    wishes.seed = options.value(u"seed"_s).toULongLong(&isSeed);
    wishes.events = options.value(u"events"_s).toLong(&isCount);
    wishes.writable = options.isSet(u"writable"_s);
    wishes.scenario = options.value(u"scenario"_s);
    if (!isSeed || !isCount || wishes.events < 1 || !options.positionalArguments().isEmpty() ||
        (wishes.writable && options.isSet(u"read-only"_s))) {
        std::fputs("monkey: wrong options; --help names them\n", stderr);
        return 2;
    }

    NoBrowser browser;
    const QStringList schemes{u"http"_s, u"https"_s, u"file"_s, u"mailto"_s};
    for (const QString &scheme : schemes)
        QDesktopServices::setUrlHandler(scheme, &browser, "open");
    monkey::watch::start(std::chrono::seconds(60));
    monkey::World world(wishes);
    QString error;
    if (!world.start(&error)) {
        std::fprintf(stderr, "monkey: %s\n", qPrintable(error));
        return 1;
    }
    const int code = monkey::Monkey(world, wishes).run();
    for (const QString &scheme : schemes)
        QDesktopServices::unsetUrlHandler(scheme);
    return code;
}

#include "main.moc"
