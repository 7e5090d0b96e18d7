#include "audit/audit.h"
#include "audit/bundle_check.h"
#include "pledge/entry.h"
#include "tlog/proof.h"
#include "tlog/tile.h"

#include <algorithm>
#include <set>

namespace ikrar::audit {

namespace {

using tlog::Tile;

/// Hashes out of the source's tiles, unchecked: whoever reads proves what comes of them.
class TileReader final : public tlog::HashReader
{
public:
    TileReader(std::shared_ptr<const Source> source, std::uint64_t size)
        : m_source(std::move(source))
        , m_size(size)
    {
    }

    [[nodiscard]] Result<std::vector<crypto::Hash>> read(
        const std::vector<tlog::Node>& nodes) const override
    {
        std::vector<crypto::Hash> hashes;
        for (const tlog::Node& node : nodes) {
            const tlog::TilePlace place = tlog::placeOf(node, m_size);
            const auto bytes = m_source->read(tlog::tilePath(place.tile), maxFileSize(place.tile));
            if (!bytes)
                return tl::unexpected(bytes.error());
            const auto hash = tlog::hashFromTile(place, *bytes);
            if (!hash)
                return tl::unexpected(hash.error());
            hashes.push_back(*hash);
        }
        return hashes;
    }

private:
    std::shared_ptr<const Source> m_source;
    std::uint64_t m_size;
};

Result<tlog::Checkpoint> openCheckpoint(const Source& source, const tlog::Policy& policy)
{
    const auto bytes = source.read("checkpoint", tlog::maxNoteSize);
    if (!bytes)
        return tl::unexpected(bytes.error());
    const std::string_view note = base::asText(*bytes);
    const auto* log = policy.logByOrigin(note.substr(0, note.find('\n')));
    if (log == nullptr)
        return fail(Error::Kind::Mismatch, "The policy knows no log of this copy's origin.");
    const auto opened = tlog::openCheckpoint(note, log->key);
    if (!opened)
        return tl::unexpected(opened.error());
    return opened->checkpoint;
}

/// Indexes that a copy's entries void. Errors: Mismatch unless the entries lead to the signed root,
/// so that a voiding cannot be left out.
Result<std::set<std::uint64_t>> readVoided(const Source& source, const tlog::Checkpoint& checkpoint)
{
    std::set<std::uint64_t> voided;
    tlog::RightEdge edge;
    while (edge.size() < checkpoint.size) {
        const Tile bundle{Tile::entriesLevel, edge.size() / tlog::tileWidth,
            static_cast<unsigned>(
                std::min<std::uint64_t>(checkpoint.size - edge.size(), tlog::tileWidth))};
        const auto bytes = source.read(tlog::tilePath(bundle), maxFileSize(bundle));
        if (!bytes)
            return tl::unexpected(bytes.error());
        const auto entries = tlog::parseBundle(*bytes, bundle.width);
        if (!entries)
            return tl::unexpected(entries.error());
        for (const BytesView entry : *entries) {
            edge.append(tlog::leafHash(entry));
            const auto sealed = pledge::decodeEntry(entry);
            if (sealed && std::holds_alternative<pledge::Voided>(sealed->entry.body))
                voided.insert(std::get<pledge::Voided>(sealed->entry.body).index);
        }
    }
    if (edge.root() != checkpoint.root)
        return fail(
            Error::Kind::Mismatch, "The copy's entries do not lead to its signed root: audit it.");
    return voided;
}

Result<crypto::Hash> provenRoot(
    const TileReader& reader, const tlog::Checkpoint& checkpoint, std::uint64_t size)
{
    const auto hashes = reader.read(tlog::RightEdge::nodes(size));
    if (!hashes)
        return tl::unexpected(hashes.error());
    const auto edge = tlog::RightEdge::from(size, *hashes);
    if (!edge)
        return tl::unexpected(edge.error());
    const auto proof = tlog::proveConsistency(size, checkpoint.size, reader);
    if (!proof)
        return tl::unexpected(proof.error());
    if (!tlog::verifyConsistency(*proof, size, checkpoint.size, edge->root(), checkpoint.root))
        return fail(
            Error::Kind::Mismatch, "The copy's tiles do not lead to its signed root: audit it.");
    return edge->root();
}

} // namespace

Result<receipt::LogView> viewOf(
    const std::shared_ptr<const Source>& source, const tlog::Policy& policy)
{
    const auto checkpoint = openCheckpoint(*source, policy);
    if (!checkpoint)
        return tl::unexpected(checkpoint.error());
    auto voided = readVoided(*source, *checkpoint);
    if (!voided)
        return tl::unexpected(voided.error());

    const auto reader = std::make_shared<TileReader>(source, checkpoint->size);
    receipt::LogView view;
    view.origin = checkpoint->origin;
    view.size = checkpoint->size;
    view.rootAt = [reader, head = *checkpoint](
                      std::uint64_t size) { return provenRoot(*reader, head, size); };
    view.isVoided = [voided = std::move(*voided)](
                        std::uint64_t index) -> Result<bool> { return voided.contains(index); };
    return view;
}

} // namespace ikrar::audit
