#include "ui/profiledialog.h"

#include "models/connectiontest.h"
#include "ui/appstyle.h"
#include "ui/errortext.h"
#include "ui/formats.h"
#include "ui/formrow.h"
#include "ui/icons.h"
#include "ui/labels.h"
#include "ui/messagebar.h"
#include "ui/secrettext.h"
#include "ui/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

using models::ConnectionTest;
using models::Profile;
using models::ProfileField;
using models::ProfileProblem;
using models::ProfileSecrets;
using models::ProxySetting;
using Secrets = models::SecretStore;

constexpr int settleMs = 300; // of quiet before a value is judged

/// A profile as it stands in the form.
struct Draft
{
    Profile profile{};       ///< an empty id: never stored
    ProfileSecrets typed{};  ///< in this dialog
    ProfileSecrets stored{}; ///< what the keychain gave
    QString copyOf{};        ///< the profile whose secrets are still being read for this copy
    bool unwritten = false;  ///< `stored` came from the profile this is a copy of
    bool asked = false;      ///< the keychain, for `stored`
    bool reading = false;    ///< it has not answered yet
    bool dirty = false;

    /// What is typed wins, part by part.
    ProfileSecrets secrets() const
    {
        const auto pick = [](const QByteArray &first, const QByteArray &second) { return first.isEmpty() ? second : first; };
        return {pick(typed.main, stored.main), pick(typed.securityToken, stored.securityToken),
                pick(typed.proxyPassword, stored.proxyPassword)};
    }
    /// The keychain may still give what is not typed.
    bool isWaiting() const { return typed.main.isEmpty() && (reading || !copyOf.isEmpty()); }
};

QLabel *textLabel(QWidget *parent, const QString &name)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setMinimumWidth(40);
    return label;
}

} // namespace

/// The widgets; what is filled in lives in the drafts.
struct ProfileDialog::Private final : QObject
{
    Private(ProfileDialog &owner, Doors with);

    void build();
    void connectAll();
    FormRow *row(const QString &name, QWidget *field);
    QLineEdit *line(ProfileField field, const QString &name, QVBoxLayout *into, bool isSecret = false);
    QLabel *section(const QString &name, QVBoxLayout *into);
    void retranslate();
    void fillChoices();
    void restyle();

    Draft &draft() { return drafts[current]; }
    const Draft &draft() const { return drafts.at(current); }
    void show(int index); ///< that draft, in the form
    void showList();
    void take();   ///< the form into the draft
    void render(); ///< all that follows from the draft
    void renderTest();
    void renderSecretRules();
    void fillPlaces();
    QString projectText() const;
    void putScope(); ///< the chosen region and project, in the form
    void chooseScope(qsizetype at);
    void addScope();
    void removeScope();
    void startWithScope();
    void dropEmptyScopes();
    void renderScopes();
    qsizetype wrongIn(ProfileField field, bool open) const;
    void edited();
    void judge(const QList<ProfileField> &fields);
    QString sentence(ProfileField field, const ProfileProblem &problem) const;
    void focusOn(ProfileField field);
    QStringList takenNames() const;

    void add();
    void duplicate();
    void askDelete();
    void remove();
    void save(bool open);
    void saved(const QString &id, bool open, const Secrets::Outcome &outcome);
    void test();
    void askStored();
    void askAgain();
    void tell(Token token, const QString &icon, const QString &text, const QString &buttonText = {},
              const std::function<void()> &act = {});
    void tellAsking();
    void hush();

    ProfileDialog &dialog;
    Doors doors;
    ConnectionTest connection;
    QList<Draft> drafts;
    qsizetype current = 0;
    qsizetype scope = 0;  ///< of the profile's regions and projects: the one in the form
    bool filling = false; ///< the form from a draft: nothing is being typed
    bool saving = false;
    std::optional<bool> saveWhenRead; ///< pressed while the keychain was being asked; true: and open
    enum class About {
        Other,
        Asking,
        Lack
    } about = About::Other; ///< what the message is about: the keychain's word replaces its own
    bool leave = false;     ///< throwing away what is not saved has been agreed to
    QList<ProfileField> pending, judged;
    QTimer settle;

    QListWidget *list = nullptr;
    QLabel *listLabel = nullptr;
    QPushButton *addButton = nullptr, *duplicateButton = nullptr, *deleteButton = nullptr;
    QScrollArea *scroll = nullptr;
    QWidget *form = nullptr;
    MessageBar *message = nullptr;
    QLabel *lead = nullptr, *where = nullptr, *who = nullptr, *tryOut = nullptr, *options = nullptr;
    QHash<QString, FormRow *> rows;        // by the name of the field
    QMap<ProfileField, QLineEdit *> lines; // all but region and project
    QComboBox *place = nullptr, *way = nullptr, *region = nullptr, *project = nullptr, *proxy = nullptr;
    QPushButton *testButton = nullptr, *caButton = nullptr;
    QListWidget *scopes = nullptr;
    QPushButton *addScopeButton = nullptr, *removeScopeButton = nullptr, *firstScopeButton = nullptr;
    struct TestLine
    {
        QLabel *icon = nullptr, *name = nullptr, *text = nullptr;
    };
    std::array<TestLine, ConnectionTest::parts.size()> testLines{};
    QSpinBox *proxyPort = nullptr;
    QLineEdit *proxyPassword = nullptr;
    QCheckBox *plainHttp = nullptr, *readOnly = nullptr, *production = nullptr;
    QPushButton *saveButton = nullptr, *openButton = nullptr, *close = nullptr;
};

ProfileDialog::Private::Private(ProfileDialog &owner, Doors with) : dialog(owner), doors(std::move(with)), connection(doors.clock)
{
    settle.setSingleShot(true);
    settle.setInterval(settleMs);
    build();
    for (const Profile &profile : doors.store.all())
        drafts.append({.profile = profile});
    connectAll();
    if (drafts.isEmpty())
        add();
    retranslate();
    showList();
    const Profile *preferred = doors.store.preferred();
    for (qsizetype i = 0; preferred && i < drafts.size(); ++i) {
        if (drafts.at(i).profile.id == preferred->id)
            current = i;
    }
    show(int(current));
}

FormRow *ProfileDialog::Private::row(const QString &name, QWidget *field)
{
    field->setObjectName(name);
    auto *made = new FormRow({}, field, form);
    rows.insert(name, made);
    return made;
}

QLineEdit *ProfileDialog::Private::line(ProfileField field, const QString &name, QVBoxLayout *into, bool isSecret)
{
    auto *edit = new QLineEdit(form);
    if (isSecret)
        edit->setEchoMode(QLineEdit::Password);
    into->addWidget(row(name, edit));
    lines.insert(field, edit);
    return edit;
}

QLabel *ProfileDialog::Private::section(const QString &name, QVBoxLayout *into)
{
    QLabel *label = textLabel(form, name);
    into->addSpacing(6);
    into->addWidget(label);
    return label;
}

