#pragma once

#include "cli/paper_options.h"

namespace ikrar::cli {

/// What `ikrar export --format pdf` was told.
struct PdfExport {
    std::string data;
    PaperArguments paper;
    std::string document = "daftar-hadir";
    std::string sort = "unit";
    bool recap = false;
    std::string number;
    std::string date;
    std::string incidents;
    std::vector<std::string> closers;
    unsigned copies = 0;
};

/// `--document`, `--paper`, `--sort`, `--recap` and what a berita acara is told. `--data`, `--out`
/// and `--force` are the command's.
void addPdfOptions(CLI::App& command, PdfExport& options);
/// Writes the document and answers. Opens the store itself: fonts come before it.
void exportPdf(Context& context, const PdfExport& options);

} // namespace ikrar::cli
