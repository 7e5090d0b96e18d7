#include "audit/audit.h"

#include "audit/bundle.h"
#include "audit/report_page.h"
#include "audit/state.h"
#include "base/base64.h"
#include "base/printable.h"
#include "cli/evidence.h"

#include <algorithm>
#include <cmath>

namespace ikrar::cli {

namespace {

struct Options {
    std::string log;
    std::string policy;
    std::string since;
    std::string state;
    std::string revoked;
    std::string authorities;
    std::string report;
    std::string language = "id";
    std::string passphraseFile;
};

std::string line(const audit::Finding& finding)
{
    std::string out = finding.severity == audit::Finding::Severity::Failure ? "FAILED " : "note   ";
    out += finding.kind;
    // A folder's files have the names that whoever carried it gave them.
    if (!finding.path.empty())
        out += "  " + base::printable(finding.path);
    if (finding.line)
        out += "  line " + std::to_string(*finding.line);
    if (finding.index)
        out += "  entry " + std::to_string(*finding.index);
    return out + "\n       " + base::printable(finding.what) + '\n';
}

std::string list(const std::vector<std::string>& names)
{
    std::string out;
    for (const std::string& name : names)
        out += (out.empty() ? "" : ", ") + name;
    return out;
}

std::string witnessLines(const audit::Report& report)
{
    std::string out = "Witnesses  ";
    if (report.quorumAsked)
        out += list(report.witnesses) + (report.witnesses.empty() ? "none" : "")
            + (report.quorumMet ? ", enough" : ", not enough");
    else
        out += "none asked by the policy"
            + (report.witnesses.empty() ? "" : "; cosigned by " + list(report.witnesses));
    if (!report.silent.empty())
        out += "\nSilent     " + list(report.silent);
    if (!report.strangers.empty())
        out += "\nUnchecked  " + list(report.strangers) + " (the policy does not name the key)";
    return out + '\n';
}

std::int64_t percent(const audit::Effort& effort, audit::Effort::Time part)
{
    return std::llround(100 * effort.share(part));
}

double seconds(const audit::Effort& effort)
{
    return std::chrono::duration<double>(effort.elapsed).count();
}

std::string effortLine(const audit::Report& report)
{
    const audit::Effort& effort = report.effort;
    const auto part = [&effort](const char* name, audit::Effort::Time time) {
        return std::string(name) + ' ' + std::to_string(percent(effort, time)) + " %";
    };
    const double rate
        = static_cast<double>(report.size - report.resumedFrom) / std::max(seconds(effort), 1e-9);
    return "Time       " + std::to_string(std::llround(seconds(effort) * 1000)) + " ms, "
        + std::to_string(std::llround(rate)) + " entries a second: "
        + part("signatures", effort.signatures) + ", " + part("hashing", effort.hashing) + ", "
        + part("reading", effort.reading) + ", " + part("decoding", effort.decoding) + '\n';
}

std::string scopeLines(const audit::Report& report)
{
    std::string out;
    if (report.since)
        out += "Since      held against the earlier checkpoint of " + std::to_string(*report.since)
            + " entries\n";
    if (report.resumedFrom != 0)
        out += "Resumed    entries below " + std::to_string(report.resumedFrom)
            + " were checked in an earlier audit, which the log is held against\n";
    if (!report.since && report.resumedFrom == 0)
        out += "Unchecked  whether the log was rewritten or cut off before this copy was made: "
               "that takes a receipt (ikrar verify --log) or a checkpoint from before (--since)\n";
    if (!report.filesListed)
        out += "Files      whether others lie there was not seen: a server lists none\n";
    return out;
}

/// The sentences, as those of a receipt's verdict: Indonesian, then English.
std::string resultLines(const audit::Report& report)
{
    std::string out = "Result     ";
    const bool unknown = std::any_of(report.findings.begin(), report.findings.end(),
        [](const audit::Finding& finding) { return finding.kind == "unknown-log"; });
    out += report.holds() ? "holds" : unknown ? "NOT CHECKED" : "DOES NOT HOLD";
    if (report.interruption)
        out += "\n           Cut off: " + report.interruption->what;
    for (const auto language : {pledge::Language::Indonesian, pledge::Language::English})
        out += "\n           " + audit::sentenceFor(report, language);
    return out;
}

std::string_view name(audit::Attendance::Digest digest)
{
    switch (digest) {
    case audit::Attendance::Digest::NotClosed:
        return "not-closed";
    case audit::Attendance::Digest::Agrees:
        return "agrees";
    case audit::Attendance::Digest::Differs:
        break;
    }
    return "differs";
}

std::string attendanceLines(const audit::Attendance& attendance)
{
    std::string out = "Attendance " + std::to_string(attendance.rows) + " rows, "
        + std::to_string(attendance.voided) + " of them voided, "
        + std::to_string(attendance.erased) + " more erased";
    if (attendance.repeated != 0)
        out += "; " + std::to_string(attendance.repeated) + " of a person who signed before";
    switch (attendance.digest) {
    case audit::Attendance::Digest::NotClosed:
        return out + "\nDigest     none yet: the log is not closed\n";
    case audit::Attendance::Digest::Agrees:
        return out + "\nDigest     the one that the log was closed with\n";
    case audit::Attendance::Digest::Differs:
        break;
    }
    return out + "\nDigest     NOT the one that the log was closed with\n";
}

std::string page(const audit::Report& report)
{
    std::string out;
    for (const audit::Finding& finding : report.findings)
        out += line(finding);
    if (report.more != 0)
        out += "... and " + std::to_string(report.more) + " more\n";
    if (!report.origin.empty())
        out += "Log        " + report.origin + (report.rehearsal ? "  (GLADI)" : "") + '\n';
    if (report.size == 0) // nothing else was read
        return out + resultLines(report);
    out += "Entries    " + std::to_string(report.size) + ": " + std::to_string(report.signedEntries)
        + " signed, " + std::to_string(report.voidedEntries) + " voided, "
        + std::to_string(report.sessions) + (report.sessions == 1 ? " session; " : " sessions; ")
        + (report.closed ? "the log is closed" : "the log is not closed yet") + '\n';
    out += "Root       " + base::toBase64(report.root.view()) + '\n';
    if (report.attendance)
        out += attendanceLines(*report.attendance);
    return out + witnessLines(report) + scopeLines(report) + effortLine(report)
        + resultLines(report);
}

QJsonObject object(const audit::Effort& effort)
{
    return {
        {QStringLiteral("seconds"), seconds(effort)},
        {QStringLiteral("signatures"), effort.share(effort.signatures)},
        {QStringLiteral("hashing"), effort.share(effort.hashing)},
        {QStringLiteral("reading"), effort.share(effort.reading)},
        {QStringLiteral("decoding"), effort.share(effort.decoding)},
    };
}

QJsonObject object(const audit::Attendance& attendance)
{
    return {
        {QStringLiteral("rows"), static_cast<qint64>(attendance.rows)},
        {QStringLiteral("voided"), static_cast<qint64>(attendance.voided)},
        {QStringLiteral("erased"), static_cast<qint64>(attendance.erased)},
        {QStringLiteral("repeated"), static_cast<qint64>(attendance.repeated)},
        {QStringLiteral("digest"), text(name(attendance.digest))},
    };
}

QJsonArray findingsOf(const audit::Report& report)
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
        if (finding.line)
            one.insert(QStringLiteral("line"), static_cast<qint64>(*finding.line));
        findings.append(one);
    }
    return findings;
}

