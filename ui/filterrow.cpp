#include "ui/filterrow.h"

#include "ui/formats.h"
#include "ui/icons.h"
#include "ui/labels.h"
#include "ui/statelook.h"
#include "ui/textfield.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpression>
#include <QResizeEvent>
#include <QSpinBox>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int leastText = 190;
constexpr int mostText = 300;
constexpr int fieldWidth = 140;
constexpr int gap = 12;

QString term(const ServerFilter &filter) { return QCoreApplication::translate("Filters", filter.label); }

QString escaped(QString text) { return text.replace(u'&', u"&&"_s); }

} // namespace

struct FilterRow::Field
{
    const ServerFilter *spec = nullptr;
    QLabel *label = nullptr; // none for flags, which carry their own
    QWidget *editor = nullptr;

    QComboBox *combo() const { return qobject_cast<QComboBox *>(editor); }
    QLineEdit *line() const { return qobject_cast<QLineEdit *>(editor); }
    QSpinBox *number() const { return qobject_cast<QSpinBox *>(editor); }
    QCheckBox *flag() const { return qobject_cast<QCheckBox *>(editor); }
    int width() const { return (label ? label->sizeHint().width() + 8 : 0) + fieldWidth; }
};

FilterRow::FilterRow(const PageSpec &spec, models::ListSession &session, QWidget *parent)
    : QWidget(parent), m_spec(spec), m_session(session), m_text(new TextField(TextField::Use::Search, this)),
      m_row(new QHBoxLayout), m_more(new QToolButton(this)), m_views(new QToolButton(this)), m_columns(new QToolButton(this)),
      m_export(new QToolButton(this)), m_panel(new QWidget(this)), m_grid(new QGridLayout(m_panel)), m_problem(new QLabel(this))
{
    m_text->setObjectName(u"filter"_s);
    m_text->setMinimumWidth(leastText);
    m_text->setMaximumWidth(mostText);
    m_more->setObjectName(u"more"_s);
    m_more->setCheckable(true);
    m_more->setAutoRaise(true);
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_more->setIcon(ui::icon(u"filter"));
    m_more->setFocusPolicy(Qt::StrongFocus);
    m_views->setObjectName(u"views"_s);
    m_views->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_views->setIcon(ui::icon(u"chevron-down"));
    m_columns->setObjectName(u"columns"_s);
    m_columns->setIcon(ui::icon(u"columns"));
    m_export->setObjectName(u"export"_s);
    m_export->setIcon(ui::icon(u"export"));
    for (QToolButton *button : {m_views, m_columns, m_export}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
    }
    m_problem->setObjectName(u"filter-problem"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->setMinimumWidth(40);
    m_problem->hide();

    for (const ServerFilter &filter : spec.filters) {
        auto field = std::make_unique<Field>();
        field->spec = &filter;
        const QString initial = QString::fromLatin1(filter.initial);
        switch (filter.kind) {
        case ServerFilter::Kind::Region:
        case ServerFilter::Kind::State:
        case ServerFilter::Kind::Verb:
        case ServerFilter::Kind::Choice: {
            auto *combo = new QComboBox(this);
            combo->setEditable(true);
            combo->setInsertPolicy(QComboBox::NoInsert);
            combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
            combo->setMinimumContentsLength(8);
            connect(combo, &QComboBox::activated, this, &FilterRow::apply);
            connect(combo->lineEdit(), &QLineEdit::editingFinished, this, &FilterRow::apply);
            field->editor = combo;
            break;
        }
        case ServerFilter::Kind::Text: {
            auto *line = new TextField(TextField::Use::Plain, this);
            connect(line, &QLineEdit::editingFinished, this, &FilterRow::apply);
            field->editor = line;
            break;
        }
        case ServerFilter::Kind::Number: {
            auto *number = new QSpinBox(this);
            number->setRange(filter.least, filter.most);
            number->setValue(initial.toInt());
            number->setKeyboardTracking(false);
            connect(number, &QSpinBox::valueChanged, this, &FilterRow::apply);
            field->editor = number;
            break;
        }
        case ServerFilter::Kind::Flag: {
            auto *flag = new QCheckBox(this);
            flag->setChecked(initial == "true"_L1);
            connect(flag, &QCheckBox::toggled, this, &FilterRow::apply);
            field->editor = flag;
            break;
        }
        }
        field->editor->setObjectName(u"server-"_s + QString::fromLatin1(filter.parameter));
        field->editor->setMinimumWidth(filter.kind == ServerFilter::Kind::Flag ? 0 : 80);
        if (filter.kind != ServerFilter::Kind::Flag) {
            field->label = new QLabel(this);
            field->label->setTextFormat(Qt::PlainText);
            field->label->setBuddy(field->editor);
        }
        m_fields.push_back(std::move(field));
    }

    m_row->setSpacing(8);
    m_grid->setContentsMargins(0, 8, 0, 0);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(6);
    m_panel->setObjectName(u"more-filters"_s);
    m_panel->hide();
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(16, 4, 12, 4);
    outer->setSpacing(0);
    outer->addLayout(m_row);
    outer->addWidget(m_panel);
    outer->addWidget(m_problem);

    connect(m_text, &QLineEdit::textChanged, this, [this](const QString &text) { m_session.setFilter(text); });
    connect(m_more, &QToolButton::toggled, this, &FilterRow::unfold);
    connect(m_views, &QToolButton::clicked, this, &FilterRow::viewsWanted);
    connect(m_columns, &QToolButton::clicked, this, &FilterRow::columnsWanted);
    connect(m_export, &QToolButton::clicked, this, &FilterRow::exportWanted);
    retranslate();
    restyle();
    for (const auto &field : m_fields)
        fill(*field);
    place();
    apply();
}

FilterRow::~FilterRow() = default;

void FilterRow::setRegions(const QStringList &regions)
{
    if (regions == m_regions)
        return;
    m_regions = regions;
    for (const auto &field : m_fields) {
        if (field->spec->kind == ServerFilter::Kind::Region)
            fill(*field);
    }
}

void FilterRow::fill(Field &field)
{
    QComboBox *combo = field.combo();
    if (!combo)
        return;
    const bool first = combo->count() == 0;
    const QString kept = first ? QString::fromLatin1(field.spec->initial) : value(field);
    const bool typing = combo->lineEdit()->hasFocus() && combo->lineEdit()->isModified();
    const QString typed = combo->currentText();
    const QSignalBlocker quiet(combo);
    combo->clear();
    combo->addItem(tr("Any"), QString()); //: No condition. 中文：不限
    switch (field.spec->kind) {
    case ServerFilter::Kind::Region:
        for (const QString &region : std::as_const(m_regions))
            combo->addItem(formats::plain(region), region);
        break;
    case ServerFilter::Kind::State:
        for (const QString &word : knownStates(m_spec.states)) {
            const StateLook look = stateLook(m_spec.states, word);
            combo->addItem(ui::icon(look.icon, look.token), look.word, word);
        }
        break;
    case ServerFilter::Kind::Verb:
        for (const net::Verb *verb : net::verbs::all)
            combo->addItem(QCoreApplication::translate("Verbs", verb->title), QString::fromLatin1(verb->id));
        break;
    default: {
        const QStringList choices = QString::fromLatin1(field.spec->choices).split(u' ', Qt::SkipEmptyParts);
        for (const QString &choice : choices)
            combo->addItem(choice, choice);
        break;
    }
    }
    if (const int at = combo->findData(kept); at >= 0)
        combo->setCurrentIndex(at);
    else
        combo->setEditText(kept);
    if (typing)
        combo->setEditText(typed);
}

QString FilterRow::value(const Field &field) const
{
    if (const QComboBox *combo = field.combo()) {
        const QString text = combo->currentText().trimmed();
        const int at = combo->findText(text, Qt::MatchFixedString);
        return at >= 0 ? combo->itemData(at).toString() : text;
    }
    if (const QLineEdit *line = field.line())
        return line->text().trimmed();
    if (const QSpinBox *number = field.number())
        return QString::number(number->value());
    return field.flag()->isChecked() ? u"true"_s : QString();
}

QString FilterRow::problem(const Field &field) const
{
    const QString text = value(field);
    const auto parameter = QLatin1StringView(field.spec->parameter);
    static const QRegularExpression time(u"^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?)?$"_s);
    if ((parameter == "start_time"_L1 || parameter == "end_time"_L1) && !text.isEmpty() && !time.match(text).hasMatch())
        //: %1: name of a field. 中文：%1：格式应为 2026-11-22T14:32:08，按 UTC
        return tr("%1: written as 2026-11-22T14:32:08, in UTC").arg(term(*field.spec));
    if (text.size() > 255) //: %1: name of a field. 中文：%1：最多 255 个字符
        return tr("%1: 255 characters at most").arg(term(*field.spec));
    return {};
}

void FilterRow::apply()
{
    net::Query query;
    QString wrong;
    int active = 0;
    for (std::size_t i = 0; i < m_fields.size(); ++i) {
        const Field &field = *m_fields[i];
        const QString text = value(field);
        const QString initial = QString::fromLatin1(field.spec->initial);
        if (text != initial && field.editor->parentWidget() == m_panel)
            ++active;
        if (const QString problem = this->problem(field); !problem.isEmpty()) {
            if (wrong.isEmpty())
                wrong = problem;
            continue; // what cannot be meant is not asked
        }
        if (field.spec->isSent(text))
            query.append({QString::fromLatin1(field.spec->parameter), text});
    }
    m_problem->setText(wrong);
    m_problem->setVisible(!wrong.isEmpty());
    //: Button: further filters; %1 of them are set. 中文：更多 (%1)
    m_more->setText(active > 0 ? tr("More (%1)").arg(active) : tr("More")); //: 中文：更多
    if (wrong.isEmpty())
        m_session.setServerFilter(query);
}

void FilterRow::clear() { choose({}, {}); }

net::Query FilterRow::chosen() const
{
    net::Query query;
    for (const auto &field : m_fields) {
        if (const QString text = value(*field); text != QString::fromLatin1(field->spec->initial))
            query.append({QString::fromLatin1(field->spec->parameter), text});
    }
    return query;
}

void FilterRow::choose(const QString &text, const net::Query &values)
{
    m_text->setText(text);
    for (const auto &field : m_fields) {
        const auto parameter = QLatin1StringView(field->spec->parameter);
        QString wanted = QString::fromLatin1(field->spec->initial);
        for (const auto &[name, given] : values) {
            if (name == parameter)
                wanted = given;
        }
        const QSignalBlocker quiet(field->editor);
        if (QComboBox *combo = field->combo()) {
            if (const int at = combo->findData(wanted); at >= 0)
                combo->setCurrentIndex(at);
            else
                combo->setEditText(wanted);
        } else if (QLineEdit *line = field->line()) {
            line->setText(wanted);
        } else if (QSpinBox *number = field->number()) {
            number->setValue(wanted.toInt());
        } else {
            field->flag()->setChecked(wanted == "true"_L1);
        }
    }
    apply();
}

bool FilterRow::isFiltering() const { return !m_session.filter().isEmpty() || !serverText().isEmpty(); }

QString FilterRow::serverText() const
{
    QStringList parts;
    for (const auto &field : m_fields) {
        const auto parameter = QLatin1StringView(field->spec->parameter);
        if (field->spec->kind == ServerFilter::Kind::Flag || parameter == "sort"_L1 || parameter == "limit"_L1)
            continue; // these leave nothing out
        const QString text = value(*field);
        if (text == QString::fromLatin1(field->spec->initial))
            continue;
        const QComboBox *combo = field->combo();
        //: A filter that is set. %1: its name, %2: its value. 中文：%1：%2
        parts.append(tr("%1: %2").arg(term(*field->spec), formats::plain(combo ? combo->currentText() : text)));
    }
    return parts.join(u" · "_s);
}

void FilterRow::unfold(bool open)
{
    m_panel->setVisible(open);
    if (open && m_more->hasFocus()) {
        for (const auto &field : m_fields) {
            if (field->editor->parentWidget() == m_panel) {
                field->editor->setFocus(Qt::TabFocusReason);
                break;
            }
        }
    }
}

void FilterRow::place()
{
    // How many of the row's fields fit beside the text filter and the buttons.
    int buttons = 0;
    for (const QToolButton *button : {m_more, m_views, m_columns, m_export})
        buttons += button->sizeHint().width() + 8;
    int room = width() - 28 - leastText - buttons - gap;
    int inRow = 0;
    for (const auto &field : m_fields) {
        if (field->spec->where != ServerFilter::Where::Row)
            continue;
        room -= field->width() + gap;
        if (room < 0)
            break;
        ++inRow;
    }
    const int pairs = width() < 700 ? 2 : 3;
    if (inRow == m_inRow && m_grid->property("pairs").toInt() == pairs)
        return;
    QWidget *focused = window()->focusWidget();
    m_inRow = inRow;
    m_grid->setProperty("pairs", pairs);
    while (QLayoutItem *item = m_row->takeAt(0))
        delete item;
    while (QLayoutItem *item = m_grid->takeAt(0))
        delete item;
    m_row->addWidget(m_text, 10);
    int seen = 0, at = 0;
    for (const auto &field : m_fields) {
        const bool wantsRow = field->spec->where == ServerFilter::Where::Row;
        if (wantsRow && seen++ < inRow) {
            m_row->addSpacing(4);
            for (QWidget *part : {static_cast<QWidget *>(field->label), field->editor}) {
                if (part && part->parentWidget() != this)
                    part->setParent(this);
            }
            if (field->label)
                m_row->addWidget(field->label);
            field->editor->setFixedWidth(fieldWidth);
            m_row->addWidget(field->editor);
        } else {
            const int row = at / pairs, column = 2 * (at % pairs);
            for (QWidget *part : {static_cast<QWidget *>(field->label), field->editor}) {
                if (part && part->parentWidget() != m_panel)
                    part->setParent(m_panel);
            }
            if (field->label)
                m_grid->addWidget(field->label, row, column, Qt::AlignRight | Qt::AlignVCenter);
            field->editor->setMinimumWidth(80);
            field->editor->setMaximumWidth(field->spec->kind == ServerFilter::Kind::Flag ? QWIDGETSIZE_MAX : 320);
            if (field->label)
                m_grid->addWidget(field->editor, row, column + 1);
            else
                m_grid->addWidget(field->editor, row, column, 1, 2, Qt::AlignLeft | Qt::AlignVCenter);
            ++at;
        }
        if (field->label)
            field->label->show();
        field->editor->show();
    }
    for (int column = 0; column < 6; ++column)
        m_grid->setColumnStretch(column, column % 2 == 1 && column < 2 * pairs ? 1 : 0);
    m_row->addWidget(m_more);
    m_row->addStretch(1);
    m_row->addWidget(m_views);
    m_row->addWidget(m_columns);
    m_row->addWidget(m_export);

    QWidget *last = m_text; // the order of reading
    const auto follow = [&last](QWidget *next) {
        setTabOrder(last, next);
        last = next;
    };
    for (const auto &field : m_fields) {
        if (field->editor->parentWidget() == this)
            follow(field->editor);
    }
    for (QToolButton *button : {m_more, m_views, m_columns, m_export})
        follow(button);
    for (const auto &field : m_fields) {
        if (field->editor->parentWidget() == m_panel)
            follow(field->editor);
    }
    if (focused && isAncestorOf(focused))
        focused->setFocus();
    apply(); // the number beside "More" depends on what stands there
}

void FilterRow::retranslate()
{
    m_text->setPlaceholderText(tr("Filter: text, !text, field:value")); //: 中文：筛选：文字、!文字、字段:值
    m_text->setAccessibleName(tr("Text filter"));                       //: 中文：文字筛选
    //: What the text filter understands. 中文：文字：包含；!文字：不包含；字段:值：指定列；多个条件用空格分隔
    m_text->setAccessibleDescription(
        tr("text: some cell holds it; !text: none does; field:value: that column holds it; several are joined by blanks"));
    m_text->setToolTip(m_text->accessibleDescription());
    for (const auto &field : m_fields) {
        const QString text = term(*field->spec);
        if (field->label)
            field->label->setText(escaped(text));
        if (QCheckBox *flag = field->flag())
            flag->setText(escaped(text));
        field->editor->setAccessibleName(text);
        if (QLineEdit *line = field->line(); line && *field->spec->hint)
            line->setPlaceholderText(QCoreApplication::translate("Filters", field->spec->hint));
    }
    m_more->setAccessibleDescription(tr("Further filters of the service")); //: 中文：服务端的其他筛选条件
    m_more->setToolTip(m_more->accessibleDescription());
    m_views->setText(tr("Views")); //: A button: filters, order and columns saved by name. 中文：视图
    m_views->setAccessibleName(m_views->text());
    m_views->setToolTip(tr("Saved views of this page")); //: 中文：此页面已保存的视图
    m_views->setAccessibleDescription(m_views->toolTip());
    m_columns->setText(tr("Columns")); //: 中文：列
    m_columns->setAccessibleName(tr("Columns"));
    m_columns->setToolTip(tr("Columns"));
    m_export->setText(tr("Export rows")); //: A button. 中文：导出列表
    m_export->setAccessibleName(m_export->text());
    m_export->setToolTip(m_export->text());
}

void FilterRow::restyle()
{
    QPalette bad;
    bad.setColor(QPalette::WindowText, Theme::color(Token::Bad, palette()));
    m_problem->setPalette(bad);
    QPalette quiet;
    quiet.setColor(QPalette::WindowText, Theme::secondary(palette()));
    for (const auto &field : m_fields) {
        if (field->label)
            field->label->setPalette(quiet);
    }
}

void FilterRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        // The values stay the same, only their words change: read them before the words do.
        for (const auto &field : m_fields)
            fill(*field);
        retranslate();
        m_inRow = -1;
        place();
    } else if (event->type() == QEvent::PaletteChange) {
        restyle();
    }
}

void FilterRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

// ------------------------------------------------------------------------------------------------------------------

FacetRow::FacetRow(const PageSpec &spec, models::ListSession &session, QWidget *parent)
    : QWidget(parent), m_spec(spec), m_session(session), m_row(new QHBoxLayout(this)), m_all(makeButton({})),
      m_rest(new QToolButton(this)), m_menu(new QMenu(this))
{
    setObjectName(u"facets"_s);
    m_row->setContentsMargins(12, 2, 12, 2);
    m_row->setSpacing(4);
    m_row->addWidget(m_all);
    m_row->addStretch(1);
    m_rest->setAutoRaise(true);
    m_rest->setIcon(ui::icon(u"more"));
    m_rest->setPopupMode(QToolButton::InstantPopup);
    m_rest->setMenu(m_menu);
    m_rest->setFocusPolicy(Qt::StrongFocus);
    m_row->insertWidget(1, m_rest);
    m_rest->hide();
    connect(&session, &models::ListSession::changed, this, &FacetRow::render);
    render();
}

QToolButton *FacetRow::makeButton(const QString &word)
{
    auto *button = new QToolButton(this);
    button->setObjectName(word.isEmpty() ? u"facet-all"_s : u"facet-"_s + word);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setToolButtonStyle(word.isEmpty() ? Qt::ToolButtonTextOnly : Qt::ToolButtonTextBesideIcon);
    button->setIconSize({16, 16});
    button->setMinimumHeight(26);
    button->setFocusPolicy(Qt::StrongFocus);
    connect(button, &QToolButton::clicked, this, [this, word] {
        m_session.setFacet(m_session.facet() == word ? QString() : word);
        render();
    });
    return button;
}

