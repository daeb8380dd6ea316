#pragma once

#include <tl/expected.hpp>

#include <cstdint>
#include <memory>
#include <string>

/// How fast the demo endpoint gives pages, against a bare loop that writes the same bytes: both over one kept-alive socket of
/// 127.0.0.1, read by the same few lines, with nothing of Qt between.
namespace mockpages {

struct Options
{
    std::string program; ///< ballast-mock, which is started for this
    long records = 1'000'000;
    long pages = 100, limit = 1000;
    long offset = 100'000; ///< of the first page
};

template <typename T> using Result = tl::expected<T, std::string>; // the error is one line for people

/// All pages once.
struct Pass
{
    double milliseconds = 0;
    std::uint64_t bytes = 0;    ///< of the bodies
    std::uint64_t checksum = 0; ///< over the bodies; of passes that were asked for it
};

/// The endpoint as a program of its own, and a thread that has its answers ready and writes one for each request it reads.
class Pages
{
public:
    /// Starts both, and has each page rendered once.
    static Result<std::unique_ptr<Pages>> open(const Options &options);
    ~Pages();
    Pages(const Pages &) = delete;
    Pages &operator=(const Pages &) = delete;

    Result<Pass> fromMock(bool checked = false) const;
    Result<Pass> fromBare(bool checked = false) const;

private:
    struct Private;
    explicit Pages(std::unique_ptr<Private> made);
    std::unique_ptr<Private> d;
};

} // namespace mockpages
