#pragma once

#include "base/clock.h"
#include "ledger/table_digest.h"
#include "pledge/commitment.h"
#include "pledge/declaration.h"

#include <memory>
#include <optional>
#include <vector>

namespace ikrar::ledger {

/// One row of the private table that ties an entry to a person.
struct RegisterRow {
    std::uint64_t index = 0;
    std::int64_t time = 0; ///< Unix seconds
    std::uint64_t session = 0;
    pledge::Declaration declaration;
    pledge::Salt salt{};
    std::optional<pledge::Reason> voided;
    /// How far the clock was to be trusted, as the entry says; none of rows of before it was kept.
    std::optional<base::ClockTrust> clockTrust;
};

/// A row with what is kept beside it.
struct KeyedRow {
    RegisterRow row;
    RowKey key{}; ///< of its digest
    std::optional<std::uint64_t> voidedBy; ///< index of the voiding
};

/// The private table, read only: rows are written by Ledger::sign in the entry's own transaction.
class Register
{
public:
    Register() = default;
    Register(const Register&) = delete;
    Register& operator=(const Register&) = delete;
    Register(Register&&) = delete;
    Register& operator=(Register&&) = delete;
    virtual ~Register() = default;

    /// The latest signed entry of this person that is not voided.
    [[nodiscard]] virtual Result<std::optional<RegisterRow>> find(
        const pledge::Identity& identity) const = 0;
    [[nodiscard]] virtual Result<std::optional<RegisterRow>> at(std::uint64_t index) const = 0;
    [[nodiscard]] virtual Result<std::vector<RegisterRow>> page(
        std::uint64_t offset, std::size_t limit) const = 0;
    /// The entry that a row of a paper sheet was entered as and that is not voided, by the code of
    /// a pledge::SheetRow.
    [[nodiscard]] virtual Result<std::optional<std::uint64_t>> entryOfPaper(
        const std::string& row) const = 0;
    /// Wet signatures, not voided.
    [[nodiscard]] virtual Result<std::uint64_t> paperCount() const = 0;
    /// Signed, not voided, by unit id. Of entries whose row was erased the unit is no longer known
    /// once one of them is voided: they are then counted under an empty id.
    struct UnitCount {
        std::string unit;
        std::uint64_t signedEntries = 0;
        std::uint64_t expected = 0;
    };
    [[nodiscard]] virtual Result<std::vector<UnitCount>> countsByUnit() const = 0;
};

} // namespace ikrar::ledger
