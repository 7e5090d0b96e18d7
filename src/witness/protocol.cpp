#include "witness/protocol.h"

#include "crypto/sha256.h"

#include <algorithm>

namespace ikrar::witness {

namespace {

Answer refuse(int status, const std::string& why)
{
    return {status, why + "\n"};
}

const tlog::NoteSignature* signatureBy(const tlog::VerifierKey& key, const tlog::Note& note)
{
    const auto found = std::find_if(note.signatures.begin(), note.signatures.end(),
        [&key, id = key.id()](const tlog::NoteSignature& signature) {
            return signature.name == key.name && signature.id == id;
        });
    return found == note.signatures.end() ? nullptr : &*found;
}

bool proofHolds(const AddCheckpoint& request, const std::optional<Cosigned>& latest)
{
    const crypto::Hash oldRoot = latest ? latest->checkpoint.root : tlog::emptyRoot();
    return tlog::verifyConsistency(
        request.proof, request.oldSize, request.checkpoint.size, oldRoot, request.checkpoint.root);
}

} // namespace

tlog::Note Cosigned::note() const
{
    return {checkpoint.text(), {logSignature, cosignature}};
}

Result<Cosigned> Cosigned::parse(
    std::string_view note, const tlog::VerifierKey& log, const tlog::VerifierKey& witness)
{
    auto opened = tlog::openCheckpoint(note, log);
    if (!opened)
        return tl::unexpected(opened.error());
    const auto* cosignature = signatureBy(witness, opened->note);
    if (cosignature == nullptr)
        return fail(Error::Kind::Mismatch, "a checkpoint that " + witness.name + " did not cosign");
    const auto seconds = tlog::verifyCosignature(opened->checkpoint, cosignature->bytes, witness);
    if (!seconds)
        return tl::unexpected(seconds.error());
    return Cosigned{opened->checkpoint, *signatureBy(log, opened->note), *cosignature, *seconds};
}

tl::expected<AddCheckpoint, Answer> readRequest(std::string_view body, const KeyOfOrigin& keyOf)
{
    auto request = AddCheckpoint::parse(body);
    if (!request)
        return tl::unexpected(refuse(400, request.error().what));
    const auto key = keyOf(request->checkpoint.origin);
    if (!key)
        return tl::unexpected(refuse(404, "This witness does not know that log."));
    const auto* signature = signatureBy(*key, request->note);
    if (signature == nullptr || !tlog::verifyNote(request->note.text, *signature, *key))
        return tl::unexpected(refuse(403, "The checkpoint is not signed by the log's key."));
    if (request->oldSize > request->checkpoint.size)
        return tl::unexpected(refuse(400, "The old size is over the checkpoint's."));
    // What anybody else signed is neither checked nor kept.
    request->note.signatures = {tlog::NoteSignature(*signature)};
    return std::move(*request);
}

std::optional<Answer> refusal(const AddCheckpoint& request, const std::optional<Cosigned>& latest)
{
    const std::uint64_t known = latest ? latest->checkpoint.size : 0;
    if (request.oldSize != known)
        return Answer{409, sizeBody(known), sizeType};
    if (!proofHolds(request, latest))
        return refuse(
            422, "The proof does not lead from the checkpoint cosigned last to this one.");
    return std::nullopt;
}

Result<Cosigned> cosign(const AddCheckpoint& request, const std::optional<Cosigned>& latest,
    std::uint64_t now, const std::string& name, const crypto::SigningKey& key)
{
    const std::uint64_t seconds = latest ? std::max(now, latest->seconds) : now;
    auto cosignature = tlog::cosign(request.checkpoint, seconds, name, key);
    if (!cosignature)
        return tl::unexpected(cosignature.error());
    return Cosigned{
        request.checkpoint, request.note.signatures.front(), std::move(*cosignature), seconds};
}

std::string sizeBody(std::uint64_t size)
{
    return std::to_string(size) + "\n";
}

Result<std::uint64_t> parseSizeBody(std::string_view body)
{
    if (!body.ends_with('\n'))
        return fail(Error::Kind::Malformed, "a size without a newline");
    return base::parseDecimal(body.substr(0, body.size() - 1));
}

std::string monitoringPath(std::string_view origin)
{
    return base::toHex(crypto::sha256(base::asBytes(origin)).view()) + "/checkpoint";
}

} // namespace ikrar::witness
