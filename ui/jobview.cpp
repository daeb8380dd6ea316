#include "ui/jobview.h"

#include "models/cellroles.h"
#include "ui/celldelegate.h"
#include "ui/errortext.h"
#include "ui/formats.h"
#include "ui/messagebar.h"
#include "ui/statelook.h"
#include "ui/theme.h"

#include <QAction>
#include <QClipboard>
#include <QCoreApplication>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// The documented types of api/sdrs.md section 4.2.
struct TypeWord
{
    QLatin1StringView type;
    const char *text;
};

constexpr std::array typeWords{
    TypeWord{"createProtectionGroupNoCG"_L1, QT_TRANSLATE_NOOP("JobTypes", "Create protection group")}, //: 中文：创建保护组
    TypeWord{"deleteProtectionGroupNoCG"_L1, QT_TRANSLATE_NOOP("JobTypes", "Delete protection group")}, //: 中文：删除保护组
    TypeWord{"startProtectionGroupNoCG"_L1, QT_TRANSLATE_NOOP("JobTypes", "Enable protection")},        //: 中文：开启保护
    TypeWord{"reprotectProtectionGroupNoCG"_L1, QT_TRANSLATE_NOOP("JobTypes", "Re-protect")},           //: 中文：重保护
    TypeWord{"stopProtectionGroupNoCG"_L1, QT_TRANSLATE_NOOP("JobTypes", "Disable protection")},        //: 中文：停止保护
    TypeWord{"failoverProtectionGroupNoCG"_L1, QT_TRANSLATE_NOOP("JobTypes", "Failover")},              //: 中文：故障切换
    TypeWord{"reverseProtectionGroupNoCG"_L1, QT_TRANSLATE_NOOP("JobTypes", "Switchover")},             //: 中文：切换
    TypeWord{"createDisasterRecoveryDrill"_L1, QT_TRANSLATE_NOOP("JobTypes", "Create DR drill")}, //: 中文：创建容灾演练
    TypeWord{"deleteDisasterRecoveryDrill"_L1, QT_TRANSLATE_NOOP("JobTypes", "Delete DR drill")}, //: 中文：删除容灾演练
    //: 中文：创建保护实例
    TypeWord{"createProtectedInstanceNoCG"_L1, QT_TRANSLATE_NOOP("JobTypes", "Create protected instance")},
    //: 中文：删除保护实例
    TypeWord{"deleteProtectedInstanceNoCG"_L1, QT_TRANSLATE_NOOP("JobTypes", "Delete protected instance")},
    TypeWord{"attachReplicationPairNew"_L1, QT_TRANSLATE_NOOP("JobTypes", "Attach replication pair")}, //: 中文：挂载复制对
    TypeWord{"detachReplicationPairNew"_L1, QT_TRANSLATE_NOOP("JobTypes", "Detach replication pair")}, //: 中文：卸载复制对
    TypeWord{"addNicNew"_L1, QT_TRANSLATE_NOOP("JobTypes", "Add NIC")},                                //: 中文：添加网卡
    TypeWord{"deleteNicNew"_L1, QT_TRANSLATE_NOOP("JobTypes", "Delete NIC")},                          //: 中文：删除网卡
    TypeWord{"resizeProtectedInstanceNew"_L1, QT_TRANSLATE_NOOP("JobTypes", "Modify specifications")}, //: 中文：变更规格
    TypeWord{"createReplicationPairNoCG"_L1, QT_TRANSLATE_NOOP("JobTypes", "Create replication pair")}, //: 中文：创建复制对
    TypeWord{"deleteReplicationPairNoCG"_L1, QT_TRANSLATE_NOOP("JobTypes", "Delete replication pair")}, //: 中文：删除复制对
    TypeWord{"expandReplicationPairNew"_L1, QT_TRANSLATE_NOOP("JobTypes", "Expand replication pair")}, //: 中文：扩容复制对
};

QString timeOf(const net::TimeStamp &time, const QTimeZone &zone)
{
    return time.utc.isValid() || time.asSent.isEmpty() ? formats::time(time.utc, zone, true) : formats::plain(time.asSent);
}

bool hasFailed(const net::Job &job)
{
    return job.status == net::Job::Status::Fail || std::any_of(job.subJobs.begin(), job.subJobs.end(), hasFailed);
}

} // namespace

