#pragma once

#include "attendance/delivery.h"
#include "attendance/paper_facts.h"
#include "cli/context.h"

namespace ikrar::cli {

/// What every printed paper is told: its size, the letterhead, and where it goes.
struct PaperArguments {
    std::string out;
    bool force = false;
    std::string paper = "a4";
    std::vector<std::string> letterhead;
    std::string arms;
};

/// `--paper`.
void addPaperOption(CLI::App& command, std::string& paper);
/// `--letterhead` and `--arms`.
void addLetterheadOptions(CLI::App& command, PaperArguments& arguments);

/// Errors: Missing, Malformed of the arms.
[[nodiscard]] Result<attendance::PaperOptions> paperOptions(
    const PaperArguments& arguments, const base::Clock& clock);

/// Writes a paper to `--out`, reads it back, has the store remember it, and answers with `what` and
/// the file's facts.
void deliverPaper(Context& context, ledger::Ledger& ledger, const PaperArguments& arguments,
    const std::string& what, QJsonObject object, const std::function<Result<void>(attendance::Sink&)>& write);

} // namespace ikrar::cli
