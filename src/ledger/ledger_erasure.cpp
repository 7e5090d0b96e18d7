// How a store forgets (design.md, "Erasure"), and what it remembers of that.
#include "ledger/file_lock.h"
#include "ledger/ledger_state.h"
#include "ledger/pending_erasure.h"

namespace ikrar::ledger {

namespace {

/// Two at once would each write what the other has not read.
template <typename State>
Result<FileLock> lockErasures(State& state)
{
    auto lock = FileLock::take(state.environment.files, state.data / "erasure.lock");
    if (!lock && lock.error().kind == Error::Kind::Busy)
        return fail(Error::Kind::Busy,
            "Another erasure is under way in this store: repeat this one after it.");
    return lock;
}

/// Has the disk forget what was erased now and by those before that were held.
template <typename State>
Result<Erased> forget(State& state, PendingErasure& pending, Erased erased)
{
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

/// What is taken is on disk before it is: whoever comes after a kill can tell of it.
template <typename State>
Result<Erased> eraseLocked(State& state, const ErasureOf& whose)
{
    PendingErasure pending(state.environment.files, state.data);
    const auto earlier = state.erasure.buried().and_then(
        [&](std::uint64_t buried) { return pending.read(buried); });
    if (!earlier)
        return tl::unexpected(earlier.error());
    auto erased = state.erasure.erase(whose, state.environment.clock.now().seconds,
        [&](const Erased& begun, std::uint64_t buried) {
            return pending.keep(*earlier, begun, buried);
        });
    if (!erased)
        return erased;
    if (*earlier) {
        *erased = PendingErasure::sum(**earlier, std::move(*erased));
        erased->ended = true;
    }
    return forget(state, pending, std::move(*erased));
}

} // namespace

Result<Erased> Ledger::erase(const ErasureOf& whose)
{
    State& state = *m_state;
    if (auto may = mayForget(state); !may)
        return tl::unexpected(may.error());
    static_cast<void>(state.store.database->takeFailure());
    const auto lock = lockErasures(state);
    auto erased = lock ? eraseLocked(state, whose) : tl::unexpected<Error>(lock.error());
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
