#include "attendance/gathered_bundle.h"

#include "attendance/histories.h"
#include "ledger/attendance_table.h"
#include "ledger/query.h"
#include "ledger/register_table.h"
#include "pledge/entry.h"

#include <algorithm>

namespace ikrar::attendance {

namespace {

using ledger::Rows;
using ledger::Statement;

class GatheredLogOfBundle final : public BundleLog
{
public:
    GatheredLogOfBundle(const Gathering& gathering, const GatheredLog& log,
        pledge::Ceremony ceremony, Facts facts, std::unique_ptr<GatheredTree> tree,
        ledger::Lists::Ink ink)
        : m_log(log.number)
        , m_ceremony(std::move(ceremony))
        , m_facts(std::move(facts))
        , m_tree(std::move(tree))
        , m_kept(gathering.database(),
              QStringLiteral("SELECT ") + ledger::registerColumns(ink, ledger::RowSecrets::Read)
                  + QStringLiteral(
                      ", r.voided_by FROM register r LEFT JOIN paper w ON w.log = r.log"
                      " AND w.entry_index = r.entry_index WHERE r.log = ?"
                      " AND r.entry_index >= ? ORDER BY r.entry_index LIMIT ?"))
        , m_erased(gathering.database(),
              QStringLiteral("SELECT entry_index, digest FROM tombstones WHERE log = ?"
                             " AND entry_index >= ? AND entry_index < ? ORDER BY entry_index"
                             " LIMIT ?"))
    {
    }

    [[nodiscard]] const Facts& facts() const override { return m_facts; }
    [[nodiscard]] const pledge::Ceremony& ceremony() const override { return m_ceremony; }
    [[nodiscard]] Result<Bytes> tile(const tlog::Tile& tile) const override
    {
        return m_tree->tile(tile);
    }
    [[nodiscard]] Result<std::vector<BundleRow>> rowsFrom(
        std::uint64_t index, std::size_t limit) const override;

private:
    [[nodiscard]] BundleRow at(ledger::KeyedRow&& keyed) const;
    /// Errors: Malformed.
    [[nodiscard]] Result<void> addErased(std::vector<BundleRow>& rows, std::uint64_t from,
        std::uint64_t end, std::size_t limit) const;

