#pragma once

#include "ledger/database.h"

#include <concepts>
#include <optional>

namespace ikrar::ledger {

/// Hands each row to `take`, whose error ends the walk and is returned.
template <std::invocable<const Rows&> Take>
[[nodiscard]] Result<void> eachRow(Result<Rows> rows, Take take)
{
    if (!rows)
        return tl::unexpected(rows.error());
    for (;;) {
        const auto found = rows->next();
        if (!found)
            return tl::unexpected(found.error());
        if (!*found)
            return {};
        if (Result<void> taken = take(*rows); !taken)
            return taken;
    }
}

/// What `read` makes of the one row, if there is one.
template <typename Read>
[[nodiscard]] auto oneRow(Result<Rows> rows, Read read)
    -> Result<std::optional<std::invoke_result_t<Read, const Rows&>>>
{
    if (!rows)
        return tl::unexpected(rows.error());
    const auto found = rows->next();
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return std::nullopt;
    return std::optional(read(*rows));
}

/// The number in the one row of a query; 0 where it is NULL.
[[nodiscard]] inline Result<std::uint64_t> oneNumber(Result<Rows> rows)
{
    return oneRow(std::move(rows), [](const Rows& row) {
        return row.number(0);
    }).map([](std::optional<std::uint64_t> number) { return number.value_or(0); });
}

} // namespace ikrar::ledger
