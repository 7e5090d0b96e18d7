#include "attendance/roster_csv.h"
#include "fuzz/fuzz.h"
#include "pledge/ceremony.h"

#include <set>

using namespace ikrar;

namespace {

constexpr const char* ceremonyText = R"(id = "contoh"
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
)";

const pledge::Ceremony& ceremony()
{
    static const auto parsed = pledge::parseCeremony(ceremonyText);
    fuzz::ensure(parsed.has_value(), parsed ? "" : parsed.error().what.c_str());
    return *parsed;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto roster = attendance::parseRosterCsv({data, size}, ceremony());
    if (!roster)
        return 0;
    fuzz::ensure(roster->problems.size() <= attendance::maxRosterProblems, "problems are bounded");
    std::set<pledge::Identity> met;
    for (const ledger::RosterRow& row : roster->rows) {
        fuzz::ensure(
            ceremony().unit(row.unit) != nullptr, "a person works at a unit of the ceremony");
        fuzz::ensure(!row.name.empty(), "a person has a name");
        fuzz::ensure(met.insert(row.identity).second, "a person stands there once");
    }
    return 0;
}
