#include "models/listmodel.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace models;

namespace {

struct Row
{
    QString id{}, status{}, name{};
    qint64 size = -1, created = 0;
    Cell progress{.missing = true};
    bool named = true;

    net::ObjectKey key() const { return {{u"r"_s, u"p"_s}, id}; }
    bool moves() const { return status == u"moving"; }
    static const std::vector<ColumnOf<Row>> &columns()
    {
        static const std::vector<ColumnOf<Row>> columns{
            {.id = "status",
             .header = "Status",
             .kind = CellKind::State,
             .states = StateKind::Backup,
             .cell = [](const Row &row) { return Cell{.text = row.status}; }},
            {.id = "name",
             .header = "Name",
             .cell =
                 [](const Row &row) { return Cell{.text = row.name, .missing = row.name.isEmpty(), .notLoaded = !row.named}; }},
            {.id = "size",
             .header = "Size",
             .kind = CellKind::Size,
             .cell = [](const Row &row) { return Cell{.number = row.size, .missing = row.size < 0}; }},
            {.id = "created",
             .header = "Created",
             .kind = CellKind::Time,
             .cell = [](const Row &row) { return Cell{.number = row.created, .asSent = u"as sent"_s}; }},
            {.id = "progress",
             .header = "Progress",
             .kind = CellKind::Progress,
             .cell = [](const Row &row) { return row.progress; }},
        };
        return columns;
    }
    friend bool operator==(const Row &a, const Row &b)
    {
        return a.id == b.id && a.status == b.status && a.name == b.name && a.size == b.size && a.created == b.created &&
               a.progress.number == b.progress.number;
    }
};
enum Columns { StatusColumn, NameColumn, SizeColumn, CreatedColumn, ProgressColumn };

TablePtr table(const QList<Row> &rows) { return std::make_shared<RowTable<Row>>(rows); }

TablePtr named(const QString &ids, const QString &status = u"ok"_s)
{
    QList<Row> rows;
    for (const QChar c : ids)
        rows.append({.id = QString(c), .status = status, .name = QString(c)});
    return table(rows);
}

QList<int> all(const TablePtr &rows) { return arrange(*rows, {}).order; }

QString ids(const ListModel &model)
{
    QString out;
    for (int row = 0; row < model.rowCount(); ++row)
        out += model.key(row).id;
    return out;
}

QStringList idsOf(const TablePtr &rows, const QList<int> &order)
{
    QStringList out;
    for (const int row : order)
        out.append(rows->key(row).id);
    return out;
}

/// Which signals a model gave, in their order.
class Heard final : public QObject
{
public:
    explicit Heard(QAbstractItemModel &model)
    {
        connect(&model, &QAbstractItemModel::rowsInserted, this,
                [this](const QModelIndex &, int first, int last) { said.append(u"insert %1-%2"_s.arg(first).arg(last)); });
        connect(&model, &QAbstractItemModel::rowsRemoved, this,
                [this](const QModelIndex &, int first, int last) { said.append(u"remove %1-%2"_s.arg(first).arg(last)); });
        connect(&model, &QAbstractItemModel::layoutChanged, this, [this] { said.append(u"layout"_s); });
        connect(&model, &QAbstractItemModel::modelReset, this, [this] { said.append(u"reset"_s); });
        connect(&model, &QAbstractItemModel::dataChanged, this,
                [this](const QModelIndex &from, const QModelIndex &to, const QList<int> &roles) {
                    said.append(
                        (roles == QList<int>{ChangedRole} ? u"tint %1-%2"_s : u"data %1-%2"_s).arg(from.row()).arg(to.row()));
                });
    }
    QStringList take() { return std::exchange(said, {}); }
    QStringList said;
};

} // namespace