    std::uint64_t m_log;
    pledge::Ceremony m_ceremony;
    Facts m_facts;
    std::unique_ptr<GatheredTree> m_tree;
    mutable Statement m_kept;
    mutable Statement m_erased;
};

/// With the digest that `closed` was made from, which saw no later voiding.
BundleRow GatheredLogOfBundle::at(ledger::KeyedRow&& keyed) const
{
    const crypto::Hash digest
        = ledger::attendanceDigest(keyed, m_facts.closedAt, m_ceremony.timeZone);
    const std::uint64_t index = keyed.row.index;
    return {index, std::move(keyed), digest};
}

Result<void> GatheredLogOfBundle::addErased(
    std::vector<BundleRow>& rows, std::uint64_t from, std::uint64_t end, std::size_t limit) const
{
    return eachRow(m_erased.select(m_log, from, end, std::uint64_t{limit}),
        [&](const Rows& row) -> Result<void> {
            return crypto::Hash::fromBytes(row.bytes(1)).map([&](const crypto::Hash& digest) {
                rows.push_back({row.number(0), std::nullopt, digest});
            });
        });
}

/// The first `limit` of both are the first `limit` of all, once they stand in order.
Result<std::vector<BundleRow>> GatheredLogOfBundle::rowsFrom(
    std::uint64_t index, std::size_t limit) const
{
    std::vector<BundleRow> rows;
    auto read = eachRow(m_kept.select(m_log, index, std::uint64_t{limit}), [&](const Rows& row) {
        return ledger::keyedRow(row).map(
            [&](ledger::KeyedRow keyed) { rows.push_back(at(std::move(keyed))); });
    }).and_then([&] { return addErased(rows, index, m_facts.size, limit); });
    if (!read)
        return tl::unexpected(read.error());
    std::sort(rows.begin(), rows.end(),
        [](const BundleRow& a, const BundleRow& b) { return a.index < b.index; });
    if (rows.size() > limit)
        rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(limit), rows.end());
    return rows;
}

/// Signatures that stand, by unit; those that no row tells the unit of together, without one.
Result<std::vector<ledger::Register::UnitCount>> unitsOf(
    const Gathering& gathering, const GatheredLog& log)
{
    std::vector<ledger::Register::UnitCount> units;
    std::uint64_t known = 0;
    Statement statement(gathering.database(),
        QStringLiteral("SELECT unit, COUNT(*) FROM register WHERE log = ? AND voided_by IS NULL"
                       " GROUP BY unit ORDER BY unit"));
    auto read = eachRow(statement.select(log.number), [&](const Rows& row) -> Result<void> {
        units.push_back({row.text(0), row.number(1), 0});
        known += row.number(1);
        return {};
    });
    if (!read)
        return tl::unexpected(read.error());
    const std::uint64_t standing = log.signedEntries - log.voidedEntries;
    if (standing > known)
        units.push_back({{}, standing - known, 0});
    return units;
}

Result<std::unique_ptr<BundleLog>> bundleLogOf(const Gathering& gathering, const GatheredLog& log,
    const pledge::Ceremony& ceremony, ledger::Lists::Ink ink = ledger::Lists::Ink::Read)
{
    auto units = unitsOf(gathering, log);
    auto policy = gathering.policyOf(log);
    auto tree = gathering.treeOf(log);
    if (!units)
        return tl::unexpected(units.error());
    if (!policy)
        return tl::unexpected(policy.error());
    if (!tree)
        return tl::unexpected(tree.error());
    BundleLog::Facts facts{log.key, log.size, log.root, log.checkpoint, std::move(*policy),
        log.signedEntries, log.voidedEntries, log.closedAt, std::move(*units)};
    return std::make_unique<GatheredLogOfBundle>(
        gathering, log, ceremony, std::move(facts), std::move(*tree), ink);
}

/// The attendance digest that the `closed` entry at `index` sealed.
Result<crypto::Hash> sealedAttendance(
    const Gathering& gathering, const GatheredLog& log, std::uint64_t index)
{
    const auto tree = gathering.treeOf(log);
    if (!tree)
        return tl::unexpected(tree.error());
    const auto entry = (*tree)->sealed(index).and_then(
        [](const Bytes& sealed) { return pledge::decodeEntry(sealed); });
    if (!entry)
        return tl::unexpected(entry.error());
    const auto* closed = std::get_if<pledge::Closed>(&entry->entry.body);
    if (closed == nullptr)
        return fail(Error::Kind::Malformed, "The store takes another entry for the closing one.");
    return closed->attendance;
}

/// Whether the rows of a log lead to the attendance digest that was sealed when it was closed. One
/// row tells little of it: names, units and digests of erased rows are bound by nothing else.
Result<bool> leadsToItsClose(
    const Gathering& gathering, const GatheredLog& log, const pledge::Ceremony& ceremony)
{
    constexpr std::size_t page = 1024;
    if (!log.closedAt)
        return true;
    const auto wanted = sealedAttendance(gathering, log, *log.closedAt);
    const auto rowsOfIt = bundleLogOf(gathering, log, ceremony, ledger::Lists::Ink::Skip);
    if (!wanted || !rowsOfIt)
        return tl::unexpected(wanted ? rowsOfIt.error() : wanted.error());
    ledger::TableDigest digest(ledger::attendanceHeader());
    for (std::uint64_t from = 0;;) {
        const auto rows = (*rowsOfIt)->rowsFrom(from, page);
        if (!rows)
            return tl::unexpected(rows.error());
        if (rows->empty())
            return digest.finish() == *wanted;
        for (const BundleRow& row : *rows)
            digest.add(row.digest);
        from = rows->back().index + 1;
    }
}

/// Tombstones that stand for no row: what an earlier version took unlooked at.
Result<std::uint64_t> badTombstonesIn(const Gathering& gathering, const GatheredLog& log)
{
    std::uint64_t bad = 0;
    Statement statement(gathering.database(),
        QStringLiteral("SELECT t.digest, e.sealed FROM tombstones t JOIN entries e ON e.log = t.log"
                       " AND e.entry_index = t.entry_index WHERE t.log = ?"));
    return eachRow(statement.select(log.number), [&](const Rows& row) -> Result<void> {
        const auto entry = pledge::decodeEntry(row.bytes(1));
        if (!entry)
            return tl::unexpected(entry.error());
        if (row.bytes(0).size() != crypto::Hash::size
            || !std::holds_alternative<pledge::Signed>(entry->entry.body))
            ++bad;
        return {};
    }).map([&] { return bad; });
}

/// Why there is no bundle with this log; empty where there is.
Result<std::string> faultOf(const Gathering& gathering, const GatheredLog& log,
    const pledge::Ceremony& ceremony, bool withoutPersonalData)
{
    const auto histories = gathering.historiesOf(log.key);
    if (!histories)
        return tl::unexpected(histories.error());
    auto why = inconsistencyOf(gathering, *histories);
    if (!why || !why->empty() || withoutPersonalData)
        return why;
    const auto unproved = gathering.unprovedIn(log);
    if (!unproved)
        return tl::unexpected(unproved.error());
    if (*unproved != 0)
        return std::to_string(*unproved)
            + " signed entries have no row that belongs to them: merge its kiosk again, which "
              "names them.";
    const auto bad = badTombstonesIn(gathering, log);
    if (!bad)
        return tl::unexpected(bad.error());
    if (*bad != 0)
        return std::to_string(*bad)
            + " of its erasures stand for no row: its kiosk's store was changed by another "
              "program. Merge all kiosks into a new store, which refuses it.";
    return leadsToItsClose(gathering, log, ceremony).map([](bool leads) -> std::string {
        return leads ? ""
                     : "Its attendance is not the one that was sealed when it was closed: rows "
                       "were changed afterwards, at its kiosk or in this store. Merge all kiosks "
                       "into a new store; if it is left out there too, merge an older copy of "
                       "its kiosk's data.";
    });
}

/// Puts a log into the bundle, or among those that were left out.
Result<void> addLog(GatheredBundle& bundle, const Gathering& gathering, const GatheredLog& log,
    const pledge::Ceremony& ceremony, bool withoutPersonalData)
{
    auto why = faultOf(gathering, log, ceremony, withoutPersonalData);
    if (!why)
        return tl::unexpected(why.error());
    if (why->empty())
        return bundleLogOf(gathering, log, ceremony).map([&](std::unique_ptr<BundleLog> made) {
            bundle.logs.push_back(std::move(made));
        });
    // The histories of one log follow each other.
    if (bundle.leftOut.empty() || bundle.leftOut.back().origin != log.key.name)
        bundle.leftOut.push_back({log.key.name, log.kiosk, std::move(*why)});
    return {};
}

} // namespace

Result<GatheredBundle> bundleLogsOf(
    const Gathering& gathering, std::uint64_t ceremony, bool withoutPersonalData)
{
    const auto ceremonies = gathering.ceremonies();
    const auto logs = gathering.logs();
    if (!ceremonies || !logs)
        return tl::unexpected(ceremonies ? logs.error() : ceremonies.error());
    const auto found = std::find_if(ceremonies->begin(), ceremonies->end(),
        [&](const GatheredCeremony& each) { return each.number == ceremony; });
    if (found == ceremonies->end())
        return fail(Error::Kind::Missing, "The store has nothing of that ceremony.");
    GatheredBundle bundle;
    for (const GatheredLog& log : *logs) {
        if (log.ceremony != ceremony || log.size == 0)
            continue;
        auto added = addLog(bundle, gathering, log, found->ceremony, withoutPersonalData);
        if (!added)
            return tl::unexpected(added.error());
    }
    return bundle;
}

} // namespace ikrar::attendance
