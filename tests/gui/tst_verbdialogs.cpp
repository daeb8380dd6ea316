#include "gui/desk.h"
#include "models/backuptable.h"
#include "net/csbs.h"
#include "ui/brieftable.h"
#include "ui/messagebar.h"

#include <QCheckBox>
#include <QCloseEvent>
#include <QComboBox>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QTableWidget>

using models::Operation;
using models::OperationPart;
using State = Operation::State;

namespace {

QByteArray onePolicy(const QByteArray &name)
{
    return "{\"servers\":1,\"backups\":10,\"records\":0,\"policy_names\":[\"" + name + "\"]}";
}

ui::RowsTable *rowsOf(const QWidget *dialog) { return dialog->findChild<ui::RowsTable *>(u"preview-rows"_s); }

/// How many rows of a short table hold that state word in their cell of states.
int count(const ui::RowsTable *table, const QString &word)
{
    int found = 0;
    const ui::BriefModel *rows = table->rows();
    for (int row = 0; row < rows->rowCount(); ++row)
        found +=
            std::ranges::any_of(rows->at(row).cells, [&word](const ui::BriefCell &cell) { return cell.word == word; }) ? 1 : 0;
    return found;
}

QString said(const QWidget *in, const QString &bar) { return in->findChild<ui::MessageBar *>(bar)->plainText(); }

/// Settles the operation by looking at it once more, with the keyboard.
void lookAgain(const Desk &desk, const QDialog *dialog)
{
    desk.server().clearFaults();
    [&] { WAIT_FOR(Desk::button(dialog, u"look-again"_s)->isVisible()); }();
    QVERIFY(Desk::tabTo(dialog, Desk::button(dialog, u"look-again"_s)));
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Space);
    [&] { WAIT_FOR(!desk.isIn(State::InDoubt)); }();
}

/// The dialog of a policy with its preview.
QDialog *previewed(const Desk &desk)
{
    QDialog *dialog = desk.open(u"policies"_s, u"replicate-policy"_s);
    if (dialog)
        [&] { WAIT_FOR(rowsOf(dialog)->rows()->rowCount() > 0 && Desk::button(dialog, u"confirm"_s)->isEnabled()); }();
    return dialog;
}

constexpr auto manyBackups = R"({"servers":2,"backups":40,"records":0,"policy_names":["a-daily"]})";

/// Some backups that can be copied, or some that cannot.
QStringList chosen(const Desk &desk, bool good, int most)
{
    const models::ListModel *model = desk.program->session().backups.model();
    const auto *table = dynamic_cast<const models::BackupTable *>(model->table().get());
    QStringList ids;
    for (int row = 0; table && row < model->rowCount() && ids.size() < most; ++row) {
        const net::Backup &backup = table->at(model->sourceRow(row)).backup;
        if (good == !net::eligible(backup))
            ids.append(backup.id);
    }
    return ids;
}

/// Chooses them with Ctrl and the mouse, and opens their dialog.
QDialog *openMany(const Desk &desk, const QStringList &ids)
{
    desk.program->window().showPage(u"backups"_s);
    for (const QString &id : ids)
        desk.click(u"backups"_s, id, id == ids.first() ? Qt::NoModifier : Qt::ControlModifier);
    QDialog *dialog = desk.open(u"backups"_s, u"replicate-backups"_s);
    if (dialog)
        [&] { WAIT_FOR(Desk::button(dialog, u"confirm"_s)->isEnabled()); }();
    return dialog;
}

ui::RowsTable *queueOf(const QWidget *dialog) { return dialog->findChild<ui::RowsTable *>(u"queue-rows"_s); }

/// The ids of the rows of a short table, sorted.
QStringList idsOf(const ui::RowsTable *table)
{
    QStringList ids;
    for (int row = 0; row < table->rows()->rowCount(); ++row)
        ids.append(table->rows()->at(row).id);
    ids.sort();
    return ids;
}

/// What POSTs to copy a backup have arrived: the name asked for, by backup.
QMap<QString, QString> namesSent(const Desk &desk)
{
    QMap<QString, QString> names;
    for (const mock::Seen &seen : desk.server().requests()) {
        const QStringList path = QString::fromStdString(seen.target).split(u'/');
        const qsizetype at = path.indexOf(u"checkpoint_items"_s);
        if (seen.method == "POST" && at >= 0 && path.last() == "replicate"_L1)
            names.insert(path.value(at + 1), QJsonDocument::fromJson(QByteArray::fromStdString(seen.body))
                                                 .object()
                                                 .value(u"replication"_s)
                                                 .toObject()
                                                 .value(u"name"_s)
                                                 .toString());
    }
    return names;
}

