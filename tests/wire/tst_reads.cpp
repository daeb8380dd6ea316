#include "wire/scene.h"

#include <QRegularExpression>
#include <QTcpServer>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace wire;
using net::ErrorKind;

namespace {

using Milliseconds = std::chrono::duration<double, std::milli>;

Milliseconds gap(const CountingServer &server, qsizetype before)
{
    const QList<Delivery> all = server.deliveries();
    return all.at(before + 1).at - all.at(before).at;
}

Step refusal(int status, const QByteArray &fields = {}, const QByteArray &body = "{}")
{
    Step step = answer(status, body);
    step.headers = fields;
    return step;
}

} // namespace

Q_DECLARE_METATYPE(Step)

/// What a read does on a bad network, as the server sees it.
class TestReads final : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void aReadIsTriedAsOftenAsItsFailureAllows_data()
    {
        QTest::addColumn<Step>("step");
        QTest::addColumn<int>("tries");
        QTest::addColumn<ErrorKind>("kind");
        const auto row = [](const char *name, const Step &step, int tries, ErrorKind kind) {
            QTest::newRow(name) << step << tries << kind;
        };
        using At = Step::At;
        using Kind = ErrorKind;
        row("cut after half of the answer", fin(At::HalfAnswer), 3, Kind::Offline);
        row("reset after the status line", reset(At::StatusLine), 3, Kind::Offline);
        row("hangs", hang(At::Body), 3, Kind::Timeout);
        row("400", refusal(400), 1, Kind::Rejected);
        row("401", refusal(401), 1, Kind::SignedOut);
        row("403", refusal(403), 1, Kind::Denied);
        row("404", refusal(404), 1, Kind::Missing);
        row("409", refusal(409), 1, Kind::Conflict);
        row("413", refusal(413), 1, Kind::Rejected);
        row("429", refusal(429), 3, Kind::Busy);
        row("500, a state here", refusal(500), 1, Kind::ServerFault);
        row("502", refusal(502), 3, Kind::ServerFault);
        row("503", refusal(503), 3, Kind::Busy);
        row("504", refusal(504), 3, Kind::ServerFault);
        row("501", refusal(501), 1, Kind::ServerFault);
        row("a page of HTML", refusal(200, {}, "<html></html>"), 1, Kind::BadReply);
        row("nothing", refusal(200, {}, {}), 1, Kind::BadReply);
        row("an hour's pause is for people", refusal(503, "Retry-After: 3600\r\n"), 1, Kind::Busy);
    }
    void aReadIsTriedAsOftenAsItsFailureAllows()
    {
        QFETCH(Step, step);
        for (const auto timeout : patience) {
            CountingServer server({step});
            auto options = optionsFor(server.url());
            options.timeout = step.then == Step::Then::Hang ? timeout : 0ms;
            const Outcome outcome = send(aRead(), options);
            if (isToBePatient(outcome, timeout, server.deliveries().size() / outcome.tries))
                continue;
            QCOMPARE(outcome.told, 1);
            QTEST(*outcome.kind, "kind");
            QCOMPARE(outcome.error.effect, net::Effect::None);
            QVERIFY(server.waitUntilQuiet());
            // Qt itself asks a dropped GET again on another connection: what counts is how often we did.
            QTEST(outcome.tries, "tries");
            QVERIFY(server.deliveries().size() >= outcome.tries);
            break;
        }
    }

    void thePauseGrowsAndIsNeverTwiceTheSame()
    {
        constexpr auto base = 200ms;
        QList<double> first;
        for (int i = 0; i < 8; ++i) {
            CountingServer server({refusal(503)});
            auto options = optionsFor(server.url());
            options.retryBase = base;
            QCOMPARE(send(aRead(), options).tries, 3);
            QVERIFY(gap(server, 0) >= 0.75 * Milliseconds(base));
            QVERIFY(gap(server, 1) >= 1.5 * Milliseconds(base));
            first.append(gap(server, 0).count());
        }
        const auto [least, most] = std::minmax_element(first.begin(), first.end());
        QVERIFY(*most - *least > 10); // of the 100 ms they may lie apart
    }

    void aReadWaitsAsLongAsItIsTold_data()
    {
        QTest::addColumn<Step>("step");
        QTest::newRow("429 and Retry-After") << refusal(429, "Retry-After: 2\r\n");
        QTest::newRow("503 and Retry-After") << refusal(503, "Retry-After: 2\r\n");
        QTest::newRow("the gateway's throttle names a second") << refusal(
            429, {},
            R"({"error_code":"APIG.0308","error_msg":"The throttling threshold has been reached: policy user over ratelimit,limit:5,time:1 second"})");
    }
    void aReadWaitsAsLongAsItIsTold()
    {
        QFETCH(Step, step);
        CountingServer server({step, answer(200)});
        const Outcome outcome = send(aRead(), optionsFor(server.url()));
        QCOMPARE(outcome.kind, std::nullopt);
        QCOMPARE(outcome.tries, 2);
        QVERIFY(gap(server, 0) >= Milliseconds(step.headers.isEmpty() ? 990ms : 1990ms));
    }

    void aPauseIsForTheHostAndNotForOthers()
    {
        CountingServer busy({refusal(429, "Retry-After: 2\r\n"), answer(200)});
        CountingServer idle({answer(200)});
        auto options = optionsFor(busy.url());
        options.endpoints.sdrs = idle.url().toString(QUrl::RemovePath);
        net::Transport transport(options, systemClock());
        transport.setCredential(net::ReadyToken{"tok-1"});
        int told = 0;
        std::vector<net::CallPtr<QString>> calls;
        const auto read = [&](net::Service service) {
            net::Request request = aRead();
            request.service = service;
            calls.push_back(transport.call<QString>(std::move(request), readJobId));
            calls.back()->then(this, [&told](const net::Result<QString> &result) { told += result.has_value() ? 1 : 0; });
        };
        read(net::Service::Csbs);
        QSignalSpy refused(&transport, &net::Transport::logged);
        QTRY_COMPARE_WITH_TIMEOUT(refused.size(), 1, 20000);
        for (int i = 0; i < 3; ++i) {
            read(net::Service::Csbs);
            read(net::Service::Sdrs);
        }
        QTRY_COMPARE_WITH_TIMEOUT(told, 7, 30000);
        const QList<Delivery> all = busy.deliveries();
        QCOMPARE(all.size(), 5);
        for (qsizetype i = 1; i < all.size(); ++i)
            QVERIFY(all.at(i).at - all.constFirst().at >= 1990ms); // the ones asked later, too
        QVERIFY(idle.deliveries().constLast().at - all.constFirst().at < all.at(1).at - all.constFirst().at);
    }

    void atMostFourAreUnderWayToOneHost()
    {
        CountingServer server({hang(Step::At::Body)});
        auto options = optionsFor(server.url());
        options.timeout = 60s;
        net::Transport transport(options, systemClock());
        transport.setCredential(net::ReadyToken{"tok-1"});
        std::vector<net::CallPtr<QString>> calls;
        calls.reserve(12);
        for (int i = 0; i < 12; ++i)
            calls.push_back(transport.call<QString>(aRead(), readJobId));
        QTRY_COMPARE_WITH_TIMEOUT(int(server.deliveries().size()), 4, 20000);
        QTest::qWait(300);
        QCOMPARE(int(server.deliveries().size()), 4);
    }

    void whatComesAfterACallWasLetGoFindsNobody_data()
    {
        QTest::addColumn<bool>("isWrite");
        QTest::newRow("read") << false;
        QTest::newRow("write") << true;
    }
    /// A refusal waits in the queue at the moment the call goes.
    void whatComesAfterACallWasLetGoFindsNobody()
    {
        QFETCH(bool, isWrite);
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        const QUrl url(u"http://127.0.0.1:%1"_s.arg(closed.serverPort()));
        closed.close();
        net::Transport transport(optionsFor(url), systemClock());
        transport.setCredential(net::ReadyToken{"tok-1"});
        for (int i = 0; i < 20; ++i) {
            bool isTold = false;
            auto call = transport.call<QString>(isWrite ? aWrite() : aRead(), readJobId);
            call->then(this, [&isTold](const net::Result<QString> &) { isTold = true; });
            const QSignalSpy sending(call.get(), &net::CallBase::sending);
            while (sending.isEmpty())
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            QThread::msleep(20); // Qt's thread goes on
            call.reset();
            QCoreApplication::processEvents();
            endConnections();
            QVERIFY(!isTold);
        }
    }
};

QTEST_GUILESS_MAIN(TestReads)
#include "tst_reads.moc"
