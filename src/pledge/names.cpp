#include "pledge/names.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace ikrar::pledge {

namespace {

constexpr std::size_t maxId = 32;
constexpr std::size_t maxHostName = 253;
constexpr std::size_t maxLabel = 63;
constexpr std::size_t maxVerifyUrl = 60;
constexpr std::string_view scheme = "https://";

constexpr std::string_view idCharacters = "abcdefghijklmnopqrstuvwxyz0123456789-";
constexpr std::string_view pathCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-./";

bool consistsOf(std::string_view text, std::string_view characters)
{
    return text.find_first_not_of(characters) == std::string_view::npos;
}

bool isLabel(std::string_view text)
{
    return !text.empty() && text.size() <= maxLabel && consistsOf(text, idCharacters)
        && text.front() != '-' && text.back() != '-';
}

} // namespace

bool isId(std::string_view text)
{
    return !text.empty() && text.size() <= maxId && consistsOf(text, idCharacters);
}

bool isHostName(std::string_view text)
{
    if (text.size() > maxHostName || text.find('.') == std::string_view::npos)
        return false;
    while (true) {
        const auto dot = text.find('.');
        if (!isLabel(text.substr(0, dot)))
            return false;
        if (dot == std::string_view::npos)
            return true;
        text.remove_prefix(dot + 1);
    }
}

bool isVerifyUrl(std::string_view text)
{
    if (text.size() > maxVerifyUrl || !text.starts_with(scheme))
        return false;
    text.remove_prefix(scheme.size());
    const auto slash = std::min(text.find('/'), text.size());
    return isHostName(text.substr(0, slash)) && consistsOf(text.substr(slash), pathCharacters);
}

bool isRegionCode(std::string_view text)
{
    constexpr std::array<std::size_t, 4> sizes{2, 5, 8, 13};
    if (std::find(sizes.begin(), sizes.end(), text.size()) == sizes.end())
        return false;
    constexpr std::string_view form = "00.00.00.V000"; // V: 1 kelurahan, 2 desa, 3 desa adat
    return std::equal(text.begin(), text.end(), form.begin(), [](char c, char expected) {
        if (expected == '.')
            return c == '.';
        return expected == 'V' ? c >= '1' && c <= '3' : c >= '0' && c <= '9';
    });
}

bool isPhone(std::string_view text)
{
    return consistsOf(text, "0123456789 +()-");
}

} // namespace ikrar::pledge
