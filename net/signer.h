#pragma once

#include "net/request.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QDateTime>
#include <QList>
#include <QPair>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

/// AK/SK request signature SDK-HMAC-SHA256 (auth.md section 6), and the one strict encoder that both the signature and the
/// transport build path and query with. Everything starts from decoded parts: an encoded URL is never handed to the signer.
namespace net {

/// A key pair, permanent or temporary. Never logged, never stored outside the keychain.
struct AccessKey
{
    QString ak{};
    QByteArray sk{};
    QByteArray
        securityToken{}; ///< temporary keys only; the caller sends it as X-Security-Token and lists it among the headers to sign
};

using HeaderList = QList<QPair<QByteArray, QByteArray>>; ///< name and value as sent

/// Unreserved A-Z a-z 0-9 - _ . ~ stay, every other UTF-8 byte becomes %XY: '/' and '+' too, and a blank is %20.
QByteArray encodeSegment(QStringView text);

/// Whether a server's identifier may be put into a path: not empty, and not "." or "..", which no encoding keeps from
/// being taken as a step up the path.
bool isPathSegment(QStringView text);

/// "/v1/p1/jobs" from its decoded segments, each encoded once; "/" without any.
QByteArray encodedPath(const QStringList &segments);

/// "name=value&..." in the given order, without the question mark; '=' stays for an empty value.
QByteArray encodedQuery(const Query &query);

/// The value of the Host header: with the port unless it is the scheme's own. Set it on the request as well:
/// left alone, Qt 6.4.2 writes a port that stands in the URL even if it is the scheme's own.
QByteArray hostHeader(const QUrl &url);

/// The value of X-Sdk-Date: 20240305T080910Z.
QByteArray sdkDate(const QDateTime &time);

/// The query as signed: sorted by decoded name, then by decoded value, in code-point order.
QByteArray canonicalQuery(const Query &query);

/// What is hashed into the string to sign. \a headers are those to sign; blanks around their values are trimmed.
QByteArray canonicalRequest(const QByteArray &method, const QStringList &segments, const Query &query, const HeaderList &headers,
                            const QByteArray &body);

/// The value of the Authorization header. \a headers are those to sign, host and X-Sdk-Date among them;
/// empty when X-Sdk-Date is missing, for such a request cannot be signed. \a body is hashed byte by byte as it is sent.
QByteArray authorization(const AccessKey &key, const QByteArray &method, const QStringList &segments, const Query &query,
                         const HeaderList &headers, const QByteArray &body);

/// What is signed, as decoded bytes: an escape in a foreign URL need not be UTF-8.
struct SigningInput
{
    QByteArray method{};
    QByteArrayList segments{};
    QList<QPair<QByteArray, QByteArray>> query{};
    HeaderList headers{};
    QByteArray body{};
};

/// Every step of a signature, to be compared with what a gateway says it computed.
struct Signature
{
    QByteArray canonicalRequest{};
    QByteArray canonicalRequestHash{};
    QByteArray stringToSign{};
    QByteArray signature{};
    QByteArray authorization{}; ///< empty when X-Sdk-Date is not among the headers; so are the two steps before it
};
Signature sign(const AccessKey &key, const SigningInput &input);

/// A URL taken apart for signing: percent-decoded once, segment by segment, dot segments removed.
struct WireUrl
{
    QByteArray host{}; ///< with the port unless it is the scheme's own
    QByteArrayList segments{};
    QList<QPair<QByteArray, QByteArray>> query{};
};

/// Reads an absolute http or https URL as it stands on the wire; nothing when it is not one or an escape is broken.
/// A '+' is a plus sign here, as everywhere in this API.
std::optional<WireUrl> readWireUrl(QByteArrayView url);

} // namespace net
