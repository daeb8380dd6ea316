#include "ui/aboutdialog.h"

#include "ui/icons.h"
#include "ui/theme.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

AboutDialog::AboutDialog(const QList<Component> &components, QWidget *parent)
    : QDialog(parent), m_components(components), m_what(new QLabel(this)), m_table(new QTableWidget(this)),
      m_copy(new QPushButton(this)), m_close(new QPushButton(this))
{
    setObjectName(u"about-box"_s);
    auto *icon = new QLabel(this);
    icon->setPixmap(programIcon().pixmap(48, 48));
    auto *name = new QLabel(u"Ballast "_s + QLatin1StringView(BALLAST_VERSION), this);
    name->setTextFormat(Qt::PlainText);
    name->setFont(Theme::titleFont());
    name->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_what->setTextFormat(Qt::PlainText);
    m_what->setWordWrap(true);
    m_what->setMinimumWidth(40);
    m_table->setObjectName(u"components"_s);
    m_table->setColumnCount(3);
    m_table->setRowCount(int(components.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const Component &component = components.at(row);
        int column = 0;
        for (const QString &text : {component.name, component.version, component.licence}) {
            auto *item = new QTableWidgetItem(text);
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
            m_table->setItem(row, column++, item);
        }
    }
    m_table->verticalHeader()->hide();
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_copy->setObjectName(u"copy-versions"_s);
    m_copy->setAutoDefault(false);
    m_close->setObjectName(u"close"_s);
    m_close->setDefault(true);

    auto *words = new QVBoxLayout;
    words->addWidget(name);
    words->addWidget(m_what);
    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(icon, 0, Qt::AlignTop);
    head->addLayout(words, 1);
    auto *footer = new QHBoxLayout;
    footer->addWidget(m_copy);
    footer->addStretch(1);
    footer->addWidget(m_close);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(16, 16, 16, 16);
    all->setSpacing(12);
    all->addLayout(head);
    all->addWidget(m_table, 1);
    all->addLayout(footer);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QStringList lines;
        for (const Component &component : std::as_const(m_components))
            lines.append(component.name + u' ' + component.version);
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
    });
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    resize(560, 420);
    retranslate();
}

void AboutDialog::retranslate()
{
    setWindowTitle(tr("About Ballast")); //: 中文：关于 Ballast
    //: 中文：备份复制与容灾控制台。许可证：Apache License 2.0
    m_what->setText(tr("Console for backup replication and disaster recovery. Licence: Apache License 2.0"));
    m_table->setAccessibleName(tr("Versions and licences")); //: Name of the table. 中文：版本与许可证
    m_table->setHorizontalHeaderLabels({tr("Component"),     //: Header. 中文：组件
                                        tr("Version"),       //: Header. 中文：版本
                                        tr("Licence")});     //: Header. 中文：许可证
    m_copy->setText(tr("&Copy versions"));                   //: A button. 中文：复制版本信息(&C)
    m_close->setText(tr("Close"));                           //: A button. 中文：关闭
}

void AboutDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace ui
