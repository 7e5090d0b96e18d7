#include "attendance/absence_csv.h"
#include "fuzz/fuzz.h"

#include <set>

using namespace ikrar;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto import = attendance::parseAbsenceCsv({data, size});
    if (!import)
        return 0;
    fuzz::ensure(import->problems.size() <= 1000, "problems are bounded");
    fuzz::ensure(import->lines.size() == import->absences.size(), "each reason has its line");
    std::set<pledge::Identity> met;
    for (const ledger::Absence& absence : import->absences) {
        fuzz::ensure(met.insert(absence.identity).second, "a person stands there once");
        const auto again = pledge::parseIdentity(absence.identity.kind, absence.identity.value);
        fuzz::ensure(again && *again == absence.identity, "a number is in its normal form");
        fuzz::ensure(ledger::absenceReasonFromCode(code(absence.reason)) == absence.reason,
            "a reason is one of four");
    }
    return 0;
}
