#include "cli/context.h"
#include "cli/verify_page.h"

namespace ikrar::cli {

namespace {

struct Options {
    PageInput input;
    std::string out;
};

/// A page on which every receipt is a rehearsal's says GLADI here too.
void speakOf(Context& context, const std::vector<std::string>& origins)
{
    for (const std::string& origin : origins) {
        context.speakOf(origin);
        if (!context.rehearsal)
            return;
    }
}

Result<void> write(const base::Path& directory, const std::string& name, const std::string& content)
{
    return base::replaceFile(base::systemFiles(), directory / name, base::asBytes(content));
}

void run(Context& context, const Options& options)
{
    const auto page = makeVerifyPage(options.input);
    if (!page) {
        context.fail(page.error());
        return;
    }
    speakOf(context, page->origins);
    const base::Path out = options.out;
    const auto written = base::makeDirectories(base::systemFiles(), out)
                             .and_then([&] { return write(out, "index.html", page->html); })
                             .and_then([&] { return write(out, "sw.js", page->worker); });
    if (!written) {
        context.fail(written.error());
        return;
    }
    context.answer("Written: " + (out / "index.html").string() + "\nSHA-256  " + page->sha256
            + "\nThe file works alone; sw.js beside it keeps it on phones where it is served by "
              "https.",
        {{QStringLiteral("out"), text(options.out)},
            {QStringLiteral("sha256"), text(page->sha256)}});
}

} // namespace

void addPage(CLI::App& app, Context& context)
{
    auto options = std::make_shared<Options>();
    CLI::App* command = addCommand(app, context, "page",
        "Write the page on which anybody checks receipts, offline",
        "ikrar page --policy bawaslu.policy --ceremony takalar-2023.toml --out /srv/periksa",
        [&context, options] { run(context, *options); });
    command
        ->add_option("--policy", options->input.policies,
            "Files of trusted log and witness keys; the first that names a receipt's log judges it")
        ->required();
    command->add_option("--out", options->out, "Directory to write into")->required();
    command->add_option("--ceremony", options->input.ceremonies,
        "Ceremony files: their titles, sessions and time zones are shown");
    command->add_option("--revoked", options->input.revoked, "File of revoked log keys");
    command->add_option("--log-url", options->input.logUrl,
        "Where the published log is, for logs whose policy line names no address: a URL, or a path "
        "beside the page such as log/");
}

} // namespace ikrar::cli
