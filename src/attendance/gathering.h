#pragma once

#include "crypto/hash.h"
#include "ledger/database.h"
#include "pledge/ceremony.h"
#include "tlog/checkpoint.h"
#include "tlog/tile.h"
#include "tlog/tree.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ikrar::attendance {

/// One ceremony that logs were gathered of, its rehearsals apart from it.
struct GatheredCeremony {
    std::uint64_t number = 0; ///< of its row
    pledge::Ceremony ceremony;
    bool rehearsal = false;
};

/// One history of a log. A log has more than one when a copy does not continue what was there: then
/// all of them are `inconsistent`, and each stays.
struct GatheredLog {
    std::uint64_t number = 0; ///< of its row: the first 63 bits of a SHA-256 over what it is
    tlog::VerifierKey key;
    std::string kiosk;
    std::uint64_t ceremony = 0;
    std::optional<std::uint64_t> base; ///< the history whose first `baseSize` entries it shares
    std::uint64_t baseSize = 0;
    std::uint64_t size = 0; ///< entries
    crypto::Hash root;
    std::string checkpoint; ///< the signed note of that size
    std::uint64_t signedEntries = 0;
    std::uint64_t voidedEntries = 0;
    std::optional<std::uint64_t> firstSigned; ///< index
    std::optional<std::uint64_t> lastSigned; ///< index
    std::optional<std::uint64_t> closedAt; ///< index of the entry that closed it
    Bytes rosterDigest; ///< of the roster that was taken from it
    Bytes absencesDigest;
};

/// Where in the table of entries a history's are: its own from `baseSize` on, those of its base
/// below. Also the tree over them.
class GatheredTree final : public tlog::HashReader
{
public:
    /// Where each stretch begins and whose rows it is made of, the first at 0.
    struct Stretch {
        std::uint64_t first = 0;
        std::uint64_t log = 0;
    };
    GatheredTree(const ledger::Database& database, std::vector<Stretch> stretches);

    /// The log whose row entry `index` is.
    [[nodiscard]] std::uint64_t ownerOf(std::uint64_t index) const;
    [[nodiscard]] Result<Bytes> sealed(std::uint64_t index) const;
    /// Errors: Missing.
    [[nodiscard]] Result<std::vector<tlog::Hash>> read(
        const std::vector<tlog::Node>& nodes) const override;
    [[nodiscard]] Result<tlog::RightEdge> edge(std::uint64_t size) const;
    /// The bytes of a tile of hashes or of a bundle, as the kiosk publishes it. Errors: Missing.
    [[nodiscard]] Result<Bytes> tile(const tlog::Tile& tile) const;

private:
    /// Hands out the rows of `width` entries from `first` on. Errors: Missing where one is not
    /// there.
    using TakeRow = std::function<Result<void>(const Bytes&)>;
    [[nodiscard]] Result<void> eachOf(ledger::Statement& statement, std::uint64_t first,
        std::uint64_t width, const TakeRow& take) const;

    std::vector<Stretch> m_stretches;
    mutable ledger::Statement m_sealed;
    mutable ledger::Statement m_subtrees;
    mutable ledger::Statement m_sealedRange;
    mutable ledger::Statement m_subtreesRange;
};

/// Many kiosks' data in one store: a SQLite file, or a database of a PostgreSQL server, by the same
/// tables and queries (GATHERING.md beside this file). Requires a QCoreApplication. Used from the
/// thread that opened it.
class Gathering
{
public:
    struct Name {
        std::string where; ///< a file, or `postgresql://user@host:port/database`
        std::string password; ///< of the server's user, where it is not found otherwise
    };
    enum class Access : std::uint8_t {
        Merge, ///< makes what is not there yet; a new file is its owner's alone
        Read,
    };
    /// Errors: Invalid for a name that is none and for a kiosk's own store; Missing for what may
    /// only be read; the database's.
    [[nodiscard]] static Result<std::unique_ptr<Gathering>> open(const Name& name, Access access);

    [[nodiscard]] const ledger::Database& database() const { return *m_database; }

    [[nodiscard]] Result<std::vector<GatheredCeremony>> ceremonies() const;
    /// By origin; the histories of one log by where they part.
    [[nodiscard]] Result<std::vector<GatheredLog>> logs() const;
    /// The histories of this log.
    [[nodiscard]] Result<std::vector<GatheredLog>> historiesOf(const tlog::VerifierKey& key) const;
    [[nodiscard]] Result<std::unique_ptr<GatheredTree>> treeOf(const GatheredLog& log) const;
    /// As its kiosk published it when it was last taken; without one, that of a log that asks no
    /// witness.
    [[nodiscard]] Result<std::string> policyOf(const GatheredLog& log) const;
    /// Signed entries whose row was missing or did not belong to them.
    [[nodiscard]] Result<std::uint64_t> unprovedIn(const GatheredLog& log) const;
    /// Numbers of the sessions that were held, ascending.
    [[nodiscard]] Result<std::vector<std::uint64_t>> sessionsOf(const GatheredLog& log) const;

    /// After rows were deleted: has the engine let go of what they stood in. Errors: Busy while
    /// another process reads the file, or another session of the server rows of before.
    [[nodiscard]] Result<void> scrub() const;

private:
    explicit Gathering(std::unique_ptr<ledger::Database> database) : m_database(std::move(database))
    {
    }

    std::unique_ptr<ledger::Database> m_database;
};

} // namespace ikrar::attendance
