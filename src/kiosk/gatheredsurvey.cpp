#include "kiosk/gatheredsurvey.h"

#include "attendance/histories.h"
#include "ledger/query.h"

#include <algorithm>

namespace ikrar::kiosk {

namespace {

using attendance::Gathering;

Result<void> readCounts(const attendance::Records& records, GatheredSurvey& survey)
{
    const auto totals = records.totals();
    if (!totals) {
        return tl::unexpected(totals.error());
    }
    survey.totals = *totals;
    return records.units().map([&](const std::vector<attendance::UnitRecap>& units) {
        for (const auto& unit : units) {
            survey.units.push_back({unit.unit, unit.present, unit.expected});
        }
    });
}

Result<void> readSessions(const Gathering& gathering, GatheredSurvey& survey)
{
    ledger::Statement statement(gathering.database(),
        QStringLiteral("SELECT session, COUNT(*) FROM register WHERE ceremony = ?"
                       " AND voided_by IS NULL GROUP BY session ORDER BY session"));
    return ledger::eachRow(
        statement.select(survey.ceremony), [&](const ledger::Rows& row) -> Result<void> {
            survey.sessions.push_back({row.number(0), row.number(1)});
            return {};
        });
}

/// A log with several histories stands once.
Result<void> readLogs(const Gathering& gathering, GatheredSurvey& survey)
{
    const auto logs = gathering.logs();
    if (!logs) {
        return tl::unexpected(logs.error());
    }
    for (const auto& log : *logs) {
        if (log.ceremony != survey.ceremony || log.base) {
            continue;
        }
        const auto why = gathering.historiesOf(log.key).and_then(
            [&](const std::vector<attendance::GatheredLog>& histories) {
                return attendance::inconsistencyOf(gathering, histories);
            });
        auto sessions = gathering.sessionsOf(log);
        if (!why || !sessions) {
            return tl::unexpected(why ? sessions.error() : why.error());
        }
        survey.logs.push_back({log.key.name, log.kiosk, log.signedEntries, log.voidedEntries,
            std::move(*sessions), log.closedAt.has_value(), !why->empty()});
    }
    return {};
}

Result<void> readTwice(const Gathering& gathering, GatheredSurvey& survey)
{
    auto twice = attendance::signedTwice(gathering);
    if (!twice) {
        return tl::unexpected(twice.error());
    }
    std::erase_if(*twice,
        [&](const attendance::SignedTwice& each) { return each.ceremony != survey.ceremony; });
    std::stable_partition(twice->begin(), twice->end(),
        [](const attendance::SignedTwice& each) { return each.decidedBy.empty(); });
    survey.twice = std::move(*twice);
    return {};
}

} // namespace

Result<GatheredSurvey> surveyGathering(const Gathering& gathering, std::uint64_t ceremony)
{
    GatheredSurvey survey;
    auto ceremonies = gathering.ceremonies();
    if (!ceremonies) {
        return tl::unexpected(ceremonies.error());
    }
    if (ceremonies->empty()) {
        return fail(Error::Kind::Missing, "Nothing was merged into this store yet.");
    }
    survey.ceremonies = std::move(*ceremonies);
    const auto wanted = std::find_if(survey.ceremonies.begin(), survey.ceremonies.end(),
        [&](const attendance::GatheredCeremony& each) { return each.number == ceremony; });
    survey.ceremony
        = wanted == survey.ceremonies.end() ? survey.ceremonies.front().number : ceremony;
    const auto records = attendance::recordsOf(gathering, survey.ceremony);
    if (!records) {
        return tl::unexpected(records.error());
    }
    // Kiosks push meanwhile.
    const auto moment = (*records)->hold();
    if (!moment) {
        return tl::unexpected(moment.error());
    }
    return readCounts(**records, survey)
        .and_then([&] { return readSessions(gathering, survey); })
        .and_then([&] { return readLogs(gathering, survey); })
        .and_then([&] { return readTwice(gathering, survey); })
        .map([&] { return std::move(survey); });
}

} // namespace ikrar::kiosk
