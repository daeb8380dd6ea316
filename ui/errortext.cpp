#include "ui/errortext.h"

#include "ui/formats.h"
#include "ui/icons.h"
#include "ui/statelook.h"
#include "ui/words.h"

#include <QFile>
#include <QHash>
#include <QLocale>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr qint64 clockTolerance = 15 * 60; // seconds; beyond it signatures are refused (auth.md section 9)

// Data, not translations: both languages are read once and the choice is made at each question.
const QHash<QString, CodeWords> &codeWords()
{
    static const QHash<QString, CodeWords> all = [] {
        ensureResources();
        QFile file(u":/ballast/words/errors.json"_s);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("errors.json is not in the program's resources");
        return readCodeWords(file.readAll());
    }();
    return all;
}

// Some codes mean different things with different statuses, and the gateway writes its prefix in two ways.
CodeText wordsOf(const QString &sent, int status = 0)
{
    QString code = sent;
    if (code.startsWith("APIG."_L1))
        code.replace(0, 5, "APIGW."_L1);
    const QHash<QString, CodeWords> &all = codeWords();
    auto found = all.cend();
    if (status > 0)
        found = all.constFind(u"%1/%2"_s.arg(code, QString::number(status)));
    if (found == all.cend())
        found = all.constFind(code);
    if (found == all.cend())
        return {};
    return QLocale().language() == QLocale::Chinese ? found->chinese : found->english;
}

// "EVS" of "EVS.2024", where no table of ours has that name.
QString foreignService(const QString &code)
{
    static const QStringList own = {u"CSBS"_s, u"BackupService"_s, u"SDRS"_s, u"APIGW"_s, u"APIG"_s, u"IAM"_s, u"VPC"_s};
    const QString service = code.section(u'.', 0, 0);
    const bool named = service.size() < code.size() && !service.isEmpty() && service.size() <= 32 &&
                       std::all_of(service.cbegin(), service.cend(), [](QChar c) { return c.isLetter() && c.unicode() < 128; });
    return named && !own.contains(service) ? service : QString();
}

QString orNone(const QString &text) { return text.isEmpty() ? formats::none() : formats::plain(text); }

// Each on lines of its own, the fingerprint in two, so that all of it can be read and compared in a narrow place.
QString certificates(const QList<net::PeerCertificate> &chain)
{
    QStringList lines;
    for (const net::PeerCertificate &shown : chain) {
        const auto day = [](const QDateTime &time) { return time.toString(u"yyyy-MM-dd"); };
        //: A certificate. %1: whose, %2: who made it. 中文：%1，由 %2 签发
        lines.append(ErrorText::tr("%1, issued by %2").arg(orNone(shown.subject), orNone(shown.issuer)));
        //: Of a certificate; two days, UTC. 中文：有效期 %1 至 %2（UTC）
        lines.append(ErrorText::tr("valid from %1 to %2 (UTC)").arg(day(shown.validFrom), day(shown.validTo)));
        const qsizetype half = shown.sha256.size() / 2 + 1;
        lines.append(u"SHA-256 %1\n%2"_s.arg(shown.sha256.first(half), shown.sha256.sliced(half)));
    }
    return lines.join(u'\n');
}

} // namespace

/// Why nobody answered, as Qt and the system say it; what is not known is shown as it is.
QString ErrorText::causeOf(const QString &detail)
{
    //: the host name is not known to DNS
    const QString unknown = tr("name not found");
    //: Why nobody answered. 中文：连接被关闭
    const QString closed = tr("the connection was closed");
    //: Why nobody answered. 中文：连接被拒绝
    const QString refused = tr("the connection was refused");
    //: Why nobody answered. 中文：网络不可达
    const QString unreachable = tr("no way to that network");
    const std::pair<QLatin1StringView, const QString &> causes[] = {{"DNS"_L1, unknown},
                                                                    {"Connection closed"_L1, closed},
                                                                    {"The remote host closed the connection"_L1, closed},
                                                                    {"Connection refused"_L1, refused},
                                                                    {"Network unreachable"_L1, unreachable},
                                                                    {"Network is unreachable"_L1, unreachable}};
    for (const auto &[said, words] : causes) {
        if (detail == said)
            return words;
    }
    return formats::plain(detail);
}

