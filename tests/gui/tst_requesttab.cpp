#include "support/fakenetwork.h"
#include "ui/requesttab.h"

#include <QPlainTextEdit>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

net::Request copyRequest()
{
    net::Request request;
    request.verb = "POST";
    request.kind = net::Request::Kind::Write;
    request.scope = test::scope;
    request.path = {u"v1"_s, u"p1"_s, u"it's"_s};
    request.body = "{\"name\":\"a'b\"}";
    return request;
}

} // namespace

class TestRequestTab final : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void theTabAndTheCopyShowTheProofInUse_data()
    {
        QTest::addColumn<net::Credential>("credential");
        QTest::addColumn<QStringList>("shown");
        QTest::addColumn<QString>("copied");
        QTest::newRow("token") << net::Credential(net::ReadyToken{"secret-word"}) << QStringList{u"X-Auth-Token: ‹token›"_s}
                               << u"-H \"X-Auth-Token: $TOKEN\""_s;
        QTest::newRow("access key")
            << net::Credential(net::AccessKey{u"AK"_s, "secret-word", {}})
            << QStringList{u"X-Project-Id: p1"_s, u"X-Sdk-Date: ‹time of sending›"_s, u"Authorization: ‹signature›"_s}
            << u"-H 'X-Project-Id: p1' -H \"X-Sdk-Date: $SDK_DATE\" -H \"Authorization: $AUTHORIZATION\""_s;
        QTest::newRow("temporary key")
            << net::Credential(net::AccessKey{u"AK"_s, "secret-word", "secret-word"})
            << QStringList{u"X-Project-Id: p1"_s, u"X-Security-Token: ‹security token›"_s, u"X-Sdk-Date: ‹time of sending›"_s,
                           u"Authorization: ‹signature›"_s}
            << u"-H 'X-Project-Id: p1' -H \"X-Security-Token: $SECURITY_TOKEN\" -H \"X-Sdk-Date: $SDK_DATE\" -H \"Authorization: $AUTHORIZATION\""_s;
    }
    void theTabAndTheCopyShowTheProofInUse()
    {
        QFETCH(net::Credential, credential);
        QFETCH(QStringList, shown);
        QFETCH(QString, copied);
        test::FakeNetwork network;
        test::FakeClock clock;
        net::Transport transport(test::fakeOptions(network), clock);
        transport.setCredential(credential);
        ui::RequestTab tab(transport);
        tab.setRequest(copyRequest());
        const QString text = tab.findChild<QPlainTextEdit *>(u"request"_s)->toPlainText();
        const QStringList expected = QStringList{u"POST https://cloud.example.com/v1/p1/it%27s"_s, u"Host: cloud.example.com"_s} +
                                     shown +
                                     QStringList{u"Accept-Encoding: identity"_s,
                                                 u"Content-Type: application/json"_s,
                                                 u"Content-Length: 14"_s,
                                                 {},
                                                 u"{"_s,
                                                 u"  \"name\": \"a'b\""_s,
                                                 u"}"_s};
        QCOMPARE(text.split(u'\n'), expected);
        QCOMPARE(tab.curl(), u"curl -X POST 'https://cloud.example.com/v1/p1/it%27s' "_s + copied +
                                 u" -H 'Accept-Encoding: identity' -H 'Content-Type: application/json' --data-binary "
                                 u"'{\"name\":\"a'\\''b\"}'"_s);
        QVERIFY(!text.contains(u"secret-word"_s) && !tab.curl().contains(u"secret-word"_s));
    }
};

QTEST_MAIN(TestRequestTab)
#include "tst_requesttab.moc"
