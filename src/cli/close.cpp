#include "cli/by_option.h"
#include "cli/issued.h"

namespace ikrar::cli {

void addClose(CLI::App& app, Context& context)
{
    struct Options {
        std::string data;
        std::string passphraseFile;
        ByOptions by;
    };
    auto options = std::make_shared<Options>();
    CLI::App* command
        = addCommand(app, context, "close", "Close the log for good: only voidings can follow",
            "ikrar close --by 'Peserta Contoh 001;Kepala BKPSDM' --by 'Peserta Contoh 002;Panitia'",
            [&context, options] {
                const auto closers = closersFrom(options->by, options->data);
                if (!closers) {
                    context.fail(closers.error());
                    return;
                }
                appendOne(context, options->data, options->passphraseFile,
                    [&closers](ledger::Ledger& ledger) -> Result<Appended> {
                        return ledger.close(*closers).map([](ledger::Issued issued) {
                            return Appended{std::move(issued), "The log is closed", {}, {}};
                        });
                    });
            });
    addDataOption(*command, options->data);
    addPassphraseOption(*command, options->passphraseFile);
    addByOptions(*command, options->by,
        "Who closes, given twice: both are named in the berita acara, as on the organizer's "
        "screen");
}

} // namespace ikrar::cli
