#include "ui/destinationform.h"

#include "ui/errortext.h"
#include "ui/formats.h"
#include "ui/formrow.h"
#include "ui/icons.h"
#include "ui/labels.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int iconSize = 14;
constexpr QLatin1StringView regionField("destination_region");
constexpr QLatin1StringView projectField("destination_project_id");
constexpr QLatin1StringView accelerationField("enable_acceleration");

} // namespace

void fillChoices(QComboBox *box, const QStringList &ids, const QStringList &texts, const QString &chosen)
{
    QStringList has, wants;
    for (int at = 0; at < box->count(); ++at)
        has << box->itemData(at).toString() << box->itemText(at);
    for (int at = 0; at < ids.size(); ++at)
        wants << ids.at(at) << texts.at(at);
    if (has != wants) {
        box->clear();
        for (int at = 0; at < ids.size(); ++at) {
            box->addItem(texts.at(at), ids.at(at));
            box->setItemData(at, plainTip(formats::plain(ids.at(at))), Qt::ToolTipRole);
        }
    }
    const int at = int(ids.indexOf(chosen));
    if (box->currentIndex() != at)
        box->setCurrentIndex(at);
}

DestinationForm::DestinationForm(models::ReplicateFlow &flow, QWidget *parent)
    : QObject(parent), m_flow(flow), m_parent(parent), m_place(new QHBoxLayout), m_region(new QComboBox(parent)),
      m_project(new QComboBox(parent)), m_acceleration(new QCheckBox(parent)), m_costIcon(nullptr), m_cost(nullptr),
      m_costLine(nullptr), m_regionRow(new FormRow({}, m_region, parent)), m_projectRow(new FormRow({}, m_project, parent)),
      m_accelerationRow(nullptr)
{
    for (QComboBox *box : {m_region, m_project}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(12);
    }
    auto *extra = new QWidget(parent);
    m_acceleration->setParent(extra);
    m_costLine = new QWidget(extra);
    m_costIcon = new QLabel(m_costLine);
    m_costIcon->setFixedSize(iconSize, iconSize);
    m_cost = new QLabel(m_costLine);
    m_cost->setTextFormat(Qt::PlainText);
    m_cost->setWordWrap(true);
    m_cost->setMinimumWidth(40);
    m_cost->setObjectName(u"cost"_s);
    auto *costLayout = new QHBoxLayout(m_costLine);
    costLayout->setContentsMargins(0, 0, 0, 0);
    costLayout->setSpacing(6);
    costLayout->addWidget(m_costIcon);
    costLayout->addWidget(m_cost, 1);
    QSizePolicy keeps = m_costLine->sizePolicy();
    keeps.setRetainSizeWhenHidden(true); // nothing jumps
    m_costLine->setSizePolicy(keeps);
    auto *extraLayout = new QVBoxLayout(extra);
    extraLayout->setContentsMargins(0, 0, 0, 0);
    extraLayout->setSpacing(2);
    extraLayout->addWidget(m_acceleration);
    extraLayout->addWidget(m_costLine);
    m_accelerationRow = new FormRow({}, extra, parent);
    m_accelerationRow->setFocusProxy(m_acceleration);
    m_place->setSpacing(12);
    m_place->addWidget(m_regionRow, 1);
    m_place->addWidget(m_projectRow, 1);

    connect(m_region, &QComboBox::activated, this, [this](int index) {
        m_flow.set(regionField, m_region->itemData(index).toString());
        emit chosen(regionField);
        emit chosen(projectField);
    });
    connect(m_project, &QComboBox::activated, this, [this](int index) {
        m_flow.set(projectField, m_project->itemData(index).toString());
        emit chosen(projectField);
    });
    connect(m_acceleration, &QCheckBox::toggled, this, [this](bool on) {
        if (!m_rendering)
            m_flow.set(accelerationField, on ? u"true"_s : u"false"_s);
    });
}

void DestinationForm::retranslate()
{
    m_regionRow->setLabel(tr("Copy &to"));
    m_projectRow->setLabel(tr("&Project"));
    m_acceleration->setText(tr("Enable &acceleration (extra charge)"));
    restyle();
}

