#include "ui/operationsdock.h"

#include "net/transport.h"
#include "ui/celldelegate.h"
#include "ui/formats.h"
#include "ui/icons.h"
#include "ui/operationview.h"
#include "ui/statelook.h"

#include <QAbstractTableModel>
#include <QDialog>
#include <QDialogButtonBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QTableView>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

using models::Operation;
using State = Operation::State;

/// The operations, newest trouble first, then what runs, then what has ended.
class OperationsDock::Model final : public QAbstractTableModel
{
public:
    enum Column { StateColumn, TitleColumn, ProgressColumn, BeganColumn, VerbColumn, ColumnCount };

    Model(models::Operations &operations, const QTimeZone &zone, QObject *parent)
        : QAbstractTableModel(parent), m_operations(operations), m_zone(zone)
    {
        update();
    }

    quint64 id(int row) const { return m_ids.value(row); }
    const Operation *operation(int row) const { return m_operations.find(id(row)); }

    static constexpr qsizetype mostRows = 100; // the page has them all

    /// True when rows have moved, come or gone.
    bool update()
    {
        QList<const Operation *> sorted;
        for (const Operation &operation : m_operations.all())
            sorted.append(&operation);
        const auto rank = [](const Operation &operation) {
            if (operation.state == State::InDoubt || (operation.isTrouble() && operation.unread))
                return 0;
            if (!operation.isOver())
                return 1;
            return 2;
        };
        std::ranges::stable_sort(sorted, [&rank](const Operation *a, const Operation *b) {
            const int left = rank(*a), right = rank(*b);
            return left != right ? left < right : a->id > b->id;
        });
        QList<quint64> ids;
        for (const Operation *operation : std::as_const(sorted).first(std::min<qsizetype>(sorted.size(), mostRows)))
            ids.append(operation->id);
        bool moved = false;
        for (int row = int(m_ids.size()) - 1; row >= 0; --row) {
            if (ids.contains(m_ids.at(row)))
                continue;
            beginRemoveRows({}, row, row);
            m_ids.removeAt(row);
            endRemoveRows();
            moved = true;
        }
        for (int row = 0; row < ids.size(); ++row) {
            if (row < m_ids.size() && m_ids.at(row) == ids.at(row))
                continue;
            moved = true;
            const int from = int(m_ids.indexOf(ids.at(row)));
            if (from < 0) {
                beginInsertRows({}, row, row);
                m_ids.insert(row, ids.at(row));
                endInsertRows();
            } else {
                beginMoveRows({}, from, from, {}, row);
                m_ids.move(from, row);
                endMoveRows();
            }
        }
        if (!m_ids.isEmpty())
            emit dataChanged(index(0, 0), index(int(m_ids.size()) - 1, ColumnCount - 1));
        return moved;
    }
    void retranslate() { emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1); }
    void setZone(const QTimeZone &zone)
    {
        m_zone = zone;
        if (!m_ids.isEmpty())
            emit dataChanged(index(0, BeganColumn), index(int(m_ids.size()) - 1, BeganColumn));
    }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_ids.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }

    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal)
            return {};
        if (role == Qt::TextAlignmentRole)
            return int(Qt::AlignLeft | Qt::AlignVCenter);
        if (role != Qt::DisplayRole)
            return {};
        switch (section) {
        case StateColumn:
            return OperationsDock::tr("Status"); //: Column. 中文：状态
        case TitleColumn:
            return OperationsDock::tr("Operation"); //: Column. 中文：操作
        case ProgressColumn:
            return OperationsDock::tr("Progress"); //: Column. 中文：进度
        case BeganColumn:
            return OperationsDock::tr("Began"); //: Column. 中文：开始时间
        default:
            return OperationsDock::tr("Next step"); //: Column of one button per row. 中文：下一步
        }
    }

    QVariant data(const QModelIndex &index, int role) const override
    {
        const Operation *operation = m_operations.find(m_ids.value(index.row()));
        if (!operation)
            return {};
        const QString word = Operation::word(operation->state);
        switch (role) {
        case models::CellKindRole:
            switch (index.column()) {
            case StateColumn:
                return int(models::CellKind::State);
            case ProgressColumn:
                return int(models::CellKind::Progress);
            case BeganColumn:
                return int(models::CellKind::Time);
            default:
                return int(models::CellKind::Text);
            }
        case models::StateKindRole:
            return index.column() == StateColumn ? QVariant(int(models::StateKind::Operation)) : QVariant();
        case models::StateWordRole:
            return index.column() == StateColumn ? QVariant(word) : QVariant();
        case models::ProgressRole:
            return index.column() == ProgressColumn ? QVariant(progress(*operation)) : QVariant();
        case models::SecondaryRole:
            return index.column() == BeganColumn || index.column() == ProgressColumn;
        case Qt::DisplayRole:
            break;
        default:
            return {};
        }
        switch (index.column()) {
        case StateColumn:
            return stateLook(models::StateKind::Operation, word).word;
        case TitleColumn:
            return operationTitle(*operation);
        case ProgressColumn:
            return progressText(*operation);
        case BeganColumn:
            return formats::clock(operation->began, m_zone, false);
        default:
            return verb(*operation);
        }
    }

    static QString verb(const Operation &operation)
    {
        //: Button: reads what became of a write in doubt. 中文：再次查看
        return operation.state == State::InDoubt ? OperationsDock::tr("Look again") : OperationsDock::tr("Show"); //: 中文：显示
    }