ErrorText::Said ErrorText::of(const net::ApiError &error)
{
    Said said;
    const QString host = error.endpoint.isEmpty() ? tr("The service") : formats::plain(error.endpoint);
    //: the host name is not known to DNS
    const QString detail = error.httpStatus == 0 ? causeOf(error.detail) : formats::plain(error.detail);
    switch (error.kind) {
    case net::ErrorKind::Offline:
        //: %1 is a host name
        said.headline = tr("%1 does not answer").arg(host);
        said.remedy = tr("Check the network, the proxy and the address in the profile");
        break;
    case net::ErrorKind::Timeout:
        //: %1 is a host name
        said.headline = tr("%1 did not answer in time").arg(host);
        said.remedy = tr("Look again later; check the network and the proxy if it stays so");
        break;
    case net::ErrorKind::Tls:
        //: %1 is a host name
        said.headline = tr("%1 cannot be trusted: no secure connection").arg(host);
        said.remedy = tr("Check the address, the clock of this computer and the CA file of the profile. There is no switch to "
                         "trust it regardless");
        break;
    case net::ErrorKind::SignedOut:
        //: %1 is a host name
        said.headline = tr("%1 does not accept the sign-in").arg(host);
        said.remedy = tr("Sign in again, or check the user, password or access key of the profile");
        break;
    case net::ErrorKind::Denied:
        //: %1 is a host name
        said.headline = tr("Not permitted by %1. This is not an empty list").arg(host);
        said.remedy = tr("Ask the administrator of the account for the right in this project");
        break;
    case net::ErrorKind::Missing:
        //: %1 is a host name
        said.headline = tr("%1 does not know it").arg(host);
        said.remedy = tr("Refresh the list: it may have been deleted. Check region and project, too");
        break;
    case net::ErrorKind::Conflict:
        //: %1 is a host name
        said.headline = tr("%1 reports a conflict with what is going on there").arg(host);
        said.remedy = tr("Refresh and look at what is there now");
        break;
    case net::ErrorKind::Busy:
        //: %1 is a host name
        said.headline = tr("%1 is busy or not available").arg(host);
        said.remedy = error.retryAfter > 0 ? tr("The service asks to wait %1").arg(formats::durationInWords(error.retryAfter))
                                           : tr("Wait a while; the service did not say how long");
        break;
    case net::ErrorKind::Rejected:
        //: %1 is a host name
        said.headline = tr("%1 rejected the request").arg(host);
        said.remedy = tr("Look at what the service said and at the values in the request");
        break;
    case net::ErrorKind::ServerFault:
        //: %1 is a host name
        said.headline = tr("%1 failed inside").arg(host);
        said.remedy =
            error.requestId.isEmpty()
                ? tr("Look again later; ask the service's support if it stays so") //: 中文：稍后再看；若持续如此，联系服务支持
                : tr("Look again later; give the request ID to the service's support if it stays so");
        break;
    case net::ErrorKind::BadReply:
        if (detail.isEmpty()) {
            //: %1 is a host name
            said.headline = tr("The answer of %1 cannot be read").arg(host);
        } else if (detail.startsWith(u'>')) {
            //: %1 is a host name, %2 is "> 64 MB"
            said.headline = tr("The answer of %1 cannot be read: too large, %2").arg(host, detail);
        } else {
            //: %1 is a host name, %2 the place in the answer, such as "replication_records[3].id"
            said.headline = tr("The answer of %1 cannot be read: member %2").arg(host, detail);
        }
        said.remedy = tr("Check that the address in the profile is the service itself and no sign-in page or proxy");
        break;
    case net::ErrorKind::NotSecure:
        //: %1 is a host name. 中文：未发送：%1 的地址是 http，途中任何人都能读取登录信息
        said.headline = tr("Not sent: the address of %1 is http, and the sign-in could be read on the way").arg(host);
        //: 中文：改用 https；若确实要用 http，在配置中注明
        said.remedy = tr("Use https. Where http is meant, say so in the profile");
        break;
    case net::ErrorKind::ReadOnly:
        said.headline = tr("This profile is read-only: nothing but queries leaves this computer");
        //: %1 is a host name
        said.remedy = tr("Open a profile that may write to %1").arg(host);
        break;
    }

    const CodeText words = wordsOf(error.code, error.httpStatus);
    said.meaning = words.meaning.isEmpty() ? codeExplained(error.code) : words.meaning;
    if (!words.headline.isEmpty())
        said.headline = words.headline;
    const bool toldHowLong = error.kind == net::ErrorKind::Busy && error.retryAfter > 0;
    if (!words.remedy.isEmpty() && !toldHowLong) // nothing is to be done anew while nobody knows what the write did
        said.remedy = error.effect == net::Effect::InDoubt
                          //: Of a write that may have been done. 中文：再次查看，查明前不要重复执行
                          ? tr("Look again before doing it a second time")
                          : words.remedy;
    if (std::abs(error.clockSkew) > clockTolerance &&
        (error.kind == net::ErrorKind::SignedOut || error.kind == net::ErrorKind::Tls)) {
        const QString by = formats::durationInWords(std::abs(error.clockSkew));
        said.remedy =
            error.clockSkew > 0
                ? tr("The clock of this computer is %1 ahead of the service's. Set it first: signatures hold for 15 minutes")
                      .arg(by)
                : tr("The clock of this computer is %1 behind the service's. Set it first: signatures hold for 15 minutes")
                      .arg(by);
    }

    if (error.kind != net::ErrorKind::BadReply && error.kind != net::ErrorKind::ReadOnly &&
        error.kind != net::ErrorKind::NotSecure) {
        if (error.httpStatus > 0)
            said.server = error.detail;
        else if (!detail.isEmpty()) // no server spoke: it is the cause as the system names it
            //: %1 is a sentence that names a host, %2 the cause as the system or the certificate check says it
            said.headline = tr("%1 (%2)").arg(said.headline, detail);
    }
    if (error.httpStatus > 0 && !error.code.isEmpty() && error.code != QString::number(error.httpStatus))
        said.code = u"%1 · %2"_s.arg(error.httpStatus).arg(formats::plain(error.code));
    else
        said.code = error.httpStatus > 0 ? u"HTTP %1"_s.arg(error.httpStatus) : formats::plain(error.code);
    said.requestId = error.requestId;
    said.chain = certificates(error.chain);

    switch (error.effect) {
    case net::Effect::None:
        break;
    case net::Effect::NotSent:
        said.effect = tr("Nothing was sent, so nothing has changed at the service");
        break;
    case net::Effect::Refused:
        said.effect = tr("The service refused it, so nothing has changed there");
        break;
    case net::Effect::InDoubt:
        said.effect = tr("It may have been done: the answer was lost or cannot be read");
        break;
    }
    return said;
}

