#include "models/filter.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace models;

/// The text filter: what is typed, and which rows it lets through.
class TestFilter final : public QObject
{
    Q_OBJECT

    static QList<Column> columns()
    {
        return {{"name", "Name"}, {"fail_code", "Failure code"}, {"status", "Status", CellKind::State}};
    }

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void aRowMatchesWhenAllTermsHold_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("cells");
        QTest::addColumn<bool>("matches");
        const QStringList row{u"db-server 10:30"_s, u"CSBS.3001"_s, u"Failed\nfail"_s};
        QTest::newRow("nothing asked") << u""_s << row << true;
        QTest::newRow("blanks only") << u" \t "_s << row << true;
        QTest::newRow("a word in some cell") << u"3001"_s << row << true;
        QTest::newRow("a word in no cell") << u"web"_s << row << false;
        QTest::newRow("case does not count") << u"DB-Server"_s << row << true;
        QTest::newRow("two words in two cells") << u"db csbs"_s << row << true;
        QTest::newRow("one of two words missing") << u"db web"_s << row << false;
        QTest::newRow("negated and absent") << u"!web"_s << row << true;
        QTest::newRow("negated and present") << u"!csbs"_s << row << false;
        QTest::newRow("wide negation") << u"！csbs"_s << row << false;
        QTest::newRow("field by id") << u"fail_code:3001"_s << row << true;
        QTest::newRow("field looks at its column only") << u"fail_code:db"_s << row << false;
        QTest::newRow("field by header without blanks") << u"FailureCode:3001"_s << row << true;
        QTest::newRow("field name in any case") << u"NAME:db"_s << row << true;
        QTest::newRow("wide colon") << u"name：db"_s << row << true;
        QTest::newRow("negated field, absent") << u"!name:csbs"_s << row << true;
        QTest::newRow("negated field, present") << u"!name:db"_s << row << false;
        QTest::newRow("unknown field is plain text") << u"10:30"_s << row << true;
        QTest::newRow("unknown field is plain text, absent") << u"server:db"_s << row << false;
        QTest::newRow("phrase") << u"\"server 10\""_s << row << true;
        QTest::newRow("phrase in another order") << u"\"10 server\""_s << row << false;
        QTest::newRow("field with phrase") << u"name:\"server 10:30\""_s << row << true;
        QTest::newRow("negated phrase") << u"!\"server 10\""_s << row << false;
        QTest::newRow("negated field with phrase") << u"!status:\"server 10\""_s << row << true;
        QTest::newRow("phrase still open") << u"\"server 1"_s << row << true;
        QTest::newRow("a name in quotes is text") << u"\"name:db\""_s << row << false;
        QTest::newRow("quote inside a phrase") << u"\"say \"\"hi\"\"\""_s << QStringList{u"say \"hi\""_s, {}, {}} << true;
        QTest::newRow("quote inside a word") << u"a\"b"_s << QStringList{u"xa\"by"_s, {}, {}} << true;
        QTest::newRow("only a negation sign") << u"!"_s << row << true;
        QTest::newRow("field without a value yet") << u"name:"_s << row << true;
        QTest::newRow("negated field without a value yet") << u"!name:"_s << row << true;
        QTest::newRow("empty phrase") << u"\"\""_s << row << true;
        QTest::newRow("colon first") << u":30"_s << row << true;
        QTest::newRow("colon in the value") << u"name:10:30"_s << row << true;
        QTest::newRow("raw word of a state") << u"status:fail"_s << row << true;
        QTest::newRow("no match across cells") << u"30CSBS"_s << row << false;
        QTest::newRow("ideographic blank") << u"db　csbs"_s << row << true;
    }
    void aRowMatchesWhenAllTermsHold()
    {
        QFETCH(QString, typed);
        QFETCH(QStringList, cells);
        const Filter filter = Filter::parse(typed, columns());
        QCOMPARE(filter.text(), typed);
        QTEST(filter.matches(cells), "matches");
    }

    void aFilterThatAsksNothingIsEmpty()
    {
        QVERIFY(Filter().isEmpty());
        QVERIFY(Filter::parse(u" ! name: "_s, columns()).isEmpty());
        QVERIFY(!Filter::parse(u"x"_s, columns()).isEmpty());
    }

    void onlyTheColumnsAskedForAreLookedAt()
    {
        const Filter one = Filter::parse(u"status:fail"_s, columns());
        QVERIFY(!one.uses(0) && !one.uses(1) && one.uses(2));
        const Filter all = Filter::parse(u"status:fail db"_s, columns());
        QVERIFY(all.uses(0) && all.uses(1) && all.uses(2));
        QVERIFY(!Filter().uses(0));
    }
};

QTEST_GUILESS_MAIN(TestFilter)
#include "tst_filter.moc"