void ProfileDialog::Private::build()
{
    listLabel = new QLabel(&dialog);
    list = new QListWidget(&dialog);
    list->setObjectName(u"profiles"_s);
    listLabel->setBuddy(list);
    addButton = new QPushButton(&dialog);
    addButton->setObjectName(u"add"_s);
    duplicateButton = new QPushButton(&dialog);
    duplicateButton->setObjectName(u"duplicate"_s);
    deleteButton = new QPushButton(&dialog);
    deleteButton->setObjectName(u"delete"_s);
    auto *left = new QVBoxLayout;
    left->setSpacing(8);
    left->addWidget(listLabel);
    left->addWidget(list, 1);
    for (QPushButton *button : {addButton, duplicateButton, deleteButton}) {
        button->setAutoDefault(false);
        left->addWidget(button);
    }

    scroll = new QScrollArea(&dialog);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    form = new QWidget;
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 12, 0);
    column->setSpacing(6);
    lead = textLabel(form, u"lead"_s);
    column->addWidget(lead);

    where = section(u"section-where"_s, column);
    line(ProfileField::Name, u"profile-name"_s, column);
    place = new QComboBox(form);
    column->addWidget(row(u"place"_s, place));
    line(ProfileField::Shared, u"address"_s, column);
    line(ProfileField::Iam, u"iam"_s, column);
    line(ProfileField::Csbs, u"csbs"_s, column);
    line(ProfileField::Sdrs, u"sdrs"_s, column);
    line(ProfileField::Vpc, u"vpc"_s, column);

    who = section(u"section-who"_s, column);
    way = new QComboBox(form);
    column->addWidget(row(u"sign-in"_s, way));
    line(ProfileField::Domain, u"domain"_s, column);
    line(ProfileField::User, u"user"_s, column);
    line(ProfileField::Ak, u"access-key"_s, column);
    line(ProfileField::Secret, u"secret"_s, column, true);
    line(ProfileField::SecurityToken, u"security-token"_s, column, true);

    tryOut = section(u"section-test"_s, column);
    testButton = new QPushButton(form);
    testButton->setObjectName(u"test"_s);
    testButton->setAutoDefault(false);
    auto *testLine = new QHBoxLayout;
    testLine->addWidget(testButton);
    testLine->addStretch(1);
    column->addLayout(testLine);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(2, 1);
    static constexpr std::array names{u"sign-in", u"project", u"csbs", u"sdrs", u"vpc"};
    for (std::size_t i = 0; i < testLines.size(); ++i) {
        TestLine &made = testLines.at(i);
        made.icon = new QLabel(form);
        made.icon->setFixedSize(16, 16);
        made.name = new QLabel(form);
        made.name->setTextFormat(Qt::PlainText);
        made.text = textLabel(form, u"test-"_s + QString::fromUtf16(names.at(i)));
        made.text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        made.text->setFocusPolicy(Qt::ClickFocus);
        const int at = static_cast<int>(i);
        grid->addWidget(made.icon, at, 0, Qt::AlignTop);
        grid->addWidget(made.name, at, 1, Qt::AlignTop);
        grid->addWidget(made.text, at, 2);
    }
    column->addLayout(grid);
    scopes = new QListWidget(form);
    region = new QComboBox(form);
    project = new QComboBox(form);
    for (QComboBox *box : {region, project}) {
        box->setEditable(true);
        box->setInsertPolicy(QComboBox::NoInsert);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(12);
    }
    column->addWidget(row(u"scopes"_s, scopes));
    column->addWidget(row(u"region"_s, region));
    column->addWidget(row(u"project"_s, project));
    firstScopeButton = new QPushButton(form);
    firstScopeButton->setObjectName(u"first-scope"_s);
    removeScopeButton = new QPushButton(form);
    removeScopeButton->setObjectName(u"remove-scope"_s);
    addScopeButton = new QPushButton(form);
    addScopeButton->setObjectName(u"add-scope"_s);
    auto *scopeLine = new QHBoxLayout;
    scopeLine->setSpacing(8);
    scopeLine->addStretch(1);
    for (QPushButton *button : {firstScopeButton, removeScopeButton, addScopeButton}) {
        button->setAutoDefault(false);
        scopeLine->addWidget(button);
    }
    column->addLayout(scopeLine);

    options = section(u"section-options"_s, column);
    plainHttp = new QCheckBox(form);
    readOnly = new QCheckBox(form);
    production = new QCheckBox(form);
    column->addWidget(row(u"read-only"_s, readOnly));
    column->addWidget(row(u"production"_s, production));
    column->addWidget(row(u"plain-http"_s, plainHttp));
    line(ProfileField::CaFile, u"ca-file"_s, column);
    caButton = new QPushButton(form);
    caButton->setObjectName(u"choose-ca"_s);
    caButton->setAutoDefault(false);
    auto *caLine = new QHBoxLayout;
    caLine->addStretch(1);
    caLine->addWidget(caButton);
    column->addLayout(caLine);
    proxy = new QComboBox(form);
    column->addWidget(row(u"proxy"_s, proxy));
    line(ProfileField::ProxyHost, u"proxy-host"_s, column);
    proxyPort = new QSpinBox(form);
    proxyPort->setRange(1, 65'535);
    proxyPort->setGroupSeparatorShown(false);
    column->addWidget(row(u"proxy-port"_s, proxyPort));
    line(ProfileField::ProxyUser, u"proxy-user"_s, column);
    proxyPassword = new QLineEdit(form);
    proxyPassword->setEchoMode(QLineEdit::Password);
    column->addWidget(row(u"proxy-password"_s, proxyPassword));
    column->addStretch(1);
    scroll->setWidget(form);

    message = new MessageBar(&dialog);
    message->setObjectName(u"message"_s);
    message->hide();
    saveButton = new QPushButton(&dialog);
    saveButton->setObjectName(u"save"_s);
    openButton = new QPushButton(&dialog);
    openButton->setObjectName(u"save-and-open"_s);
    close = new QPushButton(&dialog);
    close->setObjectName(u"close"_s);
    saveButton->setAutoDefault(false);
    close->setAutoDefault(false);
    openButton->setDefault(true);
    makePrimary(openButton);
    auto *footer = new QHBoxLayout;
    footer->setSpacing(8);
    footer->addStretch(1);
    footer->addWidget(close);
    footer->addWidget(saveButton);
    footer->addWidget(openButton);

    auto *right = new QVBoxLayout;
    right->setSpacing(8);
    right->addWidget(message);
    right->addWidget(scroll, 1);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(16);
    middle->addLayout(left, 1);
    middle->addLayout(right, 3);
    auto *all = new QVBoxLayout(&dialog);
    all->setContentsMargins(16, 16, 16, 16);
    all->setSpacing(12);
    all->addLayout(middle, 1);
    all->addLayout(footer);
}

