#pragma once

#include "net/transport.h"

#include <QAbstractTableModel>
#include <QTimeZone>

#include <deque>

namespace models {

/// The last requests, newest first: what was asked of whom, and what came. Never headers, queries or bodies.
class RequestLog final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, Verb, Host, Path, Status, Milliseconds, RequestId, ColumnCount };
    static constexpr int SortRole = Qt::UserRole;

    /// \a most: older lines are dropped beyond it.
    explicit RequestLog(int most = 2000, QObject *parent = nullptr);

    void add(const net::LogLine &line);
    void clear();
    void setZone(const QTimeZone &zone);
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static bool isNumber(int column);

    std::deque<net::LogLine> m_lines;
    std::size_t m_most;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
};

} // namespace models
