#include "ui/operationview.h"

#include "ui/appstyle.h"
#include "ui/celldelegate.h"
#include "ui/errortext.h"
#include "ui/flowlayout.h"
#include "ui/formats.h"
#include "ui/icons.h"
#include "ui/jobview.h"
#include "ui/labels.h"
#include "ui/messagebar.h"
#include "ui/requesttab.h"
#include "ui/statelook.h"
#include "ui/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableWidget>
#include <QTimer>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

using State = models::Operation::State;
using Rows = QList<QPair<QString, QString>>;

constexpr int iconSize = 16;
constexpr int shownRows = 8; // of a table before it scrolls
constexpr int mostReason = 500;

enum PartColumn { PartState, PartServer, PartName, PartSize, PartProgress, PartRecord, PartSaid, PartColumns };
enum StepColumn { StepTime, StepState, StepDetail, StepColumns };

bool makesGroup(const models::Operation &operation) { return operation.draft.verb->settle == net::Settle::GroupOfName; }
bool ofPolicy(const models::Operation &operation) { return operation.draft.verb->settle == net::Settle::RecordsOfPolicy; }

QString target(const models::Operation &operation)
{
    if (makesGroup(operation))
        return formats::plain(operation.targetDetail);
    const QString region = operation.draft.values.value(u"destination_region"_s);
    const QString project = operation.draft.values.value(u"destination_project_id"_s);
    return u"%1 / %2"_s.arg(formats::plain(region), formats::shortId(formats::plain(project)));
}

/// What a verb says of itself. %1 of each is the name of its target.
struct VerbWords
{
    QString tried;             ///< %2: where to, %3: when
    QString undone;            ///< after "Refused: " and "Not sent: "
    QString failed, succeeded; ///< succeeded: %2 where to
    QString notBegun, runs;    ///< "Accepted. …"
    QString closing, anew, settledNotDone, never;
};

VerbWords wordsOf(const models::Operation &operation)
{
    if (makesGroup(operation))
        //: Of the creation of a protection group; %1 is its name, %2 its sites, %3 a time of day
        return {OperationView::tr("Create protection group “%1”, %2, %3"),
                OperationView::tr("protection group “%1” will not be created"),
                OperationView::tr("Failed: protection group “%1” could not be created"),
                OperationView::tr("Succeeded: protection group “%1” exists, %2"),
                OperationView::tr("Accepted. The job has not begun"),
                OperationView::tr("Accepted. The job is running"),
                OperationView::tr("Does not stop the job. Operations goes on showing it"),
                OperationView::tr("create the group anew under another name"),
                OperationView::tr("Settled: not done. No such group was made"),
                OperationView::tr("Look again. Do not create it a second time before it is settled.")};
    if (ofPolicy(operation))
        //: Of a policy; %1 is its name, %2 "region / project", %3 a time of day
        return {OperationView::tr("Replicate policy “%1” → %2, %3"),
                OperationView::tr("no backup of policy “%1” will be copied"),
                OperationView::tr("Failed: no backup of policy “%1” was copied"),
                OperationView::tr("Succeeded: the backups of policy “%1” were copied to %2"),
                OperationView::tr("Accepted. The service has not begun to copy"),
                OperationView::tr("Accepted. The service is copying"),
                OperationView::tr("Does not stop the copies. Operations and Replication records go on showing them"),
                OperationView::tr("replicate what failed anew"),
                OperationView::tr("Settled: not done. No copy was begun"),
                OperationView::tr("Look again. Do not replicate the policy a second time before it is settled.")};
    //: Of a backup; %1 is its name, %2 "region / project", %3 a time of day
    return {OperationView::tr("Replicate backup “%1” → %2, %3"),
            OperationView::tr("“%1” will not be copied"),
            OperationView::tr("Failed: “%1” was not copied"),
            OperationView::tr("Succeeded: “%1” was copied to %2"),
            OperationView::tr("Accepted. The service has not begun to copy"),
            OperationView::tr("Accepted. The service is copying"),
            OperationView::tr("Does not stop the copy. Operations and Replication records go on showing it"),
            OperationView::tr("replicate the backup anew"),
            OperationView::tr("Settled: not done. No replica was made"),
            OperationView::tr("Look again. Do not replicate it a second time before it is settled.")};
}

QString failedRemedy(const QString &code, const QString &anew)
{
    if (ErrorText::codeMeaning(code).isEmpty())
        //: %1 is such as "replicate the backup anew"
        return OperationView::tr("Remove the cause, then %1").arg(anew);
    net::ApiError asked;
    asked.kind = net::ErrorKind::Rejected;
    asked.code = code;
    //: %1 is what to do first, a sentence without full stop, %2 such as "replicate the backup anew"
    return OperationView::tr("%1; then %2").arg(ErrorText::of(asked).remedy, anew);
}

QLabel *wrapped(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setMinimumWidth(40);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

void fitHeight(QTableWidget *table)
{
    const int rows = std::clamp(table->rowCount(), 1, shownRows);
    const QScrollBar *across = table->horizontalScrollBar();
    table->setFixedHeight(table->horizontalHeader()->sizeHint().height() + rows * table->verticalHeader()->defaultSectionSize() +
                          2 * table->frameWidth() + 2 + (across->maximum() > 0 ? across->sizeHint().height() : 0));
}

QTableWidget *table(int columns, QWidget *parent)
{
    auto *made = new QTableWidget(0, columns, parent);
    setUpTable(made);
    made->setSelectionMode(QAbstractItemView::SingleSelection);
    made->setFrameShape(QFrame::StyledPanel);
    made->horizontalHeader()->setSectionsMovable(false);
    made->horizontalHeader()->setMinimumSectionSize(60);
    QObject::connect(made->horizontalScrollBar(), &QScrollBar::rangeChanged, made, [made] { fitHeight(made); });
    return made;
}

// Cells are changed in place, so that selection, focus and the screen reader's place stay.
QTableWidgetItem *cellAt(QTableWidget *table, int row, int column)
{
    QTableWidgetItem *item = table->item(row, column);
    if (!item) {
        item = new QTableWidgetItem;
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        table->setItem(row, column, item); // the table owns it
    }
    return item;
}

void put(QTableWidgetItem *item, int role, const QVariant &value)
{
    if (item->data(role) != value)
        item->setData(role, value);
}

void putText(QTableWidget *table, int row, int column, const QString &text, models::CellKind kind = models::CellKind::Text)
{
    QTableWidgetItem *item = cellAt(table, row, column);
    put(item, Qt::DisplayRole, text);
    put(item, models::CellKindRole, int(kind));
    put(item, models::SecondaryRole, text == formats::none());
    if (QTableWidgetItem *header = table->horizontalHeaderItem(column);
        header && (kind == models::CellKind::Number || kind == models::CellKind::Size))
        header->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter); // above its cells
}

