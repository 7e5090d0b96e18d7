#pragma once

#include "ledger/database.h"
#include "pledge/declaration.h"

#include <optional>

namespace ikrar::ledger {

/// Rows of paper sheets that signed entries were entered from, beside the register.
class SheetRowTable
{
public:
    explicit SheetRowTable(const Database& database);

    /// Within the transaction of entry `index`. Errors: Refused while another entry has the row.
    [[nodiscard]] Result<void> insert(std::uint64_t index, const pledge::Declaration::Paper& paper);
    /// Within the transaction of `by`, which voids entry `index`: its row may be entered again.
    [[nodiscard]] Result<void> free(std::uint64_t index, std::uint64_t by);

    /// Who has the row, and is not voided.
    [[nodiscard]] Result<std::optional<std::uint64_t>> entryOf(const std::string& row) const;
    /// Rows of entries that are not voided.
    [[nodiscard]] Result<std::uint64_t> count() const;

private:
    Statement m_insert;
    Statement m_free;
    mutable Statement m_entryOf;
    mutable Statement m_count;
};

} // namespace ikrar::ledger
