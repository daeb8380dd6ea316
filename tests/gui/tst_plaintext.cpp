#include "app/application.h"
#include "ui/celldelegate.h"
#include "ui/jobwindow.h"
#include "ui/listpage.h"
#include "ui/navigation.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QHeaderView>
#include <QInputMethodEvent>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QSet>
#include <QTabWidget>
#include <QTableView>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QTextDocumentFragment>
#include <QToolButton>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

#define WAIT_FOR(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, 20000) // what takes many requests

namespace {

/// Stands between the program and an endpoint, and writes into every text for people that passes: names, descriptions, messages,
/// reasons. What is written looks like markup, like an entity, like a place for an argument, turns the direction and rings.
class Taint final : public QTcpServer
{
public:
    explicit Taint(const QUrl &endpoint) : m_endpoint(endpoint)
    {
        if (!listen(QHostAddress::LocalHost))
            qFatal("%s", qPrintable(errorString()));
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *client = nextPendingConnection())
                serve(client);
        });
    }

    QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(serverPort()); }
    /// As it has to be seen again, whatever stands before and after it.
    static QString visible() { return QStringLiteral("<b>x</b>%1%2&amp;<img src="); }
    static QString mild() { return QStringLiteral("_R&D &amp; \"co\""); }
    QString text() const
    {
        return visible() + QStringLiteral("%1/taint.png><a href=\"%1/taint\">y</a>").arg(url()) + QChar(0x202e) + QChar(7);
    }
    void setMild(bool on) { m_mild = on; }       ///< nothing but what an escape that is shown makes ugly
    int written() const { return m_written; }    ///< texts
    int fetched() const { return m_fetched; }    ///< what only markup asks for
    void setFormula(bool on) { m_formula = on; } ///< in front, too

