#include "gui/desk.h"
#include "models/backuptable.h"
#include "ui/freshnesslabel.h"
#include "ui/overviewpage.h"

#include <QHeaderView>
#include <QToolButton>
#include <QTreeView>

namespace {

/// The window of a company, whose further projects are reached by the scope button.
struct Company : Desk
{
    explicit Company(const QString &language = u"en"_s) : Desk(language) {}

    const models::Place &place() const { return program->session().place; }
    QWidget *popup() const { return find<QWidget>(u"scope-popup"_s); }
    void openScope() const { QTest::mouseClick(find<ui::Navigation>(u"navigation"_s)->scopeButton(), Qt::LeftButton); }
    /// Clicks the check mark of a project in the tree.
    void check(const net::Scope &scope) const
    {
        auto *tree = popup()->findChild<QTreeView *>(u"scope-tree"_s);
        const QModelIndexList found =
            tree->model()->match(tree->model()->index(0, 0), Qt::DisplayRole, scope.projectId.left(8), 1,
                                 Qt::MatchContains | Qt::MatchRecursive); // names may be those of regions
        QVERIFY2(!found.isEmpty(), qPrintable(scope.projectId));
        tree->scrollTo(found.first());
        QStyleOptionViewItem option;
        option.initFrom(tree);
        option.rect = tree->visualRect(found.first());
        option.features = QStyleOptionViewItem::HasCheckIndicator | QStyleOptionViewItem::HasDisplay;
        const QRect mark = tree->style()->subElementRect(QStyle::SE_ItemViewItemCheckIndicator, &option, tree);
        QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, mark.center());
    }
    void closeScope() const
    {
        const QPointer<QWidget> gone = popup();
        QTest::keyClick(gone, Qt::Key_Escape);
        [&] { WAIT_FOR(!gone); }();
    }
    bool shows(const QString &page, const char *column) const
    {
        const ui::ListPage *shown = program->window().page(page);
        return !shown->table()->isColumnHidden(shown->session().model()->columnOf(column));
    }
    /// An available backup of a project that has no copy yet; its row is in the list.
    QString available(const net::Scope &scope) const
    {
        const auto table = std::dynamic_pointer_cast<const models::BackupTable>(program->session().backups.table());
        for (const models::BackupRow &row : table->rows()) {
            if (row.scope == scope && !net::eligible(row.backup) && row.backup.copyStatus == "na"_L1)
                return row.backup.id;
        }
        return {};
    }
    void click(const net::ObjectKey &key, Qt::KeyboardModifiers with = {}) const
    {
        const models::ListModel *rows = program->session().backups.model();
        auto *table = find<QTableView>(u"table-backups"_s);
        const QModelIndex cell = rows->index(rows->rowOf(key), 1);
        table->scrollTo(cell);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, with, table->visualRect(cell).center());
    }
};

} // namespace

/// Several regions and projects in one window.
class TestScopes final : public QObject
{
    Q_OBJECT

private slots:
    /// A field that is left applies what was typed into it, also when the window goes away under it.
    void aWindowGoesWhileAFilterIsTyped()
    {
        Company company(u"en"_s);
        WAIT_FOR(company.loaded());
        company.program->window().showPage(u"backups"_s);
        auto *more = company.program->window().page(u"backups"_s)->findChild<QToolButton *>(u"more"_s);
        QTest::mouseClick(more, Qt::LeftButton);
        auto *field = company.find<QLineEdit>(u"server-resource_name"_s);
        WAIT_FOR(field->isVisible());
        field->setFocus();
        WAIT_FOR(field->hasFocus());
        QTest::keyClicks(field, u"erp"_s);
        company.program.reset();
    }

