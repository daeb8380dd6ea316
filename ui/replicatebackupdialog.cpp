#include "ui/replicatebackupdialog.h"

#include "ui/appstyle.h"
#include "ui/errortext.h"
#include "ui/formats.h"
#include "ui/formrow.h"
#include "ui/icons.h"
#include "ui/messagebar.h"
#include "ui/operationview.h"
#include "ui/requesttab.h"
#include "ui/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QElapsedTimer>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QSet>
#include <QTabWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

using Stage = models::ReplicateBackupFlow::Stage;

constexpr int iconSize = 14;
constexpr int settleMs = 300; // of quiet before a value is judged

const net::Field *fieldOf(const QString &name)
{
    for (const net::Field &field : net::verbs::replicateBackup.fields) {
        if (name == QLatin1StringView(field.name))
            return &field;
    }
    return nullptr;
}

// A name of 255 characters must not widen the window: it is cut in the middle, whole in the tool tip and for screen readers.
class NameLabel final : public QLabel
{
public:
    explicit NameLabel(const QString &text, QWidget *parent) : QLabel(parent)
    {
        setTextFormat(Qt::PlainText);
        setText(text);
        setAccessibleName(text);
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const QString shown = fontMetrics().elidedText(text(), Qt::ElideMiddle, width());
        setToolTip(shown == text() ? QString() : u"<qt>%1</qt>"_s.arg(text().toHtmlEscaped()));
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter, shown);
    }
};

QLabel *wrapped(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setMinimumWidth(40);
    return label;
}

} // namespace

/// The widgets; what is filled in lives in the flow.
struct ReplicateBackupDialog::Private final : QObject
{
    Private(ReplicateBackupDialog &owner, std::unique_ptr<models::ReplicateBackupFlow> draft, models::Operations &all,
            net::Transport &transport, const QTimeZone &timeZone);

    bool eventFilter(QObject *watched, QEvent *event) override;
    void build(net::Transport &transport);
    void connectAll();
    void edited(const QString &field);
    void judge(const QString &field);
    void judgePending();
    void confirm();
    void retranslate();
    void restyle();
    void render();
    void renderChoices();
    void renderField(const QString &field);
    void renderMessages();
    void renderPreview();
    void renderFooter();
    QString place(const QString &region, const QString &projectId) const;
    QString size() const;
    QString why() const;

    ReplicateBackupDialog &dialog;
    std::unique_ptr<models::ReplicateBackupFlow> flow;
    models::Operations &operations;
    QTimeZone zone;

    QScrollArea *scroll = nullptr; // low screens and long messages
    QWidget *form = nullptr;
    QLabel *inputs = nullptr; // what was sent, in one line
    FormRow *backupRow = nullptr, *serverRow = nullptr, *takenRow = nullptr;
    QHash<QString, FormRow *> rows;
    QLabel *taken = nullptr;
    QComboBox *region = nullptr, *project = nullptr;
    QLineEdit *name = nullptr, *description = nullptr;
    QCheckBox *acceleration = nullptr;
    QLabel *costIcon = nullptr, *cost = nullptr;
    QWidget *costLine = nullptr;
    QTabWidget *tabs = nullptr;
    MessageBar *trouble = nullptr, *preview = nullptr;
    RequestTab *request = nullptr;
    OperationView *outcome = nullptr;
    QLabel *once = nullptr;
    QPushButton *again = nullptr, *cancel = nullptr, *confirmButton = nullptr, *close = nullptr;

    QSet<QString> pending;            // fields being typed in
    QHash<QString, QString> problems; // as last judged
    QTimer settle;
    QElapsedTimer sinceSent;
    QString told; // what `trouble` shows
    bool rendering = false;
};

ReplicateBackupDialog::Private::Private(ReplicateBackupDialog &owner, std::unique_ptr<models::ReplicateBackupFlow> draft,
                                        models::Operations &all, net::Transport &transport, const QTimeZone &timeZone)
    : dialog(owner), flow(std::move(draft)), operations(all), zone(timeZone)
{
    settle.setSingleShot(true);
    settle.setInterval(settleMs);
    build(transport);
    connectAll();
    retranslate();
}