// ---- the tree -------------------------------------------------------------------------------------------------------

struct JobModel::Node
{
    Node *above = nullptr;
    QString key{};  ///< among its siblings
    net::Job job{}; ///< without its parts: they are `parts`
    std::vector<std::unique_ptr<Node>> parts{};

    int row() const
    {
        const auto self = std::ranges::find_if(above->parts, [this](const auto &one) { return one.get() == this; });
        return int(self - above->parts.begin());
    }
};

JobModel::JobModel(QObject *parent) : QAbstractItemModel(parent), m_root(std::make_unique<Node>()) {}

JobModel::~JobModel() = default;

void JobModel::setJob(const net::Job &job, const QTimeZone &zone, const QDateTime &nowUtc)
{
    const bool zoneChanged = zone != m_zone;
    m_zone = zone;
    m_now = nowUtc;
    net::Job top;
    top.subJobs = {job};
    apply(m_root.get(), top);
    if (zoneChanged)
        emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

void JobModel::clear() { apply(m_root.get(), {}); }

/// The parts of \a node become those of \a job.
void JobModel::apply(Node *node, const net::Job &job)
{
    const QModelIndex here = indexOf(node);
    QStringList keys; // of the parts: an id that is empty or stands twice is told by its place
    for (qsizetype i = 0; i < job.subJobs.size(); ++i) {
        const QString &id = job.subJobs.at(i).id;
        keys.append(id.isEmpty() || keys.contains(id) ? u"#%1"_s.arg(i) : id);
    }
    for (int row = int(node->parts.size()) - 1; row >= 0; --row) {
        if (keys.contains(node->parts.at(size_t(row))->key))
            continue;
        beginRemoveRows(here, row, row);
        node->parts.erase(node->parts.begin() + row);
        endRemoveRows();
    }
    for (int row = 0; row < keys.size(); ++row) {
        const auto at = std::find_if(node->parts.begin(), node->parts.end(),
                                     [&key = keys.at(row)](const auto &part) { return part->key == key; });
        const int from = at == node->parts.end() ? -1 : int(at - node->parts.begin());
        net::Job own = job.subJobs.at(row);
        const net::Job whole = own;
        own.subJobs.clear();
        if (from < 0) {
            beginInsertRows(here, row, row);
            auto made = std::make_unique<Node>();
            made->above = node;
            made->key = keys.at(row);
            made->job = own;
            node->parts.insert(node->parts.begin() + row, std::move(made));
            endInsertRows();
        } else {
            if (from != row) {
                beginMoveRows(here, from, from, here, row);
                auto moved = std::move(node->parts.at(size_t(from)));
                node->parts.erase(node->parts.begin() + from);
                node->parts.insert(node->parts.begin() + row, std::move(moved));
                endMoveRows();
            }
            Node *part = node->parts.at(size_t(row)).get();
            const bool moves = !own.endedAt.utc.isValid(); // its time grows
            if (part->job != own || moves) {
                part->job = own;
                emit dataChanged(indexOf(part), indexOf(part, ColumnCount - 1));
            }
        }
        apply(node->parts.at(size_t(row)).get(), whole);
    }
}

JobModel::Node *JobModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

QModelIndex JobModel::indexOf(const Node *node, int column) const
{
    return node == m_root.get() ? QModelIndex() : createIndex(node->row(), column, node);
}

const net::Job *JobModel::at(const QModelIndex &index) const { return index.isValid() ? &nodeOf(index)->job : nullptr; }

QModelIndex JobModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, nodeOf(parent)->parts.at(size_t(row)).get());
}

QModelIndex JobModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOf(nodeOf(index)->above) : QModelIndex();
}

int JobModel::rowCount(const QModelIndex &parent) const { return parent.column() > 0 ? 0 : int(nodeOf(parent)->parts.size()); }

int JobModel::columnCount(const QModelIndex &) const { return ColumnCount; }