void FacetRow::render()
{
    QHash<QString, int> counts;
    qint64 sum = 0;
    QStringList words = knownStates(m_spec.states);
    for (const models::Facet &facet : m_session.facets()) {
        counts.insert(facet.word, facet.count);
        sum += facet.count;
        if (!words.contains(facet.word))
            words.append(facet.word); // a word not known here
    }
    const QString chosen = m_session.facet();
    words.removeIf([&](const QString &word) { return counts.value(word) == 0 && word != chosen; });

    for (qsizetype i = m_buttons.size() - 1; i >= 0; --i) {
        if (!words.contains(m_buttons.at(i).first)) {
            if (m_buttons.at(i).second->hasFocus())
                m_all->setFocus();
            delete m_buttons.takeAt(i).second;
        }
    }
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (i < m_buttons.size() && m_buttons.at(i).first == words.at(i))
            continue;
        m_buttons.insert(i, {words.at(i), makeButton(words.at(i))});
        m_row->insertWidget(int(i) + 1, m_buttons.at(i).second);
    }
    label(m_all, tr("All"), sum); //: All rows, followed by their number. 中文：全部
    m_all->setChecked(chosen.isEmpty());
    for (const auto &[word, button] : std::as_const(m_buttons)) {
        const StateLook look = stateLook(m_spec.states, word);
        button->setIcon(ui::icon(look.icon, look.token)); // first: it counts for the width
        const bool twice = std::ranges::any_of(counts.keys(), [this, &look, &own = word](const QString &other) {
            return other != own && stateLook(m_spec.states, other).word == look.word;
        });
        //: Two states with one word: the word and the service's own. 中文：%1（%2）
        label(button, twice ? tr("%1 (%2)").arg(look.word, formats::plain(word)) : look.word, counts.value(word));
        button->setChecked(word == chosen);
    }
    m_rest->setText(tr("Further states")); //: 中文：其他状态
    m_rest->setAccessibleName(m_rest->text());
    m_rest->setToolTip(m_rest->text());
    place();
}