void ReplicateBackupDialog::Private::build(net::Transport &transport)
{
    scroll = new QScrollArea(&dialog);
    form = new QWidget;
    scroll->setWidget(form);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    trouble = new MessageBar(form);
    trouble->setObjectName(u"trouble"_s);

    const net::Backup &backup = flow->backups().first();
    backupRow = new FormRow({}, new NameLabel(formats::plain(backup.name.isEmpty() ? backup.id : backup.name), form), form);
    serverRow = new FormRow(
        {}, new NameLabel(formats::plain(backup.resourceName.isEmpty() ? backup.resourceId : backup.resourceName), form), form);
    taken = wrapped(form);
    takenRow = new FormRow({}, taken, form);

    region = new QComboBox(form);
    project = new QComboBox(form);
    name = new QLineEdit(form);
    description = new QLineEdit(form);
    acceleration = new QCheckBox(form);
    region->setObjectName(u"destination_region"_s);
    project->setObjectName(u"destination_project_id"_s);
    name->setObjectName(u"name"_s);
    description->setObjectName(u"description"_s);
    acceleration->setObjectName(u"enable_acceleration"_s);
    for (QComboBox *box : {region, project}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(12);
    }
    const std::array<QWidget *, 4> fields = {region, project, name, description};
    for (QWidget *field : fields)
        rows.insert(field->objectName(), new FormRow({}, field, form));

    costLine = new QWidget(form);
    costIcon = new QLabel(costLine);
    costIcon->setFixedSize(iconSize, iconSize);
    cost = wrapped(costLine);
    cost->setObjectName(u"cost"_s);
    auto *costLayout = new QHBoxLayout(costLine);
    costLayout->setContentsMargins(0, 0, 0, 0);
    costLayout->setSpacing(6);
    costLayout->addWidget(costIcon);
    costLayout->addWidget(cost, 1);
    QSizePolicy keeps = costLine->sizePolicy();
    keeps.setRetainSizeWhenHidden(true); // nothing jumps
    costLine->setSizePolicy(keeps);
    auto *extra = new QWidget(form);
    auto *extraLayout = new QVBoxLayout(extra);
    extraLayout->setContentsMargins(0, 0, 0, 0);
    extraLayout->setSpacing(2);
    extraLayout->addWidget(acceleration);
    extraLayout->addWidget(costLine);
    auto *extraRow = new FormRow({}, extra, form);
    extraRow->setFocusProxy(acceleration);
    rows.insert(acceleration->objectName(), extraRow);

    tabs = new QTabWidget(form);
    auto *first = new QWidget(tabs);
    preview = new MessageBar(first);
    preview->setObjectName(u"preview"_s);
    auto *firstLayout = new QVBoxLayout(first);
    firstLayout->setContentsMargins(0, 8, 0, 0);
    firstLayout->addWidget(preview);
    firstLayout->addStretch(1);
    request = new RequestTab(transport, tabs);
    tabs->setDocumentMode(true);
    tabs->addTab(first, {});
    tabs->addTab(request, {});

    auto *formLayout = new QVBoxLayout(form);
    formLayout->setContentsMargins(0, 0, 0, 0);
    formLayout->setSpacing(6);
    formLayout->addWidget(trouble);
    for (FormRow *row : {backupRow, serverRow, takenRow})
        formLayout->addWidget(row);
    auto *where = new QHBoxLayout;
    where->setSpacing(12);
    where->addWidget(rows.value(region->objectName()), 1);
    where->addWidget(rows.value(project->objectName()), 1);
    formLayout->addLayout(where);
    formLayout->addWidget(rows.value(name->objectName()));
    formLayout->addWidget(rows.value(description->objectName()));
    formLayout->addWidget(extraRow);
    formLayout->addWidget(tabs, 1);
    formLayout->addStretch(); // where there are no tabs

    inputs = wrapped(&dialog);
    inputs->setObjectName(u"inputs"_s);
    inputs->setTextInteractionFlags(Qt::TextSelectableByMouse);
    outcome = new OperationView(operations, transport, zone, &dialog);
    outcome->setObjectName(u"operation"_s);

    once = wrapped(&dialog);
    cancel = new QPushButton(&dialog);
    confirmButton = new QPushButton(&dialog);
    close = new QPushButton(&dialog);
    cancel->setObjectName(u"cancel"_s);
    confirmButton->setObjectName(u"confirm"_s);
    close->setObjectName(u"close"_s);
    for (QPushButton *button : {cancel, close})
        button->setAutoDefault(false);
    makePrimary(confirmButton);
    makePrimary(close);
    confirmButton->setDefault(true);
    auto *footer = new QHBoxLayout;
    footer->setSpacing(8);
    footer->addWidget(once, 1);
    footer->addWidget(cancel);
    footer->addWidget(confirmButton);
    footer->addWidget(close);

    auto *all = new QVBoxLayout(&dialog);
    all->setContentsMargins(16, 16, 16, 16);
    all->setSpacing(12);
    all->addWidget(scroll, 1);
    all->addWidget(inputs);
    all->addWidget(outcome, 1);
    all->addLayout(footer);
    inputs->hide();
    outcome->hide();
    close->hide();

    region->setFocus();
}