QVariant JobModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case State:
        return JobView::tr("Status"); //: Column: of a job or a part of it. 中文：状态
    case Type:
        return JobView::tr("Job type"); //: Column. 中文：任务类型
    case Began:                         //: Column; %1: a time zone such as UTC+8. 中文：开始时间 (%1)
        return JobView::tr("Start time (%1)").arg(formats::zoneName(m_zone));
    case Took:
        return JobView::tr("Took"); //: Column: how long it took, or has taken. 中文：用时
    case Failure:
        return JobView::tr("Cause of failure"); //: Column. 中文：失败原因
    default:
        return {};
    }
}

QString JobModel::text(const net::Job &job, int column) const
{
    switch (column) {
    case State:
        return stateLook(StateKind::Job, job.statusWord).word;
    case Type:
        return JobView::typeText(job.type);
    case Began:
        return timeOf(job.beganAt, m_zone);
    case Took: {
        if (!job.beganAt.utc.isValid())
            return formats::none();
        const bool isOver = job.status == net::Job::Status::Success || job.status == net::Job::Status::Fail;
        const QDateTime until = job.endedAt.utc.isValid() || isOver ? job.endedAt.utc : m_now;
        return until.isValid() ? formats::duration(std::max<qint64>(0, job.beganAt.utc.secsTo(until))) : formats::none();
    }
    case Failure: {
        const QString meaning = ErrorText::codeExplained(job.errorCode);
        QStringList said;
        if (!job.errorCode.isEmpty()) //: A code and its meaning. 中文：%1：%2
            said.append(meaning.isEmpty() ? formats::plain(job.errorCode)
                                          : JobView::tr("%1: %2").arg(formats::plain(job.errorCode), meaning));
        if (!job.failReason.isEmpty())
            said.append(formats::plain(job.failReason));
        return said.isEmpty() ? formats::none() : said.join(u" · "_s);
    }
    default:
        return {};
    }
}

QVariant JobModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) // a view that copies asks for its current index even where it has none
        return {};
    Q_ASSERT(checkIndex(index));
    const net::Job &job = nodeOf(index)->job;
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(job, column);
    case models::CellKindRole:
        return int(column == State   ? models::CellKind::State
                   : column == Began ? models::CellKind::Time
                   : column == Took  ? models::CellKind::Number
                                     : models::CellKind::Text);
    case models::StateKindRole:
        return column == State ? QVariant(int(StateKind::Job)) : QVariant();
    case models::StateWordRole:
        return column == State ? QVariant(job.statusWord) : QVariant();
    case models::SecondaryRole:
        return column != State && text(job, column) == formats::none();
    default:
        return {};
    }
}

void JobModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    const auto tell = [this](const auto &self, const QModelIndex &above) -> void {
        const int rows = rowCount(above);
        if (rows > 0)
            emit dataChanged(index(0, 0, above), index(rows - 1, ColumnCount - 1, above));
        for (int row = 0; row < rows; ++row)
            self(self, index(row, 0, above));
    };
    tell(tell, {});
}

namespace {

/// The ground before a chosen row is that of the row.
class JobTree final : public QTreeView
{
public:
    using QTreeView::QTreeView;

protected:
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override
    {
        const bool chosen = selectionModel()->isSelected(index);
        painter->fillRect(rect, chosen ? Theme::selectedRow(palette()) : palette().color(QPalette::Active, QPalette::Base));
        QTreeView::drawBranches(painter, rect, index);
    }
};

} // namespace

// ---- the view -------------------------------------------------------------------------------------------------------

struct JobView::Private
{
    explicit Private(JobView *view);

    void retranslate();
    void widen();
    void open(const QModelIndex &index, bool isNew);
    void renderChosen();
    void copy() const;

    JobView *q;
    JobModel *model;
    QTreeView *tree;
    QScrollArea *below;
    MessageBar *message;
    QAction *copyRows;
    QTimeZone zone = QTimeZone::systemTimeZone();
    QDateTime now;
    QString shown;      ///< id of the job
    QStringList opened; ///< paths of what was opened for its state: once each
};

