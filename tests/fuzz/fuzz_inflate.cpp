// Readers: net/inflate.cpp

#include "fuzz/fuzz.h"
#include "net/inflate.h"

using fuzz::claim;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    constexpr qint64 most = 100'000;
    const auto plain = net::inflated(bytes, most);
    if (!plain) {
        claim(!net::inflated(bytes, 10), "what cannot be read with room cannot be read without");
        return 0;
    }
    claim(plain->size() <= most, "an answer is not longer than allowed");
    claim(net::inflated(bytes, plain->size()) == *plain, "as much room as it takes is enough");
    if (!plain->isEmpty()) {
        const auto less = net::inflated(bytes, plain->size() - 1);
        claim(!less && less.error() == net::InflateProblem::TooLarge, "and less is not");
    }
    if (const auto twice = net::inflated(bytes + bytes, 2 * most))
        claim(*twice == *plain + *plain, "members follow each other");
    else
        claim(false, "what can be read can be read twice");
    claim(!net::inflated(bytes + "x", most), "what follows must be zipped, too");
    return 0;
}
