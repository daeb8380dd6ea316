#include "net/signer.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct Case
{
    net::AccessKey key;
    QByteArray method, body, wireUrl, target, host, scheme;
    QStringList segments;
    net::Query query;
    net::HeaderList headers;
    QJsonObject expected;
};

QJsonObject readVectors()
{
    QFile file(QStringLiteral(BALLAST_TEST_DATA "/signing-vectors.json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

QByteArray utf8(const QJsonValue &value) { return value.toString().toUtf8(); }

Case readCase(const QJsonObject &vector)
{
    const QJsonObject credential = vector.value(u"credential").toObject();
    const QJsonObject request = vector.value(u"request").toObject();
    Case out;
    out.key = {credential.value(u"access_key").toString(), utf8(credential.value(u"secret_key")),
               utf8(credential.value(u"security_token"))};
    out.method = utf8(request.value(u"method"));
    out.body = utf8(request.value(u"body_utf8"));
    out.scheme = utf8(request.value(u"scheme"));
    out.host = utf8(request.value(u"host"));
    out.target = utf8(request.value(u"request_target"));
    out.wireUrl = out.scheme + "://" + out.host + out.target;
    out.segments = request.value(u"path_decoded").toString().mid(1).split(u'/');
    const QJsonArray query = request.value(u"query").toArray();
    for (const auto &pair : query)
        out.query.append({pair[0].toString(), pair[1].toString()});
    const QJsonObject headers = request.value(u"headers").toObject();
    for (auto it = headers.begin(); it != headers.end(); ++it)
        out.headers.append({it.key().toUtf8(), utf8(it.value())});
    out.headers.append({"Host", out.host});
    out.expected = vector.value(u"expected").toObject();
    return out;
}

net::Signature signWire(const QByteArray &url,
                        const net::HeaderList &headers = {{"Host", "h"}, {"X-Sdk-Date", "20240305T080910Z"}})
{
    const std::optional<net::WireUrl> wire = net::readWireUrl(url);
    return wire ? net::sign({u"ak"_s, "sk", {}}, {"GET", wire->segments, wire->query, headers, {}}) : net::Signature();
}

QByteArray line(const QByteArray &canonicalRequest, int number) { return canonicalRequest.split('\n').value(number); }

} // namespace

class SignerTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"."_s)); }

    void theVectorsAreThere()
    {
        QCOMPARE(readVectors().value(u"vectors").toArray().size(), 8);
        QCOMPARE(readVectors().value(u"spec_only_vectors").toArray().size(), 1);
    }

    void everyStepEqualsTheVector_data() { vectors(); }
    void everyStepEqualsTheVector()
    {
        QFETCH(QJsonObject, vector);
        const Case in = readCase(vector);
        const QByteArray request = net::canonicalRequest(in.method, in.segments, in.query, in.headers, in.body);
        const QByteArrayList lines = request.split('\n');
        QCOMPARE(lines.value(0), in.method);
        QCOMPARE(lines.value(1), utf8(in.expected.value(u"canonical_uri")));
        QCOMPARE(lines.value(2), utf8(in.expected.value(u"canonical_query")));
        QCOMPARE(net::canonicalQuery(in.query), utf8(in.expected.value(u"canonical_query")));
        QCOMPARE(lines.mid(3, lines.size() - 5).join('\n'), utf8(in.expected.value(u"canonical_headers")));
        QCOMPARE(lines.value(lines.size() - 2), utf8(in.expected.value(u"signed_headers")));
        QCOMPARE(lines.last(), utf8(in.expected.value(u"payload_sha256")));
        QCOMPARE(request, utf8(in.expected.value(u"canonical_request")));

        QByteArrayList segments;
        for (const QString &segment : in.segments)
            segments.append(segment.toUtf8());
        QList<QPair<QByteArray, QByteArray>> query;
        for (const auto &[name, value] : in.query)
            query.append({name.toUtf8(), value.toUtf8()});
        compareSteps(net::sign(in.key, {in.method, segments, query, in.headers, in.body}), in.expected);
        QCOMPARE(net::authorization(in.key, in.method, in.segments, in.query, in.headers, in.body),
                 utf8(in.expected.value(u"authorization")));
    }

    void theWireFormIsTheVectorsRequestTarget_data() { vectors(); }
    void theWireFormIsTheVectorsRequestTarget()
    {
        QFETCH(QJsonObject, vector);
        const Case in = readCase(vector);
        const QByteArray query = net::encodedQuery(in.query);
        QCOMPARE(net::encodedPath(in.segments) + (query.isEmpty() ? QByteArray() : '?' + query), in.target);
        QCOMPARE(net::hostHeader(QUrl::fromEncoded(in.wireUrl)), in.host);
    }

    void theWireFormIsReadBackToTheSameSignature_data() { vectors(); }
    void theWireFormIsReadBackToTheSameSignature()
    {
        QFETCH(QJsonObject, vector);
        const Case in = readCase(vector);
        const std::optional<net::WireUrl> wire = net::readWireUrl(in.wireUrl);
        QVERIFY(wire);
        QCOMPARE(wire->host, in.host);
        compareSteps(net::sign(in.key, {in.method, wire->segments, wire->query, in.headers, in.body}), in.expected);
    }

    void aPathIsEncodedOnceAsTheRuleSaysNotTwiceAsTheNpmPackageDoes()
    {
        const QJsonObject topic = divergence(u"path characters"_s);
        const QJsonObject rule = topic.value(u"published_rule").toObject();
        const QJsonObject npm = topic.value(u"npm_canonical_uri").toObject();
        QCOMPARE(rule.size(), 3);
        for (auto it = rule.begin(); it != rule.end(); ++it) {
            const QByteArray path = line(signWire("https://h" + it.key().toUtf8()).canonicalRequest, 1);
            QCOMPARE(path, utf8(it.value()).split(' ').constFirst()); // one is followed by " when the client …"
            QVERIFY(path != utf8(npm.value(it.key())));
        }
    }

    void blanksAroundAHeaderValueAreNotSigned()
    {
        QCOMPARE(divergence(u"white space"_s).value(u"published_rule").toString(), u"trimmed"_s);
        const net::HeaderList plain{{"Host", "h"}, {"X-Sdk-Date", "20240305T080910Z"}, {"X-A", "one  two"}};
        const net::HeaderList padded{{"host", " h"}, {"x-SDK-date", "20240305T080910Z "}, {"X-A", "\t one  two "}};
        QCOMPARE(signWire("https://h/", padded).authorization, signWire("https://h/", plain).authorization);
        QVERIFY(signWire("https://h/", plain).canonicalRequest.contains("x-a:one  two\n"));
    }

    void queryNamesKeepTheirCase()
    {
        QVERIFY(!divergence(u"query parameter names"_s).isEmpty());
        QCOMPARE(net::canonicalQuery({{u"b"_s, u"1"_s}, {u"a"_s, u"2"_s}, {u"Z"_s, u"3"_s}}), QByteArray("Z=3&a=2&b=1"));
    }

    void onlyUnreservedCharactersStay()
    {
        for (int c = 0; c < 128; ++c) {
            const QChar character(c);
            const bool stays = QChar(c).isLetterOrNumber() || QStringView(u"-_.~").contains(character);
            const QByteArray escaped = '%' + QByteArray::number(c, 16).toUpper().rightJustified(2, '0');
            QCOMPARE(net::encodeSegment(QString(character)), stays ? QByteArray(1, static_cast<char>(c)) : escaped);
        }
        QCOMPARE(net::encodeSegment(u"é生\U0001F4BE"), QByteArray("%C3%A9%E7%94%9F%F0%9F%92%BE"));
    }

    void namesSortByCodePointNotByUtf16()
    {
        QCOMPARE(net::canonicalQuery({{u"\U0001F4BE"_s, u"1"_s}, {u"\uFF21"_s, u"2"_s}}),
                 QByteArray("%EF%BC%A1=2&%F0%9F%92%BE=1"));
    }

    void namesSortBeforeTheyAreEncoded()
    {
        // '-' (2D) sorts before '/' (2F), but "%2F" before "-"
        QCOMPARE(net::canonicalQuery({{u"a/"_s, {}}, {u"a-"_s, {}}}), QByteArray("a-=&a%2F="));
    }

    void aPathWithoutSegmentsIsTheRoot()
    {
        QCOMPARE(net::encodedPath({}), QByteArray("/"));
        QCOMPARE(line(net::canonicalRequest("GET", {}, {}, {}, {}), 1), QByteArray("/"));
    }

    void aSlashInsideASegmentStaysInside()
    {
        QCOMPARE(net::encodedPath({u"a/b"_s, u"../c"_s}), QByteArray("/a%2Fb/..%2Fc"));
        QCOMPARE(line(signWire("https://h/a%2Fb/c").canonicalRequest, 1), QByteArray("/a%2Fb/c/"));
    }

    void stepsUpThePathAreNoSegment_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("fits");
        QTest::newRow("empty") << u""_s << false;
        QTest::newRow("dot") << u"."_s << false;
        QTest::newRow("two dots") << u".."_s << false;
        QTest::newRow("three dots") << u"..."_s << true;
        QTest::newRow("malformed UUID of the seed") << u"411119f0e-0000"_s << true;
    }
    void stepsUpThePathAreNoSegment()
    {
        QFETCH(QString, text);
        QTEST(net::isPathSegment(text), "fits");
    }

    void aWireUrlIsTakenApart_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<QByteArray>("path"); // as signed
        QTest::addColumn<QByteArray>("query");
        const auto row = [](const char *name, const char *url, const char *host, const char *path, const char *query) {
            QTest::newRow(name) << QByteArray(url) << QByteArray(host) << QByteArray(path) << QByteArray(query);
        };
        row("no path", "https://h", "h", "/", "");
        row("root", "https://h/", "h", "/", "");
        row("query without path", "https://h?a=1", "h", "/", "a=1");
        row("slash at the end", "https://h/a/", "h", "/a/", "");
        row("empty segment", "https://h/a//b", "h", "/a//b/", "");
        row("dot segments", "https://h/a/./b/../c", "h", "/a/c/", "");
        row("dots at the end", "https://h/a/b/..", "h", "/a/", "");
        row("dots above the root", "https://h/../../a", "h", "/a/", "");
        row("encoded dots", "https://h/a/%2e%2E/b", "h", "/b/", "");
        row("own port, https", "https://H:443/", "h", "/", "");
        row("own port, http", "http://h:80/", "h", "/", "");
        row("other port", "HTTPS://h:80/", "h:80", "/", "");
        row("no port after the colon", "https://h:/", "h", "/", "");
        row("user", "https://u:p@h/", "h", "/", "");
        row("IPv6", "https://[::1]/", "[::1]", "/", "");
        row("IPv6 and port", "https://[::1]:8443/", "[::1]:8443", "/", "");
        row("fragment", "https://h/a?b=c#d?e", "h", "/a/", "b=c");
        row("name without value", "https://h/?b&a=", "h", "/", "a=&b=");
        row("empty pieces", "https://h/?&&b=1&", "h", "/", "b=1");
        row("equals in a value", "https://h/?b=c=d", "h", "/", "b=c%3Dd");
        row("plus is a plus", "https://h/a+b?c=d+e", "h", "/a%2Bb/", "c=d%2Be");
        row("lower-case escapes", "https://h/%e7%94%9f?a=%3a", "h", "/%E7%94%9F/", "a=%3A");
        row("encoded twice", "https://h/a%2520b", "h", "/a%2520b/", "");
        row("no UTF-8", "https://h/%FF", "h", "/%FF/", "");
        row("not encoded", "https://h/\xe7\x94\x9f?a=b/c", "h", "/%E7%94%9F/", "a=b%2Fc");
    }
    void aWireUrlIsTakenApart()
    {
        QFETCH(QByteArray, url);
        const std::optional<net::WireUrl> wire = net::readWireUrl(url);
        QVERIFY(wire);
        QTEST(wire->host, "host");
        QTEST(line(signWire(url).canonicalRequest, 1), "path");
        QTEST(line(signWire(url).canonicalRequest, 2), "query");
    }

    void whatIsNoUrlIsRefused_data()
    {
        QTest::addColumn<QByteArray>("url");
        for (const char *url : {"", "/v1/p", "h/v1", "ftp://h/", "https:/h", "https://", "https:///a", "https://:443/",
                                "https://h:0/", "https://h:70000/", "https://h:x/", "https://[::1]x:1/", "https://h/%",
                                "https://h/%2", "https://h/%zz", "https://h/?a=%4", "https://h/?%g0=1"})
            QTest::newRow(*url ? url : "nothing") << QByteArray(url);
    }
    void whatIsNoUrlIsRefused()
    {
        QFETCH(QByteArray, url);
        QVERIFY(!net::readWireUrl(url));
    }

    void theHostHeaderHasThePortUnlessItIsTheSchemesOwn_data()
    {
        QTest::addColumn<QUrl>("url");
        QTest::addColumn<QByteArray>("host");
        QTest::newRow("none") << QUrl(u"https://H.example/a"_s) << QByteArray("h.example");
        QTest::newRow("own") << QUrl(u"https://h:443/a"_s) << QByteArray("h");
        QTest::newRow("own, http") << QUrl(u"http://h:80/a"_s) << QByteArray("h");
        QTest::newRow("other") << QUrl(u"http://h:443/a"_s) << QByteArray("h:443");
        QTest::newRow("IPv6") << QUrl(u"http://[::1]:8080/"_s) << QByteArray("[::1]:8080");
        QTest::newRow("international") << QUrl(u"https://bücher.example/"_s) << QByteArray("xn--bcher-kva.example");
    }
    void theHostHeaderHasThePortUnlessItIsTheSchemesOwn()
    {
        QFETCH(QUrl, url);
        QTEST(net::hostHeader(url), "host");
    }

    void theDateIsUtcWhateverTheZone()
    {
        const QDateTime time(QDate(2024, 3, 5), QTime(8, 9, 10, 999), Qt::UTC);
        QCOMPARE(net::sdkDate(time), QByteArray("20240305T080910Z"));
        QCOMPARE(net::sdkDate(time.toOffsetFromUtc(8 * 3600)), QByteArray("20240305T080910Z"));
    }

    void withoutADateThereIsNoSignature()
    {
        QVERIFY(net::authorization({u"ak"_s, "sk", {}}, "GET", {}, {}, {{"Host", "h"}}, {}).isEmpty());
    }

    void aRepeatedHeaderIsNamedOnce()
    {
        const QByteArray request = net::canonicalRequest("get", {}, {}, {{"X-B", "2"}, {"x-b", "1"}, {"A", "0"}}, {});
        QVERIFY(request.startsWith("GET\n"));
        QVERIFY(request.contains("\na:0\nx-b:2\nx-b:1\n\na;x-b\n"));
    }

