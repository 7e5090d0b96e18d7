#include "cli/issued.h"

namespace ikrar::cli {

void addSession(CLI::App& app, Context& context)
{
    struct Options {
        std::string data;
        std::string passphraseFile;
        std::uint64_t number = 1;
    };
    auto options = std::make_shared<Options>();
    CLI::App* session
        = addCommand(app, context, "session", "Start or end a session of the ceremony",
            "ikrar session start --number 1 --data /var/lib/ikrar", {});
    session->require_subcommand(1);

    CLI::App* start = addCommand(*session, context, "start",
        "Open a session: from now on declarations can be signed", "ikrar session start --number 1",
        [&context, options] {
            appendOne(context, options->data, options->passphraseFile,
                "Session " + std::to_string(options->number) + " is open",
                [options](ledger::Ledger& ledger) { return ledger.startSession(options->number); });
        });
    start->add_option("--number", options->number, "Session number, from 1")
        ->capture_default_str()
        ->check(CLI::PositiveNumber);

    CLI::App* end = addCommand(*session, context, "end",
        "Close the open session and write its counts into the log", "ikrar session end",
        [&context, options] {
            appendOne(context, options->data, options->passphraseFile, "The session has ended",
                [](ledger::Ledger& ledger) { return ledger.endSession(); });
        });
    for (CLI::App* command : {start, end}) {
        addDataOption(*command, options->data);
        addPassphraseOption(*command, options->passphraseFile);
    }
}

} // namespace ikrar::cli
