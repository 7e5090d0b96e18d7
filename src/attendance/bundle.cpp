#include "attendance/bundle.h"

#include "attendance/bundle_page.h"
#include "attendance/zip_writer.h"
#include "audit/bundle.h"
#include "audit/tie.h"
#include "crypto/sha256.h"
#include "ledger/attendance_table.h"
#include "ledger/csv.h"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <map>

namespace ikrar::attendance {

namespace {

constexpr std::size_t rowsAtOnce = 256;
constexpr mode_t ownerOnly = 0600;
constexpr mode_t everybody = 0644;
constexpr const char* lineEnd = "\r\n";

std::string folderOf(const BundleLog& log)
{
    const std::string& origin = log.facts().key.name;
    return origin.substr(origin.rfind('/') + 1);
}

void append(Bytes& to, const std::string& line)
{
    base::append(to, base::asBytes(line));
    base::append(to, base::asBytes(lineEnd));
}

/// A table of one log, made some rows at a time. `write` gives the line of a row; none where it
/// has none.
class Table
{
public:
    using Write = std::optional<std::string> (*)(const BundleRow& row, const std::string& timeZone);

    Table(const BundleLog& log, std::string header, Write write)
        : m_log(log)
        , m_header(std::move(header))
        , m_write(write)
    {
    }

    Result<Bytes> next()
    {
        Bytes piece;
        if (!m_begun)
            append(piece, m_header);
        m_begun = true;
        while (piece.empty() || m_from == 0) {
            const auto rows = m_log.rowsFrom(m_from, rowsAtOnce);
            if (!rows)
                return tl::unexpected(rows.error());
            if (rows->empty())
                break;
            for (const BundleRow& row : *rows)
                if (const auto line = m_write(row, m_log.ceremony().timeZone))
                    append(piece, *line);
            m_from = rows->back().index + 1;
        }
        return piece;
    }

private:
    const BundleLog& m_log;
    std::string m_header;
    Write m_write;
    bool m_begun = false;
    std::uint64_t m_from = 0;
};

std::optional<std::string> attendanceLine(const BundleRow& row, const std::string& timeZone)
{
    if (!row.kept)
        return std::nullopt;
    return ledger::attendanceRow(row.kept->row, timeZone);
}

std::optional<std::string> tiesLine(const BundleRow& row, const std::string& /*timeZone*/)
{
    audit::Tie tie{row.index, std::nullopt, row.digest};
    if (row.kept)
        tie.secrets
            = audit::Tie::Secrets{row.kept->row.salt, row.kept->key, row.kept->row.declaration.ink};
    return audit::tieLine(tie);
}

std::string unitsCsv(const std::vector<PublicCount>& counts)
{
    std::string csv = ledger::csvRow({"unit", "name", "signed"}) + lineEnd;
    for (const PublicCount& count : counts)
        csv += ledger::csvRow({count.unit, count.name, std::to_string(count.signedEntries)})
            + lineEnd;
    return csv;
}

/// Over all logs.
std::vector<ledger::Register::UnitCount> unitsOf(std::span<const BundleLog* const> logs)
{
    std::map<std::string, std::uint64_t> sums;
    for (const BundleLog* log : logs)
        for (const auto& unit : log->facts().units)
            sums[unit.unit] += unit.signedEntries;
    std::vector<ledger::Register::UnitCount> units;
    units.reserve(sums.size());
    for (const auto& [unit, sum] : sums)
        units.push_back({unit, sum, 0});
    return units;
}

bool isRehearsal(const BundleLog& log)
{
    const auto origin = pledge::parseOrigin(log.facts().key.name);
    return origin && origin->rehearsal;
}

/// Writes one bundle.
class BundleWriter
{
public:
    BundleWriter(std::span<const BundleLog* const> logs, base::Path path,
        const BundleOptions& options, base::FileSystem& files, std::int64_t now)
        : m_logs(logs.begin(), logs.end())
        , m_path(std::move(path))
        , m_options(options)
        , m_files(files)
        , m_now(now)
        , m_sealed(!options.passphrase.empty())
    {
        std::sort(m_logs.begin(), m_logs.end(),
            [](const BundleLog* a, const BundleLog* b) { return folderOf(*a) < folderOf(*b); });
    }

