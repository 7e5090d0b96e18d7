#include "ledger/attendance_table.h"

#include "ledger/csv.h"

#include <QDateTime>

#include <chrono>

namespace ikrar::ledger {

namespace {

constexpr int secondsAnHour = 3600;

int hoursEastOfUtc(const std::string& timeZone)
{
    if (timeZone == "Asia/Jayapura")
        return 9;
    return timeZone == "Asia/Makassar" ? 8 : 7;
}

/// Two digits, and what stands after them unless it is 0.
void append(std::string& text, unsigned number, char after)
{
    text += static_cast<char>('0' + number / 10);
    text += static_cast<char>('0' + number % 10);
    if (after != 0)
        text += after;
}

} // namespace

std::string attendanceHeader()
{
    return csvRow({"index", "kind", "id", "name", "category", "unit", "session", "time", "method",
        "status", "reason"});
}

namespace {

std::string rowText(
    const RegisterRow& row, std::optional<pledge::Reason> voided, const std::string& timeZone)
{
    const pledge::Declaration& declaration = row.declaration;
    return csvRow({std::to_string(row.index), code(declaration.identity.kind),
        declaration.identity.value, declaration.name, code(declaration.category), declaration.unit,
        std::to_string(row.session), localTime(row.time, timeZone), methodCode(declaration.method),
        voided ? "voided" : "signed", voided ? reasonCode(*voided) : ""});
}

} // namespace

std::string attendanceRow(const RegisterRow& row, const std::string& timeZone)
{
    return rowText(row, row.voided, timeZone);
}

crypto::Hash attendanceDigest(
    const KeyedRow& keyed, std::optional<std::uint64_t> closedAt, const std::string& timeZone)
{
    const bool unseen = closedAt && keyed.voidedBy && *keyed.voidedBy > *closedAt;
    return rowDigest(
        keyed.key, rowText(keyed.row, unseen ? std::nullopt : keyed.row.voided, timeZone));
}

std::string_view methodCode(pledge::Method method)
{
    switch (method) {
    case pledge::Method::Kiosk:
        return "kiosk";
    case pledge::Method::Assisted:
        return "assisted";
    case pledge::Method::WetInk:
        break;
    }
    return "wet-ink";
}

std::string_view reasonCode(pledge::Reason reason)
{
    switch (reason) {
    case pledge::Reason::WrongPerson:
        return "wrong-person";
    case pledge::Reason::Duplicate:
        return "duplicate";
    case pledge::Reason::Withdrawn:
        return "withdrawn";
    case pledge::Reason::Test:
        return "test";
    case pledge::Reason::Other:
        break;
    }
    return "other";
}

std::string localTime(std::int64_t seconds, const std::string& timeZone)
{
    // A list has 100,000 of them: QDateTime takes ten times as long.
    using namespace std::chrono;
    const int east = hoursEastOfUtc(timeZone);
    const sys_seconds local{std::chrono::seconds(seconds) + hours(east)};
    const auto day = floor<days>(local);
    const year_month_day date(day);
    const hh_mm_ss clock(local - day);
    const auto year = static_cast<unsigned>(static_cast<int>(date.year()));
    constexpr unsigned lastYear = 9999;
    if (year > lastYear)
        return QDateTime::fromSecsSinceEpoch(seconds, Qt::OffsetFromUTC, east * secondsAnHour)
            .toString(Qt::ISODate)
            .toStdString();
    std::string text;
    append(text, year / 100, 0);
    append(text, year % 100, '-');
    append(text, static_cast<unsigned>(date.month()), '-');
    append(text, static_cast<unsigned>(date.day()), 'T');
    append(text, static_cast<unsigned>(clock.hours().count()), ':');
    append(text, static_cast<unsigned>(clock.minutes().count()), ':');
    append(text, static_cast<unsigned>(clock.seconds().count()), '+');
    append(text, static_cast<unsigned>(east), ':');
    return text + "00";
}

Result<std::int64_t> startOfDay(const std::string& isoDate, const std::string& timeZone)
{
    const QDate day = QDate::fromString(QString::fromStdString(isoDate), Qt::ISODate);
    if (!day.isValid())
        return fail(Error::Kind::Invalid, "`" + isoDate + "` is no date such as 2026-01-31.");
    return day.startOfDay(Qt::OffsetFromUTC, hoursEastOfUtc(timeZone) * secondsAnHour)
        .toSecsSinceEpoch();
}

} // namespace ikrar::ledger
