#include "ui/queueview.h"

#include "ui/brieftable.h"
#include "ui/celldelegate.h"
#include "ui/errortext.h"
#include "ui/formats.h"
#include "ui/labels.h"
#include "ui/messagebar.h"
#include "ui/statelook.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

using State = models::Operation::State;

/// What is known of one write, in one line.
QString known(const models::Operation &operation)
{
    if (operation.error) {
        const QString meaning = ErrorText::codeMeaning(operation.error->code);
        return meaning.isEmpty() ? ErrorText::of(*operation.error).headline : meaning;
    }
    switch (operation.state) {
    case State::Queued:
        return QueueView::tr("Waits for its turn"); //: Of a queued write. 中文：等待发送
    case State::Withdrawn:
        return QueueView::tr("Nothing was sent"); //: 中文：未发送
    default:
        break;
    }
    if (operation.parts.isEmpty())
        return {};
    const models::OperationPart &part = operation.parts.first();
    if (part.failed)
        return part.reason.isEmpty() ? ErrorText::codeExplained(part.code) : formats::plain(part.reason);
    if (!part.madeId.isEmpty())
        //: %1 is a shortened id. 中文：副本 %1
        return QueueView::tr("Replica %1").arg(formats::shortId(formats::plain(part.madeId)));
    return part.word.isEmpty() ? QString() : stateLook(StateKind::Record, part.word).word;
}

} // namespace

QueueView::QueueView(models::Operations &operations, const net::Transport &transport, quint64 queueId, QWidget *parent)
    : QWidget(parent), m_operations(operations), m_transport(transport), m_queueId(queueId),
      m_said(plainLabel(this, u"queue-said"_s)), m_pause(new QPushButton(this)), m_withdraw(new QPushButton(this)),
      m_stopped(new MessageBar(this)), m_table(new RowsTable(u"queue-rows"_s, this))
{
    m_pause->setObjectName(u"queue-pause"_s);
    m_withdraw->setObjectName(u"queue-withdraw"_s);
    m_stopped->setObjectName(u"queue-stopped"_s);
    for (QPushButton *button : {m_pause, m_withdraw})
        button->setAutoDefault(false);
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_said, 1);
    line->addWidget(m_pause);
    line->addWidget(m_withdraw);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(8);
    all->addLayout(line);
    all->addWidget(m_stopped);
    all->addWidget(m_table, 1);
    connect(m_pause, &QPushButton::clicked, this, [this] {
        const models::OperationQueue *queue = m_operations.queue(m_queueId);
        if (queue && queue->paused)
            m_operations.resume(m_queueId);
        else
            m_operations.pause(m_queueId);
    });
    connect(m_withdraw, &QPushButton::clicked, this, [this] { m_operations.withdraw(m_queueId); });
    connect(m_table, &RowsTable::chosen, this, [this](const QString &id) { emit operationWanted(id.toULongLong()); });
    connect(&m_operations, &models::Operations::queueChanged, this, [this](quint64 id) {
        if (id == m_queueId)
            render();
    });
    connect(&m_operations, &models::Operations::ledgerChanged, this, &QueueView::render);
    connect(&m_operations, &models::Operations::changed, this, [this](quint64 id) {
        const models::OperationQueue *queue = m_operations.queue(m_queueId);
        if (queue && queue->operations.contains(id))
            render();
    });
    retranslate();
}

void QueueView::retranslate()
{
    m_table->rows()->setHeaders(
        {tr("State"), tr("Backup"), tr("Server"), tr("Size"), tr("Progress"), tr("What is known")}); //: Column. 中文：已知情况
    m_table->setAccessibleName(tr("Backups of this queue")); //: 中文：此队列中的备份
    const QFont font = m_table->font();
    using models::CellKind;
    m_table->setWidths(1, {CellDelegate::stateColumnWidth(StateKind::Operation, font), 0, 120,
                           CellDelegate::columnWidth(CellKind::Size, u"1,234 GB"_s, font), 110, 190});
    render();
}

