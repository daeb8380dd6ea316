#include "app/democlock.h"
#include "models/creategroupflow.h"
#include "models/replicatebackupflow.h"
#include "models/replicatepolicyflow.h"
#include "net/csbs.h"
#include "net/iam.h"
#include "net/sdrs.h"
#include "rawclient.h"
#include "support/outcome.h"

#include <QTest>

#include <algorithm>

using models::Operation;
using models::OperationPart;
using net::Reason;
using Code = Reason::Code;
using Stage = models::Flow::Stage;
using State = Operation::State;

namespace {

constexpr int patience = 20000; ///< ms: for what takes many requests

enum class SignIn { Token, Password, Keys };

const std::pair<const char *, SignIn> ways[] = {
    {"token", SignIn::Token}, {"password", SignIn::Password}, {"AK/SK", SignIn::Keys}};

/// A signed-in transport and its operations against a mock endpoint of their own, whose calendar stands still until it is
/// advanced. A scenario that begins with a brace is the text of one.
struct House
{
    explicit House(SignIn way = SignIn::Password, const QByteArray &scenario = "company") : server(setup(folder, scenario))
    {
        std::string error;
        if (!server.start(&error))
            qFatal("%s", error.c_str());
        door = server.door();
        const net::PasswordLogin login{QString::fromStdString(door.domain), QString::fromStdString(door.user),
                                       QByteArray::fromStdString(door.password)};
        transport = std::make_unique<net::Transport>(options(), clock);
        if (way == SignIn::Keys)
            transport->setCredential(net::AccessKey{QString::fromStdString(door.ak), QByteArray::fromStdString(door.sk), {}});
        else if (way == SignIn::Token)
            transport->setCredential(net::ReadyToken{fetchToken(login)});
        else
            transport->setCredential(login);
        operations = std::make_unique<models::Operations>(*transport);
        operations->setPace({std::chrono::milliseconds(20), std::chrono::milliseconds(20)});
    }

    net::Scope scope() const { return {QString::fromStdString(door.region), QString::fromStdString(door.projectId)}; }
    const Operation &at(quint64 id) const { return *operations->find(id); }
    State state(quint64 id) const { return at(id).state; }
    QString told(quint64 id) const { return at(id).error ? at(id).error->code : QString(); }
    /// Lets half a minute of the calendar pass, and says whether it is over now.
    bool endsInTime(quint64 id)
    {
        server.advance(std::chrono::seconds(30));
        return at(id).isOver();
    }
    long writes(const char *kind) const { return server.writes(kind); }

    std::unique_ptr<models::ReplicatePolicyFlow> policyFlow(const QString &policy = {})
    {
        auto flow = std::make_unique<models::ReplicatePolicyFlow>(*transport, *operations, scope(), policy);
        [&] { QTRY_VERIFY_WITH_TIMEOUT(flow->stage() == Stage::Editing && flow->preview().isKnown(), patience); }();
        return flow;
    }
    std::unique_ptr<models::CreateGroupFlow> groupFlow(const QString &name)
    {
        auto flow = std::make_unique<models::CreateGroupFlow>(*transport, *operations, scope());
        [&] { QTRY_VERIFY_WITH_TIMEOUT(flow->stage() == Stage::Editing && flow->quota().used.has_value(), patience); }();
        for (const net::VpcNetwork &network : flow->vpcs()) {
            if (network.status == net::VpcNetwork::Status::Ok)
                flow->set(u"source_vpc_id"_s, network.id);
        }
        flow->set(u"name"_s, name);
        return flow;
    }

