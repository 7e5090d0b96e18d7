#pragma once

#include "crypto/sha256.h"

#include <array>
#include <string_view>

namespace ikrar::ledger {

/// 16 random bytes kept for a row of a table; 16 zero bytes for its header row.
using RowKey = std::array<std::uint8_t, 16>;

/// HMAC-SHA-256(key, the row's UTF-8 bytes without CRLF).
[[nodiscard]] crypto::Hash rowDigest(const RowKey& key, std::string_view row);

/// The table digest of design.md: SHA-256 of the row digests in file order, the header's first. An
/// erased row takes part by its digest alone.
class TableDigest
{
public:
    explicit TableDigest(std::string_view header);

    void add(const crypto::Hash& rowDigest);
    [[nodiscard]] crypto::Hash finish();

private:
    crypto::Sha256 m_digests;
};

} // namespace ikrar::ledger
