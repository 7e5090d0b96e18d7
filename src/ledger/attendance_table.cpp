#include "ledger/attendance_table.h"

#include "ledger/csv.h"

#include <QDateTime>

namespace ikrar::ledger {

namespace {

constexpr int secondsAnHour = 3600;

int hoursEastOfUtc(const std::string& timeZone)
{
    if (timeZone == "Asia/Jayapura")
        return 9;
    return timeZone == "Asia/Makassar" ? 8 : 7;
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

} // namespace

std::string attendanceHeader()
{
    return csvRow({"index", "kind", "id", "name", "category", "unit", "session", "time", "method",
        "status", "reason"});
}

std::string attendanceRow(const RegisterRow& row, const std::string& timeZone)
{
    const pledge::Declaration& declaration = row.declaration;
    return csvRow({std::to_string(row.index), code(declaration.identity.kind),
        declaration.identity.value, declaration.name, code(declaration.category), declaration.unit,
        std::to_string(row.session), localTime(row.time, timeZone), methodCode(declaration.method),
        row.voided ? "voided" : "signed", row.voided ? reasonCode(*row.voided) : ""});
}

std::string localTime(std::int64_t seconds, const std::string& timeZone)
{
    return QDateTime::fromSecsSinceEpoch(
        seconds, Qt::OffsetFromUTC, hoursEastOfUtc(timeZone) * secondsAnHour)
        .toString(Qt::ISODate)
        .toStdString();
}

} // namespace ikrar::ledger
