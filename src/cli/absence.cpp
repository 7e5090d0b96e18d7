#include "attendance/absence_file.h"
#include "attendance/records.h"
#include "attendance/table_file.h"
#include "cli/context.h"

namespace ikrar::cli {

namespace {

using ledger::Ledger;

struct Options {
    std::string data;
    std::string file;
    std::string identity;
    std::string reason;
    std::string note;
    std::string sheet;
};

/// Runs `use` on the store, and says what failed.
void onStore(
    Context& context, const Options& options, const std::function<Result<void>(Ledger&)>& use)
{
    auto store = LocalStore::open(context, options.data, Ledger::Mode::Read);
    const auto used = store ? use((*store)->ledger()) : tl::unexpected(store.error());
    if (!used)
        context.fail(used.error());
}

/// Every problem by its row: the whole file is mended at once, not one row an attempt.
void sayProblems(Context& context, const std::vector<attendance::AbsenceProblem>& problems)
{
    std::string sentences = "Nothing was stated. Mend these rows and import again:";
    QJsonArray list;
    for (const attendance::AbsenceProblem& problem : problems) {
        sentences += "\n  row " + std::to_string(problem.row) + ": " + problem.what;
        list.append(QJsonObject{{QStringLiteral("row"), static_cast<qint64>(problem.row)},
            {QStringLiteral("what"), text(problem.what)}});
    }
    if (context.json)
        context.answer({}, {{QStringLiteral("problems"), list}});
    context.fail(Exit::WrongUse, sentences);
}

/// Adds those who are not on the roster, whom the store would refuse one at a time.
Result<void> addStrangers(Ledger& ledger, attendance::AbsenceImport& import)
{
    for (std::size_t i = 0; i < import.absences.size(); ++i) {
        const auto person = ledger.roster().find(import.absences[i].identity);
        if (!person)
            return tl::unexpected(person.error());
        if (!*person)
            import.problems.push_back({import.rows[i],
                "Nobody with this number is on the roster; import them there first."});
    }
    std::sort(import.problems.begin(), import.problems.end(),
        [](const auto& a, const auto& b) { return a.row < b.row; });
    return {};
}

void import(Context& context, const Options& options)
{
    onStore(context, options, [&](Ledger& ledger) -> Result<void> {
        const auto bytes = base::readFile(options.file, attendance::maxTableFile);
        if (!bytes)
            return tl::unexpected(bytes.error());
        auto parsed = attendance::readAbsences(*bytes, options.sheet);
        if (!parsed)
            return tl::unexpected(parsed.error());
        if (auto looked = addStrangers(ledger, *parsed); !looked)
            return looked;
        if (!parsed->problems.empty()) {
            sayProblems(context, parsed->problems);
            return {};
        }
        return ledger.absences().state(parsed->absences).map([&] {
            context.answer(std::to_string(parsed->absences.size()) + " reasons stated.",
                {{QStringLiteral("stated"), static_cast<qint64>(parsed->absences.size())}});
        });
    });
}

void set(Context& context, const Options& options)
{
    onStore(context, options, [&](Ledger& ledger) -> Result<void> {
        auto identity = identityFrom(options.identity);
        if (!identity)
            return tl::unexpected(identity.error());
        const auto reason = ledger::absenceReasonFromCode(options.reason);
        if (!reason)
            return tl::unexpected(reason.error());
        return ledger.absences().state({{std::move(*identity), *reason, options.note}}).map([&] {
            context.answer(
                "Stated: " + std::string(label(*reason)) + ".", {{QStringLiteral("stated"), 1}});
        });
    });
}

void remove(Context& context, const Options& options)
{
    onStore(context, options, [&](Ledger& ledger) -> Result<void> {
        const auto identity = identityFrom(options.identity);
        if (!identity)
            return tl::unexpected(identity.error());
        return ledger.absences().takeBack(*identity).map([&] {
            context.answer("No reason is stated any more.", {{QStringLiteral("stated"), 0}});
        });
    });
}

void answerAbsent(Context& context, const attendance::AbsentRecord& absent)
{
    const ledger::RosterRow& person = absent.person;
    const std::string reason
        = absent.stated ? std::string(code(absent.stated->reason)) : "tanpa-keterangan";
    const std::string note = absent.stated ? absent.stated->note : std::string();
    context.answer(reason + "  " + std::string(code(person.identity.kind)) + "  "
            + pledge::format(person.identity) + "  " + person.name + "  (" + person.unit + ")"
            + (note.empty() ? "" : "  " + note),
        {{QStringLiteral("kind"), text(code(person.identity.kind))},
            {QStringLiteral("number"), text(person.identity.value)},
            {QStringLiteral("name"), text(person.name)},
            {QStringLiteral("unit"), text(person.unit)},
            {QStringLiteral("reason"),
                absent.stated ? QJsonValue(text(code(absent.stated->reason))) : QJsonValue()},
            {QStringLiteral("note"), text(note)}});
}

void list(Context& context, const Options& options)
{
    onStore(context, options, [&](Ledger& ledger) {
        return attendance::recordsOf(ledger)->eachAbsent(
            [&](const attendance::AbsentRecord& absent) -> Result<void> {
                answerAbsent(context, absent);
                return {};
            });
    });
}

} // namespace

void addAbsence(CLI::App& app, Context& context)
{
    auto options = std::make_shared<Options>();
    CLI::App* absence = addCommand(app, context, "absence", "Why people of the roster did not sign",
        "ikrar absence set --id nip:198609262015051001 --reason sakit", {});
    absence->require_subcommand(1);
    CLI::App* importing = addCommand(*absence, context, "import",
        "State reasons from CSV or XLSX with columns for number and reason; all of it or nothing",
        "ikrar absence import tidak-hadir.csv", [&context, options] { import(context, *options); });
    importing->add_option("file", options->file, "CSV or XLSX with a row of titles")->required();
    importing->add_option("--sheet", options->sheet, "Worksheet to read; the first by default");
    CLI::App* setting = addCommand(*absence, context, "set", "State one reason",
        "ikrar absence set --id nip:198609262015051001 --reason dinas-luar --note 'Makassar'",
        [&context, options] { set(context, *options); });
    setting->add_option("--reason", options->reason, "izin, sakit, cuti or dinas-luar")->required();
    setting->add_option("--note", options->note, "One line");
    CLI::App* removing = addCommand(*absence, context, "remove", "Take a stated reason back",
        "ikrar absence remove --id nip:198609262015051001",
        [&context, options] { remove(context, *options); });
    for (CLI::App* command : {setting, removing})
        command->add_option("--id", options->identity, "KIND:VALUE of the person")->required();
    CLI::App* listing = addCommand(*absence, context, "list",
        "Everybody on the roster without a valid signature, by unit, rank and name (personal data)",
        "ikrar absence list --json", [&context, options] { list(context, *options); });
    for (CLI::App* command : {importing, setting, removing, listing})
        addDataOption(*command, options->data);
}

} // namespace ikrar::cli
