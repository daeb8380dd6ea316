#include "models/backuptable.h"
#include "models/extract.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace models;
using State = ExtractJob::State;

namespace {

BackupRow backup(const QString &id, const QString &name, std::optional<qint64> sizeMb = 40960)
{
    BackupRow row{.scope = {u"cn-north-4"_s, u"p1"_s}};
    row.backup.id = id;
    row.backup.name = name;
    row.backup.status = net::Backup::Status::Available;
    row.backup.statusWord = u"available"_s;
    row.backup.sizeMb = sizeMb;
    row.backup.createdAt = {
        .asSent = u"2026-11-22T06:32:08.5"_s, .utc = QDateTime({2026, 11, 22}, {6, 32, 8, 500}, Qt::UTC), .zoneAssumed = true};
    return row;
}

Extract extractOf(const QList<BackupRow> &rows, const QStringList &columns = {u"status"_s, u"name"_s, u"size"_s, u"created"_s})
{
    Extract what{.table = std::make_shared<BackupTable>(rows)};
    for (int row = 0; row < rows.size(); ++row)
        what.rows.append(row);
    for (const QString &id : columns) {
        for (int column = 0; column < what.table->columns().size(); ++column) {
            if (what.table->columns().at(column).id == id.toLatin1())
                what.columns.append(column);
        }
        what.headers.append(id.toUpper());
    }
    what.textMaker = [](const Column &column, const Cell &cell) {
        return column.kind == CellKind::State ? u"Shown: "_s + cell.text : plainText(column, cell);
    };
    what.page = u"backups"_s;
    what.projects = {{{u"cn-north-4"_s, u"p1"_s}, u"erp prod/1"_s}};
    what.asOf = QDateTime({2026, 11, 22}, {6, 32, 8}, Qt::UTC);
    return what;
}

QByteArray whole(const Extract &what, ExtractFormat format)
{
    return extractHead(what, format) + extractRows(what, format, 0, what.rows.size()) + extractTail(what, format);
}

/// RFC 4180, read by its own grammar.
QList<QStringList> readCsv(const QByteArray &bytes)
{
    if (!bytes.startsWith("\xEF\xBB\xBF"))
        return {};
    const QString text = QString::fromUtf8(bytes.mid(3));
    QList<QStringList> lines;
    QStringList line;
    QString cell;
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (quoted && c == u'"' && text.mid(i + 1, 1) == u"\"")
            cell += text.at(++i);
        else if (c == u'"')
            quoted = !quoted;
        else if (quoted || (c != u',' && c != u'\r'))
            cell += c;
        else if (c == u',')
            line.append(std::exchange(cell, {}));
        else {
            if (text.mid(i, 2) != u"\r\n")
                return {};
            ++i;
            line.append(std::exchange(cell, {}));
            lines.append(std::exchange(line, {}));
        }
    }
    return quoted || !line.isEmpty() || !cell.isEmpty() ? QList<QStringList>{} : lines;
}

/// Files may grow to this size only while it lives: what a full disk does.
struct SmallDisk
{
    explicit SmallDisk(rlim_t bytes)
    {
        getrlimit(RLIMIT_FSIZE, &before);
        rlimit now = before;
        now.rlim_cur = bytes;
        std::signal(SIGXFSZ, SIG_IGN);
        setrlimit(RLIMIT_FSIZE, &now);
    }
    ~SmallDisk() { setrlimit(RLIMIT_FSIZE, &before); }
    rlimit before{};
};

} // namespace

class TestExtract final : public QObject
{
    Q_OBJECT

    Worker m_worker;
    QTemporaryDir m_folder;

