#include "ui/requestlogwindow.h"

#include "ui/celldelegate.h"
#include "ui/formats.h"
#include "ui/textfield.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

RequestLogWindow::RequestLogWindow(models::RequestLog &log, QWidget *parent)
    : QDialog(parent), m_log(log), m_shown(new QSortFilterProxyModel(this)), m_filterLabel(new QLabel(this)),
      m_count(new QLabel(this)), m_filter(new TextField(TextField::Use::Search, this)), m_table(new QTableView(this)),
      m_copyAction(new QAction(this)), m_copy(new QPushButton(this)), m_clear(new QPushButton(this)),
      m_close(new QPushButton(this))
{
    setObjectName(u"request-log"_s);
    m_shown->setSourceModel(&log);
    m_shown->setFilterKeyColumn(-1);
    m_shown->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_shown->setSortRole(models::RequestLog::SortRole);
    m_filter->setObjectName(u"filter"_s);
    m_filterLabel->setBuddy(m_filter);
    m_count->setObjectName(u"count"_s);
    m_count->setTextFormat(Qt::PlainText);
    m_table->setObjectName(u"requests"_s);
    m_table->setModel(m_shown);
    m_table->setItemDelegate(new CellDelegate(m_table)); // owned by the table
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setShowGrid(false);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(models::RequestLog::Time, Qt::DescendingOrder);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(CellDelegate::rowHeight(font()));
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(models::RequestLog::Path, QHeaderView::Stretch);
    const QFontMetrics metrics(m_table->font());
    const std::pair<int, QString> widest[] = {
        {models::RequestLog::Time, u"2026-11-22 14:32:08.888"_s},  {models::RequestLog::Verb, u"DELETE"_s},
        {models::RequestLog::Host, u"csbs.cn-north-4.myhuawei"_s}, {models::RequestLog::Status, u"HTTP status"_s},
        {models::RequestLog::Milliseconds, u"100000"_s},           {models::RequestLog::RequestId, u"8f2a01c4…61c08f2a01"_s}};
    for (const auto &[column, text] : widest)
        m_table->setColumnWidth(column, metrics.horizontalAdvance(text) + 24);
    m_copyAction->setObjectName(u"copy"_s);
    m_copyAction->setShortcut(QKeySequence::Copy);
    m_copyAction->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(m_copyAction);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_copy->setObjectName(u"copy-rows"_s);
    m_clear->setObjectName(u"clear"_s);
    m_close->setObjectName(u"close"_s);
    for (QPushButton *button : {m_copy, m_clear, m_close})
        button->setAutoDefault(false);

    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(m_filterLabel);
    head->addWidget(m_filter, 1);
    head->addWidget(m_count);
    auto *footer = new QHBoxLayout;
    footer->setSpacing(8);
    footer->addWidget(m_copy);
    footer->addWidget(m_clear);
    footer->addStretch(1);
    footer->addWidget(m_close);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(16, 16, 16, 16);
    all->setSpacing(12);
    all->addLayout(head);
    all->addWidget(m_table, 1);
    all->addLayout(footer);

    connect(m_filter, &QLineEdit::textChanged, m_shown, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_shown, &QAbstractItemModel::rowsInserted, this, &RequestLogWindow::renderCount);
    connect(m_shown, &QAbstractItemModel::rowsRemoved, this, &RequestLogWindow::renderCount);
    connect(m_filter, &QLineEdit::textChanged, this, &RequestLogWindow::renderCount);
    connect(m_copyAction, &QAction::triggered, this, &RequestLogWindow::copy);
    connect(m_copy, &QPushButton::clicked, this, &RequestLogWindow::copy);
    connect(m_clear, &QPushButton::clicked, this, [this] { m_log.clear(); });
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    resize(960, 520);
    retranslate();
}

void RequestLogWindow::retranslate()
{
    setWindowTitle(tr("Request log"));             //: Title of the window. 中文：请求日志
    m_table->setAccessibleName(tr("Request log")); //: Name of the table. 中文：请求日志
    m_filterLabel->setText(tr("&Filter"));         //: Label of a field. 中文：筛选(&F)
    m_copyAction->setText(tr("Copy rows"));        //: The selected ones. 中文：复制所选行
    m_copy->setText(tr("&Copy rows"));             //: A button: the selected ones, or all. 中文：复制所选行(&C)
    m_clear->setText(tr("C&lear"));                //: A button: empties the log on the screen. 中文：清空(&L)
    m_close->setText(tr("Close"));                 //: A button. 中文：关闭
    m_copy->setAccessibleDescription(
        tr("All rows shown where none is selected")); //: Of the button Copy rows. 中文：未选择时复制显示的所有行
    m_log.retranslate();
    renderCount();
}

void RequestLogWindow::renderCount()
{
    //: %1: rows shown, %2: rows in all. 中文：显示 %1 / %2 条
    m_count->setText(tr("%1 of %2 shown").arg(formats::number(m_shown->rowCount()), formats::number(m_log.rowCount())));
}

void RequestLogWindow::copy()
{
    QList<int> rows;
    const QModelIndexList selected = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &index : selected)
        rows.append(index.row());
    if (rows.isEmpty()) {
        for (int row = 0; row < m_shown->rowCount(); ++row)
            rows.append(row);
    }
    std::sort(rows.begin(), rows.end());
    QStringList lines;
    for (const int row : std::as_const(rows)) {
        QStringList cells;
        for (int column = 0; column < m_shown->columnCount(); ++column)
            cells.append(m_shown->index(row, column).data().toString());
        lines.append(cells.join(u'\t'));
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void RequestLogWindow::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace ui
