#pragma once

#include "audit/bundle.h"
#include "audit/sample_log.h"
#include "audit/tie.h"
#include "temporary_directory.h"

namespace ikrar::audit::test {

/// A bundle whose members a test can change before it is packed, of a log in memory: written here
/// after BUNDLE.md, not by the writer.
///
/// Entry 0 opened, 1 session, 2.. the signed ones; person 6, where there is one, is person 1 again.
/// Entry 3 is voided before the closing and 4 after it; of entry 5 only the digest is left.
class SampleBundle
{
public:
    enum class Log : std::uint8_t { Closed, Open };
    explicit SampleBundle(std::uint64_t people = 6, Log end = Log::Closed);

    /// Packed by libzip; sealed where there is a passphrase, all but the marker and the page.
    [[nodiscard]] base::Path pack(const std::string& passphrase = {}) const;
    [[nodiscard]] std::unique_ptr<Bundle> open() const;
    /// auditBundle's of what pack() makes.
    [[nodiscard]] BundleReport judge(const Options& options = {}) const;
    /// kind, line and entry of each failure, ascending: `row-person-differs line 3 entry 2`.
    [[nodiscard]] std::vector<std::string> failures() const;

    [[nodiscard]] std::string folder() const;
    [[nodiscard]] std::string attendance() const { return folder() + "/attendance.csv"; }
    [[nodiscard]] std::string ties() const { return folder() + "/ties.csv"; }
    /// Of a table, each with its CRLF, the header first: line `index` is that of entry `index + 1`
    /// in the ties, and in the attendance above the erased one.
    [[nodiscard]] std::vector<std::string> lines(const std::string& member) const;
    void setLines(const std::string& member, const std::vector<std::string>& lines);
    /// Within the line of entry `index`. Requires `from` to stand there.
    void edit(const std::string& member, std::uint64_t index, const std::string& from,
        const std::string& to);
    /// As a public one: `counts` are lines without CRLF.
    void makePublic(const std::vector<std::string>& counts);

    [[nodiscard]] static pledge::Identity identity(std::uint64_t index);
    [[nodiscard]] static Bytes ink(std::uint64_t index);
    /// What the log holds at `index`.
    [[nodiscard]] const pledge::Signed& entry(std::uint64_t index) const;

    std::map<std::string, Bytes> members; ///< by name
    SampleLog log;

private:
    void sign(std::uint64_t index);
    [[nodiscard]] static std::string row(std::uint64_t index, const std::string& status);
    [[nodiscard]] static Tie::Secrets secrets(std::uint64_t index);

    tests::TemporaryDirectory m_directory;
    std::map<std::uint64_t, pledge::Signed> m_entries;
};

} // namespace ikrar::audit::test