void ReplicateBackupDialog::Private::connectAll()
{
    connect(flow.get(), &models::ReplicateBackupFlow::changed, this, &Private::render);
    connect(&operations, &models::Operations::changed, this, [this](quint64 id) {
        if (id == flow->operationId())
            renderFooter();
    });
    connect(region, &QComboBox::activated, this, [this](int index) {
        flow->set(region->objectName(), region->itemData(index).toString());
        judge(region->objectName());
        judge(project->objectName());
    });
    connect(project, &QComboBox::activated, this, [this](int index) {
        flow->set(project->objectName(), project->itemData(index).toString());
        judge(project->objectName());
    });
    connect(name, &QLineEdit::textEdited, this, [this](const QString &text) {
        edited(u"name"_s);
        flow->set(u"name"_s, text);
    });
    connect(description, &QLineEdit::textEdited, this, [this](const QString &text) {
        edited(u"description"_s);
        flow->set(u"description"_s, text);
    });
    connect(acceleration, &QCheckBox::toggled, this, [this](bool on) {
        if (!rendering)
            flow->set(u"enable_acceleration"_s, on ? u"true"_s : u"false"_s);
    });
    connect(&settle, &QTimer::timeout, this, &Private::judgePending);
    connect(confirmButton, &QPushButton::clicked, this, &Private::confirm);
    connect(cancel, &QPushButton::clicked, &dialog, &QDialog::reject);
    connect(close, &QPushButton::clicked, &dialog, &QDialog::accept);
    connect(outcome, &OperationView::recordWanted, &dialog, &ReplicateBackupDialog::recordWanted);
    for (QWidget *field :
         std::initializer_list<QWidget *>{region, project, name, description, acceleration, confirmButton, close})
        field->installEventFilter(this);
    dialog.installEventFilter(this);
}

bool ReplicateBackupDialog::Private::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut && pending.contains(watched->objectName()))
        judgePending();
    // What stands where the verb stood is not to be hit by what was meant for the verb: Enter held down or struck twice, the
    // second half of a double click.
    const bool justSent = sinceSent.isValid() && sinceSent.elapsed() < QApplication::doubleClickInterval();
    if (event->type() == QEvent::KeyPress && (watched == &dialog || watched == confirmButton || watched == close)) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enters = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter || key->key() == Qt::Key_Space;
        if (enters && (key->isAutoRepeat() || justSent))
            return true;
    }
    if (watched == close && justSent &&
        (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick))
        return true;
    return QObject::eventFilter(watched, event);
}

void ReplicateBackupDialog::Private::edited(const QString &field)
{
    pending.insert(field);
    settle.start();
}

void ReplicateBackupDialog::Private::judge(const QString &field)
{
    pending.remove(field);
    problems.insert(field, ErrorText::reason(flow->problem(field)));
    renderField(field);
}

