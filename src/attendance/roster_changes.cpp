#include "attendance/roster_changes.h"

namespace ikrar::attendance {

namespace {

std::vector<PersonChange::Field> difference(
    const ledger::RosterRow& before, const ledger::RosterRow& after)
{
    std::vector<PersonChange::Field> fields;
    const auto compare = [&](std::string_view name, std::string_view old, std::string_view now) {
        if (old != now)
            fields.push_back({name, std::string(old), std::string(now)});
    };
    compare("name", before.name, after.name);
    compare("category", code(before.category), code(after.category));
    compare("unit", before.unit, after.unit);
    compare("post", before.post, after.post);
    compare("rank", before.rank, after.rank);
    return fields;
}

} // namespace

Result<RosterChanges> changesBy(
    const std::vector<ledger::RosterRow>& rows, const ledger::Roster& roster)
{
    RosterChanges changes;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto known = roster.find(rows[i].identity);
        if (!known)
            return tl::unexpected(known.error());
        if (!*known) {
            ++changes.counts.added;
        } else if (**known == rows[i]) {
            ++changes.counts.unchanged;
        } else {
            ++changes.counts.updated;
            if (changes.changes.size() < maxPersonChanges)
                changes.changes.push_back({i, difference(**known, rows[i])});
        }
    }
    return roster.count().map([&](std::uint64_t count) {
        changes.absent = count - changes.counts.updated - changes.counts.unchanged;
        return changes;
    });
}

} // namespace ikrar::attendance
