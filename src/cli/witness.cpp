#include "cli/witness.h"

#include "cli/context.h"
#include "witness/home.h"

#include <QJsonArray>

namespace ikrar::cli {

namespace {

struct Options {
    std::string data;
    witness::NewHome home;
    std::string url;
    std::string passphraseFile;
    std::vector<std::string> logs;
};

/// The lines that make an auditor or a kiosk trust this witness.
std::string policyLines(const witness::Home& home, const std::string& url)
{
    return "witness " + home.key.name + " " + home.key.text() + (url.empty() ? "" : " " + url)
        + "\nquorum " + home.key.name;
}

void init(Context& context, Options& options)
{
    options.home.directory = options.data;
    if (options.home.keyUri.empty()) {
        auto passphrase = passphraseFrom(options.passphraseFile, true)();
        if (!passphrase) {
            context.fail(passphrase.error());
            return;
        }
        options.home.passphrase = *passphrase;
    }
    const auto home = witness::createHome(
        base::systemFiles(), options.home, passphraseFrom(options.passphraseFile));
    if (!home) {
        context.fail(home.error());
        return;
    }
    const std::string lines = policyLines(*home, options.url);
    context.answer("New witness: " + home->key.name + "\nIts key:     " + home->key.text()
            + "\nGive auditors these lines of a policy, and kiosks too for DATA/log/policy, in the "
              "place of its quorum line:\n"
            + lines
            + (options.url.empty() ? "\nBehind the key stands the address, where kiosks reach this "
                                     "witness: https://saksi.example:8443"
                                   : ""),
        {{QStringLiteral("name"), text(home->key.name)},
            {QStringLiteral("vkey"), text(home->key.text())},
            {QStringLiteral("policy"), text(lines + "\n")},
            {QStringLiteral("data"), text(options.data)}});
}

/// A log's key itself, or the `log` lines of a policy file.
Result<std::vector<tlog::Policy::Log>> logsOf(const std::string& argument)
{
    if (auto key = tlog::VerifierKey::parse(argument))
        return std::vector{tlog::Policy::Log{std::move(*key), {}}};
    constexpr std::size_t maxPolicy = std::size_t{1} << 20U;
    const auto bytes = base::readFile(argument, maxPolicy);
    if (!bytes)
        return ikrar::fail(Error::Kind::Invalid, argument + " is neither a log's key nor a policy");
    const auto policy = tlog::Policy::parse(base::asText(*bytes));
    if (!policy)
        return tl::unexpected(policy.error());
    return policy->logs();
}

void add(Context& context, const Options& options)
{
    std::vector<tlog::Policy::Log> logs;
    for (const std::string& argument : options.logs) {
        const auto named = logsOf(argument);
        if (!named) {
            context.fail(named.error());
            return;
        }
        logs.insert(logs.end(), named->begin(), named->end());
    }
    const auto added = witness::trustLogs(base::systemFiles(), options.data, logs);
    if (!added) {
        context.fail(added.error());
        return;
    }
    context.answer("New logs   " + std::to_string(*added) + " of " + std::to_string(logs.size())
            + "; a witness that runs takes them up by itself",
        {{QStringLiteral("added"), static_cast<qint64>(*added)},
            {QStringLiteral("given"), static_cast<qint64>(logs.size())}});
}

void list(Context& context, const Options& options)
{
    const auto home = witness::Home::load(options.data);
    if (!home) {
        context.fail(home.error());
        return;
    }
    std::string paragraph = "Witness  " + home->key.text() + '\n' + "Logs     "
        + std::to_string(home->policy.logs().size()) + " trusted";
    QJsonArray logs;
    for (const auto& log : home->policy.logs()) {
        paragraph += '\n' + log.key.text();
        logs.append(text(log.key.text()));
    }
    context.answer(paragraph,
        {{QStringLiteral("name"), text(home->key.name)},
            {QStringLiteral("vkey"), text(home->key.text())}, {QStringLiteral("logs"), logs}});
}

} // namespace

void addWitnessData(CLI::App& command, std::string& data)
{
    command.add_option("--data", data, "Directory of the witness")->required();
}

void addWitness(CLI::App& app, Context& context)
{
    CLI::App* parent = addCommand(app, context, "witness",
        "Cosign logs as a second party, or have a log cosigned",
        "ikrar witness serve --data /var/lib/ikrar-witness --listen 0.0.0.0:8443", {});
    parent->require_subcommand(1);
    auto options = std::make_shared<Options>();

    CLI::App* command = addCommand(*parent, context, "init", "Make a new witness with a fresh key",
        "ikrar witness init --data /var/lib/ikrar-witness --name bawaslu.example/saksi --url "
        "https://saksi.bawaslu.example:8443",
        [&context, options] { init(context, *options); });
    addWitnessData(*command, options->data);
    command->add_option("--name", options->home.name, "Its name: no space and no +")->required();
    command->add_option("--key", options->home.keyUri,
        "URI of an existing Ed25519 key; without it a new key file is made");
    command->add_option("--url", options->url, "Where kiosks will reach it, for the policy line");
    addPassphraseOption(*command, options->passphraseFile);

    command = addCommand(*parent, context, "add", "Trust logs, so that they are cosigned",
        "ikrar witness add --data /var/lib/ikrar-witness kiosk-1.policy",
        [&context, options] { add(context, *options); });
    addWitnessData(*command, options->data);
    command->add_option("log", options->logs, "A log's key, or a policy file with log lines")
        ->required();

    command = addCommand(*parent, context, "list", "The logs that are trusted",
        "ikrar witness list --data /var/lib/ikrar-witness",
        [&context, options] { list(context, *options); });
    addWitnessData(*command, options->data);

    addWitnessServe(*parent, context);
    addWitnessAsk(*parent, context);
}

} // namespace ikrar::cli