void ReplicateBackupDialog::Private::judgePending()
{
    const QSet<QString> fields = std::exchange(pending, {});
    for (const QString &field : fields)
        judge(field);
}

void ReplicateBackupDialog::Private::confirm()
{
    if (flow->stage() == Stage::Submitted)
        return;
    if (flow->obstacle())
        return;
    if (const QString wrong = flow->firstProblem(); !wrong.isEmpty()) {
        for (auto it = rows.cbegin(); it != rows.cend(); ++it)
            judge(it.key());
        if (FormRow *row = rows.value(wrong))
            row->setFocus(Qt::OtherFocusReason);
        return;
    }
    confirmButton->setEnabled(false);
    sinceSent.start();
    if (flow->confirm() == 0) {
        sinceSent.invalidate();
        render();
        return;
    }
    render();
    close->setFocus(Qt::OtherFocusReason);
}

QString ReplicateBackupDialog::Private::place(const QString &regionId, const QString &projectId) const
{
    QString shown = formats::plain(projectId);
    const QList<net::Project> known = flow->projects();
    for (const net::Project &candidate : known) {
        if (candidate.id == projectId && !candidate.name.isEmpty() && regionId != flow->scope().region)
            shown = formats::plain(candidate.name);
    }
    //: %1 is a region, %2 a project
    return ReplicateBackupDialog::tr("%1 / %2").arg(regionId.isEmpty() ? formats::none() : formats::plain(regionId),
                                                    shown.isEmpty() ? formats::none() : shown);
}

QString ReplicateBackupDialog::Private::size() const
{
    return flow->backups().first().sizeMb ? formats::sizeMb(*flow->backups().first().sizeMb) : ReplicateBackupDialog::tr("size unknown");
}

QString ReplicateBackupDialog::Private::why() const
{
    if (const net::Reason obstacle = flow->obstacle())
        return ErrorText::reason(obstacle);
    if (flow->stage() == Stage::Loading)
        return ReplicateBackupDialog::tr("The service is being asked for regions and projects");
    return {};
}

void ReplicateBackupDialog::Private::retranslate()
{
    //: %1 is "region / project"
    dialog.setWindowTitle(
        ReplicateBackupDialog::tr("Replicate backup — %1").arg(place(flow->scope().region, flow->scope().projectId)));
    backupRow->setLabel(ReplicateBackupDialog::tr("Backup"));
    serverRow->setLabel(ReplicateBackupDialog::tr("Server"));
    takenRow->setLabel(ReplicateBackupDialog::tr("Taken"));
    const net::Backup &backup = flow->backups().first();
    const QDateTime at = backup.protectedAt.utc.isValid() ? backup.protectedAt.utc : backup.createdAt.utc;
    const QString time = at.isValid() ? u"%1 %2"_s.arg(formats::time(at, zone, true), formats::zoneName(zone, at))
                                      : ReplicateBackupDialog::tr("time unknown");
    taken->setText(u"%1 · %2"_s.arg(time, size()));
    rows.value(region->objectName())->setLabel(ReplicateBackupDialog::tr("Copy &to"));
    rows.value(project->objectName())->setLabel(ReplicateBackupDialog::tr("&Project"));
    rows.value(name->objectName())->setLabel(ReplicateBackupDialog::tr("&Name"));
    rows.value(name->objectName())
        ->setRule(ReplicateBackupDialog::tr("Chinese characters, letters, digits, _ and -. May be empty"));
    rows.value(description->objectName())->setLabel(ReplicateBackupDialog::tr("&Description"));
    rows.value(description->objectName())->setRule(ReplicateBackupDialog::tr("Any text without < and >. May be empty"));
    acceleration->setText(ReplicateBackupDialog::tr("Enable &acceleration (extra charge)"));
    //: %1 is a size such as "38.2 GB"
    cost->setText(
        ReplicateBackupDialog::tr("Costs extra. The service sets the price, Ballast does not know it. %1 would be copied")
            .arg(size()));
    acceleration->setAccessibleDescription(cost->text());
    tabs->setTabText(0, ReplicateBackupDialog::tr("&What will happen"));
    tabs->setTabText(1, ReplicateBackupDialog::tr("&Request"));
    tabs->setAccessibleName(ReplicateBackupDialog::tr("Preview"));
    once->setText(ReplicateBackupDialog::tr("Sent once. Nothing is sent again by itself."));
    cancel->setText(ReplicateBackupDialog::tr("Cancel"));
    confirmButton->setText(ReplicateBackupDialog::tr("Replicate %n backup(s)", nullptr, 1));
    FormRow::align({backupRow, serverRow, takenRow, rows.value(region->objectName()), rows.value(name->objectName()),
                    rows.value(description->objectName()), rows.value(acceleration->objectName())});
    for (auto it = problems.begin(); it != problems.end(); ++it)
        *it = ErrorText::reason(flow->problem(it.key()));
    told.clear();
    restyle();
    render();
}