    QTemporaryDir folder;
    mock::Server server;
    mock::Door door;
    app::DemoClock clock{server};
    std::unique_ptr<net::Transport> transport;
    std::unique_ptr<models::Operations> operations;

private:
    static mock::Options setup(const QTemporaryDir &folder, const QByteArray &scenario)
    {
        mock::Options options;
        options.scenario = scenario.startsWith('{') ? scenarioFile(folder, scenario) : scenario.toStdString();
        options.epoch = "2026-11-22T06:32:08Z";
        options.speed = 0;
        return options;
    }
    net::Transport::Options options() const
    {
        net::Transport::Options options;
        options.endpoints = net::Endpoints::shared(QString::fromStdString(door.url));
        options.retryBase = std::chrono::milliseconds(5);
        return options;
    }
    QByteArray fetchToken(const net::PasswordLogin &login)
    {
        net::Transport other(options(), clock);
        auto call = net::Iam(other).token(scope(), login);
        const auto token = test::outcome(call);
        return token && *token ? (*token)->token : QByteArray("none");
    }
};

QByteArray onePolicy(const QByteArray &name)
{
    return "{\"servers\":1,\"backups\":10,\"records\":0,\"policy_names\":[\"" + name + "\"]}";
}

/// One site to copy to, as \a region and \a project say more of it.
QByteArray oneTarget(const QByteArray &region, const QByteArray &project)
{
    return "{\"regions\":[{\"id\":\"cn-north-4\",\"targets\":[\"cn-south-1\"]},{\"id\":\"cn-south-1\"" + region +
           "}],\"projects\":[{\"name\":\"cn-north-4\",\"region\":\"cn-north-4\"},{\"name\":\"cn-south-1\",\"region\":"
           "\"cn-south-1\"" +
           project + "}],\"servers\":2,\"backups\":20,\"records\":0,\"policy_names\":[\"a-daily\"]}";
}

} // namespace

Q_DECLARE_METATYPE(SignIn)
Q_DECLARE_METATYPE(Operation::State)

