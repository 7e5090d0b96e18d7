#include "kiosk/peoplesurvey.h"

#include "ledger/name_words.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace ikrar::kiosk {

namespace {

constexpr std::size_t pageSize = 500;

std::string keyOf(const pledge::Identity& identity)
{
    return std::string(pledge::code(identity.kind)) + ':' + identity.value;
}

template <typename Table, typename Take>
Result<void> eachRow(const Table& table, Take take)
{
    for (std::uint64_t offset = 0;; offset += pageSize) {
        const auto rows = table.page(offset, pageSize);
        if (!rows)
            return tl::unexpected(rows.error());
        for (const auto& row : *rows)
            take(row);
        if (rows->size() < pageSize)
            return {};
    }
}

PersonLine lineOf(const ledger::RegisterRow& row)
{
    const auto& declaration = row.declaration;
    return {declaration.identity, declaration.name, declaration.post, declaration.unit, row.index,
        row.time, row.voided.has_value(), declaration.walkIn, {}};
}

PersonLine lineOf(const ledger::RosterRow& row)
{
    return {row.identity, row.name, row.post, row.unit, {}, 0, false, false, {}};
}

std::string forOrder(const std::string& name)
{
    std::string order;
    for (const auto& word : ledger::nameWords(name))
        order += word + ' ';
    return order;
}

/// In the order of the ceremony's units, then by name.
void sortByUnit(std::vector<PersonLine>& lines, const pledge::Ceremony& ceremony)
{
    const auto place = [&](const PersonLine& line) {
        const auto at = ceremony.unitPositions.find(line.unit);
        return at == ceremony.unitPositions.end() ? ceremony.units.size() : at->second;
    };
    std::vector<std::pair<std::pair<std::size_t, std::string>, PersonLine>> keyed;
    keyed.reserve(lines.size());
    for (auto& line : lines) {
        auto key = std::pair(place(line), forOrder(line.name));
        keyed.emplace_back(std::move(key), std::move(line));
    }
    std::stable_sort(keyed.begin(), keyed.end(),
        [](const auto& one, const auto& other) { return one.first < other.first; });
    for (std::size_t i = 0; i < lines.size(); ++i)
        lines[i] = std::move(keyed[i].second);
}

} // namespace

Result<PeopleSurvey> surveyPeople(ledger::Ledger& ledger)
{
    PeopleSurvey survey;
    std::unordered_map<std::string, std::vector<std::size_t>> valid; // places in `entries`
    auto read = eachRow(ledger.registered(), [&](const ledger::RegisterRow& row) {
        survey.entries.push_back(lineOf(row));
        if (!row.voided)
            valid[keyOf(row.declaration.identity)].push_back(survey.entries.size() - 1);
    });
    if (!read)
        return tl::unexpected(read.error());
    const auto identified = ledger.officials().all(ledger::Act::WalkIn);
    if (!identified)
        return tl::unexpected(identified.error());
    std::map<std::uint64_t, std::string> identifiedBy;
    for (const auto& act : *identified)
        identifiedBy[act.index] = act.official.name;
    for (auto& line : survey.entries) {
        if (line.walkIn && !line.voided) {
            line.identifiedBy = identifiedBy[line.index.value_or(0)];
            survey.walkIns.push_back(line);
        }
    }
    for (const auto& line : survey.entries) {
        const auto& places = valid[keyOf(line.identity)];
        if (places.size() < 2 || survey.entries[places.front()].index != line.index)
            continue;
        for (const auto place : places)
            survey.repeated.push_back(survey.entries[place]);
    }
    read = eachRow(ledger.roster(), [&](const ledger::RosterRow& row) {
        const auto at = valid.find(keyOf(row.identity));
        if (at == valid.end() || at->second.empty())
            survey.absent.push_back(lineOf(row));
    });
    if (!read)
        return tl::unexpected(read.error());
    sortByUnit(survey.absent, ledger.ceremony());
    std::reverse(survey.entries.begin(), survey.entries.end());
    return survey;
}

} // namespace ikrar::kiosk
