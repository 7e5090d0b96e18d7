#pragma once

#include "attendance/records.h"
#include "cli/paper_options.h"

#include <span>

namespace ikrar::cli {

/// What `ikrar export --format pdf` was told.
struct PdfExport {
    PaperArguments paper;
    std::string document = "daftar-hadir";
    bool recap = false;
    std::string number;
    std::string date;
    std::string incidents;
    std::vector<std::string> closers;
    unsigned copies = 0;
};

/// `--document`, `--recap`, the letterhead, and what a berita acara is told.
void addPdfOptions(CLI::App& command, PdfExport& options);
/// The names of all of them.
[[nodiscard]] std::span<const char* const> pdfOptionNames();
/// Writes the document and answers. The application draws text already.
void exportPdf(Context& context, LocalStore& store, attendance::Records::Order order,
    const PdfExport& options);

} // namespace ikrar::cli
