#include "ui/detailpane.h"

#include "ui/icons.h"
#include "ui/labels.h"
#include "ui/messagebar.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// A button that looks like a link: at the left, cut in the middle to the width there is.
class LinkButton final : public QPushButton
{
public:
    using QPushButton::QPushButton;

    QSize sizeHint() const override { return {fontMetrics().horizontalAdvance(plain()) + 4, fontMetrics().height() + 2}; }
    QSize minimumSizeHint() const override { return {40, sizeHint().height()}; }
    QString plain() const { return accessibleName(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setPen(palette().color(QPalette::Active, QPalette::Link));
        painter.drawText(rect().adjusted(1, 0, -1, 0), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         fontMetrics().elidedText(plain(), Qt::ElideMiddle, width() - 2));
        if (hasFocus())
            painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
};

/// A value, reached with Tab so that it can be selected and copied without a mouse.
QLabel *factLabel(QWidget *parent)
{
    TextLabel *label = wrappedLabel(parent);
    label->setFocusPolicy(Qt::StrongFocus);
    return label;
}

/// An id has no blanks to wrap at: it may be broken anywhere.

} // namespace

DetailPane::DetailPane(Maker maker, QWidget *parent)
    : QWidget(parent), m_maker(std::move(maker)), m_icon(new QLabel(this)), m_name(new TextLabel(this)),
      m_copy(new QToolButton(this)), m_close(new QToolButton(this)), m_scroll(new QScrollArea(this)), m_content(new QWidget),
      m_columns(new QBoxLayout(QBoxLayout::TopToBottom)), m_left(new QVBoxLayout), m_right(new QVBoxLayout),
      m_message(new MessageBar(m_content)), m_nothing(plainLabel(m_content))
{
    setObjectName(u"detail"_s);
    m_icon->setFixedSize(16, 16);
    m_name->setObjectName(u"detail-name"_s);
    m_name->setMinimumWidth(40);
    m_name->setWordWrap(true);
    m_name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_copy->setObjectName(u"detail-copy"_s);
    m_close->setObjectName(u"detail-close"_s);
    m_copy->setIcon(ui::icon(u"copy"));
    m_close->setIcon(ui::icon(u"close"));
    for (QToolButton *button : {m_copy, m_close}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
    }
    auto *head = new QHBoxLayout;
    head->setContentsMargins(14, 6, 8, 6);
    head->setSpacing(8);
    head->addWidget(m_icon);
    head->addWidget(m_name, 1);
    head->addWidget(m_copy);
    head->addWidget(m_close);

    m_nothing->setWordWrap(true);
    m_nothing->setMinimumWidth(40);
    m_left->setSpacing(8);
    m_right->setSpacing(8);
    m_left->addWidget(m_message);
    m_left->addWidget(m_nothing);
    m_left->addStretch(0);
    m_right->addStretch(1);
    m_columns->setContentsMargins(14, 4, 12, 12);
    m_columns->setSpacing(12);
    m_columns->addLayout(m_left);
    m_columns->addLayout(m_right);
    m_content->setLayout(m_columns);
    m_content->setObjectName(u"detail-content"_s);
    m_scroll->setWidget(m_content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::StrongFocus);
    m_scroll->setMinimumHeight(60);

    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addLayout(head);
    outer->addWidget(m_scroll, 1);
    setMinimumWidth(240);

    connect(m_close, &QToolButton::clicked, this, &DetailPane::closeWanted);
    connect(m_copy, &QToolButton::clicked, this, [this] {
        if (!m_detail)
            return;
        QStringList lines{m_detail->name};
        if (m_detail->message)
            lines.append(m_message->plainText());
        for (const Detail::Section &section : std::as_const(m_detail->sections)) {
            for (const Detail::Fact &fact : section.facts) {
                QString line = fact.label + u'\t' + fact.value + (fact.asSent.isEmpty() ? QString() : u'\t' + fact.asSent);
                lines.append(line.remove(QChar(TextLabel::breakHere)));
            }
        }
        QApplication::clipboard()->setText(lines.join(u'\n'));
    });
    retranslate();
    restyle();
    rebuild();
}

QWidget *DetailPane::focusTarget() const { return m_scroll; }

void DetailPane::setBody(QWidget *body)
{
    auto *frame = new QWidget(this);
    frame->setObjectName(u"detail-body"_s);
    auto *around = new QVBoxLayout(frame);
    around->setContentsMargins(14, 4, 12, 12);
    around->addWidget(body);
    m_body = frame;
    static_cast<QVBoxLayout *>(layout())->addWidget(frame, 1);
    m_body->setVisible(m_detail.has_value());
    m_scroll->setVisible(!m_detail);
}

void DetailPane::setWide(bool wide)
{
    m_columns->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_columns->setStretch(0, wide ? 1 : 0);
    m_columns->setStretch(1, 1);
    m_columns->setSpacing(wide ? 20 : 12);
    const bool leftEmpty = wide && !m_message->isVisibleTo(m_content) && !m_nothing->isVisibleTo(m_content);
    if (leftEmpty)
        m_columns->setStretch(0, 0);
    m_left->setStretch(m_left->count() - 1, wide ? 1 : 0);
}

bool DetailPane::sameShape(const Detail &other) const
{
    if (!m_detail || m_detail->key != other.key || m_detail->sections.size() != other.sections.size())
        return false;
    for (qsizetype i = 0; i < other.sections.size(); ++i) {
        const Detail::Section &mine = m_detail->sections.at(i), &theirs = other.sections.at(i);
        if (mine.facts.size() != theirs.facts.size())
            return false;
        for (qsizetype j = 0; j < theirs.facts.size(); ++j) {
            const Detail::Fact &a = mine.facts.at(j), &b = theirs.facts.at(j);
            if (a.kind != b.kind || a.asSent.isEmpty() != b.asSent.isEmpty() || a.page != b.page || a.key != b.key)
                return false;
        }
    }
    return true;
}

void DetailPane::setNothing(const QString &text)
{
    if (m_nothing->text() != text)
        m_nothing->setText(text);
}

void DetailPane::render()
{
    std::optional<Detail> now = m_maker();
    if (now == m_detail)
        return;
    const bool same = now && sameShape(*now);
    const bool other = !m_detail || !now || m_detail->key != now->key;
    m_detail = std::move(now);
    if (same)
        fillTexts();
    else
        rebuild();
    restyle();
    if (other)
        m_scroll->ensureVisible(0, 0);
}

void DetailPane::rebuild()
{
    QWidget *focused = window()->focusWidget();
    const bool hadFocus = focused && m_factBox && m_factBox->isAncestorOf(focused);
    delete m_factBox;
    m_factBox = nullptr;
    m_titles.clear();
    m_facts.clear();
    if (m_detail) {
        m_factBox = new QWidget(m_content);
        auto *grid = new QGridLayout(m_factBox);
        grid->setContentsMargins(0, 0, 0, 0);
        grid->setHorizontalSpacing(12);
        grid->setVerticalSpacing(4);
        grid->setColumnStretch(1, 1);
        int row = 0;
        for (const Detail::Section &section : std::as_const(m_detail->sections)) {
            QLabel *title = plainLabel(m_factBox);
            if (row > 0)
                grid->setRowMinimumHeight(row++, 6);
            grid->addWidget(title, row++, 0, 1, 2);
            m_titles.append(title);
            for (const Detail::Fact &fact : section.facts) {
                FactView view;
                view.label = plainLabel(m_factBox);
                const bool ownLine = fact.kind == Detail::Fact::Kind::Id;
                if (fact.kind == Detail::Fact::Kind::Link) {
                    auto *link = new LinkButton(m_factBox);
                    link->setFlat(true);
                    link->setAutoDefault(false);
                    link->setCursor(Qt::PointingHandCursor);
                    link->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
                    connect(link, &QPushButton::clicked, this,
                            [this, page = fact.page, key = fact.key] { emit objectWanted(page, key); });
                    view.value = link;
                } else {
                    view.value = factLabel(m_factBox);
                }
                view.label->setBuddy(view.value);
                if (ownLine) {
                    grid->addWidget(view.label, row++, 0, 1, 2);
                    grid->addWidget(view.value, row++, 0, 1, 2);
                } else {
                    grid->addWidget(view.label, row, 0, Qt::AlignTop | Qt::AlignLeft);
                    if (fact.kind == Detail::Fact::Kind::Link)
                        grid->addWidget(view.value, row++, 1, Qt::AlignLeft | Qt::AlignTop);
                    else
                        grid->addWidget(view.value, row++, 1);
                }
                if (!fact.asSent.isEmpty()) {
                    view.asSent = factLabel(m_factBox);
                    grid->addWidget(view.asSent, row++, 1);
                }
                m_facts.append(view);
            }
        }
        m_right->insertWidget(0, m_factBox);
    }
    fillTexts();
    restyle();
    if (hadFocus)
        m_scroll->setFocus();
}

void DetailPane::fillTexts()
{
    const auto set = [](QLabel *label, const QString &text) {
        if (label->text() != text)
            label->setText(text);
    };
    m_copy->setEnabled(m_detail.has_value());
    m_icon->setVisible(m_detail.has_value());
    m_nothing->setVisible(!m_detail);
    if (m_body) {
        m_body->setVisible(m_detail.has_value());
        m_scroll->setVisible(!m_detail);
    }
    m_message->setVisible(m_detail && m_detail->message);
    if (!m_detail) {
        set(m_name, tr("Detail")); //: Title of the pane. 中文：详情
        return;
    }
    set(m_name, m_detail->name);
    m_name->setToolTip(u"<qt>"_s + m_detail->name.toHtmlEscaped() + u"</qt>"_s);
    m_icon->setAccessibleName(m_detail->stateWord);
    if (m_detail->message)
        m_message->setMessage(m_detail->message->token, m_detail->message->icon, m_detail->message->headline,
                              m_detail->message->rows, m_detail->message->verbatimRow);
    qsizetype at = 0;
    for (qsizetype i = 0; i < m_detail->sections.size(); ++i) {
        set(m_titles.at(i), m_detail->sections.at(i).title);
        for (const Detail::Fact &fact : m_detail->sections.at(i).facts) {
            const FactView &view = m_facts.at(at++);
            QString label = fact.label;
            set(view.label, label.replace(u'&', u"&&"_s)); // it has a buddy
            if (auto *link = qobject_cast<QPushButton *>(view.value)) {
                link->setAccessibleName(fact.value);
                link->setText(QString(fact.value).replace(u'&', u"&&"_s));
                link->setToolTip(u"<qt>"_s + fact.value.toHtmlEscaped() + u"</qt>"_s);
                link->updateGeometry();
            } else if (auto *value = qobject_cast<QLabel *>(view.value)) {
                set(value, fact.kind == Detail::Fact::Kind::Id ? breakable(fact.value) : fact.value);
                value->setAccessibleName(fact.kind == Detail::Fact::Kind::Id ? fact.value : QString());
            }
            if (view.asSent)
                set(view.asSent, fact.asSent);
        }
    }
}

void DetailPane::retranslate()
{
    setAccessibleName(tr("Detail"));
    m_scroll->setAccessibleName(tr("Detail"));
    m_copy->setText(tr("Copy all facts")); //: 中文：复制全部信息
    m_copy->setAccessibleName(m_copy->text());
    m_copy->setToolTip(m_copy->text());
    m_close->setText(tr("Close detail")); //: 中文：关闭详情
    m_close->setAccessibleName(m_close->text());
    m_close->setToolTip(m_close->text());
}

void DetailPane::restyle()
{
    m_name->setFont(Theme::sectionFont());
    if (m_detail)
        m_icon->setPixmap(pixmap(m_detail->icon, Theme::color(m_detail->token, palette()),
                                 palette().color(QPalette::Active, QPalette::Window), 16, devicePixelRatioF()));
    QPalette quiet; // only what is set in it overrides: the rest goes on following the theme
    quiet.setColor(QPalette::WindowText, Theme::secondary(palette()));
    QPalette warned;
    warned.setColor(QPalette::WindowText, Theme::color(Token::Warn, palette()));
    m_nothing->setPalette(quiet);
    for (QLabel *title : std::as_const(m_titles))
        title->setFont(Theme::sectionFont());
    const QFont fixed = Theme::fixedFont();
    qsizetype at = 0;
    if (!m_detail)
        return;
    for (const Detail::Section &section : std::as_const(m_detail->sections)) {
        for (const Detail::Fact &fact : section.facts) {
            const FactView &view = m_facts.at(at++);
            view.label->setPalette(quiet);
            if (fact.kind == Detail::Fact::Kind::Id)
                view.value->setFont(fixed);
            if (fact.kind == Detail::Fact::Kind::Link) {
                QFont underlined = font();
                underlined.setUnderline(true);
                view.value->setFont(underlined);
            }
            if (fact.warned)
                view.value->setPalette(warned);
            if (view.asSent) {
                view.asSent->setFont(fixed);
                view.asSent->setPalette(quiet);
            }
        }
    }
}

void DetailPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        fillTexts();
        render();
    } else if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        restyle();
    }
}

} // namespace ui
