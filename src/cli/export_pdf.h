#pragma once

#include "cli/paper_options.h"

namespace ikrar::cli {

/// What `ikrar export --format pdf` is told besides.
struct PdfExport {
    std::string document = "daftar-hadir";
    LetterheadArguments letterhead;
    bool recap = false;
    std::string number;
    std::string date;
    std::string incidents;
    std::vector<std::string> closers;
    unsigned copies = 0;
};

/// `--document`, `--recap` and what a letterhead and a berita acara are told.
void addPdfOptions(CLI::App& command, PdfExport& options);

} // namespace ikrar::cli
