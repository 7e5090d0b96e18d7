#include "attendance/unit_order.h"

#include "ledger/name_words.h"

#include <algorithm>
#include <array>

namespace ikrar::attendance {

namespace {

/// Titles before a name, folded; those behind it stand after a comma.
constexpr std::array<std::string_view, 12> titles{
    "dr", "dra", "drs", "drg", "drh", "h", "hj", "ir", "kh", "prof", "apt", "ns"};

bool isTitle(const std::string& word)
{
    return std::find(titles.begin(), titles.end(), word) != titles.end();
}

} // namespace

Bytes unitOrderKey(const pledge::Ceremony& ceremony, std::string_view unit, std::string_view name)
{
    const auto position = ceremony.unitPositions.find(unit);
    const std::uint64_t place = position == ceremony.unitPositions.end()
        ? ~std::uint64_t{0}
        : std::uint64_t{position->second};
    Bytes key;
    for (const unsigned shift : {24U, 16U, 8U, 0U})
        key.push_back(static_cast<std::uint8_t>(place >> shift));
    std::vector<std::string> words = ledger::nameWords(name.substr(0, name.find(',')));
    while (words.size() > 1 && isTitle(words.front()))
        words.erase(words.begin());
    for (const std::string& word : words) {
        base::append(key, base::asBytes(word));
        key.push_back(' ');
    }
    return key;
}

} // namespace ikrar::attendance
