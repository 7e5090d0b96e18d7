#include "attendance/table_file.h"
#include "attendance/wet_entry.h"
#include "cli/context.h"

#include <iostream>

namespace ikrar::cli {

namespace {

using attendance::WetEntered;
using attendance::WetPlan;
using ledger::Ledger;

struct Options {
    std::string data;
    std::string passphraseFile;
    std::string file;
    std::string sheet;
    attendance::Observer observer;
    bool preview = false;
    std::string out;
};

qint64 number(std::uint64_t count)
{
    return static_cast<qint64>(count);
}

QJsonArray problemList(const WetPlan& plan)
{
    QJsonArray list;
    for (const attendance::WetProblem& problem : plan.problems)
        list.append(QJsonObject{{QStringLiteral("row"), number(problem.row)},
            {QStringLiteral("what"), text(problem.what)}});
    return list;
}

std::string_view methodWord(pledge::Method method)
{
    switch (method) {
    case pledge::Method::Assisted:
        return "assisted";
    case pledge::Method::WetInk:
        return "wet-ink";
    case pledge::Method::Kiosk:
        break;
    }
    return "kiosk";
}

QJsonArray enteredList(const std::vector<WetEntered>& all)
{
    QJsonArray list;
    for (const WetEntered& each : all)
        list.append(QJsonObject{{QStringLiteral("row"), number(each.row)},
            {QStringLiteral("index"), number(each.index)},
            {QStringLiteral("kind"), text(code(each.identity.kind))},
            {QStringLiteral("number"), text(each.identity.value)},
            {QStringLiteral("name"), text(each.name)},
            {QStringLiteral("method"), text(methodWord(each.method))}});
    return list;
}

std::string leftOutLines(const std::vector<WetEntered>& all)
{
    std::string lines;
    for (const WetEntered& each : all) {
        lines += "\n  row " + std::to_string(each.row) + ": " + each.name
            + " signed already, entry " + std::to_string(each.index);
        lines += each.method == pledge::Method::WetInk ? " on row " + each.paper : " at the kiosk";
    }
    return lines.empty()
        ? lines
        : "\nLeft out, since the earlier signature stands unless it is voided:" + lines;
}

/// Every problem by its row: the whole file is mended at once, not one row an attempt.
void sayProblems(Context& context, const WetPlan& plan)
{
    std::string sentences = "Nothing was entered. Mend these rows and import again:";
    for (const attendance::WetProblem& problem : plan.problems)
        sentences += "\n  row " + std::to_string(problem.row) + ": " + problem.what;
    if (context.json)
        context.answer({}, {{QStringLiteral("problems"), problemList(plan)}});
    context.fail(Exit::WrongUse, sentences);
}

void sayDone(Context& context, const Options& options, const WetPlan& plan,
    const std::vector<ledger::Issued>& issued)
{
    const std::size_t count = plan.declarations.size();
    std::string paragraph = std::to_string(count)
        + (count == 1 ? " wet signature" : " wet signatures")
        + (options.preview ? " would be entered" : " entered");
    if (!issued.empty())
        paragraph += " (entries " + std::to_string(issued.front().index) + " to "
            + std::to_string(issued.back().index) + ")";
    paragraph += '.';
    if (!plan.already.empty())
        paragraph += "\n" + std::to_string(plan.already.size()) + " were entered before.";
    paragraph += leftOutLines(plan.signedElsewhere);
    QJsonObject object{{QStringLiteral("entered"), number(count)},
        {QStringLiteral("preview"), options.preview},
        {QStringLiteral("already"), enteredList(plan.already)},
        {QStringLiteral("left_out"), enteredList(plan.signedElsewhere)}};
    if (!issued.empty()) {
        object.insert(QStringLiteral("first_index"), number(issued.front().index));
        object.insert(QStringLiteral("last_index"), number(issued.back().index));
    }
    context.answer(paragraph, object);
}

Result<void> import(Context& context, const Options& options)
{
    const auto bytes = base::readFile(options.file, attendance::maxTableFile);
    if (!bytes)
        return tl::unexpected(bytes.error());
    const auto read = attendance::readWetSignatures(*bytes, options.observer, options.sheet);
    if (!read)
        return tl::unexpected(read.error());
    auto store = LocalStore::open(context, options.data,
        options.preview ? Ledger::Mode::Read : Ledger::Mode::Sign, options.passphraseFile);
    if (!store)
        return tl::unexpected(store.error());
    Ledger& ledger = (*store)->ledger();
    const auto plan = attendance::planWetSignatures(*read, ledger);
    if (!plan)
        return tl::unexpected(plan.error());
    if (!plan->problems.empty()) {
        sayProblems(context, *plan);
        return {};
    }
    std::vector<ledger::Issued> none;
    auto issued = options.preview ? Result<std::vector<ledger::Issued>>(std::move(none))
                                  : ledger.sign(plan->declarations);
    if (!issued)
        return tl::unexpected(issued.error());
    if (!options.preview)
        (*store)->publish();
    sayDone(context, options, *plan, *issued);
    return {};
}

void writeTemplate(Context& context, const std::string& out)
{
    const std::string csv = attendance::wetTemplate();
    if (!out.empty() && out != "-") {
        const auto written = base::replaceFile(base::systemFiles(), out, base::asBytes(csv));
        if (!written)
            context.fail(written.error());
        else
            context.answer("Written: " + out, {{QStringLiteral("out"), text(out)}});
        return;
    }
    if (context.json)
        context.answer({}, {{QStringLiteral("csv"), text(csv)}});
    else
        std::cout << csv;
}

} // namespace

void addWet(CLI::App& app, Context& context)
{
    auto options = std::make_shared<Options>();
    CLI::App* wet = addCommand(app, context, "wet",
        "Signatures on paper sheets, entered into the log", "ikrar wet import basah.xlsx", {});
    wet->require_subcommand(1);
    CLI::App* importing = addCommand(*wet, context, "import",
        "Enter the signatures of printed sheets (`ikrar invite --sheets`) from CSV or XLSX, in the "
        "open session; all of it or nothing",
        "ikrar wet import basah.xlsx --observer 'Nama Saksi' --observer-post 'Jabatan Saksi'",
        [&context, options] {
            if (const auto done = import(context, *options); !done)
                context.fail(done.error());
        });
    importing
        ->add_option("file", options->file,
            "With columns Kode baris, NIP/NIK, and Nama, Saksi, Jabatan saksi where there are")
        ->required();
    importing->add_option("--sheet", options->sheet, "Worksheet to read; the first by default");
    CLI::Option* observer = importing->add_option("--observer", options->observer.name,
        "Who saw the signatures made, where a row names nobody");
    importing->add_option("--observer-post", options->observer.post, "The observer's post")
        ->needs(observer);
    importing->add_flag("--preview", options->preview, "Say what would be entered, enter nothing");
    addDataOption(*importing, options->data);
    addPassphraseOption(*importing, options->passphraseFile);
    CLI::App* form = addCommand(*wet, context, "template",
        "An empty table to fill in, with one example line", "ikrar wet template --out basah.csv",
        [&context, options] { writeTemplate(context, options->out); });
    form->add_option("--out", options->out, "Where to write, - for standard output");
}

} // namespace ikrar::cli
