#pragma once

#include "crypto/hash.h"
#include "ledger/absence.h"
#include "ledger/register.h"
#include "ledger/roster.h"

#include <functional>
#include <memory>

namespace ikrar::ledger {

/// One row of the register with what the roster and the log say of it.
struct ListedEntry {
    RegisterRow row; ///< without its salt, and without ink unless it was asked for
    std::string rank; ///< by the roster; empty for who is not on it
    bool listed = false; ///< on the roster
    bool repeated = false; ///< valid, and not the person's first that is
    crypto::Hash leaf; ///< RFC 6962 leaf hash of the entry
};

/// One row of the roster whose person has no valid entry.
struct ListedAbsentee {
    RosterRow person;
    std::optional<Absence> stated;
};

/// How many of one unit came, and why others did not.
struct UnitPresence {
    std::string unit;
    std::uint64_t expected = 0; ///< on the roster
    std::uint64_t present = 0; ///< of those, with a valid entry
    std::uint64_t walkIns = 0; ///< people not on the roster whose first valid entry names this unit
    std::uint64_t permission = 0;
    std::uint64_t sick = 0;
    std::uint64_t leave = 0;
    std::uint64_t duty = 0;
};

/// What one log's register holds.
struct RegisterCounts {
    std::uint64_t signedEntries = 0;
    std::uint64_t voidedEntries = 0;
    std::uint64_t assisted = 0; ///< not voided
    std::uint64_t onPaper = 0; ///< wet signatures, not voided
    std::optional<std::uint64_t> first; ///< index of the first signed entry
    std::optional<std::uint64_t> last;
    std::vector<std::uint64_t> sessions; ///< that were held, ascending
};

/// The joins of register, roster and absences that lists are made from. Rows are handed out one at
/// a time: memory holds a key of some 40 bytes for each where they are sorted, nothing where not.
class Lists
{
public:
    Lists() = default;
    Lists(const Lists&) = delete;
    Lists& operator=(const Lists&) = delete;
    Lists(Lists&&) = delete;
    Lists& operator=(Lists&&) = delete;
    virtual ~Lists() = default;

    enum class Order : std::uint8_t {
        Log, ///< by index
        Arrival, ///< by time, then index
        Unit, ///< as ListOrder sorts: by unit, rank and name, then index
    };
    enum class Ink : std::uint8_t { Read, Skip };
    /// Every row of the register. An error of `take` ends the walk and is returned.
    using TakeEntry = std::function<Result<void>(ListedEntry&&)>;
    [[nodiscard]] virtual Result<void> eachEntry(
        Order order, Ink ink, const TakeEntry& take) const = 0;
    /// As ListOrder sorts.
    using TakeAbsentee = std::function<Result<void>(const ListedAbsentee&)>;
    [[nodiscard]] virtual Result<void> eachAbsentee(const TakeAbsentee& take) const = 0;
    /// In the order of the ceremony's units; those that nobody belongs to are left out.
    [[nodiscard]] virtual Result<std::vector<UnitPresence>> units() const = 0;
    [[nodiscard]] virtual Result<RegisterCounts> counts() const = 0;

    /// While it lives, everything read through this store is of one moment, however long that takes
    /// and whoever signs meanwhile through another; nothing can be written through this one.
    class Moment
    {
    public:
        Moment() = default;
        Moment(const Moment&) = delete;
        Moment& operator=(const Moment&) = delete;
        Moment(Moment&&) = delete;
        Moment& operator=(Moment&&) = delete;
        virtual ~Moment() = default;
    };
    [[nodiscard]] virtual Result<std::unique_ptr<Moment>> hold() const = 0;
};

} // namespace ikrar::ledger