void putState(QTableWidget *table, int row, int column, models::StateKind kind, const QString &word, const QString &shown)
{
    QTableWidgetItem *item = cellAt(table, row, column);
    put(item, Qt::DisplayRole, shown);
    put(item, models::CellKindRole, int(models::CellKind::State));
    put(item, models::StateKindRole, int(kind));
    put(item, models::StateWordRole, word);
}

} // namespace

QString operationTitle(const models::Operation &operation)
{
    const QString verb = QCoreApplication::translate("Verbs", operation.draft.verb->title);
    const QString named = u"%1 · %2"_s.arg(verb, formats::plain(operation.targetName));
    return makesGroup(operation) ? named
                                 : u"%1 → %2"_s.arg(named, formats::plain(operation.draft.value("destination_region"_L1)));
}

/// The widgets, and what is remembered between two renderings.
struct OperationView::Private final : QObject
{
    explicit Private(OperationView &owner);

    bool eventFilter(QObject *watched, QEvent *event) override;
    void follow();
    void stopDeclaring();
    QString endedBefore(const models::Operation &operation) const;
    void retranslate();
    void renderHead(const models::Operation &operation);
    void renderTimes(const models::Operation &operation);
    void renderMessage(const models::Operation &operation);
    void renderAnew(const models::Operation &operation);
    void renderProgress(const models::Operation &operation);
    void renderParts(const models::Operation &operation);
    void renderTimeline(const models::Operation &operation);
    QString partProgress(const models::OperationPart &part) const;
    QString stepDetail(const models::Operation::Step &step) const;
    QString effectInDoubt(const models::Operation &operation) const;
    QString againstForeseen(const models::Operation &operation) const;
    QString replicasSeen(const models::Operation &operation) const;
    QString partKnown(const models::Operation &operation, const models::OperationPart &part) const;
    void renderJob(const models::Operation &operation);
    const models::OperationPart *knownPart(const models::Operation &operation) const;

    OperationView &view;
    QTimer soon;   // gathers changes: at most 10 renderings a second
    QTimer second; // elapsed time, while it is seen and goes on
    QScrollArea *scroll;
    QWidget *body;
    QLabel *icon, *state, *title, *times, *progressText, *partsTitle, *timelineTitle;
    MessageBar *message;
    QProgressBar *progress;
    QTableWidget *parts;
    JobView *job;
    QTableWidget *timeline;
    QPushButton *look, *declare, *record, *queue, *anew, *showRequest;
    QWidget *declaring; ///< the line in which a person says why a doubt was not done
    QLabel *reasonLabel;
    QLineEdit *reasonLine;
    QPushButton *declareNow, *declareNot;
    QLabel *anewOff;             // why what failed cannot be replicated from here
    RequestTab *request;         ///< as it was sent
    QString told;                // what the message bar shows: it is not set again while it says the same
    QHash<QString, int> reached; // percent per part, never going back
    int reachedOverall = 0;
};

OperationView::Private::Private(OperationView &owner)
    : view(owner), scroll(new QScrollArea(&owner)), body(new QWidget), icon(new QLabel(body)), state(new QLabel(body)),
      title(wrapped(body)), times(wrapped(body)), progressText(new QLabel(body)), partsTitle(new QLabel(body)),
      timelineTitle(new QLabel(body)), message(new MessageBar(body)), progress(new QProgressBar(body)),
      parts(table(PartColumns, body)), job(new JobView(body)), timeline(table(StepColumns, body)), look(new QPushButton(body)),
      declare(new QPushButton(body)), record(new QPushButton(body)), queue(new QPushButton(body)), anew(new QPushButton(body)),
      showRequest(new QPushButton(body)), declaring(new QWidget(body)), reasonLabel(new QLabel(declaring)),
      reasonLine(new QLineEdit(declaring)), declareNow(new QPushButton(declaring)), declareNot(new QPushButton(declaring)),
      anewOff(wrapped(body)), request(new RequestTab(owner.m_transport, body))
{
    scroll->setWidget(body);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    icon->setFixedSize(iconSize, iconSize);
    state->setTextFormat(Qt::PlainText);
    state->setObjectName(u"state"_s);
    title->setObjectName(u"title"_s);
    times->setObjectName(u"times"_s);
    message->setObjectName(u"outcome"_s);
    parts->setObjectName(u"parts"_s);
    timeline->setObjectName(u"timeline"_s);
    job->tree()->setColumnHidden(JobModel::Began, true); // the head and the timeline say it
    progress->setObjectName(u"progress"_s);
    progress->setTextVisible(false);
    progress->setFixedHeight(10);
    progressText->setTextFormat(Qt::PlainText);
    progressText->setObjectName(u"progress-text"_s);
    look->setObjectName(u"look-again"_s);
    declare->setObjectName(u"declare-not-done"_s);
    declaring->setObjectName(u"declaring"_s);
    reasonLine->setObjectName(u"declare-reason"_s);
    reasonLine->setMaxLength(mostReason);
    reasonLabel->setTextFormat(Qt::PlainText);
    reasonLabel->setBuddy(reasonLine);
    declareNow->setObjectName(u"declare-now"_s);
    declareNot->setObjectName(u"declare-cancel"_s);
    declaring->hide();
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(reasonLabel);
    line->addWidget(reasonLine, 1);
    auto *answers = new QHBoxLayout;
    answers->setSpacing(8);
    answers->addWidget(declareNow);
    answers->addWidget(declareNot);
    answers->addStretch(1);
    auto *lines = new QVBoxLayout(declaring);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(8);
    lines->addLayout(line);
    lines->addLayout(answers);
    record->setObjectName(u"show-record"_s);
    queue->setObjectName(u"show-queue"_s);
    anew->setObjectName(u"replicate-anew"_s);
    anewOff->setObjectName(u"anew-off"_s);
    showRequest->setObjectName(u"show-request"_s);
    showRequest->setCheckable(true);
    request->setObjectName(u"request"_s);
    request->setMinimumHeight(220);
    request->hide();
    connect(showRequest, &QPushButton::toggled, this, [this](bool on) {
        request->setVisible(on);
        body->layout()->activate(); // else it has no place yet
        QScrollBar *bar = scroll->verticalScrollBar();
        const int whole = request->geometry().bottom() + 1 - scroll->viewport()->height();
        if (on) // a low pane shows little below the buttons: all of it, or else it from its beginning on
            bar->setValue(std::max(bar->value(), std::min(whole, showRequest->y())));
    });
    for (QPushButton *button : {look, declare, record, queue, anew, showRequest, declareNow, declareNot})
        button->setAutoDefault(false);
    makePrimary(look);

    auto *head = new QHBoxLayout;
    head->setSpacing(6);
    head->addWidget(icon);
    head->addWidget(state);
    head->addSpacing(6);
    head->addWidget(title, 1);
    auto *bar = new QHBoxLayout;
    bar->setSpacing(12);
    bar->addWidget(progress, 1);
    bar->addWidget(progressText);
    auto *buttons = new FlowLayout(nullptr, 8); // a narrow pane takes them in two lines
    for (QPushButton *button : {look, declare, record, queue, anew, showRequest})
        buttons->addWidget(button);
    auto *all = new QVBoxLayout(body);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(8);
    all->addLayout(head);
    all->addWidget(times);
    all->addWidget(message);
    all->addLayout(buttons);
    all->addWidget(declaring);
    all->addWidget(anewOff);
    all->addWidget(request);
    all->addLayout(bar);
    all->addWidget(partsTitle);
    all->addWidget(parts);
    all->addWidget(job);
    all->addWidget(timelineTitle);
    all->addWidget(timeline);
    all->addStretch(1);
    auto *outer = new QVBoxLayout(&owner);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);

    soon.setSingleShot(true);
    soon.setInterval(100);
    second.setInterval(1'000);
    owner.installEventFilter(this);
}

