// How a store forgets (design.md, "Erasure"), and what it remembers of that.
#include "ledger/ledger_state.h"

namespace ikrar::ledger {

Result<Erased> Ledger::erase(const ErasureOf& whose)
{
    State& state = *m_state;
    // A copy holds the same personal data, whatever it may not sign.
    const Stop stop = state.stops.stop();
    if (stop == Stop::DiskFull || stop == Stop::ReadOnly || stop == Stop::DeviceFailed) {
        if (auto may = state.stops.mayWrite(); !may)
            return tl::unexpected(may.error());
    }
    static_cast<void>(state.store.database->takeFailure());
    auto erased = state.erasure.erase(whose, state.environment.clock.now().seconds);
    if (erased) {
        if (auto forgotten = state.erasure.forgetWal(); !forgotten)
            erased = tl::unexpected(forgotten.error());
    }
    if (const auto failure = state.store.database->takeFailure(); !erased && failure)
        state.stops.failed(*failure);
    return erased;
}

Result<Erased> Ledger::lookErasure(const ErasureOf& whose) const
{
    return m_state->stops.mayRead().and_then([&] { return m_state->erasure.look(whose); });
}

Result<std::vector<Tombstone>> Ledger::tombstones() const
{
    return m_state->stops.mayRead().and_then([&] { return m_state->erasure.tombstones(); });
}

Result<void> Ledger::noteCopy(const Path& path)
{
    if (!m_state->stops.mayWrite())
        return {};
    return m_state->erasure.noteCopy({path.string(), m_state->environment.clock.now().seconds});
}

} // namespace ikrar::ledger
