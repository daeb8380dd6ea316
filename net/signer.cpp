#include "net/signer.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace net {
namespace {

using BytePairs = QList<QPair<QByteArray, QByteArray>>;

constexpr char algorithm[] = "SDK-HMAC-SHA256";
constexpr char dateHeader[] = "x-sdk-date";

bool isUnreserved(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' ||
           c == '~';
}

QByteArray encodeBytes(const QByteArray &bytes)
{
    constexpr char digits[] = "0123456789ABCDEF";
    QByteArray encoded;
    encoded.reserve(bytes.size());
    for (const char c : bytes) {
        if (isUnreserved(c)) {
            encoded += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        encoded += '%';
        encoded += digits[byte >> 4];
        encoded += digits[byte & 0xf];
    }
    return encoded;
}

QByteArray joinPath(const QByteArrayList &segments)
{
    if (segments.isEmpty())
        return QByteArrayLiteral("/");
    QByteArray path;
    for (const QByteArray &segment : segments)
        path += '/' + encodeBytes(segment);
    return path;
}

QByteArray joinQuery(const BytePairs &query)
{
    QByteArray joined;
    for (const auto &[name, value] : query) {
        if (!joined.isEmpty())
            joined += '&';
        joined += encodeBytes(name) + '=' + encodeBytes(value);
    }
    return joined;
}

QByteArrayList utf8(const QStringList &texts)
{
    QByteArrayList bytes;
    bytes.reserve(texts.size());
    for (const QString &text : texts)
        bytes.append(text.toUtf8());
    return bytes;
}

BytePairs utf8(const Query &query)
{
    BytePairs bytes;
    bytes.reserve(query.size());
    for (const auto &[name, value] : query)
        bytes.append({name.toUtf8(), value.toUtf8()});
    return bytes;
}

/// By bytes of UTF-8, which is the order of code points; comparing QStrings would put U+E000 after U+10000.
BytePairs sorted(BytePairs pairs)
{
    std::sort(pairs.begin(), pairs.end());
    return pairs;
}

/// Lower-case names, trimmed values, sorted by name; repeated names keep their order.
HeaderList canonicalHeaders(const HeaderList &headers)
{
    HeaderList canonical;
    canonical.reserve(headers.size());
    for (const auto &[name, value] : headers)
        canonical.append({name.toLower(), value.trimmed()});
    std::stable_sort(canonical.begin(), canonical.end(),
                     [](const auto &left, const auto &right) { return left.first < right.first; });
    return canonical;
}

QByteArray signedNames(const HeaderList &canonical)
{
    QByteArrayList names;
    for (const auto &[name, value] : canonical) {
        if (names.isEmpty() || names.last() != name)
            names.append(name);
    }
    return names.join(';');
}

QByteArray sha256(const QByteArray &bytes) { return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex(); }

QByteArray canonicalRequest(const SigningInput &input, const HeaderList &canonical)
{
    QByteArray path = joinPath(input.segments);
    if (!path.endsWith('/')) // for the signature only; the request goes without it
        path += '/';
    QByteArray text = input.method.toUpper() + '\n' + path + '\n' + joinQuery(sorted(input.query)) + '\n';
    for (const auto &[name, value] : canonical)
        text += name + ':' + value + '\n';
    return text + '\n' + signedNames(canonical) + '\n' + sha256(input.body);
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

std::optional<QByteArray> decoded(QByteArrayView text)
{
    QByteArray bytes;
    bytes.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            bytes += text[i];
            continue;
        }
        const int high = i + 2 < text.size() ? hexDigit(text[i + 1]) : -1;
        const int low = i + 2 < text.size() ? hexDigit(text[i + 2]) : -1;
        if (high < 0 || low < 0)
            return std::nullopt;
        bytes += static_cast<char>(high * 16 + low);
        i += 2;
    }
    return bytes;
}

/// Cuts \a text at the first of \a marks and returns what stood before; the mark stays with the rest.
QByteArrayView cutBefore(QByteArrayView *text, QByteArrayView marks)
{
    const auto at = std::find_first_of(text->begin(), text->end(), marks.begin(), marks.end());
    const QByteArrayView head = text->first(at - text->begin());
    *text = text->sliced(head.size());
    return head;
}

/// "host:port" in lower case, without user names and without the scheme's own port.
std::optional<QByteArray> readAuthority(QByteArrayView authority, int ownPort)
{
    const qsizetype user = authority.lastIndexOf('@');
    const QByteArray text = authority.sliced(user + 1).toByteArray().toLower();
    const qsizetype bracket = text.lastIndexOf(']');
    const qsizetype colon = text.indexOf(':', bracket < 0 ? 0 : bracket);
    const QByteArray host = colon < 0 ? text : text.first(colon);
    if (host.isEmpty() || (colon >= 0 && bracket >= 0 && colon != bracket + 1))
        return std::nullopt;
    if (colon < 0 || colon + 1 == text.size()) // RFC 3986 allows an empty port
        return host;
    bool isNumber = false;
    const ushort port = text.sliced(colon + 1).toUShort(&isNumber);
    if (!isNumber || port == 0)
        return std::nullopt;
    return port == ownPort ? host : host + ':' + QByteArray::number(port);
}

std::optional<QByteArrayList> readPath(QByteArrayView path)
{
    QByteArrayList segments;
    if (path.isEmpty() || path == "/")
        return segments;
    const QByteArrayList parts = path.sliced(1).toByteArray().split('/');
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const std::optional<QByteArray> segment = decoded(parts.at(i));
        if (!segment)
            return std::nullopt;
        const bool isUp = *segment == "..";
        if (!isUp && *segment != ".") {
            segments.append(*segment);
            continue;
        }
        if (isUp && !segments.isEmpty())
            segments.removeLast();
        if (i + 1 == parts.size()) // "/a/." is the folder "/a/"
            segments.append(QByteArray());
    }
    return segments;
}

