#include "app/application.h"
#include "ui/celldelegate.h"
#include "ui/detailpane.h"
#include "ui/listpage.h"

#include <QApplication>
#include <QLabel>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// What the odd names are made of must not get through as markup.
bool isMarkup(const QString &text)
{
    static const QStringList live{u"<b>"_s, u"<i>"_s, u"<img"_s, u"<a "_s, u"<script"_s};
    return std::any_of(live.begin(), live.end(), [&text](const QString &tag) { return text.contains(tag, Qt::CaseInsensitive); });
}

bool isOneLine(const QString &text)
{
    return std::none_of(text.begin(), text.end(), [](QChar c) {
        return c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
    });
}

struct Desk
{
    explicit Desk(const QString &language)
    {
        app::Options options;
        options.demo = true;
        options.scenario = u"odd"_s;
        options.language = language;
        options.theme = u"light"_s;
        program = std::make_unique<app::Application>(*qApp, options);
        program->setCalendarSpeed(0);
        program->setZone(QTimeZone(8 * 3600));
        if (const auto started = program->start(); !started)
            qFatal("%s", qPrintable(started.error()));
        program->window().resize(1280, 800);
    }
    bool loaded() const
    {
        const auto all = program->session().lists();
        return std::all_of(all.begin(), all.end(), [](const models::ListSession *list) {
            return list->freshness().state == models::Freshness::State::Fresh;
        });
    }
    std::unique_ptr<app::Application> program;
};

/// What is wrong with the texts that are visible in the window now.
QStringList faults(QWidget *window)
{
    QStringList out;
    const QList<QWidget *> widgets = window->findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (isMarkup(widget->toolTip()))
            out.append(u"live markup in a tip of %1: %2"_s.arg(widget->objectName(), widget->toolTip().left(80)));
        const auto *label = qobject_cast<QLabel *>(widget);
        if (label && isMarkup(label->text()) && label->textFormat() != Qt::PlainText)
            out.append(u"a label that could be markup: %1: %2"_s.arg(label->objectName(), label->text().left(80)));
    }
    return out;
}

} // namespace

/// Names without an end, of control characters, of markup, and written from the right, on every page.
class TestOdd final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QApplication::setApplicationName(u"ballast-test"_s); }
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void oddTextsBreakNoPage_data()
    {
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("language");
        for (const char *page : {"policies", "backups", "records", "groups", "drills"}) {
            for (const char *language : {"en", "zh_CN"})
                QTest::addRow("%s, %s", page, language) << QString::fromLatin1(page) << QString::fromLatin1(language);
        }
    }
    void oddTextsBreakNoPage()
    {
        QFETCH(QString, page);
        QFETCH(QString, language);
        const Desk desk(language);
        QTRY_VERIFY_WITH_TIMEOUT(desk.loaded(), 30000);
        ui::MainWindow &window = desk.program->window();
        const QSize size = window.size();
        const int least = window.minimumSizeHint().width();
        window.showPage(page);
        ui::ListPage *shown = window.page(page);
        QTableView *table = shown->table();
        QTRY_VERIFY(table->isVisible() && table->model()->rowCount() > 0);
        const int height = ui::CellDelegate::rowHeight(shown->font());
        const QAbstractItemModel *model = table->model();
        const auto shows = [model](const auto &isOdd) {
            for (int row = 0; row < model->rowCount(); ++row) {
                for (int column = 0; column < model->columnCount(); ++column) {
                    if (isOdd(model->index(row, column).data().toString()))
                        return true;
                }
            }
            return false;
        };
        // Names are joined from other lists, on a thread of their own, after the rows are there.
        QTRY_VERIFY2(shows(isMarkup), "nothing odd is shown here"); // as it was written, in a cell that is plain
        if (page != "policies"_L1)                                  // whose odd one is short
            QTRY_VERIFY(shows([](const QString &text) { return text.size() > 5000; }));
        for (int row = 0; row < model->rowCount(); ++row) {
            QCOMPARE(table->rowHeight(row), height);
            for (int column = 0; column < model->columnCount(); ++column) {
                const QModelIndex cell = model->index(row, column);
                QVERIFY2(isOneLine(cell.data().toString()), qPrintable(u"%1, %2"_s.arg(row).arg(column)));
                QVERIFY2(!isMarkup(cell.data(Qt::ToolTipRole).toString()), qPrintable(u"%1, %2"_s.arg(row).arg(column)));
            }
        }
        for (int row = 0; row < model->rowCount(); ++row) { // and in the detail, one after the other
            table->scrollTo(model->index(row, 0));
            QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(model->index(row, 0)).center());
            QTRY_COMPARE(table->currentIndex().row(), row);
            const QStringList found = faults(&window);
            QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
            QCOMPARE(window.size(), size);
            QVERIFY(shown->detail()->width() <= 520);
        }
        QVERIFY(window.minimumSizeHint().width() <= std::max(least, 1024));
        QVERIFY(!window.grab().isNull()); // and it can be drawn
    }

    void theOverviewHoldsThemToo()
    {
        const Desk desk(u"en"_s);
        QTRY_VERIFY_WITH_TIMEOUT(desk.loaded(), 30000);
        ui::MainWindow &window = desk.program->window();
        const QSize size = window.size();
        window.showPage(u"overview"_s);
        auto *page = window.findChild<QWidget *>(u"page-overview"_s);
        QTRY_VERIFY(page->isVisible());
        QTRY_VERIFY(!page->findChildren<QAbstractItemView *>().isEmpty());
        const QStringList found = faults(&window);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
        for (const QAbstractItemView *view : page->findChildren<QAbstractItemView *>()) {
            for (int row = 0; view->model() && row < view->model()->rowCount(); ++row) {
                for (int column = 0; column < view->model()->columnCount(); ++column) {
                    const QModelIndex cell = view->model()->index(row, column);
                    QVERIFY(isOneLine(cell.data().toString()) && !isMarkup(cell.data(Qt::ToolTipRole).toString()));
                }
            }
        }
        QCOMPARE(window.size(), size);
        QVERIFY(window.minimumSizeHint().width() <= 1024);
        QVERIFY(!window.grab().isNull());
    }
};

QTEST_MAIN(TestOdd)
#include "tst_odd.moc"
