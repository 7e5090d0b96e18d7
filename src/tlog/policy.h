#pragma once

#include "tlog/note.h"

#include <optional>
#include <set>

namespace ikrar::tlog {

/// c2sp.org/tlog-policy: which logs and witnesses an auditor trusts, and which cosignatures are
/// enough. Lines: `log <vkey> [url]`, `witness <name> <vkey> [url]`, `group <name> all|any|<k>
/// <names>...`, one `quorum <name>|none`; `#` comments and empty lines.
class Policy
{
public:
    struct Log {
        VerifierKey key;
        std::string url;
    };
    struct Witness {
        std::string name;
        VerifierKey key; ///< of type CosignatureV1
        std::string url;
    };
    struct Group {
        std::string name;
        std::size_t threshold = 1;
        std::vector<std::string> members; ///< witnesses, or groups defined before
    };

    /// Errors: TooLarge over 1 MiB or 4,096 lines; Malformed with the line's number: unknown
    /// keyword, control character, name or key given twice, name not defined above, member of two
    /// groups, key of another type, threshold out of range, quorum missing or given twice, no
    /// newline at the end. Stricter than the specification in one thing: one key for an origin, so
    /// that logByOrigin has one answer.
    [[nodiscard]] static Result<Policy> parse(std::string_view text);
    /// The policy without comments, thresholds as numbers.
    [[nodiscard]] std::string text() const;

    /// `quorum none` for one log: what `init` writes beside a new log.
    [[nodiscard]] static Policy forLog(const VerifierKey& log);

    [[nodiscard]] const std::vector<Log>& logs() const { return m_logs; }
    [[nodiscard]] const std::vector<Witness>& witnesses() const { return m_witnesses; }
    [[nodiscard]] const std::vector<Group>& groups() const { return m_groups; }
    /// Nothing for `quorum none`.
    [[nodiscard]] const std::optional<std::string>& quorum() const { return m_quorum; }

    /// The logs or witnesses with this key ID: four bytes, so it may be shared.
    [[nodiscard]] std::vector<const Log*> logsById(KeyId id) const;
    [[nodiscard]] std::vector<const Witness*> witnessesById(KeyId id) const;
    [[nodiscard]] const Log* logByOrigin(std::string_view origin) const;

    /// Whether cosignatures by these witnesses (their names here) satisfy the quorum. True under
    /// `quorum none`.
    [[nodiscard]] bool satisfiedBy(const std::set<std::string>& witnesses) const;

private:
    class Reader;

    std::vector<Log> m_logs;
    std::vector<Witness> m_witnesses;
    std::vector<Group> m_groups;
    std::optional<std::string> m_quorum;
};

} // namespace ikrar::tlog