void ProfileDialog::Private::connectAll()
{
    connect(&settle, &QTimer::timeout, this, [this] { judge(std::exchange(pending, {})); });
    for (auto it = lines.cbegin(); it != lines.cend(); ++it) {
        connect(*it, &QLineEdit::textEdited, this, [this, field = it.key()] {
            if (!pending.contains(field))
                pending.append(field);
            edited();
        });
        connect(*it, &QLineEdit::editingFinished, this, [this, field = it.key()] {
            if (pending.removeAll(field) > 0)
                judge({field});
        });
    }
    connect(proxyPassword, &QLineEdit::textEdited, this, [this] { edited(); });
    connect(proxyPort, &QSpinBox::valueChanged, this, [this] { edited(); });
    for (QComboBox *box : {place, way, proxy}) {
        connect(box, &QComboBox::activated, this, [this] {
            edited();
            render();
            fillPlaces();
        });
    }
    connect(region, &QComboBox::currentTextChanged, this, [this] {
        if (filling)
            return;
        pending.append(ProfileField::Region);
        edited();
        fillPlaces();
    });
    connect(project, &QComboBox::currentTextChanged, this, [this] {
        if (filling)
            return;
        pending.append(ProfileField::Project);
        edited();
    });
    connect(plainHttp, &QCheckBox::clicked, this, [this] { // what an address may be has changed
        for (const ProfileField field :
             {ProfileField::Shared, ProfileField::Iam, ProfileField::Csbs, ProfileField::Sdrs, ProfileField::Vpc}) {
            if (!lines.value(field)->text().isEmpty())
                pending.append(field);
        }
    });
    for (QCheckBox *box : {plainHttp, readOnly, production})
        connect(box, &QCheckBox::clicked, this, [this] { edited(); });
    connect(list, &QListWidget::currentRowChanged, this, [this](int index) {
        if (filling || index < 0 || index == current)
            return;
        show(index);
    });
    connect(addButton, &QPushButton::clicked, this, [this] {
        add();
        showList();
        show(int(drafts.size()) - 1);
        lines.value(ProfileField::Name)->setFocus();
    });
    connect(duplicateButton, &QPushButton::clicked, this, &Private::duplicate);
    connect(deleteButton, &QPushButton::clicked, this, &Private::askDelete);
    connect(scopes, &QListWidget::currentRowChanged, this, [this](int at) {
        if (!filling && at >= 0 && at != scope)
            chooseScope(at);
    });
    connect(addScopeButton, &QPushButton::clicked, this, &Private::addScope);
    connect(removeScopeButton, &QPushButton::clicked, this, &Private::removeScope);
    connect(firstScopeButton, &QPushButton::clicked, this, &Private::startWithScope);
    connect(testButton, &QPushButton::clicked, this, &Private::test);
    connect(saveButton, &QPushButton::clicked, this, [this] { save(false); });
    connect(openButton, &QPushButton::clicked, this, [this] { save(true); });
    connect(close, &QPushButton::clicked, &dialog, &ProfileDialog::reject);
    connect(caButton, &QPushButton::clicked, this, [this] {
        auto *files = new QFileDialog(&dialog, ProfileDialog::tr("CA file")); //: Title of a file dialog. 中文：CA 证书文件
        files->setAttribute(Qt::WA_DeleteOnClose);
        files->setFileMode(QFileDialog::ExistingFile);
        connect(files, &QFileDialog::fileSelected, this, [this](const QString &path) {
            lines.value(ProfileField::CaFile)->setText(path);
            edited();
            judge({ProfileField::CaFile});
        });
        files->open();
    });
    connect(&doors.secrets, &Secrets::answersAgain, this, &Private::askAgain);
    connect(&connection, &ConnectionTest::changed, this, &Private::renderTest);
    connect(&connection, &ConnectionTest::projectsCame, this, &Private::fillPlaces);
    if (doors.log)
        connect(&connection, &ConnectionTest::logged, this, [this](const net::LogLine &logLine) { doors.log(logLine); });
}

void ProfileDialog::Private::fillChoices()
{
    const auto fill = [](QComboBox *box, const QStringList &texts) {
        const int at = std::max(0, box->currentIndex());
        box->clear();
        box->addItems(texts);
        box->setCurrentIndex(at);
    };
    fill(place, {
                    ProfileDialog::tr("Huawei Cloud, China"),          //: Which addresses. 中文：华为云中国站
                    ProfileDialog::tr("Huawei Cloud, International"),  //: Which addresses. 中文：华为云国际站
                    ProfileDialog::tr("One address for all services"), //: Which addresses. 中文：所有服务共用一个地址
                    ProfileDialog::tr("Own addresses")                 //: Which addresses. 中文：自定义地址
                });
    fill(way,
         {
             ProfileDialog::tr("User and password"),  //: Way of signing in. 中文：用户名和密码
             ProfileDialog::tr("Access key (AK/SK)"), //: Way of signing in. 中文：访问密钥（AK/SK）
             ProfileDialog::tr("Temporary access key (AK/SK, security token)"), //: Way of signing in. 中文：临时访问密钥（AK/SK
                                                                                //: 和 SecurityToken）
             ProfileDialog::tr("Token got elsewhere") //: Way of signing in. 中文：已有的令牌
         });
    fill(proxy, {
                    ProfileDialog::tr("As in the preferences"), //: Proxy of a profile. 中文：与首选项相同
                    ProfileDialog::tr("As the system says"),    //: Proxy. 中文：跟随系统
                    ProfileDialog::tr("None"),                  //: Proxy. 中文：不使用
                    ProfileDialog::tr("Own proxy")              //: Proxy. 中文：自定义代理
                });
}

