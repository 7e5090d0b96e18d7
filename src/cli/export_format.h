#pragma once

#include "attendance/people_csv.h"
#include "cli/context.h"
#include "cli/export_bundle.h"
#include "cli/export_pdf.h"
#include "cli/gathering.h"

#include <span>

namespace ikrar::cli {

struct ExportOptions {
    std::string data;
    IntoOptions from; ///< the store that kiosks were merged into, instead of `data`
    std::string ceremony; ///< id, where that store holds several
    std::string format;
    std::string out; ///< file, directory, or `-`
    std::string separator = ";";
    std::string order = "unit";
    std::string paper = "a4";
    bool raw = false;
    bool force = false;
    PdfExport pdf;
    BundleExport bundle;
};

/// What a format has at hand.
struct ExportJob {
    const attendance::Records& records;
    std::vector<pledge::Person> closers; ///< who closed the log by their PINs
    attendance::Records::Order order{};
    const ExportOptions& options;
    attendance::RowsDone done;
};

/// One format, in a file of its own. Either function is null: `toSink` writes piece by piece,
/// `toFile` writes into a temporary file that exists; both return how many signed entries they
/// wrote. The caller syncs, reads back and gives the file its name.
struct ExportFormat {
    const char* name = ""; ///< of --format, and the end of a file's name
    Result<std::uint64_t> (*toSink)(const ExportJob& job, attendance::Sink& sink) = nullptr;
    Result<std::uint64_t> (*toFile)(const ExportJob& job, const base::Path& file) = nullptr;
    bool drawsText = false; ///< fonts are wanted, before the store is opened
};

[[nodiscard]] ExportFormat csvFormat();
[[nodiscard]] ExportFormat xlsxFormat();
[[nodiscard]] ExportFormat jsonFormat();
[[nodiscard]] ExportFormat pdfFormat();

} // namespace ikrar::cli
