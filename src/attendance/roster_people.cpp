#include "attendance/roster_people.h"

#include "ledger/name_words.h"

#include <algorithm>

namespace ikrar::attendance {

namespace {

constexpr std::size_t pageSize = 1000;

bool isBelow(const pledge::Ceremony& ceremony, const std::string& unit, const std::string& above)
{
    const pledge::Unit* at = ceremony.unit(unit);
    while (at != nullptr && at->id != above)
        at = ceremony.unit(at->parent);
    return at != nullptr;
}

struct Keyed {
    std::size_t unit = 0;
    std::string name;
    ledger::RosterRow row;

    friend bool operator<(const Keyed& one, const Keyed& other)
    {
        return std::tie(one.unit, one.name) < std::tie(other.unit, other.name);
    }
};

Keyed keyed(const pledge::Ceremony& ceremony, ledger::RosterRow row)
{
    const auto position = ceremony.unitPositions.find(row.unit);
    return {position == ceremony.unitPositions.end() ? ceremony.units.size() : position->second,
        ledger::sortName(row.name), std::move(row)};
}

} // namespace

Result<std::vector<ledger::RosterRow>> peopleByUnit(ledger::Ledger& ledger, const std::string& unit)
{
    const pledge::Ceremony& ceremony = ledger.ceremony();
    if (!unit.empty() && ceremony.unit(unit) == nullptr)
        return fail(Error::Kind::Invalid,
            "the ceremony has no unit `" + unit + "`; `ikrar roster list` shows the ids");
    std::vector<Keyed> all;
    for (std::uint64_t from = 0;;) {
        auto page = ledger.roster().page(from, pageSize);
        if (!page)
            return tl::unexpected(page.error());
        if (page->rows.empty())
            break;
        for (ledger::RosterRow& row : page->rows) {
            if (unit.empty() || isBelow(ceremony, row.unit, unit))
                all.push_back(keyed(ceremony, std::move(row)));
        }
        from = page->next;
    }
    std::stable_sort(all.begin(), all.end());
    std::vector<ledger::RosterRow> rows;
    rows.reserve(all.size());
    for (Keyed& one : all)
        rows.push_back(std::move(one.row));
    return rows;
}

} // namespace ikrar::attendance
