#pragma once

#include "ui/theme.h"

#include <QToolButton>

namespace ui {

/// When the list was true, in words. A button: what it opens is the page's business (`clicked`).
class FreshnessLabel : public QToolButton
{
    Q_OBJECT

public:
    enum class Kind { Never, Fresh, Refreshing, Stale, Failed, Partial, Offline };
    Q_ENUM(Kind)

    explicit FreshnessLabel(QWidget *parent = nullptr);

    /// Screen readers are told only when the kind changes, not with each second.
    void setState(Kind kind, const QString &text, const QString &toolTip = {});
    Kind kind() const { return m_kind; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void restyle();

    Kind m_kind = Kind::Never;
    QString m_text;
    QString m_toolTip;
    bool m_restyling = false;
};

} // namespace ui