private:
    static int progress(const Operation &operation)
    {
        if (operation.state != State::Running && operation.state != State::Accepted)
            return models::NoProgress;
        return operation.progress().value_or(int(models::UnknownProgress));
    }
    static QString progressText(const Operation &operation)
    {
        const std::optional<int> percent = operation.progress();
        switch (operation.state) {
        case State::Running:
        case State::Accepted:
            return percent ? formats::percent(*percent) : OperationsDock::tr("no percentage yet"); //: 中文：尚无进度
        case State::InDoubt:
            //: %n: how often. 中文：未收到答复；已查看 %n 次
            return operation.looks > 0 ? OperationsDock::tr("Answer lost; looked %n time(s)", nullptr, operation.looks)
                                       : OperationsDock::tr("Answer lost after sending"); //: 中文：发出后未收到答复
        case State::Failed:
        case State::PartlyFailed:
            //: %1: a percentage. 中文：停在 %1
            // Where one copy stopped; of several parts each has a place of its own, and the whole has none.
            if (operation.parts.size() != 1 || !operation.parts.first().progress)
                return {};
            return OperationsDock::tr("stopped at %1").arg(formats::percent(*operation.parts.first().progress));
        case State::Succeeded:
            if (operation.ended.isValid() && operation.began.isValid())
                //: %1: a duration in words. 中文：用时 %1
                return OperationsDock::tr("took %1").arg(formats::durationInWords(operation.began.secsTo(operation.ended)));
            return {};
        default:
            return {};
        }
    }

    models::Operations &m_operations;
    QTimeZone m_zone;
    QList<quint64> m_ids;
};

OperationsDock::OperationsDock(models::Operations &operations, net::Transport &transport, const QTimeZone &zone, QWidget *parent)
    : QWidget(parent), m_operations(operations), m_transport(transport), m_zone(zone), m_model(new Model(operations, zone, this)),
      m_table([this] { return makeTable(); }), m_toggle(new QToolButton(this)), m_empty(new QLabel(this))
{
    setObjectName(u"dock"_s);
    m_toggle->setObjectName(u"dock-toggle"_s);
    m_toggle->setAutoRaise(true);
    m_toggle->setCheckable(true);
    m_toggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_toggle->setFocusPolicy(Qt::StrongFocus);
    m_empty->setTextFormat(Qt::PlainText);

    auto *head = new QHBoxLayout;
    head->setContentsMargins(8, 1, 12, 1);
    head->setSpacing(6);
    head->addWidget(m_toggle);
    head->addSpacing(10);
    const std::pair<Count *, QString> counts[] = {
        {&m_running, u"dock-running"_s}, {&m_doubt, u"dock-doubt"_s}, {&m_unread, u"dock-unread"_s}};
    for (const auto &[count, name] : counts) {
        count->icon = new QLabel(this);
        count->icon->setFixedSize(16, 16);
        count->text = new QLabel(this);
        count->text->setObjectName(name);
        count->text->setTextFormat(Qt::PlainText);
        head->addWidget(count->icon);
        head->addWidget(count->text);
        head->addSpacing(6);
    }
    head->addWidget(m_empty);
    head->addStretch(1);
    auto *line = new QWidget(this);
    line->setLayout(head);
    line->setFixedHeight(std::max(30, m_toggle->sizeHint().height() + 2));

    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 1, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(line);

    connect(m_toggle, &QToolButton::toggled, this, &OperationsDock::setOpen);
    connect(&operations, &models::Operations::added, this, &OperationsDock::render);
    connect(&operations, &models::Operations::changed, this, &OperationsDock::render);
    connect(&operations, &models::Operations::restored, this, &OperationsDock::render);
    retranslate();
}

