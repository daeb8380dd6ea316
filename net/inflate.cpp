#include "net/inflate.h"

#include <algorithm>
#include <limits>
#include <memory>
#include <zlib.h>

namespace net {

tl::expected<QByteArray, InflateProblem> inflated(const QByteArray &zipped, qint64 most)
{
    constexpr int gzipOnly = 15 + 16;
    constexpr qsizetype piece = 64 * 1024;
    z_stream stream{};
    if (zipped.size() > std::numeric_limits<uInt>::max() || inflateInit2(&stream, gzipOnly) != Z_OK)
        return tl::unexpected(InflateProblem::Damaged);
    const std::unique_ptr<z_stream, decltype(&inflateEnd)> end(&stream, &inflateEnd);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(zipped.constData())); // it only reads
    stream.avail_in = static_cast<uInt>(zipped.size());
    QByteArray out;
    for (;;) {
        const qsizetype before = out.size();
        out.resize(before + static_cast<qsizetype>(std::min<qint64>(piece, most + 1 - before)));
        stream.next_out = reinterpret_cast<Bytef *>(out.data() + before);
        stream.avail_out = static_cast<uInt>(out.size() - before);
        const int said = inflate(&stream, Z_NO_FLUSH);
        out.chop(static_cast<qsizetype>(stream.avail_out));
        if (out.size() > most)
            return tl::unexpected(InflateProblem::TooLarge);
        if (said == Z_STREAM_END) {
            if (stream.avail_in == 0)
                return out;
            if (inflateReset(&stream) != Z_OK) // another member follows
                return tl::unexpected(InflateProblem::Damaged);
        } else if (said != Z_OK) { // Z_BUF_ERROR: it breaks off
            return tl::unexpected(InflateProblem::Damaged);
        }
    }
}

} // namespace net