void QueueView::render()
{
    const models::OperationQueue *queue = m_operations.queue(m_queueId);
    if (!queue)
        return;
    QList<BriefRow> rows;
    int sent = 0;
    const int waiting = m_operations.queued(m_queueId);
    for (const quint64 id : queue->operations) {
        const models::Operation &operation = *m_operations.find(id);
        const QString word = models::Operation::word(operation.state);
        sent += operation.state != State::Queued && operation.state != State::Withdrawn ? 1 : 0;
        BriefCell progress{.text = formats::none(), .secondary = true};
        if (operation.state == State::Accepted || operation.state == State::Running) {
            const std::optional<int> percent = operation.progress();
            progress = {.text = percent ? formats::percent(*percent)
                                        : tr("no number"), //: Progress without a percentage. 中文：无数值
                        .kind = models::CellKind::Progress,
                        .progress = percent.value_or(models::UnknownProgress)};
        } else if (operation.ended.isValid() && operation.taken() > 0) {
            //: %1 is a duration such as "4 min". 中文：用时 %1
            progress.text = tr("took %1").arg(formats::age(std::max<qint64>(0, operation.began.secsTo(operation.ended))));
        }
        rows.append(
            {QString::number(id),
             {{.text = stateLook(StateKind::Operation, word).word,
               .kind = models::CellKind::State,
               .states = StateKind::Operation,
               .word = word},
              {.text = formats::plain(operation.targetName)},
              {.text = formats::plain(operation.targetDetail), .secondary = true},
              {.text = operation.sizeMb ? formats::sizeMb(*operation.sizeMb) : formats::none(), .kind = models::CellKind::Size},
              progress,
              {.text = known(operation), .secondary = true}}});
    }
    m_table->rows()->setRows(rows);
    //: %1 and %2 are numbers. 中文：队列：已发送 %1 / %2，逐个发送
    QString said = tr("Queue: %1 of %2 sent, one at a time").arg(formats::number(sent), formats::number(rows.size()));
    if (queue->paused && !queue->stoppedBy)
        said = tr("Queue paused: %1 of %2 sent")
                   .arg(formats::number(sent), formats::number(rows.size())); //: 中文：队列已暂停：已发送 %1 / %2
    if (queue->found) //: %1 and %2 are numbers. 中文：上次运行留下的队列：已发送 %1 / %2。其余的等待重新确认
        said = tr("Queue of an earlier run: %1 of %2 sent. The rest waits to be confirmed again")
                   .arg(formats::number(sent), formats::number(rows.size()));
    m_said->setText(said);
    m_pause->setText(queue->found    ? tr("&Send the rest") //: Button: confirms it again. 中文：发送其余的(&S)
                     : queue->paused ? tr("&Go on")
                                     : tr("&Pause queue")); //: Buttons. 中文：继续(&G)
    const net::Reason kept = m_operations.obstacle();
    net::Reason off = kept;
    if (queue->paused && m_transport.options().readOnly) // pausing is no order
        off = {net::Reason::Code::ReadOnly, {}};
    const QString why = ErrorText::reason(off);
    m_pause->setEnabled(waiting > 0 && !off);
    m_pause->setAccessibleDescription(why);
    m_pause->setToolTip(plainTip(why));
    m_withdraw->setText(tr("&Withdraw queued (%1)").arg(formats::number(waiting))); //: Button. 中文：撤回排队中的 %1 个(&W)
    m_withdraw->setEnabled(waiting > 0 && !kept);                                   // it is written down, and not for the service
    m_withdraw->setAccessibleDescription(ErrorText::reason(kept));
    m_withdraw->setToolTip(plainTip(ErrorText::reason(kept)));
    m_stopped->setVisible((queue->stoppedBy || off) && waiting > 0);
    if (off) {
        const bool isLocked = off.code == net::Reason::Code::ReadOnly;
        m_stopped->setMessage(isLocked ? Token::Idle : Token::Warn, isLocked ? u"lock"_s : u"warning"_s, why);
    } else if (queue->stoppedBy) {
        const ErrorText::Said error = ErrorText::of(*queue->stoppedBy);
        QList<QPair<QString, QString>> facts;
        int verbatim = -1;
        if (!error.server.isEmpty()) {
            verbatim = int(facts.size());
            facts.append({tr("Server said"), error.server});
        }
        if (!error.code.isEmpty())
            facts.append({tr("Code"), error.code});
        facts.append({tr("Cause"), error.headline});
        facts.append({tr("Effect"), tr("%n backup(s) not sent", nullptr, waiting)}); //: 中文：%n 个备份未发送
        facts.append({tr("Next"), error.remedy});
        //: 中文：队列已停止：同一错误连续出现三次
        m_stopped->setMessage(Token::Bad, u"failed"_s, tr("The queue has stopped: the same error came three times in a row"),
                              facts, verbatim);
    }
}

void QueueView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace ui
