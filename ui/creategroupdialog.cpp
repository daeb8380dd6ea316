#include "ui/creategroupdialog.h"

#include "ui/appstyle.h"
#include "ui/brieftable.h"
#include "ui/celldelegate.h"
#include "ui/destinationform.h"
#include "ui/errortext.h"
#include "ui/formats.h"
#include "ui/formrow.h"
#include "ui/icons.h"
#include "ui/labels.h"
#include "ui/messagebar.h"
#include "ui/statelook.h"
#include "ui/theme.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int stepsWidth = 176;
constexpr int iconSize = 16;

} // namespace

CreateGroupDialog::CreateGroupDialog(std::unique_ptr<models::CreateGroupFlow> draft, models::Operations &operations,
                                     net::Transport &transport, const QTimeZone &zone, QWidget *parent)
    : VerbDialog(std::move(draft), operations, transport, zone, parent), m_body(new QWidget(form())),
      m_steps(new QListWidget(m_body)), m_pages(new QStackedWidget(m_body)), m_domains(new RowsTable(u"domains"_s, m_pages)),
      m_vpcs(new RowsTable(u"vpcs"_s, m_pages)), m_sitesNote(wrappedLabel(m_pages)), m_forward(new QRadioButton(m_pages)),
      m_backward(new QRadioButton(m_pages)), m_name(new QLineEdit(m_pages)), m_description(new QLineEdit(m_pages)),
      m_model(new QComboBox(m_pages)), m_chosenTitle(plainLabel(m_body)), m_chosen(new QGridLayout),
      m_warned(wrappedLabel(m_body, u"warned"_s)), m_back(new QPushButton(this)), m_next(new QPushButton(this))
{
    m_steps->setObjectName(u"steps"_s);
    m_steps->setFixedWidth(stepsWidth);
    m_steps->setIconSize(QSize(iconSize, iconSize));
    m_steps->setFrameShape(QFrame::NoFrame);
    m_steps->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (int step = 0; step < Steps; ++step)
        m_steps->addItem(QString());
    m_forward->setObjectName(u"forward"_s);
    m_backward->setObjectName(u"backward"_s);
    FormRow *nameRow = addText(u"name"_s, m_name);
    FormRow *descriptionRow = addText(u"description"_s, m_description);
    auto *modelRow = new FormRow({}, m_model, m_pages);
    addField(u"dr_type"_s, modelRow, m_model);
    page(DomainStep, {m_domains});
    page(SitesStep, {m_sitesNote, m_forward, m_backward});
    page(VpcStep, {m_vpcs});
    page(NameStep, {nameRow, descriptionRow, modelRow});
    page(ReviewStep, {tabs()});

    m_chosen->setHorizontalSpacing(16);
    m_chosen->setVerticalSpacing(2);
    m_chosen->setColumnStretch(1, 1);
    auto *right = new QVBoxLayout;
    right->setSpacing(8);
    right->addWidget(m_pages, 1);
    right->addWidget(m_warned);
    right->addWidget(m_chosenTitle);
    right->addLayout(m_chosen);
    auto *line = new QFrame(m_body);
    line->setFrameShape(QFrame::VLine);
    auto *all = new QHBoxLayout(m_body);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(12);
    all->addWidget(m_steps);
    all->addWidget(line);
    all->addLayout(right, 1);
    top()->addWidget(m_body, 1);
    static_cast<QBoxLayout *>(form()->layout())->setStretchFactor(top(), 1);
    below()->addStretch(1);
    m_back->setObjectName(u"back"_s);
    m_next->setObjectName(u"next"_s);
    m_back->setAutoDefault(false);
    makePrimary(m_next);
    footer()->addWidget(m_back);
    footer()->addWidget(m_next);

    connect(m_domains->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &row) {
        if (!m_rendering && row.isValid())
            flow().set(u"domain_id"_s, m_domains->rows()->at(row.row()).id);
    });
    connect(m_vpcs->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &row) {
        if (!m_rendering && row.isValid())
            flow().set(u"source_vpc_id"_s, m_vpcs->rows()->at(row.row()).id);
    });
    connect(m_backward, &QRadioButton::toggled, this, [this](bool on) {
        if (!m_rendering)
            flow().setReversed(on);
    });
    connect(m_model, &QComboBox::activated, this,
            [this](int index) { flow().set(u"dr_type"_s, m_model->itemData(index).toString()); });
    connect(m_back, &QPushButton::clicked, this, [this] { show(Step(m_step - 1)); });
    connect(m_next, &QPushButton::clicked, this, &CreateGroupDialog::next);
    connect(m_steps, &QListWidget::currentRowChanged, this, [this](int row) {
        if (!m_rendering && row >= 0 && row <= m_furthest)
            show(Step(row));
    });
    for (RowsTable *table : {m_domains, m_vpcs}) {
        table->installEventFilter(this);
        connect(table, &RowsTable::chosen, this, &CreateGroupDialog::next);
    }
    m_next->installEventFilter(this);
    start();
    show(DomainStep);
    resize(700, 470);
}