private:
    void serve(QTcpSocket *client)
    {
        client->setParent(this);
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        connect(client, &QTcpSocket::readyRead, this, [this, client] {
            QByteArray &bytes = m_read[client];
            bytes += client->readAll();
            for (;;) {
                const qsizetype whole = lengthOf(bytes);
                if (whole < 0 || bytes.size() < whole)
                    return;
                const QByteArray request = bytes.left(whole);
                bytes.remove(0, whole);
                if (request.left(request.indexOf('\r')).contains("/taint"))
                    ++m_fetched;
                pass(client, request);
            }
        });
        connect(client, &QObject::destroyed, this, [this, client] { m_read.remove(client); });
    }

    void pass(QTcpSocket *client, const QByteArray &request)
    {
        auto *server = new QTcpSocket(client);
        connect(server, &QTcpSocket::connected, server, [server, request] { server->write(request); });
        const bool isNames = request.left(request.indexOf('\r')).contains("/replication_capabilities"); // a name is the ID there
        connect(server, &QTcpSocket::readyRead, client, [this, client, server, isNames] {
            QByteArray bytes = server->peek(server->bytesAvailable());
            const qsizetype whole = lengthOf(bytes);
            if (whole < 0 || bytes.size() < whole)
                return;
            client->write(isNames ? bytes.left(whole) : tainted(bytes.left(whole)));
            server->disconnect();
            server->close();
            server->deleteLater();
        });
        connect(server, &QTcpSocket::disconnected, client, [client] { client->disconnectFromHost(); });
        server->connectToHost(m_endpoint.host(), quint16(m_endpoint.port()));
    }

    static qsizetype lengthOf(const QByteArray &bytes)
    {
        const qsizetype head = bytes.indexOf("\r\n\r\n");
        if (head < 0)
            return -1;
        const QByteArray fields = bytes.left(head).toLower();
        const qsizetype at = fields.indexOf("\r\ncontent-length:");
        return head + 4 + (at < 0 ? 0 : fields.mid(at + 17, fields.indexOf('\r', at + 17) - at - 17).trimmed().toLongLong());
    }

    QByteArray tainted(const QByteArray &answer)
    {
        const qsizetype head = answer.indexOf("\r\n\r\n");
        QJsonDocument json = QJsonDocument::fromJson(answer.mid(head + 4));
        if (json.isNull())
            return answer;
        if (json.isObject())
            json.setObject(write(json.object()));
        else
            json.setArray(write(json.array()));
        const QByteArray body = json.toJson(QJsonDocument::Compact);
        QByteArray fields;
        for (const QByteArray &line : answer.left(head).split('\n')) {
            if (!line.toLower().startsWith("content-length:"))
                fields += line.trimmed() + "\r\n";
        }
        return fields + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }

    QJsonValue write(const QString &key, const QJsonValue &value)
    {
        static const QSet<QString> forPeople{
            QStringLiteral("name"),        QStringLiteral("description"), QStringLiteral("Description"),
            QStringLiteral("message"),     QStringLiteral("error_msg"),   QStringLiteral("fail_reason"),
            QStringLiteral("fail_op"),     QStringLiteral("zh-cn"),       QStringLiteral("en-us"),
            QStringLiteral("domain_name"), QStringLiteral("pattern"),     QStringLiteral("resource_name"),
            QStringLiteral("unit"),        QStringLiteral("cidr"),        QStringLiteral("private_ip"),
            QStringLiteral("eip"),         QStringLiteral("server_type"), QStringLiteral("protection_type")};
        if (value.isObject())
            return write(value.toObject());
        if (value.isArray())
            return write(value.toArray());
        if (!value.isString() || value.toString().isEmpty() || !forPeople.contains(key))
            return value;
        ++m_written;
        if (m_mild)
            return value.toString() + mild();
        // A project is of the region that its name begins with, up to the first underscore.
        const bool isRegion = value.toString().startsWith(QStringLiteral("cn-")) && !value.toString().contains(u'_');
        return (m_formula ? QStringLiteral("=cmd()") : QString()) + value.toString() + (isRegion ? u"_"_s : QString()) + text();
    }
    QJsonObject write(QJsonObject object)
    {
        for (auto it = object.begin(); it != object.end(); ++it)
            *it = write(it.key(), it.value());
        return object;
    }
    QJsonArray write(QJsonArray array)
    {
        for (qsizetype i = 0; i < array.size(); ++i)
            array[i] = write({}, array.at(i));
        return array;
    }

    QUrl m_endpoint;
    QHash<QTcpSocket *, QByteArray> m_read;
    int m_written = 0, m_fetched = 0;
    bool m_formula = false, m_mild = false;
};

/// The program over an endpoint whose every text is spoiled.
struct Desk
{
    using State = models::Operation::State;

    explicit Desk(const QString &language, const std::vector<std::string> &faults = {})
        : server(endpoint(faults)), taint(start(server)), door(server.door())
    {
        app::Options options;
        options.language = language;
        options.theme = u"light"_s;
        options.endpoints = net::Endpoints::shared(taint.url());
        options.endpointsGiven = true;
        options.scopes = {{QString::fromStdString(door.region), QString::fromStdString(door.projectId)}};
        options.credential = net::PasswordLogin{QString::fromStdString(door.domain), QString::fromStdString(door.user),
                                                QByteArray::fromStdString(door.password)};
        program = std::make_unique<app::Application>(*qApp, options);
        program->setSecrets(std::make_unique<models::SessionSecrets>());
        program->setZone(QTimeZone(8 * 3600));
        if (const auto started = program->start(); !started)
            qFatal("%s", qPrintable(started.error()));
        program->session().operations.setPace({std::chrono::milliseconds(20), std::chrono::milliseconds(20)});
        program->window().resize(1280, 800);
    }
    static mock::Options endpoint(const std::vector<std::string> &faults)
    {
        mock::Options options;
        options.epoch = "2026-11-22T06:32:08Z";
        options.speed = 0;
        options.records = 300;
        options.faults = faults;
        return options;
    }
    static QUrl start(mock::Server &server)
    {
        std::string error;
        if (!server.start(&error))
            qFatal("%s", error.c_str());
        return QUrl(QString::fromStdString(server.door().url));
    }

