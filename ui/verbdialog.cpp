#include "ui/verbdialog.h"

#include "ui/appstyle.h"
#include "ui/errortext.h"
#include "ui/formats.h"
#include "ui/formrow.h"
#include "ui/labels.h"
#include "ui/messagebar.h"
#include "ui/operationview.h"
#include "ui/requesttab.h"
#include "ui/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSet>
#include <QTabWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

using Stage = models::Flow::Stage;

constexpr int settleMs = 300; // of quiet before a value is judged

} // namespace

/// The widgets; what is filled in lives in the flow.
struct VerbDialog::Private
{
    Private(std::unique_ptr<models::Flow> draft, models::Operations &owner, const QTimeZone &timeZone)
        : flow(std::move(draft)), operations(owner), zone(timeZone)
    {
    }

    std::unique_ptr<models::Flow> flow;
    models::Operations &operations;
    QTimeZone zone;

    QScrollArea *scroll = nullptr; // low screens and long messages
    QWidget *form = nullptr;
    QBoxLayout *all = nullptr, *top = nullptr, *below = nullptr, *footer = nullptr;
    QLabel *inputs = nullptr; // what was sent, in one line
    QHash<QString, FormRow *> rows;
    QHash<QString, QWidget *> widgets;
    QTabWidget *tabs = nullptr;
    MessageBar *trouble = nullptr, *preview = nullptr;
    RequestTab *request = nullptr;
    OperationView *outcome = nullptr;
    QLabel *once = nullptr;
    QPushButton *cancel = nullptr, *confirmButton = nullptr, *close = nullptr;

    QSet<QString> pending;            // fields being typed in
    QHash<QString, QString> problems; // as last judged
    QTimer settle;
    QElapsedTimer sinceSent;
    QString told; // what `trouble` shows
    bool rendering = false;
    bool wasSent = false;
};

VerbDialog::VerbDialog(std::unique_ptr<models::Flow> flow, models::Operations &operations, net::Transport &transport,
                       const QTimeZone &zone, QWidget *parent)
    : QDialog(parent), d(std::make_unique<Private>(std::move(flow), operations, zone))
{
    setObjectName(QString::fromLatin1(d->flow->verb().id));
    d->settle.setSingleShot(true);
    d->settle.setInterval(settleMs);

    d->scroll = new QScrollArea(this);
    d->form = new QWidget;
    d->scroll->setWidget(d->form);
    d->scroll->setWidgetResizable(true);
    d->scroll->setFrameShape(QFrame::NoFrame);
    d->scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    d->scroll->setFocusPolicy(Qt::NoFocus);
    d->trouble = new MessageBar(d->form);
    d->trouble->setObjectName(u"trouble"_s);

    d->tabs = new QTabWidget(d->form);
    auto *first = new QWidget(d->tabs);
    d->preview = new MessageBar(first);
    d->preview->setObjectName(u"preview"_s);
    d->below = new QVBoxLayout(first);
    d->below->setContentsMargins(0, 8, 0, 0);
    d->below->setSpacing(8);
    d->below->addWidget(d->preview);
    d->request = new RequestTab(transport, d->tabs);
    d->tabs->setDocumentMode(true);
    d->tabs->addTab(first, {});
    d->tabs->addTab(d->request, {});

    auto *formLayout = new QVBoxLayout(d->form);
    formLayout->setContentsMargins(0, 0, 0, 0);
    formLayout->setSpacing(6);
    formLayout->addWidget(d->trouble);
    d->top = new QVBoxLayout;
    d->top->setSpacing(6);
    formLayout->addLayout(d->top);
    formLayout->addWidget(d->tabs, 1);
    formLayout->addStretch(); // where there are no tabs

    d->inputs = wrappedLabel(this, u"inputs"_s);
    d->outcome = new OperationView(operations, transport, zone, this);
    d->outcome->setObjectName(u"operation"_s);

    d->once = new QLabel(this);
    d->once->setTextFormat(Qt::PlainText);
    d->once->setWordWrap(true);
    d->once->setMinimumWidth(40);
    d->cancel = new QPushButton(this);
    d->confirmButton = new QPushButton(this);
    d->close = new QPushButton(this);
    d->cancel->setObjectName(u"cancel"_s);
    d->confirmButton->setObjectName(u"confirm"_s);
    d->close->setObjectName(u"close"_s);
    for (QPushButton *button : {d->cancel, d->close})
        button->setAutoDefault(false);
    makePrimary(d->confirmButton);
    makePrimary(d->close);
    auto *bottom = new QHBoxLayout;
    bottom->setSpacing(8);
    bottom->addWidget(d->once, 1);
    bottom->addWidget(d->cancel);
    d->footer = new QHBoxLayout;
    d->footer->setSpacing(8);
    bottom->addLayout(d->footer);
    bottom->addWidget(d->confirmButton);
    bottom->addWidget(d->close);

    d->all = new QVBoxLayout(this);
    d->all->setContentsMargins(16, 16, 16, 16);
    d->all->setSpacing(12);
    d->all->addWidget(d->scroll, 1);
    d->all->addWidget(d->inputs);
    d->all->addWidget(d->outcome, 1);
    d->all->addLayout(bottom);
    d->inputs->hide();
    d->outcome->hide();
    d->close->hide();
    resize(760, 580);
}

