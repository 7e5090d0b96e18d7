#include "ledger/table_digest.h"

namespace ikrar::ledger {

crypto::Hash rowDigest(const RowKey& key, std::string_view row)
{
    return crypto::hmacSha256(key, base::asBytes(row));
}

TableDigest::TableDigest(std::string_view header)
{
    add(rowDigest(RowKey{}, header));
}

void TableDigest::add(const crypto::Hash& rowDigest)
{
    m_digests.update(rowDigest.view());
}

crypto::Hash TableDigest::finish()
{
    return m_digests.finish();
}

} // namespace ikrar::ledger
