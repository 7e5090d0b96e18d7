#include "kiosk/peoplesurvey.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace ikrar::kiosk {

namespace {

using ledger::Lists;

std::string keyOf(const pledge::Identity& identity)
{
    return std::string(pledge::code(identity.kind)) + ':' + identity.value;
}

PersonLine lineOf(const ledger::ListedEntry& entry)
{
    const auto& row = entry.row;
    const auto& declaration = row.declaration;
    return {declaration.identity, declaration.name, declaration.post, declaration.unit, row.index,
        row.time, row.voided.has_value(), declaration.walkIn && !entry.listed, {}, {}};
}

PersonLine lineOf(const ledger::ListedAbsentee& absentee)
{
    const auto& person = absentee.person;
    PersonLine line{
        person.identity, person.name, person.post, person.unit, {}, 0, false, false, {}, {}};
    if (absentee.stated) {
        line.stated = absentee.stated->reason;
    }
    return line;
}

Result<void> readEntries(ledger::Ledger& ledger, PeopleSurvey& survey)
{
    const auto identified = ledger.officials().all(ledger::Act::WalkIn);
    if (!identified) {
        return tl::unexpected(identified.error());
    }
    std::map<std::uint64_t, std::string> identifiedBy;
    for (const auto& act : *identified) {
        identifiedBy[act.index] = act.official.name;
    }
    return ledger.lists().eachEntry(
        Lists::Order::Log, Lists::Ink::Skip, [&](const ledger::ListedEntry& entry) -> Result<void> {
            auto line = lineOf(entry);
            if (const auto by = identifiedBy.find(entry.row.index); by != identifiedBy.end()) {
                line.identifiedBy = by->second;
            }
            survey.entries.push_back(std::move(line));
            return {};
        });
}

/// Every valid entry of those who have several, together.
std::vector<PersonLine> repeatedOf(const std::vector<PersonLine>& entries)
{
    std::unordered_map<std::string, std::vector<std::size_t>> valid; // places
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (!entries[i].voided) {
            valid[keyOf(entries[i].identity)].push_back(i);
        }
    }
    std::vector<PersonLine> repeated;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto& places = valid[keyOf(entries[i].identity)];
        if (places.size() > 1 && places.front() == i) {
            for (const auto place : places) {
                repeated.push_back(entries[place]);
            }
        }
    }
    return repeated;
}

} // namespace

Result<PeopleSurvey> surveyPeople(ledger::Ledger& ledger)
{
    const auto moment = ledger.lists().hold();
    if (!moment) {
        return tl::unexpected(moment.error());
    }
    PeopleSurvey survey;
    if (auto read = readEntries(ledger, survey); !read) {
        return tl::unexpected(read.error());
    }
    std::copy_if(survey.entries.begin(), survey.entries.end(), std::back_inserter(survey.walkIns),
        [](const PersonLine& line) { return line.walkIn && !line.voided; });
    survey.repeated = repeatedOf(survey.entries);
    std::reverse(survey.entries.begin(), survey.entries.end());
    const auto absent
        = ledger.lists().eachAbsentee([&](const ledger::ListedAbsentee& absentee) -> Result<void> {
              survey.absent.push_back(lineOf(absentee));
              return {};
          });
    if (!absent) {
        return tl::unexpected(absent.error());
    }
    return ledger.lists().units().map([&](const auto& units) {
        for (const auto& unit : units) {
            survey.units.push_back({unit.unit, unit.present, unit.expected});
        }
        return std::move(survey);
    });
}

} // namespace ikrar::kiosk