    using Freshness = models::Freshness::State;
    bool loaded() const
    {
        return std::ranges::all_of(program->session().lists(), [](const models::ListSession *list) {
            return list->freshness().state == Freshness::Fresh || list->freshness().state == Freshness::Failed;
        });
    }
    template <typename T> T *find(const QString &name) const { return window().findChild<T *>(name); }
    ui::MainWindow &window() const { return program->window(); }
    QAbstractButton *button(const QWidget *in, const QString &name) const { return in->findChild<QAbstractButton *>(name); }
    void press(const QWidget *in, const QString &name) const { QTest::mouseClick(button(in, name), Qt::LeftButton); }
    /// What an action of the window opens.
    QWidget *open(const QString &action) const
    {
        find<QAction>(action)->trigger();
        QWidget *opened = nullptr;
        const auto look = [this, &opened] {
            const QWidgetList windows = QApplication::topLevelWidgets();
            const auto it = std::ranges::find_if(windows, [this](const QWidget *top) {
                return top->isVisible() && top != &window() && top->windowType() != Qt::ToolTip;
            });
            opened = it == windows.end() ? nullptr : *it;
            return opened != nullptr;
        };
        [&] { WAIT_FOR(look()); }();
        return opened;
    }
    void clickRow(const QString &page, int row, Qt::KeyboardModifiers with = {}) const
    {
        auto *table = find<QTableView>(u"table-"_s + page);
        const QModelIndex cell = table->model()->index(row, 1);
        table->scrollTo(cell);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, with, table->visualRect(cell).center());
    }
    int rowOf(const QString &page, const char *example) const
    {
        return window().page(page)->session().model()->rowOf(
            {program->session().place.first(), QString::fromStdString(server.example(example))});
    }
    bool isIn(State state) const
    {
        const auto &all = program->session().operations.all();
        return !all.isEmpty() && all.last().state == state;
    }
    static void close(QWidget *window)
    {
        const QPointer<QWidget> gone = window;
        window->close();
        [&] { WAIT_FOR(!gone || !gone->isVisible()); }();
    }

    mock::Server server;
    Taint taint;
    mock::Door door;
    std::unique_ptr<app::Application> program;
};

/// What a tool tip shows of a text.
QString shownTip(const QString &tip)
{
    return Qt::mightBeRichText(tip) ? QTextDocumentFragment::fromHtml(tip).toPlainText() : tip;
}

/// What a button or a label with a buddy shows of its text.
QString withoutMnemonics(QString text)
{
    static const QRegularExpression ampersand(u"&(.)"_s);
    return text.replace(ampersand, u"\\1"_s);
}