    static QList<BackupRow> many(int count)
    {
        QList<BackupRow> rows;
        for (int i = 0; i < count; ++i)
            rows.append(backup(u"id-%1"_s.arg(i), u"name-%1"_s.arg(i)));
        return rows;
    }
    QStringList files() const { return QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden); }

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void csvComesBackAsItWas()
    {
        const QStringList odd{u"plain"_s,          u"a,b"_s,     u"say \"hi\""_s,     u"two\r\nlines"_s, u" blanks "_s,
                              u"财务-数据库-01"_s, u"😀\u202E"_s, QString(10000, u'x')};
        QList<BackupRow> rows;
        for (const QString &name : odd)
            rows.append(backup(u"i"_s + name.left(3), name));
        const QList<QStringList> lines = readCsv(whole(extractOf(rows), ExtractFormat::Csv));
        QCOMPARE(lines.size(), odd.size() + 1);
        QCOMPARE(lines.first(),
                 (QStringList{u"status"_s, u"status_shown"_s, u"name"_s, u"size_mb"_s, u"created_utc"_s, u"created_as_sent"_s}));
        for (qsizetype i = 0; i < odd.size(); ++i) {
            const QStringList &line = lines.at(i + 1);
            QCOMPARE(line, (QStringList{u"available"_s, u"Shown: available"_s, odd.at(i), u"40960"_s,
                                        u"2026-11-22T06:32:08.500Z"_s, u"2026-11-22T06:32:08.5"_s}));
        }
    }

    void noCellIsAFormula_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : {u"=1+1"_s, u"+1"_s, u"-1"_s, u"@SUM(A1)"_s, u"\t=1"_s, u"\r=1"_s, u"＝1"_s})
            QTest::addRow("%s", qPrintable(name)) << name;
    }
    void noCellIsAFormula()
    {
        QFETCH(QString, name);
        const QList<QStringList> lines = readCsv(whole(extractOf({backup(u"i"_s, name)}), ExtractFormat::Csv));
        QCOMPARE(lines.value(1).value(2), u'\'' + name);
        const QByteArray text = whole(extractOf({backup(u"i"_s, name)}), ExtractFormat::Text);
        QVERIFY(text.contains("\t'"));
        QCOMPARE(text.count('\n'), 2);
        const QJsonObject json = QJsonDocument::fromJson(whole(extractOf({backup(u"i"_s, name)}), ExtractFormat::Json)).object();
        QCOMPARE(json.value(u"rows"_s).toArray().at(0).toObject().value(u"name"_s).toString(), name); // no spreadsheet: as it is
    }

    void whatIsMissingIsEmptyAndNotNought()
    {
        BackupRow row = backup(u"i"_s, QString(), std::nullopt);
        row.backup.createdAt = {.asSent = u"yesterday"_s};
        const Extract what = extractOf({row});
        QCOMPARE(readCsv(whole(what, ExtractFormat::Csv)).value(1),
                 (QStringList{u"available"_s, u"Shown: available"_s, QString(), QString(), QString(), u"yesterday"_s}));
        const QJsonObject json =
            QJsonDocument::fromJson(whole(what, ExtractFormat::Json)).object().value(u"rows"_s).toArray().at(0).toObject();
        QVERIFY(json.value(u"name"_s).isNull() && json.value(u"size_mb"_s).isNull() && json.value(u"created_utc"_s).isNull());
        QCOMPARE(json.value(u"created_as_sent"_s).toString(), u"yesterday"_s);
    }

    void aNameThatHasNotComeIsNotTheSameAsNone()
    {
        RecordRow row{.scope = {u"r"_s, u"p"_s}};
        row.record.id = u"a"_s;
        row.record.sourceItemId = u"b"_s;
        Extract what{.table = std::make_shared<RecordTable>(QList<RecordRow>{row}), .rows = {0}, .columns = {1}};
        QCOMPARE(readCsv(whole(what, ExtractFormat::Csv)).value(1), QStringList{u"not loaded"_s});
        const QByteArray json = whole(what, ExtractFormat::Json);
        QVERIFY2(json.contains(R"({"backup": null, "backup_not_loaded": true})"), json.constData());
    }

    void jsonSaysWhatItIsAnExtractOf()
    {
        Extract what = extractOf({backup(u"i"_s, u"quote \" back \\ bell \u0007 line\n"_s)});
        what.filter = u"erp \"x\""_s;
        what.serverFilter = {{u"status"_s, u"available"_s}};
        what.isSelection = true;
        const QByteArray bytes = whole(what, ExtractFormat::Json);
        QJsonParseError error;
        const QJsonObject json = QJsonDocument::fromJson(bytes, &error).object();
        QVERIFY2(error.error == QJsonParseError::NoError, bytes.constData());
        QCOMPARE(json.value(u"page"_s).toString(), u"backups"_s);
        QCOMPARE(json.value(u"region"_s).toString(), u"cn-north-4"_s);
        QCOMPARE(json.value(u"project_id"_s).toString(), u"p1"_s);
        QCOMPARE(json.value(u"as_of"_s).toString(), u"2026-11-22T06:32:08Z"_s);
        QCOMPARE(json.value(u"list_is_complete"_s).toBool(), true);
        QCOMPARE(json.value(u"selected_rows_only"_s).toBool(), true);
        QCOMPARE(json.value(u"text_filter"_s).toString(), what.filter);
        QCOMPARE(json.value(u"server_filter"_s).toObject().value(u"status"_s).toString(), u"available"_s);
        const QJsonObject row = json.value(u"rows"_s).toArray().at(0).toObject();
        QCOMPARE(row.value(u"name"_s).toString(), u"quote \" back \\ bell \u0007 line\n"_s);
        QCOMPARE(row.value(u"size_mb"_s).toInt(), 40960);
        QCOMPARE(row.value(u"status"_s).toString(), u"available"_s);
        QCOMPARE(row.value(u"status_shown"_s).toString(), u"Shown: available"_s);
        QVERIFY(QJsonDocument::fromJson(whole(extractOf({}), ExtractFormat::Json)).isObject()); // no rows at all
    }

    void columnsAndRowsStandAsTheyAreShown()
    {
        Extract what = extractOf({backup(u"a"_s, u"first"_s), backup(u"b"_s, u"second"_s)}, {u"id"_s, u"name"_s});
        what.rows = {1, 0};
        QCOMPARE(whole(what, ExtractFormat::Text), QByteArray("ID\tNAME\nb\tsecond\na\tfirst\n"));
        QCOMPARE(readCsv(whole(what, ExtractFormat::Csv)).value(1), (QStringList{u"b"_s, u"second"_s}));
        const QByteArray json = whole(what, ExtractFormat::Json);
        QVERIFY(json.indexOf("\"id\"") < json.indexOf("\"name\"") && json.indexOf("second") < json.indexOf("first"));
    }

    void theFileNameSaysScopeAndTimeAndIsSafe()
    {
        Extract what = extractOf({});
        QCOMPARE(extractFileName(what, ExtractFormat::Csv), u"backups_cn-north-4_erp-prod-1_20261122T063208Z.csv"_s);
        what.isSelection = true;
        what.projects.first().name = u"../..\\con:*?\"<>|\n\u202E财务"_s + QString(300, u'x');
        what.asOf = {};
        const QString name = extractFileName(what, ExtractFormat::Json);
        static const QRegularExpression safe(
            u"^backups_selected_cn-north-4_[^/\\\\:*?\"<>|\\x00-\\x1f\\x{202e}]{1,40}\\.json$"_s);
        QVERIFY2(safe.match(name).hasMatch(), qPrintable(name));

        what.projects.first().scope.region = u"-.华北"_s + QString(60, u'域');
        what.projects.first().name = u"财务部容灾"_s + QString(60, u'项');
        what.asOf = QDateTime({2026, 11, 22}, {6, 32, 8}, Qt::UTC);
        for (const ExtractFormat format : {ExtractFormat::Csv, ExtractFormat::Json, ExtractFormat::Text}) {
            const QString chinese = extractFileName(what, format);
            QVERIFY2(chinese.toUtf8().size() <= 255, qPrintable(chinese)); // what a file system takes, in bytes
            QVERIFY2(chinese.contains(u"华北域"_s) && chinese.contains(u"_财务部容灾项"_s), qPrintable(chinese));
            QVERIFY2(chinese.startsWith(u"backups_selected_"_s) && chinese.contains(u"_20261122T063208Z."_s),
                     qPrintable(chinese));
        }
    }

    void aFileHoldsAllOfItAndTheSameEachTime()
    {
        const Extract what = extractOf(many(3000));
        for (const ExtractFormat format : {ExtractFormat::Csv, ExtractFormat::Json, ExtractFormat::Text}) {
            QByteArrayList found;
            for (const QString &name : {u"one"_s, u"two"_s}) {
                ExtractJob job(what, format, m_folder.filePath(name), &m_worker);
                QTRY_VERIFY(job.state() != State::Running);
                QCOMPARE(job.state(), State::Done);
                QCOMPARE(job.written(), 3000);
                QFile file(job.path());
                QVERIFY(file.open(QIODevice::ReadOnly));
                found.append(file.readAll());
                QVERIFY(file.remove());
            }
            QCOMPARE(found.at(0), whole(what, format));
            QCOMPARE(found.at(1), found.at(0));
        }
        QCOMPARE(files(), QStringList());
    }

    void stoppingLeavesNoFile()
    {
        const Extract what = extractOf(many(20000));
        {
            ExtractJob job(what, ExtractFormat::Json, m_folder.filePath(u"stopped.json"_s), &m_worker);
            connect(&job, &ExtractJob::changed, &job, [&job] {
                if (job.state() == State::Running)
                    job.stop();
            });
            QTRY_COMPARE(job.state(), State::Stopped);
            QVERIFY(job.written() < job.total());
            QCOMPARE(files(), QStringList());
        }
        { // and so does going away
            const ExtractJob job(what, ExtractFormat::Json, m_folder.filePath(u"left.json"_s), &m_worker);
        }
        bool idle = false;
        m_worker.run([] { return true; }, this, [&idle](bool) { idle = true; });
        QTRY_VERIFY(idle);
        QCOMPARE(files(), QStringList());
    }

    void anOlderFileStaysWhenItCannotBeReplaced()
    {
        QFile old(m_folder.filePath(u"old.csv"_s));
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.write("old");
        old.close();
        {
            const SmallDisk small(64 * 1024);
            const ExtractJob job(extractOf(many(5000)), ExtractFormat::Csv, old.fileName(), &m_worker);
            QTRY_VERIFY(job.state() != State::Running);
            QCOMPARE(job.state(), State::Failed);
            QVERIFY2(job.problem().contains(u"too large"), qPrintable(job.problem()));
        }
        QVERIFY(old.open(QIODevice::ReadOnly));
        QCOMPARE(old.readAll(), QByteArray("old"));
        QVERIFY(old.remove());
        QCOMPARE(files(), QStringList());
    }

    void aDiskThatIsFullForTheLastBytesIsTold_data()
    {
        QTest::addColumn<int>("missing"); // bytes of the end
        QTest::newRow("one") << 1;
        QTest::newRow("the whole tail") << static_cast<int>(extractTail(extractOf(many(1)), ExtractFormat::Json).size());
    }
    void aDiskThatIsFullForTheLastBytesIsTold()
    {
        QFETCH(int, missing);
        const Extract what = extractOf(many(3));
        QFile old(m_folder.filePath(u"old.json"_s));
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.write("old");
        old.close();
        {
            const SmallDisk small(static_cast<rlim_t>(whole(what, ExtractFormat::Json).size() - missing));
            const ExtractJob job(what, ExtractFormat::Json, old.fileName(), &m_worker);
            QTRY_VERIFY(job.state() != State::Running);
            QCOMPARE(job.state(), State::Failed);
            QVERIFY2(job.problem().contains(u"too large"), qPrintable(job.problem()));
        }
        QVERIFY(old.open(QIODevice::ReadOnly));
        QCOMPARE(old.readAll(), QByteArray("old"));
        QVERIFY(old.remove());
        QCOMPARE(files(), QStringList());
    }

    void aFolderThatIsNotThereIsTold()
    {
        const ExtractJob job(extractOf(many(1)), ExtractFormat::Csv, m_folder.filePath(u"no/such.csv"_s), &m_worker);
        QTRY_VERIFY(job.state() != State::Running);
        QCOMPARE(job.state(), State::Failed);
        QVERIFY(!job.problem().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestExtract)
#include "tst_extract.moc"
