#pragma once

#include "audit/audit.h"
#include "tlog/tree.h"

namespace ikrar::audit {

/// Hashes out of a source's tiles, unchecked: whoever reads proves what comes of them.
class TileReader final : public tlog::HashReader
{
public:
    /// `source` must outlive it.
    TileReader(const Source& source, std::uint64_t size) : m_source(source), m_size(size) { }

    [[nodiscard]] Result<std::vector<crypto::Hash>> read(
        const std::vector<tlog::Node>& nodes) const override;

private:
    const Source& m_source;
    std::uint64_t m_size;
};

/// Whether `head`'s tree begins with the one of `older`, by a consistency proof from the source's
/// tiles: false also when they lead to another root. Errors: the source's. Requires older.size to
/// be at most head.size.
[[nodiscard]] Result<bool> continues(
    const Source& source, const tlog::Checkpoint& older, const tlog::Checkpoint& head);

} // namespace ikrar::audit
