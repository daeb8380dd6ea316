#include "net/verbs.h"
#include "net/write.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Code = net::Reason::Code;

Q_DECLARE_METATYPE(net::Reason::Code)
Q_DECLARE_METATYPE(const net::Verb *)

namespace {

const net::Field *fieldOf(const net::Verb &verb, const QString &name)
{
    for (const net::Field &field : verb.fields) {
        if (name == QLatin1StringView(field.name))
            return &field;
    }
    return nullptr;
}

/// A draft of \a verb at project p1 with these values.
net::Draft draftOf(const net::Verb &verb, const QHash<QString, QString> &values)
{
    return {.verb = &verb, .scope = {u"cn-north-1"_s, u"p1"_s}, .values = values};
}

} // namespace

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

    void aPolicysRequestIsMade()
    {
        net::Draft draft = draftOf(net::verbs::replicatePolicy, {{u"policy_id"_s, u"pol/1"_s},
                                                                 {u"destination_region"_s, u"cn-east-2"_s},
                                                                 {u"destination_project_id"_s, u"p2"_s},
                                                                 {u"enable_acceleration"_s, u"false"_s}});
        const net::Request request = net::request(draft);
        QCOMPARE(request.verb, QByteArray("POST"));
        QCOMPARE(request.service, net::Service::Csbs);
        QCOMPARE(request.kind, net::Request::Kind::Write);
        QCOMPARE(request.scope, draft.scope);
        QVERIFY(request.query.isEmpty());
        QCOMPARE(request.path, QStringList({u"v1"_s, u"p1"_s, u"providers"_s, u"fc4d5750-22e7-4798-8a46-f48f62c4c1da"_s,
                                            u"checkpoints"_s, u"replicate"_s}));
        QCOMPARE(request.body, QByteArray("{\"replication\":{\"destination_project_id\":\"p2\",\"destination_region\":"
                                          "\"cn-east-2\",\"policy_id\":\"pol/1\"}}"));
        draft.values.insert(u"enable_acceleration"_s, u"true"_s);
        QCOMPARE(net::request(draft).body,
                 QByteArray("{\"replication\":{\"destination_project_id\":\"p2\",\"destination_region\":\"cn-east-2\","
                            "\"enable_acceleration\":true,\"policy_id\":\"pol/1\"}}"));
    }

    void onlyWhatWasFilledInIsSentForABackup()
    {
        net::Draft draft = draftOf(net::verbs::replicateBackup,
                                   {{u"destination_region"_s, u"cn-east-2"_s}, {u"destination_project_id"_s, u"p2"_s}});
        draft.target.insert(u"checkpoint_item_id"_s, u"i1"_s);
        QCOMPARE(net::request(draft).body,
                 QByteArray("{\"replication\":{\"destination_project_id\":\"p2\",\"destination_region\":\"cn-east-2\"}}"));
    }

    void aGroupsRequestIsMade()
    {
        net::Draft draft = draftOf(net::verbs::createGroup, {{u"name"_s, u"核心-1"_s},
                                                             {u"source_availability_zone"_s, u"az-a"_s},
                                                             {u"target_availability_zone"_s, u"az-b"_s},
                                                             {u"domain_id"_s, u"d1"_s},
                                                             {u"source_vpc_id"_s, u"v1"_s}});
        const net::Request request = net::request(draft);
        QCOMPARE(request.verb, QByteArray("POST"));
        QCOMPARE(request.service, net::Service::Sdrs);
        QCOMPARE(request.kind, net::Request::Kind::Write);
        QCOMPARE(request.path, QStringList({u"v1"_s, u"p1"_s, u"server-groups"_s}));
        QCOMPARE(request.body,
                 QByteArray("{\"server_group\":{\"domain_id\":\"d1\",\"name\":\"核心-1\",\"source_availability_zone\":\"az-a\","
                            "\"source_vpc_id\":\"v1\",\"target_availability_zone\":\"az-b\"}}"));
        draft.values.insert(u"description"_s, u"a \"quoted\" one"_s);
        draft.values.insert(u"dr_type"_s, u"migration"_s);
        QCOMPARE(net::request(draft).body,
                 QByteArray("{\"server_group\":{\"description\":\"a \\\"quoted\\\" one\",\"domain_id\":\"d1\",\"dr_type\":"
                            "\"migration\",\"name\":\"核心-1\",\"source_availability_zone\":\"az-a\",\"source_vpc_id\":\"v1\","
                            "\"target_availability_zone\":\"az-b\"}}"));
    }

    void theRulesOfAGroupAreChecked_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::addColumn<net::Reason>("reason");
        const net::Reason fine, needed{Code::Required, {}};
        const auto longer = [](const QString &by) { return net::Reason{Code::TooLong, {u"64"_s, by}}; };
        const auto bad = [](const QString &by) { return net::Reason{Code::BadCharacters, {by}}; };
        const auto wide = [](const QString &by) { return net::Reason{Code::FullWidth, {by}}; };
        const QString name = u"name"_s, text = u"description"_s;
        QTest::newRow("no name") << name << QString() << needed;
        QTest::newRow("every kind of character") << name << u"核心_Az09.-"_s << fine;
        QTest::newRow("64 letters") << name << QString(64, u'a') << fine;
        QTest::newRow("65 letters") << name << QString(65, u'a') << longer(u"65"_s);
        QTest::newRow("21 Chinese and a letter") << name << QString(21, u'核') + u'a' << fine;
        QTest::newRow("21 Chinese and two letters") << name << QString(21, u'核') + u"ab"_s << longer(u"65"_s);
        QTest::newRow("22 Chinese") << name << QString(22, u'核') << longer(u"66"_s);
        QTest::newRow("16 of four bytes") << name << u"\U00020000"_s.repeated(16) << fine;
        QTest::newRow("16 of four bytes and a letter") << name << u"\U00020000"_s.repeated(16) + u'a' << longer(u"65"_s);
        QTest::newRow("full-width letter") << name << u"aＢ"_s << wide(u"Ｂ"_s);
        QTest::newRow("full-width small letter") << name << u"ｚ"_s << wide(u"ｚ"_s);
        QTest::newRow("full-width digit") << name << u"组１"_s << wide(u"１"_s);
        QTest::newRow("full-width dot") << name << u"a．b"_s << bad(u"．"_s);
        QTest::newRow("Chinese full stop") << name << u"组。"_s << bad(u"。"_s);
        QTest::newRow("blank") << name << u"a b"_s << bad(u" "_s);
        QTest::newRow("blank at the end") << name << u"a "_s << bad(u" "_s);
        QTest::newRow("less than") << name << u"<a"_s << bad(u"<"_s);
        QTest::newRow("greater than") << name << u"a>"_s << bad(u">"_s);
        QTest::newRow("slash") << name << u"a/b"_s << bad(u"/"_s);
        QTest::newRow("Greek letter") << name << u"α"_s << bad(u"α"_s);
        QTest::newRow("half a pair") << name << QString(QChar(0xD800)) << bad(u"\uFFFD"_s);
        QTest::newRow("no description") << text << QString() << fine;
        QTest::newRow("description with blanks and marks") << text << u"web tier, 第一层。"_s << fine;
        QTest::newRow("description of 64 bytes") << text << QString(21, u'核') + u'a' << fine;
        QTest::newRow("description of 66 bytes") << text << QString(22, u'核') << longer(u"66"_s);
        QTest::newRow("description with <") << text << u"a < b"_s << net::Reason{Code::AngleBrackets, {}};
        QTest::newRow("description with >") << text << u"a > b"_s << net::Reason{Code::AngleBrackets, {}};
        for (const char *field : {"source_availability_zone", "target_availability_zone", "domain_id", "source_vpc_id"})
            QTest::addRow("no %s", field) << QString::fromLatin1(field) << QString() << needed;
        QTest::newRow("no deployment model") << u"dr_type"_s << QString() << fine;
    }
    void theRulesOfAGroupAreChecked()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        const net::Field *known = fieldOf(net::verbs::createGroup, field);
        QVERIFY(known);
        QTEST(net::check(*known, value), "reason");
    }

    void theRoomOfANameIsCountedInItsOwnUnit()
    {
        const auto room = [](const net::Verb &verb, const QString &field, const QString &value) {
            return net::room(*fieldOf(verb, field), value);
        };
        const auto bytes = room(net::verbs::createGroup, u"name"_s, u"核心a"_s);
        QVERIFY(bytes && bytes->used == 7 && bytes->most == 64 && bytes->bytes);
        const auto letters = room(net::verbs::replicateBackup, u"name"_s, u"核心\U00020000"_s);
        QVERIFY(letters && letters->used == 3 && letters->most == 64 && !letters->bytes);
        const auto text = room(net::verbs::replicateBackup, u"description"_s, QString(300, u'x'));
        QVERIFY(text && text->used == 300 && text->most == 255 && !text->bytes);
        QVERIFY(!room(net::verbs::createGroup, u"domain_id"_s, u"d1"_s));
        QVERIFY(!room(net::verbs::replicatePolicy, u"enable_acceleration"_s, u"true"_s));
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
        const net::Field *known = fieldOf(net::verbs::replicateBackup, field);
        QVERIFY(known);
        QTEST(net::check(*known, value).code, "code");
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

    void aDomainThatIsSoldOutTakesNoGroup()
    {
        net::ActiveDomain domain;
        domain.id = u"d1"_s;
        QVERIFY(!net::eligible(domain));
        domain.soldOut = true;
        QCOMPARE(net::eligible(domain), (net::Reason{Code::SoldOut, {u"d1"_s}}));
        domain.name = u"domain_1"_s;
        QCOMPARE(net::eligible(domain), (net::Reason{Code::SoldOut, {u"domain_1"_s}}));
    }

    void anAnswerIsReadByItsVerb_data()
    {
        QTest::addColumn<const net::Verb *>("verb");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("readable");
        QTest::addColumn<QString>("made"); // of/id of each; what is at fault where it cannot be read
        const net::Verb *policy = &net::verbs::replicatePolicy, *backup = &net::verbs::replicateBackup,
                        *group = &net::verbs::createGroup;
        const auto row = [](const char *name, const net::Verb *verb, const char *body, bool readable, const QString &made) {
            QTest::newRow(name) << verb << QByteArray(body) << readable << made;
        };
        row("policy: the document's answer", policy,
            R"({"replication":{"provider_id":"fc4d","destination_project_id":"p2","project_id":"p1","source_region":"cn-north-1",
                "destination_region":"cn-east-2","checkpoint_items":[{"checkpoint_item_id":"i1","replication_record_id":"r1"},
                {"checkpoint_item_id":"i2","replication_record_id":"r2"}]}})",
            true, u"i1/r1 i2/r2"_s);
        row("policy: no copy was due", policy, R"({"replication":{"checkpoint_items":[]}})", true, QString());
        row("policy: the list is missing", policy, R"({"replication":{"project_id":"p1"}})", false, u"checkpoint_items"_s);
        row("policy: the list is null", policy, R"({"replication":{"checkpoint_items":null}})", false, u"checkpoint_items"_s);
        row("policy: the list is a text", policy, R"({"replication":{"checkpoint_items":"none"}})", false, u"checkpoint_items"_s);
        row("policy: the list is of texts", policy, R"({"replication":{"checkpoint_items":["i1"]}})", false,
            u"checkpoint_items"_s);
        row("policy: an entry without its record", policy,
            R"({"replication":{"checkpoint_items":[{"checkpoint_item_id":"i1","replication_record_id":"r1"},
                {"checkpoint_item_id":"i2"}]}})",
            false, u"checkpoint_items"_s);
        row("policy: a record that is null", policy,
            R"({"replication":{"checkpoint_items":[{"checkpoint_item_id":"i1","replication_record_id":null}]}})", false,
            u"checkpoint_items"_s);
        row("policy: a record that is empty", policy,
            R"({"replication":{"checkpoint_items":[{"checkpoint_item_id":"i1","replication_record_id":""}]}})", false,
            u"checkpoint_items"_s);
        row("policy: an entry without its backup", policy,
            R"({"replication":{"checkpoint_items":[{"replication_record_id":"r1"}]}})", true, u"/r1"_s);
        row("policy: members nobody knows", policy,
            R"({"x":1,"replication":{"y":{},"checkpoint_items":[{"z":[1],"checkpoint_item_id":"i1","replication_record_id":"r1"}]}})",
            true, u"i1/r1"_s);
        row("policy: the envelope is missing", policy, R"({"checkpoint_items":[]})", false, u"replication"_s);
        row("policy: the envelope comes twice", policy,
            R"({"replication":{"checkpoint_items":[]},"replication":{"checkpoint_items":[]}})", false, u"replication"_s);
        row("policy: cut in the list", policy, R"({"replication":{"checkpoint_items":[{"checkpoint_item_id":"i1",)", false,
            QString());
        row("backup: the document's answer", backup,
            R"({"replication":{"project_id":"p1","provider_id":"fc4d","checkpoint_item_id":"i1","source_region":"cn-north-1",
                "destination_region":"cn-east-2","destination_project_id":"p2","replication_record_id":"r1"}})",
            true, u"i1/r1"_s);
        row("backup: the record is missing", backup, R"({"replication":{"checkpoint_item_id":"i1"}})", false,
            u"replication_record_id"_s);
        row("backup: the record is empty", backup, R"({"replication":{"replication_record_id":""}})", false,
            u"replication_record_id"_s);
        row("backup: the envelope is null", backup, R"({"replication":null})", false, u"replication"_s);
        row("backup: a record of two names counts as its first", backup,
            R"({"replication":{"replication_record_id":"r1","replication_record_id":"r2"}})", true, u"/r1"_s);
        row("group: the document's answer", group, R"({"job_id":"j1"})", true, u"/j1"_s);
        row("group: the job is missing", group, R"({"server_group":{"id":"g1"}})", false, u"job_id"_s);
        row("group: the job is null", group, R"({"job_id":null})", false, u"job_id"_s);
        row("group: the job is empty", group, R"({"job_id":""})", false, u"job_id"_s);
        row("group: the job is a number", group, R"({"job_id":7})", false, u"job_id"_s);
        row("group: a list", group, R"([{"job_id":"j1"}])", false, QString());
        row("group: nothing", group, "", false, QString());
        row("group: cut", group, R"({"job_id":"j1")", false, QString());
        row("group: a page for people", group, "<html>welcome</html>", false, QString());
    }
    void anAnswerIsReadByItsVerb()
    {
        QFETCH(const net::Verb *, verb);
        QFETCH(QByteArray, body);
        QFETCH(bool, readable);
        QFETCH(QString, made);
        net::Answer answer;
        answer.body = body;
        answer.requestId = u"req-1"_s;
        const net::Result<net::WriteAnswer> read = net::readAnswer(*verb, answer);
        QCOMPARE(read.has_value(), readable);
        if (!readable) {
            QCOMPARE(read.error().kind, net::ErrorKind::BadReply);
            QCOMPARE(read.error().detail, made);
            return;
        }
        QStringList told;
        for (const net::WriteAnswer::Made &one : read->made)
            told.append(one.of + u'/' + one.id);
        QCOMPARE(told.join(u' '), made);
        QCOMPARE(read->requestId, u"req-1"_s);
    }
};

QTEST_GUILESS_MAIN(TestVerbs)
#include "tst_verbs.moc"
