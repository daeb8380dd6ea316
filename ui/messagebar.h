#pragma once

#include "ui/theme.h"

#include <QFrame>
#include <QList>
#include <QPair>
#include <QString>

class QGridLayout;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace ui {

/// A message in the layout, never floating: headline, then label and text per row (Tried, Server said, Effect, Next), then
/// buttons. With a headline only it is a strip, its buttons at the right. All of it is plain text in real labels that can be
/// selected and copied.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    explicit MessageBar(QWidget *parent = nullptr);

    /// `verbatimRow` is the row holding the service's own words: fixed font, shown as sent. -1 for none.
    void setMessage(Token token, const QString &iconName, const QString &headline,
                    const QList<QPair<QString, QString>> &rows = {}, int verbatimRow = -1);
    QPushButton *addButton(const QString &text);
    void clearButtons();

    Token token() const { return m_token; }
    QString headline() const;
    /// Headline and rows, one per line: for Copy and for tests.
    QString plainText() const;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void restyle();
    void placeButtons();

    Token m_token = Token::Idle;
    QString m_iconName;
    QLabel *m_icon;
    QLabel *m_headline;
    QGridLayout *m_grid;
    QHBoxLayout *m_buttonRow; // below the rows
    QHBoxLayout *m_side;      // beside the headline, where there are no rows
    QVBoxLayout *m_iconColumn;
    QList<QPair<QLabel *, QLabel *>> m_rows;
    QList<QPushButton *> m_buttons;
    int m_verbatimRow = -1;
    bool m_restyling = false;
};

} // namespace ui
