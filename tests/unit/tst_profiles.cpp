#include "models/preferences.h"
#include "models/profilestore.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using models::Profile;
using models::ProfileField;
using models::ProfileProblem;
using models::ProfileSecrets;
using models::ProfileStore;
using Code = models::ProfileProblem::Code;

class TestProfiles final : public QObject
{
    Q_OBJECT

    static Profile whole(const QString &name)
    {
        Profile profile;
        profile.name = name;
        profile.place = Profile::Place::Own;
        profile.shared = u"https://one:8443"_s;
        profile.own = {u"https://iam.{region}.host"_s, u"https://c"_s, u"https://s"_s, u"https://v:444"_s};
        profile.scopes = {{u"cn-north-4"_s, u"p1"_s}, {u"cn-east-3"_s, u"p2"_s}};
        profile.signIn = Profile::SignIn::TemporaryKeys;
        profile.domain = u"域"_s;
        profile.user = u"用户"_s;
        profile.ak = u"AK"_s;
        profile.caFile = u"/etc/我的.pem"_s;
        profile.proxy = {models::ProxySetting::Kind::Own, u"proxy"_s, 3128, u"me"_s};
        profile.plainHttp = true;
        profile.readOnly = true;
        profile.production = true;
        return profile;
    }

    static void put(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aProfileComesBackAsItWasStored_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("plain") << u"prod"_s;
        QTest::newRow("Chinese") << u"生产 一"_s;
        QTest::newRow("path-like") << u"../../etc/passwd"_s;
        QTest::newRow("quotes") << u"a\"b\\c'd [e]=;#%"_s;
        QTest::newRow("emoji") << u"\U0001F600"_s;
        QTest::newRow("right to left") << u"\u202Eabc"_s;
    }
    void aProfileComesBackAsItWasStored()
    {
        QFETCH(QString, name);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"deeper/profiles.json"_s);
        Profile first = whole(name), second;
        second.name = u"second"_s;
        {
            ProfileStore store(path);
            QCOMPARE(store.load(), ProfileStore::Loaded::Fine);
            QVERIFY(store.put(first));
            QVERIFY(store.put(second));
            QVERIFY(store.setLast(second.id));
        }
        ProfileStore store(path);
        QCOMPARE(store.load(), ProfileStore::Loaded::Fine);
        QCOMPARE(store.all(), (QList<Profile>{first, second}));
        QCOMPARE(*store.find(name), first);
        QCOMPARE(store.preferred()->id, second.id);
        QVERIFY(!store.find(u"nobody"_s));
        QCOMPARE(QFileInfo(path).permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
                 QFile::Permissions());
        QVERIFY(store.remove(second.id));
        QCOMPARE(store.all().size(), 1);
        QCOMPARE(store.preferred()->id, first.id); // the only one
    }

    void aProfileThatIsPutAgainReplacesItself()
    {
        const QTemporaryDir folder;
        ProfileStore store(folder.filePath(u"p.json"_s));
        Profile profile = whole(u"a"_s);
        QVERIFY(store.put(profile));
        profile.name = u"b"_s;
        QVERIFY(store.put(profile));
        QCOMPARE(store.all().size(), 1);
        QCOMPARE(store.freeName(u"b"_s), u"b 2"_s);
        QCOMPARE(store.freeName(u"a"_s), u"a"_s);
    }

    void aDamagedFileIsSetAside_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no JSON") << QByteArray("\0\1rubbish");
        QTest::newRow("cut") << QByteArray(R"({"version":1,"profiles":[{"id":"x")");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("other version") << QByteArray(R"({"version":2,"profiles":[]})");
        QTest::newRow("no list") << QByteArray(R"({"version":1,"profiles":{}})");
        QTest::newRow("half a profile") << QByteArray(R"({"version":1,"profiles":[{"id":"x","name":"n"}]})");
        QTest::newRow("unknown way") << QByteArray(
            R"({"version":1,"profiles":[{"id":"x","name":"n","place":"china","sign_in":"magic","proxy":{"kind":"none"},"read_only":true,"production":false}]})");
        QTest::newRow("read-only is no claim") << QByteArray(
            R"({"version":1,"profiles":[{"id":"x","name":"n","place":"china","sign_in":"keys","proxy":{"kind":"none"},"read_only":"yes","production":false}]})");
    }
    void aDamagedFileIsSetAside()
    {
        QFETCH(QByteArray, bytes);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"profiles.json"_s);
        put(path, bytes);
        ProfileStore store(path);
        QCOMPARE(store.load(), ProfileStore::Loaded::SetAside);
        QVERIFY(store.all().isEmpty());
        QFile aside(store.setAsideAs());
        QVERIFY(aside.open(QIODevice::ReadOnly));
        QCOMPARE(aside.readAll(), bytes); // nothing of it is lost
        Profile fresh = whole(u"new"_s);
        QVERIFY(store.put(fresh));
        QCOMPARE(store.load(), ProfileStore::Loaded::Fine);
    }

    void aFullDiskLeavesTheOldFile_data()
    {
        QTest::addColumn<int>("stored"); // profiles that are there already
        QTest::addColumn<int>("room");   // bytes
        QTest::newRow("nothing goes in") << 1 << 0;
        QTest::newRow("a part goes in") << 1 << 100;
        QTest::newRow("a part of much goes in") << 60 << 20000;
    }
    void aFullDiskLeavesTheOldFile()
    {
        QFETCH(int, stored);
        QFETCH(int, room);
        const QTemporaryDir folder;
        ProfileStore store(folder.filePath(u"profiles.json"_s));
        for (int i = 0; i < stored; ++i) {
            Profile profile = whole(u"profile %1"_s.arg(i));
            QVERIFY(store.put(profile));
        }
        rlimit before{};
        getrlimit(RLIMIT_FSIZE, &before);
        rlimit small = before;
        small.rlim_cur = static_cast<rlim_t>(room);
        std::signal(SIGXFSZ, SIG_IGN);
        setrlimit(RLIMIT_FSIZE, &small);
        Profile next = whole(u"one too many"_s);
        const bool put = store.put(next);
        setrlimit(RLIMIT_FSIZE, &before);
        QVERIFY(!put);
        QCOMPARE(store.all().size(), stored);
        ProfileStore again(store.path());
        QVERIFY(again.read());
        QCOMPARE(again.all().size(), stored);
        QVERIFY(store.put(next));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"profiles.json"_s});
    }

    void aFileOfNoRightsIsNotWrittenOver()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"profiles.json"_s);
        QVERIFY(QDir().mkpath(path)); // a folder: it can be neither read nor replaced as a file
        QVERIFY(QDir().mkpath(path + u"/something"_s));
        ProfileStore store(path);
        if (store.load() == ProfileStore::Loaded::SetAside)
            QVERIFY(QFileInfo::exists(store.setAsideAs() + u"/something"_s));
        else
            QVERIFY(QFileInfo::exists(path + u"/something"_s));
    }

    void secretsStayApartAndComeBack()
    {
        const ProfileSecrets secrets{"p\"w \xE5\xAF\x86", "st", "proxy"};
        QCOMPARE(ProfileSecrets::fromJson(secrets.toJson()), std::optional(secrets));
        QVERIFY(!ProfileSecrets::fromJson("foreign entry"));
        Profile profile = whole(u"x"_s);
        QVERIFY(!models::credentialOf(profile, {}));
        QVERIFY(!models::credentialOf(profile, {.main = "sk"})); // temporary keys want their token
        QCOMPARE(std::get<net::AccessKey>(*models::credentialOf(profile, secrets)).securityToken, QByteArray("st"));
        profile.signIn = Profile::SignIn::Keys;
        QVERIFY(std::get<net::AccessKey>(*models::credentialOf(profile, secrets)).securityToken.isEmpty());
    }

    void httpToAnotherMachineIsAllowedWhereTheProfileSaysSo()
    {
        Profile profile;
        profile.shared = u"http://host"_s;
        profile.plainHttp = true;
        QVERIFY(!check(ProfileField::Shared, profile, {}));
        profile.shared = u"http://host/path"_s;
        QCOMPARE(check(ProfileField::Shared, profile, {}).code, Code::HasPath);
    }

    void rulesNameWhatIsWrong_data()
    {
        QTest::addColumn<int>("field");
        QTest::addColumn<QString>("value");
        QTest::addColumn<int>("code");
        const auto add = [](ProfileField field, const QString &value, Code code) {
            QTest::newRow(qPrintable(u"%1 '%2'"_s.arg(int(field)).arg(value))) << int(field) << value << int(code);
        };
        add(ProfileField::Name, {}, Code::Required);
        add(ProfileField::Name, u"taken"_s, Code::NameTaken);
        add(ProfileField::Name, QString(65, u'n'), Code::NameTooLong);
        add(ProfileField::Name, QString(64, u'n'), Code::None);
        add(ProfileField::Name, u" n"_s, Code::Blank);
        add(ProfileField::Shared, u"https://host:8443"_s, Code::None);
        add(ProfileField::Shared, u"https://host/"_s, Code::None);
        add(ProfileField::Shared, u"http://127.0.0.1:9"_s, Code::None);
        add(ProfileField::Shared, u"http://host"_s, Code::NotSecure);
        add(ProfileField::Shared, u"ftp://host"_s, Code::BadUrl);
        add(ProfileField::Shared, u"host"_s, Code::BadUrl);
        add(ProfileField::Shared, u"https://host/v1"_s, Code::HasPath);
        add(ProfileField::Shared, u"https://me:pw@host"_s, Code::HasPath);
        add(ProfileField::Iam, u"https://iam.{region}.host"_s, Code::None);
        add(ProfileField::Region, u"cn-north-4"_s, Code::None);
        add(ProfileField::Region, u"cn/north"_s, Code::BadRegion);
        add(ProfileField::Project, u"../x"_s, Code::BadProject);
        add(ProfileField::CaFile, {}, Code::None);
        add(ProfileField::CaFile, u"/nowhere.pem"_s, Code::NoCaFile);
        add(ProfileField::CaFile, u"a\0b"_s, Code::NoCaFile); // as a paste brings it
        add(ProfileField::CaFile, QString::fromUtf8(__FILE__), Code::BadCaFile);
        add(ProfileField::ProxyHost, u"http://proxy"_s, Code::BadHost);
        add(ProfileField::ProxyHost, u"proxy.example"_s, Code::None);
        add(ProfileField::Secret, u"a\n"_s, Code::Blank);
        add(ProfileField::Secret, {}, Code::Required);
    }
    void rulesNameWhatIsWrong()
    {
        QFETCH(int, field);
        QFETCH(QString, value);
        QFETCH(int, code);
        Profile profile;
        profile.scopes = {{}};
        ProfileSecrets secrets;
        switch (ProfileField(field)) {
        case ProfileField::Name:
            profile.name = value;
            break;
        case ProfileField::Shared:
            profile.shared = value;
            break;
        case ProfileField::Iam:
            profile.own.iam = value;
            break;
        case ProfileField::Region:
            profile.scopes[0].region = value;
            break;
        case ProfileField::Project:
            profile.scopes[0].projectId = value;
            break;
        case ProfileField::CaFile:
            profile.caFile = value;
            break;
        case ProfileField::ProxyHost:
            profile.proxy.host = value;
            break;
        default:
            secrets.main = value.toUtf8();
            break;
        }
        QCOMPARE(int(models::check(ProfileField(field), profile, secrets, {u"taken"_s}).code), code);
    }

    void everyScopeIsCheckedByItself()
    {
        Profile profile;
        profile.scopes = {{u"cn-north-4"_s, u"p1"_s}, {u"cn east"_s, u"p/2"_s}, {u"cn-north-4"_s, u"p1"_s}, {}};
        const auto code = [&profile](ProfileField field, int at) { return int(models::check(field, profile, {}, {}, at).code); };
        QCOMPARE(code(ProfileField::Region, 0), int(Code::None));
        QCOMPARE(code(ProfileField::Region, 1), int(Code::BadRegion));
        QCOMPARE(code(ProfileField::Project, 1), int(Code::BadProject));
        QCOMPARE(code(ProfileField::Project, 2), int(Code::ScopeTwice));
        QCOMPARE(code(ProfileField::Project, 0), int(Code::None)); // said of the later one
        QCOMPARE(code(ProfileField::Region, 3), int(Code::Required));
        profile.scopes.removeAt(2);
        QCOMPARE(code(ProfileField::Project, 0), int(Code::None));
    }

    void preferencesComeBackAndOddOnesCountAsNotSet()
    {
        const QTemporaryDir folder;
        QSettings settings(folder.filePath(u"s.conf"_s), QSettings::IniFormat);
        QCOMPARE(models::Preferences::load(settings), models::Preferences());
        models::Preferences chosen;
        chosen.language = u"zh_CN"_s;
        chosen.theme = u"dark"_s;
        chosen.zone = u"Asia/Shanghai"_s;
        chosen.refresh = models::Preferences::Refresh::Off;
        chosen.proxy = {models::ProxySetting::Kind::Own, u"proxy"_s, 3128, u"me"_s};
        chosen.store(settings);
        QCOMPARE(models::Preferences::load(settings), chosen);
        QCOMPARE(chosen.timeZone().id(), QByteArray("Asia/Shanghai"));
        QVERIFY(chosen.pace().isOff);
        for (const QString &key : {u"language"_s, u"theme"_s, u"zone"_s, u"refresh"_s, u"proxy/kind"_s})
            settings.setValue(key, u"nonsense"_s);
        settings.setValue(u"proxy/port"_s, 700000);
        const models::Preferences odd = models::Preferences::load(settings);
        QCOMPARE(odd.language, QString());
        QCOMPARE(odd.zone, u"system"_s);
        QCOMPARE(odd.refresh, models::Preferences::Refresh::Normal);
        QCOMPARE(odd.proxy.port, 65535);
    }
};

QTEST_GUILESS_MAIN(TestProfiles)
#include "tst_profiles.moc"