JobView::Private::Private(JobView *view)
    : q(view), model(new JobModel(view)), tree(new JobTree(view)), below(new QScrollArea(view)), message(new MessageBar),
      copyRows(new QAction(view))
{
    tree->setObjectName(u"job-tree"_s);
    tree->setModel(model);
    tree->setItemDelegate(new CellDelegate(tree)); // owned by the tree
    tree->setUniformRowHeights(true);
    tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    tree->setSelectionBehavior(QAbstractItemView::SelectRows);
    tree->setTabKeyNavigation(false);
    tree->setExpandsOnDoubleClick(true);
    tree->setAllColumnsShowFocus(true);
    tree->setFrameShape(QFrame::StyledPanel);
    tree->header()->setStretchLastSection(true);
    tree->header()->setSectionsMovable(false);
    copyRows->setObjectName(u"copy-row"_s);
    copyRows->setShortcut(QKeySequence::Copy);
    copyRows->setShortcutContext(Qt::WidgetShortcut);
    tree->addAction(copyRows);
    tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    message->setObjectName(u"job-detail"_s);
    auto *sheet = new QWidget; // its message is as high as its words
    auto *words = new QVBoxLayout(sheet);
    words->setContentsMargins(0, 0, 0, 0);
    words->addWidget(message);
    words->addStretch(1);
    below->setWidget(sheet);
    below->setWidgetResizable(true);
    below->setFrameShape(QFrame::NoFrame);
    below->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    below->setFocusPolicy(Qt::NoFocus);
    auto *column = new QVBoxLayout(view);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(tree, 3);
    column->addWidget(below, 2);
    QObject::connect(copyRows, &QAction::triggered, view, [this] { copy(); });
    QObject::connect(tree->selectionModel(), &QItemSelectionModel::currentRowChanged, view, [this] { renderChosen(); });
}

void JobView::Private::retranslate()
{
    tree->setAccessibleName(JobView::tr("Job and its parts")); //: Name of the tree. 中文：任务及其子任务
    copyRows->setText(JobView::tr("Copy row"));                //: The selected one. 中文：复制所选行
    model->retranslate();
    widen();
    renderChosen();
}

void JobView::Private::widen()
{
    const QFontMetrics metrics(tree->font());
    const int steps = 3 * tree->indentation(); // job, instance, pair
    tree->setColumnWidth(JobModel::State, CellDelegate::stateColumnWidth(StateKind::Job, tree->font()) + steps);
    int widest = metrics.horizontalAdvance(u"failoverProtectionGroupRepNoCG"_s);
    for (const TypeWord &word : typeWords)
        widest = std::max(widest, metrics.horizontalAdvance(JobView::typeText(QString::fromLatin1(word.type))));
    tree->setColumnWidth(JobModel::Type, std::min(widest + 40, 330));
    tree->setColumnWidth(
        JobModel::Began,
        std::max(CellDelegate::columnWidth(models::CellKind::Time, u"2026-11-22 14:32:08"_s, tree->font()),
                 metrics.horizontalAdvance(model->headerData(JobModel::Began, Qt::Horizontal, Qt::DisplayRole).toString()) + 24));
    tree->setColumnWidth(JobModel::Took, metrics.horizontalAdvance(u"300:00:00"_s) + 24);
}

/// Opens what failed or goes on, where that has not been done before.
void JobView::Private::open(const QModelIndex &index, bool isNew)
{
    const net::Job *job = model->at(index);
    QString path;
    bool opens = isNew && !index.parent().isValid();
    for (QModelIndex at = index; at.isValid(); at = at.parent())
        path.prepend(u"/%1 %2"_s.arg(at.row()).arg(model->at(at)->id));
    const auto anyInside = [this](const auto &self, const QModelIndex &above, const auto &is) -> bool {
        for (int row = 0; row < model->rowCount(above); ++row) {
            const QModelIndex part = model->index(row, 0, above);
            if (is(*model->at(part)) || self(self, part, is))
                return true;
        }
        return false;
    };
    if (hasFailed(*job) || anyInside(anyInside, index, hasFailed))
        path += u" failed"_s;
    else if (job->status == net::Job::Status::Running || job->status == net::Job::Status::Init)
        path += u" running"_s;
    else
        path.clear();
    if (!path.isEmpty() && !opened.contains(path)) {
        opened.append(path);
        opens = true;
    }
    if (opens)
        tree->expand(index);
    for (int row = 0; row < model->rowCount(index); ++row)
        open(model->index(row, 0, index), isNew);
}

