#include "ui/secrettext.h"

#include "ui/formats.h"

namespace ui {

using Lack = models::SecretStore::Lack;

QString SecretText::typeThem(const models::SecretStore::Outcome &outcome)
{
    const QString detail = outcome.detail.isEmpty() ? formats::none() : formats::plain(outcome.detail);
    switch (outcome.lack) {
    case Lack::None:
        break;
    case Lack::NoService:
        //: %1: in its own words. 中文：此桌面没有可用的密钥环（%1）。在此输入密码：只在本次会话中有效
        return tr("No keychain answers on this desktop (%1). Type the secrets here: they are kept for this session only")
            .arg(detail);
    case Lack::Refused:
        //: %1: in its own words. 中文：密钥环已锁定或拒绝访问（%1）。在此输入密码：只在本次会话中有效
        return tr("The keychain is locked or refuses access (%1). Type the secrets here: they are kept for this session only")
            .arg(detail);
    case Lack::Silent:
        //: 中文：密钥环未及时答复。在此输入密码：只在本次会话中有效
        return tr("The keychain did not answer in time. Type the secrets here: they are kept for this session only");
    }
    //: 中文：密钥环中没有此配置的密码，或密钥环已锁定。在此输入以登录
    return tr("The secrets of this profile are not in the keychain, or it is locked. Type them here to sign in");
}

QString SecretText::savedWithout(const QString &name, Lack lack)
{
    switch (lack) {
    case Lack::None:
    case Lack::NoService:
        break;
    case Lack::Refused:
        //: %1: name of a profile. 中文：已保存“%1”。密钥环已锁定或拒绝访问：密码只在本次会话中有效，下次启动时再次输入
        return tr("“%1” is saved. The keychain is locked or refuses access: the secrets are kept for this session only and are "
                  "asked for again at the next start")
            .arg(name);
    case Lack::Silent:
        //: %1: name of a profile. 中文：已保存“%1”。密钥环未及时答复：密码只在本次会话中有效，下次启动时再次输入
        return tr("“%1” is saved. The keychain did not answer in time: the secrets are kept for this session only and are asked "
                  "for again at the next start")
            .arg(name);
    }
    //: %1: name of a profile. 中文：已保存“%1”。此桌面没有可用的密钥环：密码只在本次会话中有效，下次启动时再次输入
    return tr("“%1” is saved. No keychain answers on this desktop: the secrets are kept for this session only and are asked for "
              "again at the next start")
        .arg(name);
}

QString SecretText::sessionOnly(Lack lack)
{
    switch (lack) {
    case Lack::None:
        return {};
    case Lack::NoService: //: 中文：此配置的密码只在本次会话中有效：此桌面没有可用的密钥环
        return tr("The secrets of this profile are kept for this session only: no keychain answers on this desktop");
    case Lack::Refused: //: 中文：此配置的密码只在本次会话中有效：密钥环已锁定或拒绝访问
        return tr("The secrets of this profile are kept for this session only: the keychain is locked or refuses access");
    case Lack::Silent: //: 中文：此配置的密码只在本次会话中有效：密钥环未及时答复
        return tr("The secrets of this profile are kept for this session only: the keychain did not answer in time");
    }
    return {};
}

QString SecretText::deleted(const QString &name, const models::SecretStore::Outcome &outcome)
{
    switch (outcome.lack) {
    case Lack::None:
        break;
    case Lack::NoService:
        //: %1: name of a profile. 中文：已删除“%1”。密钥环未确认其密码已删除：此桌面没有可用的密钥环
        return tr("“%1” is deleted. The keychain did not confirm that its secrets are gone: none answers on this desktop")
            .arg(name);
    case Lack::Refused:
        //: %1: name of a profile. 中文：已删除“%1”。密钥环未确认其密码已删除：密钥环已锁定或拒绝访问
        return tr("“%1” is deleted. The keychain did not confirm that its secrets are gone: it is locked or refuses access")
            .arg(name);
    case Lack::Silent:
        //: %1: name of a profile. 中文：已删除“%1”。密钥环未确认其密码已删除：密钥环未及时答复
        return tr("“%1” is deleted. The keychain did not confirm that its secrets are gone: it did not answer in time").arg(name);
    }
    //: %1: name of a profile. 中文：已删除“%1”及其在密钥环中的密码
    return tr("“%1” and its secrets in the keychain are deleted").arg(name);
}

QString SecretText::proxyPassword(const models::SecretStore::Outcome &outcome, bool removed)
{
    switch (outcome.lack) {
    case Lack::None:
        return removed ? tr("Removed from the keychain") //: Of the proxy's password. 中文：已从密钥环删除
                       : tr("Written to the keychain");  //: Of the proxy's password. 中文：已写入密钥环
    case Lack::NoService:
        //: Of the proxy's password. 中文：密钥环未确认删除：此桌面没有可用的密钥环
        return removed ? tr("The keychain did not confirm that it is gone: none answers on this desktop")
                       //: Of the proxy's password. 中文：只在本次会话中有效：此桌面没有可用的密钥环
                       : tr("Kept for this session only: no keychain answers on this desktop");
    case Lack::Refused:
        //: Of the proxy's password. 中文：密钥环未确认删除：密钥环已锁定或拒绝访问
        return removed ? tr("The keychain did not confirm that it is gone: it is locked or refuses access")
                       //: Of the proxy's password. 中文：只在本次会话中有效：密钥环已锁定或拒绝访问
                       : tr("Kept for this session only: the keychain is locked or refuses access");
    case Lack::Silent:
        //: Of the proxy's password. 中文：密钥环未确认删除：密钥环未及时答复
        return removed ? tr("The keychain did not confirm that it is gone: it did not answer in time")
                       //: Of the proxy's password. 中文：只在本次会话中有效：密钥环未及时答复
                       : tr("Kept for this session only: the keychain did not answer in time");
    }
    return {};
}

QString SecretText::typeProxyPassword(const models::SecretStore::Outcome &outcome)
{
    switch (outcome.lack) {
    case Lack::None:
        break;
    case Lack::NoService:
        //: 中文：此桌面没有可用的密钥环。在首选项中输入代理密码：只在本次会话中有效
        return tr(
            "No keychain answers on this desktop. Type the proxy's password in the preferences: it is kept for this session "
            "only");
    case Lack::Refused:
        //: 中文：密钥环已锁定或拒绝访问。在首选项中输入代理密码：只在本次会话中有效
        return tr("The keychain is locked or refuses access. Type the proxy's password in the preferences: it is kept for this "
                  "session only");
    case Lack::Silent:
        //: 中文：密钥环未及时答复。在首选项中输入代理密码：只在本次会话中有效
        return tr(
            "The keychain did not answer in time. Type the proxy's password in the preferences: it is kept for this session "
            "only");
    }
    //: 中文：密钥环中没有代理密码，或密钥环已锁定；在首选项中输入
    return tr("The proxy's password is not in the keychain, or it is locked; type it in the preferences");
}

} // namespace ui