OperationView::OperationView(models::Operations &operations, net::Transport &transport, const QTimeZone &zone, QWidget *parent)
    : QWidget(parent), m_operations(operations), m_transport(transport), m_zone(zone), d(std::make_shared<Private>(*this))
{
    connect(&d->soon, &QTimer::timeout, this, &OperationView::render);
    connect(&d->second, &QTimer::timeout, this, [this] {
        if (const models::Operation *operation = m_operations.find(m_id))
            d->renderTimes(*operation);
    });
    connect(&m_operations, &models::Operations::changed, this, [this](quint64 id) {
        if (id == m_id && !d->soon.isActive())
            d->soon.start();
    });
    connect(&m_operations, &models::Operations::restored, this, &OperationView::render);
    connect(&m_operations, &models::Operations::ledgerChanged, this, &OperationView::render);
    connect(d->anew, &QPushButton::clicked, this, [this] { emit anewWanted(m_id); });
    connect(d->look, &QPushButton::clicked, this, [this] { m_operations.lookAgain(m_id); });
    connect(d->declare, &QPushButton::clicked, this, [this] {
        d->declaring->show();
        d->declare->hide();
        d->reasonLine->setFocus();
        d->body->layout()->activate(); // else the line has no place yet
        d->scroll->ensureWidgetVisible(d->declaring);
    });
    connect(d->declareNot, &QPushButton::clicked, this, [this] { d->stopDeclaring(); });
    connect(d->reasonLine, &QLineEdit::textChanged, this,
            [this](const QString &text) { d->declareNow->setEnabled(!text.trimmed().isEmpty()); });
    const auto declareIt = [this] { // what is confirmed here cannot be taken back: the button, or Enter in the line
        if (!d->reasonLine->text().trimmed().isEmpty())
            m_operations.declareNotDone(m_id, d->reasonLine->text());
    };
    connect(d->declareNow, &QPushButton::clicked, this, declareIt);
    connect(d->queue, &QPushButton::clicked, this, [this] {
        if (const models::Operation *operation = m_operations.find(m_id))
            emit queueWanted(operation->queue);
    });
    connect(d->record, &QPushButton::clicked, this, [this] {
        const models::Operation *operation = m_operations.find(m_id);
        const models::OperationPart *part = operation ? d->knownPart(*operation) : nullptr;
        if (operation && !operation->madeId.isEmpty())
            emit objectWanted(u"groups"_s, {operation->draft.scope, operation->madeId});
        else if (part)
            emit objectWanted(u"records"_s, {operation->draft.scope, part->id});
    });
    d->retranslate();
}

void OperationView::show(quint64 operationId)
{
    if (operationId != m_id) {
        d->reached.clear();
        d->reachedOverall = 0;
        d->told.clear();
        d->declaring->hide();
        d->reasonLine->clear();
    }
    m_id = operationId;
    render();
    if (isVisible())
        m_operations.markRead(m_id);
}

void OperationView::render()
{
    const models::Operation *operation = m_operations.find(m_id);
    d->body->setVisible(operation != nullptr);
    if (!operation) {
        d->second.stop();
        return;
    }
    d->renderHead(*operation);
    d->renderTimes(*operation);
    d->renderMessage(*operation);
    d->renderAnew(*operation);
    d->renderProgress(*operation);
    d->renderParts(*operation);
    d->renderJob(*operation);
    d->renderTimeline(*operation);
    d->follow();
    if (isVisible() && operation->unread)
        m_operations.markRead(m_id); // it is being looked at
}

void OperationView::setZone(const QTimeZone &zone)
{
    m_zone = zone;
    d->told.clear();
    d->retranslate();
    render();
}

void OperationView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange ||
        event->type() == QEvent::FontChange) {
        d->told.clear();
        d->retranslate();
        render();
    }
}

bool OperationView::Private::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &view && (event->type() == QEvent::Show || event->type() == QEvent::Hide)) {
        follow();
        if (event->type() == QEvent::Show)
            soon.start(); // a failure counts as read once it can be seen
    }
    return QObject::eventFilter(watched, event);
}

void OperationView::Private::stopDeclaring()
{
    declaring->hide();
    reasonLine->clear();
    view.render();
    (declare->isVisible() ? declare : showRequest)->setFocus();
}

void OperationView::Private::follow()
{
    const models::Operation *operation = view.m_operations.find(view.m_id);
    if (operation && !operation->isOver() && view.isVisible()) {
        if (!second.isActive())
            second.start();
    } else {
        second.stop();
    }
}

