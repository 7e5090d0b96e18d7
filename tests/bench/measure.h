#pragma once

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <string>
#include <vector>

namespace ikrar::bench {

/// Milliseconds that `work` takes, by the wall.
template <typename Work>
double milliseconds(const Work& work)
{
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
        .count();
}

/// `share` of the sorted values: 0.5 is the median.
inline double quantile(std::vector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    const auto at = std::lround(share * static_cast<double>(values.size() - 1));
    return values.at(static_cast<std::size_t>(at));
}

/// One line of design.md's table: what was measured beside what bounds it in the same run.
inline void line(int row, const std::string& what, double measured, double bound, const char* unit,
    bool atLeast = false)
{
    const bool within = atLeast ? measured >= bound : measured <= bound;
    std::printf("%3d  %-58s %10.2f %s  bound %10.2f  %s\n", row, what.c_str(), measured, unit,
        bound, within ? "within" : "OVER");
    std::fflush(stdout);
}

} // namespace ikrar::bench