models::CreateGroupFlow &CreateGroupDialog::flow() const { return static_cast<models::CreateGroupFlow &>(draft()); }

QWidget *CreateGroupDialog::page(Step step, const QList<QWidget *> &fields)
{
    auto *made = new QWidget(m_pages);
    auto *layout = new QVBoxLayout(made);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    QLabel *title = plainLabel(made);
    m_titles.append(title);
    layout->addWidget(title);
    for (QWidget *field : fields)
        layout->addWidget(field, qobject_cast<RowsTable *>(field) || field == tabs() ? 1 : 0);
    if (step == SitesStep || step == NameStep)
        layout->addStretch(1);
    m_pages->addWidget(made);
    return made;
}

CreateGroupDialog::Step CreateGroupDialog::stepOf(const QString &field)
{
    if (field == "domain_id"_L1)
        return DomainStep;
    if (field == "source_availability_zone"_L1 || field == "target_availability_zone"_L1)
        return SitesStep;
    return field == "source_vpc_id"_L1 ? VpcStep : NameStep;
}

QString CreateGroupDialog::problemOf(Step step) const
{
    for (const net::Field &field : flow().verb().fields) {
        QString name = QString::fromLatin1(field.name);
        if (stepOf(name) == step && flow().problem(name))
            return name;
    }
    return {};
}

bool CreateGroupDialog::isReady() const { return m_step == ReviewStep; }

void CreateGroupDialog::sent()
{
    resize(std::max(width(), 760), std::max(height(), 580)); // a job with its parts
    m_back->hide();
    m_next->hide();
}

/// Enter goes on, one step per press.
bool CreateGroupDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && (watched == m_next || watched == m_domains || watched == m_vpcs)) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->isAutoRepeat() && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter || key->key() == Qt::Key_Space))
            return true;
        if (watched != m_next && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)) {
            next(); // a table tells of Enter and then passes it on: the default button would go a second step
            return true;
        }
    }
    return VerbDialog::eventFilter(watched, event);
}

void CreateGroupDialog::next()
{
    if (const QString wrong = problemOf(m_step); !wrong.isEmpty()) {
        if (row(wrong))
            judge(wrong);
        goTo(wrong);
        renderForm();
        return;
    }
    if (m_step < ReviewStep)
        show(Step(m_step + 1));
}

void CreateGroupDialog::show(Step step)
{
    m_step = step;
    m_furthest = std::max(m_furthest, step);
    m_pages->setCurrentIndex(step);
    render();
    switch (step) {
    case DomainStep:
        return m_domains->setFocus();
    case SitesStep:
        return (m_backward->isChecked() ? m_backward : m_forward)->setFocus();
    case VpcStep:
        return m_vpcs->setFocus();
    case NameStep:
        return m_name->setFocus();
    default:
        return tabs()->setFocus();
    }
}

void CreateGroupDialog::goTo(const QString &field)
{
    if (const Step step = stepOf(field); step != m_step)
        show(step);
    if (row(field))
        VerbDialog::goTo(field);
}

VerbDialog::Words CreateGroupDialog::words() const
{
    return {//: %1 is "region / project". 中文：创建保护组 — %1
            .title = tr("Create protection group — %1").arg(place(flow().scope())),
            .confirm = tr("&Create protection group"),              //: Button. 中文：创建保护组(&C)
            .asked = tr("Ask for active-active domains and VPCs")}; //: 中文：查询双活域和 VPC
}

QString CreateGroupDialog::sites() const
{
    //: %1 is the zone of the production site, %2 of the DR site. 中文：%1（生产站点）→ %2（容灾站点）
    return tr("%1 (production) → %2 (DR)")
        .arg(formats::plain(flow().value(u"source_availability_zone"_s)),
             formats::plain(flow().value(u"target_availability_zone"_s)));
}

QStringList CreateGroupDialog::inputs() const
{
    return {tr("name “%1”").arg(formats::plain(flow().value(u"name"_s))), place(flow().scope()), sites()};
}

