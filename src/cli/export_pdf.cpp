#include "attendance/attendance_sheet.h"
#include "attendance/incidents.h"
#include "attendance/letter_dates.h"
#include "attendance/official_record.h"
#include "base/utf8.h"
#include "cli/export_format.h"

#include <sstream>

namespace ikrar::cli {

namespace {

constexpr std::size_t maxIncidents = std::size_t{64} * 1024;
constexpr int closersWanted = 2;
constexpr const char* officialRecord = "berita-acara";

/// One incident a line; empty lines are none.
Result<std::vector<std::string>> readIncidents(const std::string& file)
{
    std::vector<std::string> incidents;
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

/// From the file that was given, else those that were noted at this kiosk.
Result<std::vector<std::string>> incidentsOf(const ExportJob& job)
{
    if (!job.options.pdf.incidents.empty())
        return readIncidents(job.options.pdf.incidents);
    if (!job.options.from.where.empty())
        return std::vector<std::string>();
    return attendance::incidentLines(job.options.data, job.records.ceremony().timeZone);
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
    const ExportJob& job, attendance::PaperOptions paper)
{
    const PdfExport& options = job.options.pdf;
    attendance::OfficialRecordOptions made;
    static_cast<attendance::PaperOptions&>(made) = std::move(paper);
    made.number = options.number;
    made.copies = options.copies;
    made.date = attendance::dayOf(options.date);
    if (!options.date.empty() && !made.date.isValid())
        return fail(Error::Kind::Invalid, "--date is YYYY-MM-DD, such as 2023-09-18.");
    auto incidents = incidentsOf(job);
    if (!incidents)
        return tl::unexpected(incidents.error());
    made.incidents = std::move(*incidents);
    for (const std::string& closer : options.closers)
        made.closers.push_back(closerOf(closer));
    if (made.closers.empty())
        made.closers = job.closers;
    return made;
}

Result<void> writeSheet(
    const ExportJob& job, attendance::Sink& sink, attendance::PaperOptions paper)
{
    attendance::SheetOptions made;
    static_cast<attendance::PaperOptions&>(made) = std::move(paper);
    made.order = job.order;
    made.annexes = job.options.pdf.recap;
    made.done = job.done;
    return attendance::writeAttendanceSheet(sink, job.records, made);
}

Result<void> writeRecord(
    const ExportJob& job, attendance::Sink& sink, attendance::PaperOptions paper)
{
    const auto made = recordOptions(job, std::move(paper));
    if (!made)
        return tl::unexpected(made.error());
    return attendance::writeOfficialRecord(sink, job.records, *made);
}

Result<std::uint64_t> write(const ExportJob& job, attendance::Sink& sink)
{
    auto paper = paperOptions(job.options.paper, job.options.pdf.letterhead);
    if (!paper)
        return tl::unexpected(paper.error());
    const auto document = job.options.pdf.document == officialRecord ? writeRecord : writeSheet;
    return document(job, sink, std::move(*paper)).and_then([&] {
        return job.records.logs().map([](const std::vector<attendance::LogRecord>& logs) {
            std::uint64_t rows = 0;
            for (const attendance::LogRecord& log : logs)
                rows += log.signedEntries;
            return rows;
        });
    });
}

} // namespace

void addPdfOptions(CLI::App& command, PdfExport& options)
{
    command.add_option("--document", options.document, "pdf: daftar-hadir or berita-acara")
        ->check(CLI::IsMember({"daftar-hadir", officialRecord}))
        ->capture_default_str();
    addLetterheadOptions(command, options.letterhead);
    command.add_flag("--recap", options.recap,
        "pdf, daftar hadir: with the recap by unit and the list of who is absent");
    command.add_option("--number", options.number, "pdf, berita acara: its number");
    command.add_option("--date", options.date,
        "pdf, berita acara: its day, YYYY-MM-DD. By default the day of the sessions, where they "
        "have one");
    command.add_option("--incidents", options.incidents,
        "pdf, berita acara: text file with one incident a line; without it those of `ikrar "
        "incident`");
    command
        .add_option("--closer", options.closers,
            "pdf, berita acara: NAME|POST of who closes the ceremony, given twice; by default "
            "those "
            "who closed the log by their PINs")
        ->expected(0, closersWanted);
    command.add_option("--copies", options.copies, "pdf, berita acara: how many are signed");
}

ExportFormat pdfFormat()
{
    return {"pdf", write, nullptr, true};
}

} // namespace ikrar::cli