QJsonObject object(const audit::Report& report)
{
    QJsonObject facts{
        {QStringLiteral("holds"), report.holds()},
        {QStringLiteral("sentence"),
            text(audit::sentenceFor(report, pledge::Language::Indonesian))},
        {QStringLiteral("sentence_en"),
            text(audit::sentenceFor(report, pledge::Language::English))},
        {QStringLiteral("origin"), text(report.origin)},
        {QStringLiteral("rehearsal"), report.rehearsal},
        {QStringLiteral("size"), static_cast<qint64>(report.size)},
        {QStringLiteral("root"), text(base::toBase64(report.root.view()))},
        {QStringLiteral("signed"), static_cast<qint64>(report.signedEntries)},
        {QStringLiteral("voided"), static_cast<qint64>(report.voidedEntries)},
        {QStringLiteral("sessions"), static_cast<qint64>(report.sessions)},
        {QStringLiteral("closed"), report.closed},
        {QStringLiteral("quorum_met"), report.quorumMet},
        {QStringLiteral("witnesses"), textArray(report.witnesses)},
        {QStringLiteral("silent_witnesses"), textArray(report.silent)},
        {QStringLiteral("unknown_cosigners"), textArray(report.strangers)},
        {QStringLiteral("since"),
            report.since ? QJsonValue(static_cast<qint64>(*report.since)) : QJsonValue()},
        {QStringLiteral("resumed_from"), static_cast<qint64>(report.resumedFrom)},
        {QStringLiteral("files_listed"), report.filesListed},
        {QStringLiteral("interruption"),
            text(report.interruption ? report.interruption->what : std::string())},
        {QStringLiteral("effort"), object(report.effort)},
        {QStringLiteral("findings"), findingsOf(report)},
        {QStringLiteral("more_findings"), static_cast<qint64>(report.more)},
    };
    if (report.attendance)
        facts.insert(QStringLiteral("attendance"), object(*report.attendance));
    return facts;
}

