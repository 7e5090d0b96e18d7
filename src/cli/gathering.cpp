#include "cli/gathering.h"

#include "base/printable.h"

namespace ikrar::cli {

namespace {

constexpr std::size_t maxPasswordFile = 4096;

QJsonValue number(std::uint64_t value)
{
    return static_cast<qint64>(value);
}

std::string findingLine(const audit::Finding& finding)
{
    std::string line = "\n           FAILED " + finding.kind;
    if (finding.index)
        line += ", entry " + std::to_string(*finding.index);
    return line + ": " + base::printable(finding.what);
}

} // namespace

void addIntoOptions(CLI::App& command, IntoOptions& options)
{
    addStoreOptions(command, options, "--into");
    command.get_option("--into")->required();
}

void addStoreOptions(CLI::App& command, IntoOptions& options, const std::string& name)
{
    command
        .add_option(name, options.where,
            "Where kiosks are gathered: a file of its own, or postgresql://user@host:port/database")
        ->type_name("STORE");
    command
        .add_option("--password-file", options.passwordFile,
            "File whose first line is the server's password, where PGPASSFILE does not hold it")
        ->check(CLI::ExistingFile);
}

Result<attendance::Gathering::Name> nameOf(const IntoOptions& options)
{
    attendance::Gathering::Name name{options.where, {}};
    if (options.passwordFile.empty())
        return name;
    const auto bytes = base::readFile(options.passwordFile, maxPasswordFile);
    if (!bytes)
        return tl::unexpected(bytes.error());
    const std::string_view text = base::asText(*bytes);
    name.password = text.substr(0, text.find('\n'));
    return name;
}

std::string shown(const attendance::Gathering::Name& name)
{
    if (!ledger::isServerAddress(name.where))
        return name.where;
    const auto server = ledger::parseServerAddress(name.where);
    return server ? server->shown : std::string("the database");
}

std::string describe(const attendance::Merged& merged)
{
    std::string lines = "Source     " + merged.source;
    if (!merged.origin.empty())
        lines += "\nLog        " + merged.origin;
    if (!merged.refused.empty()) {
        lines += "\nREFUSED    " + merged.refused;
        for (const audit::Finding& finding : merged.findings)
            lines += findingLine(finding);
        return lines;
    }
    const std::uint64_t taken = merged.after - merged.before;
    lines += "\nEntries    " + std::to_string(merged.after) + ", "
        + (merged.size < merged.before ? "this copy is older and has " + std::to_string(merged.size)
                : taken == 0           ? std::string("none new")
                                       : std::to_string(taken) + " of them new");
    if (merged.roster != 0)
        lines += "\nRoster     " + std::to_string(merged.roster) + " people";
    if (!merged.inconsistent.empty())
        lines += "\nINCONSISTENT  " + merged.inconsistent;
    for (const attendance::RefusedRow& row : merged.refusedRows)
        lines += "\nREFUSED    the row of entry " + std::to_string(row.index) + ": " + row.why;
    if (merged.refusedCount > merged.refusedRows.size())
        lines += "\n           ... and "
            + std::to_string(merged.refusedCount - merged.refusedRows.size()) + " rows more";
    return lines;
}

QJsonObject describeAsObject(const attendance::Merged& merged)
{
    QJsonArray findings;
    for (const audit::Finding& finding : merged.findings) {
        QJsonObject one{{QStringLiteral("kind"), text(finding.kind)},
            {QStringLiteral("path"), text(finding.path)},
            {QStringLiteral("what"), text(finding.what)}};
        if (finding.index)
            one.insert(QStringLiteral("index"), number(*finding.index));
        findings.append(one);
    }
    QJsonArray rows;
    for (const attendance::RefusedRow& row : merged.refusedRows)
        rows.append(QJsonObject{
            {QStringLiteral("index"), number(row.index)}, {QStringLiteral("why"), text(row.why)}});
    return {
        {QStringLiteral("source"), text(merged.source)},
        {QStringLiteral("origin"), text(merged.origin)},
        {QStringLiteral("kiosk"), text(merged.kiosk)},
        {QStringLiteral("size"), number(merged.size)},
        {QStringLiteral("before"), number(merged.before)},
        {QStringLiteral("after"), number(merged.after)},
        {QStringLiteral("rows"), number(merged.rows)},
        {QStringLiteral("roster"), number(merged.roster)},
        {QStringLiteral("sound"), merged.sound()},
        {QStringLiteral("refused"), text(merged.refused)},
        {QStringLiteral("findings"), findings},
        {QStringLiteral("inconsistent"), text(merged.inconsistent)},
        {QStringLiteral("refused_rows"), rows},
        {QStringLiteral("refused_count"), number(merged.refusedCount)},
    };
}

} // namespace ikrar::cli
