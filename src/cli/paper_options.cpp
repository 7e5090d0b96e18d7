#include "cli/paper_options.h"

namespace ikrar::cli {

namespace {

Result<attendance::Delivered> deliver(
    const PaperArguments& arguments, const std::function<Result<void>(attendance::Sink&)>& write)
{
    using Existing = attendance::Delivery::Existing;
    auto delivery = attendance::Delivery::begin(
        base::systemFiles(), arguments.out, arguments.force ? Existing::Replace : Existing::Refuse);
    if (!delivery)
        return tl::unexpected(delivery.error());
    if (auto written = write(**delivery); !written)
        return tl::unexpected(written.error());
    return (*delivery)->finish();
}

} // namespace

void addPaperOption(CLI::App& command, std::string& paper)
{
    command.add_option("--paper", paper, "a4 or f4 (215 x 330 mm)")
        ->check(CLI::IsMember({"a4", "f4"}))
        ->capture_default_str();
}

void addLetterheadOptions(CLI::App& command, PaperArguments& arguments)
{
    command.add_option("--letterhead", arguments.letterhead,
        "A line of the letterhead: government, agency, then address; once a line. By default the "
        "ceremony's organizer");
    command.add_option("--arms", arguments.arms, "Picture of the arms, PNG or JPEG");
}

Result<attendance::PaperOptions> paperOptions(
    const PaperArguments& arguments, const base::Clock& clock)
{
    attendance::PaperOptions options;
    options.paper = arguments.paper == "f4" ? attendance::Paper::F4 : attendance::Paper::A4;
    options.printedAt = clock.now().seconds;
    options.letterhead.lines = arguments.letterhead;
    if (arguments.arms.empty())
        return options;
    auto arms = attendance::readArms(arguments.arms);
    if (!arms)
        return tl::unexpected(arms.error());
    options.letterhead.arms = std::move(*arms);
    return options;
}

void deliverPaper(Context& context, ledger::Ledger& ledger, const PaperArguments& arguments,
    const std::string& what, QJsonObject object,
    const std::function<Result<void>(attendance::Sink&)>& write)
{
    const auto delivered = deliver(arguments, write);
    if (!delivered) {
        context.fail(delivered.error());
        return;
    }
    static_cast<void>(ledger.noteCopy(delivered->path));
    object.insert(QStringLiteral("out"), text(arguments.out));
    object.insert(QStringLiteral("bytes"), static_cast<qint64>(delivered->bytes));
    object.insert(QStringLiteral("sha256"), text(base::toHex(delivered->sha256.view())));
    object.insert(QStringLiteral("safe_to_unplug"), delivered->carried);
    std::string said = what + ": " + arguments.out + ", " + std::to_string(delivered->bytes)
        + " bytes, read back. It holds personal data.";
    if (delivered->carried)
        said += "\nAman dicabut: all of it is on the medium, which may be unplugged now.";
    context.answer(said, object);
}

} // namespace ikrar::cli
