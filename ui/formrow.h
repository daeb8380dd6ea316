#pragma once

#include <QWidget>

class QGridLayout;
class QLabel;

namespace ui {

/// A field with its label, and under it a line with the rule and a counter, or with what is wrong: that line is always
/// there, so nothing jumps.
class FormRow : public QWidget
{
    Q_OBJECT

public:
    /// Takes the field as its child; `label` may hold a mnemonic.
    FormRow(const QString &label, QWidget *field, QWidget *parent = nullptr);

    QWidget *field() const { return m_field; }
    void setLabel(const QString &label);
    /// Said before it is broken. With no rule, counter or problem ever set the line takes no room.
    void setRule(const QString &rule);
    /// "60 / 64 bytes"; in the colour of errors when over.
    void setCounter(const QString &counter, bool over);
    /// An empty text: nothing is wrong.
    void setProblem(const QString &problem);
    bool hasProblem() const;
    QString problem() const { return m_problem; }

    /// Gives the labels of all rows of a form the width of the widest.
    static void align(const QList<FormRow *> &rows);

protected:
    void changeEvent(QEvent *event) override;

private:
    void render();
    void restyle();

    QGridLayout *m_grid;
    QLabel *m_label;
    QWidget *m_field;
    QLabel *m_icon;
    QLabel *m_rule;
    QLabel *m_counter;
    QWidget *m_line;
    QString m_ruleText;
    QString m_problem;
    bool m_over = false;
    bool m_restyling = false;
};

} // namespace ui