/// Looks at everything there is, and remembers what is wrong and how much that is spoiled it has met.
class Inspection
{
public:
    explicit Inspection(const QString &where) : m_where(where)
    {
        const QWidgetList all = QApplication::allWidgets();
        for (const QWidget *widget : all)
            look(*widget);
    }
    const QStringList &faults() const { return m_faults; }
    int met() const { return m_met; }

private:
    void fault(const QWidget &widget, const QString &what, const QString &text)
    {
        const QString line = u"%1: %2 of %3 \"%4\": %5"_s.arg(m_where, what, QLatin1StringView(widget.metaObject()->className()),
                                                              widget.objectName(), text.left(300));
        if (!m_faults.contains(line))
            m_faults.append(line);
    }
    /// \a shown: what an eye sees of it.
    void judge(const QWidget &widget, const QString &what, const QString &shown)
    {
        if (shown.contains(QChar(7)))
            fault(widget, what + u" with a control character"_s, shown);
        if (shown.contains(u"&lt;"_s) || shown.contains(u"&amp;amp;"_s))
            fault(widget, what + u" escaped once too often"_s, shown);
        m_met += int(shown.count(Taint::mild()));
        if (shown.contains("R&&D"_L1) || shown.contains("RD &"_L1) || shown.contains("&quot;"_L1))
            fault(widget, what + u" with the wrong ampersand"_s, shown);
        for (qsizetype at = shown.indexOf("x</b>"_L1); at >= 0; at = shown.indexOf("x</b>"_L1, at + 1)) {
            ++m_met;
            const QString piece = shown.mid(at - 3, Taint::visible().size());
            const qsizetype cut = piece.indexOf(u'…'); // which it may be
            if (at < 3 || !Taint::visible().startsWith(cut < 0 ? piece : piece.left(cut)))
                fault(widget, what + u" not as it was sent"_s, shown);
        }
    }
    void tip(const QWidget &widget, const QString &what, const QString &text)
    {
        if (text.isEmpty())
            return;
        if (Qt::mightBeRichText(text) && (text.contains("<b>x"_L1) || text.contains("<img"_L1) || text.contains("<a "_L1)))
            fault(widget, u"live markup in "_s + what, text);
        judge(widget, what, shownTip(text));
    }
    void look(const QWidget &widget)
    {
        tip(widget, u"tool tip"_s, widget.toolTip());
        tip(widget, u"what's this"_s, widget.whatsThis());
        judge(widget, u"status tip"_s, widget.statusTip());
        const QList<QAction *> actions = widget.actions();
        for (const QAction *action : actions) {
            tip(widget, u"tool tip of an action"_s, action->toolTip());
            tip(widget, u"what's this of an action"_s, action->whatsThis());
            judge(widget, u"text of an action"_s, withoutMnemonics(action->text()));
        }
        if (const auto *label = qobject_cast<const QLabel *>(&widget)) {
            if (label->textFormat() != Qt::PlainText && Qt::mightBeRichText(label->text()))
                fault(widget, u"live markup in the text"_s, label->text());
            judge(widget, u"text"_s, label->buddy() ? withoutMnemonics(label->text()) : label->text());
        } else if (const auto *button = qobject_cast<const QAbstractButton *>(&widget)) {
            judge(widget, u"text"_s, withoutMnemonics(button->text()));
        } else if (const auto *line = qobject_cast<const QLineEdit *>(&widget)) {
            judge(widget, u"text"_s, line->text());
        } else if (const auto *plain = qobject_cast<const QPlainTextEdit *>(&widget)) {
            judge(widget, u"text"_s, plain->toPlainText());
        } else if (const auto *rich = qobject_cast<const QTextEdit *>(&widget)) {
            if (rich->toHtml().contains("<img"_L1))
                fault(widget, u"live markup in the text"_s, rich->toHtml());
        } else if (const auto *view = qobject_cast<const QAbstractItemView *>(&widget)) {
            lookAtItems(*view);
        } else if (const auto *box = qobject_cast<const QComboBox *>(&widget)) {
            for (int i = 0; i < box->count(); ++i) { // its list is made when it is opened first
                judge(widget, u"choice"_s, box->itemText(i));
                tip(widget, u"tool tip of a choice"_s, box->itemData(i, Qt::ToolTipRole).toString());
            }
        } else if (const auto *tabs = qobject_cast<const QTabWidget *>(&widget)) {
            for (int i = 0; i < tabs->count(); ++i)
                tip(widget, u"tool tip of a tab"_s, tabs->tabToolTip(i));
        }
        if (widget.isWindow())
            judge(widget, u"title"_s, widget.windowTitle());
    }
    void lookAtItems(const QAbstractItemView &view)
    {
        const QAbstractItemModel *model = view.model();
        if (!model || qobject_cast<const QHeaderView *>(&view))
            return;
        for (const Qt::Orientation orientation : {Qt::Horizontal, Qt::Vertical}) {
            for (int at = 0; at < std::min(50, orientation == Qt::Horizontal ? model->columnCount() : model->rowCount()); ++at) {
                judge(view, u"header"_s, model->headerData(at, orientation).toString());
                tip(view, u"tool tip of a header"_s, model->headerData(at, orientation, Qt::ToolTipRole).toString());
            }
        }
        lookAtRows(view, {});
    }
    void lookAtRows(const QAbstractItemView &view, const QModelIndex &parent)
    {
        const QAbstractItemModel *model = view.model();
        for (int row = 0; row < std::min(60, model->rowCount(parent)); ++row) {
            for (int column = 0; column < model->columnCount(parent); ++column) {
                const QModelIndex cell = model->index(row, column, parent);
                judge(view, u"cell"_s, cell.data().toString());
                const QString told = cell.data(Qt::ToolTipRole).toString();
                if (dynamic_cast<const ui::CellDelegate *>(view.itemDelegateForIndex(cell))) // it escapes by itself
                    judge(view, u"tool tip of a cell"_s, told);
                else
                    tip(view, u"tool tip of a cell"_s, told);
                tip(view, u"what's this of a cell"_s, cell.data(Qt::WhatsThisRole).toString());
            }
            lookAtRows(view, model->index(row, 0, parent));
        }
    }

