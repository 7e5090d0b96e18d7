#include "cli/by_option.h"

#include "attendance/organizers.h"
#include "crypto/wipe.h"

#include <algorithm>

namespace ikrar::cli {

namespace {

using attendance::Organizer;

constexpr std::size_t closersWanted = 2;

ledger::Official officialFrom(const std::string& words)
{
    const std::size_t between = words.find_first_of(";|");
    if (between == std::string::npos)
        return {words, {}};
    return {words.substr(0, between), words.substr(between + 1)};
}

Result<std::string> pinOf(const std::string& name, const std::string& file)
{
    if (!file.empty())
        return readSecret(file);
    const std::string prompt = "PIN of " + name + ": ";
    return askInSecret(prompt.c_str(),
        "Give the PIN of each with --pin-file, in the order of --by, or on a terminal.");
}

/// The organizer, once their PIN was right.
Result<ledger::Official> identified(const std::vector<Organizer>& organizers,
    const ledger::Official& given, const std::string& pinFile, const base::Path& data)
{
    const auto found = std::find_if(organizers.begin(), organizers.end(),
        [&](const Organizer& each) { return each.name == given.name; });
    if (found == organizers.end())
        return ikrar::fail(Error::Kind::Invalid,
            given.name + " is no organizer: `ikrar organizer list` names them.");
    if (!given.post.empty() && given.post != found->post)
        return ikrar::fail(Error::Kind::Invalid,
            given.name + " is " + found->post + " by DATA/organizers, not " + given.post + ".");
    auto pin = pinOf(found->name, pinFile);
    if (!pin)
        return tl::unexpected(pin.error());
    const auto right = attendance::isPin(*pin, found->pin);
    crypto::wipe(*pin);
    if (!right)
        return tl::unexpected(right.error());
    attendance::FailedPins failed(base::systemFiles(), data);
    failed.set(found->name, *right ? 0 : failed.count(found->name) + 1);
    if (!*right)
        return ikrar::fail(Error::Kind::Invalid, "That is not the PIN of " + found->name + ".");
    return ledger::Official{found->name, found->post};
}

} // namespace

void addByOptions(CLI::App& command, ByOptions& options, const std::string& description)
{
    command.add_option("--by", options.by, description)->type_name("'NAME;POST'");
    command
        .add_option("--pin-file", options.pinFiles,
            "File whose first line is the PIN, for each --by in its order; without it the terminal "
            "asks. Only where organizers are set")
        ->check(CLI::ExistingFile);
}

Result<std::vector<ledger::Official>> officialsFrom(
    const ByOptions& options, const base::Path& data)
{
    const auto organizers = attendance::readOrganizers(data);
    if (!organizers)
        return tl::unexpected(organizers.error());
    if (options.pinFiles.size() > (organizers->empty() ? 0 : options.by.size()))
        return ikrar::fail(Error::Kind::Invalid,
            organizers->empty() ? "Nobody has a PIN here, so --pin-file has no use."
                                : "There are more --pin-file than --by.");
    std::vector<ledger::Official> officials;
    for (std::size_t i = 0; i < options.by.size(); ++i) {
        const ledger::Official given = officialFrom(options.by[i]);
        if (organizers->empty()) {
            officials.push_back(given);
            continue;
        }
        auto official = identified(*organizers, given,
            i < options.pinFiles.size() ? options.pinFiles[i] : std::string(), data);
        if (!official)
            return tl::unexpected(official.error());
        officials.push_back(std::move(*official));
    }
    return officials;
}

Result<std::vector<ledger::Official>> closersFrom(const ByOptions& options, const base::Path& data)
{
    const auto organizers = attendance::readOrganizers(data);
    if (!organizers)
        return tl::unexpected(organizers.error());
    const bool none = options.by.empty() && organizers->empty();
    if (!none && options.by.size() != closersWanted)
        return ikrar::fail(Error::Kind::Invalid,
            "Two people close the log: name them with --by 'NAME;POST', twice.");
    return officialsFrom(options, data);
}

} // namespace ikrar::cli
