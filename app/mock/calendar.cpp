#include "calendar.h"

#include <cstdio>

namespace mock {

namespace {
struct Parts
{
    int year, month, day, hour, minute, second, us, weekday;
};

Parts partsOf(std::int64_t us)
{
    using namespace std::chrono;
    std::int64_t days = us / 86'400'000'000;
    std::int64_t rest = us % 86'400'000'000;
    if (rest < 0) {
        rest += 86'400'000'000;
        --days;
    }
    const sys_days date{std::chrono::days(days)};
    const year_month_day ymd{date};
    const auto seconds = rest / 1'000'000;
    return {int(ymd.year()),        int(unsigned(ymd.month())), int(unsigned(ymd.day())), int(seconds / 3600),
            int(seconds / 60 % 60), int(seconds % 60),          int(rest % 1'000'000),    int(weekday{date}.c_encoding())};
}

void appendNumber(std::string &out, int value, int width)
{
    char digits[8];
    int n = 0;
    do {
        digits[n++] = char('0' + value % 10);
        value /= 10;
    } while (value > 0 && n < 8);
    for (int i = n; i < width; ++i)
        out += '0';
    while (n > 0)
        out += digits[--n];
}

void append(std::string &out, std::int64_t us, int width)
{
    const Parts p = partsOf(us);
    appendNumber(out, p.year, 4);
    out += '-';
    appendNumber(out, p.month, width);
    out += '-';
    appendNumber(out, p.day, width);
    out += 'T';
    appendNumber(out, p.hour, 2);
    out += ':';
    appendNumber(out, p.minute, 2);
    out += ':';
    appendNumber(out, p.second, 2);
    out += '.';
    appendNumber(out, p.us, 6);
}

/// Takes 1 to @p most digits from the front.
bool takeNumber(std::string_view &text, int most, std::int64_t &value)
{
    int n = 0;
    value = 0;
    while (n < most && !text.empty() && text.front() >= '0' && text.front() <= '9') {
        value = value * 10 + (text.front() - '0');
        text.remove_prefix(1);
        ++n;
    }
    return n > 0;
}

bool takeChar(std::string_view &text, char c)
{
    if (text.empty() || text.front() != c)
        return false;
    text.remove_prefix(1);
    return true;
}

std::optional<std::int64_t> secondsOf(std::int64_t year, std::int64_t month, std::int64_t day, std::int64_t hour,
                                      std::int64_t minute, std::int64_t second)
{
    using namespace std::chrono;
    const year_month_day date{std::chrono::year(int(year)), std::chrono::month(unsigned(month)), std::chrono::day(unsigned(day))};
    if (!date.ok() || hour > 23 || minute > 59 || second > 60)
        return std::nullopt;
    return std::int64_t(sys_days(date).time_since_epoch().count()) * 86'400 + hour * 3600 + minute * 60 + second;
}
} // namespace

void appendPaddedTime(std::string &out, std::int64_t us) { append(out, us, 2); }
void appendUnpaddedTime(std::string &out, std::int64_t us) { append(out, us, 1); }

std::string paddedTime(std::int64_t us)
{
    std::string out;
    append(out, us, 2);
    return out;
}

std::string unpaddedTime(std::int64_t us)
{
    std::string out;
    append(out, us, 1);
    return out;
}

std::string spacedTime(std::int64_t us)
{
    std::string out = paddedTime(us).substr(0, 19);
    out[10] = ' ';
    return out;
}

std::string cutTime(std::int64_t us)
{
    std::string out = paddedTime(us).substr(0, 23);
    out[10] = ' ';
    while (out.back() == '0' && out[out.size() - 2] != '.')
        out.pop_back();
    return out;
}

std::string zonedTime(std::int64_t us) { return paddedTime(us).substr(0, 23) + "Z"; }

std::string httpDate(std::int64_t ms)
{
    static constexpr const char *days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr const char *months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const Parts p = partsOf(ms * 1000);
    std::string out = days[p.weekday];
    out += ", ";
    appendNumber(out, p.day, 2);
    out += ' ';
    out += months[p.month - 1];
    out += ' ';
    appendNumber(out, p.year, 4);
    out += ' ';
    appendNumber(out, p.hour, 2);
    out += ':';
    appendNumber(out, p.minute, 2);
    out += ':';
    appendNumber(out, p.second, 2);
    return out + " GMT";
}

std::optional<std::int64_t> readTime(std::string_view text)
{
    std::int64_t year, month, day, hour = 0, minute = 0, second = 0, us = 0;
    if (!takeNumber(text, 4, year) || !takeChar(text, '-') || !takeNumber(text, 2, month) || !takeChar(text, '-') ||
        !takeNumber(text, 2, day))
        return std::nullopt;
    if (!takeChar(text, 'T') && !takeChar(text, ' '))
        return std::nullopt;
    if (!takeNumber(text, 2, hour) || !takeChar(text, ':') || !takeNumber(text, 2, minute))
        return std::nullopt;
    if (takeChar(text, ':')) {
        if (!takeNumber(text, 2, second))
            return std::nullopt;
        if (takeChar(text, '.')) {
            const auto before = text.size();
            if (!takeNumber(text, 9, us))
                return std::nullopt;
            for (auto n = before - text.size(); n < 6; ++n)
                us *= 10;
            for (auto n = before - text.size(); n > 6; --n)
                us /= 10;
        }
    }
    takeChar(text, 'Z');
    const auto seconds = secondsOf(year, month, day, hour, minute, second);
    if (!text.empty() || !seconds)
        return std::nullopt;
    return *seconds * 1'000'000 + us;
}

std::optional<std::int64_t> readSdkDate(std::string_view text)
{
    std::int64_t year, month, day, hour, minute, second;
    if (text.size() != 16 || !takeNumber(text, 4, year) || !takeNumber(text, 2, month) || !takeNumber(text, 2, day) ||
        !takeChar(text, 'T') || !takeNumber(text, 2, hour) || !takeNumber(text, 2, minute) || !takeNumber(text, 2, second) ||
        !takeChar(text, 'Z') || !text.empty())
        return std::nullopt;
    const auto seconds = secondsOf(year, month, day, hour, minute, second);
    if (!seconds)
        return std::nullopt;
    return *seconds * 1000;
}

} // namespace mock