void ProfileDialog::Private::retranslate()
{
    const bool was = std::exchange(filling, true);
    dialog.setWindowTitle(ProfileDialog::tr("Profiles"));          //: Title of the dialog. 中文：配置
    listLabel->setText(ProfileDialog::tr("Stored &profiles"));     //: Label of the list. 中文：已保存的配置(&P)
    list->setAccessibleName(ProfileDialog::tr("Stored profiles")); //: Of the list, for screen readers. 中文：已保存的配置
    addButton->setText(ProfileDialog::tr("&New"));                 //: A button: a new profile. 中文：新建(&N)
    duplicateButton->setText(ProfileDialog::tr("D&uplicate"));     //: A button. 中文：复制一份(&U)
    deleteButton->setText(ProfileDialog::tr("&Delete…"));          //: A button: deletes a profile. 中文：删除…(&D)
    //: For newcomers, above an empty form.
    //: 中文：配置保存登录所需的信息。四步：在哪里、谁登录、测试连接、选项。密码只保存在系统密钥环中
    lead->setText(ProfileDialog::tr("A profile holds what is needed to sign in. Four steps: where, who, test, options. "
                                    "Secrets go to the keychain of this desktop, never into a file"));
    where->setText(ProfileDialog::tr("1  Where"));                  //: Heading. 中文：1  在哪里
    who->setText(ProfileDialog::tr("2  Who signs in"));             //: Heading. 中文：2  谁登录
    tryOut->setText(ProfileDialog::tr("3  Test, region, project")); //: Heading. 中文：3  测试、区域、项目
    options->setText(ProfileDialog::tr("4  Options"));              //: Heading. 中文：4  选项
    const auto label = [this](const QString &name, const QString &text) { rows.value(name)->setLabel(text); };
    label(u"profile-name"_s, ProfileDialog::tr("N&ame")); //: Of the profile. 中文：名称(&A)
    label(u"place"_s, ProfileDialog::tr("&Endpoints"));   //: Which addresses. 中文：终端节点(&E)
    label(u"address"_s, ProfileDialog::tr("Add&ress"));   //: One for all services. 中文：地址(&R)
    label(u"iam"_s, u"IAM"_s);
    label(u"csbs"_s, u"CSBS"_s);
    label(u"sdrs"_s, u"SDRS"_s);
    label(u"vpc"_s, u"VPC"_s);
    label(u"sign-in"_s, ProfileDialog::tr("Sign in &by"));           //: Way of signing in. 中文：登录方式(&B)
    label(u"domain"_s, ProfileDialog::tr("Account na&me"));          //: The account's (domain's) name. 中文：帐号名(&M)
    label(u"user"_s, ProfileDialog::tr("&Login name"));              //: IAM user. 中文：IAM 用户名(&L)
    label(u"access-key"_s, ProfileDialog::tr("Access &key (AK)"));   //: Id of the key. 中文：访问密钥 ID（AK）(&K)
    label(u"security-token"_s, ProfileDialog::tr("Security token")); //: Of a temporary key. 中文：安全令牌 SecurityToken
    testButton->setText(ProfileDialog::tr("&Test connection"));      //: A button. 中文：测试连接(&T)
    label(u"region"_s, ProfileDialog::tr("Re&gion"));                //: 中文：区域(&G)
    label(u"project"_s, ProfileDialog::tr("Project"));               //: 中文：项目
    label(u"scopes"_s, ProfileDialog::tr("Pro&jects")); //: Regions and projects of a profile. 中文：项目列表(&J)
    scopes->setAccessibleName(ProfileDialog::tr("Regions and projects of this profile")); //: 中文：此配置的区域和项目
    addScopeButton->setText(ProfileDialog::tr("Add another project"));                    //: A button. 中文：添加项目
    removeScopeButton->setText(ProfileDialog::tr("Remove project")); //: A button: from the profile only. 中文：移除项目
    firstScopeButton->setText(ProfileDialog::tr("Use at start")); //: A button: opens with this project. 中文：启动时使用
    readOnly->setText(ProfileDialog::tr("Read-onl&y: send nothing but queries")); //: Check box. 中文：只读：只发送查询(&Y)
    production->setText(ProfileDialog::tr("Production: mark e&very window")); //: Check box. 中文：生产环境：在每个窗口标出(&V)
    //: Check box. 中文：允许 http：途中任何人都能读取登录信息和数据
    plainHttp->setText(ProfileDialog::tr("Allow http: all on the way can read sign-in and data"));
    label(u"read-only"_s, {});
    label(u"production"_s, {});
    label(u"plain-http"_s, {});
    label(u"ca-file"_s, ProfileDialog::tr("CA &file"));              //: Certificates to trust. 中文：CA 证书文件(&F)
    caButton->setText(ProfileDialog::tr("C&hoose file…"));           //: A button. 中文：选择文件…(&H)
    label(u"proxy"_s, ProfileDialog::tr("Pro&xy"));                  //: 中文：代理(&X)
    label(u"proxy-host"_s, ProfileDialog::tr("Proxy host"));         //: 中文：代理主机
    label(u"proxy-port"_s, ProfileDialog::tr("Proxy port"));         //: 中文：代理端口
    label(u"proxy-user"_s, ProfileDialog::tr("Proxy user"));         //: 中文：代理用户名
    label(u"proxy-password"_s, ProfileDialog::tr("Proxy password")); //: 中文：代理密码
    close->setText(ProfileDialog::tr("Close"));                      //: A button. 中文：关闭
    saveButton->setText(ProfileDialog::tr("&Save"));                 //: A button: stores the profile. 中文：保存(&S)
    openButton->setText(ProfileDialog::tr("Save and &open")); //: A button: stores the profile and signs in. 中文：保存并打开(&O)

    const auto rule = [this](const QString &name, const QString &text) { rows.value(name)->setRule(text); };
    //: Rule of a name. 中文：1–64 个字符，不与其他配置重名。命令行：ballast --profile 名称
    rule(u"profile-name"_s, ProfileDialog::tr("1–64 characters, not the name of another profile. As in ballast --profile NAME"));
    //: Rule of an address. 中文：协议、主机、端口，例如 https://host:8443
    rule(u"address"_s, ProfileDialog::tr("Scheme, host, port: such as https://host:8443"));
    for (const QString &name : {u"iam"_s, u"csbs"_s, u"sdrs"_s, u"vpc"_s}) //: Rule of an address. 中文：地址中可以写 {region}
        rule(name, ProfileDialog::tr("May hold {region}, which stands for the region"));
    //: Rule. 中文：主帐号名称。华为帐号自身不能登录 API，使用 IAM 用户
    rule(u"domain"_s,
         ProfileDialog::tr("The account the user belongs to. A HUAWEI ID itself cannot sign in here: use an IAM user"));
    //: Rule of the region. 中文：例如 cn-north-4。测试连接后可从列表中选择
    rule(u"region"_s, ProfileDialog::tr("Such as cn-north-4. After the test the account's own are in the list"));
    //: Rule of the project. 中文：项目 ID。测试连接后可从列表中选择
    rule(u"project"_s, ProfileDialog::tr("The project's id. After the test the account's own are in the list"));
    //: Rule of the CA file. 中文：PEM 格式。在系统证书之外再信任这些证书；没有“全部信任”的开关
    rule(u"ca-file"_s, ProfileDialog::tr("PEM. Trusted beside the system's; there is no switch that trusts everything"));
    //: Rule. 中文：密码保存在系统密钥环中
    rule(u"proxy-password"_s, ProfileDialog::tr("Kept in the keychain"));
    fillChoices();
    static constexpr std::array<const char *, 5> parts{"IAM", nullptr, "CSBS", "SDRS", "VPC"};
    for (std::size_t i = 0; i < testLines.size(); ++i)
        testLines.at(i).name->setText(parts.at(i) ? QString::fromLatin1(parts.at(i))
                                                  : ProfileDialog::tr("Project")); //: Line of a test. 中文：项目
    FormRow::align(rows.values());
    filling = was;
    if (!drafts.isEmpty()) {
        renderScopes();
        render();
        judge(std::exchange(judged, {}));
        renderTest();
    }
    restyle();
}

void ProfileDialog::Private::restyle()
{
    for (QLabel *label : {where, who, tryOut, options})
        label->setFont(Theme::sectionFont());
    QPalette quiet;
    quiet.setColor(QPalette::WindowText, Theme::secondary(dialog.palette()));
    lead->setPalette(quiet);
}

void ProfileDialog::Private::showList()
{
    const bool was = std::exchange(filling, true);
    list->clear();
    for (const Draft &each : std::as_const(drafts)) {
        //: A profile without a name yet. 中文：新配置
        QString name = each.profile.name.isEmpty() ? ProfileDialog::tr("New profile") : formats::plain(each.profile.name);
        if (each.dirty) //: In the list. %1: name of a profile. 中文：%1（未保存）
            name = ProfileDialog::tr("%1 (not saved)").arg(name);
        list->addItem(name);
    }
    list->setCurrentRow(int(current));
    filling = was;
}

