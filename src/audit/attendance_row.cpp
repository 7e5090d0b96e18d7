#include "audit/attendance_row.h"

#include "audit/line_reader.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace ikrar::audit {

namespace {

enum Column : std::uint8_t {
    Index,
    Kind,
    Id,
    Name,
    Category,
    Unit,
    Session,
    Time,
    Method,
    Status,
    Reason,
    Count
};

template <typename T>
struct Word {
    T value;
    std::string_view word;
};

constexpr std::array methods{Word<pledge::Method>{pledge::Method::Kiosk, "kiosk"},
    Word<pledge::Method>{pledge::Method::Assisted, "assisted"},
    Word<pledge::Method>{pledge::Method::WetInk, "wet-ink"}};

constexpr std::array reasons{Word<pledge::Reason>{pledge::Reason::WrongPerson, "wrong-person"},
    Word<pledge::Reason>{pledge::Reason::Duplicate, "duplicate"},
    Word<pledge::Reason>{pledge::Reason::Withdrawn, "withdrawn"},
    Word<pledge::Reason>{pledge::Reason::Test, "test"},
    Word<pledge::Reason>{pledge::Reason::Other, "other"}};

tl::unexpected<Error> unknown(const char* column)
{
    return fail(Error::Kind::Malformed,
        std::string("its column `") + column + "` holds what it cannot hold");
}

template <typename Words>
auto valueOf(const Words& words, std::string_view word, const char* column)
    -> Result<decltype(words[0].value)>
{
    for (const auto& one : words)
        if (one.word == word)
            return one.value;
    return unknown(column);
}

template <typename Words, typename T>
std::string_view wordOf(const Words& words, T value)
{
    const auto* const found = std::find_if(
        words.begin(), words.end(), [value](const auto& one) { return one.value == value; });
    return found == words.end() ? words.back().word : found->word;
}

Result<std::optional<pledge::Reason>> readStatus(const std::vector<std::string>& fields)
{
    if (fields[Status] == "signed" && fields[Reason].empty())
        return std::nullopt;
    if (fields[Status] != "voided")
        return unknown("status");
    return valueOf(reasons, fields[Reason], "reason").map([](pledge::Reason reason) {
        return std::optional(reason);
    });
}

/// The columns that hold words of a list.
Result<void> readWords(const std::vector<std::string>& fields, AttendanceRow& row)
{
    const auto kind = pledge::identityKindFromCode(fields[Kind]);
    if (!kind)
        return unknown("kind");
    const auto category = pledge::categoryFromCode(fields[Category]);
    if (!category)
        return unknown("category");
    const auto method = valueOf(methods, fields[Method], "method");
    if (!method)
        return tl::unexpected(method.error());
    const auto voided = readStatus(fields);
    if (!voided)
        return tl::unexpected(voided.error());
    row.identity.kind = *kind;
    row.category = *category;
    row.method = *method;
    row.voided = *voided;
    return {};
}

int hoursEast(std::string_view timeZone)
{
    if (timeZone == "Asia/Jayapura")
        return 9;
    return timeZone == "Asia/Makassar" ? 8 : 7;
}

std::string padded(unsigned value)
{
    return (value < 10 ? "0" : "") + std::to_string(value);
}

} // namespace

std::string attendanceHeaderLine()
{
    return quotedRow({"index", "kind", "id", "name", "category", "unit", "session", "time",
        "method", "status", "reason"});
}

Result<AttendanceRow> parseAttendanceRow(std::string_view line)
{
    auto fields = parseQuotedRow(line, Count);
    if (!fields)
        return tl::unexpected(fields.error());
    const auto index = base::parseDecimal((*fields)[Index]);
    if (!index)
        return unknown("index");
    const auto session = base::parseDecimal((*fields)[Session]);
    if (!session)
        return unknown("session");
    AttendanceRow row;
    row.index = *index;
    row.session = *session;
    if (auto read = readWords(*fields, row); !read)
        return tl::unexpected(read.error());
    row.identity.value = std::move((*fields)[Id]);
    row.name = std::move((*fields)[Name]);
    row.unit = std::move((*fields)[Unit]);
    row.time = std::move((*fields)[Time]);
    return row;
}

std::string beforeVoiding(std::string_view line)
{
    const std::size_t status = line.rfind(R"("voided",")");
    return std::string(line.substr(0, status)) + R"("signed","")";
}

std::string rowTime(std::int64_t seconds, std::string_view timeZone)
{
    constexpr std::int64_t pastLastDate = 253'402'300'800 - 86'400;
    if (seconds >= pastLastDate)
        return std::to_string(seconds); // no time of a row is written so
    using namespace std::chrono;
    const int east = hoursEast(timeZone);
    const sys_seconds local{std::chrono::seconds(seconds) + hours(east)};
    const auto day = floor<days>(local);
    const year_month_day date(day);
    const hh_mm_ss clock(local - day);
    return std::to_string(static_cast<int>(date.year())) + '-'
        + padded(static_cast<unsigned>(date.month())) + '-'
        + padded(static_cast<unsigned>(date.day())) + 'T'
        + padded(static_cast<unsigned>(clock.hours().count())) + ':'
        + padded(static_cast<unsigned>(clock.minutes().count())) + ':'
        + padded(static_cast<unsigned>(clock.seconds().count())) + "+0" + std::to_string(east)
        + ":00";
}

std::string_view methodWord(pledge::Method method)
{
    return wordOf(methods, method);
}

std::string_view reasonWord(pledge::Reason reason)
{
    return wordOf(reasons, reason);
}

} // namespace ikrar::audit
