#pragma once

#include "ui/pagespecs.h"

#include <QWidget>

#include <functional>

class QBoxLayout;
class QLabel;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace ui {

class MessageBar;

/// All that is known of the current row. It scrolls, and never asks for more width than it has.
class DetailPane final : public QWidget
{
    Q_OBJECT

public:
    using Maker = std::function<std::optional<Detail>()>;
    explicit DetailPane(Maker maker, QWidget *parent = nullptr);

    /// What stands there without a current row.
    void setNothing(const QString &text);
    void render(); ///< asks the maker; what did not change stays as it is, selected text included
    /// Shown in the place of the facts while there is a current row: a page that has more to show of an object than facts.
    void setBody(QWidget *body);
    void setWide(bool wide); ///< below the table: the message left, the facts right
    QWidget *focusTarget() const;

signals:
    void objectWanted(const QString &pageId, const net::ObjectKey &key);
    void closeWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct FactView
    {
        QLabel *label = nullptr;
        QWidget *value = nullptr; ///< label or button
        QLabel *asSent = nullptr;
    };
    void retranslate();
    void restyle();
    void rebuild();
    void fillTexts();
    bool sameShape(const Detail &other) const;

    Maker m_maker;
    std::optional<Detail> m_detail;
    QLabel *m_icon;
    QLabel *m_name;
    QToolButton *m_copy;
    QToolButton *m_close;
    QScrollArea *m_scroll;
    QWidget *m_content;
    QBoxLayout *m_columns;
    QVBoxLayout *m_left;
    QVBoxLayout *m_right;
    MessageBar *m_message;
    QLabel *m_nothing;
    QWidget *m_factBox = nullptr;
    QWidget *m_body = nullptr;
    QList<QLabel *> m_titles;
    QList<FactView> m_facts;
};

} // namespace ui