/// Whether the table of records shows what is known of each.
bool isLive(const QWidget *dialog, const Operation &operation)
{
    const auto *parts = dialog->findChild<QTableWidget *>(u"parts"_s);
    if (!parts->isVisible() || parts->rowCount() != operation.parts.size())
        return false;
    for (int row = 0; row < parts->rowCount(); ++row) {
        if (parts->item(row, 0)->data(models::StateWordRole).toString() != operation.parts.at(row).word)
            return false;
    }
    return true;
}

} // namespace

/// Replicating a policy and many backups, through the dialogs.
class TestVerbDialogs final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QApplication::setApplicationName(u"ballast-test"_s); }
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    // ---- a policy

    void aPolicyIsReplicatedWithTheMouse()
    {
        const Desk desk(u"en"_s, onePolicy("a-daily"));
        WAIT_FOR(desk.loaded());
        desk.program->window().showPage(u"policies"_s);
        const QString id = QString::fromStdString(desk.server().example("policy replicable"));
        desk.click(u"policies"_s, id);
        QDialog *dialog = previewed(desk);
        QVERIFY(dialog);
        QCOMPARE(dialog->findChild<QComboBox *>(u"policy_id"_s)->currentData().toString(), id);
        const int sure = count(rowsOf(dialog), u"copied"_s);
        QVERIFY(sure > 0);
        QVERIFY(said(dialog, u"preview"_s).startsWith(u"%1 backup"_s.arg(sure)));
        auto *confirm = Desk::button(dialog, u"confirm"_s);
        QVERIFY(confirm->text().contains(QString::number(sure)));
        Desk::doubleClick(dialog, confirm); // sends it once
        WAIT_FOR(desk.isIn(State::Accepted) || desk.isIn(State::Running));
        QVERIFY(dialog->isVisible()); // nor has it hit the button that came there
        desk.server().advance(std::chrono::seconds(26));
        WAIT_FOR(desk.isIn(State::Running));
        WAIT_FOR(Desk::says(dialog, State::Running));
        WAIT_FOR(isLive(dialog, *desk.last()));
        QCOMPARE(desk.last()->parts.size(), sure + count(rowsOf(dialog), u"may-be-copied"_s));
        WAIT_FOR(desk.endInTime());
        QCOMPARE(desk.last()->state, State::Succeeded);
        WAIT_FOR(Desk::says(dialog, State::Succeeded));
        WAIT_FOR(isLive(dialog, *desk.last()));
        WAIT_FOR(said(dialog, u"outcome"_s).contains(u"%1 seen in "_s.arg(desk.last()->done()))); // each replica is there
        QTest::qWait(QApplication::doubleClickInterval() + 50); // until then the button takes no click that was the verb's
        Desk::press(dialog, u"close"_s);
        WAIT_FOR(!desk.find<QDialog>(u"replicate-policy"_s));
        QCOMPARE(desk.writes("replicate policy"), 1);
        QCOMPARE(desk.server().writes(), 1);
    }

    void aPolicyIsReplicatedWithTheKeyboardAlone()
    {
        const Desk desk(u"zh_CN"_s, onePolicy("核心-daily"));
        WAIT_FOR(desk.loaded());
        desk.program->window().showPage(u"policies"_s);
        QTest::keyClick(desk.verb(u"policies"_s), Qt::Key_Space);
        QDialog *dialog = desk.opened(u"replicate-policy"_s);
        QVERIFY(dialog);
        auto *region = dialog->findChild<QComboBox *>(u"destination_region"_s);
        QVERIFY(Desk::tabTo(dialog, region));
        QTest::keyClick(region, Qt::Key_End);
        QTest::keyClick(region, Qt::Key_Home); // and back to the first
        const QString chosen = region->itemData(0).toString();
        QCOMPARE(region->currentData().toString(), chosen);
        auto *fast = dialog->findChild<QCheckBox *>(u"enable_acceleration"_s);
        QVERIFY(Desk::tabTo(dialog, fast));
        QTest::keyClick(fast, Qt::Key_Space);
        QVERIFY(fast->isChecked());
        WAIT_FOR(count(rowsOf(dialog), u"copied"_s) > 0);
        auto *confirm = Desk::button(dialog, u"confirm"_s);
        WAIT_FOR(confirm->isEnabled());
        QVERIFY(Desk::tabTo(dialog, confirm));
        QTest::keyClick(confirm, Qt::Key_Return);
        WAIT_FOR(desk.endInTime() && desk.last());
        QCOMPARE(desk.last()->state, State::Succeeded);
        QCOMPARE(desk.last()->draft.values.value(u"destination_region"_s), chosen);
        QCOMPARE(desk.last()->draft.values.value(u"enable_acceleration"_s), u"true"_s);
        WAIT_FOR(Desk::says(dialog, State::Succeeded));
        QVERIFY(Desk::hasChinese(dialog->findChild<QLabel *>(u"state"_s)->text()));
        desk.close(dialog);
        QCOMPARE(desk.server().writes(), 1);
    }

    void aPolicyThatFailsInPartSaysWhichAndWhy()
    {
        const Desk desk(u"en"_s, onePolicy("fail-part-daily"));
        WAIT_FOR(desk.loaded());
        QDialog *dialog = previewed(desk);
        QVERIFY(dialog);
        Desk::press(dialog, u"confirm"_s);
        WAIT_FOR(desk.last() && desk.endInTime());
        QCOMPARE(desk.last()->state, State::PartlyFailed);
        WAIT_FOR(Desk::says(dialog, State::PartlyFailed));
        WAIT_FOR(isLive(dialog, *desk.last()));
        const auto failed = std::ranges::find(desk.last()->parts, true, &OperationPart::failed);
        QVERIFY(failed != desk.last()->parts.end() && !failed->code.isEmpty());
        QVERIFY(said(dialog, u"outcome"_s).contains(failed->code));
        QCOMPARE(desk.server().writes(), 1);
    }

    void aPolicyThatIsRefusedSaysWhy()
    {
        const Desk desk(u"zh_CN"_s, onePolicy("a-daily"));
        WAIT_FOR(desk.loaded());
        QVERIFY(desk.server().fault("POST */checkpoints/replicate error=400/CSBS.6031"));
        QDialog *dialog = previewed(desk);
        QVERIFY(dialog);
        Desk::press(dialog, u"confirm"_s);
        WAIT_FOR(desk.isIn(State::Refused));
        WAIT_FOR(Desk::says(dialog, State::Refused));
        QVERIFY(said(dialog, u"outcome"_s).contains(u"CSBS.6031"_s));
        QVERIFY(!Desk::button(dialog, u"look-again"_s)->isVisible());
        Desk::press(dialog, u"show-request"_s); // and there it is, not somewhere below
        const auto *view = dialog->findChild<QWidget *>(u"operation"_s);
        const auto *request = view->findChild<QPlainTextEdit *>(u"request"_s);
        WAIT_FOR(request->isVisible() && request->visibleRegion().boundingRect().size() == request->size());
        desk.close(dialog);
        QCOMPARE(desk.server().writes(), 1);
    }

    void whatBecomesOfAPolicyIsReadByKeyboardAlone_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QByteArray>("policy");
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<State>("end");
        for (const char *language : {"en", "zh_CN"}) {
            const auto row = [language](const char *what, const QByteArray &policy, const QByteArray &fault, State end) {
                QTest::addRow("%s, %s", what, language) << QString::fromLatin1(language) << policy << fault << end;
            };
            row("refused", "a-daily", "POST */checkpoints/replicate error=400/CSBS.6031", State::Refused);
            row("failed", "fail-daily", {}, State::Failed);
            row("failed in part", "fail-part-daily", {}, State::PartlyFailed);
            row("in doubt", "a-daily", "POST */checkpoints/replicate drop", State::InDoubt);
        }
    }
    void whatBecomesOfAPolicyIsReadByKeyboardAlone()
    {
        QFETCH(QString, language);
        QFETCH(QByteArray, policy);
        QFETCH(QByteArray, fault);
        QFETCH(State, end);
        const Desk desk(language, onePolicy(policy));
        WAIT_FOR(desk.loaded());
        QVERIFY(fault.isEmpty() || desk.server().fault(fault.toStdString()));
        QDialog *dialog = desk.openByKeyboard(Qt::Key_2, u"policies"_s, u"replicate-policy"_s);
        QVERIFY(dialog);
        auto *confirm = Desk::button(dialog, u"confirm"_s);
        WAIT_FOR(rowsOf(dialog)->rows()->rowCount() > 0 && confirm->isEnabled());
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
        const auto failed = std::ranges::find(desk.last()->parts, true, &OperationPart::failed);
        if (end == State::Refused)
            QVERIFY(said(dialog, u"outcome"_s).contains(u"CSBS.6031"_s));
        else if (end != State::InDoubt)
            QVERIFY(failed != desk.last()->parts.end() && said(dialog, u"outcome"_s).contains(failed->code));
        // What failed for sure can be ordered anew, and nothing else.
        auto *anew = Desk::button(dialog, u"replicate-anew"_s);
        QCOMPARE(anew->isVisible(), end == State::Failed || end == State::PartlyFailed);
        QVERIFY(!anew->isVisible() || Desk::tabTo(dialog, anew));
        if (end == State::InDoubt) {
            lookAgain(desk, dialog);
            WAIT_FOR(desk.endInTime());
            QCOMPARE(desk.last()->state, State::Succeeded);
            WAIT_FOR(Desk::says(dialog, State::Succeeded));
        }
        desk.close(dialog);
        QCOMPARE(desk.server().writes(), 1);
    }

    void whatFailedOfAPolicyIsReplicatedAnew_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<bool>("keyboard");
        QTest::newRow("English, mouse") << u"en"_s << false;
        QTest::newRow("Chinese, keyboard") << u"zh_CN"_s << true;
    }
    void whatFailedOfAPolicyIsReplicatedAnew()
    {
        QFETCH(QString, language);
        QFETCH(bool, keyboard);
        const Desk desk(language, R"({"servers":1,"backups":10,"records":0,"policy_names":["fail-part-daily"],"projects":[
            {"name":"cn-north-4","region":"cn-north-4"},{"name":"cn-east-3","region":"cn-east-3"},
            {"name":"cn-south-1","region":"cn-south-1"},{"name":"cn-south-1_dr","region":"cn-south-1"}]})");
        WAIT_FOR(desk.loaded());
        const auto press = [keyboard](const QDialog *in, const QString &name) {
            if (!keyboard)
                return Desk::press(in, name);
            QVERIFY(Desk::tabTo(in, Desk::button(in, name)));
            QTest::keyClick(in->focusWidget(), Qt::Key_Space);
        };
        QDialog *dialog = previewed(desk);
        QVERIFY(dialog);
        auto *region = dialog->findChild<QComboBox *>(u"destination_region"_s);
        QVERIFY(region->count() > 1);
        QTest::keyClick(region, Qt::Key_End); // not what a form begins with, neither of the regions nor of the projects
        const QString chosen = region->currentData().toString();
        auto *projects = dialog->findChild<QComboBox *>(u"destination_project_id"_s);
        QCOMPARE(projects->count(), 2);
        QTest::keyClick(projects, Qt::Key_End);
        const QString project = projects->currentData().toString();
        WAIT_FOR(count(rowsOf(dialog), u"copied"_s) > 0 && Desk::button(dialog, u"confirm"_s)->isEnabled());
        press(dialog, u"confirm"_s);
        WAIT_FOR(desk.last() && desk.endInTime());
        QCOMPARE(desk.last()->state, State::PartlyFailed);
        WAIT_FOR(Desk::says(dialog, State::PartlyFailed));
        QStringList failed;
        for (const OperationPart &part : desk.last()->parts) {
            if (part.failed)
                failed.append(part.backupId);
        }
        failed.sort();
        QVERIFY(failed.size() > 1 && failed.size() < desk.last()->parts.size());
        WAIT_FOR(Desk::button(dialog, u"replicate-anew"_s)->isVisible());
        QVERIFY(Desk::button(dialog, u"replicate-anew"_s)->text().contains(QString::number(failed.size())));
        QVERIFY(!dialog->findChild<QWidget *>(u"anew-off"_s)->isVisible());
        press(dialog, u"replicate-anew"_s);

        QDialog *again = desk.opened(u"replicate-backups"_s);
        QVERIFY(again);
        WAIT_FOR(Desk::button(again, u"confirm"_s)->isEnabled());
        QCOMPARE(idsOf(rowsOf(again)), failed); // no more and no less
        QCOMPARE(again->findChild<QComboBox *>(u"destination_region"_s)->currentData().toString(), chosen);
        QCOMPARE(again->findChild<QComboBox *>(u"destination_project_id"_s)->currentData().toString(), project);
        QCOMPARE(count(rowsOf(again), u"copied"_s), int(failed.size())); // a copy that failed does not stand in the way
        WAIT_FOR(!desk.find<QDialog>(u"replicate-policy"_s));
        QCOMPARE(desk.server().writes(), 1); // nothing goes before it is confirmed
        press(again, u"confirm"_s);
        WAIT_FOR(desk.writes("replicate backup") == failed.size());
        WAIT_FOR(desk.endInTime());
        QCOMPARE(QStringList(namesSent(desk).keys()), failed);
        for (const Operation &one : desk.program->session().operations.all())
            QCOMPARE(one.draft.value("destination_region"_L1), chosen);
        QCOMPARE(desk.server().writes(), 1 + failed.size());
    }

    void whatIsNotInTheListOfBackupsIsSaidAndStays()
    {
        const Desk desk(u"en"_s, R"({"servers":2,"backups":40,"records":0,"policy_names":["fail-daily"]})");
        WAIT_FOR(desk.loaded());
        QDialog *dialog = previewed(desk);
        QVERIFY(dialog);
        Desk::press(dialog, u"confirm"_s);
        WAIT_FOR(desk.last() && desk.endInTime());
        QCOMPARE(desk.last()->state, State::Failed);
        desk.close(dialog);
        const QList<OperationPart> parts = desk.last()->parts;
        const QString server = parts.first().server;
        const auto there = std::ranges::count(parts, server, &OperationPart::server);
        QVERIFY(there > 1 && there < parts.size()); // of two servers

        ui::MainWindow &window = desk.program->window();
        const auto narrow = [&](const QString &name) { // the list of backups, at the service
            window.showPage(u"backups"_s);
            auto *field = desk.find<QLineEdit>(u"server-resource_name"_s);
            Desk::type(field, name);
            QTest::keyClick(field, Qt::Key_Return);
            const auto &backups = desk.program->session().backups;
            const auto holds = [&] {
                const auto table = std::dynamic_pointer_cast<const models::BackupTable>(backups.table());
                return backups.freshness().state == models::Freshness::State::Fresh &&
                       std::ranges::all_of(table->rows(),
                                           [&](const models::BackupRow &row) { return row.backup.resourceName == name; });
            };
            WAIT_FOR(holds());
            window.showPage(u"operations"_s);
            auto *table = desk.find<QTableView>(u"table-operations"_s);
            WAIT_FOR(table->model()->rowCount() == 1);
            QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(0, 1)).center());
            const auto *detail = desk.find<QWidget>(u"operation-detail"_s);
            WAIT_FOR(Desk::says(detail, State::Failed));
            WAIT_FOR(Desk::button(detail, u"replicate-anew"_s)->isVisible());
            Desk::press(detail, u"replicate-anew"_s);
        };
        narrow(server);
        QDialog *again = desk.opened(u"replicate-backups"_s);
        QVERIFY(again);
        WAIT_FOR(Desk::button(again, u"confirm"_s)->isEnabled());
        QCOMPARE(rowsOf(again)->rows()->rowCount(), int(there));
        QVERIFY2(said(again, u"preview"_s).contains(u"%1 failed backup"_s.arg(parts.size() - there)),
                 qPrintable(said(again, u"preview"_s)));
        desk.close(again);

        narrow(u"no-such-server"_s);
        WAIT_FOR(desk.find<QMessageBox>(u"not-listed"_s));
        auto *box = desk.find<QMessageBox>(u"not-listed"_s);
        QVERIFY2(box->text().startsWith(u"%1 failed backup"_s.arg(parts.size())), qPrintable(box->text()));
        QTest::keyClick(box, Qt::Key_Escape);
        WAIT_FOR(!desk.find<QMessageBox>(u"not-listed"_s));
        QCOMPARE(desk.server().writes(), 1);
    }

    void aPolicyInDoubtIsSettledByLookingAgain()
    {
        const Desk desk(u"en"_s, onePolicy("a-daily"));
        WAIT_FOR(desk.loaded());
        QVERIFY(desk.server().fault("POST */checkpoints/replicate drop"));
        QDialog *dialog = previewed(desk);
        QVERIFY(dialog);
        Desk::press(dialog, u"confirm"_s);
        WAIT_FOR(desk.isIn(State::InDoubt));
        WAIT_FOR(Desk::says(dialog, State::InDoubt));
        desk.server().clearFaults();
        WAIT_FOR(Desk::button(dialog, u"look-again"_s)->isVisible());
        Desk::press(dialog, u"look-again"_s);
        WAIT_FOR(!desk.isIn(State::InDoubt));
        WAIT_FOR(desk.endInTime());
        QCOMPARE(desk.last()->state, State::Succeeded);
        WAIT_FOR(Desk::says(dialog, State::Succeeded));
        QCOMPARE(desk.server().writes(), 1);
    }

    void aPolicyWithNothingToReplicateSaysSo()
    {
        const Desk desk(u"en"_s, onePolicy("a-daily"));
        WAIT_FOR(desk.loaded());
        QDialog *dialog = previewed(desk);
        QVERIFY(dialog);
        Desk::press(dialog, u"confirm"_s);
        WAIT_FOR(desk.last() && desk.endInTime());
        desk.close(dialog);
        dialog = previewed(desk); // all are there now
        QVERIFY(dialog);
        QCOMPARE(count(rowsOf(dialog), u"copied"_s), 0);
        QCOMPARE(count(rowsOf(dialog), u"left-out"_s), rowsOf(dialog)->rows()->rowCount());
        QVERIFY(said(dialog, u"preview"_s).startsWith(u"No backup will be copied to "_s));
        QCOMPARE(Desk::button(dialog, u"confirm"_s)->text(), u"Replicate policy"_s); // no number is promised
        desk.close(dialog);
        QCOMPARE(desk.server().writes(), 1);
    }

    void aDialogClosedWhileSendingLeavesItRunning()
    {
        const Desk desk(u"en"_s, onePolicy("a-daily"));
        WAIT_FOR(desk.loaded());
        QVERIFY(desk.server().fault("POST */checkpoints/replicate delay=1000")); // of the calendar, which stands still
        QDialog *dialog = previewed(desk);
        QVERIFY(dialog);
        Desk::press(dialog, u"confirm"_s);
        WAIT_FOR(desk.writes("replicate policy") == 1);
        QVERIFY(desk.isIn(State::Sent));
        desk.close(dialog);
        QVERIFY(desk.isIn(State::Sent)); // it goes on
        WAIT_FOR(desk.endInTime());
        QCOMPARE(desk.last()->state, State::Succeeded);
        QCOMPARE(desk.server().writes(), 1);
    }

    void enterHeldDownSendsOnce()
    {
        const Desk desk(u"en"_s, onePolicy("a-daily"));
        WAIT_FOR(desk.loaded());
        QDialog *dialog = previewed(desk);
        QVERIFY(dialog);
        QVERIFY(Desk::tabTo(dialog, Desk::button(dialog, u"confirm"_s)));
        Desk::holdEnter(dialog);
        QVERIFY(dialog->isVisible()); // the button that came where the verb was has not been struck
        WAIT_FOR(desk.last() && desk.endInTime());
        QCOMPARE(desk.last()->state, State::Succeeded);
        QCOMPARE(desk.program->session().operations.all().size(), 1);
        QCOMPARE(desk.server().writes(), 1);
    }

    void enterInTheRowsSendsNothing()
    {
        const Desk desk(u"en"_s, onePolicy("a-daily"));
        WAIT_FOR(desk.loaded());
        QDialog *dialog = previewed(desk);
        QVERIFY(dialog);
        ui::RowsTable *rows = rowsOf(dialog);
        QVERIFY(Desk::tabTo(dialog, rows));
        QTest::keyClick(rows, Qt::Key_Down);
        QTest::keyClick(rows, Qt::Key_Return);
        QTest::qWait(200); // whatever it might send would be on its way
        QVERIFY(desk.program->session().operations.all().isEmpty());
        QCOMPARE(desk.server().writes(), 0);
    }

    // ---- many backups

    void manyBackupsGoOneAtATimeAndThoseWithAReasonStay()
    {
        const Desk desk(u"en"_s, manyBackups);
        WAIT_FOR(desk.loaded());
        const QStringList good = chosen(desk, true, 3), bad = chosen(desk, false, 1);
        QCOMPARE(good.size(), 3);
        QVERIFY(desk.server().fault("POST */replicate delay=1000")); // of the calendar, which stands still
        QDialog *dialog = openMany(desk, good + bad);
        QVERIFY(dialog);
        QCOMPARE(rowsOf(dialog)->rows()->rowCount(), 3 + bad.size());
        QCOMPARE(count(rowsOf(dialog), u"copied"_s), 3);
        QCOMPARE(count(rowsOf(dialog), u"left-out"_s), bad.size());
        for (const QString &id : bad)
            QVERIFY(!rowsOf(dialog)->rows()->at(rowsOf(dialog)->rows()->rowOf(id)).cells.last().text.isEmpty());
        Desk::type(dialog->findChild<QLineEdit *>(u"name"_s), u"{backup}-dr"_s);
        const QString name = rowsOf(dialog)->rows()->at(rowsOf(dialog)->rows()->rowOf(good.first())).cells.at(1).text;
        const auto named = [&] { // the name each will have is said
            const ui::BriefModel *rows = rowsOf(dialog)->rows();
            return rows->at(rows->rowOf(good.first())).cells.last().text.contains(name + u"-dr"_s);
        };
        WAIT_FOR(named());
        QMap<QString, QString> names; // those {backup} makes, of what goes
        qsizetype longest = 0;
        for (const QString &id : good) {
            const ui::BriefModel *rows = rowsOf(dialog)->rows();
            names.insert(id, rows->at(rows->rowOf(id)).cells.at(1).text + u"-dr"_s);
            longest = std::max(longest, names.value(id).size());
        }
        const auto *room = dialog->findChild<QLineEdit *>(u"name"_s)->parentWidget()->findChild<QLabel *>(u"counter"_s);
        QCOMPARE(room->text(), u"%1 / 64"_s.arg(longest)); // of the longest
        QCOMPARE(Desk::button(dialog, u"confirm"_s)->text(), u"Replicate 3 backups"_s);
        Desk::press(dialog, u"confirm"_s);
        WAIT_FOR(desk.writes("replicate backup") == 1);
        WAIT_FOR(queueOf(dialog) && count(queueOf(dialog), u"queued"_s) == 2);
        Desk::press(dialog, u"queue-pause"_s);
        desk.server().advance(std::chrono::seconds(2)); // the first is answered
        WAIT_FOR(desk.program->session().operations.all().first().isWatched());
        QCOMPARE(desk.writes("replicate backup"), 1);
        QCOMPARE(count(queueOf(dialog), u"queued"_s), 2);
        Desk::press(dialog, u"queue-pause"_s); // goes on
        WAIT_FOR(desk.writes("replicate backup") == 2);
        Desk::press(dialog, u"queue-withdraw"_s);
        WAIT_FOR(count(queueOf(dialog), u"withdrawn"_s) == 1);
        WAIT_FOR(desk.endInTime());
        WAIT_FOR(count(queueOf(dialog), u"succeeded"_s) == 2);
        WAIT_FOR(Desk::button(dialog, u"close"_s)->text() == u"Close"_s); // nothing goes on
        QCOMPARE(queueOf(dialog)->rows()->rowCount(), 3);
        QCOMPARE(desk.program->session().operations.all().size(), 3);
        QCOMPARE(desk.server().writes(), 2);
        const QMap<QString, QString> sent = namesSent(desk);
        QCOMPARE(sent.size(), 2);
        for (auto it = sent.cbegin(); it != sent.cend(); ++it)
            QCOMPARE(it.value(), names.value(it.key())); // each carries its own
    }

    void threeEqualErrorsStopTheQueueAndItCanGoOn()
    {
        const Desk desk(u"zh_CN"_s, manyBackups);
        WAIT_FOR(desk.loaded());
        const QStringList good = chosen(desk, true, 5);
        QCOMPARE(good.size(), 5);
        QVERIFY(desk.server().fault("POST */replicate error=400/CSBS.9006"));
        QDialog *dialog = openMany(desk, good);
        QVERIFY(dialog);
        Desk::press(dialog, u"confirm"_s);
        WAIT_FOR(queueOf(dialog) && count(queueOf(dialog), u"refused"_s) == 3);
        const auto *stopped = dialog->findChild<QWidget *>(u"queue-stopped"_s);
        WAIT_FOR(stopped->isVisible());
        QVERIFY(said(dialog, u"queue-stopped"_s).contains(u"CSBS.9006"_s));
        QCOMPARE(count(queueOf(dialog), u"queued"_s), 2);
        QCOMPARE(desk.server().writes(), 3);
        WAIT_FOR(Desk::button(dialog, u"close"_s)->text() == u"关闭"_s); // what is queued does not go on by itself

        QCloseEvent close; // as the window system sends it
        QCoreApplication::sendEvent(&desk.program->window(), &close);
        QVERIFY(!close.isAccepted());
        WAIT_FOR(desk.find<QMessageBox>(u"close-question"_s));
        auto *question = desk.find<QMessageBox>(u"close-question"_s);
        QVERIFY(question->informativeText().contains(u'2') && Desk::hasChinese(question->text()));
        QTest::mouseClick(question->escapeButton(), Qt::LeftButton);
        WAIT_FOR(!desk.find<QMessageBox>(u"close-question"_s));
        QVERIFY(desk.program->window().isVisible());

        desk.server().clearFaults();
        Desk::press(dialog, u"queue-pause"_s); // goes on
        WAIT_FOR(desk.writes("replicate backup") == 5);
        WAIT_FOR(desk.endInTime());
        WAIT_FOR(count(queueOf(dialog), u"succeeded"_s) == 2);
        QCOMPARE(count(queueOf(dialog), u"refused"_s), 3);
        QCOMPARE(desk.server().writes(), 5);
    }

    // ---- afterwards

    void anUnreadFailureCarriesABadgeUntilItIsOpened()
    {
        const Desk desk(u"en"_s, onePolicy("fail-daily"));
        WAIT_FOR(desk.loaded());
        QDialog *dialog = previewed(desk);
        QVERIFY(dialog);
        Desk::press(dialog, u"confirm"_s);
        WAIT_FOR(desk.last() && desk.last()->isWatched());
        QVERIFY(desk.badge().isEmpty());
        desk.close(dialog);

        QCloseEvent close; // as the window system sends it
        QCoreApplication::sendEvent(&desk.program->window(), &close);
        QVERIFY(!close.isAccepted());
        WAIT_FOR(desk.find<QMessageBox>(u"close-question"_s));
        auto *question = desk.find<QMessageBox>(u"close-question"_s);
        QVERIFY(question->text().startsWith(u"1 operation"_s));
        QTest::mouseClick(question->escapeButton(), Qt::LeftButton);
        WAIT_FOR(!desk.find<QMessageBox>(u"close-question"_s));

        WAIT_FOR(desk.endInTime());
        QCOMPARE(desk.last()->state, State::Failed);
        WAIT_FOR(desk.badge() == u"1 in trouble, unread"_s);
        desk.program->window().showPage(u"operations"_s);
        auto *table = desk.find<QTableView>(u"table-operations"_s);
        WAIT_FOR(table->model()->rowCount() == 1);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(0, 1)).center());
        const auto *detail = desk.find<QWidget>(u"operation-detail"_s);
        WAIT_FOR(Desk::says(detail, State::Failed));
        WAIT_FOR(isLive(detail, *desk.last()));
        WAIT_FOR(desk.badge().isEmpty());

        desk.program->window().resize(1024, 700); // the detail lies below the rows, and is low
        auto *request = detail->findChild<QPlainTextEdit *>(u"request"_s);
        auto *button = Desk::button(detail, u"show-request"_s);
        const auto *viewport = detail->findChild<QScrollArea *>()->viewport();
        WAIT_FOR(viewport->height() < 220); // less than the request asks for
        button->setFocus(Qt::TabFocusReason);
        QTest::keyClick(button, Qt::Key_Space);
        WAIT_FOR(request->isVisible() && request->mapTo(detail, QPoint()).y() >= 0); // from its beginning on
        QVERIFY(request->visibleRegion().boundingRect().height() > 60);
    }
};

QTEST_MAIN(TestVerbDialogs)
#include "tst_verbdialogs.moc"
