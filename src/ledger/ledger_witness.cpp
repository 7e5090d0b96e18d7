// What witnesses need of a store, and what it makes of what they hold.
#include "ledger/ledger_state.h"

namespace ikrar::ledger {

Result<tlog::Policy> Ledger::policy() const
{
    return m_state->publication.policy(m_state->store.logKey);
}

std::function<bool(const KeyIds&)> Ledger::State::quorum() const
{
    const auto policy = publication.policy(store.logKey);
    if (!policy || !policy->quorum())
        return [](const KeyIds&) { return true; };
    return [policy = *policy](const KeyIds& cosigners) {
        std::set<std::string> names;
        for (const tlog::KeyId id : cosigners)
            for (const auto* witness : policy.witnessesById(id))
                names.insert(witness->name);
        return policy.satisfiedBy(names);
    };
}

Result<tlog::OpenedCheckpoint> Ledger::newest() const
{
    if (auto may = m_state->stops.mayRead(); !may)
        return tl::unexpected(may.error());
    const Store& store = m_state->store;
    const auto head = store.head.load();
    if (!head)
        return tl::unexpected(head.error());
    auto note = m_state->publication.noteFor(head->size, store);
    if (!note)
        return tl::unexpected(note.error());
    auto checkpoint = tlog::Checkpoint::parse(note->text);
    if (!checkpoint)
        return tl::unexpected(checkpoint.error());
    return tlog::OpenedCheckpoint{std::move(*checkpoint), std::move(*note)};
}

Result<tlog::Proof> Ledger::consistency(std::uint64_t oldSize, std::uint64_t size) const
{
    const Store& store = m_state->store;
    const auto head = m_state->stops.mayRead().and_then([&] { return store.head.load(); });
    if (!head)
        return tl::unexpected(head.error());
    if (oldSize > size || size > head->size)
        return fail(Error::Kind::Invalid,
            "No proof leads from " + std::to_string(oldSize) + " to " + std::to_string(size)
                + " entries.");
    return tlog::proveConsistency(oldSize, size, store.entries);
}

Result<std::uint64_t> Ledger::cosignedSize(tlog::KeyId witness) const
{
    return m_state->store.checkpoints.lastCosigned(witness);
}

Result<std::optional<std::uint64_t>> Ledger::witnessedSize(std::uint64_t index) const
{
    return m_state->store.checkpoints.cosignedBy(index, m_state->quorum());
}

Result<bool> Ledger::confront(std::string_view note, const std::string& witness)
{
    State& state = *m_state;
    const auto held = tlog::openCheckpoint(note, state.store.logKey);
    if (!held)
        return tl::unexpected(held.error());
    const auto why
        = state.contradicted(held->checkpoint, "The checkpoint that " + witness + " holds");
    if (!why)
        return tl::unexpected(why.error());
    if (!*why)
        return false;
    // Kept for whoever asks, and for the next start; the store stops whether or not it can be.
    static_cast<void>(base::replaceFile(
        state.environment.files, state.data / contradictionName, base::asBytes(note)));
    state.stops.set(Stop::Contradicted, **why);
    return true;
}

} // namespace ikrar::ledger