void OperationView::Private::retranslate()
{
    parts->setAccessibleName(OperationView::tr("Records of this operation"));
    timeline->setAccessibleName(OperationView::tr("Timeline"));
    reasonLabel->setText(OperationView::tr("R&eason")); //: Why a person declares something not done. 中文：理由(&E)
    reasonLine->setPlaceholderText(
        OperationView::tr("how you know; it is kept in the ledger")); //: Form of a value. 中文：依据；将写入操作记录
    declareNow->setText(OperationView::tr("Declare not done"));       //: Button. 中文：声明未执行
    declareNot->setText(OperationView::tr("Cancel"));                 //: Button. 中文：取消
    declareNow->setEnabled(!reasonLine->text().trimmed().isEmpty());
    partsTitle->setText(OperationView::tr("Records"));
    timelineTitle->setText(OperationView::tr("Timeline"));
    partsTitle->setFont(Theme::sectionFont());
    timelineTitle->setFont(Theme::sectionFont());
    QStringList labels(PartColumns, QString());
    labels[PartState] = OperationView::tr("State");
    labels[PartServer] = OperationView::tr("Server");
    labels[PartName] = OperationView::tr("Backup");
    labels[PartSize] = OperationView::tr("Size");
    labels[PartProgress] = OperationView::tr("Progress");
    labels[PartRecord] = OperationView::tr("Record");
    labels[PartSaid] = OperationView::tr("What is known");
    parts->setHorizontalHeaderLabels(labels);
    timeline->setHorizontalHeaderLabels({OperationView::tr("Time (%1)").arg(formats::zoneName(view.m_zone)),
                                         OperationView::tr("State"), OperationView::tr("Detail")});
    QPalette quiet; // only what is set in it overrides: the rest goes on following the theme
    quiet.setColor(QPalette::WindowText, Theme::secondary(view.palette()));
    times->setPalette(quiet);

    QHeaderView *header = parts->horizontalHeader();
    const QFont font = parts->font();
    header->resizeSection(PartState, CellDelegate::stateColumnWidth(StateKind::Record, font));
    header->resizeSection(PartServer, 110);
    header->resizeSection(PartSize, CellDelegate::columnWidth(models::CellKind::Size, u"1,234 GB"_s, font));
    header->resizeSection(PartRecord, CellDelegate::columnWidth(models::CellKind::Id, u"8f2a01c4…61c0 8f2"_s, font));
    header->resizeSection(
        PartProgress,
        CellDelegate::columnWidth(models::CellKind::Number, OperationView::tr("stopped at %1").arg(formats::percent(100)), font));
    header->setSectionResizeMode(PartName, QHeaderView::Stretch);
    header->setSectionResizeMode(PartSaid, QHeaderView::Stretch);
    header->setMinimumSectionSize(80);
    header = timeline->horizontalHeader();
    header->resizeSection(StepTime, std::max(header->sectionSizeHint(StepTime),
                                             CellDelegate::columnWidth(models::CellKind::Time, u"00:00:00"_s, font)));
    header->resizeSection(StepState, CellDelegate::stateColumnWidth(StateKind::Operation, font));
    header->setStretchLastSection(true);
}

void OperationView::Private::renderHead(const models::Operation &operation)
{
    const StateLook looks = stateLook(StateKind::Operation, models::Operation::word(operation.state));
    icon->setPixmap(pixmap(looks.icon, Theme::color(looks.token, view.palette()),
                           view.palette().color(QPalette::Active, QPalette::Base), iconSize, view.devicePixelRatioF()));
    state->setText(looks.word);
    state->setFont(Theme::sectionFont());
    QPalette ink;
    ink.setColor(QPalette::WindowText, Theme::wordColor(looks.token, view.palette()));
    if (state->palette().color(QPalette::WindowText) != ink.color(QPalette::WindowText))
        state->setPalette(ink);
    title->setText(operationTitle(operation));
}

void OperationView::Private::renderTimes(const models::Operation &operation)
{
    const QDateTime now = view.m_transport.serverNow();
    const QDateTime until = operation.ended.isValid() ? operation.ended : now;
    const QString began = formats::clock(operation.began, view.m_zone);
    const QString took = formats::durationInWords(std::max<qint64>(0, operation.began.secsTo(until)));
    QString text;
    if (operation.isOver())
        //: %1 is a time of day, %2 a duration
        text = OperationView::tr("Began %1 · took %2").arg(began, took);
    else
        //: %1 is a time of day, %2 a duration
        text = OperationView::tr("Began %1 · %2 elapsed").arg(began, took);
    if (operation.lastLook.isValid() && !operation.isOver())
        //: %1 is what stands before it, %2 an age such as "3 s ago"
        text =
            OperationView::tr("%1 · last look %2").arg(text, formats::ago(std::max<qint64>(0, operation.lastLook.secsTo(now))));
    if (times->text() != text)
        times->setText(text);
}

/// The part whose record is shown: the one of the current row, or else the first the service made a record for.
const models::OperationPart *OperationView::Private::knownPart(const models::Operation &operation) const
{
    const int row = parts->currentRow();
    if (row >= 0 && row < operation.parts.size() && operation.parts.at(row).isTaken())
        return &operation.parts.at(row);
    const auto it = std::ranges::find_if(operation.parts, &models::OperationPart::isTaken);
    return it == operation.parts.cend() ? nullptr : &*it;
}

QString OperationView::Private::effectInDoubt(const models::Operation &operation) const
{
    if (operation.looks == 0 && !operation.jobId.isEmpty())
        //: 中文：未知。服务端已不认识受理时给出的任务 ID
        return OperationView::tr("Unknown. The service no longer knows the job it accepted this under");
    if (operation.looks == 0 && operation.pollError) //: 中文：未知。尚未查到结果：查看失败
        return OperationView::tr("Unknown. Looking for it has failed so far");
    if (operation.looks == 0)
        return OperationView::tr("Unknown. It has not been looked for yet");
    const QString looked = OperationView::tr("Looked %n time(s)", nullptr, operation.looks);
    if (operation.apart) //: %1 is "Looked 2 times". 中文：未知。%1：本机与服务端的时间相差过大，无法按时间判断
        return OperationView::tr("Unknown. %1: the clocks are too far apart for times to tell which it is").arg(looked);
    if (operation.candidates == 0) {
        if (makesGroup(operation)) //: %1 is "Looked 2 times". 中文：未知。%1：发出后没有出现该名称和站点的保护组
            return OperationView::tr("Unknown. %1: no group of this name and these sites since it was sent").arg(looked);
        if (ofPolicy(operation)) //: %1 is "Looked 2 times". 中文：未知。%1：发出后没有出现该策略到目标区域的复制记录
            return OperationView::tr("Unknown. %1: no record of this policy to the destination region since it was sent")
                .arg(looked);
        //: %1 is "Looked 2 times"
        return OperationView::tr("Unknown. %1: no record of this backup to the destination region since it was sent").arg(looked);
    }
    const QString found = makesGroup(operation)
                              ? OperationView::tr("%n group(s)", nullptr, operation.candidates) //: 中文：%n 个保护组
                              : OperationView::tr("%n record(s)", nullptr, operation.candidates);
    //: %1 is "Looked 2 times", %2 is "3 records"
    return OperationView::tr("Unknown. %1: %2 may be it").arg(looked, found);
}

