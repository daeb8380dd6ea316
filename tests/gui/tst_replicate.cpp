#include "app/application.h"
#include "ui/listpage.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using models::Operation;
using State = models::Freshness::State;

#define WAIT_FOR(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, 20000) // an outcome is shown once the disk has it

namespace {

/// The program as its user has it: the demo in a window, driven by input events alone.
struct Desk
{
    explicit Desk(const QString &language)
    {
        app::Options options;
        options.demo = true;
        options.language = language;
        options.theme = u"light"_s;
        program = std::make_unique<app::Application>(*qApp, options);
        program->setCalendarSpeed(0);
        program->setZone(QTimeZone(8 * 3600));
        if (const auto started = program->start(); !started)
            qFatal("%s", qPrintable(started.error()));
        program->session().operations.setPace({std::chrono::milliseconds(20), std::chrono::milliseconds(20)});
        program->window().resize(1280, 800);
    }

    bool loaded()
    {
        return program->session().backups.freshness().state == State::Fresh &&
               program->session().records.freshness().state == State::Fresh;
    }
    template <typename T> T *find(const QString &name) { return program->window().findChild<T *>(name); }
    /// Chooses a backup with a certain fate: finds it by its id in the text filter, then clicks the row.
    void choose(const std::string &fate)
    {
        const QString id = QString::fromStdString(program->server()->example(fate));
        auto *page = find<QWidget>(u"page-backups"_s);
        auto *filter = page->findChild<QLineEdit *>(u"filter"_s);
        filter->setFocus();
        QTest::keyClick(filter, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(filter, u"id:"_s + id);
        auto *table = find<QTableView>(u"table-backups"_s);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(0, 1)).center());
        WAIT_FOR(table->currentIndex().isValid());
    }
    QDialog *openDialog()
    {
        auto *verb = find<QWidget>(u"page-backups"_s)->findChild<QAbstractButton *>(u"verb"_s);
        QTest::mouseClick(verb, Qt::LeftButton);
        QDialog *dialog = nullptr;
        [&] { WAIT_FOR((dialog = find<QDialog>(u"replicate-backup"_s))); }();
        [&] { WAIT_FOR(dialog->findChild<QComboBox *>(u"destination_project_id"_s)->count() > 0); }();
        [&] { WAIT_FOR(dialog->findChild<QAbstractButton *>(u"confirm"_s)->isEnabled()); }();
        return dialog;
    }
    const Operation *last() const
    {
        const auto &all = program->session().operations.all();
        return all.isEmpty() ? nullptr : &all.last();
    }
    bool isIn(Operation::State state) const { return last() && last()->state == state; }

    std::unique_ptr<app::Application> program;
};

} // namespace

