#include "audit/audit.h"

#include "base/base64.h"
#include "cli/evidence.h"

#include <QJsonArray>

namespace ikrar::cli {

namespace {

struct Options {
    std::string log;
    std::string policy;
    std::string since;
};

std::string line(const audit::Finding& finding)
{
    std::string out = finding.severity == audit::Finding::Severity::Failure ? "FAILED " : "note   ";
    out += finding.kind;
    if (!finding.path.empty())
        out += "  " + finding.path;
    if (finding.index)
        out += "  entry " + std::to_string(*finding.index);
    return out + "\n       " + finding.what + '\n';
}

std::string page(const audit::Report& report)
{
    std::string out;
    for (const audit::Finding& finding : report.findings)
        out += line(finding);
    if (report.more != 0)
        out += "... and " + std::to_string(report.more) + " more\n";
    out += "Log        " + report.origin + (report.rehearsal ? "  (GLADI)" : "") + '\n';
    out += "Entries    " + std::to_string(report.size) + ": " + std::to_string(report.signedEntries)
        + " signed, " + std::to_string(report.voidedEntries) + " voided, "
        + std::to_string(report.sessions) + " sessions, "
        + (report.closed ? "closed" : "still open") + '\n';
    out += "Root       " + base::toBase64(report.root.view()) + '\n';
    std::string witnesses;
    for (const std::string& witness : report.witnesses)
        witnesses += ' ' + witness;
    out += "Witnesses "
        + (report.quorumAsked ? witnesses + (report.quorumMet ? ", enough" : ", not enough")
                              : std::string(" none asked by the policy"))
        + '\n';
    return out + (report.holds() ? "Everything checked holds." : "THE LOG FAILED THE CHECK.");
}

QJsonObject object(const audit::Report& report, const PolicyFile& policy)
{
    QJsonArray findings;
    for (const audit::Finding& finding : report.findings) {
        QJsonObject one{
            {QStringLiteral("severity"),
                finding.severity == audit::Finding::Severity::Failure ? QStringLiteral("failure")
                                                                      : QStringLiteral("note")},
            {QStringLiteral("kind"), text(finding.kind)},
            {QStringLiteral("path"), text(finding.path)},
            {QStringLiteral("what"), text(finding.what)},
        };
        if (finding.index)
            one.insert(QStringLiteral("index"), static_cast<qint64>(*finding.index));
        findings.append(one);
    }
    return {
        {QStringLiteral("holds"), report.holds()},
        {QStringLiteral("origin"), text(report.origin)},
        {QStringLiteral("rehearsal"), report.rehearsal},
        {QStringLiteral("size"), static_cast<qint64>(report.size)},
        {QStringLiteral("root"), text(base::toBase64(report.root.view()))},
        {QStringLiteral("signed"), static_cast<qint64>(report.signedEntries)},
        {QStringLiteral("voided"), static_cast<qint64>(report.voidedEntries)},
        {QStringLiteral("sessions"), static_cast<qint64>(report.sessions)},
        {QStringLiteral("closed"), report.closed},
        {QStringLiteral("quorum_met"), report.quorumMet},
        {QStringLiteral("findings"), findings},
        {QStringLiteral("more_findings"), static_cast<qint64>(report.more)},
        {QStringLiteral("policy"), describeAsObject(policy)},
    };
}

void run(Context& context, const Options& options)
{
    const auto policy = readPolicy(options.policy);
    auto source = openLog(options.log);
    if (!policy || !source) {
        context.fail(!policy ? policy.error() : source.error());
        return;
    }
    warnIfInside(options.policy, options.log);
    audit::Options how;
    if (!options.since.empty()) {
        const auto since = base::readFile(options.since, tlog::maxNoteSize);
        if (!since) {
            context.fail(since.error());
            return;
        }
        how.since = std::string(base::asText(*since));
    }
    audit::Report report;
    {
        Progress progress("Checking entries");
        how.progress
            = [&progress](std::uint64_t done, std::uint64_t size) { progress.show(done, size); };
        report = audit::audit(**source, policy->policy, how);
    }
    context.answer(describe(*policy) + "\n\n" + page(report), object(report, *policy));
    if (!report.holds())
        context.exit = Exit::EvidenceFailed;
}

} // namespace

void addAudit(CLI::App& app, Context& context)
{
    auto options = std::make_shared<Options>();
    CLI::App* command = addCommand(app, context, "audit",
        "Check a whole log: every tile, entry, signature and root",
        "ikrar audit /media/usb/log --policy bawaslu.policy",
        [&context, options] { run(context, *options); });
    command->add_option("log", options->log, "Folder with the published log, or a DATA directory")
        ->required();
    command->add_option("--policy", options->policy, "File of trusted log and witness keys")
        ->required();
    command->add_option("--since", options->since,
        "A checkpoint kept from an earlier audit: the log must continue it");
}

} // namespace ikrar::cli