/// Of what an earlier run left: how that run ended for it; else empty.
QString OperationView::Private::endedBefore(const models::Operation &operation) const
{
    const auto step = std::find_if(operation.timeline.crbegin(), operation.timeline.crend(),
                                   [](const auto &one) { return one.kind == models::Operation::Step::Kind::Entered; });
    if (step == operation.timeline.crend() || step->detail != "found"_L1)
        return {};
    const bool presumed = std::any_of(operation.timeline.cbegin(), operation.timeline.cend(),
                                      [](const auto &one) { return one.detail == "presumed"_L1; });
    if (presumed) //: 中文：操作记录缺少条目：此操作可能已发送
        return OperationView::tr("The ledger lacks entries: this may have been sent");
    if (step->state == State::InDoubt)
        return OperationView::tr("The program ended before an answer was there"); //: 中文：程序在收到答复之前结束
    return OperationView::tr("The program ended before it was sent");             //: 中文：程序在发送之前结束
}

/// What a policy took of what was foreseen; empty where nothing was.
QString OperationView::Private::againstForeseen(const models::Operation &operation) const
{
    using Plan = models::OperationPart::Plan;
    int sure = 0, maybe = 0, left = 0, more = 0;
    for (const models::OperationPart &part : operation.parts) {
        sure += part.plan == Plan::Sure ? 1 : 0;
        maybe += part.plan == Plan::Maybe ? 1 : 0;
        left += part.plan == Plan::Sure && !part.isTaken() ? 1 : 0;
        more += part.plan == Plan::None && part.isTaken() ? 1 : 0;
    }
    if (!ofPolicy(operation))
        return {};
    //: %1 to %3 are numbers. 中文：预计 %1 个，另可能 %2 个；服务端接收 %3 个
    QString text = OperationView::tr("%1 foreseen, %2 more perhaps; the service took %3")
                       .arg(formats::number(sure), formats::number(maybe), formats::number(operation.taken()));
    if (left > 0)
        text += u" · "_s + OperationView::tr("%n foreseen not taken", nullptr, left); //: 中文：%n 个未被接收
    if (more > 0)
        text += u" · "_s + OperationView::tr("%n not foreseen", nullptr, more); //: 中文：%n 个不在预计内
    return text;
}

/// How the replicas were found in their own region.
QString OperationView::Private::replicasSeen(const models::Operation &operation) const
{
    using Check = models::OperationPart::Check;
    int exist = 0, absent = 0, unknown = 0;
    for (const models::OperationPart &part : operation.parts) {
        exist += part.check == Check::Exists ? 1 : 0;
        absent += part.check == Check::Absent ? 1 : 0;
        unknown += part.check == Check::Unknown ? 1 : 0;
    }
    const QString region = formats::plain(operation.draft.value("destination_region"_L1));
    QStringList said;
    if (exist > 0) //: %1 is a region. 中文：在 %1 查到 %n 个
        said << OperationView::tr("%n seen in %1", nullptr, exist).arg(region);
    if (absent > 0) //: 中文：%n 个未查到
        said << OperationView::tr("%n not found there", nullptr, absent);
    if (unknown > 0) //: 中文：%n 个无法查询
        said << OperationView::tr("%n could not be looked for", nullptr, unknown);
    return said.join(u" · "_s);
}

