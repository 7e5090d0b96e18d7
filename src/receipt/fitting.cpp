#include "receipt/fitting.h"

namespace ikrar::receipt {

Result<Receipt> fitting(
    const Receipt& receipt, std::string_view verifyUrl, qr::Level level, int versionLimit)
{
    Receipt smaller = receipt;
    for (;;) {
        const auto symbol = qr::encode(toText(smaller, verifyUrl), level, versionLimit);
        if (symbol)
            return smaller;
        if (symbol.error().kind != Error::Kind::TooLarge || smaller.signatures.size() <= 1)
            return tl::unexpected(symbol.error());
        smaller.signatures.pop_back();
    }
}

} // namespace ikrar::receipt