void JobView::Private::renderChosen()
{
    const QModelIndex chosen = tree->currentIndex();
    const net::Job *job = model->at(chosen);
    below->setVisible(job != nullptr);
    if (!job)
        return;
    const StateLook look = stateLook(StateKind::Job, job->statusWord);
    QList<QPair<QString, QString>> rows;
    int verbatim = -1;
    if (!job->failReason.isEmpty()) {
        verbatim = int(rows.size());
        rows.append({JobView::tr("Server said"), formats::plainLines(job->failReason)}); //: Row of a message. 中文：服务端答复
    }
    if (!job->errorCode.isEmpty()) {
        rows.append({JobView::tr("Code"), formats::plain(job->errorCode)}); //: Row of a message. 中文：错误码
        const ErrorText::Said said = ErrorText::ofCode(job->errorCode);
        if (!said.meaning.isEmpty())
            rows.append({JobView::tr("Meaning"), said.meaning}); //: Row of a message. 中文：含义
        if (!said.remedy.isEmpty())
            rows.append({JobView::tr("Next"), said.remedy}); //: Row of a message. 中文：下一步
    } else if (job->status == net::Job::Status::Fail && job->failReason.isEmpty()) {
        rows.append({JobView::tr("Meaning"), //: Of a failed job. 中文：服务端未说明原因；失败的子任务可能有说明
                     JobView::tr("The service gives no reason here; a part that failed may say why")});
    }
    rows.append({JobView::tr("Job ID"), job->id.isEmpty() ? formats::none() : formats::plain(job->id)}); //: 中文：任务 ID
    rows.append({JobView::tr("Job type"), job->type.isEmpty() ? formats::none() : formats::plain(job->type)});
    if (job->endedAt.utc.isValid()) //: Row of a message. 中文：结束时间
        rows.append(
            {JobView::tr("End time"), formats::timeInFull(job->endedAt.utc, zone, now.isValid() ? now : job->endedAt.utc)});
    for (const net::Job::Entity &entity : job->entities)
        rows.append({formats::plain(entity.key), formats::plain(entity.id)});
    //: A job: its state and its type. 中文：%1：%2
    message->setMessage(look.token, look.icon, JobView::tr("%1: %2").arg(look.word, typeText(job->type)), rows, verbatim);
}

void JobView::Private::copy() const
{
    const QModelIndex chosen = tree->currentIndex();
    const net::Job *job = model->at(chosen);
    if (!job)
        return;
    QStringList cells;
    for (int column = 0; column < JobModel::ColumnCount; ++column)
        cells.append(chosen.siblingAtColumn(column).data().toString());
    cells.append(formats::plain(job->id));
    QGuiApplication::clipboard()->setText(cells.join(u'\t'));
}

JobView::JobView(QWidget *parent) : QWidget(parent), d(std::make_unique<Private>(this))
{
    setObjectName(u"job-view"_s);
    d->retranslate();
}

JobView::~JobView() = default;

void JobView::setJob(const net::Job &job, const QTimeZone &zone, const QDateTime &nowUtc)
{
    const bool isNew = job.id != d->shown;
    const bool zoneChanged = zone != d->zone;
    d->shown = job.id;
    d->zone = zone;
    d->now = nowUtc;
    if (isNew) {
        d->model->clear(); // another job: nothing of the old one is kept
        d->opened.clear();
    }
    d->model->setJob(job, zone, nowUtc);
    if (zoneChanged)
        d->model->retranslate();
    const QModelIndex top = d->model->index(0, 0);
    d->open(top, isNew);
    if (!d->tree->currentIndex().isValid())
        d->tree->setCurrentIndex(top);
    d->renderChosen();
}

void JobView::clear()
{
    d->model->clear();
    d->shown.clear();
    d->opened.clear();
    d->renderChosen();
}

QTreeView *JobView::tree() const { return d->tree; }

QString JobView::typeText(const QString &jobType)
{
    for (const TypeWord &word : typeWords) {
        if (jobType == word.type) //: A job type: our words, and the service's own. 中文：%1（%2）
            return tr("%1 (%2)").arg(QCoreApplication::translate("JobTypes", word.text), jobType);
    }
    return jobType.isEmpty() ? formats::none() : formats::plain(jobType);
}

void JobView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (!d)
        return;
    if (event->type() == QEvent::LanguageChange)
        d->retranslate();
    else if (event->type() == QEvent::FontChange)
        d->widen();
}

} // namespace ui
