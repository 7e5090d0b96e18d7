#include "attendance/gathered_copies.h"
#include "attendance/gathered_records.h"
#include "attendance/hand_over.h"
#include "cli/application.h"
#include "cli/export_format.h"

#include <algorithm>
#include <array>
#include <iostream>

namespace ikrar::cli {

namespace {

using attendance::Delivery;
using attendance::Records;

// Formats are added here.
/// The bundle is no list: it is written, audited and delivered by itself.
constexpr const char* bundleName = "bundle";

std::span<const ExportFormat> formats()
{
    static const std::array all{xlsxFormat(), csvFormat(), jsonFormat(), pdfFormat()};
    return all;
}

std::string formatNames()
{
    std::string names;
    for (const ExportFormat& format : formats())
        names += std::string(format.name) + ", ";
    return names + bundleName;
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
std::pair<std::string, std::string> kindOf(const ExportOptions& options)
{
    if (options.format == bundleName)
        return {options.bundle.withoutPersonalData ? "berkas-bukti-publik" : "berkas-bukti", "zip"};
    return {options.format == "pdf" ? options.pdf.document : "daftar-hadir",
        (options.raw ? "raw." : "") + options.format};
}

std::string datedName(const Records& records, const ExportOptions& options)
{
    const auto [kind, ending] = kindOf(options);
    return attendance::datedName(records, kind, ending, base::SystemClock().now().seconds);
}

base::Path targetOf(const Records& records, const ExportOptions& options)
{
    std::error_code missing;
    const base::Path out = options.out;
    return std::filesystem::is_directory(out, missing) ? out / datedName(records, options) : out;
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

struct Source {
    const Records& records;
    std::vector<pledge::Person> closers;
    base::Path target;
};

void exportList(Context& context, const ExportFormat& format, const ExportOptions& options,
    const Source& source)
{
    const auto moment = source.records.hold();
    const auto expected = countRows(source.records);
    if (!moment || !expected) {
        context.fail(moment ? expected.error() : moment.error());
        return;
    }
    Progress progress("Exporting");
    const ExportJob job{source.records, source.closers, orderOf(options.order), options,
        [&](std::uint64_t rows) { progress.show(rows, *expected); }};
    if (options.out == "-") {
        toStandardOutput(context, format, job);
        return;
    }
    const auto done = deliver(format, job, source.target);
    if (!done)
        context.fail(done.error());
    else
        sayDelivered(context, options, done->first, done->second);
}

/// Has the store remember the file, so that an erasure can name it. Not while a list holds the
/// moment that it was read at.
void noteCopy(const Context& context, const ExportOptions& options, LocalStore& store,
    const base::Path& target)
{
    if (context.exit != Exit::Done || options.out == "-" || options.bundle.withoutPersonalData)
        return;
    if (const auto noted = store.ledger().noteCopy(target); !noted)
        Context::warn("The store does not remember this copy: " + noted.error().what);
}

void exportOwnBundle(
    Context& context, LocalStore& store, const ExportOptions& options, const base::Path& target)
{
    const auto log = attendance::bundleLogOf(store.ledger());
    if (!log)
        context.fail(log.error());
    else
        exportBundle(context, {options.bundle, {log->get()}, {}, target, options.force});
}

void exportKiosk(Context& context, const ExportFormat* format, const ExportOptions& options)
{
    auto store = LocalStore::open(context, options.data, ledger::Ledger::Mode::Read);
    auto closers
        = store ? attendance::closersOf((*store)->ledger()) : tl::unexpected<Error>(store.error());
    if (!closers) {
        context.fail(closers.error());
        return;
    }
    const auto records = attendance::recordsOf((*store)->ledger());
    const base::Path target = targetOf(*records, options);
    if (format != nullptr)
        exportList(context, *format, options, {*records, std::move(*closers), target});
    else
        exportOwnBundle(context, **store, options, target);
    noteCopy(context, options, **store, target);
}

/// The one ceremony of the merged store that is meant.
Result<std::uint64_t> ceremonyOf(const attendance::Gathering& gathering, const std::string& wanted)
{
    const auto ceremonies = gathering.ceremonies();
    if (!ceremonies)
        return tl::unexpected(ceremonies.error());
    std::string names;
    std::vector<std::uint64_t> numbers;
    for (const attendance::GatheredCeremony& each : *ceremonies) {
        const std::string name = (each.rehearsal ? "gladi/" : "") + each.ceremony.id;
        names += (names.empty() ? "" : ", ") + name;
        if (wanted.empty() || wanted == name)
            numbers.push_back(each.number);
    }
    if (numbers.size() == 1)
        return numbers.front();
    return ikrar::fail(Error::Kind::Invalid,
        names.empty() ? "Nothing was merged into this store yet."
                      : "Say with --ceremony which one is exported: " + names + ".");
}

/// All logs of one moment, though kiosks go on pushing.
void exportGatheredBundle(Context& context, const attendance::Gathering& gathering,
    std::uint64_t ceremony, const ExportOptions& options, const Source& source)
{
    const auto moment = source.records.hold();
    auto bundle = moment
        ? attendance::bundleLogsOf(gathering, ceremony, options.bundle.withoutPersonalData)
        : tl::unexpected(moment.error());
    if (!bundle) {
        context.fail(bundle.error());
        return;
    }
    BundleJob job{options.bundle, {}, std::move(bundle->leftOut), source.target, options.force};
    for (const auto& log : bundle->logs)
        job.logs.push_back(log.get());
    exportBundle(context, job);
}

/// The same of a merged store. A bundle that logs were left out of is written, whatever the exit.
void noteCopy(const Context& context, const ExportOptions& options,
    const attendance::Gathering& gathering, const base::Path& target)
{
    std::error_code missing;
    const bool written = context.exit == Exit::Done
        || (context.exit == Exit::EvidenceFailed && std::filesystem::exists(target, missing));
    if (!written || options.out == "-" || options.bundle.withoutPersonalData)
        return;
    const auto noted
        = attendance::noteCopy(gathering, {target.string(), base::SystemClock().now().seconds});
    if (!noted)
        Context::warn("The store does not remember this copy: " + noted.error().what);
}

void exportGathered(Context& context, const ExportFormat* format, const ExportOptions& options)
{
    const auto name = nameOf(options.from);
    const auto gathering = name.and_then([](const attendance::Gathering::Name& where) {
        return attendance::Gathering::open(where, attendance::Gathering::Access::Read);
    });
    const auto ceremony = gathering.and_then(
        [&](const auto& opened) { return ceremonyOf(*opened, options.ceremony); });
    const auto records = ceremony.and_then(
        [&](std::uint64_t number) { return attendance::recordsOf(**gathering, number); });
    if (!records) {
        context.fail(records.error());
        return;
    }
    context.rehearsal = (*records)->rehearsal();
    const Source source{**records, {}, targetOf(**records, options)};
    if (format != nullptr)
        exportList(context, *format, options, source);
    else
        exportGatheredBundle(context, **gathering, *ceremony, options, source);
    noteCopy(context, options, **gathering, source.target);
}

void run(Context& context, const ExportOptions& options)
{
    const ExportFormat* format = formatNamed(options.format);
    if (format != nullptr && format->drawsText)
        context.application->drawText();
    if (options.from.where.empty())
        exportKiosk(context, format, options);
    else
        exportGathered(context, format, options);
}

CLI::Validator oneOf(std::initializer_list<std::string> words)
{
    return CLI::IsMember(std::vector<std::string>(words));
}

/// What is for some formats alone.
struct OfFormats {
    const char* option;
    std::string_view formats; ///< as a sentence has them
};
constexpr std::array ofFormats{OfFormats{"--raw", "csv"}, OfFormats{"--separator", "csv"},
    OfFormats{"--paper", "xlsx and pdf"}, OfFormats{"--document", "pdf"},
    OfFormats{"--recap", "pdf"}, OfFormats{"--letterhead", "pdf"}, OfFormats{"--arms", "pdf"},
    OfFormats{"--number", "pdf"}, OfFormats{"--date", "pdf"}, OfFormats{"--incidents", "pdf"},
    OfFormats{"--closer", "pdf"}, OfFormats{"--copies", "pdf"}, OfFormats{"--seal", "bundle"},
    OfFormats{"--public", "bundle"}};

/// Options of one format given to another are a mistake that would otherwise pass unseen.
std::string misplaced(const CLI::App& command, const ExportOptions& options)
{
    const auto* const wrong
        = std::find_if(ofFormats.begin(), ofFormats.end(), [&](const OfFormats& each) {
              return command.count(each.option) > 0
                  && each.formats.find(options.format) == std::string_view::npos;
          });
    if (wrong != ofFormats.end())
        return std::string(wrong->option) + " is of --format " + std::string(wrong->formats);
    if (options.format == "pdf" && options.order == "log")
        return "--order log is not of --format pdf";
    if (options.raw && (command.count("--separator") > 0 || command.count("--order") > 0))
        return "--raw has one separator and one order";
    const bool gathered = !options.from.where.empty();
    if (gathered && options.raw)
        return "--raw is of one kiosk's own store";
    if (!gathered && !options.ceremony.empty())
        return "--ceremony is of --from";
    return {};
}

} // namespace

void addExport(CLI::App& app, Context& context)
{
    auto options = std::make_shared<ExportOptions>();
    CLI::App* command = addCommand(app, context, "export",
        "The attendance as a list, a paper or a bundle (personal data): written, synced, read back",
        "ikrar export --format xlsx --out /media/usb", {});
    command->callback([&context, options, command] {
        if (const std::string wrong = misplaced(*command, *options); !wrong.empty())
            context.fail(Exit::WrongUse, wrong + ".");
        else
            run(context, *options);
    });
    command->add_option("--format", options->format, formatNames())
        ->required()
        ->type_name("FORMAT")
        ->check([](const std::string& given) {
            return given == bundleName || formatNamed(given) != nullptr
                ? std::string()
                : "the format is one of " + formatNames();
        });
    command
        ->add_option("--out", options->out,
            "File to write; a directory gets a dated name; - is standard output (csv, json)")
        ->required();
    command->add_flag("--force", options->force, "Replace a file that exists");
    command
        ->add_option("--order", options->order,
            "unit (then the highest rank first, then by name without titles), arrival or log")
        ->check(oneOf({"unit", "arrival", "log"}))
        ->capture_default_str();
    command->add_option("--separator", options->separator, "csv: ; or , or tab")
        ->check(oneOf({";", ",", "tab"}))
        ->capture_default_str();
    command->add_flag("--raw", options->raw,
        "csv: the table for machines whose digest the closed log holds, byte for byte");
    command->add_option("--paper", options->paper, "xlsx, pdf: a4 or f4")
        ->check(oneOf({"a4", "f4"}))
        ->capture_default_str();
    addPdfOptions(*command, options->pdf);
    addBundleOptions(*command, options->bundle);
    addDataOption(*command, options->data);
    addStoreOptions(*command, options->from, "--from");
    command->add_option(
        "--ceremony", options->ceremony, "--from: which one, where several were merged");
}

} // namespace ikrar::cli
