#include "attendance/roster_file.h"
#include "cli/context.h"
#include "cli/roster_import.h"

namespace ikrar::cli {

namespace {

constexpr std::size_t pageSize = 500;

struct Options {
    std::string data;
};

void answerRow(Context& context, const ledger::RosterRow& row)
{
    const std::string number = pledge::format(row.identity);
    context.answer(std::string(pledge::code(row.identity.kind)) + "  " + number + "  " + row.name
            + "  (" + std::string(pledge::label(row.category)) + ", " + row.unit + ")",
        {{QStringLiteral("kind"), text(pledge::code(row.identity.kind))},
            {QStringLiteral("number"), text(row.identity.value)},
            {QStringLiteral("name"), text(row.name)},
            {QStringLiteral("category"), text(pledge::code(row.category))},
            {QStringLiteral("unit"), text(row.unit)}, {QStringLiteral("post"), text(row.post)},
            {QStringLiteral("rank"), text(row.rank)}});
}

void list(Context& context, const Options& options)
{
    auto store = LocalStore::open(context, options.data, ledger::Ledger::Mode::Read);
    if (!store) {
        context.fail(store.error());
        return;
    }
    for (std::uint64_t from = 0;;) {
        const auto page = (*store)->ledger().roster().page(from, pageSize);
        if (!page) {
            context.fail(page.error());
            return;
        }
        for (const ledger::RosterRow& row : page->rows)
            answerRow(context, row);
        if (page->rows.empty())
            return;
        from = page->next;
    }
}

} // namespace

void addRoster(CLI::App& app, Context& context)
{
    auto options = std::make_shared<Options>();
    CLI::App* roster = addCommand(app, context, "roster", "The people expected at the ceremony",
        "ikrar roster import pegawai.xlsx --data /var/lib/ikrar", {});
    roster->require_subcommand(1);
    addRosterImport(*roster, context);
    CLI::App* listing
        = addCommand(*roster, context, "list", "Everybody on the roster (personal data)",
            "ikrar roster list --json", [&context, options] { list(context, *options); });
    addCommand(*roster, context, "template", "An empty roster to fill in, with one example line",
        "ikrar roster template > peserta.csv", [&context] {
            const std::string csv(attendance::rosterTemplate());
            if (context.json)
                context.answer({}, {{QStringLiteral("csv"), text(csv)}});
            else
                std::cout << csv;
        });
    addDataOption(*listing, options->data);
}

} // namespace ikrar::cli
