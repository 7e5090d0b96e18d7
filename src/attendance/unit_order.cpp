#include "attendance/unit_order.h"

#include "ledger/name_words.h"

namespace ikrar::attendance {

Bytes unitOrderKey(const pledge::Ceremony& ceremony, std::string_view unit, std::string_view name)
{
    const auto position = ceremony.unitPositions.find(unit);
    const std::uint64_t place = position == ceremony.unitPositions.end()
        ? ~std::uint64_t{0}
        : std::uint64_t{position->second};
    Bytes key;
    for (const unsigned shift : {24U, 16U, 8U, 0U})
        key.push_back(static_cast<std::uint8_t>(place >> shift));
    const std::string sorted = ledger::sortName(name);
    base::append(key, base::asBytes(sorted));
    return key;
}

} // namespace ikrar::attendance