void ReplicateBackupDialog::Private::restyle()
{
    const QPalette palette = dialog.palette();
    const QColor warn = Theme::color(Token::Warn, palette);
    costIcon->setPixmap(
        pixmap(u"money"_s, warn, palette.color(QPalette::Active, QPalette::Window), iconSize, dialog.devicePixelRatioF()));
    QPalette ink; // only what is set in it overrides: the rest goes on following the theme
    ink.setColor(QPalette::WindowText, warn);
    cost->setPalette(ink);
    QPalette quiet;
    quiet.setColor(QPalette::WindowText, Theme::secondary(palette));
    once->setPalette(quiet);
}

void ReplicateBackupDialog::Private::render()
{
    const bool sent = flow->stage() == Stage::Submitted;
    scroll->setVisible(!sent);
    inputs->setVisible(sent);
    if (sent) {
        QStringList said = {place(flow->value(u"destination_region"_s), flow->value(u"destination_project_id"_s)), size()};
        if (const QString value = flow->value(u"name"_s); !value.isEmpty())
            said << ReplicateBackupDialog::tr("name “%1”").arg(formats::plain(value));
        if (const QString value = flow->value(u"description"_s); !value.isEmpty())
            said << ReplicateBackupDialog::tr("description “%1”").arg(formats::plain(value));
        said << (flow->value(u"enable_acceleration"_s) == "true"_L1 ? ReplicateBackupDialog::tr("accelerated, costs extra")
                                                                    : ReplicateBackupDialog::tr("not accelerated"));
        inputs->setText(said.join(u" · "_s));
        if (outcome->operation() != flow->operationId()) {
            outcome->setVisible(true);
            outcome->show(flow->operationId());
        }
    } else {
        rendering = true;
        renderChoices();
        for (auto it = rows.cbegin(); it != rows.cend(); ++it)
            renderField(it.key());
        renderMessages();
        renderPreview();
        rendering = false;
    }
    renderFooter();
}

