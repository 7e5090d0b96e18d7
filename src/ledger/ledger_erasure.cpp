// How a store forgets (design.md, "Erasure"), and what it remembers of that.
#include "ledger/ledger_state.h"
#include "ledger/pending_erasure.h"

namespace ikrar::ledger {

namespace {

/// Has the disk forget what was erased now and by those before that were held. What was taken is on
/// disk before that is tried: a repetition can tell of it.
template <typename State>
Result<Erased> forget(State& state, Erased erased)
{
    PendingErasure pending(state.environment.files, state.data);
    if (const auto earlier = pending.read()) {
        erased = PendingErasure::sum(*earlier, std::move(erased));
        erased.ended = true;
    }
    // The data is gone by now; that the file cannot be written is not worth stopping for.
    static_cast<void>(pending.keep(erased));
    const auto forgotten = state.erasure.forgetWal();
    if (!forgotten && forgotten.error().kind != Error::Kind::Busy)
        return tl::unexpected(forgotten.error());
    erased.held = !forgotten;
    erased.ended = erased.ended && forgotten;
    if (forgotten)
        pending.forget();
    return erased;
}

/// A copy holds the same personal data, whatever it may not sign.
template <typename State>
Result<void> mayForget(const State& state)
{
    const Stop stop = state.stops.stop();
    if (stop == Stop::DiskFull || stop == Stop::ReadOnly || stop == Stop::DeviceFailed)
        return state.stops.mayWrite();
    return {};
}

} // namespace

Result<Erased> Ledger::erase(const ErasureOf& whose)
{
    State& state = *m_state;
    if (auto may = mayForget(state); !may)
        return tl::unexpected(may.error());
    static_cast<void>(state.store.database->takeFailure());
    auto erased = state.erasure.erase(whose, state.environment.clock.now().seconds);
    if (erased)
        erased = forget(state, std::move(*erased));
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
    if (auto may = mayForget(*m_state); !may)
        return may;
    return m_state->erasure.noteCopy({path.string(), m_state->environment.clock.now().seconds});
}

} // namespace ikrar::ledger