void ProfileDialog::Private::show(int index)
{
    connection.clear();
    saveWhenRead.reset();
    pending.clear();
    settle.stop();
    hush();
    for (FormRow *each : std::as_const(rows))
        each->setProblem({});
    judged.clear();
    current = index;
    const Draft &shown = draft();
    const Profile &profile = shown.profile;
    filling = true;
    list->setCurrentRow(index);
    const auto put = [this](ProfileField field, const QString &text) { lines.value(field)->setText(text); };
    put(ProfileField::Name, profile.name);
    place->setCurrentIndex(int(profile.place));
    put(ProfileField::Shared, profile.shared);
    put(ProfileField::Iam, profile.own.iam);
    put(ProfileField::Csbs, profile.own.csbs);
    put(ProfileField::Sdrs, profile.own.sdrs);
    put(ProfileField::Vpc, profile.own.vpc);
    way->setCurrentIndex(int(profile.signIn));
    put(ProfileField::Domain, profile.domain);
    put(ProfileField::User, profile.user);
    put(ProfileField::Ak, profile.ak);
    put(ProfileField::Secret, QString::fromUtf8(shown.typed.main));
    put(ProfileField::SecurityToken, QString::fromUtf8(shown.typed.securityToken));
    proxyPassword->setText(QString::fromUtf8(shown.typed.proxyPassword));
    put(ProfileField::CaFile, profile.caFile);
    proxy->setCurrentIndex(int(profile.proxy.kind));
    put(ProfileField::ProxyHost, profile.proxy.host);
    proxyPort->setValue(profile.proxy.port);
    put(ProfileField::ProxyUser, profile.proxy.user);
    plainHttp->setChecked(profile.plainHttp);
    readOnly->setChecked(profile.readOnly);
    production->setChecked(profile.production);
    filling = false;
    scope = 0;
    putScope();
    render();
    renderTest();
    askStored();
}

void ProfileDialog::Private::putScope()
{
    const bool was = std::exchange(filling, true);
    const net::Scope chosen = draft().profile.scopes.value(scope);
    region->clear();
    project->clear();
    region->setEditText(chosen.region);
    project->setEditText(chosen.projectId);
    filling = was;
    fillPlaces();
    renderScopes();
}

void ProfileDialog::Private::chooseScope(qsizetype at)
{
    for (const ProfileField field : {ProfileField::Region, ProfileField::Project}) {
        pending.removeAll(field);
        judged.removeAll(field);
    }
    rows.value(u"region"_s)->setProblem({});
    rows.value(u"project"_s)->setProblem({});
    scope = at;
    putScope();
    renderTest();
}

void ProfileDialog::Private::addScope()
{
    take();
    draft().profile.scopes.append(net::Scope{});
    chooseScope(draft().profile.scopes.size() - 1);
    edited();
    render();
    region->setFocus();
    scroll->ensureWidgetVisible(project);
}

void ProfileDialog::Private::removeScope()
{
    if (draft().profile.scopes.size() < 2)
        return;
    draft().profile.scopes.removeAt(scope);
    chooseScope(std::min(scope, draft().profile.scopes.size() - 1));
    edited();
    render();
    if (scopes->isVisibleTo(&dialog))
        scopes->setFocus();
    else
        addScopeButton->setFocus();
}

void ProfileDialog::Private::startWithScope()
{
    draft().profile.scopes.move(scope, 0);
    chooseScope(0);
    edited();
    scopes->setFocus();
}

/// What was added and never filled in is nothing to store.
void ProfileDialog::Private::dropEmptyScopes()
{
    QList<net::Scope> &all = draft().profile.scopes;
    for (qsizetype at = all.size() - 1; at >= 0 && all.size() > 1; --at) {
        if (!all.at(at).isEmpty())
            continue;
        all.removeAt(at);
        if (scope >= at && scope > 0)
            --scope;
    }
    putScope();
    render();
}

void ProfileDialog::Private::renderScopes()
{
    const bool was = std::exchange(filling, true);
    const QList<net::Scope> &all = draft().profile.scopes;
    while (scopes->count() > all.size())
        delete scopes->takeItem(scopes->count() - 1);
    while (scopes->count() < all.size())
        scopes->addItem(QString());
    for (int at = 0; at < all.size(); ++at) {
        const net::Scope &each = all.at(at);
        QString text = ProfileDialog::tr("not filled in"); //: A region and project in a list. 中文：未填写
        if (!each.isEmpty())                               //: A region and a project's id. 中文：%1 · %2
            text = ProfileDialog::tr("%1 · %2").arg(each.region.isEmpty() ? formats::none() : formats::plain(each.region),
                                                    each.projectId.isEmpty() ? formats::none()
                                                                             : formats::shortId(formats::plain(each.projectId)));
        if (at == 0) //: In a list: the project a session opens with. 中文：%1（启动时使用）
            text = ProfileDialog::tr("%1 (used at start)").arg(text);
        scopes->item(at)->setText(text);
        scopes->item(at)->setToolTip(plainTip(formats::plain(each.projectId))); // the whole id
    }
    scopes->setCurrentRow(int(scope));
    const int shown = std::clamp(int(all.size()), 2, 4);
    scopes->setFixedHeight(shown * std::max(scopes->sizeHintForRow(0), scopes->fontMetrics().height() + 4) +
                           2 * scopes->frameWidth());
    const bool several = all.size() > 1;
    rows.value(u"scopes"_s)->setVisible(several);
    removeScopeButton->setVisible(several);
    firstScopeButton->setVisible(several);
    firstScopeButton->setEnabled(scope > 0);
    filling = was;
}

/// Regions and projects to choose from: the account's own where a test got them, else the preset's.
void ProfileDialog::Private::fillPlaces()
{
    const bool was = std::exchange(filling, true);
    const QString chosenRegion = region->currentText().trimmed();
    QString chosenProject = projectText();
    QStringList regions;
    for (const net::Project &each : connection.projects()) {
        if (!regions.contains(each.region()))
            regions.append(each.region());
    }
    if (regions.isEmpty())
        regions = models::presetRegions(draft().profile.place);
    region->clear();
    region->addItems(regions);
    region->setEditText(chosenRegion);
    project->clear();
    const QString inRegion = chosenRegion.isEmpty() && regions.size() == 1 ? regions.first() : chosenRegion;
    if (inRegion != chosenRegion)
        region->setEditText(inRegion);
    for (const net::Project &each : connection.projects()) {
        if (each.region() == inRegion)
            project->addItem(u"%1 · %2"_s.arg(formats::plain(each.name), each.id), each.id);
    }
    if (chosenProject.isEmpty() && project->count() == 1)
        chosenProject = project->itemData(0).toString();
    const int at = project->findData(chosenProject);
    project->setCurrentIndex(at);
    if (at < 0)
        project->setEditText(chosenProject);
    filling = was;
    if (!filling && (inRegion != draft().profile.scopes.value(scope).region ||
                     chosenProject != draft().profile.scopes.value(scope).projectId))
        edited();
}

QString ProfileDialog::Private::projectText() const
{
    const int at = project->findText(project->currentText());
    return at >= 0 && project->itemData(at).isValid() ? project->itemData(at).toString() : project->currentText().trimmed();
}

void ProfileDialog::Private::take()
{
    Draft &into = draft();
    Profile &profile = into.profile;
    const auto text = [this](ProfileField field) { return lines.value(field)->text(); };
    profile.name = text(ProfileField::Name);
    profile.place = Profile::Place(place->currentIndex());
    profile.shared = text(ProfileField::Shared);
    profile.own = {text(ProfileField::Iam), text(ProfileField::Csbs), text(ProfileField::Sdrs), text(ProfileField::Vpc)};
    profile.signIn = Profile::SignIn(way->currentIndex());
    profile.domain = text(ProfileField::Domain);
    profile.user = text(ProfileField::User);
    profile.ak = text(ProfileField::Ak);
    into.typed = {text(ProfileField::Secret).toUtf8(), text(ProfileField::SecurityToken).toUtf8(),
                  proxyPassword->text().toUtf8()};
    const net::Scope typed{region->currentText().trimmed(), projectText()};
    if (profile.scopes.isEmpty())
        profile.scopes.append(typed);
    else
        profile.scopes[scope] = typed;
    profile.caFile = text(ProfileField::CaFile);
    profile.proxy = {ProxySetting::Kind(proxy->currentIndex()), text(ProfileField::ProxyHost), proxyPort->value(),
                     text(ProfileField::ProxyUser)};
    profile.plainHttp = plainHttp->isChecked();
    profile.readOnly = readOnly->isChecked();
    profile.production = production->isChecked();
}

