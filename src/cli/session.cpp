#include "cli/by_option.h"
#include "cli/issued.h"

namespace ikrar::cli {

namespace {

struct Options {
    std::string data;
    std::string passphraseFile;
    std::uint64_t number = 0; ///< 0: the one after the last that was held
    ByOptions by;
};

/// Appends what `act` does on behalf of those named.
void append(Context& context, const Options& options,
    const std::function<Result<Appended>(ledger::Ledger&, ledger::Ledger::By)>& act)
{
    const auto by = officialsFrom(options.by, options.data);
    if (!by)
        context.fail(by.error());
    else
        appendOne(context, options.data, options.passphraseFile,
            [&](ledger::Ledger& ledger) { return act(ledger, *by); });
}

/// A session that the ceremony file does not name is a follow-up that nobody planned: it is opened,
/// and said.
Result<Appended> start(ledger::Ledger& ledger, std::uint64_t number, ledger::Ledger::By by)
{
    if (number == 0) {
        const auto status = ledger.status();
        if (!status)
            return tl::unexpected(status.error());
        number = status->lastSession + 1;
    }
    auto issued = ledger.startSession(number, by);
    if (!issued)
        return tl::unexpected(issued.error());
    Appended appended{std::move(*issued), "Session " + std::to_string(number) + " is open",
        {{QStringLiteral("session"), static_cast<qint64>(number)}}, {}};
    if (const std::size_t planned = ledger.ceremony().sessions.size(); number > planned)
        appended.warning = "The ceremony file names " + std::to_string(planned)
            + (planned == 1 ? " session" : " sessions") + ", so this is an unplanned follow-up.";
    return appended;
}

} // namespace

void addSession(CLI::App& app, Context& context)
{
    auto options = std::make_shared<Options>();
    CLI::App* session
        = addCommand(app, context, "session", "Start or end a session of the ceremony",
            "ikrar session start --number 1 --data /var/lib/ikrar", {});
    session->require_subcommand(1);

    CLI::App* starting = addCommand(*session, context, "start",
        "Open a session: from now on declarations can be signed", "ikrar session start --number 1",
        [&context, options] {
            append(context, *options, [options](ledger::Ledger& ledger, ledger::Ledger::By by) {
                return start(ledger, options->number, by);
            });
        });
    starting
        ->add_option("--number", options->number,
            "Session number, from 1; without it the one after the last that was held")
        ->check(CLI::PositiveNumber);

    CLI::App* end = addCommand(*session, context, "end",
        "Close the open session and write its counts into the log", "ikrar session end",
        [&context, options] {
            append(context, *options,
                [](ledger::Ledger& ledger, ledger::Ledger::By by) -> Result<Appended> {
                    return ledger.endSession(by).map([](ledger::Issued issued) {
                        return Appended{std::move(issued), "The session has ended", {}, {}};
                    });
                });
        });
    for (CLI::App* command : {starting, end}) {
        addDataOption(*command, options->data);
        addPassphraseOption(*command, options->passphraseFile);
        addByOptions(*command, options->by, "Who stands behind it, for the papers");
    }
}

} // namespace ikrar::cli
