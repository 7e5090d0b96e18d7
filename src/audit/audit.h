#pragma once

#include "audit/http.h"
#include "base/file.h"
#include "pledge/ceremony.h"
#include "pledge/entry.h"
#include "receipt/verdict.h"
#include "tlog/checkpoint.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ikrar::audit {

struct AuditState;

/// Where a log's published files are read from: a folder, or a server.
class Source
{
public:
    Source() = default;
    Source(const Source&) = delete;
    Source& operator=(const Source&) = delete;
    Source(Source&&) = delete;
    Source& operator=(Source&&) = delete;
    virtual ~Source() = default;

    /// A published file by its path below the log (`checkpoint`, `tile/0/000`). Safe to call from
    /// several threads. Errors: Missing, TooLarge over `max`, Io, Permission.
    [[nodiscard]] virtual Result<Bytes> read(const std::string& path, std::size_t max) const = 0;
    /// Every path there, to tell what should not be; nothing where that cannot be asked (HTTP).
    /// Errors: Io.
    [[nodiscard]] virtual Result<std::optional<std::vector<std::string>>> list() const = 0;
    /// Readers worth having at once, at least: over a network most of them wait.
    [[nodiscard]] virtual unsigned readers() const { return 1; }
    /// What kept a file from being read that is no fault of the log's: a network, a disk, a
    /// permission. What could not be read from then on says nothing about the log.
    [[nodiscard]] virtual std::optional<Error> interruption() const { return std::nullopt; }
};

/// The folder that holds `checkpoint`; for a DATA directory, its `log`. Errors: Missing,
/// Permission.
[[nodiscard]] Result<std::unique_ptr<Source>> openDirectory(const base::Path& path);

/// The files below an address, asked for at most three times each. A file that the server does not
/// have is Missing; no answer, or a refusal, is an interruption, after which nothing more is asked.
/// Errors: Malformed for the address, Missing where no checkpoint lies there, Io.
[[nodiscard]] Result<std::unique_ptr<Source>> openHttp(
    std::string_view url, const HttpClient::Options& options = {});

/// openHttp of an http(s) address, openDirectory of anything else.
[[nodiscard]] Result<std::unique_ptr<Source>> openLog(
    const std::string& where, const HttpClient::Options& options = {});

/// One thing that is wrong, or worth a note, about a log.
struct Finding {
    enum class Severity : std::uint8_t { Note, Failure };
    Severity severity{};
    std::string kind; ///< `bad-entry-signature`, `tile-differs`, `root-differs`, ...
    std::string path; ///< published file, empty for the log as a whole
    std::optional<std::uint64_t> index; ///< of the entry
    std::string what; ///< one English sentence
    std::optional<std::uint64_t> line = std::nullopt; ///< of a table in a bundle, from 1

    friend bool operator==(const Finding&, const Finding&) = default;
};

/// Where the time of an audit went, summed over its threads.
struct Effort {
    using Time = std::chrono::nanoseconds;
    Time signatures{}; ///< of processors
    Time hashing{}; ///< of processors
    Time decoding{}; ///< of processors: entries, and their order
    Time reading{}; ///< by the wall: a disk or a network was waited for
    Time elapsed{}; ///< by the wall, of the whole audit

    /// `part` of all four, 0 to 1.
    [[nodiscard]] double share(Time part) const;
};

/// What a bundle's attendance came to, held against its log (BUNDLE.md beside this file).
struct Attendance {
    enum class Digest : std::uint8_t {
        NotClosed, ///< the log states none yet: nothing binds names and units
        Agrees,
        Differs,
    };
    std::uint64_t rows = 0; ///< read, with their entry
    std::uint64_t voided = 0; ///< of these
    std::uint64_t erased = 0; ///< entries whose row was erased: their digest alone is left
    std::uint64_t repeated = 0; ///< valid rows of a person who has an earlier valid row
    Digest digest = Digest::NotClosed;
};

struct Report {
    std::string origin;
    std::uint64_t size = 0;
    crypto::Hash root;
    bool rehearsal = false;
    bool quorumAsked = false;
    bool quorumMet = false;
    std::vector<std::string> witnesses; ///< of the policy, whose cosignatures are good
    std::vector<std::string> silent; ///< of the policy, whose cosignature is not there
    std::vector<std::string> strangers; ///< key names on the checkpoint that the policy lacks
    std::uint64_t signedEntries = 0;
    std::uint64_t voidedEntries = 0;
    std::uint64_t sessions = 0;
    bool closed = false;
    std::optional<pledge::Ceremony> ceremony; ///< the file that entry 0 names, where it lies there
    std::int64_t lastTime = 0; ///< Unix seconds, the latest that an entry states
    std::optional<std::uint64_t> since; ///< size of the checkpoint that it was held against
    std::uint64_t resumedFrom = 0; ///< entries below it were checked in an earlier audit
    bool filesListed = false; ///< whether files that should not be there would have been seen
    std::vector<Finding> findings; ///< by file and index; at most maxFindings, then `more`
    std::uint64_t more = 0;
    /// The source ended under the audit: neither the log nor its failure is shown.
    std::optional<Error> interruption;
    std::optional<Attendance> attendance; ///< of a bundle that holds personal data
    Effort effort;
    /// What a later audit goes on from, under `Options::keepState`: made when all entries held,
    /// whatever the witnesses said.
    std::shared_ptr<const AuditState> state;

    [[nodiscard]] bool holds() const; ///< no Failure, and the audit came to its end
};

struct Options {
    unsigned threads = 0; ///< 0: all cores
    std::optional<std::string> since; ///< an earlier signed checkpoint (note text)
    std::vector<receipt::Revocation> revoked;
    /// The state that an earlier audit of this log left. Its checkpoint must be a beginning of
    /// today's (else the finding `rewritten`); under the same policy its entries are not read
    /// again.
    std::shared_ptr<const AuditState> state;
    bool keepState = false; ///< make Report::state
    /// Entries done and in all, of those to be read; from one thread at a time.
    std::function<void(std::uint64_t done, std::uint64_t size)> progress;
    /// Each entry read, by index, from the thread that called; null for one that is not good.
    std::function<void(std::uint64_t index, const pledge::Entry* entry)> entry;
};

/// Checks everything that is published: every tile, entry encoding and signature, root, checkpoint,
/// the ceremony file's hash, the order of kinds (design.md), quorum by policy. Memory grows by 9
/// bytes an entry, for commitments that stand twice; nothing else grows. Total: a log that cannot
/// be read is a report with findings.
[[nodiscard]] Report audit(
    const Source& source, const tlog::Policy& policy, const Options& options = {});

/// The copy as something to hold a receipt against; the checkpoint is verified under `policy`
/// first, hashes are read from tiles that are proved against its root, and all entries are hashed
/// once so that no voiding can be left out. Errors: as the checkpoint; Mismatch when the copy
/// contradicts its own root; the source's.
[[nodiscard]] Result<receipt::LogView> viewOf(
    const std::shared_ptr<const Source>& source, const tlog::Policy& policy);

} // namespace ikrar::audit
