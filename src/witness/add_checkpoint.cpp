#include "witness/add_checkpoint.h"

#include "base/base64.h"
#include "tlog/text.h"

namespace ikrar::witness {

namespace {

using tlog::malformed;

constexpr std::string_view oldWord = "old ";

Result<std::uint64_t> parseOldLine(std::optional<std::string_view> line)
{
    if (!line || !line->starts_with(oldWord))
        return malformed("add-checkpoint: no old line");
    return base::parseDecimal(line->substr(oldWord.size()));
}

Result<crypto::Hash> parseHash(std::string_view line)
{
    return base::fromBase64(line).and_then(
        [](const Bytes& bytes) { return crypto::Hash::fromBytes(bytes); });
}

/// Takes the lines up to the empty one off `rest`.
Result<tlog::Proof> takeProof(std::string_view& rest)
{
    tlog::Proof proof;
    for (;;) {
        const auto line = tlog::takeLine(rest);
        if (!line)
            return malformed("add-checkpoint: no empty line before the checkpoint");
        if (line->empty())
            return proof;
        if (proof.size() == maxProofLines)
            return fail(Error::Kind::TooLarge, "add-checkpoint: more than 63 lines of proof");
        const auto hash = parseHash(*line);
        if (!hash)
            return tl::unexpected(hash.error());
        proof.push_back(*hash);
    }
}

} // namespace

std::string AddCheckpoint::text() const
{
    std::string text = std::string(oldWord) + std::to_string(oldSize) + "\n";
    for (const crypto::Hash& hash : proof)
        text += base::toBase64(hash.view()) + "\n";
    return text + "\n" + note.serialize();
}

Result<AddCheckpoint> AddCheckpoint::parse(std::string_view text)
{
    if (text.size() > maxAddCheckpoint)
        return fail(Error::Kind::TooLarge, "add-checkpoint: over 64 KiB");
    const auto oldSize = parseOldLine(tlog::takeLine(text));
    if (!oldSize)
        return tl::unexpected(oldSize.error());
    auto proof = takeProof(text);
    if (!proof)
        return tl::unexpected(proof.error());
    auto note = tlog::Note::parse(text);
    if (!note)
        return tl::unexpected(note.error());
    auto checkpoint = tlog::Checkpoint::parse(note->text);
    if (!checkpoint)
        return tl::unexpected(checkpoint.error());
    return AddCheckpoint{*oldSize, std::move(*proof), std::move(*checkpoint), std::move(*note)};
}

} // namespace ikrar::witness
