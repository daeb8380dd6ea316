#include "ui/jobwindow.h"

#include "net/transport.h"
#include "ui/appstyle.h"
#include "ui/emptystate.h"
#include "ui/errortext.h"
#include "ui/formats.h"
#include "ui/freshnesslabel.h"
#include "ui/jobview.h"
#include "ui/labels.h"
#include "ui/textfield.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui {

namespace {

bool isUnanswered(const net::ApiError &error)
{
    return error.kind == net::ErrorKind::Offline || error.kind == net::ErrorKind::Timeout || error.kind == net::ErrorKind::Tls;
}

} // namespace

JobWindow::JobWindow(std::unique_ptr<models::JobLookup> lookup, net::Transport &transport, const QString &place,
                     const QTimeZone &zone, QWidget *parent)
    : QDialog(parent), m_lookup(std::move(lookup)), m_transport(transport), m_place(place), m_zone(zone),
      m_label(new QLabel(this)), m_problem(plainLabel(this, u"problem"_s)), m_id(new TextField(TextField::Use::Plain, this)),
      m_look(new QPushButton(this)), m_close(new QPushButton(this)), m_freshness(new FreshnessLabel(this)),
      m_empty(new EmptyState(this)), m_view(new JobView(this))
{
    setObjectName(u"job-window"_s);
    m_id->setObjectName(u"job-id"_s);
    m_label->setBuddy(m_id);
    m_problem->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_look->setObjectName(u"look"_s);
    m_look->setDefault(true);
    makePrimary(m_look);
    m_close->setObjectName(u"close"_s);
    m_close->setAutoDefault(false);
    m_empty->setObjectName(u"empty"_s);
    m_empty->setPageIcon(u"search"_s);

    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(m_label);
    head->addWidget(m_id, 1);
    head->addWidget(m_look);
    auto *state = new QHBoxLayout;
    state->setSpacing(12);
    state->addWidget(m_problem, 1);
    state->addWidget(m_freshness);
    auto *footer = new QHBoxLayout;
    footer->addStretch(1);
    footer->addWidget(m_close);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(16, 16, 16, 16);
    all->setSpacing(8);
    all->addLayout(head);
    all->addLayout(state);
    all->addWidget(m_view, 1);
    all->addWidget(m_empty, 1);
    all->addLayout(footer);

    connect(m_look, &QPushButton::clicked, this, &JobWindow::look);
    connect(m_freshness, &QToolButton::clicked, this, &JobWindow::look);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_id, &QLineEdit::textEdited, this, [this] {
        m_noId = false;
        render();
    });
    connect(m_lookup.get(), &models::JobLookup::changed, this, &JobWindow::render);
    connect(&m_tick, &QTimer::timeout, this, &JobWindow::renderFreshness);
    m_tick.start(5s);
    resize(900, 540);
    retranslate();
    m_id->setFocus();
}

JobWindow::~JobWindow() = default;

void JobWindow::look()
{
    m_noId = m_id->text().trimmed().isEmpty();
    if (m_noId) {
        m_id->setFocus();
        return render();
    }
    m_lookup->look(m_id->text());
}

void JobWindow::setZone(const QTimeZone &zone)
{
    m_zone = zone;
    render();
}

void JobWindow::retranslate()
{
    setWindowTitle(tr("Look up a job – %1").arg(m_place)); //: Title; %1: region / project. 中文：查询任务 – %1
    m_label->setText(tr("&Job ID"));                       //: Label of a field. 中文：任务 ID(&J)
    m_look->setText(tr("&Look up"));                       //: A button: asks for the job. 中文：查询(&L)
    m_close->setText(tr("Close"));                         //: A button. 中文：关闭
    restyle();
    render();
}

void JobWindow::restyle()
{
    QPalette own; // only what is set in it overrides: the rest goes on following the theme
    own.setColor(QPalette::WindowText, m_noId ? Theme::color(Token::Bad, palette()) : Theme::secondary(palette()));
    m_problem->setPalette(own);
}

void JobWindow::renderFreshness()
{
    using Kind = FreshnessLabel::Kind;
    m_freshness->setVisible(m_lookup->job().has_value());
    if (!m_lookup->job())
        return;
    const QDateTime asOf = m_lookup->asOf();
    const qint64 seconds = std::max<qint64>(0, asOf.secsTo(m_transport.serverNow()));
    //: %1: a time of day, %2: an age with "ago". 中文：截至 %1 · %2
    const QString told =
        tr("As of %1 · %2").arg(formats::clock(asOf, m_zone), formats::ago(seconds < 60 ? seconds - seconds % 5 : seconds));
    //: Of the label that says when the job was looked at. 中文：再次查询此任务
    const QString tip = tr("Looks the job up again");
    if (const auto &error = m_lookup->error())
        //: %1: why, %2: a time of day. 中文：%1 · 显示 %2 的数据
        m_freshness->setState(isUnanswered(*error) ? Kind::Offline : Kind::Failed,
                              tr("%1 · showing %2").arg(ErrorText::of(*error).headline, formats::clock(asOf, m_zone)), tip);
    else if (!m_lookup->job()->over()) //: Of a job under way: it is looked at again by itself. 中文：%1 · 自动更新
        m_freshness->setState(Kind::Refreshing, tr("%1 · updates by itself").arg(told), tip);
    else
        m_freshness->setState(Kind::Fresh, told, tip);
}