void ReplicateBackupDialog::Private::renderChoices()
{
    // Filled anew only when the choices differ: an open list and the place of a screen reader stay.
    const auto fill = [](QComboBox *box, const QStringList &ids, const QStringList &texts, const QString &chosen) {
        QStringList has;
        for (int at = 0; at < box->count(); ++at)
            has << box->itemData(at).toString() << box->itemText(at);
        QStringList wants;
        for (int at = 0; at < ids.size(); ++at)
            wants << ids.at(at) << texts.at(at);
        if (has != wants) {
            box->clear();
            for (int at = 0; at < ids.size(); ++at) {
                box->addItem(texts.at(at), ids.at(at));
                box->setItemData(at, formats::plain(ids.at(at)), Qt::ToolTipRole);
            }
        }
        const int at = int(ids.indexOf(chosen));
        if (box->currentIndex() != at)
            box->setCurrentIndex(at);
    };
    QStringList regionTexts;
    for (const QString &id : flow->regions())
        regionTexts << formats::plain(id);
    fill(region, flow->regions(), regionTexts, flow->value(region->objectName()));
    QStringList ids, texts;
    const QList<net::Project> known = flow->projects();
    for (const net::Project &candidate : known) {
        ids << candidate.id;
        texts << u"%1 · %2"_s.arg(formats::plain(candidate.name), formats::shortId(formats::plain(candidate.id)));
    }
    fill(project, ids, texts, flow->value(project->objectName()));

    const bool loading = flow->stage() == Stage::Loading && !flow->loadError();
    const QString asking = ReplicateBackupDialog::tr("Asking the service…");
    const QString noRegion = loading             ? asking
                             : flow->loadError() ? ReplicateBackupDialog::tr("Not known")
                                                 : ReplicateBackupDialog::tr("None offered");
    region->setPlaceholderText(flow->regions().isEmpty() ? noRegion : ReplicateBackupDialog::tr("Choose a region"));
    project->setPlaceholderText(!ids.isEmpty() ? ReplicateBackupDialog::tr("Choose a project")
                                : loading      ? asking
                                : flow->value(region->objectName()).isEmpty()
                                    ? ReplicateBackupDialog::tr("Choose a region first")
                                    : ReplicateBackupDialog::tr("None you can use there"));
    rows.value(region->objectName())
        ->setRule(flow->regions().isEmpty() ? noRegion : ReplicateBackupDialog::tr("Only regions the service offers"));
    rows.value(project->objectName())
        ->setRule(ids.isEmpty() ? project->placeholderText()
                                : ReplicateBackupDialog::tr("Only projects of that region you can use"));

    const auto take = [](QLineEdit *line, const QString &value) {
        if (line->text() != value)
            line->setText(value); // else the cursor would jump
    };
    take(name, flow->value(name->objectName()));
    take(description, flow->value(description->objectName()));
    acceleration->setChecked(flow->value(acceleration->objectName()) == "true"_L1);
    costLine->setVisible(acceleration->isChecked());
}

void ReplicateBackupDialog::Private::renderField(const QString &field)
{
    FormRow *row = rows.value(field);
    const net::Field *described = fieldOf(field);
    if (!row || !described)
        return;
    if (const std::optional<net::Room> room = net::room(*described, flow->value(field)))
        row->setCounter(room->bytes ? formats::bytes(room->used, room->most)
                                    : u"%1 / %2"_s.arg(formats::number(room->used), formats::number(room->most)),
                        room->used > room->most);
    if (problems.contains(field) && !pending.contains(field)) {
        problems.insert(field, ErrorText::reason(flow->problem(field)));
        row->setProblem(problems.value(field));
    }
    if (field == acceleration->objectName())
        acceleration->setAccessibleDescription(cost->text());
}

void ReplicateBackupDialog::Private::renderMessages()
{
    QString headline;
    QList<QPair<QString, QString>> said;
    int verbatim = -1;
    Token token = Token::Bad;
    QString iconName = u"warning"_s;
    bool canAsk = false;
    if (const net::Reason obstacle = flow->obstacle()) {
        headline = ErrorText::reason(obstacle);
        token = obstacle.code == net::Reason::Code::ReadOnly ? Token::Idle : Token::Warn;
        iconName = obstacle.code == net::Reason::Code::ReadOnly ? u"lock"_s : u"warning"_s;
    } else if (flow->loadError()) {
        const ErrorText::Said error = ErrorText::of(*flow->loadError());
        headline = error.headline;
        said.append({ReplicateBackupDialog::tr("Tried"),
                     ReplicateBackupDialog::tr("Ask for the regions and projects backups can be copied to")});
        if (!error.server.isEmpty()) {
            verbatim = int(said.size());
            said.append({ReplicateBackupDialog::tr("Server said"), error.server});
        }
        if (!error.code.isEmpty())
            said.append({ReplicateBackupDialog::tr("Code"),
                         error.meaning.isEmpty() ? error.code : u"%1 · %2"_s.arg(error.code, error.meaning)});
        said.append({ReplicateBackupDialog::tr("Next"), error.remedy});
        iconName = u"failed"_s;
        canAsk = true;
    } else if (flow->stage() != Stage::Loading && flow->regions().isEmpty()) {
        //: %1 is a region
        headline = ReplicateBackupDialog::tr("The service offers no region to copy backups of %1 to")
                       .arg(formats::plain(flow->scope().region));
        said.append({ReplicateBackupDialog::tr("Next"),
                     ReplicateBackupDialog::tr("Replication is set up by the service, region by region. Ask again later")});
        token = Token::Warn;
        canAsk = true;
    }
    trouble->setVisible(!headline.isEmpty());
    tabs->setVisible(!canAsk); // with nowhere to copy to there is nothing to preview
    QStringList all = {headline, iconName, canAsk ? u"ask"_s : QString()};
    for (const auto &[label, text] : std::as_const(said))
        all << label << text;
    const QString tell = all.join(u'\n');
    if (tell == told)
        return;
    told = tell;
    trouble->clearButtons();
    trouble->setMessage(token, iconName, headline, said, verbatim);
    if (canAsk) {
        again = trouble->addButton(ReplicateBackupDialog::tr("Tr&y again"));
        again->setObjectName(u"try-again"_s);
        connect(again, &QPushButton::clicked, flow.get(), &models::ReplicateBackupFlow::reload);
    }
}

