#include "cli/issued.h"

#include <map>
#include <string>

namespace ikrar::cli {

void addVoid(CLI::App& app, Context& context)
{
    struct Options {
        std::string data;
        std::string passphraseFile;
        std::uint64_t index = 0;
        std::string reason;
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
                [options](ledger::Ledger& ledger) -> Result<Appended> {
                    return ledger.voidEntry(options->index, reasons.at(options->reason))
                        .map([options](ledger::Issued issued) {
                            return Appended{std::move(issued),
                                "Entry " + std::to_string(options->index) + " is voided", {}, {}};
                        });
                });
        });
    command->add_option("index", options->index, "Index of the signed entry")->required();
    command
        ->add_option(
            "--reason", options->reason, "wrong-person, duplicate, withdrawn, test or other")
        ->required()
        ->type_name("REASON")
        ->check([](const std::string& given) {
            return reasons.contains(given)
                ? std::string()
                : "the reason is one of wrong-person, duplicate, withdrawn, test and other";
        });
    addDataOption(*command, options->data);
    addPassphraseOption(*command, options->passphraseFile);
}

} // namespace ikrar::cli
