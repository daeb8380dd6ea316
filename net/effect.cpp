#include "net/effect.h"

namespace net {

Effect effectOf(int httpStatus, QNetworkReply::NetworkError error, qint64 given, bool hasBody, bool readableAnswer)
{
    const bool isSuccess = httpStatus >= 200 && httpStatus < 300;
    if (isSuccess && error == QNetworkReply::NoError && readableAnswer)
        return Effect::None;
    if (httpStatus >= 300 && httpStatus < 500 && httpStatus != 303) // 303 after a POST may well mean "done, look there"
        return Effect::Refused;
    if (httpStatus != 0) // 1xx as the last word, 303, 5xx, a 2xx that is cut or cannot be read
        return Effect::InDoubt;
    if (hasBody)
        return given == 0 ? Effect::NotSent : Effect::InDoubt; // whatever the error: the bytes are the proof
    switch (error) { // without a body there is no such proof; only these come before the first byte, never after it
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::SslHandshakeFailedError:
        return Effect::NotSent;
    default:
        return Effect::InDoubt;
    }
}

} // namespace net
