// How fast ballast-mock gives pages of replication records, against a bare loop that writes the same bytes.
//   mock_pages [PROGRAM [RECORDS [OFFSET [PAGES [QUERY]]]]]

#include "tests/support/mockpages.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>

int main(int argc, char **argv)
{
    mockpages::Options options;
    options.program = (std::filesystem::read_symlink("/proc/self/exe").parent_path() / "ballast-mock").string();
    if (argc > 1)
        options.program = argv[1];
    if (argc > 2)
        options.records = std::strtol(argv[2], nullptr, 10);
    if (argc > 3)
        options.offset = std::strtol(argv[3], nullptr, 10);
    if (argc > 4)
        options.pages = std::strtol(argv[4], nullptr, 10);
    if (argc > 5)
        options.query = argv[5];
    const auto pages = mockpages::Pages::open(options);
    if (!pages) {
        std::fprintf(stderr, "mock_pages: %s\n", pages.error().c_str());
        return 1;
    }
    const auto measured = mockpages::measure(**pages);
    if (!measured) {
        std::fprintf(stderr, "mock_pages: %s\n", measured.error().c_str());
        return 1;
    }
    const auto once = (*pages)->fromMock(true);
    std::printf("%ld pages of %ld records from offset %ld of %ld: mock %.1f ms, bare %.1f ms, ratio %.2f\n", options.pages,
                options.limit, options.offset, options.records, measured->mock, measured->bare, measured->ratio);
    std::printf("start %ld ms, first page %.1f ms, resident %ld kB, bodies %llu bytes\n", (*pages)->startMs(),
                (*pages)->firstPageMilliseconds(), (*pages)->residentKb(),
                static_cast<unsigned long long>(once ? once->bytes : 0));
    return 0;
}
