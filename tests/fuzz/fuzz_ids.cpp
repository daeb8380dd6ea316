// Readers: net/signer.cpp

#include "app/mock/company.h"
#include "app/mock/signing.h"
#include "fuzz/fuzz.h"
#include "net/signer.h"

#include <QUuid>

using namespace Qt::StringLiterals;
using fuzz::claim;

namespace {

/// The endpoint's own reading of a request that the signer describes: written twice from the documents, on purpose.
mock::Request asArrived(const QByteArray &target, const net::HeaderList &headers, const QByteArray &body)
{
    mock::Request request;
    request.method = "POST";
    request.target = target.toStdString();
    request.body = body.toStdString();
    for (const auto &[name, value] : headers)
        request.headers.emplace_back(name.toStdString(), value.toStdString());
    request.takeApart();
    return request;
}

/// What a header can hold: visible characters and blanks.
QByteArray oddField(const QByteArray &bytes)
{
    QByteArray field = bytes.left(40);
    for (char &c : field)
        c = c >= ' ' && c != '\x7f' ? c : '\t';
    return field;
}

void checkUuid(std::string_view text)
{
    const auto id = mock::Uuid::parse(text);
    if (!id)
        return;
    claim(id->text() == text, "an id is written as it was read");
    claim(
        QUuid::fromString(QLatin1StringView(text.data(), qsizetype(text.size()))).toString(QUuid::WithoutBraces).toStdString() ==
            text,
        "Qt knows the same id");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));

    // An address as people and gateways write it.
    if (const auto url = net::readWireUrl(bytes)) {
        claim(!url->host.isEmpty() && !url->host.contains('@'), "a host is there and has no user");
        claim(!url->segments.contains("..") && !url->segments.contains("."), "no step up is left");
    }

    // Ids as servers make them: lines of any text, put into path, query and header.
    const QList<QByteArray> lines = bytes.split('\n');
    QStringList segments{u"v1"_s};
    net::Query query;
    for (const QByteArray &line : lines.mid(0, 8)) {
        checkUuid(std::string_view(line.constData(), std::size_t(line.size())));
        const QString text = QString::fromUtf8(line);
        claim(mock::decoded(net::encodeSegment(text).toStdString(), true) == text.toUtf8().toStdString(),
              "what is encoded is decoded the same");
        query.append({text, QString(text).replace(u'a', u'b')});
        if (net::isPathSegment(text))
            segments.append(text);
    }
    const QByteArray path = net::encodedPath(segments), sent = net::encodedQuery(query);
    claim(!path.contains(' ') && !path.contains('?') && !sent.contains(' ') && !sent.contains('#'),
          "nothing ends the address early");
    const auto url = net::readWireUrl("https://host:443" + path + '?' + sent);
    claim(url && url->host == "host" && url->segments.size() == segments.size(), "an address is read as it was written");
    for (qsizetype i = 0; i < segments.size(); ++i)
        claim(url->segments.at(i) == segments.at(i).toUtf8(), "each id is its own again");

    const net::AccessKey key{u"AK"_s, "secret", {}};
    const net::HeaderList headers{{"Host", "host"},
                                  {"X-Sdk-Date", net::sdkDate(QDateTime::fromSecsSinceEpoch(1'700'000'000, Qt::UTC))},
                                  {"X-Odd", oddField(bytes)}};
    const QByteArray authorization = net::authorization(key, "POST", segments, query, headers, bytes);
    const mock::Signature signature = mock::Signature::read(authorization.toStdString());
    claim(signature.readable && signature.access == "AK", "a signature says whose it is");
    const mock::Request arrived = asArrived(path + '?' + sent, headers, bytes);
    claim(arrived.readable, "the endpoint reads the address");
    claim(net::canonicalRequest("POST", segments, query, headers, bytes).toStdString() ==
              mock::canonicalRequest(arrived, signature.signedHeaders),
          "the endpoint signs the same request");
    claim(mock::signatureFault(arrived, signature, "secret", 1'700'000'000'000, 0).empty(), "the endpoint takes the signature");
    claim(net::authorization(key, "POST", segments, query, headers.mid(0, 1), bytes).isEmpty(),
          "without a date nothing is signed");
    claim(net::canonicalQuery(query).size() == sent.size(), "sorting loses nothing");
    return 0;
}
