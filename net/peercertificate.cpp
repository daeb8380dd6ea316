#include "net/peercertificate.h"

#include <QSslCertificate>

namespace net {

namespace {

QString nameIn(const QStringList &commonNames, const QStringList &organisations)
{
    return commonNames.isEmpty() ? organisations.value(0) : commonNames.constFirst();
}

} // namespace

PeerCertificate PeerCertificate::of(const QSslCertificate &certificate)
{
    using Part = QSslCertificate::SubjectInfo;
    return {nameIn(certificate.subjectInfo(Part::CommonName), certificate.subjectInfo(Part::Organization)),
            nameIn(certificate.issuerInfo(Part::CommonName), certificate.issuerInfo(Part::Organization)),
            certificate.effectiveDate().toUTC(), certificate.expiryDate().toUTC(),
            QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex(':').toUpper())};
}

} // namespace net
