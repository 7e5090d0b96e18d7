#pragma once

#include "pledge/ceremony.h"

namespace ikrar::pledge {

/// A pledge as somebody pasted it: the sentence above the clauses, where there is one, and the
/// clauses. Line ends, tabs and spaces are made uniform, and what turns the direction of writing
/// is left out.
struct PledgeText {
    std::string opening;
    std::vector<Clause> clauses; ///< Indonesian only
};

/// A clause begins where a line does with a number, a letter or a dash (`1.`, `2)`, `(3)`, `a.`,
/// `-`); lines without one go on with the clause before, an empty line between them kept as a line
/// break. Without any such sign every line is a clause, or every paragraph where empty lines part
/// them, and a first one that ends in a colon is the opening.
[[nodiscard]] PledgeText splitPledge(std::string_view pasted);

/// At most 120 characters of a clause: all of it, its first sentence, or as many words as fit, with
/// `…` behind them.
[[nodiscard]] std::string shortForm(const std::string& full);

} // namespace ikrar::pledge
