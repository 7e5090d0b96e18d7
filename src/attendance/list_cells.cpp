#include "attendance/list_cells.h"

#include "ledger/attendance_table.h"

#include <QDate>
#include <QLocale>

namespace ikrar::attendance {

namespace {

std::string_view voidedWords(pledge::Reason reason)
{
    switch (reason) {
    case pledge::Reason::WrongPerson:
        return "salah orang";
    case pledge::Reason::Duplicate:
        return "ganda";
    case pledge::Reason::Withdrawn:
        return "ditarik kembali";
    case pledge::Reason::Test:
        return "uji coba";
    case pledge::Reason::Other:
        break;
    }
    return "sebab lain";
}

std::string assistedWords(const pledge::Declaration::Assistance& assistance)
{
    std::string words = "Dibantu " + assistance.helperName;
    if (!assistance.reason.empty())
        words += " (" + assistance.reason + ")";
    return assistance.thumbMark ? words + ", cap jempol" : words;
}

std::string paperWords(const pledge::Declaration::Paper& paper)
{
    std::string words = "Tanda tangan basah";
    if (!paper.row.empty())
        words += ", lembar " + paper.row + ", disaksikan " + paper.observerName;
    return words;
}

void add(std::string& remarks, std::string_view words)
{
    remarks += remarks.empty() ? "" : "; ";
    remarks += words;
}

} // namespace

std::string numberCell(const pledge::Identity& identity)
{
    return identity.kind == pledge::IdentityKind::Nama ? std::string() : pledge::format(identity);
}

std::string unitCell(const pledge::Ceremony& ceremony, const std::string& unit)
{
    const pledge::Unit* known = ceremony.unit(unit);
    return known == nullptr ? unit : known->name;
}

std::string timeCell(std::int64_t seconds, const std::string& timeZone)
{
    std::string iso = ledger::localTime(seconds, timeZone);
    const std::string_view view(iso);
    if (view.size() != std::string_view("2023-09-18T08:05:00+08:00").size())
        return iso; // past the year 9999
    std::string cell;
    for (const std::string_view part : {view.substr(8, 2), std::string_view("-"), view.substr(5, 2),
             std::string_view("-"), view.substr(0, 4), std::string_view(" "), view.substr(11, 2),
             std::string_view("."), view.substr(14, 2), std::string_view(" "), zoneName(timeZone)})
        cell += part;
    return cell;
}

std::string remarksCell(const SignedRecord& record)
{
    const pledge::Declaration& declaration = record.row.declaration;
    std::string remarks;
    if (record.row.voided) {
        add(remarks, "Dibatalkan: ");
        remarks += voidedWords(*record.row.voided);
    }
    if (record.repeated)
        add(remarks, "Ganda");
    if (!record.listed)
        add(remarks, "Di luar daftar peserta");
    if (declaration.method == pledge::Method::Assisted)
        add(remarks, assistedWords(declaration.assistance));
    if (declaration.method == pledge::Method::WetInk)
        add(remarks, paperWords(declaration.paper));
    return remarks;
}

std::string absenceCell(const std::optional<ledger::Absence>& stated)
{
    if (!stated)
        return "Tanpa keterangan";
    const std::string reason(label(stated->reason));
    return stated->note.empty() ? reason : reason + ": " + stated->note;
}

std::string receiptCode(const SignedRecord& record)
{
    return record.kiosk + '/' + std::to_string(record.row.index);
}

std::string_view clockTrustCode(const SignedRecord& record)
{
    if (!record.row.clockTrust)
        return {};
    switch (*record.row.clockTrust) {
    case base::ClockTrust::Synchronised:
        return "synchronised";
    case base::ClockTrust::SetByOperator:
        return "operator";
    case base::ClockTrust::Unknown:
        break;
    }
    return "unknown";
}

std::string_view statusCode(const SignedRecord& record)
{
    if (record.row.voided)
        return "dibatalkan";
    return record.repeated ? "ganda" : "sah";
}

MachineCells machineCells(const SignedRecord& record, const pledge::Ceremony& ceremony)
{
    const pledge::Declaration& declaration = record.row.declaration;
    const pledge::Unit* unit = ceremony.unit(declaration.unit);
    return {std::string(code(declaration.category)), unit == nullptr ? std::string() : unit->code,
        ceremony.codeEdition, record.kiosk, std::to_string(record.row.index),
        base::toHex(record.leaf.view()), ledger::localTime(record.row.time, ceremony.timeZone),
        ceremony.timeZone, std::string(ledger::methodCode(declaration.method)),
        std::string(statusCode(record)),
        record.row.voided ? std::string(ledger::reasonCode(*record.row.voided)) : std::string(),
        std::string(code(declaration.identity.kind)), declaration.unit,
        std::to_string(record.row.session), receiptCode(record),
        std::string(clockTrustCode(record))};
}

std::string longDate(const std::string& isoDate)
{
    static const QLocale indonesian(QLocale::Indonesian, QLocale::Indonesia);
    const auto date = QDate::fromString(QString::fromStdString(isoDate), Qt::ISODate);
    return date.isValid()
        ? indonesian.toString(date, QStringLiteral("dddd, d MMMM yyyy")).toStdString()
        : std::string();
}

std::string_view zoneName(const std::string& timeZone)
{
    if (timeZone == "Asia/Jayapura")
        return "WIT";
    return timeZone == "Asia/Makassar" ? "WITA" : "WIB";
}

} // namespace ikrar::attendance
