#include "cli/witness.h"
#include "witness/client.h"

#include <QJsonArray>

namespace ikrar::cli {

namespace {

struct Options {
    std::string data;
    std::string authorities;
};

Result<witness::Round> askOnce(ledger::Ledger& ledger, const Options& options)
{
    const auto policy = ledger.policy();
    if (!policy)
        return tl::unexpected(policy.error());
    if (witness::withAddress(*policy).empty())
        return ikrar::fail(Error::Kind::Invalid,
            "The policy " + (base::Path(options.data) / "log" / "policy").string()
                + " names no witness with an address. Put the lines that `ikrar witness init` "
                  "printed in the place of its quorum line.");
    auto patience = witness::patience();
    patience.authorities = options.authorities;
    witness::Client client(
        ledger, *policy,
        [patience](const std::string& url) { return witness::connectTo(url, patience); },
        std::chrono::steady_clock::now);
    return client.round();
}

QJsonObject objectOf(const witness::Standing& standing)
{
    QJsonObject object{{QStringLiteral("name"), text(standing.name)},
        {QStringLiteral("size"), static_cast<qint64>(standing.size)},
        {QStringLiteral("reached"), standing.reached}};
    if (!standing.warning.empty())
        object.insert(QStringLiteral("warning"), text(standing.warning));
    return object;
}

void say(Context& context, const witness::Round& round, const ledger::Status& status, bool enough)
{
    std::string paragraph = "The newest checkpoint has " + std::to_string(round.size) + " entries";
    QJsonArray witnesses;
    for (const witness::Standing& standing : round.standings) {
        paragraph += '\n' + standing.name + ": cosigned up to " + std::to_string(standing.size);
        if (!standing.warning.empty())
            paragraph += ". " + standing.warning;
        witnesses.append(objectOf(standing));
    }
    if (round.contradiction)
        paragraph += "\nSTOPPED: " + status.stopDetail;
    context.answer(paragraph,
        {{QStringLiteral("size"), static_cast<qint64>(round.size)},
            {QStringLiteral("quorum"), enough}, {QStringLiteral("witnesses"), witnesses},
            {QStringLiteral("contradicted"), round.contradiction.has_value()}});
    if (round.contradiction)
        context.exit = Exit::EvidenceFailed;
    else if (!enough)
        context.exit = Exit::EnvironmentFailed;
}

void ask(Context& context, const Options& options)
{
    auto store = LocalStore::open(context, options.data, ledger::Ledger::Mode::Read);
    if (!store) {
        context.fail(store.error());
        return;
    }
    ledger::Ledger& ledger = (*store)->ledger();
    const auto round = askOnce(ledger, options);
    const auto status = ledger.status();
    const auto witnessed
        = round ? ledger.witnessedSize(round->size - 1) : Result<std::optional<std::uint64_t>>();
    if (!round || !status || !witnessed) {
        context.fail(!round ? round.error() : !status ? status.error() : witnessed.error());
        return;
    }
    if (round->cosigned)
        (*store)->publish();
    say(context, *round, *status, witnessed->has_value());
}

} // namespace

void addWitnessAsk(CLI::App& witness, Context& context)
{
    auto options = std::make_shared<Options>();
    CLI::App* command = addCommand(witness, context, "ask",
        "Have the log's newest checkpoint cosigned; a kiosk that runs does so by itself",
        "ikrar witness ask --data /var/lib/ikrar", [&context, options] { ask(context, *options); });
    addDataOption(*command, options->data);
    command->add_option("--tls-ca", options->authorities,
        "PEM file of the authorities to trust instead of the system's");
}

} // namespace ikrar::cli
