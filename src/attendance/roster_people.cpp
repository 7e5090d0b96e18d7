#include "attendance/roster_people.h"

#include "ledger/list_order.h"

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

} // namespace

Result<std::vector<ledger::RosterRow>> peopleByUnit(ledger::Ledger& ledger, const std::string& unit)
{
    const pledge::Ceremony& ceremony = ledger.ceremony();
    if (!unit.empty() && ceremony.unit(unit) == nullptr)
        return fail(Error::Kind::Invalid,
            "the ceremony has no unit `" + unit + "`; `ikrar roster list` shows the ids");
    std::vector<ledger::RosterRow> all;
    ledger::ListOrder<std::size_t> order(ceremony);
    for (std::uint64_t from = 0;;) {
        auto page = ledger.roster().page(from, pageSize);
        if (!page)
            return tl::unexpected(page.error());
        if (page->rows.empty())
            break;
        for (ledger::RosterRow& row : page->rows) {
            if (!unit.empty() && !isBelow(ceremony, row.unit, unit))
                continue;
            order.add(row.unit, row.rank, row.name, all.size());
            all.push_back(std::move(row));
        }
        from = page->next;
    }
    std::vector<ledger::RosterRow> rows;
    rows.reserve(all.size());
    for (const std::size_t at : order.take())
        rows.push_back(std::move(all[at]));
    return rows;
}

} // namespace ikrar::attendance