VerbDialog::~VerbDialog() = default;

models::Flow &VerbDialog::draft() const { return *d->flow; }
models::Operations &VerbDialog::operations() const { return d->operations; }
const QTimeZone &VerbDialog::zone() const { return d->zone; }
QWidget *VerbDialog::form() const { return d->form; }
QBoxLayout *VerbDialog::top() const { return d->top; }
QTabWidget *VerbDialog::tabs() const { return d->tabs; }
MessageBar *VerbDialog::preview() const { return d->preview; }
QBoxLayout *VerbDialog::below() const { return d->below; }
QBoxLayout *VerbDialog::footer() const { return d->footer; }
FormRow *VerbDialog::row(const QString &field) const { return d->rows.value(field); }
bool VerbDialog::isRendering() const { return d->rendering; }

void VerbDialog::addField(const QString &field, FormRow *row, QWidget *widget)
{
    widget->setObjectName(field);
    widget->installEventFilter(this);
    d->rows.insert(field, row);
    d->widgets.insert(field, widget);
}

FormRow *VerbDialog::addText(const QString &field, QLineEdit *line)
{
    auto *row = new FormRow({}, line, d->form);
    addField(field, row, line);
    connect(line, &QLineEdit::textEdited, this, [this, field](const QString &text) {
        edited(field);
        d->flow->set(field, text);
    });
    return row;
}

void VerbDialog::start()
{
    connect(d->flow.get(), &models::Flow::changed, this, &VerbDialog::render);
    const auto isOurs = [this](quint64 id) { // or of the same queue
        const models::Operation *own = d->flow->operation(), *changed = d->operations.find(id);
        return own && changed && (own->id == id || (own->queue != 0 && own->queue == changed->queue));
    };
    connect(&d->operations, &models::Operations::changed, this, [this, isOurs](quint64 id) {
        if (isOurs(id))
            renderFooter();
    });
    connect(&d->operations, &models::Operations::queueChanged, this, [this](quint64 queueId) {
        if (const models::Operation *own = d->flow->operation(); own && own->queue == queueId)
            renderFooter();
    });
    connect(&d->settle, &QTimer::timeout, this, &VerbDialog::judgePending);
    connect(d->confirmButton, &QPushButton::clicked, this, &VerbDialog::confirm);
    connect(d->cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(d->close, &QPushButton::clicked, this, &QDialog::accept);
    connect(d->outcome, &OperationView::objectWanted, this, &VerbDialog::objectWanted);
    connect(d->outcome, &OperationView::anewWanted, this, [this](quint64 id) {
        accept();
        emit anewWanted(id);
    });
    for (QObject *guarded : std::initializer_list<QObject *>{d->confirmButton, d->close, this})
        guarded->installEventFilter(this);
    retranslate();
}

bool VerbDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut && d->pending.contains(watched->objectName()))
        judgePending();
    // What stands where the verb stood is not to be hit by what was meant for the verb: Enter held down or struck twice, the
    // second half of a double click.
    const bool justSent = d->sinceSent.isValid() && d->sinceSent.elapsed() < QApplication::doubleClickInterval();
    if (event->type() == QEvent::KeyPress && (watched == this || watched == d->confirmButton || watched == d->close)) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enters = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter || key->key() == Qt::Key_Space;
        if (enters && (key->isAutoRepeat() || justSent))
            return true;
    }
    // The second half says itself what it is, however late a busy program comes to it.
    const bool secondHalf = event->type() == QEvent::MouseButtonDblClick && d->sinceSent.isValid();
    if (watched == d->close && (secondHalf || (justSent && event->type() == QEvent::MouseButtonPress)))
        return true;
    return QDialog::eventFilter(watched, event);
}

