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
#include <functional>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int ProjectRole = Qt::UserRole; // its place among the scopes of the session

} // namespace

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
    const bool isOne = m_context.place.scopes().size() == 1;
    auto *note = new QLabel(isOne ? tr("This profile holds one project") //: 中文：此配置只有一个项目
                                                                         //: 中文：只显示并查询勾选的项目
                                  : tr("What is checked is shown, and only that is asked for"),
                            this);
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
    connect(m_model, &QStandardItemModel::itemChanged, this, &ScopePopup::check);
    for (const auto &[spec, list] : lists())
        connect(list, &models::ListSession::changed, this, &ScopePopup::render);
}

/// The lists a project has, in the order of the navigation.
std::array<std::pair<const PageSpec *, models::ListSession *>, 5> ScopePopup::lists() const
{
    return {{{&policiesPage(), &m_context.policies},
             {&backupsPage(), &m_context.backups},
             {&recordsPage(), &m_context.records},
             {&groupsPage(), &m_context.groups},
             {&drillsPage(), &m_context.drills}}};
}

void ScopePopup::fill()
{
    //: Columns of the tree: a member of the scope, and how true its list is. 中文：成员；数据截至
    m_model->setHorizontalHeaderLabels({tr("Member"), tr("As of")});
    const auto add = [](QStandardItem *parent, const QString &name) {
        auto *first = new QStandardItem(name);
        auto *second = new QStandardItem;
        for (QStandardItem *item : {first, second})
            item->setEditable(false);
        first->setToolTip(plainTip(name));
        parent->appendRow({first, second});
        return first;
    };
    QString profile = m_context.profileName;
    if (profile.isEmpty()) //: Names of a session without a profile. 中文：演示公司 / 此会话
        profile = m_context.demo ? tr("Demo company") : tr("This session");
    const QList<net::Scope> &scopes = m_context.place.scopes();
    QStandardItem *top = add(m_model->invisibleRootItem(), formats::plain(profile));
    QHash<QString, QStandardItem *> regions;
    QModelIndex current;
    for (qsizetype i = 0; i < scopes.size(); ++i) {
        const net::Scope &scope = scopes.at(i);
        QStandardItem *&region = regions[scope.region];
        if (!region)
            region = add(top, formats::plain(scope.region));
        const QString known = m_context.place.projectName(scope);
        const QString id = formats::plain(scope.projectId);
        //: A project: its name and its ID. 中文：%1（%2）
        QStandardItem *project =
            add(region, known.isEmpty() ? id : tr("%1 (%2)").arg(formats::plain(known), formats::shortId(id)));
        project->setData(i, ProjectRole);
        for (const auto &[spec, list] : lists())
            add(project, spec->titleText());
        if (!current.isValid())
            current = project->index();
        for (QStandardItem *item : {top, region, project}) {
            item->setCheckable(true);
            if (scopes.size() == 1)
                item->setFlags(item->flags() & ~Qt::ItemIsUserCheckable); // the only one
        }
    }
    render();
    m_tree->expandToDepth(scopes.size() > 1 ? 1 : 2); // of several projects the lists would hide the next project
    m_tree->resizeColumnToContents(0);
    m_tree->header()->resizeSection(0, std::min(m_tree->columnWidth(0), 290)); // the times are not cut
    m_tree->setCurrentIndex(current);
}

void ScopePopup::render()
{
    m_rendering = true;
    const qsizetype all = m_context.place.scopes().size();
    const auto mark = [](QStandardItem *item, qsizetype on, qsizetype of) {
        item->setCheckState(on == 0 ? Qt::Unchecked : on == of ? Qt::Checked : Qt::PartiallyChecked);
    };
    QStandardItem *top = m_model->item(0);
    qsizetype shown = 0;
    for (int i = 0; i < top->rowCount(); ++i) {
        QStandardItem *region = top->child(i);
        qsizetype shownHere = 0;
        for (int j = 0; j < region->rowCount(); ++j) {
            const bool isShown = m_context.place.shown().contains(scopeOf(region->child(j)));
            mark(region->child(j), isShown ? 1 : 0, 1);
            const QString said = renderLists(region->child(j));
            region->child(j, 1)->setText(all > 1 ? said : QString());
            shownHere += isShown ? 1 : 0;
        }
        mark(region, shownHere, region->rowCount());
        shown += shownHere;
    }
    mark(top, shown, all);
    m_rendering = false;
}

/// Says of each list of a project how true it is. Returns it for all of them: what fails, or else the oldest.
QString ScopePopup::renderLists(QStandardItem *project)
{
    const net::Scope &scope = scopeOf(project);
    QString failed, oldest;
    QDateTime least;
    int row = 0;
    for (const auto &[spec, list] : lists()) {
        QString told = tr("not shown"); //: Of a list. 中文：未显示
        for (const models::ListPart &part : list->parts()) {
            if (part.scope != scope)
                continue;
            const models::Freshness &fresh = part.freshness;
            const bool isFailed = fresh.state == models::Freshness::State::Failed;
            told = isFailed               ? ErrorText::of(fresh.error).headline
                   : fresh.asOf.isValid() ? formats::timeInFull(fresh.asOf, m_context.zone, m_context.transport.serverNow())
                                          : tr("not loaded yet"); //: Of a list. 中文：尚未加载
            if (isFailed && failed.isEmpty())
                failed = told;
            if (oldest.isEmpty() || (least.isValid() && fresh.asOf < least)) { // one that is not there has no time: oldest of all
                least = fresh.asOf;
                oldest = told;
            }
        }
        project->child(row++, 1)->setText(told);
    }
    return !failed.isEmpty() ? failed : !oldest.isEmpty() ? oldest : tr("not shown");
}

const net::Scope &ScopePopup::scopeOf(const QStandardItem *project) const
{
    return m_context.place.scopes().at(project->data(ProjectRole).toInt());
}

/// Somebody has set or taken a check mark: of a project, of a region or of all.
void ScopePopup::check(QStandardItem *item)
{
    if (m_rendering || !item->isCheckable())
        return;
    const bool on = item->checkState() != Qt::Unchecked;
    QList<net::Scope> shown = m_context.place.shown();
    const std::function<void(const QStandardItem *)> take = [&](const QStandardItem *from) {
        if (from->data(ProjectRole).isValid()) {
            shown.removeAll(scopeOf(from));
            if (on)
                shown.append(scopeOf(from));
            return;
        }
        for (int row = 0; row < from->rowCount(); ++row)
            take(from->child(row));
    };
    take(item);
    m_context.place.setShown(shown); // nothing at all is no choice: then the mark comes back
    render();
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
    const int rows = std::clamp(4 + 2 * int(m_context.place.scopes().size()), 9, 16) * (fontMetrics().height() + 8) + 110;
    resize(std::min(580, room.width()), std::min(rows, room.height()));
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
