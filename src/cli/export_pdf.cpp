#include "cli/export_pdf.h"

#include "attendance/attendance_sheet.h"
#include "attendance/letter_dates.h"
#include "attendance/official_record.h"
#include "base/utf8.h"

#include <array>
#include <sstream>

namespace ikrar::cli {

namespace {

constexpr std::size_t maxIncidents = std::size_t{64} * 1024;
constexpr std::size_t closersWanted = 2;

/// One incident a line; empty lines are none.
Result<std::vector<std::string>> readIncidents(const std::string& file)
{
    std::vector<std::string> incidents;
    if (file.empty())
        return incidents;
    const auto bytes = base::readFile(file, maxIncidents);
    if (!bytes)
        return tl::unexpected(bytes.error());
    if (!base::isUtf8(base::asText(*bytes)))
        return fail(Error::Kind::Malformed, file + " is not UTF-8: save it as UTF-8 text.");
    std::istringstream lines{std::string(base::asText(*bytes))};
    for (std::string line; std::getline(lines, line);) {
        if (!line.empty() && line.back() == '\r')
            line.pop_back();
        if (line.find_first_not_of(" \t") != std::string::npos)
            incidents.push_back(std::move(line));
    }
    return incidents;
}

/// `NAME|POST`.
pledge::Person closerOf(const std::string& words)
{
    const std::size_t bar = words.find('|');
    if (bar == std::string::npos)
        return {words, {}, {}};
    return {words.substr(0, bar), words.substr(bar + 1), {}};
}

Result<attendance::OfficialRecordOptions> recordOptions(
    const PdfExport& options, attendance::PaperOptions paper)
{
    attendance::OfficialRecordOptions made;
    static_cast<attendance::PaperOptions&>(made) = std::move(paper);
    made.number = options.number;
    made.copies = options.copies;
    made.date = attendance::dayOf(options.date);
    if (!options.date.empty() && !made.date.isValid())
        return fail(Error::Kind::Invalid, "--date is YYYY-MM-DD, such as 2023-09-18.");
    auto incidents = readIncidents(options.incidents);
    if (!incidents)
        return tl::unexpected(incidents.error());
    made.incidents = std::move(*incidents);
    for (const std::string& closer : options.closers)
        made.closers.push_back(closerOf(closer));
    return made;
}

/// One printing.
struct Paper {
    Context& context;
    ledger::Ledger& ledger;
    const attendance::Records& records;
    attendance::PaperOptions paper;
    const PdfExport& options;
};

void exportRecord(const Paper& print)
{
    const auto made = recordOptions(print.options, print.paper);
    if (!made) {
        print.context.fail(made.error());
        return;
    }
    deliverPaper(print.context, print.ledger, print.options.paper, "Berita acara written", {},
        [&](attendance::Sink& sink) {
            return attendance::writeOfficialRecord(sink, print.records, *made);
        });
}

void exportSheet(const Paper& print, attendance::Records::Order order)
{
    attendance::SheetOptions made;
    static_cast<attendance::PaperOptions&>(made) = print.paper;
    made.order = order;
    made.annexes = print.options.recap;
    deliverPaper(print.context, print.ledger, print.options.paper, "Daftar hadir written", {},
        [&](attendance::Sink& sink) {
            return attendance::writeAttendanceSheet(sink, print.records, made);
        });
}

} // namespace

void addPdfOptions(CLI::App& command, PdfExport& options)
{
    command.add_option("--document", options.document, "PDF: daftar-hadir or berita-acara")
        ->check(CLI::IsMember({"daftar-hadir", "berita-acara"}))
        ->capture_default_str();
    addLetterheadOptions(command, options.paper);
    command.add_flag("--recap", options.recap,
        "Daftar hadir: with the recap by unit and the list of who is absent");
    command.add_option("--number", options.number, "Berita acara: its number");
    command.add_option("--date", options.date,
        "Berita acara: its day, YYYY-MM-DD. By default the day of the sessions, where they have "
        "one");
    command.add_option("--incidents", options.incidents,
        "Berita acara: text file with one incident a line; without it there were none");
    command
        .add_option("--closer", options.closers,
            "Berita acara: NAME|POST of who closes the ceremony; given twice")
        ->expected(0, closersWanted);
    command.add_option("--copies", options.copies, "Berita acara: how many are signed");
}

std::span<const char* const> pdfOptionNames()
{
    static constexpr std::array names{"--document", "--letterhead", "--arms", "--recap", "--number",
        "--date", "--incidents", "--closer", "--copies"};
    return names;
}

void exportPdf(
    Context& context, LocalStore& store, attendance::Records::Order order, const PdfExport& options)
{
    auto paper = paperOptions(options.paper, store.clock());
    if (!paper) {
        context.fail(paper.error());
        return;
    }
    const auto records = attendance::recordsOf(store.ledger());
    const Paper print{context, store.ledger(), *records, std::move(*paper), options};
    if (options.document == "berita-acara")
        exportRecord(print);
    else
        exportSheet(print, order);
}

} // namespace ikrar::cli