void OperationView::Private::renderMessage(const models::Operation &operation)
{
    const StateLook stateLooks = stateLook(StateKind::Operation, models::Operation::word(operation.state));
    const QString name = formats::plain(operation.targetName);
    const QString to = target(operation);
    const QString sent = formats::clock(operation.began, view.m_zone);
    const VerbWords words = wordsOf(operation);
    const auto tried = [&] { return words.tried.arg(name, to, sent); };
    const auto failedPart = std::find_if(operation.parts.cbegin(), operation.parts.cend(),
                                         [](const models::OperationPart &part) { return part.failed; });
    const models::OperationPart *known = knownPart(operation);
    const ErrorText::Said said = operation.error ? ErrorText::of(*operation.error) : ErrorText::Said{};

    QString headline;
    Rows rows;
    int verbatim = -1;
    Token token = stateLooks.token;
    const auto add = [&rows](const QString &label, const QString &text) {
        if (!text.isEmpty())
            rows.append({label, text});
    };
    const auto addServer = [&](const QString &text) {
        if (text.isEmpty())
            return;
        verbatim = int(rows.size());
        rows.append({OperationView::tr("Server said"), text});
    };
    const auto addError = [&] {
        addServer(said.server);
        if (said.server.isEmpty() && operation.error)
            add(OperationView::tr("Server said"), OperationView::tr("nothing"));
        add(OperationView::tr("Code"), said.code);
        add(OperationView::tr("Meaning"), said.meaning);
        //: Row of a message: those a server showed. 中文：证书
        add(OperationView::tr("Certificates"), said.chain);
        if (operation.error)
            add(OperationView::tr("Cause"), said.headline);
    };
    const QString effect = OperationView::tr("Effect");
    const QString next = OperationView::tr("Next");
    const QString closing = OperationView::tr("Closing");

    switch (operation.state) {
    case State::Queued:
    case State::Prepared:
        headline = OperationView::tr("Not sent yet");
        add(OperationView::tr("Tried"), tried());
        if (const models::OperationQueue *of = view.m_operations.queue(operation.queue); of && of->found)
            //: Of a write an earlier run left. 中文：上次运行未发送。在队列中重新确认后才会发送
            add(next, OperationView::tr("An earlier run left it queued. It is sent when it is confirmed again, in its queue"));
        break;
    case State::Withdrawn:
        headline = OperationView::tr("Withdrawn before it was sent");
        add(effect, OperationView::tr("Nothing was sent, so nothing has changed at the service"));
        break;
    case State::Sent:
        //: %1 is a time of day
        headline = OperationView::tr("Sent at %1, no answer yet").arg(sent);
        if (!operation.unwritten.isEmpty()) {
            //: 中文：已收到答复，但无法写入操作记录
            headline = OperationView::tr("The answer is there, but the ledger of operations cannot be written");
            token = Token::Bad;
            add(OperationView::tr("Cause"), operation.unwritten);
            //: 中文：写入操作记录后才会显示结果。程序会自动再试
            add(next,
                OperationView::tr("Make room or give the right to write. It is tried again by itself, and shown once written"));
        }
        add(closing, OperationView::tr("This window can be closed. What was sent cannot be called back"));
        break;
    case State::Accepted:
    case State::Running:
        headline = operation.state == State::Accepted ? words.notBegun : words.runs;
        if (operation.taken() > 1)
            //: %1 is "Accepted. …", %2 and %3 are numbers. 中文：%1。%3 个备份已完成 %2 个
            headline = OperationView::tr("%1: %2 of %3 backups ended well")
                           .arg(headline, formats::number(operation.done()), formats::number(operation.taken()));
        add(makesGroup(operation) ? OperationView::tr("Sites") : OperationView::tr("Destination"), to); //: Row. 中文：站点
        add(OperationView::tr("Foreseen"), againstForeseen(operation));
        if (operation.isLate(view.m_transport.serverNow()))
            //: 中文：已超过十分钟，比通常的任务久。服务端没有取消任务的方法
            add(OperationView::tr("Late"), OperationView::tr("It runs longer than ten minutes, more than such a job is known to "
                                                             "take. The service offers no way to end it"));
        add(closing, words.closing);
        break;
    case State::Succeeded: {
        const int skipped =
            int(std::count_if(operation.parts.cbegin(), operation.parts.cend(), [](const auto &part) { return part.skipped; }));
        if (ofPolicy(operation) && operation.taken() == 0) {
            headline = OperationView::tr("Succeeded: nothing to replicate"); //: 中文：成功：没有需要复制的备份
            add(effect, OperationView::tr("The service took no backup"));    //: 中文：服务端没有接收任何备份
        } else if (skipped > 0 && skipped == operation.taken()) {
            headline = OperationView::tr("Ended: the service skipped it");
            add(effect, OperationView::tr("No new replica was made. The service does not say why it skips"));
        } else {
            headline = words.succeeded.arg(name, to);
            if (skipped > 0)
                add(effect, OperationView::tr("%n backup(s) skipped by the service", nullptr, skipped));
        }
        add(OperationView::tr("Foreseen"), againstForeseen(operation));
        if (operation.taken() == 1 && known)
            add(OperationView::tr("Replica"), known->madeId);
        add(OperationView::tr("Replicas"), replicasSeen(operation)); //: Row: whether copies were found. 中文：副本核实
        if (makesGroup(operation))
            add(OperationView::tr("Protection group"), breakable(operation.madeId));
        if (std::any_of(operation.timeline.cbegin(), operation.timeline.cend(),
                        [](const auto &step) { return step.state == State::SettledAccepted; }))
            add(OperationView::tr("Settled"), OperationView::tr("It was accepted and done once. The answer had been lost"));
        break;
    }
    case State::PartlyFailed:
    case State::Failed: {
        const int bad =
            int(std::count_if(operation.parts.cbegin(), operation.parts.cend(), [](const auto &part) { return part.failed; }));
        const int all = operation.taken();
        const net::Job *failure = operation.job ? operation.job->firstFailure() : nullptr;
        if (operation.state == State::PartlyFailed && !makesGroup(operation))
            headline = OperationView::tr("Partly failed: %1 of %2 backups copied, %3 not").arg(all - bad).arg(all).arg(bad);
        else if (operation.state == State::PartlyFailed)
            headline =
                OperationView::tr("Partly failed: a part of the job did not succeed"); //: 中文：部分失败：任务的一个子任务未成功
        else
            headline = words.failed.arg(name);
        add(OperationView::tr("Tried"), tried());
        const QString code = failure ? failure->errorCode : failedPart == operation.parts.cend() ? QString() : failedPart->code;
        const QString reason = failure                                ? failure->failReason
                               : failedPart == operation.parts.cend() ? QString()
                                                                      : failedPart->reason;
        if (failure || failedPart != operation.parts.cend()) {
            addServer(formats::plainLines(reason));
            if (reason.isEmpty())
                add(OperationView::tr("Server said"), OperationView::tr("nothing"));
            add(OperationView::tr("Code"), code);
            add(OperationView::tr("Meaning"), ErrorText::codeExplained(code));
        } else {
            addError();
        }
        add(OperationView::tr("Foreseen"), againstForeseen(operation));
        add(OperationView::tr("Replicas"), replicasSeen(operation));
        add(effect, OperationView::tr("The service accepted it and could not finish it. It will not be sent again by itself"));
        add(next, failedRemedy(code, words.anew));
        break;
    }
    case State::NotSent:
        //: %1 is such as "“autobk_1” will not be copied"
        headline = OperationView::tr("Not sent: %1").arg(words.undone.arg(name));
        add(OperationView::tr("Tried"), tried());
        addError();
        add(OperationView::tr("Cause"), endedBefore(operation));
        if (!operation.unwritten.isEmpty())
            //: %1: in the system's words. 中文：无法写入操作记录：%1
            add(OperationView::tr("Cause"),
                OperationView::tr("The ledger of operations cannot be written: %1").arg(operation.unwritten));
        add(effect,
            said.effect.isEmpty() ? OperationView::tr("Nothing was sent, so nothing has changed at the service") : said.effect);
        add(next, said.remedy);
        break;
    case State::Refused:
        //: %1 is such as "“autobk_1” will not be copied"
        headline = OperationView::tr("Refused: %1").arg(words.undone.arg(name));
        add(OperationView::tr("Tried"), tried());
        addError();
        add(effect, said.effect);
        add(next, said.remedy);
        break;
    case State::InDoubt:
        headline = OperationView::tr("In doubt: it may have been done");
        add(OperationView::tr("Tried"), tried());
        addError();
        add(OperationView::tr("Cause"), endedBefore(operation));
        add(effect, effectInDoubt(operation));
        add(next, words.never);
        break;
    case State::SettledAccepted:
        if (makesGroup(operation))
            //: %1 is the id of a protection group. 中文：已查明：已受理。服务端已建立保护组 %1
            headline = OperationView::tr("Settled: accepted. The service made protection group %1")
                           .arg(formats::plain(operation.madeId));
        else if (operation.taken() > 1)
            //: 中文：已查明：已受理。服务端已建立 %n 条复制记录
            headline = OperationView::tr("Settled: accepted. The service made %n record(s)", nullptr, operation.taken());
        else if (known)
            //: %1 is the id of a replication record
            headline = OperationView::tr("Settled: accepted. The service made record %1").arg(formats::plain(known->id));
        else
            headline = OperationView::tr("Settled: accepted");
        add(OperationView::tr("Tried"), tried());
        add(effect, OperationView::tr("It was done once. The answer had been lost"));
        break;
    case State::SettledNotDone:
        if (!operation.declared.isEmpty()) {
            headline = OperationView::tr("Settled: a person declared that it was not done"); //: 中文：已查明：人工声明未执行
            add(OperationView::tr("Tried"), tried());
            add(OperationView::tr("Reason"), formats::plain(operation.declared)); //: Row. 中文：理由
            //: 中文：声明不会向服务端发送任何请求
            add(effect, OperationView::tr("Nothing was asked of the service for it"));
            break;
        }
        headline = words.settledNotDone;
        add(OperationView::tr("Tried"), tried());
        add(effect, ofPolicy(operation)
                        //: 中文：没有出现复制记录：服务端未执行，或没有需要复制的备份
                        ? OperationView::tr("No record appeared: the service did not do it, or found nothing to copy")
                        : OperationView::tr("The service did not do it, so nothing has changed there"));
        add(next, OperationView::tr("It can be done anew")); //: 中文：可以重新执行
        break;
    }
    if (operation.pollError && (!operation.isOver() || operation.state == State::InDoubt))
        //: %1 is a sentence such as "csbs.cn-north-4… does not answer"
        add(OperationView::tr("Last look"),
            OperationView::tr("Failed: %1. What is shown is older").arg(ErrorText::of(*operation.pollError).headline));
    QString requestId = operation.requestId.isEmpty() ? said.requestId : operation.requestId;
    if (operation.isTrouble())
        add(OperationView::tr("Request ID"), breakable(requestId));

    QStringList all = {headline, stateLooks.icon};
    for (const auto &[label, text] : std::as_const(rows))
        all << label << text;
    if (const QString tell = all.join(u'\n'); tell != told) { // set anew it would lose the selection made for copying
        told = tell;
        message->setMessage(token, stateLooks.icon, headline, rows, verbatim);
    }
    look->setText(view.m_operations.isLooking(operation.id) ? OperationView::tr("Looking…") : OperationView::tr("&Look again"));
    const bool open = operation.state == State::InDoubt && !view.m_operations.obstacle();
    look->setVisible(open);
    declare->setText(OperationView::tr("&Declare not done…")); //: Button. 中文：声明未执行…(&D)
    declare->setVisible(open && declaring->isHidden());
    if (!open)
        declaring->hide();
    record->setText(makesGroup(operation) ? OperationView::tr("Show protection &group") //: Button. 中文：查看保护组(&G)
                                          : OperationView::tr("Show &record"));
    record->setVisible(known != nullptr || !operation.madeId.isEmpty());
    queue->setText(OperationView::tr("Show q&ueue")); //: Button. 中文：显示队列(&Q)
    // Another window has the queue where that one writes the ledger.
    queue->setVisible(view.m_operations.queue(operation.queue) != nullptr);
    showRequest->setText(OperationView::tr("Re&quest")); //: Button: shows what was sent. 中文：请求(&Q)
    request->setRequest(net::request(operation.draft));
}