/// One object a log, and above them what holds of all.
QJsonObject object(const audit::BundleReport& report, bool sealed)
{
    QJsonArray logs;
    for (const audit::BundleReport::Log& log : report.logs) {
        QJsonObject one = object(log.report);
        one.insert(QStringLiteral("folder"), text(log.folder));
        logs.append(one);
    }
    return {
        {QStringLiteral("holds"), report.holds()},
        {QStringLiteral("bundle"),
            report.kind == audit::Bundle::Kind::Full ? QStringLiteral("full")
                                                     : QStringLiteral("public")},
        {QStringLiteral("sealed"), sealed},
        {QStringLiteral("logs"), logs},
    };
}

/// Everything that an audit needs besides the log, read before the log is.
struct Inputs {
    PolicyFile policy;
    audit::Options how;
};

bool isHtml(const std::string& path)
{
    return path.ends_with(".html");
}

/// A long audit must not end in a page or a state that has no place.
Result<void> checkFolderOf(const std::string& option, const std::string& file)
{
    const base::Path folder = base::Path(file).parent_path();
    std::error_code ignored;
    if (file.empty() || folder.empty() || std::filesystem::is_directory(folder, ignored))
        return {};
    return ikrar::fail(Error::Kind::Invalid, option + ": there is no folder " + folder.string());
}

Result<void> checkNames(const Options& options)
{
    if (!options.report.empty() && !isHtml(options.report) && !options.report.ends_with(".txt"))
        return ikrar::fail(Error::Kind::Invalid, "--report is a file ending in .html or .txt.");
    if (auto stands = checkFolderOf("--report", options.report); !stands)
        return stands;
    return checkFolderOf("--state", options.state);
}

/// No file yet: a first audit, which makes it.
Result<std::shared_ptr<const audit::AuditState>> readState(const std::string& path)
{
    std::error_code ignored;
    if (path.empty() || !std::filesystem::exists(path, ignored))
        return nullptr;
    const auto bytes = base::readFile(path, audit::maxStateSize);
    if (!bytes)
        return tl::unexpected(bytes.error());
    auto state = audit::decodeState(*bytes);
    if (!state)
        return ikrar::fail(Error::Kind::Invalid,
            path + ": " + state.error().what + ". Keep it aside and begin without it.");
    return std::make_shared<const audit::AuditState>(std::move(*state));
}

Result<Inputs> readInputs(const Options& options)
{
    if (const auto named = checkNames(options); !named)
        return tl::unexpected(named.error());
    auto policy = readPolicy(options.policy);
    if (!policy)
        return tl::unexpected(policy.error());
    Inputs inputs{std::move(*policy), {}};
    auto revoked = readRevocations(options.revoked);
    if (!revoked)
        return tl::unexpected(revoked.error());
    inputs.how.revoked = std::move(*revoked);
    auto state = readState(options.state);
    if (!state)
        return tl::unexpected(state.error());
    inputs.how.state = std::move(*state);
    inputs.how.keepState = !options.state.empty();
    if (options.since.empty())
        return inputs;
    const auto since = base::readFile(options.since, tlog::maxNoteSize);
    if (!since)
        return tl::unexpected(since.error());
    inputs.how.since = std::string(base::asText(*since));
    return inputs;
}

std::string_view originOf(std::string_view note)
{
    return note.substr(0, note.find('\n'));
}

