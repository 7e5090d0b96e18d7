#pragma once

#include "attendance/delivery.h"
#include "attendance/paper_facts.h"
#include "cli/context.h"

namespace ikrar::cli {

struct LetterheadArguments {
    std::vector<std::string> lines;
    std::string arms; ///< file
};

/// `--letterhead` and `--arms`.
void addLetterheadOptions(CLI::App& command, LetterheadArguments& arguments);

/// `paper` is `a4` or `f4`. Errors: Missing, Malformed of the arms.
[[nodiscard]] Result<attendance::PaperOptions> paperOptions(
    const std::string& paper, const LetterheadArguments& letterhead);

} // namespace ikrar::cli