    Result<WrittenBundle> write();

private:
    [[nodiscard]] Result<void> checkLogs() const;
    void addHead(ZipWriter& zip) const;
    void addLog(ZipWriter& zip, const BundleLog& log) const;
    void addTable(ZipWriter& zip, const BundleLog& log, const char* name, const char* header,
        Table::Write line) const;
    [[nodiscard]] Result<WrittenBundle> readBack(const base::Path& file) const;
    [[nodiscard]] std::string policyText() const;
    void show(double done) const
    {
        if (m_options.progress)
            m_options.progress(done);
    }

    std::vector<const BundleLog*> m_logs; ///< by folder
    base::Path m_path;
    const BundleOptions& m_options;
    base::FileSystem& m_files;
    std::int64_t m_now;
    bool m_sealed;
};

Result<void> BundleWriter::checkLogs() const
{
    if (m_logs.empty())
        return fail(Error::Kind::Invalid, "There is no log to make a bundle of.");
    for (std::size_t i = 1; i < m_logs.size(); ++i) {
        if (m_logs[i]->ceremony().hash != m_logs[0]->ceremony().hash)
            return fail(Error::Kind::Refused,
                "The logs are not of one ceremony file: make a bundle of each ceremony.");
        if (folderOf(*m_logs[i]) == folderOf(*m_logs[i - 1]))
            return fail(Error::Kind::Refused,
                "Two logs have the name " + folderOf(*m_logs[i]) + ": make a bundle of each.");
    }
    return {};
}

void BundleWriter::addHead(ZipWriter& zip) const
{
    BundlePage page{m_logs.front()->ceremony(), {}, {}, !m_options.withoutPersonalData, m_sealed,
        isRehearsal(*m_logs.front()), m_now, m_path.filename().string(), m_options.leftOut};
    std::string marker = "ikrar/bundle/v1\n";
    marker += m_options.withoutPersonalData ? "public\n" : "full\n";
    for (const BundleLog* log : m_logs) {
        page.logs.push_back({folderOf(*log), log->facts()});
        marker += folderOf(*log) + '\n';
    }
    if (m_options.withoutPersonalData)
        page.units = publicCounts(page.ceremony, unitsOf(m_logs));
    zip.add({"index.html"}, std::string_view(bundlePageHtml(page)));
    zip.add({"ikrar-bundle"}, std::string_view(marker));
    if (m_options.withoutPersonalData)
        zip.add({"units.csv"}, std::string_view(unitsCsv(page.units)));
}

void BundleWriter::addTable(ZipWriter& zip, const BundleLog& log, const char* name,
    const char* header, Table::Write line) const
{
    zip.add({folderOf(log) + '/' + name, ZipWriter::Packing::Deflated, m_sealed},
        [&log, header = std::string(header), line]() -> ZipWriter::Source {
            return [table = std::make_shared<Table>(log, header, line)] { return table->next(); };
        });
}

void BundleWriter::addLog(ZipWriter& zip, const BundleLog& log) const
{
    const std::string folder = folderOf(log) + '/';
    if (!m_options.withoutPersonalData) {
        addTable(zip, log, "attendance.csv", ledger::attendanceHeader().c_str(), attendanceLine);
        addTable(zip, log, "ties.csv", audit::tieHeader().c_str(), tiesLine);
    }
    const auto add = [&](const char* name, const std::string& content) {
        zip.add({folder + "log/" + name, ZipWriter::Packing::Deflated, m_sealed},
            std::string_view(content));
    };
    add("checkpoint", log.facts().checkpoint);
    add("ceremony.toml", log.ceremony().toml);
    add("policy", log.facts().policy);
    for (const tlog::Tile& tile : tlog::tilesOf(log.facts().size))
        zip.add({folder + "log/" + tlog::tilePath(tile), ZipWriter::Packing::Stored, m_sealed},
            onePiece([&log, tile] { return log.tile(tile); }));
}

/// The keys of these logs, no witness asked for: whether the bundle agrees with itself.
std::string BundleWriter::policyText() const
{
    std::string text;
    for (const BundleLog* log : m_logs)
        text += "log " + log->facts().key.text() + '\n';
    return text + "quorum none\n";
}

Result<std::pair<std::uint64_t, std::string>> sizeAndHash(const base::Path& file)
{
    constexpr std::size_t piece = std::size_t{1024} * 1024;
    errno = 0;
    std::ifstream in(file, std::ios::binary);
    if (!in) // pulled out, perhaps
        return base::failErrno(errno == 0 ? EIO : errno, file.string());
    crypto::Sha256 hash;
    std::uint64_t size = 0;
    std::string buffer(piece, '\0');
    while (in) {
        in.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        const auto got = static_cast<std::size_t>(in.gcount());
        hash.update(base::asBytes(std::string_view(buffer).substr(0, got)));
        size += got;
    }
    if (in.bad() || !in.eof())
        return fail(Error::Kind::Io, file.string() + ": it cannot be read back");
    return std::pair(size, base::toHex(hash.finish().view()));
}

/// The first thing that is wrong with a log of the bundle; nothing when all of it holds.
std::optional<Error> faultOf(const audit::Report& report)
{
    if (report.interruption)
        return report.interruption;
    const auto wrong = std::find_if(
        report.findings.begin(), report.findings.end(), [](const audit::Finding& finding) {
            return finding.severity == audit::Finding::Severity::Failure;
        });
    if (wrong == report.findings.end())
        return std::nullopt;
    return Error{Error::Kind::Mismatch,
        "The bundle was not made, since what the store holds does not agree: " + wrong->path
            + (wrong->index ? ", entry " + std::to_string(*wrong->index) : "") + ": "
            + wrong->what};
}

Result<WrittenBundle> BundleWriter::readBack(const base::Path& file) const
{
    auto measured = sizeAndHash(file);
    if (!measured)
        return tl::unexpected(measured.error());
    const auto bundle = audit::Bundle::open(
        file, [this]() -> Result<std::string> { return m_options.passphrase; });
    if (!bundle)
        return tl::unexpected(bundle.error());
    const auto policy = tlog::Policy::parse(policyText());
    if (!policy)
        return tl::unexpected(policy.error());
    audit::Options how;
    how.progress = [this](std::uint64_t done, std::uint64_t of) {
        show(0.5 + 0.5 * static_cast<double>(done) / static_cast<double>(std::max(of, done)));
    };
    const audit::BundleReport report = audit::auditBundle(**bundle, *policy, how);
    WrittenBundle written{measured->first, std::move(measured->second)};
    for (const audit::BundleReport::Log& log : report.logs) {
        if (const auto fault = faultOf(log.report))
            return tl::unexpected(*fault);
        if (log.report.attendance) {
            written.rows += log.report.attendance->rows;
            written.erased += log.report.attendance->erased;
        }
        written.closed = written.closed && log.report.closed;
    }
    return written;
}

Result<WrittenBundle> BundleWriter::write()
{
    if (auto checked = checkLogs(); !checked)
        return tl::unexpected(checked.error());
    ZipWriter zip(m_files, m_now, m_options.passphrase);
    addHead(zip);
    for (const BundleLog* log : m_logs)
        addLog(zip, *log);
    base::Path temporary = m_path;
    temporary += ".tmp";
    std::error_code ignored;
    if (std::filesystem::exists(temporary, ignored)) // of a run that was cut off
        static_cast<void>(m_files.remove(temporary));
    const base::Path directory = m_path.has_parent_path() ? m_path.parent_path() : base::Path(".");
    Result<WrittenBundle> written;
    const auto done = zip.finish(temporary, m_options.withoutPersonalData ? everybody : ownerOnly,
                             [this](double part) { show(part * 0.5); })
                          .and_then([&]() -> Result<void> {
                              written = readBack(temporary);
                              return written.map([](const WrittenBundle& /*made*/) {});
                          })
                          .and_then([&] { return m_files.rename(temporary, m_path); })
                          .and_then([&] { return base::syncDirectory(m_files, directory); });
    if (done)
        return written;
    static_cast<void>(m_files.remove(temporary));
    return tl::unexpected(done.error());
}

} // namespace

Result<WrittenBundle> writeBundle(std::span<const BundleLog* const> logs, const base::Path& path,
    const BundleOptions& options, base::FileSystem& files, const base::Clock& clock)
{
    return BundleWriter(logs, path, options, files, clock.now().seconds).write();
}

} // namespace ikrar::attendance
