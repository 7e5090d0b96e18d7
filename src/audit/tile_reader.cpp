#include "audit/tile_reader.h"

#include "audit/bundle_check.h"
#include "tlog/proof.h"
#include "tlog/tile.h"

namespace ikrar::audit {

Result<std::vector<crypto::Hash>> TileReader::read(const std::vector<tlog::Node>& nodes) const
{
    std::vector<crypto::Hash> hashes;
    for (const tlog::Node& node : nodes) {
        const tlog::TilePlace place = tlog::placeOf(node, m_size);
        const auto bytes = m_source.read(tlog::tilePath(place.tile), maxFileSize(place.tile));
        if (!bytes)
            return tl::unexpected(bytes.error());
        const auto hash = tlog::hashFromTile(place, *bytes);
        if (!hash)
            return tl::unexpected(hash.error());
        hashes.push_back(*hash);
    }
    return hashes;
}

Result<bool> continues(
    const Source& source, const tlog::Checkpoint& older, const tlog::Checkpoint& head)
{
    const auto proof = tlog::proveConsistency(older.size, head.size, TileReader(source, head.size));
    if (!proof)
        return tl::unexpected(proof.error());
    return tlog::verifyConsistency(*proof, older.size, head.size, older.root, head.root);
}

} // namespace ikrar::audit
