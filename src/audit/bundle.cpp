#include "audit/bundle.h"

#include "audit/attendance_check.h"
#include "audit/bundle_passphrase.h"
#include "base/utf8.h"
#include "crypto/wipe.h"

#include <algorithm>
#include <mutex>
#include <set>

namespace ikrar::audit {

namespace {

constexpr const char* markerName = "ikrar-bundle";
constexpr const char* unitsName = "units.csv"; ///< of a public bundle
constexpr std::string_view version = "ikrar/bundle/v1";
constexpr std::size_t maxMarker = 65536;
constexpr std::size_t maxName = 255;
constexpr std::size_t maxNoted = 100;

/// The log of one folder of a bundle.
class BundleSource final : public Source
{
public:
    BundleSource(std::shared_ptr<const Archive> archive, std::string folder)
        : m_archive(std::move(archive))
        , m_prefix(std::move(folder) + "/log/")
    {
    }

    [[nodiscard]] Result<Bytes> read(const std::string& path, std::size_t max) const override
    {
        auto bytes = m_archive->read(m_prefix + path, max);
        if (!bytes
            && (bytes.error().kind == Error::Kind::Io
                || bytes.error().kind == Error::Kind::Permission)) {
            const std::scoped_lock lock(m_mutex);
            if (!m_interruption)
                m_interruption = bytes.error();
        }
        return bytes;
    }

    [[nodiscard]] Result<std::optional<std::vector<std::string>>> list() const override
    {
        std::vector<std::string> paths;
        for (const Archive::Member& member : m_archive->members())
            if (member.name.starts_with(m_prefix) && !member.name.ends_with('/'))
                paths.push_back(member.name.substr(m_prefix.size()));
        return paths;
    }