QString ErrorText::quotaName(const QString &type)
{
    if (type == "backups"_L1)
        return tr("backups"); //: Name of a quota. 中文：备份数
    if (type == "backup_capacity"_L1)
        return tr("backup capacity"); //: Name of a quota. 中文：备份容量
    if (type == "server_groups"_L1)
        return tr("protection groups"); //: Name of a quota. 中文：保护组
    if (type == "replications"_L1)
        return tr("replication pairs"); //: Name of a quota. 中文：复制对
    return formats::plain(type);
}

QString ErrorText::reason(const net::Reason &reason)
{
    const QString first = formats::plain(reason.arguments.value(0));
    const QString second = formats::plain(reason.arguments.value(1));
    switch (reason.code) {
    case net::Reason::Code::None:
        break;
    case net::Reason::Code::Required:
        return tr("This is needed");
    case net::Reason::Code::TooLong:
        //: %1 is the number allowed, %2 the number there is; characters, or bytes where the counter says so
        return tr("Too long: %1 at most, there are %2").arg(first, second);
    case net::Reason::Code::BadCharacters:
        if (reason.arguments.value(0).trimmed().isEmpty())
            return tr("A blank is not allowed here");
        return tr("“%1” is not allowed here").arg(first);
    case net::Reason::Code::FullWidth:
        return tr("“%1” is a full-width character; type the ordinary one").arg(first);
    case net::Reason::Code::AngleBrackets:
        return tr("< and > are not allowed");
    case net::Reason::Code::NotOffered:
        return tr("The service does not offer “%1”").arg(first);
    case net::Reason::Code::WrongState:
        //: %1 is the state of a backup in words, such as "Creating backup"
        return tr("The state of the backup is “%1”. Only an available backup can be replicated")
            .arg(stateLook(StateKind::Backup, reason.arguments.value(0)).word);
    case net::Reason::Code::SameRegion:
        return tr("The backup is in this region already. Choose another one");
    case net::Reason::Code::IsReplica:
        return tr("This backup is a replica, and a replica cannot be replicated on");
    case net::Reason::Code::AlreadyThere:
        return tr("A replica exists in %1. One replica per backup and region")
            .arg(first); //: 中文：%1 已有副本。每个备份在一个区域只能有一个副本
    case net::Reason::Code::UnderWay:
        return tr("A replica is being made in %1").arg(first); //: 中文：正在 %1 生成副本
    case net::Reason::Code::SoldOut:
        return tr("Sold out: domain %1 takes no new group").arg(first); //: 中文：已售罄：双活域 %1 不能再创建保护组
    case net::Reason::Code::NameTaken:
        return tr("A protection group called “%1” exists").arg(first); //: 中文：已有名为“%1”的保护组
    case net::Reason::Code::ChineseAbroad:
        //: 中文：国际站文档只允许字母、数字、. _ -，可能拒绝中文
        return tr("The international edition documents letters, digits, . _ and - only and may refuse Chinese");
    case net::Reason::Code::ManualRunning:
        //: 中文：有一次手动复制尚未结束，服务端可能以 CSBS.6031 拒绝
        return tr("A replication started by hand has not ended: the service may refuse another (CSBS.6031)");
    case net::Reason::Code::QuotaShort:
        //: %1 and %2 are numbers, %3 the name of a quota. 中文：配额不足：需要 %1，剩余 %2（%3）
        return tr("Quota: %1 wanted, %2 left (%3)").arg(first, second, quotaName(reason.arguments.value(2)));
    case net::Reason::Code::NothingToDo:
        return tr("Nothing to replicate"); //: 中文：没有可复制的备份
    case net::Reason::Code::NotListed:
        //: What failed before and is to be copied now. 中文：%n 个失败的备份不在已加载的备份列表中，此次不复制
        return tr("%n failed backup(s) not in the list of backups, so not copied", nullptr, first.toInt());
    case net::Reason::Code::LedgerOpening:
        //: 中文：正在读取操作记录，稍候即可发送
        return tr("The ledger of operations is still being read. Nothing can be sent before");
    case net::Reason::Code::LedgerElsewhere:
        //: 中文：此配置已在另一个窗口中打开，由该窗口写入操作记录；此处只能查看
        return tr("Another window of this profile writes the ledger of operations. Here it can only be looked at");
    case net::Reason::Code::LedgerNewer:
        //: 中文：操作记录由更新的版本写入；此版本只能查看
        return tr("A later version of Ballast wrote the ledger of operations. This one can only look at it");
    case net::Reason::Code::LedgerBroken:
        //: %1: in the system's words. 中文：无法打开操作记录：%1。无法记录的操作不会发送
        return tr("The ledger of operations cannot be opened: %1. What cannot be written down is not sent").arg(first);
    case net::Reason::Code::ReadOnly:
        return tr("This profile is read-only: nothing but queries leaves this computer");
    case net::Reason::Code::SignedOut:
        return tr("Signed out: sign in again first");
    }
    return {};
}

