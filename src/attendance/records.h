#pragma once

#include "base/clock.h"
#include "crypto/hash.h"
#include "ledger/absence.h"
#include "ledger/lists.h"
#include "ledger/register.h"
#include "ledger/roster.h"
#include "pledge/ceremony.h"
#include "tlog/note.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ikrar::ledger {
class Ledger;
}

namespace ikrar::attendance {

/// One signed entry as lists show it.
struct SignedRecord {
    ledger::RegisterRow row; ///< without its salt
    std::string rank; ///< pangkat/golongan by the roster; empty for who is not on it
    std::string kiosk; ///< kiosk id of the log that holds the entry
    bool listed = false; ///< on the roster
    /// The same person has an earlier entry that is not voided: *ganda*. Never of a voided entry.
    bool repeated = false;
    crypto::Hash leaf; ///< RFC 6962 leaf hash of the entry
};

/// One expected person without a valid entry.
struct AbsentRecord {
    ledger::RosterRow person;
    std::optional<ledger::Absence> stated; ///< nothing: tanpa keterangan
};

/// One unit that anybody was expected in, or signed for.
struct UnitRecap {
    std::string unit; ///< id of a unit of the ceremony
    std::uint64_t expected = 0; ///< on the roster
    std::uint64_t present = 0; ///< of those, with a valid entry
    std::uint64_t walkIns = 0; ///< people not on the roster whose first valid entry names it
    std::uint64_t permission = 0;
    std::uint64_t sick = 0;
    std::uint64_t leave = 0;
    std::uint64_t duty = 0;

    /// *Tanpa keterangan*.
    [[nodiscard]] std::uint64_t unexplained() const
    {
        return expected - present - permission - sick - leave - duty;
    }
};

/// One log that the records come from.
struct LogRecord {
    std::string kiosk;
    tlog::VerifierKey key;
    std::uint64_t size = 0; ///< entries
    crypto::Hash root;
    std::string checkpoint; ///< the signed note of that size, with its cosignatures
    std::uint64_t signedEntries = 0;
    std::uint64_t voidedEntries = 0;
    std::optional<std::uint64_t> firstSigned; ///< index
    std::optional<std::uint64_t> lastSigned; ///< index
    std::vector<std::uint64_t> sessions; ///< numbers that were held, ascending
    bool closed = false;
};

struct Totals {
    std::uint64_t expected = 0; ///< on the roster
    std::uint64_t present = 0; ///< of those, with a valid entry
    std::uint64_t walkIns = 0; ///< people not on the roster with a valid entry
    std::uint64_t repeated = 0; ///< valid entries beyond a person's first
    std::uint64_t voided = 0;
    std::uint64_t absent = 0; ///< on the roster, without a valid entry
    std::uint64_t assisted = 0; ///< valid entries made with help
    std::uint64_t onPaper = 0; ///< valid entries of wet signatures
};

/// What every list, recap and document of attendance is made from: a kiosk's own store, or the
/// store that several were merged into. Rows are handed out one at a time, so that memory stays
/// flat. Read from the thread that opened the store.
class Records
{
public:
    Records() = default;
    Records(const Records&) = delete;
    Records& operator=(const Records&) = delete;
    Records(Records&&) = delete;
    Records& operator=(Records&&) = delete;
    virtual ~Records() = default;

    [[nodiscard]] virtual const pledge::Ceremony& ceremony() const = 0;
    /// Whether a rehearsal's log is among them: all that is shown or printed then says GLADI.
    [[nodiscard]] virtual bool rehearsal() const = 0;
    [[nodiscard]] virtual Result<std::vector<LogRecord>> logs() const = 0;
    [[nodiscard]] virtual Result<Totals> totals() const = 0;
    /// In the order of the ceremony's units; units that nobody belongs to are left out.
    [[nodiscard]] virtual Result<std::vector<UnitRecap>> units() const = 0;

    enum class Order : std::uint8_t {
        Log, ///< by log, then index
        Arrival, ///< by time, then log and index
        Unit, ///< in the order of the ceremony's units, the highest rank first, then by name
              ///< without titles
    };
    /// Ink is most of what the store holds; who does not show it skips it.
    enum class Ink : std::uint8_t { Read, Skip };
    /// Every signed entry, the voided ones too. An error of `take` ends the walk and is returned.
    using TakeSigned = std::function<Result<void>(SignedRecord&&)>;
    [[nodiscard]] virtual Result<void> eachSigned(
        Order order, const TakeSigned& take, Ink ink = Ink::Read) const = 0;
    /// By unit, rank and name, as Order::Unit.
    using TakeAbsent = std::function<Result<void>(const AbsentRecord&)>;
    [[nodiscard]] virtual Result<void> eachAbsent(const TakeAbsent& take) const = 0;

    /// While it lives, all that is read here is of one moment, though kiosks go on signing: lists
    /// and counts of one paper agree. Nothing is written through the same store meanwhile.
    [[nodiscard]] virtual Result<std::unique_ptr<ledger::Lists::Moment>> hold() const = 0;
};

/// The records of one kiosk's store, which must outlive them.
[[nodiscard]] std::unique_ptr<Records> recordsOf(ledger::Ledger& ledger);

} // namespace ikrar::attendance
