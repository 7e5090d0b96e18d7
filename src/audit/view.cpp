#include "audit/audit.h"
#include "audit/bundle_check.h"
#include "audit/pipeline.h"
#include "audit/tile_reader.h"
#include "pledge/entry.h"
#include "tlog/cosignature.h"
#include "tlog/proof.h"
#include "tlog/tile.h"

#include <set>

namespace ikrar::audit {

namespace {

using tlog::Tile;

Result<tlog::OpenedCheckpoint> openCheckpoint(const Source& source, const tlog::Policy& policy)
{
    const auto bytes = source.read("checkpoint", tlog::maxNoteSize);
    if (!bytes)
        return tl::unexpected(bytes.error());
    const std::string_view note = base::asText(*bytes);
    const auto* log = policy.logByOrigin(note.substr(0, note.find('\n')));
    if (log == nullptr)
        return fail(Error::Kind::Mismatch, "The policy knows no log of this copy's origin.");
    return tlog::openCheckpoint(note, log->key);
}

/// The witnesses that cosigned. Errors: Mismatch for one whose cosignature is not good, which
/// spoils the note (c2sp.org/signed-note).
Result<std::vector<std::string>> cosignersOf(
    const tlog::OpenedCheckpoint& opened, const tlog::Policy& policy)
{
    std::vector<std::string> names;
    for (const tlog::NoteSignature& signature : opened.note.signatures) {
        for (const tlog::Policy::Witness* witness : policy.witnessesById(signature.id)) {
            if (witness->key.name != signature.name)
                continue;
            if (!tlog::verifyCosignature(opened.checkpoint, signature.bytes, witness->key))
                return fail(Error::Kind::Mismatch,
                    "checkpoint: the cosignature of " + witness->name + " is not good");
            names.push_back(witness->name);
        }
    }
    return names;
}

/// What one bundle adds to a copy: its leaves, and the entries that it voids.
struct Part {
    std::vector<crypto::Hash> leaves;
    std::vector<std::uint64_t> voided;
};

Result<Part> readPart(const Source& source, const Tile& bundle)
{
    const auto bytes = source.read(tlog::tilePath(bundle), maxFileSize(bundle));
    if (!bytes)
        return tl::unexpected(bytes.error());
    const auto entries = tlog::parseBundle(*bytes, bundle.width);
    if (!entries)
        return tl::unexpected(entries.error());
    Part part;
    for (const BytesView entry : *entries) {
        part.leaves.push_back(tlog::leafHash(entry));
        const auto sealed = pledge::decodeEntry(entry);
        if (sealed && std::holds_alternative<pledge::Voided>(sealed->entry.body))
            part.voided.push_back(std::get<pledge::Voided>(sealed->entry.body).index);
    }
    return part;
}

/// Indexes that a copy's entries void. Errors: Mismatch unless the entries lead to the signed root,
/// so that a voiding cannot be left out.
Result<std::set<std::uint64_t>> readVoided(const Source& source, const tlog::Checkpoint& checkpoint)
{
    std::set<std::uint64_t> voided;
    tlog::RightEdge edge;
    Result<void> done;
    Pipeline<Result<Part>> pipeline(bundleCount(checkpoint.size), workersFor(source, 0));
    pipeline.run(
        [&]() -> Pipeline<Result<Part>>::Worker {
            return [&](std::uint64_t i) { return readPart(source, bundleAt(i, checkpoint.size)); };
        },
        [&](std::uint64_t /*i*/, const Result<Part>& part) {
            if (!part) {
                if (done)
                    done = tl::unexpected(part.error());
                return;
            }
            for (const crypto::Hash& leaf : part->leaves)
                edge.append(leaf);
            voided.insert(part->voided.begin(), part->voided.end());
        });
    if (!done)
        return tl::unexpected(done.error());
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
    const auto opened = openCheckpoint(*source, policy);
    if (!opened)
        return tl::unexpected(opened.error());
    auto witnesses = cosignersOf(*opened, policy);
    if (!witnesses)
        return tl::unexpected(witnesses.error());
    const tlog::Checkpoint& checkpoint = opened->checkpoint;
    auto voided = readVoided(*source, checkpoint);
    if (!voided)
        return tl::unexpected(voided.error());

    receipt::LogView view;
    view.origin = checkpoint.origin;
    view.size = checkpoint.size;
    view.witnesses = std::move(*witnesses);
    view.rootAt = [source, head = checkpoint](std::uint64_t size) {
        return provenRoot(TileReader(*source, head.size), head, size);
    };
    view.isVoided = [voided = std::move(*voided)](
                        std::uint64_t index) -> Result<bool> { return voided.contains(index); };
    return view;
}

} // namespace ikrar::audit