void JobWindow::renderEmpty()
{
    const auto &error = m_lookup->error();
    const bool stands = !m_lookup->job().has_value();
    m_empty->setVisible(stands);
    m_view->setVisible(!stands);
    if (!stands)
        return;
    using Kind = EmptyState::Kind;
    if (m_lookup->isLooking()) {
        m_empty->setProgress(0, 0);
        //: While a job is asked for. 中文：正在查询任务
        m_empty->setState(Kind::Loading, tr("Looking the job up"), formats::plain(m_lookup->id()));
        return;
    }
    if (!error) {
        m_empty->setState(Kind::Empty,
                          tr("No job looked up yet"), //: 中文：尚未查询任务
                                                      //: 中文：任务 ID 来自操作的答复、日志或失败任务。SDRS 不提供任务列表
                          tr("The ID of a job comes from the answer to an operation, from a log or from a failed task. SDRS has "
                             "no list of jobs"));
        return;
    }
    const ErrorText::Said said = ErrorText::of(*error);
    QStringList why;
    QString headline = said.headline;
    if (m_lookup->isUnknown()) {
        headline = tr("No job with this ID in %1").arg(m_place); //: %1: region / project. 中文：%1 中没有此 ID 的任务
        //: 中文：任务只能在其所属区域和项目中查询。核对 ID；若 ID 正确，则任务属于其他项目，或服务端已不再保留
        why.append(
            tr("A job can be looked up only in its own region and project. Check the ID; if it is right, the job belongs to "
               "another project, or the service keeps it no longer"));
        if (error->code == "SDRS.0408"_L1)
            //: SDRS answers so where others say 404. 中文：SDRS 对不存在的任务返回 500 和 SDRS.0408（任务为空），而非 404
            why.append(tr("For a job that is not there SDRS answers 500 with SDRS.0408 (job is null), not 404"));
    } else {
        if (!said.meaning.isEmpty())
            why.append(said.meaning);
        if (!said.remedy.isEmpty())
            why.append(said.remedy);
    }
    if (!said.server.isEmpty()) //: %1: the service's words. 中文：服务端答复：%1
        why.append(tr("Server said: %1").arg(formats::plain(said.server)));
    if (!said.code.isEmpty()) //: %1: an HTTP status or an error code. 中文：错误码：%1
        why.append(tr("Code: %1").arg(said.code));
    if (!said.requestId.isEmpty()) //: %1: an id. 中文：请求 ID：%1
        why.append(tr("Request ID: %1").arg(formats::plain(said.requestId)));
    if (m_lookup->isFollowing()) //: 中文：将自动再次查询
        why.append(tr("It is looked up again by itself"));
    const Kind kind = m_lookup->isUnknown()                      ? Kind::Empty
                      : error->kind == net::ErrorKind::Denied    ? Kind::Forbidden
                      : error->kind == net::ErrorKind::SignedOut ? Kind::SignedOut
                      : isUnanswered(*error)                     ? Kind::Offline
                                                                 : Kind::Failed;
    m_empty->setState(kind, headline, why.join(u'\n'));
}

void JobWindow::render()
{
    if (m_noId) //: What is wrong with a field. 中文：输入任务 ID
        m_problem->setText(tr("Type the ID of a job"));
    else //: %1: a zone such as UTC+8. 中文：时间均为 %1
        m_problem->setText(tr("Times are in %1").arg(formats::zoneName(m_zone)));
    restyle();
    if (const auto &job = m_lookup->job())
        m_view->setJob(*job, m_zone, m_transport.serverNow());
    const bool hadFocus = m_empty->isAncestorOf(focusWidget()) || m_view->isAncestorOf(focusWidget());
    renderEmpty();
    renderFreshness();
    if (hadFocus && !(focusWidget() && focusWidget()->isVisibleTo(this))) { // the page it stood in has gone
        if (m_view->isVisibleTo(this))
            m_view->tree()->setFocus();
        else
            m_id->setFocus();
    }
}

void JobWindow::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        restyle();
}

} // namespace ui
