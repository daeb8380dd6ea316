#include "models/requestlog.h"

#include "models/cellroles.h"

using namespace Qt::StringLiterals;

namespace models {

RequestLog::RequestLog(int most, QObject *parent)
    : QAbstractTableModel(parent), m_most(static_cast<std::size_t>(std::max(1, most)))
{
}

void RequestLog::add(const net::LogLine &line)
{
    if (m_lines.size() >= m_most) {
        const int last = static_cast<int>(m_lines.size()) - 1;
        beginRemoveRows({}, last, last);
        m_lines.pop_back();
        endRemoveRows();
    }
    beginInsertRows({}, 0, 0);
    m_lines.push_front(line);
    endInsertRows();
}

void RequestLog::clear()
{
    if (m_lines.empty())
        return;
    beginRemoveRows({}, 0, rowCount() - 1);
    m_lines.clear();
    endRemoveRows();
}

void RequestLog::setZone(const QTimeZone &zone)
{
    m_zone = zone;
    if (!m_lines.empty())
        emit dataChanged(index(0, Time), index(rowCount() - 1, Time), {Qt::DisplayRole});
    emit headerDataChanged(Qt::Horizontal, Time, Time);
}

bool RequestLog::isNumber(int column) { return column == Status || column == Milliseconds; }

void RequestLog::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_lines.empty())
        emit dataChanged(index(0, Status), index(rowCount() - 1, Status), {Qt::DisplayRole});
}

int RequestLog::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : static_cast<int>(m_lines.size()); }

int RequestLog::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant RequestLog::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) // a view that copies asks for its current index even where it has none
        return {};
    Q_ASSERT(checkIndex(index));
    const net::LogLine &line = m_lines.at(static_cast<std::size_t>(index.row()));
    if (role == CellKindRole)
        return int(isNumber(index.column()) ? CellKind::Number : CellKind::Text);
    if (role == SortRole) {
        switch (index.column()) {
        case Time:
            return line.at;
        case Status:
            return line.status;
        case Milliseconds:
            return line.milliseconds;
        default:
            return data(index, Qt::DisplayRole);
        }
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    QString text;
    switch (index.column()) {
    case Time:
        text = line.at.toTimeZone(m_zone).toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s);
        break;
    case Verb:
        text = QString::fromLatin1(line.verb);
        break;
    case Host:
        text = line.host;
        break;
    case Path:
        text = line.path;
        break;
    case Status:
        text = line.status > 0 ? QString::number(line.status) : tr("no answer"); //: In place of an HTTP status. 中文：无应答
        break;
    case Milliseconds:
        text = QString::number(line.milliseconds);
        break;
    case RequestId:
        text = line.requestId;
        break;
    default:
        break;
    }
    // A tool tip takes text for rich text when it looks like it; what the server sent stays plain.
    return role == Qt::ToolTipRole && !text.isEmpty() ? u"<qt>%1</qt>"_s.arg(text.toHtmlEscaped()) : text;
}

QVariant RequestLog::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && isNumber(section)) // above their cells
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Time:
        return tr("Time"); //: Header in the request log. 中文：时间
    case Verb:
        return tr("Verb"); //: Header in the request log: GET, POST, … 中文：方法
    case Host:
        return tr("Host"); //: Header in the request log. 中文：主机
    case Path:
        return tr("Path"); //: Header in the request log. 中文：路径
    case Status:
        return tr("HTTP status"); //: Header in the request log. 中文：HTTP 状态码
    case Milliseconds:
        return tr("ms"); //: Header in the request log: milliseconds. 中文：毫秒
    case RequestId:
        return tr("Request ID"); //: Header in the request log. 中文：请求 ID
    default:
        return {};
    }
}

} // namespace models
