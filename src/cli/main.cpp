#include "cli/application.h"
#include "cli/context.h"

#include <algorithm>
#include <iostream>
#include <span>

namespace {

/// What was wrong and where help is. CLI11 misses what is required before it tells of a word that
/// it does not know, and `--polcy` is the cause of both.
std::string sentenceFor(const CLI::App& app, const CLI::ParseError& error)
{
    std::string command = "ikrar";
    for (const CLI::App* at = &app; at != nullptr;) {
        const auto chosen = at->get_subcommands();
        at = chosen.empty() ? nullptr : chosen.front();
        if (at != nullptr)
            command += ' ' + at->get_name();
    }
    const std::vector<std::string> unknown = app.remaining(true);
    return (unknown.empty() ? std::string(error.what())
                            : "`" + unknown.front() + "` is not known here")
        + ". `" + command + " --help` shows an example.";
}

int run(int argc, char** argv)
{
    using namespace ikrar::cli;
    using ikrar::Error;
    Application application(argc, argv);

    CLI::App app("Ikrar keeps and checks declarations of neutrality in an append-only log.\n"
                 "Exit codes: 0 done and everything checked holds, 1 evidence failed a check, 2 "
                 "wrong use or bad "
                 "input, 3 the environment failed.");
    app.name("ikrar");
    app.footer("From a ceremony file to a checked receipt:\n"
               "  ikrar init --ceremony takalar-2023.toml --data DIR --kiosk kiosk-1 "
               "--passphrase-file FILE\n"
               "  ikrar roster import takalar-2023.roster.csv --data DIR\n"
               "  ikrar session start --data DIR --passphrase-file FILE\n"
               "  ikrar-kiosk --data DIR\n"
               "  ikrar verify receipt.png --policy POLICY --log DIR\n"
               "  ikrar audit DIR --policy POLICY\n"
               "`ikrar <command> --help` shows an example of each.");
    app.require_subcommand(1);
    app.set_version_flag("--version", IKRAR_VERSION);
    Context context;
    context.application = &application;
    addInit(app, context);
    addSession(app, context);
    addReview(app, context);
    addRoster(app, context);
    addInvite(app, context);
    addOrganizer(app, context);
    addSimulate(app, context);
    addStatus(app, context);
    addAbsence(app, context);
    addWet(app, context);
    addIncident(app, context);
    addExport(app, context);
    addReceipt(app, context);
    addVerify(app, context);
    addVoid(app, context);
    addClose(app, context);
    addErase(app, context);
    addBackup(app, context);
    addAudit(app, context);
    addServe(app, context);
    addWitness(app, context);
    addMerge(app, context);
    addSync(app, context);
    addPage(app, context);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        // Flags are not read yet when the line is refused: --json is looked for in the words.
        const std::span words(argv, static_cast<std::size_t>(argc));
        context.json = std::any_of(words.begin(), words.end(),
            [](const char* word) { return std::string_view(word) == "--json"; });
        if (error.get_exit_code() == 0) // CLI11 prints help or the version
            return app.exit(error);
        context.fail(Error{Error::Kind::Invalid, sentenceFor(app, error)});
        return static_cast<int>(Exit::WrongUse);
    }
    return static_cast<int>(context.exit);
}

} // namespace

int main(int argc, char** argv)
{
    try {
        return run(argc, argv);
    } catch (const std::exception& error) {
        // No library lets one out; what is left is a machine without memory.
        std::cerr << "ikrar: " << error.what() << '\n';
        return static_cast<int>(ikrar::cli::Exit::EnvironmentFailed);
    }
}
