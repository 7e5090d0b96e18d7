#include "audit/attendance_row.h"
#include "audit/sample_bundle.h"
#include "crypto/sha256.h"
#include "pledge/ink.h"

#include <catch2/catch.hpp>
#include <zip.h>

namespace ikrar::audit::test {

namespace {

constexpr std::uint64_t first = 2; ///< signed entry
constexpr std::uint64_t voidedBefore = 3;
constexpr std::uint64_t voidedAfter = 4;
constexpr std::uint64_t erased = 5;
constexpr const char* marker = "ikrar-bundle";

Bytes bytesOf(std::string_view text)
{
    return base::copy(base::asBytes(text));
}

crypto::Hash digestOf(BytesView key, std::string_view text)
{
    return crypto::hmacSha256(key, base::asBytes(text));
}

void must(bool done, const char* what)
{
    if (!done)
        throw std::runtime_error(std::string("libzip did not ") + what);
}

void add(zip_t* zip, const std::string& name, const Bytes& bytes, const std::string& passphrase)
{
    zip_source_t* source = zip_source_buffer(zip, bytes.data(), bytes.size(), 0);
    const zip_int64_t place = zip_file_add(zip, name.c_str(), source, ZIP_FL_ENC_GUESS);
    must(place >= 0, "take a member");
    if (!passphrase.empty() && name != marker && name != "index.html")
        must(zip_file_set_encryption(
                 zip, static_cast<zip_uint64_t>(place), ZIP_EM_AES_256, passphrase.c_str())
                == 0,
            "seal a member");
}

} // namespace

SampleBundle::SampleBundle(std::uint64_t people, Log end)
{
    log.append(pledge::Opened{crypto::sha256(log.files["ceremony.toml"])});
    log.append(pledge::SessionStart{1, {}});
    std::string rows = attendanceHeaderLine() + "\r\n";
    std::string tieLines = tieHeader() + "\r\n";
    crypto::Sha256 digests;
    digests.update(digestOf(Bytes(16, 0), attendanceHeaderLine()).view());
    for (std::uint64_t index = first; index < first + people; ++index) {
        sign(index);
        const bool before = index == voidedBefore;
        const std::string asClosed
            = row(index, before ? R"("voided","duplicate")" : R"("signed","")");
        Tie tie{index, secrets(index), digestOf(secrets(index).key, asClosed)};
        digests.update(tie.digest.view());
        if (index == erased)
            tie.secrets.reset();
        else
            rows += (index == voidedAfter && end == Log::Closed
                            ? row(index, R"("voided","withdrawn")")
                            : asClosed)
                + "\r\n";
        tieLines += tieLine(tie) + "\r\n";
    }
    log.append(pledge::Voided{voidedBefore, pledge::Reason::Duplicate});
    if (end == Log::Closed) {
        log.append(pledge::SessionEnd{1, {people, 1}});
        log.append(pledge::Closed{{people, 1}, digests.finish()});
        log.append(pledge::Voided{voidedAfter, pledge::Reason::Withdrawn});
    }
    log.publish();
    members[marker] = bytesOf("ikrar/bundle/v1\nfull\n" + folder() + '\n');
    members["index.html"] = bytesOf("<!doctype html>\n");
    members[attendance()] = bytesOf(rows);
    members[ties()] = bytesOf(tieLines);
    for (const auto& [path, bytes] : log.files)
        members[folder() + "/log/" + path] = bytes;
}

void SampleBundle::sign(std::uint64_t index)
{
    pledge::Signed body{1, pledge::commitment(secrets(index).salt, identity(index)),
        pledge::act(crypto::sha256(log.files["ceremony.toml"]), ink(index)), pledge::Category::Pns,
        pledge::Method::Kiosk};
    log.append(pledge::Body(body));
    m_entries.emplace(index, body);
}

std::string SampleBundle::row(std::uint64_t index, const std::string& status)
{
    return '"' + std::to_string(index) + R"(","nip",")" + identity(index).value
        + R"(","Peserta Contoh )" + std::to_string(index)
        + R"(","pns","opd-contoh-1","1","2023-11-15T06:13:20+08:00","kiosk",)" + status;
}

/// Valid NIP of samples: 999 serial numbers for each year of appointment.
pledge::Identity SampleBundle::identity(std::uint64_t index)
{
    constexpr std::uint64_t serials = 999;
    const std::uint64_t person = index == first + 5 ? 0 : index - first;
    std::string serial = std::to_string(person % serials + 1);
    serial.insert(0, 3 - serial.size(), '0');
    return {pledge::IdentityKind::Nip,
        "19700101" + std::to_string(2005 + person / serials) + "011" + serial};
}

