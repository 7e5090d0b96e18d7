#pragma once

#include "attendance/wet_file.h"
#include "ledger/ledger.h"

namespace ikrar::attendance {

/// What the log is told of a wet signature by somebody on the roster.
[[nodiscard]] pledge::Declaration wetDeclaration(
    const ledger::RosterRow& person, const pledge::SheetRow& sheet, const Observer& observer);

/// A line of a file that needs no entry, and the entry that stands for it.
struct WetEntered {
    std::size_t row = 0;
    std::uint64_t index = 0;
    pledge::Identity identity;
    std::string name;
    pledge::Method method{}; ///< by which the person signed
    std::string paper; ///< of a wet signature: the code of its row
};

/// What entering a file would do; nothing is entered by half, so that `declarations` count only
/// without problems.
struct WetPlan {
    std::vector<pledge::Declaration> declarations;
    std::vector<std::size_t> rows; ///< of each
    std::vector<WetEntered> already; ///< this very row of paper, for this person
    std::vector<WetEntered> signedElsewhere; ///< at a kiosk, or on another row: left out
    std::vector<WetProblem> problems; ///< by row, those of the file among them
};

/// Holds the lines against roster and register: only people on the roster may be entered, a name
/// that is given must be theirs, and a row of paper stands for one person. Errors: the database's;
/// Invalid where more is to be entered than one commit takes.
[[nodiscard]] Result<WetPlan> planWetSignatures(const WetImport& import, ledger::Ledger& ledger);

} // namespace ikrar::attendance
