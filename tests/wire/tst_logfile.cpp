#include "app/logfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;

class TestLogFile final : public QObject
{
    Q_OBJECT

    static QByteArray all(const QString &folder)
    {
        QByteArray bytes;
        const QStringList names = QDir(folder).entryList(QDir::Files, QDir::Name);
        for (const QString &name : names) {
            QFile file(folder + u'/' + name);
            if (file.open(QIODevice::ReadOnly))
                bytes += file.readAll();
        }
        return bytes;
    }
    static net::LogLine line(quint64 number)
    {
        return {
            QDateTime(QDate(2026, 11, 22), QTime(6, 32, 8), Qt::UTC), "GET", u"host:1"_s, u"/v1/p"_s, 200, 12, u"req"_s, number};
    }

private slots:
    void requestsAndWarningsAreOneLineEach()
    {
        const QTemporaryDir folder;
        {
            app::LogFile log(folder.filePath(u"deep/er"_s));
            log.add(line(7));
            QTest::ignoreMessage(QtWarningMsg, "two\nlines");
            qWarning("two\nlines");
            qDebug("not this");
        }
        const QList<QByteArray> lines = all(folder.filePath(u"deep/er"_s)).trimmed().split('\n');
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines.at(0), QByteArray("2026-11-22T06:32:08.000Z request 7 GET host:1/v1/p 200 12 ms req"));
        QVERIFY(lines.at(1).endsWith("warning default: two lines"));
        QCOMPARE(QFileInfo(folder.filePath(u"deep/er/ballast.log"_s)).permissions() &
                     (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
                 QFile::Permissions());
    }

    void aFullFileIsFollowedByANewOneAndTheOldestGoes()
    {
        const QTemporaryDir folder;
        {
            app::LogFile log(folder.path(), 1000, 3);
            for (quint64 i = 0; i < 200; ++i)
                log.add(line(i));
        }
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files, QDir::Name),
                 (QStringList{u"ballast.1.log"_s, u"ballast.2.log"_s, u"ballast.log"_s}));
        for (const QString &name : QDir(folder.path()).entryList(QDir::Files))
            QVERIFY(QFileInfo(folder.filePath(name)).size() <= 1000);
        QVERIFY(all(folder.path()).contains("request 199 "));
        QVERIFY(!all(folder.path()).contains("request 0 "));
    }

    void anOldLogIsGoneOnWith()
    {
        const QTemporaryDir folder;
        app::LogFile(folder.path()).add(line(1));
        app::LogFile(folder.path()).add(line(2));
        QCOMPARE(all(folder.path()).count('\n'), 2);
    }

    void secretsAreMaskedWhereverTheyComeFrom()
    {
        const QTemporaryDir folder;
        {
            app::LogFile log(folder.path());
            log.hide("planted-secret");
            // Whoever is told next sees none either.
            QTest::ignoreMessage(QtWarningMsg, "it says ‹masked›, X-Auth-Token: ‹masked›");
            qWarning("it says planted-secret, X-Auth-Token: abcdefg");
            net::LogLine odd = line(1);
            odd.path = u"/v1/planted-secret"_s;
            log.add(odd);
        }
        const QByteArray text = all(folder.path());
        QCOMPARE(text.count('\n'), 2);
        QVERIFY(!text.contains("planted-secret"));
        QVERIFY(!text.contains("abcdefg"));
    }

    void anyThreadMayWrite()
    {
        const QTemporaryDir folder;
        {
            app::LogFile log(folder.path());
            std::vector<std::thread> threads;
            threads.reserve(4);
            for (int i = 0; i < 4; ++i)
                threads.emplace_back([&log] {
                    for (quint64 no = 0; no < 100; ++no)
                        log.add(line(no));
                });
            for (std::thread &thread : threads)
                thread.join();
        }
        QCOMPARE(all(folder.path()).count("ms req\n"), 400);
    }

    void aFolderThatCannotBeWrittenHindersNothing()
    {
        const QTemporaryDir folder;
        QFile inTheWay(folder.filePath(u"file"_s));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        app::LogFile log(folder.filePath(u"file/log"_s));
        log.add(line(1));
        log.add(line(2));
    }
};

QTEST_GUILESS_MAIN(TestLogFile)
#include "tst_logfile.moc"
