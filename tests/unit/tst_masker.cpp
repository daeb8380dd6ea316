#include "net/masker.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

class TestMasker final : public QObject
{
    Q_OBJECT

    static QByteArray secret() { return "MARK/pw\"\\ \xE5\xAF\x86+=x"; }
    static QByteArray inJson(const QByteArray &text)
    {
        const QByteArray array = QJsonDocument(QJsonArray{QString::fromUtf8(text)}).toJson(QJsonDocument::Compact);
        return array.mid(2, array.size() - 4);
    }

private slots:
    void aSecretIsFoundInEveryForm_data()
    {
        QTest::addColumn<QByteArray>("form");
        QTest::newRow("as it is") << secret();
        QTest::newRow("JSON") << inJson(secret());
        QTest::newRow("JSON in JSON") << inJson(inJson(secret()));
        QTest::newRow("JSON, plain") << QByteArray("MARK/pw\\\"\\\\ \\u5bc6+=x");
        QTest::newRow("JSON, slashes") << inJson(secret()).replace("/", "\\/");
        QTest::newRow("percent") << secret().toPercentEncoding();
        QTest::newRow("percent, small") << secret().toPercentEncoding().toLower();
        QTest::newRow("base64") << secret().toBase64();
        QTest::newRow("base64 of addresses") << secret().toBase64(QByteArray::Base64UrlEncoding);
    }
    void aSecretIsFoundInEveryForm()
    {
        QFETCH(QByteArray, form);
        net::Masker masker;
        masker.add(secret());
        QString text = masker.masked(u"before "_s + QString::fromUtf8(form) + u" after"_s);
        QCOMPARE(text.remove(u'='), u"before ‹masked› after"_s); // what fills base64 up may stay
    }

    void headersThatProveWhoAsksLoseTheirValue_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("lines") << u"GET /|X-Auth-Token: abcdefgh|Host: a"_s;
        QTest::newRow("JSON") << uR"({"X-Auth-Token": "abcdefgh","Host":"a"})"_s;
        QTest::newRow("quoted JSON") << uR"({\"x-subject-token\":\"abcdefgh\"})"_s;
        QTest::newRow("signature") << u"Authorization: SDK-HMAC-SHA256 Access=AK, Signature=abcdefgh\nHost: a"_s;
        QTest::newRow("proxy") << u"Proxy-Authorization: Basic abcdefgh"_s;
        QTest::newRow("cookie") << u"Set-Cookie: session=abcdefgh"_s;
    }
    void headersThatProveWhoAsksLoseTheirValue()
    {
        QFETCH(QString, text);
        const QString masked = net::Masker().masked(text);
        QVERIFY2(!masked.contains(u"abcdefgh"_s), qPrintable(masked));
        QCOMPARE(masked.contains(u"Host"_s), text.contains(u"Host"_s)); // and nothing else is lost
    }

    void theLongerSecretGoesFirst()
    {
        net::Masker masker;
        masker.add("abcd");
        masker.add("abcdefgh");
        QCOMPARE(masker.masked(u"abcdefgh abcd"_s), u"‹masked› ‹masked›"_s);
    }

    void dataLosesRareWordsOnly()
    {
        net::Masker masker;
        masker.add("available"); // somebody's password
        masker.add("a-token-of-some-length/1");
        QCOMPARE(masker.maskedData(
                     "{\"status\":\"available\",\"name\":\"a-token-of-some-length/1\",\"x\":\"a-token-of-some-length\\/1\"}"),
                 QByteArray("{\"status\":\"available\",\"name\":\"‹masked›\",\"x\":\"‹masked›\"}"));
        QCOMPARE(masker.masked(u"available"_s), u"‹masked›"_s);
    }

    void aShortSecretHidesNothingElse()
    {
        net::Masker masker;
        masker.add("abc");
        masker.add({});
        QCOMPARE(masker.masked(u"abc"_s), u"abc"_s);
    }
};

QTEST_GUILESS_MAIN(TestMasker)
#include "tst_masker.moc"
