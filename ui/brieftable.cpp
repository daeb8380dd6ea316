#include "ui/brieftable.h"

#include "ui/celldelegate.h"

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QResizeEvent>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

void BriefModel::setHeaders(const QStringList &headers)
{
    if (m_headers.isEmpty() && !headers.isEmpty()) {
        beginInsertColumns({}, 0, int(headers.size()) - 1);
        m_headers = headers;
        endInsertColumns();
    } else if (headers != m_headers) {
        Q_ASSERT(headers.size() == m_headers.size());
        m_headers = headers;
        emit headerDataChanged(Qt::Horizontal, 0, int(headers.size()) - 1);
    }
}

bool BriefModel::setRows(const QList<BriefRow> &rows)
{
    const auto wanted = [&rows](const QString &id) {
        return std::any_of(rows.begin(), rows.end(), [&id](const BriefRow &row) { return row.id == id; });
    };
    bool moved = false;
    for (int row = int(m_rows.size()) - 1; row >= 0; --row) {
        if (wanted(m_rows.at(row).id))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
        moved = true;
    }
    for (int row = 0; row < rows.size(); ++row) {
        const int from = rowOf(rows.at(row).id);
        if (from < 0) {
            beginInsertRows({}, row, row);
            m_rows.insert(row, rows.at(row));
            endInsertRows();
            moved = true;
            continue;
        }
        if (from != row) {
            beginMoveRows({}, from, from, {}, row);
            m_rows.move(from, row);
            endMoveRows();
            moved = true;
        }
        if (m_rows.at(row) != rows.at(row)) {
            m_rows[row] = rows.at(row);
            emit dataChanged(index(row, 0), index(row, columnCount() - 1));
        }
    }
    return moved;
}

int BriefModel::rowOf(const QString &id) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).id == id)
            return row;
    }
    return -1;
}

int BriefModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

int BriefModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_headers.size()); }

QVariant BriefModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_headers.size())
        return {};
    if (role == Qt::TextAlignmentRole) { // above their cells
        const BriefCell first = m_rows.isEmpty() ? BriefCell() : m_rows.first().cells.value(section);
        const bool right = first.kind == models::CellKind::Number || first.kind == models::CellKind::Size;
        return int((right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    return role == Qt::DisplayRole ? QVariant(m_headers.at(section)) : QVariant();
}

QVariant BriefModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) // a view that copies asks for its current index even where it has none
        return {};
    Q_ASSERT(checkIndex(index));
    const BriefCell cell = m_rows.at(index.row()).cells.value(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return cell.text;
    case models::CellKindRole:
        return int(cell.kind);
    case models::StateKindRole:
        return cell.kind == models::CellKind::State ? QVariant(int(cell.states)) : QVariant();
    case models::StateWordRole:
        return cell.kind == models::CellKind::State ? QVariant(cell.word) : QVariant();
    case models::ProgressRole:
        return cell.kind == models::CellKind::Progress ? QVariant(cell.progress) : QVariant();
    case models::SecondaryRole:
        return cell.secondary;
    default:
        return {};
    }
}

Qt::ItemFlags BriefModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() && m_disabled && m_disabled(m_rows.at(index.row()).id)
               ? flags & ~(Qt::ItemIsEnabled | Qt::ItemIsSelectable)
               : flags;
}

BriefTable::BriefTable(QWidget *parent, Last last) : QTableView(parent), m_model(new BriefModel(this)), m_last(last)
{
    setUpTable(this);
    setModel(m_model);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->hide();
    horizontalHeader()->setStretchLastSection(false); // that column is as wide as its buttons
    horizontalHeader()->setMinimumSectionSize(24);
    connect(this, &QTableView::activated, this, [this](const QModelIndex &index) { emit chosen(m_model->at(index.row()).id); });
}

void BriefTable::setRows(const QList<BriefRow> &rows)
{
    m_model->setRows(rows);
    placeButtons();
    fitHeight();
}

