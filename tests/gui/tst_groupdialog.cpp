#include "gui/desk.h"
#include "ui/brieftable.h"
#include "ui/formrow.h"
#include "ui/messagebar.h"

#include <QPlainTextEdit>
#include <QRadioButton>
#include <QTabBar>
#include <QTabWidget>
#include <QTreeView>

using models::Operation;
using State = Operation::State;

namespace {

constexpr auto small = R"({"servers":1,"backups":10,"records":0,"policy_names":["a-daily"]})";

ui::RowsTable *table(const QDialog *dialog, const QString &name) { return dialog->findChild<ui::RowsTable *>(name); }
QLineEdit *nameOf(const QDialog *dialog) { return dialog->findChild<QLineEdit *>(u"name"_s); }

/// The wizard, once its domains are known.
QDialog *openWizard(const Desk &desk)
{
    QDialog *dialog = desk.open(u"groups"_s, u"create-protection-group"_s);
    if (dialog)
        [&] { WAIT_FOR(Desk::button(dialog, u"next"_s)->isEnabled() && table(dialog, u"domains"_s)->rows()->rowCount() > 0); }();
    return dialog;
}

/// Of the VPCs that can be used.
int usable(const ui::RowsTable *vpcs)
{
    for (int row = 0; row < vpcs->rows()->rowCount(); ++row) {
        if (vpcs->rows()->at(row).cells.last().word == "OK"_L1)
            return row;
    }
    return -1;
}

void clickRow(ui::RowsTable *rows, int row)
{
    QTest::mouseClick(rows->viewport(), Qt::LeftButton, {}, rows->visualRect(rows->rows()->index(row, 0)).center());
}

/// From the first page to the review.
void fill(const QDialog *dialog, const QString &name)
{
    Desk::press(dialog, u"next"_s);
    Desk::press(dialog, u"next"_s);
    clickRow(table(dialog, u"vpcs"_s), usable(table(dialog, u"vpcs"_s)));
    Desk::press(dialog, u"next"_s);
    Desk::type(nameOf(dialog), name);
    Desk::press(dialog, u"next"_s);
}

/// The same with the keyboard: Enter goes from page to page, the arrow keys choose.
void fillByKeyboard(const QDialog *dialog, const QString &name)
{
    ui::RowsTable *domains = table(dialog, u"domains"_s), *vpcs = table(dialog, u"vpcs"_s);
    [&] { WAIT_FOR(Desk::button(dialog, u"next"_s)->isEnabled() && !domains->currentId().isEmpty()); }();
    QTRY_COMPARE(dialog->focusWidget(), domains);
    QTest::keyClick(domains, Qt::Key_Return);
    QCOMPARE(dialog->focusWidget(), dialog->findChild<QRadioButton *>(u"forward"_s));
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
    QCOMPARE(dialog->focusWidget(), vpcs);
    QTest::keyClick(vpcs, Qt::Key_Home, Qt::ControlModifier);
    for (int row = usable(vpcs); vpcs->currentIndex().row() < row;) {
        const int before = vpcs->currentIndex().row();
        QTest::keyClick(vpcs, Qt::Key_Down);
        QVERIFY(vpcs->currentIndex().row() > before);
    }
    QTest::keyClick(vpcs, Qt::Key_Return);
    QCOMPARE(dialog->focusWidget(), nameOf(dialog));
    Desk::enter(nameOf(dialog), name);
    QTest::keyClick(nameOf(dialog), Qt::Key_Return);
}

QString said(const QWidget *in, const QString &bar) { return in->findChild<ui::MessageBar *>(bar)->plainText(); }

} // namespace