Bytes SampleBundle::ink(std::uint64_t index)
{
    const int x = 100 + static_cast<int>(index % 1000); // on the pad
    return pledge::encodeInk({1200, 450, {{{x, 100}, {x + 5, 100}, {x, 105}}}});
}

Tie::Secrets SampleBundle::secrets(std::uint64_t index)
{
    Tie::Secrets secrets;
    secrets.salt.fill(static_cast<std::uint8_t>(index));
    secrets.key.fill(static_cast<std::uint8_t>(index + 100));
    secrets.ink = ink(index);
    return secrets;
}

const pledge::Signed& SampleBundle::entry(std::uint64_t index) const
{
    return m_entries.at(index);
}

std::string SampleBundle::folder() const
{
    return folderOf(log.vkey().name);
}

base::Path SampleBundle::pack(const std::string& passphrase) const
{
    auto path = m_directory / "berkas-bukti.zip";
    int code = 0;
    zip_t* zip = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code);
    must(zip != nullptr, "begin");
    for (const auto& [name, bytes] : members)
        add(zip, name, bytes, passphrase);
    must(zip_close(zip) == 0, "finish");
    return path;
}

std::unique_ptr<Bundle> SampleBundle::open() const
{
    auto bundle = Bundle::open(
        pack(), []() -> Result<std::string> { throw std::runtime_error("nothing is sealed"); });
    if (!bundle)
        throw std::runtime_error(bundle.error().what);
    return std::move(*bundle);
}

BundleReport SampleBundle::judge(const Options& options) const
{
    return auditBundle(*open(), log.policy(), options);
}

std::vector<std::string> SampleBundle::failures() const
{
    std::vector<std::string> out;
    const BundleReport report = judge();
    for (const BundleReport::Log& one : report.logs)
        for (const Finding& finding : one.report.findings)
            if (finding.severity == Finding::Severity::Failure)
                out.push_back(finding.kind
                    + (finding.line ? " line " + std::to_string(*finding.line) : "")
                    + (finding.index ? " entry " + std::to_string(*finding.index) : ""));
    std::sort(out.begin(), out.end());
    if (report.holds() != out.empty())
        throw std::logic_error("a bundle holds exactly when nothing failed");
    return out;
}

std::vector<std::string> SampleBundle::lines(const std::string& member) const
{
    std::vector<std::string> lines;
    std::string_view rest = base::asText(members.at(member));
    while (!rest.empty()) {
        const std::size_t end = rest.find("\r\n") + 2;
        lines.emplace_back(rest.substr(0, end));
        rest.remove_prefix(end);
    }
    return lines;
}

void SampleBundle::setLines(const std::string& member, const std::vector<std::string>& lines)
{
    std::string whole;
    for (const std::string& line : lines)
        whole += line;
    members[member] = bytesOf(whole);
}

void SampleBundle::edit(
    const std::string& member, std::uint64_t index, const std::string& from, const std::string& to)
{
    auto all = lines(member);
    const std::string begin = '"' + std::to_string(index) + "\",";
    const auto line = std::find_if(
        all.begin(), all.end(), [&](const auto& one) { return one.starts_with(begin); });
    const std::size_t place = line == all.end() ? std::string::npos : line->find(from);
    if (place == std::string::npos)
        throw std::invalid_argument(from + " does not stand there");
    line->replace(place, from.size(), to);
    setLines(member, all);
}

void SampleBundle::makePublic(const std::vector<std::string>& counts)
{
    members.erase(attendance());
    members.erase(ties());
    members[marker] = bytesOf("ikrar/bundle/v1\npublic\n" + folder() + '\n');
    std::string whole;
    for (const std::string& line : counts)
        whole += line + "\r\n";
    members["units.csv"] = bytesOf(whole);
}

TEST_CASE("a bundle written after its format holds", "[audit]")
{
    const BundleReport report = SampleBundle().judge();
    REQUIRE(report.holds());
    REQUIRE(report.logs.size() == 1);
    const Report& log = report.logs.front().report;
    CHECK(log.signedEntries == 6);
    CHECK(log.voidedEntries == 2);
    REQUIRE(log.attendance);
    CHECK(log.attendance->rows == 5);
    CHECK(log.attendance->voided == 2);
    CHECK(log.attendance->erased == 1);
    CHECK(log.attendance->repeated == 1);
    CHECK(log.attendance->digest == Attendance::Digest::Agrees);
    std::vector<std::string> notes;
    for (const Finding& finding : log.findings)
        notes.push_back(finding.kind + ' ' + std::to_string(finding.index.value_or(0)));
    std::sort(notes.begin(), notes.end());
    CHECK(notes == std::vector<std::string>{"person-again 7", "row-erased 5"});
}

} // namespace ikrar::audit::test
