#include "net/verbs.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Code = net::Reason::Code;

Q_DECLARE_METATYPE(net::Reason::Code)

class TestVerbs final : public QObject
{
    Q_OBJECT

private slots:
    void theDocumentsRequestIsMade()
    {
        net::Draft draft;
        draft.verb = &net::verbs::replicateBackup;
        draft.scope = {u"cn-north-1"_s, u"p1"_s};
        draft.target.insert(u"checkpoint_item_id"_s, u"i/1"_s);
        draft.values = {{u"destination_region"_s, u"cn-east-2"_s},
                        {u"destination_project_id"_s, u"e0b97bac"_s},
                        {u"name"_s, u"rep_1"_s},
                        {u"description"_s, u"do replication"_s},
                        {u"enable_acceleration"_s, u"false"_s}};
        const net::Request request = net::request(draft);
        QCOMPARE(request.verb, QByteArray("POST"));
        QCOMPARE(request.kind, net::Request::Kind::Write);
        QCOMPARE(request.path, QStringList({u"v1"_s, u"p1"_s, u"providers"_s, u"fc4d5750-22e7-4798-8a46-f48f62c4c1da"_s,
                                            u"checkpoint_items"_s, u"i/1"_s, u"replicate"_s}));
        QCOMPARE(request.body,
                 QByteArray("{\"replication\":{\"description\":\"do replication\",\"destination_project_id\":\"e0b97bac\","
                            "\"destination_region\":\"cn-east-2\",\"name\":\"rep_1\"}}"));
        draft.values.insert(u"enable_acceleration"_s, u"true"_s);
        QVERIFY(net::request(draft).body.contains("\"enable_acceleration\":true"));
    }

    void everyRuleIsChecked_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::addColumn<Code>("code");
        QTest::newRow("no name is fine") << u"name"_s << QString() << Code::None;
        QTest::newRow("Chinese name") << u"name"_s << u"周报_01-a"_s << Code::None;
        QTest::newRow("64 characters") << u"name"_s << QString(64, u'周') << Code::None;
        QTest::newRow("65 characters") << u"name"_s << QString(65, u'a') << Code::TooLong;
        QTest::newRow("blank in the name") << u"name"_s << u"a b"_s << Code::BadCharacters;
        QTest::newRow("dot in the name") << u"name"_s << u"a.b"_s << Code::BadCharacters;
        QTest::newRow("full width") << u"name"_s << u"ａ"_s << Code::FullWidth;
        QTest::newRow("control character") << u"name"_s << u"a\u0007"_s << Code::BadCharacters;
        QTest::newRow("255 characters") << u"description"_s << QString(255, u'x') << Code::None;
        QTest::newRow("256 characters") << u"description"_s << QString(256, u'x') << Code::TooLong;
        QTest::newRow("angle brackets") << u"description"_s << u"<b>"_s << Code::AngleBrackets;
        QTest::newRow("no region") << u"destination_region"_s << QString() << Code::Required;
        QTest::newRow("no project") << u"destination_project_id"_s << QString() << Code::Required;
    }
    void everyRuleIsChecked()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        for (const net::Field &known : net::verbs::replicateBackup.fields) {
            if (field == QLatin1StringView(known.name)) {
                QTEST(net::check(known, value).code, "code");
                return;
            }
        }
        QFAIL("no such field");
    }

    void onlyAvailableOriginalsAreEligible()
    {
        net::Backup backup;
        backup.status = net::Backup::Status::Available;
        QVERIFY(!net::eligible(backup));
        backup.imageType = u"replication"_s;
        QCOMPARE(net::eligible(backup).code, Code::IsReplica);
        backup.status = net::Backup::Status::Deleting;
        backup.statusWord = u"deleting"_s;
        QCOMPARE(net::eligible(backup), (net::Reason{Code::WrongState, {u"deleting"_s}}));
    }
};

QTEST_GUILESS_MAIN(TestVerbs)
#include "tst_verbs.moc"