void FacetRow::label(QToolButton *button, const QString &name, qint64 count)
{
    //: A state and how many rows are in it. %1: the state, %2: the number. 中文：%1 %2
    const QString text = tr("%1 %2").arg(name, formats::number(count));
    if (button->accessibleName() == text)
        return;
    button->setText(escaped(text));
    button->setAccessibleName(text);
    if (button->property("name").toString() != name) { // other words: what was kept free for them is no measure any more
        button->setProperty("name", name);
        button->setMinimumWidth(0);
    }
    // Room for the next digit, so that 99 → 100 shifts nothing.
    if (const int needs = button->sizeHint().width(); needs > button->minimumWidth())
        button->setMinimumWidth(needs + roomForDigit(count, button->fontMetrics()));
}

void FacetRow::place()
{
    const auto widthOf = [](const QToolButton *button) { return std::max(button->minimumWidth(), button->sizeHint().width()); };
    int room = width() - 24 - widthOf(m_all);
    int all = 0;
    for (const auto &[word, button] : std::as_const(m_buttons))
        all += widthOf(button) + m_row->spacing();
    const bool fits = all <= room;
    if (!fits)
        room -= m_rest->sizeHint().width() + m_row->spacing();
    QSet<QString> hidden;
    for (const auto &[word, button] : std::as_const(m_buttons)) {
        room -= widthOf(button) + m_row->spacing();
        const bool here = fits || (room >= 0 && hidden.isEmpty());
        button->setVisible(here);
        if (!here)
            hidden.insert(word);
    }
    m_rest->setVisible(!hidden.isEmpty());
    if (m_menu->isVisible()) // not under the hand
        return;
    m_menu->clear();
    for (const auto &[word, button] : std::as_const(m_buttons)) {
        if (!hidden.contains(word))
            continue;
        QAction *action = m_menu->addAction(button->icon(), button->text());
        action->setCheckable(true);
        action->setChecked(button->isChecked());
        connect(action, &QAction::triggered, button, &QToolButton::click);
    }
}

void FacetRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) { // all widths are measured anew
        m_all->setAccessibleName({});
        m_all->setProperty("name", {});
        for (const auto &[word, button] : std::as_const(m_buttons)) {
            button->setAccessibleName({});
            button->setProperty("name", {});
        }
    }
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        render();
}

void FacetRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

} // namespace ui