/// A state or a checkpoint of another log, or a file that is none, is a wrong file on the command
/// line, not evidence against this log; of a log that the policy does not name the audit says so.
Result<void> checkKeptIsOf(const audit::Source& source, const Inputs& inputs)
{
    const audit::Options& how = inputs.how;
    if (how.since && !tlog::Note::parse(*how.since))
        return ikrar::fail(Error::Kind::Invalid,
            "--since: the file is no checkpoint. Give the file `checkpoint` of this log that an "
            "earlier audit kept.");
    const auto bytes = source.read("checkpoint", tlog::maxNoteSize);
    if (!bytes)
        return {}; // the audit says so
    const std::string_view origin = originOf(base::asText(*bytes));
    if (inputs.policy.policy.logByOrigin(origin) == nullptr)
        return {};
    if (how.state && originOf(how.state->checkpoint) != origin)
        return ikrar::fail(Error::Kind::Invalid,
            "The state is that of another log, " + std::string(originOf(how.state->checkpoint))
                + ". Use one file for each log.");
    if (how.since && originOf(*how.since) != origin)
        return ikrar::fail(Error::Kind::Invalid,
            "--since: the checkpoint is that of another log, " + std::string(originOf(*how.since))
                + ". Give one of this log.");
    return {};
}

/// `work` with a progress that is shown.
template <typename Work>
auto shown(Inputs& inputs, const Work& work)
{
    Progress progress("Checking entries");
    inputs.how.progress
        = [&progress](std::uint64_t done, std::uint64_t size) { progress.show(done, size); };
    return work();
}

/// The page that --report asks for.
Result<void> writeReport(const std::vector<const audit::Report*>& reports, const PolicyFile& policy,
    const Options& options, bool bundle)
{
    if (options.report.empty())
        return {};
    const auto language
        = options.language == "en" ? pledge::Language::English : pledge::Language::Indonesian;
    std::vector<audit::ReportPage> pages;
    pages.reserve(reports.size());
    for (const audit::Report* report : reports)
        pages.push_back({*report, policy.policy, policy.sha256, options.log,
            base::SystemClock().now().seconds, "ikrar " IKRAR_VERSION, bundle});
    const std::string written
        = isHtml(options.report) ? asHtml(pages, language) : asText(pages, language);
    auto done = base::replaceFile(base::systemFiles(), options.report, base::asBytes(written));
    if (!done)
        return ikrar::fail(done.error().kind, "The report was not written: " + done.error().what);
    return {};
}

/// The state that --state keeps for the next audit.
Result<void> writeState(const audit::Report& report, const Options& options)
{
    if (options.state.empty())
        return {};
    if (!report.state) {
        Context::warn(report.interruption
                ? "The state was left as it was, since the audit did not come to its end."
                : "The state was left as it was, since not every entry held.");
        return {};
    }
    const auto done = base::replaceFile(
        base::systemFiles(), options.state, audit::encodeState(*report.state), 0600);
    if (!done)
        return ikrar::fail(done.error().kind, "The state was not written: " + done.error().what);
    return {};
}

bool anyFailure(const audit::Report& report)
{
    return std::any_of(report.findings.begin(), report.findings.end(),
        [](const auto& finding) { return finding.severity == audit::Finding::Severity::Failure; });
}

/// An audit that was cut off and found nothing says nothing of the log. True where it is so.
bool cutOff(Context& context, const std::vector<const audit::Report*>& reports)
{
    const auto cut = std::find_if(reports.begin(), reports.end(),
        [](const audit::Report* report) { return report->interruption.has_value(); });
    if (cut == reports.end() || std::any_of(reports.begin(), reports.end(), [](const auto* report) {
            return anyFailure(*report);
        }))
        return false;
    context.fail({(*cut)->interruption->kind,
        "The audit was not completed, which says nothing of the log: "
            + (*cut)->interruption->what});
    return true;
}

void conclude(Context& context, bool holds, const Result<void>& written)
{
    if (!holds)
        context.exit = Exit::EvidenceFailed;
    else if (!written)
        context.fail(written.error());
}

