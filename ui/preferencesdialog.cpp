#include "ui/preferencesdialog.h"

#include "ui/formats.h"
#include "ui/formrow.h"

#include <QComboBox>
#include <QCompleter>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

using models::Preferences;
using models::ProxySetting;

namespace {

constexpr int formSlack = 12; // of the scroll area's frame, and for a rule that wraps with another font

} // namespace

struct PreferencesDialog::Private final : QObject
{
    Private(PreferencesDialog &owner, const Preferences &now) : dialog(owner), preferences(now) { build(); }

    void build();
    FormRow *row(const QString &name, QWidget *field, QVBoxLayout *into);
    void retranslate();
    void render();
    void chooseZone();
    void take();
    void fit();

    PreferencesDialog &dialog;
    Preferences preferences;
    bool filling = false;
    QString passwordState;
    QComboBox *language = nullptr, *theme = nullptr, *zone = nullptr, *refresh = nullptr, *proxy = nullptr;
    QLineEdit *host = nullptr, *user = nullptr, *password = nullptr;
    QSpinBox *port = nullptr;
    QPushButton *close = nullptr;
    QHash<QString, FormRow *> rows;
    QWidget *form = nullptr;
};

FormRow *PreferencesDialog::Private::row(const QString &name, QWidget *field, QVBoxLayout *into)
{
    field->setObjectName(name);
    auto *made = new FormRow({}, field, field->parentWidget());
    rows.insert(name, made);
    into->addWidget(made);
    return made;
}