void VerbDialog::edited(const QString &field)
{
    d->pending.insert(field);
    d->settle.start();
}

void VerbDialog::judge(const QString &field)
{
    d->pending.remove(field);
    d->problems.insert(field, ErrorText::reason(d->flow->problem(field)));
    renderField(field);
}

void VerbDialog::judgePending()
{
    const QSet<QString> fields = std::exchange(d->pending, {});
    for (const QString &field : fields)
        judge(field);
}

void VerbDialog::goTo(const QString &field)
{
    if (QWidget *widget = d->widgets.value(field))
        widget->setFocus(Qt::OtherFocusReason);
}

void VerbDialog::confirm()
{
    if (d->flow->stage() == Stage::Submitted || d->flow->waits() || d->flow->obstacle())
        return;
    if (const QString wrong = d->flow->firstProblem(); !wrong.isEmpty()) {
        for (auto it = d->rows.cbegin(); it != d->rows.cend(); ++it)
            judge(it.key());
        goTo(wrong);
        return;
    }
    d->confirmButton->setEnabled(false);
    d->sinceSent.start();
    if (d->flow->confirm() == 0)
        d->sinceSent.invalidate();
    render();
    if (d->flow->stage() == Stage::Submitted)
        d->close->setFocus(Qt::OtherFocusReason);
}

QString VerbDialog::place(const net::Scope &scope, const QList<net::Project> &known) const
{
    QString shown = formats::plain(scope.projectId);
    for (const net::Project &candidate : known) {
        if (candidate.id == scope.projectId && !candidate.name.isEmpty())
            shown = formats::plain(candidate.name);
    }
    //: %1 is a region, %2 a project
    return tr("%1 / %2").arg(scope.region.isEmpty() ? formats::none() : formats::plain(scope.region),
                             shown.isEmpty() ? formats::none() : shown);
}

void VerbDialog::retranslate()
{
    setWindowTitle(words().title);
    d->tabs->setTabText(0, tr("&What will happen"));
    d->tabs->setTabText(1, tr("&Request"));
    d->tabs->setAccessibleName(tr("Preview"));
    d->once->setText(tr("Sent once. Nothing is sent again by itself."));
    d->cancel->setText(tr("Cancel"));
    retranslateForm();
    for (auto it = d->problems.begin(); it != d->problems.end(); ++it)
        *it = ErrorText::reason(d->flow->problem(it.key()));
    d->told.clear();
    restyle();
    render();
}

void VerbDialog::restyle()
{
    QPalette quiet; // only what is set in it overrides: the rest goes on following the theme
    quiet.setColor(QPalette::WindowText, Theme::secondary(palette()));
    d->once->setPalette(quiet);
    restyleForm();
}

void VerbDialog::render()
{
    const bool isSent = d->flow->stage() == Stage::Submitted;
    d->scroll->setVisible(!isSent);
    d->inputs->setVisible(isSent);
    if (isSent) {
        d->inputs->setText(inputs().join(u" · "_s));
        if (!std::exchange(d->wasSent, true)) {
            sent();
            if (QWidget *own = makeOutcome()) {
                d->all->replaceWidget(d->outcome, own);
            } else {
                d->outcome->setVisible(true);
                d->outcome->show(d->flow->operationId());
            }
        }
    } else {
        d->rendering = true;
        renderForm();
        for (auto it = d->rows.cbegin(); it != d->rows.cend(); ++it)
            renderField(it.key());
        renderMessages();
        d->request->setRequest(d->flow->request());
        d->rendering = false;
    }
    renderFooter();
}

void VerbDialog::renderField(const QString &field)
{
    FormRow *row = d->rows.value(field);
    for (const net::Field &described : d->flow->verb().fields) {
        if (field != QLatin1StringView(described.name))
            continue;
        if (const std::optional<net::Room> room = d->flow->room(field))
            row->setCounter(room->bytes ? formats::bytes(room->used, room->most)
                                        : u"%1 / %2"_s.arg(formats::number(room->used), formats::number(room->most)),
                            room->used > room->most);
    }
    if (d->problems.contains(field) && !d->pending.contains(field)) {
        d->problems.insert(field, ErrorText::reason(d->flow->problem(field)));
        row->setProblem(d->problems.value(field));
    }
}

