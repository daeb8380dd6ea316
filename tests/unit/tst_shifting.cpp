#include "models/listsession.h"
#include "models/recordtable.h"
#include "net/csbs.h"
#include "support/fakenetwork.h"

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QRandomGenerator>
#include <QTest>
#include <QUrlQuery>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using models::Freshness;

namespace {

/// The order in which the server gives its rows, and so where a new one stands.
enum class Order { NewestFirst, OldestFirst, ByName };

/// How the rows change between two pages.
struct Shifts
{
    int mostBorn = 0, mostGone = 0; ///< between two pages
    int born = 0, gone = 0;         ///< in all, or a list that grows as fast as it is read has no end
};

/// A list of records, paged by offset, that is another one at each page.
class ShiftingServer final : public QNetworkAccessManager
{
public:
    struct State
    {
        State(quint32 seed, Order inOrder, const Shifts &how) : random(seed), order(inOrder), shifts(how) {}

        void bear()
        {
            const QString id = u"%1-%2"_s.arg(random.bounded(1'000'000), 6, 10, QChar(u'0')).arg(++born);
            if (order == Order::NewestFirst)
                rows.prepend(id);
            else if (order == Order::OldestFirst)
                rows.append(id);
            else
                rows.insert(std::ranges::lower_bound(rows, id) - rows.begin(), id);
            everThere.insert(id);
        }
        void shift()
        {
            for (int more = random.bounded(shifts.mostBorn + 1); more > 0 && shifts.born > 0; --more) {
                --shifts.born;
                bear();
            }
            for (int less = random.bounded(shifts.mostGone + 1); less > 0 && !rows.isEmpty() && shifts.gone > 0; --less) {
                --shifts.gone;
                stayed.remove(rows.takeAt(random.bounded(rows.size())));
            }
        }
        QByteArray page(const QUrlQuery &query)
        {
            if (asked++ > 0)
                shift();
            QByteArrayList objects;
            const auto number = [&query](const QString &name) { return query.queryItemValue(name).toInt(); };
            for (const QString &id : rows.mid(number(u"offset"_s), number(u"limit"_s)))
                objects.append("{\"id\":\"" + id.toUtf8() + "\",\"status\":\"success\"}");
            return "{\"replication_records\":[" + objects.join(',') + "]" +
                   (tellsCount ? ",\"count\":" + QByteArray::number(rows.size()) : QByteArray()) + "}";
        }

        QRandomGenerator random;
        Order order;
        Shifts shifts;
        QStringList rows{};
        QSet<QString> everThere{}, stayed{};
        int born = 0, asked = 0;
        bool tellsCount = false;
    };
    explicit ShiftingServer(State &state) : m_state(state) {}

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request, QIODevice *body) override
    {
        Q_ASSERT(operation == GetOperation);
        return new test::ScriptedReply(request, {.body = m_state.page(QUrlQuery(request.url()))}, body, this);
    }

private:
    State &m_state;
};

} // namespace

Q_DECLARE_METATYPE(Order)
Q_DECLARE_METATYPE(Shifts)

/// Lists that change while they are read, page by page, through the real requests.
class TestShifting final : public QObject
{
    Q_OBJECT

    models::Worker m_worker;

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void whatStaysIsNeverMissedNorDoubled_data()
    {
        QTest::addColumn<Order>("order");
        QTest::addColumn<Shifts>("shifts");
        QTest::addColumn<bool>("mayBeMarked");
        const std::pair<const char *, Order> orders[] = {
            {"newest first", Order::NewestFirst}, {"oldest first", Order::OldestFirst}, {"by name", Order::ByName}};
        for (const auto &[name, order] : orders) {
            QTest::addRow("%s, quiet", name) << order << Shifts{} << false;
            QTest::addRow("%s, rows come", name) << order << Shifts{2, 0, 200, 0} << false;
            QTest::addRow("%s, rows go", name) << order << Shifts{0, 2, 0, 12} << false;
            QTest::addRow("%s, both", name) << order << Shifts{2, 2, 200, 12} << false;
            QTest::addRow("%s, in bursts", name) << order << Shifts{12, 12, 200, 200} << true;
        }
    }
    void whatStaysIsNeverMissedNorDoubled()
    {
        QFETCH(Order, order);
        QFETCH(Shifts, shifts);
        QFETCH(bool, mayBeMarked);
        constexpr int rounds = 40;
        for (quint32 seed = 1; seed <= rounds; ++seed) {
            ShiftingServer::State server(seed * 7919, order, shifts);
            for (int rows = server.random.bounded(0, 90); rows > 0; --rows)
                server.bear();
            server.stayed = server.everThere;
            server.tellsCount = server.random.bounded(2);

            test::FakeClock clock;
            net::Transport::Options options;
            options.endpoints = net::Endpoints::shared(u"https://cloud.example.com"_s);
            options.manager = [&server] { return std::make_unique<ShiftingServer>(server); };
            net::Transport transport(options, clock);
            transport.setCredential(net::ReadyToken{"tok-1"});
            const net::Csbs csbs(transport);
            models::ListOrigin origin = models::recordOrigin(
                [&csbs](const net::Query &, int offset, int limit) {
                    return csbs.replicationRecordsRaw(
                        test::scope, {{u"limit"_s, QString::number(limit)}, {u"offset"_s, QString::number(offset)}});
                },
                test::scope, {});
            origin.pageSize = server.random.bounded(4, 10);
            models::ListSession list({origin}, models::emptyRecordTable(), &m_worker, clock);
            list.setPace({.isOff = true});

            QEventLoop loop; // QTRY_VERIFY sleeps between its looks, which takes minutes over so many loads
            connect(&list, &models::ListSession::changed, &loop, [&list, &loop] {
                if (list.freshness().state != Freshness::State::Loading)
                    loop.quit();
            });
            list.refresh();
            loop.exec();

            const QByteArray label = "seed " + QByteArray::number(seed);
            QVERIFY2(list.freshness().state == Freshness::State::Fresh, label.constData());
            QVERIFY2(server.asked < 2000, label.constData());
            QSet<QString> seen;
            const models::TablePtr table = list.table();
            for (int row = 0; row < table->rowCount(); ++row)
                seen.insert(table->key(row).id);
            QVERIFY2(seen.size() == table->rowCount(), label.constData()); // none twice
            QVERIFY2(server.everThere.contains(seen), label.constData());  // none invented
            const bool isMarked = list.freshness().stoppedEarly;
            QVERIFY2(mayBeMarked || !isMarked, label.constData());
            QVERIFY2(isMarked || seen.contains(server.stayed), label.constData()); // none missed without a word
        }
    }
};

QTEST_GUILESS_MAIN(TestShifting)
#include "tst_shifting.moc"
