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
    for (std::uint64_t offset = 0;; offset += pageSize) {
        auto page = ledger.roster().page(offset, pageSize);
        if (!page)
            return tl::unexpected(page.error());
        for (ledger::RosterRow& row : *page) {
            if (unit.empty() || isBelow(ceremony, row.unit, unit))
                all.push_back(keyed(ceremony, std::move(row)));
        }
        if (page->size() < pageSize)
            break;
    }
    std::stable_sort(all.begin(), all.end());
    std::vector<ledger::RosterRow> rows;
    rows.reserve(all.size());
    for (Keyed& one : all)
        rows.push_back(std::move(one.row));
    return rows;
}

} // namespace ikrar::attendance
