#include "attendance/bundle_log.h"

#include "ledger/attendance_table.h"
#include "pledge/entry.h"

#include <algorithm>

namespace ikrar::attendance {

namespace {

class StoreLog final : public BundleLog
{
public:
    StoreLog(const ledger::Ledger& ledger, Facts facts, std::vector<ledger::Tombstone> erased)
        : m_ledger(ledger)
        , m_facts(std::move(facts))
        , m_erased(std::move(erased))
    {
    }

    [[nodiscard]] const Facts& facts() const override { return m_facts; }
    [[nodiscard]] const pledge::Ceremony& ceremony() const override { return m_ledger.ceremony(); }
    [[nodiscard]] Result<Bytes> tile(const tlog::Tile& tile) const override
    {
        return m_ledger.tile(tile);
    }
    [[nodiscard]] Result<std::vector<BundleRow>> rowsFrom(
        std::uint64_t index, std::size_t limit) const override;

private:
    [[nodiscard]] BundleRow at(ledger::KeyedRow&& keyed) const;

    const ledger::Ledger& m_ledger;
    Facts m_facts;
    std::vector<ledger::Tombstone> m_erased; ///< by index
};

/// The row as the checkpoint has it, with the digest that `closed` was made from.
BundleRow StoreLog::at(ledger::KeyedRow&& keyed) const
{
    if (keyed.voidedBy && *keyed.voidedBy >= m_facts.size) {
        keyed.voidedBy.reset();
        keyed.row.voided.reset();
    }
    const crypto::Hash digest
        = ledger::attendanceDigest(keyed, m_facts.closedAt, m_ledger.ceremony().timeZone);
    const std::uint64_t index = keyed.row.index;
    return {index, std::move(keyed), digest};
}

Result<std::vector<BundleRow>> StoreLog::rowsFrom(std::uint64_t index, std::size_t limit) const
{
    auto kept = m_ledger.rowsFrom(index, limit);
    if (!kept)
        return tl::unexpected(kept.error());
    bool toTheEnd = kept->size() < limit;
    std::vector<BundleRow> rows;
    auto gone = std::lower_bound(m_erased.begin(), m_erased.end(), index,
        [](const ledger::Tombstone& one, std::uint64_t wanted) { return one.index < wanted; });
    const auto addGoneBefore = [&](std::uint64_t end) {
        for (; gone != m_erased.end() && gone->index < end; ++gone)
            rows.push_back({gone->index, std::nullopt, gone->digest});
    };
    for (ledger::KeyedRow& keyed : *kept) {
        toTheEnd = toTheEnd || keyed.row.index >= m_facts.size;
        if (keyed.row.index >= m_facts.size)
            break;
        addGoneBefore(keyed.row.index);
        rows.push_back(at(std::move(keyed)));
    }
    if (toTheEnd)
        addGoneBefore(m_facts.size);
    return rows;
}

/// Only voidings follow the `closed` entry.
Result<std::optional<std::uint64_t>> closedAt(const ledger::Ledger& ledger, std::uint64_t size)
{
    for (std::uint64_t index = size; index-- > 0;) {
        const auto sealed = ledger.entry(index);
        const auto entry
            = sealed ? pledge::decodeEntry(*sealed) : tl::unexpected<Error>(sealed.error());
        if (!entry)
            return tl::unexpected(entry.error());
        if (std::holds_alternative<pledge::Closed>(entry->entry.body))
            return index;
        if (!std::holds_alternative<pledge::Voided>(entry->entry.body))
            return std::nullopt;
    }
    return std::nullopt;
}

/// Nothing when the store went on meanwhile.
Result<std::optional<BundleLog::Facts>> factsOf(const ledger::Ledger& ledger)
{
    const auto newest = ledger.newest();
    if (!newest)
        return tl::unexpected(newest.error());
    const auto units = ledger.registered().countsByUnit();
    if (!units)
        return tl::unexpected(units.error());
    const auto policy = ledger.policy();
    if (!policy)
        return tl::unexpected(policy.error());
    const auto status = ledger.status();
    if (!status)
        return tl::unexpected(status.error());
    if (status->size != newest->checkpoint.size)
        return std::nullopt;
    const auto closed = closedAt(ledger, status->size);
    if (!closed)
        return tl::unexpected(closed.error());
    return BundleLog::Facts{ledger.logKey(), status->size, newest->checkpoint.root,
        newest->note.serialize(), policy->text(), status->signedEntries, status->voidedEntries,
        *closed, *units};
}

} // namespace

Result<std::unique_ptr<BundleLog>> bundleLogOf(const ledger::Ledger& ledger)
{
    constexpr int attempts = 20;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        auto facts = factsOf(ledger);
        if (!facts)
            return tl::unexpected(facts.error());
        if (!*facts)
            continue;
        auto erased = ledger.tombstones();
        if (!erased)
            return tl::unexpected(erased.error());
        return std::make_unique<StoreLog>(ledger, std::move(**facts), std::move(*erased));
    }
    return fail(Error::Kind::Busy,
        "The kiosk signs faster than its state can be looked at: try again in a quieter moment.");
}

} // namespace ikrar::attendance
