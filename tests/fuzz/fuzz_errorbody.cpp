// Readers: net/errorbody.cpp net/errorcodes.cpp net/masker.cpp

#include "fuzz/fuzz.h"
#include "net/errorbody.h"
#include "net/errorcodes.h"
#include "net/masker.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using fuzz::claim;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const net::ErrorBody body = net::readErrorBody(bytes);
    claim(body.message.size() <= 4000 && body.code.size() <= 200 && body.requestId.size() <= 200, "a message can be shown");
    claim(bytes.trimmed().startsWith('{') || body.message.size() <= 200, "of what is no JSON object the begin is shown");
    claim(bytes.trimmed().startsWith('{') || body.code.isEmpty(), "what is no JSON object has no code");

    // A gateway that echoes the request it could not verify.
    const QByteArray token = "MIIEfuzz0token0of0the0session";
    net::Masker masker;
    masker.add(token);
    masker.add("abc"); // too short to be told from a word
    for (const QString &text : {body.message, QString::fromUtf8(bytes), body.message + QString::fromUtf8(token) + body.code}) {
        const QString masked = masker.masked(text);
        claim(!masked.contains(QString::fromUtf8(token)), "no text holds the token");
        static const QRegularExpression left(u"(?i)\\b(x-auth-token|authorization)\\s*[:=]\\s*[^|\\r\\n\"'\\\\‹\\s]"_s);
        claim(!left.match(masked).hasMatch(), "no header that proves who it is keeps its value");
        claim(masker.masked(masked) == masked, "what is masked is masked");
    }

    for (const int status : {200, 400, 401, 403, 404, 409, 429, 500, 503}) {
        const auto kind = net::kindOfCode(status, body.code);
        claim(!kind || !body.code.isEmpty(), "without a code the status speaks");
        net::ApiError error;
        error.httpStatus = status;
        error.code = body.code;
        claim(!net::isNotOffered(error) || !body.code.isEmpty(), "without a code nothing is not offered");
    }
    return 0;
}
