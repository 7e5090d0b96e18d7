#include "tlog/checkpoint.h"

#include "base/base64.h"
#include "tlog/text.h"

namespace ikrar::tlog {

namespace {

/// The one signature that the log made, found by name and key ID.
const NoteSignature* signatureBy(const VerifierKey& key, const Note& note)
{
    const auto id = key.id();
    for (const auto& signature : note.signatures)
        if (signature.name == key.name && signature.id == id)
            return &signature;
    return nullptr;
}

} // namespace

std::string Checkpoint::text() const
{
    return origin + "\n" + std::to_string(size) + "\n" + base::toBase64(root.view()) + "\n";
}

Result<Checkpoint> Checkpoint::parse(std::string_view text)
{
    if (!isNoteText(text))
        return malformed("checkpoint: not UTF-8, or a control character");
    const auto origin = takeLine(text);
    const auto sizeLine = takeLine(text);
    const auto rootLine = takeLine(text);
    if (!origin || !sizeLine || !rootLine || !text.empty())
        return malformed("checkpoint: not three lines");
    if (origin->empty())
        return malformed("checkpoint: no origin");
    const auto size = base::parseDecimal(*sizeLine);
    if (!size)
        return malformed("checkpoint: the size is not a decimal number");
    const auto rootBytes = base::fromBase64(*rootLine);
    if (!rootBytes)
        return tl::unexpected(rootBytes.error());
    const auto root = crypto::Hash::fromBytes(*rootBytes);
    if (!root)
        return malformed("checkpoint: the root is not a hash");
    return Checkpoint{std::string(*origin), *size, *root};
}

Result<Note> signCheckpoint(const Checkpoint& checkpoint, const crypto::SigningKey& key)
{
    if (!isKeyName(checkpoint.origin))
        return fail(Error::Kind::Invalid, "checkpoint: the origin is not a key name");
    const auto text = checkpoint.text();
    auto signature = signNote(text, checkpoint.origin, key);
    if (!signature)
        return tl::unexpected(signature.error());
    return Note{text, {std::move(*signature)}};
}

Result<OpenedCheckpoint> openCheckpoint(std::string_view note, const VerifierKey& log)
{
    auto parsed = Note::parse(note);
    if (!parsed)
        return tl::unexpected(parsed.error());
    auto checkpoint = Checkpoint::parse(parsed->text);
    if (!checkpoint)
        return tl::unexpected(checkpoint.error());
    if (checkpoint->origin != log.name)
        return fail(Error::Kind::Mismatch,
            "a checkpoint of " + checkpoint->origin + ", not of " + log.name);
    const auto* signature = signatureBy(log, *parsed);
    if (signature == nullptr)
        return fail(Error::Kind::Mismatch, "checkpoint: not signed by the log's key");
    if (!verifyNote(parsed->text, *signature, log))
        return fail(Error::Kind::Mismatch, "checkpoint: the log's signature is bad");
    return OpenedCheckpoint{std::move(*checkpoint), std::move(*parsed)};
}

} // namespace ikrar::tlog
