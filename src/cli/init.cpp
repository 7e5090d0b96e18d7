#include "cli/context.h"

namespace ikrar::cli {

namespace {

struct Options {
    ledger::NewStore store;
    std::string ceremony;
    std::string data;
    std::string passphraseFile;
};

/// A mistake in the ceremony file or the kiosk's name is told before anybody thinks of a
/// passphrase.
Result<void> checkNames(const Options& options)
{
    const auto toml = base::readFile(options.ceremony, pledge::maxCeremonySize);
    if (!toml)
        return tl::unexpected(toml.error());
    const auto ceremony = pledge::parseCeremony(base::asText(*toml));
    if (!ceremony)
        return tl::unexpected(ceremony.error());
    return pledge::makeOrigin(*ceremony, options.store.kioskId, 0, options.store.rehearsal)
        .map([](const std::string&) {});
}

void run(Context& context, Options& options)
{
    if (const auto named = checkNames(options); !named) {
        context.fail(named.error());
        return;
    }
    options.store.ceremonyFile = options.ceremony;
    options.store.data = options.data;
    if (!options.store.rehearsal && options.store.keyUri.empty()) {
        auto passphrase = passphraseFrom(options.passphraseFile, true)();
        if (!passphrase) {
            context.fail(passphrase.error());
            return;
        }
        options.store.passphrase = *passphrase;
    }
    auto store = LocalStore::create(context, options.store);
    if (!store) {
        context.fail(store.error());
        return;
    }
    (*store)->publish();
    const tlog::VerifierKey& key = (*store)->ledger().logKey();
    context.answer("New log: " + key.name + "\nIts key:  " + key.text()
            + "\nPolicy:   " + (base::Path(options.data) / "log" / "policy").string()
            + "\nGive the key to the auditors now, before anybody signs.",
        {{QStringLiteral("origin"), text(key.name)}, {QStringLiteral("vkey"), text(key.text())},
            {QStringLiteral("data"), text(options.data)},
            {QStringLiteral("rehearsal"), options.store.rehearsal}});
}

} // namespace

void addInit(CLI::App& app, Context& context)
{
    auto options = std::make_shared<Options>();
    CLI::App* command
        = addCommand(app, context, "init", "Make a new log with a fresh key for a ceremony",
            "ikrar init --ceremony takalar-2023.toml --data /var/lib/ikrar --kiosk kiosk-1",
            [&context, options] { run(context, *options); });
    command->add_option("--ceremony", options->ceremony, "The ceremony file (TOML)")
        ->required()
        ->check(CLI::ExistingFile);
    addDataOption(*command, options->data);
    command->add_option("--kiosk", options->store.kioskId, "Name of this kiosk: a-z, 0-9 and -")
        ->required();
    command->add_option("--key", options->store.keyUri,
        "URI of an existing Ed25519 key; without it a new key file is made");
    command->add_flag("--rehearsal", options->store.rehearsal,
        "A throw-away log for practice: everything says GLADI");
    addPassphraseOption(*command, options->passphraseFile);
}

} // namespace ikrar::cli