/// What failed can be replicated once more when it is sure that it failed.
void OperationView::Private::renderAnew(const models::Operation &operation)
{
    const bool isSure = operation.state == State::PartlyFailed || operation.state == State::Failed;
    const int failed = isSure ? int(operation.failedBackups().size()) : 0;
    const net::Reason obstacle =
        view.m_transport.options().readOnly ? net::Reason{net::Reason::Code::ReadOnly, {}} : view.m_operations.obstacle();
    const QString why = failed > 0 ? ErrorText::reason(obstacle) : QString();
    //: Button: opens the form for what failed. 中文：重新复制 %n 个失败的备份…(&N)
    anew->setText(OperationView::tr("Replicate %n failed backup(s) a&new…", nullptr, failed));
    anew->setVisible(failed > 0);
    anew->setEnabled(why.isEmpty());
    anew->setAccessibleDescription(why);
    //: %1 is a sentence. 中文：不能重新复制：%1
    anewOff->setText(OperationView::tr("Cannot be replicated anew from here: %1").arg(why));
    anewOff->setVisible(!why.isEmpty());
}

void OperationView::Private::renderProgress(const models::Operation &operation)
{
    const bool moves = operation.state == State::Sent || operation.state == State::Accepted ||
                       operation.state == State::Running || (operation.state == State::SettledAccepted && !operation.isOver());
    progress->setVisible(moves);
    progressText->setVisible(moves);
    if (!moves)
        return;
    //: %1 is "Replicate backup · autobk_1 → cn-east-3"
    progress->setAccessibleName(OperationView::tr("Progress of %1").arg(operationTitle(operation)));
    QString text;
    if (const std::optional<int> percent = operation.progress()) {
        reachedOverall = std::max(reachedOverall, std::clamp(*percent, 0, 99)); // the end is a state, not a number
        progress->setRange(0, 100);
        progress->setValue(reachedOverall);
        text = formats::percent(reachedOverall);
    } else if (operation.taken() > 1) {
        progress->setRange(0, operation.taken());
        progress->setValue(int(std::ranges::count_if(
            operation.parts, [](const models::OperationPart &part) { return part.isTaken() && part.final; })));
        text = OperationView::tr("no number from the service");
    } else {
        progress->setRange(0, 0);
        text =
            operation.state == State::Sent ? OperationView::tr("no answer yet") : OperationView::tr("no number from the service");
    }
    if (operation.taken() > 1) {
        qint64 doneMb = 0, allMb = 0;
        for (const models::OperationPart &part : operation.parts) {
            allMb += part.isTaken() ? part.sizeMb.value_or(0) : 0;
            doneMb += part.isTaken() && part.final && !part.failed ? part.sizeMb.value_or(0) : 0;
        }
        //: %1 and %2 are numbers of copies, %3 and %4 their sizes, %5 a percentage of all. 中文：已完成 %1 / %2（%3 / %4）· %5
        text = OperationView::tr("%1 of %2 done (%3 of %4) · %5")
                   .arg(formats::number(operation.done()), formats::number(operation.taken()), formats::sizeMb(doneMb),
                        formats::sizeMb(allMb), text);
    }
    progress->setVisible(progress->maximum() > 0); // a bar without a number would look full
    progressText->setText(text);
    progress->setAccessibleDescription(text);
}

QString OperationView::Private::partProgress(const models::OperationPart &part) const
{
    const int percent = reached.value(part.id, -1);
    if (part.failed && percent >= 0)
        //: %1 is "62 %"
        return OperationView::tr("stopped at %1").arg(formats::percent(percent));
    if (part.final && part.began.isValid() && part.ended >= part.began)
        //: %1 is a duration such as "4 min". 中文：用时 %1
        return OperationView::tr("took %1").arg(formats::age(part.began.secsTo(part.ended)));
    if (part.final)
        return formats::none();
    return percent >= 0 ? formats::percent(percent) : OperationView::tr("no number");
}

