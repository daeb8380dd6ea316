#include "ui/formrow.h"

#include "ui/formats.h"
#include "ui/icons.h"
#include "ui/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int iconSize = 14;

QLabel *smallLabel(QWidget *parent, const QString &name)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

FormRow::FormRow(const QString &label, QWidget *field, QWidget *parent)
    : QWidget(parent), m_grid(new QGridLayout(this)), m_label(new QLabel(this)), m_field(field), m_icon(new QLabel(this)),
      m_rule(smallLabel(this, u"rule"_s)), m_counter(smallLabel(this, u"counter"_s)), m_line(new QWidget(this))
{
    m_label->setTextFormat(Qt::PlainText);
    m_label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_label->setBuddy(field);
    setLabel(label);
    m_icon->setFixedSize(iconSize, iconSize);
    m_rule->setWordWrap(true);
    m_rule->setMinimumWidth(40);
    m_rule->setAlignment(Qt::AlignLeft | Qt::AlignTop);

    auto *line = new QHBoxLayout(m_line);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(4);
    line->addWidget(m_icon, 0, Qt::AlignTop);
    line->addWidget(m_rule, 1);
    line->addWidget(m_counter, 0, Qt::AlignTop);

    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(2);
    m_grid->setColumnStretch(1, 1);
    m_grid->addWidget(m_label, 0, 0);
    m_grid->addWidget(m_field, 0, 1);
    m_grid->addWidget(m_line, 1, 1);
    m_line->hide();
    render();
}

void FormRow::setLabel(const QString &label) { m_label->setText(label); }

void FormRow::setRule(const QString &rule)
{
    m_ruleText = rule;
    render();
}

void FormRow::setCounter(const QString &counter, bool over)
{
    m_counter->setText(counter);
    m_over = over;
    render();
}

void FormRow::setProblem(const QString &problem)
{
    if (problem == m_problem)
        return;
    m_problem = problem;
    render();
}

bool FormRow::hasProblem() const { return !m_problem.isEmpty(); }

void FormRow::align(const QList<FormRow *> &rows)
{
    int widest = 0;
    for (const FormRow *row : rows)
        widest = std::max(widest, row->m_label->sizeHint().width());
    for (const FormRow *row : rows)
        row->m_label->setMinimumWidth(widest);
}

void FormRow::render()
{
    m_rule->setText(formats::plain(hasProblem() ? m_problem : m_ruleText));
    m_icon->setVisible(hasProblem());
    if (hasProblem() || !m_ruleText.isEmpty() || !m_counter->text().isEmpty())
        m_line->show(); // and it stays
    // The line is a label beside the field for eyes; for ears it belongs to the field.
    m_field->setAccessibleDescription(m_rule->text());
    restyle();
}

void FormRow::restyle()
{
    if (m_restyling)
        return;
    m_restyling = true;
    const QColor bad = Theme::color(Token::Bad, palette());
    const QColor quiet = Theme::secondary(palette());
    m_icon->setPixmap(pixmap(u"failed"_s, bad, palette().color(QPalette::Active, QPalette::Base), iconSize, devicePixelRatioF()));
    QPalette rule; // only what is set in it overrides: the rest goes on following the theme
    rule.setColor(QPalette::WindowText, hasProblem() ? bad : quiet);
    m_rule->setPalette(rule);
    QPalette counter;
    counter.setColor(QPalette::WindowText, m_over ? bad : quiet);
    m_counter->setPalette(counter);
    const QFont small = Theme::smallFont();
    m_rule->setFont(small);
    m_counter->setFont(small);
    m_line->setMinimumHeight(std::max(iconSize, QFontMetrics(small).height()) + 1);
    m_restyling = false;
}

void FormRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        restyle();
}

} // namespace ui