private:
    static void vectors()
    {
        QTest::addColumn<QJsonObject>("vector");
        const QJsonObject all = readVectors();
        for (const QString &group : {u"vectors"_s, u"spec_only_vectors"_s}) {
            const QJsonArray list = all.value(group).toArray();
            for (const auto &vector : list)
                QTest::newRow(utf8(vector.toObject().value(u"id")).constData()) << vector.toObject();
        }
    }

    static QJsonObject divergence(const QString &topic)
    {
        const QJsonArray list = readVectors().value(u"divergences").toArray();
        const auto found = std::find_if(list.begin(), list.end(), [&topic](const QJsonValue &entry) {
            return entry.toObject().value(u"topic").toString().startsWith(topic);
        });
        return found == list.end() ? QJsonObject() : (*found).toObject();
    }

    static void compareSteps(const net::Signature &made, const QJsonObject &expected)
    {
        QCOMPARE(made.canonicalRequest, utf8(expected.value(u"canonical_request")));
        QCOMPARE(made.canonicalRequestHash, utf8(expected.value(u"canonical_request_sha256")));
        QCOMPARE(made.stringToSign, utf8(expected.value(u"string_to_sign")));
        QCOMPARE(made.signature, utf8(expected.value(u"signature")));
        QCOMPARE(made.authorization, utf8(expected.value(u"authorization")));
    }
};

QTEST_APPLESS_MAIN(SignerTest)
#include "tst_signer.moc"
