#include "net/masker.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace net {

namespace {

const QString &mark()
{
    static const QString text = u"‹masked›"_s;
    return text;
}

/// As it stands between the quotes of a JSON string.
QByteArray inJson(const QByteArray &text)
{
    const QByteArray array = QJsonDocument(QJsonArray{QString::fromUtf8(text)}).toJson(QJsonDocument::Compact);
    return array.sliced(2, array.size() - 4); // without [" and "]
}

/// As above by a writer that keeps to ASCII.
QByteArray inPlainJson(const QByteArray &text)
{
    const QString json = QString::fromUtf8(inJson(text));
    QByteArray out;
    for (const QChar c : json) {
        if (c.unicode() < 0x80)
            out += c.toLatin1();
        else
            out += "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
    }
    return out;
}

template <typename List, typename Item> void addByLength(List &list, const Item &item)
{
    if (item.isEmpty() || list.contains(item))
        return;
    const auto shorter =
        std::find_if(list.cbegin(), list.cend(), [&item](const auto &each) { return each.size() < item.size(); });
    list.insert(std::distance(list.cbegin(), shorter), item);
}

} // namespace

void Masker::add(const QByteArray &secret)
{
    if (secret.size() < 4 || m_secrets.contains(secret))
        return;
    m_secrets.insert(secret);
    const QByteArray json = inJson(secret), plainJson = inPlainJson(secret), percent = secret.toPercentEncoding();
    for (const QByteArray &form : {secret, json, plainJson, inJson(json), QByteArray(json).replace("/", "\\/"), percent,
                                   percent.toLower(), secret.toBase64(QByteArray::OmitTrailingEquals),
                                   secret.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)})
        addByLength(m_forms, QString::fromUtf8(form));
    if (secret.size() < leastInData)
        return;
    for (const QByteArray &form : {secret, json, plainJson, QByteArray(json).replace("/", "\\/")})
        addByLength(m_inData, form);
}

QString Masker::masked(QString text) const
{
    for (const QString &form : m_forms)
        text.replace(form, mark());
    // header lines as the gateway prints them, with | for line breaks, or as members of a JSON text, which may be quoted itself
    static const QRegularExpression headers(
        u"(?i)\\b(x-auth-token|x-subject-token|x-security-token|authorization|cookie)(\\\\*[\"']?\\s*[:=]\\s*\\\\*[\"']?)"
        "[^|\\r\\n\"'\\\\]+"_s);
    text.replace(headers, u"\\1\\2"_s + mark());
    static const QRegularExpression signature(u"(?i)\\b(signature\\s*=\\s*)[0-9a-f]{32,}"_s);
    text.replace(signature, u"\\1"_s + mark());
    return text;
}

QByteArray Masker::maskedData(QByteArray body) const
{
    for (const QByteArray &form : m_inData) {
        if (body.contains(form))
            body.replace(form, mark().toUtf8());
    }
    return body;
}

} // namespace net
