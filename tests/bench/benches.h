#pragma once

#include "bench.h"

namespace bench {

std::vector<Bench> startBenches(); ///< start.cpp
std::vector<Bench> pageBenches();  ///< pages.cpp

/// All there are, in the order in which they run. Whoever adds a file of benches adds its function here.
inline std::vector<Bench> allBenches()
{
    std::vector<Bench> all;
    for (const auto part : {startBenches, pageBenches}) {
        std::vector<Bench> more = part();
        all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }
    return all;
}

} // namespace bench
