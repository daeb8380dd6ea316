#pragma once

#include "ui/context.h"

#include <QDialog>

#include <memory>

namespace ui {

/// What the services tell about themselves in this project: quotas, active-active domains, API versions. Each part says when
/// it was true, or why it cannot be read. It may stay open beside the main window.
class ServiceWindow final : public QDialog
{
    Q_OBJECT

public:
    explicit ServiceWindow(const Context &context, QWidget *parent = nullptr);
    ~ServiceWindow() override;

    void setZone(const QTimeZone &zone);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// The words for a kind of quota, such as "Backups"; one that is not documented as it was sent.
QString quotaName(const models::OwnedQuota &owned);

} // namespace ui