OperationsDock::~OperationsDock() = default;

QTableView *OperationsDock::makeTable()
{
    auto *table = new QTableView(this);
    table->setObjectName(u"operations"_s);
    table->setAccessibleName(tr("Operations"));
    setUpTable(table);
    table->setModel(m_model);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->verticalHeader()->setDefaultSectionSize(CellDelegate::rowHeight(font()));
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->horizontalHeader()->hide();
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->hide();
    placeColumns(table);
    layout()->addWidget(table);
    setTabOrder(m_toggle, table);
    connect(table, &QTableView::activated, this, [this](const QModelIndex &index) { showOperation(m_model->id(index.row())); });
    return table;
}

QWidget *OperationsDock::focusTarget() const
{
    QTableView *table = m_table.made();
    return table && table->isVisible() ? static_cast<QWidget *>(table) : m_toggle;
}

bool OperationsDock::isOpen() const { return m_toggle->isChecked(); }

void OperationsDock::setOpen(bool open)
{
    if (m_toggle->isChecked() != open) {
        m_toggle->setChecked(open); // comes back here
        return;
    }
    const bool tableHadFocus = m_table.made() && m_table.made()->hasFocus();
    m_toggle->setIcon(ui::icon(open ? u"chevron-down"_s : u"chevron-up"_s));
    render();
    if (tableHadFocus && !m_table.made()->isVisibleTo(this))
        m_toggle->setFocus();
    emit openChanged(open);
}

QWidget *OperationsDock::showOperation(quint64 id)
{
    if (!m_operations.find(id))
        return nullptr;
    m_operations.markRead(id);
    if (QWidget *there = m_windows.value(id)) {
        there->show();
        there->raise();
        there->activateWindow();
        return there;
    }
    auto *dialog = new QDialog(window());
    dialog->setObjectName(u"operation"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(operationTitle(*m_operations.find(id)));
    auto *view = new OperationView(m_operations, m_transport, m_zone, dialog);
    view->show(id);
    auto *scroll = new QScrollArea(dialog);
    scroll->setWidget(view);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(dialog->windowTitle());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    buttons->button(QDialogButtonBox::Close)->setDefault(true);
    auto *layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(scroll, 1);
    layout->addWidget(buttons);
    dialog->resize(std::min(640, window()->width() - 40), std::min(460, window()->height() - 40));
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    connect(view, &OperationView::objectWanted, this, &OperationsDock::objectWanted);
    connect(view, &OperationView::queueWanted, this, &OperationsDock::queueWanted);
    connect(view, &OperationView::anewWanted, this, &OperationsDock::anewWanted);
    connect(view, &OperationView::objectWanted, dialog, &QDialog::close);
    connect(view, &OperationView::anewWanted, dialog, &QDialog::close);
    m_windows.insert(id, dialog);
    dialog->show();
    return dialog;
}

void OperationsDock::activate(int row)
{
    const Operation *operation = m_model->operation(row);
    if (!operation)
        return;
    if (operation->state == State::InDoubt)
        m_operations.lookAgain(operation->id);
    else
        showOperation(operation->id);
}

void OperationsDock::render()
{
    m_model->update();
    const models::Operations::Counts counts = m_operations.counts();
    const auto show = [](const Count &count, int number, const QString &text) {
        count.icon->setVisible(number > 0);
        count.text->setVisible(number > 0);
        if (count.text->text() != text)
            count.text->setText(text);
    };
    QStringList going;
    if (counts.running > 0 || counts.queued == 0)
        going << tr("%n running", nullptr, counts.running); //: Operations. 中文：%n 个运行中
    if (counts.queued > 0)
        going << tr("%n queued", nullptr, counts.queued); //: Operations. 中文：%n 个排队中
    show(m_running, counts.running + counts.queued, going.join(u" · "_s));
    show(m_doubt, counts.inDoubt, tr("%n in doubt", nullptr, counts.inDoubt)); //: Operations. 中文：%n 个结果未明
    show(m_unread, counts.unread, tr("%n in trouble, unread", nullptr, counts.unread)); //: Operations. 中文：%n 个有问题未读
    const int rows = m_model->rowCount();
    //: In the line of the dock. 中文：本程序尚未执行任何操作
    m_empty->setText(rows == 0 ? tr("Nothing has been done from here yet")
                               : tr("%n operation(s)", nullptr, rows)); //: 中文：共 %n 个操作
    m_empty->setVisible(rows == 0 || counts.running + counts.queued + counts.inDoubt + counts.unread == 0);

    if (isOpen() && rows > 0)
        m_table.get();
    if (QTableView *table = m_table.made())
        renderTable(table);
}

void OperationsDock::renderTable(QTableView *table)
{
    placeButtons(table);
    const int rows = m_model->rowCount();
    table->setFixedHeight(std::clamp(rows, 1, 5) * table->verticalHeader()->defaultSectionSize());
    table->setVisible(isOpen() && rows > 0);
}

void OperationsDock::placeButtons(QTableView *table)
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row, Model::VerbColumn);
        const Operation *operation = m_model->operation(row);
        auto *button = qobject_cast<QToolButton *>(table->indexWidget(index));
        if (!button) {
            button = new QToolButton(table->viewport());
            button->setAutoRaise(true);
            button->setFocusPolicy(Qt::StrongFocus);
            button->setAutoFillBackground(true); // the cell's own text lies below
            // By id: rows move.
            connect(button, &QToolButton::clicked, this, [this, id = operation->id] {
                for (int at = 0; at < m_model->rowCount(); ++at) {
                    if (m_model->id(at) == id)
                        return activate(at);
                }
            });
            table->setIndexWidget(index, button);
        }
        const QString text = Model::verb(*operation);
        button->setText(text);
        //: Name of a button in a row. %1: the verb, %2: the operation. 中文：%1：%2
        button->setAccessibleName(tr("%1: %2").arg(text, operationTitle(*operation)));
        QPalette link;
        link.setColor(QPalette::ButtonText, palette().color(QPalette::Active, QPalette::Link));
        link.setColor(QPalette::Window, palette().color(QPalette::Active, QPalette::Base));
        link.setColor(QPalette::Button, palette().color(QPalette::Active, QPalette::Base));
        button->setPalette(link);
    }
}

