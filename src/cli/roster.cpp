#include "attendance/roster_csv.h"
#include "cli/context.h"

#include <QJsonArray>

namespace ikrar::cli {

namespace {

constexpr std::size_t pageSize = 500;

struct Options {
    std::string data;
    std::string file;
};

/// Every problem by its line: the whole file is mended at once, not one line an attempt.
void sayProblems(Context& context, const std::vector<attendance::RosterProblem>& problems)
{
    std::string sentences = "Nothing was imported. Mend these lines and import again:";
    QJsonArray list;
    for (const attendance::RosterProblem& problem : problems) {
        sentences += "\n  line " + std::to_string(problem.line) + ": " + problem.what;
        list.append(QJsonObject{{QStringLiteral("line"), static_cast<qint64>(problem.line)},
            {QStringLiteral("what"), text(problem.what)}});
    }
    if (context.json)
        context.answer({}, {{QStringLiteral("problems"), list}});
    context.fail(Exit::WrongUse, sentences);
}

void import(Context& context, const Options& options)
{
    auto store = LocalStore::open(context, options.data, ledger::Ledger::Mode::Read);
    if (!store) {
        context.fail(store.error());
        return;
    }
    ledger::Ledger& ledger = (*store)->ledger();
    const auto bytes = base::readFile(options.file, attendance::maxRosterFile);
    if (!bytes) {
        context.fail(bytes.error());
        return;
    }
    const auto parsed = attendance::parseRosterCsv(*bytes, ledger.ceremony());
    if (!parsed) {
        context.fail(parsed.error());
        return;
    }
    if (!parsed->problems.empty()) {
        sayProblems(context, parsed->problems);
        return;
    }
    const auto change = ledger.roster().import(parsed->rows);
    if (!change) {
        context.fail(change.error());
        return;
    }
    context.answer(std::to_string(change->added) + " people added, "
            + std::to_string(change->updated) + " updated, " + std::to_string(change->unchanged)
            + " unchanged. The change counts from the next session's start.",
        {{QStringLiteral("added"), static_cast<qint64>(change->added)},
            {QStringLiteral("updated"), static_cast<qint64>(change->updated)},
            {QStringLiteral("unchanged"), static_cast<qint64>(change->unchanged)}});
}

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
        "ikrar roster import peserta.csv --data /var/lib/ikrar", {});
    roster->require_subcommand(1);
    CLI::App* importing = addCommand(*roster, context, "import",
        "Add people from a CSV file and update known ones; all of it or nothing",
        "ikrar roster import peserta.csv", [&context, options] { import(context, *options); });
    importing->add_option("file", options->file, "CSV with the columns of `ikrar roster template`")
        ->required();
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
    addDataOption(*importing, options->data);
    addDataOption(*listing, options->data);
}

} // namespace ikrar::cli
