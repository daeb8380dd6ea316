#include "app/application.h"
#include "ui/emptystate.h"
#include "ui/listpage.h"
#include "ui/messagebar.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using State = models::Freshness::State;

#define WAIT_FOR(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, 20000)

namespace {

/// The clock of a machine that was set by hours.
class SkewedClock final : public net::Clock
{
public:
    SkewedClock(const mock::Server &server, int hours) : m_server(server), m_hours(hours) {}
    QDateTime nowUtc() const override
    {
        return QDateTime::fromMSecsSinceEpoch(m_server.nowMs(), Qt::UTC).addSecs(qint64(m_hours) * 3600);
    }
    std::chrono::milliseconds steady() const override { return net::SystemClock().steady(); }
    std::chrono::milliseconds calendar() const override { return std::chrono::milliseconds(m_server.nowMs()); }

private:
    const mock::Server &m_server;
    int m_hours;
};

/// A mock endpoint and the program on a machine whose clock is wrong, with an access key.
struct Desk
{
    Desk(const QString &language, int hours) : server(setup())
    {
        for (const char *name : {"XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"})
            qputenv(name, home.path().toUtf8());
        std::string error;
        if (!server.start(&error))
            qFatal("%s", error.c_str());
        const mock::Door door = server.door();
        app::Options options;
        options.language = language;
        options.theme = u"light"_s;
        options.endpoints = net::Endpoints::shared(QString::fromStdString(door.url));
        options.scopes = {{QString::fromStdString(door.region), QString::fromStdString(door.projectId)}};
        options.credential = net::AccessKey{QString::fromStdString(door.ak), QByteArray::fromStdString(door.sk), {}};
        program = std::make_unique<app::Application>(*qApp, options);
        program->setSecrets(std::make_unique<models::SessionSecrets>());
        program->setClock(std::make_unique<SkewedClock>(server, hours));
        if (const auto started = program->start(); !started)
            qFatal("%s", qPrintable(started.error()));
    }

    QTemporaryDir home;
    mock::Server server;
    std::unique_ptr<app::Application> program;

private:
    static mock::Options setup()
    {
        mock::Options options;
        options.epoch = "2024-03-05T08:09:10Z"; // far from the machine's own time, which would do for a signature, too
        options.speed = 0;
        return options;
    }
};

} // namespace

/// Signing with a clock that is wrong by hours: each place that tells of the refusal says by how much.
class TestClockSkew final : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void theSkewIsSaidInWords_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("hours");
        QTest::addColumn<QString>("said");
        QTest::newRow("English, ahead") << u"en"_s << 3 << u"The clock of this computer is 3 h ahead of the service's"_s;
        QTest::newRow("English, behind") << u"en"_s << -3 << u"The clock of this computer is 3 h behind the service's"_s;
        QTest::newRow("Chinese, ahead") << u"zh_CN"_s << 3 << u"本机时钟比服务端快 3 小时"_s;
        QTest::newRow("Chinese, behind") << u"zh_CN"_s << -3 << u"本机时钟比服务端慢 3 小时"_s;
    }
    void theSkewIsSaidInWords()
    {
        QFETCH(QString, language);
        QFETCH(int, hours);
        QFETCH(QString, said);
        Desk desk(language, hours);
        ui::MainWindow &window = desk.program->window();
        auto *bar = window.findChild<ui::MessageBar *>(u"sign-in-trouble"_s);
        WAIT_FOR(bar->isVisible());
        QVERIFY2(bar->plainText().contains(said), qPrintable(bar->plainText()));

        window.showPage(u"records"_s);
        const ui::ListPage *page = window.page(u"records"_s);
        WAIT_FOR(page->session().freshness().state == State::Failed);
        auto *empty = page->findChild<ui::EmptyState *>();
        QVERIFY(empty);
        WAIT_FOR(empty->isVisible());
        QVERIFY2(empty->accessibleDescription().contains(said), qPrintable(empty->accessibleDescription()));

        QWidget *dialog = window.replicatePolicy();
        QVERIFY(dialog);
        const auto isSaid = [dialog, &said] {
            const QList<ui::MessageBar *> bars = dialog->findChildren<ui::MessageBar *>();
            return std::ranges::any_of(
                bars, [&said](const ui::MessageBar *one) { return one->isVisible() && one->plainText().contains(said); });
        };
        WAIT_FOR(isSaid());
        dialog->close();
    }
};

QTEST_MAIN(TestClockSkew)
#include "tst_clockskew.moc"