/// What is known of one part beside its state, in one line.
QString OperationView::Private::partKnown(const models::Operation &operation, const models::OperationPart &part) const
{
    using Check = models::OperationPart::Check;
    using Plan = models::OperationPart::Plan;
    QStringList said;
    if (part.failed) {
        for (const QString &word :
             {formats::plain(part.code), formats::plain(part.reason), ErrorText::codeExplained(part.code)}) {
            if (!word.isEmpty())
                said << word;
        }
    }
    if (!part.isTaken())
        //: Of a backup a policy did not take. 中文：服务端没有为其建立复制记录
        said << OperationView::tr("the service made no record for it");
    else if (part.plan == Plan::None && ofPolicy(operation))
        said << OperationView::tr("not foreseen"); //: Of a backup a policy took. 中文：不在预计内
    switch (part.check) {
    case Check::None:
        break;
    case Check::Asking:
        said << OperationView::tr("its replica is being looked for"); //: 中文：正在核实副本
        break;
    case Check::Exists:
        said << OperationView::tr("replica seen"); //: Its id is the cell's tip. 中文：已查到副本
        break;
    case Check::Absent:
        said << OperationView::tr("replica not found"); //: Its id is the cell's tip. 中文：未查到副本
        break;
    case Check::Unknown:
        said << OperationView::tr("replica not looked for"); //: It could not be. Its id is the cell's tip. 中文：无法核实副本
        break;
    }
    return said.join(u" · "_s);
}

void OperationView::Private::renderParts(const models::Operation &operation)
{
    const bool answered = operation.taken() > 0 || operation.isOver();
    const int count = int(operation.parts.size());
    partsTitle->setVisible(count > 0);
    parts->setVisible(count > 0);
    parts->setRowCount(count);
    bool anySaid = false, anyServer = false, anySize = false;
    for (int row = 0; row < count; ++row) {
        const models::OperationPart &part = operation.parts.at(row);
        if (part.progress)
            reached[part.id] =
                std::max(reached.value(part.id, 0), std::clamp(*part.progress, 0, part.final && !part.failed ? 100 : 99));
        if (part.isTaken()) {
            const QString shown =
                part.word.isEmpty() ? OperationView::tr("not looked yet") : stateLook(StateKind::Record, part.word).word;
            putState(parts, row, PartState, StateKind::Record, part.word, shown);
        } else {
            const bool maybe = part.plan == models::OperationPart::Plan::Maybe || operation.state == State::InDoubt;
            const QString word = answered ? u"not-taken"_s : maybe ? u"may-be-copied"_s : u"copied"_s;
            putState(parts, row, PartState, StateKind::Fate, word, stateLook(StateKind::Fate, word).word);
        }
        putText(parts, row, PartServer, part.server.isEmpty() ? formats::none() : formats::plain(part.server));
        const QString name = part.name.isEmpty() ? part.backupId : part.name;
        putText(parts, row, PartName, formats::plain(name.isEmpty() ? operation.targetName : name));
        put(cellAt(parts, row, PartState), Qt::ToolTipRole, formats::plain(part.id));
        putText(parts, row, PartSize, part.sizeMb ? formats::sizeMb(*part.sizeMb) : formats::none(), models::CellKind::Size);
        putText(parts, row, PartRecord, part.id.isEmpty() ? formats::none() : formats::shortId(formats::plain(part.id)),
                models::CellKind::Id);
        if (!part.id.isEmpty()) {
            put(cellAt(parts, row, PartRecord), Qt::ToolTipRole, formats::plain(part.id));
            put(cellAt(parts, row, PartRecord), Qt::AccessibleTextRole, formats::plain(part.id));
        }
        putText(parts, row, PartProgress, part.isTaken() ? partProgress(part) : formats::none(),
                part.final || !part.isTaken() ? models::CellKind::Number : models::CellKind::Progress);
        const bool numbered = reached.contains(part.id);
        put(cellAt(parts, row, PartProgress), models::ProgressRole,
            part.final || !part.isTaken() ? int(models::NoProgress)
            : numbered                    ? reached.value(part.id)
                                          : int(models::UnknownProgress));
        const QString known = answered ? partKnown(operation, part) : QString();
        anySaid = anySaid || !known.isEmpty();
        anyServer = anyServer || !part.server.isEmpty();
        anySize = anySize || part.sizeMb;
        putText(parts, row, PartSaid, known.isEmpty() ? formats::none() : known);
        if (!part.madeId.isEmpty())
            put(cellAt(parts, row, PartSaid), Qt::ToolTipRole, formats::plain(part.madeId));
    }
    parts->setColumnHidden(PartSaid, !anySaid);
    parts->setColumnHidden(PartRecord, count > 1); // its tip and "Show record" tell it
    parts->setColumnHidden(PartServer, !anyServer || count == 1);
    parts->setColumnHidden(PartSize, !anySize || count == 1);
    fitHeight(parts);
}

void OperationView::Private::renderJob(const models::Operation &operation)
{
    job->setVisible(operation.job.has_value());
    if (operation.job)
        job->setJob(*operation.job, view.m_zone, view.m_transport.serverNow());
}

QString OperationView::Private::stepDetail(const models::Operation::Step &step) const
{
    bool isNumber = false;
    const int number = step.detail.toInt(&isNumber);
    if (step.kind == models::Operation::Step::Kind::Looked)
        return isNumber                ? OperationView::tr("Looked: %n candidate(s)", nullptr, number)
               : step.detail.isEmpty() ? OperationView::tr("Looked")
                                       //: %1 is data such as a code
                                       : OperationView::tr("Looked: %1").arg(formats::plain(step.detail));
    if (step.detail == "found"_L1)
        return OperationView::tr("as found at the start of the program"); //: Of a step. 中文：程序启动时发现
    if (step.detail == "presumed"_L1)
        return OperationView::tr("presumed: entries of the ledger are missing"); //: Of a step. 中文：推定：操作记录缺少条目
    if (step.detail == "ledger"_L1)
        return OperationView::tr("the ledger could not be written"); //: Of a step. 中文：无法写入操作记录
    if (step.detail == "declared"_L1)
        return OperationView::tr("declared by a person"); //: Of a step. 中文：人工声明
    if (step.detail == "older"_L1)
        return OperationView::tr("an older one was in the way"); //: Of a step. 中文：已有更早的副本
    return step.detail.isEmpty() ? formats::none() : formats::plain(step.detail);
}

void OperationView::Private::renderTimeline(const models::Operation &operation)
{
    const int count = int(operation.timeline.size());
    timeline->setRowCount(count);
    timelineTitle->setVisible(count > 0);
    timeline->setVisible(count > 0);
    for (int row = 0; row < count; ++row) {
        const models::Operation::Step &step = operation.timeline.at(row);
        const QString word = models::Operation::word(step.state);
        putText(timeline, row, StepTime, formats::clock(step.at, view.m_zone), models::CellKind::Time);
        putState(timeline, row, StepState, StateKind::Operation, word, stateLook(StateKind::Operation, word).word);
        putText(timeline, row, StepDetail, stepDetail(step));
    }
    fitHeight(timeline);
}

} // namespace ui
