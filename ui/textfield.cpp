#include "ui/textfield.h"

#include "ui/icons.h"

#include <QAction>
#include <QEvent>

using namespace Qt::StringLiterals;

namespace ui {

TextField::TextField(Use use, QWidget *parent) : QLineEdit(parent)
{
    setClearButtonEnabled(true);
    if (use == Use::Search)
        m_lens = addAction(ui::icon(u"search"), QLineEdit::LeadingPosition);
    retranslate();
}

void TextField::retranslate()
{
    if (m_lens)
        m_lens->setText(tr("Filter"));                                    //: Name of the lens in a filter field. 中文：筛选
    if (auto *clear = findChild<QAction *>(u"_q_qlineeditclearaction"_s)) // Qt 6.4 leaves it without a text
        clear->setText(tr("Clear")); //: Name of the button that empties a field. 中文：清除
}

void TextField::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace ui
