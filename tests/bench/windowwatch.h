#pragma once

#include "bench.h"

#include <chrono>
#include <memory>

struct xcb_connection_t;

namespace bench {

using Steady = std::chrono::steady_clock;

/// Tells from outside, and the same way for every program, when its first window has been painted.
///
/// That is the moment at which the X server has told us (Damage extension) that drawing has reached all of a window which is
/// neither a helper of a few pixels nor one without a frame, such as a tip; and the window then shows more than one colour.
/// Nothing is polled: the server's events are waited for, and the picture is fetched only once the window is covered. A first
/// window may be a dialog: it counts as well, since something can be read then.
class WindowWatch
{
public:
    /// To be made before the program is started: windows that are there already are none of it.
    static Result<std::unique_ptr<WindowWatch>> on(const QByteArray &display);
    ~WindowWatch();

    struct Painted
    {
        Steady::time_point at;
        int width = 0, height = 0;
        QString title{};
    };
    Result<Painted> firstPainted(std::chrono::milliseconds patience);

private:
    struct Private;
    explicit WindowWatch(std::unique_ptr<Private> made);
    std::unique_ptr<Private> d;
};

} // namespace bench
