#pragma once

#include <QByteArray>
#include <QSet>
#include <QString>

namespace net {

/// Takes secrets out of server text before anyone sees it: the gateway may echo the signed request in an error. A secret is
/// found as it is, as JSON writes it (also JSON inside JSON), percent-encoded and in base64.
class Masker
{
public:
    /// A secret shorter than this is no rare word: it stays in what is read as data, where masking it could change the data.
    static constexpr qsizetype leastInData = 16; ///< bytes

    void add(const QByteArray &secret); ///< ignored when shorter than 4 bytes
    /// Text for people; header lines that prove who asks lose their value, whatever it is.
    QString masked(QString text) const;
    /// A body that is read as data.
    QByteArray maskedData(QByteArray body) const;

private:
    QSet<QByteArray> m_secrets;
    QStringList m_forms;        ///< longest first
    QList<QByteArray> m_inData; ///< longest first
};

} // namespace net