void ProfileDialog::Private::edited()
{
    if (filling)
        return;
    take();
    renderScopes();
    leave = false;
    if (!draft().dirty || list->item(int(current))->text().isEmpty()) {
        draft().dirty = true;
        showList();
    } else if (pending.contains(ProfileField::Name)) {
        showList();
    }
    settle.start();
}

void ProfileDialog::Private::render()
{
    const Draft &shown = draft();
    const Profile &profile = shown.profile;
    const QList<ProfileField> fields = models::fieldsOf(profile);
    const auto visible = [this](const QString &name, bool on) { rows.value(name)->setVisible(on); };
    for (auto it = lines.cbegin(); it != lines.cend(); ++it)
        visible((*it)->objectName(), fields.contains(it.key()));
    const bool ownProxy = profile.proxy.kind == ProxySetting::Kind::Own;
    visible(u"proxy-port"_s, ownProxy);
    visible(u"plain-http"_s, profile.place == Profile::Place::Shared || profile.place == Profile::Place::Own);
    visible(u"proxy-password"_s, ownProxy);
    lead->setVisible(shown.profile.id.isEmpty());
    QString secret;
    switch (profile.signIn) {
    case Profile::SignIn::Password:
        secret = ProfileDialog::tr("Pass&word"); //: 中文：密码(&W)
        break;
    case Profile::SignIn::Keys:
    case Profile::SignIn::TemporaryKeys:
        secret = ProfileDialog::tr("Secret key (SK)"); //: 中文：密钥（SK）
        break;
    case Profile::SignIn::Token:
        secret = ProfileDialog::tr("To&ken"); //: 中文：令牌(&K)
        break;
    }
    rows.value(u"secret"_s)->setLabel(secret);
    FormRow::align(rows.values());
    renderSecretRules();
    deleteButton->setEnabled(!saving);
    saveButton->setEnabled(!saving);
    openButton->setEnabled(!saving);
}

void ProfileDialog::Private::renderSecretRules()
{
    const Draft &shown = draft();
    const auto say = [&shown](const QByteArray &stored) {
        if (shown.reading || !shown.copyOf.isEmpty())
            return ProfileDialog::tr("Asking the keychain…"); //: Under a secret's field. 中文：正在询问密钥环…
        return stored.isEmpty()
                   ? ProfileDialog::tr("Kept in the keychain") //: Under a secret's field. 中文：保存在系统密钥环中
                                                               //: Under a secret's field. 中文：已保存在密钥环中；留空则不变
                   : ProfileDialog::tr("The keychain has one; leave this empty to keep it");
    };
    rows.value(u"secret"_s)->setRule(say(shown.stored.main));
    rows.value(u"security-token"_s)->setRule(say(shown.stored.securityToken));
    rows.value(u"proxy-password"_s)->setRule(say(shown.stored.proxyPassword));
}

void ProfileDialog::Private::renderTest()
{
    const QPalette palette = dialog.palette();
    for (std::size_t i = 0; i < testLines.size(); ++i) {
        const ConnectionTest::Part part = ConnectionTest::parts.at(i);
        const ConnectionTest::Line &line = connection.line(part);
        TestLine &shown = testLines.at(i);
        QString text, icon;
        Token token = Token::Idle;
        switch (line.state) {
        case ConnectionTest::State::Idle:
            text = ProfileDialog::tr("not tried yet"); //: Line of a test. 中文：尚未测试
            icon = u"queued"_s;
            break;
        case ConnectionTest::State::Running:
            text = ProfileDialog::tr("trying…"); //: Line of a test. 中文：正在测试…
            icon = u"moving"_s;
            token = Token::Run;
            break;
        case ConnectionTest::State::Works:
            if (part == ConnectionTest::Part::SignIn) //: Line of a test. 中文：登录成功，可用项目 %n 个
                text = ProfileDialog::tr("signs in; %n project(s) to choose from", nullptr, int(connection.projects().size()));
            else
                text = ProfileDialog::tr("works"); //: Line of a test. 中文：正常
            icon = u"succeeded"_s;
            token = Token::Ok;
            break;
        case ConnectionTest::State::Failed: {
            const ErrorText::Said words = ErrorText::of(line.error);
            QStringList said;
            if (part == ConnectionTest::Part::Project && line.error.httpStatus == 0 && line.error.kind == net::ErrorKind::Missing)
                //: Line of a test; %1: id of a project. 中文：该帐号的项目列表中没有 %1
                said.append(
                    ProfileDialog::tr("%1 is not among the projects of this account").arg(formats::plain(line.error.detail)));
            else
                said << words.headline << formats::plainLines(words.server) << words.code << words.meaning << words.chain
                     << words.remedy;
            said.removeAll(QString());
            text = said.join(u'\n');
            icon = u"failed"_s;
            token = Token::Bad;
            break;
        }
        case ConnectionTest::State::Skipped:
            text = part == ConnectionTest::Part::Project &&
                           connection.line(ConnectionTest::Part::SignIn).state == ConnectionTest::State::Works
                       //: Line of a test. 中文：在下面选择区域和项目，然后再次测试
                       ? ProfileDialog::tr("choose region and project below, then test again")
                       : ProfileDialog::tr("not tried"); //: Line of a test: a step before it failed. 中文：未测试
            icon = u"skipped"_s;
            break;
        }
        shown.text->setText(text);
        shown.text->setAccessibleName(u"%1: %2"_s.arg(shown.name->text(), text));
        QPalette ink;
        ink.setColor(QPalette::WindowText, Theme::wordColor(token, palette));
        shown.text->setPalette(ink);
        shown.icon->setPixmap(pixmap(icon, Theme::color(token, palette), palette.color(QPalette::Active, QPalette::Base), 16,
                                     dialog.devicePixelRatioF()));
    }
}

QStringList ProfileDialog::Private::takenNames() const
{
    QStringList names;
    for (qsizetype i = 0; i < drafts.size(); ++i) {
        if (i == current)
            continue;
        const Profile *stored = doors.store.byId(drafts.at(i).profile.id);
        names.append(stored ? stored->name : drafts.at(i).profile.name);
    }
    return names;
}

