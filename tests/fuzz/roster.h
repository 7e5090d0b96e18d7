#pragma once

#include "attendance/roster_file.h"
#include "fuzz/fuzz.h"
#include "pledge/ceremony.h"

#include <set>

namespace ikrar::fuzz {

inline const pledge::Ceremony& rosterCeremony()
{
    static const auto parsed = pledge::parseCeremony(R"(id = "contoh"
occasion = "upacara"
domain = "contoh.example"
time_zone = "Asia/Makassar"
verify_url = "https://contoh.example"
organizer = "BKPSDM Contoh"
categories = ["pns", "pppk", "kepala-desa", "non-asn"]
title = { id = "Ikrar" }
sessions = [{}]
units = [{ id = "desa-1", name = "Desa Contoh" }, { id = "desa-2", name = "Desa Contoh" }]
[pledge]
opening = { id = "Kami:" }
clauses = [{ short = { id = "Netral" }, full = { id = "Kami netral." } }]
)");
    ensure(parsed.has_value(), parsed ? "" : parsed.error().what.c_str());
    return *parsed;
}

/// What holds of every file, whatever it is.
inline void readRoster(BytesView file)
{
    const auto roster = attendance::readRoster(file, rosterCeremony());
    if (!roster) {
        ensure(!roster.error().what.empty(), "a refusal says why");
        return;
    }
    ensure(roster->problems.size() <= attendance::maxRosterProblems, "problems are bounded");
    ensure(roster->numbers.size() == roster->rows.size(), "every person has a row");
    ensure(!roster->rows.empty() || roster->problemCount > 0, "a roster names somebody");
    std::set<pledge::Identity> met;
    std::size_t last = roster->headerRow;
    for (std::size_t i = 0; i < roster->rows.size(); ++i) {
        const ledger::RosterRow& row = roster->rows[i];
        ensure(
            rosterCeremony().unit(row.unit) != nullptr, "a person works at a unit of the ceremony");
        ensure(!row.name.empty(), "a person has a name");
        ensure(met.insert(row.identity).second, "a person stands there once");
        ensure(roster->numbers[i] > last, "rows stand below the header, in order");
        last = roster->numbers[i];
    }
}

} // namespace ikrar::fuzz