class TestReplicate final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QApplication::setApplicationName(u"ballast-test"_s); }
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void aBackupIsReplicatedWithTheMouse_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("title");
        QTest::newRow("English") << u"en"_s << u"Backups"_s;
        QTest::newRow("Chinese") << u"zh_CN"_s << u"备份"_s;
    }
    void aBackupIsReplicatedWithTheMouse()
    {
        QFETCH(QString, language);
        QFETCH(QString, title);
        Desk desk(language);
        WAIT_FOR(desk.loaded());
        desk.program->window().showPage(u"backups"_s);
        QCOMPARE(desk.find<QTableView>(u"table-backups"_s)->accessibleName(), title);
        desk.choose("replicable");
        QDialog *dialog = desk.openDialog();
        auto *confirm = dialog->findChild<QAbstractButton *>(u"confirm"_s);
        QTest::mouseDClick(confirm, Qt::LeftButton); // a double click sends it once
        QTest::mouseClick(confirm, Qt::LeftButton);
        WAIT_FOR(desk.isIn(Operation::State::Accepted));
        desk.program->server()->advance(std::chrono::seconds(20));
        WAIT_FOR(desk.isIn(Operation::State::Running));
        desk.program->server()->advance(std::chrono::minutes(2));
        WAIT_FOR(desk.isIn(Operation::State::Succeeded));
        QCOMPARE(desk.program->server()->writes(), 1);
        QCOMPARE(desk.program->session().operations.all().size(), 1);
    }

    void aBackupIsReplicatedWithTheKeyboardAlone()
    {
        Desk desk(u"en"_s);
        WAIT_FOR(desk.loaded());
        desk.program->window().showPage(u"backups"_s);
        desk.choose("replicable");
        QDialog *dialog = desk.openDialog();
        auto *name = dialog->findChild<QLineEdit *>(u"name"_s);
        name->setFocus();
        QTest::keyClicks(name, u"dr-copy"_s);
        for (int i = 0; i < 8; ++i) // Enter held down
            QTest::keyClick(name, Qt::Key_Return);
        WAIT_FOR(desk.isIn(Operation::State::Accepted));
        QTest::keyClick(dialog, Qt::Key_Escape); // closing leaves the work running
        desk.program->server()->advance(std::chrono::minutes(2));
        WAIT_FOR(desk.isIn(Operation::State::Succeeded));
        QCOMPARE(desk.program->server()->writes(), 1);
    }

    void aWrongNameIsSaidAndNotSent()
    {
        Desk desk(u"en"_s);
        WAIT_FOR(desk.loaded());
        desk.program->window().showPage(u"backups"_s);
        desk.choose("replicable");
        QDialog *dialog = desk.openDialog();
        auto *name = dialog->findChild<QLineEdit *>(u"name"_s);
        name->setFocus();
        QTest::keyClicks(name, u"a b"_s);
        QTest::mouseClick(dialog->findChild<QAbstractButton *>(u"confirm"_s), Qt::LeftButton);
        QTest::qWait(50); // time in which a request would have left
        QCOMPARE(desk.program->server()->writes(), 0);
        QVERIFY(desk.program->session().operations.all().isEmpty());
        QCOMPARE(name->text(), u"a b"_s); // nothing typed is lost
    }

    void aLostAnswerIsInDoubtAndLookingAgainSettlesIt()
    {
        Desk desk(u"zh_CN"_s);
        WAIT_FOR(desk.loaded());
        desk.program->window().showPage(u"backups"_s);
        QVERIFY(desk.program->server()->fault("POST */replicate drop"));
        desk.choose("replicable");
        QDialog *dialog = desk.openDialog();
        QTest::mouseClick(dialog->findChild<QAbstractButton *>(u"confirm"_s), Qt::LeftButton);
        WAIT_FOR(desk.isIn(Operation::State::InDoubt));
        QCOMPARE(desk.program->server()->writes(), 1);
        auto *look = dialog->findChild<QAbstractButton *>(u"look-again"_s);
        WAIT_FOR(look && look->isVisible());
        QTest::mouseClick(look, Qt::LeftButton);
        WAIT_FOR(!desk.isIn(Operation::State::InDoubt));
        desk.program->server()->advance(std::chrono::minutes(2));
        WAIT_FOR(desk.isIn(Operation::State::Succeeded));
        QCOMPARE(desk.program->server()->writes(), 1);
    }

    void theLanguageSwitchesWhileRunning()
    {
        Desk desk(u"en"_s);
        WAIT_FOR(desk.loaded());
        desk.program->window().showPage(u"records"_s);
        auto *table = desk.find<QTableView>(u"table-records"_s);
        QCOMPARE(table->accessibleName(), u"Replication records"_s);
        const QString english = table->model()->headerData(0, Qt::Horizontal).toString();
        desk.program->setLanguage(u"zh_CN"_s);
        QTRY_COMPARE(table->accessibleName(), u"复制记录"_s);
        QVERIFY(table->model()->headerData(0, Qt::Horizontal).toString() != english);
        desk.program->setLanguage(u"en"_s);
        QTRY_COMPARE(table->accessibleName(), u"Replication records"_s);
    }
};

QTEST_MAIN(TestReplicate)
#include "tst_replicate.moc"
