#include "cli/issued.h"

namespace ikrar::cli {

void addClose(CLI::App& app, Context& context)
{
    struct Options {
        std::string data;
        std::string passphraseFile;
    };
    auto options = std::make_shared<Options>();
    CLI::App* command
        = addCommand(app, context, "close", "Close the log for good: only voidings can follow",
            "ikrar close --data /var/lib/ikrar", [&context, options] {
                appendOne(context, options->data, options->passphraseFile,
                    [](ledger::Ledger& ledger) -> Result<Appended> {
                        return ledger.close().map([](ledger::Issued issued) {
                            return Appended{std::move(issued), "The log is closed", {}, {}};
                        });
                    });
            });
    addDataOption(*command, options->data);
    addPassphraseOption(*command, options->passphraseFile);
}

} // namespace ikrar::cli