void OperationsDock::setZone(const QTimeZone &zone)
{
    m_zone = zone;
    m_model->setZone(zone);
    for (const QPointer<QWidget> &dialog : std::as_const(m_windows)) {
        if (auto *view = dialog ? dialog->findChild<OperationView *>() : nullptr)
            view->setZone(zone);
    }
}

void OperationsDock::retranslate()
{
    m_toggle->setText(tr("Operations"));                                      //: 中文：操作记录
    m_toggle->setToolTip(tr("Show or hide the list of operations (Ctrl+J)")); //: 中文：显示或隐藏操作记录 (Ctrl+J)
    m_toggle->setAccessibleDescription(m_toggle->toolTip());
    if (QTableView *table = m_table.made())
        table->setAccessibleName(tr("Operations"));
    setAccessibleName(tr("Operations"));
    m_model->retranslate();
    restyle();
    render();
}

void OperationsDock::restyle()
{
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_toggle->setFont(bold);
    m_toggle->setIcon(ui::icon(isOpen() ? u"chevron-down"_s : u"chevron-up"_s));
    const auto draw = [this](const Count &count, const QString &name, Token token) {
        count.icon->setPixmap(pixmap(name, Theme::color(token, palette()), palette().color(QPalette::Active, QPalette::Window),
                                     16, devicePixelRatioF()));
    };
    draw(m_running, u"moving"_s, Token::Run);
    draw(m_doubt, u"doubt"_s, Token::Doubt);
    draw(m_unread, u"failed"_s, Token::Bad);
    QPalette quiet;
    quiet.setColor(QPalette::WindowText, Theme::secondary(palette()));
    m_empty->setPalette(quiet);
    if (QTableView *table = m_table.made())
        placeColumns(table);
}

void OperationsDock::placeColumns(QTableView *table)
{
    int verb = 0;
    for (const QString &text : {tr("Look again"), tr("Show")})
        verb = std::max(verb, fontMetrics().horizontalAdvance(text) + 28);
    QHeaderView *header = table->horizontalHeader();
    header->setMinimumSectionSize(40);
    table->setColumnWidth(Model::StateColumn, CellDelegate::stateColumnWidth(models::StateKind::Operation, font()));
    table->setColumnWidth(Model::ProgressColumn, 250);
    table->setColumnWidth(Model::BeganColumn, CellDelegate::columnWidth(models::CellKind::Time, u"00:00"_s, font()));
    table->setColumnWidth(Model::VerbColumn, verb);
    header->setSectionResizeMode(Model::TitleColumn, QHeaderView::Stretch);
}

void OperationsDock::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    } else if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        restyle();
        if (QTableView *table = m_table.made())
            placeButtons(table);
    }
}

void OperationsDock::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), 1), Theme::mix(palette().color(QPalette::Active, QPalette::Text),
                                                         palette().color(QPalette::Active, QPalette::Window), 20));
}

} // namespace ui
