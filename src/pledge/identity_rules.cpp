#include "pledge/identity_rules.h"

#include <array>
#include <cassert>
#include <chrono>

namespace ikrar::pledge {

namespace {

using Cause = IdentityProblem::Cause;

int valueOf(std::string_view digits)
{
    int value = 0;
    for (const char digit : digits)
        value = value * 10 + (digit - '0');
    return value;
}

/// Some digits of a number that mean one thing. `plausible` sees the fields before it in `number`,
/// which are complete.
struct Field {
    std::size_t begin;
    std::size_t width;
    Cause cause;
    bool (*plausible)(std::string_view number, int value);

    [[nodiscard]] bool allows(std::string_view number, std::string_view typed) const;
};

/// Whether some value of the field begins with `typed`. Fields have at most 4 digits, so trying all
/// is cheap.
bool Field::allows(std::string_view number, std::string_view typed) const
{
    int completions = 1;
    for (std::size_t missing = typed.size(); missing < width; ++missing)
        completions *= 10;
    const int first = valueOf(typed) * completions;
    for (int value = first; value < first + completions; ++value)
        if (plausible(number, value))
            return true;
    return false;
}

std::optional<IdentityProblem> firstProblem(std::span<const Field> fields, std::string_view number)
{
    for (const Field& field : fields) {
        if (number.size() <= field.begin)
            break;
        const auto typed = number.substr(field.begin, field.width);
        if (field.allows(number, typed))
            continue;
        std::size_t shown = 1;
        while (field.allows(number, typed.substr(0, shown)))
            ++shown;
        return IdentityProblem{field.cause, field.begin + shown - 1};
    }
    return std::nullopt;
}

bool isYear(std::string_view /*number*/, int value)
{
    return value >= 1900 && value <= 2099;
}

bool isMonth(std::string_view /*number*/, int value)
{
    return value >= 1 && value <= 12;
}

bool isDate(int year, int month, int day)
{
    return std::chrono::year_month_day{std::chrono::year{year},
        std::chrono::month{static_cast<unsigned>(month)},
        std::chrono::day{static_cast<unsigned>(day)}}
        .ok();
}

bool isNipDay(std::string_view number, int value)
{
    return isDate(valueOf(number.substr(0, 4)), valueOf(number.substr(4, 2)), value);
}

bool isAppointmentMonth(std::string_view number, int value)
{
    return isMonth(number, value) || (value >= 21 && value <= 29);
}

bool isSex(std::string_view /*number*/, int value)
{
    return value == 1 || value == 2;
}

bool isPositive(std::string_view /*number*/, int value)
{
    return value > 0;
}

constexpr std::array nipFields{
    Field{0, 4, Cause::BirthDate, isYear},
    Field{4, 2, Cause::BirthDate, isMonth},
    Field{6, 2, Cause::BirthDate, isNipDay},
    Field{8, 4, Cause::AppointmentYear, isYear},
    Field{12, 2, Cause::AppointmentMonth, isAppointmentMonth},
    Field{14, 1, Cause::Sex, isSex},
    Field{15, 3, Cause::Serial, isPositive},
};

// A NIK puts the day before the month and the year, so each later field has to suit the earlier
// ones. Its year has two digits, of either century.
constexpr std::size_t nikDay = 6;
constexpr std::size_t nikMonth = 8;
constexpr int womensDays = 40;
constexpr int leapYear = 2000;

int nikDayOf(std::string_view number)
{
    const int written = valueOf(number.substr(nikDay, 2));
    return written > womensDays ? written - womensDays : written;
}

bool isProvince(std::string_view /*number*/, int value)
{
    return value >= 11;
}

bool isNikDay(std::string_view /*number*/, int value)
{
    return (value >= 1 && value <= 31) || (value > womensDays && value <= womensDays + 31);
}

bool isNikMonth(std::string_view number, int value)
{
    return isDate(leapYear, value, nikDayOf(number));
}

bool isNikYear(std::string_view number, int value)
{
    const int month = valueOf(number.substr(nikMonth, 2));
    const int day = nikDayOf(number);
    return isDate(leapYear + value, month, day); // whatever day 19yy has, 20yy has too
}

constexpr std::array nikFields{
    Field{0, 2, Cause::Region, isProvince},
    Field{2, 2, Cause::Region, isPositive},
    Field{4, 2, Cause::Region, isPositive},
    Field{nikDay, 2, Cause::BirthDate, isNikDay},
    Field{nikMonth, 2, Cause::BirthDate, isNikMonth},
    Field{10, 2, Cause::BirthDate, isNikYear},
    Field{12, 4, Cause::Serial, isPositive},
};

} // namespace

std::optional<IdentityProblem> checkNipDigits(std::string_view digits)
{
    assert(digits.size() <= nipDigits);
    return firstProblem(nipFields, digits);
}

std::optional<IdentityProblem> checkNikDigits(std::string_view digits)
{
    assert(digits.size() <= nikDigits);
    return firstProblem(nikFields, digits);
}

} // namespace ikrar::pledge