void runLog(Context& context, const Options& options, Inputs& inputs)
{
    const auto source = openLog(options.log, options.authorities);
    if (!source) {
        context.fail(source.error());
        return;
    }
    warnIfInside(options.policy, options.log);
    if (const auto same = checkKeptIsOf(**source, inputs); !same) {
        context.fail(same.error());
        return;
    }
    const audit::Report report
        = shown(inputs, [&] { return audit::audit(**source, inputs.policy.policy, inputs.how); });
    const auto written = writeReport({&report}, inputs.policy, options, false).and_then([&] {
        return writeState(report, options);
    });
    if (cutOff(context, {&report}))
        return;
    QJsonObject answer = object(report);
    answer.insert(QStringLiteral("policy"), describeAsObject(inputs.policy));
    context.answer(describe(inputs.policy) + "\n\n" + page(report), answer);
    conclude(context, report.holds(), written);
}

std::string pagesOf(const audit::BundleReport& report)
{
    std::string out;
    for (const audit::BundleReport::Log& log : report.logs) {
        if (!log.folder.empty())
            out += "\nFolder     " + log.folder + '\n';
        out += page(log.report) + '\n';
    }
    if (report.logs.size() > 1)
        out += "\nBundle     " + std::string(report.holds() ? "holds" : "DOES NOT HOLD") + ": "
            + std::to_string(report.logs.size()) + " logs\n";
    return out;
}

void runBundle(Context& context, const Options& options, Inputs& inputs)
{
    if (!options.state.empty()) {
        context.fail(Exit::WrongUse,
            "--state is of a log alone: the rows of a bundle are held against all of its entries.");
        return;
    }
    const auto bundle
        = audit::Bundle::open(options.log, bundlePassphraseFrom(options.passphraseFile));
    if (!bundle) {
        context.fail(bundle.error());
        return;
    }
    const audit::BundleReport report = shown(
        inputs, [&] { return audit::auditBundle(**bundle, inputs.policy.policy, inputs.how); });
    std::vector<const audit::Report*> reports;
    for (const audit::BundleReport::Log& log : report.logs)
        reports.push_back(&log.report);
    const auto written = writeReport(reports, inputs.policy, options, true);
    if (cutOff(context, reports))
        return;
    context.rehearsal = std::any_of(
        reports.begin(), reports.end(), [](const auto* one) { return one->rehearsal; });
    QJsonObject answer = object(report, (*bundle)->sealed());
    answer.insert(QStringLiteral("policy"), describeAsObject(inputs.policy));
    context.answer(describe(inputs.policy) + '\n' + pagesOf(report), answer);
    conclude(context, report.holds(), written);
}

void run(Context& context, const Options& options)
{
    auto inputs = readInputs(options);
    if (!inputs) {
        context.fail(inputs.error());
        return;
    }
    std::error_code ignored;
    if (!audit::isHttpUrl(options.log) && std::filesystem::is_regular_file(options.log, ignored))
        runBundle(context, options, *inputs);
    else
        runLog(context, options, *inputs);
}

} // namespace

void addAudit(CLI::App& app, Context& context)
{
    auto options = std::make_shared<Options>();
    CLI::App* command = addCommand(app, context, "audit",
        "Check a whole log, or a bundle with each row of its attendance",
        "ikrar audit /media/usb/log --policy bawaslu.policy\n"
        "  ikrar audit berkas-bukti.zip --policy bawaslu.policy --report hasil.html\n"
        "  ikrar audit https://log.example/log --policy bawaslu.policy --state kiosk-1.state "
        "--report hasil.html",
        [&context, options] { run(context, *options); });
    command
        ->add_option("log", options->log,
            "A bundle (ZIP), a folder with the published log, a DATA directory, or an http(s) "
            "address")
        ->required();
    command->add_option("--policy", options->policy, "File of trusted log and witness keys")
        ->required();
    command->add_option("--since", options->since,
        "A checkpoint kept from an earlier audit: the log must continue it");
    command->add_option("--state", options->state,
        "File that this audit leaves for the next one, which then reads only what is new");
    command->add_option("--revoked", options->revoked, "File of revoked log keys");
    command->add_option("--report", options->report,
        "Write the result as one page for people, FILE.html or FILE.txt");
    command->add_option("--language", options->language, "Of that page")
        ->check(CLI::IsMember({"id", "en"}))
        ->capture_default_str();
    command
        ->add_option("--passphrase-file", options->passphraseFile,
            "File whose first line is the passphrase of a sealed bundle")
        ->check(CLI::ExistingFile);
    addAuthoritiesOption(*command, options->authorities);
}

} // namespace ikrar::cli
