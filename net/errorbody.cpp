#include "net/errorbody.h"

#include "net/jsonreader.h"

namespace net {

namespace {

constexpr qsizetype longestMessage = 4000, longestWord = 200; ///< characters
constexpr qsizetype longestSecret = 16 * 1024;                ///< characters: a token has some thousand

} // namespace

ErrorBody readErrorBody(const QByteArray &body, const std::function<QString(const QString &)> &mask)
{
    ErrorBody out;
    const auto read = readObject(body, {}, [&out](JsonReader &in, QString &) {
        out.code = in.code("error_code");
        out.message = in.code("error_msg");
        out.requestId = in.code("request_id");
        if (out.code.isEmpty() && out.message.isEmpty()) {
            out.code = in.code("code");
            out.message = in.code("message");
        }
        if (out.code.isEmpty() && out.message.isEmpty()) { // "error", "badRequest", "itemNotFound": whatever its name
            in.objects([&out](const QString &, JsonReader &inner) {
                if (!out.code.isEmpty() || !out.message.isEmpty())
                    return;
                out.code = inner.code("code");
                out.message = inner.code("message");
                if (out.code.isEmpty())
                    out.code = inner.code("error_code");
                if (out.message.isEmpty())
                    out.message = inner.code("error_msg");
            });
        }
        if (out.code.isEmpty() && out.message.isEmpty())
            out.message = in.code("error");
        return true;
    });
    if (!read)
        out.message = QString::fromUtf8(body.left(4 * (longestWord + longestSecret)));
    // It is shown, kept in the ledger and copied: of what is no message any more the begin will do.
    const auto cut = [&mask](QString &text, qsizetype most) {
        text.truncate(most + longestSecret); // whatever begins in what is left, is whole
        if (mask)
            text = mask(text);
        text.truncate(most);
    };
    cut(out.message, read ? longestMessage : longestWord);
    cut(out.code, longestWord);
    cut(out.requestId, longestWord);
    return out;
}

} // namespace net
