#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

class TestTranslations final : public QObject
{
    Q_OBJECT

private slots:
    void everyTextIsTranslated_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("Chinese") << u"ballast_zh_CN.ts"_s;
        QTest::newRow("English") << u"ballast_en.ts"_s;
    }
    void everyTextIsTranslated()
    {
        QFETCH(QString, file);
        QFile in(QStringLiteral(BALLAST_TEST_DATA "/../../translations/") + file);
        QVERIFY(in.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&in);
        // Texts that are the same in both languages: placeholders, names, formats.
        static const QRegularExpression wordless(u"^[\\W\\d_]*$"_s);
        static const QRegularExpression placeholders(u"%(\\d|n|L\\d)"_s);
        QString source;
        bool plural = false;
        int texts = 0;
        while (!xml.atEnd()) {
            xml.readNext();
            if (!xml.isStartElement())
                continue;
            if (xml.name() == u"message")
                plural = xml.attributes().value(u"numerus"_s) == u"yes";
            if (xml.name() == u"source")
                source = xml.readElementText();
            if (xml.name() != u"translation")
                continue;
            ++texts;
            const QString type = xml.attributes().value(u"type"_s).toString();
            const QString translation = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
            if (file == u"ballast_en.ts"_s) { // exists for its plural forms
                QVERIFY2(!plural || (type.isEmpty() && !translation.isEmpty()), qPrintable(source));
                continue;
            }
            QVERIFY2(type.isEmpty() && !translation.isEmpty(), qPrintable(source));
            QSet<QString> wanted, found;
            for (auto it = placeholders.globalMatch(source); it.hasNext();)
                wanted.insert(it.next().captured());
            for (auto it = placeholders.globalMatch(translation); it.hasNext();)
                found.insert(it.next().captured());
            QVERIFY2(wanted == found, qPrintable(source + u" -> "_s + translation));
            QString words = source;
            words.remove(placeholders);
            if (wordless.match(words).hasMatch())
                continue;
            static const QRegularExpression chinese(u"[\\x{4e00}-\\x{9fff}]"_s);
            static const QStringList same{u"vCPUs"_s,   u"VPC ID"_s, u"‹token›"_s, u"2026-11-22T14:32:08"_s,
                                          u"JSON"_s,    u"curl"_s,   u"ID"_s,      u"English"_s,
                                          u"Ballast"_s, u"%1 GB"_s,  u"%1 TB"_s,   u"%1 MB"_s,
                                          u"UTC%1"_s};
            QVERIFY2(chinese.match(translation).hasMatch() || same.contains(source) || words.trimmed().size() <= 4,
                     qPrintable(source + u" -> "_s + translation));
        }
        QVERIFY(!xml.hasError());
        QVERIFY(texts > (file == u"ballast_en.ts"_s ? 10 : 300));
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
