// Signs the cases it is given, one JSON object a line, so that other implementations can be held against ours:
//   {"method":"GET","url":"https://h/v1/p?limit=2","headers":{"Content-Type":"application/json"},"body":"","date":"20240305T080910Z","ak":"…","sk":"…"}
// The URL is in wire form. Signed are host, x-sdk-date and every header given. Prints the Authorization value of each case,
// or an empty line and a reason on the error output; then the program ends with 1.

#include "net/signer.h"
#include "net/times.h"

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

#include <tl/expected.hpp>

#include <algorithm>
#include <iostream>
#include <optional>
#include <string>

using namespace Qt::StringLiterals;

namespace {

using Outcome = tl::expected<QByteArray, QString>; // the Authorization value, or why there is none

bool isToken(const QByteArray &name)
{
    static constexpr QByteArrayView marks = "!#$%&'*+-.^_`|~";
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || marks.contains(c);
    });
}

/// The date as X-Sdk-Date has it; times as the API writes them are turned into that form.
QByteArray readDate(const QString &text)
{
    const QDateTime form = QDateTime::fromString(text, u"yyyyMMdd'T'HHmmss'Z'");
    if (form.isValid())
        return text.toUtf8();
    const std::optional<QDateTime> time = net::parseTime(text);
    return time ? net::sdkDate(*time) : QByteArray();
}

Outcome signCase(const QByteArray &line)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(line, &problem);
    if (!document.isObject())
        return tl::unexpected(u"not a JSON object: "_s + problem.errorString());
    const QJsonObject in = document.object();
    for (const QString &member : {u"method"_s, u"url"_s, u"ak"_s, u"sk"_s}) {
        if (in.value(member).toString().isEmpty())
            return tl::unexpected(u"\"%1\" is missing, empty or no text"_s.arg(member));
    }
    for (const QString &member : {u"date"_s, u"body"_s}) {
        if (in.contains(member) && !in.value(member).isString())
            return tl::unexpected(u"\"%1\" is no text"_s.arg(member));
    }
    if (in.contains(u"headers") && !in.value(u"headers").isObject())
        return tl::unexpected(u"\"headers\" is no object"_s);

    const std::optional<net::WireUrl> url = net::readWireUrl(in.value(u"url").toString().toUtf8());
    if (!url)
        return tl::unexpected(u"\"url\" is no http or https URL in wire form"_s);
    net::SigningInput input{
        in.value(u"method").toString().toUtf8(), url->segments, url->query, {}, in.value(u"body").toString().toUtf8()};
    if (!isToken(input.method))
        return tl::unexpected(u"\"method\" is no HTTP method"_s);

    bool hasHost = false;
    bool hasDate = false;
    const QJsonObject headers = in.value(u"headers").toObject();
    for (auto it = headers.begin(); it != headers.end(); ++it) {
        const QByteArray name = it.key().toUtf8();
        const QByteArray value = it.value().toString().toUtf8();
        if (!isToken(name) || !it.value().isString() || value.contains('\r') || value.contains('\n'))
            return tl::unexpected(u"header \"%1\" cannot be sent"_s.arg(it.key()));
        hasHost = hasHost || name.compare("host", Qt::CaseInsensitive) == 0;
        hasDate = hasDate || name.compare("x-sdk-date", Qt::CaseInsensitive) == 0;
        input.headers.append({name, value});
    }
    if (!hasHost)
        input.headers.append({"Host", url->host});
    if (!hasDate) {
        const QByteArray date = readDate(in.value(u"date").toString());
        if (date.isEmpty())
            return tl::unexpected(u"\"date\" is missing or no time"_s);
        input.headers.append({"X-Sdk-Date", date});
    }
    return net::sign({in.value(u"ak").toString(), in.value(u"sk").toString().toUtf8(), {}}, input).authorization;
}

} // namespace

int main()
{
    bool isGood = true;
    int number = 0;
    for (std::string line; std::getline(std::cin, line);) {
        ++number;
        const Outcome outcome = signCase(QByteArray::fromStdString(line));
        if (!outcome) {
            isGood = false;
            std::cerr << "line " << number << ": " << outcome.error().toStdString() << std::endl;
        }
        std::cout << outcome.value_or(QByteArray()).toStdString() << std::endl;
    }
    return isGood ? 0 : 1;
}
