#include "receipt/verdict.h"

#include <algorithm>

namespace ikrar::receipt {

namespace {

constexpr std::size_t maxFileSize = std::size_t{1} << 20U;

tl::unexpected<Error> atLine(std::size_t number, const std::string& what)
{
    return fail(
        Error::Kind::Malformed, "revocations, line " + std::to_string(number) + ": " + what);
}

Result<Revocation> parseLine(std::string_view line, std::size_t number)
{
    const std::size_t space = line.find(' ');
    if (space == std::string_view::npos)
        return atLine(number, "not `<vkey> <last good size>`");
    auto key = tlog::VerifierKey::parse(line.substr(0, space));
    if (!key)
        return atLine(number, key.error().what);
    if (key->type != tlog::KeyType::Ed25519)
        return atLine(number, "a witness's key; leave it out of the policy instead");
    const auto size = base::parseDecimal(line.substr(space + 1));
    if (!size)
        return atLine(number, "the last good size is not a decimal number");
    return Revocation{std::move(*key), *size};
}

} // namespace

Result<std::vector<Revocation>> parseRevocations(std::string_view text)
{
    if (text.size() > maxFileSize)
        return fail(Error::Kind::TooLarge, "revocations: over 1 MiB");
    std::vector<Revocation> revocations;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty() || line.front() == '#')
            continue;
        auto revocation = parseLine(line, number);
        if (!revocation)
            return tl::unexpected(revocation.error());
        revocations.push_back(std::move(*revocation));
    }
    return revocations;
}

} // namespace ikrar::receipt
