#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace ui {

/// What stands where rows would be: icon, one bold line, why, and the next step.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    enum class Kind {
        Loading,
        Empty,     ///< the service said "none"
        NoMatch,   ///< rows are there, the filter hides them
        Forbidden, ///< the right is missing
        SignedOut,
        Offline,  ///< no answer
        MustMove, ///< the project must use another service
        Failed    ///< an answer, but not the list
    };
    Q_ENUM(Kind)

    explicit EmptyState(QWidget *parent = nullptr);

    /// Empty texts for a button hide it; the first one is the filled one.
    void setState(Kind kind, const QString &headline, const QString &why, const QString &firstButton = {},
                  const QString &secondButton = {});
    /// The icon of Kind::Empty: that of the page.
    void setPageIcon(const QString &iconName);
    /// Kind::Loading only. `maximum` 0: the service has not said how many.
    void setProgress(int value, int maximum);

    Kind kind() const { return m_kind; }
    QPushButton *firstButton() const { return m_first; }
    QPushButton *secondButton() const { return m_second; }

signals:
    void firstChosen();
    void secondChosen();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void retranslate();
    void restyle();
    void keepRoom(); ///< for all of the text, at the cost of what is beside it

    Kind m_kind = Kind::Loading;
    QString m_pageIcon;
    QLabel *m_icon;
    QLabel *m_headline;
    QLabel *m_why;
    QProgressBar *m_progress;
    QPushButton *m_first;
    QPushButton *m_second;
    bool m_restyling = false;
};

} // namespace ui