class TestWireVerbs final : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    // ---- a policy

    void aPolicyIsReplicatedToItsEnd_data()
    {
        QTest::addColumn<SignIn>("way");
        QTest::addColumn<QByteArray>("scenario");
        QTest::addColumn<State>("end");
        for (const auto &[label, way] : ways) {
            QTest::addRow("%s, success", label) << way << QByteArray("company") << State::Succeeded;
            QTest::addRow("%s, failure in part", label) << way << onePolicy("fail-part-daily") << State::PartlyFailed;
            QTest::addRow("%s, failure", label) << way << onePolicy("fail-daily") << State::Failed;
        }
        QTest::newRow("all skipped") << SignIn::Password << onePolicy("skip-daily") << State::Succeeded;
    }
    void aPolicyIsReplicatedToItsEnd()
    {
        QFETCH(SignIn, way);
        QFETCH(QByteArray, scenario);
        QFETCH(State, end);
        House house(way, scenario);
        const QString policy =
            scenario == "company" ? QString::fromStdString(house.server.example("policy replicable")) : QString();
        const auto flow = house.policyFlow(policy);
        const int foreseen = flow->preview().count(models::ReplicatePolicyFlow::Fate::Copied) +
                             flow->preview().count(models::ReplicatePolicyFlow::Fate::MayBeCopied);
        QVERIFY(foreseen > 0);
        QVERIFY(flow->canConfirm());
        const quint64 id = flow->confirm();
        QCOMPARE(flow->confirm(), 0ULL);
        QTRY_VERIFY_WITH_TIMEOUT(house.endsInTime(id), patience);
        QCOMPARE(house.state(id), end);
        QCOMPARE(house.at(id).taken(), foreseen);
        QCOMPARE(house.at(id).parts.size(), foreseen); // what was foreseen is what came
        QCOMPARE(house.writes("replicate policy"), 1);
        QCOMPARE(house.server.writes(), 1);
        for (const OperationPart &part : house.at(id).parts) {
            QVERIFY(part.final && !part.server.isEmpty());
            QCOMPARE(part.failed, !part.code.isEmpty());
        }
        if (scenario != "company" || way == SignIn::Token) // a token is good for its own project only
            return;
        const auto seen = [&] {
            return std::ranges::all_of(house.at(id).parts, [](const OperationPart &part) {
                return part.skipped || part.check == OperationPart::Check::Exists;
            });
        };
        QTRY_VERIFY_WITH_TIMEOUT(seen(), patience); // each replica is in its region
    }

    void aLostPolicyAnswerIsSettledByLookingAgain_data()
    {
        QTest::addColumn<SignIn>("way");
        for (const auto &[label, way] : ways)
            QTest::newRow(label) << way;
    }
    void aLostPolicyAnswerIsSettledByLookingAgain()
    {
        QFETCH(SignIn, way);
        House house(way, onePolicy("skip-daily"));
        const auto flow = house.policyFlow();
        QVERIFY(house.server.fault("POST */replicate drop"));
        const quint64 id = flow->confirm();
        QTRY_COMPARE_WITH_TIMEOUT(house.state(id), State::InDoubt, patience);
        house.server.clearFaults();
        house.operations->lookAgain(id); // it was executed: the answer alone was lost
        QTRY_VERIFY_WITH_TIMEOUT(house.state(id) != State::InDoubt, patience);
        QCOMPARE(house.at(id).candidates, house.at(id).parts.size());
        QTRY_VERIFY_WITH_TIMEOUT(house.endsInTime(id), patience);
        QCOMPARE(house.state(id), State::Succeeded);
        QCOMPARE(house.at(id).taken(), house.at(id).candidates);
        QCOMPARE(house.writes("replicate policy"), 1);
        QCOMPARE(house.server.writes(), 1);
    }

    void anOrderThatWasNotCarriedOutIsSettledAsNotDone_data()
    {
        QTest::addColumn<bool>("ofPolicy");
        QTest::newRow("a policy") << true;
        QTest::newRow("a group") << false;
    }
    void anOrderThatWasNotCarriedOutIsSettledAsNotDone()
    {
        QFETCH(bool, ofPolicy);
        House house(SignIn::Password, onePolicy("a-daily"));
        QVERIFY(house.server.fault("POST /v1/* status=500")); // answered so, and not carried out
        const quint64 id = ofPolicy ? house.policyFlow()->confirm() : house.groupFlow(u"pg-new"_s)->confirm();
        QVERIFY(id != 0);
        QTRY_COMPARE_WITH_TIMEOUT(house.state(id), State::InDoubt, patience);
        house.server.clearFaults();
        house.operations->lookAgain(id);
        QTRY_COMPARE_WITH_TIMEOUT(house.at(id).looks, 1, patience);
        QCOMPARE(house.state(id), State::InDoubt); // it may still be on its way
        house.server.advance(std::chrono::minutes(2));
        house.operations->lookAgain(id);
        QTRY_COMPARE_WITH_TIMEOUT(house.state(id), State::SettledNotDone, patience);
        QCOMPARE(house.server.writes(), 1);
    }

    void aPolicyThatRunsAlreadyIsRefused()
    {
        House house(SignIn::Password, onePolicy("never-daily"));
        const quint64 first = house.policyFlow()->confirm();
        QTRY_COMPARE_WITH_TIMEOUT(house.state(first), State::Accepted, patience);
        house.server.advance(std::chrono::minutes(5));
        QTRY_COMPARE_WITH_TIMEOUT(house.state(first), State::Running, patience);
        const auto again = house.policyFlow();
        QVERIFY(again->warnings().contains(Reason{Code::ManualRunning, {}}));
        const quint64 second = again->confirm();
        QTRY_COMPARE_WITH_TIMEOUT(house.state(second), State::Refused, patience);
        QCOMPARE(house.told(second), u"CSBS.6031"_s);
        QCOMPARE(house.state(first), State::Running);
        QCOMPARE(house.writes("replicate policy"), 2); // two confirmations
    }

    void aRegionThatClosedMeanwhileIsRefused()
    {
        House house(SignIn::Password, oneTarget(",\"closes\":60", {}));
        const auto flow = house.policyFlow();
        QVERIFY(flow->canConfirm());
        house.server.advance(std::chrono::seconds(61));
        const quint64 id = flow->confirm();
        QTRY_COMPARE_WITH_TIMEOUT(house.state(id), State::Refused, patience);
        QCOMPARE(house.told(id), u"BackupService.1005"_s);
        QCOMPARE(house.writes("replicate policy"), 1);
        models::ReplicatePolicyFlow late(*house.transport, *house.operations, house.scope(), {});
        QTRY_COMPARE_WITH_TIMEOUT(late.stage(), Stage::Editing, patience);
        QVERIFY(late.regions().isEmpty());
        QVERIFY(!late.canConfirm());
    }

    void aProjectThatIsFullIsRefused()
    {
        House house(SignIn::Keys, oneTarget({}, ",\"full\":true"));
        const auto flow = house.policyFlow();
        QTRY_VERIFY_WITH_TIMEOUT(!flow->quotas().loading, patience);
        const QList<Reason> warnings = flow->warnings();
        QVERIFY(std::ranges::any_of(warnings, [](const Reason &reason) { return reason.code == Code::QuotaShort; }));
        const quint64 id = flow->confirm();
        QTRY_COMPARE_WITH_TIMEOUT(house.state(id), State::Refused, patience);
        QCOMPARE(house.told(id), u"CSBS.9006"_s);
        QCOMPARE(house.writes("replicate policy"), 1);
    }

    void aPolicyThatIsGoneIsRefused()
    {
        House house(SignIn::Password, onePolicy("a-daily"));
        const auto flow = house.policyFlow();
        models::Order order;
        order.draft = {.verb = &net::verbs::replicatePolicy,
                       .scope = house.scope(),
                       .values = {{u"policy_id"_s, u"5f0c2b1e-7a44-4a0c-9f65-1f3a0f6b7d10"_s},
                                  {u"destination_region"_s, flow->value(u"destination_region"_s)},
                                  {u"destination_project_id"_s, flow->value(u"destination_project_id"_s)}}};
        const quint64 id = house.operations->submit(order);
        QTRY_COMPARE_WITH_TIMEOUT(house.state(id), State::Refused, patience);
        QCOMPARE(house.told(id), u"CSBS.3000"_s);
        QCOMPARE(house.at(id).error->httpStatus, 404);
        QCOMPARE(house.writes("replicate policy"), 1);
    }

    // ---- a protection group

    void aGroupIsMadeToItsEnd_data()
    {
        QTest::addColumn<SignIn>("way");
        QTest::addColumn<QString>("name");
        QTest::addColumn<State>("end");
        QTest::addColumn<QString>("detail"); // the code of a failure
        for (const auto &[label, way] : ways) {
            QTest::addRow("%s, success", label) << way << u"核心-pg"_s << State::Succeeded << QString();
            QTest::addRow("%s, only a part says why", label) << way << u"fail-part-1"_s << State::Failed << u"SDRS.1014"_s;
        }
        QTest::newRow("failure") << SignIn::Password << u"will-fail"_s << State::Failed << u"SDRS.1014"_s;
        QTest::newRow("of an odd type") << SignIn::Password << u"odd-type-1"_s << State::Succeeded << QString();
    }
    void aGroupIsMadeToItsEnd()
    {
        QFETCH(SignIn, way);
        QFETCH(QString, name);
        QFETCH(State, end);
        QFETCH(QString, detail);
        House house(way);
        const auto flow = house.groupFlow(name);
        QVERIFY(flow->canConfirm());
        const quint64 id = flow->confirm();
        QCOMPARE(flow->confirm(), 0ULL);
        QTRY_VERIFY_WITH_TIMEOUT(house.endsInTime(id), patience);
        QCOMPARE(house.state(id), end);
        QVERIFY(!house.at(id).jobId.isEmpty());
        QCOMPARE(house.at(id).timeline.last().detail, detail.isEmpty() ? house.at(id).madeId : detail);
        QCOMPARE(house.writes("create group"), 1);
        QCOMPARE(house.server.writes(), 1);
        auto asked = net::Sdrs(*house.transport).groups(house.scope(), {.name = name});
        const auto groups = test::outcome(asked);
        QVERIFY(groups && *groups);
        QCOMPARE((*groups)->rows.size(), 1); // one, whatever became of it
        if (end == State::Succeeded)
            QCOMPARE((*groups)->rows.first().id, house.at(id).madeId);
    }

    void aJobThatNeverEndsIsLate()
    {
        House house;
        const quint64 id = house.groupFlow(u"never-1"_s)->confirm();
        QTRY_COMPARE_WITH_TIMEOUT(house.state(id), State::Accepted, patience);
        QVERIFY(!house.at(id).isLate(house.clock.nowUtc()));
        house.server.advance(std::chrono::minutes(11));
        QTRY_COMPARE_WITH_TIMEOUT(house.state(id), State::Running, patience);
        QTRY_VERIFY_WITH_TIMEOUT(house.at(id).isLate(house.transport->serverNow()), patience);
        QVERIFY(!house.at(id).isOver());
        QCOMPARE(house.writes("create group"), 1);
    }

    void aLostJobIsSettledByItsGroup()
    {
        House house;
        const quint64 id = house.groupFlow(u"lost-1"_s)->confirm();
        QTRY_COMPARE_WITH_TIMEOUT(house.state(id), State::SettledAccepted, patience); // by itself
        QVERIFY(house.at(id).jobId.isEmpty());
        QCOMPARE(house.at(id).candidates, 1);
        QTRY_VERIFY_WITH_TIMEOUT(house.endsInTime(id), patience);
        QCOMPARE(house.state(id), State::Succeeded);
        QCOMPARE(house.writes("create group"), 1);
    }

    void aLostCreationIsSettledByLookingAgain_data() { aLostPolicyAnswerIsSettledByLookingAgain_data(); }
    void aLostCreationIsSettledByLookingAgain()
    {
        QFETCH(SignIn, way);
        House house(way);
        const auto flow = house.groupFlow(u"pg-new"_s);
        QVERIFY(house.server.fault("POST */server-groups drop"));
        const quint64 id = flow->confirm();
        QTRY_COMPARE_WITH_TIMEOUT(house.state(id), State::InDoubt, patience);
        house.server.clearFaults();
        house.operations->lookAgain(id);
        QTRY_COMPARE_WITH_TIMEOUT(house.state(id), State::SettledAccepted, patience);
        QCOMPARE(house.at(id).candidates, 1);
        QTRY_VERIFY_WITH_TIMEOUT(house.endsInTime(id), patience);
        QCOMPARE(house.state(id), State::Succeeded);
        QCOMPARE(house.writes("create group"), 1);
        QCOMPARE(house.server.writes(), 1);
    }

    void aDomainThatSoldOutMeanwhileIsRefused()
    {
        House house;
        const auto flow = house.groupFlow(u"pg-new"_s);
        const auto sold = std::ranges::find(flow->domains(), true, &net::ActiveDomain::soldOut);
        QVERIFY(sold != flow->domains().end());
        models::Order order; // as a form would that was filled in before
        order.draft = {.verb = &net::verbs::createGroup,
                       .scope = house.scope(),
                       .values = {{u"name"_s, u"pg-new"_s},
                                  {u"source_availability_zone"_s, sold->localZone},
                                  {u"target_availability_zone"_s, sold->remoteZone},
                                  {u"domain_id"_s, sold->id},
                                  {u"source_vpc_id"_s, flow->value(u"source_vpc_id"_s)}}};
        const quint64 id = house.operations->submit(order);
        QTRY_COMPARE_WITH_TIMEOUT(house.state(id), State::Refused, patience);
        QCOMPARE(house.told(id), u"SDRS.0233"_s);
        QCOMPARE(house.writes("create group"), 1);
    }

    void aQuotaOfGroupsThatIsUsedUpIsRefused()
    {
        House house(SignIn::Password, R"({"records":10,"backups":10,"projects":[{"name":"cn-north-4","region":"cn-north-4",
            "full":true}]})");
        const auto flow = house.groupFlow(u"pg-new"_s);
        QCOMPARE(flow->warnings(), (QList{Reason{Code::QuotaShort, {u"1"_s, u"0"_s, u"server_groups"_s}}}));
        QVERIFY(flow->canConfirm()); // the service decides
        const quint64 id = flow->confirm();
        QTRY_COMPARE_WITH_TIMEOUT(house.state(id), State::Refused, patience);
        QCOMPARE(house.told(id), u"SDRS.0305"_s);
        QCOMPARE(house.writes("create group"), 1);
    }

    // ---- many

    void ofManyBackupsOneIsRefusedAndTheOthersGo()
    {
        House house(SignIn::Password, R"({"servers":2,"backups":40,"records":0,"policy_names":["a-daily"]})");
        auto asked = net::Csbs(*house.transport).backups(house.scope(), {.status = u"available"_s, .limit = 100});
        const auto page = test::outcome(asked);
        QVERIFY(page && *page);
        QList<net::Backup> four;
        for (const net::Backup &backup : (*page)->rows) {
            if (!net::eligible(backup) && four.size() < 4)
                four.append(backup);
        }
        QCOMPARE(four.size(), 4);
        models::ReplicateBackupFlow flow(*house.transport, *house.operations, house.scope(), four);
        QTRY_VERIFY_WITH_TIMEOUT(flow.stage() == Stage::Editing && flow.records().complete, patience);
        flow.set(u"name"_s, u"{backup}-dr"_s);
        QCOMPARE(flow.going(), four);
        QVERIFY(flow.canConfirm());
        models::Order order; // somebody is faster with the second one
        order.draft = {.verb = &net::verbs::replicateBackup,
                       .scope = house.scope(),
                       .target = {{u"checkpoint_item_id"_s, four.at(1).id}},
                       .values = {{u"destination_region"_s, flow.value(u"destination_region"_s)},
                                  {u"destination_project_id"_s, flow.value(u"destination_project_id"_s)}}};
        const quint64 other = house.operations->submit(order);
        QTRY_COMPARE_WITH_TIMEOUT(house.state(other), State::Accepted, patience);
        QVERIFY(flow.confirm() != 0);
        const QList<quint64> ids = house.operations->queue(flow.queueId())->operations;
        QCOMPARE(ids.size(), 4);
        QTRY_VERIFY_WITH_TIMEOUT(std::ranges::all_of(ids, [&](quint64 id) { return house.endsInTime(id); }), patience);
        QCOMPARE(house.state(ids.at(1)), State::Refused);
        QCOMPARE(house.told(ids.at(1)), u"BackupService.1009"_s);
        for (const qsizetype i : {0, 2, 3}) {
            QCOMPARE(house.at(ids.at(i)).taken(), 1);
            QVERIFY(house.state(ids.at(i)) == State::Succeeded || house.state(ids.at(i)) == State::Failed);
            QCOMPARE(house.at(ids.at(i)).targetName, four.at(i).name);
        }
        QCOMPARE(house.writes("replicate backup"), 5); // four, and the other one
        QCOMPARE(house.server.writes(), 5);
        QStringList paths; // in their order
        const auto requests = house.server.requests();
        for (const mock::Seen &seen : requests) {
            if (seen.method == "POST" && seen.target.ends_with("/replicate"))
                paths.append(QString::fromStdString(seen.target).section(u'/', -2, -2));
        }
        QCOMPARE(paths, QStringList({four.at(1).id, four.at(0).id, four.at(1).id, four.at(2).id, four.at(3).id}));
    }
};

QTEST_GUILESS_MAIN(TestWireVerbs)
#include "tst_wireverbs.moc"
