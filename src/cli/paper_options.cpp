#include "cli/paper_options.h"

namespace ikrar::cli {

void addLetterheadOptions(CLI::App& command, LetterheadArguments& arguments)
{
    command.add_option("--letterhead", arguments.lines,
        "pdf: a line of the letterhead: government, agency, then address; once a line. By default "
        "the ceremony's organizer");
    command.add_option("--arms", arguments.arms, "pdf: picture of the arms, PNG or JPEG");
}

Result<attendance::PaperOptions> paperOptions(
    const std::string& paper, const LetterheadArguments& letterhead)
{
    attendance::PaperOptions options;
    options.paper = paper == "f4" ? attendance::Paper::F4 : attendance::Paper::A4;
    options.printedAt = base::SystemClock().now().seconds;
    options.letterhead.lines = letterhead.lines;
    if (letterhead.arms.empty())
        return options;
    auto arms = attendance::readArms(letterhead.arms);
    if (!arms)
        return tl::unexpected(arms.error());
    options.letterhead.arms = std::move(*arms);
    return options;
}

} // namespace ikrar::cli