void VerbDialog::renderMessages()
{
    QString headline;
    QList<QPair<QString, QString>> said;
    int verbatim = -1;
    Token token = Token::Bad;
    QString iconName = u"warning"_s;
    bool canAsk = false;
    if (const net::Reason obstacle = d->flow->obstacle();
        obstacle && (d->flow->stage() != Stage::Loading || obstacle.code != net::Reason::Code::NothingToDo)) {
        headline = ErrorText::reason(obstacle);
        token = obstacle.code == net::Reason::Code::ReadOnly ? Token::Idle : Token::Warn;
        iconName = obstacle.code == net::Reason::Code::ReadOnly ? u"lock"_s : u"warning"_s;
    } else if (d->flow->loadError()) {
        const ErrorText::Said error = ErrorText::of(*d->flow->loadError());
        headline = error.headline;
        said.append({tr("Tried"), words().asked});
        if (!error.server.isEmpty()) {
            verbatim = int(said.size());
            said.append({tr("Server said"), error.server});
        }
        if (!error.code.isEmpty())
            said.append({tr("Code"), error.meaning.isEmpty() ? error.code : u"%1 · %2"_s.arg(error.code, error.meaning)});
        said.append({tr("Next"), error.remedy});
        iconName = u"failed"_s;
        canAsk = true;
    } else if (d->flow->stage() != Stage::Loading) {
        if (const Nothing none = nothing(); !none.headline.isEmpty()) {
            headline = none.headline;
            said.append({tr("Next"), none.next});
            token = Token::Warn;
            canAsk = true;
        }
    }
    d->trouble->setVisible(!headline.isEmpty());
    if (canAsk)
        d->tabs->setVisible(false); // with nothing to choose there is nothing to preview
    else
        d->tabs->setVisible(isReady());
    QStringList all = {headline, iconName, canAsk ? u"ask"_s : QString()};
    for (const auto &[label, text] : std::as_const(said))
        all << label << text;
    const QString tell = all.join(u'\n');
    if (tell == d->told)
        return;
    d->told = tell;
    d->trouble->clearButtons();
    d->trouble->setMessage(token, iconName, headline, said, verbatim);
    if (canAsk) {
        QPushButton *again = d->trouble->addButton(tr("Tr&y again"));
        again->setObjectName(u"try-again"_s);
        connect(again, &QPushButton::clicked, d->flow.get(), &models::Flow::reload);
    }
}

void VerbDialog::renderFooter()
{
    const bool isSent = d->flow->stage() == Stage::Submitted;
    const bool canPress = !isSent && isReady();
    d->cancel->setVisible(!isSent);
    d->confirmButton->setVisible(canPress);
    d->confirmButton->setText(words().confirm);
    d->close->setVisible(isSent);
    const models::Operation *operation = d->flow->operation();
    bool goesOn = operation && !operation->isOver() && operation->state != models::Operation::State::InDoubt;
    if (operation && operation->queue != 0) { // the others of its queue
        const models::OperationQueue *queue = d->operations.queue(operation->queue);
        const bool waits = queue && queue->paused; // for a person: what is queued does not go on by itself
        goesOn = std::ranges::any_of(d->operations.all(), [operation, waits](const models::Operation &one) {
            using State = models::Operation::State;
            return one.queue == operation->queue && !one.isOver() && one.state != State::InDoubt &&
                   !(waits && one.state == State::Queued);
        });
    }
    d->close->setText(goesOn ? tr("Close, go on in the background") : tr("Close")); // a doubt waits for a person
    QString reason;
    if (const net::Reason obstacle = d->flow->obstacle())
        reason = ErrorText::reason(obstacle);
    else if (d->flow->stage() == Stage::Loading || d->flow->waits())
        reason = tr("The service is being asked what can be chosen");
    d->confirmButton->setEnabled(canPress && reason.isEmpty());
    d->confirmButton->setAccessibleDescription(reason);
    d->confirmButton->setToolTip(reason.isEmpty() ? QString() : u"<qt>%1</qt>"_s.arg(reason.toHtmlEscaped()));
    d->confirmButton->setDefault(canPress);
    d->close->setDefault(isSent);
}

void VerbDialog::setZone(const QTimeZone &zone)
{
    d->zone = zone;
    d->outcome->setZone(zone);
    retranslate();
}

void VerbDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        restyle();
}

} // namespace ui