std::optional<BytePairs> readQuery(QByteArrayView query)
{
    BytePairs pairs;
    const QByteArrayList parts = query.toByteArray().split('&');
    for (const QByteArray &part : parts) {
        if (part.isEmpty())
            continue;
        const qsizetype equals = part.indexOf('=');
        const std::optional<QByteArray> name = decoded(equals < 0 ? part : part.first(equals));
        const std::optional<QByteArray> value = decoded(equals < 0 ? QByteArray() : part.sliced(equals + 1));
        if (!name || !value)
            return std::nullopt;
        pairs.append({*name, *value});
    }
    return pairs;
}

} // namespace

QByteArray encodeSegment(QStringView text) { return encodeBytes(text.toUtf8()); }

bool isPathSegment(QStringView text) { return !text.isEmpty() && text != "."_L1 && text != ".."_L1; }

QByteArray encodedPath(const QStringList &segments) { return joinPath(utf8(segments)); }

QByteArray encodedQuery(const Query &query) { return joinQuery(utf8(query)); }

QByteArray hostHeader(const QUrl &url)
{
    QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    if (host.contains(':')) // an IPv6 address, which QUrl hands out without its brackets
        host = '[' + host + ']';
    const int ownPort = url.scheme() == "https"_L1 ? 443 : 80;
    const int port = url.port(ownPort);
    return port == ownPort ? host : host + ':' + QByteArray::number(port);
}

QByteArray sdkDate(const QDateTime &time) { return time.toUTC().toString(u"yyyyMMdd'T'HHmmss'Z'").toLatin1(); }

QByteArray canonicalQuery(const Query &query) { return joinQuery(sorted(utf8(query))); }

QByteArray canonicalRequest(const QByteArray &method, const QStringList &segments, const Query &query, const HeaderList &headers,
                            const QByteArray &body)
{
    return canonicalRequest({method, utf8(segments), utf8(query), {}, body}, canonicalHeaders(headers));
}

QByteArray authorization(const AccessKey &key, const QByteArray &method, const QStringList &segments, const Query &query,
                         const HeaderList &headers, const QByteArray &body)
{
    return sign(key, {method, utf8(segments), utf8(query), headers, body}).authorization;
}

Signature sign(const AccessKey &key, const SigningInput &input)
{
    const HeaderList headers = canonicalHeaders(input.headers);
    Signature result;
    result.canonicalRequest = canonicalRequest(input, headers);
    result.canonicalRequestHash = sha256(result.canonicalRequest);
    const auto date = std::find_if(headers.begin(), headers.end(), [](const auto &header) { return header.first == dateHeader; });
    if (date == headers.end())
        return result;
    result.stringToSign = QByteArray(algorithm) + '\n' + date->second + '\n' + result.canonicalRequestHash;
    result.signature = QMessageAuthenticationCode::hash(result.stringToSign, key.sk, QCryptographicHash::Sha256).toHex();
    result.authorization = QByteArray(algorithm) + " Access=" + key.ak.toUtf8() + ", SignedHeaders=" + signedNames(headers) +
                           ", Signature=" + result.signature;
    return result;
}

std::optional<WireUrl> readWireUrl(QByteArrayView url)
{
    QByteArrayView rest = url;
    const QByteArray scheme = cutBefore(&rest, ":").toByteArray().toLower();
    if ((scheme != "http" && scheme != "https") || !rest.startsWith("://"))
        return std::nullopt;
    rest = rest.sliced(3);
    const std::optional<QByteArray> host = readAuthority(cutBefore(&rest, "/?#"), scheme == "https" ? 443 : 80);
    const std::optional<QByteArrayList> segments = readPath(cutBefore(&rest, "?#"));
    QByteArrayView query = cutBefore(&rest, "#");
    if (query.startsWith('?'))
        query = query.sliced(1);
    const std::optional<BytePairs> pairs = readQuery(query);
    if (!host || !segments || !pairs)
        return std::nullopt;
    return WireUrl{*host, *segments, *pairs};
}

} // namespace net
