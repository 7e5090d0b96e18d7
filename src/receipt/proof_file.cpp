#include "pledge/entry.h"
#include "receipt/receipt.h"

#include <algorithm>

namespace ikrar::receipt {

namespace {

constexpr std::string_view extraTag = "ikrar.entry/v1\n";

tlog::NoteSignature asLine(const Receipt::Signature& signature, const std::string& name)
{
    return {name, signature.id, signature.bytes};
}

/// The log whose key sealed the entry; where several share its ID, the one that signed.
const tlog::Policy::Log* findLog(const Receipt& receipt, const tlog::Policy& policy)
{
    const Receipt::Signature& signature = receipt.signatures.front();
    const auto logs = policy.logsById(signature.id);
    const auto signer = std::find_if(logs.begin(), logs.end(), [&](const tlog::Policy::Log* log) {
        const auto checkpoint = checkpointOf(receipt, log->key.name);
        return checkpoint
            && tlog::verifyNote(checkpoint->text(), asLine(signature, log->key.name), log->key);
    });
    if (signer != logs.end())
        return *signer;
    return logs.empty() ? nullptr : logs.front();
}

bool isBy(const tlog::NoteSignature& line, const tlog::VerifierKey& key)
{
    return line.name == key.name && line.id == key.id();
}

/// The signature lines in a receipt's order, those by unknown keys left out.
Result<std::vector<Receipt::Signature>> takeSignatures(
    const tlog::Note& note, const tlog::VerifierKey& log, const tlog::Policy& policy)
{
    std::vector<Receipt::Signature> own;
    std::vector<Receipt::Signature> cosignatures;
    for (const tlog::NoteSignature& line : note.signatures) {
        const auto& witnesses = policy.witnesses();
        if (isBy(line, log))
            own.push_back({line.id, line.bytes});
        else if (std::any_of(witnesses.begin(), witnesses.end(),
                     [&line](const auto& witness) { return isBy(line, witness.key); }))
            cosignatures.push_back({line.id, line.bytes});
    }
    if (own.empty())
        return fail(Error::Kind::Missing, "tlog-proof: the log has not signed its checkpoint");
    std::stable_sort(cosignatures.begin(), cosignatures.end(),
        [](const auto& a, const auto& b) { return a.id < b.id; });
    own.insert(own.end(), cosignatures.begin(), cosignatures.end());
    return own;
}

Result<Bytes> entryFrom(const tlog::TlogProof& proof)
{
    if (!proof.extra || !base::asText(*proof.extra).starts_with(extraTag))
        return fail(Error::Kind::Malformed, "tlog-proof: it does not carry an entry of ours");
    return base::copy(BytesView(*proof.extra).subspan(extraTag.size()));
}

} // namespace

Result<tlog::TlogProof> toTlogProof(const Receipt& given, const tlog::Policy& policy)
{
    const auto receipt = decode(encode(given));
    if (!receipt)
        return tl::unexpected(receipt.error());
    const tlog::Policy::Log* log = findLog(*receipt, policy);
    if (log == nullptr)
        return fail(Error::Kind::Missing, "the policy does not know the receipt's log");
    const auto checkpoint = checkpointOf(*receipt, log->key.name);
    if (!checkpoint)
        return tl::unexpected(checkpoint.error());

    tlog::Note note{checkpoint->text(), {asLine(receipt->signatures.front(), log->key.name)}};
    for (std::size_t i = 1; i < receipt->signatures.size(); ++i) {
        const Receipt::Signature& signature = receipt->signatures[i];
        const auto witnesses = policy.witnessesById(signature.id);
        if (witnesses.empty())
            return fail(Error::Kind::Missing, "the policy does not know a cosigner of the receipt");
        note.signatures.push_back(asLine(signature, witnesses.front()->key.name));
    }
    Bytes extra = base::copy(base::asBytes(extraTag));
    base::append(extra, receipt->entry);
    return tlog::TlogProof{std::move(extra), receipt->index, receipt->proof, std::move(note)};
}

Result<Receipt> fromTlogProof(const tlog::TlogProof& proof, const tlog::Policy& policy)
{
    auto entry = entryFrom(proof);
    if (!entry)
        return tl::unexpected(entry.error());
    const auto checkpoint = tlog::Checkpoint::parse(proof.checkpoint.text);
    if (!checkpoint)
        return tl::unexpected(checkpoint.error());
    const tlog::Policy::Log* log = policy.logByOrigin(checkpoint->origin);
    if (log == nullptr)
        return fail(Error::Kind::Missing, "the policy does not know the log " + checkpoint->origin);
    auto signatures = takeSignatures(proof.checkpoint, log->key, policy);
    if (!signatures)
        return tl::unexpected(signatures.error());

    auto receipt = decode(encode(
        {std::move(*entry), proof.index, checkpoint->size, proof.proof, std::move(*signatures)}));
    if (!receipt)
        return receipt;
    if (checkpointOf(*receipt, checkpoint->origin) != *checkpoint)
        return fail(
            Error::Kind::Mismatch, "tlog-proof: the proof does not lead to the signed root");
    return receipt;
}

} // namespace ikrar::receipt
