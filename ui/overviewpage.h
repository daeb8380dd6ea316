#pragma once

#include "ui/context.h"

#include <QWidget>

#include <memory>

namespace ui {

/// What needs a person, what runs, how much there is and how old the recovery points are: each line leads to the page that
/// shows it. It renders a models::OverviewSession and the operations.
class OverviewPage final : public QWidget
{
    Q_OBJECT

public:
    explicit OverviewPage(const Context &context, QWidget *parent = nullptr);
    ~OverviewPage() override;

    static QString pageId();             ///< "overview"
    static QString titleText();          ///< in the current language
    QWidget *focusTarget() const;        ///< its first table; the refresh button while there is none
    void takeFocus();                    ///< the same, and the first table as soon as there is one
    void refresh();                      ///< all its lists
    void setZone(const QTimeZone &zone); ///< of all times shown

signals:
    void pageWanted(const QString &pageId, const QString &stateWord); ///< filtered to that state; empty: all
    void objectWanted(const QString &pageId, const net::ObjectKey &key);
    void operationWanted(quint64 id);
    void serviceWanted(); ///< all quotas

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace ui
