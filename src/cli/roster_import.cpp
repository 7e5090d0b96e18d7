#include "cli/roster_import.h"

#include "attendance/roster_changes.h"
#include "attendance/roster_file.h"
#include "attendance/roster_problems.h"

#include <QJsonArray>

#include <algorithm>

namespace ikrar::cli {

namespace {

using attendance::RosterChanges;
using attendance::RosterColumn;
using attendance::RosterImport;
using attendance::RosterProblem;
using attendance::TableFile;

constexpr std::size_t firstRows = 5;
constexpr std::size_t shownChanges = 20;

struct Options {
    std::string data;
    std::string file;
    std::string sheet;
    std::string category;
    bool preview = false;
};

qint64 number(std::uint64_t count)
{
    return static_cast<qint64>(count);
}

std::string counted(std::size_t count, const std::string& one, const std::string& many)
{
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string problemLines(const RosterImport& import)
{
    std::string lines;
    for (const attendance::RosterComplaint& complaint : attendance::complaintsOf(import)) {
        lines += complaint.rows.size() == 1 ? "\n  row " : "\n  rows ";
        lines += attendance::rowRanges(complaint.rows) + ": " + complaint.what;
    }
    if (import.problemCount > import.problems.size())
        lines += "\n  and " + std::to_string(import.problemCount - import.problems.size())
            + " more problems";
    return lines;
}

QJsonArray problemList(const RosterImport& import)
{
    QJsonArray list;
    for (const RosterProblem& problem : import.problems)
        list.append(QJsonObject{{QStringLiteral("row"), number(problem.row)},
            {QStringLiteral("what"), text(problem.what)}});
    return list;
}

std::string meaning(const RosterColumn& column)
{
    if (!column.field)
        return column.needless ? "not needed" : "not known, not read";
    std::string words(code(*column.field));
    if (column.kind)
        words += " (" + std::string(pledge::code(*column.kind)) + ")";
    return words;
}

QJsonArray columnList(const RosterImport& import)
{
    QJsonArray list;
    for (const RosterColumn& column : import.columns) {
        QJsonObject one{{QStringLiteral("column"), text(column.letter())},
            {QStringLiteral("header"), text(column.header)},
            {QStringLiteral("field"),
                column.field ? QJsonValue(text(code(*column.field))) : QJsonValue()},
            {QStringLiteral("known"), column.field || column.needless}};
        if (column.kind)
            one.insert(QStringLiteral("number_kind"), text(pledge::code(*column.kind)));
        list.append(one);
    }
    return list;
}

std::string columnLines(const RosterImport& import)
{
    std::string lines;
    for (const RosterColumn& column : import.columns)
        lines += "\n  " + column.letter() + "  '" + column.header + "': " + meaning(column);
    return lines;
}

std::string unknownColumns(const RosterImport& import)
{
    std::string unknown;
    for (const RosterColumn& column : import.columns) {
        if (!column.field && !column.needless)
            unknown += (unknown.empty() ? "" : ", ") + column.letter() + " '" + column.header + "'";
    }
    return unknown;
}

std::string quoted(const std::vector<std::string>& names)
{
    std::string list;
    for (const std::string& name : names)
        list += (list.empty() ? "'" : ", '") + name + "'";
    return list;
}

/// What somebody who did not ask for a preview should know of how the file was read.
std::string remarks(const RosterImport& import)
{
    std::string text;
    if (const std::string unknown = unknownColumns(import); !unknown.empty())
        text += "\nColumns that are not known and were not read: " + unknown + ".";
    const TableFile& file = import.file;
    if (file.format == TableFile::Format::Csv
        && file.encoding == attendance::TextEncoding::Windows1252)
        text += "\nThe file is not UTF-8 and was read as Windows-1252: look at names with accents.";
    if (file.sheets.size() > 1)
        text += "\nOnly the sheet '" + file.sheet + "' was read (--sheet NAME): the workbook has "
            + quoted(file.sheets) + ".";
    const auto byName = std::count_if(import.rows.begin(), import.rows.end(),
        [](const auto& row) { return row.identity.kind == pledge::IdentityKind::Nama; });
    if (byName > 0)
        text += "\nPeople without a number, known by their name alone: " + std::to_string(byName)
            + ".";
    return text;
}

std::string personLine(const ledger::RosterRow& person)
{
    return person.name + ", " + std::string(pledge::code(person.identity.kind)) + " "
        + pledge::format(person.identity) + ", " + std::string(label(person.category)) + ", "
        + person.unit + (person.post.empty() ? "" : ", " + person.post)
        + (person.rank.empty() ? "" : ", " + person.rank);
}

QJsonObject personObject(std::size_t row, const ledger::RosterRow& person)
{
    return {{QStringLiteral("row"), number(row)},
        {QStringLiteral("kind"), text(pledge::code(person.identity.kind))},
        {QStringLiteral("number"), text(person.identity.value)},
        {QStringLiteral("name"), text(person.name)},
        {QStringLiteral("category"), text(pledge::code(person.category))},
        {QStringLiteral("unit"), text(person.unit)}, {QStringLiteral("post"), text(person.post)},
        {QStringLiteral("rank"), text(person.rank)}};
}

std::string firstLines(const RosterImport& import)
{
    std::string lines;
    for (std::size_t i = 0; i < std::min(firstRows, import.rows.size()); ++i)
        lines += "\n  row " + std::to_string(import.numbers[i]) + ": " + personLine(import.rows[i]);
    return lines;
}

std::string changeLines(const RosterImport& import, const RosterChanges& changes)
{
    std::string lines;
    for (std::size_t i = 0; i < std::min(shownChanges, changes.changes.size()); ++i) {
        const auto& change = changes.changes[i];
        lines += "\n  row " + std::to_string(import.numbers[change.at]) + ": "
            + import.rows[change.at].name;
        for (const auto& field : change.fields)
            lines += "; " + std::string(field.name) + " '" + field.before + "' becomes '"
                + field.after + "'";
    }
    if (changes.counts.updated > shownChanges)
        lines += "\n  and " + std::to_string(changes.counts.updated - shownChanges) + " more";
    return lines;
}

QJsonArray changeList(const RosterImport& import, const RosterChanges& changes)
{
    QJsonArray list;
    for (const auto& change : changes.changes) {
        QJsonArray fields;
        for (const auto& field : change.fields)
            fields.append(QJsonObject{{QStringLiteral("field"), text(field.name)},
                {QStringLiteral("before"), text(field.before)},
                {QStringLiteral("after"), text(field.after)}});
        list.append(QJsonObject{{QStringLiteral("row"), number(import.numbers[change.at])},
            {QStringLiteral("name"), text(import.rows[change.at].name)},
            {QStringLiteral("fields"), fields}});
    }
    return list;
}

QJsonObject countsObject(const ledger::Roster::Change& counts)
{
    return {{QStringLiteral("added"), number(counts.added)},
        {QStringLiteral("updated"), number(counts.updated)},
        {QStringLiteral("unchanged"), number(counts.unchanged)}};
}

std::string problemCount(const RosterImport& import)
{
    return counted(import.problemCount, "problem", "problems");
}

void preview(Context& context, const RosterImport& import, const ledger::Roster& roster)
{
    const auto changes = attendance::changesBy(import.rows, roster);
    if (!changes) {
        context.fail(changes.error());
        return;
    }
    QJsonArray first;
    for (std::size_t i = 0; i < std::min(firstRows, import.rows.size()); ++i)
        first.append(personObject(import.numbers[i], import.rows[i]));
    QJsonObject object = countsObject(changes->counts);
    object.insert(QStringLiteral("preview"), true);
    object.insert(QStringLiteral("file"), text(import.file.describe()));
    object.insert(QStringLiteral("header_row"), number(import.headerRow));
    object.insert(QStringLiteral("sheets"), textArray(import.file.sheets));
    object.insert(QStringLiteral("columns"), columnList(import));
    object.insert(QStringLiteral("first"), first);
    object.insert(QStringLiteral("changes"), changeList(import, *changes));
    object.insert(QStringLiteral("absent"), number(changes->absent));
    object.insert(QStringLiteral("problems"), problemList(import));
    object.insert(QStringLiteral("problem_count"), number(import.problemCount));
    object.insert(QStringLiteral("problem_rows"), number(import.problemRows));

    std::string said = "A preview: nothing is written.\n" + import.file.describe()
        + "; the header stands in row " + std::to_string(import.headerRow) + "." + remarks(import)
        + "\n\nColumns" + columnLines(import) + "\n\n"
        + counted(import.rows.size(), "person", "people") + ": "
        + std::to_string(changes->counts.added) + " to add, "
        + std::to_string(changes->counts.updated) + " to update, "
        + std::to_string(changes->counts.unchanged) + " unchanged.";
    if (changes->absent > 0 && import.problemCount == 0) // whom a bad row names is not absent
        said += "\nOn the roster and not in this file: " + std::to_string(changes->absent)
            + "; they stay.";
    if (!import.rows.empty())
        said += "\n\nThe first rows" + firstLines(import);
    if (changes->counts.updated > 0)
        said += "\n\nWhat would change" + changeLines(import, *changes);
    if (import.problemCount > 0)
        said += "\n\n" + problemCount(import) + " in " + counted(import.problemRows, "row", "rows")
            + problemLines(import);
    context.answer(said, object);
    if (import.problemCount > 0)
        context.fail(Exit::WrongUse,
            "This file cannot be imported before " + problemCount(import) + " in it "
                + (import.problemCount == 1 ? "is" : "are") + " mended.");
}

/// Every problem by its row: the whole file is mended at once, not one row an attempt.
void sayProblems(Context& context, const RosterImport& import)
{
    if (context.json)
        context.answer({},
            {{QStringLiteral("problems"), problemList(import)},
                {QStringLiteral("problem_count"), number(import.problemCount)}});
    context.fail(Exit::WrongUse,
        "Nothing was imported. Mend these rows and import again:" + problemLines(import));
}

void write(Context& context, const RosterImport& import, ledger::Roster& roster)
{
    Progress progress("Importing people");
    const auto change = roster.import(import.rows,
        [&progress](std::uint64_t done, std::uint64_t of) { progress.show(done, of); });
    if (!change) {
        context.fail(change.error());
        return;
    }
    QJsonObject object = countsObject(*change);
    object.insert(QStringLiteral("file"), text(import.file.describe()));
    object.insert(QStringLiteral("columns"), columnList(import));
    context.answer(std::to_string(change->added) + " people added, "
            + std::to_string(change->updated) + " updated, " + std::to_string(change->unchanged)
            + " unchanged. The change counts from the next session's start." + remarks(import),
        object);
}

Result<RosterImport> read(const Options& options, const pledge::Ceremony& ceremony)
{
    constexpr std::uint64_t kibibyte = 1024;
    attendance::RosterOptions how;
    how.sheet = options.sheet;
    if (!options.category.empty()) {
        const auto category = pledge::categoryFromCode(options.category);
        if (!category)
            return tl::unexpected(category.error());
        how.category = *category;
    }
    Progress progress("Reading, in KiB:");
    how.progress = [&progress](std::uint64_t done, std::uint64_t of) {
        progress.show(done / kibibyte, of / kibibyte);
    };
    return attendance::readRosterFile(options.file, ceremony, how);
}

void run(Context& context, const Options& options)
{
    auto store = LocalStore::open(context, options.data, ledger::Ledger::Mode::Read);
    if (!store) {
        context.fail(store.error());
        return;
    }
    ledger::Ledger& ledger = (*store)->ledger();
    const auto import = read(options, ledger.ceremony());
    if (!import)
        context.fail(import.error());
    else if (options.preview)
        preview(context, *import, ledger.roster());
    else if (import->problemCount > 0)
        sayProblems(context, *import);
    else
        write(context, *import, ledger.roster());
}

} // namespace

void addRosterImport(CLI::App& roster, Context& context)
{
    auto options = std::make_shared<Options>();
    CLI::App* command = addCommand(roster, context, "import",
        "Add people from CSV or XLSX and update known ones; all of it or nothing. Columns are "
        "known "
        "by their usual headers (Nama, NIP, Unit Kerja, Jabatan, Pangkat/Gol., Kategori, ...)",
        "ikrar roster import pegawai.xlsx --preview",
        [&context, options] { run(context, *options); });
    command->add_option("file", options->file, "CSV or XLSX; see `ikrar roster template`")
        ->required();
    command->add_flag("--preview", options->preview,
        "Write nothing; show how the file is read, what it would change, and every problem");
    command->add_option("--sheet", options->sheet, "Sheet of the workbook (default: the first)");
    command->add_option("--category", options->category,
        "Category of those for whom neither a column nor the NIP tells it, such as non-asn");
    addDataOption(*command, options->data);
}

} // namespace ikrar::cli