QString ProfileDialog::Private::sentence(ProfileField field, const ProfileProblem &problem) const
{
    using Code = ProfileProblem::Code;
    switch (problem.code) {
    case Code::None:
        return {};
    case Code::Required:
        return ProfileDialog::tr("This is needed"); //: What is wrong with a field. 中文：此项必填
    case Code::NameTaken:
        return ProfileDialog::tr("Another profile has this name"); //: 中文：已有同名配置
    case Code::NameTooLong:                                        //: 中文：最多 64 个字符
        return ProfileDialog::tr("64 characters at most");
    case Code::BadUrl: //: 中文：不是 http 或 https 地址，例如 https://host:8443
        return ProfileDialog::tr("This is no http or https address, such as https://host:8443");
    case Code::NotSecure: //: 中文：http 会以明文传输登录信息：使用 https，或在下方选项中允许 http
        return ProfileDialog::tr("http would send the sign-in in the open: use https, or allow http in the options below");
    case Code::HasPath: //: 中文：只写协议、主机和端口，不带路径、参数或用户名
        return ProfileDialog::tr("Scheme, host and port only: no path, query or user");
    case Code::BadRegion: //: 中文：区域只含字母、数字和连字符
        return ProfileDialog::tr("A region has letters, digits and hyphens only");
    case Code::ScopeTwice: //: 中文：此配置中已有该区域和项目
        return ProfileDialog::tr("This region and project are in the profile already");
    case Code::BadProject: //: 中文：项目 ID 只含字母、数字、连字符和下划线
        return ProfileDialog::tr("A project id has letters, digits, hyphens and underscores only");
    case Code::NoCaFile: //: 中文：无法读取此文件
        return ProfileDialog::tr("This file cannot be read");
    case Code::BadCaFile: //: 中文：文件中没有 PEM 格式的证书
        return ProfileDialog::tr("There is no certificate in PEM form in it");
    case Code::BadHost: //: 中文：只写主机名，不带协议和端口
        return ProfileDialog::tr("The name of the host only, without scheme and port");
    case Code::Blank:
        return field == ProfileField::Secret || field == ProfileField::SecurityToken
                   ? ProfileDialog::tr("A line end was copied along") //: 中文：复制时带入了换行
                   //: 中文：首尾有空格，或含有控制字符
                   : ProfileDialog::tr("It begins or ends with a blank, or holds a control character");
    }
    return {};
}

void ProfileDialog::Private::judge(const QList<ProfileField> &fields)
{
    const QList<ProfileField> shown = models::fieldsOf(draft().profile);
    for (const ProfileField field : fields) {
        if (!judged.contains(field))
            judged.append(field);
        QString text;
        if (shown.contains(field) && !(field == ProfileField::Secret && draft().isWaiting()))
            text = sentence(field, models::check(field, draft().profile, draft().secrets(), takenNames(), scope));
        const QString name = field == ProfileField::Region    ? u"region"_s
                             : field == ProfileField::Project ? u"project"_s
                                                              : lines.value(field)->objectName();
        rows.value(name)->setProblem(text);
    }
}

void ProfileDialog::Private::focusOn(ProfileField field)
{
    QWidget *target = field == ProfileField::Region    ? static_cast<QWidget *>(region)
                      : field == ProfileField::Project ? static_cast<QWidget *>(project)
                                                       : lines.value(field);
    target->setFocus();
    scroll->ensureWidgetVisible(target);
}

void ProfileDialog::Private::tell(Token token, const QString &icon, const QString &text, const QString &buttonText,
                                  const std::function<void()> &act)
{
    about = About::Other;
    message->clearButtons();
    message->setMessage(token, icon, text);
    if (act) {
        QPushButton *button = message->addButton(buttonText);
        button->setObjectName(u"confirm"_s);
        connect(button, &QPushButton::clicked, this, act, Qt::QueuedConnection); // it takes the button away
    }
    message->show();
}

void ProfileDialog::Private::tellAsking()
{
    tell(Token::Run, u"key"_s, ProfileDialog::tr("Asking the keychain…"));
    about = About::Asking;
}

void ProfileDialog::Private::hush() { message->hide(); }

void ProfileDialog::Private::add()
{
    Draft fresh;
    fresh.profile.scopes.append(net::Scope{});
    drafts.append(fresh);
}

void ProfileDialog::Private::duplicate()
{
    Draft copy = draft();
    copy.copyOf = copy.reading ? copy.profile.id : QString();
    copy.reading = false;
    copy.asked = false;
    copy.profile.id.clear();
    //: Name of a copy; %1: name of a profile. 中文：%1 的副本
    copy.profile.name = doors.store.freeName(ProfileDialog::tr("Copy of %1").arg(copy.profile.name));
    copy.typed = copy.secrets(); // a profile of its own, with an entry of its own
    copy.stored = {};
    copy.dirty = true;
    drafts.append(copy);
    showList();
    show(int(drafts.size()) - 1);
    lines.value(ProfileField::Name)->setFocus();
    lines.value(ProfileField::Name)->selectAll();
}

void ProfileDialog::Private::askDelete()
{
    const QString name = draft().profile.name;
    tell(Token::Warn, u"warning"_s,
         //: Asked in the page; %1: name of a profile. 中文：删除配置“%1”及其在密钥环中的密码？云上的数据不受影响
         ProfileDialog::tr("Delete the profile “%1” and its secrets in the keychain? Nothing in the cloud is touched")
             .arg(formats::plain(name)),
         ProfileDialog::tr("Delete profile"), [this] { remove(); }); //: A button. 中文：删除配置
    message->findChild<QPushButton *>(u"confirm"_s)->setFocus();
}

void ProfileDialog::Private::remove()
{
    const QString id = draft().profile.id, name = formats::plain(draft().profile.name);
    if (!id.isEmpty()) {
        if (!doors.store.remove(id)) {
            //: %1: path. 中文：无法写入 %1，配置未删除
            tell(Token::Bad, u"failed"_s,
                 ProfileDialog::tr("%1 cannot be written; the profile was not deleted").arg(doors.store.path()));
            return;
        }
        doors.secrets.remove(id, this, [this, name](const Secrets::Outcome &outcome) {
            const bool gone = outcome.state == Secrets::State::Kept;
            tell(gone ? Token::Ok : Token::Warn, gone ? u"succeeded"_s : u"warning"_s, SecretText::deleted(name, outcome));
        });
        emit dialog.deleted(id);
    }
    drafts.removeAt(current);
    if (drafts.isEmpty())
        add();
    current = std::min(current, drafts.size() - 1);
    showList();
    show(int(current));
    list->setFocus();
}

void ProfileDialog::Private::askStored()
{
    Draft &asked = draft();
    if (asked.asked || asked.profile.id.isEmpty())
        return;
    asked.asked = true;
    asked.reading = true;
    renderSecretRules();
    doors.secrets.read(asked.profile.id, this, [this, id = asked.profile.id](const Secrets::Outcome &outcome) {
        const auto secrets = outcome.state == Secrets::State::Kept ? ProfileSecrets::fromJson(outcome.secret) : std::nullopt;
        for (Draft &each : drafts) {
            if (each.profile.id == id) {
                each.reading = false;
                each.stored = secrets.value_or(ProfileSecrets{});
            } else if (each.copyOf == id) {
                each.copyOf.clear();
                each.stored = secrets.value_or(ProfileSecrets{});
                each.unwritten = true; // saving writes an entry of its own
            }
        }
        renderSecretRules();
        if (saveWhenRead && !draft().isWaiting()) {
            hush();
            save(*std::exchange(saveWhenRead, {}));
        }
        if (draft().profile.id != id)
            return;
        renderSecretRules();
        const bool mine = about != About::Other; // what else is told there waits to be read
        if (outcome.lack != Secrets::Lack::None && (mine || message->isHidden())) {
            tell(Token::Warn, u"key"_s, SecretText::typeThem(outcome));
            about = About::Lack;
        } else if (secrets && mine) {
            hush();
        }
    });
}

