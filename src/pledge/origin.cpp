#include "pledge/ceremony.h"
#include "pledge/names.h"

#include <vector>

namespace ikrar::pledge {

namespace {

constexpr std::string_view realMark = "ikrar";
constexpr std::string_view rehearsalMark = "gladi";
constexpr std::size_t randomDigits = 8;
constexpr std::size_t maxOrigin = 255;

std::string lowerHex(std::uint32_t value)
{
    constexpr std::string_view alphabet = "0123456789abcdef";
    std::string text(randomDigits, '0');
    for (auto digit = text.rbegin(); digit != text.rend(); ++digit, value >>= 4U)
        *digit = alphabet[value & 0xFU];
    return text;
}

std::vector<std::string_view> splitAtSlashes(std::string_view text)
{
    std::vector<std::string_view> parts;
    for (auto slash = text.find('/'); slash != std::string_view::npos; slash = text.find('/')) {
        parts.push_back(text.substr(0, slash));
        text.remove_prefix(slash + 1);
    }
    parts.push_back(text);
    return parts;
}

bool isRandomPart(std::string_view text)
{
    return text.size() == randomDigits + 1 && text.front() == '-'
        && text.find_first_not_of("0123456789abcdef", 1) == std::string_view::npos;
}

} // namespace

Result<std::string> makeOrigin(
    const Ceremony& ceremony, std::string_view kiosk, std::uint32_t random, bool rehearsal)
{
    if (!isId(kiosk))
        return fail(Error::Kind::Invalid,
            "a kiosk id is 1 to 32 of a-z, 0-9 and hyphens, not `" + std::string(kiosk) + "`");
    std::string origin = ceremony.domain;
    for (const std::string_view part :
        {rehearsal ? rehearsalMark : realMark, std::string_view(ceremony.id), kiosk})
        origin.append("/").append(part);
    origin.append("-").append(lowerHex(random));
    if (!parseOrigin(origin))
        return fail(
            Error::Kind::Invalid, "`" + origin + "` is no origin of a log: shorten the domain");
    return origin;
}

Result<Origin> parseOrigin(std::string_view origin)
{
    const auto malformed
        = [] { return fail(Error::Kind::Malformed, "not the origin of a log of ours"); };
    if (origin.size() > maxOrigin)
        return malformed();
    const auto parts = splitAtSlashes(origin);
    if (parts.size() != 4 || parts[3].size() <= randomDigits + 1)
        return malformed();
    const auto kiosk = parts[3].substr(0, parts[3].size() - randomDigits - 1);
    const bool rehearsal = parts[1] == rehearsalMark;
    if (!isHostName(parts[0]) || (!rehearsal && parts[1] != realMark) || !isId(parts[2])
        || !isId(kiosk) || !isRandomPart(parts[3].substr(kiosk.size())))
        return malformed();
    return Origin{std::string(parts[0]), rehearsal, std::string(parts[2]), std::string(kiosk)};
}

} // namespace ikrar::pledge
