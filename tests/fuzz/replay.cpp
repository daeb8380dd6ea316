#include "fuzz/fuzz.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

/// Replays a folder of inputs: each one whole, and cut at every sixteenth of its length.
int main(int argc, char **argv)
{
    std::vector<std::filesystem::path> files;
    if (argc == 2 && std::filesystem::is_directory(argv[1])) {
        for (const auto &entry : std::filesystem::directory_iterator(argv[1]))
            files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    for (const auto &file : files) {
        std::puts(file.filename().c_str()); // the last one said is the one that ended it
        std::fflush(stdout);
        std::ifstream stream(file, std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
        if (!stream) {
            std::fprintf(stderr, "%s cannot be read\n", file.c_str());
            return 1;
        }
        for (std::size_t part = 0; part <= 16; ++part) {
            // Exactly as long as it is, so that reading on is seen.
            const std::vector<std::uint8_t> cut(bytes.begin(), bytes.begin() + std::ptrdiff_t(bytes.size() * part / 16));
            LLVMFuzzerTestOneInput(cut.data(), cut.size());
        }
    }
    std::printf("%zu inputs\n", files.size());
    return files.empty() ? 1 : 0;
}