VerbDialog::Nothing CreateGroupDialog::nothing() const
{
    if (flow().domains().isEmpty())
        //: 中文：此区域没有双活域
        return {
            tr("This region has no active-active domain"),
            //: 中文：同步复制只对已有用户开放；可换一个区域，或询问服务支持
            tr("The service keeps synchronous replication for existing users only. Choose another region, or ask its support")};
    if (flow().vpcs().isEmpty())
        //: 中文：此项目没有 VPC
        return {tr("This project has no VPC"),
                tr("Create a VPC at the service first, then ask again")}; //: 中文：先在服务端创建 VPC，再重新查询
    return {};
}

void CreateGroupDialog::retranslateForm()
{
    //: Steps of the wizard. 中文：双活域
    const QStringList names{tr("Domain"),
                            tr("Sites and direction"),         //: 中文：站点与方向
                            tr("VPC"),                         //: 中文：VPC
                            tr("Name"),                        //: 中文：名称
                            tr("Review and request")};         //: 中文：核对与请求
    const QStringList titles{tr("Active-active domain"),       //: 中文：双活域
                             tr("Which site is production"),   //: 中文：哪个站点作为生产站点
                             tr("VPC of the production site"), //: 中文：生产站点的 VPC
                             tr("Name and deployment model"),  //: 中文：名称与部署模式
                             tr("Review")};                    //: 中文：核对
    for (int step = 0; step < Steps; ++step) {
        m_steps->item(step)->setText(names.at(step));
        m_titles.at(step)->setText(titles.at(step));
        m_titles.at(step)->setFont(Theme::sectionFont());
    }
    m_steps->setAccessibleName(tr("Steps"));                                 //: 中文：步骤
    m_domains->rows()->setHeaders({tr("Domain"), tr("Sites"), tr("State")}); //: Column. 中文：站点
    m_domains->setAccessibleName(tr("Active-active domains"));               //: 中文：双活域列表
    m_domains->setWidths(0, {0, 190, 120});
    m_vpcs->rows()->setHeaders({tr("VPC"), tr("Network"), tr("State")}); //: Column: the address range of a VPC. 中文：网段
    m_vpcs->setAccessibleName(tr("VPCs"));                               //: 中文：VPC 列表
    m_vpcs->setWidths(0, {0, 150, CellDelegate::stateColumnWidth(StateKind::Vpc, m_vpcs->font())});
    //: 中文：创建后两个站点的角色不能更改，只能切换生产所在的站点
    m_sitesNote->setText(tr("Either site may be production. The roles stay as they are chosen here, also after a switchover."));
    row(u"name"_s)->setLabel(tr("&Name"));
    //: 中文：中文、字母、数字、. _ -；一个汉字计 3 字节
    row(u"name"_s)->setRule(tr("Chinese characters, letters, digits, . _ -; a Chinese character counts 3 bytes"));
    row(u"description"_s)->setLabel(tr("&Description"));
    //: 中文：不能含 < 和 >，创建后不能修改，可不填
    row(u"description"_s)->setRule(tr("No < and >. Cannot be changed later. May be empty"));
    row(u"dr_type"_s)->setLabel(tr("Deployment &model"));            //: 中文：部署模式(&M)
    row(u"dr_type"_s)->setRule(tr("The one the service documents")); //: 中文：服务端文档仅此一种
    m_chosenTitle->setText(tr("So far"));                            //: Heading: what was chosen. 中文：已选
    m_chosenTitle->setFont(Theme::sectionFont());
    m_back->setText(tr("&Back")); //: Button. 中文：上一步(&B)
    m_next->setText(tr("Ne&xt")); //: Button. 中文：下一步(&X)
    FormRow::align({row(u"name"_s), row(u"description"_s), row(u"dr_type"_s)});
}

void CreateGroupDialog::restyleForm()
{
    QPalette warn; // only what is set in it overrides: the rest goes on following the theme
    warn.setColor(QPalette::WindowText, Theme::color(Token::Warn, palette()));
    m_warned->setPalette(warn);
    QPalette quiet;
    quiet.setColor(QPalette::Base, palette().color(QPalette::Active, QPalette::Window));
    quiet.setColor(QPalette::Highlight, Theme::selectedRow(palette())); // pale, so that the icons keep their colour
    quiet.setColor(QPalette::HighlightedText, palette().color(QPalette::Active, QPalette::Text));
    m_steps->setPalette(quiet);
    QPalette secondary;
    secondary.setColor(QPalette::WindowText, Theme::secondary(palette()));
    for (const auto &[label, value] : std::as_const(m_facts))
        label->setPalette(secondary);
    renderSteps();
}

