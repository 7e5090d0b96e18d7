#include "cli/application.h"
#include "cli/export_bundle.h"
#include "cli/export_format.h"
#include "cli/export_pdf.h"
#include "ledger/attendance_table.h"

#include <algorithm>
#include <array>
#include <iostream>

namespace ikrar::cli {

namespace {

using attendance::Delivery;
using attendance::Records;

struct Options {
    ExportOptions list;
    PdfExport pdf;
    BundleExport bundle;
};

std::span<const ExportFormat> formats()
{
    static const std::array all{xlsxFormat(), csvFormat(), jsonFormat()};
    return all;
}

std::string formatNames()
{
    std::string names;
    for (const ExportFormat& format : formats())
        names += std::string(format.name) + ", ";
    return names + "pdf, bundle";
}

const ExportFormat* formatNamed(const std::string& name)
{
    const auto all = formats();
    const auto found = std::find_if(
        all.begin(), all.end(), [&](const ExportFormat& format) { return format.name == name; });
    return found == all.end() ? nullptr : &*found;
}

Records::Order orderOf(const std::string& word)
{
    if (word == "arrival")
        return Records::Order::Arrival;
    return word == "log" ? Records::Order::Log : Records::Order::Unit;
}

class StandardOutput final : public attendance::Sink
{
public:
    Result<void> write(std::string_view text) override
    {
        std::cout.write(text.data(), static_cast<std::streamsize>(text.size()));
        return std::cout ? Result<void>()
                         : ikrar::fail(Error::Kind::Io, "standard output took no more");
    }
};

/// What the file is called in a folder, and its ending.
std::pair<std::string, std::string> kindOf(const Options& given)
{
    if (given.list.format == "bundle")
        return {given.bundle.withoutPersonalData ? "berkas-bukti-publik" : "berkas-bukti", "zip"};
    const std::string kind = given.list.format == "pdf" ? given.pdf.document : "daftar-hadir";
    return {kind, (given.list.raw ? "raw." : "") + given.list.format};
}

/// `daftar-hadir-takalar-2023-kiosk-1-20230918-0805.xlsx`: of one moment, so that no export takes
/// another's place in a folder.
std::string datedName(const ledger::Ledger& ledger, const base::Clock& clock, const Options& given)
{
    const auto [kind, ending] = kindOf(given);
    const auto origin = pledge::parseOrigin(ledger.logKey().name);
    const std::string time = ledger::localTime(clock.now().seconds, ledger.ceremony().timeZone);
    std::string name
        = (origin && origin->rehearsal ? "gladi-" : "") + kind + "-" + ledger.ceremony().id;
    if (origin)
        name += "-" + origin->kiosk;
    name += "-" + time.substr(0, 4) + time.substr(5, 2) + time.substr(8, 2) + "-"
        + time.substr(11, 2) + time.substr(14, 2);
    return name + "." + ending;
}

base::Path targetOf(LocalStore& store, const Options& given)
{
    std::error_code missing;
    const base::Path out = given.list.out;
    return std::filesystem::is_directory(out, missing)
        ? out / datedName(store.ledger(), store.clock(), given)
        : out;
}

void sayDelivered(Context& context, const ExportOptions& options, std::uint64_t rows,
    const attendance::Delivered& file)
{
    const std::string digest = base::toHex(file.sha256.view());
    std::string said = "Written: " + file.path.string() + ", "
        + (rows == 0 ? std::string("nobody has signed yet")
                     : std::to_string(rows) + " signed entries")
        + ", " + std::to_string(file.bytes) + " bytes.\nRead back and found the same, SHA-256 "
        + digest;
    if (file.carried)
        said += "\nAman dicabut: all of it is on the medium, which may be unplugged now.";
    context.answer(said,
        {{QStringLiteral("out"), text(file.path.string())},
            {QStringLiteral("format"), text(options.format)},
            {QStringLiteral("rows"), static_cast<qint64>(rows)},
            {QStringLiteral("bytes"), static_cast<qint64>(file.bytes)},
            {QStringLiteral("sha256"), text(digest)},
            {QStringLiteral("safe_to_unplug"), file.carried}});
}

void toStandardOutput(Context& context, const ExportFormat& format, const ExportJob& job)
{
    if (format.toSink == nullptr || context.json) {
        context.fail(Exit::WrongUse, "Give --out a file: this goes to no standard output.");
        return;
    }
    StandardOutput out;
    if (const auto rows = format.toSink(job, out); !rows)
        context.fail(rows.error());
}

/// Whole under its name, or not there.
Result<std::pair<std::uint64_t, attendance::Delivered>> deliver(
    const ExportFormat& format, const ExportJob& job, const base::Path& target)
{
    auto delivery = Delivery::begin(base::systemFiles(), target,
        job.options.force ? Delivery::Existing::Replace : Delivery::Existing::Refuse);
    if (!delivery)
        return tl::unexpected(delivery.error());
    const auto rows = format.toSink != nullptr ? format.toSink(job, **delivery)
                                               : format.toFile(job, (*delivery)->temporary());
    if (!rows)
        return tl::unexpected(rows.error());
    return (*delivery)->finish().map(
        [&](attendance::Delivered file) { return std::pair(*rows, std::move(file)); });
}

Result<std::uint64_t> countRows(const Records& records)
{
    return records.logs().map([](const std::vector<attendance::LogRecord>& logs) {
        std::uint64_t rows = 0;
        for (const attendance::LogRecord& log : logs)
            rows += log.signedEntries;
        return rows;
    });
}

void exportPaper(Context& context, const Options& given, LocalStore& store)
{
    PdfExport pdf = given.pdf;
    pdf.paper.out = targetOf(store, given).string();
    pdf.paper.force = given.list.force;
    pdf.paper.paper = given.list.paper;
    exportPdf(context, store, orderOf(given.list.order), pdf);
}

void exportProof(Context& context, const Options& given, LocalStore& store)
{
    BundleExport bundle = given.bundle;
    bundle.out = targetOf(store, given).string();
    bundle.force = given.list.force;
    exportBundle(context, store, bundle);
}

void run(Context& context, const Options& given)
{
    const ExportOptions& options = given.list;
    if (options.format == "pdf")
        context.application->drawText();
    auto store = LocalStore::open(context, options.data, ledger::Ledger::Mode::Read);
    if (!store) {
        context.fail(store.error());
        return;
    }
    if (options.format == "pdf") {
        exportPaper(context, given, **store);
        return;
    }
    if (options.format == "bundle") {
        exportProof(context, given, **store);
        return;
    }
    const auto records = attendance::recordsOf((*store)->ledger());
    const auto moment = records->hold();
    const auto expected = countRows(*records);
    if (!moment || !expected) {
        context.fail(moment ? expected.error() : moment.error());
        return;
    }
    Progress progress("Exporting");
    const ExportFormat& format = *formatNamed(options.format);
    const ExportJob job{(*store)->ledger(), *records, orderOf(options.order), options,
        [&](std::uint64_t rows) { progress.show(rows, *expected); }};
    if (options.out == "-") {
        toStandardOutput(context, format, job);
        return;
    }
    const auto done = deliver(format, job, targetOf(**store, given));
    if (!done) {
        context.fail(done.error());
        return;
    }
    static_cast<void>((*store)->ledger().noteCopy(done->second.path));
    sayDelivered(context, options, done->first, done->second);
}

CLI::Validator oneOf(std::initializer_list<std::string> words)
{
    return CLI::IsMember(std::vector<std::string>(words));
}

bool isAnyGiven(const CLI::App& command, std::span<const char* const> names)
{
    return std::any_of(
        names.begin(), names.end(), [&](const char* name) { return command.count(name) > 0; });
}

/// Options of one format given to another are a mistake that would otherwise pass unseen.
std::string misplaced(const CLI::App& command, const ExportOptions& options)
{
    const bool csv = options.format == "csv";
    const bool pdf = options.format == "pdf";
    if (!csv && (options.raw || command.count("--separator") > 0))
        return "--raw and --separator are of --format csv";
    if (options.format != "xlsx" && !pdf && command.count("--paper") > 0)
        return "--paper is of --format xlsx and pdf";
    if (!pdf && isAnyGiven(command, pdfOptionNames()))
        return "--document and what it is told are of --format pdf";
    if (options.format != "bundle"
        && (command.count("--seal") > 0 || command.count("--public") > 0))
        return "--seal and --public are of --format bundle";
    if (options.raw && (command.count("--separator") > 0 || command.count("--order") > 0))
        return "--raw has one separator and one order";
    return {};
}

} // namespace

void addExport(CLI::App& app, Context& context)
{
    auto given = std::make_shared<Options>();
    ExportOptions& options = given->list;
    CLI::App* command = addCommand(app, context, "export",
        "The attendance as a list, a paper or a bundle (personal data): written, synced, read back",
        "ikrar export --format xlsx --out /media/usb", {});
    command->callback([&context, given, command] {
        if (const std::string wrong = misplaced(*command, given->list); !wrong.empty())
            context.fail(Exit::WrongUse, wrong + ".");
        else
            run(context, *given);
    });
    command->add_option("--format", options.format, formatNames())
        ->required()
        ->type_name("FORMAT")
        ->check([](const std::string& name) {
            return name == "pdf" || name == "bundle" || formatNamed(name) != nullptr
                ? std::string()
                : "the format is one of " + formatNames();
        });
    command
        ->add_option("--out", options.out,
            "File to write; a directory gets a dated name; - is standard output (csv, json)")
        ->required();
    command->add_flag("--force", options.force, "Replace a file that exists");
    command
        ->add_option("--order", options.order, "unit (then by name without titles), arrival or log")
        ->check(oneOf({"unit", "arrival", "log"}))
        ->capture_default_str();
    command->add_option("--separator", options.separator, "csv: ; or , or tab")
        ->check(oneOf({";", ",", "tab"}))
        ->capture_default_str();
    command->add_flag("--raw", options.raw,
        "csv: the table for machines whose digest the closed log holds, byte for byte");
    addPaperOption(*command, options.paper);
    addPdfOptions(*command, given->pdf);
    addBundleOptions(*command, given->bundle);
    addDataOption(*command, options.data);
}

} // namespace ikrar::cli
