#pragma once

#include "net/records/job.h"

#include <QAbstractItemModel>
#include <QDateTime>
#include <QTimeZone>
#include <QWidget>

#include <memory>
#include <vector>

class QTreeView;

namespace ui {

/// A job and its parts as a tree of one root. What comes, goes and differs is announced as such; a part is known by its id
/// among its siblings, or by its place where it has none.
class JobModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { State, Type, Began, Took, Failure, ColumnCount };

    explicit JobModel(QObject *parent = nullptr);
    ~JobModel() override;

    /// \a nowUtc is server time: until when a job that is under way has taken; invalid: not said.
    void setJob(const net::Job &job, const QTimeZone &zone, const QDateTime &nowUtc);
    void clear();
    const net::Job *at(const QModelIndex &index) const; ///< null for an invalid index
    void retranslate();

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Node;
    Node *nodeOf(const QModelIndex &index) const;
    QModelIndex indexOf(const Node *node, int column = 0) const;
    void apply(Node *node, const net::Job &job);
    QString text(const net::Job &job, int column) const;

    std::unique_ptr<Node> m_root; ///< holds the one row of the top; no job of its own
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    QDateTime m_now;
};

/// One job of SDRS, read-only: the tree of its parts and, below it, all that is told about the one chosen. Failed and running
/// branches are open at first; from then on the user's hand decides.
class JobView final : public QWidget
{
    Q_OBJECT

public:
    explicit JobView(QWidget *parent = nullptr);
    ~JobView() override;

    /// Renders it, in place where it is the job already shown. \a nowUtc as in JobModel::setJob().
    void setJob(const net::Job &job, const QTimeZone &zone, const QDateTime &nowUtc = {});
    void clear();
    QTreeView *tree() const;

    /// "Fail over the group (failoverProtectionGroupNoCG)"; a type that is not documented as it was sent.
    static QString typeText(const QString &jobType);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace ui