void CreateGroupDialog::renderForm()
{
    m_rendering = true;
    renderSteps();
    renderDomains();
    const net::ActiveDomain *domain = flow().domain();
    const QString local = formats::plain(domain ? domain->localZone : QString());
    const QString remote = formats::plain(domain ? domain->remoteZone : QString());
    //: %1 and %2 are zones. 中文：生产站点 %1，容灾站点 %2
    m_forward->setText(tr("Production in %1, DR in %2").arg(local, remote));
    m_backward->setText(tr("Production in %1, DR in %2").arg(remote, local));
    (flow().isReversed() ? m_backward : m_forward)->setChecked(true);
    renderVpcs();
    for (QLineEdit *line : {m_name, m_description}) {
        if (const QString value = flow().value(line->objectName()); line->text() != value)
            line->setText(value); // else the cursor would jump
    }
    QStringList models = flow().offered(u"dr_type"_s), texts;
    for (const QString &model : std::as_const(models))
        texts << (model == "migration"_L1 ? tr("Within one VPC (migration)") : formats::plain(model)); //: 中文：VPC 内迁移
    fillChoices(m_model, models, texts, flow().value(u"dr_type"_s));
    renderChosen();
    renderReview();
    const bool asking = flow().stage() == models::Flow::Stage::Loading || flow().loadError() || flow().domains().isEmpty() ||
                        flow().vpcs().isEmpty();
    m_body->setVisible(flow().stage() == models::Flow::Stage::Loading || !asking);
    m_back->setVisible(m_step != DomainStep);
    m_next->setVisible(m_step != ReviewStep);
    m_next->setEnabled(!asking);
    m_next->setDefault(m_step != ReviewStep);
    m_rendering = false;
}

void CreateGroupDialog::renderSteps()
{
    const bool before = std::exchange(m_rendering, true);
    for (int step = 0; step < Steps; ++step) {
        QListWidgetItem *item = m_steps->item(step);
        const bool isNow = step == m_step;
        const bool isDone = step < m_furthest && problemOf(Step(step)).isEmpty() && step != ReviewStep;
        const QString name = isNow ? u"prepared"_s : isDone ? u"succeeded"_s : u"dash"_s;
        const Token token = isNow ? Token::Run : isDone ? Token::Ok : Token::Idle;
        const QPixmap drawn = pixmap(name, Theme::color(token, palette()), palette().color(QPalette::Active, QPalette::Window),
                                     iconSize, devicePixelRatioF());
        QIcon shown(drawn);
        shown.addPixmap(drawn, QIcon::Selected); // not tinted by the style
        item->setIcon(shown);
        item->setFlags(step <= m_furthest ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags);
        //: Spoken with the name of a step. 中文：%1（当前）/（已完成）/（未开始）
        item->setData(Qt::AccessibleTextRole, isNow    ? tr("%1 (now)").arg(item->text())
                                              : isDone ? tr("%1 (done)").arg(item->text())
                                                       : tr("%1 (to come)").arg(item->text()));
    }
    m_steps->setCurrentRow(m_step);
    m_rendering = before;
}

void CreateGroupDialog::renderDomains()
{
    QList<BriefRow> rows;
    for (const net::ActiveDomain &domain : flow().domains()) {
        rows.append(
            {domain.id,
             {{.text = formats::plain(domain.name.isEmpty() ? domain.id : domain.name), .secondary = domain.soldOut},
              //: Two zones between which data goes in either direction. 中文：%1 ↔ %2
              {.text = tr("%1 ↔ %2").arg(formats::plain(domain.localZone), formats::plain(domain.remoteZone)),
               .secondary = domain.soldOut},
              {.text = domain.soldOut ? tr("Sold out") : tr("Open"), .secondary = domain.soldOut}}}); //: 中文：已售罄 / 可用
    }
    m_domains->rows()->setRows(rows);
    m_domains->rows()->setDisabled([this](const QString &id) {
        const auto it = std::ranges::find(flow().domains(), id, &net::ActiveDomain::id);
        return it != flow().domains().end() && it->soldOut;
    });
    if (const int at = m_domains->rows()->rowOf(flow().value(u"domain_id"_s)); at >= 0 && m_domains->currentIndex().row() != at)
        m_domains->selectRow(at);
}

void CreateGroupDialog::renderVpcs()
{
    QList<BriefRow> rows;
    for (const net::VpcNetwork &vpc : flow().vpcs()) {
        rows.append({vpc.id,
                     {{.text = formats::plain(vpc.name.isEmpty() ? vpc.id : vpc.name)},
                      {.text = vpc.cidr.isEmpty() ? formats::none() : formats::plain(vpc.cidr)},
                      {.text = stateLook(StateKind::Vpc, vpc.statusWord).word,
                       .kind = models::CellKind::State,
                       .states = StateKind::Vpc,
                       .word = vpc.statusWord}}});
    }
    m_vpcs->rows()->setRows(rows);
    if (const int at = m_vpcs->rows()->rowOf(flow().value(u"source_vpc_id"_s)); at >= 0 && m_vpcs->currentIndex().row() != at)
        m_vpcs->selectRow(at);
}

