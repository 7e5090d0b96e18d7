#include "cli/context.h"
#include "pledge/ink.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace ikrar::cli {

namespace {

struct Options {
    std::string data;
    std::uint64_t count = 100;
    std::uint64_t batch = 256;
};

/// A scribble as a hand could draw it, another one for each number.
Bytes sampleInk(std::uint64_t number)
{
    constexpr double width = 120;
    constexpr double height = 45;
    constexpr int points = 160;
    const auto phase = static_cast<double>(number % 97);
    std::vector<pledge::RawPoint> stroke;
    for (int i = 0; i < points; ++i) {
        const double t = static_cast<double>(i) / points;
        stroke.push_back({15 + 90 * t + 4 * std::sin(31 * t + phase),
            height / 2 + 13 * std::sin(17 * t + phase) * std::cos(5 * t)});
    }
    return pledge::encodeInk(pledge::resample(width, height, {stroke}));
}

/// Number `n` as a NIP that no roster has: born in 1970 to 1999, serial and month from n.
std::string sampleNip(std::uint64_t n)
{
    const auto two
        = [](std::uint64_t value) { return (value < 10 ? "0" : "") + std::to_string(value); };
    const std::uint64_t serial = n % 999 + 1;
    const std::uint64_t day = n / 999 % 28 + 1;
    const std::uint64_t month = n / 999 / 28 % 12 + 1;
    const std::uint64_t year = 1970 + n / 999 / 28 / 12 % 25;
    std::string digits = std::to_string(serial);
    digits.insert(0, 3 - digits.size(), '0');
    return std::to_string(year) + two(month) + two(day) + "201501" + "1" + digits;
}

/// The people of the roster first, then as many made-up ones as are asked for; nobody twice.
class Samples
{
public:
    explicit Samples(ledger::Ledger& ledger) : m_ledger(ledger) { }

    Result<std::vector<pledge::Declaration>> next(std::uint64_t count)
    {
        std::vector<pledge::Declaration> declarations;
        while (declarations.size() < count) {
            auto declaration
                = m_roster ? fromRoster() : Result<std::optional<pledge::Declaration>>(invented());
            if (!declaration)
                return tl::unexpected(declaration.error());
            if (!*declaration)
                continue;
            const auto known = m_ledger.registered().find((*declaration)->identity);
            if (!known)
                return tl::unexpected(known.error());
            if (!*known)
                declarations.push_back(std::move(**declaration));
        }
        return declarations;
    }

private:
    Result<std::optional<pledge::Declaration>> fromRoster()
    {
        const auto page = m_ledger.roster().page(m_position, 1);
        if (!page)
            return tl::unexpected(page.error());
        if (page->rows.empty()) {
            m_roster = false;
            return std::optional<pledge::Declaration>{};
        }
        const ledger::RosterRow& row = page->rows.front();
        pledge::Declaration declaration;
        declaration.identity = row.identity;
        declaration.name = row.name;
        declaration.unit = row.unit;
        declaration.post = row.post;
        declaration.category = row.category;
        declaration.ink = sampleInk(m_position);
        m_position = page->next;
        return std::optional(std::move(declaration));
    }

    std::optional<pledge::Declaration> invented()
    {
        const pledge::Ceremony& ceremony = m_ledger.ceremony();
        pledge::Declaration declaration;
        declaration.identity = {pledge::IdentityKind::Nip, sampleNip(m_invented)};
        declaration.name = "Peserta Simulasi " + std::to_string(m_invented + 1);
        declaration.unit = ceremony.units.empty()
            ? std::string()
            : ceremony.units[m_invented % ceremony.units.size()].id;
        declaration.category = ceremony.categories.front();
        declaration.walkIn = true;
        declaration.ink = sampleInk(m_invented++);
        return declaration;
    }

    ledger::Ledger& m_ledger;
    bool m_roster = true;
    std::uint64_t m_position = 0;
    std::uint64_t m_invented = 0;
};

/// Before a real log's passphrase is asked for.
Result<void> checkRehearsal(Context& context, const std::string& data)
{
    const auto store = LocalStore::open(context, data, ledger::Ledger::Mode::Read);
    const auto status = store ? (*store)->ledger().status() : tl::unexpected(store.error());
    if (!status)
        return tl::unexpected(status.error());
    if (!status->rehearsal)
        return ikrar::fail(Error::Kind::Refused,
            "This is a real log: samples are signed only in a rehearsal (ikrar init --rehearsal).");
    return {};
}

Result<void> ensureSession(ledger::Ledger& ledger)
{
    const auto status = ledger.status();
    if (!status)
        return tl::unexpected(status.error());
    if (status->openSession)
        return {};
    const auto started = ledger.startSession(status->lastSession + 1);
    if (!started)
        return tl::unexpected(started.error());
    return {};
}

Result<std::uint64_t> signSamples(ledger::Ledger& ledger, const Options& options)
{
    Samples samples(ledger);
    Progress progress("Signing");
    std::uint64_t last = 0;
    for (std::uint64_t done = 0; done < options.count;) {
        const auto declarations = samples.next(std::min(options.batch, options.count - done));
        if (!declarations)
            return tl::unexpected(declarations.error());
        const auto issued = ledger.sign(*declarations);
        if (!issued)
            return tl::unexpected(issued.error());
        done += issued->size();
        last = issued->back().index;
        progress.show(done, options.count);
    }
    return last;
}

/// The last entry's index. What was committed is published, also where a later batch failed; where
/// nothing was, as in a copied store, there is no entry to speak of.
Result<std::uint64_t> simulate(LocalStore& store, const Options& options)
{
    if (auto ready = ensureSession(store.ledger()); !ready)
        return tl::unexpected(ready.error());
    const auto before = store.ledger().status();
    auto last = signSamples(store.ledger(), options);
    const auto after = store.ledger().status();
    if (last || (before && after && after->size > before->size))
        store.publish();
    return last;
}

} // namespace

void addSimulate(CLI::App& app, Context& context)
{
    auto options = std::make_shared<Options>();
    CLI::App* command
        = addCommand(app, context, "simulate", "Sign sample declarations in a rehearsal",
            "ikrar simulate --data /tmp/gladi --count 600", [&context, options] {
                if (const auto allowed = checkRehearsal(context, options->data); !allowed) {
                    context.fail(allowed.error());
                    return;
                }
                auto store = LocalStore::open(context, options->data, ledger::Ledger::Mode::Sign);
                if (!store) {
                    context.fail(store.error());
                    return;
                }
                const auto last = simulate(**store, *options);
                if (!last) {
                    context.fail(last.error());
                    return;
                }
                context.answer(std::to_string(options->count)
                        + " sample declarations signed, the last as entry " + std::to_string(*last),
                    {{QStringLiteral("signed"), static_cast<qint64>(options->count)},
                        {QStringLiteral("last_index"), static_cast<qint64>(*last)}});
            });
    addDataOption(*command, options->data);
    command->add_option("--count", options->count, "How many")
        ->capture_default_str()
        ->check(CLI::PositiveNumber);
    command
        ->add_option(
            "--batch", options->batch, "Declarations that share one commit; 1 as at a lone kiosk")
        ->capture_default_str()
        ->check(CLI::Range(1, 4096));
}

} // namespace ikrar::cli