void ReplicateBackupDialog::Private::renderPreview()
{
    const QString to = place(flow->value(u"destination_region"_s), flow->value(u"destination_project_id"_s));
    const QString count = ReplicateBackupDialog::tr("%n backup(s)", nullptr, 1);
    const bool chosen = !flow->value(u"destination_region"_s).isEmpty();
    const QString headline = chosen
                                 //: %1 is "1 backup", %2 a size, %3 "region / project"
                                 ? ReplicateBackupDialog::tr("%1, %2, will be copied to %3").arg(count, size(), to)
                                 //: %1 is "1 backup", %2 a size
                                 : ReplicateBackupDialog::tr("%1, %2. No destination is chosen yet").arg(count, size());
    preview->setMessage(
        Token::Run, u"info"_s, headline,
        {{ReplicateBackupDialog::tr("From"), place(flow->scope().region, flow->scope().projectId)},
         {ReplicateBackupDialog::tr("Refusal"),
          ReplicateBackupDialog::tr("The service refuses when a replica exists or is being made there")},
         {ReplicateBackupDialog::tr("Decided"), ReplicateBackupDialog::tr("The service decides at the moment of sending")}});
    request->setRequest(flow->request());
}

void ReplicateBackupDialog::Private::renderFooter()
{
    const bool sent = flow->stage() == Stage::Submitted;
    cancel->setVisible(!sent);
    confirmButton->setVisible(!sent);
    close->setVisible(sent);
    const models::Operation *operation = flow->operation();
    close->setText(operation && !operation->isOver() && operation->state != models::Operation::State::InDoubt
                       ? ReplicateBackupDialog::tr("Close, go on in the background")
                       : ReplicateBackupDialog::tr("Close")); // a doubt waits for a person, nothing goes on
    const QString reason = why();
    confirmButton->setEnabled(!sent && reason.isEmpty());
    confirmButton->setAccessibleDescription(reason);
    confirmButton->setToolTip(reason.isEmpty() ? QString() : u"<qt>%1</qt>"_s.arg(reason.toHtmlEscaped()));
    confirmButton->setDefault(!sent);
    close->setDefault(sent);
}

ReplicateBackupDialog::ReplicateBackupDialog(std::unique_ptr<models::ReplicateBackupFlow> flow, models::Operations &operations,
                                             net::Transport &transport, const QTimeZone &zone, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"replicate-backup"_s);
    d = std::make_unique<Private>(*this, std::move(flow), operations, transport, zone);
    resize(760, 580);
}

ReplicateBackupDialog::~ReplicateBackupDialog() = default;

void ReplicateBackupDialog::setZone(const QTimeZone &zone)
{
    d->zone = zone;
    d->outcome->setZone(zone);
    d->retranslate();
}

void ReplicateBackupDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (!d)
        return;
    if (event->type() == QEvent::LanguageChange)
        d->retranslate();
    else if (event->type() == QEvent::PaletteChange)
        d->restyle();
}

} // namespace ui
