#include "ui/scopepopup.h"

#include "net/transport.h"
#include "ui/errortext.h"
#include "ui/formats.h"
#include "ui/icons.h"
#include "ui/labels.h"
#include "ui/pagespecs.h"
#include "ui/textfield.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScreen>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

ScopePopup::ScopePopup(const Context &context, QWidget *button)
    : QFrame(button->window(), Qt::Popup), m_context(context), m_button(button),
      m_filter(new TextField(TextField::Use::Search, this)), m_tree(new QTreeView(this)), m_model(new QStandardItemModel(this))
{
    setObjectName(u"scope-popup"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(tr("Scope")); //: 中文：范围
    setWindowTitle(tr("Scope"));
    m_filter->setObjectName(u"scope-filter"_s);
    m_filter->setPlaceholderText(tr("Region or project"));             //: In a filter field. 中文：区域或项目
    m_filter->setAccessibleName(tr("Filter of regions and projects")); //: 中文：按区域或项目过滤
    m_tree->setObjectName(u"scope-tree"_s);
    m_tree->setModel(m_model);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setAccessibleName(tr("Profile, regions and projects")); //: 中文：配置、区域和项目
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    auto *note = new QLabel(tr("A session covers one region and project"), this); //: 中文：一个会话对应一个区域和项目
    note->setTextFormat(Qt::PlainText);
    note->setWordWrap(true);
    note->setMinimumWidth(40);
    QPalette quiet;
    quiet.setColor(QPalette::WindowText, Theme::secondary(palette()));
    note->setPalette(quiet);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(6);
    column->addWidget(m_filter);
    column->addWidget(m_tree, 1);
    column->addWidget(note);
    fill();
    connect(m_filter, &QLineEdit::textChanged, this, &ScopePopup::filter);
}

void ScopePopup::fill()
{
    //: Columns of the tree: a member of the scope, and how true its list is. 中文：成员；数据截至
    m_model->setHorizontalHeaderLabels({tr("Member"), tr("As of")});
    const net::Scope &scope = m_context.place.scope();
    const auto rowOf = [](const QString &name, const QString &state) {
        auto *first = new QStandardItem(name);
        auto *second = new QStandardItem(state);
        first->setEditable(false);
        second->setEditable(false);
        first->setToolTip(plainTip(name));
        return QList<QStandardItem *>{first, second};
    };
    QString profile = m_context.profileName;
    if (profile.isEmpty()) //: Names of a session without a profile. 中文：演示公司 / 此会话
        profile = m_context.demo ? tr("Demo company") : tr("This session");
    const QList<QStandardItem *> top = rowOf(formats::plain(profile), {});
    const QList<QStandardItem *> region = rowOf(formats::plain(scope.region), {});
    const QString known = m_context.place.projectName();
    const QString id = formats::plain(scope.projectId);
    //: A project: its name and its ID. 中文：%1（%2）
    const QList<QStandardItem *> project =
        rowOf(known.isEmpty() ? id : tr("%1 (%2)").arg(formats::plain(known), formats::shortId(id)), {});
    for (const QList<QStandardItem *> &row : {top, region, project}) {
        row.first()->setCheckable(true);
        row.first()->setCheckState(Qt::Checked);
        row.first()->setFlags(row.first()->flags() & ~Qt::ItemIsUserCheckable); // the only one
    }
    using State = models::Freshness::State;
    const std::pair<const PageSpec *, models::ListSession *> lists[] = {{&policiesPage(), &m_context.policies},
                                                                        {&backupsPage(), &m_context.backups},
                                                                        {&recordsPage(), &m_context.records},
                                                                        {&groupsPage(), &m_context.groups},
                                                                        {&drillsPage(), &m_context.drills}};
    for (const auto &[spec, list] : lists) {
        const models::Freshness fresh = list->freshness();
        QString told = tr("not loaded yet"); //: Of a list. 中文：尚未加载
        if (fresh.state == State::Failed)
            told = ErrorText::of(fresh.error).headline;
        else if (fresh.asOf.isValid())
            told = formats::timeInFull(fresh.asOf, m_context.zone, m_context.transport.serverNow());
        project.first()->appendRow(rowOf(spec->titleText(), told));
    }
    region.first()->appendRow(project);
    top.first()->appendRow(region);
    m_model->appendRow(top);
    m_tree->expandAll();
    m_tree->resizeColumnToContents(0);
    m_tree->header()->resizeSection(0, std::min(m_tree->columnWidth(0), 250)); // the times are not cut
    m_tree->setCurrentIndex(project.first()->index());
}

void ScopePopup::filter(const QString &text)
{
    const QModelIndex top = m_model->index(0, 0);
    for (int region = 0; region < m_model->rowCount(top); ++region) {
        const QModelIndex at = m_model->index(region, 0, top);
        bool any = at.data().toString().contains(text, Qt::CaseInsensitive);
        for (int project = 0; project < m_model->rowCount(at); ++project) {
            const bool found = any || m_model->index(project, 0, at).data().toString().contains(text, Qt::CaseInsensitive);
            m_tree->setRowHidden(project, at, !found);
            any = any || found;
        }
        m_tree->setRowHidden(region, top, !any);
    }
}

void ScopePopup::open()
{
    const QRect room = m_button->screen()->availableGeometry();
    const int rows = 9 * (fontMetrics().height() + 8) + 110;
    resize(std::min(540, room.width()), std::min(rows, room.height()));
    QPoint at = m_button->mapToGlobal(QPoint(4, m_button->height()));
    at.setX(std::clamp(at.x(), room.left(), std::max(room.left(), room.right() - width())));
    at.setY(std::clamp(at.y(), room.top(), std::max(room.top(), room.bottom() - height())));
    move(at);
    show();
    m_filter->setFocus(Qt::PopupFocusReason);
}

void ScopePopup::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

} // namespace ui