void DestinationForm::restyle()
{
    const QPalette palette = m_parent->palette();
    const QColor warn = Theme::color(Token::Warn, palette);
    m_costIcon->setPixmap(
        pixmap(u"money"_s, warn, palette.color(QPalette::Active, QPalette::Window), iconSize, m_parent->devicePixelRatioF()));
    QPalette ink; // only what is set in it overrides: the rest goes on following the theme
    ink.setColor(QPalette::WindowText, warn);
    m_cost->setPalette(ink);
}

void DestinationForm::render(const QString &size)
{
    m_rendering = true;
    QStringList regionTexts;
    for (const QString &id : m_flow.regions())
        regionTexts << formats::plain(id);
    fillChoices(m_region, m_flow.regions(), regionTexts, m_flow.value(regionField));
    QStringList ids, texts;
    const QList<net::Project> known = m_flow.projects();
    for (const net::Project &candidate : known) {
        ids << candidate.id;
        texts << u"%1 · %2"_s.arg(formats::plain(candidate.name), formats::shortId(formats::plain(candidate.id)));
    }
    fillChoices(m_project, ids, texts, m_flow.value(projectField));

    const bool loading = m_flow.stage() == models::Flow::Stage::Loading && !m_flow.loadError();
    const QString asking = tr("Asking the service…");
    const QString none = loading ? asking : m_flow.loadError() ? tr("Not known") : tr("None offered");
    m_region->setPlaceholderText(m_flow.regions().isEmpty() ? none : tr("Choose a region"));
    m_project->setPlaceholderText(!ids.isEmpty()                        ? tr("Choose a project")
                                  : loading                             ? asking
                                  : m_flow.value(regionField).isEmpty() ? tr("Choose a region first")
                                                                        : tr("None you can use there"));
    m_regionRow->setRule(m_flow.regions().isEmpty() ? none : tr("Only regions the service offers"));
    m_projectRow->setRule(ids.isEmpty() ? m_project->placeholderText() : tr("Only projects of that region you can use"));
    m_acceleration->setChecked(m_flow.value(accelerationField) == "true"_L1);
    m_costLine->setVisible(m_acceleration->isChecked());
    //: %1 is a size such as "38.2 GB"
    m_cost->setText(tr("Costs extra. The service sets the price, Ballast does not know it. %1 would be copied").arg(size));
    m_acceleration->setAccessibleDescription(m_cost->text());
    m_rendering = false;
}

QString DestinationForm::noRegion() const
{
    if (!m_flow.regions().isEmpty())
        return {};
    //: %1 is a region
    return tr("The service offers no region to copy backups of %1 to").arg(formats::plain(m_flow.scope().region));
}

QString DestinationForm::quotaText() const
{
    const models::Destinations::Quotas &known = m_flow.quotas();
    if (known.loading)
        return tr("Asking the service…");
    if (known.error)
        //: %1 is a sentence such as "csbs.cn-north-4… does not answer". 中文：未知：%1
        return tr("Not known: %1").arg(ErrorText::of(*known.error).headline);
    QStringList said;
    for (const net::Quota &quota : known.resources) {
        const QString unit = quota.unit.isEmpty() ? QString() : u' ' + formats::plain(quota.unit);
        const QString used = (quota.used ? formats::number(*quota.used) : formats::none()) + unit;
        const QString name = ErrorText::quotaName(quota.type);
        if (quota.limit && quota.isUnlimited()) //: %1 is the name of a quota, %2 a number. 中文：%1：已用 %2，不限量
            said << tr("%1: %2 used, unlimited").arg(name, used);
        else //: %1 is the name of a quota, %2 and %3 numbers. 中文：%1：已用 %2，上限 %3
            said << tr("%1: %2 of %3 used")
                        .arg(name, used, (quota.limit ? formats::number(*quota.limit) : formats::none()) + unit);
    }
    return said.isEmpty() ? tr("Not known") : said.join(u" · "_s);
}

QStringList DestinationForm::warningTexts() const
{
    QStringList out;
    const QList<net::Reason> known = m_flow.warnings();
    for (const net::Reason &reason : known)
        out << ErrorText::reason(reason);
    return out;
}

QString DestinationForm::askLater() { return tr("Replication is set up by the service, region by region. Ask again later"); }

} // namespace ui
