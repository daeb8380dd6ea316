#include "models/recordtable.h"
#include "models/savedview.h"

#include <QRegularExpression>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace models;

namespace {

const QString group = u"pages/records/views"_s;

SavedView view(const QString &name)
{
    return {.name = name,
            .text = u"erp !db \"a, b\""_s,
            .facet = u"fail"_s,
            .server = {{u"status"_s, u"a=b"_s}, {u"sort"_s, u"created_at:desc"_s}},
            .sort = u"created"_s,
            .descending = true,
            .columns = {u"status:120:1"_s, u"backup:200:1"_s, u"server:90:0"_s},
            .ownWidths = true};
}

} // namespace

class TestSavedView final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_file = 0;
    QString path() const { return m_folder.filePath(u"settings%1.ini"_s.arg(m_file)); }
    static QList<Column> columns() { return emptyRecordTable()->columns(); }

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
        ++m_file;
    }

    void aViewSurvivesARestart()
    {
        {
            QSettings settings(path(), QSettings::IniFormat);
            SavedViews views(settings, group, columns());
            QVERIFY(views.all().isEmpty());
            QVERIFY(views.save(view(u"夜间失败"_s)));
            QVERIFY(views.save(view(u"b"_s)));
        }
        QSettings settings(path(), QSettings::IniFormat);
        const SavedViews views(settings, group, columns());
        QCOMPARE(views.all(), (QList<SavedView>{view(u"夜间失败"_s), view(u"b"_s)}));
        QVERIFY(views.damaged().isEmpty());
    }

    void aNameStandsOnce()
    {
        QSettings settings(path(), QSettings::IniFormat);
        SavedViews views(settings, group, columns());
        QVERIFY(views.save(view(u"a"_s)));
        SavedView other = view(u"a"_s);
        other.text = u"other"_s;
        QVERIFY(views.save(other));
        QCOMPARE(views.all(), QList<SavedView>{other});
        QVERIFY(views.save(view(u"b"_s)));
        views.rename(u"b"_s, u"  a  "_s); // takes its place
        QCOMPARE(views.all(), QList<SavedView>{view(u"a"_s)});
        views.rename(u"a"_s, u"  "_s);
        QVERIFY(views.find(u"a"_s));
        views.remove(u"a"_s);
        QCOMPARE(SavedViews(settings, group, columns()).all().size(), 0);
    }

    void aSizeThatNoFileHasIsNotBelieved()
    {
        QSettings settings(path(), QSettings::IniFormat);
        SavedViews writing(settings, group, columns());
        QVERIFY(writing.save(view(u"a"_s)));
        settings.setValue(group + u"/size"_s, 2000000000);
        const SavedViews views(settings, group, columns());
        QCOMPARE(views.all(), QList<SavedView>{view(u"a"_s)});
        QVERIFY(views.damaged().isEmpty());
    }

    void aDamagedViewIsLeftOutAndNamed_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QVariant>("value");
        QTest::newRow("no name") << u"name"_s << QVariant(u" "_s);
        QTest::newRow("unknown column") << u"columns"_s << QVariant(QStringList{u"colour:100:1"_s});
        QTest::newRow("no column shown") << u"columns"_s << QVariant(QStringList{u"status:100:0"_s});
        QTest::newRow("no number") << u"columns"_s << QVariant(QStringList{u"status:wide:1"_s});
        QTest::newRow("a width beyond measure") << u"columns"_s << QVariant(QStringList{u"status:99999:1"_s});
        QTest::newRow("twice") << u"columns"_s << QVariant(QStringList{u"status:99:1"_s, u"status:99:1"_s});
        QTest::newRow("no columns") << u"columns"_s << QVariant();
        QTest::newRow("unknown order") << u"sort"_s << QVariant(u"colour"_s);
        QTest::newRow("no parameter") << u"server"_s << QVariant(QStringList{u"=x"_s});
        QTest::newRow("an endless text") << u"text"_s << QVariant(QString(20000, u'x'));
    }
    void aDamagedViewIsLeftOutAndNamed()
    {
        QFETCH(QString, key);
        QFETCH(QVariant, value);
        QSettings settings(path(), QSettings::IniFormat);
        SavedViews writing(settings, group, columns());
        QVERIFY(writing.save(view(u"a"_s)));
        QVERIFY(writing.save(view(u"b"_s)));
        settings.setValue(group + u"/2/"_s + key, value);
        const SavedViews views(settings, group, columns());
        QCOMPARE(views.all(), QList<SavedView>{view(u"a"_s)});
        QCOMPARE(views.damaged().size(), 1);
        QCOMPARE(views.damaged().first().trimmed(), key == u"name" ? QString() : u"b"_s);
    }

    void whatCouldNotBeReadBackIsNotSaved()
    {
        QSettings settings(path(), QSettings::IniFormat);
        SavedViews views(settings, group, columns());
        SavedView endless = view(u"a"_s);
        endless.text = QString(20000, u'x');
        QVERIFY(!views.save(endless));
        QVERIFY(views.all().isEmpty());
    }

    void columnsAreWrittenAsTheyAreRead()
    {
        const QList<ColumnPlace> places{{.column = 2, .width = 99}, {.column = 0, .width = 120, .shown = false}};
        QCOMPARE(readColumnPlaces(columnPlacesText(places, columns()), columns()).value(), places);
    }
};

QTEST_GUILESS_MAIN(TestSavedView)
#include "tst_savedview.moc"
