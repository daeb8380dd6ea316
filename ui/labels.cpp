#include "ui/labels.h"

#include "ui/formats.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

TextLabel::TextLabel(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
}

QString TextLabel::chosen() const { return selectedText().remove(QChar(breakHere)); }

void TextLabel::copy() const
{
    if (hasSelectedText())
        QApplication::clipboard()->setText(chosen());
}

bool TextLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        if ((key->matches(QKeySequence::Copy) && hasSelectedText()) || key->matches(QKeySequence::SelectAll))
            key->accept();
    }
    return QLabel::event(event);
}

void TextLabel::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy) && hasSelectedText())
        return copy();
    QLabel::keyPressEvent(event);
}

void TextLabel::mouseReleaseEvent(QMouseEvent *event)
{
    QLabel::mouseReleaseEvent(event);
    if (QApplication::clipboard()->supportsSelection() && hasSelectedText()) // the middle button's
        QApplication::clipboard()->setText(chosen(), QClipboard::Selection);
}

void TextLabel::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *some = menu->addAction(tr("&Copy")); //: The selected text. 中文：复制(&C)
    some->setEnabled(hasSelectedText());
    connect(some, &QAction::triggered, this, &TextLabel::copy);
    QAction *all = menu->addAction(tr("Copy &all")); //: The whole text of a field. 中文：全部复制(&A)
    connect(all, &QAction::triggered, this, [this] { QApplication::clipboard()->setText(text().remove(QChar(breakHere))); });
    menu->popup(event->globalPos());
}

QString breakable(const QString &text)
{
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        out += text.at(i);
        if (i % 8 == 7 && i + 1 < text.size() && !text.at(i).isHighSurrogate())
            out += QChar(TextLabel::breakHere);
    }
    return out;
}

ElidedLabel::ElidedLabel(const QString &text, QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setText(text);
    setAccessibleName(text);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideMiddle, width());
    setToolTip(shown == text() ? QString() : u"<qt>%1</qt>"_s.arg(text().toHtmlEscaped()));
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter, shown);
}

QString plainTip(const QString &text) { return text.isEmpty() ? QString() : u"<qt>%1</qt>"_s.arg(text.toHtmlEscaped()); }

QLabel *plainLabel(QWidget *parent, const QString &objectName)
{
    auto *label = new QLabel(parent);
    label->setObjectName(objectName);
    label->setTextFormat(Qt::PlainText);
    return label;
}

TextLabel *wrappedLabel(QWidget *parent, const QString &objectName)
{
    auto *label = new TextLabel(parent);
    label->setObjectName(objectName);
    label->setWordWrap(true);
    label->setMinimumWidth(40);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    return label;
}

int roomForDigit(qint64 number, const QFontMetrics &metrics)
{
    const QString wider(QString::number(number).size() + 1, u'8');
    return std::max(0, metrics.horizontalAdvance(formats::number(wider.toLongLong())) -
                           metrics.horizontalAdvance(formats::number(number)));
}

} // namespace ui