    [[nodiscard]] std::optional<Error> interruption() const override
    {
        const std::scoped_lock lock(m_mutex);
        return m_interruption;
    }

private:
    std::shared_ptr<const Archive> m_archive;
    std::string m_prefix;
    mutable std::mutex m_mutex;
    mutable std::optional<Error> m_interruption;
};

bool isFolderName(std::string_view name)
{
    return !name.empty() && name.size() <= maxName
        && std::all_of(name.begin(), name.end(),
            [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

/// A name that means the same file wherever it is unpacked.
bool isPlainName(std::string_view name)
{
    constexpr unsigned char space = 0x20;
    if (name.empty() || name.size() > maxName || name.front() == '/' || !base::isUtf8(name))
        return false;
    if (std::any_of(name.begin(), name.end(),
            [](char c) { return static_cast<unsigned char>(c) < space || c == '\\' || c == ':'; }))
        return false;
    const std::string framed = '/' + std::string(name) + '/';
    return framed.find("/../") == std::string::npos && framed.find("/./") == std::string::npos
        && framed.find("//") >= framed.size() - 2;
}

std::string lowerCase(std::string text)
{
    for (char& c : text)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return text;
}

/// The next line of `rest`, which it is taken off; nothing where none ends.
std::optional<std::string_view> takeLine(std::string_view& rest)
{
    const std::size_t end = rest.find('\n');
    if (end == std::string_view::npos)
        return std::nullopt;
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end + 1);
    return line;
}

bool isOfCeremony(const pledge::Origin& one, const pledge::Origin& other)
{
    return one.domain == other.domain && one.rehearsal == other.rehearsal
        && one.ceremony == other.ceremony;
}

/// Audits one log of a bundle together with its attendance.
class LogAudit
{
public:
    LogAudit(const Bundle& bundle, const tlog::Policy& policy, const std::string& folder)
        : m_bundle(bundle)
        , m_policy(policy)
        , m_folder(folder)
        , m_source(bundle.log(folder))
    {
    }

    Report run(Options options)
    {
        options.state.reset();
        options.keepState = false;
        if (options.since && !isOwn(*options.since))
            options.since.reset();
        std::optional<AttendanceCheck> check;
        if (m_bundle.kind() == Bundle::Kind::Full) {
            check.emplace(m_folder, timeZone());
            check->open(m_bundle.archive());
            options.entry = [&check](std::uint64_t index, const pledge::Entry* entry) {
                check->entry(index, entry);
            };
        }
        Report report = audit(*m_source, m_policy, options);
        for (Finding& finding : report.findings)
            if (!finding.path.empty())
                finding.path.insert(0, m_folder + "/log/");
        if (check)
            check->finish(report);
        compareFolder(report);
        return report;
    }

private:
    [[nodiscard]] bool isOwn(const std::string& note) const
    {
        const auto own = m_source->read("checkpoint", tlog::maxNoteSize);
        return own
            && base::asText(*own).substr(0, base::asText(*own).find('\n'))
            == std::string_view(note).substr(0, note.find('\n'));
    }

    /// Of the ceremony file in the bundle, which the audit holds against entry 0; empty where it
    /// cannot be read, which has its own finding.
    [[nodiscard]] std::string timeZone() const
    {
        const auto bytes = m_source->read("ceremony.toml", pledge::maxCeremonySize);
        const auto ceremony = bytes ? pledge::parseCeremony(base::asText(*bytes))
                                    : tl::unexpected<Error>(bytes.error());
        return ceremony ? ceremony->timeZone : std::string();
    }

    void compareFolder(Report& report) const
    {
        if (report.size != 0 && folderOf(report.origin) != m_folder)
            report.findings.push_back({Finding::Severity::Failure, "folder-differs", m_folder, {},
                "This folder holds another log, " + report.origin + "."});
    }

    const Bundle& m_bundle;
    const tlog::Policy& m_policy;
    std::string m_folder;
    std::shared_ptr<const Source> m_source;
};

/// The counts by unit of a public bundle come to what its logs hold: more of them is not in a log.
class UnitsCheck
{
public:
    explicit UnitsCheck(const BundleReport& report)
    {
        for (const BundleReport::Log& log : report.logs) {
            m_expected += log.report.signedEntries - log.report.voidedEntries;
            m_known = m_known && log.report.size != 0 && !log.report.interruption;
        }
    }

    /// What is wrong; nothing where the logs were not read to their end.
    [[nodiscard]] std::vector<Finding> run(const Archive& archive) const
    {
        if (!m_known)
            return {};
        auto stream = archive.stream(unitsName);
        if (!stream)
            return wrong(stream.error().what + ".");
        LineReader lines(std::move(*stream), unitsName, maxLine);
        std::uint64_t sum = 0;
        for (;;) {
            const auto line = lines.next();
            if (!line)
                return wrong(line.error().what + ".");
            if (!*line)
                break;
            if (lines.number() == 1 && **line == quotedRow({"unit", "name", "signed"}))
                continue;
            const auto count = countOf(**line);
            if (!count || *count > m_expected || lines.number() > maxLines)
                return wrong("This line cannot be read as a count.", lines.number());
            sum += *count;
        }
        if (sum == m_expected)
            return {};
        return wrong("The counts by unit come to " + std::to_string(sum) + "; the log holds "
            + std::to_string(m_expected) + " signatures that are not voided.");
    }

private:
    static constexpr std::size_t maxLine = 2048;
    static constexpr std::uint64_t maxLines = 200'000; ///< units there are in Indonesia, and more

    static Result<std::uint64_t> countOf(std::string_view line)
    {
        constexpr std::size_t columns = 3;
        const auto fields = parseQuotedRow(line, columns);
        if (!fields)
            return tl::unexpected(fields.error());
        return base::parseDecimal(fields->back());
    }

    static std::vector<Finding> wrong(std::string what, std::optional<std::uint64_t> line = {})
    {
        return {{Finding::Severity::Failure, "units-differ", unitsName, {}, std::move(what), line}};
    }

    std::uint64_t m_expected = 0;
    bool m_known = true;
};

/// Logs of the same ceremony that the policy names and the bundle leaves out.
std::vector<Finding> absentLogs(const BundleReport& report, const tlog::Policy& policy)
{
    std::set<std::string> present;
    std::optional<pledge::Origin> ceremony;
    for (const BundleReport::Log& log : report.logs) {
        present.insert(log.report.origin);
        if (const auto origin = pledge::parseOrigin(log.report.origin))
            ceremony = *origin;
    }
    std::vector<Finding> notes;
    for (const auto& log : policy.logs()) {
        const auto origin = pledge::parseOrigin(log.key.name);
        if (ceremony && origin && isOfCeremony(*origin, *ceremony)
            && !present.contains(log.key.name))
            notes.push_back({Finding::Severity::Note, "log-not-in-bundle", {}, {},
                "The policy names another log of this ceremony, " + log.key.name
                    + ", which this bundle does not hold: ask for it."});
    }
    return notes;
}

bool anyFailure(const std::vector<Finding>& findings)
{
    return std::any_of(findings.begin(), findings.end(),
        [](const Finding& finding) { return finding.severity == Finding::Severity::Failure; });
}

} // namespace

Result<std::unique_ptr<Bundle>> Bundle::open(
    const base::Path& path, const crypto::PassphraseSource& passphrase)
{
    auto archive = Archive::open(path, [&passphrase] {
        return passphrase().map([](std::string typed) {
            std::string mended = asBundlePassphrase(typed);
            crypto::wipe(typed);
            return mended;
        });
    });
    if (!archive)
        return tl::unexpected(archive.error());
    std::unique_ptr<Bundle> bundle(new Bundle);
    bundle->m_archive = std::move(*archive);
    const auto& members = bundle->m_archive->members();
    bundle->m_sealed = std::any_of(
        members.begin(), members.end(), [](const Archive::Member& one) { return one.sealed; });
    if (auto read = bundle->readMarker(); !read)
        return fail(read.error().kind, path.string() + ": " + read.error().what);
    bundle->judgeNames();
    if (bundle->m_findings.empty())
        bundle->judgeMembers();
    return bundle;
}

Result<void> Bundle::readMarker()
{
    const auto bytes = m_archive->read(markerName, maxMarker);
    if (!bytes && bytes.error().kind == Error::Kind::Missing)
        return fail(Error::Kind::Malformed,
            "this ZIP is no bundle: it has no member `ikrar-bundle` at its top");
    if (!bytes)
        return tl::unexpected(bytes.error());
    std::string_view rest = base::asText(*bytes);
    if (takeLine(rest) != version)
        return fail(Error::Kind::UnknownVersion,
            "a bundle of another version: use the ikrar that made it, or a newer one");
    const auto kind = takeLine(rest);
    if (kind != "full" && kind != "public")
        return fail(Error::Kind::Malformed, "`ikrar-bundle` does not say full or public");
    m_kind = kind == "full" ? Kind::Full : Kind::Public;
    while (const auto folder = takeLine(rest)) {
        if (!isFolderName(*folder) || (!m_folders.empty() && m_folders.back() >= *folder))
            return fail(
                Error::Kind::Malformed, "`ikrar-bundle` does not name its folders in order");
        m_folders.emplace_back(*folder);
    }
    if (!rest.empty() || m_folders.empty())
        return fail(Error::Kind::Malformed, "`ikrar-bundle` names no folder, or was cut off");
    return {};
}

void Bundle::judgeNames()
{
    std::set<std::string> seen;
    for (const Archive::Member& member : m_archive->members()) {
        if (m_findings.size() >= maxNoted)
            return;
        if (!isPlainName(member.name))
            m_findings.push_back({Finding::Severity::Failure, "bad-member-name", member.name, {},
                "This name leads out of the folder that the bundle is unpacked into, or is read "
                "differently elsewhere."});
        else if (!seen.insert(lowerCase(member.name)).second)
            m_findings.push_back({Finding::Severity::Failure, "member-twice", member.name, {},
                "Two members have this name, so that one can be shown and another checked."});
    }
}

void Bundle::judgeMembers()
{
    std::size_t noted = 0;
    for (const Archive::Member& member : m_archive->members()) {
        const std::string& name = member.name;
        const std::string folder = name.substr(0, name.find('/'));
        const bool ofLog = std::binary_search(m_folders.begin(), m_folders.end(), folder)
            && name.size() > folder.size();
        const std::string_view inner
            = ofLog ? std::string_view(name).substr(folder.size() + 1) : std::string_view();
        const bool known = name == markerName || name == "index.html" || name.ends_with('/')
            || inner.starts_with("log/")
            || (m_kind == Kind::Full ? inner == "attendance.csv" || inner == "ties.csv"
                                     : name == unitsName);
        if (known || ++noted > maxNoted)
            continue;
        m_findings.push_back({Finding::Severity::Note, "unexpected-member", name, {},
            "It is no part of a bundle and was not looked at."});
    }
}

std::shared_ptr<const Source> Bundle::log(const std::string& folder) const
{
    return std::make_shared<BundleSource>(m_archive, folder);
}

std::string folderOf(const std::string& origin)
{
    return origin.substr(origin.rfind('/') + 1);
}

bool BundleReport::holds() const
{
    return std::all_of(logs.begin(), logs.end(), [](const Log& log) { return log.report.holds(); });
}

std::optional<Error> BundleReport::interruption() const
{
    const auto cut = std::find_if(logs.begin(), logs.end(),
        [](const Log& log) { return log.report.interruption.has_value(); });
    return cut == logs.end() ? std::nullopt : cut->report.interruption;
}

BundleReport auditBundle(const Bundle& bundle, const tlog::Policy& policy, const Options& options)
{
    BundleReport report{bundle.kind(), {}};
    if (anyFailure(bundle.findings())) {
        report.logs.emplace_back();
    } else {
        for (const std::string& folder : bundle.folders())
            report.logs.push_back({folder, LogAudit(bundle, policy, folder).run(options)});
    }
    const bool counted = bundle.kind() == Bundle::Kind::Public;
    const std::array findings{bundle.findings(), absentLogs(report, policy),
        counted ? UnitsCheck(report).run(bundle.archive()) : std::vector<Finding>()};
    std::vector<Finding>& first = report.logs.front().report.findings;
    for (const auto& more : findings)
        first.insert(first.end(), more.begin(), more.end());
    return report;
}

} // namespace ikrar::audit
