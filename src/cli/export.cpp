#include "cli/export_pdf.h"

namespace ikrar::cli {

void addExport(CLI::App& app, Context& context)
{
    struct Options {
        std::string format;
        PdfExport pdf;
    };
    auto options = std::make_shared<Options>();
    CLI::App* command = addCommand(app, context, "export", "Write lists and documents",
        "ikrar export --format pdf --out daftar-hadir.pdf",
        [&context, options] { exportPdf(context, options->pdf); });
    addDataOption(*command, options->pdf.data);
    command->add_option("--format", options->format, "pdf")
        ->required()
        ->check(CLI::IsMember({"pdf"}));
    command->add_option("--out", options->pdf.paper.out, "File to write")->required();
    command->add_flag("--force", options->pdf.paper.force, "Replace a file that is there");
    addPdfOptions(*command, options->pdf);
}

} // namespace ikrar::cli
