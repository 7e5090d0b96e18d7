#include "attendance/histories.h"

#include "ledger/query.h"

#include <algorithm>

namespace ikrar::attendance {

namespace {

using crypto::Hash;
using ledger::Rows;
using ledger::Statement;

struct Contradiction {
    std::uint64_t size = 0;
    Bytes root;
};

/// Kept under the number of the first history, which all others branch from.
Result<std::vector<Contradiction>> contradictionsOf(
    const Gathering& gathering, const std::vector<GatheredLog>& histories)
{
    std::vector<Contradiction> kept;
    const auto first = std::find_if(histories.begin(), histories.end(),
        [](const GatheredLog& history) { return !history.base; });
    if (first == histories.end())
        return kept;
    Statement statement(gathering.database(),
        QStringLiteral("SELECT size, root FROM contradictions WHERE log = ?"));
    return eachRow(statement.select(first->number), [&](const Rows& row) -> Result<void> {
        kept.push_back({row.number(0), row.bytes(1)});
        return {};
    }).map([&] { return std::move(kept); });
}

} // namespace

Result<bool> isLedTo(const Gathering& gathering, const std::vector<GatheredLog>& histories,
    std::uint64_t size, const Hash& root)
{
    for (const GatheredLog& history : histories) {
        if (history.size < size)
            continue;
        const auto edge = gathering.treeOf(history).and_then(
            [&](const std::unique_ptr<GatheredTree>& tree) { return tree->edge(size); });
        if (!edge)
            return tl::unexpected(edge.error());
        if (edge->root() == root)
            return true;
    }
    return false;
}

Result<std::string> inconsistencyOf(
    const Gathering& gathering, const std::vector<GatheredLog>& histories)
{
    if (histories.size() > 1)
        return "The log has " + std::to_string(histories.size())
            + " histories, all signed by its key. All are kept.";
    const auto kept = contradictionsOf(gathering, histories);
    if (!kept)
        return tl::unexpected(kept.error());
    for (const Contradiction& each : *kept) {
        const auto led = Hash::fromBytes(each.root).and_then(
            [&](const Hash& root) { return isLedTo(gathering, histories, each.size, root); });
        if (!led)
            return tl::unexpected(led.error());
        if (!*led)
            return "Its key has signed a checkpoint of " + std::to_string(each.size)
                + " entries that no copy seen so far leads to: entries are missing, or its history "
                  "was rewritten. The checkpoint is kept.";
    }
    return std::string();
}

} // namespace ikrar::attendance
