#include "cli/issued.h"

#include <map>

namespace ikrar::cli {

void addVoid(CLI::App& app, Context& context)
{
    struct Options {
        std::string data;
        std::string passphraseFile;
        std::uint64_t index = 0;
        pledge::Reason reason = pledge::Reason::Other;
    };
    static const std::map<std::string, pledge::Reason> reasons{
        {"wrong-person", pledge::Reason::WrongPerson},
        {"duplicate", pledge::Reason::Duplicate},
        {"withdrawn", pledge::Reason::Withdrawn},
        {"test", pledge::Reason::Test},
        {"other", pledge::Reason::Other},
    };
    auto options = std::make_shared<Options>();
    CLI::App* command = addCommand(app, context, "void",
        "Void a signed entry: it stays in the log, a voiding follows it",
        "ikrar void 42 --reason duplicate", [&context, options] {
            appendOne(context, options->data, options->passphraseFile,
                "Entry " + std::to_string(options->index) + " is voided",
                [options](ledger::Ledger& ledger) {
                    return ledger.voidEntry(options->index, options->reason);
                });
        });
    command->add_option("index", options->index, "Index of the signed entry")->required();
    command
        ->add_option(
            "--reason", options->reason, "wrong-person, duplicate, withdrawn, test or other")
        ->required()
        ->transform(CLI::CheckedTransformer(reasons));
    addDataOption(*command, options->data);
    addPassphraseOption(*command, options->passphraseFile);
}

} // namespace ikrar::cli