    void aSecondProjectIsShownBesideTheFirst_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << u"en"_s;
        QTest::newRow("Chinese") << u"zh_CN"_s;
    }
    void aSecondProjectIsShownBesideTheFirst()
    {
        QFETCH(QString, language);
        Company company(language);
        WAIT_FOR(company.loaded());
        const net::Scope first = company.place().scopes().at(0), second = company.place().scopes().at(1);
        QCOMPARE(company.place().shown(), QList{first});
        QVERIFY(!company.shows(u"backups"_s, "region") && !company.shows(u"backups"_s, "project"));
        const int before = company.program->session().backups.counts().loaded;

        company.openScope();
        company.check(second);
        QCOMPARE(company.place().shown(), (QList{first, second}));
        WAIT_FOR(company.loaded() && company.program->session().backups.counts().loaded > before);
        company.closeScope();
        QVERIFY(company.shows(u"backups"_s, "region") && company.shows(u"backups"_s, "project"));
        QVERIFY(company.shows(u"records"_s, "source") && company.shows(u"records"_s, "project"));
        const QString said = company.find<ui::Navigation>(u"navigation"_s)->scopeButton()->accessibleName();
        QVERIFY2(said.contains(language == "en"_L1 ? u"2 projects"_s : u"2 个项目"_s), qPrintable(said));

        company.openScope(); // the last one cannot be taken away
        company.check(second);
        QCOMPARE(company.place().shown(), QList{first});
        company.check(first);
        QCOMPARE(company.place().shown(), QList{first});
        company.closeScope();
        QVERIFY(!company.shows(u"backups"_s, "region"));
        WAIT_FOR(company.program->session().backups.model()->rowCount() == before);
    }

    void anActionNamesTheProjectOfItsRows()
    {
        Company company;
        WAIT_FOR(company.loaded());
        const net::Scope first = company.place().scopes().at(0), second = company.place().scopes().at(1);
        company.openScope();
        company.check(second);
        company.closeScope();
        company.program->window().showPage(u"backups"_s);
        WAIT_FOR(!company.available(second).isEmpty() && !company.available(first).isEmpty());
        const net::ObjectKey there{second, company.available(second)};
        WAIT_FOR(company.program->session().backups.model()->rowOf(there) >= 0);
        company.click(there);
        QAbstractButton *verb = company.verb(u"backups"_s);
        WAIT_FOR(verb->isEnabled());
        QTest::mouseClick(verb, Qt::LeftButton);
        QDialog *dialog = company.opened(u"replicate-backup"_s);
        QVERIFY2(dialog->windowTitle().contains(second.region), qPrintable(dialog->windowTitle()));
        company.press(dialog, u"confirm"_s);
        WAIT_FOR(company.isIn(Desk::State::Accepted));
        QCOMPARE(company.last()->draft.scope, second);
        WAIT_FOR(company.writes("replicate backup") == 1);
        company.close(dialog);

        company.click({first, company.available(first)}); // two projects at once: no
        company.click(there, Qt::ControlModifier);
        WAIT_FOR(!verb->isEnabled());
        QVERIFY2(verb->toolTip().contains(u"one project"_s), qPrintable(verb->toolTip()));
    }

    void aBrokenProjectIsToldBesideTheRowsOfTheOthers()
    {
        Company company;
        WAIT_FOR(company.loaded());
        const net::Scope second = company.place().scopes().at(1);
        const int before = company.program->session().backups.counts().loaded;
        QVERIFY(company.server().fault("GET /v1/" + second.projectId.toStdString() + "/* status=403"));
        company.program->window().showPage(u"backups"_s);
        company.openScope();
        company.check(second);
        WAIT_FOR(company.program->session().backups.freshness().state == models::Freshness::State::Failed);
        company.closeScope();
        QCOMPARE(company.program->session().backups.model()->rowCount(), before);
        const auto *label = company.find<QWidget>(u"page-backups"_s)->findChild<ui::FreshnessLabel *>();
        WAIT_FOR(label->text().contains(u"1 of 2 projects"_s));
        QVERIFY2(label->toolTip().contains(second.region), qPrintable(label->toolTip()));
    }
};

QTEST_MAIN(TestScopes)
#include "tst_scopes.moc"