/// A keychain that was silent has something to say after all.
void ProfileDialog::Private::askAgain()
{
    for (Draft &each : drafts)
        each.asked = each.asked && (each.reading || !each.stored.isEmpty());
    askStored();
}

/// The scope in which that field hinders storing, or opening; -1: none. What is of no scope counts as of the first one.
qsizetype ProfileDialog::Private::wrongIn(ProfileField field, bool open) const
{
    const Profile &profile = draft().profile;
    const bool ofScope = field == ProfileField::Region || field == ProfileField::Project;
    const qsizetype count = ofScope ? std::max<qsizetype>(1, profile.scopes.size()) : 1;
    for (qsizetype at = 0; at < count; ++at) {
        const ProfileProblem problem = models::check(field, profile, draft().secrets(), takenNames(), at);
        if (problem && (open || field == ProfileField::Name || problem.code != ProfileProblem::Code::Required))
            return at;
    }
    return -1;
}

void ProfileDialog::Private::save(bool open)
{
    if (saving)
        return;
    take();
    settle.stop();
    pending.clear();
    if (draft().isWaiting()) {
        saveWhenRead = open;
        return tellAsking();
    }
    dropEmptyScopes();
    const QList<ProfileField> all = models::fieldsOf(draft().profile);
    QList<ProfileField> fields = all;
    if (!open) { // may be completed later: what is missing does not hinder storing, what is wrong does
        fields.removeIf([this](ProfileField field) {
            return field != ProfileField::Name &&
                   models::check(field, draft().profile, draft().secrets(), {}, scope).code == ProfileProblem::Code::Required;
        });
    }
    judge(fields);
    for (const ProfileField field : all) {
        const qsizetype at = wrongIn(field, open);
        if (at < 0)
            continue;
        if (const bool ofScope = field == ProfileField::Region || field == ProfileField::Project; ofScope && at != scope) {
            chooseScope(at);
            judge({field});
        }
        return focusOn(field);
    }
    Profile profile = draft().profile;
    if (!doors.store.put(profile)) {
        //: %1: path. 中文：无法写入 %1，配置未保存
        tell(Token::Bad, u"failed"_s,
             ProfileDialog::tr("%1 cannot be written; the profile was not saved").arg(doors.store.path()));
        return;
    }
    draft().profile = profile;
    const ProfileSecrets secrets = draft().secrets();
    if (secrets.isEmpty() || (secrets == draft().stored && !draft().unwritten))
        return saved(profile.id, open, {Secrets::State::Kept});
    saving = true;
    render();
    //: While a profile is saved. 中文：正在写入密钥环…
    tell(Token::Run, u"key"_s, ProfileDialog::tr("Writing to the keychain…"));
    doors.secrets.write(profile.id, secrets.toJson(), this,
                        [this, open, id = profile.id, secrets](const Secrets::Outcome &outcome) {
                            for (Draft &each : drafts) {
                                if (each.profile.id == id) {
                                    each.stored = secrets;
                                    each.asked = true;
                                }
                            }
                            saved(id, open, outcome);
                        });
}

/// \a id: another profile may have been chosen while the keychain was writing.
void ProfileDialog::Private::saved(const QString &id, bool open, const Secrets::Outcome &outcome)
{
    saving = false;
    const auto kept = std::find_if(drafts.begin(), drafts.end(), [&id](const Draft &each) { return each.profile.id == id; });
    if (kept == drafts.end()) // deleted meanwhile
        return render();
    kept->dirty = false;
    kept->typed = {};
    if (draft().profile.id == id) {
        filling = true;
        for (QLineEdit *edit : {lines.value(ProfileField::Secret), lines.value(ProfileField::SecurityToken), proxyPassword})
            edit->clear();
        filling = false;
    }
    showList();
    render();
    const QString name = formats::plain(kept->profile.name);
    if (outcome.state == Secrets::State::SessionOnly) {
        tell(Token::Warn, u"key"_s, SecretText::savedWithout(name, outcome.lack));
    } else {
        tell(Token::Ok, u"succeeded"_s, ProfileDialog::tr("“%1” is saved").arg(name)); //: %1: name of a profile. 中文：已保存“%1”
    }
    if (open)
        emit dialog.openWanted(kept->profile, kept->secrets());
}

void ProfileDialog::Private::test()
{
    take();
    if (draft().isWaiting())
        return tellAsking();
    QList<ProfileField> fields = models::fieldsOf(draft().profile);
    const net::Endpoints endpoints = draft().profile.endpoints();
    for (const ProfileField later : {ProfileField::Name, ProfileField::Project})
        fields.removeAll(later);
    if (!endpoints.iam.contains("{region}"_L1)) // it comes from the account's own list then
        fields.removeAll(ProfileField::Region);
    judge(fields);
    for (const ProfileField field : std::as_const(fields)) {
        if (models::check(field, draft().profile, draft().secrets(), {}, scope))
            return focusOn(field);
    }
    hush();
    const auto credential = models::credentialOf(draft().profile, draft().secrets());
    if (!credential)
        return focusOn(ProfileField::Secret);
    connection.start(doors.options(draft().profile, draft().secrets()), *credential, draft().profile.scopes.value(scope));
}

ProfileDialog::ProfileDialog(Doors doors, QWidget *parent) : QDialog(parent)
{
    setObjectName(u"profile-dialog"_s);
    d = std::make_unique<Private>(*this, std::move(doors));
    resize(760, 580);
}

ProfileDialog::~ProfileDialog() = default;

void ProfileDialog::choose(const QString &profileId)
{
    for (qsizetype i = 0; i < d->drafts.size(); ++i) {
        if (d->drafts.at(i).profile.id == profileId)
            d->show(int(i));
    }
}

void ProfileDialog::askSecret(const QString &profileId, const models::SecretStore::Outcome &outcome)
{
    choose(profileId);
    d->tell(Token::Warn, u"key"_s, SecretText::typeThem(outcome));
    d->about = Private::About::Lack;
    d->focusOn(ProfileField::Secret);
}

void ProfileDialog::addNotice(const QString &text) { d->tell(Token::Warn, u"warning"_s, text); }

void ProfileDialog::reject()
{
    QStringList names;
    for (const Draft &each : std::as_const(d->drafts)) {
        if (each.dirty) //: A profile without a name yet. 中文：新配置
            names.append(each.profile.name.isEmpty() ? tr("New profile") : formats::plain(each.profile.name));
    }
    if (!names.isEmpty() && !d->leave) {
        d->leave = true;
        //: %1: names of profiles. 中文：未保存：%1。丢弃所做的更改？
        d->tell(Token::Warn, u"warning"_s, tr("Not saved: %1. Throw the changes away?").arg(names.join(u", "_s)),
                tr("Throw away"), [this] { QDialog::reject(); }); //: A button. 中文：丢弃
        d->message->findChild<QPushButton *>(u"confirm"_s)->setFocus();
        return;
    }
    QDialog::reject();
}

void ProfileDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (!d)
        return;
    if (event->type() == QEvent::LanguageChange) {
        d->retranslate();
        d->showList();
    } else if (event->type() == QEvent::PaletteChange) {
        d->restyle();
        d->renderTest();
    }
}

} // namespace ui
