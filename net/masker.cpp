#include "net/masker.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace net {

void Masker::add(const QByteArray &secret)
{
    if (secret.size() >= 4)
        m_secrets.insert(QString::fromUtf8(secret));
}

QString Masker::masked(QString text) const
{
    for (const QString &secret : m_secrets)
        text.replace(secret, u"‹masked›"_s);
    // header lines as the gateway prints them, with | for line breaks
    static const QRegularExpression headers(
        u"(?i)\\b(x-auth-token|x-subject-token|x-security-token|authorization)(\\s*[:=]\\s*)[^|\\r\\n\"]+"_s);
    text.replace(headers, u"\\1\\2‹masked›"_s);
    return text;
}

} // namespace net