    QString m_where;
    QStringList m_faults;
    int m_met = 0;
};

#define INSPECT(where, least)                                                                                                    \
    do {                                                                                                                         \
        const Inspection found(where);                                                                                           \
        QVERIFY2(found.faults().isEmpty(), qPrintable(found.faults().join(u'\n')));                                              \
        QVERIFY2(found.met() >= (least), qPrintable(u"%1: only %2 spoiled texts are shown"_s.arg(where).arg(found.met())));      \
    } while (false)

} // namespace

/// Text from the server is shown as it was sent, wherever it is shown: never as markup, never as a place for something else.
class TestPlainText final : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void theInspectionSeesWhatIsWrong()
    {
        QWidget window;
        QLabel live(Taint::visible() + u">"_s, &window);
        QLabel cut(&window);
        cut.setTextFormat(Qt::PlainText);
        cut.setText(u"<b>x</b>two&amp;"_s); // as if arguments had gone into it
        QToolButton tipped(&window);
        tipped.setToolTip(Taint::visible());
        QToolButton twice(&window);
        twice.setToolTip(u"R&D"_s.toHtmlEscaped().toHtmlEscaped());
        QListWidget list(&window);
        list.addItem(u"one"_s);
        list.item(0)->setToolTip(Taint::visible());
        QCOMPARE(Inspection(u"here"_s).faults().size(), 5);
    }

    void everyPage_data() { languages(); }
    void everyPage()
    {
        QFETCH(QString, language);
        const Desk desk(language);
        WAIT_FOR(desk.loaded());
        for (const QString &page : {u"policies"_s, u"backups"_s, u"records"_s, u"groups"_s, u"drills"_s}) {
            desk.window().showPage(page);
            auto *table = desk.find<QTableView>(u"table-"_s + page);
            WAIT_FOR(table->isVisible() && table->model()->rowCount() > 0);
            const auto shows = [table] { // names come from other lists, later than the rows
                for (int row = 0; row < table->model()->rowCount(); ++row) {
                    for (int column = 0; column < table->model()->columnCount(); ++column) {
                        if (table->model()->index(row, column).data().toString().contains(Taint::visible()))
                            return true;
                    }
                }
                return false;
            };
            WAIT_FOR(shows());
            for (int row = 0; row < std::min(8, table->model()->rowCount()); ++row) {
                desk.clickRow(page, row);
                INSPECT(page, 5);
            }
        }
        desk.window().page(u"records"_s)->session().setFacet(u"fail"_s);
        WAIT_FOR(desk.window().page(u"records"_s)->session().counts().shown < 300);
        desk.window().showPage(u"records"_s);
        desk.clickRow(u"records"_s, 0);
        WAIT_FOR(desk.find<QWidget>(u"page-records"_s)->findChild<QLabel *>(u"serverSaid"_s));
        INSPECT(u"a record that failed"_s, 5);
        desk.window().showPage(u"overview"_s);
        WAIT_FOR(desk.program->session().overview.isSurveyed());
        INSPECT(u"overview"_s, 5);
        desk.window().resize(900, 700); // the rail, whose words are in tool tips
        INSPECT(u"rail"_s, 5);
        QCOMPARE(desk.taint.fetched(), 0);
        QVERIFY2(desk.taint.written() > 300, qPrintable(QString::number(desk.taint.written())));
    }

    void everyWindowBesideThePages_data() { languages(); }
    void everyWindowBesideThePages()
    {
        QFETCH(QString, language);
        const Desk desk(language);
        WAIT_FOR(desk.loaded());
        for (const QString &action : {u"preferences"_s, u"request-log"_s, u"about"_s, u"profiles"_s, u"service-limits"_s}) {
            QWidget *opened = desk.open(action);
            QVERIFY2(opened, qPrintable(action));
            if (action == "service-limits"_L1) {
                const models::ServiceFacts &facts = desk.program->session().facts;
                WAIT_FOR(std::ranges::all_of(models::ServiceFacts::parts, [&facts](models::ServiceFacts::Part part) {
                    return facts.freshness(part).state == models::Freshness::State::Fresh;
                }));
            }
            INSPECT(action, 1);
            Desk::close(opened);
        }
        auto *jobs = qobject_cast<ui::JobWindow *>(desk.open(u"look-up-job"_s));
        QVERIFY(jobs);
        auto *id = jobs->findChild<QLineEdit *>(u"job-id"_s);
        id->setText(QString::fromStdString(desk.server.example("job failed in a part")));
        desk.press(jobs, u"look"_s);
        WAIT_FOR(jobs->lookup().job());
        INSPECT(u"job"_s, 1);
        Desk::close(jobs);

        QTest::mouseClick(desk.find<ui::Navigation>(u"navigation"_s)->scopeButton(), Qt::LeftButton);
        WAIT_FOR(desk.find<QWidget>(u"scope-popup"_s));
        INSPECT(u"scope"_s, 1);
        Desk::close(desk.find<QWidget>(u"scope-popup"_s));
        QCOMPARE(desk.taint.fetched(), 0);
    }

    void everyVerb_data() { languages(); }
    void everyVerb()
    {
        QFETCH(QString, language);
        const Desk desk(language, {"POST */replicate error=400/CSBS.9006", "POST */server-groups error=400/SDRS.0305"});
        WAIT_FOR(desk.loaded());
        const auto refused = [&](QDialog *dialog, const QString &what) {
            INSPECT(what, 5);
            auto *tabs = dialog->findChild<QTabWidget *>();
            if (tabs->isVisible()) {
                tabs->setCurrentIndex(1); // the request
                INSPECT(what + u", request"_s, 5);
                tabs->setCurrentIndex(0);
            }
            WAIT_FOR(desk.button(dialog, u"confirm"_s)->isVisible() && desk.button(dialog, u"confirm"_s)->isEnabled());
            desk.press(dialog, u"confirm"_s);
            WAIT_FOR(desk.isIn(Desk::State::Refused));
            WAIT_FOR(std::ranges::any_of(dialog->findChildren<QLabel *>(u"serverSaid"_s), &QLabel::isVisible));
            INSPECT(what + u", refused"_s, 5);
            Desk::close(dialog);
            INSPECT(what + u", over"_s, 5);
        };
        const auto opened = [&](const QString &page, const QString &name) {
            desk.window().showPage(page);
            [&] { WAIT_FOR(desk.button(desk.find<QWidget>(u"page-"_s + page), u"verb"_s)->isEnabled()); }();
            desk.press(desk.find<QWidget>(u"page-"_s + page), u"verb"_s);
            [&] { WAIT_FOR(desk.find<QDialog>(name)); }();
            return desk.find<QDialog>(name);
        };
        const auto place = [&](const QDialog *dialog) { // no project bears the name of its region any more
            for (const QString &name : {u"destination_region"_s, u"destination_project_id"_s}) {
                auto *box = dialog->findChild<QComboBox *>(name);
                WAIT_FOR(box->count() > 0);
                QTest::keyClick(box, Qt::Key_End);
                QTest::keyClick(box, Qt::Key_Home);
                QVERIFY(box->currentIndex() >= 0);
            }
        };

        desk.window().showPage(u"backups"_s);
        WAIT_FOR(desk.rowOf(u"backups"_s, "replicable") >= 0);
        desk.clickRow(u"backups"_s, desk.rowOf(u"backups"_s, "replicable"));
        QDialog *one = opened(u"backups"_s, u"replicate-backup"_s);
        QVERIFY(one);
        place(one);
        one->findChild<QLineEdit *>(u"name"_s)->selectAll();
        QTest::keyClicks(one->findChild<QLineEdit *>(u"name"_s), u"dr-copy"_s);
        refused(one, u"replicate backup"_s);

        WAIT_FOR(desk.rowOf(u"backups"_s, "replicable") >= 0);
        const int row = desk.rowOf(u"backups"_s, "replicable");
        desk.clickRow(u"backups"_s, row);
        desk.clickRow(u"backups"_s, row == 0 ? 1 : row - 1, Qt::ControlModifier);
        QDialog *many = opened(u"backups"_s, u"replicate-backups"_s);
        QVERIFY(many);
        place(many);
        INSPECT(u"replicate backups"_s, 5);
        Desk::close(many);

        desk.window().showPage(u"policies"_s);
        desk.clickRow(u"policies"_s, desk.rowOf(u"policies"_s, "policy replicable"));
        QDialog *policy = opened(u"policies"_s, u"replicate-policy"_s);
        QVERIFY(policy);
        place(policy);
        refused(policy, u"replicate policy"_s);

        QDialog *group = opened(u"groups"_s, u"create-protection-group"_s);
        QVERIFY(group);
        const auto *domains = group->findChild<QTableView *>(u"domains"_s);
        WAIT_FOR(domains->model()->rowCount() > 0 && desk.button(group, u"next"_s)->isEnabled());
        INSPECT(u"domains"_s, 1);
        desk.press(group, u"next"_s);
        desk.press(group, u"next"_s);
        auto *vpcs = group->findChild<QTableView *>(u"vpcs"_s);
        WAIT_FOR(vpcs->model()->rowCount() > 0);
        INSPECT(u"VPCs"_s, 1);
        for (int at = 0; at < vpcs->model()->rowCount() && !vpcs->currentIndex().isValid(); ++at)
            QTest::mouseClick(vpcs->viewport(), Qt::LeftButton, {}, vpcs->visualRect(vpcs->model()->index(at, 0)).center());
        desk.press(group, u"next"_s);
        QTest::keyClicks(group->findChild<QLineEdit *>(u"name"_s), u"pg-plain"_s);
        desk.press(group, u"next"_s);
        refused(group, u"create group"_s);

        desk.window().showPage(u"operations"_s);
        auto *table = desk.find<QTableView>(u"table-operations"_s);
        WAIT_FOR(table->model()->rowCount() == 3);
        for (int at = 0; at < 3; ++at) {
            desk.clickRow(u"operations"_s, at);
            INSPECT(u"operations"_s, 5);
        }
        QCOMPARE(desk.taint.fetched(), 0);
        QCOMPARE(desk.server.writes(), 3);
    }

    void everyRefusal_data() { languages(); }
    void everyRefusal()
    {
        QFETCH(QString, language);
        const Desk desk(language, {"GET */policies error=400/CSBS.6031", "GET */checkpoint_items status=403",
                                   "GET */server-groups error=400/SDRS.0305", "GET */quotas status=403"});
        WAIT_FOR(desk.loaded());
        for (const QString &page : {u"policies"_s, u"backups"_s, u"groups"_s}) {
            desk.window().showPage(page);
            WAIT_FOR(desk.window().page(page)->session().freshness().state == models::Freshness::State::Failed);
            INSPECT(page, 1);
            QTest::mouseClick(desk.find<QWidget>(u"page-"_s + page)->findChild<QToolButton *>(u"freshness"_s), Qt::LeftButton);
            WAIT_FOR(desk.find<QDialog>(u"refresh-details"_s));
            INSPECT(page + u", details"_s, 1);
            Desk::close(desk.find<QDialog>(u"refresh-details"_s));
        }
        desk.window().showPage(u"overview"_s);
        INSPECT(u"overview"_s, 1);
        QTest::mouseClick(desk.find<ui::Navigation>(u"navigation"_s)->scopeButton(), Qt::LeftButton);
        WAIT_FOR(desk.find<QWidget>(u"scope-popup"_s));
        INSPECT(u"scope"_s, 1);

        const Desk out(language, {"POST */v3/auth/tokens status=401"});
        WAIT_FOR(out.find<QWidget>(u"sign-in-trouble"_s)->isVisible());
        INSPECT(u"signed out"_s, 1);
        QCOMPARE(desk.taint.fetched() + out.taint.fetched(), 0);
    }

    void anAmpersandIsOne_data() { languages(); }
    void anAmpersandIsOne()
    {
        QFETCH(QString, language);
        Desk desk(language);
        desk.taint.setMild(true);
        WAIT_FOR(desk.loaded());
        for (const QString &page : {u"policies"_s, u"backups"_s, u"records"_s, u"groups"_s, u"drills"_s}) {
            desk.window().showPage(page);
            WAIT_FOR(desk.find<QTableView>(u"table-"_s + page)->model()->rowCount() > 0);
            desk.clickRow(page, 0);
            INSPECT(page, 5);
        }
        desk.window().resize(900, 700);
        WAIT_FOR(desk.program->session()
                     .place.names()
                     ->get()
                     ->value(desk.program->session().place.first().projectId)
                     .contains(Taint::mild()));
        INSPECT(u"rail"_s, 5);
        QTest::mouseClick(desk.find<ui::Navigation>(u"navigation"_s)->scopeButton(), Qt::LeftButton);
        WAIT_FOR(desk.find<QWidget>(u"scope-popup"_s));
        INSPECT(u"scope"_s, 5);
        Desk::close(desk.find<QWidget>(u"scope-popup"_s));
        desk.window().showPage(u"policies"_s);
        desk.clickRow(u"policies"_s, 0);
        desk.press(desk.find<QWidget>(u"page-policies"_s), u"verb"_s);
        WAIT_FOR(desk.find<QDialog>(u"replicate-policy"_s));
        auto *project = desk.find<QDialog>(u"replicate-policy"_s)->findChild<QComboBox *>(u"destination_project_id"_s);
        WAIT_FOR(project->count() > 0);
        INSPECT(u"replicate policy"_s, 5);
    }

    void whatIsCopiedIsNoFormula()
    {
        Desk desk(u"en"_s);
        desk.taint.setFormula(true); // the sign-in alone may have passed, which is shown nowhere
        WAIT_FOR(desk.loaded());
        for (const QString &page : {u"policies"_s, u"backups"_s, u"groups"_s}) {
            desk.window().showPage(page);
            WAIT_FOR(desk.find<QTableView>(u"table-"_s + page)->model()->rowCount() > 0);
            for (const QString &action : {u"copy-csv"_s, u"copy-text"_s}) {
                desk.find<QTableView>(u"table-"_s + page)->setFocus();
                desk.find<QAction>(u"select-all"_s)->trigger();
                QApplication::clipboard()->clear();
                desk.find<QAction>(action)->trigger();
                WAIT_FOR(QApplication::clipboard()->text().contains("=cmd()"_L1));
                // Of each cell: nothing but a quotation mark or an apostrophe stands before it.
                static const QRegularExpression formula(u"(?:^|[,\t\n])\"?[=+@\t]"_s, QRegularExpression::MultilineOption);
                const QRegularExpressionMatch found = formula.match(QApplication::clipboard()->text());
                QVERIFY2(!found.hasMatch(), qPrintable(QApplication::clipboard()->text().mid(found.capturedStart(), 60)));
            }
        }
    }

private:
    static void languages()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << u"en"_s;
        QTest::newRow("Chinese") << u"zh_CN"_s;
    }
};

int main(int argc, char **argv)
{
    const QTemporaryDir home; // of settings, state and log: never the user's
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(home.filePath(u"config"_s)));
    qputenv("XDG_STATE_HOME", QFile::encodeName(home.filePath(u"state"_s)));
    qputenv("XDG_DATA_HOME", QFile::encodeName(home.filePath(u"data"_s)));
    QCoreApplication::setApplicationName(u"ballast-test"_s);
    const QApplication application(argc, argv);
    TestPlainText test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_plaintext.moc"