void PreferencesDialog::Private::build()
{
    form = new QWidget;
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    language = new QComboBox(form);
    theme = new QComboBox(form);
    zone = new QComboBox(form);
    refresh = new QComboBox(form);
    proxy = new QComboBox(form);
    host = new QLineEdit(form);
    port = new QSpinBox(form);
    user = new QLineEdit(form);
    password = new QLineEdit(form);
    password->setEchoMode(QLineEdit::Password);
    port->setRange(1, 65'535);
    zone->setEditable(true);
    zone->setInsertPolicy(QComboBox::NoInsert);
    zone->completer()->setFilterMode(Qt::MatchContains);
    zone->completer()->setCompletionMode(QCompleter::PopupCompletion);
    row(u"language"_s, language, column);
    row(u"theme"_s, theme, column);
    row(u"zone"_s, zone, column);
    row(u"refresh"_s, refresh, column);
    row(u"proxy"_s, proxy, column);
    row(u"proxy-host"_s, host, column);
    row(u"proxy-port"_s, port, column);
    row(u"proxy-user"_s, user, column);
    row(u"proxy-password"_s, password, column);
    column->addStretch(1);
    auto *scroll = new QScrollArea(&dialog);
    scroll->setWidget(form);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    close = new QPushButton(&dialog);
    close->setObjectName(u"close"_s);
    close->setDefault(true);
    auto *footer = new QHBoxLayout;
    footer->addStretch(1);
    footer->addWidget(close);
    auto *all = new QVBoxLayout(&dialog);
    all->setContentsMargins(16, 16, 16, 16);
    all->setSpacing(12);
    all->addWidget(scroll, 1);
    all->addLayout(footer);
    retranslate();

    for (QComboBox *box : {language, theme, refresh, proxy})
        connect(box, &QComboBox::activated, this, [this] { take(); });
    connect(zone, &QComboBox::activated, this, [this] { chooseZone(); });
    connect(zone->lineEdit(), &QLineEdit::editingFinished, this, [this] { chooseZone(); });
    for (QLineEdit *edit : {host, user})
        connect(edit, &QLineEdit::editingFinished, this, [this] { take(); });
    connect(port, &QSpinBox::editingFinished, this, [this] { take(); });
    connect(password, &QLineEdit::editingFinished, this, [this] {
        if (!password->isModified())
            return;
        password->setModified(false);
        emit dialog.proxyPasswordTyped(password->text().toUtf8());
    });
    connect(close, &QPushButton::clicked, &dialog, &QDialog::accept);
}

void PreferencesDialog::Private::retranslate()
{
    filling = true;
    dialog.setWindowTitle(PreferencesDialog::tr("Preferences")); //: Title of the dialog. 中文：首选项
    const auto label = [this](const QString &name, const QString &text) { rows.value(name)->setLabel(text); };
    label(u"language"_s, PreferencesDialog::tr("&Language"));     //: 中文：语言(&L)
    label(u"theme"_s, PreferencesDialog::tr("&Theme"));           //: 中文：主题(&T)
    label(u"zone"_s, PreferencesDialog::tr("Time &zone"));        //: Of all times shown. 中文：时区(&Z)
    label(u"refresh"_s, PreferencesDialog::tr("&Refresh"));       //: How often lists are refreshed. 中文：自动刷新(&R)
    label(u"proxy"_s, PreferencesDialog::tr("Pro&xy"));           //: 中文：代理(&X)
    label(u"proxy-host"_s, PreferencesDialog::tr("Proxy &host")); //: 中文：代理主机(&H)
    label(u"proxy-port"_s, PreferencesDialog::tr("Proxy &port")); //: 中文：代理端口(&P)
    label(u"proxy-user"_s, PreferencesDialog::tr("Proxy &user")); //: 中文：代理用户名(&U)
    label(u"proxy-password"_s, PreferencesDialog::tr("Proxy pass&word")); //: 中文：代理密码(&W)
    close->setText(PreferencesDialog::tr("Close"));                       //: A button. 中文：关闭

    //: Rule of the time zone. 中文：可输入名称，例如 Asia/Shanghai
    rows.value(u"zone"_s)->setRule(PreferencesDialog::tr("Type a name, such as Asia/Shanghai"));
    //: Rule of the proxy. 中文：未另行设置的配置使用此代理；本机地址不经代理
    rows.value(u"proxy"_s)
        ->setRule(
            PreferencesDialog::tr("Used by profiles that say nothing else; the system's is never used for this computer itself"));

    language->clear();
    language->addItem(u"English"_s, u"en"_s); // each by its own name
    language->addItem(u"中文"_s, u"zh_CN"_s);
    theme->clear();
    theme->addItem(PreferencesDialog::tr("As the system"), u"system"_s); //: Theme. 中文：跟随系统
    theme->addItem(PreferencesDialog::tr("Light"), u"light"_s);          //: Theme. 中文：浅色
    theme->addItem(PreferencesDialog::tr("Dark"), u"dark"_s);            //: Theme. 中文：深色
    refresh->clear();
    //: Refresh. 中文：正常（有变化时每 3 秒，否则每分钟）
    refresh->addItem(PreferencesDialog::tr("Normal (each 3 s while something moves, else each minute)"));
    //: Refresh. 中文：较慢（有变化时每 15 秒，否则每 5 分钟）
    refresh->addItem(PreferencesDialog::tr("Slow (each 15 s while something moves, else each 5 minutes)"));
    //: Refresh. 中文：关闭（仅在手动刷新时查询）
    refresh->addItem(PreferencesDialog::tr("Off (only when asked: F5)"));
    proxy->clear();
    proxy->addItem(PreferencesDialog::tr("As the system says"), int(ProxySetting::Kind::System)); //: Proxy. 中文：跟随系统
    proxy->addItem(PreferencesDialog::tr("None"), int(ProxySetting::Kind::None));                 //: Proxy. 中文：不使用
    proxy->addItem(PreferencesDialog::tr("Own proxy"), int(ProxySetting::Kind::Own)); //: Proxy. 中文：自定义代理
    zone->clear();
    //: Time zone; %1: such as Asia/Shanghai. 中文：系统（%1）
    zone->addItem(PreferencesDialog::tr("System (%1)").arg(QString::fromLatin1(QTimeZone::systemTimeZoneId())), u"system"_s);
    zone->addItem(u"UTC"_s, u"UTC"_s);
    const QList<QByteArray> ids = QTimeZone::availableTimeZoneIds();
    for (const QByteArray &id : ids) {
        if (const QString name = QString::fromLatin1(id); name != "UTC"_L1)
            zone->addItem(name, name);
    }
    language->setCurrentIndex(std::max(0, language->findData(preferences.language)));
    theme->setCurrentIndex(std::max(0, theme->findData(preferences.theme)));
    zone->setCurrentIndex(std::max(0, zone->findData(preferences.zone)));
    refresh->setCurrentIndex(int(preferences.refresh));
    proxy->setCurrentIndex(std::max(0, proxy->findData(int(preferences.proxy.kind))));
    host->setText(preferences.proxy.host);
    port->setValue(preferences.proxy.port);
    user->setText(preferences.proxy.user);
    FormRow::align(rows.values());
    filling = false;
    render();
}

void PreferencesDialog::Private::render()
{
    const bool own = preferences.proxy.kind == ProxySetting::Kind::Own;
    for (const QString &name : {u"proxy-host"_s, u"proxy-port"_s, u"proxy-user"_s, u"proxy-password"_s})
        rows.value(name)->setVisible(own);
    //: What is wrong with a field. 中文：此项必填
    rows.value(u"proxy-host"_s)
        ->setProblem(own && preferences.proxy.host.isEmpty() ? PreferencesDialog::tr("This is needed") : QString());
    rows.value(u"proxy-password"_s)
        ->setRule(passwordState.isEmpty() ? PreferencesDialog::tr("Kept in the keychain") //: Rule. 中文：保存在系统密钥环中
                                          : passwordState);
}

/// As high as what there is to choose, and no higher than leaves room on a small screen.
void PreferencesDialog::Private::fit()
{
    constexpr int tallest = 560;
    form->layout()->activate();
    const QMargins around = dialog.layout()->contentsMargins();
    const int rowsHigh = form->layout()->totalHeightForWidth(dialog.width() - around.left() - around.right());
    const int wanted =
        rowsHigh + dialog.layout()->spacing() + close->sizeHint().height() + around.top() + around.bottom() + formSlack;
    dialog.resize(dialog.width(), std::clamp(wanted, 240, tallest));
}

void PreferencesDialog::Private::chooseZone()
{
    if (filling)
        return;
    const int at = zone->findText(zone->currentText().trimmed(), Qt::MatchFixedString); // without regard to case
    rows.value(u"zone"_s)->setProblem(at >= 0 ? QString()
                                              //: 中文：没有这个时区
                                              : PreferencesDialog::tr("There is no time zone of this name"));
    if (at < 0)
        return;
    zone->setCurrentIndex(at);
    take();
}

void PreferencesDialog::Private::take()
{
    if (filling)
        return;
    Preferences now = preferences;
    now.language = language->currentData().toString();
    now.theme = theme->currentData().toString();
    if (const int at = zone->findText(zone->currentText()); at >= 0)
        now.zone = zone->itemData(at).toString();
    now.refresh = Preferences::Refresh(refresh->currentIndex());
    now.proxy = {ProxySetting::Kind(proxy->currentData().toInt()), host->text().trimmed(), port->value(), user->text().trimmed()};
    if (now == preferences)
        return;
    const bool otherRows = now.proxy.kind != preferences.proxy.kind;
    preferences = now;
    render();
    if (otherRows)
        fit();
    emit dialog.changed(preferences);
}

PreferencesDialog::PreferencesDialog(const Preferences &preferences, QWidget *parent) : QDialog(parent)
{
    setObjectName(u"preferences"_s);
    d = std::make_unique<Private>(*this, preferences);
    resize(600, 400);
    d->fit();
}

PreferencesDialog::~PreferencesDialog() = default;

void PreferencesDialog::follow(const QString &language, const QString &theme)
{
    d->preferences.language = language;
    d->preferences.theme = theme;
    d->language->setCurrentIndex(std::max(0, d->language->findData(language)));
    d->theme->setCurrentIndex(std::max(0, d->theme->findData(theme)));
}

void PreferencesDialog::setPasswordState(const QString &text)
{
    d->passwordState = text;
    d->render();
}

void PreferencesDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (d && event->type() == QEvent::LanguageChange)
        d->retranslate();
}

} // namespace ui
