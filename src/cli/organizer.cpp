#include "attendance/organizers.h"
#include "cli/context.h"
#include "crypto/wipe.h"

namespace ikrar::cli {

namespace {

struct Options {
    std::string data;
    std::string pins; ///< folder of those of a merged store's screens, instead of `data`
    std::string name;
    std::string post;
    std::string pinFile;
};

Result<std::string> askPin()
{
    const char* otherwise = "Give the PIN with --pin-file, or on a terminal.";
    auto pin = askInSecret("PIN, 6 to 12 digits: ", otherwise);
    if (pin && pin != askInSecret("Once more: ", otherwise))
        return fail(Error::Kind::Invalid, "The two PINs differ; nobody was added.");
    return pin;
}

/// Where the file of organizers is. There is nobody to organize where there is no store: a wrong
/// --data is seen at once.
Result<base::Path> folderOf(const Options& options)
{
    std::error_code ignored;
    if (!options.pins.empty()) {
        if (!std::filesystem::is_directory(options.pins, ignored))
            return fail(Error::Kind::Missing, options.pins + " is no folder.");
        return base::Path(options.pins);
    }
    if (!std::filesystem::exists(base::Path(options.data) / "ikrar.sqlite", ignored))
        return fail(
            Error::Kind::Missing, options.data + " holds no store: run `ikrar init` first.");
    return base::Path(options.data);
}

Result<void> add(const Options& options)
{
    return folderOf(options).and_then([&](const base::Path& folder) -> Result<void> {
        auto pin = options.pinFile.empty() ? askPin() : readSecret(options.pinFile);
        if (!pin)
            return tl::unexpected(pin.error());
        auto added = attendance::addOrganizer(
            base::systemFiles(), folder, options.name, options.post, *pin);
        crypto::wipe(*pin);
        return added;
    });
}

void answerChange(
    Context& context, const Options& options, const Result<void>& changed, const char* what)
{
    if (!changed) {
        context.fail(changed.error());
        return;
    }
    context.answer(options.name + what, {{QStringLiteral("name"), text(options.name)}});
}

void list(Context& context, const Options& options)
{
    const auto organizers = folderOf(options).and_then(attendance::readOrganizers);
    if (!organizers) {
        context.fail(organizers.error());
        return;
    }
    for (const attendance::Organizer& organizer : *organizers) {
        context.answer(organizer.name + ", " + organizer.post,
            {{QStringLiteral("name"), text(organizer.name)},
                {QStringLiteral("post"), text(organizer.post)}});
    }
}

} // namespace

void addOrganizer(CLI::App& app, Context& context)
{
    auto options = std::make_shared<Options>();
    CLI::App* organizer = addCommand(app, context, "organizer",
        "Who may open the organizer's screens, each with a PIN of their own",
        R"(ikrar organizer add --name "Peserta Contoh 001" --post Panitia)", {});
    organizer->require_subcommand(1);
    CLI::App* adding
        = addCommand(*organizer, context, "add", "Add somebody; asks for their PIN twice",
            R"(ikrar organizer add --name "Peserta Contoh 001" --post "Kepala BKPSDM")",
            [&context, options] {
                answerChange(context, *options, add(*options),
                    " may open the organizer's screens. Closing takes two people.");
            });
    adding->add_option("--name", options->name, "Name, as the berita acara has it")->required();
    adding->add_option("--post", options->post, "Post (jabatan)")->required();
    adding->add_option("--pin-file", options->pinFile, "File whose first line is the PIN")
        ->check(CLI::ExistingFile);
    CLI::App* listing = addCommand(*organizer, context, "list", "Names and posts",
        "ikrar organizer list", [&context, options] { list(context, *options); });
    CLI::App* removing = addCommand(*organizer, context, "remove", "Take somebody off",
        "ikrar organizer remove --name \"Peserta Contoh 001\"", [&context, options] {
            answerChange(context, *options,
                folderOf(*options).and_then([&](const base::Path& folder) {
                    return attendance::removeOrganizer(base::systemFiles(), folder, options->name);
                }),
                " may no longer open the organizer's screens.");
        });
    removing->add_option("--name", options->name, "Name, as it was added")->required();
    for (CLI::App* command : {adding, listing, removing}) {
        addDataOption(*command, options->data);
        command->add_option("--pins", options->pins,
            "Folder of those who may open the screens over a merged store (ikrar-kiosk --from), "
            "instead of --data");
    }
}

} // namespace ikrar::cli
