#pragma once

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace soak {

struct Point
{
    double hours = 0, value = 0;
};

inline double median(const std::vector<Point> &points)
{
    std::vector<double> values;
    values.reserve(points.size());
    for (const Point &point : points)
        values.push_back(point.value);
    std::sort(values.begin(), values.end());
    const std::size_t half = values.size() / 2;
    if (values.empty())
        return 0;
    return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

/// How much the straight line that fits best rises in an hour, in percent of the median; below zero where it falls. Of fewer
/// than three points: zero, for two say nothing.
inline double slopePercent(const std::vector<Point> &points)
{
    const double middle = median(points);
    if (points.size() < 3 || middle == 0)
        return 0;
    const double n = double(points.size());
    double hours = 0, value = 0;
    for (const Point &point : points) {
        hours += point.hours / n;
        value += point.value / n;
    }
    double together = 0, apart = 0;
    for (const Point &point : points) {
        together += (point.hours - hours) * (point.value - value);
        apart += (point.hours - hours) * (point.hours - hours);
    }
    return apart > 0 ? together / apart / middle * 100 : 0;
}

} // namespace soak
