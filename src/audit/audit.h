#pragma once

#include "base/file.h"
#include "receipt/verdict.h"
#include "tlog/checkpoint.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ikrar::audit {

/// Where a log's published files are read from: a folder here, a ZIP or HTTP later.
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
    /// Every path there, to tell what should not be. Errors: Io.
    [[nodiscard]] virtual Result<std::vector<std::string>> list() const = 0;
};

/// The folder that holds `checkpoint`; for a DATA directory, its `log`.
[[nodiscard]] Result<std::unique_ptr<Source>> openDirectory(const base::Path& path);

/// One thing that is wrong, or worth a note, about a log.
struct Finding {
    enum class Severity : std::uint8_t { Note, Failure };
    Severity severity{};
    std::string kind; ///< `bad-entry-signature`, `tile-differs`, `root-differs`, ...
    std::string path; ///< published file, empty for the log as a whole
    std::optional<std::uint64_t> index; ///< of the entry
    std::string what; ///< one English sentence

    friend bool operator==(const Finding&, const Finding&) = default;
};

struct Report {
    std::string origin;
    std::uint64_t size = 0;
    crypto::Hash root;
    bool rehearsal = false;
    bool quorumAsked = false;
    bool quorumMet = false;
    std::vector<std::string> witnesses;
    std::uint64_t signedEntries = 0;
    std::uint64_t voidedEntries = 0;
    std::uint64_t sessions = 0;
    bool closed = false;
    std::vector<Finding> findings; ///< by file and index; at most maxFindings, then `more`
    std::uint64_t more = 0;

    [[nodiscard]] bool holds() const; ///< no Failure
};

struct Options {
    unsigned threads = 0; ///< 0: all cores
    std::optional<std::string> since; ///< an earlier signed checkpoint (note text)
    /// Entries done and in all; from one thread at a time.
    std::function<void(std::uint64_t done, std::uint64_t size)> progress;
};

/// Checks everything that is published: every tile, entry encoding and signature, root, checkpoint,
/// the ceremony file's hash, the order of kinds (design.md), quorum by policy. Flat memory. Total:
/// a log that cannot be read is a report with findings.
[[nodiscard]] Report audit(
    const Source& source, const tlog::Policy& policy, const Options& options = {});

/// The copy as something to hold a receipt against; the checkpoint is verified under `policy`
/// first, hashes are read from tiles that are proved against its root, and all entries are hashed
/// once so that no voiding can be left out. Errors: as the checkpoint; Mismatch when the copy
/// contradicts its own root.
[[nodiscard]] Result<receipt::LogView> viewOf(
    const std::shared_ptr<const Source>& source, const tlog::Policy& policy);

} // namespace ikrar::audit
