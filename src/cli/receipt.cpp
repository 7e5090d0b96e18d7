#include "receipt/receipt.h"

#include "base/base64.h"
#include "cli/describe.h"
#include "cli/evidence.h"
#include "qr/encode.h"
#include "qr/image.h"
#include "receipt/fitting.h"

#include <unistd.h>

namespace ikrar::cli {

namespace {

struct Options {
    std::string receipt;
    std::string data;
    std::string policy;
    std::string out;
    bool dataGiven = false; ///< --data was: the store's key is meant, not a default's
};

/// A receipt with what is needed to show it: from the store by its index, or from text or picture.
struct Loaded {
    receipt::Receipt receipt;
    std::string verifyUrl;
    std::optional<tlog::Policy> policy;
};

/// DATA/log/policy, which names the witnesses too; where it cannot be read, the store's key alone.
tlog::Policy policyOf(const ledger::Ledger& ledger)
{
    auto policy = ledger.policy();
    if (policy)
        return std::move(*policy);
    Context::warn(policy.error().what);
    return tlog::Policy::forLog(ledger.logKey());
}

/// --policy; else, where --data was given, that of the store that it names.
Result<std::optional<tlog::Policy>> policyFor(Context& context, const Options& options)
{
    if (options.policy.empty()) {
        if (!options.dataGiven)
            return std::optional<tlog::Policy>{};
        const auto store = LocalStore::open(context, options.data, ledger::Ledger::Mode::Read);
        if (!store)
            return tl::unexpected(store.error());
        return std::optional(policyOf((*store)->ledger()));
    }
    auto file = readPolicy(options.policy);
    if (!file)
        return tl::unexpected(file.error());
    return std::optional(std::move(file->policy));
}

Result<Loaded> loadFromStore(Context& context, const Options& options, std::uint64_t index)
{
    auto store = LocalStore::open(context, options.data, ledger::Ledger::Mode::Read);
    if (!store)
        return tl::unexpected(store.error());
    const auto receipt = (*store)->ledger().receipt(index);
    if (!receipt)
        return tl::unexpected(receipt.error());
    auto policy = policyFor(context, options);
    if (!policy)
        return tl::unexpected(policy.error());
    if (!*policy)
        *policy = policyOf((*store)->ledger());
    return Loaded{*receipt, (*store)->ledger().ceremony().verifyUrl, std::move(*policy)};
}

Result<Loaded> loadFromText(Context& context, const Options& options)
{
    auto policy = policyFor(context, options);
    if (!policy)
        return tl::unexpected(policy.error());
    const auto text = readReceipt(options.receipt, *policy ? &**policy : nullptr);
    if (!text)
        return tl::unexpected(text.error());
    auto receipt = receipt::fromText(*text);
    if (!receipt)
        return tl::unexpected(receipt.error());
    context.speakOf(*policy ? receipt::verify(*receipt, **policy).origin : std::string());
    const std::size_t hash = text->rfind('#');
    return Loaded{std::move(*receipt),
        hash == std::string::npos ? std::string() : text->substr(0, hash), std::move(*policy)};
}

Result<Loaded> load(Context& context, const Options& options)
{
    const bool isIndex = options.receipt.size() < 19
        && options.receipt.find_first_not_of("0123456789") == std::string::npos;
    if (!isIndex)
        return loadFromText(context, options);
    const auto index = base::parseDecimal(options.receipt);
    if (!index)
        return tl::unexpected(index.error());
    return loadFromStore(context, options, *index);
}

/// `content` to --out, or to standard output, under --json as `inJson`.
void deliver(Context& context, const Options& options, BytesView content, const QJsonObject& inJson)
{
    if (options.out.empty() || options.out == "-") {
        if (context.json) {
            context.answer({}, inJson);
            return;
        }
        std::cout.write(base::asText(content).data(), static_cast<std::streamsize>(content.size()));
        return;
    }
    if (const auto written = base::replaceFile(base::systemFiles(), options.out, content); !written)
        context.fail(written.error());
    else
        context.answer("Written: " + options.out, {{QStringLiteral("out"), text(options.out)}});
}

void show(Context& context, const Options& options, const Loaded& loaded)
{
    const std::string receiptText = receipt::toText(loaded.receipt, loaded.verifyUrl);
    if (!options.out.empty()) {
        deliver(context, options, base::asBytes(receiptText),
            {{QStringLiteral("text"), text(receiptText)}});
        return;
    }
    QJsonObject object;
    std::string paragraph = receiptText;
    if (loaded.policy) {
        const receipt::Finding finding = receipt::verify(loaded.receipt, *loaded.policy);
        object = describeAsObject(finding);
        paragraph += '\n' + describe(finding);
    } else if (auto entry = pledge::decodeEntry(loaded.receipt.entry); entry) {
        object = describeUnverified(loaded.receipt, *entry);
        paragraph += "\nNot verified: no key was given (--policy or --data). It claims:"
            + describeFacts(loaded.receipt, *entry);
    }
    object.insert(QStringLiteral("text"), text(receiptText));
    context.answer(paragraph, object);
}

/// Below the picture of a rehearsal's receipt, a module a dot.
constexpr std::array<std::string_view, 5> gladi{
    ".###.#.....##..###..###",
    "#....#....#..#.#..#..#.",
    "#.##.#....####.#..#..#.",
    "#..#.#....#..#.#..#..#.",
    ".###.####.#..#.###..###",
};

void drawQr(Context& context, const Options& options, const Loaded& loaded)
{
    constexpr int pixelsAModule = 8;
    const auto matrix
        = receipt::fitting(loaded.receipt, loaded.verifyUrl, qr::Level::L)
              .and_then([&](const receipt::Receipt& receipt) {
                  return qr::encode(receipt::toText(receipt, loaded.verifyUrl), qr::Level::L);
              });
    if (!matrix) {
        context.fail(matrix.error());
        return;
    }
    const qr::Caption caption = context.rehearsal ? gladi : qr::Caption{};
    if (options.out.ends_with(".svg")) {
        deliver(context, options, base::asBytes(qr::toSvg(*matrix, caption)), {});
        return;
    }
    if (options.out.empty() && !context.json && isatty(STDOUT_FILENO) != 0) {
        context.fail(
            Exit::WrongUse, "A terminal shows no picture: name a file, such as --out receipt.png.");
        return;
    }
    const Bytes png = qr::toPng(*matrix, pixelsAModule, caption);
    deliver(context, options, png, {{QStringLiteral("png"), text(base::toBase64(png))}});
}

void writeProof(Context& context, const Options& options, const Loaded& loaded)
{
    if (!loaded.policy) {
        context.fail(Exit::WrongUse, "A tlog-proof names the log's key: give --policy.");
        return;
    }
    const auto proof = receipt::toTlogProof(loaded.receipt, *loaded.policy);
    if (!proof)
        context.fail(proof.error());
    else
        deliver(context, options, base::asBytes(proof->text()),
            {{QStringLiteral("proof"), text(proof->text())}});
}

} // namespace

void addReceipt(CLI::App& app, Context& context)
{
    using Action = void (*)(Context&, const Options&, const Loaded&);
    struct Verb {
        const char* name;
        const char* description;
        const char* example;
        Action action;
    };
    static constexpr std::array verbs{
        Verb{"show", "The receipt as text, with its facts", "ikrar receipt show 42", show},
        Verb{"qr", "Its QR as PNG, or SVG by the name's ending",
            "ikrar receipt qr 42 --out receipt.png", drawQr},
        Verb{"tlog-proof", "As a c2sp.org/tlog-proof file",
            "ikrar receipt tlog-proof 42 --out 42.tlog-proof", writeProof},
    };
    auto options = std::make_shared<Options>();
    CLI::App* receipt
        = addCommand(app, context, "receipt", "Show a receipt again, or turn it into another form",
            "ikrar receipt qr 42 --out receipt.png", {});
    receipt->require_subcommand(1);
    for (const Verb& verb : verbs) {
        CLI::App* command = addCommand(*receipt, context, verb.name, verb.description, verb.example,
            [&context, options, &app, name = verb.name, action = verb.action] {
                options->dataGiven
                    = app.get_subcommand("receipt")->get_subcommand(name)->count("--data") != 0;
                const auto loaded = load(context, *options);
                if (loaded)
                    action(context, *options, *loaded);
                else
                    context.fail(loaded.error());
            });
        command
            ->add_option("receipt", options->receipt,
                "Index of an entry of the store, receipt text, or picture")
            ->required();
        addDataOption(*command, options->data);
        command->add_option("--policy", options->policy, "File of trusted keys");
        command->add_option("--out", options->out, "Where to write, - for standard output");
    }
}

} // namespace ikrar::cli