/// Creating a protection group, through the wizard.
class TestGroupDialog final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QApplication::setApplicationName(u"ballast-test"_s); }
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void aGroupIsMadeWithTheMouse()
    {
        const Desk desk(u"en"_s, small);
        WAIT_FOR(desk.loaded());
        QDialog *dialog = openWizard(desk);
        QVERIFY(dialog);
        ui::RowsTable *domains = table(dialog, u"domains"_s);
        const QString open = domains->currentId();
        int sold = 0;
        for (int row = 0; row < domains->rows()->rowCount(); ++row) {
            if (domains->rows()->at(row).cells.last().text != "Sold out"_L1)
                continue;
            ++sold;
            clickRow(domains, row);
            QCOMPARE(domains->currentId(), open); // it cannot be chosen
        }
        QVERIFY(sold > 0 && !open.isEmpty());
        Desk::press(dialog, u"next"_s);
        auto *backward = dialog->findChild<QRadioButton *>(u"backward"_s);
        QTest::mouseClick(backward, Qt::LeftButton, {}, QPoint(8, backward->height() / 2));
        QVERIFY(backward->isChecked());
        const QString direction = backward->text();
        Desk::press(dialog, u"next"_s);
        ui::RowsTable *vpcs = table(dialog, u"vpcs"_s);
        clickRow(vpcs, usable(vpcs));
        const QString vpc = vpcs->currentId();
        QVERIFY(!vpc.isEmpty());
        Desk::press(dialog, u"next"_s);

        const auto *row = dynamic_cast<const ui::FormRow *>(nameOf(dialog)->parentWidget());
        QVERIFY(row);
        Desk::type(nameOf(dialog), QString(22, u'组')); // 66 bytes
        WAIT_FOR(row->hasProblem());                    // said while it is typed
        Desk::press(dialog, u"next"_s);
        QVERIFY(nameOf(dialog)->isVisible());
        Desk::type(nameOf(dialog), u"ｅｒｐ（一）"_s); // full width
        WAIT_FOR(row->hasProblem());
        Desk::type(nameOf(dialog), u"erp-dr-new"_s);
        WAIT_FOR(!row->hasProblem());
        Desk::press(dialog, u"back"_s);
        QVERIFY(vpcs->isVisible());
        QCOMPARE(vpcs->currentId(), vpc);
        Desk::press(dialog, u"next"_s);
        QCOMPARE(nameOf(dialog)->text(), u"erp-dr-new"_s); // nothing typed is lost
        Desk::press(dialog, u"next"_s);
        QVERIFY(said(dialog, u"preview"_s).contains(u"erp-dr-new"_s));
        auto *bar = dialog->findChild<QTabWidget *>()->tabBar();
        QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(1).center());
        QVERIFY(dialog->findChild<QPlainTextEdit *>(u"request"_s)->toPlainText().contains(u"erp-dr-new"_s));
        QCOMPARE(desk.server().writes(), 0);

        auto *confirm = Desk::button(dialog, u"confirm"_s);
        WAIT_FOR(confirm->isVisible() && confirm->isEnabled());
        Desk::doubleClick(dialog, confirm); // sends it once
        WAIT_FOR(desk.last() && desk.last()->isWatched());
        const auto &values = desk.last()->draft.values;
        QCOMPARE(values.value(u"domain_id"_s), open);
        QCOMPARE(values.value(u"source_vpc_id"_s), vpc);
        QVERIFY(direction.startsWith(u"Production in "_s + values.value(u"source_availability_zone"_s)));
        WAIT_FOR(desk.endInTime());
        QCOMPARE(desk.last()->state, State::Succeeded);
        WAIT_FOR(Desk::says(dialog, State::Succeeded));
        QCOMPARE(dialog->findChild<QTreeView *>(u"job-tree"_s)->model()->rowCount(), 1);
        WAIT_FOR(Desk::button(dialog, u"show-record"_s)->isVisible());
        const QString made = desk.last()->madeId;
        Desk::press(dialog, u"show-record"_s);
        const ui::ListPage *groups = desk.program->window().page(u"groups"_s);
        WAIT_FOR(groups->currentKey() && groups->currentKey()->id == made);
        QVERIFY(groups->isVisible());
        QCOMPARE(desk.writes("create group"), 1);
        QCOMPARE(desk.server().writes(), 1);
    }

    void aGroupIsMadeWithTheKeyboardAlone()
    {
        const Desk desk(u"zh_CN"_s, small);
        WAIT_FOR(desk.loaded());
        desk.program->window().showPage(u"groups"_s);
        QTest::keyClick(desk.verb(u"groups"_s), Qt::Key_Space);
        QDialog *dialog = desk.opened(u"create-protection-group"_s);
        QVERIFY(dialog);
        ui::RowsTable *domains = table(dialog, u"domains"_s), *vpcs = table(dialog, u"vpcs"_s);
        WAIT_FOR(Desk::button(dialog, u"next"_s)->isEnabled() && !domains->currentId().isEmpty());
        QCOMPARE(dialog->focusWidget(), domains);
        QTest::keyClick(domains, Qt::Key_Return);
        const auto *forward = dialog->findChild<QRadioButton *>(u"forward"_s);
        const auto *backward = dialog->findChild<QRadioButton *>(u"backward"_s);
        QCOMPARE(dialog->focusWidget(), forward);
        WAIT_FOR(backward->isVisible() && backward->y() > forward->y()); // laid out: the arrow keys go by it
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Down);            // the other direction
        QVERIFY(backward->isChecked());
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
        QCOMPARE(dialog->focusWidget(), vpcs);
        QTest::keyClick(vpcs, Qt::Key_Home, Qt::ControlModifier);
        for (int row = usable(vpcs); vpcs->currentIndex().row() < row;) {
            const int before = vpcs->currentIndex().row();
            QTest::keyClick(vpcs, Qt::Key_Down);
            QVERIFY(vpcs->currentIndex().row() > before);
        }
        QTest::keyClick(vpcs, Qt::Key_Return);
        QCOMPARE(dialog->focusWidget(), nameOf(dialog));
        Desk::enter(nameOf(dialog), u"核心系统-双活"_s);
        QTest::keyClick(nameOf(dialog), Qt::Key_Return);
        auto *confirm = Desk::button(dialog, u"confirm"_s);
        WAIT_FOR(confirm->isVisible() && confirm->isEnabled());
        QVERIFY(Desk::tabTo(dialog, confirm));
        Desk::holdEnter(dialog);
        QVERIFY(dialog->isVisible());
        WAIT_FOR(desk.last() && desk.endInTime());
        QCOMPARE(desk.last()->state, State::Succeeded);
        WAIT_FOR(Desk::says(dialog, State::Succeeded));
        QVERIFY(Desk::hasChinese(dialog->findChild<QLabel *>(u"state"_s)->text()));
        desk.close(dialog);
        QCOMPARE(desk.server().writes(), 1);
    }

    void whatBecomesOfAGroupIsSaid_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<int>("end");
        QTest::addColumn<QString>("told"); // in the message
        QTest::newRow("only a part says why") << u"fail-part-1"_s << QByteArray() << int(State::Failed) << u"SDRS.1014"_s;
        QTest::newRow("refused") << u"pg-new"_s << QByteArray("POST */server-groups error=400/SDRS.0305") << int(State::Refused)
                                 << u"SDRS.0305"_s;
        QTest::newRow("the job is lost") << u"lost-1"_s << QByteArray() << int(State::Succeeded) << QString();
        QTest::newRow("in doubt") << u"pg-new"_s << QByteArray("POST */server-groups drop") << int(State::Succeeded) << QString();
    }
    void whatBecomesOfAGroupIsSaid()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, fault);
        QFETCH(int, end);
        QFETCH(QString, told);
        const Desk desk(u"en"_s, small);
        WAIT_FOR(desk.loaded());
        QDialog *dialog = openWizard(desk);
        QVERIFY(dialog);
        fill(dialog, name);
        QVERIFY(fault.isEmpty() || desk.server().fault(fault.toStdString()));
        auto *confirm = Desk::button(dialog, u"confirm"_s);
        WAIT_FOR(confirm->isVisible() && confirm->isEnabled());
        QTest::mouseClick(confirm, Qt::LeftButton);
        if (fault.endsWith("drop")) {
            WAIT_FOR(desk.isIn(State::InDoubt));
            WAIT_FOR(Desk::says(dialog, State::InDoubt));
            desk.server().clearFaults();
            WAIT_FOR(Desk::button(dialog, u"look-again"_s)->isVisible());
            Desk::press(dialog, u"look-again"_s);
            WAIT_FOR(!desk.isIn(State::InDoubt));
        }
        WAIT_FOR(desk.last() && desk.endInTime());
        QCOMPARE(int(desk.last()->state), end);
        WAIT_FOR(Desk::says(dialog, State(end)));
        WAIT_FOR(said(dialog, u"outcome"_s).contains(told));
        if (name.startsWith("fail-part"_L1)) { // the part that says it is there to be read
            const QAbstractItemModel *job = dialog->findChild<QTreeView *>(u"job-tree"_s)->model();
            QVERIFY(job->rowCount(job->index(0, 0)) > 0);
        }
        QCOMPARE(desk.writes("create group"), 1);
        QCOMPARE(desk.server().writes(), 1);
    }

    void whatBecomesOfAGroupIsReadByKeyboardAlone_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<State>("end");
        QTest::addColumn<QString>("told"); // in the message
        for (const char *language : {"en", "zh_CN"}) {
            const auto row = [language](const char *what, const char *name, const QByteArray &fault, State end,
                                        const char *told) {
                QTest::addRow("%s, %s", what, language)
                    << QString::fromLatin1(language) << QString::fromLatin1(name) << fault << end << QString::fromLatin1(told);
            };
            row("refused", "pg-new", "POST */server-groups error=400/SDRS.0305", State::Refused, "SDRS.0305");
            row("failed", "pg-fail", {}, State::Failed, "SDRS.");
            row("failed in a part", "pg-fail-part", {}, State::Failed, "SDRS.1014");
            row("in doubt", "pg-new", "POST */server-groups drop", State::InDoubt, "");
        }
    }
    void whatBecomesOfAGroupIsReadByKeyboardAlone()
    {
        QFETCH(QString, language);
        QFETCH(QString, name);
        QFETCH(QByteArray, fault);
        QFETCH(State, end);
        QFETCH(QString, told);
        const Desk desk(language, small);
        WAIT_FOR(desk.loaded());
        QVERIFY(fault.isEmpty() || desk.server().fault(fault.toStdString()));
        QDialog *dialog = desk.openByKeyboard(Qt::Key_5, u"groups"_s, u"create-protection-group"_s);
        QVERIFY(dialog);
        fillByKeyboard(dialog, name);
        auto *confirm = Desk::button(dialog, u"confirm"_s);
        WAIT_FOR(confirm->isVisible() && confirm->isEnabled());
        QVERIFY(Desk::tabTo(dialog, confirm));
        QTest::keyClick(confirm, Qt::Key_Return);
        if (end == State::InDoubt) {
            WAIT_FOR(desk.isIn(end));
        } else {
            WAIT_FOR(desk.last() && desk.endInTime());
        }
        QCOMPARE(desk.last()->state, end);
        WAIT_FOR(Desk::says(dialog, end));
        QCOMPARE(Desk::hasChinese(dialog->findChild<QLabel *>(u"state"_s)->text()), language == "zh_CN"_L1);
        WAIT_FOR(said(dialog, u"outcome"_s).contains(told));
        QVERIFY(!Desk::button(dialog, u"replicate-anew"_s)->isVisible()); // a group is no copy
        if (end == State::InDoubt) {
            desk.server().clearFaults();
            const auto *look = Desk::button(dialog, u"look-again"_s);
            WAIT_FOR(look->isVisible());
            QVERIFY(Desk::tabTo(dialog, look));
            QTest::keyClick(dialog->focusWidget(), Qt::Key_Space);
            WAIT_FOR(!desk.isIn(State::InDoubt));
            WAIT_FOR(desk.endInTime());
            QCOMPARE(desk.last()->state, State::Succeeded);
            WAIT_FOR(Desk::says(dialog, State::Succeeded));
        }
        desk.close(dialog);
        QCOMPARE(desk.writes("create group"), 1);
        QCOMPARE(desk.server().writes(), 1);
    }

    void aJobThatNeverEndsGoesOn()
    {
        const Desk desk(u"zh_CN"_s, small);
        WAIT_FOR(desk.loaded());
        QDialog *dialog = openWizard(desk);
        QVERIFY(dialog);
        fill(dialog, u"never-1"_s);
        WAIT_FOR(Desk::button(dialog, u"confirm"_s)->isEnabled());
        Desk::press(dialog, u"confirm"_s);
        WAIT_FOR(desk.last() && desk.last()->isWatched());
        desk.server().advance(std::chrono::minutes(11));
        WAIT_FOR(desk.isIn(State::Running));
        WAIT_FOR(Desk::says(dialog, State::Running));
        WAIT_FOR(desk.last()->isLate(desk.program->session().transport.serverNow()));
        desk.close(dialog);
        QVERIFY(desk.isIn(State::Running));
        QCOMPARE(desk.server().writes(), 1);
    }
};

QTEST_MAIN(TestGroupDialog)
#include "tst_groupdialog.moc"
