// What exports and bundles are made of.
#include "ledger/ledger_state.h"

namespace ikrar::ledger {

Result<Bytes> Ledger::tile(const tlog::Tile& tile) const
{
    return m_state->stops.mayRead().and_then([&] { return m_state->store.entries.tile(tile); });
}

Result<std::vector<KeyedRow>> Ledger::rowsFrom(std::uint64_t index, std::size_t limit) const
{
    return m_state->stops.mayRead().and_then(
        [&] { return m_state->store.registered.rowsFrom(index, limit); });
}

} // namespace ikrar::ledger