QString ErrorText::codeMeaning(const QString &code) { return wordsOf(code).meaning; }

QString ErrorText::codeExplained(const QString &code)
{
    static const QRegularExpression onlyDigits(u"^[0-9]*$"_s); // IAM v3 sends the HTTP status as its code
    if (code.contains(onlyDigits))
        return {};
    if (QString meaning = codeMeaning(code); !meaning.isEmpty())
        return meaning;
    if (const QString service = foreignService(code); !service.isEmpty())
        //: %1 is the prefix of an error code, such as "EVS". 中文：其他服务（%1）的错误码，此处未收录
        return tr("Code of another service (%1), not known here").arg(service);
    return tr("Code not known here"); //: 中文：此处未收录该错误码
}

ErrorText::Said ErrorText::ofCode(const QString &code)
{
    const CodeText words = wordsOf(code);
    Said said;
    said.headline = words.headline;
    said.remedy = words.remedy;
    said.code = formats::plain(code);
    said.meaning = codeExplained(code);
    return said;
}

QString ErrorText::action(Read what)
{
    switch (what) {
    case Read::Records:
        return tr("list replication records"); //: After "Not permitted: ". 中文：查询复制记录
    case Read::Backups:
        return tr("list backups"); //: After "Not permitted: ". 中文：查询备份
    case Read::Policies:
        return tr("list backup policies"); //: After "Not permitted: ". 中文：查询备份策略
    case Read::Groups:
        return tr("list protection groups"); //: After "Not permitted: ". 中文：查询保护组
    case Read::Instances:
        return tr("list protected instances"); //: After "Not permitted: ". 中文：查询保护实例
    case Read::Pairs:
        return tr("list replication pairs"); //: After "Not permitted: ". 中文：查询复制对
    case Read::Drills:
        return tr("list DR drills"); //: After "Not permitted: ". 中文：查询容灾演练
    case Read::FailedTasks:
        return tr("list failed tasks"); //: After "Not permitted: ". 中文：查询失败任务
    case Read::Vpcs:
        return tr("list VPCs"); //: After "Not permitted: ". 中文：查询 VPC
    case Read::Domains:
        return tr("list active-active domains"); //: After "Not permitted: ". 中文：查询双活域
    case Read::Capabilities:
        return tr("query the replication capability"); //: After "Not permitted: ". 中文：查询复制能力
    case Read::Quotas:
        return tr("query quotas"); //: After "Not permitted: ". 中文：查询配额
    case Read::Versions:
        return tr("list API versions"); //: After "Not permitted: ". 中文：查询 API 版本
    case Read::Projects:
        return tr("list projects"); //: After "Not permitted: ". 中文：查询项目
    }
    return {};
}

ErrorText::Said ErrorText::forbidden(Read what, const net::ApiError &error, const QString &user, const QString &place)
{
    Said said = of(error);
    if (error.kind != net::ErrorKind::Denied)
        return said;
    //: %1: what was asked for, "list backups". 中文：无权限：%1
    said.headline = tr("Not permitted: %1").arg(action(what));
    if (user.isEmpty())
        //: %1: region / project, %2: an HTTP status. 中文：此凭证在 %1 没有此权限（%2）。这不是空列表
        said.why = tr("This credential may not do it in %1 (%2). This is not an empty list")
                       .arg(formats::plain(place), QString::number(error.httpStatus));
    else
        //: %1: user, %2: region / project, %3: an HTTP status. 中文：用户 %1 在 %2 没有此权限（%3）。这不是空列表
        said.why = tr("User %1 may not do it in %2 (%3). This is not an empty list")
                       .arg(formats::plain(user), formats::plain(place), QString::number(error.httpStatus));
    return said;
}

} // namespace ui
