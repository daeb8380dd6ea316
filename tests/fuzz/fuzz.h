#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

/// What the fuzz targets share. Each target is one file with one LLVMFuzzerTestOneInput. With clang it becomes a fuzzer
/// (`./dev fuzz`), else a program that replays the inputs kept in corpus/ (`./dev test`). The line "Readers:" in it names the
/// files whose lines are counted.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace fuzz {

inline std::string_view textOf(const std::uint8_t *data, std::size_t size)
{
    return {reinterpret_cast<const char *>(data), size};
}

/// What must be so whatever the bytes were. Where it is not, the process ends: a finding like any other.
inline void claim(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "not so: %s\n", what);
    std::abort();
}

} // namespace fuzz
