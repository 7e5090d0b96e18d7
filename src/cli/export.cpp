#include "cli/export_bundle.h"

namespace ikrar::cli {

void addExport(CLI::App& app, Context& context)
{
    struct Options {
        std::string format;
        BundleExport bundle;
    };
    auto options = std::make_shared<Options>();
    CLI::App* command = addCommand(app, context, "export", "Write the attendance with its proof",
        "ikrar export --format bundle --out berkas-bukti.zip --seal",
        [&context, options] { exportBundle(context, options->bundle); });
    addDataOption(*command, options->bundle.data);
    command->add_option("--format", options->format, "bundle")
        ->required()
        ->check(CLI::IsMember({"bundle"}));
    command->add_option("--out", options->bundle.out, "File to write")->required();
    addBundleOptions(*command, options->bundle);
}

} // namespace ikrar::cli