void BriefTable::setWidths(int stretched, const QList<int> &widths)
{
    m_stretched = stretched;
    m_widths = widths;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        horizontalHeader()->setSectionResizeMode(column, column == stretched ? QHeaderView::Stretch : QHeaderView::Fixed);
        if (const int width = widths.value(column); width > 0)
            setColumnWidth(column, width);
    }
    placeButtons();
    fitHeight();
}

void BriefTable::placeButtons()
{
    if (m_last == Last::Cell)
        return;
    const int column = m_model->columnCount() - 1;
    int widest = 0;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row, column);
        auto *button = qobject_cast<QToolButton *>(indexWidget(index));
        if (!button) {
            button = new QToolButton(viewport());
            button->setAutoRaise(true);
            button->setFocusPolicy(Qt::StrongFocus);
            button->setAutoFillBackground(true); // the cell's own text lies below
            connect(button, &QToolButton::clicked, this, [this, id = m_model->at(row).id] { emit chosen(id); });
            setIndexWidget(index, button);
        }
        const QString text = index.data().toString();
        button->setText(text);
        QStringList whole;
        for (int other = 0; other < column; ++other) {
            if (const QString said = m_model->index(row, other).data().toString(); !said.isEmpty())
                whole.append(said);
        }
        //: Name of a button in a row. %1: the verb, %2: what the row says. 中文：%1：%2
        button->setAccessibleName(tr("%1: %2").arg(text, whole.join(u" · "_s)));
        QPalette link;
        link.setColor(QPalette::ButtonText, palette().color(QPalette::Active, QPalette::Link));
        link.setColor(QPalette::Window, palette().color(QPalette::Active, QPalette::Base));
        link.setColor(QPalette::Button, palette().color(QPalette::Active, QPalette::Base));
        button->setPalette(link);
        // The button's own hint may still be of the font before this one.
        const int room = fontMetrics().horizontalAdvance(text) + 18;
        widest = std::max({widest, button->sizeHint().width() + 4, room});
    }
    if (widest > 0 && m_widths.value(column) == 0 && column != m_stretched)
        setColumnWidth(column, widest);
}

void BriefTable::fitHeight()
{
    verticalHeader()->setDefaultSectionSize(CellDelegate::rowHeight(font()));
    const int header = horizontalHeader()->isHidden() ? 0 : horizontalHeader()->sizeHint().height();
    setFixedHeight(header + std::max(1, m_model->rowCount()) * verticalHeader()->defaultSectionSize());
}

void BriefTable::setGivesWay(int column, int below)
{
    m_givesWay = column;
    m_below = below;
    setColumnHidden(column, width() < below);
}

void BriefTable::resizeEvent(QResizeEvent *event)
{
    if (m_givesWay >= 0)
        setColumnHidden(m_givesWay, event->size().width() < m_below);
    QTableView::resizeEvent(event);
}

void BriefTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        placeButtons();
        fitHeight();
    }
}

RowsTable::RowsTable(const QString &objectName, QWidget *parent) : QTableView(parent), m_model(new BriefModel(this))
{
    setObjectName(objectName);
    setUpTable(this);
    setModel(m_model);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setFrameShape(QFrame::StyledPanel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    horizontalHeader()->setSectionsMovable(false);
    horizontalHeader()->setMinimumSectionSize(60);
    setMinimumHeight(4 * verticalHeader()->defaultSectionSize()); // header and three rows
    connect(this, &QTableView::activated, this, [this](const QModelIndex &index) { emit chosen(m_model->at(index.row()).id); });
}

void RowsTable::setWidths(int stretched, const QList<int> &widths)
{
    for (int column = 0; column < m_model->columnCount(); ++column) {
        horizontalHeader()->setSectionResizeMode(column, column == stretched ? QHeaderView::Stretch : QHeaderView::Interactive);
        if (const int width = widths.value(column); width > 0 && column != stretched)
            setColumnWidth(column, std::max(width, horizontalHeader()->sectionSizeHint(column)));
    }
}

void RowsTable::keyPressEvent(QKeyEvent *event)
{
    QTableView::keyPressEvent(event);
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        event->accept();
}

QString RowsTable::currentId() const { return currentIndex().isValid() ? m_model->at(currentIndex().row()).id : QString(); }

} // namespace ui