class TestListModel final : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void aSwapSaysJustWhatDiffers_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QStringList>("said");
        QTest::newRow("nothing") << u"abcd"_s << u"abcd"_s << QStringList{};
        QTest::newRow("new in front") << u"abcd"_s << u"xabcd"_s << QStringList{u"insert 0-0"_s};
        QTest::newRow("new at the end") << u"abcd"_s << u"abcdxy"_s << QStringList{u"insert 4-5"_s};
        QTest::newRow("new at two places") << u"abcd"_s << u"xabycd"_s << QStringList{u"insert 0-0"_s, u"insert 3-3"_s};
        QTest::newRow("gone from the middle") << u"abcd"_s << u"ad"_s << QStringList{u"remove 1-2"_s};
        QTest::newRow("gone from two places") << u"abcd"_s << u"bd"_s << QStringList{u"remove 2-2"_s, u"remove 0-0"_s};
        QTest::newRow("replaced") << u"abcd"_s << u"axcd"_s << QStringList{u"remove 1-1"_s, u"insert 1-1"_s};
        QTest::newRow("another order") << u"abcd"_s << u"dcba"_s << QStringList{u"layout"_s};
        QTest::newRow("all of it") << u"abcd"_s << u"dxb"_s << QStringList{u"layout"_s, u"remove 2-3"_s, u"insert 1-1"_s};
        QTest::newRow("all gone") << u"abcd"_s << u""_s << QStringList{u"remove 0-3"_s};
        QTest::newRow("first rows") << u""_s << u"abcd"_s << QStringList{u"insert 0-3"_s};
    }
    void aSwapSaysJustWhatDiffers()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        ListModel model(named(before));
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        Heard heard(model);
        const TablePtr next = named(after);
        model.swap(next, all(next));
        QCOMPARE(ids(model), after);
        QTEST(heard.said, "said");
    }

    void aChangedValueIsSaidForItsRowOnly()
    {
        ListModel model(named(u"abcd"_s));
        Heard heard(model);
        TablePtr next = table({{.id = u"a"_s, .status = u"ok"_s, .name = u"a"_s},
                               {.id = u"b"_s, .status = u"ok"_s, .name = u"B"_s},
                               {.id = u"c"_s, .status = u"ok"_s, .name = u"C"_s},
                               {.id = u"d"_s, .status = u"ok"_s, .name = u"d"_s}});
        model.swap(next, all(next));
        QCOMPARE(heard.take(), QStringList{u"data 1-2"_s});
        QCOMPARE(model.index(1, NameColumn).data().toString(), u"B"_s);
    }

    void manyScatteredRowsGoInOneChangeOfLayout()
    {
        QList<Row> few, many;
        for (int i = 0; i < 400; ++i) {
            many.append({.id = QString::number(i)});
            if (i % 2)
                few.append(many.last());
        }
        const TablePtr small = table(few), big = table(many);
        ListModel model(small);
        Heard heard(model);
        model.swap(big, all(big));
        QCOMPARE(heard.take(), (QStringList{u"insert 200-399"_s, u"layout"_s}));
        QCOMPARE(model.order(), all(big));
        model.swap(small, all(small));
        QCOMPARE(heard.take(), (QStringList{u"layout"_s, u"remove 200-399"_s}));
    }

    void indexesFollowTheirIdsThroughRandomSwaps()
    {
        QRandomGenerator random(20261122);
        ListModel model(table({}));
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        Heard heard(model);
        for (int round = 0; round < 300; ++round) {
            QList<Row> rows;
            for (int id = 0; id < 60; ++id) {
                if (random.bounded(3) > 0)
                    rows.append({.id = QString::number(id), .status = random.bounded(10) ? u"ok"_s : u"bad"_s});
            }
            const TablePtr next = table(rows);
            QList<int> order;
            for (int row = 0; row < next->rowCount(); ++row) {
                if (random.bounded(8) > 0)
                    order.append(row);
            }
            if (round % 3 == 0)
                std::shuffle(order.begin(), order.end(), random);

            QHash<QString, QPersistentModelIndex> held;
            for (int row = 0; row < model.rowCount(); ++row)
                held.insert(model.key(row).id, model.index(row, row % 5));
            const QHash<QString, QPersistentModelIndex> was = held;
            model.swap(next, order, round % 2);
            QCOMPARE(idsOf(model.table(), model.order()), idsOf(next, order));
            for (auto it = was.cbegin(); it != was.cend(); ++it) {
                const int row = model.rowOf({{u"r"_s, u"p"_s}, it.key()});
                QCOMPARE(it->isValid(), row >= 0);
                if (row >= 0) {
                    QCOMPARE(it->row(), row);
                    QCOMPARE(it->data(RecordKeyRole).value<net::ObjectKey>().id, it.key());
                }
            }
            QVERIFY(!heard.said.contains(u"reset"_s));
            heard.take();
            model.swap(table(rows), order); // another snapshot of the same
            heard.said.removeIf([](const QString &what) { return what.startsWith(u"tint"); });
            QCOMPARE(heard.take(), QStringList{});
        }
    }

    void rowsWithANewStateAreMarkedUntilCleared()
    {
        ListModel model(named(u""_s));
        TablePtr rows = named(u"abc"_s);
        model.swap(rows, all(rows));
        QVERIFY(!model.index(0, 0).data(ChangedRole).toBool()); // not the first rows
        rows = table({{.id = u"a"_s, .status = u"bad"_s, .name = u"a"_s},
                      {.id = u"b"_s, .status = u"ok"_s, .name = u"other"_s},
                      {.id = u"c"_s, .status = u"ok"_s, .name = u"c"_s},
                      {.id = u"d"_s, .status = u"ok"_s}});
        model.swap(rows, all(rows));
        QList<bool> marked;
        for (int row = 0; row < 4; ++row)
            marked.append(model.index(row, 0).data(ChangedRole).toBool());
        QCOMPARE(marked, (QList<bool>{true, false, false, true}));
        model.swap(rows, {3, 2, 1, 0}); // sorting keeps the marks
        QVERIFY(model.index(0, 0).data(ChangedRole).toBool());
        Heard heard(model);
        model.clearChanged();
        QCOMPARE(heard.take(), (QStringList{u"tint 0-0"_s, u"tint 3-3"_s}));
        QVERIFY(!model.index(0, 0).data(ChangedRole).toBool());
    }

    void atMostTwentyRowsAreMarked()
    {
        QList<Row> rows;
        for (int i = 0; i < 50; ++i)
            rows.append({.id = QString::number(i), .status = u"ok"_s});
        ListModel model(table(rows));
        for (Row &row : rows)
            row.status = u"bad"_s;
        const TablePtr next = table(rows);
        model.swap(next, all(next));
        int marked = 0;
        for (int row = 0; row < 50; ++row)
            marked += model.index(row, 0).data(ChangedRole).toBool();
        QCOMPARE(marked, 20);
    }

    void aRowThatOnlyPassesAnotherFilterIsNotMarked()
    {
        const TablePtr rows = named(u"abc"_s);
        ListModel model(rows);
        model.swap(rows, {0});
        const TablePtr next = named(u"abcd"_s);
        model.swap(next, all(next));
        QVERIFY(!model.index(1, 0).data(ChangedRole).toBool());
        QVERIFY(model.index(3, 0).data(ChangedRole).toBool());
    }

    void rolesTellTheDelegateWhatToDraw()
    {
        const TablePtr rows =
            table({{.id = u"a"_s, .status = u"ok"_s, .size = 5, .progress = {.number = 42, .phase = Cell::Phase::Moving}},
                   {.id = u"b"_s, .progress = {.number = -2, .phase = Cell::Phase::Moving}, .named = false},
                   {.id = u"c"_s, .progress = {.number = 300, .phase = Cell::Phase::Waiting}}});
        ListModel model(rows);
        const auto data = [&model](int row, int column, int role) { return model.index(row, column).data(role); };
        QCOMPARE(data(0, StatusColumn, CellKindRole).toInt(), int(CellKind::State));
        QCOMPARE(data(0, StatusColumn, StateKindRole).toInt(), int(StateKind::Backup));
        QCOMPARE(data(0, StatusColumn, StateWordRole).toString(), u"ok"_s);
        QVERIFY(!data(0, NameColumn, StateWordRole).isValid());
        QCOMPARE(data(0, SizeColumn, Qt::DisplayRole).toString(), u"5 MB"_s);
        QCOMPARE(data(0, SizeColumn, SortRole).toLongLong(), 5);
        QVERIFY(!data(1, SizeColumn, SortRole).isValid());
        QCOMPARE(data(0, ProgressColumn, ProgressRole).toInt(), 42);
        QCOMPARE(data(1, ProgressColumn, ProgressRole).toInt(), int(UnknownProgress));
        QCOMPARE(data(2, ProgressColumn, ProgressRole).toInt(), int(NoProgress));
        QCOMPARE(data(2, ProgressColumn, Qt::DisplayRole).toString(), u"waits 5 min"_s);
        QVERIFY(data(2, ProgressColumn, SecondaryRole).toBool());
        QVERIFY(!data(0, ProgressColumn, SecondaryRole).toBool());
        QCOMPARE(data(0, NameColumn, Qt::DisplayRole).toString(), u"—"_s);
        QCOMPARE(data(1, NameColumn, Qt::DisplayRole).toString(), u"not loaded"_s);
        QVERIFY(data(1, NameColumn, MissingRole).toBool());
        QCOMPARE(data(0, CreatedColumn, Qt::ToolTipRole).toString(), u"as sent"_s);
        QVERIFY(!data(0, NameColumn, Qt::ToolTipRole).isValid());
        QCOMPARE(data(0, SizeColumn, Qt::TextAlignmentRole).toInt(), int(Qt::AlignRight | Qt::AlignVCenter));
        QCOMPARE(data(0, CreatedColumn, Qt::TextAlignmentRole).toInt(), int(Qt::AlignLeft | Qt::AlignVCenter));
        QCOMPARE(model.headerData(SizeColumn, Qt::Horizontal).toString(), u"Size"_s);
        QCOMPARE(model.headerData(SizeColumn, Qt::Horizontal, ColumnIdRole).toString(), u"size"_s);
        QCOMPARE(model.columnOf("created"), int(CreatedColumn));
        QCOMPARE(model.columnOf("none"), -1);
    }

    void retranslatingAsksTextsAndHeadersAnew()
    {
        ListModel model(named(u"ab"_s));
        QSignalSpy headers(&model, &QAbstractItemModel::headerDataChanged), rows(&model, &QAbstractItemModel::dataChanged),
            texts(&model, &ListModel::textsChanged);
        model.setTextMaker([](const Column &, const Cell &) { return u"other"_s; });
        QCOMPARE(headers.size(), 1);
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.at(0).at(2).value<QList<int>>(), (QList<int>{Qt::DisplayRole, Qt::ToolTipRole}));
        QCOMPARE(texts.size(), 1);
        QCOMPARE(model.index(0, 0).data().toString(), u"other"_s);
    }

    void sortingIsLeftToTheOwner()
    {
        ListModel model(named(u"ab"_s));
        QSignalSpy asked(&model, &ListModel::sortRequested);
        Heard heard(model);
        model.sort(NameColumn, Qt::DescendingOrder);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(heard.said, QStringList{});
    }

    void rowsSortByTypedValuesWithMissingOnesLast_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<bool>("down");
        QTest::addColumn<QStringList>("order");
        QTest::newRow("size up") << int(SizeColumn) << false << QStringList{u"b"_s, u"a"_s, u"c"_s, u"d"_s, u"e"_s};
        QTest::newRow("size down") << int(SizeColumn) << true << QStringList{u"c"_s, u"a"_s, u"b"_s, u"d"_s, u"e"_s};
        QTest::newRow("text up") << int(NameColumn) << false << QStringList{u"b"_s, u"c"_s, u"a"_s, u"d"_s, u"e"_s};
        QTest::newRow("text down") << int(NameColumn) << true << QStringList{u"a"_s, u"c"_s, u"b"_s, u"d"_s, u"e"_s};
        QTest::newRow("state by rank") << int(StatusColumn) << false << QStringList{u"c"_s, u"a"_s, u"e"_s, u"b"_s, u"d"_s};
        QTest::newRow("as sent") << -1 << false << QStringList{u"e"_s, u"d"_s, u"c"_s, u"b"_s, u"a"_s};
    }
    void rowsSortByTypedValuesWithMissingOnesLast()
    {
        QFETCH(int, column);
        QFETCH(bool, down);
        const TablePtr rows = table({{.id = u"e"_s, .status = u"fine"_s},
                                     {.id = u"d"_s, .status = u"zzz"_s, .named = false},
                                     {.id = u"c"_s, .status = u"worst"_s, .name = u"beta"_s, .size = 100},
                                     {.id = u"b"_s, .status = u"unranked"_s, .name = u"Beta"_s, .size = 5},
                                     {.id = u"a"_s, .status = u"fine"_s, .name = u"gamma"_s, .size = 20}});
        const Arranged arranged = arrange(*rows, {.sortColumn = column,
                                                  .sortOrder = down ? Qt::DescendingOrder : Qt::AscendingOrder,
                                                  .ranks = {{StateKind::Backup, {{u"worst"_s, 0}, {u"fine"_s, 1}}}}});
        QTEST(idsOf(rows, arranged.order), "order");
    }

    void facetsCountTheRowsThatPassTheText()
    {
        const TablePtr rows = table({{.id = u"1"_s, .status = u"ok"_s, .name = u"x1"_s},
                                     {.id = u"2"_s, .status = u"bad"_s, .name = u"x2"_s},
                                     {.id = u"3"_s, .status = u"ok"_s, .name = u"y"_s},
                                     {.id = u"4"_s, .status = u"bad"_s, .name = u"x4"_s}});
        const Arranged arranged = arrange(*rows, {.filter = Filter::parse(u"name:x"_s, rows->columns()),
                                                  .facet = u"bad"_s,
                                                  .ranks = {{StateKind::Backup, {{u"ok"_s, 7}}}}});
        QCOMPARE(arranged.order, (QList<int>{1, 3}));
        QCOMPARE(arranged.facets.size(), 2);
        QCOMPARE(arranged.facets.at(0).word, u"ok"_s); // ranked ones first
        QCOMPARE(arranged.facets.at(0).count, 1);
        QCOMPARE(arranged.facets.at(1).count, 2);
    }

    void theFilterFindsWhatIsSeenAndWhatWasSent()
    {
        const TablePtr rows = named(u"a"_s, u"waiting_protect"_s);
        const auto finds = [&rows](const QString &typed) {
            const TextMaker maker = [](const Column &column, const Cell &cell) {
                return column.kind == CellKind::State ? u"Waits"_s : plainText(column, cell);
            };
            return !arrange(*rows, {.filter = Filter::parse(typed, rows->columns()), .textMaker = maker}).order.isEmpty();
        };
        QVERIFY(finds(u"status:waits"_s));
        QVERIFY(finds(u"status:waiting_protect"_s));
        QVERIFY(!finds(u"status:ok"_s));
    }
};

QTEST_GUILESS_MAIN(TestListModel)
#include "tst_listmodel.moc"
