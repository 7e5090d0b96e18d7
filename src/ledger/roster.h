#pragma once

#include "crypto/hash.h"
#include "pledge/ceremony.h"
#include "pledge/identity.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ikrar::ledger {

/// One expected person.
struct RosterRow {
    pledge::Identity identity;
    std::string name; ///< as official papers write it, with titles
    std::string unit; ///< id of a unit of the ceremony
    std::string post;
    std::string rank; ///< pangkat/golongan
    pledge::Category category{};

    friend bool operator==(const RosterRow&, const RosterRow&) = default;
};

/// The people expected, kept in the store beside the register. A change counts for the log from the
/// next session's start, whose entry holds the table digest.
class Roster
{
public:
    Roster() = default;
    Roster(const Roster&) = delete;
    Roster& operator=(const Roster&) = delete;
    Roster(Roster&&) = delete;
    Roster& operator=(Roster&&) = delete;
    virtual ~Roster() = default;

    [[nodiscard]] virtual Result<std::uint64_t> count() const = 0;
    [[nodiscard]] virtual Result<std::optional<RosterRow>> find(
        const pledge::Identity& identity) const = 0;
    /// Everything, in the order of import, a page at a time: `next` is where the page after this
    /// one begins, 0 where everything begins. No rows: the end.
    struct Page {
        std::vector<RosterRow> rows;
        std::uint64_t next = 0;
    };
    [[nodiscard]] virtual Result<Page> page(std::uint64_t from, std::size_t limit) const = 0;
    /// How many rows of `unit` and the units below it (empty: any) have a name that holds all the
    /// words of `typed`, and the row when it is one. Whole words: case, accents and apostrophes do
    /// not count. No word matches nobody.
    struct Match {
        std::uint64_t count = 0;
        std::optional<RosterRow> only;
    };
    [[nodiscard]] virtual Result<Match> search(
        const std::string& typed, const std::string& unit) const = 0;
    /// Ids of the units (of this parent; empty: the roots) that rows matching `typed` work in, or
    /// below.
    [[nodiscard]] virtual Result<std::vector<std::string>> unitsOf(
        const std::string& typed, const std::string& parent) const = 0;

    struct Change {
        std::uint64_t added = 0;
        std::uint64_t updated = 0;
        std::uint64_t unchanged = 0;
    };
    /// How many of the rows are done.
    using ImportProgress = std::function<void(std::uint64_t done, std::uint64_t of)>;
    /// Adds new people and updates known ones (by identity), in one transaction. Errors: NoSpace,
    /// ReadOnly, Io, Busy.
    [[nodiscard]] virtual Result<Change> import(
        const std::vector<RosterRow>& rows, const ImportProgress& progress = {})
        = 0;
    [[nodiscard]] virtual Result<crypto::Hash> tableDigest() const = 0;
};

} // namespace ikrar::ledger