void CreateGroupDialog::renderChosen()
{
    QList<QPair<QString, QString>> facts;
    const net::ActiveDomain *domain = flow().domain();
    const net::VpcNetwork *vpc = flow().vpc();
    if (domain && m_furthest > DomainStep)
        facts.append({tr("Domain"), formats::plain(domain->name.isEmpty() ? domain->id : domain->name)});
    if (domain && m_furthest > SitesStep)
        facts.append({tr("Direction"), sites()}); //: 中文：容灾方向
    if (vpc && m_furthest > VpcStep)
        facts.append({tr("VPC"), vpc->cidr.isEmpty() ? formats::plain(vpc->name)
                                                     : u"%1 · %2"_s.arg(formats::plain(vpc->name), formats::plain(vpc->cidr))});
    while (m_facts.size() < facts.size()) {
        const auto row = int(m_facts.size());
        m_facts.append({plainLabel(m_body), wrappedLabel(m_body)});
        m_chosen->addWidget(m_facts.last().first, row, 0, Qt::AlignTop);
        m_chosen->addWidget(m_facts.last().second, row, 1);
        QPalette secondary;
        secondary.setColor(QPalette::WindowText, Theme::secondary(palette()));
        m_facts.last().first->setPalette(secondary);
    }
    for (qsizetype row = 0; row < m_facts.size(); ++row) {
        const bool shown = row < facts.size() && m_step != ReviewStep;
        m_facts.at(row).first->setVisible(shown);
        m_facts.at(row).second->setVisible(shown);
        if (row < facts.size()) {
            m_facts.at(row).first->setText(facts.at(row).first);
            m_facts.at(row).second->setText(facts.at(row).second);
        }
    }
    m_chosenTitle->setVisible(!facts.isEmpty() && m_step != ReviewStep);
    QStringList warned;
    if (const QString wrong = problemOf(m_step); !wrong.isEmpty() && !row(wrong) && !flow().value(wrong).isEmpty())
        warned << ErrorText::reason(flow().problem(wrong));
    if (m_step == NameStep) {
        const QList<net::Reason> known = flow().warnings();
        for (const net::Reason &reason : known)
            warned << ErrorText::reason(reason);
    }
    m_warned->setText(warned.join(u'\n'));
    m_warned->setVisible(!warned.isEmpty());
}

void CreateGroupDialog::renderReview()
{
    const net::ActiveDomain *domain = flow().domain();
    const net::VpcNetwork *vpc = flow().vpc();
    QList<QPair<QString, QString>> rows;
    const QList<net::Reason> known = flow().warnings();
    for (const net::Reason &reason : known)
        rows.append({tr("Foreseen"), ErrorText::reason(reason)});
    rows.append({tr("Domain"), formats::plain(!domain ? QString() : domain->name.isEmpty() ? domain->id : domain->name)});
    rows.append({tr("Direction"), sites()});
    rows.append({tr("VPC"), formats::plain(!vpc ? QString() : vpc->name.isEmpty() ? vpc->id : vpc->name)});
    rows.append({tr("Deployment model"), m_model->currentText()}); //: 中文：部署模式
    if (const QString text = flow().value(u"description"_s); !text.isEmpty())
        rows.append({tr("Description"), formats::plain(text)}); //: 中文：描述
    const models::CreateGroupFlow::Left left = flow().quota();
    if (left.used && left.limit)
        //: %1 and %2 are numbers. 中文：已有 %1 个，上限 %2
        rows.append({tr("Quota"), *left.limit < 0
                                      ? tr("%1 exist, unlimited").arg(formats::number(*left.used))
                                      : tr("%1 of %2 exist").arg(formats::number(*left.used), formats::number(*left.limit))});
    //: 中文：创建空的保护组；不开启保护，不移动云服务器
    rows.append({tr("Effect"), tr("An empty group is made. No server is touched, and protection is not switched on")});
    //: %1 is a name. 中文：将创建保护组“%1”
    preview()->setMessage(known.isEmpty() ? Token::Run : Token::Warn, known.isEmpty() ? u"info"_s : u"warning"_s,
                          tr("Protection group “%1” will be created").arg(formats::plain(flow().value(u"name"_s))), rows);
}

} // namespace ui
